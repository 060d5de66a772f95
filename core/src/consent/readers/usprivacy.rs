//! IAB US Privacy string, four characters such as `1YNN`: refuses where the third says that the visitor opted out.

use crate::consent::decision::Reading;
use crate::consent::source::Ask;

pub(crate) fn read(value: &str, _: &Ask<'_>) -> Reading {
    let [b'1', notice, opt_out, agreement] = value.trim().as_bytes() else {
        return Reading::unknown("malformed");
    };
    if ![notice, opt_out, agreement].iter().all(|c| matches!(c, b'Y' | b'N' | b'y' | b'n' | b'-')) {
        return Reading::unknown("malformed");
    }
    match opt_out {
        b'Y' | b'y' => Reading::refuse("opt_out"),
        b'-' => Reading::absent("not_applicable"),
        _ => Reading::absent("no_opt_out"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Config;

    #[test]
    fn the_third_character_decides() {
        let config = Config::default();
        let ask = Ask { config: &config, key: None, now: 0 };
        let reasons = ["1YYN", "1yyn", "1YNN", "1---", "2YNN", "1YN", "1YXN", ""].map(|v| read(v, &ask).reason);
        assert_eq!(reasons, ["opt_out", "opt_out", "no_opt_out", "not_applicable", "malformed", "malformed", "malformed", "malformed"]);
    }
}
