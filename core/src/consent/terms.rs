//! What a visitor is asked to agree to: a configuration in, the fields of a consent record by ISO/IEC TS 27560 out.

use serde::{Deserialize, Serialize};

use crate::config::{Config, LegalBasis, Profile, PurposeId};

/// The terms of a consent, as they stood when the notice was shown.
///
/// Field names are those of ISO/IEC TS 27560.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Terms {
    /// Address of the notice.
    pub privacy_notice: String,
    /// What the recordings are for.
    pub purposes: Vec<PurposeId>,
    /// Legal basis.
    pub lawful_basis: LegalBasis,
    /// Kinds of data in a recording.
    pub pii_information: Vec<String>,
    /// Who is responsible, by registered name.
    pub pii_controllers: Vec<String>,
    /// Countries where recordings are kept.
    pub storage_locations: Vec<String>,
    /// Days until a recording is deleted.
    pub retention_period: u32,
    /// Jurisdictions that the site named.
    pub jurisdiction: Vec<String>,
    /// Who else receives recordings, by registered name.
    pub recipient_third_parties: Vec<String>,
    /// Where the visitor withdraws.
    pub withdrawal_method: String,
    /// Rights of the visitor, by article of the GDPR.
    pub privacy_rights: Vec<String>,
    /// Days until the consent expires.
    pub validity_duration: u32,
    /// Fingerprint of the configuration that the terms are taken from.
    pub fingerprint: String,
}

impl Terms {
    /// The terms that a configuration stands for.
    pub fn of(config: &Config) -> Terms {
        let mut pii: Vec<String> = ["pages", "pointer", "scrolling", "clicks", "viewport"].map(str::to_owned).to_vec();
        if config.privacy.profile == Profile::Forms {
            pii.push("form_input".to_owned());
        }
        let recipients = config.vendor.iter().filter(|v| v.legal_name != config.controller.legal_name);
        let mut countries: Vec<String> = config.vendor.iter().map(|v| v.country.clone()).filter(|c| !c.is_empty()).collect();
        countries.sort();
        countries.dedup();
        Terms {
            privacy_notice: config.site.url.clone(),
            purposes: config.purpose.ids.clone(),
            lawful_basis: config.purpose.legal_basis,
            pii_information: pii,
            pii_controllers: vec![config.controller.legal_name.clone()],
            storage_locations: countries,
            retention_period: config.purpose.retention_days,
            jurisdiction: config.site.jurisdictions.clone(),
            recipient_third_parties: recipients.map(|v| v.legal_name.clone()).collect(),
            withdrawal_method: config.controller.email.clone(),
            privacy_rights: ["7(3)", "15", "16", "17", "18", "20", "21", "77"].map(|a| format!("GDPR {a}")).to_vec(),
            validity_duration: config.consent.valid_days,
            fingerprint: config.fingerprint(),
        }
    }
}
