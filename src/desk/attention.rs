//! What a desk head should open: the few articles first, and lists of what is out of the ordinary.

use std::cmp::Reverse;

use schemars::JsonSchema;
use serde::Serialize;

use super::{Figures, Grouping, Row, Share};
use crate::settings::Level;

/// So many articles are named to be opened first.
const MOST_FIRST: usize = 5;

/// An untouched run of so many sentences is worth a look.
const LONG_RUN: usize = 6;

/// An edit rate below this is that of an article that was barely edited.
const BARELY: f64 = 0.05;

/// Articles out of the ordinary, by their place among all.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Look {
    /// Not edited at all.
    pub unedited: Vec<usize>,
    /// Edited in less than a twentieth of their words.
    pub barely_edited: Vec<usize>,
    /// Six or more sentences in a row as the machine wrote them.
    pub untouched_runs: Vec<usize>,
    /// Edited far more or far less than the others.
    pub outliers: Vec<usize>,
    /// Groups, such as a translation system, whose drafts contradict the original more often than those of the others.
    pub often_wrong: Vec<OftenWrong>,
}

/// A group whose drafts often contradict the original.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct OftenWrong {
    /// The field.
    pub field: String,
    /// Its value.
    pub group: String,
    /// Drafts in which a number or date contradicts the original.
    pub drafts: Share,
}

/// The articles to open first: those that a reader would notice, errors before warnings, what was never edited before the
/// rest; each with the reason.
pub(super) fn first(rows: &[Row]) -> Vec<(usize, String)> {
    let mut grave: Vec<(usize, &Row)> =
        rows.iter().enumerate().filter(|(_, row)| gravest(row) >= Level::Warning).collect();
    grave.sort_by_key(|(at, row)| {
        let count = |level: Level| row.findings.iter().filter(|finding| finding.level == level).count();
        (
            Reverse(gravest(row)),
            Reverse(count(Level::Error)),
            Reverse(count(Level::Warning)),
            Reverse(row.published),
            *at,
        )
    });
    grave.truncate(MOST_FIRST);
    grave.into_iter().map(|(at, row)| (at, reason(row))).collect()
}

fn gravest(row: &Row) -> Level {
    row.findings.iter().map(|finding| finding.level).max().unwrap_or(Level::Off)
}

fn reason(row: &Row) -> String {
    let level = gravest(row);
    let first = row.findings.iter().find(|finding| finding.level == level);
    first.map(|finding| finding.message.clone()).unwrap_or_default()
}

/// What is out of the ordinary, among the articles and among their groups.
pub(super) fn look(rows: &[Row], groupings: &[Grouping]) -> Look {
    let places = |test: &dyn Fn(&Row) -> bool| -> Vec<usize> {
        rows.iter().enumerate().filter(|(_, row)| test(row)).map(|(at, _)| at).collect()
    };
    let fences = fences(rows);
    Look {
        unedited: places(&Row::is_unedited),
        barely_edited: places(&|row| !row.is_unedited() && row.edit_rate().is_some_and(|rate| rate < BARELY)),
        untouched_runs: places(&|row| !row.is_unedited() && row.longest_untouched >= LONG_RUN),
        often_wrong: often_wrong(groupings),
        outliers: places(&|row| {
            let rate = row.edit_rate().filter(|_| !row.is_unedited());
            rate.zip(fences).is_some_and(|(rate, (low, high))| rate < low || rate > high)
        }),
    }
}

/// The groups of which it is sure that more of their drafts contradict the original than of all others'.
fn often_wrong(groupings: &[Grouping]) -> Vec<OftenWrong> {
    let mut found = Vec::new();
    for Grouping { field, groups, .. } in groupings {
        let sum = |part: fn(Share) -> usize| -> usize { groups.iter().map(|(_, it)| part(it.wrong_drafts)).sum() };
        let (count, of) = (sum(|share| share.count), sum(|share| share.of));
        for (group, Figures { wrong_drafts: own, .. }) in groups {
            let others = Share { count: count - own.count, of: of - own.of };
            let worse = own.rate().zip(others.rate()).is_some_and(|(own, others)| own.low > others.high);
            if worse {
                found.push(OftenWrong { field: field.clone(), group: group.clone(), drafts: *own });
            }
        }
    }
    found
}

/// Below and above which an edit rate is out of the ordinary: one and a half quartile ranges beyond the quartiles (Tukey,
/// Exploratory Data Analysis); `None` for fewer than twenty articles.
fn fences(rows: &[Row]) -> Option<(f64, f64)> {
    const LEAST_ARTICLES: usize = 20;
    let mut rates: Vec<f64> = rows.iter().filter_map(Row::edit_rate).collect();
    if rates.len() < LEAST_ARTICLES {
        return None;
    }
    rates.sort_by(f64::total_cmp);
    let (lower, upper) = (rates[rates.len() / 4], rates[rates.len() * 3 / 4]);
    let beyond = 1.5 * (upper - lower);
    Some((lower - beyond, upper + beyond))
}

#[cfg(test)]
mod tests {
    use super::often_wrong;
    use crate::desk::{Figures, Grouping, Share};

    #[test]
    fn a_system_is_often_wrong_only_where_it_is_sure() {
        let grouping = |shares: &[(&str, usize, usize)]| {
            let group = |&(name, count, of): &(&str, usize, usize)| {
                (name.to_owned(), Figures { wrong_drafts: Share { count, of }, ..Figures::default() })
            };
            Grouping { field: "system".to_owned(), groups: shares.iter().map(group).collect(), weeks: Vec::new() }
        };
        let names = |shares: &[(&str, usize, usize)]| -> Vec<String> {
            often_wrong(&[grouping(shares)]).into_iter().map(|it| it.group).collect()
        };
        assert_eq!(names(&[("a", 2, 100), ("b", 20, 100)]), ["b"]);
        assert_eq!(names(&[("a", 2, 100), ("b", 1, 3)]), [""; 0], "three drafts say little");
        assert_eq!(names(&[("a", 20, 100)]), [""; 0], "there is nothing to hold it against");
        assert_eq!(names(&[("a", 0, 0), ("b", 0, 0)]), [""; 0]);
    }
}
