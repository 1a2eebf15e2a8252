use std::borrow::Cow;

use rust_decimal::Decimal;

use super::{Amount, Reader};
use crate::text::{Class, fold};

/// A number token taken apart: `$1,300.50`, `12.5%`, `3rd`, `52-year-old`, `50mm`.
struct Figure<'a> {
    prefix: &'a str,
    number: Decimal,
    suffix: &'a str,
}

impl Reader<'_> {
    /// An amount that begins at a token, and the token behind it.
    pub(super) fn amount(&self, start: usize) -> Option<(Amount, usize)> {
        let mut at = start;
        let mut unit = None;
        if self.tokens[at].class != Class::Number {
            // `KRW 30 billion`, `$ 30`; but a currency word such as `won` is a verb, too.
            let code = self.words.currencies.get(self.word(at))?;
            let sign = self.tokens[at].class == Class::Mark || self.written(at) == code;
            if !sign || self.tokens.get(at + 1).is_none_or(|token| token.class != Class::Number) {
                return None;
            }
            unit = Some(Cow::Borrowed(code));
            at += 1;
        }
        let figure = Figure::parse(self.written(at))?;
        at += 1;
        if !figure.prefix.is_empty() {
            unit = Some(Cow::Borrowed(self.words.currencies.get(&fold(figure.prefix))?));
        }
        let mut number = figure.number;
        let mut ordinal = false;
        match &*fold(figure.suffix) {
            "" => {}
            "st" | "nd" | "rd" | "th" => ordinal = true,
            "-year-old" | "-year-olds" => unit = Some(Cow::Borrowed("years old")),
            suffix => match (self.words.scales.get(suffix), self.words.units.get(suffix)) {
                (Some(power), _) => number = scaled(number, power)?,
                (None, Some(name)) => unit = Some(Cow::Borrowed(name)),
                (None, None) => return None,
            },
        }
        if !ordinal {
            while let Some(power) = self.words.scales.get(self.word(at)) {
                number = scaled(number, power)?;
                at += 1;
            }
            if unit.is_none()
                && let Some((name, width)) = self.unit(at)
            {
                unit = Some(Cow::Borrowed(name));
                at += width;
            }
        }
        Some((Amount { number: number.normalize(), unit, ordinal }, at))
    }

    /// The unit or currency that begins at a token, and its length in tokens.
    fn unit(&self, at: usize) -> Option<(&'static str, usize)> {
        let two = format!("{} {}", self.word(at), self.word(at + 1));
        if let Some(name) = self.words.units.get(&two) {
            return Some((name, 2));
        }
        let one = self.word(at);
        let name = self.words.units.get(one).or_else(|| self.words.currencies.get(one))?;
        Some((name, 1))
    }
}

/// A number times a power of ten; `None` where it is too large to be exact.
fn scaled(number: Decimal, power: i64) -> Option<Decimal> {
    let factor = 10_i64.checked_pow(u32::try_from(power).ok()?)?;
    number.checked_mul(Decimal::from(factor))
}

impl<'a> Figure<'a> {
    fn parse(token: &'a str) -> Option<Self> {
        let first = token.find(|c: char| c.is_ascii_digit())?;
        let digits = &token[first..];
        let end = digits.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ','))).unwrap_or(digits.len());
        let number = digits[..end].trim_end_matches(['.', ',']);
        let suffix = &digits[number.len()..];
        let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
        // 4,012.57 is grouped by threes; 7,2 and 1.2.3 are no numbers.
        let mut groups = whole.split(',');
        let leads =
            groups.next().is_some_and(|group| !group.is_empty() && (group.len() <= 3 || whole.len() == group.len()));
        if !leads || groups.any(|group| group.len() != 3) || !fraction.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let number = number.replace(',', "").parse().ok()?;
        Some(Figure { prefix: &token[..first], number, suffix })
    }
}
