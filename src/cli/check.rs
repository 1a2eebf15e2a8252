use clap::{Args, ValueEnum};

use super::exit::{Exit, Failure};
use super::{InputArguments, OutputArguments, stream};
use crate::render::{Purpose, View};
use crate::settings::Level;

#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    input: InputArguments,
    #[command(flatten)]
    output: OutputArguments,
    /// From which level on a finding makes the exit status 1
    #[arg(long, value_enum, value_name = "LEVEL", default_value_t = FailOn::Error)]
    fail_on: FailOn,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum FailOn {
    Error,
    Warning,
    Never,
}

pub(super) fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    let desk = stream::run(&arguments.input, &arguments.output, Purpose::Check, false, View::default())?;
    let fails = |level: &Level| match arguments.fail_on {
        FailOn::Error => *level >= Level::Error,
        FailOn::Warning => *level >= Level::Warning,
        FailOn::Never => false,
    };
    Ok(if desk.unusable > 0 {
        Exit::Unusable
    } else if desk.findings.keys().any(fails) {
        Exit::Violation
    } else {
        Exit::Done
    })
}
