//! The host's own callback: it may hide more, never less, sees no secret, and its failures hide what it was asked about.

// A test may panic; that is how it fails. Variables of the environment are set once.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, unsafe_code)]

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use milkglass::config::{Canvas, Console, Media, Network, Profile};
use milkglass::consent::Signals;
use milkglass::{Answer, Config, KnownValue, Recorder, Redactor, Seen, Session};
use serde_json::{Value, json};

const DOT: char = '•';

/// What the callback was shown: channel, tag, name, text.
type Shown = Arc<Mutex<Vec<(String, Option<String>, Option<String>, String)>>>;

fn spy(answer: impl Fn(&Seen<'_>) -> Answer + Send + Sync + 'static) -> (Shown, impl Fn(&Seen<'_>) -> Answer + Send + Sync + 'static) {
    let shown = Shown::default();
    let notes = Arc::clone(&shown);
    let host = move |seen: &Seen<'_>| {
        let owned = |text: Option<&str>| text.map(str::to_owned);
        notes.lock().unwrap().push((seen.channel.to_owned(), owned(seen.tag), owned(seen.name), seen.text.to_owned()));
        answer(seen)
    };
    (shown, host)
}

/// Keeps as much as a configuration can, so that every channel reaches the host.
fn open_config() -> Config {
    let mut config = Config::default();
    config.privacy.profile = Profile::Forms;
    config.privacy.canvas = Canvas::Keep;
    config.privacy.console = Console::Mask;
    config.privacy.network = Network::Mask;
    config.privacy.media = Media::Keep;
    config
}

fn element(id: u32, tag: &str, attributes: Value, children: Value) -> Value {
    json!({"type": 2, "tagName": tag, "attributes": attributes, "childNodes": children, "id": id})
}

fn text(id: u32, content: &str) -> Value {
    json!({"type": 3, "id": id, "textContent": content})
}

fn snapshot(body: Value) -> Value {
    json!({"type": 2, "timestamp": 2, "data": {"initialOffset": {"left": 0, "top": 0}, "node": {"type": 0, "id": 1, "childNodes": [
        {"type": 1, "name": "html", "publicId": "", "systemId": "", "id": 2},
        element(3, "html", json!({"lang": "en"}), json!([element(4, "body", json!({}), body)])),
    ]}}})
}

/// A recording with a readable text in every channel.
fn every_channel() -> Value {
    json!([
        {"type": 0, "data": {}, "timestamp": 1},
        {"type": 4, "timestamp": 1, "data": {"href": "https://shop.example/lamps", "width": 800, "height": 600}},
        snapshot(json!([
            element(5, "h1", json!({"class": "wide", "title": "Lamps of glass", "data-kind": "list"}), json!([text(6, "Lamps for every room")])),
            element(7, "img", json!({"src": "https://shop.example/lamp.png", "alt": "A lamp"}), json!([])),
            element(8, "a", json!({"href": "/basket", "rr_scrollTop": 3}), json!([text(9, "Basket")])),
            element(10, "style", json!({"_cssText": "p::after { content: \"New here\"; color: red }"}), json!([])),
            element(11, "input", json!({"type": "search", "name": "q", "placeholder": "What do you seek"}), json!([])),
            element(12, "p", json!({"style": "background: url(\"/wall.png\")"}), json!([text(13, "Some words")])),
            element(14, "canvas", json!({"rr_dataURL": "data:image/png;base64,AAAA"}), json!([])),
        ])),
        {"type": 3, "timestamp": 3, "data": {"source": 0, "removes": [], "attributes": [
            {"id": 5, "attributes": {"title": "Lamps again", "style": {"--label": "For you", "color": ["red", "important"], "content": "\"Gone\""}}}],
            "texts": [{"id": 6, "value": "Lamps for the hall"}],
            "adds": [{"parentId": 12, "nextId": null, "node": text(20, "More words")}]}},
        {"type": 3, "timestamp": 4, "data": {"source": 5, "text": "green lamp", "isChecked": false, "id": 11}},
        {"type": 3, "timestamp": 5, "data": {"source": 2, "type": 2, "id": 8, "x": 4, "y": 5}},
        {"type": 3, "timestamp": 6, "data": {"source": 8, "id": 10, "adds": [{"rule": "b::before { content: \"Shown\" }", "index": 0}]}},
        {"type": 3, "timestamp": 7, "data": {"source": 13, "id": 10, "index": [0], "set": {"property": "--note", "value": "Read me"}}},
        {"type": 3, "timestamp": 8, "data": {"source": 9, "id": 14, "type": 0, "commands": [{"property": "fillStyle", "args": ["#ff0000"], "setter": true}]}},
        {"type": 3, "timestamp": 9, "data": {"source": 10, "family": "Inter", "fontSource": "url(/inter.woff2)", "buffer": false}},
        {"type": 3, "timestamp": 9, "data": {"source": 16, "define": {"name": "shop-card"}}},
        {"type": 5, "timestamp": 10, "data": {"tag": "ordered", "payload": {"note": "a fine lamp", "of": ["glass", {"colour": "green"}], "count": 2}}},
        {"type": 6, "timestamp": 11, "data": {"plugin": "rrweb/console@1", "payload": {"level": "log", "trace": [], "payload": ["\"lamp lit\"", "{\"lamp\":\"lit\"}"]}}},
        {"type": 6, "timestamp": 12, "data": {"plugin": "rrweb/network@1", "payload": {"requests": [{"name": "https://shop.example/lamps.json", "method": "GET"}]}}},
        {"type": 7, "timestamp": 13, "data": {"url": "https://shop.example/lamp.png", "payload": {"note": "asset"}}},
        {"type": 8, "timestamp": 14, "data": {"label": "an annotation"}},
    ])
}

fn redact(redactor: &Redactor, events: &Value) -> (Value, milkglass::Report) {
    let redacted = redactor.redact(events.to_string().as_bytes()).unwrap();
    (serde_json::from_slice(&redacted.bytes).unwrap(), redacted.report)
}

fn with(config: &Config, host: impl Fn(&Seen<'_>) -> Answer + Send + Sync + 'static) -> Redactor {
    Redactor::new(config).unwrap().with_host(host)
}

#[test]
fn a_host_that_keeps_everything_changes_no_byte() {
    let events = every_channel().to_string();
    for profile in [Profile::Strict, Profile::Balanced, Profile::Forms] {
        let mut config = open_config();
        config.privacy.profile = profile;
        let redactor = Redactor::new(&config).unwrap();
        let alone = redactor.redact(events.as_bytes()).unwrap();
        let (shown, host) = spy(|_| Answer::Keep);
        let asked = redactor.with_host(host).redact(events.as_bytes()).unwrap();
        assert_eq!(asked.bytes, alone.bytes);
        assert_eq!(asked.report, alone.report);
        assert!(!shown.lock().unwrap().is_empty());
    }
}

#[test]
fn every_channel_is_asked_with_tag_and_name() {
    let (shown, host) = spy(|_| Answer::Keep);
    redact(&with(&open_config(), host), &every_channel());
    let shown = shown.lock().unwrap();
    for (channel, tag, name, text) in [
        ("meta", None, Some("href"), "https://shop.example/lamps"),
        ("attribute", Some("html"), Some("lang"), "en"),
        ("attribute", Some("h1"), Some("title"), "Lamps of glass"),
        ("attribute", Some("h1"), Some("data-kind"), "list"),
        ("text", Some("h1"), None, "Lamps for every room"),
        ("url", Some("img"), Some("src"), "https://shop.example/lamp.png"),
        ("attribute", Some("img"), Some("alt"), "A lamp"),
        ("url", Some("a"), Some("href"), "/basket"),
        ("css", Some("style"), Some("_cssText"), "New here"),
        ("css", Some("p"), Some("style"), "wall.png"),
        ("media", Some("canvas"), Some("rr_dataURL"), "data:image/png;base64,AAAA"),
        ("attribute", Some("h1"), Some("title"), "Lamps again"),
        ("css", Some("h1"), Some("--label"), "For you"),
        ("css", Some("h1"), Some("content"), "\"Gone\""),
        ("text", Some("h1"), None, "Lamps for the hall"),
        ("text", Some("p"), None, "More words"),
        ("input", Some("input"), None, "green lamp"),
        ("css", None, None, "Shown"),
        ("css", None, Some("--note"), "Read me"),
        ("canvas", None, Some("args"), "#ff0000"),
        ("custom", None, Some("tag"), "ordered"),
        ("custom", None, Some("note"), "a fine lamp"),
        ("custom", None, Some("of"), "glass"),
        ("custom", None, Some("colour"), "green"),
        ("console", None, Some("payload"), "\"lamp lit\""),
        ("network", None, Some("name"), "https://shop.example/lamps.json"),
        ("url", None, Some("url"), "https://shop.example/lamp.png"),
        ("media", None, Some("note"), "asset"),
        ("other", None, Some("label"), "an annotation"),
    ] {
        let found = shown.iter().any(|(c, t, n, x)| {
            c == channel
                && t.as_deref() == tag
                && (n.as_deref() == name || (channel == "css" && name.is_none()))
                && (x == text || (channel == "css" && x.contains(text)))
        });
        assert!(found, "{channel} {tag:?} {name:?} {text}\nin {shown:#?}");
    }
    for constant in ["rrweb/console@1", "log", "fillStyle", "html", "shop-card", "h1"] {
        assert!(!shown.iter().any(|(.., text)| text == constant), "{constant} is no text");
    }
}

/// Every key, number and constant stays, and every text is hidden.
#[test]
fn a_host_that_masks_everything_leaves_a_valid_recording() {
    fn same_shape(before: &Value, after: &Value, path: &str) {
        match (before, after) {
            (Value::Object(a), Value::Object(b)) => {
                assert_eq!(a.keys().collect::<Vec<_>>(), b.keys().collect::<Vec<_>>(), "{path}");
                a.iter().for_each(|(key, value)| same_shape(value, &b[key], &format!("{path}.{key}")));
            }
            (Value::Array(a), Value::Array(b)) => {
                assert_eq!(a.len(), b.len(), "{path}");
                a.iter().zip(b).enumerate().for_each(|(i, (a, b))| same_shape(a, b, &format!("{path}[{i}]")));
            }
            (Value::String(_), Value::String(_)) => {}
            _ => assert_eq!(before, after, "{path}"),
        }
    }
    let (before, _) = redact(&Redactor::new(&open_config()).unwrap(), &every_channel());
    let redactor = with(&open_config(), |_| Answer::Mask);
    let (after, report) = redact(&redactor, &every_channel());
    same_shape(&before, &after, "$");
    let text = after.to_string();
    for word in ["Lamps", "lamp", "Basket", "wide", "New here", "Some words", "For you", "Gone", "Shown", "Read me", "glass", "annotation"]
    {
        assert!(!text.contains(word), "{word} in {text}");
    }
    for constant in ["rrweb/console@1", "\"level\":\"log\"", "fillStyle", "\"tagName\":\"h1\"", "about:blank"] {
        assert!(text.contains(constant), "{constant} in {text}");
    }
    for argument in after[12]["data"]["payload"]["payload"].as_array().unwrap() {
        serde_json::from_str::<Value>(argument.as_str().unwrap()).expect("the player parses each argument");
    }
    let reasons = |channel: &str| report.masked[channel]["host"];
    assert!(["text", "attribute", "url", "css", "media", "input", "custom", "console", "meta"].iter().all(|c| reasons(c) > 0));
    assert_eq!(report.host_faults(), 0);
    // Once more: nothing is left to hide.
    let (twice, _) = redact(&redactor, &after);
    assert_eq!(twice, after);
}

#[test]
fn ranges_are_hidden_and_the_rest_stays() {
    let page = json!([
        snapshot(json!([
            element(5, "p", json!({"title": "ticket T-44 of May"}), json!([text(6, "größer T-41, T-42 \u{1F600} T-43!")])),
            element(7, "a", json!({"href": "https://shop.example/tickets/T-45/x"}), json!([])),
            element(8, "style", json!({"_cssText": "p::after { content: \"only T-46 left\" }"}), json!([])),
        ])),
        {"type": 6, "timestamp": 3, "data": {"plugin": "rrweb/console@1", "payload": {"level": "log", "trace": [], "payload": ["\"T-47\""]}}},
    ]);
    let redactor = with(&Config::default(), |seen| {
        let places: Vec<_> = seen.text.match_indices("T-").map(|(at, _)| at..at + 4).collect();
        // Out of order, and each of them twice.
        Answer::Hide(places.iter().rev().chain(&places).cloned().collect())
    });
    let (after, report) = redact(&redactor, &page);
    let body = &after[0]["data"]["node"]["childNodes"][1]["childNodes"][0]["childNodes"];
    assert_eq!(body[0]["childNodes"][0]["textContent"], "größer •••, ••• \u{1F600} •••!");
    assert_eq!(body[0]["attributes"]["title"], "ticket ••• of May");
    assert_eq!(body[1]["attributes"]["href"], "https://shop.example/tickets/xxxx/x");
    assert_eq!(body[2]["attributes"]["_cssText"], "p::after { content: \"only ••• left\" }");
    assert_eq!(after[1]["data"]["payload"]["payload"][0], "\"•••\"");
    assert_eq!(report.masked["text"]["host"], 1);
    assert_eq!(redact(&redactor, &after).0, after, "twice changes nothing");
}

#[test]
fn failures_hide_what_was_asked_about_and_are_counted() {
    let page = json!([snapshot(json!([element(5, "p", json!({}), json!([text(6, "größer als alles")]))]))]);
    type Bad = fn(&Seen<'_>) -> Answer;
    let bad: [Bad; 6] = [
        |_| std::panic::resume_unwind(Box::new("on purpose")),
        |_| Answer::Failed,
        |seen| Answer::Hide(vec![0..seen.text.len() + 1]),
        |_| Answer::Hide(vec![0..1, 3..3, 3..4]),
        #[allow(clippy::reversed_empty_ranges)]
        |_| Answer::Hide(vec![2..1]),
        |_| Answer::Hide(vec![usize::MAX..usize::MAX]),
    ];
    for (n, answer) in bad.into_iter().enumerate() {
        let redactor = with(&Config::default(), move |seen| if seen.channel == "text" { answer(seen) } else { Answer::Keep });
        let (after, report) = redact(&redactor, &page);
        let text = after.to_string();
        assert!(!text.contains("größer") && !text.contains("alles") && text.contains(DOT), "{n}: {text}");
        assert_eq!((report.host_faults(), report.masked["text"]["host_fault"]), (1, 1), "{n}");
    }
}

/// A form with a secret in each sensitive field, typed in some strokes, and a text that repeats it.
fn visit(secret: &str, strokes: usize) -> Value {
    let mut events = vec![
        json!({"type": 4, "timestamp": 1, "data": {"href": format!("https://shop.example/?token={secret}"), "width": 8, "height": 6}}),
        snapshot(json!([
            element(5, "input", json!({"type": "password", "value": secret}), json!([])),
            element(6, "input", json!({"type": "text", "autocomplete": "billing cc-number", "value": secret}), json!([])),
            element(7, "div", json!({"class": "ph-no-capture", "title": secret}), json!([text(8, secret)])),
            element(9, "p", json!({"data-echo": secret}), json!([text(10, &format!("You wrote {secret} here"))])),
            element(11, "style", json!({}), json!([text(12, &format!("a::after {{ content: \"{secret}\" }}"))])),
        ])),
    ];
    for n in 1..=strokes {
        let part: String = secret.chars().take(secret.chars().count() * n / strokes).collect();
        events.push(json!({"type": 3, "timestamp": 3, "data": {"source": 5, "text": part, "isChecked": false, "id": 5}}));
    }
    events.push(json!({"type": 5, "timestamp": 9, "data": {"tag": "t", "payload": {"password": secret, "note": format!("got {secret}")}}}));
    Value::from(events)
}

#[test]
fn the_host_is_never_shown_a_secret_nor_anything_that_depends_on_one() {
    for profile in [Profile::Strict, Profile::Balanced, Profile::Forms] {
        let mut config = open_config();
        config.privacy.profile = profile;
        let mut seen = BTreeMap::new();
        for (secret, strokes) in [("Zr7-kumquat-99", 3), ("Vb4-tangelo-1234567", 11)] {
            let (shown, host) = spy(|_| Answer::Keep);
            redact(&with(&config, host), &visit(secret, strokes));
            let shown = shown.lock().unwrap().clone();
            assert!(shown.len() > 4);
            for (.., text) in &shown {
                assert!(!secret.split('-').any(|part| text.contains(part)), "{profile:?}: {text}");
            }
            seen.insert(secret, shown);
        }
        let all: Vec<_> = seen.values().collect();
        assert_eq!(all[0], all[1], "{profile:?}");
    }
}

#[test]
fn marks_and_types_that_the_engine_reads_are_not_lost_by_masking_twice() {
    let page = json!([snapshot(json!([
        element(5, "div", json!({"data-dd-privacy": "allow", "title": "seen"}), json!([text(6, "inside")])),
        element(8, "div", json!({"data-private": "", "title": "unseen"}), json!([text(9, "inside")])),
        element(7, "input", json!({"type": "password", "value": "Zr7-kumquat-99"}), json!([])),
    ]))]);
    let redactor = with(&open_config(), |_| Answer::Mask);
    let (once, _) = redact(&redactor, &page);
    let (twice, _) = redact(&redactor, &once);
    assert_eq!(once, twice);
    assert!(once.to_string().contains(r#""data-dd-privacy":"allow""#));
}

#[test]
fn offsets_of_selections_in_hidden_texts_are_dropped() {
    let events = json!([
        snapshot(json!([element(5, "p", json!({}), json!([text(6, "one two three")]))])),
        {"type": 3, "timestamp": 3, "data": {"source": 14, "ranges": [{"start": 6, "startOffset": 3, "end": 6, "endOffset": 9}]}},
    ]);
    let (after, _) = redact(&with(&Config::default(), |_| Answer::Mask), &events);
    assert_eq!(after[1]["data"]["ranges"][0]["endOffset"], 0);
}

/// Buffers of an engine serve one call after another; the callback of one must not be asked by another.
#[test]
fn clones_keep_their_own_callback() {
    let events = every_channel().to_string();
    let plain = Redactor::new(&open_config()).unwrap();
    let masks = plain.clone().with_host(|_: &Seen<'_>| Answer::Mask);
    let (alone, masked) = (plain.redact(events.as_bytes()).unwrap().bytes, masks.redact(events.as_bytes()).unwrap().bytes);
    assert_ne!(alone, masked);
    for _ in 0..3 {
        assert_eq!(plain.redact(events.as_bytes()).unwrap().bytes, alone);
        assert_eq!(masks.redact(events.as_bytes()).unwrap().bytes, masked);
        let mut stream = masks.stream();
        let mut out = Vec::new();
        stream.push(events.as_bytes(), &mut out).unwrap();
        stream.finish(&mut out).unwrap();
        assert_eq!(out, masked);
    }
}

#[test]
fn what_stands_around_a_recording_is_asked_too_and_its_ids_stay() {
    let body = json!({"event": "$snapshot", "distinct_id": "0190aaaa-bbbb-7ccc-8ddd-eeeeffff0000", "properties": {
        "shelf": "third floor", "$snapshot_data": [{"type": 5, "timestamp": 1, "data": {"tag": "lamp", "payload": {}}}]}});
    let (shown, host) = spy(|_| Answer::Mask);
    let redacted = with(&Config::default(), host).redact(body.to_string().as_bytes()).unwrap();
    let after: Value = serde_json::from_slice(&redacted.bytes).unwrap();
    assert_eq!((&after["event"], &after["distinct_id"]), (&body["event"], &body["distinct_id"]));
    assert_eq!(after["properties"]["shelf"], "••••• •••••");
    assert_eq!(after["properties"]["$snapshot_data"][0]["data"]["tag"], "•••");
    assert!(shown.lock().unwrap().contains(&("other".into(), None, Some("shelf".into()), "third floor".into())));
}

fn recorder(profile: Profile) -> Recorder {
    static KEY: std::sync::Once = std::sync::Once::new();
    // SAFETY: once, and nothing else in this program changes the environment.
    KEY.call_once(|| unsafe {
        std::env::set_var("MILKGLASS_KEY", "test");
        // 32 bytes as base64: a recorder without a directory seals states with it.
        std::env::set_var("MILKGLASS_SPOOL_KEY", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");
    });
    let mut config = Config::default();
    config.privacy.profile = profile;
    config.upload.endpoint = Some("http://127.0.0.1:9/v1/batches".into());
    config.upload.durability = milkglass::config::Durability::Memory;
    let recorder = Recorder::open(config).unwrap();
    recorder.pause().unwrap();
    recorder
}

fn session(recorder: &Recorder, id: &str) -> Session {
    let decision = recorder.decide(&Signals::from_json(r#"{"explicit": {"granted": true}}"#).unwrap());
    recorder.session(id, decision).unwrap()
}

#[test]
fn sessions_keep_their_own_tags_though_engines_are_shared() {
    let (shown, host) = spy(|seen| if seen.tag == Some("h2") { Answer::Mask } else { Answer::Keep });
    let recorder = recorder(Profile::Balanced).with_host(host);
    let sessions = [("a", "h1"), ("b", "h2")].map(|(id, tag)| (session(&recorder, id), tag));
    let page = |tag: &str| json!([snapshot(json!([element(5, tag, json!({}), json!([text(6, "first words")]))]))]).to_string();
    let later = json!([{"type": 3, "timestamp": 3, "data": {"source": 0, "adds": [], "removes": [], "attributes": [],
        "texts": [{"id": 6, "value": "later words"}]}}])
    .to_string();
    for (session, tag) in &sessions {
        assert_eq!(session.record(page(tag).as_bytes()).unwrap().events, 1);
    }
    for (session, tag) in &sessions {
        shown.lock().unwrap().clear();
        let report = session.record(later.as_bytes()).unwrap().report;
        assert_eq!(shown.lock().unwrap()[0].1.as_deref(), Some(*tag));
        assert_eq!(report.masked.get("text").and_then(|r| r.get("host")), (*tag == "h2").then_some(&1));
    }
    // Another process knows the node and not its tag.
    let decision = recorder.decide(&Signals::from_json(r#"{"explicit": {"granted": true}}"#).unwrap());
    let state = sessions[1].0.save().unwrap();
    shown.lock().unwrap().clear();
    recorder.resume(&state, decision).unwrap().record(later.as_bytes()).unwrap();
    assert_eq!(shown.lock().unwrap()[0].1, None);
}

/// A session waits for the callback while it is asked: what would wait for that session is refused, not hung.
#[test]
fn a_session_can_not_be_called_from_inside_the_callback() {
    let recorder = recorder(Profile::Balanced);
    let inside: Arc<Mutex<Option<Session>>> = Arc::default();
    let codes: Arc<Mutex<Vec<&'static str>>> = Arc::default();
    let (again, noted, handle) = (Arc::clone(&inside), Arc::clone(&codes), recorder.clone());
    let other = Redactor::new(&Config::default()).unwrap().with_host(|_: &Seen<'_>| Answer::Keep);
    let asking = session(&recorder, "s").with_host(move |_: &Seen<'_>| {
        let session = again.lock().unwrap().clone().unwrap();
        // Another redactor is free to use, also one with a callback of its own.
        other.redact(br#"[{"type":5,"timestamp":1,"data":{"tag":"x","payload":{}}}]"#).unwrap();
        let mut codes = noted.lock().unwrap();
        codes.extend(session.record(b"[]").err().map(|e| e.code()));
        codes.extend(session.know(KnownValue::name("Erika Muster")).err().map(|e| e.code()));
        codes.extend(session.save().err().map(|e| e.code()));
        codes.extend(session.withdraw().err().map(|e| e.code()));
        codes.extend(session.visitor("v").err().map(|e| e.code()));
        codes.extend(handle.session("s", handle.decide(&Signals::default())).err().map(|e| e.code()));
        Answer::Keep
    });
    *inside.lock().unwrap() = Some(asking.clone());
    let receipt = asking.record(br#"[{"type":5,"timestamp":1,"data":{"tag":"t","payload":{}}}]"#).unwrap();
    assert_eq!(receipt.events, 1);
    assert_eq!(*codes.lock().unwrap(), ["state.reentrant"; 6]);
    assert!(asking.know(KnownValue::name("Erika Muster")).is_ok(), "outside it is free again");
}

#[test]
fn a_seen_text_does_not_reach_a_log() {
    let lines = Arc::new(Mutex::new(String::new()));
    let notes = Arc::clone(&lines);
    let redactor = with(&Config::default(), move |seen| {
        notes.lock().unwrap().push_str(&format!("{seen:?}"));
        Answer::Keep
    });
    redact(&redactor, &json!([{"type": 5, "timestamp": 1, "data": {"tag": "lamp", "payload": {}}}]));
    assert!(lines.lock().unwrap().contains("text: 4") && !lines.lock().unwrap().contains("lamp"));
}
