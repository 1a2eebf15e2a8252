use super::*;
use crate::article::read;
use crate::lexicon::Lexicon;
use crate::pair::Text;
use crate::settings::DisclosureSettings;

const STORY: [&str; 7] = [
    "The harbour of Lunden reopened on Monday after a storm of three days.",
    "Fishermen had waited in the old town since Friday.",
    "Two cranes fell into the water, and a ferry lost its anchor.",
    "The mayor, Odile Brandt, thanked the crews for their patience.",
    "Insurers expect damages of 40 million euros.",
    "A new wall shall protect the quay from 2031 on.",
    "Its builders are still being looked for.",
];

/// The units as \"op draft-sentences>final-sentences\", those that moved with a star.
fn aligned(draft: &[&str], r#final: &[&str]) -> Vec<String> {
    let (lexicon, mut vocabulary) = (Lexicon::default(), Vocabulary::default());
    let mut article =
        |text: &[&str]| read(&Text::from_sentences(text), &DisclosureSettings::default(), &lexicon, &mut vocabulary);
    let (draft, r#final) = (article(draft), article(r#final));
    let show = |unit: &Unit| {
        let run = |run: &Range<usize>| run.clone().map(|at| at.to_string()).collect::<Vec<_>>().join("+");
        let star = if unit.moved { "*" } else { "" };
        assert!((0.0..=1.0).contains(&unit.similarity), "{unit:?}");
        format!("{}{star} {}>{}", unit.op.name(), run(&unit.draft), run(&unit.r#final))
    };
    align(&draft, &r#final, &vocabulary, &lexicon.function_words).units.iter().map(show).collect()
}

/// The units of the story that are not kept, once a run of its sentences was replaced.
fn changed(range: Range<usize>, by: &[&str]) -> Vec<String> {
    let r#final = [&STORY[..range.start], by, &STORY[range.end..]].concat();
    aligned(&STORY, &r#final).into_iter().filter(|unit| !unit.starts_with("keep")).collect()
}

#[test]
fn a_sentence_is_found_in_its_parts_and_parts_in_their_whole() {
    let split = ["Two cranes fell into the water.", "And a ferry lost its anchor."];
    assert_eq!(changed(2..3, &split), ["split 2>2+3"]);
    let merged = "A new wall shall protect the quay from 2031 on; its builders are still being looked for.";
    assert_eq!(changed(5..7, &[merged]), ["merge 5+6>5"]);
    let four = [
        "The mayor of the town, Odile Brandt, spoke at noon",
        "thanked the crews of all ships for their patience",
        "promised the fishermen help with new nets and engines",
        "and warned tourists of broken railings on the pier",
    ];
    let whole = four.join(", ") + ".";
    let sides = ([STORY[0], &whole, STORY[4]], [&[STORY[0]][..], &four, &[STORY[4]]].concat());
    assert_eq!(aligned(&sides.0, &sides.1), ["keep 0>0", "split 1>1+2+3+4", "keep 2>5"]);
    assert_eq!(aligned(&sides.1, &sides.0), ["keep 0>0", "merge 1+2+3+4>1", "keep 5>2"]);
}

#[test]
fn mixed_sentences_are_reworked_together() {
    let mixed = [
        "Two cranes fell into the water.",
        "A ferry lost its anchor, and the mayor, Odile Brandt, thanked the crews for their patience.",
    ];
    assert_eq!(changed(2..4, &mixed), ["rework 2+3>2+3"]);
}

#[test]
fn a_place_between_sure_neighbours_keeps_a_sentence_rewritten_beyond_recognition() {
    assert_eq!(changed(4..5, &["Nobody knows yet what repairs will cost."]), ["edit 4>4"]);
}

#[test]
fn a_sentence_added_or_left_out_has_no_partner() {
    let added = ["Insurers expect damages of 40 million euros.", "Schools stay closed until Thursday."];
    assert_eq!(changed(4..5, &added), ["insert >5"]);
    assert_eq!(changed(3..4, &[]), ["delete 3>"]);
}

#[test]
fn what_moved_is_found_even_where_all_else_was_edited() {
    let edited = [
        "Fishermen had been waiting in the old town since Friday.",
        "Two cranes fell into the sea, and a ferry lost its anchor.",
        "The mayor, Odile Brandt, thanked all crews for their patience.",
        STORY[0],
    ];
    assert_eq!(aligned(&STORY[..4], &edited), ["edit 1>0", "edit 2>1", "edit 3>2", "keep* 0>3"]);
}

#[test]
fn nothing_is_lost_on_odd_texts() {
    assert!(aligned(&[], &[]).is_empty());
    assert_eq!(aligned(&[], &["...", ""]), ["insert >0", "insert >1"]);
    for text in [["", "", "\u{301}"], ["—", "!", "—"], ["a", "a", "a"]] {
        let units = aligned(&text, &STORY);
        assert!(units.len() >= STORY.len(), "{units:?}");
    }
}

#[test]
fn a_sentence_added_at_both_ends_changes_nothing_else() {
    let r#final = [STORY[1], "Cranes fell.", STORY[4], "The mayor thanked the crews.", "Its builders were found."];
    let before = aligned(&STORY, &r#final);
    let added = "Nothing like it was seen before.";
    let after = aligned(&[&STORY[..], &[added]].concat(), &[&r#final[..], &[added]].concat());
    assert_eq!(after[..before.len()], before);
    assert_eq!(after.len(), before.len() + 1);
}

#[test]
fn a_source_finds_its_translation_by_lengths_numbers_and_names() {
    let (lexicon, mut vocabulary) = (Lexicon::default(), Vocabulary::default());
    let mut article =
        |text: &[&str]| read(&Text::from_sentences(text), &DisclosureSettings::default(), &lexicon, &mut vocabulary);
    let source = article(&[
        "Порт Лунден снова открылся в понедельник.",
        "Рыбаки ждали с пятницы!",
        "Мэр Одиль Брандт поблагодарила команды.",
        "Ущерб составил 40 миллионов евро.",
    ]);
    let draft = article(&[
        "The port of Lunden reopened on Monday.",
        "Mayor Odile Brandt thanked the crews, and the damage amounted to 40 million euros.",
    ]);
    let found: Vec<_> =
        align_source(&source, &draft).units.into_iter().map(|unit| (unit.draft, unit.r#final)).collect();
    assert_eq!(found, [(0..1, 0..1), (1..2, 1..1), (2..4, 1..2)]);
}
