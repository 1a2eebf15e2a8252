use std::io::Write;

use clap::{Args, CommandFactory};
use clap_complete::{Shell, generate};

use super::exit::{Exit, Failure};
use super::output::Output;

#[derive(Debug, Args)]
#[command(after_help = "For bash: postedit completions bash > ~/.local/share/bash-completion/completions/postedit")]
pub(super) struct Arguments {
    /// The shell
    #[arg(value_enum)]
    shell: Shell,
}

pub(super) fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    // Made in memory first: `generate` panics where a pipe is closed.
    let mut script = Vec::new();
    generate(arguments.shell, &mut super::Arguments::command(), env!("CARGO_PKG_NAME"), &mut script);
    let mut out = Output::open(None)?;
    out.write_all(&script).map_err(|cause| out.failed(cause))?;
    out.finish()?;
    Ok(Exit::Done)
}
