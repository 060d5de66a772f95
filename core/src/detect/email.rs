//! E-mail addresses, plain and spelled out ("name (at) host (dot) tld"). In: a page. Out: EMAIL hits.

use super::Kind;
use super::lexicon::{AT, DOT};
use super::text::{Page, TAKEN};
use memchr::memchr_iter;

/// Endings of file names and packages: `icon@2x.png`, `module@1.2.js` are no addresses.
const FILES: &[&str] = &[
    "png", "jpg", "jpeg", "gif", "svg", "webp", "avif", "ico", "css", "js", "mjs", "ts", "tsx", "json", "html", "php", "woff", "woff2",
    "map", "pdf", "mp4", "zip", "exe",
];

fn local_byte(b: u8) -> bool {
    b.is_ascii_alphanumeric() || b >= 0x80 || matches!(b, b'.' | b'_' | b'+' | b'-' | b'\'' | b'!' | b'~' | b'%' | b'*' | b'^' | b'$')
}

fn domain_byte(b: u8) -> bool {
    b.is_ascii_alphanumeric() || b >= 0x80 || matches!(b, b'.' | b'-')
}

pub(crate) fn scan(page: &mut Page<'_>) {
    for at in memchr_iter(b'@', page.bytes) {
        // The password of a URL was found before, and is no address.
        if page.hits.iter().rev().any(|h| h.end == at && h.kind == Kind::UrlSecret)
            || page.token_at(at).checked_sub(1).and_then(|i| page.token(i)).is_some_and(|t| t.has(TAKEN) && t.to() == at)
        {
            continue;
        }
        if let Some((start, end, confidence)) = around(page, at) {
            page.hit(start, end, Kind::Email, confidence, "address with @");
        }
    }
    spelled(page);
}

fn around(page: &Page<'_>, at: usize) -> Option<(usize, usize, f32)> {
    let bytes = page.bytes;
    // Spaces around the sign hide an address only where a dotted host follows.
    let mut left = at;
    let mut right = at + 1;
    let mut spaced = false;
    while page.before(left) == b' ' && at - left < 2 {
        left -= 1;
        spaced = true;
    }
    while page.byte(right) == b' ' && right - at < 3 {
        right += 1;
        spaced = true;
    }
    let mut start = left;
    while start > 0 && local_byte(page.before(start)) {
        start -= 1;
    }
    while start < left && (!page.byte(start).is_ascii_alphanumeric() && page.byte(start) < 0x80 && page.byte(start) != b'_') {
        start += 1;
    }
    // Signs outside ASCII are no part of a local part, letters are.
    if let Some(cut) = page.between(start, left).rfind(|c: char| !c.is_ascii() && !c.is_alphanumeric()) {
        start += cut + page.between(start + cut, left).chars().next().map_or(1, char::len_utf8);
    }
    if start >= left || page.before(left) == b'.' {
        return None;
    }
    let mut end = right;
    while let Some(&b) = bytes.get(end) {
        if !domain_byte(b) {
            break;
        }
        end += 1;
    }
    if let Some(cut) = page.between(right, end).find(|c: char| !c.is_ascii() && !c.is_alphanumeric()) {
        end = right + cut;
    }
    while end > right && matches!(page.before(end), b'.' | b'-') {
        end -= 1;
    }
    let host = page.between(right, end);
    let (name, tld) = host.rsplit_once('.')?;
    let letters = tld.chars().all(char::is_alphabetic) || tld.starts_with("xn--");
    if name.is_empty()
        || name.starts_with('.')
        || host.contains("..")
        || !letters
        || tld.chars().count() < 2
        || tld.len() > 24
        || FILES.iter().any(|f| tld.eq_ignore_ascii_case(f))
    {
        return None;
    }
    let local = page.between(start, left);
    // git@host:team/repository.git and user@host:/path name a repository or a shell.
    if (page.byte(end) == b':' || start >= 3 && page.between(start - 3, start) == "://")
        && (local == "git" || local == "hg" || local == "svn")
    {
        return None;
    }
    if spaced && (host.len() < 4 || page.before(start) == b'@') {
        return None;
    }
    Some((start, end, if spaced { 0.7 } else { 0.97 }))
}

/// What stands between two words of a spelled-out address: nothing but spaces, brackets, hyphens or quotes around a word.
fn wrapped(gap: &str) -> bool {
    !gap.is_empty()
        && gap.len() <= 4
        && gap
            .bytes()
            .all(|b| matches!(b, b' ' | b'(' | b')' | b'[' | b']' | b'{' | b'}' | b'<' | b'>' | b'-' | b'_' | b'/' | b'*' | b'"' | b'|'))
}

/// A point in brackets, as reports write addresses so that no one clicks them: "[.]".
fn bare(gap: &str) -> &str {
    if matches!(gap, "[.]" | "(.)" | "{.}" | "<.>") { "." } else { gap }
}

fn spelled(page: &mut Page<'_>) {
    let mut index = 1;
    while let Some(token) = page.token(index) {
        let sign = token.means(AT) && !token.has(TAKEN);
        if sign && let Some((start, end)) = spelled_at(page, index) {
            page.hit(start, end, Kind::Email, 0.85, "address spelled out");
        }
        index += 1;
    }
}

fn spelled_at(page: &Page<'_>, index: usize) -> Option<(usize, usize)> {
    let token = page.token(index)?;
    let before = page.token(index.checked_sub(1)?)?;
    let after = page.token(index + 1)?;
    let (left, right) = (page.between(before.to(), token.from()), page.between(token.to(), after.from()));
    if !wrapped(left) || !wrapped(right) {
        return None;
    }
    let word = page.word(token);
    let bracketed = left.contains(['(', '[', '{', '<']) || word == "AT";
    if word.eq_ignore_ascii_case("a") && !bracketed {
        return None;
    }
    // The host: words joined by dots or by words for a dot.
    let (mut end, mut dots, mut spelled_dot) = (index + 1, 0, false);
    while let (Some(here), Some(next)) = (page.token(end), page.token(end + 1)) {
        let gap = bare(page.between(here.to(), next.from()));
        if gap == "." || gap == "-" {
            dots += u32::from(gap == ".");
            end += 1;
        } else if wrapped(gap) && next.means(DOT) && page.token(end + 2).is_some_and(|t| wrapped(page.between(next.to(), t.from()))) {
            dots += 1;
            spelled_dot = true;
            end += 2;
        } else {
            break;
        }
    }
    let tld = page.token(end)?;
    if dots == 0 || !(bracketed || spelled_dot) || !tld.is_word() || !(2..=24).contains(&tld.len()) {
        return None;
    }
    // The local part: words joined by dots, plus, hyphens, underscores or words for a dot.
    let mut start = index - 1;
    while start > 0 {
        let (Some(here), Some(previous)) = (page.token(start), page.token(start - 1)) else { break };
        let gap = bare(page.between(previous.to(), here.from()));
        if matches!(gap, "." | "+" | "-" | "_") {
            start -= 1;
        } else if start > 1
            && wrapped(gap)
            && previous.means(DOT)
            && page.token(start - 2).is_some_and(|t| wrapped(page.between(t.to(), previous.from())))
        {
            start -= 2;
        } else {
            break;
        }
    }
    Some((page.token(start)?.from(), tld.to()))
}
