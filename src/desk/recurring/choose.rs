//! Of corrections within one another, the ones to show: what a desk would write into its style book.

use std::cmp::Reverse;

use rustc_hash::{FxHashMap, FxHashSet};

use super::unit::holds;
use super::words::Words;
use super::{Candidate, LEAST_ARTICLES};

/// A longer correction stands for a shorter one in it where it has this share of its cases.
const SAME_CASES: f64 = 0.8;

/// Leaves out what is said better by another: the longer where it has nearly all cases of the shorter, or where the shorter
/// has too few of its own; else the shorter.
pub(super) fn choose(candidates: Vec<Candidate>, words: &Words) -> Vec<Candidate> {
    let mut kept = vec![true; candidates.len()];
    let nested = nested(&candidates, words);
    for &(part, whole) in &nested {
        let shorter = &candidates[part];
        let stands_alone = words.has_content(&shorter.forms[0])
            && own_articles(shorter, &[&candidates[whole]]) >= LEAST_ARTICLES
            && (candidates[whole].tally.count() as f64) < SAME_CASES * shorter.tally.count() as f64;
        kept[whole] &= !stands_alone;
    }
    let mut wholes: FxHashMap<usize, Vec<usize>> = FxHashMap::default();
    for &(part, whole) in nested.iter().filter(|(_, whole)| kept[*whole]) {
        wholes.entry(part).or_default().push(whole);
    }
    for (part, wholes) in wholes {
        let shorter = &candidates[part];
        let longer: Vec<&Candidate> = wholes.iter().map(|&at| &candidates[at]).collect();
        let has_nearly_all =
            |whole: &&Candidate| whole.tally.count() as f64 >= SAME_CASES * shorter.tally.count() as f64;
        if longer.iter().any(has_nearly_all) || own_articles(shorter, &longer) < LEAST_ARTICLES {
            kept[part] = false;
        }
    }
    leave_out_twins(&candidates, &mut kept, words);
    candidates.into_iter().zip(kept).filter(|(_, kept)| *kept).map(|(candidate, _)| candidate).collect()
}

/// Of two that are no parts of one another and yet are made in the same places (`said building`, `the said`), the surer,
/// then the one with more words of content.
fn leave_out_twins(candidates: &[Candidate], kept: &mut [bool], words: &Words) {
    let rank = |at: usize| {
        let Candidate { tally, forms, .. } = &candidates[at];
        let content = forms[0].draft.iter().filter(|&&word| words.carries_news(word)).count();
        (Reverse(tally.weight()), Reverse(content), at)
    };
    let mut order: Vec<usize> = (0..candidates.len()).filter(|&at| kept[at]).collect();
    order.sort_by_cached_key(|&at| rank(at));
    let mut taken: FxHashSet<(usize, usize)> = FxHashSet::default();
    for at in order {
        let shared = candidates[at].places().filter(|case| case.iter().any(|place| taken.contains(place))).count();
        kept[at] = (shared as f64) < SAME_CASES * candidates[at].tally.count() as f64;
        if kept[at] {
            taken.extend(candidates[at].places().flatten());
        }
    }
}

/// The pairs of a correction and a longer one that it is a part of.
fn nested(candidates: &[Candidate], words: &Words) -> Vec<(usize, usize)> {
    let lemmas: Vec<[Box<[u32]>; 2]> = candidates
        .iter()
        .map(|candidate| [words.lemmas(&candidate.forms[0].draft), words.lemmas(&candidate.forms[0].r#final)])
        .collect();
    let mut by_word: FxHashMap<u32, Vec<usize>> = FxHashMap::default();
    for (at, [draft, _]) in lemmas.iter().enumerate() {
        for &word in draft.iter().collect::<FxHashSet<_>>() {
            by_word.entry(word).or_default().push(at);
        }
    }
    let is_within = |part: usize, whole: usize| {
        candidates[part].forms[0].len() < candidates[whole].forms[0].len()
            && lemmas[part].iter().zip(&lemmas[whole]).all(|(part, whole)| holds(whole, part))
    };
    let mut found = Vec::new();
    for (part, [draft, _]) in lemmas.iter().enumerate() {
        let rarest = draft.iter().map(|word| &by_word[word]).min_by_key(|places| places.len());
        let longer = rarest.map_or(&[][..], |places| places);
        found.extend(longer.iter().filter(|&&whole| is_within(part, whole)).map(|&whole| (part, whole)));
    }
    found
}

/// The articles of a correction in which none of some longer ones has the same case.
fn own_articles(part: &Candidate, wholes: &[&Candidate]) -> usize {
    let taken: FxHashSet<(usize, usize)> = wholes.iter().flat_map(|whole| whole.places().flatten()).collect();
    let own = part.tally.cases.iter().filter(|case| !taken.contains(&(case.unit, case.start)));
    own.map(|case| case.article).collect::<FxHashSet<_>>().len()
}
