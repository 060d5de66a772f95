//! The body of a batch.
//!
//! In: the bytes as sent and what the headers promised. Out: a [`NewBatch`] to store and the events
//! that were rejected, or the problem of the whole batch. Never unpacks more than the limit.

use std::borrow::Cow;
use std::io::Read;

use serde::Deserialize;
use serde::de::IgnoredAny;
use sha2::{Digest, Sha256};

use super::Rejected;
use super::headers::{Encoding, Envelope, is_fingerprint};
use crate::problem::{Code, Problem};
use crate::store::NewBatch;

/// The window that a decoder must offer at least (RFC 8878: 8 MiB). A body that asks for more is refused,
/// since each decoder would have to set that memory aside.
const WINDOW_LOG_MAX: u32 = 23;

/// Longest session or visitor id, in characters.
const ID_MAX: usize = 256;

/// Longest page address that is kept for the list, in bytes; the recording itself has it whole.
const HREF_MAX: usize = 2048;

/// rrweb's number for a meta event, which carries the address of a page.
const META: u8 = 4;

/// The last moment that JavaScript's `Date` knows, in milliseconds.
const TIMESTAMP_MAX: f64 = 8.64e15;

/// Line 1 of a batch.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Header {
    milkglass: u64,
    session: String,
    visitor: Option<String>,
    first: u64,
    events: usize,
    fingerprint: String,
}

/// What every event must have. The rest of it is the business of the player.
#[derive(Deserialize)]
struct Event {
    r#type: u8,
    timestamp: f64,
    #[serde(rename = "data")]
    _data: IgnoredAny,
}

#[derive(Deserialize)]
struct Meta<'a> {
    #[serde(borrow)]
    data: MetaData<'a>,
}

#[derive(Deserialize)]
struct MetaData<'a> {
    #[serde(borrow)]
    href: Cow<'a, str>,
}

/// Whether a session or visitor may be called this: 1 to 256 characters, none of them a control character.
pub(super) fn is_id(id: &str) -> bool {
    let length = id.chars().count();
    (1..=ID_MAX).contains(&length) && !id.chars().any(char::is_control)
}

/// Checks and reads a batch. Returns it with the rejected events and the number of all events.
pub(super) fn read(envelope: &Envelope, bytes: &[u8], max_raw: usize) -> Result<(NewBatch, Vec<Rejected>, usize), Problem> {
    let digest = Sha256::digest(bytes);
    if digest.as_slice() != envelope.digest {
        return Err(Problem::new(Code::BatchDigest));
    }
    let raw = unpack(envelope.encoding, bytes, max_raw)?;
    let text = std::str::from_utf8(&raw).map_err(|_| malformed("The body is not valid UTF-8."))?;
    let (head, rest) = text.split_once('\n').unwrap_or((text, ""));
    let header: Header = serde_json::from_str(head).map_err(|_| malformed("Line 1 is not a batch header."))?;
    check(&header)?;

    let events = Events::read(rest, header.events)?;
    let stored = header.events.saturating_sub(events.rejected.len());
    let body = match (envelope.encoding, events.rejected.is_empty()) {
        (Encoding::Zstd, true) => bytes.to_vec(),
        (Encoding::Identity, true) => pack(text)?,
        (_, false) => pack(&without(head, rest, &events.rejected))?,
    };
    let batch = NewBatch {
        id: envelope.batch.clone(),
        session: header.session,
        visitor: header.visitor,
        first: i64::try_from(header.first).map_err(|_| malformed("first is out of range."))?,
        events: i64::try_from(stored).unwrap_or(i64::MAX),
        started: events.started,
        ended: events.ended,
        fingerprint: header.fingerprint,
        digest: envelope.digest,
        pages: events.pages,
        raw_bytes: i64::try_from(raw.len()).unwrap_or(i64::MAX),
        body,
    };
    Ok((batch, events.rejected, header.events))
}

/// The timestamp and text of each event of a stored body; lines that have none are passed over.
pub(crate) fn stored_events(body: &str) -> impl Iterator<Item = (i64, &str)> {
    body.split('\n').skip(1).filter_map(|line| {
        let event: Event = serde_json::from_str(line).ok()?;
        Some((millis(event.timestamp)?, line))
    })
}

fn check(header: &Header) -> Result<(), Problem> {
    let visitor_good = header.visitor.as_deref().is_none_or(is_id);
    if header.milkglass != 1 {
        Err(malformed("This collector reads version 1 of the protocol."))
    } else if !is_id(&header.session) || !visitor_good {
        Err(malformed("The session or the visitor has no valid id."))
    } else if header.events == 0 {
        Err(malformed("A batch holds at least one event."))
    } else if !is_fingerprint(&header.fingerprint) {
        // It may differ from Milkglass-Fingerprint: a batch may wait in the spool while its sender is configured anew.
        Err(malformed("The header line holds no valid fingerprint."))
    } else {
        Ok(())
    }
}

fn unpack(encoding: Encoding, bytes: &[u8], max_raw: usize) -> Result<Cow<'_, [u8]>, Problem> {
    let broken = |_| malformed("The body is not valid zstd.");
    let raw = match encoding {
        Encoding::Identity => Cow::Borrowed(bytes),
        Encoding::Zstd => {
            let mut decoder = zstd::stream::read::Decoder::with_buffer(bytes).map_err(broken)?;
            decoder.window_log_max(WINDOW_LOG_MAX).map_err(broken)?;
            let mut raw = Vec::new();
            let limit = u64::try_from(max_raw).unwrap_or(u64::MAX);
            decoder.take(limit.saturating_add(1)).read_to_end(&mut raw).map_err(broken)?;
            Cow::Owned(raw)
        }
    };
    if raw.len() > max_raw {
        return Err(Problem::new(Code::BatchTooLarge));
    }
    Ok(raw)
}

/// What the event lines hold.
struct Events {
    rejected: Vec<Rejected>,
    pages: Vec<(String, i64)>,
    started: i64,
    ended: i64,
}

impl Events {
    fn read(text: &str, promised: usize) -> Result<Self, Problem> {
        let mut events = Self { rejected: Vec::new(), pages: Vec::new(), started: i64::MAX, ended: i64::MIN };
        let mut count = 0_usize;
        for (index, line) in lines(text).enumerate() {
            count = index.saturating_add(1);
            if count > promised {
                break;
            }
            events.take(index, line)?;
        }
        if count != promised {
            return Err(malformed("The number of lines differs from what the header line says."));
        }
        Ok(events)
    }

    fn take(&mut self, index: usize, line: &str) -> Result<(), Problem> {
        let event = match serde_json::from_str::<Event>(line) {
            Ok(event) => millis(event.timestamp).map(|at| (event.r#type, at)),
            Err(error) if error.is_data() => None,
            Err(_) => return Err(malformed("A line is not valid JSON.")),
        };
        let Some((kind, at)) = event else {
            self.rejected.push(Rejected { index, code: "event.invalid" });
            return Ok(());
        };
        self.started = self.started.min(at);
        self.ended = self.ended.max(at);
        if kind == META
            && let Ok(meta) = serde_json::from_str::<Meta<'_>>(line)
            && !meta.data.href.is_empty()
        {
            self.pages.push((shorten(&meta.data.href), at));
        }
        Ok(())
    }
}

/// The lines of the body; a line feed at the very end starts no further line.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    let text = text.strip_suffix('\n').unwrap_or(text);
    let none = text.is_empty();
    text.split('\n').filter(move |_| !none)
}

fn without(head: &str, rest: &str, rejected: &[Rejected]) -> String {
    let mut out = String::with_capacity(head.len().saturating_add(rest.len()));
    out.push_str(head);
    let mut dropped = rejected.iter().map(|rejected| rejected.index).peekable();
    for (index, line) in lines(rest).enumerate() {
        if dropped.next_if_eq(&index).is_none() {
            out.push('\n');
            out.push_str(line);
        }
    }
    out
}

fn pack(text: &str) -> Result<Vec<u8>, Problem> {
    zstd::encode_all(text.as_bytes(), 3).map_err(|_| Problem::new(Code::ServiceFailed))
}

/// Whole milliseconds, if the timestamp is one that a date can have.
fn millis(timestamp: f64) -> Option<i64> {
    #[expect(clippy::cast_possible_truncation, reason = "the bound is far inside i64; the fraction of a millisecond is dropped on purpose")]
    let whole = timestamp.trunc() as i64;
    (0.0..=TIMESTAMP_MAX).contains(&timestamp).then_some(whole)
}

fn shorten(href: &str) -> String {
    href.get(..href.floor_char_boundary(HREF_MAX)).unwrap_or_default().to_owned()
}

fn malformed(detail: &'static str) -> Problem {
    Problem::new(Code::BatchMalformed).because(detail)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn envelope(body: &[u8], encoding: Encoding) -> Envelope {
        Envelope { batch: "0190163d-8694-739b-aea5-966c26f8ad91".to_owned(), digest: Sha256::digest(body).into(), encoding }
    }

    fn header(events: usize) -> String {
        format!(r#"{{"milkglass":1,"session":"s-1","visitor":null,"first":0,"events":{events},"fingerprint":"mg1-0123456789abcdef"}}"#)
    }

    fn code(result: Result<(NewBatch, Vec<Rejected>, usize), Problem>) -> Option<Code> {
        result.err().map(|problem| problem.code)
    }

    #[test]
    fn a_bomb_is_too_large() -> std::io::Result<()> {
        let body = zstd::encode_all(vec![b' '; 10 << 20].as_slice(), 3)?;
        assert!(body.len() < 4096);
        let result = read(&envelope(&body, Encoding::Zstd), &body, 1 << 20);
        assert_eq!(code(result), Some(Code::BatchTooLarge));
        Ok(())
    }

    #[test]
    fn a_wide_window_is_refused() -> std::io::Result<()> {
        let text = format!("{}\n{}", header(1), r#"{"type":0,"timestamp":1,"data":{}}"#);
        let mut encoder = zstd::Encoder::new(Vec::new(), 3)?;
        encoder.window_log(27)?;
        std::io::Write::write_all(&mut encoder, text.as_bytes())?;
        let body = encoder.finish()?;
        let result = read(&envelope(&body, Encoding::Zstd), &body, 1 << 20);
        assert_eq!(code(result), Some(Code::BatchMalformed));
        Ok(())
    }

    #[test]
    fn only_events_that_are_none_are_rejected() {
        let lines = [
            r#"{"type":0,"timestamp":1790000000000,"data":{}}"#,
            r#"{"type":"x","timestamp":1790000000001,"data":{}}"#,
            r#"{"type":4,"timestamp":1790000000002.5,"data":{"href":"https://shop.example/"}}"#,
            r#"{"type":3,"timestamp":-1,"data":{}}"#,
            r#"{"type":3,"timestamp":1}"#,
        ];
        let body = format!("{}\n{}\n", header(5), lines.join("\n"));
        let result = read(&envelope(body.as_bytes(), Encoding::Identity), body.as_bytes(), 1 << 20);
        let Ok((batch, rejected, count)) = result else { unreachable!("the batch is well-formed") };
        let indices: Vec<usize> = rejected.iter().map(|rejected| rejected.index).collect();
        assert_eq!((indices, count, batch.events), (vec![1, 3, 4], 5, 2));
        assert_eq!((batch.started, batch.ended), (1_790_000_000_000, 1_790_000_000_002));
        assert_eq!(batch.pages, [("https://shop.example/".to_owned(), 1_790_000_000_002)]);
        let stored = zstd::decode_all(batch.body.as_slice()).unwrap_or_default();
        let stored = String::from_utf8(stored).unwrap_or_default();
        assert_eq!(stored_events(&stored).count(), 2);
    }

    #[test]
    fn the_number_of_lines_must_be_right() {
        let event = r#"{"type":0,"timestamp":1,"data":{}}"#;
        let bodies = [
            header(1),
            format!("{}\n", header(1)),
            format!("{}\n{event}\n{event}", header(1)),
            format!("{}\n{event}\n\n{event}", header(2)),
            format!("{}\n{event}", header(0)),
            format!("{}\n{{\"type\":0", header(1)),
            String::new(),
        ];
        for body in bodies {
            let result = read(&envelope(body.as_bytes(), Encoding::Identity), body.as_bytes(), 1 << 20);
            assert_eq!(code(result), Some(Code::BatchMalformed), "{body:?}");
        }
    }

    #[test]
    fn ids_hold_no_control_characters() {
        assert!(is_id("s-42"));
        assert!(is_id("Sitzung ä"));
        assert!(!is_id(""));
        assert!(!is_id("a\nb"));
        assert!(!is_id(&"x".repeat(257)));
    }
}
