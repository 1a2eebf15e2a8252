use super::{Clock, PartialDate, Reader};
use crate::text::Class;

impl Reader<'_> {
    /// A date that begins at a token, and the token behind it.
    pub(super) fn date(&self, at: usize) -> Option<(PartialDate, usize)> {
        self.month_first(at)
            .or_else(|| self.day_first(at))
            .or_else(|| self.day_of_month(at))
            .or_else(|| self.weekday(at))
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

    /// `26 Jul. 2025`.
    fn day_first(&self, at: usize) -> Option<(PartialDate, usize)> {
        let date = PartialDate { day: Some(self.day(at)?), month: Some(self.month(at + 1)?), ..PartialDate::default() };
        Some(self.with_year(date, at + 2))
    }

    /// `the 25th`, where no noun follows that would be counted.
    fn day_of_month(&self, at: usize) -> Option<(PartialDate, usize)> {
        let written = self.written(at + 1);
        let ordinal = ["st", "nd", "rd", "th"].iter().any(|suffix| written.ends_with(suffix));
        if self.word(at) != "the" || !ordinal {
            return None;
        }
        let day = self.day(at + 1)?;
        let next = self.word(at + 2);
        let counted = self.tokens.get(at + 2).is_some_and(|token| token.class == Class::Word)
            && !matches!(
                next,
                "of" | "at" | "in" | "to" | "and" | "that" | "by" | "when" | "after" | "with" | "for" | "on" | "as"
            );
        (!counted).then_some((PartialDate { day: Some(day), ..PartialDate::default() }, at + 2))
    }

    fn weekday(&self, at: usize) -> Option<(PartialDate, usize)> {
        let weekday = self.words.weekdays.get(self.word(at)).filter(|_| self.is_capitalised(at))?;
        Some((PartialDate { weekday: i8::try_from(weekday).ok(), ..PartialDate::default() }, at + 1))
    }

    /// A year by itself: four digits from 1900 to 2100, with nothing that they count behind them.
    fn bare_year(&self, at: usize) -> Option<(PartialDate, usize)> {
        let year = self.year(at)?;
        let next = self.word(at + 1);
        let counts = self.words.scales.get(next).is_some()
            || self.words.units.get(next).is_some()
            || self.words.currencies.get(next).is_some();
        (!counts).then_some((PartialDate { year: Some(year), ..PartialDate::default() }, at + 1))
    }

    fn with_year(&self, date: PartialDate, at: usize) -> (PartialDate, usize) {
        let comma = usize::from(self.word(at) == ",");
        match self.year(at + comma) {
            Some(year) => (PartialDate { year: Some(year), ..date }, at + comma + 1),
            None => (date, at),
        }
    }

    fn month(&self, at: usize) -> Option<i8> {
        let month = self.words.months.get(self.word(at)).filter(|_| self.is_capitalised(at))?;
        i8::try_from(month).ok()
    }

    fn day(&self, at: usize) -> Option<i8> {
        let word = self.word(at);
        let digits = ["st", "nd", "rd", "th"].iter().find_map(|suffix| word.strip_suffix(suffix)).unwrap_or(word);
        whole(digits, 2).filter(|day| (1..=31).contains(day)).and_then(|day| i8::try_from(day).ok())
    }

    fn year(&self, at: usize) -> Option<i16> {
        let word = self.word(at);
        whole(word, 4).filter(|year| (1900..=2100).contains(year) && word.len() == 4)
    }

    /// A time of day that begins at a token, and the token behind it: `7:00 PM`, `7 p.m.`, `18:29`.
    pub(super) fn clock(&self, at: usize) -> Option<(Clock, usize)> {
        let word = self.word(at);
        let (hour, minute) = match word.split_once(':') {
            Some((hour, minute)) if minute.len() == 2 => (whole(hour, 2)?, whole(minute, 2)?),
            Some(_) => return None,
            None => (whole(word, 2)?, 0),
        };
        if hour > 23 || minute > 59 {
            return None;
        }
        let half = match self.word(at + 1) {
            "a.m" | "am" => Some(0),
            "p.m" | "pm" => Some(12),
            _ => None,
        };
        let (hour, end) = match half {
            Some(half) if (1..=12).contains(&hour) => (hour % 12 + half, at + 2),
            None if word.contains(':') => (hour, at + 1),
            _ => return None,
        };
        Some((Clock { hour: i8::try_from(hour).ok()?, minute: i8::try_from(minute).ok()? }, end))
    }
}

/// A number of at most `width` plain digits.
fn whole(digits: &str, width: usize) -> Option<i16> {
    let plain = (1..=width).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| digits.parse().ok()).flatten()
}
