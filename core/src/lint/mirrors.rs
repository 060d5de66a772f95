//! Data attributes that repeat what a field holds, or that name a person: recorders keep attributes even where they mask
//! what is typed.

use super::document::{Document, Kind};
use super::field::{Field, Group};
use super::finding::{Report, Severity};
use super::looks::holds_mail;
use crate::detect::labels::{self, FieldClass};

/// Names under which scripts keep the value of a field.
const MIRRORS: &[&str] = &[
    "data-value",
    "data-initial",
    "data-initial-value",
    "data-original",
    "data-original-value",
    "data-previous",
    "data-old",
    "data-old-value",
    "data-last-value",
    "data-current-value",
    "data-raw-value",
];

/// Whether an attribute is worth keeping its element for. Called for every attribute of a page, so it looks at bytes alone.
pub(super) fn is_suspect(name: &str, value: &str) -> bool {
    let Some(name) = name.strip_prefix("data-") else { return false };
    let digits = || value.bytes().filter(u8::is_ascii_digit).count();
    value.len() >= 4
        && value.len() <= 256
        && !name.starts_with("milkglass")
        && (value.contains('@')
            || digits() >= 6
            || ["pass", "pwd", "secret", "token", "pin", "otp", "mail", "phone", "iban", "card"].iter().any(|part| name.contains(part)))
}

pub(super) fn check(document: &Document, fields: &[Option<Field<'_>>], report: &mut Report<'_>) {
    for (element, field) in document.elements.iter().zip(fields).filter(|(e, _)| !e.marks.blocked && e.kind != Kind::Script) {
        let group = field.as_ref().and_then(Field::group);
        let typed = element.get("value").map(str::trim).filter(|v| v.len() >= 3);
        for (name, value) in element.attributes() {
            let Some(key) = name.strip_prefix("data-").filter(|key| !key.starts_with("milkglass")) else { continue };
            let value = value.trim();
            if value.is_empty() {
                continue;
            }
            let repeats = typed.is_some_and(|typed| typed == value) || MIRRORS.contains(&name);
            if let Some(group) = group.filter(|_| repeats) {
                let why = format!("{name} repeats the value of a field that takes {}; masking the field does not reach it", group.words());
                report.add(
                    element,
                    "value-mirror",
                    severity(group),
                    why,
                    format!("remove {name}, or set it from a script and never write it into the page"),
                );
            } else if let Some(group) = personal(key, value).filter(|_| !element.marks.hidden) {
                let why = format!("{name} holds {} where recorders keep it", group.words());
                report.add(
                    element,
                    "value-mirror",
                    severity(group),
                    why,
                    format!("replace {name} by an id that only the server can resolve, or add data-milkglass=\"mask\" to the element"),
                );
            }
        }
    }
}

/// What an attribute on its own gives away, by its name and the look of its value.
fn personal(key: &str, value: &str) -> Option<Group> {
    if holds_mail(value) {
        return Some(Group::Identity);
    }
    let is_code =
        value.starts_with(['#', '.', '/', '{', '[']) || value.contains("://") || ["true", "false", "password", "text"].contains(&value);
    let digits = value.bytes().filter(u8::is_ascii_digit).count();
    let found = labels::find(key).filter(|m| m.whole)?;
    let fits = match found.class {
        FieldClass::Phone
        | FieldClass::NationalId
        | FieldClass::TaxId
        | FieldClass::BankAccount
        | FieldClass::PassportOrId
        | FieldClass::HealthInsuranceNo => digits >= 6,
        FieldClass::CardNumber => digits >= 12,
        FieldClass::Dob => digits >= 6,
        FieldClass::Password | FieldClass::OneTimeCode | FieldClass::Pin | FieldClass::Secret => value.len() >= 4 && !value.contains(' '),
        _ => false,
    };
    (fits && !is_code).then(|| Group::of(found.class))?
}

fn severity(group: Group) -> Severity {
    if group == Group::Identity { Severity::Warning } else { Severity::Error }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_looks_must_agree() {
        assert_eq!(personal("email", "erika@example.org"), Some(Group::Identity));
        assert_eq!(personal("tip", "{\"to\": \"erika@example.org\"}"), Some(Group::Identity));
        assert_eq!(personal("card-number", "4111 1111 1111 1111"), Some(Group::Card));
        assert_eq!(personal("password", "hunter2x"), Some(Group::Password));
        for (key, value) in [
            ("email", "required"),
            ("phone", "#phone"),
            ("password", "true"),
            ("toggle", "password"),
            ("target", "#email@x"),
            ("email-template", "a@b"),
            ("src", "npm/lib@1.2.3"),
        ] {
            assert_eq!(personal(key, value), None, "{key}={value}");
        }
        assert!(
            is_suspect("data-email", "erika@example.org") && !is_suspect("data-toggle", "modal") && !is_suspect("title", "a@b.example")
        );
    }
}
