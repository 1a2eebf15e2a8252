//! Text as spans: sentences, tokens, quotations, values. Nothing here copies text to compare it.

mod lang;
pub mod name;
mod quote;
mod sentence;
mod span;
mod token;
pub mod value;
pub mod word;

pub use crate::lexicon::fold;
pub use lang::Lang;
pub use quote::{is_quotation_mark, quotations};
pub use sentence::sentences;
pub use span::Span;
pub use token::{Class, Id, Token, Vocabulary, tokenize};

/// White space, and the invisible characters that stand for it: a byte-order mark and the zero-width space.
pub fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{FEFF}' | '\u{200B}')
}

/// A text on one line, its words parted by one space each.
pub fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The words and figures of a text, folded and parted by one space each: for looking up phrases.
pub fn plain_words(text: &str) -> String {
    let folded = fold(text);
    let words = folded.split(|c: char| !(c.is_alphanumeric() || c == '-' || c == '\''));
    let mut plain = String::with_capacity(folded.len());
    for word in words.filter(|word| !word.is_empty()) {
        plain.push_str(if plain.is_empty() { "" } else { " " });
        plain.push_str(word);
    }
    plain
}
