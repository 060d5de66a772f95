//! IP and hardware addresses. In: a place in a page. Out: where an address that starts there ends.

use super::text::Page;

/// An IPv4 address in dotted form that starts with the digits at `start`; not a version, not a part of a longer dotted number.
pub(crate) fn ipv4(page: &Page<'_>, start: usize) -> Option<usize> {
    if matches!(page.before(start), b'.' | b'_' | b'-' | b'v' | b'V') && page.before(start) != 0 {
        let before = page.before(start);
        if before != b'-' && before != b'_' {
            return None;
        }
    }
    let mut at = start;
    for part in 0..4 {
        let from = at;
        let mut value = 0u32;
        while page.byte(at).is_ascii_digit() && at - from < 4 {
            value = value * 10 + u32::from(page.byte(at) - b'0');
            at += 1;
        }
        let len = at - from;
        if len == 0 || len > 3 || value > 255 || (len > 1 && page.byte(from) == b'0') || (part == 0 && value == 0) {
            return None;
        }
        if part < 3 {
            if page.byte(at) != b'.' {
                return None;
            }
            at += 1;
        }
    }
    let next = page.byte(at);
    let more = next == b'.' && page.byte(at + 1).is_ascii_digit();
    (!(more || next.is_ascii_alphanumeric() || next == b'-' && page.byte(at + 1).is_ascii_alphabetic())).then_some(at)
}

/// Whether an address is of a network that the internet does not route (RFC 1918, loopback, link local): it says little of a visitor.
pub(crate) fn is_local(text: &str) -> bool {
    // A netmask is no address either: ones, then zeros.
    let mask =
        |a: std::net::Ipv4Addr| a.octets().first() == Some(&255) && u32::from(a).leading_ones() + u32::from(a).trailing_zeros() == 32;
    text.parse::<std::net::Ipv4Addr>()
        .is_ok_and(|a| mask(a) || a.is_private() || a.is_loopback() || a.is_unspecified() || a.is_broadcast() || a.is_link_local())
}

/// Whether an IPv6 address is the machine itself or a group of them.
pub(crate) fn is_common(text: &str) -> bool {
    text.parse::<std::net::Ipv6Addr>().is_ok_and(|a| a.is_loopback() || a.is_multicast() || a.is_unspecified())
}

/// Whether the words in front say that a dotted number is a version.
pub(crate) fn is_version(page: &Page<'_>, start: usize, end: usize) -> bool {
    let from = start.saturating_sub(24);
    let before = (0..4).find_map(|k| page.text.get(from.saturating_sub(k)..start)).unwrap_or("");
    let last = before.trim_end_matches(|c: char| !c.is_alphanumeric()).rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
    const WORDS: &[&str] = &[
        "version",
        "v",
        "ver",
        "build",
        "release",
        "firmware",
        "verze",
        "wersja",
        "versie",
        "versione",
        "version",
        "versión",
        "versão",
        "fw",
        "sw",
        "driver",
        "sdk",
        "oid",
        "section",
        "kapitel",
        "chapter",
        "chrome",
        "firefox",
        "safari",
        "edge",
        "mozilla",
        "verzia",
        "verzió",
        "versiune",
        "versjon",
        "versio",
        "rev",
        "revision",
        "update",
        "patch",
        "software",
        "app",
        "ios",
        "android",
        "net",
        "abschnitt",
        "clause",
        "artikel",
        "art",
        "php",
        "openssl",
        "fig",
        "figure",
        "abb",
        "abbildung",
        "table",
        "tabelle",
        "step",
        "schritt",
        "no",
        "nr",
        "paragraph",
        "figura",
        "tab",
        "kap",
        "item",
        "ziffer",
        "nummer",
    ];
    // ".NET 4.8" is a version, "mx.example.net [192.0.2.1]" is a host.
    let host = before
        .trim_end_matches(|c: char| !c.is_alphanumeric())
        .rsplit(char::is_whitespace)
        .next()
        .is_some_and(|w| w.trim_start_matches('.').contains('.'));
    // "Version der App 1.2.3.4": the word may stand further in front.
    const STEMS: &[&str] =
        &["version", "versi", "versão", "verzi", "verze", "wersj", "firmware", "έκδοση", "верси", "rozlíš", "različic", "ohjelmisto"];
    let further = before
        .rsplit(['\n', ':', ',', ';', '|'])
        .next()
        .unwrap_or("")
        .split(|c: char| !c.is_alphanumeric())
        .any(|w| STEMS.iter().any(|s| w.to_lowercase().starts_with(s)));
    if further {
        return true;
    }
    // Four small parts and a word such as "build" behind are a version as well.
    let after = page.text.get(end..).unwrap_or("").trim_start_matches([' ', '(', '-']);
    !host && WORDS.iter().any(|w| w.eq_ignore_ascii_case(last))
        || ["build", "beta", "rc", "release"].iter().any(|w| after.get(..w.len()).is_some_and(|a| a.eq_ignore_ascii_case(w)))
}

/// An IPv6 address that starts at `start` (RFC 4291): up to eight groups of hexadecimal digits, one `::`, perhaps an IPv4 tail and a zone.
pub(crate) fn ipv6(page: &Page<'_>, start: usize) -> Option<usize> {
    let bytes = page.bytes;
    let mut end = start;
    while let Some(&b) = bytes.get(end) {
        if !(b.is_ascii_hexdigit() || b == b':' || b == b'.') || end - start > 45 {
            break;
        }
        end += 1;
    }
    while end > start && (page.before(end) == b'.' || (page.before(end) == b':' && !page.between(start, end).ends_with("::"))) {
        end -= 1;
    }
    let text = page.between(start, end);
    if text.bytes().filter(|b| *b == b':').count() < 2 || page.byte(end).is_ascii_alphanumeric() || page.byte(end) == b'_' {
        return None;
    }
    let address: std::net::Ipv6Addr = text.parse().ok()?;
    // "::" alone, "a::b" of a programming language and times are no addresses.
    let groups = text.split(':').filter(|g| !g.is_empty()).count();
    let digits = text.bytes().any(|b| b.is_ascii_digit());
    if address.is_unspecified()
        || !digits
        || (groups < 3 && !text.starts_with("fe80") && !text.contains('.') && text.len() < 7 && !text.starts_with("::"))
    {
        return None;
    }
    if page.byte(end) == b'%' {
        let zone = bytes.get(end + 1..).unwrap_or(&[]).iter().take(16).take_while(|b| b.is_ascii_alphanumeric()).count();
        end += if zone > 0 { zone + 1 } else { 0 };
    }
    Some(end)
}

/// A hardware address that starts at `start`: six pairs with `:` or `-`, or three groups of four with `.`.
pub(crate) fn mac(page: &Page<'_>, start: usize) -> Option<usize> {
    let hex = |at: usize, n: usize| (0..n).all(|k| page.byte(at + k).is_ascii_hexdigit());
    let end = |at: usize| {
        let next = page.byte(at);
        (!(next.is_ascii_alphanumeric()
            || matches!(next, b':' | b'-') && page.byte(at + 1).is_ascii_hexdigit() && page.byte(at + 2).is_ascii_hexdigit()))
        .then_some(at)
    };
    let sep = page.byte(start + 2);
    let before = page.before(start);
    if before.is_ascii_alphanumeric() || matches!(before, b':' | b'.') && page.before(start - 1).is_ascii_hexdigit() {
        return None;
    }
    if matches!(sep, b':' | b'-') && (0..6).all(|k| hex(start + k * 3, 2) && (k == 5 || page.byte(start + k * 3 + 2) == sep)) {
        return end(start + 17);
    }
    if page.byte(start + 4) == b'.' && (0..3).all(|k| hex(start + k * 5, 4) && (k == 2 || page.byte(start + k * 5 + 4) == b'.')) {
        let text = page.between(start, start + 14);
        let mixed = text.bytes().any(|b| b.is_ascii_alphabetic()) && text.bytes().any(|b| b.is_ascii_digit());
        return if mixed && page.byte(start + 14) != b'.' { end(start + 14) } else { None };
    }
    None
}
