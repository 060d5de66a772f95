//! Judges the parts of a path in their order, since what a part is follows from what stands before it.
//!
//! In: the parts of a path or hash route, one by one. Out: whether each stays, goes, or keeps its file ending alone.

use super::{MASK, judge};

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Verdict {
    Keep,
    Mask,
    /// Masks the name of a file and keeps its ending, so that the kind of the resource stays known.
    MaskName,
}

/// What the parts of a path so far say about the next one.
#[derive(Default)]
pub(super) struct Route {
    /// The path ends in a file that a page loads to be shown.
    asset: bool,
    strict: bool,
    secret: bool,
    person: bool,
    search: bool,
    build: bool,
    /// The part before was one letter, as in short links: `/j/8fk2m9qa`.
    letter: bool,
}

impl Route {
    pub(super) fn new(asset: bool, strict: bool) -> Self {
        Route { asset, strict, ..Route::default() }
    }

    /// Judges the next part: `text` decoded, `raw` as written, `hit` where the scan found something in it.
    pub(super) fn judge(&mut self, text: &str, raw: &str, hit: bool, last: bool) -> Verdict {
        let name = text.split(';').next().unwrap_or_default();
        let ending = judge::asset_ending(name).filter(|_| last);
        let stem = name.get(..ending.unwrap_or(name.len())).unwrap_or_default();
        if raw.is_empty() {
            return Verdict::Keep;
        }
        if stem == MASK {
            // It stands for the name or the search term that was announced, so that a second pass keeps what follows.
            (self.person, self.search) = (false, false);
            return Verdict::Keep;
        }
        let digits = stem.bytes().filter(u8::is_ascii_digit).count();
        let word = judge::word(name);
        let encoded = raw.len() != text.len() && text.contains(['?', '&', '=', '\u{0}']) || text.contains("://");
        let scope = name.starts_with('@') && !self.asset;
        let id = digits == stem.len() && digits >= if self.strict { 3 } else { 10 };
        // A hash in the name of a script, a font or a picture is one of its content, unless it stands for a person.
        let tokenish = ending.is_none() && !(self.asset && self.build) && judge::token(name);
        let short_link = self.letter && ending.is_none() && mixed(name);
        let personal = (self.person || self.search) && !word.route;
        let secret = self.secret && !word.route && !(self.asset && ending.is_some());
        let mask =
            hit || encoded || scope || tokenish || short_link || personal || secret || judge::e_mail(name) || (id && ending.is_none());
        self.build |= word.build;
        self.secret = (self.secret || word.secret) && !(self.asset && self.build);
        (self.person, self.search) = (word.person, word.search);
        self.letter = name.len() == 1 && name.bytes().all(|b| b.is_ascii_lowercase());
        match (mask, ending) {
            (false, _) => Verdict::Keep,
            (true, Some(_)) => Verdict::MaskName,
            (true, None) => Verdict::Mask,
        }
    }
}

/// Letters and digits mixed, and nothing else: no word, and no year or size beside one.
fn mixed(name: &str) -> bool {
    let digits = name.bytes().filter(u8::is_ascii_digit).count();
    let runs = name.as_bytes().windows(2).filter(|w| matches!(w, [a, b] if a.is_ascii_digit() != b.is_ascii_digit())).count();
    name.len() >= 6
        && name.bytes().all(|b| b.is_ascii_alphanumeric())
        && digits > 0
        && digits < name.len()
        && (runs >= 2 || name.starts_with(|c: char| c.is_ascii_digit()))
}
