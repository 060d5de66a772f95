//! Request bodies of other recorders through the public interface: nothing personal is left in the recording or in the JSON around
//! it, and what a server needs in order to take it is still there.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::io::{Read, Write};

use flate2::Compression;
use flate2::read::ZlibDecoder;
use flate2::write::{GzEncoder, ZlibEncoder};
use milkglass::config::{Config, Profile};
use milkglass::{RedactStream, Redactor};

const EMAIL: &str = "nora.lindgren@post.example";
const ID: &str = "5f1c0a7e9b3d4c2e8a6f0d1b2c3e4f50";

fn events() -> String {
    let page = |text: &str| {
        format!(
            r#"{{"type":0,"id":1,"childNodes":[{{"type":2,"id":2,"tagName":"html","attributes":{{}},"childNodes":[{{"type":3,"id":3,"textContent":"{text}"}}]}}]}}"#
        )
    };
    format!(
        r#"[{{"type":4,"data":{{"href":"https://shop.example/?q={EMAIL}"}},"timestamp":1}},{{"type":2,"data":{{"node":{}}},"timestamp":2}}]"#,
        page(&format!("Thank you, we wrote to {EMAIL}"))
    )
}

fn redact(bytes: &[u8], profile: Profile) -> Vec<u8> {
    let mut config = Config::default();
    config.privacy.profile = profile;
    Redactor::new(&config).unwrap().redact(bytes).unwrap().bytes
}

fn deflate(text: &str) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(text.as_bytes()).unwrap();
    encoder.finish().unwrap()
}

fn inflate(bytes: &[u8]) -> String {
    let mut text = String::new();
    ZlibDecoder::new(bytes).read_to_string(&mut text).unwrap();
    text
}

const PROFILES: [Profile; 3] = [Profile::Strict, Profile::Balanced, Profile::Forms];

#[test]
fn zlib_stays_zlib() {
    for profile in PROFILES {
        let text = inflate(&redact(&deflate(&events()), profile));
        assert!(text.starts_with('[') && text.contains("shop.example") && !text.contains("lindgren"), "{text}");
    }
}

#[test]
fn an_envelope_of_sentry() {
    let body = [b"{\"segment_id\":4}\n".as_slice(), &deflate(&events())].concat();
    let about = format!(
        r#"{{"type":"replay_event","replay_id":"{ID}","event_id":"{ID}","segment_id":4,"timestamp":1790000000.5,"urls":["https://shop.example/?mail={EMAIL}"],"user":{{"email":"{EMAIL}","ip_address":"203.0.113.77"}},"trace_ids":["{ID}"]}}"#
    );
    let head = format!(
        "{{\"event_id\":\"{ID}\",\"sent_at\":\"2026-11-28T13:58:05.839Z\",\"sdk\":{{\"name\":\"sentry.javascript.browser\",\"version\":\"11.12.0\"}}}}\n\
         {{\"type\":\"replay_event\"}}\n{about}\n{{\"type\":\"replay_recording\",\"length\":{}}}\n",
        body.len()
    );
    for profile in PROFILES {
        let out = redact(&[head.as_bytes(), &body, b"\n"].concat(), profile);
        let lines: Vec<&[u8]> = out.splitn(6, |b| *b == b'\n').collect();
        let line = |i: usize| serde_json::from_slice::<serde_json::Value>(lines[i]).unwrap();
        assert_eq!(line(0)["event_id"], ID);
        assert_eq!(line(0)["sent_at"], "2026-11-28T13:58:05.839Z");
        assert_eq!(line(0)["sdk"]["name"], "sentry.javascript.browser");
        assert_eq!(line(2)["replay_id"], ID);
        assert_eq!(line(2)["trace_ids"][0], ID);
        assert!(!line(2).to_string().contains("lindgren") && !line(2).to_string().contains("203.0.113"), "{}", line(2));
        let recording = &lines[5][..lines[5].len() - 1];
        assert_eq!(line(3)["length"], lines[4].len() + 1 + recording.len());
        assert_eq!(line(4)["segment_id"], 4);
        assert!(!inflate(recording).contains("lindgren"));
    }
}

#[test]
fn a_capture_of_posthog() {
    let gzip = |json: &str| {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
        encoder.write_all(json.as_bytes()).unwrap();
        encoder.finish().unwrap().iter().map(|b| char::from(*b)).collect::<String>()
    };
    let mut data: serde_json::Value = serde_json::from_str(&events()).unwrap();
    data[1]["data"] = gzip(&data[1]["data"].to_string()).into();
    data[1]["cv"] = "2024-10".into();
    let body = serde_json::json!([{
        "uuid": ID, "event": "$snapshot", "timestamp": "2026-11-28T13:58:30.503Z",
        "properties": { "$snapshot_bytes": 6018, "$snapshot_data": data, "$session_id": ID, "token": "phc_Ab12", "distinct_id": EMAIL, "$current_url": format!("https://shop.example/?mail={EMAIL}") },
    }]);
    for profile in PROFILES {
        let out = redact(body.to_string().as_bytes(), profile);
        assert!(!String::from_utf8_lossy(&out).contains("lindgren"));
        let value: serde_json::Value = serde_json::from_slice(&out).unwrap();
        let (message, properties) = (&value[0], &value[0]["properties"]);
        assert_eq!((&message["uuid"], &message["event"]), (&ID.into(), &"$snapshot".into()));
        assert_eq!((&properties["$session_id"], &properties["token"]), (&ID.into(), &"phc_Ab12".into()));
        assert_ne!(properties["$snapshot_bytes"], 6018, "the size of what was typed is told by nothing");
        assert_eq!(properties["$snapshot_data"][1]["cv"], "2024-10");
        let packed: Vec<u8> =
            properties["$snapshot_data"][1]["data"].as_str().unwrap().chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
        let mut text = String::new();
        flate2::read::GzDecoder::new(packed.as_slice()).read_to_string(&mut text).unwrap();
        assert!(text.contains("tagName") && !text.contains("lindgren"), "{text}");
    }
}

#[test]
fn packed_events_can_be_unpacked_again_in_every_profile() {
    let packed: String =
        deflate(r#"{"type":4,"data":{"href":"https://shop.example/"},"timestamp":1,"v":"v1"}"#).iter().map(|b| char::from(*b)).collect();
    for profile in PROFILES {
        let out: Vec<String> = serde_json::from_slice(&redact(serde_json::json!([packed]).to_string().as_bytes(), profile)).unwrap();
        let bytes: Vec<u8> = out[0].chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
        assert!(inflate(&bytes).contains(r#""v":"v1""#), "the version says how to unpack");
    }
}

#[test]
fn only_plain_recordings_are_streamed() {
    assert!(Redactor::can_stream(events().as_bytes()));
    assert!(Redactor::can_stream(b"{\"type\":4,\"data\":{},\"timestamp\":1}\n{\"type\":1,\"timestamp\":2}\n"));
    for head in [
        b"{\"segment_id\":0}\n[".as_slice(),
        b"{\"event_id\":\"0\"}\n{\"type\":\"replay_event\"}\n{",
        b"[{\"event\":\"$snapshot\",\"properties\":{\"$snapshot_data\":[",
        b"[\"x\\u009c",
        &[0x1f, 0x8b, 8],
        &[0x78, 0x9c, 1],
    ] {
        assert!(!Redactor::can_stream(head), "{}", String::from_utf8_lossy(head));
    }
    fn is_send<T: Send>() {}
    is_send::<RedactStream>();
}
