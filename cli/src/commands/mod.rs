//! One file a command.

pub mod assess;
pub mod audit;
pub mod completions;
pub mod config;
pub mod consent;
pub mod lint;
pub mod notice;
pub mod redact;
pub mod scan;
pub mod spool;
pub mod upload;
