use std::io::Write;

use clap::{Args, ValueEnum};
use schemars::generate::SchemaSettings;

use super::exit::{Exit, Failure};
use super::output::Output;
use crate::desk::DeskReport;
use crate::report::Report;

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// Of what
    #[arg(value_name = "WHAT", default_value = "report")]
    what: What,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum What {
    /// The report of one pair, as `--format json` prints it
    Report,
    /// The report over many, as `postedit report` writes it to `desk.json`
    Desk,
}

pub(super) fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    // The schema is of what is written, where absent fields are left out.
    let generator = SchemaSettings::draft2020_12().for_serialize().into_generator();
    let schema = match arguments.what {
        What::Report => generator.into_root_schema_for::<Report>(),
        What::Desk => generator.into_root_schema_for::<DeskReport>(),
    };
    let mut out = Output::open(None)?;
    let written = serde_json::to_writer_pretty(&mut out, &schema).map_err(Into::into);
    written.and_then(|()| out.write_all(b"\n")).map_err(|cause| out.failed(cause))?;
    out.finish()?;
    Ok(Exit::Done)
}
