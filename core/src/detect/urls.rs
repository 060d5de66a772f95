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
        let authority_end = authority(url);
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

/// Where the authority of a URL without its scheme ends: at the first `/`, `?` or `#`, unless these are part of a password, as
/// they are where it was escaped and where someone forgot to escape it.
fn authority(url: &str) -> usize {
    let end = url.find(['/', '?', '#']).unwrap_or(url.len());
    let head = url.get(..end).unwrap_or("");
    if head.contains('@') {
        return end;
    }
    let Some((user, rest)) = head.split_once(':') else { return end };
    let port = rest.len() <= 5 && rest.bytes().all(|b| b.is_ascii_digit()) && url.as_bytes().get(end) == Some(&b'/');
    let tail = url.get(end..).unwrap_or("");
    let Some(sign) = tail.bytes().take(64).position(|b| b == b'@') else { return end };
    let host = tail.get(sign + 1..).unwrap_or("");
    let host = host.find(['/', '?', '#']).and_then(|n| host.get(..n)).unwrap_or(host);
    let named = host.contains('.') || host.contains(':');
    if port || user.contains('.') || !named || tail.get(..sign).is_some_and(|t| t.contains(['&', '='])) {
        end
    } else {
        end + sign + 1 + host.len()
    }
}

/// Names of parameters that stand for whoever holds their value (OAuth 2.0, SAML, signed links).
const PARAMETERS: &[&str] = &[
    "code",
    "state",
    "nonce",
    "ticket",
    "sid",
    "sess",
    "session",
    "hash",
    "hmac",
    "otp",
    "verify",
    "confirm",
    "confirmation",
    "reset",
    "invite",
    "invitation",
    "unsubscribe",
    "samlresponse",
    "relaystate",
    "assertion",
    "oobcode",
    "jwt",
    "st",
    "tk",
    "tkn",
    "activation",
    "t",
    "k",
];

/// Names of cookies and parameters that count visits or clicks: random values that open nothing.
pub(crate) fn counts(name: &str) -> bool {
    name.starts_with("_g")
        || name.starts_with("utm")
        || ["gclid", "fbclid", "msclkid", "dclid", "_fbp", "_fbc", "etag", "id", "path", "domain", "version", "v"]
            .iter()
            .any(|c| c.eq_ignore_ascii_case(name))
}

/// Whether a parameter of this name may hold a credential.
pub(crate) fn bears(name: &str) -> bool {
    PARAMETERS.iter().any(|p| p.eq_ignore_ascii_case(name))
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
