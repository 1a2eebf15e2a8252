use std::ops::Range;

use crate::article::{Article, Region};
use crate::compare::Unit;
use crate::lexicon::Lexicon;
use crate::text::name::{Name, names};
use crate::text::value::{Relation, Value, relate, relate_on, values};
use crate::text::{Span, Token, Vocabulary, quotations};

/// One version of the article with what a kind needs to know about it.
pub struct Side<'a> {
    pub(super) article: &'a Article,
    /// All values, in order.
    pub(super) values: Vec<Value>,
    /// All names, in order.
    names: Vec<Name>,
    /// All quotations without their marks, in order.
    quotations: Vec<Span>,
}

/// What a kind needs beyond its own words.
pub struct Context<'a> {
    pub(super) draft: Side<'a>,
    pub(super) r#final: Side<'a>,
    pub(super) units: &'a [Unit],
    pub(super) vocabulary: &'a Vocabulary,
    pub(super) lexicon: &'a Lexicon,
}

impl<'a> Context<'a> {
    /// The context of a draft and its final, whose sentences are aligned in `units`.
    pub fn new(
        draft: &'a Article,
        r#final: &'a Article,
        units: &'a [Unit],
        vocabulary: &'a Vocabulary,
        lexicon: &'a Lexicon,
    ) -> Self {
        let side = |article| Side::new(article, vocabulary, lexicon);
        Context { draft: side(draft), r#final: side(r#final), units, vocabulary, lexicon }
    }

    /// The values of the units that a change lies in: those of the draft, those of the final.
    pub(super) fn unit_values(&self, units: &[usize]) -> (Vec<&Value>, Vec<&Value>) {
        let units = || units.iter().map(|&unit| &self.units[unit]);
        (
            units().flat_map(|unit| self.draft.sentence_values(unit.draft.clone())).collect(),
            units().flat_map(|unit| self.r#final.sentence_values(unit.r#final.clone())).collect(),
        )
    }

    /// How two values stand to each other; dates are read from the day of the dateline, where there is one.
    pub(super) fn relate(&self, one: &Value, two: &Value) -> Relation {
        match self.r#final.article.published_on().or(self.draft.article.published_on()) {
            Some(day) => relate_on(&one.quantity, &two.quantity, day),
            None => relate(&one.quantity, &two.quantity),
        }
    }

    /// Whether a token carries news: a number, or a word that is none of grammar.
    pub(super) fn is_content(&self, token: &Token) -> bool {
        token.is_word() && !self.lexicon.function_words.contains(self.vocabulary.form(token.folded))
    }

    /// How many tokens carry news.
    pub(super) fn content(&self, tokens: &[Token]) -> usize {
        tokens.iter().filter(|token| self.is_content(token)).count()
    }
}

impl<'a> Side<'a> {
    fn new(article: &'a Article, vocabulary: &Vocabulary, lexicon: &Lexicon) -> Self {
        let found = (0..article.sentences.len())
            .flat_map(|at| values(&article.text, article.tokens_of(at), vocabulary, &lexicon.values))
            .collect();
        let names = (0..article.sentences.len())
            .flat_map(|at| names(&article.text, article.tokens_of(at), vocabulary, &lexicon.names))
            .collect();
        Side { article, values: found, names, quotations: all_quotations(article) }
    }

    /// The text of a span.
    pub(super) fn text(&self, span: Span) -> &'a str {
        span.of(&self.article.text)
    }

    /// The values that share a byte with a span.
    pub(super) fn values_in(&self, span: Span) -> &[Value] {
        let first = self.values.partition_point(|value| value.span.end <= span.start);
        let end = self.values.partition_point(|value| value.span.start < span.end).max(first);
        &self.values[first..end]
    }

    /// The values of a range of sentences.
    fn sentence_values(&self, sentences: Range<usize>) -> &[Value] {
        self.values_in(self.article.span_of(sentences))
    }

    /// The names that share a byte with a span or stand beside it.
    pub(super) fn names_near(&self, span: Span) -> impl Iterator<Item = &Name> {
        let first = self.names.partition_point(|name| name.span.end + 1 < span.start);
        self.names[first..].iter().take_while(move |name| name.span.start <= span.end + 1)
    }

    /// Whether a span lies within a quotation, its marks left out.
    pub(super) fn is_quoted(&self, span: Span) -> bool {
        let at = self.quotations.partition_point(|quotation| quotation.end < span.end);
        self.quotations.get(at).is_some_and(|quotation| quotation.contains(span))
    }

    /// The region of the sentence that a span begins in.
    pub(super) fn region(&self, span: Span) -> Option<Region> {
        let at = self.article.sentences.partition_point(|sentence| sentence.span.end <= span.start);
        self.article.sentences.get(at).map(|sentence| sentence.region)
    }

    /// Whether a token is the first word of its sentence.
    pub(super) fn is_initial(&self, token: usize) -> bool {
        let tokens = &self.article.tokens;
        let before = tokens[..token].iter().rev().take_while(|token| !token.is_word()).count();
        let sentence = self.article.sentences.partition_point(|sentence| sentence.tokens.end <= token);
        let start = self.article.sentences.get(sentence).map_or(0, |sentence| sentence.tokens.start);
        token - before <= start
    }
}

fn all_quotations(article: &Article) -> Vec<Span> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < article.sentences.len() {
        let paragraph = article.paragraphs[at];
        let count = article.paragraphs[at..].iter().take_while(|&&other| other == paragraph).count();
        found.extend(quotations(&article.text, article.span_of(at..at + count)));
        at += count;
    }
    found
}
