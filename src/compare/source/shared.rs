//! The keys that a source sentence and a draft sentence have in common.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::cues::{Side, Sort};
use crate::compare::moves::in_order;

/// What two sentences have in common.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Shared {
    pub(super) words: f32,
    pub(super) numbers: f32,
}

/// Where each key stands in the draft, and what it says.
pub(super) struct SharedKeys<'a> {
    from: &'a Side,
    places: FxHashMap<u64, Places>,
}

#[derive(Debug, Clone, Default)]
struct Places {
    /// Source sentences that hold the key.
    sources: u32,
    drafts: Vec<u32>,
}

/// A key in more sentences than this says nothing.
const MOST_PLACES: usize = 12;

impl Shared {
    pub(super) fn add(&mut self, other: Shared) {
        self.words += other.words;
        self.numbers += other.numbers;
    }
}

impl<'a> SharedKeys<'a> {
    pub(super) fn new(from: &'a Side, to: &Side) -> Self {
        let mut places: FxHashMap<u64, Places> = FxHashMap::default();
        for (at, keys) in to.keys.iter().enumerate() {
            for key in keys {
                places.entry(key.0).or_default().drafts.push(at as u32);
            }
        }
        for key in from.keys.iter().flatten() {
            if let Some(places) = places.get_mut(&key.0) {
                places.sources += 1;
            }
        }
        SharedKeys { from, places }
    }

    /// Pairs of sentences that share several keys which stand nowhere else, as (source, draft), in the same order.
    pub(super) fn sure_pairs(&self) -> Vec<(usize, usize)> {
        const LEAST_SHARED: u64 = 3;
        let mut votes: FxHashMap<(usize, usize), u64> = FxHashMap::default();
        for (row, keys) in self.from.keys.iter().enumerate() {
            for (key, _) in keys {
                if let Some(Places { sources: 1, drafts }) = self.places.get(key)
                    && let [draft] = drafts[..]
                {
                    *votes.entry((row, draft as usize)).or_default() += 1;
                }
            }
        }
        votes.retain(|_, shared| *shared >= LEAST_SHARED);
        let mut pairs: Vec<(usize, usize, u64)> =
            votes.into_iter().map(|(pair, shared)| (pair.0, pair.1, shared)).collect();
        pairs.sort_unstable();
        let stays = in_order(&pairs);
        pairs.iter().zip(stays).filter(|(_, stays)| *stays).map(|(pair, _)| (pair.0, pair.1)).collect()
    }

    /// What a source sentence has in common with the draft sentence before each of the columns.
    pub(super) fn of_row(&self, row: usize, columns: Range<usize>) -> Vec<Shared> {
        let mut shared = vec![Shared::default(); columns.len()];
        for &(key, sort) in &self.from.keys[row] {
            let Some(places) = self.places.get(&key) else { continue };
            let most = places.drafts.len().max(places.sources as usize);
            if most > MOST_PLACES && sort != Sort::Number {
                continue;
            }
            for &draft in &places.drafts {
                let column = draft as usize + 1;
                if !columns.contains(&column) {
                    continue;
                }
                let cell = &mut shared[column - columns.start];
                // What a key earns, less where it stands in several sentences. Fitted and rounded, like the weights.
                match sort {
                    Sort::Number => cell.numbers += 1.0,
                    Sort::Word => cell.words += 4.0 / most as f32,
                    Sort::Beginning => cell.words += 2.0 / most as f32,
                    Sort::Consonants => cell.words += 1.0 / most as f32,
                }
            }
        }
        shared
    }
}
