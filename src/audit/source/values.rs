//! Values of the final that contradict the source, and those that the editor put right.

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use super::super::Case;
use crate::analysis::{Analysis, Source};
use crate::article::Article;
use crate::kinds::{Edit, Kind};
use crate::text::Span;
use crate::text::value::matching::{Partner, is_value};
use crate::text::value::{PartialDate, Quantity, Relation, implied_rate, relate, relate_on};

/// A value of the final that says something else than the source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::audit) struct Contradiction {
    /// The value of the source, by index.
    pub(in crate::audit) source: usize,
    /// The value of the final, by index.
    pub(in crate::audit) r#final: usize,
    /// How it stands to the source's.
    pub(in crate::audit) relation: Relation,
}

/// Draft, final and source with the partners of their values.
#[derive(Clone, Copy)]
pub(in crate::audit) struct ValueSides<'a> {
    draft: &'a Article,
    r#final: &'a Article,
    source: &'a Source,
}

impl<'a> ValueSides<'a> {
    /// `None` where draft or source is lost.
    pub(in crate::audit) fn of(case: Case<'a>) -> Option<Self> {
        let Analysis { draft, source, r#final, .. } = case.analysis;
        Some(ValueSides { draft: draft.as_ref()?, r#final, source: source.as_ref()? })
    }

    /// Whether the source holds a value of the draft.
    pub(super) fn is_held_in_draft(self, value: usize) -> bool {
        matches!(self.source.draft_values.get(value), Some(Partner::Same(..)))
    }

    /// Whether the source holds a value of the final.
    pub(super) fn is_held_in_final(self, value: usize) -> bool {
        matches!(self.source.final_values.get(value), Some(Partner::Same(..)))
    }

    /// Whether a value of the final says once more what the source says in one place only, and not where it says `held`.
    fn is_repeated(self, to: usize, other: usize, held: usize) -> bool {
        let article = &self.source.article;
        let quantity = &article.values[other].quantity;
        let sentence = |value: usize| article.sentence_at(article.values[value].span.start);
        // Among very many values each is looked for by its place.
        if self.source.by_place {
            return false;
        }
        let once = article.values.iter().filter(|value| value.quantity == *quantity).count() == 1;
        let again =
            |(at, partner): (usize, &Partner)| at != to && matches!(*partner, Partner::Same(of, _) if of == other);
        once && sentence(other) != sentence(held) && self.source.final_values.iter().enumerate().any(again)
    }

    /// The only value of the draft and the only one of the final that an edit exchanges, where both are of one sort.
    fn exchanged(self, edit: &Edit) -> Option<(usize, usize)> {
        let rewritten = matches!(edit.kind, Kind::Rewrite | Kind::SentenceStructure);
        let (from, to) = (indices(self.draft, edit.draft), indices(self.r#final, edit.r#final));
        if rewritten || edit.frame || from.len() != 1 || to.len() != 1 {
            return None;
        }
        let (one, two) = (&self.draft.values[from.start].quantity, &self.r#final.values[to.start].quantity);
        are_alike(one, two).then_some((from.start, to.start))
    }
}

/// The values that share a byte with a span, by index; those of an empty span are none.
fn indices(article: &Article, span: Span) -> Range<usize> {
    if span.is_empty() { 0..0 } else { article.value_range(span) }
}

/// All contradictions, in the order of the final: values one slip away from the source's, and those that an edit put in
/// place of a right one.
pub(in crate::audit) fn contradictions(case: Case) -> Vec<Contradiction> {
    let Some(source) = &case.analysis.source else { return Vec::new() };
    let of_partner = |(r#final, partner): (usize, &Partner)| match *partner {
        Partner::Contradicts(source, relation) => Some(Contradiction { source, r#final, relation }),
        _ => None,
    };
    let mut found: Vec<Contradiction> = source.final_values.iter().enumerate().filter_map(of_partner).collect();
    if let Some(sides) = ValueSides::of(case) {
        let edited = case.analysis.translation_edits().filter_map(|edit| broken(sides, edit, case));
        found.extend(edited);
    }
    found.retain(|found| is_read_alike(found, case));
    found.sort_by_key(|found| found.r#final);
    found
}

/// Whether the numbers of both texts are surely read as they are meant. Of other languages the scale words are not known,
/// and a full stop may part the thousands: 30.000 for 30,000. Two texts that both seem English are not both.
fn is_read_alike(found: &Contradiction, case: Case) -> bool {
    let Some(source) = &case.analysis.source else { return false };
    let r#final = &case.analysis.r#final;
    let langs = [&source.article, r#final].map(|article| article.lang.primary());
    if langs[0] != langs[1] && langs.iter().all(|lang| matches!(*lang, "en" | "ko" | "ja" | "zh")) {
        return true;
    }
    let (said, written) = (source.article.values[found.source].span, r#final.values[found.r#final].span);
    !matches!(found.relation, Relation::Scale(_)) && digits_at(&source.article, said) != digits_at(r#final, written)
}

/// The digits of a number, whatever mark parts them.
fn digits_at(article: &Article, span: Span) -> String {
    article.text_of(span).chars().filter(char::is_ascii_digit).collect()
}

/// The contradiction that an edit brought in: the draft's value was the source's, and nothing else in the final is.
fn broken(sides: ValueSides, edit: &Edit, case: Case) -> Option<Contradiction> {
    let (from, to) = sides.exchanged(edit)?;
    let Partner::Same(held, _) = *sides.source.draft_values.get(from)? else { return None };
    let stands = sides.source.in_final[held].first().is_some();
    let its_own = match *sides.source.final_values.get(to)? {
        Partner::None => true,
        Partner::Same(other, _) => sides.is_repeated(to, other, held),
        Partner::Contradicts(..) => false,
    };
    if stands || !its_own {
        return None;
    }
    let (said, written) = (&sides.source.article.values[held].quantity, &sides.r#final.values[to].quantity);
    let exchanged = implied_rate(said, written).is_some_and(|rate| super::is_at_rate(&rate, case) == Some(true));
    if super::is_reckoned(written, &sides.source.article) {
        return None;
    }
    let published = sides.r#final.published_on().or(sides.draft.published_on());
    let relation = published.map_or_else(|| relate(said, written), |day| relate_on(said, written, day));
    (!exchanged).then_some(Contradiction { source: held, r#final: to, relation })
}

/// Whether one value can stand in the place of another: the same unit or noun, the same parts of a date.
fn are_alike(one: &Quantity, two: &Quantity) -> bool {
    let differ = |one: Option<i16>, two: Option<i16>| one.zip(two).is_some_and(|(one, two)| one != two);
    match (one, two) {
        (Quantity::Amount(one), Quantity::Amount(two)) => {
            let named = one.unit.is_some() || (one.counted.is_some() && !one.is_common() && !two.is_common());
            named && (one.unit, one.counted, one.ordinal) == (two.unit, two.counted, two.ordinal)
        }
        (Quantity::Date(one), Quantity::Date(two)) => {
            let wide = |part: Option<i8>| part.map(i16::from);
            let PartialDate { year, month, day, .. } = *one;
            differ(year, two.year) || differ(wide(month), wide(two.month)) || differ(wide(day), wide(two.day))
        }
        (Quantity::Clock(_), Quantity::Clock(_)) | (Quantity::Score(..), Quantity::Score(..)) => true,
        _ => false,
    }
}

/// The values that the draft had wrong and the final has right: of the source, of the draft and of the final, by index.
pub(in crate::audit) fn fixed(case: Case) -> Vec<(usize, usize, usize)> {
    let Some(sides) = ValueSides::of(case) else { return Vec::new() };
    let Source { draft_values, final_values, in_draft, in_final, .. } = sides.source;
    let said = &sides.source.article.values;
    let wrong = |from: usize| match draft_values[from] {
        Partner::Contradicts(held, _) if in_draft[held].same.is_none() && in_final[held].contradicting.is_none() => {
            Some((held, from))
        }
        _ => None,
    };
    let wrong: Vec<(usize, usize)> = (0..draft_values.len()).filter_map(wrong).collect();
    let right = |&(held, from): &(usize, usize)| Some((held, from, in_final[held].same?));
    let mut found: Vec<_> = wrong.iter().filter_map(right).collect();
    // What the source says twice, as headlines do, the final may say once.
    let mut elsewhere: FxHashMap<Quantity, usize> = FxHashMap::default();
    for (value, became) in said.iter().zip(in_final) {
        became.same.into_iter().for_each(|to| _ = elsewhere.entry(value.quantity).or_insert(to));
    }
    let mut credited: FxHashSet<usize> = found.iter().map(|&(_, _, to)| to).collect();
    for (held, from) in wrong.into_iter().filter(|&(held, _)| in_final[held].same.is_none()) {
        if let Some(&to) = elsewhere.get(&said[held].quantity).filter(|to| credited.insert(**to)) {
            found.push((held, from, to));
        }
    }
    for edit in case.analysis.translation_edits() {
        let Some((from, to)) = sides.exchanged(edit) else { continue };
        let nothing_like_it =
            draft_values.get(from) == Some(&Partner::None) && is_value(&sides.draft.values[from].quantity);
        if let Some(&Partner::Same(held, _)) = final_values.get(to)
            && nothing_like_it
            && in_draft[held].same.is_none()
        {
            found.push((held, from, to));
        }
    }
    found
}
