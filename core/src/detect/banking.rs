//! Payment cards and bank accounts. In: digits or characters of a candidate. Out: whether its form and check digits fit.

use super::codes;
use super::text::Page;

/// Lengths of the IBAN by country, from the SWIFT registry of IBAN formats (ISO 13616).
const IBAN: &[(&[u8; 2], usize)] = &[
    (b"AD", 24),
    (b"AE", 23),
    (b"AL", 28),
    (b"AT", 20),
    (b"AZ", 28),
    (b"BA", 20),
    (b"BE", 16),
    (b"BG", 22),
    (b"BH", 22),
    (b"BI", 27),
    (b"BR", 29),
    (b"BY", 28),
    (b"CH", 21),
    (b"CR", 22),
    (b"CY", 28),
    (b"CZ", 24),
    (b"DE", 22),
    (b"DJ", 27),
    (b"DK", 18),
    (b"DO", 28),
    (b"EE", 20),
    (b"EG", 29),
    (b"ES", 24),
    (b"FI", 18),
    (b"FK", 18),
    (b"FO", 18),
    (b"FR", 27),
    (b"GB", 22),
    (b"GE", 22),
    (b"GI", 23),
    (b"GL", 18),
    (b"GR", 27),
    (b"GT", 28),
    (b"HN", 28),
    (b"HR", 21),
    (b"HU", 28),
    (b"IE", 22),
    (b"IL", 23),
    (b"IQ", 23),
    (b"IS", 26),
    (b"IT", 27),
    (b"JO", 30),
    (b"KW", 30),
    (b"KZ", 20),
    (b"LB", 28),
    (b"LC", 32),
    (b"LI", 21),
    (b"LT", 20),
    (b"LU", 20),
    (b"LV", 21),
    (b"LY", 25),
    (b"MC", 27),
    (b"MD", 24),
    (b"ME", 22),
    (b"MK", 19),
    (b"MN", 20),
    (b"MR", 27),
    (b"MT", 31),
    (b"MU", 30),
    (b"NI", 28),
    (b"NL", 18),
    (b"NO", 15),
    (b"OM", 23),
    (b"PK", 24),
    (b"PL", 28),
    (b"PS", 29),
    (b"PT", 25),
    (b"QA", 29),
    (b"RO", 24),
    (b"RS", 22),
    (b"RU", 33),
    (b"SA", 24),
    (b"SC", 31),
    (b"SD", 18),
    (b"SE", 24),
    (b"SI", 19),
    (b"SK", 24),
    (b"SM", 27),
    (b"SO", 23),
    (b"ST", 25),
    (b"SV", 28),
    (b"TL", 23),
    (b"TN", 24),
    (b"TR", 26),
    (b"UA", 29),
    (b"VA", 22),
    (b"VG", 24),
    (b"XK", 20),
    (b"YE", 30),
];

/// The length of an IBAN of the country with these two letters.
pub(crate) fn iban_length(country: [u8; 2]) -> Option<usize> {
    let country = [country[0].to_ascii_uppercase(), country[1].to_ascii_uppercase()];
    IBAN.binary_search_by(|(c, _)| (**c).cmp(&country)).ok().and_then(|i| IBAN.get(i)).map(|(_, n)| *n)
}

/// An IBAN that starts at `start`: its characters may stand apart by up to three separators. Returns its end.
pub(crate) fn iban(page: &Page<'_>, start: usize) -> Option<usize> {
    let need = iban_length([page.byte(start), page.byte(start + 1)])?;
    let mut chars = [0u8; 34];
    let (mut n, mut at, mut gap) = (0usize, start, 0usize);
    let mut end = start;
    while n < need {
        let b = page.byte(at);
        if b.is_ascii_alphanumeric() {
            if n == 2 || n == 3 {
                if !b.is_ascii_digit() {
                    return None;
                }
            } else if n > 3
                && gap > 0
                && b.is_ascii_lowercase()
                && page.byte(start).is_ascii_uppercase()
                && !page.byte(at + 1).is_ascii_digit()
            {
                return None;
            }
            *chars.get_mut(n)? = b;
            n += 1;
            gap = 0;
            at += 1;
            end = at;
        } else if gap < 3 && matches!(b, b' ' | b'-' | b'.' | b'/' | b'_' | b'\n' | b'\r' | b'+') && b != 0 {
            gap += 1;
            at += 1;
        } else {
            return None;
        }
    }
    if page.byte(end).is_ascii_alphanumeric() {
        return None;
    }
    let (head, body) = (chars.get(..4)?, chars.get(4..need)?);
    (codes::mod97(body.iter().chain(head).copied()) == 1).then_some(end)
}

/// How much the digits alone say that a number is a card: its brand is known and the length fits. 2: ranges nothing else uses much.
pub(crate) fn brand(digits: &[u8]) -> u8 {
    let n = digits.len();
    let lead = |k: usize| digits.iter().take(k).fold(0u32, |v, d| v * 10 + u32::from(*d));
    let (two, three, four) = (lead(2), lead(3), lead(4));
    let strong = match digits.first() {
        Some(4) => matches!(n, 16 | 18 | 19),
        Some(5) if (51..=55).contains(&two) => n == 16,
        Some(2) if (2221..=2720).contains(&four) => n == 16,
        Some(2) if (2200..=2204).contains(&four) => (16..=19).contains(&n),
        Some(3) if two == 34 || two == 37 => n == 15,
        Some(3) if (3528..=3589).contains(&four) => (16..=19).contains(&n),
        Some(3) if (300..=305).contains(&three) || four == 3095 || matches!(two, 36 | 38 | 39) => matches!(n, 14 | 16..=19),
        Some(6) => (16..=19).contains(&n) || (n >= 14 && matches!(two, 63 | 67)),
        Some(5) if matches!(two, 50 | 56 | 57 | 58) => (15..=19).contains(&n),
        Some(8) if matches!(two, 81 | 82) => (16..=19).contains(&n),
        Some(9) if four == 9792 => n == 16,
        _ => false,
    };
    if strong {
        return 2;
    }
    let weak = match digits.first() {
        Some(4) => n == 13,
        Some(5 | 6) => (12..=19).contains(&n),
        Some(1) => n == 15,
        _ => false,
    };
    u8::from(weak)
}

/// Whether a word has the form of a bank code: six letters of which the fifth and sixth are a country, then two or five letters or digits.
pub(crate) fn is_bic(word: &str) -> bool {
    let b = word.as_bytes();
    matches!(b.len(), 8 | 11)
        && b.iter().take(6).all(u8::is_ascii_uppercase)
        && b.iter().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit())
        && matches!((b.get(4), b.get(5)), (Some(&x), Some(&y)) if iban_length([x, y]).is_some() || matches!(&[x, y], b"US" | b"JP" | b"CN" | b"CA" | b"AU" | b"IN" | b"HK" | b"SG" | b"ZA" | b"MX" | b"KR"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_registry_is_sorted() {
        assert!(IBAN.windows(2).all(|w| w[0].0 < w[1].0));
        assert_eq!(iban_length(*b"de"), Some(22));
    }

    #[test]
    fn brands() {
        let digits = |t: &str| t.bytes().map(|b| b - b'0').collect::<Vec<_>>();
        assert_eq!(brand(&digits("4111111111111111")), 2);
        assert_eq!(brand(&digits("378282246310005")), 2);
        assert_eq!(brand(&digits("1234567890123456")), 0);
        assert!(is_bic("COBADEFFXXX") && !is_bic("HARBOURS"));
    }
}
