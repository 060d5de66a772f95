//! How often somebody may do something.
//!
//! In: a key (a write key, an account, a network address). Out: leave to go on, or how long to wait.
//! The rule is a leaky bucket kept as one instant per key (GCRA), so an entry costs a few bytes.

use std::collections::HashMap;
use std::hash::Hash;
use std::net::{IpAddr, Ipv6Addr};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// Entries kept before old ones are swept out. Above it, unknown keys are refused:
/// somebody who sends from that many addresses must not get unlimited tries.
const MAX_ENTRIES: usize = 100_000;

/// One rule with the state of each key.
#[derive(Debug)]
pub struct Limiter<K> {
    interval: Duration,
    tolerance: Duration,
    due: Mutex<HashMap<K, Instant>>,
}

impl<K: Eq + Hash> Limiter<K> {
    /// Allows `burst` at once and then one per `interval`.
    #[must_use]
    pub fn new(interval: Duration, burst: u32) -> Self {
        Self { interval, tolerance: interval.saturating_mul(burst.saturating_sub(1)), due: Mutex::new(HashMap::new()) }
    }

    /// Counts one more for `key`.
    ///
    /// # Errors
    /// The time to wait, when `key` has used up its share.
    pub fn take(&self, key: K, now: Instant) -> Result<(), Duration> {
        let mut due = self.due.lock().unwrap_or_else(PoisonError::into_inner);
        if due.len() >= MAX_ENTRIES {
            due.retain(|_, at| *at > now);
            if due.len() >= MAX_ENTRIES && !due.contains_key(&key) {
                return Err(self.interval);
            }
        }
        let at = due.get(&key).copied().unwrap_or(now).max(now);
        let ahead = at.saturating_duration_since(now);
        if ahead > self.tolerance {
            return Err(ahead.saturating_sub(self.tolerance));
        }
        due.insert(key, at + self.interval);
        Ok(())
    }

    /// Forgets what `key` has used, after it proved to be welcome.
    pub fn forgive(&self, key: &K) {
        self.due.lock().unwrap_or_else(PoisonError::into_inner).remove(key);
    }
}

/// The address that a request came from, set by the server for each connection.
#[derive(Clone, Copy, Debug)]
pub struct Peer(pub IpAddr);

/// The address that a limit counts by: IPv4 as it is, IPv6 by its /64, which one customer holds whole.
#[must_use]
pub fn network(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V4(_) => address,
        IpAddr::V6(v6) => match v6.to_ipv4_mapped() {
            Some(v4) => IpAddr::V4(v4),
            None => IpAddr::V6(Ipv6Addr::from_bits(v6.to_bits() & !u128::from(u64::MAX))),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_burst_then_one_per_interval() {
        let limiter = Limiter::new(Duration::from_secs(10), 3);
        let start = Instant::now();
        for _ in 0..3 {
            assert_eq!(limiter.take("a", start), Ok(()));
        }
        assert_eq!(limiter.take("a", start), Err(Duration::from_secs(10)));
        assert_eq!(limiter.take("b", start), Ok(()));
        let later = start + Duration::from_secs(10);
        assert_eq!(limiter.take("a", later), Ok(()));
        assert!(limiter.take("a", later).is_err());
        limiter.forgive(&"a");
        assert_eq!(limiter.take("a", later), Ok(()));
    }

    #[test]
    fn ipv6_counts_by_network() -> Result<(), std::net::AddrParseError> {
        assert_eq!(network("2001:db8::1".parse()?), network("2001:db8::ffff".parse()?));
        assert_ne!(network("2001:db8::1".parse()?), network("2001:db8:0:1::1".parse()?));
        assert_eq!(network("::ffff:192.0.2.1".parse()?), network("192.0.2.1".parse()?));
        Ok(())
    }
}
