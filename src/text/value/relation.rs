use std::fmt;

use rust_decimal::Decimal;

use super::convert::{convert, is_conversion, same_unit};
use super::digits::{are_swapped, is_near, one_differs, power_between, rounded, rounds, significant, sound_alike};
use super::shown::plain_name;
use super::{Amount, Clock, PartialDate, Quantity, Vague};

/// How two values stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Relation {
    /// The same, in whatever writing.
    Equal,
    /// One is the other, rounded.
    Rounded,
    /// One fills in what the other leaves open: `the 25th` and `Aug. 25`.
    Fills,
    /// The same amount in another unit with a fixed factor.
    Conversion,
    /// The second is the first times this power of ten.
    Scale(i32),
    /// The same digits in another order.
    DigitsSwapped,
    /// All digits the same but one.
    OneDigit,
    /// `fifteen` against `fifty`.
    SoundAlike,
    /// The same number with the other sign.
    Sign,
    /// Another number of the same unit.
    Number,
    /// The same number of another unit; `None` where one has none.
    Unit {
        /// The unit of the first.
        from: Option<&'static str>,
        /// The unit of the second.
        to: Option<&'static str>,
    },
    /// Another number of another unit: nothing links the two.
    NumberAndUnit,
    /// Another day, month, year or time.
    Time,
    /// An amount and a date, or the like.
    Incomparable,
}

impl fmt::Display for Relation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Relation::Equal => f.write_str("the same value in other writing"),
            Relation::Rounded => f.write_str("the same value, rounded"),
            Relation::Fills => f.write_str("one fills in what the other leaves open"),
            Relation::Conversion => f.write_str("the same amount in another unit"),
            Relation::Scale(1) => f.write_str("ten times as much"),
            Relation::Scale(-1) => f.write_str("a tenth as much"),
            Relation::Scale(power @ 1..=9) => write!(f, "{} times as much", grouped(power)),
            Relation::Scale(power @ -9..=-1) => write!(f, "one {}th as much", grouped(-power)),
            Relation::Scale(_) => f.write_str("another order of magnitude"),
            Relation::DigitsSwapped => f.write_str("digits swapped"),
            Relation::OneDigit => f.write_str("one digit differs"),
            Relation::SoundAlike => f.write_str("-teen against -ty"),
            Relation::Sign => f.write_str("the sign differs"),
            Relation::Number => f.write_str("another number"),
            Relation::Unit { from: Some(from), to: Some(to) } => {
                write!(f, "{} became {}", plain_name(from), plain_name(to))
            }
            Relation::Unit { from: None, to: Some(unit) } => write!(f, "the same number, now of {}", plain_name(unit)),
            Relation::Unit { from: Some(unit), to: None } => {
                write!(f, "the same number, no longer of {}", plain_name(unit))
            }
            Relation::Unit { from: None, to: None } => f.write_str("the same number of another unit"),
            Relation::NumberAndUnit => f.write_str("another number of another unit"),
            Relation::Time => f.write_str("another time"),
            Relation::Incomparable => f.write_str("a value of another sort"),
        }
    }
}

/// A power of ten with its zeros in threes: 1,000,000.
fn grouped(power: i32) -> String {
    let zeros = usize::try_from(power).unwrap_or(0);
    format!("{}{}", ["1", "10", "100"][zeros % 3], ",000".repeat(zeros / 3))
}

/// How the second value stands to the first.
pub fn relate(first: &Quantity, second: &Quantity) -> Relation {
    match (first, second) {
        (Quantity::Amount(first), Quantity::Amount(second)) => relate_amounts(first, second),
        (Quantity::Date(first), Quantity::Date(second)) => relate_dates(*first, *second),
        (Quantity::Score(one, two), Quantity::Score(three, four)) => relate_scores((*one, *two), (*three, *four)),
        (Quantity::Clock(first), Quantity::Clock(second)) => relate_clocks(*first, *second),
        (Quantity::Relative(first), Quantity::Relative(second)) => time(first == second),
        (Quantity::Vague(first), Quantity::Vague(second)) => relate_vague(*first, *second),
        // Without the day of publication nobody can tell.
        (Quantity::Date(_), Quantity::Relative(_)) | (Quantity::Relative(_), Quantity::Date(_)) => Relation::Time,
        _ => Relation::Incomparable,
    }
}

fn time(same: bool) -> Relation {
    if same { Relation::Equal } else { Relation::Time }
}

/// A time that leaves its half of the day open may lie in either.
fn relate_clocks(first: Clock, second: Clock) -> Relation {
    let on_the_dial = |clock: Clock| (clock.hour % 12, clock.minute);
    match first == second {
        true => Relation::Equal,
        false if (first.open || second.open) && on_the_dial(first) == on_the_dial(second) => Relation::Fills,
        false => Relation::Time,
    }
}

fn relate_amounts(first: &Amount, second: &Amount) -> Relation {
    if let Some(relation) = agree(first, second) {
        return relation;
    }
    match (first.unit, second.unit) {
        (Some(one), Some(two)) if !same_unit(one, two) => {
            let scale = convert(first.number, one, two).and_then(|number| power_between(number, second.number));
            scale.map_or(Relation::NumberAndUnit, Relation::Scale)
        }
        (from, to) if from.is_some() != to.is_some() => Relation::NumberAndUnit,
        _ => differ(first.number, second.number, first.approximate || second.approximate),
    }
}

/// How two amounts stand to each other, if they have the same number, whatever its unit and sign, or the same value. It is
/// asked of most pairs of values, and needs no look at their digits one by one.
pub(super) fn agree(first: &Amount, second: &Amount) -> Option<Relation> {
    match (first.unit, second.unit) {
        (Some(one), Some(two)) if !same_unit(one, two) => {
            if is_conversion((first.number, one), (second.number, two)) {
                return Some(Relation::Conversion);
            }
            (first.number == second.number).then_some(Relation::Unit { from: Some(one), to: Some(two) })
        }
        (from, to) if from.is_some() != to.is_some() => {
            (first.number == second.number).then_some(Relation::Unit { from, to })
        }
        _ => agree_as_numbers(first.number, second.number, first.approximate || second.approximate),
    }
}

/// How two numbers of one unit stand to each other. Unless it is marked, a rounding shows at least three digits.
pub(super) fn relate_numbers(first: Decimal, second: Decimal, approximate: bool) -> Relation {
    agree_as_numbers(first, second, approximate).unwrap_or_else(|| differ(first, second, approximate))
}

fn agree_as_numbers(first: Decimal, second: Decimal, approximate: bool) -> Option<Relation> {
    const LEAST_ROUNDED: usize = 3;
    if first == second {
        return Some(Relation::Equal);
    }
    if first.abs() == second.abs() {
        return Some(Relation::Sign);
    }
    (rounds(first, second, LEAST_ROUNDED) || (approximate && is_near(first, second))).then_some(Relation::Rounded)
}

/// By which slip one number became another.
fn differ(first: Decimal, second: Decimal, approximate: bool) -> Relation {
    // 6,842 and `about 8,600` are compared as 6,800 and 8,600.
    let kept = significant(first).min(significant(second)).max(1);
    let short = |number| rounded(number, kept).unwrap_or(number);
    let rounded = (approximate && kept > 1).then(|| (short(first), short(second)));
    let pairs = || [(first, second)].into_iter().chain(rounded);
    if let Some(power) = pairs().find_map(|(one, two)| power_between(one, two)) {
        return Relation::Scale(power);
    }
    if pairs().any(|(one, two)| are_swapped(one, two)) {
        return Relation::DigitsSwapped;
    }
    if sound_alike(first, second) {
        return Relation::SoundAlike;
    }
    if one_differs(first, second) { Relation::OneDigit } else { Relation::Number }
}

/// Some of a power of ten are that power, whatever else one of the two leaves out.
fn relate_vague(first: Vague, second: Vague) -> Relation {
    if first.unit.zip(second.unit).is_some_and(|(one, two)| !same_unit(one, two)) {
        return Relation::NumberAndUnit;
    }
    match i32::from(second.power) - i32::from(first.power) {
        0 => Relation::Equal,
        power => Relation::Scale(power),
    }
}

fn relate_scores(first: (Decimal, Decimal), second: (Decimal, Decimal)) -> Relation {
    if first == second {
        return Relation::Equal;
    }
    if first == (second.1, second.0) { Relation::DigitsSwapped } else { Relation::Number }
}

fn relate_dates(first: PartialDate, second: PartialDate) -> Relation {
    let (same, differs) = compare_fields(first, second);
    match (same, differs) {
        (1.., 0) if fields(first) == fields(second) => Relation::Equal,
        (1.., 0) => Relation::Fills,
        _ => Relation::Time,
    }
}

/// How many parts of two dates are the same and how many differ, of those that both have.
pub(super) fn compare_fields(first: PartialDate, second: PartialDate) -> (usize, usize) {
    let pairs = fields(first).into_iter().zip(fields(second));
    pairs
        .filter_map(|(one, two)| Some(one? == two?))
        .fold((0, 0), |(same, differs), equal| if equal { (same + 1, differs) } else { (same, differs + 1) })
}

fn fields(date: PartialDate) -> [Option<i16>; 4] {
    [date.year, date.month.map(i16::from), date.day.map(i16::from), date.weekday.map(i16::from)]
}
