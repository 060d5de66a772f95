//! The `autocomplete` attribute, read as the HTML standard says.
//!
//! In: the value of the attribute, or of the older `x-autocompletetype`. Out: what the field holds. A plain comparison would miss
//! `billing cc-number` and `section-a shipping one-time-code`.

/// What an `autocomplete` value says about a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Autofill {
    /// A password, a one-time code, anything of a payment card: never recordable.
    Sensitive,
    /// Says who somebody is or where to reach them: masked unless the host allows it.
    Personal(FieldGroup),
    /// A known token that says nothing about a person.
    Harmless,
    /// No token of the standard: `on`, `off`, nothing, or a made-up word.
    None,
}

/// What kind of personal data a field holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FieldGroup {
    Name,
    Email,
    Phone,
    Address,
    Birth,
    Sex,
    Username,
    Organization,
    /// Instant messaging, home page, photo.
    Contact,
}

use FieldGroup::{Address, Birth, Contact, Email, Name, Organization, Phone, Sex, Username};

/// Field tokens, sorted. Those of the HTML standard ("Autofill", the table of field names), and after them in the same table those of
/// its forerunner `x-autocompletetype` (2012), which old pages still carry.
const FIELDS: &[(&str, Autofill)] = &[
    ("additional-name", Autofill::Personal(Name)),
    ("address", Autofill::Personal(Address)),
    ("address-level1", Autofill::Personal(Address)),
    ("address-level2", Autofill::Personal(Address)),
    ("address-level3", Autofill::Personal(Address)),
    ("address-level4", Autofill::Personal(Address)),
    ("address-line1", Autofill::Personal(Address)),
    ("address-line2", Autofill::Personal(Address)),
    ("address-line3", Autofill::Personal(Address)),
    ("administrative-area", Autofill::Personal(Address)),
    ("bday", Autofill::Personal(Birth)),
    ("bday-day", Autofill::Personal(Birth)),
    ("bday-month", Autofill::Personal(Birth)),
    ("bday-year", Autofill::Personal(Birth)),
    ("birthday", Autofill::Personal(Birth)),
    ("city", Autofill::Personal(Address)),
    ("country", Autofill::Personal(Address)),
    ("country-name", Autofill::Personal(Address)),
    ("current-password", Autofill::Sensitive),
    ("email", Autofill::Personal(Email)),
    ("family-name", Autofill::Personal(Name)),
    ("given-name", Autofill::Personal(Name)),
    ("honorific-prefix", Autofill::Personal(Name)),
    ("honorific-suffix", Autofill::Personal(Name)),
    ("impp", Autofill::Personal(Contact)),
    ("language", Autofill::Harmless),
    ("locality", Autofill::Personal(Address)),
    ("middle-initial", Autofill::Personal(Name)),
    ("middle-name", Autofill::Personal(Name)),
    ("name", Autofill::Personal(Name)),
    ("name-full", Autofill::Personal(Name)),
    ("new-password", Autofill::Sensitive),
    ("nickname", Autofill::Personal(Name)),
    ("one-time-code", Autofill::Sensitive),
    ("organization", Autofill::Personal(Organization)),
    ("organization-title", Autofill::Personal(Organization)),
    ("password", Autofill::Sensitive),
    ("phone", Autofill::Personal(Phone)),
    ("phone-full", Autofill::Personal(Phone)),
    ("photo", Autofill::Personal(Contact)),
    ("postal-code", Autofill::Personal(Address)),
    ("region", Autofill::Personal(Address)),
    ("sex", Autofill::Personal(Sex)),
    ("state", Autofill::Personal(Address)),
    ("street-address", Autofill::Personal(Address)),
    ("surname", Autofill::Personal(Name)),
    ("tel", Autofill::Personal(Phone)),
    ("tel-area-code", Autofill::Personal(Phone)),
    ("tel-country-code", Autofill::Personal(Phone)),
    ("tel-extension", Autofill::Personal(Phone)),
    ("tel-local", Autofill::Personal(Phone)),
    ("tel-local-prefix", Autofill::Personal(Phone)),
    ("tel-local-suffix", Autofill::Personal(Phone)),
    ("tel-national", Autofill::Personal(Phone)),
    ("transaction-amount", Autofill::Harmless),
    ("transaction-currency", Autofill::Harmless),
    ("url", Autofill::Personal(Contact)),
    ("username", Autofill::Personal(Username)),
];

/// Words that may stand before the field name and say nothing about it.
const PREFIXES: &[&str] = &["shipping", "billing", "home", "work", "mobile", "fax", "pager"];

/// Reads the value of an `autocomplete` attribute.
///
/// Of several field tokens, which the standard forbids, the most protective counts. `webauthn`, which may follow, is passed over.
pub(crate) fn parse(value: &str) -> Autofill {
    let mut found = Autofill::None;
    for token in value.split(|c: char| c.is_ascii_whitespace() || c == ',') {
        let one = field(token);
        if rank(one) > rank(found) {
            found = one;
        }
    }
    found
}

fn rank(autofill: Autofill) -> u8 {
    match autofill {
        Autofill::None => 0,
        Autofill::Harmless => 1,
        Autofill::Personal(_) => 2,
        Autofill::Sensitive => 3,
    }
}

fn field(token: &str) -> Autofill {
    let mut lower = [0u8; 32];
    let Some(lower) = lower.get_mut(..token.len()) else { return Autofill::None };
    lower.copy_from_slice(token.as_bytes());
    lower.make_ascii_lowercase();
    let lower = &*lower;
    if lower.is_empty() || lower.starts_with(b"section-") || PREFIXES.iter().any(|p| p.as_bytes() == lower) {
        return Autofill::None;
    }
    // Every token about a card, also those that a later standard may add, and made-up ones.
    if lower.starts_with(b"cc-") || lower.ends_with(b"-password") {
        return Autofill::Sensitive;
    }
    FIELDS.binary_search_by(|(name, _)| name.as_bytes().cmp(lower)).ok().and_then(|i| FIELDS.get(i)).map_or(Autofill::None, |(_, a)| *a)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_are_found_behind_sections_and_prefixes() {
        for value in [
            "cc-number",
            "billing cc-number",
            "section-a shipping one-time-code",
            "Current-Password webauthn",
            "\tcc-csc\n",
            "cc-future",
            "off cc-exp",
        ] {
            assert_eq!(parse(value), Autofill::Sensitive, "{value}");
        }
        assert_eq!(parse("section-x shipping home tel-national"), Autofill::Personal(FieldGroup::Phone));
        assert_eq!(parse("username webauthn"), Autofill::Personal(FieldGroup::Username));
        assert_eq!(parse("name new-password"), Autofill::Sensitive);
        assert_eq!(parse("language"), Autofill::Harmless);
    }

    #[test]
    fn other_values_say_nothing() {
        for value in [
            "",
            "on",
            "off",
            "nope",
            "shipping",
            "section-name",
            "false",
            "chrome-off",
            "mobile",
            "a-token-that-is-much-longer-than-any-of-the-standard",
        ] {
            assert_eq!(parse(value), Autofill::None, "{value}");
        }
    }

    #[test]
    fn tokens_of_the_forerunner_are_known() {
        assert_eq!(parse("surname"), Autofill::Personal(FieldGroup::Name));
        assert_eq!(parse("locality"), Autofill::Personal(FieldGroup::Address));
    }

    #[test]
    fn the_table_is_sorted() {
        assert!(FIELDS.is_sorted_by(|a, b| a.0 < b.0));
    }
}
