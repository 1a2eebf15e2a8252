//! How much was changed: TER and chrF2 of the aligned units, and the share of sentences left alone.
//!
//! The frame (dateline, disclosure, byline) is nobody's translation and counts nowhere.

mod chrf;
mod matrix;
mod shape;
mod shift;
mod tags;
mod ter;
mod words;

use std::ops::Range;

use crate::article::Article;
use crate::compare::{Op, Unit};

pub use chrf::{ChrfCounts, chrf2};
pub use tags::{Tag, word_tags};
pub use ter::{MAX_WORDS, Ter, TerOptions, is_exact, ter};

/// The effort of one article's editing.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Effort {
    /// Edits and words of the final, summed over the units; a sentence inserted or deleted costs its words. `None` where
    /// the final has no words. Their quotient is the edit rate, HTER (Snover et al. 2006).
    pub ter: Option<Ter>,
    /// chrF2 (Popović 2015) of draft against final, 0 to 100; `None` where neither has text.
    pub chrf2: Option<f64>,
    /// Sentences of the final that are equal to the letter to one of the draft.
    pub untouched: usize,
    /// All sentences of the final, those of the frame left out.
    pub sentences: usize,
}

/// Measures the units of headline, body and captions.
pub fn measure(draft: &Article, r#final: &Article, units: &[Unit]) -> Effort {
    let mut sum = Ter::default();
    let (mut one, mut two) = (Vec::new(), Vec::new());
    let (mut untouched, mut sentences) = (0, 0);
    for unit in units {
        let from = text(draft, &unit.draft);
        let to = text(r#final, &unit.r#final);
        if from.is_empty() && to.is_empty() {
            continue;
        }
        let here = if unit.op == Op::Keep {
            Ter { edits: 0, reference_words: words::split(&to).count() }
        } else {
            ter(&from, &to, &TerOptions::default())
        };
        sum.edits += here.edits;
        sum.reference_words += here.reference_words;
        sentences += unit.r#final.clone().filter(|&at| !r#final.is_frame(at)).count();
        untouched += usize::from(unit.op == Op::Keep);
        one.push(from);
        two.push(to);
    }
    one.retain(|text| !text.is_empty());
    two.retain(|text| !text.is_empty());
    Effort {
        ter: (sum.reference_words > 0).then_some(sum),
        chrf2: (!(one.is_empty() && two.is_empty())).then(|| chrf2(&one.join("\n"), &two.join("\n"))),
        untouched,
        sentences,
    }
}

/// The sentences of a unit that stand outside the frame, parted by a space.
fn text(article: &Article, sentences: &Range<usize>) -> String {
    let outside: Vec<&str> =
        sentences.clone().filter(|&at| !article.is_frame(at)).map(|at| article.sentence(at)).collect();
    outside.join(" ")
}
