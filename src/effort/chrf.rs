//! chrF: how many of the character n-grams of two texts are the same (Popović 2015).

use std::iter::repeat_n;
use std::ops::AddAssign;

use rustc_hash::FxHashMap;

use super::words::is_space;

/// The longest n-gram counted, in characters.
const ORDERS: usize = 6;
/// How many bits a character takes.
const BITS: u32 = 21;

/// In texts of no more bytes than this, both together, equal windows are found by hash, which is faster than sorting them
/// as long as the table stays in the processor's cache.
const BYTES_BY_HASH: usize = 1 << 16;

/// Texts of more bytes than this, both together, are counted in parts.
const BYTES_PER_PART: usize = 1 << 22;
/// In how many parts at most, since every part reads the texts anew.
const MAX_PARTS: usize = 16;

/// How much more recall weighs than precision, squared: 2 makes chrF2 of chrF.
const BETA_SQUARED: f64 = 4.0;

/// chrF2 of two texts, from 0 to 100: sacreBLEU's sentence score with `nc:6|nw:0|case:mixed|space:no|eff:yes`.
pub fn chrf2(hypothesis: &str, reference: &str) -> f64 {
    ChrfCounts::of(hypothesis, reference).score()
}

/// The character n-grams of two texts for each length from 1 to 6; sums over sentences give the score of a text.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ChrfCounts {
    /// n-grams of the hypothesis; none where the reference has none.
    pub hypothesis: [u64; ORDERS],
    /// n-grams of the reference.
    pub reference: [u64; ORDERS],
    /// n-grams of both.
    pub common: [u64; ORDERS],
}

impl ChrfCounts {
    /// Counts the n-grams of one pair of texts; white space is left out.
    pub fn of(hypothesis: &str, reference: &str) -> Self {
        Self::of_units(&[[hypothesis, reference]])
    }

    /// Counts the n-grams of a text that stands in units, each with both sides; those across the ends of units as well.
    pub fn of_units(units: &[[&str; 2]]) -> Self {
        let bytes: usize = units.iter().flatten().map(|text| text.len()).sum();
        let parts = bytes / BYTES_PER_PART + 1;
        match bytes <= BYTES_BY_HASH {
            true => Self::by_hash(units),
            false => Self::in_parts(units, parts.min(MAX_PARTS) as u128),
        }
    }

    /// Counts the n-grams of a short text. A window of both sides is all that either can have of it, so that it need not
    /// be looked at again: those within equal ends of a unit, and those that are found by hash.
    fn by_hash(units: &[[&str; 2]]) -> Self {
        let (texts, settled) = with_equal_ends(units);
        let mut counts = Self::of_lengths(texts.each_ref().map(Vec::len));
        counts.common = [settled[0].iter().filter(|&&settled| settled).count() as u64; ORDERS];
        let open = |side: usize, add: &mut dyn FnMut(u128)| {
            let mut settled = settled[side].iter();
            add_windows(texts[side].iter().copied(), |_, window| {
                if settled.next() == Some(&false) {
                    add(window);
                }
            });
        };
        let mut left: FxHashMap<u128, u32> = FxHashMap::default();
        left.reserve(settled[0].iter().filter(|&&settled| !settled).count());
        open(0, &mut |window| *left.entry(window).or_default() += 1);
        let mut windows = Vec::new();
        open(1, &mut |window| match left.get_mut(&window).filter(|left| **left > 0) {
            Some(left) => {
                *left -= 1;
                counts.common.iter_mut().take(length(window)).for_each(|common| *common += 1);
            }
            None => windows.push(window << 1 | 1),
        });
        windows.extend(left.into_iter().flat_map(|(window, count)| repeat_n(window << 1, count as usize)));
        // The others share their beginnings alone.
        windows.sort_unstable();
        add_common(&mut counts.common, &windows);
        counts
    }

    /// Counts the n-grams in parts, by their first character, so that fewer windows are kept at a time.
    fn in_parts(units: &[[&str; 2]], parts: u128) -> Self {
        let mut common = [0; ORDERS];
        let mut windows = Vec::with_capacity(BYTES_PER_PART);
        let mut lengths = [0, 0];
        for part in 0..parts {
            windows.clear();
            lengths = [0, 1].map(|side| {
                let text = units.iter().flat_map(|unit| characters(unit[side]));
                add_windows(text, |first, window| {
                    if first % parts == part {
                        windows.push(window << 1 | side as u128);
                    }
                })
            });
            windows.sort_unstable();
            add_common(&mut common, &windows);
        }
        ChrfCounts { common, ..Self::of_lengths(lengths) }
    }

    /// How many n-grams two texts of so many characters have.
    fn of_lengths(lengths: [usize; 2]) -> Self {
        let mut counts = Self::default();
        for order in 0..ORDERS {
            let [hypothesis, reference] = lengths.map(|count| count.saturating_sub(order) as u64);
            counts.reference[order] = reference;
            counts.hypothesis[order] = if reference > 0 { hypothesis } else { 0 };
        }
        counts
    }

    /// Adds the n-grams of another pair.
    pub fn add(&mut self, other: &Self) {
        *self += *other;
    }

    /// chrF2, from 0 to 100: precision and recall averaged over the lengths that both sides have.
    pub fn score(&self) -> f64 {
        let (mut precision, mut recall, mut orders) = (0.0, 0.0, 0.0);
        for ((&hypothesis, &reference), &common) in self.hypothesis.iter().zip(&self.reference).zip(&self.common) {
            if hypothesis > 0 && reference > 0 {
                precision += common as f64 / hypothesis as f64;
                recall += common as f64 / reference as f64;
                orders += 1.0;
            }
        }
        if precision + recall == 0.0 {
            return 0.0;
        }
        let (precision, recall) = (precision / orders, recall / orders);
        100.0 * (1.0 + BETA_SQUARED) * precision * recall / (BETA_SQUARED * precision + recall)
    }
}

impl AddAssign for ChrfCounts {
    fn add_assign(&mut self, other: Self) {
        for order in 0..ORDERS {
            self.hypothesis[order] += other.hypothesis[order];
            self.reference[order] += other.reference[order];
            self.common[order] += other.common[order];
        }
    }
}

/// The characters that count, as numbers; one more than theirs, so that none equals what stands beyond the end of a text.
fn characters(text: &str) -> impl Iterator<Item = u32> {
    text.chars().filter(|&c| !is_space(c)).map(|c| u32::from(c) + 1)
}

/// The characters of both sides; and for each whether the window that begins there lies in one that both sides have at
/// this place, at the beginning or the end of units.
fn with_equal_ends(units: &[[&str; 2]]) -> ([Vec<u32>; 2], [Vec<bool>; 2]) {
    let mut texts = [Vec::new(), Vec::new()];
    // Where equal runs begin on both sides, and how long they are.
    let mut runs: Vec<([usize; 2], usize)> = Vec::new();
    let mut add = |starts: [usize; 2], length: usize| match runs.last_mut() {
        Some((last, before)) if last.map(|start| start + *before) == starts => *before += length,
        _ => runs.push((starts, length)),
    };
    for unit in units {
        let starts = texts.each_ref().map(Vec::len);
        texts.iter_mut().zip(unit).for_each(|(text, unit)| text.extend(characters(unit)));
        let [one, two] = [0, 1].map(|side| &texts[side][starts[side]..]);
        let head = one.iter().zip(two).take_while(|(one, two)| one == two).count();
        let (one, two) = (&one[head..], &two[head..]);
        let tail = one.iter().rev().zip(two.iter().rev()).take_while(|(one, two)| one == two).count();
        add(starts, head);
        add(texts.each_ref().map(|text| text.len() - tail), tail);
    }
    let mut settled = texts.each_ref().map(|text| vec![false; text.len()]);
    for (starts, length) in runs {
        let windows = (length + 1).saturating_sub(ORDERS);
        settled.iter_mut().zip(starts).for_each(|(settled, start)| settled[start..start + windows].fill(true));
    }
    (texts, settled)
}

/// Tells of a window at each character: the first character, and it with the five after it. Returns how many.
fn add_windows(text: impl Iterator<Item = u32>, mut add: impl FnMut(u128, u128)) -> usize {
    const MASK: u128 = (1 << (BITS * ORDERS as u32)) - 1;
    let mut window = 0;
    let mut seen = 0;
    for character in text.chain([0; ORDERS - 1]) {
        window = (window << BITS | u128::from(character)) & MASK;
        seen += 1;
        if seen >= ORDERS {
            add(window >> (BITS * (ORDERS as u32 - 1)), window);
        }
    }
    seen + 1 - ORDERS
}

/// Adds how many n-grams of each length the two sides have in common, from sorted windows.
fn add_common(common: &mut [u64; ORDERS], windows: &[u128]) {
    // How often each side has the n-gram that the last window begins with.
    let mut open = [[0, 0]; ORDERS];
    let mut previous = 0;
    for &window in windows {
        let (characters, side) = (window >> 1, (window & 1) as usize);
        let same = equal_at_start(characters, previous);
        for (common, counts) in common.iter_mut().zip(&mut open).skip(same) {
            *common += counts[0].min(counts[1]);
            *counts = [0, 0];
        }
        for counts in &mut open[..length(characters)] {
            counts[side] += 1;
        }
        previous = characters;
    }
    for (common, counts) in common.iter_mut().zip(open) {
        *common += counts[0].min(counts[1]);
    }
}

/// How many characters a window has: less at the end of a text.
fn length(window: u128) -> usize {
    ORDERS - (window.trailing_zeros() / BITS) as usize
}

/// With how many equal characters two windows begin.
fn equal_at_start(one: u128, other: u128) -> usize {
    let unused = u128::BITS - BITS * ORDERS as u32;
    (((one ^ other).leading_zeros() - unused) / BITS).min(ORDERS as u32) as usize
}

#[cfg(test)]
mod tests {
    use super::{ChrfCounts, chrf2};

    /// Expected values are those of sacreBLEU 2.6.0.
    #[test]
    fn scores_are_those_of_sacrebleu() {
        for (hypothesis, reference, score) in [
            ("", "", 0.0),
            ("", "word", 0.0),
            ("word", "", 0.0),
            ("abc", "xyz", 0.0),
            ("a b\x1cc", "abc", 100.0),
            ("ab", "abcdef", 31.25),
            ("aaaaaaa", "aaaa", 79.068_241_469_816_27),
            ("The mayor opened the bridge", "The mayor has opened a bridge", 57.816_994_601_937_935),
            ("naïve café", "naive cafe", 39.411_375_661_375_665),
            ("他们在柏林见面", "他们昨天在柏林见面", 41.715_026_158_413_416),
        ] {
            let found = chrf2(hypothesis, reference);
            assert!((found - score).abs() < 1e-9, "{hypothesis} / {reference}: {found}");
        }
    }

    #[test]
    fn counts_add_up_to_the_score_of_a_text() {
        let mut sum = ChrfCounts::default();
        let sentences =
            [("ab", "abcdef"), ("The mayor opened the bridge", "The mayor has opened a bridge"), ("", "word")];
        for (hypothesis, reference) in sentences {
            sum.add(&ChrfCounts::of(hypothesis, reference));
        }
        assert!((sum.score() - 49.034_192_337_241_64).abs() < 1e-9, "{}", sum.score());
    }

    #[test]
    fn long_texts_are_counted_as_short_ones() {
        let (hypothesis, reference) = ("The mayor opened the bridge. ", "The mayor has opened a bridge. ");
        let of_times = |times: usize| ChrfCounts::of(&hypothesis.repeat(times), &reference.repeat(times));
        // The windows within a sentence and over its end stand once more in each further one.
        let [short, next, long] = [10, 11, 5000].map(of_times);
        for order in 0..6 {
            let [first, second, last] = [short, next, long].map(|counts| counts.common[order]);
            assert_eq!(last, first + (second - first) * 4990, "n-grams of {} characters", order + 1);
        }
    }

    #[test]
    fn counting_in_parts_changes_nothing() {
        let (hypothesis, reference) =
            ("The mayor opened the bridge, at last.", "The mayor has opened a bridge — at last");
        let units = [["It is open.", "It is open."], [hypothesis, reference], ["", "At last."]];
        let whole = ChrfCounts::of_units(&units);
        for parts in [1, 2, 3, 16] {
            assert_eq!(ChrfCounts::in_parts(&units, parts), whole, "{parts} parts");
        }
        let joined = [0, 1].map(|side| units.map(|unit| unit[side]).join("\n"));
        assert_eq!(ChrfCounts::of(&joined[0], &joined[1]), whole, "as one unit");
    }
}
