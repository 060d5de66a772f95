//! Undoes what may hide a text inside a text: a text in, everything that it may stand for out.
//!
//! URL escapes, HTML entities, JSON in a string and base64, one inside another up to three deep. The detectors undo some of it
//! too; here each layer is undone by itself, so that what they miss is seen.

use super::json::{Doc, Kind, Value};
use crate::detect::labels::{self, FieldClass};

/// A text that was hidden in another.
#[derive(Debug, PartialEq)]
pub(super) struct Layer {
    pub text: String,
    /// What its key says of it, where it has one.
    pub class: Option<FieldClass>,
}

/// How often one layer may lie in another.
const DEPTH: usize = 3;
/// Layers of one text; a hostile text must not multiply without end.
const MOST: usize = 400;
/// Longest text that is looked into; beyond lie files.
const LONGEST: usize = 1 << 20;
/// Shortest run of base64 that can hide anything.
const SHORTEST_RUN: usize = 16;
/// Shortest readable stretch of what was decoded.
const SHORTEST_STRETCH: usize = 8;

/// Everything that `text` may stand for but itself.
pub(super) fn layers(text: &str) -> Vec<Layer> {
    let mut out: Vec<Layer> = Vec::new();
    if text.len() < 8 || text.len() > LONGEST {
        return out;
    }
    undo(text, None, &mut out);
    let mut from = 0;
    for _ in 1..DEPTH {
        let to = out.len();
        for index in from..to {
            let Some((inner, class)) = out.get(index).map(|layer| (layer.text.clone(), layer.class)) else { break };
            undo(&inner, class, &mut out);
        }
        from = to;
    }
    out
}

fn undo(text: &str, class: Option<FieldClass>, out: &mut Vec<Layer>) {
    let mut push = |layer: String, class: Option<FieldClass>| {
        if out.len() < MOST && layer.len() >= 3 && layer != text && !out.iter().any(|known| known.text == layer && known.class == class) {
            out.push(Layer { text: layer, class });
        }
    };
    if let Some(plain) = percent(text) {
        push(plain, class);
    }
    if let Some(plain) = entities(text) {
        push(plain, class);
    }
    if text.trim_start().starts_with(['{', '[', '"'])
        && let Ok(doc) = Doc::read(text)
    {
        strings(doc.root(), class, &mut push);
    }
    runs(text, &mut |plain| push(plain, class));
}

/// The text with `%XX` undone and `+` as a space, if it has such escapes.
pub(super) fn percent(text: &str) -> Option<String> {
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).and_then(|b| char::from(*b).to_digit(16));
    let mut out: Vec<u8> = Vec::with_capacity(bytes.len());
    let mut at = 0;
    let mut undone = false;
    while let Some(&byte) = bytes.get(at) {
        match (byte, digit(at + 1), digit(at + 2)) {
            (b'%', Some(high), Some(low)) => {
                out.push(u8::try_from(high * 16 + low).unwrap_or(b'?'));
                undone = true;
                at += 2;
            }
            _ => out.push(byte),
        }
        at += 1;
    }
    if !undone {
        return None;
    }
    let plain = match String::from_utf8(out) {
        Ok(plain) => plain,
        // Old sites write Latin-1.
        Err(error) => error.into_bytes().into_iter().map(char::from).collect(),
    };
    Some(plain.replace('+', " "))
}

/// The text with HTML entities undone, if it has some.
fn entities(text: &str) -> Option<String> {
    let mut out = String::new();
    let mut rest = text;
    let mut undone = false;
    while let Some(start) = rest.find('&') {
        out.push_str(rest.get(..start).unwrap_or_default());
        rest = rest.get(start..).unwrap_or_default();
        let end = rest.bytes().take(12).position(|b| b == b';');
        match end.and_then(|end| rest.get(1..end).and_then(entity).map(|c| (c, end))) {
            Some((character, end)) => {
                out.push(character);
                rest = rest.get(end + 1..).unwrap_or_default();
                undone = true;
            }
            None => {
                out.push('&');
                rest = rest.get(1..).unwrap_or_default();
            }
        }
    }
    out.push_str(rest);
    undone.then_some(out)
}

fn entity(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => number.parse().ok()?,
        };
        return char::from_u32(code);
    }
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => ' ',
        "commat" => '@',
        "period" => '.',
        "colon" => ':',
        "sol" => '/',
        "hyphen" | "dash" => '-',
        "lowbar" => '_',
        "plus" => '+',
        "num" => '#',
        "shy" | "zwnj" | "zwj" => '\u{ad}',
        _ => return None,
    })
}

/// Strings and long numbers of a JSON text, with what their keys say.
fn strings(value: Value<'_>, class: Option<FieldClass>, push: &mut dyn FnMut(String, Option<FieldClass>)) {
    let mut open = vec![(value, class)];
    while let Some((value, class)) = open.pop() {
        match value.kind() {
            Kind::String | Kind::Number => push(value.text().to_owned(), class),
            Kind::Array => open.extend(value.items().map(|item| (item, class))),
            Kind::Object => open.extend(value.members().map(|(key, value)| (value, labels::classify(key)))),
            Kind::Null | Kind::Bool => {}
        }
    }
}

/// Readable texts inside runs of base64, in both alphabets and at any alignment.
fn runs(text: &str, push: &mut dyn FnMut(String)) {
    let letter = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'/' | b'-' | b'_');
    for run in text.as_bytes().split(|b| !letter(*b)).filter(|run| run.len() >= SHORTEST_RUN) {
        for skip in 0..4 {
            let bytes = base64(run.get(skip..).unwrap_or_default());
            for chunk in bytes.utf8_chunks() {
                for stretch in chunk.valid().split(|c: char| c.is_control() && !matches!(c, '\n' | '\t' | '\r')) {
                    let readable = stretch.chars().filter(|c| c.is_ascii_graphic() || *c == ' ').count();
                    // Chance makes few long stretches, and hardly any of plain characters alone.
                    if stretch.len() >= SHORTEST_STRETCH && readable * 10 >= stretch.chars().count() * 8 {
                        push(stretch.to_owned());
                    }
                }
            }
        }
    }
}

fn base64(run: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(run.len());
    let (mut word, mut bits) = (0u32, 0u32);
    for byte in run {
        let six = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' | b'-' => 62,
            _ => 63,
        };
        word = word << 6 | u32::from(six);
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            out.push(u8::try_from(word >> bits & 0xff).unwrap_or_default());
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use ::base64::Engine;
    use ::base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};

    fn holds(text: &str, inner: &str) -> bool {
        layers(text).iter().any(|layer| layer.text.contains(inner))
    }

    #[test]
    fn each_layer_and_layers_in_layers() {
        let mail = "mia@shop.example";
        for text in [
            "mia%40shop.example".to_owned(),
            "mia%2540shop.example".to_owned(),
            "mia&#64;shop.example".to_owned(),
            "mia&#x40;shop&period;example".to_owned(),
            format!(r#"{{"a":[1,{{"b":"{mail}"}}]}}"#),
            format!(r#""{{\"b\":\"{mail}\"}}""#),
            format!("blob {} end", STANDARD.encode(format!("to={mail};"))),
            URL_SAFE_NO_PAD.encode(format!("\u{1}\u{2}\u{3} {mail} \u{1}")),
            format!("abc{}", STANDARD.encode(mail)),
            STANDARD.encode(format!(r#"{{"m":"{}"}}"#, mail.replace('@', "%40"))),
        ] {
            assert!(holds(&text, mail), "{text}");
        }
    }

    #[test]
    fn plain_texts_have_no_layers() {
        for text in
            ["", "Blue lamp", "100% wool + silk", "A & B; C", "{not json}", "internationalisation of everything", "/products/lamps/large"]
        {
            assert_eq!(layers(text), [], "{text}");
        }
    }

    #[test]
    fn keys_say_what_their_values_are() {
        let found = layers(r#"{"password":"winter","city":"Ulm"}"#);
        assert_eq!(found.iter().find(|l| l.text == "winter").and_then(|l| l.class), Some(FieldClass::Password));
    }

    #[test]
    fn a_hostile_text_ends() {
        assert!(layers(&"%2525".repeat(10_000)).len() <= MOST);
        assert!(layers(&format!("[{}\"x\"]", "\"abcd\",".repeat(5_000))).len() <= MOST);
    }
}
