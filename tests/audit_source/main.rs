//! The rules that hold a final against its source: cases in which each must fire, and cases that only look like it.

mod names;
mod passages;
mod rows;
mod values;

use postedit::audit::{self, Finding, Side};
use postedit::report::Rendering;
use postedit::settings::Level;
use postedit::{Pair, Report, Settings, analyse};

const NUMBER: &str = "source-number-mismatch";
const NAME: &str = "source-name-mismatch";

/// The findings of one rule in an article of one version of each kind.
fn findings(rule: &str, pair: &Pair, settings: &str) -> Vec<Finding> {
    let settings: Settings = toml::from_str(settings).expect("settings");
    let analysis = analyse(pair, &settings);
    let all = audit::run(&analysis, &settings);
    all.into_iter().filter(|finding| finding.rule == rule).collect()
}

/// Whether a rule gives an error or a warning where source and final are these, and the draft is the final or is lost.
fn fires(rule: &str, source: &str, edited: &str) -> bool {
    let lost = Pair { source: Some(source.into()), r#final: edited.into(), ..Pair::default() };
    let [kept, lost] = [Pair::new(edited, edited).with_source(source), lost].map(|pair| {
        let found = findings(rule, &pair, "");
        found.iter().any(|finding| finding.level >= Level::Warning)
    });
    assert_eq!(kept, lost, "{source} / {edited}: with and without a draft");
    kept
}

/// Cases that went wrong, all at once.
fn check(rule: &str, cases: &[(&str, &str)], expected: bool) {
    let wrong: Vec<_> = cases.iter().filter(|(source, edited)| fires(rule, source, edited) != expected).collect();
    assert!(wrong.is_empty(), "{rule} should {}fire: {wrong:#?}", if expected { "" } else { "not " });
}

/// Source, draft, final, and the level of each finding.
type Case<'a> = (&'a str, &'a str, &'a str, &'a [Level]);

fn check_levels(rule: &str, cases: &[Case]) {
    for (source, draft, edited, levels) in cases {
        let pair = Pair::new(*draft, *edited);
        let pair = if source.is_empty() { pair } else { pair.with_source(*source) };
        let found = findings(rule, &pair, "");
        let given: Vec<Level> = found.iter().map(|finding| finding.level).collect();
        assert_eq!(given, *levels, "{rule}: {source} / {draft} / {edited}: {found:#?}");
    }
}

#[test]
fn a_message_says_what_where_and_who_had_it_right() {
    let source = "매출은 58억3000만 달러다.\n노태준 대표가 18일 밝혔다.";
    let right = "Sales were $5.83 billion.\nCEO Noh Tae-jun said so on the 18th.";
    let wrong = "Sales were $5.38 billion.\nCEO Noh Dae-jun said so on the 19th.";
    let other = "Sales were $58.3 billion.\nCEO Noh Tae-jun said so on the 18th.";
    let number = "final: $5.38 billion; source: 58억3000만 달러 = 5.83 billion dollars (digits swapped)";
    let name = "final: Noh Dae-jun; source: 노태준 (an aspirated sound is written lax)";
    for (rule, draft, edited, level, expected) in [
        (NUMBER, right, wrong, Level::Error, format!("{number}; the draft had it right")),
        (NUMBER, wrong, wrong, Level::Error, format!("{number}; the draft had it wrong, too")),
        (NUMBER, other, wrong, Level::Error, format!("{number}; the draft had it wrong in another way")),
        (NUMBER, "Sales rose.", wrong, Level::Error, format!("{number}; the draft had left it out")),
        (NAME, right, wrong, Level::Warning, format!("{name}; the draft had it right")),
        (NAME, wrong, wrong, Level::Warning, format!("{name}; the draft had it wrong, too")),
    ] {
        let found = findings(rule, &Pair::new(draft, edited).with_source(source), "");
        let first = found.first().unwrap_or_else(|| panic!("{rule} in {edited}"));
        assert_eq!((first.level, &first.message), (level, &expected));
        let at = |side| first.related.iter().any(|place| place.side == side);
        assert_eq!((first.place.side, at(Side::Source)), (Side::Final, true));
    }
}

#[test]
fn wrong_settings_are_refused_in_words() {
    for (settings, message) in [
        ("[exchange_rates]\nUSD = { KRW = [1700, 1000] }", "the lowest first"),
        ("[exchange_rates]\ndollar = { won = [1000, 1700] }", "currencies are written as USD and KRW"),
        ("[names]\n\"노하준\" = 3", "a spelling, or an array of spellings"),
    ] {
        let error = toml::from_str::<Settings>(settings).expect_err(settings).to_string();
        assert!(error.contains(message), "{error}");
    }
}

#[test]
fn the_report_lists_the_values_of_the_source_and_what_became_of_them() {
    let pair = Pair::new("Sales were 5.83 billion dollars, up 8%.", "“Wow”: sales were $5.38 billion, up 8 percent.")
        .with_source("매출은 58억3000만 달러로 8% 늘었고, 직원은 312명이다.\n노하준 기자 noh@example.com 010-555-0199");
    let settings = Settings::default();
    let analysis = analyse(&pair, &settings);
    let values = Report::new(&analysis, &[]).source.expect("a source").values;
    let became = |one: &Option<Rendering>| {
        let shown =
            |it: &Rendering| format!("{}..{} {} {}: {}", it.start, it.end, it.text, it.contradicts, it.relation);
        one.as_ref().map(shown).unwrap_or_default()
    };
    let shown: Vec<_> = values
        .iter()
        .map(|value| (value.start, value.end, value.text.as_str(), became(&value.draft), became(&value.r#final)))
        .collect();
    let row = |start, end, text, draft: &str, edited: &str| (start, end, text, draft.to_owned(), edited.to_owned());
    let same = "false: the same value in other writing";
    let expected = [
        row(
            4,
            15,
            "58억3000만 달러",
            &format!("11..31 5.83 billion dollars {same}"),
            "18..31 $5.38 billion true: digits swapped",
        ),
        row(17, 19, "8%", &format!("36..38 8% {same}"), &format!("36..45 8 percent {same}")),
        row(29, 33, "312명", "", ""),
    ];
    assert_eq!(shown, expected);
}

#[test]
fn what_the_source_settles_is_said_once() {
    let source = "축제는 5월 24일이다. 주민 4210명이 산다.";
    let [may, june, july] = ["May 24", "May 14", "July 31"].map(|day| format!("The festival is on {day}. It is free."));
    for (draft, edited, rules) in [
        (&may, &june, ["source-number-mismatch"].as_slice()),
        (&june, &may, &["source-number-fixed"]),
        // Nothing links 31 July to the source, and the editor put it in place of a right date.
        (&may, &july, &["source-number-mismatch"]),
        (&june, &july, &["number-changed"]),
    ] {
        let settings = Settings::default();
        let analysis = analyse(&Pair::new(draft.as_str(), edited.as_str()).with_source(source), &settings);
        let about = ["source-number-mismatch", "source-number-fixed", "number-changed"];
        let found = audit::run(&analysis, &settings);
        let found: Vec<_> = found.iter().map(|finding| finding.rule).filter(|rule| about.contains(rule)).collect();
        assert_eq!(found, rules, "{draft} {edited}");
    }
}
