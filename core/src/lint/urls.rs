//! Addresses that carry secrets or personal data: of links, forms, buttons, frames and pictures.

use super::document::{Document, Element, Kind};
use super::finding::{Report, Severity};
use super::looks::{holds_mail, is_template, is_token};
use crate::detect::labels::{self, FieldClass};

const CARRIERS: &[&str] = &["href", "action", "formaction", "src", "data", "ping"];

/// Keys of sessions and signatures that are no labels of fields.
const KEYS: &[&str] = &[
    "sid",
    "sessid",
    "session",
    "sessionid",
    "phpsessid",
    "jsessionid",
    "aspsessionid",
    "sig",
    "signature",
    "xamzsignature",
    "xamzsecuritytoken",
    "xgoogsignature",
    "accesstoken",
    "idtoken",
    "refreshtoken",
    "authtoken",
    "token",
    "jwt",
    "bearer",
    "apikey",
    "apitoken",
    "clientsecret",
    "secret",
    "resettoken",
    "csrftoken",
    "passwordreset",
    "magic",
    "otp",
];

pub(super) fn check(document: &Document, report: &mut Report<'_>) {
    for element in document.elements.iter().filter(|e| e.kind != Kind::Script) {
        // One finding an element is enough; its address has to be written anew anyhow.
        let worst = CARRIERS.iter().filter_map(|name| Some((*name, judge(element.get(name)?)?))).max_by_key(|(_, found)| found.severity());
        if let Some((attribute, found)) = worst {
            report.add(element, "secret-in-url", found.severity(), found.why(attribute), found.fix(element));
        }
    }
}

/// What an address carries.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Carried {
    /// A user name and password before the host.
    Userinfo,
    /// A secret under this key; `token` where a value speaks for itself.
    Secret(String),
    /// Personal data under this key.
    Personal(String),
}

fn judge(address: &str) -> Option<Carried> {
    let address = address.trim();
    let scheme = address.split(':').next().unwrap_or_default();
    if ["javascript", "mailto", "tel", "sms", "data", "blob"].iter().any(|s| scheme.eq_ignore_ascii_case(s)) {
        return None;
    }
    if let Some((_, rest)) = address.split_once("//") {
        let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
        if authority.rsplit_once('@').is_some_and(|(user, _)| user.contains(':') || !user.is_empty()) {
            return Some(Carried::Userinfo);
        }
    }
    let mut found = None;
    let rest = address.find(['?', '#', ';']).and_then(|at| address.get(at..)).unwrap_or_default();
    for pair in rest.split(['?', '#', '&', ';']).filter(|p| !p.is_empty()) {
        let (key, value) = pair.split_once('=').unwrap_or(("", pair));
        match carried(key, value) {
            Some(Carried::Personal(key)) => found = found.or(Some(Carried::Personal(key))),
            Some(secret) => return Some(secret),
            None => {}
        }
    }
    if is_token(address.split(['?', '#']).next().unwrap_or_default().rsplit('/').next().unwrap_or_default()) {
        return Some(Carried::Secret("token".to_owned()));
    }
    found
}

fn carried(key: &str, value: &str) -> Option<Carried> {
    let value = value.trim();
    if value.is_empty() {
        return None;
    }
    if is_token(value) {
        return Some(Carried::Secret(if key.is_empty() { "token".to_owned() } else { shown(key) }));
    }
    let plain: String = key.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect();
    let class = labels::classify(key);
    if KEYS.contains(&plain.as_str()) || class.is_some_and(|c| c.is_sensitive() && c != FieldClass::CardHolder) {
        return Some(Carried::Secret(shown(key)));
    }
    if holds_mail(value) {
        return Some(Carried::Personal(shown(key)));
    }
    match class? {
        FieldClass::Email if is_template(value) => Some(Carried::Personal(shown(key))),
        FieldClass::NationalId
        | FieldClass::TaxId
        | FieldClass::BankAccount
        | FieldClass::Phone
        | FieldClass::HealthInsuranceNo
        | FieldClass::PassportOrId
            if value.bytes().filter(u8::is_ascii_digit).count() >= 6 || is_template(value) =>
        {
            Some(Carried::Personal(shown(key)))
        }
        _ => None,
    }
}

/// A key of an address, cut short and without what could be a value.
fn shown(key: &str) -> String {
    key.chars().filter(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.')).take(32).collect()
}

impl Carried {
    fn severity(&self) -> Severity {
        if matches!(self, Carried::Personal(_)) { Severity::Warning } else { Severity::Error }
    }

    fn why(&self, attribute: &str) -> String {
        let what = match self {
            Carried::Userinfo => "a user name or password before the host".to_owned(),
            Carried::Secret(key) => format!("a secret ({key})"),
            Carried::Personal(key) if key.is_empty() => "personal data".to_owned(),
            Carried::Personal(key) => format!("personal data ({key})"),
        };
        format!("{attribute} carries {what}; addresses are kept in histories, logs, referrers and recordings")
    }

    fn fix(&self, element: &Element) -> String {
        let how = if matches!(element.kind, Kind::Form | Kind::Button) {
            "send it in the body of a post request"
        } else {
            "keep it in a cookie or send it in the body of a request"
        };
        match self {
            Carried::Userinfo => "remove what stands before the @ of the host".to_owned(),
            Carried::Secret(key) | Carried::Personal(key) if !key.is_empty() => format!("take {key} out of the address; {how}"),
            _ => format!("take it out of the address; {how}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn secrets_are_found_wherever_an_address_keeps_them() {
        let secret = |key: &str| Some(Carried::Secret(key.to_owned()));
        for (address, found) in [
            ("/reset?token=9f8e7d", secret("token")),
            ("/a;jsessionid=AB12?x=1", secret("jsessionid")),
            ("#access_token=abc&x=1", secret("access_token")),
            ("https://user:pw@shop.example/", Some(Carried::Userinfo)),
            ("/x?password={{ password }}", secret("password")),
            ("/x?api_key=k", secret("api_key")),
            ("/x?email=erika%40example.org", Some(Carried::Personal("email".into()))),
            ("/x?email=1&token=a", secret("token")),
            ("/verify/eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.c2lnbmF0dXJl", secret("token")),
            ("/x?token=", None),
            ("/search?q=shoes&page=2", None),
            ("mailto:erika@example.org", None),
            ("/@erika", None),
            ("javascript:go('?token=1')", None),
            ("/x?email=yes", None),
            ("/t?u=erika%40shop.example", Some(Carried::Personal("u".into()))),
            ("/js/lib@1.2.3/a.js?v=lib@1.2.3", None),
            ("https://shop.example/a@b", None),
            ("/a?country_code=DE#top", None),
            ("/x?author=erika&keyword=blue", None),
        ] {
            assert_eq!(judge(address), found, "{address}");
        }
    }
}
