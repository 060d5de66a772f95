//! Machine-made secrets in data that pages keep for their scripts: `data-*` attributes, `<meta content>`, payloads.
//!
//! In: a value. Out: its stretches that nobody wrote by hand: tokens, ids of sessions, generated passwords. Visible text is not
//! asked: there such strings are serial numbers, versions and check sums as often as secrets.

use super::url;

/// Shorter stretches are words, sizes and codes of the page.
const SHORTEST: usize = 10;
/// A generated password is no longer than this.
const LONGEST_PASSWORD: usize = 64;

/// Endings of files whose names hold a hash of their content.
const FILES: &[&str] = &[".js", ".mjs", ".css", ".map", ".html", ".png", ".jpg", ".svg", ".webp", ".woff2", ".vue", ".tsx"];

/// Whether a value may hold a secret at all; most attributes are short, or words.
pub(super) fn may_hold(raw: &[u8]) -> bool {
    raw.len() >= 8 && raw.iter().any(u8::is_ascii_digit) && raw.iter().any(u8::is_ascii_alphabetic)
}

/// Calls `found` with the range of each secret of a value, in order.
pub(super) fn find(text: &str, mut found: impl FnMut(usize, usize)) {
    if is_generated_password(text) {
        return found(0, text.len());
    }
    let mut from = 0;
    for (at, byte) in text.bytes().chain(std::iter::once(b' ')).enumerate() {
        if byte.is_ascii_alphanumeric() || b"_-+/=.~".contains(&byte) {
            continue;
        }
        let run = text.get(from..at).unwrap_or_default();
        if run.len() >= SHORTEST && !FILES.iter().any(|ending| run.contains(ending)) && url::is_token(run) {
            found(from, at);
        }
        from = at + 1;
    }
}

/// Whether the whole value is one stretch of capital and small letters, digits and signs, mixed as nobody writes a name.
fn is_generated_password(text: &str) -> bool {
    let signs = |b: u8| b"!$%^&*?~+#@_-".contains(&b);
    if !(8..=LONGEST_PASSWORD).contains(&text.len()) || !text.bytes().all(|b| b.is_ascii_alphanumeric() || signs(b)) {
        return false;
    }
    let kind = |b: u8| match b {
        b'A'..=b'Z' => 1u8,
        b'a'..=b'z' => 2,
        b'0'..=b'9' => 4,
        _ => 8,
    };
    let all = text.bytes().fold(0, |all, b| all | kind(b));
    // "-" and "_" stand in identifiers of all sorts, so they are no sign of a password.
    let sign = text.bytes().any(|b| b"!$%^&*?~+".contains(&b));
    // A capital that begins a word is no change.
    let changes = text.as_bytes().windows(2).filter(|w| matches!(w, [a, b] if kind(*a) != kind(*b) && (kind(*a), kind(*b)) != (1, 2)));
    all == 15 && sign && changes.count() >= 4
}

#[cfg(test)]
mod tests {
    use super::*;

    fn secrets(text: &str) -> Vec<&str> {
        let mut all = Vec::new();
        if may_hold(text.as_bytes()) {
            find(text, |start, end| all.push(&text[start..end]));
        }
        all
    }

    #[test]
    fn tokens_and_generated_passwords_are_found() {
        for text in [
            "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b",
            "3b241101-e2bb-4255-8caf-4136c566a962",
            "aZ3kQ9xLm2",
            "xK9!pQ2m?WrT7z",
            "eyJhbGciOiJub25lIn0.eyJzdWIiOiI3In0.c2ln",
        ] {
            assert_eq!(secrets(text), [text]);
        }
        assert_eq!(secrets(r#"{"id":7,"t":"9f86d081884c7d659a2f","lang":"en"}"#), ["9f86d081884c7d659a2f"]);
        assert_eq!(secrets("ref=aZ3kQ9xLm2;v=2"), ["ref=aZ3kQ9xLm2"]);
    }

    #[test]
    fn what_pages_write_is_left_alone() {
        for text in [
            "HP-1000",
            "product-card-2b",
            "tooltip.placement=top",
            "GTM-K2X9",
            r#"{"rows":12,"cols":[3,4],"mode":"wide"}"#,
            "width=device-width,initial-scale=1",
            "app.3f9c2b1a8d.js",
            "2026-04-18T10:20:00Z",
            "Item_No-1A",
            "YYYY-MM-DD hh:mm",
            "iPhone-15-Pro-Max",
        ] {
            assert_eq!(secrets(text), Vec::<&str>::new(), "{text}");
        }
    }
}
