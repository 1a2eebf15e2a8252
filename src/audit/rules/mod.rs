//! One file a rule.

mod disclosure_missing;
mod unedited;

pub(super) use disclosure_missing::DisclosureMissing;
pub(super) use unedited::Unedited;

use super::{Hit, Place, Rule, RuleEntry, Side};
