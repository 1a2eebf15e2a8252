//! How often a correction was made, not made, or made otherwise.

use std::cmp::Reverse;
use std::ops::Range;

use rustc_hash::FxHashMap;

use super::unit::{EditWords, Key, Towards, UnitWords, Word, holds};

/// A place where a correction was made: the unit and its first word of the draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Case {
    pub(super) unit: usize,
    pub(super) start: usize,
    pub(super) article: usize,
}

/// The cases of one correction.
#[derive(Debug, Default)]
pub(super) struct Tally {
    /// Where it was made, in order.
    pub(super) cases: Vec<Case>,
    pub(super) left_alone: usize,
    pub(super) otherwise: usize,
    /// How it is written on each side, with counts.
    written: FxHashMap<[Box<[u32]>; 2], usize>,
    /// The words beside it that stayed, with counts.
    left: FxHashMap<u32, usize>,
    right: FxHashMap<u32, usize>,
}

/// What became of the draft's words in one place.
enum Outcome {
    /// With the words that took their place.
    Corrected(Range<usize>),
    LeftAlone,
    Otherwise,
    /// Struck together with words beside them: no telling why.
    Unknown,
}

/// Looks for all corrections in all units; each may have several forms.
pub(super) fn tallies(corrections: &[&[Key]], units: &[UnitWords]) -> Vec<Tally> {
    // By the id of the first word, once for lemmas and once for words as written.
    let mut by_first: [Vec<Vec<(usize, &Key)>>; 2] = [Vec::new(), Vec::new()];
    for (at, forms) in corrections.iter().enumerate() {
        for key in *forms {
            let (table, first) = (&mut by_first[usize::from(key.exact)], key.draft[0] as usize);
            if table.len() <= first {
                table.resize_with(first + 1, Vec::new);
            }
            table[first].push((at, key));
        }
    }
    let mut tallies: Vec<Tally> = corrections.iter().map(|_| Tally::default()).collect();
    for (number, unit) in units.iter().enumerate() {
        for (start, word) in unit.draft.iter().enumerate() {
            for (table, id) in by_first.iter().zip([word.lemma, word.exact]) {
                let candidates = table.get(id as usize).map_or(&[][..], |candidates| candidates);
                for &(at, key) in candidates.iter().filter(|(_, key)| stands(key, unit, start)) {
                    tallies[at].take(key, unit, Case { unit: number, start, article: unit.article });
                }
            }
        }
    }
    tallies
}

impl Tally {
    /// How often it was made.
    pub(super) fn count(&self) -> usize {
        self.cases.len()
    }

    /// The articles in which it was made, in order.
    pub(super) fn articles(&self) -> Vec<usize> {
        let mut articles: Vec<usize> = self.cases.iter().map(|case| case.article).collect();
        articles.dedup();
        articles
    }

    /// The share of the cases in which it was made.
    pub(super) fn consistency(&self) -> f64 {
        self.share(self.count())
    }

    /// The share of the cases in which the words stood as they were.
    pub(super) fn untouched(&self) -> f64 {
        self.share(self.left_alone)
    }

    fn share(&self, cases: usize) -> f64 {
        cases as f64 / (self.count() + self.left_alone + self.otherwise).max(1) as f64
    }

    /// Cases by consistency: a thousand for each case of a correction that is always made.
    pub(super) fn weight(&self) -> u64 {
        (self.count() as f64 * self.consistency() * 1000.0) as u64
    }

    /// How it is most often written.
    pub(super) fn written(&self) -> Option<&[Box<[u32]>; 2]> {
        self.written.iter().max_by_key(|(written, count)| (**count, Reverse(*written))).map(|(written, _)| written)
    }

    /// The words that stood beside it and stayed, the most frequent first, each with its count.
    pub(super) fn neighbours(&self, towards: Towards) -> Vec<(u32, usize)> {
        let words = if towards == Towards::Left { &self.left } else { &self.right };
        let mut words: Vec<(u32, usize)> = words.iter().map(|(&word, &count)| (word, count)).collect();
        words.sort_unstable_by_key(|&(word, count)| (Reverse(count), word));
        words
    }

    fn take(&mut self, key: &Key, unit: &UnitWords, case: Case) {
        match outcome(key, unit, case.start) {
            Outcome::Unknown => {}
            Outcome::LeftAlone => self.left_alone += 1,
            Outcome::Otherwise => self.otherwise += 1,
            Outcome::Corrected(new) => {
                self.cases.push(case);
                let (start, end) = (case.start, case.start + key.draft.len());
                let ids = |words: &[Word]| -> Box<[u32]> { words.iter().map(|word| word.exact).collect() };
                *self.written.entry([ids(&unit.draft[start..end]), ids(&unit.r#final[new.clone()])]).or_default() += 1;
                let apart = |words: &[Word], at: usize| words.get(at).is_none_or(|word| word.behind_mark);
                let same = |one: Option<usize>, two: Option<usize>| {
                    let (one, two) = (unit.draft.get(one?)?, unit.r#final.get(two?)?);
                    (one.exact == two.exact).then(|| one.id(key.exact))
                };
                let before = same(start.checked_sub(1), new.start.checked_sub(1));
                if let Some(word) = before.filter(|_| !apart(&unit.draft, start)) {
                    *self.left.entry(word).or_default() += 1;
                }
                if let Some(word) = same(Some(end), Some(new.end)).filter(|_| !apart(&unit.draft, end)) {
                    *self.right.entry(word).or_default() += 1;
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

fn times(words: &[Word], ids: &[u32], exact: bool) -> usize {
    words.windows(ids.len()).filter(|window| is(window, ids, exact)).count()
}

fn outcome(key: &Key, unit: &UnitWords, start: usize) -> Outcome {
    let place = start..start + key.draft.len();
    if key.r#final.is_empty() {
        return struck(key, unit, &place);
    }
    let adds = key.r#final.len() > key.draft.len() && holds(&key.r#final, &key.draft);
    let touches = |edit: &&EditWords| {
        let inner = edit.draft.start < place.end && place.start < edit.draft.end
            || edit.draft.is_empty() && place.start < edit.draft.start && edit.draft.start < place.end;
        // What comes in stands beside words that stay.
        inner || adds && edit.draft.is_empty() && (edit.draft.start == place.start || edit.draft.start == place.end)
    };
    let window = unit.edits.iter().filter(touches).map(|edit| edit.r#final.clone());
    let window = window.reduce(|one, two| one.start.min(two.start)..one.end.max(two.end));
    let Some(window) = window else { return Outcome::LeftAlone };
    let find = |range: Range<usize>, ids: &[u32]| {
        let words = &unit.r#final[range.clone()];
        let at = words.windows(ids.len()).position(|window| is(window, ids, key.exact))? + range.start;
        Some(at..at + ids.len())
    };
    if !adds && find(window.clone(), &key.draft).is_some() {
        return Outcome::Otherwise;
    }
    // Words that stayed may belong to the correction: `in order to` became `to`.
    let reach = key.r#final.len();
    let around = window.start.saturating_sub(reach)..(window.end + reach).min(unit.r#final.len());
    find(around, &key.r#final).map_or(Outcome::Otherwise, Outcome::Corrected)
}

/// Whether words were struck: they alone, and not to stand elsewhere in the sentence.
fn struck(key: &Key, unit: &UnitWords, place: &Range<usize>) -> Outcome {
    let touched = || unit.edits.iter().filter(|edit| edit.draft.start < place.end && place.start < edit.draft.end);
    let Some(first) = touched().next() else { return Outcome::LeftAlone };
    if touched().any(|edit| edit.draft.start < place.start || edit.draft.end > place.end) {
        return Outcome::Unknown;
    }
    let gone: usize = touched().map(|edit| edit.draft.len()).sum();
    let moved = times(&unit.r#final, &key.draft, key.exact) >= times(&unit.draft, &key.draft, key.exact);
    if gone < place.len() || moved || touched().any(|edit| !edit.r#final.is_empty()) {
        return Outcome::Otherwise;
    }
    Outcome::Corrected(first.r#final.start..first.r#final.start)
}
