use std::ops::Range;

use super::{Case, Hit, rule};
use crate::article::{Article, Region};
use crate::lexicon::Frame;
use crate::settings::Level;
use crate::text::{fold, plain_words};

rule! {
    /// A line says that the article was translated by AI, but not in the desk's wording.
    ///
    /// What readers are told should not depend on who typed it. A desk sets its lines as `wording` under `[disclosure]`:
    /// then another one is an error (quotation marks, spaces and capitals aside). Without them it is a warning where the
    /// line says nothing of people who edited, or nearly is "Translated from … using generative AI and edited by … staff."
    ///
    /// Fires: "Translated from the Port Daily using AI and edited staff." stands below the body.
    ///
    /// Silent: The line is the desk's own, in capitals or with other quotation marks.
    DISCLOSURE_ALTERED = "disclosure-altered", Warning, check
}

fn check(case: Case) -> Vec<Hit> {
    let article = &case.analysis.r#final;
    let lines = disclosures(article);
    let Some(first) = lines.first() else { return Vec::new() };
    let wordings = &case.settings.disclosure.wording;
    let wanted: Vec<String> = wordings.iter().map(|wording| letters(wording)).filter(|it| !it.is_empty()).collect();
    let found = if wanted.is_empty() {
        let faults: Option<Vec<&str>> =
            lines.iter().map(|line| fault(text(article, line), &case.lexicon.frame)).collect();
        faults.and_then(|faults| faults.first().map(|&fault| (None, fault.to_owned())))
    } else {
        let differs = !lines.iter().any(|line| is_worded(article, line, &wanted));
        differs.then(|| (Some(Level::Error), format!("the disclosure is not in the desk's wording: {}", wordings[0])))
    };
    let hit = |(level, message)| Hit::new(article.span_of(first.clone()), message).at_level(level);
    found.map(hit).into_iter().collect()
}

/// The disclosures: runs of sentences that are part of one.
pub(super) fn disclosures(article: &Article) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for (at, sentence) in article.sentences.iter().enumerate() {
        if sentence.region != Region::Disclosure {
            continue;
        }
        match found.last_mut() {
            Some(last) if last.end == at => last.end += 1,
            _ => found.push(at..at + 1),
        }
    }
    found
}

fn text<'a>(article: &'a Article, sentences: &Range<usize>) -> &'a str {
    article.span_of(sentences.clone()).of(&article.text)
}

/// Letters and digits alone, folded.
pub(super) fn letters(text: &str) -> String {
    fold(text).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Whether a run of sentences around a disclosure is one of the desk's wordings, which may have several sentences.
fn is_worded(article: &Article, line: &Range<usize>, wanted: &[String]) -> bool {
    const MOST_SENTENCES: usize = 4;
    let earliest = (line.start + 1).saturating_sub(MOST_SENTENCES);
    let latest = (line.end + MOST_SENTENCES - 1).min(article.sentences.len());
    (earliest..line.end).rev().any(|start| {
        let ends = (start + 1..=latest).take(MOST_SENTENCES).filter(|&end| end > line.start);
        ends.into_iter().any(|end| wanted.contains(&letters(text(article, &(start..end)))))
    })
}

/// The known line, around the names of paper and desk.
const FORM: [&str; 3] = ["translated from ", " using generative ai and edited by ", " staff"];

/// What is wrong with a disclosure at a desk that has no wording of its own.
fn fault(line: &str, words: &Frame) -> Option<&'static str> {
    let plain = plain_words(line);
    if fits_form(&plain, words) {
        return None;
    }
    if nearly_fits_form(&plain) || plain.contains("joongang") {
        return Some(
            "the disclosure is nearly, but not quite \"Translated from … using generative AI and edited by … staff.\"; a desk's own line is set as `wording` under [disclosure]",
        );
    }
    let names_people = plain.split(' ').any(|word| words.editing.contains(word));
    (!names_people).then_some(
        "the disclosure does not say who edited the article; a desk's own line is set as `wording` under [disclosure]",
    )
}

fn fits_form(plain: &str, words: &Frame) -> bool {
    /// No paper's name has more words.
    const LONGEST_NAME: usize = 7;
    let [start, middle, end] = FORM;
    let names =
        plain.strip_prefix(start).and_then(|rest| rest.strip_suffix(end)).and_then(|rest| rest.split_once(middle));
    names.is_some_and(|(paper, desk)| {
        [paper, desk].into_iter().all(|name| {
            let bare = name.strip_prefix("the ").unwrap_or(name);
            let known = !bare.contains("joongang") || words.papers.contains(bare) || words.papers.contains(name);
            !bare.is_empty() && bare.split(' ').count() <= LONGEST_NAME && known
        })
    })
}

/// Whether a line begins as the form does, and all but two of its words stand in it, in order.
fn nearly_fits_form(plain: &str) -> bool {
    const MISSING: usize = 2;
    if !plain.starts_with(FORM[0]) {
        return false;
    }
    let mut rest = plain.split(' ');
    let (mut wanted, mut held) = (0, 0);
    for word in FORM.iter().flat_map(|part| part.split_whitespace()) {
        wanted += 1;
        let behind = rest.clone().position(|other| other == word);
        if let Some(at) = behind {
            rest.nth(at);
            held += 1;
        }
    }
    held + MISSING >= wanted
}
