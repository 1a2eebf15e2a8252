use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::super::{Clock, Quantity, Value};
use super::Scanner;

/// What stands before an hour and says in which half of the day it lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Morning,
    Midday,
    Afternoon,
    Night,
}

/// The words for a part of the day, the longer of two that end alike first: 오전 is morning, 전 is not.
const PARTS: [(Part, &[&str]); 4] = [
    (Part::Morning, &["오전", "새벽", "아침", "午前", "未明", "朝", "上午", "凌晨", "早上", "清晨", "早晨"]),
    (Part::Midday, &["한낮", "대낮", "낮", "正午", "昼", "中午"]),
    (Part::Afternoon, &["오후", "저녁", "午後", "夕方", "下午", "傍晚"]),
    (Part::Night, &["밤", "심야", "深夜", "夜", "晚上", "晚间", "晚"]),
];

/// The minutes of half a day.
const HALF: i16 = 12 * 60;

impl Scanner<'_> {
    /// A time of day, and its end: `오후 7시 30분`, `午前9時半`, `下午3点`.
    pub(super) fn clock(&self, start: usize) -> Option<(Quantity, usize)> {
        let (hour, end) = self.figures(start)?;
        let hour = hour.to_i8().filter(|&number| hour.is_integer() && (0..=24).contains(&number))?;
        if let Some(found) = self.digital(hour, start, end) {
            return Some(found);
        }
        let rest = self.rest(end);
        let part = self.part_of_day(start);
        let word = ["시", "時", "时", "点"].into_iter().find(|&word| rest.starts_with(word))?;
        // 点 counts points as well; only a part of the day before it makes it an hour.
        let other = ["시간", "시즌", "時間", "시도", "시군"].iter().any(|&word| rest.starts_with(word));
        if other || (word == "点" && part.is_none()) {
            return None;
        }
        let mut end = end + word.len();
        let mut minute = 0;
        if let Some((minutes, minutes_end)) = self.figures(self.behind_space(end))
            && let Some(word) = ["분", "分"].into_iter().find(|&word| self.rest(minutes_end).starts_with(word))
        {
            minute = minutes.to_i8().filter(|minute| (0..60).contains(minute))?;
            end = minutes_end + word.len();
        } else if let Some(word) = [" 반", "半"].into_iter().find(|&word| self.rest(end).starts_with(word)) {
            (minute, end) = (30, end + word.len());
        }
        Some((Quantity::Clock(clock_of(hour, minute, part)), end))
    }

    /// `08:40`. A zero at the head counts from midnight.
    fn digital(&self, hour: i8, start: usize, end: usize) -> Option<(Quantity, usize)> {
        self.rest(end).strip_prefix(':')?;
        let (minute, last) = self.figures(end + 1).filter(|(_, last)| last - end == 3)?;
        let minute = minute.to_i8().filter(|minute| (0..60).contains(minute))?;
        let clock = clock_of(hour, minute, self.part_of_day(start));
        let open = clock.open && !self.rest(start).starts_with('0');
        Some((Quantity::Clock(Clock { open, ..clock }), last))
    }

    /// The part of the day that stands right before an hour.
    fn part_of_day(&self, start: usize) -> Option<Part> {
        PARTS.into_iter().find_map(|(part, words)| self.follows(start, words).then_some(part))
    }

    /// A bare number as the hour that the end of its range names: the 2 of `오후 2~4시`.
    pub(super) fn hour_like(&self, start: usize, number: Decimal) -> Option<Clock> {
        let hour = number.is_integer().then(|| number.to_i8()).flatten().filter(|hour| (0..=24).contains(hour))?;
        Some(clock_of(hour, 0, self.part_of_day(start)))
    }

    /// An hour that says nothing of its half of the day goes on from the one before it in the same clause: `오후 3시에
    /// 떠나 5시에 닿는다`. Where it is the earlier of the two on the dial, only a range tells that noon or midnight lies
    /// between (`오전 11시부터 2시까지`); else it stays open.
    pub(super) fn inherit_halves(&self, found: &mut [Value]) {
        /// Some dozen syllables.
        const SAME_CLAUSE: usize = 40;
        let (mut before, mut closed): (Option<(Clock, usize)>, bool) = (None, false);
        for value in found {
            let Quantity::Clock(clock) = &mut value.quantity else { continue };
            let mut range = false;
            if let Some((first, first_end)) = before {
                let link = self.text[first_end..value.span.start].trim();
                range = matches!(link, "~" | "∼" | "～" | "-" | "–" | "〜" | "부터" | "에서" | "から" | "至" | "到");
                let listed = link.contains([',', '·', '，', '、', ';', '(', '"', '”']) || link.len() > SAME_CLAUSE;
                let (from, to) = (minutes(first), minutes(*clock) % HALF);
                let same_half = from / HALF * HALF + to;
                if clock.open && (range || (same_half >= from && !listed && !closed)) {
                    let ahead = if same_half >= from { same_half } else { same_half + HALF };
                    clock.hour = i8::try_from(ahead / 60 % 24).unwrap_or(clock.hour);
                    clock.open = false;
                }
            }
            // Behind the end of a range, another begins.
            closed = range;
            before = (!clock.open).then_some((*clock, value.span.end));
        }
    }
}

fn minutes(clock: Clock) -> i16 {
    i16::from(clock.hour) * 60 + i16::from(clock.minute)
}

/// A time of day as it is told in a part of the day. Noon and midnight are both called 12 in the morning.
fn clock_of(hour: i8, minute: i8, part: Option<Part>) -> Clock {
    let (hour, open) = match (part, hour) {
        (_, 0 | 13..) => (hour % 24, false),
        (None, _) | (Some(Part::Morning), 12) => (hour, true),
        (Some(Part::Midday | Part::Afternoon), 12) => (12, false),
        (Some(Part::Night), 12) => (0, false),
        (Some(Part::Morning), _) => (hour, false),
        (Some(Part::Midday), 9..) | (Some(Part::Night), ..6) => (hour, false),
        (Some(_), _) => (hour + 12, false),
    };
    Clock { hour, minute, open }
}
