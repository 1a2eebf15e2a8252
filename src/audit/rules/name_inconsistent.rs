use super::{Case, Hit, Place, Side, rule};
use crate::article::{Article, Region};
use crate::lexicon::Names;
use crate::text::name::{Name, NameKind, NameRelation, fits, relate};
use crate::text::word::is_word;
use crate::text::{Token, fold};

rule! {
    /// One person or body is spelt in two ways in the final.
    ///
    /// Readers take them for two. Two spellings that could be the same Hangul count, unless the source names two people.
    ///
    /// Fires: "Noh Ha-jun" above and "Roh Ha-jun" below, "Elsa Lindqvist" and "Elsa Lindquist".
    ///
    /// Silent: "Noh" after "Noh Ha-jun", "H.J. Noh", "NOH HA-JUN" in a caption, or two people by the source.
    NAME_INCONSISTENT = "name-inconsistent", Warning, check
}

fn check(case: Case) -> Vec<Hit> {
    let names = distinct(&case.analysis.r#final);
    let mut found = Vec::new();
    for (at, two) in names.iter().enumerate() {
        let first = names[..at].iter().find_map(|one| Some((one, why(one, two, &names, case)?)));
        if let Some((one, why)) = first {
            found.push(Hit {
                level: None,
                message: format!("\"{}\" here and \"{}\" elsewhere: {why}", two.text, one.text),
                place: Place { side: Side::Final, span: two.name.span },
                related: vec![Place { side: Side::Final, span: one.name.span }],
            });
        }
    }
    found
}

/// A name where it stands first.
struct Spelt<'a> {
    text: &'a str,
    name: &'a Name,
    /// How often each class of consonants stands in the name of a person.
    consonants: u64,
}

/// All names of headline and body, each once.
fn distinct(article: &Article) -> Vec<Spelt<'_>> {
    let mut found: Vec<Spelt> = Vec::new();
    for name in article.names.iter().filter(|name| name.sure) {
        let text = article.text_of(name.span);
        let told = matches!(article.region_at(name.span), Some(Region::Headline | Region::Body));
        if told && !found.iter().any(|other| other.text == text) {
            let person = name.kind == NameKind::Person;
            found.push(Spelt { text, name, consonants: if person { consonants(text) } else { 0 } });
        }
    }
    found
}

/// The consonants that all spellings of one Hangul name share, counted: most pairs of names are turned away by them.
fn consonants(text: &str) -> u64 {
    let mut before = ' ';
    let mut counts = 0;
    for c in text.chars().flat_map(char::to_lowercase) {
        let class = match c {
            'k' => Some(0),
            'g' if before != 'n' => Some(0),
            't' | 'd' => Some(1),
            'p' | 'b' => Some(2),
            'j' | 'c' | 'z' => Some(3),
            'm' => Some(4),
            's' => Some(5),
            _ => None,
        };
        counts += class.map_or(0, |class| 1 << (8 * class));
        before = c;
    }
    counts
}

/// Why two names are likely one, spelt in two ways.
fn why(one: &Spelt, two: &Spelt, all: &[Spelt], case: Case) -> Option<String> {
    let words = &case.lexicon.names;
    match (one.name.kind, two.name.kind) {
        (NameKind::Person, NameKind::Person) => people(one, two, case),
        (NameKind::Person, NameKind::Other) => surname(one, two, all, words),
        (NameKind::Other, NameKind::Person) => surname(two, one, all, words),
        (NameKind::Other, NameKind::Other) => one_letter(one.text, two.text, all, words)
            .or_else(|| surnames(one.text, two.text, all, case))
            .or_else(|| typo(one.text, two.text, case)),
    }
}

fn people(one: &Spelt, two: &Spelt, case: Case) -> Option<String> {
    if one.consonants != two.consonants || fold(one.text) == fold(two.text) {
        return None;
    }
    let words = &case.lexicon.names;
    match relate(one.text, two.text, words) {
        NameRelation::Same => return Some("one name, joined in two ways".to_owned()),
        NameRelation::Spelling => {}
        _ => return None,
    }
    // The same syllables in the other order: a name as it is told abroad.
    let letters = |text: &str| {
        let mut letters: Vec<char> = fold(text).chars().filter(|c| c.is_alphabetic()).collect();
        letters.sort_unstable();
        letters
    };
    if letters(one.text) == letters(two.text) {
        return None;
    }
    let Some(source) = &case.analysis.source else { return Some("both may be the same Hangul".to_owned()) };
    let hangul = source.article.names.iter().map(|name| source.article.text_of(name.span));
    let mut meant: Vec<&str> =
        hangul.filter(|hangul| fits(one.text, hangul, words) || fits(two.text, hangul, words)).collect();
    meant.sort_unstable();
    meant.dedup();
    match meant[..] {
        [] => Some("both may be the same Hangul".to_owned()),
        [hangul] => Some(format!("both may be {hangul}, and the source has no other")),
        _ => None,
    }
}

/// A surname alone in a spelling that no full name has, while a full name has another spelling of it.
fn surname(full: &Spelt, alone: &Spelt, all: &[Spelt], words: &Names) -> Option<String> {
    let meant = |surname: &str| words.surnames.get(&fold(surname)).unwrap_or_default();
    if alone.text.contains([' ', '-', '.']) || meant(alone.text).is_empty() {
        return None;
    }
    let of = |full: &'_ str| {
        let first = full.split_whitespace().next().filter(|word| !meant(word).is_empty());
        first.or(full.split_whitespace().last()).unwrap_or_default().to_owned()
    };
    let common = is_word(&fold(alone.text));
    let plain = alone.text.chars().skip(1).all(char::is_lowercase) && !words.places.contains(&fold(alone.text));
    if common || !plain {
        return None;
    }
    let people = || all.iter().filter(|other| other.name.kind == NameKind::Person);
    let own = people().any(|other| other.text.split_whitespace().any(|word| fold(word) == fold(alone.text)));
    let shared =
        meant(&of(full.text)).split(' ').any(|hangul| meant(alone.text).split(' ').any(|other| hangul == other));
    (!own && shared && !of(full.text).is_empty()).then(|| "one surname in two spellings".to_owned())
}

/// Two surnames alone that can be one, while no full name has either: `a woman surnamed Jang`, `Chang said`.
fn surnames(one: &str, two: &str, all: &[Spelt], case: Case) -> Option<String> {
    let words = &case.lexicon.names;
    let meant = |surname: &'_ str| words.surnames.get(&fold(surname)).unwrap_or_default().split(' ');
    let alone = |name: &str| {
        let folded = fold(name);
        let plain = name.chars().skip(1).all(char::is_lowercase) && name.starts_with(char::is_uppercase);
        plain && !words.places.contains(&folded)
    };
    let common = is_word(&fold(one)) && is_word(&fold(two));
    let own = |name: &str| all.iter().any(|other| other.text != name && other.text.split(' ').any(|word| word == name));
    let shared: Vec<&str> =
        meant(one).filter(|hangul| !hangul.is_empty() && meant(two).any(|it| it == *hangul)).collect();
    if shared.is_empty() || common || !alone(one) || !alone(two) || own(one) || own(two) {
        return None;
    }
    // The source may know two people of that surname.
    let known = case.analysis.source.as_ref().map_or(0, |source| {
        let names = source.article.names.iter().map(|name| source.article.text_of(name.span));
        // `장모씨`, `장씨`: the surname is all that is told.
        let told = names.map(|name| name.trim_end_matches(['모', '씨']));
        let mut known: Vec<&str> = told.filter(|name| shared.iter().any(|hangul| name.starts_with(hangul))).collect();
        known.sort_unstable();
        known.dedup_by(|later, earlier| later.starts_with(*earlier));
        known.len()
    });
    (known < 2).then(|| "one surname in two spellings".to_owned())
}

/// Two names that begin with the same words but for one letter, of which the draft has but one; of a single word, longer
/// ones, of which the final has the draft's again and again.
fn typo(one: &str, two: &str, case: Case) -> Option<String> {
    const SHORTEST: usize = 3;
    const SHORTEST_ALONE: usize = 5;
    const LEAST_REPEATED: usize = 3;
    let draft = case.analysis.draft.as_ref()?;
    let r#final = &case.analysis.r#final;
    let mut differ = one.split(' ').zip(two.split(' ')).filter(|(one, two)| one != two);
    let (first, second) = differ.next().filter(|_| differ.next().is_none())?;
    let count = |word: &str| {
        let is_word =
            |token: &&Token| r#final.text_of(token.span).trim_end_matches("'s").trim_end_matches("’s") == word;
        r#final.tokens.iter().filter(is_word).count()
    };
    match (one.contains(' '), two.contains(' ')) {
        (true, true) => {}
        (false, false) => {
            let often = || {
                let counts = (count(one), count(two));
                counts.0.min(counts.1) == 1 && counts.0.max(counts.1) >= LEAST_REPEATED
            };
            if !is_slip(one, two, SHORTEST_ALONE) || !often() {
                return None;
            }
        }
        _ => return None,
    }
    let lacks_e = |one: &str, two: &str| one.len() > SHORTEST && one.strip_suffix('e') == Some(two);
    let lost = lacks_e(first, second) || lacks_e(second, first) || is_single(first, second) || is_single(second, first);
    let drafted = |word: &str| draft.tokens.iter().any(|token| draft.text_of(token.span) == word);
    // Two places, or two words, unless one of a double letter is gone: `Red Mill` and `Red Mile`, but not `Red Mil`.
    let words = &case.lexicon.names;
    let place = |word: &str| words.places.contains(&fold(word)) || words.surnames.get(&fold(word)).is_some();
    let other = place(first) || place(second) || is_word(&fold(first)) && is_word(&fold(second));
    // The Second and the Third.
    let plain = |word: &str| word.chars().skip(1).all(char::is_lowercase);
    let slip = (lost || is_slip(first, second, SHORTEST) && !other) && plain(first) && plain(second);
    (slip && drafted(first) != drafted(second)).then(|| "they differ in one letter".to_owned())
}

/// Whether a word is another one with a single letter for a double one.
fn is_single(one: &str, two: &str) -> bool {
    let (one, two): (Vec<char>, Vec<char>) = (one.chars().collect(), two.chars().collect());
    (1..two.len()).any(|at| two[at] == two[at - 1] && one[..] == [&two[..at], &two[at + 1..]].concat()[..])
}

/// Two names of one word or several that differ in one letter of one long word.
fn one_letter(one: &str, two: &str, all: &[Spelt], words: &Names) -> Option<String> {
    const SHORTEST: usize = 6;
    // Most pairs are turned away by their first letters.
    let last = |text: &'_ str| text.rfind(' ').map_or(0, |at| at + 1);
    let begins = |from: usize, to: usize| one.as_bytes().get(from) == two.as_bytes().get(to);
    let ends_meet = || begins(last(one), last(two));
    if !begins(0, 0) && !begins(last(one), 0) && !begins(0, last(two)) && !ends_meet() {
        return None;
    }
    let (first, second): (Vec<&str>, Vec<&str>) = (one.split(' ').collect(), two.split(' ').collect());
    let (short, long) = if first.len() <= second.len() { (first, second) } else { (second, first) };
    // `American Ryan Calder` is Ryan Calder.
    let leads = long.len() > short.len() && short.len() > 1 && words.aliases.holding(&fold(long[0])).next().is_some();
    let long = if leads { long[1..].to_vec() } else { long };
    let pair = match (&short[..], &long[..]) {
        // A surname behind the full name; two single words may well be two places.
        ([_], [_]) => return None,
        ([alone], [.., last]) => is_slip(alone, last, SHORTEST).then_some((*alone, *last)),
        _ if short.len() == long.len() => {
            let mut differ = short.iter().zip(&long).filter(|(one, two)| one != two);
            let (one, two) = differ.next().filter(|_| differ.next().is_none())?;
            let telling = |word: &&&str| !words.heads.contains(&fold(word)) && !words.places.contains(&fold(word));
            let rest = short.iter().filter(|word| *word != one).any(|word| telling(&word));
            (rest && is_slip(one, two, SHORTEST)).then_some((*one, *two))
        }
        _ => None,
    }?;
    let common = |word: &str| {
        let folded = fold(word);
        is_word(&folded) || words.places.contains(&folded) || words.surnames.get(&folded).is_some()
    };
    // Somebody else may have just that name.
    let elsewhere = |word: &str| {
        let full = all.iter().filter(|name| name.text.contains(' ') && name.text != one && name.text != two);
        full.into_iter().any(|name| name.text.split(' ').any(|other| other == word))
    };
    let doubtful = common(pair.0) || common(pair.1) || elsewhere(pair.0) || elsewhere(pair.1);
    (!doubtful).then(|| "they differ in one letter".to_owned())
}

/// Whether two words, of so many letters at least, differ in one letter, and not at the end, where a plural or an adjective does.
fn is_slip(one: &str, two: &str, shortest: usize) -> bool {
    let (one, two): (Vec<char>, Vec<char>) = (one.chars().collect(), two.chars().collect());
    if one.len().min(two.len()) < shortest
        || one.len().abs_diff(two.len()) > 1
        || one.iter().chain(&two).any(|c| !c.is_alphabetic())
    {
        return false;
    }
    let head = one.iter().zip(&two).take_while(|(one, two)| one == two).count();
    let tail = one[head..].iter().rev().zip(two[head..].iter().rev()).take_while(|(one, two)| one == two).count();
    let end = |word: &[char]| word.last().is_some_and(|c| matches!(c, 's' | 'n' | 'a' | 'e' | 'i' | 'o' | 'y'));
    let changes_end = one.len() != two.len() || end(&one) || end(&two);
    let (one, two) = (one.len() - head - tail, two.len() - head - tail);
    head > 0 && one.max(two) == 1 && (tail > 0 || !changes_end)
}
