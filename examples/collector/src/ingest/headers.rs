//! The headers of a batch.
//!
//! In: the header map of a request. Out: an [`Envelope`], or the problem with the first header that
//! is missing, sent twice or not in the form of the protocol.

use axum::http::header::{AUTHORIZATION, CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE, HeaderName};
use axum::http::{HeaderMap, HeaderValue};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use uuid::Uuid;

use crate::problem::{Code, Problem};
use crate::secret::Hash;

const IDEMPOTENCY_KEY: HeaderName = HeaderName::from_static("idempotency-key");
const CONTENT_DIGEST: HeaderName = HeaderName::from_static("content-digest");
const FINGERPRINT: HeaderName = HeaderName::from_static("milkglass-fingerprint");

/// How the body is compressed.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Encoding {
    Identity,
    Zstd,
}

/// What the headers of a batch say.
#[derive(Clone, Debug)]
pub(super) struct Envelope {
    /// The batch id, in lower case.
    pub(super) batch: String,
    /// What the body must hash to.
    pub(super) digest: Hash,
    pub(super) encoding: Encoding,
}

impl Envelope {
    pub(super) fn read(headers: &HeaderMap, max_bytes: usize) -> Result<Self, Problem> {
        media_type(headers)?;
        let encoding = encoding(headers)?;
        let batch = batch_id(headers)?;
        let digest = digest(headers)?;
        check_fingerprint(headers)?;
        if let Some(length) = single(headers, &CONTENT_LENGTH)? {
            let length: Option<usize> = text(length).and_then(|text| text.parse().ok());
            if length.is_none_or(|length| length > max_bytes) {
                return Err(Problem::new(Code::BatchTooLarge));
            }
        }
        Ok(Self { batch, digest, encoding })
    }
}

/// The write key, or nothing when there is no single well-formed bearer token.
pub(super) fn bearer(headers: &HeaderMap) -> Option<&str> {
    let value = text(single(headers, &AUTHORIZATION).ok()??)?;
    let (scheme, key) = value.split_once(' ')?;
    let key = key.trim_matches(' ');
    let good = scheme.eq_ignore_ascii_case("bearer") && is_key(key);
    good.then_some(key)
}

/// Whether this text can travel as a bearer token (RFC 6750's `b64token`).
pub(crate) fn is_key(key: &str) -> bool {
    let body = key.trim_end_matches('=');
    !body.is_empty() && key.len() <= 256 && body.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._~+/".contains(&byte))
}

/// Whether this text is a fingerprint: `mg1-` and 8 to 64 lower-case hexadecimal digits.
pub(super) fn is_fingerprint(text: &str) -> bool {
    text.strip_prefix("mg1-")
        .is_some_and(|digits| (8..=64).contains(&digits.len()) && digits.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f')))
}

fn media_type(headers: &HeaderMap) -> Result<(), Problem> {
    let value = single(headers, &CONTENT_TYPE)?.and_then(text);
    let name = value.map(|value| value.split(';').next().unwrap_or_default().trim());
    match name {
        Some(name) if name.eq_ignore_ascii_case("application/x-ndjson") => Ok(()),
        _ => Err(Problem::new(Code::BatchMediaType)),
    }
}

fn encoding(headers: &HeaderMap) -> Result<Encoding, Problem> {
    let Some(value) = single(headers, &CONTENT_ENCODING)? else {
        return Ok(Encoding::Identity);
    };
    match text(value).map(str::trim) {
        Some(name) if name.eq_ignore_ascii_case("zstd") => Ok(Encoding::Zstd),
        Some(name) if name.eq_ignore_ascii_case("identity") => Ok(Encoding::Identity),
        _ => Err(Problem::new(Code::BatchEncoding)),
    }
}

fn batch_id(headers: &HeaderMap) -> Result<String, Problem> {
    let bad = "Idempotency-Key must be a UUID of version 7, hyphenated.";
    let value = required(headers, &IDEMPOTENCY_KEY, "Idempotency-Key is missing.", bad)?;
    let id = Uuid::try_parse(value)
        .ok()
        .filter(|id| value.len() == 36 && id.get_version_num() == 7 && id.get_variant() == uuid::Variant::RFC4122);
    id.map(|id| id.hyphenated().to_string()).ok_or_else(|| Problem::new(Code::HeaderInvalid).because(bad))
}

/// The `sha-256` member of the dictionary; other algorithms may stand beside it (RFC 9530).
fn digest(headers: &HeaderMap) -> Result<Hash, Problem> {
    let bad = "Content-Digest must hold sha-256=:<base64>: of the body as sent.";
    let value = required(headers, &CONTENT_DIGEST, "Content-Digest is missing.", bad)?;
    let mut found = None;
    for member in value.split(',') {
        let Some((name, value)) = member.trim_matches([' ', '\t']).split_once('=') else {
            return Err(Problem::new(Code::HeaderInvalid).because(bad));
        };
        // A later member of the same name wins, as in every structured dictionary.
        if name == "sha-256" {
            found = Some(value);
        }
    }
    found
        .and_then(|value| value.strip_prefix(':')?.strip_suffix(':'))
        .and_then(|value| STANDARD.decode(value).ok())
        .and_then(|bytes| Hash::try_from(bytes).ok())
        .ok_or_else(|| Problem::new(Code::HeaderInvalid).because(bad))
}

/// The sender's configuration of today must be named; which one redacted the events, the body says.
fn check_fingerprint(headers: &HeaderMap) -> Result<(), Problem> {
    let bad = "Milkglass-Fingerprint must be mg1- and 8 to 64 lower-case hexadecimal digits.";
    let value = required(headers, &FINGERPRINT, "Milkglass-Fingerprint is missing.", bad)?;
    if is_fingerprint(value) { Ok(()) } else { Err(Problem::new(Code::HeaderInvalid).because(bad)) }
}

fn required<'a>(headers: &'a HeaderMap, name: &HeaderName, missing: &'static str, bad: &'static str) -> Result<&'a str, Problem> {
    let value = single(headers, name)?.ok_or_else(|| Problem::new(Code::HeaderMissing).because(missing))?;
    text(value).ok_or_else(|| Problem::new(Code::HeaderInvalid).because(bad))
}

fn single<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Result<Option<&'a HeaderValue>, Problem> {
    let mut values = headers.get_all(name).iter();
    let first = values.next();
    if values.next().is_some() {
        return Err(Problem::new(Code::HeaderInvalid).because("A header was sent more than once."));
    }
    Ok(first)
}

fn text(value: &HeaderValue) -> Option<&str> {
    value.to_str().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_bearer_tokens() {
        assert!(is_key("abc-._~+/XYZ=="));
        assert!(!is_key(""));
        assert!(!is_key("=="));
        assert!(!is_key("with space"));
        assert!(!is_key("a=b"));
    }

    #[test]
    fn fingerprints_have_one_form() {
        assert!(is_fingerprint("mg1-0123456789abcdef"));
        assert!(!is_fingerprint("mg1-0123456789ABCDEF"));
        assert!(!is_fingerprint("mg2-0123456789abcdef"));
        assert!(!is_fingerprint("mg1-"));
    }
}
