//! What a sentence keeps in translation.

use std::hash::{Hash, Hasher};

use rustc_hash::{FxHashMap, FxHasher};

use super::romanise::{consonants, romanise};
use crate::article::Article;
use crate::text::is_quotation_mark;

/// What one sentence is compared by; of a run of sentences, the sum.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Signs {
    /// Length in code points.
    pub(super) length: f32,
    pub(super) commas: f32,
    pub(super) brackets: f32,
    pub(super) quotes: f32,
    pub(super) numbers: f32,
    /// Whether it belongs to the frame: dateline, disclosure, byline.
    pub(super) frame: bool,
    /// How the last sentence ends.
    pub(super) ending: Ending,
}

/// How a sentence ends.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Ending {
    Stop,
    Question,
    Exclamation,
    Colon,
    /// Three dots.
    Open,
    #[default]
    None,
}

/// The keys of all sentences of one side.
#[derive(Debug, Default)]
pub(super) struct Side {
    pub(super) signs: Vec<Signs>,
    /// By sentence, sorted: what may stand on the other side too, as (key, what kind).
    pub(super) keys: Vec<Vec<(u64, Sort)>>,
}

/// What a key was made from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Sort {
    Number,
    Word,
    Beginning,
    Consonants,
}

impl Signs {
    pub(super) fn with(self, next: Signs) -> Signs {
        Signs {
            length: self.length + next.length,
            commas: self.commas + next.commas,
            brackets: self.brackets + next.brackets,
            quotes: self.quotes + next.quotes,
            numbers: self.numbers + next.numbers,
            frame: self.frame || next.frame,
            ending: next.ending,
        }
    }
}

/// Reads the signs and keys of all sentences.
pub(super) fn read(article: &Article) -> Side {
    let mut side = Side::default();
    let mut words = FxHashMap::default();
    for index in 0..article.sentences.len() {
        let sentence = article.sentence(index);
        let mut keys = keys(sentence, &mut words);
        keys.sort_unstable();
        keys.dedup();
        let mut signs = signs(sentence);
        signs.numbers = keys.iter().filter(|key| key.1 == Sort::Number).count() as f32;
        signs.frame = article.is_frame(index);
        side.signs.push(signs);
        side.keys.push(keys);
    }
    side
}

fn signs(sentence: &str) -> Signs {
    let mut signs = Signs { ending: ending(sentence), ..Signs::default() };
    for c in sentence.chars() {
        signs.length += 1.0;
        match c {
            ',' | '，' | '、' | '،' | ';' | '；' => signs.commas += 1.0,
            '(' | '（' | '[' | '［' => signs.brackets += 1.0,
            '\'' | '’' => {}
            _ if is_quotation_mark(c) => signs.quotes += 1.0,
            _ => {}
        }
    }
    signs
}

fn ending(sentence: &str) -> Ending {
    let last =
        sentence.trim_end_matches(|c: char| c.is_whitespace() || is_quotation_mark(c) || matches!(c, ')' | '）' | ']'));
    match last.chars().next_back() {
        Some('.') if last.ends_with("..") => Ending::Open,
        Some('…') => Ending::Open,
        Some('.' | '。' | '।' | '．' | '｡') => Ending::Stop,
        Some('?' | '？' | '؟') => Ending::Question,
        Some('!' | '！') => Ending::Exclamation,
        Some(':' | '：' | ';' | '；' | ',') => Ending::Colon,
        _ => Ending::None,
    }
}

/// The keys of the words and numbers of a sentence. `known` remembers those of words seen before.
fn keys<'a>(sentence: &'a str, known: &mut FxHashMap<&'a str, Vec<(u64, Sort)>>) -> Vec<(u64, Sort)> {
    let mut keys = Vec::new();
    let mut rest = sentence;
    while let Some(first) = rest.chars().next() {
        let kind = Kind::of(first);
        let end = run_end(rest, kind);
        let run = &rest[..end];
        match kind {
            Kind::Digit => {
                let (digits, end) = number(rest);
                keys.push((hash(digits.trim_matches('0')), Sort::Number));
                rest = &rest[end..];
                continue;
            }
            Kind::Han => keys.push((hash(run), Sort::Word)),
            Kind::Letter | Kind::Kana => {
                keys.extend(known.entry(run).or_insert_with(|| word_keys(run)).iter());
            }
            Kind::Other => {}
        }
        rest = &rest[end..];
    }
    keys
}

/// The digits of a number that a text begins with, and its end. Scale words between are counted in, so that `53억8000만`
/// has the digits of `5.38 billion`; zeros at the ends mean nothing.
fn number(text: &str) -> (String, usize) {
    let end = run_end(text, Kind::Digit);
    let mut digits: String = text[..end].chars().filter_map(digit).collect();
    let Some((scale, power)) = scale(&text[end..]) else { return (digits, end) };
    let mut at = end + scale;
    let below = run_end(&text[at..], Kind::Digit);
    let more: String = text[at..at + below].chars().map_while(digit).collect();
    if !more.is_empty() && more.len() <= power {
        at += below;
        // 8000만 below 억 takes the four places that it has.
        let inner = if self::scale(&text[at..]).is_some() { power - 4 } else { power };
        digits.push_str(&"0".repeat(inner.max(more.len()) - more.len()));
        digits.push_str(&more);
        at += self::scale(&text[at..]).map_or(0, |(length, _)| length);
    }
    (digits, at)
}

/// A scale word of Korean, Japanese or Chinese that a text begins with: its length in bytes, and how many digits stand
/// between it and the next smaller one's multiples.
fn scale(text: &str) -> Option<(usize, usize)> {
    let first = text.chars().next()?;
    let power = match first {
        '만' | '万' | '萬' => 4,
        '억' | '億' | '亿' | '조' | '兆' => 8,
        _ => return None,
    };
    Some((first.len_utf8(), power))
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Digit,
    Letter,
    Kana,
    Han,
    Other,
}

impl Kind {
    fn of(c: char) -> Kind {
        match c as u32 {
            _ if digit(c).is_some() => Kind::Digit,
            0x3041..=0x30FF => Kind::Kana,
            0x3400..=0x9FFF | 0xF900..=0xFAFF | 0x20000..=0x3FFFF => Kind::Han,
            // Virama and other signs within words of India are no letters by themselves.
            0x900..=0x963 | 0xD80..=0xDF3 | 0x200D => Kind::Letter,
            _ if c.is_alphabetic() => Kind::Letter,
            _ => Kind::Other,
        }
    }
}

/// The end of the run of one kind that a text begins with; a number goes on over separators, a Han character is alone.
fn run_end(text: &str, kind: Kind) -> usize {
    let mut chars = text.char_indices().skip(1).peekable();
    while let Some((at, c)) = chars.next() {
        let goes_on = match kind {
            Kind::Han => false,
            Kind::Digit if matches!(c, ',' | '.' | '\u{A0}' | '\u{202F}') => {
                chars.peek().is_some_and(|&(_, next)| digit(next).is_some())
            }
            _ => Kind::of(c) == kind,
        };
        if !goes_on {
            return at;
        }
    }
    text.len()
}

/// A digit of any of the scripts that are read here, as ASCII.
fn digit(c: char) -> Option<char> {
    const ZEROS: [u32; 7] = [0x30, 0x660, 0x6F0, 0x966, 0x9E6, 0xDE6, 0xFF10];
    let zero = ZEROS.iter().find(|&&zero| (zero..zero + 10).contains(&(c as u32)))?;
    char::from_digit(c as u32 - zero, 10)
}

/// A word, its beginning, and its consonants may each survive.
fn word_keys(word: &str) -> Vec<(u64, Sort)> {
    let latin = romanise(word);
    let bones = consonants(&latin);
    let letters = latin.chars().count();
    let beginning = |text: &str, count: usize| hash(text.chars().take(count).collect::<String>());
    let mut keys = Vec::with_capacity(4);
    if letters >= 3 {
        keys.push((hash(&latin), Sort::Word));
    }
    if letters >= 5 {
        keys.push((beginning(&latin, 5), Sort::Beginning));
    }
    if bones.len() >= 3 {
        keys.push((hash(&bones), Sort::Consonants));
    }
    if bones.len() >= 5 {
        keys.push((beginning(&bones, 4), Sort::Consonants));
    }
    keys
}

fn hash(key: impl Hash) -> u64 {
    let mut hasher = FxHasher::default();
    key.hash(&mut hasher);
    hasher.finish()
}
