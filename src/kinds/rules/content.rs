use std::ops::Range;

use super::{Reason, View};
use crate::article::Article;
use crate::kinds::change::Change;
use crate::kinds::pairing::is_alike;
use crate::kinds::{Context, Extent, Form, Kind};
use crate::text::value::{Relation, Value, relate};
use crate::text::{Id, Span, Token};

/// Words of content that make an insertion an addition of information.
const INFORMATION: usize = 3;

pub(super) fn rewrite(view: &View) -> Option<(Kind, Reason)> {
    is_rewrite(view.change, view.context).then(|| (Kind::Rewrite, "little of the passage was kept".to_owned()))
}

pub(super) fn addition(view: &View) -> Option<(Kind, Reason)> {
    let (_, content) = content(view.change, view.context);
    let reason = match view.change.extent {
        Extent::Sentence => "a sentence that the draft does not have".to_owned(),
        Extent::Span => format!("{content} words of content came in"),
    };
    let holds = view.form == Form::Insert && (view.change.extent == Extent::Sentence || content >= INFORMATION);
    holds.then_some((Kind::Addition, reason))
}

pub(super) fn omission(view: &View) -> Option<(Kind, Reason)> {
    let (content, _) = content(view.change, view.context);
    let reason = match view.change.extent {
        Extent::Sentence => "a sentence of the draft is gone".to_owned(),
        Extent::Span => format!("{content} words of content are gone"),
    };
    let holds = view.form == Form::Delete && (view.change.extent == Extent::Sentence || content >= INFORMATION);
    holds.then_some((Kind::Omission, reason))
}

pub(super) fn function_word(view: &View) -> Option<(Kind, Reason)> {
    (content(view.change, view.context) == (0, 0)).then(|| (Kind::FunctionWord, "only words of grammar".to_owned()))
}

pub(super) fn word_choice(_: &View) -> Option<(Kind, Reason)> {
    Some((Kind::WordChoice, "other words".to_owned()))
}

/// How many words of content each side of a change has.
fn content(change: &Change, context: &Context) -> (usize, usize) {
    let (draft, r#final) = tokens(change, context);
    (context.content(draft), context.content(r#final))
}

fn tokens<'a>(change: &Change, context: &Context<'a>) -> (&'a [Token], &'a [Token]) {
    let of = |article: &'a Article, tokens: &Range<usize>| &article.tokens[tokens.clone()];
    (of(context.draft, &change.draft_tokens), of(context.r#final, &change.final_tokens))
}

/// Whether a passage was written anew: four words of content on one side, three on the other, and fewer than 40 % of
/// them on both.
pub(in crate::kinds) fn is_rewrite(change: &Change, context: &Context) -> bool {
    let (draft, r#final) = content(change, context);
    draft.max(r#final) >= 4 && draft.min(r#final) >= 3 && change.given.is_none() && is_gone(change, context)
}

/// Whether a change holds words of content of which fewer than 40 % stand on both sides.
pub(in crate::kinds) fn is_gone(change: &Change, context: &Context) -> bool {
    let one = pieces(context.draft, &change.draft_tokens, context);
    let mut two = pieces(context.r#final, &change.final_tokens, context);
    let most = one.len().max(two.len());
    if most > MOST_PIECES {
        return true;
    }
    let mut shared = 0;
    for piece in &one {
        if let Some(at) = two.iter().position(|other| piece.survives_as(other, context)) {
            two.swap_remove(at);
            shared += 1;
        }
    }
    shared * 5 < most * 2
}

/// Passages with more words of content than this are not held against each other.
const MOST_PIECES: usize = 300;

/// A word of content, or a value in whatever writing.
enum Piece<'a> {
    Word(Id),
    Value(&'a Value),
}

impl Piece<'_> {
    fn survives_as(&self, other: &Piece, context: &Context) -> bool {
        match (self, other) {
            (Piece::Word(one), Piece::Word(two)) => {
                one == two || is_alike(context.vocabulary.form(*one), context.vocabulary.form(*two))
            }
            (Piece::Value(one), Piece::Value(two)) => {
                !matches!(relate(&one.quantity, &two.quantity), Relation::Incomparable | Relation::NumberAndUnit)
            }
            _ => false,
        }
    }
}

fn pieces<'a>(side: &'a Article, range: &Range<usize>, context: &Context) -> Vec<Piece<'a>> {
    let tokens = &side.tokens[range.clone()];
    let Some((first, last)) = tokens.first().zip(tokens.last()) else { return Vec::new() };
    let values = side.values_in(first.span.hull(last.span));
    let is_value = |token: Span| side.values_in(token).iter().any(|value| value.span.contains(token));
    let outside = tokens.iter().filter(|token| !is_value(token.span));
    let words = outside.filter(|token| context.is_content(token)).map(|token| Piece::Word(token.folded));
    words.chain(values.iter().map(Piece::Value)).collect()
}
