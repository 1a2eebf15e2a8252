use super::figure::whole;
use super::{Clock, Reader};

impl Reader<'_> {
    /// A time of day that begins at a token, and the token behind it: `7:00 PM`, `7 p.m.`, `18:29`, `noon`,
    /// `7:30 in the evening`.
    pub(super) fn clock(&self, at: usize) -> Option<(Clock, usize)> {
        let word = self.word(at);
        match word {
            "noon" => return Some((Clock { hour: 12, ..Clock::default() }, at + 1)),
            "midnight" => return Some((Clock::default(), at + 1)),
            _ if !self.is_number(at) => return None,
            _ => {}
        }
        // `7pm`, `7:30p.m.`
        let glued = ["am", "pm", "a.m", "p.m"].into_iter().find_map(|half| Some((word.strip_suffix(half)?, half)));
        let digits = glued.map_or(word, |(digits, _)| digits);
        let (hour, minute) = match digits.split_once(':') {
            Some((hour, minute)) if minute.len() == 2 => (whole(hour, 2)?, whole(minute, 2)?),
            Some(_) => return None,
            None => (whole(digits, 2)?, 0),
        };
        if hour > 23 || minute > 59 {
            return None;
        }
        let oclock = glued.is_none() && self.word(at + 1) == "o'clock" && hour <= 12;
        let is_time = oclock || digits.contains(':');
        let behind = at + 1 + usize::from(oclock);
        let half = match glued {
            Some((_, half)) => half_of(half).map(|half| (half, at + 1)),
            None => half_of(self.word(behind))
                .map(|half| (half, behind + 1))
                .or_else(|| self.part_of_day(behind, hour).filter(|_| is_time || self.is_at(at))),
        };
        let (hour, open, end) = match half {
            Some((half, end)) if (1..=12).contains(&hour) => (hour % 12 + half, false, end),
            // `18:29` and `07:30` count from midnight.
            None if is_time => (hour, (1..=12).contains(&hour) && !digits.starts_with('0'), behind),
            _ => return None,
        };
        Some((Clock { hour: i8::try_from(hour).ok()?, minute: i8::try_from(minute).ok()?, open }, end))
    }

    /// The hours to add for `in the evening` and the like that begin at a token, and the token behind it. Small hours
    /// are called night as well as morning.
    fn part_of_day(&self, at: usize, hour: i16) -> Option<(i16, usize)> {
        match (self.word(at), self.word(at + 1), self.word(at + 2)) {
            ("in", "the", "morning") => Some((0, at + 3)),
            ("in", "the", "afternoon" | "evening") => Some((12, at + 3)),
            ("at", "night", _) => Some((if hour < 6 || hour == 12 { 0 } else { 12 }, at + 2)),
            _ => None,
        }
    }

    /// Whether a word before a number tells that it is an hour.
    fn is_at(&self, at: usize) -> bool {
        matches!(self.before(at), "at" | "by" | "until" | "till" | "around" | "from" | "since" | "before" | "after")
    }
}

/// The hours that a half of the day begins with.
fn half_of(word: &str) -> Option<i16> {
    match word {
        "a.m" | "am" => Some(0),
        "p.m" | "pm" => Some(12),
        _ => None,
    }
}
