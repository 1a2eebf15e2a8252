use std::io::{self, Write};

use serde_json::{Value, json};

use super::{Article, Options, Printer, Safe, Unusable, safe};
use crate::audit::{self, Finding, Place, Rule};
use crate::desk::Desk;
use crate::settings::Level;

/// SARIF 2.1.0, the format of code scanning. Of too many findings the gravest are kept.
#[derive(Default)]
pub(super) struct Sarif {
    /// The results of each grade with their place in the order of the run.
    results: [Vec<(usize, Value)>; 4],
    found: usize,
    notifications: Vec<Value>,
}

/// The most results of a file: code scanning shows no more.
const MOST: usize = 5_000;

impl Sarif {
    pub(super) fn new(_: Options) -> Self {
        Sarif::default()
    }

    /// Keeps a result, in place of a milder one where there is no more room.
    fn keep(&mut self, grade: usize, result: impl FnOnce() -> Value) {
        self.found += 1;
        if self.kept() == MOST {
            let milder = self.results[grade + 1..].iter_mut().rev().find(|results| !results.is_empty());
            let Some(milder) = milder else { return };
            milder.pop();
        }
        self.results[grade].push((self.found, result()));
    }

    fn kept(&self) -> usize {
        self.results.iter().map(Vec::len).sum()
    }
}

impl Printer for Sarif {
    fn article(&mut self, _: &mut dyn Write, article: &Article) -> io::Result<()> {
        for finding in article.findings {
            let grade = match finding.level {
                _ if finding.accepted.is_some() => 3,
                Level::Error => 0,
                Level::Warning => 1,
                Level::Info | Level::Off => 2,
            };
            self.keep(grade, || result(article, finding));
        }
        Ok(())
    }

    fn unusable(&mut self, _: &mut dyn Write, row: &Unusable) -> io::Result<()> {
        if self.notifications.len() < MOST {
            self.notifications.push(notification("error", &row.said()));
        }
        Ok(())
    }

    fn end(&mut self, out: &mut dyn Write, desk: &Desk) -> io::Result<()> {
        let kept = self.kept();
        if kept < self.found {
            let note =
                format!("{kept} of {} findings are in this file: the gravest. The JSON format has all.", self.found);
            self.notifications.push(notification("warning", &note));
        }
        let mut results: Vec<(usize, Value)> = self.results.iter_mut().flat_map(std::mem::take).collect();
        results.sort_by_key(|&(order, _)| order);
        let log = json!({
            "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
            "version": "2.1.0",
            "runs": [{
                "tool": {"driver": {
                    "name": "postedit",
                    "semanticVersion": env!("CARGO_PKG_VERSION"),
                    "rules": audit::rules().map(rule).collect::<Vec<_>>(),
                }},
                "columnKind": "utf16CodeUnits",
                "invocations": [{
                    "executionSuccessful": desk.unusable == 0,
                    "toolExecutionNotifications": std::mem::take(&mut self.notifications),
                }],
                "results": results.into_iter().map(|(_, result)| result).collect::<Vec<_>>(),
            }],
        });
        writeln!(out, "{}", safe::json(serde_json::to_string_pretty(&log)?))
    }
}

fn rule(rule: &'static Rule) -> Value {
    let (meaning, why, fires, silent) = (rule.meaning(), rule.why(), rule.fires(), rule.silent());
    json!({
        "id": rule.name,
        "shortDescription": {"text": message(&meaning)},
        "fullDescription": {"text": message(&format!("{meaning} {why}"))},
        "help": {
            "text": message(&format!("{meaning}\n\n{why}\n\nFires: {fires}\n\nSilent: {silent}")),
            "markdown": message(&format!("{meaning}\n\n{why}\n\n**Fires:** {fires}\n\n**Silent:** {silent}")),
        },
        "defaultConfiguration": {"enabled": rule.level != Level::Off, "level": level(rule.level)},
    })
}

fn result(article: &Article, finding: &Finding) -> Value {
    let related = finding.related.iter().enumerate().map(|(id, &place)| {
        let mut location = location(article, place);
        location["id"] = json!(id);
        location["message"] = json!({"text": text(&article.evidence(place))});
        location
    });
    let suppressions = finding.accepted.iter().map(|acceptance| {
        let why = format!("{}, {}: {}", acceptance.by, acceptance.at, acceptance.why);
        json!({"kind": "external", "status": "accepted", "justification": Safe(&why).to_string()})
    });
    json!({
        "ruleId": finding.rule,
        "ruleIndex": audit::rules().position(|rule| rule.name == finding.rule),
        "level": level(finding.level),
        "message": {"text": text(&finding.message)},
        "locations": [location(article, finding.place)],
        "relatedLocations": related.collect::<Vec<_>>(),
        "partialFingerprints": {"postedit/v1": finding.fingerprint},
        "suppressions": suppressions.collect::<Vec<_>>(),
    })
}

fn location(article: &Article, place: Place) -> Value {
    let mut physical = json!({"artifactLocation": {"uri": uri(&article.path(place))}});
    if let Some((start, end)) = article.points(place) {
        physical["region"] = json!({
            "startLine": start.line,
            "startColumn": start.unit,
            "endLine": end.line,
            "endColumn": end.unit,
        });
    }
    json!({"physicalLocation": physical})
}

fn level(level: Level) -> &'static str {
    match level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Info => "note",
        Level::Off => "none",
    }
}

fn notification(level: &str, note: &str) -> Value {
    json!({"level": level, "message": {"text": text(note)}})
}

/// Text from outside as a message: harmless, and without links and placeholders.
fn text(outside: &str) -> String {
    message(&Safe(outside).to_string())
}

/// In a SARIF message, braces are placeholders and `[text](target)` is a link.
fn message(text: &str) -> String {
    text.replace('{', "{{").replace('}', "}}").replace("](", "] (")
}

/// A file's name as a relative reference; a full path as a URI of its own.
fn uri(path: &str) -> String {
    let mut uri = if path.starts_with('/') { "file://".to_owned() } else { String::new() };
    for byte in path.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => uri.push(char::from(byte)),
            byte => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri
}
