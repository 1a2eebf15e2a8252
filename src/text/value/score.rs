use rust_decimal::Decimal;

use super::figure::{grouped, whole};
use super::spelled::Numeral;
use super::{Amount, PartialDate, Quantity, Reader, Value};
use crate::text::{Class, Span, fold};

impl Reader<'_> {
    /// A score that begins at a token, with a numeral unless it is dashed, and the token behind it: `7-2`, `seven to two`,
    /// `240 to 1`.
    pub(super) fn score(&self, at: usize, numeral: Option<Numeral>) -> Option<(Quantity, usize)> {
        if let Some((one, two)) = self.dashed(at) {
            // 5-7 percent and 10-15 people are ranges.
            let noun = self.tokens.get(at + 1).is_some_and(|token| token.class == Class::Word)
                && !self.words.stops.contains(self.word(at + 1));
            let score = one > two || (!noun && self.words.months.get(self.before(at)).is_none());
            return score.then_some((Quantity::Score(one, two), at + 1));
        }
        let one = numeral.filter(|one| one.suffix.is_empty() && one.prefix.is_empty() && !one.ordinal)?;
        if self.word(one.end) != "to" || one.number >= Decimal::ONE_THOUSAND || !one.number.is_integer() {
            return None;
        }
        self.tokens.get(one.end + 1)?;
        let two = self.numeral(one.end + 1)?;
        let bare = two.suffix.is_empty() && two.prefix.is_empty() && !two.ordinal && two.number.is_integer();
        let falls = one.number > two.number && matches!(self.before(at), "of" | "by" | "was" | "voted" | ",");
        let odds = two.number == Decimal::ONE && one.number > two.number;
        let counts = self.unit(two.end, two.number).is_some();
        (bare && (falls || odds) && !counts).then_some((Quantity::Score(one.number, two.number), two.end))
    }

    /// The two whole numbers of `91-48`.
    fn dashed(&self, at: usize) -> Option<(Decimal, Decimal)> {
        let (one, two) = self.word(at).split_once('-')?;
        let small = |digits| whole(digits, 3).map(Decimal::from);
        Some((small(one)?, small(two)?))
    }

    /// The two values of a range in one token, and the token behind it: `5-7 percent`, `$5-6 million`, `1950-53`,
    /// `Nov. 6-10`.
    pub(super) fn range(&self, at: usize, found: &mut Vec<Value>) -> Option<usize> {
        if !self.is_number(at) {
            return None;
        }
        let written = self.written(at);
        let (one, two) = written.split_once(['-', '–'])?;
        let (values, end) =
            self.days(at, one, two).or_else(|| years(one, two).map(|years| (years, at + 1))).or_else(|| {
                let (scale, end) = self.scales(at + 1)?;
                let digits = one.trim_start_matches(|c: char| !c.is_ascii_digit());
                let (first, last) = (grouped(digits)?.checked_mul(scale)?, grouped(two)?.checked_mul(scale)?);
                let (unit, width) = match &one[..one.len() - digits.len()] {
                    "" => self.unit(end, last).unzip(),
                    sign => (Some(self.words.currencies.get(&fold(sign))?), None),
                };
                let amount = |number| Quantity::Amount(Amount::of(number, unit));
                (first < last).then_some(([amount(first), amount(last)], end + width.unwrap_or(0)))
            })?;
        let span = self.tokens[at].span;
        let spans = [
            Span::new(span.start, span.start + one.len()),
            Span::new(span.end - two.len(), self.tokens[end - 1].span.end),
        ];
        found.extend(spans.into_iter().zip(values).map(|(span, quantity)| Value { span, quantity }));
        Some(end)
    }

    /// The days of `Nov. 6-10`, read from its second token.
    fn days(&self, at: usize, one: &str, two: &str) -> Option<([Quantity; 2], usize)> {
        let month = self.month(at.checked_sub(1)?)?;
        let day = |digits| whole(digits, 2).filter(|day| (1..=31).contains(day)).and_then(|day| i8::try_from(day).ok());
        let date = |day| Quantity::Date(PartialDate { month: Some(month), day: Some(day), ..PartialDate::default() });
        Some(([date(day(one)?), date(day(two)?)], at + 1))
    }
}

/// The years of `2020-2024` and `1950-53`.
fn years(one: &str, two: &str) -> Option<[Quantity; 2]> {
    let first = whole(one, 4).filter(|first| (1000..2100).contains(first))?;
    let last = match two.len() {
        2 => first / 100 * 100 + whole(two, 2)?,
        4 => whole(two, 4)?,
        _ => return None,
    };
    let year = |year| Quantity::Date(PartialDate { year: Some(year), ..PartialDate::default() });
    (first < last).then_some([year(first), year(last)])
}
