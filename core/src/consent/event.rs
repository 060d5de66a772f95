//! The events of a consent record: what can happen, what may follow what, and the hash that binds each to the one before.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::canonical::canonical;
use super::terms::Terms;
use crate::error::{Code, Error, Result};

/// One event of a record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecordEvent {
    /// 0 for the first.
    pub sequence: u64,
    /// What happened.
    pub event_state: EventKind,
    /// How it came about: `explicit` by the visitor, `request` by the site, `lapse` by time.
    pub event_type: String,
    /// When, in seconds since 1970.
    pub event_time: u64,
    /// The notice that was shown.
    pub notice: Notice,
    /// The terms, where they are not those of the event before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub terms: Option<Terms>,
    /// Hash of the event before; of the record's ids for the first.
    pub previous: String,
    /// SHA-256 over `previous` and the canonical JSON of this event without its hash.
    pub hash: String,
}

/// What can happen to a consent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EventKind {
    /// The visitor was asked.
    Requested,
    /// The visitor agreed.
    Given,
    /// The visitor declined.
    Refused,
    /// The visitor took the consent back.
    Withdrawn,
    /// The consent ran out.
    Expired,
    /// The visitor agreed again.
    Renewed,
}

/// Where a consent stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Nothing happened yet.
    Unknown,
    /// Asked and not answered. A consent given before does not count while a new question is open.
    Requested,
    /// Given or renewed, and not run out.
    Given,
    /// Declined.
    Refused,
    /// Taken back.
    Withdrawn,
    /// Run out.
    Expired,
}

/// Which notice was shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Notice {
    /// SHA-256 of its text, in hexadecimal digits.
    pub hash: String,
    /// Its version, such as its date.
    pub version: String,
    /// Its language, BCP 47.
    pub language: String,
}

impl Notice {
    /// The notice with this text.
    pub fn of(text: &str, version: &str, language: &str) -> Notice {
        Notice { hash: hex(&Sha256::digest(text.as_bytes())), version: version.to_owned(), language: language.to_owned() }
    }
}

impl EventKind {
    /// The word in the record.
    pub fn as_str(self) -> &'static str {
        match self {
            EventKind::Requested => "requested",
            EventKind::Given => "given",
            EventKind::Refused => "refused",
            EventKind::Withdrawn => "withdrawn",
            EventKind::Expired => "expired",
            EventKind::Renewed => "renewed",
        }
    }

    pub(super) fn event_type(self) -> &'static str {
        match self {
            EventKind::Requested => "request",
            EventKind::Expired => "lapse",
            _ => "explicit",
        }
    }

    /// Whether this may follow.
    pub(super) fn follows(self, before: Option<EventKind>) -> bool {
        use EventKind::{Expired, Given, Refused, Renewed, Requested, Withdrawn};
        match before {
            None => matches!(self, Requested | Given | Refused),
            Some(Requested) => !matches!(self, Withdrawn | Renewed),
            Some(Given | Renewed) => self != Given,
            Some(Refused) => matches!(self, Requested | Given | Refused),
            Some(Withdrawn) => matches!(self, Requested | Given),
            Some(Expired) => matches!(self, Requested | Given | Refused | Renewed),
        }
    }
}

/// The hash of an event: over the one before it and over everything it says itself.
pub(super) fn hash_of(event: &RecordEvent) -> Result<String> {
    let mut value =
        serde_json::to_value(event).map_err(|e| Error::new(Code::Internal, "a consent event can't be written").with_source(e))?;
    if let Some(object) = value.as_object_mut() {
        object.remove("hash");
    }
    let mut hash = Sha256::new();
    hash.update(event.previous.as_bytes());
    hash.update(canonical(&value).as_bytes());
    Ok(hex(&hash.finalize()))
}

/// Hexadecimal digits of a hash.
pub(super) fn hex(bytes: &[u8]) -> String {
    bytes.iter().flat_map(|b| [b >> 4, b & 15]).filter_map(|nibble| char::from_digit(u32::from(nibble), 16)).collect()
}
