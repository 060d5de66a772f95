//! The tables.
//!
//! In: a fresh or an older database file. Out: the same file with today's tables. The version is
//! SQLite's `user_version`; a file of a newer collector is refused, not guessed at.

use rusqlite::Connection;

use crate::failure::{Failure, Result};

const VERSION: i64 = 1;

/// Version 1.
///
/// * `site_key` and `sign_in` hold hashes of tokens, `account` an argon2id string: none of them opens anything.
/// * `batch.body` is the zstd body as it was received; `visitor` stands with the batch because a
///   visitor may become known in the middle of a session.
/// * `erased` holds keyed hashes of erased ids, so that a late batch is still recognised after the id itself is gone.
const TABLES: &str = "
CREATE TABLE setting (
    name TEXT PRIMARY KEY,
    value BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE site (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    created INTEGER NOT NULL
) STRICT;

CREATE TABLE site_key (
    hash BLOB PRIMARY KEY,
    site INTEGER NOT NULL REFERENCES site (id) ON DELETE CASCADE,
    created INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE recording (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    site INTEGER NOT NULL REFERENCES site (id) ON DELETE CASCADE,
    session TEXT NOT NULL,
    started INTEGER NOT NULL,
    ended INTEGER NOT NULL,
    events INTEGER NOT NULL,
    stored_bytes INTEGER NOT NULL,
    raw_bytes INTEGER NOT NULL,
    fingerprint TEXT NOT NULL,
    UNIQUE (site, session)
) STRICT;
CREATE INDEX recording_started ON recording (started DESC, id DESC);
CREATE INDEX recording_ended ON recording (ended);

CREATE TABLE page (
    recording INTEGER NOT NULL REFERENCES recording (id) ON DELETE CASCADE,
    href TEXT NOT NULL,
    seen INTEGER NOT NULL,
    PRIMARY KEY (recording, href)
) STRICT, WITHOUT ROWID;

CREATE TABLE batch (
    row INTEGER PRIMARY KEY,
    site INTEGER NOT NULL REFERENCES site (id) ON DELETE CASCADE,
    id TEXT NOT NULL,
    recording INTEGER NOT NULL REFERENCES recording (id) ON DELETE CASCADE,
    visitor TEXT,
    first INTEGER NOT NULL,
    events INTEGER NOT NULL,
    fingerprint TEXT NOT NULL,
    digest BLOB NOT NULL,
    received INTEGER NOT NULL,
    body BLOB NOT NULL,
    UNIQUE (site, id)
) STRICT;
CREATE INDEX batch_recording ON batch (recording, first);
CREATE INDEX batch_visitor ON batch (site, visitor) WHERE visitor IS NOT NULL;

CREATE TABLE erased (
    pseudonym BLOB PRIMARY KEY,
    at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE account (
    id INTEGER PRIMARY KEY,
    email TEXT NOT NULL UNIQUE,
    password TEXT NOT NULL,
    created INTEGER NOT NULL
) STRICT;

CREATE TABLE sign_in (
    hash BLOB PRIMARY KEY,
    account INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    created INTEGER NOT NULL,
    seen INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
";

/// Makes the tables in a new file and checks the version of an old one.
///
/// # Errors
/// When the file belongs to a newer collector or cannot be written.
pub fn prepare(connection: &mut Connection) -> Result<()> {
    // Two processes may start on the same new file: the version is read inside the write lock.
    let transaction = connection.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
    let version: i64 = transaction.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    match version {
        0 => {
            transaction.execute_batch(TABLES)?;
            let key = crate::secret::random()?;
            transaction.execute("INSERT INTO setting (name, value) VALUES ('server_key', ?1)", [key.as_slice()])?;
            transaction.pragma_update(None, "user_version", VERSION)?;
        }
        VERSION => {}
        _ => {
            return Err(Failure::System("the database was made by a newer collector".to_owned()));
        }
    }
    transaction.commit()?;
    Ok(())
}
