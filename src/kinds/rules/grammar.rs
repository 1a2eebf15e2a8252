//! The same words in another form: spelling, typing errors, inflection, voice.

use super::cues::Phrase;
use super::{Reason, View};
use crate::kinds::{Extent, Kind};
use crate::text::word;

pub(super) fn spelling_variant(view: &View) -> Option<(Kind, Reason)> {
    let (one, two) = single(view)?;
    word::spelling_variant(one, two).then(|| (Kind::SpellingVariant, "British and American spelling".to_owned()))
}

pub(super) fn typo(view: &View) -> Option<(Kind, Reason)> {
    let (one, two) = single(view)?;
    let name = view.r#final.starts_with(char::is_uppercase) && view.draft.starts_with(char::is_uppercase);
    (!name && word::is_typo(one, two)).then(|| (Kind::Typo, format!("\"{}\" is in no list of words", view.draft)))
}

/// One word on each side.
fn single<'a>(view: &View<'a>) -> Option<(&'a str, &'a str)> {
    let (draft, r#final) = Phrase::both(view);
    match (&*draft.words, &*r#final.words) {
        ([one], [two]) => Some((one, two)),
        _ => None,
    }
}

/// The same stem with and without a prefix that denies it.
pub(super) fn negated_stem(view: &View) -> Option<(Kind, Reason)> {
    let (one, two) = single(view)?;
    word::negated_stem(one, two).then(|| (Kind::Negation, format!("\"{one}\" and \"{two}\": one denies the other")))
}

pub(super) fn voice(view: &View) -> Option<(Kind, Reason)> {
    let (draft, r#final) = Phrase::both(view);
    let turned = view.change.extent == Extent::Span && word::voice_differs(&draft.words, &r#final.words);
    turned.then(|| (Kind::Voice, "active on one side, passive on the other".to_owned()))
}

pub(super) fn inflection(view: &View) -> Option<(Kind, Reason)> {
    let (draft, r#final) = Phrase::both(view);
    let (one, two) = (&draft.words, &r#final.words);
    let reason = || (Kind::Inflection, "the same word in another form".to_owned());
    let auxiliary = |words: &[&str]| words.iter().all(|word| word::is_auxiliary(word));
    if one.is_empty() && two.is_empty() {
        return None;
    }
    // Auxiliaries alone belong to the verb behind them.
    if auxiliary(one) && auxiliary(two) && (one.is_empty() || two.is_empty()) {
        let held = if two.is_empty() { &draft } else { &r#final };
        let next = held.next(&(0..held.words.len()))?.0;
        return word::participle_of(next).map(|_| reason());
    }
    if word::same_verb_phrase(one, two) {
        return Some(reason());
    }
    // `gives` and `gave a`: the same word of content among others of grammar.
    let (from, to) = (draft.content(), r#final.content());
    let pairs = || from.iter().zip(&to);
    let same = !from.is_empty() && from.len() == to.len() && pairs().all(|(from, to)| word::same_lemma(from, to));
    (same && pairs().any(|(from, to)| from != to)).then(reason)
}
