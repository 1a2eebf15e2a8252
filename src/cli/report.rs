use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use clap::Args;

use super::articles::InputArguments;
use super::exit::{Exit, Failure};
use super::say;
use super::stream::{self, Policy};
use crate::desk::{Collector, DESK_SCHEMA};
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
}

/// The file by which a folder is known to be a report.
const DESK: &str = "desk.json";

pub(super) fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    let policy = Policy::read(arguments.input.options.config.as_deref())?;
    let target = &arguments.output;
    let fail = |cause: io::Error| Failure::Output { file: target.display().to_string(), cause };
    refuse(target)?;
    let articles = arguments.input.open(&policy.settings, Purpose::Check)?;
    let beside = tempfile::Builder::new().prefix(".postedit-").tempdir_in(parent(target)).map_err(fail)?;
    fs::create_dir(beside.path().join(render::ARTICLES)).map_err(fail)?;

    let (mut collector, mut names, mut pages) = (Collector::default(), PageNames::default(), Vec::new());
    let mut unusable = 0;
    for row in articles {
        let done = stream::work(row?, &policy);
        done.say_unusable();
        let Ok((analysis, findings)) = &done.outcome else {
            unusable += 1;
            continue;
        };
        let files = &done.files;
        let page = names.page(analysis.id.as_deref().unwrap_or(&files.r#final));
        let article = render::Article { analysis, findings, files };
        fs::write(beside.path().join(&page), render::article_page(&article)).map_err(fail)?;
        collector.add(analysis, findings, &files.r#final);
        pages.push(page);
    }
    let overview = collector.finish(&arguments.group_by);
    for (name, content) in render::desk_files(&overview, &pages).map_err(fail)? {
        fs::write(beside.path().join(name), content).map_err(fail)?;
    }
    put_in_place(beside, target).map_err(fail)?;
    say(&format!("{} articles in {}", overview.rows.len(), target.join("index.html").display()));
    Ok(if unusable > 0 { Exit::Unusable } else { Exit::Done })
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
