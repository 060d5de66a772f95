//! What can go wrong inside the collector.
//!
//! In: errors of SQLite, of the system and of the random source. Out: one [`Failure`] whose text
//! never holds recorded data, an e-mail address or a key.

use rusqlite::ErrorCode;

/// An error on our side; a client that sees it may try again.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// Another writer holds the database.
    #[error("the database is busy")]
    Busy,
    /// The disk is full or cannot be written.
    #[error("the database cannot be written: no space, or an input/output error")]
    Full,
    /// SQLite refused for another reason. Only its code is kept: its message may quote values.
    #[error("the database failed (SQLite code {0})")]
    Database(i32),
    /// Something in the surroundings is missing or broken.
    #[error("{0}")]
    System(String),
}

impl From<rusqlite::Error> for Failure {
    fn from(error: rusqlite::Error) -> Self {
        match &error {
            rusqlite::Error::SqliteFailure(inner, _) => match inner.code {
                ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => Self::Busy,
                ErrorCode::DiskFull | ErrorCode::SystemIoFailure | ErrorCode::ReadOnly => Self::Full,
                _ => Self::Database(inner.extended_code),
            },
            _ => Self::Database(-1),
        }
    }
}

impl From<getrandom::Error> for Failure {
    fn from(_: getrandom::Error) -> Self {
        Self::System("the system gives no random numbers".to_owned())
    }
}

impl From<tokio::task::JoinError> for Failure {
    fn from(_: tokio::task::JoinError) -> Self {
        Self::System("a worker thread stopped".to_owned())
    }
}

/// `Result` with a [`Failure`].
pub type Result<T> = std::result::Result<T, Failure>;
