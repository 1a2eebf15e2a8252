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

/// Whether the draft, too, gives the sentence to a source.
fn is_attributed(draft: &str) -> bool {
    ["said", "according to", "announced", "explained", "predicted", "disclosed"].iter().any(|verb| draft.to_lowercase().contains(verb))
}

fn attributed(article: &Article, changes: Vec<(String, String, usize)>) -> Vec<Fault> {
    let kept = changes.into_iter().filter(|(_, _, index)| is_attributed(&article.drafted[*index]));
    kept.map(|(text, at, _)| article.with_final(&text, at)).collect()
}

fn source_behind_the_claim(article: &Article) -> Vec<Fault> {
    let changes = article.changes(r", (?:according to [^,.]+|(?:the |he|she|it)?[^,.“”]{0,50} said(?: on [A-Z][a-z]+day)?|said [^.“”]+)\.$", |_| Some(".".to_owned()));
    attributed(article, changes)
}

fn source_before_the_claim(article: &Article) -> Vec<Fault> {
    let changes = article.changes(r"^[^,]{2,60} said(?: on [A-Z][a-z]+day)? (?:that )?(\w)([^“”]{20,})$", |found| {
        Some(format!("{}{}", found[1].to_uppercase(), &found[2]))
    });
    attributed(article, changes)
}

fn loaded_verb(article: &Article) -> Vec<Fault> {
    let verbs = ["admitted", "claimed", "insisted"];
    let changes = article.changes(r" said\b", |found| Some(format!(" {}", verbs[found.get(0).unwrap().start() % verbs.len()])));
    attributed(article, changes)
}

fn fact_for_outlook(article: &Article) -> Vec<Fault> {
    let pairs = [
        ("is expected to ", "will "), ("are expected to ", "will "), ("is likely to ", "will "), ("will likely ", "will "),
        ("could ", "will "), ("who is suspected of giving", "who gave"), (r"is to start", "will start"),
    ];
    let allegedly = article.each_match(r"allegedly ", |_| Some(String::new()));
    let others = pairs.iter().flat_map(|(old, new)| {
        article.changes(old, |_| Some((*new).to_owned())).into_iter().filter(|(_, at, index)| {
            let draft = &article.drafted[*index];
            // In the draft, too, it was open, and in no other way.
            ["expected", "likely", "could", "suspected", "may"].iter().any(|word| draft.contains(word)) && !at.contains("is to start")
        })
    });
    allegedly.into_iter().chain(others.map(|(text, at, _)| article.with_final(&text, at))).collect()
}

/// The draft left open what the final tells as settled.
fn draft_was_careful(article: &Article) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (index, drafted) in article.drafted.iter().enumerate() {
        let will = |text: &str| text.matches(" will ").count() == 1;
        if !will(drafted) || !will(article.sentence(index)) || drafted.contains('"') {
            continue;
        }
        for careful in ["may", "could"] {
            let sentence = drafted.replace(" will ", &format!(" {careful} "));
            let draft = article.draft.replace(drafted.as_str(), &sentence);
            let at = format!("will in the final, {careful} in the draft: {}", article.sentence(index));
            faults.push(article.with(&draft, &article.r#final, Versions::NoSource, at));
        }
    }
    faults
}

const DENIALS: [&str; 6] = [" not ", " no ", "n’t", "never", "neither", "nor "];

/// Changes of sentences in which draft and final agree on whether something is denied.
fn agreed(article: &Article, changes: Vec<(String, String, usize)>) -> Vec<Fault> {
    let denies = |text: &str| DENIALS.iter().any(|word| text.to_lowercase().replace('\'', "’").contains(word));
    let kept = changes.into_iter().filter(|(_, _, index)| denies(&article.drafted[*index]) == denies(article.sentence(*index)));
    kept.map(|(text, at, _)| article.with_final(&text, at)).collect()
}

fn denial_gone(article: &Article) -> Vec<Fault> {
    let pairs = [(" will not ", " will "), (" has not ", " has "), (" does not necessarily ", " "), (" no one was ", " many were "), (" can’t ", " can "), (" there were no ", " there were "), (" did not give ", " gave ")];
    let changes = pairs.iter().flat_map(|(old, new)| article.changes(old, |_| Some((*new).to_owned()))).collect();
    agreed(article, changes)
}

fn denial_put_in(article: &Article) -> Vec<Fault> {
    let verbs = [" is ", " are ", " was ", " were ", " will ", " has ", " have ", " could "];
    let denied = |sentence: &str| DENIALS.iter().any(|word| sentence.to_lowercase().contains(word));
    let changes = article.changes(r"^(.*?)( is | are | was | were | will | has | have | could )(.*)$", |found| {
        // Half a denial would deny something else, and a relative clause is no claim of its own.
        let whole = found.get(0).unwrap().as_str();
        (!denied(whole)).then(|| format!("{}{}not {}", &found[1], &found[2], &found[3]))
    });
    // The draft says it with a verb of its own, so that the rest stays.
    let drafted = changes.into_iter().filter(|(_, _, index)| {
        let shared = verbs.iter().any(|verb| article.drafted[*index].contains(verb) && article.sentence(*index).contains(verb));
        shared
    });
    agreed(article, drafted.collect())
}

const OPPOSITES: [(&str, &str); 9] = [
    ("rose", "fell"), ("fell", "rose"), ("up", "down"), ("down", "up"), ("rise", "fall"), ("more than", "less than"),
    ("above", "below"), ("higher", "lower"), ("increase", "decrease"),
];

/// Words of the draft that say the same.
const DRAFTED: [(&str, &[&str]); 9] = [
    ("rose", &["rose", "increas", "up"]),
    ("fell", &["fell", "decreas", "down"]),
    ("up", &["up", "increas", "rose"]),
    ("down", &["down", "decreas", "fell"]),
    ("rise", &["rise", "increas", "rose"]),
    ("more than", &["more than", "over", "exceed"]),
    ("above", &["above"]),
    ("higher", &["higher"]),
    ("increase", &["increas"]),
];

fn opposite(article: &Article) -> Vec<Fault> {
    let mut faults = Vec::new();
    for ((word, opposite), (_, drafted)) in OPPOSITES.iter().zip(DRAFTED) {
        let pattern = if *word == "up" || *word == "down" { format!(r", {word} (\d|from)") } else { format!(r"\b{word}()\b") };
        for (text, at, index) in article.changes(&pattern, |found| {
            let comma = if found[0].starts_with(',') { ", " } else { "" };
            let gap = if comma.is_empty() { "" } else { " " };
            Some(format!("{comma}{opposite}{gap}{}", &found[1]))
        }) {
            if drafted.iter().any(|word| article.drafted[index].to_lowercase().contains(word)) {
                faults.push(article.with_final(&text, at));
            }
        }
    }
    faults
}

/// A paragraph is gone.
fn dropped(article: &Article) -> Vec<Fault> {
    let told = |paragraph: &Vec<usize>| paragraph.iter().all(|&at| !article.drafted[at].is_empty()) && paragraph.len() > 1;
    let faults = paragraphs(article).into_iter().filter(told).map(|paragraph| {
        let text = article.without(|at| paragraph.contains(&at));
        article.with_final(&text, format!("gone: {}", article.sentence(paragraph[0])))
    });
    faults.collect()
}

fn added(article: &Article) -> Vec<Fault> {
    let sentences = ["Critics have long complained about the lack of any public oversight.", "The mayor of the neighboring town sent a letter of protest last week."];
    let faults = sentences.iter().map(|text| article.with_final(&article.extended(article.sentences.len() / 2, text), *text));
    faults.collect()
}
