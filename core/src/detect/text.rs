//! One text under the scanners: its words and what was found. In: a text without disguise. Out: hits.

use super::labels::FieldClass;
use super::{Kind, Settings, Span, address, cues, disguise, email, fields, keys, lexicon, names, numbers, urls, values};

/// The word has a digit.
pub(crate) const DIGIT: u8 = 1;
/// The word has a letter.
pub(crate) const ALPHA: u8 = 2;
/// The word begins with an upper-case letter.
pub(crate) const CAPITAL: u8 = 4;
/// The word has a byte outside ASCII.
pub(crate) const WIDE: u8 = 8;
/// The word belongs to a hit.
pub(crate) const TAKEN: u8 = 16;
/// The word belongs to the value of a label that speaks against personal data.
pub(crate) const NEUTRAL: u8 = 32;
/// The word has a lower-case ASCII letter.
pub(crate) const LOWER: u8 = 64;

/// A run of letters and digits.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Token {
    pub start: u32,
    pub end: u32,
    pub flags: u8,
    /// What the word means: bits of the lexicon.
    pub bits: u32,
}

impl Token {
    #[inline]
    pub(crate) fn from(self) -> usize {
        self.start as usize
    }
    #[inline]
    pub(crate) fn to(self) -> usize {
        self.end as usize
    }
    #[inline]
    pub(crate) fn len(self) -> usize {
        (self.end - self.start) as usize
    }
    #[inline]
    pub(crate) fn has(self, flags: u8) -> bool {
        self.flags & flags != 0
    }
    #[inline]
    pub(crate) fn means(self, bits: u32) -> bool {
        self.bits & bits != 0
    }
    /// The class of the word as a label by itself.
    #[inline]
    pub(crate) fn label(self) -> Option<FieldClass> {
        let class = (self.bits >> lexicon::LABEL_SHIFT).checked_sub(1)?;
        FieldClass::ALL.get(class as usize).copied()
    }
    #[inline]
    pub(crate) fn is_number(self) -> bool {
        self.flags & (DIGIT | ALPHA | WIDE) == DIGIT
    }
    #[inline]
    pub(crate) fn is_word(self) -> bool {
        self.flags & DIGIT == 0
    }
}

/// Buffers that a thread keeps between scans.
#[derive(Default)]
pub(crate) struct Scratch {
    pub tokens: Vec<Token>,
    pub hits: Vec<Span>,
    pub plain: disguise::Plain,
}

/// A text, its words and the hits so far.
pub(crate) struct Page<'a> {
    pub text: &'a str,
    pub bytes: &'a [u8],
    pub tokens: Vec<Token>,
    pub hits: Vec<Span>,
    pub settings: &'a Settings,
}

impl<'a> Page<'a> {
    /// The text of a word.
    #[inline]
    pub(crate) fn word(&self, token: Token) -> &'a str {
        self.text.get(token.from()..token.to()).unwrap_or("")
    }

    #[inline]
    pub(crate) fn token(&self, index: usize) -> Option<Token> {
        self.tokens.get(index).copied()
    }

    /// The byte at a place, 0 outside.
    #[inline]
    pub(crate) fn byte(&self, at: usize) -> u8 {
        self.bytes.get(at).copied().unwrap_or(0)
    }

    /// The byte in front of a place, 0 at the start.
    #[inline]
    pub(crate) fn before(&self, at: usize) -> u8 {
        if at == 0 { 0 } else { self.byte(at - 1) }
    }

    /// What stands between two places.
    #[inline]
    pub(crate) fn between(&self, start: usize, end: usize) -> &'a str {
        self.text.get(start..end).unwrap_or("")
    }

    /// The index of the first word that ends behind `at`.
    pub(crate) fn token_at(&self, at: usize) -> usize {
        self.tokens.partition_point(|t| t.to() <= at)
    }

    /// Adds a hit and marks its words.
    pub(crate) fn hit(&mut self, start: usize, end: usize, kind: Kind, confidence: f32, reason: &'static str) {
        if start >= end {
            return;
        }
        self.hits.push(Span { start, end, kind, confidence, reason });
        self.mark(start, end, TAKEN);
    }

    /// Marks the words of a range.
    pub(crate) fn mark(&mut self, start: usize, end: usize, flag: u8) {
        let from = self.token_at(start);
        for token in self.tokens.iter_mut().skip(from) {
            if token.from() >= end {
                break;
            }
            token.flags |= flag;
        }
    }
}

/// Runs every scanner over a text.
pub(crate) fn scan(text: &str, class: Option<FieldClass>, settings: &Settings, scratch: &mut Scratch) {
    let mut page = Page {
        text,
        bytes: text.as_bytes(),
        tokens: std::mem::take(&mut scratch.tokens),
        hits: std::mem::take(&mut scratch.hits),
        settings,
    };
    if let Some(class) = class {
        let from = text.len() - text.trim_start().len();
        values::labelled(&mut page, class, from, text.trim_end().len(), values::Source::Structure);
    }
    urls::scan(&mut page);
    email::scan(&mut page);
    fields::scan(&mut page);
    keys::scan(&mut page);
    numbers::scan(&mut page);
    cues::scan(&mut page);
    address::scan(&mut page);
    names::scan(&mut page);
    scratch.tokens = page.tokens;
    scratch.hits = page.hits;
}

/// Marks a byte outside ASCII in `KIND`.
const OUTSIDE: u8 = 128;

const KIND: [u8; 256] = {
    let mut t = [OUTSIDE; 256];
    let mut b = 0u8;
    while b < 128 {
        t[b as usize] = match b {
            b'0'..=b'9' => DIGIT,
            b'a'..=b'z' => ALPHA | LOWER,
            b'A'..=b'Z' => ALPHA | CAPITAL,
            _ => 0,
        };
        b += 1;
    }
    t
};

/// The length of the letter that begins with this byte outside ASCII, or 0 where it is a sign.
#[inline]
fn wide(bytes: &[u8], at: usize) -> (usize, bool) {
    let next = bytes.get(at + 1).copied().unwrap_or(0);
    match bytes.get(at).copied().unwrap_or(0) {
        0xc2 => (2, matches!(next, 0xaa | 0xb5 | 0xba)),
        0xc3 => (2, !matches!(next, 0x97 | 0xb7)),
        0xc4..=0xdf => (2, true),
        0xe2 => (3, false),
        0xe3 => (3, next != 0x80),
        0xef => (3, false),
        0xe0..=0xee => (3, true),
        0xf0..=0xf7 => (4, false),
        _ => (1, false),
    }
}

/// Splits a text into words; whether many of them in a row are single characters ("4 1 1 1").
pub(crate) fn tokenise(text: &str, tokens: &mut Vec<Token>) -> bool {
    tokens.clear();
    let bytes = text.as_bytes();
    let (mut at, mut singles, mut spaced) = (0usize, 0u32, false);
    let lexicon = lexicon::handle();
    let mut last_end = 0;
    while let Some(&b) = bytes.get(at) {
        let start = at;
        // The flags of the first character tell whether the word begins with a capital.
        let mut flags = KIND[usize::from(b)];
        if flags == 0 {
            at += 1;
            continue;
        }
        if flags == OUTSIDE {
            let (len, letter) = wide(bytes, at);
            at += len;
            if !letter {
                continue;
            }
            flags = ALPHA | WIDE;
            if text.get(start..).and_then(|t| t.chars().next()).is_some_and(char::is_uppercase) {
                flags |= CAPITAL;
            }
        } else {
            at += 1;
        }
        let mut more = 0u8;
        while let Some(&b) = bytes.get(at) {
            let kind = KIND[usize::from(b)];
            if kind == 0 {
                break;
            }
            if kind == OUTSIDE {
                let (len, letter) = wide(bytes, at);
                if !letter {
                    break;
                }
                more |= ALPHA | WIDE;
                at += len;
            } else {
                more |= kind;
                at += 1;
            }
        }
        at = at.min(bytes.len());
        flags |= more & !CAPITAL;
        if at - start == 1 {
            // Single characters count as spread out where little stands between them.
            singles = if start - last_end <= 3 { singles + 1 } else { 1 };
            spaced |= singles >= 6;
        } else {
            singles = 0;
        }
        last_end = at;
        let bits = if flags & DIGIT != 0 || at - start > 40 {
            0
        } else if flags & WIDE != 0 {
            text.get(start..at).map_or(0, |w| lexicon.any(w))
        } else {
            bytes.get(start..).map_or(0, |w| lexicon.ascii(w, at - start))
        };
        tokens.push(Token { start: u32::try_from(start).unwrap_or(u32::MAX), end: u32::try_from(at).unwrap_or(u32::MAX), flags, bits });
    }
    spaced
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_their_flags() {
        let mut tokens = Vec::new();
        assert!(!tokenise("Émile – 12.5€ X1", &mut tokens));
        let flags: Vec<_> = tokens.iter().map(|t| (t.start, t.end, t.has(CAPITAL), t.is_number())).collect();
        assert_eq!(flags, [(0, 6, true, false), (11, 13, false, true), (14, 15, false, true), (19, 21, true, false)]);
        assert!(tokenise("4 1 1 1 1 1", &mut tokens));
    }
}
