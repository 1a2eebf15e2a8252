//! Translation edit rate: the fewest insertions, deletions, substitutions and moves of blocks of words that turn a
//! hypothesis into its reference, per word of the reference.

use std::ops::AddAssign;

use serde::Serialize;

use super::matrix::distance_in_one_row;
use super::shift::edits_with_shifts;
use super::words::{Numbered, common_ends, split, tokenize_hypothesis, tokenize_reference};

/// The most words of hypothesis or reference for which blocks of words are moved; see [`is_exact`].
pub const MAX_WORDS: usize = 10_000;

/// What counts as the same word, as the options of sacreBLEU's TER. The default is its default:
/// `case:lc|tok:tercom|norm:no|punct:yes|asian:no`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct TerOptions {
    /// Keeps upper case apart from lower case.
    pub case_sensitive: bool,
    /// Reads XML entities, joins lines and takes marks apart from words.
    pub normalized: bool,
    /// Leaves marks out.
    pub no_punct: bool,
    /// Makes each ideograph a word when normalising, and leaves Asian marks out with the others.
    pub asian_support: bool,
}

/// The edits and what they are divided by; sums over sentences give the rate of a text (Snover et al., 2006).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Ter {
    /// Insertions, deletions, substitutions and moves of a block of words, one each.
    pub edits: usize,
    /// Words of the reference.
    pub reference_words: usize,
}

impl AddAssign for Ter {
    fn add_assign(&mut self, other: Self) {
        self.edits += other.edits;
        self.reference_words += other.reference_words;
    }
}

/// Whether [`ter`] gives sacreBLEU's figures for texts of so many words. Beyond [`MAX_WORDS`] it gives an upper bound.
pub fn is_exact(hypothesis_words: usize, reference_words: usize) -> bool {
    hypothesis_words.max(reference_words) <= MAX_WORDS
}

/// The edits that turn the hypothesis into the reference, equal to the sentence statistics of sacreBLEU 2.6.
///
/// Where [`is_exact`] says no, blocks are not moved: the edits are those of sacreBLEU's alignment before the first
/// move. Beyond 250,000 words texts are not aligned either: all words count from the first difference to the last.
pub fn ter(hypothesis: &str, reference: &str, options: &TerOptions) -> Ter {
    let hypothesis = tokenize_hypothesis(hypothesis, *options);
    let reference = tokenize_reference(reference, *options);
    let Some(words) = Numbered::of(&hypothesis, &reference) else {
        let (start, end) = common_ends(&hypothesis, &reference);
        let (hypothesis_words, reference_words) = (split(&hypothesis).count(), split(&reference).count());
        return Ter { edits: hypothesis_words.max(reference_words) - start - end, reference_words };
    };
    let reference_words = words.reference.len();
    let edits = if is_exact(words.hypothesis.len(), reference_words) {
        edits_with_shifts(words)
    } else {
        distance_in_one_row(&words.hypothesis, &words.reference) as usize
    };
    Ter { edits, reference_words }
}

#[cfg(test)]
mod tests {
    use super::{MAX_WORDS, Ter, TerOptions, is_exact, ter};

    /// Expected values are those of sacreBLEU 2.6.0.
    #[test]
    fn edits_are_those_of_sacrebleu() {
        let numbers = |words: &mut dyn Iterator<Item = usize>| {
            words.map(|number| number.to_string()).collect::<Vec<_>>().join(" ")
        };
        let sevens = |words: usize| numbers(&mut (0..words).map(|n| n * 7 % words));
        for (hypothesis, reference, edits, reference_words) in [
            ("", "", 0, 0),
            ("", "two words", 2, 2),
            ("two words", "", 2, 0),
            ("The mayor opened the new bridge on Friday", "On Friday the mayor opened the new bridge", 1, 8),
            ("The mayor has opened a bridge", "The mayor opened the old bridge", 3, 6),
            ("rain fell in the north and snow in the south", "snow in the north and rain fell in the south", 2, 10),
            ("ΟΔΟΣ İZMİR", "οδος i\u{307}zmi\u{307}r", 0, 2),
            ("b a b a b a", "a b a b a b", 1, 6),
            ("d c b a", "a b c d", 3, 4),
            (&sevens(12), &numbers(&mut (0..12)), 6, 12),
            (&sevens(40), &numbers(&mut (0..40)), 37, 40),
            // Here the beam and the limit of a thousand candidates show.
            (&sevens(60), &numbers(&mut (0..60)), 54, 60),
            (&numbers(&mut (0..80)), &numbers(&mut (40..80).chain(0..40)), 80, 80),
            (&"same ".repeat(60), &["same ".repeat(40), "other ".repeat(30)].concat(), 30, 70),
            ("0 500", &numbers(&mut (500..620)), 120, 120),
        ] {
            let expected = Ter { edits, reference_words };
            assert_eq!(ter(hypothesis, reference, &TerOptions::default()), expected, "{hypothesis} / {reference}");
        }
    }

    /// Expected values are those of sacreBLEU 2.6.0.
    #[test]
    fn options_decide_what_the_same_word_is() {
        let quotation = ("She said: \"Wait\"; it's 3,5 or 5-6.", "She said &quot;wait&quot; , it 's 3,5 or 5 -6");
        let meeting = ("他们在柏林见面。", "他们 昨天 在 柏林 见面");
        let with = |letters: &str| TerOptions {
            case_sensitive: letters.contains('c'),
            normalized: letters.contains('n'),
            no_punct: letters.contains('p'),
            asian_support: letters.contains('a'),
        };
        for ((hypothesis, reference), options, edits, reference_words) in [
            (("On Friday it rained", "it rained on Friday"), "", 1, 4),
            (("On Friday it rained", "it rained on Friday"), "c", 2, 4),
            (quotation, "", 7, 10),
            (quotation, "n", 5, 12),
            (quotation, "p", 5, 9),
            (quotation, "np", 2, 9),
            (meeting, "n", 5, 5),
            (meeting, "na", 3, 9),
            (meeting, "npa", 2, 9),
        ] {
            let expected = Ter { edits, reference_words };
            assert_eq!(ter(hypothesis, reference, &with(options)), expected, "{hypothesis} with {options:?}");
        }
    }

    #[test]
    fn long_texts_get_an_upper_bound() {
        assert!(is_exact(MAX_WORDS, MAX_WORDS) && !is_exact(MAX_WORDS + 1, 1) && !is_exact(1, MAX_WORDS + 1));
        for words in [MAX_WORDS, MAX_WORDS + 1, 300_000] {
            let filler = "same ".repeat(words - 4);
            let (hypothesis, reference) = (format!("one two {filler} three four"), format!("two one {filler} three 4"));
            let edits = if words == MAX_WORDS {
                2
            } else if words == MAX_WORDS + 1 {
                3
            } else {
                words
            };
            assert_eq!(ter(&hypothesis, &reference, &TerOptions::default()), Ter { edits, reference_words: words });
        }
    }
}
