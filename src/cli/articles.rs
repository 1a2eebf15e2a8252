//! Where the articles of `diff`, `check` and `accept` come from: two files, many pairs, a folder, a range of commits.

use std::iter;
use std::path::{Path, PathBuf};

use clap::Args;

use super::exit::Failure;
use super::progress::{self, Progress};
use super::say;
use crate::input::{self, Fields, Incoming, InputError};
use crate::pair::{Files, Pair, Text};
use crate::render::Purpose;
use crate::settings::Settings;

/// Where the texts come from.
#[derive(Debug, Args)]
pub(super) struct InputArguments {
    /// The machine's translation, - for standard input; or a folder of articles
    #[arg(value_name = "DRAFT")]
    draft: Option<PathBuf>,
    /// The edited version
    #[arg(value_name = "FINAL")]
    r#final: Option<PathBuf>,
    #[command(flatten)]
    pub(super) options: InputOptions,
}

/// The options among them.
#[derive(Debug, Args)]
pub(super) struct InputOptions {
    /// The original
    #[arg(long, value_name = "FILE")]
    source: Option<PathBuf>,
    /// Many pairs as JSON Lines, in place of DRAFT and FINAL
    #[arg(long, value_name = "FILE")]
    pub(super) pairs: Option<PathBuf>,
    /// What a field is called in the pairs (draft=mt_body, final=article.body)
    #[arg(long, value_name = "FIELD=NAME")]
    field: Vec<String>,
    /// The articles changed in a range of commits (main...HEAD), of a folder or a pattern (articles/{id}.md)
    #[arg(long, value_name = "RANGE", allow_hyphen_values = true)]
    pub(super) git: Option<String>,
    /// Follow links and patterns that leave the folder
    #[arg(long)]
    allow_outside: bool,
    /// Language of draft and final (BCP 47); read off the script where absent
    #[arg(long, value_name = "TAG")]
    lang: Option<String>,
    /// Language of the source
    #[arg(long, value_name = "TAG")]
    source_lang: Option<String>,
    /// The desk's settings; the nearest postedit.toml upward where absent
    #[arg(long, value_name = "FILE")]
    pub(super) config: Option<PathBuf>,
}

/// Articles, one at a time. An error ends the run; an article that cannot be used does not.
pub(super) struct Articles {
    pub(super) rows: Box<dyn Iterator<Item = Result<Incoming, InputError>>>,
    /// There may be more than one.
    pub(super) many: bool,
    /// How far the reading is.
    pub(super) progress: Progress,
}

impl InputArguments {
    pub(super) fn open(&self, settings: &Settings, purpose: Purpose) -> Result<Articles, Failure> {
        self.options.open(self.draft.as_deref(), self.r#final.as_deref(), settings, purpose)
    }
}

impl InputOptions {
    /// Opens what the arguments name.
    pub(super) fn open(
        &self,
        first: Option<&Path>,
        second: Option<&Path>,
        settings: &Settings,
        purpose: Purpose,
    ) -> Result<Articles, Failure> {
        let draft_required = purpose == Purpose::Diff;
        let is_folder = second.is_none() && first.is_some_and(Path::is_dir);
        self.refuse(first, second, is_folder)?;
        let progress = Progress::new("articles", self.pairs.as_deref().and_then(progress::size));
        let (rows, many): (Box<dyn Iterator<Item = Result<Incoming, InputError>>>, _) =
            match (&self.pairs, &self.git, first) {
                (Some(file), ..) => (Box::new(self.pairs(file, draft_required, &progress)?), true),
                (None, Some(range), _) => (Box::new(input::range(range, first, &settings.articles)?.map(Ok)), true),
                (None, None, Some(folder)) if is_folder => {
                    let mut folder = input::folder(folder, &settings.articles, self.allow_outside, draft_required)?;
                    let rows = iter::from_fn(move || folder.next().or_else(|| told(folder.waiting())));
                    (Box::new(rows.fuse()), true)
                }
                _ => (Box::new(iter::once(Ok(self.one(first, second, purpose)?))), false),
            };
        let (lang, source_lang) = (self.lang.clone(), self.source_lang.clone());
        let rows = rows.map(move |row| row.map(|row| in_languages(row, &lang, &source_lang)));
        Ok(Articles { rows: Box::new(rows), many, progress })
    }

    /// Refuses arguments that say two things at once.
    fn refuse(&self, first: Option<&Path>, second: Option<&Path>, is_folder: bool) -> Result<(), Failure> {
        let wrong = [
            (self.pairs.is_some() && self.git.is_some(), "--pairs and --git name two inputs; choose one."),
            (self.pairs.is_some() && first.is_some(), "--pairs stands in place of DRAFT and FINAL; leave those out."),
            (self.git.is_some() && second.is_some(), "--git takes one folder or pattern; leave the other out."),
            (
                self.source.is_some() && (self.pairs.is_some() || self.git.is_some() || is_folder),
                "--source names the original of one article; of many, it is in the pairs or beside the finals.",
            ),
            (
                !self.field.is_empty() && self.pairs.is_none(),
                "--field says what fields are called in --pairs; add those.",
            ),
            (
                self.allow_outside && (self.pairs.is_some() || self.git.is_some() || !is_folder),
                "--allow-outside is for a folder of articles; leave it out.",
            ),
        ];
        match wrong.iter().find(|(is_wrong, _)| *is_wrong) {
            Some((_, message)) => Err(Failure::Usage((*message).to_owned())),
            None => Ok(()),
        }
    }

    /// The rows of a file of pairs.
    fn pairs(
        &self,
        file: &Path,
        draft_required: bool,
        progress: &Progress,
    ) -> Result<impl Iterator<Item = Result<Incoming, InputError>> + use<>, Failure> {
        let fields = Fields::parse(&self.field).map_err(Failure::Usage)?;
        let rows = input::pairs(progress.reading(input::open_pairs(file)?), draft_required).with_fields(fields);
        let file = file.to_owned();
        Ok(rows.map(move |row| {
            let input::Row { line, pair } = row.map_err(|cause| InputError::reading(&file, cause))?;
            let id = pair.as_ref().ok().and_then(|pair| pair.id.clone());
            let files = match &pair {
                Ok(_) => Files::all(&id.unwrap_or_else(|| format!("{}:{line}", file.display()))),
                Err(_) => Files::all(&file.display().to_string()),
            };
            Ok(Incoming { files, line: Some(line), pair })
        }))
    }

    /// The one article that the arguments name.
    fn one(&self, first: Option<&Path>, second: Option<&Path>, purpose: Purpose) -> Result<Incoming, Failure> {
        let source = self.source.as_deref();
        let (draft, r#final) = match (first, second, purpose) {
            (Some(draft), Some(r#final), _) => (Some(draft), r#final),
            (Some(only), None, Purpose::Check) if source.is_some() => (None, only),
            _ => return Err(Failure::Usage(missing(purpose).to_owned())),
        };
        let named = [("draft", draft), ("final", Some(r#final)), ("source", source)];
        for (at, &(second, path)) in named.iter().enumerate() {
            let same = |other: &Option<&Path>| matches!((other, path), (Some(a), Some(b)) if input::same_file(a, b));
            if let (Some(path), Some((first, _))) = (path, named[..at].iter().find(|(_, other)| same(other))) {
                return Err(InputError::same_file(path, first, second).into());
            }
        }
        let pair = Pair {
            id: Some(name_of(r#final)),
            folder: folder_of(r#final),
            draft: draft.map(input::read_text).transpose()?,
            r#final: input::read_text(r#final)?,
            source: source.map(input::read_text).transpose()?,
            ..Pair::default()
        };
        let shown = |path: &Path| {
            if path.as_os_str() == "-" { "standard input".to_owned() } else { path.display().to_string() }
        };
        let files = Files {
            draft: draft.map(shown).unwrap_or_default(),
            r#final: shown(r#final),
            source: source.map(shown).unwrap_or_default(),
        };
        Ok(Incoming { files, line: None, pair: Ok(pair) })
    }
}

/// Says how many drafts have no final yet: an article that is left out must not look like one that was checked.
fn told<T>(waiting: usize) -> Option<T> {
    match waiting {
        0 => {}
        1 => say("1 draft has no final beside it and was left out."),
        _ => say(&format!("{waiting} drafts have no final beside them and were left out.")),
    }
    None
}

/// The same article, in the languages that the command line names where the article names none.
fn in_languages(row: Incoming, lang: &Option<String>, source_lang: &Option<String>) -> Incoming {
    let named = |text: Text, lang: &Option<String>| match (text.lang(), lang) {
        (None, Some(_)) => text.with_lang(lang.clone()),
        _ => text,
    };
    let pair = row.pair.map(|pair| Pair {
        draft: pair.draft.map(|text| named(text, lang)),
        r#final: named(pair.r#final, lang),
        source: pair.source.map(|text| named(text, source_lang)),
        ..pair
    });
    Incoming { pair, ..row }
}

fn missing(purpose: Purpose) -> &'static str {
    match purpose {
        Purpose::Diff => "two files are wanted: postedit diff DRAFT FINAL (or many: a folder, or --pairs FILE).",
        Purpose::Check => {
            "files are wanted: postedit check DRAFT FINAL, or postedit check --source SOURCE FINAL (or many: a folder, \
             --pairs FILE, or --git RANGE)."
        }
    }
}

/// The article's name: the file's, or that of its folder where the file is just called `final`.
fn name_of(path: &Path) -> String {
    // The number of an open file changes from run to run, and acceptances rest on the name.
    if input::is_opened(path) {
        return "standard input".to_owned();
    }
    let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    match own_folder(path).as_deref().and_then(Path::file_name) {
        Some(folder) => folder.to_string_lossy().into_owned(),
        None => stem,
    }
}

/// The folder that is the article: that of a file which is just called `final`.
fn own_folder(path: &Path) -> Option<PathBuf> {
    let is_final = path.file_stem().is_some_and(|stem| stem == "final");
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    std::fs::canonicalize(folder).ok().filter(|_| is_final)
}

/// The folder that the article's name is in, as a folder of articles would say it.
fn folder_of(path: &Path) -> Option<String> {
    own_folder(path)?.parent().and_then(input::folder_in_desk)
}
