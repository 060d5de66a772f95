//! The events of a recording, one at a time: any reader in, the JSON text of each event out.
//!
//! An array, NDJSON or one event; plain, gzip or zstd; single events packed. Never more than one event is in memory.

use std::io::{Cursor, Read};

use crate::error::{Code, Error, Result};
use crate::event::packed;

/// Largest event that is read, as for the engine.
const MAX_EVENT: usize = 128 << 20;
/// Bytes that are asked for at once.
const PIECE: usize = 256 << 10;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    /// Nothing but white space was seen.
    Unknown,
    Lines,
    /// Items of an array; whether one was read already.
    Items(bool),
    /// After the closing bracket.
    Closed,
}

/// The events of a recording in their order.
pub(super) struct Events<'r> {
    input: Box<dyn Read + 'r>,
    compressed: bool,
    buffer: Vec<u8>,
    /// Where in the buffer the next event may begin.
    at: usize,
    /// Bytes before the buffer.
    before: u64,
    ended: bool,
    form: Form,
}

impl<'r> Events<'r> {
    /// Begins to read; the first bytes tell whether the recording is compressed.
    pub(super) fn open(mut input: impl Read + 'r) -> Result<Events<'r>> {
        let mut head = Vec::new();
        (&mut input).take(4).read_to_end(&mut head).map_err(|error| unreadable(&error))?;
        let whole = Cursor::new(head.clone()).chain(input);
        let (input, compressed): (Box<dyn Read + 'r>, bool) = if head.starts_with(&[0x1f, 0x8b]) {
            (Box::new(flate2::read::MultiGzDecoder::new(whole)), true)
        } else if head.starts_with(&[0x28, 0xb5, 0x2f, 0xfd]) {
            (Box::new(zstd::Decoder::new(whole).map_err(|error| broken(&error))?), true)
        } else {
            (Box::new(whole), false)
        };
        Ok(Events { input, compressed, buffer: Vec::new(), at: 0, before: 0, ended: false, form: Form::Unknown })
    }

    /// Bytes read, after decompression.
    pub(super) fn bytes(&self) -> u64 {
        self.before + u64::try_from(self.at).unwrap_or(u64::MAX)
    }

    /// The JSON text of the next event, unpacked, and where it begins.
    ///
    /// # Errors
    /// `input.read`, `input.compressed`, `input.json`, `input.utf8` and `input.too_large`; `input.not_events` for an empty input.
    pub(super) fn next(&mut self) -> Result<Option<(String, u64)>> {
        let Some((from, to)) = self.value()? else { return Ok(None) };
        let offset = self.before + u64::try_from(from).unwrap_or(u64::MAX);
        let bytes = self.buffer.get(from..to).unwrap_or_default();
        let text = std::str::from_utf8(bytes).map_err(|error| self.fault(Code::InputUtf8, "not UTF-8", from + error.valid_up_to()))?;
        let is_packed = bytes.first() == Some(&b'"') || memchr::memmem::find(bytes, b"\"cv\":").is_some();
        let text = if is_packed {
            // Each event says for itself whether it is packed, so that one need not look at the whole recording first.
            let unwrapped = packed::unwrap(bytes)?;
            String::from_utf8(unwrapped.text(bytes).to_vec()).map_err(|_| Error::new(Code::InputUtf8, "a packed event is not UTF-8"))?
        } else {
            text.to_owned()
        };
        Ok(Some((text, offset)))
    }

    /// Where the next value stands in the buffer.
    fn value(&mut self) -> Result<Option<(usize, usize)>> {
        if self.at > PIECE {
            self.buffer.drain(..self.at);
            self.before = self.before.saturating_add(u64::try_from(self.at).unwrap_or(u64::MAX));
            self.at = 0;
        }
        loop {
            let Some(byte) = self.after_blank()? else { return self.end() };
            match (self.form, byte) {
                (Form::Unknown, b'[') => {
                    self.form = Form::Items(false);
                    self.at += 1;
                }
                (Form::Unknown, _) => self.form = Form::Lines,
                (Form::Items(_), b']') => {
                    self.form = Form::Closed;
                    self.at += 1;
                }
                (Form::Items(true), b',') => {
                    self.at += 1;
                    if matches!(self.after_blank()?, Some(b']' | b',') | None) {
                        return Err(self.fault(Code::InputJson, "expected a value", self.at));
                    }
                    return self.whole().map(Some);
                }
                (Form::Items(true), _) => return Err(self.fault(Code::InputJson, "expected a comma", self.at)),
                (Form::Closed, _) => return Err(self.fault(Code::InputJson, "text after the closing bracket", self.at)),
                (Form::Items(false), b',') => return Err(self.fault(Code::InputJson, "expected a value", self.at)),
                (Form::Items(false), _) => {
                    self.form = Form::Items(true);
                    return self.whole().map(Some);
                }
                (Form::Lines, _) => return self.whole().map(Some),
            }
        }
    }

    fn end(&self) -> Result<Option<(usize, usize)>> {
        match self.form {
            Form::Unknown => Err(Error::new(Code::InputNotEvents, "the input is empty")),
            Form::Items(_) => Err(self.fault(Code::InputJson, "the text ends inside the array", self.at)),
            Form::Lines | Form::Closed => Ok(None),
        }
    }

    /// The next byte that is no white space.
    fn after_blank(&mut self) -> Result<Option<u8>> {
        loop {
            match self.buffer.get(self.at).copied() {
                Some(b' ' | b'\t' | b'\n' | b'\r') => self.at += 1,
                Some(byte) => return Ok(Some(byte)),
                None if !self.fill()? => return Ok(None),
                None => {}
            }
        }
    }

    /// Reads up to the end of the value that begins at `at`, and steps over it.
    fn whole(&mut self) -> Result<(usize, usize)> {
        let from = self.at;
        let (mut depth, mut at) = (0usize, from);
        loop {
            if at - from > MAX_EVENT {
                return Err(self.fault(Code::InputTooLarge, "one event is larger than 128 MiB", from));
            }
            let Some(&byte) = self.buffer.get(at) else {
                if self.fill()? {
                    continue;
                }
                if depth == 0 && at > from {
                    break;
                }
                return Err(self.fault(Code::InputJson, "the text ends inside a value", at));
            };
            match byte {
                b'"' => {
                    at = self.string_end(at + 1, from)?;
                    if depth == 0 {
                        break;
                    }
                    continue;
                }
                b'{' | b'[' => depth += 1,
                b'}' | b']' => {
                    let Some(less) = depth.checked_sub(1) else { break };
                    depth = less;
                    if depth == 0 {
                        at += 1;
                        break;
                    }
                }
                b',' | b' ' | b'\t' | b'\n' | b'\r' if depth == 0 => break,
                _ => {}
            }
            at += 1;
        }
        self.at = at;
        Ok((from, at))
    }

    /// What follows the closing quote of the string whose content begins at `at`.
    fn string_end(&mut self, mut at: usize, from: usize) -> Result<usize> {
        loop {
            match self.buffer.get(at..).and_then(|rest| memchr::memchr2(b'"', b'\\', rest)) {
                Some(length) if self.buffer.get(at + length) == Some(&b'"') => return Ok(at + length + 1),
                Some(length) => at += length + 2,
                None => {
                    at = at.max(self.buffer.len());
                    if at - from > MAX_EVENT {
                        return Err(self.fault(Code::InputTooLarge, "one event is larger than 128 MiB", from));
                    }
                    if !self.fill()? {
                        return Err(self.fault(Code::InputJson, "the text ends inside a string", at));
                    }
                }
            }
        }
    }

    /// Reads more; false at the end of the input.
    fn fill(&mut self) -> Result<bool> {
        if self.ended {
            return Ok(false);
        }
        let limit = u64::try_from(PIECE).unwrap_or(u64::MAX);
        let compressed = self.compressed;
        let count = (&mut self.input)
            .take(limit)
            .read_to_end(&mut self.buffer)
            .map_err(|error| if compressed { broken(&error) } else { unreadable(&error) })?;
        self.ended = count == 0;
        Ok(count > 0)
    }

    fn fault(&self, code: Code, what: &str, at: usize) -> Error {
        Error::new(code, what).at(usize::try_from(self.before).unwrap_or(usize::MAX).saturating_add(at))
    }
}

fn unreadable(error: &std::io::Error) -> Error {
    Error::new(Code::InputRead, "the input can't be read").with_source(error.kind().to_string())
}

fn broken(error: &std::io::Error) -> Error {
    Error::new(Code::InputCompressed, "a compressed part is truncated or corrupt").with_source(error.kind().to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;

    /// Gives one byte at a time.
    struct Slow<'a>(&'a [u8]);

    impl Read for Slow<'_> {
        fn read(&mut self, out: &mut [u8]) -> std::io::Result<usize> {
            let Some((first, rest)) = self.0.split_first() else { return Ok(0) };
            out[0] = *first;
            self.0 = rest;
            Ok(1)
        }
    }

    fn all(bytes: &[u8]) -> Result<Vec<String>> {
        let mut events = Events::open(Slow(bytes))?;
        let mut out = Vec::new();
        while let Some((text, _)) = events.next()? {
            out.push(text.trim().to_owned());
        }
        Ok(out)
    }

    #[test]
    fn arrays_lines_and_single_events() {
        let (one, two) = (r#"{"type":0,"x":"]}\"\\"}"#, r#"{"type":1}"#);
        assert_eq!(all(format!(" [ {one} ,\n{two}]\n").as_bytes()).unwrap(), [one, two]);
        assert_eq!(all(format!("{one}\n{two}\n\n").as_bytes()).unwrap(), [one, two]);
        assert_eq!(all(format!("{one}{two}").as_bytes()).unwrap(), [one, two]);
        assert_eq!(all(one.as_bytes()).unwrap(), [one]);
        assert_eq!(all(b"[]").unwrap(), [""; 0]);
        assert_eq!(all(b"[1,null]").unwrap(), ["1", "null"]);
    }

    #[test]
    fn compressed_and_packed_recordings() {
        let plain = br#"[{"type":0},{"type":1}]"#;
        let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
        gzip.write_all(plain).unwrap();
        let gzip = gzip.finish().unwrap();
        assert_eq!(all(&gzip).unwrap().len(), 2);
        assert_eq!(all(&zstd::encode_all(plain.as_slice(), 3).unwrap()).unwrap().len(), 2);
        assert_eq!(all(&gzip[..gzip.len() - 9]).err().unwrap().code(), "input.compressed");

        let mut zlib = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::default());
        zlib.write_all(br#"{"type":1}"#).unwrap();
        let packed: String = zlib.finish().unwrap().into_iter().map(char::from).collect();
        let text = serde_json::json!([{"type": 0}, packed]).to_string();
        assert_eq!(all(text.as_bytes()).unwrap(), [r#"{"type":0}"#, r#"{"type":1}"#]);
    }

    #[test]
    fn what_is_no_recording_is_an_error() {
        for (text, code) in [
            ("", "input.not_events"),
            (" \n", "input.not_events"),
            ("[", "input.json"),
            ("[1", "input.json"),
            ("[1,", "input.json"),
            ("[1,]", "input.json"),
            ("[,1]", "input.json"),
            ("[1 2]", "input.json"),
            ("[1]2", "input.json"),
            ("{\"a\":\"", "input.json"),
            ("{\"a\":", "input.json"),
        ] {
            assert_eq!(all(text.as_bytes()).err().map(|e| e.code()), Some(code), "{text}");
        }
        assert_eq!(all(b"{\"a\":\"\xff\"}").err().unwrap().code(), "input.utf8");
    }
}
