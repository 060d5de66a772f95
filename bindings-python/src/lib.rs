//! The private module `milkglass._native`.
//!
//! In: Python's `bytes` and `str`. Out: `bytes`, JSON text and the exceptions of `milkglass._errors`. The public package in
//! `python/milkglass` gives both their Python shape. Nothing here decides anything: each function converts, calls the core
//! without the GIL and converts back.

mod boundary;
mod engine;
mod examine;
mod papers;
mod recorder;

use pyo3::prelude::*;

/// Registers what the package imports.
#[pymodule]
mod _native {
    #[pymodule_export]
    use crate::boundary::{error_table, test_error, test_panic};
    #[pymodule_export]
    use crate::engine::{Config, Detector, Redactor, assess, lint_page, notice, snippet};
    #[pymodule_export]
    use crate::papers::{
        accountability, check_notice, consent_record_append, consent_record_export, consent_record_new, consent_record_standing,
        lint_sarif, locales, requires_renewal,
    };
    #[pymodule_export]
    use crate::recorder::{Recorder, Session};
}
