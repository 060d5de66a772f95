//! Keys and tokens of services. In: a page. Out: API_KEY, JWT and CRYPTO hits for words whose form gives them away.
//!
//! The prefixes are data: `core/data/keys.txt`, from the providers' documentation.

use super::text::{DIGIT, Page, TAKEN, WIDE};
use super::{Kind, commands, wallet};
use std::sync::LazyLock;

struct Provider {
    prefix: &'static str,
    alphabet: u8,
    min: usize,
    max: usize,
}

/// The providers, by the first byte of their prefix, longest prefix first.
static PROVIDERS: LazyLock<Vec<Vec<Provider>>> = LazyLock::new(|| {
    let mut table: Vec<Vec<Provider>> = (0..128).map(|_| Vec::new()).collect();
    for line in include_str!("../../data/keys.txt").lines().filter(|l| !l.starts_with('#')) {
        let mut parts = line.split_whitespace();
        let (Some(prefix), Some(alphabet), Some(min), Some(max)) = (parts.next(), parts.next(), parts.next(), parts.next()) else {
            continue;
        };
        let (Some(&first), Some(&alphabet), Ok(min), Ok(max)) =
            (prefix.as_bytes().first(), alphabet.as_bytes().first(), min.parse(), max.parse())
        else {
            continue;
        };
        if let Some(list) = table.get_mut(usize::from(first)) {
            list.push(Provider { prefix, alphabet, min, max });
        }
    }
    for list in &mut table {
        list.sort_by_key(|p| std::cmp::Reverse(p.prefix.len()));
    }
    table
});

fn allowed(alphabet: u8, b: u8) -> bool {
    match alphabet {
        b'a' => b.is_ascii_alphanumeric(),
        b'h' => b.is_ascii_hexdigit(),
        b'u' => b.is_ascii_uppercase() || b.is_ascii_digit(),
        b'd' => b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-' | b'.'),
        b's' => b.is_ascii_alphanumeric() || b == b'$',
        b't' => b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-' | b'.' | b'~'),
        b'b' => b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-' | b'.' | b'+' | b'/' | b'='),
        _ => b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-'),
    }
}

/// Whether a text looks drawn at random: long, of mixed classes, unlike a word or a plain number.
pub(crate) fn looks_random(text: &str) -> bool {
    let bytes = text.as_bytes();
    if bytes.len() < 12
        || !bytes.iter().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-' | b'.' | b'+' | b'/' | b'=' | b'~' | b'%' | b':'))
    {
        return false;
    }
    let digits = bytes.iter().filter(|b| b.is_ascii_digit()).count();
    let upper = bytes.iter().filter(|b| b.is_ascii_uppercase()).count();
    let lower = bytes.iter().filter(|b| b.is_ascii_lowercase()).count();
    let letters = upper + lower;
    // How often the class of character changes tells a random text from words and numbers joined by hyphens.
    let class = |b: u8| {
        if b.is_ascii_digit() {
            1
        } else if b.is_ascii_uppercase() {
            2
        } else if b.is_ascii_lowercase() {
            3
        } else {
            0
        }
    };
    let changes = bytes.windows(2).filter(|w| matches!(w, [a, b] if class(*a) != class(*b) && class(*a) != 0 && class(*b) != 0)).count();
    letters > 0 && ((digits > 0 && changes * 5 >= bytes.len()) || (upper > 0 && lower > 0 && changes * 4 >= bytes.len()))
}

pub(crate) fn scan(page: &mut Page<'_>) {
    let mut index = 0;
    let mut skip_to = 0;
    let mut armour = false;
    while let Some(token) = page.token(index) {
        index += 1;
        let start = token.from();
        let long = token.len() >= 14;
        let sign = page.byte(token.to());
        armour |= token.len() == 5 && sign == b' ' && page.before(start) == b'-' && page.word(token) == "BEGIN";
        // A flag of a command: "-p x", "--password x".
        if matches!(page.before(start), b'-' | b'/') && (page.before(start) == b'-' || sign == b':') && token.len() <= 64 {
            commands::flag(page, index - 1);
        }
        if !long && !matches!(sign, b'_' | b'-' | b'.' | b'/' | b':' | b'~') || start < skip_to || token.has(TAKEN | WIDE) {
            continue;
        }
        // A prefix ends in a sign ("ghp_", "sk-"), or the key is one long word ("AKIA...").
        if !long
            && !(matches!(sign, b'_' | b'-' | b'~')
                || sign == b'.' && token.len() <= 6
                || sign == b'/' && token.len() == 1
                || sign == b':' && token.len() >= 8 && token.is_number())
        {
            continue;
        }
        if matches!(page.before(start), b'_' | b'-') && index >= 2 && page.token(index - 2).is_some_and(|t| t.to() + 1 == start) {
            // Inside a longer run: its start was looked at.
            continue;
        }
        if let Some((end, kind, confidence, reason)) = at(page, start, token.to()) {
            page.hit(start, end, kind, confidence, reason);
            skip_to = end;
        } else if long && token.has(DIGIT) && wallet::check(page.word(token)) {
            page.hit(start, token.to(), Kind::Crypto, 0.95, "wallet address");
        }
    }
    if armour {
        armoured(page);
    }
}

fn at(page: &Page<'_>, start: usize, word_end: usize) -> Option<(usize, Kind, f32, &'static str)> {
    let rest = page.bytes.get(start..)?;
    if let Some(end) = shaped(rest, word_end - start) {
        return Some((start + end, Kind::ApiKey, 0.93, "key of a service"));
    }
    if rest.starts_with(b"eyJ") && word_end - start >= 10 {
        let end = run(rest, b'd') + start;
        let token = page.between(start, end);
        let parts = token.split('.').count();
        if parts >= 2 || token.len() >= 60 {
            let mut end = end;
            while matches!(page.before(end), b'.' | b'-') && page.before(end) == b'.' && end > start {
                end -= 1;
            }
            return Some((end, Kind::Jwt, 0.98, "JSON Web Token"));
        }
    }
    for provider in PROVIDERS.get(usize::from(*rest.first()?))? {
        if !rest.starts_with(provider.prefix.as_bytes()) {
            continue;
        }
        let body = rest.get(provider.prefix.len()..)?;
        let mut len = run(body, provider.alphabet);
        // A point or hyphen at the end belongs to the sentence, unless the key would be too short without it.
        while len > provider.min && matches!(body.get(len - 1), Some(b'.' | b'-')) {
            len -= 1;
        }
        let tail = body.get(len).copied().unwrap_or(0);
        let value = std::str::from_utf8(body.get(..len)?).ok()?;
        let mixed = value.bytes().any(|b| b.is_ascii_digit())
            || (value.bytes().any(|b| b.is_ascii_uppercase()) && value.bytes().any(|b| b.is_ascii_lowercase()));
        if len >= provider.min && len <= provider.max && mixed && !(tail.is_ascii_alphanumeric() || tail >= 0x80) {
            return Some((start + provider.prefix.len() + len, Kind::ApiKey, 0.95, "key of a service"));
        }
    }
    // Telegram bot tokens and similar: digits, a colon, thirty-five characters.
    let digits = rest.iter().take_while(|b| b.is_ascii_digit()).count();
    if (8..=10).contains(&digits) && rest.get(digits) == Some(&b':') {
        let body = rest.get(digits + 1..)?;
        let len = run(body, b'w');
        if len == 35 && body.starts_with(b"AA") {
            return Some((start + digits + 1 + len, Kind::ApiKey, 0.95, "key of a service"));
        }
    }
    None
}

/// Keys whose sign is not in front: Terraform, Azure AD, Discord, Mailchimp, Asana. Returns how long the key is.
fn shaped(rest: &[u8], word: usize) -> Option<usize> {
    let sign = *rest.get(word)?;
    let exact = |from: usize, alphabet: u8, lengths: std::ops::RangeInclusive<usize>| {
        let len = run(rest.get(from..)?, alphabet);
        lengths.contains(&len).then_some(from + len)
    };
    let hexadecimal = |to: usize| rest.get(..to).is_some_and(|w| w.iter().all(u8::is_ascii_hexdigit));
    match sign {
        b'.' if word == 14 && rest.get(word..)?.starts_with(b".atlasv1.") => exact(word + 9, b'w', 60..=80),
        // Discord: the account in base64, a time, a signature.
        b'.' if (24..=28).contains(&word) && matches!(rest.first(), Some(b'M' | b'N' | b'O')) => {
            let second = run(rest.get(word + 1..)?, b'w');
            let third = word + 1 + second;
            (matches!(second, 6 | 7) && rest.get(third) == Some(&b'.')).then(|| exact(third + 1, b'w', 27..=40)).flatten()
        }
        // Azure AD: three characters, a digit, "Q~".
        b'~' if word >= 5 && rest.get(word - 1) == Some(&b'Q') && rest.get(word - 2).is_some_and(u8::is_ascii_digit) => {
            exact(word + 1, b't', 30..=36)
        }
        b'-' if word == 32 && hexadecimal(32) && rest.get(32..)?.starts_with(b"-us") => {
            let digits = rest.get(35..)?.iter().take_while(|b| b.is_ascii_digit()).count();
            (1..=2).contains(&digits).then_some(35 + digits)
        }
        b'/' if word == 1 && rest.first()?.is_ascii_digit() => {
            let digits = rest.get(2..)?.iter().take_while(|b| b.is_ascii_digit()).count();
            // "1/user:...", "2/user/token:...".
            let second = rest
                .get(2 + digits)
                .filter(|b| **b == b'/')
                .map_or(0, |_| 1 + rest.iter().skip(3 + digits).take_while(|b| b.is_ascii_digit()).count());
            let colon = 2 + digits + second;
            ((13..=18).contains(&digits) && rest.get(colon) == Some(&b':')).then(|| exact(colon + 1, b'h', 32..=32)).flatten()
        }
        _ => None,
    }
}

fn run(bytes: &[u8], alphabet: u8) -> usize {
    bytes.iter().position(|b| !allowed(alphabet, *b)).unwrap_or(bytes.len())
}

/// The body between the lines of a PEM private key.
fn armoured(page: &mut Page<'_>) {
    let text = page.text;
    let mut from = 0;
    while let Some(begin) = text.get(from..).and_then(|t| t.find("-----BEGIN")).map(|p| p + from) {
        let head = text.get(begin + 10..).unwrap_or("");
        let Some(close) = head.find("-----") else { return };
        let body = begin + 10 + close + 5;
        let end = text.get(body..).and_then(|t| t.find("-----END")).map_or(text.len(), |p| p + body);
        if head.get(..close).is_some_and(|h| h.contains("PRIVATE KEY") || h.contains("SECRET")) {
            let inner = text.get(body..end).unwrap_or("");
            let start = body + inner.len() - inner.trim_start().len();
            page.hit(start, body + inner.trim_end().len(), Kind::ApiKey, 0.99, "private key");
        }
        from = end.max(body);
    }
}
