//! Reading values through a tape: a text with its tokens in, members, items, numbers and texts out.

use super::tape::{Kind, Token};
use super::text;

/// A text and its tokens. Indices are of tokens; one that does not exist reads as nothing.
#[derive(Clone, Copy)]
pub(crate) struct Doc<'a> {
    pub text: &'a str,
    pub tokens: &'a [Token],
}

impl<'a> Doc<'a> {
    pub(crate) fn new(text: &'a str, tokens: &'a [Token]) -> Self {
        Doc { text, tokens }
    }

    pub(crate) fn token(self, index: usize) -> Option<Token> {
        self.tokens.get(index).copied()
    }

    /// What stands between the quotes of a string, or the scalar as written.
    pub(crate) fn raw(self, token: Token) -> &'a [u8] {
        self.text.as_bytes().get(token.start()..token.end()).unwrap_or_default()
    }

    /// As [`Doc::raw`], as text.
    #[inline]
    pub(crate) fn written(self, token: Token) -> &'a str {
        self.text.get(token.start()..token.end()).unwrap_or_default()
    }

    /// The text of a string; `scratch` holds it where there are escapes.
    pub(crate) fn string<'s>(self, token: Token, scratch: &'s mut String) -> &'s str
    where
        'a: 's,
    {
        if token.kind() == Kind::Plain {
            return self.written(token);
        }
        scratch.clear();
        text::unescape(self.raw(token), scratch);
        scratch
    }

    /// Key and value of each member of an object; nothing for another kind of value.
    pub(crate) fn members(self, object: usize) -> Members<'a> {
        let end = match self.token(object) {
            Some(token) if token.kind() == Kind::Object => token.next as usize,
            _ => object + 1,
        };
        Members { doc: self, at: object + 1, end }
    }

    /// Each item of an array; nothing for another kind of value.
    pub(crate) fn items(self, array: usize) -> Items<'a> {
        let end = match self.token(array) {
            Some(token) if token.kind() == Kind::Array => token.next as usize,
            _ => array + 1,
        };
        Items { doc: self, at: array + 1, end }
    }

    /// The value of a member, if the key stands there exactly once.
    pub(crate) fn member(self, object: usize, key: &[u8]) -> Option<usize> {
        let mut found = None;
        for member in self.members(object) {
            if self.raw(member.key) == key {
                if found.is_some() {
                    return None;
                }
                found = Some(member.value);
            }
        }
        found
    }

    /// A whole number that fits 32 bits without sign, as node ids and rrweb's enumerations are.
    pub(crate) fn number(self, index: usize) -> Option<u32> {
        self.number_of(self.token(index)?)
    }

    /// Whether a key is this one. A key with escapes is never known.
    #[inline]
    pub(crate) fn is(self, key: Token, name: &[u8]) -> bool {
        self.raw(key) == name
    }

    /// As [`Doc::number`].
    #[inline]
    pub(crate) fn number_of(self, token: Token) -> Option<u32> {
        if token.kind() != Kind::Number {
            return None;
        }
        let raw = self.raw(token);
        if raw.len() > 10 {
            return None;
        }
        raw.iter().try_fold(0u32, |n, &digit| {
            let digit = digit.checked_sub(b'0').filter(|&d| d <= 9)?;
            n.checked_mul(10)?.checked_add(u32::from(digit))
        })
    }

    pub(crate) fn kind(self, index: usize) -> Option<Kind> {
        self.token(index).map(Token::kind)
    }

    pub(crate) fn is_string(self, index: usize) -> bool {
        self.token(index).is_some_and(Token::is_string)
    }
}

/// One member of an object.
#[derive(Clone, Copy)]
pub(crate) struct Member {
    pub key: Token,
    /// Token index of the key.
    pub key_index: usize,
    /// Token index of the value.
    pub value: usize,
}

pub(crate) struct Members<'a> {
    doc: Doc<'a>,
    at: usize,
    end: usize,
}

impl Iterator for Members<'_> {
    type Item = Member;

    fn next(&mut self) -> Option<Member> {
        if self.at >= self.end {
            return None;
        }
        let key = self.doc.token(self.at)?;
        let value = self.at + 1;
        let member = Member { key, key_index: self.at, value };
        self.at = self.doc.token(value)?.next as usize;
        Some(member)
    }
}

pub(crate) struct Items<'a> {
    doc: Doc<'a>,
    at: usize,
    end: usize,
}

impl Iterator for Items<'_> {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        if self.at >= self.end {
            return None;
        }
        let item = self.at;
        self.at = self.doc.token(item)?.next as usize;
        Some(item)
    }
}
