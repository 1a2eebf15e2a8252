//! The edit-distance matrix of two sequences of words, limited to the cells that a short enough path can use.

use super::shape::{NO_WORD, Reach, Shape, columns};

/// More than any distance, and far enough from the largest number to add the lengths of both texts to it.
const UNREACHED: u32 = u32::MAX / 2;

/// One step of a path through the matrix.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// A word of the hypothesis stands for a word of the reference: the same one or another.
    Diagonal { equal: bool },
    /// A word of the hypothesis is not in the reference.
    Deletion,
    /// A word of the reference is not in the hypothesis.
    Insertion,
}

/// Two neighbouring blocks of words that change places: `start..middle` and `middle..end`.
#[derive(Clone, Copy)]
pub struct Swap {
    pub start: usize,
    pub middle: usize,
    pub end: usize,
}

/// Distances to every cell of a [`Shape`].
#[derive(Default)]
pub struct Matrix {
    cells: Vec<u32>,
    /// The smallest distance in each row.
    lowest: Vec<u32>,
}

impl Matrix {
    /// Finds the distance of two texts that is not below `fewest`, by allowing for more and more edits until they
    /// suffice. Where that takes more than `most_cells`, the path found is the shortest of those that keep near enough
    /// to the diagonal; none does where the lengths of the texts are too far apart.
    pub fn measure(&mut self, shape: &mut Shape, hypothesis: &[u32], fewest: usize, most_cells: usize) -> Option<u32> {
        let largest = shape.largest_budget(most_cells);
        if largest < hypothesis.len().abs_diff(shape.reference_words()) {
            return None;
        }
        let mut budget = fewest + fewest / 2 + 4;
        loop {
            budget = budget.min(largest);
            shape.resize(budget);
            self.fill_from_start(shape, hypothesis);
            let distance = self.cells[shape.rows[hypothesis.len()].at(shape.reference_words())];
            if distance as usize <= budget || budget == largest {
                return Some(distance);
            }
            budget *= 2;
        }
    }

    /// Fills in the distances from the start of both texts.
    pub fn fill_from_start(&mut self, shape: &Shape, hypothesis: &[u32]) {
        self.clear(shape);
        let top = &shape.rows[0];
        let line = &mut self.cells[top.at(top.first)..top.at(top.end)];
        line.iter_mut().zip(0..).for_each(|(cell, insertions)| *cell = insertions);
        for (row, &word) in (1..).zip(hypothesis) {
            let (above, below) = self.cells.split_at_mut(shape.rows[row].offset);
            self.lowest[row] = step_down(shape, row, word, &above[shape.rows[row - 1].offset..], below);
        }
    }

    /// Fills in the distances to the end of both texts.
    pub fn fill_from_end(&mut self, shape: &Shape, hypothesis: &[u32]) {
        self.clear(shape);
        let bottom = &shape.rows[shape.hypothesis_words()];
        let line = &mut self.cells[bottom.at(bottom.first)..bottom.at(bottom.end)];
        line.iter_mut().rev().zip(0..).for_each(|(cell, insertions)| *cell = insertions);
        for (row, &word) in hypothesis.iter().enumerate().rev() {
            let (above, below) = self.cells.split_at_mut(shape.rows[row + 1].offset);
            self.lowest[row] = step_up(shape, row, word, &mut above[shape.rows[row].offset..], below);
        }
    }

    /// Makes every cell unreached.
    pub fn clear(&mut self, shape: &Shape) {
        self.cells.clear();
        self.cells.resize(shape.cells, UNREACHED);
        self.lowest.clear();
        self.lowest.resize(shape.rows.len(), 0);
    }

    /// Walks the shortest path back from the end, filled in from the start; where several are as short, prefers
    /// [`Step::Diagonal`], then [`Step::Deletion`]. Tells of each step with the row and the column it leads to.
    pub fn walk_back(&self, shape: &Shape, hypothesis: &[u32], mut visit: impl FnMut(usize, usize, Step)) {
        let (mut row, mut column) = (shape.hypothesis_words(), shape.reference_words());
        while row > 0 || column > 0 {
            let step = self.step_to(shape, hypothesis, row, column);
            visit(row, column, step);
            row -= usize::from(step != Step::Insertion);
            column -= usize::from(step != Step::Deletion);
        }
    }

    fn step_to(&self, shape: &Shape, hypothesis: &[u32], row: usize, column: usize) -> Step {
        if row == 0 || column == 0 {
            return if row == 0 { Step::Insertion } else { Step::Deletion };
        }
        let distance = |row: usize, column| self.cells[shape.rows[row].at(column)];
        let equal = hypothesis[row - 1] == shape.reference[column];
        let here = distance(row, column);
        if distance(row - 1, column - 1) + u32::from(!equal) == here {
            Step::Diagonal { equal }
        } else if distance(row - 1, column) + 1 == here {
            Step::Deletion
        } else {
            Step::Insertion
        }
    }

    /// The distance of the two texts after a swap in the hypothesis, if it is less than `below`. Works out anew only
    /// the rows of the swapped words, into a cleared matrix: the others are as in `from_start` and `from_end`.
    pub fn distance_after_swap(
        &mut self,
        shape: &Shape,
        (from_start, from_end): (&Self, &Self),
        hypothesis: &[u32],
        swap: Swap,
        below: u32,
    ) -> Option<u32> {
        let at_least_after = from_end.lowest[swap.end];
        if from_start.lowest[swap.start] + at_least_after >= below {
            return None;
        }
        let words = hypothesis[swap.middle..swap.end].iter().chain(&hypothesis[swap.start..swap.middle]);
        for (row, &word) in (swap.start + 1..).zip(words) {
            let (above, current) = self.cells.split_at_mut(shape.rows[row].offset);
            let above = if row == swap.start + 1 { &from_start.cells } else { &*above };
            let lowest = step_down(shape, row, word, &above[shape.rows[row - 1].offset..], current);
            if lowest + at_least_after >= below {
                return None;
            }
        }
        let row = &shape.rows[swap.end];
        let meeting = row.at(row.first)..row.at(row.end);
        let ways = self.cells[meeting.clone()].iter().zip(&from_end.cells[meeting]);
        ways.map(|(before, after)| before + after).min().filter(|&distance| distance < below)
    }
}

/// Works out one row from the row above it; returns its smallest distance.
fn step_down(shape: &Shape, row: usize, word: u32, above: &[u32], below: &mut [u32]) -> u32 {
    let (upper, this) = (&shape.rows[row - 1], &shape.rows[row]);
    let above = &above[this.first - upper.kept_from..];
    let cells = &mut below[this.first + 1 - this.kept_from..][..this.end - this.first];
    relax(cells, above, &above[1..], &shape.reference[this.first..this.end], word);
    spread(cells.iter_mut())
}

/// Works out one row from the row below it; returns its smallest distance.
fn step_up(shape: &Shape, row: usize, word: u32, above: &mut [u32], below: &[u32]) -> u32 {
    let (this, lower) = (&shape.rows[row], &shape.rows[row + 1]);
    let below = &below[this.first + 1 - lower.kept_from..];
    let cells = &mut above[this.first + 1 - this.kept_from..][..this.end - this.first];
    relax(cells, &below[1..], below, &shape.reference[this.first + 1..=this.end], word);
    spread(cells.iter_mut().rev())
}

/// Distances by a step along the diagonal or straight up or down.
fn relax(cells: &mut [u32], diagonal: &[u32], straight: &[u32], reference: &[u32], word: u32) {
    for (((cell, diagonal), straight), other) in cells.iter_mut().zip(diagonal).zip(straight).zip(reference) {
        *cell = (diagonal + u32::from(*other != word)).min(straight + 1);
    }
}

/// Distances by steps along the row; returns the smallest.
fn spread<'a>(cells: impl Iterator<Item = &'a mut u32>) -> u32 {
    let (mut previous, mut lowest) = (UNREACHED, UNREACHED);
    for cell in cells {
        *cell = (*cell).min(previous + 1);
        previous = *cell;
        lowest = lowest.min(previous);
    }
    lowest
}

/// The distance within the beam of two texts too long to keep a matrix of.
pub fn distance_in_one_row(hypothesis: &[u32], reference: &[u32]) -> u32 {
    let mut cells: Vec<u32> = (0..).take(reference.len() + 1).collect();
    let whole = hypothesis.len() + reference.len();
    let rows = columns(hypothesis.len(), reference.len(), whole, Reach::Beam).skip(1).zip(hypothesis);
    for (row, ((first, end), &word)) in rows.enumerate() {
        let mut diagonal = UNREACHED;
        if first > 0 {
            diagonal = std::mem::replace(&mut cells[first - 1], UNREACHED);
        }
        let mut left = UNREACHED;
        for column in first..end {
            let other = if column == 0 { NO_WORD } else { reference[column - 1] };
            let above = cells[column];
            left = (diagonal + u32::from(other != word)).min(above + 1).min(left + 1);
            cells[column] = left;
            diagonal = above;
        }
        if row == 0 {
            cells[end..].fill(UNREACHED);
        }
    }
    cells[reference.len()]
}

#[cfg(test)]
mod tests {
    use super::{Matrix, Reach, Shape, Swap, distance_in_one_row};

    /// Words from a small vocabulary, the same each time.
    fn words(count: usize, seed: u32) -> Vec<u32> {
        let next = |state: &u32| Some(state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223));
        std::iter::successors(Some(seed), next).map(|state| (state >> 24) % 7).skip(1).take(count).collect()
    }

    fn distance(hypothesis: &[u32], reference: &[u32], reach: Reach) -> u32 {
        let mut shape = Shape::new(hypothesis.len(), reference, reach);
        Matrix::default().measure(&mut shape, hypothesis, 0, usize::MAX).expect("no limit")
    }

    #[test]
    fn one_row_gives_the_distance_of_the_matrix() {
        for (hypothesis, reference) in [(0, 0), (0, 9), (9, 0), (1, 200), (200, 3), (70, 70), (60, 150), (150, 60)] {
            let (one, other) = (words(hypothesis, 1), words(reference, 2));
            assert_eq!(
                distance_in_one_row(&one, &other),
                distance(&one, &other, Reach::Beam),
                "{hypothesis} and {reference} words"
            );
        }
    }

    #[test]
    fn the_beam_misses_what_is_far_from_the_diagonal() {
        let (one, other) = ((0..80).collect::<Vec<_>>(), (40..120).collect::<Vec<_>>());
        assert_eq!((distance(&one, &other, Reach::Whole), distance(&one, &other, Reach::Beam)), (80, 80));
        let (one, other) = ((0..80).collect::<Vec<_>>(), (30..110).collect::<Vec<_>>());
        assert_eq!((distance(&one, &other, Reach::Whole), distance(&one, &other, Reach::Beam)), (60, 80));
    }

    #[test]
    fn a_swap_costs_what_the_swapped_text_costs() {
        let (hypothesis, reference) = (words(40, 3), words(45, 4));
        let before = distance(&hypothesis, &reference, Reach::Beam);
        let mut shape = Shape::new(hypothesis.len(), &reference, Reach::Beam);
        shape.resize(before as usize);
        let [mut from_start, mut from_end, mut scratch] = <[Matrix; 3]>::default();
        from_start.fill_from_start(&shape, &hypothesis);
        from_end.fill_from_end(&shape, &hypothesis);
        scratch.clear(&shape);
        for (start, middle, end) in [(0, 1, 2), (0, 20, 40), (3, 8, 30), (39, 40, 40), (12, 14, 19)] {
            let swap = Swap { start, middle, end };
            let mut swapped = hypothesis.clone();
            swapped[start..end].rotate_left(middle - start);
            let expected = distance(&swapped, &reference, Reach::Beam);
            let found = scratch.distance_after_swap(&shape, (&from_start, &from_end), &hypothesis, swap, before + 1);
            assert_eq!(found, (expected <= before).then_some(expected), "{start} {middle} {end}");
        }
    }
}
