use super::{Hit, Place, Rule, RuleEntry, Side};
use crate::analysis::Analysis;
use crate::article::Region;
use crate::settings::{Level, Settings};
use crate::text::Span;

/// No line of the final says that a machine translated it.
pub(in crate::audit) struct DisclosureMissing;

static ENTRY: RuleEntry = RuleEntry {
    name: "disclosure-missing",
    level: Level::Error,
    meaning: "No line of the final says that it was translated by AI or by a machine.",
    why: "Readers are promised to be told. A desk whose content management system adds the line sets `added_by_cms = true` under `[disclosure]`.",
    fires: "The article ends with its last paragraph or its byline.",
    silent: "\"Translated from … using generative AI and edited by … staff.\" stands below the body.",
};

impl Rule for DisclosureMissing {
    fn entry(&self) -> &'static RuleEntry {
        &ENTRY
    }

    fn check(&self, analysis: &Analysis, settings: &Settings) -> Vec<Hit> {
        let r#final = &analysis.r#final;
        let disclosed = r#final.sentences.iter().any(|sentence| sentence.region == Region::Disclosure);
        if disclosed || settings.disclosure.added_by_cms {
            return Vec::new();
        }
        let body = r#final.sentences.iter().rev().find(|sentence| !sentence.region.is_frame());
        let end = body.map_or(r#final.text.len(), |sentence| sentence.span.end);
        let dropped = analysis.draft.iter().flat_map(|draft| &draft.sentences);
        let dropped = dropped.filter(|sentence| sentence.region == Region::Disclosure);
        vec![Hit {
            level: None,
            message: "no line says that this article was translated by AI".to_owned(),
            place: Place { side: Side::Final, span: Span::at(end) },
            related: dropped.map(|sentence| Place { side: Side::Draft, span: sentence.span }).collect(),
        }]
    }
}
