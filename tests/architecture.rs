//! Holds the house to its rules: reads every source file and fails with the rule, the place and the reason.
//!
//! Floors that import from floors below alone cannot form a circle, so circles between them need no rule of their own.
//! The reading is by words and braces, not by a parser: enough to catch a slip, and never in the way of the build.

use std::fs;
use std::path::Path;

/// The modules of each floor, from the ground up. A floor imports from those below; neighbours don't know each other.
const FLOORS: [&[&str]; 10] = [
    &["lexicon", "pair"],
    &["text", "settings"],
    &["article"],
    &["compare"],
    &["kinds", "effort"],
    &["analysis"],
    &["audit"],
    &["report", "desk"],
    &["input", "render"],
    &["cli"],
];

/// The highest floor that neither reads nor writes anything, and gives the same for the same input.
const HIGHEST_PURE: usize = 7;

/// Crates with a home: the modules that may name them.
const HOMES: [(&str, &[&str]); 18] = [
    ("base64", &["render"]),
    ("chardetng", &["input"]),
    ("clap", &["cli"]),
    ("clap_complete", &["cli"]),
    ("colored", &["render"]),
    ("csv", &["render"]),
    ("ctrlc", &["cli"]),
    ("encoding_rs", &["input"]),
    ("fst", &["lexicon"]),
    ("indicatif", &["cli"]),
    ("jiff", &["text", "article", "audit", "desk", "render", "cli"]),
    ("maud", &["render"]),
    ("sha2", &["audit", "render"]),
    ("similar", &["compare"]),
    ("strsim", &["cli", "input", "kinds", "text"]),
    ("tempfile", &["cli"]),
    ("terminal_size", &["cli", "render"]),
    ("toml", &["input"]),
];

/// What is not written on any floor.
const NOWHERE: [(&str, &str); 4] = [
    ("unsafe", "nothing here is worth undefined behaviour"),
    ("todo!", "what is unfinished is not merged"),
    ("unimplemented!", "what is unfinished is not merged"),
    ("dbg!", "it was for one afternoon"),
];

/// What is not written on a pure floor: words, and items of `std`.
const IMPURE_WORDS: [&str; 6] = ["print!", "println!", "eprint!", "eprintln!", "SystemTime", "Instant"];
const IMPURE_STD: [&str; 4] = ["env", "fs", "net", "process"];

/// Where the JSON schema is made; elsewhere types derive `JsonSchema` and know no more of `schemars`.
const SCHEMA_HOMES: [&str; 3] = ["report", "render", "cli"];

/// The most lines that are read in one sitting.
const LONGEST: usize = 500;

#[test]
fn the_house_keeps_its_rules() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    for folder in ["src", "tests", "benches"] {
        rust_files(root, folder, &mut files);
    }
    assert!(files.iter().any(|(path, _)| path == "src/lib.rs"), "no sources found in {}", root.display());
    let found: Vec<String> = files.iter().flat_map(|(path, source)| violations(path, source)).collect();
    assert!(found.is_empty(), "{} broken rules of the house:\n{}", found.len(), found.join("\n"));
}

#[test]
fn every_rule_can_fail() {
    let long = "\n".repeat(LONGEST + 1);
    for (path, source, place) in [
        ("src/text/fold.rs", "\nuse crate::compare::Hunk;", "src/text/fold.rs:2: [floors] `compare` is"),
        ("src/pair.rs", "use crate::{\n    lexicon::Words,\n};", "src/pair.rs:2: [floors] `lexicon` is a neighbour"),
        ("src/kinds/mod.rs", "fn f() -> crate::effort::Ter {}", "src/kinds/mod.rs:1: [floors] `effort`"),
        ("src/audit/mod.rs", "use crate::Analysis;", "src/audit/mod.rs:1: [floors] `Analysis` is no floor"),
        ("src/audit/rules/name.rs", "use super::super::super::text;", ":1: [floors] `super` climbs"),
        ("src/analysis.rs", "use super::pair;", ":1: [floors] `super` climbs"),
        ("src/utils.rs", "", "src/utils.rs:1: [floors] `utils` is no floor"),
        ("src/main.rs", "mod cli;", "src/main.rs:1: [floors] main"),
        ("src/main.rs", "use crate::cli;", "src/main.rs:1: [floors] main"),
        ("src/desk/mod.rs", &long, "src/desk/mod.rs:501: [length]"),
        ("tests/long.rs", &long, "tests/long.rs:501: [length]"),
        ("src/kinds/mod.rs", "use similar::{Algorithm};", ":1: [homes] `similar`"),
        ("src/report/mod.rs", "\nfn f() { colored::control::set_override(true) }", ":2: [homes] `colored`"),
        ("src/input/config.rs", "use clap;", ":1: [homes] `clap`"),
        ("src/audit/mod.rs", "use schemars::schema_for;", ":1: [homes] `schemars::schema_for`"),
        ("src/cli/mod.rs", "fn f() { unsafe { g() } }", ":1: [nowhere] `unsafe`"),
        ("src/render/mod.rs", "fn f() {\n    todo!()\n}", ":2: [nowhere] `todo!`"),
        ("benches/all.rs", "fn f() { dbg!(1); }", ":1: [nowhere] `dbg!`"),
        ("src/report/mod.rs", "fn f() { println!() }", ":1: [pure] `println!`"),
        ("src/effort/mod.rs", "use std::time::Instant;", ":1: [pure] `Instant`"),
        ("src/effort/mod.rs", "use std::{fmt, fs::File};", ":1: [pure] `std::fs`"),
        ("src/text/mod.rs", "#[cfg(test)]\nmod tests;\nuse std::env;", ":3: [pure] `std::env`"),
        ("src/text/mod.rs", "#[cfg(test)]\nmod tests { /* } */ }\nfn f() { dbg!() }", ":3: [nowhere] `dbg!`"),
    ] {
        let found = violations(path, source);
        assert!(matches!(found.as_slice(), [one] if one.contains(place)), "{path} {source}: {found:#?}");
    }
}

#[test]
fn what_is_allowed_passes() {
    for (path, source) in [
        ("src/audit/mod.rs", "use crate::{analysis::Analysis, settings::Level, text::{self, Span}};"),
        ("src/text/mod.rs", "pub(crate) fn f<'a>(c: char) -> bool { c == '\"' } // use crate::cli;"),
        ("src/text/mod.rs", "/// See [`f`](crate::cli::run). todo!\n/* println! /* */ unsafe */ fn f() {}"),
        ("src/text/mod.rs", "const A: &str = \"todo! \\\" std::fs\"; const B: &str = r#\"dbg!(\" unsafe\"#;"),
        ("src/text/mod.rs", "fn f() {}\n#[cfg(test)]\nmod tests {\n    use std::fs;\n    use crate::cli;\n}\n"),
        ("src/report/mod.rs", "use schemars::JsonSchema;\nuse std::fmt;\nfn f() { text::similar::f(); }"),
        ("src/render/terminal.rs", "use colored::Colorize;\nuse crate::report::Report;"),
        ("src/audit/rules/name.rs", "use super::super::Finding;\nuse crate::audit::Rule;"),
        ("src/compare/tests.rs", "use crate::cli;\nuse std::fs;"),
        ("src/lib.rs", "pub use crate::pair::Pair;\npub mod cli;"),
        ("src/main.rs", "fn main() -> std::process::ExitCode { postedit::cli::main() }"),
        ("tests/cli.rs", "use std::fs;\nuse toml::Table;\nfn f() { println!() }"),
    ] {
        assert_eq!(violations(path, source), [""; 0], "{path}");
    }
}

/// Every rule that a file breaks, as `file:line: [rule] what, and why`.
fn violations(path: &str, source: &str) -> Vec<String> {
    let code = without_tests(&without_text(source));
    let mut found = Vec::new();
    let mut report = |line: usize, message: String| found.push(format!("{path}:{line}: {message}"));

    let lines = source.lines().count();
    if lines > LONGEST {
        report(lines, format!("[length] {lines} lines: a file of up to {LONGEST} is read in one sitting; split it"));
    }
    let words = words(&code);
    for (line, word) in &words {
        if let Some((_, why)) = NOWHERE.iter().find(|(unwanted, _)| unwanted == word) {
            report(*line, format!("[nowhere] `{word}`: {why}"));
        }
    }
    let Some(inside) = path.strip_prefix("src/") else { return found };
    let paths = paths(&code);
    if inside == "main.rs" {
        let own = words.iter().find(|(_, word)| word == "mod" || word == "crate");
        own.iter().for_each(|(line, _)| report(*line, "[floors] main calls `postedit::…` and has nothing else".into()));
        return found;
    }
    // The crate's face names every floor, and a test may use anything.
    if inside == "lib.rs" || inside.ends_with("/tests.rs") || inside.contains("/tests/") {
        return found;
    }

    let module = inside.split(['/', '.']).next().unwrap_or_default();
    let Some(floor) = floor_of(module) else {
        report(1, format!("[floors] `{module}` is no floor: find its folder in CONTRIBUTING.md, or add it to FLOORS"));
        return found;
    };
    for Use { line, root, item, climbs } in paths {
        if root == "crate" && item != module {
            match floor_of(&item) {
                None => report(line, format!("[floors] `{item}` is no floor: name the module that it lives in")),
                Some(other) if other > floor => report(
                    line,
                    format!("[floors] `{item}` is floor {other}, above `{module}` on {floor}: imports go down only"),
                ),
                Some(other) if other == floor => report(
                    line,
                    format!("[floors] `{item}` is a neighbour of `{module}`: share what both need on a floor below"),
                ),
                Some(_) => {}
            }
        }
        if root == "super" && climbs >= depth(inside) {
            report(line, "[floors] `super` climbs out of the floor: name another floor by `crate::`".to_owned());
        }
        if let Some((_, homes)) = HOMES.iter().find(|(name, homes)| *name == root && !homes.contains(&module)) {
            report(line, format!("[homes] `{root}` is known to {} alone: call that instead", homes.join(" and ")));
        }
        if root == "schemars" && item != "JsonSchema" && !SCHEMA_HOMES.contains(&module) {
            report(line, format!("[homes] `schemars::{item}`: types derive `JsonSchema` here, and no more"));
        }
        if root == "std" && IMPURE_STD.contains(&item.as_str()) && floor <= HIGHEST_PURE {
            report(line, format!("[pure] `std::{item}`: floors up to {HIGHEST_PURE} have no effects"));
        }
    }
    for (line, word) in words.iter().filter(|(_, word)| floor <= HIGHEST_PURE && IMPURE_WORDS.contains(&word.as_str()))
    {
        report(*line, format!("[pure] `{word}`: floors up to {HIGHEST_PURE} print nothing and hold no clock"));
    }
    found
}

fn floor_of(module: &str) -> Option<usize> {
    FLOORS.iter().position(|modules| modules.contains(&module))
}

/// How many modules a file is below the root: 1 for `pair.rs` and `text/mod.rs`, 2 for `text/fold.rs`.
fn depth(inside: &str) -> usize {
    inside.split('/').filter(|&part| part != "mod.rs").count()
}

/// A path in the code, by its first two parts; `use a::{b, c}` is two of them.
struct Use {
    line: usize,
    root: String,
    /// Empty for a root alone, as in `use clap;`.
    item: String,
    /// How many times `super` stands at the start.
    climbs: usize,
}

fn paths(code: &str) -> Vec<Use> {
    let tokens = tokens(code);
    let text = |at: usize| tokens.get(at).map_or("", |(_, token)| token.as_str());
    let is_name = |token: &str| token.starts_with(|c: char| c.is_alphabetic() || c == '_');
    let mut found = Vec::new();
    for at in (0..tokens.len()).filter(|&at| is_name(text(at))) {
        let goes_on = at >= 2 && text(at - 1) == "::" && (is_name(text(at - 2)) || text(at - 2) == ">");
        let alone = at >= 1 && text(at - 1) == "use";
        if goes_on || !(alone || text(at + 1) == "::") {
            continue;
        }
        let root = text(at).to_owned();
        let climbs = (at..).step_by(2).take_while(|&at| text(at) == "super").count();
        let mut add = |at: usize| {
            let line = tokens.get(at).map_or(0, |(line, _)| *line);
            let item = if is_name(text(at)) || text(at) == "*" { text(at).to_owned() } else { String::new() };
            found.push(Use { line, root: root.clone(), item, climbs });
        };
        if text(at + 1) != "::" {
            found.push(Use { line: tokens[at].0, root, item: String::new(), climbs });
        } else if text(at + 2) == "{" {
            let mut open = 1;
            let mut first = true;
            for inner in at + 3..tokens.len() {
                match text(inner) {
                    "{" => open += 1,
                    "}" if open == 1 => break,
                    "}" => open -= 1,
                    "," if open == 1 => first = true,
                    _ if first => {
                        add(inner);
                        first = false;
                    }
                    _ => {}
                }
            }
        } else {
            add(at + 2);
        }
    }
    found
}

/// Names with the `!` of a macro, each with its line.
fn words(code: &str) -> Vec<(usize, String)> {
    let tokens = tokens(code);
    let follower = |at: usize| tokens.get(at + 1).map_or("", |(_, token)| token.as_str());
    let word = |(at, (line, token)): (usize, &(usize, String))| {
        let called = follower(at) == "!" && tokens.get(at + 2).is_some_and(|(_, after)| after != "=");
        (*line, if called { format!("{token}!") } else { token.clone() })
    };
    tokens.iter().enumerate().map(word).collect()
}

/// Names, `::` and single marks, each with its line.
fn tokens(code: &str) -> Vec<(usize, String)> {
    let mut tokens: Vec<(usize, String)> = Vec::new();
    let (mut line, mut rest) = (1, code);
    while let Some(c) = rest.chars().next() {
        let name = rest.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(rest.len());
        let length = match c {
            _ if name > 0 => name,
            ':' if rest.starts_with("::") => 2,
            _ => c.len_utf8(),
        };
        line += usize::from(c == '\n');
        if !c.is_whitespace() {
            tokens.push((line, rest[..length].to_owned()));
        }
        rest = &rest[length..];
    }
    tokens
}

/// The source with nothing in its comments, strings and characters; lines stay where they are.
fn without_text(source: &str) -> String {
    let mut code = String::with_capacity(source.len());
    let mut rest = source;
    while let Some(c) = rest.chars().next() {
        let length = text_length(rest, code.ends_with(|c: char| c.is_alphanumeric() || c == '_'));
        if length == 0 {
            code.push(c);
            rest = &rest[c.len_utf8()..];
        } else {
            // A string stays one mark, so that what stands around it is not joined.
            code.push('"');
            code.extend(rest[..length].chars().filter(|&c| c == '\n'));
            rest = &rest[length..];
        }
    }
    code
}

/// The bytes of the comment, string or character that the code starts with; 0 if it starts with none.
fn text_length(code: &str, within_name: bool) -> usize {
    let up_to = |start: usize, end: &str| code[start..].find(end).map_or(code.len(), |at| start + at + end.len());
    if code.starts_with("//") {
        return code.find('\n').unwrap_or(code.len());
    }
    if code.starts_with("/*") {
        let (mut open, mut at) = (1, 2);
        while open > 0 && at < code.len() {
            let (step, change) = match &code.as_bytes()[at..] {
                [b'/', b'*', ..] => (2, 1),
                [b'*', b'/', ..] => (2, -1),
                _ => (1, 0),
            };
            at += step;
            open += change;
        }
        return at;
    }
    let raw = code.strip_prefix('r').map(|after| after.len() - after.trim_start_matches('#').len());
    if let Some(marks) = raw.filter(|&marks| !within_name && code[1 + marks..].starts_with('"')) {
        return up_to(marks + 2, &format!("\"{}", "#".repeat(marks)));
    }
    let escaped = |quote: char| {
        let mut escape = false;
        let end = code.char_indices().skip(1).find(|&(_, c)| {
            let ends = c == quote && !escape;
            escape = c == '\\' && !escape;
            ends
        });
        end.map_or(code.len(), |(at, _)| at + 1)
    };
    let mut chars = code.chars();
    match (chars.next(), chars.next(), chars.next()) {
        (Some('"'), ..) => escaped('"'),
        // What is no character is a lifetime.
        (Some('\''), Some('\\'), _) | (Some('\''), _, Some('\'')) => escaped('\''),
        _ => 0,
    }
}

/// The code without the items under `#[cfg(test)]`: a test may use anything.
fn without_tests(code: &str) -> String {
    const MARK: &str = "#[cfg(test)]";
    let mut kept = String::new();
    let mut rest = code;
    while let Some(start) = rest.find(MARK) {
        let mut open = 0;
        let end = rest[start..].char_indices().find(|&(_, c)| {
            open += i32::from(c == '{') - i32::from(c == '}');
            open == 0 && matches!(c, ';' | '}')
        });
        let end = end.map_or(rest.len(), |(at, _)| start + at + 1);
        kept.push_str(&rest[..start]);
        kept.extend(rest[start..end].chars().filter(|&c| c == '\n'));
        rest = &rest[end..];
    }
    kept + rest
}

/// The Rust files of a folder and its folders, each with its path from the root, parted by `/`, and its text.
fn rust_files(root: &Path, folder: &str, files: &mut Vec<(String, String)>) {
    let Ok(entries) = fs::read_dir(root.join(folder)) else { return };
    let mut names: Vec<_> = entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    for name in names {
        let path = format!("{folder}/{name}");
        if root.join(&path).is_dir() {
            rust_files(root, &path, files);
        } else if name.ends_with(".rs") {
            let text = fs::read_to_string(root.join(&path)).unwrap_or_else(|error| panic!("{path}: {error}"));
            files.push((path, text));
        }
    }
}
