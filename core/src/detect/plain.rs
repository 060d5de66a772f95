//! Short texts with digits in which no rule finds anything: prices, counts, dates, "Maple Systems 12". In: a text without a
//! label. Out: whether a scan can be spared.
//!
//! Every answer of "plain" is one that the scanners would give, whatever the settings; a test compares the two.

use super::address;
use super::labels::FieldClass;
use super::lexicon::{self, COMPANY, LABEL_FILLER, LABEL_PHRASE, LABEL_WEAK, NOT, PARTICLE, PREFIX, SECOND};

/// Longer texts are scanned.
const LONGEST: usize = 40;

/// Meanings that lead no scanner to anything where there are few digits and no sign between label and value.
const QUIET: u32 = COMPANY | LABEL_FILLER | LABEL_PHRASE | LABEL_WEAK | NOT | PARTICLE | PREFIX | SECOND;

/// Whether a word of these meanings is no label, or the label of what is no personal data.
fn is_quiet(bits: u32) -> bool {
    let meanings = bits & ((1 << lexicon::LABEL_SHIFT) - 1);
    let class = (bits >> lexicon::LABEL_SHIFT).checked_sub(1).and_then(|class| FieldClass::ALL.get(class as usize));
    meanings & !QUIET == 0 && matches!(class, None | Some(FieldClass::Reference))
}

/// Whether nothing can be found in a text that stands alone.
#[inline]
pub(crate) fn is_plain(text: &str) -> bool {
    let bytes = text.as_bytes();
    if bytes.len() > LONGEST {
        return false;
    }
    let (mut digits, mut letters, mut points, mut colons) = (0, 0, 0, 0);
    for &byte in bytes {
        match byte {
            b'0'..=b'9' => digits += 1,
            b'a'..=b'z' | b'A'..=b'Z' => letters += 1,
            b'.' => points += 1,
            b':' => colons += 1,
            b' ' | b',' | b'-' | b'/' | b'%' | b'$' => {}
            _ => return false,
        }
    }
    if letters == 0 {
        return digits <= 6 && points < 3 && colons < 2 || is_date(bytes);
    }
    digits <= 4 && points == 0 && colons == 0 && words_are_quiet(bytes)
}

/// Letters and digits in words of their own, of which none means anything.
fn words_are_quiet(bytes: &[u8]) -> bool {
    let lexicon = lexicon::handle();
    let mut at = 0;
    let (mut before, mut long) = (0u32, false);
    while let Some(&first) = bytes.get(at) {
        // Behind four digits a place may follow.
        if long {
            return false;
        }
        if !first.is_ascii_alphanumeric() {
            // Signs of prices and of joined words mean something beside letters.
            if first != b' ' && first != b',' {
                return false;
            }
            at += 1;
            continue;
        }
        let rest = bytes.get(at..).unwrap_or_default();
        let length = rest.iter().take_while(|b| b.is_ascii_alphanumeric()).count();
        let word = rest.get(..length).unwrap_or_default();
        if first.is_ascii_digit() {
            if !word.iter().all(u8::is_ascii_digit) {
                return false;
            }
            long = length >= 4;
            before = 0;
        } else {
            let bits = lexicon.ascii(rest, length);
            // Short words with a capital may be countries, plates and initials; two words may announce what one does not.
            let short = length <= 3 && first.is_ascii_uppercase();
            let phrase = before & PREFIX != 0 && bits & SECOND != 0;
            if short || phrase || !word.iter().all(u8::is_ascii_alphabetic) || !is_quiet(bits) || address::ends_as_street(word) {
                return false;
            }
            before = bits;
        }
        at += length;
    }
    true
}

/// A whole date in figures, as ISO 8601, Europe or America write it.
fn is_date(bytes: &[u8]) -> bool {
    let mut numbers = [(0u32, 0usize); 3];
    let (mut index, mut separator) = (0, 0u8);
    for &byte in bytes {
        if byte.is_ascii_digit() {
            let Some((number, length)) = numbers.get_mut(index) else { return false };
            *number = number.saturating_mul(10).saturating_add(u32::from(byte - b'0'));
            *length += 1;
        } else {
            if !matches!(byte, b'-' | b'.' | b'/') || (separator != 0 && separator != byte) {
                return false;
            }
            separator = byte;
            index += 1;
        }
    }
    let year = |(number, length): (u32, usize)| length == 4 && (1900..=2099).contains(&number);
    let day = |(number, length): (u32, usize)| length == 2 && (1..=31).contains(&number);
    let month = |(number, length): (u32, usize)| length == 2 && (1..=12).contains(&number);
    let [a, b, c] = numbers;
    index == 2 && (year(a) && month(b) && day(c) || year(c) && (day(a) && month(b) || month(a) && day(b)))
}

#[cfg(test)]
mod tests {
    use super::super::{Detector, Settings};
    use super::*;

    #[test]
    fn what_is_plain_is_what_the_scanners_find_nothing_in() {
        let words = [
            "Renewal",
            "in",
            "months",
            "Order",
            "Steel",
            "Supply",
            "Haupt",
            "Hauptweg",
            "street",
            "Anna",
            "PIN",
            "code",
            "Dear",
            "Herr",
            "room",
            "Tel",
            "Berlin",
            "DE",
            "of",
            "pieces",
            "and",
            "Copper",
            "GmbH",
            "March",
            "Password",
            "the",
            "van",
            "Rue",
            "NL",
            "AB",
            "seat",
            "Konto",
            "date",
            "birth",
            "zip",
            "card",
            "security",
            "number",
            "plate",
            "licence",
            "my",
            "name",
            "is",
            "best",
            "regards",
            "id",
            "passport",
            "born",
            "verification",
            "account",
            "social",
            "with",
            "kind",
            "yours",
            "Dr",
            "at",
            "dot",
        ];
        let signs = [" ", " ", " ", ", ", "-", "/", ".", ":", "$", "%", ""];
        let mut state = 11u64;
        let mut draw = |n: usize| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            usize::try_from(state >> 33).unwrap() % n
        };
        let everything = Settings { min_confidence: 0.0, business: true, ..Settings::default() };
        let detector = Detector::new(&everything).unwrap();
        let mut out = Vec::new();
        let mut plain = 0;
        for _ in 0..150_000 {
            let mut text = String::new();
            for _ in 0..=draw(5) {
                match draw(3) {
                    0 => text.push_str(words[draw(words.len())]),
                    1 => (0..=draw(4)).for_each(|_| text.push(char::from(b'0' + u8::try_from(draw(10)).unwrap()))),
                    _ => text.push_str(["2024", "04", "16", "31.12.1999", "5", "12"][draw(6)]),
                }
                text.push_str(signs[draw(signs.len())]);
            }
            if is_plain(&text) {
                plain += 1;
                detector.scan_thoroughly(&text, &mut out);
                assert!(out.is_empty(), "{text:?}: {out:?}");
            }
        }
        assert!(plain > 5_000, "{plain}");
    }

    #[test]
    fn prices_counts_and_dates_are_plain() {
        for text in [
            "1838.10",
            "12,50",
            "98",
            "2024-04-16",
            "16.04.2024",
            "4/16/2024",
            "04/16/2024",
            "Maple Systems 12",
            "10 %",
            "12:30",
            "Cobalt 2719",
        ] {
            assert_eq!(is_plain(text), text != "4/16/2024", "{text}");
        }
        for text in ["10.0.0.1", "PIN 123", "Hauptweg 12", "12345678", "0301234567", "1:2:3", "2024-44-16 ", "€ 12", "A1B2C3"] {
            assert!(!is_plain(text), "{text}");
        }
    }
}
