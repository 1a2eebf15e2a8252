//! Values in news text: amounts with their unit, scores, dates and clock times, as spans over the text.
//!
//! English is read token by token, Korean, Japanese and Chinese character by character (`eastern`). Both give the same
//! [`Quantity`], so that values compare across languages and ways of writing ([`relate`], [`matching`]).

mod amount;
mod clock;
mod convert;
mod date;
mod digits;
mod eastern;
mod figure;
pub mod matching;
mod relation;
mod relative;
mod resolve;
mod score;
mod share;
mod shown;
mod spelled;
mod standing;
#[cfg(test)]
mod tests;
mod vague;

use rust_decimal::Decimal;

use super::{Class, Span, Token, Vocabulary};
use crate::lexicon;

pub use convert::{ImpliedRate, implied_rate};
pub use digits::significant;
pub use relation::{Relation, relate};
use vague::power_of;

pub use resolve::{Period, days_apart, possible_weekdays, relate_on, resolve};

/// One value and where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Value {
    /// The number with all that belongs to it: `$350 billion`, `the 25th`, `7 p.m.`.
    pub span: Span,
    /// What it says.
    pub quantity: Quantity,
}

/// What a value says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Quantity {
    /// A number, with or without a unit.
    Amount(Amount),
    /// Two numbers against each other: `7-2`, `seven to two`, `240 to 1`.
    Score(Decimal, Decimal),
    /// A day, a month, a year, or parts of them.
    Date(PartialDate),
    /// A day, week, month or year counted from the day of publication: `last year`, `다음 달 3일`.
    Relative(Relative),
    /// A time of day.
    Clock(Clock),
    /// Some of a power of ten: `hundreds`, `수십억원`.
    Vague(Vague),
}

/// A number with its unit.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Amount {
    /// The whole number, scale word included: 1,200,000 for `1.2 million`.
    pub number: Decimal,
    /// What is measured, by its standard name (`percent`, `KRW`, `millimeters`); `None` for a bare number.
    pub unit: Option<&'static str>,
    /// The sort of thing that a number without a unit counts (`people`, `homes`, `things`, or `something`),
    /// where it can be seen.
    pub counted: Option<&'static str>,
    /// A place in an order: `3rd`.
    pub ordinal: bool,
    /// Not meant exactly: `about`, `nearly`, `more than`.
    pub approximate: bool,
}

impl Amount {
    /// A number of a unit, exactly.
    fn of(number: Decimal, unit: Option<&'static str>) -> Self {
        Amount { number: number.normalize(), unit, ..Amount::default() }
    }

    /// Whether it is a whole number below ten, a part or a small multiple: too common to be told from its like without
    /// the words around it.
    pub fn is_common(&self) -> bool {
        let small = self.number.abs() < Decimal::TEN;
        self.unit == Some("share") || small && (self.unit == Some("times") || self.number.is_integer())
    }
}

/// A date as far as it is written out. A date may lack any part but not all.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct PartialDate {
    /// The year, such as 2025.
    pub year: Option<i16>,
    /// 1 to 12.
    pub month: Option<i8>,
    /// 1 to 31.
    pub day: Option<i8>,
    /// Monday 1 to Sunday 7.
    pub weekday: Option<i8>,
    /// On which side of the day of publication it lies, where that is said: `지난 15일`, `오는 26일`.
    pub side: Option<Side>,
}

/// Before or after the day of publication.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Side {
    /// Before it.
    Past,
    /// After it.
    Coming,
}

/// A period counted from the one that holds the day of publication, and what is said about the day within.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Relative {
    /// What is counted.
    pub unit: Calendar,
    /// How many ahead: -1 for `last year`, 0 for `this year`.
    pub ahead: i16,
    /// The month, day or weekday in that period, as far as it is said: `작년 10월`, `the 20th of this month`.
    pub within: PartialDate,
}

/// A period of the calendar. A week runs from Monday to Sunday.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Calendar {
    Day,
    Week,
    Month,
    Year,
}

/// A time of day.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Clock {
    /// 0 to 23.
    pub hour: i8,
    /// 0 to 59.
    pub minute: i8,
    /// Nothing says in which half of the day it lies: `7:30`, `7시`. The hour is then 1 to 12.
    pub open: bool,
}

/// Some of a power of ten. Both languages name the power, and neither says how many.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Vague {
    /// The power: 2 for `hundreds`.
    pub power: u8,
    /// What is measured, as in [`Amount::unit`].
    pub unit: Option<&'static str>,
    /// What is counted, as in [`Amount::counted`].
    pub counted: Option<&'static str>,
}

/// How the names of months and weekdays begin.
const CALENDAR: [&str; 17] =
    ["ap", "au", "de", "fe", "fr", "ja", "ju", "ma", "mo", "no", "oc", "sa", "se", "su", "th", "tu", "we"];

/// How numerals, ordinals, multiples and the words for days and periods begin.
const NUMERALS: [&str; 20] = [
    "do", "ei", "el", "fi", "fo", "hu", "la", "ne", "ni", "on", "qu", "se", "si", "te", "th", "to", "tr", "tw", "ye",
    "ze",
];

/// Other words that may begin a value.
const OTHERS: [&str; 25] = [
    "aged",
    "billions",
    "dozens",
    "few",
    "half",
    "hundreds",
    "midnight",
    "millions",
    "minus",
    "no",
    "noon",
    "number",
    "quarter-final",
    "quarter-finals",
    "quarterfinal",
    "quarterfinals",
    "semi-final",
    "semi-finals",
    "semifinal",
    "semifinals",
    "semis",
    "several",
    "tens",
    "thousands",
    "trillions",
];

/// The first two letters that some words may begin with: by the first, a bit for each second.
struct Starts([u32; 26]);

impl Starts {
    const fn of(words: &[&str]) -> Self {
        let (mut starts, mut at) = ([0; 26], 0);
        while at < words.len() {
            let word = words[at].as_bytes();
            starts[(word[0] - b'a') as usize] |= 1 << (word[1] - b'a');
            at += 1;
        }
        Starts(starts)
    }

    fn hold(&self, first: u8, second: u8) -> bool {
        let second = u32::from(second.wrapping_sub(b'a'));
        let seconds = self.0.get(usize::from(first.wrapping_sub(b'a')));
        seconds.is_some_and(|seconds| second < 26 && seconds & 1 << second != 0)
    }
}

/// What the value parser reads: the tokens of one sentence and their text.
struct Reader<'a> {
    text: &'a str,
    tokens: &'a [Token],
    vocabulary: &'a Vocabulary,
    words: &'a lexicon::Values,
}

/// The values in the tokens of one sentence, in order, none within another.
pub fn values(text: &str, tokens: &[Token], vocabulary: &Vocabulary, words: &lexicon::Values) -> Vec<Value> {
    let reader = Reader { text, tokens, vocabulary, words };
    let mut found = Vec::new();
    if eastern::is_eastern(text, tokens) {
        eastern::read(text, tokens, words, &mut found);
        return found;
    }
    let mut at = 0;
    while at < tokens.len() {
        match reader.read(at) {
            Some((quantity, end)) => {
                let span = tokens[at].span.hull(tokens[end - 1].span);
                found.push(Value { span, quantity });
                at = end;
            }
            None => at = reader.range(at, &mut found).unwrap_or(at + 1),
        }
    }
    found
}

impl<'a> Reader<'a> {
    /// The value that begins at a token, and the token behind it.
    fn read(&self, at: usize) -> Option<(Quantity, usize)> {
        let is_number = self.tokens[at].class == Class::Number;
        if !is_number && !self.may_begin(at) {
            return None;
        }
        let time = self
            .clock(at)
            .map(|(clock, end)| (Quantity::Clock(clock), end))
            .or_else(|| self.relative(at).map(|(relative, end)| (Quantity::Relative(relative), end)))
            .or_else(|| self.date(at).map(|(date, end)| self.in_year(date, end)));
        time.or_else(|| {
            let numeral = self.numeral(at);
            self.score(at, numeral)
                .or_else(|| self.record(numeral))
                .or_else(|| self.vague(at))
                .or_else(|| self.share(at, numeral).map(|(amount, end)| (Quantity::Amount(amount), end)))
                .or_else(|| self.amount(at).map(|(amount, end)| (Quantity::Amount(amount), end)))
        })
    }

    /// Whether a word or mark can begin a value at all. Most words are turned away by their first two letters, and the
    /// articles by what follows them, before any table is searched.
    fn may_begin(&self, at: usize) -> bool {
        let (word, words) = (self.word(at), self.words);
        match word {
            "the" => return self.is_number(at + 1),
            "a" | "an" => {
                let next = self.word(at + 1);
                return matches!(next, "dozen" | "quarter" | "half")
                    || words.scales.get(next).is_some()
                    || words.ordinals.get(next).is_some();
            }
            _ => {}
        }
        let &[first, second, ..] = word.as_bytes() else { return self.is_number(at + 1) };
        if !first.is_ascii_alphabetic() {
            return self.is_number(at + 1);
        }
        const { Starts::of(&CALENDAR) }.hold(first, second) && self.is_of_calendar(at)
            || const { Starts::of(&NUMERALS) }.hold(first, second) && self.is_numeral_word(word)
            || const { Starts::of(&OTHERS) }.hold(first, second) && OTHERS.contains(&word)
            || first == b'm' && word.starts_with(spelled::MAGNITUDE)
            || word.len() <= 4 && self.is_capitalised(at) && words.currencies.get(word).is_some()
    }

    /// The name of a month or of a weekday, with its capital.
    fn is_of_calendar(&self, at: usize) -> bool {
        let word = self.word(at);
        self.is_capitalised(at) && self.words.months.get(word).or(self.words.weekdays.get(word)).is_some()
    }

    fn is_numeral_word(&self, word: &str) -> bool {
        let words = self.words;
        let head = word.split('-').next().unwrap_or(word);
        words.numerals.get(head).is_some()
            || words.ordinals.get(head).is_some()
            || words.multiples.get(word).is_some()
            || words.steps.get(word).is_some()
            || words.days_ahead.get(word.strip_suffix("'s").unwrap_or(word)).is_some()
    }

    /// The folded form of a token, without the full stop of an abbreviation; empty behind the last.
    fn word(&self, at: usize) -> &'a str {
        let Some(token) = self.tokens.get(at) else { return "" };
        let form = self.vocabulary.form(token.folded);
        if form.len() > 1 { form.trim_end_matches('.') } else { form }
    }

    /// The folded form of the token before another.
    fn before(&self, at: usize) -> &'a str {
        at.checked_sub(1).map_or("", |before| self.word(before))
    }

    fn written(&self, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", |token| token.span.of(self.text))
    }

    fn is_capitalised(&self, at: usize) -> bool {
        self.written(at).starts_with(char::is_uppercase)
    }

    fn is_number(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.class == Class::Number)
    }
}
