//! The report for an editor: the answer first, then the evidence, then unit by unit what changed.

use std::cmp::Reverse;
use std::io::{self, Write};

use unicode_width::UnicodeWidthStr;

use super::answer::{answer, edit_rate, meaning_edits};
use super::layout::{Paragraph, Style, shortened_inside};
use super::marks::marked;
use super::{Article, Options, Printer, Safe, Unusable, View};
use crate::analysis::Analysis;
use crate::article::Region;
use crate::compare::{Op, Unit};
use crate::desk::Desk;
use crate::kinds::{Edit, Extent, Impact, Kind};
use crate::settings::Level;

/// How far the parts of a report are indented.
const INDENT: usize = 3;

pub(super) struct Terminal {
    options: Options,
    printed: bool,
}

impl Terminal {
    pub(super) fn new(options: Options) -> Self {
        Terminal { options, printed: false }
    }
}

impl Printer for Terminal {
    fn article(&mut self, out: &mut dyn Write, article: &Article) -> io::Result<()> {
        if std::mem::replace(&mut self.printed, true) {
            writeln!(out)?;
        }
        let page = Page { analysis: article.analysis, width: self.options.width, view: &self.options.view };
        page.headline(out, article)?;
        page.notes(out)?;
        page.findings(out, article)?;
        page.meaning(out)?;
        if !self.options.summary {
            page.units(out)?;
        }
        page.kinds(out)
    }

    fn unusable(&mut self, out: &mut dyn Write, row: &Unusable) -> io::Result<()> {
        if std::mem::replace(&mut self.printed, true) {
            writeln!(out)?;
        }
        let id = row.id.filter(|_| row.line.is_some()).map(|id| format!(" ({})", Safe(id))).unwrap_or_default();
        let name = row.name();
        writeln!(out, "{}{id} {}: {}", Safe(&name), Style::Danger.paint("cannot be used"), Safe(row.message))
    }

    fn end(&mut self, out: &mut dyn Write, desk: &Desk) -> io::Result<()> {
        if !self.options.many || desk.articles < 2 {
            return Ok(());
        }
        let mut parts = vec![format!("{} articles", desk.articles)];
        parts.push(format!("{} of {} sentences untouched", desk.untouched, desk.sentences));
        parts.extend(desk.edit_rate().map(edit_rate));
        parts.push(meaning_edits(desk.impacts.get(&Impact::Meaning).copied().unwrap_or(0)));
        if desk.unedited > 0 {
            parts.push(format!("{} not edited at all", desk.unedited));
        }
        if desk.unusable > 0 {
            parts.push(format!("{} unusable", desk.unusable));
        }
        writeln!(out)?;
        headline(out, "all", &parts, self.options.width)?;
        kinds(out, &desk.kinds_by_count(), self.options.width)
    }
}

fn headline(out: &mut dyn Write, name: &str, parts: &[String], width: usize) -> io::Result<()> {
    let mut line = Paragraph::default();
    line.push(name, Style::Strong);
    line.push(": ", Style::Strong);
    for (at, part) in parts.iter().enumerate() {
        line.push(if at == 0 { "" } else { " · " }, Style::Faint);
        line.push(part, Style::Plain);
    }
    write_lines(out, &line.lines(0, width))
}

fn write_lines(out: &mut dyn Write, lines: &[String]) -> io::Result<()> {
    lines.iter().try_for_each(|line| writeln!(out, "{line}"))
}

/// The kinds with their counts, the most frequent first.
fn kinds(out: &mut dyn Write, counts: &[(Kind, usize)], width: usize) -> io::Result<()> {
    let Some((first, _)) = counts.first() else { return Ok(()) };
    let list: Vec<String> = counts.iter().map(|(kind, count)| format!("{} {count}", words(*kind))).collect();
    let mut line = Paragraph::default();
    line.push("kinds ", Style::Strong);
    line.push(&list.join(" · "), Style::Plain);
    writeln!(out)?;
    write_lines(out, &line.lines(1, width))?;
    writeln!(out, " {}", Style::Faint.paint(&format!("what a kind means: postedit explain {}", first.name())))
}

/// A kind's name in plain words.
fn words(kind: Kind) -> String {
    kind.name().replace('_', " ")
}

/// The report of one article.
struct Page<'a> {
    analysis: &'a Analysis,
    width: usize,
    view: &'a View,
}

impl Page<'_> {
    /// How much was changed, and does it change what the article says?
    fn headline(&self, out: &mut dyn Write, article: &Article) -> io::Result<()> {
        let name = self.analysis.id.as_deref().unwrap_or(&article.files.r#final);
        headline(out, name, &answer(self.analysis), self.width)
    }

    /// Of some edits those that the reader wants to see.
    fn shown<'e>(&self, edits: impl IntoIterator<Item = &'e Edit>) -> impl Iterator<Item = &'e Edit> {
        edits.into_iter().filter(|edit| self.view.shows(edit.kind, edit.impact))
    }

    fn notes(&self, out: &mut dyn Write) -> io::Result<()> {
        let degraded =
            self.analysis.degraded.iter().map(|shortcut| format!("shortcut taken on a long text: {shortcut}"));
        for note in self.analysis.notes.iter().map(ToString::to_string).chain(degraded) {
            writeln!(out, " {} {note}", Style::Danger.paint("!"))?;
        }
        Ok(())
    }

    fn findings(&self, out: &mut dyn Write, article: &Article) -> io::Result<()> {
        let open = article.findings.iter().filter(|finding| finding.accepted.is_none());
        let grave = open.filter(|finding| finding.level >= Level::Warning);
        for finding in grave {
            let mut line = Paragraph::default();
            line.push(&format!("{} {}: ", finding.level, finding.rule), Style::Danger);
            line.push(&finding.message, Style::Plain);
            write_lines(out, &line.lines(1, self.width))?;
        }
        Ok(())
    }

    /// The edits that an editor in a hurry reads.
    fn meaning(&self, out: &mut dyn Write) -> io::Result<()> {
        let edits: Vec<&Edit> =
            self.shown(self.analysis.translation_edits()).filter(|edit| edit.impact == Impact::Meaning).collect();
        let Some(draft) = self.analysis.draft.as_ref().filter(|_| !edits.is_empty()) else { return Ok(()) };
        writeln!(out, "\n {}", Style::Strong.paint("meaning"))?;
        let name = edits.iter().map(|edit| words(edit.kind).len()).max().unwrap_or(0);
        for edit in edits {
            let place = self.place(edit);
            let room = self.width.saturating_sub(name + place.width() + 9).max(20);
            let (gone, new) = (edit.draft.of(&draft.text), edit.r#final.of(&self.analysis.r#final.text));
            let words_of = |text: &str, columns: usize| {
                if text.is_empty() { "∅".to_owned() } else { shortened_inside(text, columns) }
            };
            let half = (room - 3) / 2;
            let gone = words_of(gone, half.max((room - 3).saturating_sub(new.width())));
            let new = words_of(new, (room - 3).saturating_sub(gone.width()));
            let change = format!("{gone} → {new}");
            let pad = room.saturating_sub(change.width());
            let kind = format!("{:name$}", words(edit.kind));
            writeln!(
                out,
                "  {} {kind}   {change}{:pad$}  {}",
                Style::Danger.paint("!"),
                "",
                Style::Faint.paint(&place)
            )?;
            writeln!(out, "    {:name$}   {}", "", Style::Faint.paint(&Safe(&edit.reason).to_string()))?;
        }
        Ok(())
    }

    /// Where an edit stands, in the final if it stands there.
    fn place(&self, edit: &Edit) -> String {
        let unit = &self.analysis.units[edit.units[0]];
        if unit.r#final.is_empty() {
            return format!("was sentence {}", unit.draft.start + 1);
        }
        match self.analysis.r#final.sentences[unit.r#final.start].region {
            Region::Body => format!("sentence {}", numbers(&unit.r#final)),
            region => region.name().to_owned(),
        }
    }

    fn units(&self, out: &mut dyn Write) -> io::Result<()> {
        let Some(draft) = &self.analysis.draft else { return Ok(()) };
        let mut of_unit: Vec<Vec<&Edit>> = vec![Vec::new(); self.analysis.units.len()];
        for edit in self.shown(&self.analysis.edits) {
            edit.units.iter().for_each(|&unit| of_unit[unit].push(edit));
        }
        let mut unchanged = 0;
        for ((index, unit), edits) in self.analysis.units.iter().enumerate().zip(of_unit) {
            if edits.is_empty() {
                unchanged += unit.r#final.len();
                continue;
            }
            self.unchanged(out, std::mem::take(&mut unchanged))?;
            self.heading(out, unit)?;
            write_lines(out, &marked(self.analysis, draft, index, &edits).lines(INDENT, self.width))?;
            self.source(out, unit)?;
            self.labels(out, &edits)?;
        }
        self.unchanged(out, unchanged)
    }

    fn unchanged(&self, out: &mut dyn Write, count: usize) -> io::Result<()> {
        let state = if self.view.is_partial() { "without such edits" } else { "unchanged" };
        match count {
            0 => Ok(()),
            1 => writeln!(out, "\n {}", Style::Faint.paint(&format!("= 1 sentence {state}"))),
            count => writeln!(out, "\n {}", Style::Faint.paint(&format!("= {count} sentences {state}"))),
        }
    }

    /// Which sentences became which.
    fn heading(&self, out: &mut dyn Write, unit: &Unit) -> io::Result<()> {
        let region = |article: &crate::article::Article, range: &std::ops::Range<usize>| {
            range.clone().next().map(|at| article.sentences[at].region)
        };
        let here = region(&self.analysis.r#final, &unit.r#final);
        let here = here.or_else(|| region(self.analysis.draft.as_ref()?, &unit.draft));
        let numbers = match unit.op {
            Op::Insert => numbers(&unit.r#final),
            Op::Delete => numbers(&unit.draft),
            _ => format!("{} → {}", numbers(&unit.draft), numbers(&unit.r#final)),
        };
        let place = match here {
            Some(region) if region != Region::Body => region.name().to_owned(),
            _ => numbers,
        };
        let what = match unit.op {
            Op::Insert => "  added",
            Op::Delete => "  dropped",
            Op::Split => "  split",
            Op::Merge => "  merged",
            Op::Rework => "  reworked",
            Op::Keep | Op::Edit => "",
        };
        let moved = match unit.moved {
            true if unit.r#final.start < unit.draft.start => "  moved up",
            true => "  moved down",
            false => "",
        };
        writeln!(out, "\n {}{}", Style::Strong.paint(&place), Style::Faint.paint(&format!("{what}{moved}")))
    }

    /// The sentences of the source that the draft's sentences render.
    fn source(&self, out: &mut dyn Write, unit: &Unit) -> io::Result<()> {
        let Some(source) = &self.analysis.source else { return Ok(()) };
        let of_unit =
            |aligned: &&Unit| aligned.r#final.start < unit.draft.end && unit.draft.start < aligned.r#final.end;
        for aligned in source.units.iter().filter(of_unit).filter(|aligned| !aligned.draft.is_empty()) {
            let mut line = Paragraph::default();
            line.push(source.article.span_of(aligned.draft.clone()).of(&source.article.text), Style::Faint);
            write_lines(out, &line.lines(INDENT, self.width))?;
        }
        Ok(())
    }

    /// The kinds of a unit's edits, in their order.
    fn labels(&self, out: &mut dyn Write, edits: &[&Edit]) -> io::Result<()> {
        let mut named: Vec<(String, usize)> = Vec::new();
        for edit in edits {
            let name = match edit.extent {
                Extent::Sentence if edit.kind == Kind::Order => continue,
                _ => words(edit.kind),
            };
            match named.iter_mut().find(|(other, _)| *other == name) {
                Some((_, count)) => *count += 1,
                None => named.push((name, 1)),
            }
        }
        let list: Vec<String> =
            named.into_iter().map(|(name, count)| if count == 1 { name } else { format!("{name} ×{count}") }).collect();
        if list.is_empty() {
            return Ok(());
        }
        let mut line = Paragraph::default();
        line.push(&list.join(" · "), Style::Faint);
        write_lines(out, &line.lines(INDENT + 2, self.width))
    }

    fn kinds(&self, out: &mut dyn Write) -> io::Result<()> {
        let mut counts: Vec<(Kind, usize)> = Vec::new();
        for edit in self.shown(self.analysis.translation_edits()) {
            match counts.iter_mut().find(|(kind, _)| *kind == edit.kind) {
                Some((_, count)) => *count += 1,
                None => counts.push((edit.kind, 1)),
            }
        }
        counts.sort_by_key(|&(kind, count)| (Reverse(count), kind));
        kinds(out, &counts, self.width)
    }
}

/// Sentence numbers as people count: `5`, `5 + 6`, `5 to 8`.
fn numbers(range: &std::ops::Range<usize>) -> String {
    match range.len() {
        0 => "–".to_owned(),
        1 => format!("{}", range.start + 1),
        2 => format!("{} + {}", range.start + 1, range.end),
        _ => format!("{} to {}", range.start + 1, range.end),
    }
}
