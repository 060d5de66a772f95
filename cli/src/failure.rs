//! Failures of a command: an error of the library or of a file in, one line on standard error and an exit code out.

use std::io::Write;
use std::process::ExitCode;

use milkglass::{Error, ErrorKind};

/// The configuration is wrong.
pub const BAD_CONFIGURATION: u8 = 2;
/// The input can't be read, or the work can't be done.
pub const NOT_DONE: u8 = 3;

/// Why a command ended early.
pub struct Failure {
    message: String,
    code: u8,
}

impl Failure {
    /// A failure that is not of the library.
    pub fn new(message: impl Into<String>) -> Self {
        Failure { message: message.into(), code: NOT_DONE }
    }

    /// A file that can't be read or written.
    pub fn file(path: &str, error: &std::io::Error) -> Self {
        Failure::new(format!("{path}: {error}"))
    }

    /// Adds which file it was about.
    #[must_use]
    pub fn about(mut self, path: &str) -> Self {
        self.message = format!("{path}: {}", self.message);
        self
    }

    /// Writes the message and gives the exit code.
    pub fn report(&self) -> ExitCode {
        // Nothing is left to do when even standard error is closed.
        let _ = writeln!(std::io::stderr(), "milkglass: {}", self.message);
        ExitCode::from(self.code)
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        let code = if error.kind() == ErrorKind::Config { BAD_CONFIGURATION } else { NOT_DONE };
        Failure { message: error.to_string(), code }
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        Failure::new(error.to_string())
    }
}
