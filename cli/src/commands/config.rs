//! `milkglass config`: checks a configuration, prints the schema or a first configuration.

use std::process::ExitCode;

use milkglass::{Config, Redactor};

use crate::arguments::{ConfigArguments, ConfigCommand};
use crate::failure::Failure;
use crate::files;

const FIRST: &str = include_str!("../../milkglass.toml");

pub fn run(arguments: &ConfigArguments) -> Result<ExitCode, Failure> {
    match &arguments.command {
        ConfigCommand::Check { file } => {
            let config = files::config(Some(file))?;
            // Selectors, patterns and sources are compiled, so that nothing is left to fail at run time.
            Redactor::new(&config)?;
            milkglass::consent::check_sources(&config.consent.sources)?;
            files::print(&format!("{}: right, fingerprint {}", file.display(), config.fingerprint()))?;
        }
        ConfigCommand::Schema => files::print_json(&Config::json_schema())?,
        ConfigCommand::Init => files::print(FIRST)?,
    }
    Ok(ExitCode::SUCCESS)
}
