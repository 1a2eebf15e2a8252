//! The desk's conventions: terms, connectives, initials, explanations, markup.

use super::cues::Phrase;
use super::{Reason, View};
use crate::kinds::{Extent, Form, Kind};
use crate::text::word::lemma;

pub(super) fn connective(view: &View) -> Option<(Kind, Reason)> {
    let (draft, r#final) = Phrase::both(view);
    let list = &view.context.lexicon.kinds.connectives;
    let links = |phrase: &Phrase| phrase.is_empty() || list.contains(&phrase.joined());
    let holds = !(draft.is_empty() && r#final.is_empty()) && links(draft) && links(r#final);
    holds.then(|| (Kind::Connective, "a word that links sentences".to_owned()))
}

pub(super) fn house_style(view: &View) -> Option<(Kind, Reason)> {
    let (draft, r#final) = Phrase::both(view);
    let preferred = view.context.lexicon.kinds.house_style.get(&draft.joined())?;
    (preferred == r#final.joined()).then(|| (Kind::HouseStyle, "the desk's word for it".to_owned()))
}

/// One side is the other's initials, or the initials were added in brackets behind it.
pub(super) fn abbreviation(view: &View) -> Option<(Kind, Reason)> {
    if view.change.extent == Extent::Sentence {
        return None;
    }
    let (draft, r#final) = (view.draft, view.r#final);
    let bracketed = |text: &str| text.strip_prefix('(').and_then(|text| text.strip_suffix(')')).map(str::to_owned);
    let found = match view.form {
        Form::Insert => {
            let before = &view.context.r#final.text[..view.change.r#final.start];
            bracketed(r#final).is_some_and(|short| ends_with_initials(before, &short))
        }
        Form::Delete => {
            let before = &view.context.draft.text[..view.change.draft.start];
            bracketed(draft).is_some_and(|short| ends_with_initials(before, &short))
        }
        _ => is_initials(draft, r#final) || is_initials(r#final, draft),
    };
    found.then(|| (Kind::Abbreviation, "initials and what they stand for".to_owned()))
}

/// Whether `long` is `short` written out: `FSS` and `Financial Supervisory Service (FSS)`.
pub(in crate::kinds) fn is_initials(short: &str, long: &str) -> bool {
    let short = short.trim_matches(|c: char| !c.is_alphanumeric());
    let long = long.strip_suffix(')').and_then(|long| long.split_once(" (")).map_or(long, |(long, _)| long);
    is_acronym(short)
        && ends_with_initials(long, short)
        && initials(long, false, false).chars().count() <= short.chars().count() + 1
}

/// `FSS`: capitals only.
pub(in crate::kinds) fn is_acronym(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic());
    letters.clone().count() >= 2 && letters.clone().all(char::is_uppercase) && !text.contains(' ')
}

/// Whether the initials of the words before end with an acronym's letters, stop words counted or not.
fn ends_with_initials(before: &str, short: &str) -> bool {
    let letters: String = short.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    let ends = |stop_words, parts| initials(before, stop_words, parts).ends_with(&letters);
    is_acronym(short) && [false, true].iter().any(|&stop_words| ends(stop_words, true) || ends(stop_words, false))
}

/// The first letters of the last words; with `parts`, also behind hyphens: `HBM`, but `OECD` of co-operation.
fn initials(text: &str, stop_words: bool, parts: bool) -> String {
    const LONGEST: usize = 12;
    const STOPS: [&str; 7] = ["of", "the", "and", "for", "in", "on", "to"];
    let words: Vec<&str> = text
        .rsplit(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’' && (parts || c != '-'))
        .filter(|word| !word.is_empty())
        .take(LONGEST)
        .collect();
    let counted = words.iter().rev().filter(|word| stop_words || !STOPS.contains(&&*word.to_lowercase()));
    counted.filter_map(|word| word.chars().next()).flat_map(char::to_lowercase).collect()
}

/// Something put between brackets, commas or dashes for readers who don't know.
pub(super) fn explanation(view: &View) -> Option<(Kind, Reason)> {
    let (text, side, span, phrase) = match view.form {
        Form::Insert => (view.r#final, &view.context.r#final, view.change.r#final, Phrase::both(view).1),
        Form::Delete => (view.draft, &view.context.draft, view.change.draft, Phrase::both(view).0),
        _ => return None,
    };
    let words = &view.context.lexicon.kinds;
    let holds_more = !side.values_in(span).is_empty()
        || !phrase.find(&words.negation).is_empty()
        || !phrase.find(&words.reporting_neutral).is_empty();
    if view.change.extent == Extent::Sentence || holds_more {
        return None;
    }
    let between = |open: char, close: char| text.starts_with(open) && text.ends_with(close) && text.chars().count() > 2;
    let content = phrase.content_outside(&[]);
    // `, carrying small children,` tells what happened; `, a port on the south coast,` explains.
    let tells = phrase.words.first().is_some_and(|word| word.ends_with("ing") && lemma(word) != *word);
    let holds = between('(', ')') && content >= 1
        || (between(',', ',') || between('—', '—') || between('–', '–')) && content >= 2 && !tells;
    holds.then(|| (Kind::Explanation, "explained for readers who may not know".to_owned()))
}

pub(super) fn markup(view: &View) -> Option<(Kind, Reason)> {
    let marked = |text: &str| text.contains(['<', '*', '[', '`', '_', '#']);
    if !marked(view.draft) && !marked(view.r#final) {
        return None;
    }
    let (one, two) = (visible(view.draft), visible(view.r#final));
    let same = one == two && view.draft != view.r#final && one.chars().any(char::is_alphanumeric);
    same.then(|| (Kind::Markup, "the same text without markup".to_owned()))
}

/// A text without HTML tags, Markdown emphasis and link targets.
fn visible(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let skip = match c {
            '<' if rest[1..].starts_with(|c: char| c.is_ascii_alphabetic() || c == '/') => {
                rest.find('>').map(|end| end + 1)
            }
            ']' if rest.starts_with("](") => rest.find(')').map(|end| end + 1),
            '*' | '`' | '_' | '#' | '[' | ']' => Some(1),
            _ => None,
        };
        match skip {
            Some(length) => rest = &rest[length..],
            None => {
                shown.push(c);
                rest = &rest[c.len_utf8()..];
            }
        }
    }
    shown.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::{is_initials, visible};

    #[test]
    fn initials_stand_for_their_words() {
        for (short, long, holds) in [
            ("PA", "Port Authority (PA)", true),
            ("PAD", "Port Authority of Darae", true),
            ("CEO", "chief executive officer", true),
            ("HBM", "high-bandwidth memory", true),
            ("PA", "Port Agency of Seorin", false),
            ("port", "Port Office", false),
        ] {
            assert_eq!(is_initials(short, long), holds, "{short} and {long}");
        }
    }

    #[test]
    fn markup_is_not_seen() {
        for (text, seen) in
            [("<b>port</b>", "port"), ("**port**", "port"), ("[port](https://example.com)", "port"), ("a < b", "a < b")]
        {
            assert_eq!(visible(text), seen);
        }
    }
}
