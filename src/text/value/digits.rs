//! How the digits of two numbers differ: the slips that turn one number into another.

use rust_decimal::{Decimal, RoundingStrategy};

/// The digits of a number without its sign and point, and how many of them stand before the point.
pub(super) fn digits(number: Decimal) -> (Vec<u8>, usize) {
    let text = number.abs().normalize().to_string();
    let point = text.find('.').unwrap_or(text.len());
    (text.bytes().filter(u8::is_ascii_digit).collect(), point)
}

/// How many digits a number shows, the zeros at both ends left out: 2 for 18,000 and for 0.042.
pub(super) fn significant(number: Decimal) -> usize {
    let (digits, _) = digits(number);
    let first = digits.iter().position(|&digit| digit != b'0').unwrap_or(digits.len());
    let last = digits.iter().rposition(|&digit| digit != b'0').map_or(first, |last| last + 1);
    last - first
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
    let at = |digits: &[u8], at: usize| digits.get(at).copied().unwrap_or(b'0');
    (0..length).filter(|&place| at(&one, place) != at(&two, place)).count() == 1
}

/// Whether they sound alike: `fifteen` and `fifty`.
pub(super) fn sound_alike(first: Decimal, second: Decimal) -> bool {
    let (teen, ty) = if first < second { (first, second) } else { (second, first) };
    let is_teen = teen.is_integer() && teen >= Decimal::from(13) && teen < Decimal::from(20);
    is_teen && (teen - Decimal::TEN) * Decimal::TEN == ty
}
