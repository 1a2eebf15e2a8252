//! Where results go: several formats at once, each file whole or not at all.

use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};

fn postedit(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_postedit")).args(arguments).current_dir(folder).output().expect("postedit runs")
}

/// A folder with one bad article.
fn desk() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for (name, text) in [("draft.txt", "Exports rose 3 percent.\n"), ("final.txt", "Exports rose by 3 percent.\n")] {
        fs::write(folder.path().join(name), text).expect("written");
    }
    folder
}

fn files(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .expect("a folder")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .filter(|name| !["draft.txt", "final.txt"].contains(&name.as_str()))
        .collect();
    names.sort();
    names
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("UTF-8")
}

#[test]
fn formats_are_written_beside_what_is_printed() {
    let folder = desk();
    let many =
        ["check", "draft.txt", "final.txt", "--output", "sarif=a.sarif", "--output", "./junit=b", "--format", "jsonl"];
    let output = postedit(folder.path(), &many);
    assert_eq!((output.status.code(), text(&output.stdout)), (Some(1), String::new()));
    assert_eq!(files(folder.path()), ["a.sarif", "junit=b"]);
    let read = |name: &str| fs::read_to_string(folder.path().join(name)).expect("a file");
    assert!(read("a.sarif").contains("\"version\": \"2.1.0\""));
    assert!(
        read("junit=b").starts_with("{\"schema\":\"postedit/1\""),
        "the chosen format goes to the file without one"
    );

    let output =
        postedit(folder.path(), &["check", "draft.txt", "final.txt", "--output", "junit=a.sarif", "--color", "always"]);
    assert!(text(&output.stdout).contains("\u{1b}[1;31merror"), "standard output is coloured");
    assert!(read("a.sarif").starts_with("<?xml"), "an old file is replaced");
    postedit(folder.path(), &["check", "draft.txt", "final.txt", "--output", "text=c", "--color", "always"]);
    assert!(read("c").starts_with("final.txt:1:27: error "), "a file is not coloured");
}

#[test]
fn what_cannot_be_written_is_said_and_nothing_is_left_behind() {
    let folder = desk();
    fs::create_dir(folder.path().join("folder")).expect("made");
    for (outputs, message) in [
        (&["sarif=a", "junit=./a"][..], "./a: is named for two outputs. Name a file for each."),
        (&["sarif=a", "folder/../a"], "a: is named for two outputs."),
        (&["a", "b"], "--output is given twice for --format text."),
        (&["a", "html=b"], "--output html=b: no format for this command is called \"html\". There are text, json,"),
        (&["a", "sarif="], "--output: the file has no name."),
        (&["a", "sarif=-"], "--output -: standard output is where --format prints"),
        (&["a", "sarif=folder"], "folder: cannot be written: is a folder."),
        (&["a", "sarif=nowhere/b"], "nowhere/b: cannot be written: "),
        (&["a", "sarif=./final.txt"], "final.txt: is an article and an output. Name another file to write to."),
        #[cfg(unix)]
        (&["a", "sarif=/dev/null"], "/dev/null: cannot be written: is no ordinary file."),
    ] {
        let mut arguments = vec!["check", "draft.txt", "final.txt"];
        arguments.extend(outputs.iter().flat_map(|output| ["--output", output]));
        let output = postedit(folder.path(), &arguments);
        let said = text(&output.stderr);
        assert_eq!((output.status.code(), text(&output.stdout)), (Some(2), String::new()), "{outputs:?}: {said}");
        assert!(said.lines().count() == 1 && said.contains(message), "{outputs:?}: {said}");
        assert_eq!(files(folder.path()), ["folder"], "{outputs:?}");
    }
}

#[test]
fn a_format_that_makes_no_sense_says_which_do() {
    let folder = desk();
    let output = postedit(folder.path(), &["diff", "draft.txt", "final.txt", "--format", "sarif"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("[possible values: text, json, jsonl, html]"), "{}", text(&output.stderr));
    let output = postedit(folder.path(), &["diff", "draft.txt", "final.txt", "--output", "sarif=a"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("There are text, json, jsonl, html;"), "{}", text(&output.stderr));
    assert_eq!(files(folder.path()), [""; 0]);
    std::fs::write(folder.path().join("pairs.jsonl"), "{\"draft\": \"A.\", \"final\": \"B.\"}\n").expect("written");
    let output = postedit(folder.path(), &["diff", "--pairs", "pairs.jsonl", "--format", "html"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("html shows one article"), "{}", text(&output.stderr));
}

#[test]
fn the_exit_status_holds_where_nobody_reads() {
    let folder = desk();
    let mut child = Command::new(env!("CARGO_BIN_EXE_postedit"))
        .args(["check", "draft.txt", "final.txt", "--output", "sarif=a"])
        .current_dir(folder.path())
        .stdout(Stdio::piped())
        .spawn()
        .expect("postedit runs");
    drop(child.stdout.take());
    assert_eq!(child.wait().expect("it ends").code(), Some(1));
    assert_eq!(files(folder.path()), ["a"]);
}

#[test]
fn every_shell_gets_its_completions() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let output = postedit(Path::new("."), &["completions", shell]);
        let script = text(&output.stdout);
        assert!(output.status.success() && script.contains("fail-on"), "{shell}");
    }
}
