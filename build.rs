//! Compiles the word lists in `src/lexicon/tables/*.toml` into sorted statics, so that a run parses nothing at start-up.
//!
//! The shape of a key decides its type (see `src/lexicon/mod.rs`): an array of strings becomes `Words`, a table of
//! numbers `Numbers`, a table of strings `Pairs`, a table of arrays `Groups`. `KEY` in `FILE.toml` becomes `FILE_KEY`.
//! A table of arrays under `KEY_forms` is turned around, so that a word is found by its form; its words become `KEY_LEMMAS`.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

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
        let mut add = |key: &str, value: &toml::Value| {
            let (shape, literal) = literal(&format!("{name}.{key}"), value);
            let (name, key) = (name.to_uppercase(), key.to_uppercase());
            // Of words with forms, not every table's list is asked for.
            writeln!(code, "#[allow(dead_code)]\npub(super) static {name}_{key}: {shape} = {literal};")
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
    }
    let out = Path::new(&env::var("OUT_DIR").expect("OUT_DIR")).join("lexicon.rs");
    fs::write(out, code).expect("the compiled tables");
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
        toml::Value::Table(table) => {
            let sorted: BTreeMap<&String, &toml::Value> = table.iter().collect();
            match sorted.values().next() {
                Some(toml::Value::Integer(_)) => (
                    "Numbers",
                    entries("Numbers", &sorted, |value| value.as_integer().map(|number| number.to_string()), place),
                ),
                Some(toml::Value::String(_)) => {
                    ("Pairs", entries("Pairs", &sorted, |value| value.as_str().map(|text| format!("{text:?}")), place))
                }
                Some(toml::Value::Array(_)) => {
                    let group = |value: &toml::Value| value.as_array().map(|words| words_literal(place, words));
                    let turned = turned_around(table);
                    let by_word = turned.as_table().expect("a table").iter().collect();
                    let sets = [&sorted, &by_word].map(|table| entries("", table, group, place));
                    ("Groups", format!("Groups{{ sets: {}, by_word: {} }}", sets[0], sets[1]))
                }
                _ => panic!("{place}: a table of numbers, of strings or of arrays is wanted"),
            }
        }
        _ => panic!("{place}: an array or a table is wanted"),
    }
}

fn entries(
    shape: &str,
    table: &BTreeMap<&String, &toml::Value>,
    literal: impl Fn(&toml::Value) -> Option<String>,
    place: &str,
) -> String {
    let entries: Vec<String> = table
        .iter()
        .map(|(key, value)| {
            let value = literal(value).unwrap_or_else(|| panic!("{place}.{key}: not like its neighbours"));
            format!("({key:?}, {value})")
        })
        .collect();
    format!("{shape}(&[{}])", entries.join(", "))
}

fn words_literal(place: &str, words: &[toml::Value]) -> String {
    let mut sorted: Vec<&str> =
        words.iter().map(|word| word.as_str().unwrap_or_else(|| panic!("{place}: {word} is no string"))).collect();
    sorted.sort_unstable();
    if let Some(twice) = sorted.windows(2).find(|pair| pair[0] == pair[1]) {
        panic!("{place}: {:?} stands twice", twice[0]);
    }
    format!("Words(&{sorted:?})")
}
