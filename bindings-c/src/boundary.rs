//! The boundary itself: every call passes through [`run`], which turns errors and panics into result codes.
//!
//! In: a closure over Rust values. Out: a result code, and the last error of the thread.

use std::cell::RefCell;
use std::ffi::{CStr, CString, c_char};
use std::panic::{AssertUnwindSafe, catch_unwind};

use milkglass::{Code, Error, Result};

/// The numbers of the one error table (`milkglass_result` in the header, which is written out from that table).
pub type milkglass_result = u32;

pub(crate) const OK: milkglass_result = 0;

/// What went wrong last on a thread. Neither message nor name hold visitor data.
#[repr(C)]
pub struct milkglass_error {
    /// The result code that the call returned.
    pub code: milkglass_result,
    /// Whether the same call may succeed later without a change by the caller.
    pub retryable: bool,
    /// Where in the input it happened, in bytes from its start; -1 where that is not known.
    pub offset: i64,
    /// The code as text, for example "input.json".
    pub name: *const c_char,
    /// What happened, in English; the wording may change.
    pub message: *const c_char,
}

struct LastError {
    shown: milkglass_error,
    // Keeps shown.message alive.
    _message: CString,
}

thread_local! {
    static LAST: RefCell<Option<Box<LastError>>> = const { RefCell::new(None) };
}

/// Runs a call into the core. A panic becomes internal.panic: none may cross into C.
pub(crate) fn run(call: impl FnOnce() -> Result<()>) -> milkglass_result {
    match catch_unwind(AssertUnwindSafe(call)) {
        Ok(Ok(())) => OK,
        Ok(Err(error)) => remember(&error),
        Err(_) => remember(&Error::new(Code::InternalPanic, "a panic was caught at the boundary to C")),
    }
}

/// For functions that return nothing: freeing can't fail in a way that a caller could act on.
pub(crate) fn run_free(call: impl FnOnce()) {
    let _ = catch_unwind(AssertUnwindSafe(call));
}

fn remember(error: &Error) -> milkglass_result {
    let number = error.number();
    // No message of this crate holds a NUL; one that did would be shown empty rather than cut.
    let message = CString::new(error.message()).unwrap_or_default();
    let shown = milkglass_error {
        code: number,
        retryable: error.is_retryable(),
        offset: error.offset().and_then(|offset| i64::try_from(offset).ok()).unwrap_or(-1),
        name: name_of(number),
        message: message.as_ptr(),
    };
    let last = Box::new(LastError { shown, _message: message });
    // Fails only while the thread ends, when nobody can ask any more.
    let _ = LAST.try_with(|slot| slot.replace(Some(last)));
    number
}

/// The last error of the calling thread, or NULL if no call of this thread failed yet. A call that succeeds leaves it.
///
/// The pointer and what it points to belong to the library and live until the next call that fails on this thread, or the
/// thread's end.
#[unsafe(no_mangle)]
pub extern "C" fn milkglass_last_error() -> *const milkglass_error {
    LAST.try_with(|slot| match &*slot.borrow() {
        Some(last) => &raw const last.shown,
        None => std::ptr::null(),
    })
    .unwrap_or(std::ptr::null())
}

/// The text of a result code ("ok", "input.json", ...), or NULL for a number that this library does not know. Static.
#[unsafe(no_mangle)]
pub extern "C" fn milkglass_result_name(result: milkglass_result) -> *const c_char {
    name_of(result)
}

/// Whether the same call may succeed later without a change by the caller.
#[unsafe(no_mangle)]
pub extern "C" fn milkglass_result_is_retryable(result: milkglass_result) -> bool {
    code_of(result).is_some_and(Code::is_retryable)
}

/// The version of the library, for example "0.1.0". Static.
#[unsafe(no_mangle)]
pub extern "C" fn milkglass_version() -> *const c_char {
    const VERSION: &str = concat!(env!("CARGO_PKG_VERSION"), "\0");
    VERSION.as_ptr().cast()
}

/// Returns the error of one code, with the offset 7, as any call would. For tests that walk the whole table.
#[unsafe(no_mangle)]
pub extern "C" fn milkglass_test_error(result: milkglass_result) -> milkglass_result {
    run(|| match code_of(result) {
        Some(code) => Err(Error::new(code, "raised on purpose").at(7)),
        None => Ok(()),
    })
}

/// Panics inside the library and returns MILKGLASS_ERROR_INTERNAL_PANIC. For tests, which prove that the host survives it.
#[unsafe(no_mangle)]
pub extern "C" fn milkglass_test_panic() -> milkglass_result {
    // resume_unwind: a panic on purpose needs no message on standard error.
    run(|| std::panic::resume_unwind(Box::new("on purpose")))
}

fn code_of(number: milkglass_result) -> Option<Code> {
    Code::ALL.iter().copied().find(|code| code.number() == number)
}

/// The names, each with its NUL, made once.
fn name_of(number: milkglass_result) -> *const c_char {
    use std::sync::OnceLock;
    static NAMES: OnceLock<Vec<(u32, CString)>> = OnceLock::new();
    const NAME_OK: &CStr = c"ok";
    if number == OK {
        return NAME_OK.as_ptr();
    }
    let names =
        NAMES.get_or_init(|| Code::ALL.iter().filter_map(|code| Some((code.number(), CString::new(code.as_str()).ok()?))).collect());
    names.iter().find(|(known, _)| *known == number).map_or(std::ptr::null(), |(_, name)| name.as_ptr())
}
