//! Values in news text: amounts with their unit, dates and clock times, as spans over the text.

mod amount;
mod date;
mod relation;

use std::borrow::Cow;

use rust_decimal::Decimal;

use super::{Span, Token, Vocabulary};
use crate::lexicon;

pub use relation::{Relation, relate};

/// One value and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Value {
    /// The number with all that belongs to it: `$350 billion`, `the 25th`, `7 p.m.`.
    pub span: Span,
    /// What it says.
    pub quantity: Quantity,
}

/// What a value says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Quantity {
    /// A number, with or without a unit.
    Amount(Amount),
    /// A day, a month, a year, or parts of them.
    Date(PartialDate),
    /// A time of day.
    Clock(Clock),
}

/// A number with its unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Amount {
    /// The whole number, scale word included: 1,200,000 for `1.2 million`.
    pub number: Decimal,
    /// What is counted or measured, by its standard name (`percent`, `KRW`, `millimeters`); `None` for a bare number.
    pub unit: Option<Cow<'static, str>>,
    /// A place in an order: `3rd`.
    pub ordinal: bool,
}

/// A date as far as it is written out. A date may lack any part but not all.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct PartialDate {
    /// The year, such as 2025.
    pub year: Option<i16>,
    /// 1 to 12.
    pub month: Option<i8>,
    /// 1 to 31.
    pub day: Option<i8>,
    /// Monday 1 to Sunday 7.
    pub weekday: Option<i8>,
}

/// A time of day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clock {
    /// 0 to 23.
    pub hour: i8,
    /// 0 to 59.
    pub minute: i8,
}

/// What the value parser reads: the tokens of one sentence and their text.
struct Reader<'a> {
    text: &'a str,
    tokens: &'a [Token],
    vocabulary: &'a Vocabulary,
    words: &'a lexicon::Values,
}

/// The values in the tokens of one sentence, in order, none within another.
pub fn values(text: &str, tokens: &[Token], vocabulary: &Vocabulary, words: &lexicon::Values) -> Vec<Value> {
    let reader = Reader { text, tokens, vocabulary, words };
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let read = reader
            .clock(at)
            .map(|(clock, end)| (Quantity::Clock(clock), end))
            .or_else(|| reader.date(at).map(|(date, end)| (Quantity::Date(date), end)))
            .or_else(|| reader.amount(at).map(|(amount, end)| (Quantity::Amount(amount), end)));
        match read {
            Some((quantity, end)) => {
                let span = tokens[at].span.hull(tokens[end - 1].span);
                found.push(Value { span, quantity });
                at = end;
            }
            None => at += 1,
        }
    }
    found
}

impl<'a> Reader<'a> {
    /// The folded form of a token, without the full stop of an abbreviation; empty behind the last.
    fn word(&self, at: usize) -> &'a str {
        let Some(token) = self.tokens.get(at) else { return "" };
        let form = self.vocabulary.form(token.folded);
        if form.len() > 1 { form.trim_end_matches('.') } else { form }
    }

    fn written(&self, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", |token| token.span.of(self.text))
    }

    fn is_capitalised(&self, at: usize) -> bool {
        self.written(at).starts_with(char::is_uppercase)
    }
}
