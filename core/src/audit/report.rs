//! What the audit says: rules, channels, findings and counts. No visitor data: lengths, kinds and samples without a character of it.

use std::collections::BTreeMap;

use serde::Serialize;

use super::mask::Reason;

/// Findings that a report lists at most; the counts go on. More than this nobody reads, and a raw recording may hold a million.
pub const MAX_LISTED: usize = 1_000;
/// Masks that a report lists at most; the counts go on.
const MAX_MASKS: usize = 200_000;

macro_rules! channels {
    ($($(#[doc = $doc:literal])+ $name:ident = $text:literal,)+) => {
        /// Where in the recording something stands.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        #[serde(rename_all = "snake_case")]
        #[non_exhaustive]
        pub enum Channel { $($(#[doc = $doc])+ $name,)+ }

        impl Channel {
            /// Every channel, in the order of reports.
            pub const ALL: &'static [Channel] = &[$(Channel::$name,)+];
            /// The channel as it is written in reports.
            pub fn as_str(self) -> &'static str { match self { $(Channel::$name => $text,)+ } }
        }
    };
}

channels! {
    /// Text of the page.
    Text = "text",
    /// `<title>` of a document.
    Title = "title",
    /// Attributes.
    Attribute = "attribute",
    /// Addresses, wherever they stand in the page.
    Url = "url",
    /// Values of form fields in attributes, text areas and editable elements.
    Value = "value",
    /// Input events.
    Input = "input",
    /// Style sheets and fonts.
    Css = "css",
    /// Comments, scripts, event handlers, documents in attributes.
    Code = "code",
    /// Pictures and other media inside the recording.
    Media = "media",
    /// Canvas commands.
    Canvas = "canvas",
    /// Clicks and touches.
    Pointer = "pointer",
    /// Text selections.
    Selection = "selection",
    /// Console lines.
    Console = "console",
    /// Network requests.
    Network = "network",
    /// Other plugins.
    Plugin = "plugin",
    /// Custom events.
    Custom = "custom",
    /// What was loaded, as asset events carry it.
    Asset = "asset",
    /// The address of the page.
    Meta = "meta",
    /// Anything else.
    Other = "other",
}

/// A rule of the audit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct RuleInfo {
    /// Id.
    pub id: &'static str,
    /// What it finds, in a sentence.
    pub about: &'static str,
}

macro_rules! rules {
    ($($name:ident = $id:literal, $about:literal;)+) => {
        $(pub(super) const $name: &str = $id;)+
        /// Every rule, in the order of the documentation.
        pub const RULES: &[RuleInfo] = &[$(RuleInfo { id: $id, about: $about },)+];
    };
}

rules! {
    DETECTED = "detected", "The detectors find personal data in a text.";
    DISGUISED = "disguised", "The detectors find personal data in a text once it is decoded: URL escapes, entities, JSON in a string, base64.";
    PATTERN = "pattern", "The audit's own patterns find personal data that the detectors pass over.";
    JOINED_TEXT = "joined-text", "Neighbouring pieces of text, none of them personal, are personal together.";
    JOINED_INPUTS = "joined-inputs", "What was typed into one-character boxes can be read one after another.";
    KEYPAD = "keypad", "A run of clicks on keys of one character can be read.";
    SENSITIVE_INPUT = "sensitive-input", "What was typed into a field that must never be recorded is readable.";
    SENSITIVE_VALUE = "sensitive-value", "The value of a field that must never be recorded is readable.";
    SENSITIVE_KEY = "sensitive-key", "A key, or the name of an attribute, names a secret and its value is readable.";
    FORM_INPUT = "form-input", "Typed text is readable, and form recording is off.";
    FORM_VALUE = "form-value", "The value of a field is readable, and form recording is off.";
    PERSONAL_FIELD = "personal-field", "The value of a field for contact data or a number of a person is readable.";
    CHOICE = "choice", "What was chosen is readable, and form recording is off.";
    MARKED = "marked", "Something is readable in an element that the page or the configuration marks to be masked, blocked or ignored.";
    CODE = "code", "A script, a comment, an event handler or an embedded document is not empty.";
    URL_PART = "url-part", "A part of an address may hold a token or personal data.";
    SELECTION = "selection", "The offset of a selection inside masked text tells of its length.";
    CANVAS = "canvas", "Canvas commands draw text or pictures, or are kept where they should be dropped.";
    MEDIA = "media", "Pixels or files are kept where they should be blank.";
    SETTING = "setting", "Something is kept that the configuration drops.";
    STRICT_TEXT = "strict-text", "Text of the page is readable, and the profile masks all of it.";
    UNKNOWN = "unknown", "An event or a node of no known kind holds text.";
}

/// One place that still looks personal. It holds no character of what stands there.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Finding {
    /// Id of the rule, one of [`RULES`].
    pub rule: &'static str,
    /// Where in the recording it stands.
    pub channel: Channel,
    /// What it looks like: a type of the detectors or a class of the labels. None where only the place tells.
    pub kind: Option<String>,
    /// Index of the event, from 0.
    pub event: u64,
    /// Milliseconds since the first event.
    pub at_ms: i64,
    /// Id of the node in its document.
    pub node: Option<i64>,
    /// The node's ancestors, the nearest last: tags alone.
    pub path: String,
    /// The part of the node or payload: the name of a common attribute, or a word such as `key`, `query`, `data-*`.
    pub part: Option<&'static str>,
    /// How sure, from 0 to 1.
    pub confidence: f32,
    /// Characters of what was found. For secrets the next power of two.
    pub length: u64,
    /// Its shape without its characters and lengths; for secrets a constant.
    pub sample: String,
}

/// Something that is hidden, for the time line and the tints of a replay.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mask {
    /// Milliseconds since the first event.
    pub at_ms: i64,
    /// Where it stands.
    pub channel: Channel,
    /// Why it is hidden, as far as that can be told.
    pub reason: Reason,
    /// Id of the node in its document.
    pub node: Option<i64>,
    /// How many full snapshots came before or with it: node ids restart with each.
    pub document: u32,
}

/// What the audit of one recording found.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Report {
    /// Fingerprint of the configuration whose rules were asked.
    pub fingerprint: String,
    /// The profile of the configuration.
    pub profile: &'static str,
    /// Events read.
    pub events: u64,
    /// Bytes read, after decompression.
    pub bytes: u64,
    /// Milliseconds from the first event to the last.
    pub duration_ms: i64,
    /// All findings, those that are not listed too.
    pub total: u64,
    /// Their number by rule.
    pub by_rule: BTreeMap<&'static str, u64>,
    /// Their number by channel and rule.
    pub by_channel: BTreeMap<&'static str, BTreeMap<&'static str, u64>>,
    /// The first [`MAX_LISTED`] findings, in the order of the recording.
    pub findings: Vec<Finding>,
    /// What is hidden, by channel and reason.
    pub masks: BTreeMap<&'static str, BTreeMap<&'static str, u64>>,
    /// Keys of the configuration that ask for something the audit can't check, for example selectors beyond its own.
    pub unchecked: Vec<String>,
    /// Each thing that is hidden, in the order of the recording; not part of the JSON.
    #[serde(skip)]
    pub seen: Vec<Mask>,
    /// When each full snapshot came, in milliseconds since the first event; not part of the JSON.
    #[serde(skip)]
    pub snapshots: Vec<i64>,
}

impl Report {
    /// Whether nothing was found.
    pub fn is_clean(&self) -> bool {
        self.total == 0
    }

    pub(super) fn add(&mut self, finding: Finding) {
        self.total += 1;
        *self.by_rule.entry(finding.rule).or_default() += 1;
        *self.by_channel.entry(finding.channel.as_str()).or_default().entry(finding.rule).or_default() += 1;
        if self.findings.len() < MAX_LISTED {
            self.findings.push(finding);
        }
    }

    pub(super) fn add_mask(&mut self, mask: Mask) {
        *self.masks.entry(mask.channel.as_str()).or_default().entry(mask.reason.as_str()).or_default() += 1;
        if self.seen.len() < MAX_MASKS {
            self.seen.push(mask);
        }
    }
}

/// What stands for any secret.
const SECRET: &str = "••••••••";
/// Characters of a sample at most.
const SAMPLE: usize = 28;

/// The shape of a text: each word three dots, the marks between that give away nothing. Of a secret not even that.
pub(super) fn sample(text: &str, secret: bool) -> String {
    if secret {
        return SECRET.to_owned();
    }
    let mut out = String::new();
    let mut inside = false;
    for character in text.chars() {
        let mark = matches!(character, '@' | '.' | ',' | '-' | '+' | '/' | ':' | '=' | '&' | '?') || character.is_whitespace();
        if !mark && !inside {
            out.push_str("•••");
        } else if mark && !(character.is_whitespace() && out.ends_with(' ')) {
            out.push(if character.is_whitespace() { ' ' } else { character });
        }
        inside = !mark;
        if out.chars().count() > SAMPLE {
            out.push('…');
            break;
        }
    }
    out
}

/// How long a text is; of a secret only a class of lengths.
pub(super) fn length(text: &str, secret: bool) -> u64 {
    let count = text.chars().count();
    let count = if secret { count.next_power_of_two().max(4) } else { count };
    u64::try_from(count).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn samples_give_away_neither_characters_nor_lengths() {
        assert_eq!(sample("erika.muster@example.org", false), "•••.•••@•••.•••");
        assert_eq!(sample("Erika  Muster", false), sample("Al Xu", false));
        assert_eq!(sample("4111 1111", true), sample("hunter2", true));
        assert!(sample(&"word ".repeat(90), false).chars().count() <= SAMPLE + 4);
        assert_eq!((length("abcde", false), length("abcde", true), length("abcdefg", true), length("1", true)), (5, 8, 8, 4));
    }

    #[test]
    fn rules_and_channels_are_listed_once() {
        assert_eq!(RULES.iter().map(|r| r.id).collect::<HashSet<_>>().len(), RULES.len());
        assert_eq!(Channel::ALL.iter().map(|c| c.as_str()).collect::<HashSet<_>>().len(), Channel::ALL.len());
        for channel in Channel::ALL {
            assert_eq!(serde_json::to_value(channel).unwrap(), channel.as_str());
        }
        for reason in Reason::ALL {
            assert_eq!(serde_json::to_value(reason).unwrap(), reason.as_str());
        }
    }

    #[test]
    fn lists_end_and_counts_go_on() {
        let mut report = Report::default();
        for _ in 0..=MAX_LISTED {
            report.add(Finding {
                rule: DETECTED,
                channel: Channel::Text,
                kind: None,
                event: 0,
                at_ms: 0,
                node: None,
                path: String::new(),
                part: None,
                confidence: 0.9,
                length: 1,
                sample: String::new(),
            });
        }
        assert_eq!((report.findings.len(), report.total), (MAX_LISTED, 1_001));
        assert_eq!(report.by_channel["text"]["detected"], 1_001);
        assert!(!report.is_clean() && Report::default().is_clean());
    }
}
