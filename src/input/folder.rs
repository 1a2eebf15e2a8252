//! The articles of a folder, one at a time, in the order of their paths.

use std::collections::HashSet;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use super::layout::Layout;
use super::{Incoming, InputError, Unusable, folder_in_desk, read_text, shown};
use crate::pair::{Files, Pair, Text};
use crate::settings::ArticleSettings;

/// The articles of a folder; see [`folder`]. No more than the names of one line of folders are held.
#[derive(Debug)]
pub struct Folder {
    root: PathBuf,
    /// The root without links.
    real: PathBuf,
    /// The root as it is called from the folder of the desk's settings.
    in_desk: Option<String>,
    layout: Layout,
    allow_outside: bool,
    draft_required: bool,
    stack: Vec<std::vec::IntoIter<Found>>,
    /// Where links led that were followed.
    followed: HashSet<PathBuf>,
    /// The folder listed last, and the names in it, for sources.
    listed: Option<(PathBuf, Vec<String>)>,
    found: usize,
    waiting: usize,
}

/// Something in a folder.
#[derive(Debug)]
struct Found {
    /// From the root, parted by `/`.
    path: String,
    kind: Kind,
}

#[derive(Debug)]
enum Kind {
    File,
    Folder,
    Link,
    /// A name that is not UTF-8.
    Unnamed,
}

/// The articles of a folder.
///
/// Folders whose name starts with a dot are passed over. Links are read where they stay in the folder; one that leaves it
/// makes its article unusable unless `allow_outside`. An article without a draft is usable where it has a source, unless
/// `draft_required`.
///
/// # Errors
///
/// The folder cannot be read, or a pattern in the settings is none. The iterator ends with an error where it found no
/// article at all.
pub fn folder(
    root: &Path,
    settings: &ArticleSettings,
    allow_outside: bool,
    draft_required: bool,
) -> Result<Folder, InputError> {
    let layout = Layout::new(settings, &["{id}/final.txt"], allow_outside)?;
    let real = fs::canonicalize(root).map_err(|cause| InputError::reading(root, cause))?;
    let mut folder = Folder {
        root: root.to_owned(),
        real,
        in_desk: folder_in_desk(root),
        layout,
        allow_outside,
        draft_required,
        stack: Vec::new(),
        followed: HashSet::new(),
        listed: None,
        found: 0,
        waiting: 0,
    };
    let start = folder.layout.folder().to_owned();
    let first = match fs::read_dir(root).map(|_| folder.list(&start)) {
        Ok(Ok(first)) => first,
        // A folder that is not there holds no articles.
        Ok(Err(error)) if error.kind() == std::io::ErrorKind::NotFound => Vec::new(),
        Ok(Err(cause)) | Err(cause) => return Err(InputError::reading(&root.join(start), cause)),
    };
    folder.stack.push(first.into_iter());
    Ok(folder)
}

impl Iterator for Folder {
    type Item = Result<Incoming, InputError>;

    fn next(&mut self) -> Option<Self::Item> {
        while let Some(level) = self.stack.last_mut() {
            match level.next() {
                None => drop(self.stack.pop()),
                Some(found) => {
                    if let Some(article) = self.visit(found) {
                        self.found += 1;
                        return Some(Ok(article));
                    }
                }
            }
        }
        if self.found == 0 {
            self.found = 1;
            let (folder, wanted) = (shown(&self.root), self.layout.wanted.clone());
            return Some(Err(InputError::NoArticles { folder, wanted }));
        }
        None
    }
}

impl Folder {
    /// How many drafts were met so far that have no final beside them.
    pub fn waiting(&self) -> usize {
        self.waiting
    }

    fn visit(&mut self, Found { path, kind }: Found) -> Option<Incoming> {
        match kind {
            Kind::Folder => self.enter(&path),
            Kind::Link => self.link(&path),
            Kind::File => self.file(&path),
            Kind::Unnamed => {
                Some(self.unusable(&path, format!("{}: its name is not UTF-8. Rename it.", self.shown(&path))))
            }
        }
    }

    /// The names in a folder, given from the root and with a `/` at its end, in order.
    fn list(&self, folder: &str) -> std::io::Result<Vec<Found>> {
        let mut names: Vec<(OsString, fs::FileType)> = Vec::new();
        for entry in fs::read_dir(self.place(folder))? {
            let entry = entry?;
            names.push((entry.file_name(), entry.file_type()?));
        }
        names.sort_unstable_by(|(a, _), (b, _)| a.cmp(b));
        let found = names.into_iter().map(|(name, file_type)| {
            let kind = match name.to_str() {
                None => Kind::Unnamed,
                Some(_) if file_type.is_symlink() => Kind::Link,
                Some(_) if file_type.is_dir() => Kind::Folder,
                Some(_) => Kind::File,
            };
            Found { path: format!("{folder}{}", name.to_string_lossy()), kind }
        });
        let is_hidden =
            |found: &Found| !matches!(found.kind, Kind::File) && found.path[folder.len()..].starts_with('.');
        Ok(found.filter(|found| !is_hidden(found)).collect())
    }

    fn enter(&mut self, path: &str) -> Option<Incoming> {
        match self.list(&format!("{path}/")) {
            Ok(names) => {
                self.stack.push(names.into_iter());
                None
            }
            Err(cause) => Some(self.unusable(path, InputError::reading(&self.place(path), cause).to_string())),
        }
    }

    fn link(&mut self, path: &str) -> Option<Incoming> {
        let place = self.place(path);
        if !place.is_dir() {
            return self.file(path);
        }
        let target = fs::canonicalize(&place).ok()?;
        // What lies in the folder is found under its own name.
        if target.starts_with(&self.real) {
            return None;
        }
        if !self.allow_outside {
            return Some(self.unusable(path, outside(&place, &target).to_string()));
        }
        // A link to a folder around this one leads back here.
        if self.real.starts_with(&target) || !self.followed.insert(target) {
            return None;
        }
        self.enter(path)
    }

    fn file(&mut self, path: &str) -> Option<Incoming> {
        if let Some(id) = self.layout.final_of(path) {
            let id = id.to_owned();
            let files = Files { r#final: self.shown(path), ..Files::default() };
            let mut article = Incoming { files, line: None, pair: Ok(Pair::default()) };
            let name = if id.is_empty() { self.own_name() } else { id.clone() };
            let folder = if id.is_empty() { self.real.parent().and_then(folder_in_desk) } else { self.in_desk.clone() };
            article.pair = self
                .read(path, &id, &mut article.files)
                .map(|pair| Pair { folder, ..pair.with_id(name.clone()) })
                .map_err(|message| Unusable { id: Some(name), message });
            return Some(article);
        }
        let id = self.layout.draft.id(path)?;
        let r#final = self.layout.final_path(id)?;
        self.waiting += usize::from(self.place(&r#final).symlink_metadata().is_err());
        None
    }

    /// The versions of an article, and what its files are called.
    fn read(&mut self, path: &str, id: &str, files: &mut Files) -> Result<Pair, String> {
        let source = self.source(id)?;
        let draft = Some(self.layout.draft.path(id)).filter(|path| self.place(path).symlink_metadata().is_ok());
        let missing = self.shown(&self.layout.draft.path(id));
        match (&draft, &source) {
            (None, _) if self.draft_required => {
                return Err(format!("{}: has no draft: {missing} is not there. Add it.", files.r#final));
            }
            (None, None) => {
                return Err(format!(
                    "{}: has neither draft nor source: {missing} is not there. Add it.",
                    files.r#final
                ));
            }
            _ => {}
        }
        files.draft = draft.as_deref().map(|path| self.shown(path)).unwrap_or_default();
        files.source = source.as_deref().map(|path| self.shown(path)).unwrap_or_default();
        let read = |path: &str| self.text(path).map_err(|error| error.to_string());
        Ok(Pair {
            draft: draft.as_deref().map(read).transpose()?,
            r#final: read(path)?,
            source: source.as_deref().map(read).transpose()?,
            ..Pair::default()
        })
    }

    /// The path of an article's source.
    fn source(&mut self, id: &str) -> Result<Option<String>, String> {
        let start = self.layout.source.path(id);
        if !self.layout.source.is_open() {
            return Ok(Some(start).filter(|path| self.place(path).symlink_metadata().is_ok()));
        }
        let folder = start[..start.rfind('/').map_or(0, |at| at + 1)].to_owned();
        let place = self.place(&folder);
        if self.listed.as_ref().is_none_or(|(listed, _)| *listed != place) {
            let entries = fs::read_dir(&place).into_iter().flatten().flatten();
            let mut names: Vec<String> =
                entries.filter_map(|entry| Some(format!("{folder}{}", entry.file_name().to_str()?))).collect();
            names.sort_unstable();
            self.listed = Some((place, names));
        }
        let names = self.listed.as_ref().map_or(&[][..], |(_, names)| names);
        let names = &names[names.partition_point(|name| *name < start)..];
        let fitting = names.iter().map(String::as_str).take_while(|name| name.starts_with(&start));
        let chosen = self.layout.source.choose(id, fitting);
        chosen.map(|path| path.map(str::to_owned)).map_err(|message| format!("{}: {message}", self.shown(&start)))
    }

    fn text(&self, path: &str) -> Result<Text, InputError> {
        let place = self.place(path);
        let target = fs::canonicalize(&place).map_err(|cause| InputError::reading(&place, cause))?;
        if !self.allow_outside && !target.starts_with(&self.real) {
            return Err(outside(&place, &target));
        }
        read_text(&place)
    }

    /// The folder's own name, for the article that it is.
    fn own_name(&self) -> String {
        self.real.file_name().map_or_else(|| shown(&self.root), |name| name.to_string_lossy().into_owned())
    }

    /// A path as a person who named the folder would write it. A lone `-` would be standard input.
    fn place(&self, path: &str) -> PathBuf {
        let is_plain = self.root == Path::new(".") && !matches!(path, "" | "-");
        if is_plain { PathBuf::from(path) } else { self.root.join(path) }
    }

    fn shown(&self, path: &str) -> String {
        shown(&self.place(path))
    }

    fn unusable(&self, path: &str, message: String) -> Incoming {
        let files = Files { r#final: self.shown(path), ..Files::default() };
        Incoming { files, line: None, pair: Err(Unusable { id: None, message }) }
    }
}

fn outside(place: &Path, target: &Path) -> InputError {
    InputError::Outside { file: shown(place), target: shown(target) }
}
