//! Looks through one text with everything the audit has: a text and what its label says in, what looks personal out.
//!
//! The detectors as the host has set them, the audit's own patterns, and both once more over every layer that decoding uncovers.

use std::collections::HashSet;

use super::decode;
use super::mask;
use super::report;
use super::signs;
use crate::config::{Ip, Privacy};
use crate::detect::labels::FieldClass;
use crate::detect::{Detector, Kind, Settings, Span};
use crate::error::{Code, Error, Result};

/// Something that looks personal in a text.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Hit {
    /// One of the rules that speak of text.
    pub rule: &'static str,
    pub kind: Kind,
    pub confidence: f32,
    /// What was found. It stays inside the audit: a report gets its length and shape.
    pub text: String,
    /// Where in the text it begins and ends; nothing where it was decoded first.
    pub range: Option<(usize, usize)>,
}

/// The detectors and the buffers that they need.
pub(super) struct Looker {
    detector: Detector,
    wanted: HashSet<Kind>,
    spans: Vec<Span>,
}

impl Looker {
    /// Compiles the detectors that a configuration asks for.
    ///
    /// # Errors
    /// `config.value` for a type that does not exist, `config.pattern` for a pattern that can't be compiled.
    pub(super) fn compile(privacy: &Privacy) -> Result<Looker> {
        let mut wanted: HashSet<Kind> = HashSet::new();
        for name in &privacy.detectors {
            match Kind::from_name(name) {
                Some(kind) => {
                    wanted.insert(kind);
                }
                // A company's own numbers are no personal data; who wants them names them.
                None if name == "default" => wanted.extend(Kind::ALL.iter().filter(|k| !matches!(k, Kind::VatId | Kind::Bic))),
                None => return Err(Error::new(Code::ConfigValue, format!("privacy.detectors has no type `{name}`"))),
            }
        }
        if privacy.ip == Ip::Keep {
            wanted.remove(&Kind::Ip);
        }
        let detector = Detector::new(&Settings {
            types: Some(wanted.iter().copied().collect()),
            min_confidence: privacy.min_confidence,
            business: false,
            patterns: privacy.pattern.iter().map(|p| (p.name.clone(), p.regex.clone())).collect(),
            words: privacy.words.iter().map(|(name, words)| (name.clone(), words.clone())).collect(),
        })?;
        Ok(Looker { detector, wanted, spans: Vec::new() })
    }

    /// The name of a kind, of the host's own ones too.
    pub(super) fn name(&self, kind: Kind) -> String {
        self.detector.kind_name(kind).to_owned()
    }

    /// What the detectors and patterns find in the text as it stands.
    pub(super) fn plain(&mut self, text: &str, class: Option<FieldClass>) -> Vec<Hit> {
        let mut out = Vec::new();
        if mask::is_hidden(text) {
            return out;
        }
        self.detector.scan_as(text, class, &mut self.spans);
        for span in &self.spans {
            let found = text.get(span.start..span.end).unwrap_or_default();
            if left(found) >= 3 {
                let range = Some((span.start, span.end));
                out.push(Hit { rule: report::DETECTED, kind: span.kind, confidence: span.confidence, text: found.to_owned(), range });
            }
        }
        for sign in signs::look(text) {
            let known = out.iter().any(|hit| squeezed(&hit.text).contains(&squeezed(&sign.text)) || hit.kind == sign.kind);
            if self.wanted.contains(&sign.kind) && !known {
                let range = text.find(&sign.text).map(|from| (from, from + sign.text.len()));
                out.push(Hit { rule: report::PATTERN, kind: sign.kind, confidence: sign.confidence, text: sign.text, range });
            }
        }
        out
    }

    /// As [`Looker::plain`], and what is found once the text is decoded.
    pub(super) fn through(&mut self, text: &str, class: Option<FieldClass>) -> Vec<Hit> {
        let mut out = self.plain(text, class);
        for layer in decode::layers(text) {
            for hit in self.plain(&layer.text, layer.class) {
                if !out.iter().any(|known| known.kind == hit.kind && squeezed(&known.text) == squeezed(&hit.text))
                    && !covered(text, &hit, &out)
                {
                    out.push(Hit { rule: report::DISGUISED, range: None, ..hit });
                }
            }
        }
        out
    }
}

/// Whether what decoding brings out was found before it, in another writing: detectors undo some disguises by themselves.
fn covered(text: &str, hit: &Hit, known: &[Hit]) -> bool {
    known.iter().filter(|k| k.kind == hit.kind).any(|k| {
        decode::layers(&k.text).iter().any(|layer| squeezed(&layer.text).contains(&squeezed(&hit.text))) || k.text.len() == text.len()
    })
}

/// Letters and digits of what was found that no mask stands for already.
fn left(found: &str) -> usize {
    found.split(mask::URL_PART).map(|piece| piece.chars().filter(|c| c.is_alphanumeric()).count()).sum()
}

/// Letters and digits alone, so that two writings of one number are the same.
fn squeezed(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn looker() -> Looker {
        Looker::compile(&Privacy::default()).unwrap()
    }

    fn rules(text: &str) -> Vec<(&'static str, Kind)> {
        looker().through(text, None).into_iter().map(|hit| (hit.rule, hit.kind)).collect()
    }

    #[test]
    fn plain_and_decoded_texts() {
        assert_eq!(rules("mia@shop.example"), [(report::DETECTED, Kind::Email)]);
        assert_eq!(rules(r#"{"to":"bWlhLndvbmdAc2hvcC5leGFtcGxl"}"#), [(report::DISGUISED, Kind::Email)]);
        assert_eq!(rules("mia%2540shop.example").len(), 1);
        assert_eq!(rules("Blue lamps, 20 pieces"), []);
    }

    #[test]
    fn masks_are_nothing_to_find() {
        for text in
            ["••••••••", "Name: •••••• ••••••", "call ••• •••", "/reset/xxxx?token=xxxx", "[removed]", "mailto:xxxx", "password: ••••••••"]
        {
            assert_eq!(rules(text), [], "{text}");
        }
    }

    #[test]
    fn labels_and_settings_count() {
        let hits = looker().plain("Mia Wong", Some(FieldClass::PersonName));
        assert_eq!(hits.iter().map(|h| h.kind).collect::<Vec<_>>(), [Kind::Person]);
        let privacy = Privacy { detectors: vec!["PHONE".into()], ..Privacy::default() };
        assert_eq!(Looker::compile(&privacy).unwrap().through("mia@shop.example", None), []);
        let privacy = Privacy { detectors: vec!["SHOE_SIZE".into()], ..Privacy::default() };
        assert_eq!(Looker::compile(&privacy).err().unwrap().code(), "config.value");
    }
}
