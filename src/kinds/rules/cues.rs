//! Words and phrases of a list, looked up in the tokens of a change.

use std::ops::Range;

use super::View;
use crate::article::Article;
use crate::kinds::Context;
use crate::lexicon::{Hashed, Words};
use crate::text::value::Value;

/// The words of one side of a change.
pub(super) struct Phrase<'a> {
    side: &'a Article,
    context: &'a Context<'a>,
    /// Index of each word's token.
    tokens: Vec<usize>,
    /// Folded, without the full stop of an abbreviation and the `'s` of a possessive.
    pub(super) words: Vec<&'a str>,
}

impl<'a> Phrase<'a> {
    /// The words of the draft's and of the final's side.
    pub(super) fn both<'v>(view: &'v View<'a>) -> (&'v Self, &'v Self) {
        let (draft, r#final) = view.phrases.get_or_init(|| {
            (
                Phrase::new(view.context.draft, view.change.draft_tokens.clone(), view.context),
                Phrase::new(view.context.r#final, view.change.final_tokens.clone(), view.context),
            )
        });
        (draft, r#final)
    }

    fn new(side: &'a Article, range: Range<usize>, context: &'a Context<'a>) -> Self {
        let mut tokens = Vec::with_capacity(range.len());
        tokens.extend(range.filter(|&at| side.tokens[at].is_word()));
        let words = tokens.iter().map(|&at| bare(context.vocabulary.form(side.tokens[at].folded))).collect();
        Phrase { side, context, tokens, words }
    }

    /// All words, parted by one space.
    pub(super) fn joined(&self) -> String {
        self.words.join(" ")
    }

    pub(super) fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Where entries of a list stand, as ranges of words; of overlapping ones the longest.
    pub(super) fn find(&self, list: &Words) -> Vec<Range<usize>> {
        let words: Vec<Hashed> = self.words.iter().map(Hashed::from).collect();
        let mut found = Vec::new();
        let mut at = 0;
        while at < words.len() {
            let length = list.longest_of(&words[at..]);
            if let Some(length) = length {
                found.push(at..at + length);
            }
            at += length.unwrap_or(1);
        }
        found
    }

    /// The words of a range, parted by one space.
    pub(super) fn text(&self, range: &Range<usize>) -> String {
        self.words[range.clone()].join(" ")
    }

    /// How many words of content stand outside some ranges.
    pub(super) fn content_outside(&self, ranges: &[Range<usize>]) -> usize {
        let outside = (0..self.words.len()).filter(|at| !ranges.iter().any(|range| range.contains(at)));
        outside.filter(|&at| self.context.is_content(&self.side.tokens[self.tokens[at]])).count()
    }

    /// The words of content.
    pub(super) fn content(&self) -> Vec<&'a str> {
        let content = |at: &usize| self.context.is_content(&self.side.tokens[self.tokens[*at]]);
        (0..self.words.len()).filter(content).map(|at| self.words[at]).collect()
    }

    /// The words outside some ranges, sorted.
    pub(super) fn outside(&self, ranges: &[Range<usize>]) -> Vec<&'a str> {
        let outside = (0..self.words.len()).filter(|at| !ranges.iter().any(|range| range.contains(at)));
        let mut words: Vec<&str> = outside.map(|at| self.words[at]).collect();
        words.sort_unstable();
        words
    }

    /// As it is written.
    pub(super) fn written(&self, word: usize) -> &'a str {
        self.side.text_of(self.side.tokens[self.tokens[word]].span)
    }

    /// Whether the word is written with a capital that its place does not explain.
    pub(super) fn is_capitalised(&self, word: usize) -> bool {
        self.written(word).starts_with(char::is_uppercase) && !self.side.is_initial(self.tokens[word])
    }

    /// The token behind a range of words, folded and bare, and as written.
    pub(super) fn next(&self, range: &Range<usize>) -> Option<(&'a str, &'a str)> {
        let token = self.side.tokens.get(self.tokens[range.end - 1] + 1)?;
        Some((bare(self.context.vocabulary.form(token.folded)), self.side.text_of(token.span)))
    }

    /// The second token behind a range of words, folded and bare.
    pub(super) fn second(&self, range: &Range<usize>) -> Option<&'a str> {
        let token = self.side.tokens.get(self.tokens[range.end - 1] + 2)?;
        Some(bare(self.context.vocabulary.form(token.folded)))
    }

    /// Whether a value begins behind a range of words.
    pub(super) fn is_before_value(&self, range: &Range<usize>) -> bool {
        self.value_behind(range).is_some()
    }

    /// The value in the token behind a range of words.
    pub(super) fn value_behind(&self, range: &Range<usize>) -> Option<&'a Value> {
        let next = self.side.tokens.get(self.tokens[range.end - 1] + 1)?;
        self.side.values_in(next.span).first()
    }

    /// The words of the sentence before this phrase, bare.
    pub(super) fn before(&self) -> impl Iterator<Item = &'a str> + '_ {
        let first = self.tokens.first().copied().unwrap_or(0);
        let sentences = &self.side.sentences;
        let start = sentences.iter().rev().find(|sentence| sentence.tokens.start <= first);
        let range = start.map_or(0, |sentence| sentence.tokens.start)..first;
        range.map(|at| bare(self.context.vocabulary.form(self.side.tokens[at].folded)))
    }
}

/// A folded word without the full stop of an abbreviation and the `'s` of a possessive.
fn bare(form: &str) -> &str {
    let form = if form.len() > 1 { form.strip_suffix('.').unwrap_or(form) } else { form };
    form.strip_suffix("'s").unwrap_or(form)
}
