use rust_decimal::Decimal;

use super::{Quantity, Reader, Vague};

impl Reader<'_> {
    /// A power of ten of which some are meant, and the token behind it: `dozens`, `hundreds of billions of won`,
    /// `several thousand`.
    pub(super) fn vague(&self, at: usize) -> Option<(Quantity, usize)> {
        let (power, end) = match self.word(at) {
            "several" | "few" => self.some_of(at + 1)?,
            "tens" if self.word(at + 1) != "of" => return None,
            _ => self.plural(at)?,
        };
        let behind = end + usize::from(self.word(end) == "of");
        let (unit, width) = self.unit(behind, Decimal::TEN).unzip();
        let counted = if unit.is_none() { self.counted(behind) } else { None };
        let end = width.map_or(end, |width| behind + width);
        Some((Quantity::Vague(Vague { power, unit, counted }), end))
    }

    /// `hundreds`, `tens of thousands`: the power and the token behind it.
    fn plural(&self, at: usize) -> Option<(u8, usize)> {
        let (power, end) = (plural_power(self.word(at))?, at + 1);
        let next = plural_power(self.word(end + 1)).filter(|&next| self.word(end) == "of" && next > power);
        Some(next.map_or((power, end), |next| (power + next, end + 2)))
    }

    /// What follows `several`: `hundred`, `hundred thousand`, `dozen`.
    fn some_of(&self, start: usize) -> Option<(u8, usize)> {
        let (mut power, mut at) = (0, start);
        while let Some(more) = self.words.scales.get(self.word(at)).and_then(|more| u8::try_from(more).ok()) {
            (power, at) = (power + more, at + 1);
        }
        if power == 0 && self.word(start) == "dozen" {
            (power, at) = (1, start + 1);
        }
        (power > 0 && at <= start + 2).then_some((power, at))
    }
}

fn plural_power(word: &str) -> Option<u8> {
    Some(match word {
        "tens" | "dozens" => 1,
        "hundreds" => 2,
        "thousands" => 3,
        "millions" => 6,
        "billions" => 9,
        "trillions" => 12,
        _ => return None,
    })
}

/// The power of ten that a number is.
pub(super) fn power_of(number: Decimal) -> Option<u8> {
    const HIGHEST: u32 = 16;
    (1..=HIGHEST).find(|&power| Decimal::from(10_i64.pow(power)) == number).and_then(|power| u8::try_from(power).ok())
}
