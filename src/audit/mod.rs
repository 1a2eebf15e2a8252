//! What a desk wants to be told before an article goes out.
//!
//! A rule is one file in `rules/` and one line in [`RULES`]. It reads an [`Analysis`] and says nothing where it is not
//! sure: the draft is a machine's guess, and an editor's best catch must not look like an offence.

mod accepted;
mod bracket;
mod passage;
mod rule;
mod rules;
mod source;
mod source_says;
mod terms;

use std::cmp::Reverse;

use rustc_hash::FxHashMap;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::analysis::Analysis;
use crate::article::Article;
use crate::lexicon::Lexicon;
use crate::settings::{Level, Settings};
use crate::text::Span;

pub use accepted::{Acceptances, Accepted};
pub use rule::Rule;
pub use rules::RULES;
use source::{is_reckoned, settled};

/// A version of the article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Side {
    /// The machine's translation.
    Draft,
    /// The edited version.
    Final,
    /// The original.
    Source,
}

impl Side {
    /// The name in reports.
    pub fn name(self) -> &'static str {
        match self {
            Side::Draft => "draft",
            Side::Final => "final",
            Side::Source => "source",
        }
    }

    /// This version in an analysis.
    pub fn of(self, analysis: &Analysis) -> Option<&Article> {
        match self {
            Side::Draft => analysis.draft.as_ref(),
            Side::Final => Some(&analysis.r#final),
            Side::Source => analysis.source.as_ref().map(|source| &source.article),
        }
    }
}

/// A place in one version.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// The version.
    pub side: Side,
    /// Bytes of it.
    pub span: Span,
}

/// What a rule found in one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The rule's name.
    pub rule: &'static str,
    /// How much it matters, after the desk's settings.
    pub level: Level,
    /// What is wrong, in a line.
    pub message: String,
    /// Sixteen hexadecimal digits that stay the same when other parts of the article change.
    pub fingerprint: String,
    /// Where.
    pub place: Place,
    /// The evidence elsewhere.
    pub related: Vec<Place>,
    /// Somebody at the desk saw it and said that it is right.
    pub accepted: Option<Acceptance>,
}

/// An editor's word that a finding is no fault.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Acceptance {
    /// Who accepted it.
    pub by: String,
    /// Why.
    pub why: String,
    /// When: time in UTC as ISO 8601 has it.
    pub at: String,
}

/// What a rule hands in.
struct Hit {
    /// Its level, where it is not the rule's own.
    level: Option<Level>,
    message: String,
    place: Place,
    /// The evidence on the other sides.
    related: Vec<Place>,
}

impl Hit {
    /// What is wrong with these bytes of the final.
    fn new(span: Span, message: impl Into<String>) -> Self {
        let place = Place { side: Side::Final, span };
        Hit { level: None, message: message.into(), place, related: Vec::new() }
    }

    /// The same at a level that is not the rule's own.
    fn at_level(self, level: Option<Level>) -> Self {
        Hit { level, ..self }
    }

    /// The same with its evidence in one version.
    fn with_evidence(self, side: Side, spans: impl IntoIterator<Item = Span>) -> Self {
        Hit { related: spans.into_iter().map(|span| Place { side, span }).collect(), ..self }
    }
}

/// What a rule reads.
#[derive(Clone, Copy)]
struct Case<'a> {
    analysis: &'a Analysis,
    settings: &'a Settings,
    lexicon: &'a Lexicon,
    /// The sentences that editing changed.
    passages: &'a [passage::Passage<'a>],
    /// Which sentences render each other.
    links: &'a source::Links,
    /// Where the final contradicts the source, in the order of the final.
    contradictions: &'a [source::Contradiction],
    /// Where the final has what the desk's table replaces.
    terms: &'a [terms::Term<'a>],
}

impl Case<'_> {
    /// Whether a value of the final, by index, contradicts the source.
    fn contradicts(self, value: usize) -> bool {
        self.contradictions.binary_search_by_key(&value, |found| found.r#final).is_ok()
    }
}

/// All rules, in the order in which they are explained.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    RULES.iter().flat_map(|(_, rules)| rules.iter().copied())
}

/// The findings of all rules that the desk has not switched off: the gravest first, then in the order of the text.
pub fn run(analysis: &Analysis, settings: &Settings) -> Vec<Finding> {
    let passages = passage::read(analysis, &settings.lexicon);
    let links = source::Links::of(analysis);
    let lexicon = &settings.lexicon;
    let case =
        Case { analysis, settings, lexicon, passages: &passages, links: &links, contradictions: &[], terms: &[] };
    let (contradictions, terms) = (source::contradictions(case), terms::find(case));
    let case = Case { contradictions: &contradictions, terms: &terms, ..case };
    let mut findings = Vec::new();
    for rule in rules() {
        let set = settings.check.rules.get(rule.name).copied();
        if set.unwrap_or(rule.level) == Level::Off {
            continue;
        }
        for hit in rule.check(case) {
            // What the desk sets holds for milder cases, too, as far as it is milder still.
            let level = match (set, hit.level) {
                (Some(set), Some(own)) => set.min(own),
                (set, own) => set.or(own).unwrap_or(rule.level),
            };
            let Hit { message, place, related, .. } = hit;
            let fingerprint = String::new();
            findings.push(Finding { rule: rule.name, level, message, fingerprint, place, related, accepted: None });
        }
    }
    findings.sort_by_key(|finding| (Reverse(finding.level), finding.place.side, finding.place.span));
    name(&mut findings, analysis);
    findings
}

/// Gives each finding its fingerprint: the article, the rule and the words that it rests on, hashed. Of findings that rest
/// on the same words, the later ones are counted.
fn name(findings: &mut [Finding], analysis: &Analysis) {
    let mut seen: FxHashMap<String, usize> = FxHashMap::default();
    for finding in findings {
        let mut hasher = Sha256::new();
        let mut add = |part: &str| {
            hasher.update(part);
            hasher.update([0]);
        };
        let id = analysis.id.as_deref().unwrap_or_default();
        match &analysis.folder {
            Some(folder) => add(&format!("{folder}/{id}")),
            None => add(id),
        }
        add(finding.rule);
        for place in [&finding.place].into_iter().chain(&finding.related) {
            add(place.side.name());
            add(place.side.of(analysis).map_or("", |article| article.text_of(place.span)));
        }
        let hash = hex(hasher);
        let count = seen.entry(hash.clone()).or_default();
        *count += 1;
        finding.fingerprint =
            if *count == 1 { hash } else { hex(Sha256::new().chain_update(&hash).chain_update(count.to_string())) };
    }
}

/// The first sixteen digits.
fn hex(hasher: Sha256) -> String {
    hasher.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}
