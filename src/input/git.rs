//! The `git` program, asked in a way that runs nothing else, writes nothing and waits for nobody.

use std::io::{self, BufRead as _, BufReader, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use super::{InputError, shown};

/// Options of every call: a repository's own settings start no program, and nothing is fetched.
const SAFE: [&str; 6] =
    ["--no-pager", "--no-optional-locks", "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null"];

/// A repository, seen from a folder in it.
#[derive(Debug)]
pub(super) struct Git {
    folder: PathBuf,
    /// The folder's path in the repository, empty or with a `/` at its end.
    pub(super) prefix: String,
}

/// A file before or after a change: its mode and the name of its content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Blob {
    pub(super) mode: String,
    pub(super) name: String,
}

/// A change of one file. Paths are from the top of the repository.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Change {
    /// The commit, where several were asked about.
    pub(super) commit: String,
    /// A letter: `A`dded, `D`eleted, `M`odified, `R`enamed, `T` for another type.
    pub(super) status: u8,
    pub(super) old: Blob,
    pub(super) new: Blob,
    /// The path before.
    pub(super) from: String,
    /// The path after.
    pub(super) to: String,
}

impl Git {
    pub(super) fn open(folder: &Path) -> Result<Self, InputError> {
        if !folder.is_dir() {
            return Err(InputError::reading(folder, io::ErrorKind::NotFound.into()));
        }
        let mut git = Git { folder: folder.to_owned(), prefix: String::new() };
        let said = git.ask(&["rev-parse", "--show-prefix"], None)?.map_err(|said| {
            InputError::Git(if said.contains("not a git repository") {
                format!("{}: is in no git repository. Run postedit in that of the articles.", shown(folder))
            } else {
                format!("{}: git cannot use the repository: {said}.", shown(folder))
            })
        })?;
        let prefix = String::from_utf8_lossy(&said);
        git.prefix = prefix.strip_suffix('\n').unwrap_or(&prefix).to_owned();
        Ok(git)
    }

    /// The full name of a commit, if there is such a one.
    pub(super) fn commit(&self, revision: &str) -> Result<Option<String>, InputError> {
        let revision = format!("{revision}^{{commit}}");
        let said = self.ask(&["rev-parse", "--verify", "--quiet", "--end-of-options", &revision], None)?;
        Ok(said.ok().map(|name| String::from_utf8_lossy(name.trim_ascii()).into_owned()))
    }

    /// The last commit that two have in common.
    pub(super) fn merge_base(&self, a: &str, b: &str) -> Result<Option<String>, InputError> {
        let said = self.ask(&["merge-base", a, b], None)?;
        Ok(said.ok().map(|name| String::from_utf8_lossy(name.trim_ascii()).into_owned()))
    }

    /// What differs between two commits.
    pub(super) fn changes(&self, from: &str, to: &str) -> Result<Vec<Change>, InputError> {
        self.diff(&[from, to], None)
    }

    /// What each commit between two has changed, the oldest first; merges change nothing of their own.
    pub(super) fn history(&self, from: &str, to: &str) -> Result<Vec<Change>, InputError> {
        let commits = self.answer(&["rev-list", "--reverse", "--topo-order", to, &format!("^{from}")], None)?;
        self.diff(&["--stdin", "--root"], Some(commits))
    }

    /// All files of a commit under the folder, by their path from the top.
    pub(super) fn files(&self, commit: &str) -> Result<Vec<(String, Blob)>, InputError> {
        let said = self.answer(&["ls-tree", "-r", "-z", "--full-tree", commit], None)?;
        let file = |record: &[u8]| {
            let record = String::from_utf8_lossy(record);
            let (about, path) = record.split_once('\t')?;
            let mut about = about.split(' ');
            let (mode, name) = (about.next()?.to_owned(), about.nth(1)?.to_owned());
            path.starts_with(&self.prefix).then(|| (path.to_owned(), Blob { mode, name }))
        };
        Ok(said.split(|&byte| byte == 0).filter_map(file).collect())
    }

    fn diff(&self, what: &[&str], input: Option<Vec<u8>>) -> Result<Vec<Change>, InputError> {
        const DIFF: [&str; 10] = [
            "diff-tree",
            "-r",
            "-z",
            "--raw",
            "--no-abbrev",
            "-M",
            "-l2000",
            "--no-ext-diff",
            "--no-textconv",
            "--no-color",
        ];
        Ok(changes(&self.answer(&[&DIFF, what].concat(), input)?))
    }

    fn answer(&self, arguments: &[&str], input: Option<Vec<u8>>) -> Result<Vec<u8>, InputError> {
        let failed = |said| InputError::Git(format!("git {} failed: {said}.", arguments.first().unwrap_or(&"")));
        self.ask(arguments, input)?.map_err(failed)
    }

    /// What git answers, or the line in which it says why it does not.
    fn ask(&self, arguments: &[&str], input: Option<Vec<u8>>) -> Result<Result<Vec<u8>, String>, InputError> {
        let stdin = if input.is_some() { Stdio::piped() } else { Stdio::null() };
        let mut command = self.command();
        command.args(arguments).stdin(stdin).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().map_err(not_run)?;
        let writer = child.stdin.take().zip(input).map(|(mut stdin, input)| {
            // Git may write before it has read all.
            std::thread::spawn(move || drop(stdin.write_all(&input)))
        });
        let output = child.wait_with_output().map_err(not_run)?;
        // The writer has nothing to say: git's own answer tells whether it read all.
        let _ = writer.map(std::thread::JoinHandle::join);
        if output.status.success() {
            return Ok(Ok(output.stdout));
        }
        let said = String::from_utf8_lossy(&output.stderr);
        let line = said.lines().next().unwrap_or_default();
        Ok(Err(line.strip_prefix("fatal: ").unwrap_or(line).trim_end_matches('.').to_owned()))
    }

    fn command(&self) -> Command {
        let mut command = Command::new("git");
        command.args(SAFE).current_dir(&self.folder);
        command.env("GIT_OPTIONAL_LOCKS", "0").env("GIT_NO_LAZY_FETCH", "1").env("GIT_TERMINAL_PROMPT", "0");
        // A partial clone may say how to fetch what it lacks, by a program of its choice.
        command.env("GIT_ALLOW_PROTOCOL", "none");
        command.env("LC_ALL", "C").env_remove("GIT_EXTERNAL_DIFF");
        command
    }

    /// A git that hands out contents.
    pub(super) fn contents(&self) -> Result<Contents, InputError> {
        let mut command = self.command();
        command.args(["cat-file", "--batch"]).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = command.spawn().map_err(not_run)?;
        let lost = || not_run(io::ErrorKind::BrokenPipe.into());
        let asks = child.stdin.take().ok_or_else(lost)?;
        let answers = BufReader::new(child.stdout.take().ok_or_else(lost)?);
        Ok(Contents { child, asks: Some(asks), answers })
    }
}

/// A running git that hands out one content after the other.
#[derive(Debug)]
pub(super) struct Contents {
    child: Child,
    asks: Option<ChildStdin>,
    answers: BufReader<ChildStdout>,
}

impl Contents {
    /// The bytes of a content.
    pub(super) fn get(&mut self, name: &str) -> io::Result<Vec<u8>> {
        let asks = self.asks.as_mut().ok_or(io::ErrorKind::BrokenPipe)?;
        writeln!(asks, "{name}")?;
        asks.flush()?;
        let mut about = String::new();
        self.answers.read_line(&mut about)?;
        // `NAME blob SIZE`, or `NAME missing`.
        let size = about.trim_end().rsplit_once("blob ").and_then(|(_, size)| size.parse::<u64>().ok());
        let size = size.ok_or_else(|| io::Error::new(io::ErrorKind::NotFound, "its content is not in this copy"))?;
        let mut bytes = Vec::new();
        (&mut self.answers).take(size + 1).read_to_end(&mut bytes)?;
        if bytes.pop() != Some(b'\n') {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        Ok(bytes)
    }
}

impl Drop for Contents {
    fn drop(&mut self) {
        // It ends when nothing more can be asked; how it ends matters to nobody.
        drop(self.asks.take());
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn not_run(cause: io::Error) -> InputError {
    InputError::Git(match cause.kind() {
        io::ErrorKind::NotFound => {
            "git was not found. Install it, or name the files: postedit check DRAFT FINAL.".to_owned()
        }
        _ => format!("git cannot be run: {cause}. Name the files: postedit check DRAFT FINAL."),
    })
}

/// The records of `diff-tree -z --raw`: `:MODE MODE NAME NAME STATUS`, a path, of a rename a second; before those of a
/// commit its name.
fn changes(said: &[u8]) -> Vec<Change> {
    let mut parts = said.split(|&byte| byte == 0).map(String::from_utf8_lossy);
    let (mut found, mut commit) = (Vec::new(), String::new());
    while let Some(part) = parts.next() {
        let Some(about) = part.strip_prefix(':') else {
            commit = part.into_owned();
            continue;
        };
        let about: Vec<&str> = about.split(' ').collect();
        let (&[old_mode, new_mode, old, new, status], Some(from)) = (about.as_slice(), parts.next()) else { break };
        let blob = |mode: &str, name: &str| Blob { mode: mode.to_owned(), name: name.to_owned() };
        let status = status.bytes().next().unwrap_or_default();
        let to = if matches!(status, b'R' | b'C') { parts.next() } else { None };
        found.push(Change {
            commit: commit.clone(),
            status,
            old: blob(old_mode, old),
            new: blob(new_mode, new),
            to: to.as_ref().unwrap_or(&from).clone().into_owned(),
            from: from.into_owned(),
        });
    }
    found
}
