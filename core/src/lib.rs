//! Milkglass takes visitors' session recordings (rrweb events), asks whether it may, removes personal data before
//! anything leaves the process, delivers the rest without loss, and writes the privacy notice that is true of exactly
//! this configuration.
//!
//! # The paved path
//!
//! ```no_run
//! use std::time::Duration;
//! use milkglass::{Config, KnownValue, Recorder, consent::Signals, notice::{self, Format, Length}};
//!
//! let config = Config::from_file("milkglass.toml")?;
//! // The banner, in the visitor's language, says what this configuration does.
//! let banner = notice::render(&config, "de", Format::Html, Length::Banner)?;
//!
//! let recorder = Recorder::open(config)?;
//! // What the visitor chose, as the server sees it: an explicit choice, headers, cookies.
//! let signals = Signals::from_json(r#"{"explicit": {"granted": true}, "headers": {"sec-gpc": "0"}}"#)?;
//! let session = recorder.session("s-42", recorder.decide(&signals))?;
//! // What the host knows of the visitor is hidden wherever it appears.
//! session.know(KnownValue::name("Erika Muster"))?;
//! // Events of the visitor's browser, as they come.
//! let receipt = session.record(br#"[{"type":1,"data":{},"timestamp":1790000000000}]"#)?;
//! # let _ = (banner, receipt);
//! recorder.close(Duration::from_secs(2))?;
//! # Ok::<(), milkglass::Error>(())
//! ```
//!
//! # What holds whatever the configuration says
//!
//! - **Sensitive is never.** Passwords, payment cards, one-time codes and elements marked sensitive are masked by a
//!   constant, in every profile.
//! - **Fail closed.** What is not understood is masked or dropped, and counted.
//! - **Nothing lost, nothing silent.** `accepted = delivered + pending + Σ dropped`, over restarts.
//! - **Log-safe.** No error, log line, `Debug` output or file name holds visitor data.
//!
//! # The parts
//!
//! | Module | In | Out |
//! |---|---|---|
//! | [`config`] | TOML or JSON | [`Config`] and its fingerprint |
//! | [`consent`] | headers, cookies, a choice | a [`Decision`](consent::Decision) with its reasons |
//! | [`Redactor`] | events | the same events without personal data, and a [`Report`] |
//! | [`detect`] | text | where personal data stands in it |
//! | [`notice`] | a configuration | notices, the assessment, whether a published text still fits |
//! | [`lint`] | HTML | fields that should be marked sensitive and are not |
//! | [`snippet`] | a configuration | the recorder's set-up for the page, which masks the same there |
//! | [`Recorder`] | all of it | recordings at the collector |

pub mod audit;
pub mod config;
pub mod consent;
pub mod detect;
pub mod error;
mod event;
#[cfg(any(fuzzing, test))]
#[doc(hidden)]
pub mod fuzzing;
pub mod lint;
pub mod notice;
mod recorder;
mod redact;
pub mod snippet;
pub mod upload;

pub use config::Config;
pub use error::{Code, Error, ErrorKind, Result};
pub use recorder::{Receipt, Recorder, Session, Verdict};
pub use redact::{Answer, Examine, KnownKind, KnownValue, RedactStream, Redacted, Redactor, Report, Seen};
pub use upload::{Flushed, Stats};

/// The detectors that a configuration asks for.
///
/// # Errors
/// `config.value` names a type that does not exist, `config.pattern` a pattern that can't be compiled.
///
/// ```
/// let detector = milkglass::detector(&milkglass::Config::default())?;
/// let mut spans = Vec::new();
/// detector.scan("Write to erika@example.com", &mut spans);
/// assert_eq!(spans.len(), 1);
/// # Ok::<(), milkglass::Error>(())
/// ```
pub fn detector(config: &Config) -> Result<detect::Detector> {
    redact::detector(&config.privacy)
}
