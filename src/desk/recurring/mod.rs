//! Corrections that come back: the same words for the same words, in article after article.
//!
//! Words count by their lemma, so that `netizens` and `netizen` are one, and numbers by their place, so that `4.5%` and
//! `31%` are. First every edit is seen ([`seen`]); then each correction that was seen more than once is looked for in all
//! drafts again: put right as part of a longer edit, left alone, or put right in another way ([`count`]). The words that
//! always stand beside it are taken in ([`grow`]), and of what says the same the better is chosen ([`choose`]).

mod choose;
mod count;
mod grow;
mod seen;
mod unit;
mod words;

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::analysis::Analysis;
use crate::kinds::{Edit, Extent, Kind};
use count::Tally;
use unit::{Key, UnitWords};
use words::Words;

/// A correction is one from so many articles on (taxonomy of edits, 7).
const LEAST_ARTICLES: usize = 3;

/// So many examples are shown.
const MOST_EXAMPLES: usize = 3;

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
    articles: usize,
}

/// What may turn out to be a correction that recurs.
#[derive(Debug)]
struct Candidate {
    /// Its forms, the first for all.
    forms: Vec<Key>,
    /// The kinds of its edits, with counts.
    kinds: BTreeMap<Kind, usize>,
    tally: Tally,
}

/// Small for what a desk head would act on first: what every text has, words of grammar alone, cases by consistency.
type Rank = (bool, bool, Reverse<u64>);

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
            self.units.push(self.words.unit(article, analysis, draft, unit, &edits));
        }
    }

    /// The corrections that recur, those first that a desk head would act on first. What is left alone more often than
    /// not is none.
    pub fn corrections(self) -> Vec<Correction> {
        let Recurring { words, units, .. } = &self;
        let seen = seen::seen(units, words);
        let forms: Vec<&[Key]> = seen.iter().map(|seen| &*seen.forms).collect();
        let tallies = count::tallies(&forms, units);
        let mut candidates: Vec<Candidate> = (seen.into_iter().zip(tallies))
            .filter(|(_, tally)| tally.articles().len() >= LEAST_ARTICLES)
            .map(|(seen, tally)| Candidate { forms: seen.forms, kinds: seen.kinds, tally })
            .collect();
        grow::grow(&mut candidates, units, words);
        candidates.retain(|candidate| candidate.is_correction(words));
        let chosen = choose::choose(candidates, words);
        let mut found: Vec<(Rank, Correction)> = chosen
            .into_iter()
            .filter_map(|candidate| Some((candidate.rank(words), self.correction(&candidate)?)))
            .collect();
        found.sort_by(|(one_rank, one), (two_rank, two)| {
            one_rank.cmp(two_rank).then_with(|| (&one.draft, &one.r#final).cmp(&(&two.draft, &two.r#final)))
        });
        found.into_iter().map(|(_, correction)| correction).collect()
    }

    fn correction(&self, candidate: &Candidate) -> Option<Correction> {
        let tally = &candidate.tally;
        let [draft, r#final] = tally.written()?;
        let mut examples: Vec<Example> = Vec::new();
        for case in &tally.cases {
            if examples.len() < MOST_EXAMPLES && examples.last().is_none_or(|last| last.article != case.article) {
                let [draft, r#final] = self.units[case.unit].sentences.clone().map(String::from);
                examples.push(Example { article: case.article, draft, r#final });
            }
        }
        Some(Correction {
            draft: self.words.text(draft),
            r#final: self.words.text(r#final),
            kind: candidate.kind(),
            count: tally.count(),
            left_alone: tally.left_alone,
            otherwise: tally.otherwise,
            articles: tally.articles(),
            examples,
        })
    }
}

impl Candidate {
    /// The kind of most of its edits.
    fn kind(&self) -> Kind {
        let most = self.kinds.iter().max_by_key(|(kind, count)| (**count, Reverse(**kind)));
        most.map_or(Kind::WordChoice, |(kind, _)| *kind)
    }

    /// The words of the drafts in each case, by unit and place.
    fn places(&self) -> impl Iterator<Item = Vec<(usize, usize)>> {
        let length = self.forms[0].draft.len();
        self.tally.cases.iter().map(move |case| (case.start..case.start + length).map(|at| (case.unit, at)).collect())
    }

    /// A single word that is struck, or words that are left alone more often than not, are corrected for a reason beside
    /// them.
    fn is_vague(&self) -> bool {
        const MOST_UNTOUCHED: f64 = 0.6;
        let key = &self.forms[0];
        key.r#final.is_empty() && key.draft.len() == 1 || self.tally.untouched() > MOST_UNTOUCHED
    }

    /// Whether the desk makes it often enough; what every text has must be surer.
    fn is_correction(&self, words: &Words) -> bool {
        let key = &self.forms[0];
        let least = if words.has_content(key) && !is_common(self.kind()) { 0.4 } else { 0.6 };
        self.tally.consistency() >= least
    }

    /// Small for what a desk head would act on first.
    fn rank(&self, words: &Words) -> Rank {
        let content = words.has_content(&self.forms[0]);
        (!content || is_common(self.kind()), !content, Reverse(self.tally.weight()))
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
