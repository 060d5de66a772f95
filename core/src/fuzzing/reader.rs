//! The reader beside serde_json: any bytes in; both accept and refuse the same, and read the same values.

use serde::de::IgnoredAny;
use serde_json::Value;

use crate::event::doc::Doc;
use crate::event::tape::{Frame, Kind, Tape};
use crate::event::text;

/// Reads the bytes as one text, as values one after another and as the items of an array.
pub fn reader(bytes: &[u8]) {
    // The engine checks that a text is UTF-8 before it believes what the tape says.
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    alone(text);
    in_a_row(text);
    items(text);
    in_windows(text);
    in_part(text);
}

/// One value, read by both. serde_json's own value refuses halves of surrogate pairs, so these are mended first, as the
/// engine does.
fn alone(text: &str) {
    let mut tape = Tape::default();
    let ours = tape.read(text.as_bytes());
    if ours.as_ref().is_err_and(|error| error.code() == "input.depth") {
        return;
    }
    let one = tape.tokens().first().is_some_and(|first| first.next as usize == tape.tokens().len());
    let peer = serde_json::from_str::<IgnoredAny>(text);
    match (&ours, &peer) {
        (Ok(()), Ok(_)) => assert!(one, "one value was read as several"),
        (Ok(()), Err(_)) => assert!(!one, "accepted what serde_json refuses"),
        (Err(_), Ok(_)) => unreachable!("refused what serde_json accepts"),
        (Err(_), Err(_)) => return,
    }
    let mut mended = text.as_bytes().to_vec();
    text::mend_surrogates(&mut mended);
    let mut tape = Tape::default();
    assert!(tape.read(&mended).is_ok(), "mending surrogates broke the text");
    let mended = String::from_utf8(mended).unwrap();
    let doc = Doc::new(&mended, tape.tokens());
    // serde_json has limits of its own: the size of numbers, and nesting.
    if one && let Ok(expected) = serde_json::from_str::<Value>(&mended) {
        assert_eq!(value(doc, 0), Some(expected), "the values differ");
    }
    for token in tape.tokens().iter().filter(|token| token.is_string()) {
        escapes_round_trip(doc.raw(*token));
    }
}

/// Values one after another. serde_json wants no white space between `1` and `"a"`, so only one direction holds.
fn in_a_row(text: &str) {
    let mut tape = Tape::default();
    if tape.read(text.as_bytes()).is_ok() {
        let mut values = serde_json::Deserializer::from_str(text).into_iter::<IgnoredAny>();
        assert!(values.all(|value| value.is_ok()), "accepted what serde_json refuses");
    }
}

/// The items of an array whose opening bracket was read before.
fn items(text: &str) {
    let closed = format!("{text}]");
    let mut tape = Tape::default();
    let window = tape.read_window(closed.as_bytes(), Frame::Items { first: true }, usize::MAX, true);
    if window.as_ref().is_err_and(|error| error.code() == "input.depth") {
        return;
    }
    let ours = window.is_ok_and(|window| window.closed);
    let peer = serde_json::from_str::<Vec<IgnoredAny>>(&format!("[{closed}")).is_ok();
    assert_eq!(ours, peer, "one accepts these items and the other does not");
}

/// However small the windows are, they hold the same tokens as the whole.
fn in_windows(text: &str) {
    let mut whole = Tape::default();
    if whole.read(text.as_bytes()).is_err() {
        return;
    }
    let mut tape = Tape::default();
    let (mut at, mut seen) = (0, 0);
    for limit in text.bytes().map(usize::from).chain(std::iter::repeat(1)) {
        let rest = text.as_bytes().get(at..).unwrap_or_default();
        let Ok(window) = tape.read_window(rest, Frame::Lines, limit, true) else { unreachable!("a window refuses what the whole accepts") };
        for token in tape.tokens() {
            let same = whole.tokens().get(seen).is_some_and(|t| t.start() == token.start() + at && t.kind() == token.kind());
            assert!(same, "windows and whole differ");
            seen += 1;
        }
        at += window.consumed;
        if window.consumed == 0 || at >= text.len() {
            break;
        }
    }
    assert_eq!(seen, whole.tokens().len(), "windows lose values");
}

/// A text that is not whole yet is no error, wherever it ends.
fn in_part(text: &str) {
    let mut tape = Tape::default();
    if tape.read(text.as_bytes()).is_err() {
        return;
    }
    // Every place of a short text, some of a long one.
    for end in (0..text.len()).step_by(1 + text.len() / 256) {
        let part = text.as_bytes().get(..end).unwrap_or_default();
        let window = tape.read_window(part, Frame::Lines, usize::MAX, false);
        assert!(window.is_ok_and(|window| window.consumed <= end), "the beginning of a text is refused");
    }
}

fn escapes_round_trip(raw: &[u8]) {
    let (mut plain, mut again) = (String::new(), String::new());
    text::unescape(raw, &mut plain);
    let mut escaped = Vec::new();
    text::escape(&plain, &mut escaped);
    assert!(text::check_escapes(&escaped, 0, escaped.len()).is_ok(), "an escape that is none");
    text::unescape(&escaped, &mut again);
    assert_eq!(plain, again, "escaping changes a text");
}

/// What the tape says is at this token.
fn value(doc: Doc<'_>, index: usize) -> Option<Value> {
    let token = doc.token(index)?;
    let mut scratch = String::new();
    Some(match token.kind() {
        Kind::Plain | Kind::Escaped => Value::String(doc.string(token, &mut scratch).to_owned()),
        Kind::Number | Kind::Literal => serde_json::from_slice(doc.raw(token)).ok()?,
        Kind::Object => {
            let mut object = serde_json::Map::new();
            for member in doc.members(index) {
                let mut key = String::new();
                let key = doc.string(member.key, &mut key).to_owned();
                object.insert(key, value(doc, member.value)?);
            }
            Value::Object(object)
        }
        Kind::Array => Value::Array(doc.items(index).map(|item| value(doc, item)).collect::<Option<_>>()?),
    })
}
