//! The notice as JSON-LD in the terms of the Data Privacy Vocabulary (DPV 2): a [`Document`] and its configuration in,
//! one `dpv:PrivacyNotice` out.

use serde_json::{Map, Value, json};

use super::clauses::{filled, purposes};
use super::document::Document;
use super::json::pretty;
use super::jurisdiction::{ConsentMode, EEA, Regime, rules_of};
use super::personal::{Finding, personal_data};
use crate::config::{Config, Contact, Ip, LegalBasis, PurposeId, Role, Transfer, Vendor};
use crate::error::Result;

pub(crate) fn write(document: &Document, config: &Config) -> Result<String> {
    let text: Vec<&str> = document.sections.iter().flat_map(|section| &section.clauses).map(|clause| clause.text.as_str()).collect();
    let mut notice = object(json!({
        "@context": {
            "dpv": "https://w3id.org/dpv#",
            "pd": "https://w3id.org/dpv/pd#",
            "loc": "https://w3id.org/dpv/loc#",
            "eu-gdpr": "https://w3id.org/dpv/legal/eu/gdpr#",
            "dct": "http://purl.org/dc/terms/",
            "schema": "https://schema.org/",
        },
        "@id": format!("urn:milkglass:notice:{}:{}", document.fingerprint, document.language),
        "@type": "dpv:PrivacyNotice",
        "dct:identifier": document.fingerprint,
        "dct:language": document.language,
        "dct:title": {"@value": document.title, "@language": document.language},
        "dct:description": {"@value": text.join("\n"), "@language": document.language},
        "dpv:hasDataController": controller(config),
        "dpv:hasProcess": process(config, document.consent)?,
    }));
    if let Some(date) = &document.effective {
        notice.insert("dct:issued".to_owned(), date.clone().into());
    }
    pretty(&Value::Object(notice))
}

fn object(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(map) => map,
        _ => Map::new(),
    }
}

fn controller(config: &Config) -> Value {
    let controller = &config.controller;
    let own = Contact {
        legal_name: controller.legal_name.clone(),
        address: controller.address.clone(),
        email: controller.email.clone(),
        vat_id: controller.vat_id.clone(),
    };
    let mut node = contact("dpv:DataController", &own);
    if let Some(representative) = &controller.representative {
        node.insert("dpv:hasRepresentative".to_owned(), Value::Object(contact("dpv:Representative", representative)));
    }
    if let Some(dpo) = &controller.dpo {
        node.insert("dpv:hasDataProtectionOfficer".to_owned(), Value::Object(contact("dpv:DataProtectionOfficer", dpo)));
    }
    Value::Object(node)
}

fn contact(kind: &str, contact: &Contact) -> Map<String, Value> {
    let mut node = Map::new();
    node.insert("@type".to_owned(), kind.into());
    let vat = contact.vat_id.as_deref().unwrap_or_default();
    let parts = [
        ("dpv:hasName", contact.legal_name.as_str()),
        ("dpv:hasAddress", &contact.address),
        ("dpv:hasContact", &contact.email),
        ("schema:vatID", vat),
    ];
    for (term, value) in parts {
        if filled(value) {
            node.insert(term.to_owned(), value.into());
        }
    }
    node
}

/// Bases and rights are those of the GDPR where it holds, and the general terms elsewhere.
fn process(config: &Config, mode: ConsentMode) -> Result<Value> {
    let gdpr = rules_of(config)?.iter().any(|rule| rule.regime == Regime::Gdpr);
    let basis = config.purpose.legal_basis;
    let mut data = vec!["pd:BrowsingBehavior"];
    if config.privacy.ip != Ip::Drop {
        data.push("pd:IPAddress");
    }
    if personal_data(config).finding == Finding::Yes {
        data.push("dpv:PersonalData");
    }
    let purposes: Vec<&str> = purposes(config)
        .into_iter()
        .map(|id| match id {
            PurposeId::Usability => "dpv:OptimiseUserInterface",
            PurposeId::Support => "dpv:CustomerCare",
            PurposeId::Security => "dpv:EnforceSecurity",
            PurposeId::Statistics => "dpv:ServiceUsageAnalytics",
        })
        .collect();
    let mut node = object(json!({
        "@type": "dpv:Process",
        "dpv:hasPurpose": purposes,
        "dpv:hasPersonalData": data,
        "dpv:hasProcessing": ["dpv:Record", "dpv:Store"],
        "dpv:hasStorageCondition": {"@type": "dpv:StorageDuration", "dpv:hasDuration": format!("P{}D", config.purpose.retention_days)},
    }));
    let term = match (basis, gdpr) {
        (LegalBasis::Consent, true) => "eu-gdpr:A6-1-a",
        (LegalBasis::Consent, false) => "dpv:Consent",
        (LegalBasis::LegitimateInterest, true) => "eu-gdpr:A6-1-f",
        (LegalBasis::LegitimateInterest, false) => "dpv:LegitimateInterest",
        (LegalBasis::Contract, true) => "eu-gdpr:A6-1-b",
        (LegalBasis::Contract, false) => "dpv:Contract",
    };
    if basis != LegalBasis::Consent || mode != ConsentMode::OptOut {
        node.insert("dpv:hasLegalBasis".to_owned(), term.into());
    }
    if gdpr {
        let last = if basis == LegalBasis::LegitimateInterest { "eu-gdpr:A21" } else { "eu-gdpr:A20" };
        let rights = ["eu-gdpr:A15", "eu-gdpr:A16", "eu-gdpr:A17", "eu-gdpr:A18", last, "eu-gdpr:A22"];
        node.insert("dpv:hasRight".to_owned(), rights.as_slice().into());
    }
    let recipients: Vec<Value> = config.vendor.iter().map(recipient).collect();
    node.insert("dpv:hasRecipient".to_owned(), recipients.into());
    Ok(Value::Object(node))
}

fn recipient(vendor: &Vendor) -> Value {
    let kind = match vendor.role {
        Role::Processor => "dpv:DataProcessor",
        Role::Joint => "dpv:JointDataControllers",
        Role::Independent => "dpv:ThirdParty",
    };
    let country = vendor.country.trim().to_ascii_uppercase();
    let mut node = object(json!({"@type": kind, "dpv:hasName": vendor.legal_name}));
    if filled(&country) {
        node.insert("dpv:hasLocation".to_owned(), format!("loc:{country}").into());
    }
    if let Some(vat) = &vendor.vat_id {
        node.insert("schema:vatID".to_owned(), vat.clone().into());
    }
    if let Some(url) = &vendor.policy_url {
        node.insert("dct:references".to_owned(), url.clone().into());
    }
    if let Some(transfer) = vendor.transfer.filter(|_| !EEA.contains(&country.as_str())) {
        let basis = match transfer {
            Transfer::Adequacy | Transfer::Dpf => "eu-gdpr:A45-3",
            Transfer::Scc => "eu-gdpr:A46-2-c",
            Transfer::Bcr => "eu-gdpr:A46-2-b",
            Transfer::Derogation => "dpv:DataTransferLegalBasis",
        };
        node.insert("dpv:hasLegalBasis".to_owned(), basis.into());
    }
    Value::Object(node)
}
