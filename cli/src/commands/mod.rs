//! One file a command.

pub mod assess;
pub mod audit;
pub mod completions;
pub mod config;
pub mod consent;
pub mod lint;
pub mod notice;
mod papers;
pub mod redact;
pub mod scan;
pub mod snippet;
pub mod spool;
pub mod upload;

/// A serialised enumeration as it stands in JSON.
fn word(value: &impl serde::Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|v| v.as_str().map(str::to_owned)).unwrap_or_default()
}
