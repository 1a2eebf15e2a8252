//! What changed its place.

use std::cmp::Reverse;

use super::bag::Bags;
use super::{Link, Op, Unit};
use crate::article::Article;

/// How often moves are looked for, each time with those found before in their new place.
pub(super) const ROUNDS: usize = 2;

/// More pairs of loose sentences than this are not compared.
const MOST_PAIRS: usize = 1_000_000;

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

/// A sentence of one side: its place, and how alike it is to what it is linked to now.
struct Loose {
    at: usize,
    present: f32,
}

/// Pairs of sentences that are each other's best by far, and badly served where they are now.
pub(super) fn find(bags: &Bags, links: &[Link], degraded: &mut Vec<&'static str>) -> Vec<Link> {
    const SURE: f32 = 0.75;
    const LEAST: f32 = 0.22;
    const MARGIN: f32 = 0.15;
    let (draft, r#final) = loose(bags, links, SURE);
    if draft.is_empty() || r#final.is_empty() {
        return Vec::new();
    }
    if draft.len().saturating_mul(r#final.len()) > MOST_PAIRS {
        if !degraded.contains(&"moves-not-searched") {
            degraded.push("moves-not-searched");
        }
        return Vec::new();
    }
    let likeness: Vec<f32> = draft
        .iter()
        .flat_map(|from| r#final.iter().map(|to| bags.dice(from.at..from.at + 1, to.at..to.at + 1).0))
        .collect();
    let width = r#final.len();
    let row = |from: usize| (0..width).map(move |to| (from, to));
    let column = |to: usize| (0..draft.len()).map(move |from| (from, to));
    let at = |(from, to): (usize, usize)| likeness[from * width + to];
    let mut found = Vec::new();
    for from in 0..draft.len() {
        let Some(best) = row(from).max_by(|&one, &two| at(one).total_cmp(&at(two))) else { continue };
        let value = at(best);
        let rivals = row(from).chain(column(best.1)).filter(|&pair| pair != best).map(at);
        let rival = rivals.fold(0.0, f32::max);
        let present = draft[from].present.max(r#final[best.1].present);
        if value >= LEAST && value >= rival + MARGIN && value >= present + MARGIN {
            let (draft, r#final) = (draft[from].at, r#final[best.1].at);
            found.push(Link { draft: draft..draft + 1, r#final: r#final..r#final + 1, similarity: value });
        }
    }
    found
}

/// The sentences of both sides that have no partner, or a doubtful one.
fn loose(bags: &Bags, links: &[Link], sure: f32) -> (Vec<Loose>, Vec<Loose>) {
    let mut present = (vec![0.0_f32; bags.draft.len()], vec![0.0_f32; bags.r#final.len()]);
    for link in links {
        for from in link.draft.clone() {
            for to in link.r#final.clone() {
                let alike = if link.similarity >= sure {
                    1.0
                } else {
                    bags.dice(from..from + 1, to..to + 1).0.max(part(bags, from, to))
                };
                present.0[from] = present.0[from].max(alike);
                present.1[to] = present.1[to].max(alike);
            }
        }
    }
    let side = |present: Vec<f32>| {
        let loose = present.into_iter().enumerate().filter(|&(_, alike)| alike < sure);
        loose.map(|(at, present)| Loose { at, present }).collect()
    };
    (side(present.0), side(present.1))
}

/// The share of the shorter of two sentences that the other holds: a part of a split is alike to its whole.
fn part(bags: &Bags, from: usize, to: usize) -> f32 {
    let (one, two) = (bags.draft[from].grams.weight, bags.r#final[to].grams.weight);
    let least = one.min(two);
    if least > 0.0 { bags.dice(from..from + 1, to..to + 1).0 * (one + two) / (2.0 * least) } else { 0.0 }
}
