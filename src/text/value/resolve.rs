//! Dates that only the day of publication makes whole: `the 12th`, `last month`, `오는 26일`.

use jiff::civil::{Date, Weekday};
use jiff::{Span, ToSpan};

use super::{Calendar, PartialDate, Quantity, Relation, Relative, Side, relate};

/// The days from the first to the last, both within.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    /// The first day.
    pub first: Date,
    /// The last day.
    pub last: Date,
}

impl Period {
    fn day(day: Date) -> Self {
        Period { first: day, last: day }
    }

    fn month(day: Date) -> Self {
        Period { first: day.first_of_month(), last: day.last_of_month() }
    }

    fn year(day: Date) -> Self {
        Period { first: day.first_of_year(), last: day.last_of_year() }
    }

    fn week(day: Date) -> Option<Self> {
        let since_monday = i64::from(day.weekday().to_monday_zero_offset());
        let first = day.checked_sub(since_monday.days()).ok()?;
        Some(Period { first, last: first.checked_add(6.days()).ok()? })
    }

    /// Whether all of another period lies within this one.
    pub fn contains(&self, other: Period) -> bool {
        self.first <= other.first && other.last <= self.last
    }

    /// The date that it is, as far as a day, month or year can be named.
    pub(super) fn named(self) -> PartialDate {
        let mut named = PartialDate { year: Some(self.first.year()), ..PartialDate::default() };
        if self.first.first_of_month() == self.last.first_of_month() {
            named.month = Some(self.first.month());
        }
        if self.first == self.last {
            named.day = Some(self.first.day());
        }
        named
    }
}

/// The day or period that a date means in an article of this day. What it leaves open is taken to lie as near as it can;
/// `None` for what is no date, or none of the calendar.
pub fn resolve(quantity: &Quantity, published: Date) -> Option<Period> {
    match quantity {
        Quantity::Date(date) => resolve_date(*date, published),
        Quantity::Relative(relative) => resolve_relative(*relative, published),
        Quantity::Amount(_) | Quantity::Score(..) | Quantity::Clock(_) | Quantity::Vague(_) => None,
    }
}

/// The weekdays (Monday 1 to Sunday 7) that a day of the calendar may fall on: one, where the date names its year; else
/// one for each year in which it lies near the day of publication. None for a date that the calendar doesn't have, and
/// for one without month or day.
pub fn possible_weekdays(date: PartialDate, published: Option<Date>) -> Vec<i8> {
    /// Some two thirds of a year: a day half a year away may be meant of the year before or after.
    const NEAR: i32 = 250;
    let (Some(month), Some(day)) = (date.month, date.day) else { return Vec::new() };
    let in_year = |year: i16| Date::new(year, month, day).ok();
    let days: Vec<Date> = match (date.year, published) {
        (Some(year), _) => in_year(year).into_iter().collect(),
        (None, Some(published)) => {
            let near = |day: &Date| published.until(*day).is_ok_and(|span: Span| span.get_days().abs() <= NEAR);
            let years = (-1..=1).filter_map(|ahead| published.year().checked_add(ahead));
            years.filter_map(in_year).filter(near).collect()
        }
        (None, None) => Vec::new(),
    };
    days.into_iter().map(|day| day.weekday().to_monday_one_offset()).collect()
}

/// How the second value stands to the first in an article of this day: as [`relate`] has it, and [`Relation::Fills`]
/// where the day makes them the same day or period.
pub fn relate_on(first: &Quantity, second: &Quantity, published: Date) -> Relation {
    let relation = relate(first, second);
    let dates = |quantity: &Quantity| matches!(quantity, Quantity::Date(_) | Quantity::Relative(_));
    if relation == Relation::Time && dates(first) && dates(second) {
        let same = match (first, second) {
            // The 12th and the 13th are two days whatever the day of publication.
            (Quantity::Date(one), Quantity::Date(two)) if super::relation::compare_fields(*one, *two).1 > 0 => false,
            _ => is_same(first, second, published),
        };
        return if same { Relation::Fills } else { Relation::Time };
    }
    relation
}

/// How many days lie between two days of the calendar; `None` where one is no day. Without a day of publication both must
/// be written out as far as they go.
pub fn days_apart(first: &Quantity, second: &Quantity, published: Option<Date>) -> Option<u32> {
    // Where no year is written, any does that has both.
    let published = published.or_else(|| Date::new(2024, 6, 15).ok())?;
    let day = |quantity: &Quantity| resolve(quantity, published).filter(|period| period.first == period.last);
    let (one, two) = (day(first)?, day(second)?);
    one.first.until(two.first).ok().map(|span: Span| span.get_days().unsigned_abs())
}

fn is_same(first: &Quantity, second: &Quantity, published: Date) -> bool {
    let (Some(one), Some(two)) = (resolve(first, published), resolve(second, published)) else { return false };
    // A weekday may mean the one before or after as well.
    let weekday = |quantity: &Quantity| match quantity {
        Quantity::Date(PartialDate { weekday, day: None, .. }) => *weekday,
        Quantity::Relative(relative) => relative.within.weekday,
        _ => None,
    };
    let fits = |weekday: Option<i8>, other: Period| {
        let near = published.until(other.first).is_ok_and(|span: Span| span.get_days().abs() <= 13);
        weekday.is_some_and(|weekday| {
            near && other.first == other.last && other.first.weekday().to_monday_one_offset() == weekday
        })
    };
    one == two || fits(weekday(first), two) || fits(weekday(second), one)
}

fn resolve_date(partial: PartialDate, published: Date) -> Option<Period> {
    match partial {
        PartialDate { year: Some(year), month: Some(month), day: Some(day), .. } => {
            Date::new(year, month, day).ok().map(Period::day)
        }
        PartialDate { year: Some(year), month: Some(month), .. } => Date::new(year, month, 1).ok().map(Period::month),
        PartialDate { year: Some(year), day: None, .. } => Date::new(year, 1, 1).ok().map(Period::year),
        PartialDate { month: Some(month), day: Some(day), side, .. } => {
            let days = (-1..=1).filter_map(|ahead| Date::new(published.year().checked_add(ahead)?, month, day).ok());
            nearest(days, published, side).map(Period::day)
        }
        PartialDate { month: Some(month), side, .. } => {
            let months = (-1..=1).filter_map(|ahead| Date::new(published.year().checked_add(ahead)?, month, 15).ok());
            nearest(months, published, side).map(Period::month)
        }
        PartialDate { day: Some(day), side, .. } => {
            let days = (-2..=2).filter_map(|ahead: i64| {
                let month = published.first_of_month().checked_add(ahead.months()).ok()?;
                Date::new(month.year(), month.month(), day).ok()
            });
            nearest(days, published, side).map(Period::day)
        }
        PartialDate { weekday: Some(weekday), side, .. } => {
            let weekday = Weekday::from_monday_one_offset(weekday).ok()?;
            let days = (-7..=7).filter_map(|ahead: i64| published.checked_add(ahead.days()).ok());
            nearest(days.filter(|day| day.weekday() == weekday), published, side).map(Period::day)
        }
        _ => None,
    }
}

/// The day nearest to that of publication, on the side that it must lie on.
fn nearest(days: impl Iterator<Item = Date>, published: Date, side: Option<Side>) -> Option<Date> {
    let fits = |day: &Date| match side {
        Some(Side::Past) => *day <= published,
        Some(Side::Coming) => *day >= published,
        None => true,
    };
    let distance = |day: &Date| published.until(*day).map_or(i32::MAX, |span: Span| span.get_days().abs());
    days.filter(fits).min_by_key(distance)
}

fn resolve_relative(relative: Relative, published: Date) -> Option<Period> {
    let ahead = i64::from(relative.ahead);
    let moved = match relative.unit {
        Calendar::Day => return published.checked_add(ahead.days()).ok().map(Period::day),
        Calendar::Week => published.checked_add(ahead.weeks()).ok()?,
        Calendar::Month => published.first_of_month().checked_add(ahead.months()).ok()?,
        Calendar::Year => Date::new(published.year().checked_add(relative.ahead)?, 1, 1).ok()?,
    };
    let PartialDate { month, day, weekday, .. } = relative.within;
    match relative.unit {
        Calendar::Week => {
            let week = Period::week(moved)?;
            let Some(weekday) = weekday else { return Some(week) };
            week.first.checked_add(i64::from(weekday - 1).days()).ok().map(Period::day)
        }
        Calendar::Month => match day {
            Some(day) => Date::new(moved.year(), moved.month(), day).ok().map(Period::day),
            None => Some(Period::month(moved)),
        },
        _ => match month {
            Some(_) => {
                resolve_date(PartialDate { year: Some(moved.year()), month, day, ..PartialDate::default() }, published)
            }
            None => Some(Period::year(moved)),
        },
    }
}
