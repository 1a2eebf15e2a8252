//! Is the claim in the footer true? For each rule: articles in which it must fire, and such as only look like it.
//!
//! An article is its lines; `{draft|final}` is an edit.

use std::collections::HashMap;

use postedit::settings::Level::{self, Error, Info, Warning};
use postedit::{Pair, Settings, analyse, audit};

const FOOTER: &str = "Translated from the Port Daily using generative AI and edited by Harbor Times staff.";
const BYLINE: &str = "BY HAN SE-RI [han.seri%example.com]";

/// Six sentences with values.
const SIX: &str = "The yard has 40 cranes. It opened in 1978. Two of them stand still. Han Se-ri runs it. \
                   Ships come at dawn. The gates close at night.";
const EDITED: &str = "{The storm passed over the harbor at the night|The storm passed in the night}.";
const MARKS: [(&str, &str); 4] = [("!", EDITED), ("#", SIX), ("$", FOOTER), ("@", BYLINE)];

const WORDING: &str = "disclosure.wording = ['Translated by machine from the Port Daily; edited by the night desk.']";
const TWO_SENTENCES: &str = "disclosure.wording = ['This text was translated by AI. Errors may remain.']";
const CMS: &str = "disclosure.added_by_cms = true";
const CMS_WITHOUT_CLAIM: &str = "disclosure = { added_by_cms = true, wording = ['Translated by AI.'] }";
const BYLINES: &str = "check.rules.byline-missing = 'warning'";

/// A rule, the level at which it fires, the settings, and the article.
struct Case(&'static str, Option<Level>, &'static str, &'static str);

const CASES: &[Case] = &[
    Case("disclosure-missing", Some(Error), "", "Port reopens\nThe port reopened.\n@"),
    Case("disclosure-missing", Some(Error), "", "Port reopens\nThe port reopened."),
    Case("disclosure-missing", Some(Error), "", "Port reopens\nThe port reopened.\n{$|}\n@"),
    Case("disclosure-missing", Some(Error), "", "Port reopens\nThe crew edited the log by hand.\n@"),
    Case(
        "disclosure-missing",
        Some(Error),
        "",
        "Firm sells translation\nThe firm sells AI translation.\nIt grew.\nIt is big.\nIt pays.\nIt is calm.",
    ),
    Case("disclosure-missing", Some(Error), BYLINES, "Port reopens\nThe port reopened."),
    Case("disclosure-missing", None, "", "Port reopens\nThe port reopened.\n$"),
    Case("disclosure-missing", None, "", "$\nPort reopens\nThe port reopened."),
    Case("disclosure-missing", None, "", "Port reopens\nThe port reopened.\nThis article was translated by AI."),
    Case(
        "disclosure-missing",
        None,
        "",
        "Port reopens\nThe port reopened.\nMachine translation of a Port Daily article.",
    ),
    Case("disclosure-missing", None, CMS, "Port reopens\nThe port reopened."),
    Case(
        "disclosure-missing",
        None,
        TWO_SENTENCES,
        "Port reopens\nThe port reopened.\nThis text was translated by AI. Errors may remain.",
    ),
    Case("disclosure-missing", None, "", "Port reopens\nThe port reopened. $ @"),
    Case("disclosure-missing", None, "", "Port reopens\nThe port reopened.\nTranslated with AI, reviewed by editors."),
    Case(
        "disclosure-missing",
        None,
        "",
        "Port reopens\nThe port reopened.\nTranslated from Korean with the help of AI.",
    ),
    Case(
        "disclosure-missing",
        None,
        "",
        "Port reopens\nThe port reopened.\nTranslated by a machine and edited by staff.",
    ),
    // A desk with a wording of its own.
    Case("disclosure-altered", Some(Error), WORDING, "Port reopens\nThe port reopened.\n$"),
    Case(
        "disclosure-altered",
        Some(Error),
        WORDING,
        "Port reopens\nThe port reopened.\nTranslated by machine from the Port Daily; edited by the desk.",
    ),
    Case(
        "disclosure-altered",
        Some(Error),
        TWO_SENTENCES,
        "Port reopens\nThe port reopened.\nThis text was translated by AI.",
    ),
    Case(
        "disclosure-altered",
        None,
        WORDING,
        "Port reopens\nThe port reopened.\nTranslated by machine from the “Port  Daily”; edited by the night desk",
    ),
    Case(
        "disclosure-altered",
        None,
        WORDING,
        "Port reopens\nThe port reopened.\nTRANSLATED BY MACHINE FROM THE PORT DAILY; EDITED BY THE NIGHT DESK.\n@",
    ),
    Case(
        "disclosure-altered",
        None,
        TWO_SENTENCES,
        "Port reopens\nThe port reopened.\nThis text was translated by AI. Errors may remain.\n@",
    ),
    Case("disclosure-altered", None, WORDING, "Port reopens\nThe port reopened."),
    // A desk without.
    Case(
        "disclosure-altered",
        Some(Warning),
        "",
        "Port reopens\nThe port reopened.\nTranslated from the Port Daily using generative AI.",
    ),
    Case(
        "disclosure-altered",
        Some(Warning),
        "",
        "Port reopens\nThe port reopened.\nTranslated from the Port Daily using AI and edited by Harbor Times staff.",
    ),
    Case(
        "disclosure-altered",
        Some(Warning),
        "",
        "Port reopens\nThe port reopened.\nTranslated from the Port Daily using generative AI and edited Harbor Times.",
    ),
    Case(
        "disclosure-altered",
        Some(Warning),
        "",
        "Port reopens\nThe port reopened.\nTranslated from the JoongAng Ibo using generative AI and edited by Korea JoongAng Daily staff.",
    ),
    Case(
        "disclosure-altered",
        Some(Warning),
        "",
        "Port reopens\nThe port reopened.\nThis article was translated using AI.",
    ),
    Case("disclosure-altered", None, "", "Port reopens\nThe port reopened.\n$"),
    Case(
        "disclosure-altered",
        None,
        "",
        "Port reopens\nThe port reopened.\nTranslated from the JoongAng Ilbo using generative AI and edited by Korea JoongAng Daily staff.",
    ),
    Case(
        "disclosure-altered",
        None,
        "",
        "Port reopens\nThe port reopened.\nThis story was translated with AI and reviewed by our editors.",
    ),
    Case(
        "disclosure-altered",
        None,
        "",
        "Port reopens\nThe port reopened.\nThis story was translated by AI. It was edited by people.",
    ),
    Case("disclosure-misplaced", Some(Info), "", "$\nPort reopens\nThe port reopened."),
    Case("disclosure-misplaced", Some(Info), "", "Port reopens\n$\nThe port reopened."),
    Case("disclosure-misplaced", Some(Info), "", "Port reopens\nThe port reopened.\n$\nShips came."),
    Case("disclosure-misplaced", Some(Info), "", "Port reopens\nThe port reopened.\n$\n$"),
    Case("disclosure-misplaced", Some(Info), "", "$\nPort reopens\nThe port reopened.\n$\n@"),
    Case(
        "disclosure-misplaced",
        Some(Info),
        "",
        "Port reopens\nThe port reopened.\nThis article was translated using AI.\n$",
    ),
    Case("disclosure-misplaced", None, "", "Port reopens\nThe port reopened.\n$"),
    Case("disclosure-misplaced", None, "", "Port reopens\nThe port reopened.\n$\n@"),
    Case("disclosure-misplaced", None, "", "Port reopens\nThe port reopened.\n@\n$"),
    Case("disclosure-misplaced", None, "", "Port reopens\nThe port reopened. $ @"),
    Case("disclosure-misplaced", None, "", "Port reopens\nThe port reopened."),
    Case("disclosure-misplaced", None, "", "Port reopens\nThe port reopened.\n$\nHan Se-ri, harbor desk"),
    Case(
        "disclosure-misplaced",
        None,
        "",
        "Port reopens\nThe port reopened.\nThis story was translated by AI. It was edited by people.",
    ),
    Case("disclosure-misplaced", None, "", "Port reopens\nThe port reopened.\n$\nCranes stand still. [YONHAP]"),
    Case("byline-missing", Some(Warning), BYLINES, "Port reopens\nThe port reopened."),
    Case("byline-missing", Some(Warning), BYLINES, "Port reopens\nThe port reopened.\n$"),
    Case(
        "byline-missing",
        Some(Warning),
        BYLINES,
        "Port reopens\nThe port reopened.\nⓒ Port Daily. All rights reserved",
    ),
    Case("byline-missing", Some(Warning), BYLINES, "Port reopens\nThe port was reopened by Han Se-ri."),
    Case("byline-missing", Some(Warning), BYLINES, "Port reopens\nBY the time ships came, it was noon."),
    Case("byline-missing", Some(Warning), BYLINES, "Port reopens\nThe port reopened. [YONHAP]"),
    Case("byline-missing", None, "", "Port reopens\nThe port reopened."),
    Case("byline-missing", None, BYLINES, "Port reopens\nThe port reopened.\n@"),
    Case("byline-missing", None, BYLINES, "@\nPort reopens\nThe port reopened."),
    Case("byline-missing", None, BYLINES, "Port reopens\nThe port reopened. $ @"),
    Case("byline-missing", None, BYLINES, "Port reopens\nThe port reopened.\nBy Han Se-ri"),
    Case("byline-missing", None, BYLINES, "Port reopens\nThe port reopened.\nReporter Han Se-ri han.seri%example.com"),
    Case("byline-missing", None, BYLINES, "항구가 다시 열렸다\n배가 왔다.\n한세리 기자 han.seri%example.com"),
    Case(
        "byline-missing",
        None,
        BYLINES,
        "Port reopens\nThe port reopened.\nBY HAN SE-RI, OH SE-RIN [han.seri%example.com]",
    ),
    Case("unedited", Some(Error), "", "Port reopens\nThe port reopened. Ships came.\n{|$}\n{|@}"),
    Case("unedited", Some(Error), "", "Port reopens\n{\"It is open,\"|“It is open,”} he said. Ships came.\n$"),
    Case("unedited", Some(Error), CMS, "Port reopens\nThe port reopened. Ships came."),
    Case(
        "unedited",
        Some(Error),
        "",
        "Port reopens\nThe port reopened. Ships came.\n{|Cranes stand still. [YONHAP]}\n$",
    ),
    Case(
        "unedited",
        Some(Error),
        "",
        "Port reopens\nThe port reopened. Ships came.\n{|This story was translated by AI. It was edited by people.}",
    ),
    Case("unedited", Some(Warning), "", "Port reopens\nThe port reopened.\n$"),
    Case("unedited", None, "", "Port reopens\nThe port {has reopened|reopened}. Ships came.\n$"),
    Case("unedited", None, "", "{Port opens again|Port reopens}\nThe port reopened. Ships came.\n$"),
    Case("unedited", None, "", "Port reopens\nThe port reopened. Ships came.\nThis article was translated by AI."),
    Case(
        "unedited",
        None,
        "",
        "Port reopens\nThe port reopened. Ships came.\nThis article was translated by AI and not reviewed by people.",
    ),
    Case("unedited", None, CMS_WITHOUT_CLAIM, "Port reopens\nThe port reopened. Ships came."),
    Case("unedited", None, "", "Port reopens\nThe port reopened. Ships came."),
    Case("unedited", None, "", "Port reopens\nThe port reopened. Ships came. {It rained.|}\n$"),
    Case("unedited", None, "", "Port reopens\nThe port {reopend|reopened}. Ships came.\n$"),
    Case("barely-edited", Some(Info), "", "Port reopens\nThe port {reopend|reopened}. Ships came.\n$"),
    Case("barely-edited", Some(Info), "", "Port reopens\nThe port reopened{|,} and ships came. It rained.\n$"),
    Case("barely-edited", Some(Info), "", "Port reopens\n#\nThe {big |}port reopened.\n$"),
    Case("barely-edited", Some(Info), "", "Port reopens\nThe port reopened. Ships came."),
    Case("barely-edited", Some(Info), CMS, "Port reopens\n#\nThe {big |}port reopened."),
    Case(
        "barely-edited",
        Some(Info),
        "check.limits.barely_edited = 0.9",
        "Port reopens\n#\nThe {big harbor|port} reopened.\n$",
    ),
    Case(
        "barely-edited",
        None,
        "",
        "Port reopens\n#\n{The storm passed over the harbor at the night|The storm passed in the night}.\n$",
    ),
    Case("barely-edited", None, "", "Port reopens\nThe port reopened. Ships came.\n$"),
    Case("barely-edited", None, "", "Port reopens\nThe port reopened.\n"),
    Case("barely-edited", None, "", "Port reopens\nThe port {opened again|reopened}. Ships came.\n$"),
    Case("barely-edited", None, "check.limits.barely_edited = 0.0", "Port reopens\n#\nThe {big |}port reopened.\n$"),
    Case("barely-edited", None, "", "{Port opens again|Port reopens}\nThe port reopened. Ships came.\n$"),
    Case(
        "barely-edited",
        None,
        "",
        "Port reopens\nThe port reopened. {|The crew cheered when ships came. }It rained.\n$",
    ),
    Case("barely-edited", None, "check.rules.barely-edited = 'off'", "Port reopens\nThe port reopened. Ships came."),
    Case("untouched-run", Some(Info), "", "Port reopens\n!\n#\n$"),
    Case("untouched-run", Some(Info), "", "Port reopens\n#\n!\n$"),
    Case("untouched-run", Some(Info), "", "{Port opens again|Port reopens}\n{|Published: 3 Mar. 2025, 08:05}\n#\n$"),
    Case("untouched-run", Some(Info), "", "Port reopens\n!\nShips {--|—} and boats — came. #\n$"),
    Case(
        "untouched-run",
        Some(Info),
        "",
        "!\nIt rained. Ships came. It was late. “We waited,” he said. Doors were closed. Lamps were lit.",
    ),
    Case(
        "untouched-run",
        Some(Info),
        "check.limits.untouched_run = 3",
        "{Port opens again|Port reopens}\nThe yard has 40 cranes. It rained. Ships came.\n$",
    ),
    Case(
        "untouched-run",
        None,
        "",
        "{Port opens again|Port reopens}\nThe yard has 40 cranes. It rained. Ships came.\n$",
    ),
    Case("untouched-run", None, "check.limits.untouched_run = 9", "Port reopens\n!\n#\n$"),
    Case("untouched-run", None, "", "Port reopens\n#\n$"),
    Case(
        "untouched-run",
        None,
        "",
        "!\nIt rained. Ships came. It was late. The crew waited. Doors were closed. Lamps were lit.",
    ),
    Case(
        "untouched-run",
        None,
        "",
        "Port reopens\nThe yard has 40 cranes. It rained. Ships came.\n!\nIt was late. The crew waited. Lamps were lit.\n$",
    ),
    Case(
        "untouched-run",
        None,
        "",
        "Port reopens\nThe yard has 40 cranes. It rained. Ships came. {Gulls cried over the old quay.|}\nIt was late. The crew waited.\n$",
    ),
    Case(
        "untouched-run",
        None,
        "",
        "Port reopens\nThe yard has 40 cranes. It rained. Ships came. {|Gulls cried over the old quay. }It was late. The crew waited.\n$",
    ),
    Case("untouched-run", None, "", "!\n$\n@"),
    Case(
        "dates-impossible",
        Some(Error),
        "",
        "Port reopens\nPublished: 26 Jul. 2025, 18:29 Updated: 26 Jul. 2025, 18:05\nShips came.",
    ),
    Case(
        "dates-impossible",
        Some(Error),
        "",
        "Port reopens\nPublished: 26 Jul. 2025, 18:29 Updated: 25 Jul. 2025, 19:05\nShips came.",
    ),
    Case("dates-impossible", Some(Error), "", "Port reopens\nThe port opened on Monday, July 26, 2025."),
    Case("dates-impossible", Some(Error), "", "Port reopens\nThe port opened on July 26, 2025 (Monday)."),
    Case("dates-impossible", Some(Error), "", "Port reopens\nThe port opens on Sunday, Feb. 30, 2025."),
    Case("dates-impossible", Some(Error), "", "Port reopens\nThe port opened on Monday, 26 July 2025."),
    Case(
        "dates-impossible",
        Some(Warning),
        "",
        "Port reopens\nPublished: 26 Jul. 2025, 18:29\nThe port opened on Monday, July 22.",
    ),
    Case(
        "dates-impossible",
        Some(Warning),
        "",
        "Port reopens\nPublished: 26 Jul. 2025, 18:29\nThe port opened on Aug. 5 (Wednesday).",
    ),
    Case(
        "dates-impossible",
        Some(Warning),
        "",
        "Port reopens\nPublished: 26 Jul. 2025, 18:29\nIn a vote on Monday, July 22, 4,012 of the members took part.",
    ),
    Case(
        "dates-impossible",
        Some(Warning),
        "",
        "Port reopens\nPublished: 26 Jul. 2025, 18:29\nOn Monday, July 22, 12 people came.",
    ),
    Case(
        "dates-impossible",
        None,
        "",
        "Port reopens\nPublished: 26 Jul. 2025, 18:29\nOn Monday, July 22, 864, it burned.",
    ),
    Case(
        "dates-impossible",
        None,
        "",
        "Port reopens\nPublished: 26 Jul. 2025, 18:29 Updated: 26 Jul. 2025, 18:35\nShips came.",
    ),
    Case(
        "dates-impossible",
        None,
        "",
        "Port reopens\nThe port opened on Saturday, July 26, 2025, and on Sunday, July 27, 2025.",
    ),
    Case("dates-impossible", None, "", "Port reopens\nThe port opened on Monday, July 22."),
    Case(
        "dates-impossible",
        None,
        "",
        "Port reopens\nPublished: 26 Jul. 2025, 18:29\nThe port opened on Tuesday, July 22.",
    ),
    Case(
        "dates-impossible",
        None,
        "",
        "Port reopens\nPublished: 26 Jul. 2025, 18:29\nIt is open on Saturday and Sunday, July 26 and 27.",
    ),
    Case(
        "dates-impossible",
        None,
        "",
        "Port reopens\nPublished: 26 Jul. 2025, 18:29\nIt is closed from Monday to Wednesday, July 28-30.",
    ),
    Case(
        "dates-impossible",
        None,
        "",
        "Port reopens\nPublished: 26 Jul. 2025, 18:29\nIn 2020 it opened on Friday, Dec. 25.",
    ),
    Case(
        "dates-impossible",
        None,
        "",
        "Port reopens\nPublished: 26 Jul. 2025, 18:29\nIt burned on Wednesday, Dec. 25.",
    ),
    Case(
        "dates-impossible",
        None,
        "",
        "Port reopens\nPublished: 26 Jul. 2025, 18:29\nIt was founded on Thursday, July 4, 1776.",
    ),
    Case(
        "dates-impossible",
        None,
        "",
        "Port reopens\nPublished: 26 Jul. 2025, 18:29\nIt opened on Monday, Aug. 15 of the lunar calendar.",
    ),
    Case(
        "dates-impossible",
        None,
        "",
        "Port reopens\nPublished: 26 Jul. 2025, 18:29\nOn July 22, Monday Night Sailing was held.",
    ),
];

/// The draft (0) or the final (1) of a case, without empty lines.
fn side(case: &str, side: usize) -> String {
    let mut written = case.to_owned();
    for (mark, meant) in MARKS {
        written = written.replace(mark, meant);
    }
    let mut text = String::new();
    let mut rest = written.as_str();
    while let Some((before, behind)) = rest.split_once('{') {
        let (inside, after) = behind.split_once('}').expect("a closing brace");
        text.push_str(before);
        text.push_str(inside.split('|').nth(side).expect("two sides"));
        rest = after;
    }
    text.push_str(rest);
    text.replace('%', "@").lines().filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

#[test]
fn every_rule_fires_where_it_must_and_only_there() {
    let (mut failures, mut messages) = (Vec::new(), String::new());
    for Case(rule, level, settings, case) in CASES {
        let settings: Settings = toml::from_str(settings).expect("settings");
        let article = side(case, 1);
        let analysis = analyse(&Pair::new(side(case, 0), article.as_str()), &settings);
        let found = audit::run(&analysis, &settings);
        let found: Vec<_> = found.into_iter().filter(|finding| finding.rule == *rule).collect();
        for finding in &found {
            let lines = [case, finding.place.span.of(&article)].map(|lines| lines.replace('\n', " | "));
            messages += &format!("{rule}: {}\n  at {}\n    {}\n", lines[0], lines[1], finding.message);
        }
        let levels: Vec<Level> = found.iter().map(|finding| finding.level).collect();
        if levels != level.iter().copied().collect::<Vec<_>>() {
            let shown: Vec<_> = found.iter().map(|it| (&it.message, it.place.span.of(&article))).collect();
            failures.push(format!("{rule}: {article}\n  wanted {level:?}, found {levels:?} {shown:?}"));
        }
    }
    assert!(failures.is_empty(), "{} cases:\n{}", failures.len(), failures.join("\n"));
    snapbox::assert_data_eq!(messages, snapbox::file!["audit_claim.txt"]);
}

#[test]
fn every_rule_has_cases() {
    let (mut fires, mut silent): (HashMap<&str, usize>, HashMap<&str, usize>) = Default::default();
    for Case(rule, level, ..) in CASES {
        let counts = if level.is_some() { &mut fires } else { &mut silent };
        *counts.entry(rule).or_default() += 1;
    }
    let question = "Is the claim in the footer true?";
    let (_, rules) = audit::RULES.iter().find(|(other, _)| *other == question).expect("the group");
    for rule in *rules {
        assert!(fires.get(rule.name) >= Some(&6) && silent.get(rule.name) >= Some(&8), "{}", rule.name);
    }
}

#[test]
fn a_lost_draft_leaves_the_rules_that_need_none() {
    let article = "Port reopens\nThe port opened on Monday, July 26, 2025.";
    let pair = Pair { draft: None, ..Pair::new("", article) };
    let found = audit::run(&analyse(&pair, &Settings::default()), &Settings::default());
    let rules: Vec<&str> = found.iter().map(|finding| finding.rule).collect();
    assert_eq!(rules, ["dates-impossible", "disclosure-missing"]);
}

#[test]
fn a_message_names_the_right_weekday() {
    let dateline = "Port reopens\nPublished: 26 Jul. 2025, 18:29\n";
    for (article, message) in [
        ("Port reopens\nThe port opened on Monday, July 26, 2025.".to_owned(), "that day is a Saturday"),
        (
            format!("{dateline}The port opened on Monday, July 22."),
            "near the day of the dateline, that day is a Tuesday",
        ),
        ("Port reopens\nThe port opens on Sunday, Feb. 30, 2025.".to_owned(), "the calendar has no such day"),
    ] {
        let pair = Pair { draft: None, ..Pair::new("", article.as_str()) };
        let found = audit::run(&analyse(&pair, &Settings::default()), &Settings::default());
        let found = found.iter().filter(|finding| finding.rule == "dates-impossible");
        assert_eq!(found.map(|finding| finding.message.as_str()).collect::<Vec<_>>(), [message], "{article}");
    }
}
