use super::{is_word, lemmas, same_lemma};
use crate::lexicon::{ENGLISH, Words};

/// Whether one of two folded words is the other, or a form of it, with a prefix that denies it: `constitutional` and
/// `unconstitutional`, `agreed` and `disagrees`, `possibly` and `impossibly`, `member` and `non-member`.
///
/// Words that only look so (`ready` and `already`, `valuable` and `invaluable`) are kept apart by own tables.
pub fn negated_stem(one: &str, other: &str) -> bool {
    denies(one, other) || denies(other, one)
}

/// Whether the first word denies the second.
fn denies(word: &str, stem: &str) -> bool {
    if let Some(rest) = word.strip_prefix("non-") {
        return same_lemma(rest, stem) && is_word(stem);
    }
    // Nearly every word is turned away by its first two letters.
    let begins = ["un", "dis", "non", "in", "im", "il", "ir"].iter().any(|prefix| word.starts_with(prefix));
    if !begins || !is_word(word) || !is_word(stem) {
        return false;
    }
    let denies_rest = |prefix: &str| word.strip_prefix(prefix).is_some_and(|rest| same_lemma(rest, stem));
    // An adverb follows its adjective, a form its word.
    let listed = |words: &Words| {
        lemmas(word).any(|word| words.contains(&word)) || adjective(word).iter().any(|word| words.contains(word))
    };
    if ["un", "dis", "non"].into_iter().any(denies_rest) {
        return !listed(&ENGLISH.not_negated);
    }
    ["in", "im", "il", "ir"].into_iter().any(denies_rest) && listed(&ENGLISH.negating_in)
}

/// What an adverb may be made of: `possible` for `possibly`.
fn adjective(adverb: &str) -> Vec<String> {
    adverb.strip_suffix("ly").map(|start| vec![start.to_owned(), format!("{start}le")]).unwrap_or_default()
}
