//! Credentials inside URLs. In: a page. Out: URL_SECRET hits for user info, and API_KEY hits for webhook addresses.

use super::Kind;
use super::keys;
use super::text::Page;

/// Hosts whose whole path is the secret, by their providers' documentation of incoming webhooks.
const WEBHOOKS: &[&str] = &[
    "hooks.slack.com/services/",
    "hooks.slack.com/workflows/",
    "hooks.slack.com/triggers/",
    "discord.com/api/webhooks/",
    "discordapp.com/api/webhooks/",
    "hooks.zapier.com/hooks/",
    "api.telegram.org/bot",
    "webhook.office.com/webhookb2/",
    "outlook.office.com/webhook/",
    "chat.googleapis.com/v1/spaces/",
    "hook.eu1.make.com/",
    "hook.integromat.com/",
    "maker.ifttt.com/trigger/",
    "webhook.site/",
];

/// Path words after which a segment is a token: links that act for whoever holds them.
const BEARING: &[&str] = &[
    "reset",
    "verify",
    "verification",
    "confirm",
    "confirmation",
    "invite",
    "invitation",
    "activate",
    "activation",
    "token",
    "magic",
    "unsubscribe",
    "share",
    "password",
    "login",
    "auth",
    "recover",
    "recovery",
    "passwort",
    "session",
    "signin",
    "sso",
    "optout",
    "s",
];

pub(crate) fn scan(page: &mut Page<'_>) {
    let bytes = page.bytes;
    for at in memchr::memchr_iter(b':', bytes) {
        if bytes.get(at + 1..at + 3) != Some(b"//") {
            continue;
        }
        let start = at + 3;
        let end = start
            + bytes
                .get(start..)
                .unwrap_or(&[])
                .iter()
                .position(|b| b.is_ascii_whitespace() || matches!(b, b'"' | b'\'' | b'<' | b'>' | b'`' | b'|' | b'\\'))
                .unwrap_or(bytes.len() - start);
        let url = page.between(start, end);
        let authority_end = url.find(['/', '?', '#']).unwrap_or(url.len());
        if let Some(sign) = url.get(..authority_end).and_then(|a| a.rfind('@')) {
            let info = url.get(..sign).unwrap_or("");
            match info.split_once(':') {
                Some((user, secret)) if !secret.is_empty() => {
                    let from = start + user.len() + 1;
                    page.hit(from, start + sign, Kind::UrlSecret, 0.95, "password in a URL");
                }
                _ if keys::looks_random(info) => page.hit(start, start + sign, Kind::UrlSecret, 0.9, "token in a URL"),
                _ => {}
            }
            // The name in front of the password is no mail address; nothing more to do with it.
        }
        if let Some(host) = WEBHOOKS.iter().find(|h| url.starts_with(**h) || url.get(..authority_end + 40).unwrap_or(url).contains(**h)) {
            if url.len() > host.len() + 12 {
                let scheme = page.between(0, at).rfind(|c: char| !c.is_ascii_alphanumeric()).map_or(0, |p| p + 1);
                let mut stop = end;
                while stop > start && matches!(page.before(stop), b'.' | b',' | b')' | b';' | b']' | b'}') {
                    stop -= 1;
                }
                page.hit(scheme, stop, Kind::ApiKey, 0.97, "webhook address");
            }
            continue;
        }
        path(page, start + authority_end, end);
    }
}

/// Tokens among the segments of a path: `/reset/<token>`.
fn path(page: &mut Page<'_>, start: usize, end: usize) {
    let path = page.between(start, end);
    let path = path.split(['?', '#']).next().unwrap_or("");
    let mut from = start;
    let mut bears = false;
    for segment in path.split('/') {
        if bears && segment.len() >= 16 && keys::looks_random(segment) {
            page.hit(from, from + segment.len(), Kind::UrlSecret, 0.8, "token in a path");
        }
        bears = segment.split(['-', '_']).any(|word| BEARING.iter().any(|b| b.eq_ignore_ascii_case(word)));
        from += segment.len() + 1;
    }
}
