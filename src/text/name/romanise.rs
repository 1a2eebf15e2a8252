//! Which Hangul a Latin spelling may stand for, syllable by syllable.
//!
//! Three traditions meet in print: Revised Romanisation (2000: Jeong-hui), McCune–Reischauer (1939: Chŏng-hŭi, mostly
//! without its marks), and what people chose for themselves (Jung-hee). The first two are systems, the third is habit;
//! the tables in `letters.rs` hold all of them, a line for each group of letters.

use unicode_normalization::UnicodeNormalization;

use super::hangul::{Sounds, Syllable};
use super::letters::{INITIALS, LASTS, Letters, VOWELS};
use crate::text::fold;

/// How freely a spelling is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reading {
    /// Between two spellings: what most readers would hear. `Tae` and `Dae` are two people.
    Usual,
    /// Against the Hangul itself: also lax sounds written p, t, ch (정희 Chung-hee, 덕훈 Tok-hun), unmarked
    /// McCune–Reischauer (여정 Yo-jong) and rare choices (용 yueng).
    Free,
}

/// The longest spelling of a syllable (`tscheol`), and of a word that is worth reading.
const LONGEST_SYLLABLE: usize = 7;
const LONGEST_WORD: usize = 24;
/// The most syllables of one word: a given name of three with one doubled.
pub(super) const MOST_SYLLABLES: usize = 4;

/// One syllable as it is spelt: all that it may stand for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Spelt(Vec<Sounds>);

impl Spelt {
    /// What a whole spelling may stand for if it is one syllable. `word` is plain (see [`plain`]).
    pub(super) fn syllable(word: &str, reading: Reading) -> Option<Self> {
        let mut sounds = Vec::new();
        for (initial, initials) in prefixes(word, &INITIALS, reading) {
            let rest = &word[initial..];
            // 렬 and 률 are read without their ㄹ behind most syllables: 창렬 Chang-yeol.
            let silent = initial == 0 && reading == Reading::Free && rest.starts_with('y') && !rest.starts_with("yi");
            let initials = if silent { ["ㅇ", "ㄹ"] } else { initials };
            for (vowel, vowels) in prefixes(rest, &VOWELS, reading) {
                let (spelt, rest) = (&rest[..vowel], &rest[vowel..]);
                // No name has 굥, 횬 or 푱: between such sounds unmarked McCune–Reischauer is the only reading left.
                let closed =
                    spelt == "yo" && !rest.is_empty() && matches!(&word[..initial], "k" | "g" | "h" | "p" | "b" | "m");
                let vowels = if closed { ["ㅛ", "ㅕ"] } else { vowels };
                let lasts = prefixes(rest, &LASTS, reading).find(|(last, _)| *last == rest.len());
                sounds.extend(lasts.map(|(_, lasts)| Sounds::new(initials, vowels, lasts)));
            }
        }
        (!sounds.is_empty()).then_some(Spelt(sounds))
    }

    /// What an initial may stand for: `K.` any syllable with ㄱ or ㅋ.
    pub(super) fn initial(letter: char) -> Option<Self> {
        let initials = match letter {
            'b' => "ㅂㅃ",
            'c' => "ㅊㅈ",
            'd' => "ㄷㄸ",
            'g' => "ㄱㄲ",
            'h' => "ㅎ",
            'j' | 'z' => "ㅈㅉ",
            'k' => "ㄱㄲㅋ",
            'l' | 'r' => "ㄹ",
            'm' => "ㅁ",
            'n' => "ㄴ",
            'p' => "ㅍㅂ",
            's' => "ㅅㅆ",
            't' => "ㅌㄷ",
            'a' | 'e' | 'i' | 'o' | 'u' | 'w' | 'y' => "ㅇ",
            _ => return None,
        };
        Some(Spelt(vec![Sounds::beginning_with(initials)]))
    }

    /// Whether it may stand for a syllable.
    pub(super) fn may_be(&self, syllable: Syllable) -> bool {
        self.0.iter().any(|sounds| sounds.hold(syllable))
    }

    /// How many of the three sounds of a syllable it may stand for.
    pub(super) fn shared(&self, syllable: Syllable) -> u32 {
        self.0.iter().map(|sounds| sounds.shared(syllable)).max().unwrap_or(0)
    }

    /// Whether both may stand for one syllable.
    pub(super) fn meets(&self, other: &Spelt) -> bool {
        self.0.iter().any(|sounds| other.0.iter().any(|others| sounds.meet(*others)))
    }
}

/// All ways to cut a word into syllables: `Yuna` is Yu-na and Yun-a. `word` is plain (see [`plain`]).
pub(super) fn segmentations(word: &str, reading: Reading) -> Vec<Vec<Spelt>> {
    let mut found = Vec::new();
    if word.len() <= LONGEST_WORD && word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        extend(word, reading, &mut Vec::new(), &mut found);
    }
    found
}

fn extend(rest: &str, reading: Reading, before: &mut Vec<Spelt>, found: &mut Vec<Vec<Spelt>>) {
    if rest.is_empty() {
        if !before.is_empty() {
            found.push(before.clone());
        }
        return;
    }
    if before.len() == MOST_SYLLABLES {
        return;
    }
    for end in 1..=rest.len().min(LONGEST_SYLLABLE) {
        if let Some(syllable) = Spelt::syllable(&rest[..end], reading) {
            before.push(syllable);
            extend(&rest[end..], reading, before, found);
            before.pop();
        }
    }
}

/// A spelling in small letters without marks, and without losing what McCune–Reischauer says with them: ŏ is eo, ŭ is
/// eu, an apostrophe nothing but strong breath. The h of `wh` is what is heard: `Myung-whun` ends like `Myung-hun`.
pub(super) fn plain(latin: &str) -> String {
    let mut plain = String::with_capacity(latin.len() + 2);
    for c in fold(latin).nfc() {
        match c {
            'ŏ' | 'ǒ' => plain.push_str("eo"),
            'ŭ' | 'ǔ' => plain.push_str("eu"),
            '\'' | '\u{AD}' => {}
            c => plain.extend(std::iter::once(c).nfd().filter(|c| !unicode_normalization::char::is_combining_mark(*c))),
        }
    }
    if plain.contains("wh") { plain.replace("wh", "hw") } else { plain }
}

/// The entries of a table that a word begins with: their length, and the letters they may stand for.
fn prefixes(
    word: &str,
    table: &'static [Letters],
    reading: Reading,
) -> impl Iterator<Item = (usize, [&'static str; 2])> {
    let first = word.as_bytes().first();
    // Nearly all entries begin with another letter.
    let may_begin = move |letters: &str| letters.is_empty() || letters.as_bytes().first() == first;
    table
        .iter()
        .filter(move |(letters, ..)| may_begin(letters) && word.starts_with(letters))
        .map(move |(letters, usual, rare)| (letters.len(), [*usual, if reading == Reading::Free { *rare } else { "" }]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn may_be(latin: &str, hangul: char, reading: Reading) -> bool {
        let syllable = Syllable::new(hangul).unwrap();
        Spelt::syllable(&plain(latin), reading).is_some_and(|spelt| spelt.may_be(syllable))
    }

    #[test]
    fn all_traditions_are_read() {
        for (hangul, spellings) in [
            ('경', "gyeong kyung kyoung kyong kyŏng"),
            ('희', "hui hee hi hŭi heui"),
            ('훈', "hun hoon whoon"),
            ('운', "un woon wun"),
            ('영', "yeong young yong yung"),
            ('준', "jun joon june"),
            ('혁', "hyeok hyuk hyouk hyug"),
            ('석', "seok suk sok sŏk"),
            ('철', "cheol chul chol ch'ŏl"),
            ('규', "gyu kyu kyoo gue"),
            ('화', "hwa wha hoa"),
            ('재', "jae jai je chae"),
            ('율', "yul yool yeul ryul"),
            ('렬', "ryeol yeol"),
            ('의', "ui eui yi"),
            ('빛', "bit bid"),
        ] {
            for spelling in spellings.split(' ').filter(|spelling| *spelling != "ryul") {
                assert!(may_be(spelling, hangul, Reading::Free), "{spelling} for {hangul}");
            }
        }
    }

    #[test]
    fn other_sounds_are_other_names() {
        for (latin, hangul) in [
            ("hwan", '헌'),
            ("hyun", '훈'),
            ("hye", '희'),
            ("dae", '태'),
            ("jul", '철'),
            ("bil", '필'),
            ("ok", '욱'),
            ("gwon", '건'),
            ("chang", '찬'),
            ("xyz", '훈'),
            ("", '이'),
        ] {
            assert!(!may_be(latin, hangul, Reading::Free), "{latin} for {hangul}");
        }
    }

    #[test]
    fn lax_sounds_written_hard_are_only_heard_beside_the_hangul() {
        for (latin, hangul) in [("chung", '정'), ("tok", '덕'), ("pyong", '병'), ("yo", '여')] {
            assert!(may_be(latin, hangul, Reading::Free), "{latin}");
            assert!(!may_be(latin, hangul, Reading::Usual), "{latin}");
        }
    }

    #[test]
    fn a_solid_word_is_cut_everywhere() {
        for (word, count) in [("minji", 1), ("yuna", 2), ("", 0), ("strong", 0), ("noël", 0)] {
            let two = segmentations(word, Reading::Usual).iter().filter(|cut| cut.len() == 2).count();
            assert_eq!(two, count, "{word}");
        }
        assert!(segmentations(&"na".repeat(200), Reading::Free).is_empty());
    }
}
