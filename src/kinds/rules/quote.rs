use super::{Reason, View};
use crate::kinds::{Extent, Kind};
use crate::text::is_quotation_mark;

/// Quotation marks on one side only.
pub(super) fn marks(view: &View) -> Option<(Kind, Reason)> {
    if view.change.extent == Extent::Sentence {
        return None;
    }
    let count = |text: &str| text.chars().filter(|&c| is_quotation_mark(c)).count();
    let reason = match (count(view.draft), count(view.r#final)) {
        (0, 0) => return None,
        (0, _) => "quotation marks came in",
        (_, 0) => "quotation marks are gone",
        _ => return None,
    };
    Some((Kind::Quote, reason.to_owned()))
}

pub(super) fn inside(view: &View) -> Option<(Kind, Reason)> {
    view.in_quote.then(|| (Kind::Quote, "words inside a quotation changed".to_owned()))
}
