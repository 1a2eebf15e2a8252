//! Runs of words with capitals in an English sentence, with the small words that join them.

use crate::lexicon::Names;
use crate::text::{Class, Span, Token, Vocabulary, is_blank};

/// The tokens of one sentence, to be asked about capitals and words.
pub(super) struct Finder<'a> {
    pub(super) text: &'a str,
    pub(super) tokens: &'a [Token],
    pub(super) vocabulary: &'a Vocabulary,
    pub(super) words: &'a Names,
}

impl<'a> Finder<'a> {
    /// The token behind a run of words with capitals that begins at a token; the token itself where none begins.
    pub(super) fn run_end(&self, start: usize) -> usize {
        if !self.is_name_word(start) || (self.is_function_word(start) && !self.begins_name(start)) {
            return start;
        }
        let mut end = start + 1;
        loop {
            if self.is_possessive(end - 1) || !self.follows(end) {
                return end;
            }
            let next = if self.is_name_word(end) { end + 1 } else { self.bridge(start, end) };
            if next == end {
                return end;
            }
            end = next;
        }
    }

    /// The token behind the next capital where small words join it to the run: `Bank of Korea`, `Kim & Chang`,
    /// `Ministry of Trade, Industry and Energy`, `Charles de Gaulle`; else `at`.
    fn bridge(&self, start: usize, at: usize) -> usize {
        let is_head = |token: usize| self.words.heads.contains(self.word(token));
        let first = match self.word(at) {
            "of" | "for" if is_head(at - 1) => at + 1 + usize::from(self.word(at + 1) == "the"),
            "&" => at + 1,
            "and" | "," if self.lists_its_field(start, at) => return self.list_end(at),
            word if self.words.particles.contains(word) => {
                (at + 1..at + 3).find(|&next| !self.words.particles.contains(self.word(next))).unwrap_or(at)
            }
            word if self.begins_brand(start, at, word) => return at + 1,
            _ => return at,
        };
        if first > at && self.follows(first) && self.is_name_word(first) { first + 1 } else { at }
    }

    /// Whether a word in small letters ends a brand that the run begins: `SK hynix`.
    fn begins_brand(&self, start: usize, at: usize, last: &str) -> bool {
        let ends = |brand: &str| {
            brand.rsplit_once(' ').is_some_and(|(before, word)| word == last && before == self.word(start))
        };
        at == start + 1 && self.words.brands.iter().any(|(brand, _)| ends(brand))
    }

    /// Whether a run is a body with its field begun and no `and` in it yet: `Ministry of Trade`.
    fn lists_its_field(&self, start: usize, at: usize) -> bool {
        let opens = |token| {
            self.words.field_heads.contains(self.word(token)) && matches!(self.word(token + 1), "of" | "for" | "on")
        };
        (start..at).any(opens) && (start..at).all(|token| self.word(token) != "and")
    }

    /// The end of a list that closes with `and`: `, Industry and Energy`; else `at`.
    fn list_end(&self, at: usize) -> usize {
        let mut end = at;
        loop {
            let last = match self.word(end) {
                "and" => true,
                "," if self.word(end + 1) == "and" => {
                    end += 1;
                    true
                }
                "," => false,
                _ => return at,
            };
            let item = end + 1;
            end = (item..self.tokens.len())
                .find(|&token| !self.is_capital(token) || !self.follows(token))
                .unwrap_or(self.tokens.len());
            if end == item {
                return at;
            }
            if last {
                return end;
            }
        }
    }

    /// Whether a word of grammar is a surname here: `So Min-ah`, and `artist Do Ho Na` within a sentence.
    fn begins_name(&self, at: usize) -> bool {
        let within = at > 0 && self.tokens[at - 1].is_word();
        let surname = self.words.surnames.get(self.word(at)).is_some();
        let next = self.follows(at + 1) && self.is_capital(at + 1);
        surname && next && (within || self.word(at + 1).contains('-'))
    }

    /// A word with a capital that may be part of a name.
    fn is_name_word(&self, at: usize) -> bool {
        self.is_capital(at) && (!self.words.never.contains(self.word(at)) || self.is_june(at))
    }

    /// The one month that is a syllable, too: `June Cho`, `Ha June Cho`; but not `in June`.
    fn is_june(&self, at: usize) -> bool {
        let surname = self.words.surnames.get(self.stem(at + 1)).is_some();
        let within = at > 0 && self.tokens[at - 1].is_word() && self.follows(at);
        let titled = within && (self.is_title(at - 1) || self.is_capital(at - 1)) && !self.is_function_word(at - 1);
        self.word(at) == "june" && surname && self.follows(at + 1) && self.is_capital(at + 1) && (at == 0 || titled)
    }

    pub(super) fn is_capital(&self, at: usize) -> bool {
        let word = self.tokens.get(at).is_some_and(|token| token.class == Class::Word);
        // Most words are turned away by their first two bytes.
        let small = |byte: &u8| byte.is_ascii_lowercase();
        let plain = word && self.written(at).as_bytes().iter().take(2).all(small);
        word && !plain && (self.written(at).starts_with(char::is_uppercase) || self.is_brand(at))
    }

    /// `iPhone`, `eBay`: a small letter first, a capital behind it.
    fn is_brand(&self, at: usize) -> bool {
        let mut letters = self.written(at).chars();
        letters.next().is_some_and(char::is_lowercase) && letters.next().is_some_and(char::is_uppercase)
    }

    /// A word of grammar; not the `US`, nor `IT` among words in small letters.
    pub(super) fn is_function_word(&self, at: usize) -> bool {
        let shouts = |at: usize| {
            let written = self.written(at);
            written.len() > 1 && written.chars().all(char::is_uppercase)
        };
        let acronym = || shouts(at) && !shouts(at + 1) && !(at > 0 && shouts(at - 1));
        self.words.function_words.contains(self.word(at)) && !acronym()
    }

    /// Whether nothing but a space stands before a token, so that a run may go on.
    fn follows(&self, at: usize) -> bool {
        let (Some(token), Some(before)) = (self.tokens.get(at), at.checked_sub(1)) else { return false };
        self.text[self.tokens[before].span.end..token.span.start].chars().all(|c| is_blank(c) && c != '\n')
    }

    /// The folded form of a token without the full stop of an abbreviation; empty behind the last.
    pub(super) fn word(&self, at: usize) -> &'a str {
        let Some(token) = self.tokens.get(at) else { return "" };
        let form = self.vocabulary.form(token.folded);
        if form.len() > 1 { form.trim_end_matches('.') } else { form }
    }

    /// The folded form without `'s`.
    pub(super) fn stem(&self, at: usize) -> &'a str {
        let word = self.word(at);
        word.strip_suffix("'s").unwrap_or(word)
    }

    pub(super) fn written(&self, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", |token| token.span.of(self.text))
    }

    /// `Hanbit's`, but not `McDonald's` and the beginning of `People's Republic`.
    fn is_possessive(&self, at: usize) -> bool {
        let word = self.word(at);
        word.ends_with("'s") && self.words.brands.get(word).is_none() && !self.words.heads.contains(word)
    }

    /// The bytes of some tokens, without `'s` at their end.
    pub(super) fn span(&self, from: usize, to: usize) -> Span {
        let span = self.tokens[from].span.hull(self.tokens[to - 1].span);
        let written = self.written(to - 1);
        let possessive =
            ["'s", "’s", "'S", "’S"].into_iter().find(|suffix| self.is_possessive(to - 1) && written.ends_with(suffix));
        Span::new(span.start, span.end - possessive.map_or(0, str::len))
    }
}
