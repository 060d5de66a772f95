//! What an assessment holds: plain records, serialised as they stand.

use serde::Serialize;

use super::jurisdiction::{Confidence, Inform, Replay, Status};
use super::personal::{Finding, PersonalData};

/// Findings for every jurisdiction asked for.
#[derive(Clone, Debug, Serialize)]
pub struct Assessment {
    /// Fingerprint of the configuration.
    pub fingerprint: String,
    /// That this is no legal advice.
    pub no_legal_advice: &'static str,
    /// Version of the rule table.
    pub rules_version: u32,
    /// Date of the rule table.
    pub as_of: String,
    /// When the rule table must be reviewed.
    pub review_by: String,
    /// Whether that day has passed.
    pub expired: bool,
    /// Whether personal data is processed, and why.
    pub personal_data: PersonalData,
    /// One finding per jurisdiction, in the order asked for.
    pub jurisdictions: Vec<JurisdictionFinding>,
    /// What holds whatever the jurisdiction.
    pub warnings: Vec<Warning>,
}

/// What the law of one place asks.
#[derive(Clone, Debug, Serialize)]
pub struct JurisdictionFinding {
    /// The code as it was asked for.
    pub asked: String,
    /// The code of the rule that was used; `*` is the strictest.
    pub code: String,
    /// Name of the place.
    pub name: String,
    /// Whether the table knows the place.
    pub known: bool,
    /// Rule on access to the visitor's device.
    pub device_law: Option<String>,
    /// Law on personal data.
    pub personal_law: Option<String>,
    /// Sources.
    pub citations: Vec<String>,
    /// How sure the table is.
    pub confidence: Confidence,
    /// Why it isn't surer, where that matters.
    pub confidence_note: Option<String>,
    /// Whether the rule is in force.
    pub status: Status,
    /// Changes under way.
    pub pending: Option<String>,
    /// Date of this rule.
    pub as_of: String,
    /// When this rule must be reviewed.
    pub review_by: String,
    /// Whether personal data is processed.
    pub personal_data: Finding,
    /// Whether visitors must be informed.
    pub must_inform: Inform,
    /// Why.
    pub inform_why: String,
    /// Whether consent is needed.
    pub consent: ConsentFinding,
    /// From what age visitors can consent themselves.
    pub age: Age,
    /// What the notice must hold.
    pub notice_items: Vec<NoticeItem>,
    /// Every key that the configuration can't fill yet.
    pub missing: Vec<String>,
    /// What the vendors' help pages say.
    pub seed_position: SeedPosition,
    /// Authority for complaints.
    pub authority: Option<String>,
    /// What to do next.
    pub next_steps: Vec<String>,
    /// What is wrong or risky for this place.
    pub warnings: Vec<Warning>,
}

/// Whether consent is needed in one place.
#[derive(Clone, Debug, Serialize)]
pub struct ConsentFinding {
    /// What session replay needs.
    pub rule: Replay,
    /// Whether visitors must agree before recording starts.
    pub needed: bool,
    /// In words.
    pub why: String,
    /// Exceptions.
    pub exception: Option<String>,
    /// Whether the configuration asks first.
    pub configured: bool,
}

/// Age of consent in one place.
#[derive(Clone, Debug, Serialize)]
pub struct Age {
    /// Years; none where the law names no age.
    pub years: Option<u32>,
    /// What differs.
    pub note: Option<String>,
    /// `consent.min_age`.
    pub configured: u32,
    /// Whether the configuration reaches it.
    pub met: bool,
}

/// One thing a notice must hold.
#[derive(Clone, Debug, Serialize)]
pub struct NoticeItem {
    /// Id of the item.
    pub id: String,
    /// What it is.
    pub text: &'static str,
    /// When it is needed, if not always.
    pub condition: Option<&'static str>,
    /// Keys that fill it.
    pub fields: Vec<String>,
    /// Keys that are missing.
    pub missing: Vec<String>,
    /// Whether nothing is missing.
    pub filled: bool,
}

/// What the vendors' help pages say, beside the law.
#[derive(Clone, Debug, Serialize)]
pub struct SeedPosition {
    /// Whether those pages would have visitors informed.
    pub inform: bool,
    /// What they say.
    pub text: &'static str,
    /// Whether the law asks for more.
    pub less_than_law: bool,
}

/// Something wrong or risky.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Warning {
    /// Stable id.
    pub id: &'static str,
    /// Key of the configuration it is about.
    pub field: String,
    /// In words.
    pub text: String,
}
