//! Complianz: `allow` or `deny` in the cookie `cmplz_statistics`.

use crate::consent::decision::Reading;
use crate::consent::source::Ask;

pub(crate) fn read(value: &str, _: &Ask<'_>) -> Reading {
    match value.trim() {
        "allow" => Reading::grant("statistics"),
        "deny" => Reading::refuse("statistics"),
        _ => Reading::unknown("malformed"),
    }
}
