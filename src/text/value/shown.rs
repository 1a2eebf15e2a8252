//! Values in plain English figures, so that an editor reads what a value of another language says.

use std::fmt;

use rust_decimal::Decimal;

use super::{Amount, Calendar, Clock, PartialDate, Quantity, Relative, Vague};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// As a desk writes it: `5.83 billion dollars`, `32,700 people`, `15 July`, `2.5 percent`.
impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shown = match self {
            Quantity::Amount(amount) => shown_amount(amount),
            Quantity::Score(one, two) => format!("{}-{}", one.normalize(), two.normalize()),
            Quantity::Date(date) => shown_date(*date),
            Quantity::Relative(relative) => shown_relative(*relative),
            Quantity::Clock(clock) => shown_clock(*clock),
            Quantity::Vague(vague) => shown_vague(*vague),
        };
        f.pad(&shown)
    }
}

/// A unit as an editor calls it.
pub(super) fn plain_name(unit: &'static str) -> &'static str {
    match unit {
        "USD" => "dollars",
        "USD cents" => "cents",
        "KRW" => "won",
        "EUR" => "euros",
        "JPY" => "yen",
        "CNY" => "yuan",
        "GBP" => "pounds",
        "share" => "a share",
        "times" => "a multiple",
        unit => unit,
    }
}

fn shown_amount(amount: &Amount) -> String {
    let number = amount.number.normalize();
    let exact = match (amount.unit, amount.counted) {
        _ if amount.ordinal => match amount.unit {
            Some("centuries") => format!("the {} century", ordinal(number)),
            Some(unit) => format!("{}, of {}", ordinal(number), plain_name(unit)),
            None => ordinal(number),
        },
        (Some("share"), _) => shown_share(number),
        (Some("times"), _) => format!("{} times", figures(number)),
        // A decade of the calendar, or one of a life.
        (Some("decade"), _) => format!("the {number}s"),
        (Some("tenths"), _) => format!("{} percent", figures(number.saturating_mul(Decimal::TEN).normalize())),
        (Some("stage"), _) => format!("the last {number}"),
        (Some("centuries"), _) => format!("the {} century", ordinal(number)),
        (Some("years old"), _) => format!("{} years old", figures(number)),
        (Some(unit), _) => format!("{} {}", figures(number), of_number(plain_name(unit), number)),
        (None, Some(counted @ ("people" | "homes"))) => format!("{} {}", figures(number), of_number(counted, number)),
        (None, _) => figures(number),
    };
    if amount.approximate { format!("about {exact}") } else { exact }
}

/// A unit in the plural as it follows a number.
fn of_number(unit: &str, number: Decimal) -> &str {
    if number.abs() != Decimal::ONE {
        return unit;
    }
    match unit {
        "people" => "person",
        "feet" => "foot",
        "inches" => "inch",
        // Units of two words carry the mark of the plural within: `square meters`, `degrees Celsius`.
        _ if unit.contains(' ') => unit,
        _ => unit.strip_suffix('s').unwrap_or(unit),
    }
}

/// `5.83 billion`, `32,700`, `-7`.
fn figures(number: Decimal) -> String {
    /// With more digits behind the point, the number in full reads better.
    const MOST_PLACES: u32 = 4;
    for (power, word) in [(15, "quadrillion"), (12, "trillion"), (9, "billion"), (6, "million")] {
        let scale = Decimal::from(10_i64.pow(power));
        if number.abs() < scale {
            continue;
        }
        let scaled = number.checked_div(scale).map(|scaled| scaled.normalize());
        if let Some(scaled) = scaled.filter(|scaled| scaled.scale() <= MOST_PLACES) {
            return format!("{} {word}", grouped(scaled));
        }
        break;
    }
    grouped(number)
}

/// Digits in groups of three.
fn grouped(number: Decimal) -> String {
    let text = number.to_string();
    let (whole, rest) = text.split_at(text.find('.').unwrap_or(text.len()));
    let (sign, digits) = whole.split_at(usize::from(whole.starts_with('-')));
    let mut shown = sign.to_owned();
    for (at, digit) in digits.char_indices() {
        if at > 0 && (digits.len() - at) % 3 == 0 {
            shown.push(',');
        }
        shown.push(digit);
    }
    shown + rest
}

/// `a third` as `1/3`; what is no small fraction, as a percentage.
fn shown_share(number: Decimal) -> String {
    // A third is stored with some digits only.
    let near = |part: Decimal| (part - number).abs() < Decimal::new(1, 6);
    for below in 2..=10 {
        for above in 1..below {
            if Decimal::from(above).checked_div(Decimal::from(below)).is_some_and(near) {
                return format!("{above}/{below}");
            }
        }
    }
    let percent = number.saturating_mul(Decimal::ONE_HUNDRED).round_dp(2).normalize();
    format!("{} percent", figures(percent))
}

fn ordinal(number: Decimal) -> String {
    let text = grouped(number);
    let ending = match text.as_bytes() {
        [.., b'1', b'1' | b'2' | b'3'] => "th",
        [.., b'1'] => "st",
        [.., b'2'] => "nd",
        [.., b'3'] => "rd",
        _ => "th",
    };
    text + ending
}

fn shown_date(date: PartialDate) -> String {
    let name =
        |names: &[&'static str], at: Option<i8>| at.and_then(|at| names.get(usize::try_from(at - 1).ok()?).copied());
    let (month, weekday) = (name(&MONTHS, date.month), name(&WEEKDAYS, date.weekday));
    let day = match (date.day, month) {
        (Some(day), Some(_)) => Some(day.to_string()),
        (Some(day), None) => Some(format!("the {}", ordinal(day.into()))),
        (None, _) => None,
    };
    let parts = [day, month.map(str::to_owned), date.year.map(|year| year.to_string())];
    let written = parts.into_iter().flatten().collect::<Vec<_>>().join(" ");
    match weekday {
        Some(weekday) if written.is_empty() => weekday.to_owned(),
        Some(weekday) => format!("{weekday}, {written}"),
        None => written,
    }
}

fn shown_relative(Relative { unit, ahead, within }: Relative) -> String {
    let name = match unit {
        Calendar::Day => "day",
        Calendar::Week => "week",
        Calendar::Month => "month",
        Calendar::Year => "year",
    };
    let period = match (unit, ahead) {
        (Calendar::Day, -1) => "yesterday".to_owned(),
        (Calendar::Day, 0) => "today".to_owned(),
        (Calendar::Day, 1) => "tomorrow".to_owned(),
        (_, -1) => format!("last {name}"),
        (_, 0) => format!("this {name}"),
        (_, 1) => format!("next {name}"),
        (_, ..0) => format!("{} {name}s ago", ahead.unsigned_abs()),
        _ => format!("in {ahead} {name}s"),
    };
    let within = shown_date(within);
    if within.is_empty() { period } else { format!("{within}, {period}") }
}

fn shown_vague(Vague { power, unit, counted }: Vague) -> String {
    const SCALES: [&str; 6] = ["", "thousands", "millions", "billions", "trillions", "quadrillions"];
    let scale = SCALES.get(usize::from(power / 3)).copied().unwrap_or_default();
    let head = ["", "tens", "hundreds"][usize::from(power % 3)];
    let named = unit.map(plain_name).or(counted.filter(|counted| matches!(*counted, "people" | "homes")));
    [head, scale, named.unwrap_or_default()]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" of ")
}

fn shown_clock(Clock { hour, minute, open }: Clock) -> String {
    if open {
        return format!("{hour}:{minute:02}");
    }
    let (hour, half) = (hour.rem_euclid(24), if hour < 12 { "a.m." } else { "p.m." });
    let hour = if hour % 12 == 0 { 12 } else { hour % 12 };
    if minute == 0 { format!("{hour} {half}") } else { format!("{hour}:{minute:02} {half}") }
}
