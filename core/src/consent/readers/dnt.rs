//! Do Not Track: the values of `DNT` in, a refusal out where the configuration honours it.

use crate::consent::decision::Reading;

pub(crate) fn read<'v>(mut values: impl Iterator<Item = &'v str>, strict: bool) -> Reading {
    match values.any(|value| value.trim() == "1") {
        true if strict => Reading::refuse("opt_out"),
        true => Reading::absent("not_strict"),
        false => Reading::absent("not_sent"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::consent::Verdict;

    #[test]
    fn counts_in_strict_mode_alone() {
        assert_eq!(read(["1"].into_iter(), true).verdict, Verdict::Refuse);
        assert_eq!(read(["1"].into_iter(), false).verdict, Verdict::Absent);
        assert_eq!(read(["0"].into_iter(), true).verdict, Verdict::Absent);
    }
}
