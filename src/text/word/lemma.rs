use std::borrow::Cow;
use std::iter;

use super::suffix::{Ending, stems};
use super::{american, is_word};
use crate::lexicon::{ENGLISH, Hashed};

/// Whether two folded words are forms of one word: `decided` and `decide`, `children` and `child`, `went` and `gone`.
///
/// Only inflection counts (number, person, tense, participle, comparison), no derivation: `decision` is not `decide`,
/// `hardly` not `hard`. Without a tagger a word that may be a form of two is taken for either: `left` is a form of
/// `leave`, and has itself the form `lefts`.
pub fn same_lemma(one: &str, other: &str) -> bool {
    if one == other {
        return true;
    }
    is_form_of(one, &lemmas(other).collect::<Vec<_>>())
}

/// Whether a folded word is a form of a word whose [`lemmas`] these are.
pub fn is_form_of(folded: &str, others: &[Cow<str>]) -> bool {
    let first = |word: &str| word.chars().next();
    // Only an irregular form and another spelling begin with another letter than the word.
    match others.iter().any(|other| first(other) == first(folded)) {
        true => lemmas(folded).any(|lemma| others.contains(&lemma)),
        false => irregular(folded).any(|lemma| others.contains(&lemma.into())) || others.contains(&american(folded)),
    }
}

/// The words that a folded word may be a form of, in American spelling, the likeliest first; the last is the word itself.
pub fn lemmas<'a>(folded: &'a str) -> impl Iterator<Item = Cow<'a, str>> + 'a {
    let word = folded.strip_suffix("'s").or(folded.strip_suffix('\'')).unwrap_or(folded);
    let uninflected = ENGLISH.uninflected.contains(word) && irregular(word).next().is_none();
    // `it's` is no genitive.
    let itself = if uninflected { Cow::Borrowed(folded) } else { american(word) };
    let found = (!uninflected).then(|| {
        let irregular = irregular(word).map(|lemma| -> Cow<'a, str> { Cow::Borrowed(lemma) });
        let regular = Ending::ALL.into_iter().flat_map(|ending| regular(word, ending));
        let man = || word.strip_suffix("men").map(|start| format!("{start}man")).filter(|man| is_word(man));
        let spelled = regular.chain(iter::once_with(man).flatten());
        irregular.chain(spelled.map(|stem| Cow::Owned(american(&stem).into_owned())))
    });
    let other = itself.clone();
    found.into_iter().flatten().filter(move |lemma| *lemma != other).chain([itself])
}

/// The word that a folded word is most likely a form of: for counting and comparing words of content.
pub fn lemma(folded: &str) -> Cow<'_, str> {
    lemmas(folded).next().unwrap_or(Cow::Borrowed(folded))
}

/// The verb whose past participle a folded word is: `launch` for `launched`, `write` for `written`. Where one word is the
/// participle of two verbs, the more common: `find` for `found`.
pub fn participle_of(folded: &str) -> Option<Cow<'static, str>> {
    let known = [&ENGLISH.alike, &ENGLISH.participles].iter().find_map(|forms| forms.words(folded.into()).next());
    if known.is_some() || !irregular(folded).all(|lemma| lemma == folded) {
        return known.map(Cow::Borrowed);
    }
    regular(folded, Ending::Ed).next().map(|stem| Cow::Owned(american(&stem).into_owned()))
}

/// What the tables have: `be` for `was`, both `lie` and `lay` for `lay`.
fn irregular(form: &str) -> impl Iterator<Item = &'static str> {
    let form = Hashed::from(form);
    let tables = [&ENGLISH.alike, &ENGLISH.past, &ENGLISH.participles, &ENGLISH.other_forms];
    tables.into_iter().flat_map(move |table| table.words(form))
}

/// What the rules of spelling give, less what grammar forbids.
fn regular(form: &str, ending: Ending) -> impl Iterator<Item = String> {
    stems(form, ending).filter(move |stem| {
        !ENGLISH.uninflected.contains(stem)
            && !ENGLISH.lookalikes.contains(form, stem)
            && match ending {
                // `beated` is a slip of `beat`, but `leaded` is a word of its own.
                Ending::Ed => !is_irregular_verb(stem) || !is_word(form),
                // What compares has both forms; a `worker` is no comparison of `work`.
                Ending::Er => {
                    is_word(form) && form.strip_suffix("er").is_some_and(|start| is_word(&format!("{start}est")))
                }
                Ending::Est => {
                    is_word(form) && form.strip_suffix("est").is_some_and(|start| is_word(&format!("{start}er")))
                }
                Ending::S | Ending::Ing => true,
            }
    })
}

fn is_irregular_verb(lemma: &str) -> bool {
    ENGLISH.alike_lemmas.contains(lemma) || ENGLISH.past_lemmas.contains(lemma)
}
