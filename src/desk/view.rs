//! The JSON view of a desk's report: all that the pages show, for other programs.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

use super::attention::OftenWrong;
use super::recurring::Correction;
use super::{Figures, Grouping, Overview, Row};
use crate::kinds::Kind;

/// The version of this shape.
pub const DESK_SCHEMA: &str = "postedit-desk/1";

/// The report over many articles, as `desk.json` has it.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct DeskReport {
    /// The version of this shape: `postedit-desk/1`.
    pub schema: &'static str,
    /// The sums over all articles.
    pub figures: Figures,
    /// The earlier and the later half of the time that they span, where that is two weeks or more.
    pub halves: Option<HalvesView>,
    /// The sums by week.
    pub weeks: Vec<Week>,
    /// The sums by the values of the fields that were asked for.
    pub groups: Vec<Grouping>,
    /// Corrections that recur, the most telling first.
    pub recurring: Vec<Recurrence>,
    /// The articles to open first.
    pub first: Vec<First>,
    /// The names of articles that are worth a look.
    pub look: LookView,
    /// All articles in the order in which they came.
    pub articles: Vec<ArticleView>,
}

/// Two halves of a time.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct HalvesView {
    /// The first day of the later half.
    #[schemars(with = "String")]
    pub cut: Date,
    /// The sums before.
    pub earlier: Figures,
    /// The sums from then on.
    pub later: Figures,
}

/// A week.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Week {
    /// Its Monday.
    #[schemars(with = "String")]
    pub monday: Date,
    /// The sums.
    pub figures: Figures,
}

/// A correction that recurs.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Recurrence {
    /// What the machine writes; `#` stands for any number.
    pub draft: String,
    /// What the desk makes of it; empty where it is struck.
    pub r#final: String,
    /// The kind of most of the edits.
    pub kind: Kind,
    /// How often it was corrected so.
    pub count: usize,
    /// How often it was left as it was.
    pub left_alone: usize,
    /// How often it was changed in another way.
    pub otherwise: usize,
    /// The share of the cases in which it was corrected so, 0 to 1.
    pub consistency: f64,
    /// There is enough to tell a machine: five cases, three articles, nine in ten corrected so.
    pub sure: bool,
    /// The names of the articles in which it was corrected so.
    pub articles: Vec<String>,
    /// Some of the cases, in context.
    pub examples: Vec<ExampleView>,
}

/// A sentence before and after.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ExampleView {
    /// The article's name.
    pub article: String,
    /// The draft's sentence.
    pub draft: String,
    /// The final's.
    pub r#final: String,
}

/// An article to open first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct First {
    /// Its name.
    pub id: String,
    /// Why.
    pub reason: String,
}

/// The names of articles out of the ordinary.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct LookView {
    /// Groups whose drafts contradict the original more often than those of the others.
    pub often_wrong: Vec<OftenWrong>,
    /// Not edited at all.
    pub unedited: Vec<String>,
    /// Edited in less than a twentieth of their words.
    pub barely_edited: Vec<String>,
    /// Six or more sentences in a row as the machine wrote them.
    pub untouched_runs: Vec<String>,
    /// Edited far more or far less than the others.
    pub outliers: Vec<String>,
}

/// An article with the file of its page.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct ArticleView {
    /// The file of its page, from the report's folder.
    pub page: String,
    /// The rest.
    #[serde(flatten)]
    pub row: Row,
}

impl DeskReport {
    /// The view of a report; `pages` are the files of its articles' pages.
    pub fn new(overview: &Overview, pages: &[String]) -> Self {
        let name = |at: usize| overview.rows[at].id.clone();
        let names = |places: &[usize]| places.iter().map(|&at| name(at)).collect();
        let recurrence = |correction: &Correction| Recurrence {
            draft: correction.draft.clone(),
            r#final: correction.r#final.clone(),
            kind: correction.kind,
            count: correction.count,
            left_alone: correction.left_alone,
            otherwise: correction.otherwise,
            consistency: (1000.0 * correction.consistency()).round() / 1000.0,
            sure: correction.is_sure(),
            articles: names(&correction.articles),
            examples: (correction.examples.iter())
                .map(|example| ExampleView {
                    article: name(example.article),
                    draft: example.draft.clone(),
                    r#final: example.r#final.clone(),
                })
                .collect(),
        };
        let halves = overview.halves.clone();
        DeskReport {
            schema: DESK_SCHEMA,
            figures: overview.figures.clone(),
            halves: halves.map(|halves| HalvesView { cut: halves.cut, earlier: halves.earlier, later: halves.later }),
            weeks: overview
                .weeks
                .iter()
                .map(|(monday, figures)| Week { monday: *monday, figures: figures.clone() })
                .collect(),
            groups: overview.groups.clone(),
            recurring: overview.recurring.iter().map(recurrence).collect(),
            first: overview.first.iter().map(|(at, reason)| First { id: name(*at), reason: reason.clone() }).collect(),
            look: LookView {
                often_wrong: overview.look.often_wrong.clone(),
                unedited: names(&overview.look.unedited),
                barely_edited: names(&overview.look.barely_edited),
                untouched_runs: names(&overview.look.untouched_runs),
                outliers: names(&overview.look.outliers),
            },
            articles: (overview.rows.iter().zip(pages))
                .map(|(row, page)| ArticleView { page: page.clone(), row: row.clone() })
                .collect(),
        }
    }
}
