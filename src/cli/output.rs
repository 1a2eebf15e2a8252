use std::fs::File;
use std::io::{self, BufWriter, Stdout, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::exit::Failure;

/// Where results go: standard output, or a file that is written whole or not at all.
pub(super) enum Output {
    Standard(BufWriter<Stdout>),
    File { beside: BufWriter<NamedTempFile>, target: PathBuf },
}

impl Output {
    /// Standard output, or a new file beside the target that takes its place at the end.
    pub(super) fn open(target: Option<&Path>) -> Result<Self, Failure> {
        let Some(target) = target else { return Ok(Output::Standard(BufWriter::new(io::stdout()))) };
        if target.is_dir() {
            return Err(failure(target, io::Error::new(io::ErrorKind::IsADirectory, "is a folder")));
        }
        let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let beside = new_file(folder).map_err(|cause| failure(target, cause))?;
        Ok(Output::File { beside: BufWriter::new(beside), target: target.to_owned() })
    }

    /// Writes what is left, and puts the file in its place.
    pub(super) fn finish(self) -> Result<(), Failure> {
        match self {
            Output::Standard(mut out) => out.flush().map_err(|cause| failure(Path::new("standard output"), cause)),
            Output::File { beside, target } => {
                let done = beside.into_inner().map_err(io::IntoInnerError::into_error);
                let done = done.and_then(|file| file.persist(&target).map_err(|error| error.error));
                done.map(drop).map_err(|cause| failure(&target, cause))
            }
        }
    }

    /// A failure to write, under the name that the user knows.
    pub(super) fn failed(&self, cause: io::Error) -> Failure {
        match self {
            Output::Standard(_) => failure(Path::new("standard output"), cause),
            Output::File { target, .. } => failure(target, cause),
        }
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Output::Standard(out) => out.write(bytes),
            Output::File { beside, .. } => beside.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Output::Standard(out) => out.flush(),
            Output::File { beside, .. } => beside.flush(),
        }
    }
}

fn failure(target: &Path, cause: io::Error) -> Failure {
    Failure::Output { file: target.display().to_string(), cause }
}

/// A hidden file with the rights that any new file has here: the umask is asked by making one.
fn new_file(folder: &Path) -> io::Result<NamedTempFile> {
    let make = |path: &Path| File::options().write(true).create_new(true).open(path);
    let made = tempfile::Builder::new().prefix(".postedit-").make_in(folder, make)?;
    let (file, path) = made.into_parts();
    Ok(NamedTempFile::from_parts(file, path))
}
