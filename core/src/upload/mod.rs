//! Delivery: accepted events wait sealed in a spool until the collector confirms them, whatever happens meanwhile.
//!
//! In: redacted events of a session. Out: batches at the collector, each event once; figures that add up
//! (`accepted = delivered + pending + Σ dropped`). `docs/delivery.md` tells the whole story.
//!
//! [`Delivery::accept`] seals and stores; it never touches the network. One thread per process sends. A fork is noticed
//! by comparing the pid on every entry: the child leaves alone what it inherited and starts afresh at its first event.

mod batch;
mod chores;
mod clock;
mod fork;
mod keys;
mod process;
mod resolve;
mod retry;
mod room;
mod saved;
mod seal;
mod settings;
mod sinks;
mod socket;
mod spool;
mod stats;
mod status;
mod tls;
mod transport;
mod withdraw;
mod worker;

#[cfg(test)]
mod tests;

use std::path::Path;
use std::sync::atomic::Ordering;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::time::{Duration, Instant};

pub use self::stats::{Flushed, Notice, Stats};
pub use self::status::{SpoolStatus, Verified, spool_status, spool_verify};

use self::clock::{Clock, SystemClock};
use self::process::Core;
use self::settings::Settings;
use self::sinks::{Collector, Sink};
use self::spool::{Chunk, Directory, Subject};
use crate::config;
use crate::error::{Code, Error, Result};

/// What became of events that were handed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Accept {
    /// They are in the spool, as safe as the durability says.
    Accepted,
    /// No room, or no moment to store them; nothing was taken, and the same call may succeed later.
    Full,
    /// The session was withdrawn; nothing was taken, and nothing ever will be.
    Gated,
}

/// Delivers events to where the configuration says.
pub(crate) struct Delivery {
    settings: Arc<Settings>,
    clock: Arc<dyn Clock>,
    first: Life,
}

/// The delivery in one process; a forked child appends its own and never looks into its parent's.
struct Life {
    pid: u32,
    core: Mutex<Running>,
    /// Set by a child of this process.
    next: OnceLock<Box<Life>>,
}

enum Running {
    NotYet,
    Yes(Arc<Core>),
    Closed(Box<Stats>),
}

impl Delivery {
    /// Checks the settings. Starts nothing: no thread, no file, no connection before the first event.
    ///
    /// # Errors
    /// `config.*` for settings that can't work, named by their key.
    pub(crate) fn open(upload: &config::Upload, fingerprint: &str) -> Result<Self> {
        Self::with(Settings::new(upload, fingerprint)?, Arc::new(SystemClock::new()))
    }

    fn with(settings: Settings, clock: Arc<dyn Clock>) -> Result<Self> {
        let settings = Arc::new(settings);
        // Built once for its checks: certificates, pins and proxy fail here and not at the first batch.
        drop(Collector::new(settings.clone(), clock.clone())?);
        Ok(Delivery { settings, clock, first: Life::new() })
    }

    /// Takes redacted events of one session, one a line, all or none of them.
    ///
    /// Never waits for the network, and for the spool only a moment. `first` numbers the first event within its session;
    /// without it they are counted here, which starts over in every process.
    ///
    /// # Errors
    /// `state.closed` after [`close`](Self::close); `storage.*` where the spool can't be used at all.
    pub(crate) fn accept(&self, session: &str, visitor: Option<&str>, first: Option<u64>, lines: &[u8]) -> Result<Accept> {
        self.running()?.accept(&Chunk { session, visitor, first, lines })
    }

    /// Sends what waits, at once and for as long as given; returns early when nothing waits or nothing can be sent.
    ///
    /// # Errors
    /// `state.closed`; `storage.*` where the spool can't be used.
    pub(crate) fn flush(&self, within: Duration) -> Result<Flushed> {
        let core = self.running()?;
        Ok(flush(&core, within))
    }

    /// Forgets a session: from the return on no byte of it leaves, its key and rows are gone, and the collector is asked
    /// to erase what it has.
    ///
    /// # Errors
    /// `storage.*` where the rows can't be deleted; the gate is closed all the same.
    pub(crate) fn withdraw(&self, session: &str) -> Result<()> {
        self.running()?.forget(&Subject::Session(session.to_owned()))
    }

    /// Forgets all sessions of a visitor, as [`withdraw`](Self::withdraw) does one.
    ///
    /// # Errors
    /// As [`withdraw`](Self::withdraw).
    pub(crate) fn erase_visitor(&self, visitor: &str) -> Result<()> {
        self.running()?.forget(&Subject::Visitor(visitor.to_owned()))
    }

    /// Stops sending; events go on being accepted.
    ///
    /// # Errors
    /// `state.closed`; `storage.*` where the spool can't be used.
    pub(crate) fn pause(&self) -> Result<()> {
        self.running()?.control.lock().is_paused = true;
        Ok(())
    }

    /// Sends again, also after the collector had refused the key.
    ///
    /// # Errors
    /// `state.closed`; `storage.*` where the spool can't be used.
    pub(crate) fn unpause(&self) -> Result<()> {
        let core = self.running()?;
        {
            let mut state = core.control.lock();
            (state.is_paused, state.refused) = (false, None);
        }
        core.control.ring();
        Ok(())
    }

    /// The figures. Before the first event they are all zero.
    pub(crate) fn stats(&self) -> Stats {
        match &*self.life().lock() {
            Running::NotYet => Stats::default(),
            Running::Yes(core) => core.stats(),
            Running::Closed(stats) => (**stats).clone(),
        }
    }

    /// What happened since the last call that the host may want to know.
    pub(crate) fn drain_notices(&self) -> Vec<Notice> {
        match &*self.life().lock() {
            Running::Yes(core) => core.drain_notices(),
            _ => Vec::new(),
        }
    }

    /// Stops accepting, sends for as long as given, and ends the worker. What is left waits in the spool.
    ///
    /// Correctness never needs it: a process may end at any moment.
    ///
    /// # Errors
    /// None at present; closing twice is fine.
    pub(crate) fn close(&self, within: Duration) -> Result<Flushed> {
        let mut running = self.life().lock();
        let core = match &*running {
            Running::Yes(core) => core.clone(),
            Running::NotYet => {
                *running = Running::Closed(Box::default());
                return Ok(Flushed::default());
            }
            Running::Closed(_) => return Ok(Flushed::default()),
        };
        *running = Running::Closed(Box::default());
        drop(running);
        let flushed = flush(&core, within);
        stop(&core, Duration::from_secs(1));
        *self.life().lock() = Running::Closed(Box::new(core.stats()));
        Ok(flushed)
    }

    fn running(&self) -> Result<Arc<Core>> {
        let mut running = self.life().lock();
        match &*running {
            Running::Yes(core) => Ok(core.clone()),
            Running::Closed(_) => Err(Error::new(Code::StateClosed, "the recorder is closed")),
            Running::NotYet => {
                let sink: Box<dyn Sink> = Box::new(Collector::new(self.settings.clone(), self.clock.clone())?);
                let core = Core::start(self.settings.clone(), self.clock.clone(), sink)?;
                *running = Running::Yes(core.clone());
                Ok(core)
            }
        }
    }

    /// This process's life: found by its pid, without a look at any other's locks.
    fn life(&self) -> &Life {
        let pid = std::process::id();
        let mut life = &self.first;
        while life.pid != pid {
            life = life.next.get_or_init(|| Box::new(Life::new()));
        }
        life
    }
}

impl Life {
    fn new() -> Self {
        Life { pid: std::process::id(), core: Mutex::new(Running::NotYet), next: OnceLock::new() }
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Running> {
        self.core.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Life {
    fn drop(&mut self) {
        let core = self.core.get_mut().unwrap_or_else(PoisonError::into_inner);
        let running = std::mem::replace(core, Running::NotYet);
        if self.pid != std::process::id() {
            // The parent's: its locks may be held for ever here, its files are the parent's to close.
            std::mem::forget(running);
        } else if let Running::Yes(core) = running {
            core.control.lock().must_stop = true;
            core.control.ring();
        }
    }
}

fn flush(core: &Core, within: Duration) -> Flushed {
    let deadline = Instant::now() + within;
    let before = core.delivered.load(Ordering::Relaxed);
    let scans = {
        let mut state = core.control.lock();
        state.flushers += 1;
        state.flushes += 1;
        state.scans
    };
    core.control.ring();
    loop {
        // Orphans count too, so a look at the directory must have ended since.
        let (is_stuck, has_scanned) = {
            let state = core.control.lock();
            (state.is_paused || state.refused.is_some() || state.has_ended, state.scans > scans)
        };
        if is_stuck || (has_scanned && core.waiting() == (0, 0)) || !core.control.await_progress(deadline, |_| false) {
            break;
        }
    }
    core.control.lock().flushers -= 1;
    let delivered = core.delivered.load(Ordering::Relaxed).saturating_sub(before);
    Flushed { delivered, pending: core.waiting().0 }
}

fn stop(core: &Core, within: Duration) {
    core.control.lock().must_stop = true;
    core.control.ring();
    core.sink.abort();
    let deadline = Instant::now() + within;
    while !core.control.lock().has_ended && core.control.await_progress(deadline, |state| state.has_ended) {}
}

/// Removes what waits in databases that no process owns; the number of events removed.
///
/// # Errors
/// `storage.*` where the directory or a database can't be used.
pub fn spool_purge(directory: &Path) -> Result<u64> {
    status::purge(&Directory::open(directory)?)
}
