//! Values of a passage that changed places: what was said of the one is said of the other.

use super::{Passage, Text, alike};
use crate::audit::Case;
use crate::text::value::{Amount, Quantity, Value};

/// Two values, by index in their version.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::audit) struct Swap {
    pub(in crate::audit) draft: [usize; 2],
    pub(in crate::audit) r#final: [usize; 2],
}

/// A value further than this from a word does not belong to it, in words.
const REACH: usize = 8;

/// In a passage with more values of one measure than this nobody can tell what belongs to what.
const MOST_VALUES: usize = 12;

/// Nor in a longer passage, in words.
const MOST_WORDS: usize = 300;

/// The values of one measure that both versions of a passage have once, and that stand beside each other's words in the
/// final: `84 ships and 61 crews`, `61 ships and 84 crews`. Words must speak for both values, and none against it.
pub(in crate::audit) fn swaps(passage: &Passage, case: Case) -> Vec<Swap> {
    let texts = [&passage.draft, &passage.r#final];
    let may_hold = |text: &Text| text.words.len() <= MOST_WORDS && text.article.values_in(text.whole()).len() > 1;
    // Of other languages the words of grammar are not known.
    if passage.r#final.article.lang.primary() != "en" || !texts.into_iter().all(may_hold) {
        return Vec::new();
    }
    let (draft, r#final) = (Version::new(&passage.draft, case), Version::new(&passage.r#final, case));
    let shared: Vec<(&Figure, &Figure)> = draft.single().filter_map(|one| Some((one, r#final.only(one)?))).collect();
    if shared.len() < 2 || shared.len() > MOST_VALUES {
        return Vec::new();
    }
    let words = anchors(passage, case);
    let mut found = Vec::new();
    for (at, one) in shared.iter().enumerate() {
        let others = shared[at + 1..].iter().filter(|two| is_of_one_measure(one.0.amount, two.0.amount));
        found.extend(
            others
                .filter(|two| have_swapped([one.0, two.0], [one.1, two.1], &words, (&draft, &r#final)))
                .map(|two| Swap { draft: [one.0.value, two.0.value], r#final: [one.1.value, two.1.value] }),
        );
    }
    found
}

/// Whether the words that both versions have speak for a swap of two values, and none against it. They do where words
/// went over from each value to the other, or where the words kept their order and the values did not.
fn have_swapped(from: [&Figure; 2], to: [&Figure; 2], words: &[(usize, usize)], sides: (&Version, &Version)) -> bool {
    // `25 12 2018`: nothing stands between that could tell.
    if from[0].last.abs_diff(from[1].first) == 1 || from[1].last.abs_diff(from[0].first) == 1 {
        return false;
    }
    // All around stayed as it was.
    let [one, two] = from.map(|place| place.around);
    if one == to[1].around && two == to[0].around && one != two {
        return true;
    }
    let index = |places: [&Figure; 2], value: usize| places.iter().position(|place| place.value == value);
    let mut crossed = [false; 2];
    // Of each value of the draft: where the final has the words beside it.
    let mut beside: [Vec<(usize, usize)>; 2] = Default::default();
    for &(word, other) in words {
        let Some(old) = sides.0.owner(word, from[0]).and_then(|value| index(from, value)) else { continue };
        beside[old].push((word, other));
        match sides.1.owner(other, to[0]).and_then(|value| index(to, value)) {
            Some(new) if old != new => {
                crossed[old] = true;
                // `268 domestic flights`, `49 domestic flights`: right behind, no second word is needed.
                crossed[new] |= word == from[old].last + 1 && other == to[new].last + 1;
            }
            Some(_) if !(is_before(word, from) && is_before(other, to)) => return false,
            _ => {}
        }
    }
    let turned = (from[0].first < from[1].first) != (to[0].first < to[1].first);
    let pairs = || beside[0].iter().flat_map(|one| beside[1].iter().map(move |two| (one, two)));
    let keeps_order = |(one, two): (&(usize, usize), &(usize, usize))| (one.0 < two.0) == (one.1 < two.1);
    let out_of_step = pairs().next().is_some() && pairs().all(|pair| keeps_order(pair) == turned);
    crossed == [true; 2] || out_of_step
}

/// Whether a word stands before both values, as the subject does, whose nearest value is the first, whichever that is.
fn is_before(word: usize, places: [&Figure; 2]) -> bool {
    places.iter().all(|place| word < place.first)
}

/// An amount in a passage, and the words that it takes.
struct Figure<'a> {
    /// By index in its version.
    value: usize,
    amount: Amount,
    first: usize,
    last: usize,
    /// The words before and behind.
    around: [&'a str; 2],
}

/// One version of a passage with its amounts.
struct Version<'a> {
    places: Vec<Figure<'a>>,
    /// How much lies between the first word and each other: a word counts one, what parts two clauses more.
    steps: Vec<usize>,
}

impl<'a> Version<'a> {
    fn new(text: &Text<'a>, case: Case) -> Self {
        let values = &text.article.values;
        let tokens = &text.article.tokens;
        let words = |value: &Value| {
            let first = text.tokens.partition_point(|&at| tokens[at].span.end <= value.span.start);
            let end = text.tokens.partition_point(|&at| tokens[at].span.start < value.span.end);
            (first < end).then(|| (first, end - 1))
        };
        let place = |value: usize| match values[value].quantity {
            Quantity::Amount(amount) => {
                let (first, last) = words(&values[value])?;
                let around = [text.form_before(first), text.words.get(last + 1).copied().unwrap_or_default()];
                Some(Figure { value, amount, first, last, around })
            }
            _ => None,
        };
        let places = text.article.value_range(text.whole()).take(4 * MOST_VALUES).filter_map(place).collect();
        Version { places, steps: steps(text, case) }
    }

    /// The amounts that stand here once.
    fn single(&self) -> impl Iterator<Item = &Figure<'a>> {
        self.places.iter().filter(|one| self.only(one).is_some())
    }

    /// The only amount that says the same.
    fn only(&self, other: &Figure) -> Option<&Figure<'a>> {
        let same =
            |place: &&Figure| (place.amount.number, place.amount.unit) == (other.amount.number, other.amount.unit);
        let mut all = self.places.iter().filter(same);
        all.next().filter(|_| all.next().is_none())
    }

    /// The value that a word belongs to: the nearest of this measure, if it is near, and the only one so near.
    fn owner(&self, word: usize, measure: &Figure) -> Option<usize> {
        let distance = |place: &Figure| {
            let to = if word < place.first { place.first } else { place.last };
            self.steps[to].abs_diff(self.steps[word])
        };
        let alike = self.places.iter().filter(|place| is_of_one_measure(place.amount, measure.amount));
        if alike.clone().any(|place| (place.first..=place.last).contains(&word)) {
            return None;
        }
        let near = alike.map(|place| (distance(place), place.value)).filter(|(far, _)| *far <= REACH);
        let mut near: Vec<(usize, usize)> = near.collect();
        near.sort_unstable();
        match near[..] {
            [(first, _), (second, _), ..] if first == second => None,
            [(_, value), ..] => Some(value),
            [] => None,
        }
    }
}

/// How much lies between the first word of a text and each other.
fn steps(text: &Text, case: Case) -> Vec<usize> {
    let mut here = 0;
    let step = |word: usize| {
        here += match text.form(word) {
            "and" | "but" | "while" | "or" | "whereas" | "versus" => REACH,
            // `from 3 in May to 5 in June`, but `fell to 3`
            "to" | "from" | "by" if !case.lexicon.kinds.has_contrast(text.form_before(word)) => REACH,
            // `among boys, at 16 percent`
            _ if word > 0 && text.is_cut(word) && !is_bracket(text, word) => REACH / 2,
            _ => 1,
        };
        here
    };
    (0..text.words.len()).map(step).collect()
}

/// Whether nothing but a bracket stands between a word and the one before it, as before what belongs to that: `Haeon (84)`.
fn is_bracket(text: &Text, word: usize) -> bool {
    let between = text.tokens[word - 1] + 1..text.tokens[word];
    text.sentence(word - 1) == text.sentence(word)
        && text.article.tokens[between].iter().all(|mark| matches!(text.article.text_of(mark.span), "(" | ")" | "$"))
}

/// Whether two amounts measure alike, so that one could stand in the other's place.
fn is_of_one_measure(one: Amount, two: Amount) -> bool {
    one.unit == two.unit && one.ordinal == two.ordinal && !matches!(one.unit, Some("years old" | "decade"))
}

/// The words of content that both versions have once: where they stand.
fn anchors(passage: &Passage, case: Case) -> Vec<(usize, usize)> {
    let (draft, r#final) = (&passage.draft, &passage.r#final);
    // Words that are alike begin alike: nearly all pairs are turned away by their first letters.
    let begins = |form: &str| form.bytes().take(4).fold(0, |begins, byte| begins << 8 | u32::from(byte));
    let content = |text: &Text| -> Vec<(u32, usize)> {
        let words = (0..text.words.len()).filter(|&word| text.is_content(word, case.lexicon));
        words.map(|word| (begins(text.form(word)), word)).collect()
    };
    let (own, others) = (content(draft), content(r#final));
    let only = |text: &Text, words: &[(u32, usize)], begins: u32, form: &str| {
        let mut same = words.iter().filter(|(other, word)| *other == begins && alike(text.form(*word), form));
        same.next().filter(|_| same.next().is_none()).map(|&(_, word)| word)
    };
    let anchor = |&(begins, word): &(u32, usize)| {
        let form = draft.form(word);
        Some((only(draft, &own, begins, form)?, only(r#final, &others, begins, form)?))
    };
    own.iter().filter_map(anchor).collect()
}
