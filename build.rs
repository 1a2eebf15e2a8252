//! Compiles the word lists in `src/lexicon/tables/*.toml` into sorted statics, so that a run parses nothing at start-up.
//! All texts stand in one, `TEXT`, and rows say where; so do all lists that belong to words, in `LISTS`.
//!
//! The shape of a key decides its type (see `src/lexicon/table.rs`): an array of strings becomes `Words`, a table of
//! numbers `Numbers`, a table of strings `Pairs`, a table of arrays `Groups`. `KEY` in `FILE.toml` becomes `FILE::KEY`.
//! A table of arrays under `KEY_forms` is turned around, so that a word is found by its form; its words become `KEY_lemmas`.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

// Rows are only looked for at run time.
#[allow(dead_code)]
#[path = "src/lexicon/slots.rs"]
mod slots;

/// Tables of strings whose values are a few standard names: `Standards`.
const STANDARDS: [&str; 6] =
    ["kinds.pronouns", "values.counters", "values.currencies", "values.eastern_units", "values.nouns", "values.units"];

/// Tables of strings whose values are not folded: `Written`.
const WRITTEN: [&str; 1] = ["names.brands"];

/// What the rows of all tables point at.
#[derive(Default)]
struct Stored {
    text: String,
    /// Where each text stands in `text`.
    places: HashMap<String, String>,
    /// The literals of all lists' texts.
    lists: Vec<String>,
}

fn main() {
    let folder = Path::new("src/lexicon/tables");
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut files: Vec<_> =
        fs::read_dir(folder).expect("the tables folder").map(|entry| entry.expect("a table").path()).collect();
    files.sort();
    let mut stored = Stored::default();
    let mut code = String::from("use super::table::Place;\n");
    for file in files.iter().filter(|file| file.extension().is_some_and(|extension| extension == "toml")) {
        let name = file.file_stem().and_then(|stem| stem.to_str()).expect("a table's name");
        let text = fs::read_to_string(file).expect("a table's text");
        let table: toml::Table = text.parse().unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        writeln!(code, "pub(super) mod {name} {{\nuse super::super::table::*;").expect("a string");
        let mut add = |key: &str, value: &toml::Value| {
            let (shape, literal) = stored.table(&format!("{name}.{key}"), value);
            // Of words with forms, not every table's list is asked for.
            writeln!(code, "#[allow(dead_code)]\npub(in crate::lexicon) const {key}: {shape} = {literal};")
                .expect("a string");
        };
        for (key, value) in &table {
            match (key.strip_suffix("_forms"), value) {
                (Some(stem), toml::Value::Table(words)) => {
                    add(key, &turned_around(words));
                    add(&format!("{stem}_lemmas"), &words.keys().cloned().collect::<Vec<_>>().into());
                }
                _ => add(key, value),
            }
        }
        if name == "english" {
            let (lines, slots) = spellings(&folder.join("../english/spelling.txt"));
            for (key, numbers) in [("spelling_lines", lines), ("spelling_slots", slots)] {
                writeln!(code, "pub(in crate::lexicon) const {key}: &[u16] = &{numbers:?};").expect("a string");
            }
        }
        code.push_str("}\n");
    }
    writeln!(code, "pub(super) const TEXT: &str = {:?};", stored.text).expect("a string");
    writeln!(code, "pub(super) static LISTS: &[Place] = &[{}];", stored.lists.join(", ")).expect("a string");
    let out = Path::new(&env::var("OUT_DIR").expect("OUT_DIR")).join("lexicon.rs");
    fs::write(out, code).expect("the compiled tables");
}

/// Where each line of the spellings begins, and its number by the hash of its first word; the lines are sorted.
fn spellings(file: &Path) -> (Vec<u16>, Vec<u16>) {
    println!("cargo::rerun-if-changed={}", file.display());
    let text = fs::read_to_string(file).expect("the spellings");
    assert!(text.lines().is_sorted(), "{}: not sorted", file.display());
    let starts = text.lines().scan(0, |at, line| Some(std::mem::replace(at, *at + line.len() + 1)));
    let starts = starts.map(|start| u16::try_from(start).expect("spellings of less than 64 kB")).collect();
    let words: Vec<&str> = text.lines().filter_map(|line| line.split(' ').next()).collect();
    (starts, slots(words.into_iter()))
}

/// From each form to its words.
fn turned_around(words: &toml::Table) -> toml::Value {
    let mut lemmas = toml::Table::new();
    for (word, forms) in words {
        for form in forms.as_array().into_iter().flatten().filter_map(toml::Value::as_str) {
            let entry = lemmas.entry(form).or_insert_with(|| toml::Value::Array(Vec::new()));
            entry.as_array_mut().expect("an array").push(word.as_str().into());
        }
    }
    lemmas.into()
}

impl Stored {
    /// The Rust type and literal of one key.
    fn table(&mut self, place: &str, value: &toml::Value) -> (&'static str, String) {
        match value {
            toml::Value::Array(words) => ("Words", self.words(place, words)),
            toml::Value::Table(table) => match table.values().next() {
                Some(toml::Value::Integer(_)) => {
                    let numbers = || table.values().filter_map(toml::Value::as_integer);
                    let bounds = (numbers().min().unwrap_or(0), numbers().max().unwrap_or(0));
                    let rows = self.rows(place, table, |_, value| value.as_integer().map(|number| number.to_string()));
                    ("Numbers", format!("Numbers {{ rows: {rows}, bounds: {bounds:?} }}"))
                }
                Some(toml::Value::String(_)) if STANDARDS.contains(&place) => {
                    let mut names: Vec<&str> = table.values().filter_map(toml::Value::as_str).collect();
                    names.sort_unstable();
                    names.dedup();
                    let number = |name: &str| names.binary_search(&name).ok().map(|number| number.to_string());
                    let rows = self.rows(place, table, |_, value| value.as_str().and_then(number));
                    ("Standards", format!("Standards {{ rows: {rows}, names: &{names:?} }}"))
                }
                Some(toml::Value::String(_)) => {
                    let shape = if WRITTEN.contains(&place) { "Written" } else { "Pairs" };
                    let text = |stored: &mut Stored, value: &toml::Value| {
                        value.as_str().map(|text| format!("Text::BuiltIn({})", stored.place(text)))
                    };
                    (shape, format!("{shape}({})", self.rows(place, table, text)))
                }
                Some(toml::Value::Array(_)) => {
                    let list = |stored: &mut Stored, value: &toml::Value| {
                        value.as_array().map(|words| stored.list(place, words))
                    };
                    let by_word = turned_around(table);
                    let by_word = self.rows(place, by_word.as_table().expect("a table"), list);
                    let sets = self.rows(place, table, list);
                    ("Groups", format!("Groups {{ sets: {sets}, by_word: {by_word} }}"))
                }
                _ => panic!("{place}: a table of numbers, of strings or of arrays is wanted"),
            },
            _ => panic!("{place}: an array or a table is wanted"),
        }
    }

    /// The literal of the place of a text.
    fn place(&mut self, text: &str) -> String {
        if let Some(place) = self.places.get(text) {
            return place.clone();
        }
        let place = format!("Place({}, {})", self.text.len(), text.len());
        self.text.push_str(text);
        self.places.insert(text.to_owned(), place.clone());
        place
    }

    fn list(&mut self, place: &str, words: &[toml::Value]) -> String {
        let sorted = sorted(place, words);
        let literal = format!("List::BuiltIn({}, {})", self.lists.len(), sorted.len());
        for word in sorted {
            let place = self.place(word);
            self.lists.push(place);
        }
        literal
    }

    fn words(&mut self, place: &str, words: &[toml::Value]) -> String {
        let rows = sorted(place, words).into_iter().map(|word| (word, "()".to_owned())).collect();
        format!("Words({})", self.map(&rows))
    }

    fn rows(
        &mut self,
        place: &str,
        table: &toml::Table,
        mut literal: impl FnMut(&mut Self, &toml::Value) -> Option<String>,
    ) -> String {
        let row = |(word, value)| {
            let value = literal(self, value).unwrap_or_else(|| panic!("{place}.{word}: not like its neighbours"));
            (String::as_str(word), value)
        };
        let rows = table.iter().map(row).collect();
        self.map(&rows)
    }

    /// Words with the literals of their values.
    fn map(&mut self, rows: &BTreeMap<&str, String>) -> String {
        let longest = rows.keys().map(|words| words.split(' ').count()).max().unwrap_or(0);
        let (slots, starts) = (slots(rows.keys().copied()), slots::starts(rows.keys().copied()));
        let firsts: BTreeSet<u16> = rows.keys().map(|entry| slots::first_bucket(entry)).collect();
        let firsts = Vec::from_iter(firsts);
        let rows: Vec<String> = rows.iter().map(|(word, value)| format!("({}, {value})", self.place(word))).collect();
        format!(
            "Map {{ built_in: &BuiltIn {{ rows: &[{}], slots: &{slots:?}, starts: &{starts:?}, firsts: &{firsts:?} }}, \
             desk: None, longest: {longest} }}",
            rows.join(", ")
        )
    }
}

fn sorted<'a>(place: &str, words: &'a [toml::Value]) -> BTreeSet<&'a str> {
    let mut sorted = BTreeSet::new();
    for word in words {
        let word = word.as_str().unwrap_or_else(|| panic!("{place}: {word} is no string"));
        assert!(sorted.insert(word), "{place}: {word:?} stands twice");
    }
    sorted
}

/// The numbers of some words by their hash: each in its slot, or in the next that is free. At most half of them are taken.
fn slots<'a>(words: impl ExactSizeIterator<Item = &'a str>) -> Vec<u16> {
    let mut slots = vec![slots::EMPTY; (2 * words.len()).next_power_of_two()];
    for (row, word) in words.enumerate() {
        let mut slot = slots::first(slots::hash(word), slots.len());
        while slots[slot] != slots::EMPTY {
            slot = (slot + 1) % slots.len();
        }
        slots[slot] = u16::try_from(row).expect("fewer rows than 65,535");
    }
    slots
}
