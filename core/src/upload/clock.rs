//! Time as the delivery sees it: waits run on the monotonic clock, stored ages on a wall clock that jumps can't move.
//!
//! In: the system's clocks and the `Date` of the collector's replies. Out: milliseconds since 1970 for what is stored.

use std::fmt;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

/// Before this moment (2025-01-01) no clock can be right; rows stamped so are stamped again.
pub(crate) const PLAUSIBLE_MS: i64 = 1_735_689_600_000;

/// A difference to the collector's clock below this is the network's delay and no fault of ours.
const TOLERATED_MS: i64 = 60_000;

/// Where the delivery takes the time from; tests bring their own.
pub(crate) trait Clock: Send + Sync + fmt::Debug {
    /// Time since some fixed moment; never runs backwards.
    fn monotonic(&self) -> Duration;
    /// Milliseconds since 1970, immune to jumps of the system's clock while the process runs.
    fn unix_ms(&self) -> i64;
    /// Takes over the collector's time where ours differs by more than the network explains.
    fn correct(&self, server_ms: i64);
    /// Whether a wait may take as long as the clock says; a test's clock moves by itself.
    fn is_real(&self) -> bool;
}

/// The clock of the machine: read once, then carried on by the monotonic clock.
#[derive(Debug)]
pub(crate) struct SystemClock {
    start: Instant,
    unix_ms_at_start: AtomicI64,
}

impl SystemClock {
    pub(crate) fn new() -> Self {
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        SystemClock { start: Instant::now(), unix_ms_at_start: AtomicI64::new(millis(now)) }
    }
}

impl Clock for SystemClock {
    fn monotonic(&self) -> Duration {
        self.start.elapsed()
    }

    fn unix_ms(&self) -> i64 {
        self.unix_ms_at_start.load(Ordering::Relaxed).saturating_add(millis(self.start.elapsed()))
    }

    fn correct(&self, server_ms: i64) {
        let difference = server_ms.saturating_sub(self.unix_ms());
        if server_ms > PLAUSIBLE_MS && difference.saturating_abs() > TOLERATED_MS {
            self.unix_ms_at_start.fetch_add(difference, Ordering::Relaxed);
        }
    }

    fn is_real(&self) -> bool {
        true
    }
}

/// A duration as signed milliseconds, capped.
pub(crate) fn millis(duration: Duration) -> i64 {
    i64::try_from(duration.as_millis()).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_plausible_and_large_difference_corrects_the_clock() {
        let clock = SystemClock::new();
        let before = clock.unix_ms();
        clock.correct(before + 5_000);
        clock.correct(1_000);
        assert!(clock.unix_ms() - before < 5_000);
        clock.correct(before + 86_400_000);
        assert!(clock.unix_ms() - before >= 86_400_000);
    }
}
