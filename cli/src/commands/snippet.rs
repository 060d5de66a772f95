//! `milkglass snippet`: a configuration in, the recorder's set-up for the page out.

use std::process::ExitCode;

use milkglass::snippet::{self, Format};

use crate::arguments::{Snippet, SnippetFormat};
use crate::failure::Failure;
use crate::files;

pub fn run(arguments: &Snippet) -> Result<ExitCode, Failure> {
    let config = files::config(Some(&arguments.config))?;
    let format = match arguments.format {
        SnippetFormat::Js => Format::Js,
        SnippetFormat::Module => Format::Module,
        SnippetFormat::Json => Format::Json,
    };
    files::print(&snippet::render(&config, format, &arguments.endpoint)?)?;
    Ok(ExitCode::SUCCESS)
}
