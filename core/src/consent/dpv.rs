//! A consent record for others to read: [`ConsentRecord`] in, JSON-LD in the terms of the W3C Data Privacy Vocabulary out.

use serde_json::{Value, json};

use super::event::{EventKind, RecordEvent};
use super::record::ConsentRecord;
use super::terms::Terms;
use crate::config::{LegalBasis, PurposeId};

impl ConsentRecord {
    /// The record as JSON-LD: one node for the record, one for each event, oldest first.
    ///
    /// The field names of ISO/IEC TS 27560 are kept where the vocabulary has no term of its own.
    pub fn to_json_ld(&self) -> Value {
        let terms = self.terms();
        let mut record = json!({
            "@context": {
                "dpv": "https://w3id.org/dpv#",
                "eu-gdpr": "https://w3id.org/dpv/legal/eu/gdpr#",
                "dct": "http://purl.org/dc/terms/",
                "xsd": "http://www.w3.org/2001/XMLSchema#",
                "mg": "https://milkglass.dev/consent#",
            },
            "@type": "dpv:ConsentRecord",
            "dct:identifier": self.record_id(),
            "dct:conformsTo": "ISO/IEC TS 27560:2023",
            "dpv:hasDataSubject": {"@type": "dpv:DataSubject", "dct:identifier": self.entity_id()},
            "dpv:hasConsentStatus": self.events().iter().map(event).collect::<Vec<_>>(),
            "mg:head": self.head(),
        });
        if let (Some(object), Some(terms)) = (record.as_object_mut(), terms) {
            object.extend(describe(terms));
        }
        record
    }
}

fn event(event: &RecordEvent) -> Value {
    let mut node = json!({
        "@type": status(event.event_state),
        "dpv:isIndicatedAtTime": moment(event.event_time),
        "dpv:isIndicatedBy": {"@id": if event.event_type == "explicit" { "dpv:DataSubject" } else { "dpv:DataController" }},
        "dpv:hasNotice": {
            "@type": "dpv:ConsentNotice",
            "dct:hasVersion": event.notice.version,
            "dct:language": event.notice.language,
            "mg:sha256": event.notice.hash,
        },
        "mg:sequence": event.sequence,
        "mg:eventType": event.event_type,
        "mg:previous": event.previous,
        "mg:hash": event.hash,
    });
    if let (Some(object), Some(terms)) = (node.as_object_mut(), event.terms.as_ref()) {
        object.insert("mg:terms".to_owned(), Value::Object(describe(terms).into_iter().collect()));
    }
    node
}

fn status(kind: EventKind) -> &'static str {
    match kind {
        EventKind::Requested => "dpv:ConsentRequested",
        EventKind::Given => "dpv:ConsentGiven",
        EventKind::Refused => "dpv:ConsentRefused",
        EventKind::Withdrawn => "dpv:ConsentWithdrawn",
        EventKind::Expired => "dpv:ConsentExpired",
        EventKind::Renewed => "dpv:RenewedConsentGiven",
    }
}

fn describe(terms: &Terms) -> Vec<(String, Value)> {
    let named = |kind: &str, names: &[String]| -> Value { names.iter().map(|name| json!({"@type": kind, "dct:title": name})).collect() };
    let purposes: Value = terms.purposes.iter().map(|p| json!({"@id": purpose(*p)})).collect();
    let rights: Value = terms.privacy_rights.iter().map(|r| json!({"@type": "dpv:DataSubjectRight", "dct:title": r})).collect();
    [
        ("dpv:hasNotice", json!({"@type": "dpv:ConsentNotice", "dct:source": terms.privacy_notice})),
        ("dpv:hasPurpose", purposes),
        ("dpv:hasLegalBasis", json!({"@id": basis(terms.lawful_basis)})),
        ("dpv:hasPersonalData", named("dpv:PersonalData", &terms.pii_information)),
        ("dpv:hasDataController", named("dpv:DataController", &terms.pii_controllers)),
        ("dpv:hasRecipient", named("dpv:Recipient", &terms.recipient_third_parties)),
        (
            "dpv:hasStorageCondition",
            json!([
                {"@type": "dpv:StorageLocation", "dpv:hasLocation": terms.storage_locations},
                {"@type": "dpv:StorageDuration", "dpv:hasDuration": days(terms.retention_period)},
            ]),
        ),
        ("dpv:hasJurisdiction", json!(terms.jurisdiction)),
        ("dpv:hasRight", rights),
        ("dpv:hasConsentControl", json!({"@type": "dpv:WithdrawConsent", "dct:source": terms.withdrawal_method})),
        ("dpv:hasDuration", days(terms.validity_duration)),
        ("mg:fingerprint", json!(terms.fingerprint)),
    ]
    .map(|(key, value)| (key.to_owned(), value))
    .to_vec()
}

fn purpose(id: PurposeId) -> &'static str {
    match id {
        PurposeId::Usability => "dpv:OptimiseUserInterface",
        PurposeId::Support => "dpv:CustomerCare",
        PurposeId::Security => "dpv:EnforceSecurity",
        PurposeId::Statistics => "dpv:ServiceUsageAnalytics",
    }
}

fn basis(basis: LegalBasis) -> &'static str {
    match basis {
        LegalBasis::Consent => "eu-gdpr:A6-1-a",
        LegalBasis::LegitimateInterest => "eu-gdpr:A6-1-f",
        LegalBasis::Contract => "eu-gdpr:A6-1-b",
    }
}

fn days(count: u32) -> Value {
    json!({"@type": "xsd:duration", "@value": format!("P{count}D")})
}

/// Seconds since 1970 as a date and time in UTC.
fn moment(seconds: u64) -> Value {
    let (days, rest) = (seconds / 86_400, seconds % 86_400);
    // Days from 1 March of the year 0, so that the leap day ends a year; 146,097 days are 400 years.
    let shifted = days + 719_468;
    let (era, of_era) = (shifted / 146_097, shifted % 146_097);
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let day_of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
    let year = era * 400 + year_of_era + u64::from(month <= 2);
    let text = format!("{year:04}-{month:02}-{day:02}T{:02}:{:02}:{:02}Z", rest / 3_600, rest / 60 % 60, rest % 60);
    json!({"@type": "xsd:dateTime", "@value": text})
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Config;
    use crate::consent::Notice;

    #[test]
    fn moments_are_calendar_dates() {
        let text = |s| moment(s)["@value"].as_str().unwrap_or_default().to_owned();
        assert_eq!(text(0), "1970-01-01T00:00:00Z");
        assert_eq!(text(951_782_400), "2000-02-29T00:00:00Z");
        assert_eq!(text(1_790_000_000), "2026-09-21T14:13:20Z");
    }

    #[test]
    fn the_export_has_every_event_and_the_terms() {
        let terms = Terms::of(&Config::default());
        let mut record = ConsentRecord::new("r", "v").unwrap();
        for kind in
            [EventKind::Requested, EventKind::Given, EventKind::Renewed, EventKind::Withdrawn, EventKind::Requested, EventKind::Refused]
        {
            record.append(kind, 1_790_000_000, &Notice::of("x", "1", "en"), &terms).unwrap();
        }
        let exported = record.to_json_ld();
        let states: Vec<_> = exported["dpv:hasConsentStatus"].as_array().unwrap().iter().map(|e| e["@type"].as_str().unwrap()).collect();
        assert_eq!(
            states,
            [
                "dpv:ConsentRequested",
                "dpv:ConsentGiven",
                "dpv:RenewedConsentGiven",
                "dpv:ConsentWithdrawn",
                "dpv:ConsentRequested",
                "dpv:ConsentRefused"
            ]
        );
        assert_eq!(exported["dpv:hasPurpose"][0]["@id"], "dpv:OptimiseUserInterface");
        assert_eq!(exported["dpv:hasDuration"]["@value"], "P180D");
    }
}
