//! The figures of `postedit score`: a line for each pair, or a summary for people.

use std::io::{self, Write};

use serde::Serialize;

use super::Unusable;
use super::json::Failed;
use crate::desk::EffortSums;
use crate::effort::{Corpus, Tag, Ter, TerOptions};
use crate::kinds::Impact;
use crate::report::Effort;

/// The figures of one pair.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ScoreLine<'a> {
    /// The article's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<&'a str>,
    /// Translation edit rate of the whole pair as one segment.
    pub ter: Ter,
    /// chrF2 of the whole pair, 0 to 100.
    pub chrf2: f64,
    /// The tags of the draft: gap, word, gap, …
    pub word_tags: Vec<Tag>,
    /// The desk's figures, of articles only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub effort: Option<Effort>,
}

impl ScoreLine<'_> {
    /// Adds the line to others.
    ///
    /// # Errors
    ///
    /// Those of the writer.
    pub fn print(&self, out: &mut dyn Write) -> io::Result<()> {
        json_line(out, self)
    }
}

/// Adds the line that stands in the place of a row that could not be used.
///
/// # Errors
///
/// Those of the writer.
pub fn score_unusable(out: &mut dyn Write, row: &Unusable) -> io::Result<()> {
    json_line(out, &Failed::new(row))
}

fn json_line(out: &mut dyn Write, item: &impl Serialize) -> io::Result<()> {
    serde_json::to_writer(&mut *out, item)?;
    out.write_all(b"\n")
}

/// Prints what all pairs add up to; `effort` is that of articles.
///
/// # Errors
///
/// Those of the writer.
pub fn score_summary(
    out: &mut dyn Write,
    corpus: &Corpus,
    options: &TerOptions,
    effort: Option<&EffortSums>,
) -> io::Result<()> {
    let Corpus { lines, untouched, ter, .. } = corpus;
    let what = match (effort.is_some(), lines) {
        (true, 1) => "article",
        (true, _) => "articles",
        (false, 1) => "line",
        (false, _) => "lines",
    };
    writeln!(out, "{lines} {what}, {untouched} of them untouched\n")?;
    writeln!(
        out,
        "TER    {:6.2}  {} edits, {} words of the finals",
        corpus.ter_score(),
        ter.edits,
        ter.reference_words
    )?;
    writeln!(out, "chrF2  {:6.2}", corpus.chrf2())?;
    writeln!(
        out,
        "as sacreBLEU computes them: {} and nrefs:1|case:mixed|eff:yes|nc:6|nw:0|space:no",
        signature(*options)
    )?;
    effort.map_or(Ok(()), |effort| desk(out, effort))
}

/// The options of TER, as sacreBLEU signs them.
fn signature(options: TerOptions) -> String {
    let yes = |yes: bool| if yes { "yes" } else { "no" };
    format!(
        "nrefs:1|case:{}|tok:tercom|norm:{}|punct:{}|asian:{}",
        if options.case_sensitive { "mixed" } else { "lc" },
        yes(options.normalized),
        yes(!options.no_punct),
        yes(options.asian_support),
    )
}

/// The desk's figures.
fn desk(out: &mut dyn Write, effort: &EffortSums) -> io::Result<()> {
    let rate = |ter: Ter| percent(ter.edits, ter.reference_words);
    let parts = &effort.parts;
    writeln!(out, "\nfor the desk, by aligned sentences, without dateline, disclosure and byline:\n")?;
    writeln!(
        out,
        "edit rate (HTER)     {:>5}  headline {} · body {} · captions {}",
        rate(parts.sum()),
        rate(parts.headline),
        rate(parts.body),
        rate(parts.captions),
    )?;
    let (edits, reference) = (effort.characters.edits, effort.characters.reference);
    writeln!(out, "characters changed   {:>5}  {edits} for {reference} of the finals", percent(edits, reference))?;
    let (untouched, sentences) = (effort.untouched, effort.sentences);
    writeln!(out, "sentences untouched  {:>5}  {untouched} of {sentences}", percent(untouched, sentences))?;
    writeln!(out, "words                       {} added, {} cut", effort.words.added, effort.words.cut)?;
    let all: usize = Impact::ALL.iter().map(|&impact| effort.edits(impact)).sum();
    let shares: Vec<String> =
        Impact::ALL.iter().map(|&impact| format!("{} {}", impact.name(), percent(effort.edits(impact), all))).collect();
    writeln!(out, "edits                {all:>5}  {}", shares.join(" · "))
}

/// A share in percent; a dash where there is nothing to take a share of.
fn percent(part: usize, of: usize) -> String {
    if of == 0 { "–".to_owned() } else { format!("{:.0} %", 100.0 * part as f64 / of as f64) }
}
