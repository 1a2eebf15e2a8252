use rust_decimal::Decimal;

use super::spelled::Numeral;
use super::{Amount, Reader};
use crate::text::{Class, fold};

impl<'a> Reader<'a> {
    /// An amount that begins at a token, and the token behind it.
    pub(super) fn amount(&self, start: usize) -> Option<(Amount, usize)> {
        if let Some(stage) = self.stage(start) {
            return Some(stage);
        }
        let (mut amount, end) = self.bare_amount(start)?;
        if amount.unit.is_none()
            && !amount.ordinal
            && let Some((unit, scale)) = self.shared(start, end, amount.number)
        {
            amount.unit = unit;
            amount.number = amount.number.checked_mul(scale)?.normalize();
        }
        if amount.unit.is_none() && self.is_age(start, end, &amount) {
            amount.unit = Some("years old");
        }
        if amount.unit.is_none() && !amount.ordinal {
            amount.counted = self.counted(end);
            if self.is_stage(start, &amount) {
                (amount.unit, amount.counted) = (Some("stage"), None);
            }
        }
        if self.word(start) == "one" && amount.number == Decimal::ONE && !self.one_counts(start, end, &amount) {
            return None;
        }
        let before = self.before(start);
        amount.approximate =
            self.words.hedges.contains(before) || (before == "to" && start > 1 && self.word(start - 2) == "close");
        Some((amount, end))
    }

    /// An amount by itself, whatever stands around it.
    fn bare_amount(&self, start: usize) -> Option<(Amount, usize)> {
        if self.is_minus(start) {
            let (amount, end) = self.bare_amount(start + 1)?;
            return Some((Amount { number: -amount.number, ..amount }, end));
        }
        if let Some(amount) = self.numbered(start) {
            return Some(amount);
        }
        if self.is_point(start) {
            let digits = self.written(start + 1);
            let number = format!("0.{digits}").parse().ok()?;
            return Some((Amount::of(number, None), start + 2));
        }
        let (mut unit, mut at) = (None, start);
        if self.tokens[start].class == Class::Mark || self.written(start).bytes().all(|byte| byte.is_ascii_uppercase())
        {
            // `KRW 30 billion`, `$ 30`; but a currency word such as `won` is a verb, too.
            if let Some(code) = self.words.currencies.get(self.word(start))
                && self.is_number(start + 1)
            {
                (unit, at) = (Some(code), start + 1);
            }
        }
        if self.word(start) == "aged" {
            (unit, at) = (Some("years old"), start + 1);
        }
        if at == start && self.tokens[start].class == Class::Mark {
            return None;
        }
        let numeral = self.numeral(at)?;
        if !numeral.prefix.is_empty() {
            unit = Some(self.words.currencies.get(&fold(numeral.prefix))?);
        }
        self.with_unit(numeral, unit, at)
    }

    /// A number with what its suffix or the words behind it make of it.
    fn with_unit(&self, numeral: Numeral, unit: Option<&'static str>, at: usize) -> Option<(Amount, usize)> {
        let mut amount = Amount::of(numeral.number, unit);
        let mut end = numeral.end;
        let suffix = fold(numeral.suffix);
        if numeral.ordinal && suffix == "-term" {
            return Some((Amount::of(numeral.number, Some("terms")), end));
        }
        // As Korean says it: `2도 화상`.
        if suffix.ends_with("-degree") && self.word(end).starts_with("burn") {
            return Some((Amount::of(numeral.number, Some("degrees")), end));
        }
        // `the 19th-century hall`
        let places = ["st", "nd", "rd", "th"];
        let in_century = suffix
            .strip_suffix("-century")
            .is_some_and(|mark| places.contains(&mark) || (numeral.ordinal && mark.is_empty()));
        if numeral.ordinal || places.contains(&&*suffix) || in_century {
            amount.ordinal = true;
            if in_century {
                amount.unit = Some("centuries");
                return Some((amount, end));
            }
            let is_place = !numeral.ordinal || (suffix.is_empty() && self.is_place(at, end));
            amount.unit = self.ordered(at, end);
            return is_place.then_some((amount, end));
        }
        match &*suffix {
            "" => {}
            "-term" => {
                amount.unit = Some("terms");
                return Some((amount, end));
            }
            "s" | "'s" => {
                amount.unit = Some(decade(numeral.number)?);
                return Some((amount, end));
            }
            // A capital by itself makes it a name: 5G, 3D.
            _ if numeral.suffix.len() == 1 && numeral.suffix.starts_with(char::is_uppercase) => return None,
            suffix => {
                let plain = suffix.strip_prefix('-').unwrap_or(suffix);
                match self.words.units.get(plain).or_else(|| self.words.currencies.get(plain)) {
                    Some(name) => amount.unit = Some(name),
                    // `three-run`, `100-seat`: what is counted is no unit. Other letters make it a name: `5G`, `737-max8`.
                    None if suffix.len() > plain.len()
                        && plain.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-') =>
                    {
                        return Some((amount, end));
                    }
                    None => return None,
                }
                if let Some(speed) = amount.unit.and_then(|unit| self.speed(unit, end)) {
                    return Some((Amount { unit: Some(speed), ..amount }, end + 2));
                }
                return Some((amount, end));
            }
        }
        if amount.unit.is_none()
            && let Some((name, width)) = self.unit(end, amount.number).or_else(|| Some((self.in_a_row(end)?, 0)))
        {
            amount.unit = Some(self.speed_behind_bracket(name, end + width).unwrap_or(name));
            end += width;
        }
        if let Some((name, factor)) = amount.unit.and_then(long_period) {
            amount.number = amount.number.checked_mul(factor)?;
            amount.unit = Some(name);
        }
        if amount.unit.is_some_and(|unit| unit.starts_with("degrees"))
            && self.word(end) == "below"
            && self.word(end + 1) == "zero"
        {
            amount.number = -amount.number;
            end += 2;
        }
        Some((amount, end))
    }

    /// `31.2m per second`, `80km an hour`: the unit with the two words behind it.
    fn speed(&self, unit: &str, end: usize) -> Option<&'static str> {
        match (unit, self.word(end), self.word(end + 1)) {
            ("meters", "per" | "a", "second") => Some("meters per second"),
            ("kilometers", "per" | "an", "hour") => Some("kilometers per hour"),
            ("miles", "per" | "an", "hour") => Some("miles per hour"),
            _ => None,
        }
    }

    /// The unit of `72 kilometers (45 miles) per hour`, inside the bracket and before it.
    fn speed_behind_bracket(&self, unit: &str, end: usize) -> Option<&'static str> {
        /// No conversion has more tokens.
        const LONGEST: usize = 6;
        let opens = usize::from(self.word(end) == "(");
        let close = (end + opens..end + LONGEST).find(|&at| matches!(self.word(at), ")" | "("))?;
        let closes = self.word(close) == ")" && (opens == 1 || close == end);
        closes.then(|| self.speed(unit, close + 1)).flatten()
    }

    /// The unit or currency that begins at a token, and its length in tokens.
    pub(super) fn unit(&self, at: usize, number: Decimal) -> Option<(&'static str, usize)> {
        for width in (2..=3).rev() {
            if let Some(last) = self.tokens.get(at + width - 1)
                && last.class == Class::Word
            {
                let phrase = fold(self.tokens[at].span.hull(last.span).of(self.text));
                if let Some(name) = self.words.units.get(&phrase).or_else(|| self.words.currencies.get(&phrase)) {
                    return Some((name, width));
                }
            }
        }
        let one = self.word(at);
        // A team of three that `won the cup` won no money.
        if one == "won" && number < Decimal::TEN && matches!(self.word(at + 1), "a" | "an" | "the" | "their" | "its") {
            return None;
        }
        let name = self.words.units.get(one).or_else(|| self.words.currencies.get(one))?;
        Some((name, 1))
    }

    /// `No. 1`, `number one`.
    fn numbered(&self, start: usize) -> Option<(Amount, usize)> {
        let number_sign = match self.word(start) {
            "no" => self.written(start).ends_with('.') && self.is_number(start + 1),
            "number" => self.is_number(start + 1) || self.words.numerals.get(self.word(start + 1)).is_some(),
            _ => false,
        };
        if !number_sign {
            return None;
        }
        let numeral =
            self.numeral(start + 1).filter(|numeral| numeral.suffix.is_empty() && numeral.prefix.is_empty())?;
        Some((Amount { ordinal: true, ..Amount::of(numeral.number, None) }, numeral.end))
    }

    /// `minus 5`, and a minus sign right before the digits.
    fn is_minus(&self, at: usize) -> bool {
        if self.word(at) == "minus" {
            return self.is_number(at + 1) || self.words.numerals.get(self.word(at + 1)).is_some();
        }
        let (Some(sign), Some(number)) = (self.tokens.get(at), self.tokens.get(at + 1)) else { return false };
        matches!(self.written(at), "-" | "−" | "–")
            && number.class == Class::Number
            && sign.span.end == number.span.start
            && (at == 0 || self.tokens[at - 1].span.end < sign.span.start)
    }

    /// `.218`: a batting average has no zero before its point.
    fn is_point(&self, at: usize) -> bool {
        let (Some(point), Some(number)) = (self.tokens.get(at), self.tokens.get(at + 1)) else { return false };
        self.written(at) == "."
            && number.class == Class::Number
            && self.written(at + 1).bytes().all(|byte| byte.is_ascii_digit())
            && point.span.end == number.span.start
            && at > 0
            && self.tokens[at - 1].span.end < point.span.start
    }

    /// Whether a spelled ordinal is a place in an order, and neither a span of time nor an adverb.
    fn is_place(&self, at: usize, end: usize) -> bool {
        let next = self.word(end);
        match self.word(at) {
            "first" => matches!(next, "quarter" | "half" | "round" | "phase" | "inning" | "consecutive" | "straight"),
            "second" => {
                (!matches!(self.before(at), "a" | "per" | "one" | "each" | "every" | "split" | "of")
                    || matches!(next, "straight" | "consecutive"))
                    && self.tokens.get(end).is_some_and(|token| token.class == Class::Word)
                    && !matches!(next, "only" | "to" | "of")
            }
            _ => true,
        }
    }

    /// The unit and scale that a number shares with the one behind it: `5 to 7 percent`, `between 1 and 1.5 million`.
    fn shared(&self, start: usize, end: usize, number: Decimal) -> Option<(Option<&'static str>, Decimal)> {
        let links = match self.word(end) {
            "to" | "-" | "or" => true,
            "and" => self.before(start) == "between",
            _ => false,
        };
        if !links || self.tokens.get(end + 1).is_none() {
            return None;
        }
        let numeral = self.numeral(end + 1).filter(|numeral| !numeral.ordinal)?;
        let (amount, _) = self.bare_amount(end + 1)?;
        let scale = if numeral.scale > Decimal::ONE && number < numeral.scale { numeral.scale } else { Decimal::ONE };
        (amount.unit.is_some() || scale > Decimal::ONE).then_some((amount.unit, scale))
    }

    /// `a retirement age of 65`, and the end of `aged 18 to 29`.
    fn is_number_of_age(&self, start: usize) -> bool {
        let two_before = start.checked_sub(2).map_or("", |at| self.word(at));
        match self.before(start) {
            "of" | "to" if two_before == "age" => true,
            "to" | "-" => start >= 3 && self.word(start - 3) == "aged",
            _ => false,
        }
    }

    /// `Moon Dae-ho, 36, saved`, `Moon Dae-ho (36)`: a number between commas, or in brackets, behind a name.
    fn is_age(&self, start: usize, end: usize, amount: &Amount) -> bool {
        if self.is_number_of_age(start) {
            return end == start + 1 && self.is_number(start) && amount.number < Decimal::from(110);
        }
        if end == start + 1 && self.is_told_age(start, end) {
            let years = amount.number.is_integer() && amount.number > Decimal::ZERO;
            return years && self.is_number(start) && amount.number < Decimal::from(110);
        }
        let closes = match self.before(start) {
            "," => matches!(self.word(end), "," | "."),
            // Countries and teams have other numbers in brackets behind them.
            "(" => self.word(end) == ")" && start >= 2 && self.written(start - 2).contains('-'),
            _ => false,
        };
        start >= 2
            && end == start + 1
            && closes
            && self.is_number(start)
            && (self.is_capitalised(start - 2) || self.is_one_person(start - 2))
            && self.words.months.get(self.word(start - 2)).is_none()
            && amount.number.is_integer()
            && amount.number > Decimal::ZERO
            && amount.number < Decimal::from(110)
    }

    /// `the singer, 24, made`
    fn is_one_person(&self, at: usize) -> bool {
        let word = self.word(at);
        !word.ends_with('s')
            && !matches!(word, "people" | "men" | "women" | "children" | "police" | "crew" | "staff")
            && self.words.nouns.get(word) == Some("people")
    }

    /// What a bare number counts, by the words behind it; `something` for a plural that no table knows.
    pub(super) fn counted(&self, end: usize) -> Option<&'static str> {
        const REACH: usize = 4;
        let mut plural = None;
        for at in end..end + REACH {
            let word = self.word(at);
            let is_word = self.tokens.get(at).is_some_and(|token| token.class == Class::Word);
            if !is_word || self.words.stops.contains(word) {
                break;
            }
            if let Some(class) = self.words.nouns.get(word) {
                return Some(class);
            }
            if is_person(word) {
                return Some("people");
            }
            if plural.is_none() && word.len() > 3 && word.ends_with('s') && !word.ends_with("'s") {
                plural = Some("something");
            }
        }
        plural
    }

    /// `one` counts before a unit, a scale word or a person; `one of`, `no one` and `one another` count nothing.
    fn one_counts(&self, start: usize, end: usize, amount: &Amount) -> bool {
        if matches!(self.before(start), "no" | "any" | "every" | "each" | "another" | "this" | "that" | "the") {
            return false;
        }
        let daily = amount.unit == Some("days") && matches!(self.before(start), "" | "," | "\"");
        let person = end == start + 1 && self.words.nouns.get(self.word(end)) == Some("people");
        (amount.unit.is_some() && !daily) || person
    }
}

/// What `s` behind a number makes of it: `1990s`, `in his 50s`.
fn decade(number: Decimal) -> Option<&'static str> {
    let round = number.is_integer() && (number % Decimal::TEN).is_zero();
    let (least, most) = (Decimal::TEN, Decimal::from(2100));
    (round && number >= least && number <= most).then_some("decade")
}

/// Decades and centuries as years.
fn long_period(unit: &str) -> Option<(&'static str, Decimal)> {
    match unit {
        "decades" => Some(("years", Decimal::TEN)),
        "centuries" => Some(("years", Decimal::ONE_HUNDRED)),
        _ => None,
    }
}

/// Nouns for people by their ending; those that end alike and are none stand in the table of nouns.
fn is_person(word: &str) -> bool {
    const ENDINGS: [&str; 6] = ["ers", "ors", "ists", "ians", "men", "people"];
    word.len() > 5 && ENDINGS.iter().any(|ending| word.ends_with(ending))
}
