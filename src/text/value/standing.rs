use rust_decimal::Decimal;

use super::spelled::Numeral;
use super::{Amount, Quantity, Reader};
use crate::text::Class;

impl Reader<'_> {
    /// What is counted behind a place in an order: `18th century`, `12th straight year`, `for a third day`. The words stay
    /// out of the value, as an editor may change them alone.
    pub(super) fn ordered(&self, start: usize, end: usize) -> Option<&'static str> {
        if matches!(self.word(end), "century" | "centuries") {
            return Some("centuries");
        }
        let of_a_row = matches!(self.before(start), "a" | "the") && start > 1 && self.word(start - 2) == "for";
        self.in_a_row(end).or_else(|| self.period(end).filter(|_| of_a_row))
    }

    /// `straight years`, `consecutive day`.
    pub(super) fn in_a_row(&self, at: usize) -> Option<&'static str> {
        let row = matches!(self.word(at), "straight" | "consecutive");
        self.period(at + 1).filter(|_| row)
    }

    fn period(&self, at: usize) -> Option<&'static str> {
        let unit = self.words.units.get(self.word(at))?;
        matches!(unit, "days" | "weeks" | "months" | "years").then_some(unit)
    }

    /// A round of a cup by the number of teams left in it: `the quarterfinals`; `last 16` and `round of 16` say it.
    pub(super) fn stage(&self, at: usize) -> Option<(Amount, usize)> {
        let left = stage(self.word(at))?;
        Some((Amount::of(left.into(), Some("stage")), at + 1))
    }

    /// Whether a number behind `last` or `round of` names a round.
    pub(super) fn is_stage(&self, start: usize, amount: &Amount) -> bool {
        let round = [4, 8, 16, 32].iter().any(|&left| amount.number == Decimal::from(left));
        let named = match self.before(start) {
            "last" | "final" => amount.counted.is_none(),
            "of" => start > 1 && self.word(start - 2) == "round",
            _ => false,
        };
        round && named
    }

    /// `15 wins and seven losses`, which begin with a numeral.
    pub(super) fn record(&self, numeral: Option<Numeral>) -> Option<(Quantity, usize)> {
        let won = numeral.filter(|it| it.suffix.is_empty() && it.prefix.is_empty() && !it.ordinal)?;
        let links =
            matches!(self.word(won.end), "win" | "wins" | "victories") && self.tokens.get(won.end + 2).is_some();
        if !links || !matches!(self.word(won.end + 1), "and" | "," | "against") {
            return None;
        }
        let lost =
            self.numeral(won.end + 2).filter(|it| it.suffix.is_empty() && it.prefix.is_empty() && !it.ordinal)?;
        let whole = won.number.is_integer() && lost.number.is_integer();
        (whole && matches!(self.word(lost.end), "loss" | "losses" | "defeats"))
            .then_some((Quantity::Score(won.number, lost.number), lost.end + 1))
    }

    /// An age that is told of somebody: `She was 78.`, `died at 78`, `turned 78`, `at age 78`.
    pub(super) fn is_told_age(&self, start: usize, end: usize) -> bool {
        let two_before = start.checked_sub(2).map_or("", |at| self.word(at));
        let closes = self.tokens.get(end).is_none_or(|token| token.class == Class::Mark && self.word(end) != "-")
            || matches!(self.word(end), "when" | "at" | "and" | "on" | "in" | "this" | "last" | "years");
        match self.before(start) {
            "age" => true,
            "at" => matches!(two_before, "died" | "dies" | "dead" | "away" | "debuted" | "married"),
            "turned" | "turns" | "turning" => closes,
            "was" | "is" => closes && matches!(two_before, "he" | "she" | "who"),
            _ => false,
        }
    }
}

/// How many are left in a round of a cup.
pub(super) fn stage(word: &str) -> Option<u8> {
    match word {
        "quarterfinals" | "quarterfinal" | "quarter-finals" | "quarter-final" => Some(8),
        "semifinals" | "semifinal" | "semi-finals" | "semi-final" | "semis" => Some(4),
        _ => None,
    }
}
