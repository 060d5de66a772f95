//! `milkglass completions`: a shell's name in, its completion script out.

use std::process::ExitCode;

use clap::CommandFactory;

use crate::arguments::{Arguments, Completions};
use crate::failure::Failure;

pub fn run(arguments: &Completions) -> Result<ExitCode, Failure> {
    clap_complete::generate(arguments.shell, &mut Arguments::command(), "milkglass", &mut std::io::stdout().lock());
    Ok(ExitCode::SUCCESS)
}
