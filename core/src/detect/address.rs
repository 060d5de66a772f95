//! Postal addresses: a street line with its number, a postal code with its town. In: a page. Out: ADDRESS hits.

use std::sync::LazyLock;

use super::Kind;
use super::labels::{self, FieldClass};
use super::lexicon::{self, COMPANY, NOT, PARTICLE, STREET_BEFORE, STREET_BEHIND};
use super::text::{CAPITAL, DIGIT, NEUTRAL, Page, TAKEN, WIDE};

/// Ends of words that are streets in the Germanic and Nordic languages.
const ENDS: &[&str] = &[
    "straße",
    "strasse",
    "str",
    "weg",
    "platz",
    "allee",
    "gasse",
    "ring",
    "ufer",
    "damm",
    "steig",
    "stieg",
    "graben",
    "markt",
    "chaussee",
    "promenade",
    "pfad",
    "hof",
    "winkel",
    "berg",
    "straat",
    "laan",
    "gracht",
    "kade",
    "plein",
    "singel",
    "dijk",
    "steeg",
    "dreef",
    "pad",
    "hof",
    "baan",
    "plantsoen",
    "park",
    "boulevard",
    "kamp",
    "wal",
    "erf",
    "burg",
    "veld",
    "poort",
    "gatan",
    "vägen",
    "gränd",
    "stigen",
    "torget",
    "backen",
    "gränden",
    "allén",
    "gade",
    "vej",
    "vejen",
    "stræde",
    "allé",
    "torv",
    "gata",
    "gaten",
    "veien",
    "vei",
    "veg",
    "plass",
    "katu",
    "tie",
    "kuja",
    "polku",
    "kaari",
    "raitti",
    "tanav",
    "tänav",
    "iela",
    "gatve",
    "utca",
    "tér",
    "körút",
    "köz",
    "sétány",
];

/// The ends of [`ENDS`] by their last byte.
static BY_LAST: LazyLock<Vec<Vec<&'static str>>> = LazyLock::new(|| {
    let mut table = vec![Vec::new(); 256];
    for end in ENDS {
        if let Some(list) = end.as_bytes().last().and_then(|b| table.get_mut(usize::from(*b))) {
            list.push(*end);
        }
    }
    table
});

/// As [`is_street`], for a word of ASCII letters.
pub(crate) fn ends_as_street(word: &[u8]) -> bool {
    std::str::from_utf8(word).is_ok_and(is_street)
}

/// Whether a word ends like a street of the Germanic, Nordic or other languages that join the word for it to the name.
fn is_street(word: &str) -> bool {
    let Some(last) = word.as_bytes().last().map(u8::to_ascii_lowercase) else { return false };
    let Some(ends) = BY_LAST.get(usize::from(last)) else { return false };
    word.len() >= 3
        && ends.iter().any(|e| {
            let at = word.len().saturating_sub(e.len());
            (at > 2 || at == 0) && word.get(at..).is_some_and(|w| w.eq_ignore_ascii_case(e))
        })
}

/// The bounds of the segment around a place: up to a line end, comma, tag, tab or other separator of fields.
fn segment(page: &Page<'_>, at: usize) -> (usize, usize) {
    let edge =
        |b: u8| matches!(b, b'\n' | b',' | b'|' | b'\t' | b';' | b'<' | b'>' | b'"' | b'{' | b'}' | b'(' | b')' | b'!' | b'?') || b == 0;
    let mut start = at;
    while start > 0 && !edge(page.before(start)) && !(page.before(start) == b':' && page.byte(start) == b' ') {
        start -= 1;
    }
    let mut end = at;
    while end < page.bytes.len() && !edge(page.byte(end)) {
        if page.byte(end) == b'.'
            && page.byte(end + 1) == b' '
            && end.saturating_sub(at) > 4
            && !page.token(page.token_at(end - 1)).is_some_and(|t| t.means(STREET_BEFORE))
            && page.bytes.get(end - 4..end).is_some_and(|w| w.iter().all(|b| b.is_ascii_alphanumeric() || *b >= 0x80))
        {
            break;
        }
        end += 1;
    }
    (start, end)
}

fn trim(page: &Page<'_>, start: usize, end: usize) -> (usize, usize) {
    let text = page.between(start, end);
    let from = start + text.len() - text.trim_start().len();
    (from, from + text.trim().len())
}

/// An address right behind words such as "I live at".
pub(crate) fn behind(page: &mut Page<'_>, start: usize) {
    let (_, mut end) = segment(page, start);
    // "201 bis, avenue X": the number is a segment of its own.
    let number = page.between(start, end);
    if page.byte(end) == b',' && number.len() <= 10 && number.bytes().any(|b| b.is_ascii_digit()) && !number.chars().any(char::is_uppercase)
    {
        end = segment(page, end + 1).1;
    }
    if !line(page, start, end, 0.8) {
        // A name may stand in front: "ship to Jane Doe, 12 High Street".
        let (from, _) = trim(page, end + 1, end + 1);
        if page.byte(end) == b',' && !page.between(start, end).bytes().any(|b| b.is_ascii_digit()) {
            let next = segment(page, from + 1).1;
            line(page, end + 1, next, 0.75);
        }
        return;
    }
    // The next segment is the town, unless it was found by its own form.
    for _ in 0..2 {
        if page.byte(end) != b',' {
            break;
        }
        let next = segment(page, end + 1).1;
        let (from, to) = trim(page, end + 1, next);
        // A floor or door stands between the street and the town: "12 High Street, 2. tv, 5000 Odense".
        let floor = to - from <= 8 && page.byte(next) == b',' && page.between(from, to).bytes().any(|b| b.is_ascii_digit());
        let behind = std::mem::replace(&mut end, next);
        if let Some(t) = page.token(page.token_at(from)).filter(|t| t.from() < to && !t.has(TAKEN)) {
            let numbered = page.between(from, to).bytes().any(|b| b.is_ascii_digit());
            if (t.has(CAPITAL) || numbered) && to - from <= 60 {
                let stop = words_end(page, from, to);
                page.hit(from, stop, Kind::Address, 0.7, "town behind a street");
            } else if numbered_next(page, behind) {
                page.hit(start, to, Kind::Address, 0.7, "street");
            }
        }
        if !floor {
            break;
        }
    }
}

fn numbered_next(page: &Page<'_>, end: usize) -> bool {
    page.byte(end + 1) == b' ' && page.byte(end + 2).is_ascii_digit()
}

/// Words for places that are written small inside the names of towns: "Novo mesto", "Kranjska gora".
const PLACES: &[&str] = &["mesto", "vas", "gora", "polje", "selo", "dol", "toplice", "bistrica", "slatina", "breg", "potok", "ves", "hora"];

/// The end of the stretch of words that belong to a place: it stops at the first word in lower case that is no particle.
pub(crate) fn words_end(page: &Page<'_>, start: usize, end: usize) -> usize {
    let mut stop = start;
    let mut index = page.token_at(start);
    while let Some(t) = page.token(index).filter(|t| t.from() < end) {
        let word = page.word(t);
        let gap = page.between(stop.max(start), t.from());
        if stop > start && (gap.contains(". ") && page.between(start, stop).split(' ').next_back().is_some_and(|w| w.len() > 3)) {
            break;
        }
        let fine = t.has(CAPITAL | DIGIT)
            || t.means(PARTICLE)
            || t.means(STREET_BEFORE)
            || t.len() <= 2
            || PLACES.contains(&word)
            || matches!(word, "sur" | "sous" | "lès" | "vorm" | "ob" | "bei" | "pod" | "nad" | "près" | "aux");
        if !fine {
            break;
        }
        stop = t.to();
        index += 1;
    }
    stop
}

/// A street line: a number and a capitalised name.
fn line(page: &mut Page<'_>, start: usize, end: usize, confidence: f32) -> bool {
    let (start, end) = trim(page, start, end);
    let first = page.token_at(start);
    let Some(token) = page.token(first).filter(|t| t.from() < end) else { return false };
    if token.has(TAKEN) {
        return false;
    }
    let stop = words_end(page, start, end);
    let text = page.between(start, stop);
    let digits = text.bytes().any(|b| b.is_ascii_digit());
    let name = text.chars().any(char::is_uppercase);
    if !(digits && name) || stop - start > 80 {
        return false;
    }
    page.hit(start, stop, Kind::Address, confidence, "street line");
    true
}

pub(crate) fn scan(page: &mut Page<'_>) {
    let mut index = 0;
    while let Some(token) = page.token(index) {
        if !token.has(TAKEN | NEUTRAL) {
            if token.has(DIGIT) {
                if let Some((start, end, confidence)) = town(page, index) {
                    place(page, start, end, confidence);
                }
            } else {
                street(page, index);
            }
        }
        index += 1;
    }
}

/// A postal code and its town, and the street line in front of them.
fn place(page: &mut Page<'_>, start: usize, end: usize, confidence: f32) {
    let before = page.text.get(..start).unwrap_or("").trim_end_matches(' ');
    let sep = before.chars().next_back();
    let line_start = matches!(sep, None | Some('\n' | '>' | ';' | '\t' | '|' | '"' | '('));
    let class = if matches!(sep, Some(':')) { None } else { labels::nearest(page, page.token_at(start)) };
    if matches!(class, Some(FieldClass::Reference | FieldClass::Amount)) && confidence < 0.8 {
        return;
    }
    let mut found_street = false;
    if matches!(sep, Some(',' | '\n' | '>' | ';' | '\t')) {
        // Over a comma, a line break or a tag to the segment in front.
        let mut at = before.len() - sep.map_or(0, char::len_utf8);
        if sep == Some('>') {
            at = before.rfind('<').unwrap_or(at);
        }
        let gap_start = page.text.get(..at).unwrap_or("").trim_end().len();
        let (from, to) = trim(page, segment(page, gap_start).0, gap_start);
        let (mut from, to) = (from, to);
        // "12, rue X": the number stands in a segment of its own.
        if page.before(from).is_ascii_whitespace() || page.before(from) == b',' {
            let front = page.text.get(..from).unwrap_or("").trim_end_matches([' ', ',']);
            let number = front.len() - front.bytes().rev().take_while(u8::is_ascii_digit).count();
            if number < front.len() && page.text.get(front.len()..from).is_some_and(|g| g.contains(',') && g.len() <= 3) {
                from = number;
            }
        }
        // "Via X, 12, 00100 Y": the number is the segment.
        let text = page.between(from, to);
        if !text.is_empty()
            && text.len() <= 6
            && text.bytes().next().is_some_and(|b| b.is_ascii_digit())
            && page.text.get(..from).is_some_and(|t| t.ends_with(", "))
        {
            from = trim(page, segment(page, from - 2).0, to).0;
        }
        let from = cut_intro(page, from, to);
        found_street = street_like(page, from, to);
        if found_street && !page.token(page.token_at(from)).is_some_and(|t| t.has(TAKEN)) && !legal(page, from) {
            page.hit(from, to, Kind::Address, 0.75, "street in front of a town");
        }
    }
    let line_end = page.text.get(end..).is_none_or(|t| {
        let t = t.trim_start_matches(' ');
        t.is_empty() || t.starts_with(['\n', '<', ';', '\t', '|', '"', ',', ')', '.', '\r'])
    });
    let alone = line_start && line_end;
    if confidence >= 0.8
        || found_street
        || alone && confidence >= 0.5
        || matches!(class, Some(FieldClass::City | FieldClass::Postcode | FieldClass::Address))
    {
        if !page.settings.business && legal(page, start) {
            return;
        }
        page.hit(start, end, Kind::Address, if found_street { 0.85 } else { confidence.max(0.6) }, "postal code and town");
    }
}

/// Whether the lines in front of a place name a company: its address is business data.
fn legal(page: &Page<'_>, at: usize) -> bool {
    if page.settings.business {
        return false;
    }
    let before = page.text.get(..at).unwrap_or("");
    before.trim_end().rsplit('\n').take(2).any(|line| {
        let line = line.trim().trim_end_matches('.');
        let last = line.rsplit(' ').next().unwrap_or("");
        line.len() <= 60
            && !line.contains(':')
            && last.len() >= 2
            && (lexicon::bits(last) & COMPANY != 0 || last.contains('.'))
            && line.contains(' ')
    })
}

/// Cuts the words in front of a street line in a sentence: "I moved to 12 Foo Street".
fn cut_intro(page: &Page<'_>, start: usize, end: usize) -> usize {
    let mut index = page.token_at(start);
    let mut from = start;
    while let Some(t) = page.token(index).filter(|t| t.from() < end) {
        // "Kingston upon Hull", "Stratford on Avon".
        let inner = t.from() > start
            && matches!(page.word(t), "upon" | "on" | "under" | "by" | "next" | "sur" | "lès" | "nad" | "pod" | "bei" | "ob" | "am")
            && page.token(index + 1).is_some_and(|n| n.has(CAPITAL));
        let lower = !t.has(CAPITAL | DIGIT) && !t.means(STREET_BEFORE) && !t.means(PARTICLE) && !inner;
        if lower {
            from = page.token(index + 1).map_or(end, |n| n.from()).min(end);
        }
        index += 1;
    }
    // What remains may begin with a common word of the sentence.
    let first = page.token(page.token_at(from));
    match first {
        Some(t) if t.from() < end && t.means(PARTICLE) && !t.has(CAPITAL) => page.token(page.token_at(from) + 1).map_or(from, |n| n.from()),
        _ => from,
    }
}

fn street_like(page: &Page<'_>, start: usize, end: usize) -> bool {
    let text = page.between(start, end);
    if text.is_empty() || text.len() > 70 {
        return false;
    }
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let words = text.split(' ').count();
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    (1..=9).contains(&digits) && letters >= 3 && words <= 9 && text.chars().any(char::is_uppercase) && !text.contains(['€', '$', '@', '='])
}

/// A postal code with its town around the number at `index`.
fn town(page: &Page<'_>, index: usize) -> Option<(usize, usize, f32)> {
    let t = page.token(index)?;
    let next = page.token(index + 1);
    let word = page.word(t);
    let space = |a: usize, b: usize| page.between(a, b) == " ";
    let city = |from: usize| -> Option<usize> {
        let first = page.token(from).filter(|t| t.has(CAPITAL) && !t.has(DIGIT))?;
        if first.len() < 2 {
            return None;
        }
        let (_, end) = segment(page, first.from());
        let mut stop = words_end(page, first.from(), end);
        // A common word alone is no town: "12345 Views"; "Bad Homburg" and "San Donato" are.
        if first.means(NOT) && stop == first.to() {
            return None;
        }
        // At most five words.
        let text = page.between(first.from(), stop);
        if let Some((cut, _)) = text.match_indices(' ').nth(4) {
            stop = first.from() + cut;
        }
        Some(stop)
    };
    let before = page.before(t.from());
    if before.is_ascii_alphanumeric()
        || matches!(before, b'.' | b'/' | b'#' | b'$' | b'+' | b'_' | b'=')
        || (before == b'-' && !page.before(t.from().saturating_sub(1)).is_ascii_uppercase())
    {
        return None;
    }
    if t.is_number() {
        match (t.len(), next) {
            // Netherlands: 1234 AB Town.
            (4, Some(n))
                if n.len() == 2 && !n.has(DIGIT) && space(t.to(), n.from()) && page.word(n).bytes().all(|b| b.is_ascii_uppercase()) =>
            {
                let end = city(index + 2).filter(|_| page.token(index + 2).is_some_and(|c| space(n.to(), c.from())));
                return Some((t.from(), end.unwrap_or(n.to()), if end.is_some() { 0.85 } else { 0.5 }));
            }
            // Poland: 12-345 Town; Portugal: 1234-567 Town.
            (2 | 4, Some(n)) if n.is_number() && n.len() == 3 && page.between(t.to(), n.from()) == "-" => {
                let end = city(index + 2).filter(|_| page.token(index + 2).is_some_and(|c| space(n.to(), c.from())))?;
                return Some((t.from(), end, 0.85));
            }
            // Czech Republic, Slovakia, Sweden, Greece: 123 45 Town.
            (3, Some(n)) if n.is_number() && n.len() == 2 && space(t.to(), n.from()) => {
                let end = city(index + 2).filter(|_| page.token(index + 2).is_some_and(|c| space(n.to(), c.from())))?;
                return Some((t.from(), end, 0.75));
            }
            // United States: Town, ST 12345.
            (5, _) => {
                if let Some(state) = index
                    .checked_sub(1)
                    .and_then(|i| page.token(i))
                    .filter(|s| s.len() == 2 && page.word(*s).bytes().all(|b| b.is_ascii_uppercase()) && space(s.to(), t.from()))
                {
                    let comma = page.text.get(..state.from()).unwrap_or("").trim_end_matches(' ');
                    if comma.ends_with(',') {
                        let (from, _) = segment(page, comma.len() - 1);
                        let from = trim(page, from, comma.len() - 1).0;
                        let from = cut_intro(page, from, comma.len() - 1);
                        let mut end = t.to();
                        if page.byte(end) == b'-'
                            && page.token(index + 1).is_some_and(|z| z.len() == 4 && z.is_number() && z.from() == end + 1)
                        {
                            end += 5;
                        }
                        if from < comma.len() - 1 {
                            return Some((from, end, 0.9));
                        }
                    }
                }
                let end = city(index + 1).filter(|_| next.is_some_and(|n| space(t.to(), n.from())))?;
                return Some((t.from(), end, 0.6));
            }
            // Four digits: Austria, Switzerland, Belgium, Denmark, Norway, Hungary; six: Romania.
            (4 | 6, Some(n)) => {
                let end = city(index + 1).filter(|_| space(t.to(), n.from()))?;
                let year = t.len() == 4 && matches!((page.byte(t.from()), page.byte(t.from() + 1)), (b'1', b'9') | (b'2', b'0'));
                return Some((t.from(), end, if year { 0.3 } else { 0.45 }));
            }
            _ => {}
        }
        return None;
    }
    // Netherlands without a space: 1234AB Town.
    if t.len() == 6 && word.bytes().enumerate().all(|(i, b)| if i < 4 { b.is_ascii_digit() } else { b.is_ascii_uppercase() }) {
        let end = city(index + 1).filter(|_| next.is_some_and(|n| space(t.to(), n.from())));
        return end.map(|e| (t.from(), e, 0.85));
    }
    // United Kingdom: Town AB1 2CD.
    let outward = (2..=4).contains(&t.len())
        && word.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
        && page.byte(t.from()).is_ascii_uppercase();
    if outward
        && let Some(n) = next.filter(|n| {
            n.len() == 3
                && space(t.to(), n.from())
                && page.word(*n).bytes().enumerate().all(|(i, b)| if i == 0 { b.is_ascii_digit() } else { b.is_ascii_uppercase() })
        })
    {
        let (from, _) = segment(page, t.from());
        let from = cut_intro(page, trim(page, from, t.from()).0, t.from());
        let named = from < t.from();
        return Some((if named { from } else { t.from() }, n.to(), if named { 0.85 } else { 0.65 }));
    }
    None
}

/// A street by the word for it, with a number beside it.
fn street(page: &mut Page<'_>, index: usize) {
    let Some(token) = page.token(index) else { return };
    // "os." and "pl." are streets with their point only.
    let needs_point = || {
        token.len() <= 3
            && !token.has(WIDE)
            && page.byte(token.to()) != b'.'
            && !["rue", "via", "ul", "al", "rua", "put", "trg", "av", "bd"].iter().any(|w| w.eq_ignore_ascii_case(page.word(token)))
    };
    if token.means(STREET_BEFORE)
        && !needs_point()
        && let Some((start, end)) = with_prefix(page, index)
    {
        if !legal(page, start) {
            page.hit(start, end, Kind::Address, 0.8, "street by its word");
        }
        return;
    }
    if !token.has(CAPITAL) {
        // "Petőfi Sándor utca 12", "Prešernova cesta 44": the word for it is written small.
        if token.len() >= 2
            && SMALL.contains(&page.word(token))
            && let Some(n) = page.token(index + 1).filter(|n| {
                n.has(DIGIT) && n.len() <= 5 && page.byte(n.from()).is_ascii_digit() && page.between(token.to(), n.from()) == " "
            })
            && index
                .checked_sub(1)
                .and_then(|i| page.token(i))
                .is_some_and(|p| p.has(CAPITAL) && !p.has(TAKEN | DIGIT) && page.between(p.to(), token.from()) == " ")
        {
            let house = house(page, index + 1, n.to());
            let (start, end) = (front(page, index), units(page, page.token_at(house).saturating_sub(1)).max(house));
            if !legal(page, start) {
                page.hit(start, end, Kind::Address, 0.75, "street by its word");
            }
        }
        return;
    }
    // "Musterstraße 12", "Lange Straße 5a": a number directly behind.
    if token.len() >= 3
        && let Some(n) = page.token(index + 1).filter(|n| {
            n.has(DIGIT) && n.len() <= 5 && page.byte(n.from()).is_ascii_digit() && matches!(page.between(token.to(), n.from()), " " | ". ")
        })
        && is_street(page.word(token))
    {
        let house = house(page, index + 1, n.to());
        let (start, end) = (front(page, index), units(page, page.token_at(house).saturating_sub(1)).max(house));
        let unit = page.text.get(end..).unwrap_or("").trim_start_matches(' ');
        // The word alone is no street: "Platz 1".
        let named = start < token.from() || !ENDS.iter().any(|e| e.eq_ignore_ascii_case(page.word(token)));
        if named && !unit.starts_with(['€', '$', '%']) && !legal(page, start) {
            page.hit(start, end, Kind::Address, 0.75, "street by its word");
        }
        return;
    }
    // "12 High Street": the word behind the name, a number in front.
    if token.means(STREET_BEHIND) && index >= 2 {
        let word = page.word(token);
        let mut from = index;
        while index - from < 4 {
            let (Some(here), Some(previous)) = (page.token(from), from.checked_sub(1).and_then(|i| page.token(i))) else { return };
            let gap = page.between(previous.to(), here.from());
            let flat = |at: usize| {
                at.checked_sub(2)
                    .and_then(|i| page.token(i))
                    .is_some_and(|f| matches!(page.word(f), "Flat" | "Studio" | "Unit" | "Apt" | "Suite" | "Apartment"))
            };
            if !(matches!(gap, " " | ". ") || gap == ", " && previous.has(DIGIT) && flat(from)) {
                return;
            }
            from -= 1;
            if page.byte(previous.from()).is_ascii_digit() {
                if previous.len() > 6
                    || index - from < 2
                    || previous.has(TAKEN | NEUTRAL)
                    || matches!(page.before(previous.from()), b'.' | b',')
                {
                    return;
                }
                let mut start = previous.from();
                // "Flat 3, 12 High Street", "Studio 5, ..." stand in front.
                if let Some(flat) = from
                    .checked_sub(1)
                    .and_then(|i| page.token(i))
                    .filter(|f| matches!(page.word(*f), "Flat" | "Studio" | "Unit" | "Apt" | "Suite" | "Apartment"))
                {
                    start = flat.from();
                }
                let end = units(page, index);
                let rest = page.text.get(end..).unwrap_or("");
                let placed = end > token.to()
                    || start < previous.from()
                    || rest.is_empty() && page.before(start) == 0 && previous.len() >= 3
                    || rest.starts_with(['\n', '<']) && previous.len() >= 2
                    || rest.starts_with(", ") && previous.len() >= 2;
                if !legal(page, start) {
                    page.hit(
                        start,
                        end,
                        Kind::Address,
                        if known_suffix(word) {
                            0.75
                        } else if placed {
                            0.55
                        } else {
                            0.4
                        },
                        "street by its word",
                    );
                }
                return;
            }
            if !previous.has(CAPITAL) {
                return;
            }
        }
    }
}

/// Words for streets that stand small behind the name.
const SMALL: &[&str] = &[
    "utca", "út", "útja", "tér", "tere", "körút", "köz", "sétány", "fasor", "rakpart", "cesta", "ulica", "gate", "gata", "gaten", "vei",
    "veien", "vej", "gade", "plass", "iela", "gatvė", "tn", "mnt", "pst", "tänav", "tee", "katu", "tie", "trg", "straat", "laan",
    "prospekt",
];

/// The commonest words for streets, which alone make a numbered name a street.
fn known_suffix(word: &str) -> bool {
    [
        "street",
        "st",
        "road",
        "rd",
        "avenue",
        "ave",
        "lane",
        "drive",
        "court",
        "square",
        "boulevard",
        "blvd",
        "terrace",
        "crescent",
        "way",
        "close",
    ]
    .iter()
    .any(|w| w.eq_ignore_ascii_case(word))
}

/// Further capitalised words in front of a street word: "Lange Straße".
fn front(page: &Page<'_>, index: usize) -> usize {
    let mut start = page.token(index).map_or(0, |t| t.from());
    let mut at = index;
    while index - at < 4
        && let Some(previous) = at.checked_sub(1).and_then(|i| page.token(i))
    {
        let gap = page.between(previous.to(), start);
        if !(gap == "-" || gap == " " && previous.has(CAPITAL) && !previous.means(NOT)) || previous.has(DIGIT | TAKEN) {
            break;
        }
        start = previous.from();
        at -= 1;
    }
    start
}

/// The end of a house number: "12", "12a", "12-14", "35/56", "12 b".
fn house(page: &Page<'_>, index: usize, end: usize) -> usize {
    let mut stop = end;
    // "82 A 4": staircase and flat, as in Finland and Sweden.
    if let Some(stair) = page.token(index + 1).filter(|n| {
        n.len() == 1
            && page.between(end, n.from()) == " "
            && page.byte(n.from()).is_ascii_uppercase()
            && matches!(page.byte(n.to()), b' ' | b',' | b'\n' | b'.' | b'<' | b'"' | b';' | b'|' | 0)
    }) {
        let flat = page.token(index + 2).filter(|n| n.is_number() && n.len() <= 3 && page.between(stair.to(), n.from()) == " ");
        return flat.map_or(stair.to(), |n| n.to());
    }
    if let Some(n) = page
        .token(index + 1)
        .filter(|n| matches!(page.between(end, n.from()), "-" | "/" | " - ") && n.len() <= 4 && page.byte(n.from()).is_ascii_digit())
    {
        stop = n.to();
    } else if let Some(n) = page.token(index + 1).filter(|n| {
        n.len() == 1
            && page.between(end, n.from()) == " "
            && page.byte(n.from()).is_ascii_lowercase()
            && !page.byte(n.to()).is_ascii_alphanumeric()
    }) {
        stop = n.to();
    }
    stop
}

/// Words for a part of a house, with a number behind: "Apt. 4", "Piano 2", "Puerta 3".
const UNITS: &[&str] = &[
    "Apt",
    "Suite",
    "Unit",
    "Apartment",
    "Flat",
    "Floor",
    "Ste",
    "Appartamento",
    "Piano",
    "Interno",
    "Int",
    "Scala",
    "Puerta",
    "Piso",
    "Esc",
    "Escalera",
    "Apto",
    "Appt",
    "Étage",
    "Etage",
    "Bât",
    "Bus",
    "bus",
    "Whg",
    "Wohnung",
    "Top",
    "Stiege",
    "byt",
    "m",
    "lok",
    "Lok",
    "Apartament",
    "Andar",
    "Bl",
    "Sc",
    "Ap",
    "Et",
    "bl",
    "sc",
    "ap",
    "et",
    "apt",
    "apto",
    "piso",
    "puerta",
    "int",
];

/// The end of a street line behind the word `index`, with the part of the house.
fn units(page: &Page<'_>, index: usize) -> usize {
    let mut end = page.token(index).map_or(0, |t| t.to());
    let mut at = index + 1;
    while let (Some(word), Some(number)) = (page.token(at), page.token(at + 1)) {
        let beside = matches!(page.between(end, word.from()), " " | ", ") && UNITS.contains(&page.word(word));
        if !beside || number.from() - word.to() > 2 || !number.has(DIGIT) {
            break;
        }
        end = number.to();
        at += 2;
    }
    floor(page, at, end)
}

/// The floor behind a house number: "2. tv" in Denmark, "3.º B" and "2.º Esq." in Spain and Portugal.
fn floor(page: &Page<'_>, index: usize, end: usize) -> usize {
    let Some(number) = page.token(index).filter(|n| n.is_number() && n.len() <= 2 && matches!(page.between(end, n.from()), ", " | " "))
    else {
        return end;
    };
    let Some(side) = page.token(index + 1) else { return end };
    let gap = page.between(number.to(), side.from());
    if matches!(gap, ". " | ".") && matches!(page.word(side), "tv" | "th" | "mf" | "sal" | "etg" | "emelet") {
        return side.to();
    }
    if !(matches!(gap, "." | "") && matches!(page.word(side), "º" | "ª" | "°")) {
        return end;
    }
    let door = page.token(index + 2).filter(|d| {
        page.between(side.to(), d.from()) == " "
            && (d.len() == 1 || matches!(page.word(*d), "Esq" | "Dto" | "Dta" | "Izq" | "Izda" | "Dcha" | "izq" | "dcha" | "esq" | "dto"))
    });
    door.map_or(side.to(), |d| d.to())
}

/// "12, rue X", "rue X 12", "Via X, 12", "ul. X 12/3", "Calle X 12".
fn with_prefix(page: &Page<'_>, index: usize) -> Option<(usize, usize)> {
    let token = page.token(index)?;
    let mut at = index + 1;
    let mut name = 0;
    let mut end = token.to();
    let mut number = false;
    // A number in front: French order.
    let mut start = token.from();
    if let Some(n) = index
        .checked_sub(1)
        .and_then(|i| page.token(i))
        .filter(|n| n.len() <= 5 && page.byte(n.from()).is_ascii_digit() && matches!(page.between(n.to(), token.from()), " " | ", " | " ,"))
    {
        if n.has(TAKEN | NEUTRAL) {
            return None;
        }
        start = n.from();
        number = true;
    }
    while let Some(t) = page.token(at) {
        let gap = page.between(end, t.from());
        if !matches!(gap, " " | ". " | ", " | "-" | "'" | "’" | "/" | " - " | "." | ".\u{ba} ") || t.has(TAKEN) {
            break;
        }
        if page.byte(t.from()).is_ascii_digit() {
            // Behind the name only: "rue 12" is none.
            if name == 0 || (number && gap != "-" && gap != "/" && start != token.from()) || t.len() > 5 {
                break;
            }
            number = true;
            end = t.to();
            at += 1;
            if gap == "/" || gap == "-" || !matches!(page.byte(end), b'/' | b'-') {
                break;
            }
            continue;
        }
        if gap == ", " {
            break;
        }
        // "nr. 18", "n.º 167": the word for the number.
        if name > 0 && matches!(page.word(t), "nr" | "no" | "n" | "n\u{ba}" | "\u{ba}" | "\u{b0}" | "num" | "br" | "č" | "čp") {
            end = t.to();
            at += 1;
            if !page.token(at).is_some_and(|n| page.byte(n.from()).is_ascii_digit() || matches!(page.word(n), "\u{ba}" | "\u{b0}")) {
                return None;
            }
            continue;
        }
        if !(t.has(CAPITAL) || t.means(PARTICLE) || t.means(STREET_BEFORE)) {
            break;
        }
        if name >= 6 {
            break;
        }
        name += usize::from(t.has(CAPITAL));
        end = t.to();
        at += 1;
    }
    let end = if at > index + 1 { units(page, at - 1).max(end) } else { end };
    (number && name > 0).then_some((start, end))
}
