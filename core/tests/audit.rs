//! The audit and the engine, each as the other's judge: what is planted is found, and what the engine has masked is quiet.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::BTreeSet;

use milkglass::audit::{self, Report};
use milkglass::config::Profile;
use milkglass::{Config, Redactor};
use serde_json::{Value, json};

const PROFILES: [Profile; 3] = [Profile::Strict, Profile::Balanced, Profile::Forms];

fn config(profile: Profile) -> Config {
    let mut config = Config::default();
    config.privacy.profile = profile;
    config
}

fn audited(events: &Value, config: &Config) -> Report {
    audit::recording(events.to_string().as_bytes(), config).unwrap()
}

fn redacted(events: &Value, config: &Config) -> Report {
    let out = Redactor::new(config).unwrap().redact(events.to_string().as_bytes()).unwrap();
    audit::recording(&out.bytes, config).unwrap()
}

fn rules(report: &Report) -> BTreeSet<&'static str> {
    report.by_rule.keys().copied().collect()
}

/// Pages made of nodes with ids in the order of writing.
#[derive(Default)]
struct Page(i64);

impl Page {
    fn id(&mut self) -> i64 {
        self.0 += 1;
        self.0 + 10
    }

    fn element(&mut self, tag: &str, attributes: Value, children: Vec<Value>) -> Value {
        json!({"type": 2, "tagName": tag, "attributes": attributes, "childNodes": children, "id": self.id()})
    }

    fn text(&mut self, text: &str) -> Value {
        json!({"type": 3, "textContent": text, "id": self.id()})
    }

    fn wrapped(&mut self, tag: &str, text: &str) -> Value {
        let inner = self.text(text);
        self.element(tag, json!({}), vec![inner])
    }
}

/// A visit: the page as a snapshot, then what happened.
fn visit(head: Vec<Value>, body: Vec<Value>, events: Vec<Value>) -> Value {
    let mut all = vec![
        json!({"type": 4, "data": {"href": "https://shop.example/", "width": 800, "height": 600}, "timestamp": 1_000}),
        json!({"type": 2, "data": {"node": {"type": 0, "id": 1, "childNodes": [
            {"type": 2, "tagName": "html", "attributes": {}, "id": 2, "childNodes": [
                {"type": 2, "tagName": "head", "attributes": {}, "id": 3, "childNodes": head},
                {"type": 2, "tagName": "body", "attributes": {}, "id": 4, "childNodes": body}]}]},
            "initialOffset": {"left": 0, "top": 0}}, "timestamp": 1_001}),
    ];
    for (index, mut event) in events.into_iter().enumerate() {
        event["timestamp"] = json!(1_100 + index * 10);
        all.push(event);
    }
    Value::Array(all)
}

fn incremental(source: u8, mut data: Value) -> Value {
    data["source"] = json!(source);
    json!({"type": 3, "data": data})
}

fn input(id: &Value, text: &str) -> Value {
    incremental(5, json!({"id": id, "text": text, "isChecked": false}))
}

fn mutation(part: &str, change: Value) -> Value {
    let mut data = json!({"adds": [], "removes": [], "texts": [], "attributes": []});
    data[part] = json!([change]);
    incremental(0, data)
}

fn custom(payload: Value) -> Value {
    json!({"type": 5, "data": {"tag": "note", "payload": payload}})
}

/// One plant a rule and more: the rule, the channel, and a visit that breaks it.
fn plants() -> Vec<(&'static str, &'static str, Value)> {
    let mut page = Page::default();
    let mut out = Vec::new();
    let mail = "mia.wong@mail.example";
    let mut text = |content: &str| page.wrapped("p", content);

    out.push(("detected", "text", visit(vec![], vec![text(&format!("Write to {mail}"))], vec![])));
    out.push(("detected", "text", visit(vec![], vec![text("IBAN GB29 NWBK 6016 1331 9268 19")], vec![])));
    out.push(("detected", "title", visit(vec![page.wrapped("title", &format!("Inbox of {mail}"))], vec![], vec![])));
    for name in ["title", "alt", "aria-label", "placeholder", "data-owner", "label"] {
        out.push(("detected", "attribute", visit(vec![], vec![page.element("i", json!({name: format!("for {mail}")}), vec![])], vec![])));
    }
    let meta = page.element("meta", json!({"name": "author", "content": format!("{mail}")}), vec![]);
    out.push(("detected", "attribute", visit(vec![meta], vec![], vec![])));
    for (tag, label, value) in [("th", "Date of birth", "03.04.1985"), ("dt", "Telephone", "7700 900123")] {
        let (head, cell) = (page.wrapped(tag, label), page.wrapped(if tag == "th" { "td" } else { "dd" }, value));
        let row =
            if tag == "th" { page.element("tr", json!({}), vec![head, cell]) } else { page.element("dl", json!({}), vec![head, cell]) };
        out.push(("detected", "text", visit(vec![], vec![row], vec![])));
    }
    let pieces: Vec<Value> = ["GB29", "NWBK", "6016", "1331", "9268", "19"].iter().map(|piece| page.wrapped("b", piece)).collect();
    let mut line = Vec::new();
    for piece in pieces {
        line.push(piece);
        line.push(page.text(" "));
    }
    out.push(("joined-text", "text", visit(vec![], vec![page.element("p", json!({}), line)], vec![])));

    // Addresses
    for href in [
        "/search?q=blue+lamp",
        "https://mia:winter77@shop.example/x",
        "/x#access_token=k3J9xPq2LmZ8",
        "/reset/8f14e45fceea167a",
        "/files/3b241101-e2bb-4255-8caf-4136c566a962/raw",
        "mailto:mia.wong@mail.example",
        "tel:+447700900123",
    ] {
        out.push(("url-part", "url", visit(vec![], vec![page.element("a", json!({"href": href}), vec![])], vec![])));
    }
    let picture = page.element("img", json!({"srcset": "/a.png?user=77 1x, /b.png?user=77 2x"}), vec![]);
    out.push(("url-part", "url", visit(vec![], vec![picture], vec![])));
    out.push(("url-part", "url", visit(vec![], vec![page.element("a", json!({"href": "data:text/csv,name;mia"}), vec![])], vec![])));
    out.push(("url-part", "text", visit(vec![], vec![page.wrapped("p", "see https://shop.example/o?code=abcdef for more")], vec![])));
    let mut moved = visit(vec![], vec![], vec![]);
    moved[0]["data"]["href"] = json!("https://shop.example/?session=99887");
    out.push(("url-part", "meta", moved));

    // Style sheets
    for css in [
        "a::after{content:\"mia.wong@mail.example\"}",
        "a::after{content:\"mia\\2e wong\\40mail.example\"}",
        "/* mia.wong@mail.example */",
        ":root{--owner: \"mia.wong@mail.example\"}",
    ] {
        out.push(("detected", "css", visit(vec![page.wrapped("style", css)], vec![], vec![])));
        out.push(("detected", "css", visit(vec![], vec![], vec![incremental(8, json!({"id": 4, "adds": [{"rule": css}]}))])));
        out.push((
            "detected",
            "css",
            visit(
                vec![],
                vec![],
                vec![incremental(15, json!({"id": 4, "styles": [{"styleId": 1, "rules": [{"rule": css}]}], "styleIds": [1]}))],
            ),
        ));
        let link = page.element("link", json!({"_cssText": css}), vec![]);
        out.push(("detected", "css", visit(vec![link], vec![], vec![])));
    }
    out.push(("url-part", "css", visit(vec![page.wrapped("style", "a{background:url('/p.png?user=77')}")], vec![], vec![])));
    let declared = json!({"id": 4, "index": [0], "set": {"property": "--owner", "value": "\"mia.wong@mail.example\""}});
    out.push(("detected", "css", visit(vec![], vec![], vec![incremental(13, declared)])));
    let font = json!({"family": "X", "fontSource": "url(/f.woff2?user=mia)", "buffer": false});
    out.push(("url-part", "css", visit(vec![], vec![], vec![incremental(10, font)])));

    // Code
    out.push(("code", "code", visit(vec![], vec![json!({"type": 5, "textContent": "made for Mia", "id": page.id()})], vec![])));
    out.push(("code", "code", visit(vec![page.wrapped("script", "user='mia'")], vec![], vec![])));
    for (name, value) in [("onclick", "go('mia')"), ("srcdoc", "<p>Mia</p>"), ("nonce", "k3J9xPq2")] {
        out.push(("code", "code", visit(vec![], vec![page.element("div", json!({name: value}), vec![])], vec![])));
    }

    // Fields
    for attributes in [
        json!({"type": "password"}),
        json!({"autocomplete": "section-a billing cc-number"}),
        json!({"autocomplete": "one-time-code"}),
        json!({"name": "card_number"}),
        json!({"placeholder": "Kennwort"}),
        json!({"style": "-webkit-text-security:disc"}),
        json!({"class": "x", "data-recording-sensitive": ""}),
    ] {
        let field = page.element("input", attributes.clone(), vec![]);
        out.push(("sensitive-input", "input", visit(vec![], vec![field.clone()], vec![input(&field["id"], "winter77")])));
        let mut filled = attributes;
        filled["value"] = json!("winter77");
        out.push(("sensitive-value", "value", visit(vec![], vec![page.element("input", filled, vec![])], vec![])));
        let change = mutation("attributes", json!({"id": field["id"], "attributes": {"value": "winter77"}}));
        out.push(("sensitive-value", "value", visit(vec![], vec![field], vec![change])));
    }
    let label = page.text("Password");
    let inner = page.element("input", json!({}), vec![]);
    let typed = input(&inner["id"], "winter77");
    let form = page.element("label", json!({}), vec![label, inner]);
    out.push(("sensitive-input", "input", visit(vec![], vec![form], vec![typed])));
    let boxes: Vec<Value> = (0..6).map(|_| page.element("input", json!({"maxlength": "1"}), vec![])).collect();
    let codes = boxes.iter().zip("482913".chars()).map(|(field, c)| input(&field["id"], &c.to_string())).collect();
    out.push(("joined-inputs", "input", visit(vec![], boxes, codes)));
    let keys: Vec<Value> = "0123456789".chars().map(|c| page.wrapped("button", &c.to_string())).collect();
    let pressed =
        [4, 8, 2, 9].iter().map(|key: &usize| incremental(2, json!({"type": 2, "id": keys[*key]["id"], "x": 1, "y": 1}))).collect();
    out.push(("keypad", "pointer", visit(vec![], keys, pressed)));
    let named = json!({"data-access-token": "k3J9xPq2LmZ8"});
    out.push(("sensitive-key", "attribute", visit(vec![], vec![page.element("div", named, vec![])], vec![])));
    let token = json!({"name": "csrf-token", "content": "k3J9xPq2LmZ8"});
    out.push(("sensitive-key", "attribute", visit(vec![page.element("meta", token, vec![])], vec![], vec![])));

    // Marked elements
    for (name, value) in [
        ("class", "card rr-mask"),
        ("class", "rr-block"),
        ("class", "ph-no-capture"),
        ("data-milkglass", "mask"),
        ("data-private", ""),
        ("data-sentry-mask", ""),
        ("data-openreplay-obscured", ""),
        ("data-hj-suppress", ""),
        ("data-dd-privacy", "hidden"),
    ] {
        let inner = page.wrapped("b", "Quiet words");
        out.push(("marked", "text", visit(vec![], vec![page.element("div", json!({name: value}), vec![inner])], vec![])));
        let titled = page.element("div", json!({name: value, "title": "Quiet words"}), vec![]);
        out.push(("marked", "attribute", visit(vec![], vec![titled], vec![])));
        let field = page.element("input", json!({name: value}), vec![]);
        out.push(("marked", "input", visit(vec![], vec![field.clone()], vec![input(&field["id"], "quiet words")])));
    }
    let plain = page.wrapped("div", "Quiet words");
    let late = mutation("attributes", json!({"id": plain["id"], "attributes": {"class": "rr-mask"}}));
    out.push(("marked", "text", visit(vec![], vec![plain], vec![late])));
    let blocked = page.element("img", json!({"class": "rr-block", "src": "/photo.png"}), vec![]);
    out.push(("media", "media", visit(vec![], vec![blocked], vec![])));
    out.push((
        "media",
        "media",
        visit(
            vec![],
            vec![page.element("canvas", json!({"rr_dataURL": format!("data:image/png;base64,{}", "A".repeat(300))}), vec![])],
            vec![],
        ),
    ));

    // Payloads
    for payload in [
        json!({"to": mail}),
        json!([["deep", {"er": [format!("x {mail}")]}]]),
        json!({"iban": "GB29 NWBK 6016 1331 9268 19"}),
        json!({mail: 1}),
        json!({"n": 4_111_111_111_111_111_u64}),
    ] {
        out.push(("detected", "custom", visit(vec![], vec![], vec![custom(payload)])));
    }
    for payload in [json!({"password": "winter77"}), json!({"user": {"apiKey": {"a": "k3J9xPq2"}}}), json!({"cvv": 123})] {
        out.push(("sensitive-key", "custom", visit(vec![], vec![], vec![custom(payload)])));
    }
    out.push(("url-part", "custom", visit(vec![], vec![], vec![custom(json!({"href": "/x?user=mia", "title": "x"}))])));
    let console = |line: &str| json!({"type": 6, "data": {"plugin": "rrweb/console@1", "payload": {"level": "log", "trace": [], "payload": [json!(line).to_string()]}}});
    out.push(("detected", "console", visit(vec![], vec![], vec![console(&format!("user {mail} signed in"))])));
    out.push((
        "detected",
        "console",
        visit(vec![], vec![], vec![incremental(11, json!({"level": "log", "payload": [format!("user {mail}")], "trace": []}))]),
    ));
    let request = json!({"requests": [{"name": "/api/x?token=k3J9xPq2", "method": "GET"}]});
    out.push((
        "setting",
        "network",
        visit(vec![], vec![], vec![json!({"type": 6, "data": {"plugin": "rrweb/network@1", "payload": request}})]),
    ));
    out.push((
        "media",
        "asset",
        visit(vec![], vec![], vec![json!({"type": 7, "data": {"url": "/a.png", "payload": {"base64": "AAAA", "rr_type": "Blob"}}})]),
    ));
    out.push(("url-part", "asset", visit(vec![], vec![], vec![json!({"type": 7, "data": {"url": "/a.png?user=mia", "payload": null}})])));
    out.push(("detected", "other", visit(vec![], vec![], vec![json!({"type": 8, "data": {"note": mail}})])));
    out.push(("unknown", "other", visit(vec![], vec![], vec![json!({"type": 42, "data": {"x": "anything"}})])));
    out.push(("unknown", "other", visit(vec![], vec![], vec![incremental(99, json!({"x": "anything"}))])));
    let canvas = page.element("canvas", json!({}), vec![]);
    let drawn = incremental(9, json!({"id": canvas["id"], "type": 0, "commands": [{"property": "fillText", "args": ["Mia Wong", 1, 2]}]}));
    out.push(("canvas", "canvas", visit(vec![], vec![canvas], vec![drawn])));
    let secret = page.wrapped("p", "Quiet words");
    let hidden = page.element("div", json!({"class": "rr-mask"}), vec![secret.clone()]);
    let range = json!({"start": secret["childNodes"][0]["id"], "startOffset": 2, "end": secret["childNodes"][0]["id"], "endOffset": 7});
    out.push(("selection", "selection", visit(vec![], vec![hidden], vec![incremental(14, json!({"ranges": [range]}))])));
    out
}

/// Texts that hide what they hold, each of which the audit must read.
fn disguises() -> Vec<Value> {
    let mail = "mia.wong@mail.example";
    // base64 of {"to":"mia.wong@mail.example"} and of the address behind three bytes, so at another alignment.
    vec![
        json!({"blob": "eyJ0byI6Im1pYS53b25nQG1haWwuZXhhbXBsZSJ9"}),
        json!({"blob": "AAECbWlhLndvbmdAbWFpbC5leGFtcGxl"}),
        json!({"text": json!({"inner": json!({"to": mail}).to_string()}).to_string()}),
        json!({"text": format!("to={}", mail.replace('@', "%2540"))}),
        json!({"text": mail.replace('@', "&#64;")}),
    ]
}

#[test]
fn every_rule_finds_what_breaks_it_and_is_quiet_once_it_is_masked() {
    let mut met = BTreeSet::new();
    let mut wrong = Vec::new();
    for (index, (rule, channel, events)) in plants().into_iter().enumerate() {
        let raw = audited(&events, &config(Profile::Balanced));
        let found = raw.by_channel.get(channel).is_some_and(|rules| rules.contains_key(rule));
        if !found {
            wrong.push(format!("plant {index}: no {rule} in {channel}, but {:?}\n{events}", raw.by_channel));
        }
        met.insert(rule);
        for profile in PROFILES {
            let left = redacted(&events, &config(profile));
            if !left.is_clean() {
                wrong.push(format!("plant {index} ({rule} in {channel}) in {profile:?}: {:?}\n{events}", left.findings));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
    // Those that need a setting, and those of forms, are met below.
    let elsewhere = ["choice", "disguised", "form-input", "form-value", "pattern", "personal-field", "strict-text"];
    let all: BTreeSet<_> = audit::RULES.iter().map(|rule| rule.id).filter(|id| !elsewhere.contains(id)).collect();
    assert_eq!(met, all);
}

/// Rules that hold in some profiles or settings alone: what breaks them, and what does not.
#[test]
fn profiles_and_settings_count() {
    let mut page = Page::default();
    let field = page.element("input", json!({"type": "text", "name": "comment"}), vec![]);
    let typed = visit(vec![], vec![field.clone()], vec![input(&field["id"], "blue lamps")]);
    assert_eq!(rules(&audited(&typed, &config(Profile::Balanced))), BTreeSet::from(["form-input"]));
    assert!(audited(&typed, &config(Profile::Forms)).is_clean());

    let mail = page.element("input", json!({"type": "email"}), vec![]);
    let mailed = visit(vec![], vec![mail.clone()], vec![input(&mail["id"], "mia")]);
    assert_eq!(rules(&audited(&mailed, &config(Profile::Forms))), BTreeSet::from(["personal-field"]));
    let told = visit(vec![], vec![field.clone()], vec![input(&field["id"], "to mia.wong@mail.example")]);
    assert_eq!(rules(&audited(&told, &config(Profile::Forms))), BTreeSet::from(["detected"]));

    let text = page.text("quiet words");
    let area = page.element("textarea", json!({"value": "quiet words"}), vec![text]);
    let chat = page.wrapped("div", "quiet words");
    let mut chat = chat;
    chat["attributes"] = json!({"contenteditable": "true"});
    let typed = visit(vec![], vec![area, chat], vec![]);
    assert_eq!(audited(&typed, &config(Profile::Balanced)).by_rule, [("form-value", 3)].into());
    assert!(audited(&typed, &config(Profile::Forms)).is_clean());
    assert!(redacted(&typed, &config(Profile::Balanced)).is_clean());

    let choice = page.element("input", json!({"type": "radio", "checked": true, "value": "yes"}), vec![]);
    let option = page.element("option", json!({"value": "fr", "selected": true}), vec![]);
    let select = page.element("select", json!({}), vec![option]);
    let mut checked = input(&choice["id"], "yes");
    checked["data"]["isChecked"] = json!(true);
    let chosen = visit(vec![], vec![choice, select.clone()], vec![checked, input(&select["id"], "fr")]);
    assert_eq!(audited(&chosen, &config(Profile::Balanced)).by_rule, [("choice", 5)].into());
    assert!(audited(&chosen, &config(Profile::Forms)).is_clean());
    assert!(redacted(&chosen, &config(Profile::Balanced)).is_clean());

    let words = page.wrapped("p", "Blue lamps");
    let titled = page.element("i", json!({"title": "Blue lamps"}), vec![]);
    let plain = visit(vec![], vec![words, titled], vec![custom(json!({"note": "some words of ours"}))]);
    assert!(audited(&plain, &config(Profile::Balanced)).is_clean());
    assert_eq!(audited(&plain, &config(Profile::Strict)).by_rule, [("strict-text", 3)].into());
    assert!(redacted(&plain, &config(Profile::Strict)).is_clean());
    let mut pages = config(Profile::Balanced);
    pages.privacy.sensitive_pages = vec!["/account/*".into()];
    let mut account = plain;
    account[0]["data"]["href"] = json!("https://shop.example/account/orders");
    assert!(!audited(&account, &pages).is_clean() && redacted(&account, &pages).is_clean());

    let lines = visit(vec![], vec![], vec![custom(json!({"a": 1})), incremental(11, json!({"level": "log", "payload": [], "trace": []}))]);
    assert!(audited(&lines, &config(Profile::Balanced)).is_clean());
    let mut dropping = config(Profile::Balanced);
    dropping.privacy.custom_events = milkglass::config::CustomEvents::Drop;
    dropping.privacy.console = milkglass::config::Console::Drop;
    assert_eq!(audited(&lines, &dropping).by_rule, [("setting", 2)].into());
    assert!(redacted(&lines, &dropping).is_clean());
}

#[test]
fn the_hosts_selectors_and_words_count() {
    let mut page = Page::default();
    let inner = page.wrapped("b", "Quiet words");
    let card = page.element("div", json!({"class": "card"}), vec![inner]);
    let events = visit(vec![], vec![card], vec![]);
    let mut own = config(Profile::Balanced);
    own.privacy.mask = vec!["main .card, div.card > b".into()];
    assert_eq!(rules(&audited(&events, &own)), BTreeSet::from(["marked"]));
    assert!(redacted(&events, &own).is_clean());
    own.privacy.mask = vec![".card:not(.x)".into()];
    assert_eq!(audited(&events, &own).unchecked, ["privacy.mask[0]"]);
    let mut words = config(Profile::Balanced);
    words.privacy.words.insert("CODE_NAME".into(), vec!["quiet".into()]);
    let report = audited(&events, &words);
    assert_eq!((report.total, report.findings[0].kind.as_deref()), (1, Some("CODE_NAME")));
    words.privacy.pattern = vec![milkglass::config::Pattern { name: "X".into(), regex: "(".into() }];
    assert_eq!(audit::recording(b"[]", &words).err().unwrap().code(), "config.pattern");
}

#[test]
fn disguised_texts_are_read() {
    for payload in disguises() {
        let report = audited(&visit(vec![], vec![], vec![custom(payload.clone())]), &config(Profile::Balanced));
        assert_eq!((report.total, report.findings[0].kind.as_deref()), (1, Some("EMAIL")), "{payload}: {:?}", report.findings);
    }
    let mut page = Page::default();
    let field = page.element("div", json!({"data-state": "bWlhLndvbmdAbWFpbC5leGFtcGxl"}), vec![]);
    assert_eq!(rules(&audited(&visit(vec![], vec![field], vec![]), &config(Profile::Balanced))), BTreeSet::from(["disguised"]));
}

/// The audit has patterns of its own for what the detectors' context rules pass over.
#[test]
fn the_audit_does_not_rely_on_the_detectors_alone() {
    let mut page = Page::default();
    let order = page.wrapped("p", "order no. 4111111111111111");
    let report = audited(&visit(vec![], vec![order], vec![]), &config(Profile::Balanced));
    assert_eq!(report.total, 1, "{:?}", report.findings);
    assert!(matches!(report.findings[0].rule, "pattern" | "detected"));
}

/// A number in groups, each in an element of its own; a code clicked on a keypad whose keys are named by attributes.
#[test]
fn what_is_personal_only_together() {
    let mut page = Page::default();
    let groups: Vec<Value> = ["4111", "1111", "1111", "1111"].iter().map(|group| page.wrapped("div", group)).collect();
    let around = page.element("section", json!({}), groups);
    assert_eq!(rules(&audited(&visit(vec![], vec![around], vec![]), &config(Profile::Balanced))), BTreeSet::from(["joined-text"]));
    let (first, second) = (page.text("GB29 NWBK 6016"), page.text(" 1331 9268 19"));
    let line = page.element("p", json!({}), vec![first]);
    let add = mutation("adds", json!({"parentId": line["id"], "nextId": null, "node": second}));
    assert_eq!(rules(&audited(&visit(vec![], vec![line], vec![add]), &config(Profile::Balanced))), BTreeSet::from(["joined-text"]));
    let keys: Vec<Value> = "0123456789".chars().map(|c| page.element("button", json!({"aria-label": c.to_string()}), vec![])).collect();
    let click = |key: usize| incremental(2, json!({"type": 2, "id": keys[key]["id"], "x": 1, "y": 1}));
    let pressed = [4, 8, 2, 9].map(click).to_vec();
    assert_eq!(rules(&audited(&visit(vec![], keys.clone(), pressed), &config(Profile::Balanced))), BTreeSet::from(["keypad"]));
    let three = [4, 8, 2].map(click).to_vec();
    assert!(audited(&visit(vec![], keys.clone(), three), &config(Profile::Balanced)).is_clean());
}

#[test]
fn a_recording_without_anything_personal_is_clean() {
    let mut page = Page::default();
    let title = page.wrapped("title", "Blue lamps | Glass Shop");
    let style = page.wrapped("style", "a::before{content:\"→\"}:root{--gap:4px;--rgb:13 110 253}b{background:url(/img/bg.png)}");
    let link = page.element(
        "a",
        json!({"href": "/lamps/blue?page=2&sort=price#reviews", "class": "btn btn-primary", "title": "Next page"}),
        vec![],
    );
    let price = page.wrapped("p", "2 lamps, EUR 49.90, order no. 10-4471, delivered on 12.03.2025");
    let shape = page.element("path", json!({"d": "M10 4111 1111 1111 1111z"}), vec![]);
    let picture = page.element("svg", json!({"viewBox": "0 0 24 24"}), vec![shape]);
    let button = page.element("input", json!({"type": "submit", "value": "Buy now"}), vec![]);
    let password =
        page.element("input", json!({"type": "password", "placeholder": "Your password", "autocomplete": "current-password"}), vec![]);
    let events = vec![
        incremental(1, json!({"positions": [{"x": 1, "y": 2, "id": 4, "timeOffset": -10}]})),
        incremental(3, json!({"id": 4, "x": 0, "y": 120})),
        input(&password["id"], "••••••••"),
        custom(json!({"step": "cart", "items": 3, "at": 1_767_225_600_000_i64})),
    ];
    let events = visit(vec![title, style], vec![link, price, picture, button, password], events);
    let report = audited(&events, &config(Profile::Balanced));
    assert!(report.is_clean(), "{:?}", report.findings);
    assert_eq!((report.events, report.duration_ms), (6, 130));
    assert_eq!(report.masks["input"]["sensitive"], 1);
    assert_eq!((report.snapshots.as_slice(), report.seen.len()), ([1].as_slice(), 1));
}

/// A small generator, so that a failure names its seed and can be repeated.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % bound
    }
}

/// Several plants on one page, in any order and depth.
fn mixed(seed: u64) -> (Value, Vec<(&'static str, &'static str)>) {
    let mut random = Random(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
    let mut all = plants();
    let mut page = Page(50_000);
    let (mut head, mut body, mut events, mut planted) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for _ in 0..4 + random.below(12) {
        let (rule, channel, visit) = all.swap_remove(random.below(all.len()));
        if channel == "meta" {
            continue;
        }
        let root = &visit[1]["data"]["node"]["childNodes"][0]["childNodes"];
        head.extend(root[0]["childNodes"].as_array().unwrap().clone());
        let mut here = root[1]["childNodes"].as_array().unwrap().clone();
        for _ in 0..random.below(3) {
            here = vec![page.element(["div", "section", "main", "article"][random.below(4)], json!({}), here)];
        }
        // Something harmless between, so that a label of one plant is not taken for that of the next.
        body.push(page.wrapped("h2", ["Our lamps", "Delivery", "Opening hours", "About glass"][random.below(4)]));
        body.extend(here);
        events.extend(visit.as_array().unwrap().iter().skip(2).cloned());
        planted.push((rule, channel));
    }
    (visit(head, body, events), planted)
}

/// The quality check of both: everything planted is found, and nothing is left once the engine has been over it.
#[test]
fn generated_pages_raw_and_redacted() {
    let mut wrong = Vec::new();
    for seed in 1..=60 {
        let (events, planted) = mixed(seed);
        let raw = audited(&events, &config(Profile::Balanced));
        for (rule, channel) in &planted {
            if !raw.by_channel.get(channel).is_some_and(|rules| rules.contains_key(rule)) {
                wrong.push(format!("seed {seed}: no {rule} in {channel}"));
            }
        }
        assert!(raw.total >= planted.len() as u64);
        for profile in PROFILES {
            let left = redacted(&events, &config(profile));
            wrong.extend(left.findings.iter().map(|finding| format!("seed {seed}, {profile:?}: {finding:?}")));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The report may go to any log: nothing of what was planted is in it, whatever the rule.
#[test]
fn reports_hold_no_values() {
    for seed in 1..=20 {
        let report = audited(&mixed(seed).0, &config(Profile::Balanced));
        let text = format!("{}{report:?}", serde_json::to_string(&report).unwrap()).to_lowercase();
        for value in [
            "mia.wong",
            "mail.example",
            "winter",
            "nwbk",
            "1331",
            "9268",
            "k3j9",
            "4829",
            "quiet",
            "access_token",
            "8f14e45f",
            "3b241101",
            "77009",
            "1985",
            "4111",
            "blue+lamp",
            "blue lamp",
        ] {
            assert!(!text.contains(value), "seed {seed}: {value}");
        }
    }
}

#[test]
fn the_same_recording_gives_the_same_report() {
    let (events, _) = mixed(7);
    let one = audited(&events, &config(Profile::Balanced));
    assert_eq!(one, audited(&events, &config(Profile::Balanced)));
    let lines: String = events.as_array().unwrap().iter().map(|event| format!("{event}\n")).collect();
    let other = audit::recording(lines.as_bytes(), &config(Profile::Balanced)).unwrap();
    assert_eq!((one.findings, one.masks, one.events), (other.findings, other.masks, other.events), "an array and lines say the same");
    let mut seen = Vec::new();
    audit::read(lines.as_bytes(), &config(Profile::Balanced), |event| seen.push(event.to_owned())).unwrap();
    assert_eq!(seen.concat(), lines.replace('\n', ""));
}

#[test]
fn what_is_no_recording_is_an_error() {
    let code = |bytes: &[u8]| audit::recording(bytes, &Config::default()).err().map(|error| error.code());
    assert_eq!(code(b""), Some("input.not_events"));
    assert_eq!(code(b"[1,\"\"]").map(|_| ()), Some(()));
    assert_eq!(code(b"[1,2]"), Some("input.not_events"));
    assert_eq!(code(b"[{]"), Some("input.json"));
    assert_eq!(code(b"{\"type\":1"), Some("input.json"));
    assert_eq!(code(b"[]"), None);
    assert_eq!(code(format!("{}1{}", "[{\"a\":".repeat(5_000), "}]".repeat(5_000)).as_bytes()), Some("input.depth"));
    assert_eq!(code(b"\x1f\x8b\x08\x00broken"), Some("input.compressed"));
}

/// Garbage, truncations and flipped bytes give errors or findings, never a panic.
#[test]
fn damaged_recordings_never_panic() {
    let events = mixed(11).0.to_string().into_bytes();
    let mut random = Random(42);
    for _ in 0..800 {
        let mut damaged = events.clone();
        for _ in 0..1 + random.below(4) {
            let at = random.below(damaged.len());
            match random.below(3) {
                0 => damaged[at] = u8::try_from(random.below(256)).unwrap(),
                1 => damaged.truncate(at.max(1)),
                _ => damaged[at] = b"{}[]\",:0\\"[random.below(9)],
            }
        }
        let _ = audit::recording(&damaged, &Config::default());
    }
    // Rings of parents, doubled ids, ids of any size.
    let mut page = Page::default();
    let ring = |id: i64, parent: i64| json!({"parentId": parent, "nextId": parent, "node": {"type": 2, "id": id, "tagName": "p", "attributes": {}, "childNodes": []}});
    let text = page.text("GB29 NWBK 6016 1331 9268 19");
    let hostile = json!({"adds": [ring(900, 901), ring(901, 900), ring(902, 902), ring(-5, i64::MAX), {"parentId": 901, "nextId": 900, "node": text}],
        "removes": [{"id": 4}, {"id": 2}], "texts": [{"id": 4, "value": null}], "attributes": [{"id": 900, "attributes": {"class": "rr-mask"}}, {"id": 12}]});
    let report = audited(&visit(vec![], vec![], vec![incremental(0, hostile)]), &Config::default());
    assert!(!report.is_clean());
}
