use super::unedited::{self, LEAST_SENTENCES};
use super::{Case, Hit, rule};
use crate::kinds::{Edit, Impact};
use crate::text::Span;

rule! {
    /// The article differs from the draft by mechanical edits alone, or by next to nothing.
    ///
    /// An editor may have looked at marks and spaces and not at what the article says. The least edit rate (TER) is
    /// `barely_edited` under `[check.limits]`: 0.05, five edits in a hundred words. Articles below three sentences are left
    /// out.
    ///
    /// Fires: Two commas were put in, and quotation marks made curly.
    ///
    /// Silent: One sentence in five was written anew.
    BARELY_EDITED = "barely-edited", Info, check
}

fn check(case: Case) -> Vec<Hit> {
    let analysis = case.analysis;
    let Some(effort) = &analysis.effort else { return Vec::new() };
    let Some(ter) = effort.ter else { return Vec::new() };
    if effort.sentences < LEAST_SENTENCES || unedited::claim_is_false(case).is_some() {
        return Vec::new();
    }
    let mechanical = |edit: &Edit| edit.impact == Impact::Mechanical;
    let message = if !unedited::is_edited(analysis) {
        "no word of the draft was edited".to_owned()
    } else if analysis.translation_edits().all(mechanical) {
        "only spelling, marks and spaces were edited".to_owned()
    } else {
        let rate = ter.edits as f64 / ter.reference_words.max(1) as f64;
        if rate >= case.settings.check.limits.barely_edited {
            return Vec::new();
        }
        format!(
            "{} of {} words were edited: an edit rate of {rate:.2}, below the desk's {}",
            ter.edits, ter.reference_words, case.settings.check.limits.barely_edited
        )
    };
    vec![Hit::new(unedited::claim(case).unwrap_or(Span::at(0)), message)]
}
