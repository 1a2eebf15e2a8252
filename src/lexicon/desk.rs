//! A desk's own rows: `[tables.extend]` and `[tables.replace]`.
//!
//! They are read straight into the lexicon, so that whoever reads the settings knows the line of what is wrong. Where the
//! same key stands in both, what is compiled in is dropped and both are added.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error, MapAccess, Unexpected, Visitor};

use super::parts::KEYS;
use super::stored::Text;
use super::{Groups, Lexicon, Numbers, Pairs, Standards, Words, Written, fold};

/// A table that a desk may change, and what is compiled in of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    /// Its key under `[tables.extend]` and `[tables.replace]`.
    pub name: &'static str,
    /// What it holds, in a line.
    pub meaning: &'static str,
    /// Whether it is written as a TOML table; else as a list.
    pub is_table: bool,
    /// How many entries are compiled in.
    pub entries: usize,
    /// One of them, as TOML has it.
    pub example: String,
    /// Where only these stand for something: what the value of a row may be.
    pub values: &'static [&'static str],
}

/// A word or phrase as tables have it: folded, parted by one space, without a last full stop.
struct Entry(Box<str>);

/// A seed that reads a desk's change into a table.
pub(super) struct Changed<'a, T> {
    pub(super) table: &'a mut T,
    pub(super) replace: bool,
}

/// The shapes of a table that a desk may change.
pub(super) trait Table {
    /// Leaves nothing that is compiled in.
    fn empty(&mut self);

    /// Adds what a desk wrote.
    fn read<'de, D: Deserializer<'de>>(&mut self, written: D) -> Result<(), D::Error>;

    /// What is known of it.
    fn described(&self, name: &'static str, meaning: &'static str) -> Key;
}

impl Lexicon {
    /// The tables that a desk may change: those compiled in, the ones for kinds of edits first.
    pub fn keys() -> Vec<Key> {
        let Lexicon { boundaries, values, names, frame, kinds, print, editing, .. } = Lexicon::default();
        let names = names.keys().chain(names.hangul.keys());
        kinds
            .keys()
            .chain(frame.keys())
            .chain(names)
            .chain(values.keys())
            .chain(boundaries.keys())
            .chain(print.keys())
            .chain(editing.keys())
            .collect()
    }

    fn change<'de, A: MapAccess<'de>>(&mut self, key: &str, replace: bool, written: &mut A) -> Result<(), A::Error> {
        let changed = self.kinds.change(key, replace, written);
        let changed = changed.or_else(|| self.frame.change(key, replace, written));
        let changed = changed.or_else(|| self.names.change(key, replace, written));
        let changed = changed.or_else(|| self.names.hangul.change(key, replace, written));
        let changed = changed.or_else(|| self.values.change(key, replace, written));
        let changed = changed.or_else(|| self.boundaries.change(key, replace, written));
        let changed = changed.or_else(|| self.print.change(key, replace, written));
        let changed = changed.or_else(|| self.editing.change(key, replace, written));
        changed.unwrap_or_else(|| Err(A::Error::unknown_field(key, KEYS)))
    }
}

impl<'de> Deserialize<'de> for Lexicon {
    fn deserialize<D: Deserializer<'de>>(settings: D) -> Result<Self, D::Error> {
        settings.deserialize_map(Ways)
    }
}

/// `[tables]`.
struct Ways;

impl<'de> Visitor<'de> for Ways {
    type Value = Lexicon;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a table")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut ways: A) -> Result<Lexicon, A::Error> {
        let mut lexicon = Lexicon::default();
        while let Some(way) = ways.next_key_seed(KeyOf(&["extend", "replace"]))? {
            ways.next_value_seed(Changes { lexicon: &mut lexicon, replace: way == "replace" })?;
        }
        Ok(lexicon)
    }
}

/// `[tables.extend]` or `[tables.replace]`.
struct Changes<'a> {
    lexicon: &'a mut Lexicon,
    replace: bool,
}

impl<'de> DeserializeSeed<'de> for Changes<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, tables: D) -> Result<(), D::Error> {
        tables.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Changes<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a table")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut tables: A) -> Result<(), A::Error> {
        while let Some(key) = tables.next_key_seed(KeyOf(KEYS))? {
            self.lexicon.change(key, self.replace, &mut tables)?;
        }
        Ok(())
    }
}

/// One of these keys.
struct KeyOf(&'static [&'static str]);

impl<'de> DeserializeSeed<'de> for KeyOf {
    type Value = &'static str;

    fn deserialize<D: Deserializer<'de>>(self, key: D) -> Result<&'static str, D::Error> {
        let key = String::deserialize(key)?;
        let known = self.0.iter().find(|known| **known == key);
        known.copied().ok_or_else(|| D::Error::unknown_field(&key, self.0))
    }
}

impl<'de, T: Table> DeserializeSeed<'de> for Changed<'_, T> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, written: D) -> Result<(), D::Error> {
        if self.replace {
            self.table.empty();
        }
        self.table.read(written)
    }
}

/// A text as tables have it.
fn plain(text: &str) -> Box<str> {
    let folded = fold(text);
    let words = folded.split_whitespace().collect::<Vec<_>>().join(" ");
    match words.strip_suffix('.') {
        Some(before) if !before.is_empty() => before.into(),
        _ => words.into(),
    }
}

impl<'de> Deserialize<'de> for Entry {
    fn deserialize<D: Deserializer<'de>>(text: D) -> Result<Self, D::Error> {
        match plain(&String::deserialize(text)?) {
            empty if empty.is_empty() => Err(D::Error::custom("an empty text stands where a word is wanted")),
            word => Ok(Entry(word)),
        }
    }
}

/// The rows of a TOML table, whose values a seed reads.
fn rows<'de, D, S>(written: D, value: S) -> Result<BTreeMap<Box<str>, S::Value>, D::Error>
where
    D: Deserializer<'de>,
    S: DeserializeSeed<'de> + Copy,
{
    written.deserialize_map(Rows(value))
}

struct Rows<S>(S);

impl<'de, S: DeserializeSeed<'de> + Copy> Visitor<'de> for Rows<S> {
    type Value = BTreeMap<Box<str>, S::Value>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a table")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut rows = BTreeMap::new();
        while let Some(word) = map.next_key_seed(NewWord(&rows))? {
            let value = map.next_value_seed(self.0)?;
            rows.insert(word, value);
        }
        Ok(rows)
    }
}

/// A word that is not among the rows yet: TOML itself takes `SNS` and `sns` for two.
struct NewWord<'a, V>(&'a BTreeMap<Box<str>, V>);

impl<'de, V> DeserializeSeed<'de> for NewWord<'_, V> {
    type Value = Box<str>;

    fn deserialize<D: Deserializer<'de>>(self, key: D) -> Result<Box<str>, D::Error> {
        let Entry(word) = Entry::deserialize(key)?;
        match self.0.contains_key(&word) {
            true => Err(D::Error::custom("stands twice: capitals and kinds of quotation marks make no difference")),
            false => Ok(word),
        }
    }
}

/// A whole number within the bounds of those that are compiled in: others mean nothing to the program.
#[derive(Clone, Copy)]
struct Within((i64, i64));

impl<'de> DeserializeSeed<'de> for Within {
    type Value = i64;

    fn deserialize<D: Deserializer<'de>>(self, number: D) -> Result<i64, D::Error> {
        let Within((least, most)) = self;
        match i64::deserialize(number)? {
            number if (least..=most).contains(&number) => Ok(number),
            number => {
                let bounds = format!("a number from {least} to {most}");
                Err(D::Error::invalid_value(Unexpected::Signed(number), &&*bounds))
            }
        }
    }
}

/// The number of one of the standard names that the program knows.
#[derive(Clone, Copy)]
struct Standard(&'static [&'static str]);

impl<'de> DeserializeSeed<'de> for Standard {
    type Value = u16;

    fn deserialize<D: Deserializer<'de>>(self, name: D) -> Result<u16, D::Error> {
        let name = String::deserialize(name)?;
        let number = self.0.iter().zip(0..).find(|(known, _)| **known == name).map(|(_, number)| number);
        number.ok_or_else(|| D::Error::unknown_variant(&name, self.0))
    }
}

impl Key {
    fn list<'a>(name: &'static str, meaning: &'static str, words: impl Iterator<Item = &'a str>) -> Self {
        let words: Vec<&str> = words.collect();
        let example = format!("[{:?}]", words.first().unwrap_or(&""));
        Key { name, meaning: meaning.trim(), is_table: false, entries: words.len(), example, values: &[] }
    }

    /// The example is the first row that has a value.
    fn table<'a, V: fmt::Debug>(
        name: &'static str,
        meaning: &'static str,
        rows: impl Iterator<Item = (&'a str, V)>,
    ) -> Self {
        let rows: Vec<String> = rows.map(|(word, value)| format!("{} = {value:?}", toml_key(word))).collect();
        let example = rows.iter().find(|row| !row.ends_with("\"\"")).cloned().unwrap_or_default();
        Key { name, meaning: meaning.trim(), is_table: true, entries: rows.len(), example, values: &[] }
    }
}

/// A word as the key of a TOML table: in quotation marks unless it has letters of English, digits and hyphens only.
fn toml_key(word: &str) -> String {
    let bare = word.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
    if bare { word.to_owned() } else { format!("{word:?}") }
}

impl Table for Words {
    fn empty(&mut self) {
        self.0.empty();
    }

    fn read<'de, D: Deserializer<'de>>(&mut self, written: D) -> Result<(), D::Error> {
        self.0.add(Vec::<Entry>::deserialize(written)?.into_iter().map(|Entry(word)| (word, ())));
        Ok(())
    }

    fn described(&self, name: &'static str, meaning: &'static str) -> Key {
        Key::list(name, meaning, self.iter())
    }
}

impl Table for Numbers {
    fn empty(&mut self) {
        self.rows.empty();
    }

    fn read<'de, D: Deserializer<'de>>(&mut self, written: D) -> Result<(), D::Error> {
        self.rows.add(rows(written, Within(self.bounds))?);
        Ok(())
    }

    fn described(&self, name: &'static str, meaning: &'static str) -> Key {
        Key::table(name, meaning, self.iter())
    }
}

impl Table for Standards {
    fn empty(&mut self) {
        self.rows.empty();
    }

    fn read<'de, D: Deserializer<'de>>(&mut self, written: D) -> Result<(), D::Error> {
        self.rows.add(rows(written, Standard(self.names))?);
        Ok(())
    }

    fn described(&self, name: &'static str, meaning: &'static str) -> Key {
        Key { values: self.names, ..Key::table(name, meaning, self.iter()) }
    }
}

impl Table for Pairs {
    fn empty(&mut self) {
        self.0.empty();
    }

    fn read<'de, D: Deserializer<'de>>(&mut self, written: D) -> Result<(), D::Error> {
        let pairs = rows(written, PhantomData::<String>)?;
        self.0.add(pairs.into_iter().map(|(word, other)| (word, Text::Own(plain(&other)))));
        Ok(())
    }

    fn described(&self, name: &'static str, meaning: &'static str) -> Key {
        Key::table(name, meaning, self.iter())
    }
}

impl Table for Written {
    fn empty(&mut self) {
        self.0.empty();
    }

    fn read<'de, D: Deserializer<'de>>(&mut self, written: D) -> Result<(), D::Error> {
        let names = rows(written, PhantomData::<String>)?;
        self.0.add(names.into_iter().map(|(word, name)| (word, Text::Own(name.into()))));
        Ok(())
    }

    fn described(&self, name: &'static str, meaning: &'static str) -> Key {
        Key::table(name, meaning, self.iter())
    }
}

impl Table for Groups {
    fn empty(&mut self) {
        self.sets.empty();
        self.by_word.empty();
    }

    fn read<'de, D: Deserializer<'de>>(&mut self, written: D) -> Result<(), D::Error> {
        let groups = rows(written, PhantomData::<Vec<Entry>>)?;
        let words = |entries: Vec<Entry>| entries.into_iter().map(|Entry(word)| word).collect();
        self.add(groups.into_iter().map(|(name, entries)| (name, words(entries))));
        Ok(())
    }

    /// The example is of the largest set.
    fn described(&self, name: &'static str, meaning: &'static str) -> Key {
        let sets = self.names().map(|set| (set, self.words(set.into()).collect::<Vec<_>>()));
        let mut sets: Vec<(&str, Vec<&str>)> = sets.collect();
        let entries = sets.iter().map(|(_, words)| words.len()).sum();
        sets.sort_by_key(|(_, words)| Reverse(words.len()));
        let example = sets.into_iter().map(|(set, words)| (set, words.into_iter().take(2).collect::<Vec<_>>()));
        Key { entries, ..Key::table(name, meaning, example) }
    }
}
