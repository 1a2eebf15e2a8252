//! Files that cannot be used, outputs that cannot be written, readers that go away, texts beyond all measure.

use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

fn postedit(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_postedit")).current_dir(folder).args(arguments).output().expect("postedit runs")
}

fn said(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("messages are UTF-8")
}

/// A folder with a good draft and a good final.
fn folder() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("draft.txt"), "Ships left the port.\n").expect("a file");
    fs::write(folder.path().join("final.txt"), "Ships left port.\n").expect("a file");
    folder
}

#[test]
fn a_file_that_is_no_text_is_named_with_what_it_looks_like() {
    let folder = folder();
    let euc_kr =
        [&b"Port news. "[..], &[0xbc, 0xf6, 0xc3, 0xe2, 0xc0, 0xcc, 0x20, 0xb4, 0xc3, 0xbe, 0xfa, 0xb4, 0xd9]].concat();
    let cases: &[(&str, &[u8], &[&str])] = &[
        ("korean.txt", &euc_kr, &["korean.txt", "EUC-KR", "byte 12"]),
        ("empty.txt", b"", &["empty.txt", "empty"]),
        ("blank.txt", b"\xef\xbb\xbf \n\r\n\t", &["blank.txt", "empty"]),
        ("wide.txt", b"\xff\xfeP\0o\0r\0t\0", &["wide.txt", "UTF-16"]),
    ];
    for (name, bytes, wanted) in cases {
        fs::write(folder.path().join(name), bytes).expect("a file");
        for arguments in [["diff", name, "final.txt"], ["diff", "draft.txt", name], ["check", "draft.txt", name]] {
            let output = postedit(folder.path(), &arguments);
            assert_eq!(output.status.code(), Some(2), "{arguments:?}");
            assert!(output.stdout.is_empty(), "{arguments:?}");
            let said = said(&output);
            assert_eq!(said.lines().count(), 1, "{said}");
            assert!(wanted.iter().all(|word| said.contains(word)), "{said} lacks one of {wanted:?}");
        }
    }
}

#[cfg(unix)]
#[test]
fn a_closed_file_is_said_to_be_closed() {
    use std::os::unix::fs::PermissionsExt;
    let folder = folder();
    let closed = folder.path().join("closed.txt");
    fs::write(&closed, "Ships left.").expect("a file");
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o000)).expect("rights");
    // Whoever may read everything can't be refused.
    if fs::read(&closed).is_ok() {
        return;
    }
    let output = postedit(folder.path(), &["diff", "closed.txt", "final.txt"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("no permission"), "{}", said(&output));
}

#[test]
fn an_output_file_is_written_whole_or_not_at_all() {
    let folder = folder();
    let target = folder.path().join("report.json");
    let output =
        postedit(folder.path(), &["diff", "draft.txt", "final.txt", "--format", "json", "--output", "report.json"]);
    assert_eq!(output.status.code(), Some(0));
    let report: serde_json::Value = serde_json::from_slice(&fs::read(&target).expect("the report")).expect("JSON");
    assert_eq!(report["schema"], "postedit/1");

    // A row that ends the run before the end must leave the old report as it was.
    fs::write(folder.path().join("pairs.jsonl"), b"{\"draft\": \"a\", \"final\": \"b\"}\n").expect("a file");
    let output = postedit(folder.path(), &["diff", "--pairs", "no-such.jsonl", "--output", "report.json"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(fs::read_to_string(&target).expect("the report").starts_with('{'), "the old report stands");

    let output = postedit(folder.path(), &["diff", "draft.txt", "final.txt", "--output", "no-such-folder/report.txt"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("no-such-folder/report.txt"), "{}", said(&output));
    let left: Vec<_> =
        fs::read_dir(folder.path()).expect("the folder").map(|entry| entry.expect("an entry").file_name()).collect();
    assert!(left.iter().all(|name| !name.to_string_lossy().contains("postedit")), "{left:?}");
}

#[test]
fn a_reader_who_goes_away_hears_nothing() {
    let folder = folder();
    let row = "{\"draft\": \"Ships left the port.\", \"final\": \"Ships left port.\"}\n";
    fs::write(folder.path().join("pairs.jsonl"), row.repeat(20_000)).expect("a file");
    let mut child = Command::new(env!("CARGO_BIN_EXE_postedit"))
        .current_dir(folder.path())
        .args(["diff", "--pairs", "pairs.jsonl", "--format", "jsonl"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("postedit starts");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("it ends");
    assert_eq!(said(&output), "");
}

#[test]
fn an_article_cannot_move_the_cursor() {
    let folder = folder();
    fs::write(folder.path().join("evil.txt"), "Ships \u{1b}[2J left \u{202e}port. \u{9b}31m\n").expect("a file");
    let output = postedit(folder.path(), &["diff", "draft.txt", "evil.txt", "--color", "never"]);
    let printed = String::from_utf8(output.stdout).expect("UTF-8");
    assert!(!printed.contains(['\u{1b}', '\u{9b}', '\u{202e}']), "{printed:?}");
    assert!(printed.contains("<U+001B>[2J") && printed.contains("<U+202E>"), "{printed}");
}

#[test]
fn colour_is_decided_by_the_flag_then_the_environment() {
    let folder = folder();
    let coloured = |flag: &str, set: &[(&str, &str)]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_postedit"));
        command.env_remove("NO_COLOR").env_remove("CLICOLOR_FORCE").env("TERM", "xterm").envs(set.iter().copied());
        let output =
            command.current_dir(folder.path()).args(["diff", "draft.txt", "final.txt", "--color", flag]).output();
        output.expect("postedit runs").stdout.contains(&0x1b)
    };
    assert!(coloured("always", &[("NO_COLOR", "1")]));
    assert!(!coloured("never", &[("CLICOLOR_FORCE", "1")]));
    assert!(!coloured("auto", &[]), "a pipe is no terminal");
    assert!(coloured("auto", &[("CLICOLOR_FORCE", "1")]));
    assert!(coloured("auto", &[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "")]), "an empty NO_COLOR does not count");
    assert!(!coloured("auto", &[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")]), "NO_COLOR comes first");
    assert!(!coloured("auto", &[("CLICOLOR_FORCE", "")]), "an empty CLICOLOR_FORCE does not count");
}

#[test]
fn texts_beyond_all_measure_come_back() {
    let folder = folder();
    let lines = "\n".repeat(200_000) + "Ships left.";
    let word = "a".repeat(200_000) + " left.";
    let line = "Ships left the port and came back again ".repeat(10_000);
    for (name, text) in [("lines.txt", &lines), ("word.txt", &word), ("line.txt", &line)] {
        fs::write(folder.path().join(name), text).expect("a file");
        for pair in [[name, "final.txt"], ["draft.txt", name]] {
            let output = postedit(folder.path(), &["diff", pair[0], pair[1], "--summary"]);
            assert_eq!(output.status.code(), Some(0), "{pair:?}: {}", said(&output));
        }
    }
}
