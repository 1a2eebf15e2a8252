//! Whether two spellings, or a spelling and the Hangul, may be one Korean person.

use std::fmt;

use super::hangul::Syllable;
use super::person::{Hangul, Person, cuts, people};
use super::romanise::{Reading, Spelt, plain, segmentations};
use crate::lexicon;

/// One step from a spelling that would fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Slip {
    /// An aspirated sound written lax: 태열 as `Dae-yul`.
    Lax,
    /// The syllables of the given name in the other order.
    Swapped,
    /// A syllable of the given name is missing.
    Missing,
    /// The given name has a syllable too many, or one twice.
    Extra,
    /// The given name fits, the surname is another.
    Surname,
    /// All fits but one syllable of the given name.
    Syllable,
}

impl Slip {
    /// What went wrong, in an editor's words.
    pub fn name(self) -> &'static str {
        match self {
            Slip::Lax => "an aspirated sound is written lax",
            Slip::Swapped => "the syllables are swapped",
            Slip::Missing => "a syllable is missing",
            Slip::Extra => "there is a syllable too many",
            Slip::Surname => "the surname is another",
            Slip::Syllable => "one syllable is another",
        }
    }
}

impl fmt::Display for Slip {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// Whether a Latin spelling may stand for a Korean name: the surname by the table of spellings, the given name syllable
/// by syllable, in either order. A surname or a given name by itself fits a name that has it; initials fit.
pub fn fits(latin: &str, hangul: &str, words: &lexicon::Names) -> bool {
    fitting(latin, [hangul], words) == [true]
}

/// For each of some Korean names whether a Latin spelling may stand for it, as [`fits`] says; the spelling is read once.
pub fn fitting<'h>(latin: &str, hangul: impl IntoIterator<Item = &'h str>, words: &lexicon::Names) -> Vec<bool> {
    let plain = plain(latin);
    let people = people(&plain, Reading::Free, words);
    let fits = |hangul| {
        let names = cuts(hangul, words);
        let mononym = Syllable::of_word(hangul).unwrap_or_default();
        people.iter().any(|person| {
            names.iter().any(|name| person.fits(name, words))
                || (person.surname.is_none() && !person.initials && person.spells(&mononym))
        })
    };
    hangul.into_iter().map(fits).collect()
}

/// What keeps a full name in Latin letters from fitting a Korean name, where that is one step; `None` where it fits and
/// where it is further away. A surname alone, a given name alone and initials say too little to be nearly right.
pub fn nearly_fits(latin: &str, hangul: &str, words: &lexicon::Names) -> Option<Slip> {
    if fits(latin, hangul, words) {
        return None;
    }
    let plain = plain(latin);
    let people = people(&plain, Reading::Free, words);
    // What can be read in few syllables is no slip of a name with more: `June` is not Ju-ne.
    let fewest = |person: &&Person| {
        let alike =
            people.iter().filter(|other| (other.surname, other.given_first) == (person.surname, person.given_first));
        alike.map(|other| other.given.len()).min() == Some(person.given.len())
    };
    // A surname of two syllables comes before one that is its first: 선우 before 선.
    let names = cuts(hangul, words);
    names.iter().rev().find_map(|name| people.iter().filter(fewest).filter_map(|person| person.slip(name, words)).min())
}

/// Whether two Latin spellings may stand for one Korean name. Without the Hangul at hand only usual readings count:
/// `Byung-heon` and `Byung-hun` may be one, `Tae` and `Dae` are two, though not in surnames (`Chung` and `Jung`).
pub fn same_hangul(a: &str, b: &str, words: &lexicon::Names) -> bool {
    let (a, b) = (plain(a), plain(b));
    let others = people(&b, Reading::Usual, words);
    people(&a, Reading::Usual, words).iter().any(|one| others.iter().any(|other| one.same(other, words)))
}

/// Whether two Latin spellings are one Korean name in full and with initials: `K.J. Choi`.
pub(super) fn same_with_initials(a: &str, b: &str, words: &lexicon::Names) -> bool {
    let (a, b) = (plain(a), plain(b));
    let others = people(&b, Reading::Free, words);
    people(&a, Reading::Free, words).iter().any(|one| {
        others.iter().any(|other| {
            let shortened = one.initials != other.initials && one.surname.is_some() && !other.given.is_empty();
            shortened && one.same_surname(other, words) && one.given.iter().zip(&other.given).all(|(a, b)| a.meets(b))
        })
    })
}

impl Person<'_> {
    fn fits(&self, name: &Hangul, words: &lexicon::Names) -> bool {
        let surname = self.surname.is_none_or(|surname| is_surname(surname, name.surname, words));
        let begun = self.initials && self.given.len() < name.given.len();
        let given = if begun { &name.given[..self.given.len()] } else { &name.given[..] };
        surname && (self.given.is_empty() || self.spells(given)) && (self.surname.is_some() || !self.given.is_empty())
    }

    /// Whether the given name may stand for these syllables.
    fn spells(&self, syllables: &[Syllable]) -> bool {
        spells(&self.given, syllables)
    }

    /// The step between this name and one that it doesn't fit.
    fn slip(&self, name: &Hangul, words: &lexicon::Names) -> Option<Slip> {
        let surname = self.surname?;
        let (given, syllables) = (&self.given[..], &name.given[..]);
        if self.initials || given.is_empty() || syllables.is_empty() {
            return None;
        }
        if !is_surname(surname, name.surname, words) {
            // Many people share a syllable: a short given name needs a surname that is at least near.
            let close = syllables.len() > 1 || begins_alike(surname, name.surname, words);
            let known = words.surnames.get(surname).is_some();
            return (known && close && self.spells(syllables)).then_some(Slip::Surname);
        }
        let lax = |(spelt, syllable): (&Spelt, &Syllable)| spelt.may_be(*syllable) || spelt.may_be(syllable.lax());
        let pairs = || given.iter().zip(syllables);
        let wrong = pairs().filter(|(spelt, syllable)| !spelt.may_be(**syllable)).count();
        match (given.len(), syllables.len()) {
            (n, m) if n == m && pairs().all(lax) => Some(Slip::Lax),
            (2, 2) if given[0].may_be(syllables[1]) && given[1].may_be(syllables[0]) => Some(Slip::Swapped),
            (1, 1) => (given[0].shared(syllables[0]) == 2).then_some(Slip::Syllable),
            (n, m) if n == m => (wrong == 1).then_some(Slip::Syllable),
            (n, m) if n + 1 == m => (!self.given_first && one_more(syllables, given)).then_some(Slip::Missing),
            (n, m) if n == m + 1 => one_less(given, syllables).then_some(Slip::Extra),
            _ => None,
        }
    }

    /// Whether this and another spelling may stand for one name.
    fn same(&self, other: &Person, words: &lexicon::Names) -> bool {
        self.same_surname(other, words)
            && !(self.initials || other.initials)
            && self.given.len() == other.given.len()
            && self.given.iter().zip(&other.given).all(|(one, other)| one.meets(other))
    }

    fn same_surname(&self, other: &Person, words: &lexicon::Names) -> bool {
        match (self.surname, other.surname) {
            (None, None) => true,
            (Some(one), Some(other)) => {
                one == other || surnames(one, words).any(|hangul| surnames(other, words).any(|meant| meant == hangul))
            }
            _ => false,
        }
    }
}

fn spells(given: &[Spelt], syllables: &[Syllable]) -> bool {
    given.len() == syllables.len() && given.iter().zip(syllables).all(|(spelt, syllable)| spelt.may_be(*syllable))
}

/// Whether the given name is spelt right but for one missing syllable.
fn one_more(syllables: &[Syllable], given: &[Spelt]) -> bool {
    (0..syllables.len()).any(|at| spells(given, &[&syllables[..at], &syllables[at + 1..]].concat()))
}

/// Whether the given name is spelt right but for one syllable too many.
fn one_less(given: &[Spelt], syllables: &[Syllable]) -> bool {
    (0..given.len()).any(|at| spells(&[&given[..at], &given[at + 1..]].concat(), syllables))
}

/// The Hangul surnames that a plain spelling stands for by the table.
fn surnames<'a>(latin: &str, words: &'a lexicon::Names) -> impl Iterator<Item = &'a str> + use<'a> {
    words.surnames.get(latin).unwrap_or_default().split_whitespace()
}

/// Whether a plain spelling may stand for a Hangul surname: by the table, or by its sounds where the table hasn't got it.
fn is_surname(latin: &str, hangul: &str, words: &lexicon::Names) -> bool {
    if words.surnames.get(latin).is_some() {
        return surnames(latin, words).any(|meant| meant == hangul);
    }
    let syllables = Syllable::of_word(hangul).unwrap_or_default();
    segmentations(latin, Reading::Free).iter().any(|cut| spells(cut, &syllables))
}

/// Whether a surname that was written and one that was meant begin with the same sound.
fn begins_alike(latin: &str, hangul: &str, words: &lexicon::Names) -> bool {
    let first = |hangul: &str| hangul.chars().next().and_then(Syllable::new).map(Syllable::lax);
    let meant = first(hangul);
    surnames(latin, words).any(|written| match (first(written), meant) {
        (Some(written), Some(meant)) => written.begins_like(meant),
        _ => false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;

    #[test]
    fn a_spelling_fits_its_name_in_every_form() {
        let words = Lexicon::default().names;
        for (hangul, spellings) in [
            (
                "노하준",
                "Noh Ha-jun; Roh Ha-joon; NO HAJUN; Hajun Noh; Ha June Roh; Noh; Ha-jun; H.J. Noh; Noh H.; Noh Ha‑jun",
            ),
            ("정덕희", "Chung Tok-hui; Jeong Deok-hui; Jung Duck-hee; Chŏng Tŏk-hŭi"),
            ("남궁솔", "Namgung Sol; Sol Namkoong"),
            ("이백훈", "Yi Paek-hoon; Rhee Baek-whun"),
            ("방보라", "Bora Bang; Pang Po-ra"),
        ] {
            for latin in spellings.split("; ") {
                assert!(fits(latin, hangul, &words), "{latin} for {hangul}");
                assert_eq!(nearly_fits(latin, hangul, &words), None, "{latin} for {hangul}");
            }
        }
    }

    #[test]
    fn one_step_away_is_nearly_right() {
        let words = Lexicon::default().names;
        for (latin, hangul, slip) in [
            ("Noh Dae-jun", "노태준", Some(Slip::Lax)),
            ("Noh Jun-ha", "노하준", Some(Slip::Swapped)),
            ("Noh Jun", "노하준", Some(Slip::Missing)),
            ("Noh Ha-ha-jun", "노하준", Some(Slip::Extra)),
            ("Moon Ha-jun", "노하준", Some(Slip::Surname)),
            ("Hajun Moon", "노하준", Some(Slip::Surname)),
            ("Sun Ha-jun", "선우하준", Some(Slip::Surname)),
            ("Noh Ha-jin", "노하준", Some(Slip::Syllable)),
            ("Noh Sul", "노솔", Some(Slip::Syllable)),
            ("Noh Min", "노솔", None),
            ("Noh Min-ji", "노하준", None),
            ("Moon Bo-ra", "노하준", None),
            // Shortened on purpose, as people do abroad.
            ("Ha Noh", "노하준", None),
            ("Moon", "노하준", None),
            ("B.R. Noh", "노하준", None),
            ("Elsa Lindqvist", "노하준", None),
            ("", "노하준", None),
            ("Noh Ha-jun", "", None),
        ] {
            assert_eq!(nearly_fits(latin, hangul, &words), slip, "{latin} for {hangul}");
            assert!(slip.is_none() || !fits(latin, hangul, &words), "{latin} for {hangul}");
        }
    }

    #[test]
    fn two_spellings_may_be_one_name() {
        let words = Lexicon::default().names;
        for (a, b, same) in [
            ("Noh Ha-jun", "Roh Hajoon", true),
            ("Noh Ha-jun", "Hajun Noh", true),
            ("Kang Ki-hun", "Gang Gi-heon", true),
            ("Chung Bo-ra", "Jeong Bora", true),
            ("Byung-heon", "Byung Hun", true),
            ("Noh Tae-jun", "Noh Dae-jun", false),
            ("Noh Chul", "Noh Jul", false),
            ("Noh Ha-jun", "Moon Ha-jun", false),
            ("Noh", "Noh Ha-jun", false),
            ("", "", false),
        ] {
            assert_eq!(same_hangul(a, b, &words), same, "{a} / {b}");
        }
    }
}
