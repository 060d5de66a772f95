//! The sources of consent that are known by name: entries of `consent.sources` in, what to read and how out.

use super::decision::Reading;
use super::readers;
use crate::config::Config;
use crate::error::{Code, Error, Result};

/// Every name that `consent.sources` may hold.
///
/// `explicit` is the choice that the host hands over; `gpc`, `dnt` and `usprivacy` can only refuse.
pub const SOURCES: &[&str] = &[
    "explicit",
    "tcf",
    "gpp",
    "usprivacy",
    "gpc",
    "dnt",
    "google",
    "wordpress",
    "cookieconsent",
    "klaro",
    "complianz",
    "cookiebot",
    "onetrust",
    "cookieyes",
    "didomi",
    "shopify",
];

/// Checks the entries of `consent.sources`: `name`, `name:key` or `name:key@cookie`.
///
/// # Errors
/// `config.value` with the first entry whose name is not in [`SOURCES`].
pub fn check_sources(sources: &[String]) -> Result<()> {
    match sources.iter().find(|entry| !SOURCES.contains(&Entry::parse(entry).name)) {
        None => Ok(()),
        Some(entry) => {
            Err(Error::new(Code::ConfigValue, format!("consent.sources can't hold `{entry}`; it is one of {}", SOURCES.join(", "))))
        }
    }
}

/// One entry of `consent.sources`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Entry<'a> {
    pub name: &'a str,
    /// What to look for inside the signal: a service, purpose, group or category.
    pub key: Option<&'a str>,
    /// Name of the cookie, where the site renamed it.
    pub cookie: Option<&'a str>,
}

impl<'a> Entry<'a> {
    pub fn parse(text: &'a str) -> Self {
        let (rest, cookie) = match text.split_once('@') {
            Some((rest, cookie)) => (rest, Some(cookie)),
            None => (text, None),
        };
        let (name, key) = match rest.split_once(':') {
            Some((name, key)) => (name, Some(key)),
            None => (rest, None),
        };
        Entry {
            name: name.trim(),
            key: key.map(str::trim).filter(|k| !k.is_empty()),
            cookie: cookie.map(str::trim).filter(|c| !c.is_empty()),
        }
    }
}

/// What a reader is told beside the value.
#[derive(Clone, Copy)]
pub(super) struct Ask<'a> {
    pub config: &'a Config,
    /// The key of the source's entry.
    pub key: Option<&'a str>,
    pub now: u64,
}

/// A source that is read from a cookie, a header or a value that the host hands over.
pub(super) struct Carried {
    pub name: &'static str,
    /// Its cookie, unless the site renamed it.
    pub cookie: &'static str,
    /// Whether the reader undoes the escapes itself, because escaped separators must not count as separators.
    pub raw: bool,
    pub read: fn(&str, &Ask<'_>) -> Reading,
}

/// Sources in the order in which a decision lists them, after `explicit`, `age`, `gpc` and `dnt`.
pub(super) const CARRIED: &[Carried] = &[
    Carried { name: "tcf", cookie: "euconsent-v2", raw: false, read: readers::tcf::read },
    Carried { name: "gpp", cookie: "__gpp", raw: false, read: readers::gpp::read },
    Carried { name: "usprivacy", cookie: "usprivacy", raw: false, read: readers::usprivacy::read },
    Carried { name: "google", cookie: "analytics_storage", raw: false, read: readers::google::read },
    Carried { name: "wordpress", cookie: "wp_consent_statistics", raw: false, read: readers::wordpress::read },
    Carried { name: "cookieconsent", cookie: "cc_cookie", raw: false, read: readers::cookieconsent::read },
    Carried { name: "klaro", cookie: "klaro", raw: false, read: readers::klaro::read },
    Carried { name: "complianz", cookie: "cmplz_statistics", raw: false, read: readers::complianz::read },
    Carried { name: "cookiebot", cookie: "CookieConsent", raw: false, read: readers::cookiebot::read },
    Carried { name: "onetrust", cookie: "OptanonConsent", raw: true, read: readers::onetrust::read },
    Carried { name: "cookieyes", cookie: "cookieyes-consent", raw: false, read: readers::cookieyes::read },
    Carried { name: "didomi", cookie: "didomi_token", raw: false, read: readers::didomi::read },
    Carried { name: "shopify", cookie: "_tracking_consent", raw: false, read: readers::shopify::read },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_have_a_name_a_key_and_a_cookie() {
        assert_eq!(Entry::parse("klaro:recorder@my_klaro"), Entry { name: "klaro", key: Some("recorder"), cookie: Some("my_klaro") });
        assert_eq!(Entry::parse("tcf"), Entry { name: "tcf", key: None, cookie: None });
    }

    #[test]
    fn every_carried_source_has_a_name_that_a_configuration_may_hold() {
        assert!(CARRIED.iter().all(|c| SOURCES.contains(&c.name)));
        assert!(check_sources(&["explicit".into(), "didomi:analytics-x".into()]).is_ok());
        assert_eq!(check_sources(&["tfc".into()]).unwrap_err().code(), "config.value");
    }
}
