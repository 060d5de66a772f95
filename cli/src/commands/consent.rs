//! `milkglass consent`: signals in, the decision with every verdict out; records and changed configurations in, what they say out.

use std::fmt::Write;
use std::process::ExitCode;

use milkglass::consent::{self, Signals};

use super::word;
use crate::arguments::{Consent, ConsentCommand, Decide, Renewal, TableFormat, Verify};
use crate::failure::Failure;
use crate::files;

pub fn run(arguments: &Consent) -> Result<ExitCode, Failure> {
    match &arguments.command {
        ConsentCommand::Decide(arguments) => decide(arguments),
        ConsentCommand::Verify(arguments) => verify(arguments),
        ConsentCommand::Export(arguments) => {
            files::print_json(&consent::export(&files::text(&arguments.record)?)?)?;
            Ok(ExitCode::SUCCESS)
        }
        ConsentCommand::Renewal(arguments) => renewal(arguments),
    }
}

fn verify(arguments: &Verify) -> Result<ExitCode, Failure> {
    let standing = match consent::standing(&files::text(&arguments.record)?, arguments.head.as_deref(), None) {
        // What verification is for: an answer, and no failure of the command.
        Err(error) if error.code() == "consent.broken" => {
            files::print(&format!("The consent record was altered: {}.\n", error.message()))?;
            return Ok(ExitCode::FAILURE);
        }
        other => other?,
    };
    if arguments.format == TableFormat::Json {
        files::print_json(&standing)?;
    } else {
        let end = standing.expires.map_or_else(String::new, |end| format!(", until {end} (Unix seconds)"));
        let events = standing.events;
        files::print(&format!("The record holds: {events} events, consent {}{end}.\nhead {}\n", word(&standing.state), standing.head))?;
    }
    Ok(ExitCode::SUCCESS)
}

fn renewal(arguments: &Renewal) -> Result<ExitCode, Failure> {
    let found = consent::requires_renewal(&files::config(Some(&arguments.old))?, &files::config(Some(&arguments.new))?);
    if arguments.format == TableFormat::Json {
        files::print_json(&found)?;
    } else {
        let mut text = String::new();
        // Writing to a string can't fail.
        let _ = writeln!(text, "{}", if found.required { "Visitors must be asked again." } else { "No new consent is needed." });
        for change in &found.changes {
            let _ = writeln!(text, "  {:<9} {} ({})", if change.material { "material" } else { "minor" }, change.key, change.reason);
        }
        files::print(&text)?;
    }
    Ok(if found.required { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

fn decide(arguments: &Decide) -> Result<ExitCode, Failure> {
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
        let _ = writeln!(text, "  {:<16} {:<8} {}", reason.source, word(&reason.verdict), reason.reason);
    }
    files::print(&text)?;
    Ok(ExitCode::SUCCESS)
}
