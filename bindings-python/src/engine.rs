//! Configuration, redaction, detection, notice and lint: the calls that keep no state.
//!
//! In: text or bytes, and a [`Config`]. Out: text, bytes or JSON.

use std::path::PathBuf;
use std::sync::Arc;

use milkglass::{lint, notice as core_notice, snippet as core_snippet};
use pyo3::gc::{PyTraverseError, PyVisit};
use pyo3::prelude::*;
use pyo3::types::PyBytes;

use crate::boundary::{run, write};
use crate::examine::{Asked, settle};

/// A validated configuration. Cheap to hand on: it is shared, never copied.
#[pyclass(frozen, module = "milkglass._native")]
pub(crate) struct Config(pub(crate) Arc<milkglass::Config>);

#[pymethods]
impl Config {
    #[new]
    fn new() -> Self {
        Config(Arc::new(milkglass::Config::default()))
    }

    #[staticmethod]
    fn from_toml(py: Python<'_>, text: &str) -> PyResult<Self> {
        run(py, || milkglass::Config::from_toml(text)).map(|config| Config(Arc::new(config)))
    }

    #[staticmethod]
    fn from_json(py: Python<'_>, text: &str) -> PyResult<Self> {
        run(py, || milkglass::Config::from_json(text)).map(|config| Config(Arc::new(config)))
    }

    #[staticmethod]
    fn from_file(py: Python<'_>, path: PathBuf) -> PyResult<Self> {
        run(py, || milkglass::Config::from_file(&path)).map(|config| Config(Arc::new(config)))
    }

    #[staticmethod]
    fn schema(py: Python<'_>) -> PyResult<String> {
        run(py, || write(&milkglass::Config::json_schema()))
    }

    fn fingerprint(&self, py: Python<'_>) -> PyResult<String> {
        run(py, || Ok(self.0.fingerprint()))
    }
}

/// The redaction engine with its rules compiled.
#[pyclass(frozen, module = "milkglass._native")]
pub(crate) struct Redactor {
    inner: milkglass::Redactor,
    examine: Option<Py<PyAny>>,
}

#[pymethods]
impl Redactor {
    #[new]
    #[pyo3(signature = (config, examine=None))]
    fn new(py: Python<'_>, config: &Config, examine: Option<Py<PyAny>>) -> PyResult<Self> {
        run(py, || milkglass::Redactor::new(&config.0)).map(|inner| Redactor { inner, examine })
    }

    /// Returns the redacted bytes and the report as JSON.
    fn redact<'py>(&self, py: Python<'py>, data: &[u8]) -> PyResult<(Bound<'py, PyBytes>, String)> {
        let asked = Asked::new(py, self.examine.as_ref());
        let result = run(py, || {
            let redacted = match &asked {
                Some(asked) => self.inner.clone().with_host(asked.host()).redact(data)?,
                None => self.inner.redact(data)?,
            };
            let report = write(&redacted.report)?;
            Ok((redacted.bytes, report))
        });
        settle(py, asked.as_ref())?;
        let (bytes, report) = result?;
        Ok((PyBytes::new(py, &bytes), report))
    }

    fn __traverse__(&self, visit: PyVisit<'_>) -> Result<(), PyTraverseError> {
        self.examine.iter().try_for_each(|callable| visit.call(callable))
    }
}

/// Start, end, type, confidence, reason.
type Span = (usize, usize, String, f64, &'static str);

/// The detectors of one configuration, compiled.
#[pyclass(frozen, module = "milkglass._native")]
pub(crate) struct Detector(milkglass::detect::Detector);

#[pymethods]
impl Detector {
    #[new]
    fn new(py: Python<'_>, config: &Config) -> PyResult<Self> {
        run(py, || milkglass::detector(&config.0)).map(Detector)
    }

    /// Finds spans, with offsets in code points, as Python counts.
    fn scan(&self, py: Python<'_>, text: &str) -> PyResult<Vec<Span>> {
        run(py, || {
            let mut spans = Vec::new();
            self.0.scan(text, &mut spans);
            let mut position = CodePoints { text, byte: 0, count: 0 };
            Ok(spans
                .into_iter()
                .map(|span| {
                    let start = position.of(span.start);
                    let end = position.of(span.end);
                    (start, end, self.0.kind_name(span.kind).to_owned(), rounded(span.confidence), span.reason)
                })
                .collect())
        })
    }
}

/// The nearest double with four decimals: 0.9 is to be 0.9 in Python too.
fn rounded(confidence: f32) -> f64 {
    (f64::from(confidence) * 10_000.0).round() / 10_000.0
}

/// Turns byte offsets into code-point offsets. Ascending offsets, as spans come, cost one pass over the text in all.
struct CodePoints<'t> {
    text: &'t str,
    byte: usize,
    count: usize,
}

impl CodePoints<'_> {
    fn of(&mut self, byte: usize) -> usize {
        if byte < self.byte {
            (self.byte, self.count) = (0, 0);
        }
        let between = self.text.get(self.byte..byte).unwrap_or_default();
        self.count += between.chars().count();
        self.byte = byte;
        self.count
    }
}

#[pyfunction]
pub(crate) fn notice(py: Python<'_>, config: &Config, language: &str, format: &str, length: &str) -> PyResult<String> {
    run(py, || core_notice::render(&config.0, language, format.parse()?, length.parse()?))
}

#[pyfunction]
pub(crate) fn assess(py: Python<'_>, config: &Config, jurisdictions: Vec<String>) -> PyResult<String> {
    run(py, || {
        let jurisdictions: Vec<&str> = jurisdictions.iter().map(String::as_str).collect();
        write(&core_notice::assess(&config.0, &jurisdictions)?)
    })
}

#[pyfunction]
pub(crate) fn lint_page(py: Python<'_>, html: &str, config: &Config) -> PyResult<String> {
    run(py, || write(&lint::page(html, &config.0)?))
}

#[pyfunction]
pub(crate) fn snippet(py: Python<'_>, config: &Config, format: &str, endpoint: &str) -> PyResult<String> {
    run(py, || core_snippet::render(&config.0, format.parse()?, endpoint))
}
