//! The places of a style sheet that have to be read: URLs, strings, comments, unusual values of custom properties, e-mail addresses.
//!
//! In: the bytes of a style sheet; `RAW` says that they are still escaped as JSON. Out: [`Spot`]s in order. What is plainly the
//! language itself (keywords, icons, font names, inlined pixels) yields none.

use super::candidates::Candidates;
use super::words;
use crate::redact::url::picture_or_font;

/// A range to read, without its quotes or brackets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Spot {
    pub kind: Kind,
    pub start: usize,
    pub end: usize,
    /// The quote around it, or 0.
    pub quote: u8,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// The content of `url(…)`, or the string of `@import`.
    Url,
    /// A string that the page shows: `content`, or a custom property that may end up there.
    Shown,
    /// Any other string, the value of an attribute selector, or free text of a custom property.
    Text,
    Comment,
    /// An e-mail address outside strings.
    Mail,
}

/// What a string belongs to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Context {
    Import,
    Shown,
    /// Names of fonts and formats, encodings, grid areas.
    Names,
    Attribute(usize, usize),
    Other,
}

pub(super) struct Spots<'a, const RAW: bool> {
    css: &'a [u8],
    candidates: Candidates<'a, RAW>,
    from: usize,
    /// The end of the last string, and what it belonged to: the next string of the same declaration belongs there, too.
    last: (usize, Context),
    /// The last string, comment or URL cut the value of a custom property in two.
    in_custom: bool,
}

/// Where the first quote, backslash or line end is. Most strings are so short that setting up a search costs more than looking.
#[inline]
fn nearest(quote: u8, text: &[u8]) -> Option<usize> {
    let (near, far) = text.split_at_checked(12).unwrap_or((text, &[]));
    match near.iter().position(|&b| b == quote || b == b'\\' || b == b'\n') {
        None if !far.is_empty() => memchr::memchr3(quote, b'\\', b'\n', far).map(|at| at + near.len()),
        found => found,
    }
}

impl<'a, const RAW: bool> Spots<'a, RAW> {
    pub(super) fn new(css: &'a [u8]) -> Self {
        Spots { css, candidates: Candidates::new(css), from: 0, last: (0, Context::Other), in_custom: false }
    }

    /// The next place to read.
    pub(super) fn next(&mut self) -> Option<Spot> {
        loop {
            if self.in_custom
                && let Some(spot) = self.free_text(self.from)
            {
                return Some(spot);
            }
            let at = self.candidates.next(self.from)?;
            let spot = match self.byte(at) {
                b'"' | b'\'' => self.string(at),
                b'=' => self.attribute(at),
                b'@' => self.mail(at),
                b'/' => self.comment(at),
                b'(' => self.url(at),
                b'-' => self.custom(at),
                _ => self.unicode(at),
            };
            if spot.is_some() {
                return spot;
            }
        }
    }

    fn byte(&self, at: usize) -> u8 {
        self.css.get(at).copied().unwrap_or_default()
    }

    fn slice(&self, start: usize, end: usize) -> &'a [u8] {
        self.css.get(start..end).unwrap_or_default()
    }

    /// Where the string ends whose content begins at `start`: the end of the content, and what follows the closing quote.
    fn string_end(&self, start: usize, quote: u8) -> (usize, usize) {
        let mut at = start;
        while let Some(found) = self.css.get(at..).and_then(|rest| nearest(quote, rest)) {
            at += found;
            match (self.byte(at), RAW) {
                (b'\\', false) => at += 2,
                (b'\\', true) => match self.byte(at + 1) {
                    b'"' if quote == b'"' => return (at, at + 2),
                    b'n' | b'r' | b'f' => return (at, at),
                    // An escape of CSS: the character after it is not the end, however JSON writes it.
                    b'\\' => at += if self.byte(at + 2) == b'\\' { 4 } else { 3 },
                    _ => at += 2,
                },
                (b'\n', _) => return (at, at),
                _ => return (at, at + 1),
            }
        }
        (self.css.len(), self.css.len())
    }

    fn string(&mut self, at: usize) -> Option<Spot> {
        let quote = self.byte(at);
        let opening = if RAW && quote == b'"' { at.saturating_sub(1) } else { at };
        let (end, after) = self.string_end(at + 1, quote);
        let content = self.slice(at + 1, end);
        self.from = after.max(at + 1);
        if words::only_glyphs(content, RAW) {
            return None;
        }
        let context = self.context(opening);
        self.last = (self.from, context);
        let kind = match context {
            Context::Import => Kind::Url,
            Context::Shown => Kind::Shown,
            Context::Names if content.len() <= 64 && !content.contains(&b'@') => return None,
            Context::Attribute(start, stop) if words::plain_attribute(self.slice(start, stop), content) => return None,
            _ => Kind::Text,
        };
        Some(Spot { kind, start: at + 1, end, quote })
    }

    /// What the string that opens at `at` belongs to.
    fn context(&self, at: usize) -> Context {
        let (last_end, last) = self.last;
        let since = self.slice(last_end, at);
        if self.in_custom {
            return Context::Shown;
        }
        if last_end > 0 && at.saturating_sub(last_end) < 64 && !since.iter().any(|b| b";{}[]=(".contains(b)) {
            return last;
        }
        let before = self.trim_end(at);
        match self.byte(before.saturating_sub(1)) {
            b'=' => {
                let operator = usize::from(b"~|^$*".contains(&self.byte(before.saturating_sub(2))));
                let end = before.saturating_sub(1 + operator);
                Context::Attribute(self.word_start(end), end)
            }
            b'(' => match self.slice(self.word_start(before.saturating_sub(1)), before.saturating_sub(1)) {
                b"format" | b"local" | b"tech" => Context::Names,
                b"image-set" | b"-webkit-image-set" | b"src" => Context::Import,
                _ => Context::Other,
            },
            _ => self.declaration(before),
        }
    }

    fn declaration(&self, at: usize) -> Context {
        let start = at.saturating_sub(400);
        let near = self.slice(start, at);
        let begin = near.iter().rposition(|b| b";{}".contains(b)).map_or(0, |i| i + 1);
        let text = near.get(begin..).unwrap_or_default();
        let skip = text.iter().position(|b| !b.is_ascii_whitespace()).unwrap_or_default();
        let mut name = text.get(skip..).unwrap_or_default();
        while RAW && let [b'\\', b'n' | b't' | b'r', tail @ ..] = name {
            name = tail.trim_ascii_start();
        }
        let is = |word: &[u8]| name.get(..word.len()).is_some_and(|n| n.eq_ignore_ascii_case(word));
        let property = name.split(|b| *b == b':').next().unwrap_or_default();
        let font = is(b"--") && property.windows(4).any(|w| w == b"font");
        if is(b"@import") {
            Context::Import
        } else if is(b"content") || (is(b"--") && !font) {
            Context::Shown
        } else if is(b"font") || is(b"@charset") || is(b"grid") || is(b"src") || font {
            Context::Names
        } else if memchr::memmem::find(text, b"image-set(").is_some() {
            Context::Import
        } else {
            Context::Other
        }
    }

    /// The end of what stands before `at` without white space.
    fn trim_end(&self, mut at: usize) -> usize {
        while at > 0 {
            let byte = self.byte(at - 1);
            if byte.is_ascii_whitespace() {
                at -= 1;
            } else if RAW && at > 1 && matches!(byte, b'n' | b't' | b'r') && self.byte(at - 2) == b'\\' {
                at -= 2;
            } else {
                break;
            }
        }
        at
    }

    /// Where the identifier begins that ends at `end`.
    fn word_start(&self, end: usize) -> usize {
        self.slice(0, end).iter().rposition(|b| !(b.is_ascii_alphanumeric() || b"-_:|".contains(b))).map_or(0, |i| i + 1)
    }

    /// `[name=value]` without quotes.
    fn attribute(&mut self, at: usize) -> Option<Spot> {
        self.from = at + 1;
        let word = |b: u8| b.is_ascii_alphanumeric() || !b.is_ascii() || b"-_\\".contains(&b);
        let length = self.slice(at + 1, self.css.len()).iter().take_while(|&&b| word(b)).count();
        let end = at + 1 + length;
        let closes = matches!(self.byte(end), b']' | b' ');
        if length < 3 || !closes || (RAW && self.slice(at + 1, end) == b"\\") {
            return None;
        }
        let operator = usize::from(b"~|^$*".contains(&self.byte(at.saturating_sub(1))));
        let name_end = at.saturating_sub(operator);
        self.from = end;
        let plain = words::plain_attribute(self.slice(self.word_start(name_end), name_end), self.slice(at + 1, end));
        (!plain).then_some(Spot { kind: Kind::Text, start: at + 1, end, quote: 0 })
    }

    /// An e-mail address in a selector or a value. `@` begins rules, and ends names of container queries (`\@m`), too.
    fn mail(&mut self, at: usize) -> Option<Spot> {
        self.from = at + 1;
        let word = |b: u8| b.is_ascii_alphanumeric() || !b.is_ascii() || b"._%+-\\".contains(&b);
        let local = self.slice(0, at).iter().rev().take(80).take_while(|&&b| word(b)).count();
        let before = self.slice(at - local.min(at), at);
        let escaped = before.ends_with(b"\\");
        let line_end = RAW && matches!(before, [.., b'\\', b'n' | b't' | b'r']);
        if local == 0 || line_end || !before.iter().any(|b| b.is_ascii_alphanumeric() || !b.is_ascii()) {
            return None;
        }
        let mut domain = self.slice(at + 1, self.css.len()).iter().take(80).take_while(|&&b| word(b)).count();
        if RAW {
            // A backslash of JSON that is not one of CSS writes a line end or a quote.
            let mut bytes = self.slice(at + 1, at + 1 + domain).iter().enumerate();
            while let Some((i, b)) = bytes.next() {
                if *b == b'\\' && bytes.next().is_none_or(|(_, b)| *b != b'\\') {
                    domain = i;
                    break;
                }
            }
        }
        let after = self.slice(at + 1, at + 1 + domain);
        let dot = after.iter().rposition(|b| *b == b'.')?;
        let last = after.get(dot + 1..).unwrap_or_default();
        let is_mail =
            dot > 0 && last.len() >= 2 && last.iter().all(u8::is_ascii_alphabetic) && (!escaped || after.get(dot - 1) == Some(&b'\\'));
        if !is_mail {
            return None;
        }
        self.from = at + 1 + domain;
        let lead = before.iter().position(|b| !b"\\.".contains(b)).unwrap_or_default();
        Some(Spot { kind: Kind::Mail, start: at - local + lead, end: self.from, quote: 0 })
    }

    fn comment(&mut self, at: usize) -> Option<Spot> {
        let inside = self.slice(at + 2, self.css.len());
        let mut length = memchr::memmem::find(inside, b"*/");
        if RAW && let Some(escaped) = memchr::memmem::find(inside.get(..length.unwrap_or(inside.len())).unwrap_or_default(), b"*\\/") {
            length = Some(escaped);
        }
        let end = at + 2 + length.unwrap_or(inside.len());
        self.from = (end + 2).min(self.css.len());
        let letters = self.slice(at + 2, end).iter().filter(|b| b.is_ascii_alphanumeric() || !b.is_ascii()).take(3).count();
        (letters == 3).then_some(Spot { kind: Kind::Comment, start: at + 2, end, quote: 0 })
    }

    fn url(&mut self, at: usize) -> Option<Spot> {
        self.from = at + 1;
        if !self.slice(at.saturating_sub(3), at).eq_ignore_ascii_case(b"url") {
            return None;
        }
        let mut start = at + 1;
        while self.byte(start).is_ascii_whitespace() {
            start += 1;
        }
        let escaped = RAW && self.byte(start) == b'\\' && self.byte(start + 1) == b'"';
        let (quote, end) = match self.byte(start + usize::from(escaped)) {
            quote @ (b'"' | b'\'') => {
                start += 1 + usize::from(escaped);
                let (end, after) = self.string_end(start, quote);
                self.from = after;
                (quote, end)
            }
            _ => {
                let mut end = start;
                while let Some(found) = self.css.get(end..).and_then(|rest| memchr::memchr2(b')', b'\\', rest)) {
                    end += found;
                    if self.byte(end) == b')' {
                        break;
                    }
                    end += 2;
                }
                let end = if self.byte(end) == b')' { end } else { self.css.len() };
                self.from = end;
                (0, start.max(self.trim_end(end)))
            }
        };
        let content = self.slice(start, end);
        let harmless = match content.get(..5) {
            Some(data) if data.eq_ignore_ascii_case(b"data:") => picture_or_font(content.get(5..).unwrap_or_default()),
            _ => content.is_empty(),
        };
        (!harmless).then_some(Spot { kind: Kind::Url, start, end, quote })
    }

    /// `--name: value`.
    fn custom(&mut self, at: usize) -> Option<Spot> {
        let mut end = at + words::length(self.slice(at, self.css.len()));
        self.from = end;
        let inside = self.byte(at.saturating_sub(1)).is_ascii_alphanumeric() && !(RAW && self.byte(at.saturating_sub(2)) == b'\\');
        if inside {
            return None;
        }
        while self.byte(end).is_ascii_whitespace() {
            end += 1;
        }
        if self.byte(end) != b':' {
            return None;
        }
        // A font name in a custom property is a name all the same.
        let name = self.slice(at, end);
        let fonts = name.windows(4).any(|w| w == b"font");
        self.last = (0, Context::Other);
        if fonts {
            self.from = end + 1;
            return None;
        }
        self.free_text(end + 1)
    }

    /// Free text of the value of a custom property, from `start`.
    fn free_text(&mut self, start: usize) -> Option<Spot> {
        let (end, plain) = words::free_text(self.css, start, RAW);
        self.in_custom = !matches!(self.byte(end), b';' | b'{' | b'}' | 0);
        self.from = end;
        if RAW && self.byte(end) == b'\\' {
            // The backslash belongs to the quote after it, which is the candidate.
            self.from = end + 1;
        }
        (!plain).then_some(Spot { kind: Kind::Text, start, end, quote: 0 })
    }

    /// A character written as `\u`: only JSON writers other than browsers do that. Signs that mean nothing here are passed over.
    fn unicode(&mut self, at: usize) -> Option<Spot> {
        self.from = at + 2;
        let hex = self.slice(at + 2, at + 6);
        let code = std::str::from_utf8(hex).ok().and_then(|hex| u32::from_str_radix(hex, 16).ok());
        let harmless = !RAW || matches!(code, Some(0x26 | 0x2b | 0x3c | 0x3e | 0x60 | 0x80..));
        (!harmless).then_some(Spot { kind: Kind::Text, start: at, end: at + 2, quote: 0 })
    }
}
