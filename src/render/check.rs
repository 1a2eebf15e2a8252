use std::io::{self, Write};

use super::excerpt::excerpt;
use super::layout::Style;
use super::place::harmless;
use super::{Article, Options, Printer, Safe, Unusable, counts};
use crate::audit::{Acceptance, Finding, Place};
use crate::desk::Desk;
use crate::settings::Level;

/// The most accepted findings that are shown: an old archive has thousands.
const MOST_ACCEPTED: usize = 20;

/// Findings as a compiler prints them: place, level, rule, what is wrong, the sentence with the place underlined. Remarks
/// are counted only, unless they are asked for: a pipeline is read when something is wrong.
pub(super) struct Check {
    width: usize,
    remarks: bool,
    /// The first of the gravest that were shown: level, rule and fingerprint.
    gravest: Option<(Level, &'static str, String)>,
    /// How many were shown.
    shown: usize,
    accepted: usize,
}

impl Check {
    pub(super) fn new(options: Options) -> Self {
        Check { width: options.width, remarks: options.remarks, gravest: None, shown: 0, accepted: 0 }
    }

    fn finding(&mut self, out: &mut dyn Write, article: &Article, finding: &Finding) -> io::Result<()> {
        if finding.level <= Level::Info && !self.remarks {
            return Ok(());
        }
        if let Some(acceptance) = &finding.accepted {
            return self.accepted(out, article, finding, acceptance);
        }
        self.shown += 1;
        if self.gravest.as_ref().is_none_or(|(level, ..)| *level < finding.level) {
            self.gravest = Some((finding.level, finding.rule, finding.fingerprint.clone()));
        }
        let style = match finding.level {
            Level::Error => Style::Danger,
            Level::Warning => Style::Strong,
            Level::Info | Level::Off => Style::Plain,
        };
        let level = style.paint(finding.level.name());
        writeln!(out, "{}: {level} {}: {}", article.shown(finding.place), finding.rule, Safe(&finding.message))?;
        self.sentence(out, article, finding.place)?;
        for &related in &finding.related {
            writeln!(out, "  {} {}", related.side.name(), article.shown(related))?;
            self.sentence(out, article, related)?;
        }
        writeln!(out, "  {}", Style::Faint.paint(&format!("fingerprint {}", finding.fingerprint)))
    }

    /// What somebody accepted, in two lines.
    fn accepted(
        &mut self,
        out: &mut dyn Write,
        article: &Article,
        finding: &Finding,
        Acceptance { by, why, at }: &Acceptance,
    ) -> io::Result<()> {
        self.accepted += 1;
        if self.accepted > MOST_ACCEPTED {
            return Ok(());
        }
        writeln!(out, "{}: accepted {}: {}", article.shown(finding.place), finding.rule, Safe(&finding.message))?;
        writeln!(out, "  by {}, {}: {}", Safe(by), Safe(at), Safe(why))
    }

    /// The sentence of a place, behind a bar: no line of an article starts a line of the output.
    fn sentence(&self, out: &mut dyn Write, article: &Article, place: Place) -> io::Result<()> {
        let Some(version) = place.side.of(article.analysis) else { return Ok(()) };
        for line in excerpt(version, place.span, self.width.saturating_sub(4)) {
            writeln!(out, "  | {}", line.text)?;
            if !line.marks.is_empty() {
                let blanks = line.marks.len() - line.marks.trim_start().len();
                let marks = Style::Danger.paint(line.marks.trim_start());
                writeln!(out, "  | {:blanks$}{marks}", "")?;
            }
        }
        Ok(())
    }
}

impl Printer for Check {
    fn article(&mut self, out: &mut dyn Write, article: &Article) -> io::Result<()> {
        article.findings.iter().try_for_each(|finding| self.finding(out, article, finding))
    }

    fn unusable(&mut self, out: &mut dyn Write, row: &Unusable) -> io::Result<()> {
        writeln!(out, "{}: {}: {}", harmless(&row.name()), Style::Danger.paint("unusable"), Safe(row.message))
    }

    fn end(&mut self, out: &mut dyn Write, desk: &Desk) -> io::Result<()> {
        if self.accepted > MOST_ACCEPTED {
            writeln!(out, "{} more accepted findings are not shown", self.accepted - MOST_ACCEPTED)?;
        }
        let hidden = !self.remarks && desk.findings.contains_key(&Level::Info);
        writeln!(out, "{}{}", counts(desk), if hidden { " (--remarks shows the remarks)" } else { "" })?;
        let Some((_, rule, fingerprint)) = &self.gravest else { return Ok(()) };
        let (it, which) = if self.shown == 1 { ("it means", "") } else { ("a rule means", "a finding that is ") };
        writeln!(
            out,
            "what {it}: postedit explain {rule} · {which}right as it is: postedit accept {fingerprint} --by NAME --why TEXT"
        )
    }
}
