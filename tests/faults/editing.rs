//! Editing that turns what a sentence says.

use crate::Maker;
use crate::article::{Article, Fault, Versions};
use crate::source::paragraphs;

pub const MAKERS: &[(&str, Maker)] = &[
    ("attribution-lost", source_behind_the_claim),
    ("attribution-lost", source_before_the_claim),
    ("attribution-lost", loaded_verb),
    ("hedge-lost", fact_for_outlook),
    ("hedge-lost", draft_was_careful),
    ("negation-flipped", denial_gone),
    ("negation-flipped", denial_put_in),
    ("direction-flipped", opposite),
    ("sentence-dropped", dropped),
    ("sentence-added", added),
];

/// Both with the source and without.
fn edited(article: &Article, changes: Vec<(String, String, usize)>) -> Vec<Fault> {
    let both = [Versions::All, Versions::NoSource].into_iter();
    both.flat_map(|versions| article.edited(changes.clone(), versions)).collect()
}

/// Faults in sentences that the draft, too, gives to a source.
fn attributed(article: &Article, changes: Vec<(String, String, usize)>) -> Vec<Fault> {
    let verbs = ["said", "according to", "announced", "explained", "predicted", "disclosed"];
    // Of an accusation "allegedly" tells that it is somebody's; what a pronoun says, the sentence before tells of whom.
    let is_attributed = |index: usize| {
        let drafted = article.drafted[index].to_lowercase();
        verbs.iter().any(|verb| drafted.contains(verb))
            && !drafted.contains("allegedly")
            && !drafted.starts_with("he said")
    };
    edited(article, changes.into_iter().filter(|(_, _, index)| is_attributed(*index)).collect())
}

fn source_behind_the_claim(article: &Article) -> Vec<Fault> {
    let speaker = r"(?:according to [^,.]+|[A-Zat][^,.“”]{3,50} said(?: on [A-Z][a-z]+day)?|said [A-Z][^.“”]+)";
    attributed(article, article.changes(&format!(r", {speaker}\.$"), |_| Some(".".to_owned())))
}

/// What somebody says of what he does himself needs no source.
fn source_before_the_claim(article: &Article) -> Vec<Fault> {
    let changes =
        article.changes(r"^([^,]{3,60}) said(?: on [A-Z][a-z]+day)? (?:that )?(\w+)( [^“”]{20,})$", |found| {
            let of_itself =
                ["it", "they", "he", "she", "in"].contains(&&found[2]) || ["He", "She", "It"].contains(&&found[1]);
            let (first, rest) = found[2].split_at(1);
            (!of_itself).then(|| format!("{}{rest}{}", first.to_uppercase(), &found[3]))
        });
    attributed(article, changes)
}

fn loaded_verb(article: &Article) -> Vec<Fault> {
    let verbs = ["admitted", "claimed", "insisted"];
    let verb = |at: usize| verbs[at % verbs.len()];
    attributed(article, article.changes(r" said\b", |found| Some(format!(" {}", verb(found.get(0).unwrap().start())))))
}

/// What the final, like the draft, left open is told as settled.
fn fact_for_outlook(article: &Article) -> Vec<Fault> {
    let pairs = [
        ("allegedly ", ""),
        ("is expected to ", "will "),
        ("are expected to ", "will "),
        ("is likely to ", "will "),
        ("will likely ", "will "),
        (r"could (?:be|slow|fall|receive|rise|decrease)\b", "will"),
        ("who is suspected of giving", "who gave"),
    ];
    let of = |(old, new): &(&str, &str)| {
        article.changes(old, |found| {
            Some(if *new == "will" { found[0].replace("could", "will") } else { (*new).to_owned() })
        })
    };
    let open = ["expected", "likely", "could", "suspected", "may", "allegedly"];
    let changes = pairs.iter().flat_map(of);
    let drafted = changes.filter(|(_, _, index)| {
        open.iter().any(|word| article.drafted[*index].contains(word))
            && !["suspicion", " if "].iter().any(|word| article.drafted[*index].contains(word))
    });
    edited(article, drafted.collect())
}

/// The draft left open what the final tells as settled.
fn draft_was_careful(article: &Article) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (index, range) in article.sentences.iter().enumerate() {
        let sentence = article.sentence(index);
        let open = [" not ", "likely", "predict", "said", "if ", "If "].iter().any(|word| sentence.contains(word));
        if sentence.matches(" will ").count() != 1 || sentence.contains(['“', '”']) || open {
            continue;
        }
        for careful in ["may", "is expected to", "could"] {
            let draft = article.replaced(range.clone(), &sentence.replace(" will ", &format!(" {careful} ")));
            let at = format!("\"{careful}\" in the draft became \"will\" in: {sentence}");
            faults.push(article.with(&draft, &article.r#final, Versions::NoSource, at));
        }
    }
    faults
}

const DENIALS: [&str; 6] = [" not ", " no ", "n’t", "never", "neither", "nor "];

fn denies(text: &str) -> bool {
    DENIALS.iter().any(|word| text.to_lowercase().replace('\'', "’").contains(word))
}

/// Changes of sentences in which draft and final agree on whether something is denied.
fn agreed(article: &Article, changes: Vec<(String, String, usize)>) -> Vec<Fault> {
    let agree = |index: usize| denies(&article.drafted[index]) == denies(article.sentence(index));
    edited(article, changes.into_iter().filter(|(_, _, index)| agree(*index)).collect())
}

fn denial_gone(article: &Article) -> Vec<Fault> {
    let pairs = [
        (" will not ", " will "),
        (" has not ", " has "),
        (" can’t ", " can "),
        (" there were no ", " there were "),
        (" did not give ", " gave "),
        (" will not be demolished but ", " will be demolished and "),
    ];
    agreed(article, pairs.iter().flat_map(|(old, new)| article.changes(old, |_| Some((*new).to_owned()))).collect())
}

fn denial_put_in(article: &Article) -> Vec<Fault> {
    let changes =
        article.changes(r"^([^,]*?)( is | are | was | were | will | has | have | could )([^,.]*)(.*)$", |found| {
            // Half a denial would deny something else, and nobody denies a number.
            let number = found[3].starts_with(|c: char| c.is_ascii_digit());
            (!denies(&found[0]) && !number).then(|| format!("{}{}not {}{}", &found[1], &found[2], &found[3], &found[4]))
        });
    // The draft says it with the same verb, so that the rest stays.
    let shared = |at: &str, index: usize| {
        let verb = at.split("not ").next().and_then(|before| before.split(' ').rev().nth(1)).unwrap_or("");
        article.drafted[index].contains(&format!(" {verb} "))
    };
    agreed(
        article,
        changes.into_iter().filter(|(_, at, index)| shared(at, *index) || !article.is_kept(*index)).collect(),
    )
}

const OPPOSITES: [(&str, &str); 9] = [
    ("rose", "fell"),
    ("fell", "rose"),
    ("up", "down"),
    ("down", "up"),
    ("rise", "fall"),
    ("more than", "less than"),
    ("above", "below"),
    ("higher", "lower"),
    ("increase", "decrease"),
];

/// A word became its opposite, where the draft has a word of its own side and none of the other.
fn opposite(article: &Article) -> Vec<Fault> {
    let sides: [&[&str]; 2] = [
        &["rose", "rise", "increas", " up", "more than", "above", "higher"],
        &["fell", "decreas", "down", "less", "below"],
    ];
    let has = |text: &str, side: usize| sides[side].iter().any(|word| text.to_lowercase().contains(word));
    let mut changes = Vec::new();
    for (word, opposite) in OPPOSITES {
        let pattern = match word {
            "up" | "down" => format!(r"(, ){word}( \d| from)"),
            // Rain falls, too.
            "fell" => r"(to| share| support| rate) fell( )".to_owned(),
            _ => format!(r"( ){word}( )"),
        };
        let change = |found: &regex::Captures| Some(format!("{}{opposite}{}", &found[1], &found[2]));
        let change: &dyn Fn(&regex::Captures) -> Option<String> =
            if word == "fell" { &|found| Some(format!("{} {opposite}{}", &found[1], &found[2])) } else { &change };
        changes.extend(article.changes(&pattern, change));
    }
    let one_sided = |index: usize| has(&article.drafted[index], 0) != has(&article.drafted[index], 1);
    edited(article, changes.into_iter().filter(|(_, _, index)| one_sided(*index)).collect())
}

/// A paragraph with values is gone.
fn dropped(article: &Article) -> Vec<Fault> {
    let has_value = |&at: &usize| article.drafted[at].contains(|c: char| c.is_ascii_digit());
    let told = |paragraph: &Vec<usize>| paragraph.len() > 1 && paragraph.iter().any(has_value);
    let faults = paragraphs(article).into_iter().filter(told).map(|paragraph| {
        let text = article.without(|at| paragraph.contains(&at));
        article.with_final(&text, format!("gone: {}", article.sentence(paragraph[0])))
    });
    faults.collect()
}

fn added(article: &Article) -> Vec<Fault> {
    let sentences = [
        "Critics have long complained about the lack of any public oversight.",
        "The mayor of the neighboring town sent a letter of protest last week.",
    ];
    let faults =
        sentences.iter().map(|text| article.with_final(&article.extended(article.sentences.len() / 2, text), *text));
    faults.collect()
}
