//! libmilkglass: the C interface.
//!
//! In: opaque handles and slices of bytes. Out: a result code, and through out-parameters handles and buffers. Nothing here
//! decides anything: each function converts, calls the core and converts back. `include/milkglass.h` is made from these
//! files by cbindgen and compared in a test, so their comments are written for readers of C.

// Every function of a C interface is unsafe to the eyes of Rust: its arguments are the caller's word.
#![allow(unsafe_code)]
// The names are C's.
#![allow(non_camel_case_types)]

mod boundary;
mod engine;
mod examine;
mod papers;
mod recorder;
mod types;
