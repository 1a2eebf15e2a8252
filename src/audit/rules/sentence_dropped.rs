use super::{Case, Hit, Place, Side, rule};
use crate::audit::passage::shown;
use crate::compare::Op;
use crate::text::Span;
use crate::text::name::NameKind;

rule! {
    /// A sentence of the draft that holds a value, a name or a quotation has no counterpart in the final.
    ///
    /// Cutting is the desk's right; this is so that nobody cuts by mistake.
    ///
    /// Fires: "It sold 1,300 tickets on the first day." stands in the draft alone.
    ///
    /// Silent: "The mood was good." went, or two sentences became one.
    SENTENCE_DROPPED = "sentence-dropped", Info, check
}

fn check(case: Case) -> Vec<Hit> {
    let Some(draft) = &case.analysis.draft else { return Vec::new() };
    let r#final = &case.analysis.r#final;
    let deleted = case.analysis.units.iter().filter(|unit| unit.op == Op::Delete);
    let sentences = deleted.flat_map(|unit| unit.draft.clone().map(move |at| (at, unit.r#final.start)));
    let told = sentences.filter(|&(at, _)| {
        let span = draft.sentences[at].span;
        let names =
            |name: &crate::text::name::Name| span.contains(name.span) && (name.sure || name.kind == NameKind::Person);
        !draft.is_frame(at)
            && (!draft.values_in(span).is_empty()
                || draft.names_near(span).any(names)
                || draft.quotations.iter().any(|quotation| quotation.overlaps(span)))
    });
    told.map(|(at, next)| {
        let sentence = draft.sentences[at].span;
        let before = next.checked_sub(1).map_or(0, |before| r#final.sentences[before].span.end);
        Hit {
            level: None,
            message: format!("\"{}\" has no counterpart in the final", shown(draft.text_of(sentence))),
            place: Place { side: Side::Final, span: Span::at(before) },
            related: vec![Place { side: Side::Draft, span: sentence }],
        }
    })
    .collect()
}
