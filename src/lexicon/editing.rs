//! What the audit knows of words that make a claim surer, deny it, or give it to somebody.

use super::{Groups, Words};

/// All of it, but what the Korean source says.
pub(super) const EDITING: Editing = Editing {
    no_denial: super::EDITING_NO_DENIAL,
    denial: super::EDITING_DENIAL,
    implied_denial: super::EDITING_IMPLIED_DENIAL,
    denying_prefixes: super::EDITING_DENYING_PREFIXES,
    hedges: super::EDITING_HEDGES,
    softeners: super::EDITING_SOFTENERS,
    accusations: super::EDITING_ACCUSATIONS,
    proceedings: super::EDITING_PROCEEDINGS,
    voices: super::EDITING_VOICES,
    loose_reports: super::EDITING_LOOSE_REPORTS,
    loose_contrasts: super::EDITING_LOOSE_CONTRASTS,
};

/// What the Korean source says.
pub(super) const SOURCE: Source = Source {
    negation: super::SOURCE_NEGATION,
    implied_denial: super::SOURCE_IMPLIED_DENIAL,
    hedges: super::SOURCE_HEDGES,
    accusations: super::SOURCE_ACCUSATIONS,
    loaded: super::SOURCE_LOADED,
    direction: super::SOURCE_DIRECTION,
    opposite: super::SOURCE_OPPOSITE,
};

/// Words that make an English claim surer, deny it, or give it to somebody.
#[derive(Debug, Clone, Copy)]
pub struct Editing {
    /// Phrases with a word of negation that deny nothing.
    pub no_denial: Words,
    /// Phrases that deny.
    pub denial: Words,
    /// Words that may deny without a word of negation.
    pub implied_denial: Words,
    /// Beginnings of words that deny the rest.
    pub denying_prefixes: Words,
    /// Words without which an open claim is told as a fact.
    pub hedges: Words,
    /// Words that leave a claim open as well.
    pub softeners: Words,
    /// Words of accusation.
    pub accusations: Words,
    /// Words that tell of an accusation in another way, or of its end.
    pub proceedings: Words,
    /// Words beside the verbs of attribution that tell whose word something is.
    pub voices: Words,
    /// Verbs of attribution that often are none.
    pub loose_reports: Words,
    /// Contrasts whose words do much else besides.
    pub loose_contrasts: Words,
}

/// Stems and endings in a Korean text.
#[derive(Debug, Clone, Copy)]
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
    /// Those of one direction, under the names that contrasts have in English.
    pub direction: Groups,
    /// Those of the other, under the same names.
    pub opposite: Groups,
}
