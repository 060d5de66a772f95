//! The audit and the engine, each as the other's judge: what is planted is found, and what the engine has masked is quiet.

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
        let row = if tag == "th" { page.element("tr", json!({}), vec![head, cell]) } else { page.element("dl", json!({}), vec![head, cell]) };
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
            visit(vec![], vec![], vec![incremental(15, json!({"id": 4, "styles": [{"styleId": 1, "rules": [{"rule": css}]}], "styleIds": [1]}))]),
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
    let pressed = [4, 8, 2, 9].iter().map(|key: &usize| incremental(2, json!({"type": 2, "id": keys[*key]["id"], "x": 1, "y": 1}))).collect();
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
    out.push(("media", "media", visit(vec![], vec![page.element("canvas", json!({"rr_dataURL": format!("data:image/png;base64,{}", "A".repeat(300))}), vec![])], vec![])));

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
    out.push(("detected", "console", visit(vec![], vec![], vec![incremental(11, json!({"level": "log", "payload": [format!("user {mail}")], "trace": []}))])));
    let request = json!({"requests": [{"name": "/api/x?token=k3J9xPq2", "method": "GET"}]});
    out.push(("setting", "network", visit(vec![], vec![], vec![json!({"type": 6, "data": {"plugin": "rrweb/network@1", "payload": request}})])));
    out.push(("media", "asset", visit(vec![], vec![], vec![json!({"type": 7, "data": {"url": "/a.png", "payload": {"base64": "AAAA", "rr_type": "Blob"}}})])));
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
