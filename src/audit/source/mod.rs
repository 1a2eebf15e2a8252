//! What the source says about the final, as the rules ask it: values, names, and which of two it holds.

mod names;
mod passage;
mod values;

use super::Case;
use crate::article::Article;
use crate::kinds::Edit;
use crate::text::Span;
use crate::text::value::{ImpliedRate, Value};

pub(super) use names::{Misspelt, SourceNames};
pub(super) use passage::{has_quotation_mark, rendered, renderings};
pub(super) use values::{Contradiction, ValueSides, contradictions, fixed};

/// Whether the source settles an edit: it holds exactly one of two values or names that the edit exchanges, and a rule
/// about the source says so where that is the draft's. What the rules about editing would ask is answered then.
#[allow(dead_code, reason = "the rules about editing ask it")]
pub(super) fn settled(case: Case, edit: &Edit) -> bool {
    let (Some(_), Some(draft)) = (&case.analysis.source, &case.analysis.draft) else { return false };
    if edit.draft.is_empty() || edit.r#final.is_empty() {
        return false;
    }
    values_settled(case, edit) || names_settled(case, edit.draft, edit.r#final, draft)
}

fn values_settled(case: Case, edit: &Edit) -> bool {
    let Some(sides) = ValueSides::of(case) else { return false };
    let contradicted = contradictions(case);
    sides.pairs(edit).any(|(from, to)| match (sides.is_held_in_draft(from), sides.is_held_in_final(to)) {
        (false, true) => true,
        (true, false) => contradicted.iter().any(|found| found.r#final == to),
        _ => false,
    })
}

fn names_settled(case: Case, from: Span, to: Span, draft: &Article) -> bool {
    let Some(names) = SourceNames::of(case) else { return false };
    let one = draft.names_near(from).map(|name| draft.text_of(name.span));
    let other = case.analysis.r#final.names_near(to).map(|name| case.analysis.r#final.text_of(name.span));
    one.zip(other).any(|(one, other)| match (names.fit(one), names.fit(other)) {
        (false, true) => true,
        (true, false) => !names.misspelt(other).is_empty(),
        _ => false,
    })
}

/// Whether two amounts can be worth the same at the desk's rates; `None` where it sets none for their currencies.
pub(super) fn is_at_rate(rate: &ImpliedRate, case: Case) -> Option<bool> {
    let set = case.settings.exchange_rates.of(rate.currency, rate.price)?;
    Some(rate.is_within(set.least, set.most))
}

/// A value as the source writes it, and in English figures: `58억3000만 달러 = 5.83 billion dollars`.
pub(super) fn meaning(article: &Article, value: &Value) -> String {
    let (written, meant) = (article.line_of(value.span), value.quantity.to_string());
    if written == meant { written } else { format!("{written} = {meant}") }
}

/// The beginning of a text, for a message.
pub(super) fn shortened(text: &str) -> String {
    const LONGEST: usize = 40;
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", text[..end].trim_end()),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;
    use crate::{Pair, Settings, analyse};

    #[test]
    fn the_source_settles_what_it_holds_one_side_of() {
        let dates = "축제는 5월 24일이다.";
        let people = "노하준 시장이 주민 3만2700명에게 말했다.";
        for (source, draft, edited, expected) in [
            (dates, "The festival is on May 14.", "The festival is on May 24.", true),
            (dates, "The festival is on May 24.", "The festival is on May 14.", true),
            (dates, "The festival is on May 14.", "The festival is on July 31.", false),
            (dates, "The festival is on 24 May.", "The festival is on May 24.", false),
            (people, "Mayor Noh Ha-jin told 32,700 people.", "Mayor Noh Ha-jun told 32,700 people.", true),
            (people, "Mayor Noh Ha-jun told 32,700 people.", "Mayor Noh Ha-jin told 32,700 people.", true),
            // Far from the source's name, so that no rule about the source speaks.
            (people, "Mayor Noh Ha-jun told 32,700 people.", "Mayor Baek Ok-ju told 32,700 people.", false),
            (people, "Mayor Noh Ha-jun told 32,700 people.", "Mayor Roh Hajoon told 32,700 people.", false),
            (people, "Mayor Noh told 32,700 people.", "Mayor Noh told 32,700 villagers.", false),
        ] {
            let settings = Settings::default();
            let analysis = analyse(&Pair::new(draft, edited).with_source(source), &settings);
            let case = Case { analysis: &analysis, settings: &settings, lexicon: &Lexicon::default() };
            assert!(!analysis.edits.is_empty(), "{draft} / {edited}");
            let found = analysis.edits.iter().any(|edit| settled(case, edit));
            assert_eq!(found, expected, "{draft} / {edited}: {:?}", analysis.edits);
        }
        let settings = Settings::default();
        let analysis = analyse(&Pair::new("It is on May 14.", "It is on May 24."), &settings);
        let case = Case { analysis: &analysis, settings: &settings, lexicon: &Lexicon::default() };
        assert!(!settled(case, &analysis.edits[0]), "without a source nothing is settled");
    }
}
