use clap::Args;
use clap::builder::{PossibleValue, PossibleValuesParser};

use super::articles::InputArguments;
use super::exit::{Exit, Failure};
use super::parallel::Threads;
use super::stream::Policy;
use super::{OutputArguments, stream};
use crate::kinds::{Entry, Impact, Kind};
use crate::render::{Options, Purpose, View};

#[derive(Debug, Args)]
#[command(mut_arg("format", |format| format.value_parser(super::formats(Purpose::Diff))))]
pub(super) struct Arguments {
    #[command(flatten)]
    input: InputArguments,
    #[command(flatten)]
    output: OutputArguments,
    #[command(flatten)]
    threads: Threads,
    /// The figures and the edits of the meaning, without the article
    #[arg(long)]
    summary: bool,
    /// Show edits of these impacts only
    #[arg(long, value_name = "IMPACT,…", value_delimiter = ',', hide_possible_values = true, value_parser = names(Impact::ALL, Impact::entry))]
    impact: Vec<String>,
    /// Show edits of these kinds only
    #[arg(long, value_name = "KIND,…", value_delimiter = ',', hide_possible_values = true, value_parser = names(Kind::ALL, Kind::entry))]
    only: Vec<String>,
    /// Show no edits of these kinds
    #[arg(long, value_name = "KIND,…", value_delimiter = ',', hide_possible_values = true, value_parser = names(Kind::ALL, Kind::entry))]
    ignore: Vec<String>,
}

fn names<T: Copy>(all: &[T], entry: fn(T) -> &'static Entry) -> PossibleValuesParser {
    all.iter().map(|&value| PossibleValue::new(entry(value).name).help(entry(value).meaning)).collect::<Vec<_>>().into()
}

/// The values of some names, which the command line has checked.
fn chosen<T: Copy>(all: &[T], entry: fn(T) -> &'static Entry, names: &[String]) -> Vec<T> {
    all.iter().copied().filter(|&value| names.iter().any(|name| name == entry(value).name)).collect()
}

pub(super) fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    let view = View {
        impacts: chosen(Impact::ALL, Impact::entry, &arguments.impact),
        only: chosen(Kind::ALL, Kind::entry, &arguments.only),
        ignore: chosen(Kind::ALL, Kind::entry, &arguments.ignore),
    };
    let policy = Policy::read(arguments.input.options.config.as_deref())?;
    let articles = arguments.input.open(&policy.settings, Purpose::Diff)?;
    let options = Options { summary: arguments.summary, view, ..Options::new(Purpose::Diff) };
    let desk = stream::run(articles, &policy, &arguments.output, options, arguments.threads)?.desk;
    Ok(if desk.unusable > 0 { Exit::Unusable } else { Exit::Done })
}
