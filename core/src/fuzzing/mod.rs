//! Properties that hold for any input: bytes in, a panic out where one does not hold.
//!
//! `core/fuzz` gives them the inputs of libFuzzer (`make fuzz`), `stable` those of a small generator (`make test`). Nothing
//! here is part of the library: it is compiled for these two alone.

#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

mod choices;
mod page;
mod reader;
mod shape;
#[cfg(test)]
mod stable;
mod steps;
mod visit;

use std::sync::OnceLock;

pub use choices::{Choices, Random};
pub use reader::reader;
pub use visit::visit;

use crate::config::Profile;
use crate::consent::{self, Signals};
use crate::detect::{Detector, Settings, Span, labels::FieldClass};
use crate::redact::{Memory, Redactor, scan::Scan};
use crate::redact::{css as sheets, url as addresses};
use crate::{Config, lint as linter};

pub const PROFILES: [Profile; 3] = [Profile::Strict, Profile::Balanced, Profile::Forms];

/// The compiled engine of each profile.
fn redactors() -> &'static [Redactor; 3] {
    static REDACTORS: OnceLock<[Redactor; 3]> = OnceLock::new();
    REDACTORS.get_or_init(|| {
        PROFILES.map(|profile| {
            let mut config = Config::default();
            config.privacy.profile = profile;
            Redactor::new(&config).unwrap()
        })
    })
}

/// One byte that decides, and the rest.
fn split(bytes: &[u8]) -> (usize, &[u8]) {
    bytes.split_first().map_or((0, bytes), |(first, rest)| (usize::from(*first), rest))
}

/// Any bytes give a typed error or valid JSON of the same form, and redacting that again changes nothing.
pub fn redact(bytes: &[u8]) {
    let (choice, bytes) = split(bytes);
    let redactor = &redactors()[choice % 3];
    let Ok(first) = redactor.redact(bytes) else { return };
    if first.report.events_out == 0 {
        return;
    }
    let second = redactor.redact(&first.bytes).unwrap();
    // Compressing may give other bytes for the same text in another version; here it is one version.
    assert!(second.bytes == first.bytes, "redacting twice changes something");
    if matches!(first.bytes.first(), Some(b'[' | b'{')) {
        let mut values = serde_json::Deserializer::from_slice(&first.bytes).into_iter::<serde::de::IgnoredAny>();
        assert!(values.all(|value| value.is_ok()), "what comes out is not JSON");
    }
}

/// However a recording is cut into pieces, the stream gives what the whole gives.
pub fn stream(bytes: &[u8]) {
    let (cuts, bytes) = bytes.split_at(bytes.len().min(8));
    let redactor = &redactors()[1];
    let run = |pieces: &mut dyn Iterator<Item = &[u8]>| {
        let (mut stream, mut out) = (redactor.stream(), Vec::new());
        for piece in pieces {
            stream.push(piece, &mut out).map_err(|error| (error.code(), error.offset()))?;
        }
        let report = stream.finish(&mut out).map_err(|error| (error.code(), error.offset()))?;
        Ok::<_, (&str, Option<u64>)>((out, report.events_in, report.events_out))
    };
    let whole = run(&mut std::iter::once(bytes));
    let mut rest = bytes;
    let mut lengths = cuts.iter().map(|b| usize::from(*b) + 1).cycle();
    let pieces = run(&mut std::iter::from_fn(|| {
        let (piece, after) = rest.split_at_checked(lengths.next().unwrap_or(1)).unwrap_or((rest, &[]));
        rest = after;
        (!piece.is_empty()).then_some(piece)
    }));
    assert!(whole == pieces, "pieces give something else than the whole");
    if matches!(bytes.trim_ascii_start().first(), Some(b'[' | b'{'))
        && let (Ok(whole), Ok(alone)) = (&whole, redactor.redact(bytes))
        && alone.report.events_in == whole.1
    {
        // The one call also unpacks events, which the stream does not.
        assert!(alone.bytes == whole.0 || bytes.windows(4).any(|w| w == b"\"cv\""), "the call gives something else than the stream");
    }
}

/// Any bytes as a saved state give `state.foreign` or a session that goes on.
pub fn resume(bytes: &[u8]) {
    let (choice, bytes) = split(bytes);
    let redactor = &redactors()[choice % 3];
    let (length, bytes) = split(bytes);
    let (state, events) = bytes.split_at(bytes.len().min(length * 8));
    let memory = match Memory::restore(state) {
        Ok(memory) => memory,
        Err(error) => return assert_eq!(error.code(), "state.foreign"),
    };
    let saved = memory.save();
    let again = Memory::restore(&saved).unwrap().save();
    assert_eq!(saved.len(), again.len(), "a state does not survive");
    let mut engine = redactor.bench();
    drop(engine.swap(memory));
    let _ = redactor.chunk(&mut engine, None, events, &mut Vec::new());
    let _ = redactor.chunk(&mut engine, None, visit::SHORT.as_bytes(), &mut Vec::new()).unwrap();
}

/// Spans are in order, inside the text and on character boundaries, whatever the text and its label.
pub fn detect(bytes: &[u8]) {
    static DETECTOR: OnceLock<Detector> = OnceLock::new();
    let detector = DETECTOR.get_or_init(|| {
        let settings = Settings { business: true, min_confidence: 0.0, ..Settings::default() };
        Detector::new(&settings).unwrap()
    });
    let (choice, bytes) = split(bytes);
    let text = String::from_utf8_lossy(bytes);
    let mut spans = Vec::new();
    let check = |spans: &[Span]| {
        let mut from = 0;
        for span in spans {
            assert!(from <= span.start && span.start < span.end && span.end <= text.len(), "spans out of order");
            assert!(text.is_char_boundary(span.start) && text.is_char_boundary(span.end), "a span inside a character");
            assert!((0.0..=1.0).contains(&span.confidence), "a confidence beyond all certainty");
            from = span.end;
        }
    };
    detector.scan(&text, &mut spans);
    check(&spans);
    assert!(spans.is_empty() || detector.has_trigger(&text), "the first test misses what the scan finds");
    detector.scan_as(&text, FieldClass::ALL.get(choice).copied(), &mut spans);
    check(&spans);
}

/// The detectors as the rooms for addresses and style sheets ask them.
struct Ask<'a>(&'a Detector, Vec<Span>);

impl Scan for Ask<'_> {
    fn scan(&mut self, text: &str, spans: &mut Vec<(usize, usize)>) {
        self.0.scan(text, &mut self.1);
        spans.extend(self.1.iter().map(|span| (span.start, span.end)));
    }
}

fn detector() -> &'static Detector {
    static DETECTOR: OnceLock<Detector> = OnceLock::new();
    DETECTOR.get_or_init(|| Detector::new(&Settings::default()).unwrap())
}

/// Addresses: "unchanged" appends nothing, and what is rewritten soon stays as it is. That is after the first time for what
/// browsers write; an address that is none may be read otherwise once a part of it is hidden.
pub fn url(bytes: &[u8]) {
    let (choice, bytes) = split(bytes);
    let strict = choice % 2 == 1;
    let text = String::from_utf8_lossy(bytes);
    let mut ask = Ask(detector(), Vec::new());
    settles(&text, |text, out| !addresses::rewrite(text, strict, &mut ask, out).is_empty());
    settles(&text, |text, out| !addresses::rewrite_srcset(text, strict, &mut ask, out).is_empty());
}

/// Style sheets: what the quick look passes over is left as it is, and what is rewritten soon stays as it is.
pub fn css(bytes: &[u8]) {
    let (choice, bytes) = split(bytes);
    let strict = choice % 2 == 1;
    let text = String::from_utf8_lossy(bytes);
    let mut ask = Ask(detector(), Vec::new());
    let mut escaped = Vec::new();
    crate::event::text::escape(&text, &mut escaped);
    let changed = settles(&text, |text, out| sheets::rewrite(text, strict, &mut ask, out));
    assert!(sheets::needs_look(&escaped) || !changed, "the quick look passes over what must be changed");
}

/// Rewrites until nothing changes any more, which must be soon. Returns whether anything changed at all.
fn settles(text: &str, mut rewrite: impl FnMut(&str, &mut String) -> bool) -> bool {
    let mut last = text.to_owned();
    for round in 0..8 {
        let mut next = String::new();
        let changed = rewrite(&last, &mut next);
        assert!(changed || next.is_empty(), "what is unchanged was written");
        if !changed || next == last {
            return round > 0;
        }
        last = next;
    }
    unreachable!("rewriting does not settle: {last:?}")
}

/// Cookies of consent platforms: none panics, and none allows what an opt-out signal or the visitor's own refusal forbids.
pub fn consent(bytes: &[u8]) {
    static CONFIG: OnceLock<(Config, String)> = OnceLock::new();
    let (config, fingerprint) = CONFIG.get_or_init(|| {
        let mut config = Config::default();
        config.consent.sources = consent::SOURCES.iter().map(|&s| s.to_owned()).collect();
        let fingerprint = config.fingerprint();
        (config, fingerprint)
    });
    const COOKIES: &[&str] = &[
        "euconsent-v2",
        "__gpp",
        "usprivacy",
        "analytics_storage",
        "wp_consent_statistics",
        "cc_cookie",
        "klaro",
        "cmplz_statistics",
        "CookieConsent",
        "OptanonConsent",
        "cookieyes-consent",
        "didomi_token",
        "_tracking_consent",
    ];
    let (choice, bytes) = split(bytes);
    let text = String::from_utf8_lossy(bytes);
    let _ = Signals::from_json(&text).map(|signals| consent::decide(config, fingerprint, &signals));
    let _ = consent::decide(config, fingerprint, &Signals::from_header_lines(&text));
    let name = COOKIES[choice % COOKIES.len()];
    let cookie = format!("{name}={text}");
    let decide = |signals: serde_json::Value| consent::decide(config, fingerprint, &Signals::from_json(&signals.to_string()).unwrap());
    decide(serde_json::json!({"headers": {"cookie": cookie}, "now": 1_790_000_000u64}));
    let opted_out = decide(serde_json::json!({"headers": {"cookie": cookie, "sec-gpc": "1"}, "now": 1_790_000_000u64}));
    let refused = decide(serde_json::json!({"explicit": {"granted": false}, "headers": {"cookie": cookie}, "now": 1_790_000_000u64}));
    assert!(!opted_out.allow && !refused.allow, "a cookie speaks louder than a refusal");
}

/// Any HTML gives findings in the order of the page.
pub fn lint(bytes: &[u8]) {
    static CONFIG: OnceLock<Config> = OnceLock::new();
    let html = String::from_utf8_lossy(bytes);
    let findings = linter::page(&html, CONFIG.get_or_init(Config::default)).unwrap();
    assert!(findings.is_sorted_by_key(|finding| (finding.line, finding.column)), "findings out of order");
}

/// Any configuration gives a typed error or one that survives JSON with its fingerprint; any selector is compiled or named.
pub fn config(bytes: &[u8]) {
    let (choice, bytes) = split(bytes);
    let text = String::from_utf8_lossy(bytes);
    for config in [Config::from_toml(&text), Config::from_json(&text)].into_iter().flatten() {
        let json = serde_json::to_string(&config).unwrap();
        assert_eq!(Config::from_json(&json).unwrap().fingerprint(), config.fingerprint(), "JSON changes a configuration");
    }
    let mut config = Config::default();
    let list = match choice % 4 {
        0 => &mut config.privacy.mask,
        1 => &mut config.privacy.block,
        2 => &mut config.privacy.ignore,
        _ => &mut config.privacy.allow,
    };
    list.push(text.into_owned());
    match Redactor::new(&config) {
        Ok(redactor) => drop(redactor.redact(visit::SHORT.as_bytes()).unwrap()),
        Err(error) => assert_eq!(error.code(), "config.selector"),
    }
}
