//! Corrections that come back: the same words for the same words, in article after article.
//!
//! Words count by their lemma, so that `netizens` and `netizen` are one, and numbers by their place, so that `4.5%` and
//! `31%` are. First every edit is seen ([`Recurring::add`]); then each correction that was seen more than once is looked
//! for in all drafts again: put right as part of a longer edit, left alone, or put right in another way
//! ([`Recurring::corrections`]).

mod count;
mod words;

use std::cmp::Reverse;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::analysis::Analysis;
use crate::kinds::{Edit, Extent, Kind};
use count::Tally;
use words::{Key, Towards, UnitWords, Words};

/// A correction is one from so many articles on (taxonomy of edits, 7).
const LEAST_ARTICLES: usize = 3;

/// So many examples are shown.
const MOST_EXAMPLES: usize = 3;

/// A longer correction stands for a shorter one in it where it has this share of its cases.
const SAME_CASES: f64 = 0.8;

/// The same words corrected in the same way in several articles.
#[derive(Debug, Clone, PartialEq)]
pub struct Correction {
    /// What the machine writes, in its most frequent form; `#` stands for any number.
    pub draft: String,
    /// What the desk makes of it; empty where it is struck.
    pub r#final: String,
    /// The kind of most of the edits.
    pub kind: Kind,
    /// How often it was corrected so.
    pub count: usize,
    /// How often it was left as it was.
    pub left_alone: usize,
    /// How often it was changed in another way.
    pub otherwise: usize,
    /// The articles in which it was corrected so, by their place among all.
    pub articles: Vec<usize>,
    /// Some of the cases, in context.
    pub examples: Vec<Example>,
}

/// A sentence before and after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Example {
    /// The article, by its place among all.
    pub article: usize,
    /// The draft's sentence.
    pub draft: String,
    /// The final's.
    pub r#final: String,
}

impl Correction {
    /// The share of the cases in which it was corrected so, 0 to 1.
    pub fn consistency(&self) -> f64 {
        self.count as f64 / (self.count + self.left_alone + self.otherwise).max(1) as f64
    }

    /// Whether there is enough to tell a machine: five cases or more, in three articles, nine in ten corrected so.
    pub fn is_sure(&self) -> bool {
        const LEAST_CASES: usize = 5;
        const LEAST_CONSISTENCY: f64 = 0.9;
        self.count >= LEAST_CASES && self.articles.len() >= LEAST_ARTICLES && self.consistency() >= LEAST_CONSISTENCY
    }
}

/// What was seen so far.
#[derive(Debug, Default)]
pub struct Recurring {
    words: Words,
    units: Vec<UnitWords>,
    seen: FxHashMap<Key, Seen>,
    articles: usize,
}

/// The edits of one key.
#[derive(Debug, Default)]
struct Seen {
    count: usize,
    kinds: Vec<(Kind, usize)>,
    examples: Vec<Example>,
}

impl Recurring {
    /// Takes in an article. The order of the calls is that of the articles' places.
    pub fn add(&mut self, analysis: &Analysis) {
        let article = self.articles;
        self.articles += 1;
        let Some(draft) = &analysis.draft else { return };
        let mut of_unit: Vec<Vec<&Edit>> = vec![Vec::new(); analysis.units.len()];
        for edit in analysis.translation_edits().filter(|edit| edit.extent == Extent::Span && edit.units.len() == 1) {
            of_unit[edit.units[0]].push(edit);
        }
        for (unit, edits) in analysis.units.iter().zip(of_unit) {
            if unit.draft.is_empty() || unit.r#final.is_empty() || unit.draft.clone().all(|at| draft.is_frame(at)) {
                continue;
            }
            let words = self.words.unit(article, analysis, draft, unit, &edits);
            for (key, kind) in words.keys() {
                let seen = self.seen.entry(key).or_default();
                seen.count += 1;
                match seen.kinds.iter_mut().find(|(other, _)| *other == kind) {
                    Some((_, count)) => *count += 1,
                    None => seen.kinds.push((kind, 1)),
                }
                if seen.count > 1 && seen.examples.len() < MOST_EXAMPLES {
                    seen.examples.push(Example {
                        article,
                        draft: draft.text_of(draft.span_of(unit.draft.clone())).to_owned(),
                        r#final: analysis.r#final.text_of(analysis.r#final.span_of(unit.r#final.clone())).to_owned(),
                    });
                }
            }
            self.units.push(words);
        }
    }

    /// The corrections that recur, those first that a desk head would act on first. What is left alone more often than
    /// not is none.
    pub fn corrections(mut self) -> Vec<Correction> {
        const LEAST_CONSISTENCY: f64 = 0.4;
        self.seen.retain(|_, seen| seen.count > 1);
        let mut keys: Vec<Key> = self.seen.keys().cloned().collect();
        keys.sort_unstable();
        let tallies = count::tallies(&keys, &self.units);
        let counted = keys.into_iter().zip(tallies).filter(|(_, tally)| tally.articles.len() >= LEAST_ARTICLES);
        let mut counted: Vec<(Key, Tally)> = counted.collect();
        for towards in [Towards::Left, Towards::Right, Towards::Left] {
            self.grow(&mut counted, towards);
        }
        counted.retain(|(_, tally)| tally.consistency() >= LEAST_CONSISTENCY);
        let kept = self.without_parts(&counted);
        let kept = counted.into_iter().zip(kept).filter(|(_, kept)| *kept).map(|(counted, _)| counted);
        let mut found: Vec<(Key, Correction)> =
            kept.filter_map(|(key, tally)| Some((key.clone(), self.correction(&key, tally)?))).collect();
        let rank = |key: &Key, correction: &Correction| {
            let content = self.words.has_content(key);
            let cases = (correction.count as f64 * correction.consistency() * 1000.0) as u64;
            (Reverse(content && !is_common(correction.kind)), Reverse(content), Reverse(cases))
        };
        found.sort_by(|(one_key, one), (two_key, two)| {
            let (one_rank, two_rank) = (rank(one_key, one), rank(two_key, two));
            one_rank.cmp(&two_rank).then_with(|| (&one.draft, &one.r#final).cmp(&(&two.draft, &two.r#final)))
        });
        found.into_iter().map(|(_, correction)| correction).collect()
    }

    /// Takes the word beside a correction in, where it nearly always stands there and says better when to correct: `known`
    /// becomes `said` only in `is known to`. A word that is struck needs one anyway.
    fn grow(&mut self, counted: &mut [(Key, Tally)], towards: Towards) {
        const BETTER: f64 = 0.05;
        const SURE: f64 = 0.9;
        let wants = |key: &Key, tally: &Tally| {
            self.words.has_content(key) && !key.exact && (key.r#final.is_empty() || tally.consistency() < SURE)
        };
        let grown: Vec<(usize, Key)> = counted
            .iter()
            .enumerate()
            .filter(|(_, (key, tally))| wants(key, tally))
            .filter_map(|(at, (key, tally))| Some((at, key.with(tally.neighbour(towards)?, towards))))
            .collect();
        let keys: Vec<Key> = grown.iter().map(|(_, key)| key.clone()).collect();
        for ((at, key), tally) in grown.into_iter().zip(count::tallies(&keys, &self.units)) {
            let (before, of_before) = &counted[at];
            let better = before.r#final.is_empty() || tally.consistency() >= of_before.consistency() + BETTER;
            if better && tally.articles.len() >= LEAST_ARTICLES {
                if let Some(seen) = self.seen.remove(before) {
                    self.seen.insert(key.clone(), seen);
                }
                counted[at] = (key, tally);
            }
        }
    }

    fn correction(&self, key: &Key, tally: Tally) -> Option<Correction> {
        let seen = self.seen.get(key)?;
        let kinds = seen.kinds.iter().max_by_key(|(kind, count)| (*count, Reverse(*kind)));
        let [draft, r#final] = tally.written()?;
        Some(Correction {
            draft: self.words.text(draft),
            r#final: self.words.text(r#final),
            kind: kinds.map_or(Kind::WordChoice, |(kind, _)| *kind),
            count: tally.count,
            left_alone: tally.left_alone,
            otherwise: tally.otherwise,
            articles: tally.articles,
            examples: seen.examples.clone(),
        })
    }

    /// Which corrections to keep: of one within another, the longer where it has nearly all the cases of the shorter, else
    /// the shorter.
    fn without_parts(&self, tallies: &[(Key, Tally)]) -> Vec<bool> {
        let mut kept = vec![true; tallies.len()];
        let mut by_word: FxHashMap<u32, Vec<usize>> = FxHashMap::default();
        for (at, (key, _)) in tallies.iter().enumerate() {
            for &word in key.draft.iter().collect::<FxHashSet<_>>() {
                by_word.entry(word).or_default().push(at);
            }
        }
        for (at, (part, tally)) in tallies.iter().enumerate() {
            let Some(longer) = part.draft.first().and_then(|word| by_word.get(word)) else { continue };
            for &other in longer {
                let (whole, of_whole) = &tallies[other];
                if other == at || !part.is_within(whole) {
                    continue;
                }
                if of_whole.count as f64 >= SAME_CASES * tally.count as f64 {
                    kept[at] = false;
                } else if self.words.has_content(part) {
                    kept[other] = false;
                }
            }
        }
        kept
    }
}

/// Kinds that every text has.
fn is_common(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::FunctionWord
            | Kind::Inflection
            | Kind::Punctuation
            | Kind::Typography
            | Kind::Capitalization
            | Kind::Spacing
            | Kind::Pronoun
    )
}
