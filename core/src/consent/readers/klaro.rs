//! Klaro: the JSON of the cookie `klaro`, service name to yes or no.
//!
//! Which service stands for the recorder is the key of the source's entry (`klaro:recorder`); without one, the usual names
//! are looked for and all that are there must be yes.

use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};

use crate::consent::decision::Reading;
use crate::consent::source::Ask;

const USUAL: &[&str] = &["milkglass", "session-recording", "session_recording", "session-replay", "session_replay", "analytics"];

pub(crate) fn read(value: &str, ask: &Ask<'_>) -> Reading {
    let Ok(services) = serde_json::from_str::<Services>(value) else {
        return Reading::unknown("malformed");
    };
    let wanted = |name: &str| match ask.key {
        Some(key) => name == key,
        None => USUAL.iter().any(|usual| name.eq_ignore_ascii_case(usual)),
    };
    let mut answers = services.0.iter().filter(|(name, _)| wanted(name)).peekable();
    if answers.peek().is_none() {
        return Reading::absent("no_such_service");
    }
    match answers.all(|(_, accepted)| *accepted) {
        true => Reading::grant("service_accepted"),
        false => Reading::refuse("service_declined"),
    }
}

/// Every pair of the object, so that of a service named twice both answers count.
struct Services(Vec<(String, bool)>);

impl<'de> Deserialize<'de> for Services {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Pairs;
        impl<'de> Visitor<'de> for Pairs {
            type Value = Services;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object of yes and no")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Services, A::Error> {
                let mut pairs = Vec::new();
                while let Some(pair) = map.next_entry()? {
                    pairs.push(pair);
                }
                Ok(Services(pairs))
            }
        }
        deserializer.deserialize_map(Pairs)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Config;

    #[test]
    fn the_service_decides() {
        let config = Config::default();
        let ask = Ask { config: &config, key: None, now: 0 };
        for (value, reason) in [
            (r#"{"analytics":true,"ads":false}"#, "service_accepted"),
            (r#"{"analytics":false}"#, "service_declined"),
            (r#"{"analytics":true,"analytics":false}"#, "service_declined"),
            (r#"{"analytics":true,"session-recording":false}"#, "service_declined"),
            (r#"{"ads":true}"#, "no_such_service"),
            (r#"{"analytics":"true"}"#, "malformed"),
            ("[]", "malformed"),
        ] {
            assert_eq!(read(value, &ask).reason, reason, "{value}");
        }
        let replay = Ask { key: Some("ads"), ..ask };
        assert_eq!(read(r#"{"analytics":false,"ads":true}"#, &replay).reason, "service_accepted");
    }
}
