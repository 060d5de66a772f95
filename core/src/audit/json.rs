//! A JSON text as the audit reads it: the bytes of one event in, its values in a flat list out.
//!
//! The engine has its own reader; this one shares nothing with it, so that a fault of one is not a fault of both. It neither
//! recurses nor builds a tree, so that a page of a thousand nested elements costs no stack.

/// Deepest nesting that is read, as deep as the engine goes.
const MAX_DEPTH: usize = 4_096;

/// What a value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Null,
    Bool,
    Number,
    String,
    Array,
    Object,
}

/// Why a text can't be read, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Fault {
    pub at: usize,
    pub what: &'static str,
    /// Nested too deep, rather than malformed.
    pub deep: bool,
}

/// A stretch of [`Doc::text`].
#[derive(Clone, Copy, Default)]
struct Stretch {
    from: u32,
    to: u32,
}

#[derive(Clone, Copy)]
struct Node {
    kind: Kind,
    /// Strings with their escapes undone; numbers and literals as written.
    text: Stretch,
    key: Stretch,
    /// Index of the node after this one and all that it holds.
    next: u32,
}

/// One text, read.
#[derive(Default)]
pub(super) struct Doc {
    text: String,
    nodes: Vec<Node>,
}

/// A value of a [`Doc`].
#[derive(Clone, Copy)]
pub(super) struct Value<'d> {
    doc: &'d Doc,
    at: usize,
}

impl Doc {
    /// Reads one value with nothing but white space around it.
    pub(super) fn read(source: &str) -> Result<Doc, Fault> {
        let mut reader = Reader { bytes: source.as_bytes(), source, at: 0, doc: Doc::default(), key: Stretch::default() };
        reader.doc.text.reserve(source.len());
        reader.value()?;
        Ok(reader.doc)
    }

    /// The value.
    pub(super) fn root(&self) -> Value<'_> {
        Value { doc: self, at: 0 }
    }

    /// The value with this [place](Value::place).
    pub(super) fn at(&self, place: usize) -> Value<'_> {
        Value { doc: self, at: place }
    }

    fn cut(&self, stretch: Stretch) -> &str {
        self.text.get(stretch.from as usize..stretch.to as usize).unwrap_or_default()
    }
}

impl<'d> Value<'d> {
    fn node(self) -> Option<&'d Node> {
        self.doc.nodes.get(self.at)
    }

    pub(super) fn kind(self) -> Kind {
        self.node().map_or(Kind::Null, |node| node.kind)
    }

    /// Where the value stands in its document.
    pub(super) fn place(self) -> usize {
        self.at
    }

    /// The text of a string, a number or a literal as written; nothing of a container.
    pub(super) fn text(self) -> &'d str {
        self.node().map_or("", |node| self.doc.cut(node.text))
    }

    /// The text, if the value is a string.
    pub(super) fn string(self) -> Option<&'d str> {
        (self.kind() == Kind::String).then(|| self.text())
    }

    /// The whole number, as ids and rrweb's enumerations are.
    pub(super) fn integer(self) -> Option<i64> {
        (self.kind() == Kind::Number).then(|| self.text().parse().ok()).flatten()
    }

    /// The number, rounded to a whole one.
    pub(super) fn rounded(self) -> Option<i64> {
        if let Some(whole) = self.integer() {
            return Some(whole);
        }
        let number: f64 = (self.kind() == Kind::Number).then(|| self.text().parse().ok()).flatten()?;
        // Beyond this a double holds no whole milliseconds, and no clock shows it.
        #[allow(clippy::cast_possible_truncation)]
        (number.abs() < 9.0e15).then_some(number.round() as i64)
    }

    pub(super) fn is_true(self) -> bool {
        self.kind() == Kind::Bool && self.text() == "true"
    }

    /// The member of an object; of several the last, as JavaScript takes it.
    pub(super) fn get(self, key: &str) -> Option<Value<'d>> {
        self.members().filter(|(name, _)| *name == key).last().map(|(_, value)| value)
    }

    /// Keys and values of an object, those that stand twice too.
    pub(super) fn members(self) -> impl Iterator<Item = (&'d str, Value<'d>)> {
        self.children(Kind::Object).map(move |value| (value.node().map_or("", |node| self.doc.cut(node.key)), value))
    }

    /// Items of an array.
    pub(super) fn items(self) -> impl Iterator<Item = Value<'d>> {
        self.children(Kind::Array)
    }

    fn children(self, of: Kind) -> Children<'d> {
        let end = match self.node() {
            Some(node) if node.kind == of => node.next as usize,
            _ => 0,
        };
        Children { doc: self.doc, at: self.at + 1, end }
    }
}

struct Children<'d> {
    doc: &'d Doc,
    at: usize,
    end: usize,
}

impl<'d> Iterator for Children<'d> {
    type Item = Value<'d>;

    fn next(&mut self) -> Option<Value<'d>> {
        if self.at >= self.end {
            return None;
        }
        let value = Value { doc: self.doc, at: self.at };
        self.at = value.node()?.next as usize;
        Some(value)
    }
}

struct Reader<'s> {
    bytes: &'s [u8],
    source: &'s str,
    at: usize,
    doc: Doc,
    /// The key of the value that is read next.
    key: Stretch,
}

impl Reader<'_> {
    fn value(&mut self) -> Result<(), Fault> {
        let mut open: Vec<(usize, bool)> = Vec::new();
        loop {
            self.blank();
            match self.byte() {
                Some(bracket @ (b'{' | b'[')) => {
                    if open.len() >= MAX_DEPTH {
                        return Err(Fault { at: self.at, what: "nested deeper than 4,096 levels", deep: true });
                    }
                    let object = bracket == b'{';
                    let index = self.push(if object { Kind::Object } else { Kind::Array }, Stretch::default());
                    open.push((index, object));
                    self.at += 1;
                    self.blank();
                    if self.byte() != Some(if object { b'}' } else { b']' }) {
                        if object {
                            self.read_key()?;
                        }
                        continue;
                    }
                }
                Some(b'"') => {
                    let text = self.read_string()?;
                    self.push(Kind::String, text);
                }
                Some(_) => self.scalar()?,
                None => return Err(self.fault("the text ends where a value should stand")),
            }
            // What follows a value: the end of containers, the next item, or the end of the text.
            loop {
                self.blank();
                let Some(&(index, object)) = open.last() else {
                    return if self.at >= self.bytes.len() { Ok(()) } else { Err(self.fault("text after the value")) };
                };
                match self.byte() {
                    Some(b',') => {
                        self.at += 1;
                        if object {
                            self.blank();
                            self.read_key()?;
                        }
                        break;
                    }
                    Some(b'}') if object => {}
                    Some(b']') if !object => {}
                    _ => return Err(self.fault("expected a comma or the end of the container")),
                }
                self.at += 1;
                open.pop();
                let next = self.next_index();
                if let Some(node) = self.doc.nodes.get_mut(index) {
                    node.next = next;
                }
            }
        }
    }

    fn byte(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn blank(&mut self) {
        while matches!(self.byte(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    fn fault(&self, what: &'static str) -> Fault {
        Fault { at: self.at, what, deep: false }
    }

    // Events are limited to 128 MiB, so that places and counts fit 32 bits.
    fn next_index(&self) -> u32 {
        u32::try_from(self.doc.nodes.len()).unwrap_or(u32::MAX)
    }

    fn push(&mut self, kind: Kind, text: Stretch) -> usize {
        let index = self.doc.nodes.len();
        let key = std::mem::take(&mut self.key);
        let next = self.next_index().saturating_add(1);
        self.doc.nodes.push(Node { kind, text, key, next });
        index
    }

    fn read_key(&mut self) -> Result<(), Fault> {
        if self.byte() != Some(b'"') {
            return Err(self.fault("expected a key"));
        }
        self.key = self.read_string()?;
        self.blank();
        if self.byte() != Some(b':') {
            return Err(self.fault("expected a colon"));
        }
        self.at += 1;
        Ok(())
    }

    fn scalar(&mut self) -> Result<(), Fault> {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let length = rest.iter().position(|b| matches!(b, b',' | b']' | b'}' | b' ' | b'\t' | b'\n' | b'\r')).unwrap_or(rest.len());
        let word = self.source.get(self.at..self.at + length).unwrap_or_default();
        let kind = match word {
            "null" => Kind::Null,
            "true" | "false" => Kind::Bool,
            _ if is_number(word) => Kind::Number,
            _ => return Err(self.fault("expected a value")),
        };
        let text = self.keep(word);
        self.push(kind, text);
        self.at += length;
        Ok(())
    }

    fn keep(&mut self, word: &str) -> Stretch {
        let from = self.mark();
        self.doc.text.push_str(word);
        Stretch { from, to: self.mark() }
    }

    fn mark(&self) -> u32 {
        u32::try_from(self.doc.text.len()).unwrap_or(u32::MAX)
    }

    /// Reads the string whose opening quote is next.
    fn read_string(&mut self) -> Result<Stretch, Fault> {
        let from = self.mark();
        self.at += 1;
        loop {
            let rest = self.bytes.get(self.at..).unwrap_or_default();
            let Some(length) = memchr::memchr2(b'"', b'\\', rest) else {
                return Err(Fault { at: self.bytes.len(), what: "the text ends inside a string", deep: false });
            };
            if let Some(control) = rest.iter().take(length).position(|b| *b < 0x20) {
                return Err(Fault { at: self.at + control, what: "a control character inside a string", deep: false });
            }
            self.doc.text.push_str(self.source.get(self.at..self.at + length).unwrap_or_default());
            self.at += length + 1;
            if rest.get(length) == Some(&b'"') {
                return Ok(Stretch { from, to: self.mark() });
            }
            self.escape()?;
        }
    }

    /// Reads what follows a backslash.
    fn escape(&mut self) -> Result<(), Fault> {
        let letter = self.byte();
        self.at += 1;
        let character = match letter {
            Some(plain @ (b'"' | b'\\' | b'/')) => char::from(plain),
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => {
                let first = self.hex()?;
                let second = (0xd800..0xdc00).contains(&first) && self.source.get(self.at..self.at + 2) == Some("\\u");
                if second {
                    let before = self.at;
                    self.at += 2;
                    let low = self.hex()?;
                    if (0xdc00..0xe000).contains(&low) {
                        char::from_u32(0x1_0000 + ((first - 0xd800) << 10) + (low - 0xdc00)).unwrap_or(char::REPLACEMENT_CHARACTER)
                    } else {
                        self.at = before;
                        char::REPLACEMENT_CHARACTER
                    }
                } else {
                    // Half of a pair is no character.
                    char::from_u32(first).unwrap_or(char::REPLACEMENT_CHARACTER)
                }
            }
            _ => return Err(Fault { at: self.at.saturating_sub(2), what: "not an escape sequence", deep: false }),
        };
        self.doc.text.push(character);
        Ok(())
    }

    fn hex(&mut self) -> Result<u32, Fault> {
        let digits = self.source.get(self.at..self.at + 4).filter(|d| d.bytes().all(|b| b.is_ascii_hexdigit()));
        let code = digits.and_then(|d| u32::from_str_radix(d, 16).ok()).ok_or(self.fault("not an escape sequence"))?;
        self.at += 4;
        Ok(code)
    }
}

/// The grammar of RFC 8259.
fn is_number(word: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let unsigned = word.strip_prefix('-').unwrap_or(word);
    let (mantissa, exponent) = match unsigned.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent.strip_prefix(['+', '-']).unwrap_or(exponent))),
        None => (unsigned, None),
    };
    let (whole, fraction) = match mantissa.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (mantissa, None),
    };
    digits(whole) && (whole.len() == 1 || !whole.starts_with('0')) && fraction.is_none_or(digits) && exponent.is_none_or(digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The document as serde_json would have it.
    fn tree(value: Value<'_>) -> serde_json::Value {
        match value.kind() {
            Kind::Null => serde_json::Value::Null,
            Kind::Bool => value.is_true().into(),
            Kind::Number => serde_json::from_str(value.text()).unwrap(),
            Kind::String => value.text().into(),
            Kind::Array => value.items().map(tree).collect(),
            Kind::Object => value.members().map(|(key, value)| (key.to_owned(), tree(value))).collect(),
        }
    }

    #[test]
    fn reads_what_serde_json_reads() {
        for text in [
            "null",
            " [ ] ",
            "{}",
            r#"{"a":[1,-2.5e3,0,true,false,null,"x\"\\\/\b\f\n\r\té😀"],"b":{"c":{}},"":[[],[[1]]]}"#,
            r#""\u00e9\ud83d\ude00 end""#,
            "[1,2,3]",
            r#"{"a":{"b":1},"c":2}"#,
        ] {
            assert_eq!(tree(Doc::read(text).unwrap().root()), serde_json::from_str::<serde_json::Value>(text).unwrap(), "{text}");
        }
    }

    #[test]
    fn refuses_what_serde_json_refuses() {
        for text in [
            "",
            "[",
            "]",
            "{",
            "[1,]",
            "{,}",
            "{\"a\"}",
            "{\"a\":}",
            "{\"a\":1,}",
            "[1 2]",
            "01",
            "1.",
            ".5",
            "1e",
            "-",
            "nul",
            "\"a",
            "\"\\x\"",
            "\"\\u12\"",
            "\"\n\"",
            "1 2",
            "{1:2}",
            "[}",
            "{]",
            "[1}",
        ] {
            assert!(Doc::read(text).is_err(), "{text}");
            assert!(serde_json::from_str::<serde_json::Value>(text).is_err(), "{text}");
        }
    }

    #[test]
    fn halves_of_pairs_are_replaced_and_depth_is_bounded() {
        assert_eq!(Doc::read(r#""\ud83d \ude00 \ud83d\u0041""#).unwrap().root().text(), "\u{fffd} \u{fffd} \u{fffd}A");
        let deep = |levels: usize| format!("{}{}", "[".repeat(levels), "]".repeat(levels));
        assert!(Doc::read(&deep(MAX_DEPTH)).is_ok());
        assert!(Doc::read(&deep(MAX_DEPTH + 1)).err().unwrap().deep);
    }

    #[test]
    fn numbers_and_doubled_members() {
        let doc = Doc::read(r#"{"id":7,"id":8,"t":1.6,"big":1e300}"#).unwrap();
        assert_eq!(doc.root().get("id").unwrap().integer(), Some(8));
        assert_eq!(doc.root().members().filter(|(key, _)| *key == "id").count(), 2);
        assert_eq!(doc.root().get("t").unwrap().rounded(), Some(2));
        assert_eq!(doc.root().get("big").unwrap().rounded(), None);
    }
}
