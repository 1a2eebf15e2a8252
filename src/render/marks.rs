//! A unit with an editor's marks in it: `[-taken out-]{+put in+}`.

use super::layout::{Paragraph, Style};
use crate::analysis::Analysis;
use crate::article::Article;
use crate::compare::Op;
use crate::kinds::{Edit, Extent, Form};
use crate::text::Span;

/// One mark: what goes and what comes, at a place of the final.
struct Mark {
    at: usize,
    gone: Span,
    new: Span,
}

/// A unit's text with its edits marked, as far as the reader wants to see them.
pub(super) fn marked(analysis: &Analysis, draft: &Article, index: usize, edits: &[&Edit]) -> Paragraph {
    let unit = &analysis.units[index];
    let mut paragraph = Paragraph::default();
    match unit.op {
        Op::Insert => {
            whole(&mut paragraph, "", analysis.r#final.span_of(unit.r#final.clone()).of(&analysis.r#final.text))
        }
        Op::Delete => whole(&mut paragraph, draft.span_of(unit.draft.clone()).of(&draft.text), ""),
        _ => {
            let spans = (draft.span_of(unit.draft.clone()), analysis.r#final.span_of(unit.r#final.clone()));
            inside(&mut paragraph, analysis, draft, spans.1, marks(analysis, edits, spans.0, spans.1));
        }
    }
    paragraph
}

fn whole(paragraph: &mut Paragraph, gone: &str, new: &str) {
    let mark = |paragraph: &mut Paragraph, open: &str, text: &str, close: &str, style| {
        if !text.is_empty() {
            paragraph.push(open, style);
            paragraph.push(text, style);
            paragraph.push(close, style);
        }
    };
    mark(paragraph, "[-", gone, "-]", Style::Deleted);
    mark(paragraph, "{+", new, "+}", Style::Inserted);
}

fn inside(paragraph: &mut Paragraph, analysis: &Analysis, draft: &Article, all: Span, marks: Vec<Mark>) {
    let text = &analysis.r#final.text;
    let mut at = all.start;
    for mark in marks {
        let until = mark.at.max(at);
        paragraph.push(&text[at..until], Style::Plain);
        let gone = mark.gone.of(&draft.text);
        let alone = mark.new.is_empty() && !gone.is_empty();
        let blank = |c: Option<char>| c.is_some_and(char::is_whitespace);
        if !gone.is_empty() && !paragraph.ends_in_blank() && blank(draft.text[..mark.gone.start].chars().next_back()) {
            paragraph.push(" ", Style::Plain);
        }
        whole(paragraph, gone, mark.new.of(text));
        at = until.max(mark.new.end);
        // What was taken out took its blank with it.
        if alone && text[at..all.end].starts_with(char::is_alphanumeric) {
            paragraph.push(" ", Style::Plain);
        }
    }
    paragraph.push(&text[at..all.end.max(at)], Style::Plain);
}

/// The marks of a unit in the order of its final text. A move has two: where it was and where it is.
fn marks(analysis: &Analysis, edits: &[&Edit], draft: Span, r#final: Span) -> Vec<Mark> {
    let mut marks = Vec::new();
    for edit in edits.iter().filter(|edit| edit.extent == Extent::Span || edit.form != Form::Move) {
        if edit.form != Form::Move {
            marks.push(Mark { at: edit.r#final.start, gone: edit.draft, new: edit.r#final });
            continue;
        }
        if draft.contains(edit.draft) {
            marks.push(Mark { at: place_of(analysis, edit, draft, r#final), gone: edit.draft, new: Span::at(0) });
        }
        if r#final.contains(edit.r#final) {
            marks.push(Mark { at: edit.r#final.start, gone: Span::at(0), new: edit.r#final });
        }
    }
    marks.sort_by_key(|mark| (mark.at, mark.new.is_empty()));
    let mut end = r#final.start;
    for mark in &mut marks {
        // What stands inside another mark is shown behind it.
        if mark.at < end {
            mark.at = end;
            mark.new = Span::new(mark.new.start.max(end).min(mark.new.end.max(end)), mark.new.end.max(end));
        }
        if mark.new.is_empty() {
            mark.new = Span::at(mark.at);
        }
        end = end.max(mark.new.end);
    }
    marks
}

/// Where in the final the draft's side of a move would stand.
fn place_of(analysis: &Analysis, edit: &Edit, draft: Span, r#final: Span) -> usize {
    let hunks = edit.hunks.iter().map(|&hunk| &analysis.hunks[hunk]);
    let meets = |hunk: &&crate::compare::Hunk| hunk.draft.overlaps(edit.draft) && draft.contains(hunk.draft);
    hunks.filter(meets).map(|hunk| hunk.r#final.start).next().unwrap_or(r#final.start)
}
