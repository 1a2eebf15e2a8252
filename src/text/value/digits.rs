//! How the digits of two numbers differ: the slips that turn one number into another.

use rust_decimal::{Decimal, RoundingStrategy};

/// The digits of a number without its sign and point. Numbers are compared by the thousand: they are on the stack.
struct Digits {
    /// From the last digit to the first.
    backward: [u8; Digits::MOST],
    length: usize,
    /// How many stand behind the point; at least one stands before it.
    behind: usize,
}

impl Digits {
    /// A mantissa of 96 bits has 29 digits, and a number below one a zero before them.
    const MOST: usize = 30;

    fn of(number: Decimal) -> Self {
        let number = number.normalize();
        let mut digits = Digits { backward: [0; Digits::MOST], length: 0, behind: number.scale() as usize };
        let mut rest = number.mantissa().unsigned_abs();
        while rest > 0 || digits.length <= digits.behind {
            (rest, digits.backward[digits.length]) = divided_by_ten(rest);
            digits.length += 1;
        }
        digits
    }

    fn before(&self) -> usize {
        self.length - self.behind
    }

    /// The digit at a place counted from the first; zero behind the last.
    fn at(&self, place: usize) -> u8 {
        self.length.checked_sub(place + 1).map_or(0, |at| self.backward[at])
    }

    /// How often each digit stands in it.
    fn counts(&self) -> [u8; 10] {
        let mut counts = [0; 10];
        self.backward[..self.length].iter().for_each(|&digit| counts[usize::from(digit)] += 1);
        counts
    }
}

/// How many digits a number shows, the zeros at both ends left out: 2 for 18,000 and for 0.042.
pub fn significant(number: Decimal) -> usize {
    let mut rest = number.mantissa().unsigned_abs();
    let (mut shown, mut trailing) = (0, true);
    while rest > 0 {
        let (quotient, digit) = divided_by_ten(rest);
        trailing &= digit == 0;
        shown += usize::from(!trailing);
        rest = quotient;
    }
    shown
}

/// The quotient and the last digit. Short numbers are divided as such, which is many times faster.
fn divided_by_ten(number: u128) -> (u128, u8) {
    match u64::try_from(number) {
        Ok(short) => (u128::from(short / 10), (short % 10) as u8),
        Err(_) => (number / 10, (number % 10) as u8),
    }
}

/// A number rounded to so many significant digits.
pub(super) fn rounded(number: Decimal, significant: usize) -> Option<Decimal> {
    number.round_sf_with_strategy(u32::try_from(significant).ok()?, RoundingStrategy::MidpointAwayFromZero)
}

/// Whether the one with fewer digits is the other, rounded to at least `least` digits.
pub(super) fn rounds(first: Decimal, second: Decimal, least: usize) -> bool {
    let (one, two) = (significant(first), significant(second));
    let (long, short, kept) = if one > two { (first, second, two) } else { (second, first, one) };
    one != two && kept >= least && is_cut_to(long, short, kept, |last| last / 2)
}

/// Whether a number, rounded to as many digits as another shows, is the other.
pub(super) fn rounds_to(number: Decimal, other: Decimal) -> bool {
    is_cut_to(number, other, significant(other).max(1), |last| last / 2)
}

/// Whether a number, cut to so many significant digits, is another. `more` is what is added to it before, by what one in
/// its last digit is worth.
fn is_cut_to(number: Decimal, other: Decimal, kept: usize, more: impl Fn(u128) -> u128) -> bool {
    let (mantissa, wanted) = (number.mantissa().unsigned_abs(), other.mantissa().unsigned_abs());
    let cut = (mantissa.checked_ilog10().unwrap_or(0) + 1).saturating_sub(kept as u32);
    let last = 10_u128.pow(cut);
    let short = (mantissa + more(last)) / last;
    // Both as multiples of the last digit that is kept.
    let place = i64::from(other.scale()) - i64::from(number.scale()) + i64::from(cut);
    let power = |places: i64| u32::try_from(places).ok().and_then(|places| 10_u128.checked_pow(places));
    let same = match power(place.abs()) {
        Some(power) if place >= 0 => short.checked_mul(power) == Some(wanted),
        Some(power) => wanted.checked_mul(power) == Some(short),
        None => short == 0 && wanted == 0,
    };
    same && (wanted == 0 || number.is_sign_negative() == other.is_sign_negative())
}

/// Whether the two differ by less than one in the last digit that the shorter shows: 4.2731 and `more than 4.2`.
pub(super) fn is_near(first: Decimal, second: Decimal) -> bool {
    let (one, two) = (significant(first), significant(second));
    let (long, short, kept) = if one > two { (first, second, two) } else { (second, first, one) };
    is_cut_to(long, short, kept.max(1), |_| 0) || is_cut_to(long, short, kept.max(1), |last| last - 1)
}

/// The power of ten that makes the first number the second.
pub(super) fn power_between(first: Decimal, second: Decimal) -> Option<i32> {
    if first.is_zero() || second.is_zero() || without_zeros(first) != without_zeros(second) {
        return None;
    }
    let (small, large, sign) = if first.abs() < second.abs() { (first, second, 1) } else { (second, first, -1) };
    let mut reached = small;
    for power in 1..=18 {
        reached = reached.checked_mul(Decimal::TEN)?;
        if reached == large {
            return Some(sign * power);
        }
        if reached.abs() > large.abs() {
            return None;
        }
    }
    None
}

/// The digits of a number without the zeros behind them.
fn without_zeros(number: Decimal) -> u128 {
    let mut rest = number.mantissa().unsigned_abs();
    while rest > 0 {
        let (quotient, digit) = divided_by_ten(rest);
        if digit != 0 {
            break;
        }
        rest = quotient;
    }
    rest
}

/// Whether both have the same digits in another order.
pub(super) fn are_swapped(first: Decimal, second: Decimal) -> bool {
    let (one, two) = (Digits::of(first), Digits::of(second));
    let alike = one.length == two.length && one.length >= 2 && one.behind == two.behind;
    alike && first != second && one.counts() == two.counts()
}

/// Whether both have the same digits but one.
pub(super) fn one_differs(first: Decimal, second: Decimal) -> bool {
    let (one, two) = (Digits::of(first), Digits::of(second));
    let length = one.length.max(two.length);
    let alike = length >= 2 && one.before() == two.before();
    alike && (0..length).filter(|&place| one.at(place) != two.at(place)).count() == 1
}

/// Whether they sound alike: `fifteen` and `fifty`.
pub(super) fn sound_alike(first: Decimal, second: Decimal) -> bool {
    let (teen, ty) = if first < second { (first, second) } else { (second, first) };
    let is_teen = teen.is_integer() && teen >= Decimal::from(13) && teen < Decimal::from(20);
    is_teen && (teen - Decimal::TEN) * Decimal::TEN == ty
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_stand_as_they_are_written() {
        for (number, written, before, shown) in [
            ("0", "0", 1, 0),
            ("-18000", "18000", 5, 2),
            ("0.042", "0042", 1, 2),
            ("12.50", "125", 2, 3),
            ("100.010", "10001", 3, 5),
            ("79228162514264337593543950335", "79228162514264337593543950335", 29, 29),
            ("-7.9228162514264337593543950335", "79228162514264337593543950335", 1, 29),
            ("0.0000000000000000000000000001", "00000000000000000000000000001", 1, 1),
        ] {
            let number: Decimal = number.parse().expect(number);
            let digits = Digits::of(number);
            let found: String = (0..digits.length).map(|place| char::from(b'0' + digits.at(place))).collect();
            assert_eq!((found.as_str(), digits.before(), significant(number)), (written, before, shown), "{number}");
        }
    }

    #[test]
    fn a_number_is_cut_as_it_is_rounded() {
        let numbers = [
            "0",
            "1",
            "-1",
            "9.995",
            "10",
            "9.99",
            "0.0995",
            "0.1",
            "0.099",
            "1234.5",
            "1235",
            "1234",
            "-1235",
            "123000",
            "123456789012345678901234567.89",
            "79228162514264337593543950335",
            "79228162514264337593543950000",
            "0.0000000000000000000000000012",
            "0.000000000000000000000000001",
            "1000000000000000000000000000",
        ];
        let numbers = numbers.map(|number| number.parse::<Decimal>().expect(number));
        for (one, two) in numbers.iter().flat_map(|one| numbers.iter().map(move |two| (*one, *two))) {
            for kept in 1..=29 {
                let round = |strategy| one.round_sf_with_strategy(kept, strategy) == Some(two);
                let cut = |more: fn(u128) -> u128| is_cut_to(one, two, kept as usize, more);
                assert_eq!(cut(|last| last / 2), round(RoundingStrategy::MidpointAwayFromZero), "{one} {two} {kept}");
                assert_eq!(cut(|_| 0), round(RoundingStrategy::ToZero), "{one} {two} {kept}");
                assert_eq!(cut(|last| last - 1), round(RoundingStrategy::AwayFromZero), "{one} {two} {kept}");
            }
        }
    }
}
