//! Parcels, in which Sentry and PostHog ship events: a request body in, its recordings and the JSON around them out, and
//! back again in the same form.
//!
//! The JSON around a recording ([`Content::Shell`]) may tell of the visitor as well (addresses, who is signed in), so it is
//! redacted too. What only names the recording (ids, times, the project's public key) is cut out before and put back after,
//! since a parcel without it can't be delivered; sizes are counted anew.

use std::collections::HashMap;

use super::doc::Doc;
use super::packed::{self, Inner};
use super::tape::{Kind, Tape, Token};
use super::text::utf8;
use crate::error::{Code, Error, Result};

/// A text of a parcel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Content {
    /// A JSON array of events.
    Events,
    /// JSON around recordings, with null where something was cut out.
    Shell,
}

/// An opened request body.
pub(crate) struct Parcel {
    recordings: Vec<Recording>,
    form: Form,
}

enum Form {
    /// PostHog: JSON with recordings in it.
    Body(Shell),
    /// Sentry: a line about the segment, then the recording.
    Segment(Shell),
    /// Sentry: a line about the envelope, then items, each with a line about it.
    Envelope(Shell, Vec<Item>),
}

/// An item of an envelope.
struct Item {
    header: Shell,
    body: Body,
}

enum Body {
    Json(Shell),
    /// A line about the segment, and which recording follows.
    Recording(Shell, usize),
}

struct Recording {
    /// A JSON array of events.
    text: Vec<u8>,
    inner: Inner,
    zlib: bool,
}

/// JSON around recordings.
struct Shell {
    text: Vec<u8>,
    cuts: HashMap<String, Cut>,
}

/// What was cut out of a shell.
enum Cut {
    Kept(Vec<u8>),
    Recording(usize),
    /// The size of a recording.
    Size(usize),
    /// The size of what the shell is about.
    Length,
}

/// Opens a request body, or returns nothing if it is not one.
///
/// # Errors
/// `input.json`, `input.utf8` and `input.compressed` for a body that begins as a parcel and goes on as none.
pub(crate) fn open(text: &[u8]) -> Result<Option<Parcel>> {
    if let Some(rest) = segment(text) {
        let mut recordings = Vec::new();
        let (line, _) = line_of(text);
        let shell = Shell::cut(line, &mut recordings)?;
        recordings.push(Recording::of_sentry(rest)?);
        return Ok(Some(Parcel { recordings, form: Form::Segment(shell) }));
    }
    if is_envelope(text) {
        return envelope(text).map(Some);
    }
    if is_body(text) {
        let mut recordings = Vec::new();
        let shell = Shell::cut(text, &mut recordings)?;
        return Ok((!recordings.is_empty()).then_some(Parcel { recordings, form: Form::Body(shell) }));
    }
    Ok(None)
}

/// Whether a text that begins like this may be a parcel.
pub(crate) fn may_begin(head: &[u8]) -> bool {
    segment(head).is_some() || is_envelope(head) || memchr::memmem::find(head, b"\"$snapshot").is_some()
}

impl Parcel {
    /// All events as one JSON array.
    pub(crate) fn events(&self) -> Vec<u8> {
        let mut out = vec![b'['];
        for recording in &self.recordings {
            let items = recording.text.trim_ascii();
            let items = items.strip_prefix(b"[").and_then(|t| t.strip_suffix(b"]")).unwrap_or_default().trim_ascii();
            if out.len() > 1 && !items.is_empty() {
                out.push(b',');
            }
            out.extend_from_slice(items);
        }
        out.push(b']');
        out
    }

    /// The same parcel with every text sent through `change`: the recordings first, so that what was typed in them is known
    /// when the rest is read.
    pub(crate) fn map(&self, change: &mut dyn FnMut(Content, &[u8]) -> Result<Vec<u8>>) -> Result<Vec<u8>> {
        let mut recordings = Vec::with_capacity(self.recordings.len());
        for recording in &self.recordings {
            recordings.push(recording.close(change(Content::Events, &recording.text)?)?);
        }
        let mut out = Vec::new();
        match &self.form {
            Form::Body(shell) => out = shell.close(change, &recordings, 0)?,
            Form::Segment(shell) => {
                out = shell.close(change, &recordings, 0)?;
                out.push(b'\n');
                out.extend_from_slice(recordings.last().map(Vec::as_slice).unwrap_or_default());
            }
            Form::Envelope(header, items) => {
                out.extend(header.close(change, &recordings, 0)?);
                out.push(b'\n');
                for item in items {
                    let body = match &item.body {
                        Body::Json(shell) => shell.close(change, &recordings, 0)?,
                        Body::Recording(shell, index) => {
                            let mut body = shell.close(change, &recordings, 0)?;
                            body.push(b'\n');
                            body.extend_from_slice(recordings.get(*index).map(Vec::as_slice).unwrap_or_default());
                            body
                        }
                    };
                    out.extend(item.header.close(change, &recordings, body.len())?);
                    out.push(b'\n');
                    out.extend(body);
                    out.push(b'\n');
                }
            }
        }
        Ok(out)
    }
}

impl Recording {
    fn of_sentry(bytes: &[u8]) -> Result<Recording> {
        let zlib = packed::is_zlib(bytes);
        let text = if zlib { packed::expand_zlib(bytes)? } else { bytes.to_vec() };
        utf8(&text)?;
        Ok(Recording { text, inner: Inner::Plain, zlib })
    }

    /// One event or an array of them, whose parts may be packed.
    fn of_posthog(json: &[u8]) -> Result<Recording> {
        let text = if json.starts_with(b"[") { json.to_vec() } else { [b"[", json, b"]"].concat() };
        let inner = packed::packing(&text);
        let text = if inner == Inner::Plain { text } else { packed::unpack_all(&text)? };
        Ok(Recording { text, inner, zlib: false })
    }

    fn close(&self, events: Vec<u8>) -> Result<Vec<u8>> {
        let events = if self.inner == Inner::Plain { events } else { packed::pack_all(&events, self.inner)? };
        if self.zlib { packed::deflate_zlib(&events) } else { Ok(events) }
    }
}

impl Shell {
    /// Cuts recordings, sizes and identifiers out of JSON.
    fn cut(text: &[u8], recordings: &mut Vec<Recording>) -> Result<Shell> {
        let mut tape = Tape::default();
        tape.read(text)?;
        let doc = Doc::new(utf8(text)?, tape.tokens());
        let mut cuts = HashMap::new();
        let mut out = Vec::with_capacity(text.len());
        let mut copied = 0;
        for found in visit(doc) {
            let Some(value) = doc.token(found.value) else { continue };
            let (start, end) = (value.outer_start(), value.outer_end());
            if start < copied {
                continue; // inside something that was cut out
            }
            let bytes = text.get(start..end).unwrap_or_default();
            let cut = match found.key {
                SNAPSHOTS if matches!(value.kind(), Kind::Array | Kind::Object) => {
                    recordings.push(Recording::of_posthog(bytes)?);
                    Cut::Recording(recordings.len() - 1)
                }
                b"$snapshot_bytes" => {
                    let before = doc.member(found.object, SNAPSHOTS).is_some_and(|data| data < found.value);
                    Cut::Size(recordings.len().saturating_sub(usize::from(before)))
                }
                b"length" if found.object == 0 => Cut::Length,
                key if names_recording(key, doc, found.value, value) => Cut::Kept(bytes.to_vec()),
                _ => continue,
            };
            out.extend_from_slice(text.get(copied..start).unwrap_or_default());
            out.extend_from_slice(b"null");
            copied = end;
            cuts.insert(found.path, cut);
        }
        out.extend_from_slice(text.get(copied..).unwrap_or_default());
        Ok(Shell { text: out, cuts })
    }

    /// The shell sent through `change`, with what was cut out put back.
    fn close(&self, change: &mut dyn FnMut(Content, &[u8]) -> Result<Vec<u8>>, recordings: &[Vec<u8>], length: usize) -> Result<Vec<u8>> {
        let text = change(Content::Shell, &self.text)?;
        let mut tape = Tape::default();
        tape.read(&text)?;
        let doc = Doc::new(utf8(&text)?, tape.tokens());
        let mut out = Vec::with_capacity(text.len());
        let mut copied = 0;
        for found in visit(doc) {
            let Some(value) = doc.token(found.value).filter(|value| doc.raw(*value) == b"null") else { continue };
            let Some(cut) = self.cuts.get(&found.path) else { continue };
            out.extend_from_slice(text.get(copied..value.start()).unwrap_or_default());
            copied = value.end();
            let size = |index: &usize| recordings.get(*index).map_or(0, Vec::len).to_string().into_bytes();
            match cut {
                Cut::Kept(bytes) => out.extend_from_slice(bytes),
                Cut::Recording(index) => out.extend_from_slice(recordings.get(*index).map(Vec::as_slice).unwrap_or_default()),
                Cut::Size(index) => out.extend(size(index)),
                Cut::Length => out.extend(length.to_string().into_bytes()),
            }
        }
        out.extend_from_slice(text.get(copied..).unwrap_or_default());
        Ok(out)
    }
}

const SNAPSHOTS: &[u8] = b"$snapshot_data";

/// A member of an object somewhere in a text.
struct Found<'a> {
    /// Token of the object.
    object: usize,
    key: &'a [u8],
    /// Token of the value.
    value: usize,
    /// Keys and places from the top, which stay the same when values change.
    path: String,
}

/// Every member of every object, in the order of the text.
fn visit(doc: Doc<'_>) -> Vec<Found<'_>> {
    let mut found = Vec::new();
    // The open containers: first token after them, and the path to them.
    let mut open: Vec<(usize, String)> = Vec::new();
    let mut names: HashMap<usize, String> = HashMap::new();
    for index in 0..doc.tokens.len() {
        while open.last().is_some_and(|(end, _)| index >= *end) {
            open.pop();
        }
        let Some(token) = doc.token(index).filter(|t| matches!(t.kind(), Kind::Object | Kind::Array)) else { continue };
        let above = open.last().map(|(_, path)| path.as_str()).unwrap_or_default();
        let path = format!("{above}/{}", names.remove(&index).unwrap_or_default());
        for member in doc.members(index) {
            let name = String::from_utf8_lossy(doc.raw(member.key));
            found.push(Found { object: index, key: doc.raw(member.key), value: member.value, path: format!("{path}/{name}") });
            names.insert(member.value, name.into_owned());
        }
        for (place, item) in doc.items(index).enumerate() {
            names.insert(item, place.to_string());
        }
        open.push((token.next as usize, path));
    }
    found.sort_by_key(|found| found.value);
    found
}

/// Whether a member only names the recording, the project, the recorder or a time. The value must have the form of such a name, so that
/// the key alone lets nothing through.
fn names_recording(key: &[u8], doc: Doc<'_>, index: usize, value: Token) -> bool {
    let raw = doc.raw(value);
    match key {
        b"event_id" | b"replay_id" | b"trace_id" | b"span_id" | b"uuid" | b"distinct_id" | b"$device_id" | b"$session_id"
        | b"$window_id" | b"session_id" | b"window_id" | b"public_key" => is_id(raw),
        b"error_ids" | b"trace_ids" => doc.items(index).all(|item| doc.token(item).is_some_and(|item| is_id(doc.raw(item)))),
        // Keys for projects begin so; personal ones do not.
        b"token" | b"api_key" => raw.strip_prefix(b"phc_").is_some_and(|rest| rest.iter().all(u8::is_ascii_alphanumeric)) || is_id(raw),
        b"event" => raw.strip_prefix(b"$").is_some_and(|rest| rest.iter().all(|b| b.is_ascii_lowercase() || *b == b'_')),
        b"timestamp" | b"sent_at" => is_time(raw),
        b"$lib_version" | b"version" => raw.len() <= 16 && raw.iter().all(|b| b.is_ascii_digit() || *b == b'.'),
        b"name" => raw.strip_prefix(b"sentry.").is_some_and(|rest| rest.iter().all(|b| b.is_ascii_lowercase() || *b == b'.')),
        b"segment_id" => value.kind() == Kind::Number,
        b"type" => matches!(raw, b"replay_event" | b"replay_recording"),
        _ => false,
    }
}

/// A random id of 128 bits in hexadecimal digits, with hyphens or without.
fn is_id(raw: &[u8]) -> bool {
    matches!(raw.len(), 32 | 36)
        && raw.iter().filter(|b| b.is_ascii_hexdigit()).count() == 32
        && raw.iter().all(|b| b.is_ascii_hexdigit() || *b == b'-')
}

/// A number, or a date and time of ISO 8601.
fn is_time(raw: &[u8]) -> bool {
    raw.len() <= 32
        && raw.iter().all(|b| b.is_ascii_digit() || matches!(b, b'-' | b':' | b'.' | b'T' | b'Z' | b'+'))
        && raw.first().is_some_and(u8::is_ascii_digit)
}

/// The first line, and what follows its end.
fn line_of(text: &[u8]) -> (&[u8], &[u8]) {
    match memchr::memchr(b'\n', text) {
        Some(end) => (text.get(..end).unwrap_or_default(), text.get(end + 1..).unwrap_or_default()),
        None => (text, &[]),
    }
}

/// Whether a line is an object of which `test` holds.
fn line_is(line: &[u8], test: impl Fn(Doc<'_>) -> bool) -> bool {
    if !line.starts_with(b"{") {
        return false;
    }
    let mut tape = Tape::default();
    tape.read(line).is_ok() && utf8(line).is_ok_and(|line| test(Doc::new(line, tape.tokens())))
}

/// What follows the line about a segment of Sentry.
fn segment(text: &[u8]) -> Option<&[u8]> {
    let (line, rest) = line_of(text);
    let begins = packed::is_zlib(rest) || rest.starts_with(b"[");
    (begins && line_is(line, |doc| doc.member(0, b"segment_id").is_some() && doc.member(0, b"type").is_none())).then_some(rest)
}

/// A line about an envelope has no `type`, and the next, about an item, has a word for it; in events it is a number.
fn is_envelope(text: &[u8]) -> bool {
    let (line, rest) = line_of(text);
    let (next, _) = line_of(rest);
    next.starts_with(b"{")
        && line_is(line, |doc| doc.member(0, b"type").is_none())
        && line_is(next, |doc| doc.member(0, b"type").is_some_and(|kind| doc.is_string(kind)))
}

/// PostHog's messages are objects with an `event` in words, alone, in an array or in a `batch`.
fn is_body(text: &[u8]) -> bool {
    if memchr::memmem::find(text, b"\"$snapshot_data\"").is_none() || !matches!(text.trim_ascii_start().first(), Some(b'{' | b'[')) {
        return false;
    }
    let mut tape = Tape::default();
    let (Ok(()), Ok(text)) = (tape.read(text), utf8(text)) else { return false };
    let doc = Doc::new(text, tape.tokens());
    // One value at the top: lines of messages are no request.
    if doc.token(0).is_none_or(|top| (top.next as usize) < doc.tokens.len()) {
        return false;
    }
    let list = doc.member(0, b"batch").unwrap_or(0);
    let first = doc.items(list).next().unwrap_or(list);
    doc.member(first, b"event").is_some_and(|event| doc.is_string(event)) && doc.member(first, b"properties").is_some()
}

fn envelope(text: &[u8]) -> Result<Parcel> {
    let mut recordings = Vec::new();
    let mut items = Vec::new();
    let (line, mut rest) = line_of(text);
    let header = Shell::cut(line, &mut recordings)?;
    while !rest.is_empty() {
        let (line, after) = line_of(rest);
        if line.is_empty() {
            rest = after;
            continue;
        }
        let mut tape = Tape::default();
        tape.read(line)?;
        let about = Doc::new(utf8(line)?, tape.tokens());
        let kind = about.member(0, b"type").and_then(|i| about.token(i)).map(|t| about.raw(t)).unwrap_or_default();
        let body = match about.member(0, b"length") {
            Some(length) => {
                let length = about.number(length).and_then(|n| usize::try_from(n).ok());
                let body = length.and_then(|length| after.get(..length));
                body.ok_or_else(|| Error::new(Code::InputJson, "an item of an envelope is not as long as it says"))?
            }
            None => line_of(after).0,
        };
        rest = after.get(body.len()..).unwrap_or_default();
        rest = rest.strip_prefix(b"\n").unwrap_or(rest);
        let (first, after_first) = line_of(body);
        let body = if kind == b"replay_recording" {
            let shell = Shell::cut(first, &mut recordings)?;
            recordings.push(Recording::of_sentry(after_first)?);
            Body::Recording(shell, recordings.len() - 1)
        } else {
            // Attachments and other items that are no JSON are not understood, so they are left out.
            match Shell::cut(body, &mut recordings) {
                Ok(shell) => Body::Json(shell),
                Err(_) => continue,
            }
        };
        items.push(Item { header: Shell::cut(line, &mut recordings)?, body });
    }
    Ok(Parcel { recordings, form: Form::Envelope(header, items) })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a parcel is when nothing in it changes, and every text that could have been changed.
    fn through(bytes: &[u8]) -> (Vec<u8>, Vec<(Content, String)>) {
        let parcel = open(bytes).unwrap().expect("a parcel");
        let mut seen = Vec::new();
        let out = parcel.map(&mut |content, text| {
            seen.push((content, String::from_utf8(text.to_vec()).unwrap()));
            Ok(text.to_vec())
        });
        (out.unwrap(), seen)
    }

    const ID: &str = "0123456789abcdef0123456789abcdef";

    #[test]
    fn a_segment_keeps_its_line_and_its_compression() {
        let events = br#"[{"type":4,"data":{"href":"https://a.example/"},"timestamp":1}]"#;
        let packed = packed::deflate_zlib(events).unwrap();
        for rest in [events.as_slice(), &packed] {
            let segment = [b"{\"segment_id\":3}\n".as_slice(), rest].concat();
            let (out, seen) = through(&segment);
            assert_eq!(seen[0], (Content::Events, String::from_utf8(events.to_vec()).unwrap()));
            let (line, body) = line_of(&out);
            assert_eq!((line, packed::is_zlib(body)), (b"{\"segment_id\":3}".as_slice(), packed::is_zlib(rest)));
        }
    }

    #[test]
    fn an_envelope_counts_its_lengths_anew_and_leaves_out_what_it_cannot_read() {
        let body = "{\"segment_id\":0}\n[{\"type\":1,\"timestamp\":1}]";
        let length = body.len();
        let envelope = format!(
            "{{\"event_id\":\"{ID}\"}}\n{{\"type\":\"replay_event\"}}\n{{\"replay_id\":\"{ID}\",\"user\":{{\"email\":\"x\"}}}}\n\
             {{\"type\":\"attachment\",\"length\":3}}\n\u{1}\u{2}\u{3}\n{{\"type\":\"replay_recording\",\"length\":{length}}}\n{body}\n"
        );
        let parcel = open(envelope.as_bytes()).unwrap().unwrap();
        assert_eq!(parcel.events(), br#"[{"type":1,"timestamp":1}]"#);
        let out = parcel.map(&mut |content, text| {
            let text = String::from_utf8(text.to_vec()).unwrap();
            Ok(if content == Content::Events { "[]".into() } else { text.replace("\"x\"", "\"•\"") }.into_bytes())
        });
        let expected = format!(
            "{{\"event_id\":\"{ID}\"}}\n{{\"type\":\"replay_event\"}}\n{{\"replay_id\":\"{ID}\",\"user\":{{\"email\":\"•\"}}}}\n\
             {{\"type\":\"replay_recording\",\"length\":19}}\n{{\"segment_id\":0}}\n[]\n"
        );
        assert_eq!(String::from_utf8(out.unwrap()).unwrap(), expected);
        let short = envelope.replace(&format!("\"length\":{length}"), "\"length\":999");
        assert_eq!(open(short.as_bytes()).err().unwrap().code(), "input.json");
    }

    #[test]
    fn a_body_gets_back_its_names_and_the_size_of_its_recording() {
        let body = format!(
            r#"{{"batch":[{{"event":"$snapshot","uuid":"{ID}","properties":{{"$snapshot_bytes":999,"$snapshot_data":[{{"type":1,"timestamp":1}}],"token":"phc_Abc1","distinct_id":"erika"}}}}]}}"#
        );
        let (out, seen) = through(body.as_bytes());
        assert_eq!(String::from_utf8(out).unwrap(), body.replace("999", "26"));
        let shell = &seen.last().unwrap().1;
        assert!(!shell.contains("phc_") && !shell.contains(ID), "what names the recording is not read as data");
        assert!(shell.contains("erika"), "a name that a person may have is read as data");
    }

    #[test]
    fn personal_keys_and_names_of_another_form_are_not_kept() {
        for member in
            [r#""token":"phx_0123456789""#, r#""distinct_id":"a@b.example""#, r#""session_id":"hunter2""#, r#""sent_at":"Monday""#]
        {
            let body = format!(r#"{{"event":"$snapshot","properties":{{"$snapshot_data":[],{member}}}}}"#);
            let (_, seen) = through(body.as_bytes());
            assert!(seen.iter().any(|(content, text)| *content == Content::Shell && text.contains(member)), "{member}");
        }
    }

    #[test]
    fn events_are_no_parcel() {
        for text in [
            r#"[{"type":5,"data":{"tag":"x","payload":{"event":"a","properties":{},"$snapshot_data":[]}},"timestamp":1}]"#,
            "{\"type\":4,\"data\":{\"href\":\"/\"},\"timestamp\":1}\n{\"type\":1,\"timestamp\":2}",
            r#"{"event":"$pageview","properties":{}}"#,
            "",
            "[]",
        ] {
            assert!(open(text.as_bytes()).unwrap().is_none(), "{text}");
        }
    }
}
