//! Direct speech turned into reported speech, or back: one edit, however many words stayed.

use std::collections::BTreeSet;
use std::ops::Range;

use super::Context;
use super::change::Change;
use super::window;
use crate::article::Article;
use crate::compare::{Op, Unit};
use crate::text::is_quotation_mark;
use crate::text::word::lemma;

/// Joins the changes of a sentence that is a quotation on one side and reports it on the other.
pub(super) fn join(changes: Vec<Change>, index: usize, unit: &Unit, context: &Context) -> Vec<Change> {
    let turned = changes.len() > 1
        && unit.op == Op::Edit
        && (is_reported(context.draft, unit.draft.clone(), context.r#final, unit.r#final.clone(), context)
            || is_reported(context.r#final, unit.r#final.clone(), context.draft, unit.draft.clone(), context));
    let (Some(first), Some(last), true) = (changes.first(), changes.last(), turned) else { return changes };
    let joined = window::join(first, last, context);
    let whole = Change::whole(index, unit, context);
    // With all words of the sentence goes its full stop.
    let is_all =
        |joined: &Range<usize>, whole: &Range<usize>| joined.start == whole.start && joined.end + 1 >= whole.end;
    let all = is_all(&joined.draft_tokens, &whole.draft_tokens) && is_all(&joined.final_tokens, &whole.final_tokens);
    vec![if all { whole } else { joined }]
}

/// Whether most of a sentence stands in quotation marks, and another without any says the same of somebody.
fn is_reported(direct: &Article, one: Range<usize>, indirect: &Article, two: Range<usize>, context: &Context) -> bool {
    const LEAST_SURVIVING: f32 = 0.5;
    let (one_span, two_span) = (direct.span_of(one.clone()), indirect.span_of(two.clone()));
    if !direct.text_of(one_span).contains(is_quotation_mark) || indirect.text_of(two_span).contains(is_quotation_mark) {
        return false;
    }
    let words = |article: &Article, sentences: Range<usize>, quoted: bool| -> Vec<String> {
        let tokens = article.tokens[article.token_range(sentences)].iter();
        let wanted = tokens.filter(|token| token.is_word() && (!quoted || article.is_quoted(token.span)));
        wanted.map(|token| context.vocabulary.form(token.folded).to_owned()).collect()
    };
    let content = |words: &[String]| -> BTreeSet<String> {
        let news = words.iter().filter(|word| !context.lexicon.function_words.contains(word));
        news.map(|word| lemma(word).into_owned()).collect()
    };
    let (all, quoted, told) =
        (words(direct, one.clone(), false), words(direct, one, true), words(indirect, two, false));
    let kinds = &context.lexicon.kinds;
    let reports = |words: &[String]| {
        words.iter().any(|word| kinds.reporting_neutral.contains(word) || kinds.reporting_loaded.contains(word))
    };
    let (said, kept) = (content(&quoted), content(&told));
    let surviving = said.intersection(&kept).count() as f32;
    quoted.len() * 2 >= all.len()
        && reports(&told)
        && !said.is_empty()
        && surviving >= LEAST_SURVIVING * said.len() as f32
}
