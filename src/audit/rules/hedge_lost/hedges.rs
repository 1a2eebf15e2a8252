//! Hedges that are gone, and nothing stands for them.

use std::ops::Range;

use super::claim::{Fact, OPEN_OR_TOLD, claim, is_near, is_reason, open, said_otherwise, stands_in_sentence};
use super::{Case, Loss};
use crate::audit::passage::{Passage, Sense, Text, alike};
use crate::text::value::{Relation, relate};

/// A hedge that nothing on the other side stands for.
pub(super) fn gone(passage: &Passage, case: Case) -> Option<Loss> {
    let (draft, r#final) = (&passage.draft, &passage.r#final);
    // `suspected of` is an accusation, and told of as one.
    let accuses = |cue: &Range<usize>| draft.cues_of(Sense::Accusation).any(|other| other.start == cue.start);
    let cues = draft.cues_of(Sense::Hedge).filter(|cue| !is_hearsay(cue, draft, case) && !accuses(cue));
    cues.into_iter().find_map(|cue| {
        let fact = claim(cue, passage, case).or_else(|| said_otherwise(cue, passage, case))?;
        if is_loose_estimate(cue, &fact, passage, case) {
            return None;
        }
        let sentence = r#final.sentence(fact.words.start);
        let all = (open(draft), open(r#final));
        let of = |cues: &[Range<usize>], text: &Text, sentence: usize| -> Vec<Range<usize>> {
            cues.iter().filter(|cue| text.sentence(cue.start) == sentence).cloned().collect()
        };
        let others = of(&all.1, r#final, sentence);
        let fewer = all.1.len() < all.0.len() || others.len() < of(&all.0, draft, draft.sentence(cue.start)).len();
        let near = others.iter().any(|other| is_near(other, &fact.words, r#final));
        // `could see the sea` is no guess, unless it became what will be.
        let before = &r#final.words[fact.words.start.saturating_sub(2)..fact.words.start];
        // `will also be released`
        let told = &r#final.words[fact.words.start.saturating_sub(3)..=fact.words.start];
        let may_be_ability =
            draft.form(cue.start) == "could" && !told.iter().any(|word| matches!(*word, "will" | "is" | "are"));
        // `may rise and could fall` is left open by one word, too.
        let listed = matches!(before.last(), Some(&"and" | &"or")) && !others.is_empty();
        // `not possible`, `no chance that` leave nothing open.
        let impossible = matches!(draft.form(cue.start), "possible" | "possibility" | "chance" | "likelihood")
            && draft.cues_of(Sense::Denial).any(|denial| (denial.end..denial.end + 2).contains(&cue.start));
        // `looks into whether he broke it`, `looks into him for breaking it`
        let is_question = matches!(draft.form(cue.end - 1), "whether" | "if");
        let is_asked = is_question && (is_reason(&fact.words, r#final) || !is_answered(cue, passage, case));
        let denied = impossible || draft.words.get(cue.end).is_some_and(|word| *word == "not");
        (fewer && !near && !may_be_ability && !listed && !denied && !is_asked).then(|| Loss { cue: cue.clone(), fact })
    })
}

/// Hearsay that nothing on the other side tells of. What the draft says besides, it says still: `reportedly plans to` and
/// `plans to`.
pub(super) fn hearsay_gone(passage: &Passage, case: Case) -> Option<Loss> {
    let (draft, r#final) = (&passage.draft, &passage.r#final);
    let phrase = |text: &Text, cue: &Range<usize>| text.words[cue.clone()].join(" ");
    let stays =
        |cue: &Range<usize>| r#final.cues_of(Sense::Hedge).any(|other| phrase(r#final, other) == phrase(draft, cue));
    draft.cues_of(Sense::Hedge).filter(|cue| is_hearsay(cue, draft, case) && !stays(cue)).find_map(|cue| {
        let fact = claim(cue, passage, case)?;
        let stayed = |word: &str| (0..draft.words.len()).any(|at| !cue.contains(&at) && alike(draft.form(at), word));
        let mut cues = OPEN_OR_TOLD.into_iter().flat_map(|sense| r#final.cues_of(sense));
        let told = is_loose_estimate(cue, &fact, passage, case)
            || cues.any(|other| !other.clone().any(|word| stayed(r#final.form(word))));
        (!told).then(|| Loss { cue: cue.clone(), fact })
    })
}

/// A value that the draft says was guessed, and the final gives as it is: `is estimated at 3 tons`, `came to 3 tons`.
pub(super) fn estimate_gone(passage: &Passage, case: Case) -> Option<Loss> {
    const REACH: usize = 8;
    let (draft, r#final) = (&passage.draft, &passage.r#final);
    let is_guess = |&at: &usize| case.lexicon.editing.estimates.contains(draft.form(at));
    (0..draft.words.len()).filter(is_guess).find_map(|at| {
        let (last, value) = draft.value_behind(at, REACH)?;
        let next = draft.form(at + 1);
        let of_value = matches!(next, "at" | "to" | "by" | "as") || last == at + 1 || draft.form(last - 1) == "at";
        let same = |other: &usize| {
            let other = r#final.value_at(*other);
            other.is_some_and(|other| {
                matches!(relate(&value.quantity, &other.quantity), Relation::Equal | Relation::Rounded)
            })
        };
        let said = (0..r#final.words.len()).find(same).filter(|_| of_value)?;
        // `the insurer put the loss at`
        let is_put = r#final.words.iter().any(|word| matches!(*word, "put" | "puts" | "pegged" | "valued" | "guess"));
        let is_open = is_loose(said, r#final, case) || is_put || stands_in_sentence(&OPEN_OR_TOLD, said, r#final);
        let first = (said.saturating_sub(2)..said).find(|&word| r#final.sentence(word) == r#final.sentence(said));
        let fact = Fact { words: first.unwrap_or(said)..said + 1, last };
        (!is_open).then_some(Loss { cue: at..at + 1, fact })
    })
}

/// Whether most of a question is told, and not only whom it is about.
fn is_answered(cue: &Range<usize>, passage: &Passage, case: Case) -> bool {
    let words = passage.draft.content_behind(cue.end, 3, case.lexicon);
    let told = words.iter().filter(|&&word| !passage.r#final.forms_of(passage.draft.form(word)).is_empty());
    3 * told.count() >= 2 * words.len()
}

/// Whether a word that makes a value a guess is a word that makes it loose now: `is estimated to be about 300`, `some 300`.
fn is_loose_estimate(cue: &Range<usize>, fact: &Fact, passage: &Passage, case: Case) -> bool {
    let text = &passage.r#final;
    let guesses = cue.clone().any(|at| case.lexicon.editing.estimates.contains(passage.draft.form(at)));
    let own = (0..text.words.len()).filter(|&at| text.sentence(at) == text.sentence(fact.words.start));
    guesses && own.into_iter().any(|at| text.value_at(at).is_some() && is_loose(at, text, case))
}

/// Whether a value is not meant exactly: `about 300`, `nearly 300`.
fn is_loose(value: usize, text: &Text, case: Case) -> bool {
    text.words[value.saturating_sub(2)..value].iter().any(|word| case.lexicon.values.hedges.contains(word))
}

fn is_hearsay(cue: &Range<usize>, text: &Text, case: Case) -> bool {
    case.lexicon.editing.hearsay.contains(&text.words[cue.clone()].join(" "))
}
