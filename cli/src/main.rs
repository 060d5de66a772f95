//! The command `milkglass`: arguments in, the work of the library done, an exit code out.

mod arguments;
mod commands;
mod failure;
mod files;
mod progress;

use std::process::ExitCode;

use clap::Parser;

use arguments::{Arguments, Command};

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let result = match arguments.command {
        Command::Redact(a) => commands::redact::run(&a),
        Command::Audit(a) => commands::audit::run(&a),
        Command::Scan(a) => commands::scan::run(&a),
        Command::Notice(a) => commands::notice::run(&a),
        Command::Assess(a) => commands::assess::run(&a),
        Command::Lint(a) => commands::lint::run(&a),
        Command::Snippet(a) => commands::snippet::run(&a),
        Command::Consent(a) => commands::consent::run(&a),
        Command::Upload(a) => commands::upload::run(&a),
        Command::Spool(a) => commands::spool::run(&a),
        Command::Config(a) => commands::config::run(&a),
        Command::Completions(a) => commands::completions::run(&a),
    };
    match result {
        Ok(code) => code,
        Err(failure) => failure.report(),
    }
}
