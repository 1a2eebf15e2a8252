//! What stands where in an article: values, names, quotations, regions.

use std::ops::Range;

use super::{Article, Region};
use crate::lexicon::Lexicon;
use crate::text::name::{Name, NameKind, korean_names, names};
use crate::text::value::{Value, values};
use crate::text::{Span, Vocabulary, one_line, quotations};

impl Article {
    /// Finds what the sentences hold: once for all floors above.
    pub(super) fn find(mut self, vocabulary: &Vocabulary, lexicon: &Lexicon) -> Self {
        let sentences = || 0..self.sentences.len();
        let of = |at: usize| values(&self.text, self.tokens_of(at), vocabulary, &lexicon.values);
        let found_values = sentences().flat_map(of).collect();
        let found_names = if self.lang.primary() == "ko" {
            let spans = self.sentences.iter().flat_map(|it| korean_names(&self.text, it.span, &lexicon.names));
            spans.map(|span| Name { span, kind: NameKind::Person, sure: false }).collect()
        } else {
            let of = |at: usize| names(&self.text, self.tokens_of(at), vocabulary, &lexicon.names);
            sentences().flat_map(of).collect()
        };
        let quotations = self.all_quotations();
        (self.values, self.names, self.quotations) = (found_values, found_names, quotations);
        self
    }

    fn all_quotations(&self) -> Vec<Span> {
        let mut found = Vec::new();
        let mut at = 0;
        while at < self.sentences.len() {
            let paragraph = self.paragraphs[at];
            let count = self.paragraphs[at..].iter().take_while(|&&other| other == paragraph).count();
            found.extend(quotations(&self.text, self.span_of(at..at + count)));
            at += count;
        }
        found
    }

    /// The text of a span.
    pub fn text_of(&self, span: Span) -> &str {
        span.of(&self.text)
    }

    /// The text of a span on one line.
    pub fn line_of(&self, span: Span) -> String {
        one_line(self.text_of(span))
    }

    /// The values that share a byte with a span.
    pub fn values_in(&self, span: Span) -> &[Value] {
        &self.values[self.value_range(span)]
    }

    /// The values that share a byte with a span, as a range of [`Article::values`].
    pub fn value_range(&self, span: Span) -> Range<usize> {
        let first = self.values.partition_point(|value| value.span.end <= span.start);
        first..self.values.partition_point(|value| value.span.start < span.end).max(first)
    }

    /// The values of a range of sentences.
    pub fn values_of(&self, sentences: Range<usize>) -> &[Value] {
        self.values_in(self.span_of(sentences))
    }

    /// The names that share a byte with a span or stand beside it.
    pub fn names_near(&self, span: Span) -> impl Iterator<Item = &Name> {
        let first = self.names.partition_point(|name| name.span.end + 1 < span.start);
        self.names[first..].iter().take_while(move |name| name.span.start <= span.end + 1)
    }

    /// Whether a span lies within a quotation, its marks left out.
    pub fn is_quoted(&self, span: Span) -> bool {
        let at = self.quotations.partition_point(|quotation| quotation.end < span.end);
        self.quotations.get(at).is_some_and(|quotation| quotation.contains(span))
    }

    /// The sentence that a byte stands in, by index; of a byte between two, the one behind it.
    pub fn sentence_at(&self, byte: usize) -> Option<usize> {
        let at = self.sentences.partition_point(|sentence| sentence.span.end <= byte);
        (at < self.sentences.len()).then_some(at)
    }

    /// The region of the sentence that a span begins in.
    pub fn region_at(&self, span: Span) -> Option<Region> {
        self.sentence_at(span.start).map(|at| self.sentences[at].region)
    }

    /// Whether a token is the first word of its sentence.
    pub fn is_initial(&self, token: usize) -> bool {
        let before = self.tokens[..token].iter().rev().take_while(|token| !token.is_word()).count();
        let sentence = self.sentences.partition_point(|sentence| sentence.tokens.end <= token);
        let start = self.sentences.get(sentence).map_or(0, |sentence| sentence.tokens.start);
        token - before <= start
    }
}
