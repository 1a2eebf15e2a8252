//! Shows what the editing of an AI-translated news article was.
//!
//! Given a machine's draft, the final that an editor made of it and, where there is one, the original, `postedit` aligns
//! the sentences, diffs them, names the kind of every edit, measures the effort and checks the result. The command line
//! of the same name prints all that; this library is what it prints from.
//!
//! ```
//! use postedit::{Pair, Settings, analyse, audit};
//!
//! let draft = "The port handled 1,300 ships. Exports rose 3.2%.";
//! let edited = "The port handled 1,030 ships. Exports rose 3.2 percent.";
//! let analysis = analyse(&Pair::new(draft, edited), &Settings::default());
//!
//! let edits: Vec<String> = analysis
//!     .edits
//!     .iter()
//!     .map(|edit| format!("{} ({}): {}", edit.kind.name(), edit.impact.name(), edit.r#final.of(edited)))
//!     .collect();
//! assert_eq!(edits, ["number (meaning): 1,030", "number_format (style): 3.2 percent"]);
//! assert_eq!(analysis.edits[0].reason, "1,300 and 1,030: digits swapped");
//!
//! let findings = audit::run(&analysis, &Settings::default());
//! assert_eq!(findings[0].rule, "disclosure-missing");
//! ```
//!
//! # The pieces
//!
//! Text goes up one floor at a time, and each floor can be used by itself:
//!
//! | module | what it does |
//! | --- | --- |
//! | [`pair`], [`settings`], [`lexicon`] | what comes in, what a desk may set, the word lists |
//! | [`text`] | spans, tokens, sentence boundaries, quotations, values |
//! | [`article`] | headline, dateline, body, captions, disclosure, byline |
//! | [`compare`] | which sentence came from which, and the exact hunks between them |
//! | [`kinds`], [`effort`] | edits with their form, kind, impact and reason; TER and chrF2 |
//! | [`analysis`] | all of it for one pair: [`analyse`] |
//! | [`audit`] | findings: what must not go out |
//! | [`report`], [`desk`] | the JSON view of one article, the sums over many |
//! | [`input`], [`render`], [`cli`] | files, printed output, the command line |
//!
//! # What can be relied on
//!
//! - Positions are byte ranges ([`text::Span`]) of the text as it was given; only [`report`] counts code points.
//! - The hunks of a unit, applied to its draft text, give its final text to the letter.
//! - Every sentence of both sides stands in exactly one unit.
//! - The same pair and settings give the same analysis on every machine: limits are counts, never deadlines, and every
//!   shortcut taken on a text too long for the exact way is named in [`Analysis::degraded`].
//! - No text makes it panic. Nothing below [`input`] and [`render`] reads a file, a clock or the environment.

#![forbid(unsafe_code)]
#![deny(missing_docs)]

pub mod analysis;
pub mod article;
pub mod audit;
pub mod cli;
pub mod compare;
pub mod desk;
pub mod effort;
pub mod input;
pub mod kinds;
pub mod lexicon;
pub mod pair;
pub mod render;
pub mod report;
pub mod settings;
pub mod text;

pub use analysis::{Analysis, analyse};
pub use audit::Finding;
pub use pair::{Pair, Text};
pub use report::Report;
pub use settings::Settings;
