//! `milkglass audit`: recordings in, what still looks personal out.

use std::process::ExitCode;

use milkglass::audit;

use crate::arguments::Audit;
use crate::failure::Failure;
use crate::files;

pub fn run(arguments: &Audit) -> Result<ExitCode, Failure> {
    let config = files::config(arguments.config.as_deref())?;
    let mut total = 0;
    for name in &arguments.inputs {
        let (input, _) = files::open(name)?;
        let report = audit::read(input, &config, |_| {}).map_err(|error| Failure::from(error).about(name))?;
        total += report.total;
        files::print_json(&report)?;
    }
    Ok(if total == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
