//! The sure corrections in the words of those who are to be told: a translation prompt, a desk's `postedit.toml`.

use std::fmt::Write as _;

use super::Safe;
use crate::desk::recurring::Correction;
use crate::kinds::Kind;

/// Instructions for a translation prompt, each with its evidence.
pub fn prompt(corrections: &[&Correction]) -> String {
    if corrections.is_empty() {
        return "No correction is frequent and consistent enough to be told to a machine yet.\n".to_owned();
    }
    let mut text = String::from("When you translate, follow the desk's usage:\n");
    for correction in corrections {
        let (draft, r#final) = (Safe(&correction.draft), Safe(&correction.r#final));
        let what = if correction.r#final.is_empty() {
            format!("leave out \"{draft}\"")
        } else {
            format!("write \"{}\", not \"{draft}\"", r#final)
        };
        let (count, articles) = (correction.count, correction.articles.len());
        let consistency = 100.0 * correction.consistency();
        // A string takes any text.
        let _ = writeln!(text, "- {what} ({count} cases in {articles} articles, {consistency:.0} % corrected so)");
    }
    text
}

/// The desk's terms as a table for its settings: words for words, in the form that the desk already uses.
pub fn settings(corrections: &[&Correction]) -> String {
    let mut text = String::from(
        "# Terms that the desk corrects nearly every time. Add them to postedit.toml, and `postedit check` sees them.\n[tables.extend.house_style]\n",
    );
    let is_term = |correction: &&&Correction| {
        matches!(correction.kind, Kind::HouseStyle | Kind::WordChoice | Kind::SpellingVariant | Kind::Rewrite)
            && !correction.r#final.is_empty()
            && !correction.draft.contains(['#', '$'])
    };
    let quoted = |text: &str| format!("\"{}\"", Safe(text).to_string().replace('\\', "\\\\").replace('"', "\\\""));
    for correction in corrections.iter().filter(is_term) {
        let (draft, r#final) = (correction.draft.to_lowercase(), &correction.r#final);
        let (count, articles) = (correction.count, correction.articles.len());
        let _ = writeln!(text, "{} = {} # {count} cases, {articles} articles", quoted(&draft), quoted(r#final));
    }
    text
}
