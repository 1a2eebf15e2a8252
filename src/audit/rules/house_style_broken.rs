use super::{Case, Hit, Side, rule};
use crate::audit::terms::Term;
use crate::text::{Span, plain_words};

rule! {
    /// The draft had the desk's term, and the final has the one that it replaces.
    ///
    /// The editing went against the desk's own table. One of the two should change.
    ///
    /// Fires: "internet users" in the draft became "netizens".
    ///
    /// Silent: The draft had "netizens" already; the words are quoted.
    HOUSE_STYLE_BROKEN = "house-style-broken", Warning, check
}

fn check(case: Case) -> Vec<Hit> {
    let broken = case.terms.iter().filter_map(|term| {
        let draft = draft_of(case, term).filter(|_| is_broken(case, term))?;
        let message = format!("the draft had the desk's \"{}\" for \"{}\"", term.preferred, term.replaced);
        Some(Hit::new(term.span, message).with_evidence(Side::Draft, [draft]))
    });
    broken.collect()
}

/// Whether the sentence had the desk's term in the draft, and lost it to this one.
pub(super) fn is_broken(case: Case, term: &Term) -> bool {
    let (Some(draft), Some(article)) = (draft_of(case, term), case.analysis.draft.as_ref()) else { return false };
    let r#final = &case.analysis.r#final;
    let Some(unit) = unit_of(case, term) else { return false };
    let before = plain(article.text_of(draft));
    let after = plain(r#final.text_of(r#final.span_of(case.analysis.units[unit].r#final.clone())));
    // The preferred term may be part of the other: `to` of `in order to`.
    let kept = after.replace(&format!(" {} ", term.replaced), "  ");
    let count = |text: &str, words: &str| text.matches(&format!(" {words} ")).count();
    // A word of grammar may stand for anything: what follows it must be the same.
    let wanted = match case.lexicon.function_words.contains(term.preferred) {
        true => after.split_once(&format!(" {} ", term.replaced)).and_then(|(_, behind)| {
            let next = behind.split(' ').next()?;
            Some(format!("{} {next}", term.preferred))
        }),
        false => Some(term.preferred.to_owned()),
    };
    !term.preferred.is_empty()
        && count(&after, term.replaced) > count(&before, term.replaced)
        && wanted.is_some_and(|wanted| count(&before, &wanted) > count(&kept, &wanted))
}

/// Words and figures, folded, each between spaces.
fn plain(text: &str) -> String {
    format!(" {} ", plain_words(text))
}

fn unit_of(case: Case, term: &Term) -> Option<usize> {
    let sentence = case.analysis.r#final.sentence_at(term.span.start)?;
    case.analysis.units.iter().position(|unit| unit.r#final.contains(&sentence) && !unit.draft.is_empty())
}

/// What the term's sentence was in the draft.
fn draft_of(case: Case, term: &Term) -> Option<Span> {
    let unit = &case.analysis.units[unit_of(case, term)?];
    Some(case.analysis.draft.as_ref()?.span_of(unit.draft.clone()))
}
