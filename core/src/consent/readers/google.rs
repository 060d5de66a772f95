//! Google Consent Mode v2: `granted` or `denied` for `analytics_storage`, alone or inside the page's consent object.

use serde::Deserialize;

use crate::consent::decision::Reading;
use crate::consent::source::Ask;

#[derive(Deserialize)]
struct State<'a> {
    #[serde(borrow)]
    analytics_storage: Option<std::borrow::Cow<'a, str>>,
}

pub(crate) fn read(value: &str, _: &Ask<'_>) -> Reading {
    let value = value.trim();
    if !value.starts_with('{') {
        return verdict(value);
    }
    match serde_json::from_str::<State<'_>>(value) {
        Ok(State { analytics_storage: Some(state) }) => verdict(&state),
        Ok(State { analytics_storage: None }) => Reading::absent("no_choice"),
        Err(_) => Reading::unknown("malformed"),
    }
}

fn verdict(state: &str) -> Reading {
    match state {
        "granted" => Reading::grant("analytics_storage"),
        "denied" => Reading::refuse("analytics_storage"),
        _ => Reading::unknown("malformed"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Config;
    use crate::consent::Verdict::{Absent, Grant, Refuse, Unknown};

    #[test]
    fn analytics_storage_decides() {
        let config = Config::default();
        let ask = Ask { config: &config, key: None, now: 0 };
        for (value, verdict) in [
            ("granted", Grant),
            ("denied", Refuse),
            ("yes", Unknown),
            ("", Unknown),
            ("{\"ad_storage\":\"granted\"}", Absent),
            ("{\"analytics_storage\":\"granted\",\"ad_storage\":\"denied\"}", Grant),
            ("{\"analytics_storage\":\"denied\"}", Refuse),
            ("{\"analytics_storage\":\"granted\",\"analytics_storage\":\"denied\"}", Unknown),
            ("{", Unknown),
        ] {
            assert_eq!(read(value, &ask).verdict, verdict, "{value}");
        }
    }
}
