use super::super::{Quantity, Vague, power_of};
use super::Scanner;

impl Scanner<'_> {
    /// A power of ten of which some are meant, and its end: `수십 명`, `수백억원`, `数千人`.
    pub(super) fn vague(&self, start: usize) -> Option<(Quantity, usize)> {
        let some = self.at(start).filter(|some| matches!(some, '수' | '몇' | '数' | '數' | '几' | '幾' | '何'))?;
        let behind = start + some.len_utf8();
        let at = self.behind_space(behind);
        let scale = self.at(at).filter(|scale| "십백천만억조十百千万萬亿億兆".contains(*scale))?;
        let numeral = self.numeral(at).filter(|numeral| numeral.written_out > 0)?;
        let power = power_of(numeral.number)?;
        let (amount, end) = self.with_unit(numeral.number, at, numeral.end)?;
        let counts = amount.unit.is_some() || amount.counted.is_some();
        // 수조 is a water tank, and a place may be called 수천동.
        let clear = at == behind && scale != '조' && (numeral.written_out > 1 || self.ends_word(numeral.end));
        (counts || clear).then_some((Quantity::Vague(Vague { power, unit: amount.unit, counted: amount.counted }), end))
    }
}
