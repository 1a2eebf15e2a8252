//! Values and names of the original, each with what it is in draft and final.

use super::marked::cut;
use crate::analysis::{Analysis, Source};
use crate::article::Article;
use crate::audit::{Finding, Side};
use crate::lexicon::Lexicon;
use crate::settings::Level;
use crate::text::Span;
use crate::text::name::{fits, nearly_fits};
use crate::text::value::matching::Rendered;

/// A value or a name of the original and its likes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Tie {
    /// Where the original has it.
    pub(super) source: Span,
    pub(super) draft: Option<End>,
    pub(super) r#final: Option<End>,
}

/// What a version has for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct End {
    pub(super) span: Span,
    /// It agrees with the original.
    pub(super) right: bool,
}

impl Tie {
    /// Where a side has it.
    pub(super) fn on(&self, side: Side) -> Option<Span> {
        match side {
            Side::Source => Some(self.source),
            Side::Draft => self.draft.map(|end| end.span),
            Side::Final => self.r#final.map(|end| end.span),
        }
    }
}

/// All ties of an article, in the order of the original; none where draft and final have nothing like it.
pub(super) fn ties(analysis: &Analysis, findings: &[Finding]) -> Vec<Tie> {
    let Some(source) = &analysis.source else { return Vec::new() };
    let mut ties = values(analysis, source);
    if source.article.lang.primary() == "ko" {
        ties.extend(names(analysis, source, findings));
    }
    ties.retain(|tie| tie.draft.is_some() || tie.r#final.is_some());
    ties.sort_by_key(|tie| (tie.source.start, tie.source.end));
    // A name and a value, or two readings of a name, may share letters: the first is shown.
    let mut end = 0;
    ties.retain(|tie| {
        let free = tie.source.start >= end;
        end = if free { tie.source.end } else { end };
        free
    });
    ties
}

fn values(analysis: &Analysis, source: &Source) -> Vec<Tie> {
    let end = |value: Rendered, article: &Article| {
        let at = value.first()?;
        Some(End { span: article.values[at].span, right: value.same == Some(at) })
    };
    let values = source.article.values.iter().enumerate();
    values
        .map(|(at, value)| Tie {
            source: value.span,
            draft: analysis.draft.as_ref().and_then(|draft| end(source.in_draft[at], draft)),
            r#final: end(source.in_final[at], &analysis.r#final),
        })
        .collect()
}

/// Names in Hangul with the Latin spelling that fits, else the one that nearly does.
fn names(analysis: &Analysis, source: &Source, findings: &[Finding]) -> Vec<Tie> {
    let words = Lexicon::default().names;
    let faulty = |side: Side, span: Span| {
        let same = |finding: &&Finding| finding.place.side == side && finding.place.span.overlaps(span);
        findings.iter().filter(same).any(|finding| finding.level >= Level::Warning && finding.rule.contains("name"))
    };
    let end = |side: Side, hangul: &str| {
        let article = side.of(analysis)?;
        let latin = |fit: &dyn Fn(&str) -> bool| {
            let mut spans = article.names.iter().map(|name| name.span);
            spans.find(|span| article.text_of(*span).contains(' ') && fit(article.text_of(*span)))
        };
        let span = latin(&|latin| fits(latin, hangul, &words))
            .or_else(|| latin(&|latin| nearly_fits(latin, hangul, &words).is_some()))?;
        let right = fits(article.text_of(span), hangul, &words) && !faulty(side, span);
        Some(End { span, right })
    };
    let names = source.article.names.iter().map(|name| name.span);
    names
        .map(|span| {
            let hangul = source.article.text_of(span);
            Tie { source: span, draft: end(Side::Draft, hangul), r#final: end(Side::Final, hangul) }
        })
        .collect()
}

/// Text in pieces, each with the number of the tie that it belongs to.
pub(super) fn pieces(within: Span, side: Side, ties: &[Tie]) -> Vec<(Span, Option<usize>)> {
    let mut places: Vec<(Span, usize)> = ties
        .iter()
        .enumerate()
        .filter_map(|(number, tie)| {
            let span = tie.on(side)?;
            let (start, end) = (span.start.max(within.start), span.end.min(within.end));
            (start < end).then(|| (Span::new(start, end), number))
        })
        .collect();
    places.sort_by_key(|(span, _)| span.start);
    cut(within, places)
}
