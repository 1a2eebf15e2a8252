//! What many lines add up to, as sacreBLEU adds them up.

use super::{ChrfCounts, Ter, TerOptions, ter};

/// The sums over lines. A score of the whole is that of the sums, not the mean of the scores of the lines.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Corpus {
    /// Lines counted.
    pub lines: usize,
    /// Of these, equal to the letter on both sides.
    pub untouched: usize,
    /// Edits and words of the references.
    pub ter: Ter,
    /// The character n-grams.
    pub chrf: ChrfCounts,
}

impl Corpus {
    /// One pair of lines.
    pub fn of(hypothesis: &str, reference: &str, options: &TerOptions) -> Self {
        Corpus {
            lines: 1,
            untouched: usize::from(hypothesis == reference),
            ter: ter(hypothesis, reference, options),
            chrf: ChrfCounts::of(hypothesis, reference),
        }
    }

    /// Adds other lines.
    pub fn add(&mut self, other: &Self) {
        self.lines += other.lines;
        self.untouched += other.untouched;
        self.ter += other.ter;
        self.chrf += other.chrf;
    }

    /// TER in percent: edits for each hundred words of the references. As in sacreBLEU, 100 where there are edits and no
    /// words, and 0 where there is neither.
    pub fn ter_score(&self) -> f64 {
        match self.ter {
            Ter { edits: 0, .. } => 0.0,
            Ter { reference_words: 0, .. } => 100.0,
            Ter { edits, reference_words } => 100.0 * edits as f64 / reference_words as f64,
        }
    }

    /// chrF2, 0 to 100.
    pub fn chrf2(&self) -> f64 {
        self.chrf.score()
    }
}

#[cfg(test)]
mod tests {
    use super::{Corpus, TerOptions};

    #[test]
    fn sums_are_scored_not_scores_averaged() {
        let mut sum = Corpus::default();
        assert_eq!((sum.ter_score(), sum.chrf2()), (0.0, 0.0));
        for (hypothesis, reference) in [("a b c d e f", "a b c d e f"), ("new", "old"), ("gone", "")] {
            sum.add(&Corpus::of(hypothesis, reference, &TerOptions::default()));
        }
        assert_eq!((sum.lines, sum.untouched, sum.ter.edits, sum.ter.reference_words), (3, 1, 2, 7));
        assert!((sum.ter_score() - 200.0 / 7.0).abs() < 1e-9);
        assert!((Corpus::of("gone", "", &TerOptions::default()).ter_score() - 100.0).abs() < 1e-9);
    }
}
