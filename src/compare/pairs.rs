//! Which sentences look like each other wherever they stand.

use super::bag::Bags;

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
    let mut places: Vec<Vec<(u32, f32)>> = vec![Vec::new(); bags.gram_weights.len()];
    let rare = bags.weight_of(MOST_PLACES);
    for (place, profile) in bags.r#final.iter().enumerate() {
        for &(piece, count) in &profile.grams.pieces {
            if bags.gram_weights[piece as usize] >= rare {
                places[piece as usize].push((place as u32, count));
            }
        }
    }
    let mut shared = vec![0.0_f32; bags.r#final.len()];
    let mut touched: Vec<u32> = Vec::new();
    let mut found = Vec::new();
    for (draft, profile) in bags.draft.iter().enumerate() {
        for &(piece, count) in &profile.grams.pieces {
            for &(place, other) in &places[piece as usize] {
                let sum = &mut shared[place as usize];
                if *sum == 0.0 {
                    touched.push(place);
                }
                *sum += count.min(other) * bags.gram_weights[piece as usize];
            }
        }
        let of =
            |place: u32, shared: f32| 2.0 * shared / (profile.grams.weight + bags.r#final[place as usize].grams.weight);
        let mut best: Vec<(f32, u32)> =
            touched.iter().map(|&place| (of(place, shared[place as usize]), place)).collect();
        best.retain(|&(alike, _)| alike >= LEAST_ALIKE);
        best.sort_unstable_by(|one, two| two.0.total_cmp(&one.0).then(one.1.cmp(&two.1)));
        for &(_, place) in best.iter().take(MOST_PARTNERS) {
            let r#final = place as usize;
            let alike = bags.dice_of_grams(draft..draft + 1, r#final..r#final + 1);
            found.push(Pair { draft, r#final, alike });
        }
        for place in touched.drain(..) {
            shared[place as usize] = 0.0;
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
