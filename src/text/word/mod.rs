//! What can be told of single English words without a tagger: whether they are words, how else they are spelled, which
//! word they are a form of, what denies them. Everything here takes folded words (see [`fold`](super::fold)).
//!
//! The data: a list of 116,840 words and 4,000 pairs of spellings from SCOWL and VarCon (their notices are in
//! `src/lexicon/english/NOTICE`), and own tables of irregular forms (`src/lexicon/tables/english.toml`).

mod lemma;
mod negation;
mod phrase;
mod spelling;
mod suffix;
mod typo;

#[cfg(test)]
mod tests;

pub use lemma::{is_form_of, lemma, lemmas, participle_of, same_lemma};
pub use negation::negated_stem;
pub use phrase::{is_auxiliary, is_backshift, modal_of, passive_lemma, same_verb_phrase, voice_differs};
pub use spelling::{american, spelling_variant};
pub use typo::is_typo;

use crate::lexicon::ENGLISH;

/// Whether a folded word is in the list: American and British English with all forms; no names, few abbreviations.
pub fn is_word(folded: &str) -> bool {
    ENGLISH.words.contains(folded) || ENGLISH.more_words.contains(folded)
}
