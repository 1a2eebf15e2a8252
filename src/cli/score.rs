use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use super::exit::{Exit, Failure};
use super::output::Output;
use super::parallel::{self, Threads};
use super::progress::{self, Progress};
use super::say;
use crate::analysis::analyse;
use crate::desk::EffortSums;
use crate::effort::{Corpus, TerOptions, word_tags};
use crate::input::{self, InputError, LinePair, Row};
use crate::pair::Pair;
use crate::render::{ScoreLine, Unusable, score_summary, score_unusable};
use crate::report::Effort;
use crate::settings::Settings;

/// Lines are so short that many make a job.
const LINES_AT_ONCE: usize = 64;

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The machine's translations, a line each; - for standard input
    #[arg(value_name = "DRAFTS", required_unless_present = "pairs")]
    drafts: Option<PathBuf>,
    /// The edited versions, each on the line of its draft
    #[arg(value_name = "FINALS", required_unless_present = "pairs")]
    finals: Option<PathBuf>,
    /// Articles as JSON Lines, in place of DRAFTS and FINALS: with the desk's figures
    #[arg(long, value_name = "FILE", conflicts_with_all = ["drafts", "finals"])]
    pairs: Option<PathBuf>,
    /// How to print
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t = Format::Text)]
    format: Format,
    /// Write to a file, whole or not at all
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
    /// TER: keep upper case apart from lower case
    #[arg(long)]
    ter_case_sensitive: bool,
    /// TER: read XML entities and take marks apart from words
    #[arg(long)]
    ter_normalized: bool,
    /// TER: leave marks out
    #[arg(long)]
    ter_no_punct: bool,
    /// TER: each ideograph is a word (with --ter-normalized), and Asian marks are marks
    #[arg(long)]
    ter_asian_support: bool,
    /// The desk's settings, for --pairs; the nearest postedit.toml upward where absent
    #[arg(long, value_name = "FILE", requires = "pairs")]
    config: Option<PathBuf>,
    #[command(flatten)]
    threads: Threads,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// What all add up to, for people
    Text,
    /// A line of figures for each pair
    Jsonl,
}

/// The figures of one pair.
#[derive(Default)]
struct Scored {
    corpus: Corpus,
    effort: EffortSums,
    /// The line to be printed, if lines are.
    line: Vec<u8>,
    /// What the user should hear.
    said: Vec<String>,
    unusable: bool,
}

/// Adds the figures up, and prints them.
struct Sheet {
    out: Output,
    progress: Progress,
    corpus: Corpus,
    effort: EffortSums,
    unusable: usize,
}

pub(super) fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    match (&arguments.pairs, &arguments.drafts, &arguments.finals) {
        (Some(pairs), ..) => articles(arguments, pairs),
        (None, Some(drafts), Some(finals)) => lines(arguments, drafts, finals),
        _ => Err(Failure::Usage("two files are wanted: postedit score DRAFTS FINALS (or --pairs FILE).".to_owned())),
    }
}

/// Refuses to write over what is read.
fn refuse_own_input(output: Option<&Path>, files: &[&Path]) -> Result<(), Failure> {
    match output.filter(|output| files.iter().any(|file| input::same_file(file, output))) {
        Some(file) => {
            Err(Failure::Usage(format!("{}: is read and an output. Name another file to write to.", file.display())))
        }
        None => Ok(()),
    }
}

/// Scores two files line by line.
fn lines(arguments: &Arguments, drafts: &Path, finals: &Path) -> Result<Exit, Failure> {
    if input::same_file(drafts, finals) {
        return Err(InputError::same_file(drafts, "drafts", "finals").into());
    }
    refuse_own_input(arguments.output.as_deref(), &[drafts, finals])?;
    input::compare_lengths(drafts, finals)?;
    let mut sheet = Sheet::open(arguments, "lines", progress::size(drafts))?;
    let reader = sheet.progress.reading(input::open_pairs(drafts)?);
    let mut rows = input::lines((drafts, reader), (finals, input::open_pairs(finals)?));
    let work = |pair: Result<LinePair, InputError>| {
        let LinePair { draft, r#final } = pair?;
        Ok(arguments.score(&draft, &r#final))
    };
    parallel::in_order(&mut rows, arguments.threads.count(), LINES_AT_ONCE, work, |scored: Result<_, InputError>| {
        sheet.take(&scored?)
    })?;
    if sheet.corpus.lines == 0 {
        return Err(InputError::empty(drafts).into());
    }
    sheet.progress.aside(|| rows.notes().iter().for_each(|note| say(note)));
    sheet.finish(arguments, None)?;
    Ok(Exit::Done)
}

/// Scores articles, as whole texts and by their aligned sentences.
fn articles(arguments: &Arguments, file: &Path) -> Result<Exit, Failure> {
    refuse_own_input(arguments.output.as_deref(), &[file])?;
    let settings = input::settings(arguments.config.as_deref(), Path::new("."))?;
    let mut sheet = Sheet::open(arguments, "articles", progress::size(file))?;
    let rows = input::pairs(sheet.progress.reading(input::open_pairs(file)?), true);
    let work = |row: io::Result<Row>| {
        let Row { line, pair } = row.map_err(|cause| InputError::reading(file, cause))?;
        let at = format!("{}: line {line}", file.display());
        Ok(match pair {
            Ok(pair) => arguments.score_article(&pair, &settings, &at),
            Err(unusable) => {
                let row = Unusable {
                    id: unusable.id.as_deref(),
                    file: &file.display().to_string(),
                    line: Some(line),
                    message: &unusable.message,
                };
                let said = vec![format!("{at}: {}", unusable.message)];
                Scored {
                    line: arguments.line(|out| score_unusable(out, &row)),
                    said,
                    unusable: true,
                    ..Scored::default()
                }
            }
        })
    };
    parallel::in_order(rows, arguments.threads.count(), 1, work, |scored: Result<_, InputError>| sheet.take(&scored?))?;
    let unusable = sheet.unusable;
    let effort = sheet.effort;
    sheet.finish(arguments, Some(&effort))?;
    Ok(if unusable > 0 { Exit::Unusable } else { Exit::Done })
}

impl Arguments {
    fn ter_options(&self) -> TerOptions {
        TerOptions {
            case_sensitive: self.ter_case_sensitive,
            normalized: self.ter_normalized,
            no_punct: self.ter_no_punct,
            asian_support: self.ter_asian_support,
        }
    }

    /// What a printer writes, if lines are wanted.
    fn line(&self, print: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Vec<u8> {
        let mut line = Vec::new();
        if self.format == Format::Jsonl && print(&mut line).is_err() {
            // Writing to memory does not fail.
            line.clear();
        }
        line
    }

    fn score(&self, draft: &str, r#final: &str) -> Scored {
        let corpus = Corpus::of(draft, r#final, &self.ter_options());
        let line = self.line(|out| score_line(&corpus, draft, r#final).print(out));
        Scored { corpus, line, ..Scored::default() }
    }

    fn score_article(&self, pair: &Pair, settings: &Settings, at: &str) -> Scored {
        let (draft, r#final) = (pair.draft.as_ref().map_or("", |draft| draft.as_str()), pair.r#final.as_str());
        let corpus = Corpus::of(draft, r#final, &self.ter_options());
        let analysis = analyse(pair, settings);
        let line = self.line(|out| {
            let effort = Effort::of(&analysis);
            ScoreLine { id: pair.id.as_deref(), effort, ..score_line(&corpus, draft, r#final) }.print(out)
        });
        let name = pair.id.as_deref().unwrap_or(at);
        let said = analysis.notes.iter().map(|note| format!("{name}: {note}")).collect();
        Scored { corpus, effort: EffortSums::of(&analysis), line, said, unusable: false }
    }
}

fn score_line(corpus: &Corpus, draft: &str, r#final: &str) -> ScoreLine<'static> {
    let word_tags = word_tags(draft, r#final);
    ScoreLine { id: None, ter: corpus.ter, chrf2: corpus.chrf2(), word_tags, effort: None }
}

impl Sheet {
    fn open(arguments: &Arguments, what: &'static str, bytes: Option<u64>) -> Result<Self, Failure> {
        let out = Output::open(arguments.output.as_deref())?;
        let lines_on_screen = arguments.format == Format::Jsonl && arguments.output.is_none();
        let mut progress = Progress::new(what, bytes);
        progress.show_unless(lines_on_screen && io::stdout().is_terminal());
        Ok(Sheet { out, progress, corpus: Corpus::default(), effort: EffortSums::default(), unusable: 0 })
    }

    fn take(&mut self, scored: &Scored) -> Result<(), Failure> {
        self.progress.one();
        self.corpus.add(&scored.corpus);
        self.effort += scored.effort;
        self.unusable += usize::from(scored.unusable);
        if !scored.said.is_empty() {
            self.progress.aside(|| scored.said.iter().for_each(|message| say(message)));
        }
        self.out.write_all(&scored.line).map_err(|cause| self.out.failed(cause))
    }

    fn finish(mut self, arguments: &Arguments, effort: Option<&EffortSums>) -> Result<(), Failure> {
        drop(self.progress);
        if arguments.format == Format::Text {
            let printed = score_summary(&mut self.out, &self.corpus, &arguments.ter_options(), effort);
            printed.map_err(|cause| self.out.failed(cause))?;
        }
        self.out.finish()
    }
}
