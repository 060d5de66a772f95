//! Batches as they arrive.
//!
//! In: a checked batch of one site. Out: whether it is new, known, in conflict or unwanted, decided
//! and stored in one transaction, so that two copies that arrive together count once.

use rusqlite::{OptionalExtension, Transaction, params};

use super::{Store, erasure};
use crate::clock;
use crate::failure::Result;
use crate::secret::{Hash, ServerKey};

/// A batch that passed every check.
pub struct NewBatch {
    /// The batch id, in lower case.
    pub id: String,
    /// The session that all events belong to.
    pub session: String,
    /// The visitor, where known.
    pub visitor: Option<String>,
    /// Sequence number of the first event in its session.
    pub first: i64,
    /// Number of events to store; 0 when each one was rejected.
    pub events: i64,
    /// Earliest timestamp.
    pub started: i64,
    /// Latest timestamp.
    pub ended: i64,
    /// Fingerprint of the configuration that redacted the events.
    pub fingerprint: String,
    /// SHA-256 of the body as it was sent.
    pub digest: Hash,
    /// Pages visited, with the time of each.
    pub pages: Vec<(String, i64)>,
    /// Size of the decompressed body.
    pub raw_bytes: i64,
    /// The zstd body.
    pub body: Vec<u8>,
}

/// What became of a batch.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Stored {
    /// It is new and stored.
    New,
    /// Its id and body are stored already.
    Duplicate,
    /// Its id is stored with another body.
    Conflict,
    /// Its session, or the visitor, was erased.
    Erased,
}

impl Store {
    /// Stores a batch, or says why not.
    ///
    /// # Errors
    /// When SQLite fails; then nothing is stored.
    pub async fn put_batch(&self, site: i64, batch: NewBatch) -> Result<Stored> {
        let key = self.key().clone();
        self.write(move |transaction| put(transaction, &key, site, &batch)).await
    }
}

fn put(transaction: &Transaction<'_>, key: &ServerKey, site: i64, batch: &NewBatch) -> Result<Stored> {
    if erasure::unwanted(transaction, key, site, batch)? {
        return Ok(Stored::Erased);
    }
    let known: Option<Vec<u8>> = transaction
        .query_row("SELECT digest FROM batch WHERE site = ?1 AND id = ?2", params![site, batch.id], |row| row.get(0))
        .optional()?;
    if let Some(digest) = known {
        return Ok(if digest == batch.digest { Stored::Duplicate } else { Stored::Conflict });
    }
    if batch.events == 0 {
        return Ok(Stored::New);
    }
    let recording = grow_recording(transaction, site, batch)?;
    transaction.execute(
        "INSERT INTO batch (site, id, recording, visitor, first, events, fingerprint, digest, received, body)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
        params![
            site,
            batch.id,
            recording,
            batch.visitor,
            batch.first,
            batch.events,
            batch.fingerprint,
            batch.digest.as_slice(),
            clock::now(),
            batch.body
        ],
    )?;
    for (href, seen) in &batch.pages {
        transaction.execute(
            "INSERT INTO page (recording, href, seen) VALUES (?1, ?2, ?3)
             ON CONFLICT (recording, href) DO UPDATE SET seen = min(seen, excluded.seen)",
            params![recording, href, seen],
        )?;
    }
    Ok(Stored::New)
}

/// Makes the recording of the session, or adds the batch to its figures.
fn grow_recording(transaction: &Transaction<'_>, site: i64, batch: &NewBatch) -> Result<i64> {
    Ok(transaction.query_row(
        "INSERT INTO recording (site, session, started, ended, events, stored_bytes, raw_bytes, fingerprint)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
         ON CONFLICT (site, session) DO UPDATE SET
             started = min(started, excluded.started),
             ended = max(ended, excluded.ended),
             events = events + excluded.events,
             stored_bytes = stored_bytes + excluded.stored_bytes,
             raw_bytes = raw_bytes + excluded.raw_bytes,
             fingerprint = excluded.fingerprint
         RETURNING id",
        params![
            site,
            batch.session,
            batch.started,
            batch.ended,
            batch.events,
            i64::try_from(batch.body.len()).unwrap_or(i64::MAX),
            batch.raw_bytes,
            batch.fingerprint
        ],
        |row| row.get(0),
    )?)
}
