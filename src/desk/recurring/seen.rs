//! The corrections that were seen more than once, each with its forms.

use std::collections::BTreeMap;
use std::hash::BuildHasher as _;

use rustc_hash::{FxBuildHasher, FxHashMap};

use super::unit::{Key, UnitWords};
use super::words::Words;
use crate::kinds::Kind;

/// A correction that was seen more than once.
#[derive(Debug)]
pub(super) struct Seen {
    /// Its forms, where the words as written count: `colour` and `colours`; else one.
    pub(super) forms: Vec<Key>,
    /// The kinds of its edits, with counts.
    pub(super) kinds: BTreeMap<Kind, usize>,
}

/// What makes two corrections forms of one: the same lemmas, and the same letters changed; or the same words.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Likeness {
    draft: Box<[u32]>,
    r#final: Box<[u32]>,
    letters: Option<[String; 2]>,
}

/// The corrections seen more than once, in an order that depends on the texts alone.
pub(super) fn seen(units: &[UnitWords], words: &Words) -> Vec<Seen> {
    // Most are seen once: a count by hash keeps them out of memory.
    let hash = |key: &Key| FxBuildHasher.hash_one(likeness(key, words));
    let mut counts: FxHashMap<u64, u32> = FxHashMap::default();
    for unit in units {
        for (key, _) in unit.keys() {
            *counts.entry(hash(&key)).or_default() += 1;
        }
    }
    let mut found: FxHashMap<Likeness, Seen> = FxHashMap::default();
    for unit in units {
        for (key, kind) in unit.keys().into_iter().filter(|(key, _)| counts[&hash(key)] > 1) {
            let seen = found.entry(likeness(&key, words));
            let seen = seen.or_insert_with(|| Seen { forms: Vec::new(), kinds: BTreeMap::new() });
            *seen.kinds.entry(kind).or_default() += 1;
            if !seen.forms.contains(&key) {
                seen.forms.push(key);
            }
        }
    }
    let mut found: Vec<(Likeness, Seen)> = found.into_iter().collect();
    found.sort_unstable_by(|(one, _), (two, _)| one.cmp(two));
    found.into_iter().map(|(_, seen)| seen).collect()
}

fn likeness(key: &Key, words: &Words) -> Likeness {
    if !key.exact {
        return Likeness { draft: key.draft.clone(), r#final: key.r#final.clone(), letters: None };
    }
    let letters = changed_letters(&words.text(&key.draft), &words.text(&key.r#final));
    Likeness { draft: words.lemmas(&key.draft), r#final: words.lemmas(&key.r#final), letters: Some(letters) }
}

/// Two texts without the letters that both begin and end with: `colours` and `colors` differ by a `u`.
fn changed_letters(one: &str, two: &str) -> [String; 2] {
    let (one, two): (Vec<char>, Vec<char>) = (one.chars().collect(), two.chars().collect());
    let start = one.iter().zip(&two).take_while(|(a, b)| a == b).count();
    let end = one[start..].iter().rev().zip(two[start..].iter().rev()).take_while(|(a, b)| a == b).count();
    [&one[start..one.len() - end], &two[start..two.len() - end]].map(|letters| letters.iter().collect())
}

#[cfg(test)]
mod tests {
    use super::changed_letters;

    #[test]
    fn forms_of_one_word_change_the_same_letters() {
        for (one, two, letters) in [
            ("colour", "color", ["u", ""]),
            ("colours", "colors", ["u", ""]),
            ("organised", "organized", ["s", "z"]),
            ("State", "state", ["S", "s"]),
            ("aa", "a", ["a", ""]),
            ("", "x", ["", "x"]),
        ] {
            assert_eq!(changed_letters(one, two), letters, "{one} {two}");
        }
    }
}
