use schemars::JsonSchema;
use serde::Serialize;

use super::rounded;
use crate::analysis::Analysis;
use crate::effort;
use crate::kinds::Impact;

/// How much was changed outside the frame.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Effort {
    /// Translation edit rate; `null` where the final has no words.
    pub ter: Option<Ter>,
    /// chrF2 of draft against final, 0 to 100; `null` where neither has text.
    pub chrf2: Option<f64>,
    /// Sentences of the final that nobody touched.
    pub untouched: Untouched,
    /// Translation edit rate by part of the page.
    pub parts: Parts,
    /// Post-edit distance in characters.
    pub characters: Characters,
    /// Words that only one side has in their place.
    pub words: WordChange,
    /// The edits by impact.
    pub impacts: Impacts,
}

/// Translation edit rate of all units, or of those of one part of the page.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, JsonSchema)]
pub struct Ter {
    /// Words inserted, deleted, replaced, and runs moved.
    pub edits: usize,
    /// Words of the final.
    pub reference_words: usize,
    /// Their quotient.
    pub score: f64,
}

/// How many sentences are equal to the letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Untouched {
    /// Sentences of the final equal to one of the draft.
    pub sentences: usize,
    /// All sentences of the final.
    pub of: usize,
}

/// Translation edit rate by part of the page; `null` where the final has no words there.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, JsonSchema)]
pub struct Parts {
    /// The headline.
    pub headline: Option<Ter>,
    /// The text.
    pub body: Option<Ter>,
    /// The lines under pictures.
    pub captions: Option<Ter>,
}

/// Post-edit distance in characters (code points).
#[derive(Debug, Clone, Copy, PartialEq, Serialize, JsonSchema)]
pub struct Characters {
    /// Characters inserted, deleted or replaced.
    pub edits: usize,
    /// Characters of the final.
    pub reference: usize,
    /// Their quotient; `null` where the final has no characters.
    pub score: Option<f64>,
}

/// Words that only one side has in their place; a word that was replaced counts on both.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct WordChange {
    /// Words of the final.
    pub added: usize,
    /// Words of the draft.
    pub cut: usize,
}

/// The edits by impact.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, JsonSchema)]
pub struct Impacts {
    /// Edits that change, or may change, what the article says.
    pub meaning: Share,
    /// Edits that make it read better.
    pub fluency: Share,
    /// Edits to the desk's conventions.
    pub style: Share,
    /// Spelling, marks and spaces put right.
    pub mechanical: Share,
    /// Candidates for a matter of taste: fluency and style together. Whether an edit was needed, figures can't tell.
    pub preferential: Share,
}

/// Some of the edits.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, JsonSchema)]
pub struct Share {
    /// How many.
    pub edits: usize,
    /// Their share of all edits, 0 to 1; `null` where there are none.
    pub share: Option<f64>,
}

impl Effort {
    /// The figures of an analysis; `None` without a draft.
    pub fn of(analysis: &Analysis) -> Option<Self> {
        let effort = analysis.effort.as_ref()?;
        Some(Effort {
            ter: effort.ter.and_then(ter),
            chrf2: effort.chrf2,
            untouched: Untouched { sentences: effort.untouched, of: effort.sentences },
            parts: Parts {
                headline: ter(effort.parts.headline),
                body: ter(effort.parts.body),
                captions: ter(effort.parts.captions),
            },
            characters: Characters {
                edits: effort.characters.edits,
                reference: effort.characters.reference,
                score: quotient(effort.characters.edits, effort.characters.reference),
            },
            words: WordChange { added: effort.words.added, cut: effort.words.cut },
            impacts: Impacts::of(|impact| analysis.translation_edits().filter(|edit| edit.impact == impact).count()),
        })
    }
}

impl Impacts {
    /// The shares, from how many edits have an impact.
    pub fn of(count: impl Fn(Impact) -> usize) -> Self {
        let all = Impact::ALL.iter().map(|&impact| count(impact)).sum();
        let share = |edits| Share { edits, share: quotient(edits, all) };
        Impacts {
            meaning: share(count(Impact::Meaning)),
            fluency: share(count(Impact::Fluency)),
            style: share(count(Impact::Style)),
            mechanical: share(count(Impact::Mechanical)),
            preferential: share(count(Impact::Fluency) + count(Impact::Style)),
        }
    }
}

fn ter(ter: effort::Ter) -> Option<Ter> {
    let score = quotient(ter.edits, ter.reference_words)?;
    Some(Ter { edits: ter.edits, reference_words: ter.reference_words, score })
}

fn quotient(part: usize, of: usize) -> Option<f64> {
    (of > 0).then(|| rounded(part as f64 / of as f64, 4))
}
