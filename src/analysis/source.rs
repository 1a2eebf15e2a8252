//! What became of the original: its sentences, and its values.

use std::ops::Range;

use crate::article::{Article, Region};
use crate::compare::{self, Unit};
use crate::text::value::matching::{Held, Partner, Rendered, is_by_place, partners, rendered};

/// The original and what became of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Source {
    /// The text, read.
    pub article: Article,
    /// The aligned sentences: `draft` is the source and `final` the draft (without one, the final).
    pub units: Vec<Unit>,
    /// What each value of the draft ([`Article::values`], by index) is to the values of the source.
    pub draft_values: Vec<Partner>,
    /// The same for the final.
    pub final_values: Vec<Partner>,
    /// Whether it has so many values that one of another text was held only against those around its place.
    pub by_place: bool,
    /// What each value of the source ([`Article::values`], by index) became in the draft.
    pub in_draft: Vec<Rendered>,
    /// The same for the final.
    pub in_final: Vec<Rendered>,
}

impl Source {
    /// Aligns a source with the draft, or with the final where there is none, and matches their values. `units` are those
    /// of draft and final. Gives the shortcuts taken, too.
    pub(super) fn new(
        article: Article,
        draft: Option<&Article>,
        r#final: &Article,
        units: &[Unit],
    ) -> (Self, Vec<&'static str>) {
        let aligned = compare::align_source(&article, draft.unwrap_or(r#final));
        let by_draft = linked(&aligned.units, draft.unwrap_or(r#final), |unit| &unit.r#final);
        let by_source = linked(&aligned.units, &article, |unit| &unit.draft);
        let by_final = linked(units, r#final, |unit| &unit.r#final);
        let of_draft = |at: usize| by_draft[at];
        // A sentence of the final is held against what its drafts render: where it was made of several, their units are
        // one, the first of them.
        let mut joined: Vec<usize> = (0..aligned.units.len()).collect();
        for unit in units.iter().filter(|unit| draft.is_some() && unit.draft.len() > 1) {
            let of: Vec<usize> =
                unit.draft.clone().filter_map(of_draft).map(|unit| first_of(&mut joined, unit)).collect();
            let Some(&first) = of.iter().min() else { continue };
            of.into_iter().for_each(|unit| joined[unit] = first);
        }
        // Each points to one before it, which by then points to the first.
        (0..joined.len()).for_each(|unit| joined[unit] = joined[joined[unit]]);
        let of_final = |at: usize| match draft {
            Some(_) => {
                by_final[at].and_then(|unit| units[unit].draft.clone().find_map(of_draft)).map(|unit| joined[unit])
            }
            None => of_draft(at),
        };
        let source = held(&article, |at| by_source[at]);
        let source_values = values(&source);
        let mut joined_values = source_values.clone();
        joined_values.iter_mut().for_each(|held| held.unit = held.unit.map(|unit| joined[unit]));
        let published = r#final.published_on().or(draft.and_then(Article::published_on));
        let match_values = |text: &Article, of: &dyn Fn(usize) -> Option<usize>, source_values: &[Held]| {
            let mut found = vec![Partner::None; text.values.len()];
            let text = held(text, of);
            for ((at, _), partner) in text.iter().zip(partners(source_values, &values(&text), published)) {
                found[*at] = match partner {
                    Partner::Same(index, relation) => Partner::Same(source[index].0, relation),
                    Partner::Contradicts(index, relation) => Partner::Contradicts(source[index].0, relation),
                    Partner::None => Partner::None,
                };
            }
            found
        };
        let draft_values = draft.map(|draft| match_values(draft, &of_draft, &source_values)).unwrap_or_default();
        let final_values = match_values(r#final, &of_final, &joined_values);
        let mut degraded = aligned.degraded;
        let by_place = is_by_place(&source_values);
        degraded.extend(by_place.then_some("values-by-place"));
        let count = article.values.len();
        let (in_draft, in_final) = (rendered(&draft_values, count), rendered(&final_values, count));
        (Source { article, units: aligned.units, draft_values, final_values, by_place, in_draft, in_final }, degraded)
    }
}

/// The unit that each sentence of one side belongs to, where it has a counterpart.
fn linked(units: &[Unit], article: &Article, side: impl Fn(&Unit) -> &Range<usize>) -> Vec<Option<usize>> {
    let mut found = vec![None; article.sentences.len()];
    for (at, unit) in units.iter().enumerate().filter(|(_, unit)| !unit.draft.is_empty() && !unit.r#final.is_empty()) {
        found[side(unit).clone()].fill(Some(at));
    }
    found
}

/// The first of the units that one is joined with. Each points to one before it, or is the first.
fn first_of(joined: &mut [usize], mut unit: usize) -> usize {
    while joined[unit] != unit {
        joined[unit] = joined[joined[unit]];
        unit = joined[unit];
    }
    unit
}

/// The values outside the frame with their index, each with the unit of its sentence.
fn held(article: &Article, unit: impl Fn(usize) -> Option<usize>) -> Vec<(usize, Held)> {
    let mut found = Vec::new();
    for (at, &value) in article.values.iter().enumerate() {
        if let Some(sentence) = article.sentence_at(value.span.start).filter(|&sentence| !article.is_frame(sentence)) {
            let repeats = article.sentences[sentence].region == Region::Headline;
            found.push((at, Held { value, unit: unit(sentence), repeats }));
        }
    }
    found
}

fn values(held: &[(usize, Held)]) -> Vec<Held> {
    held.iter().map(|(_, held)| *held).collect()
}
