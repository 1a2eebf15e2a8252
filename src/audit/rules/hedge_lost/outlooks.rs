//! What was to come, told as sure or as done.

use std::ops::Range;

use super::claim::{Fact, OPEN, fact_of, kept_behind, stands_in_sentence, subject_of};
use super::{Case, Loss};
use crate::audit::passage::{Passage, Sense, Text, alike};

/// A sentence that left open one thing, and says that it will be, in whatever words.
pub(super) fn told_as_to_come(passage: &Passage, case: Case) -> Option<Loss> {
    let (draft, r#final) = (&passage.draft, &passage.r#final);
    let count = |text: &Text, form: &str| text.words.iter().filter(|word| **word == form).count();
    let one = |text: &Text| text.sentences.len() == 1;
    if !one(draft) || !one(r#final) || count(draft, "will") > 0 || count(r#final, "will") != 1 {
        return None;
    }
    let mut open = OPEN.into_iter().flat_map(|sense| r#final.cues_of(sense));
    // A condition of both leaves no more open than before.
    let condition = |cue: &Range<usize>| {
        let form = r#final.form(cue.start);
        matches!(form, "if" | "no" | "not") && count(draft, form) == count(r#final, form)
    };
    if !open.all(condition) {
        return None;
    }
    let cue = draft.cues_of(Sense::Hedge).find(|cue| {
        let next = draft.words.get(cue.end).copied().unwrap_or_default();
        let modal = matches!(draft.form(cue.start), "may" | "might") && next != "not";
        modal || draft.form(cue.end - 1) == "to" || draft.form(cue.start) == "likely" && next == "to"
    })?;
    let will = r#final.words.iter().position(|word| *word == "will")?;
    let last = draft.content_behind(cue.end, 1, case.lexicon).first().copied().unwrap_or(cue.end - 1);
    let next = r#final.content_behind(will + 1, 1, case.lexicon).first().copied()?;
    Some(Loss { cue: cue.clone(), fact: Fact { words: will..next + 1, last } })
}

/// A thing to come that is told as done: `is scheduled to announce` and `announced`.
pub(super) fn told_as_done(passage: &Passage, _: Case) -> Option<Loss> {
    const BE: [&str; 5] = ["is", "are", "was", "were", "be"];
    let (draft, r#final) = (&passage.draft, &passage.r#final);
    if r#final.count(Sense::Schedule) > 0 || r#final.words.contains(&"will") || r#final.words.contains(&"would") {
        return None;
    }
    draft.cues_of(Sense::Schedule).find_map(|cue| {
        let passive = draft.words.get(cue.end) == Some(&"be");
        let verb = cue.end + usize::from(passive);
        let form = draft.words.get(verb)?;
        let (own, others) = (draft.forms_of(form), r#final.forms_of(form));
        let (&[_], &[at]) = (&own[..], &others[..]) else { return None };
        let before = r#final.form_before(at);
        let is_past = if passive {
            matches!(before, "was" | "were" | "been") && r#final.form(at) == *form
        } else {
            r#final.form(at) != *form && !r#final.form(at).ends_with(['s', 'g'])
        };
        // The same subject right before it.
        let own_subject = |word: &usize| !BE.contains(&draft.form(*word)) && !draft.form(*word).ends_with("ly");
        let subject = draft.form((0..cue.start).rev().find(own_subject)?);
        let auxiliary = |word: &usize| !matches!(r#final.form(*word), "has" | "have" | "had" | "was" | "were" | "been");
        let same = (0..at).rev().find(auxiliary).is_some_and(|word| alike(r#final.form(word), subject));
        (is_past && same).then(|| Loss { cue: cue.clone(), fact: Fact { words: at..at + 1, last: verb } })
    })
}

/// A thing that somebody thinks over told as decided: `is considering a ban on`, `banned`.
pub(super) fn told_as_decided(passage: &Passage, case: Case) -> Option<Loss> {
    const LONGEST: usize = 3;
    const OBJECT: usize = 8;
    let (draft, r#final) = (&passage.draft, &passage.r#final);
    let deliberations = &case.lexicon.editing.deliberations;
    let verbs: Vec<&str> = deliberations.iter().map(|entry| entry.split(' ').next().unwrap_or(entry)).collect();
    let cue = |at: usize| {
        let ends = (at + 1..=draft.words.len().min(at + LONGEST)).rev();
        ends.map(|end| at..end).find(|cue| deliberations.contains(&draft.words[cue.clone()].join(" ")))
    };
    let cues: Vec<Range<usize>> =
        (0..draft.words.len()).filter(|&at| verbs.contains(&draft.form(at))).filter_map(cue).collect();
    // It is thought over still, or it was: `reviewed the plea`.
    if cues.is_empty() || r#final.words.iter().any(|word| verbs.iter().any(|verb| alike(word, verb))) {
        return None;
    }
    cues.into_iter().find_map(|cue| {
        let (_, subject) = subject_of(cue.start, passage, case)?;
        let object = draft.content_behind(cue.end, OBJECT, case.lexicon);
        let kept = kept_behind(&object, subject, passage);
        let stays = 5 * kept.len() >= 3 * object.len();
        // `decided against closing`
        let dropped = r#final.words.contains(&"against") && !draft.words.contains(&"against");
        let is_open = dropped || stands_in_sentence(&[Sense::Hedge, Sense::Softener], subject, r#final);
        let fact = fact_of(&kept, subject).filter(|_| stays && !is_open)?;
        Some(Loss { cue, fact })
    })
}
