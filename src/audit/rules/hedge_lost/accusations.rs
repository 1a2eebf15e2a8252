//! Accusations of which only the deed is left.

use std::ops::Range;

use super::claim::{Fact, claim, fact_of, is_reason, kept_behind, subject_of};
use super::{Case, Loss};
use crate::audit::passage::{Passage, Sense, Text};
use crate::audit::source_says::SourceSays;

/// What still tells of an accusation.
const GUARDS: [Sense; 3] = [Sense::Accusation, Sense::Proceeding, Sense::Hedge];

/// The words of accusation are gone, and the deed stands in its words: `allegedly took bribes`, `took bribes`.
pub(super) fn only_the_deed_left(passage: &Passage, case: Case) -> Option<Loss> {
    let cues = passage.draft.cues_of(Sense::Accusation).flat_map(|cue| accused_of(cue, &passage.draft));
    cues.into_iter().find_map(|cue| Some(Loss { fact: bare(&cue, passage, case)?, cue }))
}

/// An accusation of which only the deed is left.
fn bare(cue: &Range<usize>, passage: &Passage, case: Case) -> Option<Fact> {
    let fact = claim(cue, passage, case)?;
    let text = &passage.r#final;
    // `indicted Noh, who took bribes`, `Noh, who took bribes, was indicted`: what "who" begins is told by itself.
    let follows_who = text.form_before(fact.words.start) == "who";
    let apart = |guard: &Range<usize>| {
        text.sentence(guard.start) != text.sentence(fact.words.start)
            || guard.end <= fact.words.start && text.words[guard.end..fact.words.start].contains(&"who")
            || follows_who && (fact.words.end..guard.start + 1).any(|word| text.is_cut(word))
    };
    // `convicted of` is no accusation, unless somebody says so besides the final.
    let sources = || SourceSays::of(passage, case).is_some_and(|source| source.has(&case.lexicon.source.verdicts));
    let tried = passage.draft.count(Sense::Verdict) > 0 || sources();
    let is_verdict = |guard: &Range<usize>| !tried && text.cues_of(Sense::Verdict).any(|verdict| verdict == guard);
    let mut cues = GUARDS.into_iter().flat_map(|sense| text.cues_of(sense));
    let guarded = cues.any(|guard| !apart(guard) && !is_verdict(guard));
    (!guarded && !is_reason(&fact.words, text)).then_some(fact)
}

/// The deed of an accused in other words: `is suspected of having kept the exit locked`, `had locked the exit`.
pub(super) fn deed_retold(passage: &Passage, case: Case) -> Option<Loss> {
    const OBJECT: usize = 8;
    const LEAST: usize = 3;
    let (draft, r#final) = (&passage.draft, &passage.r#final);
    if GUARDS.into_iter().any(|sense| r#final.count(sense) > 0) {
        return None;
    }
    draft.cues_of(Sense::Accusation).find_map(|cue| {
        let (_, subject) = subject_of(cue.start, passage, case)?;
        let deed = draft.content_behind(cue.end, OBJECT, case.lexicon);
        let kept = kept_behind(&deed, subject, passage);
        let stays = kept.len() >= LEAST && 2 * kept.len() >= deed.len();
        let fact = fact_of(&kept, subject).filter(|fact| stays && !is_reason(&fact.words, r#final))?;
        Some(Loss { cue: cue.clone(), fact })
    })
}

/// An accusation, and those that a sentence goes on with: `suspected of beating him, and of leaving him`.
fn accused_of(cue: &Range<usize>, text: &Text) -> Vec<Range<usize>> {
    let mut found = vec![cue.clone()];
    if text.form(cue.end - 1) == "of" {
        let own = (cue.end..text.words.len() - 1).take_while(|&word| text.sentence(word) == text.sentence(cue.start));
        let goes_on = own.filter(|&word| text.form(word) == "and" && text.form(word + 1) == "of");
        found.extend(goes_on.map(|word| word..word + 2));
    }
    found
}
