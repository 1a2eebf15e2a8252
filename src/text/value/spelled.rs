use rust_decimal::Decimal;

use super::Reader;
use super::figure::Figure;
use crate::text::{Class, fold};

/// What is written right before the strength of an earthquake: `a magnitude-4.5 quake`.
pub(super) const MAGNITUDE: &str = "magnitude-";

/// A number as it stands in English, in digits or in words, with its scale words.
#[derive(Clone, Copy)]
pub(super) struct Numeral<'a> {
    pub(super) number: Decimal,
    /// What the scale words make of one: 1,000,000 for `1.2 million`.
    pub(super) scale: Decimal,
    /// What stands before the digits in their token: `$`.
    pub(super) prefix: &'a str,
    /// What stands behind the number in its last token: `%`, `th`, `-year-old`.
    pub(super) suffix: &'a str,
    pub(super) ordinal: bool,
    /// The token behind it.
    pub(super) end: usize,
}

/// A spelled number while it is read: what stands above the last scale word, and what was read since.
#[derive(Default)]
struct Sum {
    above: Decimal,
    current: Option<Decimal>,
}

impl<'a> Reader<'a> {
    /// The number that begins at a token.
    pub(super) fn numeral(&self, at: usize) -> Option<Numeral<'a>> {
        if self.is_number(at) || self.word(at).starts_with(MAGNITUDE) { self.figures(at) } else { self.spelled(at) }
    }

    /// `350 billion`, `1.2 million`, `3rd`, `2 and a half`.
    fn figures(&self, at: usize) -> Option<Numeral<'a>> {
        let mut figure = Figure::parse(self.written(at))?;
        if fold(figure.prefix) == MAGNITUDE {
            figure.prefix = "";
        }
        let (mut number, mut scale, mut suffix) = (figure.number, Decimal::ONE, figure.suffix);
        let mut end = at + 1;
        let short = short_scale(suffix, !figure.prefix.is_empty());
        let (scale_word, tail) = parted(suffix.trim_start_matches('-'));
        if let Some(factor) = short {
            (number, scale, suffix) = (number.checked_mul(factor)?, factor, "");
        } else if let Some(factor) = self.scale(&fold(scale_word)) {
            (number, scale, suffix) = (number.checked_mul(factor)?, factor, tail);
        }
        if suffix.is_empty() {
            if self.is_and_a_half(end) {
                number = number.checked_add(half())?;
                end += 3;
            }
            while suffix.is_empty() {
                let (scale_word, tail) = parted(self.word(end));
                let Some(factor) = self.scale(scale_word) else { break };
                number = number.checked_mul(factor)?;
                scale = scale.checked_mul(factor)?;
                (suffix, end) = (tail, end + 1);
            }
        }
        Some(Numeral { number, scale, prefix: figure.prefix, suffix, ordinal: false, end })
    }

    /// `two thousand three hundred`, `a dozen`, `half a million`, `twelve point five`, `twenty-first`, `five-year`.
    fn spelled(&self, start: usize) -> Option<Numeral<'a>> {
        let mut sum = Sum::default();
        let (mut at, mut scale, mut suffix, mut ordinal) = (start, Decimal::ONE, "", false);
        match self.word(start) {
            "a" | "an" if self.scale(self.word(start + 1)).is_some() => {
                (sum.current, at) = (Some(Decimal::ONE), start + 1)
            }
            "half" if self.word(start + 1) == "a" && self.scale(self.word(start + 2)).is_some() => {
                (sum.current, at) = (Some(half()), start + 2);
            }
            _ => {}
        }
        'tokens: while self.tokens.get(at).is_some_and(|token| token.class == Class::Word) {
            let word = self.word(at);
            if word == "and" && sum.takes_and() && self.numeral_word(at + 1) {
                at += 1;
                continue;
            }
            if word == "point" && sum.current.is_some() && self.digit_word(at + 1).is_some() {
                at = self.decimals(at + 1, &mut sum)?;
                continue;
            }
            if word == "and" && sum.current.is_some() && self.is_and_a_half(at) {
                sum.current = sum.current?.checked_add(half());
                at += 3;
                continue;
            }
            let mut read = 0;
            for part in word.split('-') {
                if let Some(number) = self.words.numerals.get(part).filter(|&number| sum.takes(number)) {
                    sum.add(number)?;
                } else if let Some(factor) = self.scale(part).filter(|_| sum.current.is_some()) {
                    scale = if factor == Decimal::ONE_HUNDRED { scale } else { factor };
                    sum.scale(factor)?;
                } else if let Some(number) = self.words.ordinals.get(part).filter(|&number| sum.takes(number)) {
                    sum.add(number)?;
                    ordinal = true;
                } else if read > 0 {
                    suffix = &word[read - 1..];
                    at += 1;
                    break 'tokens;
                } else {
                    break 'tokens;
                }
                read += part.len() + 1;
                if ordinal {
                    suffix = word.get(read - 1..).unwrap_or("");
                    at += 1;
                    break 'tokens;
                }
            }
            at += 1;
        }
        (at > start && sum.is_begun()).then_some(())?;
        Some(Numeral { number: sum.total()?, scale, prefix: "", suffix, ordinal, end: at })
    }

    /// The digits behind `point`, and the token behind them.
    fn decimals(&self, start: usize, sum: &mut Sum) -> Option<usize> {
        let (mut at, mut place) = (start, Decimal::ONE);
        while let Some(digit) = self.digit_word(at) {
            place = place.checked_div(Decimal::TEN)?;
            sum.current = sum.current?.checked_add(place.checked_mul(digit.into())?);
            at += 1;
        }
        Some(at)
    }

    fn digit_word(&self, at: usize) -> Option<i64> {
        self.words.numerals.get(self.word(at)).filter(|&number| number < 10)
    }

    fn numeral_word(&self, at: usize) -> bool {
        let word = self.word(at);
        self.words.numerals.get(word.split('-').next().unwrap_or(word)).is_some()
    }

    fn is_and_a_half(&self, at: usize) -> bool {
        self.word(at) == "and" && self.word(at + 1) == "a" && self.word(at + 2) == "half"
    }

    /// What a scale word multiplies with.
    fn scale(&self, word: &str) -> Option<Decimal> {
        if word == "dozen" {
            return Some(Decimal::from(12));
        }
        let power = self.words.scales.get(word)?;
        Some(Decimal::from(10_i64.checked_pow(u32::try_from(power).ok()?)?))
    }

    /// What the scale words that begin at a token multiply with, one where there is none, and the token behind them.
    pub(super) fn scales(&self, start: usize) -> Option<(Decimal, usize)> {
        let (mut scale, mut end) = (Decimal::ONE, start);
        while let Some(factor) = self.scale(self.word(end)) {
            (scale, end) = (scale.checked_mul(factor)?, end + 1);
        }
        Some((scale, end))
    }
}

/// The first word of a compound and the rest with its hyphen: `trillion` and `-won`.
fn parted(compound: &str) -> (&str, &str) {
    compound.split_at(compound.find('-').unwrap_or(compound.len()))
}

/// Letters that are a scale right behind digits; `m` is one behind a currency only, else it is meters.
fn short_scale(suffix: &str, money: bool) -> Option<Decimal> {
    let factor = match suffix {
        "k" | "K" => 1_000,
        "m" | "M" if money => 1_000_000,
        "b" | "B" if money => 1_000_000_000,
        _ => return None,
    };
    Some(Decimal::from(factor))
}

fn half() -> Decimal {
    Decimal::new(5, 1)
}

impl Sum {
    fn is_begun(&self) -> bool {
        self.current.is_some() || !self.above.is_zero()
    }

    /// Whether a numeral can follow what was read: `twenty` takes `five` but `ten` does not.
    fn takes(&self, number: i64) -> bool {
        let Some(current) = self.current else { return true };
        let (tens, hundreds) = (current % Decimal::TEN, current % Decimal::ONE_HUNDRED);
        match number {
            1..=9 => tens.is_zero() && (hundreds.is_zero() || hundreds > Decimal::TEN) && !current.is_zero(),
            10..=99 => hundreds.is_zero() && !current.is_zero(),
            _ => false,
        }
    }

    /// Whether `and` can link what follows: behind hundreds and scale words.
    fn takes_and(&self) -> bool {
        match self.current {
            Some(current) => current >= Decimal::ONE_HUNDRED && (current % Decimal::ONE_HUNDRED).is_zero(),
            None => !self.above.is_zero(),
        }
    }

    fn add(&mut self, number: i64) -> Option<()> {
        self.current = Some(self.current.unwrap_or_default().checked_add(number.into())?);
        Some(())
    }

    /// Hundreds and dozens multiply what was just read; a higher scale closes it.
    fn scale(&mut self, factor: Decimal) -> Option<()> {
        let scaled = self.current?.checked_mul(factor)?;
        if factor < Decimal::ONE_THOUSAND {
            self.current = Some(scaled);
        } else {
            self.above = self.above.checked_add(scaled)?;
            self.current = None;
        }
        Some(())
    }

    fn total(&self) -> Option<Decimal> {
        self.above.checked_add(self.current.unwrap_or_default())
    }
}
