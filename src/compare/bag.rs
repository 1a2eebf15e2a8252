use std::borrow::Cow;
use std::cmp::Ordering;
use std::collections::hash_map::Entry;
use std::hash::{Hash, Hasher};
use std::ops::Range;

use rustc_hash::{FxBuildHasher, FxHashMap, FxHasher};

use super::Link;
use super::moves::places;
use crate::article::Article;
use crate::lexicon::Words;
use crate::text::{Class, Id, Vocabulary};

/// A sentence as a bag of pieces: counts by piece, sorted by piece.
#[derive(Debug, Clone, Default)]
pub(super) struct Bag {
    pub(super) pieces: Vec<(u32, f32)>,
    /// Sum of count times weight.
    pub(super) weight: f32,
}

/// What one sentence is compared by.
#[derive(Debug, Clone, Default)]
pub(super) struct Profile {
    /// Runs of three and four characters of its words, and the words themselves.
    pub(super) grams: Bag,
    /// Pairs of neighbouring words.
    pub(super) bigrams: Bag,
    /// Length in code points, blanks left out.
    pub(super) length: f32,
}

/// The profiles of all sentences of both sides, and what each piece weighs.
#[derive(Debug)]
pub(super) struct Bags {
    pub(super) draft: Vec<Profile>,
    pub(super) r#final: Vec<Profile>,
    pub(super) gram_weights: Vec<f32>,
    pub(super) bigram_weights: Vec<f32>,
    /// How many sentences have bags.
    open: usize,
}

/// Hands out a number for each different piece, counts the sentences that hold it, and fills the bag of a sentence.
#[derive(Default)]
struct Pieces {
    ids: FxHashMap<u64, u32>,
    sentences: Vec<u32>,
    /// How often each piece was put into the bag at hand.
    counts: Vec<f32>,
    /// A bit for each piece in that bag.
    held: Vec<u64>,
}

impl Pieces {
    fn with_capacity(pieces: usize) -> Self {
        let ids = FxHashMap::with_capacity_and_hasher(pieces, FxBuildHasher);
        Pieces { ids, sentences: Vec::with_capacity(pieces), ..Pieces::default() }
    }

    fn id(&mut self, piece: u64) -> u32 {
        match self.ids.entry(piece) {
            Entry::Occupied(entry) => *entry.get(),
            Entry::Vacant(entry) => {
                self.sentences.push(0);
                *entry.insert(self.sentences.len() as u32 - 1)
            }
        }
    }

    /// Puts a piece into the bag at hand.
    fn put(&mut self, piece: u32) {
        let at = piece as usize;
        if at >= self.counts.len() {
            self.counts.resize(self.sentences.len(), 0.0);
            self.held.resize(self.sentences.len().div_ceil(64), 0);
        }
        self.counts[at] += 1.0;
        self.held[at / 64] |= 1 << (at % 64);
    }

    /// What was put into the bag at hand, which is empty again.
    fn bag(&mut self, most: usize) -> Bag {
        let mut pieces = Vec::with_capacity(most);
        for (at, held) in self.held.iter_mut().enumerate().filter(|(_, held)| **held != 0) {
            while *held != 0 {
                let piece = 64 * at + held.trailing_zeros() as usize;
                pieces.push((piece as u32, std::mem::take(&mut self.counts[piece])));
                self.sentences[piece] += 1;
                *held &= *held - 1;
            }
        }
        Bag { pieces, weight: 0.0 }
    }

    fn weights(&self, sentences: usize) -> Vec<f32> {
        let by_count: Vec<f32> = (0..=sentences as u32).map(|count| weight(count, sentences)).collect();
        self.sentences.iter().map(|&count| by_count[count as usize]).collect()
    }
}

/// Of texts that differ in more words than this only equal sentences and places are compared.
const MOST_WORDS: usize = 4_000_000;

/// Room is made for the pieces of so many words at once; long texts say much again.
const MOST_ROOM: usize = 1 << 16;

struct Builder<'a> {
    vocabulary: &'a Vocabulary,
    function_words: &'a Words,
    grams: Pieces,
    bigrams: Pieces,
    /// The pieces of each word seen, as a range of `pieces`.
    words: FxHashMap<Id, Range<usize>>,
    pieces: Vec<u32>,
    /// The word at hand, with a blank on either side.
    padded: Vec<char>,
}

impl Bags {
    /// The bags of all sentences that no anchor settles; those have empty ones, so that they change nothing for others.
    pub(super) fn of(
        draft: &Article,
        r#final: &Article,
        anchors: &[Link],
        vocabulary: &Vocabulary,
        function_words: &Words,
        degraded: &mut Vec<&'static str>,
    ) -> Self {
        let taken = places(anchors, (draft.sentences.len(), r#final.sentences.len()));
        let open = |article: &Article, taken: &[bool]| -> Vec<usize> {
            let sentences = 0..article.sentences.len();
            sentences.filter(|&at| !taken[at] && !article.tokens_of(at).is_empty()).collect()
        };
        let mut open = (open(draft, &taken.0), open(r#final, &taken.1));
        let words =
            |article: &Article, open: &[usize]| -> usize { open.iter().map(|&at| article.tokens_of(at).len()).sum() };
        let mut count = words(draft, &open.0) + words(r#final, &open.1);
        if count > MOST_WORDS {
            degraded.push("alignment-by-place");
            (open, count) = ((Vec::new(), Vec::new()), 0);
        }
        let room = count.min(MOST_ROOM);
        let mut builder = Builder {
            vocabulary,
            function_words,
            grams: Pieces::with_capacity(2 * room),
            bigrams: Pieces::with_capacity(room),
            words: FxHashMap::with_capacity_and_hasher(room / 2, FxBuildHasher),
            pieces: Vec::new(),
            padded: Vec::new(),
        };
        let mut side = |article: &Article, open: &[usize]| -> Vec<Profile> {
            let mut profiles = vec![Profile::default(); article.sentences.len()];
            for &at in open {
                profiles[at] = builder.profile(article, at);
            }
            profiles
        };
        let (mut from, mut to) = (side(draft, &open.0), side(r#final, &open.1));
        let count = open.0.len() + open.1.len();
        let (gram_weights, bigram_weights) = (builder.grams.weights(count), builder.bigrams.weights(count));
        for profile in from.iter_mut().chain(&mut to) {
            profile.grams.weigh(&gram_weights);
            profile.bigrams.weigh(&bigram_weights);
        }
        Bags { draft: from, r#final: to, gram_weights, bigram_weights, open: count }
    }

    /// The weight of a piece that stands in so many sentences.
    pub(super) fn weight_of(&self, sentences: u32) -> f32 {
        weight(sentences, self.open)
    }

    /// How alike two runs of sentences are, by their grams alone.
    pub(super) fn dice_of_grams(&self, draft: Range<usize>, r#final: Range<usize>) -> f32 {
        dice(&self.draft[draft], &self.r#final[r#final], |profile| &profile.grams, &self.gram_weights)
    }

    /// How alike two runs of sentences are: Dice of their grams and of their bigrams.
    pub(super) fn dice(&self, draft: Range<usize>, r#final: Range<usize>) -> (f32, f32) {
        let (from, to) = (&self.draft[draft.clone()], &self.r#final[r#final.clone()]);
        let bigrams = dice(from, to, |profile| &profile.bigrams, &self.bigram_weights);
        (self.dice_of_grams(draft, r#final), bigrams)
    }
}

impl Bag {
    fn weigh(&mut self, weights: &[f32]) {
        self.weight = self.pieces.iter().map(|&(piece, count)| count * weights[piece as usize]).sum();
    }
}

/// The pieces of several bags as if of one, in order.
fn joined<'b>(mut bags: impl Iterator<Item = &'b Bag>) -> Cow<'b, [(u32, f32)]> {
    let first = Cow::Borrowed(bags.next().map_or(&[][..], |bag| &bag.pieces));
    bags.fold(first, |one, bag| Cow::Owned(merged(&one, &bag.pieces)))
}

fn merged(mut one: &[(u32, f32)], mut two: &[(u32, f32)]) -> Vec<(u32, f32)> {
    let mut all = Vec::with_capacity(one.len() + two.len());
    while let ([first, ones @ ..], [second, twos @ ..]) = (one, two) {
        let order = first.0.cmp(&second.0);
        (one, two) = (if order.is_le() { ones } else { one }, if order.is_ge() { twos } else { two });
        all.push(match order {
            Ordering::Less => *first,
            Ordering::Equal => (first.0, first.1 + second.1),
            Ordering::Greater => *second,
        });
    }
    all.extend_from_slice(one);
    all.extend_from_slice(two);
    all
}

/// Weight by rarity: an almost unique piece weighs about ten times as much as one of every sentence.
fn weight(count: u32, sentences: usize) -> f32 {
    const COMMON: f32 = 0.25;
    (sentences as f32 / count.max(1) as f32).max(1.0).ln() + COMMON
}

/// Twice the weight of the pieces that both sides share, by the weight of all.
fn dice(from: &[Profile], to: &[Profile], bag: fn(&Profile) -> &Bag, weights: &[f32]) -> f32 {
    let total: f32 = from.iter().chain(to).map(|profile| bag(profile).weight).sum();
    if total <= 0.0 {
        return 0.0;
    }
    2.0 * shared(&joined(from.iter().map(bag)), &joined(to.iter().map(bag)), weights) / total
}

/// The weight of the pieces that both sides share; each side in order.
fn shared(one: &[(u32, f32)], mut two: &[(u32, f32)], weights: &[f32]) -> f32 {
    let mut shared = 0.0;
    for &(piece, count) in one {
        while let [(other, others), rest @ ..] = two
            && *other <= piece
        {
            if *other == piece {
                shared += count.min(*others) * weights[piece as usize];
            }
            two = rest;
        }
    }
    shared
}

impl Builder<'_> {
    fn profile(&mut self, article: &Article, index: usize) -> Profile {
        /// Marks the beginning of a sentence, which counts as half of a bigram.
        const START: Id = Id::MAX;
        let tokens = article.tokens_of(index);
        let (mut before, mut words, mut grams) = (START, 0, 0);
        for token in tokens.iter().filter(|token| token.is_word()) {
            let range = self.word(token.folded, token.class);
            grams += range.len();
            self.pieces[range].iter().for_each(|&piece| self.grams.put(piece));
            let bigram = self.bigrams.id(u64::from(before) << 32 | u64::from(token.folded));
            self.bigrams.put(bigram);
            (before, words) = (token.folded, words + 1);
        }
        let length = article.sentence(index).chars().filter(|c| !c.is_whitespace()).count();
        Profile { grams: self.grams.bag(grams), bigrams: self.bigrams.bag(words), length: length as f32 }
    }

    /// The pieces of a word: the word itself, and its runs of three and four characters, padded.
    fn word(&mut self, word: Id, class: Class) -> Range<usize> {
        /// Of a longer word only the beginning has pieces; nobody tells such words apart by their ends.
        const LONGEST: usize = 64;
        if let Some(range) = self.words.get(&word) {
            return range.clone();
        }
        let form = self.vocabulary.form(word);
        let start = self.pieces.len();
        let whole = self.grams.id(hash((word, 0)));
        // Numbers and names survive an edit, words of grammar stand everywhere.
        let times = if class == Class::Number { 3 } else { 1 };
        self.pieces.extend(std::iter::repeat_n(whole, times));
        if !self.function_words.contains(form) {
            self.padded.clear();
            self.padded.extend([' '].into_iter().chain(form.chars().take(LONGEST)).chain([' ']));
            for width in [3, 4] {
                for window in self.padded.windows(width) {
                    let piece = self.grams.id(hash(window));
                    self.pieces.push(piece);
                }
            }
        }
        self.words.insert(word, start..self.pieces.len());
        start..self.pieces.len()
    }
}

fn hash(piece: impl Hash) -> u64 {
    let mut hasher = FxHasher::default();
    piece.hash(&mut hasher);
    hasher.finish()
}
