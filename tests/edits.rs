//! Whole edits of sentences: where each begins and ends, what it is called, and what is said of it.
//!
//! In `tests/edits.txt` a sentence holds what changed as `{draft|final}`, and `¶` ends a paragraph. Indented below it stand
//! the units, if there are several sentences, and the edits. `SNAPSHOTS=overwrite cargo test` writes down what is found
//! now; read the difference before you commit it.

use std::fmt::Write;
use std::ops::Range;

use postedit::compare::Unit;
use postedit::kinds::{Edit, Extent, Form};
use postedit::text::Span;
use postedit::{Analysis, Pair, Settings, Text, analyse};

/// The draft and the final of a sentence.
fn sides(sentence: &str) -> [String; 2] {
    let mut sides = [String::new(), String::new()];
    for (index, piece) in sentence.split(['{', '}']).enumerate() {
        let both = if index % 2 == 1 { piece.split_once('|').expect("a draft and a final") } else { (piece, piece) };
        sides[0].push_str(both.0);
        sides[1].push_str(both.1);
    }
    sides.map(|text| text.replace('¶', "\n\n"))
}

fn unit(unit: &Unit) -> String {
    let numbers = |run: &Range<usize>| run.clone().map(|at| at.to_string()).collect::<Vec<_>>().join("+");
    let moved = if unit.moved { ", moved" } else { "" };
    let (draft, edited) = (numbers(&unit.draft), numbers(&unit.r#final));
    format!("  {} {draft} → {edited} ({:.2} alike{moved})\n", unit.op.name(), unit.similarity)
}

fn edit(edit: &Edit, sides: &[String; 2]) -> String {
    let shown = |text: &str| if text.is_empty() { "∅".to_owned() } else { text.replace('\n', "¶") };
    let (from, to) = (shown(edit.draft.of(&sides[0])), shown(edit.r#final.of(&sides[1])));
    let mut line = format!("  {} {} {}: ", edit.impact.name(), edit.kind.name(), edit.form.name());
    write!(line, "{from} → {to} ({})", edit.reason).unwrap();
    let notes = [(edit.in_quote, "quoted"), (edit.frame, "frame"), (edit.extent == Extent::Sentence, "sentence")];
    notes.iter().filter(|note| note.0).for_each(|note| write!(line, " · {}", note.1).unwrap());
    edit.also.iter().for_each(|kind| write!(line, " · also {}", kind.name()).unwrap());
    line + "\n"
}

/// A hunk holds the tokens in its spans, and an edit within sentences the hunks that touch it.
fn check_hunks(analysis: &Analysis, sentence: &str) {
    let draft = analysis.draft.as_ref().expect("a draft");
    for hunk in &analysis.hunks {
        let sides = [(draft, hunk.draft, &hunk.draft_tokens), (&analysis.r#final, hunk.r#final, &hunk.final_tokens)];
        for (side, span, tokens) in sides {
            let within = (0..side.tokens.len()).filter(|&at| span.contains(side.tokens[at].span));
            assert!(within.eq(tokens.clone()), "{sentence}: {hunk:?}");
        }
    }
    let touch = |one: Span, two: Span| one.start <= two.end && two.start <= one.end;
    for edit in analysis.edits.iter().filter(|edit| edit.form != Form::Move && edit.extent == Extent::Span) {
        let own = (0..analysis.hunks.len()).filter(|&at| {
            let hunk = &analysis.hunks[at];
            edit.units.contains(&hunk.unit) && touch(hunk.draft, edit.draft) && touch(hunk.r#final, edit.r#final)
        });
        assert!(own.eq(edit.hunks.iter().copied()), "{sentence}: {edit:?}");
    }
}

#[test]
fn every_sentence_has_its_edits() {
    let written = std::fs::read_to_string("tests/edits.txt").expect("the sentences");
    let mut found = String::new();
    for sentence in written.lines().filter(|line| !line.starts_with(' ')) {
        let sides = sides(sentence);
        let analysis = analyse(&Pair::new(&*sides[0], &*sides[1]), &Settings::default());
        writeln!(found, "{sentence}").unwrap();
        if analysis.units.len() > 1 || sides.concat().contains(". ") {
            found.extend(analysis.units.iter().map(unit));
        }
        found.extend(analysis.edits.iter().map(|found| edit(found, &sides)));
        check_hunks(&analysis, sentence);
    }
    snapbox::assert_data_eq!(found, snapbox::file!["edits.txt"]);
}

#[test]
fn of_a_very_long_sentence_the_ends_are_kept() {
    let words = |range: Range<usize>| range.map(|at| format!(" w{at}")).collect::<String>();
    let long = |middle: &str| format!("It was{} {middle}{}.", words(0..30_000), words(30_000..50_000));
    let (draft, edited) = (long("old or new"), long("old and very new"));
    let text = |text: &str| Text::from_sentences(&[text]);
    let analysis = analyse(&Pair::new(text(&draft), text(&edited)), &Settings::default());
    let found: Vec<_> = analysis
        .edits
        .iter()
        .map(|edit| (edit.draft.of(&draft), edit.r#final.of(&edited), edit.hunks.clone()))
        .collect();
    assert_eq!(found, [("or", "and very", vec![0])]);
    let hunks: Vec<_> = analysis.hunks.iter().map(|hunk| (hunk.draft.of(&draft), hunk.r#final.of(&edited))).collect();
    assert_eq!(hunks, [("or", "and very")]);
    assert_eq!(analysis.degraded, ["sentence-not-searched", "effort-upper-bound"]);
}

#[test]
fn another_way_to_break_lines_is_no_edit() {
    let text = |text: &str| Text::from_sentences(&[text]);
    for (draft, edited, edits) in [
        ("It rained\nhard in May.", "It rained hard in May.", 0),
        ("It rained hard in May.", "It rained\r\nhard in May.", 0),
        ("It rained  hard in May.", "It rained hard in May.", 1),
    ] {
        let analysis = analyse(&Pair::new(text(draft), text(edited)), &Settings::default());
        assert_eq!(analysis.edits.len(), edits, "{draft:?} and {edited:?}: {:?}", analysis.edits);
    }
}
