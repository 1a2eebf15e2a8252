//! The shapes of a table: the rows that are compiled in, and those of a desk.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::slots;
pub(super) use super::stored::{List, Place, Text};

/// The rows of a desk, sorted by their word.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Desk<V> {
    rows: Box<[(Box<str>, V)]>,
    /// A bit for the hash of each two words that a phrase begins with.
    starts: Vec<u64>,
}

/// Rows sorted by their word. A desk's are looked up before those that are compiled in, so that they win.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Map<V: 'static> {
    pub(super) built_in: &'static BuiltIn<V>,
    pub(super) desk: Option<Arc<Desk<V>>>,
    /// How many words the longest entry has.
    pub(super) longest: usize,
}

/// The rows that are compiled in, and where they are found (see `slots`).
#[derive(Debug, PartialEq, Eq)]
pub(super) struct BuiltIn<V: 'static> {
    pub(super) rows: &'static [(Place, V)],
    /// The number of each row by the hash of its word.
    pub(super) slots: &'static [u16],
    /// A bit for the hash of each two words that a phrase begins with.
    pub(super) starts: &'static [u64],
    /// The buckets of the first words.
    pub(super) firsts: &'static [u16],
}

/// A folded word that is looked up in several tables.
#[derive(Debug, Clone, Copy)]
pub struct Hashed<'a> {
    word: &'a str,
    hash: u64,
}

impl<'a, W: AsRef<str> + ?Sized> From<&'a W> for Hashed<'a> {
    fn from(folded: &'a W) -> Self {
        let word = folded.as_ref();
        Hashed { word, hash: slots::hash(word) }
    }
}

impl<'a> Hashed<'a> {
    /// How many buckets there are.
    pub const BUCKETS: usize = slots::BUCKETS;

    /// The word.
    pub fn as_str(self) -> &'a str {
        self.word
    }

    /// One of [`BUCKETS`](Self::BUCKETS), which only few other words share.
    pub fn bucket(self) -> usize {
        slots::bucket(self.hash).into()
    }
}

impl<V: Clone> Map<V> {
    fn desk_rows(&self) -> &[(Box<str>, V)] {
        self.desk.as_deref().map_or(&[], |desk| &desk.rows)
    }

    fn of_desk(&self, folded: &str) -> Option<(&str, &V)> {
        let rows = self.desk_rows();
        rows.binary_search_by(|(word, _)| (**word).cmp(folded)).ok().map(|at| (&*rows[at].0, &rows[at].1))
    }

    fn of_built_in(&self, folded: Hashed) -> Option<(&str, &V)> {
        let BuiltIn { rows, slots, .. } = self.built_in;
        let is_row = |row: usize| rows.get(row).is_some_and(|(word, _)| word.text() == folded.word);
        let (word, value) = &rows[slots::find(folded.hash, slots, is_row)?];
        Some((word.text(), value))
    }

    fn row(&self, folded: Hashed) -> Option<(&str, &V)> {
        match self.desk {
            None => self.of_built_in(folded),
            Some(_) => self.of_desk(folded.word).or_else(|| self.of_built_in(folded)),
        }
    }

    fn get(&self, folded: Hashed) -> Option<&V> {
        self.row(folded).map(|(_, value)| value)
    }

    /// The buckets of the words that an entry begins with.
    fn firsts(&self) -> impl Iterator<Item = usize> {
        let desk = self.desk_rows().iter().map(|(entry, _)| slots::first_bucket(entry));
        self.built_in.firsts.iter().copied().chain(desk).map(usize::from)
    }

    /// Whether a phrase may begin with these two words: for nearly all others, no.
    fn may_begin(&self, first: Hashed, second: Hashed) -> bool {
        let may_begin = |starts: &[u64]| slots::may_begin(first.hash, second.hash, starts);
        may_begin(self.built_in.starts) || self.desk.as_deref().is_some_and(|desk| may_begin(&desk.starts))
    }

    /// The longest entry that some words begin with: its length in words, and its row.
    fn longest_of(&self, words: &[Hashed]) -> Option<(usize, &str, &V)> {
        let row = |length: usize| {
            let phrase: Vec<&str> = words[..length].iter().map(|word| word.word).collect();
            let (word, value) = self.row((&phrase.join(" ")).into())?;
            Some((length, word, value))
        };
        let long = match words {
            [first, second, ..] if self.may_begin(*first, *second) => {
                (2..=self.longest.min(words.len())).rev().find_map(row)
            }
            _ => None,
        };
        long.or_else(|| self.row(*words.first()?).map(|(word, value)| (1, word, value)))
    }

    /// The desk's rows, then the others.
    fn iter(&self) -> impl Iterator<Item = (&str, &V)> {
        let desk = self.desk_rows();
        let built_in = self.built_in.rows.iter().map(|(word, value)| (word.text(), value));
        let built_in = built_in.filter(|(word, _)| desk.is_empty() || self.of_desk(word).is_none());
        desk.iter().map(|(word, value)| (&**word, value)).chain(built_in)
    }

    /// Leaves nothing that is compiled in.
    pub(super) fn empty(&mut self) {
        self.built_in = &BuiltIn { rows: &[], slots: &[slots::EMPTY], starts: &[], firsts: &[] };
    }

    /// Adds rows of a desk, whose words are folded.
    pub(super) fn add(&mut self, rows: impl IntoIterator<Item = (Box<str>, V)>) {
        let mut all: BTreeMap<Box<str>, V> = self.desk_rows().iter().cloned().collect();
        all.extend(rows);
        let longest = all.keys().map(|words| words.split(' ').count()).max();
        self.longest = self.longest.max(longest.unwrap_or(0));
        let starts = slots::starts(all.keys().map(|entry| &**entry));
        self.desk = (!all.is_empty()).then(|| Arc::new(Desk { rows: all.into_iter().collect(), starts }));
    }
}

/// A set of words or phrases.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words(pub(super) Map<()>);

impl Words {
    /// Whether the folded word is in the set.
    pub fn contains<'a>(&self, folded: impl Into<Hashed<'a>>) -> bool {
        self.0.get(folded.into()).is_some()
    }

    /// The entries: a desk's, then those that are compiled in, each part sorted.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(word, ())| word)
    }

    /// How many words the longest entry has.
    pub fn longest(&self) -> usize {
        self.0.longest
    }

    /// The buckets of the words that an entry begins with.
    pub fn firsts(&self) -> impl Iterator<Item = usize> {
        self.0.firsts()
    }

    /// How many words the longest entry has that some folded words begin with.
    pub fn longest_of(&self, words: &[Hashed]) -> Option<usize> {
        self.0.longest_of(words).map(|(length, ..)| length)
    }
}

/// Words with a number each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Numbers {
    pub(super) rows: Map<i64>,
    /// The least and the greatest of the numbers that are compiled in.
    pub(super) bounds: (i64, i64),
}

impl Numbers {
    /// The number that belongs to a folded word.
    pub fn get<'a>(&self, folded: impl Into<Hashed<'a>>) -> Option<i64> {
        self.rows.get(folded.into()).copied()
    }

    /// The entries: a desk's, then those that are compiled in, each part sorted.
    pub fn iter(&self) -> impl Iterator<Item = (&str, i64)> {
        self.rows.iter().map(|(word, number)| (word, *number))
    }
}

/// Words with one of a few standard names each, which the program knows: units, currencies, what is counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standards {
    /// The number of each word's name among the names.
    pub(super) rows: Map<u16>,
    /// The standard names, sorted.
    pub(super) names: &'static [&'static str],
}

impl Standards {
    /// The standard name that belongs to a folded word.
    pub fn get<'a>(&self, folded: impl Into<Hashed<'a>>) -> Option<&'static str> {
        self.rows.get(folded.into()).map(|&name| self.name(name))
    }

    /// The entries: a desk's, then those that are compiled in, each part sorted.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &'static str)> {
        self.rows.iter().map(|(word, &name)| (word, self.name(name)))
    }

    /// All standard names, sorted.
    pub fn names(&self) -> &'static [&'static str] {
        self.names
    }

    fn name(&self, number: u16) -> &'static str {
        self.names.get(usize::from(number)).copied().unwrap_or_default()
    }
}

/// Words with another folded word each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pairs(pub(super) Map<Text>);

impl Pairs {
    /// The word that belongs to a folded word.
    pub fn get<'a>(&self, folded: impl Into<Hashed<'a>>) -> Option<&str> {
        self.0.get(folded.into()).map(Text::as_str)
    }

    /// The entries: a desk's, then those that are compiled in, each part sorted.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(word, other)| (word, other.as_str()))
    }

    /// How many words the longest entry has.
    pub fn longest(&self) -> usize {
        self.0.longest
    }

    /// The longest entry that some folded words begin with: its length in words, it, and what belongs to it.
    pub fn longest_of(&self, words: &[Hashed]) -> Option<(usize, &str, &str)> {
        self.0.longest_of(words).map(|(length, entry, other)| (length, entry, other.as_str()))
    }

    /// Whether an entry may begin with these two folded words: for nearly all others, no.
    pub fn may_begin(&self, first: &str, second: &str) -> bool {
        self.0.may_begin(first.into(), second.into())
    }
}

/// Folded words with the way in which each is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written(pub(super) Map<Text>);

impl Written {
    /// How a folded word is written.
    pub fn get<'a>(&self, folded: impl Into<Hashed<'a>>) -> Option<&str> {
        self.0.get(folded.into()).map(Text::as_str)
    }

    /// The entries: a desk's, then those that are compiled in, each part sorted.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(word, written)| (word, written.as_str()))
    }
}

/// Several sets, each under a name (for abbreviations: the language).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Groups {
    /// The words of each set, by its name.
    pub(super) sets: Map<List>,
    /// The names of the sets that hold a word, by word.
    pub(super) by_word: Map<List>,
}

impl Groups {
    /// The names of the sets that hold a folded word.
    pub fn holding<'a>(&'a self, folded: &str) -> impl Iterator<Item = &'a str> + use<'a> {
        both(&self.by_word, folded.into())
    }

    /// Whether one of the sets holds a folded word.
    pub fn has_word<'a>(&self, folded: impl Into<Hashed<'a>>) -> bool {
        self.by_word.get(folded.into()).is_some()
    }

    /// The buckets of the words that an entry of any set begins with.
    pub fn firsts(&self) -> impl Iterator<Item = usize> {
        self.by_word.firsts()
    }

    /// The words of the set of this name.
    pub fn words<'a>(&'a self, name: Hashed) -> impl Iterator<Item = &'a str> + use<'a> {
        both(&self.sets, name)
    }

    /// Whether the folded word is in the set of this name.
    pub fn contains(&self, name: &str, folded: &str) -> bool {
        self.holding(folded).any(|set| set == name)
    }

    /// Whether there is a set of this name.
    pub fn has(&self, name: &str) -> bool {
        self.sets.get(name.into()).is_some()
    }

    /// The names of the sets: a desk's, then those that are compiled in, each part sorted.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.sets.iter().map(|(name, _)| name)
    }

    /// How many words the longest entry of all sets has.
    pub fn longest(&self) -> usize {
        self.by_word.longest
    }

    /// Adds words of a desk to sets old and new.
    pub(super) fn add(&mut self, rows: impl IntoIterator<Item = (Box<str>, Vec<Box<str>>)>) {
        type Sets = BTreeMap<Box<str>, BTreeSet<Box<str>>>;
        let (mut sets, mut by_word) = (Sets::new(), Sets::new());
        let known =
            self.sets.desk_rows().iter().map(|(name, words)| (name.clone(), words.iter().map(Box::from).collect()));
        for (name, words) in known.chain(rows) {
            for word in &words {
                by_word.entry(word.clone()).or_default().insert(name.clone());
            }
            sets.entry(name).or_default().extend(words);
        }
        let lists = |sets: Sets| sets.into_iter().map(|(name, words)| (name, List::Own(words.into_iter().collect())));
        self.sets.add(lists(sets));
        self.by_word.add(lists(by_word));
    }
}

/// The texts of a desk's row, then of the one that is compiled in.
fn both<'a>(lists: &'a Map<List>, name: Hashed) -> impl Iterator<Item = &'a str> + use<'a> {
    let texts = |row: Option<(&str, &'a List)>| row.map(|(_, list)| list.iter()).into_iter().flatten();
    texts(lists.of_desk(name.word)).chain(texts(lists.of_built_in(name)))
}
