//! The search for the block of words whose move brings the hypothesis closest to the reference.

use std::cmp::Reverse;

use super::matrix::{Matrix, Step, Swap};
use super::shape::{Reach, Shape};
use super::words::Numbered;

/// Longest block that is moved, in words.
const MAX_SHIFT_SIZE: usize = 10;
/// How far apart a block may stand in the two texts, in words.
const MAX_SHIFT_DISTANCE: usize = 50;
/// Once so many moves have been looked at, no further block is moved.
const MAX_CANDIDATES: usize = 1000;

/// The number of edits with moves of blocks, as sacreBLEU finds them: the best move is made again and again while it
/// saves edits.
pub fn edits_with_shifts(words: Numbered) -> usize {
    let fewest = words.fewest_edits() as u32;
    let Numbered { mut hypothesis, reference, .. } = words;
    let mut search = Search::new(&hypothesis, &reference, fewest);
    let (mut shifts, mut looked_at) = (0, 0);
    while search.distance > fewest {
        search.align(&hypothesis);
        search.find_candidates(&hypothesis, &reference);
        looked_at += search.candidates.len();
        if looked_at >= MAX_CANDIDATES {
            break;
        }
        let Some((distance, swap)) = search.best_candidate(&hypothesis, fewest) else { break };
        hypothesis[swap.start..swap.end].rotate_left(swap.middle - swap.start);
        shifts += 1;
        search.advance(&hypothesis, distance);
    }
    shifts + search.distance as usize
}

/// A block of the hypothesis and where it would go: before the word `target`.
struct Candidate {
    start: usize,
    length: usize,
    target: usize,
}

impl Candidate {
    /// Of two moves that save as much, the longer block goes first, then the earlier one, then the earlier target.
    fn rank(&self) -> (Reverse<usize>, usize, usize) {
        (Reverse(self.length), self.start, self.target)
    }

    /// The move as a swap of the block with the words it passes.
    fn swap(&self, words: usize) -> Swap {
        let after = self.start + self.length;
        if self.target < self.start {
            return Swap { start: self.target, middle: self.start, end: after };
        }
        // Like sacreBLEU: a target within the block counts from the end of the block.
        let end = if self.target > after { self.target } else { (self.length + self.target).min(words) };
        Swap { start: self.start, middle: after, end }
    }
}

/// What is known of the hypothesis as it stands, and buffers for the next move.
struct Search {
    shape: Shape,
    from_start: Matrix,
    from_end: Matrix,
    scratch: Matrix,
    distance: u32,
    /// For each word of the reference, how many words of the hypothesis stand before or at its place.
    places: Vec<usize>,
    /// How many of the first words of the hypothesis are wrong, for each number of words.
    hypothesis_errors: Vec<usize>,
    reference_errors: Vec<usize>,
    candidates: Vec<Candidate>,
}

impl Search {
    fn new(hypothesis: &[u32], reference: &[u32], fewest: u32) -> Self {
        let mut shape = Shape::new(hypothesis.len(), reference, Reach::Beam);
        let mut from_start = Matrix::default();
        // Without a limit to its size the matrix is always filled.
        let distance = from_start.measure(&mut shape, hypothesis, fewest as usize, usize::MAX).unwrap_or(fewest);
        Self {
            shape,
            from_start,
            from_end: Matrix::default(),
            scratch: Matrix::default(),
            distance,
            places: vec![0; reference.len()],
            hypothesis_errors: vec![0; hypothesis.len() + 1],
            reference_errors: vec![0; reference.len() + 1],
            candidates: Vec::new(),
        }
    }

    /// Takes note of a move that leaves the hypothesis at `distance`.
    fn advance(&mut self, hypothesis: &[u32], distance: u32) {
        self.distance = distance;
        self.shape.resize(distance as usize);
        self.from_start.fill_from_start(&self.shape, hypothesis);
    }

    /// Notes which words stand for which, and which are wrong.
    fn align(&mut self, hypothesis: &[u32]) {
        self.hypothesis_errors.fill(0);
        self.reference_errors.fill(0);
        self.from_start.walk_back(&self.shape, hypothesis, |row, column, step| {
            let wrong = usize::from(step != Step::Diagonal { equal: true });
            if step != Step::Insertion {
                self.hypothesis_errors[row] = wrong;
            }
            if step != Step::Deletion {
                self.reference_errors[column] = wrong;
                self.places[column - 1] = row;
            }
        });
        for errors in [&mut self.hypothesis_errors, &mut self.reference_errors] {
            let mut sum = 0;
            for error in errors {
                sum += *error;
                *error = sum;
            }
        }
    }

    /// Lists the moves that put a wrong block to where the reference has the same block unmatched.
    fn find_candidates(&mut self, hypothesis: &[u32], reference: &[u32]) {
        self.candidates.clear();
        for start in 0..hypothesis.len() {
            let furthest = (start + MAX_SHIFT_SIZE).min(hypothesis.len());
            if self.hypothesis_errors[start] == self.hypothesis_errors[furthest] {
                continue;
            }
            let window = start.saturating_sub(MAX_SHIFT_DISTANCE)..reference.len().min(start + MAX_SHIFT_DISTANCE + 1);
            for reference_start in window {
                if reference[reference_start] == hypothesis[start] {
                    self.add_blocks(hypothesis, reference, start, reference_start);
                }
                if self.candidates.len() >= MAX_CANDIDATES {
                    return;
                }
            }
        }
    }

    /// Lists the moves of the blocks that start at one word of the hypothesis and at one of the reference.
    fn add_blocks(&mut self, hypothesis: &[u32], reference: &[u32], start: usize, reference_start: usize) {
        let pairs = hypothesis[start..].iter().zip(&reference[reference_start..]);
        let longest = pairs.take(MAX_SHIFT_SIZE).take_while(|(one, other)| one == other).count();
        let place = self.places[reference_start];
        for length in 1..=longest {
            let right = |errors: &[usize], start: usize| errors[start] == errors[start + length];
            if right(&self.hypothesis_errors, start) || right(&self.reference_errors, reference_start) {
                continue;
            }
            if start < place && place <= start + length {
                return;
            }
            let mut previous = None;
            for end in reference_start..=reference_start + length {
                let target = if end == 0 { 0 } else { self.places[end - 1] };
                if previous.replace(target) != Some(target) {
                    self.candidates.push(Candidate { start, length, target });
                }
            }
        }
    }

    /// The move that saves most, if any saves an edit, and the distance it leaves.
    fn best_candidate(&mut self, hypothesis: &[u32], fewest: u32) -> Option<(u32, Swap)> {
        if self.candidates.is_empty() {
            return None;
        }
        self.from_end.fill_from_end(&self.shape, hypothesis);
        self.scratch.clear(&self.shape);
        let mut best = None;
        let mut to_beat = (self.distance, (Reverse(usize::MAX), 0, 0));
        for candidate in &self.candidates {
            let rank = candidate.rank();
            let below = to_beat.0 + u32::from(rank < to_beat.1);
            if below <= fewest || candidate.target == candidate.start {
                continue;
            }
            let swap = candidate.swap(hypothesis.len());
            let known = (&self.from_start, &self.from_end);
            let distance = self.scratch.distance_after_swap(&self.shape, known, hypothesis, swap, below);
            if let Some(distance) = distance {
                to_beat = (distance, rank);
                best = Some((distance, swap));
            }
        }
        best
    }
}
