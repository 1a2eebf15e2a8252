//! The list of all articles: a table that the script sorts, searches and narrows, complete without it.

use maud::{Markup, html};

use super::document::{document, safe};
use crate::desk::{Overview, Row};
use crate::settings::Level;

const STYLE: &str = concat!(include_str!("base.css"), include_str!("desk.css"));
const SCRIPT: &str = include_str!("list.js");

/// So many corrections can be asked for, those that the first page shows.
pub(super) const CORRECTIONS: usize = 100;

/// Why articles may be worth a look: the name in the address, what it means, and which they are.
pub(super) fn looks(overview: &Overview) -> [(&'static str, &'static str, &[usize]); 4] {
    let look = &overview.look;
    [
        ("unedited", "Not edited at all", &look.unedited),
        ("barely", "Barely edited: less than a twentieth of the words", &look.barely_edited),
        ("run", "Six or more sentences in a row untouched", &look.untouched_runs),
        ("outlier", "Edited far more or less than the others", &look.outliers),
    ]
}

/// A rule in the address: short, as every row names its own.
pub(super) fn rule_name(overview: &Overview, rule: &str) -> String {
    let number = overview.figures.findings.keys().position(|known| *known == rule).unwrap_or_default();
    format!("r{number}")
}

/// The page; `pages` are the articles' own, `home` is the desk's first page.
pub(in crate::render) fn page(overview: &Overview, pages: &[String], home: &str) -> String {
    let fields: Vec<&str> = overview.groups.iter().filter(|it| !it.groups.is_empty()).map(|it| &*it.field).collect();
    let mut reasons = vec![String::new(); overview.rows.len()];
    let mut give = |at: usize, name: &str| {
        let gap = if reasons[at].is_empty() { "" } else { " " };
        reasons[at] += gap;
        reasons[at] += name;
    };
    for (name, _, places) in looks(overview) {
        places.iter().for_each(|&at| give(at, name));
    }
    for (at, row) in overview.rows.iter().enumerate() {
        let mut rules: Vec<&str> = row.findings.iter().map(|finding| finding.rule).collect();
        rules.sort_unstable();
        rules.dedup();
        rules.iter().for_each(|rule| give(at, &rule_name(overview, rule)));
    }
    for (number, correction) in overview.recurring.iter().take(CORRECTIONS).enumerate() {
        correction.articles.iter().for_each(|&at| give(at, &number.to_string()));
    }
    let columns = ["article", "published"].into_iter().chain(fields.iter().copied());
    let columns = columns.chain(["words", "edit rate", "untouched", "meaning", "errors", "warnings"]);
    let text_columns = 2 + fields.len();
    let body = html! {
        header .page {
            p { a href=(home) { "The desk" } }
            h1 { "All articles" }
            (controls(overview))
        }
        main {
            div .scroll tabindex="0" role="region" aria-label="All articles" {
                table .list data-text=(text_columns) {
                    thead { tr { @for name in columns { th scope="col" { (safe(name)) } } } }
                    tbody {
                        @for ((row, page), reasons) in overview.rows.iter().zip(pages).zip(&reasons) {
                            tr data-is=[Some(reasons).filter(|reasons| !reasons.is_empty())] { (cells(row, page, &fields)) }
                        }
                    }
                }
            }
            p .more { button #more type="button" hidden {} }
        }
    };
    document("All articles · postedit", STYLE, SCRIPT, &body)
}

/// What the script works with.
fn controls(overview: &Overview) -> Markup {
    let corrections = overview.recurring.iter().take(CORRECTIONS).enumerate();
    html! {
        p .search hidden {
            label for="search" { "Search" } " "
            input id="search" type="search" autocomplete="off" placeholder="headline, day, group";
            " " label for="only" { "Show" } " "
            select id="only" {
                option value="" { "all articles" }
                @for (name, what, places) in looks(overview) {
                    @if !places.is_empty() { option value=(name) { (what) } }
                }
                @if !overview.figures.findings.is_empty() {
                    optgroup label="With a finding" {
                        @for rule in overview.figures.findings.keys() { option value=(rule_name(overview, rule)) { (rule) } }
                    }
                }
                @if !overview.recurring.is_empty() {
                    optgroup label="Corrected" {
                        @for (number, correction) in corrections {
                            option value=(number) {
                                (safe(&correction.draft)) " → "
                                (if correction.r#final.is_empty() { "struck".to_owned() } else { safe(&correction.r#final) })
                            }
                        }
                    }
                }
            }
            " " span id="shown" role="status" {}
        }
    }
}

fn cells(row: &Row, page: &str, fields: &[&str]) -> Markup {
    let count = |level: Level| row.findings.iter().filter(|finding| finding.level == level).count();
    html! {
        td { a href=(page) { (safe(&row.title)) } }
        td { @if let Some(date) = row.published { (date) } }
        @for field in fields { td { @if let Some(value) = row.field(field) { (safe(&value)) } } }
        td { (row.words) }
        td { @if let Some(rate) = row.edit_rate() { (format!("{:.0}", 100.0 * rate)) } }
        td { (row.untouched) "/" (row.sentences) }
        td { (row.meaning) }
        td { (count(Level::Error)) }
        td { (count(Level::Warning)) }
    }
}
