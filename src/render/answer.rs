//! The first line of every report on an article: how much was changed, and does it change what the article says?

use crate::analysis::Analysis;
use crate::compare::{Op, Unit};
use crate::kinds::Impact;

/// The answer in parts: what became of the sentences, the edit rate, the edits of the meaning.
pub(super) fn answer(analysis: &Analysis) -> Vec<String> {
    let Some(effort) = &analysis.effort else { return vec!["no draft to compare with".to_owned()] };
    if analysis.translation_edits().next().is_none() {
        return vec![match effort.sentences {
            1 => "not edited: its only sentence stands as the draft has it".to_owned(),
            count => format!("not edited: all {count} sentences stand as the draft has them"),
        }];
    }
    let count =
        |test: fn(&Unit) -> bool| analysis.units.iter().filter(|unit| test(unit) && !is_frame(analysis, unit)).count();
    let edited = effort.sentences - effort.untouched - count(|unit| unit.op == Op::Insert);
    let mut what = vec![format!("{edited} of {} sentences edited", effort.sentences)];
    for (number, verb) in [
        (count(|unit| unit.op == Op::Split), "split"),
        (count(|unit| unit.op == Op::Merge), "merged"),
        (count(|unit| unit.op == Op::Insert), "added"),
        (count(|unit| unit.op == Op::Delete), "dropped"),
        (count(|unit| unit.moved), "moved"),
    ] {
        if number > 0 {
            what.push(format!("{number} {verb}"));
        }
    }
    let mut parts = vec![what.join(", ")];
    parts.extend(effort.ter.map(|ter| edit_rate(ter.edits as f64 / ter.reference_words as f64)));
    let meaning = analysis.translation_edits().filter(|edit| edit.impact == Impact::Meaning).count();
    parts.push(meaning_edits(meaning));
    parts
}

fn is_frame(analysis: &Analysis, unit: &Unit) -> bool {
    let draft = analysis.draft.as_ref();
    unit.draft.clone().all(|at| draft.is_some_and(|draft| draft.is_frame(at)))
        && unit.r#final.clone().all(|at| analysis.r#final.is_frame(at))
}

/// A share of words edited, in words.
pub(super) fn edit_rate(rate: f64) -> String {
    format!("{:.0} % edit rate (HTER)", rate * 100.0)
}

/// A count of edits, in words.
pub(super) fn meaning_edits(count: usize) -> String {
    match count {
        0 => "no edit of the meaning".to_owned(),
        1 => "1 edit of the meaning".to_owned(),
        count => format!("{count} edits of the meaning"),
    }
}
