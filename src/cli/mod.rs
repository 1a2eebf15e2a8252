//! The command line: arguments, one file a subcommand, exit status.

mod accept;
mod articles;
mod check;
mod completions;
mod diff;
mod exit;
mod explain;
mod init;
mod interrupt;
mod output;
mod parallel;
mod progress;
mod report;
mod schema;
mod score;
mod stream;

use std::io::{IsTerminal, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::render::{self, Purpose, Safe};

pub use exit::Exit;

/// Shows what the editing of an AI-translated article was
#[derive(Debug, Parser)]
#[command(name = "postedit", version, propagate_version = true, disable_help_subcommand = true)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
    /// When to use colour
    #[arg(long, value_enum, value_name = "WHEN", default_value_t = Colour::Auto, global = true)]
    color: Colour,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Show what was edited between a draft and its final
    Diff(diff::Arguments),
    /// Check finals against the desk's rules; exit status 1 where one is broken
    Check(check::Arguments),
    /// Write down that a finding was seen and is right; check then lets it pass
    Accept(accept::Arguments),
    /// Measure the effort of line-aligned files or of articles: TER, chrF2, word tags, the desk's figures
    Score(score::Arguments),
    /// Write the desk's report over many articles: a folder of pages
    Report(report::Arguments),
    /// Explain a form, a kind, an impact or an audit rule
    Explain(explain::Arguments),
    /// Write a postedit.toml in which every setting stands as a comment
    Init(init::Arguments),
    /// Print the JSON Schema of the report
    Schema(schema::Arguments),
    /// Print what a shell needs to complete the command line
    Completions(completions::Arguments),
}

/// Whether output is coloured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Colour {
    /// As NO_COLOR, CLICOLOR_FORCE and the terminal say
    Auto,
    Always,
    Never,
}

/// Where results go.
#[derive(Debug, Args)]
struct OutputArguments {
    /// How to print
    #[arg(long, value_name = "FORMAT", default_value = render::FORMATS[0].name, value_parser = formats(Purpose::Check))]
    format: String,
    /// Write to a file, whole or not at all; FORMAT=FILE writes another format beside what is printed
    #[arg(long, short, value_name = "[FORMAT=]FILE")]
    output: Vec<PathBuf>,
}

/// The formats that make sense for a purpose.
fn formats(purpose: Purpose) -> clap::builder::PossibleValuesParser {
    let value = |format: &render::Format| clap::builder::PossibleValue::new(format.name).help(format.about);
    render::FORMATS.iter().filter(|format| format.purposes.contains(&purpose)).map(value).collect::<Vec<_>>().into()
}

/// Runs the command line of this process.
pub fn run() -> ExitCode {
    let exit = match Arguments::try_parse() {
        Ok(arguments) => {
            render::set_colour(arguments.color.decide());
            arguments.command.run().unwrap_or_else(|failure| failure.report())
        }
        Err(error) => usage(&error),
    };
    exit.into()
}

impl Command {
    fn run(&self) -> Result<Exit, exit::Failure> {
        match self {
            Command::Diff(arguments) => diff::run(arguments),
            Command::Check(arguments) => check::run(arguments),
            Command::Accept(arguments) => accept::run(arguments),
            Command::Score(arguments) => score::run(arguments),
            Command::Report(arguments) => report::run(arguments),
            Command::Explain(arguments) => explain::run(arguments),
            Command::Init(arguments) => init::run(arguments),
            Command::Schema(arguments) => schema::run(arguments),
            Command::Completions(arguments) => completions::run(arguments),
        }
    }
}

/// Help and version are no errors; all else that the parser refuses is.
fn usage(error: &clap::Error) -> Exit {
    let wanted = matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion);
    let text = error.render().to_string();
    // A closed pipe can't be told.
    let _ = if wanted {
        std::io::stdout().write_all(text.as_bytes())
    } else {
        std::io::stderr().write_all(text.as_bytes())
    };
    if wanted { Exit::Done } else { Exit::Unusable }
}

impl Colour {
    /// The flag first, then NO_COLOR, then CLICOLOR_FORCE, neither where empty, then the terminal.
    fn decide(self) -> bool {
        let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
        match self {
            Colour::Always => true,
            Colour::Never => false,
            Colour::Auto if set("NO_COLOR") => false,
            Colour::Auto
                if std::env::var_os("CLICOLOR_FORCE").is_some_and(|value| !value.is_empty() && value != "0") =>
            {
                true
            }
            Colour::Auto => {
                std::io::stdout().is_terminal() && std::env::var_os("TERM").is_none_or(|term| term != "dumb")
            }
        }
    }
}

/// A message to the person at the terminal.
fn say(message: &str) {
    let _ = writeln!(std::io::stderr(), "postedit: {}", Safe(message));
}
