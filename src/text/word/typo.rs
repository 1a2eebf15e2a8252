use strsim::osa_distance;

use super::{is_word, same_lemma};

/// Among shorter words too many are one slip apart: `jeon` and `jean`.
const SHORTEST: usize = 4;

/// From this length on, two slips still leave no doubt of the word.
const LONG: usize = 6;

/// Whether a draft's word is a misspelling of the final's: it is no word, the final's is, and they differ by one letter,
/// or two in words of six letters and more (missing, extra, wrong, or swapped with its neighbour). With two, the last
/// letter must be the same: another ending is rather another form, or a foreign word.
///
/// Takes the words as they are written: with a capital or a figure the draft's may be a name. A regular form of a word is
/// no misspelling even if the list lacks it (`equipments` of `equipment`), unless all that it lacks, or has too many, is
/// the second of two consonants: `occured` and `visitted`.
pub fn is_typo(draft: &str, r#final: &str) -> bool {
    let plain = |word: &str| word.len() >= SHORTEST && word.bytes().all(|byte| byte.is_ascii_lowercase());
    if !plain(draft) || !plain(r#final) || is_word(draft) || !is_word(r#final) {
        return false;
    }
    if doubles_consonant(draft, r#final) || doubles_consonant(r#final, draft) {
        return true;
    }
    if same_lemma(draft, r#final) {
        return false;
    }
    match osa_distance(draft, r#final) {
        1 => true,
        2 => draft.len().min(r#final.len()) >= LONG && draft.bytes().last() == r#final.bytes().last(),
        _ => false,
    }
}

/// Whether the second word is the first with one consonant of it doubled.
fn doubles_consonant(single: &str, double: &str) -> bool {
    let (single, double) = (single.as_bytes(), double.as_bytes());
    let same = single.iter().zip(double).take_while(|(one, two)| one == two).count();
    // The letters agree up to the second of the two.
    same > 0
        && single.len() + 1 == double.len()
        && double[same] == double[same - 1]
        && !b"aeiou".contains(&double[same])
        && single[same..] == double[same + 1..]
}
