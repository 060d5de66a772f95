//! What the owner of a site keeps and checks: the papers beside the notice, a published notice, a changed configuration,
//! consent records, findings for code hosts.
//!
//! In: slices and a configuration. Out: JSON in buffers.

use milkglass::{consent, lint, notice};

use crate::boundary::{milkglass_result, run};
use crate::engine::milkglass_config;
use crate::types::{BufferOut, argument, milkglass_buffer, milkglass_slice, value};

/// Writes the papers beside the notice as JSON: record of processing (Art. 30 GDPR), starter for an impact assessment, table of
/// what is stored, list of processors. In English, and no legal advice.
///
/// # Safety
/// `config` must be live and `out` writable. The caller frees the buffer.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn milkglass_accountability(config: *const milkglass_config, out: *mut milkglass_buffer) -> milkglass_result {
    run(|| {
        // SAFETY: this function's contract.
        let (out, config) = unsafe { (BufferOut::required(out)?, value(config)?) };
        out.put_json(&notice::accountability(&config.0))
    })
}

/// Compares a published page or text with the configuration: a JSON object with "matches" and "differences".
///
/// `length`: "full", "short" or "banner".
///
/// # Safety
/// The slices must be readable, `config` live and `out` writable. The caller frees the buffer.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn milkglass_check_notice(
    config: *const milkglass_config,
    language: milkglass_slice,
    published: milkglass_slice,
    length: milkglass_slice,
    out: *mut milkglass_buffer,
) -> milkglass_result {
    run(|| {
        // SAFETY: this function's contract.
        let (out, config) = unsafe { (BufferOut::required(out)?, value(config)?) };
        // SAFETY: this function's contract.
        let (language, published, length) = unsafe { (language.text()?, published.text()?, length.text()?) };
        out.put_json(&notice::check_length(&config.0, language, length.parse()?, published)?)
    })
}

/// Says whether visitors who agreed under one configuration must be asked again under another: a JSON object with "required" and
/// "changes".
///
/// # Safety
/// `before` and `after` must be live and `out` writable. The caller frees the buffer.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn milkglass_requires_renewal(
    before: *const milkglass_config,
    after: *const milkglass_config,
    out: *mut milkglass_buffer,
) -> milkglass_result {
    run(|| {
        // SAFETY: this function's contract.
        let (out, before, after) = unsafe { (BufferOut::required(out)?, value(before)?, value(after)?) };
        out.put_json(&notice::requires_renewal(&before.0, &after.0))
    })
}

/// Lists the languages of the notice: a JSON array of {"language", "name", "status", "source_version"}.
///
/// # Safety
/// `out` must be writable. The caller frees the buffer.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn milkglass_locales(out: *mut milkglass_buffer) -> milkglass_result {
    run(|| {
        // SAFETY: this function's contract.
        let out = unsafe { BufferOut::required(out)? };
        out.put_json(&notice::locales()?)
    })
}

/// Reads several pages and writes what is found as one SARIF 2.1.0 log. `paths` and `pages` belong together one by one.
///
/// # Safety
/// `paths` and `pages` must be arrays of `count` readable slices, `config` live and `out` writable. The caller frees the buffer.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn milkglass_lint_sarif(
    paths: *const milkglass_slice,
    pages: *const milkglass_slice,
    count: usize,
    config: *const milkglass_config,
    out: *mut milkglass_buffer,
) -> milkglass_result {
    run(|| {
        // SAFETY: this function's contract.
        let (out, config) = unsafe { (BufferOut::required(out)?, value(config)?) };
        if count > 0 && (paths.is_null() || pages.is_null()) {
            return Err(argument("paths or pages is NULL but not empty"));
        }
        let both = (0..count).map(|nth| {
            // SAFETY: not NULL; arrays of count readable slices by this function's contract.
            unsafe { Ok(((*paths.add(nth)).text()?, (*pages.add(nth)).text()?)) }
        });
        let both = both.collect::<milkglass::Result<Vec<(&str, &str)>>>()?;
        out.put_json(&lint::sarif(&both, &config.0)?)
    })
}

/// Starts an empty consent record and writes it as JSON. `entity_id` is the host's pseudonym of the visitor.
///
/// # Safety
/// The slices must be readable and `out` writable. The caller frees the buffer.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn milkglass_consent_record_new(
    record_id: milkglass_slice,
    entity_id: milkglass_slice,
    out: *mut milkglass_buffer,
) -> milkglass_result {
    run(|| {
        // SAFETY: this function's contract.
        let (out, record_id, entity_id) = unsafe { (BufferOut::required(out)?, record_id.text()?, entity_id.text()?) };
        out.put(consent::new_record(record_id, entity_id)?);
        Ok(())
    })
}

/// Adds an event to a stored consent record and writes the longer record.
///
/// `happened` is JSON: {"event", "notice", "language"} and, if wanted, "at" (Unix seconds) and "version"; "event" is one of
/// requested, given, refused, withdrawn, expired, renewed, and "notice" the text that was shown, of which the hash is kept.
///
/// # Safety
/// The slices must be readable, `config` live and `out` writable. The caller frees the buffer.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn milkglass_consent_record_append(
    record: milkglass_slice,
    happened: milkglass_slice,
    config: *const milkglass_config,
    out: *mut milkglass_buffer,
) -> milkglass_result {
    run(|| {
        // SAFETY: this function's contract.
        let (out, config) = unsafe { (BufferOut::required(out)?, value(config)?) };
        // SAFETY: this function's contract.
        let (record, happened) = unsafe { (record.text()?, happened.text()?) };
        out.put(consent::append_event(record, happened, &config.0)?);
        Ok(())
    })
}

/// Verifies a stored consent record and says where it stands: {"state", "expires", "head", "events", "signal"}.
///
/// `head` is the hash that was kept elsewhere, or empty; `now` Unix seconds, or -1 for the clock.
///
/// # Safety
/// The slices must be readable and `out` writable. The caller frees the buffer.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn milkglass_consent_record_standing(
    record: milkglass_slice,
    head: milkglass_slice,
    now: i64,
    out: *mut milkglass_buffer,
) -> milkglass_result {
    run(|| {
        // SAFETY: this function's contract.
        let (out, record, head) = unsafe { (BufferOut::required(out)?, record.text()?, head.text()?) };
        let head = (!head.is_empty()).then_some(head);
        out.put_json(&consent::standing(record, head, u64::try_from(now).ok())?)
    })
}

/// Writes a stored consent record as JSON-LD, in the terms of the W3C Data Privacy Vocabulary.
///
/// # Safety
/// `record` must be readable and `out` writable. The caller frees the buffer.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn milkglass_consent_record_export(record: milkglass_slice, out: *mut milkglass_buffer) -> milkglass_result {
    run(|| {
        // SAFETY: this function's contract.
        let (out, record) = unsafe { (BufferOut::required(out)?, record.text()?) };
        out.put_json(&consent::export(record)?)
    })
}
