use rust_decimal::Decimal;

use super::super::share::is_round;
use super::super::{Amount, Quantity};
use super::Scanner;
use super::number::{digit, han_digit};

impl<'a> Scanner<'a> {
    /// An amount in digits, and its end.
    pub(super) fn amount(&self, start: usize, before: &str) -> Option<(Amount, usize)> {
        let numeral = self.numeral(start)?;
        // 5G, 3D, 2차전지용 F-15 and the like carry letters that are no unit.
        if let Some(found) = self.fraction(&numeral.number, numeral.end) {
            return Some(found);
        }
        if let Some(found) = self.terms(numeral.number, numeral.end).or_else(|| self.stage(numeral.number, numeral.end))
        {
            return Some(found);
        }
        let (mut amount, end) = self.with_unit(numeral.number, start, numeral.end)?;
        amount.ordinal |= matches!(before, "제" | "第");
        if amount.unit.is_none() && numeral.number < Decimal::from(110) && self.is_age(before, end) {
            amount.unit = Some("years old");
        }
        amount.approximate |= self.words.hedges.contains(before);
        Some(self.part_of(amount, end).unwrap_or((amount, end)))
    }

    /// An age that nothing but its place tells: `(29)`, `(본명 강율·29)`, `(29·회사원)`, `향년 87`.
    fn is_age(&self, before: &str, end: usize) -> bool {
        let closed = self.rest(end).starts_with([')', '）']);
        match before {
            "(" | "（" => closed || self.rest(end).starts_with('·'),
            "·" | "・" => closed,
            "향년" => true,
            _ => false,
        }
    }

    /// A number with the unit or counter behind it.
    pub(super) fn with_unit(&self, number: Decimal, start: usize, end: usize) -> Option<(Amount, usize)> {
        let mut amount = Amount::of(number, None);
        let (end, about) = self.about(end);
        amount.approximate = about;
        // With a scale word it is an amount whatever the letters mean: `2440만TEU`.
        let scaled = self.text[..end].ends_with(['천', '만', '억', '조', '千', '万', '萬', '億', '亿', '兆']);
        let next = self.at(end);
        if next.is_some_and(|c| c.is_ascii_alphabetic()) && !scaled && self.measured(end).is_none() {
            return None;
        }
        if let Some(end) = self.place(end) {
            amount.ordinal = true;
            return Some((amount, end));
        }
        if let Some(found) = self.and_a_half(amount, end) {
            return Some(found);
        }
        let spaced = self.behind_space(end);
        let end = match self.measured(end).or_else(|| self.measured(spaced).filter(|&(_, end)| self.ends_word(end))) {
            Some((unit, unit_end)) => {
                amount.unit = Some(unit);
                unit_end
            }
            None => match self.counter(end).or_else(|| self.counter(spaced).filter(|&(_, end)| self.ends_word(end))) {
                Some((class, counter_end)) => {
                    amount.counted = Some(class);
                    counter_end
                }
                None => end,
            },
        };
        Some(self.adjusted(amount, start, end))
    }

    /// `两个半月`, `3个半小时`.
    fn and_a_half(&self, mut amount: Amount, end: usize) -> Option<(Amount, usize)> {
        let halved = ["个半", "個半"].into_iter().find(|&word| self.rest(end).starts_with(word))?;
        let at = end + halved.len();
        let (unit, word) =
            [("months", "月"), ("hours", "小时"), ("hours", "小時"), ("hours", "钟头"), ("weeks", "星期")]
                .into_iter()
                .find(|(_, word)| self.rest(at).starts_with(word))?;
        amount.number = amount.number.checked_add(Decimal::new(5, 1))?;
        amount.unit = Some(unit);
        Some((amount, at + word.len()))
    }

    /// What the words around an amount make of it: per second, below zero, a decade, tenths.
    fn adjusted(&self, mut amount: Amount, start: usize, end: usize) -> (Amount, usize) {
        let mut end = end;
        match amount.unit {
            Some("degrees Celsius") if self.follows(start, &["영하", "마이너스", "零下", "氷点下"]) => {
                amount.number = -amount.number;
            }
            Some("tenths") => {
                amount.number = amount.number.checked_mul(Decimal::TEN).unwrap_or(amount.number);
                amount.unit = Some("percent");
            }
            Some("meters") if self.follows(start, &["초속"]) => amount.unit = Some("meters per second"),
            Some("kilometers") if self.follows(start, &["시속"]) => amount.unit = Some("kilometers per hour"),
            Some("seconds") => {
                // 13초27 is a record in seconds.
                if let Some((hundredths, fraction_end)) = self.figures(end).filter(|(_, last)| last - end <= 2) {
                    let places = u32::try_from(fraction_end - end).unwrap_or(2);
                    let fraction = hundredths.checked_div(Decimal::from(10_i64.pow(places))).unwrap_or_default();
                    amount.number = amount.number.checked_add(fraction).unwrap_or(amount.number);
                    end = fraction_end;
                }
            }
            Some("years" | "months" | "weeks" | "hours" | "minutes") if self.has_half(end) => {
                amount.number = amount.number.checked_add(Decimal::new(5, 1)).unwrap_or(amount.number);
            }
            None if amount.counted == Some("vehicles") && self.is_decade(&amount, end) => {
                (amount.unit, amount.counted) = (Some("decade"), None);
            }
            None if amount.counted == Some("vehicles") && self.is_of_office(end) => {
                (amount.ordinal, amount.counted) = (true, None);
            }
            _ => {}
        }
        if self.rest(end).starts_with("년대") || self.rest(end).starts_with("年代") {
            amount.unit = Some("decade");
        }
        (amount, end)
    }

    /// `1시간 반`, `2年半`.
    fn has_half(&self, end: usize) -> bool {
        let rest = self.rest(self.behind_space(end));
        let Some(behind) = rest.strip_prefix('반').or_else(|| rest.strip_prefix('半')) else { return false };
        // 반도체 and 반발 are other words.
        let particles = ["이", "의", "은", "을", "만", "간", "쯤", "째", "여", "가량"];
        rest.starts_with('半')
            || !behind.starts_with(super::is_hangul)
            || particles.iter().any(|particle| behind.starts_with(particle))
    }

    /// `60대 후반`, `40대 남성`: an age, no vehicles.
    fn is_decade(&self, amount: &Amount, end: usize) -> bool {
        const PEOPLE: [&str; 14] = [
            "초반",
            "중반",
            "후반",
            "남",
            "여",
            "노인",
            "부부",
            "운전자",
            "청년",
            "직장인",
            "주부",
            "학생",
            "형제",
            "자매",
        ];
        let round = (amount.number % Decimal::TEN).is_zero() && amount.number <= Decimal::ONE_HUNDRED;
        let rest = self.rest(self.behind_space(end));
        round && PEOPLE.iter().any(|&word| rest.starts_with(word))
    }

    /// A unit right at a place, and its end. Latin letters go on to no further letter.
    fn measured(&self, at: usize) -> Option<(&'static str, usize)> {
        let (unit, end) = self.longest(at, |piece| self.words.eastern_units.get(piece))?;
        let latin = self.rest(at).starts_with(|c: char| c.is_ascii_alphabetic());
        let goes_on = self.at(end).is_some_and(|c| c.is_ascii_alphanumeric());
        // 3분기 is a quarter, 2세대 a generation, 3원칙 principles.
        let other = ["분기", "세대", "년대", "年代", "주년", "周年", "도시", "성급", "米国"]
            .iter()
            .any(|&word| self.rest(at).starts_with(word));
        let ends = !(latin && goes_on);
        (ends && !other).then_some((unit, end))
    }

    fn counter(&self, at: usize) -> Option<(&'static str, usize)> {
        self.longest(at, |piece| self.words.counters.get(piece))
    }

    /// Whether a Korean word ends here, or only a particle follows: `두 달은`, but not `두 달리기`.
    pub(super) fn ends_word(&self, at: usize) -> bool {
        const PARTICLES: &str = "은는이가을를의에도로으와과만까부씩당어짜선규째간뿐여보처남다였라며인쯤정밖들동";
        self.at(at).is_none_or(|c| !super::is_hangul(c) || PARTICLES.contains(c))
    }

    /// Behind `여`, `余` and `多`, which say that a few more are meant.
    fn about(&self, at: usize) -> (usize, bool) {
        match self.at(at) {
            Some(c @ ('여' | '余' | '餘' | '多')) => (at + c.len_utf8(), true),
            _ => (at, false),
        }
    }

    /// `3분의 1`, `3分の1`, `三分之一`, behind the number of parts.
    fn fraction(&self, parts: &Decimal, end: usize) -> Option<(Amount, usize)> {
        let link = ["분의", "分の", "分之"].into_iter().find(|&link| self.rest(end).starts_with(link))?;
        let count = self.numeral(self.behind_space(end + link.len()))?;
        let number = count.number.checked_div(*parts)?;
        // Of a hundred, they are percent.
        if *parts == Decimal::ONE_HUNDRED {
            return Some((Amount::of(count.number, Some("percent")), count.end));
        }
        Some((Amount::of(number, Some("share")), count.end))
    }

    /// `5명 중 1명`: a part of a round whole.
    fn part_of(&self, whole: Amount, end: usize) -> Option<(Amount, usize)> {
        let rest = self.rest(self.behind_space(end));
        let link = ["가운데 ", "중 "].into_iter().find(|&link| rest.starts_with(link))?;
        let start = self.behind_space(end) + link.len();
        if whole.counted.is_none() || !is_round(whole.number) {
            return None;
        }
        let part = self.numeral(start)?;
        let (counted, part_end) = self.counter(part.end)?;
        let fits = Some(counted) == whole.counted && part.number < whole.number && part.number >= Decimal::ONE;
        let number = part.number.checked_div(whole.number)?;
        fits.then(|| (Amount::of(number, Some("share")), part_end))
    }

    /// `91 대 84`, `7対2`, `3比1`, `42-38`.
    pub(super) fn score(&self, start: usize) -> Option<(Quantity, usize)> {
        let (one, end) = self.figures(start)?;
        let rest = self.rest(self.behind_space(end));
        let link = ["대 ", "対", "比", "-", "–"].into_iter().find(|&link| rest.starts_with(link))?;
        let at = self.behind_space(end) + link.len();
        let (two, end) = self.figures(self.behind_space(at))?;
        let small = |number: Decimal| number.is_integer() && number < Decimal::ONE_THOUSAND;
        // `2-4시` and `5-7%` are ranges.
        let range = matches!(link, "-" | "–") && self.rest(end).starts_with(['시', '時', '月', '월', '일', '%', '명']);
        (!range && small(one) && small(two)).then_some((Quantity::Score(one, two), end))
    }

    /// A number written out, a native numeral, or a word for a part.
    pub(super) fn spelled(&self, start: usize, before: &str) -> Option<(Quantity, usize)> {
        let first = self.at(start)?;
        let found = if super::is_hangul(first) {
            self.native(start)
                .or_else(|| self.part_word(start))
                .or_else(|| self.terms_word(start))
                .or_else(|| self.sino(start))
        } else {
            self.han(start, before)
        };
        found.map(|(amount, end)| (Quantity::Amount(amount), end))
    }

    /// `절반`.
    fn part_word(&self, start: usize) -> Option<(Amount, usize)> {
        let end = start + "절반".len();
        self.rest(start).starts_with("절반").then(|| (Amount::of(Decimal::new(5, 1), Some("share")), end))
    }

    /// `백만 명`, `천만 원`: scale words alone, before a counter.
    fn sino(&self, start: usize) -> Option<(Amount, usize)> {
        let c = self.at(start).filter(|&c| matches!(c, '십' | '백' | '천' | '만' | '억'))?;
        let numeral = self.numeral(start)?;
        let (amount, end) = self.with_unit(numeral.number, start, numeral.end)?;
        let counts = amount.unit.is_some() || amount.counted.is_some();
        // 만 by itself is `only` and 천 a cloth; apart from their counter they count.
        let alone = numeral.end == start + c.len_utf8();
        let spaced = self.rest(numeral.end).starts_with(' ');
        // 백만장자 is a millionaire.
        let rich = self.rest(numeral.end).starts_with("장자");
        (counts && !rich && (!alone || spaced)).then_some((amount, end))
    }

    /// A number in Han: of one character only before a counter, for 一部 and 三峡 are words.
    fn han(&self, start: usize, before: &str) -> Option<(Amount, usize)> {
        let first = self.at(start)?;
        let vague = matches!(before, "数" | "數" | "几" | "幾" | "何");
        if vague || (han_digit(first).is_none() && !matches!(first, '十' | '百' | '千' | '万' | '萬')) {
            return None;
        }
        let numeral = self.numeral(start)?;
        if let Some(found) = self.fraction(&numeral.number, numeral.end) {
            return Some(found);
        }
        let (mut amount, end) = self.with_unit(numeral.number, start, numeral.end)?;
        amount.ordinal |= before == "第";
        amount.approximate |= self.words.hedges.contains(before) || before == "上";
        let counts = amount.unit.is_some() || amount.counted.is_some();
        let clear = if numeral.written_out == 1 {
            let strong = matches!(amount.unit, Some("percent" | "years old" | "hours" | "days" | "months" | "years"));
            let person = amount.counted == Some("people");
            numeral.number > Decimal::ONE && (strong || person || (before == "上" && counts))
        } else {
            han_digit(first).is_some() || first == '十' || counts
        };
        (clear && !self.rest(end).starts_with(|c| digit(c).is_some())).then_some((amount, end))
    }
}
