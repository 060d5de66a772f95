//! What the worker does between sends: adopt, sync, checkpoint, expire, tidy.
//!
//! In: the clock. Out: files that stay small, synced and within their limits.

use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use super::clock::{PLAUSIBLE_MS, millis};
use super::process::Core;
use super::spool::{Claim, Directory, Store, is_corrupt};
use crate::config::Durability;
use crate::error::Code;

/// `process` durability promises that a power loss takes at most the last second; this leaves time for the sync itself.
const SYNC: Duration = Duration::from_millis(500);
const SCAN: Duration = Duration::from_secs(5);
const TIDY: Duration = Duration::from_secs(10);

/// A session that was idle for so long, with nothing waiting, is forgotten here.
const IDLE_SESSION: Duration = Duration::from_secs(24 * 3600);

/// An empty database larger than this gives its space back.
const SHRINK: u64 = 16 << 20;

/// When each chore was last done.
#[derive(Default)]
pub(super) struct Chores {
    synced: Option<Duration>,
    scanned: Option<Duration>,
    tidied: Option<Duration>,
    flushes_seen: u64,
}

impl Chores {
    /// Does what is due.
    pub(super) fn run(&mut self, core: &Arc<Core>) {
        let now = core.clock.monotonic();
        let is_due = |last: Option<Duration>, every| last.is_none_or(|last| now.saturating_sub(last) >= every);
        let flushes = core.control.lock().flushes;
        // A flush means everything, so it looks for orphans too.
        if is_due(self.scanned, SCAN) || flushes != self.flushes_seen {
            scan(core);
            self.scanned = Some(now);
            self.flushes_seen = flushes;
            core.control.lock().scans += 1;
        }
        if is_due(self.synced, SYNC) {
            sync(core);
            self.synced = Some(now);
        }
        for store in core.stores() {
            if store.wal_bytes() > core.room.most_wal() {
                match store.checkpoint() {
                    Ok(()) => {}
                    Err(e) => core.complain(&store, e),
                }
            }
            let reclaimed = store.seat().reclaim();
            if let Err(e) = reclaimed {
                core.complain(&store, e);
            }
        }
        if is_due(self.tidied, TIDY) {
            tidy(core);
            self.tidied = Some(now);
        }
    }
}

fn sync(core: &Core) {
    core.publish_orders();
    if core.settings.durability != Durability::Process {
        return;
    }
    for store in core.stores() {
        if store.sync().is_err() {
            core.notify(Code::StorageIo, "the spool could not be synced");
        }
    }
}

/// Adopts what dead processes left, lets go of what is drained, and measures the room.
fn scan(core: &Arc<Core>) {
    let Some(directory) = &core.directory else { return };
    let mine: Vec<_> = core.stores().iter().map(|store| store.id).collect();
    let mut has_adopted = false;
    for claim in directory.orphans(&mine) {
        has_adopted |= adopt(core, claim);
    }
    if has_adopted {
        core.publish_orders();
        core.obey_all_orders();
    }
    if core.is_stopgap.load(Ordering::SeqCst) {
        core.end_stopgap();
    } else {
        release_drained(core, directory);
    }
    measure(core, directory);
}

fn adopt(core: &Arc<Core>, claim: Claim) -> bool {
    let path = claim.database.clone();
    match Store::adopt(claim, core.settings.durability, &core.keys, core.clock.monotonic()) {
        Ok(store) => {
            if store.seat().locked() > 0 {
                core.notify(Code::StorageKey, "a spool database waits for a key that was not given (MILKGLASS_SPOOL_KEY)");
            }
            tracing::info!(target: "milkglass::upload", pending = store.ledger().pending, "adopted a database of a process that is gone");
            core.adopted().push(Arc::new(store));
            true
        }
        Err(e) if is_corrupt(&e) => {
            core.set_aside_unopened(&path);
            false
        }
        Err(_) => false,
    }
}

/// A drained database's figures move to our own, then its files go.
fn release_drained(core: &Core, directory: &Directory) {
    let mut adopted = core.adopted();
    let own = core.own();
    let mut kept = Vec::new();
    for store in adopted.drain(..) {
        let legacy = store.seat().legacy();
        let is_gone = legacy.is_some_and(|legacy| own.seat().inherit(store.id, legacy, |id| directory.holds(id)).is_ok());
        if !is_gone || store.remove().is_err() {
            kept.push(store);
        }
    }
    *adopted = kept;
}

fn measure(core: &Core, directory: &Directory) {
    let ours: Vec<_> = core.stores().iter().map(|store| store.id).collect();
    let others: u64 = directory
        .databases()
        .iter()
        .filter(|(id, _)| !ours.contains(id))
        .filter_map(|(_, path)| std::fs::metadata(path).ok())
        .map(|found| found.len())
        .sum();
    let adopted: u64 = core.adopted().iter().map(|store| store.ledger().bytes).sum();
    core.elsewhere.store(others + adopted, Ordering::Relaxed);
    core.room.measure(Some(directory));
}

fn tidy(core: &Core) {
    let now = core.moment();
    let most_age = millis(core.settings.max_age);
    // A stamp from before this software, or from more than a day ahead, is a clock's fault and not the data's age.
    let (earliest, latest) = (PLAUSIBLE_MS, now.unix_ms.saturating_add(86_400_000));
    for store in core.stores() {
        let mut seat = store.seat();
        let done = (|| {
            seat.settle()?;
            seat.finish_scrub()?;
            if now.unix_ms > PLAUSIBLE_MS {
                seat.restamp(earliest, now.unix_ms, latest)?;
                seat.expire(now.unix_ms.saturating_sub(most_age))?;
            }
            seat.bound_dead(core.settings.quota_bytes)?;
            seat.forget_idle(now.monotonic.saturating_sub(IDLE_SESSION))
        })();
        let is_idle = seat.ledger().pending == 0 && seat.is_empty();
        drop(seat);
        match done {
            Err(e) => core.complain(&store, e),
            Ok(()) if is_idle && store.file_bytes() > SHRINK => {
                if let Err(e) = store.shrink() {
                    core.complain(&store, e);
                }
            }
            Ok(()) => {}
        }
    }
}
