//! The rule table: what the law of each place asks of session recordings.
//!
//! In: the embedded `data/jurisdictions.toml`. Out: [`Rule`]s by code, where an unknown code gets the strictest rule,
//! and what they mean for the gate ([`consent_mode`]).

use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

use crate::config::{Config, Required};
use crate::error::{Code, Error, Result};

/// Code of the rule that unknown places get.
const STRICTEST: &str = "*";

/// States of the EEA; the table has a rule for each.
pub(crate) const EEA: &[&str] = &[
    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IS", "IT", "LI", "LT", "LU", "LV", "MT",
    "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK",
];

/// The family of law a jurisdiction belongs to; it selects the words of the notice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Regime {
    Gdpr,
    Uk,
    Ch,
    UsCa,
    Us,
    Ca,
    Qc,
    Br,
    Jp,
    Au,
}

/// What session replay needs in a jurisdiction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Replay {
    /// Prior consent, whether or not the data is personal.
    OptIn,
    /// No rule that asks for consent by name, but recording without it is litigated.
    PriorConsent,
    /// A clear notice beforehand is the usual defence against litigation.
    PriorNotice,
    /// Consent that visitors understand; express where data is sensitive or recording unexpected.
    Meaningful,
    /// Consent, or a documented legitimate interest.
    ConsentPreferred,
    /// Information, and a way to refuse.
    InformRefuse,
    /// Information, and opt-out signals honoured.
    NoticeOptOut,
    /// Information.
    Notice,
}

impl Replay {
    /// Whether visitors must agree before recording starts.
    pub(crate) fn consent_first(self) -> bool {
        matches!(self, Replay::OptIn | Replay::PriorConsent | Replay::Meaningful)
    }
}

/// Whether visitors must be informed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Inform {
    /// They must.
    Yes,
    /// The law doesn't ask for it.
    No,
    /// No clear rule; not informing is a risk.
    Risk,
}

/// How sure the table is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Confidence {
    /// High.
    #[serde(rename(serialize = "high", deserialize = "H"))]
    High,
    /// Medium.
    #[serde(rename(serialize = "medium", deserialize = "M"))]
    Medium,
    /// Low: ask a local lawyer first.
    #[serde(rename(serialize = "low", deserialize = "L"))]
    Low,
}

/// Whether a rule is law.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// In force.
    InForce,
    /// Adopted or published as a draft, not in force.
    Draft,
    /// Proposed.
    Proposed,
}

/// One row of the table.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Rule {
    pub code: String,
    pub name: String,
    pub regime: Regime,
    #[serde(default)]
    pub device_law: Option<String>,
    #[serde(default)]
    pub personal_law: Option<String>,
    pub replay: Replay,
    pub notice_without: Inform,
    pub notice_with: Inform,
    pub sets: Vec<String>,
    #[serde(default)]
    pub age: Option<u32>,
    #[serde(default)]
    pub age_note: Option<String>,
    pub citations: Vec<String>,
    #[serde(default)]
    pub exception: Option<String>,
    #[serde(default)]
    pub pending: Option<String>,
    #[serde(default)]
    pub authority: Option<String>,
    #[serde(default)]
    pub authority_url: Option<String>,
    pub confidence: Confidence,
    #[serde(default)]
    pub confidence_note: Option<String>,
    pub status: Status,
    #[serde(default)]
    pub as_of: Option<String>,
    #[serde(default)]
    pub review_by: Option<String>,
}

impl Rule {
    /// Whether the code was in the table, or at least its country.
    pub fn is_known(&self) -> bool {
        self.code != STRICTEST
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    version: u32,
    as_of: String,
    review_by: String,
    sets: BTreeMap<String, Vec<String>>,
    jurisdiction: Vec<Rule>,
    group: Vec<Group>,
}

/// States that share a rule.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Group {
    regime: Regime,
    replay: Replay,
    notice_without: Inform,
    notice_with: Inform,
    sets: Vec<String>,
    age: Option<u32>,
    exception: Option<String>,
    confidence: Confidence,
    status: Status,
    members: Vec<Member>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Member {
    code: String,
    name: String,
    citations: Vec<String>,
    #[serde(default)]
    exception: Option<String>,
}

/// The table, read once.
pub(crate) struct Table {
    pub version: u32,
    pub as_of: String,
    pub review_by: String,
    pub sets: BTreeMap<String, Vec<String>>,
    rules: BTreeMap<String, Rule>,
}

impl Table {
    /// The embedded table.
    ///
    /// # Errors
    /// `internal.fault` if the embedded file is broken, which a test rules out.
    pub fn embedded() -> Result<&'static Table> {
        static TABLE: OnceLock<Option<Table>> = OnceLock::new();
        TABLE
            .get_or_init(|| Table::read(include_str!("../../data/jurisdictions.toml")))
            .as_ref()
            .ok_or_else(|| Error::new(Code::Internal, "the embedded table of jurisdictions can't be read"))
    }

    fn read(text: &str) -> Option<Table> {
        let file: File = toml::from_str(text).ok()?;
        let mut rules: BTreeMap<String, Rule> = file.jurisdiction.into_iter().map(|rule| (rule.code.clone(), rule)).collect();
        for group in file.group {
            for member in group.members {
                let rule = Rule {
                    code: member.code,
                    name: member.name,
                    regime: group.regime,
                    device_law: None,
                    personal_law: None,
                    replay: group.replay,
                    notice_without: group.notice_without,
                    notice_with: group.notice_with,
                    sets: group.sets.clone(),
                    age: group.age,
                    age_note: None,
                    citations: member.citations,
                    exception: member.exception.or_else(|| group.exception.clone()),
                    pending: None,
                    authority: None,
                    authority_url: None,
                    confidence: group.confidence,
                    confidence_note: None,
                    status: group.status,
                    as_of: None,
                    review_by: None,
                };
                rules.insert(rule.code.clone(), rule);
            }
        }
        rules.contains_key(STRICTEST).then_some(Table {
            version: file.version,
            as_of: file.as_of,
            review_by: file.review_by,
            sets: file.sets,
            rules,
        })
    }

    /// The rule for a code: the place itself, else its country, else the strictest.
    pub fn rule(&self, code: &str) -> Result<&Rule> {
        let code = canonical(code);
        let country = code.split('-').next().unwrap_or_default();
        // A state of the US that has no row shares the row of the others; only "US" alone is the strictest of them.
        let state = if country == "US" && code.len() == 5 { "US-*" } else { country };
        [code.as_str(), state, STRICTEST]
            .into_iter()
            .find_map(|key| self.rules.get(key))
            .ok_or_else(|| Error::new(Code::Internal, "the table of jurisdictions has no strictest rule"))
    }

    /// Every rule, by code.
    #[cfg(test)]
    pub fn rules(&self) -> impl Iterator<Item = &Rule> {
        self.rules.values()
    }
}

/// `de_by` is `DE-BY`, `UK` is `GB`, `EL` is `GR`, `EEA` is `EU`.
fn canonical(code: &str) -> String {
    let code = code.trim().replace('_', "-").to_ascii_uppercase();
    match code.as_str() {
        "UK" => "GB".to_owned(),
        "EL" => "GR".to_owned(),
        "EEA" => "EU".to_owned(),
        _ => code,
    }
}

/// The rules of the places in `site.jurisdictions`, without repetition; none means the strictest rule alone.
pub(crate) fn rules_of(config: &Config) -> Result<Vec<&'static Rule>> {
    let table = Table::embedded()?;
    let mut rules: Vec<&'static Rule> = Vec::new();
    for code in &config.site.jurisdictions {
        let rule = table.rule(code)?;
        if !rules.iter().any(|known| known.code == rule.code) {
            rules.push(rule);
        }
    }
    if rules.is_empty() {
        rules.push(table.rule(STRICTEST)?);
    }
    Ok(rules)
}

/// Whether visitors of a place must agree before recording starts; for a place that isn't known, they must.
pub fn consent_first(jurisdiction: &str) -> bool {
    Table::embedded().and_then(|table| table.rule(jurisdiction)).map_or(true, |rule| rule.replay.consent_first())
}

/// When visitors are asked, over all the places of a configuration.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ConsentMode {
    /// Every visitor must agree first.
    Asked,
    /// Visitors of some places must agree first, those of others may refuse.
    Mixed,
    /// Visitors may refuse.
    #[serde(rename = "optout")]
    OptOut,
}

/// When a configuration asks visitors: `consent.required`, and for `auto` the places in `site.jurisdictions`.
///
/// Without a place, everyone is asked. The gate and the notice read this same function.
pub fn consent_mode(config: &Config) -> ConsentMode {
    match config.consent.required {
        Required::Always => ConsentMode::Asked,
        Required::Never => ConsentMode::OptOut,
        Required::Auto => {
            let places = &config.site.jurisdictions;
            let asked = places.iter().filter(|place| consent_first(place)).count();
            match asked {
                _ if places.is_empty() || asked == places.len() => ConsentMode::Asked,
                0 => ConsentMode::OptOut,
                _ => ConsentMode::Mixed,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_holds_every_state_of_the_eea_and_sets_that_exist() {
        let table = Table::embedded().unwrap();
        for code in EEA {
            let rule = table.rule(code).unwrap();
            assert_eq!(rule.code, *code);
            assert!(rule.replay == Replay::OptIn && rule.notice_without == Inform::Yes && rule.notice_with == Inform::Yes, "{code}");
            assert!(rule.age.is_some_and(|age| (13..=16).contains(&age)) && rule.authority.is_some(), "{code}");
        }
        for rule in table.rules() {
            assert!(!rule.citations.is_empty() && rule.sets.iter().all(|set| table.sets.contains_key(set)), "{}", rule.code);
            assert!(rule.authority_url.iter().all(|url| url.starts_with("https://")), "{}", rule.code);
        }
    }

    #[test]
    fn codes_fall_back_to_the_country_and_then_to_the_strictest() {
        let table = Table::embedded().unwrap();
        let found = |code: &str| table.rule(code).unwrap().code.clone();
        assert_eq!(found("de_by"), "DE");
        assert_eq!(found("uk"), "GB");
        assert_eq!(found("US-WY"), "US-*");
        assert_eq!(found("US-TX"), "US-TX");
        assert_eq!(found("us"), "US");
        assert_eq!(found("CA-ON"), "CA");
        assert_eq!(found("XX"), "*");
        assert_eq!(found(""), "*");
        assert!(consent_first("XX") && consent_first("") && consent_first("US") && !consent_first("US-WY"));
    }

    #[test]
    fn the_mode_follows_required_and_then_the_places() {
        let mode = |required: &str, places: &str| {
            let text = format!("[site]\njurisdictions = {places}\n[consent]\nrequired = \"{required}\"");
            consent_mode(&Config::from_toml(&text).unwrap())
        };
        assert_eq!(mode("auto", "[]"), ConsentMode::Asked);
        assert_eq!(mode("auto", "[\"DE\", \"FR\"]"), ConsentMode::Asked);
        assert_eq!(mode("auto", "[\"DE\", \"US-TX\"]"), ConsentMode::Mixed);
        assert_eq!(mode("auto", "[\"AU\"]"), ConsentMode::OptOut);
        assert_eq!(mode("always", "[\"AU\"]"), ConsentMode::Asked);
        assert_eq!(mode("never", "[\"DE\"]"), ConsentMode::OptOut);
    }
}
