use rust_decimal::Decimal;

use super::super::figure::grouped;
use super::Scanner;

/// A number in digits, in Han or with scale words between: `3만5000`, `6천400만`, `二万三千`, `1.2兆`.
pub(super) struct Numeral {
    pub(super) number: Decimal,
    pub(super) end: usize,
    /// How many characters of it are written out, where it has no digit.
    pub(super) written_out: usize,
}

impl Scanner<'_> {
    /// The number that begins at a place.
    pub(super) fn numeral(&self, start: usize) -> Option<Numeral> {
        let mut sum = Sum::default();
        let (mut at, mut digits, mut written_out) = (start, false, 0);
        while let Some(c) = self.at(at) {
            if digit(c).is_some() {
                if sum.current.is_some() {
                    break;
                }
                let (number, end) = self.figures(at)?;
                (sum.current, at, digits) = (Some(number), end, true);
            } else if let Some(value) = han_digit(c).filter(|_| !digits) {
                sum.push(value)?;
                at += c.len_utf8();
                written_out += 1;
            } else if let Some(power) = small_scale(c).filter(|_| sum.current.is_some() || sum.can_begin(start, at)) {
                sum.small(power)?;
                at += c.len_utf8();
                written_out += 1;
            } else if let Some(power) = large_scale(c).filter(|&power| sum.takes_large(power) && !self.is_game(at)) {
                sum.large(power)?;
                at += c.len_utf8();
                written_out += 1;
            } else if c == ' ' && sum.is_closed() && self.goes_on(start, at + 1, sum.lowest) {
                at += 1;
            } else {
                break;
            }
        }
        let number = sum.total()?;
        (at > start).then_some(Numeral { number, end: at, written_out: if digits { 0 } else { written_out } })
    }

    /// Whether 경 begins a word, and is no scale: `138경기`, `3경주`.
    fn is_game(&self, at: usize) -> bool {
        self.rest(at).strip_prefix('경').is_some_and(|behind| behind.starts_with(['기', '주', '로', '찰']))
    }

    /// Whether behind `38조 ` stands a smaller number that belongs to it, such as `1234억`. In `만 65세` a scale stands
    /// alone: it says that the years are full.
    fn goes_on(&self, start: usize, at: usize, lowest: u32) -> bool {
        let alone = self.text[start..at].trim_end().chars().count() == 1;
        let Some((number, end)) = self.figures(at) else { return false };
        let mut scale = 0;
        for c in self.rest(end).chars() {
            match small_scale(c).or_else(|| large_scale(c)) {
                Some(power) => scale = scale.max(power),
                None => break,
            }
        }
        scale < lowest && (scale > 0 || (!alone && number < Decimal::from(10_000))) && number.is_integer()
    }

    /// Digits with their grouping and decimals, in half or full width.
    pub(super) fn figures(&self, at: usize) -> Option<(Decimal, usize)> {
        let rest = self.rest(at);
        let wide = rest.starts_with(|c: char| !c.is_ascii());
        let end = rest
            .find(|c: char| !(digit(c).is_some() || matches!(c, '.' | ',') || (wide && matches!(c, '．' | '，'))))
            .unwrap_or(rest.len());
        let written = rest[..end].trim_end_matches(['.', ',', '．', '，']);
        let number = if wide {
            let narrow: String = written.chars().map(narrow).collect();
            grouped(&narrow)?
        } else {
            grouped(written)?
        };
        (!written.is_empty()).then_some((number, at + written.len()))
    }
}

/// A number while it is read: what stands above the last large scale, below it, and what no scale has touched yet.
#[derive(Default)]
struct Sum {
    above: Decimal,
    section: Decimal,
    current: Option<Decimal>,
    /// The power of ten of the last large scale.
    lowest: u32,
}

impl Sum {
    /// A Han digit: behind another it is a place further, as in 二〇二五.
    fn push(&mut self, digit: i64) -> Option<()> {
        let before = self.current.unwrap_or_default().checked_mul(Decimal::TEN)?;
        self.current = Some(before.checked_add(digit.into())?);
        Some(())
    }

    fn can_begin(&self, start: usize, at: usize) -> bool {
        at == start || !self.section.is_zero() || !self.above.is_zero()
    }

    fn takes_large(&self, power: u32) -> bool {
        let begun = self.current.is_some() || !self.section.is_zero();
        if begun {
            self.lowest == 0 || power < self.lowest
        } else {
            self.lowest == 4 && power == 8 || self.above.is_zero()
        }
    }

    /// A ten, hundred or thousand: of what stands before it, or one.
    fn small(&mut self, power: u32) -> Option<()> {
        let scaled = self.current.take().unwrap_or(Decimal::ONE).checked_mul(ten_to(power)?)?;
        self.section = self.section.checked_add(scaled)?;
        Some(())
    }

    /// A scale of four zeros more. 万亿 is ten thousand times a hundred million.
    fn large(&mut self, power: u32) -> Option<()> {
        let section = self.section.checked_add(self.current.take().unwrap_or_default())?;
        self.section = Decimal::ZERO;
        self.above = if section.is_zero() && !self.above.is_zero() {
            self.above.checked_mul(ten_to(power)?)?
        } else {
            let section = if section.is_zero() { Decimal::ONE } else { section };
            self.above.checked_add(section.checked_mul(ten_to(power)?)?)?
        };
        self.lowest = power;
        Some(())
    }

    /// Whether the last that was read is a large scale.
    fn is_closed(&self) -> bool {
        self.lowest > 0 && self.current.is_none() && self.section.is_zero()
    }

    fn total(&self) -> Option<Decimal> {
        self.above.checked_add(self.section)?.checked_add(self.current.unwrap_or_default())
    }
}

fn ten_to(power: u32) -> Option<Decimal> {
    Some(Decimal::from(10_i64.checked_pow(power)?))
}

/// The digit of half or full width.
pub(super) fn digit(c: char) -> Option<u32> {
    narrow(c).to_digit(10)
}

fn narrow(c: char) -> char {
    match c as u32 {
        wide @ 0xFF01..=0xFF5E => char::from_u32(wide - 0xFEE0).unwrap_or(c),
        _ => c,
    }
}

pub(super) fn han_digit(c: char) -> Option<i64> {
    Some(match c {
        '〇' | '零' => 0,
        '一' => 1,
        '二' | '两' | '兩' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    })
}

fn small_scale(c: char) -> Option<u32> {
    match c {
        '십' | '十' => Some(1),
        '백' | '百' => Some(2),
        '천' | '千' => Some(3),
        _ => None,
    }
}

fn large_scale(c: char) -> Option<u32> {
    match c {
        '만' | '万' | '萬' => Some(4),
        '억' | '億' | '亿' => Some(8),
        '조' | '兆' => Some(12),
        '경' | '京' => Some(16),
        _ => None,
    }
}
