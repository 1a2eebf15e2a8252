use super::{Case, Hit, Place, Side, rule};
use crate::audit::source::Contradiction;
use crate::settings::Level;
use crate::text::Span;
use crate::text::value::matching::Rendered;
use crate::text::value::{Relation, days_apart};

rule! {
    /// A value of the final contradicts the source: a power of ten, swapped digits, one digit, another unit, currency or date.
    ///
    /// Readers take the number as it stands. The message says whether the draft had it right, so that the editor broke it,
    /// or wrong, so that nobody caught it. A date that is one day off is a warning: time zones do that.
    ///
    /// Fires: The source has 58억3000만 달러, the final "$5.38 billion".
    ///
    /// Silent: The final has "$5.83 billion", "nearly $6 billion", or another number that the editor added as background.
    SOURCE_NUMBER_MISMATCH = "source-number-mismatch", Error, check
}

fn check(case: Case) -> Vec<Hit> {
    case.contradictions.iter().filter_map(|&found| report(found, case)).collect()
}

fn report(found: Contradiction, case: Case) -> Option<Hit> {
    let analysis = case.analysis;
    let (r#final, source) = (&analysis.r#final, &analysis.source.as_ref()?.article);
    let (written, said) = (r#final.values.get(found.r#final)?, source.values.get(found.source)?);
    let published = r#final.published_on().or(analysis.draft.as_ref().and_then(|draft| draft.published_on()));
    let day_off = found.relation == Relation::Time
        && days_apart(&said.quantity, &written.quantity, published).is_some_and(|days| days <= 1);
    let (verdict, evidence) = draft_says(found, case);
    let relation = match found.relation {
        Relation::Number | Relation::NumberAndUnit | Relation::Time | Relation::Incomparable => String::new(),
        relation => format!(" ({relation})"),
    };
    let message = format!(
        "final: {}; source: {}{relation}{verdict}",
        r#final.line_of(written.span),
        super::meaning(source, said),
    );
    let mut hit = Hit::new(written.span, message)
        .at_level(day_off.then_some(Level::Warning))
        .with_evidence(Side::Source, [said.span]);
    hit.related.extend(evidence.map(|span| Place { side: Side::Draft, span }));
    Some(hit)
}

/// What the draft made of the value of the source, and where.
fn draft_says(found: Contradiction, case: Case) -> (&'static str, Option<Span>) {
    let (Some(draft), Some(source)) = (&case.analysis.draft, &case.analysis.source) else { return ("", None) };
    let written = case.analysis.r#final.values[found.r#final].quantity;
    // No two values of a text contradict the same one of the source.
    let Rendered { same, contradicting } = source.in_draft[found.source];
    let span = |at: usize| Some(draft.values[at].span);
    match (same, contradicting) {
        (_, Some(at)) if draft.values[at].quantity == written => ("; the draft had it wrong, too", span(at)),
        (Some(at), _) => ("; the draft had it right", span(at)),
        (None, Some(at)) => ("; the draft had it wrong in another way", span(at)),
        (None, None) => ("; the draft had left it out", None),
    }
}
