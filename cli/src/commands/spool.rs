//! `milkglass spool`: a configuration in, what waits in its spool counted, checked, sent or deleted.

use std::fmt::Write as _;
use std::io::{BufRead, IsTerminal, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

use milkglass::{Config, Recorder, upload};

use super::upload::deliver;
use crate::arguments::{Spool, SpoolCommand, TableFormat};
use crate::failure::{self, Failure};
use crate::files;

pub fn run(arguments: &Spool) -> Result<ExitCode, Failure> {
    match &arguments.command {
        SpoolCommand::Status(a) => {
            let status = upload::spool_status(&directory(&files::config(Some(&a.config))?)?)?;
            if a.format == TableFormat::Json {
                files::print_json(&status)?;
                return Ok(ExitCode::SUCCESS);
            }
            let mut text = String::new();
            let stats = &status.stats;
            // Writing to a string can't fail.
            let _ = writeln!(
                text,
                "databases     {}\naccepted      {}\ndelivered     {}\npending       {}\ndead letters  {}\nerasures      {}\nbytes on disk {}",
                status.databases, stats.accepted, stats.delivered, stats.pending, stats.dead_letters, stats.erasures, stats.bytes_on_disk
            );
            for (reason, events) in &stats.dropped {
                let _ = writeln!(text, "dropped       {events} ({reason})");
            }
            if let Some(seconds) = status.oldest_seconds {
                let _ = writeln!(text, "oldest        {seconds} s");
            }
            files::print(&text)?;
            Ok(ExitCode::SUCCESS)
        }
        SpoolCommand::Verify(a) => {
            let verified = upload::spool_verify(&directory(&files::config(Some(&a.config))?)?)?;
            let sound = verified.is_sound();
            if a.format == TableFormat::Json {
                files::print_json(&verified)?;
            } else {
                files::print(if sound {
                    "Everything that waits is whole."
                } else {
                    "Something that waits is damaged; see --format json."
                })?;
            }
            Ok(if sound { ExitCode::SUCCESS } else { ExitCode::from(failure::NOT_DONE) })
        }
        SpoolCommand::Flush(a) => deliver(&Recorder::open(files::config(Some(&a.config))?)?, Duration::from_secs(a.timeout)),
        SpoolCommand::Purge(a) => {
            let directory = directory(&files::config(Some(&a.config))?)?;
            let waiting = upload::spool_status(&directory)?.stats.pending;
            if !a.yes && !confirmed(waiting)? {
                return Err(Failure::new("nothing was deleted"));
            }
            files::print(&format!("{} events deleted", upload::spool_purge(&directory)?))?;
            Ok(ExitCode::SUCCESS)
        }
    }
}

fn directory(config: &Config) -> Result<PathBuf, Failure> {
    config.upload.spool.clone().ok_or_else(|| Failure::new("upload.spool is not set: nothing waits on disk"))
}

/// Asks on a terminal; anywhere else the answer is no.
fn confirmed(waiting: u64) -> Result<bool, Failure> {
    if !std::io::stdin().is_terminal() {
        return Ok(false);
    }
    let mut out = std::io::stderr().lock();
    write!(out, "Delete {waiting} events that were not delivered? [y/N] ")?;
    out.flush()?;
    let mut answer = String::new();
    std::io::stdin().lock().read_line(&mut answer)?;
    Ok(matches!(answer.trim(), "y" | "Y" | "yes"))
}
