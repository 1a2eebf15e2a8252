//! What many articles add up to.

pub mod attention;
mod effort;
mod figures;
mod overview;
pub mod recurring;
mod row;
mod view;

use std::collections::BTreeMap;

use crate::analysis::Analysis;
use crate::audit::Finding;
use crate::effort::Ter;
use crate::kinds::{Impact, Kind};
use crate::settings::Level;

pub use effort::EffortSums;
pub use figures::{Figures, Rate, Share};
pub use overview::{Collector, GroupWeek, Grouping, Halves, Overview};
pub use row::{Row, RowFinding};
pub use view::{DESK_SCHEMA, DeskReport};

/// The sums over some articles. What was unreadable is counted by itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Desk {
    /// Articles analysed.
    pub articles: usize,
    /// Of these, articles that have a draft and no edit outside the frame.
    pub unedited: usize,
    /// Rows that could not be used.
    pub unusable: usize,
    /// Sentences of the finals, those of the frame left out.
    pub sentences: usize,
    /// Of these, equal to one of the draft.
    pub untouched: usize,
    /// Edits and words of all finals.
    pub ter: Ter,
    /// Edits outside the frame by kind.
    pub kinds: BTreeMap<Kind, usize>,
    /// Edits outside the frame by impact.
    pub impacts: BTreeMap<Impact, usize>,
    /// Findings by level; accepted ones are counted by themselves.
    pub findings: BTreeMap<Level, usize>,
    /// Findings that somebody accepted.
    pub accepted: usize,
}

impl Desk {
    /// Counts an article in.
    pub fn add(&mut self, analysis: &Analysis, findings: &[Finding]) {
        self.articles += 1;
        if let Some(effort) = &analysis.effort {
            self.sentences += effort.sentences;
            self.untouched += effort.untouched;
            self.ter += effort.ter.unwrap_or_default();
            self.unedited += usize::from(analysis.translation_edits().next().is_none());
        }
        for edit in analysis.translation_edits() {
            *self.kinds.entry(edit.kind).or_default() += 1;
            *self.impacts.entry(edit.impact).or_default() += 1;
        }
        for finding in findings {
            match finding.accepted {
                Some(_) => self.accepted += 1,
                None => *self.findings.entry(finding.level).or_default() += 1,
            }
        }
    }

    /// The edit rate (HTER) of all articles; `None` where the finals have no words.
    pub fn edit_rate(&self) -> Option<f64> {
        (self.ter.reference_words > 0).then(|| self.ter.edits as f64 / self.ter.reference_words as f64)
    }

    /// The kinds, the most frequent first.
    pub fn kinds_by_count(&self) -> Vec<(Kind, usize)> {
        let mut kinds: Vec<(Kind, usize)> = self.kinds.iter().map(|(&kind, &count)| (kind, count)).collect();
        kinds.sort_by_key(|&(_, count)| std::cmp::Reverse(count));
        kinds
    }
}
