//! May this visitor be recorded? What a server sees of a visitor's choice goes in; a [`Decision`] that explains itself
//! comes out, and a [`ConsentRecord`] that proves afterwards what was asked and answered.
//!
//! The most restrictive signal wins: one refusal refuses, one signal that can't be read refuses, and where the law of
//! the visitor's place asks for an opt-in, silence refuses too. `docs/consent.md` has the table of sources and reasons.
//!
//! ```
//! use milkglass::{Config, consent::{self, Signals}};
//!
//! let config = Config::from_toml("[consent]\nrequired = \"always\"")?;
//! let signals = Signals::from_json(r#"{
//!     "explicit": {"granted": true, "at": 1790000000, "language": "de"},
//!     "headers": {"cookie": "theme=dark"},
//!     "now": 1790000060
//! }"#)?;
//! let decision = consent::decide(&config, &config.fingerprint(), &signals);
//! assert!(decision.allow);
//! assert_eq!(decision.expires, Some(1_790_000_000 + 180 * 86_400));
//! # Ok::<(), milkglass::Error>(())
//! ```

mod bits;
mod canonical;
mod cookies;
mod decide;
mod decision;
mod dpv;
mod event;
mod readers;
mod record;
mod renewal;
mod rules;
mod signals;
mod source;
mod stored;
mod terms;

pub use decide::decide;
pub use decision::{Decision, Reason, Verdict};
pub use event::{EventKind, Notice, RecordEvent, State};
pub use record::ConsentRecord;
pub use renewal::{Change, Renewal, requires_renewal};
pub use rules::{Rule, rule_of};
pub use signals::{Explicit, HeaderValue, Signals};
pub use source::{SOURCES, check_sources};
pub use stored::{Standing, append_event, export, new_record, standing};
pub use terms::Terms;
