//! Inputs that no recorder should send: each gives a typed error with its place, or a counted drop.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use milkglass::{Config, Redactor};

fn code(bytes: &[u8]) -> (&'static str, Option<u64>) {
    let error = Redactor::new(&Config::default()).unwrap().redact(bytes).unwrap_err();
    (error.code(), error.offset())
}

fn dropped(bytes: &[u8]) -> u64 {
    let redacted = Redactor::new(&Config::default()).unwrap().redact(bytes).unwrap();
    redacted.report.total_dropped()
}

#[test]
fn malformed_json_names_the_byte() {
    assert_eq!(code(b"[{\"type\":}]"), ("input.json", Some(9)));
    assert_eq!(code(b""), ("input.not_events", None));
    assert_eq!(code(b"   \n"), ("input.not_events", None));
    assert_eq!(code(b"42"), ("input.not_events", None));
    assert_eq!(code(b"[{}] []").0, "input.json");
}

#[test]
fn deep_nesting_is_refused() {
    let deep = format!("[{}{}]", "[".repeat(10_000), "]".repeat(10_000));
    assert_eq!(code(deep.as_bytes()).0, "input.depth");
    let deep = format!(r#"[{{"type":5,"data":{{"tag":"a","payload":{}1{}}},"timestamp":1}}]"#, "[".repeat(10_000), "]".repeat(10_000));
    assert_eq!(code(deep.as_bytes()).0, "input.depth");
}

#[test]
fn an_event_beyond_the_limit_is_refused() {
    let mut huge = br#"[{"type":5,"data":{"tag":""#.to_vec();
    huge.resize(200 << 20, b'a');
    huge.extend_from_slice(br#""},"timestamp":1}]"#);
    assert_eq!(code(&huge).0, "input.too_large");
}

#[test]
fn broken_encodings_are_refused() {
    assert_eq!(code(b"[{\"type\":5,\"data\":{\"tag\":\"\xff\"},\"timestamp\":1}]").0, "input.utf8");
    assert_eq!(code(&[0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 1, 2, 3]).0, "input.compressed");
    assert_eq!(code(&[0x28, 0xb5, 0x2f, 0xfd, 0, 0]).0, "input.compressed");
}

#[test]
fn what_is_not_understood_is_dropped_and_counted() {
    assert_eq!(dropped(br#"[{"type":99,"data":{},"timestamp":1}]"#), 1);
    assert_eq!(dropped(br#"[{"type":3,"data":{"source":17},"timestamp":1}]"#), 1);
    assert_eq!(dropped(br#"[{"type":1e400,"data":{},"timestamp":1}]"#), 1);
    assert_eq!(dropped(br#"[{"type":-3,"data":{},"timestamp":1}]"#), 1);
    assert_eq!(dropped(br#"[{"type":2,"type":4,"data":{},"timestamp":1}]"#), 1);
    assert_eq!(dropped(br#"[{"type":2,"data":{},"timestamp":1}]"#), 1);
    assert_eq!(dropped(br#"[1,{"type":1,"timestamp":1}]"#), 1);
}

#[test]
fn an_empty_array_is_a_recording_without_events() {
    let redacted = Redactor::new(&Config::default()).unwrap().redact(b" [ ] ").unwrap();
    assert_eq!((redacted.bytes.as_slice(), redacted.report.events_in), (b"[]".as_slice(), 0));
}
