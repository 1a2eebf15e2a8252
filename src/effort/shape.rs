//! Which part of an edit-distance matrix is looked at, and how it is kept in memory.

/// Stands beyond both ends of the reference; no word has this number.
pub const NO_WORD: u32 = u32::MAX - 1;

/// How far sacreBLEU looks to either side of the line from corner to corner, in words of the reference.
const BEAM_WIDTH: usize = 25;

/// Cells kept in a row at most beside those that a path can use.
const MARGIN: usize = 5;

/// Which cells a path may use, whatever its length.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// All of them.
    Whole,
    /// Those near the line from corner to corner, as in sacreBLEU: the shortest path may be missed.
    Beam,
}

/// The cells of a row that are looked at, and where they are kept.
pub struct Row {
    /// The first column looked at.
    pub first: usize,
    /// The column after the last one looked at.
    pub end: usize,
    /// The column after the first one kept: the rows above and below read past the ends of this one.
    pub kept_from: usize,
    /// Where the cells kept begin.
    pub offset: usize,
}

impl Row {
    /// Where the cell of a column is kept.
    pub fn at(&self, column: usize) -> usize {
        self.offset + column + 1 - self.kept_from
    }
}

/// The part of a matrix that is looked at: one row per word of the hypothesis and one before them all.
pub struct Shape {
    hypothesis_words: usize,
    reach: Reach,
    /// The words of the reference, between two that do not exist.
    pub reference: Vec<u32>,
    pub rows: Vec<Row>,
    /// How many cells a matrix of this shape keeps.
    pub cells: usize,
}

impl Shape {
    /// A shape without any cells yet; see [`Self::resize`].
    pub fn new(hypothesis_words: usize, reference: &[u32], reach: Reach) -> Self {
        let reference = [&[NO_WORD], reference, &[NO_WORD]].concat();
        Self { hypothesis_words, reach, reference, rows: Vec::new(), cells: 0 }
    }

    /// Takes the cells on paths of at most `budget` edits.
    pub fn resize(&mut self, budget: usize) {
        let mut columns = columns(self.hypothesis_words, self.reference_words(), budget, self.reach).peekable();
        self.rows.clear();
        self.cells = 0;
        let mut kept_from = 0;
        while let Some((first, end)) = columns.next() {
            self.rows.push(Row { first, end, kept_from, offset: self.cells });
            let kept_until = columns.peek().map_or(end, |next| next.1) + 2;
            self.cells += kept_until - kept_from;
            kept_from = first;
        }
    }

    /// The largest budget for [`Self::resize`] to take no more than so many cells.
    pub fn largest_budget(&self, cells: usize) -> usize {
        let width = (cells / (self.hypothesis_words + 1)).saturating_sub(MARGIN);
        if width < self.reference_words() { width } else { usize::MAX }
    }

    /// The words of the hypothesis, which is the number of the last row.
    pub fn hypothesis_words(&self) -> usize {
        self.hypothesis_words
    }

    /// The words of the reference, which is the number of the last column.
    pub fn reference_words(&self) -> usize {
        self.reference.len() - 2
    }
}

/// The columns to look at in each row, from and to; neither ever goes back from one row to the next.
pub fn columns(
    hypothesis_words: usize,
    reference_words: usize,
    budget: usize,
    reach: Reach,
) -> impl Iterator<Item = (usize, usize)> {
    // A path of `budget` edits leaves the diagonals between its two ends by at most half of what it can spare.
    let spare = budget.saturating_sub(hypothesis_words.abs_diff(reference_words)) / 2;
    let left = spare + hypothesis_words.saturating_sub(reference_words);
    let right = spare + reference_words.saturating_sub(hypothesis_words);
    let slope = reference_words as f64 / hypothesis_words.max(1) as f64;
    // Wider where the line is so steep that the beams of two rows would not touch.
    let (half_step, beam) = (slope / 2.0, BEAM_WIDTH as f64);
    let width = if half_step > beam { (half_step + beam).ceil() as usize } else { BEAM_WIDTH };
    let middle = move |row: usize| (row as f64 * slope).floor() as usize;
    (0..=hypothesis_words).map(move |row| {
        let (mut first, mut end) = (row.saturating_sub(left), (row + right + 1).min(reference_words + 1));
        if reach == Reach::Beam {
            // The beam does not bound the row before all words, but beyond the end of the next row nothing is of use.
            let bounding = row.max(1);
            if bounding < hypothesis_words {
                end = end.min(middle(bounding) + width);
            }
            if row > 0 {
                first = first.max(middle(row).saturating_sub(width));
            }
        }
        (first, end)
    })
}
