//! The boundary itself: every call into the core passes through [`run`].
//!
//! In: a closure over Rust values. Out: its result, with errors and panics as exceptions of the package `milkglass`.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Duration;

use milkglass::{Code, Error, Result};
use pyo3::exceptions::PyRuntimeError;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// Runs a call into the core without the GIL. A panic becomes `internal.panic`; none crosses into Python, where it would be
/// a `BaseException` that `except Exception` misses.
pub(crate) fn run<T: Send>(py: Python<'_>, call: impl FnOnce() -> Result<T> + Send) -> PyResult<T> {
    py.detach(|| {
        catch_unwind(AssertUnwindSafe(call))
            .unwrap_or_else(|_| Err(Error::new(Code::InternalPanic, "a panic was caught at the boundary to Python")))
    })
    .map_err(|error| to_exception(py, &error))
}

/// Reads a JSON argument that the package wrote itself or that the host handed over.
pub(crate) fn read<T: DeserializeOwned>(what: &str, json: &str) -> Result<T> {
    // The parser's message may quote the value, so it stays out.
    serde_json::from_str(json).map_err(|_| Error::new(Code::StateArgument, format!("{what} does not have the documented form")))
}

/// Writes a result as JSON.
pub(crate) fn write<T: Serialize>(value: &T) -> Result<String> {
    serde_json::to_string(value).map_err(|_| Error::new(Code::Internal, "a result can't be written as JSON"))
}

/// Seconds as Python writes them. Negative, infinite and NaN are refused.
pub(crate) fn duration(seconds: f64) -> Result<Duration> {
    Duration::try_from_secs_f64(seconds).map_err(|_| Error::new(Code::StateArgument, "timeout is not a number of seconds from 0 on"))
}

/// Makes the exception of the error's kind. Only code, message, offset and the retry flag pass: the classes and what they
/// look like are Python's matter.
fn to_exception(py: Python<'_>, error: &Error) -> PyErr {
    static MAKE: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
    let made = MAKE
        .import(py, "milkglass._errors", "make")
        .and_then(|make| make.call1((error.kind().as_str(), error.code(), error.message(), error.is_retryable(), error.offset())));
    match made {
        Ok(exception) => PyErr::from_value(exception),
        // The package itself is broken or the interpreter is ending: say what happened all the same.
        Err(_) => PyRuntimeError::new_err(error.to_string()),
    }
}

/// All error codes, as JSON.
#[pyfunction]
pub(crate) fn error_table(py: Python<'_>) -> PyResult<String> {
    run(py, || write(&milkglass::error::table_json()))
}

/// Raises the error of one code. For the tests, which walk the whole table.
#[pyfunction]
pub(crate) fn test_error(py: Python<'_>, number: u32) -> PyResult<()> {
    run(py, || match Code::ALL.iter().find(|code| code.number() == number) {
        Some(&code) => Err(Error::new(code, "raised on purpose").at(7)),
        None => Ok(()),
    })
}

/// Panics inside the boundary. For the tests, which prove that the interpreter survives it.
#[pyfunction]
pub(crate) fn test_panic(py: Python<'_>) -> PyResult<()> {
    // resume_unwind: a panic on purpose needs no message on standard error.
    run(py, || std::panic::resume_unwind(Box::new("on purpose")))
}
