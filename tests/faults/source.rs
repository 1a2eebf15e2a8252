//! What the source has and the final lacks, or the other way round.

use crate::Maker;
use crate::article::{Article, Fault, Versions};

pub const MAKERS: &[(&str, Maker)] = &[
    ("source-number-missing", paragraphs_dropped),
    ("source-number-added", added),
    ("source-number-added", invented_by_the_draft),
    ("source-passage-missing", paragraphs_dropped),
    ("untranslated", sentence_left),
    ("untranslated", word_left),
];

/// The sentences of each paragraph of the body, by index.
pub fn paragraphs(article: &Article) -> Vec<Vec<usize>> {
    let mut found: Vec<Vec<usize>> = Vec::new();
    for (index, range) in article.sentences.iter().enumerate() {
        let goes_on = index > 0 && !article.r#final[article.sentences[index - 1].end..range.start].contains('\n');
        match found.last_mut() {
            Some(last) if goes_on => last.push(index),
            _ => found.push(vec![index]),
        }
    }
    found
}

/// A paragraph with several numbers is gone; not the first, which the headline repeats.
fn paragraphs_dropped(article: &Article) -> Vec<Fault> {
    const LEAST_NUMBERS: usize = 3;
    let told = |paragraph: &Vec<usize>| {
        let words = paragraph.iter().flat_map(|&at| article.sentence(at).split(' '));
        let begins = |word: &&str| word.trim_start_matches(['$', '(', '“']).starts_with(|c: char| c.is_ascii_digit());
        paragraph.len() > 1 && words.filter(begins).count() >= LEAST_NUMBERS
    };
    let faults = paragraphs(article).into_iter().skip(1).filter(told).map(|paragraph| {
        let text = article.without(|at| paragraph.contains(&at));
        article.with_final(&text, format!("gone: {}", article.sentence(paragraph[0])))
    });
    faults.collect()
}

const ADDED: [&str; 2] =
    ["Some 83,700 people took part in a similar event.", "It cost 913 million euros and took 77 months."];

fn added(article: &Article) -> Vec<Fault> {
    ADDED.iter().map(|text| article.with_final(&article.extended(article.sentences.len() / 2, text), *text)).collect()
}

fn invented_by_the_draft(article: &Article) -> Vec<Fault> {
    let both = |text: &&str| {
        let draft = format!("{} {text}", article.draft.trim_end());
        let r#final = article.extended(article.sentences.len() - 1, text);
        article.with(&draft, &r#final, Versions::All, format!("in both: {text}"))
    };
    ADDED.iter().map(both).collect()
}

/// The first sentences of the source's paragraphs, as far as they are short.
fn source_sentences(article: &Article) -> Vec<&str> {
    let lines = article.source.lines().skip(1).filter(|line| !line.is_empty() && !line.contains('@'));
    let first = |line: &str| line.find(['.', '。']).map(|at| at + line[at..].chars().next().unwrap().len_utf8());
    lines.filter_map(|line| Some(&line[..first(line)?])).filter(|sentence| sentence.chars().count() > 8).collect()
}

/// A sentence of the source stands where its translation was.
fn sentence_left(article: &Article) -> Vec<Fault> {
    let faults = source_sentences(article).into_iter().enumerate().map(|(at, sentence)| {
        let place = article.sentences[at * 2 % article.sentences.len()].clone();
        article.with_final(&article.replaced(place, sentence), sentence)
    });
    faults.collect()
}

/// A word of the source stands within a sentence.
fn word_left(article: &Article) -> Vec<Fault> {
    let word =
        article.source.split(|c: char| !c.is_alphabetic()).find(|word| word.chars().count() >= 2 && !word.is_ascii());
    let word: String = word.unwrap().chars().take(4).collect();
    article.each_match(r" ([a-z]{5,}) ", |_| Some(format!(" {word} ")))
}
