use super::figure::whole;
use super::{Clock, Reader};

impl Reader<'_> {
    /// A time of day that begins at a token, and the token behind it: `7:00 PM`, `7 p.m.`, `18:29`, `noon`.
    pub(super) fn clock(&self, at: usize) -> Option<(Clock, usize)> {
        let word = self.word(at);
        match word {
            "noon" => return Some((Clock { hour: 12, minute: 0 }, at + 1)),
            "midnight" => return Some((Clock { hour: 0, minute: 0 }, at + 1)),
            _ if !self.is_number(at) => return None,
            _ => {}
        }
        // `7pm`, `7:30p.m.`
        let glued = ["am", "pm", "a.m", "p.m"].into_iter().find_map(|half| Some((word.strip_suffix(half)?, half)));
        let (digits, half, width) = match glued {
            Some((digits, half)) => (digits, half, 1),
            None => (word, self.word(at + 1), 2),
        };
        let (hour, minute) = match digits.split_once(':') {
            Some((hour, minute)) if minute.len() == 2 => (whole(hour, 2)?, whole(minute, 2)?),
            Some(_) => return None,
            None => (whole(digits, 2)?, 0),
        };
        if hour > 23 || minute > 59 {
            return None;
        }
        let half = match half {
            "a.m" | "am" => Some(0),
            "p.m" | "pm" => Some(12),
            _ => None,
        };
        let (hour, end) = match half {
            Some(half) if (1..=12).contains(&hour) => (hour % 12 + half, at + width),
            None if digits.contains(':') => (hour, at + 1),
            None if self.word(at + 1) == "o'clock" && hour <= 12 => (hour, at + 2),
            _ => return None,
        };
        Some((Clock { hour: i8::try_from(hour).ok()?, minute: i8::try_from(minute).ok()? }, end))
    }
}
