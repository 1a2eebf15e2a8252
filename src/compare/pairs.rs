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
    let places = Places::of(bags);
    let mut shared = vec![0.0_f32; bags.r#final.len()];
    let mut touched: Vec<u32> = Vec::new();
    let mut found = Vec::new();
    for (draft, profile) in bags.draft.iter().enumerate() {
        for &(piece, count) in &profile.grams.pieces {
            for &(place, other) in places.of_piece(piece) {
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
        for &(alike, place) in best.iter().take(MOST_PARTNERS) {
            let r#final = place as usize;
            let exact = || bags.dice_of_grams(draft..draft + 1, r#final..r#final + 1);
            found.push(Pair { draft, r#final, alike: if places.of_all_pieces { alike } else { exact() } });
        }
        for place in touched.drain(..) {
            shared[place as usize] = 0.0;
        }
    }
    found
}

/// The sentences of the final that hold each rare piece, and how often.
struct Places {
    /// Those of the first piece, then those of the next.
    all: Vec<(u32, f32)>,
    /// Where those of each piece end.
    ends: Vec<u32>,
    /// No piece was too common to be held.
    of_all_pieces: bool,
}

impl Places {
    fn of(bags: &Bags) -> Self {
        let rare = bags.weight_of(MOST_PLACES);
        let held = || {
            let sentences = bags.r#final.iter().enumerate();
            let pieces =
                sentences.flat_map(|(place, profile)| profile.grams.pieces.iter().map(move |held| (place, held)));
            pieces.filter(|(_, held)| bags.gram_weights[held.0 as usize] >= rare)
        };
        // From how many each piece has to where they start; filling each in moves that to where they end.
        let mut ends = vec![0_u32; bags.gram_weights.len()];
        held().for_each(|(_, held)| ends[held.0 as usize] += 1);
        let mut sum = 0;
        for end in &mut ends {
            sum += std::mem::replace(end, sum);
        }
        let mut all = vec![(0, 0.0); sum as usize];
        for (place, &(piece, count)) in held() {
            let end = &mut ends[piece as usize];
            all[*end as usize] = (place as u32, count);
            *end += 1;
        }
        Places { all, ends, of_all_pieces: bags.gram_weights.iter().all(|&weight| weight >= rare) }
    }

    fn of_piece(&self, piece: u32) -> &[(u32, f32)] {
        let piece = piece as usize;
        let start = piece.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.all[start as usize..self.ends[piece] as usize]
    }
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
