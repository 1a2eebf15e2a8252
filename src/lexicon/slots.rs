//! Where a row of a table is found by the hash of its word. Used by `build.rs` as well, so that a run builds nothing.

/// No row.
pub(super) const EMPTY: u16 = u16::MAX;

/// The hash of a word.
pub(super) fn hash(word: &str) -> u64 {
    // By its fractional part the golden ratio scatters what is alike.
    const SCATTER: u64 = 0x9e37_79b9_7f4a_7c15;
    let letters = |bytes: &[u8]| bytes.iter().fold(0, |letters, &byte| letters << 8 | u64::from(byte));
    let (eights, rest) = word.as_bytes().as_chunks::<8>();
    let start = (letters(rest) ^ word.len() as u64).wrapping_mul(SCATTER);
    eights.iter().fold(start, |hash, eight| (hash.rotate_left(23) ^ u64::from_le_bytes(*eight)).wrapping_mul(SCATTER))
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
