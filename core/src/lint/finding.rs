//! What the linter says: rules and findings, and from byte offsets to lines and columns.

use serde::{Deserialize, Serialize};

use super::document::{Document, Element};

/// One thing to change in a page.
///
/// It never holds a value of the page: no `value`, no `data-*`, no query of an address.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// Id of the rule, one of [`RULES`].
    pub rule: String,
    /// How bad it is.
    pub severity: Severity,
    /// Line of the element's start tag, from 1.
    pub line: u32,
    /// Column of the start tag in characters, from 1.
    pub column: u32,
    /// The element: its tag and the attributes that name it.
    pub element: String,
    /// Why it matters.
    pub why: String,
    /// The exact change to make.
    pub fix: String,
}

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Worth a look.
    Note,
    /// Personal data may be recorded by a recorder that relies on marks, or by this one with form recording on.
    Warning,
    /// Something that must never be recorded is left to guesswork.
    Error,
}

/// A rule of the linter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct RuleInfo {
    /// Id.
    pub id: &'static str,
    /// The severity that it usually has.
    pub severity: Severity,
    /// What it looks for, in a sentence.
    pub about: &'static str,
}

const fn rule(id: &'static str, severity: Severity, about: &'static str) -> RuleInfo {
    RuleInfo { id, severity, about }
}

/// Every rule.
pub const RULES: &[RuleInfo] = &[
    rule("unmarked-password", Severity::Error, "A password field is not of type password and has no autocomplete or marker."),
    rule("unmarked-card", Severity::Error, "A payment card field has no autocomplete of the cc family and no marker."),
    rule("unmarked-code", Severity::Error, "A field for a one-time code or PIN has no autocomplete and no marker."),
    rule("unmarked-secret", Severity::Error, "A field for a key, token or security answer is readable and has no marker."),
    rule("unmarked-bank", Severity::Error, "A field for a bank account has no marker."),
    rule("unmarked-id", Severity::Error, "A field for an identity, tax or insurance number has no marker."),
    rule("unmarked-health", Severity::Error, "A field about health has no marker."),
    rule(
        "unmarked-identity",
        Severity::Warning,
        "A field for a name, an address or other personal data has no type, autocomplete or marker that says so.",
    ),
    rule("label-contradicts-type", Severity::Warning, "What a field is called and what its type or autocomplete says differ."),
    rule("secret-in-url", Severity::Error, "The address of a link, form, picture or frame carries a secret or personal data."),
    rule("form-get", Severity::Error, "A form sends personal or secret fields in the address."),
    rule("value-mirror", Severity::Warning, "A data attribute repeats what a field holds or names a person."),
    rule("third-party-frame", Severity::Note, "A frame of another site can't be masked and is not blocked."),
    rule("no-notice-link", Severity::Warning, "The page is recorded and has no link to a privacy notice."),
    rule("no-consent-hook", Severity::Error, "The page starts a recorder without asking for consent."),
    rule("suppression-without-reason", Severity::Warning, "A finding is silenced without a reason, or for a rule that does not exist."),
];

/// Collects findings, leaves out what is silenced, and orders the rest.
pub(super) struct Report<'h> {
    html: &'h str,
    document: &'h Document,
    found: Vec<(usize, Finding)>,
}

impl<'h> Report<'h> {
    pub fn new(html: &'h str, document: &'h Document) -> Self {
        Report { html, document, found: Vec::new() }
    }

    /// Adds a finding at an element, unless it is silenced there.
    pub fn add(&mut self, element: &Element, rule: &'static str, severity: Severity, why: String, fix: String) {
        debug_assert!(RULES.iter().any(|r| r.id == rule), "{rule} is not listed");
        if self.document.is_silenced(element, rule) {
            return;
        }
        let finding = Finding { rule: rule.to_owned(), severity, line: 0, column: 0, element: element.shown(), why, fix };
        self.found.push((element.offset, finding));
    }

    /// The findings in the order of the page, with their places.
    pub fn finish(mut self) -> Vec<Finding> {
        self.found.sort_by_key(|(offset, _)| *offset);
        let (mut line, mut line_start, mut seen) = (1u32, 0usize, 0usize);
        let bytes = self.html.as_bytes();
        for (offset, finding) in &mut self.found {
            let offset = (*offset).min(bytes.len());
            for at in memchr::memchr_iter(b'\n', bytes.get(seen..offset).unwrap_or_default()) {
                line = line.saturating_add(1);
                line_start = seen + at + 1;
            }
            seen = offset;
            let before = bytes.get(line_start..offset).unwrap_or_default();
            // Continuation bytes are no characters of their own.
            let column = before.iter().filter(|b| **b & 0xc0 != 0x80).count() + 1;
            finding.line = line;
            finding.column = u32::try_from(column).unwrap_or(u32::MAX);
        }
        self.found.into_iter().map(|(_, finding)| finding).collect()
    }
}
