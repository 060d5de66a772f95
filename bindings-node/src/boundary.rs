//! The boundary itself: every call into the core passes through [`run`], on the main thread or on Node's thread pool.
//!
//! In: a closure over Rust values. Out: its result, with errors and panics as Node-API errors that `index.js` reads.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Duration;

use milkglass::{Code, Error, Result};
use napi::bindgen_prelude::{AsyncTask, BufferSlice, ToNapiValue, TypeName};
use napi::{Env, ScopedTask, Status};
use napi_derive::napi;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// Runs a call into the core. A panic becomes `internal.panic`: none may cross into C++, where it would end the process.
pub(crate) fn run<T>(call: impl FnOnce() -> Result<T>) -> napi::Result<T> {
    catch_unwind(AssertUnwindSafe(call))
        .unwrap_or_else(|_| Err(Error::new(Code::InternalPanic, "a panic was caught at the boundary to JavaScript")))
        .map_err(|error| to_napi(&error))
}

/// Reads a JSON argument that `index.js` wrote.
pub(crate) fn read<T: DeserializeOwned>(what: &str, json: &str) -> Result<T> {
    // The parser's message may quote the value, so it stays out.
    serde_json::from_str(json).map_err(|_| Error::new(Code::StateArgument, format!("{what} does not have the documented form")))
}

/// Writes a result as JSON.
pub(crate) fn write<T: Serialize>(value: &T) -> Result<String> {
    serde_json::to_string(value).map_err(|_| Error::new(Code::Internal, "a result can't be written as JSON"))
}

/// Milliseconds as JavaScript writes them. Negative, infinite and NaN are refused.
pub(crate) fn duration(milliseconds: f64) -> Result<Duration> {
    Duration::try_from_secs_f64(milliseconds / 1000.0)
        .map_err(|_| Error::new(Code::StateArgument, "timeout is not a number of milliseconds from 0 on"))
}

/// Node-API errors of asynchronous work keep nothing but their message, so all fields travel in it, as JSON.
fn to_napi(error: &Error) -> napi::Error {
    let record = serde_json::json!({
        "milkglass": error.code(),
        "kind": error.kind().as_str(),
        "message": error.message(),
        "retryable": error.is_retryable(),
        "offset": error.offset(),
    });
    napi::Error::new(Status::GenericFailure, record.to_string())
}

/// A call that runs on Node's thread pool and settles a promise.
pub struct Job<T>(Option<Box<dyn FnOnce() -> Result<T> + Send>>);

impl<T> Job<T> {
    pub(crate) fn spawn(call: impl FnOnce() -> Result<T> + Send + 'static) -> AsyncTask<Self>
    where
        T: Settle,
    {
        AsyncTask::new(Job(Some(Box::new(call))))
    }
}

/// How a result becomes a JavaScript value, back on the main thread.
pub trait Settle: Send + Sized + 'static {
    /// The JavaScript value.
    type Js<'env>: ToNapiValue + TypeName;

    /// Makes it.
    ///
    /// # Errors
    /// Where Node can't allocate it.
    fn settle(self, env: &Env) -> napi::Result<Self::Js<'_>>;
}

impl Settle for String {
    type Js<'env> = String;

    fn settle(self, _env: &Env) -> napi::Result<String> {
        Ok(self)
    }
}

impl<'env, T: Settle> ScopedTask<'env> for Job<T> {
    type Output = T;
    type JsValue = T::Js<'env>;

    fn compute(&mut self) -> napi::Result<T> {
        match self.0.take() {
            Some(call) => run(call),
            None => run(|| Err(Error::new(Code::Internal, "a job ran twice"))),
        }
    }

    fn resolve(&mut self, env: &'env Env, output: T) -> napi::Result<T::Js<'env>> {
        output.settle(env)
    }
}

/// Redacted events and the report as JSON, before they are JavaScript's.
pub struct Redaction {
    pub(crate) bytes: Vec<u8>,
    pub(crate) report: String,
}

/// What a redaction gives back.
#[napi(object, object_from_js = false)]
pub struct Redacted<'env> {
    /// The redacted events.
    pub bytes: BufferSlice<'env>,
    /// The report, as JSON.
    pub report: String,
}

impl Settle for Redaction {
    type Js<'env> = Redacted<'env>;

    /// Copies into memory that Node owns: cheaper than an external buffer, whose finaliser and accounting cost more.
    fn settle(self, env: &Env) -> napi::Result<Redacted<'_>> {
        Ok(Redacted { bytes: BufferSlice::copy_from(env, self.bytes)?, report: self.report })
    }
}

/// All error codes, as JSON.
#[napi]
pub fn error_table() -> napi::Result<String> {
    run(|| write(&milkglass::error::table_json()))
}

/// Throws the error of one code. For the tests, which walk the whole table.
#[napi]
pub fn test_error(number: u32) -> napi::Result<()> {
    run(|| match Code::ALL.iter().find(|code| code.number() == number) {
        Some(&code) => Err(Error::new(code, "raised on purpose").at(7)),
        None => Ok(()),
    })
}

/// Panics inside the boundary. For the tests, which prove that Node survives it.
#[napi]
pub fn test_panic() -> napi::Result<()> {
    // resume_unwind: a panic on purpose needs no message on standard error.
    run(|| std::panic::resume_unwind(Box::new("on purpose")))
}

/// Panics on the thread pool.
#[napi]
pub fn test_panic_async() -> AsyncTask<Job<String>> {
    Job::spawn(|| std::panic::resume_unwind(Box::new("on purpose")))
}
