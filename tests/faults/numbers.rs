//! Numbers that become others.

use std::ops::Range;

use regex::Regex;

use crate::Maker;
use crate::article::{Article, Fault, Versions};

pub const MAKERS: &[(&str, Maker)] = &[
    ("source-number-mismatch", |article| faults(article, swapped, Versions::All)),
    ("source-number-mismatch", |article| faults(article, one_digit, Versions::All)),
    ("source-number-mismatch", |article| faults(article, power_of_ten, Versions::All)),
    ("source-number-mismatch", |article| faults(article, scale, Versions::All)),
    ("source-number-mismatch", |article| faults(article, currency, Versions::All)),
    ("source-number-mismatch", |article| faults(article, points, Versions::All)),
    ("source-number-mismatch", |article| faults(article, swapped, Versions::NoDraft)),
    ("source-number-mismatch", |article| faults(article, scale, Versions::NoDraft)),
    ("source-number-mismatch", |article| dates(article, Versions::All)),
    ("source-number-mismatch", |article| dates(article, Versions::NoDraft)),
    ("source-number-mismatch", small_counts),
    ("source-number-fixed", fixed),
    ("number-changed", |article| faults(article, swapped, Versions::NoSource)),
    ("number-changed", |article| faults(article, one_digit, Versions::NoSource)),
    ("number-changed", |article| faults(article, power_of_ten, Versions::NoSource)),
    ("number-changed", |article| faults(article, scale, Versions::NoSource)),
    ("number-changed", |article| faults(article, currency, Versions::NoSource)),
    ("number-changed", |article| faults(article, points, Versions::NoSource)),
    ("number-changed", |article| dates(article, Versions::NoSource)),
    ("conversion-inconsistent", conversion),
];

/// A number with what belongs to it.
#[derive(Clone)]
struct Number {
    place: Range<usize>,
    /// `$` or nothing.
    sign: String,
    digits: String,
    /// `million`, or nothing.
    scale: String,
    /// ` won`, ` percent`, or nothing.
    unit: String,
}

impl Number {
    fn written(&self) -> String {
        let gap = if self.scale.is_empty() { "" } else { " " };
        format!("{}{}{gap}{}{}", self.sign, self.digits, self.scale, self.unit)
    }

    /// Ways in which a source may write it.
    fn in_source(&self) -> Vec<String> {
        let plain = self.digits.replace(',', "");
        let Ok(number) = plain.parse::<f64>() else { return Vec::new() };
        let factor = match self.scale.as_str() {
            "million" => 1e6,
            "billion" => 1e9,
            "trillion" => 1e12,
            _ => 1.0,
        };
        let mut forms = Vec::new();
        if self.scale.is_empty() {
            forms.push(plain);
        }
        let whole = (number * factor).round() as u64;
        let mut parts = String::new();
        for (mark, size) in [("조", 1_000_000_000_000), ("억", 100_000_000), ("만", 10_000), ("", 1)] {
            let part = whole / size % if size == 1_000_000_000_000 { u64::MAX } else { 10_000 };
            if part > 0 {
                parts.push_str(&format!("{part}{mark}"));
            }
        }
        forms.push(parts.clone());
        forms.push(parts.replace('억', "億").replace('만', "万"));
        for (mark, size) in [("亿", 1e8), ("万", 1e4)] {
            forms.push(format!("{}{mark}", whole as f64 / size));
        }
        forms
    }

    fn stands_in(&self, source: &str) -> bool {
        let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit() || c == '.');
        let whole = |form: &String| {
            let large = form.chars().next_back().is_some_and(|c| !c.is_ascii_digit());
            source.match_indices(form.as_str()).any(|(at, _)| {
                let behind = source[at + form.len()..].chars().next();
                let more = behind.is_some_and(|c| "조억만億万亿".contains(c)) || digit(behind);
                !(digit(source[..at].chars().next_back()) || more && !form.is_empty())
                    || large && { !digit(source[..at].chars().next_back()) && !digit(behind) }
            })
        };
        self.in_source().iter().any(whole)
    }
}

/// The numbers of a text that the source has, too: no years, clock times, conversions in brackets or names.
fn numbers(text: &str, from: usize, article: &Article) -> Vec<Number> {
    let pattern = Regex::new(concat!(
        r"(?P<sign>\$)?(?P<digits>\b\d[\d,]*(?:\.\d+)?)(?: (?P<scale>million|billion|trillion)\b)?",
        r"(?P<unit> won| dollars| yen| yuan| percentage points?| percent|%)?",
    ))
    .unwrap();
    let mut found = Vec::new();
    for captures in pattern.captures_iter(text) {
        let part = |name: &str| captures.name(name).map_or("", |it| it.as_str()).to_owned();
        let whole = captures.get(0).unwrap();
        let digits = part("digits").trim_end_matches(',').to_owned();
        let end = whole.start() + part("sign").len() + digits.len();
        let end = if digits == part("digits") { whole.end() } else { end };
        let number =
            Number { place: whole.start()..end, sign: part("sign"), digits, scale: part("scale"), unit: part("unit") };
        let (before, behind) = (&text[..whole.start()], &text[end..]);
        let plain: String = number.digits.chars().filter(char::is_ascii_digit).collect();
        let word = before.trim_end().rsplit(' ').next().unwrap_or("");
        let is_date = [
            "Jan.",
            "Feb.",
            "Aug.",
            "Sept.",
            "Oct.",
            "Nov.",
            "Dec.",
            "March",
            "April",
            "May",
            "June",
            "July",
            "January",
            "February",
            "August",
            "September",
            "October",
            "November",
            "December",
        ]
        .contains(&word)
            || behind.starts_with("th")
            || behind.starts_with("st")
            || behind.starts_with("nd")
            || behind.starts_with("rd");
        let is_clock = before.ends_with(':')
            || behind.starts_with(':')
            || behind.starts_with(" a.m.")
            || behind.starts_with(" p.m.");
        let is_converted =
            before.rsplit('(').next().is_some_and(|inside| !inside.contains(')') && before.contains('('))
                && !before.ends_with("Japan (");
        let in_name = before.ends_with(|c: char| c.is_alphabetic() || c == '-') || behind.starts_with(['-', 's']);
        let rounded = ["nearly", "almost"].contains(&word);
        if plain.len() < 2 || whole.start() < from || is_date || is_clock || is_converted || in_name || rounded {
            continue;
        }
        if number.stands_in(&article.source) {
            found.push(number);
        }
    }
    found
}

/// Changes a number, or leaves it alone.
type Slip = fn(&Number) -> Option<Number>;

fn faults(article: &Article, slip: Slip, versions: Versions) -> Vec<Fault> {
    let first = article.sentences[0].start;
    let last = article.sentences.last().unwrap().end;
    let found = numbers(&article.r#final[..last], first, article);
    let changes = found.iter().filter_map(|number| {
        let wrong = slip(number).filter(|wrong| !wrong.stands_in(&article.source))?;
        let text = article.replaced(number.place.clone(), &wrong.written());
        let around = context(&article.r#final, &number.place);
        let at = format!("{} became {} ({versions:?}) in: {around}", number.written(), wrong.written());
        Some((text, at, article.sentence_at(number.place.start)?))
    });
    against(article, changes.collect(), versions)
}

/// Two numbers of one sentence that measure alike have changed places.
pub fn exchanged(article: &Article, versions: Versions) -> Vec<Fault> {
    let first = article.sentences[0].start;
    let last = article.sentences.last().unwrap().end;
    let found = numbers(&article.r#final[..last], first, article);
    let changes = found.windows(2).filter_map(|pair| {
        let [one, two] = pair else { return None };
        let sentence = article.sentence_at(one.place.start)?;
        let alike = (&one.sign, &one.unit) == (&two.sign, &two.unit) && one.written() != two.written();
        let between = &article.r#final[one.place.end..two.place.start];
        let apart = between.trim().contains(' ') && Some(sentence) == article.sentence_at(two.place.start);
        if !alike || !apart || is_year(one) || is_year(two) {
            return None;
        }
        let place = one.place.start..two.place.end;
        let wrong = format!("{}{between}{}", two.written(), one.written());
        let at =
            format!("{} and {} ({versions:?}) in: {}", one.written(), two.written(), context(&article.r#final, &place));
        Some((article.replaced(place, &wrong), at, sentence))
    });
    against(article, changes.collect(), versions)
}

/// Faults against the source, or, without it, against drafts.
fn against(article: &Article, changes: Vec<(String, String, usize)>, versions: Versions) -> Vec<Fault> {
    if versions == Versions::NoSource {
        return article.edited(changes, versions);
    }
    changes.into_iter().map(|(text, at, _)| article.with(&article.draft, &text, versions, at)).collect()
}

fn context(text: &str, place: &Range<usize>) -> String {
    let start = text[..place.start].rfind(['\n', '.']).map_or(0, |at| at + 1);
    let end = text[place.end..].find('\n').map_or(text.len(), |at| place.end + at);
    text[start..end].trim().chars().take(120).collect()
}

/// Two digits side by side have changed places.
fn swapped(number: &Number) -> Option<Number> {
    if is_year(number) {
        return None;
    }
    let mut digits: Vec<char> = number.digits.chars().collect();
    let at: Vec<usize> = (0..digits.len()).filter(|&at| digits[at].is_ascii_digit()).collect();
    let differs = |pair: &&[usize]| {
        let starts_with_zero = pair[0] == at[0] && digits[pair[1]] == '0';
        digits[pair[0]] != digits[pair[1]] && !starts_with_zero
    };
    let pair = at.windows(2).find(differs)?.to_vec();
    digits.swap(pair[0], pair[1]);
    // 17.0 has other digits than 10.7.
    if digits.contains(&'.') && digits.ends_with(&['0']) {
        return None;
    }
    Some(Number { digits: digits.into_iter().collect(), ..number.clone() })
}

/// The first digit is another one; of a year the last.
fn one_digit(number: &Number) -> Option<Number> {
    let at = if is_year(number) { number.digits.len() - 1 } else { 0 };
    let digit = number.digits[at..].chars().next()?.to_digit(10)?;
    let other = if digit > 5 { digit - 3 } else { digit + 3 };
    let digits = format!("{}{other}{}", &number.digits[..at], &number.digits[at + 1..]);
    Some(Number { digits, ..number.clone() })
}

fn is_year(number: &Number) -> bool {
    let bare = number.unit.is_empty() && number.scale.is_empty() && number.sign.is_empty();
    bare && number.digits.parse::<u32>().is_ok_and(|digits| (1900..2100).contains(&digits))
}

/// Ten times as much.
fn power_of_ten(number: &Number) -> Option<Number> {
    if !number.unit.contains("won") && !number.sign.contains('$') && !number.digits.contains(',') {
        return None;
    }
    let plain = number.digits.replace(',', "");
    let digits = match plain.split_once('.') {
        Some((whole, part)) => {
            let moved = format!("{whole}{}", &part[..1]);
            let moved = moved.trim_start_matches('0').to_owned();
            if part.len() > 1 { format!("{moved}.{}", &part[1..]) } else { moved }
        }
        None => grouped(&format!("{plain}0")),
    };
    Some(Number { digits, ..number.clone() })
}

fn grouped(digits: &str) -> String {
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

fn scale(number: &Number) -> Option<Number> {
    let other = match number.scale.as_str() {
        "million" => "billion",
        "billion" => "million",
        "trillion" => "billion",
        _ => return None,
    };
    Some(Number { scale: other.to_owned(), ..number.clone() })
}

fn currency(number: &Number) -> Option<Number> {
    match (number.sign.as_str(), number.unit.as_str()) {
        ("$", "") => Some(Number { sign: String::new(), unit: " won".to_owned(), ..number.clone() }),
        ("", " won" | " yen" | " yuan") => Some(Number { sign: "$".to_owned(), unit: String::new(), ..number.clone() }),
        _ => None,
    }
}

fn points(number: &Number) -> Option<Number> {
    let unit = match number.unit.as_str() {
        " percent" => " percentage points",
        " percentage points" => " percent",
        _ => return None,
    };
    Some(Number { unit: unit.to_owned(), ..number.clone() })
}

/// A date with another month or day.
fn dates(article: &Article, versions: Versions) -> Vec<Fault> {
    let months = ["Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."];
    let pattern = format!(r"\b({}) (\d{{1,2}})\b", months.map(|month| month.replace('.', r"\.")).join("|"));
    let month_later = article.changes(&pattern, |found| {
        let month = months.iter().position(|month| *month == &found[1])?;
        Some(format!("{} {}", months[(month + 1) % 12], &found[2]))
    });
    let days_later = article.changes(&pattern, |found| {
        let day: u32 = found[2].parse().ok()?;
        Some(format!("{} {}", &found[1], if day > 14 { day - 10 } else { day + 10 }))
    });
    let changed = month_later.into_iter().chain(days_later);
    // A weekday beside it would be wrong, too.
    let changed = changed.filter(|(_, at, _)| !at.contains("day, "));
    against(article, changed.collect(), versions)
}

/// A small number that the sentence of the source gives otherwise.
fn small_counts(article: &Article) -> Vec<Fault> {
    let words = ["two", "three", "four", "five", "six", "seven", "eight"];
    article.each_match(r"\b(two|three|four|five|six) (houses|buildings|contracts|employees|times|minerals|ministers|warehouses|days|granddaughters|bridges|weeks|lanes)\b", |found| {
        let at = words.iter().position(|word| *word == &found[1])?;
        Some(format!("{} {}", words[at + 2], &found[2]))
    })
}

/// The draft had a number wrong, and the editor put it right.
fn fixed(article: &Article) -> Vec<Fault> {
    let body = article.draft.find('\n').unwrap();
    let found = numbers(&article.draft, body, article);
    let slips: [Slip; 2] = [swapped, scale];
    let mut faults = Vec::new();
    for number in &found {
        // In the final it stands with the same digits.
        if !article.r#final.contains(&number.digits) {
            continue;
        }
        for wrong in slips.iter().filter_map(|slip| slip(number)).filter(|wrong| !wrong.stands_in(&article.source)) {
            let mut draft = article.draft.clone();
            draft.replace_range(number.place.clone(), &wrong.written());
            let around = context(&article.draft, &number.place);
            let at = format!("draft: {} became {} in: {around}", number.written(), wrong.written());
            faults.push(article.with(&draft, &article.r#final, Versions::All, at));
        }
    }
    faults
}

/// What an amount is in dollars, ten times too much or in another scale.
fn conversion(article: &Article) -> Vec<Fault> {
    // Of other currencies a desk sets the range, but two rates in one article must agree.
    let pattern = r"(won|yuan) \(\$([\d.,]+)( million| billion)?\)";
    let scaled = article.each_match(pattern, |found| {
        let scale = match found.get(3)?.as_str() {
            " million" => " billion",
            _ => " million",
        };
        Some(format!("{} (${}{scale})", &found[1], &found[2]))
    });
    let tenfold = article.each_match(pattern, |found| {
        let number: f64 = found[2].replace(',', "").parse().ok()?;
        Some(format!(
            "{} (${}{})",
            &found[1],
            grouped(&format!("{:.0}", number * 10.0)),
            found.get(3).map_or("", |it| it.as_str())
        ))
    });
    let double = article.each_match(pattern, |found| {
        let number: f64 = found[2].replace(',', "").parse().ok()?;
        // Of yuan the range is not set.
        (&found[1] == "won").then(|| format!("won (${:.1}{})", number * 2.0, found.get(3).map_or("", |it| it.as_str())))
    });
    scaled.into_iter().chain(tenfold).chain(double).collect()
}
