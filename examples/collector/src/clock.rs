//! The time of day.
//!
//! Out: milliseconds since 1970, the unit of every stored moment and of rrweb's timestamps.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// Now, in milliseconds since 1970; 0 on a machine whose clock is older than that.
#[must_use]
pub fn now() -> i64 {
    millis(SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default())
}

/// A span in milliseconds.
#[must_use]
pub fn millis(span: Duration) -> i64 {
    i64::try_from(span.as_millis()).unwrap_or(i64::MAX)
}
