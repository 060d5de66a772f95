//! The host's callable, called from inside the core: texts in, answers out, and what went wrong kept for the end of the call.
//!
//! A call of the core runs without the GIL; each question takes it back for its length. The callable is the Python
//! object's, which hands it on for one call at a time: the core keeps none, so that the garbage collector sees them all.

use std::sync::{Arc, Mutex, PoisonError};

use milkglass::{Answer, Seen};
use pyo3::exceptions::{PyException, PyTypeError};
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;

/// A callable for the length of one call of the core.
pub(crate) struct Asked {
    callable: Py<PyAny>,
    faults: Mutex<Faults>,
}

#[derive(Default)]
struct Faults {
    count: u64,
    /// Name of the class of the first exception: its message may quote the visitor.
    first: String,
    /// An exception that ends the program, such as Ctrl-C: nothing more is asked, and it goes on after the call.
    stop: Option<PyErr>,
}

impl Asked {
    pub(crate) fn new(py: Python<'_>, callable: Option<&Py<PyAny>>) -> Option<Arc<Asked>> {
        callable.map(|callable| Arc::new(Asked { callable: callable.clone_ref(py), faults: Mutex::default() }))
    }

    /// The callback for the core.
    pub(crate) fn host(self: &Arc<Self>) -> impl Fn(&Seen<'_>) -> Answer + Send + Sync + 'static {
        let asked = Arc::clone(self);
        move |seen: &Seen<'_>| asked.answer(seen)
    }

    fn answer(&self, seen: &Seen<'_>) -> Answer {
        if self.with_faults(|faults| faults.stop.is_some()) {
            return Answer::Failed;
        }
        Python::attach(|py| {
            self.ask(py, seen).unwrap_or_else(|error| {
                self.note(py, error);
                Answer::Failed
            })
        })
    }

    fn ask(&self, py: Python<'_>, seen: &Seen<'_>) -> PyResult<Answer> {
        let answer = self.callable.bind(py).call1((seen.channel, seen.tag, seen.name, seen.text))?;
        if let Ok(word) = answer.extract::<String>() {
            return match word.as_str() {
                "keep" => Ok(Answer::Keep),
                "mask" => Ok(Answer::Mask),
                _ => Err(no_answer()),
            };
        }
        let ranges: Vec<(usize, usize)> = answer.extract().map_err(|_| no_answer())?;
        let mut bytes = Vec::with_capacity(ranges.len());
        for (start, end) in ranges {
            if start > end {
                return Err(no_answer());
            }
            bytes.push(byte_of(seen.text, start)?..byte_of(seen.text, end)?);
        }
        Ok(Answer::Hide(bytes))
    }

    fn note(&self, py: Python<'_>, error: PyErr) {
        let name = error.get_type(py).name().map_or_else(|_| "an exception".to_owned(), |name| name.to_string());
        self.with_faults(|faults| {
            faults.count += 1;
            if faults.count == 1 {
                faults.first = name;
            }
            if faults.stop.is_none() && !error.is_instance_of::<PyException>(py) {
                faults.stop = Some(error);
            }
        });
    }

    fn with_faults<T>(&self, work: impl FnOnce(&mut Faults) -> T) -> T {
        work(&mut self.faults.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// After the call: goes on with an exception that ends the program, and warns of the others.
    pub(crate) fn settle(&self, py: Python<'_>) -> PyResult<()> {
        static WARN: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
        let faults = self.with_faults(std::mem::take);
        if let Some(stop) = faults.stop {
            return Err(stop);
        }
        if faults.count > 0 {
            WARN.import(py, "milkglass._errors", "warn_of_faults")?.call1((faults.first,))?;
        }
        Ok(())
    }
}

/// As [`Asked::settle`], where there may be no callable.
pub(crate) fn settle(py: Python<'_>, asked: Option<&Arc<Asked>>) -> PyResult<()> {
    asked.map_or(Ok(()), |asked| asked.settle(py))
}

fn no_answer() -> PyErr {
    PyTypeError::new_err("examine returns \"keep\", \"mask\" or a list of (start, end)")
}

/// The byte offset of an offset in code points, as Python counts.
fn byte_of(text: &str, point: usize) -> PyResult<usize> {
    if text.is_ascii() {
        return if point <= text.len() { Ok(point) } else { Err(no_answer()) };
    }
    let ends = std::iter::once(text.len());
    text.char_indices().map(|(at, _)| at).chain(ends).nth(point).ok_or_else(no_answer)
}
