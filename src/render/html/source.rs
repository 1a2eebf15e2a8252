//! The original beside a unit: its sentences, and its values and names with what became of them.

use std::ops::Range;

use maud::{Markup, html};

use super::document::safe;
use super::ties::{End, Tie, pieces};
use crate::analysis::{Analysis, Source};
use crate::article::Article;
use crate::audit::Side;
use crate::compare::Unit;

/// The sentences of the original that a unit renders, and below what became of their values and names.
pub(super) fn original(analysis: &Analysis, source: &Source, unit: &Unit, ties: &[Tie]) -> Markup {
    let sentences: Vec<Range<usize>> = aligned(source, analysis, unit).map(|unit| unit.draft.clone()).collect();
    let spans: Vec<_> = sentences.iter().map(|range| source.article.span_of(range.clone())).collect();
    let own = ties.iter().enumerate().filter(|(_, tie)| spans.iter().any(|span| span.contains(tie.source)));
    let own: Vec<(usize, &Tie)> = own.collect();
    html! {
        @for &span in &spans {
            p lang=(source.article.lang.tag()) data-side="Original" {
                @for (piece, tie) in pieces(span, Side::Source, ties) {
                    @match tie {
                        Some(number) => mark data-tie=(number) { (safe(source.article.text_of(piece))) },
                        None => (safe(source.article.text_of(piece))),
                    }
                }
            }
        }
        @if !own.is_empty() {
            ul .values { @for (number, tie) in own { (became(analysis, source, number, tie)) } }
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

/// A value or name of the original and what it is in draft and final: once where both agree.
fn became(analysis: &Analysis, source: &Source, number: usize, tie: &Tie) -> Markup {
    let words = |article: &Article, end: End| safe(article.text_of(end.span));
    let draft = analysis.draft.as_ref().zip(tie.draft);
    let r#final = tie.r#final.map(|end| (&analysis.r#final, end));
    let agree = r#final.is_some_and(|(_, end)| end.right) && draft.is_none_or(|(_, end)| end.right);
    let ends: Vec<(&str, &Article, End)> = [("draft", draft), ("final", r#final)]
        .into_iter()
        .filter_map(|(side, end)| end.map(|(article, end)| (side, article, end)))
        .collect();
    html! {
        li data-tie=(number) .broken[ends.iter().any(|(.., end)| !end.right)] {
            b { (safe(source.article.text_of(tie.source))) }
            @match r#final {
                Some((article, end)) if agree => { " = " (words(article, end)) }
                _ => {
                    @for (side, article, end) in ends {
                        span .(if end.right { "right" } else { "wrong" }) {
                            (side) " " (words(article, end)) (if end.right { " ✓" } else { " ✗" })
                            span .sr { (if end.right { " agrees with the original" } else { " does not agree with the original" }) }
                        }
                    }
                }
            }
        }
    }
}
