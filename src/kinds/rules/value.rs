use super::{Reason, View};
use rust_decimal::Decimal;

use crate::article::Article;
use crate::kinds::Context;
use crate::kinds::{Extent, Kind};
use crate::text::value::{Quantity, Relation, Value, implied_rate, relate};
use crate::text::{Span, one_line};

/// Words of content beside the value, beyond which a change is about more than a value.
const MOST_OTHERS: usize = 2;

pub(super) fn value(view: &View) -> Option<(Kind, Reason)> {
    if view.change.extent == Extent::Sentence || !is_short(view) {
        return None;
    }
    let (draft, r#final) = values(view);
    match (draft, r#final) {
        ([], []) => None,
        ([], [one, ..]) if is_conversion(view.context.r#final, one, view.context) => {
            Some((Kind::Conversion, "the same amount in another unit".to_owned()))
        }
        ([one, ..], []) if is_one(one) && is_with_article(view.draft, view.r#final) => {
            Some((Kind::NumberFormat, "one, written as an article".to_owned()))
        }
        ([], [two, ..]) if is_one(two) && is_with_article(view.r#final, view.draft) => {
            Some((Kind::NumberFormat, "one, written as a number".to_owned()))
        }
        ([one, ..], []) if is_conversion(view.context.draft, one, view.context) => {
            Some((Kind::Conversion, "the same amount in another unit".to_owned()))
        }
        // The same value elsewhere in the unit was moved, not lost.
        ([], [one, ..]) => {
            let came = !stands(one, view.context.unit_values(&view.change.units).0, view.context);
            came.then(|| (kind_of_one(one), format!("{} came in", one_line(view.context.r#final.text_of(one.span)))))
        }
        ([one, ..], []) => {
            let gone = !stands(one, view.context.unit_values(&view.change.units).1, view.context);
            gone.then(|| (kind_of_one(one), format!("{} is gone", one_line(view.context.draft.text_of(one.span)))))
        }
        ([score], [one, two]) if is_score(score, one, two, view.r#final) => Some(score_format()),
        ([one, two], [score]) if is_score(score, one, two, view.draft) => Some(score_format()),
        _ => {
            let pairs = || draft.iter().zip(r#final);
            let differs = pairs().find(|(one, two)| view.context.relate(one, two) != Relation::Equal);
            let (one, two) = differs.or_else(|| pairs().next())?;
            let relation = view.context.relate(one, two);
            let grown = view.draft.starts_with(view.r#final) || view.r#final.starts_with(view.draft);
            if matches!(relation, Relation::Unit { .. })
                && grown
                && view.change.draft_tokens.len() == 1
                && view.change.final_tokens.len() == 1
            {
                // `9,400-ton` and `9,400-ton-class`: the number stands in a longer word.
                return None;
            }
            let kind = kind_of_two(&relation, &one.quantity, &two.quantity);
            let (one, two) = (view.context.draft.text_of(one.span), view.context.r#final.text_of(two.span));
            Some((kind, format!("{} and {}: {relation}", one_line(one), one_line(two))))
        }
    }
}

fn score_format() -> (Kind, Reason) {
    (Kind::NumberFormat, "the same score in other writing".to_owned())
}

/// Whether two numbers in a text are a score written out: `31-18` and `31 to 18`.
fn is_score(score: &Value, one: &Value, two: &Value, written: &str) -> bool {
    let is = |value: &Value, number: Decimal| matches!(value.quantity, Quantity::Amount(amount) if amount.number == number && amount.unit.is_none());
    let Quantity::Score(first, second) = score.quantity else { return false };
    is(one, first) && is(two, second) && written.contains(" to ")
}

/// The kind of the value that a longer change alters, if it alters one.
pub(super) fn changed(view: &View) -> Option<Kind> {
    let (draft, r#final) = values(view);
    let lost = draft.iter().find(|value| !stands(value, r#final, view.context));
    let lost = lost.or_else(|| r#final.iter().find(|value| !stands(value, draft, view.context)))?;
    Some(kind_of_one(lost))
}

/// Whether a value stands among others, in whatever writing.
fn stands<'v>(value: &Value, others: impl IntoIterator<Item = &'v Value>, context: &Context) -> bool {
    others.into_iter().any(|other| matches!(context.relate(value, other), Relation::Equal | Relation::Fills))
}

fn is_one(value: &Value) -> bool {
    matches!(value.quantity, Quantity::Amount(amount) if amount.number == Decimal::ONE && !amount.ordinal)
}

/// `one` and `an`, `1 hour` and `an hour`.
fn is_with_article(number: &str, article: &str) -> bool {
    let rest = |text: &str| text.split_whitespace().skip(1).map(str::to_lowercase).collect::<Vec<_>>();
    let first = article.split_whitespace().next().unwrap_or_default();
    matches!(first, "a" | "an" | "A" | "An") && rest(number) == rest(article)
}

/// Whether a value stands in brackets, or behind `or`, behind the same amount in another unit or currency. Where no rate
/// is set for two currencies, what stands right behind is taken for the same amount: nothing else is written so.
fn is_conversion(side: &Article, value: &Value, context: &Context) -> bool {
    let before = side.values.partition_point(|other| other.span.start < value.span.start).checked_sub(1);
    let Some(other) = before.map(|at| &side.values[at]) else { return false };
    let between = side.text.get(other.span.end..value.span.start).unwrap_or_default().trim_end();
    let before_about = |word| between.trim_end_matches(word).trim_end();
    let lead = context.lexicon.kinds.approximate.iter().map(before_about).min_by_key(|lead| lead.len());
    let lead = lead.unwrap_or(between);
    let right_behind = matches!(lead.trim_start(), "(" | "or" | ", or");
    let exchanged = || {
        let rate = implied_rate(&other.quantity, &value.quantity)?;
        Some(match context.rates.of(rate.currency, rate.price) {
            Some(set) => rate.is_within(set.least, set.most),
            None => right_behind,
        })
    };
    (right_behind || lead.ends_with('('))
        && (relate(&other.quantity, &value.quantity) == Relation::Conversion || exchanged() == Some(true))
}

/// The values that the change touches; a side without words touches the one that it lies within.
fn values<'a>(view: &View<'a>) -> (&'a [Value], &'a [Value]) {
    let of = |side: &'a Article, span: Span| {
        let found = side.values_in(span);
        let within = |value: &Value| value.span.start < span.start && span.end < value.span.end;
        if span.is_empty() && !found.iter().all(within) { &[] } else { found }
    };
    (of(view.context.draft, view.change.draft), of(view.context.r#final, view.change.r#final))
}

fn is_short(view: &View) -> bool {
    let others = |article: &Article, tokens: &std::ops::Range<usize>, values: &[Value]| {
        let outside = article.tokens[tokens.clone()]
            .iter()
            .filter(|token| values.is_empty() || !is_within_value(article, token.span));
        outside.filter(|token| view.context.is_content(token)).count()
    };
    let (draft, r#final) = values(view);
    others(view.context.draft, &view.change.draft_tokens, draft) <= MOST_OTHERS
        && others(view.context.r#final, &view.change.final_tokens, r#final) <= MOST_OTHERS
}

fn is_within_value(article: &Article, token: Span) -> bool {
    article.values_in(token).iter().any(|value| value.span.contains(token))
}

fn kind_of_one(value: &Value) -> Kind {
    match value.quantity {
        Quantity::Amount(_) | Quantity::Score(..) | Quantity::Vague(_) => Kind::Number,
        Quantity::Date(_) | Quantity::Relative(_) | Quantity::Clock(_) => Kind::DateTime,
    }
}

fn kind_of_two(relation: &Relation, one: &Quantity, two: &Quantity) -> Kind {
    let is_date = |value: &Quantity| matches!(value, Quantity::Date(_) | Quantity::Relative(_) | Quantity::Clock(_));
    let amounts = !is_date(one) && !is_date(two);
    match relation {
        Relation::Equal if amounts => Kind::NumberFormat,
        Relation::Equal | Relation::Fills => Kind::DateFormat,
        Relation::Unit { .. } => Kind::CurrencyUnit,
        Relation::Conversion => Kind::Conversion,
        Relation::Time => Kind::DateTime,
        _ if amounts => Kind::Number,
        _ => Kind::DateTime,
    }
}
