//! Names of persons. In: a page and a place where a name may begin or end. Out: PERSON hits.
//!
//! A name is a run of capitalised words, with particles between them. What makes it a name is its context; a list of common
//! European given names is further evidence.

use super::Kind;
use super::labels::{self, FieldClass};
use super::lexicon::{self, COMPANY, GIVEN, HONORIFIC, NOT, PARTICLE};
use super::text::{ALPHA, CAPITAL, DIGIT, NEUTRAL, Page, TAKEN, Token};

/// Whether two capitalised words follow each other, as in prose or as in the name of a file, and one of them is a common given
/// name.
pub(crate) fn pair(bytes: &[u8]) -> bool {
    let capital = |b: u8| b.is_ascii_uppercase() || b >= 0xc3;
    let gap = |b: u8| b == b' ' || b == b'_';
    let mut from = 0;
    while let (Some(rest), Some(next)) = (bytes.get(from..), bytes.get(from + 1..)) {
        let len = rest.len().min(64);
        // First for a whole stretch, without a branch in the loop: does a capital follow a space at all?
        let any = match (rest.first_chunk::<64>(), next.first_chunk::<64>()) {
            (Some(a), Some(b)) => a.iter().zip(b).fold(0u8, |seen, (a, b)| {
                seen | ((u8::from(*a == b' ') | u8::from(*a == b'_')) & (u8::from(b.wrapping_sub(b'A') < 26) | u8::from(*b >= 0xc3)))
            }),
            _ => 1,
        };
        if any != 0 {
            for space in from..from + len {
                if !bytes.get(space).is_some_and(|b| gap(*b)) || !bytes.get(space + 1).is_some_and(|b| capital(*b)) {
                    continue;
                }
                let start = bytes.get(..space).and_then(|t| t.iter().rposition(|b| gap(*b))).map_or(0, |p| p + 1);
                if space - start < 2 || !bytes.get(start).is_some_and(|b| capital(*b)) {
                    continue;
                }
                let tail = bytes.get(space + 1..).unwrap_or(&[]);
                let end = space + 1 + tail.iter().position(|b| matches!(b, b' ' | b',' | b'.' | b'!' | b'_')).unwrap_or(tail.len());
                if given(bytes, start, space) || given(bytes, space + 1, end) {
                    return true;
                }
            }
        }
        from += len.max(1);
    }
    false
}

fn given(bytes: &[u8], start: usize, end: usize) -> bool {
    let (lexicon, word) = (lexicon::handle(), bytes.get(start..end).unwrap_or(&[]));
    let bits = if word.is_ascii() {
        lexicon.ascii(bytes.get(start..).unwrap_or(&[]), word.len())
    } else {
        std::str::from_utf8(word).map_or(0, |w| lexicon.any(w))
    };
    bits & GIVEN != 0
}

/// Reports the name in front of a date of birth: "Jane Doe, born 1.1.1990".
pub(crate) fn before_birth(page: &mut Page<'_>, date: usize) {
    let index = page.token_at(date);
    // The words of birth stand between a comma or bracket and the date.
    for back in 1..=4 {
        let Some(at) = index.checked_sub(back) else { return };
        let (Some(word), Some(previous)) = (page.token(at), at.checked_sub(1).and_then(|i| page.token(i))) else { return };
        let gap = page.between(previous.to(), word.from());
        if matches!(gap, ", " | " (" | ", (" | " – " | " - ") {
            before(page, at, 0.8, "name in front of a date of birth");
            return;
        }
        if gap.len() > 3 || gap.contains('\n') {
            return;
        }
    }
}

/// The index behind the name that begins at word `index`: at most `max` capitalised words, with particles between.
/// `loose` takes a single word of any kind; otherwise words of common use end the name.
pub(crate) fn run(page: &Page<'_>, index: usize, max: usize, loose: bool) -> Option<usize> {
    let mut at = index;
    let mut words = 0;
    let mut end = None;
    let mut last_to = page.token(index)?.from();
    while words < max {
        let Some(token) = page.token(at) else { break };
        let gap = page.between(last_to, token.from());
        if at > index {
            let initial = page.token(at - 1).is_some_and(|t| t.len() == 1);
            let joined = matches!(gap, " " | "-" | "'" | "’") || (initial && matches!(gap, ". " | "."));
            if !joined {
                break;
            }
        }
        if token.has(DIGIT | TAKEN) || !token.has(ALPHA) {
            break;
        }
        let word = page.word(token);
        if words == 0 && token.means(HONORIFIC) && !token.means(GIVEN) && !loose {
            return None;
        }
        if token.has(CAPITAL) {
            // An initial is no word.
            let common = token.means(NOT) && !(token.len() == 1 && page.byte(token.to()) == b'.');
            let company = token.means(COMPANY);
            // "Van" and "De" may begin a name; other common words end one.
            let particle = token.means(PARTICLE);
            let given = token.means(GIVEN);
            if company && word.len() > 2 && !given && at > index {
                return None;
            }
            if (common && !particle && !(loose && at == index && !gap_is_title(word)) && !(given && at > index)) && !(given && words == 0) {
                break;
            }
            if particle && common && words > 0 && !page.token(at + 1).is_some_and(|t| t.has(CAPITAL) && t.from() == token.to() + 1) {
                break;
            }
            words += 1;
            at += 1;
            end = Some(at);
        } else if token.means(PARTICLE) && token.len() <= 6 && (words > 0 || loose) {
            // A particle counts only with a capitalised word behind it.
            let next = page.token(at + 1)?;
            let behind = if next.has(CAPITAL) { Some(next) } else { page.token(at + 2).filter(|t| t.has(CAPITAL) && next.means(PARTICLE)) };
            let near = next.from() - token.to() <= 1;
            if behind.is_none() || !near {
                break;
            }
            at += 1;
        } else {
            break;
        }
        last_to = page.token(at - 1)?.to();
    }
    let end = end?;
    let last = page.token(end - 1)?;
    // Initials alone are no name: "D.O.B.".
    if words == 1 && last.len() < 2 || (index..end).all(|i| page.token(i).is_some_and(|t| t.len() < 2)) {
        return None;
    }
    Some(end)
}

/// The end of a name behind a title that goes on with a word of common use, where that word closes the stretch: "Mr Alan Green,".
pub(crate) fn over_common(page: &Page<'_>, end: usize) -> usize {
    let (Some(last), Some(next)) = (end.checked_sub(1).and_then(|i| page.token(i)), page.token(end)) else { return end };
    let closes = matches!(page.byte(next.to()), b',' | b'!' | b'\n' | b')' | b'<');
    let joined = page.between(last.to(), next.from()) == " " && next.has(CAPITAL) && !next.has(DIGIT | TAKEN);
    if joined && closes && next.means(NOT) && !next.means(COMPANY) { end + 1 } else { end }
}

fn gap_is_title(word: &str) -> bool {
    word.len() < 3
}

/// Reports the words `from..to` as a name; a trailing "'s" is left out.
pub(crate) fn hit(page: &mut Page<'_>, from: usize, to: usize, confidence: f32, reason: &'static str) {
    if let (Some(a), Some(b)) = (page.token(from), page.token(to - 1)) {
        let b = if to - from > 1 && page.word(b) == "s" { page.token(to - 2).unwrap_or(b) } else { b };
        page.hit(a.from(), b.to(), Kind::Person, confidence, reason);
    }
}

/// Reports the name of two to four words that ends with the word in front of `index`.
pub(crate) fn before(page: &mut Page<'_>, index: usize, confidence: f32, reason: &'static str) -> bool {
    let mut best = None;
    for back in 1..=5 {
        let Some(from) = index.checked_sub(back) else { break };
        let Some(token) = page.token(from) else { break };
        if token.has(TAKEN | DIGIT) {
            break;
        }
        if back > 1 {
            let gap = page.token(from + 1).map_or("", |n| page.between(token.to(), n.from()));
            if !matches!(gap, " " | "-" | "'" | "’" | ". ") {
                break;
            }
        }
        if token.has(CAPITAL) && run(page, from, 5, false) == Some(index) {
            let given = token.means(GIVEN);
            if back >= 2 || given {
                best = Some((from, given));
                // A given name begins the name, unless another capitalised word stands in front of it.
            }
        }
    }
    if let Some((from, _)) = best {
        hit(page, from, index, confidence, reason);
        return true;
    }
    false
}

/// The value of a label that asks for a name.
pub(crate) fn value(page: &mut Page<'_>, class: FieldClass, start: usize, end: usize, whole: bool, closed: bool) {
    let first = page.token_at(start);
    let mut last = first;
    let (mut letters, mut company, mut capitals) = (true, false, 0);
    while let Some(t) = page.token(last).filter(|t| t.from() < end) {
        letters &= t.is_word();
        company |= t.means(COMPANY) && t.len() > 1 && !t.means(GIVEN);
        capitals += usize::from(t.has(CAPITAL));
        last += 1;
    }
    let words = last - first;
    if words == 0 || page.token(first).is_some_and(|t| t.has(TAKEN)) {
        return;
    }
    let single = matches!(class, FieldClass::GivenName | FieldClass::FamilyName);
    let text = page.between(start, end);
    let plain = !text.contains(['@', '/', '{', '}', '=', '<', '_', '$', '%', '+', '?']) && !text.contains(": ");
    let initials = page.token(first).is_some_and(|t| t.has(CAPITAL));
    if closed && letters && plain && !company && words <= 6 {
        let known = (first..last).any(|i| page.token(i).is_some_and(|t| t.means(GIVEN)));
        let shape = capitals * 2 >= words && initials;
        let plain_word = |i: usize| page.token(i).is_some_and(|t| t.means(NOT) && !t.means(GIVEN | PARTICLE));
        let common = if known || single || whole { (first..last).all(plain_word) } else { (first..last).any(plain_word) };
        let enough = single || known || (words >= 2 && shape);
        if enough && (shape || known || single) && !common && (words <= 4 || shape) {
            page.hit(start, end, Kind::Person, if known || whole { 0.9 } else { 0.75 }, "name behind its label");
            return;
        }
        if whole && words == 1 && shape && !common && matches!(class, FieldClass::CardHolder | FieldClass::PersonName) && text.len() >= 3 {
            page.hit(start, end, Kind::Person, 0.6, "name behind its label");
            return;
        }
    }
    // A name at the beginning of a longer value, or with its parts swapped: "Doe, Jane".
    if !initials && !page.token(first).is_some_and(|t| t.means(PARTICLE)) {
        return;
    }
    let mut from = first;
    while page.token(from).is_some_and(|t| t.means(HONORIFIC) && !t.means(GIVEN) && t.from() < end) {
        from += 1;
    }
    if let Some(to) = run(page, from, 5, true) {
        let known = (from..to).any(|i| page.token(i).is_some_and(|t| t.means(GIVEN)));
        let stop = page.token(to - 1).map_or(0, |t| t.to());
        let mut last = to;
        if !known && page.between(stop, stop + 2) == ", " && page.token(to).is_some_and(|t| t.has(CAPITAL) && t.means(GIVEN)) {
            last = run(page, to, 3, false).unwrap_or(to);
        }
        if (to - from >= 2 || known || single || from > first) && (!company || known) {
            hit(page, from, last, if known { 0.85 } else { 0.7 }, "name behind its label");
        }
    }
}

/// Names without a label: in front of an e-mail address in brackets, as the only content, or by a known given name.
pub(crate) fn scan(page: &mut Page<'_>) {
    for at in 0..page.hits.len() {
        let Some(start) = page.hits.get(at).filter(|h| h.kind == Kind::Email).map(|h| h.start) else { continue };
        // Over the tags of table cells to the text in front.
        let mut front = page.text.get(..start).unwrap_or("");
        let mut tags = false;
        for _ in 0..4 {
            match front.trim_end().strip_suffix('>').and_then(|t| t.rfind('<').map(|p| (p, t.len()))) {
                Some((open, end)) if end - open <= 60 => {
                    front = front.get(..open).unwrap_or("");
                    tags = true;
                }
                _ => break,
            }
        }
        let index = page.token_at(front.len().max(1) - 1).min(page.token_at(start));
        let index = if page.token(index).is_some_and(|t| t.to() <= front.len()) { index + 1 } else { index };
        let Some(previous) = index.checked_sub(1).and_then(|i| page.token(i)) else { continue };
        let gap = page.between(previous.to(), if tags { front.len() } else { start });
        let beside = tags && gap.trim().is_empty()
            || matches!(
                gap,
                " <" | " ("
                    | "<"
                    | "\" <"
                    | ";"
                    | ","
                    | "\t"
                    | " | "
                    | "</td><td>"
                    | " &lt;"
                    | ", "
                    | " ["
                    | "|"
                    | "; "
                    | "\" \""
                    | "\",\""
                    | "', '"
                    | "','"
                    | "\", \""
                    | "; <"
                    | ", <"
                    | "\":mailto:"
                    | ":mailto:"
                    | "\";\""
                    | "</td>\n<td>"
                    | "</span> <"
                    | "\n"
                    | " - "
                    | " – "
            );
        if beside && !before(page, index, 0.8, "name beside an address") && index >= 2 {
            // "Gillian Page <...>": a common word as family name.
            let (first, second) = (page.token(index - 2), page.token(index - 1));
            if let (Some(a), Some(b)) = (first, second)
                && a.means(GIVEN)
                && a.has(CAPITAL)
                && b.has(CAPITAL)
                && !a.has(TAKEN | DIGIT)
                && !b.has(TAKEN | DIGIT)
                && page.between(a.to(), b.from()) == " "
            {
                hit(page, index - 2, index, 0.75, "name beside an address");
            }
        }
    }
    let mut index = 0;
    while let Some(token) = page.token(index) {
        index += 1;
        let speaks = token.has(CAPITAL) && speaker(page, token.from(), token.to());
        if !(token.means(GIVEN) || speaks) || !token.has(CAPITAL) || token.has(DIGIT | TAKEN | NEUTRAL) || token.len() < 3 {
            continue;
        }
        let from = index - 1;
        if let Some((first, last)) = turned(page, from).or_else(|| in_file_name(page, from)).filter(|_| token.means(GIVEN)) {
            hit(page, first, last, 0.6, "name by a common given name");
            index = last;
            continue;
        }
        if !token.means(GIVEN) {
            if let Some(end) =
                run(page, from, 4, false).filter(|e| page.token(e - 1).is_some_and(|t| matches!(page.byte(t.to()), b':' | b'>' | b' ')))
            {
                hit(page, from, end, 0.7, "name of a speaker");
                index = end;
            }
            continue;
        }
        // A word in front with a capital, on the same line, makes it a longer name or title: "Hotel Anna", "St. Peter".
        let joined = from.checked_sub(1).and_then(|i| page.token(i)).is_some_and(|t| {
            t.has(CAPITAL)
                && matches!(page.between(t.to(), token.from()), " " | "-" | ". " | "'")
                && page.between(t.to(), token.from()) != ". "
                && !leads(t)
        });
        let alone = page.text.len() <= 64;
        let Some(end) = run(page, from, 4, false) else { continue };
        let last = page.token(end - 1).map_or(0, |t| t.to());
        let next_joined = page.token(end).is_some_and(|t| matches!(page.between(last, t.from()), " " | "-") && t.has(DIGIT));
        let whole = page.between(0, token.from()).chars().all(|c| !c.is_alphanumeric())
            && page.text.get(last..).is_none_or(|t| t.chars().all(|c| !c.is_alphanumeric()));
        // "Max-Age=3600" is the name of a setting.
        if page.byte(last) == b'=' {
            continue;
        }
        if end - from >= 2 && !joined && !next_joined {
            let second = page.token(from + 1);
            let confidence = if alone && whole {
                0.7
            } else if second.is_some_and(|t| t.means(GIVEN)) && end - from == 2 {
                0.5
            } else {
                0.6
            };
            if second.is_some_and(|t| t.len() >= 2 || matches!(page.byte(t.to()), b'\'' | b'.'))
                && second.is_some_and(|t| t.has(CAPITAL) || t.means(PARTICLE))
            {
                hit(page, from, end, confidence, "name by a common given name");
                index = end;
            }
        } else if chat(page, token.from(), last) {
            hit(page, from, end, 0.75, "name of a speaker");
            index = end;
        }
    }
}

/// Whether a line that begins with a time goes on as "name: ", with at most four words in front of the colon.
fn exported(page: &Page<'_>, start: usize, end: usize) -> bool {
    let rest = page.text.get(end..).unwrap_or("");
    let head = rest.split(['\n', ':']).next().unwrap_or("");
    let time = page.bytes.get(start.saturating_sub(8)..start - 3).is_some_and(|t| t.contains(&b':'));
    time && head.len() <= 48 && head.split(' ').count() <= 4 && rest.get(head.len()..).is_some_and(|t| t.starts_with(": "))
}

/// A text that is nothing but a family name and the given name `at` behind it: "Muster, Anna", "MUSTER Anna".
fn turned(page: &Page<'_>, at: usize) -> Option<(usize, usize)> {
    let (family, given) = (page.token(at.checked_sub(1)?)?, page.token(at)?);
    let bare = |from: usize, to: usize| page.between(from, to).chars().all(|c| !c.is_alphanumeric());
    let last = page.token(at + 1).filter(|t| t.has(CAPITAL) && !t.has(DIGIT) && page.between(given.to(), t.from()) == " ");
    let (to, end) = last.map_or((at + 1, given.to()), |t| (at + 2, t.to()));
    if at != 1 || !bare(0, family.from()) || !bare(end, page.text.len()) || !is_family(family) {
        return None;
    }
    let shouted = !page.word(family).chars().any(char::is_lowercase);
    match page.between(family.to(), given.from()) {
        ", " => Some((0, to)),
        " " if shouted => Some((0, to)),
        _ => None,
    }
}

/// The given name at `at` and the family name beside it in the name of a file: "CV_Anna_Muster.pdf".
fn in_file_name(page: &Page<'_>, at: usize) -> Option<(usize, usize)> {
    let given = page.token(at)?;
    let behind = page.token(at + 1).filter(|t| page.between(given.to(), t.from()) == "_" && is_family(*t));
    let front = at.checked_sub(1).and_then(|i| page.token(i)).filter(|t| page.between(t.to(), given.from()) == "_" && is_family(*t));
    match (behind, front) {
        (Some(_), _) => Some((at, at + 2)),
        (None, Some(front)) if front.len() >= 4 => Some((at - 1, at + 1)),
        _ => None,
    }
}

/// Whether a word can be a family name: no word of common use, no company, no label.
fn is_family(token: Token) -> bool {
    token.has(CAPITAL)
        && token.has(ALPHA)
        && !token.has(DIGIT | TAKEN)
        && token.len() >= 3
        && !token.means(NOT | COMPANY)
        && token.label().is_none()
}

/// Whether a word that begins with a capital leads to a name rather than being part of one: "Kontoinhaber Anna Muster".
fn leads(token: Token) -> bool {
    use FieldClass::*;
    !token.means(GIVEN | COMPANY) && matches!(token.label(), Some(PersonName | CardHolder | GivenName | FamilyName))
}

/// Whether a word stands where chats name the speaker: "[10:15] X: ", "X (10:15): ".
fn speaker(page: &Page<'_>, start: usize, end: usize) -> bool {
    let front = page.before(start);
    let stamped = page.byte(end) == b':'
        && page.byte(end + 1) == b' '
        && front == b' '
        && start >= 3
        && page.before(start - 1) == b']'
        && page.before(start - 2).is_ascii_digit();
    // "18:55 - X Y: " as telephones export chats, "[10:15] <X> ...".
    let exported = front == b' '
        && start >= 4
        && page.before(start - 1) == b'-'
        && page.before(start - 2) == b' '
        && page.before(start - 3).is_ascii_digit()
        && exported(page, start, end);
    let angled = page.byte(end) == b'>'
        && page.byte(end + 1) == b' '
        && front == b'<'
        && start >= 3
        && page.before(start - 1) == b' '
        && page.before(start - 2) == b']';
    if exported || angled {
        return true;
    }
    let clocked = matches!(front, 0 | b'\n') && page.byte(end) == b' ' && page.byte(end + 1) == b'(' && page.byte(end + 2).is_ascii_digit();
    stamped || clocked && chat(page, start, end)
}

/// Whether a name stands as a speaker in a chat: "[10:15] Anna: ..." or "Anna (10:15): ...".
fn chat(page: &Page<'_>, start: usize, end: usize) -> bool {
    let line = page.text.get(..start).and_then(|t| t.rfind('\n')).map_or(0, |p| p + 1);
    let before = page.between(line, start).trim();
    let time = before.ends_with([']', ')', '-', ',']) && before.bytes().any(|b| b.is_ascii_digit())
        || (before.len() <= 8 && before.contains(':') && before.bytes().any(|b| b.is_ascii_digit()));
    let after = page.text.get(end..).unwrap_or("");
    // "Anna (10:15): ...", and "<anna> ..." in old chats.
    let clocked = after
        .strip_prefix(" (")
        .and_then(|t| t.split_once("): "))
        .is_some_and(|(t, _)| t.len() <= 8 && t.starts_with(|c: char| c.is_ascii_digit()));
    if before.is_empty() && clocked || (before == "<" || before.ends_with("] <")) && after.starts_with("> ") {
        return true;
    }
    let says = after.starts_with(": ") || after.starts_with(":\n");
    if labels::find(page.between(start, end)).is_some() {
        return false;
    }
    (time && (says || after.trim_start().starts_with(['>', '('])))
        || (before.starts_with('<') && after.starts_with('>'))
        || (before.is_empty() && says)
}

#[cfg(test)]
mod tests {
    use crate::detect::{Detector, Kind, Settings};

    fn names(text: &str) -> Vec<String> {
        let mut spans = Vec::new();
        Detector::new(&Settings::default()).unwrap().scan(text, &mut spans);
        spans.iter().filter(|s| s.kind == Kind::Person).map(|s| text[s.start..s.end].to_owned()).collect()
    }

    #[test]
    fn a_word_that_leads_to_a_name_is_no_part_of_it() {
        for (text, name) in [
            ("Kontoinhaber Henrike Trosterling", "Henrike Trosterling"),
            ("Patient Jost Amselbrink, Raum 4", "Jost Amselbrink"),
            ("Ask Wilfred Thornaby about it", "Wilfred Thornaby"),
        ] {
            assert_eq!(names(text), [name], "{text}");
        }
        for text in ["Hotel Henrike Berg", "Rue Victor Hugo", "Salle Marie Curie"] {
            assert_eq!(names(text), Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn names_that_begin_with_the_family_and_names_of_files() {
        for (text, name) in [
            ("Trosterling, Henrike", "Trosterling, Henrike"),
            ("TROSTERLING Henrike", "TROSTERLING Henrike"),
            ("CV_Henrike_Trosterling.pdf", "Henrike_Trosterling"),
            ("Trosterling_Henrike_2026.docx", "Trosterling_Henrike"),
        ] {
            assert_eq!(names(text), [name], "{text}");
        }
        for text in ["Lamps, Vases", "DELUXE Edition", "Report_Q3_2026.pdf", "Invoice_March.pdf"] {
            assert_eq!(names(text), Vec::<String>::new(), "{text}");
        }
    }
}
