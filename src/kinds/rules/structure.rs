use super::{Reason, View};
use crate::kinds::{Extent, Form, Kind};

pub(super) fn order(view: &View) -> Option<(Kind, Reason)> {
    let what = match view.change.extent {
        Extent::Sentence => "the sentence stands in another place",
        Extent::Span => "the same words in another place",
    };
    (view.form == Form::Move).then(|| (Kind::Order, what.to_owned()))
}

pub(super) fn sentence_structure(view: &View) -> Option<(Kind, Reason)> {
    let reason = match view.form {
        Form::Split => "one sentence became several",
        Form::Merge => "several sentences became one",
        _ => return None,
    };
    Some((Kind::SentenceStructure, reason.to_owned()))
}
