use rust_decimal::Decimal;

use super::spelled::Numeral;
use super::{Amount, Reader};
use crate::text::Class;

impl Reader<'_> {
    /// A part of a whole or a multiple that begins at a token, perhaps with a numeral, and the token behind it: `half`,
    /// `two-thirds`, `a third of`, `three in five`, `doubled`.
    pub(super) fn share(&self, at: usize, numeral: Option<Numeral>) -> Option<(Amount, usize)> {
        if let Some(factor) = self.words.multiples.get(self.word(at)) {
            let approximate = self.words.hedges.contains(self.before(at));
            return Some((Amount { approximate, ..Amount::of(factor.into(), Some("times")) }, at + 1));
        }
        self.half(at).or_else(|| self.part(at)).or_else(|| self.ratio(at, numeral?))
    }

    /// `half of`, `half the`, `half a point`; not `the second half`.
    fn half(&self, at: usize) -> Option<(Amount, usize)> {
        if self.word(at) != "half" || self.words.ordinals.get(self.before(at)).is_some() {
            return None;
        }
        let half = Decimal::new(5, 1);
        if matches!(self.word(at + 1), "a" | "an") {
            let (unit, width) = self.unit(at + 2, half)?;
            return Some((Amount::of(half, Some(unit)), at + 2 + width));
        }
        let hedged = self.words.hedges.contains(self.before(at));
        let whole = matches!(self.word(at + 1), "of" | "the" | "their" | "its" | "his" | "her");
        let cut = matches!(self.before(at), "by" | "in" | "nearly");
        (whole || hedged || cut).then(|| {
            let amount = Amount { approximate: hedged, ..Amount::of(half, Some("share")) };
            (amount, at + 1)
        })
    }

    /// `two-thirds`, `three quarters`, `a third of`, `a quarter point`.
    fn part(&self, at: usize) -> Option<(Amount, usize)> {
        let word = self.word(at);
        let (count, part, end) = match word.split_once('-') {
            Some((count, part)) => (self.words.numerals.get(count)?, part, at + 1),
            None => {
                let count = if word == "a" { 1 } else { self.words.numerals.get(word)? };
                (count, self.word(at + 1), at + 2)
            }
        };
        let (singular, of) = (part.strip_suffix('s').unwrap_or(part), self.word(end));
        let parts = match singular {
            "half" | "halve" => 2,
            "quarter" => 4,
            _ => self.words.ordinals.get(singular).filter(|&parts| parts > 2)?,
        };
        if !(1..parts.max(2)).contains(&count) {
            return None;
        }
        let number = Decimal::from(count).checked_div(parts.into())?;
        if singular == "quarter" && count == 1 && !matches!(of, "of") {
            let (unit, width) = self.unit(end, number).filter(|(unit, _)| unit.contains("point"))?;
            return Some((Amount::of(number, Some(unit)), end + width));
        }
        // A third of the seats is a part, a third straight month is a place.
        let linked = word.contains('-') || count > 1;
        let ends = self.tokens.get(end).is_none_or(|token| token.class == Class::Mark);
        let approximate = self.words.hedges.contains(self.before(at));
        let amount = Amount { approximate, ..Amount::of(number, Some("share")) };
        (linked || of == "of" || ((approximate || self.before(at) == "by") && ends)).then_some((amount, end))
    }

    /// `three in five`, `seven out of 10`.
    fn ratio(&self, at: usize, numeral: Numeral) -> Option<(Amount, usize)> {
        let plain = |suffix: &str, prefix: &str| suffix.is_empty() && prefix.is_empty();
        let link = match (self.word(numeral.end), self.word(numeral.end + 1)) {
            ("in", _) => numeral.end + 1,
            ("out", "of") => numeral.end + 2,
            _ => return None,
        };
        self.tokens.get(link)?;
        let whole = self.numeral(link)?;
        let fits = !numeral.ordinal && !whole.ordinal && is_round(whole.number) && numeral.number < whole.number;
        if !fits || !plain(numeral.suffix, numeral.prefix) || !plain(whole.suffix, whole.prefix) {
            return None;
        }
        if self.unit(whole.end, whole.number).is_some() || numeral.number < Decimal::ONE {
            return None;
        }
        let number = numeral.number.checked_div(whole.number)?;
        let approximate = self.words.hedges.contains(self.before(at));
        Some((Amount { approximate, ..Amount::of(number, Some("share")) }, whole.end))
    }
}

/// The wholes that shares are told of: 2 to 10, 20, 100, 1,000.
pub(super) fn is_round(whole: Decimal) -> bool {
    let small = whole.is_integer() && whole >= Decimal::TWO && whole <= Decimal::TEN;
    small || [20, 100, 1_000, 10_000].iter().any(|&round| whole == Decimal::from(round))
}
