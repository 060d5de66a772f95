//! The `Cookie` header as a server has it: header text in, name and value pairs out, and percent-decoding.

use std::borrow::Cow;

/// Larger consent values are not read at all. Browsers cut a cookie at 4 kB; the rest is room for what a host hands over.
pub(super) const MAX_VALUE: usize = 16 * 1024;

/// Name and value of each cookie, in the order of the header. Quotes around a value are removed.
pub(super) fn pairs(header: &str) -> impl Iterator<Item = (&str, &str)> {
    header.split(';').filter_map(|pair| {
        let (name, value) = pair.split_once('=')?;
        let value = value.trim();
        let inner = value.strip_prefix('"').and_then(|v| v.strip_suffix('"'));
        Some((name.trim(), inner.unwrap_or(value)))
    })
}

/// Decodes `%41`. What is no escape stays as it is; `None` if the result is no UTF-8.
pub(super) fn percent_decoded(text: &str) -> Option<Cow<'_, str>> {
    if !text.contains('%') {
        return Some(Cow::Borrowed(text));
    }
    let mut decoded = Vec::with_capacity(text.len());
    let mut bytes = text.as_bytes();
    while let Some((&first, rest)) = bytes.split_first() {
        match (first, rest) {
            (b'%', [high, low, after @ ..]) => match (hex(*high), hex(*low)) {
                (Some(high), Some(low)) => {
                    decoded.push(high << 4 | low);
                    bytes = after;
                    continue;
                }
                _ => decoded.push(first),
            },
            _ => decoded.push(first),
        }
        bytes = rest;
    }
    String::from_utf8(decoded).ok().map(Cow::Owned)
}

fn hex(digit: u8) -> Option<u8> {
    match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        b'A'..=b'F' => Some(digit - b'A' + 10),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs_are_trimmed_and_unquoted() {
        let all: Vec<_> = pairs("a=1; b=\"2\";c ; =x;d=e=f;").collect();
        assert_eq!(all, [("a", "1"), ("b", "2"), ("", "x"), ("d", "e=f")]);
    }

    #[test]
    fn escapes_are_decoded_and_the_rest_is_left() {
        assert_eq!(percent_decoded("%7B%22a%22%3a1%7d").as_deref(), Some("{\"a\":1}"));
        assert_eq!(percent_decoded("100%").as_deref(), Some("100%"));
        assert_eq!(percent_decoded("%4").as_deref(), Some("%4"));
        assert_eq!(percent_decoded("%zz%41").as_deref(), Some("%zzA"));
        assert_eq!(percent_decoded("%ff"), None);
    }
}
