//! What stands in place of what is hidden: text in, a mask of the same number of words and similar width out.
//!
//! A mask depends on the word count and the length class of the text alone, never on its characters or exact length;
//! the mask of a sensitive value is a constant. Masking a mask gives the same mask.

/// What stands for any sensitive value, whatever it was.
pub(crate) const SENSITIVE: &str = "••••••••";

/// A dot is neither letter nor digit, so that no detector reads a mask as a value.
const DOT: &str = "•";
const DOTS: &str = "••••••••••••••••••••••••••••••••";

/// Appends the mask of `text`. White space at its ends stays as one space each.
pub(crate) fn push_words(text: &str, out: &mut String) {
    let (mut words, mut letters) = (0usize, 0usize);
    let mut inside = false;
    if text.is_ascii() {
        for byte in text.bytes() {
            let space = byte.is_ascii_whitespace();
            words += usize::from(!space && !inside);
            letters += usize::from(!space);
            inside = !space;
        }
    } else {
        for character in text.chars() {
            let space = character.is_whitespace();
            words += usize::from(!space && !inside);
            letters += usize::from(!space);
            inside = !space;
        }
    }
    if words == 0 || is_mask(text) {
        out.push_str(text);
        return;
    }
    if text.starts_with(char::is_whitespace) {
        out.push(' ');
    }
    let width = length_class(letters).max(words);
    let (each, longer) = (width / words, width % words);
    for word in 0..words {
        if word > 0 {
            out.push(' ');
        }
        push_dots(each + usize::from(word < longer), out);
    }
    if text.ends_with(char::is_whitespace) {
        out.push(' ');
    }
}

fn push_dots(mut count: usize, out: &mut String) {
    while count >= 32 {
        out.push_str(DOTS);
        count -= 32;
    }
    out.push_str(DOTS.get(..count * DOT.len()).unwrap_or_default());
}

/// The length that stands for all lengths of its class: three quarters of the next power of two, itself in the class.
fn length_class(letters: usize) -> usize {
    let bound = letters.next_power_of_two().max(4);
    bound / 4 * 3
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
        assert_eq!(mask("Erika Muster"), "•••••• ••••••");
        assert_eq!(mask("Erikas Muster"), mask("Erika Muster"));
        assert_eq!(mask("a"), "•••");
        assert_eq!(mask("  x\n"), " ••• ");
        assert_eq!(mask(" \n"), " \n");
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
