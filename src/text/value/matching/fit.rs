//! Whether a value of the text says what a value of the source says.

use jiff::civil::Date;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::super::convert::convert;
use super::super::digits::{rounds, rounds_to};
use super::super::relation::{agree, compare_fields};
use super::super::{Amount, PartialDate, Period, Quantity, Relation, relate, relate_on, resolve};
use super::{Held, is_same};

/// The relation of two values that say the same; `None` where they do not.
pub(super) fn fit(source: &Quantity, text: &Quantity, published: Option<Date>) -> Option<Relation> {
    match (source, text) {
        (Quantity::Amount(one), Quantity::Amount(two)) => fit_amounts(one, two),
        (Quantity::Amount(amount), Quantity::Date(date)) | (Quantity::Date(date), Quantity::Amount(amount)) => {
            reads_as(amount, *date).then_some(Relation::Equal)
        }
        (Quantity::Date(_) | Quantity::Relative(_), Quantity::Date(_) | Quantity::Relative(_)) => {
            fit_dates(source, text, published)
        }
        _ => Some(relate(source, text)).filter(|&relation| is_same(relation)),
    }
}

fn fit_amounts(source: &Amount, text: &Amount) -> Option<Relation> {
    /// A rounding that no word marks keeps as many digits.
    const LEAST_ROUNDED: usize = 2;
    let relation = agree(source, text);
    let unit_open = source.unit.is_none() || text.unit.is_none() || source.unit == text.unit;
    match relation {
        // 21 percent may be told as a fifth, and 41 hours as two days, but neither the other way round.
        Some(Relation::Conversion) if is_more_precise(source, text) => None,
        Some(relation) if is_same(relation) => Some(relation),
        // The other language may name no unit, or carry it in the verb: `shrank 2.3 percent`.
        Some(Relation::Unit { .. }) if unit_open => Some(Relation::Equal),
        Some(Relation::Sign) if !is_temperature(source) => Some(Relation::Equal),
        _ if unit_open && rounds(source.number, text.number, LEAST_ROUNDED) => Some(Relation::Rounded),
        _ if is_century(source, text) || is_century(text, source) => Some(Relation::Equal),
        _ if is_more_by(source, text) => Some(Relation::Equal),
        _ => None,
    }
}

pub(super) fn is_temperature(amount: &Amount) -> bool {
    amount.unit.is_some_and(|unit| unit.starts_with("degrees"))
}

/// Whether a percentage says more than the part that the source has, or a span of time more than its span.
fn is_more_precise(source: &Amount, text: &Amount) -> bool {
    const TIME: [&str; 7] = ["seconds", "minutes", "hours", "days", "weeks", "months", "years"];
    let (Some(from), Some(to)) = (source.unit, text.unit) else { return false };
    let told =
        || convert(source.number, from, to).is_some_and(|told| told == text.number || rounds_to(told, text.number));
    ((from, to) == ("share", "percent") || TIME.contains(&from) && TIME.contains(&to)) && !told()
}

/// The 17th century is the 1600s.
fn is_century(century: &Amount, decade: &Amount) -> bool {
    let first = || century.number.checked_sub(Decimal::ONE).and_then(|before| before.checked_mul(Decimal::ONE_HUNDRED));
    century.unit == Some("centuries") && decade.unit == Some("decade") && first() == Some(decade.number)
}

/// One and a half times as much is 50 percent more.
fn is_more_by(source: &Amount, text: &Amount) -> bool {
    let more = || source.number.checked_sub(Decimal::ONE).and_then(|more| more.checked_mul(Decimal::ONE_HUNDRED));
    source.unit == Some("times") && text.unit == Some("percent") && more() == Some(text.number)
}

/// Whether an amount is the sum of two that stand right behind each other: `3년6개월`, `three and a half years`.
pub(super) fn is_sum(parts: &[Held], whole: &Quantity) -> bool {
    /// ` and `
    const LONGEST_LINK: usize = 5;
    let [one, two, ..] = parts else { return false };
    let (Quantity::Amount(whole), Quantity::Amount(more), Quantity::Amount(less)) =
        (whole, one.value.quantity, two.value.quantity)
    else {
        return false;
    };
    let link = two.value.span.start.checked_sub(one.value.span.end);
    if more.unit == less.unit || link.is_none_or(|link| link > LONGEST_LINK) {
        return false;
    }
    let whole_unit = whole.unit.unwrap_or_default();
    let in_whole = |amount: Amount| convert(amount.number, amount.unit?, whole_unit);
    in_whole(more).zip(in_whole(less)).and_then(|(more, less)| more.checked_add(less)) == Some(whole.number)
}

/// The months that a source names, that of the publication among them.
pub(super) fn named_months(source: &[Held], published: Date) -> Vec<i8> {
    let is_bare = |quantity: &Quantity| matches!(quantity, Quantity::Date(PartialDate { month: None, .. }));
    let dates = source.iter().map(|held| &held.value.quantity).filter(|quantity| !is_bare(quantity));
    let months = dates.filter_map(|quantity| named(quantity, Some(published)).month);
    let mut months: Vec<i8> = months.chain([published.month()]).collect();
    months.sort_unstable();
    months.dedup();
    months
}

/// Whether a day of the month without its month became a day of one that the source doesn't name, and is not near the
/// publication.
pub(super) fn strays(source: &Quantity, text: &Quantity, published: Date, months: &[i8]) -> bool {
    /// Some three weeks: at the turn of a month a day of either may be meant.
    const NEAR: i32 = 20;
    let (
        Quantity::Date(PartialDate { day: Some(_), month: None, side: None, .. }),
        Quantity::Date(PartialDate { day: Some(_), month: Some(month), .. }),
    ) = (source, text)
    else {
        return false;
    };
    let near = |period: Period| (period.first - published).get_days().abs() <= NEAR;
    !months.contains(month) && !resolve(text, published).is_some_and(near)
}

/// Whether a bare number may be the year, or a span of days the day of the month. What counts things is neither.
fn reads_as(amount: &Amount, date: PartialDate) -> bool {
    let number = amount.number.to_i16().filter(|_| amount.number.is_integer() && amount.counted.is_none());
    let Some(number) = number else { return false };
    match date {
        PartialDate { year: Some(year), month: None, day: None, .. } => amount.unit.is_none() && number == year,
        PartialDate { day: Some(day), month, year: None, .. } => {
            let unit = amount.unit.is_none() || month.is_none() && amount.unit == Some("days");
            unit && number == i16::from(day)
        }
        PartialDate { month: Some(month), day: None, year: None, .. } => {
            matches!(amount.unit, None | Some("months")) && number == i16::from(month)
        }
        _ => false,
    }
}

fn fit_dates(source: &Quantity, text: &Quantity, published: Option<Date>) -> Option<Relation> {
    // Most are told apart by what is written.
    if let (Quantity::Date(one), Quantity::Date(two)) = (source, text)
        && compare_fields(PartialDate { weekday: None, ..*one }, *two).1 > 0
    {
        return None;
    }
    let (one, two) = (named(source, published), named(text, published));
    let (same, differs) = compare_fields(one, two);
    // `오는 18일` says of itself in which month it lies.
    if matches!(source, Quantity::Date(PartialDate { side: Some(_), .. })) && differs > 0 {
        return None;
    }
    let relation = published.map_or_else(|| relate(source, text), |published| relate_on(source, text, published));
    if is_same(relation) {
        return Some(relation);
    }
    let periods = published.and_then(|published| Some((resolve(source, published)?, resolve(text, published)?)));
    let within = periods.is_some_and(|(one, two)| one.contains(two) || two.contains(one));
    (differs == 0 && (same > 0 || within)).then_some(Relation::Fills)
}

/// A date with what the day of publication says about it, weekdays left out.
pub(super) fn named(quantity: &Quantity, published: Option<Date>) -> PartialDate {
    let written = match quantity {
        Quantity::Date(date) => *date,
        Quantity::Relative(relative) => relative.within,
        _ => PartialDate::default(),
    };
    let period = published.and_then(|published| resolve(quantity, published));
    let named = period.map_or(written, |period| period.named());
    // A year that nobody wrote is a guess, and no evidence against a year that somebody did.
    let year = if matches!(quantity, Quantity::Date(_)) { written.year } else { named.year };
    PartialDate { year, month: written.month.or(named.month), day: written.day.or(named.day), ..PartialDate::default() }
}
