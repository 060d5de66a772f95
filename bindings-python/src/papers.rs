//! What the owner of a site keeps and checks: the papers beside the notice, a published notice, a changed configuration,
//! consent records, findings for code hosts.
//!
//! In: text and a [`Config`]. Out: JSON.

use milkglass::{consent, lint, notice};
use pyo3::prelude::*;

use crate::boundary::{run, write};
use crate::engine::Config;

#[pyfunction]
pub(crate) fn accountability(py: Python<'_>, config: &Config) -> PyResult<String> {
    run(py, || write(&notice::accountability(&config.0)))
}

#[pyfunction]
pub(crate) fn check_notice(py: Python<'_>, config: &Config, language: &str, published: &str, length: &str) -> PyResult<String> {
    run(py, || write(&notice::check_length(&config.0, language, length.parse()?, published)?))
}

#[pyfunction]
pub(crate) fn requires_renewal(py: Python<'_>, old: &Config, new: &Config) -> PyResult<String> {
    run(py, || write(&notice::requires_renewal(&old.0, &new.0)))
}

#[pyfunction]
pub(crate) fn locales(py: Python<'_>) -> PyResult<String> {
    run(py, || write(&notice::locales()?))
}

/// Pages are pairs of a path and a text.
#[pyfunction]
pub(crate) fn lint_sarif(py: Python<'_>, pages: Vec<(String, String)>, config: &Config) -> PyResult<String> {
    run(py, || {
        let pages: Vec<(&str, &str)> = pages.iter().map(|(path, html)| (path.as_str(), html.as_str())).collect();
        write(&lint::sarif(&pages, &config.0)?)
    })
}

#[pyfunction]
pub(crate) fn consent_record_new(py: Python<'_>, record_id: &str, entity_id: &str) -> PyResult<String> {
    run(py, || consent::new_record(record_id, entity_id))
}

#[pyfunction]
pub(crate) fn consent_record_append(py: Python<'_>, record: &str, happened: &str, config: &Config) -> PyResult<String> {
    run(py, || consent::append_event(record, happened, &config.0))
}

#[pyfunction]
#[pyo3(signature = (record, head, now))]
pub(crate) fn consent_record_standing(py: Python<'_>, record: &str, head: Option<String>, now: Option<u64>) -> PyResult<String> {
    run(py, || write(&consent::standing(record, head.as_deref(), now)?))
}

#[pyfunction]
pub(crate) fn consent_record_export(py: Python<'_>, record: &str) -> PyResult<String> {
    run(py, || write(&consent::export(record)?))
}
