//! What holds for any two texts.

#[path = "corpus/checks.rs"]
mod checks;

use postedit::article::Article;
use postedit::compare::Op;
use postedit::text::Span;
use postedit::{Analysis, Pair, Report, Settings, Text, analyse};
use proptest::prelude::*;

/// Words, marks and line ends of which articles are made; few, so that sentences have much in common.
const PIECES: &[&str] = &[
    "Port",
    "port",
    "ships",
    "the",
    "a",
    "of",
    "and",
    "rose",
    "fell",
    "31.6%",
    "31.6",
    "percent",
    "$5",
    "million",
    "won",
    "Friday",
    "Aug.",
    "5",
    "“",
    "”",
    "\"",
    "'",
    "’",
    ",",
    ".",
    "?",
    "...",
    "—",
    "(",
    ")",
    "[",
    "]",
    "\n",
    "\n\n",
    "\r\n",
    "U.S.",
    "Rep.",
    "Kim",
    "said",
    "수출이",
    "늘었다",
    "輸出。",
    "é",
    "e\u{301}",
    "\u{a0}",
    "\u{feff}",
    "😀",
    "BY",
    "@",
    "â€™",
    "&amp;",
    "**",
    "_",
    "<b>",
    "<<",
    ">>",
    "[CHECK]",
    "TK",
    "Here is the translation:",
    "netizens",
    "Monday, July 26, 2025",
    "Translated using generative AI and edited by staff.",
    "Published: 1 Aug. 2025, 10:00",
    "\u{202e}",
    "\u{0}",
];

fn text() -> impl Strategy<Value = String> {
    let pieces =
        prop::collection::vec((prop::sample::select(PIECES), prop::sample::select(&["", " ", " ", " "][..])), 0..60);
    pieces.prop_map(|pieces| pieces.into_iter().flat_map(|(piece, blank)| [piece, blank]).collect())
}

/// Two versions of one text: some pieces of the first are dropped, doubled, replaced or put elsewhere.
fn versions() -> impl Strategy<Value = (String, String)> {
    let piece = prop::sample::select(PIECES);
    prop::collection::vec((piece.clone(), prop::option::weighted(0.2, piece)), 0..80).prop_map(|pieces| {
        let draft: Vec<&str> = pieces.iter().map(|(piece, _)| *piece).collect();
        let edited: Vec<&str> = pieces.iter().map(|(piece, other)| other.unwrap_or(piece)).collect();
        (draft.join(" "), edited.join(" "))
    })
}

fn analysed(draft: &str, edited: &str) -> Analysis {
    analyse(&Pair::new(draft, edited), &Settings::default())
}

/// Every property that an analysis of two texts must have.
fn check(draft: &str, edited: &str) -> Result<(), TestCaseError> {
    let analysis = checks::check_analysis(&Pair::new(draft, edited), &Settings::default());
    if draft == edited {
        prop_assert!(analysis.edits.is_empty(), "equal texts have no edits");
        prop_assert!(analysis.units.iter().all(|unit| unit.op == Op::Keep), "all of an equal text is kept");
    }
    let again = analysed(draft, edited);
    let json = |analysis: &Analysis| serde_json::to_string(&Report::new(analysis, &[])).expect("a report");
    prop_assert_eq!(json(&analysis), json(&again), "the same input gives the same bytes");
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn of_two_versions((draft, edited) in versions()) {
        check(&draft, &edited)?;
    }

    #[test]
    fn of_unrelated_texts(draft in text(), edited in text()) {
        check(&draft, &edited)?;
    }

    #[test]
    fn of_any_strings(draft in any::<String>(), edited in any::<String>()) {
        check(&draft, &edited)?;
    }

    #[test]
    fn of_a_text_with_itself(draft in text()) {
        check(&draft, &draft)?;
    }

    #[test]
    fn of_texts_that_came_split(draft in prop::collection::vec(text(), 0..8), edited in prop::collection::vec(text(), 0..8)) {
        let pair = Pair::new(Text::from_sentences(&draft), Text::from_sentences(&edited));
        let analysis = checks::check_analysis(&pair, &Settings::default());
        prop_assert_eq!(analysis.draft.map(|draft| draft.sentences.len()), Some(draft.len()));
        prop_assert_eq!(analysis.r#final.sentences.len(), edited.len());
    }

    #[test]
    fn swapping_draft_and_final_mirrors_the_units((draft, edited) in versions()) {
        let links = |analysis: &Analysis| {
            let linked = analysis.units.iter().filter(|unit| !unit.draft.is_empty() && !unit.r#final.is_empty());
            linked.map(|unit| (unit.draft.clone(), unit.r#final.clone())).collect::<Vec<_>>()
        };
        let mut there = links(&analysed(&draft, &edited));
        let mut back: Vec<_> = links(&analysed(&edited, &draft)).into_iter().map(|(draft, edited)| (edited, draft)).collect();
        there.sort_by_key(|unit| unit.0.start);
        back.sort_by_key(|unit| unit.0.start);
        prop_assert_eq!(there, back);
    }

    #[test]
    fn a_new_sentence_at_both_ends_changes_no_other_unit((draft, edited) in versions()) {
        let more = "\n\nZebras quietly graze behind lighthouses.";
        let without = analysed(&draft, &edited);
        let with = analysed(&format!("{draft}{more}"), &format!("{edited}{more}"));
        let units = |analysis: &Analysis| {
            analysis.units.iter().map(|unit| (unit.draft.clone(), unit.r#final.clone(), unit.op)).collect::<Vec<_>>()
        };
        // A line below can make a headline of the first one; then there are other sentences to align.
        let spans = |article: &Article| article.sentences.iter().map(|sentence| (sentence.span, sentence.region)).collect::<Vec<_>>();
        let same = |one: &Article, other: &Article| spans(other).split_last().is_some_and(|(_, rest)| rest == spans(one));
        let both = (without.draft.as_ref().zip(with.draft.as_ref()), (&without.r#final, &with.r#final));
        if !(both.0.is_some_and(|(one, other)| same(one, other)) && same(both.1.0, both.1.1)) {
            return Ok(());
        }
        let (without, mut with) = (units(&without), units(&with));
        with.pop();
        prop_assert_eq!(without, with);
    }
}

#[test]
fn spans_are_trimmed_to_nothing_but_blanks() {
    assert_eq!(Span::new(1, 4).trim("a \t b"), Span::at(1));
    assert_eq!(Span::new(0, 5).trim(" a b "), Span::new(1, 4));
}
