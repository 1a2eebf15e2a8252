//! What changed within a unit, cut and joined as an editor would draw it.

use std::ops::Range;

use super::change::Change;
use super::context::Context;
use super::cuts::is_date;
use super::pairing::{Pair, is_alike, pairs};
use super::{Form, cuts, joins, reported, rules, terms};
use crate::article::{Article, Region};
use crate::compare::{Hunk, Op, Unit};
use crate::text::value::{Relation, relate};
use crate::text::word::{is_auxiliary, same_lemma};
use crate::text::{Span, Token};

/// The changes of one unit in order. `first` is the index of its first hunk.
pub(super) fn changes(index: usize, unit: &Unit, hunks: &[Hunk], first: usize, context: &Context) -> Vec<Change> {
    let ranges = (context.draft.token_range(unit.draft.clone()), context.r#final.token_range(unit.r#final.clone()));
    let kept = pairs(ranges.0.clone(), ranges.1.clone(), context).unwrap_or_else(|| untouched(&ranges, hunks));
    let mut changes = between(index, &ranges, &kept, context);
    changes = joins::join_bodies(join_touching(changes, context), context);
    changes = joins::join_around_commas(changes, unit, context);
    mark_boundaries(&mut changes, unit, context);
    changes = cuts::cut_brackets(cuts::cut_at_commas(changes, context), context);
    changes = terms::cut(changes, context);
    cuts::give_auxiliaries(&mut changes, context);
    cuts::give_prepositions(&mut changes, context);
    changes = joins::join_pairs(changes, context);
    changes = reported::join(changes, index, unit, context);
    changes = join_rewrites(changes, context);
    joins::take_in_phrases(&mut changes, &ranges, context);
    if is_disclosure(unit, context) {
        let whole = Change::whole(index, unit, context);
        // With all words of the line goes its full stop.
        let all = |own: &Range<usize>, whole: &Range<usize>| own.start == whole.start && own.end + 1 >= whole.end;
        let anew = |change: &Change| {
            rules::is_rewrite(change, context)
                || all(&change.draft_tokens, &whole.draft_tokens) && all(&change.final_tokens, &whole.final_tokens)
        };
        if changes.len() > 1 || changes.iter().any(anew) {
            changes = vec![whole];
        }
    }
    changes.extend(blanks(index, hunks, context));
    // In texts of two languages the same words may be cut into other tokens.
    let same = |change: &Change| context.draft.text_of(change.draft) == context.r#final.text_of(change.r#final);
    changes.retain(|change| change.given.is_some() || !same(change) && !is_shared_stop(change, context));
    changes.sort_by_key(|change| (change.draft.start, change.r#final.start));
    for change in &mut changes {
        // Hunks are in order on both sides.
        let start = hunks
            .partition_point(|hunk| hunk.draft.end < change.draft.start || hunk.r#final.end < change.r#final.start);
        let end = hunks
            .partition_point(|hunk| hunk.draft.start <= change.draft.end && hunk.r#final.start <= change.r#final.end);
        change.hunks = (first + start..first + end.max(start)).collect();
    }
    changes
}

/// The pairs that the exact diff left alone, for units too long to be weighed.
fn untouched(ranges: &(Range<usize>, Range<usize>), hunks: &[Hunk]) -> Vec<Pair> {
    let mut pairs = Vec::new();
    let (mut draft, mut r#final) = (ranges.0.start, ranges.1.start);
    let end = (ranges.0.end..ranges.0.end, ranges.1.end..ranges.1.end);
    let ends = hunks.iter().map(|hunk| (hunk.draft_tokens.clone(), hunk.final_tokens.clone())).chain([end]);
    for (from, to) in ends {
        pairs.extend(
            (draft..from.start)
                .zip(r#final..to.start)
                .map(|(one, two)| Pair { draft: one..one + 1, r#final: two..two + 1 }),
        );
        (draft, r#final) = (from.end, to.end);
    }
    pairs
}

/// What stands between kept pairs, and the pairs that are written differently.
fn between(index: usize, ranges: &(Range<usize>, Range<usize>), kept: &[Pair], context: &Context) -> Vec<Change> {
    let mut changes = Vec::new();
    let mut at = (ranges.0.start, ranges.1.start);
    let end = Pair { draft: ranges.0.end..ranges.0.end, r#final: ranges.1.end..ranges.1.end };
    for pair in kept.iter().chain([&end]) {
        if at.0 < pair.draft.start || at.1 < pair.r#final.start {
            changes.push(Change::of_tokens(index, at.0..pair.draft.start, at.1..pair.r#final.start, context));
        }
        changes.extend(written_differently(index, pair, context));
        at = (pair.draft.end, pair.r#final.end);
    }
    changes
}

/// A kept pair whose sides are not equal to the letter: another case, another mark, another value.
fn written_differently(index: usize, pair: &Pair, context: &Context) -> Option<Change> {
    let (one, two) = (&context.draft.tokens[pair.draft.clone()], &context.r#final.tokens[pair.r#final.clone()]);
    let same = |(one, two): &(&Token, &Token)| one.exact == two.exact;
    let head = one.iter().zip(two).take_while(same).count();
    if head == one.len() && head == two.len() {
        return None;
    }
    // A word that became the first of its sentence, or ceased to be, has its capital from there.
    let initial = |side: &Article, tokens: &Range<usize>| !tokens.is_empty() && side.is_initial(tokens.start);
    if folded_equal(pair, context) && initial(context.draft, &pair.draft) != initial(context.r#final, &pair.r#final) {
        return None;
    }
    let tail = one[head..].iter().rev().zip(two[head..].iter().rev()).take_while(same).count();
    let draft = pair.draft.start + head..pair.draft.end - tail;
    let r#final = pair.r#final.start + head..pair.r#final.end - tail;
    Some(Change::of_tokens(index, draft, r#final, context))
}

/// A full stop that an abbreviation of the other side ends in: `9:00 PM.` and `9 p.m.`.
fn is_shared_stop(change: &Change, context: &Context) -> bool {
    let ends_in_stop = |side: &Article, at: usize| {
        let last = at.checked_sub(1).and_then(|before| side.tokens.get(before));
        last.is_some_and(|token| token.is_word() && side.text_of(token.span).ends_with('.'))
    };
    match (context.draft.text_of(change.draft), context.r#final.text_of(change.r#final)) {
        (".", "") => ends_in_stop(context.r#final, change.final_tokens.start),
        ("", ".") => ends_in_stop(context.draft, change.draft_tokens.start),
        _ => false,
    }
}

fn folded_equal(pair: &Pair, context: &Context) -> bool {
    let (one, two) = (&context.draft.tokens[pair.draft.clone()], &context.r#final.tokens[pair.r#final.clone()]);
    one.iter().map(|token| token.folded).eq(two.iter().map(|token| token.folded))
}

/// Words put in or taken out beside another form of a word belong to it: `has` and `become` to `became`.
fn join_touching(changes: Vec<Change>, context: &Context) -> Vec<Change> {
    let mut joined: Vec<Change> = Vec::with_capacity(changes.len());
    for change in changes {
        let touches = |last: &Change| {
            last.draft_tokens.end == change.draft_tokens.start && last.final_tokens.end == change.final_tokens.start
        };
        let one_sided = |change: &Change| {
            let words = |side: &Article, range: &Range<usize>| side.tokens[range.clone()].iter().all(Token::is_word);
            change.draft_tokens.is_empty() != change.final_tokens.is_empty()
                && words(context.draft, &change.draft_tokens)
                && words(context.r#final, &change.final_tokens)
        };
        match joined.last_mut() {
            Some(last)
                if touches(last)
                    && (one_sided(last)
                        && (is_other_form(&change, context) || is_article_of_name(last, &change, context))
                        || is_same_name(last, &change, context)
                        || is_one_time(last, &change, context)
                        || is_recased(last, context) && is_recased(&change, context)
                        || is_auxiliaries(last, context) && is_inflected(&change, context)
                        || one_sided(&change)
                            && (is_other_form(last, context) || is_of_name(last, &change, context))) =>
            {
                *last = join(last, &change, context);
            }
            _ => joined.push(change),
        }
    }
    joined
}

/// The rest of a name of which a word has another form: `North's` and `North Korean`.
fn is_of_name(last: &Change, change: &Change, context: &Context) -> bool {
    let capital = |text: &str| text.is_empty() || text.split(' ').all(|word| word.starts_with(char::is_uppercase));
    [last, change]
        .iter()
        .all(|part| capital(context.draft.text_of(part.draft)) && capital(context.r#final.text_of(part.r#final)))
}

/// Auxiliaries on both sides: `is` and `has` before `writing` and `written`.
fn is_auxiliaries(change: &Change, context: &Context) -> bool {
    let all = |side: &Article, range: &Range<usize>| {
        let form = |token: &Token| context.vocabulary.form(token.folded);
        side.tokens[range.clone()].iter().all(|token| is_auxiliary(form(token)))
    };
    all(context.draft, &change.draft_tokens) && all(context.r#final, &change.final_tokens)
}

/// One verb in two forms.
fn is_inflected(change: &Change, context: &Context) -> bool {
    is_other_form(change, context)
        && same_lemma(context.draft.text_of(change.draft), context.r#final.text_of(change.r#final))
}

/// Two words of one name.
fn is_same_name(last: &Change, change: &Change, context: &Context) -> bool {
    let both = |side: &Article, one: Span, two: Span| {
        !one.is_empty()
            && !two.is_empty()
            && side.names_near(one).any(|name| name.sure && name.span.contains(one) && name.span.contains(two))
    };
    both(context.draft, last.draft, change.draft) && both(context.r#final, last.r#final, change.r#final)
}

/// Two parts of one time or range: `late this month` and `early next month`, `'80s` and `1980s`, `5-6 dollars` and `5 to 6
/// dollars`.
fn is_one_time(last: &Change, change: &Change, context: &Context) -> bool {
    let stage = |side: &Article, span: Span| rules::is_stage(&side.text_of(span).to_lowercase());
    let date = |change: &Change| is_date(context.draft, change.draft) && is_date(context.r#final, change.r#final);
    if stage(context.draft, last.draft) && stage(context.r#final, last.r#final) && date(change) {
        return true;
    }
    let whole = join(last, change, context);
    rules::is_period(&whole, context) || is_range(last, &whole, context)
}

/// Two values in one token of the first part, and the same two altogether.
fn is_range(last: &Change, whole: &Change, context: &Context) -> bool {
    let values = |draft: Span, r#final: Span| (context.draft.values_in(draft), context.r#final.values_in(r#final));
    let (one, two) = values(last.draft, last.r#final);
    let one_token = one.len() == 2 && last.draft_tokens.len() == 1 || two.len() == 2 && last.final_tokens.len() == 1;
    let (one, two) = values(whole.draft, whole.r#final);
    let same = || one.iter().zip(two).all(|(one, two)| relate(&one.quantity, &two.quantity) == Relation::Equal);
    one_token && one.len() == 2 && two.len() == 2 && same()
}

/// The same words with other capitals.
fn is_recased(change: &Change, context: &Context) -> bool {
    let (one, two) = (context.draft.text_of(change.draft), context.r#final.text_of(change.r#final));
    !one.is_empty() && one != two && one.to_lowercase() == two.to_lowercase()
}

/// `the` before a name that gave way to a name without it: `the Senate` and `Parliament`.
fn is_article_of_name(last: &Change, change: &Change, context: &Context) -> bool {
    let text = |change: &Change| [context.draft.text_of(change.draft), context.r#final.text_of(change.r#final)];
    let article = text(last).concat();
    article.eq_ignore_ascii_case("the") && text(change).iter().all(|name| name.starts_with(char::is_uppercase))
}

/// One lower-case word on each side, alike: not a name, a number or a mark.
pub(super) fn is_other_form(change: &Change, context: &Context) -> bool {
    let word = |text: &str| text.chars().all(|c| c.is_lowercase() || c == '\'');
    let texts = (context.draft.text_of(change.draft), context.r#final.text_of(change.r#final));
    let one_each = change.draft_tokens.len() == 1 && change.final_tokens.len() == 1;
    one_each && word(texts.0) && word(texts.1) && (is_alike(texts.0, texts.1) || same_lemma(texts.0, texts.1))
}

/// The changes that hold the end of a sentence which only one side has.
fn mark_boundaries(changes: &mut Vec<Change>, unit: &Unit, context: &Context) {
    const MOST_CONTENT: usize = 2;
    let (form, article, sentences) = match unit.op {
        Op::Split => (Form::Split, context.r#final, unit.r#final.clone()),
        Op::Merge => (Form::Merge, context.draft, unit.draft.clone()),
        _ => return,
    };
    for sentence in sentences.skip(1) {
        let boundary = article.sentences[sentence].tokens.start;
        let holds = |tokens: &Range<usize>| !tokens.is_empty() && tokens.start <= boundary && boundary <= tokens.end;
        let found = changes.iter().position(|change| match form {
            Form::Split => holds(&change.final_tokens),
            _ => holds(&change.draft_tokens),
        });
        if let Some(at) = found {
            if let Some((mark, rest)) = terms::cut_boundary(&changes[at], unit.op, boundary, context) {
                changes.splice(at..=at, [mark, rest]);
            }
            let change = &mut changes[at];
            let content = |article: &Article, tokens: &Range<usize>| context.content(&article.tokens[tokens.clone()]);
            let most = content(context.draft, &change.draft_tokens).max(content(context.r#final, &change.final_tokens));
            // A number that became a word at the beginning of a sentence is no boundary.
            let values = !context.draft.values_in(change.draft).is_empty()
                && !context.r#final.values_in(change.r#final).is_empty()
                && !change.draft.is_empty()
                && !change.r#final.is_empty();
            if most <= MOST_CONTENT && !values {
                change.given = Some(form);
            }
        }
    }
}

/// Changes of one passage of which too little survives are one rewrite.
fn join_rewrites(changes: Vec<Change>, context: &Context) -> Vec<Change> {
    /// A passage has no more changes than this.
    const REACH: usize = 12;
    /// A part with more words of content is no small one.
    const SMALL: usize = 2;
    let is_small = |change: &Change| {
        context.content(&context.draft.tokens[change.draft_tokens.clone()]) <= SMALL
            && context.content(&context.r#final.tokens[change.final_tokens.clone()]) <= SMALL
    };
    let mut joined: Vec<Change> = Vec::with_capacity(changes.len());
    for change in changes {
        let mut whole = change;
        // As far back as the passage still counts as written anew.
        let mut reach = None;
        let mut candidate = whole.clone();
        // A word for a word, and hardly more, is no passage written anew.
        let (mut parts, mut exchanged, mut small) = (1, usize::from(is_one_each(&whole)), is_small(&whole));
        for (at, earlier) in joined.iter().enumerate().rev().take(REACH) {
            if earlier.given.is_some() || candidate.given.is_some() || kept_run(earlier, &candidate, context) > 1 {
                break;
            }
            candidate = join(earlier, &candidate, context);
            parts += 1;
            exchanged += usize::from(is_one_each(earlier));
            small &= is_small(earlier);
            if rules::is_rewrite(&candidate, context)
                && rules::is_gone(&whole, context)
                && rules::is_gone(earlier, context)
                && !(small && parts <= exchanged + 1)
                && ![earlier, &whole].iter().any(|end| rules::is_settled(end, context))
            {
                reach = Some((at, candidate.clone()));
            }
        }
        if let Some((at, candidate)) = reach {
            joined.truncate(at);
            whole = candidate;
        }
        joined.push(whole);
    }
    joined
}

/// A word for a word.
fn is_one_each(change: &Change) -> bool {
    change.draft_tokens.len() == 1 && change.final_tokens.len() == 1
}

/// How many words of content stand between two changes.
fn kept_run(one: &Change, two: &Change, context: &Context) -> usize {
    context.content(&context.draft.tokens[one.draft_tokens.end..two.draft_tokens.start])
}

/// One change from the beginning of the first to the end of the second.
pub(super) fn join(one: &Change, two: &Change, context: &Context) -> Change {
    let draft = one.draft_tokens.start..two.draft_tokens.end;
    let r#final = one.final_tokens.start..two.final_tokens.end;
    Change::of_tokens(one.units[0], draft, r#final, context)
}

fn is_disclosure(unit: &Unit, context: &Context) -> bool {
    let of = |article: &Article, sentences: &Range<usize>| {
        article.sentences[sentences.clone()].iter().any(|sentence| sentence.region == Region::Disclosure)
    };
    of(context.draft, &unit.draft) || of(context.r#final, &unit.r#final)
}

/// Places where only blanks differ. Another way to break lines is none.
fn blanks<'a>(index: usize, hunks: &'a [Hunk], context: &'a Context) -> impl Iterator<Item = Change> + 'a {
    hunks.iter().filter(|hunk| hunk.draft_tokens.is_empty() && hunk.final_tokens.is_empty()).filter_map(move |hunk| {
        let (one, two) = (context.draft.text_of(hunk.draft), context.r#final.text_of(hunk.r#final));
        if one.contains(['\n', '\r']) || two.contains(['\n', '\r']) {
            return None;
        }
        let mut change = Change::of_tokens(index, hunk.draft_tokens.clone(), hunk.final_tokens.clone(), context);
        (change.draft, change.r#final) = (hunk.draft, hunk.r#final);
        Some(change)
    })
}
