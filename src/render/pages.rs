//! The files of a desk's report: their names, and what is in them.

use std::collections::HashSet;

use sha2::{Digest, Sha256};

use super::html::{desk, list};
use super::{advice, sheet};
use crate::desk::recurring::Correction;
use crate::desk::{DeskReport, Overview};

/// The folder of the articles' pages.
pub const ARTICLES: &str = "articles";

/// The desk's first page, from an article's own.
pub const HOME: &str = "../index.html";

/// A file of the report: its path from the folder, and its content.
pub type File = (String, Vec<u8>);

/// Gives every article's page a file name of its own that is safe on every system: small letters, digits and hyphens, and
/// where that loses something, a few digits of the name's hash.
#[derive(Debug, Default)]
pub struct PageNames {
    taken: HashSet<String>,
}

impl PageNames {
    /// The path of the page of an article of this name, from the report's folder.
    pub fn page(&mut self, id: &str) -> String {
        const LONGEST: usize = 60;
        /// Names of devices on Windows.
        const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "com", "lpt"];
        let mut slug = String::new();
        for c in id.chars().take(LONGEST) {
            if c.is_ascii_alphanumeric() {
                slug.push(c.to_ascii_lowercase());
            } else if !slug.is_empty() && !slug.ends_with('-') {
                slug.push('-');
            }
        }
        let slug = slug.trim_end_matches('-');
        let device = DEVICES.contains(&slug.trim_end_matches(|c: char| c.is_ascii_digit()));
        let plain = slug == id && !device && !slug.is_empty();
        let mut name = slug.to_owned();
        let mut round = 0;
        while (round == 0 && !plain) || self.taken.contains(&name) {
            let hash = Sha256::new().chain_update(id).chain_update(round.to_string()).finalize();
            let digits: String = hash.iter().take(4).map(|byte| format!("{byte:02x}")).collect();
            name = if slug.is_empty() { format!("article-{digits}") } else { format!("{slug}-{digits}") };
            round += 1;
        }
        self.taken.insert(name.clone());
        format!("{ARTICLES}/{name}.html")
    }
}

/// All files of a report but the articles' own pages; `pages` are the paths of those.
///
/// # Errors
///
/// A sheet or the JSON cannot be written, which memory alone can be to blame for.
pub fn files(overview: &Overview, pages: &[String]) -> std::io::Result<Vec<File>> {
    let sure: Vec<&Correction> = overview.recurring.iter().filter(|correction| correction.is_sure()).collect();
    let mut json = serde_json::to_vec_pretty(&DeskReport::new(overview, pages))?;
    json.push(b'\n');
    let links = desk::Links {
        pages,
        list: "articles.html",
        advice: &[
            ("Glossary (CSV)", "glossary.csv"),
            ("Prompt rules (text)", "prompt.txt"),
            ("Terms for postedit.toml", "terms.toml"),
        ],
        sheets: &[
            ("Figures", "figures.csv"),
            ("Articles", "articles.csv"),
            ("Findings", "findings.csv"),
            ("Corrections", "recurring.csv"),
            ("All of it (JSON)", "desk.json"),
        ],
    };
    let named = |name: &str, content: Vec<u8>| (name.to_owned(), content);
    Ok(vec![
        named("index.html", desk::page(overview, &links).into_bytes()),
        named("articles.html", list::page(overview, pages, "index.html").into_bytes()),
        named("desk.json", json),
        named("figures.csv", sheet::figures(overview)?),
        named("articles.csv", sheet::articles(overview, pages)?),
        named("findings.csv", sheet::findings(&overview.rows)?),
        named("recurring.csv", sheet::recurring(overview)?),
        named("glossary.csv", sheet::glossary(&sure)?),
        named("prompt.txt", advice::prompt(&sure).into_bytes()),
        named("terms.toml", advice::settings(&sure).into_bytes()),
    ])
}

#[cfg(test)]
mod tests {
    use super::PageNames;

    #[test]
    fn every_page_has_a_safe_name_of_its_own() {
        let mut names = PageNames::default();
        assert_eq!(names.page("july-exports"), "articles/july-exports.html");
        let long = "x".repeat(300);
        let hostile = [
            "July-Exports",
            "july-exports",
            "../../x",
            "CON",
            "con",
            "com1",
            "",
            "한글",
            "a/b",
            "a b",
            "..",
            &long,
            "-",
            "<b>",
        ];
        let pages: Vec<String> = hostile.iter().map(|id| names.page(id)).collect();
        for (id, page) in hostile.iter().zip(&pages) {
            let name =
                page.strip_prefix("articles/").and_then(|name| name.strip_suffix(".html")).expect("an article's page");
            assert!(!name.is_empty() && name.len() < 80, "{id}: {page}");
            assert!(name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-'), "{id}: {page}");
            assert!(!matches!(name, "con" | "com1"), "{id}: {page}");
        }
        let unique: std::collections::HashSet<&String> = pages.iter().collect();
        assert_eq!(unique.len(), pages.len(), "{pages:?}");
        assert!(!pages.contains(&"articles/july-exports.html".to_owned()));
    }
}
