use std::fmt::Write as _;
use std::io::{self, Write};

use super::{Article, Options, Printer, Safe, Unusable};
use crate::audit::Finding;
use crate::desk::Desk;
use crate::settings::Level;

/// JUnit XML, as the Jenkins xUnit plugin has it: a test case an article, failed where a finding breaks the policy.
pub(super) struct JUnit {
    fail_on: Option<Level>,
    cases: String,
    failures: usize,
}

impl JUnit {
    pub(super) fn new(options: Options) -> Self {
        JUnit { fail_on: options.fail_on, cases: String::new(), failures: 0 }
    }

    fn fails(&self, finding: &Finding) -> bool {
        finding.accepted.is_none() && self.fail_on.is_some_and(|level| finding.level >= level)
    }

    /// A test case with some XML in it.
    fn case(&mut self, name: &str, content: &str) {
        let name = escaped(name);
        let _ = writeln!(self.cases, "    <testcase classname=\"postedit check\" name=\"{name}\">{content}</testcase>");
    }
}

impl Printer for JUnit {
    fn article(&mut self, _: &mut dyn Write, article: &Article) -> io::Result<()> {
        let (failing, others): (Vec<&Finding>, Vec<&Finding>) =
            article.findings.iter().partition(|finding| self.fails(finding));
        let mut content = String::new();
        // One element a case: most readers show the first alone.
        if let Some(first) = failing.first() {
            self.failures += 1;
            let message = match failing.len() {
                1 => first.message.clone(),
                count => format!("{} (and {} more)", first.message, count - 1),
            };
            let (rule, message, all) = (first.rule, escaped(&message), described(article, &failing));
            let _ = write!(content, "<failure type=\"{rule}\" message=\"{message}\">{all}</failure>");
        }
        if !others.is_empty() {
            let _ = write!(content, "<system-out>{}</system-out>", described(article, &others));
        }
        let name = article.analysis.id.as_deref().unwrap_or(&article.files.r#final);
        self.case(name, &content);
        Ok(())
    }

    fn unusable(&mut self, _: &mut dyn Write, row: &Unusable) -> io::Result<()> {
        let message = escaped(&row.said());
        self.case(row.id.unwrap_or(&row.name()), &format!("<error type=\"unusable\" message=\"{message}\"/>"));
        Ok(())
    }

    fn end(&mut self, out: &mut dyn Write, desk: &Desk) -> io::Result<()> {
        let sums = format!(
            "tests=\"{}\" failures=\"{}\" errors=\"{}\"",
            desk.articles + desk.unusable,
            self.failures,
            desk.unusable
        );
        writeln!(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>")?;
        writeln!(out, "<testsuites {sums}>\n  <testsuite name=\"postedit check\" {sums}>")?;
        writeln!(out, "{}  </testsuite>\n</testsuites>", self.cases)
    }
}

/// Findings with their evidence, a paragraph each.
fn described(article: &Article, findings: &[&Finding]) -> String {
    let mut paragraphs = Vec::new();
    for finding in findings {
        let (place, level, rule) = (article.shown(finding.place), finding.level, finding.rule);
        let mut lines = vec![escaped(&format!("{place}: {level} {rule}: {}", finding.message))];
        lines.extend(finding.related.iter().map(|&related| escaped(&article.evidence(related))));
        lines.push(match &finding.accepted {
            Some(acceptance) => {
                escaped(&format!("accepted by {}, {}: {}", acceptance.by, acceptance.at, acceptance.why))
            }
            None => format!("fingerprint {}", finding.fingerprint),
        });
        paragraphs.push(lines.join("\n"));
    }
    paragraphs.join("\n\n")
}

/// Text for an element or an attribute. Control characters are gone by `Safe`; two more are no characters of XML 1.0.
fn escaped(text: &str) -> String {
    let mut xml = String::new();
    for c in Safe(text).to_string().chars() {
        match c {
            '&' => xml.push_str("&amp;"),
            '<' => xml.push_str("&lt;"),
            '>' => xml.push_str("&gt;"),
            '"' => xml.push_str("&quot;"),
            '\u{FFFE}' | '\u{FFFF}' => xml.push('\u{FFFD}'),
            c => xml.push(c),
        }
    }
    xml
}
