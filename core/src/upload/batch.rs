//! The body of a batch: one header line, then one event a line.
//!
//! In: the events of one session. Out: NDJSON and its zstd form, as `docs/protocol.md` describes it.

use serde::{Deserialize, Serialize};

use crate::error::{Code, Error, Result};

/// The fastest: the worker shares the host's processor.
const LEVEL: i32 = 1;

/// A batch never expands beyond this: a single event is refused earlier.
const MOST_PLAIN: usize = 1 << 30;

/// The first line of a batch.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Header {
    /// Version of the protocol.
    pub(crate) milkglass: u32,
    /// The session all its events belong to.
    pub(crate) session: String,
    /// The visitor, where the host knows one.
    pub(crate) visitor: Option<String>,
    /// Number of the first event within the session.
    pub(crate) first: u64,
    /// How many events follow.
    pub(crate) events: u64,
    /// The configuration under which they were recorded.
    pub(crate) fingerprint: String,
}

/// Writes a batch: header and events, each line ended.
///
/// # Errors
/// `internal.fault` if the header can't be written, which its types exclude.
pub(crate) fn body(header: &Header, pieces: &[Vec<u8>]) -> Result<Vec<u8>> {
    let mut out =
        serde_json::to_vec(header).map_err(|e| Error::new(Code::Internal, "a batch header could not be written").with_source(e))?;
    out.reserve(pieces.iter().map(|piece| piece.len() + 1).sum::<usize>() + 1);
    out.push(b'\n');
    for piece in pieces {
        out.extend_from_slice(piece);
        if !piece.ends_with(b"\n") {
            out.push(b'\n');
        }
    }
    Ok(out)
}

/// The two halves of a batch that the collector found too large; `None` when it holds one event.
pub(crate) fn halves(body: &[u8]) -> Option<[(Header, Vec<u8>); 2]> {
    let (head, rest) = split_line(body)?;
    let header: Header = serde_json::from_slice(head).ok()?;
    let middle = header.events / 2;
    if middle == 0 {
        return None;
    }
    let mut lines = memchr::memchr_iter(b'\n', rest);
    let cut = lines.nth(usize::try_from(middle).ok()?.checked_sub(1)?)? + 1;
    let (left, right) = rest.split_at_checked(cut)?;
    let half = |first, events, lines: &[u8]| {
        let header = Header { first, events, ..header.clone() };
        let whole = self::body(&header, &[lines.to_vec()]).ok()?;
        Some((header, whole))
    };
    Some([half(header.first, middle, left)?, half(header.first + middle, header.events - middle, right)?])
}

fn split_line(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let end = memchr::memchr(b'\n', bytes)?;
    Some((bytes.get(..end)?, bytes.get(end + 1..)?))
}

/// Compresses a body.
///
/// # Errors
/// `internal.fault` if zstd fails, for want of memory.
pub(crate) fn compress(plain: &[u8]) -> Result<Vec<u8>> {
    zstd::bulk::compress(plain, LEVEL).map_err(|e| Error::new(Code::Internal, "a batch could not be compressed").with_source(e))
}

/// Reverses [`compress`]; `None` for anything else.
pub(crate) fn decompress(packed: &[u8]) -> Option<Vec<u8>> {
    let size = zstd::zstd_safe::get_frame_content_size(packed).ok()??;
    let size = usize::try_from(size).ok().filter(|size| *size <= MOST_PLAIN)?;
    zstd::bulk::decompress(packed, size).ok()
}

/// Cuts NDJSON into runs of whole lines of at most `most` bytes each; a longer line is a run of its own.
pub(crate) fn runs(lines: &[u8], most: usize) -> Vec<(&[u8], u64)> {
    if lines.len() <= most {
        return vec![(lines, count(lines))];
    }
    let mut runs = Vec::new();
    let (mut start, mut last, mut events) = (0, 0, 0_u64);
    for end in memchr::memchr_iter(b'\n', lines).map(|at| at + 1).chain((!lines.ends_with(b"\n")).then_some(lines.len())) {
        if events > 0 && end - start > most {
            runs.extend(lines.get(start..last).map(|run| (run, events)));
            (start, events) = (last, 0);
        }
        (last, events) = (end, events + 1);
    }
    runs.extend(lines.get(start..last).filter(|_| events > 0).map(|run| (run, events)));
    runs
}

/// Lines in NDJSON, the last one ended or not.
pub(crate) fn count(lines: &[u8]) -> u64 {
    let ended = memchr::memchr_iter(b'\n', lines).count();
    let open = usize::from(!lines.is_empty() && !lines.ends_with(b"\n"));
    u64::try_from(ended + open).unwrap_or(u64::MAX)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn header(events: u64) -> Header {
        Header { milkglass: 1, session: "s".into(), visitor: None, first: 10, events, fingerprint: "mg1-0".into() }
    }

    #[test]
    fn a_body_is_a_header_and_ended_lines() {
        let body = body(&header(2), &[b"{\"a\":1}".to_vec(), b"{\"b\":2}\n".to_vec()]).unwrap();
        let text = String::from_utf8(body.clone()).unwrap();
        assert_eq!(text.lines().count(), 3);
        assert!(text.starts_with("{\"milkglass\":1,\"session\":\"s\",\"visitor\":null,\"first\":10,\"events\":2,"));
        assert_eq!(decompress(&compress(&body).unwrap()).unwrap(), body);
    }

    #[test]
    fn halves_keep_every_event_and_their_numbers() {
        let body = body(&header(3), &[b"1\n2\n3\n".to_vec()]).unwrap();
        let [(left, _), (right, tail)] = halves(&body).unwrap();
        assert_eq!((left.first, left.events, right.first, right.events), (10, 1, 11, 2));
        assert!(tail.ends_with(b"\n2\n3\n"));
        assert!(halves(&super::body(&header(1), &[b"1".to_vec()]).unwrap()).is_none());
    }

    #[test]
    fn runs_cut_at_line_ends_and_lose_nothing() {
        let lines = b"aaaa\nbb\ncc\ndddddddddd\ne";
        let runs = runs(lines, 6);
        assert_eq!(runs.iter().map(|(run, n)| (run.len(), *n)).collect::<Vec<_>>(), [(5, 1), (6, 2), (11, 1), (1, 1)]);
        assert_eq!(runs.iter().flat_map(|(run, _)| run.to_vec()).collect::<Vec<_>>(), lines);
        assert_eq!(count(lines), 5);
    }

    #[test]
    fn garbage_does_not_decompress() {
        assert!(decompress(b"no frame").is_none());
    }
}
