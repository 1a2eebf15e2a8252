//! Which tokens of a unit stayed, weighed by what they say.
//!
//! The exact diff keeps every token that it can. An editor sees a kept word only where it means something: the programme
//! here pays for each interruption, so that a single `the` inside a rewritten clause is not worth keeping, and pairs the
//! values of both sides, each taken as one piece.

use std::borrow::Cow;
use std::ops::Range;

use rustc_hash::FxHashSet;

use super::Context;
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
    /// Which word of a name it is, and of how many.
    name: Option<(usize, usize)>,
    /// What a word of content is a form of.
    lemma: Option<Cow<'a, str>>,
    tables: Tables<'a>,
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
        self.written[0].folded == other.written[0].folded
            && folded(self).eq(other.written.iter().map(|token| token.folded))
    }
}

/// Which lists of cues a word is in.
#[derive(Default)]
struct Tables<'a> {
    pronoun: bool,
    reporting: bool,
    certainty: bool,
    /// The contrasts that it is of, on either side.
    contrasts: Option<Contrasts<'a>>,
}

/// The contrasts that a word is of: up to two of which it is the first side, and of which it is the other.
type Contrasts<'a> = [[Option<&'a str>; 2]; 2];

impl<'a> Tables<'a> {
    fn of(word: &str, context: &Context<'a>) -> Self {
        let words = &context.lexicon.kinds;
        fn two<'a>(mut names: impl Iterator<Item = &'a str>) -> [Option<&'a str>; 2] {
            [names.next(), names.next()]
        }
        Tables {
            pronoun: words.pronouns.get(word).is_some(),
            reporting: words.reporting_neutral.contains(word) || words.reporting_loaded.contains(word),
            certainty: words.certainty.contains(word),
            contrasts: Some([two(words.direction.holding(word)), two(words.opposite.holding(word))])
                .filter(|sides| sides.iter().flatten().any(Option::is_some)),
        }
    }

    /// Two pronouns, two verbs of attribution, two modal verbs, two words of one contrast.
    fn meet(&self, other: &Tables) -> bool {
        let crossed = |one: Option<Contrasts>, two: Option<Contrasts>| {
            let (Some(one), Some(two)) = (one, two) else { return false };
            let meet = |from: usize, to: usize| one[from].iter().flatten().any(|name| two[to].contains(&Some(name)));
            meet(0, 1) || meet(1, 0)
        };
        self.pronoun && other.pronoun
            || self.reporting && other.reporting
            || self.certainty && other.certainty
            || crossed(self.contrasts, other.contrasts)
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
fn words(items: &[Item]) -> FxHashSet<Id> {
    items.iter().filter_map(Item::single).collect()
}

/// Reads what words can correspond by. A word that the other side has as it is needs no other form.
fn read_cues<'a>(items: &mut [Item<'a>], side: &Article, others: &FxHashSet<Id>, context: &Context<'a>) {
    for item in items {
        let ([token], None) = (item.written, item.value) else { continue };
        if !token.is_word() {
            continue;
        }
        let word = context.vocabulary.form(token.folded);
        item.cues = Cues {
            word,
            name: place_in_name(side, token),
            lemma: (item.worth == CONTENT && !others.contains(&token.folded)).then(|| lemma(word)),
            tables: Tables::of(word, context),
        };
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
    if let (None, None) = (one.value, two.value) {
        let (one, two, content) = (&one.cues, &two.cues, one.worth == CONTENT);
        return match content && (is_alike(one.word, two.word) || one.lemma.is_some() && one.lemma == two.lemma) {
            true => Some(CONTENT / 2.0),
            false => (one.tables.meet(&two.tables) || one.name.is_some() && one.name == two.name).then_some(GRAMMAR),
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

/// Two letters apart at most: a typing error, another spelling or another ending of one word.
pub(super) fn is_alike(one: &str, two: &str) -> bool {
    const SHORTEST: usize = 4;
    const LONGEST: usize = 40;
    let (least, most) = (one.len().min(two.len()), one.len().max(two.len()));
    let near = least >= SHORTEST && most <= LONGEST && most - least <= 2 && one.as_bytes()[0] == two.as_bytes()[0];
    near && strsim::damerau_levenshtein(one, two) <= if least == SHORTEST { 1 } else { 2 }
}

/// The best correspondence, by a programme over both sides with an affine price for interruptions.
fn best(one: &[Item], two: &[Item], context: &Context) -> Vec<(usize, usize)> {
    let width = two.len() + 1;
    let cells = (one.len() + 1) * width;
    // Best score of a cell whose last step kept a pair, and of one whose last step did not.
    let (mut kept, mut broken) = (vec![f32::NEG_INFINITY; cells], vec![f32::NEG_INFINITY; cells]);
    kept[0] = 0.0;
    let opened = |kept: &[f32], broken: &[f32], at: usize| broken[at].max(kept[at] - INTERRUPTION);
    for row in 0..=one.len() {
        for column in 0..=two.len() {
            let here = row * width + column;
            if row > 0 {
                broken[here] = opened(&kept, &broken, here - width);
            }
            if column > 0 {
                broken[here] = broken[here].max(opened(&kept, &broken, here - 1));
            }
            if row > 0
                && column > 0
                && let Some(worth) = match_worth(&one[row - 1], &two[column - 1], context)
            {
                kept[here] = kept[here - width - 1].max(broken[here - width - 1]) + worth;
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
            let up = row > 0 && (column == 0 || broken[here] == opened(&kept, &broken, here - width));
            let before = if up { here - width } else { here - 1 };
            (row, column) = if up { (row - 1, column) } else { (row, column - 1) };
            in_pair = kept[before] - INTERRUPTION >= broken[before];
        }
    }
    pairs.reverse();
    pairs
}
