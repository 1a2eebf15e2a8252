//! A phrase that was taken out here and put in there.

use std::ops::Range;

use super::change::{Change, span};
use super::cuts::trimmed;
use super::{Context, Extent, Form};
use crate::article::Article;
use crate::text::{Id, Token};

/// More changes than this in a neighbourhood are not searched for moves.
const REACH: usize = 200;

/// Joins each deletion with the insertion of the same words in the same or a neighbouring unit.
pub(super) fn join(changes: &mut Vec<Change>, context: &Context) {
    let mut gone = vec![false; changes.len()];
    for at in 0..changes.len() {
        if gone[at] || !is_deletion(&changes[at]) {
            continue;
        }
        let (words, inner) = stripped(context.draft, &changes[at].draft_tokens);
        let content = context.content(inner);
        if content == 0 {
            continue;
        }
        // A single word that comes back in another sentence is no move.
        let reach = usize::from(content > 1);
        let near = |other: &Change| other.units[0].abs_diff(changes[at].units[0]) <= reach;
        let range = at.saturating_sub(REACH)..(at + REACH).min(changes.len());
        let found = range.filter(|&other| !gone[other] && is_insertion(&changes[other]) && near(&changes[other])).find(
            |&other| {
                let (_, inserted) = stripped(context.r#final, &changes[other].final_tokens);
                folded(inserted).eq(folded(inner))
            },
        );
        if let Some(other) = found {
            let (target, _) = stripped(context.r#final, &changes[other].final_tokens);
            changes[at] = moved(&changes[at], &changes[other], words, target, context);
            gone[other] = true;
            continue;
        }
        // The words may have come in beside others: `up` became `last month, down`.
        let range = at.saturating_sub(REACH)..(at + REACH).min(changes.len());
        let beside = range.filter(|&other| other != at && !gone[other] && near(&changes[other])).find_map(|other| {
            let (target, rest) = edge(&changes[other], inner, context)?;
            Some((other, target, rest))
        });
        if let Some((other, target, rest)) = beside {
            changes[at] = moved(&changes[at], &changes[other], words, target, context);
            match rest {
                Some(rest) => changes[other] = Change { hunks: changes[other].hunks.clone(), ..rest },
                None => gone[other] = true,
            }
        }
    }
    let mut gone = gone.into_iter();
    changes.retain(|_| !gone.next().unwrap_or(false));
}

/// The move that a deletion and an insertion are.
fn moved(from: &Change, to: &Change, words: Range<usize>, target: Range<usize>, context: &Context) -> Change {
    let mut units = vec![from.units[0], to.units[0]];
    units.sort_unstable();
    units.dedup();
    Change {
        draft: span(context.draft, &words),
        r#final: span(context.r#final, &target),
        draft_tokens: words,
        final_tokens: target,
        units,
        hunks: from.hunks.iter().chain(&to.hunks).copied().collect(),
        extent: Extent::Span,
        given: Some(Form::Move),
    }
}

/// Where a replacement's final begins or ends with some words, and what is left of it without them.
fn edge(change: &Change, words: &[Token], context: &Context) -> Option<(Range<usize>, Option<Change>)> {
    let range = &change.final_tokens;
    if change.given.is_some()
        || change.extent != Extent::Span
        || change.draft_tokens.is_empty()
        || range.len() <= words.len()
    {
        return None;
    }
    let tokens = &context.r#final.tokens;
    let (head, tail) = (range.start..range.start + words.len(), range.end - words.len()..range.end);
    let holds = |part: &Range<usize>| folded(&tokens[part.clone()]).eq(folded(words));
    let (target, rest) = match (holds(&head), holds(&tail)) {
        (true, _) => (head.clone(), head.end..range.end),
        (false, true) => (tail.clone(), range.start..tail.start),
        (false, false) => return None,
    };
    let rest = Change::of_tokens(change.units[0], change.draft_tokens.clone(), rest, context);
    Some((target, trimmed(&rest, context)))
}

fn is_deletion(change: &Change) -> bool {
    change.given.is_none() && change.extent == Extent::Span && change.final_tokens.is_empty()
}

fn is_insertion(change: &Change) -> bool {
    change.given.is_none() && change.extent == Extent::Span && change.draft_tokens.is_empty()
}

/// A range without the marks at its ends.
fn stripped<'a>(article: &'a Article, tokens: &Range<usize>) -> (Range<usize>, &'a [Token]) {
    let all = &article.tokens[tokens.clone()];
    let start = all.iter().take_while(|token| !token.is_word()).count();
    let end = all.len() - all[start..].iter().rev().take_while(|token| !token.is_word()).count();
    (tokens.start + start..tokens.start + end, &all[start..end])
}

fn folded(tokens: &[Token]) -> impl Iterator<Item = Id> + '_ {
    tokens.iter().map(|token| token.folded)
}
