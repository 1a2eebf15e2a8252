use super::source_number_missing::is_telling;
use super::{Case, Hit, Side, rule};
use crate::analysis::Source;
use crate::article::Article;
use crate::audit::source::{final_unit, is_at_rate, rendered};
use crate::settings::Level;
use crate::text::Span;
use crate::text::value::matching::{Partner, reach};
use crate::text::value::{Amount, Quantity, Relation, Value, implied_rate, relate};
use rust_decimal::Decimal;

rule! {
    /// A value of the final is nowhere in the source, and is no conversion of another.
    ///
    /// Editors add background, and machines invent. It is a warning where the draft has it already, and the sentence of the
    /// source holds no value that it could stand for. Single digits, fractions and clock times are not asked for.
    ///
    /// Fires: "The yard employs 640 people", and no 640 stands in the source.
    ///
    /// Silent: "1.2 trillion won ($864 million)", where the source has the won alone.
    SOURCE_NUMBER_ADDED = "source-number-added", Info, check
}

fn check(case: Case) -> Vec<Hit> {
    let Some(source) = &case.analysis.source else { return Vec::new() };
    let r#final = &case.analysis.r#final;
    let alone = source
        .final_values
        .iter()
        .zip(&r#final.values)
        .enumerate()
        .filter(|(_, (partner, value))| **partner == Partner::None && is_telling(&value.quantity))
        // What contradicts a value of the source is said by the rule about that.
        .filter(|(at, _)| !case.contradicts(*at));
    let mut found = Vec::new();
    for (at, (_, value)) in alone {
        let Some(sentence) = r#final.sentence_at(value.span.start).filter(|&at| !r#final.is_frame(at)) else {
            continue;
        };
        if beside(at, sentence, r#final).iter().any(|other| is_conversion(other, value, case)) {
            continue;
        }
        let invented = invented_from(value, sentence, source, case);
        let written = r#final.line_of(value.span);
        let hit = match invented {
            Some(draft) => Hit::new(value.span, format!("final: {written} is not in the source; the draft made it up"))
                .at_level(Some(Level::Warning))
                .with_evidence(Side::Draft, [draft]),
            None => Hit::new(value.span, format!("final: {written} is not in the source")),
        };
        found.push(hit);
    }
    found
}

/// The values of the sentence of one: all, or of very many those around it.
fn beside(value: usize, sentence: usize, article: &Article) -> &[Value] {
    let all = article.value_range(article.span_of(sentence..sentence + 1));
    let near = reach(all.len(), value.saturating_sub(all.start), all.len());
    &article.values[all][near]
}

/// Whether two values of one sentence are one amount in two units or currencies.
fn is_conversion(other: &Value, value: &Value, case: Case) -> bool {
    let exchanged = || {
        let rate = implied_rate(&other.quantity, &value.quantity)?;
        Some(is_at_rate(&rate, case).unwrap_or(true))
    };
    relate(&other.quantity, &value.quantity) == Relation::Conversion || exchanged() == Some(true)
}

/// Where the draft has the value, if it made it up: the sentences of the source that it renders hold no digit and no value
/// that has no other partner, and the value is not reckoned from others.
fn invented_from(value: &Value, sentence: usize, source: &Source, case: Case) -> Option<Span> {
    let draft = case.analysis.draft.as_ref()?;
    let Quantity::Amount(amount) = value.quantity else { return None };
    let beside = case.analysis.r#final.values_of(sentence..sentence + 1);
    if !is_precise(&amount) || is_reckoned(&amount, beside) {
        return None;
    }
    let in_draft = draft
        .values_of(final_unit(case, sentence)?.draft.clone())
        .iter()
        .find(|other| other.quantity == value.quantity)?;
    let sources = rendered(case, sentence);
    let (first, last) = (*sources.first()?, *sources.last()?);
    let span = source.article.span_of(first..last + 1);
    is_used_up(&source.article, span, source).then_some(in_draft.span)
}

/// Whether a number shows enough to be no idiom, and has a unit or noun, so that it is no part of a name (`Article 108`).
fn is_precise(amount: &Amount) -> bool {
    let all = amount.unit == Some("percent") && amount.number == Decimal::ONE_HUNDRED;
    let named = amount.unit.is_some_and(|unit| !matches!(unit, "hours" | "days" | "decade" | "years old" | "years"));
    let mantissa = amount.number.normalize().mantissa().unsigned_abs();
    let shown = mantissa.to_string().trim_end_matches('0').len();
    !all && !amount.ordinal
        && !amount.approximate
        && (if named { shown >= 2 } else { matches!(amount.counted, Some("people" | "homes")) && shown >= 3 })
}

/// Whether a part of the source holds digits or values that nothing in the draft stands for.
fn is_used_up(article: &Article, span: Span, source: &Source) -> bool {
    let has_partner = |at: usize| source.in_draft[at].same.is_some();
    let unread = article.text_of(span).char_indices().any(|(at, c)| {
        let at = Span::new(span.start + at, span.start + at + c.len_utf8());
        c.is_numeric() && !article.values_in(at).iter().any(|value| value.span.contains(at))
    });
    !unread && article.value_range(span).all(has_partner)
}

/// Whether a number is the sum, difference or ratio of two others beside it.
fn is_reckoned(amount: &Amount, beside: &[Value]) -> bool {
    /// Of more numbers than this, some always are.
    const MOST_NUMBERS: usize = 100;
    if beside.len() > MOST_NUMBERS {
        return true;
    }
    let numbers: Vec<Decimal> = beside
        .iter()
        .filter_map(|value| match value.quantity {
            Quantity::Amount(other) if other != *amount => Some(other.number),
            _ => None,
        })
        .collect();
    let near = |result: Option<Decimal>| {
        result.is_some_and(|result| {
            (result - amount.number).abs().saturating_mul(Decimal::from(50)) <= amount.number.abs()
        })
    };
    numbers.iter().enumerate().any(|(at, one)| {
        numbers[at + 1..].iter().any(|two| {
            let ratio = |one: &Decimal, two: &Decimal| one.checked_div(*two);
            let hundredfold = |part: Option<Decimal>| part.and_then(|part| part.checked_mul(Decimal::ONE_HUNDRED));
            let growth =
                |one: &Decimal, two: &Decimal| hundredfold(one.checked_sub(*two).and_then(|more| ratio(&more, two)));
            near(one.checked_add(*two))
                || near(one.checked_sub(*two).map(|left| left.abs()))
                || near(ratio(one, two))
                || near(ratio(two, one))
                || near(hundredfold(ratio(one, two)))
                || near(hundredfold(ratio(two, one)))
                || near(growth(one, two).map(|growth| growth.abs()))
                || near(growth(two, one).map(|growth| growth.abs()))
        })
    })
}
