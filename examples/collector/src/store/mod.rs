//! The SQLite file.
//!
//! In: closures that read or write. Out: their results, run on a thread where blocking is allowed.
//! One connection writes and one reads; in WAL mode neither waits for the other.

use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use rusqlite::{Connection, Transaction, TransactionBehavior};

use crate::failure::{Failure, Result};
use crate::secret::{Hash, ServerKey};

mod accounts;
mod batches;
mod erasure;
mod recordings;
mod schema;
mod sites;

pub use accounts::{Account, SignInRow};
pub use batches::{NewBatch, Stored};
pub use erasure::Erase;
pub use recordings::{PAGE_SIZE, Page, Recording};

/// How long a statement waits for another process (the `site` and `account` calls) to finish writing.
const BUSY_TIMEOUT: Duration = Duration::from_secs(5);

/// A handle on the database; clones share it.
#[derive(Clone)]
pub struct Store {
    inner: Arc<Inner>,
}

struct Inner {
    writer: Mutex<Connection>,
    reader: Mutex<Connection>,
    key: ServerKey,
}

impl std::fmt::Debug for Store {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Store")
    }
}

impl Store {
    /// Opens the file, or makes it, readable by its owner alone.
    ///
    /// # Errors
    /// When the file cannot be made or opened, or belongs to a newer collector.
    pub fn open(path: &Path) -> Result<Self> {
        create_private(path)?;
        let mut writer = connect(path)?;
        schema::prepare(&mut writer)?;
        let reader = connect(path)?;
        reader.pragma_update(None, "query_only", true)?;
        let bytes: Vec<u8> = writer.query_row("SELECT value FROM setting WHERE name = 'server_key'", [], |row| row.get(0))?;
        let key = Hash::try_from(bytes).map_err(|_| Failure::System("the database holds no server key".to_owned()))?;
        Ok(Self { inner: Arc::new(Inner { writer: Mutex::new(writer), reader: Mutex::new(reader), key: ServerKey::new(key) }) })
    }

    /// The key for keyed hashes, made with the file.
    #[must_use]
    pub fn key(&self) -> &ServerKey {
        &self.inner.key
    }

    /// Runs `work` in one transaction that is kept only if it succeeds.
    ///
    /// # Errors
    /// What `work` returns, or a failure of the transaction.
    pub async fn write<T, F>(&self, work: F) -> Result<T>
    where
        T: Send + 'static,
        F: FnOnce(&Transaction<'_>) -> Result<T> + Send + 'static,
    {
        let store = self.clone();
        tokio::task::spawn_blocking(move || store.write_now(work)).await?
    }

    /// [`Store::write`] for a caller that may block.
    ///
    /// # Errors
    /// As [`Store::write`].
    pub fn write_now<T>(&self, work: impl FnOnce(&Transaction<'_>) -> Result<T>) -> Result<T> {
        let mut connection = self.inner.writer.lock().unwrap_or_else(PoisonError::into_inner);
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let value = work(&transaction)?;
        transaction.commit()?;
        Ok(value)
    }

    /// Runs `work` on the reading connection.
    ///
    /// # Errors
    /// What `work` returns.
    pub async fn read<T, F>(&self, work: F) -> Result<T>
    where
        T: Send + 'static,
        F: FnOnce(&Connection) -> Result<T> + Send + 'static,
    {
        let store = self.clone();
        tokio::task::spawn_blocking(move || store.read_now(work)).await?
    }

    /// [`Store::read`] for a caller that may block.
    ///
    /// # Errors
    /// As [`Store::read`].
    pub fn read_now<T>(&self, work: impl FnOnce(&Connection) -> Result<T>) -> Result<T> {
        let connection = self.inner.reader.lock().unwrap_or_else(PoisonError::into_inner);
        work(&connection)
    }

    /// Moves the write-ahead log into the file and empties it, so that erased rows are not left there.
    ///
    /// A reader in the middle of a query may keep part of the log; the next call gets it.
    ///
    /// # Errors
    /// When SQLite fails.
    pub async fn settle(&self) -> Result<()> {
        let store = self.clone();
        tokio::task::spawn_blocking(move || {
            let connection = store.inner.writer.lock().unwrap_or_else(PoisonError::into_inner);
            connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
            Ok(())
        })
        .await?
    }
}

fn connect(path: &Path) -> Result<Connection> {
    let connection = Connection::open(path)?;
    connection.busy_timeout(BUSY_TIMEOUT)?;
    connection.pragma_update(None, "journal_mode", "WAL")?;
    // A batch that was answered with 200 is deleted by the sender: it must survive a power cut.
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "foreign_keys", true)?;
    // What is erased is overwritten, not just unlinked.
    connection.pragma_update(None, "secure_delete", true)?;
    Ok(connection)
}

#[cfg(unix)]
fn create_private(path: &Path) -> Result<()> {
    use std::os::unix::fs::OpenOptionsExt;
    std::fs::OpenOptions::new()
        .create(true)
        .append(true)
        .mode(0o600)
        .open(path)
        .map(drop)
        .map_err(|error| Failure::System(format!("cannot open the database file: {error}")))
}

#[cfg(not(unix))]
fn create_private(_: &Path) -> Result<()> {
    Ok(())
}
