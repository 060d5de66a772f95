//! Folds a text to what a reader would call the same: case, accents, widths and joined letters undone, everything else left out.
//!
//! In: one character. Out: the folded bytes (lower-case ASCII letters and digits, or the UTF-8 of other scripts), or whether it
//! separates words or is invisible.

/// Base letters of U+00C0 to U+024F by the decompositions of Unicode, a dot where there is none.
const LATIN: &str = concat!(
    "aaaaaa.ceeeeiiiidnooooo.ouuuuy..aaaaaa.ceeeeiiiidnooooo.ouuuuy.yaaaaaaccccccccddddeeeeeeeeeegggggggg",
    "hhhhiiiiiiiiii..jjkkkllllllllllnnnnnnnnnoooooo..rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs........",
    ".......e................oo.............uu...................dddlllnnnaaiioouuuuuuuuuu.aaaa....ggkkoo",
    "oo..jdddgg..nnaa....aaaaeeeeiiiioooorrrruuuusstt..hh......aaeeooooooooyy............................",
);

/// The same of U+1E00 to U+1EFF.
const LATIN_MORE: &str = concat!(
    "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrrssss",
    "ssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwyas..s.aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeee",
    "iiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......",
);

/// The same of U+0386 to U+03CE; the final sigma counts as a sigma.
const GREEK: &str = "α.εηι.ο.υωιαβγδεζηθικλμνξοπρ.στυφχψωιυαεηιυαβγδεζηθικλμνξοπρσστυφχψωιυουω";

/// What a character folds to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Folded {
    /// Bytes to compare, and how many.
    Bytes([u8; 4], usize),
    /// White space, punctuation, signs: ends a token.
    Separator,
    /// Accents that stand alone, soft hyphens, zero-width characters: neither compared nor a separator.
    Invisible,
}

/// What an ASCII byte folds to: itself in lower case, or 0 for a separator; 0xff says that the byte is not ASCII.
#[allow(clippy::indexing_slicing)] // The compiler evaluates it.
pub(super) const ASCII: [u8; 256] = {
    let mut table = [0xff; 256];
    let mut byte = 0u8;
    while byte < 128 {
        table[byte as usize] = if byte.is_ascii_alphanumeric() { byte.to_ascii_lowercase() } else { 0 };
        byte += 1;
    }
    table
};

/// Folds one character.
pub(super) fn fold(c: char) -> Folded {
    let code = u32::from(c);
    match code {
        0..=0x7f => match ASCII.get(usize::from(u8::try_from(code).unwrap_or_default())) {
            Some(&byte) if byte != 0 => one(byte),
            _ => Folded::Separator,
        },
        0xad | 0x300..=0x36f | 0x180e | 0x200b..=0x200f | 0x2060..=0x2064 | 0xfe00..=0xfe0f | 0xfeff => Folded::Invisible,
        0xc0..=0x24f => table(LATIN, code - 0xc0).or_else(|| joined(c)).unwrap_or_else(|| other(c)),
        0x1e9e => pair(*b"ss"),
        0x1e00..=0x1eff => table(LATIN_MORE, code - 0x1e00).unwrap_or_else(|| other(c)),
        0x386..=0x3ce => match GREEK.chars().nth(usize::try_from(code - 0x386).unwrap_or(usize::MAX)) {
            Some(letter) if letter != '.' => utf8(letter),
            _ => other(c),
        },
        0x660..=0x669 => digit(code - 0x660),
        0x6f0..=0x6f9 => digit(code - 0x6f0),
        0xfb00 => pair(*b"ff"),
        0xfb01 => pair(*b"fi"),
        0xfb02 => pair(*b"fl"),
        // The full-width forms of ASCII.
        0xff01..=0xff5e => char::from_u32(code - 0xff01 + 0x21).map_or(Folded::Separator, fold),
        _ => other(c),
    }
}

fn one(byte: u8) -> Folded {
    Folded::Bytes([byte, 0, 0, 0], 1)
}

fn pair([a, b]: [u8; 2]) -> Folded {
    Folded::Bytes([a, b, 0, 0], 2)
}

fn digit(value: u32) -> Folded {
    one(b'0' + u8::try_from(value).unwrap_or_default())
}

fn utf8(c: char) -> Folded {
    let mut bytes = [0; 4];
    let length = c.encode_utf8(&mut bytes).len();
    Folded::Bytes(bytes, length)
}

fn table(letters: &str, index: u32) -> Option<Folded> {
    let byte = *letters.as_bytes().get(usize::try_from(index).ok()?)?;
    (byte != b'.').then(|| one(byte))
}

/// Letters that are written as two where the letter is missing.
fn joined(c: char) -> Option<Folded> {
    Some(pair(match c {
        'ß' => *b"ss",
        'æ' | 'Æ' => *b"ae",
        'œ' | 'Œ' => *b"oe",
        'þ' | 'Þ' => *b"th",
        'ĳ' | 'Ĳ' => *b"ij",
        _ => return None,
    }))
}

/// A character of another script: its lower case, or a separator where it is neither letter nor digit.
fn other(c: char) -> Folded {
    if c.is_alphanumeric() { utf8(c.to_lowercase().next().unwrap_or(c)) } else { Folded::Separator }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(text: &str) -> String {
        let mut bytes = Vec::new();
        for c in text.chars() {
            match fold(c) {
                Folded::Bytes(b, n) => bytes.extend_from_slice(&b[..n]),
                Folded::Separator => bytes.push(b' '),
                Folded::Invisible => {}
            }
        }
        String::from_utf8(bytes).unwrap()
    }

    #[test]
    fn the_same_to_a_reader_folds_to_the_same() {
        assert_eq!(folded("ÉcoLe Ångström Łódź Đặng"), "ecole angstrom lodz dang");
        assert_eq!(folded("Straße STRAẞE œuvre Ætna"), "strasse strasse oeuvre aetna");
        assert_eq!(folded("e\u{301}te\u{ad}\u{200b}"), "ete");
        assert_eq!(folded("ＡＢ１２ ٣٤"), "ab12 34");
        assert_eq!(folded("Παπαδόπουλος"), folded("ΠΑΠΑΔΟΠΟΥΛΟΣ"));
        assert_eq!(folded("Иванов"), folded("ИВАНОВ"));
        assert_eq!(folded("王小明"), "王小明");
        assert_eq!(folded("a-b_c\u{a0}d"), "a b c d");
    }

    #[test]
    fn tables_have_the_length_of_their_ranges() {
        assert_eq!((LATIN.len(), LATIN_MORE.len(), GREEK.chars().count()), (0x24f - 0xc0 + 1, 0x100, 0x3ce - 0x386 + 1));
    }
}
