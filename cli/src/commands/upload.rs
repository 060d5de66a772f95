//! `milkglass upload`: recordings in, delivered to the collector, with a bar over what waits.

use std::path::Path;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use milkglass::consent::{Explicit, Signals};
use milkglass::{Recorder, Verdict};

use crate::arguments::Upload;
use crate::failure::{self, Failure};
use crate::{files, progress};

pub fn run(arguments: &Upload) -> Result<ExitCode, Failure> {
    let config = files::config(Some(&arguments.config))?;
    let signals = match &arguments.signals {
        Some(path) => Signals::from_json(&files::text(&path.display().to_string())?)?,
        None if arguments.granted => Signals { explicit: Some(Explicit { granted: true, ..Explicit::default() }), ..Signals::default() },
        None => Signals::default(),
    };
    let recorder = Recorder::open(config)?;
    let decision = recorder.decide(&signals);
    if !decision.allow {
        return Err(Failure::new("consent does not allow these recordings to be kept; see --granted and --signals"));
    }
    for name in &arguments.inputs {
        let id = match &arguments.session {
            Some(id) => id.clone(),
            None => Path::new(name)
                .file_name()
                .map_or_else(|| "session".to_owned(), |n| n.to_string_lossy().split('.').next().unwrap_or("session").to_owned()),
        };
        let receipt =
            recorder.session(&id, decision.clone())?.record(&files::bytes(name)?).map_err(|error| Failure::from(error).about(name))?;
        match receipt.verdict {
            Verdict::Accepted => {}
            Verdict::Full => return Err(Failure::new("the spool is full").about(name)),
            Verdict::Gated => return Err(Failure::new("consent does not allow it").about(name)),
        }
    }
    deliver(&recorder, Duration::from_secs(arguments.timeout))
}

/// Sends what waits and shows how far it is. Exit code 3 if something still waits at the end.
pub fn deliver(recorder: &Recorder, timeout: Duration) -> Result<ExitCode, Failure> {
    let deadline = Instant::now() + timeout;
    let bar = progress::events(recorder.stats().pending);
    let mut delivered = 0;
    let pending = loop {
        let left = deadline.saturating_duration_since(Instant::now());
        let flushed = recorder.flush(left.min(Duration::from_millis(500)))?;
        delivered += flushed.delivered;
        bar.set_position(delivered);
        if flushed.pending == 0 || left.is_zero() {
            break flushed.pending;
        }
    };
    bar.finish_and_clear();
    recorder.close(Duration::from_millis(500))?;
    files::print(&format!("{delivered} events delivered, {pending} wait"))?;
    for notice in recorder.notices() {
        files::print(&format!("{}: {}", notice.code, notice.message))?;
    }
    Ok(if pending == 0 { ExitCode::SUCCESS } else { ExitCode::from(failure::NOT_DONE) })
}
