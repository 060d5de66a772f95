//! Markers of recorders that stand in pages: an attribute in, what it asks to be done with its element out.
//!
//! The audit's own short list, of the markers that are in wide use; the engine knows more of them.

/// What markers ask for, as bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Marks(u8);

impl Marks {
    pub(super) const NONE: Marks = Marks(0);
    pub(super) const MASK: Marks = Marks(1);
    pub(super) const BLOCK: Marks = Marks(2);
    pub(super) const IGNORE: Marks = Marks(4);
    /// Never recordable.
    pub(super) const NEVER: Marks = Marks(8);

    pub(super) fn has(self, other: Marks) -> bool {
        self.0 & other.0 != 0
    }

    pub(super) fn with(self, other: Marks) -> Marks {
        Marks(self.0 | other.0)
    }
}

/// Attributes that ask for one thing whatever their value.
const ALWAYS: &[(&str, Marks)] = &[
    ("data-clarity-mask", Marks::MASK),
    ("data-hj-suppress", Marks::BLOCK),
    ("data-matomo-mask", Marks::MASK),
    ("data-nr-block", Marks::BLOCK),
    ("data-nr-ignore", Marks::IGNORE),
    ("data-nr-mask", Marks::MASK),
    ("data-openreplay-hidden", Marks::BLOCK),
    ("data-openreplay-masked", Marks::MASK),
    ("data-openreplay-obscured", Marks::MASK),
    ("data-recording-disable", Marks::BLOCK),
    ("data-recording-sensitive", Marks::NEVER),
    ("data-rr-is-password", Marks::NEVER),
    ("data-sentry-block", Marks::BLOCK),
    ("data-sentry-ignore", Marks::IGNORE),
    ("data-sentry-mask", Marks::MASK),
];

/// Class names.
const CLASSES: &[(&str, Marks)] = &[
    ("amp-block", Marks::BLOCK),
    ("amp-mask", Marks::MASK),
    ("fs-exclude", Marks::BLOCK),
    ("fs-mask", Marks::MASK),
    ("mp-block", Marks::BLOCK),
    ("mp-mask", Marks::MASK),
    ("nr-block", Marks::BLOCK),
    ("nr-ignore", Marks::IGNORE),
    ("nr-mask", Marks::MASK),
    ("ph-ignore-input", Marks::IGNORE),
    ("ph-mask", Marks::MASK),
    ("ph-no-capture", Marks::BLOCK),
    ("rr-block", Marks::BLOCK),
    ("rr-ignore", Marks::IGNORE),
    ("rr-mask", Marks::MASK),
    ("sentry-block", Marks::BLOCK),
    ("sentry-ignore", Marks::IGNORE),
    ("sentry-mask", Marks::MASK),
];

/// What an attribute asks for.
pub(super) fn of(name: &str, value: &str, vendors: bool) -> Marks {
    let word = value.trim().to_ascii_lowercase();
    match name {
        "data-milkglass" => match word.as_str() {
            "allow" => Marks::NONE,
            "block" => Marks::BLOCK,
            "ignore" => Marks::IGNORE,
            _ => Marks::MASK,
        },
        _ if !vendors => Marks::NONE,
        "class" => value
            .split_ascii_whitespace()
            .filter_map(|class| CLASSES.iter().find(|(known, _)| *known == class))
            .fold(Marks::NONE, |marks, (_, more)| marks.with(*more)),
        "data-private" => match word.as_str() {
            "mask" => Marks::MASK,
            "ignore" => Marks::MASK.with(Marks::IGNORE),
            _ => Marks::BLOCK,
        },
        "data-dd-privacy" => match word.as_str() {
            "allow" => Marks::NONE,
            "hidden" => Marks::BLOCK,
            _ => Marks::MASK,
        },
        "data-sl" => {
            if word == "exclude" {
                Marks::BLOCK
            } else {
                Marks::MASK
            }
        }
        "data-recording-ignore" => {
            if word == "events" {
                Marks::IGNORE
            } else {
                Marks::MASK
            }
        }
        _ => ALWAYS.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map_or(Marks::NONE, |(_, marks)| *marks),
    }
}

/// Whether an attribute says what to do with its element, and so nothing of the visitor.
pub(super) fn is_marker(name: &str) -> bool {
    matches!(name, "data-milkglass" | "data-private" | "data-dd-privacy" | "data-sl" | "data-recording-ignore")
        || ALWAYS.iter().any(|(known, _)| known.eq_ignore_ascii_case(name))
        // Of families known, of which the engine knows more.
        || ["data-sentry-", "data-openreplay-", "data-clarity-", "data-matomo-", "data-piwik-", "data-nr-", "data-hj-", "data-mf-", "data-heap-", "data-cs-", "data-milkglass-", "data-dtrum-", "data-sr-"]
            .iter()
            .any(|family| name.starts_with(family))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markers_are_read_by_name_and_word() {
        for (name, value, marks) in [
            ("class", "a rr-mask b", Marks::MASK),
            ("class", "ph-no-capture rr-ignore", Marks::BLOCK.with(Marks::IGNORE)),
            ("class", "rr-masked", Marks::NONE),
            ("data-milkglass", "Block", Marks::BLOCK),
            ("data-milkglass", "allow", Marks::NONE),
            ("data-milkglass", "other", Marks::MASK),
            ("data-private", "", Marks::BLOCK),
            ("data-private", "mask", Marks::MASK),
            ("data-sentry-mask", "", Marks::MASK),
            ("data-recording-ignore", "events", Marks::IGNORE),
            ("data-recording-sensitive", "", Marks::NEVER),
            ("data-dd-privacy", "allow", Marks::NONE),
            ("data-id", "rr-mask", Marks::NONE),
        ] {
            assert_eq!(of(name, value, true), marks, "{name}={value}");
        }
        assert_eq!(of("class", "rr-mask", false), Marks::NONE);
        assert_eq!(of("data-milkglass", "mask", false), Marks::MASK);
        assert!(is_marker("data-sentry-unmask") && !is_marker("data-id"));
    }
}
