//! Keyed hashes: what the session remembers of a value instead of the value.
//!
//! In: a 32-byte key and folded bytes. Out: a 64-bit SipHash-2-4 of the whole value, fed byte by byte so that every prefix can be
//! asked, and a faster 32-bit hash of eight bytes for the filter. Both need the key, so a saved state can't be searched for names.

use sha2::{Digest, Sha256};

/// Keys for the three uses, derived from the session's key so that no use weakens another.
#[derive(Clone)]
pub(super) struct Keys {
    fast: [u64; 4],
    value: [u64; 2],
    seal: [u64; 2],
}

impl Keys {
    pub(super) fn new(key: &[u8; 32]) -> Self {
        let [a, b, c, d] = derive(key, b"milkglass echo filter");
        let [e, f, g, h] = derive(key, b"milkglass echo values");
        // Odd multipliers lose no bit of what they multiply.
        Keys { fast: [a, b | 1, c, d | 1], value: [e, f], seal: [g, h] }
    }

    /// A hash of up to eight bytes, at the cost of two multiplications.
    #[inline]
    pub(super) fn fast(&self, window: u64) -> u32 {
        let [a, b, c, d] = self.fast;
        let mixed = mix(mix(window ^ a, b) ^ c, d);
        u32::try_from(mixed >> 32).unwrap_or_default()
    }

    /// Begins the hash of a value.
    pub(super) fn value(&self) -> Sip {
        Sip::new(self.value)
    }

    /// The hash that shows that a saved state belongs to this key and is whole.
    pub(super) fn seal(&self, bytes: &[u8]) -> u64 {
        let mut sip = Sip::new(self.seal);
        bytes.iter().for_each(|&b| sip.push(b));
        sip.finish()
    }
}

fn derive(key: &[u8; 32], label: &[u8]) -> [u64; 4] {
    let digest: [u8; 32] = Sha256::new().chain_update(key).chain_update(label).finalize().into();
    let mut words = [0; 4];
    for (word, bytes) in words.iter_mut().zip(digest.as_chunks::<8>().0) {
        *word = u64::from_le_bytes(*bytes);
    }
    words
}

#[inline]
fn mix(a: u64, b: u64) -> u64 {
    let (low, high) = a.carrying_mul(b, 0);
    low ^ high
}

/// SipHash-2-4, byte by byte.
#[derive(Clone)]
pub(super) struct Sip {
    state: [u64; 4],
    tail: u64,
    length: u64,
}

impl Sip {
    fn new([k0, k1]: [u64; 2]) -> Self {
        let state = [k0 ^ 0x736f_6d65_7073_6575, k1 ^ 0x646f_7261_6e64_6f6d, k0 ^ 0x6c79_6765_6e65_7261, k1 ^ 0x7465_6462_7974_6573];
        Sip { state, tail: 0, length: 0 }
    }

    pub(super) fn push(&mut self, byte: u8) {
        self.tail |= u64::from(byte) << (8 * (self.length & 7));
        self.length += 1;
        if self.length & 7 == 0 {
            compress(&mut self.state, self.tail);
            self.tail = 0;
        }
    }

    /// The hash of what was pushed so far; more may follow.
    pub(super) fn finish(&self) -> u64 {
        let mut state = self.state;
        compress(&mut state, self.tail | (self.length << 56));
        state[2] ^= 0xff;
        (0..4).for_each(|_| round(&mut state));
        state[0] ^ state[1] ^ state[2] ^ state[3]
    }
}

fn compress(state: &mut [u64; 4], word: u64) {
    state[3] ^= word;
    round(state);
    round(state);
    state[0] ^= word;
}

fn round([a, b, c, d]: &mut [u64; 4]) {
    *a = a.wrapping_add(*b);
    *b = b.rotate_left(13) ^ *a;
    *a = a.rotate_left(32);
    *c = c.wrapping_add(*d);
    *d = d.rotate_left(16) ^ *c;
    *a = a.wrapping_add(*d);
    *d = d.rotate_left(21) ^ *a;
    *c = c.wrapping_add(*b);
    *b = b.rotate_left(17) ^ *c;
    *c = c.rotate_left(32);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_published_vectors_of_siphash_hold() {
        let key = [0x0706_0504_0302_0100, 0x0f0e_0d0c_0b0a_0908];
        let mut sip = Sip::new(key);
        assert_eq!(sip.finish(), 0x726f_db47_dd0e_0e31);
        for byte in 0..15 {
            sip.push(byte);
        }
        assert_eq!(sip.finish(), 0xa129_ca61_49be_45e5);
    }

    #[test]
    fn keys_differ_by_session_and_use() {
        let (one, two) = (Keys::new(&[1; 32]), Keys::new(&[2; 32]));
        assert_ne!(one.fast(7), two.fast(7));
        assert_ne!(one.value().finish(), two.value().finish());
        assert_ne!(one.seal(b""), one.value().finish());
    }
}
