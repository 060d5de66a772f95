//! The Milkglass reference collector: receives batches of redacted session recordings, keeps them
//! in one SQLite file and plays them to people who signed in.
//!
//! A batch goes `ingest` -> `store`; a reader goes `session` -> `pages` -> `store`. [`app::router`]
//! is the whole service over any transport, [`server`] puts it on a socket with or without TLS.

pub mod accounts;
pub mod app;
pub mod args;
mod clock;
pub mod failure;
pub mod i18n;
pub mod ingest;
pub mod journal;
pub mod limit;
mod pages;
pub mod player;
pub mod problem;
pub mod run;
pub mod secret;
pub mod server;
mod session;
pub mod store;
pub mod tls;
