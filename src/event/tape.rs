//! A flat index of JSON text: bytes in, one [`Token`] a value or key out, with links over containers.
//!
//! The text is read once in blocks of 64 bytes whose quotes, backslashes and structural characters become bit maps;
//! the grammar is checked on the way. No value is built: later passes read the bytes through the tokens, jump over
//! what they do not need and copy what they do not change.

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
#[derive(Clone, Copy, Debug)]
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
    pub(crate) tokens: Vec<Token>,
    /// Indices of open containers while reading; kept for its allocation.
    open: Vec<u32>,
}

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
    /// A value: after a colon, or after a comma in an array.
    Value,
    /// A value or the end of the array.
    ValueOrEnd,
    /// A key or the end of the object.
    KeyOrEnd,
    /// A key: after a comma in an object.
    Key,
    /// The colon after a key.
    Colon,
    /// A comma or the end of the container.
    CommaOrEnd,
}

impl Tape {
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
    /// `input.too_large` for an event beyond [`MAX_EVENT`]. The text must be valid UTF-8, which the caller has checked.
    pub(crate) fn read_window(&mut self, text: &[u8], frame: Frame, limit: usize, last: bool) -> Result<Window> {
        self.tokens.clear();
        self.open.clear();
        let text = text.get(..MAX_TEXT).unwrap_or(text);
        let last = last && text.len() < MAX_TEXT;
        let expect = match frame {
            Frame::Lines => Expect::TopValue,
            Frame::Items { first: true } => Expect::TopItemOrEnd,
            Frame::Items { first: false } => Expect::TopCommaOrEnd,
        };
        let after_top = if frame == Frame::Lines { Expect::TopValue } else { Expect::TopCommaOrEnd };
        let window = Window { consumed: 0, closed: false };
        let mut machine =
            Machine { tape: self, text, expect, after_top, in_object: false, last_end: 0, string_start: 0, whole_tokens: 0, window };
        let mut in_string = 0u64;
        let mut carry_escape = 0u64;
        // Where the latest backslash before the current block stands, plus one; 0 if there is none.
        let mut backslash_before = 0usize;
        let mut at = 0;
        let mut padded = [b' '; 64];
        while at < text.len() {
            if at >= limit && machine.window.consumed > 0 {
                return Ok(machine.cut());
            }
            if at - machine.window.consumed >= MAX_EVENT {
                return Err(Error::new(Code::InputTooLarge, "one event is larger than 128 MiB").at(machine.window.consumed));
            }
            let block: &[u8; 64] = match text.get(at..at + 64).and_then(|b| b.try_into().ok()) {
                Some(block) => block,
                None => {
                    let rest = text.get(at..).unwrap_or_default();
                    for (to, from) in padded.iter_mut().zip(rest) {
                        *to = *from;
                    }
                    &padded
                }
            };
            let maps = super::block::maps(block);
            let escaped =
                if maps.backslash == 0 { std::mem::take(&mut carry_escape) } else { escaped_by(maps.backslash, &mut carry_escape) };
            let quotes = maps.quote & !escaped;
            let strings = prefix_xor(quotes) ^ in_string;
            // All ones while a string is open at the end of the block. The shift is arithmetic on purpose.
            in_string = ((strings.cast_signed()) >> 63).cast_unsigned();
            let controls = maps.control & strings;
            if controls != 0 {
                let offset = at + controls.trailing_zeros() as usize;
                return Err(Error::new(Code::InputJson, "a control character inside a string").at(offset));
            }
            let mut bits = quotes | (maps.structural & !strings);
            while bits != 0 {
                let bit = bits.trailing_zeros() as usize;
                bits &= bits - 1;
                let position = at + bit;
                let byte = block.get(bit).copied().unwrap_or(b' ');
                if byte == b'"' {
                    if strings >> bit & 1 == 1 {
                        machine.string_opens(position)?;
                    } else {
                        let below = maps.backslash & ((1u64 << bit) - 1);
                        let latest = if below != 0 { at + 64 - below.leading_zeros() as usize } else { backslash_before };
                        machine.string_closes(position, latest > machine.string_start)?;
                    }
                } else {
                    machine.structural(byte, position)?;
                    if machine.window.closed {
                        return machine.after_close(last);
                    }
                }
            }
            if maps.backslash != 0 {
                backslash_before = at + 64 - maps.backslash.leading_zeros() as usize;
            }
            at += 64;
        }
        if !last {
            return Ok(machine.cut());
        }
        if in_string != 0 {
            return Err(Error::new(Code::InputJson, "the text ends inside a string").at(text.len()));
        }
        machine.finish()
    }
}

/// Bits of the characters that an odd run of backslashes escapes. `carry` is 1 if the block before ended in such a run.
fn escaped_by(backslash: u64, carry: &mut u64) -> u64 {
    let mut escaped = *carry;
    let mut rest = backslash & !*carry;
    *carry = 0;
    while rest != 0 {
        let bit = rest.trailing_zeros();
        if bit == 63 {
            *carry = 1;
            break;
        }
        let next = 1u64 << (bit + 1);
        escaped |= next;
        rest &= !(1u64 << bit) & !next;
    }
    escaped
}

/// Each bit becomes the parity of itself and all bits below: the inside of strings from their quotes.
fn prefix_xor(mut bits: u64) -> u64 {
    bits ^= bits << 1;
    bits ^= bits << 2;
    bits ^= bits << 4;
    bits ^= bits << 8;
    bits ^= bits << 16;
    bits ^= bits << 32;
    bits
}

struct Machine<'t> {
    tape: &'t mut Tape,
    text: &'t [u8],
    expect: Expect,
    /// What follows a whole top-level value.
    after_top: Expect,
    in_object: bool,
    /// Tokens of the whole top-level values so far.
    whole_tokens: usize,
    window: Window,
    /// End of the last token or structural character: what lies between it and the next one is a scalar or white space.
    last_end: usize,
    string_start: usize,
}

impl Machine<'_> {
    #[inline(always)]
    fn string_opens(&mut self, position: usize) -> Result<()> {
        self.between(position)?;
        match self.expect {
            Expect::Colon | Expect::CommaOrEnd | Expect::TopCommaOrEnd => return Err(unexpected("a string", position)),
            _ => {}
        }
        self.string_start = position + 1;
        Ok(())
    }

    #[inline(always)]
    fn string_closes(&mut self, position: usize, escaped: bool) -> Result<()> {
        let kind = if escaped { Kind::Escaped } else { Kind::Plain };
        if escaped {
            super::text::check_escapes(self.text, self.string_start, position)?;
        }
        let next = self.tape.tokens.len() + 1;
        self.tape.tokens.push(Token::new(kind, self.string_start, position, next));
        self.last_end = position + 1;
        self.expect = match self.expect {
            Expect::Key | Expect::KeyOrEnd => Expect::Colon,
            _ => self.after_value(position + 1),
        };
        Ok(())
    }

    #[inline(always)]
    fn after_value(&mut self, end: usize) -> Expect {
        if !self.tape.open.is_empty() {
            return Expect::CommaOrEnd;
        }
        self.whole_tokens = self.tape.tokens.len();
        self.window.consumed = end;
        self.after_top
    }

    /// Forgets what was read of a value that is not whole yet.
    fn cut(self) -> Window {
        self.tape.tokens.truncate(self.whole_tokens);
        self.window
    }

    /// Only white space may follow the closing bracket of the items.
    fn after_close(mut self, last: bool) -> Result<Window> {
        let rest = self.text.get(self.last_end..).unwrap_or_default();
        if let Some(at) = rest.iter().position(|b| !b.is_ascii_whitespace()) {
            return Err(unexpected("text after the closing bracket", self.last_end + at));
        }
        self.window.consumed = if last { self.text.len() } else { self.last_end };
        Ok(self.window)
    }

    #[inline(always)]
    fn structural(&mut self, byte: u8, position: usize) -> Result<()> {
        self.between(position)?;
        self.last_end = position + 1;
        match byte {
            b',' if self.expect == Expect::CommaOrEnd => {
                self.expect = if self.in_object { Expect::Key } else { Expect::Value };
                Ok(())
            }
            b':' if self.expect == Expect::Colon => {
                self.expect = Expect::Value;
                Ok(())
            }
            b'{' | b'[' if self.takes_value() => self.open(byte, position),
            b',' if self.expect == Expect::TopCommaOrEnd => {
                self.expect = Expect::TopItem;
                Ok(())
            }
            b']' if matches!(self.expect, Expect::TopItemOrEnd | Expect::TopCommaOrEnd) => {
                self.window.closed = true;
                Ok(())
            }
            b'}' if self.in_object && matches!(self.expect, Expect::KeyOrEnd | Expect::CommaOrEnd) => self.close(position),
            b']' if !self.in_object && matches!(self.expect, Expect::ValueOrEnd | Expect::CommaOrEnd) => self.close(position),
            _ => Err(unexpected("this character", position)),
        }
    }

    #[inline(always)]
    fn takes_value(&self) -> bool {
        matches!(self.expect, Expect::Value | Expect::ValueOrEnd | Expect::TopValue | Expect::TopItem | Expect::TopItemOrEnd)
    }

    fn open(&mut self, byte: u8, position: usize) -> Result<()> {
        if self.tape.open.len() >= MAX_DEPTH {
            return Err(Error::new(Code::InputDepth, format!("nested deeper than {MAX_DEPTH} levels")).at(position));
        }
        let index = self.tape.tokens.len();
        let (kind, expect) = if byte == b'{' { (Kind::Object, Expect::KeyOrEnd) } else { (Kind::Array, Expect::ValueOrEnd) };
        self.tape.tokens.push(Token::new(kind, position, position, index));
        // There are fewer tokens than bytes, and bytes fit 29 bits.
        #[allow(clippy::cast_possible_truncation)]
        self.tape.open.push(index as u32);
        self.in_object = byte == b'{';
        self.expect = expect;
        Ok(())
    }

    fn close(&mut self, position: usize) -> Result<()> {
        let Some(index) = self.tape.open.pop() else { return Err(unexpected("this bracket", position)) };
        let next = self.tape.tokens.len();
        if let Some(token) = self.tape.tokens.get_mut(index as usize) {
            *token = Token::new(token.kind(), token.start(), position + 1, next);
        }
        let parent = self.tape.open.last().and_then(|&i| self.tape.tokens.get(i as usize));
        self.in_object = parent.is_some_and(|t| t.kind() == Kind::Object);
        self.expect = self.after_value(position + 1);
        Ok(())
    }

    /// Reads what lies between the last token and this position: white space, or numbers and literals where values fit.
    #[inline(always)]
    fn between(&mut self, position: usize) -> Result<()> {
        if position == self.last_end {
            return Ok(());
        }
        self.scalars(position)
    }

    fn scalars(&mut self, position: usize) -> Result<()> {
        let text = self.text;
        let mut at = self.last_end;
        loop {
            while at < position && matches!(text.get(at), Some(b' ' | b'\n' | b'\r' | b'\t')) {
                at += 1;
            }
            if at >= position {
                self.last_end = position;
                return Ok(());
            }
            let mut end = at;
            while end < position && !matches!(text.get(end), Some(b' ' | b'\n' | b'\r' | b'\t')) {
                end += 1;
            }
            if !self.takes_value() {
                return Err(unexpected("this character", at));
            }
            let scalar = text.get(at..end).unwrap_or_default();
            let kind = match scalar {
                b"true" | b"false" | b"null" => Kind::Literal,
                _ if is_number(scalar) => Kind::Number,
                _ => return Err(Error::new(Code::InputJson, "neither a number nor true, false or null").at(at)),
            };
            let next = self.tape.tokens.len() + 1;
            self.tape.tokens.push(Token::new(kind, at, end, next));
            self.expect = self.after_value(end);
            at = end;
        }
    }

    fn finish(mut self) -> Result<Window> {
        let end = self.text.len();
        self.between(end)?;
        if self.expect == Expect::TopValue {
            self.window.consumed = end;
            return Ok(self.window);
        }
        Err(Error::new(Code::InputJson, "the text ends inside a value").at(end))
    }
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
        Ok(tape.tokens.iter().map(|t| (t.kind(), text[t.start()..t.end()].to_owned())).collect())
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
        let object = tape.tokens[1];
        assert_eq!(object.kind(), Kind::Object);
        assert_eq!(&text[object.start()..object.end()], r#"{"a":[1,2]}"#);
        assert_eq!(tape.tokens[object.next as usize].kind(), Kind::Number);
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
                while let Some(token) = tape.tokens.get(index) {
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
        assert_eq!((window.consumed, tape.tokens.len()), (7, 3));
        assert!(tape.read_window(br#"{"b":[1"#, Frame::Lines, usize::MAX, true).is_err());
    }

    #[test]
    fn depth_is_limited() {
        let deep = "[".repeat(10_000) + &"]".repeat(10_000);
        assert_eq!(read(&deep).unwrap_err().code(), "input.depth");
        let fine = "[".repeat(4_000) + &"]".repeat(4_000);
        assert!(read(&fine).is_ok());
    }
}
