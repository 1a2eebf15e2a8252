//! Hedges that are gone, and nothing stands for them.

use std::ops::Range;

use super::claim::{claim, is_near, open, said_otherwise};
use super::{Case, Loss};
use crate::audit::passage::{Passage, Sense, Text, alike};

/// A hedge that nothing on the other side stands for.
pub(super) fn gone(passage: &Passage, case: Case) -> Option<Loss> {
    let (draft, r#final) = (&passage.draft, &passage.r#final);
    draft.cues_of(Sense::Hedge).filter(|cue| !is_hearsay(cue, draft, case)).find_map(|cue| {
        let fact = claim(cue, passage, case).or_else(|| said_otherwise(cue, passage, case))?;
        let sentence = r#final.sentence(fact.words.start);
        let others = open(r#final, sentence);
        let fewer = others.len() < open(draft, draft.sentence(cue.start)).len();
        let near = others.iter().any(|other| is_near(other, &fact.words, r#final));
        // `could see the sea` is no guess, unless it became what will be.
        let before = &r#final.words[fact.words.start.saturating_sub(2)..fact.words.start];
        // `will also be released`
        let told = &r#final.words[fact.words.start.saturating_sub(3)..=fact.words.start];
        let may_be_ability =
            draft.form(cue.start) == "could" && !told.iter().any(|word| matches!(*word, "will" | "is" | "are"));
        // `may rise and could fall` is left open by one word, too.
        let listed = matches!(before.last(), Some(&"and" | &"or")) && !others.is_empty();
        // `not possible` leaves nothing open.
        let impossible = draft.form(cue.start) == "possible"
            && draft.cues_of(Sense::Denial).any(|denial| (denial.end..denial.end + 2).contains(&cue.start));
        let denied = impossible || draft.words.get(cue.end).is_some_and(|word| *word == "not");
        (fewer && !near && !may_be_ability && !listed && !denied).then(|| Loss { cue: cue.clone(), fact })
    })
}

/// Hearsay that nothing on the other side tells of. What the draft says besides, it says still: `reportedly plans to` and
/// `plans to`.
pub(super) fn hearsay_gone(passage: &Passage, case: Case) -> Option<Loss> {
    let (draft, r#final) = (&passage.draft, &passage.r#final);
    let senses = [
        Sense::Hedge,
        Sense::Softener,
        Sense::Accusation,
        Sense::Report,
        Sense::LoadedReport,
        Sense::Voice,
        Sense::Claim,
    ];
    draft.cues_of(Sense::Hedge).filter(|cue| is_hearsay(cue, draft, case)).find_map(|cue| {
        let fact = claim(cue, passage, case)?;
        let stayed = |word: &str| (0..draft.words.len()).any(|at| !cue.contains(&at) && alike(draft.form(at), word));
        let mut cues = senses.into_iter().flat_map(|sense| r#final.cues_of(sense));
        let told = cues.any(|other| !other.clone().any(|word| stayed(r#final.form(word))));
        (!told).then(|| Loss { cue: cue.clone(), fact })
    })
}

fn is_hearsay(cue: &Range<usize>, text: &Text, case: Case) -> bool {
    case.lexicon.editing.hearsay.contains(&text.words[cue.clone()].join(" "))
}
