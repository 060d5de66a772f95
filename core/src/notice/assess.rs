//! What the law of each place asks of a configuration, and what the configuration still lacks for it.
//!
//! In: a configuration and codes of jurisdictions. Out: an [`Assessment`] with a finding per place, its citations, and
//! beside it what the vendors' help pages say. It is no legal advice, and says so.

use std::collections::BTreeSet;

use super::date::Day;
use super::findings::{Age, Assessment, ConsentFinding, JurisdictionFinding, NoticeItem, SeedPosition, Warning};
use super::items::{self, basis_contradicts, is_third_country};
use super::jurisdiction::{Confidence, Inform, Replay, Rule, Table, rules_of};
use super::personal::{Finding, PersonalData, personal_data};
use crate::config::{Config, LegalBasis, Profile, Required, Role, Transfer};
use crate::error::Result;

/// What every assessment says of itself.
const NO_LEGAL_ADVICE: &str = "This assessment is no legal advice. It compares settings with a table of rules that can be incomplete or out of date; a local lawyer decides.";

/// Assesses a configuration for jurisdictions such as `DE` or `US-CA`; none means those of `site.jurisdictions`.
///
/// A place the table does not know gets the strictest rule. Today's date decides whether the rules are past their
/// review.
///
/// # Errors
/// `internal.fault` if the embedded table is broken, which a test rules out.
///
/// ```
/// let config = milkglass::Config::from_toml("[privacy]\nprofile = \"balanced\"")?;
/// let assessment = milkglass::notice::assess(&config, &["DE"])?;
/// let germany = &assessment.jurisdictions[0];
/// assert!(germany.consent.needed && germany.seed_position.less_than_law);
/// assert!(germany.missing.contains(&"controller.dpo".to_owned()));
/// # Ok::<(), milkglass::Error>(())
/// ```
pub fn assess(config: &Config, jurisdictions: &[&str]) -> Result<Assessment> {
    assess_on(config, jurisdictions, Day::today())
}

fn assess_on(config: &Config, jurisdictions: &[&str], today: Day) -> Result<Assessment> {
    let table = Table::embedded()?;
    let personal = personal_data(config);
    let own: Vec<&str> = config.site.jurisdictions.iter().map(String::as_str).collect();
    let asked: Vec<&str> = match (jurisdictions.is_empty(), own.is_empty()) {
        (false, _) => jurisdictions.to_vec(),
        (true, false) => own,
        (true, true) => vec!["*"],
    };
    let expired = past(&table.review_by, today);
    let found = asked
        .into_iter()
        .map(|code| Judge { config, table, rule: table.rule(code)?, personal: &personal, today }.finding(code))
        .collect::<Result<Vec<_>>>()?;
    Ok(Assessment {
        fingerprint: config.fingerprint(),
        no_legal_advice: NO_LEGAL_ADVICE,
        rules_version: table.version,
        as_of: table.as_of.clone(),
        review_by: table.review_by.clone(),
        expired,
        warnings: general_warnings(config, table, expired),
        personal_data: personal,
        jurisdictions: found,
    })
}

/// Every key that a notice for the configuration's own places could still use, each once.
pub(crate) fn missing_fields(config: &Config) -> Result<Vec<String>> {
    let table = Table::embedded()?;
    let personal = personal_data(config);
    let mut fields = BTreeSet::new();
    for rule in rules_of(config)? {
        let judge = Judge { config, table, rule, personal: &personal, today: Day::today() };
        fields.extend(judge.items()?.into_iter().flat_map(|item| item.missing));
    }
    Ok(fields.into_iter().collect())
}

fn past(review_by: &str, today: Day) -> bool {
    Day::read(review_by).is_none_or(|day| today > day)
}

fn warning(id: &'static str, field: impl Into<String>, text: impl Into<String>) -> Warning {
    Warning { id, field: field.into(), text: text.into() }
}

fn general_warnings(config: &Config, table: &Table, expired: bool) -> Vec<Warning> {
    let mut warnings = Vec::new();
    if expired {
        let text =
            format!("the rules are of {} and were to be reviewed by {}; they may no longer be the law", table.as_of, table.review_by);
        warnings.push(warning("rules.expired", "", text));
    }
    if config.site.jurisdictions.is_empty() {
        warnings.push(warning("site.jurisdictions_empty", "site.jurisdictions", "no place is named, so the strictest rules hold"));
    }
    if basis_contradicts(config) {
        let text = "the legal basis is consent, but nobody is asked for it; the notice leaves the basis out";
        warnings.push(warning("basis.contradiction", "purpose.legal_basis", text));
    }
    for (i, vendor) in config.vendor.iter().enumerate() {
        if vendor.role == Role::Independent {
            let text = "the vendor decides on its own what it does with recordings; that is a disclosure and not processing on your behalf";
            warnings.push(warning("vendor.independent", format!("vendor[{i}].role"), text));
        }
    }
    warnings
}

struct Judge<'a> {
    config: &'a Config,
    table: &'a Table,
    rule: &'a Rule,
    personal: &'a PersonalData,
    today: Day,
}

impl Judge<'_> {
    fn finding(&self, asked: &str) -> Result<JurisdictionFinding> {
        let rule = self.rule;
        let items = self.items()?;
        let missing: BTreeSet<String> = items.iter().flat_map(|item| item.missing.clone()).collect();
        let review_by = rule.review_by.clone().unwrap_or_else(|| self.table.review_by.clone());
        let must_inform = self.must_inform();
        let consent = self.consent();
        let age = self.age();
        let mut finding = JurisdictionFinding {
            asked: asked.to_owned(),
            code: rule.code.clone(),
            name: rule.name.clone(),
            known: rule.is_known(),
            device_law: rule.device_law.clone(),
            personal_law: rule.personal_law.clone(),
            citations: rule.citations.clone(),
            confidence: rule.confidence,
            confidence_note: rule.confidence_note.clone(),
            status: rule.status,
            pending: rule.pending.clone(),
            as_of: rule.as_of.clone().unwrap_or_else(|| self.table.as_of.clone()),
            personal_data: self.personal.finding,
            must_inform,
            inform_why: self.inform_why(must_inform),
            seed_position: self.seed_position(must_inform, &consent),
            consent,
            age,
            notice_items: items,
            missing: missing.into_iter().collect(),
            authority: rule.authority.clone(),
            next_steps: Vec::new(),
            warnings: Vec::new(),
            review_by,
        };
        finding.warnings = self.warnings(&finding);
        finding.next_steps = self.next_steps(&finding);
        Ok(finding)
    }

    fn items(&self) -> Result<Vec<NoticeItem>> {
        let mut found: Vec<NoticeItem> = Vec::new();
        for id in self.rule.sets.iter().filter_map(|set| self.table.sets.get(set)).flatten() {
            if found.iter().any(|known| known.id == *id) {
                continue;
            }
            let item = items::item(id, self.config, self.today)?;
            found.push(NoticeItem {
                id: id.clone(),
                text: item.text,
                condition: item.condition,
                fields: item.fields,
                filled: item.missing.is_empty(),
                missing: item.missing,
            });
        }
        Ok(found)
    }

    fn must_inform(&self) -> Inform {
        if self.personal.finding == Finding::No { self.rule.notice_without } else { self.rule.notice_with }
    }

    fn inform_why(&self, must: Inform) -> String {
        let data = match self.personal.finding {
            Finding::Yes => "personal data is processed",
            Finding::Likely => "personal data is likely to be processed",
            Finding::No => "no personal data is processed",
        };
        match (must, self.personal.finding) {
            (Inform::Yes, Finding::No) => format!("{data}, but access to the device has a rule of its own"),
            (Inform::Yes, _) => format!("{data}, and the law asks for a notice"),
            (Inform::Risk, _) => format!("{data}; the law names no duty, but recording without telling is litigated"),
            (Inform::No, _) => format!("{data}, and the law asks for no notice"),
        }
    }

    fn consent(&self) -> ConsentFinding {
        let rule = self.rule.replay;
        let why = match rule {
            Replay::OptIn => "prior consent, whether or not the data is personal",
            Replay::PriorConsent => "recording without prior consent is litigated; ask first",
            Replay::PriorNotice => "a clear notice beforehand is the usual defence",
            Replay::Meaningful => "consent that visitors understand; express consent, as few expect to be recorded",
            Replay::ConsentPreferred => "consent, or a documented legitimate interest",
            Replay::InformRefuse => "inform, and let visitors refuse",
            Replay::NoticeOptOut => "inform, and honour opt-out signals",
            Replay::Notice => "inform",
        };
        ConsentFinding {
            rule,
            needed: rule.consent_first(),
            why: why.to_owned(),
            exception: self.rule.exception.clone(),
            configured: match self.config.consent.required {
                Required::Always => true,
                Required::Auto => rule.consent_first(),
                Required::Never => false,
            },
        }
    }

    fn age(&self) -> Age {
        let configured = self.config.consent.min_age;
        let met = self.rule.age.is_none_or(|years| configured >= years);
        Age { years: self.rule.age, note: self.rule.age_note.clone(), configured, met }
    }

    /// The help pages ask for a statement only where personal data is recorded, and take form recording for the one
    /// place where that happens.
    fn seed_position(&self, must: Inform, consent: &ConsentFinding) -> SeedPosition {
        let inform = self.config.privacy.profile == Profile::Forms || self.personal.finding == Finding::Yes;
        let text = if inform {
            "The vendors' help pages: personal data is most likely collected, so inform visitors with a short statement in the privacy policy or the terms."
        } else {
            "The vendors' help pages: form recording is off, so no personal data is recorded and visitors need not be informed."
        };
        SeedPosition { inform, text, less_than_law: consent.needed || (!inform && must != Inform::No) }
    }

    fn warnings(&self, finding: &JurisdictionFinding) -> Vec<Warning> {
        let config = self.config;
        let mut warnings = Vec::new();
        if !finding.known {
            warnings.push(warning(
                "jurisdiction.unknown",
                "site.jurisdictions",
                "the table does not know this place; the strictest rule is used",
            ));
        }
        if self.rule.review_by.as_deref().is_some_and(|day| past(day, self.today)) {
            warnings.push(warning("rule.expired", "", format!("this rule was to be reviewed by {}", finding.review_by)));
        }
        if finding.consent.needed && config.consent.required == Required::Never {
            let text = format!("recording starts without consent, but {} asks for it", finding.name);
            warnings.push(warning("consent.never", "consent.required", text));
        }
        if finding.consent.rule == Replay::OptIn && config.purpose.legal_basis != LegalBasis::Consent {
            let text = "another legal basis does not replace the consent that access to the device needs";
            warnings.push(warning("basis.not_consent", "purpose.legal_basis", text));
        }
        if finding.consent.rule == Replay::ConsentPreferred && config.purpose.legal_basis == LegalBasis::LegitimateInterest {
            warnings.push(warning("basis.assessment", "purpose.legal_basis", "a legitimate interest needs a written assessment"));
        }
        if !finding.age.met {
            let text = format!(
                "visitors from {} on can consent themselves; consent.min_age is {}",
                finding.age.years.unwrap_or(0),
                finding.age.configured
            );
            warnings.push(warning("age.too_low", "consent.min_age", text));
        }
        if finding.notice_items.iter().any(|item| item.id == "transfers") {
            warnings.extend(self.transfer_warnings());
        }
        if config.vendor.is_empty() {
            warnings.push(warning("vendor.missing", "vendor", "no recipient is named; a notice can't be written without one"));
        }
        warnings
    }

    fn transfer_warnings(&self) -> Vec<Warning> {
        let mut warnings = Vec::new();
        for (i, vendor) in self.config.vendor.iter().enumerate().filter(|(_, vendor)| is_third_country(&vendor.country)) {
            let field = format!("vendor[{i}].transfer");
            match vendor.transfer {
                None => warnings.push(warning("transfer.missing", field, "the vendor is outside the EEA and no safeguard is named")),
                Some(Transfer::Derogation) => {
                    warnings.push(warning(
                        "transfer.derogation",
                        field,
                        "a derogation does not carry regular transfers; agree on a safeguard",
                    ));
                }
                Some(Transfer::Dpf) if !vendor.country.trim().eq_ignore_ascii_case("US") => {
                    warnings.push(warning("transfer.dpf", field, "the Data Privacy Framework is for recipients in the United States only"));
                }
                Some(_) => {}
            }
        }
        warnings
    }

    fn next_steps(&self, finding: &JurisdictionFinding) -> Vec<String> {
        let mut steps = Vec::new();
        if !finding.missing.is_empty() {
            steps.push(format!("Fill in {}, or make sure that they do not apply.", finding.missing.join(", ")));
        }
        if finding.consent.needed && !finding.consent.configured {
            steps.push("Set consent.required to \"auto\" or \"always\".".to_owned());
        }
        if !finding.age.met {
            steps.push(format!("Raise consent.min_age to {}.", finding.age.years.unwrap_or(16)));
        }
        if finding.must_inform != Inform::No {
            steps.push("Publish the full notice, and check it against the configuration after each change.".to_owned());
        }
        steps.push("Put a link or button on every page with which visitors change their choice.".to_owned());
        if self.config.vendor.iter().any(|vendor| vendor.role == Role::Processor) && finding.personal_data != Finding::No {
            steps.push("Have a contract with each processor (in the EU: Art. 28 GDPR).".to_owned());
        }
        if finding.notice_items.iter().any(|item| item.id == "automated_decisions") {
            steps.push("The notice says that no automatic decisions are made from recordings; make sure that it is so.".to_owned());
        }
        if finding.confidence == Confidence::Low || !finding.known {
            steps.push("Ask a local lawyer first: the table is not sure of this place.".to_owned());
        }
        if finding.pending.is_some() {
            steps.push("Check the change of law that is under way.".to_owned());
        }
        steps
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAY: &str = "2026-11-22";

    fn assessed(toml: &str, codes: &[&str], day: &str) -> Assessment {
        assess_on(&Config::from_toml(toml).unwrap(), codes, Day::read(day).unwrap()).unwrap()
    }

    fn one(toml: &str, code: &str) -> JurisdictionFinding {
        assessed(toml, &[code], DAY).jurisdictions.remove(0)
    }

    const CLOSED: &str = "[privacy]\nprofile = \"strict\"\n";

    #[test]
    fn opt_in_stands_without_personal_data_wherever_the_device_rule_applies() {
        for code in ["DE", "FR", "NO", "GB", "CZ"] {
            let found = one(CLOSED, code);
            assert_eq!(found.personal_data, Finding::No);
            assert!(found.consent.needed && found.must_inform == Inform::Yes, "{code}");
            assert!(!found.seed_position.inform && found.seed_position.less_than_law, "{code}");
        }
        assert_eq!(one(CLOSED, "JP").must_inform, Inform::Yes);
        assert_eq!(one(CLOSED, "AU").must_inform, Inform::No);
        assert_eq!(one("", "AU").must_inform, Inform::Yes);
        assert_eq!(one(CLOSED, "US-CA").must_inform, Inform::Risk);
        assert_eq!(one("", "US-FL").must_inform, Inform::Risk);
    }

    #[test]
    fn an_unknown_place_gets_the_strictest_rule() {
        let found = one("", "ZZ");
        assert!(!found.known && found.consent.needed && found.age.years == Some(16) && found.confidence == Confidence::Low);
        assert!(found.warnings.iter().any(|w| w.id == "jurisdiction.unknown"));
        assert!(found.notice_items.len() > one("", "DE").notice_items.len());
    }

    #[test]
    fn expired_rules_warn() {
        assert!(!assessed("", &["DE"], DAY).expired);
        let late = assessed("", &["DE"], "2030-01-01");
        assert!(late.expired && late.warnings.iter().any(|w| w.id == "rules.expired"));
    }

    #[test]
    fn missing_items_are_named_key_by_key() {
        let found = one("[controller]\nlegal_name = \"A\"\n[[vendor]]\nlegal_name = \"B\"\ncountry = \"US\"", "DE");
        for key in [
            "controller.address",
            "controller.email",
            "controller.dpo",
            "controller.representative",
            "vendor[0].transfer",
            "site.jurisdictions",
        ] {
            assert!(found.missing.contains(&key.to_owned()), "{key}");
        }
        assert!(!found.missing.contains(&"controller.legal_name".to_owned()));
        assert!(found.warnings.iter().any(|w| w.id == "transfer.missing"));
        let california = one("[site]\neffective = \"2020-01-01\"", "US-CA");
        assert!(california.missing.contains(&"site.effective".to_owned()));
        assert!(!one("[site]\neffective = \"2026-11-01\"", "US-CA").missing.contains(&"site.effective".to_owned()));
    }

    #[test]
    fn consent_against_the_law_warns() {
        let found = one("[consent]\nrequired = \"never\"\nmin_age = 13", "FR");
        let ids: Vec<&str> = found.warnings.iter().map(|w| w.id).collect();
        assert!(ids.contains(&"consent.never") && ids.contains(&"age.too_low"));
        assert!(found.next_steps.iter().any(|step| step.contains("consent.required")));
        assert!(found.notice_items.iter().any(|item| item.id == "replay_named"));
    }

    #[test]
    fn every_rule_and_item_of_the_table_can_be_assessed() {
        for rule in Table::embedded().unwrap().rules() {
            let found = one("", &rule.code);
            assert_eq!(found.code, rule.code);
            assert!(!found.notice_items.is_empty() && !found.next_steps.is_empty());
        }
        let text = serde_json::to_string(&assessed("", &["DE", "US-CA"], DAY)).unwrap();
        assert!(text.contains("no legal advice") && text.contains("\"rule\":\"opt_in\"") && text.contains("\"confidence\":\"high\""));
    }
}
