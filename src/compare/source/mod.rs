//! Source and draft: two languages, the same order.

mod band;
mod cues;
mod program;
mod romanise;
mod shared;

use super::{Alignment, Link, units_in_order};
use crate::article::Article;
use band::Band;
use cues::Side;
use program::{Aligner, Lengths};
use shared::SharedKeys;

/// Variance of the length of a translation, by character, before the text is known (Gale and Church: 6.8).
const SPREAD: f32 = 6.8;

/// Of texts with more pairs of sentences only those near the expected path are compared: the path through pairs that
/// share several rare keys.
const MOST_CELLS: usize = 1_000_000;

/// So many sentences before and behind the path are compared however long the text.
const LEAST_HALF: usize = 16;

/// Aligns the sentences of a source with those of its translation: by their lengths as Gale and Church (1993) do, with
/// the ratio and the spread of lengths taken from the texts themselves, and by what a translation keeps: marks, numbers,
/// names. In the units `draft` is the source and `final` the draft.
pub fn align_source(source: &Article, draft: &Article) -> Alignment {
    let (from, to) = (cues::read(source), cues::read(draft));
    let (rows, columns) = (from.signs.len(), to.signs.len());
    let keys = SharedKeys::new(&from, &to);
    let mut degraded = Vec::new();
    let band = if rows.saturating_mul(columns) <= MOST_CELLS {
        Band::along(&[], rows, columns, columns)
    } else {
        degraded.push("source-alignment-banded");
        Band::along(&keys.sure_pairs(), rows, columns, (MOST_CELLS / rows / 2).max(LEAST_HALF))
    };
    let aligner = Aligner::new(&from, &to, &keys);
    let total = |side: &Side| side.signs.iter().map(|signs| f64::from(signs.length)).sum::<f64>() + 1.0;
    let lengths = Lengths { ratio: (total(&to) / total(&from)) as f32, spread: SPREAD };
    let first = aligner.align(lengths, &band);
    let links = aligner.align(refit(&from, &to, &first, lengths), &band);
    Alignment { units: units_in_order(source, draft, links), degraded }
}

/// Ratio and spread of lengths in the links of a first pass.
fn refit(from: &Side, to: &Side, links: &[Link], lengths: Lengths) -> Lengths {
    let single = links.iter().filter(|link| link.draft.len() == 1 && link.r#final.len() == 1);
    let single: Vec<(f32, f32)> =
        single.map(|link| (from.signs[link.draft.start].length, to.signs[link.r#final.start].length)).collect();
    if single.len() < 3 {
        return lengths;
    }
    let sums = single.iter().fold((0.0, 0.0), |sum, pair| (sum.0 + f64::from(pair.0), sum.1 + f64::from(pair.1)));
    let ratio = (sums.1 / sums.0.max(1.0)) as f32;
    let off = |(one, two): &(f32, f32)| (ratio * one - two).powi(2) / ((ratio * one + two) / 2.0).max(1.0);
    let spread = single.iter().map(off).sum::<f32>() / single.len() as f32;
    Lengths { ratio, spread: spread.clamp(1.0, 4.0 * SPREAD) }
}
