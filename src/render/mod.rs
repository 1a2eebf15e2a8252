//! Analyses and findings become output: one file a format, one line each in [`FORMATS`].

mod check;
mod json;
mod layout;
mod marks;
mod safe;
mod terminal;

use std::io::{self, Write};

use crate::analysis::Analysis;
use crate::audit::{Finding, Side};
use crate::desk::Desk;
use crate::kinds::{Impact, Kind};
use crate::pair::Files;
use crate::report::Report;

pub use safe::Safe;

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
    /// Its printer.
    pub open: fn(Options) -> Box<dyn Printer>,
}

/// All formats. The first is the default.
pub static FORMATS: &[Format] = &[
    Format { name: "text", about: "for people, at a terminal", open: text },
    Format {
        name: "json",
        about: "one report, or an array of them, indented",
        open: |options| Box::new(json::Json::new(options)),
    },
    Format { name: "jsonl", about: "one report a line", open: |options| Box::new(json::JsonLines::new(options)) },
];

fn text(options: Options) -> Box<dyn Printer> {
    match options.purpose {
        Purpose::Diff => Box::new(terminal::Terminal::new(options)),
        Purpose::Check => Box::new(check::Check::new(options)),
    }
}

/// Decides for all text output whether it is coloured.
pub fn set_colour(on: bool) {
    colored::control::set_override(on);
}
