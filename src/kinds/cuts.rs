//! Changes that an editor sees as several although no word between them stayed.

use std::ops::Range;

use super::Context;
use super::change::Change;
use super::window::is_other_form;
use crate::article::Article;
use crate::text::Id;
use crate::text::word::is_auxiliary;

/// Cuts a change at the comma that both sides have inside, if each has just one.
pub(super) fn cut_at_commas(changes: Vec<Change>, context: &Context) -> Vec<Change> {
    let mut cut = Vec::with_capacity(changes.len());
    for change in changes {
        let commas =
            (only_comma(context.draft, &change.draft_tokens), only_comma(context.r#final, &change.final_tokens));
        let ((Some(one), Some(two)), None) = (commas, change.given) else {
            cut.push(change);
            continue;
        };
        let (draft, r#final, unit) = (change.draft_tokens, change.final_tokens, change.units[0]);
        let parts = [(draft.start..one, r#final.start..two), (one + 1..draft.end, two + 1..r#final.end)];
        let parts = parts.into_iter().map(|part| Change::of_tokens(unit, part.0, part.1, context));
        cut.extend(parts.filter_map(|part| trimmed(&part, context)));
    }
    cut
}

fn only_comma(side: &Article, range: &Range<usize>) -> Option<usize> {
    let mut commas = range.clone().filter(|&at| side.text_of(side.tokens[at].span) == ",");
    commas.next().filter(|_| commas.next().is_none())
}

/// Gives the preposition before a date to the date: `last year` became `in 2024`.
pub(super) fn give_prepositions(changes: &mut Vec<Change>, context: &Context) {
    give(changes, context, |gap, date| {
        let dates = is_date(context.draft, date.draft) && is_date(context.r#final, date.r#final);
        let lead = |side: &Article, range: &Range<usize>| {
            usize::from(range.end > range.start && is_preposition(side, range.end - 1))
        };
        if dates { (lead(context.draft, &gap.draft_tokens), lead(context.r#final, &gap.final_tokens)) } else { (0, 0) }
    });
}

/// Gives the auxiliaries before another form of a verb to the verb: `the bloc did not agree` became `the camp agreed`.
pub(super) fn give_auxiliaries(changes: &mut Vec<Change>, context: &Context) {
    give(changes, context, |gap, verb| {
        let lead = |side: &Article, range: &Range<usize>| {
            let form = |at: usize| context.vocabulary.form(side.tokens[at].folded);
            range.clone().rev().take_while(|&at| is_auxiliary(form(at)) || form(at) == "not").count()
        };
        let own = gap.given.is_none() && is_other_form(verb, context);
        let given = (lead(context.draft, &gap.draft_tokens), lead(context.r#final, &gap.final_tokens));
        // Auxiliaries on both sides may be what changed.
        if own && (given.0 == 0) != (given.1 == 0) { given } else { (0, 0) }
    });
}

/// Moves as many tokens as `lead` says from the end of a change to the touching one behind it.
fn give(changes: &mut Vec<Change>, context: &Context, lead: impl Fn(&Change, &Change) -> (usize, usize)) {
    for at in 1..changes.len() {
        let (gap, taker) = (&changes[at - 1], &changes[at]);
        let touching =
            gap.draft_tokens.end == taker.draft_tokens.start && gap.final_tokens.end == taker.final_tokens.start;
        let given = if touching { lead(gap, taker) } else { (0, 0) };
        if given == (0, 0) {
            continue;
        }
        let unit = gap.units[0];
        let (draft, r#final) = (gap.draft_tokens.end - given.0, gap.final_tokens.end - given.1);
        let rest = (gap.draft_tokens.start..draft, gap.final_tokens.start..r#final);
        changes[at] = Change::of_tokens(unit, draft..taker.draft_tokens.end, r#final..taker.final_tokens.end, context);
        changes[at - 1] = Change::of_tokens(unit, rest.0, rest.1, context);
    }
    changes.retain(|change| !change.draft_tokens.is_empty() || !change.final_tokens.is_empty());
}

pub(super) fn is_date(side: &Article, span: crate::text::Span) -> bool {
    use crate::text::value::Quantity;
    !span.is_empty()
        && side
            .values_in(span)
            .iter()
            .any(|value| !matches!(value.quantity, Quantity::Amount(_) | Quantity::Score(..) | Quantity::Vague(_)))
}

fn is_preposition(side: &Article, token: usize) -> bool {
    let word = side.text_of(side.tokens[token].span).to_lowercase();
    matches!(
        &*word,
        "in" | "on"
            | "at"
            | "by"
            | "from"
            | "since"
            | "until"
            | "till"
            | "through"
            | "during"
            | "for"
            | "before"
            | "after"
            | "around"
    )
}

/// Cuts a bracket that came in or went beside other words from them: `until` became `by`, and `($2 billion)` came in.
pub(super) fn cut_brackets(changes: Vec<Change>, context: &Context) -> Vec<Change> {
    let mut cut = Vec::with_capacity(changes.len());
    for change in changes {
        let (draft, r#final) = (change.draft_tokens.clone(), change.final_tokens.clone());
        let parts = match (bracket(context.draft, &draft), bracket(context.r#final, &r#final)) {
            (None, Some((inside, rest))) if change.given.is_none() && (!rest.is_empty() || !draft.is_empty()) => {
                [(draft.start..draft.start, inside), (draft, rest)]
            }
            (Some((inside, rest)), None) if change.given.is_none() && (!rest.is_empty() || !r#final.is_empty()) => {
                [(inside, r#final.start..r#final.start), (rest, r#final)]
            }
            _ => {
                cut.push(change);
                continue;
            }
        };
        let [bracket, rest] = parts;
        // The place of the side without a bracket is before or behind its words, as the bracket was.
        let leads = bracket.0.start < rest.0.start || bracket.1.start < rest.1.start;
        let place = |own: Range<usize>, other: &Range<usize>| match own.is_empty() {
            true if leads => other.start..other.start,
            true => other.end..other.end,
            false => own,
        };
        let bracket = (place(bracket.0, &rest.0), place(bracket.1, &rest.1));
        let unit = change.units[0];
        let bracket = Change::of_tokens(unit, bracket.0, bracket.1, context);
        let rest = trimmed(&Change::of_tokens(unit, rest.0, rest.1, context), context);
        cut.extend(if leads { [Some(bracket), rest] } else { [rest, Some(bracket)] }.into_iter().flatten());
    }
    cut
}

/// A change without the tokens at its ends that are equal to the letter; `None` where nothing is left.
pub(super) fn trimmed(change: &Change, context: &Context) -> Option<Change> {
    let exact = |side: &Article, range: &Range<usize>| -> Vec<Id> {
        side.tokens[range.clone()].iter().map(|token| token.exact).collect()
    };
    let (draft, r#final) = (change.draft_tokens.clone(), change.final_tokens.clone());
    let (one, two) = (exact(context.draft, &draft), exact(context.r#final, &r#final));
    let head = one.iter().zip(&two).take_while(|(one, two)| one == two).count();
    let (one, two) = (&one[head..], &two[head..]);
    let tail = one.iter().rev().zip(two.iter().rev()).take_while(|(one, two)| one == two).count();
    let (draft, r#final) = (draft.start + head..draft.end - tail, r#final.start + head..r#final.end - tail);
    (!draft.is_empty() || !r#final.is_empty()).then(|| Change::of_tokens(change.units[0], draft, r#final, context))
}

/// A bracket at the beginning or the end of some tokens, and the tokens beside it.
fn bracket(side: &Article, range: &Range<usize>) -> Option<(Range<usize>, Range<usize>)> {
    let is = |at: usize, mark: &str| side.text_of(side.tokens[at].span) == mark;
    let opened = range.clone().find(|&at| is(at, "("))?;
    let closed = (opened..range.end).find(|&at| is(at, ")"))? + 1;
    // The address of a link belongs to the link.
    if opened > range.start && is(opened - 1, "]") {
        return None;
    }
    let alone = range.clone().filter(|&at| is(at, "(") || is(at, ")")).count() == 2;
    match (opened == range.start, closed == range.end) {
        (true, false) if alone => Some((opened..closed, closed..range.end)),
        (false, true) if alone => Some((opened..closed, range.start..opened)),
        (true, true) if alone => Some((opened..closed, closed..closed)),
        _ => None,
    }
}
