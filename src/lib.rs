mod error;
mod event;
pub mod config;
pub mod detect;
mod redact;
pub use config::Config;
pub use error::{Code, Error, ErrorKind, Result};
pub use redact::*;
