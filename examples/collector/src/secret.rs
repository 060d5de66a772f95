//! Random tokens, their hashes, and keyed hashes.
//!
//! In: the system's random numbers and the collector's own key. Out: tokens that are handed out
//! once, and values that may be stored because they do not give the token away.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};

use crate::failure::Result;

/// A hash that may be stored and compared.
pub type Hash = [u8; 32];

/// A fresh token of 256 random bits, as 43 URL-safe characters.
///
/// # Errors
/// When the system gives no random numbers.
pub fn token() -> Result<String> {
    Ok(URL_SAFE_NO_PAD.encode(random()?))
}

/// 32 random bytes.
///
/// # Errors
/// When the system gives no random numbers.
pub fn random() -> Result<Hash> {
    let mut bytes = [0_u8; 32];
    getrandom::fill(&mut bytes)?;
    Ok(bytes)
}

/// SHA-256 of a token. A plain hash is enough: tokens have 256 random bits, nobody can try them all.
#[must_use]
pub fn hash(token: &str) -> Hash {
    Sha256::digest(token.as_bytes()).into()
}

/// The collector's own key, made with the database and kept in it.
#[derive(Clone)]
pub struct ServerKey(Hash);

impl std::fmt::Debug for ServerKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("ServerKey")
    }
}

impl ServerKey {
    /// Wraps the stored bytes.
    #[must_use]
    pub fn new(bytes: Hash) -> Self {
        Self(bytes)
    }

    /// Keyed hash of `parts`, separated so that ("ab", "c") and ("a", "bc") differ.
    #[must_use]
    pub fn pseudonym(&self, parts: &[&[u8]]) -> Hash {
        self.mac(parts).finalize().into_bytes().into()
    }

    /// The token that a form must send back, bound to a cookie of the same browser.
    #[must_use]
    pub fn form_token(&self, cookie: &str) -> String {
        URL_SAFE_NO_PAD.encode(self.pseudonym(&[b"form", cookie.as_bytes()]))
    }

    /// Whether `given` is the form token for `cookie`; takes the same time whatever was given.
    #[must_use]
    pub fn accepts_form_token(&self, cookie: &str, given: &str) -> bool {
        URL_SAFE_NO_PAD.decode(given).is_ok_and(|bytes| self.mac(&[b"form", cookie.as_bytes()]).verify_slice(&bytes).is_ok())
    }

    fn mac(&self, parts: &[&[u8]]) -> Hmac<Sha256> {
        // A 32-byte key is never too long for HMAC-SHA-256; the block form cannot fail.
        let mut block = [0_u8; 64];
        for (to, from) in block.iter_mut().zip(self.0) {
            *to = from;
        }
        let mut mac = Hmac::<Sha256>::new(&block.into());
        for part in parts {
            mac.update(&u64::try_from(part.len()).unwrap_or(u64::MAX).to_be_bytes());
            mac.update(part);
        }
        mac
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn form_tokens_are_bound_to_their_cookie() {
        let key = ServerKey::new([7; 32]);
        let token = key.form_token("one");
        assert!(key.accepts_form_token("one", &token));
        assert!(!key.accepts_form_token("two", &token));
        assert!(!key.accepts_form_token("one", ""));
        assert!(!ServerKey::new([8; 32]).accepts_form_token("one", &token));
    }

    #[test]
    fn parts_do_not_run_together() {
        let key = ServerKey::new([7; 32]);
        assert_ne!(key.pseudonym(&[b"ab", b"c"]), key.pseudonym(&[b"a", b"bc"]));
    }
}
