//! Who somebody is: titles and pronouns.

use std::ops::Range;

use super::cues::Phrase;
use super::{Reason, View};
use crate::kinds::{Impact, Kind};

const MOST_OTHERS: usize = 2;

pub(super) fn title(view: &View) -> Option<(Kind, Reason)> {
    let (draft, r#final) = Phrase::both(view);
    let (one, two) = (titles(draft, view), titles(r#final, view));
    let names = |phrase: &Phrase, titles: &[Range<usize>]| -> Vec<String> {
        titles.iter().map(|range| phrase.text(range)).collect()
    };
    let (before, after) = (names(draft, &one), names(r#final, &two));
    if let ([from], [to]) = (&*draft.words, &*r#final.words)
        && let (Some(one), Some(two)) = (post(from, view), post(to, view))
        && one == two
        && from != to
    {
        return Some((Kind::Title, format!("the title \"{from}\" became \"{to}\"")));
    }
    if before == after || draft.content_outside(&one) > MOST_OTHERS || r#final.content_outside(&two) > MOST_OTHERS {
        return None;
    }
    let reason = match (before.join(" "), after.join(" ")) {
        (gone, new) if new.is_empty() => format!("the title \"{gone}\" is gone"),
        (gone, new) if gone.is_empty() => format!("the title \"{new}\" came in"),
        (gone, new) => format!("the title \"{gone}\" became \"{new}\""),
    };
    Some((Kind::Title, reason))
}

/// What a title is without who holds it: `chair` of `chairman` and `chairwoman`.
fn post<'a>(title: &'a str, view: &View) -> Option<&'a str> {
    let ending = ["woman", "man", "person"].into_iter().find_map(|ending| title.strip_suffix(ending));
    view.context.lexicon.names.titles.contains(title).then_some(ending.unwrap_or(title))
}

/// Titles in a phrase: written with a capital or before one, of courtesy, or what modifies a title.
fn titles(phrase: &Phrase, view: &View) -> Vec<Range<usize>> {
    let (words, names) = (&view.context.lexicon.kinds, &view.context.lexicon.names);
    let is = |at: usize| {
        let word = phrase.words[at];
        let next = || phrase.next(&(at..at + 1));
        let before_capital = || next().is_some_and(|(_, written)| written.starts_with(char::is_uppercase));
        // `former prime minister`, `acting finance minister`.
        let leads = |bare: &str| names.modifiers.contains(bare) || names.portfolios.contains(bare);
        let before_title = || {
            next().is_some_and(|(bare, _)| {
                names.titles.contains(bare)
                    || leads(bare) && phrase.second(&(at..at + 1)).is_some_and(|bare| names.titles.contains(bare))
            })
        };
        names.modifiers.contains(word) && before_title()
            || names.titles.contains(word)
                && (words.courtesy.contains(word) || before_capital() || phrase.is_capitalised(at))
    };
    (0..phrase.words.len()).filter(|&at| is(at)).map(|at| at..at + 1).collect()
}

/// Of a title: style where a courtesy came or went, or a title was shortened.
pub(in crate::kinds) fn title_impact(view: &View) -> Impact {
    let (draft, r#final) = Phrase::both(view);
    let words = &view.context.lexicon.kinds;
    let courteous = |phrase: &Phrase| phrase.words.iter().all(|word| words.courtesy.contains(word));
    let short = |long: &Phrase, short: &Phrase| words.title_short.get(&long.joined()) == Some(&*short.joined());
    let style = courteous(draft) && courteous(r#final) || short(draft, r#final) || short(r#final, draft);
    if style { Impact::Style } else { Impact::Meaning }
}

pub(super) fn pronoun(view: &View) -> Option<(Kind, Reason)> {
    let (draft, r#final) = Phrase::both(view);
    let alone = |phrase: &Phrase| match &*phrase.words {
        // `US` is none.
        [word] if phrase.written(0) != "US" => view.context.lexicon.kinds.pronouns.get(word),
        _ => None,
    };
    // `his boat` and `the boat`.
    let article = |phrase: &Phrase| matches!(&*phrase.words, ["a" | "an" | "the"]);
    let owner = |phrase: &Phrase| matches!(&*phrase.words, ["my" | "your" | "his" | "her" | "its" | "our" | "their"]);
    let noun = |phrase: &Phrase| (1..=MOST_OTHERS + 1).contains(&phrase.content_outside(&[]));
    let reason = match (alone(draft), alone(r#final)) {
        (None, None) => return None,
        (Some(one), Some(two)) if one != two => format!("\"{}\" became \"{}\"", draft.joined(), r#final.joined()),
        (Some(_), Some(_)) => return None,
        (Some(_), None) if owner(draft) && article(r#final) => format!("\"{}\" is gone", draft.joined()),
        (None, Some(_)) if article(draft) && owner(r#final) => format!("\"{}\" came in", r#final.joined()),
        (Some(_), None) if noun(r#final) => format!("\"{}\" was named", draft.joined()),
        (None, Some(_)) if noun(draft) => format!("a pronoun stands for \"{}\"", draft.joined()),
        _ => return None,
    };
    Some((Kind::Pronoun, reason))
}

/// Of a pronoun: meaning where gender or person differs.
pub(in crate::kinds) fn pronoun_impact(view: &View) -> Impact {
    let (draft, r#final) = Phrase::both(view);
    let class = |phrase: &Phrase| phrase.words.first().and_then(|word| view.context.lexicon.kinds.pronouns.get(word));
    let third = |class: &str| matches!(class, "thing" | "plural");
    match (class(draft), class(r#final)) {
        (Some(one), Some(two)) if one != two && !(third(one) && third(two)) => Impact::Meaning,
        _ => Impact::Fluency,
    }
}
