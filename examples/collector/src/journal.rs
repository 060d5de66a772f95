//! What the collector says to its operator.
//!
//! In: failures and a few facts about the start. Out: lines on standard output (what a script
//! waits for) and standard error (what went wrong). No recorded data, no e-mail address.

use std::fmt::Display;
use std::io::Write;

/// Writes one line to standard error. A broken pipe is no reason to stop.
pub fn note(what: &dyn Display) {
    let _ = writeln!(std::io::stderr().lock(), "milkglass-collector: {what}");
}

/// Writes one line to standard output and flushes it, so that a waiting script sees it at once.
pub fn say(what: &dyn Display) {
    let mut out = std::io::stdout().lock();
    let _ = writeln!(out, "{what}");
    let _ = out.flush();
}
