//! The desk's report: a folder, whole or not at all, in which what recurs is found and hostile articles are text.

use std::collections::{BTreeMap, HashSet};
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use serde_json::{Value, json};

fn report(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_postedit"))
        .arg("report")
        .args(arguments)
        .current_dir(folder)
        .output()
        .expect("it runs")
}

fn pairs(folder: &Path, rows: &[Value]) {
    let lines: Vec<String> = rows.iter().map(Value::to_string).collect();
    fs::write(folder.join("pairs.jsonl"), lines.join("\n")).expect("written");
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// All files below a folder, by their path, with what is in them.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        let (name, path) = (entry.file_name().to_string_lossy().into_owned(), entry.path());
        if path.is_dir() {
            found.extend(files(&path).into_iter().map(|(inner, content)| (format!("{name}/{inner}"), content)));
        } else {
            found.insert(name, fs::read(path).expect("a file"));
        }
    }
    found
}

/// Corrections of a desk, in two forms where a word is inflected.
const CORRECTIONS: [&[(&str, &str)]; 13] = [
    &[("harbourfolk", "dockers")],
    &[("prior to", "before")],
    &[("hand phone", "cell phone"), ("hand phones", "cell phones")],
    &[("is known to", "is said to")],
    &[("made efforts to", "tried to"), ("make efforts to", "try to")],
    &[("Representative Na", "Rep. Na")],
    &[("Seo Byung-heon", "Seo Byung-hun")],
    &[("cooperate with", "work with"), ("cooperated with", "worked with")],
    &[("colour", "color"), ("colours", "colors")],
    &[("concerned authorities", "authorities")],
    &[("due to the fact that", "because")],
    &[("a total of", "")],
    &[("Mayor Bae", "Deputy Mayor Bae")],
];

/// Articles of sentences that differ, into which corrections are put at changing places; every ninth is left alone.
fn desk() -> Vec<Value> {
    let others = [
        ("The ferry left at dawn.", "The ferry sailed at dawn."),
        ("Rain fell on the old quay.", "Rain fell on the quay."),
        ("Three ships waited outside.", "Three ships waited outside."),
        ("A crane was repaired in May.", "A crane was fixed in May."),
        ("Nobody was hurt that night.", "No one was hurt that night."),
    ];
    let frames = [
        ("Many spoke of", "in the town hall."),
        ("The council asked about", "on a rainy evening."),
        ("A film tells the story of", "and of two lighthouses."),
        ("It rained while", "filled the pages of the weekly."),
    ];
    let mut count = 0;
    (0..28)
        .map(|article| {
            let (mut draft, mut edited) = (Vec::new(), Vec::new());
            for (at, (one, two)) in others.iter().enumerate() {
                draft.push((*one).to_owned());
                // Other edits do not recur alike.
                edited.push(if (article + at) % 5 == 0 { (*two).to_owned() } else { (*one).to_owned() });
                let forms = CORRECTIONS[(article * 5 + at) % CORRECTIONS.len()];
                let (wrong, right) = forms[article % forms.len()];
                let (before, behind) = frames[(article + 2 * at) % frames.len()];
                count += 1;
                let right = if count % 9 == 0 { wrong } else { right };
                draft.push(format!("{before} {wrong} {behind}"));
                edited.push(format!("{before} {right} {behind}").replace("  ", " "));
            }
            json!({"id": format!("day-{article}"), "draft": draft, "final": edited, "published": format!("2025-07-{:02}", article + 1), "section": if article % 2 == 0 { "port" } else { "town" }})
        })
        .collect()
}

#[test]
fn what_recurs_is_found_across_inflection_and_position() {
    let folder = tempfile::tempdir().expect("a folder");
    pairs(folder.path(), &desk());
    let output = report(folder.path(), &["--pairs", "pairs.jsonl", "-o", "desk"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let json: Value =
        serde_json::from_slice(&fs::read(folder.path().join("desk/desk.json")).expect("desk.json")).expect("JSON");
    assert_eq!(json["schema"], "postedit-desk/1");
    let found: Vec<(&str, &str)> = json["recurring"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|correction| (correction["draft"].as_str().expect("text"), correction["final"].as_str().expect("text")))
        .collect();
    let missed: Vec<_> = CORRECTIONS.iter().filter(|forms| !forms.iter().any(|form| found.contains(form))).collect();
    assert!(missed.is_empty(), "not found: {missed:?} in {found:?}");
    // Two forms of one word are one correction, and nothing else recurs.
    assert_eq!(found.len(), CORRECTIONS.len(), "{found:?}");
    for correction in json["recurring"].as_array().expect("a list") {
        let share = correction["consistency"].as_f64().expect("a number");
        assert!((0.7..=1.0).contains(&share), "{correction}");
        assert!(correction["articles"].as_array().expect("a list").len() >= 3, "{correction}");
    }
}

#[test]
fn the_same_input_gives_the_same_bytes_and_no_group_is_shown_unasked() {
    let folder = tempfile::tempdir().expect("a folder");
    pairs(folder.path(), &desk());
    for target in ["one", "two"] {
        let output = report(folder.path(), &["--pairs", "pairs.jsonl", "-o", target]);
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    }
    let (one, two) = (files(&folder.path().join("one")), files(&folder.path().join("two")));
    assert_eq!(one, two);
    for name in [
        "index.html",
        "articles.html",
        "desk.json",
        "articles.csv",
        "findings.csv",
        "recurring.csv",
        "glossary.csv",
        "prompt.txt",
        "terms.toml",
        "articles/day-0.html",
    ] {
        assert!(one.contains_key(name), "{name} is missing");
    }
    let index = String::from_utf8(one["index.html"].clone()).expect("UTF-8");
    assert!(index.contains("By section") && !index.contains("By editor"));
}

#[test]
fn hostile_articles_are_text_in_files_of_their_own() {
    let hostile = "<script>alert(1)</script> </title> \u{202e}x <img src=x onerror=alert(2)> javascript:alert(3) \" onmouseover=\"alert(4)";
    let ids = ["../../x", "CON", "a", "A", "=cmd|' /C calc'!A0", &"y".repeat(300), "<b>"];
    let rows: Vec<Value> = ids
        .iter()
        .map(|id| {
            let (draft, edited) =
                (format!("{hostile}\n=1+1 rose by 3 percent."), format!("{hostile}\n+SUM(A1) rose 4 percent."));
            json!({"id": id, "draft": draft, "final": edited, "section": hostile, "system": "=1+1"})
        })
        .collect();
    let folder = tempfile::tempdir().expect("a folder");
    pairs(folder.path(), &rows);
    let output = report(folder.path(), &["--pairs", "pairs.jsonl", "-o", "desk"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let all = files(&folder.path().join("desk"));
    let pages: HashSet<String> =
        all.keys().filter(|name| name.starts_with("articles/")).map(|name| name.to_lowercase()).collect();
    assert_eq!(pages.len(), ids.len(), "{pages:?}");
    for (name, content) in all.iter().filter(|(name, _)| name.ends_with(".html")) {
        let page = String::from_utf8(content.clone()).expect("UTF-8");
        assert_eq!(page.matches("<script").count(), 1, "{name}: one script, the project's own");
        assert!(!page.contains("<img") && !page.contains('\u{202e}'), "{name}");
        assert!(!page.contains("onmouseover=\""), "{name}: an attribute is closed by article text");
        assert!(page.contains("default-src 'none'") && !page.contains("unsafe-inline"), "{name}");
        assert!(
            !page.contains("http://") && !page.contains("https://") && !page.contains("href=\"javascript:"),
            "{name}"
        );
    }
    for (name, content) in all.iter().filter(|(name, _)| name.ends_with(".csv")) {
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(content.as_slice());
        let cells: Vec<String> = reader
            .records()
            .flat_map(|row| row.expect("a row").iter().map(str::to_owned).collect::<Vec<_>>())
            .collect();
        let formula = cells.iter().find(|cell| cell.starts_with(['=', '+', '@', '\t']));
        assert_eq!(formula, None, "{name}: a spreadsheet would compute it");
        assert!(cells.len() > 1, "{name} has cells");
    }
}

#[test]
fn a_folder_is_written_whole_and_nothing_else_is_replaced() {
    let folder = tempfile::tempdir().expect("a folder");
    pairs(folder.path(), &desk()[..2]);
    let other = folder.path().join("other");
    fs::create_dir(&other).expect("a folder");
    fs::write(other.join("notes.txt"), "mine").expect("written");
    let refused = report(folder.path(), &["--pairs", "pairs.jsonl", "-o", "other"]);
    assert_eq!(refused.status.code(), Some(2));
    assert_eq!(
        said(&refused),
        "postedit: other: is there, and no report of postedit. Name a new folder, or remove this one.\n"
    );
    assert_eq!(files(&other).len(), 1);

    for articles in [2, 1] {
        pairs(folder.path(), &desk()[..articles]);
        let output = report(folder.path(), &["--pairs", "pairs.jsonl", "-o", "desk"]);
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
        let pages = files(&folder.path().join("desk")).keys().filter(|name| name.starts_with("articles/")).count();
        assert_eq!(pages, articles, "an earlier report is replaced as a whole");
    }
    let left: Vec<String> = files(folder.path()).into_keys().filter(|name| name.starts_with(".postedit")).collect();
    assert_eq!(left, [""; 0], "nothing is left beside it");

    let missing = report(folder.path(), &["--pairs", "none.jsonl", "-o", "new"]);
    assert_eq!(missing.status.code(), Some(2));
    assert!(!folder.path().join("new").exists());
}

#[test]
fn an_empty_and_a_one_day_desk_look_right() {
    for rows in [&desk()[..0], &desk()[..1]] {
        let folder = tempfile::tempdir().expect("a folder");
        pairs(folder.path(), rows);
        let output = report(folder.path(), &["--pairs", "pairs.jsonl", "-o", "desk"]);
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
        let index = fs::read_to_string(folder.path().join("desk/index.html")).expect("a page");
        assert!(!index.contains("NaN") && !index.contains("inf"), "{index}");
        assert!(!index.contains("<svg") || !rows.is_empty());
    }
}
