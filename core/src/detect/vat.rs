//! VAT and business numbers. In: a word that begins with a country's letters. Out: where a number of that country's form ends, and
//! whether its check digit is right.
//!
//! Forms and check digits: the European Commission's VIES, "Algorithms for verifying VAT identification numbers".

use super::codes::{at, date, luhn, mod11_10, number, weighted};
use super::text::{DIGIT, Page};

/// The letters in front and how many letters and digits may follow.
fn lengths(head: [u8; 2]) -> Option<(usize, usize)> {
    Some(match &head {
        b"DE" | b"EE" | b"EL" | b"PT" | b"AT" | b"ES" | b"CY" => (9, 9),
        b"BE" | b"PL" | b"SK" => (10, 10),
        b"FR" | b"HR" | b"IT" | b"LV" => (11, 11),
        b"GB" | b"XI" => (9, 12),
        b"NL" | b"SE" => (12, 12),
        b"CZ" => (8, 10),
        b"DK" | b"FI" | b"HU" | b"LU" | b"MT" | b"SI" => (8, 8),
        b"BG" => (9, 10),
        b"IE" => (8, 9),
        b"LT" => (9, 12),
        b"RO" => (2, 10),
        _ => return None,
    })
}

/// A VAT number at the word with index `index`: its end, and whether its check digit is right (`None` where its country has none
/// that can be verified).
pub(crate) fn at_word(page: &Page<'_>, index: usize) -> Option<(usize, Option<bool>)> {
    let first = page.token(index)?;
    let head = [page.byte(first.from()), page.byte(first.from() + 1)];
    let (min, max) = lengths(head)?;
    if first.len() > 2 && !first.has(DIGIT) {
        return None;
    }
    let mut body = [0u8; 13];
    let (mut n, mut pos) = (0, first.from() + 2);
    let mut end = pos;
    while n < 13 {
        let b = page.byte(pos);
        if b.is_ascii_digit() || (b.is_ascii_uppercase() && n < 12) {
            if let Some(slot) = body.get_mut(n) {
                *slot = b;
            }
            n += 1;
            end = pos + 1;
        } else if !(n == 0 && b == b' ' || matches!(b, b' ' | b'.' | b'-') && n > 0 && page.byte(pos + 1).is_ascii_alphanumeric()) {
            break;
        }
        pos += 1;
    }
    let body = body.get(..n)?;
    let digits = body.iter().filter(|b| b.is_ascii_digit()).count();
    let fits = (min..=max).contains(&n) && digits + 3 >= n && digits >= 5 && !page.byte(end).is_ascii_alphanumeric();
    fits.then(|| (end, checked(head, body)))
}

/// Whether the check digit of a number without its country's letters is right.
pub(crate) fn checked(head: [u8; 2], body: &[u8]) -> Option<bool> {
    let mut buffer = [0u8; 13];
    let mut n = 0;
    for b in body.iter().filter(|b| b.is_ascii_digit()) {
        if let Some(slot) = buffer.get_mut(n) {
            *slot = b - b'0';
            n += 1;
        }
    }
    let d = buffer.get(..n)?;
    let plain = n == body.len();
    let last = d.last().map_or(0, |x| u32::from(*x));
    let check = |weights: &[u32]| weighted(d, weights);
    Some(match &head {
        b"DE" | b"HR" => plain && mod11_10(d),
        b"AT" => {
            let doubled: u32 =
                (1..8).map(|i| if i % 2 == 0 { (at(d, i - 1) * 2) / 10 + (at(d, i - 1) * 2) % 10 } else { at(d, i - 1) }).sum();
            body.first() == Some(&b'U') && n == 8 && (106 - doubled - 10) % 10 == last
        }
        b"BE" => plain && number(d.get(..8)?)? % 97 + number(d.get(8..)?)? == 97,
        b"BG" => return None,
        b"CY" | b"CZ" | b"ES" | b"GB" | b"XI" | b"IE" | b"LT" | b"LV" | b"FR" => return None,
        b"DK" => plain && check(&[2, 7, 6, 5, 4, 3, 2, 1]).is_multiple_of(11),
        b"EE" => plain && check(&[3, 7, 1, 3, 7, 1, 3, 7, 1]).is_multiple_of(10),
        b"EL" => plain && check(&[256, 128, 64, 32, 16, 8, 4, 2]) % 11 % 10 == last,
        b"FI" => plain && (11 - check(&[7, 9, 10, 5, 8, 4, 2]) % 11) % 11 == last,
        b"HU" => plain && check(&[9, 7, 3, 1, 9, 7, 3, 1]).is_multiple_of(10),
        b"IT" => {
            let office = number(d.get(7..10)?)?;
            plain && luhn(d) && (matches!(office, 1..=100 | 120 | 121 | 888 | 999))
        }
        b"LU" => plain && number(d.get(..6)?)? % 89 == number(d.get(6..)?)?,
        b"MT" => plain && check(&[3, 4, 6, 7, 8, 9, 10, 1]).is_multiple_of(37),
        // Since 2020 a number of a sole trader no longer holds the BSN: only the form is left to check.
        b"NL" => body.get(9) == Some(&b'B') && n == 11,
        b"PL" => plain && check(&[6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11 == last,
        b"PT" => plain && (11 - check(&[9, 8, 7, 6, 5, 4, 3, 2]) % 11) % 11 % 10 == last,
        b"RO" => {
            let weights: [u32; 9] = [7, 5, 3, 2, 1, 7, 5, 3, 2];
            let sum: u32 = d.iter().rev().skip(1).zip(weights.iter().rev()).map(|(x, w)| u32::from(*x) * w).sum();
            plain && sum * 10 % 11 % 10 == last
        }
        b"SE" => plain && d.get(..10).is_some_and(luhn),
        b"SI" => plain && (11 - check(&[8, 7, 6, 5, 4, 3, 2]) % 11) % 10 == last,
        // Numbers of persons may follow the older rule of the birth number.
        b"SK" => {
            let company = at(d, 0) != 0 && matches!(at(d, 2), 2..=4 | 7..=9) && number(d)? % 11 == 0;
            let born = date((at(d, 2) * 10 + at(d, 3)) % 50, at(d, 4) * 10 + at(d, 5));
            plain && (company || born && (number(d)? % 11 == 0 || number(d.get(..9)?)? % 11 == 10 && last == 0))
        }
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn published_examples() {
        for (head, body) in [
            (*b"DE", "136695976"),
            (*b"AT", "U13585627"),
            (*b"BE", "0428759497"),
            (*b"DK", "13585628"),
            (*b"EE", "100931558"),
            (*b"EL", "094259216"),
            (*b"FI", "20774740"),
            (*b"HR", "33392005961"),
            (*b"HU", "12892312"),
            (*b"IT", "00743110157"),
            (*b"LU", "15027442"),
            (*b"MT", "11679112"),
            (*b"NL", "123456782B90"),
            (*b"PL", "8567346215"),
            (*b"PT", "501964843"),
            (*b"RO", "18547290"),
            (*b"SE", "123456789701"),
            (*b"SI", "50223054"),
            (*b"SK", "2022749619"),
        ] {
            assert_eq!(checked(head, body.as_bytes()), Some(true), "{body}");
        }
        assert_eq!(checked(*b"DE", b"136695977"), Some(false));
    }
}
