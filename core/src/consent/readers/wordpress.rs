//! WP Consent API: `allow` or `deny` in the cookie `wp_consent_statistics`.
//!
//! The interface itself answers yes as long as no consent manager has set a type. Here an unset cookie is a denial, which
//! `decide` adds, because only there is it known that the source is listed.

use crate::consent::decision::Reading;
use crate::consent::source::Ask;

/// What an unset cookie comes to where the source is listed.
pub(crate) const UNSET: Reading = Reading::refuse("unset");

pub(crate) fn read(value: &str, _: &Ask<'_>) -> Reading {
    match value.trim() {
        "allow" => Reading::grant("statistics"),
        "deny" => Reading::refuse("statistics"),
        _ => Reading::unknown("malformed"),
    }
}
