//! A stretch of sentences between two anchors, and how alike each pair of them is.

use super::Link;
use super::bag::{Bag, Bags, Profile};
use super::holders::Holders;
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

/// The stretches of one text, in order.
pub(super) struct Stretches<'a> {
    pub(super) all: Vec<Stretch<'a>>,
    bags: &'a Bags,
    /// For the tables of the next one.
    grams: Holders,
    bigrams: Holders,
}

impl<'a> Stretches<'a> {
    pub(super) fn none(bags: &'a Bags) -> Self {
        let (grams, bigrams) = (Holders::none(bags.gram_weights.len()), Holders::none(bags.bigram_weights.len()));
        Stretches { all: Vec::new(), bags, grams, bigrams }
    }

    /// Adds the stretch of these sentences, unless a side has none.
    pub(super) fn add(&mut self, draft: Vec<usize>, r#final: Vec<usize>) {
        if draft.is_empty() || r#final.is_empty() {
            return;
        }
        let bags = self.bags;
        let side = |profiles: &'a [Profile], at: &[usize], bag: fn(&Profile) -> &Bag| -> Vec<&'a Bag> {
            at.iter().map(|&at| bag(&profiles[at])).collect()
        };
        let table = |holders: &mut Holders, bag: fn(&Profile) -> &Bag, weights: &[f32]| {
            dice_table(&side(&bags.draft, &draft, bag), &side(&bags.r#final, &r#final, bag), weights, holders)
        };
        let grams = table(&mut self.grams, |profile| &profile.grams, &bags.gram_weights);
        let bigrams = table(&mut self.bigrams, |profile| &profile.bigrams, &bags.bigram_weights);
        let stretch = Stretch { draft, r#final, bags, grams, bigrams, rows: Vec::new(), columns: Vec::new() };
        self.all.push(stretch.with_best());
    }
}

/// In a larger unit so much of each sentence stands on the other side.
const LEAST_SHARE: f32 = 0.2;

/// A run of rows and a run of columns of a stretch.
#[derive(Debug, Clone, Copy)]
pub(super) struct Block {
    pub(super) row: usize,
    pub(super) column: usize,
    pub(super) shape: (usize, usize),
}

impl Block {
    /// The row and the column behind it.
    pub(super) fn end(self) -> (usize, usize) {
        (self.row + self.shape.0, self.column + self.shape.1)
    }
}

impl<'a> Stretch<'a> {
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

    /// Whether one sentence of a pair can be a part of the other: the draft's of the final's, and the other way round.
    pub(super) fn is_part(&self, row: usize, column: usize) -> (bool, bool) {
        let (one, two) =
            (self.bags.draft[self.draft[row]].grams.weight, self.bags.r#final[self.r#final[column]].grams.weight);
        let common = self.alike(row, column) * (one + two) / 2.0;
        (common >= LEAST_SHARE * one, common >= LEAST_SHARE * two)
    }

    /// How alike two sentences are to two others if each is paired with the one across from it.
    pub(super) fn dice_of_diagonal(&self, row: usize, column: usize) -> f32 {
        let weight = |next: usize| {
            let (draft, r#final) = (self.draft[row + next], self.r#final[column + next]);
            self.bags.draft[draft].grams.weight + self.bags.r#final[r#final].grams.weight
        };
        let shared = self.alike(row, column) * weight(0) + self.alike(row + 1, column + 1) * weight(1);
        shared / (weight(0) + weight(1)).max(f32::MIN_POSITIVE)
    }

    /// Dice of the grams and of the bigrams of a larger block.
    pub(super) fn dice_of_block(&self, block: Block) -> (f32, f32) {
        let Block { row, column, shape } = block;
        let (draft, r#final) = (self.draft[row], self.r#final[column]);
        self.bags.dice(draft..draft + shape.0, r#final..r#final + shape.1)
    }

    /// Judges a larger block by its pairs alone, which costs little: more alike than this it can't be. `None` where it
    /// can't be one unit: the sentences don't stand together, one of them has no part in the other side, or they repeat
    /// each other.
    pub(super) fn most_alike(&self, block: Block) -> Option<f32> {
        /// The whole is this alike at least.
        const LEAST_ALIKE: f32 = 0.25;
        /// More of a sentence can't stand in several others, unless these repeat each other.
        const MOST_SHARE: f32 = 1.3;
        /// The best pair of the block is about as good as any other of its sentences.
        const NEARLY: f32 = 0.8;
        /// The whole can't be less alike than its best pair by more than this.
        const MOST_LOSS: f32 = 0.05;
        let Block { row, column, shape } = block;
        let last = (self.draft[row + shape.0 - 1], self.r#final[column + shape.1 - 1]);
        if last.0 - self.draft[row] + 1 != shape.0 || last.1 - self.r#final[column] + 1 != shape.1 {
            return None;
        }
        let (rows, columns) = (row..row + shape.0, column..column + shape.1);
        let weight = |side: &[Profile], at: usize| side[at].grams.weight.max(f32::MIN_POSITIVE);
        let mut shares = [[0.0_f32; 4]; 2];
        let (mut shared, mut best, mut whole) = (0.0_f32, 0.0_f32, [0.0_f32; 2]);
        for (i, row) in rows.clone().enumerate() {
            let one = weight(&self.bags.draft, self.draft[row]);
            whole[0] += one;
            for (j, column) in columns.clone().enumerate() {
                let two = weight(&self.bags.r#final, self.r#final[column]);
                let alike = self.alike(row, column);
                let common = alike * (one + two) / 2.0;
                best = best.max(alike);
                shared += common;
                shares[0][i] += common / one;
                shares[1][j] += common / two;
            }
        }
        whole[1] = columns.clone().map(|column| weight(&self.bags.r#final, self.r#final[column])).sum();
        // Pieces that two pairs share count twice here: the whole is never more alike than this.
        let bound = 2.0 * shared.min(whole[0]).min(whole[1]) / (whole[0] + whole[1]);
        let elsewhere =
            self.rows[rows].iter().chain(&self.columns[columns]).fold(0.0_f32, |most, top| most.max(top[0]));
        let mut shares = shares[0][..shape.0].iter().chain(&shares[1][..shape.1]);
        let holds = bound >= LEAST_ALIKE
            && bound >= best - MOST_LOSS
            && best >= NEARLY * elsewhere
            && shares.all(|share| (LEAST_SHARE..=MOST_SHARE).contains(share));
        holds.then_some(bound)
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
fn dice_table(rows: &[&Bag], columns: &[&Bag], weights: &[f32], holders: &mut Holders) -> Vec<f32> {
    for (column, bag) in columns.iter().enumerate() {
        holders.add(column, bag, |_| true);
    }
    let mut table = vec![0.0_f32; rows.len() * columns.len()];
    for (row, line) in rows.iter().zip(table.chunks_mut(columns.len())) {
        for &(piece, count) in &row.pieces {
            for (column, other) in holders.of(piece) {
                line[column] += count.min(other) * weights[piece as usize];
            }
        }
        for (cell, column) in line.iter_mut().zip(columns) {
            let total = row.weight + column.weight;
            *cell = if total > 0.0 { 2.0 * *cell / total } else { 0.0 };
        }
    }
    holders.clear();
    table
}
