//! The papers that go with a notice: record of processing, starter for an impact assessment, table of what is stored, list
//! of processors.
//!
//! In: a configuration. Out: [`Accountability`], in English, for the owner of the site. What the configuration can't know
//! is asked as an open question, never filled in.

use serde::Serialize;

use super::clauses::{filled, purpose_name, purposes};
use super::items::is_third_country;
use super::jurisdiction::{ConsentMode, consent_mode};
use super::parties::contact_line;
use super::personal::{PersonalData, personal_data};
use crate::config::{
    Canvas, Config, Console, Contact, CustomEvents, Durability, Ip, LegalBasis, Media, Network, Profile, Role, Sink, Transfer, Vendor,
};

/// What every paper says of itself.
const NO_LEGAL_ADVICE: &str = "A starting point made from settings, and no legal advice. Complete it, and have it checked.";

/// The four papers of one configuration.
#[derive(Clone, Debug, Serialize)]
pub struct Accountability {
    /// Fingerprint of the configuration.
    pub fingerprint: String,
    /// That this is no legal advice.
    pub no_legal_advice: &'static str,
    /// Record of processing activities (Art. 30(1) GDPR).
    pub record: ProcessingRecord,
    /// Starter for a data protection impact assessment (Art. 35 GDPR).
    pub dpia: Dpia,
    /// What is stored where, and for how long.
    pub storage: Vec<Stored>,
    /// Who receives recordings.
    pub processors: Vec<Recipient>,
}

/// Record of processing activities, item by item of Art. 30(1) GDPR.
#[derive(Clone, Debug, Serialize)]
pub struct ProcessingRecord {
    /// Controller, and joint controllers.
    pub controller: Vec<String>,
    /// Representative in the Union.
    pub representative: Option<String>,
    /// Data protection officer.
    pub dpo: Option<String>,
    /// Purposes.
    pub purposes: Vec<&'static str>,
    /// Legal basis.
    pub legal_basis: &'static str,
    /// Whose data it is.
    pub data_subjects: &'static str,
    /// Categories of data.
    pub data_categories: Vec<&'static str>,
    /// Categories of recipients, by name.
    pub recipients: Vec<String>,
    /// Transfers to countries outside the EEA and their safeguards.
    pub transfers: Vec<String>,
    /// Time limits for erasure.
    pub erasure: Vec<String>,
    /// Technical and organisational measures that the configuration switches on.
    pub measures: Vec<&'static str>,
    /// What the configuration can't say.
    pub open: Vec<&'static str>,
}

/// Starter for a data protection impact assessment.
#[derive(Clone, Debug, Serialize)]
pub struct Dpia {
    /// Signs that one is needed; two or more of the supervisory authorities' criteria usually are enough.
    pub criteria: Vec<&'static str>,
    /// What is done, in words.
    pub description: String,
    /// Whether personal data is processed, and why.
    pub personal_data: PersonalData,
    /// Risks, each with what the configuration does against it.
    pub risks: Vec<Risk>,
    /// What the owner of the site must answer.
    pub open: Vec<&'static str>,
}

/// One risk to visitors.
#[derive(Clone, Debug, Serialize)]
pub struct Risk {
    /// What can happen.
    pub risk: &'static str,
    /// What the configuration does against it.
    pub measures: Vec<&'static str>,
    /// Whether a stricter setting exists.
    pub stricter: Option<&'static str>,
}

/// One thing that is stored.
#[derive(Clone, Debug, Serialize)]
pub struct Stored {
    /// What.
    pub what: &'static str,
    /// On the visitor's device, the host's server or with a recipient.
    pub place: &'static str,
    /// What for.
    pub purpose: &'static str,
    /// For how long.
    pub lifetime: String,
    /// Whether third parties have access.
    pub third_parties: bool,
}

/// One recipient of recordings.
#[derive(Clone, Debug, Serialize)]
pub struct Recipient {
    /// Legal name.
    pub legal_name: String,
    /// VAT id.
    pub vat_id: Option<String>,
    /// Country.
    pub country: String,
    /// Role.
    pub role: Role,
    /// Safeguard of a transfer.
    pub transfer: Option<Transfer>,
    /// Contract that is needed.
    pub contract: &'static str,
}

/// Writes the papers that go with a notice.
///
/// ```
/// let config = milkglass::Config::from_toml("[purpose]\nretention_days = 14")?;
/// let papers = milkglass::notice::accountability(&config);
/// assert!(papers.record.erasure[0].contains("14 days"));
/// assert!(papers.no_legal_advice.contains("no legal advice"));
/// # Ok::<(), milkglass::Error>(())
/// ```
pub fn accountability(config: &Config) -> Accountability {
    Accountability {
        fingerprint: config.fingerprint(),
        no_legal_advice: NO_LEGAL_ADVICE,
        record: record(config),
        dpia: dpia(config),
        storage: storage(config),
        processors: config.vendor.iter().map(recipient).collect(),
    }
}

fn record(config: &Config) -> ProcessingRecord {
    let controller = &config.controller;
    let contact = |contact: &Option<Contact>| contact.as_ref().map(contact_line).filter(|line| filled(line));
    let joint = config.vendor.iter().filter(|vendor| vendor.role == Role::Joint).map(|vendor| vendor.legal_name.clone());
    let own = contact_line(&Contact {
        legal_name: controller.legal_name.clone(),
        address: controller.address.clone(),
        email: controller.email.clone(),
        vat_id: None,
    });
    ProcessingRecord {
        controller: std::iter::once(own).filter(|line| filled(line)).chain(joint).collect(),
        representative: contact(&controller.representative),
        dpo: contact(&controller.dpo),
        purposes: purposes(config).into_iter().map(purpose_name).collect(),
        legal_basis: match config.purpose.legal_basis {
            LegalBasis::Consent => "consent, Art. 6(1)(a) GDPR",
            LegalBasis::LegitimateInterest => "legitimate interest, Art. 6(1)(f) GDPR",
            LegalBasis::Contract => "contract, Art. 6(1)(b) GDPR",
        },
        data_subjects: "visitors of the website",
        data_categories: data_categories(config),
        recipients: config.vendor.iter().map(|vendor| vendor.legal_name.clone()).collect(),
        transfers: config.vendor.iter().filter(|vendor| is_third_country(&vendor.country)).map(transfer).collect(),
        erasure: erasure(config),
        measures: measures(config),
        open: vec!["who in your organisation may watch recordings", "whether you hand user or visitor ids to the recorder"],
    }
}

/// Only the collector's protocol has a request for erasure.
fn erasure(config: &Config) -> Vec<String> {
    let withdrawn = match config.upload.sink {
        Sink::Collector => "recordings of a visitor who withdraws: at once, with an erasure request to the recipient",
        _ => "recordings of a visitor who withdraws: those that wait at once; ask the recipient to erase the rest",
    };
    vec![
        format!("recordings: {} days", config.purpose.retention_days),
        format!("recordings that can't be sent: {} days", config.upload.max_age_days),
        withdrawn.to_owned(),
    ]
}

fn transfer(vendor: &Vendor) -> String {
    let safeguard = match vendor.transfer {
        Some(Transfer::Adequacy) => "adequacy decision",
        Some(Transfer::Dpf) => "Data Privacy Framework",
        Some(Transfer::Scc) => "standard contractual clauses",
        Some(Transfer::Bcr) => "binding corporate rules",
        Some(Transfer::Derogation) => "derogation of Art. 49 GDPR",
        None => "no safeguard named",
    };
    format!("{}, {}: {safeguard}", vendor.legal_name, vendor.country)
}

fn data_categories(config: &Config) -> Vec<&'static str> {
    let privacy = &config.privacy;
    let strict = privacy.profile == Profile::Strict;
    let all = [
        (true, "pointer, touch, scrolling, window size, times"),
        (true, "addresses of pages, without query values"),
        (true, "session number"),
        (strict, "layout of pages"),
        (!strict, "text of pages, with recognised personal data masked"),
        (privacy.profile == Profile::Forms, "typed and selected values of fields that are not sensitive"),
        (privacy.media == Media::Keep, "images and media of pages"),
        (!strict && privacy.canvas == Canvas::Keep, "canvas drawings without text and images"),
        (!strict && privacy.console == Console::Mask, "console messages, with recognised personal data masked"),
        (privacy.network == Network::Urls, "addresses and results of requests"),
        (privacy.network == Network::Mask, "addresses, results and contents of requests, with recognised personal data masked"),
        (!strict && privacy.custom_events == CustomEvents::Mask, "custom events, with recognised personal data masked"),
        (privacy.ip == Ip::Truncate, "shortened IP addresses"),
        (privacy.ip == Ip::Keep, "IP addresses"),
    ];
    all.into_iter().filter(|(when, _)| *when).map(|(_, text)| text).collect()
}

fn measures(config: &Config) -> Vec<&'static str> {
    let (privacy, upload) = (&config.privacy, &config.upload);
    let detects = !privacy.detectors.is_empty() || !privacy.pattern.is_empty() || !privacy.words.is_empty();
    let secure = upload.endpoint.as_deref().is_some_and(|url| url.starts_with("https://"));
    let all = [
        (true, "passwords, payment-card fields, one-time codes and marked fields are never recorded"),
        (privacy.profile != Profile::Forms, "typed text is not recorded"),
        (privacy.profile == Profile::Strict, "page text is replaced by placeholders"),
        (detects, "recordings are searched for personal data before they are stored or sent"),
        (!privacy.sensitive_pages.is_empty(), "sensitive pages are recorded as outline"),
        (!privacy.mask.is_empty() || !privacy.block.is_empty(), "chosen areas are masked or left out"),
        (privacy.ip == Ip::Drop, "IP addresses are not recorded"),
        (upload.durability != Durability::Memory, "waiting recordings are encrypted"),
        (secure, "transport is encrypted"),
        (consent_mode(config) == ConsentMode::Asked, "recording starts only after consent"),
        (true, "opt-out signals of the browser are honoured"),
    ];
    all.into_iter().filter(|(when, _)| *when).map(|(_, text)| text).collect()
}

fn dpia(config: &Config) -> Dpia {
    let privacy = &config.privacy;
    let on = measures(config);
    let having = |wanted: &[&'static str]| -> Vec<&'static str> {
        on.iter().copied().filter(|measure| wanted.iter().any(|word| measure.contains(word))).collect()
    };
    let criteria = [
        (true, "systematic observation of visitors"),
        (privacy.profile == Profile::Forms, "content that visitors type"),
        (config.vendor.iter().any(|vendor| vendor.role == Role::Independent), "a recipient with purposes of its own"),
        (config.vendor.iter().any(|vendor| is_third_country(&vendor.country)), "transfer outside the EEA"),
        (config.consent.min_age < 13, "children among the visitors"),
    ];
    let names: Vec<&str> = purposes(config).into_iter().map(purpose_name).collect();
    Dpia {
        criteria: criteria.into_iter().filter(|(when, _)| *when).map(|(_, text)| text).collect(),
        description: format!(
            "Visits are recorded with the profile {} for {}, kept for {} days and sent to {} recipient(s).",
            privacy.profile.as_str(),
            names.join(", "),
            config.purpose.retention_days,
            config.vendor.len()
        ),
        personal_data: personal_data(config),
        risks: vec![
            Risk {
                risk: "a visitor is recognised from what is on the page or typed",
                measures: having(&["never recorded", "typed text", "placeholders", "searched", "sensitive pages", "chosen areas"]),
                stricter: (privacy.profile != Profile::Strict).then_some("privacy.profile = \"strict\""),
            },
            Risk {
                risk: "visitors do not know that they are recorded",
                measures: having(&["consent", "opt-out"]),
                stricter: (consent_mode(config) != ConsentMode::Asked).then_some("consent.required = \"always\""),
            },
            Risk {
                risk: "recordings reach people they are not for",
                measures: having(&["encrypted"]),
                stricter: (config.upload.durability != Durability::Memory).then_some("upload.durability = \"memory\""),
            },
            Risk {
                risk: "recordings are kept longer than they are useful",
                measures: vec!["recordings are deleted after purpose.retention_days"],
                stricter: (config.purpose.retention_days > 1).then_some("a smaller purpose.retention_days"),
            },
        ],
        open: vec![
            "Is each purpose necessary, and is there a milder way to reach it?",
            "Which pages show health, belief, origin, sex life or other special categories?",
            "Who may watch recordings, and is that logged?",
            "What did the data protection officer and, where fit, visitors say?",
        ],
    }
}

fn storage(config: &Config) -> Vec<Stored> {
    let mut stored = vec![
        Stored {
            what: "the visitor's choice",
            place: "device",
            purpose: "to know whether recording is allowed",
            lifetime: format!("{} days", config.consent.valid_days),
            third_parties: false,
        },
        Stored {
            what: "session number",
            place: "device",
            purpose: "to join the parts of one visit",
            lifetime: "as the host sets it; the end of the visit is enough".to_owned(),
            third_parties: false,
        },
    ];
    if config.upload.durability != Durability::Memory {
        stored.push(Stored {
            what: "sealed batches of recordings",
            place: "server",
            purpose: "to wait until they are sent",
            lifetime: format!("at most {} days", config.upload.max_age_days),
            third_parties: false,
        });
    }
    stored.push(Stored {
        what: "recordings",
        place: "recipient",
        purpose: "to be watched",
        lifetime: format!("{} days", config.purpose.retention_days),
        third_parties: !config.vendor.is_empty(),
    });
    stored
}

fn recipient(vendor: &Vendor) -> Recipient {
    Recipient {
        legal_name: vendor.legal_name.clone(),
        vat_id: vendor.vat_id.clone(),
        country: vendor.country.clone(),
        role: vendor.role,
        transfer: vendor.transfer,
        contract: match vendor.role {
            Role::Processor => "processing agreement, Art. 28 GDPR",
            Role::Joint => "arrangement of joint controllers, Art. 26 GDPR",
            Role::Independent => "none of Art. 26 or 28; the disclosure needs a legal basis of its own",
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_papers_follow_the_configuration() {
        let papers = |toml: &str| accountability(&Config::from_toml(toml).unwrap());
        let forms =
            papers("[privacy]\nprofile = \"forms\"\nip = \"keep\"\n[[vendor]]\nlegal_name = \"B\"\ncountry = \"US\"\nrole = \"joint\"");
        assert!(forms.record.data_categories.iter().any(|c| c.contains("typed")) && forms.record.data_categories.contains(&"IP addresses"));
        assert_eq!(forms.record.transfers, ["B, US: no safeguard named"]);
        assert!(forms.record.controller.contains(&"B".to_owned()) && forms.dpia.criteria.len() == 3);
        let strict = papers("[privacy]\nprofile = \"strict\"\n[upload]\ndurability = \"memory\"");
        assert!(!strict.record.data_categories.iter().any(|c| c.contains("typed")) && strict.dpia.risks[0].stricter.is_none());
        assert!(!strict.storage.iter().any(|s| s.place == "server") && strict.record.transfers.is_empty());
        assert!(serde_json::to_string(&strict).unwrap().contains("no legal advice"));
    }
}
