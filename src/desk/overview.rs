//! The desk's report: what many articles add up to, over time and by group, and what to do about it.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

use super::recurring::{Correction, Recurring};
use super::{Figures, Rate, Row, attention};
use crate::analysis::Analysis;
use crate::audit::Finding;

/// So many corrections are worth telling the translation prompt at once.
const MOST_ADVICE: usize = 3;

/// A report over many articles.
#[derive(Debug, Clone, PartialEq)]
pub struct Overview {
    /// The articles in the order in which they came.
    pub rows: Vec<Row>,
    /// The sums over all.
    pub figures: Figures,
    /// The same of the earlier and the later half of the time that they span; `None` where that is less than two weeks
    /// or the days are not known.
    pub halves: Option<Halves>,
    /// The sums by week, Mondays first, weeks without articles left out.
    pub weeks: Vec<(Date, Figures)>,
    /// The sums by the value of a field, each field in the order asked for.
    pub groups: Vec<Grouping>,
    /// Corrections that recur, the most telling first.
    pub recurring: Vec<Correction>,
    /// The articles to open first, by their place in `rows`, each with the reason.
    pub first: Vec<(usize, String)>,
    /// What is worth a look.
    pub look: attention::Look,
}

/// Two halves of a time.
#[derive(Debug, Clone, PartialEq)]
pub struct Halves {
    /// The first day of the later half.
    pub cut: Date,
    /// The sums before.
    pub earlier: Figures,
    /// The sums from then on.
    pub later: Figures,
}

/// The articles by the value of one field.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Grouping {
    /// The field.
    pub field: String,
    /// Its values in alphabetical order, with the sums of their articles; articles without the field are left out.
    pub groups: Vec<(String, Figures)>,
    /// The edit rate of each group by week, weeks in which it has none left out.
    pub weeks: Vec<GroupWeek>,
}

/// A group in a week.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct GroupWeek {
    /// The value of the field.
    pub group: String,
    /// The week's Monday.
    #[schemars(with = "String")]
    pub monday: Date,
    /// Edits by the measure of translation edit rate, over words.
    pub edit_rate: Rate,
}

/// Takes articles in, one after the other.
#[derive(Debug, Default)]
pub struct Collector {
    rows: Vec<Row>,
    recurring: Recurring,
}

impl Collector {
    /// Takes in an article; `name` serves where it has none of its own.
    pub fn add(&mut self, analysis: &Analysis, findings: &[Finding], name: &str) {
        self.rows.push(Row::new(analysis, findings, name));
        self.recurring.add(analysis);
    }

    /// The report, by groups of some fields.
    pub fn finish(self, group_by: &[String]) -> Overview {
        let Collector { rows, recurring } = self;
        let figures = Figures::of(rows.iter());
        let groups: Vec<Grouping> = group_by.iter().map(|field| grouping(&rows, field)).collect();
        Overview {
            halves: halves(&rows),
            weeks: weeks(&rows),
            recurring: recurring.corrections(),
            first: attention::first(&rows),
            look: attention::look(&rows, &groups),
            figures,
            groups,
            rows,
        }
    }
}

impl Overview {
    /// The corrections worth telling the translation prompt: the most frequent of those that are sure.
    pub fn advice(&self) -> impl Iterator<Item = &Correction> {
        let mut sure: Vec<&Correction> = self.recurring.iter().filter(|correction| correction.is_sure()).collect();
        sure.sort_by_key(|correction| Reverse(correction.articles.len()));
        sure.into_iter().take(MOST_ADVICE)
    }

    /// The first and the last day of publication.
    pub fn days(&self) -> Option<(Date, Date)> {
        let days = || self.rows.iter().filter_map(|row| row.published);
        Some((days().min()?, days().max()?))
    }
}

fn halves(rows: &[Row]) -> Option<Halves> {
    const LEAST_DAYS: i32 = 14;
    let days = || rows.iter().filter_map(|row| row.published);
    let (first, last) = (days().min()?, days().max()?);
    let span = (last - first).get_days() + 1;
    if span < LEAST_DAYS {
        return None;
    }
    let cut = first.saturating_add(jiff::Span::new().days((span + 1) / 2));
    let of = |later: bool| {
        Figures::of(rows.iter().filter(move |row| row.published.is_some_and(|day| (day >= cut) == later)))
    };
    Some(Halves { cut, earlier: of(false), later: of(true) })
}

fn weeks(rows: &[Row]) -> Vec<(Date, Figures)> {
    by_week(rows.iter()).into_iter().map(|(monday, rows)| (monday, Figures::of(rows.iter().copied()))).collect()
}

fn by_week<'a>(rows: impl Iterator<Item = &'a Row>) -> BTreeMap<Date, Vec<&'a Row>> {
    let mut by_week: BTreeMap<Date, Vec<&Row>> = BTreeMap::new();
    for row in rows {
        if let Some(day) = row.published {
            let monday = day.saturating_sub(jiff::Span::new().days(i64::from(day.weekday().to_monday_zero_offset())));
            by_week.entry(monday).or_default().push(row);
        }
    }
    by_week
}

fn grouping(rows: &[Row], field: &str) -> Grouping {
    let mut by_value: BTreeMap<String, Vec<&Row>> = BTreeMap::new();
    for row in rows {
        if let Some(value) = row.field(field) {
            by_value.entry(value).or_default().push(row);
        }
    }
    let mut weeks = Vec::new();
    for (group, rows) in &by_value {
        for (monday, rows) in by_week(rows.iter().copied()) {
            let edit_rate = Figures::of(rows.iter().copied()).edit_rate;
            weeks.extend(edit_rate.map(|edit_rate| GroupWeek { group: group.clone(), monday, edit_rate }));
        }
    }
    let groups = by_value.into_iter().map(|(value, rows)| (value, Figures::of(rows.iter().copied())));
    Grouping { field: field.to_owned(), groups: groups.collect(), weeks }
}
