//! The dynamic programme over sentences of two languages, in a band around where they are expected.

use std::ops::Range;

use super::band::Band;
use super::cues::{Ending, Side, Signs};
use super::shared::{Shared, SharedKeys};
use crate::compare::Link;

/// How long translations are.
#[derive(Debug, Clone, Copy)]
pub(super) struct Lengths {
    /// Characters of the draft for one of the source.
    pub(super) ratio: f32,
    /// Variance of the length of a translation, by character.
    pub(super) spread: f32,
}

/// The shapes of units.
const SHAPES: [(usize, usize); 9] = [(1, 1), (1, 0), (0, 1), (2, 1), (1, 2), (3, 1), (1, 3), (2, 2), (4, 1)];

/// What a unit costs and earns. Fitted on public gold alignments, and rounded.
#[derive(Debug, Clone)]
struct Weights {
    /// Of each shape.
    prices: [f32; SHAPES.len()],
    /// For a length off by one standard deviation, squared and halved.
    length: f32,
    /// From here on a length that is further off costs little more.
    tail: f32,
    /// For different final marks.
    ending: f32,
    /// For a final mark that one side lacks.
    ending_missing: f32,
    /// For each mark that one side has more than the other.
    commas: f32,
    brackets: f32,
    quotes: f32,
    /// For the frame on one side only: the one's byline is not the other's last sentence.
    frame: f32,
    /// More than this all words together don't earn.
    most_words: f32,
    /// For a number on both sides, and for one on one side.
    numbers: f32,
    missing_numbers: f32,
    /// More than this all missing numbers together don't cost: a machine gets numbers wrong, too.
    most_missing: f32,
}

impl Default for Weights {
    fn default() -> Self {
        let (gap, two, three) = (2.5, 2.0, 5.0);
        Weights {
            prices: [0.0, gap, gap, two, two, three, three, 6.0, 7.0],
            length: 0.5,
            tail: 3.0,
            ending: 4.0,
            ending_missing: 0.8,
            commas: 0.3,
            brackets: 0.3,
            quotes: 0.5,
            frame: 4.0,
            most_words: 10.0,
            numbers: 2.0,
            missing_numbers: 1.5,
            most_missing: 4.0,
        }
    }
}

/// Pairs the sentences of one pair of texts.
pub(super) struct Aligner<'a> {
    from: &'a Side,
    to: &'a Side,
    keys: &'a SharedKeys<'a>,
    weights: Weights,
}

/// One row of the table, from column `start`.
struct Row {
    start: usize,
    best: Vec<f32>,
    /// What the source sentence above this row has in common with the draft sentence before each column.
    shared: Vec<Shared>,
}

impl Row {
    fn best(&self, column: usize) -> f32 {
        column.checked_sub(self.start).and_then(|at| self.best.get(at)).copied().unwrap_or(f32::INFINITY)
    }

    fn shared(&self, column: usize) -> Shared {
        column.checked_sub(self.start).and_then(|at| self.shared.get(at)).copied().unwrap_or_default()
    }
}

impl<'a> Aligner<'a> {
    pub(super) fn new(from: &'a Side, to: &'a Side, keys: &'a SharedKeys<'a>) -> Self {
        Aligner { from, to, keys, weights: Weights::default() }
    }

    /// The units that cost least, in order.
    pub(super) fn align(&self, lengths: Lengths, band: &Band) -> Vec<Link> {
        const MOST: usize = 4;
        let rows = self.from.signs.len();
        let mut steps: Vec<u8> = Vec::with_capacity(band.cells());
        let mut done: Vec<Row> = Vec::with_capacity(MOST + 1);
        for row in 0..=rows {
            let columns = band.columns(row);
            let mut next = Row { start: columns.start, best: Vec::with_capacity(columns.len()), shared: Vec::new() };
            if row > 0 {
                next.shared = self.keys.of_row(row - 1, columns.clone());
            }
            if done.len() > MOST {
                done.remove(0);
            }
            done.push(next);
            for column in columns {
                let (cost, step) = self.cheapest(&done, row, column, lengths);
                steps.push(step);
                if let Some(last) = done.last_mut() {
                    last.best.push(cost);
                }
            }
        }
        self.links(&steps, lengths, band)
    }

    /// The cheapest way to a cell: its cost and the place of its shape.
    fn cheapest(&self, rows: &[Row], row: usize, column: usize, lengths: Lengths) -> (f32, u8) {
        let mut top = (if row + column == 0 { 0.0 } else { f32::INFINITY }, 0);
        let here = rows.len() - 1;
        for (at, shape) in SHAPES.into_iter().enumerate() {
            if row < shape.0 || column < shape.1 {
                continue;
            }
            let before = rows[here - shape.0].best(column - shape.1) + self.weights.prices[at];
            if before.is_infinite() || (before >= top.0 + self.most_gain()) {
                continue;
            }
            let mut cost = before;
            if shape.0 > 0 && shape.1 > 0 {
                let mut shared = Shared::default();
                for upper in &rows[rows.len() - shape.0..] {
                    (column + 1 - shape.1..=column).for_each(|left| shared.add(upper.shared(left)));
                }
                let (one, two) = (sum(self.from, row - shape.0..row), sum(self.to, column - shape.1..column));
                cost += self.cost(one, two, shared, lengths);
            }
            if cost < top.0 {
                top = (cost, at as u8);
            }
        }
        top
    }

    /// More than this the cues of a unit hardly earn.
    fn most_gain(&self) -> f32 {
        self.weights.most_words + 20.0 * self.weights.numbers
    }

    /// What speaks against two runs being translations of each other, less what speaks for it.
    fn cost(&self, one: Signs, two: Signs, shared: Shared, lengths: Lengths) -> f32 {
        let Weights {
            length,
            tail,
            ending,
            ending_missing,
            commas,
            brackets,
            quotes,
            frame,
            most_words,
            numbers,
            missing_numbers,
            most_missing,
            ..
        } = self.weights;
        let expected = one.length * lengths.ratio;
        let mean = ((expected + two.length) / 2.0).max(1.0);
        let off = (expected - two.length).powi(2) / (2.0 * lengths.spread * mean);
        // A machine may forget half of a sentence: far off is not hopeless.
        let off = tail * (off / tail).ln_1p();
        let apart = |one: f32, two: f32| (one - two).abs();
        let ends = match (one.ending, two.ending) {
            (one, two) if one == two => 0.0,
            (Ending::None, _) | (_, Ending::None) => ending_missing,
            _ => ending,
        };
        let matched = shared.numbers.min(one.numbers).min(two.numbers);
        length * off
            + ends
            + commas * apart(one.commas, two.commas)
            + brackets * apart(one.brackets, two.brackets)
            + quotes * apart(one.quotes, two.quotes).min(2.0)
            + if one.frame == two.frame { 0.0 } else { frame }
            + (missing_numbers * (one.numbers + two.numbers - 2.0 * matched)).min(most_missing)
            - numbers * matched
            - shared.words.min(most_words)
    }

    fn links(&self, steps: &[u8], lengths: Lengths, band: &Band) -> Vec<Link> {
        let mut links = Vec::new();
        let (mut row, mut column) = (self.from.signs.len(), self.to.signs.len());
        while row > 0 || column > 0 {
            let shape = SHAPES[steps[band.place(row, column)] as usize];
            (row, column) = (row - shape.0, column - shape.1);
            if shape.0 > 0 && shape.1 > 0 {
                let (draft, r#final) = (row..row + shape.0, column..column + shape.1);
                let one = sum(self.from, draft.clone()).length * lengths.ratio;
                let two = sum(self.to, r#final.clone()).length;
                links.push(Link { draft, r#final, similarity: one.min(two) / one.max(two).max(1.0) });
            }
        }
        links.reverse();
        links
    }
}

fn sum(side: &Side, run: Range<usize>) -> Signs {
    side.signs[run].iter().fold(Signs::default(), |sum, next| sum.with(*next))
}
