use std::borrow::Cow;

use super::is_word;
use crate::lexicon::ENGLISH;

/// Endings that Britain writes with `s` as often as with `z`.
const WITH_S: [&str; 12] = [
    "ise",
    "ised",
    "iser",
    "isers",
    "ises",
    "ising",
    "isable",
    "isation",
    "isations",
    "isational",
    "isationally",
    "isingly",
];

/// The letters before such an ending: `prise` is not `prize`, nor `wise` `wize`.
const SHORTEST_STEM: usize = 3;

/// Whether two folded words are one word in two standard spellings, American, British or free: `labour` and `labor`,
/// `organisation` and `organization`, `adviser` and `advisor`. From VarCon (notice in `src/lexicon/english/NOTICE`).
pub fn spelling_variant(one: &str, other: &str) -> bool {
    one != other && american(one) == american(other)
}

/// The American spelling of a folded word, or the word itself.
pub fn american(folded: &str) -> Cow<'_, str> {
    match ENGLISH.spellings.american(folded) {
        Some(american) => Cow::Borrowed(american),
        None => with_z(folded).map_or(Cow::Borrowed(folded), Cow::Owned),
    }
}

/// `organize` for `organise`, if both are words and so nothing else is meant.
fn with_z(folded: &str) -> Option<String> {
    let (stem, ending) = WITH_S.iter().find_map(|ending| folded.strip_suffix(ending).map(|stem| (stem, ending)))?;
    if stem.len() < SHORTEST_STEM || !is_word(folded) {
        return None;
    }
    let american = format!("{stem}{}", ending.replacen('s', "z", 1));
    is_word(&american).then_some(american)
}
