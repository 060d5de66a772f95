//! The short statement and the banner.
//!
//! In: a configuration and a language. Out: their sections. The statement says what the vendors' help pages ask for, and
//! says it only where personal data is processed; it never claims to be enough.

use super::clauses::{filled, mode_message, profile_message, purpose_name, purposes};
use super::document::{Section, Writer};
use super::jurisdiction::{ConsentMode, consent_mode};
use super::locale::Locale;
use super::parties::parties;
use super::personal::{Finding, personal_data};
use crate::config::Config;
use crate::error::Result;

/// The statement that personal data may be collected by us or by third parties, by name.
pub(crate) fn statement(config: &Config, locale: &Locale) -> Result<Vec<Section>> {
    let mut to = Writer::new(locale);
    let vendors = parties(config, locale)?;
    to.opening("short_statement");
    if personal_data(config).finding == Finding::No {
        to.paragraph_with("short-none", &[("vendors", &vendors)])?;
    } else {
        to.paragraph_with("short-statement", &[("vendors", &vendors)])?;
        to.paragraph(true, &profile_message("brief", config.privacy.profile))?;
    }
    to.paragraph(true, &mode_message("brief", consent_mode(config)))?;
    if filled(&config.controller.email) {
        to.paragraph_with("short-contact", &[("email", &config.controller.email)])?;
    }
    Ok(to.finish())
}

/// The text above the banner's two buttons.
pub(crate) fn banner(config: &Config, locale: &Locale) -> Result<Vec<Section>> {
    let mut to = Writer::new(locale);
    let names: Vec<String> =
        purposes(config).into_iter().map(|id| locale.text(&format!("purpose-name-{}", purpose_name(id)))).collect::<Result<_>>()?;
    let settings = locale.text("button-settings")?;
    to.opening("banner");
    to.paragraph(true, &profile_message("banner", config.privacy.profile))?;
    to.paragraph_with("banner-purposes", &[("purposes", &locale.list(&names))])?;
    to.paragraph_with("banner-recipients", &[("vendors", &parties(config, locale)?)])?;
    to.paragraph_with(&format!("banner-choice-{}", asking(consent_mode(config))), &[("settings", &settings)])?;
    Ok(to.finish())
}

/// The banner's title: a question where anyone is asked.
pub(crate) fn banner_title(config: &Config, locale: &Locale) -> Result<String> {
    locale.text(&format!("banner-title-{}", asking(consent_mode(config))))
}

fn asking(mode: ConsentMode) -> &'static str {
    if mode == ConsentMode::OptOut { "inform" } else { "ask" }
}
