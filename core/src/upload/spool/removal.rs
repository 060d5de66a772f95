//! What leaves the spool without being delivered: for want of room, by age, and by order.
//!
//! In: a quota, a date, or the order to forget. Out: rows gone, keys gone, and a count by reason.

use std::time::Duration;

use rusqlite::{Connection, params};

use super::rows::{cost, flag};
use super::store::Shelf;
use super::{Sql, Subject};
use crate::config::Durability;
use crate::error::Result;
use crate::upload::keys::{HostKeys, Tag};

/// Rows deleted in one go: a host's call must never wait for a large clean-up.
const SLICE: i64 = 200;

/// Share of the quota that dead letters may take.
const DEAD_SHARE: u64 = 10;

/// Whose data is destroyed.
#[derive(Clone, Copy)]
pub(crate) enum Whose {
    Session(Tag),
    /// All sessions of a visitor that were opened up to then.
    Visitor(Tag, i64),
}

impl Shelf {
    /// Gives up whole sessions, the oldest first, until there is room. `false`: not even that helps.
    ///
    /// Only marks them, so that it takes no time; [`reclaim`](Self::reclaim) deletes the rows.
    pub(super) fn make_room(&mut self, wanted: u64, current: &str, quota: u64) -> Sql<bool> {
        if self.ledger.bytes + wanted <= quota {
            return Ok(true);
        }
        let others: u64 =
            self.live.iter().filter(|(id, live)| *id != current && Some(live.row) != self.in_flight).map(|(_, live)| live.bytes).sum();
        if self.ledger.bytes.saturating_sub(others) + wanted > quota {
            return Ok(false);
        }
        while self.ledger.bytes + wanted > quota {
            let oldest = self
                .by_row
                .iter()
                .find(|(row, id)| *id != current && Some(**row) != self.in_flight && self.live.get(*id).is_some_and(|live| live.bytes > 0));
            let Some((_, oldest)) = oldest.map(|(row, id)| (*row, id.clone())) else { return Ok(false) };
            self.give_up(&oldest, "quota")?;
        }
        Ok(true)
    }

    fn give_up(&mut self, session: &str, reason: &'static str) -> Sql<()> {
        let Some(live) = self.live.get(session) else { return Ok(()) };
        let (row, events, bytes) = (live.row, live.events, live.bytes);
        self.change_lightly(|transaction, ledger| {
            transaction.prepare_cached("UPDATE session SET given_up = ?2 WHERE id = ?1")?.execute(params![row, reason])?;
            ledger.drop_pending(reason, events);
            ledger.bytes = ledger.bytes.saturating_sub(bytes);
            Ok(())
        })?;
        self.by_row.remove(&row);
        if let Some(live) = self.live.remove(session) {
            self.given_up.insert(row, live.open.ordinals);
        }
        Ok(())
    }

    /// Deletes a slice of what was given up; `true` while there is more.
    pub(crate) fn reclaim(&mut self) -> Sql<bool> {
        let Some((row, ordinals)) = self.given_up.iter().next().map(|(row, ordinals)| (*row, ordinals.clone())) else { return Ok(false) };
        let slice: Vec<i64> = ordinals.iter().take(usize::try_from(SLICE).unwrap_or(1)).copied().collect();
        let is_last = self.change_lightly(|transaction, ledger| {
            let mut delete = transaction.prepare_cached("DELETE FROM piece WHERE ordinal = ?1")?;
            for ordinal in &slice {
                delete.execute([ordinal])?;
            }
            let batches = transaction
                .prepare_cached("DELETE FROM batch WHERE n IN (SELECT n FROM batch WHERE session = ?1 LIMIT ?2)")?
                .execute(params![row, SLICE])?;
            if slice.len() < ordinals.len() || batches > 0 {
                return Ok(false);
            }
            let dead = transaction.prepare_cached("DELETE FROM dead WHERE session = ?1")?.execute([row])?;
            ledger.dead_letters = ledger.dead_letters.saturating_sub(u64::try_from(dead).unwrap_or(0));
            transaction.prepare_cached("DELETE FROM session WHERE id = ?1")?.execute([row])?;
            Ok(true)
        })?;
        if is_last {
            self.given_up.remove(&row);
        } else if let Some(ordinals) = self.given_up.get_mut(&row) {
            ordinals.drain(..slice.len());
        }
        Ok(!self.given_up.is_empty())
    }

    /// Drops what is older than it may be; `true` while there is more.
    pub(crate) fn expire(&mut self, before_ms: i64) -> Sql<bool> {
        let mut statement =
            self.connection.prepare_cached("SELECT n, session, events, length(sealed) FROM batch WHERE at < ?1 ORDER BY n LIMIT ?2")?;
        let found: Vec<(i64, i64, i64, i64)> = statement
            .query_map(params![before_ms, SLICE], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))?
            .collect::<Sql<_>>()?;
        drop(statement);
        let due: Vec<_> =
            found.iter().filter(|(_, row, ..)| self.by_row.contains_key(row) && Some(*row) != self.in_flight).copied().collect();
        if !due.is_empty() {
            self.change_lightly(|transaction, ledger| {
                for (n, _, events, length) in &due {
                    transaction.prepare_cached("DELETE FROM batch WHERE n = ?1")?.execute([n])?;
                    ledger.drop_pending("age", u64::try_from(*events).unwrap_or(0));
                    ledger.bytes = ledger.bytes.saturating_sub(cost(usize::try_from(*length).unwrap_or(0)));
                }
                Ok(())
            })?;
        }
        for (_, row, events, length) in &due {
            if let Some(live) = self.by_row.get(row).and_then(|id| self.live.get_mut(id)) {
                live.events = live.events.saturating_sub(u64::try_from(*events).unwrap_or(0));
                live.bytes = live.bytes.saturating_sub(cost(usize::try_from(*length).unwrap_or(0)));
            }
        }
        // Old pieces are closed into a batch first, as soon as the worker turns to them.
        let buried = self
            .connection
            .prepare_cached("SELECT count(*) FROM dead WHERE at < ?1")?
            .query_row([before_ms], |row| row.get::<_, i64>(0))?;
        if buried > 0 {
            self.change_lightly(|transaction, ledger| {
                transaction.prepare_cached("DELETE FROM dead WHERE at < ?1")?.execute([before_ms])?;
                ledger.dead_letters = ledger.dead_letters.saturating_sub(u64::try_from(buried).unwrap_or(0));
                Ok(())
            })?;
        }
        Ok(due.len() >= usize::try_from(SLICE).unwrap_or(usize::MAX))
    }

    /// Rows stamped by a clock that was wrong get today's date: they age from now on.
    pub(crate) fn restamp(&mut self, earliest_ms: i64, now_ms: i64, latest_ms: i64) -> Sql<()> {
        for table in ["batch", "dead"] {
            let sql = format!("UPDATE {table} SET at = ?2 WHERE at < ?1 OR at > ?3");
            self.connection.prepare_cached(&sql)?.execute(params![earliest_ms, now_ms, latest_ms])?;
        }
        Ok(())
    }

    /// Keeps the dead letters within their share of the quota, dropping the oldest.
    pub(crate) fn bound_dead(&mut self, quota: u64) -> Sql<()> {
        loop {
            let taken: i64 =
                self.connection.prepare_cached("SELECT coalesce(sum(length(sealed)), 0) FROM dead")?.query_row([], |row| row.get(0))?;
            if self.ledger.dead_letters == 0 || u64::try_from(taken).unwrap_or(0) <= quota / DEAD_SHARE {
                return Ok(());
            }
            self.change_lightly(|transaction, ledger| {
                transaction.prepare_cached("DELETE FROM dead WHERE n = (SELECT min(n) FROM dead)")?.execute([])?;
                ledger.dead_letters = ledger.dead_letters.saturating_sub(1);
                Ok(())
            })?;
        }
    }

    /// Forgets sessions that have been idle for long and have nothing left here.
    pub(crate) fn forget_idle(&mut self, idle_since: Duration) -> Sql<()> {
        let idle: Vec<(i64, String)> = self
            .live
            .iter()
            .filter(|(_, live)| live.events == 0 && live.bytes == 0 && live.used < idle_since && Some(live.row) != self.in_flight)
            .take(usize::try_from(SLICE).unwrap_or(1))
            .map(|(id, live)| (live.row, id.clone()))
            .collect();
        if idle.is_empty() {
            return Ok(());
        }
        self.change_lightly(|transaction, _| {
            for (row, _) in &idle {
                transaction
                    .prepare_cached("DELETE FROM session WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM dead WHERE session = ?1)")?
                    .execute([row])?;
            }
            Ok(())
        })?;
        for (row, id) in idle {
            self.by_row.remove(&row);
            self.live.remove(&id);
        }
        Ok(())
    }

    /// Destroys keys and rows, on the disk too, and enters the erasure request that goes with it.
    ///
    /// One transaction that reaches the disk before it returns: after a crash either nothing has happened or all of it,
    /// and the request waits. Freed pages are overwritten; the file beside the database, which may still hold older
    /// copies of them, is emptied, now or at the next opening.
    pub(crate) fn destroy(
        &mut self,
        keys: &HostKeys,
        whose: Whose,
        reason: &'static str,
        request: Option<(&Subject, i64)>,
    ) -> Result<Vec<Tag>> {
        let request = match request {
            Some((subject, at)) => {
                let tag = keys.tag(subject.kind(), subject.id());
                Some((subject.kind(), at, tag, keys.wrap("erasure", &tag.0, subject.id().as_bytes())?))
            }
            None => None,
        };
        self.destroy_rows(whose, reason, request.as_ref()).map_err(super::failed)
    }

    fn destroy_rows(&mut self, whose: Whose, reason: &'static str, request: Option<&(&str, i64, Tag, Vec<u8>)>) -> Sql<Vec<Tag>> {
        let doomed = self.doomed(whose)?;
        if doomed.is_empty() && request.is_none() {
            return Ok(Vec::new());
        }
        let mut work = Vec::new();
        for (row, _) in &doomed {
            let live = self.by_row.get(row).and_then(|id| self.live.get(id));
            let ordinals = live.map(|live| live.open.ordinals.clone()).or_else(|| self.given_up.get(row).cloned()).unwrap_or_default();
            work.push((*row, ordinals, live.map_or((0, 0), |live| (live.events, live.bytes))));
        }
        self.set_syncing(true)?;
        let done = self.change(|transaction, ledger| {
            for (row, ordinals, (events, bytes)) in &work {
                for ordinal in ordinals {
                    transaction.prepare_cached("DELETE FROM piece WHERE ordinal = ?1")?.execute([ordinal])?;
                }
                transaction.prepare_cached("DELETE FROM batch WHERE session = ?1")?.execute([row])?;
                let dead = transaction.prepare_cached("DELETE FROM dead WHERE session = ?1")?.execute([row])?;
                transaction.prepare_cached("DELETE FROM session WHERE id = ?1")?.execute([row])?;
                ledger.dead_letters = ledger.dead_letters.saturating_sub(u64::try_from(dead).unwrap_or(0));
                ledger.bytes = ledger.bytes.saturating_sub(*bytes);
                if *events > 0 {
                    ledger.drop_pending(reason, *events);
                }
            }
            if let Some((kind, at, tag, sealed)) = request {
                transaction
                    .prepare_cached("INSERT INTO erasure(kind, at, tag, published, delivered, sealed) VALUES(?1, ?2, ?3, 0, 0, ?4)")?
                    .execute(params![kind, at, tag.0, sealed])?;
                ledger.erasures += 1;
            }
            transaction.execute("INSERT OR REPLACE INTO tally(name, n) VALUES('scrub', 1)", [])?;
            Ok(())
        });
        self.set_syncing(self.durability == Durability::Durable)?;
        done?;
        for (row, ..) in &work {
            self.given_up.remove(row);
            if let Some(id) = self.by_row.remove(row) {
                self.live.remove(&id);
            }
        }
        self.finish_scrub()?;
        Ok(doomed.into_iter().map(|(_, tag)| tag).collect())
    }

    fn doomed(&self, whose: Whose) -> Sql<Vec<(i64, Tag)>> {
        let read = |row: &rusqlite::Row<'_>| {
            let tag: Vec<u8> = row.get(1)?;
            Ok((row.get::<_, i64>(0)?, Tag(tag.try_into().unwrap_or_default())))
        };
        match whose {
            Whose::Session(tag) => {
                self.connection.prepare_cached("SELECT id, tag FROM session WHERE tag = ?1")?.query_map([tag.0], read)?.collect()
            }
            Whose::Visitor(tag, until) => self
                .connection
                .prepare_cached("SELECT id, tag FROM session WHERE visitor = ?1 AND opened <= ?2")?
                .query_map(params![tag.0, until], read)?
                .collect(),
        }
    }

    /// Empties the file beside the database after a destruction, unless a reader holds it; then the worker tries again.
    pub(crate) fn finish_scrub(&mut self) -> Sql<()> {
        if self.durability == Durability::Memory || !flag(&self.connection, "scrub")? {
            return Ok(());
        }
        if truncate(&self.connection)? {
            self.connection.execute("DELETE FROM tally WHERE name = 'scrub'", [])?;
        }
        Ok(())
    }

    /// Removes everything that waits, dead letters included.
    pub(crate) fn purge(&mut self) -> Sql<u64> {
        let purged = self.ledger.pending;
        self.change_lightly(|transaction, ledger| {
            transaction.execute_batch("DELETE FROM piece; DELETE FROM batch; DELETE FROM dead; DELETE FROM session;")?;
            transaction.execute("INSERT OR REPLACE INTO tally(name, n) VALUES('scrub', 1)", [])?;
            if ledger.pending > 0 {
                let pending = ledger.pending;
                ledger.drop_pending("purged", pending);
            }
            (ledger.dead_letters, ledger.bytes) = (0, 0);
            Ok(())
        })?;
        self.live.clear();
        self.by_row.clear();
        self.given_up.clear();
        self.aging.clear();
        self.full.clear();
        self.finish_scrub()?;
        Ok(purged)
    }
}

fn truncate(connection: &Connection) -> Sql<bool> {
    connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| Ok(row.get::<_, i64>(0)? == 0))
}
