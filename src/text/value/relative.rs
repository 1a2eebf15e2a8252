use super::{Calendar, PartialDate, Quantity, Reader, Relative};

impl Reader<'_> {
    /// A period counted from now that begins at a token, and the token behind it: `last year`, `next Friday`,
    /// `the 20th of this month`, `yesterday`.
    pub(super) fn relative(&self, at: usize) -> Option<(Relative, usize)> {
        let word = self.word(at);
        if !word.as_bytes().first().is_some_and(|first| b"lntyc".contains(first)) {
            return None;
        }
        if word == "the" && self.word(at + 2) == "of" {
            let day = self.day(at + 1)?;
            let (relative, end) = self.stepped(at + 3).filter(|(relative, _)| relative.unit == Calendar::Month)?;
            return Some((
                Relative { within: PartialDate { day: Some(day), ..PartialDate::default() }, ..relative },
                end,
            ));
        }
        if let Some(ahead) = self.words.days_ahead.get(possessor(word)) {
            let ahead = i16::try_from(ahead).ok()?;
            return Some((Relative { unit: Calendar::Day, ahead, within: PartialDate::default() }, at + 1));
        }
        self.stepped(at)
    }

    /// A date with the year counted from now that stands behind it: `April last year`, `Aug. 8 of this year`.
    pub(super) fn in_year(&self, date: PartialDate, end: usize) -> (Quantity, usize) {
        let at = end + usize::from(self.word(end) == "of");
        let year = self.stepped(at).filter(|(year, _)| {
            year.unit == Calendar::Year && date.month.is_some() && date.year.is_none() && date.weekday.is_none()
        });
        year.map_or((Quantity::Date(date), end), |(year, end)| {
            (Quantity::Relative(Relative { within: date, ..year }), end)
        })
    }

    /// `last`, `this` or `next` with a period.
    fn stepped(&self, at: usize) -> Option<(Relative, usize)> {
        let ahead = i16::try_from(self.words.steps.get(self.word(at))?).ok()?;
        let period = possessor(self.word(at + 1));
        let unit = match period {
            "week" => Calendar::Week,
            "month" => Calendar::Month,
            "year" => Calendar::Year,
            _ => {
                let weekday = self.words.weekdays.get(period).filter(|_| self.is_capitalised(at + 1))?;
                let weekday = i8::try_from(weekday).ok();
                let within = PartialDate { weekday, ..PartialDate::default() };
                return Some((Relative { unit: Calendar::Week, ahead, within }, at + 2));
            }
        };
        Some((Relative { unit, ahead, within: PartialDate::default() }, at + 2))
    }
}

fn possessor(word: &str) -> &str {
    word.strip_suffix("'s").unwrap_or(word)
}
