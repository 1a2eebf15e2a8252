//! What the audit knows of words in a Korean source.

use super::tables::source;
use super::{Groups, Words};

/// Stems and endings in a Korean text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// They deny.
    pub negation: Words,
    /// They may deny.
    pub implied_denial: Words,
    /// They leave a claim open.
    pub hedges: Words,
    /// They accuse.
    pub accusations: Words,
    /// They attribute with a view.
    pub loaded: Words,
    /// Tells that a court ended an accusation.
    pub verdicts: Words,
    /// Those of one direction, under the names that contrasts have in English.
    pub direction: Groups,
    /// Those of the other, under the same names.
    pub opposite: Groups,
}

impl Source {
    pub(super) fn built_in() -> Self {
        Source {
            negation: source::negation,
            implied_denial: source::implied_denial,
            hedges: source::hedges,
            accusations: source::accusations,
            loaded: source::loaded,
            verdicts: source::verdicts,
            direction: source::direction,
            opposite: source::opposite,
        }
    }
}
