//! Names that become others.

use std::ops::Range;

use regex::{Captures, Regex};

use crate::Maker;
use crate::article::{Article, Fault, Versions};

pub const MAKERS: &[(&str, Maker)] = &[
    ("source-name-mismatch", |article| slips(article, another_syllable, Versions::All)),
    ("source-name-mismatch", |article| slips(article, another_surname, Versions::All)),
    ("source-name-mismatch", |article| slips(article, syllables_swapped, Versions::All)),
    ("source-name-mismatch", |article| slips(article, another_syllable, Versions::NoDraft)),
    ("source-name-mismatch", |article| slips(article, syllables_swapped, Versions::NoDraft)),
    ("name-changed", |article| slips(article, another_syllable, Versions::NoSource)),
    ("name-changed", |article| slips(article, another_surname, Versions::NoSource)),
    ("name-changed", |article| slips(article, syllables_swapped, Versions::NoSource)),
    ("name-changed", another_body),
    ("name-inconsistent", spelt_otherwise_below),
    ("name-inconsistent", foreigner_spelt_otherwise),
];

const NAME: &str = r"\b([A-Z][a-z]+) ([A-Z][a-z]+)-([a-z]+)\b";

/// The full names of Koreans in headline and body, each where it stands first.
fn full_names(article: &Article) -> Vec<(Range<usize>, [String; 3])> {
    let end = article.sentences.last().unwrap().end;
    let mut found: Vec<(Range<usize>, [String; 3])> = Vec::new();
    for name in Regex::new(NAME).unwrap().captures_iter(&article.r#final[..end]) {
        let parts = [1, 2, 3].map(|part| name[part].to_owned());
        if !found.iter().any(|(_, other)| *other == parts) {
            found.push((name.get(0).unwrap().range(), parts));
        }
    }
    found
}

/// Changes surname and syllables.
type Slip = fn(&[String; 3]) -> Option<String>;

fn slips(article: &Article, slip: Slip, versions: Versions) -> Vec<Fault> {
    let found = full_names(article).into_iter().filter_map(|(place, parts)| {
        let (old, new) = (&article.r#final[place.clone()], slip(&parts)?);
        let text = article.r#final.replace(old, &new);
        let at = format!("{old} became {new} ({versions:?})");
        (!article.r#final.contains(&new)).then_some((text, at, article.sentence_at(place.start)?))
    });
    let changes: Vec<_> = found.collect();
    if versions == Versions::NoSource {
        return article.edited(changes, versions);
    }
    changes.into_iter().map(|(text, at, _)| article.with(&article.draft, &text, versions, at)).collect()
}

fn another_syllable([surname, first, second]: &[String; 3]) -> Option<String> {
    let other = ["kyung", "won", "mi", "seok"].into_iter().find(|it| it.chars().next() != second.chars().next())?;
    Some(format!("{surname} {first}-{other}"))
}

fn another_surname([surname, first, second]: &[String; 3]) -> Option<String> {
    let other = ["Kang", "Bae", "Moon"].into_iter().find(|it| it.chars().next() != surname.chars().next())?;
    Some(format!("{other} {first}-{second}"))
}

fn syllables_swapped([surname, first, second]: &[String; 3]) -> Option<String> {
    let (head, tail) = second.split_at(1);
    (first.to_lowercase() != *second)
        .then(|| format!("{surname} {}{tail}-{}", head.to_uppercase(), first.to_lowercase()))
}

/// A firm or a body with another word in its name.
fn another_body(article: &Article) -> Vec<Fault> {
    let words = ["Construction", "Ventures", "Partners", "Film", "Entertainment", "Market", "Research", "Railway"];
    let pattern = format!(r"\b([A-Z][a-z]+) ({})\b", words.join("|"));
    let changed = article.changes(&pattern, |found: &Captures| Some(format!("{} Logistics", &found[1])));
    article.edited(changed, Versions::NoSource)
}

/// Another spelling of the same Hangul in a later sentence.
fn spelt_otherwise_below(article: &Article) -> Vec<Fault> {
    let spellings = [
        ("young", "yeong"),
        ("jun", "joon"),
        ("woo", "u"),
        ("hyuk", "hyeok"),
        ("eun", "un"),
        ("sun", "seon"),
        ("seo", "suh"),
        ("jung", "jeong"),
        ("hyun", "hyeon"),
        ("hoon", "hun"),
        ("seung", "sung"),
        ("joon", "jun"),
        ("seok", "suk"),
        ("kook", "guk"),
        ("young", "yung"),
        ("soo", "su"),
        ("ji", "jee"),
        ("yun", "yoon"),
        ("su", "soo"),
    ];
    let last = article.sentences.len() - 1;
    let names = full_names(article).into_iter().filter_map(|(_, [surname, first, second])| {
        let of = |part: &str| spellings.iter().find(|(old, _)| part == *old).map(|(_, new)| *new);
        let other = match (of(&second), of(&first.to_lowercase())) {
            (Some(new), _) => format!("{surname} {first}-{new}"),
            (None, Some(new)) => format!("{surname} {}{}-{second}", new[..1].to_uppercase(), &new[1..]),
            (None, None) => return None,
        };
        let text = article.extended(last, &format!("{other} did not answer calls on that day."));
        Some(article.with_final(&text, format!("{surname} {first}-{second} is {other} below")))
    });
    names.collect()
}

/// A letter of a foreign name is doubled or lost below.
fn foreigner_spelt_otherwise(article: &Article) -> Vec<Fault> {
    let last = article.sentences.len() - 1;
    let pairs = [
        ("Elsa Lindqvist", "Elsa Lindquist"),
        ("Ryan Calder", "Ryan Callder"),
        ("Asuka Hirose", "Asuka Hirrose"),
        ("Gu Xiaolan", "Gu Xialan"),
    ];
    let stands = pairs.iter().filter(|(old, _)| article.r#final.contains(old));
    let faults = stands.map(|(old, new)| {
        let text = article.extended(last, &format!("{new} did not answer calls on that day."));
        article.with_final(&text, format!("{old} is {new} below"))
    });
    faults.collect()
}
