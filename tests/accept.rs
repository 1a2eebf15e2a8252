//! What an editor has seen and found right: `postedit accept`, and what `check` makes of it.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;
use tempfile::TempDir;

const LINE: &str = ".postedit/accepted.jsonl";

/// Two articles whose final lacks the line that says who translated it.
fn articles() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, place) in [("port", "port"), ("ship", "ship")] {
        let article = folder.path().join(name);
        fs::create_dir(&article).expect("a folder");
        fs::write(article.join("draft.txt"), format!("The {place} opened on the 3rd.\n")).expect("a file");
        fs::write(article.join("final.txt"), format!("The {place} opened on May 3.\n")).expect("a file");
    }
    folder
}

fn postedit(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_postedit")).current_dir(folder).args(arguments).output().expect("postedit runs")
}

fn accept(folder: &Path, arguments: &[&str]) -> Output {
    postedit(folder, &[&["accept", "--by", "Han", "--why", "The CMS adds it"], arguments].concat())
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("UTF-8")
}

/// The findings of all articles of a folder.
fn findings(folder: &Path) -> Vec<Value> {
    let output = postedit(folder, &["check", ".", "--format", "jsonl"]);
    let reports = text(&output.stdout);
    let reports = reports.lines().map(|line| serde_json::from_str::<Value>(line).expect("JSON"));
    reports.flat_map(|report| report["findings"].as_array().cloned().unwrap_or_default()).collect()
}

fn fingerprint(finding: &Value) -> String {
    finding["fingerprint"].as_str().expect("a fingerprint").to_owned()
}

fn lines(folder: &Path) -> Vec<Value> {
    let lines = fs::read_to_string(folder.join(LINE)).expect("the acceptances");
    assert!(lines.ends_with('\n'));
    lines.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

/// In the folder of `postedit.toml`, whichever part of it is named.
#[test]
fn what_is_accepted_in_one_call_is_in_another() {
    let desk = tempfile::tempdir().expect("a folder");
    let month = desk.path().join("articles/may");
    for folder in [desk.path().join("articles/june"), month.clone()] {
        let article = folder.join("port");
        fs::create_dir_all(&article).expect("a folder");
        fs::write(article.join("draft.txt"), "The port opened on the 3rd.\n").expect("a file");
        fs::write(article.join("final.txt"), "The port opened on May 3.\n").expect("a file");
    }
    fs::write(desk.path().join("postedit.toml"), "").expect("a file");
    let found = fingerprint(&findings(&month)[0]);
    assert_eq!(accept(&month, &[&found]).status.code(), Some(0));
    for (folder, arguments) in [
        (month.clone(), &["."][..]),
        (month.join("port"), &["."]),
        (month.join("port"), &["draft.txt", "final.txt"]),
        (desk.path().to_owned(), &["articles/may"]),
        (desk.path().to_owned(), &["articles/may/port"]),
        (desk.path().to_owned(), &["articles/may/port/draft.txt", "articles/may/port/final.txt"]),
    ] {
        let output = postedit(&folder, &[&["check"], arguments].concat());
        assert_eq!(output.status.code(), Some(0), "{arguments:?} in {}: {}", folder.display(), text(&output.stdout));
    }
    // Another article of that name is another one.
    let output = postedit(desk.path(), &["check", "articles"]);
    assert_eq!(output.status.code(), Some(1), "{}", text(&output.stdout));
}

#[test]
fn what_is_accepted_does_not_fail_and_is_shown_as_accepted() {
    let folder = articles();
    let found = findings(folder.path());
    assert_eq!(found.len(), 2);
    let first = fingerprint(&found[0]);
    let output = accept(folder.path(), &[&first[..6], "."]);
    assert_eq!(text(&output.stdout), format!("{first} (disclosure-missing in port) accepted in {LINE} (new)\n"));
    let line = &lines(folder.path())[0];
    assert_eq!(
        (&line["fingerprint"], &line["rule"], &line["id"]),
        (&found[0]["fingerprint"], &found[0]["rule"], &"port".into())
    );
    assert_eq!((&line["by"], &line["why"]), (&"Han".into(), &"The CMS adds it".into()));
    assert_eq!(line["version"], env!("CARGO_PKG_VERSION"));
    let at = line["at"].as_str().expect("a time");
    assert!(at.len() == 20 && at.ends_with('Z'), "{at}");

    // From a folder below, too.
    let output = postedit(&folder.path().join("port"), &["check", "."]);
    assert_eq!(output.status.code(), Some(0));
    let printed = text(&output.stdout);
    assert!(
        printed.contains("accepted") && printed.contains("Han") && printed.contains("The CMS adds it"),
        "{printed}"
    );
    assert_eq!(postedit(folder.path(), &["check", "."]).status.code(), Some(1), "the other one still fails");

    let after = findings(folder.path());
    assert_eq!(after[0]["accepted"]["by"], "Han");
    assert!(after[1]["accepted"].is_null());
    let output = accept(folder.path(), &[&first]);
    assert_eq!(text(&output.stdout), format!("{first} was accepted before by Han: The CMS adds it\n"));
    assert_eq!((output.status.code(), lines(folder.path()).len()), (Some(0), 1));
}

#[test]
fn an_archive_is_accepted_as_a_whole_and_what_changes_comes_back() {
    let folder = articles();
    fs::create_dir(folder.path().join("bad")).expect("a folder");
    fs::write(folder.path().join("bad/final.txt"), "").expect("a file");
    let output = accept(folder.path(), &["--accept-all", "."]);
    assert_eq!(output.status.code(), Some(2), "one article cannot be read, the others are accepted");
    assert_eq!(text(&output.stdout), format!("2 findings accepted in {LINE} (new)\n"));
    fs::remove_dir_all(folder.path().join("bad")).expect("removed");
    let output = accept(folder.path(), &["--accept-all", "."]);
    assert_eq!(text(&output.stdout), "0 findings accepted; accepted before: 2\n");
    let output = postedit(folder.path(), &["check", "."]);
    assert_eq!((output.status.code(), text(&output.stderr)), (Some(0), String::new()));

    // The footer's finding of `port` rests on other words now.
    let footer = "Translated using generative AI and edited by the desk.\n";
    let r#final = fs::read_to_string(folder.path().join("port/final.txt")).expect("a file");
    fs::write(folder.path().join("port/final.txt"), format!("{final}\n{footer}", final = r#final)).expect("a file");
    let output = postedit(folder.path(), &["check", "."]);
    assert_eq!(
        text(&output.stderr),
        "postedit: 1 acceptance did not come up any more: the text has changed. --show-stale lists them.\n"
    );
    let output = postedit(folder.path(), &["check", ".", "--show-stale", "--format", "jsonl"]);
    let said = text(&output.stderr);
    assert_eq!(said.lines().count(), 1, "{said}");
    assert!(said.contains("(disclosure-missing in port), accepted by Han (The CMS adds it)"), "{said}");
    let output = postedit(folder.path(), &["check", "ship", "--show-stale"]);
    assert_eq!(text(&output.stderr), "", "of an article that was not checked nothing is known");
}

#[test]
fn the_file_is_the_nearest_one_upward_else_beside_the_settings() {
    let folder = articles();
    let deep = folder.path().join("port");
    let digits = "0123456789abcdef";
    fs::write(folder.path().join("postedit.toml"), "").expect("a file");
    let output = accept(&deep, &[digits]);
    let place = fs::canonicalize(folder.path()).expect("a folder").join(LINE);
    assert_eq!(text(&output.stdout), format!("{digits} accepted in {} (new)\n", place.display()));
    fs::create_dir(deep.join(".postedit")).expect("a folder");
    fs::write(deep.join(LINE), "").expect("a file");
    let output = accept(&deep, &["fedcba9876543210"]);
    assert_eq!(text(&output.stdout), format!("fedcba9876543210 accepted in {LINE}\n"));
    assert_eq!(lines(folder.path()).len(), 1);
}

#[test]
fn two_people_who_accept_at_once_lose_nothing() {
    let folder = articles();
    let count = 40;
    fs::create_dir(folder.path().join(".postedit")).expect("a folder");
    // The last line was cut short of its end by an editor's program.
    let first = r#"{"fingerprint":"00000000000000ff","by":"Seo","why":"seen","at":"2026-07-01T00:00:00Z"}"#;
    fs::write(folder.path().join(LINE), first).expect("a file");
    std::thread::scope(|scope| {
        for person in 0..4 {
            let path = folder.path();
            scope.spawn(move || {
                for number in 0..count / 4 {
                    let output = accept(path, &[&format!("{:016x}", 1000 * (person + 1) + number)]);
                    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
                }
            });
        }
    });
    let content = fs::read_to_string(folder.path().join(LINE)).expect("the acceptances");
    let whole: Vec<Value> = content
        .lines()
        .filter(|line| !line.is_empty())
        .map(|line| serde_json::from_str(line).expect("each line is whole"))
        .collect();
    assert_eq!(whole.len(), 1 + count);
    assert_eq!(postedit(folder.path(), &["check", "."]).status.code(), Some(1), "the file can be read");
}

#[test]
fn what_cannot_be_accepted_is_said_and_nothing_is_written() {
    let folder = articles();
    for (arguments, message) in [
        (&[][..], "a fingerprint is wanted"),
        (&["port"], "port is no fingerprint"),
        (&["012345"], "012345 is short for a fingerprint"),
        (&["0123456789abcdef0"], "is no fingerprint"),
        (&["0123456789abcdef", "."], "no finding of these articles is called 0123456789abcdef"),
        (&["--accept-all"], "--accept-all: name the articles"),
        (&["--accept-all", "a", "b", "c"], "too many files"),
        (&["0123456789abcdef", "--by", " "], "--by"),
    ] {
        let by = if arguments.contains(&"--by") { &[][..] } else { &["--by", "Han"] };
        let output = postedit(folder.path(), &[&["accept", "--why", "seen"], by, arguments].concat());
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(text(&output.stderr).contains(message), "{}", text(&output.stderr));
    }
    assert!(!folder.path().join(".postedit").exists());
}

#[test]
fn a_damaged_line_is_named_and_hostile_names_are_harmless() {
    let folder = articles();
    let first = fingerprint(&findings(folder.path())[0]);
    let output =
        postedit(folder.path(), &["accept", &first, "--by", "Han\u{1b}[2J\n{}", "--why", "::error::\u{202e}x"]);
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(lines(folder.path()).len(), 1, "a name is no line");
    let printed = text(&postedit(folder.path(), &["check", ".", "--color", "never"]).stdout);
    assert!(printed.contains("Han<U+001B>[2J {}") && !printed.contains(['\u{1b}', '\u{202e}']), "{printed}");

    let file = folder.path().join(LINE);
    let good = fs::read_to_string(&file).expect("the acceptances");
    fs::write(&file, format!("{good}<<<<<<< HEAD\n{good}")).expect("a file");
    for arguments in [&["check", "."][..], &["accept", &first, "--by", "Han", "--why", "seen"]] {
        let output = postedit(folder.path(), arguments);
        assert_eq!(output.status.code(), Some(2));
        assert!(text(&output.stderr).contains("accepted.jsonl:2: is no acceptance: "), "{}", text(&output.stderr));
    }
}

#[cfg(unix)]
#[test]
fn a_link_in_place_of_the_file_is_not_written_to() {
    let folder = articles();
    let target = folder.path().join("profile");
    fs::write(&target, "").expect("a file");
    fs::create_dir(folder.path().join(".postedit")).expect("a folder");
    std::os::unix::fs::symlink(&target, folder.path().join(LINE)).expect("a link");
    let output = accept(folder.path(), &["0123456789abcdef"]);
    assert_eq!(output.status.code(), Some(2), "{}", text(&output.stderr));
    assert_eq!(fs::read_to_string(&target).expect("a file"), "");
}
