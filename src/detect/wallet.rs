//! Addresses of crypto-currency wallets. In: a word. Out: whether its check sum, or for Ethereum its form, says that it is one.

use sha2::{Digest, Sha256};

/// Whether a word is a wallet address.
pub(crate) fn check(word: &str) -> bool {
    let bytes = word.as_bytes();
    match bytes {
        [b'0', b'x' | b'X', hex @ ..] => hex.len() == 40 && hex.iter().all(u8::is_ascii_hexdigit),
        _ if word.len() > 13 && word.len() <= 110 => {
            bech32(word) || (word.len() >= 25 && word.len() <= 52 && base58(bytes)) || monero(bytes)
        }
        _ => false,
    }
}

const ALPHABET: &[u8; 58] = b"123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

/// Base58Check: version, payload and the first four bytes of a double SHA-256. Bitcoin, Litecoin, Dogecoin, Dash, Tron, private keys in WIF.
fn base58(word: &[u8]) -> bool {
    let mut value = [0u8; 40];
    for &c in word {
        let Some(digit) = ALPHABET.iter().position(|a| *a == c) else { return false };
        let mut carry = digit;
        for byte in value.iter_mut().rev() {
            carry += usize::from(*byte) * 58;
            *byte = u8::try_from(carry & 0xff).unwrap_or(0);
            carry >>= 8;
        }
        if carry != 0 {
            return false;
        }
    }
    // Leading ones stand for leading zero bytes; the payload lengths in use are 25 (addresses), 26 (t-addresses), 37 and 38 (WIF).
    [25usize, 26, 37, 38].iter().any(|len| {
        let Some(from) = value.len().checked_sub(*len) else { return false };
        if value.iter().take(from).any(|b| *b != 0) {
            return false;
        }
        let (Some(body), Some(sum)) = (value.get(from..value.len() - 4), value.get(value.len() - 4..)) else { return false };
        Sha256::digest(Sha256::digest(body)).get(..4) == Some(sum)
    })
}

/// Bech32 and Bech32m (BIP 173, BIP 350): bc1, tb1, ltc1, addr1, and whatever else has a valid check sum.
fn bech32(word: &str) -> bool {
    const CHARS: &[u8; 32] = b"qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    let lower = word.bytes().any(|b| b.is_ascii_lowercase());
    if lower && word.bytes().any(|b| b.is_ascii_uppercase()) {
        return false;
    }
    let Some(split) = word.rfind('1') else { return false };
    let (prefix, data) = (word.get(..split).unwrap_or(""), word.get(split + 1..).unwrap_or(""));
    if prefix.is_empty() || prefix.len() > 20 || data.len() < 14 {
        return false;
    }
    let mut sum = 1u32;
    let mut step = |v: u32| {
        let top = sum >> 25;
        sum = ((sum & 0x01ff_ffff) << 5) ^ v;
        for (i, g) in [0x3b6a_57b2u32, 0x2650_8e6d, 0x1ea1_19fa, 0x3d42_33dd, 0x2a14_62b3].iter().enumerate() {
            if (top >> i) & 1 == 1 {
                sum ^= g;
            }
        }
    };
    prefix.bytes().for_each(|b| step(u32::from(b.to_ascii_lowercase()) >> 5));
    step(0);
    prefix.bytes().for_each(|b| step(u32::from(b.to_ascii_lowercase()) & 31));
    for b in data.bytes() {
        let Some(v) = CHARS.iter().position(|c| *c == b.to_ascii_lowercase()) else { return false };
        step(u32::try_from(v).unwrap_or(0));
    }
    matches!(sum, 1 | 0x2bc8_30a3)
}

/// Monero: 95 characters that begin with 4 or 8 (its check sum is Keccak; the form is telling enough).
fn monero(word: &[u8]) -> bool {
    matches!(word.len(), 95 | 106) && matches!(word.first(), Some(b'4' | b'8')) && word.iter().all(|c| ALPHABET.contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn published_examples() {
        assert!(check("1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa"));
        assert!(!check("1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb"));
        assert!(check("BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4"));
        assert!(check("bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0"));
        assert!(check("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"));
        assert!(!check("0xdeadbeef"));
    }
}
