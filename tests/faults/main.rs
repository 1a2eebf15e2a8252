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

/// So many faults are tried at least by rule, and by maker, evenly spread over articles and places. Without optimisation the
/// test is to be done in some seconds; `cargo test --release` tries more.
const FAULTS_OF_A_RULE: usize = if cfg!(debug_assertions) { 24 } else { 200 };
const FAULTS_OF_A_MAKER: usize = if cfg!(debug_assertions) { 5 } else { 100 };

/// Each rule finds at least this share of its faults.
const LEAST_RECALL: f64 = 0.95;

#[test]
fn clean_articles_have_no_error_and_no_warning() {
    let articles = article::all();
    assert!(articles.len() >= 15, "{} articles", articles.len());
    let default = Settings::default();
    let mut alarms = String::new();
    for article in &articles {
        for versions in [Versions::All, Versions::NoDraft] {
            let analysis = analyse(&article.pair(versions), &default);
            for finding in audit::run(&analysis, &default) {
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
    let faults = sample(&articles);
    let workers = std::thread::available_parallelism().map_or(2, |count| count.get().min(8));
    let parts: Vec<BTreeMap<&str, Tally>> = std::thread::scope(|scope| {
        let some = faults.chunks(faults.len().div_ceil(workers));
        let workers: Vec<_> = some.map(|some| scope.spawn(|| tally(&articles, some))).collect();
        workers.into_iter().map(|worker| worker.join().expect("no maker panics")).collect()
    });
    let mut tallies: BTreeMap<&str, Tally> = BTreeMap::new();
    for (rule, tally) in parts.into_iter().flatten() {
        let sum = tallies.entry(rule).or_default();
        sum.cases += tally.cases;
        sum.missed.extend(tally.missed);
    }
    let table = table(&tallies);
    println!("{table}");
    let weak = tallies.iter().filter(|(_, tally)| tally.recall() < LEAST_RECALL).map(|(rule, _)| *rule);
    let weak: Vec<&str> = weak.collect();
    assert!(weak.is_empty(), "{weak:?} find too few of their faults\n{table}");
}

/// Where two figures changed places, nothing but the words around them tells, and in a sentence that was rewritten they often
/// tell nothing. So this is found less often than other wrong numbers: about every second time.
#[test]
fn figures_that_changed_places_are_often_found() {
    const LEAST: f64 = 0.45;
    let articles = article::all();
    let versions = [Versions::NoSource, Versions::All];
    let faults = articles.iter().enumerate().flat_map(|(at, article)| {
        let faults = versions.into_iter().flat_map(|versions| numbers::exchanged(article, versions));
        faults.map(move |fault| (at, "number-changed", fault))
    });
    let faults: Vec<_> = faults.step_by(if cfg!(debug_assertions) { 4 } else { 1 }).collect();
    let tallies = tally(&articles, &faults);
    let table = table(&tallies);
    println!("{table}");
    assert!(faults.len() >= 20 && tallies["number-changed"].recall() >= LEAST, "{table}");
}

/// Faults of every rule, by article: the article, by index, the rule and the fault.
fn sample(articles: &[Article]) -> Vec<(usize, &'static str, Fault)> {
    let makers = || MAKERS.iter().copied().flatten();
    let faults_of = |(rule, maker): &(&'static str, Maker)| {
        let of = |(at, article)| maker(article).into_iter().map(move |fault| (at, fault));
        let faults: Vec<(usize, Fault)> = articles.iter().enumerate().flat_map(of).collect();
        let alike = makers().filter(|(other, _)| other == rule).count();
        let step = faults.len().div_ceil(FAULTS_OF_A_RULE.div_ceil(alike).max(FAULTS_OF_A_MAKER)).max(1);
        // Not always the first place of the first article.
        let rule = *rule;
        faults.into_iter().skip(step / 2).step_by(step).map(move |(at, fault)| (at, rule, fault))
    };
    let mut sample: Vec<_> = makers().flat_map(faults_of).collect();
    sample.sort_by_key(|(article, ..)| *article);
    sample
}

fn table(tallies: &BTreeMap<&str, Tally>) -> String {
    let mut table = format!("{:24} {:>5} {:>5} {:>6}\n", "rule", "cases", "found", "share");
    for (rule, tally) in tallies {
        let found = tally.cases - tally.missed.len();
        writeln!(table, "{rule:24} {:5} {found:5} {:6.3}", tally.cases, tally.recall()).unwrap();
    }
    for (rule, tally) in tallies {
        for missed in &tally.missed {
            writeln!(table, "missed by {rule}: {missed}").unwrap();
        }
    }
    table
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

fn tally(articles: &[Article], faults: &[(usize, &'static str, Fault)]) -> BTreeMap<&'static str, Tally> {
    let mut tallies: BTreeMap<&str, Tally> = BTreeMap::new();
    let mut clean = HashMap::new();
    let default = Settings::default();
    for (at, rule, fault) in faults {
        let article = &articles[*at];
        let known = clean
            .entry((*at, fault.versions))
            .or_insert_with(|| marks(&analyse(&article.pair(fault.versions), &default), &default));
        let settings = fault.settings.as_ref().unwrap_or(&default);
        let mut found = marks(&analyse(&fault.pair, settings), settings).into_iter();
        let tally = tallies.entry(rule).or_default();
        tally.cases += 1;
        if !found.any(|mark| speaks_for(mark.0, rule) && !known.contains(&mark)) {
            tally.missed.push(format!("{}: {}", article.name, fault.at));
        }
    }
    tallies
}

/// Whether a rule finds the faults of another: where the source holds both values, it settles nothing, and the rule about
/// the draft speaks.
fn speaks_for(rule: &str, other: &str) -> bool {
    rule == other || (rule, other) == ("number-changed", "source-number-mismatch")
}

/// The rules and fingerprints of what is found.
fn marks(analysis: &Analysis, settings: &Settings) -> BTreeSet<(&'static str, String)> {
    let found = audit::run(analysis, settings).into_iter();
    found.map(|finding| (finding.rule, finding.fingerprint)).collect()
}
