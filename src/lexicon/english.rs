//! What is known of English words. Not a part of `Lexicon`, which a desk may change: grammar is the same at every desk.
//!
//! The list of words and the spellings are made of SCOWL 2020.12.07 and VarCon (`english/NOTICE` has their licences) by
//! `examples/pack_words.rs`; the tables in `tables/english.toml` are our own.

use super::tables::english as tables;
use super::{Groups, Words, slots};

/// All of it.
pub static ENGLISH: English = English {
    words: Packed(include_bytes!("english/words.fst")),
    more_words: tables::more_words,
    spellings: Spellings {
        text: include_str!("english/spelling.txt"),
        lines: tables::spelling_lines,
        slots: tables::spelling_slots,
    },
    alike: tables::alike_forms,
    alike_lemmas: tables::alike_lemmas,
    past: tables::past_forms,
    past_lemmas: tables::past_lemmas,
    participles: tables::participle_forms,
    other_forms: tables::other_forms,
    uninflected: tables::uninflected,
    lookalikes: tables::lookalikes,
    not_negated: tables::not_negated,
    negating_in: tables::negating_in,
};

/// The list of words, their spellings and their irregular forms.
#[derive(Debug)]
pub struct English {
    /// American and British words in lower case, with all their forms.
    pub words: Packed,
    /// Words that the list does not have.
    pub more_words: Words,
    /// British and other spellings.
    pub spellings: Spellings,
    /// From an irregular past tense that is the participle as well, to the verb.
    pub alike: Groups,
    /// The verbs of `alike`.
    pub alike_lemmas: Words,
    /// From another irregular past tense to the verb.
    pub past: Groups,
    /// The verbs of `past`.
    pub past_lemmas: Words,
    /// From the participle of such a verb to the verb.
    pub participles: Groups,
    /// From an irregular plural, present tense or comparison to the word.
    pub other_forms: Groups,
    /// Words that have no forms, whatever they look like.
    pub uninflected: Words,
    /// From a word to those that it looks like a form of, and is not.
    pub lookalikes: Groups,
    /// Words with `un-`, `dis-` or `non-` in front that are not the contrary of the rest.
    pub not_negated: Words,
    /// Words with `in-`, `im-`, `il-` or `ir-` in front that are the contrary of the rest.
    pub negating_in: Words,
}

/// A set of words, packed as an `fst` that is read where it lies.
#[derive(Debug, Clone, Copy)]
pub struct Packed(&'static [u8]);

impl Packed {
    /// Whether the folded word is in the set.
    pub fn contains(&self, folded: &str) -> bool {
        fst::Set::new(self.0).is_ok_and(|words| words.contains(folded))
    }
}

/// Lines of another spelling and the American one, sorted. One text and numbers, since pointers would have to be set at
/// every start of the program.
#[derive(Debug)]
pub struct Spellings {
    text: &'static str,
    /// Where each line begins, in bytes.
    lines: &'static [u16],
    /// The number of each line, by the hash of its first word (see `slots`).
    slots: &'static [u16],
}

impl Spellings {
    /// The American spelling of a folded word that has another.
    pub fn american(&self, folded: &str) -> Option<&'static str> {
        let is_line = |line: usize| {
            let text = &self.text.as_bytes()[usize::from(self.lines[line])..];
            text.strip_prefix(folded.as_bytes()).is_some_and(|rest| rest.starts_with(b" "))
        };
        let line = slots::find(slots::hash(folded), self.slots, is_line)?;
        Some(self.line(self.lines[line]).1)
    }

    fn line(&self, start: u16) -> (&'static str, &'static str) {
        let line = self.text[usize::from(start)..].split('\n').next();
        line.and_then(|line| line.split_once(' ')).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::ENGLISH;

    #[test]
    fn every_pair_of_spellings_is_found_and_both_are_words() {
        for &start in ENGLISH.spellings.lines {
            let (other, american) = ENGLISH.spellings.line(start);
            assert_eq!(ENGLISH.spellings.american(other), Some(american), "{other}");
            assert_eq!(ENGLISH.spellings.american(american), None, "{american}: the American spelling has no other");
            assert!(ENGLISH.words.contains(other) && ENGLISH.words.contains(american), "{other}: is in the list");
        }
        for absent in ["", "a", "labor", "zzz"] {
            assert_eq!(ENGLISH.spellings.american(absent), None, "{absent}");
        }
    }
}
