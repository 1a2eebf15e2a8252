//! Units that stand in a fixed relation to each other. The factors are exact by definition (international yard and
//! pound, 1959; pyeong: 400/121 square meters) but for the mu (666.7 square meters).

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::digits::{rounds_to, significant};
use super::{Amount, Quantity};

/// What is measured; only units of one kind can be converted into each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Measure {
    Length,
    Area,
    Mass,
    Volume,
    Speed,
    Time,
    Months,
    Power,
    Energy,
    Points,
    Parts,
    Cents,
}

/// What a unit measures, and what one of it is in the base unit of its measure.
fn measure(unit: &str) -> Option<(Measure, Decimal)> {
    let (measure, mantissa, scale) = match unit {
        "millimeters" => (Measure::Length, 1, 3),
        "centimeters" => (Measure::Length, 1, 2),
        "meters" => (Measure::Length, 1, 0),
        "kilometers" => (Measure::Length, 1_000, 0),
        "inches" => (Measure::Length, 254, 4),
        "feet" => (Measure::Length, 3_048, 4),
        "yards" => (Measure::Length, 9_144, 4),
        "miles" => (Measure::Length, 1_609_344, 3),
        "nautical miles" => (Measure::Length, 1_852, 0),
        "li" => (Measure::Length, 500, 0),
        "square meters" => (Measure::Area, 1, 0),
        "square kilometers" => (Measure::Area, 1_000_000, 0),
        "square feet" => (Measure::Area, 9_290_304, 8),
        "square miles" => (Measure::Area, 2_589_988_110_336, 6),
        "hectares" => (Measure::Area, 10_000, 0),
        "acres" => (Measure::Area, 40_468_564_224, 7),
        "pyeong" => (Measure::Area, 33_057_851_239_669, 13),
        "mu" => (Measure::Area, 6_667, 1),
        "milligrams" => (Measure::Mass, 1, 6),
        "grams" => (Measure::Mass, 1, 3),
        "kilograms" => (Measure::Mass, 1, 0),
        "tons" => (Measure::Mass, 1_000, 0),
        "jin" => (Measure::Mass, 5, 1),
        "pounds" => (Measure::Mass, 45_359_237, 8),
        "ounces" => (Measure::Mass, 28_349_523_125, 12),
        "milliliters" => (Measure::Volume, 1, 3),
        "liters" => (Measure::Volume, 1, 0),
        "cubic meters" => (Measure::Volume, 1_000, 0),
        "gallons" => (Measure::Volume, 3_785_411_784, 9),
        "meters per second" => (Measure::Speed, 3_600, 0),
        "kilometers per hour" => (Measure::Speed, 1_000, 0),
        "miles per hour" => (Measure::Speed, 1_609_344, 3),
        "seconds" => (Measure::Time, 1, 0),
        "minutes" => (Measure::Time, 60, 0),
        "hours" => (Measure::Time, 3_600, 0),
        "days" => (Measure::Time, 86_400, 0),
        "weeks" => (Measure::Time, 604_800, 0),
        "months" => (Measure::Months, 1, 0),
        "years" => (Measure::Months, 12, 0),
        "nanometers" => (Measure::Length, 1, 9),
        "kilowatt-hours" => (Measure::Energy, 1, 3),
        "megawatt-hours" => (Measure::Energy, 1, 0),
        "gigawatt-hours" => (Measure::Energy, 1_000, 0),
        "terawatt-hours" => (Measure::Energy, 1_000_000, 0),
        "kilowatts" => (Measure::Power, 1, 3),
        "megawatts" => (Measure::Power, 1, 0),
        "gigawatts" => (Measure::Power, 1_000, 0),
        "basis points" => (Measure::Points, 1, 2),
        "percentage points" => (Measure::Points, 1, 0),
        "percent" => (Measure::Parts, 1, 0),
        "tenths" => (Measure::Parts, 10, 0),
        "share" => (Measure::Parts, 100, 0),
        "USD cents" => (Measure::Cents, 1, 2),
        "USD" => (Measure::Cents, 1, 0),
        _ => return None,
    };
    Some((measure, Decimal::new(mantissa, scale)))
}

/// A number of one unit as a number of another; `None` where nothing fixed stands between them.
pub(super) fn convert(number: Decimal, from: &str, to: &str) -> Option<Decimal> {
    let nine_fifths = Decimal::new(18, 1);
    let freezing = Decimal::from(32);
    match (from, to) {
        _ if from == to => Some(number),
        ("degrees Celsius", "degrees Fahrenheit") => number.checked_mul(nine_fifths)?.checked_add(freezing),
        ("degrees Fahrenheit", "degrees Celsius") => number.checked_sub(freezing)?.checked_div(nine_fifths),
        // 보름 is half a month as well as fifteen days.
        ("days", "months") if number == Decimal::from(15) => Some(Decimal::new(5, 1)),
        _ => {
            let ((one, from), (two, to)) = (measure(from)?, measure(to)?);
            (one == two).then(|| number.checked_mul(from)?.checked_div(to)).flatten()
        }
    }
}

/// Whether one is the other in another fixed unit, within the rounding of either.
pub(super) fn is_conversion(first: (Decimal, &str), second: (Decimal, &str)) -> bool {
    let fits = |from: (Decimal, &str), to: (Decimal, &str)| {
        convert(from.0, from.1, to.1).is_some_and(|number| number == to.0 || rounds_to(number, to.0))
    };
    first.1 != second.1 && (fits(first, second) || fits(second, first))
}

/// Whether two units are the same or could be: 40 degrees may be degrees Celsius, and pounds are money or weight.
pub(super) fn same_unit(one: &str, two: &str) -> bool {
    let both = |short, long| (one == short && two == long) || (one == long && two == short);
    one == two || both("degrees", "degrees Celsius") || both("degrees", "degrees Fahrenheit") || both("pounds", "GBP")
}

/// Whether one unit can be mistaken for the other: two currencies, percent and points, miles and kilometers.
pub(super) fn are_alike(one: &str, two: &str) -> bool {
    let part = |unit: &str| matches!(unit, "percent" | "percentage points" | "basis points");
    let time = |unit: &str| matches!(measure(unit), Some((Measure::Time | Measure::Months, _)));
    let degrees = |unit: &str| unit.starts_with("degrees");
    let both = |test: &dyn Fn(&str) -> bool| test(one) && test(two);
    both(&is_currency)
        || both(&part)
        || both(&time)
        || both(&degrees)
        || measure(one).zip(measure(two)).is_some_and(|(one, two)| one.0 == two.0)
}

/// Whether a unit is a currency, by its ISO 4217 code.
pub(super) fn is_currency(unit: &str) -> bool {
    unit == "pounds" || (unit.len() == 3 && unit.bytes().all(|byte| byte.is_ascii_uppercase()))
}

/// The rate that two amounts of money imply, were they worth the same: how many units of `price` one unit of `currency`
/// costs, as far as the rounding of both lets it be known.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ImpliedRate {
    /// What is bought.
    pub currency: &'static str,
    /// What it is paid in.
    pub price: &'static str,
    /// The rate by the numbers as they stand.
    pub rate: f64,
    /// The lowest rate that rounds to the numbers.
    pub least: f64,
    /// The highest.
    pub most: f64,
}

impl ImpliedRate {
    /// Whether the amounts can be worth the same where the rate lies between these two.
    pub fn is_within(&self, least: f64, most: f64) -> bool {
        self.least <= most && self.most >= least
    }

    /// The same seen from the other currency.
    pub fn turned(self) -> Self {
        ImpliedRate {
            currency: self.price,
            price: self.currency,
            rate: 1.0 / self.rate,
            least: 1.0 / self.most,
            most: 1.0 / self.least,
        }
    }
}

/// What the first amount says the currency of the second costs: 1,389 won for `1.2 trillion won ($864 million)`. `None`
/// unless they are amounts of two currencies.
pub fn implied_rate(first: &Quantity, second: &Quantity) -> Option<ImpliedRate> {
    let ((paid, price), (bought, currency)) = (money(first)?, money(second)?);
    if same_unit(price, currency) {
        return None;
    }
    // What is converted is a round sum more often than a rounded one; what it comes to is rounded.
    let ((rate, least, most), (of, of_least, of_most)) = (reach(paid, 2)?, reach(bought, 1)?);
    Some(ImpliedRate { currency, price, rate: rate / of, least: least / of_most, most: most / of_least })
}

/// The amount and its currency, of an amount of money.
fn money(quantity: &Quantity) -> Option<(&Amount, &'static str)> {
    match quantity {
        Quantity::Amount(amount) => amount.unit.filter(|unit| is_currency(unit)).map(|unit| (amount, unit)),
        _ => None,
    }
}

/// A positive number, and from where to where the exact one may lie: half a unit of the last digit that it shows, or a
/// whole one where it isn't meant exactly.
fn reach(amount: &Amount, least_digits: i32) -> Option<(f64, f64, f64)> {
    let number = amount.number.to_f64().filter(|number| *number > 0.0)?;
    let shown = i32::try_from(significant(amount.number)).ok()?.max(least_digits);
    let last = 10_f64.powf(number.log10().floor() - f64::from(shown) + 1.0);
    let slack = if amount.approximate { last } else { last / 2.0 };
    // Next to nothing is left below `about 1 billion`.
    Some((number, (number - slack).max(number / 10.0), number + slack))
}
