//! The formats of `check`, printed from findings made by hand, so that they don't depend on any one rule. What is printed
//! lies in the target folder afterwards, where `.ci/schemas` holds it against the published schemas.

use std::fs;
use std::path::Path;

use postedit::audit::{Acceptance, Finding, Place, Side};
use postedit::desk::Desk;
use postedit::pair::Files;
use postedit::render::{Article, FORMATS, Options, Purpose, Unusable};
use postedit::settings::Level;
use postedit::text::Span;
use postedit::{Analysis, Pair, Settings, analyse};
use serde_json::Value;

const SOURCE: &str = "수출이 58억3000만 달러였다.";
const FINAL: &str = "Exports rose.\nThey were $5.38 billion 🚢 in July.";

fn analysis(id: &str) -> Analysis {
    analyse(&Pair::new("Exports rose.", FINAL).with_source(SOURCE).with_id(id), &Settings::default())
}

/// A finding on words of the final, with its evidence in the source.
fn finding(level: Level, words: &str) -> Finding {
    let span = |text: &str, words: &str| {
        let start = text.find(words).expect("it is there");
        Span::new(start, start + words.len())
    };
    Finding {
        rule: "unedited",
        level,
        message: format!("{words} is wrong"),
        fingerprint: "0123456789abcdef".to_owned(),
        place: Place { side: Side::Final, span: span(FINAL, words) },
        related: vec![Place { side: Side::Source, span: span(SOURCE, "58억3000만 달러") }],
        accepted: None,
    }
}

fn accepted(level: Level, words: &str) -> Finding {
    let acceptance = Acceptance {
        by: "Han Sol".to_owned(),
        why: "the ministry corrected it".to_owned(),
        at: "2026-03-01T16:05:00Z".to_owned(),
    };
    Finding { accepted: Some(acceptance), ..finding(level, words) }
}

/// All of some findings in one article of `finals/a b.txt`.
fn printed(format: &str, options: Options, findings: &[Finding], unusable: &[Unusable]) -> String {
    postedit::render::set_colour(false);
    let analysis = analysis("exports");
    let file = |name: &str| format!("{name}/a b.txt");
    let files = Files { draft: file("drafts"), r#final: file("finals"), source: file("sources") };
    let mut desk = Desk { unusable: unusable.len(), ..Desk::default() };
    desk.add(&analysis, findings);
    let format = FORMATS.iter().find(|other| other.name == format).expect("a format");
    let mut printer = (format.open)(options);
    let mut out = Vec::new();
    printer.article(&mut out, &Article { analysis: &analysis, findings, files: &files }).expect("a vector");
    unusable.iter().for_each(|row| printer.unusable(&mut out, row).expect("a vector"));
    printer.end(&mut out, &desk).expect("a vector");
    String::from_utf8(out).expect("UTF-8")
}

fn check() -> Options {
    Options::new(Purpose::Check)
}

/// Puts what was printed where `.ci/schemas` looks for it.
fn keep(name: &str, content: &str) {
    fs::write(Path::new(env!("CARGO_TARGET_TMPDIR")).join(name), content).expect("written");
}

const ROW: Unusable = Unusable { id: None, file: "pairs.jsonl", line: Some(7), message: "no final" };

#[test]
fn text_shows_what_matters_and_counts_the_rest() {
    let findings = [
        finding(Level::Error, "$5.38 billion 🚢 in July"),
        accepted(Level::Warning, "rose"),
        finding(Level::Info, "Exports"),
    ];
    let shown = "\
finals/a b.txt:2:11: error unedited: $5.38 billion 🚢 in July is wrong
  | They were $5.38 billion 🚢 in July.
  |           ^^^^^^^^^^^^^^^^^^^^^^^^
  source sources/a b.txt:1:5
  | 수출이 58억3000만 달러였다.
  |        ^^^^^^^^^^^^^^^
  fingerprint 0123456789abcdef
finals/a b.txt:1:9: accepted unedited: rose is wrong
  by Han Sol, 2026-03-01T16:05:00Z: the ministry corrected it
line 7: unusable: no final
1 article, 1 error, 1 remark, 1 accepted, 1 unusable (--remarks shows the remarks)
what it means: postedit explain unedited · right as it is: postedit accept 0123456789abcdef --by NAME --why TEXT
";
    assert_eq!(printed("text", check(), &findings, &[ROW]), shown);
    assert_eq!(printed("text", check(), &[], &[]), "1 article, no findings\n");
    let remark = printed("text", Options { remarks: true, ..check() }, &findings[2..], &[]);
    assert!(
        remark.starts_with("finals/a b.txt:1:1: info unedited: Exports is wrong\n  | Exports rose.\n  | ^^^^^^^\n")
    );
}

#[test]
fn sarif_has_places_rules_and_suppressions() {
    let findings =
        [finding(Level::Error, "🚢 in July"), accepted(Level::Warning, "rose"), finding(Level::Info, "They")];
    let printed = printed("sarif", check(), &findings, &[ROW]);
    keep("formats.sarif", &printed);
    let log: Value = serde_json::from_str(&printed).expect("JSON");
    let run = &log["runs"][0];
    assert_eq!((&log["version"], &run["columnKind"]), (&"2.1.0".into(), &"utf16CodeUnits".into()));
    assert_eq!(run["invocations"][0]["executionSuccessful"], false);
    assert_eq!(run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"], "line 7: no final");
    let result = &run["results"][0];
    let place = &result["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "finals/a%20b.txt");
    // The ship is two code units.
    assert_eq!(place["region"], serde_json::json!({"startLine": 2, "startColumn": 25, "endLine": 2, "endColumn": 35}));
    let related = &result["relatedLocations"][0];
    assert_eq!(related["message"]["text"], "source sources/a b.txt:1:5: 58억3000만 달러");
    assert_eq!(related["physicalLocation"]["region"]["startColumn"], 5);
    assert_eq!(result["partialFingerprints"]["postedit/v1"], "0123456789abcdef");
    assert_eq!(result["suppressions"], serde_json::json!([]));
    let suppression = &run["results"][1]["suppressions"][0];
    assert_eq!(suppression["kind"], "external");
    assert_eq!(suppression["justification"], "Han Sol, 2026-03-01T16:05:00Z: the ministry corrected it");
    let levels: Vec<_> = run["results"].as_array().expect("results").iter().map(|result| &result["level"]).collect();
    assert_eq!(levels, ["error", "warning", "note"]);

    let rules = run["tool"]["driver"]["rules"].as_array().expect("rules");
    assert_eq!(rules.len(), postedit::audit::rules().count());
    let rule = &rules[usize::try_from(result["ruleIndex"].as_u64().expect("an index")).expect("small")];
    assert_eq!((&rule["id"], &rule["defaultConfiguration"]["level"]), (&"unedited".into(), &"error".into()));
    for (kind, mark) in [("text", "Fires: "), ("markdown", "**Fires:** ")] {
        assert!(rule["help"][kind].as_str().is_some_and(|help| help.contains(mark)), "{rule}");
    }
}

#[test]
fn of_too_many_findings_sarif_keeps_the_gravest_and_says_so() {
    let mut findings = vec![finding(Level::Info, "They"); 4_990];
    findings.extend(vec![accepted(Level::Error, "rose"); 5]);
    findings.extend(vec![finding(Level::Error, "rose"); 20]);
    let log: Value = serde_json::from_str(&printed("sarif", check(), &findings, &[])).expect("JSON");
    let run = &log["runs"][0];
    let results = run["results"].as_array().expect("results");
    let errors = results.iter().filter(|result| result["level"] == "error").count();
    assert_eq!((results.len(), errors), (5_000, 20));
    let note = run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"].as_str();
    assert_eq!(note, Some("5000 of 5015 findings are in this file: the gravest. The JSON format has all."));
}

#[test]
fn github_gets_the_gravest_ten_of_each_level() {
    let mut findings = vec![finding(Level::Warning, "rose"); 12];
    findings.extend([
        finding(Level::Error, "$5.38 billion"),
        accepted(Level::Error, "rose"),
        finding(Level::Info, "They"),
    ]);
    let printed = printed("github", check(), &findings, &[]);
    let lines: Vec<&str> = printed.lines().collect();
    assert_eq!(
        lines[0],
        "::error file=finals/a b.txt,line=2,col=11,endColumn=23,title=postedit unedited::$5.38 billion is wrong%0Asource sources/a b.txt:1:5: 58억3000만 달러%0Afingerprint 0123456789abcdef"
    );
    assert_eq!(lines.iter().filter(|line| line.starts_with("::warning ")).count(), 10);
    assert_eq!(
        lines[11..],
        [
            "1 article, 1 error, 12 warnings, 1 remark, 1 accepted",
            "not annotated: 2 warnings more, since GitHub shows 10 of each level"
        ]
    );
    let remarks = Options { remarks: true, ..check() };
    assert!(self::printed("github", remarks, &findings, &[]).contains("\n::notice file=finals/a b.txt,line=2,col=1,"));
    // GitHub refuses columns where lines differ.
    let long = self::printed("github", check(), &[finding(Level::Error, FINAL)], &[]);
    assert!(long.starts_with("::error file=finals/a b.txt,line=1,endLine=2,title="), "{long}");
}

#[test]
fn junit_fails_what_the_policy_fails() {
    let findings = [finding(Level::Error, "rose"), finding(Level::Warning, "They"), accepted(Level::Error, "July")];
    for (fail_on, grave, failures) in
        [(Some(Level::Error), 1, "1"), (Some(Level::Warning), 2, "1"), (None, 0, "0"), (Some(Level::Error), 0, "0")]
    {
        let findings = if grave == 0 && fail_on.is_some() { &findings[1..] } else { &findings[..] };
        let printed = printed("junit", Options { fail_on, ..check() }, findings, &[ROW]);
        keep("formats.junit.xml", &printed);
        let document = roxmltree::Document::parse(&printed).expect("XML");
        let suite = document.descendants().find(|node| node.has_tag_name("testsuite")).expect("a suite");
        let sums = ["tests", "failures", "errors"].map(|name| suite.attribute(name).expect("a sum"));
        assert_eq!(sums, ["2", failures, "1"], "{fail_on:?}");
        let failure = document.descendants().find(|node| node.has_tag_name("failure"));
        let shown = failure.and_then(|failure| failure.text()).unwrap_or_default();
        assert_eq!(shown.matches(" is wrong\n").count(), grave, "{shown}");
        let rest = document.descendants().find(|node| node.has_tag_name("system-out")).and_then(|node| node.text());
        assert!(rest.is_some_and(|rest| rest.contains("accepted by Han Sol")), "{printed}");
        let error = document.descendants().find(|node| node.has_tag_name("error")).expect("an error");
        assert_eq!(error.attribute("message"), Some("line 7: no final"));
    }
}

#[test]
fn markdown_is_short_and_folds_the_details() {
    let findings = [finding(Level::Error, "rose"), finding(Level::Info, "They"), accepted(Level::Error, "July")];
    let printed = printed("markdown", check(), &findings, &[]);
    let (open, folded) = printed.split_once("\n<details>").expect("details");
    assert!(open.starts_with("### postedit: must not go out as it is\n\n1 article, 1 error, 1 remark, 1 accepted\n"));
    assert!(open.ends_with("| error | finals/a b.txt:1 | unedited: rose is wrong |\n"), "{open}");
    for part in
        ["Remarks (1)", "Accepted (1)", "accept 0123456789abcdef --by", "58억3000만 달러", "the ministry corrected"]
    {
        assert!(folded.contains(part), "{part}: {folded}");
    }
    let never = self::printed("markdown", Options { fail_on: None, ..check() }, &findings, &[]);
    assert!(never.starts_with("### postedit: nothing stops it\n"));
}

#[test]
fn markdown_fits_into_a_comment() {
    let long = Finding { message: "한국 🚢 ".repeat(300), ..finding(Level::Error, "rose") };
    let mut findings = vec![long; 400];
    findings.extend(vec![finding(Level::Info, "They"); 2_000]);
    let printed = printed("markdown", check(), &findings, &[]);
    let length = printed.encode_utf16().count();
    assert!((50_000..=65_536).contains(&length), "{length}");
    let (open, _) = printed.split_once("<details>").expect("details");
    assert_eq!(open.lines().filter(|line| line.starts_with("| error |")).count(), 20);
    let note = printed.lines().last().unwrap_or_default();
    assert!(note.ends_with(" more lines did not fit into a comment; the log has them all."), "{note}");
}
