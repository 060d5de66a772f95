//! Privacy notices that follow from the configuration, and what the law of a place asks of it.
//!
//! In: a [`Config`] and a language. Out: the [notice](render), the [assessment](assess) per jurisdiction, whether a
//! [published text](check) still matches, and whether a [change](requires_renewal) needs new consent.
//!
//! Nothing here is legal advice; the assessment and every text for the owner of the site say so.

mod assess;
mod check;
mod clauses;
mod date;
mod document;
mod findings;
mod html;
mod items;
mod json;
mod jsonld;
mod jurisdiction;
mod locale;
mod parties;
mod personal;
mod place;
mod records;
mod short;
mod text;

use std::str::FromStr;

use serde::Serialize;

use crate::config::Config;
use crate::error::{Code, Error, Result};
use document::{Buttons, Document};
use locale::Locale;

pub use crate::consent::{Change, Renewal, requires_renewal};
pub use assess::assess;
pub use check::{CheckResult, Difference, check, check_length};
pub use findings::{Age, Assessment, ConsentFinding, JurisdictionFinding, NoticeItem, SeedPosition, Warning};
pub use jurisdiction::{Confidence, ConsentMode, Inform, Replay, Status, consent_first, consent_mode};
pub use locale::{LocaleInfo, locales};
pub use personal::{Finding, PersonalData, Reason, personal_data};
pub use records::{Accountability, Dpia, ProcessingRecord, Recipient, Risk, Stored, accountability};

/// How a notice is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Format {
    /// Plain text.
    Text,
    /// Markdown (CommonMark).
    Markdown,
    /// An HTML section to place in a page: headings from `h2`, `lang`, no style and no script.
    Html,
    /// JSON: title, sections and clauses with their ids.
    Json,
    /// JSON-LD in the terms of the W3C Data Privacy Vocabulary.
    JsonLd,
    /// HTML for WordPress' policy guide, with advice that WordPress does not copy into the page.
    WordPress,
}

impl FromStr for Format {
    type Err = Error;

    fn from_str(text: &str) -> Result<Format> {
        Ok(match text.to_ascii_lowercase().as_str() {
            "text" => Format::Text,
            "markdown" => Format::Markdown,
            "html" => Format::Html,
            "json" => Format::Json,
            "jsonld" | "json-ld" => Format::JsonLd,
            "wordpress" => Format::WordPress,
            _ => return Err(Error::new(Code::StateArgument, "the format is one of text, markdown, html, json, jsonld, wordpress")),
        })
    }
}

/// Which text is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Length {
    /// The notice.
    Full,
    /// The short statement of the vendors' help pages. It says less than the law of the EU and the UK asks for.
    #[serde(rename = "short_statement")]
    Short,
    /// The text and the button labels of a consent banner.
    Banner,
}

impl FromStr for Length {
    type Err = Error;

    fn from_str(text: &str) -> Result<Length> {
        Ok(match text.to_ascii_lowercase().as_str() {
            "full" => Length::Full,
            "short" | "short_statement" => Length::Short,
            "banner" => Length::Banner,
            _ => return Err(Error::new(Code::StateArgument, "the length is one of full, short, banner")),
        })
    }
}

/// Writes the notice that is true of a configuration.
///
/// Each clause is there if and only if the configuration makes it true. The same configuration gives the same bytes,
/// and they carry its fingerprint. `language` is looked up as RFC 4647 says: `de-AT` finds `de`.
///
/// # Errors
/// - `notice.language` if there is no such language; the message lists those there are.
/// - `config.missing` if the configuration does not say who runs the site, who receives recordings or what for.
/// - `config.value` if `site.effective` is not a day of the calendar.
///
/// ```
/// use milkglass::{Config, notice::{self, Format, Length}};
///
/// let config = Config::from_toml(r#"
///     [site]
///     name = "Glass Shop"
///     [controller]
///     legal_name = "Glass Shop Ltd"
///     email = "privacy@shop.example"
///     [[vendor]]
///     legal_name = "Replay s.r.o."
///     vat_id = "CZ12345678"
///     country = "CZ"
/// "#)?;
/// let text = notice::render(&config, "en-GB", Format::Text, Length::Full)?;
/// assert!(text.contains("Replay s.r.o. (VAT ID CZ12345678, Czechia)"));
/// assert!(text.contains("What you type is not recorded."));
/// assert!(text.trim_end().ends_with(&config.fingerprint()));
/// # Ok::<(), milkglass::Error>(())
/// ```
pub fn render(config: &Config, language: &str, format: Format, length: Length) -> Result<String> {
    let locale = Locale::nearest(language)?;
    let document = compose(config, &locale, length)?;
    match format {
        Format::Text => Ok(text::plain(&document)),
        Format::Markdown => Ok(text::markdown(&document)),
        Format::Html => Ok(html::fragment(&document)),
        Format::Json => json::write(&document),
        Format::JsonLd => jsonld::write(&document, config),
        Format::WordPress => html::wordpress(&document, config, &locale),
    }
}

fn compose(config: &Config, locale: &Locale, length: Length) -> Result<Document> {
    clauses::require(config)?;
    let site = [("site", clauses::site_name(config))];
    let (title, sections) = match length {
        Length::Full => (locale.with("title-full", &site)?, clauses::full(config, locale)?),
        Length::Short => (locale.with("title-short", &site)?, short::statement(config, locale)?),
        Length::Banner => (short::banner_title(config, locale)?, short::banner(config, locale)?),
    };
    let fingerprint = config.fingerprint();
    Ok(Document {
        kind: length,
        language: locale.code(),
        status: locale.text("locale-status")?,
        source_version: locale.text("locale-source")?,
        title,
        effective: config.site.effective.clone(),
        consent: consent_mode(config),
        sections,
        buttons: if length == Length::Banner { Some(Buttons::read(locale)?) } else { None },
        fingerprint_line: locale.with("fingerprint", &[("fingerprint", &fingerprint)])?,
        fingerprint,
    })
}
