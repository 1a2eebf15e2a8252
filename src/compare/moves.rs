//! What changed its place.

use std::cmp::Reverse;
use std::ops::Range;

use super::bag::Bags;
use super::pairs::{Pair, mutual};
use super::{Link, Op, Unit};
use crate::article::Article;

/// How often moves are looked for, each time with those found before in their new place.
pub(super) const ROUNDS: usize = 2;

/// Which of some pairs of places stay, so that as few as possible are out of order; on a tie those with the greater
/// weight stay, then those later on the first side. Pairs are (first, second, weight).
pub(super) fn in_order(pairs: &[(usize, usize, u64)]) -> Vec<bool> {
    let mut order: Vec<usize> = (0..pairs.len()).collect();
    order.sort_unstable_by_key(|&at| Reverse(pairs[at].0));
    let mut ranks: Vec<usize> = pairs.iter().map(|pair| pair.1).collect();
    ranks.sort_unstable();
    // A Fenwick tree over places of the second side, greatest first: the best chain that begins behind a place.
    let mut best: Vec<Option<(u32, u64, usize)>> = vec![None; ranks.len() + 1];
    let mut next = vec![None; pairs.len()];
    for at in order {
        let place = ranks.len() - ranks.partition_point(|&rank| rank < pairs[at].1);
        let mut behind = None;
        let mut node = place - 1;
        while node > 0 {
            behind = behind.max(best[node]);
            node &= node - 1;
        }
        let (count, weight, _) = behind.unwrap_or((0, 0, 0));
        next[at] = behind.map(|chain| chain.2);
        let chain = Some((count + 1, weight + pairs[at].2, at));
        let mut node = place;
        while node < best.len() {
            best[node] = best[node].max(chain);
            node += node & node.wrapping_neg();
        }
    }
    let mut stays = vec![false; pairs.len()];
    let mut at = best.iter().copied().max().flatten().map(|chain| chain.2);
    while let Some(here) = at {
        stays[here] = true;
        at = next[here];
    }
    stays
}

/// Marks the smallest set of units without which both sides are in the same order.
pub(super) fn mark_moved(draft: &Article, r#final: &Article, units: &mut [Unit]) {
    let mut linked: Vec<&mut Unit> =
        units.iter_mut().filter(|unit| !matches!(unit.op, Op::Insert | Op::Delete)).collect();
    linked.sort_by_key(|unit| unit.draft.start);
    let words = |unit: &Unit| {
        let count = |article: &Article, tokens: std::ops::Range<usize>| {
            article.tokens[tokens].iter().filter(|token| token.is_word()).count() as u64
        };
        count(draft, draft.token_range(unit.draft.clone())) + count(r#final, r#final.token_range(unit.r#final.clone()))
    };
    let pairs: Vec<_> = linked.iter().map(|unit| (unit.draft.start, unit.r#final.start, words(unit))).collect();
    for (unit, stays) in linked.iter_mut().zip(in_order(&pairs)) {
        unit.moved = !stays;
    }
}

/// Pairs of sentences that are each other's best by far, and badly served where they are now. Those in `moved` stay.
pub(super) fn find(bags: &Bags, likely: &[Pair], links: &[Link], moved: &[Link]) -> Vec<Link> {
    /// A sentence that is this alike to its present partner stays.
    const SETTLED: f32 = 0.45;
    const LEAST: f32 = 0.12;
    const MARGIN: f32 = 0.1;
    let present = present(bags, links);
    let free = |present: &[f32]| -> Vec<bool> { present.iter().map(|&alike| alike < SETTLED).collect() };
    let mut free = (free(&present.0), free(&present.1));
    for link in moved {
        free.0[link.draft.clone()].fill(false);
        free.1[link.r#final.clone()].fill(false);
    }
    let loose = |pair: &&Pair| free.0[pair.draft] && free.1[pair.r#final];
    let loose: Vec<Pair> = likely.iter().filter(loose).copied().collect();
    let counts = (bags.draft.len(), bags.r#final.len());
    let best = mutual(&loose, counts, MARGIN)
        .into_iter()
        .filter(|pair| pair.alike >= LEAST && pair.alike > present.0[pair.draft].max(present.1[pair.r#final]));
    let mut found: Vec<Link> = best
        .map(|Pair { draft, r#final, alike }| Link {
            draft: draft..draft + 1,
            r#final: r#final..r#final + 1,
            similarity: alike,
        })
        .collect();
    for link in &found {
        free.0[link.draft.start] = false;
        free.1[link.r#final.start] = false;
    }
    for link in &mut found {
        join(bags, link, &mut free);
    }
    found
}

/// Lets the neighbours join a unit that moved, where it becomes more alike by them: a sentence may be split on its way.
fn join(bags: &Bags, link: &mut Link, free: &mut (Vec<bool>, Vec<bool>)) {
    const GAIN: f32 = 0.04;
    loop {
        let wider = |run: &Range<usize>, free: &[bool]| {
            let before = (run.start > 0 && free[run.start - 1]).then(|| run.start - 1..run.end);
            let behind = (run.end < free.len() && free[run.end]).then(|| run.start..run.end + 1);
            before.into_iter().chain(behind)
        };
        let drafts = wider(&link.draft, &free.0).map(|draft| (draft, link.r#final.clone()));
        let finals = wider(&link.r#final, &free.1).map(|r#final| (link.draft.clone(), r#final));
        let shapes = drafts.chain(finals).filter(|(draft, r#final)| {
            let (few, many) = (draft.len().min(r#final.len()), draft.len().max(r#final.len()));
            few == 1 && many <= 4
        });
        let alike = |(draft, r#final): (Range<usize>, Range<usize>)| {
            let similarity = bags.dice_of_grams(draft.clone(), r#final.clone());
            Link { draft, r#final, similarity }
        };
        let best = shapes.map(alike).max_by(|one, two| one.similarity.total_cmp(&two.similarity));
        match best {
            Some(best) if best.similarity >= link.similarity + GAIN => *link = best,
            _ => return,
        }
        free.0[link.draft.clone()].fill(false);
        free.1[link.r#final.clone()].fill(false);
    }
}

/// Which sentences of either side some links hold.
pub(super) fn places(links: &[Link], counts: (usize, usize)) -> (Vec<bool>, Vec<bool>) {
    let mut held = (vec![false; counts.0], vec![false; counts.1]);
    for link in links {
        held.0[link.draft.clone()].fill(true);
        held.1[link.r#final.clone()].fill(true);
    }
    held
}

/// How alike each sentence of both sides is to what it is linked to.
fn present(bags: &Bags, links: &[Link]) -> (Vec<f32>, Vec<f32>) {
    let mut present = (vec![0.0_f32; bags.draft.len()], vec![0.0_f32; bags.r#final.len()]);
    for link in links {
        for from in link.draft.clone() {
            for to in link.r#final.clone() {
                let alike = bags.dice_of_grams(from..from + 1, to..to + 1).max(part(bags, from, to));
                present.0[from] = present.0[from].max(alike);
                present.1[to] = present.1[to].max(alike);
            }
        }
    }
    present
}

/// The share of the shorter of two sentences that the other holds: a part of a split is alike to its whole.
fn part(bags: &Bags, from: usize, to: usize) -> f32 {
    let (one, two) = (bags.draft[from].grams.weight, bags.r#final[to].grams.weight);
    let least = one.min(two);
    if least > 0.0 { bags.dice_of_grams(from..from + 1, to..to + 1) * (one + two) / (2.0 * least) } else { 0.0 }
}
