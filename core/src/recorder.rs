//! The facade: consent, redaction and delivery as one. Signals and events in, receipts and figures out.
//!
//! [`Session::record`] reads like its sentence: gate, read, redact, batch, spool.

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use std::time::{Duration, SystemTime};

use serde::Serialize;

use crate::Config;
use crate::consent::{self, Decision, Signals};
use crate::error::{Code, Error, Result};
use crate::redact::{Engine, Examine, KnownValue, Memory, Redactor, Report, is_asking, taint};
use crate::upload::{Accept, Delivery, Flushed, Stats};

/// Longest session or visitor id, in bytes.
const MAX_ID: usize = 200;
/// Engines kept for their buffers; more calls at once make their own.
const BENCHES: usize = 8;

/// Records sessions: asks for consent, removes personal data, keeps batches on disk and uploads them.
///
/// Cheap to clone and to share between threads. Opening starts nothing: the spool is opened and its thread started at
/// the first accepted event. Nothing depends on [`Recorder::close`] being called; it only saves time at the next start.
///
/// ```no_run
/// use std::time::Duration;
/// use milkglass::{Config, Recorder, consent::Signals};
///
/// let recorder = Recorder::open(Config::from_file("milkglass.toml")?)?;
/// let decision = recorder.decide(&Signals::from_json(r#"{"explicit": {"granted": true}}"#)?);
/// let session = recorder.session("s-42", decision)?;
/// let receipt = session.record(br#"[{"type":1,"data":{},"timestamp":1790000000000}]"#)?;
/// assert_eq!(receipt.events, 1);
/// recorder.close(Duration::from_secs(2))?;
/// # Ok::<(), milkglass::Error>(())
/// ```
#[derive(Clone)]
pub struct Recorder {
    inner: Arc<Inner>,
    /// Of this handle: sessions that are made through it ask it.
    host: Option<Arc<dyn Examine>>,
}

struct Inner {
    config: Config,
    redactor: Redactor,
    delivery: Delivery,
    state: Mutex<Sessions>,
    benches: Mutex<Vec<Engine>>,
}

#[derive(Default)]
struct Sessions {
    live: HashMap<String, Weak<Mutex<Live>>>,
    withdrawn: HashSet<String>,
    closed: bool,
}

/// What is kept of a session between calls.
struct Live {
    /// Taken out while a call works with it.
    memory: Option<Memory>,
    decision: Decision,
    visitor: Option<String>,
    /// Number of the next event within the session.
    next: u64,
}

/// One visit of one visitor. Page state lives here; it may be saved and resumed in another process.
#[derive(Clone)]
pub struct Session {
    recorder: Recorder,
    id: Arc<str>,
    live: Arc<Mutex<Live>>,
}

/// What became of the events of one call.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// They are in the spool.
    Accepted,
    /// The spool is full and nothing was taken; try again later, or drop them.
    Full,
    /// Consent does not allow it; nothing was read or kept.
    Gated,
}

/// The answer to one call of [`Session::record`].
#[derive(Clone, Debug, Serialize)]
pub struct Receipt {
    /// What became of the events.
    pub verdict: Verdict,
    /// Events that were accepted.
    pub events: u64,
    /// What was masked and dropped.
    pub report: Report,
}

impl Recorder {
    /// Compiles the configuration. Starts nothing.
    ///
    /// # Errors
    /// `config.*` names the setting that is missing or can't be used; `upload.endpoint` is needed.
    pub fn open(config: Config) -> Result<Recorder> {
        consent::check_sources(&config.consent.sources)?;
        let redactor = Redactor::new(&config)?;
        let delivery = Delivery::open(&config.upload, redactor.fingerprint())?;
        let (state, benches) = (Mutex::default(), Mutex::default());
        Ok(Recorder { inner: Arc::new(Inner { config, redactor, delivery, state, benches }), host: None })
    }

    /// Asks `host` about every text of a session that the engine would leave readable; see [`Redactor::with_host`].
    ///
    /// It holds for this handle, its later clones and the sessions that are begun or resumed through them.
    ///
    /// ```no_run
    /// # use milkglass::{Answer, Config, Recorder, Seen};
    /// let recorder = Recorder::open(Config::from_file("milkglass.toml")?)?
    ///     .with_host(|seen: &Seen<'_>| if seen.name == Some("data-ticket") { Answer::Mask } else { Answer::Keep });
    /// # Ok::<(), milkglass::Error>(())
    /// ```
    #[must_use]
    pub fn with_host(mut self, host: impl Examine + 'static) -> Recorder {
        self.host = Some(Arc::new(host));
        self
    }

    /// The configuration.
    pub fn config(&self) -> &Config {
        &self.inner.config
    }

    /// The fingerprint that notice, uploads and reports share.
    pub fn fingerprint(&self) -> &str {
        self.inner.redactor.fingerprint()
    }

    /// Whether a visitor with these signals may be recorded, and why.
    pub fn decide(&self, signals: &Signals) -> Decision {
        consent::decide(&self.inner.config, self.fingerprint(), signals)
    }

    /// Begins or continues a session. While a handle of the same id lives in this process, both share its page state.
    ///
    /// A decision that does not allow recording gives a session that takes nothing: every call answers
    /// [`Verdict::Gated`].
    ///
    /// # Errors
    /// `state.argument` if the id is empty, longer than 200 bytes or holds control characters; `state.closed` after
    /// [`Recorder::close`].
    pub fn session(&self, id: &str, decision: Decision) -> Result<Session> {
        self.open_session(id, decision, None)
    }

    fn open_session(&self, id: &str, decision: Decision, saved: Option<(Memory, u64)>) -> Result<Session> {
        check_id(id)?;
        refuse_reentry()?;
        let mut sessions = lock(&self.inner.state);
        if sessions.closed {
            return Err(Error::new(Code::StateClosed, "the recorder is closed"));
        }
        let known = sessions.live.get(id).and_then(Weak::upgrade);
        let live = match known {
            Some(live) => {
                let mut inner = lock(&live);
                inner.decision = decision;
                if let Some((memory, next)) = saved {
                    inner.memory = Some(memory);
                    inner.next = next.max(inner.next);
                }
                drop(inner);
                live
            }
            None => {
                let (memory, next) = match saved {
                    Some(saved) => saved,
                    None => (self.inner.redactor.memory()?, 0),
                };
                let live = Arc::new(Mutex::new(Live { memory: Some(memory), decision, visitor: None, next }));
                if sessions.live.len() >= 1024 && sessions.live.len().is_power_of_two() {
                    sessions.live.retain(|_, live| live.strong_count() > 0);
                }
                sessions.live.insert(id.to_owned(), Arc::downgrade(&live));
                live
            }
        };
        drop(sessions);
        Ok(Session { recorder: self.clone(), id: Arc::from(id), live })
    }

    /// Continues a session from the bytes of [`Session::save`], which another process may have made.
    ///
    /// # Errors
    /// `state.foreign` if the bytes are altered, of another version, sealed with another key or made under another
    /// configuration; else as [`Recorder::session`].
    pub fn resume(&self, state: &[u8], decision: Decision) -> Result<Session> {
        let foreign = || Error::new(Code::StateForeign, "the saved state is altered, sealed with another key, or of another configuration");
        let plain = self.inner.delivery.unseal(self.fingerprint(), state)?.ok_or_else(foreign)?;
        let (next, rest) = plain.split_first_chunk::<8>().ok_or_else(foreign)?;
        let (length, rest) = rest.split_first().ok_or_else(foreign)?;
        let (id, memory) = rest.split_at_checked(usize::from(*length)).ok_or_else(foreign)?;
        let id = std::str::from_utf8(id).map_err(|_| foreign())?;
        self.open_session(id, decision, Some((Memory::restore(memory)?, u64::from_be_bytes(*next))))
    }

    /// Sends what waits, for at most `timeout`.
    ///
    /// # Errors
    /// `storage.*` if the spool can't be used. That the collector can't be reached is no error: see
    /// [`Flushed::pending`].
    pub fn flush(&self, timeout: Duration) -> Result<Flushed> {
        self.inner.delivery.flush(timeout)
    }

    /// Ends a session at its visitor's wish: from the return of this call no byte of it leaves, what waits is destroyed
    /// with its key, and the collector is asked to erase what it has.
    ///
    /// # Errors
    /// `storage.*` if the spool can't be written; `state.argument` as for [`Recorder::session`].
    pub fn withdraw(&self, session: &str) -> Result<()> {
        check_id(session)?;
        refuse_reentry()?;
        let live = {
            let mut sessions = lock(&self.inner.state);
            sessions.withdrawn.insert(session.to_owned());
            sessions.live.remove(session)
        };
        if let Some(live) = live.and_then(|live| live.upgrade()) {
            let mut live = lock(&live);
            live.decision.allow = false;
            live.memory = None;
        }
        self.inner.delivery.withdraw(session)
    }

    /// Asks the collector to erase all sessions of a visitor.
    ///
    /// # Errors
    /// As [`Recorder::withdraw`].
    pub fn erase_visitor(&self, visitor: &str) -> Result<()> {
        check_id(visitor)?;
        self.inner.delivery.erase_visitor(visitor)
    }

    /// Where every accepted event went: `accepted = delivered + pending + Σ dropped`.
    pub fn stats(&self) -> Stats {
        self.inner.delivery.stats()
    }

    /// What the host may want to know since the last call, such as that the collector refused the key.
    pub fn notices(&self) -> Vec<crate::upload::Notice> {
        self.inner.delivery.drain_notices()
    }

    /// Stops sending until [`Recorder::unpause`]; events are still accepted.
    ///
    /// # Errors
    /// `state.closed` after [`Recorder::close`]; `storage.*` if the spool can't be opened.
    pub fn pause(&self) -> Result<()> {
        self.inner.delivery.pause()
    }

    /// Sends again.
    ///
    /// # Errors
    /// As [`Recorder::pause`].
    pub fn unpause(&self) -> Result<()> {
        self.inner.delivery.unpause()
    }

    /// Sends what waits for at most `timeout` and ends the worker. Further calls are refused with `state.closed`.
    ///
    /// # Errors
    /// As [`Recorder::flush`].
    pub fn close(&self, timeout: Duration) -> Result<Flushed> {
        lock(&self.inner.state).closed = true;
        self.inner.delivery.close(timeout)
    }
}

impl Session {
    /// The id that the host gave.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Asks `host` about what goes through this handle and its later clones, instead of the recorder's; see
    /// [`Recorder::with_host`].
    #[must_use]
    pub fn with_host(mut self, host: impl Examine + 'static) -> Session {
        self.recorder.host = Some(Arc::new(host));
        self
    }

    /// What is kept of the session, for this thread alone until the guard is dropped.
    fn live(&self) -> Result<MutexGuard<'_, Live>> {
        refuse_reentry()?;
        Ok(lock(&self.live))
    }

    /// Names the visitor, so that [`Recorder::erase_visitor`] finds the session at the collector. Give a pseudonym, not
    /// a name.
    ///
    /// # Errors
    /// `state.argument` as for [`Recorder::session`].
    pub fn visitor(&self, id: &str) -> Result<()> {
        check_id(id)?;
        self.live()?.visitor = Some(id.to_owned());
        Ok(())
    }

    /// Tells the session what the host knows of the visitor: it is hidden wherever it appears from now on.
    ///
    /// # Errors
    /// `state.withdrawn` after a withdrawal.
    pub fn know(&self, value: KnownValue) -> Result<()> {
        let mut live = self.live()?;
        let memory = live.memory.as_mut().ok_or_else(withdrawn)?;
        taint(memory, &value);
        Ok(())
    }

    /// Takes events: an array, NDJSON, one event or packed events, as [`Redactor::redact`] reads them.
    ///
    /// Never waits for the network. When it returns [`Verdict::Accepted`] the events survive what `upload.durability`
    /// promises.
    ///
    /// # Errors
    /// `input.*` if the bytes can't be read, then none of them is taken; `storage.*` if the spool can't be written;
    /// `state.closed` after [`Recorder::close`].
    pub fn record(&self, events: &[u8]) -> Result<Receipt> {
        let inner = &*self.recorder.inner;
        let mut live = self.live()?;
        if !live.decision.is_valid_at(now()) || live.memory.is_none() {
            return Ok(self.gated());
        }
        {
            let sessions = lock(&inner.state);
            if sessions.closed {
                return Err(Error::new(Code::StateClosed, "the recorder is closed"));
            }
            if sessions.withdrawn.contains(&*self.id) {
                return Ok(self.gated());
            }
        }
        let Some(memory) = live.memory.take() else { return Ok(self.gated()) };
        let mut bench = lock(&inner.benches).pop().unwrap_or_else(|| inner.redactor.bench());
        let idle = bench.swap(memory);
        let mut lines = Vec::with_capacity(events.len() + 64);
        let result = inner.redactor.chunk(&mut bench, self.recorder.host.as_ref(), events, &mut lines);
        live.memory = Some(bench.swap(idle));
        let mut benches = lock(&inner.benches);
        if benches.len() < BENCHES {
            benches.push(bench);
        }
        drop(benches);
        let report = result?;
        let count = report.events_out;
        if count == 0 {
            return Ok(Receipt { verdict: Verdict::Accepted, events: 0, report });
        }
        match inner.delivery.accept(&self.id, live.visitor.as_deref(), Some(live.next), &lines)? {
            Accept::Accepted => {
                live.next += count;
                Ok(Receipt { verdict: Verdict::Accepted, events: count, report })
            }
            Accept::Full => Ok(Receipt { verdict: Verdict::Full, events: 0, report }),
            Accept::Gated => Ok(self.gated()),
        }
    }

    fn gated(&self) -> Receipt {
        let report = Report { fingerprint: self.recorder.fingerprint().to_owned(), ..Report::default() };
        Receipt { verdict: Verdict::Gated, events: 0, report }
    }

    /// The state of the session as sealed bytes, for [`Recorder::resume`] in this or another process with the same key
    /// and configuration. It holds keyed hashes and flags, no visitor data.
    ///
    /// # Errors
    /// `state.withdrawn` after a withdrawal; `storage.key` if the key that seals it can't be read.
    pub fn save(&self) -> Result<Vec<u8>> {
        let live = self.live()?;
        let memory = live.memory.as_ref().ok_or_else(withdrawn)?;
        let length = u8::try_from(self.id.len()).map_err(|_| Error::new(Code::StateArgument, "the id is too long"))?;
        let mut plain = live.next.to_be_bytes().to_vec();
        plain.push(length);
        plain.extend_from_slice(self.id.as_bytes());
        plain.extend_from_slice(&memory.save());
        self.recorder.inner.delivery.seal(self.recorder.fingerprint(), &plain)
    }

    /// Ends the session at its visitor's wish; see [`Recorder::withdraw`].
    ///
    /// # Errors
    /// As [`Recorder::withdraw`].
    pub fn withdraw(&self) -> Result<()> {
        self.recorder.withdraw(&self.id)
    }
}

fn withdrawn() -> Error {
    Error::new(Code::StateWithdrawn, "the session was withdrawn")
}

/// A session is locked while the host's callback is asked about its events: a call from in there would wait for ever.
fn refuse_reentry() -> Result<()> {
    if is_asking() {
        return Err(Error::new(Code::StateReentrant, "a session can't be called from inside the host's own callback"));
    }
    Ok(())
}

fn check_id(id: &str) -> Result<()> {
    if id.is_empty() || id.len() > MAX_ID || id.chars().any(char::is_control) {
        return Err(Error::new(Code::StateArgument, "an id has 1 to 200 bytes and no control characters"));
    }
    Ok(())
}

fn now() -> u64 {
    SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).map_or(0, |d| d.as_secs())
}

/// A lock whose holder panicked is taken all the same: every state behind it is valid after each statement.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
