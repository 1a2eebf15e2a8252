//! The slips that turn a value of the source into another one in the text.

use jiff::civil::Date;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::super::convert::are_alike;
use super::super::digits::{are_swapped, one_differs, significant};
use super::super::relation::{compare_fields, relate_numbers};
use super::super::{Amount, PartialDate, Quantity, Relation, Vague, relate};
use super::fit::{is_temperature, named};

/// A slip, and how likely it is: 0 for the likeliest.
pub(super) struct Slip {
    pub(super) rank: u8,
    pub(super) relation: Relation,
}

/// The slip that makes the second value of the first; `None` where they have nothing to do with each other. What is too
/// common to be told from its like must stand in aligned sentences.
pub(super) fn slip(source: &Quantity, text: &Quantity, aligned: bool, published: Option<Date>) -> Option<Slip> {
    let relation = match (source, text) {
        (Quantity::Amount(one), Quantity::Amount(two)) => slip_of_amounts(one, two, aligned)?,
        (Quantity::Score(one, two), Quantity::Score(three, four)) => {
            (aligned && (one == three || two == four || (one, two) == (four, three))).then_some(Relation::Number)?
        }
        (Quantity::Vague(one), Quantity::Vague(two)) => {
            let people =
                |vague: &Vague| vague.counted.filter(|counted| *counted != "something").map(|it| it == "people");
            let unlike = people(one).zip(people(two)).is_some_and(|(one, two)| one != two);
            Some(relate(source, text))
                .filter(|relation| aligned && !unlike && matches!(relation, Relation::Scale(_)))?
        }
        (Quantity::Clock(_), Quantity::Clock(_)) => aligned.then_some(Relation::Time)?,
        (Quantity::Date(_) | Quantity::Relative(_), Quantity::Date(_) | Quantity::Relative(_)) => {
            let (one, two) = (named(source, published), named(text, published));
            (dates_slip(one, two, aligned) || other_part(source, text)).then_some(Relation::Time)?
        }
        (Quantity::Amount(amount), Quantity::Date(date)) | (Quantity::Date(date), Quantity::Amount(amount)) => {
            years_slip(year_of(amount)?, date.year.filter(|_| date.month.is_none())?).then_some(Relation::Time)?
        }
        _ => return None,
    };
    let rank = match relation {
        Relation::Unit { .. } | Relation::Scale(_) | Relation::Sign => 0,
        Relation::DigitsSwapped | Relation::SoundAlike => 1,
        _ => 2,
    };
    Some(Slip { rank, relation })
}

fn slip_of_amounts(source: &Amount, text: &Amount, aligned: bool) -> Option<Relation> {
    let (one, two) = (Quantity::Amount(*source), Quantity::Amount(*text));
    if source.is_common() || text.is_common() {
        if !aligned {
            return None;
        }
        if let Some(relation) = common_slip(source, text) {
            return Some(relation);
        }
    }
    match (source.unit, text.unit) {
        (Some(from), Some(to)) if from != to && !are_degrees(from, to) => {
            let relation = are_alike(from, to).then(|| relate(&one, &two));
            return relation.filter(|relation| matches!(relation, Relation::Unit { .. } | Relation::Scale(-4..=4)));
        }
        // Only a number that is its own likeness is known again without its unit.
        (Some(_), None) | (None, Some(_)) if !may_lack(source, text) => return None,
        _ => {}
    }
    let relation = relate_numbers(source.number, text.number, source.approximate || text.approximate);
    let shown = significant(source.number).min(significant(text.number));
    let same_unit = match (source.unit, text.unit) {
        (Some(from), Some(to)) => from == to || are_degrees(from, to),
        _ => false,
    };
    let slips = match relation {
        Relation::Scale(power) => power.abs() <= 4,
        Relation::Sign => is_temperature(source),
        Relation::DigitsSwapped | Relation::SoundAlike => true,
        // A single digit that differs says little where there are but two, and nothing where there is one.
        // A place in an order is never rounded.
        Relation::OneDigit => shown > 1 || (aligned && (same_unit || (source.ordinal && text.ordinal))),
        _ => false,
    };
    (slips && (same_unit || count_the_same(source, text, shown, aligned))).then_some(relation)
}

/// Degrees of a scale that one of the two doesn't name.
fn are_degrees(one: &str, two: &str) -> bool {
    let of_a_scale = |unit: &str| unit.starts_with("degrees ");
    (one == "degrees" && of_a_scale(two)) || (two == "degrees" && of_a_scale(one))
}

/// A small number, part or multiple against another of its kind in the same sentence.
fn common_slip(source: &Amount, text: &Amount) -> Option<Relation> {
    let is_part = |amount: &Amount| matches!(amount.unit, Some("share" | "times"));
    if is_part(source) && is_part(text) {
        return Some(Relation::Number);
    }
    if source.unit == Some("stage") && text.unit == Some("stage") {
        return Some(Relation::Number);
    }
    let small = |amount: &Amount| amount.is_common() && !is_part(amount);
    let same_unit = source.unit.is_some() && source.unit == text.unit;
    let same_noun = source.unit.is_none() && source.counted.is_some() && source.counted == text.counted;
    let people = source.counted == Some("people") || same_unit;
    // A third straight day is three days in a row.
    let counts = same_unit || (!source.ordinal && !text.ordinal);
    let relation = if source.number == -text.number { Relation::Sign } else { Relation::OneDigit };
    (small(source) && small(text) && counts && people && (same_unit || same_noun)).then_some(relation)
}

/// Whether one of two numbers may have lost its unit in the other language: it shows at least three digits, or is a
/// decade of age.
fn may_lack(source: &Amount, text: &Amount) -> bool {
    let unit = source.unit.or(text.unit);
    let shown = significant(source.number).min(significant(text.number));
    unit == Some("decade") || (shown >= 3 && !matches!(unit, Some("years" | "days" | "percent")))
}

/// Whether two numbers without a unit may count the same things. The fewer digits they show, the more must speak for it.
fn count_the_same(source: &Amount, text: &Amount, shown: usize, aligned: bool) -> bool {
    match (source.counted, text.counted) {
        (Some(one), Some(two)) if one == two => aligned || shown >= 3 || one == "people",
        // A plural that no table knows may be people; longer numbers are their own likeness.
        (Some("people"), Some("something")) => shown >= 3,
        // The counter of people is never one of things, but cases and seats may be theirs; the others are loose.
        (Some("people"), Some(_)) | (Some(_), Some("people")) => aligned && shown >= 4,
        (Some(_), Some(_)) => aligned || shown >= 3,
        _ => source.ordinal == text.ordinal && (aligned || shown >= 3),
    }
}

/// Whether one part of a date is wrong and the rest is right. A day or month alone is no evidence.
fn dates_slip(source: PartialDate, text: PartialDate, aligned: bool) -> bool {
    let (same, differs) = compare_fields(source, text);
    match (same, differs) {
        (1.., 1) => true,
        (0, 1) => match (source, text) {
            (PartialDate { year: Some(one), .. }, PartialDate { year: Some(two), .. }) => years_slip(one, two),
            (PartialDate { day: Some(one), .. }, PartialDate { day: Some(two), .. }) => {
                aligned && one_differs(one.into(), two.into())
            }
            _ => false,
        },
        _ => false,
    }
}

/// Whether two periods counted from now are one, and one part of the date within is wrong: `지난해 8월`, `April last year`.
fn other_part(source: &Quantity, text: &Quantity) -> bool {
    let (Quantity::Relative(one), Quantity::Relative(two)) = (source, text) else { return false };
    (one.unit, one.ahead) == (two.unit, two.ahead) && compare_fields(one.within, two.within).1 == 1
}

/// Whether a year is another by one slip.
fn years_slip(one: i16, two: i16) -> bool {
    let (one, two) = (Decimal::from(one), Decimal::from(two));
    are_swapped(one, two) || one_differs(one, two)
}

/// A bare number that may be a year.
fn year_of(amount: &Amount) -> Option<i16> {
    let bare = amount.unit.is_none() && amount.counted.is_none() && amount.number.is_integer();
    amount.number.to_i16().filter(|year| bare && (1000..=2100).contains(year))
}
