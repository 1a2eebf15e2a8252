//! Where a row of a table is found by the hash of its word. Used by `build.rs` as well, so that a run builds nothing.

/// No row.
pub(super) const EMPTY: u16 = u16::MAX;

/// The slot that the search for a word among so many slots (a power of two) begins with.
pub(super) fn first(word: &str, slots: usize) -> usize {
    // FNV-1a; its upper bits are the better ones.
    let hash = word
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3));
    (hash ^ hash >> 32) as usize & (slots - 1)
}
