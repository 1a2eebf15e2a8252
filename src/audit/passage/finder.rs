//! Finds the cues in the words of a sentence. Most words are turned away before any list is searched.

use super::{Cue, Sense};
use crate::lexicon::{Lexicon, Words};

/// How many lists there are; the bit behind them stands for the contrasts.
const LISTS: usize = 15;

/// The lists, each with the sense of its entries.
pub(super) struct Finder<'a> {
    lists: [(Sense, &'a Words); LISTS],
    lexicon: &'a Lexicon,
    /// By the shape of a word, as bits: the lists that may have it, and those with a phrase that may begin with it.
    may_hold: Vec<(u16, u16)>,
}

impl<'a> Finder<'a> {
    pub(super) fn new(lexicon: &'a Lexicon) -> Self {
        let (kinds, editing) = (&lexicon.kinds, &lexicon.editing);
        let lists = [
            (Sense::NoDenial, &editing.no_denial),
            (Sense::Denial, &kinds.negation),
            (Sense::Denial, &editing.denial),
            (Sense::DenialBeforeTo, &kinds.negating_verbs),
            (Sense::ImpliedDenial, &editing.implied_denial),
            (Sense::Accusation, &editing.accusations),
            (Sense::Hedge, &editing.hedges),
            (Sense::Softener, &editing.softeners),
            (Sense::Schedule, &editing.schedules),
            (Sense::Proceeding, &editing.proceedings),
            (Sense::Verdict, &editing.verdicts),
            (Sense::Report, &kinds.reporting_neutral),
            (Sense::LoadedReport, &kinds.reporting_loaded),
            (Sense::Voice, &editing.voices),
            (Sense::Claim, &editing.claims),
        ];
        let mut may_hold = vec![(0, 0); SHAPES];
        for (bit, (_, list)) in lists.iter().enumerate() {
            for entry in list.iter() {
                match entry.find(' ') {
                    Some(end) => may_hold[shape(&entry[..end])].1 |= 1 << bit,
                    None => may_hold[shape(entry)].0 |= 1 << bit,
                }
            }
        }
        for word in kinds.direction.all().chain(kinds.opposite.all()) {
            may_hold[shape(word)].0 |= 1 << LISTS;
        }
        Finder { lists, lexicon, may_hold }
    }

    /// The cues of some words in order; of one list, none overlap.
    pub(super) fn find(&self, words: &[&str]) -> Vec<Cue> {
        let mut found = Vec::new();
        let mut ends = [0; LISTS];
        for (at, word) in words.iter().enumerate() {
            let (alone, begins) = self.may_hold[shape(word)];
            if word.len() > 3 && word.ends_with("n't") {
                found.push(Cue { sense: Sense::Denial, words: at..at + 1 });
            }
            let mut open = (alone | begins) & ((1 << LISTS) - 1);
            while open != 0 {
                let bit = open.trailing_zeros() as usize;
                open &= open - 1;
                if ends[bit] > at {
                    continue;
                }
                let (sense, list) = &self.lists[bit];
                let may = |lists: u16| lists & (1 << bit) != 0;
                let most = if may(begins) { list.longest().min(words.len() - at) } else { 1 };
                let long = (2..=most).rev().find(|&length| list.contains(&words[at..at + length].join(" ")));
                if let Some(length) = long.or_else(|| (may(alone) && list.contains(word)).then_some(1)) {
                    found.push(Cue { sense: *sense, words: at..at + length });
                    ends[bit] = at + length;
                }
            }
            if alone & (1 << LISTS) != 0 && self.lexicon.kinds.has_contrast(word) {
                found.push(Cue { sense: Sense::Direction, words: at..at + 1 });
            }
        }
        found
    }
}

/// How many shapes there are: far more than entries, so that few words share one.
const SHAPES: usize = 1 << 13;

/// The ends and the length of a word, scattered.
fn shape(word: &str) -> usize {
    let bytes = word.as_bytes();
    let letter = |at: usize| u32::from(bytes.get(at).copied().unwrap_or(0));
    let key = letter(0) | letter(1) << 8 | letter(bytes.len().saturating_sub(1)) << 16 | (bytes.len() as u32) << 24;
    (key.wrapping_mul(0x9E37_79B1) >> 19) as usize
}
