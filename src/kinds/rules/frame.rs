use super::{Reason, View};
use crate::article::{Article, Region};
use crate::kinds::Kind;
use crate::text::{Span, fold};

/// The regions of the sides that hold words.
fn regions(view: &View) -> [Option<Region>; 2] {
    let (draft, r#final) = (view.change.draft, view.change.r#final);
    [
        (!draft.is_empty()).then(|| view.context.draft.region_at(draft)).flatten(),
        (!r#final.is_empty()).then(|| view.context.r#final.region_at(r#final)).flatten(),
    ]
}

/// Whether each side that holds words holds them in the frame.
pub(super) fn is_frame(view: &View) -> bool {
    let regions = regions(view);
    regions.iter().any(Option::is_some) && regions.iter().flatten().all(|region| region.is_frame())
}

pub(super) fn disclosure(view: &View) -> Option<(Kind, Reason)> {
    let [draft, r#final] = regions(view).map(|region| region == Some(Region::Disclosure));
    let reason = match (draft, r#final) {
        (false, false) => return None,
        (false, true) => "the line that says that a machine translated came in",
        (true, false) => "the line that says that a machine translated is gone",
        (true, true) => "the line that says that a machine translated was changed",
    };
    Some((Kind::Disclosure, reason.to_owned()))
}

pub(super) fn boilerplate(view: &View) -> Option<(Kind, Reason)> {
    if is_credit_alone(view) {
        return Some((Kind::Boilerplate, "whose picture or report it is".to_owned()));
    }
    let region = regions(view).into_iter().flatten().find(|region| region.is_frame())?;
    Some((Kind::Boilerplate, format!("in the {}", region.name())))
}

/// Whether each side that holds words is a credit, or lies in a line that is one.
fn is_credit_alone(view: &View) -> bool {
    let is_credit = |side: &Article, span: Span| {
        let own = || side.sentence_at(span.start).is_some_and(|at| is_credit(side, side.sentences[at].span, view));
        let (before, behind) = (&side.text[..span.start], &side.text[span.end..]);
        let bracketed = before.ends_with(['[', '(']) && behind.starts_with([']', ')']);
        span.is_empty()
            || is_credit(side, span, view)
            || bracketed && is_credit(side, Span::new(span.start - 1, span.end + 1), view)
            || own()
    };
    is_credit(view.context.draft, view.change.draft) && is_credit(view.context.r#final, view.change.r#final)
}

/// A credit at the end of a line, or on one of its own: `[Photo by Yonhap]`, `(Yonhap)`, `/Yonhap`, `Provided by Haeon`.
fn is_credit(side: &Article, span: Span, view: &View) -> bool {
    let words = &view.context.lexicon.frame;
    let line_end = |c: char| matches!(c, '\n' | '\r');
    let ends = side.text[span.end..].trim_start_matches([' ', '\t', '\u{A0}']).chars().next().is_none_or(line_end);
    let before = side.text[..span.start].trim_end_matches([' ', '\t', '\u{A0}']).chars().next_back();
    let alone = before.is_none_or(line_end);
    let behind_text = before.is_some_and(|c| matches!(c, '.' | '!' | '?' | '"' | '”' | '’' | ')'));
    let text = side.text_of(span);
    let within = |open: char, close: char| text.strip_prefix(open).and_then(|text| text.strip_suffix(close));
    let (square, round) = (within('[', ']'), within('(', ')').filter(|_| alone || behind_text));
    if let (true, Some(inside)) = (ends, square.or(round)) {
        let capitals = inside.chars().any(char::is_alphabetic)
            && !inside.chars().any(|c| c.is_lowercase() || matches!(c, '@' | '?' | '!'));
        return square.is_some() && capitals || words.agencies.contains(&fold(inside)) || is_sourced(inside, view);
    }
    let agency = || text.strip_prefix('/').is_some_and(|agency| words.agencies.contains(&fold(agency.trim())));
    ends && (agency() || (alone || behind_text) && is_sourced(text, view))
}

/// `Photo courtesy of Haeon`: the words of a credit, and who it is.
fn is_sourced(text: &str, view: &View) -> bool {
    /// No source has more words.
    const MOST_WORDS: usize = 6;
    if text.ends_with(['.', ',', ':']) {
        return false;
    }
    let folded = fold(text);
    let words = &view.context.lexicon.frame;
    let leads = words.credit_source.iter().chain(words.credit.iter());
    let begins = |lead: &&str| folded.strip_prefix(*lead).is_some_and(|rest| rest.starts_with(' '));
    let Some(of) = leads.filter(begins).map(|lead| lead.split(' ').count()).max() else { return false };
    let source: Vec<&str> = text.split_whitespace().skip(of).collect();
    let named = |word: &&str| matches!(*word, "of" | "the" | "and" | "via") || !word.starts_with(char::is_lowercase);
    (1..=MOST_WORDS).contains(&source.len()) && source.iter().all(named)
}
