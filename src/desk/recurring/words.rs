//! All words of a desk, as numbers that compare quickly.

use rustc_hash::FxHashMap;

use super::unit::{EditWords, Key, UnitWords, Word};
use crate::analysis::Analysis;
use crate::article::Article;
use crate::compare::Unit;
use crate::kinds::Edit;
use crate::lexicon::{self, Lexicon};
use crate::text::word::{is_word, lemma};
use crate::text::{Class, Span, Token, Vocabulary};

/// A word of either form by its id.
#[derive(Debug)]
struct Entry {
    text: String,
    /// It carries news.
    content: bool,
    /// Its lemma's id.
    lemma: u32,
}

/// All words seen so far.
#[derive(Debug)]
pub(super) struct Words {
    function_words: lexicon::Words,
    /// Prepositions that may belong to a verb before them.
    particles: lexicon::Words,
    ids: FxHashMap<String, u32>,
    words: Vec<Entry>,
    /// The lemma's id of a folded word.
    lemmas: FxHashMap<String, u32>,
}

impl Default for Words {
    fn default() -> Self {
        let Lexicon { function_words, print, .. } = Lexicon::default();
        Words {
            function_words,
            particles: print.particles,
            ids: FxHashMap::default(),
            words: Vec::new(),
            lemmas: FxHashMap::default(),
        }
    }
}

impl Words {
    /// The words of a unit and of its edits.
    pub(super) fn unit(
        &mut self,
        article: usize,
        analysis: &Analysis,
        draft: &Article,
        unit: &Unit,
        edits: &[&Edit],
    ) -> UnitWords {
        let sides = [(draft, unit.draft.clone()), (&analysis.r#final, unit.r#final.clone())];
        let sentences = sides.clone().map(|(side, range)| match edits {
            [] => Box::default(),
            _ => side.text_of(side.span_of(range)).into(),
        });
        let [one, two] = sides.map(|(side, range)| {
            let tokens = &side.tokens[side.token_range(range)];
            let is_mark = |at: usize| !tokens[at].is_word();
            let (mut spans, mut words) = (Vec::new(), Vec::new());
            for (at, token) in tokens.iter().enumerate().filter(|(_, token)| token.is_word()) {
                let behind_mark = at.checked_sub(1).is_some_and(is_mark);
                spans.push(token.span);
                words.push(Word { behind_mark, ..self.word(side, token, &analysis.vocabulary) });
            }
            (spans, words.into_boxed_slice())
        });
        let range = |spans: &[Span], span: Span| {
            let start = spans.partition_point(|word| word.end <= span.start);
            start..spans.partition_point(|word| word.start < span.end).max(start)
        };
        let edits = edits.iter().map(|edit| {
            let edit =
                EditWords { draft: range(&one.0, edit.draft), r#final: range(&two.0, edit.r#final), kind: edit.kind };
            edit.moved_to_the_end(&one.1, &two.1)
        });
        UnitWords { article, edits: edits.collect(), draft: one.1, r#final: two.1, sentences }
    }

    /// Whether a correction has a word that carries news, on either side.
    pub(super) fn has_content(&self, key: &Key) -> bool {
        key.draft.iter().chain(&key.r#final).any(|&id| self.carries_news(id))
    }

    /// Whether a word is none of grammar.
    pub(super) fn carries_news(&self, id: u32) -> bool {
        self.words[id as usize].content
    }

    /// Whether a word is a preposition that may belong to the word before it.
    pub(super) fn is_particle(&self, id: u32) -> bool {
        self.particles.contains(written(&self.words[id as usize].text))
    }

    /// Whether a word is the auxiliary before a participle: `is known to`.
    pub(super) fn is_form_of_be(&self, id: u32) -> bool {
        self.words[self.words[id as usize].lemma as usize].text == "be"
    }

    /// Whether a word stands for any number.
    pub(super) fn is_number(&self, id: u32) -> bool {
        self.words[id as usize].text.contains('#')
    }

    /// The lemmas of words of either form.
    pub(super) fn lemmas(&self, ids: &[u32]) -> Box<[u32]> {
        ids.iter().map(|&id| self.words[id as usize].lemma).collect()
    }

    /// Words as they are written, parted by blanks.
    pub(super) fn text(&self, ids: &[u32]) -> String {
        let words: Vec<&str> = ids.iter().map(|&id| written(&self.words[id as usize].text)).collect();
        words.join(" ")
    }

    fn word(&mut self, side: &Article, token: &Token, vocabulary: &Vocabulary) -> Word {
        let folded = vocabulary.form(token.folded);
        let lemma = match self.lemmas.get(folded) {
            Some(&id) => id,
            None => {
                let key = if token.class == Class::Number { with_holes(folded) } else { stem(folded) };
                let id = self.id(key, folded, None);
                self.lemmas.insert(folded.to_owned(), id);
                id
            }
        };
        // Of a number, the way of writing counts, not the digits.
        let written = side.text_of(token.span);
        let written = if token.class == Class::Number { with_holes(written) } else { format!("={written}") };
        Word { lemma, exact: self.id(written, folded, Some(lemma)), behind_mark: false }
    }

    fn id(&mut self, key: String, folded: &str, lemma: Option<u32>) -> u32 {
        if let Some(&id) = self.ids.get(&key) {
            return id;
        }
        let id = self.words.len() as u32;
        let content = !self.function_words.contains(folded);
        self.words.push(Entry { text: key.clone(), content, lemma: lemma.unwrap_or(id) });
        self.ids.insert(key, id);
        id
    }
}

/// A word without the sign that parts the written form from the lemma.
fn written(text: &str) -> &str {
    text.strip_prefix('=').unwrap_or(text)
}

/// The lemma, of which the lemma again: `meetings`, `meeting`, `meet`. Of a word that no list has, that without the `s` of a
/// plural: `netizens` and `netizen`.
fn stem(folded: &str) -> String {
    const MOST_STEPS: usize = 3;
    let mut found = folded.to_owned();
    for _ in 0..MOST_STEPS {
        let mut next = lemma(&found).into_owned();
        if !is_word(&next) && next.len() > 3 && next.ends_with('s') && !next.ends_with("ss") {
            next.pop();
        }
        if next == found {
            break;
        }
        found = next;
    }
    found
}

/// A number with `#` for its digits: `$#` for `$12.5`.
fn with_holes(number: &str) -> String {
    let mut shown = String::new();
    for c in number.chars() {
        let digit = c.is_ascii_digit() || matches!(c, ',' | '.');
        if !digit {
            shown.push(c);
        } else if !shown.ends_with('#') {
            shown.push('#');
        }
    }
    shown
}
