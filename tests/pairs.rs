//! Many pairs for programs: one JSON object a line, in the order of the input.

use std::io::Write as _;
use std::process::{Command, Stdio};

use serde_json::{Value, json};

/// The exit status, the lines printed, and what was said.
fn diff(rows: &str) -> (Option<i32>, Vec<Value>, String) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_postedit"))
        .args(["diff", "--pairs", "-", "--format", "jsonl"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("postedit starts");
    child.stdin.take().expect("a pipe").write_all(rows.as_bytes()).expect("it reads");
    let output = child.wait_with_output().expect("it ends");
    let lines = String::from_utf8(output.stdout).expect("UTF-8");
    let lines = lines.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    (output.status.code(), lines, String::from_utf8(output.stderr).expect("UTF-8"))
}

#[test]
fn every_row_has_its_line_and_bad_ones_do_not_stop_the_others() {
    let rows = [
        r#"{"id": "one", "draft": "It rained.", "final": "It rained hard.", "desk": {"editor": "Han"}}"#,
        r#"{"id": "two", "final": "It rained."}"#,
        r#"[1, 2]"#,
        "",
        r#"{"id": 4, "draft": ["Rain fell.", "It stopped."], "final": ["Rain fell and stopped."], "source": "비가 왔다.", "lang": "en-GB"}"#,
    ];
    let (status, lines, said) = diff(&rows.join("\n"));
    assert_eq!(status, Some(2));
    assert_eq!(lines.len(), 4);
    assert_eq!(lines[0]["edits"][0]["final"], json!({"start": 10, "end": 14, "text": "hard"}));
    assert_eq!(lines[0]["meta"], json!({"desk": {"editor": "Han"}}));
    assert_eq!(
        lines[1],
        json!({"schema": "postedit/1", "id": "two", "error": {"line": 2, "message": "\"draft\" is missing"}})
    );
    assert_eq!(lines[2]["error"]["line"], 3);
    assert_eq!(lines[3]["id"], "4");
    assert_eq!(lines[3]["draft"]["sentences"].as_array().map(Vec::len), Some(2));
    assert_eq!(lines[3]["draft"]["lang"], "en-gb");
    assert_eq!(lines[3]["source"]["lang"], "ko");
    assert_eq!(
        lines[3]["alignment"],
        json!([{"draft": [0, 1], "final": [0], "op": "merge", "moved": false, "similarity": lines[3]["alignment"][0]["similarity"]}])
    );
    assert_eq!(said.lines().count(), 2, "{said}");
}

#[test]
fn offsets_count_code_points_of_the_text_as_given() {
    let (status, lines, _) =
        diff(r#"{"draft": "\ufeff😀 Café opened.\r\nIt rained.", "final": "\ufeff😀 Café opened.\r\nIt snowed."}"#);
    assert_eq!(status, Some(0));
    assert_eq!(lines[0]["edits"][0]["draft"], json!({"start": 20, "end": 26, "text": "rained"}));
}

#[test]
fn no_rows_are_no_error() {
    let (status, lines, said) = diff("");
    assert_eq!((status, lines.len(), said.as_str()), (Some(0), 0, ""));
}
