//! Quotations that are not what was said.

use std::ops::Range;

use regex::Regex;

use crate::Maker;
use crate::article::{Article, Fault, Versions};

pub const MAKERS: &[(&str, Maker)] = &[
    ("quote-altered", another_word),
    ("quote-altered", denied),
    ("quote-altered", another_quotation),
    ("quote-invented", added),
    ("quote-invented", reported_speech_in_marks),
];

/// The quotations of the body with their words, the marks left out; no titles.
fn quotations(article: &Article) -> Vec<Range<usize>> {
    const LEAST_WORDS: usize = 5;
    let first = article.sentences[0].start;
    let pattern = Regex::new(r"“([^“”\n]*)”").unwrap();
    let found = pattern.captures_iter(&article.r#final).map(|found| found.get(1).unwrap().range());
    found
        .filter(|range| range.start > first && article.r#final[range.clone()].split(' ').count() >= LEAST_WORDS)
        .collect()
}

fn changed(article: &Article, change: impl Fn(&str) -> Option<String>) -> Vec<Fault> {
    let faults = quotations(article).into_iter().filter_map(|range| {
        let old = &article.r#final[range.clone()];
        let new = change(old)?;
        let at = article.sentence_at(range.start)?;
        Some((article.replaced(range.clone(), &new), format!("“{old}” became “{new}”"), at))
    });
    let changes: Vec<_> = faults.collect();
    let both = [Versions::All, Versions::NoSource].into_iter();
    both.flat_map(|versions| article.edited(changes.clone(), versions)).collect()
}

/// The longest word in small letters is another one.
fn another_word(article: &Article) -> Vec<Fault> {
    changed(article, |quotation| {
        let small = |word: &&str| word.chars().all(|c| c.is_ascii_lowercase());
        let longest = quotation.split(' ').filter(small).max_by_key(|word| word.len()).filter(|word| word.len() > 4)?;
        Some(quotation.replacen(longest, if longest.ends_with('s') { "monsters" } else { "sunshine" }, 1))
    })
}

/// A "not" came in or went.
fn denied(article: &Article) -> Vec<Fault> {
    changed(article, |quotation| {
        for (said, denied) in [
            (" did not ", " did "),
            (" could not ", " could "),
            (" will not ", " will "),
            (" do not ", " do "),
            (" can't ", " can "),
        ] {
            if quotation.contains(said) {
                return Some(quotation.replacen(said, denied, 1));
            }
        }
        if quotation.contains(" not ") {
            return None;
        }
        let verbs = [" is ", " are ", " was ", " were ", " will ", " should ", " must ", " can "];
        let verb = verbs.into_iter().find(|verb| quotation.contains(verb))?;
        Some(quotation.replacen(verb, &format!("{verb}not "), 1))
    })
}

fn another_quotation(article: &Article) -> Vec<Fault> {
    changed(article, |quotation| {
        // Where nothing else stands in its sentence, nothing tells which quotation it was.
        let with_speaker = quotation.ends_with([',', '?']);
        with_speaker.then(|| "Nobody in this country takes our worries seriously,".to_owned())
    })
}

/// Without a draft, an added quotation may be one of the source's that was moved.
fn added(article: &Article) -> Vec<Fault> {
    let quotations = [
        "“It was the hardest decision of my whole career,” one of them said.",
        "A spokesperson called the matter “a wake-up call for the whole country.”",
    ];
    let places = [article.sentences.len() - 1, article.sentences.len() / 2];
    let pairs = quotations.iter().zip(places).filter(|(_, at)| !article.sentence(*at).contains(['“', '”']));
    pairs.map(|(quotation, at)| article.with_final(&article.extended(at, quotation), *quotation)).collect()
}

/// What somebody said in other words stands in quotation marks.
fn reported_speech_in_marks(article: &Article) -> Vec<Fault> {
    article.each_match(r"\b(said|saying|predicted|added|warned|claimed|explained) that (.{20,})\.$", |found| {
        let mut letters = found[2].chars();
        let first = letters.next()?.to_uppercase();
        Some(format!("{}, “{first}{}.”", &found[1], letters.as_str()))
    })
}
