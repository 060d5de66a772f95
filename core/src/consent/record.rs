//! Proof of what a visitor was asked and answered: events in, a hash-chained [`ConsentRecord`] after ISO/IEC TS 27560 out.
//!
//! Each event is bound to the notice that was shown and to the event before it, so that none can be altered, taken out or
//! moved without [`ConsentRecord::verify`] finding it. Keep [`ConsentRecord::head`] elsewhere to find a cut end too.

use std::fmt;

use serde::{Deserialize, Serialize};
use serde_json::json;
use sha2::{Digest, Sha256};

use super::canonical::canonical;
use super::event::{EventKind, Notice, RecordEvent, State, hash_of, hex};
use super::signals::Explicit;
use super::terms::Terms;
use crate::error::{Code, Error, Result};

const SCHEMA: &str = "milkglass-consent-1";

/// Everything that happened to one visitor's consent; events are only ever added.
///
/// ```
/// use milkglass::{Config, consent::{ConsentRecord, EventKind, Notice, State, Terms}};
///
/// let terms = Terms::of(&Config::default());
/// let notice = Notice::of("We record how this page is used.", "2026-11-01", "en");
/// let mut record = ConsentRecord::new("r-1", "visitor-1")?;
/// record.append(EventKind::Requested, 1_790_000_000, &notice, &terms)?;
/// record.append(EventKind::Given, 1_790_000_005, &notice, &terms)?;
/// let head = record.head().to_owned();
/// record.verify(Some(&head))?;
/// assert_eq!(record.state_at(1_790_000_010), State::Given);
/// # Ok::<(), milkglass::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConsentRecord {
    schema_version: String,
    record_id: String,
    entity_id: String,
    events: Vec<RecordEvent>,
}

impl ConsentRecord {
    /// Starts an empty record. `entity_id` is the host's pseudonym of the visitor.
    ///
    /// # Errors
    /// `state.argument` if one of the ids is empty.
    pub fn new(record_id: &str, entity_id: &str) -> Result<ConsentRecord> {
        if record_id.is_empty() || entity_id.is_empty() {
            return Err(Error::new(Code::StateArgument, "a consent record needs a record id and an entity id"));
        }
        Ok(ConsentRecord {
            schema_version: SCHEMA.to_owned(),
            record_id: record_id.to_owned(),
            entity_id: entity_id.to_owned(),
            events: Vec::new(),
        })
    }

    /// Reads a record and verifies it.
    ///
    /// # Errors
    /// `consent.malformed` if it is not the JSON of a record, `consent.broken` as [`ConsentRecord::verify`].
    pub fn from_json(text: &str) -> Result<ConsentRecord> {
        let record: ConsentRecord = serde_json::from_str(text).map_err(|error| {
            Error::new(Code::ConsentMalformed, format!("not a consent record: line {}, column {}", error.line(), error.column()))
        })?;
        record.verify(None)?;
        Ok(record)
    }

    /// Adds an event. The terms are stored where they differ from those in force.
    ///
    /// # Errors
    /// `state.argument` if the event can't follow the one before (a withdrawal of what was never given) or is older than
    /// it; `consent.broken` if the record does not verify, so that a broken one never grows.
    pub fn append(&mut self, kind: EventKind, at: u64, notice: &Notice, terms: &Terms) -> Result<()> {
        self.verify(None)?;
        let last = self.events.last();
        if !kind.follows(last.map(|e| e.event_state)) {
            let before = last.map_or("nothing", |e| e.event_state.as_str());
            return Err(Error::new(Code::StateArgument, format!("consent can't be {} after {before}", kind.as_str())));
        }
        if last.is_some_and(|e| at < e.event_time) {
            return Err(Error::new(Code::StateArgument, "the event is older than the one before it"));
        }
        let mut event = RecordEvent {
            sequence: last.map_or(0, |e| e.sequence + 1),
            event_state: kind,
            event_type: kind.event_type().to_owned(),
            event_time: at,
            notice: notice.clone(),
            terms: (self.terms() != Some(terms)).then(|| terms.clone()),
            previous: self.head(),
            hash: String::new(),
        };
        event.hash = hash_of(&event)?;
        self.events.push(event);
        Ok(())
    }

    /// Finds any event that was altered, taken out or moved; with the head that was kept elsewhere, also a cut end.
    ///
    /// # Errors
    /// `consent.broken`, with the number of the first event that does not fit.
    pub fn verify(&self, expected_head: Option<&str>) -> Result<()> {
        let broken = |what: &str, nth: usize| Err(Error::new(Code::ConsentBroken, format!("event {nth} of the consent record {what}")));
        if self.schema_version != SCHEMA {
            return Err(Error::new(Code::ConsentBroken, format!("the consent record is not of version {SCHEMA}")));
        }
        let mut previous = self.genesis();
        let mut before: Option<&RecordEvent> = None;
        for (nth, event) in self.events.iter().enumerate() {
            if event.previous != previous || usize::try_from(event.sequence) != Ok(nth) {
                return broken("does not follow the one before it", nth);
            }
            if hash_of(event)? != event.hash || event.event_type != event.event_state.event_type() {
                return broken("was altered", nth);
            }
            let in_order = before.is_none_or(|b| b.event_time <= event.event_time);
            if !in_order || !event.event_state.follows(before.map(|b| b.event_state)) || (nth == 0 && event.terms.is_none()) {
                return broken("can't have happened", nth);
            }
            previous = event.hash.clone();
            before = Some(event);
        }
        match expected_head {
            Some(head) if head != previous => {
                Err(Error::new(Code::ConsentBroken, "the consent record does not end with the expected event"))
            }
            _ => Ok(()),
        }
    }

    /// Where the consent stands at a moment (seconds since 1970).
    pub fn state_at(&self, now: u64) -> State {
        let Some(last) = self.events.last() else { return State::Unknown };
        match last.event_state {
            EventKind::Requested => State::Requested,
            EventKind::Refused => State::Refused,
            EventKind::Withdrawn => State::Withdrawn,
            EventKind::Expired => State::Expired,
            EventKind::Given | EventKind::Renewed => match self.expires() {
                Some(end) if now < end => State::Given,
                _ => State::Expired,
            },
        }
    }

    /// When the consent in force runs out, in seconds since 1970.
    pub fn expires(&self) -> Option<u64> {
        let last = self.events.last().filter(|e| matches!(e.event_state, EventKind::Given | EventKind::Renewed))?;
        let days = u64::from(self.terms()?.validity_duration);
        Some(last.event_time.saturating_add(days * 86_400))
    }

    /// The visitor's choice for [`Signals::explicit`](super::Signals::explicit); `None` while there is none.
    pub fn as_signal(&self) -> Option<Explicit> {
        let last = self.events.last()?;
        let granted = match last.event_state {
            EventKind::Given | EventKind::Renewed => true,
            EventKind::Refused | EventKind::Withdrawn => false,
            EventKind::Requested | EventKind::Expired => return None,
        };
        Some(Explicit {
            granted,
            at: Some(last.event_time),
            notice: self.terms().map(|t| t.fingerprint.clone()),
            language: Some(last.notice.language.clone()),
            despite_gpc: false,
        })
    }

    /// Hash of the last event, or of the ids while there is none.
    pub fn head(&self) -> String {
        self.events.last().map_or_else(|| self.genesis(), |e| e.hash.clone())
    }

    /// The terms in force.
    pub fn terms(&self) -> Option<&Terms> {
        self.events.iter().rev().find_map(|e| e.terms.as_ref())
    }

    /// The events, oldest first.
    pub fn events(&self) -> &[RecordEvent] {
        &self.events
    }

    /// Id of the record.
    pub fn record_id(&self) -> &str {
        &self.record_id
    }

    /// The host's pseudonym of the visitor.
    pub fn entity_id(&self) -> &str {
        &self.entity_id
    }

    /// Hash of the ids, which the first event follows.
    fn genesis(&self) -> String {
        let ids = json!({"schema_version": self.schema_version, "record_id": self.record_id, "entity_id": self.entity_id});
        hex(&Sha256::digest(canonical(&ids).as_bytes()))
    }
}

/// Counts alone, because the ids point at a visitor.
impl fmt::Debug for ConsentRecord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ConsentRecord {{ events: {} }}", self.events.len())
    }
}

#[cfg(test)]
mod tests {
    use super::super::event::EventKind::{Expired, Given, Refused, Renewed, Requested, Withdrawn};
    use super::*;
    use crate::config::Config;

    fn record(kinds: &[EventKind]) -> ConsentRecord {
        let terms = Terms::of(&Config::default());
        let mut record = ConsentRecord::new("r-1", "v-1").unwrap();
        for (nth, kind) in kinds.iter().enumerate() {
            record.append(*kind, 1_000 + nth as u64, &Notice::of("text", "1", "de"), &terms).unwrap();
        }
        record
    }

    #[test]
    fn a_life_runs_through_all_states() {
        let mut life = record(&[Requested, Given]);
        assert_eq!(life.state_at(1_001), State::Given);
        assert_eq!(life.state_at(1_001 + 180 * 86_400), State::Expired);
        assert!(life.as_signal().is_some_and(|s| s.granted && s.at == Some(1_001)));
        let mut config = Config::default();
        config.consent.valid_days = 1;
        let (notice, terms) = (Notice::of("new text", "2", "fr"), Terms::of(&config));
        life.append(Renewed, 2_000, &notice, &terms).unwrap();
        assert_eq!(life.expires(), Some(2_000 + 86_400));
        life.append(Withdrawn, 2_001, &notice, &terms).unwrap();
        assert!(life.as_signal().is_some_and(|s| !s.granted));
        assert_eq!(life.events().iter().filter(|e| e.terms.is_some()).count(), 2);
        assert_eq!(ConsentRecord::from_json(&serde_json::to_string(&life).unwrap()).unwrap(), life);
        assert_eq!(record(&[]).state_at(0), State::Unknown);
    }

    #[test]
    fn what_cant_have_happened_is_not_added() {
        let terms = Terms::of(&Config::default());
        let notice = Notice::of("text", "1", "de");
        for (before, next) in [
            (&[][..], Withdrawn),
            (&[], Expired),
            (&[Requested], Withdrawn),
            (&[Refused], Renewed),
            (&[Given], Given),
            (&[Given, Withdrawn], Renewed),
        ] {
            let mut record = record(before);
            assert_eq!(record.append(next, 9_000, &notice, &terms).unwrap_err().code(), "state.argument", "{next:?}");
        }
        assert!(record(&[Given]).append(Withdrawn, 999, &notice, &terms).is_err());
        assert!(ConsentRecord::new("", "v").is_err());
    }

    /// Changes each scalar of the JSON in turn; every change must be found.
    #[test]
    fn any_altered_value_is_found() {
        let whole = serde_json::to_value(record(&[Requested, Given, Withdrawn, Requested, Refused])).unwrap();
        let mut paths = Vec::new();
        scalars(&whole, String::new(), &mut paths);
        assert!(paths.len() > 60);
        for path in paths {
            let mut altered = whole.clone();
            let slot = altered.pointer_mut(&path).unwrap();
            *slot = match slot.clone() {
                serde_json::Value::Number(n) => json!(n.as_u64().unwrap() + 1),
                serde_json::Value::String(s) => json!(format!("{s}x")),
                other => panic!("{other}"),
            };
            assert!(ConsentRecord::from_json(&altered.to_string()).is_err(), "{path}");
        }
    }

    #[test]
    fn removed_moved_added_and_cut_events_are_found() {
        let whole = record(&[Requested, Given, Requested, Refused, Requested]);
        let head = whole.head();
        for nth in 0..4 {
            let mut cut = whole.clone();
            cut.events.remove(nth);
            assert!(cut.verify(None).is_err(), "without {nth}");
            let mut moved = whole.clone();
            moved.events.swap(nth, nth + 1);
            assert!(moved.verify(None).is_err(), "{nth} moved");
            let mut doubled = whole.clone();
            doubled.events.insert(nth, whole.events[nth].clone());
            assert!(doubled.verify(None).is_err(), "{nth} doubled");
        }
        let mut short = whole.clone();
        short.events.pop();
        assert!(short.verify(None).is_ok());
        assert_eq!(short.verify(Some(&head)).unwrap_err().code(), "consent.broken");
        assert!(whole.verify(Some(&head)).is_ok());
    }

    fn scalars(value: &serde_json::Value, path: String, found: &mut Vec<String>) {
        match value {
            serde_json::Value::Object(map) => map.iter().for_each(|(k, v)| scalars(v, format!("{path}/{k}"), found)),
            serde_json::Value::Array(items) => items.iter().enumerate().for_each(|(i, v)| scalars(v, format!("{path}/{i}"), found)),
            _ => found.push(path),
        }
    }
}
