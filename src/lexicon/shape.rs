//! The shape of a word: enough to see that a table lacks it, without a search. Used by `build.rs` as well.

/// How many sorts of first and last letters are told apart.
pub(super) const SLOTS: usize = 64;

/// A slot for the first and the last letter, and a bit for the length.
pub(super) fn of(word: &str) -> (usize, u32) {
    let bytes = word.as_bytes();
    let (first, last) = (bytes.first().copied().unwrap_or(0), bytes.last().copied().unwrap_or(0));
    let letters = usize::from(first) * 7 + usize::from(last);
    (letters % SLOTS, 1 << bytes.len().min(u32::BITS as usize - 1))
}
