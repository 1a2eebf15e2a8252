use std::ops::Range;

use crate::text::Span;

/// Turns byte offsets of a text into code points.
#[derive(Debug, Default)]
pub(super) struct Offsets {
    /// Bytes that are no first byte of a character, counted up to each block; empty where the text is ASCII.
    before: Vec<usize>,
    text: Vec<u8>,
}

const BLOCK: usize = 64;

impl Offsets {
    pub(super) fn new(text: &str) -> Self {
        if text.is_ascii() {
            return Offsets::default();
        }
        let mut sum = 0;
        let before = text.as_bytes().chunks(BLOCK).map(|block| {
            let here = sum;
            sum += continuations(block);
            here
        });
        Offsets { before: before.collect(), text: text.as_bytes().to_vec() }
    }

    pub(super) fn range(&self, span: Span) -> Range<usize> {
        self.code_point(span.start)..self.code_point(span.end)
    }

    fn code_point(&self, byte: usize) -> usize {
        if self.before.is_empty() {
            return byte;
        }
        let block = (byte / BLOCK).min(self.before.len() - 1);
        byte - self.before[block] - continuations(&self.text[block * BLOCK..byte])
    }
}

fn continuations(bytes: &[u8]) -> usize {
    bytes.iter().filter(|&&byte| byte & 0xC0 == 0x80).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_become_code_points() {
        for text in ["plain", "é한😀".repeat(50).as_str(), "\u{FEFF}a"] {
            let offsets = Offsets::new(text);
            for (count, (byte, c)) in text.char_indices().enumerate() {
                assert_eq!(offsets.range(Span::new(byte, byte + c.len_utf8())), count..count + 1);
            }
            assert_eq!(offsets.range(Span::at(text.len())).end, text.chars().count());
        }
    }
}
