//! Which tokens of a unit stayed, weighed by what they say.
//!
//! The exact diff keeps every token that it can. An editor sees a kept word only where it means something: the programme
//! here pays for each interruption, so that a single `the` inside a rewritten clause is not worth keeping, and pairs the
//! values of both sides, each taken as one piece.

use std::borrow::Cow;
use std::ops::Range;

use super::Context;
use super::context::Lists;
use crate::article::Article;
use crate::text::value::{Quantity, Relation, relate};
use crate::text::word::lemma;
use crate::text::{Class, Id, Span, Token};

/// A pair of token ranges that correspond: one token each, or a value each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Pair {
    pub(super) draft: Range<usize>,
    pub(super) r#final: Range<usize>,
}

/// A token, or the tokens of a value.
struct Item<'a> {
    tokens: Range<usize>,
    written: &'a [Token],
    /// The folded form of its first token.
    first: Id,
    /// The index of the value, if it is one.
    value: Option<usize>,
    worth: f32,
    /// What it can correspond by, beside its form.
    cues: Cues<'a>,
}

/// What a word can correspond by, beside its form.
#[derive(Default)]
struct Cues<'a> {
    /// The folded word.
    word: &'a str,
    lists: Lists,
    /// Which word of a name it is, and of how many.
    name: Option<(usize, usize)>,
    /// What a word of content is a form of.
    lemma: Option<Cow<'a, str>>,
    /// Two items of which no bit is the same have no cue in common.
    sieve: u64,
}

impl Item<'_> {
    /// The folded form of a single token.
    fn single(&self) -> Option<Id> {
        match self.written {
            [token] => Some(token.folded),
            _ => None,
        }
    }

    fn is_equal(&self, other: &Item) -> bool {
        let folded = |item: &Self| item.written.iter().map(|token| token.folded);
        // Nearly all differ in the first word.
        self.first == other.first && folded(self).eq(other.written.iter().map(|token| token.folded))
    }
}

/// The bit of the sieve that all values have.
const VALUE: u64 = 1 << 63;

impl<'a> Cues<'a> {
    fn of(token: &Token, is_content: bool, needs_lemma: bool, side: &Article, context: &Context<'a>) -> Self {
        let word = context.vocabulary.form(token.folded);
        let mut cues = Cues {
            word,
            lists: context.lists_of(token.folded),
            name: place_in_name(side, token),
            lemma: (is_content && needs_lemma).then(|| lemma(word)),
            sieve: 0,
        };
        cues.sieve = cues.bits();
        cues
    }

    /// A bit for the first letter of a word that others can be like, and of its lemma; one for each list, and one for the
    /// place in a name.
    fn bits(&self) -> u64 {
        const LISTS: u32 = 32;
        const NAMES: u32 = 40;
        let letter = |text: &str| text.bytes().next().map_or(0, |byte| 1 << (byte % 32));
        let alike = if self.word.len() >= SHORTEST_ALIKE { letter(self.word) } else { 0 };
        let same = self.lemma.as_deref().map_or(0, letter);
        let Lists { pronoun, reporting, certainty, contrast, .. } = self.lists;
        let lists = [pronoun, reporting, certainty, contrast].into_iter().zip(LISTS..);
        let lists = lists.map(|(is_in, bit)| u64::from(is_in) << bit).sum::<u64>();
        alike | same | lists | self.name.map_or(0, |(place, words)| 1 << (NAMES + ((place + 3 * words) % 16) as u32))
    }

    /// Two pronouns, two verbs of attribution, two modal verbs, two words of one contrast.
    fn meet(&self, other: &Cues, context: &Context) -> bool {
        let (one, two) = (self.lists, other.lists);
        let words = &context.lexicon.kinds;
        one.pronoun && two.pronoun
            || one.reporting && two.reporting
            || one.certainty && two.certainty
            || one.contrast && two.contrast && words.are_opposed(self.word, other.word)
    }
}

/// What a kept number or word of content is worth.
const CONTENT: f32 = 3.0;
/// What a kept date is worth: of two phrases that changed places, the one that says when is the one that moved.
const DATE: f32 = 2.9;
/// What a kept word of grammar is worth.
const GRAMMAR: f32 = 1.0;
/// What a kept mark is worth.
const MARK: f32 = 0.6;
/// What an interruption costs.
const INTERRUPTION: f32 = 1.2;

/// More pairs of tokens than this are not weighed; the exact diff stands as it is.
const MOST_CELLS: usize = 1_000_000;

/// The corresponding tokens of two ranges, in order; `None` where the ranges are too long.
pub(super) fn pairs(draft: Range<usize>, r#final: Range<usize>, context: &Context) -> Option<Vec<Pair>> {
    if draft.len().saturating_mul(r#final.len()) > MOST_CELLS {
        return None;
    }
    let (mut one, mut two) = (items(context.draft, draft, context), items(context.r#final, r#final, context));
    let pair = |one: &Item, two: &Item| Pair { draft: one.tokens.clone(), r#final: two.tokens.clone() };
    /// `of the` before `spouses of the`: so many items before a difference may as well stand behind it.
    const UNDECIDED: usize = 4;
    // Equal ends correspond: to keep them interrupts nothing.
    let tail = one.iter().rev().zip(two.iter().rev()).take_while(|(one, two)| one.is_equal(two)).count();
    let head = one[..one.len() - tail].iter().zip(&two[..two.len() - tail]);
    let head = head.take_while(|(one, two)| one.is_equal(two)).count().saturating_sub(UNDECIDED);
    let middle = (head..one.len() - tail, head..two.len() - tail);
    if !middle.0.is_empty() && !middle.1.is_empty() {
        let (from, to) = (words(&one), words(&two));
        read_cues(&mut one[middle.0.clone()], context.draft, &to, context);
        read_cues(&mut two[middle.1.clone()], context.r#final, &from, context);
    }
    let (from, to) = (&one[middle.0.clone()], &two[middle.1.clone()]);
    let mut pairs: Vec<Pair> = one[..head].iter().zip(&two).map(|(one, two)| pair(one, two)).collect();
    pairs.extend(best(from, to, context).into_iter().map(|(one, two)| pair(&from[one], &to[two])));
    pairs.extend(one[middle.0.end..].iter().zip(&two[middle.1.end..]).map(|(one, two)| pair(one, two)));
    Some(pairs)
}

fn items<'a>(side: &'a Article, range: Range<usize>, context: &Context<'a>) -> Vec<Item<'a>> {
    let tokens = &side.tokens;
    let mut found = Vec::with_capacity(range.len());
    let mut at = range.start;
    let mut value =
        side.values.partition_point(|value| tokens.get(at).is_some_and(|token| value.span.end <= token.span.start));
    while at < range.end {
        // A range such as 5-7 percent is two values in one token; the token goes with the first.
        while side.values.get(value).is_some_and(|value| value.span.start < tokens[at].span.start) {
            value += 1;
        }
        let held = side.values.get(value).filter(|value| value.span.start == tokens[at].span.start);
        let end = match held {
            Some(held) => {
                at + tokens[at..range.end].iter().take_while(|token| token.span.end <= held.span.end).count().max(1)
            }
            None => at + 1,
        };
        found.push(Item {
            tokens: at..end,
            written: &tokens[at..end],
            first: tokens[at].folded,
            value: held.map(|_| value),
            worth: held.map_or_else(|| worth(&tokens[at], context), |held| value_worth(&held.quantity)),
            cues: Cues::default(),
        });
        value += usize::from(held.is_some());
        at = end;
    }
    found
}

/// The single words of a side.
fn words(items: &[Item]) -> Vec<Id> {
    items.iter().filter_map(Item::single).collect()
}

/// Reads what words can correspond by. A word that the other side has as it is needs no other form.
fn read_cues<'a>(items: &mut [Item<'a>], side: &Article, others: &[Id], context: &Context<'a>) {
    for item in items {
        if item.value.is_some() {
            item.cues.sieve = VALUE;
        }
        let ([token], None) = (item.written, item.value) else { continue };
        if !token.is_word() {
            continue;
        }
        let needs_lemma = !others.contains(&token.folded);
        item.cues = Cues::of(token, item.worth == CONTENT, needs_lemma, side, context);
    }
}

fn worth(token: &Token, context: &Context) -> f32 {
    match token.class {
        Class::Mark => MARK,
        _ if context.is_content(token) => CONTENT,
        _ => GRAMMAR,
    }
}

fn value_worth(quantity: &Quantity) -> f32 {
    match quantity {
        Quantity::Amount(_) | Quantity::Score(..) | Quantity::Vague(_) => CONTENT,
        Quantity::Date(_) | Quantity::Relative(_) | Quantity::Clock(_) => DATE,
    }
}

/// Which word of a name a token is, and how many words the name has.
fn place_in_name(side: &Article, token: &Token) -> Option<(usize, usize)> {
    let capital = side.text_of(token.span).starts_with(char::is_uppercase);
    let name =
        side.names_near(token.span).filter(|_| capital).find(|name| name.sure && name.span.overlaps(token.span))?;
    let blanks = |text: &str| text.split_whitespace().count();
    let before = Span::new(name.span.start, token.span.start.max(name.span.start));
    Some((blanks(side.text_of(before)), blanks(side.text_of(name.span))))
}

/// What it is worth to let two items correspond.
fn match_worth(one: &Item, two: &Item, context: &Context) -> Option<f32> {
    if one.is_equal(two) {
        return Some(one.worth);
    }
    if one.cues.sieve & two.cues.sieve == 0 {
        return None;
    }
    if let (None, None) = (one.value, two.value) {
        let (one, two, content) = (&one.cues, &two.cues, one.worth == CONTENT);
        return match content && (is_alike(one.word, two.word) || one.lemma.is_some() && one.lemma == two.lemma) {
            true => Some(CONTENT / 2.0),
            false => (one.meet(two, context) || one.name.is_some() && one.name == two.name).then_some(GRAMMAR),
        };
    }
    let (from, to) = (&context.draft.values[one.value?].quantity, &context.r#final.values[two.value?].quantity);
    match relate(from, to) {
        Relation::Equal => Some(CONTENT),
        Relation::Incomparable => None,
        Relation::NumberAndUnit => Some(MARK),
        _ => Some(CONTENT / 2.0),
    }
}

/// Of shorter words none is like another.
const SHORTEST_ALIKE: usize = 4;

/// Two letters apart at most: a typing error, another spelling or another ending of one word.
pub(super) fn is_alike(one: &str, two: &str) -> bool {
    const LONGEST: usize = 40;
    let (least, most) = (one.len().min(two.len()), one.len().max(two.len()));
    let near =
        least >= SHORTEST_ALIKE && most <= LONGEST && most - least <= 2 && one.as_bytes()[0] == two.as_bytes()[0];
    near && strsim::damerau_levenshtein(one, two) <= if least == SHORTEST_ALIKE { 1 } else { 2 }
}

/// The best correspondence, by a programme over both sides with an affine price for interruptions.
fn best(one: &[Item], two: &[Item], context: &Context) -> Vec<(usize, usize)> {
    let width = two.len() + 1;
    let cells = (one.len() + 1) * width;
    // Best score of a cell whose last step kept a pair, and of one whose last step did not.
    let (mut kept, mut broken) = (vec![f32::NEG_INFINITY; cells], vec![f32::NEG_INFINITY; cells]);
    kept[0] = 0.0;
    // No score is undefined, so that a plain comparison does.
    let greater = |one: f32, two: f32| if one > two { one } else { two };
    let opened = |kept: f32, broken: f32| greater(broken, kept - INTERRUPTION);
    for column in 1..width {
        broken[column] = opened(kept[column - 1], broken[column - 1]);
    }
    for (above, item) in (0..cells).step_by(width).zip(one) {
        let (kept_above, kept) = kept[above..above + 2 * width].split_at_mut(width);
        let (broken_above, broken) = broken[above..above + 2 * width].split_at_mut(width);
        broken[0] = opened(kept_above[0], broken_above[0]);
        for (before, other) in two.iter().enumerate() {
            let left = opened(kept[before], broken[before]);
            broken[before + 1] = greater(left, opened(kept_above[before + 1], broken_above[before + 1]));
            if let Some(worth) = match_worth(item, other, context) {
                kept[before + 1] = greater(kept_above[before], broken_above[before]) + worth;
            }
        }
    }
    let mut pairs = Vec::new();
    let (mut row, mut column) = (one.len(), two.len());
    let mut in_pair = kept[cells - 1] >= broken[cells - 1];
    while row > 0 || column > 0 {
        let here = row * width + column;
        if in_pair {
            pairs.push((row - 1, column - 1));
            (row, column) = (row - 1, column - 1);
            let before = row * width + column;
            in_pair = kept[before] >= broken[before];
        } else {
            let up = row > 0 && (column == 0 || broken[here] == opened(kept[here - width], broken[here - width]));
            let before = if up { here - width } else { here - 1 };
            (row, column) = if up { (row - 1, column) } else { (row, column - 1) };
            in_pair = kept[before] - INTERRUPTION >= broken[before];
        }
    }
    pairs.reverse();
    pairs
}
