use std::io;
use std::process::ExitCode;

use crate::input::InputError;

/// How a run ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// Done; for `check`: the desk's policy holds.
    Done = 0,
    /// `check` found a violation.
    Violation = 1,
    /// The input or the command line could not be used.
    Unusable = 2,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        ExitCode::from(exit as u8)
    }
}

/// Why a run could not be finished.
#[derive(Debug)]
pub(super) enum Failure {
    Input(InputError),
    Usage(String),
    Output { file: String, cause: io::Error },
}

impl Failure {
    /// Says what is wrong; a reader who closed the pipe wants to hear nothing.
    pub(super) fn report(&self) -> Exit {
        match self {
            Failure::Output { cause, .. } if cause.kind() == io::ErrorKind::BrokenPipe => return Exit::Done,
            Failure::Input(error) => super::say(&error.to_string()),
            Failure::Usage(message) => super::say(message),
            Failure::Output { file, cause } => {
                super::say(&format!(
                    "{file}: cannot be written: {cause}. Name a file in a folder that you may write to."
                ));
            }
        }
        Exit::Unusable
    }
}

impl From<InputError> for Failure {
    fn from(error: InputError) -> Self {
        Failure::Input(error)
    }
}
