//! The measures of effort on their own: TER, chrF and the tags of words.

use std::collections::HashMap;

use postedit::effort::{ChrfCounts, Tag, Ter, TerOptions, ter, word_tags};
use proptest::prelude::*;

/// Words from a vocabulary of so many, the same each time.
fn words(count: usize, vocabulary: u32, seed: u32) -> String {
    let next = |state: &u32| Some(state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223));
    let numbers = std::iter::successors(Some(seed), next).map(|state| (state >> 16) % vocabulary);
    numbers.skip(1).take(count).map(|number| number.to_string()).collect::<Vec<_>>().join(" ")
}

/// Expected values are those of sacreBLEU 2.6.0.
#[test]
fn edits_are_those_of_sacrebleu() {
    for (hypothesis_words, reference_words, vocabulary, edits) in [
        (3, 2, 4, 2),
        (7, 7, 3, 4),
        (12, 9, 4, 7),
        (25, 31, 6, 18),
        (30, 30, 40, 27),
        (60, 60, 12, 49),
        (60, 80, 30, 65),
        (80, 60, 30, 67),
        (90, 100, 1000, 98),
        (120, 40, 20, 97),
        (40, 120, 20, 99),
        (150, 150, 25, 131),
        (4, 400, 400, 399),
        (5, 300, 60, 298),
        (2, 260, 150, 260),
        (8, 600, 300, 599),
        (400, 4, 400, 398),
        (300, 7, 60, 293),
        (30, 200, 100, 192),
        (200, 30, 100, 191),
    ] {
        let (hypothesis, reference) = (words(hypothesis_words, vocabulary, 1), words(reference_words, vocabulary, 2));
        let found = ter(&hypothesis, &reference, &TerOptions::default());
        assert_eq!(found, Ter { edits, reference_words }, "{hypothesis_words} and {reference_words} of {vocabulary}");
    }
}

#[test]
fn a_text_is_long_by_its_words_not_by_its_letters() {
    let filler = "uninterrupted ".repeat(20_000);
    let (hypothesis, reference) = (format!("one {filler} two"), format!("1 {filler} 2"));
    let found = ter(&hypothesis, &reference, &TerOptions::default());
    assert_eq!(found, Ter { edits: 2, reference_words: 20_002 });
}

fn written(tags: &[Tag]) -> String {
    tags.iter().map(|tag| if *tag == Tag::Bad { 'x' } else { '-' }).collect()
}

#[test]
fn of_long_texts_words_far_from_their_place_are_bad() {
    let all_bad = |words: usize| "-x".repeat(words) + "-";
    let text: Vec<String> = (0..10_000).map(|at| at.to_string()).collect();
    let half = &text[..5_000];
    let turned = [&half[1_700..], &half[..1_700]].concat();
    assert_eq!(written(&word_tags(&half.join(" "), &turned.join(" "))), all_bad(5_000), "two parts changed places");
    let shorter = [&["new".to_owned()], half].concat();
    assert_eq!(written(&word_tags(&text.join(" "), &shorter.join(" "))), all_bad(10_000), "lengths are far apart");
}

/// n-grams of a length, as often as a text has them.
fn grams(text: &str, length: usize) -> HashMap<Vec<char>, u64> {
    let letters: Vec<char> = text.chars().filter(|c| !c.is_whitespace()).collect();
    let mut counts = HashMap::new();
    letters.windows(length).for_each(|gram| *counts.entry(gram.to_vec()).or_default() += 1);
    counts
}

fn check_counts(units: &[[String; 2]]) -> Result<(), TestCaseError> {
    let sides: Vec<[&str; 2]> = units.iter().map(|unit| unit.each_ref().map(String::as_str)).collect();
    let counts = ChrfCounts::of_units(&sides);
    let [hypothesis, reference] = [0, 1].map(|side| sides.iter().map(|unit| unit[side]).collect::<String>());
    for order in 0..6 {
        let (one, two) = (grams(&hypothesis, order + 1), grams(&reference, order + 1));
        let common: u64 = one.iter().map(|(gram, count)| two.get(gram).copied().unwrap_or(0).min(*count)).sum();
        prop_assert_eq!(counts.common[order], common, "n-grams of {}", order + 1);
        prop_assert_eq!(counts.reference[order], two.values().sum::<u64>());
        let counted = if two.is_empty() { 0 } else { one.values().sum() };
        prop_assert_eq!(counts.hypothesis[order], counted);
    }
    Ok(())
}

proptest! {
    #[test]
    fn n_grams_are_those_of_a_plain_count(
        units in prop::collection::vec(("[ab ]{0,12}", "[ab ]{0,12}").prop_map(|(one, two)| [one, two]), 0..5),
    ) {
        check_counts(&units)?;
    }
}

#[test]
fn n_grams_of_a_long_text_are_those_of_a_plain_count() {
    let [one, two] = [1, 2].map(|seed| words(12_000, 5_000, seed));
    check_counts(&[[one.clone(), one], [words(50, 50, 3), two]]).unwrap();
}
