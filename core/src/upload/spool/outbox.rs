//! From pieces to batches to confirmed: what the worker does with the database.
//!
//! In: open batches and replies. Out: [`Gathered`] events to close, [`Parcel`]s to send; figures follow each reply in
//! the same transaction.

use std::time::Duration;

use rusqlite::{OptionalExtension, params};
use uuid::Uuid;

use super::intake::piece_binding;
use super::rows::{cost, unsigned};
use super::store::Shelf;
use super::{Limits, Sql, Subject};
use crate::error::Result;
use crate::upload::keys::{HostKeys, Tag};
use crate::upload::seal::{self, DataKey};

/// Pieces that are to become one batch, still sealed one by one.
pub(crate) struct Gathered {
    pub(crate) session: String,
    pub(crate) visitor: Option<String>,
    pub(crate) first: u64,
    pub(crate) events: u64,
    row: i64,
    tag: Tag,
    key: DataKey,
    at: i64,
    pieces: Vec<(i64, u64, u64, Vec<u8>)>,
}

/// A closed batch on its way to the collector.
pub(crate) struct Parcel {
    pub(crate) n: i64,
    pub(crate) id: Uuid,
    pub(crate) session: String,
    pub(crate) tag: Tag,
    pub(crate) visitor_tag: Option<Tag>,
    pub(crate) events: u64,
    pub(crate) at: i64,
    row: i64,
    key: DataKey,
    sealed: Vec<u8>,
}

/// What the collector said of a batch: events it has, and events it will never take, by reason.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Verdict {
    pub(crate) delivered: u64,
    pub(crate) dropped: Vec<(&'static str, u64)>,
}

/// A body to be stored as a batch: its number of events and first number, and the bytes as they will be sent.
pub(crate) struct Closed {
    pub(crate) first: u64,
    pub(crate) events: u64,
    pub(crate) body: Vec<u8>,
}

/// An erasure request that waits.
pub(crate) struct ErasureRow {
    pub(crate) n: i64,
    pub(crate) subject: Subject,
    pub(crate) tag: Tag,
    pub(crate) at: i64,
    pub(crate) is_published: bool,
}

impl Gathered {
    /// The events, readable; what doesn't open is counted by the second figure.
    pub(crate) fn open(&self) -> (Vec<Vec<u8>>, u64) {
        let mut lost = 0;
        let opened = self.pieces.iter().filter_map(|(_, first, events, sealed)| {
            let piece = seal::open(&self.key, &piece_binding(self.tag, *first, *events), sealed);
            lost += if piece.is_none() { *events } else { 0 };
            piece
        });
        let opened = opened.collect();
        (opened, lost)
    }
}

impl Gathered {
    /// The pieces as runs that no other session's piece interrupts: an ordinal counts the events before it.
    fn ranges(&self) -> Vec<(i64, i64)> {
        let mut ranges: Vec<(i64, i64)> = Vec::new();
        let mut next = i64::MIN;
        for (ordinal, _, events, _) in &self.pieces {
            match ranges.last_mut() {
                Some((_, to)) if *ordinal == next => *to = *ordinal,
                _ => ranges.push((*ordinal, *ordinal)),
            }
            next = ordinal.saturating_add(i64::try_from(*events).unwrap_or(i64::MAX));
        }
        ranges
    }
}

impl Parcel {
    /// The bytes to send, the same at every attempt; `None` when they no longer open.
    pub(crate) fn body(&self) -> Option<Vec<u8>> {
        seal::open(&self.key, &batch_binding(self.tag, self.id), &self.sealed)
    }
}

fn batch_binding(tag: Tag, id: Uuid) -> Vec<u8> {
    seal::binding("batch", &tag.0, id.as_bytes())
}

impl Shelf {
    /// Takes the pieces of an open batch that has its size or, when `due` says so, its age.
    pub(crate) fn gather(&mut self, limits: &Limits, due: Option<Duration>) -> Sql<Option<Gathered>> {
        while let Some(session) = self.next_open(due) {
            if let Some(gathered) = self.gather_session(&session, limits)? {
                return Ok(Some(gathered));
            }
        }
        Ok(None)
    }

    fn next_open(&mut self, due: Option<Duration>) -> Option<String> {
        if let Some(session) = self.full.pop_front() {
            return Some(session);
        }
        while let Some((since, _, session)) = self.aging.front() {
            let current = self.live.get(session).is_some_and(|live| live.open.since == Some(*since));
            if current && due.is_none_or(|due| *since > due) {
                return None;
            }
            let entry = self.aging.pop_front();
            if current {
                return entry.map(|(_, _, session)| session);
            }
        }
        None
    }

    /// When the oldest open batch was begun, on both clocks.
    pub(crate) fn oldest_open(&mut self) -> Option<(Duration, i64)> {
        while let Some((since, at, session)) = self.aging.front() {
            if self.live.get(session).is_some_and(|live| live.open.since == Some(*since)) {
                return Some((*since, *at));
            }
            self.aging.pop_front();
        }
        None
    }

    pub(crate) fn has_full(&self) -> bool {
        !self.full.is_empty()
    }

    fn gather_session(&mut self, session: &str, limits: &Limits) -> Sql<Option<Gathered>> {
        let Some(live) = self.live.get(session) else { return Ok(None) };
        let mut gathered = Gathered {
            session: session.to_owned(),
            visitor: live.visitor.clone(),
            first: 0,
            events: 0,
            row: live.row,
            tag: live.tag,
            key: live.key.clone(),
            at: i64::MAX,
            pieces: Vec::new(),
        };
        let mut bytes = 0;
        let mut statement = self.connection.prepare_cached("SELECT first, events, at, sealed FROM piece WHERE ordinal = ?1")?;
        for ordinal in &live.open.ordinals {
            let found = statement
                .query_row([ordinal], |row| Ok((unsigned(row, 0)?, unsigned(row, 1)?, row.get::<_, i64>(2)?, row.get::<_, Vec<u8>>(3)?)));
            let Some((first, events, at, sealed)) = found.optional()? else { continue };
            if !gathered.pieces.is_empty() && bytes + sealed.len() > limits.batch_bytes {
                break;
            }
            bytes += sealed.len();
            if gathered.pieces.is_empty() {
                gathered.first = first;
            }
            gathered.events += events;
            gathered.at = gathered.at.min(at);
            gathered.pieces.push((*ordinal, first, events, sealed));
        }
        Ok((!gathered.pieces.is_empty()).then_some(gathered))
    }

    /// Puts the batch in the pieces' place. `false` where the session was withdrawn or given up meanwhile.
    pub(crate) fn close(&mut self, gathered: &Gathered, closed: &[Closed], lost: u64, now: Duration) -> Result<bool> {
        if self.by_row.get(&gathered.row) != Some(&gathered.session) {
            return Ok(false);
        }
        let rows = self.seal_all(&gathered.key, gathered.tag, closed)?;
        let freed: u64 = gathered.pieces.iter().map(|(_, _, _, sealed)| cost(sealed.len())).sum();
        let taken: u64 = rows.iter().map(|(_, sealed, _)| cost(sealed.len())).sum();
        self.change_lightly(|transaction, ledger| {
            for (id, sealed, closed) in &rows {
                insert_batch(transaction, gathered.row, *id, closed, gathered.at, sealed)?;
            }
            let mut delete = transaction.prepare_cached("DELETE FROM piece WHERE ordinal BETWEEN ?1 AND ?2")?;
            for (from, to) in &gathered.ranges() {
                delete.execute([from, to])?;
            }
            ledger.bytes = ledger.bytes.saturating_sub(freed) + taken;
            if lost > 0 {
                ledger.drop_pending("corrupt", lost);
            }
            Ok(())
        })
        .map_err(super::failed)?;
        self.has_unsynced_batches = true;
        let Some(live) = self.live.get_mut(&gathered.session) else { return Ok(true) };
        let plain: usize = gathered.pieces.iter().map(|(_, _, _, sealed)| sealed.len().saturating_sub(seal::OVERHEAD)).sum();
        live.bytes = live.bytes.saturating_sub(freed) + taken;
        live.events = live.events.saturating_sub(lost);
        live.open.ordinals.drain(..gathered.pieces.len().min(live.open.ordinals.len()));
        live.open.plain_bytes = live.open.plain_bytes.saturating_sub(plain);
        live.open.is_queued_full = false;
        live.open.since = None;
        if !live.open.ordinals.is_empty() {
            live.open.since = Some(now);
            self.aging.push_back((now, gathered.at, gathered.session.clone()));
        }
        Ok(true)
    }

    fn seal_all<'c>(&self, key: &DataKey, tag: Tag, closed: &'c [Closed]) -> Result<Vec<(Uuid, Vec<u8>, &'c Closed)>> {
        use crate::upload::keys::Unshared;
        let seal_one = |closed: &'c Closed| {
            let id = Uuid::now_v7_unshared();
            Ok((id, seal::seal(key, &batch_binding(tag, id), &closed.body)?, closed))
        };
        closed.iter().map(seal_one).collect()
    }

    /// The next batch in line that `skip` doesn't hold back; it counts as in flight until a reply is entered.
    pub(crate) fn claim(&mut self, skip: impl Fn(i64) -> bool) -> Sql<Option<Parcel>> {
        let mut after = 0_i64;
        loop {
            let mut statement = self.connection.prepare_cached("SELECT n, session FROM batch WHERE n > ?1 ORDER BY n LIMIT 1")?;
            let found: Option<(i64, i64)> = statement.query_row([after], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
            let Some((n, row)) = found else { return Ok(None) };
            after = n;
            let Some(session) = self.by_row.get(&row).filter(|_| !skip(n) && !self.settled.iter().any(|(parcel, _)| parcel.n == n)) else {
                continue;
            };
            let Some(live) = self.live.get(session) else { continue };
            let mut statement = self.connection.prepare_cached("SELECT id, events, at, sealed FROM batch WHERE n = ?1")?;
            let (id, events, at, sealed) =
                statement.query_row([n], |row| Ok((row.get::<_, Vec<u8>>(0)?, unsigned(row, 1)?, row.get(2)?, row.get(3)?)))?;
            let parcel = Parcel {
                n,
                id: Uuid::from_slice(&id).unwrap_or_default(),
                session: session.clone(),
                tag: live.tag,
                visitor_tag: live.visitor_tag,
                events,
                at,
                row,
                key: live.key.clone(),
                sealed,
            };
            self.in_flight = Some(row);
            return Ok(Some(parcel));
        }
    }

    /// When the first waiting batch was begun.
    pub(crate) fn oldest_batch(&self) -> Sql<Option<i64>> {
        self.connection.prepare_cached("SELECT at FROM batch ORDER BY n LIMIT 1")?.query_row([], |row| row.get(0)).optional()
    }

    /// Opens every waiting batch and piece; how many did and how many didn't.
    pub(crate) fn try_all(&mut self) -> Sql<(u64, u64)> {
        let (mut good, mut bad) = (0, 0);
        let mut seen = std::collections::HashSet::new();
        while let Some(parcel) = self.claim(|n| seen.contains(&n))? {
            seen.insert(parcel.n);
            *(if parcel.body().is_some() { &mut good } else { &mut bad }) += 1;
        }
        self.in_flight = None;
        Ok((good, bad))
    }

    /// The send ended without an answer that counts.
    pub(crate) fn put_back(&mut self) {
        self.in_flight = None;
    }

    /// The collector answered for each event.
    ///
    /// Where the disk has no room even to delete, the answer is kept in memory, and the batch is not sent again.
    pub(crate) fn confirm(&mut self, parcel: Parcel, verdict: Verdict) -> Sql<()> {
        self.in_flight = None;
        let done = self.leave(&parcel, |ledger| {
            ledger.pending = ledger.pending.saturating_sub(verdict.delivered);
            ledger.delivered += verdict.delivered;
            for (reason, events) in &verdict.dropped {
                ledger.drop_pending(reason, *events);
            }
        });
        if done.is_err() {
            self.settled.push((parcel, verdict));
        }
        done
    }

    /// Enters the answers that found no room on the disk before.
    pub(crate) fn settle(&mut self) -> Sql<()> {
        for (parcel, verdict) in std::mem::take(&mut self.settled) {
            self.confirm(parcel, verdict)?;
        }
        Ok(())
    }

    /// The batch will never be taken: it moves to the dead letters, sealed as it is.
    pub(crate) fn bury(&mut self, parcel: &Parcel, reason: &str, at: i64) -> Sql<()> {
        self.in_flight = None;
        if self.by_row.get(&parcel.row) != Some(&parcel.session) {
            return Ok(());
        }
        // Dead letters have a bound of their own and don't count towards the quota.
        let freed = cost(parcel.sealed.len());
        self.change_lightly(|transaction, ledger| {
            let buried = transaction
                .prepare_cached("INSERT INTO dead(session, id, events, at, reason, sealed) SELECT session, id, events, ?2, ?3, sealed FROM batch WHERE n = ?1")?
                .execute(params![parcel.n, at, reason])?;
            transaction.prepare_cached("DELETE FROM batch WHERE n = ?1")?.execute([parcel.n])?;
            if buried > 0 {
                ledger.drop_pending(reason, parcel.events);
                ledger.bytes = ledger.bytes.saturating_sub(freed);
                ledger.dead_letters += 1;
            }
            Ok(())
        })?;
        if let Some(live) = self.by_row.get(&parcel.row).and_then(|id| self.live.get_mut(id)) {
            live.events = live.events.saturating_sub(parcel.events);
            live.bytes = live.bytes.saturating_sub(freed);
        }
        Ok(())
    }

    /// The batch no longer opens: nothing of it can be sent or kept.
    pub(crate) fn discard(&mut self, parcel: &Parcel, reason: &str) -> Sql<()> {
        self.in_flight = None;
        self.leave(parcel, |ledger| ledger.drop_pending(reason, parcel.events))
    }

    /// Two smaller batches take the place of one that was too large.
    pub(crate) fn split(&mut self, parcel: &Parcel, halves: &[Closed]) -> Result<()> {
        self.in_flight = None;
        if self.by_row.get(&parcel.row) != Some(&parcel.session) {
            return Ok(());
        }
        let rows = self.seal_all(&parcel.key, parcel.tag, halves)?;
        let (freed, taken) = (cost(parcel.sealed.len()), rows.iter().map(|(_, sealed, _)| cost(sealed.len())).sum::<u64>());
        self.change_lightly(|transaction, ledger| {
            for (id, sealed, closed) in &rows {
                insert_batch(transaction, parcel.row, *id, closed, parcel.at, sealed)?;
            }
            transaction.prepare_cached("DELETE FROM batch WHERE n = ?1")?.execute([parcel.n])?;
            ledger.bytes = ledger.bytes.saturating_sub(freed) + taken;
            Ok(())
        })
        .map_err(super::failed)?;
        self.has_unsynced_batches = true;
        if let Some(live) = self.live.get_mut(&parcel.session) {
            live.bytes = live.bytes.saturating_sub(freed) + taken;
        }
        Ok(())
    }

    fn leave(&mut self, parcel: &Parcel, enter: impl FnOnce(&mut crate::upload::stats::Ledger)) -> Sql<()> {
        if self.by_row.get(&parcel.row) != Some(&parcel.session) {
            return Ok(());
        }
        let freed = cost(parcel.sealed.len());
        let gone = self.change_lightly(|transaction, ledger| {
            let gone = transaction.prepare_cached("DELETE FROM batch WHERE n = ?1")?.execute([parcel.n])?;
            if gone > 0 {
                enter(ledger);
                ledger.bytes = ledger.bytes.saturating_sub(freed);
            }
            Ok(gone > 0)
        })?;
        if let Some(live) = self.live.get_mut(&parcel.session).filter(|_| gone) {
            live.bytes = live.bytes.saturating_sub(freed);
            live.events = live.events.saturating_sub(parcel.events);
        }
        Ok(())
    }

    /// The erasure request that waits longest and is not held back.
    pub(crate) fn next_erasure(&self, keys: &HostKeys, skip: impl Fn(i64) -> bool) -> Sql<Option<ErasureRow>> {
        let waiting = self.erasures(keys)?;
        Ok(waiting.into_iter().find(|(erasure, delivered)| !delivered && !skip(erasure.n)).map(|(erasure, _)| erasure))
    }

    /// Orders that other processes may not have heard of.
    pub(crate) fn unpublished(&self, keys: &HostKeys) -> Sql<Vec<ErasureRow>> {
        let waiting = self.erasures(keys)?;
        Ok(waiting.into_iter().map(|(erasure, _)| erasure).filter(|erasure| !erasure.is_published).collect())
    }

    fn erasures(&self, keys: &HostKeys) -> Sql<Vec<(ErasureRow, bool)>> {
        let mut statement =
            self.connection.prepare_cached("SELECT n, kind, at, tag, published, delivered, sealed FROM erasure ORDER BY n LIMIT 256")?;
        let mut rows = statement.query([])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let (kind, tag, sealed): (String, Vec<u8>, Vec<u8>) = (row.get(1)?, row.get(3)?, row.get(6)?);
            let id = keys.unwrap("erasure", &tag, &sealed).and_then(|id| String::from_utf8(id.to_vec()).ok());
            let (Some(subject), Ok(tag)) = (id.and_then(|id| Subject::new(&kind, id)), <[u8; 16]>::try_from(tag.as_slice())) else {
                continue;
            };
            let erasure = ErasureRow { n: row.get(0)?, subject, tag: Tag(tag), at: row.get(2)?, is_published: row.get::<_, i64>(4)? != 0 };
            found.push((erasure, row.get::<_, i64>(5)? != 0));
        }
        Ok(found)
    }

    /// Remembers that an order was made known to all, or that the collector obeyed it; with both it is done.
    pub(crate) fn note_erasure(&mut self, n: i64, step: ErasureStep) -> Sql<()> {
        self.change_lightly(|transaction, ledger| {
            let (set, delivered) = match step {
                ErasureStep::Published => ("UPDATE erasure SET published = 1 WHERE n = ?1", 0),
                ErasureStep::Delivered => ("UPDATE erasure SET delivered = 1 WHERE n = ?1", 1),
            };
            transaction.prepare_cached(set)?.execute([n])?;
            transaction.prepare_cached("DELETE FROM erasure WHERE n = ?1 AND published = 1 AND delivered = 1")?.execute([n])?;
            ledger.erasures = ledger.erasures.saturating_sub(delivered);
            Ok(())
        })
    }
}

/// How far an order has come.
#[derive(Clone, Copy)]
pub(crate) enum ErasureStep {
    Published,
    Delivered,
}

fn insert_batch(transaction: &rusqlite::Transaction<'_>, row: i64, id: Uuid, closed: &Closed, at: i64, sealed: &[u8]) -> Sql<()> {
    let signed = |n: u64| i64::try_from(n).unwrap_or(i64::MAX);
    transaction
        .prepare_cached("INSERT INTO batch(session, id, first, events, at, sealed) VALUES(?1, ?2, ?3, ?4, ?5, ?6)")?
        .execute(params![row, id.as_bytes().as_slice(), signed(closed.first), signed(closed.events), at, sealed])?;
    Ok(())
}
