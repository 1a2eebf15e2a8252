//! Words beside a correction that belong to it: the surname before a name, the preposition behind a verb, the noun that
//! says when a word is struck.

use rustc_hash::FxHashSet;

use super::count;
use super::unit::{Key, Towards, UnitWords};
use super::words::Words;
use super::{Candidate, LEAST_ARTICLES};

/// Longer corrections take no more words in.
const LONGEST: usize = 6;

/// A neighbour of this share of the cases belongs to a correction.
const NEARLY_ALWAYS: f64 = 0.9;

/// One of this share does where it says when to correct: `known` becomes `said` in `is known to`, and nearly always there.
const OFTEN: f64 = 0.8;

/// Adds the corrections with the words that stand beside them. Which of both to show is chosen later.
pub(super) fn grow(candidates: &mut Vec<Candidate>, units: &[UnitWords], words: &Words) {
    for towards in [Towards::Right, Towards::Left, Towards::Right, Towards::Left] {
        one_word(candidates, units, words, towards);
    }
}

fn one_word(candidates: &mut Vec<Candidate>, units: &[UnitWords], words: &Words, towards: Towards) {
    let mut known: FxHashSet<Key> = candidates.iter().flat_map(|candidate| candidate.forms.clone()).collect();
    let mut grown: Vec<(usize, bool, Vec<Key>)> = Vec::new();
    for (at, candidate) in candidates.iter().enumerate() {
        for (word, must_be_better) in wanted(candidate, words, towards) {
            let forms: Vec<Key> = candidate.forms.iter().map(|key| key.with(word, towards)).collect();
            if known.insert(forms[0].clone()) {
                grown.push((at, must_be_better, forms));
            }
        }
    }
    let forms: Vec<&[Key]> = grown.iter().map(|(_, _, forms)| &**forms).collect();
    let tallies = count::tallies(&forms, units);
    for ((at, must_be_better, forms), tally) in grown.into_iter().zip(tallies) {
        let surer = tally.consistency() >= NEARLY_ALWAYS || !must_be_better;
        if surer && tally.articles().len() >= LEAST_ARTICLES {
            let kinds = candidates[at].kinds.clone();
            candidates.push(Candidate { forms, kinds, tally });
        }
    }
}

/// The words beside a correction that may belong to it, and whether they do so only where they make it surer.
fn wanted(candidate: &Candidate, words: &Words, towards: Towards) -> Vec<(u32, bool)> {
    let Candidate { forms, tally, .. } = candidate;
    let key = &forms[0];
    if !words.has_content(key) || key.draft.len() > LONGEST {
        return Vec::new();
    }
    let belongs = |word: u32, count: usize| {
        let share = count as f64 / tally.count() as f64;
        let carries_news = words.carries_news(word) && !words.is_number(word);
        let after_content = key.draft.last().is_some_and(|&last| words.carries_news(last));
        let of_the_verb = match towards {
            Towards::Right => after_content && words.is_particle(word),
            Towards::Left => words.is_form_of_be(word),
        };
        if carries_news && (share >= NEARLY_ALWAYS || candidate.is_vague()) || of_the_verb && count == tally.count() {
            Some((word, false))
        } else {
            (share >= OFTEN && tally.consistency() < NEARLY_ALWAYS).then_some((word, true))
        }
    };
    let often = |&(_, count): &(u32, usize)| count >= LEAST_ARTICLES;
    let neighbours = tally.neighbours(towards).into_iter().take_while(often);
    neighbours.filter_map(|(word, count)| belongs(word, count)).collect()
}
