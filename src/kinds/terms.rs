//! Two ways to write one thing, and markup, at an end of a longer run: cut from the words beside them.

use std::ops::Range;

use super::change::Change;
use super::cuts::trimmed;
use super::{Context, ends, rules};
use crate::article::Article;
use crate::compare::Op;

/// Token ranges of the draft and of the final.
pub(super) type Sides = (Range<usize>, Range<usize>);

/// Cuts the terms of the desk's table, initials and markup at the ends of a run from the rest of it.
pub(super) fn cut(changes: Vec<Change>, context: &Context) -> Vec<Change> {
    let mut cut = Vec::with_capacity(changes.len());
    for change in changes {
        cut_ends(change, context, &mut cut);
    }
    cut
}

fn cut_ends(change: Change, context: &Context, cut: &mut Vec<Change>) {
    if let Some([one, two]) = around_kept(&change, context) {
        cut_ends(one, context, cut);
        cut_ends(two, context, cut);
        return;
    }
    let sides = (change.draft_tokens.clone(), change.final_tokens.clone());
    let long = !sides.0.is_empty() && !sides.1.is_empty() && sides.0.len() + sides.1.len() > 2;
    let open = long && change.given.is_none();
    let end = if open { end_of(&change, &sides, context) } else { None };
    let Some((end, rest)) = end else {
        cut.push(change);
        return;
    };
    let leads = end.0.start < rest.0.start || end.1.start < rest.1.start;
    let part = |sides: Sides| Change::of_tokens(change.units[0], sides.0, sides.1, context);
    let (end, rest) = (part(end), trimmed(&part(behind_opening(rest, &sides, context)), context));
    if leads {
        cut.push(end);
        rest.into_iter().for_each(|rest| cut_ends(rest, context, cut));
    } else {
        rest.into_iter().for_each(|rest| cut_ends(rest, context, cut));
        cut.push(end);
    }
}

/// What is left, without a first word that differs in the capital of the sentence's beginning alone.
fn behind_opening(rest: Sides, whole: &Sides, context: &Context) -> Sides {
    let opens = rest.0.start > whole.0.start && context.r#final.is_initial(rest.1.start)
        || rest.1.start > whole.1.start && context.draft.is_initial(rest.0.start);
    let first = |side: &Article, range: &Range<usize>| (!range.is_empty()).then(|| side.tokens[range.start].folded);
    let (one, two) = (first(context.draft, &rest.0), first(context.r#final, &rest.1));
    match opens && one.is_some() && one == two {
        true => (rest.0.start + 1..rest.0.end, rest.1.start + 1..rest.1.end),
        false => rest,
    }
}

/// One word that was exchanged before or behind a word that both sides have, and what changed on its other side: `tow the
/// ship` and `pull the ferry`.
fn around_kept(change: &Change, context: &Context) -> Option<[Change; 2]> {
    /// In a longer run, one word that stayed is chance.
    const LONGEST: usize = 5;
    let (draft, r#final) = (&change.draft_tokens, &change.final_tokens);
    if change.given.is_some() || draft.len().max(r#final.len()) > LONGEST || draft.len().min(r#final.len()) < 2 {
        return None;
    }
    let kept = |one: usize, two: usize| {
        let (one, two) = (&context.draft.tokens[one], &context.r#final.tokens[two]);
        let word = context.vocabulary.form(one.folded);
        // `must not` and `does not need to` are one.
        let denies = context.lexicon.kinds.negation.contains(word);
        one.is_word() && one.folded == two.folded && !context.is_content(one) && !denies
    };
    let values =
        !context.draft.values_in(change.draft).is_empty() || !context.r#final.values_in(change.r#final).is_empty();
    if values {
        return None;
    }
    let (one, two) = [(draft.start + 1, r#final.start + 1), (draft.end - 2, r#final.end - 2)]
        .into_iter()
        .find(|&(one, two)| kept(one, two))?;
    let part = |one, two| Change::of_tokens(change.units[0], one, two, context);
    let parts = [part(draft.start..one, r#final.start..two), part(one + 1..draft.end, two + 1..r#final.end)];
    let differ = parts.iter().all(|part| !part.draft_tokens.is_empty() || !part.final_tokens.is_empty());
    differ.then_some(parts)
}

/// A pair of ends that correspond, and what is left beside it.
fn end_of(change: &Change, sides: &Sides, context: &Context) -> Option<(Sides, Sides)> {
    let (draft, r#final) = sides;
    let mut found = ends::mark_ends(sides, context);
    if found.is_empty() && !rules::is_settled(change, context) {
        found = ends::term_ends(sides, context);
        found.extend(ends::opening_ends(sides, context));
        found.extend(ends::delimited_ends(sides, context));
        found.extend(ends::initials_ends(sides, context));
        found.extend(ends::name_ends(sides, context));
        found.extend(ends::name_parts(sides, context));
    }
    found.into_iter().find_map(|(one, two)| {
        let rest = match (
            one.start == draft.start && two.start == r#final.start,
            one.end == draft.end && two.end == r#final.end,
        ) {
            (true, false) => (one.end..draft.end, two.end..r#final.end),
            (false, true) => (draft.start..one.start, r#final.start..two.start),
            _ => return None,
        };
        Some(((one, two), rest))
    })
}

/// Cuts the boundary of a sentence that came or went from the words behind it that were changed, too: `, and it draws`
/// became `. It attracts`.
pub(super) fn cut_boundary(change: &Change, op: Op, boundary: usize, context: &Context) -> Option<(Change, Change)> {
    let (draft, r#final) = (&change.draft_tokens, &change.final_tokens);
    let (split, holding) = (op == Op::Split, if op == Op::Split { r#final } else { draft });
    if !(holding.start < boundary && boundary < holding.end) {
        return None;
    }
    let (whole, parts) = if split { (context.r#final, context.draft) } else { (context.draft, context.r#final) };
    let other = if split { draft } else { r#final };
    let first = whole.tokens[boundary].folded;
    // The first word of the sentence stays, behind no more than a mark and a conjunction.
    const LINK: usize = 3;
    let mut link = other.start..other.end.min(other.start + LINK);
    let (at, after) = match link.clone().find(|&at| parts.tokens[at].folded == first) {
        Some(at) => (at, at + 1),
        // `. It drew` became `and attracted`.
        None => {
            let word = |folded| context.vocabulary.form(folded);
            let pronoun = context.lexicon.kinds.pronouns.get(word(first)).is_some();
            let joins = |&at: &usize| match word(parts.tokens[at].folded) {
                "and" | "but" | "while" | "so" | "who" => pronoun,
                // `, which` became `. This`, and `, where` became `. There,`.
                "which" => pronoun || matches!(word(first), "this" | "that"),
                "where" => word(first) == "there",
                _ => false,
            };
            let after = link.find(joins)? + 1;
            (after, after)
        }
    };
    let comma = holding.contains(&(boundary + 1)) && whole.text_of(whole.tokens[boundary + 1].span) == ",";
    let opening = usize::from(at == after) * (1 + usize::from(comma));
    let part = |one: Range<usize>, two: Range<usize>| match split {
        true => Change::of_tokens(change.units[0], two, one, context),
        false => Change::of_tokens(change.units[0], one, two, context),
    };
    let mark = part(holding.start..boundary + opening, other.start..at);
    let rest = trimmed(&part(boundary + opening.max(1)..holding.end, after..other.end), context)?;
    Some((mark, rest))
}
