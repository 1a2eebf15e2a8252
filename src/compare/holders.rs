//! Which sentences hold a piece.

use super::bag::Bag;

/// The sentences that hold each piece, and how often. To empty and refill it costs no more than what is put in, however
/// many pieces there are.
pub(super) struct Holders {
    /// By piece: the number of its last holder among all, from 1; 0 where it has none.
    last: Vec<u32>,
    all: Vec<Holder>,
}

struct Holder {
    piece: u32,
    sentence: u32,
    count: f32,
    /// The holder of the same piece before this one, as in `last`.
    before: u32,
}

impl Holders {
    /// Nobody holds any of so many pieces.
    pub(super) fn none(pieces: usize) -> Self {
        Holders { last: vec![0; pieces], all: Vec::new() }
    }

    /// Puts in a sentence with those of its pieces that are wanted.
    pub(super) fn add(&mut self, sentence: usize, bag: &Bag, wanted: impl Fn(u32) -> bool) {
        for &(piece, count) in bag.pieces.iter().filter(|&&(piece, _)| wanted(piece)) {
            let before = self.last[piece as usize];
            self.all.push(Holder { piece, sentence: sentence as u32, count, before });
            self.last[piece as usize] = self.all.len() as u32;
        }
    }

    /// The sentences that hold a piece, and how often; the last one first.
    pub(super) fn of(&self, piece: u32) -> impl Iterator<Item = (usize, f32)> {
        let holder = |number: u32| Some(&self.all[number.checked_sub(1)? as usize]);
        let holders = std::iter::successors(holder(self.last[piece as usize]), move |one| holder(one.before));
        holders.map(|holder| (holder.sentence as usize, holder.count))
    }

    /// Takes everything out.
    pub(super) fn clear(&mut self) {
        for holder in self.all.drain(..) {
            self.last[holder.piece as usize] = 0;
        }
    }
}
