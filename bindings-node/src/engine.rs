//! Configuration, redaction, detection, notice and lint: the calls that keep no state.
//!
//! In: text or Buffers, and a [`Config`]. Out: text, Buffers or JSON.

use std::sync::Arc;

use milkglass::{lint, notice as core_notice, snippet as core_snippet};
use napi::Env;
use napi::bindgen_prelude::{AsyncTask, Function};
use napi_derive::napi;

use crate::boundary::{Job, Redacted, Redaction, Settle, run, write};
use crate::examine::{Here, Question, Reply};

/// A validated configuration. Cheap to hand on: it is shared, never copied.
#[napi]
pub struct Config(pub(crate) Arc<milkglass::Config>);

#[napi]
impl Config {
    /// All defaults.
    #[napi(constructor)]
    pub fn new() -> Self {
        Config(Arc::new(milkglass::Config::default()))
    }

    /// Reads TOML.
    #[napi(factory)]
    pub fn from_toml(text: String) -> napi::Result<Self> {
        run(|| milkglass::Config::from_toml(&text)).map(|config| Config(Arc::new(config)))
    }

    /// Reads JSON.
    #[napi(factory)]
    pub fn from_json(text: String) -> napi::Result<Self> {
        run(|| milkglass::Config::from_json(&text)).map(|config| Config(Arc::new(config)))
    }

    /// Reads a file.
    #[napi(factory)]
    pub fn from_file(path: String) -> napi::Result<Self> {
        run(|| milkglass::Config::from_file(&path)).map(|config| Config(Arc::new(config)))
    }

    /// The JSON Schema.
    #[napi]
    pub fn schema() -> napi::Result<String> {
        run(|| write(&milkglass::Config::json_schema()))
    }

    /// The fingerprint.
    #[napi]
    pub fn fingerprint(&self) -> napi::Result<String> {
        run(|| Ok(self.0.fingerprint()))
    }
}

/// The redaction engine with its rules compiled.
#[napi]
pub struct Redactor(Arc<milkglass::Redactor>);

#[napi]
impl Redactor {
    /// Compiles the rules.
    #[napi(constructor)]
    pub fn new(config: &Config) -> napi::Result<Self> {
        run(|| milkglass::Redactor::new(&config.0)).map(|redactor| Redactor(Arc::new(redactor)))
    }

    /// Redacts on the calling thread, which is the one that may call `examine`.
    #[napi]
    pub fn redact<'env>(
        &self,
        env: &'env Env,
        data: &[u8],
        examine: Option<Function<'_, Question, Reply>>,
    ) -> napi::Result<Redacted<'env>> {
        let here = examine.map(|function| Here::new(env, &function)).transpose()?;
        run(|| match here {
            Some(here) => redact(&(*self.0).clone().with_host(here), data),
            None => redact(&self.0, data),
        })?
        .settle(env)
    }

    /// Redacts on the thread pool. The input is copied first: JavaScript may change a Buffer at any time.
    #[napi]
    pub fn redact_async(&self, data: &[u8]) -> AsyncTask<Job<Redaction>> {
        let (redactor, data) = (Arc::clone(&self.0), data.to_vec());
        Job::spawn(move || redact(&redactor, &data))
    }
}

fn redact(redactor: &milkglass::Redactor, data: &[u8]) -> milkglass::Result<Redaction> {
    let redacted = redactor.redact(data)?;
    let report = write(&redacted.report)?;
    Ok(Redaction { bytes: redacted.bytes, report })
}

/// The detectors of one configuration, compiled.
#[napi]
pub struct Detector(milkglass::detect::Detector);

/// Personal data in a text.
#[napi(object, object_from_js = false)]
pub struct Span {
    /// First UTF-16 unit.
    pub start: u32,
    /// One past the last UTF-16 unit.
    pub end: u32,
    /// Type of the data.
    pub r#type: String,
    /// From 0 to 1.
    pub confidence: f64,
    /// Which rule found it.
    pub reason: String,
}

#[napi]
impl Detector {
    /// Compiles the detectors.
    #[napi(constructor)]
    pub fn new(config: &Config) -> napi::Result<Self> {
        run(|| milkglass::detector(&config.0)).map(Detector)
    }

    /// Finds spans, with offsets in UTF-16 units, as JavaScript counts.
    #[napi]
    pub fn scan(&self, text: String) -> napi::Result<Vec<Span>> {
        run(|| {
            let mut spans = Vec::new();
            self.0.scan(&text, &mut spans);
            let mut position = Utf16Units { text: &text, byte: 0, count: 0 };
            Ok(spans
                .into_iter()
                .map(|span| Span {
                    start: position.of(span.start),
                    end: position.of(span.end),
                    r#type: self.0.kind_name(span.kind).to_owned(),
                    confidence: rounded(span.confidence),
                    reason: span.reason.to_owned(),
                })
                .collect())
        })
    }
}

/// The nearest double with four decimals: 0.9 is to be 0.9 in JavaScript too.
fn rounded(confidence: f32) -> f64 {
    (f64::from(confidence) * 10_000.0).round() / 10_000.0
}

/// Turns byte offsets into UTF-16 offsets. Ascending offsets, as spans come, cost one pass over the text in all.
struct Utf16Units<'t> {
    text: &'t str,
    byte: usize,
    count: u32,
}

impl Utf16Units<'_> {
    fn of(&mut self, byte: usize) -> u32 {
        if byte < self.byte {
            (self.byte, self.count) = (0, 0);
        }
        let between = self.text.get(self.byte..byte).unwrap_or_default();
        // A JavaScript string is shorter than 2^30 units, so the sum fits.
        self.count = between.chars().fold(self.count, |sum, c| sum.saturating_add(if c > '\u{ffff}' { 2 } else { 1 }));
        self.byte = byte;
        self.count
    }
}

/// The privacy notice.
#[napi]
pub fn notice(config: &Config, language: String, format: String, length: String) -> napi::Result<String> {
    run(|| core_notice::render(&config.0, &language, format.parse()?, length.parse()?))
}

/// What the law asks, as JSON.
#[napi]
pub fn assess(config: &Config, jurisdictions: Vec<String>) -> napi::Result<String> {
    run(|| {
        let jurisdictions: Vec<&str> = jurisdictions.iter().map(String::as_str).collect();
        write(&core_notice::assess(&config.0, &jurisdictions)?)
    })
}

/// Findings in a page, as JSON.
#[napi]
pub fn lint_page(html: String, config: &Config) -> napi::Result<String> {
    run(|| write(&lint::page(&html, &config.0)?))
}

/// The recorder's set-up for the page.
#[napi]
pub fn snippet(config: &Config, format: String, endpoint: String) -> napi::Result<String> {
    run(|| core_snippet::render(&config.0, format.parse()?, &endpoint))
}
