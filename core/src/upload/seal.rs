//! Sealing: bytes become unreadable before they touch a disk, and readable again for the one send or not at all.
//!
//! In: plain bytes, a data key and what they belong to. Out: `nonce || ciphertext || tag` of XChaCha20-Poly1305.

use std::fmt;

use chacha20poly1305::aead::{Aead, AeadInOut, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use zeroize::Zeroizing;

use crate::error::{Code, Error, Result};

const NONCE: usize = 24;

/// Bytes that sealing adds.
pub(crate) const OVERHEAD: usize = NONCE + 16;

/// The key of one session's data. Gone from memory when dropped.
#[derive(Clone)]
pub(crate) struct DataKey(Zeroizing<[u8; 32]>);

impl DataKey {
    /// A new random key.
    pub(crate) fn generate() -> Result<Self> {
        let mut bytes = Zeroizing::new([0_u8; 32]);
        random(bytes.as_mut_slice())?;
        Ok(DataKey(bytes))
    }

    pub(crate) fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let bytes: [u8; 32] = bytes.try_into().ok()?;
        Some(DataKey(Zeroizing::new(bytes)))
    }

    pub(crate) fn as_bytes(&self) -> &[u8] {
        self.0.as_slice()
    }
}

impl fmt::Debug for DataKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("DataKey")
    }
}

/// Fills a buffer from the operating system's random source.
///
/// # Errors
/// `internal.fault` where the system has none.
pub(crate) fn random(buffer: &mut [u8]) -> Result<()> {
    getrandom::fill(buffer).map_err(|e| Error::new(Code::Internal, "the system gave no random bytes").with_source(e))
}

/// What sealed bytes are bound to: they open only under the same purpose, owner and number.
///
/// A row copied to another session, or a piece passed off as a batch, doesn't open.
pub(crate) fn binding(purpose: &str, owner: &[u8], number: &[u8]) -> Vec<u8> {
    let mut bound = Vec::with_capacity(purpose.len() + owner.len() + number.len() + 1);
    bound.extend_from_slice(purpose.as_bytes());
    bound.push(0);
    bound.extend_from_slice(owner);
    bound.extend_from_slice(number);
    bound
}

/// Encrypts `plain` under a fresh nonce.
///
/// # Errors
/// `internal.fault` where the system has no random bytes.
pub(crate) fn seal(key: &DataKey, bound: &[u8], plain: &[u8]) -> Result<Vec<u8>> {
    let mut nonce = [0_u8; NONCE];
    random(&mut nonce)?;
    let cipher = XChaCha20Poly1305::new(&(*key.0).into());
    let mut sealed = Vec::with_capacity(plain.len() + OVERHEAD);
    sealed.extend_from_slice(&nonce);
    sealed.extend_from_slice(plain);
    let fault = || Error::new(Code::Internal, "sealing failed");
    let body = sealed.get_mut(NONCE..).ok_or_else(fault)?;
    let tag = cipher.encrypt_inout_detached(&XNonce::from(nonce), bound, body.into()).map_err(|_| fault())?;
    sealed.extend_from_slice(&tag);
    Ok(sealed)
}

/// Decrypts what [`seal`] made; `None` when the bytes, the key or the binding differ.
pub(crate) fn open(key: &DataKey, bound: &[u8], sealed: &[u8]) -> Option<Vec<u8>> {
    let (nonce, body) = sealed.split_at_checked(NONCE)?;
    let nonce: [u8; NONCE] = nonce.try_into().ok()?;
    let cipher = XChaCha20Poly1305::new(&(*key.0).into());
    cipher.decrypt(&XNonce::from(nonce), Payload { msg: body, aad: bound }).ok()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests {
    use super::*;

    #[test]
    fn what_was_sealed_opens_only_under_its_key_and_binding() {
        let (key, other) = (DataKey::generate().unwrap(), DataKey::generate().unwrap());
        let bound = binding("piece", b"owner", b"1");
        let sealed = seal(&key, &bound, b"Erika types").unwrap();
        assert_eq!(sealed.len(), 11 + OVERHEAD);
        assert_eq!(open(&key, &bound, &sealed).unwrap(), b"Erika types");
        assert!(open(&other, &bound, &sealed).is_none());
        assert!(open(&key, &binding("batch", b"owner", b"1"), &sealed).is_none());
        assert!(open(&key, &bound, &sealed[..20]).is_none());
    }

    #[test]
    fn a_flipped_bit_is_noticed_and_nonces_differ() {
        let key = DataKey::generate().unwrap();
        let mut sealed = seal(&key, b"", b"x").unwrap();
        assert_ne!(sealed, seal(&key, b"", b"x").unwrap());
        sealed[30] ^= 1;
        assert!(open(&key, b"", &sealed).is_none());
    }
}
