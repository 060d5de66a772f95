//! What a detector looks for. In: the host's choice. Out: [`Settings`], plain data that [`Detector::new`](super::Detector::new) compiles.

use super::Kind;

/// A set of built-in kinds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TypeSet(u32);

impl FromIterator<Kind> for TypeSet {
    fn from_iter<I: IntoIterator<Item = Kind>>(kinds: I) -> Self {
        TypeSet(kinds.into_iter().fold(0, |set, kind| set | kind.bit()))
    }
}

/// What a [`Detector`](super::Detector) looks for.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The kinds to report; `None`, the default, means all. The host's own kinds are always reported.
    pub types: Option<TypeSet>,
    /// Spans below this confidence are not reported; the default is 0.5.
    pub min_confidence: f32,
    /// Whether the business data of a company (VAT number, bank code, the address in a legal notice) is reported; default `false`.
    pub business: bool,
    /// The host's own patterns: a name and a regular expression each, matched in linear time.
    pub patterns: Vec<(String, String)>,
    /// The host's own words: a name and the words that belong to it, found as whole words in any case.
    pub words: Vec<(String, Vec<String>)>,
}

impl Default for Settings {
    fn default() -> Self {
        Settings { types: None, min_confidence: 0.5, business: false, patterns: Vec::new(), words: Vec::new() }
    }
}

impl Settings {
    pub(crate) fn wants(&self, kind: Kind) -> bool {
        match (kind, self.types) {
            (Kind::Custom(_), _) => true,
            (Kind::VatId | Kind::Bic, None) => self.business,
            (_, None) => true,
            (_, Some(TypeSet(set))) => set & kind.bit() != 0,
        }
    }
}
