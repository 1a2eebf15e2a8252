//! One article as a line of the desk's report.

use std::collections::BTreeMap;

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

use crate::analysis::Analysis;
use crate::article::Region;
use crate::audit::Finding;
use crate::kinds::Impact;
use crate::settings::Level;
use crate::text::value::matching::Partner;

/// One article.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Row {
    /// Its name.
    pub id: String,
    /// Its headline; its name where it has none.
    pub title: String,
    /// The day on which it was published, by its dateline or the field `published` (ISO 8601).
    #[schemars(with = "Option<String>")]
    pub published: Option<Date>,
    /// Further fields of the pair.
    pub meta: serde_json::Map<String, serde_json::Value>,
    /// Words of the final, outside the frame.
    pub words: usize,
    /// Edits by the measure of translation edit rate; `null` without a draft.
    pub edits: Option<usize>,
    /// Sentences of the final, outside the frame.
    pub sentences: usize,
    /// Of these, equal to one of the draft.
    pub untouched: usize,
    /// The longest run of untouched sentences.
    pub longest_untouched: usize,
    /// Edits of the meaning.
    pub meaning: usize,
    /// Edits by impact.
    pub impacts: BTreeMap<&'static str, usize>,
    /// Edits by kind.
    pub kinds: BTreeMap<&'static str, usize>,
    /// Open findings.
    pub findings: Vec<RowFinding>,
    /// Findings that somebody accepted.
    pub accepted: usize,
    /// Whether a value of the draft contradicts the source; `null` where one of them is missing.
    pub wrong_draft: Option<bool>,
}

/// A finding of an article.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RowFinding {
    /// The rule.
    pub rule: &'static str,
    /// How much it matters.
    pub level: Level,
    /// What is wrong.
    pub message: String,
}

impl Row {
    /// The line of an article; `name` where it has none of its own.
    pub fn new(analysis: &Analysis, findings: &[Finding], name: &str) -> Row {
        let id = analysis.id.clone().unwrap_or_else(|| name.to_owned());
        let r#final = &analysis.r#final;
        let headline = r#final.sentences.iter().find(|sentence| sentence.region == Region::Headline);
        let effort = analysis.effort.as_ref();
        let ter = effort.and_then(|effort| effort.ter);
        let mut impacts = BTreeMap::new();
        let mut kinds = BTreeMap::new();
        for edit in analysis.translation_edits() {
            *impacts.entry(edit.impact.name()).or_default() += 1;
            *kinds.entry(edit.kind.name()).or_default() += 1;
        }
        let contradicts = |partner: &Partner| matches!(partner, Partner::Contradicts(..));
        let wrong = analysis.source.as_ref().filter(|_| analysis.draft.is_some());
        Row {
            title: headline.map_or_else(|| id.clone(), |sentence| r#final.text_of(sentence.span).to_owned()),
            published: r#final.published_on().or_else(|| published(&analysis.meta)),
            meta: analysis.meta.clone(),
            words: ter.map_or_else(|| words(analysis), |ter| ter.reference_words),
            edits: ter.map(|ter| ter.edits),
            sentences: effort.map_or_else(|| sentences(analysis), |effort| effort.sentences),
            untouched: effort.map_or(0, |effort| effort.untouched),
            longest_untouched: longest_untouched(analysis),
            meaning: impacts.get(Impact::Meaning.name()).copied().unwrap_or(0),
            impacts,
            kinds,
            findings: findings.iter().filter(|finding| finding.accepted.is_none()).map(RowFinding::new).collect(),
            accepted: findings.iter().filter(|finding| finding.accepted.is_some()).count(),
            wrong_draft: wrong.map(|source| source.draft_values.iter().any(contradicts)),
            id,
        }
    }

    /// Whether it has a draft, and no edit outside the frame.
    pub fn is_unedited(&self) -> bool {
        self.edits.is_some() && self.kinds.is_empty()
    }

    /// The share of its words that were edited.
    pub fn edit_rate(&self) -> Option<f64> {
        self.edits.filter(|_| self.words > 0).map(|edits| edits as f64 / self.words as f64)
    }

    /// A field of the pair as text, such as `section`.
    pub fn field(&self, name: &str) -> Option<String> {
        match self.meta.get(name)? {
            serde_json::Value::String(text) => Some(text.clone()),
            serde_json::Value::Null => None,
            other => Some(other.to_string()),
        }
    }
}

impl RowFinding {
    fn new(finding: &Finding) -> Self {
        RowFinding { rule: finding.rule, level: finding.level, message: finding.message.clone() }
    }
}

/// The day in a field that a desk's system may give.
fn published(meta: &serde_json::Map<String, serde_json::Value>) -> Option<Date> {
    let text = ["published", "date"].into_iter().find_map(|name| meta.get(name)?.as_str())?;
    text.get(..10)?.parse().ok()
}

fn words(analysis: &Analysis) -> usize {
    let r#final = &analysis.r#final;
    let outside = (0..r#final.sentences.len()).filter(|&at| !r#final.is_frame(at));
    outside.map(|at| r#final.tokens_of(at).iter().filter(|token| token.is_word()).count()).sum()
}

fn sentences(analysis: &Analysis) -> usize {
    let r#final = &analysis.r#final;
    (0..r#final.sentences.len()).filter(|&at| !r#final.is_frame(at)).count()
}

fn longest_untouched(analysis: &Analysis) -> usize {
    let r#final = &analysis.r#final;
    let (mut longest, mut run) = (0, 0);
    for unit in analysis.units.iter().filter(|unit| !unit.r#final.clone().all(|at| r#final.is_frame(at))) {
        run = if unit.op == crate::compare::Op::Keep { run + unit.r#final.len() } else { 0 };
        longest = longest.max(run);
    }
    longest
}
