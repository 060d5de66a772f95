//! The recorder and its sessions: consent gate, redaction, spool and delivery.
//!
//! In: events as Buffers, signals and decisions as JSON. Out: receipts, statistics and saved states.

use std::sync::Arc;

use milkglass::KnownValue;
use milkglass::consent::{Decision, Signals};
use napi::Env;
use napi::bindgen_prelude::{AsyncTask, BufferSlice, Function};
use napi_derive::napi;

use crate::boundary::{Job, duration, read, run, write};
use crate::engine::Config;
use crate::examine::{Here, Question, Reply};

/// A recorder: one per process and configuration.
#[napi]
pub struct Recorder(milkglass::Recorder);

#[napi]
impl Recorder {
    /// Opens it; starts nothing.
    #[napi(constructor)]
    pub fn new(config: &Config) -> napi::Result<Self> {
        run(|| milkglass::Recorder::open((*config.0).clone())).map(Recorder)
    }

    /// The fingerprint of its configuration.
    #[napi]
    pub fn fingerprint(&self) -> napi::Result<String> {
        run(|| Ok(self.0.fingerprint().to_owned()))
    }

    /// Whether this visitor may be recorded.
    #[napi]
    pub fn decide(&self, signals: String) -> napi::Result<String> {
        run(|| write(&self.0.decide(&Signals::from_json(&signals)?)))
    }

    /// Starts a session.
    #[napi]
    pub fn session(&self, id: String, decision: String) -> napi::Result<Session> {
        run(|| self.0.session(&id, read::<Decision>("decision", &decision)?)).map(|session| Session(Arc::new(session)))
    }

    /// Goes on with a saved session.
    #[napi]
    pub fn resume(&self, state: &[u8], decision: String) -> napi::Result<Session> {
        run(|| self.0.resume(state, read::<Decision>("decision", &decision)?)).map(|session| Session(Arc::new(session)))
    }

    /// Delivers what waits.
    #[napi]
    pub fn flush(&self, timeout: f64) -> AsyncTask<Job<String>> {
        let recorder = self.0.clone();
        Job::spawn(move || write(&recorder.flush(duration(timeout)?)?))
    }

    /// Withdraws a session's consent.
    #[napi]
    pub fn withdraw(&self, session: String) -> AsyncTask<Job<String>> {
        let recorder = self.0.clone();
        Job::spawn(move || recorder.withdraw(&session).map(|()| String::new()))
    }

    /// Erases a visitor.
    #[napi]
    pub fn erase_visitor(&self, visitor: String) -> AsyncTask<Job<String>> {
        let recorder = self.0.clone();
        Job::spawn(move || recorder.erase_visitor(&visitor).map(|()| String::new()))
    }

    /// The accounts.
    #[napi]
    pub fn stats(&self) -> napi::Result<String> {
        run(|| write(&self.0.stats()))
    }

    /// What the host may want to know, as JSON.
    #[napi]
    pub fn notices(&self) -> napi::Result<String> {
        run(|| write(&self.0.notices()))
    }

    /// Stops delivering.
    #[napi]
    pub fn pause(&self) -> napi::Result<()> {
        run(|| self.0.pause())
    }

    /// Goes on delivering.
    #[napi]
    pub fn unpause(&self) -> napi::Result<()> {
        run(|| self.0.unpause())
    }

    /// Delivers what waits and stops, on the thread pool.
    #[napi]
    pub fn close(&self, timeout: f64) -> AsyncTask<Job<String>> {
        let recorder = self.0.clone();
        Job::spawn(move || write(&recorder.close(duration(timeout)?)?))
    }

    /// The same on the calling thread, for the exit of the process, where no promise settles any more.
    #[napi]
    pub fn close_sync(&self, timeout: f64) -> napi::Result<String> {
        run(|| write(&self.0.close(duration(timeout)?)?))
    }
}

/// One visitor's session. Calls from the main thread and the thread pool are put in order by the core.
#[napi]
pub struct Session(Arc<milkglass::Session>);

#[napi]
impl Session {
    /// The id that the host gave.
    #[napi]
    pub fn id(&self) -> String {
        self.0.id().to_owned()
    }

    /// Names the visitor.
    #[napi]
    pub fn visitor(&self, id: String) -> napi::Result<()> {
        run(|| self.0.visitor(&id))
    }

    /// Tells what the host knows.
    #[napi]
    pub fn know(&self, known: String) -> napi::Result<()> {
        run(|| self.0.know(read::<KnownValue>("a known value", &known)?))
    }

    /// Records on the calling thread, which is the one that may call `examine`.
    #[napi]
    pub fn record(&self, env: &Env, data: &[u8], examine: Option<Function<'_, Question, Reply>>) -> napi::Result<String> {
        let here = examine.map(|function| Here::new(env, &function)).transpose()?;
        run(|| {
            write(&match here {
                Some(here) => (*self.0).clone().with_host(here).record(data)?,
                None => self.0.record(data)?,
            })
        })
    }

    /// Records on the thread pool. The input is copied first: JavaScript may change a Buffer at any time.
    #[napi]
    pub fn record_async(&self, data: &[u8]) -> AsyncTask<Job<String>> {
        let (session, data) = (Arc::clone(&self.0), data.to_vec());
        Job::spawn(move || write(&session.record(&data)?))
    }

    /// The sealed state.
    #[napi]
    pub fn save<'env>(&self, env: &'env Env) -> napi::Result<BufferSlice<'env>> {
        BufferSlice::copy_from(env, run(|| self.0.save())?)
    }

    /// Withdraws consent.
    #[napi]
    pub fn withdraw(&self) -> AsyncTask<Job<String>> {
        let session = Arc::clone(&self.0);
        Job::spawn(move || session.withdraw().map(|()| String::new()))
    }
}
