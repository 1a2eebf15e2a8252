//! Compiles the word lists in `src/lexicon/tables/*.toml` into sorted statics, so that a run parses nothing at start-up.
//!
//! The shape of a key decides its type (see `src/lexicon/mod.rs`): an array of strings becomes `Words`, a table of
//! numbers `Numbers`, a table of strings `Pairs`, a table of arrays `Groups`. `KEY` in `FILE.toml` becomes `FILE_KEY`.

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
        for (key, value) in &table {
            let (shape, literal) = literal(&format!("{name}.{key}"), value);
            writeln!(code, "pub(super) static {}_{}: {shape} = {literal};", name.to_uppercase(), key.to_uppercase())
                .expect("a string");
        }
    }
    let out = Path::new(&env::var("OUT_DIR").expect("OUT_DIR")).join("lexicon.rs");
    fs::write(out, code).expect("the compiled tables");
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
                    ("Groups", entries("Groups", &sorted, group, place))
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
