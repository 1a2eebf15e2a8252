use super::{Reason, View};
use crate::article::Region;
use crate::kinds::Kind;

/// The regions of the sides that hold words.
fn regions(view: &View) -> [Option<Region>; 2] {
    let (draft, r#final) = (view.change.draft, view.change.r#final);
    [
        (!draft.is_empty()).then(|| view.context.draft.region_at(draft)).flatten(),
        (!r#final.is_empty()).then(|| view.context.r#final.region_at(r#final)).flatten(),
    ]
}

/// Whether each side that holds words holds them in the frame.
pub(super) fn is_frame(view: &View) -> bool {
    let regions = regions(view);
    regions.iter().any(Option::is_some) && regions.iter().flatten().all(|region| region.is_frame())
}

pub(super) fn disclosure(view: &View) -> Option<(Kind, Reason)> {
    let [draft, r#final] = regions(view).map(|region| region == Some(Region::Disclosure));
    let reason = match (draft, r#final) {
        (false, false) => return None,
        (false, true) => "the line that says that a machine translated came in",
        (true, false) => "the line that says that a machine translated is gone",
        (true, true) => "the line that says that a machine translated was changed",
    };
    Some((Kind::Disclosure, reason.to_owned()))
}

pub(super) fn boilerplate(view: &View) -> Option<(Kind, Reason)> {
    let region = regions(view).into_iter().flatten().find(|region| region.is_frame())?;
    Some((Kind::Boilerplate, format!("in the {}", region.name())))
}
