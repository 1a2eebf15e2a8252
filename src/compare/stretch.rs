//! A stretch of sentences between two anchors, and how alike each pair of them is.

use super::Link;
use super::bag::{Bag, Bags, Profile};
use super::pairs::raise;

/// Sentences between two anchors, with how alike each pair of them is.
pub(super) struct Stretch<'a> {
    pub(super) draft: Vec<usize>,
    pub(super) r#final: Vec<usize>,
    bags: &'a Bags,
    /// Dice of grams and of bigrams, by row (draft) and column (final).
    grams: Vec<f32>,
    bigrams: Vec<f32>,
    /// The best of each row and each column, and the best but one.
    rows: Vec<[f32; 2]>,
    columns: Vec<[f32; 2]>,
}

/// A run of rows and a run of columns of a stretch.
#[derive(Debug, Clone, Copy)]
pub(super) struct Block {
    pub(super) row: usize,
    pub(super) column: usize,
    pub(super) shape: (usize, usize),
}

impl<'a> Stretch<'a> {
    pub(super) fn new(draft: Vec<usize>, r#final: Vec<usize>, bags: &'a Bags) -> Self {
        let side = |profiles: &'a [Profile], at: &[usize], bag: fn(&Profile) -> &Bag| -> Vec<&'a Bag> {
            at.iter().map(|&at| bag(&profiles[at])).collect()
        };
        let table = |bag: fn(&Profile) -> &Bag, weights: &[f32]| {
            dice_table(&side(&bags.draft, &draft, bag), &side(&bags.r#final, &r#final, bag), weights)
        };
        let grams = table(|profile| &profile.grams, &bags.gram_weights);
        let bigrams = table(|profile| &profile.bigrams, &bags.bigram_weights);
        Stretch { draft, r#final, bags, grams, bigrams, rows: Vec::new(), columns: Vec::new() }.with_best()
    }

    /// The stretch without the sentences that have moved elsewhere; `None` where a side has no other.
    pub(super) fn without(&self, gone: &(Vec<bool>, Vec<bool>)) -> Option<Stretch<'a>> {
        let left = |run: &[usize], gone: &[bool]| -> Vec<usize> {
            (0..run.len()).filter(|&place| !gone[run[place]]).collect()
        };
        let (rows, columns) = (left(&self.draft, &gone.0), left(&self.r#final, &gone.1));
        if rows.is_empty() || columns.is_empty() {
            return None;
        }
        let width = self.r#final.len();
        let cells = |table: &[f32]| -> Vec<f32> {
            rows.iter().flat_map(|row| columns.iter().map(move |column| table[row * width + column])).collect()
        };
        let stretch = Stretch {
            grams: cells(&self.grams),
            bigrams: cells(&self.bigrams),
            draft: rows.iter().map(|&row| self.draft[row]).collect(),
            r#final: columns.iter().map(|&column| self.r#final[column]).collect(),
            bags: self.bags,
            rows: Vec::new(),
            columns: Vec::new(),
        };
        Some(stretch.with_best())
    }

    fn with_best(mut self) -> Self {
        self.rows = vec![[0.0; 2]; self.draft.len()];
        self.columns = vec![[0.0; 2]; self.r#final.len()];
        for (line, row) in self.grams.chunks(self.r#final.len()).zip(&mut self.rows) {
            for (&value, column) in line.iter().zip(&mut self.columns) {
                raise(row, value);
                raise(column, value);
            }
        }
        self
    }

    /// Dice of the grams of one pair.
    pub(super) fn alike(&self, row: usize, column: usize) -> f32 {
        self.grams[row * self.r#final.len() + column]
    }

    /// The most alike pair of a row and of a column.
    pub(super) fn best_of_row(&self, row: usize) -> f32 {
        self.rows[row][0]
    }

    pub(super) fn best_of_column(&self, column: usize) -> f32 {
        self.columns[column][0]
    }

    /// By how much the best other pair in the row or column of a pair is better than it.
    pub(super) fn rival(&self, row: usize, column: usize) -> f32 {
        let value = self.alike(row, column);
        let other = |top: [f32; 2]| if top[0] > value { top[0] } else { top[1] };
        (other(self.rows[row]).max(other(self.columns[column])) - value).max(0.0)
    }

    /// Dice of the grams and of the bigrams of one pair.
    pub(super) fn dice_of_pair(&self, row: usize, column: usize) -> (f32, f32) {
        let at = row * self.r#final.len() + column;
        (self.grams[at], self.bigrams[at])
    }

    /// Dice of the grams and of the bigrams of a larger block, and how much the whole gains over its best pair; `None`
    /// where the sentences don't stand together or one of them has no part in the other side.
    pub(super) fn dice_of_block(&self, block: Block) -> Option<(f32, f32, f32)> {
        /// Of each sentence so much stands on the other side.
        const LEAST_SHARE: f32 = 0.2;
        const LEAST_ALIKE: f32 = 0.25;
        /// The whole can't be less alike than its best pair by more than this.
        const MOST_LOSS: f32 = 0.05;
        let Block { row, column, shape } = block;
        let (draft, r#final) = (&self.draft[row..row + shape.0], &self.r#final[column..column + shape.1]);
        let together = |run: &[usize]| run[run.len() - 1] - run[0] + 1 == run.len();
        if !together(draft) || !together(r#final) {
            return None;
        }
        let weight = |profiles: &[Profile], at: usize| profiles[at].grams.weight;
        let (mut of_rows, mut of_columns) = ([0.0_f32; 4], [0.0_f32; 4]);
        let (mut whole, mut shared, mut best) = (0.0, 0.0, 0.0_f32);
        for (i, &from) in draft.iter().enumerate() {
            let one = weight(&self.bags.draft, from);
            whole += one;
            for (j, &to) in r#final.iter().enumerate() {
                let two = weight(&self.bags.r#final, to);
                let alike = self.alike(row + i, column + j);
                let common = alike * (one + two) / 2.0;
                best = best.max(alike);
                shared += common;
                of_rows[i] += common / one.max(f32::MIN_POSITIVE);
                of_columns[j] += common / two.max(f32::MIN_POSITIVE);
            }
        }
        let others: f32 = r#final.iter().map(|&to| weight(&self.bags.r#final, to)).sum();
        let bound = 2.0 * shared.min(whole).min(others) / (whole + others).max(f32::MIN_POSITIVE);
        let belongs = of_rows[..shape.0].iter().chain(&of_columns[..shape.1]).all(|&share| share >= LEAST_SHARE);
        if !belongs || bound < best - MOST_LOSS || bound < LEAST_ALIKE {
            return None;
        }
        let last = (draft[draft.len() - 1], r#final[r#final.len() - 1]);
        let (grams, bigrams) = self.bags.dice(draft[0]..last.0 + 1, r#final[0]..last.1 + 1);
        Some((grams, bigrams, grams - best))
    }

    /// The links of a way through the stretch, given as the step to each cell; their likeness from the bags.
    pub(super) fn links(&self, steps: &[(u8, u8)]) -> Vec<Link> {
        let width = self.r#final.len() + 1;
        let mut links = Vec::new();
        let (mut row, mut column) = (self.draft.len(), self.r#final.len());
        while row > 0 || column > 0 {
            let (down, right) = steps[row * width + column];
            let (down, right) = (usize::from(down), usize::from(right));
            (row, column) = (row - down, column - right);
            if down > 0 && right > 0 {
                let draft = self.draft[row]..self.draft[row] + down;
                let r#final = self.r#final[column]..self.r#final[column] + right;
                let similarity = if (down, right) == (1, 1) {
                    self.alike(row, column)
                } else {
                    self.bags.dice_of_grams(draft.clone(), r#final.clone())
                };
                links.push(Link { draft, r#final, similarity });
            }
        }
        links.reverse();
        links
    }

    /// By how much the sides of a block differ in length: the logarithm of their ratio, without sign.
    pub(super) fn length_gap(&self, block: Block) -> f32 {
        let size = |profiles: &[Profile], run: &[usize]| run.iter().map(|&at| profiles[at].length).sum::<f32>() + 1.0;
        let draft = size(&self.bags.draft, &self.draft[block.row..block.row + block.shape.0]);
        let r#final = size(&self.bags.r#final, &self.r#final[block.column..block.column + block.shape.1]);
        (draft / r#final).ln().abs()
    }
}

/// Dice of each pair of bags of two sides, by row and column.
fn dice_table(rows: &[&Bag], columns: &[&Bag], weights: &[f32]) -> Vec<f32> {
    let mut postings: Vec<Vec<(u32, f32)>> = vec![Vec::new(); weights.len()];
    for (column, bag) in columns.iter().enumerate() {
        for &(piece, count) in &bag.pieces {
            postings[piece as usize].push((column as u32, count));
        }
    }
    let mut table = vec![0.0_f32; rows.len() * columns.len()];
    for (row, line) in rows.iter().zip(table.chunks_mut(columns.len())) {
        for &(piece, count) in &row.pieces {
            let weight = weights[piece as usize];
            for &(column, other) in &postings[piece as usize] {
                line[column as usize] += count.min(other) * weight;
            }
        }
        for (cell, column) in line.iter_mut().zip(columns) {
            let total = row.weight + column.weight;
            *cell = if total > 0.0 { 2.0 * *cell / total } else { 0.0 };
        }
    }
    table
}
