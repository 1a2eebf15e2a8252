use std::ops::AddAssign;

use crate::analysis::Analysis;
use crate::effort::{Characters, Parts, WordChange};
use crate::kinds::Impact;

/// The effort of some articles' editing, summed over their aligned units.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct EffortSums {
    /// Articles.
    pub articles: usize,
    /// Sentences of the finals, those of the frame left out.
    pub sentences: usize,
    /// Of these, equal to one of the draft.
    pub untouched: usize,
    /// Edits and words by part of the page.
    pub parts: Parts,
    /// The change in characters.
    pub characters: Characters,
    /// The change in words.
    pub words: WordChange,
    /// Edits outside the frame, in the order of [`Impact::ALL`].
    impacts: [usize; Impact::ALL.len()],
}

impl EffortSums {
    /// Those of one article; nothing without a draft.
    pub fn of(analysis: &Analysis) -> Self {
        let Some(effort) = analysis.effort else { return EffortSums::default() };
        let mut sums = EffortSums {
            articles: 1,
            sentences: effort.sentences,
            untouched: effort.untouched,
            parts: effort.parts,
            characters: effort.characters,
            words: effort.words,
            impacts: [0; Impact::ALL.len()],
        };
        for edit in analysis.translation_edits() {
            sums.impacts[edit.impact as usize] += 1;
        }
        sums
    }

    /// How many edits have an impact.
    pub fn edits(&self, impact: Impact) -> usize {
        self.impacts[impact as usize]
    }
}

impl AddAssign for EffortSums {
    fn add_assign(&mut self, other: Self) {
        self.articles += other.articles;
        self.sentences += other.sentences;
        self.untouched += other.untouched;
        self.parts += other.parts;
        self.characters += other.characters;
        self.words += other.words;
        self.impacts.iter_mut().zip(other.impacts).for_each(|(sum, more)| *sum += more);
    }
}
