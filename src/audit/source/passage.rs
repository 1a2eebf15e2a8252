//! Which sentences of the source and of the final render each other.

use std::ops::Range;

use crate::analysis::Analysis;
use crate::article::Article;
use crate::compare::Unit;
use crate::text::{Span, is_quotation_mark};

/// The sentences of the source that a sentence of the final renders, through its draft where there is one; none, where
/// nothing tells.
pub(in crate::audit) fn rendered(analysis: &Analysis, sentence: usize) -> Vec<usize> {
    let Some(source) = &analysis.source else { return Vec::new() };
    let translated = match analysis.draft {
        Some(_) => counterparts(&analysis.units, sentence, |unit| (&unit.r#final, &unit.draft)),
        None => vec![sentence],
    };
    let of = |sentence| counterparts(&source.units, sentence, |unit| (&unit.r#final, &unit.draft));
    translated.into_iter().flat_map(of).collect()
}

/// The sentences of the draft that render a sentence of the source, and those of the final that they became. Without a
/// draft there is none of it.
pub(in crate::audit) fn renderings(analysis: &Analysis, sentence: usize) -> (Vec<usize>, Vec<usize>) {
    let Some(source) = &analysis.source else { return (Vec::new(), Vec::new()) };
    let translated = counterparts(&source.units, sentence, |unit| (&unit.draft, &unit.r#final));
    if analysis.draft.is_none() {
        return (Vec::new(), translated);
    }
    let became = |&sentence: &usize| counterparts(&analysis.units, sentence, |unit| (&unit.draft, &unit.r#final));
    let edited = translated.iter().flat_map(became).collect();
    (translated, edited)
}

/// The sentences in the same unit on the other side.
fn counterparts(
    units: &[Unit],
    sentence: usize,
    sides: impl Fn(&Unit) -> (&Range<usize>, &Range<usize>),
) -> Vec<usize> {
    let unit = units.iter().map(sides).find(|(own, _)| own.contains(&sentence));
    unit.map(|(_, other)| other.clone().collect()).unwrap_or_default()
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
