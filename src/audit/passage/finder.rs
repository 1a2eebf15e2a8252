//! Finds the cues in the words of a sentence. Most words are turned away before any list is searched.

use super::{Cue, Sense};
use crate::lexicon::{Hashed, Lexicon, Words};

/// How many lists there are.
const LISTS: usize = 15;

/// The bit behind them stands for the contrasts.
const CONTRASTS: u16 = 1 << LISTS;

/// The lists, each with the sense of its entries.
pub(super) struct Finder<'a> {
    lists: [(Sense, &'a Words); LISTS],
    lexicon: &'a Lexicon,
    /// By the bucket of a word, as bits: the lists of which an entry may begin with it.
    may_begin: Vec<u16>,
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
        let mut may_begin = vec![0; Hashed::BUCKETS];
        for (bit, (_, list)) in lists.iter().enumerate() {
            list.firsts().for_each(|bucket| may_begin[bucket] |= 1 << bit);
        }
        let contrasts = kinds.direction.firsts().chain(kinds.opposite.firsts());
        contrasts.for_each(|bucket| may_begin[bucket] |= CONTRASTS);
        Finder { lists, lexicon, may_begin }
    }

    /// The cues of some words in order; of one list, none overlap.
    pub(super) fn find(&self, words: &[&str]) -> Vec<Cue> {
        let words: Vec<Hashed> = words.iter().map(Hashed::from).collect();
        let mut found = Vec::new();
        let mut ends = [0; LISTS];
        for (at, &word) in words.iter().enumerate() {
            if word.as_str().len() > 3 && word.as_str().ends_with("n't") {
                found.push(Cue { sense: Sense::Denial, words: at..at + 1 });
            }
            let may_begin = self.may_begin[word.bucket()];
            let mut open = may_begin & !CONTRASTS;
            while open != 0 {
                let bit = open.trailing_zeros() as usize;
                open &= open - 1;
                let (sense, list) = &self.lists[bit];
                if ends[bit] <= at
                    && let Some(length) = list.longest_of(&words[at..])
                {
                    ends[bit] = at + length;
                    found.push(Cue { sense: *sense, words: at..ends[bit] });
                }
            }
            if may_begin & CONTRASTS != 0 && self.lexicon.kinds.has_contrast(word) {
                found.push(Cue { sense: Sense::Direction, words: at..at + 1 });
            }
        }
        found
    }
}
