use rust_decimal::Decimal;

use super::super::Amount;
use super::Scanner;

impl Scanner<'_> {
    /// A native Korean numeral with its counter, or a word for a span of days: `세 명`, `스물한 살`, `마흔둘에`, `사흘`.
    pub(super) fn native(&self, start: usize) -> Option<(Amount, usize)> {
        if let Some((days, end)) = self.longest(start, |piece| self.words.native_days.get(piece))
            && self.ends_word(end)
        {
            return Some((Amount::of(days.into(), Some("days")), end));
        }
        if let Some(found) = self.half_year(start) {
            return Some(found);
        }
        let tens = self.longest(start, |piece| self.words.native_tens.get(piece));
        let (ten, behind) = tens.unwrap_or((0, start));
        let ones = self.longest(behind, |piece| self.words.native_ones.get(piece));
        let (one, end) = ones.unwrap_or((0, behind));
        let number = ten + one;
        if number == 0 {
            return None;
        }
        let (amount, unit_end) = self.with_unit(Decimal::from(number), start, end)?;
        let counts = amount.unit.is_some() || amount.counted.is_some() || amount.ordinal;
        // 세대 is a generation and 한인 a Korean: a short numeral stands apart from its counter.
        let apart = self.rest(end).starts_with(' ') || end - start > "두".len() || number == 2;
        if counts && apart && self.ends_word(unit_end) && (number > 1 || !matches!(amount.counted, Some("things"))) {
            return Some((amount, unit_end));
        }
        // 마흔둘에, 일흔을: an age told without its counter.
        let alone = number > 10 && (one > 0 || ten >= 60) && self.ends_word(end);
        alone.then(|| (Amount::of(Decimal::from(number), None), end))
    }

    /// `반년`.
    fn half_year(&self, start: usize) -> Option<(Amount, usize)> {
        let word = ["반년", "半年"].into_iter().find(|&word| self.rest(start).starts_with(word))?;
        Some((Amount::of(Decimal::from(6), Some("months")), start + word.len()))
    }
}
