//! Check digits. In: the digits or characters of a number. Out: whether they can belong together.

/// Luhn (ISO/IEC 7812-1): cards, Swedish, Greek and Canadian numbers, IMEI.
pub(crate) fn luhn(digits: &[u8]) -> bool {
    let sum: u32 = digits
        .iter()
        .rev()
        .enumerate()
        .map(|(i, d)| {
            let d = u32::from(*d);
            if i % 2 == 0 {
                d
            } else if d > 4 {
                d * 2 - 9
            } else {
                d * 2
            }
        })
        .sum();
    sum.is_multiple_of(10)
}

/// The weighted sum of digits.
pub(crate) fn weighted(digits: &[u8], weights: &[u32]) -> u32 {
    digits.iter().zip(weights).map(|(d, w)| u32::from(*d) * w).sum()
}

/// The number that digits make; `None` where it is too long.
pub(crate) fn number(digits: &[u8]) -> Option<u64> {
    digits.iter().try_fold(0u64, |n, d| n.checked_mul(10)?.checked_add(u64::from(*d)))
}

/// The digit at a place, 0 outside.
pub(crate) fn at(digits: &[u8], index: usize) -> u32 {
    digits.get(index).map_or(0, |d| u32::from(*d))
}

/// ISO/IEC 7064 MOD 97-10 over letters and digits, as in an IBAN with its first four characters moved to the end.
pub(crate) fn mod97(chars: impl Iterator<Item = u8>) -> u32 {
    chars.fold(0u32, |rest, c| match c {
        b'0'..=b'9' => (rest * 10 + u32::from(c - b'0')) % 97,
        b'A'..=b'Z' => (rest * 100 + u32::from(c - b'A') + 10) % 97,
        b'a'..=b'z' => (rest * 100 + u32::from(c - b'a') + 10) % 97,
        _ => rest,
    })
}

/// ISO/IEC 7064 MOD 11,10: German tax id, Croatian OIB.
pub(crate) fn mod11_10(digits: &[u8]) -> bool {
    let Some((last, body)) = digits.split_last() else { return false };
    let product = body.iter().fold(10u32, |product, d| {
        let sum = (u32::from(*d) + product) % 10;
        (if sum == 0 { 10 } else { sum }) * 2 % 11
    });
    (11 - product) % 10 == u32::from(*last)
}

/// EAN-13 and other numbers whose digits weigh 1 and 3 in turn (Swiss AHV).
pub(crate) fn ean(digits: &[u8]) -> bool {
    let sum: u32 = digits.iter().rev().enumerate().map(|(i, d)| u32::from(*d) * if i % 2 == 0 { 1 } else { 3 }).sum();
    sum.is_multiple_of(10)
}

/// Whether year (two digits or four), month and day can be a date.
pub(crate) fn date(month: u32, day: u32) -> bool {
    let last = match month {
        2 => 29,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return false,
    };
    (1..=last).contains(&day)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn digits(text: &str) -> Vec<u8> {
        text.bytes().filter(u8::is_ascii_digit).map(|b| b - b'0').collect()
    }

    #[test]
    fn known_numbers() {
        assert!(luhn(&digits("4111 1111 1111 1111")));
        assert!(!luhn(&digits("1234 5678 9012 3456")));
        assert!(mod11_10(&digits("86095742719")));
        assert!(ean(&digits("756.9217.0769.85")));
        assert_eq!(mod97("WEST12345698765432GB82".bytes()), 1);
        assert!(date(2, 29) && !date(2, 30) && !date(13, 1));
    }
}
