//! What the Korean source says of a claim, as far as a few stems tell it surely.

use super::passage::Passage;
use super::source::rendered_units;
use super::{Case, Place, Side};
use crate::lexicon::Words;
use crate::text::Span;

/// The sentences of the source that a passage came from.
pub(super) struct SourceSays<'a> {
    text: &'a str,
    span: Span,
}

impl<'a> SourceSays<'a> {
    /// `None` without a Korean source, and where the passage has no sentence in it.
    pub(super) fn of(passage: &Passage, case: Case<'a>) -> Option<Self> {
        let source = case.analysis.source.as_ref().filter(|source| source.article.lang.primary() == "ko")?;
        let units = rendered_units(case, passage.draft.sentences.clone()).filter(|unit| !unit.draft.is_empty());
        let span = units.map(|unit| source.article.span_of(unit.draft.clone())).reduce(Span::hull)?;
        Some(SourceSays { text: source.article.text_of(span), span })
    }

    /// Whether one of some stems stands in it.
    pub(super) fn has(&self, stems: &Words) -> bool {
        stems.iter().any(|stem| self.text.contains(stem))
    }

    /// The first of some stems that stands in it: itself and its place.
    pub(super) fn find<'s>(&self, stems: impl Iterator<Item = &'s str>) -> Option<(&'s str, Place)> {
        let at = |stem: &'s str| {
            let start = self.span.start + self.text.find(stem)?;
            let place = Place { side: Side::Source, span: Span::new(start, start + stem.len()) };
            Some((stem.trim(), place))
        };
        stems.filter_map(at).min_by_key(|(_, place)| place.span)
    }

    /// The first beginning of a word, of two to four syllables, that passes a test.
    pub(super) fn word_that(&self, test: impl Fn(&str) -> bool) -> Option<&'a str> {
        const SYLLABLES: std::ops::RangeInclusive<usize> = 2..=4;
        let words = self.text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_ascii());
        let beginnings = words.flat_map(|word| {
            let ends = word.char_indices().map(|(at, c)| at + c.len_utf8()).enumerate();
            ends.filter(|(count, _)| SYLLABLES.contains(&(count + 1))).map(move |(_, end)| &word[..end])
        });
        beginnings.into_iter().find(|beginning| test(beginning))
    }
}
