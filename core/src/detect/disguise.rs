//! Undoes what hides a value from a reader of bytes. In: a text with escapes, invisible or look-alike characters. Out: the plain
//! text and, for every byte of it, where it came from.

/// A text without disguise, with the way back to the original.
#[derive(Default)]
pub(crate) struct Plain {
    pub text: String,
    /// Stretches: where they begin in the plain text, where in the original, and how many bytes of the original each of their
    /// characters takes; 0 stands for stretches that were copied as they are.
    runs: Vec<Run>,
}

#[derive(Clone, Copy)]
struct Run {
    plain: u32,
    origin: u32,
    end: u32,
}

fn short(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

impl Plain {
    fn clear(&mut self) {
        self.text.clear();
        self.runs.clear();
    }

    /// One character that came from `start..end` of the original.
    fn push(&mut self, c: char, start: usize, end: usize) {
        let plain = short(self.text.len());
        self.text.push(c);
        self.runs.push(Run { plain, origin: short(start), end: short(end) });
    }

    /// A stretch copied as it is.
    fn copy_run(&mut self, part: &str, start: usize) {
        let plain = short(self.text.len());
        self.text.push_str(part);
        self.runs.push(Run { plain, origin: short(start), end: 0 });
    }

    /// The bytes of the original that the byte of the plain text at `at` came from.
    fn origin(&self, at: usize) -> (usize, usize) {
        let index = self.runs.partition_point(|r| r.plain as usize <= at).saturating_sub(1);
        self.runs.get(index).map_or((at, at + 1), |r| {
            if r.end == 0 {
                let from = r.origin as usize + (at - r.plain as usize);
                (from, from + 1)
            } else {
                (r.origin as usize, r.end as usize)
            }
        })
    }

    /// The bytes of the original that a range of the plain text came from.
    pub(crate) fn map(&self, start: usize, end: usize) -> (usize, usize) {
        let from = self.origin(start).0;
        (from, self.origin(end.saturating_sub(1)).1.max(from))
    }

    /// Takes over a text as it is.
    pub(crate) fn copy(&mut self, text: &str) {
        self.clear();
        self.copy_run(text, 0);
    }

    /// Joins runs of at least six single characters that stand apart: "4 1 1 1" becomes "4111".
    pub(crate) fn join_spaced(&mut self) {
        let chars: Vec<(char, u32, u32)> = {
            let mut run = 0;
            self.text
                .char_indices()
                .map(|(at, c)| {
                    while self.runs.get(run + 1).is_some_and(|r| r.plain as usize <= at) {
                        run += 1;
                    }
                    match self.runs.get(run) {
                        Some(r) if r.end != 0 => (c, r.origin, r.end),
                        Some(r) => {
                            let from = r.origin + (short(at) - r.plain);
                            (c, from, from + short(c.len_utf8()))
                        }
                        None => (c, 0, 0),
                    }
                })
                .collect()
        };
        self.clear();
        let blank = |i: usize| chars.get(i).is_none_or(|c| c.0 == ' ');
        // A sign of an address counts as a character of it where spaces stand on both sides.
        let single = |i: usize| {
            chars.get(i).is_some_and(|c| {
                c.0.is_ascii_alphanumeric() || (matches!(c.0, '@' | '.' | '_' | '+' | '-' | '/') && i > 0 && blank(i - 1) && blank(i + 1))
            })
        };
        let gap = |i: usize| {
            let n = (0..3).take_while(|k| chars.get(i + k).is_some_and(|c| matches!(c.0, ' ' | '-' | '.' | '_' | '/'))).count();
            let spaced = (0..n).any(|k| chars.get(i + k).is_some_and(|c| c.0 != '.')) || n == 1;
            if n > 0 && spaced { n } else { 0 }
        };
        let mut i = 0;
        while i < chars.len() {
            let lone = single(i) && (i == 0 || !chars.get(i - 1).is_some_and(|c| c.0.is_alphanumeric()));
            let mut run = Vec::new();
            if lone {
                let mut j = i;
                let mut shape = None;
                while single(j) {
                    run.push(j);
                    let n = gap(j + 1);
                    let n = if n > 1 && single(j + 2) && blank(j + 1) { 1 } else { n };
                    let this = (n, chars.get(j + 1).map(|c| c.0));
                    if n == 0 || !single(j + 1 + n) || shape.is_some_and(|s| s != this) {
                        break;
                    }
                    // The next one must be single too, or it ends the run.
                    if single(j + 2 + n) {
                        break;
                    }
                    shape = Some(this);
                    j += 1 + n;
                }
            }
            let rising = run.windows(2).all(|w| match (w.first().and_then(|a| chars.get(*a)), w.get(1).and_then(|b| chars.get(*b))) {
                (Some(a), Some(b)) => u32::from(b.0) == u32::from(a.0) + 1,
                _ => false,
            });
            let put: &mut dyn FnMut(&mut Plain, usize) = &mut |plain, k| {
                if let Some((c, start, end)) = chars.get(k).copied() {
                    plain.push(c, start as usize, end as usize);
                }
            };
            let letters = run.iter().filter(|k| chars.get(**k).is_some_and(|c| c.0.is_ascii_alphanumeric())).count();
            if letters >= 6 && !rising {
                for k in &run {
                    put(self, *k);
                }
                i = run.last().map_or(i + 1, |l| l + 1);
            } else {
                put(self, i);
                i += 1;
            }
        }
    }
}

/// What [`undo`] would find in a text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Hidden {
    /// Nothing.
    Nothing,
    /// Marks or look-alike signs inside something that is visible as a sign of personal data by itself.
    Marks,
    /// Characters that are written in another way altogether, so that no sign may be visible.
    Characters,
}

/// Whether a text has anything that [`undo`] would undo.
pub(crate) fn hides(text: &str) -> Hidden {
    let bytes = text.as_bytes();
    let at_ = |i: usize| bytes.get(i).copied().unwrap_or(0);
    let mut found = Hidden::Nothing;
    let mut at = 0;
    while let Some(&b) = bytes.get(at) {
        if b < 0x80 && !matches!(b, b'&' | b'%' | b'\\' | b'<') {
            at += 1;
            continue;
        }
        let (next, third) = (at_(at + 1), at_(at + 2));
        // A space, dash or point of another kind matters between letters and digits only: "30–40" may be a number, "a – b" is not.
        let inside = |len: usize| {
            let (before, after) = (if at == 0 { 0 } else { at_(at - 1) }, at_(at + len));
            after.is_ascii_digit() && before != b' '
                || before.is_ascii_digit() && after.is_ascii_alphanumeric()
                || before.is_ascii_alphabetic() && after.is_ascii_alphabetic()
        };
        let this = match b {
            b'<' if matches!(next, b'w' | b'W') && third.eq_ignore_ascii_case(&b'b') => Hidden::Marks,
            b'&' if next == b'#' || entity(text, at).is_some() => Hidden::Characters,
            b'%' if hex(bytes, at + 1, 2).is_some_and(|(v, _)| v >= 0x20 || v == 0x0a) => Hidden::Characters,
            b'\\' if matches!(next, b'u' | b'x' | b'n' | b't' | b'/' | b'"' | b'r') => Hidden::Characters,
            0xc2 if next == 0xad => Hidden::Marks,
            0xc2 if matches!(next, 0xa0 | 0xb7 | 0xb4) && inside(2) => Hidden::Marks,
            0xe2 => match (next, third) {
                (0x80, 0x8b..=0x8f | 0xa8..=0xae) | (0x81, 0x9f..=0xaf) => Hidden::Marks,
                (0x80, 0x80..=0x8a | 0x90..=0x95 | 0x98..=0x99 | 0xa2 | 0xa4 | 0xaf) | (0x81, 0x84) | (0x88, _) | (0x8b, _)
                    if inside(3) =>
                {
                    Hidden::Marks
                }
                // A keycap around a digit.
                (0x83, 0xa3) => Hidden::Marks,
                (0x81, 0xb0..=0xb9) | (0x82, 0x80..=0x89) | (0x91, 0xa0..=0xa8 | 0xb4..=0xbc) => Hidden::Characters,
                (0x92, 0x88..=0x90 | 0xb6..=0xbf) | (0x93, _) | (0x9d, 0xb6..=0xbe) | (0x9e, 0x80..=0x88 | 0x8a..=0x92) => {
                    Hidden::Characters
                }
                _ => Hidden::Nothing,
            },
            0xef | 0xe0 | 0xd9 | 0xdb | 0xdf => Hidden::Characters,
            0xf0 if next == 0x9d || (next == 0x9f && matches!(third, 0x84 | 0xaf)) => Hidden::Characters,
            // Digits of other scripts (Khmer, Mongolian, Balinese ...) and a mark without width.
            0xe1 | 0xea if text.get(at..).and_then(|t| t.chars().next()).is_some_and(|c| digit_of(c).is_some()) => Hidden::Characters,
            0xe1 if next == 0xa0 && third == 0x8e => Hidden::Marks,
            0xe3 if next == 0x80 && matches!(third, 0x80 | 0x82) && inside(3) => Hidden::Marks,
            0xcc if matches!(next, 0xb2..=0xb8) => Hidden::Marks,
            0xcd if next == 0x8f => Hidden::Marks,
            // Cyrillic and Greek hide something only in a word with Latin letters or around a sign.
            0xce..=0xd1 => {
                let latin = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'@' | b'_');
                if (at > 0 && latin(at_(at - 1))) || latin(third) || (matches!(third, b'.' | b'-') && at_(at + 3).is_ascii_alphanumeric()) {
                    Hidden::Marks
                } else {
                    Hidden::Nothing
                }
            }
            _ => Hidden::Nothing,
        };
        match this {
            Hidden::Characters => return this,
            Hidden::Marks => found = this,
            Hidden::Nothing => {}
        }
        at += 1;
    }
    found
}

fn hex(bytes: &[u8], at: usize, digits: usize) -> Option<(u32, usize)> {
    let text = bytes.get(at..at + digits)?;
    let value = text.iter().try_fold(0u32, |v, b| char::from(*b).to_digit(16).map(|d| v * 16 + d))?;
    Some((value, at + digits))
}

/// The named entities that stand for a character which can be part of a value.
const ENTITIES: &[(&str, char)] = &[
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("nbsp", ' '),
    ("commat", '@'),
    ("period", '.'),
    ("plus", '+'),
    ("hyphen", '-'),
    ("dash", '-'),
    ("lowbar", '_'),
    ("colon", ':'),
    ("sol", '/'),
    ("num", '#'),
    ("percnt", '%'),
    ("equals", '='),
    ("lpar", '('),
    ("rpar", ')'),
    ("comma", ','),
    ("ensp", ' '),
    ("emsp", ' '),
    ("thinsp", ' '),
    ("hairsp", ' '),
    ("numsp", ' '),
    ("puncsp", ' '),
    ("ndash", '-'),
    ("mdash", '-'),
    ("minus", '-'),
    ("semi", ';'),
    ("bsol", '\\'),
    ("Tab", '\t'),
    ("NewLine", '\n'),
    ("shy", '\u{ad}'),
    ("zwnj", '\u{200c}'),
    ("zwj", '\u{200d}'),
    ("lrm", '\u{200e}'),
    ("rlm", '\u{200f}'),
    ("ZeroWidthSpace", '\u{200b}'),
    ("NoBreak", '\u{2060}'),
    ("auml", 'ä'),
    ("ouml", 'ö'),
    ("uuml", 'ü'),
    ("Auml", 'Ä'),
    ("Ouml", 'Ö'),
    ("Uuml", 'Ü'),
    ("szlig", 'ß'),
    ("eacute", 'é'),
    ("egrave", 'è'),
    ("agrave", 'à'),
    ("ccedil", 'ç'),
    ("ntilde", 'ñ'),
    ("Eacute", 'É'),
    ("aacute", 'á'),
    ("iacute", 'í'),
    ("oacute", 'ó'),
    ("uacute", 'ú'),
    ("ecirc", 'ê'),
    ("acirc", 'â'),
    ("ocirc", 'ô'),
    ("icirc", 'î'),
    ("euml", 'ë'),
    ("iuml", 'ï'),
    ("aring", 'å'),
    ("oslash", 'ø'),
    ("aelig", 'æ'),
    ("scaron", 'š'),
    ("ordm", 'º'),
    ("deg", '°'),
    ("ograve", 'ò'),
    ("igrave", 'ì'),
    ("ugrave", 'ù'),
];

/// The character an entity at `at` stands for, and where it ends.
fn entity(text: &str, at: usize) -> Option<(char, usize)> {
    let rest = text.get(at + 1..)?;
    if let Some(number) = rest.strip_prefix('#') {
        return number_entity(number).map(|(c, len)| (c, at + 2 + len));
    }
    let len = rest.bytes().take(16).take_while(u8::is_ascii_alphanumeric).count();
    if rest.as_bytes().get(len) != Some(&b';') {
        return None;
    }
    let name = rest.get(..len)?;
    // Escaped twice: "&amp;#64;", "&amp;commat;".
    if name == "amp" {
        let inner = at + len + 1;
        if let Some((c, end)) = rest.get(len + 1..).filter(|t| t.starts_with(['#', 'a'])).and_then(|_| twice(text, inner)) {
            return Some((c, end));
        }
    }
    ENTITIES.iter().find(|(n, _)| *n == name).map(|(_, c)| (*c, at + len + 2))
}

/// The character of an entity whose ampersand was itself written as an entity; `at` is the place of that entity's semicolon.
fn twice(text: &str, at: usize) -> Option<(char, usize)> {
    let rest = text.get(at + 1..)?;
    // "&amp;amp;#64;": the same again.
    if let Some(more) = rest.strip_prefix("amp;") {
        return more.starts_with('#').then(|| twice(text, at + 4)).flatten();
    }
    let (c, len) = number_entity(rest.strip_prefix('#')?)?;
    Some((c, at + 2 + len))
}

/// The character of a numeric entity behind its `#`, and how many bytes it takes with its semicolon.
fn number_entity(number: &str) -> Option<(char, usize)> {
    let (radix, digits, skip) = match number.strip_prefix(['x', 'X']) {
        Some(h) => (16, h, 1),
        None => (10, number, 0),
    };
    let len = digits.bytes().take(8).take_while(|b| char::from(*b).is_digit(radix)).count();
    let value = u32::from_str_radix(digits.get(..len)?, radix).ok()?;
    let end = skip + len + usize::from(digits.as_bytes().get(len) == Some(&b';'));
    char::from_u32(value).map(|c| (c, end))
}

/// The zeros of the decimal digits of scripts other than Latin and Arabic (Unicode general category Nd).
const ZEROS: &[u32] = &[
    0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6, 0xe50, 0xed0, 0xf20, 0x1040, 0x1090, 0x17e0,
    0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50, 0x1bb0, 0x1c40, 0x1c50, 0xa620, 0xa8d0, 0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0,
    0x1fbf0,
];

/// The digit that a character of another script, or of the enclosed and segmented figures, stands for.
fn digit_of(c: char) -> Option<u32> {
    let value = u32::from(c);
    let from = |first: u32| Some(value - first);
    match value {
        0x24f5..=0x24fd => from(0x24f4),
        0x2460..=0x2468 => from(0x245f),
        0x2474..=0x247c => from(0x2473),
        0x2488..=0x2490 => from(0x2487),
        0x2776..=0x277e => from(0x2775),
        0x2780..=0x2788 => from(0x277f),
        0x278a..=0x2792 => from(0x2789),
        0x24ea | 0x24ff | 0x1f100 | 0x1f10b | 0x1f10c => Some(0),
        0x1f101..=0x1f10a => from(0x1f101),
        0x1d7ce..=0x1d7ff => Some((value - 0x1d7ce) % 10),
        0x2070 => Some(0),
        0x2074..=0x2079 => from(0x2070),
        0x2080..=0x2089 => from(0x2080),
        _ => {
            let zero = ZEROS.partition_point(|z| *z <= value).checked_sub(1).and_then(|i| ZEROS.get(i))?;
            (value - zero < 10).then(|| value - zero)
        }
    }
}

/// The plain form of a character: invisible ones vanish (`None`), look-alikes become what they look like.
fn plain(c: char, latin: bool) -> Option<char> {
    Some(match c {
        '\u{ad}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{feff}'
        | '\u{180e}'
        | '\u{34f}'
        | '\u{332}'..='\u{338}'
        | '\u{20dd}'..='\u{20e4}'
        | '\u{61c}'
        | '\u{fe00}'..='\u{fe0f}' => return None,
        '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' | '\u{1680}' => ' ',
        '\u{2028}' | '\u{2029}' | '\u{85}' => '\n',
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{2043}' | '\u{1806}' | '\u{2e3a}' | '\u{2e3b}' => '-',
        '\u{b7}' | '\u{2024}' | '\u{3002}' | '\u{ff61}' | '\u{fe52}' | '\u{2219}' | '\u{2022}' | '\u{30fb}' | '\u{22c5}' => '.',
        '\u{fe6b}' | '\u{ff20}' => '@',
        '\u{2044}' | '\u{2215}' | '\u{29f8}' => '/',
        '\u{2236}' | '\u{a789}' | '\u{fe55}' | '\u{fe13}' => ':',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0)?,
        '\u{fe62}' => '+',
        '\u{2018}' | '\u{2019}' | '\u{b4}' | '\u{2bc}' => '\'',
        '\u{1d400}'..='\u{1d6a3}' => {
            let at = u8::try_from((u32::from(c) - 0x1d400) % 52).ok()?;
            char::from(if at < 26 { b'A' + at } else { b'a' + at - 26 })
        }
        '\u{24b6}'..='\u{24cf}' => char::from(b'A' + u8::try_from(u32::from(c) - 0x24b6).ok()?),
        '\u{24d0}'..='\u{24e9}' => char::from(b'a' + u8::try_from(u32::from(c) - 0x24d0).ok()?),
        _ if !c.is_ascii() && digit_of(c).is_some() => char::from_digit(digit_of(c)?, 10)?,
        _ if latin => lookalike(c).unwrap_or(c),
        _ => c,
    })
}

/// The Latin letter that a Cyrillic or Greek one looks like.
fn lookalike(c: char) -> Option<char> {
    const PAIRS: &[(char, char)] = &[
        ('а', 'a'),
        ('е', 'e'),
        ('о', 'o'),
        ('р', 'p'),
        ('с', 'c'),
        ('у', 'y'),
        ('х', 'x'),
        ('і', 'i'),
        ('ѕ', 's'),
        ('ј', 'j'),
        ('һ', 'h'),
        ('ԁ', 'd'),
        ('ո', 'n'),
        ('А', 'A'),
        ('В', 'B'),
        ('Е', 'E'),
        ('К', 'K'),
        ('М', 'M'),
        ('Н', 'H'),
        ('О', 'O'),
        ('Р', 'P'),
        ('С', 'C'),
        ('Т', 'T'),
        ('Х', 'X'),
        ('У', 'Y'),
        ('І', 'I'),
        ('Ѕ', 'S'),
        ('Ј', 'J'),
        ('ο', 'o'),
        ('α', 'a'),
        ('ν', 'v'),
        ('ι', 'i'),
        ('ρ', 'p'),
        ('υ', 'u'),
        ('κ', 'k'),
        ('Α', 'A'),
        ('Β', 'B'),
        ('Ε', 'E'),
        ('Ζ', 'Z'),
        ('Η', 'H'),
        ('Ι', 'I'),
        ('Κ', 'K'),
        ('Μ', 'M'),
        ('Ν', 'N'),
        ('Ο', 'O'),
        ('Ρ', 'P'),
        ('Τ', 'T'),
        ('Υ', 'Y'),
        ('Χ', 'X'),
        ('м', 'm'),
        ('т', 't'),
        ('н', 'h'),
        ('в', 'b'),
        ('к', 'k'),
        ('г', 'r'),
        ('ԛ', 'q'),
        ('ԝ', 'w'),
        ('ɡ', 'g'),
        ('ı', 'i'),
        ('ʏ', 'y'),
    ];
    PAIRS.iter().find(|p| p.0 == c).map(|p| p.1)
}

/// Writes the plain form of `text`; `false` where nothing was undone.
pub(crate) fn undo(text: &str, out: &mut Plain) -> bool {
    out.clear();
    let bytes = text.as_bytes();
    let mut changed = false;
    let mut at = 0;
    // Whether letters of other scripts in the present word are read as Latin: the word holds Latin letters, digits or `@` too.
    let mut latin_until = (0usize, false);
    while at < bytes.len() {
        // Stretches of ASCII without an escape are copied at once.
        let rest = bytes.get(at..).unwrap_or(&[]);
        let plain_run = rest.iter().position(|b| *b >= 0x80 || matches!(b, b'&' | b'%' | b'\\' | b'<')).unwrap_or(rest.len());
        if plain_run > 0 {
            out.copy_run(text.get(at..at + plain_run).unwrap_or(""), at);
            at += plain_run;
            continue;
        }
        let Some(c) = text.get(at..).and_then(|t| t.chars().next()) else { break };
        let mut value = c;
        let mut end = at + c.len_utf8();
        match c {
            '&' => {
                if let Some((v, e)) = entity(text, at) {
                    (value, end) = (v, e);
                }
            }
            '%' => {
                if let Some((v, e)) = percent(bytes, at) {
                    (value, end) = (v, e);
                }
            }
            '\\' => {
                if let Some((v, e)) = escape(bytes, at) {
                    (value, end) = (v, e);
                }
            }
            '<' => {
                // A break inside a value is no break: <wbr>, <wbr/>.
                if let Some(tag) =
                    text.get(at..).filter(|t| t.len() >= 5 && t.as_bytes().get(..4).is_some_and(|p| p.eq_ignore_ascii_case(b"<wbr")))
                    && let Some(close) = tag.find('>')
                {
                    at += close + 1;
                    changed = true;
                    continue;
                }
            }
            _ => {}
        }
        let decoded = end != at + c.len_utf8();
        changed |= decoded;
        if value.is_ascii() && !decoded {
            out.push(value, at, end);
            at = end;
            continue;
        }
        // Right-to-left override: what follows is shown backwards, up to its end.
        if value == '\u{202e}' {
            at = backwards(text, end, out);
            changed = true;
            continue;
        }
        if at >= latin_until.0 {
            let (until, latin) = word_is_latin(text, at);
            latin_until = (until, latin);
        }
        match plain(value, latin_until.1) {
            Some(p) => {
                changed |= p != c;
                out.push(p, at, end);
            }
            None => changed = true,
        }
        at = end;
    }
    changed
}

/// Writes the stretch that a right-to-left override turns round, as it is shown; returns where it ends. Each of its characters
/// leads back to the whole stretch.
fn backwards(text: &str, start: usize, out: &mut Plain) -> usize {
    let rest = text.get(start..).unwrap_or("");
    let len = rest.find(['\u{202c}', '\u{202d}', '\u{202e}', '\n']).unwrap_or(rest.len()).min(rest.len());
    let part = rest.get(..len).unwrap_or("");
    let end = start + len;
    for c in part.chars().rev() {
        if let Some(p) = plain(c, true) {
            out.push(p, start, end);
        }
    }
    end
}

/// Whether the stretch without spaces around `at` holds Latin letters, digits or `@` next to other scripts; and where it ends.
fn word_is_latin(text: &str, at: usize) -> (usize, bool) {
    let edge = |c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '(' | ')' | ',' | ';' | '|' | ':' | '=');
    let end = text.get(at..).and_then(|t| t.find(edge)).map_or(text.len(), |n| at + n);
    let start = text.get(..at).and_then(|t| t.rfind(edge)).unwrap_or(0);
    let word = text.get(start..end).unwrap_or("");
    (end, word.chars().any(|c| c.is_ascii_alphanumeric() || c == '@' || c == '＠' || c == '﹫'))
}

/// A percent escape, of one UTF-8 character.
fn percent(bytes: &[u8], at: usize) -> Option<(char, usize)> {
    let (first, mut end) = hex(bytes, at + 1, 2)?;
    let more = match first {
        0x00..=0x7f => 0,
        0xc2..=0xdf => 1,
        0xe0..=0xef => 2,
        0xf0..=0xf4 => 3,
        _ => return None,
    };
    let mut buffer = [u8::try_from(first).ok()?, 0, 0, 0];
    for slot in buffer.iter_mut().skip(1).take(more) {
        if bytes.get(end) != Some(&b'%') {
            return None;
        }
        let (value, e) = hex(bytes, end + 1, 2)?;
        *slot = u8::try_from(value).ok()?;
        end = e;
    }
    let c = std::str::from_utf8(buffer.get(..=more)?).ok()?.chars().next()?;
    (c >= ' ' || c == '\n' || c == '\t').then_some((c, end))
}

/// A backslash escape of JSON, JavaScript or C.
fn escape(bytes: &[u8], at: usize) -> Option<(char, usize)> {
    let simple = |c| Some((c, at + 2));
    match bytes.get(at + 1)? {
        b'u' if bytes.get(at + 2) == Some(&b'{') => {
            let len = bytes.get(at + 3..)?.iter().take(6).take_while(|b| b.is_ascii_hexdigit()).count();
            let (value, end) = hex(bytes, at + 3, len)?;
            (bytes.get(end) == Some(&b'}')).then_some((char::from_u32(value)?, end + 1))
        }
        b'u' => {
            let (high, end) = hex(bytes, at + 2, 4)?;
            if (0xd800..0xdc00).contains(&high) && bytes.get(end) == Some(&b'\\') {
                let (low, end) = hex(bytes, end + 2, 4)?;
                return Some((char::from_u32(0x10000 + ((high - 0xd800) << 10) + low.checked_sub(0xdc00)?)?, end));
            }
            Some((char::from_u32(high)?, end))
        }
        b'x' => {
            let (value, end) = hex(bytes, at + 2, 2)?;
            Some((char::from_u32(value)?, end))
        }
        // JSON inside JSON: each level doubles the backslashes in front of a code.
        b'\\' => {
            let run = bytes.get(at..)?.iter().take(8).take_while(|b| **b == b'\\').count();
            matches!(bytes.get(at + run), Some(b'u' | b'x')).then(|| escape(bytes, at + run - 1))?
        }
        b'n' | b'r' => simple('\n'),
        b't' => simple('\t'),
        b'/' => simple('/'),
        b'"' => simple('"'),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn undone(text: &str) -> String {
        let mut out = Plain::default();
        undo(text, &mut out);
        out.text
    }

    #[test]
    fn every_disguise() {
        assert_eq!(undone("4111\u{200b}１１１１"), "41111111");
        assert_eq!(undone("&#49;&#x32;&nbsp;a&commat;b"), "12 a@b");
        assert_eq!(undone("a%40b%2Fc 50% off"), "a@b/c 50% off");
        assert_eq!(undone(r"\u0061\x40b\u{63}"), "a@bc");
        assert_eq!(undone("pеtеr@example․org"), "peter@example.org");
        assert_eq!(undone("Привет мир"), "Привет мир");
        assert_eq!(undone("erika@exam<wbr>ple.org"), "erika@example.org");
        assert_eq!(undone("𝟒𝟏𝟏𝟏 ٤١"), "4111 41");
        assert_eq!(undone("&amp;#49;&amp;#x32;&amp;amp;#51; &amp; &amp;c"), "123 & &c");
        assert_eq!(undone("4\u{fe0f}\u{20e3}1\u{336} ➍❶⓪ ៤᠑ 🯴🯱 ⓐⓑ"), "41 410 41 41 ab");
        assert_eq!(undone("x \u{202e}gro.elpmaxe@akire\u{202c} y"), "x erika@example.org y");
    }

    #[test]
    fn offsets_lead_back() {
        let text = "x&#49;&#50;y";
        let mut out = Plain::default();
        assert!(undo(text, &mut out));
        assert_eq!(out.text, "x12y");
        assert_eq!(out.map(1, 3), (1, 11));
    }

    #[test]
    fn spaced_characters_are_joined() {
        let mut out = Plain::default();
        out.copy("no 4 1 1 1 - 2 and V  R  D  N  L  7 end, pages 1 2 3 4 5 6 7");
        out.join_spaced();
        assert_eq!(out.text, "no 4 1 1 1 - 2 and VRDNL7 end, pages 1 2 3 4 5 6 7");
        out.copy("e r i k a . m @ e x . o r g; 1 3 1 0 5 2 - 3 0 8 T");
        out.join_spaced();
        assert_eq!(out.text, "erika.m@ex.org; 131052-308T");
    }
}
