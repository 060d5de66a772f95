//! Reads recordings a second time and lists what still looks personal: events in, a [`Report`] without visitor data out.
//!
//! The engine masks; the audit looks at what is left, with a walk, a page model and patterns of its own, so that it can find the
//! engine's mistakes. It works on any rrweb recording, redacted by this library or not. The rules are listed in [`RULES`] and
//! explained in `docs/audit.md`. A report is safe to log: it holds kinds, places and lengths, and no character of what was found.
//!
//! ```
//! use milkglass::{Config, Redactor, audit};
//!
//! let config = Config::default();
//! let recording = br#"[{"type":5,"data":{"tag":"note","payload":"write to mia@shop.example"},"timestamp":1}]"#;
//! let report = audit::recording(recording, &config)?;
//! assert_eq!((report.total, report.findings[0].rule, report.findings[0].kind.as_deref()), (1, "detected", Some("EMAIL")));
//!
//! let redacted = Redactor::new(&config)?.redact(recording)?;
//! assert!(audit::recording(&redacted.bytes, &config)?.is_clean());
//! # Ok::<(), milkglass::Error>(())
//! ```

mod address;
mod decode;
mod events;
mod field;
mod joined;
mod json;
mod labelled;
mod look;
mod marks;
mod mask;
mod nodes;
mod page;
mod payload;
mod report;
mod selector;
mod signs;
mod stream;
mod style;
mod walk;

use std::io::Read;

pub use mask::Reason;
pub use report::{Channel, Finding, MAX_LISTED, Mask, RULES, Report, RuleInfo};

use crate::config::Config;
use crate::error::{Code, Error, Result};
use json::Doc;
use stream::Events;
use walk::Auditor;

/// Lists what still looks personal in a recording that is at hand.
///
/// The same wire forms are read as for redaction: an array, NDJSON or one event, packed, gzip or zstd.
///
/// # Errors
/// `input.*` if the recording can't be read; `config.value` and `config.pattern` if the configuration's detectors can't be used.
pub fn recording(bytes: &[u8], config: &Config) -> Result<Report> {
    read(bytes, config, |_| {})
}

/// As [`recording`], for a recording of any length: never more than one event is in memory, besides the state of the page.
///
/// `each` gets the JSON text of every event, unpacked, in order.
///
/// # Errors
/// As [`recording`]; `input.read` if the reader fails.
pub fn read(input: impl Read, config: &Config, mut each: impl FnMut(&str)) -> Result<Report> {
    let mut auditor = Auditor::new(config)?;
    let mut events = Events::open(input)?;
    let mut known = 0u64;
    while let Some((text, offset)) = events.next()? {
        let doc = Doc::read(&text).map_err(|fault| {
            let code = if fault.deep { Code::InputDepth } else { Code::InputJson };
            Error::new(code, fault.what).at(usize::try_from(offset).unwrap_or(usize::MAX).saturating_add(fault.at))
        })?;
        known += u64::from(auditor.event(&doc));
        each(&text);
    }
    if known == 0 && auditor.report.events > 0 {
        return Err(Error::new(Code::InputNotEvents, "JSON without a single event"));
    }
    auditor.report.bytes = events.bytes();
    Ok(auditor.report)
}
