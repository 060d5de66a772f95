//! What stands in place of what is hidden: text in, a mask of the same number of words and similar width out.
//!
//! A mask depends on the word count and the length class of the text alone, never on its characters or exact length;
//! the mask of a sensitive value is a constant. Masking a mask gives the same mask.

/// What stands for any sensitive value, whatever it was.
pub(crate) const SENSITIVE: &str = "••••••••";

/// A dot is neither letter nor digit, so that no detector reads a mask as a value.
const DOT: &str = "•";
const DOTS: &str = "••••••••••••••••••••••••••••••••";

/// Appends the mask of `text`: as many words, set apart by the same kind of space, so that lines break where they did. White
/// space at the ends stays as one space each.
pub(crate) fn push_words(text: &str, out: &mut String) {
    let (words, letters) = count(text);
    if words == 0 || is_mask(text) {
        out.push_str(text);
        return;
    }
    if text.starts_with(char::is_whitespace) {
        out.push(' ');
    }
    let width = length_class(letters).max(words);
    let (each, longer) = (width / words, width % words);
    let mut gaps = text.trim().split(|c: char| !c.is_whitespace()).filter(|gap| !gap.is_empty());
    for word in 0..words {
        if word > 0 {
            out.push(gaps.next().map_or(' ', space));
        }
        push_dots(each + usize::from(word < longer), out);
    }
    if text.ends_with(char::is_whitespace) {
        out.push(' ');
    }
}

/// Words and letters of a text.
fn count(text: &str) -> (usize, usize) {
    let (mut words, mut letters) = (0usize, 0usize);
    let mut inside = false;
    let mut add = |space: bool| {
        words += usize::from(!space && !inside);
        letters += usize::from(!space);
        inside = !space;
    };
    if text.is_ascii() {
        text.bytes().for_each(|byte| add(byte.is_ascii_whitespace()));
    } else {
        text.chars().for_each(|character| add(character.is_whitespace()));
    }
    (words, letters)
}

/// What stands for the white space between two words: a line's end, a space that holds them together, or a space.
fn space(gap: &str) -> char {
    if gap.contains('\n') {
        '\n'
    } else if gap.contains(['\u{a0}', '\u{202f}']) {
        '\u{a0}'
    } else {
        ' '
    }
}

fn push_dots(mut count: usize, out: &mut String) {
    while count >= 32 {
        out.push_str(DOTS);
        count -= 32;
    }
    out.push_str(DOTS.get(..count * DOT.len()).unwrap_or_default());
}

/// The length that stands for all lengths of its class, from the middle of it. A class holds four lengths, of long texts a
/// tenth of their length: finer would tell too much, coarser would break lines elsewhere and move the page.
fn length_class(letters: usize) -> usize {
    match letters {
        0..=2 => 2,
        3..=4 => 3,
        _ => {
            let step = (letters.next_power_of_two() / 8).max(4);
            letters.next_multiple_of(step) - step / 2
        }
    }
}

/// Whether a text holds nothing but masks and white space, so that it may be left as it is.
pub(crate) fn is_mask(text: &str) -> bool {
    text.chars().all(|c| c == '•' || c.is_whitespace())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mask(text: &str) -> String {
        let mut out = String::new();
        push_words(text, &mut out);
        out
    }

    #[test]
    fn words_stay_and_lengths_become_classes() {
        assert_eq!(mask("Erika Muster"), "••••• •••••");
        assert_eq!(mask("Erikas Muster"), mask("Erika Muster"));
        assert_eq!(mask("a"), "••");
        assert_eq!(mask("  x\n"), " •• ");
        assert_eq!(mask(" \n"), " \n");
    }

    #[test]
    fn a_class_is_near_each_of_its_lengths_and_in_it() {
        for letters in 5..5000usize {
            let class = length_class(letters);
            assert_eq!(length_class(class), class, "{letters}");
            assert!(class.abs_diff(letters) <= (letters / 4).max(2), "{letters} {class}");
        }
        let lengths = |class: usize| (1..5000).filter(|n| length_class(*n) == class).count();
        assert_eq!([2, 3, 6, 10, 14, 18, 36, 72].map(lengths), [2, 2, 4, 4, 4, 4, 8, 16]);
    }

    #[test]
    fn words_that_hold_together_still_do() {
        assert_eq!(mask("128,00\u{a0}€"), "•••\u{a0}•••");
        assert_eq!(mask("first line\n   second"), "••••• •••••\n••••");
        assert_eq!(mask("\u{a0}a b\u{202f}c\u{a0}"), " • •\u{a0}• ");
    }

    #[test]
    fn masking_twice_changes_nothing() {
        for text in [
            SENSITIVE,
            "a",
            "a b c d e f g h",
            "Erika Muster",
            "an address with many words in it, 12",
            "1234567890123456789012345678901234567890",
        ] {
            assert_eq!(mask(&mask(text)), mask(text));
            assert!(is_mask(&mask(text)));
        }
    }
}
