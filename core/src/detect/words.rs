//! Splits labels and identifiers into folded words. In: "form[billing][ccNumber]". Out: form, billing, cc, number, as bytes on the stack.

use super::fold;
use super::table::{self, Entry, Table};

const BYTES: usize = 128;
const WORDS: usize = 12;

const KIND: [u8; 128] = {
    let mut t = [0u8; 128];
    let mut b = 0u8;
    while b < 128 {
        t[b as usize] = match b {
            b'a'..=b'z' => 1,
            b'A'..=b'Z' => 2,
            b'0'..=b'9' => 3,
            _ => 0,
        };
        b += 1;
    }
    t
};

/// The kind and length of the character outside ASCII at a place.
fn wide(label: &str, at: usize) -> (u8, usize) {
    let Some(c) = label.get(at..).and_then(|t| t.chars().next()) else { return (0, 1) };
    let kind = if c.is_uppercase() {
        2
    } else if c.is_alphabetic() || matches!(c, 'º' | '°' | '№' | 'ª' | '\u{300}'..='\u{36f}') {
        1
    } else {
        0
    };
    (kind, c.len_utf8())
}

/// The folded words of a label.
pub(crate) struct Split {
    bytes: [u8; BYTES],
    ends: [u8; WORDS],
    len: usize,
}

impl Split {
    /// The words of a label; `None` where it is empty, longer than `max_bytes` or has more than `max_words`.
    pub(crate) fn new(label: &str, max_bytes: usize, max_words: usize) -> Option<Split> {
        if label.len() > max_bytes {
            return None;
        }
        let split = Self::read(label)?;
        (split.len > 0 && split.len <= max_words).then_some(split)
    }

    fn read(label: &str) -> Option<Split> {
        let mut split = Split { bytes: [0; BYTES], ends: [0; WORDS], len: 0 };
        let bytes = label.as_bytes();
        let (mut used, mut start, mut at) = (0usize, 0usize, 0usize);
        // Kinds: 0 separator, 1 lower or caseless letter, 2 upper-case letter, 3 digit.
        let mut previous = 0u8;
        while let Some(&b) = bytes.get(at) {
            let (kind, len) = if b < 0x80 { (KIND[usize::from(b)], 1) } else { wide(label, at) };
            let boundary = match (previous, kind) {
                (_, 0) | (1, 2) | (1 | 2, 3) => true,
                (2, 2) => {
                    bytes.get(at + len).is_some_and(|n| if *n < 0x80 { n.is_ascii_lowercase() } else { wide(label, at + len).0 == 1 })
                }
                _ => false,
            };
            if boundary && used > start {
                *split.ends.get_mut(split.len)? = u8::try_from(used).ok()?;
                split.len += 1;
                start = used;
            }
            if kind != 0 {
                if b < 0x80 {
                    *split.bytes.get_mut(used)? = b.to_ascii_lowercase();
                    used += 1;
                } else {
                    let mut fits = true;
                    let c = label.get(at..)?.chars().next()?;
                    fold::fold_char(c, |b| match split.bytes.get_mut(used) {
                        Some(slot) => {
                            *slot = b;
                            used += 1;
                        }
                        None => fits = false,
                    });
                    if !fits {
                        return None;
                    }
                }
            }
            previous = kind;
            at += len;
        }
        if used > start {
            *split.ends.get_mut(split.len)? = u8::try_from(used).ok()?;
            split.len += 1;
        }
        Some(split)
    }

    /// How many words.
    pub(crate) fn len(&self) -> usize {
        self.len
    }

    fn start(&self, word: usize) -> usize {
        if word == 0 { 0 } else { self.ends.get(word - 1).map_or(0, |e| usize::from(*e)) }
    }

    fn slice(&self, first: usize, last: usize) -> &[u8] {
        let end = self.ends.get(last).map_or(0, |e| usize::from(*e));
        self.bytes.get(self.start(first)..end).unwrap_or(&[])
    }

    /// The number of folded bytes of the words `first..=last`.
    pub(crate) fn bytes(&self, first: usize, last: usize) -> usize {
        self.slice(first, last).len()
    }

    /// Whether a word is digits alone.
    pub(crate) fn is_number(&self, word: usize) -> bool {
        self.slice(word, word).iter().all(u8::is_ascii_digit)
    }

    /// The entries for the words from `first` on, joined: the last word of each, and its entry.
    pub(crate) fn phrases(&self, table: &Table, first: usize, mut found: impl FnMut(usize, Entry)) {
        let mut hash = fold::SEED;
        let mut at = self.start(first);
        for last in first..self.len.min(first + 6) {
            let end = self.ends.get(last).map_or(at, |e| usize::from(*e));
            hash = self.bytes.get(at..end).unwrap_or(&[]).iter().fold(hash, |h, b| fold::step(h, *b));
            at = end;
            if let Some(entry) = table.get(fold::finish(hash)) {
                found(last, entry);
            }
        }
    }

    /// The longest stem in the table that the words from `first` on begin with.
    pub(crate) fn stem(&self, table: &Table, first: usize) -> Option<Entry> {
        let end = self.ends.get(first).map_or(0, |e| usize::from(*e));
        let word = self.bytes.get(self.start(first)..end)?;
        let mut hash = fold::SEED;
        let mut found = None;
        for (i, b) in word.iter().enumerate() {
            hash = fold::step(hash, *b);
            if i >= 4
                && let Some(entry) = table.get(fold::finish(hash))
                && entry.flags & table::STEM != 0
            {
                found = Some(entry);
            }
        }
        found
    }

    /// The hashes of the ends of a word, longest first, down to `min` bytes.
    pub(crate) fn suffixes(&self, word: usize, min: usize) -> impl Iterator<Item = u64> + '_ {
        let bytes = self.slice(word, word);
        (2..bytes.len().saturating_sub(min) + 1).map(move |from| {
            let tail = bytes.get(from..).unwrap_or(&[]);
            fold::finish(tail.iter().fold(fold::SEED, |h, b| fold::step(h, *b)))
        })
    }
}
