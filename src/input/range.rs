//! The articles that changed in a range of commits.
//!
//! A machine's draft is committed, and an editor edits the same file in later commits: the draft is the file as it was
//! first added in the range, or as it stood before it; the final is the file as it stands at the end. Where a draft lies
//! in a file of its own, that is the draft.

use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};

use super::git::{Blob, Change, Contents, Git};
use super::layout::Layout;
use super::text::plain;
use super::{Incoming, InputError, Unusable, shown};
use crate::pair::{Files, Pair, Text};
use crate::settings::ArticleSettings;

/// What an article's final is called in a folder where the desk has set no pattern.
const FINALS: [&str; 3] = ["{id}/final.txt", "{id}.md", "{id}.txt"];

/// The articles of a range of commits, in the order of their paths; see [`range`].
#[derive(Debug)]
pub struct Range {
    folder: PathBuf,
    prefix: String,
    layout: Layout,
    contents: Contents,
    /// The files at the end of the range.
    files: BTreeMap<String, Blob>,
    changed: std::vec::IntoIter<Changed>,
    end: String,
}

/// An article that changed.
#[derive(Debug)]
struct Changed {
    id: String,
    /// From the top of the repository.
    path: String,
    content: Blob,
    first: Version,
}

/// A file as it once was.
#[derive(Debug, Clone)]
struct Version {
    content: String,
    /// As git has it: `COMMIT:PATH`.
    shown: String,
    /// It came up in the range.
    added: bool,
}

/// The articles whose final changed in a range of commits such as `main...HEAD`.
///
/// `place` is a folder in the repository, or a pattern such as `articles/{id}.md`; the settings' patterns are those of the
/// folder. Nothing is written to the repository, and no program but `git` is run.
///
/// # Errors
///
/// There is no git, no repository or no such range, git fails, or nothing says which files are articles.
pub fn range(range: &str, place: Option<&Path>, settings: &ArticleSettings) -> Result<Range, InputError> {
    let pattern = place.and_then(Path::to_str).filter(|place| place.contains("{id}"));
    if place.is_none() && settings.r#final.is_none() {
        let message = "which files are articles? Name their folder or a pattern (postedit check --git main...HEAD \
                       'articles/{id}.md'), or set [articles] final in postedit.toml.";
        return Err(InputError::Git(message.to_owned()));
    }
    let mut settings = settings.clone();
    if let Some(pattern) = pattern {
        settings.r#final = Some(pattern.to_owned());
    }
    let layout = Layout::new(&settings, &FINALS, false)?;
    let folder = place.filter(|_| pattern.is_none()).unwrap_or(Path::new(".")).to_owned();
    let git = Git::open(&folder)?;
    let (base, end) = ends(&git, range)?;
    let mut changed: Vec<Changed> = Vec::new();
    let changes = git.changes(&base, &end)?;
    if !changes.is_empty() {
        let first = first_versions(git.history(&base, &end)?);
        changed =
            changes.into_iter().filter_map(|change| article(change, &base, &first, &layout, &git.prefix)).collect();
        changed.sort_unstable_by(|a, b| a.path.cmp(&b.path));
    }
    let files = if changed.is_empty() { BTreeMap::new() } else { git.files(&end)?.into_iter().collect() };
    let contents = git.contents()?;
    Ok(Range { folder, prefix: git.prefix, layout, contents, files, changed: changed.into_iter(), end })
}

/// The commits before and at the end of a range.
fn ends(git: &Git, range: &str) -> Result<(String, String), InputError> {
    let wrong = |message: String| InputError::Git(format!("--git {range}: {message}"));
    let (from, to, forked) = match (range.split_once("..."), range.split_once("..")) {
        (Some((from, to)), _) => (from, to, true),
        (None, Some((from, to))) => (from, to, false),
        (None, None) => return Err(wrong("a range of commits is wanted, such as main...HEAD.".to_owned())),
    };
    let commit = |name: &str| {
        let name = if name.is_empty() { "HEAD" } else { name };
        let absent =
            || wrong(format!("there is no commit {name}. Check the name; in CI, fetch all commits (fetch-depth: 0)."));
        git.commit(name)?.ok_or_else(absent)
    };
    let (from, to) = (commit(from)?, commit(to)?);
    if !forked {
        return Ok((from, to));
    }
    let apart = || wrong("the two have no commit in common. In CI, fetch all commits (fetch-depth: 0).".to_owned());
    Ok((git.merge_base(&from, &to)?.ok_or_else(apart)?, to))
}

/// The version that each file of a history, the oldest change first, started from, by its last path.
fn first_versions(history: Vec<Change>) -> HashMap<String, Version> {
    let mut first: HashMap<String, Version> = HashMap::new();
    for Change { commit, status, old, new, from, to } in history {
        let before = |path: &str| version(&old, &format!("{}^", short(&commit)), path, false);
        match status {
            b'D' => drop(first.remove(&from)),
            b'A' => {
                first.entry(to).or_insert_with_key(|path| version(&new, short(&commit), path, true));
            }
            b'R' => {
                let start = first.remove(&from).unwrap_or_else(|| before(&from));
                first.entry(to).or_insert(start);
            }
            _ => {
                first.entry(to).or_insert_with_key(|path| before(path));
            }
        }
    }
    first
}

fn version(content: &Blob, commit: &str, path: &str, added: bool) -> Version {
    Version { content: content.name.clone(), shown: format!("{commit}:{path}"), added }
}

/// A commit's name as short as a person can use it.
fn short(commit: &str) -> &str {
    commit.get(..10).unwrap_or(commit)
}

/// The article that a change is of, if it is of one.
fn article(
    change: Change,
    base: &str,
    first: &HashMap<String, Version>,
    layout: &Layout,
    prefix: &str,
) -> Option<Changed> {
    let Change { status, old, new, from, to, .. } = change;
    let id = layout.final_of(to.strip_prefix(prefix)?).filter(|_| status != b'D')?.to_owned();
    let known = first.get(&to);
    let first = match status {
        b'A' => known.cloned().unwrap_or_else(|| version(&new, "new", &to, true)),
        // A file that the range added is like another only by chance.
        b'R' if known.is_some_and(|version| version.added) => known.cloned()?,
        _ => version(&old, short(base), &from, false),
    };
    Some(Changed { id, path: to, content: new, first })
}

impl Iterator for Range {
    type Item = Incoming;

    fn next(&mut self) -> Option<Incoming> {
        let article = self.changed.next()?;
        let id = if article.id.is_empty() { self.own_name() } else { article.id.clone() };
        let mut files = Files { r#final: self.shown(&article.path), ..Files::default() };
        let pair = self.read(&article, &mut files).map(|pair| pair.with_id(id.clone()));
        let pair = pair.map_err(|message| Unusable { id: Some(id), message });
        Some(Incoming { files, line: None, pair })
    }
}

impl Range {
    fn read(&mut self, article: &Changed, files: &mut Files) -> Result<Pair, String> {
        let r#final = self.file(&article.path, &article.content)?;
        let own = format!("{}{}", self.prefix, self.layout.draft.path(&article.id));
        let draft = match self.files.get(&own).cloned() {
            Some(content) => {
                files.draft = self.shown(&own);
                self.file(&own, &content)?
            }
            None => {
                files.draft.clone_from(&article.first.shown);
                self.text(&article.first.shown, &article.first.content)?
            }
        };
        let source = self.source(&article.id)?;
        let source = source.map(|(path, content)| {
            files.source = self.shown(&path);
            self.file(&path, &content)
        });
        Ok(Pair { draft: Some(draft), r#final, source: source.transpose()?, ..Pair::default() })
    }

    /// The path and the content of an article's source.
    fn source(&self, id: &str) -> Result<Option<(String, Blob)>, String> {
        let start = format!("{}{}", self.prefix, self.layout.source.path(id));
        let fitting = self.files.range(start.clone()..).map(|(path, _)| path.as_str());
        let fitting = fitting.take_while(|path| path.starts_with(&start)).map(|path| &path[self.prefix.len()..]);
        let chosen = self.layout.source.choose(id, fitting);
        let chosen = chosen.map_err(|message| format!("{}: {message}", self.shown(&start)))?;
        let path = chosen.map(|path| format!("{}{path}", self.prefix));
        Ok(path.and_then(|path| self.files.get(&path).cloned().map(|content| (path, content))))
    }

    /// A file at the end of the range.
    fn file(&mut self, path: &str, content: &Blob) -> Result<Text, String> {
        if !content.mode.starts_with("100") {
            let commit = short(&self.end);
            return Err(format!("{}: is no regular file in {commit}. Commit the text itself.", self.shown(path)));
        }
        self.text(&self.shown(path), &content.name)
    }

    fn text(&mut self, shown: &str, content: &str) -> Result<Text, String> {
        let path = Path::new(shown);
        let bytes = self.contents.get(content).map_err(|cause| match cause.kind() {
            std::io::ErrorKind::NotFound => format!("{shown}: {cause} of the repository. Fetch all of it."),
            _ => InputError::Unreadable { file: shown.to_owned(), cause }.to_string(),
        })?;
        plain(path, bytes).map_err(|error| error.to_string())
    }

    /// A path from the top of the repository, as seen from where the folder was named.
    fn shown(&self, path: &str) -> String {
        let inside = path.strip_prefix(&self.prefix).unwrap_or(path);
        shown(&if self.folder == Path::new(".") { PathBuf::from(inside) } else { self.folder.join(inside) })
    }

    fn own_name(&self) -> String {
        let name = self.prefix.trim_end_matches('/').rsplit('/').next().unwrap_or_default();
        if name.is_empty() { shown(&self.folder) } else { name.to_owned() }
    }
}
