//! When to try again: full jitter between attempts, and what the collector asks for as a minimum.
//!
//! In: the number of failures so far and a `Retry-After`. Out: how long to wait.

use std::time::Duration;

/// The first retry comes within this.
const BASE: Duration = Duration::from_secs(1);

/// No wait grows beyond this: a collector that comes back is found within a quarter of an hour.
const LONGEST: Duration = Duration::from_secs(15 * 60);

/// A collector can't silence us for longer than this.
const LONGEST_ASKED: Duration = Duration::from_secs(60 * 60);

/// How long to wait after the `failures`-th failure in a row (the first is 1).
///
/// Full jitter: a random share of a bound that doubles, so that many hosts never come back at the same moment. There is
/// no cap on attempts; the age of the data ends them.
pub(crate) fn delay(failures: u32, asked: Option<Duration>, random: u32) -> Duration {
    let doubled = BASE.saturating_mul(2_u32.saturating_pow(failures.saturating_sub(1).min(16)));
    let bound = doubled.min(LONGEST);
    let jitter = bound.mul_f64(f64::from(random) / f64::from(u32::MAX));
    let least = asked.map_or(Duration::ZERO, |asked| asked.min(LONGEST_ASKED));
    jitter.max(least)
}

/// Reads a `Retry-After`: seconds, or a date measured against the reply's own `Date` so that no clock matters.
pub(crate) fn retry_after(value: &str, date: Option<&str>, now_ms: i64) -> Option<Duration> {
    if let Ok(seconds) = value.trim().parse::<u64>() {
        return Some(Duration::from_secs(seconds));
    }
    let until = http_date_ms(value)?;
    let now = date.and_then(http_date_ms).unwrap_or(now_ms);
    Some(Duration::from_millis(u64::try_from(until.saturating_sub(now)).unwrap_or(0)))
}

/// An HTTP date as milliseconds since 1970.
pub(crate) fn http_date_ms(text: &str) -> Option<i64> {
    jiff::fmt::rfc2822::parse(text.trim()).ok().map(|time| time.timestamp().as_millisecond())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn jitter_is_full_and_bounded() {
        assert_eq!(delay(1, None, u32::MAX), Duration::from_secs(1));
        assert_eq!(delay(5, None, u32::MAX), Duration::from_secs(16));
        assert_eq!(delay(5, None, 0), Duration::ZERO);
        assert_eq!(delay(4_000_000_000, None, u32::MAX), Duration::from_secs(900));
    }

    #[test]
    fn the_collectors_wish_is_a_minimum_with_a_cap() {
        assert_eq!(delay(1, Some(Duration::from_secs(30)), u32::MAX), Duration::from_secs(30));
        assert_eq!(delay(20, Some(Duration::from_secs(30)), u32::MAX), Duration::from_secs(900));
        assert_eq!(delay(1, Some(Duration::from_secs(86_400)), 0), Duration::from_secs(3_600));
    }

    #[test]
    fn retry_after_is_read_in_both_forms() {
        assert_eq!(retry_after("120", None, 0), Some(Duration::from_secs(120)));
        let (until, date) = ("Sun, 06 Nov 1994 08:50:37 GMT", "Sun, 06 Nov 1994 08:49:37 GMT");
        assert_eq!(retry_after(until, Some(date), 0), Some(Duration::from_secs(60)));
        assert_eq!(retry_after(date, Some(until), 0), Some(Duration::ZERO));
        assert_eq!(retry_after("soon", None, 0), None);
    }
}
