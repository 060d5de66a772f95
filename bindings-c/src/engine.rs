//! Configuration, redaction, detection, notice and lint: the calls that keep no state.
//!
//! In: slices and a configuration. Out: buffers and handles.

use milkglass::{Config, lint, notice, snippet};
use serde::Serialize;

use crate::boundary::{milkglass_result, run, run_free};
use crate::types::{BufferOut, HandleOut, argument, free, milkglass_buffer, milkglass_slice, value};

/// A validated configuration. Never changes: any number of threads may use one at a time.
pub struct milkglass_config(pub(crate) Config);

/// Makes the configuration with every setting at its default: the profile "balanced", no site and no notice.
///
/// # Safety
/// `out` must be writable. The caller frees it with milkglass_config_free.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn milkglass_config_new(out: *mut *mut milkglass_config) -> milkglass_result {
    run(|| {
        // SAFETY: this function's contract.
        let out = unsafe { HandleOut::new(out)? };
        out.put(milkglass_config(Config::default()));
        Ok(())
    })
}

/// Reads a configuration from TOML. An unknown key is an error that names it and the nearest known one.
///
/// # Safety
/// `toml` must be readable and `out` writable. The caller frees it with milkglass_config_free.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn milkglass_config_from_toml(toml: milkglass_slice, out: *mut *mut milkglass_config) -> milkglass_result {
    run(|| {
        // SAFETY: this function's contract.
        let (out, toml) = unsafe { (HandleOut::new(out)?, toml.text()?) };
        out.put(milkglass_config(Config::from_toml(toml)?));
        Ok(())
    })
}

/// Reads a configuration from JSON.
///
/// # Safety
/// `json` must be readable and `out` writable. The caller frees it with milkglass_config_free.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn milkglass_config_from_json(json: milkglass_slice, out: *mut *mut milkglass_config) -> milkglass_result {
    run(|| {
        // SAFETY: this function's contract.
        let (out, json) = unsafe { (HandleOut::new(out)?, json.text()?) };
        out.put(milkglass_config(Config::from_json(json)?));
        Ok(())
    })
}

/// Reads a configuration file: JSON where its name ends in ".json", TOML otherwise.
///
/// # Safety
/// `path` must be readable and `out` writable. The caller frees it with milkglass_config_free.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn milkglass_config_from_file(path: milkglass_slice, out: *mut *mut milkglass_config) -> milkglass_result {
    run(|| {
        // SAFETY: this function's contract.
        let (out, path) = unsafe { (HandleOut::new(out)?, path.text()?) };
        out.put(milkglass_config(Config::from_file(path)?));
        Ok(())
    })
}

/// Frees a configuration. NULL is allowed. Redactors and recorders made from it go on.
///
/// # Safety
/// No other call may use it at the same time or later.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn milkglass_config_free(config: *mut milkglass_config) {
    // SAFETY: this function's contract.
    run_free(|| unsafe { free(config) });
}

/// What identifies this configuration in notices, uploads and reports: "mg1-" and a hash.
///
/// # Safety
/// `config` must be live and `out` writable. The caller frees the buffer.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn milkglass_config_fingerprint(config: *const milkglass_config, out: *mut milkglass_buffer) -> milkglass_result {
    run(|| {
        // SAFETY: this function's contract.
        let (out, config) = unsafe { (BufferOut::required(out)?, value(config)?) };
        out.put(config.0.fingerprint());
        Ok(())
    })
}

/// The JSON Schema of the configuration.
///
/// # Safety
/// `out` must be writable. The caller frees the buffer.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn milkglass_config_schema(out: *mut milkglass_buffer) -> milkglass_result {
    run(|| {
        // SAFETY: this function's contract.
        let out = unsafe { BufferOut::required(out)? };
        out.put_json(&Config::json_schema())
    })
}

/// The redaction engine with its rules compiled. Any number of threads may use one at a time.
pub struct milkglass_redactor(pub(crate) milkglass::Redactor);

/// Compiles the rules of a configuration.
///
/// # Safety
/// `config` must be live and `out` writable. The caller frees it with milkglass_redactor_free.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn milkglass_redactor_new(config: *const milkglass_config, out: *mut *mut milkglass_redactor) -> milkglass_result {
    run(|| {
        // SAFETY: this function's contract.
        let (out, config) = unsafe { (HandleOut::new(out)?, value(config)?) };
        out.put(milkglass_redactor(milkglass::Redactor::new(&config.0)?));
        Ok(())
    })
}

/// Redacts one chunk of events: one event, an array, NDJSON, gzip or zstd. The result has the form of the input.
///
/// `out_report` receives the counts by channel and reason as JSON; NULL if they are not wanted.
///
/// # Safety
/// `redactor` must be live, `events` readable and `out` writable. The caller frees the buffers.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn milkglass_redactor_redact(
    redactor: *const milkglass_redactor,
    events: milkglass_slice,
    out: *mut milkglass_buffer,
    out_report: *mut milkglass_buffer,
) -> milkglass_result {
    run(|| {
        // SAFETY: this function's contract.
        let (report, out) = unsafe { (BufferOut::optional(out_report), BufferOut::required(out)?) };
        // SAFETY: this function's contract.
        let (redactor, events) = unsafe { (value(redactor)?, events.bytes()?) };
        let redacted = redactor.0.redact(events)?;
        report.put_json(&redacted.report)?;
        out.put(redacted.bytes);
        Ok(())
    })
}

/// Frees a redactor. NULL is allowed.
///
/// # Safety
/// No other call may use it at the same time or later.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn milkglass_redactor_free(redactor: *mut milkglass_redactor) {
    // SAFETY: this function's contract.
    run_free(|| unsafe { free(redactor) });
}

/// The detectors of one configuration, compiled. Any number of threads may use one at a time.
pub struct milkglass_detector(milkglass::detect::Detector);

/// Compiles the detectors of a configuration.
///
/// # Safety
/// `config` must be live and `out` writable. The caller frees it with milkglass_detector_free.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn milkglass_detector_new(config: *const milkglass_config, out: *mut *mut milkglass_detector) -> milkglass_result {
    run(|| {
        // SAFETY: this function's contract.
        let (out, config) = unsafe { (HandleOut::new(out)?, value(config)?) };
        out.put(milkglass_detector(milkglass::detector(&config.0)?));
        Ok(())
    })
}

#[derive(Serialize)]
struct Span<'a> {
    start: usize,
    end: usize,
    r#type: &'a str,
    confidence: f32,
    reason: &'a str,
}

/// Finds personal data in a text: a JSON array of {"start", "end", "type", "confidence", "reason"}, with offsets in bytes.
///
/// # Safety
/// `detector` must be live, `text` readable and `out` writable. The caller frees the buffer.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn milkglass_detector_scan(
    detector: *const milkglass_detector,
    text: milkglass_slice,
    out: *mut milkglass_buffer,
) -> milkglass_result {
    run(|| {
        // SAFETY: this function's contract.
        let (out, detector, text) = unsafe { (BufferOut::required(out)?, value(detector)?, text.text()?) };
        let mut found = Vec::new();
        detector.0.scan(text, &mut found);
        let spans: Vec<Span<'_>> = found
            .iter()
            .map(|span| Span {
                start: span.start,
                end: span.end,
                r#type: detector.0.kind_name(span.kind),
                confidence: span.confidence,
                reason: span.reason,
            })
            .collect();
        out.put_json(&spans)
    })
}

/// Frees a detector. NULL is allowed.
///
/// # Safety
/// No other call may use it at the same time or later.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn milkglass_detector_free(detector: *mut milkglass_detector) {
    // SAFETY: this function's contract.
    run_free(|| unsafe { free(detector) });
}

/// Writes the privacy notice that is true of a configuration.
///
/// `language`: "de", "en", "fr"; `format`: "text", "markdown", "html", "json", "jsonld", "wordpress"; `length`: "full",
/// "short", "banner".
///
/// # Safety
/// `config` must be live, the slices readable and `out` writable. The caller frees the buffer.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn milkglass_notice(
    config: *const milkglass_config,
    language: milkglass_slice,
    format: milkglass_slice,
    length: milkglass_slice,
    out: *mut milkglass_buffer,
) -> milkglass_result {
    run(|| {
        // SAFETY: this function's contract.
        let (out, config) = unsafe { (BufferOut::required(out)?, value(config)?) };
        // SAFETY: this function's contract.
        let (language, format, length) = unsafe { (language.text()?, format.text()?, length.text()?) };
        out.put(notice::render(&config.0, language, format.parse()?, length.parse()?)?);
        Ok(())
    })
}

/// Says what the law asks of a configuration, with citations, as JSON. With `count` 0, where the configuration says
/// visitors are.
///
/// # Safety
/// `config` must be live, `jurisdictions` an array of `count` readable slices (or NULL if `count` is 0) and `out` writable.
/// The caller frees the buffer.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn milkglass_assess(
    config: *const milkglass_config,
    jurisdictions: *const milkglass_slice,
    count: usize,
    out: *mut milkglass_buffer,
) -> milkglass_result {
    run(|| {
        // SAFETY: this function's contract.
        let (out, config) = unsafe { (BufferOut::required(out)?, value(config)?) };
        let jurisdictions = match count {
            0 => &[],
            _ if jurisdictions.is_null() => return Err(argument("jurisdictions is NULL but not empty")),
            // SAFETY: not NULL; an array of count slices by this function's contract.
            _ => unsafe { std::slice::from_raw_parts(jurisdictions, count) },
        };
        // SAFETY: this function's contract.
        let names = jurisdictions.iter().map(|slice| unsafe { slice.text() }).collect::<milkglass::Result<Vec<&str>>>()?;
        out.put_json(&notice::assess(&config.0, &names)?)
    })
}

/// Finds the fields of a page that should be marked sensitive and are not: a JSON array.
///
/// # Safety
/// `html` must be readable, `config` live and `out` writable. The caller frees the buffer.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn milkglass_lint_page(
    html: milkglass_slice,
    config: *const milkglass_config,
    out: *mut milkglass_buffer,
) -> milkglass_result {
    run(|| {
        // SAFETY: this function's contract.
        let (out, config, html) = unsafe { (BufferOut::required(out)?, value(config)?, html.text()?) };
        out.put_json(&lint::page(html, &config.0)?)
    })
}

/// Writes the recorder's set-up for the page, which masks in the browser what the engine masks here.
///
/// `format`: "js" (a classic script), "module" (an ES module) or "json" (options of rrweb's record). `endpoint`: the path at
/// which the host takes events, to hand them to milkglass_session_record; never the collector's. {NULL, 0} is
/// "/milkglass/events".
///
/// # Safety
/// `config` must be live, the slices readable and `out` writable. The caller frees the buffer.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn milkglass_snippet(
    config: *const milkglass_config,
    format: milkglass_slice,
    endpoint: milkglass_slice,
    out: *mut milkglass_buffer,
) -> milkglass_result {
    run(|| {
        // SAFETY: this function's contract.
        let (out, config) = unsafe { (BufferOut::required(out)?, value(config)?) };
        // SAFETY: this function's contract.
        let (format, endpoint) = unsafe { (format.text()?, endpoint.text()?) };
        let endpoint = if endpoint.is_empty() { snippet::ENDPOINT } else { endpoint };
        out.put(snippet::render(&config.0, format.parse()?, endpoint)?);
        Ok(())
    })
}
