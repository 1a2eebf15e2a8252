use std::io::Write;

use clap::Args;
use schemars::generate::SchemaSettings;

use super::exit::{Exit, Failure};
use super::output::Output;
use crate::report::Report;

#[derive(Debug, Args)]
pub(super) struct Arguments {}

pub(super) fn run(_: &Arguments) -> Result<Exit, Failure> {
    // The schema is of what is written, where absent fields are left out.
    let schema = SchemaSettings::draft2020_12().for_serialize().into_generator().into_root_schema_for::<Report>();
    let mut out = Output::open(None)?;
    let written = serde_json::to_writer_pretty(&mut out, &schema).map_err(Into::into);
    written.and_then(|()| out.write_all(b"\n")).map_err(|cause| out.failed(cause))?;
    out.finish()?;
    Ok(Exit::Done)
}
