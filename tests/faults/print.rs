//! Faults that are not fit to print.

use regex::Regex;

use crate::Maker;
use crate::article::{Article, Fault, Versions};

pub const MAKERS: &[(&str, Maker)] = &[
    ("prompt-leak", leak),
    ("editor-note", note),
    ("editor-note", bare_note),
    ("garbled", broken_characters),
    ("markup-left", markup),
    ("repeated-text", doubled_word),
    ("repeated-text", sentence_twice),
    ("quotes-unbalanced", mark_lost),
    ("house-style", term_left),
    ("house-style-broken", term_put_in),
];

/// A line above the article, below its body, or in the middle.
fn leak(article: &Article) -> Vec<Fault> {
    let below = article.sentences.last().unwrap().end;
    let lines = [
        (0, "Here is the English translation of the article:"),
        (0, "Sure! Here's the translation:"),
        (0, "Translation:"),
        (below, "[Note: The original text is ambiguous here.]"),
        (below, "Note that the translation follows the style of a news article."),
        (below, "Let me know if you'd like any changes."),
        (below, "As an AI language model, I cannot verify these figures."),
        (article.sentences[1].end, "[Note: The original has a pun here.]"),
    ];
    let faults = lines.iter().map(|(at, line)| {
        let line_in = match at {
            0 => format!("{line}\n\n"),
            at if *at == below => format!("\n\n{line}"),
            _ => format!(" {line}"),
        };
        article.with_final(&article.replaced(*at..*at, &line_in), *line)
    });
    faults.collect()
}

fn note(article: &Article) -> Vec<Fault> {
    let notes = ["[CHECK]", "[확인 필요]", "[TK]", "[desk: spelling?]", "[fact-check this]", "(CHECK)"];
    let place = |at: usize| article.sentences[at % article.sentences.len()].end;
    let faults = notes.iter().enumerate().map(|(at, note)| {
        let end = place(at * 2 + 1);
        article.with_final(&article.replaced(end..end, &format!(" {note}")), *note)
    });
    faults.collect()
}

/// A number left to be filled in.
fn bare_note(article: &Article) -> Vec<Fault> {
    // Where the southeast is named, TK is a place.
    let notes = if article.r#final.contains("Daegu") { ["XXX", "???"] } else { ["TK", "???"] };
    let pattern = r"\b\d[\d,.]*\d( percent\b| people\b| billion\b| million\b)";
    notes.iter().flat_map(|note| article.each_match(pattern, |found| Some(format!("{note}{}", &found[1])))).collect()
}

fn broken_characters(article: &Article) -> Vec<Fault> {
    let text = &article.r#final;
    let slips = [
        ("’", "â€™"),
        ("“", "â€œ"),
        ("’", "\u{FFFD}"),
        (" and ", " &amp; "),
        ("’", "&#39;"),
        (" the ", "&nbsp;the "),
        (" of ", " of\u{8} "),
        ("”", "&quot;"),
    ];
    let found = slips.iter().filter_map(|(old, new)| {
        let at = article.sentences[0].start;
        let at = at + text[at..].find(old)?;
        let faulty = article.replaced(at..at + old.len(), new);
        Some(article.with_final(&faulty, format!("{new:?} for {old:?}")))
    });
    found.collect()
}

fn markup(article: &Article) -> Vec<Fault> {
    let mut faults =
        article.each_match(r"\b[A-Z][a-z]+ [A-Z][a-z]+-[a-z]+\b", |found| Some(format!("**{}**", &found[0])));
    faults.truncate(1);
    faults.push(article.with_final(&format!("## {}", article.r#final), "## before the headline"));
    let range = article.sentences[2].clone();
    let sentence = article.sentence(2);
    for (before, after) in
        [("<b>", "</b>"), ("<p>", "</p>"), ("[", "](https://example.com/a)"), ("", "<br>"), ("> ", "")]
    {
        // A quotation bar stands at the start of a line.
        let before = if before == "> " { "\n> " } else { before };
        let text = article.replaced(range.clone(), &format!("{before}{sentence}{after}"));
        faults.push(article.with_final(&text, format!("{before:?} and {after:?} around a sentence")));
    }
    faults
}

fn doubled_word(article: &Article) -> Vec<Fault> {
    let small = article.each_match(r" (the|of|and|by|a|at|from) ", |found| Some(format!(" {0} {0} ", &found[1])));
    let large = article.each_match(r" ([a-z]{6,}) ", |found| Some(format!(" {0} {0} ", &found[1])));
    let step = |faults: Vec<Fault>| {
        let step = faults.len().div_ceil(2).max(1);
        faults.into_iter().step_by(step)
    };
    step(small).chain(step(large)).collect()
}

fn sentence_twice(article: &Article) -> Vec<Fault> {
    const LEAST_WORDS: usize = 8;
    // Quotations may be repeated on purpose.
    let long = |at: &usize| {
        let sentence = article.sentence(*at);
        sentence.split(' ').count() >= LEAST_WORDS && !sentence.contains(['“', '”'])
    };
    let last = article.sentences.len() - 1;
    let faults = (0..last).filter(long).map(|at| {
        let sentence = article.sentence(at);
        article.with_final(&article.extended(last, sentence), format!("stands twice: {sentence}"))
    });
    faults.collect()
}

/// One mark of a quotation is gone.
fn mark_lost(article: &Article) -> Vec<Fault> {
    let text = &article.r#final;
    let quotation = Regex::new(r"“[^“”\n]*”").unwrap();
    let mut faults = Vec::new();
    for found in quotation.find_iter(text) {
        let last = found.end() - '”'.len_utf8();
        // Before a paragraph that opens anew, a quotation needs no end.
        let next = text[found.end()..].split('\n').skip(1).find(|line| !line.is_empty()).unwrap_or("");
        let ends_line = !text[found.end()..].split('\n').next().unwrap_or("").contains('“');
        if !(next.starts_with('“') && ends_line) {
            faults.push(
                article.with_final(&article.replaced(last..found.end(), ""), format!("not closed: {}", found.as_str())),
            );
        }
        let first = found.start()..found.start() + '“'.len_utf8();
        faults.push(article.with_final(&article.replaced(first, ""), format!("not opened: {}", found.as_str())));
    }
    faults
}

/// Terms that the desk replaces, each in a sentence of its own, with the desk's.
const TERMS: [(&str, &str); 3] = [
    ("Netizens reacted at once to the news.", "Internet users reacted at once to the news."),
    ("The people there had utilized the building for years.", "The people there had used the building for years."),
    ("Visitors must register prior to their arrival.", "Visitors must register before their arrival."),
];

/// A draft and a final with one sentence more in the same place.
fn with_sentences(article: &Article, draft: &str, r#final: &str) -> Fault {
    let text = article.extended(article.sentences.len() - 1, r#final);
    article.with(&format!("{} {draft}", article.draft.trim_end()), &text, Versions::NoSource, r#final)
}

fn term_left(article: &Article) -> Vec<Fault> {
    TERMS.iter().map(|(term, _)| with_sentences(article, term, term)).collect()
}

fn term_put_in(article: &Article) -> Vec<Fault> {
    TERMS.iter().map(|(term, preferred)| with_sentences(article, preferred, term)).collect()
}
