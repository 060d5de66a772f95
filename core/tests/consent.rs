//! The gate from outside: what a server hands over in, decisions out; and 2,000 strings of the reference libraries.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use milkglass::config::{Config, Required, Vendor};
use milkglass::consent::{Decision, Signals, Verdict, decide};

const NOW: u64 = 1_795_300_000;
const DAY: u64 = 86_400;
/// Purposes 1, 8, 10; vendors 2 and 755; publisher 1 and 8; of 21 November 2026.
const TCF: &str = "CQuCLYAQuCLYAAfAHAENBjFgAIFAAAAAAAYgF5wAgABALzAAAAAA.IImQBQABAAIAC2AvMCJg.cCAAAAAAAAAA";

fn config(sources: &[&str]) -> Config {
    let mut config = Config::default();
    config.consent.sources = sources.iter().map(|s| (*s).to_owned()).collect();
    config.vendor.push(Vendor { legal_name: "Recordings Ltd".into(), country: "CZ".into(), ..Vendor::default() });
    config
}

fn judge(config: &Config, signals: &str) -> Decision {
    let mut signals = Signals::from_json(signals).unwrap();
    signals.now = signals.now.or(Some(NOW));
    decide(config, "mg1-0", &signals)
}

fn with_cookie(config: &Config, cookie: &str) -> Decision {
    judge(config, &serde_json::json!({"headers": {"cookie": cookie}}).to_string())
}

fn verdict(decision: &Decision, source: &str) -> Option<(Verdict, String)> {
    decision.reasons.iter().find(|r| r.source == source).map(|r| (r.verdict, r.reason.to_string()))
}

#[test]
fn silence_refuses_where_an_opt_in_is_needed_and_not_elsewhere() {
    let mut config = config(&["explicit"]);
    let silent = judge(&config, "{}");
    assert!(!silent.allow && silent.expires.is_none());
    assert_eq!(verdict(&silent, "rule"), Some((Verdict::Absent, "opt_in_required".into())));
    assert_eq!(verdict(&silent, "explicit"), Some((Verdict::Absent, "not_given".into())));

    config.consent.required = Required::Never;
    let allowed = judge(&config, "{}");
    assert!(allowed.allow && allowed.is_valid_at(NOW) && !allowed.is_valid_at(NOW + 180 * DAY));
    for refusal in [
        r#"{"explicit": {"granted": false}}"#,
        r#"{"headers": {"sec-gpc": "1"}}"#,
        r#"{"headers": {"Cookie": "cmplz_statistics=deny"}}"#,
        r#"{"headers": {"Cookie": "usprivacy=1YYN"}}"#,
        r#"{"age": 15}"#,
    ] {
        assert!(!judge(&config, refusal).allow, "{refusal}");
    }
    config.consent.required = Required::Auto;
    assert!(judge(&config, r#"{"jurisdiction": "US-TX"}"#).allow);
    assert!(!judge(&config, r#"{"jurisdiction": "US-CA"}"#).allow);
}

#[test]
fn an_explicit_choice_counts_from_its_own_time() {
    let config = config(&["explicit"]);
    let given =
        judge(&config, &format!(r#"{{"explicit": {{"granted": true, "at": {}, "notice": "mg1-0", "language": "de"}}}}"#, NOW - 10 * DAY));
    assert!(given.allow);
    assert_eq!(given.expires, Some(NOW + 170 * DAY));
    let undated = judge(&config, r#"{"explicit": {"granted": true}}"#);
    assert_eq!(undated.expires, Some(NOW + 180 * DAY));
    let old = judge(&config, &format!(r#"{{"explicit": {{"granted": true, "at": {}}}}}"#, NOW - 180 * DAY));
    assert_eq!((old.allow, verdict(&old, "explicit").map(|v| v.1)), (false, Some("expired".into())));
    let milliseconds = judge(&config, &format!(r#"{{"explicit": {{"granted": true, "at": {}}}}}"#, NOW * 1000));
    assert_eq!((milliseconds.allow, verdict(&milliseconds, "explicit").map(|v| v.0)), (false, Some(Verdict::Unknown)));
    let other = judge(&config, r#"{"explicit": {"granted": true, "notice": "mg1-f"}}"#);
    assert_eq!((other.allow, verdict(&other, "explicit").map(|v| v.1)), (true, Some("granted_other_notice".into())));
}

#[test]
fn global_privacy_control_yields_to_a_later_opt_in_alone() {
    let config = config(&["explicit"]);
    assert!(!judge(&config, r#"{"explicit": {"granted": true}, "headers": {"Sec-GPC": "1"}}"#).allow);
    assert!(judge(&config, r#"{"explicit": {"granted": true, "despite_gpc": true}, "headers": {"Sec-GPC": "1"}}"#).allow);
    assert!(!judge(&config, r#"{"explicit": {"granted": false, "despite_gpc": true}, "headers": {"Sec-GPC": "1"}}"#).allow);
    assert!(judge(&config, r#"{"explicit": {"granted": true}, "headers": {"Sec-GPC": "0", "DNT": "1"}}"#).allow);
    assert!(!judge(&config, r#"{"explicit": {"granted": true}, "headers": {"HTTP_SEC_GPC": ["0", "1"]}}"#).allow);
    let mut strict = config;
    strict.consent.strict_dnt = true;
    assert!(!judge(&strict, r#"{"explicit": {"granted": true}, "headers": {"DNT": "1"}}"#).allow);
}

/// Each carried source: a cookie that grants, one that refuses, one that can't be read.
const COOKIES: &[(&str, &str, &str, &str)] = &[
    (
        "tcf",
        concat!("euconsent-v2=", "CQuCLYAQuCLYAAfAHAENBjFgAIFAAAAAAAYgF5wAgABALzAAAAAA"),
        "euconsent-v2=CQuCLYAQuCLYAAfAHAENBjFgAAAAAAAAAAYgF5wAgABALzAAAAAA",
        "euconsent-v2=CQuC",
    ),
    ("gpp", "__gpp=DBABM~CQuCLYAQuCLYAAfAHAENBjFgAIFAAAAAAAYgF5wAgABALzAAAAAA", "__gpp=DBABTA~1YYN", "__gpp=DBABM"),
    ("google", "analytics_storage=granted", "analytics_storage=denied", "analytics_storage=maybe"),
    ("wordpress", "wp_consent_statistics=allow", "wp_consent_statistics=deny", "wp_consent_statistics="),
    (
        "cookieconsent",
        "cc_cookie=%7B%22categories%22%3A%5B%22necessary%22%2C%22analytics%22%5D%2C%22revision%22%3A0%7D",
        "cc_cookie=%7B%22categories%22%3A%5B%22necessary%22%5D%7D",
        "cc_cookie=%7B",
    ),
    ("klaro", "klaro=%7B%22analytics%22%3Atrue%7D", "klaro=%7B%22analytics%22%3Afalse%7D", "klaro=true"),
    ("complianz", "cmplz_statistics=allow", "cmplz_statistics=deny", "cmplz_statistics=1"),
    (
        "cookiebot",
        "CookieConsent={stamp:%27a%27%2Cnecessary:true%2Cstatistics:true%2Cmethod:%27explicit%27}",
        "CookieConsent={necessary:true%2Cstatistics:false}",
        "CookieConsent=yes",
    ),
    (
        "onetrust",
        "OptanonConsent=isGpcEnabled=0&interactionCount=2&groups=C0001%3A1%2CC0002%3A1",
        "OptanonConsent=groups=C0001%3A1%2CC0002%3A0",
        "OptanonConsent=x",
    ),
    (
        "cookieyes",
        "cookieyes-consent=consentid:a%2Cconsent:yes%2Caction:yes%2Canalytics:yes",
        "cookieyes-consent=action:yes%2Canalytics:no",
        "cookieyes-consent=x",
    ),
    (
        "didomi",
        "didomi_token=eyJwdXJwb3NlcyI6eyJlbmFibGVkIjpbImFuYWx5dGljcyJdfX0=",
        "didomi_token=eyJwdXJwb3NlcyI6eyJkaXNhYmxlZCI6WyJhbmFseXRpY3MiXX19",
        "didomi_token=%00",
    ),
    (
        "shopify",
        "_tracking_consent=%7B%22con%22%3A%7B%22CMP%22%3A%7B%22a%22%3A%221%22%7D%7D%7D",
        "_tracking_consent=%7B%22con%22%3A%7B%22CMP%22%3A%7B%22a%22%3A%220%22%7D%7D%7D",
        "_tracking_consent=3.AMPS",
    ),
];

#[test]
fn every_cookie_grants_refuses_and_is_unknown_as_documented() {
    for (source, grant, refuse, garbage) in COOKIES {
        let listed = config(&[source]);
        let granted = with_cookie(&listed, grant);
        assert_eq!((granted.allow, verdict(&granted, source).map(|v| v.0)), (true, Some(Verdict::Grant)), "{source}: {granted:?}");
        let unlisted = with_cookie(&config(&["explicit"]), grant);
        assert_eq!((unlisted.allow, verdict(&unlisted, source).map(|v| v.1)), (false, Some("not_listed".into())), "{source}");

        let mut explicit = listed.clone();
        explicit.consent.sources = vec!["explicit".into()];
        let contradicted =
            |cookie: &str| judge(&explicit, &serde_json::json!({"explicit": {"granted": true}, "headers": {"cookie": cookie}}).to_string());
        assert!(contradicted("theme=dark").allow);
        let refused = contradicted(refuse);
        assert_eq!((refused.allow, verdict(&refused, source).map(|v| v.0)), (false, Some(Verdict::Refuse)), "{source}");
        let unknown = contradicted(garbage);
        assert_eq!((unknown.allow, verdict(&unknown, source).map(|v| v.0)), (false, Some(Verdict::Unknown)), "{source}");

        for twice in [format!("{grant}; {refuse}"), format!("{refuse}; {grant}"), format!("a=1; {grant};{garbage}")] {
            assert!(!with_cookie(&listed, &twice).allow, "{twice}");
        }
        let (name, value) = grant.split_once('=').unwrap();
        assert!(with_cookie(&listed, &format!("x=\"{name}=y\"; {name}=\"{value}\" ; z")).allow, "{source} quoted");
        assert!(!with_cookie(&listed, &format!("x{grant}")).allow, "{source} under another name");
        let large = with_cookie(&listed, &format!("{grant}{}", " ".repeat(10) + &"A".repeat(65_536)));
        assert_eq!(verdict(&large, source), Some((Verdict::Unknown, "too_large".into())), "{source}");
    }
}

#[test]
fn values_come_in_headers_and_by_hand_too_and_cookies_may_be_renamed() {
    let listed = config(&["tcf", "google"]);
    assert!(judge(&listed, &format!(r#"{{"headers": {{"euconsent-v2": "{TCF}"}}}}"#)).allow);
    assert!(judge(&listed, &format!(r#"{{"values": {{"tcf": "{TCF}"}}}}"#)).allow);
    assert!(judge(&listed, r#"{"headers": {"Analytics-Storage": "granted"}}"#).allow);
    assert!(!judge(&listed, r#"{"values": {"tfc": "x"}, "headers": {"Analytics-Storage": "granted"}}"#).allow);
    let renamed = config(&["klaro:recorder@my_choice"]);
    assert!(with_cookie(&renamed, "my_choice=%7B%22recorder%22%3Atrue%7D").allow);
    assert!(!with_cookie(&renamed, "my_choice=%7B%22recorder%22%3Atrue%7D; klaro=%7B%22recorder%22%3Afalse%7D").allow);
    let misspelt = judge(&config(&["explicit", "tfc"]), r#"{"explicit": {"granted": true}}"#);
    assert_eq!((misspelt.allow, verdict(&misspelt, "tfc").map(|v| v.0)), (false, Some(Verdict::Unknown)));
}

#[test]
fn an_unset_wordpress_choice_is_a_denial() {
    let mut listed = config(&["explicit", "wordpress"]);
    listed.consent.required = Required::Never;
    assert!(!judge(&listed, "{}").allow);
    assert!(with_cookie(&listed, "wp_consent_statistics=allow").allow);
    assert!(judge(&listed, r#"{"explicit": {"granted": true}}"#).allow);
}

#[test]
fn a_decision_survives_storage_and_not_tampering() {
    let decision = with_cookie(&config(&["complianz"]), "cmplz_statistics=deny");
    let text = serde_json::to_string(&decision).unwrap();
    assert_eq!(serde_json::from_str::<Decision>(&text).unwrap(), decision);
    let mut forged = decision;
    (forged.allow, forged.expires) = (true, Some(u64::MAX));
    assert!(!forged.is_valid_at(NOW));
}

#[test]
fn reads_two_thousand_strings_as_the_reference_libraries_do() {
    let mut seen = 0;
    for line in include_str!("consent_oracle/strings.txt").lines() {
        let parts: Vec<&str> = line.split(' ').collect();
        match parts.as_slice() {
            ["tcf", string, vendor, purposes, by_vendor, publisher] => {
                let read = |config: &Config| verdict(&with_cookie(config, &format!("euconsent-v2={string}")), "tcf").unwrap();
                let flag = |v: Verdict| if v == Verdict::Grant { "1" } else { "0" };
                let mut config = config(&["tcf"]);
                assert_eq!(flag(read(&config).0), *purposes, "{line}");
                config.consent.tcf_vendor = vendor.parse().ok();
                assert_eq!(flag(read(&config).0), *by_vendor, "{line}");
                config.consent.tcf_vendor = None;
                config.vendor.clear();
                let own = read(&config);
                let expected = match (*purposes, *publisher) {
                    ("1", "-") => (Verdict::Absent, "no_publisher_segment"),
                    ("1", "1") => (Verdict::Grant, "publisher"),
                    _ => (Verdict::Refuse, own.1.as_str()),
                };
                assert_eq!((own.0, own.1.as_str()), expected, "{line}");
            }
            ["gpp", string, expected] => {
                let mut config = config(&["gpp"]);
                config.vendor.clear();
                let (found, reason) = verdict(&with_cookie(&config, &format!("__gpp={string}")), "gpp").unwrap();
                let found = serde_json::to_value(found).unwrap();
                assert_eq!(found, *expected, "{line}: {reason}");
            }
            _ => panic!("{line}"),
        }
        seen += 1;
    }
    assert_eq!(seen, 2_000);
}

/// A small generator of its own, so that a failure can be repeated.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.next() >> 33).unwrap() % limit.max(1)
    }

    fn text(&mut self, longest: usize) -> String {
        const PIECES: &[&str] = &[
            "A",
            "_",
            "-",
            "~",
            ".",
            "%",
            "%2",
            "%ff",
            "=",
            ";",
            ",",
            ":",
            "{",
            "}",
            "[",
            "\"",
            "'",
            "1",
            "0",
            "true",
            "ä",
            "\u{1F600}",
            "\0",
            "C0002",
            "analytics",
            "&",
            "\\",
        ];
        let pieces = self.below(longest);
        (0..pieces).map(|_| PIECES[self.below(PIECES.len())]).collect()
    }
}

#[test]
fn garbage_never_grants_and_never_panics() {
    let mut random = Random(0x6d67);
    let oracle: Vec<&str> = include_str!("consent_oracle/strings.txt").lines().filter_map(|l| l.split(' ').nth(1)).collect();
    let names = [
        "euconsent-v2",
        "__gpp",
        "usprivacy",
        "analytics_storage",
        "wp_consent_statistics",
        "cc_cookie",
        "klaro",
        "cmplz_statistics",
        "CookieConsent",
        "OptanonConsent",
        "cookieyes-consent",
        "didomi_token",
        "_tracking_consent",
    ];
    let mut all = config(&[
        "explicit",
        "tcf",
        "gpp",
        "usprivacy",
        "gpc",
        "dnt",
        "google",
        "wordpress",
        "cookieconsent",
        "klaro",
        "complianz",
        "cookiebot",
        "onetrust",
        "cookieyes",
        "didomi",
        "shopify",
    ]);
    for round in 0..20_000 {
        all.consent.tcf_vendor = (round % 3 == 0).then(|| u32::try_from(random.below(70_000)).unwrap());
        let name = names[random.below(names.len())];
        let value = match round % 4 {
            0 => random.text(60),
            // A real string, cut, with one character changed, or with a tail.
            1 => {
                let s = oracle[random.below(oracle.len())];
                s[..random.below(s.len())].to_owned()
            }
            2 => {
                let s = oracle[random.below(oracle.len())];
                let at = random.below(s.len());
                format!("{}{}{}", &s[..at], random.text(3), &s[at..])
            }
            _ => {
                let (_, grant, _, _) = COOKIES[random.below(COOKIES.len())];
                let (_, v) = grant.split_once('=').unwrap();
                let at = random.below(v.len());
                format!("{}{}", &v[..at], random.text(8))
            }
        };
        let decision = with_cookie(&all, &format!("{name}={value}"));
        assert!(!decision.allow || round % 4 != 0, "{name}={value:?}");
        assert_eq!(decision.allow, decision.expires.is_some());
        let lines = Signals::from_header_lines(&random.text(80));
        decide(&all, "", &Signals { now: Some(NOW), ..lines });
        let _ = Signals::from_json(&random.text(40));
    }
    // Whatever its bits say, a string that claims thousands of ranges is read to its end and no further.
    for claim in ["f_", "__", "P_"] {
        let long = format!("euconsent-v2=C{}", claim.repeat(8_000));
        assert!(!with_cookie(&all, &long).allow);
    }
}
