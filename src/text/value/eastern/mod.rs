//! Values in Korean, Japanese and Chinese. Words are not parted by spaces there, or carry endings, so that the text is
//! read character by character, from the beginning of each token.

mod amount;
mod clock;
mod date;
mod native;
mod number;
mod standing;
mod vague;

use super::{PartialDate, Quantity, Value};
use crate::lexicon;
use crate::text::{Class, Span, Token};

/// The first letters of all that begins a value in letters; a token that begins otherwise is not looked up anywhere.
const OPENERS: &str = "〇一七万三上下两九二五今令何先兩八六几前十千半去后四大平幾数數明昨昭本来百第萬这零그글나내넉네넷다닷두둘마만몇모반백보사서석세셋수쉰스시십아약어억여연열엿영예오올월이일작재전절정제주지천초총최하한";

/// Reads one sentence, up to its end in the text.
struct Scanner<'a> {
    text: &'a str,
    words: &'a lexicon::Values,
}

/// Whether more tokens of a sentence are written in Hangul, Han or kana than begin with a Latin letter.
pub(super) fn is_eastern(text: &str, tokens: &[Token]) -> bool {
    let mut balance = 0_i32;
    for token in tokens.iter().filter(|token| token.class != Class::Mark) {
        let written = token.span.of(text);
        match written.bytes().next() {
            Some(byte) if byte.is_ascii_alphabetic() => balance -= 1,
            _ if written.chars().next_back().is_some_and(is_eastern_letter) => balance += 1,
            _ => {}
        }
    }
    balance > 0
}

fn is_eastern_letter(c: char) -> bool {
    is_hangul(c) || matches!(c as u32, 0x3040..=0x30FF | 0x3400..=0x9FFF)
}

fn is_hangul(c: char) -> bool {
    matches!(c as u32, 0xAC00..=0xD7A3)
}

/// Adds the values of a sentence.
pub(super) fn read(text: &str, tokens: &[Token], words: &lexicon::Values, found: &mut Vec<Value>) {
    let Some(last) = tokens.last() else { return };
    let scanner = Scanner { text: &text[..last.span.end], words };
    let mut reached = 0;
    for (index, token) in tokens.iter().enumerate() {
        let start = token.span.start;
        if start < reached {
            continue;
        }
        let before = index.checked_sub(1).map_or("", |before| tokens[before].span.of(text));
        let here = || scanner.value(start, before).map(|found| (start, found));
        if let Some((start, (quantity, end))) = here().or_else(|| scanner.age_behind_name(*token)) {
            found.push(Value { span: Span::new(start, end), quantity });
            reached = end;
            // `3년6개월` is one token, and two values.
            if is_time(&quantity)
                && end < token.span.end
                && let Some((rest, end)) = scanner.value(end, "").filter(|(rest, _)| is_time(rest))
            {
                found.push(Value { span: Span::new(reached, end), quantity: rest });
                reached = end;
            }
        }
    }
    scanner.inherit(found);
    scanner.inherit_month(found);
    scanner.inherit_halves(found);
}

/// Whether what stands between two values makes them the ends of a range.
fn is_range(between: &str) -> bool {
    matches!(between, "~" | "∼" | "～" | "-" | "–" | "〜" | "至" | "到")
}

fn is_time(quantity: &Quantity) -> bool {
    matches!(quantity, Quantity::Amount(amount) if matches!(amount.unit, Some("years" | "months" | "weeks" | "days" | "hours" | "minutes" | "seconds")))
}

impl<'a> Scanner<'a> {
    /// The value that begins at a place, and its end. `before` is the token before it.
    fn value(&self, start: usize, before: &str) -> Option<(Quantity, usize)> {
        let first = self.at(start)?;
        if first.is_ascii_alphabetic() {
            return None;
        }
        if first.is_ascii_digit() || number::digit(first).is_some() {
            return self.numeric(start, before);
        }
        if !OPENERS.contains(first) {
            return None;
        }
        if let Some(found) = self.relative(start).or_else(|| self.era(start)).or_else(|| self.vague(start)) {
            return Some(found);
        }
        if let Some(prefix) = self.prefix(start) {
            let (quantity, end) = self.numeric(start + prefix.len(), prefix)?;
            return Some((quantity, end));
        }
        self.spelled(start, before)
    }

    /// The month of a range of days, which stands before the first alone: `12월 20~21일`.
    fn inherit_month(&self, found: &mut Vec<Value>) {
        let month = |value: &Value| match value.quantity {
            Quantity::Date(date) if date.day.is_none() => date.month,
            _ => None,
        };
        for at in (2..found.len()).rev() {
            let (Some(named), [Quantity::Date(first), Quantity::Date(last)]) =
                (month(&found[at - 2]), [found[at - 1].quantity, found[at].quantity])
            else {
                continue;
            };
            let between = |one: usize, two: usize| self.text[found[one].span.end..found[two].span.start].trim();
            let bare = |date: PartialDate| date.day.is_some() && date.month.is_none() && date.year.is_none();
            if !between(at - 2, at - 1).is_empty() || !is_range(between(at - 1, at)) || !bare(first) || !bare(last) {
                continue;
            }
            let Quantity::Date(lead) = found[at - 2].quantity else { continue };
            let dated = |date: PartialDate| Quantity::Date(PartialDate { month: Some(named), year: lead.year, ..date });
            found[at - 1] = Value { span: found[at - 2].span.hull(found[at - 1].span), quantity: dated(first) };
            found[at].quantity = dated(last);
            found.remove(at - 2);
        }
    }

    /// What the first number of a range shares with the second: `1~5월`, `오후 2~4시`, `11월 6일부터 10일까지`.
    fn inherit(&self, found: &mut [Value]) {
        for at in 1..found.len() {
            let between = self.text[found[at - 1].span.end..found[at].span.start].trim();
            if !is_range(between) {
                continue;
            }
            if let Quantity::Amount(first) = found[at - 1].quantity
                && first.unit.is_none()
            {
                found[at - 1].quantity = match found[at].quantity {
                    Quantity::Amount(second) => {
                        Quantity::Amount(super::Amount { unit: second.unit, counted: second.counted, ..first })
                    }
                    Quantity::Date(second) => date::like(first.number, second).unwrap_or(found[at - 1].quantity),
                    Quantity::Clock(_) => self
                        .hour_like(found[at - 1].span.start, first.number)
                        .map_or(found[at - 1].quantity, Quantity::Clock),
                    _ => continue,
                };
            }
        }
    }

    /// The age that stands in one token with a name, `(본명 강율·29)`: where it begins, what it is and where it ends.
    fn age_behind_name(&self, token: Token) -> Option<(usize, (Quantity, usize))> {
        let at = token.span.start + token.span.of(self.text).rfind('·')? + '·'.len_utf8();
        let (amount, end) = self.amount(at, "·").filter(|(amount, _)| amount.unit == Some("years old"))?;
        Some((at, (Quantity::Amount(amount), end)))
    }

    /// A value in digits.
    fn numeric(&self, start: usize, before: &str) -> Option<(Quantity, usize)> {
        self.date(start, before)
            .or_else(|| self.score(start).or_else(|| self.record(start)))
            .or_else(|| self.clock(start))
            .or_else(|| self.amount(start, before).map(|(amount, end)| (Quantity::Amount(amount), end)))
    }

    fn at(&self, at: usize) -> Option<char> {
        self.text.get(at..)?.chars().next()
    }

    fn rest(&self, at: usize) -> &'a str {
        self.text.get(at..).unwrap_or("")
    }

    /// Behind a space, if one stands there.
    fn behind_space(&self, at: usize) -> usize {
        if self.rest(at).starts_with(' ') { at + 1 } else { at }
    }

    /// Whether one of some words stands before a place.
    fn follows(&self, at: usize, words: &[&str]) -> bool {
        let before = self.text.get(..at).unwrap_or("").trim_end();
        words.iter().any(|&word| before.ends_with(word))
    }

    /// What may stand right before the digits of a value: `제48대`, `약12만`, `第3次`.
    fn prefix(&self, start: usize) -> Option<&'a str> {
        let rest = self.rest(start);
        let end = rest.find(|c: char| number::digit(c).is_some() || !c.is_alphabetic())?;
        let prefix = &rest[..end];
        let digit = rest[end..].chars().next().and_then(number::digit).is_some();
        (digit && (self.words.prefixes.contains(prefix) || prefix == "第")).then_some(prefix)
    }

    /// The longest piece of at most six characters that the text goes on with and `get` knows, and its end.
    fn longest<T>(&self, at: usize, get: impl Fn(&str) -> Option<T>) -> Option<(T, usize)> {
        const LONGEST: usize = 6;
        let rest = self.rest(at);
        (0..LONGEST).rev().find_map(|last| {
            let end = rest.char_indices().nth(last).map(|(at, c)| at + c.len_utf8())?;
            Some((get(&rest[..end])?, at + end))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::OPENERS;

    #[test]
    fn every_word_that_begins_a_value_is_let_through() {
        let tables: toml::Table = include_str!("../../../lexicon/tables/values.toml").parse().expect("the tables");
        for name in [
            "days_ahead",
            "weeks_ahead",
            "months_ahead",
            "years_ahead",
            "native_tens",
            "native_ones",
            "native_days",
            "eras",
        ] {
            for word in tables[name].as_table().expect("a table").keys() {
                let first = word.chars().next().expect("a word");
                assert!(first.is_ascii() || OPENERS.contains(first), "{name}: {word}");
            }
        }
        for word in tables["prefixes"].as_array().expect("an array") {
            assert!(word.as_str().is_some_and(|word| word.starts_with(|first| OPENERS.contains(first))), "{word}");
        }
    }
}
