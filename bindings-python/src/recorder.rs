//! The recorder and its sessions: consent gate, redaction, spool and delivery.
//!
//! In: events as bytes, signals and decisions as JSON. Out: receipts, statistics and saved states.

use milkglass::KnownValue;
use milkglass::consent::{Decision, Signals};
use pyo3::prelude::*;
use pyo3::types::PyBytes;

use crate::boundary::{duration, read, run, write};
use crate::engine::Config;

/// A recorder: one per process and configuration. It holds no lock of its own, so a fork can't leave one taken.
#[pyclass(frozen, weakref, module = "milkglass._native")]
pub(crate) struct Recorder(milkglass::Recorder);

#[pymethods]
impl Recorder {
    #[new]
    fn new(py: Python<'_>, config: &Config) -> PyResult<Self> {
        run(py, || milkglass::Recorder::open((*config.0).clone())).map(Recorder)
    }

    fn fingerprint(&self, py: Python<'_>) -> PyResult<String> {
        run(py, || Ok(self.0.fingerprint().to_owned()))
    }

    fn decide(&self, py: Python<'_>, signals: &str) -> PyResult<String> {
        run(py, || write(&self.0.decide(&Signals::from_json(signals)?)))
    }

    fn session(&self, py: Python<'_>, id: &str, decision: &str) -> PyResult<Session> {
        run(py, || self.0.session(id, read::<Decision>("decision", decision)?)).map(Session)
    }

    fn resume(&self, py: Python<'_>, state: &[u8], decision: &str) -> PyResult<Session> {
        run(py, || self.0.resume(state, read::<Decision>("decision", decision)?)).map(Session)
    }

    fn flush(&self, py: Python<'_>, timeout: f64) -> PyResult<String> {
        run(py, || write(&self.0.flush(duration(timeout)?)?))
    }

    fn withdraw(&self, py: Python<'_>, session: &str) -> PyResult<()> {
        run(py, || self.0.withdraw(session))
    }

    fn erase_visitor(&self, py: Python<'_>, visitor: &str) -> PyResult<()> {
        run(py, || self.0.erase_visitor(visitor))
    }

    fn stats(&self, py: Python<'_>) -> PyResult<String> {
        run(py, || write(&self.0.stats()))
    }

    fn notices(&self, py: Python<'_>) -> PyResult<String> {
        run(py, || write(&self.0.notices()))
    }

    fn pause(&self, py: Python<'_>) -> PyResult<()> {
        run(py, || self.0.pause())
    }

    fn unpause(&self, py: Python<'_>) -> PyResult<()> {
        run(py, || self.0.unpause())
    }

    fn close(&self, py: Python<'_>, timeout: f64) -> PyResult<String> {
        run(py, || write(&self.0.close(duration(timeout)?)?))
    }
}

/// One visitor's session. Calls from several threads are put in order by the core.
#[pyclass(frozen, module = "milkglass._native")]
pub(crate) struct Session(milkglass::Session);

#[pymethods]
impl Session {
    fn id(&self) -> &str {
        self.0.id()
    }

    fn visitor(&self, py: Python<'_>, id: &str) -> PyResult<()> {
        run(py, || self.0.visitor(id))
    }

    fn know(&self, py: Python<'_>, known: &str) -> PyResult<()> {
        run(py, || self.0.know(read::<KnownValue>("a known value", known)?))
    }

    fn record(&self, py: Python<'_>, data: &[u8]) -> PyResult<String> {
        run(py, || write(&self.0.record(data)?))
    }

    fn save<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyBytes>> {
        run(py, || self.0.save()).map(|state| PyBytes::new(py, &state))
    }

    fn withdraw(&self, py: Python<'_>) -> PyResult<()> {
        run(py, || self.0.withdraw())
    }
}
