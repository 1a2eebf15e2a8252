//! The audit rules about editing, by sentences in which each must speak and by sentences that look alike in which it must
//! not.
//!
//! A sentence holds its edit as `{draft|final}`: `Exports {rose|fell}.` was `Exports rose.` and became `Exports fell.`

mod cases;
mod tables;

use cases::{FIRES, SILENT};
use postedit::settings::Level;
use postedit::{Finding, Pair, Settings, Text, analyse, audit};
use tables::{NEAR_FIRES, NEAR_SILENT, REWORKED, REWORKED_WELL, REWRITTEN, WITH_SOURCE};

/// The rules about editing.
const RULES: [&str; 10] = [
    "number-changed",
    "name-changed",
    "name-inconsistent",
    "quote-altered",
    "attribution-lost",
    "hedge-lost",
    "negation-flipped",
    "direction-flipped",
    "sentence-dropped",
    "sentence-added",
];

/// Sentences that have nothing to do with those above, so that an article is more than its edit.
const BEFORE: &str = "Children flew kites on a hill behind their school. Nobody else was outdoors.";
const AFTER: &str = "Two brothers kept bees under an old pear tree. They gave honey to guests.";

/// The draft and the final of a sentence.
fn sides(sentence: &str) -> [String; 2] {
    let mut texts = [String::new(), String::new()];
    for (index, piece) in sentence.split(['{', '}']).enumerate() {
        let edited = index % 2 == 1;
        let (draft, r#final) =
            if edited { piece.split_once('|').expect("braces hold a draft and a final") } else { (piece, piece) };
        texts[0].push_str(draft);
        texts[1].push_str(r#final);
    }
    texts
}

fn findings(draft: Option<&str>, r#final: &str, source: Option<&str>) -> Vec<Finding> {
    let pair = Pair { draft: draft.map(Text::from), source: source.map(Text::from), ..Pair::new("", r#final) };
    let found = audit::run(&analyse(&pair, &Settings::default()), &Settings::default());
    found.into_iter().filter(|finding| RULES.contains(&finding.rule)).collect()
}

fn shown(findings: &[Finding]) -> String {
    let lines = findings.iter().map(|finding| format!("\n    {} {}: {}", finding.level, finding.rule, finding.message));
    if findings.is_empty() { "\n    nothing".to_owned() } else { lines.collect() }
}

fn fail_with(failures: &[String]) {
    assert!(failures.is_empty(), "{} sentences failed:\n{}", failures.len(), failures.join("\n"));
}

/// The cases in which a rule speaks or not as it should not, alone and among other sentences.
fn failures(cases: &[(&str, &str)], speaks: bool) -> Vec<String> {
    let mut failures = Vec::new();
    for (rule, sentence) in cases {
        let [draft, r#final] = sides(sentence);
        let around = |text: &str| format!("{BEFORE}\n\n{text}\n\n{AFTER}");
        for (draft, r#final) in [(draft.clone(), r#final.clone()), (around(&draft), around(&r#final))] {
            let found = findings(Some(&draft), &r#final, None);
            if found.iter().any(|finding| finding.rule == *rule) != speaks {
                failures.push(format!("{rule}: {sentence}\n  found:{}", shown(&found)));
            }
        }
    }
    failures
}

#[test]
fn every_rule_speaks_where_it_must() {
    fail_with(&failures(FIRES, true));
    fail_with(&failures(REWORKED, true));
    fail_with(&failures(NEAR_FIRES, true));
}

#[test]
fn every_rule_is_silent_where_it_only_looks_so() {
    fail_with(&failures(SILENT, false));
    fail_with(&failures(REWORKED_WELL, false));
    fail_with(&failures(NEAR_SILENT, false));
}

#[test]
fn good_rewriting_is_quiet() {
    let loud = REWRITTEN.iter().filter_map(|pair| {
        let (draft, r#final) = pair.split_once(" → ").expect("an arrow");
        let mut found = findings(Some(draft), r#final, None);
        found.retain(|finding| finding.level > Level::Info);
        (!found.is_empty()).then(|| format!("{pair}{}", shown(&found)))
    });
    fail_with(&loud.collect::<Vec<_>>());
}

#[test]
fn the_source_settles_what_it_can() {
    let wrong = WITH_SOURCE.iter().filter_map(|(rule, sentence, source, speaks)| {
        let [draft, r#final] = sides(sentence);
        let found = findings(Some(&draft), &r#final, Some(source));
        let spoke = found.iter().any(|finding| finding.rule == *rule);
        (spoke != *speaks).then(|| format!("{rule}: {sentence} ({source})\n  found:{}", shown(&found)))
    });
    fail_with(&wrong.collect::<Vec<_>>());
}

#[test]
fn a_change_is_a_reason_to_look_and_a_lost_accusation_an_error() {
    for (rule, sentence, level) in [
        ("hedge-lost", "The mayor {allegedly |}took bribes from a builder.", Level::Error),
        ("hedge-lost", "The man {is suspected of|was} stealing 40 bicycles.", Level::Error),
        ("hedge-lost", "Police said the mayor {allegedly |}took bribes from a builder.", Level::Warning),
        ("hedge-lost", "The bus strike {may|will} end this week.", Level::Warning),
        ("quote-altered", "\"We {regret|hate} the delay at the port,\" the airline said.", Level::Warning),
        ("quote-altered", "\"We {regret|regretted} the delay at the port,\" the airline said.", Level::Info),
        ("quote-altered", "\"We {hope for|hope to see} the best in the port,\" the airline said.", Level::Warning),
        ("quote-altered", "\"We pay for {the|a} delay at the port,\" the airline said.", Level::Info),
        ("negation-flipped", "The bill {did not pass|passed} the committee on Monday.", Level::Warning),
    ] {
        let [draft, r#final] = sides(sentence);
        let found = findings(Some(&draft), &r#final, None);
        let levels: Vec<Level> =
            found.iter().filter(|finding| finding.rule == rule).map(|finding| finding.level).collect();
        assert_eq!(levels, [level], "{rule}: {sentence}{}", shown(&found));
    }
}

#[test]
fn a_message_says_what_and_where() {
    for (sentence, message, at, evidence) in [
        (
            "The ferry carried {1,300|1,030} people.",
            "\"1,300 people\" became \"1,030 people\" (digits swapped); nothing here tells which is right",
            "1,030",
            "1,300",
        ),
        ("The bill {did not pass|passed}.", "\"not pass\" became \"passed\": the denial is gone", "passed", "not pass"),
        ("Exports {rose|fell} in May.", "\"rose\" became \"fell\", its opposite", "fell", "rose"),
        (
            "The strike {may|will} end this week.",
            "\"may end this week\" became \"will end this week\": what was left open is told as a fact",
            "will end this week",
            "may end this week",
        ),
        (
            "\"We {regret|hate} the delay,\" the airline said.",
            "inside the quotation, \"regret\" became \"hate\"",
            "We hate the delay,",
            "We regret the delay,",
        ),
    ] {
        let [draft, r#final] = sides(sentence);
        let found = findings(Some(&draft), &r#final, None);
        let [finding] = &found[..] else { panic!("one finding for {sentence}, not{}", shown(&found)) };
        assert_eq!(finding.message, message);
        assert_eq!(finding.place.span.of(&r#final), at);
        assert_eq!(finding.related[0].span.of(&draft), evidence);
    }
}

/// Every finding of the tables with its place and message, as an editor reads them.
#[test]
fn messages_read_as_they_were_accepted() {
    let bare = FIRES.iter().chain(REWORKED).chain(NEAR_FIRES).map(|&(_, sentence)| (sentence, None));
    let with_source = WITH_SOURCE.iter().map(|&(_, sentence, source, _)| (sentence, Some(source)));
    let mut lines = String::new();
    for (sentence, source) in bare.chain(with_source) {
        let [draft, r#final] = sides(sentence);
        lines.extend([sentence, "\n"]);
        lines.extend(source.map(|source| format!("  source: {source}\n")));
        for Finding { rule, place, message, related, .. } in findings(Some(&draft), &r#final, source) {
            let text = |place: &audit::Place| match place.side {
                audit::Side::Draft => place.span.of(&draft),
                audit::Side::Final => place.span.of(&r#final),
                audit::Side::Source => place.span.of(source.unwrap_or_default()),
            };
            let related: Vec<&str> = related.iter().map(text).collect();
            lines += &format!("  {rule} at {} / {}\n    {message}\n", text(&place), related.join(" / "));
        }
    }
    snapbox::assert_data_eq!(lines, snapbox::file!["messages.txt"]);
}

#[test]
fn a_message_names_what_the_source_has() {
    for (sentence, source, message) in [
        (
            "Exports {rose|fell} 3 percent.",
            "수출이 3% 증가했다.",
            "\"rose\" became \"fell\", its opposite; the source has \"증가\"",
        ),
        (
            "Exports {may|will} rise in May.",
            "수출이 5월에 늘어날 전망이다.",
            "\"may rise\" became \"will rise\": what was left open is told as a fact; the source has \"전망\"",
        ),
    ] {
        let [draft, r#final] = sides(sentence);
        let found = findings(Some(&draft), &r#final, Some(source));
        let [finding] = &found[..] else { panic!("one finding for {sentence}, not{}", shown(&found)) };
        assert_eq!(finding.message, message);
    }
}

#[test]
fn without_a_draft_only_the_final_is_held_against_itself() {
    let found = findings(None, "Noh Ha-jun won the race. Roh Ha-jun wept. The strike will end.", None);
    let rules: Vec<&str> = found.iter().map(|finding| finding.rule).collect();
    assert_eq!(rules, ["name-inconsistent"]);
}

#[test]
fn well_edited_articles_are_quiet() {
    // The festival's quotation was swapped for another one, which is what it is there for.
    for (name, expected) in [("exports", &[][..]), ("ferry", &[]), ("library", &[]), ("festival", &["quote-altered"])] {
        let read = |file: &str| std::fs::read_to_string(format!("samples/{name}/{file}")).expect("a sample");
        let found = findings(Some(&read("draft.txt")), &read("final.txt"), Some(&read("source.ko.txt")));
        let loud = found.iter().filter(|finding| finding.level > Level::Info);
        assert_eq!(loud.map(|finding| finding.rule).collect::<Vec<_>>(), expected, "{name}");
    }
}
