//! Throughput of the engine and the detectors beside other libraries, all in one run: a table to the terminal, and
//! `docs/benchmarks.md` with its plots to a folder.
//!
//! CPU time of one thread, best of several rounds. The ratios count; the speed itself depends on the machine and on what
//! else it does. `make bench` runs it.

mod clock;
mod detectors;
mod engine;
mod linear;
mod plot;
mod report;
mod sets;

use std::path::PathBuf;

fn main() {
    let mut arguments = std::env::args().skip(1);
    let mut options = Options::default();
    while let Some(name) = arguments.next() {
        let mut value = || arguments.next().unwrap_or_default();
        match name.as_str() {
            "--corpus" => options.corpus = Some(value().into()),
            "--texts" => options.texts = Some(value().into()),
            "--python" => options.python = Some(value().into()),
            "--out" => options.out = Some(value().into()),
            "--skipped" => options.skipped.push(value()),
            _ => options.only = Some(name),
        }
    }
    let mut report = report::Report::default();
    let wanted = |part: &str| options.only.as_deref().is_none_or(|only| only == part);
    if wanted("engine") {
        engine::run(&options, &mut report);
    }
    if wanted("linear") {
        linear::run(&mut report);
    }
    if wanted("detectors") {
        detectors::run(&options, &mut report);
    }
    report.skipped.extend(options.skipped);
    report.write(options.out.as_deref());
}

/// What the command line asks for.
#[derive(Default)]
struct Options {
    /// A folder of recordings.
    corpus: Option<PathBuf>,
    /// Lines of `{"text": …}`.
    texts: Option<PathBuf>,
    /// A script that measures the peers in Python, and its interpreter before it.
    python: Option<PathBuf>,
    /// Where the document and its plots go.
    out: Option<PathBuf>,
    /// Peers that could not be had, with the reason.
    skipped: Vec<String>,
    /// One part alone.
    only: Option<String>,
}
