//! Values behind a label. In: the class of the label and the range of the value. Out: hits, or a mark that speaks against hits.

use super::labels::FieldClass;
use super::text::{DIGIT, NEUTRAL, Page, TAKEN};
use super::{Kind, address, banking, dates, keys, names};

/// Where a label comes from: how sure its value's bounds are.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Source {
    /// The structure of the page or of a document: the value is the whole range.
    Structure,
    /// A label in the text itself; the value may be followed by other words.
    Text,
}

/// Reports what a labelled value holds.
pub(crate) fn labelled(page: &mut Page<'_>, class: FieldClass, start: usize, end: usize, source: Source) {
    use FieldClass::*;
    let text = page.between(start, end);
    let start =
        start + text.len() - text.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '`' | '«' | '»')).len();
    let text = page.between(start, end);
    let end = start + text.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '`' | ';' | '»')).len();
    let text = page.between(start, end);
    if !text.chars().any(char::is_alphanumeric) {
        return;
    }
    let whole = source == Source::Structure;
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    match class {
        Password | Pin | OneTimeCode => secret_behind_label(page, start, end, whole),
        Secret => token(page, start, end),
        CardNumber if digits >= 12 => {
            let (from, to) = code(page, start, end, 30);
            page.hit(from, to, Kind::CreditCard, 0.9, "number behind the label of a card");
        }
        CardCode if (3..=4).contains(&digits) => {
            let (from, to) = code(page, start, end, 5);
            page.hit(from, to, Kind::CreditCard, 0.9, "security code of a card");
        }
        CardExpiry if (3..=8).contains(&digits) && text.len() <= 12 => page.hit(start, end, Kind::CreditCard, 0.7, "expiry of a card"),
        PersonName | GivenName | FamilyName | CardHolder => names::value(page, class, start, end, whole, true),
        BankAccount if digits >= 6 => {
            let first = page.token_at(start);
            if let Some(to) = page.token(first).and_then(|t| banking::iban(page, t.from())) {
                page.hit(start, to, Kind::Iban, 0.98, "IBAN with valid check digits");
            } else {
                let (from, to) = code(page, start, end, 42);
                page.hit(from, to, Kind::Iban, 0.8, "number behind the label of an account");
            }
        }
        Bic => {
            if let Some(t) = page.token(page.token_at(start)).filter(|t| banking::is_bic(&page.word(*t).to_ascii_uppercase())) {
                page.hit(t.from(), t.to(), Kind::Bic, 0.95, "bank code behind its label");
            }
        }
        NationalId | TaxId | HealthInsuranceNo | PassportOrId if digits >= 4 || (digits >= 1 && text.len() >= 6) => {
            let (from, to) = code(page, start, end, 32);
            if page.between(from, to).bytes().filter(u8::is_ascii_digit).count() >= 3 {
                page.hit(from, to, Kind::NationalId, 0.9, "number behind the label of an identity");
            }
        }
        VatId if digits >= 5 => {
            let (from, to) = code(page, start, end, 24);
            page.hit(from, to, Kind::VatId, 0.9, "number behind the label of a VAT number");
        }
        Phone if digits >= 4 => {
            let Some(skip) = text
                .find(|c: char| c.is_ascii_digit() || c == '+' || c == '(')
                .filter(|n| *n <= 6 && !text.starts_with(['-', '–', '—', '/', 'M']))
            else {
                return;
            };
            let from = start + skip;
            let len = page
                .between(from, end)
                .bytes()
                .take_while(|b| b.is_ascii_digit() || matches!(b, b' ' | b'+' | b'-' | b'.' | b'/' | b'(' | b')'))
                .count();
            let to = from + page.between(from, from + len).trim_end_matches(|c: char| !c.is_ascii_digit() && c != ')').len();
            if page.between(from, to).bytes().filter(u8::is_ascii_digit).count() >= 5
                && !page.token(page.token_at(from)).is_some_and(|t| t.has(TAKEN))
            {
                page.hit(from, to, Kind::Phone, 0.93, "number behind the label of a telephone");
            }
        }
        Email if text.contains('@') && whole && text.len() <= 80 && !text.contains('\n') && text.split(' ').count() <= 6 => {
            page.hit(start, end, Kind::Email, 0.9, "value behind the label of an address")
        }
        Address => street(page, start, if whole || text.len() <= 45 { end } else { address::words_end(page, start, end) }),
        Postcode if digits >= 2 && (13..=48).contains(&text.len()) && whole_place(text) => city(page, start, end, digits),
        Postcode if digits >= 2 && text.len() <= 12 => page.hit(start, end, Kind::Address, 0.85, "postal code behind its label"),
        City => city(page, start, if whole || text.len() <= 40 { end } else { address::words_end(page, start, end) }, digits),
        Dob if digits >= 2 => birth(page, start, end),
        LicensePlate if digits >= 1 => plate(page, start, end),
        Wallet if text.len() >= 20 => {
            if let Some(t) = page.token(page.token_at(start)).filter(|t| t.len() >= 20 && t.has(DIGIT)) {
                page.hit(start, t.to(), Kind::Crypto, 0.9, "value behind the label of a wallet");
            }
        }
        Reference | Amount | Product | Date | Company => page.mark(start, end, NEUTRAL),
        _ => {}
    }
}

/// The number or code at the beginning of a range: letters, digits and the signs between them, while it looks like one.
fn code(page: &Page<'_>, start: usize, end: usize, max: usize) -> (usize, usize) {
    let mut index = page.token_at(start);
    let from = page.token(index).map_or(start, |t| t.from().max(start));
    let mut to = from;
    while let Some(t) = page.token(index).filter(|t| t.from() < end && t.from() - from < max) {
        if to > from {
            let gap = page.between(to, t.from());
            let joins = gap.len() <= 3 && gap.bytes().all(|b| matches!(b, b' ' | b'-' | b'.' | b'/' | b'+' | b'(' | b')' | b'_'));
            // A word in lower case, or a longer word without digits, is no part of a code.
            let word =
                !t.has(DIGIT) && (t.len() > 4 || page.word(t).chars().any(char::is_lowercase) && !gap.is_empty() && gap.contains(' '));
            if !joins || word {
                break;
            }
        }
        to = t.to().min(end);
        index += 1;
    }
    (from, to)
}

/// Whether a value stands for one that is filled in elsewhere: `${DB_PASSWORD}`, `{{ secret }}`, `<your key>`, `%PASS%`.
pub(crate) fn is_placeholder(word: &str) -> bool {
    ["${", "$(", "{{", "<%", "%(", "<"].iter().any(|p| word.starts_with(p))
        || word.len() > 2 && word.starts_with('%') && word.ends_with('%')
        || word.strip_prefix('$').is_some_and(|w| w.len() > 2 && w.bytes().all(|b| b.is_ascii_uppercase() || b == b'_'))
}

/// Words that stand where a password could: texts about passwords, not passwords.
fn is_prose(word: &str) -> bool {
    const PROSE: &[&str] = &[
        "must",
        "should",
        "is",
        "ist",
        "muss",
        "required",
        "erforderlich",
        "forgot",
        "reset",
        "change",
        "show",
        "hide",
        "your",
        "the",
        "none",
        "null",
        "true",
        "false",
        "undefined",
        "string",
        "optional",
        "hidden",
        "protected",
        "doit",
        "debe",
        "deve",
        "moet",
        "musi",
        "vergessen",
        "oublie",
        "enter",
        "incorrect",
        "invalid",
        "wrong",
        "falsch",
        "for",
        "and",
        "or",
        "not",
        "has",
        "was",
        "text",
        "password",
        "passwort",
        "min",
        "max",
        "new",
        "field",
        "input",
        "label",
        "mindestens",
    ];
    PROSE.iter().any(|p| p.eq_ignore_ascii_case(word))
}

/// Whether the stretch looks chosen as a password: not a word of a sentence.
pub(crate) fn looks_chosen(word: &str) -> bool {
    let digits = word.bytes().any(|b| b.is_ascii_digit());
    let signs = word.chars().any(|c| !c.is_alphanumeric());
    let upper = word.chars().skip(1).any(char::is_uppercase);
    let masked = word.chars().all(|c| matches!(c, '*' | '•' | '·' | '●' | '_' | '-' | '.' | '–' | '—' | 'x' | 'X'));
    word.chars().count() >= 4 && !masked && (digits || signs || upper)
}

fn secret_behind_label(page: &mut Page<'_>, start: usize, end: usize, whole: bool) {
    let text = page.between(start, end);
    let len = text.find(char::is_whitespace).unwrap_or(text.len());
    let word = text.get(..len).unwrap_or("");
    let masked = !word.chars().any(char::is_alphanumeric);
    if masked || is_placeholder(word) || is_prose(word.trim_end_matches(|c: char| !c.is_alphanumeric())) {
        return;
    }
    let single = len == text.len();
    if single || looks_chosen(word) {
        let word = if single { word } else { word.trim_end_matches([',', ';']) };
        if word.chars().count() >= 3 {
            page.hit(
                start,
                start + word.len(),
                Kind::Password,
                if looks_chosen(word) { 0.93 } else { 0.75 },
                "value behind the label of a password",
            );
        }
    } else if whole && text.len() <= 80 {
        page.hit(start, end, Kind::Password, 0.75, "value behind the label of a password");
    }
}

/// The password behind "is" in a sentence: the next run without spaces, if it looks chosen.
pub(crate) fn secret_behind(page: &mut Page<'_>, start: usize, class: FieldClass) {
    let rest = page.text.get(start..).unwrap_or("");
    let trimmed = rest.trim_start_matches([' ', ':', '=', '"', '\'', '„', '“', '«', '`', '\u{a0}']);
    let from = start + rest.len() - trimmed.len();
    if from - start > 6 || trimmed.starts_with('\n') {
        return;
    }
    let len = trimmed.find(|c: char| c.is_whitespace() || matches!(c, '"' | '“' | '”' | '»' | '`' | '<')).unwrap_or(trimmed.len());
    let word = trimmed.get(..len).unwrap_or("").trim_end_matches(['.', ',', ';', ':', ')', '\'']);
    let digits = word.bytes().filter(u8::is_ascii_digit).count();
    let fits = match class {
        FieldClass::Pin | FieldClass::OneTimeCode => digits >= 3 && word.len() <= 12 || looks_chosen(word) && digits > 0,
        _ => looks_chosen(word) && !is_prose(word),
    };
    if fits && !page.token(page.token_at(from)).is_some_and(|t| t.has(TAKEN)) {
        page.hit(from, from + word.len(), Kind::Password, 0.88, "password in a sentence");
    }
}

fn token(page: &mut Page<'_>, start: usize, end: usize) {
    let text = page.between(start, end);
    // "Bearer x", "Basic x", "Token x".
    let skip = ["Bearer ", "Basic ", "Token ", "bearer ", "basic ", "token "].iter().find(|p| text.starts_with(**p)).map_or(0, |p| p.len());
    let body = text.get(skip..).unwrap_or("");
    let len = body.find(|c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '<' | ';' | ',' | '&')).unwrap_or(body.len());
    let value = body.get(..len).unwrap_or("");
    let digits = value.bytes().any(|b| b.is_ascii_digit());
    let from = start + skip;
    if value.len() >= 6
        && (keys::looks_random(value) || (value.len() >= 8 && digits) || (skip > 0 && value.len() >= 12))
        && !page.token(page.token_at(from)).is_some_and(|t| t.has(TAKEN))
    {
        page.hit(from, from + value.len(), Kind::ApiKey, 0.88, "value behind the label of a secret");
    }
}

fn street(page: &mut Page<'_>, start: usize, end: usize) {
    let text = page.between(start, end);
    if text.len() > 160 {
        return;
    }
    let name = text.chars().any(char::is_uppercase) || text.bytes().any(|b| b.is_ascii_digit());
    if !name || text.contains('@') || text.contains("://") {
        return;
    }
    // A house number alone is no more than a number.
    page.hit(start, end, Kind::Address, 0.88, "value behind the label of an address");
}

fn city(page: &mut Page<'_>, start: usize, end: usize, digits: usize) {
    let text = page.between(start, end);
    if text.len() > 64 || !text.chars().any(char::is_uppercase) || text.contains(['@', '=', '{']) || text.split(' ').count() > 8 {
        return;
    }
    page.hit(start, end, Kind::Address, if digits > 0 { 0.88 } else { 0.75 }, "town behind its label");
}

/// Whether a text is a postal code and a town, with nothing else in it.
fn whole_place(text: &str) -> bool {
    text.chars().any(char::is_uppercase) && text.split(' ').count() <= 6 && !text.contains([':', '@', '.', ';'])
}

fn birth(page: &mut Page<'_>, start: usize, end: usize) {
    let mut index = page.token_at(start);
    let first = index;
    while let Some(t) = page.token(index).filter(|t| t.from() < end && index < first + 4) {
        if t.has(DIGIT)
            && let Some((from, to, _)) = dates::around(page, index)
        {
            page.hit(from.max(start), to, Kind::Dob, 0.95, "date behind the label of a birth");
            return;
        }
        index += 1;
    }
    let text = page.between(start, end);
    if text.len() <= 24 && text.bytes().next().is_some_and(|b| b.is_ascii_digit()) {
        page.hit(start, end, Kind::Dob, 0.85, "date behind the label of a birth");
    }
}

fn plate(page: &mut Page<'_>, start: usize, end: usize) {
    let mut index = page.token_at(start);
    let from = page.token(index).map_or(start, |t| t.from());
    let (mut to, mut count, mut parts) = (from, 0, 0);
    while let Some(t) = page.token(index).filter(|t| t.from() < end && parts < 5) {
        let gap = page.between(to, t.from());
        let word = page.word(t);
        let capital = word.chars().all(|c| c.is_uppercase() || c.is_ascii_digit());
        if (to > from && !matches!(gap, " " | "-" | "·" | "." | "•" | ":" | " - ")) || !capital && parts > 0 || count + t.len() > 18 {
            break;
        }
        count += t.len();
        to = t.to();
        parts += 1;
        index += 1;
    }
    let value = page.between(from, to);
    // A number of the commercial register is none: "Registration: HRB 12345".
    let register = value.starts_with("HRB") || value.starts_with("HRA");
    if (3..=18).contains(&count) && !register && value.bytes().any(|b| b.is_ascii_digit()) {
        page.hit(from, to, Kind::LicensePlate, 0.92, "value behind the label of a plate");
    }
}
