use std::io::{self, Write};

use unicode_width::UnicodeWidthStr;

use super::layout::{Style, shortened};
use super::{Article, Options, Printer, Safe, Unusable};
use crate::audit::{Finding, Place};
use crate::desk::Desk;
use crate::settings::Level;

/// Findings as a compiler prints them: place, level, rule, what is wrong, the line with the place underlined.
pub(super) struct Check {
    width: usize,
    rule: Option<&'static str>,
}

impl Check {
    pub(super) fn new(options: Options) -> Self {
        Check { width: options.width, rule: None }
    }

    fn finding(&mut self, out: &mut dyn Write, article: &Article, finding: &Finding) -> io::Result<()> {
        if let Some(word) = &finding.accepted {
            let (place, rule) = (place(article, finding.place), finding.rule);
            return writeln!(out, "{place}: accepted {rule}, by {}: {}", Safe(&word.by), Safe(&word.why));
        }
        self.rule = self.rule.or(Some(finding.rule));
        let style = match finding.level {
            Level::Error => Style::Danger,
            Level::Warning => Style::Strong,
            Level::Info | Level::Off => Style::Plain,
        };
        let level = style.paint(finding.level.name());
        writeln!(out, "{}: {level} {}: {}", place(article, finding.place), finding.rule, Safe(&finding.message))?;
        self.line(out, article, finding.place)?;
        for &related in &finding.related {
            writeln!(out, "  {} {}:", related.side.name(), place(article, related))?;
            self.line(out, article, related)?;
        }
        Ok(())
    }

    /// The line of a place, with the place underlined.
    fn line(&self, out: &mut dyn Write, article: &Article, place: Place) -> io::Result<()> {
        let Some(version) = place.side.of(article.analysis) else { return Ok(()) };
        let text = &version.text;
        let start = text[..place.span.start].rfind(['\n', '\r']).map_or(0, |at| at + 1);
        let end = text[place.span.start..].find(['\n', '\r']).map_or(text.len(), |at| place.span.start + at);
        let room = self.width.saturating_sub(4).max(20);
        let mut before = Safe(&text[start..place.span.start]).to_string();
        // Of a long line the part before the place gives way.
        let most = room / 2;
        if before.width() > most {
            let cut = before.char_indices().rev().scan(0, |used, (at, c)| {
                *used += unicode_width::UnicodeWidthChar::width(c).unwrap_or(0);
                (*used < most).then_some(at)
            });
            let at = cut.last().unwrap_or(before.len());
            before = format!("…{}", &before[at..]);
        }
        let marked = &text[place.span.start..place.span.end.min(end).max(place.span.start)];
        let line = shortened(&format!("{before}{}", Safe(&text[place.span.start..end])), room);
        let under = Safe(marked).to_string().width().clamp(1, room.saturating_sub(before.width()).max(1));
        writeln!(out, "    {line}")?;
        writeln!(out, "    {:before$}{}", "", Style::Danger.paint(&"^".repeat(under)), before = before.width())
    }
}

/// `final.txt:5:31`: line and column count from 1, the column in code points.
fn place(article: &Article, place: Place) -> String {
    let file = Safe(article.files.of(place.side)).to_string();
    let Some(version) = place.side.of(article.analysis) else { return file };
    let before = &version.text[..place.span.start];
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or("").chars().count() + 1;
    format!("{file}:{line}:{column}")
}

impl Printer for Check {
    fn article(&mut self, out: &mut dyn Write, article: &Article) -> io::Result<()> {
        article.findings.iter().try_for_each(|finding| self.finding(out, article, finding))
    }

    fn unusable(&mut self, out: &mut dyn Write, row: &Unusable) -> io::Result<()> {
        writeln!(out, "{}: {}: {}", Safe(&row.name()), Style::Danger.paint("unusable"), Safe(row.message))
    }

    fn end(&mut self, out: &mut dyn Write, desk: &Desk) -> io::Result<()> {
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
        let line = parts.join(", ");
        match self.rule {
            Some(rule) => writeln!(out, "{line} · what a rule means: postedit explain {rule}"),
            None => writeln!(out, "{line}"),
        }
    }
}
