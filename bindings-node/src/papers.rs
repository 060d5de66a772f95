//! What the owner of a site keeps and checks: the papers beside the notice, a published notice, a changed configuration,
//! consent records, findings for code hosts.
//!
//! In: text and a [`Config`]. Out: JSON.

use milkglass::{consent, lint, notice};
use napi_derive::napi;

use crate::boundary::{run, write};
use crate::engine::Config;

/// The papers beside the notice, as JSON.
#[napi]
pub fn accountability(config: &Config) -> napi::Result<String> {
    run(|| write(&notice::accountability(&config.0)))
}

/// Whether a published notice still matches, as JSON.
#[napi]
pub fn check_notice(config: &Config, language: String, published: String, length: String) -> napi::Result<String> {
    run(|| write(&notice::check_length(&config.0, &language, length.parse()?, &published)?))
}

/// Whether a change asks for new consent, as JSON.
#[napi]
pub fn requires_renewal(old: &Config, new: &Config) -> napi::Result<String> {
    run(|| write(&notice::requires_renewal(&old.0, &new.0)))
}

/// The languages of the notice, as JSON.
#[napi]
pub fn locales() -> napi::Result<String> {
    run(|| write(&notice::locales()?))
}

/// Findings as SARIF. Paths and texts of the pages, in the same order.
#[napi]
pub fn lint_sarif(paths: Vec<String>, texts: Vec<String>, config: &Config) -> napi::Result<String> {
    run(|| {
        let pages: Vec<(&str, &str)> = paths.iter().map(String::as_str).zip(texts.iter().map(String::as_str)).collect();
        write(&lint::sarif(&pages, &config.0)?)
    })
}

/// An empty consent record.
#[napi]
pub fn consent_record_new(record_id: String, entity_id: String) -> napi::Result<String> {
    run(|| consent::new_record(&record_id, &entity_id))
}

/// A consent record with one event more.
#[napi]
pub fn consent_record_append(record: String, happened: String, config: &Config) -> napi::Result<String> {
    run(|| consent::append_event(&record, &happened, &config.0))
}

/// Verifies a consent record and says where it stands, as JSON.
#[napi]
pub fn consent_record_standing(record: String, head: Option<String>, now: Option<f64>) -> napi::Result<String> {
    run(|| write(&consent::standing(&record, head.as_deref(), now.map(seconds))?))
}

/// A consent record as JSON-LD.
#[napi]
pub fn consent_record_export(record: String) -> napi::Result<String> {
    run(|| write(&consent::export(&record)?))
}

/// JavaScript's numbers are doubles; the package hands over whole ones from 0 on.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn seconds(number: f64) -> u64 {
    number as u64
}
