//! What crosses the boundary: slices in, buffers and handles out.
//!
//! In: pointers from C, checked for NULL. Out: Rust references that live as long as the call, or owned memory for C.

use milkglass::{Code, Error, Result};

/// Bytes that the caller owns and the library only reads, for the length of one call. {NULL, 0} is empty.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct milkglass_slice {
    /// First byte; may be NULL if len is 0.
    pub ptr: *const u8,
    /// Number of bytes.
    pub len: usize,
}

/// Bytes that the library made and the caller frees with milkglass_buffer_free. A NUL follows the last byte and is not
/// counted, so that text can be printed as it is.
#[repr(C)]
pub struct milkglass_buffer {
    /// First byte; NULL in an empty or freed buffer.
    pub data: *mut u8,
    /// Number of bytes without the NUL.
    pub len: usize,
}

impl milkglass_slice {
    /// The bytes.
    ///
    /// # Safety
    /// `ptr` must be readable for `len` bytes during `'a`.
    pub(crate) unsafe fn bytes<'a>(self) -> Result<&'a [u8]> {
        if self.len == 0 {
            return Ok(&[]);
        }
        if self.ptr.is_null() || isize::try_from(self.len).is_err() {
            return Err(argument("a slice is NULL, or longer than memory, but not empty"));
        }
        // SAFETY: not NULL, not longer than isize::MAX; readable by this function's contract.
        Ok(unsafe { std::slice::from_raw_parts(self.ptr, self.len) })
    }

    /// The bytes as text.
    ///
    /// # Safety
    /// As [`milkglass_slice::bytes`].
    pub(crate) unsafe fn text<'a>(self) -> Result<&'a str> {
        // SAFETY: this function's contract.
        let bytes = unsafe { self.bytes()? };
        std::str::from_utf8(bytes).map_err(|error| Error::new(Code::InputUtf8, "text is not UTF-8").at(error.valid_up_to()))
    }
}

impl milkglass_buffer {
    const EMPTY: milkglass_buffer = milkglass_buffer { data: std::ptr::null_mut(), len: 0 };

    fn new(mut bytes: Vec<u8>) -> Self {
        let len = bytes.len();
        bytes.reserve_exact(1);
        bytes.push(0);
        let data = Box::into_raw(bytes.into_boxed_slice()).cast::<u8>();
        milkglass_buffer { data, len }
    }
}

/// Frees a buffer and empties it, so that a second call does nothing. NULL and an empty buffer are allowed.
///
/// Thread-safe on different buffers.
///
/// # Safety
/// The buffer must have been filled by this library and not been copied and freed elsewhere.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn milkglass_buffer_free(buffer: *mut milkglass_buffer) {
    // SAFETY: NULL or a buffer of this library, by this function's contract.
    let Some(buffer) = (unsafe { buffer.as_mut() }) else { return };
    let milkglass_buffer { data, len } = std::mem::replace(buffer, milkglass_buffer::EMPTY);
    if !data.is_null() {
        // SAFETY: made by milkglass_buffer::new, which allocates len bytes and a NUL.
        drop(unsafe { Box::from_raw(std::ptr::slice_from_raw_parts_mut(data, len + 1)) });
    }
}

/// An out-parameter for a buffer. Empty until the call succeeds.
pub(crate) struct BufferOut<'a>(Option<&'a mut milkglass_buffer>);

impl<'a> BufferOut<'a> {
    /// NULL is an error.
    ///
    /// # Safety
    /// `out` must be NULL or writable during `'a`.
    pub(crate) unsafe fn required(out: *mut milkglass_buffer) -> Result<Self> {
        // SAFETY: this function's contract.
        let out = unsafe { Self::optional(out) };
        if out.0.is_none() { Err(argument("an out-parameter is NULL")) } else { Ok(out) }
    }

    /// NULL means that the caller does not want it.
    ///
    /// # Safety
    /// As [`BufferOut::required`].
    pub(crate) unsafe fn optional(out: *mut milkglass_buffer) -> Self {
        if !out.is_null() {
            // SAFETY: writable by this function's contract. Written without a read or drop: it may be uninitialised.
            unsafe { out.write(milkglass_buffer::EMPTY) };
        }
        // SAFETY: NULL, or initialised above.
        BufferOut(unsafe { out.as_mut() })
    }

    pub(crate) fn put(self, bytes: impl Into<Vec<u8>>) {
        if let Some(out) = self.0 {
            *out = milkglass_buffer::new(bytes.into());
        }
    }

    /// Writes a result as JSON, if the caller wants it.
    pub(crate) fn put_json(self, value: &impl serde::Serialize) -> Result<()> {
        if let Some(out) = self.0 {
            let json = serde_json::to_vec(value).map_err(|_| Error::new(Code::Internal, "a result can't be written as JSON"))?;
            *out = milkglass_buffer::new(json);
        }
        Ok(())
    }
}

/// An out-parameter for a handle. NULL until the call succeeds.
pub(crate) struct HandleOut<'a, T>(&'a mut *mut T);

impl<T> HandleOut<'_, T> {
    /// # Safety
    /// `out` must be NULL or writable during the call.
    pub(crate) unsafe fn new(out: *mut *mut T) -> Result<Self> {
        if out.is_null() {
            return Err(argument("an out-parameter is NULL"));
        }
        // SAFETY: writable by this function's contract; a pointer needs no drop, so an uninitialised one may be replaced.
        let out = unsafe {
            out.write(std::ptr::null_mut());
            &mut *out
        };
        Ok(HandleOut(out))
    }

    pub(crate) fn put(self, value: T) {
        *self.0 = Box::into_raw(Box::new(value));
    }
}

/// The value behind a handle.
///
/// # Safety
/// `handle` must be NULL or a live handle of this library, and stay so during `'a`.
pub(crate) unsafe fn value<'a, T>(handle: *const T) -> Result<&'a T> {
    // SAFETY: this function's contract.
    unsafe { handle.as_ref() }.ok_or_else(|| argument("a handle is NULL"))
}

/// Frees what a handle owns.
///
/// # Safety
/// `handle` must be NULL or a live handle of this library that nothing uses any more.
pub(crate) unsafe fn free<T>(handle: *mut T) {
    if !handle.is_null() {
        // SAFETY: made by HandleOut::put; this function's contract.
        drop(unsafe { Box::from_raw(handle) });
    }
}

pub(crate) fn argument(message: &str) -> Error {
    Error::new(Code::StateArgument, message)
}

/// Reads a JSON argument.
pub(crate) fn read<T: serde::de::DeserializeOwned>(what: &str, json: &[u8]) -> Result<T> {
    // The parser's message may quote the value, so it stays out.
    serde_json::from_slice(json).map_err(|_| argument(&format!("{what} does not have the documented form")))
}
