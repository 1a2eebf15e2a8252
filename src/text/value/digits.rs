//! How the digits of two numbers differ: the slips that turn one number into another.

use rust_decimal::{Decimal, RoundingStrategy};

/// The digits of a number without its sign and point, and how many of them stand before the point: at least one.
pub(super) fn digits(number: Decimal) -> (Vec<u8>, usize) {
    let number = number.normalize();
    let behind = number.scale() as usize;
    let mut rest = number.mantissa().unsigned_abs();
    let mut digits = Vec::with_capacity(32);
    while rest > 0 || digits.len() <= behind {
        let (quotient, digit) = divided_by_ten(rest);
        digits.push(digit);
        rest = quotient;
    }
    digits.reverse();
    let before = digits.len() - behind;
    (digits, before)
}

/// How many digits a number shows, the zeros at both ends left out: 2 for 18,000 and for 0.042.
pub(super) fn significant(number: Decimal) -> usize {
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
    one != two && kept >= least && rounded(long, kept) == Some(short)
}

/// Whether the two differ by less than one in the last digit that the shorter shows: 4.2731 and `more than 4.2`.
pub(super) fn is_near(first: Decimal, second: Decimal) -> bool {
    let (one, two) = (significant(first), significant(second));
    let (long, short, kept) = if one > two { (first, second, two) } else { (second, first, one) };
    let cut = long.round_sf_with_strategy(u32::try_from(kept.max(1)).unwrap_or(1), RoundingStrategy::ToZero);
    let up = long.round_sf_with_strategy(u32::try_from(kept.max(1)).unwrap_or(1), RoundingStrategy::AwayFromZero);
    cut == Some(short) || up == Some(short)
}

/// The power of ten that makes the first number the second.
pub(super) fn power_between(first: Decimal, second: Decimal) -> Option<i32> {
    if first.is_zero() || second.is_zero() {
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

/// Whether both have the same digits in another order.
pub(super) fn are_swapped(first: Decimal, second: Decimal) -> bool {
    let ((mut one, before_one), (mut two, before_two)) = (digits(first), digits(second));
    if one.len() != two.len() || one.len() < 2 || before_one != before_two || first == second {
        return false;
    }
    one.sort_unstable();
    two.sort_unstable();
    one == two
}

/// Whether both have the same digits but one.
pub(super) fn one_differs(first: Decimal, second: Decimal) -> bool {
    let ((one, before_one), (two, before_two)) = (digits(first), digits(second));
    let length = one.len().max(two.len());
    if before_one != before_two || length < 2 {
        return false;
    }
    let at = |digits: &[u8], at: usize| digits.get(at).copied().unwrap_or(0);
    (0..length).filter(|&place| at(&one, place) != at(&two, place)).count() == 1
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
            let (found, point) = digits(number);
            let found: String = found.iter().map(|digit| char::from(b'0' + digit)).collect();
            assert_eq!((found.as_str(), point, significant(number)), (written, before, shown), "{number}");
        }
    }
}
