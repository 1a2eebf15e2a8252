use std::ops::Range;

use super::{Context, Extent, Form};
use crate::article::Article;
use crate::compare::{Op, Unit};
use crate::text::Span;
use crate::text::value::{Relation, relate};

/// What will be one edit, before it has a kind.
#[derive(Debug, Clone)]
pub(super) struct Change {
    pub(super) draft: Span,
    pub(super) r#final: Span,
    pub(super) draft_tokens: Range<usize>,
    pub(super) final_tokens: Range<usize>,
    pub(super) units: Vec<usize>,
    pub(super) hunks: Vec<usize>,
    pub(super) extent: Extent,
    /// The form where it does not follow from the words: split, merge, move.
    pub(super) given: Option<Form>,
}

impl Change {
    /// A change of some tokens; blanks at its ends stay outside.
    pub(super) fn of_tokens(
        unit: usize,
        draft_tokens: Range<usize>,
        final_tokens: Range<usize>,
        context: &Context,
    ) -> Self {
        Change {
            draft: span(context.draft, &draft_tokens),
            r#final: span(context.r#final, &final_tokens),
            draft_tokens,
            final_tokens,
            units: vec![unit],
            hunks: Vec::new(),
            extent: Extent::Span,
            given: None,
        }
    }

    /// A sentence that stands on one side only.
    pub(super) fn sentence(index: usize, unit: &Unit, hunks: Range<usize>, context: &Context) -> Self {
        Change { extent: Extent::Sentence, hunks: hunks.collect(), ..Change::whole(index, unit, context) }
    }

    /// A sentence that stands in another place.
    pub(super) fn moved_sentence(index: usize, unit: &Unit, context: &Context) -> Self {
        Change { extent: Extent::Sentence, given: Some(Form::Move), ..Change::whole(index, unit, context) }
    }

    /// All of a unit.
    pub(super) fn whole(index: usize, unit: &Unit, context: &Context) -> Self {
        let tokens = |article: &Article, sentences: &Range<usize>| article.token_range(sentences.clone());
        let draft_tokens = tokens(context.draft, &unit.draft);
        let final_tokens = tokens(context.r#final, &unit.r#final);
        let mut change = Change::of_tokens(index, draft_tokens, final_tokens, context);
        if unit.op == Op::Insert {
            change.draft = between(context.draft, unit.draft.start);
        }
        if unit.op == Op::Delete {
            change.r#final = between(context.r#final, unit.r#final.start);
        }
        change
    }

    /// What happened to the words (taxonomy of forms, in its order).
    pub(super) fn form(&self, context: &Context) -> Form {
        if let Some(form) = self.given {
            return form;
        }
        let (one, two) = (context.draft.text_of(self.draft), context.r#final.text_of(self.r#final));
        if self.values_differ(context) {
            return Form::Replace;
        }
        let both = !one.is_empty() && !two.is_empty();
        let same_but_blanks = both && dense(one).eq(dense(two));
        if same_but_blanks && one.to_lowercase() == two.to_lowercase() {
            return Form::Case;
        }
        if letters(one).eq(letters(two)) && !marks(one).eq(marks(two)) {
            return Form::Punct;
        }
        if self.draft_tokens.is_empty() && self.final_tokens.is_empty() {
            return Form::Space;
        }
        if !both {
            return if one.is_empty() { Form::Insert } else { Form::Delete };
        }
        if same_but_blanks { Form::Space } else { Form::Replace }
    }

    fn values_differ(&self, context: &Context) -> bool {
        let (one, two) = (context.draft.values_in(self.draft), context.r#final.values_in(self.r#final));
        !one.is_empty()
            && one.len() == two.len()
            && one.iter().zip(two).any(|(one, two)| relate(&one.quantity, &two.quantity) != Relation::Equal)
    }
}

/// The letters and digits of a text, in lower case.
fn letters(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase)
}

/// What is neither letter, digit nor blank.
fn marks(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|c| !c.is_alphanumeric() && !c.is_whitespace())
}

/// A text without its blanks, in lower case.
fn dense(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase)
}

/// Where a sentence would stand: behind the one before it.
fn between(article: &Article, sentence: usize) -> Span {
    Span::at(sentence.checked_sub(1).map_or(0, |before| article.sentences[before].span.end))
}

/// The span of some tokens; of none, the place behind the token before them.
pub(super) fn span(article: &Article, tokens: &Range<usize>) -> Span {
    if tokens.is_empty() {
        let before = tokens.start.checked_sub(1).and_then(|before| article.tokens.get(before));
        return Span::at(before.map_or(0, |token| token.span.end));
    }
    article.tokens[tokens.start].span.hull(article.tokens[tokens.end - 1].span)
}
