use jiff::civil::Date;
use rustc_hash::{FxHashMap, FxHashSet};

use super::{Case, Hit, Place, Side, rule};
use crate::article::Article;
use crate::audit::passage::{Passage, Swap, shown, swaps};
use crate::audit::{is_reckoned, settled};
use crate::kinds::{Edit, Kind};
use crate::settings::Level;
use crate::text::value::matching::{Held, Partner, partners};
use crate::text::value::{
    Amount, Calendar, PartialDate, Quantity, Relation, Value, relate, relate_on, resolve, significant,
};
use crate::text::{Span, Token};

rule! {
    /// A number, a unit, a currency or a date of the draft has another value in the final.
    ///
    /// Either the machine's number was wrong or the final's is. Where the source holds exactly one of the two, the rules about
    /// the source tell which.
    ///
    /// Fires: "1,300 people" became "1,030 people", "5 billion dollars" "5 billion won", "March 3" "March 13"; "84 ships and 61
    /// crews" became "61 ships and 84 crews".
    ///
    /// Silent: "350 billion dollars" became "$350 billion", "17.8 billion" "nearly 18 billion"; a number went with its clause.
    NUMBER_CHANGED = "number-changed", Warning, check
}

/// A value of the draft and the one that took its place, by index.
struct Changed {
    from: usize,
    to: usize,
}

/// All values of both versions.
struct Standing {
    draft: FxHashSet<Quantity>,
    r#final: FxHashSet<Quantity>,
}

fn check(case: Case) -> Vec<Hit> {
    let Some(draft) = &case.analysis.draft else { return Vec::new() };
    let r#final = &case.analysis.r#final;
    let quantities = |article: &Article| article.values.iter().map(|value| value.quantity).collect();
    let stand = Standing { draft: quantities(draft), r#final: quantities(r#final) };
    let mut changed: Vec<Changed> =
        case.passages.iter().flat_map(|passage| changed(passage, draft, &stand, case)).collect();
    let slips = slips(draft, &stand, &changed, case);
    changed.extend(slips);
    let reckoned = |pair: &Changed| {
        let (one, two) = (&draft.values[pair.from].quantity, &r#final.values[pair.to].quantity);
        relate(one, two) == Relation::Number && is_reckoned(two, draft)
    };
    let changed = changed.iter().filter(|pair| !settled(case, pair.from, pair.to) && !reckoned(pair));
    let mut found: Vec<Hit> = changed.map(|pair| report(pair, draft, r#final, case)).collect();
    let swapped = case.passages.iter().flat_map(|passage| swaps(passage, case));
    found.extend(swapped.map(|swap| report_swap(swap, draft, r#final, case)));
    found
}

/// Amounts that stand nowhere on the other side and are one slip apart, wherever that is: of a passage that was taken to
/// pieces. With a source, both are held against it instead.
fn slips(draft: &Article, stand: &Standing, known: &[Changed], case: Case) -> Vec<Changed> {
    /// Of fewer digits, two numbers may well be two things.
    const LEAST_DIGITS: usize = 3;
    if case.analysis.source.is_some() {
        return Vec::new();
    }
    let r#final = &case.analysis.r#final;
    let telling = |value: &Value| match value.quantity {
        Quantity::Amount(Amount { unit: Some(_), number, .. }) => significant(number) >= LEAST_DIGITS,
        _ => false,
    };
    let open = |article: &Article, others: &FxHashSet<Quantity>, is_known: &dyn Fn(usize) -> bool| -> Vec<usize> {
        let is_open = |&at: &usize| {
            let value = &article.values[at];
            telling(value) && !others.contains(&value.quantity) && !is_known(at)
        };
        (0..article.values.len()).filter(is_open).collect()
    };
    let gone = open(draft, &stand.r#final, &|at| known.iter().any(|pair| pair.from == at));
    let come = open(r#final, &stand.draft, &|at| known.iter().any(|pair| pair.to == at));
    let matches = partners(&held(draft, &gone), &held(r#final, &come), None);
    let slip = |(at, partner): (usize, &Partner)| match *partner {
        Partner::Contradicts(from, Relation::DigitsSwapped | Relation::OneDigit | Relation::Scale(_)) => {
            Some(Changed { from: gone[from], to: come[at] })
        }
        _ => None,
    };
    matches.iter().enumerate().filter_map(slip).collect()
}

/// Some values of an article, by index, as neighbours of each other.
fn held(article: &Article, values: &[usize]) -> Vec<Held> {
    values.iter().map(|&at| Held { value: article.values[at], unit: Some(0), repeats: false }).collect()
}

/// The values of a part of the draft and of a part of the final, by index, that do not stand on the other side to the
/// letter: what does is no change.
fn unequal(draft: &Article, from: Span, r#final: &Article, to: Span) -> (Vec<usize>, Vec<usize>) {
    let mut come: FxHashMap<Quantity, Vec<usize>> = FxHashMap::default();
    for at in r#final.value_range(to).rev() {
        come.entry(r#final.values[at].quantity).or_default().push(at);
    }
    let mut gone: Vec<usize> = draft.value_range(from).collect();
    gone.retain(|&one| come.get_mut(&draft.values[one].quantity).and_then(Vec::pop).is_none());
    let mut come: Vec<usize> = come.into_values().flatten().collect();
    come.sort_unstable();
    (gone, come)
}

/// The values of a passage that gave way to others.
fn changed(passage: &Passage, draft: &Article, stand: &Standing, case: Case) -> Vec<Changed> {
    /// In one passage no more values that gave way are held against each other.
    const MOST_CHANGED: usize = 256;
    let r#final = &case.analysis.r#final;
    let (mut gone, mut come) = unequal(draft, passage.draft.whole(), r#final, passage.r#final.whole());
    gone.truncate(MOST_CHANGED);
    come.truncate(MOST_CHANGED);
    let published = r#final.published_on().or(draft.published_on());
    if let Some(day) = published {
        gone.retain(|&one| {
            let (one, is) = (&draft.values[one], |two: &Value, one: &Value| is_that_weekday(one, two, day));
            let same = come.iter().position(|&two| is(&r#final.values[two], one) || is(one, &r#final.values[two]));
            same.map(|at| come.remove(at)).is_none()
        });
    }
    if gone.is_empty() || come.is_empty() {
        return Vec::new();
    }
    let how = |one: &Value, two: &Value| match published {
        Some(day) => relate_on(&one.quantity, &two.quantity, day),
        None => relate(&one.quantity, &two.quantity),
    };
    let matches = partners(&held(draft, &gone), &held(r#final, &come), published);
    let taken = |at: usize| matches.iter().any(|partner| matches!(partner, Partner::Same(index, _) if *index == at));
    let edits: Vec<Vec<&Edit>> = gone.iter().map(|&one| edits_of(&draft.values[one], passage)).collect();
    let in_place =
        |index: usize, to: usize| edits[index].iter().any(|edit| edit.r#final.overlaps(r#final.values[to].span));
    let mut open: Vec<usize> = (0..gone.len()).filter(|&at| !taken(at)).collect();
    let mut found = Vec::new();
    for (at, &to) in come.iter().enumerate() {
        let slip = match matches[at] {
            Partner::Same(..) => continue,
            Partner::Contradicts(index, _) => Some(index),
            Partner::None => None,
        };
        // Another value of the draft, written in another way, may have moved here.
        let fits = |&&index: &&usize| {
            let (one, two) = (&draft.values[gone[index]], &r#final.values[to]);
            is_like(one, two, how(one, two), published.is_some())
                && (digits_at(one, draft).is_none() || digits_at(one, draft) != digits_at(two, r#final))
                && (slip == Some(index)
                    || in_place(index, to)
                    || (same_measure(one, two) && gone.len() == 1 && come.len() == 1))
        };
        let Some(&index) =
            open.iter().find(|index| slip == Some(**index) && fits(index)).or_else(|| open.iter().find(fits))
        else {
            continue;
        };
        let stands =
            |one: &Value, two: &Value| stand.draft.contains(&two.quantity) || stand.r#final.contains(&one.quantity);
        if !in_place(index, to) && stands(&draft.values[gone[index]], &r#final.values[to]) {
            continue;
        }
        open.retain(|other| *other != index);
        found.push(Changed { from: gone[index], to });
    }
    found
}

/// Whether a date is named by its weekday alone on the other side, as desks do within a week: `the 24th` and `Tuesday`.
fn is_that_weekday(date: &Value, weekday: &Value, published: Date) -> bool {
    const NEAR: i32 = 7;
    let Quantity::Date(PartialDate { year: None, month: None, day: None, weekday: Some(named), .. }) = weekday.quantity
    else {
        return false;
    };
    resolve(&date.quantity, published).is_some_and(|period| {
        let days = (period.first - published).get_days().abs();
        period.first == period.last && days <= NEAR && period.first.weekday().to_monday_one_offset() == named
    })
}

/// Whether two values can be one that changed: of one sort, and not left open by what nobody dated.
fn is_like(one: &Value, two: &Value, relation: Relation, is_dated: bool) -> bool {
    match (&one.quantity, &two.quantity) {
        (Quantity::Amount(one), Quantity::Amount(two)) => {
            // `two years` and `two-year-olds`
            let unit = |from, to| relation == Relation::Unit { from: Some(from), to: Some(to) };
            // A lead of three points is one of percentage points.
            if unit("years", "years old") || unit("percentage points", "points") {
                return false;
            }
            let same_unit = one.unit == two.unit || matches!(relation, Relation::Unit { from: Some(_), to: Some(_) });
            // `12 straight months` and `a 14th straight month` are counted alike.
            let in_a_row = one.unit == two.unit && one.unit.is_some();
            same_unit && (one.ordinal == two.ordinal || in_a_row) && relation != Relation::Rounded
        }
        (Quantity::Date(one), Quantity::Date(two)) if !is_dated => share_a_part(one, two),
        (Quantity::Relative(one), Quantity::Relative(two)) if !is_dated => one.unit == two.unit,
        (Quantity::Date(_) | Quantity::Relative(_), Quantity::Date(_) | Quantity::Relative(_)) => {
            let alike = match (&one.quantity, &two.quantity) {
                (Quantity::Date(one), Quantity::Date(two)) if share_a_part(one, two) => true,
                (one, two) => names_a_day(one) == names_a_day(two),
            };
            is_dated && relation == Relation::Time && alike
        }
        (Quantity::Clock(_), Quantity::Clock(_)) | (Quantity::Score(..), Quantity::Score(..)) => true,
        // `hundreds of people`, `thousands of people`
        (Quantity::Vague(one), Quantity::Vague(two)) => (one.unit, one.counted) == (two.unit, two.counted),
        _ => false,
    }
}

/// Whether two dates both name a year, or a month, a day or a weekday.
fn share_a_part(one: &PartialDate, two: &PartialDate) -> bool {
    let parts =
        |date: &PartialDate| [date.year.is_some(), date.month.is_some(), date.day.is_some(), date.weekday.is_some()];
    parts(one).into_iter().zip(parts(two)).any(|(one, two)| one && two)
}

/// Whether a date is one day, and no longer period: `Thursday`, `March 3`; not `2026`, `March`, `last year`.
fn names_a_day(quantity: &Quantity) -> bool {
    let named = |date: &PartialDate| date.day.is_some() || date.weekday.is_some();
    match quantity {
        Quantity::Date(date) => named(date),
        Quantity::Relative(relative) => relative.unit == Calendar::Day || named(&relative.within),
        _ => false,
    }
}

/// The digits of a number without its marks, if it is written in groups of three, whatever parts them: `30.000`, `30 000`
/// and `30,000` are one number in three countries. Never a number with a scale word, where the point tells.
fn digits_at(value: &Value, article: &Article) -> Option<String> {
    let text = &article.text[value.span.start..];
    let mut groups = text.split(['.', ',', ' ', '\u{A0}', '\u{202F}']);
    let first = groups.next()?;
    let is_group =
        |group: &&str| group.len() >= 3 && group.is_char_boundary(3) && group[..3].bytes().all(|b| b.is_ascii_digit());
    let mut digits = first.to_owned();
    for group in groups.take_while(is_group) {
        digits.push_str(&group[..3]);
        if group.as_bytes().get(3).is_some_and(|b| b.is_ascii_alphanumeric()) {
            return None;
        }
    }
    let plain = article.text_of(value.span).chars().all(|c| !c.is_alphabetic());
    let grouped = digits.len() > first.len() && first.len() <= 3 && digits.bytes().all(|b| b.is_ascii_digit());
    (plain && grouped).then_some(digits)
}

/// Whether two amounts measure the same: in one unit, or things of one sort.
fn same_measure(one: &Value, two: &Value) -> bool {
    match (&one.quantity, &two.quantity) {
        (Quantity::Amount(one), Quantity::Amount(two)) if one.is_common() || two.is_common() => {
            one.unit == two.unit && one.unit.is_some_and(|unit| !matches!(unit, "share" | "times"))
        }
        (Quantity::Amount(one), Quantity::Amount(two)) => {
            one.unit.is_some() || one.ordinal && two.ordinal || (one.counted.is_some() && one.counted == two.counted)
        }
        (one, two) => std::mem::discriminant(one) == std::mem::discriminant(two),
    }
}

/// The edits that hold a value of the draft and are no rewriting.
fn edits_of<'a>(value: &Value, passage: &Passage<'a>) -> Vec<&'a Edit> {
    let edits = passage.edits.iter().filter(|edit| !matches!(edit.kind, Kind::Rewrite | Kind::SentenceStructure));
    edits.filter(|edit| edit.draft.overlaps(value.span)).copied().collect()
}

fn report(pair: &Changed, draft: &Article, r#final: &Article, case: Case) -> Hit {
    let (one, two) = (&draft.values[pair.from], &r#final.values[pair.to]);
    let has = |partners: &[Partner], at: usize| matches!(partners.get(at), Some(Partner::Same(..)));
    let tail = match &case.analysis.source {
        None => "nothing here tells which is right",
        Some(source) if has(&source.final_values, pair.to) => "the source has both",
        Some(source) if has(&source.draft_values, pair.from) => "the source has the first",
        Some(_) => "the source has neither",
    };
    let relation = relate(&one.quantity, &two.quantity);
    let place = |side, span| Place { side, span };
    Hit {
        level: None,
        message: format!(
            "\"{}\" became \"{}\" ({relation}); {tail}",
            counted(one, draft, case),
            counted(two, r#final, case)
        ),
        place: place(Side::Final, two.span),
        related: vec![place(Side::Draft, one.span)],
    }
}

/// Two values that changed places. Machines keep the order of the source, so that where the draft does, it may well be
/// right; else the editor may have put it right.
fn report_swap(swap: Swap, draft: &Article, r#final: &Article, case: Case) -> Hit {
    let held = |value: usize| match case.analysis.source.as_ref()?.draft_values.get(value)? {
        Partner::Same(of, _) => Some(*of),
        _ => None,
    };
    let order = |[one, two]: [usize; 2]| one < two;
    let in_source = held(swap.draft[0]).zip(held(swap.draft[1]));
    let reordered = in_source.is_some_and(|(one, two)| order([one, two]) != order(swap.draft));
    let spans = |article: &Article, values: [usize; 2]| values.map(|at| article.values[at].span);
    let (from, to) = (spans(draft, swap.draft), spans(r#final, swap.r#final));
    let phrase = |article: &Article, [one, two]: [Span; 2]| {
        let span = one.hull(two);
        let at = article.tokens.partition_point(|token| token.span.start < span.end);
        let noun = article.tokens.get(at).filter(|token| token.is_word());
        shown(article.text_of(noun.map_or(span, |noun| span.hull(noun.span))))
    };
    let tail = match case.analysis.source {
        None => "nothing here tells which is right",
        Some(_) => "the source has both",
    };
    let message = format!(
        "{} and {} changed places: \"{}\" became \"{}\"; {tail}",
        shown(draft.text_of(from[0])),
        shown(draft.text_of(from[1])),
        phrase(draft, from),
        phrase(r#final, to)
    );
    Hit::new(to[0].min(to[1]), message).at_level(reordered.then_some(Level::Info)).with_evidence(Side::Draft, from)
}

/// A value with the noun that it counts.
fn counted(value: &Value, article: &Article, case: Case) -> String {
    let counts =
        matches!(value.quantity, Quantity::Amount(Amount { unit: None, counted: Some(_), ordinal: false, .. }));
    let at = article.tokens.partition_point(|token| token.span.start < value.span.end);
    let is_noun = |token: &&Token| case.lexicon.values.nouns.get(case.analysis.vocabulary.form(token.folded)).is_some();
    let noun = article.tokens.get(at).filter(|_| counts).filter(is_noun);
    shown(article.text_of(noun.map_or(value.span, |noun| value.span.hull(noun.span))))
}
