//! Sheets as CSV: cells that a spreadsheet would take for a formula begin with an apostrophe.

use std::io;

use csv::Writer;

use super::Safe;
use crate::desk::recurring::Correction;
use crate::desk::{Overview, Row};
use crate::settings::Level;

/// The articles, a row each.
pub fn articles(rows: &[Row], pages: &[String]) -> io::Result<Vec<u8>> {
    let count = |row: &Row, level: Level| row.findings.iter().filter(|finding| finding.level == level).count();
    let head = [
        "id",
        "title",
        "published",
        "page",
        "words",
        "edits",
        "edit_rate",
        "sentences",
        "untouched",
        "meaning_edits",
        "errors",
        "warnings",
        "accepted",
    ];
    let lines = rows.iter().zip(pages).map(|(row, page)| {
        vec![
            row.id.clone(),
            row.title.clone(),
            row.published.map(|date| date.to_string()).unwrap_or_default(),
            page.clone(),
            row.words.to_string(),
            row.edits.map(|edits| edits.to_string()).unwrap_or_default(),
            row.edit_rate().map(|rate| format!("{rate:.4}")).unwrap_or_default(),
            row.sentences.to_string(),
            row.untouched.to_string(),
            row.meaning.to_string(),
            count(row, Level::Error).to_string(),
            count(row, Level::Warning).to_string(),
            row.accepted.to_string(),
        ]
    });
    sheet(&head, lines)
}

/// The findings, a row each.
pub fn findings(rows: &[Row]) -> io::Result<Vec<u8>> {
    let lines = rows.iter().flat_map(|row| {
        let line = |finding: &crate::desk::RowFinding| {
            vec![row.id.clone(), finding.rule.to_owned(), finding.level.name().to_owned(), finding.message.clone()]
        };
        row.findings.iter().map(line)
    });
    sheet(&["id", "rule", "level", "message"], lines)
}

/// The corrections that recur, a row each.
pub fn recurring(overview: &Overview) -> io::Result<Vec<u8>> {
    let lines = overview.recurring.iter().map(|correction| {
        vec![
            correction.draft.clone(),
            correction.r#final.clone(),
            correction.kind.name().to_owned(),
            correction.count.to_string(),
            correction.left_alone.to_string(),
            correction.otherwise.to_string(),
            correction.articles.len().to_string(),
            format!("{:.3}", correction.consistency()),
        ]
    });
    sheet(&["draft", "final", "kind", "count", "left_alone", "otherwise", "articles", "consistency"], lines)
}

/// The sure corrections as a glossary for a translation system: what not to write, what to write.
pub fn glossary(corrections: &[&Correction]) -> io::Result<Vec<u8>> {
    let lines = corrections.iter().map(|correction| vec![correction.draft.clone(), correction.r#final.clone()]);
    sheet(&["draft", "final"], lines)
}

fn sheet(head: &[&str], lines: impl Iterator<Item = Vec<String>>) -> io::Result<Vec<u8>> {
    let mut writer = Writer::from_writer(Vec::new());
    writer.write_record(head)?;
    for line in lines {
        writer.write_record(line.iter().map(|cell| inert(cell)))?;
    }
    writer.into_inner().map_err(csv::IntoInnerError::into_error)
}

/// A cell that no spreadsheet computes (OWASP, CSV injection).
fn inert(cell: &str) -> String {
    let text = Safe(cell).to_string();
    let number = text.parse::<f64>().is_ok();
    if !number && text.trim_start().starts_with(['=', '+', '-', '@', '|', '%']) { format!("'{text}") } else { text }
}

#[cfg(test)]
mod tests {
    use super::inert;

    #[test]
    fn no_cell_is_a_formula() {
        for (cell, shown) in [
            ("=HYPERLINK(\"http://example.com\")", "'=HYPERLINK(\"http://example.com\")"),
            ("+1+1", "'+1+1"),
            ("-2.5", "-2.5"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\t=1", "' =1"),
            ("plain, “text”", "plain, “text”"),
        ] {
            assert_eq!(inert(cell), shown);
        }
    }
}
