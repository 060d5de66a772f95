//! The spool: where accepted events wait, sealed, until the collector confirms them.
//!
//! In: events of a session. Out: sealed batches to send, and figures that add up. One database per process
//! (`<uuid>.db`) beside its lock file; a database whose lock is free belongs to whoever takes the lock.

mod desk;
mod dir;
mod intake;
mod orders;
mod outbox;
mod removal;
mod rows;
mod schema;
mod store;

pub(crate) use dir::{Claim, Directory};
pub(crate) use intake::{Chunk, Limits, Moment, Put, failed};
pub(crate) use orders::{Order, Orders, Subject};
pub(crate) use outbox::{Closed, ErasureStep, Parcel, Verdict};
pub(crate) use removal::Whose;
pub(crate) use rows::survey;
pub(crate) use store::Store;

/// A database's answer; kept as SQLite's own error until the caller decides what it means for the host.
pub(crate) type Sql<T> = std::result::Result<T, rusqlite::Error>;

/// Whether the file itself is damaged, as opposed to busy, full or out of reach.
pub(crate) fn is_corrupt(error: &rusqlite::Error) -> bool {
    matches!(error.sqlite_error_code(), Some(rusqlite::ErrorCode::DatabaseCorrupt | rusqlite::ErrorCode::NotADatabase))
}

/// Whether the disk has no room; waiting data is safe, new data is not taken.
pub(crate) fn is_full(error: &rusqlite::Error) -> bool {
    error.sqlite_error_code() == Some(rusqlite::ErrorCode::DiskFull)
}
