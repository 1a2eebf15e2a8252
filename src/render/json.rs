use std::io::{self, Write};

use serde::Serialize;

use super::{Article, Options, Printer, Unusable, safe};
use crate::desk::Desk;
use crate::report::SCHEMA;

/// One report, or an array of them, indented.
pub(super) struct Json {
    options: Options,
    first: bool,
}

/// One report a line.
pub(super) struct JsonLines {
    options: Options,
}

/// What stands in the place of a row that could not be used.
#[derive(Serialize)]
pub(super) struct Failed<'a> {
    schema: &'static str,
    id: Option<&'a str>,
    error: Failure<'a>,
}

#[derive(Serialize)]
struct Failure<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<usize>,
    message: &'a str,
}

impl<'a> Failed<'a> {
    pub(super) fn new(row: &Unusable<'a>) -> Self {
        Failed { schema: SCHEMA, id: row.id, error: Failure { line: row.line, message: row.message } }
    }
}

impl Json {
    pub(super) fn new(options: Options) -> Self {
        Json { options, first: true }
    }

    fn item(&mut self, out: &mut dyn Write, item: &impl Serialize) -> io::Result<()> {
        if self.options.many {
            out.write_all(if self.first { b"[\n" } else { b",\n" })?;
        }
        self.first = false;
        out.write_all(safe::json(serde_json::to_string_pretty(item)?).as_bytes())?;
        if self.options.many { Ok(()) } else { out.write_all(b"\n") }
    }
}

impl Printer for Json {
    fn article(&mut self, out: &mut dyn Write, article: &Article) -> io::Result<()> {
        let report = article.report(&self.options.view);
        self.item(out, &report)
    }

    fn unusable(&mut self, out: &mut dyn Write, row: &Unusable) -> io::Result<()> {
        self.item(out, &Failed::new(row))
    }

    fn end(&mut self, out: &mut dyn Write, _: &Desk) -> io::Result<()> {
        match (self.options.many, self.first) {
            (true, true) => out.write_all(b"[]\n"),
            (true, false) => out.write_all(b"\n]\n"),
            (false, _) => Ok(()),
        }
    }
}

impl JsonLines {
    pub(super) fn new(options: Options) -> Self {
        JsonLines { options }
    }

    fn line(out: &mut dyn Write, item: &impl Serialize) -> io::Result<()> {
        out.write_all(safe::json(serde_json::to_string(item)?).as_bytes())?;
        out.write_all(b"\n")
    }
}

impl Printer for JsonLines {
    fn article(&mut self, out: &mut dyn Write, article: &Article) -> io::Result<()> {
        JsonLines::line(out, &article.report(&self.options.view))
    }

    fn unusable(&mut self, out: &mut dyn Write, row: &Unusable) -> io::Result<()> {
        JsonLines::line(out, &Failed::new(row))
    }

    fn end(&mut self, _: &mut dyn Write, _: &Desk) -> io::Result<()> {
        Ok(())
    }
}
