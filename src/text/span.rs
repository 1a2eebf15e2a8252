/// A half-open byte range of a text.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// The bytes from `start` to `end`.
    pub fn new(start: usize, end: usize) -> Self {
        debug_assert!(start <= end, "a span from {start} to {end}");
        Span { start, end }
    }

    /// The empty span at a byte.
    pub fn at(byte: usize) -> Self {
        Span { start: byte, end: byte }
    }

    /// Length in bytes.
    pub fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether it holds nothing.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The text that it cuts out. Both ends must lie on character boundaries of `text`.
    pub fn of(self, text: &str) -> &str {
        &text[self.start..self.end]
    }

    /// Whether `other` lies within.
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether they share a byte.
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// From the first byte of either to the last.
    pub fn hull(self, other: Span) -> Span {
        Span { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// Without blanks at its ends; where nothing else is left, the empty span at its start.
    pub fn trim(self, text: &str) -> Span {
        let inner = self.of(text);
        let right = inner.trim_end_matches(super::is_blank);
        let trimmed = right.trim_start_matches(super::is_blank);
        let start = self.start + if trimmed.is_empty() { 0 } else { right.len() - trimmed.len() };
        Span { start, end: start + trimmed.len() }
    }
}
