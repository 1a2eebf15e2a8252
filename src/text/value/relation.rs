use std::fmt;

use rust_decimal::Decimal;

use super::{Amount, Clock, PartialDate, Quantity};

/// How two values stand to each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Relation {
    /// The same, in whatever writing.
    Equal,
    /// One fills in what the other leaves open: `the 25th` and `Aug. 25`.
    Fills,
    /// The second is the first times this power of ten.
    Scale(i32),
    /// The same digits in another order.
    DigitsSwapped,
    /// Another number of the same unit.
    Number,
    /// The same number of another unit.
    Unit,
    /// Another number of another unit.
    NumberAndUnit,
    /// Another day, month, year or time.
    Time,
    /// An amount and a date, or the like.
    Incomparable,
}

impl fmt::Display for Relation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Relation::Equal => f.write_str("the same value in other writing"),
            Relation::Fills => f.write_str("one fills in what the other leaves open"),
            Relation::Scale(1) => f.write_str("ten times as much"),
            Relation::Scale(-1) => f.write_str("a tenth as much"),
            Relation::Scale(power @ 1..=9) => write!(f, "{} times as much", grouped(*power)),
            Relation::Scale(power @ -9..=-1) => write!(f, "one {}th as much", grouped(-power)),
            Relation::Scale(_) => f.write_str("another order of magnitude"),
            Relation::DigitsSwapped => f.write_str("digits swapped"),
            Relation::Number => f.write_str("another number"),
            Relation::Unit => f.write_str("the same number of another unit"),
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
        (Quantity::Clock(first), Quantity::Clock(second)) => relate_clocks(*first, *second),
        _ => Relation::Incomparable,
    }
}

fn relate_amounts(first: &Amount, second: &Amount) -> Relation {
    let same_unit = first.unit == second.unit;
    if first.number == second.number {
        return if same_unit { Relation::Equal } else { Relation::Unit };
    }
    if !same_unit {
        return Relation::NumberAndUnit;
    }
    if let Some(power) = power_between(first.number, second.number) {
        return Relation::Scale(power);
    }
    let (one, two) = (digits(first.number), digits(second.number));
    let sorted = |mut digits: Vec<u8>| {
        digits.sort_unstable();
        digits
    };
    if one.len() == two.len() && one.len() > 1 && sorted(one) == sorted(two) {
        return Relation::DigitsSwapped;
    }
    Relation::Number
}

fn relate_dates(first: PartialDate, second: PartialDate) -> Relation {
    if first == second {
        return Relation::Equal;
    }
    let fields = |date: PartialDate| {
        [date.year, date.month.map(i16::from), date.day.map(i16::from), date.weekday.map(i16::from)]
    };
    let pairs = fields(first).into_iter().zip(fields(second));
    let both: Vec<bool> = pairs.filter_map(|(one, two)| Some(one? == two?)).collect();
    if !both.is_empty() && both.iter().all(|&same| same) { Relation::Fills } else { Relation::Time }
}

fn relate_clocks(first: Clock, second: Clock) -> Relation {
    if first == second { Relation::Equal } else { Relation::Time }
}

/// The power of ten that makes the first number the second.
fn power_between(first: Decimal, second: Decimal) -> Option<i32> {
    if first.is_zero() || second.is_zero() {
        return None;
    }
    let (small, large, sign) = if first < second { (first, second, 1) } else { (second, first, -1) };
    let mut reached = small;
    for power in 1..=18 {
        reached = reached.checked_mul(Decimal::TEN)?;
        if reached == large {
            return Some(sign * power);
        }
        if reached > large {
            return None;
        }
    }
    None
}

fn digits(number: Decimal) -> Vec<u8> {
    let text = number.normalize().to_string();
    text.bytes().filter(u8::is_ascii_digit).collect()
}

#[cfg(test)]
mod tests {
    use crate::lexicon::Lexicon;
    use crate::text::{Span, Vocabulary, tokenize, value};

    fn read(text: &str) -> Vec<(String, value::Quantity)> {
        let lexicon = Lexicon::default();
        let (mut tokens, mut vocabulary) = (Vec::new(), Vocabulary::default());
        tokenize(text, Span::new(0, text.len()), "en", &lexicon.boundaries, &mut vocabulary, &mut tokens);
        let values = value::values(text, &tokens, &vocabulary, &lexicon.values);
        values.into_iter().map(|value| (value.span.of(text).to_owned(), value.quantity)).collect()
    }

    #[test]
    fn values_take_what_belongs_to_them() {
        for (text, spans) in [
            ("It pays 350 billion dollars of $1.2 trillion.", vec!["350 billion dollars", "$1.2 trillion"]),
            (
                "KRW 30 billion, 30 billion won, 12.5%, 3.2%p",
                vec!["KRW 30 billion", "30 billion won", "12.5%", "3.2%p"],
            ),
            ("by 0.4 percentage points", vec!["0.4 percentage points"]),
            ("At 7:00 PM on November 15, 2025 at 18:29", vec!["7:00 PM", "November 15, 2025", "18:29"]),
            ("on the 25th, the 25th anniversary", vec!["the 25th", "25th"]),
            ("A 52-year-old won in 2024 on Friday.", vec!["52-year-old", "2024", "Friday"]),
            ("50mm of rain, 12 km away", vec!["50mm", "12 km"]),
            ("He may march; the sun sat.", vec![]),
            ("COVID-19, F-15, 1.2.3, 7,2", vec![]),
        ] {
            let found: Vec<String> = read(text).into_iter().map(|(span, _)| span).collect();
            assert_eq!(found, spans, "{text}");
        }
    }

    #[test]
    fn two_values_compare() {
        for (first, second, relation) in [
            ("350 billion dollars", "$350 billion", value::Relation::Equal),
            ("KRW 30 billion", "30 billion won", value::Relation::Equal),
            ("1,200", "1200", value::Relation::Equal),
            ("50mm", "50 millimeters", value::Relation::Equal),
            ("7:00 PM", "7 p.m.", value::Relation::Equal),
            ("12.1 billion won", "12.1 trillion won", value::Relation::Scale(3)),
            ("30 won", "3 won", value::Relation::Scale(-1)),
            ("12.6%", "16.2 percent", value::Relation::DigitsSwapped),
            ("1,300", "1,310", value::Relation::Number),
            ("0.4 percent", "0.4 percentage points", value::Relation::Unit),
            ("5 dollars", "6 won", value::Relation::NumberAndUnit),
            ("the 25th", "Aug. 25", value::Relation::Fills),
            ("Aug. 24", "Aug. 25", value::Relation::Time),
            ("the 12th", "Wednesday", value::Relation::Time),
            ("Friday", "3 percent", value::Relation::Incomparable),
        ] {
            let quantities = (read(first).remove(0).1, read(second).remove(0).1);
            assert_eq!(value::relate(&quantities.0, &quantities.1), relation, "{first} and {second}");
        }
    }
}
