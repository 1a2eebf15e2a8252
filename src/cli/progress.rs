//! A bar on the terminal for work that takes long: how far it is, how fast, and for how long still.

use std::fs;
use std::io::{BufRead, IsTerminal};
use std::path::Path;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// Work that is over sooner shows no bar.
const PATIENCE: Duration = Duration::from_millis(500);

/// How far a run is.
pub(super) struct Progress {
    bar: ProgressBar,
    /// What is counted, such as `articles`.
    what: &'static str,
    count: u64,
    started: Instant,
    shown: bool,
}

impl Progress {
    /// A bar for so many bytes of input; without a time left where nobody knows how many there are.
    pub(super) fn new(what: &'static str, bytes: Option<u64>) -> Self {
        let bar = ProgressBar::with_draw_target(bytes, ProgressDrawTarget::hidden());
        let template = match bytes {
            Some(_) => "{wide_bar} {percent} % · {msg} · {eta} left",
            None => "{spinner} {msg}",
        };
        bar.set_style(ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar()));
        Progress { bar, what, count: 0, started: Instant::now(), shown: false }
    }

    /// Shows the bar on standard error if that is a terminal, unless results are printed on the same screen.
    pub(super) fn show_unless(&mut self, prints_to_screen: bool) {
        self.shown = std::io::stderr().is_terminal() && !prints_to_screen;
    }

    /// Counts the bytes that are read.
    pub(super) fn reading(&self, reader: Box<dyn BufRead>) -> Box<dyn BufRead> {
        Box::new(self.bar.wrap_read(reader))
    }

    /// One more is done.
    pub(super) fn one(&mut self) {
        self.count += 1;
        let taken = self.started.elapsed();
        if !self.shown || taken < PATIENCE {
            return;
        }
        if self.bar.is_hidden() {
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
        }
        let rate = self.count as f64 / taken.as_secs_f64();
        self.bar.set_message(format!("{} {} · {rate:.0}/s", self.count, self.what));
    }

    /// Prints something without the bar in its way.
    pub(super) fn aside(&self, print: impl FnOnce()) {
        self.bar.suspend(print);
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}

/// The bytes of an ordinary file; nobody knows how many come through a pipe.
pub(super) fn size(path: &Path) -> Option<u64> {
    fs::metadata(path).ok().filter(|there| there.is_file()).map(|there| there.len())
}
