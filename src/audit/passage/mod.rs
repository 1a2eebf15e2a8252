//! The sentences that editing changed, word by word and with their cues: read once for all rules about editing.

mod finder;
mod places;
mod text;

use std::ops::Range;

use crate::analysis::Analysis;
use crate::compare::{Op, Unit};
use crate::kinds::Edit;
use crate::lexicon::Lexicon;

use super::Side;
use finder::Finder;
pub(super) use places::{Swap, swaps};
pub(super) use text::{Text, alike, is_form_of_be, shown};

/// Sentences of the draft and what became of them.
pub(super) struct Passage<'a> {
    /// The unit, by index.
    pub(super) index: usize,
    /// The edits within, in order.
    pub(super) edits: Vec<&'a Edit>,
    pub(super) draft: Text<'a>,
    pub(super) r#final: Text<'a>,
}

/// What a word or phrase may do to a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sense {
    /// Denies what follows.
    Denial,
    /// Denies what follows, if that begins with `to`.
    DenialBeforeTo,
    /// Looks like a denial and is none.
    NoDenial,
    /// May deny without a word of negation.
    ImpliedDenial,
    /// Leaves open what follows.
    Hedge,
    /// Leaves open what stands around it.
    Softener,
    /// Stands before the verb of a thing to come.
    Schedule,
    /// Accuses.
    Accusation,
    /// Tells of an accusation in another way.
    Proceeding,
    /// Ends an accusation.
    Verdict,
    /// Gives a claim to its source.
    Report,
    /// Gives it to its source with a view.
    LoadedReport,
    /// Gives it to a source in another way.
    Voice,
    /// Gives it to somebody who claims it.
    Claim,
    /// One side of a contrast.
    Direction,
}

/// Where a word or phrase with a sense stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Cue {
    pub(super) sense: Sense,
    /// The words, by index in their text.
    pub(super) words: Range<usize>,
}

/// The passages of an analysis outside the frame; none without a draft.
pub(super) fn read<'a>(analysis: &'a Analysis, lexicon: &'a Lexicon) -> Vec<Passage<'a>> {
    let Some(draft) = &analysis.draft else { return Vec::new() };
    let changed = |unit: &Unit| !matches!(unit.op, Op::Keep | Op::Insert | Op::Delete);
    if !analysis.units.iter().any(changed) {
        return Vec::new();
    }
    let mut edits: Vec<Vec<&Edit>> = vec![Vec::new(); analysis.units.len()];
    analysis.edits.iter().for_each(|edit| edit.units.iter().for_each(|&unit| edits[unit].push(edit)));
    let finder = Finder::new(lexicon);
    let text = |side, article, sentences: &Range<usize>| Text::new(side, article, sentences.clone(), analysis, &finder);
    let units = analysis.units.iter().enumerate().filter(|(_, unit)| changed(unit));
    let translated = units.filter(|(_, unit)| {
        !unit.draft.clone().all(|at| draft.is_frame(at))
            && !unit.r#final.clone().all(|at| analysis.r#final.is_frame(at))
    });
    translated
        .map(|(index, unit)| Passage {
            index,
            edits: std::mem::take(&mut edits[index]),
            draft: text(Side::Draft, draft, &unit.draft),
            r#final: text(Side::Final, &analysis.r#final, &unit.r#final),
        })
        .collect()
}

impl Passage<'_> {
    /// The share of the content words of the shorter side that stand, in whatever form, on the other: 0 to 1.
    pub(super) fn kept(&self, lexicon: &Lexicon) -> f32 {
        let content = |text: &Text| -> Vec<usize> {
            (0..text.words.len()).filter(|&word| text.is_content(word, lexicon)).collect()
        };
        let (one, two) = (content(&self.draft), content(&self.r#final));
        let mut open = two.clone();
        let mut kept = 0;
        for &word in &one {
            let same = |&other: &usize| alike(self.draft.form(word), self.r#final.form(other));
            if let Some(at) = open.iter().position(same) {
                open.swap_remove(at);
                kept += 1;
            }
        }
        kept as f32 / one.len().min(two.len()).max(1) as f32
    }
}
