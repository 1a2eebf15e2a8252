//! Ends of a changed run that correspond, or that only one side has.

use std::ops::Range;

use super::cuts::is_date;
use super::joins::words;
use super::terms::Sides;
use super::{Context, rules};
use crate::article::Article;
use crate::text::{Span, is_quotation_mark};

/// A term of the desk's table and what it prefers.
pub(super) fn term_ends(sides: &Sides, context: &Context) -> Vec<Sides> {
    /// No term has more words.
    const LONGEST: usize = 5;
    let (draft, r#final) = sides;
    let house_style = &context.lexicon.kinds.house_style;
    let form = |at: usize| context.vocabulary.form(context.draft.tokens[at].folded);
    let preferred = |term: &Range<usize>| {
        let may_be = term.len() == 1 || house_style.may_begin(form(term.start), form(term.start + 1));
        may_be.then(|| house_style.get(&words(context.draft, term, context))).flatten()
    };
    let mut found = Vec::new();
    for length in (1..=LONGEST.min(draft.len())).rev() {
        for (term, at_head) in [(draft.start..draft.start + length, true), (draft.end - length..draft.end, false)] {
            let Some(wanted) = preferred(&term) else { continue };
            let width = wanted.split_whitespace().count();
            if width == 0 || width > r#final.len() {
                continue;
            }
            let place = if at_head { r#final.start..r#final.start + width } else { r#final.end - width..r#final.end };
            if words(context.r#final, &place, context) == wanted {
                found.push((term, place));
            }
        }
    }
    found
}

/// A name on each side.
pub(super) fn name_ends(sides: &Sides, context: &Context) -> Vec<Sides> {
    let name = |side: &Article, range: &Range<usize>, at_head: bool| -> Option<Range<usize>> {
        let article = at_head && side.text_of(side.tokens[range.start].span).eq_ignore_ascii_case("the");
        let at = if at_head { (range.start + usize::from(article)).min(range.end - 1) } else { range.end - 1 };
        let span = side.tokens[at].span;
        let name = side.names_near(span).find(|name| name.sure && name.span.overlaps(span))?.span;
        // `Celsius` belongs to its degrees.
        if !side.values_in(name).is_empty() {
            return None;
        }
        let own = |&at: &usize| side.tokens[at].span.overlaps(name);
        let (start, end) = (range.clone().find(own)?, range.clone().rev().find(own)? + 1);
        // A part of a name is no name.
        let whole = side.tokens[start].span.start == name.start && name.end <= side.tokens[end - 1].span.end;
        whole.then_some(if at_head { range.start..end } else { start..end })
    };
    let both = |at_head| {
        let (one, two) = (name(context.draft, &sides.0, at_head)?, name(context.r#final, &sides.1, at_head)?);
        // What one side says in a name alone, the other says in a name and other words.
        (one != sides.0 && two != sides.1).then_some((one, two))
    };
    [both(true), both(false)].into_iter().flatten().collect()
}

/// The part of a kept name that only one side has beside other words: `in` became `across South` before `Korea`.
pub(super) fn name_parts(sides: &Sides, context: &Context) -> Vec<Sides> {
    let part = |side: &Article, range: &Range<usize>, at_head: bool| -> Range<usize> {
        let none = if at_head { range.start..range.start } else { range.end..range.end };
        let span = side.tokens[if at_head { range.start } else { range.end - 1 }].span;
        let goes_on = |name: Span| if at_head { name.start < span.start } else { name.end > span.end };
        let name = side.names_near(span).find(|name| name.sure && name.span.overlaps(span) && goes_on(name.span));
        let Some(name) = name else { return none };
        let own = |at: &usize| side.tokens[*at].span.overlaps(name.span);
        match at_head {
            true => range.start..range.start + range.clone().take_while(own).count(),
            false => range.end - range.clone().rev().take_while(own).count()..range.end,
        }
    };
    let both = |at_head| {
        let (one, two) = (part(context.draft, &sides.0, at_head), part(context.r#final, &sides.1, at_head));
        let rest = one.len() < sides.0.len() && two.len() < sides.1.len();
        (one.is_empty() != two.is_empty() && rest).then_some((one, two))
    };
    [both(true), both(false)].into_iter().flatten().collect()
}

/// What opens a sentence on one side only, with its comma: a word that links sentences, or a day.
pub(super) fn opening_ends(sides: &Sides, context: &Context) -> Option<Sides> {
    let opening = |side: &Article, range: &Range<usize>| -> Option<Range<usize>> {
        let comma = range.clone().find(|&at| side.text_of(side.tokens[at].span) == ",")?;
        let opens = side.is_initial(range.start) && comma > range.start && comma + 1 < range.end;
        let own = range.start..comma;
        let linking = || context.lexicon.kinds.connectives.contains(&words(side, &own, context));
        let dated = || is_date(side, side.tokens[own.start].span.hull(side.tokens[own.end - 1].span));
        (opens && (linking() || dated())).then_some(range.start..comma + 1)
    };
    match (opening(context.draft, &sides.0), opening(context.r#final, &sides.1)) {
        (Some(one), None) => Some((one, sides.1.start..sides.1.start)),
        (None, Some(two)) => Some((sides.0.start..sides.0.start, two)),
        _ => None,
    }
}

/// What one side has between two commas or dashes beside other words.
pub(super) fn delimited_ends(sides: &Sides, context: &Context) -> Option<Sides> {
    let mark = |side: &Article, at: usize| {
        let text = side.text_of(side.tokens[at].span);
        matches!(text, "," | "—" | "–").then(|| text.to_owned())
    };
    let marked = |side: &Article, range: &Range<usize>| range.clone().any(|at| mark(side, at).is_some());
    let delimited = |side: &Article, range: &Range<usize>| {
        let opened = mark(side, range.start)?;
        let closed = (range.start + 1..range.end).find(|&at| mark(side, at).as_ref() == Some(&opened))?;
        (closed + 1 < range.end && closed > range.start + 2).then_some(range.start..closed + 1)
    };
    match (marked(context.draft, &sides.0), marked(context.r#final, &sides.1)) {
        (true, false) => Some((delimited(context.draft, &sides.0)?, sides.1.start..sides.1.start)),
        (false, true) => Some((sides.0.start..sides.0.start, delimited(context.r#final, &sides.1)?)),
        _ => None,
    }
}

/// Initials and what they stand for.
pub(super) fn initials_ends(sides: &Sides, context: &Context) -> Vec<Sides> {
    /// Names with more words are left alone.
    const LONGEST: usize = 8;
    let mut found = Vec::new();
    let text = |side: &'_ Article, range: &Range<usize>| {
        side.text[side.tokens[range.start].span.start..side.tokens[range.end - 1].span.end].to_owned()
    };
    let mut search = |short: (&Article, &Range<usize>), long: (&Article, &Range<usize>), turned: bool| {
        for at_head in [true, false] {
            let one = if at_head { short.1.start..short.1.start + 1 } else { short.1.end - 1..short.1.end };
            let written = text(short.0, &one);
            // `PM` is a time of day.
            if !rules::is_acronym(&written) || !short.0.values_in(short.0.tokens[one.start].span).is_empty() {
                continue;
            }
            let place = |length: usize| match at_head {
                true => long.1.start..long.1.start + length,
                false => long.1.end - length..long.1.end,
            };
            let lengths = (2..=LONGEST.min(long.1.len())).rev().map(place);
            if let Some(two) = lengths.into_iter().find(|two| rules::is_initials(&written, &text(long.0, two))) {
                found.push(if turned { (two, one) } else { (one, two) });
            }
        }
    };
    search((context.draft, &sides.0), (context.r#final, &sides.1), false);
    search((context.r#final, &sides.1), (context.draft, &sides.0), true);
    found
}

/// Marks of emphasis, of quotation or of a bracket's end that only one side has beside other words.
pub(super) fn mark_ends(sides: &Sides, context: &Context) -> Vec<Sides> {
    let marks = |side: &Article, range: &Range<usize>| {
        let is_mark = |at: &usize| {
            let text = side.text_of(side.tokens[*at].span);
            text.chars().all(|c| matches!(c, '*' | '_' | '`' | ')') || is_quotation_mark(c) && c != '\'' && c != '’')
        };
        let is = |at: usize, mark: &str| side.text_of(side.tokens[at].span) == mark;
        // The address of a link, or a tag.
        let up_to = |close: &str| (range.clone().take_while(|&at| !is(at, close)).count() + 1).min(range.len());
        let head = match () {
            _ if is(range.start, "]") => up_to(")"),
            _ if is(range.start, "<") => up_to(">"),
            _ => range.clone().take_while(is_mark).count(),
        };
        let tail = range.clone().rev().take_while(is_mark).count();
        [range.start..range.start + head, range.end - tail..range.end]
    };
    let (draft, r#final) = (marks(context.draft, &sides.0), marks(context.r#final, &sides.1));
    let words = |range: &Range<usize>, mark: &Range<usize>| mark.len() < range.len();
    let ends = draft.into_iter().zip(r#final).filter(|(one, two)| one.is_empty() != two.is_empty());
    ends.filter(|(one, two)| words(&sides.0, one) && words(&sides.1, two)).collect()
}
