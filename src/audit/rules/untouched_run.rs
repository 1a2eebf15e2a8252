use std::ops::Range;

use super::unedited;
use super::{Case, Hit, rule};
use crate::analysis::Analysis;
use crate::article::Article;
use crate::compare::{Op, Unit};

rule! {
    /// Many sentences in a row were left as the machine wrote them, with a value, name or quotation among them.
    ///
    /// What nobody touched, perhaps nobody read. How many is `untouched_run` under `[check.limits]`: six. Where the whole
    /// article was left as it was, `unedited` and `barely-edited` say so.
    ///
    /// Fires: The first two sentences were edited, and the nine below, with all figures, are the draft's.
    ///
    /// Silent: Every fourth sentence was edited.
    UNTOUCHED_RUN = "untouched-run", Info, check
}

fn check(case: Case) -> Vec<Hit> {
    let analysis = case.analysis;
    let least = case.settings.check.limits.untouched_run.max(1);
    if analysis.draft.is_none() || !unedited::is_edited(analysis) {
        return Vec::new();
    }
    let article = &analysis.r#final;
    let runs = untouched_runs(analysis).into_iter().filter(|run| run.sentences >= least);
    runs.filter_map(|run| {
        let held = held(article, run.range.clone())?;
        let message =
            format!("{} sentences in a row are the draft's, {held} among them: were they read?", run.sentences);
        Some(Hit::new(article.span_of(run.range), message))
    })
    .collect()
}

struct Run {
    /// Sentences of the final, with those of the frame among them.
    range: Range<usize>,
    /// How many, those of the frame left out.
    sentences: usize,
}

/// The runs of sentences that stand as they did in the draft, typography aside.
fn untouched_runs(analysis: &Analysis) -> Vec<Run> {
    let mut edited = vec![false; analysis.units.len()];
    for edit in analysis.edits.iter().filter(|edit| !unedited::is_typography(edit, analysis)) {
        edit.units.iter().for_each(|&unit| edited[unit] = true);
    }
    let mut runs = Vec::new();
    let mut run: Option<Run> = None;
    for (unit, edited) in analysis.units.iter().zip(edited) {
        if !unedited::is_translated(analysis, unit) {
            continue;
        }
        if is_untouched(unit, edited) {
            let run = run.get_or_insert(Run { range: unit.r#final.clone(), sentences: 0 });
            run.range.end = unit.r#final.end;
            run.sentences += unit.r#final.len();
        } else {
            runs.extend(run.take());
        }
    }
    runs.extend(run);
    runs
}

fn is_untouched(unit: &Unit, edited: bool) -> bool {
    !unit.moved && (unit.op == Op::Keep || unit.op == Op::Edit && !edited)
}

/// What the sentences hold that should be read against the source.
fn held(article: &Article, sentences: Range<usize>) -> Option<&'static str> {
    let span = article.span_of(sentences.clone());
    if !article.values_of(sentences).is_empty() {
        return Some("values");
    }
    if article.names.iter().any(|name| name.sure && span.contains(name.span)) {
        return Some("names");
    }
    article.quotations.iter().any(|quotation| span.overlaps(*quotation)).then_some("quotations")
}
