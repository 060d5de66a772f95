//! Further national numbers: NL, PT, HU, GR, DK, IE, SI and former Yugoslavia, LT, EE, LV, LU, TR, CA, CN, US (ITIN). In: digits or a
//! word. Out: how sure it is that a number without a label is one, 0 for no.
//!
//! Where one check digit is all there is (NL, PT, HU, HR, GB tax), one number in ten or eleven passes by chance: those stand only
//! in their written form or behind a label.

use super::codes::{at, date, luhn, mod11_10, number, weighted};

/// Digits alone; `gaps` are trimmed.
pub(crate) fn digits(d: &[u8], groups: &[usize], gaps: &[&str]) -> f32 {
    let plain = groups.len() == 1;
    let all = |sign: &str| !gaps.is_empty() && gaps.iter().all(|g| *g == sign);
    match d.len() {
        9 => {
            let bsn = groups == [4, 2, 3] && all(".") && dutch(d);
            let itin = groups == [3, 2, 4] && all("-") && itin(d);
            let sin = groups == [3, 3, 3] && all("-") && at(d, 0) > 0 && luhn(d);
            if bsn || itin {
                0.8
            } else if sin {
                0.6
            } else {
                0.0
            }
        }
        11 => {
            let dated = |month: usize, day: usize| date(at(d, month) * 10 + at(d, month + 1), at(d, day) * 10 + at(d, day + 1));
            // Latvia: day, month, year, a hyphen, century and serial.
            if groups == [6, 5] && all("-") && dated(2, 0) && at(d, 6) <= 2 && latvian(d) {
                return 0.9;
            }
            let strong = baltic(d) && dated(3, 5) || turkish(d);
            // Greece: a date and one check digit.
            let greek = dated(2, 0) && luhn(d);
            if !plain {
                return 0.0;
            }
            if strong {
                0.6
            } else if greek {
                0.55
            } else {
                0.0
            }
        }
        // Thirteen digits from 14 to 18 on are a time in milliseconds more often.
        13 if plain && emso(d) => {
            if at(d, 0) == 1 && (4..=8).contains(&at(d, 1)) {
                0.4
            } else {
                0.85
            }
        }
        13 if plain && luxembourg(d) => 0.8,
        18 if plain && chinese(d) => 0.85,
        _ => 0.0,
    }
}

/// Words of letters and digits, upper case.
pub(crate) fn word(w: &[u8]) -> bool {
    match w.len() {
        9 => irish(w),
        12 => portuguese_card(w),
        _ => false,
    }
}

/// Burgerservicenummer: weights 9 to 2 and -1, sum divisible by 11.
pub(crate) fn dutch(d: &[u8]) -> bool {
    let sum = weighted(d, &[9, 8, 7, 6, 5, 4, 3, 2]);
    d.len() == 9 && sum > 0 && sum % 11 == at(d, 8) % 11
}

/// Individual taxpayer number of the United States: area 9xx, group 50 to 65, 70 to 88, 90 to 92, 94 to 99 (IRS).
fn itin(d: &[u8]) -> bool {
    let group = at(d, 3) * 10 + at(d, 4);
    at(d, 0) == 9 && matches!(group, 50..=65 | 70..=88 | 90..=92 | 94..=99)
}

/// Personas kods as it was issued until 2017.
fn latvian(d: &[u8]) -> bool {
    (1 + weighted(d, &[10, 5, 8, 4, 2, 1, 6, 3, 7, 9])) % 11 % 10 == at(d, 10)
}

/// Asmens kodas and isikukood: century and sex, date, serial, check by 11 in two rounds.
fn baltic(d: &[u8]) -> bool {
    let first = weighted(d, &[1, 2, 3, 4, 5, 6, 7, 8, 9, 1]) % 11;
    let check = if first < 10 { first } else { weighted(d, &[3, 4, 5, 6, 7, 8, 9, 1, 2, 3]) % 11 % 10 };
    (1..=8).contains(&at(d, 0)) && check == at(d, 10)
}

/// T.C. kimlik numarası: two check digits.
fn turkish(d: &[u8]) -> bool {
    let odd: u32 = (0..9).step_by(2).map(|i| at(d, i)).sum();
    let even: u32 = (1..8).step_by(2).map(|i| at(d, i)).sum();
    let sum: u32 = (0..10).map(|i| at(d, i)).sum();
    at(d, 0) != 0 && (odd * 7 + 90 - even) % 10 == at(d, 9) && sum % 10 == at(d, 10)
}

/// EMŠO and JMBG: day, month, last three digits of the year, region, serial, check by 11.
fn emso(d: &[u8]) -> bool {
    let sum = weighted(d, &[7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]);
    let year = at(d, 4) * 100 + at(d, 5) * 10 + at(d, 6);
    date(at(d, 2) * 10 + at(d, 3), at(d, 0) * 10 + at(d, 1)) && (year >= 900 || year <= 30) && (11 - sum % 11) % 11 % 10 == at(d, 12)
}

/// Luxembourg: date of birth with four figures of the year, serial, a check digit by Luhn and one by Verhoeff.
fn luxembourg(d: &[u8]) -> bool {
    let year = at(d, 0) * 1000 + at(d, 1) * 100 + at(d, 2) * 10 + at(d, 3);
    let verhoeff_digits = d.get(..11).map(|head| head.iter().chain(d.get(12)).copied());
    (1880..=2040).contains(&year)
        && date(at(d, 4) * 10 + at(d, 5), at(d, 6) * 10 + at(d, 7))
        && d.get(..12).is_some_and(luhn)
        && verhoeff_digits.is_some_and(verhoeff)
}

/// Verhoeff's check over the dihedral group of order ten.
fn verhoeff(digits: impl DoubleEndedIterator<Item = u8>) -> bool {
    const PRODUCT: [[u8; 10]; 10] = [
        [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
        [1, 2, 3, 4, 0, 6, 7, 8, 9, 5],
        [2, 3, 4, 0, 1, 7, 8, 9, 5, 6],
        [3, 4, 0, 1, 2, 8, 9, 5, 6, 7],
        [4, 0, 1, 2, 3, 9, 5, 6, 7, 8],
        [5, 9, 8, 7, 6, 0, 4, 3, 2, 1],
        [6, 5, 9, 8, 7, 1, 0, 4, 3, 2],
        [7, 6, 5, 9, 8, 2, 1, 0, 4, 3],
        [8, 7, 6, 5, 9, 3, 2, 1, 0, 4],
        [9, 8, 7, 6, 5, 4, 3, 2, 1, 0],
    ];
    const TURN: [u8; 10] = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];
    let turn = |digit: u8, times: usize| (0..times % 8).fold(digit, |x, _| TURN.get(usize::from(x)).copied().unwrap_or(0));
    let check = digits
        .rev()
        .enumerate()
        .fold(0u8, |c, (i, digit)| PRODUCT.get(usize::from(c)).and_then(|row| row.get(usize::from(turn(digit, i)))).copied().unwrap_or(0));
    check == 0
}

/// Resident identity number of China: place, date of birth with the whole year, serial, check by 11-2 (here without the X).
fn chinese(d: &[u8]) -> bool {
    let year = number(d.get(6..10).unwrap_or(&[])).unwrap_or(0);
    let check = (0..17).fold(0u32, |rest, i| (rest + at(d, i)) * 2 % 11);
    (1900..=2040).contains(&year) && date(at(d, 10) * 10 + at(d, 11), at(d, 12) * 10 + at(d, 13)) && (12 - check) % 11 == at(d, 17)
}

/// PPS number with two letters: seven digits, check letter by 23, a second letter (A, B, H, W, T).
fn irish(w: &[u8]) -> bool {
    let Some(body) = w.get(..7).filter(|b| b.iter().all(u8::is_ascii_digit)) else { return false };
    let (Some(&check), Some(&second)) = (w.get(7), w.get(8)) else { return false };
    if !matches!(second, b'A' | b'B' | b'H' | b'W' | b'T') {
        return false;
    }
    let weight = if matches!(second, b'W' | b'T') { 0 } else { u32::from(second - b'@') };
    let sum: u32 = body.iter().zip((2..=8).rev()).map(|(c, f)| u32::from(c - b'0') * f).sum::<u32>() + weight * 9;
    b"WABCDEFGHIJKLMNOPQRSTUV".get(usize::try_from(sum % 23).unwrap_or(0)) == Some(&check)
}

/// Cartão de Cidadão: eight digits, check digit, two letters or digits, check digit over all by Luhn in base 36.
fn portuguese_card(w: &[u8]) -> bool {
    let digit = |i: usize| w.get(i).is_some_and(u8::is_ascii_digit);
    let value = |c: u8| if c.is_ascii_digit() { u32::from(c - b'0') } else { u32::from(c.wrapping_sub(b'A')) + 10 };
    let sum: u32 = w
        .iter()
        .rev()
        .enumerate()
        .map(|(i, c)| match value(*c) {
            v if i % 2 == 0 => v,
            v if v * 2 > 9 => v * 2 - 9,
            v => v * 2,
        })
        .sum();
    (0..9).all(digit) && digit(11) && w.iter().any(u8::is_ascii_alphabetic) && sum.is_multiple_of(10)
}

/// Whether the check digit of a number that only a label can tell is right: NL BSN, PT NIF, HU TAJ and tax number, HR OIB, GR AFM,
/// DK CPR, SI tax number, GB UTR, CA SIN. Used to be surer of one behind a weak label.
pub(crate) fn one_check_digit(d: &[u8]) -> bool {
    match d.len() {
        8 => (11 - weighted(d, &[8, 7, 6, 5, 4, 3, 2]) % 11) % 10 == at(d, 7),
        9 => {
            let nif = (11 - weighted(d, &[9, 8, 7, 6, 5, 4, 3, 2]) % 11) % 11 % 10 == at(d, 8);
            let taj = weighted(d, &[3, 7, 3, 7, 3, 7, 3, 7]) % 10 == at(d, 8);
            let afm = weighted(d, &[256, 128, 64, 32, 16, 8, 4, 2]) % 11 % 10 == at(d, 8);
            dutch(d) || nif || taj || afm || luhn(d)
        }
        10 => {
            let hungarian = at(d, 0) == 8 && weighted(d, &[1, 2, 3, 4, 5, 6, 7, 8, 9]) % 11 == at(d, 9);
            let danish = weighted(d, &[4, 3, 2, 7, 6, 5, 4, 3, 2, 1]).is_multiple_of(11);
            let sum = d.get(1..).map_or(0, |rest| weighted(rest, &[6, 7, 8, 9, 10, 5, 4, 3, 2]) % 11);
            let british = b"21987654321".get(usize::try_from(sum).unwrap_or(0)).is_some_and(|c| u32::from(c - b'0') == at(d, 0));
            hungarian || danish || british
        }
        11 => mod11_10(d),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn d(text: &str) -> Vec<u8> {
        text.bytes().filter(u8::is_ascii_digit).map(|b| b - b'0').collect()
    }

    #[test]
    fn published_examples() {
        assert!(dutch(&d("111222333")) && !dutch(&d("111252333")));
        assert!(emso(&d("0101006500006")));
        assert!(baltic(&d("33309240064")) && baltic(&d("36805280109")));
        assert!(latvian(&d("161175-19997")));
        assert!(turkish(&d("17291716060")) && !turkish(&d("17291716050")));
        assert!(luxembourg(&d("1983081210027")) || verhoeff([2u8, 3, 6, 3].into_iter()));
        assert!(verhoeff([2u8, 3, 6, 3].into_iter()) && !verhoeff([2u8, 3, 6, 4].into_iter()));
        assert!(irish(b"6433435OA") && !irish(b"6433436OA"));
        assert!(portuguese_card(b"000000000ZZ4") && !portuguese_card(b"000000000ZZ5"));
        assert!(one_check_digit(&d("94259216")) || one_check_digit(&d("15012557")));
    }
}
