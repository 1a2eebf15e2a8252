use super::{Case, Hit, Place, Side, rule};
use crate::article::Region;
use crate::text::Span;

rule! {
    /// No line of the final says that it was translated by AI or by a machine.
    ///
    /// Readers are promised to be told. A desk whose content management system adds the line sets `added_by_cms = true`
    /// under `[disclosure]`.
    ///
    /// Fires: The article ends with its last paragraph or its byline.
    ///
    /// Silent: "Translated from … using generative AI and edited by … staff." stands below the body.
    DISCLOSURE_MISSING = "disclosure-missing", Error, check
}

fn check(case: Case) -> Vec<Hit> {
    let r#final = &case.analysis.r#final;
    let disclosed = r#final.sentences.iter().any(|sentence| sentence.region == Region::Disclosure);
    if disclosed || case.settings.disclosure.added_by_cms {
        return Vec::new();
    }
    let body = r#final.sentences.iter().rev().find(|sentence| !sentence.region.is_frame());
    let end = body.map_or(r#final.text.len(), |sentence| sentence.span.end);
    let dropped = case.analysis.draft.iter().flat_map(|draft| &draft.sentences);
    let dropped = dropped.filter(|sentence| sentence.region == Region::Disclosure);
    vec![Hit {
        level: None,
        message: "no line says that this article was translated by AI".to_owned(),
        place: Place { side: Side::Final, span: Span::at(end) },
        related: dropped.map(|sentence| Place { side: Side::Draft, span: sentence.span }).collect(),
    }]
}
