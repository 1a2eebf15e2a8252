//! Which value of one text is which value of another, whatever the language and the way of writing.
//!
//! Every value of the text first looks for one that says the same. Only what finds none may contradict one that nothing
//! else stands for: a value that a single slip turns into it, such as a power of ten, swapped digits or another currency.
//! Background that the editor added has no such neighbour.

mod fit;
mod near;

use std::ops::Range;

use jiff::civil::Date;

use super::digits::significant;
use super::{PartialDate, Quantity, Relation, Value};

/// A value of one text with the place in which to look for its like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Held {
    /// The value.
    pub value: Value,
    /// The aligned unit that its sentence belongs to; values of both texts with the same unit are each other's
    /// neighbours.
    pub unit: Option<usize>,
    /// Whether it stands in a headline, which says again what the body says: it takes no partner away.
    pub repeats: bool,
}

/// What a value of the text is to the source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Partner {
    /// The value of the source with this index says the same, in this relation.
    Same(usize, Relation),
    /// It contradicts the value with this index.
    Contradicts(usize, Relation),
    /// The source has nothing like it.
    None,
}

/// Where a text has one value of the source: the first value of it, by index, of either sort.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Rendered {
    /// That says the same.
    pub same: Option<usize>,
    /// That contradicts it.
    pub contradicting: Option<usize>,
}

impl Rendered {
    /// The first that stands for it, rightly or wrongly.
    pub fn first(self) -> Option<usize> {
        self.same.into_iter().chain(self.contradicting).min()
    }
}

/// [`Partner`]s seen from the source: what each of so many values of the source became.
pub fn rendered(partners: &[Partner], count: usize) -> Vec<Rendered> {
    let mut found = vec![Rendered::default(); count];
    for (at, partner) in partners.iter().enumerate() {
        match *partner {
            Partner::Same(of, _) => found[of].same = found[of].same.or(Some(at)),
            Partner::Contradicts(of, _) => found[of].contradicting = found[of].contradicting.or(Some(at)),
            Partner::None => {}
        }
    }
    found
}

/// Whether a relation means that two values say the same.
fn is_same(relation: Relation) -> bool {
    matches!(relation, Relation::Equal | Relation::Rounded | Relation::Fills | Relation::Conversion)
}

/// Whether a value of the text says what a value of the source says.
pub fn says_the_same(source: &Quantity, text: &Quantity, published: Option<Date>) -> bool {
    fit::fit(source, text, published).is_some()
}

/// In a source with more values than this, a value of the text is held only against so many around its place.
const MOST_HELD: usize = 256;

/// Whether a source has too many values for each to be held against each of the text.
pub fn is_by_place(source: &[Held]) -> bool {
    source.len() > MOST_HELD
}

/// The values, of so many of another text, that the one with this index of so many is held against: all, or those around
/// its place in proportion.
pub fn reach(others: usize, at: usize, of: usize) -> Range<usize> {
    let place = at * others / of.max(1);
    let start = place.saturating_sub(MOST_HELD / 2).min(others.saturating_sub(MOST_HELD));
    start..others.min(start + MOST_HELD)
}

/// The partner in the source of every value of the text. `published` is the day of publication, where it is known.
///
/// No two values of the text share a partner, but where the text repeats a value that the source has once. Weekdays alone
/// have none. A source with very many values is searched by place ([`is_by_place`]).
pub fn partners(source: &[Held], text: &[Held], published: Option<Date>) -> Vec<Partner> {
    let mut found = vec![Partner::None; text.len()];
    let mut taken = vec![false; source.len()];
    let neighbours = |one: &Held, two: &Held| one.unit.is_some() && one.unit == two.unit;
    let months = published.map(|day| fit::named_months(source, day));
    let how = |at: usize, to: usize| {
        let (one, two) = (&source[at].value.quantity, &text[to].value.quantity);
        let summed = || (fit::is_sum(&source[at..], two) || fit::is_sum(&text[to..], one)).then_some(Relation::Equal);
        let strays = || published.zip(months.as_ref()).is_some_and(|(day, months)| fit::strays(one, two, day, months));
        fit::fit(one, two, published).or_else(summed).filter(|&relation| relation != Relation::Fills || !strays())
    };
    let values = || (0..text.len()).filter(|&to| is_value(&text[to].value.quantity));
    // Most values fit nothing, or nothing exactly: they need no further look. `Some(true)` where one is equal.
    let mut best = vec![None; text.len()];
    for to in values() {
        best[to] = reach(source.len(), to, text.len())
            .filter_map(|at| how(at, to))
            .map(|relation| relation == Relation::Equal)
            .max();
    }
    // The strictest first, so that a rounding takes no value from an equal one; last, values may be repeated.
    // What fits but loosely, and stands elsewhere, comes after what contradicts.
    for (strict, near, repeated, loose) in [
        (true, true, false, false),
        (true, false, false, false),
        (false, true, false, false),
        (false, false, false, false),
        (false, false, true, false),
        (false, false, true, true),
    ] {
        if loose {
            contradictions(source, text, published, &mut found, &mut taken);
        }
        for to in values() {
            if found[to] != Partner::None || best[to].is_none_or(|equal| strict && !equal) {
                continue;
            }
            let fits = |at: usize| {
                let free = repeated || text[to].repeats || !taken[at];
                let aligned = neighbours(&source[at], &text[to]);
                let relation = (free && (!near || aligned)).then(|| how(at, to)).flatten();
                let sure = || loose || aligned || !is_loose(&source[at].value.quantity, &text[to].value.quantity);
                relation.filter(|&relation| (!strict || relation == Relation::Equal) && sure())
            };
            if let Some((at, relation)) = reach(source.len(), to, text.len()).find_map(|at| Some((at, fits(at)?))) {
                found[to] = Partner::Same(at, relation);
                // A conversion stands beside the value itself.
                taken[at] |= relation != Relation::Conversion && (!text[to].repeats || source[at].repeats);
            }
        }
    }
    found
}

/// Whether two values fit only as far as one of them is vague: a day and the year that it lies in, a short number with a
/// unit and one without.
fn is_loose(source: &Quantity, text: &Quantity) -> bool {
    const SHORT: usize = 2;
    let names_day = |quantity: &Quantity| match quantity {
        Quantity::Date(date) => date.day.is_some(),
        Quantity::Relative(relative) => relative.within.day.is_some() || relative.within.weekday.is_some(),
        _ => false,
    };
    match (source, text) {
        (Quantity::Amount(one), Quantity::Amount(two)) => {
            one.unit.is_some() != two.unit.is_some() && significant(two.number) <= SHORT
        }
        (
            Quantity::Date(_) | Quantity::Relative(_),
            Quantity::Date(PartialDate { month: Some(_), day: Some(_), .. }),
        ) => !names_day(source),
        _ => false,
    }
}

/// Lets what is left contradict what is left, the likeliest slip first.
fn contradictions(source: &[Held], text: &[Held], published: Option<Date>, found: &mut [Partner], taken: &mut [bool]) {
    /// No value needs more to choose from.
    const LIKELIEST: usize = 32;
    let mut slips = Vec::new();
    for to in (0..text.len()).filter(|&to| found[to] == Partner::None && is_value(&text[to].value.quantity)) {
        let first = slips.len();
        for at in reach(source.len(), to, text.len()).filter(|&at| !taken[at]) {
            let aligned = source[at].unit.is_some() && source[at].unit == text[to].unit;
            let slip = near::slip(&source[at].value.quantity, &text[to].value.quantity, aligned, published);
            slips.extend(slip.map(|slip| ((slip.rank, !aligned), to, at, slip.relation)));
        }
        slips[first..].sort_by_key(|&(order, ..)| order);
        slips.truncate(first + LIKELIEST);
    }
    slips.sort_by_key(|&(order, to, at, _)| (order, to, at));
    for (_, to, at, relation) in slips {
        if found[to] == Partner::None && !taken[at] {
            found[to] = Partner::Contradicts(at, relation);
            taken[at] = true;
        }
    }
}

/// Whether a value is held against those of the other text: a weekday alone is too loose for that.
pub fn is_value(quantity: &Quantity) -> bool {
    !matches!(quantity, Quantity::Date(PartialDate { year: None, month: None, day: None, .. }))
}

#[cfg(test)]
mod tests {
    use super::super::tests::read;
    use super::*;
    use crate::text::Span;

    fn held(text: &str) -> Vec<Held> {
        let value = |(_, quantity)| Value { span: Span::at(0), quantity };
        read(text).into_iter().map(|found| Held { value: value(found), unit: Some(0), repeats: false }).collect()
    }

    fn relations(source: &str, text: &str) -> Vec<Option<Relation>> {
        let published = Some(jiff::civil::date(2025, 7, 9));
        let partners = partners(&held(source), &held(text), published);
        partners
            .into_iter()
            .filter_map(|partner| match partner {
                Partner::Same(..) => None,
                Partner::Contradicts(_, relation) => Some(Some(relation)),
                Partner::None => Some(None),
            })
            .collect()
    }

    #[test]
    fn other_ways_of_writing_are_the_same() {
        for (source, text) in [
            ("18세기에 쓰였다", "written in the 1700s"),
            ("예산 2조4500억원, 주민 3만2700명", "a budget of 2.45 trillion won for 32,700 residents"),
            ("손실은 274억원", "a loss of about 27 billion won"),
            ("매출 4812억7000만원", "sales of 481.3 billion won"),
            ("지난달 22일", "on June 22"),
            ("응답자의 40%", "two in five of those asked"),
            ("3명 중 1명", "one in three"),
            ("넓이 20㏊", "20 hectares (49 acres)"),
            ("금리를 0.5%포인트 내렸다", "cut the rate by 50 basis points"),
            ("7월 1~5일", "from July 1 to 5"),
            ("1893년에 문을 열었다", "It opened in 1893."),
            ("3대 2로 이겼다", "won 3-2"),
            ("第2四半期に18万台", "180,000 cars in the second quarter"),
            ("200만 명", "2 million people; the 2 million went home"),
            ("2시간 30분 걸린다", "takes 150 minutes"),
            ("1.5배로 늘었다", "rose 50 percent"),
            ("주민 21%", "a fifth of residents"),
            ("48시간", "two days"),
            ("0.2% 줄었다", "shrank by -0.2 percent"),
            ("50% 늘었다", "up by 50"),
            ("2019 개최", "in 2019"),
            ("15일간", "the 15th"),
            ("오는 18일", "on July 18"),
            ("어제", "on July 8"),
            ("올해", "in 2025"),
            ("28일", "on June 28"),
            ("작년 8월", "in August last year"),
            ("7시에 시작한다", "starts at 7 p.m."),
            ("수백 명", "hundreds of people"),
        ] {
            assert_eq!(relations(source, text), [], "{source} / {text}");
        }
    }

    #[test]
    fn a_period_is_said_by_what_lies_within() {
        for (source, text, same) in [
            ("올해", "in March 2025", true),
            ("올해", "in March 2024", false),
            ("올해", "in March 2026", false),
            ("지난달", "on June 3", true),
            ("지난달", "on July 3", false),
            ("지난달", "on May 31", false),
            ("다음 주", "on July 16", true),
            ("6월 30일", "in June", true),
            ("6월 30일", "in July", false),
            ("17세기", "in the 1600s", true),
            ("17세기", "in the 1700s", false),
            ("17세기", "1,600 ships", false),
            ("17", "in the 1600s", false),
            ("1.5배", "50 percent", true),
            ("1.5배", "60 percent", false),
            ("50%", "1.5 times", false),
            ("오는 18일", "on June 18", false),
            ("지난 18일", "on July 18", false),
            ("2019", "in 2019", true),
            ("2019", "in 2018", false),
            ("15일간", "the 15th", true),
            ("15일간", "the 16th", false),
            ("15명", "the 15th", false),
            ("5", "in May", true),
            ("5명", "in May", false),
            ("2시간", "120 minutes", true),
            ("41시간", "two days", true),
            ("이틀", "41 hours", false),
            ("21%", "a fifth of it", true),
            ("5분의 1", "21 percent", false),
            ("영하 7도", "7 degrees Celsius", false),
            ("-0.2%", "0.2 percent", true),
            ("274억원", "27 billion won", true),
            ("274억원", "28 billion won", false),
            ("274억원", "30 billion won", false),
            ("274억원", "about 30 billion won", true),
            ("500원", "500", true),
            ("500원", "500 dollars", false),
        ] {
            let published = Some(jiff::civil::date(2025, 7, 9));
            let of = |text: &str| read(text).remove(0).1;
            assert_eq!(says_the_same(&of(source), &of(text), published), same, "{source} / {text}");
        }
    }

    #[test]
    fn a_source_of_very_many_values_is_searched_by_place() {
        let numbers = |numbers: &mut dyn Iterator<Item = usize>| {
            held(&numbers.map(|number| format!("{} ships", 7 * number)).collect::<Vec<_>>().join("; "))
        };
        // Backward, a value meets its like where the places are at most half the reach apart.
        for (count, by_place, backward) in [(MOST_HELD, false, MOST_HELD), (3 * MOST_HELD, true, MOST_HELD / 2)] {
            let source = numbers(&mut (1001..1001 + count));
            assert_eq!((source.len(), is_by_place(&source)), (count, by_place));
            let same = |text: &[Held]| {
                partners(&source, text, None)
                    .iter()
                    .filter(|it| matches!(it, Partner::Same(_, Relation::Equal)))
                    .count()
            };
            assert_eq!(same(&source), count);
            assert_eq!(same(&numbers(&mut (1001..1001 + count).rev())), backward);
        }
    }

    #[test]
    fn a_headline_takes_no_value_from_the_body() {
        let source = held("매출 4812억7000만원");
        let mut text = held("sales of 481.27 billion won, sales of 418.27 billion won");
        text[0].repeats = true;
        let partners = partners(&source, &text, None);
        assert!(matches!(partners[0], Partner::Same(0, _)), "{partners:?}");
        assert!(matches!(partners[1], Partner::Contradicts(0, Relation::DigitsSwapped)), "{partners:?}");
    }

    #[test]
    fn degrees_are_degrees_of_the_scale_that_is_named() {
        assert_eq!(relations("낮 기온은 26도", "a high of 62 degrees Celsius"), [Some(Relation::DigitsSwapped)]);
        assert_eq!(relations("섭씨 26도", "26 degrees"), []);
    }

    #[test]
    fn a_conversion_takes_no_value_away() {
        assert_eq!(relations("넓이 20㏊", "50 hectares (49 acres)"), [Some(Relation::OneDigit)]);
    }

    #[test]
    fn what_fits_loosely_elsewhere_comes_after_what_contradicts() {
        let mut source = held("올해 11월, 오는 18일");
        source.iter_mut().for_each(|value| value.unit = Some(1));
        source.last_mut().unwrap().unit = Some(0);
        let published = Some(jiff::civil::date(2025, 11, 9));
        let found = partners(&source, &held("on Nov. 8"), published);
        assert!(matches!(found[0], Partner::Contradicts(..)), "{found:?}");
    }

    #[test]
    fn a_slip_is_a_contradiction() {
        for (source, text, relation) in [
            ("예산 2조4500억원", "a budget of 2.45 billion won", Relation::Scale(-3)),
            ("관객 14만2000명", "an audience of 412,000", Relation::DigitsSwapped),
            ("관객 14만2000명", "an audience of 147,000", Relation::OneDigit),
            ("수출 36억 달러", "exports of 3.6 billion won", Relation::Unit { from: Some("USD"), to: Some("KRW") }),
            (
                "1.4%포인트 올랐다",
                "rose 1.4 percent",
                Relation::Unit { from: Some("percentage points"), to: Some("percent") },
            ),
            ("5월 24일에 열린다", "opens on May 14", Relation::Time),
            ("2016년 문을 닫았다", "closed in 2018", Relation::Time),
            ("여섯 명이 다쳤다", "Seven people were hurt.", Relation::OneDigit),
            ("오전 6시에 떠난다", "leaves at 6 p.m.", Relation::Time),
            ("5대 3으로 이겼다", "won 5-2", Relation::Number),
            ("5대 3으로 이겼다", "lost 3-5.", Relation::Number),
            ("수백 명이 왔다", "thousands of people came", Relation::Scale(1)),
            ("수십억원", "hundreds of millions of won", Relation::Scale(-1)),
            ("영하 7도", "7 degrees Celsius", Relation::Sign),
            ("세계 34위", "ranked 35th", Relation::OneDigit),
            ("주민 3분의 1", "two-thirds of residents", Relation::Number),
            ("매출이 3배로", "sales doubled", Relation::Number),
            ("4강에 올랐다", "reached the quarterfinals", Relation::Number),
            ("지난해 9월", "in May last year", Relation::Time),
            ("3㎞를 달렸다", "ran 3 miles", Relation::Unit { from: Some("kilometers"), to: Some("miles") }),
            ("13년을", "30 years", Relation::SoundAlike),
            ("사흘 만에", "four days", Relation::OneDigit),
            ("올해 11월 6일", "on Nov. 6, 2024", Relation::Time),
            ("1878년에", "It was 1887.", Relation::Time),
        ] {
            assert_eq!(relations(source, text), [Some(relation)], "{source} / {text}");
        }
    }

    /// What a value becomes by a slip in the sentence that renders its own, and elsewhere.
    #[test]
    fn far_from_its_place_more_must_speak_for_a_slip() {
        use Relation::{DigitsSwapped, Number, OneDigit, Scale, Time};
        for (source, text, beside, elsewhere) in [
            ("직원 47명", "74 workers", Some(DigitsSwapped), Some(DigitsSwapped)),
            ("142가구", "412 homes", Some(DigitsSwapped), Some(DigitsSwapped)),
            ("14가구", "41 homes", Some(DigitsSwapped), None),
            ("환자 142명", "412 boxes", Some(DigitsSwapped), Some(DigitsSwapped)),
            ("환자 14명", "41 boxes", None, None),
            ("1423가구", "4,123 people", Some(DigitsSwapped), None),
            ("142가구", "412 people", None, None),
            ("4.7%", "7.4 percent", Some(DigitsSwapped), Some(DigitsSwapped)),
            ("4.7%", "4.8 percent", Some(OneDigit), Some(OneDigit)),
            ("선원 3명", "four sailors", Some(OneDigit), None),
            ("오전 6시", "6 p.m.", Some(Time), None),
            ("5대 3으로", "5-2", Some(Number), None),
            ("5대 3으로", "6-3", Some(Number), None),
            ("수백 명이", "thousands of people", Some(Scale(1)), None),
            ("5월 24일", "May 14", Some(Time), Some(Time)),
            ("5월 24일", "June 24", Some(Time), Some(Time)),
            ("24일", "the 14th", Some(Time), None),
            ("24일", "the 15th", None, None),
            ("2016년에", "in 2018", Some(Time), Some(Time)),
            ("2016년에", "in 2061", Some(Time), Some(Time)),
            ("2016년에", "in 1987", None, None),
            ("7월", "in June", None, None),
        ] {
            for (unit, expected) in [(0, beside), (1, elsewhere)] {
                let mut source = held(source);
                source.iter_mut().for_each(|value| value.unit = Some(unit));
                let found = match partners(&source, &held(text), None)[..] {
                    [Partner::Contradicts(0, relation)] => Some(relation),
                    [Partner::None] => None,
                    ref other => panic!("{text}: {other:?}"),
                };
                assert_eq!(found, expected, "{text}, {unit}");
            }
        }
    }

    #[test]
    fn background_contradicts_nothing() {
        for (source, text) in [
            ("직원 47명이 일한다", "The firm has shops in 74 towns."),
            ("손님 320만 명", "The line has 32 stations."),
            ("25억원을 냈다", "The fair is in its 52nd year."),
            ("매출은 30억원이었다", "Sales were up in 2016."),
            ("5대 3으로 이겼다", "won 7-2"),
            ("수백 명이 왔다", "thousands of homes"),
            ("2019년에", "in 1887"),
            ("50% 늘었다", "up 3 points"),
            ("3㎞를 달렸다", "ran 7 miles"),
            ("43% 늘었다", "up by 34"),
            ("7월 8일", "on May 3"),
            ("7위였다", "seven boats"),
            ("3%가", "a third of it"),
        ] {
            let found: Vec<_> = relations(source, text).into_iter().flatten().collect();
            assert_eq!(found, [], "{source} / {text}");
        }
    }
}
