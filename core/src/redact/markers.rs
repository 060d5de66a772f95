//! Markers that pages already carry for other recorders, and our own: an attribute or a class name in, what to do out.
//!
//! A foreign marker may only protect. Those that unmask are known so that they are passed over, and an unknown value of a known
//! marker masks or blocks. Only our own `data-milkglass="allow"` lifts anything, and only where the host's configuration permits it.

/// What markers ask for; several may come together.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Marks(u8);

const MASK: Marks = Marks(1);
const BLOCK: Marks = Marks(2);
const IGNORE: Marks = Marks(4);
const SENSITIVE: Marks = Marks(8);
const ALLOW: Marks = Marks(16);
const NOTHING: Marks = Marks(0);

impl Marks {
    /// Hide the content, keep the shape.
    pub(crate) fn mask(self) -> bool {
        self.0 & MASK.0 != 0
    }

    /// Replace the element by a placeholder of its size.
    pub(crate) fn block(self) -> bool {
        self.0 & BLOCK.0 != 0
    }

    /// Drop the element's input events.
    pub(crate) fn ignore(self) -> bool {
        self.0 & IGNORE.0 != 0
    }

    /// Never recordable, whatever else is said.
    pub(crate) fn sensitive(self) -> bool {
        self.0 & SENSITIVE.0 != 0
    }

    /// Readable where the host's configuration permits it. Our own marker alone says so.
    pub(crate) fn allow(self) -> bool {
        self.0 & ALLOW.0 != 0
    }

    /// Whether nothing is asked for.
    pub(crate) fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// What either asks for.
    pub(crate) fn union(self, other: Marks) -> Marks {
        Marks(self.0 | other.0)
    }
}

impl std::fmt::Debug for Marks {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let names = [(MASK, "mask"), (BLOCK, "block"), (IGNORE, "ignore"), (SENSITIVE, "sensitive"), (ALLOW, "allow")];
        f.debug_set().entries(names.iter().filter(|(m, _)| self.0 & m.0 != 0).map(|(_, name)| name)).finish()
    }
}

/// What an attribute's value decides.
enum Rule {
    /// The marker works whatever its value.
    Always(Marks),
    /// The value is a word; any other asks for the first.
    Words(Marks, &'static [(&'static str, Marks)]),
}

use Rule::{Always, Words};

/// `data-private` of LogRocket blocks whatever it says; other sites write what they want done.
const PRIVATE: Rule = Words(BLOCK, &[("mask", MASK), ("ignore", Marks(MASK.0 | IGNORE.0))]);

/// Attributes, sorted, with where each is documented.
const ATTRIBUTES: &[(&str, Rule, &str)] = &[
    ("data-clarity-mask", Always(MASK), "Microsoft Clarity, masking content"),
    ("data-clarity-unmask", Always(NOTHING), "Microsoft Clarity; unmasks, so it is passed over"),
    ("data-cs-encrypt", Always(MASK), "Contentsquare, by a public registry of markers"),
    ("data-cs-mask", Always(BLOCK), "Contentsquare, by a public registry of markers"),
    (
        "data-dd-privacy",
        Words(
            MASK,
            &[
                ("allow", NOTHING),
                ("hidden", BLOCK),
                ("mask", MASK),
                ("mask-unless-allowlisted", MASK),
                // Of the whole element only what is typed: its inputs are masked, which every profile does with the values below it.
                ("mask-user-input", MASK),
            ],
        ),
        "Datadog, session replay privacy options",
    ),
    ("data-dtrum-mask", Always(MASK), "Dynatrace, by a public registry of markers"),
    ("data-heap-redact-attributes", Always(BLOCK), "Heap, by a public registry of markers"),
    ("data-heap-redact-text", Always(BLOCK), "Heap, by a public registry of markers"),
    ("data-hj-allow", Always(NOTHING), "Hotjar; unmasks, so it is passed over"),
    ("data-hj-suppress", Always(BLOCK), "Hotjar, suppressing elements"),
    ("data-matomo-mask", Always(MASK), "Matomo, heatmap and session recording"),
    ("data-matomo-unmask", Always(NOTHING), "Matomo; unmasks, so it is passed over"),
    ("data-mf-replace", Always(BLOCK), "Mouseflow, by a public registry of markers"),
    ("data-mf-replace-inner", Always(MASK), "Mouseflow, by a public registry of markers"),
    ("data-milkglass", Words(MASK, &[("allow", ALLOW), ("block", BLOCK), ("ignore", IGNORE), ("mask", MASK)]), "our own"),
    ("data-nr-block", Always(BLOCK), "New Relic, session replay"),
    ("data-nr-ignore", Always(IGNORE), "New Relic, session replay"),
    ("data-nr-mask", Always(MASK), "New Relic, session replay"),
    ("data-nr-unmask", Always(NOTHING), "New Relic; unmasks, so it is passed over"),
    ("data-openreplay-hidden", Always(BLOCK), "OpenReplay, sanitising data"),
    ("data-openreplay-htmlmasked", Always(BLOCK), "OpenReplay, sanitising data"),
    ("data-openreplay-masked", Always(MASK), "OpenReplay, sanitising data"),
    ("data-openreplay-obscured", Always(MASK), "OpenReplay, sanitising data"),
    ("data-openreplay-unmask", Always(NOTHING), "OpenReplay; unmasks, so it is passed over"),
    ("data-piwik-mask", Always(MASK), "Matomo under its former name"),
    ("data-piwik-unmask", Always(NOTHING), "Matomo under its former name; unmasks, so it is passed over"),
    ("data-private", PRIVATE, "LogRocket, and in common use"),
    ("data-recording-disable", Always(BLOCK), "Smartsupp and the former Smartlook"),
    ("data-recording-ignore", Words(MASK, &[("events", IGNORE), ("mask", MASK)]), "Smartsupp and the former Smartlook"),
    ("data-recording-sensitive", Always(Marks(MASK.0 | IGNORE.0 | SENSITIVE.0)), "Smartsupp and the former Smartlook"),
    ("data-rr-is-password", Always(SENSITIVE), "rrweb, on an input that was a password before its type was toggled"),
    ("data-sentry-block", Always(BLOCK), "Sentry, session replay"),
    ("data-sentry-ignore", Always(IGNORE), "Sentry, session replay"),
    ("data-sentry-mask", Always(MASK), "Sentry, session replay"),
    ("data-sentry-unblock", Always(NOTHING), "Sentry; unmasks, so it is passed over"),
    ("data-sentry-unmask", Always(NOTHING), "Sentry; unmasks, so it is passed over"),
    ("data-sl", Words(MASK, &[("exclude", BLOCK), ("mask", MASK)]), "Smartlook"),
    ("data-sr-redact", Always(BLOCK), "by a public registry of markers"),
];

/// Class names, sorted, with where each is documented. Names that unmask stand here too, so that a test can say that they do nothing.
const CLASSES: &[(&str, Marks, &str)] = &[
    ("_lr-hide", BLOCK, "LogRocket"),
    ("amp-block", BLOCK, "Amplitude"),
    ("amp-mask", MASK, "Amplitude"),
    ("amp-unmask", NOTHING, "Amplitude; unmasks"),
    ("cls_mask", MASK, "Glassbox, by a public registry of markers"),
    ("data-hj-allow", NOTHING, "Hotjar; unmasks"),
    ("data-hj-suppress", BLOCK, "Hotjar, as a class"),
    ("dd-privacy-allow", NOTHING, "Datadog; unmasks"),
    ("dd-privacy-hidden", BLOCK, "Datadog"),
    ("dd-privacy-mask", MASK, "Datadog"),
    ("dd-privacy-mask-unless-allowlisted", MASK, "Datadog"),
    ("dd-privacy-mask-user-input", MASK, "Datadog"),
    ("fs-block", BLOCK, "FullStory, older"),
    ("fs-exclude", BLOCK, "FullStory"),
    ("fs-exclude-without-consent", BLOCK, "FullStory"),
    ("fs-mask", MASK, "FullStory"),
    ("fs-mask-without-consent", MASK, "FullStory"),
    ("fs-unmask", NOTHING, "FullStory; unmasks"),
    ("fs-unmask-with-consent", NOTHING, "FullStory; unmasks"),
    ("grafana-block", BLOCK, "Grafana Faro"),
    ("grafana-ignore", IGNORE, "Grafana Faro"),
    ("grafana-mask", MASK, "Grafana Faro"),
    ("heap-ignore", IGNORE, "Heap, by a public registry of markers"),
    ("highlight-block", BLOCK, "Highlight, by a public registry of markers"),
    ("highlight-ignore", IGNORE, "Highlight, by a public registry of markers"),
    ("highlight-mask", MASK, "Highlight, by a public registry of markers"),
    ("inspectlet-sensitive", Marks(MASK.0 | SENSITIVE.0), "Inspectlet, by a public registry of markers"),
    ("lo-sensitive", Marks(BLOCK.0 | SENSITIVE.0), "Lucky Orange, by a public registry of markers"),
    ("mf-excluded", BLOCK, "Mouseflow, by a public registry of markers"),
    ("mf-masked", BLOCK, "Mouseflow, by a public registry of markers"),
    ("mp-block", BLOCK, "Mixpanel"),
    ("mp-mask", MASK, "Mixpanel"),
    ("nr-block", BLOCK, "New Relic"),
    ("nr-ignore", IGNORE, "New Relic"),
    ("nr-mask", MASK, "New Relic"),
    ("nr-unmask", NOTHING, "New Relic; unmasks"),
    ("ph-ignore-input", IGNORE, "PostHog"),
    ("ph-mask", MASK, "PostHog"),
    ("ph-no-capture", BLOCK, "PostHog"),
    ("rr-block", BLOCK, "rrweb"),
    ("rr-ignore", IGNORE, "rrweb"),
    ("rr-mask", MASK, "rrweb"),
    ("sentry-block", BLOCK, "Sentry"),
    ("sentry-ignore", IGNORE, "Sentry"),
    ("sentry-mask", MASK, "Sentry"),
    ("sentry-unblock", NOTHING, "Sentry; unmasks"),
    ("sentry-unmask", NOTHING, "Sentry; unmasks"),
    ("sessionstack-sensitive", Marks(MASK.0 | SENSITIVE.0), "SessionStack, by a public registry of markers"),
    ("userback-block", BLOCK, "Userback, by a public registry of markers"),
    ("zipy-block", BLOCK, "Zipy, by a public registry of markers"),
];

/// Our own marker.
pub(crate) const OWN: &str = "data-milkglass";

/// A marker that is an attribute.
pub(crate) struct AttributeMarker {
    pub name: &'static str,
    /// What any value asks for, or any that is not among the words.
    pub marks: Marks,
    pub words: &'static [(&'static str, Marks)],
}

/// Every attribute that is a marker, those that ask for nothing too.
pub(crate) fn attributes() -> impl Iterator<Item = AttributeMarker> {
    ATTRIBUTES.iter().map(|(name, rule, _)| match rule {
        Always(marks) => AttributeMarker { name, marks: *marks, words: &[] },
        Words(other, words) => AttributeMarker { name, marks: *other, words },
    })
}

/// Every class name that is a marker; besides these an unknown name that begins with `dd-privacy-` [masks](UNKNOWN).
pub(crate) fn classes() -> impl Iterator<Item = (&'static str, Marks)> {
    CLASSES.iter().map(|(name, marks, _)| (*name, *marks))
}

/// What a name asks for that belongs to a known family and is not known itself.
pub(crate) const UNKNOWN: Marks = MASK;

/// What an attribute other than `class` asks for. Names are compared without regard to case, as HTML does.
pub(crate) fn attribute_actions(name: &str, value: &str) -> Marks {
    // Most attributes end here: every marker begins with `data-` and a letter that few others have.
    let Some([b'd' | b'D', b'a' | b'A', _, _, b'-', letter, ..]) = name.as_bytes().get(..) else { return NOTHING };
    if name.len() > 27 || !b"cdhmnoprsCDHMNOPRS".contains(letter) {
        return NOTHING;
    }
    let mut lower = [0u8; 27];
    let Some(rule) = lookup(name, &mut lower, |lower| ATTRIBUTES.binary_search_by(|(known, ..)| known.as_bytes().cmp(lower)).ok())
        .and_then(|i| ATTRIBUTES.get(i))
    else {
        return NOTHING;
    };
    match rule.1 {
        Always(marks) => marks,
        Words(other, words) => {
            let value = value.trim_ascii();
            words.iter().find(|(word, _)| word.eq_ignore_ascii_case(value)).map_or(other, |(_, marks)| *marks)
        }
    }
}

/// What the value of a `class` attribute, one name or many, asks for.
pub(crate) fn class_actions(class: &str) -> Marks {
    let bytes = class.as_bytes();
    let mut marks = NOTHING;
    let mut start = 0;
    while start < bytes.len() {
        let rest = bytes.get(start..).unwrap_or_default();
        let length = rest.iter().position(u8::is_ascii_whitespace).unwrap_or(rest.len());
        if let Some(name) = rest.get(..length)
            && name.len() >= 6
            && matches!(
                name,
                [b'_' | b'a' | b'c' | b'd' | b'f' | b'g' | b'h' | b'i' | b'l' | b'm' | b'n' | b'p' | b'r' | b's' | b'u' | b'z', ..]
            )
            && has_hint(name)
            && let Some((_, found, _)) =
                CLASSES.binary_search_by(|(known, ..)| known.as_bytes().cmp(name)).ok().and_then(|i| CLASSES.get(i))
        {
            marks = marks.union(*found);
        } else if rest.get(..length).is_some_and(|name| name.starts_with(b"dd-privacy-")) {
            // A class of a known family that is not known itself.
            marks = marks.union(UNKNOWN);
        }
        start += length + 1;
    }
    marks
}

/// Whether the third to fifth bytes of a class name are as in one of the table: a hyphen or underscore stands early in all but a few.
fn has_hint(name: &[u8]) -> bool {
    matches!(name, [_, _, b'-', ..] | [_, _, _, b'-' | b'_', ..] | [b's' | b'g' | b'h' | b'i' | b'u' | b'd' | b'z', ..])
}

fn lookup<T>(name: &str, buffer: &mut [u8; 27], find: impl Fn(&[u8]) -> Option<T>) -> Option<T> {
    let lower = buffer.get_mut(..name.len())?;
    lower.copy_from_slice(name.as_bytes());
    lower.make_ascii_lowercase();
    find(lower)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_entry_is_found_and_has_a_source() {
        assert!(ATTRIBUTES.is_sorted_by(|a, b| a.0 < b.0) && CLASSES.is_sorted_by(|a, b| a.0 < b.0));
        for (name, rule, source) in ATTRIBUTES {
            assert!(!source.is_empty());
            match rule {
                Always(marks) => {
                    assert_eq!(attribute_actions(name, "anything"), *marks, "{name}");
                    assert_eq!(attribute_actions(&name.to_uppercase(), ""), *marks, "{name}");
                }
                Words(other, words) => {
                    for (word, marks) in *words {
                        assert_eq!(attribute_actions(name, &word.to_uppercase()), *marks, "{name}={word}");
                    }
                    assert_eq!(attribute_actions(name, "unknown"), *other, "{name}");
                    assert!(other.mask() || other.block(), "{name}: fails closed");
                }
            }
        }
        for (name, marks, source) in CLASSES {
            assert!(!source.is_empty());
            assert_eq!(class_actions(&format!("a {name} b")), *marks, "{name}");
        }
    }

    #[test]
    fn foreign_markers_never_lift_anything() {
        for (name, rule, _) in ATTRIBUTES.iter().filter(|(name, ..)| *name != "data-milkglass") {
            let lifts = match rule {
                Always(marks) => marks.allow(),
                Words(_, words) => words.iter().any(|(_, marks)| marks.allow()),
            };
            assert!(!lifts, "{name}");
        }
        assert!(CLASSES.iter().all(|(_, marks, _)| !marks.allow()));
        assert!(attribute_actions("data-milkglass", " allow ").allow());
    }

    #[test]
    fn marks_add_up_and_other_names_ask_for_nothing() {
        let both = class_actions("btn rr-mask\tph-no-capture\nx");
        assert!(both.mask() && both.block() && !both.ignore());
        assert!(class_actions("dd-privacy-future").mask());
        for (name, value) in [("data-slot", "x"), ("data-id", "1"), ("href", "/"), ("data-", ""), ("data-private-area", ""), ("", "")] {
            assert!(attribute_actions(name, value).is_empty(), "{name}");
        }
        for class in ["", "btn btn-primary", "mask", "block", "rr-mask-x", "RR-MASK", "col-6 mt-3"] {
            assert!(class_actions(class).is_empty(), "{class}");
        }
        assert_eq!(format!("{both:?}"), r#"{"mask", "block"}"#);
    }
}
