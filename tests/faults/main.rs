//! Clean articles stay without an alarm, and one fault put into them is found by the right rule.
//!
//! `tests/articles/NAME/` holds the draft, a well-edited final and the source. Each maker puts one kind of fault into every
//! place of an article where it can stand, one at a time. The makers read the texts by themselves, so that what the
//! program doesn't see is missed and not left out.

mod article;
mod claim;
mod editing;
mod names;
mod numbers;
mod print;
mod quotations;
mod source;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fmt::Write;

use article::{Article, Fault, Versions};
use postedit::settings::{Level, Settings};
use postedit::{Analysis, analyse, audit};

/// Puts faults of one kind into an article.
type Maker = fn(&Article) -> Vec<Fault>;

/// Every rule with the makers of faults that it must find.
const MAKERS: &[&[(&str, Maker)]] = &[
    claim::MAKERS,
    source::MAKERS,
    numbers::MAKERS,
    names::MAKERS,
    quotations::MAKERS,
    editing::MAKERS,
    print::MAKERS,
];

/// So many places of one kind of fault in one article are tried. Without optimisation one must do, so that the test is
/// done in some seconds; `cargo test --release` tries more.
const MOST_PLACES: usize = if cfg!(debug_assertions) { 1 } else { 5 };

/// Each rule finds at least this share of its faults.
const LEAST_RECALL: f64 = 0.95;

/// Rules that find less yet, since they say nothing where they are not sure: single digits and dates of which the source
/// has several, hedges in other words, quotations beside others. What they find must not become less.
const FIND_LESS: [(&str, f64); 4] =
    [("hedge-lost", 0.8), ("quote-invented", 0.65), ("source-number-fixed", 0.8), ("source-number-mismatch", 0.81)];

#[test]
fn clean_articles_have_no_error_and_no_warning() {
    let articles = article::all();
    assert!(articles.len() >= 15, "{} articles", articles.len());
    let mut alarms = String::new();
    for article in &articles {
        for versions in [Versions::All, Versions::NoDraft] {
            let analysis = analyse(&article.pair(versions), &Settings::default());
            for finding in audit::run(&analysis, &Settings::default()) {
                if finding.level >= Level::Warning {
                    let text = finding.place.side.of(&analysis).map_or("", |text| text.text_of(finding.place.span));
                    writeln!(alarms, "{} ({versions:?}): {} {}: {text}", article.name, finding.rule, finding.message)
                        .unwrap();
                }
            }
        }
    }
    assert!(alarms.is_empty(), "\n{alarms}");
}

#[test]
fn every_rule_has_a_maker() {
    let makers: BTreeSet<&str> = MAKERS.iter().copied().flatten().map(|(rule, _)| *rule).collect();
    let rules: BTreeSet<&str> = audit::rules().map(|rule| rule.name).collect();
    assert_eq!(makers, rules);
}

#[test]
fn every_rule_finds_its_faults() {
    let articles = article::all();
    let mut tallies: BTreeMap<&str, Tally> = BTreeMap::new();
    // The machine has several cores, and no article needs another.
    let halves: Vec<BTreeMap<&str, Tally>> = std::thread::scope(|scope| {
        let workers: Vec<_> =
            articles.chunks(articles.len().div_ceil(4)).map(|some| scope.spawn(|| tally(some))).collect();
        workers.into_iter().map(|worker| worker.join().expect("no maker panics")).collect()
    });
    for (rule, tally) in halves.into_iter().flatten() {
        let sum = tallies.entry(rule).or_default();
        sum.cases += tally.cases;
        sum.missed.extend(tally.missed);
    }
    let mut table = format!("{:24} {:>5} {:>5} {:>6}\n", "rule", "cases", "found", "share");
    for (rule, tally) in &tallies {
        writeln!(table, "{rule:24} {:5} {:5} {:6.3}", tally.cases, tally.cases - tally.missed.len(), tally.recall())
            .unwrap();
    }
    for (rule, tally) in &tallies {
        for missed in &tally.missed {
            writeln!(table, "missed by {rule}: {missed}").unwrap();
        }
    }
    println!("{table}");
    let least = |rule: &str| FIND_LESS.iter().find(|(less, _)| *less == rule).map_or(LEAST_RECALL, |(_, least)| *least);
    let weak: Vec<&str> = tallies
        .iter()
        .filter(|(rule, tally)| tally.cases == 0 || tally.recall() < least(rule))
        .map(|(rule, _)| *rule)
        .collect();
    assert!(weak.is_empty(), "{weak:?} find too few of their faults\n{table}");
}

/// What became of the faults that one rule must find.
#[derive(Default)]
struct Tally {
    cases: usize,
    missed: Vec<String>,
}

impl Tally {
    fn recall(&self) -> f64 {
        (self.cases - self.missed.len()) as f64 / self.cases as f64
    }
}

fn tally(articles: &[Article]) -> BTreeMap<&'static str, Tally> {
    let mut tallies: BTreeMap<&str, Tally> = BTreeMap::new();
    for article in articles {
        let mut clean = HashMap::new();
        for (number, (rule, maker)) in MAKERS.iter().copied().flatten().enumerate() {
            let faults = maker(article);
            let step = faults.len().div_ceil(MOST_PLACES).max(1);
            // Not always the first place.
            let first = (number + article.name.len()) % step;
            for fault in faults.into_iter().skip(first).step_by(step) {
                let known = clean.entry(fault.versions).or_insert_with(|| {
                    let analysis = analyse(&article.pair(fault.versions), &Settings::default());
                    marks(&analysis, &Settings::default())
                });
                let mut found = marks(&analyse(&fault.pair, &fault.settings), &fault.settings).into_iter();
                let tally = tallies.entry(rule).or_default();
                tally.cases += 1;
                if !found.any(|mark| mark.0 == *rule && !known.contains(&mark)) {
                    tally.missed.push(format!("{}: {}", article.name, fault.at));
                }
            }
        }
    }
    tallies
}

/// The rules and fingerprints of what is found.
fn marks(analysis: &Analysis, settings: &Settings) -> BTreeSet<(&'static str, String)> {
    let found = audit::run(analysis, settings).into_iter();
    found.map(|finding| (finding.rule, finding.fingerprint)).collect()
}
