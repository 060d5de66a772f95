//! The redaction engine: rrweb events in, the same events with nothing personal in them out.
//!
//! `docs/redaction.md` lists every channel of a recording and what happens to it in each profile. [`Redactor`] is the
//! engine alone; [`Recorder`](crate::Recorder) puts consent before it and delivery behind it.

mod attributes;
pub(crate) mod autocomplete;
mod by_id;
pub(crate) mod css;
mod echo;
mod edits;
mod engine;
mod fields;
mod host;
mod incremental;
mod items;
mod known;
pub(crate) mod markers;
mod mask;
mod memo;
mod observe;
mod order;
mod page;
mod pairs;
mod payload;
mod report;
mod rules;
mod saved;
pub(crate) mod scan;
mod scanner;
mod secrets;
pub(crate) mod selector;
mod stream;
pub(crate) mod url;
mod write;

use std::sync::{Arc, Mutex};

pub use report::Report;
pub use stream::RedactStream;

use crate::Config;
use crate::error::{Code, Error, Result};
use crate::event::packed;
use crate::event::parcel::Content;
pub(crate) use engine::{Engine, Memory};
pub(crate) use fields::is_hidden_in_forms;
pub(crate) use host::is_asking;
pub use host::{Answer, Examine, Seen};
pub(crate) use known::taint;
pub use known::{KnownKind, KnownValue};
use rules::Rules;
pub(crate) use rules::{check_selectors, detector};

/// A redacted recording.
///
/// It has no `Display`, and its `Debug` prints sizes only.
pub struct Redacted {
    /// The recording in the form in which it came: array, NDJSON, packed, gzip or zstd.
    pub bytes: Vec<u8>,
    /// What was masked and dropped.
    pub report: Report,
}

impl std::fmt::Debug for Redacted {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Redacted").field("bytes", &self.bytes.len()).field("report", &self.report).finish()
    }
}

/// The engine alone: bytes in, bytes and a report out.
///
/// Every call is a recording of its own, or a chunk that begins one. Whatever the configuration says, passwords,
/// payment cards, one-time codes and elements marked sensitive are masked.
///
/// ```
/// let redactor = milkglass::Redactor::new(&milkglass::Config::default())?;
/// let events = br#"[{"type":4,"data":{"href":"https://shop.example/?token=c2VjcmV0"},"timestamp":1}]"#;
/// let redacted = redactor.redact(events)?;
/// assert!(!String::from_utf8_lossy(&redacted.bytes).contains("c2VjcmV0"));
/// assert_eq!(redacted.report.events_out, 1);
/// # Ok::<(), milkglass::Error>(())
/// ```
#[derive(Clone)]
pub struct Redactor {
    rules: Arc<Rules>,
    key: [u8; 32],
    /// Engines whose buffers wait for the next recording. They have no callback: clones may have different ones.
    spare: Arc<Mutex<Vec<Engine>>>,
    host: Option<Arc<dyn Examine>>,
}

/// Engines that are kept, for as many threads that redact at once.
const SPARE: usize = 4;

impl Redactor {
    /// Compiles the rules of a configuration.
    ///
    /// # Errors
    /// `config.selector`, `config.pattern` or `config.value` names what can't be compiled; `internal.fault` if the
    /// system gives no random numbers.
    pub fn new(config: &Config) -> Result<Redactor> {
        Ok(Redactor { rules: Arc::new(Rules::compile(config)?), key: random_key()?, spare: Arc::default(), host: None })
    }

    /// Asks `host` about every text that the engine would leave readable; it may hide more of it, and nothing else.
    ///
    /// What it hides is counted by the reason `host`, a failure of it by `host_fault`. The fingerprint stays that of the
    /// configuration.
    #[must_use]
    pub fn with_host(mut self, host: impl Examine + 'static) -> Redactor {
        self.host = Some(Arc::new(host));
        self
    }

    /// Redacts a recording: a JSON array of events, NDJSON, one event, packed events, a request body of Sentry's or
    /// PostHog's recorder, each also as gzip, zstd or zlib.
    ///
    /// # Errors
    /// `input.json` with the offset of the first byte that does not fit, `input.utf8`, `input.depth`, `input.too_large`,
    /// `input.compressed`, and `input.not_events` if there is nothing in it. There is never a partial result.
    pub fn redact(&self, bytes: &[u8]) -> Result<Redacted> {
        let unwrapped = packed::unwrap(bytes)?;
        let mut engine = self.spare_engine();
        let redacted = match unwrapped.parcel() {
            Some(parcel) => parcel.map(&mut |content, text| match content {
                Content::Events => stream::array(&mut engine, text),
                Content::Shell => engine.shell(text),
            }),
            None => {
                let text = unwrapped.text(bytes);
                let mut out = Vec::with_capacity(text.len() + text.len() / 8 + 64);
                stream::whole(&mut engine, text, &mut out).map(|()| out)
            }
        };
        let result = redacted.and_then(|out| {
            let out = unwrapped.wrap(out)?;
            let report = engine.counts.report(self.fingerprint(), bytes.len(), out.len());
            Ok(Redacted { bytes: out, report })
        });
        self.keep(engine);
        result
    }

    /// An engine that remembers nothing, with the buffers of one that has served before where there is one.
    ///
    /// Nobody waits here: a lock that another thread holds, or held when this process was forked off, means a new engine.
    fn spare_engine(&self) -> Engine {
        match self.spare.try_lock().ok().and_then(|mut spare| spare.pop()) {
            Some(mut engine) => {
                engine.swap(Memory::new(self.key));
                engine.set_host(self.host.as_ref());
                engine
            }
            None => self.engine(),
        }
    }

    fn keep(&self, mut engine: Engine) {
        engine.set_host(None);
        if engine.is_small()
            && let Ok(mut spare) = self.spare.try_lock()
            && spare.len() < SPARE
        {
            spare.push(engine);
        }
    }

    /// Whether a recording that begins with `head` can go through [`Redactor::stream`]. What is compressed, packed or the
    /// request body of a recorder has to go through [`Redactor::redact`] as a whole. A few hundred kilobytes tell, less may
    /// not.
    pub fn can_stream(head: &[u8]) -> bool {
        packed::is_plain(head)
    }

    /// A recording that arrives in pieces.
    pub fn stream(&self) -> RedactStream {
        RedactStream::new(self)
    }

    /// The fingerprint of the configuration whose rules are applied.
    pub fn fingerprint(&self) -> &str {
        &self.rules.fingerprint
    }

    /// Redacts a chunk of a session whose memory is in `engine`, and appends one event a line to `lines`. What the engine
    /// leaves readable is asked of `host`.
    ///
    /// # Errors
    /// As [`Redactor::redact`]; what was appended is then to be thrown away.
    pub(crate) fn chunk(&self, engine: &mut Engine, host: Option<&Arc<dyn Examine>>, bytes: &[u8], lines: &mut Vec<u8>) -> Result<Report> {
        let unwrapped = packed::unwrap(bytes)?;
        let text = unwrapped.text(bytes);
        let from = lines.len();
        engine.set_host(host);
        let read = stream::lines(engine, text, lines);
        engine.set_host(None);
        read?;
        Ok(engine.counts.report(self.fingerprint(), bytes.len(), lines.len() - from))
    }

    /// The memory of a session that begins.
    ///
    /// # Errors
    /// `internal.fault` if the system gives no random numbers.
    pub(crate) fn memory(&self) -> Result<Memory> {
        Ok(Memory::new(random_key()?))
    }

    /// An engine whose buffers serve one session after another.
    pub(crate) fn bench(&self) -> Engine {
        self.engine()
    }

    fn engine(&self) -> Engine {
        let mut engine = Engine::new(Arc::clone(&self.rules), Memory::new(self.key));
        engine.set_host(self.host.as_ref());
        engine
    }
}

fn random_key() -> Result<[u8; 32]> {
    let mut key = [0u8; 32];
    getrandom::fill(&mut key)
        .map_err(|error| Error::new(Code::Internal, "the system gives no random numbers").with_source(error.to_string()))?;
    Ok(key)
}
