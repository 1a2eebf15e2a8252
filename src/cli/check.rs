use clap::{Args, ValueEnum};

use super::articles::InputArguments;
use super::exit::{Exit, Failure};
use super::parallel::Threads;
use super::stream::{Policy, Sums};
use super::{OutputArguments, say, stream};
use crate::audit::{self, Accepted};
use crate::render::{FORMATS, Options, Purpose};
use crate::settings::{Level, Settings};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    input: InputArguments,
    #[command(flatten)]
    output: OutputArguments,
    #[command(flatten)]
    threads: Threads,
    /// From which level on a finding makes the exit status 1
    #[arg(long, value_enum, value_name = "LEVEL", default_value_t = FailOn::Error)]
    fail_on: FailOn,
    /// Another level for a rule: off, info, warning or error
    #[arg(long, value_name = "NAME=LEVEL")]
    rule: Vec<String>,
    /// List what was accepted and did not come up any more
    #[arg(long)]
    show_stale: bool,
    /// Show remarks one by one, too; they never fail
    #[arg(long)]
    remarks: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum FailOn {
    Error,
    Warning,
    Never,
}

impl FailOn {
    /// The mildest level that fails.
    fn level(self) -> Option<Level> {
        match self {
            FailOn::Error => Some(Level::Error),
            FailOn::Warning => Some(Level::Warning),
            FailOn::Never => None,
        }
    }
}

pub(super) fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    let mut policy = Policy::read(arguments.input.options.config.as_deref())?;
    set_levels(&mut policy.settings, &arguments.rule)?;
    let articles = arguments.input.open(&policy.settings, Purpose::Check)?;
    let fail_on = arguments.fail_on.level();
    let options = Options { remarks: arguments.remarks, fail_on, ..Options::new(Purpose::Check) };
    let Sums { desk, stale } = stream::run(articles, &policy, &arguments.output, options, arguments.threads)?;
    say_stale(&stale, arguments);
    Ok(if desk.unusable > 0 {
        Exit::Unusable
    } else if desk.findings.keys().any(|level| fail_on.is_some_and(|least| *level >= least)) {
        Exit::Violation
    } else {
        Exit::Done
    })
}

/// Levels from the command line, in place of those of the settings.
fn set_levels(settings: &mut Settings, set: &[String]) -> Result<(), Failure> {
    const LEVELS: [Level; 4] = [Level::Off, Level::Info, Level::Warning, Level::Error];
    for one in set {
        let wrong = |message: &str| Failure::Usage(format!("--rule {one}: {message}"));
        let (name, level) = one
            .split_once('=')
            .ok_or_else(|| wrong("a rule and its level are wanted, as in sentence-added=warning."))?;
        if audit::rules().all(|rule| rule.name != name) {
            let nearest =
                audit::rules().map(|rule| rule.name).min_by_key(|known| strsim::damerau_levenshtein(known, name));
            let nearest = nearest.unwrap_or_default();
            return Err(wrong(&format!("there is no rule {name}. Did you mean {nearest}?")));
        }
        let level = LEVELS
            .into_iter()
            .find(|known| known.name() == level)
            .ok_or_else(|| wrong(&format!("{level} is no level. Use off, info, warning or error.")))?;
        settings.check.rules.insert(name.to_owned(), level);
    }
    Ok(())
}

/// Lists acceptances that rest on nothing any more where that is asked for; a person at a terminal hears that there are
/// some.
fn say_stale(stale: &[Accepted], arguments: &Arguments) {
    if arguments.show_stale {
        for Accepted { fingerprint, rule, id, acceptance } in stale {
            let about = [rule.as_deref(), id.as_deref()].into_iter().flatten().collect::<Vec<_>>().join(" in ");
            let (by, why) = (&acceptance.by, &acceptance.why);
            say(&format!(
                "stale: {fingerprint} ({about}), accepted by {by} ({why}), did not come up. Delete its line."
            ));
        }
    } else if !stale.is_empty() && arguments.output.format == FORMATS[0].name {
        let (count, s) = (stale.len(), if stale.len() == 1 { "" } else { "s" });
        say(&format!("{count} acceptance{s} did not come up any more: the text has changed. --show-stale lists them."));
    }
}
