//! Undoes what hides a text inside a URL: percent signs (twice), `+` for a space, and base64.
//!
//! In: a part of a URL as it was written. Out: the text that a reader would see, for looking at alone.

/// Buffers of one decoding step, kept so that decoding allocates once a thread and not once a URL.
#[derive(Default)]
pub(super) struct Buffers {
    bytes: Vec<u8>,
    again: String,
}

/// Appends the decoded form of `raw`. A sequence that is no UTF-8 is read as Latin-1, as old sites write it.
pub(super) fn decode(raw: &str, buffers: &mut Buffers, out: &mut String) {
    if memchr::memchr2(b'%', b'+', raw.as_bytes()).is_none() {
        out.push_str(raw);
        return;
    }
    let Buffers { bytes, again } = buffers;
    again.clear();
    again.push_str(raw);
    // Values that passed two redirects are encoded twice; a third round has not been seen and may undo real text.
    for _ in 0..2 {
        bytes.clear();
        once(again.as_bytes(), bytes);
        again.clear();
        push_text(bytes, again);
        if memchr::memchr(b'%', again.as_bytes()).is_none() {
            break;
        }
    }
    out.push_str(again);
}

fn once(raw: &[u8], bytes: &mut Vec<u8>) {
    let mut rest = raw;
    while let Some((&first, tail)) = rest.split_first() {
        rest = tail;
        match (first, tail) {
            (b'+', _) => bytes.push(b' '),
            // The form of the old `escape()`: %u00FC.
            (b'%', [b'u' | b'U', a, b, c, d, after @ ..]) => match [*a, *b, *c, *d].iter().try_fold(0, |n, &x| Some(n * 16 + hex(x)?)) {
                Some(code) => {
                    let character = char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER);
                    bytes.extend_from_slice(character.encode_utf8(&mut [0; 4]).as_bytes());
                    rest = after;
                }
                None => bytes.push(b'%'),
            },
            (b'%', [a, b, after @ ..]) => match (hex(*a), hex(*b)) {
                (Some(high), Some(low)) => {
                    bytes.push(u8::try_from(high * 16 + low).unwrap_or(b'?'));
                    rest = after;
                }
                _ => bytes.push(b'%'),
            },
            (other, _) => bytes.push(other),
        }
    }
}

fn hex(byte: u8) -> Option<u32> {
    char::from(byte).to_digit(16)
}

/// Appends `bytes` as text; what is no UTF-8 becomes the Latin-1 characters of the same numbers.
pub(super) fn push_text(bytes: &[u8], out: &mut String) {
    for chunk in bytes.utf8_chunks() {
        out.push_str(chunk.valid());
        out.extend(chunk.invalid().iter().map(|&b| char::from(b)));
    }
}

/// Appends the bytes of a base64 text, in the plain or the URL alphabet; what is neither (line ends, padding) is skipped.
pub(super) fn base64(text: &str, out: &mut Vec<u8>) {
    let (mut word, mut bits) = (0u32, 0u32);
    for byte in text.bytes() {
        let value = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' | b'-' => 62,
            b'/' | b'_' => 63,
            _ => continue,
        };
        word = (word << 6) | u32::from(value);
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            out.push(u8::try_from((word >> bits) & 0xff).unwrap_or_default());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decoded(raw: &str) -> String {
        let mut out = String::new();
        decode(raw, &mut Buffers::default(), &mut out);
        out
    }

    #[test]
    fn percent_signs_are_undone_twice_and_plus_is_a_space() {
        assert_eq!(decoded("a%40b.example"), "a@b.example");
        assert_eq!(decoded("a%2540b.example"), "a@b.example");
        assert_eq!(decoded("Anna+Muster%20x"), "Anna Muster x");
        assert_eq!(decoded("100%"), "100%");
        assert_eq!(decoded("50%zz%4"), "50%zz%4");
    }

    #[test]
    fn old_encodings_are_read_too() {
        assert_eq!(decoded("M%FCller"), "Müller");
        assert_eq!(decoded("M%C3%BCller"), "Müller");
        assert_eq!(decoded("M%u00FCller"), "Müller");
    }

    #[test]
    fn base64_takes_both_alphabets_and_line_ends() {
        let mut out = Vec::new();
        base64("PHN2Zz4\n8L3N2Zz4=", &mut out);
        assert_eq!(out, b"<svg></svg>");
    }
}
