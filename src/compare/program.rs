//! The dynamic programme that pairs sentences in order, stretch by stretch between anchors.

use super::Link;
use super::anchors::backbone;
use super::bag::{Bag, Bags, Profile};

/// What a pairing is worth. Fitted on public gold alignments of drafts, and rounded.
#[derive(Debug, Clone)]
pub struct Weights {
    /// One sentence with one.
    pub one: f32,
    /// One with two.
    pub two: f32,
    /// Larger ones.
    pub more: f32,
    /// For the Dice of grams, and its logarithm.
    pub grams: f32,
    pub log_grams: f32,
    /// For the logarithm of the Dice of bigrams.
    pub log_bigrams: f32,
    /// Against different lengths.
    pub length: f32,
    /// For alike neighbours on the diagonal.
    pub neighbours: f32,
    /// Against a pair that has a better rival in its row or column.
    pub rival: f32,
    /// For a sentence without a partner.
    pub gap: f32,
    /// Against a gap for a sentence that has something alike.
    pub gap_alike: f32,
    /// How much the share of gaps in a first pass says about the others.
    pub gap_rate: f32,
}

impl Default for Weights {
    fn default() -> Self {
        Weights {
            one: 1.0,
            two: 0.1,
            more: -2.0,
            grams: 3.6,
            log_grams: 1.4,
            log_bigrams: 0.7,
            length: 1.1,
            neighbours: 0.8,
            rival: 1.0,
            gap: -0.3,
            gap_alike: 1.0,
            gap_rate: 0.3,
        }
    }
}

/// How many sentences a side a unit may hold: (draft, final).
const SHAPES: [(usize, usize); 8] = [(1, 1), (1, 2), (2, 1), (2, 2), (1, 3), (3, 1), (1, 4), (4, 1)];

/// A stretch with more cells than this is cut at its surest pairs, or else searched near its diagonal only.
const MOST_CELLS: usize = 250_000;

/// Pairs the sentences of one pair of articles.
pub(super) struct Aligner<'a> {
    bags: &'a Bags,
    counts: (usize, usize),
    weights: Weights,
}

/// Sentences between two anchors, with how alike each pair of them is.
struct Stretch {
    draft: Vec<usize>,
    r#final: Vec<usize>,
    /// Dice of grams and of bigrams, by row (draft) and column (final).
    grams: Vec<f32>,
    bigrams: Vec<f32>,
    /// The best of each row and each column, and the best but one.
    rows: Vec<[f32; 2]>,
    columns: Vec<[f32; 2]>,
}

impl<'a> Aligner<'a> {
    pub(super) fn new(bags: &'a Bags, drafts: usize, finals: usize, weights: Weights) -> Self {
        Aligner { bags, counts: (drafts, finals), weights }
    }

    /// The links of all sentences, those in `fixed` as they are.
    pub(super) fn align(&self, fixed: &[Link], degraded: &mut Vec<&'static str>) -> Vec<Link> {
        let stretches = self.stretches(fixed, degraded);
        let mut links = self.pass(&stretches, 0.0);
        let sentences: usize = stretches.iter().map(|stretch| stretch.draft.len() + stretch.r#final.len()).sum();
        let linked: usize = links.iter().map(|link| link.draft.len() + link.r#final.len()).sum();
        if linked < sentences {
            // One gap is taken for granted on either end of the scale.
            let rate = ((sentences - linked) as f32 + 1.0) / (sentences as f32 + 2.0);
            links = self.pass(&stretches, self.weights.gap_rate * (rate / (1.0 - rate)).ln());
        }
        links.extend_from_slice(fixed);
        links.sort_by_key(|link| (link.draft.start, link.r#final.start));
        links
    }

    fn pass(&self, stretches: &[Stretch], gap: f32) -> Vec<Link> {
        stretches.iter().flat_map(|stretch| self.program(stretch, gap)).collect()
    }

    fn stretches(&self, fixed: &[Link], degraded: &mut Vec<&'static str>) -> Vec<Stretch> {
        let mut taken = (vec![false; self.counts.0], vec![false; self.counts.1]);
        for link in fixed {
            taken.0[link.draft.clone()].fill(true);
            taken.1[link.r#final.clone()].fill(true);
        }
        let mut fixed: Vec<&Link> = {
            let stays = backbone(fixed);
            fixed.iter().zip(stays).filter(|(_, stays)| *stays).map(|(link, _)| link).collect()
        };
        fixed.sort_by_key(|link| link.draft.start);
        let ends = fixed.iter().map(|link| (link.draft.start, link.r#final.start, link.draft.end, link.r#final.end));
        let mut stretches = Vec::new();
        let mut from = (0, 0);
        for (draft, r#final, draft_end, final_end) in ends.chain([(self.counts.0, self.counts.1, 0, 0)]) {
            let draft: Vec<usize> = (from.0..draft).filter(|&at| !taken.0[at]).collect();
            let r#final: Vec<usize> = (from.1..r#final).filter(|&at| !taken.1[at]).collect();
            self.cut(draft, r#final, &mut stretches, degraded);
            from = (draft_end, final_end);
        }
        stretches
    }

    /// Adds one stretch, or several where it is too large for one.
    fn cut(
        &self,
        draft: Vec<usize>,
        r#final: Vec<usize>,
        stretches: &mut Vec<Stretch>,
        degraded: &mut Vec<&'static str>,
    ) {
        if draft.is_empty() || r#final.is_empty() {
            return;
        }
        if draft.len().saturating_mul(r#final.len()) <= MOST_CELLS {
            stretches.push(Stretch::new(draft, r#final, self.bags));
            return;
        }
        if !degraded.contains(&"alignment-cut") {
            degraded.push("alignment-cut");
        }
        let mut sure = super::anchors::rare(self.bags, &draft, &r#final);
        if sure.is_empty() {
            // Nothing to hold on to: cut both sides in proportion.
            let rows = (MOST_CELLS as f64 / r#final.len() as f64 * draft.len() as f64).sqrt().max(1.0) as usize;
            sure = (1..draft.len().div_ceil(rows))
                .map(|part| (part * rows, part * rows * r#final.len() / draft.len()))
                .collect();
        }
        let mut from = (0, 0);
        for to in sure.into_iter().chain([(draft.len(), r#final.len())]) {
            let part = (draft[from.0..to.0].to_vec(), r#final[from.1..to.1].to_vec());
            from = to;
            self.cut(part.0, part.1, stretches, degraded);
        }
    }

    /// The best links of one stretch, in order.
    fn program(&self, stretch: &Stretch, gap: f32) -> Vec<Link> {
        let (rows, columns) = (stretch.draft.len(), stretch.r#final.len());
        let width = columns + 1;
        let mut best = vec![f32::NEG_INFINITY; (rows + 1) * width];
        let mut step = vec![(0_u8, 0_u8); (rows + 1) * width];
        let gap_of = |alike: f32| (self.weights.gap + gap - self.weights.gap_alike * alike).min(0.0);
        best[0] = 0.0;
        for row in 0..=rows {
            for column in 0..=columns {
                let here = row * width + column;
                let mut top = (best[here], step[here]);
                if row > 0 {
                    let value = best[here - width] + gap_of(stretch.rows[row - 1][0]);
                    if value > top.0 {
                        top = (value, (1, 0));
                    }
                }
                if column > 0 {
                    let value = best[here - 1] + gap_of(stretch.columns[column - 1][0]);
                    if value > top.0 {
                        top = (value, (0, 1));
                    }
                }
                for shape in SHAPES {
                    if row < shape.0 || column < shape.1 {
                        continue;
                    }
                    let Some(worth) = self.worth(stretch, (row - shape.0, column - shape.1), shape) else { continue };
                    let value = best[here - shape.0 * width - shape.1] + worth;
                    if value > top.0 {
                        top = (value, (shape.0 as u8, shape.1 as u8));
                    }
                }
                (best[here], step[here]) = top;
            }
        }
        let mut links = Vec::new();
        let (mut row, mut column) = (rows, columns);
        while row > 0 || column > 0 {
            let (down, right) = step[row * width + column];
            (row, column) = (row - usize::from(down), column - usize::from(right));
            if down > 0 && right > 0 {
                let draft = stretch.draft[row]..stretch.draft[row] + usize::from(down);
                let r#final = stretch.r#final[column]..stretch.r#final[column] + usize::from(right);
                let similarity = self.bags.dice(draft.clone(), r#final.clone()).0;
                links.push(Link { draft, r#final, similarity });
            }
        }
        links.reverse();
        links
    }

    /// What a unit of this shape is worth that begins at (row, column); `None` where it can't be.
    fn worth(&self, stretch: &Stretch, at: (usize, usize), shape: (usize, usize)) -> Option<f32> {
        let Weights { one, two, more, grams, log_grams, log_bigrams, length, neighbours, rival, .. } = self.weights;
        let cell = |row: usize, column: usize| stretch.grams[row * stretch.r#final.len() + column];
        let (last, end) = ((at.0 + shape.0 - 1, at.1 + shape.1 - 1), (at.0 + shape.0, at.1 + shape.1));
        let (draft, r#final) = (&stretch.draft, &stretch.r#final);
        let alike = if shape == (1, 1) {
            (cell(at.0, at.1), stretch.bigrams[at.0 * r#final.len() + at.1])
        } else {
            let apart = draft[last.0] - draft[at.0] + 1 != shape.0 || r#final[last.1] - r#final[at.1] + 1 != shape.1;
            if apart || !stretch.belongs(self.bags, at, shape) {
                return None;
            }
            self.bags.dice(draft[at.0]..draft[last.0] + 1, r#final[at.1]..r#final[last.1] + 1)
        };
        let before = match at {
            (0, 0) => 1.0,
            (0, _) | (_, 0) => 0.0,
            (row, column) => cell(row - 1, column - 1),
        };
        let behind = match (end.0 < draft.len(), end.1 < r#final.len()) {
            (false, false) => 1.0,
            (true, true) => cell(end.0, end.1),
            _ => 0.0,
        };
        let size = |profiles: &[Profile], from: usize, count: usize| {
            profiles[from..from + count].iter().map(|profile| profile.length).sum::<f32>() + 1.0
        };
        let ratio = (size(&self.bags.draft, draft[at.0], shape.0) / size(&self.bags.r#final, r#final[at.1], shape.1))
            .ln()
            .abs();
        let base = match shape.0 + shape.1 {
            2 => one - rival * stretch.rival(at),
            3 => two,
            _ => more,
        };
        const LEAST: f32 = 0.02;
        Some(
            base + grams * alike.0 + log_grams * (alike.0 + LEAST).ln() + log_bigrams * (alike.1 + LEAST).ln()
                - length * ratio
                + neighbours * (before + behind),
        )
    }
}

impl Stretch {
    fn new(draft: Vec<usize>, r#final: Vec<usize>, bags: &Bags) -> Self {
        let side = |profiles: &'_ [Profile], at: &[usize], bag: fn(&Profile) -> &Bag| -> Vec<Bag> {
            at.iter().map(|&at| bag(&profiles[at]).clone()).collect()
        };
        let table = |bag: fn(&Profile) -> &Bag, weights: &[f32]| {
            dice_table(&side(&bags.draft, &draft, bag), &side(&bags.r#final, &r#final, bag), weights)
        };
        let grams = table(|profile| &profile.grams, &bags.gram_weights);
        let bigrams = table(|profile| &profile.bigrams, &bags.bigram_weights);
        let mut rows = vec![[0.0_f32; 2]; draft.len()];
        let mut columns = vec![[0.0_f32; 2]; r#final.len()];
        let raise = |top: &mut [f32; 2], value: f32| {
            if value > top[0] {
                *top = [value, top[0]];
            } else if value > top[1] {
                top[1] = value;
            }
        };
        for (at, &value) in grams.iter().enumerate() {
            raise(&mut rows[at / r#final.len()], value);
            raise(&mut columns[at % r#final.len()], value);
        }
        Stretch { draft, r#final, grams, bigrams, rows, columns }
    }

    /// By how much the best other pair in the row or column of a pair is better than it.
    fn rival(&self, (row, column): (usize, usize)) -> f32 {
        let value = self.grams[row * self.r#final.len() + column];
        let other = |top: [f32; 2]| if top[0] > value { top[0] } else { top[1] };
        (other(self.rows[row]).max(other(self.columns[column])) - value).max(0.0)
    }

    /// Whether each sentence of a unit has a part of itself on the other side.
    fn belongs(&self, bags: &Bags, at: (usize, usize), shape: (usize, usize)) -> bool {
        const SHARE: f32 = 0.15;
        let width = self.r#final.len();
        let part = |row: usize, column: usize, of_row: bool| {
            let (one, two) =
                (bags.draft[self.draft[row]].grams.weight, bags.r#final[self.r#final[column]].grams.weight);
            let own = if of_row { one } else { two };
            self.grams[row * width + column] * (one + two) / (2.0 * own.max(f32::MIN_POSITIVE))
        };
        let (rows, columns) = (at.0..at.0 + shape.0, at.1..at.1 + shape.1);
        rows.clone().all(|row| columns.clone().map(|column| part(row, column, true)).sum::<f32>() >= SHARE)
            && columns.clone().all(|column| rows.clone().map(|row| part(row, column, false)).sum::<f32>() >= SHARE)
    }
}

/// Dice of each pair of bags of two sides, by row and column.
fn dice_table(rows: &[Bag], columns: &[Bag], weights: &[f32]) -> Vec<f32> {
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
