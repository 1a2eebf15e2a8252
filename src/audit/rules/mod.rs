//! One file a rule, and the list of them.

mod disclosure_missing;
mod unedited;

use super::rule::rule;
use super::{Case, Hit, Place, Rule, Side};

/// All rules, by the question that they answer.
pub static RULES: &[(&str, &[&Rule])] =
    &[("Is the claim in the footer true?", &[&disclosure_missing::DISCLOSURE_MISSING, &unedited::UNEDITED])];
