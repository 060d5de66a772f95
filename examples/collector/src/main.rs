//! The program `milkglass-collector`.

use std::process::ExitCode;

use clap::Parser;
use milkglass_collector::args::Arguments;
use milkglass_collector::run;

fn main() -> ExitCode {
    run::run(Arguments::parse())
}
