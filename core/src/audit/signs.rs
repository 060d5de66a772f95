//! The audit's own patterns: a text in, what anybody would take for personal data in it out.
//!
//! Few and plain on purpose: addresses for mail, payment cards, bank accounts, signed tokens and telephone numbers in
//! international form. They know nothing of the detectors, so that what those pass over by mistake is seen here.

use crate::detect::Kind;

/// Something found, as it reads once disguises are undone.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Sign {
    pub kind: Kind,
    pub text: String,
    pub confidence: f32,
}

/// Looks through a text.
pub(super) fn look(text: &str) -> Vec<Sign> {
    let mut out = Vec::new();
    let sign = |b: u8| b.is_ascii_digit() || b == b'@' || b >= 0x80;
    if text.len() < 5 || !text.bytes().any(|b| sign(b)) && !text.contains("eyJ") {
        return out;
    }
    let text = plain(text);
    mails(&text, &mut out);
    cards(&text, &mut out);
    accounts(&text, &mut out);
    tokens(&text, &mut out);
    phones(&text, &mut out);
    out
}

/// The text with the usual disguises undone: other digits and letters of the same look by their code, invisible marks, other spaces.
fn plain(text: &str) -> String {
    let other = |c: char| -> Option<char> {
        let code = u32::from(c);
        Some(match code {
            0xff01..=0xff5e => char::from_u32(code - 0xfee0)?,
            0x0660..=0x0669 => char::from_u32(code - 0x0660 + 0x30)?,
            0x06f0..=0x06f9 => char::from_u32(code - 0x06f0 + 0x30)?,
            0x1d7ce..=0x1d7ff => char::from_u32((code - 0x1d7ce) % 10 + 0x30)?,
            0xa0 | 0x2000..=0x200a | 0x202f | 0x205f | 0x3000 => ' ',
            0x2010..=0x2015 | 0x2212 => '-',
            0xad | 0x200b..=0x200f | 0x202a..=0x202e | 0x2060..=0x2069 | 0xfeff => return None,
            _ => c,
        })
    };
    if text.is_ascii() { text.to_owned() } else { text.chars().filter_map(other).collect() }
}

/// Endings of files, which stand behind an `@` where pages name scales and versions.
const FILES: &[&str] = &["css", "gif", "html", "jpeg", "jpg", "js", "json", "map", "mjs", "png", "svg", "ts", "webp"];

fn mails(text: &str, out: &mut Vec<Sign>) {
    for (at, _) in text.match_indices('@') {
        let before = text.get(..at).unwrap_or_default();
        let from = before
            .rfind(|c: char| !(c.is_alphanumeric() || matches!(c, '.' | '_' | '%' | '+' | '-')))
            .map_or(0, |i| i + before.get(i..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8));
        let local = before.get(from..).unwrap_or_default().trim_start_matches(['.', '-', '%', '+']);
        let after = text.get(at + 1..).unwrap_or_default();
        let length = after.find(|c: char| !(c.is_alphanumeric() || matches!(c, '.' | '-'))).unwrap_or(after.len());
        let host = after.get(..length).unwrap_or_default().trim_end_matches(['.', '-']);
        let Some((rest, last)) = host.rsplit_once('.') else { continue };
        let top =
            last.chars().count() >= 2 && last.chars().all(char::is_alphabetic) && !FILES.contains(&last.to_ascii_lowercase().as_str());
        if local.chars().any(char::is_alphanumeric) && local != "git" && rest.chars().any(char::is_alphanumeric) && top {
            out.push(Sign { kind: Kind::Email, text: format!("{local}@{host}"), confidence: 0.8 });
        }
    }
}

/// A row of digits with at most one mark between two of them, its groups, and where it ends.
struct Row {
    digits: String,
    groups: Vec<usize>,
}

/// Rows of digits, none of them part of a longer word or number.
fn rows(text: &str) -> Vec<Row> {
    let mut out = Vec::new();
    let characters: Vec<char> = text.chars().collect();
    let get = |i: usize| characters.get(i).copied().unwrap_or('\0');
    let mut at = 0;
    while at < characters.len() {
        if !get(at).is_ascii_digit() || (at > 0 && (get(at - 1).is_alphanumeric() || matches!(get(at - 1), '.' | ',' | '-' | '_' | '+'))) {
            at += 1;
            continue;
        }
        let mut row = Row { digits: String::new(), groups: vec![0] };
        loop {
            let c = get(at);
            if c.is_ascii_digit() {
                row.digits.push(c);
                if let Some(group) = row.groups.last_mut() {
                    *group += 1;
                }
            } else if matches!(c, ' ' | '-' | '.') && get(at + 1).is_ascii_digit() {
                row.groups.push(0);
            } else {
                break;
            }
            at += 1;
        }
        if !get(at).is_alphanumeric() && get(at) != '_' {
            out.push(row);
        }
        at += 1;
    }
    out
}

fn cards(text: &str, out: &mut Vec<Sign>) {
    for row in rows(text) {
        let n = row.digits.len();
        let start = |digits: usize| row.digits.get(..digits).and_then(|d| d.parse::<u32>().ok()).unwrap_or(0);
        let issued = match n {
            16 => {
                matches!(start(1), 4)
                    || matches!(start(2), 51..=55 | 62 | 65)
                    || matches!(start(4), 2221..=2720 | 3528..=3589 | 6011)
                    || matches!(start(3), 644..=649)
            }
            15 => matches!(start(2), 34 | 37),
            14 => matches!(start(2), 36 | 38) || matches!(start(3), 300..=305),
            _ => false,
        };
        let grouped = matches!(row.groups.as_slice(), [_] | [4, 4, 4, 4] | [4, 6, 5] | [4, 6, 4] | [4, 4, 4, 3] | [8, 8]);
        if issued && grouped && luhn(&row.digits) && !row.digits.bytes().all(|b| row.digits.as_bytes().first() == Some(&b)) {
            out.push(Sign { kind: Kind::CreditCard, text: row.digits, confidence: 0.7 });
        }
    }
}

fn luhn(digits: &str) -> bool {
    let sum: u32 = digits
        .bytes()
        .rev()
        .enumerate()
        .map(|(i, b)| {
            let digit = u32::from(b - b'0');
            if i % 2 == 0 { digit } else { (digit * 2) / 10 + (digit * 2) % 10 }
        })
        .sum();
    sum % 10 == 0
}

/// Lengths of account numbers by country, from the SWIFT registry.
#[rustfmt::skip]
const ACCOUNTS: &[(&str, usize)] = &[
    ("AD", 24), ("AE", 23), ("AL", 28), ("AT", 20), ("AZ", 28), ("BA", 20), ("BE", 16), ("BG", 22), ("BH", 22), ("BR", 29), ("CH", 21),
    ("CR", 22), ("CY", 28), ("CZ", 24), ("DE", 22), ("DK", 18), ("DO", 28), ("EE", 20), ("ES", 24), ("FI", 18), ("FO", 18), ("FR", 27),
    ("GB", 22), ("GE", 22), ("GI", 23), ("GL", 18), ("GR", 27), ("GT", 28), ("HR", 21), ("HU", 28), ("IE", 22), ("IL", 23), ("IS", 26),
    ("IT", 27), ("JO", 30), ("KW", 30), ("KZ", 20), ("LB", 28), ("LI", 21), ("LT", 20), ("LU", 20), ("LV", 21), ("MC", 27), ("MD", 24),
    ("ME", 22), ("MK", 19), ("MT", 31), ("NL", 18), ("NO", 15), ("PK", 24), ("PL", 28), ("PT", 25), ("QA", 29), ("RO", 24), ("RS", 22),
    ("SA", 24), ("SE", 24), ("SI", 19), ("SK", 24), ("SM", 27), ("TN", 24), ("TR", 26), ("UA", 29), ("VG", 24), ("XK", 20),
];

fn accounts(text: &str, out: &mut Vec<Sign>) {
    let bytes = text.as_bytes();
    for at in 0..bytes.len().saturating_sub(14) {
        let country = bytes.get(at..at + 2).unwrap_or_default();
        let checked = bytes.get(at + 2..at + 5).unwrap_or_default();
        let starts = at == 0 || bytes.get(at - 1).is_none_or(|b| !b.is_ascii_alphanumeric());
        if !starts || !country.iter().all(u8::is_ascii_alphabetic) || !checked.iter().any(u8::is_ascii_digit) {
            continue;
        }
        let Some(&(_, length)) = ACCOUNTS.iter().find(|(code, _)| code.as_bytes().eq_ignore_ascii_case(country)) else { continue };
        let mut number = String::new();
        let mut end = at;
        for &byte in bytes.get(at..).unwrap_or_default() {
            if number.len() == length {
                break;
            }
            match byte {
                b' ' | b'-' | b'.' => {}
                _ if byte.is_ascii_alphanumeric() => number.push(char::from(byte.to_ascii_uppercase())),
                _ => break,
            }
            end += 1;
        }
        let whole = bytes.get(end).is_none_or(|b| !b.is_ascii_alphanumeric());
        let figures = number.get(2..4).is_some_and(|check| check.bytes().all(|b| b.is_ascii_digit()));
        if number.len() == length && whole && figures && mod_97(&number) == 1 {
            out.push(Sign { kind: Kind::Iban, text: number, confidence: 0.9 });
        }
    }
}

/// ISO 7064 MOD 97-10 of an account number.
fn mod_97(number: &str) -> u32 {
    let (head, tail) = number.split_at_checked(4).unwrap_or((number, ""));
    tail.chars()
        .chain(head.chars())
        .filter_map(|c| c.to_digit(36))
        .fold(0, |rest, value| if value < 10 { (rest * 10 + value) % 97 } else { (rest * 100 + value) % 97 })
}

fn tokens(text: &str, out: &mut Vec<Sign>) {
    for (at, _) in text.match_indices("eyJ") {
        let rest = text.get(at..).unwrap_or_default();
        let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.'))).unwrap_or(rest.len());
        let token = rest.get(..end).unwrap_or_default();
        let starts = text.get(..at).is_none_or(|before| !before.ends_with(|c: char| c.is_ascii_alphanumeric()));
        if starts && token.split('.').filter(|part| part.len() >= 10).count() >= 2 {
            out.push(Sign { kind: Kind::Jwt, text: token.to_owned(), confidence: 0.9 });
        }
    }
}

fn phones(text: &str, out: &mut Vec<Sign>) {
    for (at, _) in text.match_indices('+') {
        let before = text.get(..at).and_then(|t| t.chars().next_back());
        let rest = text.get(at + 1..).unwrap_or_default();
        if before.is_some_and(|c| c.is_alphanumeric() || matches!(c, '+' | '.' | ')' | '='))
            || !rest.starts_with(|c: char| ('1'..='9').contains(&c))
        {
            continue;
        }
        let length = rest.find(|c: char| !(c.is_ascii_digit() || matches!(c, ' ' | '-' | '.' | '(' | ')' | '/'))).unwrap_or(rest.len());
        let number = rest.get(..length).unwrap_or_default().trim_end_matches([' ', '-', '.', '(', '/']);
        let digits = number.bytes().filter(u8::is_ascii_digit).count();
        let follows = rest.get(length..).and_then(|t| t.chars().next()).is_some_and(char::is_alphabetic);
        if (9..=15).contains(&digits) && !follows {
            out.push(Sign { kind: Kind::Phone, text: format!("+{number}"), confidence: 0.6 });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(text: &str) -> Vec<Kind> {
        look(text).into_iter().map(|sign| sign.kind).collect()
    }

    #[test]
    fn finds_what_anybody_would() {
        for (text, kind) in [
            ("write to mia.wong@mail.shop.example please", Kind::Email),
            ("ｍｉａ@shop.example", Kind::Email),
            ("mi\u{200b}a@shop.example", Kind::Email),
            ("card 4111 1111 1111 1111", Kind::CreditCard),
            ("5555-5555-5555-4444", Kind::CreditCard),
            ("3782 822463 10005", Kind::CreditCard),
            ("٤١١١١١١١١١١١١١١١", Kind::CreditCard),
            ("DE89 3704 0044 0532 0130 00", Kind::Iban),
            ("iban gb29nwbk60161331926819.", Kind::Iban),
            ("NO93\u{a0}8601\u{a0}1117\u{a0}947", Kind::Iban),
            ("Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.c2ln", Kind::Jwt),
            ("call +49 30 901820-00", Kind::Phone),
        ] {
            assert_eq!(kinds(text), [kind], "{text}");
        }
    }

    #[test]
    fn passes_over_what_is_none() {
        for text in [
            "",
            "a@b",
            "logo@2x.png",
            "core@1.2.3",
            "@scope/package",
            "git@host.example:repo",
            "4111 1111 1111 1112",
            "order 4000-1234",
            "1234567812345678",
            "DE00 3704 0044 0532 0130 00",
            "version 1.2.3.4",
            "2025-01-31 12:00",
            "1+2222222222",
            "eyJ is short",
            "+1",
            "+12 34 items",
            "••••••••",
            "0000000000000000",
            "translate(4111111111111111px)",
        ] {
            assert_eq!(kinds(text), [], "{text}");
        }
    }
}
