//! The recorder and its sessions: consent gate, redaction, spool and delivery.
//!
//! In: events as bytes, signals and decisions as JSON. Out: receipts, statistics and saved states.

use milkglass::KnownValue;
use milkglass::consent::{Decision, Signals};
use pyo3::gc::{PyTraverseError, PyVisit};
use pyo3::prelude::*;
use pyo3::types::PyBytes;

use crate::boundary::{duration, read, run, write};
use crate::engine::Config;
use crate::examine::{Asked, settle};

/// A recorder: one per process and configuration. It holds no lock of its own, so a fork can't leave one taken.
#[pyclass(frozen, weakref, module = "milkglass._native")]
pub(crate) struct Recorder {
    inner: milkglass::Recorder,
    examine: Option<Py<PyAny>>,
}

#[pymethods]
impl Recorder {
    #[new]
    #[pyo3(signature = (config, examine=None))]
    fn new(py: Python<'_>, config: &Config, examine: Option<Py<PyAny>>) -> PyResult<Self> {
        run(py, || milkglass::Recorder::open((*config.0).clone())).map(|inner| Recorder { inner, examine })
    }

    fn fingerprint(&self, py: Python<'_>) -> PyResult<String> {
        run(py, || Ok(self.inner.fingerprint().to_owned()))
    }

    fn decide(&self, py: Python<'_>, signals: &str) -> PyResult<String> {
        run(py, || write(&self.inner.decide(&Signals::from_json(signals)?)))
    }

    fn session(&self, py: Python<'_>, id: &str, decision: &str) -> PyResult<Session> {
        run(py, || self.inner.session(id, read::<Decision>("decision", decision)?)).map(|session| self.examined(py, session))
    }

    fn resume(&self, py: Python<'_>, state: &[u8], decision: &str) -> PyResult<Session> {
        run(py, || self.inner.resume(state, read::<Decision>("decision", decision)?)).map(|session| self.examined(py, session))
    }

    fn flush(&self, py: Python<'_>, timeout: f64) -> PyResult<String> {
        run(py, || write(&self.inner.flush(duration(timeout)?)?))
    }

    fn withdraw(&self, py: Python<'_>, session: &str) -> PyResult<()> {
        run(py, || self.inner.withdraw(session))
    }

    fn erase_visitor(&self, py: Python<'_>, visitor: &str) -> PyResult<()> {
        run(py, || self.inner.erase_visitor(visitor))
    }

    fn stats(&self, py: Python<'_>) -> PyResult<String> {
        run(py, || write(&self.inner.stats()))
    }

    fn notices(&self, py: Python<'_>) -> PyResult<String> {
        run(py, || write(&self.inner.notices()))
    }

    fn pause(&self, py: Python<'_>) -> PyResult<()> {
        run(py, || self.inner.pause())
    }

    fn unpause(&self, py: Python<'_>) -> PyResult<()> {
        run(py, || self.inner.unpause())
    }

    fn close(&self, py: Python<'_>, timeout: f64) -> PyResult<String> {
        run(py, || write(&self.inner.close(duration(timeout)?)?))
    }

    fn __traverse__(&self, visit: PyVisit<'_>) -> Result<(), PyTraverseError> {
        self.examine.iter().try_for_each(|callable| visit.call(callable))
    }
}

impl Recorder {
    fn examined(&self, py: Python<'_>, inner: milkglass::Session) -> Session {
        Session { inner, examine: self.examine.as_ref().map(|callable| callable.clone_ref(py)) }
    }
}

/// One visitor's session. Calls from several threads are put in order by the core.
#[pyclass(frozen, module = "milkglass._native")]
pub(crate) struct Session {
    inner: milkglass::Session,
    examine: Option<Py<PyAny>>,
}

#[pymethods]
impl Session {
    fn id(&self) -> &str {
        self.inner.id()
    }

    fn visitor(&self, py: Python<'_>, id: &str) -> PyResult<()> {
        run(py, || self.inner.visitor(id))
    }

    fn know(&self, py: Python<'_>, known: &str) -> PyResult<()> {
        run(py, || self.inner.know(read::<KnownValue>("a known value", known)?))
    }

    fn record(&self, py: Python<'_>, data: &[u8]) -> PyResult<String> {
        let asked = Asked::new(py, self.examine.as_ref());
        let result = run(py, || {
            write(&match &asked {
                Some(asked) => self.inner.clone().with_host(asked.host()).record(data)?,
                None => self.inner.record(data)?,
            })
        });
        settle(py, asked.as_ref())?;
        result
    }

    fn save<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyBytes>> {
        run(py, || self.inner.save()).map(|state| PyBytes::new(py, &state))
    }

    fn withdraw(&self, py: Python<'_>) -> PyResult<()> {
        run(py, || self.inner.withdraw())
    }

    fn __traverse__(&self, visit: PyVisit<'_>) -> Result<(), PyTraverseError> {
        self.examine.iter().try_for_each(|callable| visit.call(callable))
    }
}
