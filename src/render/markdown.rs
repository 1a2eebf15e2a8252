use std::io::{self, Write};

use super::{Article, Options, Printer, Safe, Unusable, counts};
use crate::audit::Finding;
use crate::desk::Desk;
use crate::settings::Level;

/// A comment on a pull request: what must be looked at in a table, the rest folded.
pub(super) struct Markdown {
    fail_on: Option<Level>,
    errors: Rows,
    warnings: Rows,
    remarks: Rows,
    accepted: Rows,
    unusable: Rows,
    /// How to accept what the tables show.
    evidence: Rows,
}

/// The longest comment that GitHub takes, in UTF-16 code units.
const LONGEST: usize = 65_536;

/// The most findings that are not folded: they are read in ten seconds.
const MOST_OPEN: usize = 20;

/// What headings, table heads and notes need of it.
const RESERVED: usize = 4_096;

/// The lines of a table, as many as a comment has room for.
#[derive(Default)]
struct Rows {
    rows: Vec<String>,
    length: usize,
    more: usize,
}

impl Rows {
    fn add(&mut self, row: String) {
        let length = length(&row) + 1;
        if self.length + length > LONGEST {
            self.more += 1;
        } else {
            self.length += length;
            self.rows.push(row);
        }
    }

    fn count(&self) -> usize {
        self.rows.len() + self.more
    }

    /// The rows that fit into the room that is left, and how many did not.
    fn take(&self, room: &mut usize) -> (String, usize) {
        let mut text = String::new();
        for (at, row) in self.rows.iter().enumerate() {
            let length = length(row) + 1;
            if length > *room {
                return (text, self.count() - at);
            }
            *room -= length;
            text.push_str(row);
            text.push('\n');
        }
        (text, self.more)
    }
}

impl Markdown {
    pub(super) fn new(options: Options) -> Self {
        let [errors, warnings, remarks, accepted, unusable, evidence] = Default::default();
        Markdown { fail_on: options.fail_on, errors, warnings, remarks, accepted, unusable, evidence }
    }

    /// The first line: the answer.
    fn verdict(&self, desk: &Desk) -> &'static str {
        let fails = |level: &Level| self.fail_on.is_some_and(|least| *level >= least);
        if desk.findings.keys().any(fails) {
            "must not go out as it is"
        } else if desk.unusable > 0 {
            "could not read everything"
        } else {
            "nothing stops it"
        }
    }
}

impl Printer for Markdown {
    fn article(&mut self, _: &mut dyn Write, article: &Article) -> io::Result<()> {
        for finding in article.findings {
            let place = inert(&place(article, finding));
            if let Some(acceptance) = &finding.accepted {
                let who = inert(&format!("{}, {}: {}", acceptance.by, acceptance.at, acceptance.why));
                self.accepted.add(format!("| {place} | {} | {who} |", finding.rule));
                continue;
            }
            let row = format!("| {} | {place} | {}: {} |", finding.level, finding.rule, inert(&finding.message));
            match finding.level {
                Level::Error => self.errors.add(row),
                Level::Warning => self.warnings.add(row),
                Level::Info | Level::Off => {
                    self.remarks.add(row);
                    continue;
                }
            }
            let related = finding.related.iter().map(|&related| inert(&article.evidence(related)));
            let related: Vec<String> = related.collect();
            let accept = format!("`postedit accept {} --by NAME --why TEXT`", finding.fingerprint);
            self.evidence.add(format!("| {place} | {} | {accept} |", related.join("<br>")));
        }
        Ok(())
    }

    fn unusable(&mut self, _: &mut dyn Write, row: &Unusable) -> io::Result<()> {
        self.unusable.add(format!("| error | {} | unusable: {} |", inert(&row.name()), inert(row.message)));
        Ok(())
    }

    fn end(&mut self, out: &mut dyn Write, desk: &Desk) -> io::Result<()> {
        writeln!(out, "### postedit: {}\n\n{}", self.verdict(desk), counts(desk))?;
        let mut room = LONGEST - RESERVED;
        let mut left_out = 0;
        let mut grave = String::new();
        for rows in [&self.unusable, &self.errors, &self.warnings] {
            let (text, more) = rows.take(&mut room);
            grave.push_str(&text);
            left_out += more;
        }
        // Where the open rows end.
        let end = grave.match_indices('\n').nth(MOST_OPEN - 1).map_or(grave.len(), |(at, _)| at + 1);
        let (open, folded) = grave.split_at(end);
        const FINDINGS: &str = "level | where | what is wrong";
        if !open.is_empty() {
            write!(out, "\n{}", table(FINDINGS, open))?;
        }
        fold(out, "More errors and warnings", folded.lines().count(), &table(FINDINGS, folded))?;
        for (rows, title, head) in [
            (&self.evidence, "The other sides, and how to accept what is right", "where | the other sides | accept"),
            (&self.remarks, "Remarks", FINDINGS),
            (&self.accepted, "Accepted", "where | rule | by whom, and why"),
        ] {
            let (text, more) = rows.take(&mut room);
            left_out += more;
            let count = if text.is_empty() { 0 } else { rows.count() };
            fold(out, title, count, &table(head, &text))?;
        }
        if left_out > 0 {
            writeln!(out, "\n{left_out} more lines did not fit into a comment; the log has them all.")?;
        }
        Ok(())
    }
}

fn table(head: &str, rows: &str) -> String {
    format!("| {head} |\n| --- | --- | --- |\n{rows}")
}

/// A part that is shown on request, where there is anything in it.
fn fold(out: &mut dyn Write, title: &str, count: usize, table: &str) -> io::Result<()> {
    if count == 0 {
        return Ok(());
    }
    writeln!(out, "\n<details><summary>{title} ({count})</summary>\n\n{table}\n</details>")
}

fn place(article: &Article, finding: &Finding) -> String {
    let line = article.points(finding.place).map(|(start, _)| format!(":{}", start.line)).unwrap_or_default();
    format!("{}{line}", article.path(finding.place))
}

fn length(text: &str) -> usize {
    text.encode_utf16().count()
}

/// Text that means nothing to Markdown, HTML or GitHub: no markup, link, mention, issue, formula or new table cell.
fn inert(text: &str) -> String {
    let safe = Safe(text).to_string();
    let mut inert = String::with_capacity(safe.len());
    for (at, c) in safe.char_indices() {
        match c {
            // A mention, an address or an issue is looked for in the text as it reads, so an invisible space parts it.
            '@' | '#' => inert.push_str(&format!("&#{};&#8203;", u32::from(c))),
            // GitHub's own way to write a dollar sign that opens no formula.
            '$' => inert.push_str("<span>$</span>"),
            '.' if safe[..at].ends_with(['w', 'W']) => inert.push_str("&#46;"),
            // A colon makes links and pictures of letters, not of numbers.
            ':' if safe[at + 1..].starts_with(|c: char| c == ' ' || c.is_ascii_digit()) => inert.push(c),
            ',' | '.' | ';' | '%' | '/' | '?' | '(' | ')' | '-' | '\'' => inert.push(c),
            c if c.is_ascii_punctuation() => inert.push_str(&format!("&#{};", u32::from(c))),
            c => inert.push(c),
        }
    }
    inert
}
