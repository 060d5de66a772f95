//! Bit fields in base64url text, as IAB strings have them: text in, numbers out, nothing allocated.
//!
//! Each read checks the end, so a string that was cut gives `None` and never a zero that could pass for a choice.

/// A cursor over the bits of a base64url text.
#[derive(Clone, Copy)]
pub(super) struct Bits<'a> {
    text: &'a [u8],
    at: usize,
}

impl<'a> Bits<'a> {
    /// `None` if the text holds anything but base64url without padding.
    pub fn new(text: &'a str) -> Option<Self> {
        let text = text.as_bytes();
        text.iter().all(|c| sextet(*c).is_some()).then_some(Bits { text, at: 0 })
    }

    /// The next `count` bits, at most 64, as a number.
    pub fn number(&mut self, count: usize) -> Option<u64> {
        let mut value = 0u64;
        let mut wanted = count;
        while wanted > 0 {
            let six = sextet(*self.text.get(self.at / 6)?)?;
            let left = 6 - self.at % 6;
            let taken = left.min(wanted);
            let part = (six >> (left - taken)) & ((1u8 << taken) - 1);
            value = value << taken | u64::from(part);
            self.at += taken;
            wanted -= taken;
        }
        Some(value)
    }

    /// The next `count` bits, at most 16.
    pub fn small(&mut self, count: usize) -> Option<u16> {
        u16::try_from(self.number(count)?).ok()
    }

    /// The next bit.
    pub fn flag(&mut self) -> Option<bool> {
        self.number(1).map(|bit| bit == 1)
    }

    /// Passes over `count` bits, which must be there.
    pub fn skip(&mut self, count: usize) -> Option<()> {
        let end = self.at.checked_add(count)?;
        if end > self.text.len() * 6 {
            return None;
        }
        self.at = end;
        Some(())
    }

    /// The same text from bit `at` on.
    pub fn from(self, at: usize) -> Self {
        Bits { at, ..self }
    }

    /// An integer in Fibonacci coding, which ends with two ones. `None` above 65,535.
    pub fn fibonacci(&mut self) -> Option<u16> {
        let (mut weight, mut next) = (1u16, 2u16);
        let mut total = 0u16;
        let mut last = false;
        loop {
            let bit = self.flag()?;
            if bit && last {
                return Some(total);
            }
            if bit {
                total = total.checked_add(weight)?;
            }
            last = bit;
            // Past the largest weight only the closing one may follow; a further one fails in the addition.
            (weight, next) = (next, weight.saturating_add(next));
        }
    }
}

/// The six bits of a base64url digit.
pub(super) fn sextet(digit: u8) -> Option<u8> {
    match digit {
        b'A'..=b'Z' => Some(digit - b'A'),
        b'a'..=b'z' => Some(digit - b'a' + 26),
        b'0'..=b'9' => Some(digit - b'0' + 52),
        b'-' => Some(62),
        b'_' => Some(63),
        _ => None,
    }
}

/// Decodes base64 in either alphabet, with or without padding. `None` if another character is inside.
pub(super) fn base64(text: &str) -> Option<Vec<u8>> {
    let text = text.trim_end_matches('=');
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3 + 3);
    let (mut held, mut bits) = (0u32, 0u32);
    for digit in text.bytes() {
        let six = match digit {
            b'+' => 62,
            b'/' => 63,
            other => sextet(other)?,
        };
        held = (held << 6 | u32::from(six)) & 0xfff;
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            bytes.push(u8::try_from(held >> bits & 0xff).ok()?);
        }
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_cross_digits_and_stop_at_the_end() {
        let mut bits = Bits::new("DBAB").unwrap();
        assert_eq!((bits.number(6), bits.number(6), bits.number(12)), (Some(3), Some(1), Some(1)));
        assert_eq!(bits.number(1), None);
        assert_eq!(Bits::new("a b").map(|_| ()), None);
        assert_eq!(Bits::new("AA").unwrap().skip(13), None);
    }

    #[test]
    fn fibonacci_codes_end_with_two_ones() {
        // 011 = 2, 1011 = 4, 0011 = 3, padded with a zero to 12 bits: 01110110 0110
        let mut bits = Bits::new("dm").unwrap();
        assert_eq!((bits.fibonacci(), bits.fibonacci(), bits.fibonacci()), (Some(2), Some(4), Some(3)));
        assert_eq!(bits.fibonacci(), None);
        assert_eq!(Bits::new(&"V".repeat(4000)).unwrap().fibonacci(), None);
    }

    #[test]
    fn base64_reads_both_alphabets() {
        assert_eq!(base64("eyJhIjoxfQ==").as_deref(), Some(&b"{\"a\":1}"[..]));
        assert_eq!(base64("eyJhIjoxfQ").as_deref(), Some(&b"{\"a\":1}"[..]));
        assert_eq!(base64("-_+/").as_deref(), Some(&[0xfb, 0xff, 0xbf][..]));
        assert_eq!(base64("a*b"), None);
    }
}
