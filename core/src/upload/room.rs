//! How much of the disk the spool may still take.
//!
//! In: the file system's figures. Out: whether new data fits, told before the disk is full: a full disk could neither
//! delete nor confirm.

use std::sync::atomic::{AtomicBool, AtomicI64, AtomicU64, Ordering};

use super::spool::Directory;

/// Space that is left to the rest of the machine, and to our own deletions: this, or an eighth of a small disk.
const FREE: u64 = 64 << 20;

/// The file beside the database is moved into it beyond this size. Pages of events that come and go are written over many
/// times in it and moved once, so a larger file costs less.
const MOST_WAL: u64 = 32 << 20;

/// What one stored byte may take until the next checkpoint: its page, the pages that point to it, and a copy of each.
const AMPLIFIED: u64 = 8;

/// The last measurement, and what was taken since.
pub(super) struct Room {
    /// Bytes until the next measurement.
    budget: AtomicI64,
    is_low: AtomicBool,
    most_wal: AtomicU64,
}

impl Room {
    pub(super) fn new() -> Self {
        Room { budget: AtomicI64::new(0), is_low: AtomicBool::new(false), most_wal: AtomicU64::new(MOST_WAL) }
    }

    /// Accounts for bytes about to be stored; `false`: the spool must not grow.
    pub(super) fn take(&self, directory: Option<&Directory>, bytes: usize) -> bool {
        let cost = u64::try_from(bytes).unwrap_or(u64::MAX).saturating_mul(AMPLIFIED).saturating_add(16 << 10);
        let cost = i64::try_from(cost).unwrap_or(i64::MAX);
        if self.budget.fetch_sub(cost, Ordering::Relaxed) < cost {
            self.measure(directory);
        }
        !self.is_low.load(Ordering::Relaxed)
    }

    /// Asks the file system.
    pub(super) fn measure(&self, directory: Option<&Directory>) {
        let Some((free, total)) = directory.and_then(Directory::room) else {
            self.budget.store(i64::MAX, Ordering::Relaxed);
            return;
        };
        let spare = free.saturating_sub(FREE.min(total / 8));
        self.is_low.store(spare == 0, Ordering::Relaxed);
        // Half of it: other processes take from the same disk.
        self.budget.store(i64::try_from(spare / 2).unwrap_or(i64::MAX), Ordering::Relaxed);
        // There must be room for the move itself.
        self.most_wal.store(MOST_WAL.min(free / 4), Ordering::Relaxed);
    }

    pub(super) fn most_wal(&self) -> u64 {
        self.most_wal.load(Ordering::Relaxed)
    }
}
