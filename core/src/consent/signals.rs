//! What a server knows of a visitor's choice: JSON or header lines in, [`Signals`] out.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Deserializer, Serialize};

use crate::error::{Code, Error, Result};

/// Everything a decision is made from.
///
/// Its `Debug` prints counts and no value, because headers and cookies are personal data.
///
/// ```
/// use milkglass::consent::Signals;
/// let signals = Signals::from_json(r#"{"headers": {"Sec-GPC": "1"}, "age": 17}"#)?;
/// assert_eq!(format!("{signals:?}"), "Signals { explicit: false, headers: 1, values: 0, age: true }");
/// # Ok::<(), milkglass::Error>(())
/// ```
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Signals {
    /// The choice that the visitor made in the host's own dialogue.
    pub explicit: Option<Explicit>,
    /// Request headers. Names may be written in any case, with `_` for `-` and with a leading `HTTP_`.
    pub headers: BTreeMap<String, HeaderValue>,
    /// Consent values that came neither in a header nor in a cookie, by source name: `{"tcf": "CQ..."}`.
    pub values: BTreeMap<String, String>,
    /// The visitor's age in years, where the host knows it.
    pub age: Option<u32>,
    /// The moment of the decision in seconds since 1970; without it the system's clock.
    #[serde(deserialize_with = "optional_seconds")]
    pub now: Option<u64>,
    /// Where the visitor is (`DE`, `US-CA`); without it every jurisdiction of the site counts.
    pub jurisdiction: Option<String>,
}

/// A choice made in the host's own dialogue.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Explicit {
    /// Whether the visitor agreed.
    pub granted: bool,
    /// When, in seconds since 1970; without it the permission counts from the decision.
    #[serde(default, deserialize_with = "optional_seconds")]
    pub at: Option<u64>,
    /// Fingerprint of the notice that was shown.
    #[serde(default)]
    pub notice: Option<String>,
    /// Language of the notice that was shown.
    #[serde(default)]
    pub language: Option<String>,
    /// Whether the visitor agreed although their Global Privacy Control was on when they were asked.
    ///
    /// Only such an opt-in outweighs the signal; by default the signal wins, since a stored choice may be older than it.
    #[serde(default)]
    pub despite_gpc: bool,
}

/// One value of a header, or several where it was sent more than once.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum HeaderValue {
    /// Sent once.
    One(String),
    /// Sent more than once.
    Many(Vec<String>),
    /// Not sent.
    None,
}

impl HeaderValue {
    /// The values, in the order in which they were sent.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        let (one, many): (Option<&str>, &[String]) = match self {
            HeaderValue::One(value) => (Some(value), &[]),
            HeaderValue::Many(values) => (None, values),
            HeaderValue::None => (None, &[]),
        };
        one.into_iter().chain(many.iter().map(String::as_str))
    }
}

impl fmt::Debug for HeaderValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} values", self.iter().count())
    }
}

impl From<&str> for HeaderValue {
    fn from(value: &str) -> Self {
        HeaderValue::One(value.to_owned())
    }
}

impl From<String> for HeaderValue {
    fn from(value: String) -> Self {
        HeaderValue::One(value)
    }
}

impl Signals {
    /// Reads signals from JSON.
    ///
    /// # Errors
    /// `consent.malformed` if it is not JSON, a key does not exist or a value has the wrong type: a misspelt refusal must
    /// not pass for silence.
    pub fn from_json(text: &str) -> Result<Signals> {
        serde_json::from_str(text).map_err(|error| {
            Error::new(
                Code::ConsentMalformed,
                format!("the signals are not of the documented form: line {}, column {}", error.line(), error.column()),
            )
        })
    }

    /// Reads the header lines of a request, `Name: value`; other lines are left out. A header sent twice keeps both values.
    ///
    /// ```
    /// use milkglass::consent::Signals;
    /// let signals = Signals::from_header_lines("GET / HTTP/1.1\r\nHost: shop.example\r\nSec-GPC: 1\r\n");
    /// assert_eq!(signals.headers.len(), 2);
    /// ```
    pub fn from_header_lines(text: &str) -> Signals {
        let mut signals = Signals::default();
        for (name, value) in text.lines().filter_map(|line| line.split_once(':')) {
            let name = name.trim();
            if name.is_empty() || name.contains(char::is_whitespace) {
                continue;
            }
            let value = value.trim().to_owned();
            let entry = signals.headers.entry(name.to_ascii_lowercase()).or_insert(HeaderValue::None);
            *entry = match std::mem::replace(entry, HeaderValue::None) {
                HeaderValue::None => HeaderValue::One(value),
                HeaderValue::One(first) => HeaderValue::Many(vec![first, value]),
                HeaderValue::Many(mut all) => {
                    all.push(value);
                    HeaderValue::Many(all)
                }
            };
        }
        signals
    }

    /// Every value of a header; `name` is in lower case with `-`.
    pub(super) fn header<'s>(&'s self, name: &'s str) -> impl Iterator<Item = &'s str> {
        self.headers.iter().filter(move |(key, _)| same_header(key, name)).flat_map(|(_, value)| value.iter())
    }
}

/// Whether a header's key means this name, in the forms of HTTP, CGI and WSGI.
fn same_header(key: &str, name: &str) -> bool {
    let plain = |key: &str| {
        key.len() == name.len() && key.bytes().zip(name.bytes()).all(|(k, n)| k.to_ascii_lowercase() == n || (k == b'_' && n == b'-'))
    };
    plain(key) || key.get(..5).is_some_and(|p| p.eq_ignore_ascii_case("HTTP_")) && key.get(5..).is_some_and(plain)
}

impl fmt::Debug for Signals {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Signals")
            .field("explicit", &self.explicit.is_some())
            .field("headers", &self.headers.len())
            .field("values", &self.values.len())
            .field("age", &self.age.is_some())
            .finish()
    }
}

/// Seconds as a whole number, or with a fraction as scripting languages have them; the fraction is cut.
fn optional_seconds<'de, D: Deserializer<'de>>(deserializer: D) -> std::result::Result<Option<u64>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Seconds {
        Whole(u64),
        Fraction(f64),
    }
    match Option::<Seconds>::deserialize(deserializer)? {
        None => Ok(None),
        Some(Seconds::Whole(seconds)) => Ok(Some(seconds)),
        Some(Seconds::Fraction(seconds)) if (0.0..1e12).contains(&seconds) => {
            // In range by the guard, so nothing but the fraction is lost.
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
            Ok(Some(seconds as u64))
        }
        Some(Seconds::Fraction(_)) => Err(serde::de::Error::custom("not a moment")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn header_names_are_read_as_every_server_writes_them() {
        for key in ["sec-gpc", "Sec-GPC", "SEC_GPC", "HTTP_SEC_GPC", "http_sec-gpc"] {
            assert!(same_header(key, "sec-gpc"), "{key}");
        }
        for key in ["sec-gp", "x-sec-gpc", "HTTP_", "HTTP_SEC_GPCX", "é"] {
            assert!(!same_header(key, "sec-gpc"), "{key}");
        }
    }

    #[test]
    fn misspelt_or_mistyped_signals_are_an_error() {
        for bad in [
            "{\"explict\":{}}",
            "{\"explicit\":{\"granted\":\"no\"}}",
            "{\"age\":-1}",
            "{\"headers\":[]}",
            "",
            "{\"now\":-5}",
            "{\"now\":1e300}",
        ] {
            assert_eq!(Signals::from_json(bad).unwrap_err().code(), "consent.malformed", "{bad}");
        }
        let fine = Signals::from_json(r#"{"explicit":null,"headers":{"a":["1","2"],"b":null},"now":12.9}"#).unwrap();
        assert_eq!(fine.now, Some(12));
        assert_eq!(fine.header("a").count(), 2);
        assert_eq!(fine.header("b").count(), 0);
    }
}
