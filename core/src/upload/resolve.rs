//! Name resolution that isn't repeated for every batch.
//!
//! In: the collector's address. Out: socket addresses; a literal address needs no resolver, a name is asked for at most
//! once a minute. The client resolves before it looks for a connection to reuse, in a thread made for the purpose.

use std::fmt;
use std::net::{IpAddr, SocketAddr};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use ureq::config::Config;
use ureq::http::Uri;
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::NextTimeout;

/// A collector that moves is found again after this.
const FRESH: Duration = Duration::from_secs(60);

/// Remembers the last answer.
#[derive(Default)]
pub(crate) struct Remembering {
    system: DefaultResolver,
    last: Mutex<Option<Answer>>,
}

struct Answer {
    name: String,
    at: Instant,
    addresses: ResolvedSocketAddrs,
}

impl Resolver for Remembering {
    fn resolve(&self, uri: &Uri, config: &Config, timeout: NextTimeout) -> Result<ResolvedSocketAddrs, ureq::Error> {
        if let Some(address) = literal(uri) {
            let mut addresses = self.empty();
            addresses.push(address);
            return Ok(addresses);
        }
        let name = uri.authority().map(ToString::to_string).unwrap_or_default();
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(answer) = last.as_ref().filter(|answer| answer.name == name && answer.at.elapsed() < FRESH) {
            return Ok(answer.addresses.clone());
        }
        let addresses = self.system.resolve(uri, config, timeout)?;
        *last = Some(Answer { name, at: Instant::now(), addresses: addresses.clone() });
        Ok(addresses)
    }
}

impl fmt::Debug for Remembering {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Remembering")
    }
}

fn literal(uri: &Uri) -> Option<SocketAddr> {
    let host = uri.host()?;
    let bare = host.strip_prefix('[').and_then(|host| host.strip_suffix(']')).unwrap_or(host);
    let port = uri.port_u16().or(match uri.scheme_str() {
        Some("https") => Some(443),
        Some("http") => Some(80),
        _ => None,
    })?;
    Some(SocketAddr::new(bare.parse::<IpAddr>().ok()?, port))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn literal_addresses_need_no_resolver() {
        let address = |text: &str| literal(&text.parse().unwrap()).map(|address| address.to_string());
        assert_eq!(address("http://127.0.0.1:8080/x").as_deref(), Some("127.0.0.1:8080"));
        assert_eq!(address("https://[::1]/x").as_deref(), Some("[::1]:443"));
        assert_eq!(address("https://c.example/x"), None);
    }
}
