//! Sheets as CSV: cells that a spreadsheet would take for a formula begin with an apostrophe.

use std::io;

use csv::Writer;

use super::Safe;
use crate::desk::recurring::Correction;
use crate::desk::{Figures, Overview, Rate, Row};
use crate::settings::Level;

/// The sums over all articles, over each half of the time, each week and each group, a row each.
pub fn figures(overview: &Overview) -> io::Result<Vec<u8>> {
    let head = [
        "of",
        "value",
        "articles",
        "words",
        "sentences",
        "untouched",
        "edit_rate",
        "edit_rate_low",
        "edit_rate_high",
        "meaning_per_1000_words",
        "meaning_low",
        "meaning_high",
        "unedited",
        "drafts_with_original",
        "drafts_that_contradict_it",
    ];
    let rate = |rate: Option<Rate>| {
        let written = |value: fn(Rate) -> f64| rate.map(|rate| format!("{:.4}", value(rate))).unwrap_or_default();
        [written(|rate| rate.value), written(|rate| rate.low), written(|rate| rate.high)]
    };
    let line = |of: &str, value: String, figures: &Figures| {
        let counts = [figures.articles, figures.words, figures.sentences, figures.untouched];
        let last = [figures.unedited, figures.wrong_drafts.of, figures.wrong_drafts.count];
        let mut cells = vec![of.to_owned(), value];
        cells.extend(counts.map(|count| count.to_string()));
        cells.extend(rate(figures.edit_rate));
        cells.extend(rate(figures.meaning));
        cells.extend(last.map(|count| count.to_string()));
        cells
    };
    let mut lines = vec![line("all", String::new(), &overview.figures)];
    if let Some(halves) = &overview.halves {
        lines.push(line("before", halves.cut.to_string(), &halves.earlier));
        lines.push(line("since", halves.cut.to_string(), &halves.later));
    }
    lines.extend(overview.weeks.iter().map(|(monday, figures)| line("week", monday.to_string(), figures)));
    for grouping in &overview.groups {
        lines.extend(grouping.groups.iter().map(|(value, figures)| line(&grouping.field, value.clone(), figures)));
    }
    sheet(&head, lines.into_iter())
}

/// The articles, a row each, with the fields that they are grouped by.
pub fn articles(overview: &Overview, pages: &[String]) -> io::Result<Vec<u8>> {
    let count = |row: &Row, level: Level| row.findings.iter().filter(|finding| finding.level == level).count();
    let look = &overview.look;
    let kinds_of_look = [
        ("unedited", &look.unedited),
        ("barely edited", &look.barely_edited),
        ("untouched run", &look.untouched_runs),
        ("outlier", &look.outliers),
    ];
    let mut looks = vec![Vec::new(); overview.rows.len()];
    for (name, places) in kinds_of_look {
        places.iter().for_each(|&at| looks[at].push(name));
    }
    let mut head = vec![
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
        "worth_a_look",
        "open_first",
    ];
    let fields: Vec<&str> = overview.groups.iter().map(|grouping| &*grouping.field).collect();
    head.extend(&fields);
    let lines = overview.rows.iter().zip(pages).enumerate().map(|(at, (row, page))| {
        let first = overview.first.iter().find(|(first, _)| *first == at);
        let mut cells = vec![
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
            looks[at].join(", "),
            first.map(|(_, reason)| reason.clone()).unwrap_or_default(),
        ];
        cells.extend(fields.iter().map(|field| row.field(field).unwrap_or_default()));
        cells
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
            correction.examples.first().map(|example| example.draft.clone()).unwrap_or_default(),
            correction.examples.first().map(|example| example.r#final.clone()).unwrap_or_default(),
        ]
    });
    let head = ["draft", "final", "kind", "count", "left_alone", "otherwise", "articles", "consistency"];
    sheet(&[&head[..], &["example_draft", "example_final"]].concat(), lines)
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
