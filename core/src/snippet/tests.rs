//! What the set-up says for each configuration. What it does in a browser is tested in `tests/e2e/snippet.test.mjs`.

use serde_json::Value;

use super::*;

fn json(config: &Config) -> Value {
    serde_json::from_str(&render(config, Format::Json, ENDPOINT).unwrap()).unwrap()
}

fn with(profile: Profile) -> Config {
    let mut config = Config::default();
    config.privacy.profile = profile;
    config
}

fn selector(config: &Config, name: &str) -> String {
    json(config)["record"][name].as_str().unwrap().to_owned()
}

#[test]
fn no_option_is_weaker_than_those_of_rrweb() {
    // What rrweb's `maskAllInputs` masks, of its own type definitions.
    let all = [
        "color",
        "date",
        "datetime-local",
        "email",
        "month",
        "number",
        "range",
        "search",
        "tel",
        "text",
        "time",
        "url",
        "week",
        "textarea",
        "select",
        "password",
    ];
    for profile in [Profile::Strict, Profile::Balanced, Profile::Forms] {
        let mut config = with(profile);
        for vendor_markers in [true, false] {
            config.privacy.vendor_markers = vendor_markers;
            let setup = json(&config);
            let record = &setup["record"];
            for kind in all.iter().chain(&["hidden", "file", "input"]) {
                assert_eq!(record["maskInputOptions"][*kind], true, "{kind}");
            }
            assert!(record.get("maskAllInputs").is_none(), "it would replace the list by a shorter one");
            assert_eq!((&record["blockClass"], &record["maskTextClass"]), (&"rr-block".into(), &"rr-mask".into()));
            for off in ["recordCanvas", "inlineImages", "collectFonts", "recordCrossOriginIframes"] {
                assert_eq!(record[off], false, "{off}");
            }
            assert_eq!(record["plugins"], serde_json::json!([]));
            assert_eq!(setup["fingerprint"], config.fingerprint());
        }
    }
}

#[test]
fn every_marker_is_selected() {
    let config = with(Profile::Balanced);
    let (mask, block, ignore) =
        (selector(&config, "maskTextSelector"), selector(&config, "blockSelector"), selector(&config, "ignoreSelector"));
    for (marks, text) in crate::redact::markers::attributes()
        .filter(|m| m.words.is_empty())
        .map(|m| (m.marks, format!("[{}]", m.name)))
        .chain(crate::redact::markers::classes().map(|(name, marks)| (marks, format!(".{name}"))))
    {
        let has = |list: &str| format!(",{list},").contains(&format!(",{text},"));
        assert_eq!(has(&block), marks.block(), "{text}");
        assert_eq!(has(&mask), (marks.mask() || marks.sensitive()) && !marks.block(), "{text}");
        assert_eq!(ignore.contains(&text), marks.ignore(), "{text}");
    }
    // A value that is not known masks or blocks.
    assert!(mask.contains(r#"[data-sl]:not([data-sl="exclude" i]):not([data-sl="mask" i])"#));
    assert!(block.contains(r#"[data-sl="exclude" i]"#) && !mask.contains(r#",[data-milkglass="allow" i],"#));
    assert!(block.contains(r#"[data-private]:not([data-private="mask" i])"#));
    let mut own = config.clone();
    own.privacy.vendor_markers = false;
    assert!(selector(&own, "blockSelector") == r#"[data-milkglass="block" i]"#);
}

#[test]
fn the_hosts_selectors_and_settings_are_in_it() {
    let config = Config::from_toml(
        r##"[privacy]
        profile = "strict"
        canvas = "keep"
        mask = [".name, .mail"]
        block = ["#map"]
        ignore = ["form.search > input"]
        allow = ["nav"]
        sensitive_pages = ["/account/*"]"##,
    )
    .unwrap();
    let setup = json(&config);
    assert_eq!(setup["record"]["maskTextSelector"], "*");
    assert_eq!(setup["record"]["recordCanvas"], false, "not in strict");
    assert!(selector(&config, "blockSelector").contains("#map,:is(img,"));
    assert!(selector(&config, "blockSelector").ends_with(":not(:is(nav),:is(nav) *)"));
    assert!(selector(&config, "ignoreSelector").contains("form.search > input) *"));
    let said = setup["server_only"].to_string();
    assert!(said.contains("sensitive") && said.contains("allows"));
    let script = render(&config, Format::Js, ENDPOINT).unwrap();
    assert!(script.contains("/account/*") && script.contains(".name, .mail") && script.contains("\"allow\": \"nav\""));
    let mut open = config;
    open.privacy.profile = Profile::Balanced;
    assert_eq!(json(&open)["record"]["recordCanvas"], true);
    assert!(selector(&open, "maskTextSelector").contains(".name, .mail") && selector(&open, "maskTextSelector").contains("textarea"));
}

#[test]
fn scripts_hold_their_settings_safely_and_say_what_they_leave() {
    let mut config = with(Profile::Balanced);
    config.privacy.mask = vec![r#"[data-x="</script>\2028"]"#.to_owned()];
    for format in [Format::Js, Format::Module] {
        let script = render(&config, format, "/e?a=1").unwrap();
        assert!(!script.contains("</script"), "{format:?}");
        assert!(script.contains("/e?a=1") && script.contains(&config.fingerprint()));
        for what in server_only(&config, format) {
            assert!(script.contains(&format!("// - {what}.")), "{what}");
        }
    }
    assert!(render(&config, Format::Module, ENDPOINT).unwrap().contains("export { grant, withdraw, send as flush }"));
    assert!(render(&config, Format::Js, ENDPOINT).unwrap().trim_end().ends_with("})()"));
}

#[test]
fn only_the_profile_that_keeps_typed_text_brings_the_words() {
    let script = |profile| render(&with(profile), Format::Js, ENDPOINT).unwrap();
    assert!(script(Profile::Balanced).len() < 32_000 && script(Profile::Strict).len() < 32_000);
    let forms = script(Profile::Forms);
    for word in ["kennwort*", "numero de carte", "cvc", "~pin"] {
        assert!(forms.contains(word), "{word}");
    }
    assert!(!forms.contains("~cvc") && forms.len() < 128_000, "{}", forms.len());
}

#[test]
fn endpoints_are_of_the_host() {
    for good in ["/events", "/api/events?x=1", "https://shop.example/events", "http://127.0.0.1:8080/e", "http://localhost"] {
        assert!(render(&Config::default(), Format::Json, good).is_ok(), "{good}");
    }
    for bad in
        ["", "events", "//other.example/e", "/\\other.example", "http://shop.example/e", "http://localhost.example/", "ftp://x", "/a b"]
    {
        assert_eq!(render(&Config::default(), Format::Json, bad).unwrap_err().code(), "state.argument", "{bad}");
    }
    assert_eq!("JS".parse::<Format>().unwrap(), Format::Js);
    assert!("yaml".parse::<Format>().is_err());
}

#[test]
fn a_selector_that_the_engine_refuses_is_refused() {
    let mut config = Config::default();
    config.privacy.block = vec!["a:hover".to_owned()];
    assert_eq!(render(&config, Format::Js, ENDPOINT).unwrap_err().code(), "config.selector");
}
