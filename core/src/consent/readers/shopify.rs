//! Shopify customer privacy: the JSON of `_tracking_consent`; grants where the choice for analytics (`a`) is `1`.

use std::borrow::Cow;

use serde::Deserialize;

use crate::consent::decision::Reading;
use crate::consent::source::Ask;

#[derive(Deserialize)]
struct Cookie<'a> {
    #[serde(borrow)]
    con: Consent<'a>,
}

#[derive(Deserialize)]
struct Consent<'a> {
    #[serde(borrow, rename = "CMP")]
    choices: Option<Choices<'a>>,
}

/// The visitor's own choices; the `purposes` beside them also count defaults of the region, so they are not read.
#[derive(Deserialize)]
struct Choices<'a> {
    #[serde(borrow)]
    a: Option<Cow<'a, str>>,
}

pub(crate) fn read(value: &str, _: &Ask<'_>) -> Reading {
    let Ok(cookie) = serde_json::from_str::<Cookie<'_>>(value) else {
        return Reading::unknown("malformed");
    };
    match cookie.con.choices.and_then(|c| c.a).as_deref() {
        Some("1") => Reading::grant("analytics"),
        Some("0") => Reading::refuse("analytics"),
        Some("") | None => Reading::absent("no_choice"),
        Some(_) => Reading::unknown("malformed"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Config;
    use crate::consent::Verdict::{Absent, Grant, Refuse, Unknown};

    #[test]
    fn the_visitors_choice_decides() {
        let config = Config::default();
        let ask = Ask { config: &config, key: None, now: 0 };
        for (value, verdict) in [
            (r#"{"con":{"CMP":{"a":"1","m":"0","p":"1","s":""}},"v":"2.1","region":"DEBE","reg":"GDPR"}"#, Grant),
            (r#"{"con":{"CMP":{"a":"0","m":"1"}},"purposes":{"a":true}}"#, Refuse),
            (r#"{"con":{"CMP":{"a":"","m":""}},"purposes":{"a":true}}"#, Absent),
            (r#"{"con":{"GDPR":""},"v":"2.0"}"#, Absent),
            (r#"{"con":{"CMP":{"a":"yes"}}}"#, Unknown),
            (r#"{"v":"2.1"}"#, Unknown),
            ("3.AMPS_DEBE_f_f", Unknown),
        ] {
            assert_eq!(read(value, &ask).verdict, verdict, "{value}");
        }
    }
}
