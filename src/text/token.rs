use std::borrow::Cow;
use std::ops::Range;

use indexmap::IndexSet;
use rustc_hash::FxBuildHasher;
use unicode_normalization::char::is_combining_mark;

use super::{Span, fold, is_blank};
use crate::lexicon::Boundaries;

/// An interned form: two tokens with the same id are equal.
pub type Id = u32;

/// What a token is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    /// Letters, with inner hyphens, apostrophes and full stops; in Han and kana each character.
    Word,
    /// Begins with a digit or a currency sign: `$350`, `12.5%`, `52-year-old`.
    Number,
    /// A single mark, or a run of full stops or hyphens.
    Mark,
}

/// A word, a number with its symbol, or a mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// What it is made of.
    pub class: Class,
    /// Its form as written.
    pub exact: Id,
    /// Its folded form (see [`fold`]).
    pub folded: Id,
}

impl Token {
    /// Whether it is a word or a number.
    pub fn is_word(&self) -> bool {
        self.class != Class::Mark
    }
}

/// The forms of all tokens of one analysis, by id.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Vocabulary {
    forms: IndexSet<Box<str>, FxBuildHasher>,
    /// The folded form of each form, `None` until it is wanted.
    folded: Vec<Option<Id>>,
}

impl Vocabulary {
    /// An empty one with room for so many forms.
    pub fn with_capacity(forms: usize) -> Self {
        Vocabulary {
            forms: IndexSet::with_capacity_and_hasher(forms, FxBuildHasher),
            folded: Vec::with_capacity(forms),
        }
    }

    /// The id of a form.
    pub fn id(&mut self, form: &str) -> Id {
        let index = match self.forms.get_index_of(form) {
            Some(index) => index,
            None => {
                self.folded.push(None);
                self.forms.insert_full(form.into()).0
            }
        };
        index as Id
    }

    /// The id of the folded form of an id.
    pub fn folded(&mut self, id: Id) -> Id {
        if let Some(folded) = self.folded[id as usize] {
            return folded;
        }
        let other = match fold(self.form(id)) {
            Cow::Borrowed(_) => None,
            Cow::Owned(other) => Some(other),
        };
        let folded = other.map_or(id, |other| self.id(&other));
        self.folded[id as usize] = Some(folded);
        folded
    }

    /// The form that an id stands for.
    pub fn form(&self, id: Id) -> &str {
        &self.forms[id as usize]
    }

    /// How many forms there are; every id is below.
    pub fn len(&self) -> usize {
        self.forms.len()
    }

    /// Whether no form was seen.
    pub fn is_empty(&self) -> bool {
        self.forms.is_empty()
    }
}

/// Adds the tokens of one sentence to `tokens` and gives their range there. Between two tokens stand only blanks.
pub fn tokenize(
    text: &str,
    sentence: Span,
    lang: &str,
    words: &Boundaries,
    vocabulary: &mut Vocabulary,
    tokens: &mut Vec<Token>,
) -> Range<usize> {
    let first = tokens.len();
    let within = sentence.of(text);
    let mut at = 0;
    while let Some(c) = within[at..].chars().next() {
        if is_blank(c) {
            at += c.len_utf8();
            continue;
        }
        let (end, class) = scan(within, at, lang, words);
        let span = Span::new(sentence.start + at, sentence.start + end);
        let exact = vocabulary.id(span.of(text));
        tokens.push(Token { span, class, exact, folded: vocabulary.folded(exact) });
        at = end;
    }
    first..tokens.len()
}

/// The end and the class of the token that begins at `start`.
fn scan(text: &str, start: usize, lang: &str, words: &Boundaries) -> (usize, Class) {
    let rest = &text[start..];
    let mut chars = rest.chars();
    let Some(first) = chars.next() else { return (start, Class::Mark) };
    let second = chars.next();
    if is_currency(first) && second.is_some_and(|c| c.is_ascii_digit()) {
        return (number_end(text, word_end(text, start + first.len_utf8())), Class::Number);
    }
    if !first.is_alphanumeric() {
        let run = if matches!(first, '.' | '-') { rest.chars().take_while(|&c| c == first).count() } else { 1 };
        let marked = rest[run * first.len_utf8()..].chars().take_while(|&c| is_combining_mark(c) || is_joiner(c));
        return (start + run * first.len_utf8() + marked.map(char::len_utf8).sum::<usize>(), Class::Mark);
    }
    if is_ideograph(first) {
        return (start + first.len_utf8(), Class::Word);
    }
    let end = word_end(text, start);
    if first.is_numeric() {
        return (number_end(text, end), Class::Number);
    }
    let mut after = text[end..].chars();
    if let (Some(sign), Some(digit)) = (after.next(), after.next())
        && is_currency(sign)
        && digit.is_ascii_digit()
        && end - start <= 2
    {
        return (number_end(text, word_end(text, end + sign.len_utf8())), Class::Number);
    }
    (if owns_full_stop(text, start, end, lang, words) { end + 1 } else { end }, Class::Word)
}

/// The end of a run of letters and digits with its inner marks.
fn word_end(text: &str, start: usize) -> usize {
    // Most words are letters of English.
    let letters = text.as_bytes()[start..].iter().take_while(|byte| byte.is_ascii_alphanumeric());
    let first = start + letters.count();
    let mut before = text[start..first].chars().next_back().unwrap_or(' ');
    let mut chars = text[first..].char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let at = first + at;
        let goes_on = if c.is_alphanumeric() {
            at == start || !is_ideograph(c)
        } else if is_combining_mark(c) || is_joiner(c) {
            true
        } else {
            chars.peek().is_some_and(|&(_, after)| joins(before, c, after))
        };
        if !goes_on {
            return at;
        }
        before = c;
    }
    text.len()
}

/// Whether a mark between two characters belongs to the word around it.
fn joins(before: char, mark: char, after: char) -> bool {
    let both = |test: fn(&char) -> bool| test(&before) && test(&after);
    match mark {
        '-' | '‐' | '‑' | '\'' | '’' | '.' | '&' | '@' | '_' | '·' => {
            both(|c| c.is_alphanumeric()) && !is_ideograph(after)
        }
        ',' | ':' | '–' | '\u{2009}' | '\u{202F}' => both(|c| c.is_numeric()),
        _ => false,
    }
}

/// With the percent sign after a number.
fn number_end(text: &str, end: usize) -> usize {
    let rest = &text[end..];
    let Some(sign) = rest.chars().next().filter(|c| matches!(c, '%' | '％')) else { return end };
    let after = &rest[sign.len_utf8()..];
    let points = after.starts_with('p') && !after[1..].starts_with(char::is_alphanumeric);
    end + sign.len_utf8() + usize::from(points)
}

/// Whether the full stop after a word is part of it: `U.S.`, `Rep. Na`, `J. Kim`, but not the end of a sentence.
fn owns_full_stop(text: &str, start: usize, end: usize, lang: &str, words: &Boundaries) -> bool {
    if !text[end..].starts_with('.') || text[end + 1..].starts_with('.') {
        return false;
    }
    let word = &text[start..end];
    if is_dotted(word) {
        return true;
    }
    let rest = text[end + 1..].trim_start_matches(is_blank);
    if !rest.starts_with(|c: char| c.is_alphanumeric() || is_currency(c)) {
        return false;
    }
    let folded = fold(word);
    words.never_last.contains(lang, &folded)
        || words.maybe_last.contains(lang, &folded)
        || (words.before_number.contains(lang, &folded) && rest.starts_with(|c: char| c.is_ascii_digit()))
        || (word.chars().count() == 1 && word.chars().all(char::is_uppercase))
}

/// Single letters parted by full stops: `U.S`, `p.m`, `e.g`.
pub(super) fn is_dotted(word: &str) -> bool {
    word.contains('.') && word.split('.').all(|part| part.chars().count() == 1 && part.chars().all(char::is_alphabetic))
}

fn is_currency(c: char) -> bool {
    matches!(c, '$' | '€' | '£' | '¥' | '₩' | '₹' | '₽' | '￦' | '￥' | '₫' | '฿' | '₺' | '₴')
}

/// A character that is written without spaces around it: Han and kana.
fn is_ideograph(c: char) -> bool {
    matches!(c as u32, 0x3005..=0x3007 | 0x3040..=0x30FF | 0x3400..=0x4DBF | 0x4E00..=0x9FFF | 0xF900..=0xFAFF | 0x20000..=0x3FFFF)
}

/// Joins letters or emoji without showing.
fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200C}' | '\u{200D}' | '\u{FE0F}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;

    fn tokens(text: &str) -> Vec<&str> {
        let mut found = Vec::new();
        let words = Lexicon::default().boundaries;
        tokenize(text, Span::new(0, text.len()), "en", &words, &mut Vocabulary::default(), &mut found);
        found.iter().map(|token| token.span.of(text)).collect()
    }

    #[test]
    fn words_keep_their_inner_marks_and_numbers_their_symbol() {
        for (text, expected) in [
            ("Korea’s Jae-myung,", vec!["Korea’s", "Jae-myung", ","]),
            ("$350 billion, 12.5%.", vec!["$350", "billion", ",", "12.5%", "."]),
            ("up 3.2%p to US$1,300.50", vec!["up", "3.2%p", "to", "US$1,300.50"]),
            ("the U.S. Treasury", vec!["the", "U.S.", "Treasury"]),
            ("until 9 p.m.", vec!["until", "9", "p.m."]),
            ("Rep. Na, No. 5 of Kakao Corp.", vec!["Rep.", "Na", ",", "No.", "5", "of", "Kakao", "Corp", "."]),
            ("He said no. 5 did", vec!["He", "said", "no.", "5", "did"]),
            ("\"Why...\" -- he", vec!["\"", "Why", "...", "\"", "--", "he"]),
            ("at 7:00 PM, 7–2", vec!["at", "7:00", "PM", ",", "7–2"]),
            ("hana@example.com [AT&T]", vec!["hana@example.com", "[", "AT&T", "]"]),
            ("Busan,and workers'", vec!["Busan", ",", "and", "workers", "'"]),
            ("58억3000만 달러", vec!["58억3000만", "달러"]),
            ("2兆円。", vec!["2", "兆", "円", "。"]),
            ("नमस्ते", vec!["नमस्ते"]),
        ] {
            assert_eq!(tokens(text), expected, "{text}");
        }
    }
}
