//! Forgetting sessions and visitors.
//!
//! In: the id of a session or a visitor, or an age. Out: nothing of it is left but a keyed hash of
//! the id, which turns away batches that were on their way when the erasure came.

use rusqlite::{OptionalExtension, Transaction, params};

use super::{NewBatch, Store};
use crate::clock;
use crate::failure::Result;
use crate::secret::{Hash, ServerKey};

/// What a site wants forgotten.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Erase {
    /// One session, now and for all time.
    Session(String),
    /// A visitor: every session so far. A session that starts later is a new decision of the visitor and is taken.
    Visitor(String),
}

impl Store {
    /// Erases what a site asks for; the same whether anything was there or not.
    ///
    /// # Errors
    /// When SQLite fails; then nothing is erased.
    pub async fn erase(&self, site: i64, what: Erase) -> Result<()> {
        let key = self.key().clone();
        self.write(move |transaction| match &what {
            Erase::Session(session) => {
                transaction.execute("DELETE FROM recording WHERE site = ?1 AND session = ?2", params![site, session])?;
                remember(transaction, session_mark(&key, site, session))
            }
            Erase::Visitor(visitor) => erase_visitor(transaction, &key, site, visitor),
        })
        .await?;
        self.settle().await
    }

    /// Erases one recording by its number, as its session's erasure does; `false` when there is none.
    ///
    /// # Errors
    /// When SQLite fails; then nothing is erased.
    pub async fn erase_recording(&self, recording: i64) -> Result<bool> {
        let key = self.key().clone();
        let found = self
            .write(move |transaction| {
                let row: Option<(i64, String)> = transaction
                    .query_row("DELETE FROM recording WHERE id = ?1 RETURNING site, session", [recording], |row| {
                        Ok((row.get(0)?, row.get(1)?))
                    })
                    .optional()?;
                if let Some((site, session)) = &row {
                    remember(transaction, session_mark(&key, *site, session))?;
                }
                Ok(row.is_some())
            })
            .await?;
        self.settle().await?;
        Ok(found)
    }

    /// Deletes recordings whose last event is older than `before`; returns how many.
    ///
    /// # Errors
    /// When SQLite fails; then nothing is deleted.
    pub async fn drop_recordings(&self, before: i64) -> Result<usize> {
        let dropped = self.write(move |transaction| Ok(transaction.execute("DELETE FROM recording WHERE ended < ?1", [before])?)).await?;
        if dropped > 0 {
            self.settle().await?;
        }
        Ok(dropped)
    }
}

/// Whether a batch belongs to something that was erased.
pub(super) fn unwanted(transaction: &Transaction<'_>, key: &ServerKey, site: i64, batch: &NewBatch) -> Result<bool> {
    if erased_at(transaction, session_mark(key, site, &batch.session))?.is_some() {
        return Ok(true);
    }
    let Some(visitor) = &batch.visitor else {
        return Ok(false);
    };
    let at = erased_at(transaction, visitor_mark(key, site, visitor))?;
    if at.is_none_or(|at| batch.started > at) {
        return Ok(false);
    }
    // The session began before the erasure; what follows of it must go the same way.
    remember(transaction, session_mark(key, site, &batch.session))?;
    Ok(true)
}

fn erase_visitor(transaction: &Transaction<'_>, key: &ServerKey, site: i64, visitor: &str) -> Result<()> {
    let mut statement = transaction.prepare(
        "DELETE FROM recording WHERE id IN
             (SELECT recording FROM batch WHERE site = ?1 AND visitor = ?2)
         RETURNING session",
    )?;
    let sessions: Vec<String> = statement.query_map(params![site, visitor], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
    for session in &sessions {
        remember(transaction, session_mark(key, site, session))?;
    }
    remember(transaction, visitor_mark(key, site, visitor))
}

fn session_mark(key: &ServerKey, site: i64, session: &str) -> Hash {
    key.pseudonym(&[b"session", &site.to_be_bytes(), session.as_bytes()])
}

fn visitor_mark(key: &ServerKey, site: i64, visitor: &str) -> Hash {
    key.pseudonym(&[b"visitor", &site.to_be_bytes(), visitor.as_bytes()])
}

fn remember(transaction: &Transaction<'_>, mark: Hash) -> Result<()> {
    transaction.execute(
        "INSERT INTO erased (pseudonym, at) VALUES (?1, ?2)
         ON CONFLICT (pseudonym) DO UPDATE SET at = excluded.at",
        params![mark.as_slice(), clock::now()],
    )?;
    Ok(())
}

fn erased_at(transaction: &Transaction<'_>, mark: Hash) -> Result<Option<i64>> {
    Ok(transaction.query_row("SELECT at FROM erased WHERE pseudonym = ?1", [mark.as_slice()], |row| row.get(0)).optional()?)
}
