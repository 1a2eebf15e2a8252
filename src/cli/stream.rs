//! What `diff` and `check` share: read one article or many, analyse each, print it.

use std::path::{Path, PathBuf};

use crate::analysis::{Analysis, analyse};
use crate::audit::{self, Finding};
use crate::desk::Desk;
use crate::input::{self, InputError, Row};
use crate::pair::Pair;
use crate::render::{self, FORMATS, Files, Options, Printer, Purpose, View};
use crate::settings::Settings;

use super::exit::Failure;
use super::output::Output;
use super::{InputArguments, OutputArguments, say};

/// A run over some articles.
pub(super) struct Run {
    settings: Settings,
    printer: Box<dyn Printer>,
    out: Output,
    desk: Desk,
}

/// Reads, analyses and prints all that the arguments name, and gives the sums.
pub(super) fn run(
    input: &InputArguments,
    output: &OutputArguments,
    purpose: Purpose,
    summary: bool,
    view: View,
) -> Result<Desk, Failure> {
    let settings = settings(input)?;
    let articles = if input.pairs.is_some() { Vec::new() } else { vec![one(input, purpose)?] };
    let pairs = input.pairs.as_deref().map(|path| Ok::<_, InputError>((path, input::open_pairs(path)?))).transpose()?;
    let options = Options { purpose, summary, width: width(), many: pairs.is_some(), view };
    let format = FORMATS.iter().find(|format| format.name == output.format).unwrap_or(&FORMATS[0]);
    let out = Output::open(output.output.as_deref())?;
    let mut run = Run { settings, printer: (format.open)(options), out, desk: Desk::default() };
    for (pair, files) in articles {
        run.article(&pair, &files)?;
    }
    if let Some((path, reader)) = pairs {
        for row in input::pairs(reader, purpose == Purpose::Diff) {
            run.row(row.map_err(|cause| InputError::reading(path, cause))?, path)?;
        }
    }
    run.finish()
}

impl Run {
    fn article(&mut self, pair: &Pair, files: &Files) -> Result<(), Failure> {
        let analysis = analyse(pair, &self.settings);
        let findings = audit::run(&analysis, &self.settings);
        for note in &analysis.notes {
            say(&format!("{}: {note}", files.r#final));
        }
        self.print(&analysis, &findings, files)?;
        self.desk.add(&analysis, &findings);
        Ok(())
    }

    fn print(&mut self, analysis: &Analysis, findings: &[Finding], files: &Files) -> Result<(), Failure> {
        let article = render::Article { analysis, findings, files };
        self.printer.article(&mut self.out, &article).map_err(|cause| self.out.failed(cause))
    }

    fn row(&mut self, row: Row, path: &Path) -> Result<(), Failure> {
        match row.pair {
            Ok(pair) => {
                let name = pair.id.clone().unwrap_or_else(|| format!("{}:{}", path.display(), row.line));
                self.article(&pair, &Files::all(&name))
            }
            Err(error) => {
                say(&format!("{}: line {}: {}", path.display(), row.line, error.message));
                self.desk.unusable += 1;
                let row = render::Unusable { id: error.id.as_deref(), line: row.line, message: &error.message };
                self.printer.unusable(&mut self.out, &row).map_err(|cause| self.out.failed(cause))
            }
        }
    }

    fn finish(mut self) -> Result<Desk, Failure> {
        self.printer.end(&mut self.out, &self.desk).map_err(|cause| self.out.failed(cause))?;
        self.out.finish()?;
        Ok(self.desk)
    }
}

/// The settings, with a warning for rules that nobody knows.
fn settings(input: &InputArguments) -> Result<Settings, Failure> {
    let settings = input::settings(input.config.as_deref(), Path::new("."))?;
    for name in settings.check.rules.keys().filter(|name| audit::rules().all(|rule| rule.name != *name)) {
        say(&format!("the settings name an audit rule that does not exist here: {name}. See `postedit explain`."));
    }
    Ok(settings)
}

/// The one article that the arguments name.
fn one(input: &InputArguments, purpose: Purpose) -> Result<(Pair, Files), Failure> {
    let (draft, r#final) = match (&input.draft, &input.r#final, purpose) {
        (Some(draft), Some(r#final), _) => (Some(draft), r#final),
        (Some(only), None, Purpose::Check) if input.source.is_some() => (None, only),
        _ => return Err(Failure::Usage(missing(purpose).to_owned())),
    };
    let named: Vec<(&str, &PathBuf)> = [("draft", draft), ("final", Some(r#final)), ("source", input.source.as_ref())]
        .into_iter()
        .filter_map(|(side, path)| Some((side, path?)))
        .collect();
    for (at, &(second, path)) in named.iter().enumerate() {
        if let Some((first, _)) = named[..at].iter().find(|(_, other)| input::same_file(other, path)) {
            return Err(InputError::same_file(path, side(first), side(second)).into());
        }
    }
    let read = |path: &PathBuf, lang: &Option<String>| input::read_text(path).map(|text| text.with_lang(lang.clone()));
    let pair = Pair {
        id: Some(name_of(r#final)),
        draft: draft.map(|path| read(path, &input.lang)).transpose()?,
        r#final: read(r#final, &input.lang)?,
        source: input.source.as_ref().map(|path| read(path, &input.source_lang)).transpose()?,
        meta: serde_json::Map::new(),
    };
    let shown =
        |path: &PathBuf| if path.as_os_str() == "-" { "standard input".to_owned() } else { path.display().to_string() };
    let files = Files {
        draft: draft.map(shown).unwrap_or_default(),
        r#final: shown(r#final),
        source: input.source.as_ref().map(shown).unwrap_or_default(),
    };
    Ok((pair, files))
}

fn side(name: &str) -> &'static str {
    match name {
        "draft" => "draft",
        "final" => "final",
        _ => "source",
    }
}

fn missing(purpose: Purpose) -> &'static str {
    match purpose {
        Purpose::Diff => "two files are wanted: postedit diff DRAFT FINAL (or many: --pairs FILE).",
        Purpose::Check => {
            "files are wanted: postedit check DRAFT FINAL, or postedit check --source SOURCE FINAL (or many: --pairs FILE)."
        }
    }
}

/// The article's name: the file's, or that of its folder where the file is just called `final`.
fn name_of(path: &Path) -> String {
    let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let folder = path.parent().and_then(Path::file_name).map(|name| name.to_string_lossy().into_owned());
    match folder {
        Some(folder) if stem == "final" => folder,
        _ if stem == "-" => "standard input".to_owned(),
        _ => stem,
    }
}

/// Columns of the terminal, 80 where there is none.
fn width() -> usize {
    const NARROWEST: usize = 40;
    const WIDEST: usize = 120;
    let columns = terminal_size::terminal_size().map_or(80, |(width, _)| usize::from(width.0));
    columns.clamp(NARROWEST, WIDEST)
}
