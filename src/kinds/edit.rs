use super::{Form, Impact, Kind};
use crate::text::Span;
use schemars::JsonSchema;
use serde::Serialize;

/// How much an edit takes in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Extent {
    /// Some words.
    Span,
    /// A whole sentence inserted, deleted or moved.
    Sentence,
}

/// What an editor did in one place, as an editor would draw it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// Bytes of the draft, without blanks at the ends; empty, where the text would be, for an insertion.
    pub draft: Span,
    /// Bytes of the final; empty for a deletion.
    pub r#final: Span,
    /// What happened to the words.
    pub form: Form,
    /// What it is about.
    pub kind: Kind,
    /// What it does to the article.
    pub impact: Impact,
    /// Other kinds that it is of, too.
    pub also: Vec<Kind>,
    /// Some words or a whole sentence.
    pub extent: Extent,
    /// The edited words lie inside quotation marks.
    pub in_quote: bool,
    /// It lies in dateline, disclosure or byline, which nobody translates.
    pub frame: bool,
    /// The units that it lies in, by index; a move may have two.
    pub units: Vec<usize>,
    /// The exact hunks that it is made of, by index.
    pub hunks: Vec<usize>,
    /// Why it is of this kind, in a line.
    pub reason: String,
}
