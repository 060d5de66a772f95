//! The delivery's settings, checked once: a mistake is an error when the recorder opens, not a surprise at night.
//!
//! In: the `[upload]` section. Out: [`Settings`] with the addresses to call and the limits to keep.

use std::path::PathBuf;
use std::time::Duration;

use ureq::http::Uri;
use zeroize::Zeroizing;

use crate::config::{self, Durability};
use crate::error::{Code, Error, Result};

/// What [`Delivery`](super::Delivery) works by.
pub(crate) struct Settings {
    pub(crate) endpoint: Endpoint,
    pub(crate) write_key: Zeroizing<String>,
    pub(crate) fingerprint: String,
    pub(crate) durability: Durability,
    /// `None` keeps everything in memory.
    pub(crate) spool: Option<PathBuf>,
    pub(crate) max_batch_bytes: usize,
    pub(crate) max_batch_age: Duration,
    pub(crate) quota_bytes: u64,
    pub(crate) max_age: Duration,
    pub(crate) tls: TlsFiles,
    pub(crate) proxy: Option<String>,
    pub(crate) deadlines: Deadlines,
}

/// Files and pins that decide whom to trust.
#[derive(Clone, Default)]
pub(crate) struct TlsFiles {
    pub(crate) ca_bundle: Option<PathBuf>,
    pub(crate) client: Option<(PathBuf, PathBuf)>,
    pub(crate) pins: Vec<String>,
}

/// How long a request may take. Each has a reason to exist: a peer that answers a byte a minute would otherwise hold
/// the one worker for ever.
#[derive(Clone, Copy)]
pub(crate) struct Deadlines {
    pub(crate) connect: Duration,
    pub(crate) reply: Duration,
    pub(crate) whole: Duration,
}

impl Default for Deadlines {
    fn default() -> Self {
        Deadlines { connect: Duration::from_secs(10), reply: Duration::from_secs(30), whole: Duration::from_secs(120) }
    }
}

/// The collector's addresses.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Endpoint {
    /// Where batches go.
    pub(crate) batches: String,
    /// What `/sessions/{id}` and `/visitors/{id}` are appended to.
    pub(crate) base: String,
}

impl Settings {
    /// Checks an `[upload]` section and reads the write key from the environment.
    ///
    /// # Errors
    /// `config.missing` without an endpoint, a spool directory (unless `durability = "memory"`) or the write key;
    /// `config.value` for an address that is neither https nor loopback; `config.unsupported` for another sink.
    pub(crate) fn new(upload: &config::Upload, fingerprint: &str) -> Result<Self> {
        if upload.sink != config::Sink::Collector {
            return Err(Error::new(Code::ConfigUnsupported, "upload.sink: this build delivers to `collector` alone"));
        }
        let endpoint = upload.endpoint.as_deref().ok_or_else(|| missing("upload.endpoint", "is not set"))?;
        let spool = match upload.durability {
            Durability::Memory => None,
            _ => Some(
                upload.spool.clone().ok_or_else(|| missing("upload.spool", "names no directory (or set upload.durability to `memory`)"))?,
            ),
        };
        let client = match (&upload.client_cert, &upload.client_key) {
            (Some(certificate), Some(key)) => Some((certificate.clone(), key.clone())),
            (None, None) => None,
            _ => return Err(missing("upload.client_cert and upload.client_key", "must be set together")),
        };
        Ok(Settings {
            endpoint: Endpoint::parse(endpoint)?,
            write_key: write_key(&upload.key_env)?,
            fingerprint: fingerprint.to_owned(),
            durability: upload.durability,
            spool,
            max_batch_bytes: usize::try_from(upload.max_batch_bytes).unwrap_or(usize::MAX),
            max_batch_age: Duration::from_millis(upload.max_batch_age_ms),
            quota_bytes: upload.quota_bytes,
            max_age: Duration::from_secs(u64::from(upload.max_age_days) * 86_400),
            tls: TlsFiles { ca_bundle: upload.ca_bundle.clone(), client, pins: upload.pins.clone() },
            proxy: upload.proxy.clone(),
            deadlines: Deadlines::default(),
        })
    }
}

fn missing(key: &str, what: &str) -> Error {
    Error::new(Code::ConfigMissing, format!("{key} {what}"))
}

fn write_key(variable: &str) -> Result<Zeroizing<String>> {
    let key = std::env::var(variable)
        .map(Zeroizing::new)
        .map_err(|_| missing(&format!("the environment variable {variable} (upload.key_env)"), "does not hold the write key"))?;
    let fits = !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_graphic());
    if fits {
        Ok(key)
    } else {
        Err(Error::new(Code::ConfigValue, format!("{variable} is empty or holds characters that no header can carry")))
    }
}

impl Endpoint {
    fn parse(text: &str) -> Result<Self> {
        let wrong = |what: &str| Error::new(Code::ConfigValue, format!("upload.endpoint {what}"));
        let uri: Uri = text.parse().map_err(|_| wrong("is not an address"))?;
        let authority = uri.authority().ok_or_else(|| wrong("is not a whole address"))?;
        if authority.as_str().contains('@') {
            return Err(wrong("must not hold a user or password; the write key comes from the environment"));
        }
        match uri.scheme_str() {
            Some("https") => {}
            Some("http") if is_loopback(authority.host()) => {}
            _ => return Err(wrong("must be https (http is for loopback alone)")),
        }
        if uri.query().is_some() {
            return Err(wrong("must not have a query"));
        }
        let base = text.strip_suffix("/batches").ok_or_else(|| wrong("must end in /batches"))?;
        Ok(Endpoint { batches: text.to_owned(), base: base.to_owned() })
    }
}

/// Loopback by what the address says: no resolver is asked, so none can lie.
fn is_loopback(host: &str) -> bool {
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    host.eq_ignore_ascii_case("localhost") || bare.parse::<std::net::IpAddr>().is_ok_and(|address| address.is_loopback())
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn plain_http_is_for_loopback_alone() {
        for good in [
            "https://c.example/v1/batches",
            "http://127.0.0.1:8080/v1/batches",
            "http://[::1]:80/v1/batches",
            "http://localhost/v1/batches",
        ] {
            assert!(Endpoint::parse(good).is_ok(), "{good}");
        }
        for bad in [
            "http://c.example/v1/batches",
            "http://127.0.0.1.example/v1/batches",
            "http://localhost.example/v1/batches",
            "ftp://127.0.0.1/v1/batches",
            "https://user:pass@c.example/v1/batches",
            "https://c.example/v1/batches?key=1",
            "https://c.example/ingest",
            "/v1/batches",
            "",
        ] {
            assert_eq!(Endpoint::parse(bad).unwrap_err().code(), "config.value", "{bad}");
        }
        assert_eq!(Endpoint::parse("https://c.example/v1/batches").unwrap().base, "https://c.example/v1");
    }

    #[test]
    fn what_is_missing_is_named() {
        let mut upload = config::Upload { key_env: "PATH".into(), ..Default::default() };
        let message = |upload: &config::Upload| Settings::new(upload, "mg1-0").err().map(|e| e.to_string()).unwrap_or_default();
        assert!(message(&upload).contains("config.missing: upload.endpoint"));
        upload.endpoint = Some("https://c.example/v1/batches".into());
        assert!(message(&upload).contains("upload.spool"));
        upload.durability = Durability::Memory;
        upload.key_env = "MILKGLASS_NO_SUCH_VARIABLE".into();
        assert!(message(&upload).contains("MILKGLASS_NO_SUCH_VARIABLE"));
        upload.sink = config::Sink::Kafka;
        assert!(message(&upload).starts_with("config.unsupported: upload.sink"));
    }
}
