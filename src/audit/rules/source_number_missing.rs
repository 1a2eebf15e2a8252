use super::{Case, Hit, Place, Side, rule};
use crate::article::Region;
use crate::text::value::matching::{is_value, reach, says_the_same};
use crate::text::value::{Quantity, Value};

rule! {
    /// A value of the source is nowhere in the final.
    ///
    /// Editors cut, and machines skip: the message says whether the draft had it. Single digits, fractions, clock times and
    /// words such as "yesterday" are not asked for.
    ///
    /// Fires: The source has 312차례, and no 312 stands in the final.
    ///
    /// Silent: It stands there rounded, converted, or in words.
    SOURCE_NUMBER_MISSING = "source-number-missing", Info, check
}

fn check(case: Case) -> Vec<Hit> {
    let Some(source) = &case.analysis.source else { return Vec::new() };
    let article = &source.article;
    let asked = |value: &Value| {
        let region = article.region_at(value.span);
        let outside = region.is_some_and(|region| !region.is_frame() && region != Region::Caption);
        outside && is_telling(&value.quantity)
    };
    let missing = article.values.iter().enumerate().filter(|(_, value)| asked(value));
    missing.filter(|(at, value)| !stands(*at, value, case)).map(|(at, value)| report(at, value, case)).collect()
}

/// Whether a value is rare enough to be missed.
pub(super) fn is_telling(quantity: &Quantity) -> bool {
    match quantity {
        Quantity::Amount(amount) => !amount.is_common(),
        Quantity::Score(..) | Quantity::Date(_) => is_value(quantity),
        Quantity::Relative(_) | Quantity::Clock(_) | Quantity::Vague(_) => false,
    }
}

/// Whether something in the final stands for a value of the source, rightly or wrongly.
pub(super) fn stands(at: usize, value: &Value, case: Case) -> bool {
    let Some(source) = &case.analysis.source else { return true };
    let r#final = &case.analysis.r#final;
    let published = r#final.published_on();
    // As partners are looked for: all values of the final, or of very many those around the place.
    let near = || match &r#final.values {
        all if source.by_place => &all[reach(all.len(), at, source.article.values.len())],
        all => all,
    };
    source.in_final[at].first().is_some()
        || near().iter().any(|other| says_the_same(&value.quantity, &other.quantity, published))
}

fn report(at: usize, value: &Value, case: Case) -> Hit {
    let source = case.analysis.source.as_ref();
    let said = source.map(|source| super::meaning(&source.article, value)).unwrap_or_default();
    let in_draft = source.and_then(|source| source.in_draft[at].same);
    let tail = match (&case.analysis.draft, in_draft) {
        (None, _) => "",
        (Some(_), Some(_)) => "; the draft had it",
        (Some(_), None) => "; nor is it in the draft",
    };
    let place = Place { side: Side::Source, span: value.span };
    let span = in_draft.zip(case.analysis.draft.as_ref()).map(|(at, draft)| draft.values[at].span);
    Hit { place, ..Hit::new(value.span, format!("source: {said} is not in the final{tail}")) }
        .with_evidence(Side::Draft, span)
}
