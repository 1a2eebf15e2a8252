//! The original beside a unit: its sentences, and its values with what became of them.

use std::ops::Range;

use maud::{Markup, html};

use super::document::safe;
use crate::analysis::{Analysis, Source};
use crate::article::Article;
use crate::compare::Unit;
use crate::text::Span;
use crate::text::value::matching::Partner;

/// The sentences of the original that a unit renders, values marked, and below what became of each value.
pub(super) fn original(analysis: &Analysis, source: &Source, unit: &Unit) -> Markup {
    let sentences: Vec<Range<usize>> = aligned(source, analysis, unit).map(|unit| unit.draft.clone()).collect();
    let values = || sentences.iter().flat_map(|range| source.article.values_of(range.clone())).map(|value| value.span);
    let spans: Vec<Span> = values().collect();
    html! {
        @for range in &sentences {
            p lang=(source.article.lang.tag()) data-side="Original" { (with_values(&source.article, range.clone(), &spans)) }
        }
        @if !spans.is_empty() {
            ul .values {
                @for span in &spans { (value(analysis, source, *span)) }
            }
        }
    }
}

/// Whether a unit renders a sentence of the original.
pub(super) fn renders(analysis: &Analysis, unit: &Unit, sentence: usize) -> bool {
    analysis
        .source
        .as_ref()
        .is_some_and(|source| aligned(source, analysis, unit).any(|unit| unit.draft.contains(&sentence)))
}

/// The aligned units of the source whose draft (final, where there is no draft) a unit shares.
fn aligned<'a>(source: &'a Source, analysis: &'a Analysis, unit: &'a Unit) -> impl Iterator<Item = &'a Unit> {
    let own = if analysis.draft.is_some() { &unit.draft } else { &unit.r#final };
    let shares = move |other: &&Unit| other.r#final.start < own.end && own.start < other.r#final.end;
    source.units.iter().filter(shares).filter(|other| !other.draft.is_empty())
}

fn with_values(article: &Article, sentences: Range<usize>, values: &[Span]) -> Markup {
    let whole = article.span_of(sentences);
    let mut pieces = Vec::new();
    let mut at = whole.start;
    for &value in values.iter().filter(|value| whole.contains(**value)) {
        pieces.push((Span::new(at, value.start), false));
        pieces.push((value, true));
        at = value.end;
    }
    pieces.push((Span::new(at, whole.end), false));
    html! {
        @for (span, is_value) in pieces {
            @if is_value { mark { (safe(article.text_of(span))) } } @else { (safe(article.text_of(span))) }
        }
    }
}

/// A value of the original and what it is in draft and final.
fn value(analysis: &Analysis, source: &Source, span: Span) -> Markup {
    let index = source.article.values.iter().position(|value| value.span == span).unwrap_or_default();
    let became = |partners: &[Partner], article: &Article| {
        let found = partners.iter().enumerate().find_map(|(at, partner)| match *partner {
            Partner::Same(of, _) if of == index => Some((at, true)),
            Partner::Contradicts(of, _) if of == index => Some((at, false)),
            _ => None,
        });
        found.map(|(at, right)| (safe(article.text_of(article.values[at].span)), right))
    };
    let draft = analysis.draft.as_ref().and_then(|draft| became(&source.draft_values, draft));
    let r#final = became(&source.final_values, &analysis.r#final);
    html! {
        li {
            b { (safe(source.article.text_of(span))) }
            @match (&draft, &r#final) {
                (Some((_, true)) | None, Some((words, true))) => { " = " (words) }
                _ => {
                    @for (side, found) in [("draft", &draft), ("final", &r#final)] {
                        @if let Some((words, right)) = found {
                            span .(if *right { "right" } else { "wrong" }) { (side) " " (words) (if *right { " ✓" } else { " ✗" }) }
                            span .sr { (if *right { " agrees with the original" } else { " contradicts the original" }) }
                        }
                    }
                }
            }
        }
    }
}
