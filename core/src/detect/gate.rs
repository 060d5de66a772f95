//! The first question: does this text hold any sign of personal data? In: a text. Out: signs; most texts of a page have none.

use super::cues;
use super::disguise::{self, Hidden};

/// What the first look at a text found.
#[derive(Clone, Copy, Default, Debug)]
pub(crate) struct Signs {
    /// A digit, `@`, a separator of label and value, a word that announces a name or a password.
    pub trigger: bool,
    /// Something that may hide a value: entities, escapes, invisible or look-alike characters.
    pub disguise: bool,
}

impl Signs {
    pub(crate) fn is_empty(self) -> bool {
        !self.trigger
    }
}

const TRIGGER: u8 = 1;
const HIDING: u8 = 2;

/// Digits, `@` and separators trigger; bytes that begin an escape or a special character may hide something.
const CLASS: [u8; 256] = {
    let mut t = [0u8; 256];
    let mut b = b'0';
    while b <= b'9' {
        t[b as usize] = TRIGGER;
        b += 1;
    }
    let signs = b"@:=\t\n\"<>[({|";
    let mut i = 0;
    while i < signs.len() {
        t[signs[i] as usize] = TRIGGER;
        i += 1;
    }
    t[b'&' as usize] = HIDING;
    t[b'%' as usize] = HIDING;
    t[b'\\' as usize] = HIDING;
    t[b'<' as usize] = TRIGGER | HIDING;
    t[0xc2] = HIDING;
    t[0xe2] = HIDING;
    t[0xd0] = HIDING;
    t[0xd1] = HIDING;
    t[0xce] = HIDING;
    t[0xcf] = HIDING;
    t[0xef] = TRIGGER | HIDING;
    t[0xf0] = HIDING;
    t[0xcc] = HIDING;
    t[0xcd] = HIDING;
    t[0xdf] = HIDING;
    t[0xe1] = HIDING;
    t[0xe3] = HIDING;
    t[0xea] = HIDING;
    t[0xd9] = TRIGGER | HIDING;
    t[0xdb] = TRIGGER | HIDING;
    t[0xe0] = TRIGGER | HIDING;
    t
};

/// Looks at every byte once, without a branch in the loop.
#[inline]
pub(crate) fn signs(text: &str) -> Signs {
    let bytes = text.as_bytes();
    let mut seen = 0u8;
    for chunk in bytes.chunks(64) {
        seen |= chunk.iter().fold(0u8, |s, b| s | CLASS[usize::from(*b)]);
        if seen == TRIGGER | HIDING {
            break;
        }
    }
    let hiding = seen & HIDING != 0;
    let mut trigger = seen & TRIGGER != 0;
    let hidden = if hiding { disguise::hides(text) } else { Hidden::Nothing };
    if !trigger {
        trigger = hidden == Hidden::Characters || cues::announces(text);
    }
    Signs { trigger, disguise: trigger && hidden != Hidden::Nothing }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_texts_have_no_sign() {
        for text in ["Add to cart", "Green Glass Vase", "Über uns", "Free shipping on every order – always", "Sign in", "", "a"] {
            assert!(signs(text).is_empty(), "{text}");
        }
        for text in ["a@b.example", "Dear Ms. Fox", "&commat;", "call 1", "Herr Fuchs"] {
            assert!(!signs(text).is_empty(), "{text}");
        }
    }
}
