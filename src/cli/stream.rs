//! What `diff` and `check` share: articles come in, each is worked on by itself, and is printed in its turn.

use std::collections::{BTreeMap, HashSet};
use std::num::NonZeroUsize;
use std::path::Path;

use crate::analysis::{Analysis, analyse};
use crate::audit::{self, Acceptances, Accepted, Finding};
use crate::desk::Desk;
use crate::input::{self, Incoming, InputError, Unusable};
use crate::pair::Files;
use crate::render::{self, Options};
use crate::settings::{Level, Settings};

use super::articles::Articles;
use super::exit::Failure;
use super::output::Outputs;
use super::parallel::{self, Threads};
use super::progress::Progress;
use super::{OutputArguments, say};

/// What the desk has decided.
#[derive(Debug)]
pub(super) struct Policy {
    pub(super) settings: Settings,
    pub(super) acceptances: Acceptances,
}

/// An article when all is known about it, or why nothing is.
#[derive(Debug)]
pub(super) struct Done {
    pub(super) files: Files,
    line: Option<usize>,
    pub(super) outcome: Result<(Analysis, Vec<Finding>), Unusable>,
}

/// What a run adds up to.
#[derive(Debug, Default)]
pub(super) struct Sums {
    pub(super) desk: Desk,
    /// Acceptances of articles in the run whose finding did not come up.
    pub(super) stale: Vec<Accepted>,
}

impl Policy {
    /// Reads the settings, and what was accepted.
    pub(super) fn read(config: Option<&Path>) -> Result<Self, Failure> {
        let settings = input::settings(config, Path::new("."))?;
        let (file, is_there) = input::find_acceptances(Path::new("."));
        let acceptances = if is_there { input::acceptances(&file)? } else { Acceptances::default() };
        Ok(Policy { settings, acceptances })
    }
}

/// Works on one article; pure, so that many can be worked on at once.
pub(super) fn work(row: Incoming, policy: &Policy) -> Done {
    let Incoming { files, line, pair } = row;
    let outcome = pair.map(|pair| {
        let analysis = analyse(&pair, &policy.settings);
        let mut findings = audit::run(&analysis, &policy.settings);
        policy.acceptances.mark(&mut findings);
        (analysis, findings)
    });
    Done { files, line, outcome }
}

/// Works on all articles, prints them in their order, and gives the sums.
pub(super) fn run(
    articles: Articles,
    policy: &Policy,
    output: &OutputArguments,
    options: Options,
    threads: Threads,
) -> Result<Sums, Failure> {
    let Articles { rows, many, mut progress } = articles;
    let options = Options { width: width(), many, ..options };
    let outputs = Outputs::open(output, &options)?;
    progress.show_unless(!many || outputs.print_to_screen());
    let mut print = Print { outputs, desk: Desk::default(), stale: Stale::default(), progress };
    let threads = if many { threads.count() } else { NonZeroUsize::MIN };
    let work = |row: Result<Incoming, InputError>| row.map(|row| work(row, policy));
    parallel::in_order(rows, threads, 1, work, |done| print.article(&done?, policy))?;
    print.finish()
}

/// Prints articles, and adds them up.
struct Print {
    outputs: Outputs,
    desk: Desk,
    stale: Stale,
    progress: Progress,
}

impl Print {
    fn article(&mut self, done: &Done, policy: &Policy) -> Result<(), Failure> {
        let Done { files, line, outcome } = done;
        self.progress.one();
        match outcome {
            Ok((analysis, findings)) => {
                if !analysis.notes.is_empty() {
                    self.progress
                        .aside(|| analysis.notes.iter().for_each(|note| say(&format!("{}: {note}", files.r#final))));
                }
                self.desk.add(analysis, findings);
                self.stale.add(analysis, findings, policy);
                self.outputs.article(&render::Article { analysis, findings, files })
            }
            Err(Unusable { id, message }) => {
                self.progress.aside(|| done.say_unusable());
                self.desk.unusable += 1;
                let unusable = render::Unusable { id: id.as_deref(), file: &files.r#final, line: *line, message };
                self.outputs.unusable(&unusable)
            }
        }
    }

    fn finish(self) -> Result<Sums, Failure> {
        drop(self.progress);
        self.outputs.finish(&self.desk)?;
        Ok(Sums { desk: self.desk, stale: self.stale.list() })
    }
}

impl Done {
    /// Says why the article cannot be used, if it cannot.
    pub(super) fn say_unusable(&self) {
        match (&self.outcome, self.line) {
            (Ok(_), _) => {}
            (Err(Unusable { message, .. }), Some(line)) => {
                say(&format!("{}: line {line}: {message}", self.files.r#final));
            }
            (Err(Unusable { message, .. }), None) => say(message),
        }
    }
}

/// Acceptances that rest on nothing any more. Two articles may share a name: what came up in one is not stale.
#[derive(Default)]
struct Stale {
    met: HashSet<String>,
    absent: BTreeMap<String, Accepted>,
}

impl Stale {
    fn add(&mut self, analysis: &Analysis, findings: &[Finding], policy: &Policy) {
        let Some(id) = &analysis.id else { return };
        for accepted in policy.acceptances.of_article(id) {
            let rule = accepted.rule.as_ref().and_then(|rule| policy.settings.check.rules.get(rule));
            if rule == Some(&Level::Off) || findings.iter().any(|finding| finding.fingerprint == accepted.fingerprint) {
                self.met.insert(accepted.fingerprint.clone());
            } else {
                self.absent.insert(accepted.fingerprint.clone(), accepted.clone());
            }
        }
    }

    fn list(self) -> Vec<Accepted> {
        self.absent.into_values().filter(|accepted| !self.met.contains(&accepted.fingerprint)).collect()
    }
}

/// Columns of the terminal, 80 where there is none.
fn width() -> usize {
    const NARROWEST: usize = 40;
    const WIDEST: usize = 120;
    let columns = terminal_size::terminal_size().map_or(80, |(width, _)| usize::from(width.0));
    columns.clamp(NARROWEST, WIDEST)
}

#[cfg(test)]
mod tests {
    #[test]
    fn articles_can_be_worked_on_by_many_threads() {
        fn crosses<T: Send>() {}
        fn is_shared<T: Sync>() {}
        crosses::<super::Incoming>();
        crosses::<super::Done>();
        is_shared::<super::Policy>();
    }
}
