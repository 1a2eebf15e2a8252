//! Whether a single full stop ends a sentence or belongs to an abbreviation, an initial, a number.

use super::place::Verdict::{self, Ends, GoesOn};
use super::place::{Evidence, Place, first_word, last_word};
use crate::text::token::is_dotted;
use crate::text::{fold, is_blank};

/// In order: the first that decides, decides.
const EVIDENCE: &[Evidence] = &[
    bare_number_begins,
    letters_in_a_row,
    initial,
    title,
    before_its_number,
    ordinal,
    korean_date,
    clock_time,
    abbreviation,
];

/// What a single full stop says; `None` for other marks.
pub fn decides(place: &Place) -> Option<Verdict> {
    if place.marks != "." {
        return None;
    }
    EVIDENCE.iter().find_map(|evidence| evidence(place))
}

/// Whether a word is in any of the tables of abbreviations.
pub fn is_abbreviation(place: &Place, word: &str) -> bool {
    let folded = fold(word);
    let words = place.words;
    [&words.never_last, &words.maybe_last, &words.before_number].iter().any(|table| place.knows(table, &folded))
}

/// The number of a list or of a day, not a sentence.
fn bare_number_begins(place: &Place) -> Option<Verdict> {
    const MOST_DIGITS: usize = 3;
    let number = place.closers.is_empty()
        && (1..=MOST_DIGITS).contains(&place.sentence.len())
        && place.sentence.bytes().all(|byte| byte.is_ascii_digit());
    number.then_some(GoesOn)
}

/// `z. B. ist`, `J. K. Shin`: a letter with its stop before a letter with its stop.
fn letters_in_a_row(place: &Place) -> Option<Verdict> {
    let mut next = place.next.chars();
    let letter_follows = next.next().is_some_and(char::is_alphabetic) && next.next() == Some('.');
    (is_letter(place.word()) && letter_follows).then_some(GoesOn)
}

fn is_letter(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_alphabetic) && letters.next().is_none()
}

/// `Albert I. Jones` against `you and I. Did`.
fn initial(place: &Place) -> Option<Verdict> {
    let word = place.word();
    let letter = word.chars().next().filter(|letter| is_letter(word) && letter.is_uppercase())?;
    let head = place.sentence.strip_suffix(word)?.trim_end_matches(is_blank);
    let pronoun = letter == 'I' && last_word(head).starts_with(char::is_lowercase);
    Some(if pronoun || place.opens() { Ends } else { GoesOn })
}

/// `Sen. Warren`, `ex-Gov. Lee`, `l'Ing. Rossi`; behind a figure it may be a unit instead: `г. Москва`, `2014 г.`
fn title(place: &Place) -> Option<Verdict> {
    let unit = |word: &str| place.knows(&place.words.maybe_last, word) && follows_figure(place);
    let known = |word: &str| place.knows(&place.words.never_last, word) && !unit(word);
    let folded = fold(place.word());
    (known(&folded) || known(core(&folded))).then_some(GoesOn)
}

fn follows_figure(place: &Place) -> bool {
    let head = place.sentence.strip_suffix(place.word()).unwrap_or("");
    head.trim_end_matches(is_blank).ends_with(|c: char| c.is_ascii_digit())
}

/// The part of a folded word behind its last hyphen or apostrophe; of a single letter nothing is known.
fn core(folded: &str) -> &str {
    let core = folded.rsplit(['-', '\'']).next().unwrap_or("");
    if core.chars().nth(1).is_some() { core } else { "" }
}

/// `No. 5`, `Art. IV`.
fn before_its_number(place: &Place) -> Option<Verdict> {
    let number = first_word(place.lead);
    let roman = !number.is_empty() && number != "I" && number.bytes().all(|byte| b"IVXLC".contains(&byte));
    let digit = number.starts_with(|c: char| c.is_numeric());
    let folded = fold(place.word());
    let known = |word: &str| place.knows(&place.words.before_number, word);
    ((digit || roman) && (known(&folded) || known(core(&folded)))).then_some(GoesOn)
}

/// `am 3. Platz`, `3. März`, where ordinal numbers are written so.
fn ordinal(place: &Place) -> Option<Verdict> {
    const MOST_DIGITS: usize = 2;
    let number = place.word();
    let short = (1..=MOST_DIGITS).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit());
    if !short || !place.words.ordinal_stop.contains(place.lang) {
        return None;
    }
    let before = fold(last_word(place.sentence.strip_suffix(number)?.trim_end_matches(is_blank)));
    let counted = place.words.after_ordinal.contains(place.lang, &fold(first_word(place.lead)))
        || place.words.before_ordinal.contains(place.lang, &before);
    counted.then_some(GoesOn)
}

/// `2024. 7. 26. 서울`: a Korean sentence ends with a verb, not with a figure.
fn korean_date(place: &Place) -> Option<Verdict> {
    (place.lang == "ko" && place.word().ends_with(|c: char| c.is_ascii_digit())).then_some(GoesOn)
}

/// `9 a.m. Monday` and `At 5 a.m. Mr. Kim` against `at 5 p.m. Residents`.
fn clock_time(place: &Place) -> Option<Verdict> {
    /// `At about 5 a`: too little for a sentence.
    const TOO_SHORT: usize = 14;
    if !matches!(&*fold(place.word()), "a.m" | "p.m") {
        return None;
    }
    let next = first_word(place.lead);
    let begins = place.sentence.len() <= TOO_SHORT && place.sentence.bytes().filter(|&byte| byte == b' ').count() <= 3;
    let goes_on = next.starts_with(|c: char| c.is_ascii_digit()) || place.words.after_clock.contains(&fold(next));
    Some(if !begins && (place.opens() || !goes_on) { Ends } else { GoesOn })
}

/// `the U.S. Treasury` and `Kakao Corp. (Kakao)` against `in the U.S. The`; `etc. Then`.
fn abbreviation(place: &Place) -> Option<Verdict> {
    let word = place.word();
    let dotted = is_dotted(word);
    if !dotted && !place.knows(&place.words.maybe_last, &fold(word)) {
        return None;
    }
    if place.opens() || place.next.starts_with(['"', '“', '‘', '«', '¿', '¡']) {
        return Some(Ends);
    }
    let of_a_name = dotted || word.contains('.') || word.starts_with(char::is_uppercase);
    let bracket = place.next.starts_with(['(', '[']);
    Some(if of_a_name || bracket { GoesOn } else { Ends })
}
