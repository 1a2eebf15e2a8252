//! Whatever stands in an article, a file name or an acceptance: no format lets it out as anything but text.

use std::fs;
use std::path::Path;

use postedit::audit::{Acceptance, Finding, Place, Side};
use postedit::desk::Desk;
use postedit::pair::Files;
use postedit::render::{Article, FORMATS, Options, Purpose, Unusable};
use postedit::settings::Level;
use postedit::text::Span;
use postedit::{Pair, Settings, analyse};
use serde_json::Value;

/// Each is the article's text, its name, its files, a finding's message and words, and an acceptance.
const HOSTILE: [&str; 20] = [
    "::error file=a.txt::taken over",
    "  ::stop-commands::x",
    "a\n::set-output name=x::y\r::add-mask::z",
    "##[error]taken over",
    "##vso[task.setvariable variable=x]y",
    "100%0A::error::x%0D,y:z",
    "a\u{1b}[2J\u{1b}]0;title\u{7}b\u{9b}31m",
    "a\0b\u{8}c\u{b}d\u{fffe}e\u{ffff}f",
    "]]> --> ?> &amp; &#0; &unknown;",
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "\"><!DOCTYPE x [<!ENTITY y SYSTEM \"file:///etc/passwd\">]>' attribute=\"1",
    "txt.\u{202e}cod\u{2066}.exe\u{2069}\u{200f}",
    "-rf --output=x",
    "--fail-on never",
    "@everyone #12 desk@example.com GH-1",
    "[link](javascript:alert(1)) ![x](http://example.com/x.png) https://example.com www.example.com",
    "| a | b |\n| --- | --- |\n# heading\n```\n<!-- ",
    "`code` **bold** ~~gone~~ $x$ $`y`$ \\ {0} {{1}}",
    "../../etc/passwd",
    "//example.com/a?b#c",
];

fn printed(format: &str, hostile: &str) -> String {
    postedit::render::set_colour(false);
    let analysis =
        analyse(&Pair::new("Exports rose.", hostile).with_source(hostile).with_id(hostile), &Settings::default());
    let place = |side| Place { side, span: Span::new(0, hostile.len()) };
    let finding = |level, accepted| Finding {
        rule: "unedited",
        level,
        message: hostile.to_owned(),
        fingerprint: "0123456789abcdef".to_owned(),
        place: place(Side::Final),
        related: vec![place(Side::Source)],
        accepted,
    };
    let text = hostile.to_owned();
    let acceptance = Acceptance { by: text.clone(), why: text.clone(), at: text };
    let findings = [finding(Level::Error, None), finding(Level::Info, None), finding(Level::Error, Some(acceptance))];
    let files = Files::all(hostile);
    let mut desk = Desk { unusable: 1, ..Desk::default() };
    desk.add(&analysis, &findings);
    let format = FORMATS.iter().find(|other| other.name == format).expect("a format");
    let mut printer = (format.open)(Options { remarks: true, ..Options::new(Purpose::Check) });
    let mut out = Vec::new();
    printer.article(&mut out, &Article { analysis: &analysis, findings: &findings, files: &files }).expect("a vector");
    let row = Unusable { id: Some(hostile), file: hostile, line: None, message: hostile };
    printer.unusable(&mut out, &row).expect("a vector");
    printer.end(&mut out, &desk).expect("a vector");
    String::from_utf8(out).expect("UTF-8")
}

/// Steers a terminal, or turns the text.
fn steers(c: char) -> bool {
    c.is_control() && c != '\n' || matches!(c, '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Nothing of that kind, and nothing that a build server takes for a command.
fn is_harmless(text: &str) -> bool {
    !text.contains(steers) && !text.lines().any(|line| line.trim_start().starts_with("::")) && !is_command(text)
}

/// `##name[`, anywhere in a line.
fn is_command(text: &str) -> bool {
    text.split("##").skip(1).any(|after| after.trim_start_matches(|c: char| c.is_ascii_alphabetic()).starts_with('['))
}

/// What a format has besides: what is wrong with it, if anything is.
fn fault(format: &str, printed: &str) -> Option<String> {
    let fault = |holds: bool, what: &str| (!holds).then(|| what.to_owned());
    match format {
        "text" => fault(is_harmless(printed), "a command or control character")
            .or_else(|| fault(!printed.lines().any(|line| line.starts_with('-')), "a line like an option")),
        "github" => {
            let (commands, rest): (Vec<&str>, Vec<&str>) = printed.lines().partition(|line| line.starts_with("::"));
            let wanted = |line: &&str| line.starts_with("::error ") || line.starts_with("::notice ");
            fault(commands.len() == 3 && commands.iter().all(wanted), "other commands")
                .or_else(|| commands.iter().find_map(|line| fault(is_github_command(line), line)))
                .or_else(|| fault(is_harmless(&rest.join("\n")), "a command outside"))
        }
        "junit" => match roxmltree::Document::parse(printed) {
            Err(error) => Some(error.to_string()),
            Ok(document) => {
                let names: Vec<&str> = document
                    .descendants()
                    .filter(|node| node.is_element())
                    .map(|node| node.tag_name().name())
                    .collect();
                let wanted = ["testsuites", "testsuite", "testcase", "failure", "system-out", "testcase", "error"];
                let text: String = document.descendants().filter_map(|node| node.text()).collect();
                fault(names == wanted, "other elements").or_else(|| fault(is_harmless(&text), "a command"))
            }
        },
        "sarif" => {
            let log: Value = serde_json::from_str(printed).expect("JSON");
            let result = &log["runs"][0]["results"][0];
            let uri =
                result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].as_str().unwrap_or_default();
            let plain = |c: char| c.is_ascii_alphanumeric() || "-._~/%".contains(c);
            let path = uri.strip_prefix("file://").unwrap_or(uri);
            let message = result["message"]["text"].as_str().unwrap_or_default();
            fault(!path.is_empty() && path.chars().all(plain), uri)
                .or_else(|| {
                    fault(
                        !message.contains("](") && !message.replace("{{", "").replace("}}", "").contains(['{', '}']),
                        message,
                    )
                })
                .or_else(|| fault(!printed.contains(steers), "a control character"))
        }
        "markdown" => fault(is_inert(printed), printed),
        // JSON keeps the text to the letter, escaped.
        _ => fault(!printed.contains(steers), "a control character"),
    }
}

/// One command whose properties are those that it should have.
fn is_github_command(line: &str) -> bool {
    let Some((head, message)) = line[2..].split_once("::") else { return false };
    let Some((_, properties)) = head.split_once(' ') else { return false };
    let names: Vec<&str> = properties.split(',').filter_map(|property| Some(property.split_once('=')?.0)).collect();
    let expected: [&[&str]; 3] =
        [&["file", "title"], &["file", "line", "col", "endColumn", "title"], &["file", "line", "endLine", "title"]];
    expected.contains(&names.as_slice()) && !message.contains(char::is_control)
}

/// Rows of three cells, and no markup but the comment's own.
fn is_inert(printed: &str) -> bool {
    const OWN: [&str; 8] =
        ["<details>", "</details>", "<summary>", "</summary>", "<span>$</span>", "<br>", "`postedit accept ", "TEXT`"];
    let rest = OWN.iter().fold(printed.to_owned(), |text, own| text.replace(own, ""));
    let rest = rest.replace("&#64;&#8203;", "").replace("&#35;&#8203;", "");
    let rows = rest.lines().filter(|line| line.starts_with('|')).all(|line| line.matches('|').count() == 4);
    let lines = rest.lines().all(|line| {
        ["### postedit: ", "| ", "1 article, ", "The other", "Remarks", "Accepted"]
            .iter()
            .any(|own| line.starts_with(own))
            || line.is_empty()
    });
    let marks = ["<", ">", "@", "&#64;", "&#35;", "](", "`", "*", "~", "\\", "$", "://", "www.", "{", "!"];
    rows && lines && is_harmless(&rest) && !marks.iter().any(|mark| rest.contains(mark))
}

#[test]
fn nothing_gets_out_of_any_format() {
    for format in FORMATS.iter().filter(|format| format.purposes.contains(&Purpose::Check)) {
        for (index, hostile) in HOSTILE.into_iter().enumerate() {
            let printed = printed(format.name, hostile);
            assert_eq!(fault(format.name, &printed), None, "{}: {hostile:?}:\n{printed}", format.name);
            // `.ci/schemas` holds these against the published schemas.
            let name = format!("hostile-{index}.{}", format.name);
            fs::write(Path::new(env!("CARGO_TARGET_TMPDIR")).join(name), &printed).expect("written");
        }
    }
}

#[test]
fn json_keeps_the_text_to_the_letter() {
    for hostile in HOSTILE {
        let lines: Vec<Value> =
            printed("jsonl", hostile).lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
        assert_eq!(lines[0]["findings"][0]["message"], hostile);
        assert_eq!(lines[0]["findings"][2]["accepted"]["why"], hostile);
        assert_eq!(lines[1]["error"]["message"], hostile);
    }
}

#[test]
fn the_net_has_no_holes() {
    for (format, printed) in [
        ("text", "  ::error::x"),
        ("text", "a\u{1b}[2J"),
        ("text", "see ##[error]x"),
        ("text", "-rf:1:1: error"),
        ("github", "::error title=x::a\n::error title=x::b\n::warning title=x::c"),
        ("github", "::error title=x,y=z::a\n::error title=x::b\n::notice title=x::c"),
        ("junit", "<testsuites><testsuite><script/></testsuite></testsuites>"),
        ("markdown", "| a | b | <b> |"),
        ("markdown", "| a | b | c | d |"),
        ("markdown", "| a | @desk | c |"),
        ("jsonl", "{\"a\": \"\u{1b}\"}"),
    ] {
        assert!(fault(format, printed).is_some(), "{format}: {printed:?}");
    }
}
