//! The command line; see `postedit::cli`.

use std::process::ExitCode;

fn main() -> ExitCode {
    postedit::cli::run()
}
