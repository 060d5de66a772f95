//! Who a notice speaks of: vendors and contacts as they are written in it.
//!
//! In: parts of a configuration and a language. Out: names with VAT id and country, in an order that no grammar bends.

use super::clauses::filled;
use super::jurisdiction::{EEA, Rule};
use super::locale::Locale;
use crate::config::{Config, Contact, Vendor};
use crate::error::Result;

/// A vendor by legal name, as written, with VAT id and, where asked for, country.
pub(crate) fn party(locale: &Locale, vendor: &Vendor, with_country: bool) -> Result<String> {
    let name = vendor.legal_name.as_str();
    let vat = vendor.vat_id.as_deref().filter(|vat| filled(vat));
    let country = if with_country { locale.country(&vendor.country) } else { String::new() };
    match (vat, filled(&country)) {
        (Some(vat), true) => locale.with("party-vat-country", &[("name", name), ("vat", vat), ("country", &country)]),
        (Some(vat), false) => locale.with("party-vat", &[("name", name), ("vat", vat)]),
        (None, true) => locale.with("party-country", &[("name", name), ("country", &country)]),
        (None, false) => locale.with("party-name", &[("name", name)]),
    }
}

/// Every vendor by legal name and VAT id, as one list.
pub(crate) fn parties(config: &Config, locale: &Locale) -> Result<String> {
    let names: Vec<String> = config.vendor.iter().map(|vendor| party(locale, vendor, false)).collect::<Result<_>>()?;
    Ok(locale.list(&names))
}

/// Whether a vendor is outside the EEA, and not in the visitors' own country either.
pub(crate) fn is_abroad(vendor: &Vendor, rules: &[&Rule]) -> bool {
    let country = vendor.country.trim().to_ascii_uppercase();
    let at_home = !rules.is_empty() && rules.iter().all(|rule| rule.code.split('-').next() == Some(country.as_str()));
    !country.is_empty() && !EEA.contains(&country.as_str()) && !at_home
}

/// Name, address and e-mail, as far as they are given.
pub(crate) fn contact_line(contact: &Contact) -> String {
    let parts = [&contact.legal_name, &contact.address, &contact.email];
    parts.into_iter().map(|part| part.trim()).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}
