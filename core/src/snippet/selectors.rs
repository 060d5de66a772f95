//! Markers and the host's selectors as CSS for the browser: the configuration in, one selector list an action out.

use crate::config::{Privacy, Profile};
use crate::redact::markers::{self, Marks};

/// Selector lists; empty where there is nothing to select.
pub(super) struct Selectors {
    /// Elements whose text and attributes are masked.
    pub mask: String,
    /// Elements that become placeholders.
    pub block: String,
    /// Elements whose input events are dropped, not their descendants.
    pub ignore: String,
    /// Elements that the host leaves readable.
    pub allow: String,
    /// Names of attributes that are markers: their values must reach the engine.
    pub markers: Vec<&'static str>,
}

/// Elements whose text was typed though they are no form controls.
pub(super) const TYPED: &str =
    r#"[contenteditable]:not([contenteditable="false" i]),[role="textbox"],[role="searchbox"],[role="combobox"]"#;

/// Pictures, sound, film and what embeds other documents.
pub(super) const MEDIA: &str = "img,picture,video,audio,canvas,object,embed,image";

impl Selectors {
    pub(super) fn of(privacy: &Privacy) -> Selectors {
        let (mut mask, mut block, mut ignore) = (Vec::new(), Vec::new(), Vec::new());
        let mut names = Vec::new();
        let mut add = |selector: String, marks: Marks| {
            if marks.ignore() {
                ignore.push(selector.clone());
            }
            if marks.block() {
                block.push(selector);
            } else if marks.mask() || marks.sensitive() {
                mask.push(selector);
            }
        };
        for marker in markers::attributes().filter(|m| privacy.vendor_markers || m.name == markers::OWN) {
            names.push(marker.name);
            if marker.words.is_empty() {
                add(format!("[{}]", marker.name), marker.marks);
                continue;
            }
            let mut other = format!("[{}]", marker.name);
            for (word, marks) in marker.words {
                let value = format!(r#"[{}="{word}" i]"#, marker.name);
                other.push_str(&format!(":not({value})"));
                add(value, *marks);
            }
            // Any other value of a known marker: fail closed.
            add(other, marker.marks);
        }
        if privacy.vendor_markers {
            for (class, marks) in markers::classes() {
                add(format!(".{class}"), marks);
            }
            add(r#"[class*="dd-privacy-"]:not(.dd-privacy-allow)"#.to_owned(), markers::UNKNOWN);
        }
        let list = |mut own: Vec<String>, host: &[String]| {
            own.extend(host.iter().map(|s| s.trim().to_owned()));
            own.join(",")
        };
        Selectors {
            mask: list(mask, &privacy.mask),
            block: list(block, &privacy.block),
            ignore: list(ignore, &privacy.ignore),
            allow: list(Vec::new(), &privacy.allow),
            markers: names,
        }
    }

    /// Everything below these elements too, for rrweb's test of single elements.
    pub(super) fn ignore_below(&self) -> String {
        if self.ignore.is_empty() { String::new() } else { format!(":is({0}),:is({0}) *", self.ignore) }
    }

    /// Text to mask that a selector can tell, whatever the page.
    pub(super) fn masked_text(&self, profile: Profile) -> String {
        if profile == Profile::Strict {
            return "*".to_owned();
        }
        let mut text = self.mask.clone();
        // Without a function nobody can tell which typed text may be kept, so all of it goes.
        for more in [TYPED, "textarea"] {
            if !text.is_empty() {
                text.push(',');
            }
            text.push_str(more);
        }
        text
    }
}
