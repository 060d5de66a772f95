//! What the database knows of a session, held in memory while it is open.
//!
//! In: the rows of a database that was just opened. Out: [`Live`] sessions and the ledger.

use std::collections::{BTreeMap, HashMap, VecDeque};
use std::time::Duration;

use rusqlite::{Connection, OptionalExtension, params};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::Sql;
use crate::upload::keys::{HostKeys, Tag};
use crate::upload::seal::DataKey;
use crate::upload::stats::Ledger;

/// The sealed part of a session's row.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct About {
    pub(super) session: String,
    pub(super) visitor: Option<String>,
}

/// A session of this database.
pub(super) struct Live {
    pub(super) row: i64,
    pub(super) tag: Tag,
    pub(super) visitor: Option<String>,
    pub(super) visitor_tag: Option<Tag>,
    pub(super) key: DataKey,
    /// Number of its next event.
    pub(super) next: u64,
    /// Waiting events, in pieces and batches.
    pub(super) events: u64,
    /// What they take, as the quota counts it.
    pub(super) bytes: u64,
    pub(super) opened: i64,
    /// When it last took an event.
    pub(super) used: Duration,
    pub(super) open: OpenBatch,
}

/// Pieces that are not yet a batch.
#[derive(Default)]
pub(super) struct OpenBatch {
    pub(super) ordinals: Vec<i64>,
    pub(super) plain_bytes: usize,
    /// When its first piece came; tells a stale entry of the queue from a current one.
    pub(super) since: Option<Duration>,
    pub(super) is_queued_full: bool,
}

/// All that is loaded from a database.
#[derive(Default)]
pub(super) struct Loaded {
    pub(super) live: HashMap<String, Live>,
    pub(super) by_row: BTreeMap<i64, String>,
    pub(super) ledger: Ledger,
    pub(super) inherited: HashMap<Uuid, Ledger>,
    /// Rows of sessions that still have to be deleted, with their pieces, a slice at a time.
    pub(super) given_up: BTreeMap<i64, Vec<i64>>,
    pub(super) aging: VecDeque<(Duration, i64, String)>,
    /// Sessions that no key opens.
    pub(super) locked: u64,
}

/// Bytes that a row takes, as the quota counts it: small rows share a page, larger ones have pages of their own.
pub(super) fn cost(sealed: usize) -> u64 {
    const PAGE: u64 = 4096;
    let size = u64::try_from(sealed).unwrap_or(u64::MAX / 2) + 64;
    if size > PAGE / 4 { size.div_ceil(PAGE) * PAGE } else { size }
}

/// Reads everything but the sealed bytes.
pub(super) fn load(connection: &Connection, keys: &HostKeys, now: Duration) -> Sql<Loaded> {
    let mut loaded = Loaded { ledger: tallies(connection)?, inherited: inherited(connection)?, ..Loaded::default() };
    sessions(connection, keys, &mut loaded)?;
    pieces(connection, now, &mut loaded)?;
    batches(connection, &mut loaded)?;
    loaded.ledger.dead_letters = connection.query_row("SELECT count(*) FROM dead", [], |row| unsigned(row, 0))?;
    loaded.ledger.erasures = connection.query_row("SELECT count(*) FROM erasure WHERE delivered = 0", [], |row| unsigned(row, 0))?;
    Ok(loaded)
}

fn sessions(connection: &Connection, keys: &HostKeys, loaded: &mut Loaded) -> Sql<()> {
    let mut statement =
        connection.prepare("SELECT id, tag, visitor, opened, given_up, wrapped, about, host_key FROM session ORDER BY id")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let id: i64 = row.get(0)?;
        if row.get::<_, Option<String>>(4)?.is_some() {
            loaded.given_up.insert(id, Vec::new());
            continue;
        }
        let tag: Vec<u8> = row.get(1)?;
        let wrapped: Vec<u8> = row.get(5)?;
        let about: Vec<u8> = row.get(6)?;
        let Some((key, about)) = unwrap(keys, &tag, &wrapped, &about) else {
            loaded.locked += 1;
            continue;
        };
        let host_key: Vec<u8> = row.get(7)?;
        if host_key != keys.current().0 {
            rewrap(connection, keys, id, &tag, &key, &about)?;
        }
        let (Some(tag), visitor_tag) = (as_tag(&tag), row.get::<_, Option<Vec<u8>>>(2)?.as_deref().and_then(as_tag)) else {
            loaded.locked += 1;
            continue;
        };
        let live = Live {
            row: id,
            tag,
            visitor: about.visitor,
            visitor_tag,
            key,
            next: 0,
            events: 0,
            bytes: 0,
            opened: row.get(3)?,
            used: Duration::ZERO,
            open: OpenBatch::default(),
        };
        loaded.by_row.insert(id, about.session.clone());
        loaded.live.insert(about.session, live);
    }
    Ok(())
}

fn unwrap(keys: &HostKeys, tag: &[u8], wrapped: &[u8], about: &[u8]) -> Option<(DataKey, About)> {
    let key = DataKey::from_bytes(&keys.unwrap("data key", tag, wrapped)?)?;
    let about = serde_json::from_slice(&keys.unwrap("about", tag, about)?).ok()?;
    Some((key, about))
}

/// After a rotation a session's key is wrapped by the current one, so that the older can be taken away.
fn rewrap(connection: &Connection, keys: &HostKeys, id: i64, tag: &[u8], key: &DataKey, about: &About) -> Sql<()> {
    let plain = serde_json::to_vec(about).unwrap_or_default();
    let (Ok(wrapped), Ok(about)) = (keys.wrap("data key", tag, key.as_bytes()), keys.wrap("about", tag, &plain)) else {
        return Ok(());
    };
    connection.prepare_cached("UPDATE session SET host_key = ?2, wrapped = ?3, about = ?4 WHERE id = ?1")?.execute(params![
        id,
        keys.current().0,
        wrapped,
        about
    ])?;
    Ok(())
}

fn pieces(connection: &Connection, now: Duration, loaded: &mut Loaded) -> Sql<()> {
    let mut statement = connection.prepare("SELECT ordinal, session, first, events, at, length(sealed) FROM piece ORDER BY ordinal")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let (ordinal, session): (i64, i64) = (row.get(0)?, row.get(1)?);
        let (first, events) = (unsigned(row, 2)?, unsigned(row, 3)?);
        let length = usize::try_from(row.get::<_, i64>(5)?).unwrap_or(0);
        loaded.ledger.accepted = loaded.ledger.accepted.max(u64::try_from(ordinal).unwrap_or(0) + events);
        if let Some(ordinals) = loaded.given_up.get_mut(&session) {
            ordinals.push(ordinal);
            continue;
        }
        loaded.ledger.pending += events;
        loaded.ledger.bytes += cost(length);
        let Some(live) = loaded.by_row.get(&session).and_then(|id| loaded.live.get_mut(id)) else { continue };
        live.next = live.next.max(first + events);
        live.events += events;
        live.bytes += cost(length);
        live.open.ordinals.push(ordinal);
        live.open.plain_bytes += length.saturating_sub(crate::upload::seal::OVERHEAD);
        if live.open.since.is_none() {
            // Due at once: it has waited for its owner's death.
            live.open.since = Some(now);
            let id = loaded.by_row.get(&session).cloned().unwrap_or_default();
            loaded.aging.push_back((now, row.get(4)?, id));
        }
    }
    Ok(())
}

fn batches(connection: &Connection, loaded: &mut Loaded) -> Sql<()> {
    let mut statement = connection.prepare("SELECT session, first, events, length(sealed) FROM batch ORDER BY n")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let session: i64 = row.get(0)?;
        if loaded.given_up.contains_key(&session) {
            continue;
        }
        let (first, events) = (unsigned(row, 1)?, unsigned(row, 2)?);
        let taken = cost(usize::try_from(row.get::<_, i64>(3)?).unwrap_or(0));
        loaded.ledger.pending += events;
        loaded.ledger.bytes += taken;
        if let Some(live) = loaded.by_row.get(&session).and_then(|id| loaded.live.get_mut(id)) {
            live.next = live.next.max(first + events);
            live.events += events;
            live.bytes += taken;
        }
    }
    Ok(())
}

/// The figures of a database that belongs to another process; needs no key.
pub(crate) struct Survey {
    pub(crate) ledger: Ledger,
    pub(crate) inherited: HashMap<Uuid, Ledger>,
    pub(crate) oldest_ms: Option<i64>,
}

/// Reads a database's figures within one snapshot.
pub(crate) fn survey(connection: &Connection) -> Sql<Survey> {
    let snapshot = connection.unchecked_transaction()?;
    let mut ledger = tallies(&snapshot)?;
    let one = |sql: &str| snapshot.query_row(sql, [], |row| unsigned(row, 0));
    let waiting = "JOIN session ON session.id = session WHERE given_up IS NULL";
    ledger.accepted = ledger.accepted.max(one("SELECT coalesce(max(ordinal + events), 0) FROM piece")?);
    ledger.pending = one(&format!("SELECT coalesce(sum(events), 0) FROM piece {waiting}"))?
        + one(&format!("SELECT coalesce(sum(events), 0) FROM batch {waiting}"))?;
    ledger.dead_letters = one("SELECT count(*) FROM dead")?;
    ledger.erasures = one("SELECT count(*) FROM erasure WHERE delivered = 0")?;
    let oldest_ms =
        snapshot.query_row("SELECT min(at) FROM (SELECT at FROM batch UNION ALL SELECT at FROM piece)", [], |row| row.get(0))?;
    Ok(Survey { ledger, inherited: inherited(&snapshot)?, oldest_ms })
}

/// The counts that no waiting row can tell.
pub(super) fn tallies(connection: &Connection) -> Sql<Ledger> {
    let mut ledger = Ledger::default();
    let mut statement = connection.prepare("SELECT name, n FROM tally")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        enter(&mut ledger, &row.get::<_, String>(0)?, unsigned(row, 1)?);
    }
    Ok(ledger)
}

pub(super) fn inherited(connection: &Connection) -> Sql<HashMap<Uuid, Ledger>> {
    let mut all: HashMap<Uuid, Ledger> = HashMap::new();
    let mut statement = connection.prepare("SELECT spool, name, n FROM inherited")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let Ok(id) = Uuid::from_slice(&row.get::<_, Vec<u8>>(0)?) else { continue };
        enter(all.entry(id).or_default(), &row.get::<_, String>(1)?, unsigned(row, 2)?);
    }
    Ok(all)
}

fn enter(ledger: &mut Ledger, name: &str, n: u64) {
    match name {
        "accepted" => ledger.accepted = n,
        "delivered" => ledger.delivered = n,
        _ => {
            if let Some(reason) = name.strip_prefix("dropped.") {
                ledger.dropped.insert(reason.to_owned(), n);
            }
        }
    }
}

/// A ledger as the rows that persist it.
pub(super) fn lines(ledger: &Ledger) -> Vec<(String, i64)> {
    let signed = |n: u64| i64::try_from(n).unwrap_or(i64::MAX);
    let mut lines = vec![("accepted".to_owned(), signed(ledger.accepted)), ("delivered".to_owned(), signed(ledger.delivered))];
    lines.extend(ledger.dropped.iter().map(|(reason, n)| (format!("dropped.{reason}"), signed(*n))));
    lines
}

pub(super) fn unsigned(row: &rusqlite::Row<'_>, index: usize) -> Sql<u64> {
    Ok(u64::try_from(row.get::<_, i64>(index)?).unwrap_or(0))
}

fn as_tag(bytes: &[u8]) -> Option<Tag> {
    bytes.try_into().ok().map(Tag)
}

/// Whether a number of that name is set in the tally.
pub(super) fn flag(connection: &Connection, name: &str) -> Sql<bool> {
    let found: Option<i64> = connection.query_row("SELECT n FROM tally WHERE name = ?1", [name], |row| row.get(0)).optional()?;
    Ok(found.unwrap_or(0) != 0)
}
