//! The dynamic programme that pairs sentences in order, stretch by stretch between anchors.

use super::Link;
use super::stretch::{Block, Stretch};

/// What a pairing is worth. Fitted on public gold alignments of drafts, and rounded.
#[derive(Debug, Clone)]
pub(super) struct Weights {
    /// One sentence with one.
    one: f32,
    /// One with two.
    two: f32,
    /// One with three or four.
    more: f32,
    /// For what changed over between two sentences, and how much of them may without mixing them.
    mixed: f32,
    least_mixed: f32,
    /// For the Dice of grams, and its logarithm.
    grams: f32,
    log_grams: f32,
    /// For the logarithm of the Dice of bigrams.
    log_bigrams: f32,
    /// Against different lengths.
    length: f32,
    /// Added to a Dice before its logarithm is taken.
    least: f32,
    /// For alike neighbours on the diagonal.
    neighbours: f32,
    /// For a place between two sure neighbours, which keeps a sentence that was rewritten beyond recognition.
    enclosed: f32,
    /// From this likeness on a neighbour is sure.
    sure: f32,
    /// Against a pair that has a better rival in its row or column.
    rival: f32,
    /// For a sentence without a partner.
    gap: f32,
    /// Against a gap for a sentence that has something alike.
    gap_alike: f32,
    /// How much the share of gaps in a first pass says about the others.
    gap_rate: f32,
}

impl Default for Weights {
    fn default() -> Self {
        Weights {
            one: 2.0,
            two: 0.0,
            more: -3.0,
            mixed: 20.0,
            least_mixed: 0.2,
            grams: 2.7,
            log_grams: 0.6,
            log_bigrams: 0.8,
            least: 0.04,
            length: 1.8,
            neighbours: 0.3,
            enclosed: 3.0,
            sure: 0.8,
            rival: 4.0,
            gap: -0.5,
            gap_alike: 0.3,
            gap_rate: 0.9,
        }
    }
}

/// The shapes of larger units: sentences of the draft and of the final.
const LARGER: [(usize, usize); 7] = [(1, 2), (2, 1), (2, 2), (1, 3), (3, 1), (1, 4), (4, 1)];

/// A stretch with what each unit in it is worth.
struct Priced<'s> {
    stretch: &'s Stretch<'s>,
    /// One sentence with one, by row and column.
    pairs: Vec<f32>,
    /// Larger units by where they end, in the order of the programme, with what they are worth.
    blocks: Vec<(Block, f32)>,
}

/// The links of all sentences of the stretches, each in order.
pub(super) fn align(stretches: &[Stretch], weights: &Weights) -> Vec<Link> {
    let priced: Vec<Priced> = stretches.iter().map(|stretch| Priced::new(stretch, weights)).collect();
    let pass = |gap: f32| -> Vec<Link> { priced.iter().flat_map(|priced| priced.best(weights, gap)).collect() };
    let links = pass(weights.gap);
    let sentences: usize = stretches.iter().map(|stretch| stretch.draft.len() + stretch.r#final.len()).sum();
    let linked: usize = links.iter().map(|link| link.draft.len() + link.r#final.len()).sum();
    if linked == sentences {
        return links;
    }
    // One gap is taken for granted on either end of the scale.
    let rate = ((sentences - linked) as f32 + 1.0) / (sentences as f32 + 2.0);
    pass(weights.gap + weights.gap_rate * (rate / (1.0 - rate)).ln())
}

impl<'s> Priced<'s> {
    fn new(stretch: &'s Stretch, weights: &Weights) -> Self {
        let (rows, columns) = (stretch.draft.len(), stretch.r#final.len());
        let mut priced = Priced { stretch, pairs: Vec::with_capacity(rows * columns), blocks: Vec::new() };
        for row in 0..rows {
            for column in 0..columns {
                priced.pairs.push(weights.of_pair(stretch, row, column));
            }
        }
        for row in 1..=rows {
            for column in 1..=columns {
                let is_part = stretch.is_part(row - 1, column - 1);
                for shape in LARGER {
                    let possible = match shape {
                        (1, _) => is_part.1,
                        (_, 1) => is_part.0,
                        _ => true,
                    };
                    if !possible || shape.0 > row || shape.1 > column {
                        continue;
                    }
                    let block = Block { row: row - shape.0, column: column - shape.1, shape };
                    if let Some(bound) = stretch.most_alike(block) {
                        priced.blocks.push((block, bound));
                    }
                }
            }
        }
        priced.keep_likely_blocks();
        for (block, worth) in &mut priced.blocks {
            *worth = weights.of_block(stretch, *block);
        }
        priced
    }

    /// Where all sentences are somewhat alike, most larger units are possible; then the likeliest are priced, in number
    /// some for each sentence.
    fn keep_likely_blocks(&mut self) {
        const FOR_EACH: usize = 8;
        let most = FOR_EACH * (self.stretch.draft.len() + self.stretch.r#final.len());
        if self.blocks.len() > most {
            let mut bounds: Vec<f32> = self.blocks.iter().map(|block| block.1).collect();
            let (_, least, _) = bounds.select_nth_unstable_by(most, |one, two| two.total_cmp(one));
            let least = *least;
            self.blocks.retain(|block| block.1 > least);
        }
    }

    /// The links that are worth most, in order.
    fn best(&self, weights: &Weights, gap: f32) -> Vec<Link> {
        let (rows, columns) = (self.stretch.draft.len(), self.stretch.r#final.len());
        let width = columns + 1;
        let mut best = vec![0.0_f32; (rows + 1) * width];
        let mut step = vec![(0_u8, 0_u8); (rows + 1) * width];
        let gap_of = |alike: f32| (gap - weights.gap_alike * alike).min(0.0);
        let mut blocks = self.blocks.iter().peekable();
        for row in 0..=rows {
            for column in 0..=columns {
                let here = row * width + column;
                let mut top = (if here == 0 { 0.0 } else { f32::NEG_INFINITY }, (0, 0));
                let mut offer = |value: f32, shape: (u8, u8)| {
                    if value > top.0 {
                        top = (value, shape);
                    }
                };
                if row > 0 {
                    offer(best[here - width] + gap_of(self.stretch.best_of_row(row - 1)), (1, 0));
                }
                if column > 0 {
                    offer(best[here - 1] + gap_of(self.stretch.best_of_column(column - 1)), (0, 1));
                }
                if row > 0 && column > 0 {
                    offer(best[here - width - 1] + self.pairs[(row - 1) * columns + column - 1], (1, 1));
                }
                while let Some(&(Block { shape, .. }, worth)) =
                    blocks.next_if(|(block, _)| block.end() == (row, column))
                {
                    offer(best[here - shape.0 * width - shape.1] + worth, (shape.0 as u8, shape.1 as u8));
                }
                (best[here], step[here]) = top;
            }
        }
        self.stretch.links(&step)
    }
}

impl Weights {
    /// What one sentence with one is worth.
    fn of_pair(&self, stretch: &Stretch, row: usize, column: usize) -> f32 {
        let (grams, bigrams) = stretch.dice_of_pair(row, column);
        let block = Block { row, column, shape: (1, 1) };
        self.one - self.rival * stretch.rival(row, column)
            + self.of_likeness(grams, bigrams)
            + self.of_place(stretch, block)
    }

    /// What a larger unit is worth.
    fn of_block(&self, stretch: &Stretch, block: Block) -> f32 {
        let (grams, bigrams) = stretch.dice_of_block(block);
        let Block { row, column, shape } = block;
        match shape {
            (1, 2) | (2, 1) => self.two + self.of_likeness(grams, bigrams) + self.of_place(stretch, block),
            // Two pairs, were it not for what changed over from one to the other.
            (2, 2) => {
                let changed_over = grams - stretch.dice_of_diagonal(row, column);
                self.of_pair(stretch, row, column)
                    + self.of_pair(stretch, row + 1, column + 1)
                    + self.mixed * (changed_over - self.least_mixed)
            }
            _ => self.more + self.of_likeness(grams, bigrams) + self.of_place(stretch, block),
        }
    }

    fn of_likeness(&self, grams: f32, bigrams: f32) -> f32 {
        let least = self.least;
        self.grams * grams + self.log_grams * (grams + least).ln() + self.log_bigrams * (bigrams + least).ln()
    }

    /// What lengths and neighbours say.
    fn of_place(&self, stretch: &Stretch, block: Block) -> f32 {
        let (before, behind) = neighbours_of(stretch, block);
        let sure = ((before.min(behind) - self.sure) / (1.0 - self.sure)).max(0.0);
        self.neighbours * (before + behind) + self.enclosed * sure - self.length * stretch.length_gap(block)
    }
}

/// How alike the pairs before and behind a block are; the ends of a stretch are anchors.
fn neighbours_of(stretch: &Stretch, block: Block) -> (f32, f32) {
    let end = block.end();
    let before = match (block.row, block.column) {
        (0, 0) => 1.0,
        (0, _) | (_, 0) => 0.0,
        (row, column) => stretch.alike(row - 1, column - 1),
    };
    let behind = match (end.0 < stretch.draft.len(), end.1 < stretch.r#final.len()) {
        (false, false) => 1.0,
        (true, true) => stretch.alike(end.0, end.1),
        _ => 0.0,
    };
    (before, behind)
}
