//! The collector protocol, version 1: `docs/protocol.md`.
//!
//! In: a zstd body and its batch id. Out: the verdict per event, or what to do instead.

use std::sync::Arc;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde::Deserialize;
use sha2::{Digest, Sha256};
use ureq::http::{Method, Request};
use uuid::Uuid;

use super::{Cause, Outcome, Sink, Verdict};
use crate::error::Result;
use crate::upload::batch;
use crate::upload::clock::Clock;
use crate::upload::retry;
use crate::upload::settings::Settings;
use crate::upload::spool::Subject;
use crate::upload::transport::{Reply, Transport};

/// Code of a rejected event whose session the collector was told to erase.
const ERASED: &str = "session.erased";

/// Speaks to one collector.
pub(crate) struct Collector {
    settings: Arc<Settings>,
    transport: Transport,
    clock: Arc<dyn Clock>,
}

/// The body of a 200.
#[derive(Deserialize)]
struct Answer {
    batch: Uuid,
    verdicts: Verdicts,
}

#[derive(Deserialize)]
struct Verdicts {
    stored: u64,
    duplicate: u64,
    #[serde(default)]
    rejected: Vec<Rejected>,
}

#[derive(Deserialize)]
struct Rejected {
    index: u64,
    code: String,
}

impl Collector {
    /// Prepares the transport; nothing is sent.
    ///
    /// # Errors
    /// `config.value` or `config.read` for certificates, keys, pins or a proxy that can't be used.
    pub(crate) fn new(settings: Arc<Settings>, clock: Arc<dyn Clock>) -> Result<Self> {
        let transport = Transport::new(&settings)?;
        Ok(Collector { settings, transport, clock })
    }

    fn authorized(&self, method: Method, address: &str) -> ureq::http::request::Builder {
        Request::builder()
            .method(method)
            .uri(address)
            .header("authorization", format!("Bearer {}", self.settings.write_key.as_str()))
            .header("milkglass-fingerprint", &self.settings.fingerprint)
    }
}

impl Sink for Collector {
    fn encode(&self, plain: &[u8]) -> Result<Vec<u8>> {
        batch::compress(plain)
    }

    fn decode(&self, body: &[u8]) -> Option<Vec<u8>> {
        batch::decompress(body)
    }

    fn send(&self, batch: Uuid, events: u64, body: &[u8]) -> Outcome {
        let digest = BASE64_STANDARD.encode(Sha256::digest(body));
        let request = self
            .authorized(Method::POST, &self.settings.endpoint.batches)
            .header("content-type", "application/x-ndjson")
            .header("content-encoding", "zstd")
            .header("idempotency-key", batch.to_string())
            .header("content-digest", format!("sha-256=:{digest}:"))
            .body(body);
        let Ok(request) = request else { return Outcome::Refused(0) };
        match self.transport.run(request) {
            Err(cause) => Outcome::Retry { after: None, cause, server_ms: None },
            Ok(reply) if reply.status == 200 => verdict(&reply, batch, events),
            Ok(reply) => self.judge(&reply),
        }
    }

    fn erase(&self, subject: &Subject) -> Outcome {
        let address = format!("{}/{}s/{}", self.settings.endpoint.base, subject.kind(), percent(subject.id()));
        let Ok(request) = self.authorized(Method::DELETE, &address).body([].as_slice()) else { return Outcome::Refused(0) };
        match self.transport.run(request) {
            Err(cause) => Outcome::Retry { after: None, cause, server_ms: None },
            // Only the collector's own 204 counts: a portal answers 200 to anything.
            Ok(reply) if reply.status == 204 => Outcome::Done,
            Ok(reply) => self.judge(&reply),
        }
    }

    fn abort(&self) {
        self.transport.abort();
    }
}

impl Collector {
    /// Every reply that is not a success, after the table of `docs/delivery.md`.
    fn judge(&self, reply: &Reply) -> Outcome {
        let text = |name| reply.headers.get(name).and_then(|value| value.to_str().ok());
        let server_ms = text("date").and_then(retry::http_date_ms);
        let after = text("retry-after").and_then(|value| retry::retry_after(value, text("date"), self.clock.unix_ms()));
        let again = |cause| Outcome::Retry { after, cause, server_ms };
        match reply.status {
            413 => Outcome::TooLarge,
            401 | 403 => Outcome::Unauthorized(reply.status),
            429 | 503 => again(Cause::Busy),
            408 | 425 | 500..=599 => again(Cause::ServerFault),
            400..=499 => Outcome::Refused(reply.status),
            // A redirect is never followed: it would carry the data and the key to another place.
            _ => again(Cause::NotTheReceiver),
        }
    }
}

/// A 200 counts only if its body is the verdict of this very batch, for all of its events.
fn verdict(reply: &Reply, batch: Uuid, events: u64) -> Outcome {
    let not_ours = Outcome::Retry { after: None, cause: Cause::NotTheReceiver, server_ms: None };
    let Ok(answer) = serde_json::from_slice::<Answer>(&reply.body) else { return not_ours };
    let rejected = u64::try_from(answer.verdicts.rejected.len()).unwrap_or(u64::MAX);
    let delivered = answer.verdicts.stored.saturating_add(answer.verdicts.duplicate);
    let is_whole = delivered.checked_add(rejected) == Some(events) && answer.verdicts.rejected.iter().all(|one| one.index < events);
    if answer.batch != batch || !is_whole {
        return not_ours;
    }
    if answer.verdicts.rejected.iter().any(|one| one.code == ERASED) {
        return Outcome::Erased;
    }
    Outcome::Verdict(Verdict { delivered, dropped: if rejected > 0 { vec![("rejected", rejected)] } else { Vec::new() } })
}

/// An id as a path segment.
fn percent(id: &str) -> String {
    let mut out = String::with_capacity(id.len());
    for byte in id.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use ureq::http::HeaderMap;

    use super::*;

    fn reply(body: &str) -> Reply {
        Reply { status: 200, headers: HeaderMap::new(), body: body.as_bytes().to_vec() }
    }

    #[test]
    fn only_a_whole_verdict_of_this_batch_counts() {
        let id = Uuid::from_u128(7);
        let good =
            format!(r#"{{"batch":"{id}","verdicts":{{"stored":2,"duplicate":0,"rejected":[{{"index":1,"code":"event.invalid"}}]}}}}"#);
        assert_eq!(verdict(&reply(&good), id, 3), Outcome::Verdict(Verdict { delivered: 2, dropped: vec![("rejected", 1)] }));
        let retry = |body: &str, events| matches!(verdict(&reply(body), id, events), Outcome::Retry { cause: Cause::NotTheReceiver, .. });
        assert!(retry(&good, 4));
        assert!(retry(&good.replace(&id.to_string(), &Uuid::from_u128(8).to_string()), 3));
        assert!(retry("<html>Sign in to the network</html>", 3));
        assert!(retry("{}", 3));
        assert!(retry(&good[..good.len() - 3], 3));
        assert_eq!(verdict(&reply(&good.replace("event.invalid", ERASED)), id, 3), Outcome::Erased);
    }

    #[test]
    fn an_id_can_not_leave_its_path_segment() {
        assert_eq!(percent("s-1_~"), "s-1_~");
        assert_eq!(percent("../a b/ü?"), "%2E%2E%2Fa%20b%2F%C3%BC%3F");
    }
}
