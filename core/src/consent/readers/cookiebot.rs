//! Cookiebot: the cookie `CookieConsent`, written as a JavaScript object: `{stamp:'...',statistics:true,method:'explicit'}`.

use crate::consent::decision::Reading;
use crate::consent::source::Ask;

pub(crate) fn read(value: &str, _: &Ask<'_>) -> Reading {
    let value = value.trim();
    match value {
        // Set where Cookiebot holds that the visitor's region asks for no consent: nobody chose anything.
        "-1" => return Reading::absent("not_asked"),
        "0" => return Reading::refuse("statistics"),
        _ => {}
    }
    let Some(inside) = value.strip_prefix('{').and_then(|v| v.strip_suffix('}')) else {
        return Reading::unknown("malformed");
    };
    let (mut statistics, mut implied) = (None, false);
    for (key, value) in members(inside) {
        match (key, value) {
            ("statistics", "true") => statistics = Some(statistics.unwrap_or(true)),
            ("statistics", "false") => statistics = Some(false),
            ("statistics", _) => return Reading::unknown("malformed"),
            ("method", method) => implied |= method == "implied",
            _ => {}
        }
    }
    match statistics {
        Some(false) => Reading::refuse("statistics"),
        Some(true) if implied => Reading::absent("implied"),
        Some(true) => Reading::grant("statistics"),
        None => Reading::unknown("malformed"),
    }
}

/// `key:value` members between commas that stand outside quotes; quotes around keys and values are removed.
fn members(text: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut quote = None;
    text.split(move |c: char| {
        match (quote, c) {
            (None, '\'' | '"') => quote = Some(c),
            (Some(open), _) if c == open => quote = None,
            _ => {}
        }
        c == ',' && quote.is_none()
    })
    .filter_map(|member| member.split_once(':'))
    .map(|(key, value)| (key.trim().trim_matches(['\'', '"']), value.trim().trim_matches(['\'', '"'])))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Config;

    #[test]
    fn statistics_and_method_decide() {
        let config = Config::default();
        let ask = Ask { config: &config, key: None, now: 0 };
        for (value, reason) in [
            (
                "{stamp:'x,y=',necessary:true,preferences:false,statistics:true,marketing:false,method:'explicit',ver:1,utc:1,region:'de'}",
                "statistics",
            ),
            ("{necessary:true,statistics:true,method:'implied'}", "implied"),
            ("{stamp:',statistics:true,'}", "malformed"),
            ("{statistics:maybe}", "malformed"),
            ("-1", "not_asked"),
            ("statistics:true", "malformed"),
        ] {
            assert_eq!(read(value, &ask).reason, reason, "{value}");
        }
        use crate::consent::Verdict::{Grant, Refuse};
        assert_eq!(read("{statistics:true}", &ask).verdict, Grant);
        assert_eq!(read("{\"statistics\":true,\"method\":\"explicit\"}", &ask).verdict, Grant);
        assert_eq!(read("{statistics:true,statistics:false}", &ask).verdict, Refuse);
        assert_eq!(read("{statistics:false,statistics:true}", &ask).verdict, Refuse);
        assert_eq!(read("{statistics:false}", &ask).verdict, Refuse);
    }
}
