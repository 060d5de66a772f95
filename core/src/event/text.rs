//! JSON strings: checking and undoing escapes, and writing text back as a JSON string.
//!
//! In: the bytes between the quotes. Out: the text, or the bytes to stand between quotes.

use crate::error::{Code, Error, Result};

/// Bytes as text.
///
/// # Errors
/// `input.utf8` at the first byte that is not UTF-8.
pub(crate) fn utf8(text: &[u8]) -> Result<&str> {
    simdutf8::basic::from_utf8(text).map_err(|_| {
        let end = std::str::from_utf8(text).err().map_or(0, |error| error.valid_up_to());
        Error::new(Code::InputUtf8, "not UTF-8").at(end)
    })
}

/// Checks that every backslash in `text[start..end]` begins an escape of RFC 8259. Returns whether one of them may be
/// half of a surrogate pair.
pub(crate) fn check_escapes(text: &[u8], start: usize, end: usize) -> Result<bool> {
    let inside = text.get(start..end).unwrap_or_default();
    let mut at = 0;
    let mut surrogates = false;
    while let Some(found) = inside.get(at..).and_then(|rest| memchr::memchr(b'\\', rest)) {
        let slash = at + found;
        match inside.get(slash + 1) {
            Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => at = slash + 2,
            Some(b'u') if inside.get(slash + 2..slash + 6).is_some_and(|h| h.iter().all(u8::is_ascii_hexdigit)) => {
                surrogates |= matches!(inside.get(slash + 2), Some(b'd' | b'D'));
                at = slash + 6;
            }
            _ => return Err(Error::new(Code::InputJson, "not an escape sequence").at(start + slash)),
        }
    }
    Ok(surrogates)
}

/// Appends the text of an escaped string to `out`. Half of a surrogate pair becomes U+FFFD.
pub(crate) fn unescape(raw: &[u8], out: &mut String) {
    let mut at = 0;
    while let Some(found) = raw.get(at..).and_then(|rest| memchr::memchr(b'\\', rest)) {
        let slash = at + found;
        push_utf8(raw.get(at..slash).unwrap_or_default(), out);
        at = slash + 2;
        match raw.get(slash + 1) {
            Some(b'b') => out.push('\u{8}'),
            Some(b'f') => out.push('\u{c}'),
            Some(b'n') => out.push('\n'),
            Some(b'r') => out.push('\r'),
            Some(b't') => out.push('\t'),
            Some(b'u') => {
                let (character, length) = unicode(raw, slash);
                out.push(character);
                at = slash + length;
            }
            Some(&other) => out.push(char::from(other)),
            None => {}
        }
    }
    push_utf8(raw.get(at..).unwrap_or_default(), out);
}

fn push_utf8(bytes: &[u8], out: &mut String) {
    // The whole input was checked to be UTF-8 and is cut only at ASCII characters, so nothing is ever replaced here.
    match std::str::from_utf8(bytes) {
        Ok(text) => out.push_str(text),
        Err(_) => out.push(char::REPLACEMENT_CHARACTER),
    }
}

/// The character of the `\u` escape at `slash`, and the length of the escape or pair of escapes.
fn unicode(raw: &[u8], slash: usize) -> (char, usize) {
    let Some(first) = hex(raw, slash) else { return (char::REPLACEMENT_CHARACTER, 6) };
    if (0xD800..0xDC00).contains(&first)
        && raw.get(slash + 6) == Some(&b'\\')
        && raw.get(slash + 7) == Some(&b'u')
        && let Some(second @ 0xDC00..0xE000) = hex(raw, slash + 6)
    {
        let code = 0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00);
        return (char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER), 12);
    }
    (char::from_u32(first).unwrap_or(char::REPLACEMENT_CHARACTER), 6)
}

fn hex(raw: &[u8], slash: usize) -> Option<u32> {
    let digits = std::str::from_utf8(raw.get(slash + 2..slash + 6)?).ok()?;
    u32::from_str_radix(digits, 16).ok()
}

/// Appends `text` as it stands between the quotes of a JSON string.
pub(crate) fn escape(text: &str, out: &mut Vec<u8>) {
    let bytes = text.as_bytes();
    let mut from = 0;
    for (i, &byte) in bytes.iter().enumerate() {
        if byte >= 0x20 && byte != b'"' && byte != b'\\' {
            continue;
        }
        out.extend_from_slice(bytes.get(from..i).unwrap_or_default());
        from = i + 1;
        match byte {
            b'"' => out.extend_from_slice(b"\\\""),
            b'\\' => out.extend_from_slice(b"\\\\"),
            b'\n' => out.extend_from_slice(b"\\n"),
            b'\r' => out.extend_from_slice(b"\\r"),
            b'\t' => out.extend_from_slice(b"\\t"),
            _ => {
                out.extend_from_slice(b"\\u00");
                for nibble in [byte >> 4, byte & 15] {
                    out.push(if nibble < 10 { b'0' + nibble } else { b'a' + nibble - 10 });
                }
            }
        }
    }
    out.extend_from_slice(bytes.get(from..).unwrap_or_default());
}

/// Replaces every half of a surrogate pair by `\ufffd`, in place and with the same length, so that strict readers
/// downstream take the text. Returns whether there was one.
pub(crate) fn mend_surrogates(text: &mut [u8]) -> bool {
    let mut mended = false;
    let mut at = 0;
    while let Some(found) = text.get(at..).and_then(|rest| memchr::memchr(b'\\', rest)) {
        let slash = at + found;
        if text.get(slash + 1) != Some(&b'u') {
            at = slash + 2;
            continue;
        }
        at = slash + 6;
        let Some(code) = hex(text, slash) else { continue };
        let paired = (0xD800..0xDC00).contains(&code)
            && text.get(slash + 6) == Some(&b'\\')
            && text.get(slash + 7) == Some(&b'u')
            && matches!(hex(text, slash + 6), Some(0xDC00..0xE000));
        if paired {
            at = slash + 12;
        } else if (0xD800..0xE000).contains(&code)
            && let Some(escape) = text.get_mut(slash + 2..slash + 6)
        {
            escape.copy_from_slice(b"fffd");
            mended = true;
        }
    }
    mended
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_round_trip() {
        let text = "a\"b\\c\n\t\u{1}é😀";
        let mut raw = Vec::new();
        escape(text, &mut raw);
        assert!(check_escapes(&raw, 0, raw.len()).is_ok());
        let mut back = String::new();
        unescape(&raw, &mut back);
        assert_eq!(back, text);
    }

    #[test]
    fn pairs_join_and_halves_are_replaced() {
        let mut out = String::new();
        unescape(br"\ud83d\ude00 \ud83d \u00e9\/", &mut out);
        assert_eq!(out, "😀 \u{fffd} é/");
        let mut raw = br#"["\ud83d\ude00","\ud83dx","\\ud83d","\ude00"]"#.to_vec();
        assert!(mend_surrogates(&mut raw));
        assert_eq!(raw, br#"["\ud83d\ude00","\ufffdx","\\ud83d","\ufffd"]"#);
    }
}
