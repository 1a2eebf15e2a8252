//! What became of the original: its sentences, and its values.

use std::ops::Range;

use crate::article::{Article, Region};
use crate::compare::{self, Unit};
use crate::text::value::matching::{Held, Partner, is_by_place, partners};

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
        let of_draft = |at: usize| unit_of(&aligned.units, at, |unit| &unit.r#final);
        // A sentence of the final is held against what its drafts render: where it was made of several, their units are
        // one, the first of them.
        let mut joined: Vec<usize> = (0..aligned.units.len()).collect();
        for unit in units.iter().filter(|unit| draft.is_some() && unit.draft.len() > 1) {
            let of: Vec<usize> = unit.draft.clone().filter_map(of_draft).map(|unit| joined[unit]).collect();
            let Some(&first) = of.iter().min() else { continue };
            joined.iter_mut().filter(|unit| of.contains(unit)).for_each(|unit| *unit = first);
        }
        let of_final = |at: usize| match draft {
            Some(_) => unit_of(units, at, |unit| &unit.r#final)
                .and_then(|unit| units[unit].draft.clone().find_map(of_draft))
                .map(|unit| joined[unit]),
            None => of_draft(at),
        };
        let source = held(&article, |at| unit_of(&aligned.units, at, |unit| &unit.draft));
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
        degraded.extend(is_by_place(&source_values).then_some("values-by-place"));
        (Source { article, units: aligned.units, draft_values, final_values }, degraded)
    }
}

/// The unit that a sentence belongs to.
fn unit_of(units: &[Unit], sentence: usize, side: impl Fn(&Unit) -> &Range<usize>) -> Option<usize> {
    units.iter().position(|unit| side(unit).contains(&sentence) && !unit.draft.is_empty() && !unit.r#final.is_empty())
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
