//! Compiles the word lists in `src/lexicon/tables/*.toml` into sorted statics, so that a run parses nothing at start-up.
//!
//! The shape of a key decides its type (see `src/lexicon/table.rs`): an array of strings becomes `Words`, a table of
//! numbers `Numbers`, a table of strings `Pairs`, a table of arrays `Groups`. `KEY` in `FILE.toml` becomes `FILE::KEY`.
//! A table of arrays under `KEY_forms` is turned around, so that a word is found by its form; its words become `KEY_lemmas`.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

#[path = "src/lexicon/shape.rs"]
mod shape;

/// Tables of strings whose values are a few standard names: `Standards`.
const STANDARDS: [&str; 6] =
    ["kinds.pronouns", "values.counters", "values.currencies", "values.eastern_units", "values.nouns", "values.units"];

/// Tables of strings whose values are not folded: `Written`.
const WRITTEN: [&str; 1] = ["names.brands"];

fn main() {
    let folder = Path::new("src/lexicon/tables");
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut files: Vec<_> =
        fs::read_dir(folder).expect("the tables folder").map(|entry| entry.expect("a table").path()).collect();
    files.sort();
    let mut code = String::new();
    for file in files.iter().filter(|file| file.extension().is_some_and(|extension| extension == "toml")) {
        let name = file.file_stem().and_then(|stem| stem.to_str()).expect("a table's name");
        let text = fs::read_to_string(file).expect("a table's text");
        let table: toml::Table = text.parse().unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        writeln!(code, "pub(super) mod {name} {{\nuse super::super::table::*;").expect("a string");
        let mut add = |key: &str, value: &toml::Value| {
            let (shape, literal) = literal(&format!("{name}.{key}"), value);
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
            let starts = line_starts(&folder.join("../english/spelling.txt"));
            writeln!(code, "pub(in crate::lexicon) const spelling_lines: &[u16] = &{starts:?};").expect("a string");
        }
        code.push_str("}\n");
    }
    let out = Path::new(&env::var("OUT_DIR").expect("OUT_DIR")).join("lexicon.rs");
    fs::write(out, code).expect("the compiled tables");
}

/// Where each line of the spellings begins; the lines are sorted.
fn line_starts(file: &Path) -> Vec<u16> {
    println!("cargo::rerun-if-changed={}", file.display());
    let text = fs::read_to_string(file).expect("the spellings");
    assert!(text.lines().is_sorted(), "{}: not sorted", file.display());
    let starts = text.lines().scan(0, |at, line| Some(std::mem::replace(at, *at + line.len() + 1)));
    starts.map(|start| u16::try_from(start).expect("spellings of less than 64 kB")).collect()
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

/// The Rust type and literal of one key.
fn literal(place: &str, value: &toml::Value) -> (&'static str, String) {
    match value {
        toml::Value::Array(words) => ("Words", words_literal(place, words)),
        toml::Value::Table(table) => match table.values().next() {
            Some(toml::Value::Integer(_)) => {
                let number = |value: &toml::Value| value.as_integer().map(|number| number.to_string());
                let numbers = || table.values().filter_map(toml::Value::as_integer);
                let bounds = (numbers().min().unwrap_or(0), numbers().max().unwrap_or(0));
                ("Numbers", format!("Numbers {{ rows: {}, bounds: {bounds:?} }}", rows(place, table, number)))
            }
            Some(toml::Value::String(_)) if STANDARDS.contains(&place) => {
                let mut names: Vec<&str> = table.values().filter_map(toml::Value::as_str).collect();
                names.sort_unstable();
                names.dedup();
                let rows = rows(place, table, |value| value.as_str().map(|text| format!("{text:?}")));
                ("Standards", format!("Standards {{ rows: {rows}, names: &{names:?} }}"))
            }
            Some(toml::Value::String(_)) => {
                let shape = if WRITTEN.contains(&place) { "Written" } else { "Pairs" };
                let text =
                    |value: &toml::Value| value.as_str().map(|text| format!("std::borrow::Cow::Borrowed({text:?})"));
                (shape, format!("{shape}({})", rows(place, table, text)))
            }
            Some(toml::Value::Array(_)) => {
                let words = |value: &toml::Value| value.as_array().map(|words| words_literal(place, words));
                let turned = turned_around(table);
                let by_word = rows(place, turned.as_table().expect("a table"), words);
                ("Groups", format!("Groups {{ sets: {}, by_word: {by_word} }}", rows(place, table, words)))
            }
            _ => panic!("{place}: a table of numbers, of strings or of arrays is wanted"),
        },
        _ => panic!("{place}: an array or a table is wanted"),
    }
}

fn rows(place: &str, table: &toml::Table, literal: impl Fn(&toml::Value) -> Option<String>) -> String {
    let row = |(word, value): (&String, &toml::Value)| {
        let value = literal(value).unwrap_or_else(|| panic!("{place}.{word}: not like its neighbours"));
        (word.clone(), value)
    };
    map_literal(&table.iter().map(row).collect())
}

fn words_literal(place: &str, words: &[toml::Value]) -> String {
    let mut sorted = BTreeMap::new();
    for word in words {
        let word = word.as_str().unwrap_or_else(|| panic!("{place}: {word} is no string"));
        if sorted.insert(word.to_owned(), "()".to_owned()).is_some() {
            panic!("{place}: {word:?} stands twice");
        }
    }
    format!("Words({})", map_literal(&sorted))
}

/// Words with the literals of their values.
fn map_literal(rows: &BTreeMap<String, String>) -> String {
    let longest = rows.keys().map(|words| words.split(' ').count()).max().unwrap_or(0);
    let shapes = shapes_literal(rows);
    let rows: Vec<String> = rows.iter().map(|(word, value)| format!("({word:?}, {value})")).collect();
    format!("Map {{ built_in: &[{}], desk: None, longest: {longest}, shapes: {shapes} }}", rows.join(", "))
}

/// The shapes of the words of a table (see `Shapes`). A short one is searched as fast without.
fn shapes_literal(rows: &BTreeMap<String, String>) -> String {
    const SHORT: usize = 4;
    if rows.len() <= SHORT {
        return "Shapes::ANY".to_owned();
    }
    let mut lengths = [0_u32; shape::SLOTS];
    for word in rows.keys() {
        let (slot, length) = shape::of(word);
        lengths[slot] |= length;
    }
    format!("Shapes(&{lengths:?})")
}
