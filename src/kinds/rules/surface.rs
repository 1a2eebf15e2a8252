use super::{Reason, View};
use crate::kinds::{Form, Kind};
use crate::text::fold;

pub(super) fn spacing(view: &View) -> Option<(Kind, Reason)> {
    (view.form == Form::Space).then(|| (Kind::Spacing, "only spaces differ".to_owned()))
}

pub(super) fn capitalization(view: &View) -> Option<(Kind, Reason)> {
    (view.form == Form::Case).then(|| (Kind::Capitalization, "only capital and small letters differ".to_owned()))
}

pub(super) fn typography(view: &View) -> Option<(Kind, Reason)> {
    let same = view.form == Form::Punct && !view.draft.is_empty() && fold(view.draft) == fold(view.r#final);
    same.then(|| (Kind::Typography, "the same marks in another shape".to_owned()))
}

pub(super) fn punctuation(view: &View) -> Option<(Kind, Reason)> {
    (view.form == Form::Punct).then(|| (Kind::Punctuation, "only marks differ".to_owned()))
}
