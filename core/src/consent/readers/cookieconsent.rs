//! vanilla-cookieconsent: the JSON of `cc_cookie`; grants where the accepted categories hold `analytics` (or the key of
//! the source's entry).

use std::borrow::Cow;

use serde::Deserialize;

use crate::consent::decision::Reading;
use crate::consent::source::Ask;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Cookie<'a> {
    #[serde(borrow)]
    categories: Vec<Cow<'a, str>>,
    /// In milliseconds.
    expiration_time: Option<u64>,
}

pub(crate) fn read(value: &str, ask: &Ask<'_>) -> Reading {
    let Ok(cookie) = serde_json::from_str::<Cookie<'_>>(value) else {
        return Reading::unknown("malformed");
    };
    let wanted = ask.key.unwrap_or("analytics");
    if !cookie.categories.iter().any(|c| c == wanted) {
        return Reading::refuse("category_declined");
    }
    if cookie.expiration_time.is_some_and(|end| end / 1000 <= ask.now) {
        return Reading::absent("expired");
    }
    Reading::grant("category_accepted")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Config;

    #[test]
    fn the_list_of_categories_decides() {
        let config = Config::default();
        let ask = Ask { config: &config, key: None, now: 1_000 };
        for (value, reason) in [
            (r#"{"categories":["necessary","analytics"],"revision":0,"data":null,"expirationTime":1000001}"#, "expired"),
            (r#"{"categories":["necessary","analytics"],"revision":0,"services":{"analytics":[]}}"#, "category_accepted"),
            (r#"{"categories":["necessary"]}"#, "category_declined"),
            (r#"{"categories":"analytics"}"#, "malformed"),
            (r#"{"revision":0}"#, "malformed"),
            (r#"{"categories":["analytics"],"categories":[]}"#, "malformed"),
        ] {
            assert_eq!(read(value, &ask).reason, reason, "{value}");
        }
        let replay = Ask { key: Some("replay"), ..ask };
        assert_eq!(read(r#"{"categories":["analytics"]}"#, &replay).reason, "category_declined");
    }
}
