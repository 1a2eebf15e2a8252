use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::super::date::numeric;
use super::super::{Calendar, Clock, PartialDate, Quantity, Relative, Side};
use super::Scanner;

impl Scanner<'_> {
    /// A date in digits, and its end: `2025년 7월 26일`, `7月26日`, `15일`, `2025.10.30`, `9/30`, `12·3`.
    pub(super) fn date(&self, start: usize, before: &str) -> Option<(Quantity, usize)> {
        if let Some(found) = self.digits_only(start) {
            return Some((Quantity::Date(found.0), found.1));
        }
        let side = match before {
            "지난" => Some(Side::Past),
            "오는" => Some(Side::Coming),
            _ => None,
        };
        let (mut date, mut at) = (PartialDate { side, ..PartialDate::default() }, start);
        if let Some((year, end)) = self.field(at, &["년", "年"], 1000..=2100) {
            let other = ["대", "代", "간", "間"].iter().any(|&word| self.rest(end).starts_with(word));
            if other {
                return None;
            }
            (date.year, at) = (Some(year), end);
        }
        let next = if at == start { at } else { self.behind_space(at) };
        if let Some((month, end)) = self.field(next, &["월", "月"], 1..=12) {
            (date.month, at) = (i8::try_from(month).ok(), end);
        }
        let next = if at == start { at } else { self.behind_space(at) };
        if (at == start || date.month.is_some())
            && let Some((day, end)) = self.field(next, &["일", "日", "号"], 1..=31).filter(|&(_, end)| self.is_day(end))
        {
            (date.day, at) = (i8::try_from(day).ok(), end);
        }
        (at > start).then_some((Quantity::Date(date), at))
    }

    /// A whole number within bounds and one of some words behind it.
    fn field(&self, at: usize, words: &[&str], bounds: std::ops::RangeInclusive<i16>) -> Option<(i16, usize)> {
        let numeral = self.numeral(at).filter(|numeral| numeral.written_out != 1)?;
        let behind = |at: usize| {
            let word = words.iter().find(|&&word| self.rest(at).starts_with(word))?;
            Some(at + word.len())
        };
        // Chinese and Japanese may set numbers off by spaces; in Korean 3 일반 is no date.
        let spaced = || behind(self.behind_space(numeral.end)).filter(|&end| self.ends_word(end));
        let end = behind(numeral.end).or_else(spaced)?;
        let number = numeral.number.is_integer().then(|| numeral.number.to_i16()).flatten()?;
        bounds.contains(&number).then_some((number, end))
    }

    /// Whether 일 names a day, and counts none: `14일간`, `9일 만에`, `3日間`.
    fn is_day(&self, end: usize) -> bool {
        const SPANS: [&str; 14] =
            ["간", "동안", "째", "만에", "이내", "뒤", "후", "연속", "평균", "間", "以内", "連続", "차", "안에"];
        let rest = self.rest(self.behind_space(end));
        !SPANS.iter().any(|&word| rest.starts_with(word))
    }

    /// `2025.10.30`, `9/30`, `12·3`.
    fn digits_only(&self, start: usize) -> Option<(PartialDate, usize)> {
        let rest = self.rest(start);
        let end = rest.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | '-'))).unwrap_or(rest.len());
        let plain = rest[..end].trim_end_matches(['.', '-']);
        if let Some(date) = numeric(plain, '.').or_else(|| numeric(plain, '-')) {
            return Some((date, start + plain.len()));
        }
        let (one, link) = self.figures(start)?;
        let mark = self.at(link).filter(|mark| matches!(mark, '/' | '·'))?;
        let (two, end) = self.figures(link + mark.len_utf8())?;
        let (month, day) = (one.to_i8()?, two.to_i8()?);
        let is_date = (1..=12).contains(&month) && (1..=31).contains(&day) && one.is_integer() && two.is_integer();
        is_date.then_some((PartialDate { month: Some(month), day: Some(day), ..PartialDate::default() }, end))
    }

    /// A word for a period counted from now, with the month and day behind it: `지난달 22일`, `작년 10월`, `어제`, `去年`.
    pub(super) fn relative(&self, start: usize) -> Option<(Quantity, usize)> {
        if self.rest(start).starts_with("정오") {
            return Some((Quantity::Clock(Clock { hour: 12, ..Clock::default() }), start + "정오".len()));
        }
        let tables = [
            (&self.words.days_ahead, Calendar::Day),
            (&self.words.weeks_ahead, Calendar::Week),
            (&self.words.months_ahead, Calendar::Month),
            (&self.words.years_ahead, Calendar::Year),
        ];
        let (unit, (ahead, end)) = tables.into_iter().find_map(|(table, unit)| {
            Some((unit, self.longest(start, |piece| table.get(piece)).filter(|&(_, end)| self.closes(end))?))
        })?;
        let ahead = i16::try_from(ahead).ok()?;
        let relative = |within| Quantity::Relative(Relative { unit, ahead, within });
        let dated = match unit {
            Calendar::Month | Calendar::Year => self.date(self.behind_space(end), ""),
            _ => None,
        };
        match dated {
            Some((Quantity::Date(within), dated_end))
                if within.year.is_none() && (unit == Calendar::Month) == within.month.is_none() =>
            {
                Some((relative(within), dated_end))
            }
            _ => Some((relative(PartialDate::default()), end)),
        }
    }

    /// Whether a word for a period ends here: 올해 is this year, 올바른 is right.
    fn closes(&self, end: usize) -> bool {
        let korean = self.text[..end].chars().next_back().is_some_and(super::is_hangul);
        let short = self.text[..end].ends_with('올');
        !korean || if short { self.at(end).is_none_or(|c| !super::is_hangul(c)) } else { self.ends_word(end) }
    }

    /// `令和7年`, and 元年 for the first.
    pub(super) fn era(&self, start: usize) -> Option<(Quantity, usize)> {
        let (before, at) = self.longest(start, |piece| self.words.eras.get(piece))?;
        let (number, end) = if self.rest(at).starts_with('元') {
            (1, at + '元'.len_utf8())
        } else {
            let numeral = self.numeral(at)?;
            (numeral.number.to_i16()?, numeral.end)
        };
        self.rest(end).strip_prefix('年')?;
        let year = i16::try_from(before).ok()?.checked_add(number)?;
        let date = PartialDate { year: Some(year), ..PartialDate::default() };
        Some((Quantity::Date(date), end + '年'.len_utf8()))
    }
}

/// A bare number as the part of a date that the end of its range names: the 1 of `1~5월`.
pub(super) fn like(number: Decimal, other: PartialDate) -> Option<Quantity> {
    let number = number.is_integer().then(|| number.to_i16()).flatten()?;
    let date = match other {
        PartialDate { month: Some(_), day: None, .. } if (1..=12).contains(&number) => {
            PartialDate { month: i8::try_from(number).ok(), ..PartialDate::default() }
        }
        PartialDate { day: Some(_), .. } if (1..=31).contains(&number) => {
            PartialDate { day: i8::try_from(number).ok(), month: other.month, ..PartialDate::default() }
        }
        PartialDate { year: Some(_), .. } if (1000..=2100).contains(&number) => {
            PartialDate { year: Some(number), ..PartialDate::default() }
        }
        _ => return None,
    };
    Some(Quantity::Date(date))
}
