//! One side of a unit with its edits marked: what goes in the draft, what comes in the final.

use maud::{Markup, html};

use super::document::safe;
use super::ties::{Tie, pieces};
use crate::analysis::Analysis;
use crate::audit::Side;
use crate::kinds::{Edit, Extent, Form};
use crate::text::Span;

/// An edit with its number on the page.
pub(super) type Numbered<'a> = (usize, &'a Edit);

/// The text of a span of one side, with the edits that lie in it, and what is tied to the original.
pub(super) fn marked(analysis: &Analysis, side: Side, within: Span, edits: &[Numbered], ties: &[Tie]) -> Markup {
    let text = side.of(analysis).map_or("", |article| article.text.as_str());
    let mut places: Vec<(Span, Numbered)> =
        edits.iter().map(|&(number, edit)| (place(edit, side), (number, edit))).collect();
    places.retain(|(span, (_, edit))| !span.is_empty() && within.contains(*span) && !is_moved_sentence(edit));
    places.sort_by_key(|(span, _)| (span.start, span.end));
    html! {
        @for (span, edit) in cut(within, places) {
            @match edit {
                Some((number, edit)) => (mark(side, &tied(text, span, side, ties), number, edit)),
                None => (tied(text, span, side, ties)),
            }
        }
    }
}

/// Cuts a span at some places in order, each with what it holds; of places that overlap the first is taken.
pub(super) fn cut<T>(within: Span, places: Vec<(Span, T)>) -> Vec<(Span, Option<T>)> {
    let mut pieces = Vec::new();
    let mut at = within.start;
    for (span, held) in places {
        if span.start >= at {
            pieces.push((Span::new(at, span.start), None));
            pieces.push((span, Some(held)));
            at = span.end;
        }
    }
    pieces.push((Span::new(at, within.end), None));
    pieces.retain(|(span, _)| !span.is_empty());
    pieces
}

fn tied(text: &str, within: Span, side: Side, ties: &[Tie]) -> Markup {
    html! {
        @for (span, tie) in pieces(within, side, ties) {
            @match tie {
                Some(number) => span data-tie=(number) { (safe(span.of(text))) },
                None => (safe(span.of(text))),
            }
        }
    }
}

/// A sentence that stands elsewhere is said to be moved; its words are the same.
fn is_moved_sentence(edit: &Edit) -> bool {
    edit.extent == Extent::Sentence && edit.form == Form::Move
}

fn place(edit: &Edit, side: Side) -> Span {
    if side == Side::Draft { edit.draft } else { edit.r#final }
}

fn mark(side: Side, words: &Markup, number: usize, edit: &Edit) -> Markup {
    let inner = html! {
        span .sr { (if side == Side::Draft { "taken out: " } else { "put in: " }) }
        (words)
        span .tip { b { (name(edit)) } @if !edit.reason.is_empty() { ": " (safe(&edit.reason)) } }
    };
    // Dateline, disclosure and byline are the desk's own: no edits of the translation.
    let (impact, kind) = (if edit.frame { "frame" } else { edit.impact.name() }, edit.kind.name());
    let first = (side == Side::Final) != edit.r#final.is_empty();
    let id = first.then(|| format!("e{number}"));
    html! {
        @if side == Side::Draft {
            del .edit id=[id] tabindex="0" data-edit=(number) data-impact=(impact) data-kind=(kind) { (inner) }
        } @else {
            ins .edit id=[id] tabindex="0" data-edit=(number) data-impact=(impact) data-kind=(kind) { (inner) }
        }
    }
}

/// The kind in plain words.
pub(super) fn name(edit: &Edit) -> String {
    edit.kind.name().replace('_', " ")
}
