//! Where a row of a table is found by the hash of its word. Used by `build.rs` as well, so that a run builds nothing.

/// No row.
pub(super) const EMPTY: u16 = u16::MAX;

/// The fractional part of the golden ratio, which scatters what is alike.
const SCATTER: u64 = 0x9e37_79b9_7f4a_7c15;

/// The hash of a word.
pub(super) fn hash(word: &str) -> u64 {
    let letters = |bytes: &[u8]| bytes.iter().fold(0, |letters, &byte| letters << 8 | u64::from(byte));
    let (eights, rest) = word.as_bytes().as_chunks::<8>();
    let start = (letters(rest) ^ word.len() as u64).wrapping_mul(SCATTER);
    eights.iter().fold(start, |hash, eight| (hash.rotate_left(23) ^ u64::from_le_bytes(*eight)).wrapping_mul(SCATTER))
}

/// The place of two words in a set of bits (so many numbers, a power of two or none): the number that holds it, and its bit.
fn bit(first: u64, second: u64, numbers: usize) -> (usize, u64) {
    let hash = (first.rotate_left(23) ^ second).wrapping_mul(SCATTER);
    ((hash >> 40) as usize & numbers.wrapping_sub(1), 1 << (hash >> 58))
}

/// How many buckets there are: far more than a table has entries, so that few words share one.
pub(super) const BUCKETS: usize = 1 << 13;

/// The bucket of a hash.
pub(super) fn bucket(hash: u64) -> u16 {
    (hash >> 51) as u16
}

fn first_word(entry: &str) -> &str {
    entry.split(' ').next().unwrap_or(entry)
}

/// The bucket of an entry's first word.
pub(super) fn first_bucket(entry: &str) -> u16 {
    bucket(hash(first_word(entry)))
}

/// A bit for the first two words of each entry that has several: 32 bits for each such entry, so that few others look alike.
pub(super) fn starts<'a>(entries: impl Iterator<Item = &'a str> + Clone) -> Vec<u64> {
    let phrases = || entries.clone().filter_map(|entry| entry.split_once(' '));
    let numbers = phrases().count().div_ceil(2);
    let mut starts = vec![0; if numbers > 0 { numbers.next_power_of_two() } else { 0 }];
    for (first, rest) in phrases() {
        let (number, bit) = bit(hash(first), hash(first_word(rest)), starts.len());
        starts[number] |= bit;
    }
    starts
}

/// Whether an entry may begin with two words of these hashes: for nearly all others, no.
pub(super) fn may_begin(first: u64, second: u64, starts: &[u64]) -> bool {
    let (number, bit) = bit(first, second, starts.len());
    starts.get(number).is_some_and(|bits| bits & bit != 0)
}

/// Which of the rows with this hash is the one, if any.
pub(super) fn find(hash: u64, slots: &[u16], is_row: impl Fn(usize) -> bool) -> Option<usize> {
    let mut slot = first(hash, slots.len());
    loop {
        let row = usize::from(Some(slots[slot]).filter(|&row| row != EMPTY)?);
        if is_row(row) {
            return Some(row);
        }
        slot = (slot + 1) & (slots.len() - 1);
    }
}

/// The slot that the search for a hash among so many slots (a power of two) begins with.
pub(super) fn first(hash: u64, slots: usize) -> usize {
    // Its upper bits are the better ones.
    (hash ^ hash >> 32) as usize & (slots - 1)
}
