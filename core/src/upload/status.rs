//! A look at a spool directory from outside: what waits, whether it opens, and how to be rid of it.
//!
//! In: a directory. Out: figures over all its databases, those of living processes included.

use std::path::Path;

use rusqlite::{Connection, OpenFlags};
use serde::Serialize;

use super::clock::{Clock, SystemClock};
use super::fork;
use super::keys::HostKeys;
use super::spool::{Directory, Store, failed, is_corrupt, survey};
use super::stats::Stats;
use crate::config::Durability;
use crate::error::{Code, Error, Result};

/// What a spool directory holds.
#[derive(Clone, Debug, Default, Serialize)]
#[non_exhaustive]
pub struct SpoolStatus {
    /// Databases found.
    pub databases: u64,
    /// Those whose process is alive.
    pub owned: u64,
    /// The sum of their figures.
    pub stats: Stats,
    /// Age of the oldest waiting batch, in seconds.
    pub oldest_seconds: Option<u64>,
}

/// What a check of a spool directory found.
#[derive(Clone, Debug, Default, Serialize)]
#[non_exhaustive]
pub struct Verified {
    /// Databases checked; those of living processes are left alone.
    pub checked: u64,
    /// Damaged databases.
    pub corrupt: u64,
    /// Sessions that no given key opens.
    pub locked: u64,
    /// Batches that opened.
    pub batches: u64,
    /// Batches that did not open.
    pub unreadable: u64,
    /// Databases whose figures don't add up.
    pub unbalanced: u64,
}

impl Verified {
    /// Whether nothing is wrong.
    pub fn is_sound(&self) -> bool {
        (self.corrupt, self.locked, self.unreadable, self.unbalanced) == (0, 0, 0, 0)
    }
}

/// Adds up all databases of a directory without disturbing their owners.
///
/// # Errors
/// `storage.io` where there is no such directory; a database that can't be read counts as corrupt.
pub fn spool_status(directory: &Path) -> Result<SpoolStatus> {
    let directory = existing(directory)?;
    let free: Vec<_> = directory.orphans(&[]).iter().map(|claim| claim.id).collect();
    let databases = directory.databases();
    let ids: Vec<_> = databases.iter().map(|(id, _)| *id).collect();
    let mut status = SpoolStatus::default();
    let mut oldest = None;
    for (id, path) in &databases {
        status.databases += 1;
        status.owned += u64::from(!free.contains(id));
        let _inside = fork::enter();
        let found = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE).and_then(|connection| {
            connection.busy_timeout(std::time::Duration::from_secs(1))?;
            survey(&connection)
        });
        match found {
            Ok(survey) => {
                status.stats.add(&survey.ledger);
                survey.inherited.iter().filter(|(id, _)| !ids.contains(id)).for_each(|(_, ledger)| status.stats.add(ledger));
                oldest = [oldest, survey.oldest_ms].into_iter().flatten().min();
            }
            Err(_) => status.stats.corrupt_files += 1,
        }
    }
    status.stats.corrupt_files += directory.set_aside();
    status.stats.bytes_on_disk = directory.bytes();
    let now = SystemClock::new().unix_ms();
    status.oldest_seconds = oldest.map(|at| u64::try_from(now.saturating_sub(at) / 1000).unwrap_or(0));
    Ok(status)
}

/// Opens every waiting batch of databases that no process owns, and says what doesn't open.
///
/// # Errors
/// `storage.io` where there is no such directory, `storage.key` where the key can't be used.
pub fn spool_verify(directory: &Path) -> Result<Verified> {
    let directory = existing(directory)?;
    let mut verified = Verified { corrupt: directory.set_aside(), ..Verified::default() };
    let claims = directory.orphans(&[]);
    if claims.is_empty() {
        return Ok(verified);
    }
    let keys = HostKeys::load(directory.root())?;
    for claim in claims {
        verified.checked += 1;
        let store = match Store::adopt(claim, Durability::Process, &keys, std::time::Duration::ZERO) {
            Ok(store) => store,
            Err(e) if is_corrupt(&e) => {
                verified.corrupt += 1;
                continue;
            }
            Err(e) => return Err(failed(e)),
        };
        let mut seat = store.seat();
        let (good, bad) = seat.try_all().map_err(failed)?;
        verified.batches += good;
        verified.unreadable += bad;
        verified.locked += seat.locked();
        let mut stats = Stats::default();
        stats.add(seat.ledger());
        verified.unbalanced += u64::from(!stats.is_balanced());
    }
    Ok(verified)
}

pub(super) fn purge(directory: &Directory) -> Result<u64> {
    let claims = directory.orphans(&[]);
    if claims.is_empty() {
        return Ok(0);
    }
    let keys = HostKeys::load(directory.root())?;
    let mut purged = 0;
    for claim in claims {
        let path = claim.database.clone();
        match Store::adopt(claim, Durability::Process, &keys, std::time::Duration::ZERO) {
            Ok(store) => purged += store.seat().purge().map_err(failed)?,
            Err(e) if is_corrupt(&e) => Directory::put_aside(&path)
                .map_err(|e| Error::new(Code::StorageIo, "a damaged spool database could not be set aside").with_source(e))?,
            Err(e) => return Err(failed(e)),
        }
    }
    Ok(purged)
}

fn existing(directory: &Path) -> Result<Directory> {
    Directory::existing(directory).ok_or_else(|| Error::new(Code::StorageIo, "there is no such spool directory"))
}
