//! The figures of some articles, with what can be said of their certainty.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use super::Row;

/// What some articles add up to.
#[derive(Debug, Clone, Default, PartialEq, Serialize, JsonSchema)]
pub struct Figures {
    /// Articles.
    pub articles: usize,
    /// Words of their finals, outside the frame.
    pub words: usize,
    /// Sentences of their finals, outside the frame.
    pub sentences: usize,
    /// Of these, equal to one of the draft to the letter.
    pub untouched: usize,
    /// Edits by the measure of translation edit rate, over words; `null` where there are none.
    pub edit_rate: Option<Rate>,
    /// Edits of the meaning a thousand words; `null` where there are none.
    pub meaning: Option<Rate>,
    /// Articles with a draft of which no sentence was edited.
    pub unedited: usize,
    /// Articles whose draft contradicts the source in a value, among those that have both.
    pub wrong_drafts: Share,
    /// Open findings by rule.
    pub findings: BTreeMap<&'static str, usize>,
    /// Edits by kind.
    pub kinds: BTreeMap<&'static str, usize>,
}

/// So many of so many.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Share {
    /// So many.
    pub count: usize,
    /// Of so many.
    pub of: usize,
}

impl Share {
    /// The share with its 95 % interval (Wilson 1927); `None` of none.
    pub fn rate(self) -> Option<Rate> {
        const NORMAL_95: f64 = 1.96;
        if self.of == 0 {
            return None;
        }
        let (n, value) = (self.of as f64, self.count as f64 / self.of as f64);
        let square = NORMAL_95 * NORMAL_95;
        let middle = (value + square / (2.0 * n)) / (1.0 + square / n);
        let half = NORMAL_95 / (1.0 + square / n) * (value * (1.0 - value) / n + square / (4.0 * n * n)).sqrt();
        Some(Rate { value, low: (middle - half).max(0.0).min(value), high: (middle + half).min(1.0).max(value) })
    }
}

/// A quotient of sums over articles with its 95 % interval: articles, not words, are what was drawn by chance.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, JsonSchema)]
pub struct Rate {
    /// The quotient.
    pub value: f64,
    /// Lower end of the interval; the value itself where there is but one article.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

impl Rate {
    /// The ratio of two sums, its variance by linearisation (Cochran, Sampling Techniques, 6.3).
    pub fn of(parts: impl Iterator<Item = (usize, usize)> + Clone) -> Option<Rate> {
        const NORMAL_95: f64 = 1.96;
        let (mut above, mut below, mut count) = (0.0, 0.0, 0.0);
        for (one, two) in parts.clone() {
            (above, below, count) = (above + one as f64, below + two as f64, count + 1.0);
        }
        if below == 0.0 {
            return None;
        }
        let value = above / below;
        let squares: f64 = parts.map(|(one, two)| (one as f64 - value * two as f64).powi(2)).sum();
        let spread = if count > 1.0 { (squares * count / (count - 1.0)).sqrt() / below } else { 0.0 };
        Some(Rate { value, low: (value - NORMAL_95 * spread).max(0.0), high: value + NORMAL_95 * spread })
    }

    fn scaled(self, factor: f64) -> Rate {
        Rate { value: self.value * factor, low: self.low * factor, high: self.high * factor }
    }
}

impl Figures {
    /// The sums over some rows.
    pub fn of<'a>(rows: impl Iterator<Item = &'a Row> + Clone) -> Figures {
        let mut figures = Figures::default();
        for row in rows.clone() {
            figures.articles += 1;
            figures.words += row.words;
            figures.sentences += row.sentences;
            figures.untouched += row.untouched;
            figures.unedited += usize::from(row.is_unedited());
            if let Some(wrong) = row.wrong_draft {
                figures.wrong_drafts.of += 1;
                figures.wrong_drafts.count += usize::from(wrong);
            }
            for finding in &row.findings {
                *figures.findings.entry(finding.rule).or_default() += 1;
            }
            for (&kind, &count) in &row.kinds {
                *figures.kinds.entry(kind).or_default() += count;
            }
        }
        let measured = rows.filter(|row| row.edits.is_some());
        figures.edit_rate = Rate::of(measured.clone().map(|row| (row.edits.unwrap_or_default(), row.words)));
        figures.meaning = Rate::of(measured.map(|row| (row.meaning, row.words))).map(|rate| rate.scaled(1000.0));
        figures
    }
}

#[cfg(test)]
mod tests {
    use super::Rate;

    #[test]
    fn a_rate_is_surer_the_more_articles_agree() {
        let rate = |parts: &[(usize, usize)]| Rate::of(parts.iter().copied());
        assert_eq!(rate(&[]), None);
        assert_eq!(rate(&[(3, 0)]), None);
        assert_eq!(rate(&[(1, 4)]), Some(Rate { value: 0.25, low: 0.25, high: 0.25 }));
        let few = rate(&[(10, 100), (30, 100)]).expect("words");
        let many = rate(&[(10, 100), (30, 100)].repeat(50)).expect("words");
        assert_eq!((few.value, many.value), (0.2, 0.2));
        assert!(few.high - few.low > 3.0 * (many.high - many.low));
        // Two articles of 0.1 and 0.3: the standard error of their mean is 0.1.
        assert!((few.high - (0.2 + 0.196)).abs() < 1e-9, "{few:?}");
    }
}
