use clap::Args;

use super::exit::{Exit, Failure};
use super::{InputArguments, OutputArguments, stream};
use crate::render::Purpose;

#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    input: InputArguments,
    #[command(flatten)]
    output: OutputArguments,
    /// The figures and the edits of the meaning, without the article
    #[arg(long)]
    summary: bool,
}

pub(super) fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    let desk = stream::run(&arguments.input, &arguments.output, Purpose::Diff, arguments.summary)?;
    Ok(if desk.unusable > 0 { Exit::Unusable } else { Exit::Done })
}
