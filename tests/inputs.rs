//! Where articles come from: folders, other people's fields, hostile paths; and what the command line sets for a run.

use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

const DRAFT: &str = "The port opened on the 3rd. Ships came from four islands.\n";
const EDITED: &str = "The port opened on May 3. Ships came from four islands.\n";
const KOREAN: &str = "항구가 5월 3일 문을 열었다.\n";

/// A folder with these files.
fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, text) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
    }
    folder
}

fn postedit(folder: &Path, arguments: &[&str], input: &str) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_postedit"));
    command.current_dir(folder).args(arguments);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("postedit starts");
    // It may end without having read.
    let _ = child.stdin.take().expect("a pipe").write_all(input.as_bytes());
    child.wait_with_output().expect("it ends")
}

fn said(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("messages are UTF-8")
}

/// The reports of a run, or the error in place of one.
fn reports(output: &Output) -> Vec<Value> {
    let printed = String::from_utf8(output.stdout.clone()).expect("UTF-8");
    printed.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

/// The name of each article, with what is wrong with it.
fn names(output: &Output) -> Vec<String> {
    let name = |report: &Value| {
        let id = report["id"].as_str().unwrap_or("?");
        report["error"]["message"].as_str().map_or(id.to_owned(), |message| format!("{id}: {message}"))
    };
    reports(output).iter().map(name).collect()
}

const JSONL: [&str; 2] = ["--format", "jsonl"];

#[test]
fn a_folder_holds_articles_by_name_or_by_pattern() {
    let patterns =
        "[articles]\ndraft = \"drafts/{id}.txt\"\nfinal = \"finals/{id}.txt\"\nsource = \"sources/{id}.*\"\n";
    let by_name = folder(&[
        ("july/port/draft.txt", DRAFT),
        ("july/port/final.txt", EDITED),
        ("july/port/source.ko.txt", KOREAN),
        ("july/port/notes.txt", "Call the harbor master."),
        ("april/final.txt", EDITED),
        ("april/source.txt", KOREAN),
        (".trash/final.txt", EDITED),
    ]);
    let by_pattern = folder(&[
        ("postedit.toml", patterns),
        ("drafts/july/port.txt", DRAFT),
        ("finals/july/port.txt", EDITED),
        ("sources/july/port.ko.txt", KOREAN),
        ("finals/april.txt", EDITED),
        ("sources/april.md", KOREAN),
        ("other/final.txt", EDITED),
    ]);
    for folder in [&by_name, &by_pattern] {
        let output = postedit(folder.path(), &["check", ".", JSONL[0], JSONL[1]], "");
        assert_eq!(output.status.code(), Some(1), "{}", said(&output));
        assert_eq!(names(&output), ["april", "july/port"]);
        let reports = reports(&output);
        assert_eq!(reports[1]["edits"][0]["draft"]["text"], "the 3rd");
        assert!(reports[0]["draft"].is_null());
        assert!(reports.iter().all(|report| report["source"]["lang"] == "ko"));
    }
    let output = postedit(by_name.path(), &["check", "july/port", JSONL[0], JSONL[1]], "");
    assert_eq!(names(&output), ["port"], "an article's own folder");
}

#[test]
fn an_article_that_cannot_be_read_does_not_stop_the_others() {
    let folder = folder(&[
        ("a/final.txt", EDITED),
        ("b/draft.txt", DRAFT),
        ("b/final.txt", " \n"),
        ("c/draft.txt", DRAFT),
        ("c/final.txt", EDITED),
        ("c/source.md", KOREAN),
        ("c/source.txt", KOREAN),
        ("d/draft.txt", DRAFT),
        ("d/final.txt", EDITED),
        ("e/draft.txt", DRAFT),
    ]);
    let output = postedit(folder.path(), &["check", ".", JSONL[0], JSONL[1]], "");
    assert_eq!(output.status.code(), Some(2));
    let names = names(&output);
    for (name, start) in
        names.iter().zip(["a: a/final.txt: has neither", "b: b/final.txt: is empty", "c: c/source.: several", "d"])
    {
        assert!(name.starts_with(start), "{name}");
    }
    assert_eq!(names.len(), 4);
    assert!(
        said(&output).contains("postedit: 1 draft has no final beside it and was left out.\n"),
        "{}",
        said(&output)
    );

    let output = postedit(folder.path(), &["diff", ".", JSONL[0], JSONL[1]], "");
    assert!(said(&output).contains("a/final.txt: has no draft: a/draft.txt is not there"), "{}", said(&output));
}

#[test]
fn a_folder_without_articles_is_an_error() {
    let folder = folder(&[("port.txt", EDITED), ("up.toml", "[articles]\nfinal = \"../{id}.txt\"\n")]);
    for (arguments, message) in [
        (&["."][..], ".: holds no article: a final is looked for as {id}/final.txt"),
        (&[".", "--config", "up.toml"], "the pattern \"../{id}.txt\" leaves the folder"),
        (&["nowhere"], "files are wanted"),
        (&[".", "--source", "port.txt"], "--source names the original of one article"),
        (&["port.txt", "port.txt", "--allow-outside"], "--allow-outside is for a folder"),
        (&["port.txt", "port.txt", "--field", "draft=mt"], "--field says what fields are called in --pairs"),
    ] {
        let output = postedit(folder.path(), &[&["check"], arguments].concat(), "");
        assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0), "{arguments:?}");
        assert!(said(&output).starts_with(&format!("postedit: {message}")), "{}", said(&output));
    }
}

#[cfg(unix)]
#[test]
fn links_stay_in_the_folder_unless_they_are_allowed_to_leave() {
    use std::os::unix::fs::symlink;
    let outside = folder(&[("far/draft.txt", DRAFT), ("far/final.txt", EDITED), ("secret.txt", EDITED)]);
    let folder =
        folder(&[("a/draft.txt", DRAFT), ("b/draft.txt", DRAFT), ("b/text.txt", EDITED), ("c/draft.txt", DRAFT)]);
    let link = |to: &Path, name: &str| symlink(to, folder.path().join(name)).expect("a link");
    link(&outside.path().join("secret.txt"), "a/final.txt");
    link(Path::new("text.txt"), "b/final.txt");
    link(Path::new("final.txt"), "c/final.txt");
    link(outside.path(), "far");
    link(Path::new(".."), "b/round");
    link(Path::new("b"), "same");
    link(folder.path(), "a/again");
    symlink(folder.path(), outside.path().join("back")).expect("a link");

    let run = |more: &[&str]| postedit(folder.path(), &[&["check", "."], &JSONL[..], more].concat(), "");
    let output = run(&[]);
    assert_eq!(output.status.code(), Some(2));
    let refused = names(&output);
    for (name, part) in refused.iter().zip([
        "a: a/final.txt: leads out of the folder, to ",
        "b",
        "c: c/final.txt: ",
        "?: far: leads out of",
    ]) {
        assert!(name.starts_with(part), "{refused:?}");
    }
    assert_eq!(refused.len(), 4, "{refused:?}");
    let allowed = names(&run(&["--allow-outside"]));
    assert_eq!(
        (&allowed[0][..], &allowed[1][..], &allowed[3][..], allowed.len()),
        ("a", "b", "far/far", 4),
        "{allowed:?}"
    );
}

#[cfg(unix)]
#[test]
fn nothing_waits_for_a_pipe_and_an_open_one_is_read() {
    let folder = folder(&[("a/draft.txt", DRAFT), ("b/draft.txt", DRAFT), ("b/final.txt", EDITED)]);
    let pipe = folder.path().join("a/final.txt");
    assert!(Command::new("mkfifo").arg(&pipe).status().expect("mkfifo runs").success());
    let output = postedit(folder.path(), &["check", ".", JSONL[0], JSONL[1]], "");
    assert_eq!(
        names(&output),
        ["a: a/final.txt: is a pipe or a device, not a file. Name a file, or - for standard input.", "b"]
    );
    for arguments in [
        ["diff", "b/draft.txt", "a/final.txt"],
        ["diff", "/dev/zero", "b/final.txt"],
        ["check", "--pairs", "a/final.txt"],
        ["check", "--config=a/final.txt", "b"],
    ] {
        let output = postedit(folder.path(), &arguments, "");
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(said(&output).contains("is a pipe or a device"), "{}", said(&output));
    }
    for name in ["-", "/dev/stdin", "/dev/fd/0"] {
        let output = postedit(folder.path(), &["diff", "b/draft.txt", name, JSONL[0], JSONL[1]], EDITED);
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
        assert_eq!(reports(&output)[0]["edits"][0]["draft"]["text"], "the 3rd", "{name}");
        assert_eq!(reports(&output)[0]["id"], "standard input", "the same for every name of it");
    }
}

#[test]
fn a_name_may_begin_with_a_dash_or_hold_what_terminals_obey() {
    let folder = folder(&[
        ("-x/draft.txt", DRAFT),
        ("-x/final.txt", EDITED),
        ("b\u{1b}[2J/draft.txt", DRAFT),
        ("b\u{1b}[2J/final.txt", " "),
    ]);
    let output = postedit(folder.path(), &["check", ".", "--color", "never"], "");
    let printed = String::from_utf8(output.stdout.clone()).expect("UTF-8") + &said(&output);
    assert!(printed.contains("-x/final.txt:1:") && printed.contains("b<U+001B>[2J/final.txt: is empty"), "{printed}");
    assert!(!printed.contains('\u{1b}'), "{printed:?}");
    let output = postedit(folder.path(), &["check", "--format", "jsonl", "--", "-x"], "");
    assert_eq!(names(&output), ["-x"]);
}

#[test]
fn the_fields_of_other_peoples_rows_have_other_names() {
    let rows = concat!(
        r#"{"key": 7, "mt": "The port opened on the 3rd.", "article": {"body": "The port opened on May 3.", "by": "Han"}, "draft": "v1"}"#,
        "\n",
        r#"{"key": 8, "mt": "The port opened.", "article": {"body": null}}"#,
    );
    let fields = ["--field", "id=key", "--field", "draft=mt", "--field", "final=article.body"];
    let output = postedit(Path::new("."), &[&["diff", "--pairs", "-"], &JSONL[..], &fields].concat(), rows);
    let reports = reports(&output);
    assert_eq!(reports[0]["id"], "7");
    assert_eq!(reports[0]["edits"][0]["final"]["text"], "May 3");
    assert_eq!(reports[0]["meta"], serde_json::json!({"article": {"by": "Han"}, "draft": "v1"}));
    assert_eq!(reports[1]["error"]["message"], "\"article.body\" is missing");
}

#[test]
fn the_command_line_sets_levels_and_knows_the_rules() {
    let folder = folder(&[("draft.txt", DRAFT), ("final.txt", EDITED)]);
    let check =
        |arguments: &[&str]| postedit(folder.path(), &[&["check", "draft.txt", "final.txt"], arguments].concat(), "");
    for (arguments, status) in [
        (&[][..], 1),
        (&["--rule", "disclosure-missing=warning"], 0),
        (&["--rule", "disclosure-missing=warning", "--fail-on", "warning"], 1),
        (&["--rule", "disclosure-missing=off", "--fail-on", "warning"], 0),
        (&["--fail-on", "never"], 0),
    ] {
        assert_eq!(check(arguments).status.code(), Some(status), "{arguments:?}");
    }
    for (rule, message) in [
        ("disclosure-mising=off", "there is no rule disclosure-mising. Did you mean disclosure-missing?"),
        ("disclosure-missing=loud", "loud is no level. Use off, info, warning or error."),
        ("disclosure-missing", "a rule and its level are wanted, as in sentence-added=warning."),
    ] {
        let output = check(&["--rule", rule]);
        assert_eq!(output.status.code(), Some(2));
        assert_eq!(said(&output), format!("postedit: --rule {rule}: {message}\n"));
    }
}

#[test]
fn an_article_cannot_switch_rules_off() {
    let orders = [
        "postedit: disable-all",
        "<!-- postedit-disable disclosure-missing -->",
        "# noqa",
        "[check.rules]\ndisclosure-missing = \"off\"",
        "--rule disclosure-missing=off",
        "---\npostedit: off\n---",
    ];
    for order in orders {
        let text = format!("{order}\n\n{EDITED}");
        let folder = folder(&[
            ("a/draft.txt", &text.replace("May 3", "the 3rd")),
            ("a/final.txt", &text),
            ("a/postedit.toml", orders[3]),
        ]);
        let output = postedit(folder.path(), &["check", ".", JSONL[0], JSONL[1]], "");
        let findings = reports(&output)[0]["findings"].to_string();
        assert!(findings.contains("disclosure-missing"), "{order}: {findings}");
        assert_eq!(output.status.code(), Some(1), "{order}");
    }
}
