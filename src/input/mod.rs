//! Bytes become a [`Pair`]: one file a format.
//!
//! | file | what it reads |
//! | --- | --- |
//! | `text.rs` | one version of an article, as plain text |
//! | `pairs.rs` | many articles, as JSON Lines |
//! | `fields.rs` | what somebody else's JSON Lines call the fields |
//! | `layout.rs` | where in a folder the versions of an article are |
//! | `folder.rs` | the articles of a folder |
//! | `git.rs`, `range.rs` | the articles that changed in a range of commits |
//! | `config.rs` | a desk's `postedit.toml`; `wrong.rs` says what is wrong in one |
//! | `lines.rs` | two files that belong together line by line |
//! | `acceptances.rs` | what the desk has accepted: `.postedit/accepted.jsonl` |
//!
//! `-` stands for standard input wherever a file is read. What cannot be used is refused with an [`InputError`] and
//! never repaired in silence: a wrong guess of an encoding would look like an edit.

mod acceptances;
mod config;
mod fields;
mod folder;
mod git;
mod layout;
mod lines;
mod pairs;
mod range;
mod text;
mod wrong;

use std::fs::{self, File};
use std::io::{self, BufRead, BufReader};
use std::path::Path;

use thiserror::Error;

use crate::pair::{Files, Pair};

pub use acceptances::{AcceptanceLine, acceptances, find_acceptances};
pub use config::{find_settings, folder_in_desk, parse_settings, settings};
pub use fields::Fields;
pub use folder::{Folder, folder};
pub use lines::{LinePair, Lines, compare_lengths, lines};
pub use pairs::{Pairs, Row, Unusable, open_pairs, pairs};
pub use range::{Range, range};
pub use text::{read_text, same_file};

/// An article of many, or why it cannot be used.
#[derive(Debug, Clone, PartialEq)]
pub struct Incoming {
    /// What its versions are called in messages.
    pub files: Files,
    /// Its line, counted from 1, where one file holds many articles.
    pub line: Option<usize>,
    /// The article. What is wrong with it is said in a way that names the file, unless it has a line.
    pub pair: Result<Pair, Unusable>,
}

/// Why a file could not be used. A message has two sentences: what is wrong with which file, and what to do about it.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum InputError {
    /// Nothing is at this path.
    #[error("{file}: no such file. Check the path.")]
    Missing {
        /// The file, as messages show it.
        file: String,
    },
    /// The path leads to a folder.
    #[error("{file}: is a folder. Name a file in it.")]
    Folder {
        /// The folder, as messages show it.
        file: String,
    },
    /// Something is there that could keep a reader waiting for ever.
    #[error("{file}: is a pipe or a device, not a file. Name a file, or - for standard input.")]
    Special {
        /// The path, as messages show it.
        file: String,
    },
    /// A file of a folder is a link to one elsewhere.
    #[error("{file}: leads out of the folder, to {target}. Keep articles in it, or use --allow-outside.")]
    Outside {
        /// The file, as messages show it.
        file: String,
        /// Where it leads.
        target: String,
    },
    /// A pattern for the files of an article is none.
    #[error("the pattern \"{pattern}\" {message}.")]
    Pattern {
        /// The pattern.
        pattern: String,
        /// What is wrong with it, and what would be right.
        message: &'static str,
    },
    /// A folder in which no article was found.
    #[error(
        "{folder}: holds no article: a final is looked for as {wanted}. Check the folder, or [articles] in postedit.toml."
    )]
    NoArticles {
        /// The folder, as messages show it.
        folder: String,
        /// The patterns that were tried.
        wanted: String,
    },
    /// Git could not say what is asked.
    #[error("{0}")]
    Git(String),
    /// A line of the acceptances is none.
    #[error("{file}:{line}: is no acceptance: {message}. Correct or delete this line.")]
    Acceptance {
        /// The file, as messages show it.
        file: String,
        /// The line, counted from 1.
        line: usize,
        /// What is wrong with it.
        message: String,
    },
    /// The file is there, and closed to this user.
    #[error("{file}: no permission to read it. Ask for read access, or use a copy that you may read.")]
    Forbidden {
        /// The file, as messages show it.
        file: String,
    },
    /// Reading failed in any other way.
    #[error("{file}: cannot be read: {cause}. Check the disk or the connection and try again.")]
    Unreadable {
        /// The file, as messages show it.
        file: String,
        /// What the operating system says.
        cause: io::Error,
    },
    /// The file holds nothing but white space.
    #[error("{file}: is empty. Name a file with text in it.")]
    Empty {
        /// The file, as messages show it.
        file: String,
    },
    /// The file is in another encoding.
    #[error(
        "{file}: is not UTF-8: looks like {looks_like} (byte {byte}, counted from 1, cannot be read). Save it as UTF-8."
    )]
    NotUtf8 {
        /// The file, as messages show it.
        file: String,
        /// The encoding's name, such as `EUC-KR`, or a few words where none fits.
        looks_like: &'static str,
        /// The first byte that is not UTF-8, counted from 1.
        byte: usize,
    },
    /// The file is not text at all.
    #[error("{file}: is not plain text: looks like {looks_like}. Save it as plain text in UTF-8.")]
    NotText {
        /// The file, as messages show it.
        file: String,
        /// A few words, such as `a PDF file`.
        looks_like: &'static str,
    },
    /// The same file was named for two versions of an article.
    #[error("{file}: {first} and {second} are the same file. Name a file of its own for each.")]
    SameFile {
        /// The file, as messages show it.
        file: String,
        /// What the file was named as first, such as `draft`.
        first: &'static str,
        /// What it was named as again, such as `final`.
        second: &'static str,
    },
    /// Two files that belong together line by line differ in length.
    #[error(
        "{draft} has {} and {final} has {finals}: from line {first} of {longer} on, lines have no partner. Give each draft the final of the same line.",
        count_of_lines(*drafts)
    )]
    Lengths {
        /// The file of the drafts, as messages show it.
        draft: String,
        /// Its lines.
        drafts: usize,
        /// The file of the finals.
        r#final: String,
        /// Its lines.
        finals: usize,
        /// The first line without a partner, counted from 1.
        first: usize,
        /// The file that it stands in.
        longer: String,
    },
    /// The settings file is larger than any desk's.
    #[error("{file}: is larger than {limit} bytes. Check that it is a postedit.toml.")]
    TooLarge {
        /// The file, as messages show it.
        file: String,
        /// The largest size that is read, in bytes.
        limit: usize,
    },
    /// The settings file has something that is not a setting.
    #[error("{file}:{line}: {message}")]
    Settings {
        /// The file, as messages show it.
        file: String,
        /// The line, counted from 1.
        line: usize,
        /// What is wrong there and what to do, on one line.
        message: String,
    },
}

impl InputError {
    /// An error of the operating system, with the file that it befell.
    pub fn reading(path: &Path, cause: io::Error) -> Self {
        let file = shown(path);
        match cause.kind() {
            // Not every system says so itself: opening a folder counts as forbidden on Windows.
            _ if !is_standard_input(path) && path.is_dir() => InputError::Folder { file },
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => InputError::Missing { file },
            io::ErrorKind::PermissionDenied => InputError::Forbidden { file },
            _ => InputError::Unreadable { file, cause },
        }
    }

    /// A file that holds nothing.
    pub fn empty(path: &Path) -> Self {
        InputError::Empty { file: shown(path) }
    }

    /// One file named for two versions of an article; `first` and `second` are words such as `draft` and `final`.
    pub fn same_file(path: &Path, first: &'static str, second: &'static str) -> Self {
        InputError::SameFile { file: shown(path), first, second }
    }
}

fn count_of_lines(count: usize) -> String {
    match count {
        0 => "no line".to_owned(),
        1 => "1 line".to_owned(),
        _ => format!("{count} lines"),
    }
}

/// Whether a path means standard input.
fn is_standard_input(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// A path as messages show it.
fn shown(path: &Path) -> String {
    if is_standard_input(path) { "standard input".to_owned() } else { path.display().to_string() }
}

/// Whether a path stands for what the caller has opened, as a shell does for `<(…)`: its name says nothing.
pub fn is_opened(path: &Path) -> bool {
    is_standard_input(path) || ["/dev/stdin", "/dev/fd", "/proc/self/fd"].iter().any(|open| path.starts_with(open))
}

/// Whether reading could wait for ever: a pipe or a device that the caller has not opened.
fn is_special(path: &Path) -> bool {
    !is_opened(path) && fs::metadata(path).is_ok_and(|found| !found.is_file() && !found.is_dir())
}

/// A file, or standard input for `-`.
fn open(path: &Path) -> Result<Box<dyn BufRead>, InputError> {
    if is_standard_input(path) {
        return Ok(Box::new(io::stdin().lock()));
    }
    Ok(Box::new(BufReader::new(open_file(path)?)))
}

/// A file on a disk, or what a process hands over as one.
fn open_file(path: &Path) -> Result<File, InputError> {
    if is_special(path) {
        return Err(InputError::Special { file: shown(path) });
    }
    File::open(path).map_err(|cause| InputError::reading(path, cause))
}
