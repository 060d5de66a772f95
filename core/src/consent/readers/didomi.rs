//! Didomi: the base64 JSON of `didomi_token`; grants where the purpose is among the enabled ones.
//!
//! Sites name their own purposes: the key of the source's entry (`didomi:analytics-x`) says which one counts. Without one
//! the purposes that Didomi ships for measuring and improving are looked for.

use std::borrow::Cow;

use serde::Deserialize;

use crate::consent::bits::base64;
use crate::consent::decision::Reading;
use crate::consent::source::Ask;

const USUAL: &[&str] =
    &["analytics", "audience_measurement", "measure_content_performance", "improve_products", "session_recording", "session_replay"];

#[derive(Deserialize)]
struct Token<'a> {
    #[serde(borrow)]
    purposes: Lists<'a>,
}

#[derive(Deserialize)]
struct Lists<'a> {
    #[serde(borrow, default)]
    enabled: Vec<Cow<'a, str>>,
    #[serde(borrow, default)]
    disabled: Vec<Cow<'a, str>>,
}

pub(crate) fn read(value: &str, ask: &Ask<'_>) -> Reading {
    let Some(json) = base64(value.trim()) else { return Reading::unknown("malformed") };
    let Ok(token) = serde_json::from_slice::<Token<'_>>(&json) else { return Reading::unknown("malformed") };
    let holds = |list: &[Cow<'_, str>]| {
        list.iter().any(|purpose| match ask.key {
            Some(key) => purpose == key,
            None => USUAL.contains(&purpose.as_ref()),
        })
    };
    match (holds(&token.purposes.disabled), holds(&token.purposes.enabled)) {
        (true, _) => Reading::refuse("purpose_declined"),
        (false, true) => Reading::grant("purpose_accepted"),
        (false, false) => Reading::absent("no_such_purpose"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Config;

    #[test]
    fn the_purpose_decides() {
        let config = Config::default();
        let ask = Ask { config: &config, key: None, now: 0 };
        // {"purposes":{"enabled":["analytics"]}} and {"purposes":{"enabled":["x"],"disabled":["analytics"]}}
        assert_eq!(read("eyJwdXJwb3NlcyI6eyJlbmFibGVkIjpbImFuYWx5dGljcyJdfX0=", &ask).reason, "purpose_accepted");
        let declined = "eyJwdXJwb3NlcyI6eyJlbmFibGVkIjpbIngiXSwiZGlzYWJsZWQiOlsiYW5hbHl0aWNzIl19fQ";
        assert_eq!(read(declined, &ask).reason, "purpose_declined");
        assert_eq!(read(declined, &Ask { key: Some("x"), ..ask }).reason, "purpose_accepted");
        assert_eq!(read(declined, &Ask { key: Some("y"), ..ask }).reason, "no_such_purpose");
        assert_eq!(read("e30=", &ask).reason, "malformed");
        assert_eq!(read("!", &ask).reason, "malformed");
    }
}
