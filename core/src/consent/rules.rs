//! Where silence is enough and where an opt-in is needed: a jurisdiction code in, a [`Rule`] out.
//!
//! The table is the assessment's, so that the gate and the notice can't say different things.

use serde::{Deserialize, Serialize};

use crate::config::{Config, Required};
use crate::notice::consent_first;

/// What a jurisdiction asks for before a session may be recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rule {
    /// The visitor agrees first.
    OptIn,
    /// The visitor is told and may refuse.
    OptOut,
}

/// The rule of a jurisdiction (`DE`, `US-CA`). A jurisdiction that the table does not know asks for an opt-in.
///
/// ```
/// use milkglass::consent::{Rule, rule_of};
/// assert_eq!(rule_of("DE"), Rule::OptIn);
/// assert_eq!(rule_of("US-TX"), Rule::OptOut);
/// assert_eq!(rule_of("nowhere"), Rule::OptIn);
/// ```
pub fn rule_of(jurisdiction: &str) -> Rule {
    if consent_first(jurisdiction) { Rule::OptIn } else { Rule::OptOut }
}

/// The rule for one visitor, and the code of the reason.
///
/// Where the visitor's own place is not known, every place of the site must be satisfied with a notice.
pub(super) fn rule_for(config: &Config, jurisdiction: Option<&str>) -> (Rule, &'static str) {
    match config.consent.required {
        Required::Always => (Rule::OptIn, "always_required"),
        Required::Never => (Rule::OptOut, "never_required"),
        Required::Auto => {
            let known = config.site.jurisdictions.as_slice();
            let told = match jurisdiction {
                Some(code) => rule_of(code) == Rule::OptOut,
                None => !known.is_empty() && known.iter().all(|code| rule_of(code) == Rule::OptOut),
            };
            if told { (Rule::OptOut, "notice_suffices") } else { (Rule::OptIn, "opt_in_required") }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unknown_and_mixed_places_ask_for_an_opt_in() {
        for code in ["", "US", "US-CA", "US-PA", "GB", "CA", "CA-QC", "EU", "XX", "ÜS-TX"] {
            assert_eq!(rule_of(code), Rule::OptIn, "{code}");
        }
        let mut config = Config::default();
        assert_eq!(rule_for(&config, None).0, Rule::OptIn);
        config.site.jurisdictions = vec!["CH".into(), "US-TX".into()];
        assert_eq!(rule_for(&config, None).0, Rule::OptOut);
        assert_eq!(rule_for(&config, Some("DE")).0, Rule::OptIn);
        config.site.jurisdictions.push("DE".into());
        assert_eq!(rule_for(&config, None).0, Rule::OptIn);
        assert_eq!(rule_for(&config, Some("CH")).0, Rule::OptOut);
        config.consent.required = Required::Always;
        assert_eq!(rule_for(&config, Some("CH")), (Rule::OptIn, "always_required"));
    }
}
