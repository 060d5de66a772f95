//! Visits of generated pages through the engine: choices in, a panic out where a secret comes out, a harmless word does not, or
//! what comes out is no rrweb, no more the same tree, or not the same when it is redacted again.

use std::collections::HashMap;

use serde_json::Value;

use super::choices::Choices;
use super::page::{MARKED, Page, TYPED, base64, percent};
use super::{PROFILES, redactors, shape};
use crate::config::Profile;
use crate::redact::{Memory, Redactor};

/// Pieces of both that nothing else holds.
const PIECES: [&str; 2] = ["rtigern", "Quendelmo"];

/// A recording that any session may go on with.
pub const SHORT: &str = concat!(
    r#"{"type":2,"data":{"node":{"type":0,"childNodes":[{"type":2,"tagName":"p","attributes":{"title":"a@b.example"},"childNodes":[],"id":2}],"id":1},"initialOffset":{"left":0,"top":0}},"timestamp":1}"#,
    "\n",
    r#"{"type":3,"data":{"source":0,"texts":[],"attributes":[{"id":2,"attributes":{"class":"rr-mask"}}],"removes":[],"adds":[{"parentId":2,"nextId":null,"node":{"type":3,"textContent":"late","id":9}}]},"timestamp":2}"#,
    "\n",
    r#"{"type":3,"data":{"source":5,"text":"x","isChecked":false,"id":7},"timestamp":3}"#,
);

/// A page with its events, its visits of each profile, and the properties: no secret comes out in any form, harmless text
/// stays, what comes out is valid rrweb with the same tree, and redacting again changes nothing.
pub fn visit(bytes: &[u8]) {
    let (chunks, facts) = Page::generate(Choices::new(bytes));
    for (profile, redactor) in PROFILES.into_iter().zip(redactors()) {
        let inputs: Vec<Vec<u8>> = chunks.iter().map(|chunk| lines(chunk)).collect();
        let outputs = session(redactor, &inputs);
        for (input, output) in chunks.iter().zip(&outputs) {
            let text = std::str::from_utf8(output).unwrap();
            let events: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
            absent(text, &events, profile);
            for event in &events {
                shape::check(event);
            }
            shape::same_tree(input, &events);
            if profile == Profile::Forms {
                unchanged(&facts, &events);
            }
        }
        let again = session(redactor, &outputs);
        for (once, twice) in outputs.iter().zip(&again) {
            let (once, twice) = (String::from_utf8_lossy(once), String::from_utf8_lossy(twice));
            let differs = once.lines().zip(twice.lines()).find(|(a, b)| a != b);
            assert!(once == twice, "{profile:?}: redacting twice changes {differs:?}");
        }
    }
}

fn lines(events: &[Value]) -> Vec<u8> {
    events.iter().flat_map(|event| (event.to_string() + "\n").into_bytes()).collect()
}

/// Chunks of one session, each taken up from the saved state of the one before.
fn session(redactor: &Redactor, chunks: &[Vec<u8>]) -> Vec<Vec<u8>> {
    let mut memory = Memory::new([7; 32]);
    let mut out = Vec::new();
    for chunk in chunks {
        let mut lines = Vec::new();
        if !chunk.is_empty() {
            let mut engine = redactor.bench();
            let idle = engine.swap(memory);
            redactor.chunk(&mut engine, None, chunk, &mut lines).unwrap();
            memory = Memory::restore(&engine.swap(idle).save()).unwrap();
        }
        out.push(lines);
    }
    out
}

/// No form of a secret is in what came out.
fn absent(text: &str, events: &[Value], profile: Profile) {
    let mut strings = vec![text.to_owned()];
    events.iter().for_each(|event| shape::strings(event, &mut strings));
    for secret in [TYPED, MARKED] {
        for form in [secret.to_owned(), percent(secret), base64(secret), secret.to_lowercase()] {
            let found = strings.iter().skip(1).find(|s| s.contains(&form));
            assert!(found.is_none() && !text.contains(&form), "{profile:?}: a secret came out: {found:?}");
        }
    }
    for piece in PIECES {
        let found = strings.iter().skip(1).find(|s| s.contains(piece));
        assert!(found.is_none() && !text.contains(piece), "{profile:?}: a piece of a secret came out: {found:?}");
    }
}

/// Every fact holds.
fn unchanged(facts: &HashMap<(u64, u64), String>, events: &[Value]) {
    for event in events {
        let time = event["timestamp"].as_u64().unwrap();
        let mut texts = Vec::new();
        shape::texts(&event["data"], &mut texts);
        for (id, text) in texts {
            if let Some(expected) = facts.get(&(time, id)) {
                assert_eq!(&text, expected, "harmless text was changed, event {time}, node {id}");
            }
        }
    }
}
