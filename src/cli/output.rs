use std::fs::{self, File};
use std::io::{self, BufWriter, IsTerminal, Stdout, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::OutputArguments;
use super::exit::Failure;
use super::interrupt;
use crate::desk::Desk;
use crate::render::{self, Article, FORMATS, Format, Options, Printer, Purpose, Unusable};

/// Where results go: standard output, or a file that is written whole or not at all.
pub(super) enum Output {
    Standard(BufWriter<Stdout>),
    File { beside: BufWriter<NamedTempFile>, target: PathBuf },
}

impl Output {
    /// Standard output, or a new file beside the target that takes its place at the end.
    pub(super) fn open(target: Option<&Path>) -> Result<Self, Failure> {
        let Some(target) = target else { return Ok(Output::Standard(BufWriter::new(io::stdout()))) };
        let refused = |kind, why| Err(failure(target, io::Error::new(kind, why)));
        match fs::metadata(target) {
            Ok(there) if there.is_dir() => return refused(io::ErrorKind::IsADirectory, "is a folder"),
            // A device or a pipe would be replaced by a file.
            Ok(there) if !there.is_file() => return refused(io::ErrorKind::InvalidInput, "is no ordinary file"),
            _ => {}
        }
        let beside = new_file(folder_of(target)).map_err(|cause| failure(target, cause))?;
        Ok(Output::File { beside: BufWriter::new(beside), target: target.to_owned() })
    }

    /// Writes what is left, and puts the file in its place.
    pub(super) fn finish(mut self) -> Result<(), Failure> {
        self.flush().map_err(|cause| self.failed(cause))?;
        self.put()
    }

    /// Puts a file, which is written, in its place.
    fn put(self) -> Result<(), Failure> {
        let Output::File { beside, target } = self else { return Ok(()) };
        let done = beside.into_inner().map_err(io::IntoInnerError::into_error);
        let done = done.and_then(|file| file.persist(&target).map_err(|error| error.error));
        done.map(drop).map_err(|cause| failure(&target, cause))
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

/// What a run prints, in one format or several at once. Files appear when all are written, or none does.
pub(super) struct Outputs {
    outputs: Vec<(Box<dyn Printer>, Output)>,
    /// Whether standard output is coloured; files never are.
    colour: bool,
    /// The run goes on where nobody reads standard output any more: its exit status is still wanted.
    goes_on: bool,
    /// The files that the outputs will replace.
    replaced: Vec<PathBuf>,
}

impl Outputs {
    /// Opens all that the arguments name: what was chosen with `--format`, and what is written beside it.
    pub(super) fn open(arguments: &OutputArguments, options: &Options) -> Result<Self, Failure> {
        let mut main = None;
        let mut beside = Vec::new();
        for path in &arguments.output {
            match named(path, options)? {
                Some((format, file)) => beside.push((format, Some(file))),
                None if main.is_some() => return Err(Failure::Usage(twice(&arguments.format))),
                None => main = Some(path.as_path()),
            }
        }
        let chosen = FORMATS.iter().find(|format| format.name == arguments.format).unwrap_or(&FORMATS[0]);
        let all: Vec<(&Format, Option<&Path>)> = [(chosen, main)].into_iter().chain(beside).collect();
        for (at, (_, file)) in all.iter().enumerate().filter_map(|(at, (format, file))| Some((at, (format, (*file)?))))
        {
            if all[..at].iter().any(|(_, other)| other.is_some_and(|other| is_same(other, file))) {
                let file = file.display();
                return Err(Failure::Usage(format!("{file}: is named for two outputs. Name a file for each.")));
            }
        }
        if options.many && all.iter().any(|(format, _)| format.name == render::ONE_ARTICLE) {
            return Err(Failure::Usage(
                "html shows one article. For many, postedit report --pairs FILE -o FOLDER makes a folder of pages."
                    .into(),
            ));
        }
        let replaced = all.iter().filter_map(|(_, file)| fs::canonicalize((*file)?).ok()).collect();
        let open = |(format, file): (&Format, Option<&Path>)| {
            let options = Options { width: if file.is_some() { FILE_WIDTH } else { options.width }, ..options.clone() };
            Ok(((format.open)(options), Output::open(file)?))
        };
        let outputs = all.into_iter().map(open).collect::<Result<_, Failure>>()?;
        Ok(Outputs { outputs, colour: render::colour(), goes_on: options.purpose == Purpose::Check, replaced })
    }

    /// Whether results appear on a terminal.
    pub(super) fn print_to_screen(&self) -> bool {
        self.outputs.iter().any(|(_, out)| matches!(out, Output::Standard(_))) && io::stdout().is_terminal()
    }

    /// Prints an article, unless an output would take the place of one of its files.
    pub(super) fn article(&mut self, article: &Article) -> Result<(), Failure> {
        if !self.replaced.is_empty() {
            let files = [&article.files.draft, &article.files.r#final, &article.files.source];
            let own =
                files.into_iter().find(|file| fs::canonicalize(file).is_ok_and(|file| self.replaced.contains(&file)));
            if let Some(file) = own {
                return Err(Failure::Usage(format!(
                    "{file}: is an article and an output. Name another file to write to."
                )));
            }
        }
        self.each(|printer, out| printer.article(out, article))
    }

    /// Prints a row that could not be used.
    pub(super) fn unusable(&mut self, row: &Unusable) -> Result<(), Failure> {
        self.each(|printer, out| printer.unusable(out, row))
    }

    /// Prints what comes behind the last article, and puts the files in their places.
    pub(super) fn finish(mut self, desk: &Desk) -> Result<(), Failure> {
        self.each(|printer, out| {
            printer.end(out, desk)?;
            out.flush()
        })?;
        self.outputs.into_iter().try_for_each(|(_, out)| out.put())
    }

    fn each(&mut self, print: impl Fn(&mut dyn Printer, &mut Output) -> io::Result<()>) -> Result<(), Failure> {
        let mut done = Ok(());
        self.outputs.retain_mut(|(printer, out)| {
            let is_standard = matches!(out, Output::Standard(_));
            render::set_colour(self.colour && is_standard);
            match print(printer.as_mut(), out) {
                Err(cause) if self.goes_on && is_standard && cause.kind() == io::ErrorKind::BrokenPipe => return false,
                Err(cause) if done.is_ok() => done = Err(out.failed(cause)),
                _ => {}
            }
            true
        });
        render::set_colour(self.colour);
        done
    }
}

/// The width of text in a file, whatever terminal the run has.
const FILE_WIDTH: usize = 80;

/// `FORMAT=FILE` in its parts; `None` for a file alone. A file with such a name is written with its folder: `./a=b`.
fn named<'a>(path: &'a Path, options: &Options) -> Result<Option<(&'static Format, &'a Path)>, Failure> {
    let file = |file: &Path| match file.to_str() {
        Some("") => Err(Failure::Usage("--output: the file has no name. Write FILE, or FORMAT=FILE.".to_owned())),
        Some("-") => {
            Err(Failure::Usage("--output -: standard output is where --format prints without --output.".to_owned()))
        }
        _ => Ok(()),
    };
    let parts = path.to_str().and_then(|text| text.split_once('='));
    let is_name = |name: &str| name.chars().all(|c| c.is_ascii_alphanumeric());
    let Some((name, target)) = parts.filter(|(name, _)| is_name(name)) else {
        return file(path).map(|()| None);
    };
    let serves = |format: &&Format| format.purposes.contains(&options.purpose);
    let Some(format) = FORMATS.iter().filter(serves).find(|format| format.name == name) else {
        let names: Vec<&str> = FORMATS.iter().filter(serves).map(|format| format.name).collect();
        return Err(Failure::Usage(format!(
            "--output {}: no format for this command is called \"{name}\". There are {}; a file of that name is ./{}.",
            path.display(),
            names.join(", "),
            path.display()
        )));
    };
    let target = Path::new(target);
    file(target).map(|()| Some((format, target)))
}

fn twice(format: &str) -> String {
    format!("--output is given twice for --format {format}. A second format is written by --output FORMAT=FILE.")
}

/// Whether two paths lead to one file, which need not be there yet.
fn is_same(a: &Path, b: &Path) -> bool {
    let real = |path: &Path| {
        let whole = |path: &Path| fs::canonicalize(path).ok();
        whole(path).or_else(|| Some(whole(folder_of(path))?.join(path.file_name()?)))
    };
    a == b || (real(a).is_some() && real(a) == real(b))
}

fn folder_of(file: &Path) -> &Path {
    file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Writes a new file, whole or not at all, and never over one that is there.
pub(super) fn write_new(target: &Path, text: &str) -> Result<(), Failure> {
    let mut beside = new_file(folder_of(target)).map_err(|cause| failure(target, cause))?;
    beside.write_all(text.as_bytes()).map_err(|cause| failure(target, cause))?;
    match beside.persist_noclobber(target) {
        Ok(_) => Ok(()),
        Err(error) if error.error.kind() == io::ErrorKind::AlreadyExists => Err(Failure::Usage(format!(
            "{}: is there already, and was left as it is. Name another file, or take this one away first.",
            target.display()
        ))),
        Err(error) => Err(failure(target, error.error)),
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
    interrupt::remove_half_done(path.to_path_buf());
    Ok(NamedTempFile::from_parts(file, path))
}
