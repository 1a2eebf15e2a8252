//! Names of Koreans taken apart: surname and given name, in Latin letters and in Hangul.

use super::hangul::Syllable;
use super::romanise::{MOST_SYLLABLES, Reading, Spelt, plain, segmentations};
use crate::lexicon;

/// One way to read a Latin spelling as a Korean name.
#[derive(Debug)]
pub(super) struct Person<'a> {
    /// The surname as spelt, plain; a given name may stand alone.
    pub(super) surname: Option<&'a str>,
    pub(super) given: Vec<Spelt>,
    /// The given name stands first. It is often shortened then: `June Huh`.
    pub(super) given_first: bool,
    /// The given name is written with initials: `K.J.`
    pub(super) initials: bool,
}

/// A Korean name in Hangul, cut into surname and given name.
pub(super) struct Hangul<'a> {
    pub(super) surname: &'a str,
    pub(super) given: Vec<Syllable>,
}

/// Whether words look like a Korean name in full: surname and given name, in either order.
pub(super) fn is_person(latin: &str, words: &lexicon::Names) -> bool {
    let plain = plain(latin);
    let parts: Vec<&str> = plain.split_whitespace().take(MOST_SYLLABLES + 1).collect();
    // A surname stands first or last; most words in capitals are none.
    let (Some((first, behind)), Some((last, before))) = (parts.split_first(), parts.split_last()) else { return false };
    let fits = |given: &[Spelt]| (1..MOST_SYLLABLES).contains(&given.len());
    let is_given = |parts: &[&str]| match initials(parts) {
        Some(given) => fits(&given),
        None => given_names(parts, Reading::Usual).iter().any(|given| fits(given)),
    };
    let is_known = |surname: &str| words.surnames.get(surname).is_some();
    (2..=MOST_SYLLABLES).contains(&parts.len())
        && (is_known(first) && is_given(behind) || is_known(last) && is_given(before))
}

/// Whether a folded word is made of initials with full stops: `k.j`, `t.m.`, and `k.`
pub(super) fn is_initials(word: &str) -> bool {
    word.contains('.') && initials(&[word]).is_some()
}

/// All ways to read a plain spelling as a name. A surname that no table has is read by its sounds, if that can be.
pub(super) fn people<'a>(plain: &'a str, reading: Reading, words: &lexicon::Names) -> Vec<Person<'a>> {
    let parts: Vec<&str> = plain.split_whitespace().collect();
    let mut found = Vec::new();
    let mut add = |surname: Option<&'a str>, parts: &[&str], given_first: bool| {
        if let Some(surname) = surname
            && words.surnames.get(surname).is_none()
            && Spelt::syllable(surname, reading).is_none()
        {
            return;
        }
        let initials = initials(parts);
        let is_short = initials.is_some();
        for given in initials.map_or_else(|| given_names(parts, reading), |given| vec![given]) {
            found.push(Person { surname, given, given_first, initials: is_short });
        }
    };
    match parts[..] {
        [] => {}
        [one] => {
            add(None, &[one], false);
            add(Some(one), &[], false);
        }
        [first, .., last] if parts.len() <= MOST_SYLLABLES => {
            add(Some(first), &parts[1..], false);
            add(Some(last), &parts[..parts.len() - 1], true);
            add(None, &parts, false);
        }
        _ => {}
    }
    found
}

/// All ways to cut a given name into syllables. Hyphens and spaces cut it already: what stands between is one syllable
/// if it can be read as one.
fn given_names(parts: &[&str], reading: Reading) -> Vec<Vec<Spelt>> {
    let pieces: Vec<&str> = parts.iter().flat_map(|part| part.split('-')).collect();
    let mut found = vec![Vec::new()];
    for piece in &pieces {
        let one = if pieces.len() > 1 { Spelt::syllable(piece, reading) } else { None };
        let cuts = one.map_or_else(|| segmentations(piece, reading), |syllable| vec![vec![syllable]]);
        found = found
            .iter()
            .flat_map(|before: &Vec<Spelt>| cuts.iter().map(move |cut| [&before[..], cut].concat()))
            .filter(|given| given.len() <= MOST_SYLLABLES)
            .collect();
    }
    found
}

/// A given name of initials with full stops: `K.J.`, `S. B.`
fn initials(parts: &[&str]) -> Option<Vec<Spelt>> {
    let letters = || parts.iter().flat_map(|part| part.split(['.', '-'])).filter(|letter| !letter.is_empty());
    let dotted = parts.iter().any(|part| part.contains('.')) && letters().all(|letter| letter.chars().count() == 1);
    if !dotted || letters().count() > MOST_SYLLABLES {
        return None;
    }
    letters().map(|letter| letter.chars().next().and_then(Spelt::initial)).collect()
}

/// The ways to cut a Hangul name behind its surname, which has one syllable or two.
pub(super) fn cuts<'a>(hangul: &'a str, words: &lexicon::Names) -> Vec<Hangul<'a>> {
    let ends = hangul.char_indices().map(|(at, c)| at + c.len_utf8()).take(2);
    ends.filter(|&end| words.hangul.surnames.contains(&hangul[..end]))
        .filter_map(|end| Some(Hangul { surname: &hangul[..end], given: Syllable::of_word(&hangul[end..])? }))
        .filter(|name| name.given.len() <= MOST_SYLLABLES)
        .collect()
}
