use rustc_hash::FxHashMap;

use super::Link;
use super::bag::Bags;
use super::moves::{in_order, places};
use super::pairs::{Pair, mutual};
use super::stretch::{Stretch, Stretches};
use crate::article::Article;
use crate::text::{Id, Token};

/// How many sentences are equal at the beginning and at the end of both sides.
pub(super) fn equal_ends(draft: &Article, r#final: &Article) -> (usize, usize) {
    let (from, to) = (draft.sentences.len(), r#final.sentences.len());
    let equal = |one: usize, two: usize| form(draft, one).eq(form(r#final, two));
    let head = (0..from.min(to)).take_while(|&at| equal(at, at)).count();
    let tail = (1..=from.min(to) - head).take_while(|back| equal(from - back, to - back)).count();
    (head, tail)
}

/// Sentences that need no search: the equal ones at both ends, and those between that stand exactly once on each side,
/// in place or moved.
pub(super) fn exact(draft: &Article, r#final: &Article, (head, tail): (usize, usize)) -> Vec<Link> {
    let (from, to) = (draft.sentences.len(), r#final.sentences.len());
    let mut anchors: Vec<(usize, usize)> = (0..head).map(|at| (at, at)).collect();
    anchors.extend((1..=tail).rev().map(|back| (from - back, to - back)));
    let mut counts: FxHashMap<Vec<Id>, [(u32, usize); 2]> = FxHashMap::default();
    for (side, article, between) in [(0, draft, head..from - tail), (1, r#final, head..to - tail)] {
        for at in between.filter(|&at| is_telling(article.tokens_of(at))) {
            let entry = &mut counts.entry(form(article, at).collect()).or_default()[side];
            *entry = (entry.0 + 1, at);
        }
    }
    let once = counts.values().filter(|[one, two]| one.0 == 1 && two.0 == 1);
    anchors.extend(once.map(|[one, two]| (one.1, two.1)));
    anchors.sort_unstable();
    let link = |(draft, r#final)| Link { draft: draft..draft + 1, r#final: r#final..r#final + 1, similarity: 1.0 };
    anchors.into_iter().map(link).collect()
}

/// The folded words and marks of a sentence.
fn form(article: &Article, sentence: usize) -> impl Iterator<Item = Id> + '_ {
    article.tokens_of(sentence).iter().map(|token| token.folded)
}

/// Long enough that its double is no accident.
fn is_telling(tokens: &[Token]) -> bool {
    const WORDS: usize = 5;
    tokens.len() >= WORDS
}

/// Where the text is cut into stretches.
pub(super) struct Cuts<'a> {
    bags: &'a Bags,
    /// Sentences that stand in anchors, on either side.
    taken: (Vec<bool>, Vec<bool>),
    /// Anchors in the same order on both sides.
    anchors: Vec<(usize, usize)>,
    /// Places where two sure pairs in a row meet, in the same order on both sides.
    joints: Vec<(usize, usize)>,
    /// A stretch of more pairs is cut.
    most_cells: usize,
}

/// A stretch of more sentences a side than this is cut at sure joints, or else in proportion.
const MOST_ROWS: usize = 200;

/// In a text of which more than so many pairs would be compared altogether, shorter ones are cut, too.
const MOST_CELLS: usize = 8_000_000;

/// But none as short as this.
const LEAST_ROWS: usize = 8;

impl<'a> Cuts<'a> {
    /// The cuts at anchors, as far as these are in the same order as the sure pairs around them.
    pub(super) fn new(bags: &'a Bags, anchors: &[Link], likely: &[Pair]) -> Self {
        const SURE: f32 = 0.5;
        const MARGIN: f32 = 0.2;
        let counts = (bags.draft.len(), bags.r#final.len());
        let taken = places(anchors, counts);
        let sure = mutual(likely, counts, MARGIN);
        let sure = sure.iter().filter(|pair| pair.alike >= SURE).map(|pair| (pair.draft, pair.r#final, 1));
        let mut pairs: Vec<(usize, usize, u64)> =
            anchors.iter().map(|link| (link.draft.start, link.r#final.start, 1)).collect();
        pairs.extend(sure);
        pairs.sort_unstable();
        let stays = in_order(&pairs);
        let pairs: Vec<(usize, usize)> =
            pairs.iter().zip(stays).filter(|(_, stays)| *stays).map(|(pair, _)| (pair.0, pair.1)).collect();
        let joints = pairs.windows(2).filter(|two| (two[0].0 + 1, two[0].1 + 1) == two[1]).map(|two| two[1]).collect();
        let anchors = pairs.into_iter().filter(|pair| taken.0[pair.0]).collect();
        let open = taken.0.iter().chain(&taken.1).filter(|&&taken| !taken).count();
        let rows = (2 * MOST_CELLS).checked_div(open).unwrap_or(MOST_ROWS).clamp(LEAST_ROWS, MOST_ROWS);
        Cuts { bags, taken, anchors, joints, most_cells: rows * rows }
    }

    /// The stretches between the anchors.
    pub(super) fn stretches(&self, degraded: &mut Vec<&'static str>) -> Vec<Stretch<'a>> {
        let taken = &self.taken;
        let mut stretches = Stretches::none(self.bags);
        let mut from = (0, 0);
        for &to in self.anchors.iter().chain([&(taken.0.len(), taken.1.len())]) {
            let draft: Vec<usize> = (from.0..to.0).filter(|&at| !taken.0[at]).collect();
            let r#final: Vec<usize> = (from.1..to.1).filter(|&at| !taken.1[at]).collect();
            if draft.len().saturating_mul(r#final.len()) > self.most_cells {
                if !degraded.contains(&"alignment-cut") {
                    degraded.push("alignment-cut");
                }
                self.cut(&draft, &r#final, &mut stretches);
            } else {
                stretches.add(draft, r#final);
            }
            from = (to.0 + 1, to.1 + 1);
        }
        stretches.all
    }

    /// Cuts a stretch that is too large for one: at joints, and in proportion where there are none.
    fn cut(&self, draft: &[usize], r#final: &[usize], stretches: &mut Stretches<'a>) {
        let fits = |rows: usize, columns: usize| rows.saturating_mul(columns) <= self.most_cells;
        let mut from = (0, 0);
        let place = |run: &[usize], at: usize| run.partition_point(|&other| other < at);
        let first = self.joints.partition_point(|joint| joint.0 <= draft[0]);
        let joints = self.joints[first..].iter().map(|joint| (place(draft, joint.0), place(r#final, joint.1)));
        let joints: Vec<(usize, usize)> = joints
            .take_while(|&(row, column)| row < draft.len() && column < r#final.len())
            .chain([(draft.len(), r#final.len())])
            .collect();
        for two in 0..joints.len() {
            let (to, next) = (joints[two], joints.get(two + 1));
            if next.is_some_and(|next| fits(next.0 - from.0, next.1 - from.1)) {
                continue;
            }
            self.cut_evenly(&draft[from.0..to.0], &r#final[from.1..to.1], stretches);
            from = to;
        }
    }

    /// Cuts a stretch without anything to hold on to.
    fn cut_evenly(&self, draft: &[usize], r#final: &[usize], stretches: &mut Stretches<'a>) {
        let cells = draft.len().saturating_mul(r#final.len());
        let parts = ((cells as f64 / self.most_cells as f64).sqrt().ceil() as usize).clamp(1, draft.len().max(1));
        for part in 0..parts {
            let share = |run: &[usize]| run[run.len() * part / parts..run.len() * (part + 1) / parts].to_vec();
            stretches.add(share(draft), share(r#final));
        }
    }
}
