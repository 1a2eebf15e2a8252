//! Accusations of which only the deed is left.

use std::ops::Range;

use super::claim::{Fact, claim};
use super::{Case, Loss};
use crate::audit::passage::{Passage, Sense, Text};
use crate::audit::source_says::SourceSays;

/// The words of accusation are gone, and the deed stands in its words: `allegedly took bribes`, `took bribes`.
pub(super) fn only_the_deed_left(passage: &Passage, case: Case) -> Option<Loss> {
    let cues = passage.draft.cues_of(Sense::Accusation).flat_map(|cue| accused_of(cue, &passage.draft));
    cues.into_iter().find_map(|cue| Some(Loss { fact: bare(&cue, passage, case)?, cue }))
}

/// An accusation of which only the deed is left.
fn bare(cue: &Range<usize>, passage: &Passage, case: Case) -> Option<Fact> {
    let fact = claim(cue, passage, case)?;
    let text = &passage.r#final;
    // `indicted Noh, who took bribes`: what "who" begins is told by itself.
    let apart = |guard: &Range<usize>| {
        text.sentence(guard.start) != text.sentence(fact.words.start)
            || guard.end <= fact.words.start && text.words[guard.end..fact.words.start].contains(&"who")
    };
    let guards = [Sense::Accusation, Sense::Proceeding, Sense::Hedge];
    // `convicted of` is no accusation, unless somebody says so besides the final.
    let sources = || SourceSays::of(passage, case).is_some_and(|source| source.has(&case.lexicon.source.verdicts));
    let tried = passage.draft.count(Sense::Verdict) > 0 || sources();
    let is_verdict = |guard: &Range<usize>| !tried && text.cues_of(Sense::Verdict).any(|verdict| verdict == guard);
    let mut cues = guards.into_iter().flat_map(|sense| text.cues_of(sense));
    let guarded = cues.any(|guard| !apart(guard) && !is_verdict(guard));
    (!guarded).then_some(fact)
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
