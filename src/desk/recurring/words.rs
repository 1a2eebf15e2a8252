//! The words of units and edits, as numbers that compare quickly.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::is_common;
use crate::analysis::Analysis;
use crate::article::Article;
use crate::compare::Unit;
use crate::kinds::{Edit, Kind};
use crate::lexicon::{self, Lexicon};
use crate::text::word::{is_word, lemma};
use crate::text::{Class, Span, Token, Vocabulary};

/// What is corrected and to what, as ids of words. Where both sides have the same lemmas, the words as written.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Key {
    pub(super) draft: Box<[u32]>,
    pub(super) r#final: Box<[u32]>,
    /// The ids are of words as written.
    pub(super) exact: bool,
}

/// On which side of a correction its sentence goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Towards {
    Left,
    Right,
}

impl Key {
    /// The correction with a word beside it that stays.
    pub(super) fn with(&self, word: u32, towards: Towards) -> Key {
        let grown = |words: &[u32]| match towards {
            Towards::Left => [&[word], words].concat().into(),
            Towards::Right => [words, &[word]].concat().into(),
        };
        Key { draft: grown(&self.draft), r#final: grown(&self.r#final), exact: self.exact }
    }

    /// Whether this correction is a part of a longer one.
    pub(super) fn is_within(&self, whole: &Key) -> bool {
        self.exact == whole.exact
            && self.draft.len() + self.r#final.len() < whole.draft.len() + whole.r#final.len()
            && holds(&whole.draft, &self.draft)
            && holds(&whole.r#final, &self.r#final)
    }
}

/// Whether a run of words stands in another.
pub(super) fn holds(words: &[u32], part: &[u32]) -> bool {
    part.is_empty() || words.windows(part.len()).any(|window| window == part)
}

/// A word: its lemma and how it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Word {
    pub(super) lemma: u32,
    pub(super) exact: u32,
}

impl Word {
    pub(super) fn id(self, exact: bool) -> u32 {
        if exact { self.exact } else { self.lemma }
    }
}

/// An edit within a unit, as ranges of the unit's words.
#[derive(Debug, Clone)]
pub(super) struct EditWords {
    pub(super) draft: Range<usize>,
    pub(super) r#final: Range<usize>,
    kind: Kind,
}

/// The words of a unit, marks left out.
#[derive(Debug, Clone)]
pub(super) struct UnitWords {
    pub(super) article: usize,
    pub(super) draft: Box<[Word]>,
    pub(super) r#final: Box<[Word]>,
    pub(super) edits: Box<[EditWords]>,
}

impl UnitWords {
    /// The corrections in it, each with its kind: every edit, and neighbouring edits as one.
    pub(super) fn keys(&self) -> Vec<(Key, Kind)> {
        /// Neighbours have no more kept words between them.
        const BETWEEN: usize = 2;
        let mut found = Vec::new();
        for (at, edit) in self.edits.iter().enumerate() {
            found.extend(self.key(&edit.draft, &edit.r#final).map(|key| (key, edit.kind)));
            let Some(next) = self.edits.get(at + 1) else { continue };
            let follows = next.draft.start >= edit.draft.end && next.r#final.start >= edit.r#final.end;
            if follows && next.draft.start - edit.draft.end <= BETWEEN {
                let key = self.key(&(edit.draft.start..next.draft.end), &(edit.r#final.start..next.r#final.end));
                let kind = if is_common(edit.kind) { next.kind } else { edit.kind };
                found.extend(key.map(|key| (key, kind)));
            }
        }
        found
    }

    fn key(&self, draft: &Range<usize>, r#final: &Range<usize>) -> Option<Key> {
        /// Longer corrections do not recur.
        const LONGEST: usize = 8;
        if draft.is_empty() || draft.len() > LONGEST || r#final.len() > LONGEST {
            return None;
        }
        let ids = |words: &[Word], exact: bool| -> Box<[u32]> { words.iter().map(|word| word.id(exact)).collect() };
        let (one, two) = (&self.draft[draft.clone()], &self.r#final[r#final.clone()]);
        let exact = ids(one, false) == ids(two, false);
        let key = Key { draft: ids(one, exact), r#final: ids(two, exact), exact };
        (key.draft != key.r#final).then_some(key)
    }
}

/// All words seen so far.
#[derive(Debug)]
pub(super) struct Words {
    function_words: lexicon::Words,
    ids: FxHashMap<String, u32>,
    /// By id: the word, and whether it carries news.
    words: Vec<(String, bool)>,
    /// The lemma's id of a folded word.
    lemmas: FxHashMap<String, u32>,
}

impl Default for Words {
    fn default() -> Self {
        let function_words = Lexicon::default().function_words;
        Words { function_words, ids: FxHashMap::default(), words: Vec::new(), lemmas: FxHashMap::default() }
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
        let sides = [
            (draft, draft.token_range(unit.draft.clone())),
            (&analysis.r#final, analysis.r#final.token_range(unit.r#final.clone())),
        ];
        let [one, two] = sides.map(|(side, range)| {
            let tokens: Vec<&Token> = side.tokens[range].iter().filter(|token| token.is_word()).collect();
            let words: Box<[Word]> = tokens.iter().map(|token| self.word(side, token, &analysis.vocabulary)).collect();
            (tokens.iter().map(|token| token.span).collect::<Vec<_>>(), words)
        });
        let range = |spans: &[Span], span: Span| {
            let start = spans.partition_point(|word| word.end <= span.start);
            start..spans.partition_point(|word| word.start < span.end).max(start)
        };
        let edits = edits.iter().map(|edit| EditWords {
            draft: range(&one.0, edit.draft),
            r#final: range(&two.0, edit.r#final),
            kind: edit.kind,
        });
        UnitWords { article, draft: one.1, r#final: two.1, edits: edits.collect() }
    }

    /// Whether a correction has a word that carries news, on either side.
    pub(super) fn has_content(&self, key: &Key) -> bool {
        key.draft.iter().chain(&key.r#final).any(|&id| self.words[id as usize].1)
    }

    /// Words as they are written, parted by blanks.
    pub(super) fn text(&self, ids: &[u32]) -> String {
        let words: Vec<&str> = ids.iter().map(|&id| self.words[id as usize].0.trim_start_matches('=')).collect();
        words.join(" ")
    }

    fn word(&mut self, side: &Article, token: &Token, vocabulary: &Vocabulary) -> Word {
        let folded = vocabulary.form(token.folded);
        let lemma = match self.lemmas.get(folded) {
            Some(&id) => id,
            None => {
                let key = if token.class == Class::Number { with_holes(folded) } else { stem(folded) };
                let id = self.id(key, folded);
                self.lemmas.insert(folded.to_owned(), id);
                id
            }
        };
        // Of a number, the way of writing counts, not the digits.
        let written = side.text_of(token.span);
        let written = if token.class == Class::Number { with_holes(written) } else { format!("={written}") };
        Word { lemma, exact: self.id(written, folded) }
    }

    fn id(&mut self, key: String, folded: &str) -> u32 {
        if let Some(&id) = self.ids.get(&key) {
            return id;
        }
        let id = self.words.len() as u32;
        self.words.push((key.clone(), !self.function_words.contains(folded)));
        self.ids.insert(key, id);
        id
    }
}

/// The lemma; of a word that no list has, without the `s` of a plural: `netizens` and `netizen`.
fn stem(folded: &str) -> String {
    let lemma = lemma(folded).into_owned();
    let plural = !is_word(&lemma) && lemma.len() > 3 && lemma.ends_with('s') && !lemma.ends_with("ss");
    if plural { lemma[..lemma.len() - 1].to_owned() } else { lemma }
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
