use super::figure::whole;
use super::{PartialDate, Reader};
use crate::text::Class;

impl Reader<'_> {
    /// A date that begins at a token, and the token behind it.
    pub(super) fn date(&self, at: usize) -> Option<(PartialDate, usize)> {
        self.month_first(at)
            .or_else(|| self.day_first(at))
            .or_else(|| self.day_of_month(at))
            .or_else(|| self.weekday(at))
            .or_else(|| self.month_alone(at))
            .or_else(|| self.numeric(at))
            .or_else(|| self.bare_year(at))
    }

    /// `Nov. 15`, `July 26, 2025`, `December 1970`.
    fn month_first(&self, at: usize) -> Option<(PartialDate, usize)> {
        let month = self.month(at)?;
        let Some(day) = self.day(at + 1) else {
            let year = self.year(at + 1)?;
            return Some((PartialDate { month: Some(month), year: Some(year), ..PartialDate::default() }, at + 2));
        };
        let date = PartialDate { month: Some(month), day: Some(day), ..PartialDate::default() };
        Some(self.with_year(date, at + 2))
    }

    /// `in November`. A month by itself needs a word of time before it: May, March and August are other things, too.
    fn month_alone(&self, at: usize) -> Option<(PartialDate, usize)> {
        let month = self.month(at)?;
        let dated = matches!(
            self.before(at),
            "in" | "since"
                | "by"
                | "from"
                | "until"
                | "through"
                | "to"
                | "late"
                | "early"
                | "mid"
                | "last"
                | "this"
                | "next"
        );
        // `Nov. 6-10` is a range of days.
        let days = self.word(at + 1).split_once('-').is_some_and(|(day, _)| whole(day, 2).is_some());
        (dated && !days).then_some((PartialDate { month: Some(month), ..PartialDate::default() }, at + 1))
    }

    /// `2025-11-15`, `2025.11.15`.
    fn numeric(&self, at: usize) -> Option<(PartialDate, usize)> {
        let word = self.word(at);
        let date = numeric(word, '-').or_else(|| numeric(word, '.'))?;
        Some((date, at + 1))
    }

    /// `26 Jul. 2025`.
    fn day_first(&self, at: usize) -> Option<(PartialDate, usize)> {
        let date = PartialDate { day: Some(self.day(at)?), month: Some(self.month(at + 1)?), ..PartialDate::default() };
        Some(self.with_year(date, at + 2))
    }

    /// `the 25th`, where no noun follows that would be counted; `the 24th of the year` is a place in an order.
    fn day_of_month(&self, at: usize) -> Option<(PartialDate, usize)> {
        let written = self.written(at + 1);
        let ordinal = ["st", "nd", "rd", "th"].iter().any(|suffix| written.ends_with(suffix));
        if self.word(at) != "the" || !ordinal {
            return None;
        }
        let day = self.day(at + 1)?;
        if let Some(month) = self.month(at + 3).filter(|_| self.word(at + 2) == "of") {
            let date = PartialDate { day: Some(day), month: Some(month), ..PartialDate::default() };
            return Some(self.with_year(date, at + 4));
        }
        let next = self.word(at + 2);
        let counted = self.tokens.get(at + 2).is_some_and(|token| token.class == Class::Word)
            && !matches!(
                next,
                "at" | "in"
                    | "to"
                    | "and"
                    | "that"
                    | "by"
                    | "when"
                    | "after"
                    | "with"
                    | "for"
                    | "on"
                    | "as"
                    | "the"
                    | "a"
                    | "an"
                    | "from"
                    | "but"
                    | "which"
                    | "it"
                    | "he"
                    | "she"
                    | "they"
                    | "before"
                    | "because"
                    | "while"
                    | "its"
                    | "this"
                    | "was"
                    | "is"
                    | "were"
                    | "said"
                    | "through"
                    | "until"
                    | "over"
                    | "under"
            );
        (!counted).then_some((PartialDate { day: Some(day), ..PartialDate::default() }, at + 2))
    }

    fn weekday(&self, at: usize) -> Option<(PartialDate, usize)> {
        let weekday = self.words.weekdays.get(self.word(at)).filter(|_| self.is_capitalised(at))?;
        Some((PartialDate { weekday: i8::try_from(weekday).ok(), ..PartialDate::default() }, at + 1))
    }

    /// A year by itself: four digits that nothing behind them makes a number of things. Years long past need a word of
    /// time before them.
    fn bare_year(&self, at: usize) -> Option<(PartialDate, usize)> {
        let year = whole(self.word(at), 4).filter(|_| self.word(at).len() == 4)?;
        let dated = matches!(
            self.before(at),
            "in" | "since"
                | "by"
                | "from"
                | "until"
                | "of"
                | "to"
                | "fiscal"
                | "early"
                | "late"
                | "mid"
                | "year"
                | "through"
        );
        let known = if dated { (1000..=2100).contains(&year) } else { (1900..=2100).contains(&year) };
        let next = self.word(at + 1);
        let noun = self.words.nouns.get(next).is_some() || (!dated && next.len() > 3 && next.ends_with('s'));
        let counts = self.words.scales.get(next).is_some()
            || self.words.units.get(next).is_some()
            || self.words.currencies.get(next).is_some()
            || (noun && !self.is_capitalised(at + 1));
        (known && !counts).then_some((PartialDate { year: Some(year), ..PartialDate::default() }, at + 1))
    }

    fn with_year(&self, date: PartialDate, at: usize) -> (PartialDate, usize) {
        let comma = usize::from(self.word(at) == ",");
        match self.year(at + comma) {
            Some(year) => (PartialDate { year: Some(year), ..date }, at + comma + 1),
            None => (date, at),
        }
    }

    pub(super) fn month(&self, at: usize) -> Option<i8> {
        let month = self.words.months.get(self.word(at)).filter(|_| self.is_capitalised(at))?;
        i8::try_from(month).ok()
    }

    pub(super) fn day(&self, at: usize) -> Option<i8> {
        let word = self.word(at);
        let digits = ["st", "nd", "rd", "th"].iter().find_map(|suffix| word.strip_suffix(suffix)).unwrap_or(word);
        whole(digits, 2).filter(|day| (1..=31).contains(day)).and_then(|day| i8::try_from(day).ok())
    }

    fn year(&self, at: usize) -> Option<i16> {
        let word = self.word(at);
        whole(word, 4).filter(|year| (1900..=2100).contains(year) && word.len() == 4)
    }
}

/// A date of year, month and day in digits.
pub(super) fn numeric(word: &str, mark: char) -> Option<PartialDate> {
    let mut parts = word.trim_end_matches(mark).split(mark);
    let year = parts.next().filter(|year| year.len() == 4).and_then(|year| whole(year, 4))?;
    let (month, day) = (whole(parts.next()?, 2)?, whole(parts.next()?, 2)?);
    let is_date = parts.next().is_none() && (1..=12).contains(&month) && (1..=31).contains(&day);
    let (month, day) = (i8::try_from(month).ok(), i8::try_from(day).ok());
    is_date.then_some(PartialDate { year: Some(year), month, day, ..PartialDate::default() })
}
