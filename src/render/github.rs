use std::io::{self, Write};

use super::place::path;
use super::{Article, Options, Printer, Safe, Unusable, counts};
use crate::audit::{Finding, Place};
use crate::desk::Desk;
use crate::settings::Level;

/// Annotations as GitHub's workflow commands: the gravest first, since of each level it shows ten a step.
pub(super) struct GitHub {
    remarks: bool,
    /// The first commands of each level.
    errors: Shown,
    warnings: Shown,
    notices: Shown,
}

/// How many annotations of a level GitHub takes from one step.
const MOST: usize = 10;

#[derive(Default)]
struct Shown {
    commands: Vec<String>,
    more: usize,
}

impl Shown {
    fn add(&mut self, command: impl FnOnce() -> String) {
        if self.commands.len() < MOST {
            self.commands.push(command());
        } else {
            self.more += 1;
        }
    }
}

impl GitHub {
    pub(super) fn new(options: Options) -> Self {
        let [errors, warnings, notices] = Default::default();
        GitHub { remarks: options.remarks, errors, warnings, notices }
    }
}

impl Printer for GitHub {
    fn article(&mut self, _: &mut dyn Write, article: &Article) -> io::Result<()> {
        for finding in article.findings.iter().filter(|finding| finding.accepted.is_none()) {
            match finding.level {
                Level::Error => self.errors.add(|| command("error", article, finding)),
                Level::Warning => self.warnings.add(|| command("warning", article, finding)),
                Level::Info if self.remarks => self.notices.add(|| command("notice", article, finding)),
                Level::Info | Level::Off => {}
            }
        }
        Ok(())
    }

    fn unusable(&mut self, _: &mut dyn Write, row: &Unusable) -> io::Result<()> {
        self.errors.add(|| {
            let line = row.line.map(|line| format!(",line={line}")).unwrap_or_default();
            let file = property(&path(row.file));
            format!("::error file={file}{line},title=postedit unusable::{}", data(&Safe(row.message).to_string()))
        });
        Ok(())
    }

    fn end(&mut self, out: &mut dyn Write, desk: &Desk) -> io::Result<()> {
        for shown in [&self.errors, &self.warnings, &self.notices] {
            shown.commands.iter().try_for_each(|command| writeln!(out, "{command}"))?;
        }
        writeln!(out, "{}", counts(desk))?;
        let more = [(&self.errors, "errors"), (&self.warnings, "warnings"), (&self.notices, "remarks")];
        let more: Vec<String> = more
            .iter()
            .filter(|(shown, _)| shown.more > 0)
            .map(|(shown, name)| format!("{} {name}", shown.more))
            .collect();
        if more.is_empty() {
            return Ok(());
        }
        writeln!(out, "not annotated: {} more, since GitHub shows {MOST} of each level", more.join(", "))
    }
}

fn command(name: &str, article: &Article, finding: &Finding) -> String {
    let mut lines = vec![Safe(&finding.message).to_string()];
    lines.extend(finding.related.iter().map(|&place| article.evidence(place)));
    lines.push(format!("fingerprint {}", finding.fingerprint));
    let title = property(&format!("postedit {}", finding.rule));
    format!("::{name} {},title={title}::{}", place(article, finding.place), data(&lines.join("\n")))
}

/// File, line and columns; these only where the place is on one line, since GitHub refuses them elsewhere.
fn place(article: &Article, place: Place) -> String {
    let file = format!("file={}", property(&article.path(place)));
    let Some((start, end)) = article.points(place) else { return file };
    if start.line != end.line {
        return format!("{file},line={},endLine={}", start.line, end.line);
    }
    // The end column is that of the last character.
    let last = start.unit.max(end.unit.saturating_sub(1));
    format!("{file},line={},col={},endColumn={last}", start.line, start.unit)
}

/// The message of a workflow command.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A property of a workflow command.
fn property(text: &str) -> String {
    Safe(&data(text)).to_string().replace(':', "%3A").replace(',', "%2C")
}
