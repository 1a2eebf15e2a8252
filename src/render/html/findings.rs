//! Findings beside their place.

use maud::{Markup, html};

use super::document::safe;
use crate::audit::{Finding, Side};
use crate::settings::Level;

/// A finding with its number on the page.
pub(super) fn finding(number: usize, finding: &Finding) -> Markup {
    let state = match (&finding.accepted, finding.level) {
        (Some(_), _) => "accepted",
        (None, Level::Error | Level::Warning) => "open",
        (None, Level::Info | Level::Off) => "remark",
    };
    html! {
        div .finding .(state) id={ "f" (number) } {
            p {
                span .level { (finding.level.name()) } " "
                span .rule { (finding.rule) } ": " (safe(&finding.message))
                @if finding.place.side != Side::Final { " (in the " (finding.place.side.name()) ")" }
            }
            @if let Some(accepted) = &finding.accepted {
                p .acceptance { "Accepted by " (safe(&accepted.by)) ", " (safe(&accepted.at)) ": “" (safe(&accepted.why)) "”" }
            }
        }
    }
}
