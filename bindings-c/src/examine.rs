//! The host's own callback: a function pointer of C in, the core's callback out.
//!
//! In: a function, its userdata and how to release that. Out: answers. What is no answer counts as a failure.

use std::ffi::c_void;
use std::ops::Range;

use milkglass::{Answer, Examine, Result, Seen};

use crate::boundary::{milkglass_result, run, run_free};
use crate::engine::{milkglass_config, milkglass_redactor};
use crate::recorder::milkglass_recorder;
use crate::types::{HandleOut, argument, milkglass_slice, value};

/// What a milkglass_examine says to a text: MILKGLASS_KEEP, MILKGLASS_MASK or MILKGLASS_HIDE. Any other number is a failure:
/// the text is masked, and counted in the report as "host_fault".
pub type milkglass_answer = u32;

/// Write the text as it is.
pub const MILKGLASS_KEEP: milkglass_answer = 0;
/// Mask all of the text.
pub const MILKGLASS_MASK: milkglass_answer = 1;
/// Mask the ranges that were added.
pub const MILKGLASS_HIDE: milkglass_answer = 2;

/// One text that the engine would leave readable. Lives until the callback returns.
#[repr(C)]
pub struct milkglass_seen {
    /// The channel, by the names of the report: "text", "attribute", "url", "input", "css", "custom", ...
    pub channel: milkglass_slice,
    /// Tag name of the element that the text belongs to; {NULL, 0} where there is none or it is not known.
    pub tag: milkglass_slice,
    /// Name of the attribute, of the style property or of the nearest key of a payload; {NULL, 0} where there is none.
    pub name: milkglass_slice,
    /// The text in UTF-8, with the engine's masks in it; no NUL follows it.
    pub text: milkglass_slice,
}

/// The ranges that a callback wants hidden. Lives until the callback returns.
pub struct milkglass_ranges(Vec<Range<usize>>);

/// Asked about every text that the engine would leave readable; it may hide more of it, and nothing else.
///
/// It is called on the thread that called the library, before that call returns, and on several threads at once if several
/// call. It must return: neither longjmp nor an exception may leave it. Redactors may be used in it; a session that it is
/// asked about may not, which gives MILKGLASS_ERROR_STATE_REENTRANT.
pub type milkglass_examine_call =
    Option<unsafe extern "C" fn(seen: *const milkglass_seen, ranges: *mut milkglass_ranges, userdata: *mut c_void) -> milkglass_answer>;

/// A callback and what it works with.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct milkglass_examine {
    /// The function. NULL is an error.
    pub call: milkglass_examine_call,
    /// Handed to each call. May be NULL.
    pub userdata: *mut c_void,
    /// Called once with userdata when nothing uses it any more: when the redactor, or the recorder and its last session, is
    /// freed, and also if the function that it was handed to fails. NULL if there is nothing to release.
    pub release: Option<unsafe extern "C" fn(userdata: *mut c_void)>,
}

/// Adds a range of bytes to hide, for the answer MILKGLASS_HIDE. Ranges may come in any order and overlap; one that is out of
/// bounds, backwards or inside a character makes the answer a failure.
///
/// # Safety
/// `ranges` must be what the callback was given.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn milkglass_ranges_add(ranges: *mut milkglass_ranges, start: usize, end: usize) {
    run_free(|| {
        // SAFETY: this function's contract.
        if let Some(ranges) = unsafe { ranges.as_mut() } {
            ranges.0.push(start..end);
        }
    });
}

/// As milkglass_redactor_new, with a callback of the host.
///
/// # Safety
/// `config` must be live, `examine` as documented there, and `out` writable. The caller frees it with
/// milkglass_redactor_free.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn milkglass_redactor_new_with_examine(
    config: *const milkglass_config,
    examine: milkglass_examine,
    out: *mut *mut milkglass_redactor,
) -> milkglass_result {
    // Before anything can fail, so that it is released in any case.
    let callback = Callback(examine);
    run(|| {
        // SAFETY: this function's contract.
        let (out, config) = unsafe { (HandleOut::new(out)?, value(config)?) };
        out.put(milkglass_redactor(milkglass::Redactor::new(&config.0)?.with_host(callback.checked()?)));
        Ok(())
    })
}

/// As milkglass_recorder_new, with a callback of the host for every session.
///
/// # Safety
/// As milkglass_redactor_new_with_examine. The caller frees it with milkglass_recorder_free.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn milkglass_recorder_new_with_examine(
    config: *const milkglass_config,
    examine: milkglass_examine,
    out: *mut *mut milkglass_recorder,
) -> milkglass_result {
    let callback = Callback(examine);
    run(|| {
        // SAFETY: this function's contract.
        let (out, config) = unsafe { (HandleOut::new(out)?, value(config)?) };
        out.put(milkglass_recorder(milkglass::Recorder::open(config.0.clone())?.with_host(callback.checked()?)));
        Ok(())
    })
}

struct Callback(milkglass_examine);

// SAFETY: the caller has promised that its function may be called on any thread and on several at once.
unsafe impl Send for Callback {}
// SAFETY: as above.
unsafe impl Sync for Callback {}

impl Callback {
    fn checked(self) -> Result<Self> {
        if self.0.call.is_none() { Err(argument("examine has no function")) } else { Ok(self) }
    }
}

impl Drop for Callback {
    fn drop(&mut self) {
        if let Some(release) = self.0.release {
            // SAFETY: called once, with the caller's own userdata.
            unsafe { release(self.0.userdata) };
        }
    }
}

impl Examine for Callback {
    fn examine(&self, seen: &Seen<'_>) -> Answer {
        let Some(call) = self.0.call else { return Answer::Failed };
        let shown = milkglass_seen {
            channel: slice(Some(seen.channel)),
            tag: slice(seen.tag),
            name: slice(seen.name),
            text: slice(Some(seen.text)),
        };
        let mut ranges = milkglass_ranges(Vec::new());
        // SAFETY: the caller's function, with what its type says; all of it lives until it returns.
        match unsafe { call(&raw const shown, &raw mut ranges, self.0.userdata) } {
            MILKGLASS_KEEP => Answer::Keep,
            MILKGLASS_MASK => Answer::Mask,
            MILKGLASS_HIDE => Answer::Hide(ranges.0),
            _ => Answer::Failed,
        }
    }
}

fn slice(text: Option<&str>) -> milkglass_slice {
    match text.filter(|text| !text.is_empty()) {
        Some(text) => milkglass_slice { ptr: text.as_ptr(), len: text.len() },
        None => milkglass_slice { ptr: std::ptr::null(), len: 0 },
    }
}
