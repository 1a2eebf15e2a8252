use super::{Case, Hit, Side, rule};
use crate::article::{Article, Region};
use crate::settings::Level;
use crate::text::Span;
use crate::text::value::{PartialDate, Quantity, Value, possible_weekdays};

rule! {
    /// The article was updated before it was published, or names a weekday beside a date that didn't fall on it.
    ///
    /// One of the two is wrong, and readers plan by both. Where the date names no year, the one near the dateline is a
    /// guess, and the finding a warning; without a dateline such dates are left alone.
    ///
    /// Fires: "The bridge opens on Monday, July 26, 2025", which is a Saturday.
    ///
    /// Silent: "from Saturday to Monday, July 26 to 28"; "Monday, Aug. 15 of the lunar calendar".
    DATES_IMPOSSIBLE = "dates-impossible", Error, check
}

fn check(case: Case) -> Vec<Hit> {
    let article = &case.analysis.r#final;
    let mut hits: Vec<Hit> = updated_too_early(article).into_iter().collect();
    let mut years: Vec<i16> = article.values.iter().filter_map(|value| date(value)?.year).collect();
    years.sort_unstable();
    years.dedup();
    for (at, pair) in article.values.windows(2).enumerate() {
        let before = at.checked_sub(1).map(|at| &article.values[at]);
        if let Some((weekday, date)) = weekday_and_date(article, before, pair) {
            hits.extend(contradiction(article, Span::hull(pair[0].span, pair[1].span), weekday, date, &years));
        }
    }
    hits
}

fn updated_too_early(article: &Article) -> Option<Hit> {
    // As ISO 8601 has them, times are in the order of their letters.
    let (published, updated) = (article.published()?, article.updated()?);
    let mut dateline = article.sentences.iter().filter(|sentence| sentence.region == Region::Dateline);
    let span = dateline.next()?.span;
    let span = dateline.fold(span, |span, more| span.hull(more.span));
    let readable = |time: &str| time.replace('T', " ");
    (updated < published).then(|| {
        let message = format!("updated {} before it was published {}", readable(&updated), readable(&published));
        Hit::new(span, message)
    })
}

fn date(value: &Value) -> Option<PartialDate> {
    match value.quantity {
        Quantity::Date(date) => Some(date),
        _ => None,
    }
}

/// The weekday and the date of two neighbours that name one day: `Monday, July 26`, `July 26 (Monday)`. The last of
/// several weekdays belongs to nobody knows which of several dates.
fn weekday_and_date(article: &Article, before: Option<&Value>, pair: &[Value]) -> Option<(i8, PartialDate)> {
    let between = |one: &Value, other: &Value| article.text.get(one.span.end..other.span.start);
    let alone = |date: PartialDate| date.weekday.filter(|_| date.month.is_none() && date.day.is_none());
    let (one, two) = (date(&pair[0])?, date(&pair[1])?);
    let gap = between(&pair[0], &pair[1])?;
    let behind = &article.text[pair[1].span.end..];
    if let Some(weekday) = alone(one).filter(|_| two.month.is_some() && two.day.is_some()) {
        let listed = before.is_some_and(|value| {
            /// `, and `, ` through `, `-`
            const LONGEST_LINK: usize = 10;
            date(value).and_then(alone).is_some()
                && between(value, &pair[0]).is_some_and(|link| link.len() <= LONGEST_LINK)
        });
        let range = behind.starts_with(['-', '–', '/']);
        return (matches!(gap, ", " | " " | " (" | ", the ") && !listed && !range).then_some((weekday, two));
    }
    let weekday = alone(two).filter(|_| one.month.is_some() && one.day.is_some())?;
    let bracketed = gap == " (" && behind.starts_with(')');
    (bracketed || gap == ", a ").then_some((weekday, one))
}

fn contradiction(article: &Article, span: Span, weekday: i8, date: PartialDate, years: &[i16]) -> Option<Hit> {
    let sentence = article.sentence_at(span.start)?;
    let behind = article.text[span.end..].trim_start_matches([',', ' ']);
    // A year that is too long ago to be read as one, or another calendar.
    let long_ago = date.year.is_none() && begins_with_year(behind);
    if long_ago || article.sentence(sentence).to_lowercase().contains("lunar") {
        return None;
    }
    let published = article.published_on();
    if date.year.is_some() {
        let fallen = possible_weekdays(date, published);
        let message = match fallen.first() {
            None => "the calendar has no such day".to_owned(),
            Some(&right) if right != weekday => format!("that day is a {}", name(right)),
            Some(_) => return None,
        };
        return Some(Hit::new(span, message));
    }
    let mut fallen = possible_weekdays(date, published);
    let nearest = *fallen.first()?;
    let others = years.iter().flat_map(|&year| possible_weekdays(PartialDate { year: Some(year), ..date }, None));
    fallen.extend(others);
    let dateline = article.sentences.iter().filter(|sentence| sentence.region == Region::Dateline);
    let message = format!("near the day of the dateline, that day is a {}", name(nearest));
    (!fallen.contains(&weekday)).then(|| {
        Hit::new(span, message)
            .at_level(Some(Level::Warning))
            .with_evidence(Side::Final, dateline.take(1).map(|sentence| sentence.span))
    })
}

/// Whether a text begins with a number that stands as years do and counts nothing: `864, it burned`, `31 B.C.`, not
/// `4,012 members` or `12 people`.
fn begins_with_year(text: &str) -> bool {
    const LONGEST: usize = 4;
    let is_digit = |c: char| c.is_ascii_digit();
    let length = text.find(|c: char| !is_digit(c)).unwrap_or(text.len());
    let rest = &text[length..];
    let goes_on = rest.strip_prefix([',', '.']).is_some_and(|rest| rest.starts_with(is_digit));
    let ends = rest.is_empty() || rest.starts_with([',', '.', ';', ')', '\n']);
    let era = ["B.C", "BC", "A.D", "AD", "C.E", "CE"].iter().any(|era| rest.trim_start().starts_with(era));
    (1..=LONGEST).contains(&length) && !goes_on && (ends || era)
}

fn name(weekday: i8) -> &'static str {
    const NAMES: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    usize::try_from(weekday - 1).ok().and_then(|at| NAMES.get(at)).copied().unwrap_or("day")
}
