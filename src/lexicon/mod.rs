//! Word lists. They live in `tables/*.toml`, where a person can read and extend them, and are compiled in by `build.rs`.
//! A desk extends or replaces them under `[tables]` in its `postedit.toml`, by the same keys.
//!
//! Every entry is folded: lower case, straight quotation marks, plain hyphens. A desk's are folded as they are read.

mod desk;
mod english;
mod fold;
mod parts;
mod slots;
mod source;
mod stored;
mod table;

pub use desk::Key;
pub use english::{ENGLISH, English, Packed, Spellings};
pub use fold::fold;
pub use parts::{Boundaries, Editing, Frame, HangulNames, Kinds, Names, Print, Values};
pub use source::Source;
pub use table::{Groups, Hashed, Numbers, Pairs, Standards, Words, Written};

/// What `build.rs` made of `tables/*.toml`: a module a file, a constant a key; and their texts and lists.
#[allow(non_upper_case_globals)]
mod tables {
    include!(concat!(env!("OUT_DIR"), "/lexicon.rs"));
}

/// All word lists, each part with the floor that it is handed to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lexicon {
    /// For `text`: where a full stop ends no sentence.
    pub boundaries: Boundaries,
    /// For `text`: numbers, units and dates.
    pub values: Values,
    /// For `text`: names of people, bodies and places.
    pub names: Names,
    /// For `article`: disclosures, bylines, credits.
    pub frame: Frame,
    /// For `kinds`: words of grammar, which carry no news.
    pub function_words: Words,
    /// For `kinds`: the cues of each kind.
    pub kinds: Kinds,
    /// For `audit`: what doesn't belong in print.
    pub print: Print,
    /// For `audit`: what makes a claim surer, denies it, or gives it to somebody.
    pub editing: Editing,
    /// For `audit`: the same in a Korean source.
    pub source: Source,
}

impl Kinds {
    /// Whether a folded word is of a contrast, on either side: `rose`, `fell`.
    pub fn has_contrast<'a>(&self, folded: impl Into<Hashed<'a>>) -> bool {
        let folded = folded.into();
        self.direction.has_word(folded) || self.opposite.has_word(folded)
    }

    /// Whether two folded words are the two sides of one contrast: `rose` and `fell`.
    pub fn are_opposed(&self, one: &str, two: &str) -> bool {
        self.direction.holding(one).any(|name| self.opposite.contains(name, two))
            || self.opposite.holding(one).any(|name| self.direction.contains(name, two))
    }
}

impl Default for Lexicon {
    fn default() -> Self {
        Lexicon {
            boundaries: Boundaries::built_in(),
            values: Values::built_in(),
            names: Names::built_in(),
            frame: Frame::built_in(),
            function_words: tables::grammar::function_words,
            kinds: Kinds::built_in(),
            print: Print::built_in(),
            editing: Editing::built_in(),
            source: Source::built_in(),
        }
    }
}
