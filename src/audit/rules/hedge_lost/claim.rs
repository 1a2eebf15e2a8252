//! Where the claim behind a hedge went, and what leaves it open there.

use std::ops::Range;

use super::Case;
use crate::audit::passage::{Passage, Sense, Text, alike, is_form_of_be};

/// So many words of content behind a hedge are what it is about.
const SCOPE: usize = 3;

/// What leaves something open.
pub(super) const OPEN: [Sense; 3] = [Sense::Hedge, Sense::Softener, Sense::Accusation];

/// What leaves something open, or to somebody who says it.
pub(super) const OPEN_OR_TOLD: [Sense; 7] =
    [Sense::Hedge, Sense::Softener, Sense::Accusation, Sense::Report, Sense::LoadedReport, Sense::Voice, Sense::Claim];

/// A claim that stayed.
pub(super) struct Fact {
    /// Where it stands in the final.
    pub(super) words: Range<usize>,
    /// The last of its words in the draft.
    pub(super) last: usize,
}

/// Where the claim behind a hedge stands in the final, if most of it stayed.
pub(super) fn claim(cue: &Range<usize>, passage: &Passage, case: Case) -> Option<Fact> {
    /// The words of one claim stand no further apart.
    const REACH: usize = 6;
    let (draft, r#final) = (&passage.draft, &passage.r#final);
    let next = draft.words.get(cue.end).copied().unwrap_or_default();
    if matches!(next, "as" | "because" | "since" | "but" | "and" | "or" | "while" | "although" | "when") {
        return None;
    }
    let mut scope = draft.content_behind(cue.end, SCOPE, case.lexicon);
    // "2" may be "two" in the final.
    scope.retain(|&word| !draft.form(word).starts_with(|c: char| c.is_ascii_digit()));
    let place = |&word: &usize| {
        let (own, others) = (draft.forms_of(draft.form(word)), r#final.forms_of(draft.form(word)));
        // Of several the same one: `took a break, but will take part`.
        let which = own.iter().position(|&at| at == word).unwrap_or_default();
        others.get(which).filter(|_| others.len() >= own.len()).map(|&at| (word, at))
    };
    let kept: Vec<(usize, usize)> = scope.iter().filter_map(place).collect();
    let first = kept.iter().map(|&(_, at)| at).min()?;
    let near = kept.iter().filter(|&&(_, at)| at <= first + REACH);
    let (word, last) = near.fold((0, first), |(word, last), &(own, at)| (own.max(word), at.max(last)));
    let is_auxiliary = |word: &&str| matches!(*word, "will" | "is" | "are" | "was" | "were" | "has" | "have" | "had");
    let before = &r#final.words[first.saturating_sub(2)..first];
    // `may land on the coast`, `will make landfall on the coast`
    let will = (first.saturating_sub(REACH)..first).rev().find(|&at| r#final.form(at) == "will");
    let will = will.filter(|&at| !draft.words.contains(&"will") && !(at + 1..=first).any(|word| r#final.is_cut(word)));
    let lead = will.map_or(usize::from(before.last().is_some_and(is_auxiliary)), |at| first - at);
    // Another verb may stand for the draft's: `may fall 3 percent`, `will drop 3 percent`.
    let verb_stays = kept.first().is_some_and(|(own, _)| Some(own) == scope.first());
    let verb_follows = will.is_some() || before.iter().any(is_auxiliary);
    // `Kim allegedly stole` became `Kim stole`: what was before the cue is before the verb.
    let subject = draft.form_before(cue.start);
    let subject_stays = !subject.is_empty() && subject == r#final.form_before(first - lead);
    let most = 2 * kept.len() > scope.len()
        || (verb_stays && (verb_follows || subject_stays) && 2 * kept.len() == scope.len());
    let stays = most && (verb_stays || verb_follows);
    stays.then(|| Fact { words: first - lead..last + 1, last: word })
}

/// The claim in other words, if its subject stands right before "will" now: `sales may fall`, `sales will drop`.
pub(super) fn said_otherwise(cue: &Range<usize>, passage: &Passage, case: Case) -> Option<Fact> {
    let (draft, r#final) = (&passage.draft, &passage.r#final);
    if !matches!(draft.form(cue.start), "may" | "might" | "could") || cue.len() != 1 || draft.is_cut(cue.start) {
        return None;
    }
    let subject = cue.start.checked_sub(1).filter(|&at| draft.is_content(at, case.lexicon))?;
    let promised = |text: &Text| {
        (1..text.words.len())
            .find(|&at| text.form(at) == "will" && text.form(at - 1) == draft.form(subject) && !text.is_cut(at))
    };
    let will = promised(r#final).filter(|_| promised(draft).is_none())?;
    let verb = |text: &Text, at: usize| text.content_behind(at, 1, case.lexicon).first().copied();
    let (own, other) = (verb(draft, cue.end)?, verb(r#final, will + 1)?);
    Some(Fact { words: will..other + 1, last: own })
}

/// What leaves something open in a text: ranges of words that don't touch.
pub(super) fn open(text: &Text) -> Vec<Range<usize>> {
    let cues = OPEN.into_iter().flat_map(|sense| text.cues_of(sense));
    let mut cues: Vec<Range<usize>> = cues.cloned().collect();
    cues.sort_unstable_by_key(|cue| (cue.start, cue.end));
    cues.dedup_by(|later, earlier| {
        let touches = later.start <= earlier.end;
        earlier.end = if touches { earlier.end.max(later.end) } else { earlier.end };
        touches
    });
    cues
}

/// Whether a cue stands in the clause of a claim and not far from it.
pub(super) fn is_near(cue: &Range<usize>, fact: &Range<usize>, text: &Text) -> bool {
    const REACH: usize = 6;
    let between = if cue.end <= fact.start { cue.end..fact.start + 1 } else { fact.end..cue.start + 1 };
    between.len() <= REACH + 1 && !between.into_iter().any(|word| text.is_cut(word))
}

/// Whether one of some senses stands in the sentence of a word.
pub(super) fn stands_in_sentence(senses: &[Sense], word: usize, text: &Text) -> bool {
    let mut cues = senses.iter().flat_map(|&sense| text.cues_of(sense));
    cues.any(|cue| text.sentence(cue.start) == text.sentence(word))
}

/// Where words of the draft stand behind a word of the final, in its sentence: of each that stayed both places.
pub(super) fn kept_behind(words: &[usize], subject: usize, passage: &Passage) -> Vec<(usize, usize)> {
    let (draft, r#final) = (&passage.draft, &passage.r#final);
    let sentence =
        (subject + 1..r#final.words.len()).take_while(|&at| r#final.sentence(at) == r#final.sentence(subject));
    let place = |&word: &usize| {
        let at = sentence.clone().find(|&at| alike(draft.form(word), r#final.form(at)))?;
        Some((word, at))
    };
    words.iter().filter_map(place).collect()
}

/// The fact that the words kept behind a subject tell of.
pub(super) fn fact_of(kept: &[(usize, usize)], subject: usize) -> Option<Fact> {
    let last = kept.iter().map(|&(word, _)| word).max()?;
    let end = kept.iter().map(|&(_, at)| at + 1).max()?;
    Some(Fact { words: subject..end, last })
}

/// The subject of the form of `to be` right before a word, in the draft and in the final.
pub(super) fn subject_of(word: usize, passage: &Passage, case: Case) -> Option<(usize, usize)> {
    let (draft, r#final) = (&passage.draft, &passage.r#final);
    // `is also considering`
    let be = (word.saturating_sub(2)..word).rev().find(|&at| is_form_of_be(draft.form(at)))?;
    let denied = (be..word).any(|at| matches!(draft.form(at), "not" | "no" | "never"));
    let own = (0..be).rev().find(|&at| draft.is_content(at, case.lexicon))?;
    let same_sentence = draft.sentence(own) == draft.sentence(be);
    let other = (0..r#final.words.len()).find(|&at| alike(draft.form(own), r#final.form(at)))?;
    (same_sentence && !denied).then_some((own, other))
}

/// Whether a deed stands as the reason for what was done about it: `sued them for copying it`.
pub(super) fn is_reason(words: &Range<usize>, text: &Text) -> bool {
    let pairs = words.start.saturating_sub(1)..words.end - 1;
    pairs.into_iter().any(|at| matches!(text.form(at), "for" | "over") && text.form(at + 1).ends_with("ing"))
}
