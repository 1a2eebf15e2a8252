use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use clap::Args;

use super::articles::{Articles, InputArguments};
use super::exit::{Exit, Failure};
use super::parallel::{self, Threads};
use super::stream::{self, Done, Policy};
use super::{interrupt, say};
use crate::desk::{Collector, DESK_SCHEMA};
use crate::input::{Incoming, InputError};
use crate::render::{self, PageNames, Purpose};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    input: InputArguments,
    /// The folder to be written, whole or not at all; an earlier report in its place is replaced
    #[arg(long, short, value_name = "FOLDER")]
    output: PathBuf,
    /// Fields of the pairs by which the figures are shown side by side
    #[arg(long, value_name = "FIELD,…", value_delimiter = ',', default_value = "section,system")]
    group_by: Vec<String>,
    #[command(flatten)]
    threads: Threads,
}

/// The file by which a folder is known to be a report.
const DESK: &str = "desk.json";

pub(super) fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    let policy = Policy::read(arguments.input.options.config.as_deref())?;
    let target = &arguments.output;
    let fail = |cause: io::Error| Failure::Output { file: target.display().to_string(), cause };
    refuse(target)?;
    let Articles { rows, mut progress, .. } = arguments.input.open(&policy.settings, Purpose::Check)?;
    progress.show_unless(false);
    let beside = tempfile::Builder::new().prefix(".postedit-").tempdir_in(parent(target)).map_err(fail)?;
    interrupt::remove_half_done(beside.path().to_owned());
    fs::create_dir(beside.path().join(render::ARTICLES)).map_err(fail)?;

    let (mut collector, mut names, mut pages) = (Collector::default(), PageNames::default(), Vec::new());
    let mut unusable = 0;
    let work = |row: Result<Incoming, InputError>| row.map(|row| Worked::new(stream::work(row, &policy)));
    parallel::in_order(rows, arguments.threads.count(), 1, work, |worked| {
        let Worked { done, page } = worked?;
        progress.one();
        let Ok((analysis, findings)) = &done.outcome else {
            progress.aside(|| done.say_unusable());
            unusable += 1;
            return Ok::<(), Failure>(());
        };
        let name = names.page(analysis.id.as_deref().unwrap_or(&done.files.r#final));
        fs::write(beside.path().join(&name), page).map_err(fail)?;
        collector.add(analysis, findings, &done.files.r#final);
        pages.push(name);
        Ok(())
    })?;
    drop(progress);
    let overview = collector.finish(&arguments.group_by);
    for (name, content) in render::desk_files(&overview, &pages).map_err(fail)? {
        fs::write(beside.path().join(name), content).map_err(fail)?;
    }
    put_in_place(beside, target).map_err(fail)?;
    say(&format!("{} articles in {}", overview.rows.len(), target.join("index.html").display()));
    Ok(if unusable > 0 { Exit::Unusable } else { Exit::Done })
}

/// An article with its page.
struct Worked {
    done: Done,
    page: String,
}

impl Worked {
    fn new(done: Done) -> Self {
        let files = &done.files;
        let page = done.outcome.as_ref().map_or_else(
            |_| String::new(),
            |(analysis, findings)| {
                render::article_page(&render::Article { analysis, findings, files }, Some(render::HOME))
            },
        );
        Worked { done, page }
    }
}

/// Refuses to write over what is no report.
fn refuse(target: &Path) -> Result<(), Failure> {
    let is_report = || {
        let text = fs::read_to_string(target.join(DESK)).unwrap_or_default();
        text.contains(&format!("\"{DESK_SCHEMA}\""))
    };
    let is_empty = || fs::read_dir(target).is_ok_and(|mut entries| entries.next().is_none());
    if target.exists() && !(target.is_dir() && (is_empty() || is_report())) {
        let name = target.display();
        return Err(Failure::Usage(format!(
            "{name}: is there, and no report of postedit. Name a new folder, or remove this one."
        )));
    }
    Ok(())
}

fn parent(target: &Path) -> &Path {
    target.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Renames the finished folder; an earlier report steps aside first, and comes back where that fails.
fn put_in_place(beside: tempfile::TempDir, target: &Path) -> io::Result<()> {
    let earlier = target.exists().then(|| tempfile::Builder::new().prefix(".postedit-").tempdir_in(parent(target)));
    let earlier = earlier.transpose()?;
    let aside = earlier.as_ref().map(|folder| folder.path().join("report"));
    if let Some(aside) = &aside {
        fs::rename(target, aside)?;
    }
    let finished = beside.keep();
    open_to_others(&finished)?;
    if let Err(cause) = fs::rename(&finished, target) {
        if let Some(aside) = &aside {
            fs::rename(aside, target)?;
        }
        fs::remove_dir_all(&finished)?;
        return Err(cause);
    }
    Ok(())
}

/// A temporary folder is closed to others; a report is as open as any new folder here.
#[cfg(unix)]
fn open_to_others(folder: &Path) -> io::Result<()> {
    let rights = fs::metadata(folder.join(render::ARTICLES))?.permissions();
    fs::set_permissions(folder, rights)
}

#[cfg(not(unix))]
fn open_to_others(_: &Path) -> io::Result<()> {
    Ok(())
}
