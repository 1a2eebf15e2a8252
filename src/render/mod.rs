//! Analyses and findings become output: one file a format, one line each in [`FORMATS`].

mod advice;
mod answer;
mod check;
mod excerpt;
mod github;
mod html;
mod json;
mod junit;
mod layout;
mod markdown;
mod marks;
mod pages;
mod place;
mod safe;
mod sarif;
mod score;
mod sheet;
mod terminal;

use std::io::{self, Write};

use crate::analysis::Analysis;
use crate::audit::{Finding, Side};
use crate::desk::Desk;
use crate::kinds::{Impact, Kind};
use crate::pair::Files;
use crate::report::Report;
use crate::settings::Level;

pub use html::article_page;
pub use pages::{ARTICLES, File, HOME, PageNames, files as desk_files};
pub use safe::Safe;
pub use score::{ScoreLine, score_summary, score_unusable};

/// How the output shall look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// What the reader wants to know.
    pub purpose: Purpose,
    /// The figures without the article.
    pub summary: bool,
    /// Columns of the terminal.
    pub width: usize,
    /// Several articles follow each other.
    pub many: bool,
    /// Which edits the reader wants to see.
    pub view: View,
    /// Remarks are shown one by one, not only counted.
    pub remarks: bool,
    /// From which level on a finding breaks the policy; `None` where none does.
    pub fail_on: Option<Level>,
}

impl Options {
    /// All of one article, 80 columns wide; an error breaks the policy.
    pub fn new(purpose: Purpose) -> Self {
        let view = View::default();
        Options { purpose, summary: false, width: 80, many: false, view, remarks: false, fail_on: Some(Level::Error) }
    }
}

/// A choice of edits; an empty list chooses all.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct View {
    /// Edits of these impacts.
    pub impacts: Vec<Impact>,
    /// Edits of these kinds.
    pub only: Vec<Kind>,
    /// No edits of these kinds.
    pub ignore: Vec<Kind>,
}

impl View {
    /// Whether an edit of a kind and an impact is shown.
    pub fn shows(&self, kind: Kind, impact: Impact) -> bool {
        (self.impacts.is_empty() || self.impacts.contains(&impact))
            && (self.only.is_empty() || self.only.contains(&kind))
            && !self.ignore.contains(&kind)
    }

    /// Whether it leaves any edit out.
    fn is_partial(&self) -> bool {
        *self != View::default()
    }
}

/// What the reader wants to know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// What was edited.
    Diff,
    /// Whether it may go out.
    Check,
}

/// One article to be printed.
#[derive(Debug, Clone, Copy)]
pub struct Article<'a> {
    /// What is known about it.
    pub analysis: &'a Analysis,
    /// What the audit found.
    pub findings: &'a [Finding],
    /// What the versions are called in places (`final.txt:3:1`); of a row of many pairs its name or number.
    pub files: &'a Files,
}

impl Files {
    fn of(&self, side: Side) -> &str {
        match side {
            Side::Draft => &self.draft,
            Side::Final => &self.r#final,
            Side::Source => &self.source,
        }
    }
}

impl Article<'_> {
    /// The JSON view, with the edits that the reader wants to see.
    fn report(&self, view: &View) -> Report {
        let mut report = Report::new(self.analysis, self.findings);
        report.edits.retain(|edit| view.shows(edit.kind, edit.impact));
        report
    }
}

/// An article that could not be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unusable<'a> {
    /// Its name, if it has one.
    pub id: Option<&'a str>,
    /// The file that it stands in.
    pub file: &'a str,
    /// Its line there, counted from 1, where one file holds many articles.
    pub line: Option<usize>,
    /// What is wrong with it; names the file where there is no line.
    pub message: &'a str,
}

impl Unusable<'_> {
    /// `line 3`, or the article's name.
    fn name(&self) -> String {
        self.line.map_or_else(|| self.id.unwrap_or(self.file).to_owned(), |line| format!("line {line}"))
    }

    /// What is wrong, and where.
    fn said(&self) -> String {
        self.line.map_or_else(|| self.message.to_owned(), |line| format!("line {line}: {}", self.message))
    }
}

/// Prints articles one after the other.
pub trait Printer {
    /// Prints one article.
    fn article(&mut self, out: &mut dyn Write, article: &Article) -> io::Result<()>;
    /// Prints an article that could not be used.
    fn unusable(&mut self, out: &mut dyn Write, row: &Unusable) -> io::Result<()>;
    /// Prints what comes behind the last.
    fn end(&mut self, out: &mut dyn Write, desk: &Desk) -> io::Result<()>;
}

/// An output format.
pub struct Format {
    /// The name on the command line.
    pub name: &'static str,
    /// What it is for, in a line.
    pub about: &'static str,
    /// What it can be printed for.
    pub purposes: &'static [Purpose],
    /// Its printer.
    pub open: fn(Options) -> Box<dyn Printer>,
}

const BOTH: &[Purpose] = &[Purpose::Diff, Purpose::Check];
const DIFF: &[Purpose] = &[Purpose::Diff];
const CHECK: &[Purpose] = &[Purpose::Check];

/// The format that shows one article, and no more.
pub const ONE_ARTICLE: &str = "html";

/// All formats. The first is the default.
#[rustfmt::skip]
pub static FORMATS: &[Format] = &[
    Format { name: "text", about: "for people, at a terminal", purposes: BOTH, open: text },
    Format { name: "json", about: "one report, or an array of them, indented", purposes: BOTH, open: |options| Box::new(json::Json::new(options)) },
    Format { name: "jsonl", about: "one report a line", purposes: BOTH, open: |options| Box::new(json::JsonLines::new(options)) },
    Format { name: "sarif", about: "SARIF 2.1.0, for code scanning", purposes: CHECK, open: |options| Box::new(sarif::Sarif::new(options)) },
    Format { name: "github", about: "annotations of a GitHub workflow", purposes: CHECK, open: |options| Box::new(github::GitHub::new(options)) },
    Format { name: "junit", about: "JUnit XML, a test case an article", purposes: CHECK, open: |options| Box::new(junit::JUnit::new(options)) },
    Format { name: "markdown", about: "a comment on a pull request", purposes: CHECK, open: |options| Box::new(markdown::Markdown::new(options)) },
    Format { name: ONE_ARTICLE, about: "a page for one article", purposes: DIFF, open: |options| Box::new(html::Html::new(options)) },
];

fn text(options: Options) -> Box<dyn Printer> {
    match options.purpose {
        Purpose::Diff => Box::new(terminal::Terminal::new(options)),
        Purpose::Check => Box::new(check::Check::new(options)),
    }
}

/// The line of counts below what `check` found.
fn counts(desk: &Desk) -> String {
    let count = |count: usize, one: &str| format!("{count} {one}{}", if count == 1 { "" } else { "s" });
    let mut parts = vec![count(desk.articles, "article")];
    for (level, one) in [(Level::Error, "error"), (Level::Warning, "warning"), (Level::Info, "remark")] {
        if let Some(&number) = desk.findings.get(&level) {
            parts.push(count(number, one));
        }
    }
    if desk.findings.is_empty() {
        parts.push("no findings".to_owned());
    }
    if desk.accepted > 0 {
        parts.push(format!("{} accepted", desk.accepted));
    }
    if desk.unusable > 0 {
        parts.push(format!("{} unusable", desk.unusable));
    }
    parts.join(", ")
}

/// Decides for all text output whether it is coloured.
pub fn set_colour(on: bool) {
    colored::control::set_override(on);
}

/// Whether text output is coloured.
pub fn colour() -> bool {
    colored::control::SHOULD_COLORIZE.should_colorize()
}
