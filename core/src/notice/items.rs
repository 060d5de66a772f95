//! What a notice must hold, item by item, and which of it the configuration can't say yet.
//!
//! In: the id of an item of the rule table and a configuration. Out: its text, the keys that fill it and the keys that
//! are missing.

use crate::config::{Config, Role};
use crate::error::{Code, Error, Result};

use super::clauses::filled;
use super::date::Day;
use super::jurisdiction::EEA;

/// One item and the state of the keys that fill it.
pub(crate) struct Item {
    pub text: &'static str,
    /// What makes the item necessary, where it isn't always.
    pub condition: Option<&'static str>,
    pub fields: Vec<String>,
    pub missing: Vec<String>,
}

/// Looks an item up and checks its keys against the configuration.
pub(crate) fn item(id: &str, config: &Config, today: Day) -> Result<Item> {
    let mut item = Item { text: "", condition: None, fields: Vec::new(), missing: Vec::new() };
    let controller = &config.controller;
    match id {
        "controller" => {
            item.text = "who is responsible, with address and contact";
            item.key("controller.legal_name", filled(&controller.legal_name));
            item.key("controller.address", filled(&controller.address));
            item.key("controller.email", filled(&controller.email));
        }
        "representative" => {
            item.text = "the representative in the Union";
            item.condition = Some("if the controller is established outside the EEA");
            item.key("controller.representative", controller.representative.is_some());
        }
        "dpo" => {
            item.text = "the data protection officer";
            item.condition = Some("if one is designated");
            item.key("controller.dpo", controller.dpo.is_some());
        }
        "responsible_person" => {
            item.text = "the person responsible for privacy, with contact";
            item.key("controller.dpo", controller.dpo.is_some());
            item.key("controller.email", filled(&controller.email));
        }
        "purposes"
        | "what_is_sent"
        | "data_categories"
        | "replay_named"
        | "technology"
        | "gpc"
        | "free_objection"
        | "refusal"
        | "automated_decisions"
        | "rights" => {
            item.text = always(id);
            if id == "purposes" {
                item.key("purpose.ids", !config.purpose.ids.is_empty());
            }
            if id == "rights" {
                item.key("controller.email", filled(&controller.email));
            }
        }
        "purposes_basis" => {
            item.text = "the purposes and the legal basis";
            item.key("purpose.ids", !config.purpose.ids.is_empty());
            item.key("purpose.legal_basis", !basis_contradicts(config));
        }
        "recipients" => {
            item.text = "the recipients by legal name";
            item.key("vendor", !config.vendor.is_empty());
            item.vendors(config, "legal_name", |vendor| filled(&vendor.legal_name));
        }
        "transfers" => {
            item.text = "countries outside the EEA that data goes to, and the safeguard";
            item.vendors(config, "country", |vendor| filled(&vendor.country));
            item.vendors(config, "transfer", |vendor| !is_third_country(&vendor.country) || vendor.transfer.is_some());
        }
        "transfer_outside" => {
            item.text = "whether data leaves Québec";
            item.vendors(config, "country", |vendor| filled(&vendor.country));
        }
        "retention" => {
            item.text = "how long recordings are kept";
            item.key("purpose.retention_days", true);
        }
        "withdrawal" => {
            item.text = "that consent can be withdrawn as easily as it was given";
            item.key("consent.valid_days", true);
        }
        "tracker_lifetime" => {
            item.text = "how long the visitor's choice is kept, and which third parties have access";
            item.key("consent.valid_days", true);
            item.key("vendor", !config.vendor.is_empty());
        }
        "complaint" => {
            item.text = "the authority that visitors can complain to";
            item.key("site.jurisdictions", !config.site.jurisdictions.is_empty());
        }
        "sold_or_shared" => {
            item.text = "whether data is sold or shared";
            item.key("vendor", !config.vendor.is_empty());
            item.vendors(config, "role", |vendor| vendor.role != Role::Independent || vendor.policy_url.is_some());
        }
        "yearly_update" => {
            item.text = "the date of the notice, not older than twelve months";
            let recent = config.site.effective.as_deref().and_then(Day::read).is_some_and(|day| today.days_since(day) <= 366);
            item.key("site.effective", recent);
        }
        _ => return Err(Error::new(Code::Internal, format!("the table names an item that does not exist: {id}"))),
    }
    Ok(item)
}

/// Texts of the items that the configuration always fills: their clauses follow from it.
fn always(id: &str) -> &'static str {
    match id {
        "purposes" => "the purposes",
        "what_is_sent" => "what is sent, to whom and why",
        "data_categories" => "what is recorded: pointer, scrolling, keys, pages",
        "replay_named" => "session replay named as a purpose of its own",
        "technology" => "that the technology is used, and how visitors switch it on",
        "gpc" => "that opt-out signals (Global Privacy Control) are honoured",
        "free_objection" => "a simple, free way to object",
        "refusal" => "that visitors can refuse",
        "automated_decisions" => "whether decisions are made automatically",
        _ => "the rights of visitors and how to use them",
    }
}

/// Consent as the basis, and nobody is ever asked for it.
pub(crate) fn basis_contradicts(config: &Config) -> bool {
    use crate::config::{LegalBasis, Required};
    config.purpose.legal_basis == LegalBasis::Consent && config.consent.required == Required::Never
}

/// A country that is named and is not in the EEA.
pub(crate) fn is_third_country(country: &str) -> bool {
    let country = country.trim().to_ascii_uppercase();
    filled(&country) && !EEA.contains(&country.as_str())
}

impl Item {
    fn key(&mut self, key: &str, there: bool) {
        self.fields.push(key.to_owned());
        if !there {
            self.missing.push(key.to_owned());
        }
    }

    fn vendors(&mut self, config: &Config, key: &str, there: impl Fn(&crate::config::Vendor) -> bool) {
        for (i, vendor) in config.vendor.iter().enumerate() {
            self.key(&format!("vendor[{i}].{key}"), there(vendor));
        }
    }
}
