//! `milkglass consent decide`: consent signals in, the decision and every verdict out.

use std::fmt::Write;
use std::process::ExitCode;

use milkglass::consent::{self, Signals};

use crate::arguments::{Consent, ConsentCommand, TableFormat};
use crate::failure::Failure;
use crate::files;

pub fn run(arguments: &Consent) -> Result<ExitCode, Failure> {
    let ConsentCommand::Decide(arguments) = &arguments.command;
    let config = files::config(arguments.config.as_deref())?;
    consent::check_sources(&config.consent.sources)?;
    let signals = match (&arguments.headers, &arguments.signals) {
        (Some(headers), _) => Signals::from_header_lines(&files::text(headers)?),
        (None, Some(signals)) => Signals::from_json(&files::text(signals)?)?,
        (None, None) => Signals::default(),
    };
    let decision = consent::decide(&config, &config.fingerprint(), &signals);
    if arguments.format == TableFormat::Json {
        files::print_json(&decision)?;
        return Ok(ExitCode::SUCCESS);
    }
    let mut text = String::new();
    // Writing to a string can't fail.
    let _ = writeln!(text, "{}", if decision.allow { "Recording is allowed." } else { "Recording is not allowed." });
    for reason in &decision.reasons {
        let verdict = serde_json::to_value(reason.verdict).ok().and_then(|v| v.as_str().map(str::to_owned)).unwrap_or_default();
        let _ = writeln!(text, "  {:<16} {:<8} {}", reason.source, verdict, reason.reason);
    }
    files::print(&text)?;
    Ok(ExitCode::SUCCESS)
}
