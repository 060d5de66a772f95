//! A flat index of JSON text: bytes in, one [`Token`] a value or key out, with links over containers.
//!
//! A first stage ([`index`](super::index)) finds where quotes, structural characters and scalars stand, a few kilobytes
//! ahead; a second one checks the grammar and makes the tokens. No value is built: later passes read the bytes through the tokens, jump over
//! what they do not need and copy what they do not change.

use super::index::{ESCAPED, Index};
use crate::error::{Code, Error, Result};

/// Deepest nesting that is read. A document of 1,000 nested elements needs some 2,100 levels.
pub(crate) const MAX_DEPTH: usize = 4_096;

/// What a token stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A string without escapes; `start..end` is what stands between the quotes.
    Plain,
    /// A string with escapes.
    Escaped,
    /// A number.
    Number,
    /// `true`, `false` or `null`.
    Literal,
    /// An object: keys and values follow in turn, up to `next`.
    Object,
    /// An array: items follow, up to `next`.
    Array,
}

/// One value or key. 12 bytes.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Token {
    start_kind: u32,
    /// End of the value in bytes, exclusive; for a string, where its closing quote stands.
    pub end: u32,
    /// Index of the token after this value and all that it holds.
    pub next: u32,
}

const KIND_SHIFT: u32 = 29;
const START_MASK: u32 = (1 << KIND_SHIFT) - 1;

/// Longest text that one tape can index; what lies beyond is left for the next window.
const MAX_TEXT: usize = START_MASK as usize;

/// Largest event that is read. Real full snapshots stay below 10 MB; beyond this a single string would have to be held
/// in memory several times.
pub(crate) const MAX_EVENT: usize = 128 << 20;

impl Token {
    fn new(kind: Kind, start: usize, end: usize, next: usize) -> Token {
        // Every position is below MAX_TEXT (2^29), which `read` has checked, and there are no more tokens than bytes.
        #[allow(clippy::cast_possible_truncation)]
        Token { start_kind: (start as u32 & START_MASK) | ((kind as u32) << KIND_SHIFT), end: end as u32, next: next as u32 }
    }

    /// Sets the end of a container.
    #[inline(always)]
    fn close(&mut self, end: usize, next: usize) {
        // As in `new`.
        #[allow(clippy::cast_possible_truncation)]
        {
            self.end = end as u32;
            self.next = next as u32;
        }
    }

    pub(crate) fn start(self) -> usize {
        (self.start_kind & START_MASK) as usize
    }

    pub(crate) fn end(self) -> usize {
        self.end as usize
    }

    pub(crate) fn kind(self) -> Kind {
        match self.start_kind >> KIND_SHIFT {
            0 => Kind::Plain,
            1 => Kind::Escaped,
            2 => Kind::Number,
            3 => Kind::Literal,
            4 => Kind::Object,
            _ => Kind::Array,
        }
    }

    pub(crate) fn is_string(self) -> bool {
        self.start_kind >> KIND_SHIFT <= 1
    }

    /// Where the value starts in the text, opening quote included.
    pub(crate) fn outer_start(self) -> usize {
        if self.is_string() { self.start().saturating_sub(1) } else { self.start() }
    }

    /// Where the value ends in the text, closing quote included.
    pub(crate) fn outer_end(self) -> usize {
        if self.is_string() { self.end() + 1 } else { self.end() }
    }
}

/// The tokens of a text that may hold several values one after another (NDJSON, or one).
#[derive(Default)]
pub(crate) struct Tape {
    /// The tokens, and room for more behind them.
    buffer: Vec<Token>,
    filled: usize,
    /// Whether an escape was read that may be half of a surrogate pair.
    pub(crate) surrogates: bool,
    /// Open containers while reading: their index, and [`OPEN_OBJECT`] where it is an object. Kept for its allocation.
    open: Vec<u32>,
    /// Places that the first stage has found and the second has not read yet.
    places: Vec<u32>,
}

/// Marks an open object. Indices of tokens stay below it, as there are fewer tokens than bytes.
const OPEN_OBJECT: u32 = 1 << 31;

/// Bytes that the first stage reads ahead of the second: their places fit the first cache.
const AHEAD: usize = 8 << 10;

/// Places that the longest step of the second stage looks at: the beginning of a node up to the end of its name or text.
const STEP: usize = 12;

/// How rrweb begins an element and a text, and goes on inside an element. What is written in just this way is read in
/// one step; any other writing of the same is read member by member, to the same tokens.
const ELEMENT: &[u8] = br#"{"type":2,"tagName":""#;
const TEXT: &[u8] = br#"{"type":3,"textContent":""#;
const ATTRIBUTES: &[u8] = br#","attributes":{"#;
const CHILDREN: &[u8] = br#","childNodes":["#;
const ID: &[u8] = br#","id":"#;

/// How top-level values stand one after another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Frame {
    /// Separated by white space: NDJSON, or a single value.
    Lines,
    /// Items of an array whose opening bracket was read before; `first` until one item was.
    Items {
        /// Whether no item was read yet.
        first: bool,
    },
}

/// What [`Tape::read_window`] has read.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Window {
    /// Bytes up to the end of the last whole value, or to the end of the text after the closing bracket.
    pub consumed: usize,
    /// Whether the closing bracket of the items was read.
    pub closed: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Expect {
    /// A value at the top level, or the end.
    TopValue,
    /// The first item, or the closing bracket.
    TopItemOrEnd,
    /// An item after a comma.
    TopItem,
    /// A comma, or the closing bracket.
    TopCommaOrEnd,
    /// A value after a comma in an array.
    Value,
    /// A value or the end of the array.
    ValueOrEnd,
    /// A key or the end of the object.
    KeyOrEnd,
    /// A key: after a comma in an object.
    Key,
    /// A comma or the end of the container.
    CommaOrEnd,
}

impl Tape {
    /// What was read last.
    pub(crate) fn tokens(&self) -> &[Token] {
        self.buffer.get(..self.filled).unwrap_or_default()
    }

    /// How many tokens fit without growing.
    pub(crate) fn room(&self) -> usize {
        self.buffer.len()
    }

    /// Indexes one text that is whole. Top-level values are separated by white space.
    ///
    /// # Errors
    /// As [`Tape::read_window`].
    pub(crate) fn read(&mut self, text: &[u8]) -> Result<()> {
        self.read_window(text, Frame::Lines, usize::MAX, true).map(|_| ())
    }

    /// Indexes the top-level values at the start of `text`, as many as end within `limit` bytes, and at least one.
    ///
    /// What follows the last whole value is left for the next call; with `last` set nothing may be left over.
    ///
    /// # Errors
    /// `input.json` at the first byte that does not fit the grammar, `input.depth` beyond [`MAX_DEPTH`],
    /// `input.too_large` for an event beyond [`MAX_EVENT`]. That the text is UTF-8 is for the caller to check.
    pub(crate) fn read_window(&mut self, text: &[u8], frame: Frame, limit: usize, last: bool) -> Result<Window> {
        self.filled = 0;
        self.places.clear();
        self.surrogates = false;
        let whole = text.len();
        let text = text.get(..MAX_TEXT).unwrap_or(text);
        let last = last && text.len() == whole;
        let text = if last { text } else { without_cut_scalar(text) };
        let expect = match frame {
            Frame::Lines => Expect::TopValue,
            Frame::Items { first: true } => Expect::TopItemOrEnd,
            Frame::Items { first: false } => Expect::TopCommaOrEnd,
        };
        let after_top = if frame == Frame::Lines { Expect::TopValue } else { Expect::TopCommaOrEnd };
        let window = Window { consumed: 0, closed: false };
        let places = std::mem::take(&mut self.places);
        let mut machine = Machine { tape: self, text, expect, after_top, depth: 0, filled: 0, whole: 0, window, places, next: 0 };
        let result = machine.run(limit, last);
        let places = std::mem::take(&mut machine.places);
        self.places = places;
        result
    }
}

/// The second stage: places in, tokens out.
struct Machine<'t> {
    tape: &'t mut Tape,
    text: &'t [u8],
    expect: Expect,
    /// What follows a whole top-level value.
    after_top: Expect,
    /// How many containers are open.
    depth: usize,
    /// Tokens so far, and those of the whole top-level values among them.
    filled: usize,
    whole: usize,
    window: Window,
    places: Vec<u32>,
    /// The next place to read.
    next: usize,
}

impl Machine<'_> {
    fn run(&mut self, limit: usize, last: bool) -> Result<Window> {
        let mut index = Index::default();
        let mut read = 0;
        loop {
            if read >= limit && self.window.consumed > 0 {
                break;
            }
            self.places.drain(..self.next);
            self.next = 0;
            let longest = self.window.consumed.saturating_add(MAX_EVENT);
            if read >= longest {
                return Err(Error::new(Code::InputTooLarge, "one event is larger than 128 MiB").at(self.window.consumed));
            }
            read = index.run(self.text, read, read + AHEAD, longest, &mut self.places);
            let end = read >= self.text.len() || index.control.is_some();
            self.steps(end)?;
            if self.window.closed {
                return self.after_close(last);
            }
            if let Some(offset) = index.control {
                return Err(Error::new(Code::InputJson, "a control character inside a string").at(offset));
            }
            if !end {
                continue;
            }
            if !last {
                break;
            }
            if index.is_in_string() {
                return Err(Error::new(Code::InputJson, "the text ends inside a string").at(self.text.len()));
            }
            if self.next < self.places.len() || self.expect != Expect::TopValue {
                return Err(Error::new(Code::InputJson, "the text ends inside a value").at(self.text.len()));
            }
            self.window.consumed = self.text.len();
            break;
        }
        // What was read of a value that is not whole yet is forgotten.
        self.tape.filled = self.whole;
        Ok(self.window)
    }

    /// Reads places as long as a whole step is at hand; with `end` set there will be no more, and the rest is read too
    /// as far as it goes.
    ///
    /// All that changes is kept in variables of its own: this loop runs some twelve times for each node of a page.
    fn steps(&mut self, end: bool) -> Result<()> {
        let Machine { text, ref places, after_top, mut expect, mut depth, mut filled, mut whole, mut next, .. } = *self;
        let Tape { buffer, open, surrogates, .. } = &mut *self.tape;
        if buffer.len() < filled + places.len() {
            // Room for a little more than is needed: memory is bounded by what a window holds.
            let needed = filled + places.len();
            buffer.reserve_exact((needed + needed / 4).saturating_sub(buffer.len()));
            buffer.resize(buffer.capacity(), Token::default());
        }
        open.resize(MAX_DEPTH, 0);
        let mut consumed = self.window.consumed;
        let mut closed = false;
        let byte_at = |place: u32| text.get((place & !ESCAPED) as usize).copied().unwrap_or(b' ');
        macro_rules! push {
            ($token:expr) => {
                if let Some(slot) = buffer.get_mut(filled) {
                    *slot = $token;
                    filled += 1;
                }
            };
        }
        macro_rules! after_value {
            ($end:expr) => {
                if depth > 0 {
                    expect = Expect::CommaOrEnd;
                } else {
                    whole = filled;
                    consumed = $end;
                    expect = after_top;
                }
            };
        }
        macro_rules! string {
            ($open:expr, $close:expr) => {
                let (start, end) = ($open as usize + 1, ($close & !ESCAPED) as usize);
                let mut kind = Kind::Plain;
                if $close & ESCAPED != 0 {
                    *surrogates |= super::text::check_escapes(text, start, end)?;
                    kind = Kind::Escaped;
                }
                push!(Token::new(kind, start, end, filled + 1));
            };
        }
        macro_rules! open {
            ($position:expr, $object:expr) => {
                let Some(slot) = open.get_mut(depth) else {
                    return Err(Error::new(Code::InputDepth, format!("nested deeper than {MAX_DEPTH} levels")).at($position));
                };
                // There are fewer tokens than bytes, and bytes fit 29 bits.
                #[allow(clippy::cast_possible_truncation)]
                {
                    *slot = filled as u32 | if $object { OPEN_OBJECT } else { 0 };
                }
                depth += 1;
                push!(Token::new(if $object { Kind::Object } else { Kind::Array }, $position, $position, filled));
            };
        }
        while let Some(&place) = places.get(next)
            && (next + STEP <= places.len() || end)
        {
            let mut byte = byte_at(place);
            let mut position = (place & !ESCAPED) as usize;
            // A comma right before a quote has no place of its own.
            let joined = byte == b'"' && position > 0 && text.get(position - 1) == Some(&b',');
            if joined {
                byte = b',';
                position -= 1;
            }
            // A bracket or a comma first; what is left then is a value.
            match expect {
                Expect::CommaOrEnd => {
                    let object = depth.checked_sub(1).and_then(|d| open.get(d)).is_some_and(|o| o & OPEN_OBJECT != 0);
                    if byte == b',' {
                        let rest = text.get(position..).unwrap_or_default();
                        let quotes = usize::from(!joined);
                        if object && next + STEP <= places.len() && rest.starts_with(ID) && !is_no_scalar(rest.get(ID.len())) {
                            push!(Token::new(Kind::Plain, position + 2, position + 4, filled + 1));
                            let (kind, end) = scalar(text, position + 6)?;
                            push!(Token::new(kind, position + 6, end, filled + 1));
                            next += quotes + 3;
                            continue;
                        }
                        if object && next + STEP <= places.len() && (rest.starts_with(ATTRIBUTES) || rest.starts_with(CHILDREN)) {
                            let attributes = rest.get(2) == Some(&b'a');
                            push!(Token::new(Kind::Plain, position + 2, position + 12, filled + 1));
                            open!(position + 14, attributes);
                            next += quotes + 3;
                            expect = if attributes { Expect::KeyOrEnd } else { Expect::ValueOrEnd };
                            continue;
                        }
                        next += usize::from(!joined);
                        expect = if object { Expect::Key } else { Expect::Value };
                        if !object && !joined {
                            continue;
                        }
                    } else if byte == if object { b'}' } else { b']' } {
                        next += 1;
                        close(buffer, open, &mut depth, position, filled);
                        after_value!(position + 1);
                        continue;
                    } else {
                        return Err(unexpected(what(byte), position));
                    }
                }
                Expect::KeyOrEnd if byte == b'}' => {
                    next += 1;
                    close(buffer, open, &mut depth, position, filled);
                    after_value!(position + 1);
                    continue;
                }
                Expect::ValueOrEnd if byte == b']' => {
                    next += 1;
                    close(buffer, open, &mut depth, position, filled);
                    after_value!(position + 1);
                    continue;
                }
                Expect::TopItemOrEnd | Expect::TopCommaOrEnd if byte == b']' => {
                    closed = true;
                    consumed = position + 1;
                    break;
                }
                Expect::TopCommaOrEnd => {
                    if byte != b',' {
                        return Err(unexpected(what(byte), position));
                    }
                    expect = Expect::TopItem;
                    if !joined {
                        next += 1;
                        continue;
                    }
                }
                _ if joined => return Err(unexpected("this character", position)),
                _ => {}
            }
            if matches!(expect, Expect::Key | Expect::KeyOrEnd) {
                let Some(&quote) = places.get(next) else { break };
                if byte_at(quote) != b'"' {
                    return Err(unexpected(what(byte_at(quote)), (quote & !ESCAPED) as usize));
                }
                let before = ((quote & !ESCAPED) as usize).saturating_sub(1);
                if !joined && text.get(before) == Some(&b',') {
                    return Err(unexpected("this character", before));
                }
                let Some(&closing) = places.get(next + 1) else { break };
                // A colon right behind the quote has no place of its own.
                let behind = (closing & !ESCAPED) as usize + 1;
                let mut read = 2;
                if text.get(behind) != Some(&b':') {
                    let Some(&colon) = places.get(next + 2) else { break };
                    if byte_at(colon) != b':' {
                        return Err(unexpected(what(byte_at(colon)), (colon & !ESCAPED) as usize));
                    }
                    read = 3;
                }
                // A value that is not at hand leaves the key for later, too.
                let Some(&value) = places.get(next + read) else { break };
                if byte_at(value) == b'"' {
                    let before = ((value & !ESCAPED) as usize).saturating_sub(1);
                    if text.get(before) == Some(&b',') {
                        return Err(unexpected("this character", before));
                    }
                    if places.get(next + read + 1).is_none() {
                        break;
                    }
                }
                string!(quote, closing);
                next += read;
                expect = Expect::Value;
            }
            let Some(&place) = places.get(next) else { break };
            let position = (place & !ESCAPED) as usize;
            match byte_at(place) {
                b'"' => {
                    let Some(&closing) = places.get(next + 1) else { break };
                    let behind = (closing & !ESCAPED) as usize + 1;
                    if text.get(behind) == Some(&b':') {
                        return Err(unexpected("this character", behind));
                    }
                    string!(place, closing);
                    next += 2;
                    after_value!(behind);
                }
                bracket @ (b'{' | b'[') => {
                    let object = bracket == b'{';
                    open!(position, object);
                    let rest = text.get(position..).unwrap_or_default();
                    let begins = [ELEMENT, TEXT].into_iter().find(|known| object && rest.starts_with(known));
                    if let (Some(known), Some(&closing)) = (begins, places.get(next + 7)) {
                        push!(Token::new(Kind::Plain, position + 2, position + 6, filled + 1));
                        push!(Token::new(Kind::Number, position + 8, position + 9, filled + 1));
                        push!(Token::new(Kind::Plain, position + 11, position + known.len() - 3, filled + 1));
                        string!(position + known.len() - 1, closing);
                        if let Some(offset) = Some((closing & !ESCAPED) as usize + 1).filter(|at| text.get(*at) == Some(&b':')) {
                            return Err(unexpected("this character", offset));
                        }
                        next += 8;
                        expect = Expect::CommaOrEnd;
                        continue;
                    }
                    next += 1;
                    expect = if object { Expect::KeyOrEnd } else { Expect::ValueOrEnd };
                }
                b',' | b':' | b'}' | b']' => return Err(unexpected("this character", position)),
                _ => {
                    let (kind, end) = scalar(text, position)?;
                    push!(Token::new(kind, position, end, filled + 1));
                    next += 1;
                    after_value!(end);
                }
            }
        }
        (self.expect, self.depth, self.filled, self.whole, self.next) = (expect, depth, filled, whole, next);
        self.window = Window { consumed, closed };
        Ok(())
    }

    /// Only white space may follow the closing bracket of the items.
    fn after_close(&mut self, last: bool) -> Result<Window> {
        self.tape.filled = self.whole;
        let end = self.window.consumed;
        let rest = self.text.get(end..).unwrap_or_default();
        if let Some(at) = rest.iter().position(|b| !b.is_ascii_whitespace()) {
            return Err(unexpected("text after the closing bracket", end + at));
        }
        if last {
            self.window.consumed = self.text.len();
        }
        Ok(self.window)
    }
}

/// Whether a byte begins anything but a number or literal.
fn is_no_scalar(byte: Option<&u8>) -> bool {
    byte.is_none_or(|b| matches!(b, b'{' | b'[' | b'"' | b'}' | b']' | b',' | b':' | b' ' | b'\n' | b'\r' | b'\t'))
}

/// Closes the container that was opened last.
#[inline(always)]
fn close(buffer: &mut [Token], open: &[u32], depth: &mut usize, position: usize, filled: usize) {
    *depth = depth.saturating_sub(1);
    let index = open.get(*depth).map_or(0, |o| o & !OPEN_OBJECT);
    if let Some(token) = buffer.get_mut(index as usize) {
        token.close(position + 1, filled);
    }
}

/// Kind and end of the number, `true`, `false` or `null` that begins at a place.
#[inline(always)]
fn scalar(text: &[u8], place: usize) -> Result<(Kind, usize)> {
    let rest = text.get(place..).unwrap_or_default();
    let digits = rest.iter().take_while(|b| b.is_ascii_digit()).count();
    let ends = |length: usize| match rest.get(length) {
        None => true,
        Some(b) => matches!(b, b',' | b'}' | b']' | b' ' | b'\n' | b'\r' | b'\t' | b':' | b'{' | b'[' | b'"'),
    };
    if digits > 0 && ends(digits) && (digits == 1 || rest.first() != Some(&b'0')) {
        return Ok((Kind::Number, place + digits));
    }
    let length = (0..rest.len()).find(|i| ends(*i)).unwrap_or(rest.len());
    let scalar = rest.get(..length).unwrap_or_default();
    let kind = match scalar {
        b"true" | b"false" | b"null" => Kind::Literal,
        _ if is_number(scalar) => Kind::Number,
        _ => return Err(Error::new(Code::InputJson, "neither a number nor true, false or null").at(place)),
    };
    Ok((kind, place + length))
}

/// A text that may go on, without the number or literal at its end: `nul` is none as long as its end is not there. Strings
/// are cut off, too, which does no harm: a value that is not whole is read again. No scalar of a recording is longer.
fn without_cut_scalar(text: &[u8]) -> &[u8] {
    let length = text.iter().rev().take(32).take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'-' | b'.')).count();
    text.get(..text.len() - length).unwrap_or_default()
}

/// How an error names what stands at a place.
fn what(byte: u8) -> &'static str {
    if byte == b'"' { "a string" } else { "this character" }
}

fn unexpected(what: &str, position: usize) -> Error {
    Error::new(Code::InputJson, format!("{what} does not fit here")).at(position)
}

/// The number grammar of RFC 8259.
fn is_number(text: &[u8]) -> bool {
    let digits = |mut rest: &[u8]| -> Option<usize> {
        let all = rest.len();
        while let [b'0'..=b'9', tail @ ..] = rest {
            rest = tail;
        }
        (all > rest.len()).then(|| all - rest.len())
    };
    let text = text.strip_prefix(b"-").unwrap_or(text);
    let Some(whole) = digits(text) else { return false };
    if whole > 1 && text.first() == Some(&b'0') {
        return false;
    }
    let mut rest = text.get(whole..).unwrap_or_default();
    if let Some(fraction) = rest.strip_prefix(b".") {
        let Some(n) = digits(fraction) else { return false };
        rest = fraction.get(n..).unwrap_or_default();
    }
    if let [b'e' | b'E', exponent @ ..] = rest {
        let exponent = match exponent {
            [b'+' | b'-', e @ ..] => e,
            e => e,
        };
        let Some(n) = digits(exponent) else { return false };
        rest = exponent.get(n..).unwrap_or_default();
    }
    rest.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Vec<(Kind, String)>> {
        let mut tape = Tape::default();
        tape.read(text.as_bytes())?;
        Ok(tape.tokens().iter().map(|t| (t.kind(), text[t.start()..t.end()].to_owned())).collect())
    }

    #[test]
    fn tokens_of_an_event() {
        let tokens = read(r#" {"type":3,"data":{"a":[1,"x\"y",true]}} "#).unwrap();
        let texts: Vec<&str> = tokens.iter().map(|(_, t)| t.as_str()).collect();
        assert_eq!(texts[1..3], ["type", "3"]);
        assert!(texts.contains(&r#"x\"y"#));
        assert!(tokens.contains(&(Kind::Escaped, r#"x\"y"#.into())));
    }

    #[test]
    fn links_jump_over_containers() {
        let text = r#"[{"a":[1,2]},3]"#;
        let mut tape = Tape::default();
        tape.read(text.as_bytes()).unwrap();
        let object = tape.tokens()[1];
        assert_eq!(object.kind(), Kind::Object);
        assert_eq!(&text[object.start()..object.end()], r#"{"a":[1,2]}"#);
        assert_eq!(tape.tokens()[object.next as usize].kind(), Kind::Number);
    }

    /// Every text is accepted by this reader if and only if serde_json accepts it.
    #[test]
    fn agrees_with_serde_json_on_the_grammar() {
        let good = ["[]", "{}", "0", "-1.5e+3", "\"a\"", "[[],{}]", "{\"a\":null}", "\"\\u00e9\\n\"", "[1 , 2]", "true"];
        let bad = [
            "[",
            "{",
            "]",
            "{]",
            "[}",
            "01",
            "1.",
            ".5",
            "1e",
            "+1",
            "[1,]",
            "{\"a\"}",
            "{\"a\":}",
            "{a:1}",
            "[1 2]",
            "{\"a\":1,}",
            "\"\n\"",
            "\"\\x\"",
            "\"\\u12g4\"",
            "tru",
            "nul",
            "[,]",
            ",",
            ":",
            "{\"a\":1 \"b\":2}",
            "\"abc",
            "\"abc\\\"",
            "[1]]",
            "{\"a\":1}}",
            "{1:2}",
            "[\"a\":1]",
        ];
        for text in good {
            assert!(read(text).is_ok(), "{text}");
        }
        for text in bad {
            assert!(serde_json::from_str::<serde_json::Value>(text).is_err(), "{text}");
            assert!(read(text).is_err(), "{text}");
        }
    }

    #[test]
    fn differential_on_mutated_text() {
        let seed = br#"{"type":2,"data":{"node":{"id":1,"childNodes":[{"t":"a\\\"b\u00e4","n":-1.25e-3},[true,false,null]]}},"x":"\\"}"#;
        let mut random = 0x9E37_79B9_7F4A_7C15u64;
        let mut next = move || {
            random ^= random << 13;
            random ^= random >> 7;
            random ^= random << 17;
            usize::try_from(random >> 33).unwrap()
        };
        let alphabet = b"{}[]\":,\\ 0a1-.eutn\n";
        for _ in 0..60_000 {
            let mut text = seed.repeat(1 + next() % 2);
            for _ in 0..next() % 4 {
                let at = next() % text.len();
                match next() % 3 {
                    0 => text[at] = alphabet[next() % alphabet.len()],
                    1 => {
                        text.remove(at);
                    }
                    _ => text.insert(at, alphabet[next() % alphabet.len()]),
                }
            }
            let Ok(text) = String::from_utf8(text) else { continue };
            let peer = serde_json::Deserializer::from_str(&text).into_iter::<serde::de::IgnoredAny>().all(|v| v.is_ok());
            // serde_json reads `1true` and `1"a"` as two values where this reader wants white space between scalars.
            let ours = read(&text).is_ok();
            if ours != peer {
                assert!(!ours, "accepted what serde_json refuses: {text}");
            }
        }
    }

    #[test]
    fn windows_cover_the_items_whatever_the_limit() {
        let text = br#" {"a":1}, [2,"]"] ,{"b":"\\"} , 4 ]  "#;
        for limit in 1..text.len() {
            let (mut at, mut first, mut values) = (0, true, Vec::new());
            let mut tape = Tape::default();
            loop {
                let window = tape.read_window(&text[at..], Frame::Items { first }, limit, true).unwrap();
                let mut index = 0;
                while let Some(token) = tape.tokens().get(index) {
                    values.push(String::from_utf8_lossy(&text[at..][token.start()..token.end()]).into_owned());
                    index = token.next as usize;
                }
                first = false;
                at += window.consumed;
                if window.closed {
                    break;
                }
            }
            assert_eq!(values, [r#"{"a":1}"#, r#"[2,"]"]"#, r#"{"b":"\\"}"#, "4"], "limit {limit}");
        }
    }

    #[test]
    fn a_value_that_is_not_whole_yet_is_left() {
        let mut tape = Tape::default();
        let window = tape.read_window(br#"{"a":1}{"b":[1"#, Frame::Lines, usize::MAX, false).unwrap();
        assert_eq!((window.consumed, tape.tokens().len()), (7, 3));
        assert!(tape.read_window(br#"{"b":[1"#, Frame::Lines, usize::MAX, true).is_err());
    }

    #[test]
    fn depth_is_limited() {
        let deep = "[".repeat(10_000) + &"]".repeat(10_000);
        assert_eq!(read(&deep).unwrap_err().code(), "input.depth");
        let fine = "[".repeat(4_000) + &"]".repeat(4_000);
        assert!(read(&fine).is_ok());
    }

    #[test]
    fn nodes_in_rrwebs_own_writing_and_in_any_other_give_the_same_tokens() {
        let node = r#"{"type":2,"tagName":"p","attributes":{"id":"a","x":{}},"childNodes":[{"type":3,"textContent":"a\"b","id":7},
            {"type":3,"textContent":"","id":8}],"id":12}"#;
        let rows = format!("[{}]", [node; 40].join(","));
        let spaced = rows.replace("\":", "\" : ").replace(",\"", " , \"").replace('{', "{ ").replace('[', "[ ");
        let texts = |text: &str| -> Vec<(Kind, String)> {
            let scalar = |k: Kind| !matches!(k, Kind::Object | Kind::Array);
            read(text).unwrap().into_iter().map(|(k, t)| (k, if scalar(k) { t } else { String::new() })).collect()
        };
        assert_eq!(texts(&rows), texts(&spaced));
        for (bad, offset) in [
            (r#"[{"type":2,"tagName":"p","attributes":{,}}]"#, 39),
            (r#"[{"type":2,"tagName":"p","childNodes":[,]}]"#, 39),
            (r#"[{"type":2,"tagName":"p","id":}]"#, 30),
            (r#"[{"type":2,"tagName":"p" 1}]"#, 25),
            (r#"[{"type":3,"textContent":"a" "b"}]"#, 29),
        ] {
            for text in [bad.to_owned(), format!("{bad}{}", " [1,2,3,4]".repeat(20))] {
                let error = read(&text).unwrap_err();
                assert_eq!((error.code(), error.offset()), ("input.json", Some(offset)), "{text}");
            }
        }
    }

    #[test]
    fn control_characters_are_refused_everywhere() {
        for text in ["[1,\u{1}2]", "[\u{b}1]", "{\"a\"\u{c}:1}", "[\"a\u{1f}\"]", "\u{0}[]", "[1]\u{1e}"] {
            assert_eq!(read(text).unwrap_err().code(), "input.json", "{text:?}");
        }
        assert!(read("\t[\r\n1 ]\n").is_ok());
    }
}
