//! Which sentence came from which, and which words of it changed.
//!
//! [`align`] pairs the sentences of draft and final into [`Unit`]s, [`align_source`] those of source and draft, and
//! [`hunks`] diffs the tokens within a unit. Alignment works on what survives an edit: rare pieces of words, numbers and
//! names count more than common ones, and a sentence's neighbours speak for it.

mod anchors;
mod bag;
mod holders;
mod hunk;
mod moves;
mod pairs;
mod program;
mod source;
mod stretch;
#[cfg(test)]
mod tests;

use std::ops::Range;

use schemars::JsonSchema;
use serde::Serialize;

use crate::article::{Article, Region};
use crate::lexicon::Words;
use crate::text::Vocabulary;

pub use hunk::{Hunk, hunks};
pub use source::align_source;

/// What became of the sentences of a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Op {
    /// One sentence, equal to the letter.
    Keep,
    /// One sentence became another.
    Edit,
    /// One sentence became several.
    Split,
    /// Several sentences became one.
    Merge,
    /// Several sentences became several others.
    Rework,
    /// Sentences of the final without a counterpart.
    Insert,
    /// Sentences of the draft without a counterpart.
    Delete,
}

impl Op {
    /// The name in reports.
    pub fn name(self) -> &'static str {
        match self {
            Op::Keep => "keep",
            Op::Edit => "edit",
            Op::Split => "split",
            Op::Merge => "merge",
            Op::Rework => "rework",
            Op::Insert => "insert",
            Op::Delete => "delete",
        }
    }
}

/// Sentences of the draft and the sentences of the final that came from them. Every sentence of both sides stands in
/// exactly one unit.
#[derive(Debug, Clone, PartialEq)]
pub struct Unit {
    /// Sentences of the draft (for a source: of the source).
    pub draft: Range<usize>,
    /// Sentences of the final (for a source: of the draft).
    pub r#final: Range<usize>,
    /// What became of them.
    pub op: Op,
    /// In the smallest set of units without which both sides are in the same order.
    pub moved: bool,
    /// How alike both sides are, 0 to 1: the share of their pieces of words, weighted by rarity, that they have in common.
    pub similarity: f32,
}

/// The units of two articles, and the shortcuts taken to find them.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Alignment {
    /// In the order of the final; what was deleted stands where it was.
    pub units: Vec<Unit>,
    /// What was not done the exact way, since the texts are too long for it.
    pub degraded: Vec<&'static str>,
}

/// A pair of runs of sentences found to belong together.
#[derive(Debug, Clone, PartialEq)]
struct Link {
    draft: Range<usize>,
    r#final: Range<usize>,
    similarity: f32,
}

impl Link {
    fn mirrored(self) -> Link {
        Link { draft: self.r#final, r#final: self.draft, similarity: self.similarity }
    }
}

/// Aligns the sentences of a draft and its final.
pub fn align(draft: &Article, r#final: &Article, vocabulary: &Vocabulary, function_words: &Words) -> Alignment {
    let mut degraded = Vec::new();
    let ends = anchors::equal_ends(draft, r#final);
    let between = |article: &'_ Article| article.span_of(ends.0..article.sentences.len() - ends.1);
    // Ties are broken alike from both ends: swapping draft and final only mirrors the units.
    let links = if between(draft).of(&draft.text) <= between(r#final).of(&r#final.text) {
        links(draft, r#final, ends, vocabulary, function_words, &mut degraded)
    } else {
        let links = links(r#final, draft, ends, vocabulary, function_words, &mut degraded);
        links.into_iter().map(Link::mirrored).collect()
    };
    let mut units = units(draft, r#final, links);
    moves::mark_moved(draft, r#final, &mut units);
    Alignment { units: in_reading_order(units), degraded }
}

fn links(
    draft: &Article,
    r#final: &Article,
    ends: (usize, usize),
    vocabulary: &Vocabulary,
    function_words: &Words,
    degraded: &mut Vec<&'static str>,
) -> Vec<Link> {
    let anchors = anchors::exact(draft, r#final, ends);
    let bags = bag::Bags::of(draft, r#final, &anchors, vocabulary, function_words, degraded);
    let likely = pairs::likely(&bags);
    let weights = program::Weights::default();
    let mut stretches = anchors::Cuts::new(&bags, &anchors, &likely).stretches(degraded);
    let mut moved: Vec<Link> = Vec::new();
    let mut links = program::align(&stretches, &weights);
    for _ in 0..moves::ROUNDS {
        let found = moves::find(&bags, &likely, &links, &moved);
        if found.is_empty() {
            break;
        }
        moved.extend(found);
        let gone = moves::places(&moved, (draft.sentences.len(), r#final.sentences.len()));
        stretches = stretches.iter().filter_map(|stretch| stretch.without(&gone)).collect();
        links = program::align(&stretches, &weights);
        links.extend_from_slice(&moved);
    }
    links.extend(anchors);
    mend_frame(draft, r#final, &bags, &mut links);
    links.sort_by_key(|link| (link.draft.start, link.r#final.start));
    links
}

/// The frame is nobody's translation: its parts belong to each other, and to a sentence of the body only if they are
/// really alike.
fn mend_frame(draft: &Article, r#final: &Article, bags: &bag::Bags, links: &mut Vec<Link>) {
    const ALIKE: f32 = 0.4;
    links.retain(|link| {
        let framed =
            (link.draft.clone().any(|at| draft.is_frame(at)), link.r#final.clone().any(|at| r#final.is_frame(at)));
        framed.0 == framed.1 || link.similarity >= ALIKE
    });
    for region in [Region::Dateline, Region::Disclosure, Region::Byline] {
        let alone = |article: &Article, taken: &dyn Fn(usize) -> bool| -> Option<usize> {
            let mut found =
                (0..article.sentences.len()).filter(|&at| article.sentences[at].region == region && !taken(at));
            found.next().filter(|_| found.next().is_none())
        };
        let from = alone(draft, &|at| links.iter().any(|link| link.draft.contains(&at)));
        let to = alone(r#final, &|at| links.iter().any(|link| link.r#final.contains(&at)));
        if let (Some(from), Some(to)) = (from, to) {
            let (draft, r#final) = (from..from + 1, to..to + 1);
            let similarity = bags.dice(draft.clone(), r#final.clone()).0;
            links.push(Link { draft, r#final, similarity });
        }
    }
}

/// The units of all sentences: the linked ones, and each other sentence by itself.
fn units(draft: &Article, r#final: &Article, links: Vec<Link>) -> Vec<Unit> {
    let mut seen = (vec![false; draft.sentences.len()], vec![false; r#final.sentences.len()]);
    let mut units: Vec<Unit> = Vec::with_capacity(links.len());
    for Link { draft: from, r#final: to, similarity } in links {
        seen.0[from.clone()].fill(true);
        seen.1[to.clone()].fill(true);
        let op = match (from.len(), to.len()) {
            (1, 1) if draft.sentence(from.start) == r#final.sentence(to.start) => Op::Keep,
            (1, 1) => Op::Edit,
            (1, _) => Op::Split,
            (_, 1) => Op::Merge,
            _ => Op::Rework,
        };
        let similarity = if op == Op::Keep { 1.0 } else { similarity };
        units.push(Unit { draft: from, r#final: to, op, moved: false, similarity });
    }
    let alone = |op, draft, r#final| Unit { draft, r#final, op, moved: false, similarity: 0.0 };
    units.extend((0..seen.0.len()).filter(|&at| !seen.0[at]).map(|at| alone(Op::Delete, at..at + 1, 0..0)));
    units.extend((0..seen.1.len()).filter(|&at| !seen.1[at]).map(|at| alone(Op::Insert, 0..0, at..at + 1)));
    units
}

/// The units of a source and its translation.
fn units_in_order(draft: &Article, r#final: &Article, links: Vec<Link>) -> Vec<Unit> {
    in_reading_order(units(draft, r#final, links))
}

/// The order in which an editor reads: that of the final, with what was deleted behind what stood before it.
fn in_reading_order(units: Vec<Unit>) -> Vec<Unit> {
    let (mut deleted, mut rest): (Vec<Unit>, Vec<Unit>) = units.into_iter().partition(|unit| unit.op == Op::Delete);
    rest.sort_by_key(|unit| unit.r#final.start);
    deleted.sort_by_key(|unit| unit.draft.start);
    let mut deleted = deleted.into_iter().peekable();
    let mut ordered = Vec::with_capacity(rest.len() + deleted.len());
    let (mut draft_end, mut final_end) = (0, 0);
    let mut place = |mut unit: Unit, ordered: &mut Vec<Unit>| {
        match unit.op {
            Op::Insert => unit.draft = draft_end..draft_end,
            Op::Delete => unit.r#final = final_end..final_end,
            _ => {}
        }
        if !unit.moved && unit.op != Op::Insert {
            draft_end = unit.draft.end;
        }
        final_end = final_end.max(unit.r#final.end);
        ordered.push(unit);
    };
    for unit in rest {
        if !unit.moved && unit.op != Op::Insert {
            while let Some(gone) = deleted.next_if(|gone| gone.draft.start < unit.draft.start) {
                place(gone, &mut ordered);
            }
        }
        place(unit, &mut ordered);
    }
    deleted.for_each(|gone| place(gone, &mut ordered));
    ordered
}
