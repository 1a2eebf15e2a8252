//! How much was changed: TER and chrF2 of the aligned units, by part of the page and as a whole; characters and words
//! changed; and the share of sentences left alone.
//!
//! The frame (dateline, disclosure, byline) is nobody's translation and counts nowhere.

mod characters;
mod chrf;
mod corpus;
mod matrix;
mod shape;
mod shift;
mod tags;
mod ter;
mod words;

use std::ops::{AddAssign, Range};

use crate::article::{Article, Region};
use crate::compare::{Hunk, Op, Unit};

pub use characters::character_distance;
pub use chrf::{ChrfCounts, chrf2};
pub use corpus::Corpus;
pub use tags::{Tag, word_tags};
pub use ter::{MAX_WORDS, Ter, TerOptions, is_exact, ter};

/// The effort of one article's editing.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Effort {
    /// Edits and words of the final, summed over the units; a sentence inserted or deleted costs its words. `None` where
    /// the final has no words. Their quotient is the edit rate, HTER (Snover et al. 2006).
    pub ter: Option<Ter>,
    /// chrF2 (Popović 2015) of draft against final, 0 to 100; `None` where neither has text.
    pub chrf2: Option<f64>,
    /// Sentences of the final that are equal to the letter to one of the draft.
    pub untouched: usize,
    /// All sentences of the final, those of the frame left out.
    pub sentences: usize,
    /// The edits by part of the page.
    pub parts: Parts,
    /// The change in characters.
    pub characters: Characters,
    /// The change in words.
    pub words: WordChange,
    /// Every unit was short enough to be measured exactly; otherwise edits and characters are upper bounds.
    pub exact: bool,
}

/// The edits of the parts of the page that are translated.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Parts {
    /// Those of the headline.
    pub headline: Ter,
    /// Those of the text.
    pub body: Ter,
    /// Those of the lines under pictures.
    pub captions: Ter,
}

/// The post-edit distance in characters.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Characters {
    /// Code points inserted, deleted or replaced, summed over the units.
    pub edits: usize,
    /// Code points of the final.
    pub reference: usize,
}

/// Words that only one side has. A word that was replaced counts on both.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct WordChange {
    /// Words of the final that the draft does not have in their place.
    pub added: usize,
    /// Words of the draft that the final does not have in their place.
    pub cut: usize,
}

/// Measures the units of headline, body and captions; the hunks are all that differs within them.
pub fn measure(draft: &Article, r#final: &Article, units: &[Unit], hunks: &[Hunk]) -> Effort {
    let mut effort = Effort {
        ter: None,
        chrf2: None,
        untouched: 0,
        sentences: 0,
        parts: Parts::default(),
        characters: Characters::default(),
        words: words_changed(draft, r#final, units, hunks),
        exact: true,
    };
    let mut texts = Vec::new();
    for unit in units {
        let (from, to) = (text(draft, &unit.draft), text(r#final, &unit.r#final));
        if from.is_empty() && to.is_empty() {
            continue;
        }
        let (ter, characters, exact) = measure_unit(unit, &from, &to);
        *effort.parts.of(region(draft, r#final, unit)) += ter;
        effort.characters += characters;
        effort.exact &= exact;
        effort.sentences += unit.r#final.clone().filter(|&at| !r#final.is_frame(at)).count();
        effort.untouched += usize::from(unit.op == Op::Keep);
        texts.push([from, to]);
    }
    let all = effort.parts.sum();
    effort.ter = (all.reference_words > 0).then_some(all);
    let texts: Vec<[&str; 2]> = texts.iter().map(|sides| sides.each_ref().map(String::as_str)).collect();
    effort.chrf2 = (!texts.is_empty()).then(|| ChrfCounts::of_units(&texts).score());
    effort
}

impl Parts {
    /// The edits of all parts.
    pub fn sum(&self) -> Ter {
        let mut sum = self.headline;
        sum += self.body;
        sum += self.captions;
        sum
    }

    fn of(&mut self, region: Region) -> &mut Ter {
        match region {
            Region::Headline => &mut self.headline,
            Region::Caption => &mut self.captions,
            _ => &mut self.body,
        }
    }
}

/// One unit's edits in words and in characters, and whether they are exact.
fn measure_unit(unit: &Unit, from: &str, to: &str) -> (Ter, Characters, bool) {
    let reference = to.chars().count();
    if unit.op == Op::Keep {
        let ter = Ter { edits: 0, reference_words: words::split(to).count() };
        return (ter, Characters { edits: 0, reference }, true);
    }
    let edits = character_distance(from, to);
    // No text has more words than bytes, so that short ones need no count.
    let short = from.len().max(to.len()) <= MAX_WORDS;
    let exact = edits.is_ok() && (short || is_exact(words::split(from).count(), words::split(to).count()));
    let characters = Characters { edits: edits.unwrap_or_else(|bound| bound), reference };
    (ter(from, to, &TerOptions::default()), characters, exact)
}

impl AddAssign for Parts {
    fn add_assign(&mut self, other: Self) {
        self.headline += other.headline;
        self.body += other.body;
        self.captions += other.captions;
    }
}

impl AddAssign for Characters {
    fn add_assign(&mut self, other: Self) {
        self.edits += other.edits;
        self.reference += other.reference;
    }
}

impl AddAssign for WordChange {
    fn add_assign(&mut self, other: Self) {
        self.added += other.added;
        self.cut += other.cut;
    }
}

/// The words of the hunks, outside the frame.
fn words_changed(draft: &Article, r#final: &Article, units: &[Unit], hunks: &[Hunk]) -> WordChange {
    let count = |article: &Article, sentences: &Range<usize>, tokens: &Range<usize>| {
        let counted = |sentence: usize| {
            let of_sentence = article.token_range(sentence..sentence + 1);
            let common = of_sentence.start.max(tokens.start)..of_sentence.end.min(tokens.end);
            article.tokens.get(common).into_iter().flatten().filter(|token| token.is_word()).count()
        };
        sentences.clone().filter(|&sentence| !article.is_frame(sentence)).map(counted).sum::<usize>()
    };
    let mut change = WordChange::default();
    for hunk in hunks {
        let unit = &units[hunk.unit];
        change.cut += count(draft, &unit.draft, &hunk.draft_tokens);
        change.added += count(r#final, &unit.r#final, &hunk.final_tokens);
    }
    change
}

/// The part of the page that a unit stands in: that of its first sentence outside the frame, in the final if it is there.
fn region(draft: &Article, r#final: &Article, unit: &Unit) -> Region {
    let first = |article: &Article, sentences: &Range<usize>| {
        sentences.clone().find(|&at| !article.is_frame(at)).map(|at| article.sentences[at].region)
    };
    first(r#final, &unit.r#final).or_else(|| first(draft, &unit.draft)).unwrap_or(Region::Body)
}

/// The sentences of a unit that stand outside the frame, parted by a space.
fn text(article: &Article, sentences: &Range<usize>) -> String {
    let outside: Vec<&str> =
        sentences.clone().filter(|&at| !article.is_frame(at)).map(|at| article.sentence(at)).collect();
    outside.join(" ")
}

#[cfg(test)]
mod tests;
