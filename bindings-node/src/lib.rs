//! The private addon under the npm package `milkglass`.
//!
//! In: Buffers and strings. Out: Buffers, JSON text, and errors whose message is a JSON record. `index.js` gives all of
//! them their JavaScript shape. Nothing here decides anything: each function converts, calls the core and converts back.

mod boundary;
mod engine;
mod examine;
mod papers;
mod recorder;
