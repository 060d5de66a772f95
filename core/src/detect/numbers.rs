//! Numbers: cards, accounts, telephone and identity numbers, addresses of machines. In: a page. Out: hits for groups of digits
//! whose form, check digits or label say what they are.

use super::labels::{self, FieldClass};
use super::text::{ALPHA, CAPITAL, DIGIT, NEUTRAL, Page, TAKEN};
use super::{Kind, banking, codes, dates, ids, names, national, network, phone, vat};

const GROUPS: usize = 24;
const DIGITS: usize = 40;

/// Groups of digits that belong together.
struct Cluster {
    /// Index of the first word.
    first: usize,
    n: usize,
    ranges: [(u32, u32); GROUPS],
    digits: [u8; DIGITS],
    /// How many digits there are up to and with each group.
    ends: [u8; GROUPS],
}

impl Cluster {
    fn read(page: &Page<'_>, index: usize, lines: bool) -> Cluster {
        let mut c = Cluster { first: index, n: 0, ranges: [(0, 0); GROUPS], digits: [0; DIGITS], ends: [0; GROUPS] };
        let mut count = 0;
        while c.n < GROUPS {
            let Some(token) = page.token(index + c.n).filter(|t| t.is_number() && !t.has(TAKEN)) else { break };
            if c.n > 0 {
                let gap = page.bytes.get(c.end(c.n)..token.from()).unwrap_or(&[]);
                let joins = gap.len() <= 4
                    && gap.iter().all(|b| matches!(b, b' ' | b'-' | b'.' | b'/' | b'(' | b')') || (lines && matches!(b, b'\n' | b'\r')));
                if !joins || (gap.len() == 4 && !gap.contains(&b'(')) {
                    break;
                }
            }
            if count + token.len() > DIGITS {
                break;
            }
            for b in page.bytes.get(token.from()..token.to()).unwrap_or(&[]) {
                if let Some(slot) = c.digits.get_mut(count) {
                    *slot = b - b'0';
                }
                count += 1;
            }
            if let (Some(range), Some(end)) = (c.ranges.get_mut(c.n), c.ends.get_mut(c.n)) {
                *range = (token.start, token.end);
                *end = u8::try_from(count).unwrap_or(u8::MAX);
            }
            c.n += 1;
        }
        c
    }

    fn before(&self, group: usize) -> usize {
        if group == 0 { 0 } else { self.ends.get(group - 1).map_or(0, |e| usize::from(*e)) }
    }

    /// The digits of the groups `from..to`.
    fn digits(&self, from: usize, to: usize) -> &[u8] {
        let end = self.before(to);
        self.digits.get(self.before(from)..end).unwrap_or(&[])
    }

    fn start(&self, group: usize) -> usize {
        self.ranges.get(group).map_or(0, |r| r.0 as usize)
    }

    fn end(&self, to: usize) -> usize {
        to.checked_sub(1).and_then(|i| self.ranges.get(i)).map_or(0, |r| r.1 as usize)
    }

    fn lengths(&self, from: usize, to: usize) -> ([usize; GROUPS], usize) {
        let mut out = [0; GROUPS];
        for (slot, r) in out.iter_mut().zip(self.ranges.iter().take(to).skip(from)) {
            *slot = (r.1 - r.0) as usize;
        }
        (out, to - from)
    }

    fn gaps<'a>(&self, page: &Page<'a>, from: usize, to: usize) -> ([&'a str; GROUPS], usize) {
        let mut out = [""; GROUPS];
        let n = (to - from).saturating_sub(1);
        for i in 0..n {
            if let (Some(slot), Some(a), Some(b)) = (out.get_mut(i), self.ranges.get(from + i), self.ranges.get(from + i + 1)) {
                *slot = page.between(a.1 as usize, b.0 as usize);
            }
        }
        (out, n)
    }
}

pub(crate) fn scan(page: &mut Page<'_>) {
    let mut index = 0;
    while let Some(token) = page.token(index) {
        let next = if token.has(TAKEN) {
            None
        } else if token.has(DIGIT) {
            digits(page, index)
        } else if token.len() <= 4 && token.has(ALPHA) {
            letters(page, index)
        } else {
            None
        };
        index = next.filter(|n| *n > index).unwrap_or(index + 1);
    }
}

/// A short word of letters in front of digits: "DE 89 ...", "AB 12 34 56 C", "fe80::1", "ab:cd:...".
fn letters(page: &mut Page<'_>, index: usize) -> Option<usize> {
    let token = page.token(index)?;
    let (start, end) = (token.from(), token.to());
    let sep = page.byte(end);
    if matches!(sep, b':' | b'-' | b'.')
        && page.word(token).bytes().all(|b| b.is_ascii_hexdigit())
        && let Some(next) = machine(page, start)
    {
        return Some(next);
    }
    let following = page.token(index + 1)?;
    if token.len() == 2
        && following.from() - end <= 3
        && page.byte(following.from()).is_ascii_digit()
        && !page.between(end, following.from()).contains(['\n', ':'])
    {
        return coded(page, index);
    }
    None
}

/// An account or identity number that begins with the letters of word `index`.
fn coded(page: &mut Page<'_>, index: usize) -> Option<usize> {
    let token = page.token(index)?;
    let start = token.from();
    if let Some(end) = banking::iban(page, start) {
        page.hit(start, end, Kind::Iban, 0.98, "IBAN with valid check digits");
        return Some(page.token_at(end));
    }
    if token.has(NEUTRAL) {
        return None;
    }
    if let Some((end, confidence)) = ids::mixed(page, index) {
        page.hit(start, end, Kind::NationalId, confidence, "identity number with check letter");
        return Some(page.token_at(end));
    }
    if token.has(CAPITAL)
        && let Some((end, check)) = vat::at_word(page, index)
    {
        let class = labels::nearest(page, index);
        let labelled = matches!(class, Some(FieldClass::VatId | FieldClass::TaxId));
        if class != Some(FieldClass::Reference) && (labelled || check != Some(false)) {
            let confidence = match (labelled, check) {
                (true, _) => 0.95,
                (false, Some(_)) => 0.85,
                (false, None) => 0.6,
            };
            page.hit(start, end, Kind::VatId, confidence, "VAT number by form");
            return Some(page.token_at(end));
        }
    }
    None
}

/// An IPv6 or hardware address.
fn machine(page: &mut Page<'_>, start: usize) -> Option<usize> {
    if let Some(end) = network::mac(page, start) {
        page.hit(start, end, Kind::Mac, 0.97, "hardware address");
        return Some(page.token_at(end));
    }
    let mut from = start;
    if page.before(from) == b':' && from >= 2 && page.byte(from - 2) == b':' && !page.before(from - 2).is_ascii_alphanumeric() {
        from -= 2;
    } else if page.before(from) == b':' {
        return None;
    }
    if let Some(end) = network::ipv6(page, from) {
        let common = network::is_common(page.between(from, end));
        page.hit(from, end, Kind::Ip, if common { 0.4 } else { 0.95 }, "IPv6 address");
        return Some(page.token_at(end));
    }
    None
}

fn digits(page: &mut Page<'_>, index: usize) -> Option<usize> {
    let token = page.token(index)?;
    let start = token.from();
    if token.len() <= 4 {
        let hexadecimal = page.word(token).bytes().all(|b| b.is_ascii_hexdigit());
        let colon = matches!(page.byte(token.to()), b':' | b'-')
            || page.before(start) == b':'
            || (token.len() == 4 && page.byte(token.to()) == b'.');
        if hexadecimal
            && colon
            && let Some(next) = machine(page, start)
        {
            return Some(next);
        }
    }
    if token.has(ALPHA) {
        if token.len() >= 4 && page.byte(start).is_ascii_alphabetic() && page.byte(start + 1).is_ascii_alphabetic()
            || token.len() >= 8
            || (token.len() >= 2 && page.byte(start).is_ascii_digit())
            || token.len() >= 7
        {
            return coded(page, index).or_else(|| short(page, index)).or_else(|| named(page, index));
        }
        return None;
    }
    if token.is_number() {
        return number(page, index);
    }
    None
}

/// A word of letters and digits behind a word for an identity document or a plate: "passport C01X00T47".
fn named(page: &mut Page<'_>, index: usize) -> Option<usize> {
    let token = page.token(index).filter(|t| (5..=20).contains(&t.len()) && !t.has(NEUTRAL))?;
    use FieldClass::*;
    let kind = match labels::nearest(page, index)? {
        // A part of a path or file name is no number of a person.
        NationalId | TaxId | HealthInsuranceNo | PassportOrId if matches!(page.before(token.from()), b'.' | b'/' | b'_' | b'=' | b'#') => {
            return None;
        }
        NationalId | TaxId | HealthInsuranceNo | PassportOrId => Kind::NationalId,
        LicensePlate if token.len() <= 9 => Kind::LicensePlate,
        _ => return None,
    };
    page.hit(token.from(), token.to(), kind, 0.85, "code behind its word");
    Some(index + 1)
}

/// Identity numbers whose letter comes first and alone: "X 1234567 L".
fn short(page: &mut Page<'_>, index: usize) -> Option<usize> {
    let token = page.token(index)?;
    let end = ids::finnish_signed(page, token.from())?;
    page.hit(token.from(), end, Kind::NationalId, 0.9, "identity number with check letter");
    Some(page.token_at(end))
}

fn number(page: &mut Page<'_>, index: usize) -> Option<usize> {
    let token = page.token(index)?;
    let start = token.from();
    // Most numbers of a page are short and alone.
    let behind = page.byte(token.to());
    if token.len() <= 4 && !matches!(behind, b' ' | b'-' | b'.' | b'/' | b'(' | b')' | b'+') && behind < 0x80 && page.before(start) != b' '
    {
        return None;
    }
    let c = Cluster::read(page, index, false);
    let all = c.digits(0, c.n);
    if all.len() < 5
        && let Some(previous) = index
            .checked_sub(1)
            .and_then(|i| page.token(i))
            .filter(|t| start - t.to() <= 2 && matches!(t.label(), Some(FieldClass::CardCode | FieldClass::Pin)))
        && (3..=8).contains(&all.len())
        && c.n == 1
    {
        let kind = if previous.label() == Some(FieldClass::Pin) { Kind::Password } else { Kind::CreditCard };
        page.hit(start, token.to(), kind, 0.85, "code behind its word");
        return Some(index + 1);
    }
    if all.len() < 4 {
        // A country code alone at the end of a line.
        if page.before(start) == b'+'
            && let Some(next) = international(page, &c)
        {
            return Some(next);
        }
        if (1..=3).contains(&all.len()) {
            return date_of_birth(page, index);
        }
        return None;
    }
    if c.n >= 4
        && let Some(end) = network::ipv4(page, start)
    {
        let behind = page.token_at(end);
        if !token.has(NEUTRAL) && !network::is_version(page, start, end) {
            let local = network::is_local(page.between(start, end));
            page.hit(start, end, Kind::Ip, if local { 0.4 } else { 0.93 }, "IPv4 address");
        }
        return Some(behind);
    }
    if token.len() <= 8
        && let Some((from, to, next)) = dates::around(page, index).filter(|(f, t, _)| t - f > 8 || c.n >= 3)
    {
        let dob = labels::nearest(page, page.token_at(from)) == Some(FieldClass::Dob) || dates::born_behind(page, next);
        if dob {
            page.hit(from, to, Kind::Dob, 0.9, "date behind a word of birth");
            names::before_birth(page, from);
        }
        // Eight figures in one word are a date only where something says so.
        if dob || c.n > 1 || next > index + 1 {
            return Some(next);
        }
    }
    if let Some(next) = international(page, &c) {
        return Some(next);
    }
    if token.has(NEUTRAL) {
        return Some(index + c.n);
    }
    if let Some(next) = card(page, &c) {
        return Some(next);
    }
    // The letter of a number may stand in front, apart: "X-1234567-L".
    if token.len() == 7
        && let Some(lead) = index.checked_sub(1).filter(|i| page.token(*i).is_some_and(|t| t.len() == 1 && start - t.to() == 1))
        && let Some((end, confidence)) = ids::mixed(page, lead)
    {
        let from = page.token(lead).map_or(start, |t| t.from());
        page.hit(from, end, Kind::NationalId, confidence, "identity number with check letter");
        return Some(page.token_at(end));
    }
    let letters =
        || index.checked_sub(1).and_then(|i| page.token(i)).is_some_and(|t| t.len() <= 3 && t.has(CAPITAL) && start - t.to() <= 1);
    if all.len() < 6 && c.n < 2 && !(letters() && labels::nearest(page, index) == Some(FieldClass::LicensePlate)) {
        return None;
    }
    // In the middle of a row of numbers: no place where a number of a person begins.
    if index.checked_sub(1).and_then(|i| page.token(i)).is_some_and(|t| {
        (t.is_number() && !t.has(TAKEN) || t.has(DIGIT) && t.has(ALPHA))
            && start - t.to() == 1
            && matches!(page.before(start), b' ' | b'.' | b'-' | b'/')
    }) {
        return None;
    }
    if let Some(end) = ids::mixed(page, index).or_else(|| ids::finnish_signed(page, start).map(|e| (e, 0.9))) {
        page.hit(start, end.0, Kind::NationalId, end.1, "identity number with check letter");
        return Some(page.token_at(end.0));
    }
    personal(page, &c)
}

fn date_of_birth(page: &mut Page<'_>, index: usize) -> Option<usize> {
    let (from, to, next) = dates::around(page, index)?;
    if labels::nearest(page, page.token_at(from)) == Some(FieldClass::Dob) || dates::born_behind(page, next) {
        page.hit(from, to, Kind::Dob, 0.9, "date behind a word of birth");
        names::before_birth(page, from);
    }
    Some(next)
}

/// What stands in front of a number: a `+`, a bracket, a hyphen of a longer code, a currency.
fn lead(page: &Page<'_>, start: usize) -> (usize, bool, bool) {
    let mut from = start;
    let mut bracket = false;
    let mut plus = false;
    for _ in 0..3 {
        match page.before(from) {
            b'(' if !bracket => {
                bracket = true;
                from -= 1;
            }
            b'+' if !plus => {
                plus = true;
                from -= 1;
            }
            b' ' | b'-' if !plus && from >= 2 && page.before(from - 1) == b'+' => {
                plus = true;
                from -= 2;
            }
            _ => break,
        }
    }
    if bracket && !plus && page.byte(from) != b'(' {
        bracket = false;
    }
    (from, plus, bracket)
}

fn international(page: &mut Page<'_>, c: &Cluster) -> Option<usize> {
    let start = c.start(0);
    let (from, plus, _) = lead(page, start);
    let zero = !plus && c.digits.first() == Some(&0) && c.digits.get(1) == Some(&0) && c.digits.get(2) != Some(&0);
    if !plus && !zero || page.before(from).is_ascii_alphanumeric() || (zero && matches!(page.before(from), b':' | b'.' | b'/' | b'-')) {
        return None;
    }
    let skip = if zero { 2 } else { 0 };
    for to in (1..=c.n).rev() {
        let digits = c.digits(0, to).get(skip..)?;
        if !phone::international(digits) || digits.len() < 7 {
            continue;
        }
        // Without a plus, a word of digits must have the length of a plan with one number length.
        if zero && to == 1 && !(9..=13).contains(&digits.len()) {
            return None;
        }
        let (gaps, n) = c.gaps(page, 0, to);
        if gaps.iter().take(n).any(|g| g.contains("- ") && !g.contains(" - ")) {
            continue;
        }
        if zero && labels::nearest(page, c.first) == Some(FieldClass::Reference) {
            return None;
        }
        let mut end = c.end(to);
        // An open bracket in front closes behind: "(+49 30 123456)".
        if page.byte(from) == b'(' && page.byte(end) == b')' && !page.between(from + 1, end).contains(')') {
            end += 1;
        }
        page.hit(from, end, Kind::Phone, if plus { 0.95 } else { 0.85 }, "number with country code");
        return Some(c.first + to);
    }
    // Broken over two lines: only as a whole a number of its country.
    let behind = c.end(c.n);
    let breaks = matches!((page.byte(behind), page.byte(behind + 1)), (b'\n' | b'\r', _) | (b' ', b'\n' | b'\r'));
    if plus && breaks {
        let longer = Cluster::read(page, c.first, true);
        let whole =
            (c.n + 1..=longer.n).rev().find(|to| longer.digits(0, *to).len() >= 9 && phone::international(longer.digits(0, *to)))?;
        page.hit(from, longer.end(whole), Kind::Phone, 0.8, "number with country code");
        return Some(c.first + whole);
    }
    None
}

/// A card among the groups: check digit, brand, and a form in which cards are written.
fn card(page: &mut Page<'_>, c: &Cluster) -> Option<usize> {
    let all = c.digits(0, c.n).len();
    if all >= 12
        && let Some(next) = card_in(page, c, false)
    {
        return Some(next);
    }
    // Perhaps broken over two lines.
    let behind = c.end(c.n);
    let next = page.text.get(behind..).unwrap_or("").trim_start_matches(' ');
    if all < 4 || !next.starts_with(['\n', '\r']) || !page.token(c.first + c.n).is_some_and(|t| t.is_number()) {
        return None;
    }
    let longer = Cluster::read(page, c.first, true);
    if longer.n == c.n { None } else { card_in(page, &longer, true) }
}

fn card_in(page: &mut Page<'_>, c: &Cluster, extended: bool) -> Option<usize> {
    let coded = code_around(page, c.start(0), c.end(c.n));
    for from in 0..c.n {
        for to in (from + 1..=c.n).rev() {
            let digits = c.digits(from, to);
            if digits.len() > 19 {
                continue;
            }
            if digits.len() < 12 {
                break;
            }
            let brand = banking::brand(digits);
            if brand == 0 || !codes::luhn(digits) || digits.iter().all(|d| Some(d) == digits.first()) {
                continue;
            }
            let (lengths, n) = c.lengths(from, to);
            let lengths = lengths.get(..n).unwrap_or(&[]);
            let usual = match lengths {
                [_] => from == 0 && to == c.n || c.n > 1,
                [4, 6, 4 | 5] => true,
                [head @ .., last] => {
                    let size = head.first().copied().unwrap_or(0);
                    head.iter().all(|g| *g == size) && *last <= size.max(4) && (1..=6).contains(&size)
                }
                [] => false,
            };
            let class = labels::nearest(page, c.first + from);
            let labelled = class == Some(FieldClass::CardNumber);
            if coded && !labelled {
                continue;
            }
            let against = matches!(class, Some(FieldClass::Reference | FieldClass::Amount | FieldClass::Product | FieldClass::Date));
            // Four groups of four with a right check digit are a card even where an order or a charge is spoken of.
            let printed = brand >= 2 && matches!(lengths, [4, 4, 4, 4] | [4, 6, 5]);
            if (against && !printed) || (!labelled && (!usual || brand < 2 || (extended && !lengths.iter().all(|g| *g == 4)))) {
                continue;
            }
            let grouped = lengths.len() > 1;
            page.hit(
                c.start(from),
                c.end(to),
                Kind::CreditCard,
                if labelled {
                    0.98
                } else if grouped {
                    0.95
                } else {
                    0.85
                },
                "card number with valid check digit",
            );
            return Some(c.first + to);
        }
    }
    None
}

/// Whether letters stand directly around a number, joined by a hyphen or the like: "ORD-1234", "12-B".
fn code_around(page: &Page<'_>, start: usize, end: usize) -> bool {
    let joined = |b: u8| matches!(b, b'-' | b'_' | b'/' | b'#' | b'.');
    let before = page.before(start);
    let after = page.byte(end);
    before == b'#'
        || (joined(before) && page.before(start - 1).is_ascii_alphanumeric())
        || (joined(after) && page.byte(end + 1).is_ascii_alphanumeric())
}

/// Whether a unit, a currency or a percent sign stands behind, or a currency in front.
fn measured(page: &Page<'_>, start: usize, end: usize) -> bool {
    const UNITS: &[&str] = &[
        "€", "$", "£", "%", "kč", "zł", "eur", "usd", "chf", "gbp", "czk", "pln", "kr", "ft", "lei", "lv", "ms", "px", "kg", "g", "km",
        "cm", "mm", "m", "m²", "gb", "mb", "kb", "kwh", "l", "ml", "sek", "dkk", "nok", "huf", "ron", "¥", "₹", "°", "pcs", "stk", "st",
        "x", "×", "mah", "rpm", "hz", "mhz", "ghz", "w", "kw", "v", "lm", "dpi", "uhr", "items",
    ];
    let after = page.text.get(end..).unwrap_or("");
    let rest = after.strip_prefix([' ', '\u{a0}']).unwrap_or(after);
    let unit: &str = rest.split(|c: char| c.is_whitespace() || matches!(c, ',' | '.' | ';' | ')' | '<' | '|' | '"')).next().unwrap_or("");
    let decimals = after.starts_with(',') && after.as_bytes().get(1).is_some_and(u8::is_ascii_digit);
    let front = page.text.get(..start).unwrap_or("").trim_end_matches(' ').chars().next_back();
    decimals
        || (!unit.is_empty() && unit.len() <= 6 && UNITS.iter().any(|u| unit.eq_ignore_ascii_case(u)))
        || front.is_some_and(|c| matches!(c, '€' | '$' | '£' | '¥' | '₹' | '#' | '^' | '=')) && front != Some('=')
}

/// Telephone and identity numbers without a country code.
fn personal(page: &mut Page<'_>, c: &Cluster) -> Option<usize> {
    let (start, end) = (c.start(0), c.end(c.n));
    let (from, _, bracket) = lead(page, start);
    if page.before(from).is_ascii_alphanumeric()
        || page.before(from) >= 0x80 && page.text.get(..from).and_then(|t| t.chars().next_back()).is_none_or(|ch| ch.is_alphanumeric())
    {
        return None;
    }
    let all = c.digits(0, c.n);
    let (lengths, n) = c.lengths(0, c.n);
    let lengths = lengths.get(..n).unwrap_or(&[]);
    let (gaps, g) = c.gaps(page, 0, c.n);
    let gaps = gaps.get(..g).unwrap_or(&[]);
    let bracket = bracket || gaps.iter().any(|g| g.contains('('));
    let class = labels::nearest(page, c.first);
    use FieldClass::*;
    if measured(page, from, end) {
        return Some(c.first + c.n);
    }
    match class {
        Some(Reference | Amount | Product | Date) => return Some(c.first + c.n),
        Some(Phone) if (5..=15).contains(&all.len()) => {
            page.hit(from, end, Kind::Phone, 0.9, "number behind a word for telephone");
            return Some(c.first + c.n);
        }
        Some(NationalId | TaxId | HealthInsuranceNo | PassportOrId) if ids::plausible(all) => {
            let end = ids::with_letters(page, c.first + c.n, end);
            // A letter in front belongs to it as well: "X-1234567-L".
            let start = c
                .first
                .checked_sub(1)
                .and_then(|i| page.token(i))
                .filter(|t| t.len() == 1 && t.has(CAPITAL) && start - t.to() <= 1 && !page.before(t.from()).is_ascii_alphanumeric())
                .map_or(start, |t| t.from());
            let confidence = if national::one_check_digit(all) { 0.95 } else { 0.9 };
            page.hit(start, end, Kind::NationalId, confidence, "number behind a word for identity");
            return Some(c.first + c.n);
        }
        Some(LicensePlate) if all.len() <= 6 => {
            // The letters in front of the digits belong to the plate: "M-AB 1234".
            let mut first = c.first;
            while c.first - first < 3
                && first.checked_sub(1).and_then(|i| page.token(i)).is_some_and(|t| {
                    t.len() <= 3
                        && page.word(t).chars().all(char::is_uppercase)
                        && page.token(first).is_some_and(|n| n.from() - t.to() <= 1)
                })
            {
                first -= 1;
            }
            let from = page.token(first).map_or(start, |t| t.from());
            page.hit(from, end, Kind::LicensePlate, 0.85, "plate behind a word for it");
            return Some(c.first + c.n);
        }
        Some(BankAccount) if (6..=28).contains(&all.len()) => {
            page.hit(start, end, Kind::Iban, 0.8, "number behind a word for account");
            return Some(c.first + c.n);
        }
        Some(CardNumber) if (12..=19).contains(&all.len()) && banking::brand(all) > 0 => {
            page.hit(start, end, Kind::CreditCard, 0.7, "number behind a word for card");
            return Some(c.first + c.n);
        }
        _ => {}
    }
    if code_around(page, from, end) || matches!(page.byte(end), b':' | b'=') || page.before(from) == b'=' {
        return None;
    }
    let simple: [&str; GROUPS] = std::array::from_fn(|i| gaps.get(i).map_or("", |g| g.trim()));
    let simple = simple.get(..g).unwrap_or(&[]);
    let confidence = ids::digits(all, lengths, simple);
    if confidence >= 0.5 {
        page.hit(start, end, Kind::NationalId, confidence, "identity number with check digit");
        return Some(c.first + c.n);
    }
    if n == 1
        && (9..=11).contains(&all.len())
        && matches!(page.before(from), b';' | b',' | b'\t' | b'|' | b'>' | b'"')
        && page
            .hits
            .iter()
            .any(|h| h.kind == Kind::Email && (h.end <= start && start - h.end <= 12 || h.start >= end && h.start - end <= 12))
    {
        page.hit(from, end, Kind::Phone, 0.6, "number beside an address");
        return Some(c.first + c.n);
    }
    // A row of a table of numbers: nothing tells one of them from the others.
    let beside = |t: Option<super::text::Token>, gap: &str| t.is_some_and(|t| t.is_number()) && gap.len() <= 3;
    let row = c.first.checked_sub(1).and_then(|i| page.token(i)).is_some_and(|t| beside(Some(t), page.between(t.to(), from)))
        || page
            .token(c.first + c.n)
            .is_some_and(|t| beside(Some(t), page.between(end, t.from())) && !page.between(end, t.from()).contains(','));
    if row && !bracket && all.first() != Some(&0) {
        return None;
    }
    // Denmark and Norway in pairs: only as the whole text, and not in rising order, as drawn numbers are.
    let alone = page.between(0, from).trim().is_empty() && page.text.get(end..).is_some_and(|t| t.trim().is_empty());
    if alone && lengths == [2, 2, 2, 2] && all.first().is_some_and(|d| *d >= 2) && gaps.iter().all(|g| *g == " ") {
        let pair = |i: usize| codes::at(all, i * 2) * 10 + codes::at(all, i * 2 + 1);
        if !(0..3).all(|i| pair(i) < pair(i + 1)) {
            page.hit(from, end, Kind::Phone, 0.55, "telephone number by form");
            return Some(c.first + c.n);
        }
    }
    for to in (1..=c.n).rev() {
        let confidence =
            phone::national(c.digits(0, to), lengths.get(..to).unwrap_or(&[]), gaps.get(..to.saturating_sub(1)).unwrap_or(&[]), bracket);
        // A shorter part only where what follows stands clearly apart.
        if confidence > 0.0
            && (to == c.n
                || (confidence > 0.7
                    && gaps.get(to - 1).is_some_and(|g| g.contains(' ') && !g.contains('-'))
                    && to + 1 >= c.n
                    && !lengths.iter().skip(to).any(|l| *l == 3)))
        {
            let mut end = c.end(to);
            if page.byte(end) == b')' && page.byte(from) == b'(' && !page.between(from, end).contains(')') {
                end += 1;
            }
            page.hit(from, end, Kind::Phone, confidence, "telephone number by form");
            return Some(c.first + to);
        }
    }
    None
}
