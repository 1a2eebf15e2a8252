//! `postedit score` for programs, and what threads and interruptions must not change.

use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use serde_json::{Value, json};

fn postedit(arguments: &[&str], input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_postedit"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("postedit starts");
    let mut pipe = child.stdin.take().expect("a pipe");
    let input = input.to_owned();
    // Fed from beside, since a run may print before it has read all.
    let feeder = std::thread::spawn(move || pipe.write_all(input.as_bytes()));
    let output = child.wait_with_output().expect("it ends");
    // A run that ends early does not read on.
    let _ = feeder.join().expect("the feeder ends");
    output
}

fn lines(output: &Output) -> Vec<Value> {
    let text = std::str::from_utf8(&output.stdout).expect("UTF-8");
    text.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

#[test]
fn a_line_of_figures_for_each_pair_of_lines() {
    let output =
        postedit(&["score", "-", "tests/cmd/score/finals.txt", "--format", "jsonl"], "The port\n\nIt  rained .\n");
    let lines = lines(&output);
    assert_eq!(lines[0]["ter"], json!({"edits": 4, "reference_words": 6}));
    assert_eq!(lines[0]["word_tags"], json!(["OK", "OK", "OK", "OK", "BAD"]));
    assert_eq!(lines[1]["ter"], json!({"edits": 12, "reference_words": 12}));
    assert_eq!(lines[1]["chrf2"], 0.0);
    assert_eq!(lines[1]["word_tags"], json!(["BAD"]));
    assert_eq!(
        lines[2],
        json!({"ter": {"edits": 0, "reference_words": 3}, "chrf2": 100.0, "word_tags": vec!["OK"; 7]})
    );
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("standard input: line 2 is empty"), "{said}");
    assert_eq!((output.status.code(), lines.len()), (Some(0), 3));
}

#[test]
fn articles_have_the_desks_figures_too() {
    let rows = [
        r#"{"id": "one", "draft": "It rained 30 days.", "final": "It snowed 30 days."}"#,
        r#"{"id": "two", "final": "It rained."}"#,
    ];
    let output = postedit(&["score", "--pairs", "-", "--format", "jsonl"], &rows.join("\n"));
    let lines = lines(&output);
    assert_eq!((output.status.code(), lines.len()), (Some(2), 2));
    assert_eq!(lines[0]["id"], "one");
    assert_eq!(lines[0]["ter"], json!({"edits": 1, "reference_words": 4}));
    let effort = &lines[0]["effort"];
    assert_eq!(effort["ter"], json!({"edits": 1, "reference_words": 4, "score": 0.25}));
    assert_eq!(effort["parts"]["headline"], Value::Null);
    assert_eq!(effort["parts"]["body"], effort["ter"]);
    assert_eq!(effort["characters"], json!({"edits": 4, "reference": 18, "score": 0.2222}));
    assert_eq!(effort["words"], json!({"added": 1, "cut": 1}));
    let shares = ["meaning", "fluency", "style", "mechanical"].map(|impact| &effort["impacts"][impact]["edits"]);
    assert_eq!(shares.iter().filter_map(|edits| edits.as_u64()).sum::<u64>(), 1);
    assert_eq!(lines[1]["error"]["line"], 2);
}

/// Articles of very different length, every third one unusable.
fn uneven_rows() -> String {
    let row = |at: usize| {
        let text = format!("The port handled {at} ships. It rained on Friday.\n").repeat(1 + at * 7 % 10);
        match at % 3 {
            2 => json!({"id": at, "draft": text}),
            _ => {
                json!({"id": at, "draft": text, "final": text.replace("Friday", "Monday").replace("ships. It", "ships; it")})
            }
        }
    };
    (0..30).map(|at| row(at).to_string() + "\n").collect()
}

#[test]
fn every_number_of_threads_prints_the_same() {
    let rows = uneven_rows();
    for command in [
        &["diff", "--pairs", "-", "--format", "jsonl"][..],
        &["diff", "--pairs", "-"],
        &["check", "--pairs", "-"],
        &["score", "--pairs", "-", "--format", "jsonl"],
        &["score", "--pairs", "-"],
    ] {
        let run = |threads| postedit(&[command, &["--threads", threads]].concat(), &rows);
        let one = run("1");
        assert!(!one.stdout.is_empty());
        for threads in ["2", "7"] {
            assert!(run(threads) == one, "{command:?} with {threads} threads");
        }
    }
    let text = "It rained .\n".repeat(1000);
    let finals = tempfile_with(&text.replace("rained", "snowed"));
    let arguments = ["score", "-", finals.path().to_str().expect("UTF-8"), "--format", "jsonl", "--threads"];
    let run = |threads| postedit(&[&arguments[..], &[threads]].concat(), &text);
    let one = run("1");
    assert_eq!(lines(&one).len(), 1000);
    assert!(run("3") == one);
}

fn tempfile_with(text: &str) -> tempfile::NamedTempFile {
    let mut file = tempfile::NamedTempFile::new().expect("a temporary file");
    file.write_all(text.as_bytes()).expect("written");
    file
}

fn names(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).expect("a folder");
    entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect()
}

#[test]
fn an_error_leaves_no_file() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let target = folder.path().join("scores.jsonl");
    let target = target.to_str().expect("UTF-8");
    let output =
        postedit(&["score", "-", "tests/cmd/score/finals.txt", "--format", "jsonl", "-o", target], "It rained .\n");
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("standard input has 1 line and tests/cmd/score/finals.txt has 3: from line 2"), "{said}");
    assert_eq!(names(folder.path()), [""; 0]);
}

#[cfg(unix)]
#[test]
fn an_interrupt_leaves_no_file() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for (signal, command) in [("-INT", "diff"), ("-TERM", "score")] {
        let mut child = Command::new(env!("CARGO_BIN_EXE_postedit"))
            .args([command, "--pairs", "-", "--format", "jsonl", "--output"])
            .arg(folder.path().join("out.jsonl"))
            .stdin(Stdio::piped())
            .spawn()
            .expect("postedit starts");
        // The pipe stays open, so that the run waits for more.
        let mut pipe = child.stdin.take().expect("a pipe");
        pipe.write_all(uneven_rows().as_bytes()).expect("it reads");
        while names(folder.path()).is_empty() {
            std::thread::sleep(std::time::Duration::from_millis(5));
        }
        // The file is there a moment before the handler is.
        std::thread::sleep(std::time::Duration::from_millis(200));
        let status = Command::new("kill").args([signal, &child.id().to_string()]).status().expect("kill runs");
        assert!(status.success());
        assert_eq!(child.wait().expect("it ends").code(), Some(130), "{signal}");
        assert_eq!(names(folder.path()), [""; 0], "{signal}");
    }
}
