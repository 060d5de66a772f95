//! Taking events in: sealed and in the database before the host's call returns.
//!
//! In: a [`Chunk`] of one session. Out: [`Put`]: all of it taken, or nothing.

use std::time::Duration;

use rusqlite::params;

use super::rows::{About, Live, OpenBatch, cost};
use super::store::Shelf;
use super::{Sql, is_corrupt, is_full};
use crate::config::Durability;
use crate::error::{Code, Error, Result};
use crate::upload::batch;
use crate::upload::keys::{HostKeys, Tag};
use crate::upload::seal::{self, DataKey, OVERHEAD};

/// Events of one session, already redacted.
#[derive(Clone, Copy)]
pub(crate) struct Chunk<'a> {
    pub(crate) session: &'a str,
    pub(crate) visitor: Option<&'a str>,
    /// Number of the first event within the session; counted here where the host doesn't.
    pub(crate) first: Option<u64>,
    /// One event a line.
    pub(crate) lines: &'a [u8],
}

/// What became of a chunk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Put {
    /// It is in the spool; `wake`: the worker has something to look at.
    Taken { wake: bool },
    /// No room, and nothing older that could make room.
    Full,
}

/// What the spool may take.
#[derive(Clone, Copy)]
pub(crate) struct Limits {
    pub(crate) batch_bytes: usize,
    /// Bytes that may wait in this database.
    pub(crate) quota: u64,
}

/// The time, on both clocks.
#[derive(Clone, Copy)]
pub(crate) struct Moment {
    pub(crate) monotonic: Duration,
    pub(crate) unix_ms: i64,
}

impl Shelf {
    /// Whether a session has been seen here, so that its gate was already looked at.
    pub(crate) fn knows(&self, session: &str) -> bool {
        self.live.contains_key(session)
    }

    /// Takes a chunk in.
    ///
    /// # Errors
    /// `storage.io` or `storage.corrupt`; nothing was taken then.
    pub(crate) fn put(&mut self, keys: &HostKeys, chunk: &Chunk<'_>, limits: &Limits, now: Moment) -> Result<Put> {
        let runs = batch::runs(chunk.lines, limits.batch_bytes);
        let events: u64 = runs.iter().map(|(_, events)| events).sum();
        if events == 0 {
            return Ok(Put::Taken { wake: false });
        }
        let taken: u64 = runs.iter().map(|(run, _)| cost(run.len() + OVERHEAD)).sum();
        let fits = self.make_room(taken, chunk.session, limits.quota).or_else(full_is_no_room)?;
        if !fits {
            return Ok(Put::Full);
        }
        let fresh = match self.live.get(chunk.session) {
            Some(live) if chunk.visitor.is_none() || live.visitor.as_deref() == chunk.visitor => None,
            _ => Some(self.introduce(keys, chunk, now)?),
        };
        let is_durable = self.durability == Durability::Durable;
        let stored = self.set_syncing(is_durable).map_err(Fault::Sql).and_then(|()| self.store(chunk, &runs, fresh, now));
        match stored {
            Ok(()) => Ok(Put::Taken { wake: self.book(chunk, &runs, taken, limits, now) }),
            Err(Fault::Sql(e)) if is_full(&e) => Ok(Put::Full),
            Err(Fault::Sql(e)) => Err(failed(e)),
            Err(Fault::Other(e)) => Err(e),
        }
    }

    /// A session that is new here, or one whose visitor became known.
    fn introduce(&self, keys: &HostKeys, chunk: &Chunk<'_>, now: Moment) -> Result<Introduced> {
        let known = self.live.get(chunk.session);
        let key = known.map_or_else(DataKey::generate, |live| Ok(live.key.clone()))?;
        Live {
            row: known.map_or(0, |live| live.row),
            tag: keys.tag("session", chunk.session),
            visitor: chunk.visitor.map(str::to_owned),
            visitor_tag: chunk.visitor.map(|visitor| keys.tag("visitor", visitor)),
            key,
            next: 0,
            events: 0,
            bytes: 0,
            opened: now.unix_ms,
            used: now.monotonic,
            open: OpenBatch::default(),
        }
        .with_wrapped(keys, chunk.session)
    }

    fn store(&mut self, chunk: &Chunk<'_>, runs: &[(&[u8], u64)], fresh: Option<Introduced>, now: Moment) -> Result<(), Fault> {
        let known = self.live.get(chunk.session);
        let (key, tag, next) = match (&fresh, known) {
            (Some(new), known) => (&new.live.key, new.live.tag, known.map_or(0, |live| live.next)),
            (None, Some(live)) => (&live.key, live.tag, live.next),
            (None, None) => return Err(Fault::Other(Error::new(Code::Internal, "a session was lost"))),
        };
        let mut first = chunk.first.unwrap_or(next);
        let mut sealed = Vec::with_capacity(runs.len());
        for (run, events) in runs {
            sealed.push((first, *events, seal::seal(key, &piece_binding(tag, first, *events), run).map_err(Fault::Other)?));
            first += events;
        }
        if let (None, [(first, events, bytes)], Some(live)) = (&fresh, sealed.as_slice(), known) {
            // The common case, one insert, is its own transaction.
            insert_piece(&self.connection, self.ledger.accepted, live.row, *first, *events, now, bytes)?;
            return Ok(());
        }
        let transaction = rusqlite::Transaction::new_unchecked(&self.connection, rusqlite::TransactionBehavior::Immediate)?;
        let mut ordinal = self.ledger.accepted;
        let row = match &fresh {
            Some(new) => new.write(&transaction)?,
            None => known.map_or(0, |live| live.row),
        };
        for (first, events, bytes) in &sealed {
            insert_piece(&transaction, ordinal, row, *first, *events, now, bytes)?;
            ordinal += events;
        }
        transaction.commit()?;
        if let Some(new) = fresh {
            self.welcome(chunk.session, new.live, row);
        }
        Ok(())
    }

    fn welcome(&mut self, session: &str, new: Live, row: i64) {
        match self.live.get_mut(session) {
            Some(live) => (live.visitor, live.visitor_tag) = (new.visitor, new.visitor_tag),
            None => {
                self.by_row.insert(row, session.to_owned());
                self.live.insert(session.to_owned(), Live { row, ..new });
            }
        }
    }

    /// Enters what was committed; `true` when the worker should look.
    fn book(&mut self, chunk: &Chunk<'_>, runs: &[(&[u8], u64)], taken: u64, limits: &Limits, now: Moment) -> bool {
        self.is_dirty = true;
        let mut ordinal = self.ledger.accepted;
        let events: u64 = runs.iter().map(|(_, events)| events).sum();
        self.ledger.accepted += events;
        self.ledger.pending += events;
        self.ledger.bytes += taken;
        let Some(live) = self.live.get_mut(chunk.session) else { return false };
        live.next = chunk.first.unwrap_or(live.next) + events;
        live.events += events;
        live.bytes += taken;
        live.used = now.monotonic;
        for (run, events) in runs {
            live.open.ordinals.push(i64::try_from(ordinal).unwrap_or(i64::MAX));
            live.open.plain_bytes += run.len();
            ordinal += events;
        }
        let mut wake = false;
        if live.open.since.is_none() {
            live.open.since = Some(now.monotonic);
            wake = self.aging.is_empty();
            self.aging.push_back((now.monotonic, now.unix_ms, chunk.session.to_owned()));
        }
        if live.open.plain_bytes >= limits.batch_bytes && !live.open.is_queued_full {
            live.open.is_queued_full = true;
            self.full.push_back(chunk.session.to_owned());
            wake = true;
        }
        wake
    }
}

/// A session's row, ready to be written.
struct Introduced {
    live: Live,
    host_key: [u8; 8],
    wrapped: Vec<u8>,
    about: Vec<u8>,
}

impl Live {
    fn with_wrapped(self, keys: &HostKeys, session: &str) -> Result<Introduced> {
        let about = About { session: session.to_owned(), visitor: self.visitor.clone() };
        let about =
            serde_json::to_vec(&about).map_err(|e| Error::new(Code::Internal, "a session's row could not be written").with_source(e))?;
        Ok(Introduced {
            host_key: keys.current().0,
            wrapped: keys.wrap("data key", &self.tag.0, self.key.as_bytes())?,
            about: keys.wrap("about", &self.tag.0, &about)?,
            live: self,
        })
    }
}

impl Introduced {
    fn write(&self, connection: &rusqlite::Connection) -> Sql<i64> {
        let live = &self.live;
        let visitor = live.visitor_tag.map(|tag| tag.0);
        if live.row != 0 {
            connection
                .prepare_cached("UPDATE session SET visitor = ?2, host_key = ?3, wrapped = ?4, about = ?5 WHERE id = ?1")?
                .execute(params![live.row, visitor, self.host_key, self.wrapped, self.about])?;
            return Ok(live.row);
        }
        connection
            .prepare_cached("INSERT INTO session(tag, visitor, opened, host_key, wrapped, about) VALUES(?1, ?2, ?3, ?4, ?5, ?6)")?
            .execute(params![live.tag.0, visitor, live.opened, self.host_key, self.wrapped, self.about])?;
        Ok(connection.last_insert_rowid())
    }
}

enum Fault {
    Sql(rusqlite::Error),
    Other(Error),
}

impl From<rusqlite::Error> for Fault {
    fn from(e: rusqlite::Error) -> Self {
        Fault::Sql(e)
    }
}

fn insert_piece(connection: &rusqlite::Connection, ordinal: u64, row: i64, first: u64, events: u64, now: Moment, sealed: &[u8]) -> Sql<()> {
    let signed = |n: u64| i64::try_from(n).unwrap_or(i64::MAX);
    connection
        .prepare_cached("INSERT INTO piece(ordinal, session, first, events, at, sealed) VALUES(?1, ?2, ?3, ?4, ?5, ?6)")?
        .execute(params![signed(ordinal), row, signed(first), signed(events), now.unix_ms, sealed])?;
    Ok(())
}

/// What a piece is bound to.
pub(super) fn piece_binding(tag: Tag, first: u64, events: u64) -> Vec<u8> {
    let mut number = first.to_le_bytes().to_vec();
    number.extend_from_slice(&events.to_le_bytes());
    seal::binding("piece", &tag.0, &number)
}

fn full_is_no_room(e: rusqlite::Error) -> Result<bool> {
    if is_full(&e) { Ok(false) } else { Err(failed(e)) }
}

/// SQLite's error as the host sees it.
pub(crate) fn failed(e: rusqlite::Error) -> Error {
    if is_corrupt(&e) {
        return Error::new(Code::StorageCorrupt, "the spool database is damaged; it is set aside").with_source(e);
    }
    let code = if is_full(&e) { Code::StorageFull } else { Code::StorageIo };
    Error::new(code, "the spool database can't be written").with_source(e)
}
