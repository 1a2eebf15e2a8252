//! The editing record: what a desk can show when somebody asks whether a person edited the article.

use maud::{Markup, html};
use sha2::{Digest, Sha256};

use super::article::spelled;
use super::document::safe;
use crate::article::Region;
use crate::audit::Side;
use crate::kinds::Impact;
use crate::render::Article;

pub(super) fn record(article: &Article) -> Markup {
    let analysis = article.analysis;
    let versions = [(Side::Source, "Original"), (Side::Draft, "Draft"), (Side::Final, "Final")];
    let disclosure = analysis.r#final.sentences.iter().find(|sentence| sentence.region == Region::Disclosure);
    let impacts: Vec<String> = Impact::ALL
        .iter()
        .map(|&impact| {
            let count = analysis.translation_edits().filter(|edit| edit.impact == impact).count();
            format!("{} {count}", impact.name())
        })
        .collect();
    let accepted = article.findings.iter().filter_map(|finding| Some((finding, finding.accepted.as_ref()?)));
    let open = article.findings.iter().filter(|finding| finding.accepted.is_none());
    html! {
        footer .record {
            h2 { "Editing record" }
            table {
                tbody {
                    @for (side, name) in versions {
                        @if let Some(version) = side.of(analysis) {
                            tr {
                                th scope="row" { (name) }
                                td { code { "sha256 " (digest(&version.text)) } }
                                td { (version.text.chars().count()) " characters, " (version.sentences.len()) " sentences" }
                            }
                        }
                    }
                    @for (name, time) in [("Published", analysis.r#final.published()), ("Updated", analysis.r#final.updated())] {
                        @if let Some(time) = time { tr { th scope="row" { (name) } td colspan="2" { (spelled(&time)) } } }
                    }
                    tr { th scope="row" { "Disclosure" } td colspan="2" {
                        @match disclosure {
                            Some(line) => (safe(analysis.r#final.text_of(line.span))),
                            None => "none in the final",
                        }
                    } }
                    @if let Some(effort) = &analysis.effort {
                        tr { th scope="row" { "Edits" } td colspan="2" { (impacts.join(", ")) "; " (effort.untouched) " of " (effort.sentences) " sentences untouched" } }
                        @if let Some(ter) = effort.ter {
                            tr { th scope="row" { "Effort" } td colspan="2" { (ter.edits) " edits on " (ter.reference_words) " words (translation edit rate)" } }
                        }
                    }
                    tr { th scope="row" { "Findings" } td colspan="2" {
                        @let open: Vec<String> = open.map(|finding| format!("{} {}", finding.level.name(), finding.rule)).collect();
                        @if open.is_empty() { "none open" } @else { (open.join(", ")) }
                    } }
                    @for (finding, acceptance) in accepted {
                        tr { th scope="row" { "Accepted" } td colspan="2" {
                            (finding.rule) " by " (safe(&acceptance.by)) ", " (safe(&acceptance.at)) ": “" (safe(&acceptance.why)) "”"
                        } }
                    }
                    tr { th scope="row" { "Made with" } td colspan="2" { "postedit " (env!("CARGO_PKG_VERSION")) } }
                }
            }
            p {
                "This record shows how the texts differ and who accepted what. It cannot show that somebody read a sentence that "
                "was left unchanged, who made an edit, or whether an edit was right."
            }
        }
    }
}

fn digest(text: &str) -> String {
    Sha256::digest(text).iter().map(|byte| format!("{byte:02x}")).collect()
}
