//! Edits that may turn what a sentence says: negation, direction, attribution, certainty.

use std::ops::Range;

use super::cues::Phrase;
use super::{Reason, View};
use crate::kinds::{Extent, Form, Kind};
use crate::text::word::{is_backshift, lemmas, negated_stem, same_verb_phrase};

/// Words of content beside the cue, beyond which a change is about more.
const MOST_OTHERS: usize = 2;

pub(super) fn negation(view: &View) -> Option<(Kind, Reason)> {
    let (draft, r#final) = Phrase::both(view);
    let (one, two) = (negations(draft, view), negations(r#final, view));
    // `not finished` and `unfinished` deny alike.
    let within = prefixes(draft, r#final);
    if one.len() + within.0 == two.len() + within.1 || !is_short(draft, &one) || !is_short(r#final, &two) {
        return None;
    }
    let reason = match (one.first(), two.first()) {
        (Some(cue), None) => format!("\"{}\" is gone", draft.text(cue)),
        (None, Some(cue)) => format!("\"{}\" came in", r#final.text(cue)),
        _ => "the number of negations differs".to_owned(),
    };
    Some((Kind::Negation, reason))
}

/// How many words of each side are words of the other with a prefix that denies them.
fn prefixes(draft: &Phrase, r#final: &Phrase) -> (usize, usize) {
    let denied = |ones: &[&str], others: &[&str]| {
        let denies = |word: &&&str| others.iter().any(|other| word.len() > other.len() && negated_stem(word, other));
        ones.iter().filter(denies).count()
    };
    (denied(&draft.words, &r#final.words), denied(&r#final.words, &draft.words))
}

fn negations(phrase: &Phrase, view: &View) -> Vec<Range<usize>> {
    let words = &view.context.lexicon.kinds;
    let is = |at: usize| {
        let word = phrase.words[at];
        words.negation.contains(word)
            || word.ends_with("n't")
            || (words.negating_verbs.contains(word) && phrase.next(&(at..at + 1)).is_some_and(|(next, _)| next == "to"))
    };
    (0..phrase.words.len()).filter(|&at| is(at)).map(|at| at..at + 1).collect()
}

pub(super) fn direction(view: &View) -> Option<(Kind, Reason)> {
    let (draft, r#final) = Phrase::both(view);
    let words = &view.context.lexicon.kinds;
    for (at, one) in draft.words.iter().enumerate().filter(|(_, word)| words.has_contrast(word)) {
        for (to, two) in r#final.words.iter().enumerate() {
            let alone = |phrase: &Phrase, word: usize| {
                phrase.content_outside(&[Range { start: word, end: word + 1 }]) <= MOST_OTHERS
            };
            if words.are_opposed(one, two) && alone(draft, at) && alone(r#final, to) {
                return Some((Kind::Direction, format!("\"{one}\" became \"{two}\"")));
            }
        }
    }
    None
}

pub(super) fn attribution(view: &View) -> Option<(Kind, Reason)> {
    if view.change.extent == Extent::Sentence {
        return None;
    }
    let (draft, r#final) = Phrase::both(view);
    let (mut one, mut two) = (reports(draft, view), reports(r#final, view));
    if one.is_empty() && !two.is_empty() && is_form_of_report(draft, view) {
        one = vec![Range { start: 0, end: 1 }];
    }
    if two.is_empty() && !one.is_empty() && is_form_of_report(r#final, view) {
        two = vec![Range { start: 0, end: 1 }];
    }
    if one.is_empty() && two.is_empty() || !(is_clause(draft, &one, view) && is_clause(r#final, &two, view)) {
        return None;
    }
    // `added` for `cut` may be jobs, `said` for `reported` is none.
    let swapped = one.is_empty() != two.is_empty() && !draft.is_empty() && !r#final.is_empty();
    let (held, cues) = if one.is_empty() { (&r#final, &two) } else { (&draft, &one) };
    if swapped && !cues.iter().any(|cue| is_speech(held, cue)) {
        return None;
    }
    // The same verb in another tense or number says the same of the source.
    if same_verb_phrase(&draft.words, &r#final.words) {
        return None;
    }
    let loaded = |phrase: &Phrase, cues: &[Range<usize>]| {
        cues.iter().any(|cue| view.context.lexicon.kinds.reporting_loaded.contains(&phrase.text(cue)))
    };
    let reason = match (one.first(), two.first()) {
        (Some(cue), None) => format!("\"{}\" is gone", draft.text(cue)),
        (None, Some(cue)) => format!("\"{}\" came in", r#final.text(cue)),
        (Some(_), Some(to)) if loaded(r#final, &two) && !loaded(draft, &one) => {
            format!("\"{}\" takes a view", r#final.text(to))
        }
        (Some(_), Some(_)) if is_neutral(view) => "the same source, told in other words".to_owned(),
        _ => "who says it, or how, changed".to_owned(),
    };
    Some((Kind::Attribution, reason))
}

/// Whether both sides name the same source in words that take no view.
pub(in crate::kinds) fn is_neutral(view: &View) -> bool {
    let (draft, r#final) = Phrase::both(view);
    let neutral = &view.context.lexicon.kinds.reporting_neutral;
    let (one, two) = (draft.find(neutral), r#final.find(neutral));
    !one.is_empty() && !two.is_empty() && draft.outside(&one) == r#final.outside(&two)
}

fn reports(phrase: &Phrase, view: &View) -> Vec<Range<usize>> {
    let words = &view.context.lexicon.kinds;
    // No verb comes or goes alone: `the alleged thief` is less sure, but nobody says it.
    if let [word] = &*phrase.words
        && words.certainty.contains(word)
        && matches!(view.form, Form::Insert | Form::Delete)
    {
        return Vec::new();
    }
    let mut found = phrase.find(&words.reporting_neutral);
    found.extend(phrase.find(&words.reporting_loaded));
    found
}

/// Whether a verb of attribution is one for sure: by its word, or by `that` or a mark behind it.
fn is_speech(phrase: &Phrase, cue: &Range<usize>) -> bool {
    let next = phrase.next(cue).map(|(_, written)| written);
    matches!(&*phrase.text(cue), "say" | "says" | "said" | "saying" | "told" | "according to")
        || next.is_none_or(|next| next == "that" || !next.contains(char::is_alphanumeric))
}

/// One word that is a verb of attribution where another stands for it: `claim` for `say`, but no claim for damages.
fn is_form_of_report(phrase: &Phrase, view: &View) -> bool {
    let words = &view.context.lexicon.kinds;
    let [word] = &*phrase.words else { return false };
    let past = |lemma: &str| [format!("{lemma}ed"), format!("{lemma}d")];
    let listed = |past: &String| words.reporting_neutral.contains(past) || words.reporting_loaded.contains(past);
    lemmas(word).flat_map(|lemma| past(&lemma)).any(|past| listed(&past))
}

/// Short, or a clause put in or taken out that begins or ends with who says it.
fn is_clause(phrase: &Phrase, cues: &[Range<usize>], view: &View) -> bool {
    const LONGEST: usize = 8;
    let ends = cues.iter().any(|cue| cue.start == 0 || cue.end == phrase.words.len());
    is_short(phrase, cues)
        || (ends && matches!(view.form, Form::Insert | Form::Delete) && phrase.content_outside(cues) <= LONGEST)
}

pub(super) fn certainty(view: &View) -> Option<(Kind, Reason)> {
    let (draft, r#final) = Phrase::both(view);
    let (one, two) = (hedges(draft, view), hedges(r#final, view));
    let cues = |phrase: &Phrase, ranges: &[Range<usize>]| -> Vec<String> {
        ranges.iter().map(|range| phrase.text(range)).collect()
    };
    let (before, after) = (cues(draft, &one), cues(r#final, &two));
    if let Some(found) = approximation(draft, r#final, view) {
        return Some(found);
    }
    // `expects to` and `expected to` are as sure.
    if before == after
        || same_verb_phrase(&draft.words, &r#final.words)
        || !is_short(draft, &one)
        || !is_short(r#final, &two)
    {
        return None;
    }
    let words = &view.context.lexicon.kinds;
    if let ([from], [to]) = (&*before, &*after) {
        if words.approximate.contains(from) && words.approximate.contains(to) {
            return Some((Kind::HouseStyle, SAME_APPROXIMATION.to_owned()));
        }
        let shifted = from != to && is_backshift(from, to);
        if shifted && r#final.before().any(is_past_report) {
            return Some((Kind::Inflection, format!("\"{from}\" and \"{to}\" behind a verb in the past")));
        }
    }
    let reason = match (before.first(), after.first()) {
        (Some(from), Some(to)) => format!("\"{from}\" became \"{to}\""),
        (Some(from), None) => format!("\"{from}\" is gone"),
        (None, Some(to)) => format!("\"{to}\" came in"),
        (None, None) => return None,
    };
    Some((Kind::Certainty, reason))
}

const SAME_APPROXIMATION: &str = "two words for the same approximation";

/// One word of approximation for another, away from a number. One that can't be anything else makes the word in its place
/// one, too: `roughly the size` and `about the size`, but not `talk about` and `talk around`.
fn approximation(draft: &Phrase, r#final: &Phrase, view: &View) -> Option<(Kind, Reason)> {
    let list = &view.context.lexicon.kinds.approximate;
    let nearly = |word: &str| matches!(word, "nearly" | "almost");
    let only = |word: &str| matches!(word, "approximately" | "roughly");
    let ([from], [to]) = (&*draft.words, &*r#final.words) else { return None };
    match (list.contains(from), list.contains(to)) {
        (true, true) if from != to && (only(from) || only(to)) => {
            Some((Kind::HouseStyle, SAME_APPROXIMATION.to_owned()))
        }
        (true, false) if nearly(to) => Some((Kind::Certainty, format!("\"{from}\" became \"{to}\""))),
        (false, true) if nearly(from) => Some((Kind::Certainty, format!("\"{from}\" became \"{to}\""))),
        _ => None,
    }
}

/// Hedges; a word that also is a preposition counts before a value only.
fn hedges(phrase: &Phrase, view: &View) -> Vec<Range<usize>> {
    const PREPOSITIONS: [&str; 10] =
        ["about", "around", "some", "over", "under", "nearly", "almost", "more than", "less than", "close to"];
    let list = &view.context.lexicon.kinds.certainty;
    let mut found = phrase.find(list);
    // `expected` of `expected to` whose `to` stayed. `seems to` and `appears to` are as sure.
    let cue = |word: &str| {
        let plain = ["seem", "appear", "close"].iter().any(|start| word.starts_with(start));
        !plain && !view.context.lexicon.function_words.contains(word) && list.contains(&format!("{word} to"))
    };
    if let Some(last) = phrase.words.len().checked_sub(1).map(|last| last..last + 1)
        && !found.iter().any(|range| range.contains(&last.start))
        && phrase.next(&last).is_some_and(|(next, _)| next == "to")
        && cue(phrase.words[last.start])
    {
        found.push(last);
    }
    found.retain(|range| {
        // `May` and `Will` may be a month and a man.
        if phrase.is_capitalised(range.start) {
            return false;
        }
        !PREPOSITIONS.contains(&&*phrase.text(range)) || phrase.is_before_value(range) || has_value(view)
    });
    found
}

fn has_value(view: &View) -> bool {
    !view.context.r#final.values_in(view.change.r#final).is_empty()
}

fn is_past_report(word: &str) -> bool {
    matches!(
        word,
        "said"
            | "told"
            | "added"
            | "noted"
            | "stated"
            | "explained"
            | "announced"
            | "claimed"
            | "argued"
            | "predicted"
            | "believed"
            | "thought"
            | "knew"
            | "asked"
            | "decided"
            | "hoped"
            | "warned"
            | "stressed"
            | "reported"
            | "promised"
    )
}

fn is_short(phrase: &Phrase, cues: &[Range<usize>]) -> bool {
    phrase.content_outside(cues) <= MOST_OTHERS
}
