//! What the source says about the final, as the rules ask it: values, names, and which of two it holds.

mod names;
mod passage;
mod values;

use rust_decimal::Decimal;

use super::Case;
use crate::article::Article;
use crate::text::value::{ImpliedRate, Quantity, Value};

pub(super) use names::{Misspelt, SourceNames};
pub(super) use passage::{Links, final_unit, has_quotation_mark, rendered, rendered_units, renderings, source_unit};
pub(super) use values::{Contradiction, ValueSides, contradictions, fixed};

/// Whether the source settles which of two values is right, that of the draft or that of the final (by index): it holds
/// the final's alone, or a rule about the source says that the final contradicts the draft's.
pub(super) fn settled(case: Case, from: usize, to: usize) -> bool {
    let Some(sides) = ValueSides::of(case) else { return false };
    match (sides.is_held_in_draft(from), sides.is_held_in_final(to)) {
        (false, to) => to,
        (true, _) => case.contradicts(to),
    }
}

/// Whether two amounts can be worth the same at the desk's rates; `None` where it sets none for their currencies.
pub(super) fn is_at_rate(rate: &ImpliedRate, case: Case) -> Option<bool> {
    let set = case.settings.exchange_rates.of(rate.currency, rate.price)?;
    Some(rate.is_within(set.least, set.most))
}

/// Whether an amount is the sum or the difference of two of another version: `rose by 150 won`, where that has both
/// fares.
pub(super) fn is_reckoned(written: &Quantity, version: &Article) -> bool {
    /// Of more numbers than this, some always add up.
    const MOST_NUMBERS: usize = 100;
    let Quantity::Amount(written) = written else { return false };
    let number = |value: &Value| match value.quantity {
        Quantity::Amount(amount) if amount.unit == written.unit => Some(amount.number),
        _ => None,
    };
    let numbers: Vec<Decimal> = version.values.iter().filter_map(number).take(MOST_NUMBERS + 1).collect();
    let adds_up = |(at, one): (usize, &Decimal)| {
        let rest = [written.number.checked_add(*one), written.number.checked_sub(*one)];
        numbers.iter().enumerate().any(|(other, two)| other != at && rest.contains(&Some(*two)))
    };
    let may_add_up = written.unit.is_some() && !written.is_common() && numbers.len() <= MOST_NUMBERS;
    may_add_up && numbers.iter().enumerate().any(adds_up)
}

/// A value as the source writes it, and in English figures: `58억3000만 달러 = 5.83 billion dollars`.
pub(super) fn meaning(article: &Article, value: &Value) -> String {
    let (written, meant) = (article.line_of(value.span), value.quantity.to_string());
    if written == meant { written } else { format!("{written} = {meant}") }
}

/// The beginning of a text, for a message.
pub(super) fn shortened(text: &str) -> String {
    const LONGEST: usize = 40;
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", text[..end].trim_end()),
        None => text.to_owned(),
    }
}
