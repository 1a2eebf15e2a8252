//! Which sentences of the source and of the final render each other.

use std::ops::Range;

use super::super::Case;
use crate::analysis::Analysis;
use crate::article::Article;
use crate::compare::Unit;
use crate::text::{Span, is_quotation_mark};

/// The unit of every sentence, by index.
#[derive(Default)]
pub(in crate::audit) struct Links {
    /// Of draft and final ([`Analysis::units`]).
    draft: Vec<usize>,
    r#final: Vec<usize>,
    /// Of the source and what was made from it: the draft, or without one the final.
    source: Vec<usize>,
    translated: Vec<usize>,
}

impl Links {
    pub(in crate::audit) fn of(analysis: &Analysis) -> Self {
        let units = &analysis.units;
        let translated = analysis.source.as_ref().map_or(&[][..], |source| &source.units);
        Links {
            draft: by_sentence(units, |unit| &unit.draft),
            r#final: by_sentence(units, |unit| &unit.r#final),
            source: by_sentence(translated, |unit| &unit.draft),
            translated: by_sentence(translated, |unit| &unit.r#final),
        }
    }
}

/// Every sentence of a side stands in one unit.
fn by_sentence(units: &[Unit], side: impl Fn(&Unit) -> &Range<usize>) -> Vec<usize> {
    let mut found = vec![0; units.iter().map(|unit| side(unit).end).max().unwrap_or(0)];
    for (at, unit) in units.iter().enumerate() {
        found[side(unit).clone()].fill(at);
    }
    found
}

/// The unit of draft and final that a sentence of the final stands in.
pub(in crate::audit) fn final_unit(case: Case<'_>, sentence: usize) -> Option<&Unit> {
    case.analysis.units.get(*case.links.r#final.get(sentence)?)
}

/// The unit of the source and what was made from it that a sentence of the source stands in.
pub(in crate::audit) fn source_unit(case: Case<'_>, sentence: usize) -> Option<&Unit> {
    case.analysis.source.as_ref()?.units.get(*case.links.source.get(sentence)?)
}

/// The sentences of the source that a sentence of the final renders, through its draft where there is one; none, where
/// nothing tells.
pub(in crate::audit) fn rendered(case: Case, sentence: usize) -> Vec<usize> {
    let Case { analysis, links, .. } = case;
    let Some(source) = &analysis.source else { return Vec::new() };
    let translated = match analysis.draft {
        Some(_) => counterparts(&analysis.units, &links.r#final, sentence, |unit| &unit.draft),
        None => vec![sentence],
    };
    let of = |sentence| counterparts(&source.units, &links.translated, sentence, |unit| &unit.draft);
    translated.into_iter().flat_map(of).collect()
}

/// The sentences of the source that sentences of what was made from it render, as units.
pub(in crate::audit) fn rendered_units(case: Case<'_>, sentences: Range<usize>) -> impl Iterator<Item = &Unit> {
    let Case { analysis, links, .. } = case;
    let units = analysis.source.as_ref().map_or(&[][..], |source| &source.units);
    sentences.filter_map(|sentence| units.get(*links.translated.get(sentence)?))
}

/// The sentences of the draft that render a sentence of the source, and those of the final that they became. Without a
/// draft there is none of it.
pub(in crate::audit) fn renderings(case: Case, sentence: usize) -> (Vec<usize>, Vec<usize>) {
    let Case { analysis, links, .. } = case;
    let Some(source) = &analysis.source else { return (Vec::new(), Vec::new()) };
    let translated = counterparts(&source.units, &links.source, sentence, |unit| &unit.r#final);
    if analysis.draft.is_none() {
        return (Vec::new(), translated);
    }
    let became = |&sentence: &usize| counterparts(&analysis.units, &links.draft, sentence, |unit| &unit.r#final);
    let edited = translated.iter().flat_map(became).collect();
    (translated, edited)
}

/// The sentences on the other side of the unit of one.
fn counterparts(
    units: &[Unit],
    links: &[usize],
    sentence: usize,
    other: impl Fn(&Unit) -> &Range<usize>,
) -> Vec<usize> {
    let unit = links.get(sentence).and_then(|&at| units.get(at));
    unit.map(|unit| other(unit).clone().collect()).unwrap_or_default()
}

/// Whether a mark of quotation of any sort stands in a part of an article: double marks, single ones that are no
/// apostrophes, and the brackets in which Korean names works.
pub(in crate::audit) fn has_quotation_mark(article: &Article, span: Span) -> bool {
    let mut before = ' ';
    article.text_of(span).chars().any(|c| {
        let opens = !before.is_alphanumeric();
        before = c;
        is_quotation_mark(c) || matches!(c, '‘' | '《' | '〈' | '‹') || (matches!(c, '\'' | '’') && opens)
    })
}
