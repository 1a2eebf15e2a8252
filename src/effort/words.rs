//! Words as the measures see them: Python's white space, tercom's tokenizer, and numbers in place of words.

use std::borrow::Cow;

use rustc_hash::{FxBuildHasher, FxHashMap};

use super::ter::TerOptions;

/// Texts of more words than this are compared without keeping their words, so that memory stays bounded.
const MAX_NUMBERED: usize = 250_000;

/// A word of the hypothesis that the reference does not have; equals no word of the reference.
const ONLY_IN_HYPOTHESIS: u32 = u32::MAX;

/// What Python's `str.split()` and `str.isspace()` take as white space: Unicode's, and the four separators of ASCII.
pub fn is_space(c: char) -> bool {
    matches!(c, '\u{1c}'..='\u{1f}') || c.is_whitespace()
}

/// The words of a text, as Python's `str.split()` gives them.
pub fn split(text: &str) -> impl DoubleEndedIterator<Item = &str> {
    text.split(is_space).filter(|word| !word.is_empty())
}

/// How many words two texts have in common at their start, and how many of the others at their end.
pub fn common_ends(one: &str, other: &str) -> (usize, usize) {
    let equal = |(one, other): &(&str, &str)| one == other;
    let start = split(one).zip(split(other)).take_while(equal).count();
    let shorter = split(one).zip(split(other)).count();
    let end = split(one).rev().zip(split(other).rev()).take(shorter - start).take_while(equal).count();
    (start, end)
}

/// Two sequences of words as numbers: equal numbers stand for equal words across the two.
pub struct Numbered {
    pub hypothesis: Vec<u32>,
    pub reference: Vec<u32>,
    /// How many words the two have in common, whatever their order.
    common: usize,
}

impl Numbered {
    /// Numbers the words of two texts, unless one has more than [`MAX_NUMBERED`].
    pub fn of(hypothesis: &str, reference: &str) -> Option<Self> {
        // No text has more words than bytes, so that short ones need no count.
        let too_long = |text: &str| text.len() > MAX_NUMBERED && split(text).nth(MAX_NUMBERED).is_some();
        if too_long(hypothesis) || too_long(reference) {
            return None;
        }
        let words: Vec<&str> = split(reference).collect();
        let mut numbers = FxHashMap::with_capacity_and_hasher(words.len(), FxBuildHasher);
        let mut unmatched: Vec<u32> = Vec::with_capacity(words.len());
        let mut number_in_reference = |word| {
            let number = *numbers.entry(word).or_insert(unmatched.len() as u32);
            match unmatched.get_mut(number as usize) {
                Some(count) => *count += 1,
                None => unmatched.push(1),
            }
            number
        };
        let reference = words.into_iter().map(&mut number_in_reference).collect();
        let mut common = 0;
        let mut number_in_hypothesis = |word| {
            let Some(&number) = numbers.get(word) else { return ONLY_IN_HYPOTHESIS };
            let left = &mut unmatched[number as usize];
            common += usize::from(*left > 0);
            *left = left.saturating_sub(1);
            number
        };
        let hypothesis = split(hypothesis).map(&mut number_in_hypothesis).collect();
        Some(Self { hypothesis, reference, common })
    }

    /// No sequence of edits is shorter than this, in whatever order the words come.
    pub fn fewest_edits(&self) -> usize {
        self.hypothesis.len().max(self.reference.len()) - self.common
    }
}

/// The hypothesis as tercom's tokenizer prepares it; white space is left for [`split`].
pub fn tokenize_hypothesis(text: &str, options: TerOptions) -> Cow<'_, str> {
    let text = text.trim_end_matches(is_space);
    let text = if options.case_sensitive { Cow::Borrowed(text) } else { Cow::Owned(text.to_lowercase()) };
    let asian = options.asian_support;
    let mut text = if options.normalized { Cow::Owned(normalize(&text, asian)) } else { text };
    if options.no_punct {
        text.to_mut().retain(|c| !(is_punctuation(c) || asian && is_asian_punctuation(c)));
    }
    text
}

/// The reference as sacreBLEU prepares it: through the tokenizer twice, which only normalisation lets show.
pub fn tokenize_reference(text: &str, options: TerOptions) -> Cow<'_, str> {
    let once = tokenize_hypothesis(text, options);
    if !options.normalized {
        return once;
    }
    let mut joined = String::with_capacity(once.len());
    for word in split(&once) {
        joined.push_str(word);
        joined.push(' ');
    }
    drop(once);
    Cow::Owned(tokenize_hypothesis(&joined, options).into_owned())
}

fn is_punctuation(c: char) -> bool {
    matches!(c, '.' | ',' | '?' | ':' | ';' | '!' | '"' | '(' | ')')
}

fn is_asian_punctuation(c: char) -> bool {
    matches!(c,
        '\u{3001}' | '\u{3002}' | '\u{3008}'..='\u{3011}' | '\u{3014}'..='\u{301f}' | '\u{ff61}'..='\u{ff65}'
        | '\u{30fb}' | '\u{ff0e}' | '\u{ff0c}' | '\u{ff1f}' | '\u{ff1a}' | '\u{ff1b}' | '\u{ff01}' | '\u{ff02}'
        | '\u{ff08}' | '\u{ff09}')
}

/// A character that stands alone: ideographs, strokes, radicals, squared and enclosed forms. As in sacreBLEU, where
/// the block of enclosed characters runs on to U+3F22.
fn is_asian_word(c: char) -> bool {
    matches!(c,
        '\u{2e80}'..='\u{2eff}' | '\u{31c0}'..='\u{31ef}' | '\u{3200}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe4f}')
}

/// An ASCII mark that always stands alone; not the apostrophe, comma, hyphen and full stop.
fn is_lone_mark(c: char) -> bool {
    matches!(c, '{'..='~' | '['..='`' | ' '..='&' | '('..='+' | ':'..='@' | '/')
}

/// Tercom's normalisation: lines joined, XML entities read, marks apart from words, and each Asian ideograph a word.
fn normalize(text: &str, asian: bool) -> String {
    let mut text = text.replace("\n-", "").replace('\n', " ");
    for (entity, mark) in [("&quot;", "\""), ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">")] {
        if text.contains(entity) {
            text = text.replace(entity, mark);
        }
    }
    text = set_apart(&format!(" {text} "), is_lone_mark).replace("'s ", " 's ");
    let is_stop = |c: char| c == '.' || c == ',';
    text = rewrite_pairs(&text, |a, b| !a.is_ascii_digit() && is_stop(b), |a, b| [a, ' ', b, ' ']);
    text = rewrite_pairs(&text, |a, b| is_stop(a) && !b.is_ascii_digit(), |a, b| [' ', a, ' ', b]);
    text = rewrite_pairs(&text, |a, b| a.is_ascii_digit() && b == '-', |a, b| [a, ' ', b, ' ']);
    if asian { set_apart(&text, |c| is_asian_word(c) || is_asian_punctuation(c)) } else { text }
}

/// Puts a space to either side of each of the characters wanted.
fn set_apart(text: &str, wanted: impl Fn(char) -> bool) -> String {
    let mut apart = String::with_capacity(text.len() * 2);
    for c in text.chars() {
        if wanted(c) {
            apart.extend([' ', c, ' ']);
        } else {
            apart.push(c);
        }
    }
    apart
}

/// Rewrites each pair of neighbours that is wanted; pairs do not overlap, the leftmost is taken first.
fn rewrite_pairs(text: &str, wanted: impl Fn(char, char) -> bool, rewrite: impl Fn(char, char) -> [char; 4]) -> String {
    let mut written = String::with_capacity(text.len() + text.len() / 4);
    let mut rest = text.chars();
    while let Some(first) = rest.next() {
        match rest.clone().next() {
            Some(second) if wanted(first, second) => {
                written.extend(rewrite(first, second));
                rest.next();
            }
            _ => written.push(first),
        }
    }
    written
}

#[cfg(test)]
mod tests {
    use super::{Numbered, TerOptions, common_ends, split, tokenize_hypothesis, tokenize_reference};

    #[test]
    fn white_space_is_that_of_python() {
        for (text, words) in [
            ("", vec![]),
            (" \x1f\t", vec![]),
            ("a\x1cb\u{85}c\u{3000}d", vec!["a", "b", "c", "d"]),
            ("zero\u{200b}width", vec!["zero\u{200b}width"]),
        ] {
            assert_eq!(split(text).collect::<Vec<_>>(), words, "{text:?}");
        }
    }

    #[test]
    fn normalisation_takes_marks_apart() {
        let options = TerOptions { normalized: true, asian_support: true, ..TerOptions::default() };
        for (text, words, words_of_reference) in [
            ("Kate's &quot;3,5&quot;: 5-6.", "kate 's \" 3,5 \" : 5 - 6 .", "kate 's \" 3,5 \" : 5 - 6 ."),
            ("inter-\nview\n-er", "inter- viewer", "inter- viewer"),
            ("..5", ". .5", ". . 5"),
            ("it's中文。", "it's 中 文 。", "it 's 中 文 。"),
        ] {
            let joined = |text: &str| split(text).collect::<Vec<_>>().join(" ");
            assert_eq!(joined(&tokenize_hypothesis(text, options)), words, "{text:?}");
            assert_eq!(joined(&tokenize_reference(text, options)), words_of_reference, "{text:?}");
        }
    }

    #[test]
    fn equal_words_have_equal_numbers() {
        let words = Numbered::of("b x a b b", "a b a b").expect("few words");
        assert_eq!(words.reference, [0, 1, 0, 1]);
        assert_eq!(words.hypothesis, [1, u32::MAX, 0, 1, 1]);
        assert_eq!(words.fewest_edits(), 2);
    }

    #[test]
    fn a_word_belongs_to_one_end_only() {
        for (one, other, ends) in
            [("", "", (0, 0)), ("a b c", "a x c", (1, 1)), ("a a", "a a a", (2, 0)), ("b c", "a b c", (0, 2))]
        {
            assert_eq!(common_ends(one, other), ends, "{one} / {other}");
        }
    }
}
