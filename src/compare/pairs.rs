//! Which sentences look like each other wherever they stand.

use super::bag::Bags;
use super::holders::Holders;

/// A draft sentence and a final sentence that share rare pieces.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Pair {
    pub(super) draft: usize,
    pub(super) r#final: usize,
    /// Dice of their grams.
    pub(super) alike: f32,
}

/// A piece that stands in more sentences than this finds no pairs.
const MOST_PLACES: u32 = 64;

/// So many pairs of one draft sentence are kept, the most alike ones.
const MOST_PARTNERS: usize = 4;

/// Less alike pairs are left out.
const LEAST_ALIKE: f32 = 0.1;

/// The pairs of sentences that share rare pieces, by draft sentence, the most alike of each first.
pub(super) fn likely(bags: &Bags) -> Vec<Pair> {
    let least = bags.weight_of(MOST_PLACES);
    let is_rare = |piece: u32| bags.gram_weights[piece as usize] >= least;
    let all_are_rare = bags.gram_weights.iter().all(|&weight| weight >= least);
    let mut holders = Holders::none(bags.gram_weights.len());
    for (sentence, profile) in bags.r#final.iter().enumerate() {
        holders.add(sentence, &profile.grams, is_rare);
    }
    let mut shared = vec![0.0_f32; bags.r#final.len()];
    let mut touched: Vec<usize> = Vec::new();
    let mut found = Vec::new();
    for (draft, profile) in bags.draft.iter().enumerate() {
        for &(piece, count) in &profile.grams.pieces {
            for (place, other) in holders.of(piece) {
                let sum = &mut shared[place];
                if *sum == 0.0 {
                    touched.push(place);
                }
                *sum += count.min(other) * bags.gram_weights[piece as usize];
            }
        }
        let of = |place: usize| 2.0 * shared[place] / (profile.grams.weight + bags.r#final[place].grams.weight);
        let mut best: Vec<(f32, usize)> = touched.iter().map(|&place| (of(place), place)).collect();
        best.retain(|&(alike, _)| alike >= LEAST_ALIKE);
        best.sort_unstable_by(|one, two| two.0.total_cmp(&one.0).then(one.1.cmp(&two.1)));
        for &(alike, r#final) in best.iter().take(MOST_PARTNERS) {
            let exact = || bags.dice_of_grams(draft..draft + 1, r#final..r#final + 1);
            found.push(Pair { draft, r#final, alike: if all_are_rare { alike } else { exact() } });
        }
        for place in touched.drain(..) {
            shared[place] = 0.0;
        }
    }
    found
}

/// Of some pairs those that are each other's best by a margin.
pub(super) fn mutual(pairs: &[Pair], counts: (usize, usize), margin: f32) -> Vec<Pair> {
    let mut rows = vec![[0.0_f32; 2]; counts.0];
    let mut columns = vec![[0.0_f32; 2]; counts.1];
    for pair in pairs {
        raise(&mut rows[pair.draft], pair.alike);
        raise(&mut columns[pair.r#final], pair.alike);
    }
    let best = |top: [f32; 2], alike: f32| alike == top[0] && alike >= top[1] + margin;
    let is_best = |pair: &&Pair| best(rows[pair.draft], pair.alike) && best(columns[pair.r#final], pair.alike);
    pairs.iter().filter(is_best).copied().collect()
}

/// Keeps the two greatest values.
pub(super) fn raise(top: &mut [f32; 2], value: f32) {
    if value > top[0] {
        *top = [value, top[0]];
    } else if value > top[1] {
        top[1] = value;
    }
}
