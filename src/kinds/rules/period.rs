//! Parts of a year and decades: `Q3` and `the third quarter`, `'80s` and `1980s`, `early May` and `late May`.

use super::cues::Phrase;
use super::{Reason, View};
use crate::kinds::Kind;
use crate::text::fold;
use crate::text::value::Quantity;

/// A quarter or half of a year, or a decade, with the year as far as it is written.
struct Period {
    part: Part,
    year: Option<u16>,
    /// The middle of it: `mid-1990s`.
    mid: bool,
    /// In figures: `Q3`, `1980s`.
    short: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Quarter(u16),
    Half(u16),
    /// As it is written: 80 or 1980.
    Decade(u16),
}

pub(super) fn period(view: &View) -> Option<(Kind, Reason)> {
    written(view).or_else(|| within(view))
}

/// One quarter, half or decade for another, or in other writing. Words alone are values like others.
fn written(view: &View) -> Option<(Kind, Reason)> {
    let (one, two) = (Period::read(view.draft)?, Period::read(view.r#final)?);
    if one.mid != two.mid || !(one.short || two.short) {
        return None;
    }
    let same = match (one.part, two.part) {
        // `in his 30s` is no decade: a full year must tell.
        (Part::Decade(one), Part::Decade(two)) if one.max(two) < 100 => return None,
        (Part::Decade(one), Part::Decade(two)) if one.min(two) < 100 => one % 100 == two % 100,
        (one, two) => one == two,
    };
    let years = one.year.zip(two.year).is_none_or(|(one, two)| one == two);
    Some(match same && years {
        true => (Kind::DateFormat, "the same period in other writing".to_owned()),
        false => (Kind::DateTime, "another period".to_owned()),
    })
}

impl Period {
    fn read(text: &str) -> Option<Period> {
        /// No period is written in more bytes.
        const LONGEST: usize = 40;
        if text.len() > LONGEST {
            return None;
        }
        let folded = fold(text);
        let words = folded.split([' ', '-']).map(|word| word.strip_suffix("'s").unwrap_or(word));
        let mut words = words.filter(|word| !matches!(*word, "" | "the" | "of"));
        let (mut part, mut year, mut short, mut mid) = (None, None, false, false);
        while let Some(word) = words.next() {
            let found = ordinal(word).and_then(|place| match words.next()? {
                "quarter" => Some(Part::Quarter(place)),
                "half" => Some(Part::Half(place)),
                _ => None,
            });
            match found.or_else(|| figures(word)) {
                Some(found) if part.is_none() => {
                    short |= figures(word).is_some();
                    part = Some(found);
                }
                Some(_) => return None,
                None if word == "mid" => mid = true,
                None if matches!(word, "this" | "year") => {}
                None if year.is_none() => year = Some(word.parse().ok().filter(|year| (1900..2100).contains(year))?),
                None => return None,
            }
        }
        Some(Period { part: part?, year, mid, short })
    }
}

fn ordinal(word: &str) -> Option<u16> {
    let place = match word {
        "first" | "1st" => 1,
        "second" | "2nd" => 2,
        "third" | "3rd" => 3,
        "fourth" | "4th" => 4,
        _ => return None,
    };
    Some(place)
}

/// `q3`, `3q`, `h1`, `'80s`, `1980s`.
fn figures(word: &str) -> Option<Part> {
    let (quarter, half) = (|c| c == 'q', |c| c == 'h');
    let place = |digits: &str, most: u16| digits.parse().ok().filter(|place| (1..=most).contains(place));
    if let Some(digits) = word.strip_prefix(quarter).or(word.strip_suffix(quarter)) {
        return place(digits, 4).map(Part::Quarter);
    }
    if let Some(digits) = word.strip_prefix(half).or(word.strip_suffix(half)) {
        return place(digits, 2).map(Part::Half);
    }
    let digits = word.strip_suffix('s')?;
    let digits = digits.strip_prefix('\'').unwrap_or(digits);
    let decade: u16 = digits.parse().ok().filter(|decade| decade % 10 == 0)?;
    (digits.len() == 2 || (1000..2100).contains(&decade)).then_some(Part::Decade(decade))
}

/// One word of time for another: `early` and `late` before a date, `this` and `next` before a season, two seasons.
fn within(view: &View) -> Option<(Kind, Reason)> {
    let (draft, r#final) = Phrase::both(view);
    let ([from], [to]) = (&*draft.words, &*r#final.words) else { return None };
    let both = |test: fn(&str) -> bool| test(from) && test(to);
    let behind = |phrase: &Phrase| phrase.next(&(0..1)).is_some_and(|(next, _)| season(next).is_some());
    let dated = |phrase: &Phrase| {
        let dates = |quantity: &Quantity| matches!(quantity, Quantity::Date(_) | Quantity::Relative(_));
        phrase.value_behind(&(0..1)).is_some_and(|value| dates(&value.quantity)) || behind(phrase)
    };
    let seasons = season(from).zip(season(to)).is_some_and(|(one, two)| one != two);
    let plain = |text: &str| text.starts_with(char::is_lowercase);
    let holds = seasons && plain(view.draft) && plain(view.r#final)
        || both(is_stage) && dated(draft) && dated(r#final)
        || both(|word| matches!(word, "last" | "this" | "next")) && behind(draft) && behind(r#final);
    (from != to && holds).then(|| (Kind::DateTime, format!("\"{from}\" became \"{to}\": another time")))
}

/// Early in a period or late in it.
pub(in crate::kinds) fn is_stage(word: &str) -> bool {
    matches!(word, "early" | "mid" | "late")
}

fn season(word: &str) -> Option<u8> {
    let season = match word {
        "spring" => 1,
        "summer" => 2,
        "fall" | "autumn" => 3,
        "winter" => 4,
        _ => return None,
    };
    Some(season)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_are_read_in_words_and_figures() {
        for (text, part, year) in [
            ("Q3", Part::Quarter(3), None),
            ("3Q", Part::Quarter(3), None),
            ("third-quarter", Part::Quarter(3), None),
            ("Q1 2024", Part::Quarter(1), Some(2024)),
            ("the first quarter of 2024", Part::Quarter(1), Some(2024)),
            ("the first half of the year", Part::Half(1), None),
            ("2H", Part::Half(2), None),
            ("’80s", Part::Decade(80), None),
            ("1980s", Part::Decade(1980), None),
            ("mid-’80s", Part::Decade(80), None),
        ] {
            let read = Period::read(text).unwrap_or_else(|| panic!("{text}"));
            assert!(read.part == part && read.year == year, "{text}");
        }
        for text in ["Q5", "H3", "the third man", "third", "85s", "2024", "Q1 Q2", "last quarter", ""] {
            assert!(Period::read(text).is_none(), "{text}");
        }
    }
}
