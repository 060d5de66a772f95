//! The tables of a spool database, and how a connection is set up.
//!
//! In: a path, or none for memory. Out: an open connection whose tables exist.

use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, OpenFlags};

use super::Sql;
use crate::config::Durability;

/// Raised with every change of the tables; another version is left alone.
pub(super) const VERSION: i64 = 1;

/// Nothing here is readable: ids are keyed hashes, everything else is sealed or a count.
///
/// `piece.ordinal` is the number of events accepted before it, so the count of accepted events needs no row of its own.
/// Blobs come last: a scan of the other columns then never reads their overflow pages.
const TABLES: &str = "
CREATE TABLE IF NOT EXISTS session(id INTEGER PRIMARY KEY, tag BLOB NOT NULL, visitor BLOB, opened INTEGER NOT NULL,
    given_up TEXT, host_key BLOB NOT NULL, wrapped BLOB NOT NULL, about BLOB NOT NULL);
CREATE INDEX IF NOT EXISTS session_by_tag ON session(tag);
CREATE TABLE IF NOT EXISTS piece(ordinal INTEGER PRIMARY KEY, session INTEGER NOT NULL, first INTEGER NOT NULL,
    events INTEGER NOT NULL, at INTEGER NOT NULL, sealed BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS batch(n INTEGER PRIMARY KEY AUTOINCREMENT, session INTEGER NOT NULL, id BLOB NOT NULL,
    first INTEGER NOT NULL, events INTEGER NOT NULL, at INTEGER NOT NULL, sealed BLOB NOT NULL);
CREATE INDEX IF NOT EXISTS batch_of_session ON batch(session);
CREATE TABLE IF NOT EXISTS dead(n INTEGER PRIMARY KEY AUTOINCREMENT, session INTEGER NOT NULL, id BLOB NOT NULL,
    events INTEGER NOT NULL, at INTEGER NOT NULL, reason TEXT NOT NULL, sealed BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS erasure(n INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, at INTEGER NOT NULL,
    tag BLOB NOT NULL, published INTEGER NOT NULL, delivered INTEGER NOT NULL, sealed BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS tally(name TEXT PRIMARY KEY, n INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS inherited(spool BLOB NOT NULL, name TEXT NOT NULL, n INTEGER NOT NULL,
    PRIMARY KEY(spool, name)) WITHOUT ROWID;
";

/// Opens a database that exists or may be made.
pub(super) fn open(path: Option<&Path>, durability: Durability, make: bool) -> Sql<Connection> {
    let connection = match path {
        None => Connection::open_in_memory()?,
        Some(path) => {
            let mut flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
            flags.set(OpenFlags::SQLITE_OPEN_CREATE, make);
            Connection::open_with_flags(path, flags)?
        }
    };
    // Only `spool status` of another process ever contends, for the length of a read.
    connection.busy_timeout(Duration::from_millis(40))?;
    connection.pragma_update_and_check(None, "journal_mode", "WAL", |_| Ok(()))?;
    connection.pragma_update(None, "synchronous", synchronous(durability))?;
    // The worker checkpoints on a connection of its own: a host's call never pays for it.
    connection.pragma_update(None, "wal_autocheckpoint", 0)?;
    // Freed pages are overwritten, so that a destroyed session leaves no sealed bytes in them.
    connection.pragma_update(None, "secure_delete", true)?;
    connection.pragma_update(None, "temp_store", "MEMORY")?;
    connection.pragma_update(None, "foreign_keys", false)?;
    connection.set_prepared_statement_cache_capacity(48);
    if make {
        connection.execute_batch(TABLES)?;
        connection.pragma_update(None, "user_version", VERSION)?;
    }
    Ok(connection)
}

/// How far a commit goes: to the disk, or to the kernel (the worker then syncs once a second).
fn synchronous(durability: Durability) -> &'static str {
    match durability {
        Durability::Durable => "FULL",
        _ => "NORMAL",
    }
}
