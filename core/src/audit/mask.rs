//! Recognises what already stands for something hidden: a text in, whether it is a mask and of which form out.
//!
//! Written from the engine's documented output and from what other recorders leave, not from the engine's code.

use serde::Serialize;

/// Why something is hidden, as far as its mask and its place tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Reason {
    /// The constant mask of a sensitive value, or a secret that was removed.
    Sensitive,
    /// Something typed or chosen, with form recording off.
    Typed,
    /// Words of the page.
    Words,
    /// Inside an element that is blocked.
    Blocked,
    /// A script, a comment or a document that was emptied.
    Emptied,
    /// A part of an address.
    UrlPart,
    /// A picture, replaced by a blank one.
    Picture,
}

impl Reason {
    /// Every reason, the strongest first.
    pub const ALL: &'static [Reason] =
        &[Reason::Sensitive, Reason::Typed, Reason::Words, Reason::Blocked, Reason::Emptied, Reason::UrlPart, Reason::Picture];

    /// The reason as it is written in reports.
    pub fn as_str(self) -> &'static str {
        match self {
            Reason::Sensitive => "sensitive",
            Reason::Typed => "typed",
            Reason::Words => "words",
            Reason::Blocked => "blocked",
            Reason::Emptied => "emptied",
            Reason::UrlPart => "url_part",
            Reason::Picture => "picture",
        }
    }
}

/// What stands for a hidden part of an address.
pub(super) const URL_PART: &str = "xxxx";

/// Characters that masks are made of: ours, and those of other recorders.
fn is_dot(c: char) -> bool {
    matches!(c, '•' | '●' | '∗' | '＊' | '█' | '▪' | '░' | '▒' | '▓' | '■')
}

/// Whether a character is part of a mask, wherever it stands.
pub(super) fn is_mask_character(c: char) -> bool {
    is_dot(c) || c == '*'
}

/// Whether nothing can be read: empty, white space, or masks alone.
pub(super) fn is_hidden(text: &str) -> bool {
    let trimmed = text.trim();
    trimmed.is_empty() || trimmed == "[removed]" || trimmed.chars().all(|c| is_mask_character(c) || c.is_whitespace())
}

/// Whether a letter or digit can be read that is not part of a mask.
pub(super) fn is_readable(text: &str) -> bool {
    !is_hidden(text) && text.chars().any(char::is_alphanumeric)
}

/// The mask that a text is or holds: the constant, or words. Nothing where there is none.
pub(super) fn found(text: &str) -> Option<Reason> {
    if text.trim() == "[removed]" {
        return Some(Reason::Sensitive);
    }
    // One lone dot is a bullet of a list.
    if !text.contains("••") {
        return None;
    }
    let mut constant = false;
    let mut runs = text.split(|c: char| !(is_dot(c) || c == ' ')).filter(|run| run.contains("••"));
    // Words of a mask stand one space apart; the constant stands alone.
    let words = runs.any(|run| {
        let one = run.trim();
        constant |= one == "••••••••";
        one != "••••••••"
    });
    (words || constant).then_some(if words { Reason::Words } else { Reason::Sensitive })
}

/// A picture of one pixel, or none: what stands for a picture that is not shown.
pub(super) fn is_blank_picture(url: &str) -> bool {
    let url = url.trim();
    url.is_empty() || url == "data:," || (url.starts_with("data:image/gif;base64,") && url.len() < 120)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn masks_of_ours_and_of_others_are_known() {
        for text in ["••••••••", " ••• ••• ", "****", "***** ***", "[removed]", "", "  ", "███ ██"] {
            assert!(is_hidden(text) && !is_readable(text), "{text}");
        }
        for text in ["a", "•••a", "Hello", "5", "Anna ••••", "é"] {
            assert!(is_readable(text), "{text}");
        }
        assert!(!is_readable("→ ·") && !is_hidden("→"));
    }

    #[test]
    fn the_constant_is_told_from_words() {
        assert_eq!(found("••••••••"), Some(Reason::Sensitive));
        assert_eq!(found("Card ••••••••."), Some(Reason::Sensitive));
        assert_eq!(found("•••••• ••••••"), Some(Reason::Words));
        assert_eq!(found("•••••••• •••••••• ••••••••"), Some(Reason::Words));
        assert_eq!(found("Dear ••••••, your card ••••••••"), Some(Reason::Words));
        assert_eq!(found("• one • two"), None);
        assert_eq!(found("plain"), None);
    }
}
