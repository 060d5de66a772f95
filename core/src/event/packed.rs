//! Compressed and packed recordings: gzip, zstd, zlib, `@rrweb/packer` strings and PostHog's `cv` fields in, plain JSON
//! out, and back again in the same form. Request bodies around recordings are read in [`parcel`].

use std::borrow::Cow;
use std::io::{Read, Write};

use flate2::Compression;
use flate2::read::{GzDecoder, ZlibDecoder};
use flate2::write::{GzEncoder, ZlibEncoder};

use super::doc::Doc;
use super::parcel::{self, Parcel};
use super::tape::{Tape, Token};
use super::text;
use crate::error::{Code, Error, Result};

/// A compressed recording may not grow beyond this.
const MAX_EXPANDED: u64 = 1 << 30;

/// How the bytes as a whole are compressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outer {
    Plain,
    Gzip,
    Zstd,
    Zlib,
}

/// How single events are packed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Inner {
    Plain,
    /// Strings made by `@rrweb/packer` or rrweb 1's `packFn`: zlib as Latin-1.
    Strings,
    /// Events with a member `cv`, whose `data` or parts of it are gzip as Latin-1.
    Fields,
}

/// A recording as plain JSON, and how to bring it back into its form.
pub(crate) struct Unwrapped {
    outer: Outer,
    inner: Inner,
    text: Option<Vec<u8>>,
    parcel: Option<Parcel>,
}

/// Whether a recording that begins like this can be read piece by piece: nothing is compressed, packed or in a parcel.
pub(crate) fn is_plain(head: &[u8]) -> bool {
    outer(head) == Outer::Plain && packing(head) == Inner::Plain && !parcel::may_begin(head)
}

/// Undoes compression and packing.
///
/// # Errors
/// `input.compressed` if a compressed part is truncated, corrupt or too large; `input.json` as the tape says.
pub(crate) fn unwrap(bytes: &[u8]) -> Result<Unwrapped> {
    let outer = outer(bytes);
    let mut text = match outer {
        Outer::Plain => None,
        Outer::Gzip => Some(expand(flate2::read::MultiGzDecoder::new(bytes))?),
        Outer::Zstd => Some(expand(zstd::Decoder::new(bytes).map_err(broken)?)?),
        Outer::Zlib => Some(expand_zlib(bytes)?),
    };
    let plain = text.as_deref().unwrap_or(bytes);
    if let Some(parcel) = parcel::open(plain)? {
        return Ok(Unwrapped { outer, inner: Inner::Plain, text: Some(parcel.events()), parcel: Some(parcel) });
    }
    let inner = packing(plain);
    if inner != Inner::Plain {
        text = Some(unpack_all(plain)?);
    }
    Ok(Unwrapped { outer, inner, text, parcel: None })
}

impl Unwrapped {
    /// The request body that the recording came in, whose parts are to be changed one by one.
    pub(crate) fn parcel(&self) -> Option<&Parcel> {
        self.parcel.as_ref()
    }

    /// The recording as plain JSON.
    pub(crate) fn text<'a>(&'a self, original: &'a [u8]) -> &'a [u8] {
        self.text.as_deref().unwrap_or(original)
    }

    /// Brings a redacted recording back into the form in which it came.
    pub(crate) fn wrap(&self, plain: Vec<u8>) -> Result<Vec<u8>> {
        let packed = if self.inner == Inner::Plain { plain } else { pack_all(&plain, self.inner)? };
        match self.outer {
            Outer::Plain => Ok(packed),
            Outer::Gzip => {
                let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
                encoder.write_all(&packed).and_then(|()| encoder.finish()).map_err(broken)
            }
            Outer::Zstd => zstd::encode_all(packed.as_slice(), 3).map_err(broken),
            Outer::Zlib => deflate_zlib(&packed),
        }
    }
}

fn broken(error: std::io::Error) -> Error {
    Error::new(Code::InputCompressed, "a compressed part is truncated or corrupt").with_source(error.kind().to_string())
}

fn outer(bytes: &[u8]) -> Outer {
    if bytes.starts_with(&[0x1f, 0x8b]) {
        Outer::Gzip
    } else if bytes.starts_with(&[0x28, 0xb5, 0x2f, 0xfd]) {
        Outer::Zstd
    } else if is_zlib(bytes) {
        Outer::Zlib
    } else {
        Outer::Plain
    }
}

/// Whether bytes begin as zlib with the usual window: no JSON begins with this letter.
pub(super) fn is_zlib(bytes: &[u8]) -> bool {
    matches!(bytes, [0x78, flags, ..] if (0x7800 + u32::from(*flags)) % 31 == 0)
}

pub(super) fn expand_zlib(bytes: &[u8]) -> Result<Vec<u8>> {
    expand(ZlibDecoder::new(bytes))
}

pub(super) fn deflate_zlib(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).and_then(|()| encoder.finish()).map_err(broken)
}

fn expand(reader: impl Read) -> Result<Vec<u8>> {
    let mut out = Vec::new();
    reader.take(MAX_EXPANDED + 1).read_to_end(&mut out).map_err(broken)?;
    if u64::try_from(out.len()).unwrap_or(u64::MAX) > MAX_EXPANDED {
        return Err(Error::new(Code::InputCompressed, "a compressed part expands to more than 1 GiB"));
    }
    Ok(out)
}

/// Looks at the start of the recording: all events of one recording are packed in the same way.
pub(super) fn packing(text: &[u8]) -> Inner {
    let mut rest = text.trim_ascii_start();
    if let Some(items) = rest.strip_prefix(b"[") {
        rest = items.trim_ascii_start();
    }
    if rest.first() == Some(&b'"') {
        return Inner::Strings;
    }
    // The member may follow large data, so all of the text is searched; the quotes can't stand inside a string.
    if memchr::memmem::find(text, b"\"cv\":").is_some() { Inner::Fields } else { Inner::Plain }
}

/// Writes each top-level event through `change`, keeping array or lines.
fn each(text: &[u8], mut change: impl FnMut(Doc<'_>, usize, &mut Vec<u8>) -> Result<()>) -> Result<Vec<u8>> {
    let mut tape = Tape::default();
    tape.read(text)?;
    let doc = Doc::new(super::text::utf8(text)?, tape.tokens());
    let mut out = Vec::with_capacity(text.len() * 2);
    let is_array = text.trim_ascii_start().first() == Some(&b'[');
    if is_array {
        out.push(b'[');
        for (i, item) in doc.items(0).enumerate() {
            if i > 0 {
                out.push(b',');
            }
            change(doc, item, &mut out)?;
        }
        out.push(b']');
    } else {
        let mut at = 0;
        while let Some(token) = doc.token(at) {
            change(doc, at, &mut out)?;
            out.push(b'\n');
            at = token.next as usize;
        }
    }
    Ok(out)
}

fn copy(doc: Doc<'_>, token: Token, out: &mut Vec<u8>) {
    out.extend_from_slice(doc.text.as_bytes().get(token.outer_start()..token.outer_end()).unwrap_or_default());
}

pub(super) fn unpack_all(text: &[u8]) -> Result<Vec<u8>> {
    each(text, |doc, index, out| {
        let Some(token) = doc.token(index) else { return Ok(()) };
        if token.is_string() {
            // Every zlib stream begins with these four bits; any other string is no event.
            if latin1(doc, token).ok().and_then(|b| b.first().copied()).is_none_or(|first| first & 15 != 8) {
                return Err(Error::new(Code::InputNotEvents, "a string that is no packed event").at(token.start()));
            }
            let event = expand_zlib(&latin1(doc, token)?)?;
            out.extend_from_slice(&one_line(event)?);
            return Ok(());
        }
        if doc.member(index, b"cv").is_none() {
            copy(doc, token, out);
            return Ok(());
        }
        map_fields(doc, index, out, &mut |doc, token, out| {
            if !token.is_string() {
                copy(doc, token, out);
                return Ok(());
            }
            let raw = latin1(doc, token);
            match raw {
                Ok(bytes) if bytes.starts_with(&[0x1f, 0x8b]) => {
                    out.extend_from_slice(&one_line(expand(GzDecoder::new(bytes.as_slice()))?)?)
                }
                _ => copy(doc, token, out),
            }
            Ok(())
        })
    })
}

/// JSON that was inside a string may be printed over lines; inside NDJSON it must not be.
fn one_line(mut json: Vec<u8>) -> Result<Vec<u8>> {
    std::str::from_utf8(&json).map_err(|_| Error::new(Code::InputUtf8, "a packed event is not UTF-8"))?;
    // A raw line feed can only be white space in JSON.
    for byte in &mut json {
        if matches!(byte, b'\n' | b'\r') {
            *byte = b' ';
        }
    }
    Ok(json)
}

pub(super) fn pack_all(text: &[u8], inner: Inner) -> Result<Vec<u8>> {
    each(text, |doc, index, out| {
        let Some(token) = doc.token(index) else { return Ok(()) };
        if inner == Inner::Strings {
            let source = doc.text.as_bytes().get(token.outer_start()..token.outer_end()).unwrap_or_default();
            push_latin1(&deflate_zlib(source)?, out);
            return Ok(());
        }
        if doc.member(index, b"cv").is_none() {
            copy(doc, token, out);
            return Ok(());
        }
        map_fields(doc, index, out, &mut |doc, token, out| {
            let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
            let source = doc.text.as_bytes().get(token.outer_start()..token.outer_end()).unwrap_or_default();
            let bytes = encoder.write_all(source).and_then(|()| encoder.finish()).map_err(broken)?;
            push_latin1(&bytes, out);
            Ok(())
        })
    })
}

type Change<'c> = dyn FnMut(Doc<'_>, Token, &mut Vec<u8>) -> Result<()> + 'c;

/// Copies an event with its compressed fields through `change`: the whole `data` of a full snapshot, and `adds`,
/// `texts`, `attributes`, `removes` of an incremental one.
fn map_fields(doc: Doc<'_>, event: usize, out: &mut Vec<u8>, change: &mut Change<'_>) -> Result<()> {
    let incremental = doc.member(event, b"type").and_then(|i| doc.number(i)) == Some(3);
    out.push(b'{');
    for (i, member) in doc.members(event).enumerate() {
        if i > 0 {
            out.push(b',');
        }
        copy(doc, member.key, out);
        out.push(b':');
        let Some(value) = doc.token(member.value) else { continue };
        if doc.raw(member.key) != b"data" {
            copy(doc, value, out);
        } else if !incremental {
            change(doc, value, out)?;
        } else {
            out.push(b'{');
            for (j, part) in doc.members(member.value).enumerate() {
                if j > 0 {
                    out.push(b',');
                }
                copy(doc, part.key, out);
                out.push(b':');
                let Some(value) = doc.token(part.value) else { continue };
                match doc.raw(part.key) {
                    b"adds" | b"texts" | b"attributes" | b"removes" => change(doc, value, out)?,
                    _ => copy(doc, value, out),
                }
            }
            out.push(b'}');
        }
    }
    out.push(b'}');
    Ok(())
}

/// The bytes of a string whose characters stand for bytes.
fn latin1(doc: Doc<'_>, token: Token) -> Result<Vec<u8>> {
    let mut scratch = String::new();
    let packed: Cow<'_, str> = Cow::Borrowed(doc.string(token, &mut scratch));
    packed
        .chars()
        .map(|c| u8::try_from(u32::from(c)))
        .collect::<std::result::Result<Vec<u8>, _>>()
        .map_err(|_| Error::new(Code::InputCompressed, "a packed event holds characters beyond one byte").at(token.start()))
}

fn push_latin1(bytes: &[u8], out: &mut Vec<u8>) {
    let packed: String = bytes.iter().map(|b| char::from(*b)).collect();
    out.push(b'"');
    text::escape(&packed, out);
    out.push(b'"');
}

#[cfg(test)]
mod tests {
    use super::*;

    fn round_trip(bytes: &[u8], plain: &str) {
        let unwrapped = unwrap(bytes).unwrap();
        assert_eq!(std::str::from_utf8(unwrapped.text(bytes)).unwrap().trim(), plain);
        let back = unwrapped.wrap(unwrapped.text(bytes).to_vec()).unwrap();
        let again = unwrap(&back).unwrap();
        assert_eq!(std::str::from_utf8(again.text(&back)).unwrap().trim(), plain);
    }

    fn zlib_string(json: &str) -> String {
        let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
        encoder.write_all(json.as_bytes()).unwrap();
        let mut out = Vec::new();
        push_latin1(&encoder.finish().unwrap(), &mut out);
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn gzip_and_zstd() {
        let plain = r#"[{"type":0,"timestamp":1}]"#;
        let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
        encoder.write_all(plain.as_bytes()).unwrap();
        round_trip(&encoder.finish().unwrap(), plain);
        round_trip(&zstd::encode_all(plain.as_bytes(), 3).unwrap(), plain);
    }

    #[test]
    fn packed_strings_and_fields() {
        let event = r#"{"type":0,"v":"v1","timestamp":1}"#;
        round_trip(format!("[{}]", zlib_string(event)).as_bytes(), &format!("[{event}]"));
        let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
        encoder.write_all(br#"{"node":{"id":1}}"#).unwrap();
        let mut data = Vec::new();
        push_latin1(&encoder.finish().unwrap(), &mut data);
        let data = String::from_utf8(data).unwrap();
        round_trip(
            format!(r#"{{"type":2,"data":{data},"cv":"2024-10"}}"#).as_bytes(),
            r#"{"type":2,"data":{"node":{"id":1}},"cv":"2024-10"}"#,
        );
    }

    #[test]
    fn truncated_parts_are_errors() {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
        encoder.write_all(&[b' '; 1000]).unwrap();
        let gzip = encoder.finish().unwrap();
        assert_eq!(unwrap(&gzip[..gzip.len() / 2]).err().unwrap().code(), "input.compressed");
        assert_eq!(unwrap(br#"["xbc"]"#).err().unwrap().code(), "input.compressed");
        assert_eq!(unwrap(br#"["abc"]"#).err().unwrap().code(), "input.not_events");
    }
}
