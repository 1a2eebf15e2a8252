//! Changes that an editor sees as one although words between them stayed.

use std::ops::Range;

use super::Context;
use super::change::Change;
use super::window::join;
use crate::article::Article;
use crate::compare::{Op, Unit};
use crate::text::name::is_turned_body;
use crate::text::word::voice_differs;
use crate::text::{Span, fold, is_quotation_mark};

/// Joins neighbours that belong together: marks around a few words, and a source that is told in other words.
pub(super) fn join_pairs(changes: Vec<Change>, context: &Context) -> Vec<Change> {
    let mut joined: Vec<Change> = Vec::with_capacity(changes.len());
    let mut open = true;
    for change in changes {
        match joined.last_mut() {
            Some(last) if open && last.given.is_none() && change.given.is_none() && belong(last, &change, context) => {
                *last = join(last, &change, context);
                open = false;
            }
            _ => {
                joined.push(change);
                open = true;
            }
        }
    }
    joined
}

/// Joins what changed around the words that stayed of a body: `Ministry of Labor` became `Labor Ministry`.
pub(super) fn join_bodies(changes: Vec<Change>, context: &Context) -> Vec<Change> {
    let is_turned = |whole: &Change| {
        let (one, two) = (name_around(context.draft, whole.draft), name_around(context.r#final, whole.r#final));
        one.zip(two).is_some_and(|(one, two)| is_turned_body(one, two))
    };
    join_where(changes, |last, change| Some(join(last, change, context)).filter(is_turned))
}

/// Puts what two neighbours make as a whole in their place, wherever they make one.
fn join_where(changes: Vec<Change>, whole_of: impl Fn(&Change, &Change) -> Option<Change>) -> Vec<Change> {
    let mut joined: Vec<Change> = Vec::with_capacity(changes.len());
    for change in changes {
        let whole = joined.last().and_then(|last| whole_of(last, &change));
        match (joined.last_mut(), whole) {
            (Some(last), Some(whole)) => *last = whole,
            _ => joined.push(change),
        }
    }
    joined
}

/// The name that a span lies in, but for the `'s` behind it.
fn name_around(side: &Article, span: Span) -> Option<&str> {
    let text = side.text_of(span);
    let own = text.strip_suffix("'s").or(text.strip_suffix("’s")).unwrap_or(text);
    let span = Span::new(span.start, span.start + own.len());
    side.names_near(span).find(|name| name.sure && name.span.contains(span)).map(|name| side.text_of(name.span))
}

/// Joins what stands on both sides of a kept comma where sentences were split or merged: `. However,` and `, but`.
pub(super) fn join_around_commas(changes: Vec<Change>, unit: &Unit, context: &Context) -> Vec<Change> {
    if !matches!(unit.op, Op::Split | Op::Merge) {
        return changes;
    }
    let is_comma = |kept: Range<usize>| kept.len() == 1 && words(context.draft, &kept, context) == ",";
    let links = |parted: &str, joined: &str| {
        let Some(opening) = parted.strip_prefix(". ").and_then(|rest| rest.split_once(" ,")) else { return false };
        let link = joined.strip_prefix(", ").and_then(|rest| rest.split(' ').next()).unwrap_or_default();
        match link {
            "where" => opening.0 == "there",
            "and" | "but" | "so" | "while" | "though" | "although" => {
                context.lexicon.kinds.connectives.contains(opening.0)
            }
            _ => false,
        }
    };
    join_where(changes, |last, change| {
        if !is_comma(last.draft_tokens.end..change.draft_tokens.start) {
            return None;
        }
        let whole = join(last, change, context);
        let draft = words(context.draft, &whole.draft_tokens, context);
        let r#final = words(context.r#final, &whole.final_tokens, context);
        let linked = if unit.op == Op::Merge { links(&draft, &r#final) } else { links(&r#final, &draft) };
        linked.then_some(whole)
    })
}

fn belong(one: &Change, two: &Change, context: &Context) -> bool {
    /// Marks around more words than this are two changes.
    const MARKED_WORDS: usize = 3;
    /// The name of a source has no more words than this.
    const SOURCE_WORDS: usize = 4;
    /// What stands between the verb of the active and that of the passive has no more words than this.
    const TURNED_WORDS: usize = 8;
    let kept = one.draft_tokens.end..two.draft_tokens.start;
    let words = context.draft.tokens[kept.clone()].iter().filter(|token| token.is_word()).count();
    let marks = is_around(one, two, context, is_quotation_mark)
        || is_bracketed(one, two, context)
        || is_tagged(one, two, context);
    marks && (1..=MARKED_WORDS).contains(&words)
        || (1..=SOURCE_WORDS).contains(&words) && kept.len() == words && is_same_source(one, two, context)
        || (1..=TURNED_WORDS).contains(&words) && is_turned(one, two, context)
}

fn sides<'a>(change: &Change, context: &Context<'a>) -> [&'a str; 2] {
    [context.draft.text_of(change.draft), context.r#final.text_of(change.r#final)]
}

/// The first ends with a mark and the second begins with one, on the same side.
fn is_around(one: &Change, two: &Change, context: &Context, mark: fn(char) -> bool) -> bool {
    let (before, after) = (sides(one, context), sides(two, context));
    (0..2).any(|side| before[side].ends_with(mark) && after[side].starts_with(mark))
}

/// `Port Authority (` and `)` around `PA`.
fn is_bracketed(one: &Change, two: &Change, context: &Context) -> bool {
    let (before, after) = (sides(one, context), sides(two, context));
    (0..2).any(|side| before[side].ends_with('(') && after[side].starts_with(')'))
}

/// `<b>` and `</b>`, `**` and `**`, `[` and `](address)`.
fn is_tagged(one: &Change, two: &Change, context: &Context) -> bool {
    let tag = |text: &str| {
        text.starts_with('<') && text.ends_with('>')
            || !text.is_empty() && text.chars().all(|c| matches!(c, '*' | '_' | '`'))
    };
    let (before, after) = (sides(one, context), sides(two, context));
    let link = |side: usize| before[side] == "[" && after[side].starts_with("](") && after[side].ends_with(')');
    (0..2).any(|side| {
        let marked = tag(before[side]) && tag(after[side]) || link(side);
        marked && before[1 - side].is_empty() && after[1 - side].is_empty()
    })
}

/// `The ship was towed by the navy` and `The navy towed the ship`.
fn is_turned(one: &Change, two: &Change, context: &Context) -> bool {
    let crossed = |one: &Change, two: &Change| {
        one.draft_tokens.is_empty() && two.final_tokens.is_empty()
            || one.final_tokens.is_empty() && two.draft_tokens.is_empty()
    };
    let whole = join(one, two, context);
    let draft = words_of(context.draft, &whole.draft_tokens, context);
    crossed(one, two) && voice_differs(&draft, &words_of(context.r#final, &whole.final_tokens, context))
}

/// The folded words of some tokens.
fn words_of<'a>(side: &Article, range: &Range<usize>, context: &Context<'a>) -> Vec<&'a str> {
    let words = side.tokens[range.clone()].iter().filter(|token| token.is_word());
    words.map(|token| context.vocabulary.form(token.folded)).collect()
}

/// `Haeon said` and `according to Haeon`: a cue on one side before the name, on the other behind it.
fn is_same_source(one: &Change, two: &Change, context: &Context) -> bool {
    let words = &context.lexicon.kinds;
    let cue = |text: &str| {
        let folded = fold(text);
        let word = folded.trim_matches(|c: char| !c.is_alphanumeric());
        words.reporting_neutral.contains(word) || words.reporting_loaded.contains(word)
    };
    let (before, after) = (sides(one, context), sides(two, context));
    // `According to Haeon,` has a comma that `Haeon said` has not.
    let none = |text: &str| !text.contains(char::is_alphanumeric);
    (0..2).any(|side| cue(before[side]) && none(before[1 - side]) && cue(after[1 - side]) && none(after[side]))
}

/// Widens a change to the whole of a phrase of the desk's table that it lies in: `in order` of `in order to`.
pub(super) fn take_in_phrases(changes: &mut [Change], ranges: &(Range<usize>, Range<usize>), context: &Context) {
    for at in 0..changes.len() {
        // Kept words are equal on both sides, as far as the neighbouring changes.
        let floor = at.checked_sub(1).map_or(ranges.0.start, |before| changes[before].draft_tokens.end);
        let ceiling = changes.get(at + 1).map_or(ranges.0.end, |behind| behind.draft_tokens.start);
        let change = &changes[at];
        if change.given.is_none()
            && !change.draft_tokens.is_empty()
            && let Some(wider) = wider(change, floor..ceiling, context)
        {
            changes[at] = wider;
        }
    }
}

/// A change widened to a longer phrase that holds it, within kept words, if the final has what is preferred to it.
fn wider(change: &Change, room: Range<usize>, context: &Context) -> Option<Change> {
    let house_style = &context.lexicon.kinds.house_style;
    let own = &change.draft_tokens;
    let starts = |length: usize| own.end.saturating_sub(length).max(room.start)..=own.start;
    let form = |at: usize| context.vocabulary.form(context.draft.tokens[at].folded);
    let mut phrases = (own.len() + 1..=house_style.longest())
        .flat_map(|length| starts(length).map(move |start| start..start + length))
        .filter(|phrase| phrase.end <= room.end && house_style.may_begin(form(phrase.start), form(phrase.start + 1)));
    let mut said = String::new();
    let preferred = |draft: Range<usize>| {
        write_words(&mut said, context.draft, &draft, context);
        let preferred = house_style.get(&said)?;
        let start = change.final_tokens.start.checked_sub(own.start - draft.start)?;
        let r#final = start..change.final_tokens.end + draft.end - own.end;
        let is_preferred =
            r#final.end <= context.r#final.tokens.len() && words(context.r#final, &r#final, context) == preferred;
        is_preferred.then(|| Change::of_tokens(change.units[0], draft, r#final, context))
    };
    phrases.find_map(preferred)
}

/// Folded words and marks, parted by one space.
pub(super) fn words(side: &Article, tokens: &Range<usize>, context: &Context) -> String {
    let mut words = String::new();
    write_words(&mut words, side, tokens, context);
    words
}

/// The same, in place of what was written before.
fn write_words(words: &mut String, side: &Article, tokens: &Range<usize>, context: &Context) {
    words.clear();
    for token in &side.tokens[tokens.clone()] {
        words.push_str(if words.is_empty() { "" } else { " " });
        words.push_str(context.vocabulary.form(token.folded));
    }
}
