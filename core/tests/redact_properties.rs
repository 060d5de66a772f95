//! Properties of the engine over generated pages: what is never recorded, what stays, and what never depends on a secret.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use milkglass::config::Profile;
use milkglass::{Config, Redactor};
use serde_json::{Value, json};

/// A small generator, so that a failure names its seed and can be repeated.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, bound: usize) -> usize {
        usize::try_from(self.next() >> 32).unwrap() % bound
    }

    fn pick<'a>(&mut self, list: &[&'a str]) -> &'a str {
        list[self.below(list.len())]
    }
}

/// Fields that must never be recorded, in ways that pages write them.
const SENSITIVE: &[&str] = &[
    r#"{"type":"password"}"#,
    r#"{"type":"text","autocomplete":"section-x billing cc-number"}"#,
    r#"{"type":"tel","autocomplete":"one-time-code"}"#,
    r#"{"type":"text","name":"order[payment][card_number]"}"#,
    r#"{"placeholder":"Kartenprüfnummer"}"#,
    r#"{"aria-label":"Mot de passe"}"#,
    r#"{"type":"text","name":"cvv"}"#,
    r#"{"style":"-webkit-text-security: disc"}"#,
    r#"{"class":"field","data-recording-sensitive":""}"#,
    r#"{"type":"text","maxlength":"1"}"#,
];
const ORDINARY: &[&str] = &[r#"{"type":"text","name":"comment"}"#, r#"{"type":"search","name":"q"}"#, r#"{"name":"city"}"#];
const WORDS: &[&str] = &["blue", "lamp", "shipping", "today", "glass", "kitchen", "window", "Order", "free", "returns"];

/// A visit of a page with some fields; `secret` is typed into the sensitive ones with `strokes` events.
fn visit(seed: u64, secret: &str, strokes: usize) -> String {
    let mut random = Random(seed);
    let mut id = 10;
    let mut body = Vec::new();
    let mut fields = Vec::new();
    for _ in 0..2 + random.below(6) {
        id += 2;
        match random.below(4) {
            0 => body.push(json!({"type": 2, "tagName": "p", "attributes": {}, "id": id,
                "childNodes": [{"type": 3, "id": id + 1, "textContent": format!("{} {} {}", random.pick(WORDS), random.pick(WORDS), random.pick(WORDS))}]})),
            1 => {
                let attributes: Value = serde_json::from_str(random.pick(ORDINARY)).unwrap();
                body.push(json!({"type": 2, "tagName": "input", "attributes": attributes, "childNodes": [], "id": id}));
                fields.push((id, false));
            }
            _ => {
                let mut attributes: Value = serde_json::from_str(random.pick(SENSITIVE)).unwrap();
                if random.below(3) == 0 {
                    attributes["value"] = json!(secret);
                }
                body.push(json!({"type": 2, "tagName": "input", "attributes": attributes, "childNodes": [], "id": id}));
                fields.push((id, true));
            }
        }
    }
    let mut events = vec![
        json!({"type": 4, "data": {"href": "https://shop.example/pay", "width": 800, "height": 600}, "timestamp": 1}),
        json!({"type": 2, "data": {"node": {"type": 0, "id": 1, "childNodes": [
            {"type": 2, "tagName": "html", "attributes": {}, "id": 2, "childNodes": [{"type": 2, "tagName": "body", "attributes": {}, "id": 3, "childNodes": body}]}]},
            "initialOffset": {"left": 0, "top": 0}}, "timestamp": 2}),
    ];
    for (field, sensitive) in fields {
        events.push(json!({"type": 3, "data": {"source": 2, "type": 5, "id": field, "x": 1, "y": 1}, "timestamp": 3}));
        if !sensitive {
            events.push(
                json!({"type": 3, "data": {"source": 5, "text": random.pick(WORDS), "isChecked": false, "id": field}, "timestamp": 4}),
            );
            continue;
        }
        let characters: Vec<char> = secret.chars().collect();
        for stroke in 1..=strokes {
            let typed: String = characters.iter().take((characters.len() * stroke).div_ceil(strokes)).collect();
            events.push(json!({"type": 3, "data": {"source": 5, "text": typed, "isChecked": false, "id": field}, "timestamp": 5}));
            if random.0.is_multiple_of(2) {
                // Frameworks mirror what is typed into attributes.
                events.push(json!({"type": 3, "data": {"source": 0, "adds": [], "removes": [], "texts": [],
                    "attributes": [{"id": field, "attributes": {"value": typed, "data-dirty": typed}}]}, "timestamp": 5}));
            }
        }
    }
    Value::Array(events).to_string()
}

fn redactor(profile: Profile) -> Redactor {
    let mut config = Config::default();
    config.privacy.profile = profile;
    Redactor::new(&config).unwrap()
}

fn redact(redactor: &Redactor, events: &str) -> String {
    String::from_utf8(redactor.redact(events.as_bytes()).unwrap().bytes).unwrap()
}

const PROFILES: [Profile; 3] = [Profile::Strict, Profile::Balanced, Profile::Forms];

/// Other characters, another length, another number of keystrokes: the same output bytes.
#[test]
fn output_does_not_depend_on_what_is_typed_into_sensitive_fields() {
    for profile in PROFILES {
        let redactor = redactor(profile);
        for seed in 1..400u64 {
            let seed = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
            let one = redact(&redactor, &visit(seed, "Xk7!qZ-vortigo", 9));
            let other = redact(&redactor, &visit(seed, "Wm4?", 2));
            assert_eq!(one, other, "profile {profile:?}, seed {seed}");
            for piece in ["Xk7", "qZ-v", "vortigo", "Wm4?"] {
                assert!(!one.contains(piece) && !other.contains(piece), "{piece} in profile {profile:?}, seed {seed}");
            }
        }
    }
}

/// Redacting twice changes nothing.
#[test]
fn redacting_is_idempotent() {
    for profile in PROFILES {
        let redactor = redactor(profile);
        for seed in 1..200u64 {
            let once = redact(&redactor, &visit(seed.wrapping_mul(0xD134_2543_DE82_EF95) | 1, "Xk7!qZ-vortigo", 3));
            assert_eq!(redact(&redactor, &once), once, "profile {profile:?}, seed {seed}");
        }
    }
}

/// Harmless text of the page and of ordinary fields stays as it is in `forms`.
#[test]
fn harmless_text_stays_in_forms() {
    let redactor = redactor(Profile::Forms);
    for seed in 1..200u64 {
        let visit = visit(seed.wrapping_mul(0xA076_1D64_78BD_642F) | 1, "Xk7!qZ-vortigo", 2);
        let output: Value = serde_json::from_str(&redact(&redactor, &visit)).unwrap();
        let input: Value = serde_json::from_str(&visit).unwrap();
        let texts = |events: &Value| {
            let mut found = Vec::new();
            collect(events, "textContent", &mut found);
            found
        };
        assert_eq!(texts(&input), texts(&output), "seed {seed}");
    }
}

fn collect(value: &Value, key: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(object) => {
            for (name, inner) in object {
                if name == key {
                    found.extend(inner.as_str().map(str::to_owned));
                }
                collect(inner, key, found);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| collect(item, key, found)),
        _ => {}
    }
}

/// However a recording is cut into pieces, the stream gives the same as the whole.
#[test]
fn pieces_do_not_matter() {
    let redactor = redactor(Profile::Balanced);
    let events = visit(77, "Xk7!qZ-vortigo", 3);
    let whole = redact(&redactor, &events);
    for size in [1, 7, 64, 1000] {
        let (mut stream, mut out) = (redactor.stream(), Vec::new());
        for piece in events.as_bytes().chunks(size) {
            stream.push(piece, &mut out).unwrap();
        }
        let report = stream.finish(&mut out).unwrap();
        assert_eq!(String::from_utf8(out).unwrap(), whole, "pieces of {size}");
        assert_eq!(report.bytes_in, events.len() as u64);
    }
}

/// A recording that is longer than what is held at once is read at the same places, however it comes.
#[test]
fn pieces_of_a_long_recording_do_not_matter() {
    let redactor = redactor(Profile::Balanced);
    let mut events = Vec::new();
    for seed in 1.. {
        let visit: Vec<Value> = serde_json::from_str(&visit(seed * 0x9E37_79B9, "Xk7!qZ-vortigo", 2)).unwrap();
        for event in visit {
            events.extend_from_slice(event.to_string().as_bytes());
            events.push(b'\n');
        }
        if events.len() > 5 << 20 {
            break;
        }
    }
    let run = |sizes: &[usize]| {
        let (mut stream, mut out, mut rest, mut turn) = (redactor.stream(), Vec::new(), events.as_slice(), 0);
        while !rest.is_empty() {
            let (piece, later) = rest.split_at_checked(sizes[turn % sizes.len()]).unwrap_or((rest, &[]));
            stream.push(piece, &mut out).unwrap();
            (rest, turn) = (later, turn + 1);
        }
        stream.finish(&mut out).unwrap();
        out
    };
    let whole = redactor.redact(&events).unwrap().bytes;
    assert!(whole == run(&[usize::MAX]) && whole == run(&[3 << 20, 1, 77_777]));
}

/// Garbage, truncations and flipped bytes give errors or fewer events, never a panic.
#[test]
fn damaged_recordings_never_panic() {
    let redactor = redactor(Profile::Balanced);
    let events = visit(123, "Xk7!qZ-vortigo", 2).into_bytes();
    let mut random = Random(42);
    for _ in 0..3_000 {
        let mut damaged = events.clone();
        for _ in 0..1 + random.below(4) {
            let at = random.below(damaged.len());
            match random.below(3) {
                0 => damaged[at] = u8::try_from(random.below(256)).unwrap(),
                1 => damaged.truncate(at.max(1)),
                _ => damaged[at] = b"{}[]\",:0\\"[random.below(9)],
            }
        }
        if let Ok(redacted) = redactor.redact(&damaged) {
            serde_json::from_slice::<Value>(&redacted.bytes).expect("valid JSON out");
        }
    }
}

/// A field that was a password for a while is one in the next document too, where it has the same name.
#[test]
fn a_field_that_was_a_password_for_a_while_stays_one() {
    let page = |time: u32| {
        json!({"type": 2, "data": {"node": {"type": 0, "id": 1, "childNodes": [
            {"type": 2, "tagName": "input", "attributes": {"type": "text", "name": "shown"}, "childNodes": [], "id": 2}]},
            "initialOffset": {"left": 0, "top": 0}}, "timestamp": time})
    };
    let change = |kind: &str| {
        json!({"type": 3, "data": {"source": 0, "adds": [], "removes": [], "texts": [], "attributes": [{"id": 2, "attributes": {"type": kind}}]},
            "timestamp": 2})
    };
    let events = json!([page(1), change("password"), change("text"), page(3),
        {"type": 3, "data": {"source": 5, "text": "Xk7-vortigo", "isChecked": false, "id": 2}, "timestamp": 4}]);
    assert!(!redact(&redactor(Profile::Forms), &events.to_string()).contains("vortigo"));
}
