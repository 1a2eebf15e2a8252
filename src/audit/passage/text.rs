use std::ops::Range;

use super::finder::Finder;
use super::{Cue, Sense};
use crate::analysis::Analysis;
use crate::article::Article;
use crate::audit::{Place, Side};
use crate::lexicon::Lexicon;
use crate::text::value::Value;
use crate::text::word::{is_form_of, lemmas};
use crate::text::{Span, one_line};

/// One side of a passage: its words and their cues.
pub(in crate::audit) struct Text<'a> {
    pub(in crate::audit) side: Side,
    pub(in crate::audit) article: &'a Article,
    /// The sentences.
    pub(in crate::audit) sentences: Range<usize>,
    /// The words, folded and without `'s`.
    pub(in crate::audit) words: Vec<&'a str>,
    /// Index of each word's token.
    pub(in crate::audit) tokens: Vec<usize>,
    pub(in crate::audit) cues: Vec<Cue>,
}

impl<'a> Text<'a> {
    pub(super) fn new(
        side: Side,
        article: &'a Article,
        sentences: Range<usize>,
        analysis: &'a Analysis,
        finder: &Finder,
    ) -> Self {
        let range = article.token_range(sentences.clone());
        let tokens: Vec<usize> = range.filter(|&at| article.tokens[at].is_word()).collect();
        let form = |&at: &usize| {
            let form = analysis.vocabulary.form(article.tokens[at].folded);
            form.strip_suffix("'s").unwrap_or(form)
        };
        let words: Vec<&str> = tokens.iter().map(form).collect();
        let mut text = Text { side, article, sentences, tokens, cues: finder.find(&words), words };
        let cues = std::mem::take(&mut text.cues);
        text.cues = cues.into_iter().filter_map(|cue| text.meant(cue)).collect();
        text
    }

    /// A cue as it is meant here; `None` where it is no cue.
    fn meant(&self, cue: Cue) -> Option<Cue> {
        let next = self.words.get(cue.words.end).copied().unwrap_or_default();
        let (sense, form) = (cue.sense, self.words[cue.words.start]);
        match form {
            // The month; the number of a list.
            "may" | "no" if !self.article.values_in(self.span(&cue.words)).is_empty() => None,
            "may" if self.written(cue.words.start).starts_with("May") && cue.words.start > 0 => None,
            "up" | "down" | "over" | "under" | "above" | "below" if sense == Sense::Direction => {
                self.is_beside_value(cue.words.start).then_some(cue)
            }
            // Not so few.
            "few" if sense == Sense::Direction && self.form_before(cue.words.start) == "a" => None,
            // `for children, too`
            "too" if sense == Sense::ImpliedDenial && (next.is_empty() || self.is_cut(cue.words.end)) => None,
            // A cause, and no outlook.
            "due" if sense == Sense::Softener && (is_determiner(next) || !self.is_predicate(cue.words.start)) => None,
            // A noun, and no outlook.
            "project" | "projects" if sense == Sense::Softener && self.is_determined(cue.words.start) => None,
            _ if sense == Sense::DenialBeforeTo => {
                (next == "to").then_some(Cue { sense: Sense::Denial, words: cue.words })
            }
            _ => Some(cue),
        }
    }

    /// Whether an article or a possessive stands right before a word.
    fn is_determined(&self, word: usize) -> bool {
        is_determiner(self.form_before(word))
    }

    /// Whether a form of `to be`, or nothing of the clause, stands right before a word.
    fn is_predicate(&self, word: usize) -> bool {
        self.is_cut(word) || is_form_of_be(self.form_before(word))
    }

    /// The value behind a word in its clause, no further away than so many words: its first word, and itself.
    pub(in crate::audit) fn value_behind(&self, word: usize, reach: usize) -> Option<(usize, &'a Value)> {
        let clause = (word + 1..self.words.len()).take(reach).take_while(|&at| !self.is_cut(at));
        clause.into_iter().find_map(|at| Some((at, self.value_at(at)?)))
    }

    /// The value that a word belongs to.
    pub(in crate::audit) fn value_at(&self, word: usize) -> Option<&'a Value> {
        self.article.values_in(self.span(&(word..word + 1))).first()
    }

    /// Whether a value stands right before or behind a word: `up 3 percent`, `down to 26`.
    fn is_beside_value(&self, word: usize) -> bool {
        let has_value = |word: usize| {
            self.tokens.get(word).is_some_and(|&at| !self.article.values_in(self.article.tokens[at].span).is_empty())
        };
        // `up from 5 percent`, `above the 13 percent of last year`
        let linked = matches!(self.words.get(word + 1), Some(&("to" | "by" | "from" | "the")));
        has_value(word + 1) || linked && has_value(word + 2) || word.checked_sub(1).is_some_and(has_value)
    }

    /// The cues of a sense.
    pub(in crate::audit) fn cues_of(&self, sense: Sense) -> impl Iterator<Item = &Range<usize>> {
        self.cues.iter().filter(move |cue| cue.sense == sense).map(|cue| &cue.words)
    }

    /// How many cues of a sense there are.
    pub(in crate::audit) fn count(&self, sense: Sense) -> usize {
        self.cues_of(sense).count()
    }

    pub(in crate::audit) fn form(&self, word: usize) -> &'a str {
        self.words[word]
    }

    /// The word before another; empty before the first.
    pub(in crate::audit) fn form_before(&self, word: usize) -> &'a str {
        word.checked_sub(1).map_or("", |before| self.words[before])
    }

    /// A word as it is written.
    pub(in crate::audit) fn written(&self, word: usize) -> &'a str {
        self.article.text_of(self.article.tokens[self.tokens[word]].span)
    }

    /// From the first word of a range to the last.
    pub(in crate::audit) fn span(&self, words: &Range<usize>) -> Span {
        let span = |word: usize| self.article.tokens[self.tokens[word]].span;
        span(words.start).hull(span(words.end - 1))
    }

    /// The text of a range of words, on one line.
    pub(in crate::audit) fn shown(&self, words: &Range<usize>) -> String {
        shown(self.article.text_of(self.span(words)))
    }

    pub(in crate::audit) fn place(&self, words: &Range<usize>) -> Place {
        Place { side: self.side, span: self.span(words) }
    }

    /// All of the passage on this side.
    pub(in crate::audit) fn whole(&self) -> Span {
        self.article.span_of(self.sentences.clone())
    }

    /// The sentence of a word, by index.
    pub(in crate::audit) fn sentence(&self, word: usize) -> usize {
        self.article.sentences.partition_point(|sentence| sentence.tokens.end <= self.tokens[word])
    }

    /// Whether a word carries news.
    pub(in crate::audit) fn is_content(&self, word: usize, lexicon: &Lexicon) -> bool {
        !lexicon.function_words.contains(self.words[word])
    }

    /// Whether a mark that ends a clause stands between a word and the one before it.
    pub(in crate::audit) fn is_cut(&self, word: usize) -> bool {
        let Some(before) = word.checked_sub(1) else { return true };
        let between = self.tokens[before] + 1..self.tokens[word];
        let is_mark = |at: usize| {
            let mark = self.article.text_of(self.article.tokens[at].span);
            !mark.starts_with(['"', '“', '”', '\'', '‘', '’'])
        };
        self.sentence(before) != self.sentence(word) || between.into_iter().any(is_mark)
    }

    /// The next words of content behind a cue, as far as its clause goes.
    pub(in crate::audit) fn content_behind(&self, word: usize, count: usize, lexicon: &Lexicon) -> Vec<usize> {
        let clause = (word..self.words.len()).take_while(|&at| !self.is_cut(at));
        clause.filter(|&at| self.is_content(at, lexicon)).take(count).collect()
    }

    /// Where a word stands in any of its forms.
    pub(in crate::audit) fn forms_of(&self, word: &str) -> Vec<usize> {
        let wanted: Vec<_> = lemmas(word).collect();
        (0..self.words.len()).filter(|&at| is_form_of(self.words[at], &wanted)).collect()
    }
}

pub(in crate::audit) fn is_form_of_be(word: &str) -> bool {
    matches!(word, "is" | "are" | "was" | "were" | "be" | "been" | "being")
}

fn is_determiner(word: &str) -> bool {
    matches!(word, "a" | "an" | "the" | "this" | "that" | "its" | "their" | "his" | "her")
}

/// Whether two words are likely forms of one: equal, or alike in their first letters.
pub(in crate::audit) fn alike(one: &str, two: &str) -> bool {
    const STEM: usize = 4;
    const ENDING: usize = 4;
    if one == two {
        return true;
    }
    let bare = |word: &'_ str| word.trim_matches(|c: char| !c.is_alphanumeric()).len();
    if one.as_bytes().first().is_some_and(u8::is_ascii_digit) || two.as_bytes().first().is_some_and(u8::is_ascii_digit)
    {
        let digits = |word: &str| -> String { word.chars().filter(char::is_ascii_digit).collect() };
        return digits(one) == digits(two);
    }
    let shared = one.bytes().zip(two.bytes()).take_while(|(one, two)| one == two).count();
    shared >= STEM && shared + ENDING >= bare(one).max(bare(two))
}

/// Words of an article in a message: on one line, and not the whole of a long passage.
pub(in crate::audit) fn shown(text: &str) -> String {
    const LONGEST: usize = 80;
    let line = one_line(text);
    match line.char_indices().nth(LONGEST) {
        Some((end, _)) => {
            let cut = line[..end].rfind(' ').unwrap_or(end);
            format!("{} …", &line[..cut])
        }
        None => line,
    }
}
