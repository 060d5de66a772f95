//! CookieYes: the cookie `cookieyes-consent`, `key:value` pairs between commas; grants where `analytics` is `yes`.

use crate::consent::decision::Reading;
use crate::consent::source::Ask;

pub(crate) fn read(value: &str, _: &Ask<'_>) -> Reading {
    let (mut analytics, mut acted) = (None, true);
    for (key, value) in value.split(',').filter_map(|pair| pair.split_once(':')) {
        match (key.trim(), value.trim()) {
            ("analytics", "yes") => analytics = Some(analytics.unwrap_or(true)),
            ("analytics", "no") => analytics = Some(false),
            ("analytics", _) => return Reading::unknown("malformed"),
            // Until the visitor acts, the categories hold the site's defaults.
            ("action", action) => acted = action == "yes",
            _ => {}
        }
    }
    match analytics {
        Some(false) => Reading::refuse("analytics"),
        Some(true) if !acted => Reading::absent("not_asked"),
        Some(true) => Reading::grant("analytics"),
        None if value.contains(':') => Reading::absent("no_choice"),
        None => Reading::unknown("malformed"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Config;
    use crate::consent::Verdict::{Absent, Grant, Refuse, Unknown};

    #[test]
    fn analytics_and_action_decide() {
        let config = Config::default();
        let ask = Ask { config: &config, key: None, now: 0 };
        for (value, verdict) in [
            ("consentid:x,consent:yes,action:yes,necessary:yes,functional:no,analytics:yes,advertisement:no", Grant),
            ("consent:no,action:yes,analytics:no", Refuse),
            ("consent:no,action:,analytics:yes", Absent),
            ("analytics:yes,analytics:no", Refuse),
            ("analytics:", Unknown),
            ("consent:no", Absent),
            ("yes", Unknown),
        ] {
            assert_eq!(read(value, &ask).verdict, verdict, "{value}");
        }
    }
}
