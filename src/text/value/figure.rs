use rust_decimal::Decimal;

/// A number token taken apart: `$1,300.50`, `12.5%`, `3rd`, `52-year-old`, `50mm`.
pub(super) struct Figure<'a> {
    pub(super) prefix: &'a str,
    pub(super) number: Decimal,
    pub(super) suffix: &'a str,
}

impl<'a> Figure<'a> {
    pub(super) fn parse(token: &'a str) -> Option<Self> {
        let first = token.find(|c: char| c.is_ascii_digit())?;
        let digits = &token[first..];
        let end = digits.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ','))).unwrap_or(digits.len());
        let number = digits[..end].trim_end_matches(['.', ',']);
        let suffix = &digits[number.len()..];
        Some(Figure { prefix: &token[..first], number: grouped(number)?, suffix })
    }
}

/// The number that digits stand for. 4,012.57 is grouped by threes; 7,2 and 1.2.3 are no numbers.
pub(super) fn grouped(digits: &str) -> Option<Decimal> {
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    if !fraction.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    if !whole.contains(',') {
        return digits.parse().ok();
    }
    let mut groups = whole.split(',');
    let leads = groups.next().is_some_and(|group| (1..=3).contains(&group.len()));
    if !leads || groups.any(|group| group.len() != 3) {
        return None;
    }
    digits.replace(',', "").parse().ok()
}

/// A number of at most `width` plain digits.
pub(super) fn whole(digits: &str, width: usize) -> Option<i16> {
    let plain = (1..=width).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| digits.parse().ok()).flatten()
}
