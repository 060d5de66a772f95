//! OneTrust: the cookie `OptanonConsent`, written as a query string; grants where `groups` holds `C0002:1` (or the key of
//! the source's entry).

use crate::consent::cookies::percent_decoded;
use crate::consent::decision::Reading;
use crate::consent::source::Ask;

pub(crate) fn read(value: &str, ask: &Ask<'_>) -> Reading {
    let wanted = ask.key.unwrap_or("C0002");
    // Some servers escape the cookie once more as a whole.
    let whole = if value.contains('&') { Some(value.into()) } else { percent_decoded(value) };
    let Some(value) = whole else { return Reading::unknown("malformed") };
    let (mut answer, mut chosen) = (None, true);
    for (key, value) in value.split('&').filter_map(|pair| pair.split_once('=')) {
        match (key, value) {
            ("isGpcEnabled", "1") => return Reading::refuse("gpc"),
            // The groups of a visitor who has not chosen yet are the site's defaults.
            ("interactionCount", "0") => chosen = false,
            ("groups", groups) => {
                let Some(groups) = percent_decoded(groups) else { return Reading::unknown("malformed") };
                for (group, state) in groups.split(',').filter_map(|g| g.split_once(':')).filter(|(g, _)| *g == wanted) {
                    answer = match (group, state) {
                        (_, "1") => Some(answer.unwrap_or(true)),
                        (_, "0") => Some(false),
                        _ => return Reading::unknown("malformed"),
                    };
                }
            }
            _ => {}
        }
    }
    match answer {
        Some(false) => Reading::refuse("group_declined"),
        Some(true) if !chosen => Reading::absent("not_asked"),
        Some(true) => Reading::grant("group_accepted"),
        None if value.contains('=') => Reading::absent("no_such_group"),
        None => Reading::unknown("malformed"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Config;

    #[test]
    fn the_group_decides() {
        let config = Config::default();
        let ask = Ask { config: &config, key: None, now: 0 };
        for (value, reason) in [
            ("isGpcEnabled=0&version=202401.1.0&interactionCount=1&groups=C0001:1,C0002:1,C0003:0", "group_accepted"),
            ("version=6.1&groups=C0001%3A1%2CC0002%3A1", "group_accepted"),
            ("groups=C0001:1,C0002:0", "group_declined"),
            ("groups=C0002:1,C0002:0", "group_declined"),
            ("interactionCount=0&groups=C0002:1", "not_asked"),
            ("isGpcEnabled=1&groups=C0002:1", "gpc"),
            ("groups=C0001:1", "no_such_group"),
            ("landingPath=https%3A%2F%2Fa.example%2F%3Fb%26groups%3DC0002%3A1&groups=C0001:1", "no_such_group"),
            ("isGpcEnabled%3D0%26groups%3DC0002%253A1", "group_accepted"),
            ("groups=C0002:x", "malformed"),
            ("nonsense", "malformed"),
        ] {
            assert_eq!(read(value, &ask).reason, reason, "{value}");
        }
    }
}
