//! The host's own detectors. In: named patterns and word lists. Out: a compiled matcher that no input can slow down beyond linear time.

use super::{Kind, Settings, Span};
use crate::error::{Code, Error, Result};
use aho_corasick::{AhoCorasick, MatchKind};
use regex_automata::meta::Regex;
use regex_automata::util::syntax;

/// The largest compiled form of one pattern, in bytes; `\d{6}` takes about a kilobyte, a list of a thousand names some hundred.
const PATTERN_BYTES: usize = 1 << 20;
/// The longest pattern, in characters of its text.
const PATTERN_TEXT: usize = 4096;
/// How deep groups may nest.
const NEST: u32 = 64;

pub(crate) struct Own {
    names: Vec<String>,
    patterns: Vec<(u16, Regex)>,
    words: Option<(AhoCorasick, Vec<u16>)>,
}

impl Own {
    pub(crate) fn compile(settings: &Settings) -> Result<Own> {
        let mut own = Own { names: Vec::new(), patterns: Vec::new(), words: None };
        for (name, pattern) in &settings.patterns {
            let index = own.index(name)?;
            own.patterns.push((index, compile(name, pattern)?));
        }
        let (mut needles, mut owners) = (Vec::new(), Vec::new());
        for (name, words) in &settings.words {
            let index = own.index(name)?;
            for word in words.iter().filter(|w| !w.trim().is_empty()) {
                needles.push(word.trim().to_owned());
                owners.push(index);
            }
        }
        if !needles.is_empty() {
            let matcher = AhoCorasick::builder()
                .ascii_case_insensitive(true)
                .match_kind(MatchKind::LeftmostLongest)
                .build(&needles)
                .map_err(|e| Error::new(Code::ConfigPattern, "the word lists are too large").with_source(e))?;
            own.words = Some((matcher, owners));
        }
        Ok(own)
    }

    fn index(&mut self, name: &str) -> Result<u16> {
        let at = self.names.iter().position(|n| n == name).unwrap_or(self.names.len());
        if at == self.names.len() {
            self.names.push(name.to_owned());
        }
        u16::try_from(at).map_err(|_| Error::new(Code::ConfigPattern, "more than 65535 own kinds"))
    }

    pub(crate) fn names(&self) -> &[String] {
        &self.names
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.patterns.is_empty() && self.words.is_none()
    }

    pub(crate) fn scan(&self, text: &str, hits: &mut Vec<Span>) {
        for (index, regex) in &self.patterns {
            for found in regex.find_iter(text) {
                hits.push(Span {
                    start: found.start(),
                    end: found.end(),
                    kind: Kind::Custom(*index),
                    confidence: 1.0,
                    reason: "own pattern",
                });
            }
        }
        if let Some((matcher, owners)) = &self.words {
            for found in matcher.find_iter(text) {
                let edge = |c: Option<char>| !c.is_some_and(char::is_alphanumeric);
                let before = text.get(..found.start()).and_then(|t| t.chars().next_back());
                let after = text.get(found.end()..).and_then(|t| t.chars().next());
                if let (true, true, Some(&index)) = (edge(before), edge(after), owners.get(found.pattern().as_usize())) {
                    hits.push(Span {
                        start: found.start(),
                        end: found.end(),
                        kind: Kind::Custom(index),
                        confidence: 1.0,
                        reason: "own word",
                    });
                }
            }
        }
    }
}

fn compile(name: &str, pattern: &str) -> Result<Regex> {
    let wrong = |what: &str| Error::new(Code::ConfigPattern, format!("pattern {name}: {what}"));
    if pattern.len() > PATTERN_TEXT {
        return Err(wrong("longer than 4096 characters"));
    }
    let regex = Regex::builder()
        .syntax(syntax::Config::new().nest_limit(NEST))
        .configure(
            Regex::config()
                .nfa_size_limit(Some(PATTERN_BYTES))
                .onepass_size_limit(Some(PATTERN_BYTES))
                .hybrid_cache_capacity(PATTERN_BYTES),
        )
        .build(pattern)
        .map_err(|e| if e.size_limit().is_some() { wrong("too large once compiled") } else { wrong("not a regular expression") })?;
    if regex.is_match("") {
        return Err(wrong("matches the empty text"));
    }
    Ok(regex)
}

#[cfg(test)]
mod tests {
    use super::super::Detector;
    use super::*;

    fn with(pattern: &str) -> Result<Detector> {
        Detector::new(&Settings {
            patterns: vec![("CUSTOMER_NO".into(), pattern.into())],
            words: vec![("CODE_NAME".into(), vec!["Blue Heron".into()])],
            ..Settings::default()
        })
    }

    #[test]
    fn patterns_and_words() {
        let detector = with(r"K-\d{6}").unwrap();
        let mut spans = Vec::new();
        detector.scan("order by K-123456 for blue heron, not blue herons", &mut spans);
        assert_eq!(
            spans.iter().map(|s| (s.start, s.end, detector.kind_name(s.kind))).collect::<Vec<_>>(),
            [(9, 17, "CUSTOMER_NO"), (22, 32, "CODE_NAME")]
        );
    }

    #[test]
    fn exploding_patterns_are_refused_by_name() {
        for pattern in ["(", "a*", "((a{1000}){1000}){1000}", r"(\w{500}){500}"] {
            let error = with(pattern).err().unwrap();
            assert_eq!(error.code(), "config.pattern");
            assert!(error.message().contains("CUSTOMER_NO"), "{}", error.message());
        }
    }
}
