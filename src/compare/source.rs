//! Source and draft: two languages, the same order.

use super::{Alignment, Link, units_in_order};
use crate::article::Article;

/// Aligns the sentences of a source with those of its translation, by their lengths as Gale and Church (1993) do, with
/// the ratio and the spread of lengths taken from the texts themselves. In the units `draft` is the source and `final`
/// the draft.
pub fn align_source(source: &Article, draft: &Article) -> Alignment {
    let lengths = |article: &Article| -> Vec<f64> {
        (0..article.sentences.len()).map(|at| article.sentence(at).chars().count() as f64).collect()
    };
    let (from, to) = (lengths(source), lengths(draft));
    let mut degraded = Vec::new();
    if from.len().saturating_mul(to.len()) > MOST_CELLS {
        degraded.push("source-not-aligned");
        return Alignment { units: units_in_order(source, draft, Vec::new()), degraded };
    }
    let ratio = (to.iter().sum::<f64>() + 1.0) / (from.iter().sum::<f64>() + 1.0);
    let first = program(&from, &to, ratio, SPREAD);
    let (ratio, spread) = refit(&from, &to, &first, ratio);
    let links = program(&from, &to, ratio, spread);
    Alignment { units: units_in_order(source, draft, links), degraded }
}

/// More pairs of sentences than this are not compared.
const MOST_CELLS: usize = 4_000_000;

/// Variance of the length of a translation, by character (Gale and Church: 6.8).
const SPREAD: f64 = 6.8;

/// The shapes of units with their price: minus the logarithm of how often translators make them.
const SHAPES: [((usize, usize), f64); 6] =
    [((1, 1), 0.0), ((2, 1), 2.5), ((1, 2), 2.5), ((1, 0), 3.5), ((0, 1), 4.5), ((2, 2), 5.0)];

fn program(from: &[f64], to: &[f64], ratio: f64, spread: f64) -> Vec<Link> {
    let width = to.len() + 1;
    let mut best = vec![f64::INFINITY; (from.len() + 1) * width];
    let mut step = vec![(0_u8, 0_u8); best.len()];
    best[0] = 0.0;
    for row in 0..=from.len() {
        for column in 0..=to.len() {
            let here = row * width + column;
            for (shape, price) in SHAPES {
                if row < shape.0 || column < shape.1 {
                    continue;
                }
                let mut cost = best[here - shape.0 * width - shape.1] + price;
                if shape.0 > 0 && shape.1 > 0 {
                    let one = ratio * from[row - shape.0..row].iter().sum::<f64>();
                    let two = to[column - shape.1..column].iter().sum::<f64>();
                    cost += (one - two).powi(2) / (2.0 * spread * ((one + two) / 2.0).max(1.0));
                }
                if cost < best[here] {
                    best[here] = cost;
                    step[here] = (shape.0 as u8, shape.1 as u8);
                }
            }
        }
    }
    let mut links = Vec::new();
    let (mut row, mut column) = (from.len(), to.len());
    while row > 0 || column > 0 {
        let (down, right) = step[row * width + column];
        (row, column) = (row - usize::from(down), column - usize::from(right));
        if down > 0 && right > 0 {
            let (draft, r#final) = (row..row + usize::from(down), column..column + usize::from(right));
            let (one, two) = (ratio * from[draft.clone()].iter().sum::<f64>(), to[r#final.clone()].iter().sum::<f64>());
            let similarity = (one.min(two) / one.max(two).max(1.0)) as f32;
            links.push(Link { draft, r#final, similarity });
        }
    }
    links.reverse();
    links
}

/// Ratio and spread of lengths in the links of a first pass.
fn refit(from: &[f64], to: &[f64], links: &[Link], ratio: f64) -> (f64, f64) {
    let single: Vec<(f64, f64)> = links
        .iter()
        .filter(|link| link.draft.len() == 1 && link.r#final.len() == 1)
        .map(|link| (from[link.draft.start], to[link.r#final.start]))
        .collect();
    if single.len() < 3 {
        return (ratio, SPREAD);
    }
    let sums = single.iter().fold((0.0, 0.0), |sum, pair| (sum.0 + pair.0, sum.1 + pair.1));
    let ratio = sums.1 / sums.0.max(1.0);
    let spread =
        single.iter().map(|(one, two)| (ratio * one - two).powi(2) / ((ratio * one + two) / 2.0).max(1.0)).sum::<f64>();
    (ratio, (spread / single.len() as f64).clamp(1.0, 4.0 * SPREAD))
}
