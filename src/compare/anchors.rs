use rustc_hash::FxHashMap;

use super::Link;
use super::bag::Bags;
use super::moves::in_order;
use crate::article::Article;
use crate::text::Id;

/// Sentences that need no search: the equal ones at both ends, and those between that stand exactly once on each side,
/// in place or moved.
pub(super) fn exact(draft: &Article, r#final: &Article) -> Vec<Link> {
    let (from, to) = (forms(draft), forms(r#final));
    let mut anchors = Vec::new();
    let link =
        |draft: usize, r#final: usize| Link { draft: draft..draft + 1, r#final: r#final..r#final + 1, similarity: 1.0 };
    let head = from.iter().zip(&to).take_while(|(one, two)| one == two).count();
    let (from_rest, to_rest) = (&from[head..], &to[head..]);
    let tail = from_rest.iter().rev().zip(to_rest.iter().rev()).take_while(|(one, two)| one == two).count();
    anchors.extend((0..head).map(|at| link(at, at)));
    let between = (head..from.len() - tail, head..to.len() - tail);
    let mut counts: FxHashMap<&[Id], [(u32, usize); 2]> = FxHashMap::default();
    for (side, (range, forms)) in [(between.0, &from), (between.1, &to)].into_iter().enumerate() {
        for at in range {
            let entry = &mut counts.entry(&forms[at]).or_default()[side];
            *entry = (entry.0 + 1, at);
        }
    }
    let mut unique: Vec<(usize, usize)> = counts
        .iter()
        .filter(|(form, _)| is_telling(form))
        .filter(|(_, [one, two])| one.0 == 1 && two.0 == 1)
        .map(|(_, [one, two])| (one.1, two.1))
        .collect();
    unique.sort_unstable();
    anchors.extend(unique.into_iter().map(|(draft, r#final)| link(draft, r#final)));
    anchors.extend((0..tail).rev().map(|back| link(from.len() - 1 - back, to.len() - 1 - back)));
    anchors
}

/// The folded words and marks of each sentence.
fn forms(article: &Article) -> Vec<Vec<Id>> {
    (0..article.sentences.len()).map(|at| article.tokens_of(at).iter().map(|token| token.folded).collect()).collect()
}

/// Long enough that its double is no accident.
fn is_telling(form: &[Id]) -> bool {
    const WORDS: usize = 5;
    form.len() >= WORDS
}

/// The anchors that are in the same order on both sides, for cutting the text into stretches.
pub(super) fn backbone(links: &[Link]) -> Vec<bool> {
    let weights: Vec<(usize, usize, u64)> =
        links.iter().map(|link| (link.draft.start, link.r#final.start, 1)).collect();
    in_order(&weights)
}

/// In a stretch too long to compare all pairs: places where both sides hold the same rare pieces, in order.
pub(super) fn rare(bags: &Bags, draft: &[usize], r#final: &[usize]) -> Vec<(usize, usize)> {
    const LEAST_SHARED: f32 = 0.3;
    let mut places: FxHashMap<u32, [(u32, u32); 2]> = FxHashMap::default();
    for (side, (profiles, at)) in [(&bags.draft, draft), (&bags.r#final, r#final)].into_iter().enumerate() {
        for (place, &index) in at.iter().enumerate() {
            for &(piece, _) in &profiles[index].grams.pieces {
                let entry = &mut places.entry(piece).or_default()[side];
                *entry = (entry.0 + 1, place as u32);
            }
        }
    }
    // Pieces that stand once on each side vote for their pair.
    let mut votes: FxHashMap<(u32, u32), f32> = FxHashMap::default();
    for (&piece, [one, two]) in &places {
        if one.0 == 1 && two.0 == 1 {
            *votes.entry((one.1, two.1)).or_default() += bags.gram_weights[piece as usize];
        }
    }
    let mut pairs: Vec<(usize, usize, u64)> = votes
        .into_iter()
        .map(|((from, to), weight)| {
            let (one, two) = (&bags.draft[draft[from as usize]].grams, &bags.r#final[r#final[to as usize]].grams);
            (from as usize, to as usize, 2.0 * weight / (one.weight + two.weight).max(f32::MIN_POSITIVE))
        })
        .filter(|&(from, to, shared)| shared >= LEAST_SHARED && (from, to) != (0, 0))
        .map(|(from, to, _)| (from, to, 1))
        .collect();
    pairs.sort_unstable();
    let stays = in_order(&pairs);
    pairs.iter().zip(stays).filter(|(_, stays)| *stays).map(|(pair, _)| (pair.0, pair.1)).collect()
}
