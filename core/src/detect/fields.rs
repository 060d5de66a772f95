//! Labels and their values inside a text: "Name: x", `"key": "x"`, `key=x`, table rows, tags. In: a page. Out: hits by `values`.

use super::Kind;
use super::keys;
use super::labels::{self, FieldClass};
use super::lexicon;
use super::text::{DIGIT, Page, TAKEN};
use super::urls;
use super::values::{self, Source};

pub(crate) fn scan(page: &mut Page<'_>) {
    table(page);
    // Separators stand between words: a gap of one space, the usual one, is passed over.
    let mut index = 0;
    let mut from = 0;
    loop {
        let next = page.token(index);
        let to = next.map_or(page.bytes.len(), |t| t.from());
        if to > from && !(to == from + 1 && page.byte(from) == b' ') {
            gap(page, index, from, to);
        }
        let Some(token) = next else { break };
        from = token.to();
        index += 1;
    }
}

/// The separators in the gap in front of the word with index `index`.
fn gap(page: &mut Page<'_>, index: usize, from: usize, to: usize) {
    let mut at = from;
    // Only the first separator of each kind can follow a label.
    let (mut fresh, mut label) = (true, None);
    while at < to {
        let b = page.byte(at);
        match b {
            b':' | b'=' | b'\t' | b'\n' if fresh => {
                if *label.get_or_insert_with(|| labelish(page, index, b == b'=' || b == b':')) {
                    match b {
                        b':' => colon(page, at),
                        b'=' => equals(page, at),
                        b'\t' => cell(page, at),
                        _ => line(page, at),
                    }
                }
                fresh = false;
            }
            b'<' => tag(page, at, index),
            _ => {}
        }
        at += 1;
    }
}

/// Whether one of the last words in front of word `index` can belong to a label.
fn labelish(page: &Page<'_>, index: usize, key: bool) -> bool {
    let mut end = usize::MAX;
    for back in 1..=5 {
        let Some(token) = index.checked_sub(back).and_then(|i| page.token(i)) else { return false };
        if end != usize::MAX && page.bytes.get(token.to()..end).is_some_and(|g| g.len() > 4 || g.contains(&b'\n') || g.contains(&b'>')) {
            return false;
        }
        end = token.from();
        // A name of a setting, or a compound that only its parts explain, must be looked at.
        let long = token.len() >= if key { 5 } else { 9 } && !token.is_number() && back == 1;
        if token.label().is_some()
            || token.means(lexicon::LABEL_PHRASE | lexicon::SECRET)
            || long
            || (key && token.has(DIGIT) && !token.is_number())
        {
            return true;
        }
    }
    false
}

/// Bytes at which a label in a text begins: the signs that separate fields.
fn edge(b: u8) -> bool {
    matches!(b, b'\n' | b'\t' | b'|' | b',' | b';' | b'{' | b'}' | b'[' | b'<' | b'>' | b'"' | b'?' | b'!' | b'&' | b'\r' | b'`' | b'=')
}

/// Whether a sentence ends right in front of a space: a point behind a word of four letters or more, and no small letter to follow
/// ("Postnr. og by" is one label, "Рег. № на" too).
fn sentence_ends(page: &Page<'_>, at: usize) -> bool {
    if page.before(at) != b'.' || page.byte(at) != b' ' || page.byte(at + 1).is_ascii_lowercase() {
        return false;
    }
    // Letters outside ASCII take two bytes.
    let len = if at >= 2 && page.byte(at - 2) >= 0x80 { 8 } else { 4 };
    at > len && page.bytes.get(at - 1 - len..at - 1).is_some_and(|w| w.iter().all(|b| b.is_ascii_alphanumeric() || *b >= 0x80))
}

/// The text in front of a separator that can be its label.
fn label_before<'a>(page: &Page<'a>, at: usize) -> &'a str {
    let mut start = at;
    while start > 0
        && at - start < 64
        && !edge(page.before(start))
        && !sentence_ends(page, start)
        && !(page.before(start) == b':' && page.byte(start) == b' ')
    {
        start -= 1;
    }
    while !page.text.is_char_boundary(start) {
        start += 1;
    }
    // What was found is a value, not part of the label behind it: "a@b.example / password: x".
    if let Some(end) = page.hits.iter().rev().take(4).map(|h| h.end).find(|e| *e > start && *e < at) {
        start = end + page.between(end, at).find(|c: char| c.is_alphanumeric()).unwrap_or(0);
    }
    // Nor is a long number: "id 51308764735 Order: x".
    let mut index = page.token_at(at);
    for _ in 0..6 {
        let Some(token) = index.checked_sub(1).and_then(|i| page.token(i)).filter(|t| t.from() >= start) else { break };
        if token.is_number() && token.len() >= 6 {
            start = token.to();
            break;
        }
        index -= 1;
    }
    page.between(start, at).rsplit(['·', '•', '–', '—', '“', '„', '«']).next().unwrap_or("").trim()
}

/// Where the value of a field that begins at `from` ends.
fn value_end(page: &Page<'_>, from: usize) -> usize {
    let mut at = from;
    while let Some(&b) = page.bytes.get(at) {
        if matches!(b, b'\n' | b'\t' | b'|' | b'<' | b'"' | b'{' | b'}')
            || (b == b';' && page.byte(at + 1) != 0 && at > from)
            || (b == b'\r')
            || (b == b' ' && page.bytes.get(at + 1..).is_some_and(|t| t.starts_with("·".as_bytes()) || t.starts_with("•".as_bytes())))
        {
            break;
        }
        at += 1;
    }
    at
}

/// "Label: value", `"key": "value"`, "Label:\nvalue", "TEL;TYPE=cell:value".
fn colon(page: &mut Page<'_>, at: usize) {
    let next = page.byte(at + 1);
    let quoted = page.before(at) == b'"' || page.before(at) == b'\'';
    if next == b'/' && page.byte(at + 2) == b'/' || next == b':' || page.before(at) == b':' || page.before(at).is_ascii_digit() && !quoted {
        return;
    }
    let label = if quoted {
        let quote = page.before(at);
        let end = at - 1;
        let mut start = end;
        while start > 0 && end - start < 64 && page.before(start) != quote {
            start -= 1;
        }
        page.text.get(start..end).unwrap_or("")
    } else {
        label_before(page, at)
    };
    // "</contact:iban>": the name of a tag.
    let head = at.saturating_sub(label.len());
    if !quoted && (page.before(head) == b'<' || page.before(head) == b'/' && page.before(head - 1) == b'<') {
        return;
    }
    if label.is_empty() || (!quoted && label.contains(':')) {
        return;
    }
    if label == "N" && structured_name(page, at) {
        return;
    }
    let class = match labels::find(label) {
        Some(m) => Some(m.class),
        // "user: bob pass: x": what stands in front of the last word is the value of another label.
        None if page.before(head) == b' ' && page.before(head - 1) == b':' => {
            label.rsplit(' ').next().and_then(labels::find).filter(|m| m.whole && m.class.is_sensitive()).map(|m| m.class)
        }
        None => card_line(page, at),
    };
    let Some(class) = class.or_else(|| key_by_end(label)) else { return };
    // The value: behind spaces, perhaps one line break, perhaps a quote.
    let mut from = at + 1;
    let mut breaks = 0;
    while let Some(&b) = page.bytes.get(from) {
        if b == b'\n' {
            breaks += 1;
            if breaks > 1 {
                return;
            }
        } else if !matches!(b, b' ' | b'\t' | b'\r') {
            break;
        }
        from += 1;
    }
    // Over tags and quotes that open.
    if page.byte(from) == b'<' {
        return;
    }
    let open = page.byte(from);
    if quoted && matches!(open, b'[' | b'{') {
        return;
    }
    let (start, end, source) = if matches!(open, b'"' | b'\'') {
        let end = page.text.get(from + 1..).and_then(|t| t.find(char::from(open))).map_or(page.bytes.len(), |n| from + 1 + n);
        (from + 1, end, Source::Structure)
    } else if quoted {
        let end = page.text.get(from..).and_then(|t| t.find([',', '}', ']', '\n'])).map_or(page.bytes.len(), |n| from + n);
        (from, end, Source::Structure)
    } else {
        (from, value_end(page, from), Source::Text)
    };
    values::labelled(page, class, start, end, source);
}

/// vCard: "N:family;given;further;before;behind".
fn structured_name(page: &mut Page<'_>, at: usize) -> bool {
    let line = page.text.get(at + 1..).map_or("", |t| t.lines().next().unwrap_or(""));
    if line.bytes().filter(|b| *b == b';').count() < 2 || line.len() > 120 {
        return false;
    }
    let mut from = at + 1;
    for part in line.split(';').take(3) {
        if part.chars().next().is_some_and(char::is_uppercase) {
            page.hit(from, from + part.len(), Kind::Person, 0.85, "name behind its label");
        }
        from += part.len() + 1;
    }
    true
}

/// vCard and similar: the property in front of its parameters.
fn card_line(page: &Page<'_>, at: usize) -> Option<FieldClass> {
    let line = page.text.get(..at).and_then(|t| t.rfind('\n')).map_or(0, |p| p + 1);
    let (name, parameters) = page.text.get(line..at)?.split_once(';')?;
    let upper = !name.is_empty()
        && name.len() <= 12
        && name.bytes().all(|b| b.is_ascii_uppercase() || b == b'-' || b == b'.' || b.is_ascii_digit());
    if !upper || !parameters.contains('=') && parameters.len() > 12 {
        return None;
    }
    match name.rsplit('.').next().unwrap_or(name) {
        "TEL" => Some(FieldClass::Phone),
        "ADR" | "LABEL" => Some(FieldClass::Address),
        "FN" | "N" | "NICKNAME" => Some(FieldClass::PersonName),
        "BDAY" => Some(FieldClass::Dob),
        _ => None,
    }
}

/// Names of settings by their last word: "STRIPE_KEY", "slackToken".
fn key_by_end(label: &str) -> Option<FieldClass> {
    let last = label.trim_end_matches(['"', '\'', ']', ' ']);
    let ends = |w: &str| last.len() >= w.len() && last.get(last.len() - w.len()..).is_some_and(|t| t.eq_ignore_ascii_case(w));
    let ident = last.len() <= 48 && last.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-' | b'.' | b'$' | b'[' | b' '));
    if ident && ["_pass", "_pw", "_pwd", "-pass", "_passwd", "sshpass", "dbpass"].iter().any(|w| ends(w)) {
        return Some(FieldClass::Password);
    }
    (ident
        && [
            "key",
            "token",
            "secret",
            "credential",
            "credentials",
            "signature",
            "sig",
            "apikey",
            "hash_key",
            "webhook",
            "auth",
            "access_key_id",
            "keyid",
            "dsn",
        ]
        .iter()
        .any(|w| ends(w)))
    .then_some(FieldClass::Secret)
}

/// `key=value` in queries, settings, log lines and tags.
fn equals(page: &mut Page<'_>, at: usize) {
    let mut start = at;
    while start > 0 && at - start < 64 {
        let b = page.before(start);
        if !(b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-' | b'.' | b'[' | b']')) {
            break;
        }
        start -= 1;
    }
    let mut label = page.between(start, at);
    if label.is_empty() && page.before(at) == b' ' {
        label = label_before(page, at);
    }
    if label.is_empty() {
        return;
    }
    let mut from = at + 1;
    while page.byte(from) == b' ' {
        from += 1;
    }
    let open = page.byte(from);
    let quoted = matches!(open, b'"' | b'\'' | b'`');
    let attribute = if quoted { in_tag(page, start) } else { None };
    let (class, plain) = if attribute.is_some() && matches!(label, "value" | "content" | "data-value" | "placeholder") {
        (attribute.and_then(|tag| attribute_class(page, tag, at)), false)
    } else {
        match labels::find(label) {
            Some(m) => (Some(m.class), true),
            None => (key_by_end(label), true),
        }
    };
    let class = match class {
        Some(c) => Some(c),
        None if random_behind(page, from + usize::from(quoted)) => None,
        None => return,
    };
    let end = if quoted {
        page.text.get(from + 1..).and_then(|t| t.find(char::from(open))).map_or(page.bytes.len(), |n| from + 1 + n)
    } else {
        // A password may hold signs that end other values.
        let free = class == Some(FieldClass::Password) && !linked(page, at);
        page.text
            .get(from..)
            .and_then(|t| {
                t.find(|c: char| {
                    c.is_whitespace() || matches!(c, '&' | '"' | '<') || !free && matches!(c, '#' | '\'' | '>' | ',' | ';' | ')' | '|')
                })
            })
            .map_or(page.bytes.len(), |n| from + n)
    };
    let end = if quoted { end } else { connection(page, from, end) };
    let start = if quoted { from + 1 } else { from };
    // A parameter or cookie whose value is drawn at random acts for whoever holds it.
    let drawn = class.is_none_or(|c| !c.is_sensitive()) && end - start >= 16 && keys::looks_random(page.between(start, end));
    if drawn && (urls::bears(label) && url_around(page, at) || cookie(page, at) && !urls::counts(label)) {
        secret(page, start, end, true);
        return;
    }
    let Some(class) = class else { return };
    // A name without quotes goes on over its spaces: "User(name=Jane Doe, id=7)".
    let person = matches!(class, FieldClass::PersonName | FieldClass::CardHolder);
    let end = if person && !quoted && page.byte(end) == b' ' && !url_around(page, at) { words_of(page, start, end) } else { end };
    if class == FieldClass::Secret && plain {
        secret(page, start, end, url_around(page, at));
    } else if matches!(class, FieldClass::PersonName | FieldClass::GivenName | FieldClass::FamilyName | FieldClass::CardHolder) && !quoted {
        // A query writes spaces as plus signs.
        if page.between(start, end).contains('+') && page.byte(start).is_ascii_alphabetic() {
            page.hit(start, end, Kind::Person, 0.8, "name behind its label");
        } else {
            values::labelled(page, class, start, end, Source::Structure);
        }
    } else {
        values::labelled(page, class, start, end, Source::Structure);
    }
}

/// In a connection string ("User Id=sa;Password=x;Encrypt=true") a value ends in front of the next key.
fn connection(page: &Page<'_>, start: usize, end: usize) -> usize {
    let value = page.between(start, end);
    let next = value.match_indices(';').find(|(at, _)| {
        let rest = value.get(at + 1..).unwrap_or("");
        let key = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_' && c != ' ').unwrap_or(rest.len());
        key >= 2 && rest.get(key..).is_some_and(|t| t.starts_with('='))
    });
    next.map_or(end, |(at, _)| start + at)
}

/// Whether what stands at a place is long and looks drawn at random: a cheap look before its key is looked at.
fn random_behind(page: &Page<'_>, at: usize) -> bool {
    let rest = page.bytes.get(at..).unwrap_or(&[]);
    let len = rest
        .iter()
        .take(256)
        .position(|b| !b.is_ascii_alphanumeric() && !matches!(b, b'_' | b'-' | b'.' | b'%' | b'+' | b'/' | b'='))
        .unwrap_or(rest.len().min(256));
    len >= 16 && keys::looks_random(page.between(at, at + len))
}

/// Whether a place lies on the line of a cookie header.
fn cookie(page: &Page<'_>, at: usize) -> bool {
    let bytes = page.bytes.get(at.saturating_sub(512)..at).unwrap_or(&[]);
    let line = bytes.rsplit(|b| *b == b'\n').next().unwrap_or(&[]);
    line.windows(6).any(|w| w.eq_ignore_ascii_case(b"cookie"))
}

/// The end of a value of several words: up to a sign that ends a field, without the key of the next one.
fn words_of(page: &Page<'_>, start: usize, end: usize) -> usize {
    let stop = page
        .text
        .get(start..)
        .and_then(|t| t.find([',', ';', ')', '|', '&', '\n', '"', '<', ']', '}', '=']))
        .map_or(page.bytes.len(), |n| start + n);
    if stop - start > 64 {
        return end;
    }
    let text = page.between(start, stop);
    if page.byte(stop) == b'=' {
        return text.rfind(' ').map_or(end, |n| start + n);
    }
    start + text.trim_end().len()
}

fn secret(page: &mut Page<'_>, start: usize, end: usize, url: bool) {
    let value = page.between(start, end);
    // The credentials of an address were found by themselves.
    if value.contains("://") {
        return;
    }
    let digits = value.bytes().any(|b| b.is_ascii_digit());
    let long = value.len() >= 8 && (digits || value.len() >= 16 && value.bytes().any(|b| b.is_ascii_uppercase()));
    if (keys::looks_random(value) || long) && !page.token(page.token_at(start)).is_some_and(|t| t.has(TAKEN)) {
        let (kind, reason) = if url { (Kind::UrlSecret, "token in a query") } else { (Kind::ApiKey, "value behind the label of a secret") };
        page.hit(start, end, kind, 0.9, reason);
    }
}

/// Whether the stretch without spaces in front of a place is a link, in which `#` begins a fragment.
fn linked(page: &Page<'_>, at: usize) -> bool {
    let bytes = page.bytes.get(at.saturating_sub(512)..at).unwrap_or(&[]);
    let word = bytes.rsplit(|b| b.is_ascii_whitespace() || *b == b'"').next().unwrap_or(&[]);
    word.contains(&b'?') || word.windows(3).any(|w| w == b"://")
}

/// Whether a place lies in the query or fragment of a URL, or in a cookie.
fn url_around(page: &Page<'_>, at: usize) -> bool {
    let start = at.saturating_sub(512);
    let start = (0..4).map(|k| start + k).find(|s| page.text.is_char_boundary(*s)).unwrap_or(at);
    let before = page.between(start, at);
    let word = before.rsplit(|c: char| c.is_whitespace() || c == '"').next().unwrap_or("");
    word.contains(['?', '&', '#']) || before.rsplit('\n').next().is_some_and(|l| l.to_ascii_lowercase().contains("cookie"))
}

/// The start of the tag that a place lies in.
fn in_tag(page: &Page<'_>, at: usize) -> Option<usize> {
    let start = at.saturating_sub(400);
    let mut i = at;
    while i > start {
        i -= 1;
        match page.byte(i) {
            b'<' => return page.byte(i + 1).is_ascii_alphabetic().then_some(i),
            b'>' => return None,
            _ => {}
        }
    }
    None
}

/// The class that the other attributes of a tag give to its value.
fn attribute_class(page: &Page<'_>, tag: usize, at: usize) -> Option<FieldClass> {
    let end = page.text.get(at..).and_then(|t| t.find('>')).map_or(page.bytes.len(), |n| at + n);
    let text = page.text.get(tag..end)?;
    if text.contains("type=\"password\"") || text.contains("type='password'") {
        return Some(FieldClass::Password);
    }
    for name in ["autocomplete=", "itemprop=", "name=", "id=", "property=", "aria-label=", "data-field=", "placeholder="] {
        let Some(found) = text.find(name) else { continue };
        let rest = text.get(found + name.len()..)?;
        let quote = rest.chars().next()?;
        let value = rest.get(1..)?.split(quote).next()?;
        if let Some(class) = labels::classify(value) {
            return Some(class);
        }
    }
    text.contains("type=\"tel\"").then_some(FieldClass::Phone)
}

/// The bounds of the field in front of a separator.
fn field_before(page: &Page<'_>, at: usize, seps: &[u8]) -> (usize, usize) {
    let mut start = at;
    while start > 0 && !seps.contains(&page.before(start)) && at - start < 80 {
        start -= 1;
    }
    (start, at)
}

/// "Label<tab>value".
fn cell(page: &mut Page<'_>, at: usize) {
    let (start, end) = field_before(page, at, b"\n\t");
    let label = page.text.get(start..end).unwrap_or("").trim();
    if label.is_empty() || page.token(page.token_at(start)).is_some_and(|t| t.has(TAKEN) && t.from() < end) {
        return;
    }
    let Some(found) = labels::find(label).filter(|m| m.whole) else { return };
    // In a row of several labels the values stand below, not beside.
    let stop = page.text.get(at + 1..).and_then(|t| t.find(['\t', '\n'])).map_or(page.bytes.len(), |n| at + 1 + n);
    let value = page.between(at + 1, stop);
    if labels::find(value).is_some_and(|m| m.whole) {
        return;
    }
    values::labelled(page, found.class, at + 1, stop, Source::Text);
}

/// A line that is a label, and the next that is its value.
fn line(page: &mut Page<'_>, at: usize) {
    let (start, end) = field_before(page, at, b"\n");
    let label = page.text.get(start..end).unwrap_or("").trim();
    if label.is_empty()
        || label.len() > 80
        || label.chars().count() > 40
        || label.ends_with([':', '.', ','])
        || label.contains(['\t', ':', '='])
        || label.bytes().filter(u8::is_ascii_digit).count() > 2
        || page.token(page.token_at(start)).is_some_and(|t| t.has(TAKEN) && t.from() < end)
    {
        return;
    }
    // The line above: where it is a label itself, this line is its value.
    let above = page.text.get(..start.saturating_sub(1)).and_then(|t| t.rsplit('\n').next()).unwrap_or("");
    if above.trim_end().ends_with(':') {
        return;
    }
    let Some(found) = labels::find(label).filter(|m| m.whole) else { return };
    let stop = page.text.get(at + 1..).and_then(|t| t.find('\n')).map_or(page.bytes.len(), |n| at + 1 + n);
    let value = page.between(at + 1, stop).trim();
    if value.is_empty() || labels::find(value).is_some_and(|m| m.whole) || value.contains(": ") || value.contains('\t') {
        return;
    }
    values::labelled(page, found.class, at + 1, stop, Source::Text);
}

/// `<dt>Label</dt><dd>value</dd>`, `<th>Label</th><td>value`, `<name>value</name>`, `itemprop="telephone">value<`.
fn tag(page: &mut Page<'_>, at: usize, index: usize) {
    let bytes = page.bytes;
    let close = page.text.get(at..).and_then(|t| t.find('>')).map_or(bytes.len(), |n| at + n);
    if close >= bytes.len() || close - at > 400 {
        return;
    }
    if page.byte(at + 1) == b'/' {
        // The text in front of a closing tag may be the label of the next text.
        if !labelish(page, index, false) {
            return;
        }
        let (start, end) = field_before(page, at, b">\n");
        let label = page.text.get(start..end).unwrap_or("").trim();
        let link = page
            .text
            .get(at + 2..close)
            .is_some_and(|n| matches!(n, "a" | "button" | "option" | "li" | "title" | "h1" | "h2" | "h3" | "h4"));
        if link
            || page.before(start) != b'>'
            || label.is_empty()
            || page.token(page.token_at(start)).is_some_and(|t| t.has(TAKEN) && t.from() < end)
        {
            return;
        }
        let Some(found) = labels::find(label).filter(|m| m.whole) else { return };
        if let Some((from, to)) = next_text(page, close)
            && !labels::find(page.between(from, to)).is_some_and(|m| m.whole)
        {
            values::labelled(page, found.class, from, to, Source::Structure);
        }
        return;
    }
    let inner = page.text.get(at + 1..close).unwrap_or("");
    if inner.ends_with('/') || inner.starts_with(['!', '?']) {
        return;
    }
    let name = inner.split([' ', '\n', '\t']).next().unwrap_or("");
    let class = if inner.len() == name.len()
        && !matches!(
            name,
            "p" | "td"
                | "th"
                | "tr"
                | "li"
                | "ul"
                | "ol"
                | "br"
                | "b"
                | "i"
                | "a"
                | "em"
                | "h1"
                | "h2"
                | "h3"
                | "div"
                | "span"
                | "title"
                | "body"
                | "head"
                | "html"
                | "table"
                | "code"
                | "pre"
                | "label"
                | "address"
                | "strong"
                | "small"
                | "option"
                | "button"
                | "time"
                | "dt"
                | "dd"
                | "dl"
                | "u"
                | "s"
                | "q"
                | "nav"
                | "main"
        ) {
        labels::classify(name.rsplit(':').next().unwrap_or(name))
    } else {
        attribute_class_inner(inner)
    };
    let Some(class) = class else { return };
    if let Some(to) = page.text.get(close + 1..).and_then(|t| t.find('<')).map(|n| close + 1 + n) {
        values::labelled(page, class, close + 1, to, Source::Structure);
    }
}

/// Microdata and similar: `itemprop`, or an id or class that is a label as a whole.
fn attribute_class_inner(inner: &str) -> Option<FieldClass> {
    for name in ["itemprop=\"", "data-label=\"", "data-field=\"", "data-title=\"", "data-th=\"", "id=\"", "class=\""] {
        let Some(rest) = inner.find(name).and_then(|p| inner.get(p + name.len()..)) else { continue };
        let value = rest.split('"').next().unwrap_or("");
        if let Some(found) = labels::find(value).filter(|m| m.whole || name.starts_with("itemprop")) {
            return Some(found.class);
        }
    }
    None
}

/// The next text behind a tag, over at most four further tags.
fn next_text(page: &Page<'_>, close: usize) -> Option<(usize, usize)> {
    let mut at = close + 1;
    for _ in 0..5 {
        let rest = page.text.get(at..)?;
        let skip = rest.len() - rest.trim_start().len();
        at += skip;
        // A field of its own: what follows it is not the label's.
        let own = page.bytes.get(at..at + 7).is_some_and(|t| t.eq_ignore_ascii_case(b"<input ") || t.eq_ignore_ascii_case(b"<select"));
        if own {
            return None;
        }
        if page.byte(at) != b'<' {
            let to = page.text.get(at..).and_then(|t| t.find('<')).map_or(page.bytes.len(), |n| at + n);
            return (to > at).then_some((at, to));
        }
        at = page.text.get(at..)?.find('>')? + at + 1;
    }
    None
}

/// A table in text: a line of column heads, and rows below with the same separator.
fn table(page: &mut Page<'_>) {
    let mut start = 0;
    let text = page.text;
    while let Some(end) = memchr::memchr(b'\n', page.bytes.get(start..).unwrap_or(&[])).map(|n| start + n) {
        let head = text.get(start..end).unwrap_or("");
        if let Some((sep, classes)) = heads(head) {
            let mut row = end + 1;
            while let Some(line) = text.get(row..).map(|t| t.split('\n').next().unwrap_or("")).filter(|l| l.contains(sep)) {
                let mut from = row;
                for (i, cell) in line.split(sep).enumerate() {
                    if let Some(Some(class)) = classes.get(i) {
                        values::labelled(page, *class, from, from + cell.len(), Source::Structure);
                    }
                    from += cell.len() + sep.len_utf8();
                }
                row += line.len() + 1;
            }
            if row >= text.len() {
                return;
            }
            start = row.max(end + 1);
            continue;
        }
        start = end + 1;
    }
}

/// The column heads of a line: at least three cells, most of them labels.
fn heads(line: &str) -> Option<(char, Vec<Option<FieldClass>>)> {
    if line.len() > 400 || line.len() < 5 {
        return None;
    }
    let mut counts = [0u32; 4];
    for b in line.bytes() {
        match b {
            b',' => counts[0] += 1,
            b';' => counts[1] += 1,
            b'\t' => counts[2] += 1,
            b'|' => counts[3] += 1,
            b':' | b'@' | b'.' | b'=' | b'<' | b'{' | b'(' => return None,
            _ => {}
        }
    }
    let sep = [',', ';', '\t', '|'].into_iter().zip(counts).find(|(_, n)| *n >= 2)?.0;
    let classes: Vec<_> =
        line.split(sep).take(40).map(|cell| labels::find(cell.trim().trim_matches('"')).filter(|m| m.whole).map(|m| m.class)).collect();
    let known = classes.iter().flatten().count();
    let words = line.split(sep).filter(|c| !c.trim().is_empty()).count();
    (known >= 2 && known * 2 >= words && !line.bytes().any(|b| b == b'@')).then_some((sep, classes))
}
