//! What of a style sheet is plainly the language itself: keywords, numbers, colours, glyphs, attribute names.
//!
//! In: bytes of a value, plain or escaped as JSON. Out: whether they say nothing about anybody, so that no scan is needed.

/// Keywords of values, sorted.
#[rustfmt::skip]
const KEYWORDS: &[&str] = &[
    "-apple-system", "absolute", "all", "alternate", "and", "arial", "around", "at", "auto", "avenir", "background", "baseline",
    "between", "black", "blinkmacsystemfont", "block", "blue", "bold", "bolder", "border", "border-box", "both", "bottom",
    "break-word", "cantarell", "capitalize", "center", "circle", "clip", "color", "column", "consolas", "contain", "content-box",
    "courier", "cover", "currentcolor", "cursive", "dark", "dashed", "default", "deg", "dotted", "double", "ease", "ease-in",
    "ease-in-out", "ease-out", "ellipsis", "em", "end", "ex", "false", "fantasy", "fit-content", "fixed", "flex", "flex-end",
    "flex-start", "forwards", "from", "fx", "georgia", "gray", "green", "grey", "grid", "groove", "helvetica", "hidden", "hsl",
    "important", "in", "infinite", "inherit", "initial", "inline", "inline-block", "inline-flex", "inset", "inter", "italic",
    "justify", "large", "left", "light", "lighter", "linear", "lowercase", "max-content", "medium", "menlo", "middle",
    "min-content", "monaco", "monospace", "move", "neue", "no-repeat", "none", "normal", "not-allowed", "nowrap", "oblique",
    "oklab", "oklch", "opacity", "outset", "oxygen", "pointer", "pre", "pre-wrap", "proximity", "px", "red", "relative", "rem",
    "repeat", "reverse", "revert", "ridge", "right", "roboto", "round", "row", "sans", "sans-serif", "scroll", "segoe", "serif",
    "shadow", "smaller", "solid", "space", "space-between", "srgb", "start", "static", "step-end", "step-start", "sticky",
    "stretch", "sub", "super", "system-ui", "text", "thick", "thin", "times", "to", "top", "transform", "transparent", "true",
    "turn", "ubuntu", "ui", "ui-monospace", "ui-sans-serif", "ui-serif", "underline", "unset", "uppercase", "verdana", "vh",
    "visible", "vw", "white", "wrap", "yellow",
];

/// Where among the keywords those with a first byte stand.
#[allow(clippy::indexing_slicing)] // The compiler evaluates it.
const BY_FIRST: [(usize, usize); 128] = {
    let mut ranges = [(0, 0); 128];
    let mut i = 0;
    while i < KEYWORDS.len() {
        let first = KEYWORDS[i].as_bytes()[0] as usize;
        if ranges[first].1 == 0 {
            ranges[first].0 = i;
        }
        ranges[first].1 = i + 1;
        i += 1;
    }
    ranges
};

/// Attributes whose values in selectors are words of HTML, of a component library, or of the author's class names.
#[rustfmt::skip]
const ATTRIBUTES: &[&str] = &[
    "align", "class", "contenteditable", "controls", "data-align", "data-animation", "data-collapsed", "data-color-mode",
    "data-direction", "data-disabled", "data-icon", "data-layout", "data-mode", "data-motion", "data-open", "data-orientation",
    "data-placement", "data-popper-placement", "data-prefix", "data-selected", "data-side", "data-size", "data-state", "data-swipe",
    "data-theme", "data-toggle", "data-type", "data-variant", "dir", "disabled", "draggable", "hidden", "href", "id", "lang",
    "method", "multiple", "open", "readonly", "rel", "required", "role", "size", "style", "tabindex", "target", "type", "valign",
    "xml:lang",
];

/// Whether a value of a selector on this attribute is a plain word.
pub(super) fn plain_attribute(name: &[u8], value: &[u8]) -> bool {
    let known =
        name.starts_with(b"aria-") || name.starts_with(b"data-bs-") || ATTRIBUTES.iter().any(|a| a.as_bytes().eq_ignore_ascii_case(name));
    let plain = |b: &u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b"-_ #./:[]".contains(b);
    known && value.len() <= 40 && value.iter().filter(|b| b.is_ascii_digit()).count() < 4 && value.iter().all(plain)
}

/// Whether a string holds no letter and no digit but those of escapes: an icon, a bullet, an arrow, a space.
pub(super) fn only_glyphs(text: &[u8], raw: bool) -> bool {
    let mut rest = text;
    loop {
        rest = match rest {
            [] => return true,
            // Private use characters and the blocks of punctuation, arrows and signs, U+2000 to U+2BFF, and the signs of Latin-1.
            [0xee, _, _, tail @ ..] | [0xef, 0x80..=0xa3, _, tail @ ..] | [0xe2, 0x80..=0xaf, _, tail @ ..] | [0xc2, _, tail @ ..] => tail,
            [b'\\', b'u', a, b, _, _, tail @ ..]
                if raw && matches!((a, b), (b'e', _) | (b'f', b'0'..=b'8') | (b'2', b'0'..=b'9' | b'a' | b'b')) =>
            {
                tail
            }
            [b'\\', b'\\', tail @ ..] if raw => match escape(tail) {
                Some(tail) => tail,
                None => return false,
            },
            [b'\\', b'n' | b't' | b'"' | b'/', tail @ ..] if raw => tail,
            [b'\\', tail @ ..] if !raw => match escape(tail) {
                Some(tail) => tail,
                None => return false,
            },
            [other, tail @ ..] if other.is_ascii() && !other.is_ascii_alphanumeric() && *other != b'\\' => tail,
            _ => return false,
        }
    }
}

/// What follows the escape whose backslash was read; none where it stands for a letter or a digit.
fn escape(text: &[u8]) -> Option<&[u8]> {
    let digits = text.iter().take(6).take_while(|b| b.is_ascii_hexdigit()).count();
    let (hex, rest) = text.split_at_checked(digits)?;
    let code = hex.iter().fold(0u32, |n, &b| n * 16 + char::from(b).to_digit(16).unwrap_or_default());
    match code {
        0 if digits == 0 => rest.split_first().filter(|(b, _)| !b.is_ascii_alphanumeric()).map(|(_, rest)| rest),
        0..=0x2f | 0x3a..=0x3f | 0xa0..=0xbf | 0x2000..=0x2bff | 0xe000..=0xf8ff | 0xf_0000.. => Some(rest),
        _ => None,
    }
}

/// Which bytes identifiers are made of.
#[allow(clippy::indexing_slicing)] // The compiler evaluates it.
const WORD: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0u8;
    loop {
        table[byte as usize] = byte.is_ascii_alphanumeric() || !byte.is_ascii() || byte == b'-' || byte == b'_';
        if byte == 255 {
            break;
        }
        byte += 1;
    }
    table
};

/// The length of the identifier at the start of `text`.
pub(super) fn length(text: &[u8]) -> usize {
    count(text, |b| WORD.get(usize::from(b)) == Some(&true))
}

/// Where the free text of a value that begins at `from` ends (before a string, a comment, `url(`, or the end of the declaration),
/// and whether it is made of keywords, functions, numbers and colours alone.
pub(super) fn free_text(css: &[u8], from: usize, raw: bool) -> (usize, bool) {
    let mut at = from;
    let mut plain = true;
    let (mut digits, mut odd) = (0, false);
    while let Some(&byte) = css.get(at) {
        let rest = css.get(at..).unwrap_or_default();
        match byte {
            b';' | b'{' | b'}' | b'"' | b'\'' => break,
            b'/' if rest.starts_with(b"/*") => break,
            b'\\' if raw && matches!(rest, [_, b'"', ..]) => break,
            b'\\' if raw && matches!(rest, [_, b'n' | b't' | b'r' | b'/', ..]) => at += 2,
            b'0'..=b'9' => {
                let (length, whole, fraction) = number(rest);
                let unit = count(rest.get(length..).unwrap_or_default(), |b| b.is_ascii_alphabetic() || b == b'%');
                if unit == 0 && !fraction {
                    digits += whole;
                    // Three groups of up to 255 are a colour; longer groups, or such with a leading zero, may be a telephone number.
                    odd |= whole > 3 || (whole > 1 && byte == b'0') || (whole == 3 && rest.get(..3).is_some_and(|n| n > &b"255"[..]));
                }
                // A digit right behind a unit belongs to no number of the language, but for an exponent: `25a1c7`.
                let scale = rest.get(length).is_some_and(|b| b.eq_ignore_ascii_case(&b'e'));
                let run_on = unit > usize::from(scale) && rest.get(length + unit).is_some_and(u8::is_ascii_digit);
                plain &= whole <= 5 && unit <= 5 && !run_on && !(digits >= 7 && odd);
                at += length + unit;
            }
            b'#' => {
                let length = count(rest.get(1..).unwrap_or_default(), |b| b.is_ascii_alphanumeric());
                plain &= length <= 8 && rest.get(1..=length).is_some_and(|hex| hex.iter().all(u8::is_ascii_hexdigit));
                at += length + 1;
            }
            b'a'..=b'z' | b'A'..=b'Z' | b'-' | b'_' => {
                let length = length(rest);
                if byte == b'-' && rest.get(1) == Some(&b'-') && length > 2 {
                    // The name of another custom property.
                    (digits, at) = (0, at + length);
                    continue;
                }
                let word = rest.get(..length).unwrap_or_default();
                let is_function = rest.get(length) == Some(&b'(');
                if is_function && word.eq_ignore_ascii_case(b"url") {
                    break;
                }
                if byte == b'-' && matches!(word, [_] | [_, b'-' | b'0'..=b'9', ..]) {
                    at += 1;
                    continue;
                }
                digits = 0;
                plain &= is_function && length <= 28 || keyword(word);
                at += length;
            }
            b',' => (digits, odd, at) = (0, false, at + 1),
            b' ' | b'\n' | b'\t' | b'\r' | b'(' | b')' | b'.' | b'%' | b'+' | b'*' | b'/' | b':' | b'!' | b'<' | b'>' | b'?' | b'['
            | b']' => at += 1,
            _ => (plain, at) = (false, at + 1),
        }
    }
    (at, plain)
}

/// Length of a number, digits before its point, and whether it has a point.
fn number(text: &[u8]) -> (usize, usize, bool) {
    let whole = count(text, |b| b.is_ascii_digit());
    match text.get(whole..) {
        Some([b'.', fraction @ ..]) if fraction.first().is_some_and(u8::is_ascii_digit) => {
            (whole + 1 + count(fraction, |b| b.is_ascii_digit()), whole, true)
        }
        _ => (whole, whole, false),
    }
}

fn count(text: &[u8], is: impl Fn(u8) -> bool) -> usize {
    text.iter().take_while(|&&b| is(b)).count()
}

fn keyword(word: &[u8]) -> bool {
    let mut lower = [0u8; 24];
    let Some(place) = lower.get_mut(..word.len()) else { return false };
    place.copy_from_slice(word);
    place.make_ascii_lowercase();
    let place = &*place;
    let first = usize::from(place.first().copied().unwrap_or_default());
    let Some(&(from, to)) = BY_FIRST.get(first) else { return false };
    KEYWORDS.get(from..to).is_some_and(|some| some.iter().any(|known| known.as_bytes() == place))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keywords_are_sorted_and_found_in_any_case() {
        assert!(KEYWORDS.is_sorted() && KEYWORDS.iter().all(|word| keyword(word.as_bytes())));
        assert!(keyword(b"none") && keyword(b"BlinkMacSystemFont") && !keyword(b"harriet"));
    }

    #[test]
    fn values_of_the_language_are_plain_and_others_are_not() {
        for value in [
            "#0d6efd;",
            "13, 110, 253;",
            "rgb(13 110 253 / 50%)}",
            "0.375rem;",
            "calc(100% - var(--x-y) * -1)",
            "1px solid transparent;",
            "cubic-bezier(0.4,0,.2,1) 150ms;",
            "system-ui,-apple-system,sans-serif",
            " ",
            "",
            "0 1px 2px rgba(0,0,0,.075)",
            "1400px",
            "-1",
        ] {
            assert!(free_text(value.as_bytes(), 0, false).1, "{value}");
        }
        for value in ["Anna Muster", "a@b", "415 555 0171;", "0301234567", "030 123 456", "Müller", "harriet", "#harriet"] {
            assert!(!free_text(value.as_bytes(), 0, false).1, "{value}");
        }
        assert_eq!(free_text(b"red url(x)", 0, false), (4, true));
        assert_eq!(free_text(b"red /* x */", 0, false), (4, true));
        assert_eq!(free_text(br#" red\n  \"x\""#, 0, true), (8, true));
    }

    #[test]
    fn icons_and_signs_are_glyphs_and_letters_are_not() {
        for text in ["", "\\f101", "→", "\\201C", "»", " / ", "\u{e900}", "\\2014 \\a0", "\\\"", "\\F0123"] {
            assert!(only_glyphs(text.as_bytes(), false), "{text}");
        }
        for text in ["a", "\\61", "7", "ä", "Ω", "漢", "\\000041", "\\c4", "\\z"] {
            assert!(!only_glyphs(text.as_bytes(), false), "{text}");
        }
        assert!(
            only_glyphs(br"\\f101", true)
                && only_glyphs(br"\uf101", true)
                && !only_glyphs(br"\\61", true)
                && !only_glyphs(br"\u0061", true)
        );
    }

    #[test]
    fn attributes_of_libraries_take_plain_words_only() {
        assert!(plain_attribute(b"type", b"button") && plain_attribute(b"class", b"col-") && plain_attribute(b"aria-hidden", b"true"));
        assert!(!plain_attribute(b"data-user", b"anna") && !plain_attribute(b"id", b"Anna") && !plain_attribute(b"id", b"u-2025550143"));
    }
}
