//! The JSON view of one analysis and its findings, as other programs read it.
//!
//! Offsets count Unicode code points of the text as it was given, half-open. Fields may be added; a change to one that is
//! here is a change of [`SCHEMA`].

mod effort;
mod offsets;

use std::ops::Range;

use schemars::JsonSchema;
use serde::Serialize;

use crate::analysis::{self, Analysis};
use crate::article::{Article, Region};
use crate::audit::{self, Side};
use crate::compare::{Op, Unit};
use crate::kinds::{self, Extent, Form, Impact, Kind};
use crate::settings::Level;
use crate::text::value::Value;
use crate::text::value::matching::{Partner, Rendered};

pub use effort::{Characters, Effort, Impacts, Parts, Share, Ter, Untouched, WordChange};

use offsets::Offsets;

/// The version of the report's shape.
pub const SCHEMA: &str = "postedit/1";

/// The report of one pair.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Report {
    /// The version of this shape: `postedit/1`.
    pub schema: &'static str,
    /// The article's name.
    pub id: Option<String>,
    /// The machine's translation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub draft: Option<Version>,
    /// The edited version.
    pub r#final: Version,
    /// The original.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
    /// The aligned sentences of draft and final.
    pub alignment: Vec<Aligned>,
    /// The edits, in the order of the aligned units.
    pub edits: Vec<Edit>,
    /// How much was changed; `null` without a draft.
    pub effort: Option<Effort>,
    /// What the audit found.
    pub findings: Vec<Finding>,
    /// Every shortcut taken on a text too long for the exact way.
    pub degraded: Vec<&'static str>,
    /// What is odd about the two texts as a pair.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<String>,
    /// Further fields of the pair.
    #[serde(skip_serializing_if = "serde_json::Map::is_empty")]
    pub meta: serde_json::Map<String, serde_json::Value>,
}

/// One version of the article.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Version {
    /// Its language, as given or read off the script (BCP 47).
    pub lang: String,
    /// Its sentences in order.
    pub sentences: Vec<Sentence>,
    /// When it was published, local time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published: Option<String>,
    /// When it was last updated, local time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub updated: Option<String>,
}

/// The original, and which of its sentences became which.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Source {
    /// Its language.
    pub lang: String,
    /// Its sentences in order.
    pub sentences: Vec<Sentence>,
    /// The aligned sentences of source and draft (of source and final, where there is no draft).
    pub alignment: Vec<SourceAligned>,
    /// Its values outside the frame, in order, and what became of each.
    pub values: Vec<SourceValue>,
}

/// A value of the source: a number, an amount, a date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SourceValue {
    /// First code point.
    pub start: usize,
    /// One past the last code point.
    pub end: usize,
    /// As it is written.
    pub text: String,
    /// What it became in the draft; `null` where nothing stands for it.
    pub draft: Option<Rendering>,
    /// What it became in the final.
    pub r#final: Option<Rendering>,
}

/// What a value of the source became in a version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Rendering {
    /// First code point.
    pub start: usize,
    /// One past the last code point.
    pub end: usize,
    /// As it is written.
    pub text: String,
    /// It says something else than the source.
    pub contradicts: bool,
    /// How the two are related, in words.
    pub relation: String,
}

/// A sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Sentence {
    /// First code point.
    pub start: usize,
    /// One past the last code point.
    pub end: usize,
    /// The part of the page.
    pub region: Region,
}

/// Sentences of draft and final that belong together, by index.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Aligned {
    /// Sentences of the draft.
    pub draft: Vec<usize>,
    /// Sentences of the final.
    pub r#final: Vec<usize>,
    /// What became of them.
    pub op: Op,
    /// They stand in another place.
    pub moved: bool,
    /// How alike they are, 0 to 1.
    pub similarity: f64,
}

/// Sentences of source and draft that belong together, by index.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SourceAligned {
    /// Sentences of the source.
    pub source: Vec<usize>,
    /// Sentences of the draft.
    pub draft: Vec<usize>,
}

/// Some words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Words {
    /// First code point.
    pub start: usize,
    /// One past the last code point.
    pub end: usize,
    /// The words; empty where the other side has something that this one has not.
    pub text: String,
}

/// One edit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Edit {
    /// Before.
    pub draft: Words,
    /// After.
    pub r#final: Words,
    /// What happened to the words.
    pub form: Form,
    /// What it is about.
    pub kind: Kind,
    /// What it does to the article.
    pub impact: Impact,
    /// Other kinds that it is of, too.
    pub also: Vec<Kind>,
    /// Some words, or a whole sentence.
    pub unit: Extent,
    /// It lies inside quotation marks.
    pub in_quote: bool,
    /// It lies in dateline, disclosure or byline.
    pub frame: bool,
    /// The aligned units that it lies in, by index.
    pub units: Vec<usize>,
    /// Why it is of its kind.
    pub reason: String,
}

/// What an audit rule found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Finding {
    /// The rule.
    pub rule: &'static str,
    /// How much it matters.
    pub level: Level,
    /// What is wrong.
    pub message: String,
    /// Stays the same when other parts of the article change.
    pub fingerprint: String,
    /// The version that it is in.
    pub side: Side,
    /// First code point.
    pub start: usize,
    /// One past the last code point.
    pub end: usize,
    /// The evidence elsewhere.
    pub related: Vec<Place>,
    /// Who at the desk accepted it, and why.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub accepted: Option<audit::Acceptance>,
}

/// A place in a version.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Place {
    /// The version.
    pub side: Side,
    /// First code point.
    pub start: usize,
    /// One past the last code point.
    pub end: usize,
}

impl Report {
    /// The report of an analysis and what the audit found in it.
    pub fn new(analysis: &Analysis, findings: &[audit::Finding]) -> Self {
        let view = View::new(analysis);
        Report {
            schema: SCHEMA,
            id: analysis.id.clone(),
            draft: analysis.draft.as_ref().map(|article| version(article, &view.draft)),
            r#final: version(&analysis.r#final, &view.r#final),
            source: analysis.source.as_ref().map(|source| view.source(source)),
            alignment: analysis.units.iter().map(aligned).collect(),
            edits: analysis.edits.iter().map(|edit| view.edit(edit)).collect(),
            effort: Effort::of(analysis),
            findings: findings.iter().map(|finding| view.finding(finding)).collect(),
            degraded: analysis.degraded.clone(),
            notes: analysis.notes.iter().map(ToString::to_string).collect(),
            meta: analysis.meta.clone(),
        }
    }
}

/// An analysis with the offsets of its texts.
struct View<'a> {
    analysis: &'a Analysis,
    draft: Offsets,
    r#final: Offsets,
    source: Offsets,
}

impl<'a> View<'a> {
    fn new(analysis: &'a Analysis) -> Self {
        let offsets =
            |side: Side| side.of(analysis).map_or_else(Offsets::default, |article| Offsets::new(&article.text));
        View { analysis, draft: offsets(Side::Draft), r#final: offsets(Side::Final), source: offsets(Side::Source) }
    }

    fn source(&self, source: &analysis::Source) -> Source {
        let Version { lang, sentences, .. } = version(&source.article, &self.source);
        let units = source.units.iter();
        let alignment = units
            .map(|unit| SourceAligned { source: unit.draft.clone().collect(), draft: unit.r#final.clone().collect() });
        Source { lang, sentences, alignment: alignment.collect(), values: self.source_values(source) }
    }

    fn source_values(&self, source: &analysis::Source) -> Vec<SourceValue> {
        let article = &source.article;
        let outside = article.values.iter().enumerate().filter(|(_, value)| {
            article.sentence_at(value.span.start).is_some_and(|sentence| !article.is_frame(sentence))
        });
        let value = |(at, value): (usize, &Value)| {
            let Words { start, end, text } = words(&article.text, &self.source, value.span);
            let draft = self
                .analysis
                .draft
                .as_ref()
                .and_then(|draft| rendering(source.in_draft[at], &source.draft_values, draft, &self.draft));
            let r#final = rendering(source.in_final[at], &source.final_values, &self.analysis.r#final, &self.r#final);
            SourceValue { start, end, text, draft, r#final }
        };
        outside.map(value).collect()
    }

    fn edit(&self, edit: &kinds::Edit) -> Edit {
        let draft = self.analysis.draft.as_ref().map_or("", |draft| &draft.text);
        Edit {
            draft: words(draft, &self.draft, edit.draft),
            r#final: words(&self.analysis.r#final.text, &self.r#final, edit.r#final),
            form: edit.form,
            kind: edit.kind,
            impact: edit.impact,
            also: edit.also.clone(),
            unit: edit.extent,
            in_quote: edit.in_quote,
            frame: edit.frame,
            units: edit.units.clone(),
            reason: edit.reason.clone(),
        }
    }

    fn place(&self, place: audit::Place) -> Place {
        let offsets = match place.side {
            Side::Draft => &self.draft,
            Side::Final => &self.r#final,
            Side::Source => &self.source,
        };
        let Range { start, end } = offsets.range(place.span);
        Place { side: place.side, start, end }
    }

    fn finding(&self, finding: &audit::Finding) -> Finding {
        let Place { side, start, end } = self.place(finding.place);
        Finding {
            rule: finding.rule,
            level: finding.level,
            message: finding.message.clone(),
            fingerprint: finding.fingerprint.clone(),
            side,
            start,
            end,
            related: finding.related.iter().map(|&place| self.place(place)).collect(),
            accepted: finding.accepted.clone(),
        }
    }
}

/// What a value of the source became: the first value of a version whose partner it is.
fn rendering(value: Rendered, partners: &[Partner], article: &Article, offsets: &Offsets) -> Option<Rendering> {
    let at = value.first()?;
    let (relation, contradicts) = match partners[at] {
        Partner::Same(_, relation) => (relation, false),
        Partner::Contradicts(_, relation) => (relation, true),
        Partner::None => return None,
    };
    let Words { start, end, text } = words(&article.text, offsets, article.values[at].span);
    Some(Rendering { start, end, text, contradicts, relation: relation.to_string() })
}

fn version(article: &Article, offsets: &Offsets) -> Version {
    let sentence = |sentence: &crate::article::Sentence| {
        let Range { start, end } = offsets.range(sentence.span);
        Sentence { start, end, region: sentence.region }
    };
    Version {
        lang: article.lang.to_string(),
        sentences: article.sentences.iter().map(sentence).collect(),
        published: article.published(),
        updated: article.updated(),
    }
}

fn words(text: &str, offsets: &Offsets, span: crate::text::Span) -> Words {
    let Range { start, end } = offsets.range(span);
    Words { start, end, text: span.of(text).to_owned() }
}

fn aligned(unit: &Unit) -> Aligned {
    Aligned {
        draft: unit.draft.clone().collect(),
        r#final: unit.r#final.clone().collect(),
        op: unit.op,
        moved: unit.moved,
        similarity: rounded(f64::from(unit.similarity), 3),
    }
}

fn rounded(value: f64, digits: i32) -> f64 {
    let factor = 10_f64.powi(digits);
    (value * factor).round() / factor
}
