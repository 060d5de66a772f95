//! A consent record as a host keeps it: its JSON and what happened in, the longer record or where the consent stands out.
//!
//! These are [`ConsentRecord`] for the languages that have no type of their own for it; nothing is decided here.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::decide::system_now;
use super::event::{EventKind, Notice, State};
use super::record::ConsentRecord;
use super::signals::Explicit;
use super::terms::Terms;
use crate::config::Config;
use crate::error::{Code, Error, Result};

/// What happened, as a host says it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Happened {
    event: EventKind,
    #[serde(default)]
    at: Option<u64>,
    /// The text of the notice that was shown; only its hash is kept.
    notice: String,
    language: String,
    /// The fingerprint of the configuration where it is missing.
    #[serde(default)]
    version: Option<String>,
}

/// Where a consent stands, and what a host needs of its record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Standing {
    /// Where it stands.
    pub state: State,
    /// When the consent in force runs out, in seconds since 1970.
    pub expires: Option<u64>,
    /// Hash of the last event. Kept where whoever can write the record can't, it shows a cut end.
    pub head: String,
    /// How many events the record has.
    pub events: usize,
    /// The choice for [`Signals::explicit`](super::Signals::explicit).
    pub signal: Option<Explicit>,
}

/// Starts an empty record and writes it as JSON.
///
/// # Errors
/// `state.argument` if one of the ids is empty.
pub fn new_record(record_id: &str, entity_id: &str) -> Result<String> {
    write(&ConsentRecord::new(record_id, entity_id)?)
}

/// Adds an event to a stored record, with the terms of the configuration.
///
/// `happened` is `{"event", "notice", "language", "at", "version"}`; `notice` is the text that was shown, of which only the
/// hash is kept. `at` is the clock's and `version` the configuration's fingerprint where they are missing.
///
/// # Errors
/// `consent.malformed` if one of the two can't be read, `consent.broken` if the record does not verify, `state.argument` if
/// the event can't follow the one before.
///
/// ```
/// use milkglass::{Config, consent};
/// let config = Config::default();
/// let record = consent::new_record("r-1", "visitor-1")?;
/// let event = r#"{"event": "given", "notice": "We record how this page is used.", "language": "en", "at": 1790000000}"#;
/// let record = consent::append_event(&record, event, &config)?;
/// let standing = consent::standing(&record, None, Some(1_790_000_001))?;
/// assert_eq!(standing.state, consent::State::Given);
/// # Ok::<(), milkglass::Error>(())
/// ```
pub fn append_event(stored: &str, happened: &str, config: &Config) -> Result<String> {
    let mut record = ConsentRecord::from_json(stored)?;
    // The parser's message may quote the value, so it stays out.
    let happened: Happened = serde_json::from_str(happened).map_err(|error| {
        Error::new(Code::ConsentMalformed, format!("not an event of a consent: line {}, column {}", error.line(), error.column()))
    })?;
    let version = happened.version.unwrap_or_else(|| config.fingerprint());
    let notice = Notice::of(&happened.notice, &version, &happened.language);
    record.append(happened.event, happened.at.unwrap_or_else(system_now), &notice, &Terms::of(config))?;
    write(&record)
}

/// Verifies a stored record and says where the consent stands; `now` is the clock's where it is missing.
///
/// # Errors
/// `consent.malformed` if it is not the JSON of a record; `consent.broken` if an event was altered, taken out or moved, or
/// if the record does not end with `head`.
pub fn standing(stored: &str, head: Option<&str>, now: Option<u64>) -> Result<Standing> {
    let record = ConsentRecord::from_json(stored)?;
    record.verify(head)?;
    Ok(Standing {
        state: record.state_at(now.unwrap_or_else(system_now)),
        expires: record.expires(),
        head: record.head(),
        events: record.events().len(),
        signal: record.as_signal(),
    })
}

/// Writes a stored record as JSON-LD, in the terms of the W3C Data Privacy Vocabulary.
///
/// # Errors
/// As [`standing`].
pub fn export(stored: &str) -> Result<Value> {
    Ok(ConsentRecord::from_json(stored)?.to_json_ld())
}

fn write(record: &ConsentRecord) -> Result<String> {
    serde_json::to_string(record).map_err(|e| Error::new(Code::Internal, "a consent record can't be written").with_source(e))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event(kind: &str, at: u64) -> String {
        serde_json::json!({"event": kind, "notice": "text", "language": "de", "at": at}).to_string()
    }

    #[test]
    fn a_stored_record_grows_stands_and_is_exported() {
        let config = Config::default();
        let mut stored = new_record("r-1", "v-1").unwrap();
        assert_eq!(standing(&stored, None, Some(5)).unwrap().state, State::Unknown);
        for (kind, at) in [("requested", 10), ("given", 11), ("withdrawn", 12)] {
            stored = append_event(&stored, &event(kind, at), &config).unwrap();
        }
        let now = standing(&stored, None, Some(13)).unwrap();
        assert_eq!((now.state, now.events, now.expires), (State::Withdrawn, 3, None));
        assert!(now.signal.is_some_and(|s| !s.granted));
        assert!(standing(&stored, Some(&now.head), None).is_ok());
        assert_eq!(standing(&stored, Some("0"), None).unwrap_err().code(), "consent.broken");
        assert!(export(&stored).unwrap().to_string().contains("ConsentWithdrawn"));
        assert!(!stored.contains("\"text\""), "the hash of the notice is kept, not its text");
    }

    #[test]
    fn what_is_no_record_or_no_event_is_an_error() {
        let (config, stored) = (Config::default(), new_record("r-1", "v-1").unwrap());
        for bad in
            ["", "{}", "[]", "{\"event\":\"given\"}", &event("sold", 1), "{\"event\":\"given\",\"notice\":\"\",\"language\":\"\",\"x\":1}"]
        {
            assert_eq!(append_event(&stored, bad, &config).unwrap_err().code(), "consent.malformed", "{bad}");
            assert_eq!(standing(bad, None, None).unwrap_err().code(), "consent.malformed", "{bad}");
        }
        assert_eq!(append_event(&stored, &event("withdrawn", 1), &config).unwrap_err().code(), "state.argument");
        assert_eq!(
            standing(&stored.replace("v-1", "v-2"), Some(&standing(&stored, None, None).unwrap().head), None).unwrap_err().code(),
            "consent.broken"
        );
    }
}
