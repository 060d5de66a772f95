//! Findings silenced in the page: `off: reason`, or `off rule-a, rule-b: reason`, in an attribute or a comment.

use super::document::Document;
use super::finding::{RULES, Report, Severity};

/// The attribute, which counts for its element and what is inside.
pub(super) const ATTRIBUTE: &str = "data-milkglass-lint";

/// The start of a comment, which counts for the next element.
const COMMENT: &str = "milkglass-lint";

/// What is silenced, and why.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Silence {
    /// The rules; none stands for all.
    rules: Vec<String>,
    has_reason: bool,
}

impl Silence {
    /// Reads the value of the attribute; `None` if it is no order to be silent.
    pub fn parse(text: &str) -> Option<Silence> {
        let rest = text.trim().strip_prefix("off")?;
        if !rest.is_empty() && !rest.starts_with([' ', ':', '\t', '\n']) {
            return None;
        }
        let (rules, reason) = rest.split_once(':').unwrap_or((rest, ""));
        let rules = rules.split([',', ' ', '\t', '\n']).filter(|r| !r.is_empty()).map(str::to_owned).collect();
        Some(Silence { rules, has_reason: reason.chars().any(char::is_alphanumeric) })
    }

    /// Reads a comment.
    pub fn parse_comment(text: &str) -> Option<Silence> {
        Silence::parse(text.trim().strip_prefix(COMMENT)?)
    }

    /// Whether findings of this rule are silenced. Without a reason nothing is.
    pub fn covers(&self, rule: &str) -> bool {
        self.has_reason && rule != "suppression-without-reason" && (self.rules.is_empty() || self.rules.iter().any(|r| r == rule))
    }

    fn is_sound(&self) -> bool {
        self.has_reason && self.rules.iter().all(|rule| RULES.iter().any(|known| known.id == rule))
    }
}

pub(super) fn check(document: &Document, report: &mut Report<'_>) {
    for (index, silence) in document.silences.iter().enumerate().filter(|(_, silence)| !silence.is_sound()) {
        let Some(element) = document.elements.iter().find(|e| e.silences.contains(&index)) else { continue };
        let why = match silence.has_reason {
            true => "a rule that is silenced here does not exist, so the finding may be another one than meant",
            false => "without a reason nobody can tell later whether this is still right; nothing is silenced",
        };
        report.add(
            element,
            "suppression-without-reason",
            Severity::Warning,
            why.to_owned(),
            "write off: and the reason, or off, the rule's id, a colon and the reason".to_owned(),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_is_needed() {
        let of = |text| Silence::parse(text).unwrap();
        assert!(of("off: demo data only").covers("form-get"));
        assert!(!of("off").covers("form-get") && !of("off: ").covers("form-get") && !of("off form-get").covers("form-get"));
        let one = of("off form-get, unmarked-id: shop number");
        assert!(one.covers("form-get") && one.covers("unmarked-id") && !one.covers("unmarked-card") && one.is_sound());
        assert!(!of("off form-gett: x").is_sound());
        assert_eq!(Silence::parse("offline"), None);
        assert!(Silence::parse_comment(" milkglass-lint off: reason ").is_some());
        assert!(Silence::parse_comment(" lint off: reason ").is_none());
    }
}
