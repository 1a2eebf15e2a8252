//! Whether the sentence of a quotation goes on behind its closing mark.

use super::marks::is_final_mark;
use super::place::Verdict::{self, GoesOn};
use super::place::{Place, first_word};
use crate::text::{fold, is_blank};

/// `“했다.” 라고 말했다`: a particle carries the sentence on.
pub fn goes_on(place: &Place) -> Option<Verdict> {
    (!place.closers.is_empty() && is_carried_on(place)).then_some(GoesOn)
}

/// Whether what follows can only stand behind a quotation. Korean parts its words by spaces, Japanese and Chinese don't.
pub fn is_carried_on(place: &Place) -> bool {
    let table = &place.words.quotation_goes_on;
    if place.lang == "ko" {
        return table.contains("ko", first_word(place.next));
    }
    if !table.has(place.lang) {
        return false;
    }
    let beginning = |chars: usize| place.next.char_indices().nth(chars).map_or(place.next, |(at, _)| &place.next[..at]);
    let opens = (2..=4).any(|chars| place.words.openers.contains(place.lang, beginning(chars)));
    !opens && (1..=3).any(|chars| table.contains(place.lang, beginning(chars)))
}

/// `“很好！”他说。`: in a few characters someone is named who says it.
pub fn is_followed_by_speaker(place: &Place) -> bool {
    const REACH: usize = 12;
    let clause = place.next.char_indices().find(|&(at, c)| at > REACH * 3 || matches!(c, '。' | '，' | '：'));
    let clause = &place.next[..clause.map_or(place.next.len(), |(at, _)| at)];
    let mut starts = clause.char_indices().map(|(at, _)| at);
    starts.any(|at| {
        let mut ends = clause[at..].char_indices().skip(1).map(|(end, _)| at + end).chain([clause.len()]);
        ends.by_ref().take(2).any(|end| place.words.reporting.contains(&clause[at..end]))
    })
}

/// `“Why?” Kim asked.`, `“Stop!” the minister shouted in the hall.`: who said the quotation before.
pub fn is_attributed(place: &Place) -> Option<Verdict> {
    const REACH: usize = 6;
    if place.closers.is_empty() {
        return None;
    }
    let mut rest = place.lead;
    for _ in 0..REACH {
        let word = first_word(rest);
        if word.is_empty() {
            return None;
        }
        rest = rest[word.len()..].trim_start_matches(is_blank);
        if place.words.reporting.contains(&fold(word)) {
            let over = rest.is_empty() || rest.starts_with(['.', ',']);
            // Behind a full stop a capital begins a sentence; a short `Kim said.` alone does not.
            let circumstance = || {
                place.marks != "."
                    && matches!(first_word(rest), "in" | "on" | "at" | "during" | "after" | "when" | "as" | "through")
            };
            return (over || circumstance()).then_some(GoesOn);
        }
    }
    None
}

/// `“We went.” (Kim 55).`: the bracket that says where it was read stands before the full stop of the sentence.
pub fn has_its_reference(place: &Place) -> Option<Verdict> {
    /// No reference is longer, in bytes.
    const REACH: usize = 80;
    if !place.closers.contains(['"', '”', '»', '“', '’', '\'']) {
        return None;
    }
    let inside = place.next.strip_prefix('(')?;
    let (close, _) = inside.char_indices().take_while(|&(at, _)| at < REACH).find(|&(_, c)| c == ')')?;
    let stop_inside = inside[..close].ends_with(['.', '!', '?']);
    let stop_behind = inside[close + 1..].starts_with(['.', ',', ';']);
    (stop_behind && !stop_inside).then_some(GoesOn)
}

/// `“We will win.” Lee Ha-na, mayor`: where a quotation fills a line, its source stands behind it without a stop.
pub fn has_its_source(place: &Place) -> Option<Verdict> {
    /// No source is longer, in bytes.
    const REACH: usize = 80;
    let quoted = place.line.starts_with(['"', '“', '„', '«']) && place.closers.contains(['"', '”', '“', '»']);
    let named = place.next.len() <= REACH && place.next.starts_with(char::is_uppercase);
    (quoted && named && !place.next.contains(|c| is_final_mark(c, place.lang))).then_some(GoesOn)
}
