//! Global Privacy Control: the values of `Sec-GPC` in, a refusal out where one of them is exactly `1`.

use crate::consent::decision::Reading;

/// Any other value is no signal by the standard. An opt-in counts against it only if the visitor gave it knowing that the
/// signal is on, since nothing else shows that it is the later of the two.
pub(crate) fn read<'v>(values: impl Iterator<Item = &'v str>, opted_in_despite: bool) -> Reading {
    let mut reading = Reading::absent("not_sent");
    for value in values {
        reading = match value.trim_matches([' ', '\t']) {
            "1" if opted_in_despite => return Reading::absent("later_opt_in"),
            "1" => return Reading::refuse("opt_out"),
            _ => Reading::absent("other_value"),
        };
    }
    reading
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exactly_one_refuses() {
        let of = |values: &[&str], despite| read(values.iter().copied(), despite).reason;
        assert_eq!(of(&["1"], false), "opt_out");
        assert_eq!(of(&["0", "1"], false), "opt_out");
        assert_eq!(of(&["1"], true), "later_opt_in");
        for other in ["0", "true", "11", "1;q=1", ""] {
            assert_eq!(of(&[other], false), "other_value", "{other}");
        }
        assert_eq!(of(&[], false), "not_sent");
    }
}
