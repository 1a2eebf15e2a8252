//! How often a correction was made, not made, or made otherwise.

use std::cmp::Reverse;

use rustc_hash::FxHashMap;

use super::words::{Key, Towards, UnitWords, Word};

/// The cases of one correction.
#[derive(Debug, Default)]
pub(super) struct Tally {
    pub(super) count: usize,
    pub(super) left_alone: usize,
    pub(super) otherwise: usize,
    /// The articles in which it was made, in order.
    pub(super) articles: Vec<usize>,
    /// How it is written on each side, with counts.
    written: FxHashMap<[Box<[u32]>; 2], usize>,
    /// The words beside it that stayed, with counts.
    left: FxHashMap<u32, usize>,
    right: FxHashMap<u32, usize>,
}

/// What became of the draft's words in one place.
enum Outcome<'a> {
    /// With the words that took their place.
    Corrected(&'a [Word]),
    LeftAlone,
    Otherwise,
}

/// Looks for all corrections in all units.
pub(super) fn tallies(keys: &[Key], units: &[UnitWords]) -> Vec<Tally> {
    let mut by_first: FxHashMap<(u32, bool), Vec<usize>> = FxHashMap::default();
    for (at, key) in keys.iter().enumerate() {
        by_first.entry((key.draft[0], key.exact)).or_default().push(at);
    }
    let mut tallies: Vec<Tally> = keys.iter().map(|_| Tally::default()).collect();
    for unit in units {
        for start in 0..unit.draft.len() {
            for exact in [false, true] {
                let Some(candidates) = by_first.get(&(unit.draft[start].id(exact), exact)) else { continue };
                for &at in candidates.iter().filter(|&&at| stands(&keys[at], unit, start)) {
                    tallies[at].take(&keys[at], unit, start);
                }
            }
        }
    }
    tallies
}

impl Tally {
    /// The share of the cases in which it was made.
    pub(super) fn consistency(&self) -> f64 {
        self.count as f64 / (self.count + self.left_alone + self.otherwise).max(1) as f64
    }

    /// How it is most often written.
    pub(super) fn written(&self) -> Option<&[Box<[u32]>; 2]> {
        self.written.iter().max_by_key(|(written, count)| (**count, Reverse(*written))).map(|(written, _)| written)
    }

    /// A word that nearly always stands beside it.
    pub(super) fn neighbour(&self, towards: Towards) -> Option<u32> {
        const LEAST_SHARE: f64 = 0.8;
        let words = if towards == Towards::Left { &self.left } else { &self.right };
        let (&word, &count) = words.iter().max_by_key(|(word, count)| (**count, Reverse(**word)))?;
        (count as f64 >= LEAST_SHARE * self.count as f64).then_some(word)
    }

    fn take(&mut self, key: &Key, unit: &UnitWords, start: usize) {
        match outcome(key, unit, start) {
            Outcome::LeftAlone => self.left_alone += 1,
            Outcome::Otherwise => self.otherwise += 1,
            Outcome::Corrected(new) => {
                self.count += 1;
                if self.articles.last() != Some(&unit.article) {
                    self.articles.push(unit.article);
                }
                let end = start + key.draft.len();
                let ids = |words: &[Word]| -> Box<[u32]> { words.iter().map(|word| word.exact).collect() };
                *self.written.entry([ids(&unit.draft[start..end]), ids(new)]).or_default() += 1;
                let stays = |at: usize| !unit.edits.iter().any(|edit| edit.draft.contains(&at));
                if let Some(before) = start.checked_sub(1).filter(|&at| stays(at)) {
                    *self.left.entry(unit.draft[before].id(key.exact)).or_default() += 1;
                }
                if end < unit.draft.len() && stays(end) {
                    *self.right.entry(unit.draft[end].id(key.exact)).or_default() += 1;
                }
            }
        }
    }
}

/// Whether the draft's words of a correction stand at a place.
fn stands(key: &Key, unit: &UnitWords, start: usize) -> bool {
    let here = unit.draft.get(start..start + key.draft.len());
    here.is_some_and(|words| is(words, &key.draft, key.exact))
}

fn is(words: &[Word], ids: &[u32], exact: bool) -> bool {
    words.iter().zip(ids).all(|(word, &id)| word.id(exact) == id)
}

fn outcome<'a>(key: &Key, unit: &'a UnitWords, start: usize) -> Outcome<'a> {
    let place = start..start + key.draft.len();
    let touched = unit.edits.iter().filter(|edit| {
        edit.draft.start < place.end && place.start < edit.draft.end
            || edit.draft.is_empty() && place.start < edit.draft.start && edit.draft.start < place.end
    });
    let window =
        touched.map(|edit| edit.r#final.clone()).reduce(|one, two| one.start.min(two.start)..one.end.max(two.end));
    let Some(window) = window else { return Outcome::LeftAlone };
    let find = |words: &'a [Word], ids: &[u32]| words.windows(ids.len()).find(|window| is(window, ids, key.exact));
    if find(&unit.r#final[window.clone()], &key.draft).is_some() {
        return Outcome::Otherwise;
    }
    if key.r#final.is_empty() {
        return Outcome::Corrected(&[]);
    }
    // Words that stayed may belong to the correction: `in order to` became `to`.
    let reach = key.r#final.len();
    let around = &unit.r#final[window.start.saturating_sub(reach)..(window.end + reach).min(unit.r#final.len())];
    find(around, &key.r#final).map_or(Outcome::Otherwise, Outcome::Corrected)
}
