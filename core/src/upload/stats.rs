//! What happened to every event, in figures that always add up.
//!
//! In: the ledgers of the databases at hand. Out: [`Stats`], [`Flushed`] and [`Notice`].

use std::collections::BTreeMap;

use serde::Serialize;

/// Where every accepted event went: `accepted = delivered + pending + Σ dropped`, at every moment and after a crash.
///
/// The figures live in the spool, so they continue over restarts. They cover the databases that this process writes or
/// has adopted; `milkglass spool status` adds up all of a directory.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Stats {
    /// Events taken from the host.
    pub accepted: u64,
    /// Events that the collector confirmed, as stored or as already there.
    pub delivered: u64,
    /// Events that wait.
    pub pending: u64,
    /// Events that will never be delivered, by reason.
    ///
    /// `quota`, `age`, `withdrawn`, `erased`, `rejected`, `refused`, `too_large`, `corrupt`, `purged`.
    pub dropped: BTreeMap<String, u64>,
    /// Batches that the collector refused and that are kept, sealed, for inspection.
    pub dead_letters: u64,
    /// Erasure requests that wait.
    pub erasures: u64,
    /// Bytes that the spool takes on disk.
    pub bytes_on_disk: u64,
    /// Databases that were found corrupt and set aside.
    pub corrupt_files: u64,
    /// Whether sending is paused, by the host or because the collector refused the key.
    pub paused: bool,
    /// Milliseconds until the next attempt, while the collector can't be reached.
    pub retry_in_ms: Option<u64>,
}

impl Stats {
    /// Whether the figures add up; anything else is a fault of this library.
    pub fn is_balanced(&self) -> bool {
        self.accepted == self.delivered + self.pending + self.dropped.values().sum::<u64>()
    }

    pub(crate) fn add(&mut self, ledger: &Ledger) {
        self.accepted += ledger.accepted;
        self.delivered += ledger.delivered;
        self.pending += ledger.pending;
        self.dead_letters += ledger.dead_letters;
        self.erasures += ledger.erasures;
        for (reason, events) in &ledger.dropped {
            *self.dropped.entry(reason.clone()).or_default() += events;
        }
    }
}

/// What a flush or close achieved.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Flushed {
    /// Events delivered since the call.
    pub delivered: u64,
    /// Events that still wait; they are safe in the spool unless `durability = "memory"`.
    pub pending: u64,
}

/// Something the host may want to know; handed over when it asks, never from the worker's thread.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Notice {
    /// A stable code of `docs/errors.md`.
    pub code: &'static str,
    /// One sentence without visitor data.
    pub message: String,
}

/// The figures of one database.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Ledger {
    pub(crate) accepted: u64,
    pub(crate) delivered: u64,
    pub(crate) pending: u64,
    pub(crate) dropped: BTreeMap<String, u64>,
    pub(crate) dead_letters: u64,
    pub(crate) erasures: u64,
    /// Bytes that waiting rows take, as the quota counts them.
    pub(crate) bytes: u64,
}

impl Ledger {
    pub(crate) fn drop_pending(&mut self, reason: &str, events: u64) {
        self.pending = self.pending.saturating_sub(events);
        *self.dropped.entry(reason.to_owned()).or_default() += events;
    }
}
