//! How two names are related.

use std::fmt;

use unicode_normalization::UnicodeNormalization;

use super::fit::{same_hangul, same_with_initials};
use crate::lexicon::Names;
use crate::text::fold;

/// How two names are related. Where several hold, it is the first in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NameRelation {
    /// Equal but for case, marks, accents, hyphens, spaces, `the` and `'s`.
    Same,
    /// Two names of one thing, by the table.
    Alias,
    /// Equal but for the legal form of a firm.
    Suffix,
    /// One side is made of the other's initials: `FSS`, `K.J. Choi`.
    Initials,
    /// Both may stand for one Hangul name.
    Spelling,
    /// One body with its field behind it and before it: `Ministry of Health and Welfare`, `Health Ministry`.
    Turned,
    /// One side is a short form of the other: a surname, the first words of a firm's name.
    Part,
    /// None of these.
    Different,
}

impl NameRelation {
    /// The relation in an editor's words.
    pub fn name(self) -> &'static str {
        match self {
            NameRelation::Same => "one name but for case, marks or spaces",
            NameRelation::Alias => "two names of one thing",
            NameRelation::Suffix => "one firm with another legal form",
            NameRelation::Initials => "a name and its initials",
            NameRelation::Spelling => "two spellings of one Hangul name",
            NameRelation::Turned => "one body, its field before or behind",
            NameRelation::Part => "a name and its short form",
            NameRelation::Different => "two names",
        }
    }

    /// Whether both may name the same.
    pub fn is_variant(self) -> bool {
        self != NameRelation::Different
    }
}

impl fmt::Display for NameRelation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// How two names are related. Titles must be gone (see [`super::names`]); an empty name is different from all.
pub fn relate(a: &str, b: &str, names: &Names) -> NameRelation {
    let (one, other) = (Words::new(a), Words::new(b));
    let tests: [(NameRelation, &dyn Fn() -> bool); 7] = [
        (NameRelation::Same, &|| one.letters() == other.letters()),
        (NameRelation::Alias, &|| one.aliased(names) == other.aliased(names)),
        (NameRelation::Suffix, &|| one.without_suffix(names) == other.without_suffix(names)),
        (NameRelation::Initials, &|| {
            one.is_short_for(&other, names) || other.is_short_for(&one, names) || same_with_initials(a, b, names)
        }),
        (NameRelation::Spelling, &|| {
            one.is_capital() && other.is_capital() && (same_hangul(a, b, names) || one.is_place_like(&other, names))
        }),
        (NameRelation::Turned, &|| one.turns(&other, names) || other.turns(&one, names)),
        (NameRelation::Part, &|| one.is_part_of(&other, names) || other.is_part_of(&one, names)),
    ];
    if one.0.is_empty() || other.0.is_empty() {
        return NameRelation::Different;
    }
    tests.into_iter().find(|(_, holds)| holds()).map_or(NameRelation::Different, |(relation, _)| relation)
}

/// Whether one is a body with its field behind it and the other such a body with a field before it, whatever the field:
/// `Ministry of Labor` and `Defense Ministry`.
pub fn is_turned_body(a: &str, b: &str) -> bool {
    let (one, other) = (Words::new(a), Words::new(b));
    one.fields(&other).or_else(|| other.fields(&one)).is_some()
}

/// The words of a name, as written and folded, without `the`, `'s` and full stops.
struct Words<'a>(Vec<Word<'a>>);

/// A word as written and folded.
type Word<'a> = (&'a str, String);

impl<'a> Words<'a> {
    fn new(name: &'a str) -> Self {
        let is_edge = |c: char| !(c.is_alphanumeric() || c == '&');
        let mut words: Vec<(&str, String)> = name
            .split([' ', ',', '(', ')', '/', '\u{A0}', '\t', '\n'])
            .map(|word| word.trim_matches(is_edge))
            .filter(|word| !word.is_empty())
            .map(|word| (word, fold(word).into_owned()))
            .collect();
        for (_, folded) in &mut words {
            if let Some(stem) = folded.strip_suffix("'s") {
                *folded = stem.to_owned();
            }
        }
        if words.len() > 1 && words[0].1 == "the" {
            words.remove(0);
        }
        Words(words)
    }

    /// Whether it is `Ministry of Foreign Affairs` and the other `Foreign Ministry`: all that stands before stands behind.
    fn turns(&self, other: &Words, names: &Names) -> bool {
        self.fields(other).is_some_and(|[behind, before]| {
            let content = before.iter().filter(|(_, word)| !names.function_words.contains(word));
            content.clone().next().is_some()
                && content.into_iter().all(|word| behind.iter().any(|(_, of)| *of == word.1))
        })
    }

    /// The field behind the head of this body, and the one before the same head of the other; the same words may lead both
    /// (`North Korean Ministry of Foreign Affairs`).
    fn fields<'w>(&'w self, other: &'w Words) -> Option<[&'w [Word<'w>]; 2]> {
        const HEADS: [&str; 3] = ["ministry", "department", "committee"];
        let at = self.0.iter().position(|(_, word)| HEADS.contains(&&**word))?;
        let of = self.0.get(at + 1).is_some_and(|(_, word)| word == "of");
        let (head, (_, last)) = (&self.0[at].1, other.0.last()?);
        let before = other.0.get(at..other.0.len() - 1).filter(|before| !before.is_empty())?;
        let led = self.0[..at].iter().zip(&other.0).all(|(one, two)| one.1 == two.1);
        let behind = self.0.get(at + 2..).filter(|_| of && last == head && led)?;
        Some([behind, before])
    }

    /// Its letters and figures without accents.
    fn letters(&self) -> String {
        self.0.iter().map(|(_, folded)| letters(folded)).collect()
    }

    fn is_capital(&self) -> bool {
        self.0.iter().any(|(written, _)| written.starts_with(char::is_uppercase))
    }

    /// With the label of each alias in place of it, the longest first.
    fn aliased(&self, names: &Names) -> Vec<String> {
        let mut found = Vec::new();
        let mut at = 0;
        while at < self.0.len() {
            let longest = (1..=names.aliases.longest().min(self.0.len() - at)).rev();
            let alias = longest.filter_map(|width| Some((self.alias(at, width, names)?, width))).next();
            found.push(alias.map_or_else(|| letters(&self.0[at].1), |(label, _)| label.to_owned()));
            at += alias.map_or(1, |(_, width)| width);
        }
        found
    }

    /// The label of some words. `us` and `north` are names with capitals only.
    fn alias<'n>(&self, at: usize, width: usize, names: &'n Names) -> Option<&'n str> {
        let words = &self.0[at..at + width];
        let (written, folded) = &words[0];
        let plain = folded.len() > 3 || folded.contains('.');
        let capital =
            if plain { written.starts_with(char::is_uppercase) } else { !written.contains(char::is_lowercase) };
        let phrase = || words.iter().map(|(_, folded)| &**folded).collect::<Vec<_>>().join(" ");
        if capital { names.aliases.holding(&phrase()).next() } else { None }
    }

    /// Without the legal form behind it; of legal forms alone nothing is left.
    fn without_suffix(&self, names: &Names) -> Vec<String> {
        let is_suffix = |(_, folded): &(&str, String)| names.suffixes.contains(folded);
        let end = self.0.iter().rposition(|word| !is_suffix(word)).map_or(0, |last| last + 1);
        self.0[..end].iter().map(|(_, folded)| letters(folded)).collect()
    }

    /// Whether it is one word of capitals, and those are the initials of the other, which may stand in brackets there.
    fn is_short_for(&self, long: &Words, names: &Names) -> bool {
        let [(written, _)] = &self.0[..] else { return false };
        let capitals: Vec<char> = written.chars().filter(|c| *c != '.').collect();
        if capitals.len() < 2 || !capitals.iter().all(|c| c.is_uppercase()) {
            return false;
        }
        let words: Vec<&str> =
            long.0.iter().filter(|(other, _)| other != written).map(|(_, folded)| &**folded).collect();
        let wanted: String = capitals.iter().flat_map(|c| c.to_lowercase()).collect();
        words.len() > 1 && are_initials(&wanted, &words, names)
    }

    /// Whether both are a place or body of one kind, and differ in one word that may stand for one Hangul name: `Kyonggi
    /// Province` and `Gyeonggi Province`.
    fn is_place_like(&self, other: &Words, names: &Names) -> bool {
        const PLACES: [&str; 8] = ["province", "county", "district", "station", "airport", "island", "port", "beach"];
        let Some((_, last)) = self.0.last().filter(|_| self.0.len() == other.0.len()) else { return false };
        let mut differ = self.0.iter().zip(&other.0).filter(|(one, two)| letters(&one.1) != letters(&two.1));
        let (Some((one, two)), None) = (differ.next(), differ.next()) else { return false };
        let kind = names.heads.contains(last) || PLACES.contains(&&**last);
        kind && one.1 != *last && same_hangul(one.0, two.0, names)
    }

    /// Whether its words stand in the other in order, from its beginning or up to its end. A place is no short form of
    /// what is named after it, and North Gyeongsang is not Gyeongsang.
    fn is_part_of(&self, long: &Words, names: &Names) -> bool {
        if self.0.len() >= long.0.len() {
            return false;
        }
        let is_place = |word: &String| names.places.contains(word) || names.aliases.holding(word).next().is_some();
        let content = self
            .0
            .iter()
            .any(|(_, word)| !is_place(word) && !names.suffixes.contains(word) && !names.heads.contains(word));
        let mut rest = long.0.iter().map(|(_, word)| word);
        let in_order = self.0.iter().all(|(_, word)| rest.any(|other| letters(other) == letters(word)));
        let (first, last) = (&long.0[0].1, &long.0[long.0.len() - 1].1);
        let begins = self.0[0].1 == *first;
        // `Korea Fair Trade Commission` is what its own country calls `Fair Trade Commission`.
        let korea = names.aliases.holding("korea").next();
        let own = korea.is_some() && names.aliases.holding(first).next() == korea;
        let body = own && self.0.len() > 1 && names.heads.contains(last);
        let ends = self.0[self.0.len() - 1].1 == *last && (!is_place(first) || body);
        content && in_order && (begins || ends)
    }
}

/// Whether letters are the initials of words in order. Words of grammar may be left out, and so may what follows a
/// hyphen (`high-bandwidth memory`, HBM).
fn are_initials(wanted: &str, words: &[&str], names: &Names) -> bool {
    let Some((word, rest)) = words.split_first() else { return wanted.is_empty() };
    let optional = names.function_words.contains(word) || *word == "&" || names.suffixes.contains(word);
    if optional && are_initials(wanted, rest, names) {
        return true;
    }
    let mut left = wanted;
    for piece in word.split('-').filter(|piece| !piece.is_empty()) {
        let Some(after) = piece.chars().next().and_then(|initial| left.strip_prefix(initial)) else { return false };
        left = after;
        if are_initials(left, rest, names) {
            return true;
        }
    }
    false
}

/// The letters and figures of a folded word without accents.
fn letters(folded: &str) -> String {
    folded.nfkd().filter(|c| c.is_alphanumeric()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;

    #[test]
    fn names_are_related() {
        use NameRelation::{Alias, Different, Initials, Part, Same, Spelling, Suffix, Turned};
        let names = Lexicon::default().names;
        for (a, b, relation) in [
            ("Ha-rin", "Ha Rin", Same),
            ("HANBIT", "Hanbit's", Same),
            ("Chloe", "Chloé", Same),
            ("The Hanbit Foundation", "Hanbit Foundation", Same),
            ("Korea", "South Korea", Alias),
            ("Korea's", "ROK", Alias),
            ("South Korean", "Korean", Alias),
            ("the North's", "North Korean", Alias),
            ("DPRK", "North Korea", Alias),
            ("U.S.", "United States", Alias),
            ("US", "the United States", Alias),
            ("Britain", "U.K.", Alias),
            ("Cheong Wa Dae", "The Blue House", Alias),
            ("Jeju", "Jeju Island", Alias),
            ("Korean Foreign Ministry", "South Korean Foreign Ministry", Alias),
            ("Korea", "North Korea", Different),
            ("us", "United States", Different),
            ("Hanbit Corp.", "Hanbit Corporation", Suffix),
            ("Hanbit Co., Ltd.", "Hanbit", Suffix),
            ("Corporation", "Corp.", Suffix),
            ("Ministry of Tides", "Tides Ministry", Turned),
            ("Ministry of Sand and Tides", "Tides Ministry", Turned),
            ("North Korean Ministry of Tides", "North Korean Tides Ministry", Turned),
            ("Ministry of Sand", "Tides Ministry", Different),
            ("Bank of Hanbit", "Hanbit Tides Bank", Different),
            ("Korea Fair Tides Commission", "Fair Tides Commission", Part),
            ("Norway Fair Tides Commission", "Fair Tides Commission", Different),
            ("RTO", "River Tolls Office", Initials),
            ("RTO", "River Tolls Office (RTO)", Initials),
            ("MSP", "Ministry of Sand and Pebbles", Initials),
            ("HBM", "high-bandwidth memory", Initials),
            ("S.W. Noh", "Noh Seung-woo", Initials),
            ("RTA", "River Tolls Office", Different),
            ("Seung-heon", "Seung-hun", Spelling),
            ("Noh Seungwoo", "Roh Seung-woo", Spelling),
            ("Noh Tae-woo", "Noh Dae-woo", Different),
            ("Chan-ok", "Chan-wook", Different),
            ("North Kyongsang Province", "North Gyeongsang Province", Spelling),
            ("North Kyonggi Province", "South Gyeonggi Province", Different),
            ("Noh", "Noh Seung-woo", Part),
            ("Hanbit", "Hanbit Shipbuilding", Part),
            ("Lindqvist", "Elsa Lindqvist", Part),
            ("Seoul", "Seoul Crane Works", Different),
            ("Gyeongsang", "North Gyeongsang", Different),
            ("Hanbit Gas", "Hanbit Power", Different),
            ("Korea Gas Corp.", "Korea Electric Corp.", Different),
            ("", "Hanbit", Different),
            ("...", "...", Different),
        ] {
            assert_eq!(relate(a, b, &names), relation, "{a} / {b}");
            assert_eq!(relate(b, a, &names), relation, "{b} / {a}");
        }
    }
}
