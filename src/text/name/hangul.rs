use std::ops::RangeInclusive;

/// The initial consonants of a Hangul syllable, in the order of Unicode.
const INITIALS: &str = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
/// The vowels.
const VOWELS: &str = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ";
/// The final consonants; the hyphen stands for none.
const LASTS: &str = "-ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ";

/// All syllables that have a code point of their own.
const SYLLABLES: RangeInclusive<char> = '가'..='힣';

/// Whether a character is a whole Hangul syllable.
pub(super) fn is_hangul(c: char) -> bool {
    SYLLABLES.contains(&c)
}

/// One syllable taken apart: the places of its sounds in the lists above.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Syllable {
    initial: u32,
    vowel: u32,
    last: u32,
}

impl Syllable {
    /// A Hangul syllable by its sounds.
    pub(super) fn new(c: char) -> Option<Self> {
        let index = is_hangul(c).then(|| c as u32 - *SYLLABLES.start() as u32)?;
        Some(Syllable { initial: index / (21 * 28), vowel: index / 28 % 21, last: index % 28 })
    }

    /// All syllables of a word, or nothing where a character is none.
    pub(super) fn of_word(word: &str) -> Option<Vec<Self>> {
        word.chars().map(Syllable::new).collect()
    }

    /// Whether both begin with one sound.
    pub(super) fn begins_like(self, other: Syllable) -> bool {
        self.initial == other.initial
    }

    /// With the lax sound in place of an aspirated initial: 철 becomes 절.
    pub(super) fn lax(self) -> Self {
        let lax = ["ㅊㅈ", "ㅋㄱ", "ㅌㄷ", "ㅍㅂ"].into_iter().find_map(|pair| {
            let mut sounds = pair.chars().filter_map(|sound| INITIALS.chars().position(|c| c == sound));
            (sounds.next()? == self.initial as usize).then(|| sounds.next())?
        });
        Syllable { initial: lax.map_or(self.initial, |lax| lax as u32), ..self }
    }
}

/// The Hangul syllables that a spelling may stand for: every initial with every vowel and every final, as sets of bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Sounds {
    initials: u32,
    vowels: u32,
    lasts: u32,
}

impl Sounds {
    /// The syllables made of these letters, usual and rare ones; a hyphen among the finals stands for none.
    pub(super) fn new(initials: [&str; 2], vowels: [&str; 2], lasts: [&str; 2]) -> Self {
        let set = |letters: [&str; 2], alphabet| set(letters[0], alphabet) | set(letters[1], alphabet);
        Sounds { initials: set(initials, INITIALS), vowels: set(vowels, VOWELS), lasts: set(lasts, LASTS) }
    }

    /// Any syllable that begins with one of these letters.
    pub(super) fn beginning_with(initials: &str) -> Self {
        Sounds::new([initials, ""], [VOWELS, ""], [LASTS, ""])
    }

    /// Whether a syllable is among them.
    pub(super) fn hold(self, syllable: Syllable) -> bool {
        self.shared(syllable) == 3
    }

    /// How many of the three sounds of a syllable are among them.
    pub(super) fn shared(self, syllable: Syllable) -> u32 {
        (self.initials >> syllable.initial & 1)
            + (self.vowels >> syllable.vowel & 1)
            + (self.lasts >> syllable.last & 1)
    }

    /// Whether they share a syllable.
    pub(super) fn meet(self, other: Sounds) -> bool {
        self.initials & other.initials != 0 && self.vowels & other.vowels != 0 && self.lasts & other.lasts != 0
    }
}

fn set(letters: &str, alphabet: &str) -> u32 {
    let places = letters.chars().filter_map(|letter| alphabet.chars().position(|c| c == letter));
    places.fold(0, |set, place| set | 1 << place)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn syllable(c: char) -> Syllable {
        Syllable::new(c).unwrap()
    }

    #[test]
    fn a_syllable_is_known_by_its_sounds() {
        for (c, initials, vowels, lasts) in
            [('가', "ㄱ", "ㅏ", "-"), ('힣', "ㅎ", "ㅣ", "ㅎ"), ('훈', "ㅎ", "ㅜ", "ㄴ"), ('의', "ㅇ", "ㅢ", "-")]
        {
            assert!(Sounds::new([initials, ""], [vowels, ""], [lasts, ""]).hold(syllable(c)), "{c}");
        }
        assert!(!Sounds::new(["ㅎ", ""], ["ㅓ", "ㅜ"], ["ㄴ", ""]).hold(syllable('현')));
        assert_eq!(Syllable::new('ㅎ'), None);
        assert_eq!(Syllable::of_word("한a"), None);
    }

    #[test]
    fn an_aspirated_sound_has_a_lax_one() {
        for (aspirated, lax) in [('철', '절'), ('태', '대'), ('필', '빌'), ('쾌', '괘'), ('민', '민')] {
            assert_eq!(syllable(aspirated).lax(), syllable(lax));
        }
    }
}
