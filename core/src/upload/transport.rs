//! One HTTP client with deadlines, that never follows a redirect and can be cut off in the middle.
//!
//! In: a request. Out: a reply of bounded size, or the cause of a retry.

use std::fs;
use std::io::Read;
use std::sync::{Mutex, PoisonError};

use ureq::http::{HeaderMap, Request};
use ureq::tls::TlsConfig;
use ureq::unversioned::transport::{ConnectProxyConnector, Connector};
use ureq::{Agent, AsSendBody, Proxy};

use super::resolve::Remembering;
use super::settings::Settings;
use super::sinks::Cause;
use super::socket::SocketConnector;
use super::tls::{TlsConnector, TlsPolicy};
use crate::error::{Code, Error, Result};

/// A verdict is a few kilobytes; a peer that sends more is not the collector.
const MOST_REPLY: u64 = 1 << 20;

/// The client, replaced after an abort.
pub(crate) struct Transport {
    agent: Mutex<Agent>,
    config: ureq::config::Config,
    tls: TlsPolicy,
}

/// What came back.
pub(crate) struct Reply {
    pub(crate) status: u16,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Vec<u8>,
}

impl Transport {
    /// Prepares a client; connects to nothing.
    ///
    /// # Errors
    /// `config.value` or `config.read` for certificates, keys, pins or a proxy that can't be used.
    pub(crate) fn new(settings: &Settings) -> Result<Self> {
        let proxy = match &settings.proxy {
            Some(address) => Some(
                Proxy::new(address).map_err(|e| Error::new(Code::ConfigValue, "upload.proxy is not a proxy's address").with_source(e))?,
            ),
            None => None,
        };
        let deadlines = settings.deadlines;
        let config = Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .proxy(proxy)
            .user_agent(concat!("milkglass/", env!("CARGO_PKG_VERSION")))
            .accept_encoding("")
            .max_idle_connections(1)
            .timeout_global(Some(deadlines.whole))
            .timeout_resolve(Some(deadlines.connect))
            .timeout_connect(Some(deadlines.connect))
            .timeout_recv_response(Some(deadlines.reply))
            .tls_config(TlsConfig::builder().build())
            .build();
        let tls = TlsPolicy::new(&settings.tls)?;
        Ok(Transport { agent: Mutex::new(agent(&config, &tls)), config, tls })
    }

    /// Sends a request and reads the whole reply.
    pub(crate) fn run(&self, request: Request<impl AsSendBody>) -> Result<Reply, Cause> {
        let agent = self.lock().clone();
        let reply = agent.run(request).map_err(|e| cause(&e))?;
        let (parts, body) = reply.into_parts();
        let mut bytes = Vec::new();
        body.into_reader().take(MOST_REPLY).read_to_end(&mut bytes).map_err(|_| Cause::NotTheReceiver)?;
        Ok(Reply { status: parts.status.as_u16(), headers: parts.headers, body: bytes })
    }

    /// Ends the connection in use; what follows gets a new one.
    pub(crate) fn abort(&self) {
        let fresh = agent(&self.config, &self.tls);
        std::mem::replace(&mut *self.lock(), fresh).shutdown();
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Agent> {
        self.agent.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn agent(config: &ureq::config::Config, tls: &TlsPolicy) -> Agent {
    let connector = ().chain(ConnectProxyConnector::default()).chain(SocketConnector).chain(TlsConnector::new(tls.clone()));
    Agent::with_parts(config.clone(), connector, Remembering::default())
}

fn cause(error: &ureq::Error) -> Cause {
    match error {
        ureq::Error::Timeout(_) => Cause::Timeout,
        ureq::Error::Rustls(_) | ureq::Error::Tls(_) | ureq::Error::Pem(_) | ureq::Error::TlsRequired => Cause::Tls,
        ureq::Error::Io(e) if e.get_ref().is_some_and(|inner| inner.is::<rustls::Error>()) => Cause::Tls,
        ureq::Error::Io(e) if e.kind() == std::io::ErrorKind::TimedOut => Cause::Timeout,
        ureq::Error::Protocol(_) | ureq::Error::LargeResponseHeader(..) => Cause::NotTheReceiver,
        _ => Cause::Unreachable,
    }
}

/// Reads a file that the configuration names.
///
/// # Errors
/// `config.read`, naming the key of the configuration.
pub(super) fn read_file(path: &std::path::Path, key: &str) -> Result<Vec<u8>> {
    fs::read(path).map_err(|e| Error::new(Code::ConfigRead, format!("the file of {key} can't be read")).with_source(e))
}
