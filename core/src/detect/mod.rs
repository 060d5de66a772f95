//! Personal data in text. In: a text, or a text and its label. Out: spans: where, what, how sure, and why.
//!
//! A [`Detector`] is compiled once and shared. A scan first asks whether the text holds any sign of personal data at all
//! (`gate`), undoes disguises where it sees one (`disguise`), and then runs scanners that start at their sign:
//! `@` ([`email`](self)), a label and its value, digits and their check sums, the prefix of a key, a greeting.

mod address;
mod banking;
mod codes;
mod commands;
mod cues;
mod dates;
mod disguise;
mod email;
mod fields;
mod fold;
mod gate;
mod ids;
mod keys;
mod kind;
pub mod labels;
mod lexicon;
mod names;
mod national;
mod network;
mod numbers;
mod own;
mod phone;
mod plain;
mod settings;
mod span;
mod table;
mod text;
mod urls;
mod values;
mod vat;
mod wallet;
mod words;

pub use kind::Kind;
pub use settings::{Settings, TypeSet};
pub use span::Span;

use crate::error::Result;
use std::cell::RefCell;
use std::sync::Arc;
use text::Scratch;

thread_local! {
    static SCRATCH: RefCell<Scratch> = RefCell::new(Scratch::default());
}

/// Finds personal data in text; made once from [`Settings`], cheap to clone, shared between threads.
///
/// ```
/// use milkglass::detect::{Detector, Kind, Settings};
/// let detector = Detector::new(&Settings::default()).unwrap();
/// let mut spans = Vec::new();
/// detector.scan("Mail erika@example.org, card 4111 1111 1111 1111", &mut spans);
/// assert_eq!(spans.iter().map(|s| s.kind).collect::<Vec<_>>(), [Kind::Email, Kind::CreditCard]);
/// assert_eq!((spans[0].start, spans[0].end), (5, 22));
/// ```
#[derive(Clone)]
pub struct Detector(Arc<Inner>);

struct Inner {
    settings: Settings,
    own: own::Own,
}

impl Detector {
    /// Compiles a detector.
    ///
    /// # Errors
    /// `config.pattern` where one of the host's own patterns is malformed or too large; the message names the pattern.
    pub fn new(settings: &Settings) -> Result<Detector> {
        Ok(Detector(Arc::new(Inner { own: own::Own::compile(settings)?, settings: settings.clone() })))
    }

    /// Finds personal data in `text`; `out` is cleared first and then holds the spans in order, without overlap.
    ///
    /// Allocates nothing for text without any sign of personal data.
    pub fn scan(&self, text: &str, out: &mut Vec<Span>) {
        out.clear();
        let own = !self.0.own.is_empty();
        if !own && plain::is_plain(text) {
            return;
        }
        let signs = gate::signs(text);
        if signs.is_empty() && !own {
            return;
        }
        self.run(text, None, signs, out);
    }

    /// As [`scan`](Self::scan), without the short cut for plain texts.
    #[cfg(test)]
    fn scan_thoroughly(&self, text: &str, out: &mut Vec<Span>) {
        out.clear();
        self.run(text, None, gate::signs(text), out);
    }

    /// As [`scan`](Self::scan), for a text whose label is known from the page: the `th` of a `td`, a JSON key, a form label.
    pub fn scan_labelled(&self, text: &str, label: &str, out: &mut Vec<Span>) {
        self.scan_as(text, labels::classify(label), out);
    }

    /// As [`scan_labelled`](Self::scan_labelled), where the label was classified before; `None` is the same as no label.
    pub fn scan_as(&self, text: &str, class: Option<labels::FieldClass>, out: &mut Vec<Span>) {
        out.clear();
        if class.is_none() {
            return self.scan(text, out);
        }
        if text.bytes().all(|b| b.is_ascii_whitespace()) {
            return;
        }
        self.run(text, class, gate::signs(text), out);
    }

    /// Whether a scan of `text` would look further than the first test; `false` means that nothing can be found.
    pub fn has_trigger(&self, text: &str) -> bool {
        !self.0.own.is_empty() || !gate::signs(text).is_empty()
    }

    /// The names of the host's own kinds; `Kind::Custom(n)` is the `n`th.
    pub fn custom_names(&self) -> &[String] {
        self.0.own.names()
    }

    /// The name of a kind, also of the host's own ones.
    pub fn kind_name(&self, kind: Kind) -> &str {
        match kind {
            Kind::Custom(n) => self.0.own.names().get(usize::from(n)).map_or(kind.as_str(), String::as_str),
            _ => kind.as_str(),
        }
    }

    fn run(&self, text: &str, class: Option<labels::FieldClass>, signs: gate::Signs, out: &mut Vec<Span>) {
        SCRATCH.with(|cell| match cell.try_borrow_mut() {
            Ok(mut scratch) => self.run_in(&mut scratch, text, class, signs, out),
            Err(_) => self.run_in(&mut Scratch::default(), text, class, signs, out),
        });
    }

    fn run_in(&self, scratch: &mut Scratch, text: &str, class: Option<labels::FieldClass>, signs: gate::Signs, out: &mut Vec<Span>) {
        scratch.hits.clear();
        if !signs.is_empty() || class.is_some() {
            let mut hidden = signs.disguise && disguise::undo(text, &mut scratch.plain);
            let spaced = text::tokenise(if hidden { &scratch.plain.text } else { text }, &mut scratch.tokens);
            if spaced {
                if !hidden {
                    scratch.plain.copy(text);
                    hidden = true;
                }
                scratch.plain.join_spaced();
                text::tokenise(&scratch.plain.text, &mut scratch.tokens);
            }
            if hidden {
                let plain = std::mem::take(&mut scratch.plain);
                text::scan(&plain.text, class, &self.0.settings, scratch);
                for hit in &mut scratch.hits {
                    (hit.start, hit.end) = plain.map(hit.start, hit.end);
                }
                scratch.plain = plain;
            } else {
                text::scan(text, class, &self.0.settings, scratch);
            }
        }
        self.0.own.scan(text, &mut scratch.hits);
        span::settle(&mut scratch.hits, out, |s| self.0.settings.wants(s.kind) && s.confidence >= self.0.settings.min_confidence);
        if signs.disguise {
            span::widen_over_marks(text, out);
        }
    }
}

#[cfg(test)]
mod vectors;
