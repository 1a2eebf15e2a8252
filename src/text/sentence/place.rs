//! One place where a sentence may end, and what speaks for and against it.

use super::marks::{is_bracket_closer, is_bracket_opener, is_direction, is_final_in_its_script, is_opener};
use super::{quotation, stop};
use crate::lexicon::{Boundaries, Groups};
use crate::text::{fold, is_blank};

/// What a piece of evidence says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// The sentence ends here.
    Ends,
    /// The sentence goes on.
    GoesOn,
}

use Verdict::{Ends, GoesOn};

/// A test that may decide.
pub type Evidence = fn(&Place) -> Option<Verdict>;

/// In order: the first that decides, decides. Where none does, the sentence ends.
const EVIDENCE: &[Evidence] = &[
    nothing_follows,
    inside_a_title,
    mark_of_its_script,
    glued_to_what_follows,
    joining_mark,
    marked_name,
    stop_of_its_own_before_small_letter,
    small_letter,
    quotation::goes_on,
    quotation::is_attributed,
    quotation::has_its_reference,
    quotation::has_its_source,
    omission,
    stop::decides,
];

/// A run of final marks, with what is around it.
pub struct Place<'t> {
    /// Primary language tag.
    pub lang: &'t str,
    pub words: &'t Boundaries,
    /// The line that it stands in.
    pub line: &'t str,
    /// The sentence so far, without its final marks.
    pub sentence: &'t str,
    /// The final marks.
    pub marks: &'t str,
    /// Quotation marks and brackets that close behind them.
    pub closers: &'t str,
    /// What follows, from its first character that is not blank.
    pub next: &'t str,
    /// Nothing blank stands before `next`.
    pub glued: bool,
    /// What follows, from its first character that is neither blank nor opens a quotation or a bracket.
    pub lead: &'t str,
    /// A title in `《》` is open.
    pub in_title: bool,
}

impl Place<'_> {
    /// Whether the sentence ends here.
    pub fn is_end(&self) -> bool {
        EVIDENCE.iter().find_map(|evidence| evidence(self)).unwrap_or(Ends) == Ends
    }

    /// The word before the final marks.
    pub fn word(&self) -> &str {
        last_word(self.sentence)
    }

    /// Whether a folded word is in a table of this language, or of English where the table has none for it.
    pub fn knows(&self, table: &Groups, folded: &str) -> bool {
        table.contains(if table.has(self.lang) { self.lang } else { "en" }, folded)
    }

    /// Whether what follows begins as sentences do.
    pub fn opens(&self) -> bool {
        self.lead.starts_with(char::is_uppercase) && self.knows(&self.words.openers, &fold(first_word(self.lead)))
    }

    /// Whether the word before is the last of a Korean sentence, by its last syllable.
    fn is_korean_end(&self) -> bool {
        let mut back = self.word().chars().rev();
        let mut buffer = [0; 4];
        let last = back.next().is_some_and(|c| self.words.final_syllables.contains(&*c.encode_utf8(&mut buffer)));
        last && back.next().is_some_and(is_hangul)
    }
}

/// Only closing marks are left: they belong to the sentence.
fn nothing_follows(place: &Place) -> Option<Verdict> {
    place.lead.is_empty().then_some(GoesOn)
}

/// `《摔跤吧！爸爸》` is one name.
fn inside_a_title(place: &Place) -> Option<Verdict> {
    /// No title is longer, in bytes.
    const REACH: usize = 120;
    let ahead =
        || place.closers.chars().chain(place.next.char_indices().take_while(|&(at, _)| at < REACH).map(|(_, c)| c));
    (place.in_title && ahead().any(|c| matches!(c, '》' | '〉'))).then_some(GoesOn)
}

/// A mark that has no other use ends its sentence, except before what carries a quotation on, or within figures.
fn mark_of_its_script(place: &Place) -> Option<Verdict> {
    let mark = place.marks.chars().find(|&c| is_final_in_its_script(c))?;
    let between_digits = || place.word().ends_with(char::is_numeric) && place.next.starts_with(char::is_numeric);
    if mark == '．' && between_digits() {
        return Some(GoesOn);
    }
    let question = matches!(mark, '？' | '！');
    if place.next.starts_with(['、', '，', '；', '）', '」'])
        || ((question || !place.closers.is_empty()) && quotation::is_carried_on(place))
    {
        return Some(GoesOn);
    }
    let Some(closer) = place.closers.chars().next_back().filter(|_| place.glued) else { return Some(Ends) };
    if is_bracket_closer(closer) {
        return Some(if place.sentence.starts_with(is_bracket_opener) { Ends } else { GoesOn });
    }
    Some(if matches!(place.lang, "ja" | "zh") && !quotation::is_followed_by_speaker(place) { Ends } else { GoesOn })
}

/// A full stop without a space is part of a figure, a name or an address, unless the space was forgotten.
fn glued_to_what_follows(place: &Place) -> Option<Verdict> {
    (place.glued && !is_space_missing(place)).then_some(GoesOn)
}

/// `world.Today`, `1,000.That`, `했다.그는`, `was late.”Then`; but not `Naver.Com`, `jae.Kim@example.com`, `3.5`.
fn is_space_missing(place: &Place) -> bool {
    let mut ahead = place.next.chars();
    let (Some(first), Some(second)) = (ahead.next(), ahead.next()) else { return false };
    if place.marks == "." && place.closers.is_empty() && place.is_korean_end() {
        return is_hangul(first) || first.is_uppercase() || first.is_ascii_digit() || is_opener(first);
    }
    let word = place.word().trim_start_matches(is_opener);
    let is_word = word.chars().nth(1).is_some()
        && word.chars().all(|c| c.is_alphanumeric() || matches!(c, ',' | '\'' | '’' | '-'))
        && word.ends_with(|c: char| c.is_lowercase() || c.is_ascii_digit());
    let next = first_word(place.next);
    let is_address = || {
        place.next[next.len()..].starts_with(['.', '/', '@', ':', '_']) && !place.next[next.len()..].starts_with(". ")
            || place.words.domains.contains(&fold(next))
    };
    let closed = matches!(place.closers, "" | "”" | "»" | ")");
    let marked = place.marks != "." || is_word;
    let sentence_like =
        first.is_uppercase() && (second.is_lowercase() || (second == ' ' && matches!(first, 'A' | 'I')));
    closed && marked && sentence_like && !is_address()
}

/// A mark that needs something before it. A dash begins an item or an utterance where one began the sentence.
fn joining_mark(place: &Place) -> Option<Verdict> {
    let first = place.lead.chars().next()?;
    let dash = matches!(first, '-' | '–' | '—');
    if dash && place.sentence.starts_with(first) {
        let said = place.lead[first.len_utf8()..].trim_start_matches(is_blank);
        return Some(if said.starts_with(char::is_lowercase) { GoesOn } else { Ends });
    }
    (dash || matches!(first, ',' | ';' | ':' | ')' | ']' | '%' | '&')).then_some(GoesOn)
}

/// `Yahoo! Japan` goes on, `at Yahoo! The firm` does not.
fn marked_name(place: &Place) -> Option<Verdict> {
    let known = matches!(place.marks, "!" | "?") && place.words.marked_names.contains(&fold(place.word()));
    (known && !place.opens()).then_some(GoesOn)
}

/// `rose sharply. the ministry`: what is as long as this is no abbreviation, and the small letter is a slip.
fn stop_of_its_own_before_small_letter(place: &Place) -> Option<Verdict> {
    const LONGER_THAN_ABBREVIATIONS: usize = 7;
    if place.marks != "." || !place.closers.is_empty() || place.glued || place.lang == "hy" {
        return None;
    }
    let word = place.word();
    let long = word.chars().nth(LONGER_THAN_ABBREVIATIONS - 1).is_some() && word.chars().all(char::is_lowercase);
    let next_is_word = place.next.chars().take(2).all(char::is_lowercase);
    (long && next_is_word && !stop::is_abbreviation(place, word)).then_some(Ends)
}

/// A small letter goes on, but not in `iPhone`.
fn small_letter(place: &Place) -> Option<Verdict> {
    let mut lead = place.lead.chars();
    let small = lead.next()?.is_lowercase() && !lead.next().is_some_and(char::is_uppercase);
    small.then_some(GoesOn)
}

/// Dots stand for words left out or for a pause, inside a sentence or behind it.
fn omission(place: &Place) -> Option<Verdict> {
    let dots: usize = place.marks.chars().map(|c| if c == '…' { 3 } else { usize::from(c == '.') }).sum();
    if dots < 3 || place.marks.contains(['!', '?']) {
        return None;
    }
    let next = place.lead.chars().next()?;
    if !next.is_uppercase() && !next.is_lowercase() && next.is_alphabetic() {
        // No capital tells: a Korean sentence ends in one of few syllables.
        return (place.lang == "ko" && place.closers.is_empty() && !place.is_korean_end()).then_some(GoesOn);
    }
    // `so ... perhaps`: dots with space on both sides are inside a sentence, a fourth is its full stop.
    let apart = place.sentence.ends_with(is_blank);
    let pronoun =
        matches!(first_word(place.lead), "I" | "I'm" | "I’m" | "I've" | "I’ve" | "I'd" | "I’d" | "I'll" | "I’ll");
    let inside = apart && dots == 3 && !place.closers.contains(['"', '”', '»']) && (pronoun || !place.opens());
    Some(if inside { GoesOn } else { Ends })
}

/// The last word of a text without the signs around it that are no part of it. Longer words are cut.
pub fn last_word(text: &str) -> &str {
    const LONGEST: usize = 40;
    let start = text.char_indices().rev().take(LONGEST).take_while(|&(_, c)| !is_blank(c)).last();
    text[start.map_or(text.len(), |(at, _)| at)..].trim_matches(|c| is_direction(c) || is_opener(c))
}

/// The first word of a text, with its inner hyphens and apostrophes; empty where a mark stands first.
pub fn first_word(text: &str) -> &str {
    const LONGEST: usize = 160;
    let inside = |c: char| c.is_alphanumeric() || matches!(c, '\'' | '’' | '-');
    let end = text.char_indices().find(|&(at, c)| at >= LONGEST || !inside(c)).map_or(text.len(), |(at, _)| at);
    &text[..end]
}

pub fn is_hangul(c: char) -> bool {
    ('가'..='힣').contains(&c)
}
