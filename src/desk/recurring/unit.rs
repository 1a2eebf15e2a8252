//! The words of a unit, and the corrections in it.

use std::ops::Range;

use super::is_common;
use crate::kinds::Kind;

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

    /// Words on both sides together.
    pub(super) fn len(&self) -> usize {
        self.draft.len() + self.r#final.len()
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
    /// A mark stands before it.
    pub(super) behind_mark: bool,
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
    pub(super) kind: Kind,
}

impl EditWords {
    /// Of `heard of a total of twelve`, either `of a total` or `a total of` was struck: always the later is taken.
    pub(super) fn moved_to_the_end(mut self, draft: &[Word], r#final: &[Word]) -> Self {
        let slides = |edit: &EditWords| {
            let next = draft.get(edit.draft.end).zip(r#final.get(edit.r#final.start));
            next.is_some_and(|(one, two)| one.exact == two.exact && one.exact == draft[edit.draft.start].exact)
        };
        while self.r#final.is_empty() && !self.draft.is_empty() && slides(&self) {
            self.draft = self.draft.start + 1..self.draft.end + 1;
            self.r#final = self.r#final.start + 1..self.r#final.end + 1;
        }
        self
    }
}

/// The words of a unit, marks left out.
#[derive(Debug, Clone)]
pub(super) struct UnitWords {
    pub(super) article: usize,
    pub(super) draft: Box<[Word]>,
    pub(super) r#final: Box<[Word]>,
    pub(super) edits: Box<[EditWords]>,
    /// The sentences of draft and final; empty where nothing was edited.
    pub(super) sentences: [Box<str>; 2],
}

impl UnitWords {
    /// The corrections in it, each with its kind: every edit, neighbouring edits as one, and what came in with a word
    /// beside it.
    pub(super) fn keys(&self) -> Vec<(Key, Kind)> {
        /// So many neighbours are taken as one.
        const TOGETHER: usize = 4;
        /// Neighbours have no more kept words between them.
        const BETWEEN: usize = 2;
        let mut found = Vec::new();
        for (at, edit) in self.edits.iter().enumerate() {
            let mut kind = edit.kind;
            let mut last = edit;
            found.extend(self.key(&edit.draft, &edit.r#final).map(|key| (key, kind)));
            found.extend(self.with_word_beside(edit).map(|key| (key, kind)));
            for next in self.edits[at + 1..].iter().take(TOGETHER - 1) {
                let follows = next.draft.start >= last.draft.end && next.r#final.start >= last.r#final.end;
                if !follows || next.draft.start - last.draft.end > BETWEEN {
                    break;
                }
                kind = if is_common(kind) { next.kind } else { kind };
                last = next;
                let key = self.key(&(edit.draft.start..last.draft.end), &(edit.r#final.start..last.r#final.end));
                found.extend(key.map(|key| (key, kind)));
            }
        }
        found
    }

    /// Where words came in: with the word behind them and with the one before them.
    fn with_word_beside(&self, edit: &EditWords) -> impl Iterator<Item = Key> {
        let (at, new) = (edit.draft.start, &edit.r#final);
        let same = |one: usize, two: usize| {
            self.draft.get(one).zip(self.r#final.get(two)).is_some_and(|(one, two)| one.exact == two.exact)
        };
        let came_in = edit.draft.is_empty() && !new.is_empty();
        let behind = came_in && same(at, new.end);
        let before = came_in && at > 0 && new.start > 0 && same(at - 1, new.start - 1);
        let behind = behind.then(|| self.key(&(at..at + 1), &(new.start..new.end + 1))).flatten();
        let before = before.then(|| self.key(&(at - 1..at), &(new.start - 1..new.end))).flatten();
        behind.into_iter().chain(before)
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
