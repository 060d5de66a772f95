//! Whether a configuration processes personal data, and why.
//!
//! In: a configuration. Out: [`PersonalData`]. "No" is said only where nothing is recorded that could hold any: no typed
//! text, no readable text, no IP address, no network payload; in `strict` console, custom events and canvas hold none.

use serde::Serialize;

use crate::config::{Canvas, Config, Console, CustomEvents, Ip, Media, Network, Profile};

/// The answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Finding {
    /// The configuration records personal data.
    Yes,
    /// It records text or payloads that are searched for personal data; the search can miss some.
    Likely,
    /// It records none, on the conditions named beside it.
    No,
}

/// One reason for the answer: a key of the configuration and what follows from its value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Reason {
    /// Key, for example `privacy.profile`.
    pub field: &'static str,
    /// What follows.
    pub why: &'static str,
}

/// Whether personal data is processed, why, and what the answer rests on that the configuration can't see.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PersonalData {
    /// The answer.
    pub finding: Finding,
    /// Why; empty for `no`.
    pub reasons: Vec<Reason>,
    /// What must hold outside the configuration.
    pub conditions: Vec<&'static str>,
}

/// Judges a configuration.
pub fn personal_data(config: &Config) -> PersonalData {
    let privacy = &config.privacy;
    let readable = privacy.profile != Profile::Strict;
    let certain = [
        (privacy.profile == Profile::Forms, "privacy.profile", "form recording is on: what visitors type and select is kept"),
        (privacy.ip == Ip::Keep, "privacy.ip", "IP addresses are kept"),
        (privacy.ip == Ip::Truncate, "privacy.ip", "the host keeps shortened IP addresses, which can still point to a person"),
        (privacy.network == Network::Mask, "privacy.network", "contents of requests are kept, searched for personal data"),
    ];
    let possible = [
        (readable, "privacy.profile", "the text of the pages is readable; it is searched for personal data, and the search can miss some"),
        (!privacy.allow.is_empty(), "privacy.allow", "the text of some areas stays as it is"),
        (readable && privacy.console == Console::Mask, "privacy.console", "console messages are kept, searched for personal data"),
        (privacy.network == Network::Urls, "privacy.network", "addresses of requests are kept; their paths can name a person"),
        (
            readable && privacy.custom_events == CustomEvents::Mask,
            "privacy.custom_events",
            "custom events are kept, searched for personal data",
        ),
        (readable && privacy.canvas == Canvas::Keep, "privacy.canvas", "drawings are kept; they can show personal data"),
        (privacy.media == Media::Keep, "privacy.media", "images are kept; they can show a person"),
    ];
    let of = |list: &[(bool, &'static str, &'static str)]| -> Vec<Reason> {
        list.iter().filter(|(when, ..)| *when).map(|&(_, field, why)| Reason { field, why }).collect()
    };
    let (certain, possible) = (of(&certain), of(&possible));
    let finding = match (certain.is_empty(), possible.is_empty()) {
        (false, _) => Finding::Yes,
        (true, false) => Finding::Likely,
        (true, true) => Finding::No,
    };
    let conditions = if finding == Finding::No {
        vec![
            "the host passes no user or visitor id, and the session id is random and not kept after the visit",
            "no path of a page address names a person",
            "the web server and the recipient keep no IP address beside the recording",
        ]
    } else {
        Vec::new()
    };
    PersonalData { finding, reasons: certain.into_iter().chain(possible).collect(), conditions }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finding(toml: &str) -> Finding {
        personal_data(&Config::from_toml(toml).unwrap()).finding
    }

    #[test]
    fn no_is_said_only_where_every_channel_is_closed() {
        let closed = "[privacy]\nprofile = \"strict\"\n";
        assert_eq!(finding(closed), Finding::No);
        for open in ["ip = \"keep\"", "ip = \"truncate\"", "network = \"mask\""] {
            assert_eq!(finding(&format!("{closed}{open}")), Finding::Yes, "{open}");
        }
        for open in ["network = \"urls\"", "media = \"keep\"", "allow = [\".a\"]"] {
            assert_eq!(finding(&format!("{closed}{open}")), Finding::Likely, "{open}");
        }
        assert_eq!(finding(""), Finding::Likely);
        assert_eq!(finding("[privacy]\nprofile = \"forms\""), Finding::Yes);
    }
}
