//! The list of all articles: a table that the script sorts and searches, complete without it.

use maud::html;

use super::document::{document, safe};
use crate::desk::Row;
use crate::settings::Level;

const STYLE: &str = concat!(include_str!("base.css"), include_str!("desk.css"));
const SCRIPT: &str = include_str!("list.js");

/// The page; `pages` are the articles' own, `home` is the desk's first page.
pub(in crate::render) fn page(rows: &[Row], pages: &[String], home: &str) -> String {
    let count = |row: &Row, level: Level| row.findings.iter().filter(|finding| finding.level == level).count();
    let body = html! {
        header .page {
            p { a href=(home) { "The desk" } }
            h1 { "All articles" }
            p .search hidden { label for="search" { "Search" } " " input id="search" type="search" autocomplete="off"; " " span id="shown" role="status" {} }
        }
        main {
            div .scroll tabindex="0" role="region" aria-label="All articles" {
                table .list {
                    thead { tr {
                        @for (name, numeric) in [("article", false), ("published", false), ("words", true), ("edit rate", true), ("untouched", true), ("meaning", true), ("errors", true), ("warnings", true)] {
                            th scope="col" .n[numeric] { (name) }
                        }
                    } }
                    tbody {
                        @for (row, page) in rows.iter().zip(pages) {
                            tr {
                                td { a href=(page) { (safe(&row.title)) } }
                                td { @if let Some(date) = row.published { (date) } }
                                td { (row.words) }
                                td { @if let Some(rate) = row.edit_rate() { (format!("{:.0}", 100.0 * rate)) } }
                                td { (row.untouched) "/" (row.sentences) }
                                td { (row.meaning) }
                                td { (count(row, Level::Error)) }
                                td { (count(row, Level::Warning)) }
                            }
                        }
                    }
                }
            }
        }
    };
    document("All articles · postedit", STYLE, SCRIPT, &body)
}
