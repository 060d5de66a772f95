//! One database, open: its connection, the sessions in it and its figures, behind one seat.
//!
//! In: a [`Claim`], or none for memory. Out: a [`Store`] that the host's calls and the worker share.

use std::collections::{BTreeMap, HashMap, VecDeque};
use std::fs::File;
use std::time::Duration;

use rusqlite::{Connection, Transaction, TransactionBehavior, params};
use uuid::Uuid;

use super::desk::{Desk, Seat};
use super::rows::{self, Live};
use super::{Claim, Directory, Parcel, Sql, Verdict, schema};
use crate::config::Durability;
use crate::upload::fork;
use crate::upload::keys::{HostKeys, Unshared};
use crate::upload::stats::Ledger;

/// A database of the spool that this process owns.
pub(crate) struct Store {
    pub(crate) id: Uuid,
    claim: Option<Claim>,
    desk: Desk<Shelf>,
}

/// What is worked with while seated.
pub(crate) struct Shelf {
    pub(super) connection: Connection,
    pub(super) durability: Durability,
    pub(super) live: HashMap<String, Live>,
    pub(super) by_row: BTreeMap<i64, String>,
    pub(super) ledger: Ledger,
    pub(super) inherited: HashMap<Uuid, Ledger>,
    pub(super) given_up: BTreeMap<i64, Vec<i64>>,
    /// Open batches by age: since when, the wall clock's word for it, the session.
    pub(super) aging: VecDeque<(Duration, i64, String)>,
    /// Open batches that have their size.
    pub(super) full: VecDeque<String>,
    /// Row of the session whose batch is being sent: the quota never takes it.
    pub(super) in_flight: Option<i64>,
    /// Answers that could not be entered yet, for want of disk.
    pub(super) settled: Vec<(Parcel, Verdict)>,
    /// Sessions that no key of ours opens.
    pub(super) locked: u64,
    /// Something was committed since the last sync.
    pub(super) is_dirty: bool,
    /// Batches were closed since the last sync: a power loss must not give their events another batch id.
    pub(super) has_unsynced_batches: bool,
    /// How far commits go at present, for `durable`.
    pub(super) is_syncing: bool,
}

/// All that is left of a drained database.
pub(crate) struct Legacy {
    own: Ledger,
    inherited: HashMap<Uuid, Ledger>,
}

impl Store {
    /// Makes the database of a fresh claim, or one in memory.
    pub(crate) fn make(claim: Option<Claim>, durability: Durability, keys: &HostKeys) -> Sql<Self> {
        Self::open_with(claim, durability, keys, true, Duration::ZERO)
    }

    /// Opens a database that a dead process left, after a look over all its pages.
    pub(crate) fn adopt(claim: Claim, durability: Durability, keys: &HostKeys, now: Duration) -> Sql<Self> {
        Self::open_with(Some(claim), durability, keys, false, now)
    }

    fn open_with(claim: Option<Claim>, durability: Durability, keys: &HostKeys, make: bool, now: Duration) -> Sql<Self> {
        let inside = fork::enter();
        let connection = schema::open(claim.as_ref().map(|claim| claim.database.as_path()), durability, make)?;
        if let Some(claim) = &claim {
            claim.sync_names().map_err(|e| rusqlite::Error::ToSqlConversionFailure(e.into()))?;
        }
        if !make {
            check(&connection)?;
        }
        let loaded = rows::load(&connection, keys, now)?;
        let mut shelf = Shelf {
            connection,
            durability,
            live: loaded.live,
            by_row: loaded.by_row,
            ledger: loaded.ledger,
            inherited: loaded.inherited,
            given_up: loaded.given_up,
            aging: loaded.aging,
            full: VecDeque::new(),
            in_flight: None,
            settled: Vec::new(),
            locked: loaded.locked,
            is_dirty: true,
            has_unsynced_batches: true,
            is_syncing: durability == Durability::Durable,
        };
        shelf.finish_scrub()?;
        drop(inside);
        let id = claim.as_ref().map_or_else(Uuid::now_v7_unshared, |claim| claim.id);
        Ok(Store { id, claim, desk: Desk::new(shelf) })
    }

    /// A seat for the host's call: soon or not at all.
    pub(crate) fn seat_soon(&self) -> Option<Seat<'_, Shelf>> {
        /// A host never waits for us longer than 50 ms; the worker's own turns are far shorter.
        const SOON: Duration = Duration::from_millis(40);
        self.desk.take_within(SOON)
    }

    pub(crate) fn seat(&self) -> Seat<'_, Shelf> {
        self.desk.take()
    }

    pub(crate) fn ledger(&self) -> Ledger {
        self.seat().ledger.clone()
    }

    /// Bytes of the file that holds what is not yet in the database.
    pub(crate) fn wal_bytes(&self) -> u64 {
        self.claim.as_ref().and_then(|claim| std::fs::metadata(claim.wal()).ok()).map_or(0, |found| found.len())
    }

    /// Brings what was committed to the disk. The host's calls go on meanwhile.
    pub(crate) fn sync(&self) -> std::io::Result<()> {
        let Some(claim) = &self.claim else { return Ok(()) };
        if !std::mem::take(&mut self.seat().is_dirty) {
            return Ok(());
        }
        // Locks on a database belong to its main file; opening and closing this one drops none.
        match File::open(claim.wal()) {
            Err(e) if e.kind() == std::io::ErrorKind::NotFound => Ok(()),
            opened => opened?.sync_data(),
        }
    }

    /// Brings new batches to the disk before any of them is sent. Otherwise a power loss could undo the closing after the
    /// collector has stored the batch, and its events would be sent again under another id.
    pub(crate) fn sync_batches(&self) -> std::io::Result<()> {
        let is_needed = {
            let mut seat = self.seat();
            let is_needed = std::mem::take(&mut seat.has_unsynced_batches);
            seat.is_dirty |= is_needed;
            is_needed
        };
        if is_needed { self.sync() } else { Ok(()) }
    }

    /// Moves committed pages into the database, so that the file beside it starts over.
    ///
    /// Most of the work runs on a connection of its own while the host's calls go on; only what came in meanwhile is
    /// moved under the seat.
    pub(crate) fn checkpoint(&self) -> Sql<()> {
        let Some(claim) = &self.claim else { return Ok(()) };
        {
            let _inside = fork::enter();
            let aside = Connection::open_with_flags(&claim.database, rusqlite::OpenFlags::SQLITE_OPEN_READ_WRITE)?;
            aside.pragma_update(None, "wal_autocheckpoint", 0)?;
            aside.query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |_| Ok(()))?;
        }
        self.seat().connection.query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |_| Ok(()))
    }

    /// Gives an empty database's disk space back.
    pub(crate) fn shrink(&self) -> Sql<()> {
        let seat = self.seat();
        seat.connection.execute_batch("VACUUM")?;
        seat.truncate_wal().map(|_| ())
    }

    /// Removes the database; its figures must have been taken over.
    pub(crate) fn remove(&self) -> std::io::Result<()> {
        self.claim.as_ref().map_or(Ok(()), Claim::remove)
    }

    /// Puts the damaged database aside.
    pub(crate) fn put_aside(&self) -> std::io::Result<()> {
        self.claim.as_ref().map_or(Ok(()), |claim| Directory::put_aside(&claim.database))
    }

    /// Bytes of the database itself.
    pub(crate) fn file_bytes(&self) -> u64 {
        self.claim.as_ref().and_then(|claim| std::fs::metadata(&claim.database).ok()).map_or(0, |found| found.len())
    }
}

/// Whether the file is whole; a damaged one is told as SQLite would tell it later, in the middle of a send.
fn check(connection: &Connection) -> Sql<()> {
    let corrupt = || rusqlite::Error::SqliteFailure(rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_CORRUPT), None);
    let version: i64 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    if version != schema::VERSION {
        return Err(corrupt());
    }
    let verdict: String = connection.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    if verdict == "ok" { Ok(()) } else { Err(corrupt()) }
}

impl Shelf {
    pub(crate) fn ledger(&self) -> &Ledger {
        &self.ledger
    }

    /// Sessions that wait for a key which was not given.
    pub(crate) fn locked(&self) -> u64 {
        self.locked
    }

    /// Whether nothing waits here, not even a dead letter or an erasure request.
    pub(crate) fn is_empty(&self) -> bool {
        let ledger = &self.ledger;
        ledger.pending == 0 && ledger.dead_letters == 0 && ledger.erasures == 0 && self.given_up.is_empty() && self.locked == 0
    }

    /// Whether commits reach the disk before they return. Only the host's events and orders to forget have to.
    pub(super) fn set_syncing(&mut self, is_syncing: bool) -> Sql<()> {
        if self.is_syncing != is_syncing {
            self.connection.pragma_update(None, "synchronous", if is_syncing { "FULL" } else { "NORMAL" })?;
            self.is_syncing = is_syncing;
        }
        Ok(())
    }

    /// A change that is worth nothing after a power loss, as it is made again: see [`change`](Self::change).
    pub(super) fn change_lightly<T>(&mut self, work: impl FnOnce(&Transaction<'_>, &mut Ledger) -> Sql<T>) -> Sql<T> {
        self.set_syncing(false)?;
        self.change(work)
    }

    /// Runs a change and the figures that go with it as one transaction; the ledger changes only if it commits.
    pub(super) fn change<T>(&mut self, work: impl FnOnce(&Transaction<'_>, &mut Ledger) -> Sql<T>) -> Sql<T> {
        let mut ledger = self.ledger.clone();
        let transaction = Transaction::new_unchecked(&self.connection, TransactionBehavior::Immediate)?;
        let out = work(&transaction, &mut ledger)?;
        {
            let mut statement = transaction.prepare_cached("INSERT OR REPLACE INTO tally(name, n) VALUES(?1, ?2)")?;
            let before = rows::lines(&self.ledger);
            for (name, n) in rows::lines(&ledger) {
                // The count of accepted events stands in the pieces, until these are deleted: that is any change.
                if name == "accepted" || !before.contains(&(name.clone(), n)) {
                    statement.execute(params![name, n])?;
                }
            }
        }
        transaction.commit()?;
        self.ledger = ledger;
        self.is_dirty = true;
        Ok(out)
    }

    /// Empties the file beside the database; `false` where a reader holds it.
    pub(super) fn truncate_wal(&self) -> Sql<bool> {
        self.connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| Ok(row.get::<_, i64>(0)? == 0))
    }

    /// Takes over the figures of a database that is about to be removed, once, however often it is tried.
    ///
    /// What the other had itself taken over from databases that are still there stays apart, so that it is replaced and
    /// not added when these follow.
    pub(crate) fn inherit(&mut self, from: Uuid, legacy: Legacy, is_there: impl Fn(Uuid) -> bool) -> Sql<()> {
        let mut sum = legacy.own;
        let mut apart = HashMap::new();
        for (id, ledger) in &legacy.inherited {
            if is_there(*id) {
                apart.insert(*id, ledger.clone());
            } else {
                sum.accepted += ledger.accepted;
                sum.delivered += ledger.delivered;
                for (reason, events) in &ledger.dropped {
                    *sum.dropped.entry(reason.clone()).or_default() += events;
                }
            }
        }
        apart.insert(from, sum);
        self.change(|transaction, _| {
            let mut statement = transaction.prepare_cached("INSERT OR REPLACE INTO inherited(spool, name, n) VALUES(?1, ?2, ?3)")?;
            for (id, ledger) in &apart {
                for (name, n) in rows::lines(ledger) {
                    statement.execute(params![id.as_bytes().as_slice(), name, n])?;
                }
            }
            Ok(())
        })?;
        self.inherited.extend(apart);
        Ok(())
    }

    /// Enters the figures of a damaged database: what waited there is lost, and counted so.
    pub(crate) fn bequeath(&mut self, from: Uuid, mut ledger: Ledger) -> Sql<()> {
        let lost = ledger.pending;
        if lost > 0 {
            ledger.drop_pending("corrupt", lost);
        }
        (ledger.dead_letters, ledger.erasures) = (0, 0);
        self.change(|transaction, _| {
            for (name, n) in rows::lines(&ledger) {
                transaction.execute(
                    "INSERT OR REPLACE INTO inherited(spool, name, n) VALUES(?1, ?2, ?3)",
                    params![from.as_bytes().as_slice(), name, n],
                )?;
            }
            Ok(())
        })?;
        self.inherited.insert(from, ledger);
        Ok(())
    }

    /// The figures that remain of a drained database; `None` while something waits in it.
    pub(crate) fn legacy(&self) -> Option<Legacy> {
        self.is_empty().then(|| Legacy { own: self.ledger.clone(), inherited: self.inherited.clone() })
    }

    /// Figures taken over from databases that are gone.
    pub(crate) fn inherited(&self) -> &HashMap<Uuid, Ledger> {
        &self.inherited
    }
}
