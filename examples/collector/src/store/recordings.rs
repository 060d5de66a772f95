//! Recordings as the pages show them.
//!
//! In: a page number or a recording's number. Out: its figures, or all its events in the order of time.

use rusqlite::{Connection, OptionalExtension, Row};

use super::Store;
use crate::failure::{Failure, Result};
use crate::ingest;

/// Recordings on one page of the list.
pub const PAGE_SIZE: i64 = 25;

/// The figures of one recording.
#[derive(Clone)]
pub struct Recording {
    /// Number, as in the address of its page.
    pub id: i64,
    /// Name of its site.
    pub site: String,
    /// Session id as the host gave it.
    pub session: String,
    /// Time of the first event.
    pub started: i64,
    /// Time of the last event.
    pub ended: i64,
    /// Number of events.
    pub events: i64,
    /// Bytes on disk.
    pub stored_bytes: i64,
    /// Bytes after decompression.
    pub raw_bytes: i64,
    /// Fingerprint of the configuration that redacted it last.
    pub fingerprint: String,
    /// Number of different pages.
    pub pages: i64,
    /// The page it began on, if a meta event told it.
    pub entry: Option<String>,
}

/// One page of the list.
pub struct Page {
    /// Newest first.
    pub recordings: Vec<Recording>,
    /// Number of all recordings.
    pub total: i64,
}

const COLUMNS: &str = "recording.id, site.name, session, started, ended, events, stored_bytes, raw_bytes,
    fingerprint, (SELECT count(*) FROM page WHERE recording = recording.id),
    (SELECT href FROM page WHERE recording = recording.id ORDER BY seen, href LIMIT 1)
    FROM recording JOIN site ON site.id = recording.site";

impl Store {
    /// The `number`-th page of the list, counted from 1.
    ///
    /// # Errors
    /// When SQLite fails.
    pub async fn recordings(&self, number: i64) -> Result<Page> {
        self.read(move |connection| {
            let total = connection.query_row("SELECT count(*) FROM recording", [], |row| row.get(0))?;
            let mut statement =
                connection.prepare(&format!("SELECT {COLUMNS} ORDER BY started DESC, recording.id DESC LIMIT ?1 OFFSET ?2"))?;
            let offset = number.saturating_sub(1).saturating_mul(PAGE_SIZE);
            let rows = statement.query_map([PAGE_SIZE, offset], read_row)?;
            Ok(Page { recordings: rows.collect::<rusqlite::Result<_>>()?, total })
        })
        .await
    }

    /// One recording.
    ///
    /// # Errors
    /// When SQLite fails.
    pub async fn recording(&self, id: i64) -> Result<Option<Recording>> {
        self.read(move |connection| {
            let sql = format!("SELECT {COLUMNS} WHERE recording.id = ?1");
            Ok(connection.query_row(&sql, [id], read_row).optional()?)
        })
        .await
    }

    /// The addresses that a recording visited, in order.
    ///
    /// # Errors
    /// When SQLite fails.
    pub async fn pages(&self, id: i64) -> Result<Vec<String>> {
        self.read(move |connection| {
            let mut statement = connection.prepare("SELECT href FROM page WHERE recording = ?1 ORDER BY seen, href")?;
            let rows = statement.query_map([id], |row| row.get(0))?;
            Ok(rows.collect::<rusqlite::Result<_>>()?)
        })
        .await
    }

    /// All events of a recording as one JSON array, sorted by timestamp; events of the same
    /// millisecond keep the order in which they were recorded.
    ///
    /// # Errors
    /// When SQLite fails or a stored batch cannot be read back.
    pub async fn events(&self, id: i64) -> Result<Vec<u8>> {
        self.read(move |connection| {
            let bodies = bodies(connection, id)?;
            let mut events: Vec<(i64, &str)> = Vec::new();
            for body in &bodies {
                events.extend(ingest::stored_events(body));
            }
            events.sort_by_key(|(timestamp, _)| *timestamp);
            let size = bodies.iter().map(String::len).sum::<usize>();
            let mut out = Vec::with_capacity(size.saturating_add(2));
            out.push(b'[');
            for (index, (_, line)) in events.iter().enumerate() {
                if index > 0 {
                    out.push(b',');
                }
                out.extend_from_slice(line.as_bytes());
            }
            out.push(b']');
            Ok(out)
        })
        .await
    }
}

fn bodies(connection: &Connection, id: i64) -> Result<Vec<String>> {
    let mut statement = connection.prepare("SELECT body FROM batch WHERE recording = ?1 ORDER BY first, row")?;
    let mut rows = statement.query([id])?;
    let mut bodies = Vec::new();
    while let Some(row) = rows.next()? {
        let body = row.get_ref(0)?.as_blob().map_err(|_| Failure::Database(-1))?;
        let text = zstd::decode_all(body)
            .ok()
            .and_then(|bytes| String::from_utf8(bytes).ok())
            .ok_or_else(|| Failure::System("a stored batch cannot be read back".to_owned()))?;
        bodies.push(text);
    }
    Ok(bodies)
}

fn read_row(row: &Row<'_>) -> rusqlite::Result<Recording> {
    Ok(Recording {
        id: row.get(0)?,
        site: row.get(1)?,
        session: row.get(2)?,
        started: row.get(3)?,
        ended: row.get(4)?,
        events: row.get(5)?,
        stored_bytes: row.get(6)?,
        raw_bytes: row.get(7)?,
        fingerprint: row.get(8)?,
        pages: row.get(9)?,
        entry: row.get(10)?,
    })
}
