//! The recorder and its sessions: consent gate, redaction, spool and delivery.
//!
//! In: events as slices, signals and decisions as JSON. Out: receipts, statistics and saved states as buffers.

use std::time::Duration;

use milkglass::KnownValue;
use milkglass::consent::{Decision, Signals};

use crate::boundary::{milkglass_result, run, run_free};
use crate::engine::milkglass_config;
use crate::types::{BufferOut, HandleOut, free, milkglass_buffer, milkglass_slice, read, value};

/// Takes sessions in and delivers them. One per process; any number of threads may use it at a time.
pub struct milkglass_recorder(pub(crate) milkglass::Recorder);

/// Opens a recorder. Starts nothing until the first accepted event. After a fork the child starts anew by itself.
///
/// # Safety
/// `config` must be live and `out` writable. The caller frees it with milkglass_recorder_free.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn milkglass_recorder_new(config: *const milkglass_config, out: *mut *mut milkglass_recorder) -> milkglass_result {
    run(|| {
        // SAFETY: this function's contract.
        let (out, config) = unsafe { (HandleOut::new(out)?, value(config)?) };
        out.put(milkglass_recorder(milkglass::Recorder::open(config.0.clone())?));
        Ok(())
    })
}

/// Says whether a visitor may be recorded, from signals as JSON: {"explicit": {"granted": true, "at": 1790000000,
/// "notice": "mg1-...", "language": "de"}, "headers": {"sec-gpc": "1"}, "age": 17, "jurisdiction": "DE"}, each of them
/// optional. What is missing or malformed counts against recording. `out` receives the decision as JSON.
///
/// # Safety
/// `recorder` must be live, `signals` readable and `out` writable. The caller frees the buffer.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn milkglass_recorder_decide(
    recorder: *const milkglass_recorder,
    signals: milkglass_slice,
    out: *mut milkglass_buffer,
) -> milkglass_result {
    run(|| {
        // SAFETY: this function's contract.
        let (out, recorder, signals) = unsafe { (BufferOut::required(out)?, value(recorder)?, signals.text()?) };
        out.put_json(&recorder.0.decide(&Signals::from_json(signals)?))
    })
}

/// Starts the session of one visit, with a decision of milkglass_recorder_decide. Without consent its events are refused
/// with the verdict "gated".
///
/// # Safety
/// `recorder` must be live, the slices readable and `out` writable. The caller frees it with milkglass_session_free.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn milkglass_recorder_session(
    recorder: *const milkglass_recorder,
    id: milkglass_slice,
    decision: milkglass_slice,
    out: *mut *mut milkglass_session,
) -> milkglass_result {
    run(|| {
        // SAFETY: this function's contract.
        let (out, recorder) = unsafe { (HandleOut::new(out)?, value(recorder)?) };
        // SAFETY: this function's contract.
        let (id, decision) = unsafe { (id.text()?, decision.bytes()?) };
        out.put(milkglass_session(recorder.0.session(id, read::<Decision>("decision", decision)?)?));
        Ok(())
    })
}

/// Goes on with a session that milkglass_session_save saved, in this process or another.
///
/// # Safety
/// `recorder` must be live, the slices readable and `out` writable. The caller frees it with milkglass_session_free.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn milkglass_recorder_resume(
    recorder: *const milkglass_recorder,
    state: milkglass_slice,
    decision: milkglass_slice,
    out: *mut *mut milkglass_session,
) -> milkglass_result {
    run(|| {
        // SAFETY: this function's contract.
        let (out, recorder) = unsafe { (HandleOut::new(out)?, value(recorder)?) };
        // SAFETY: this function's contract.
        let (state, decision) = unsafe { (state.bytes()?, decision.bytes()?) };
        out.put(milkglass_session(recorder.0.resume(state, read::<Decision>("decision", decision)?)?));
        Ok(())
    })
}

/// Delivers what waits, for at most `timeout_ms` milliseconds. `out` receives what was delivered and what still waits as
/// JSON; NULL if that is not wanted.
///
/// # Safety
/// `recorder` must be live and `out` NULL or writable. The caller frees the buffer.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn milkglass_recorder_flush(
    recorder: *const milkglass_recorder,
    timeout_ms: u64,
    out: *mut milkglass_buffer,
) -> milkglass_result {
    run(|| {
        // SAFETY: this function's contract.
        let (out, recorder) = unsafe { (BufferOut::optional(out), value(recorder)?) };
        out.put_json(&recorder.0.flush(Duration::from_millis(timeout_ms))?)
    })
}

/// A visitor withdrew consent: stops the session, destroys what waits and has the collector erase what it holds.
///
/// # Safety
/// `recorder` must be live and `session_id` readable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn milkglass_recorder_withdraw(recorder: *const milkglass_recorder, session_id: milkglass_slice) -> milkglass_result {
    run(|| {
        // SAFETY: this function's contract.
        let (recorder, session_id) = unsafe { (value(recorder)?, session_id.text()?) };
        recorder.0.withdraw(session_id)
    })
}

/// Destroys what waits of one visitor and has the collector erase the rest.
///
/// # Safety
/// `recorder` must be live and `visitor_id` readable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn milkglass_recorder_erase_visitor(
    recorder: *const milkglass_recorder,
    visitor_id: milkglass_slice,
) -> milkglass_result {
    run(|| {
        // SAFETY: this function's contract.
        let (recorder, visitor_id) = unsafe { (value(recorder)?, visitor_id.text()?) };
        recorder.0.erase_visitor(visitor_id)
    })
}

/// The accounts as JSON: "accepted" is the sum of delivered, pending and dropped by reason, at every moment.
///
/// # Safety
/// `recorder` must be live and `out` writable. The caller frees the buffer.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn milkglass_recorder_stats(recorder: *const milkglass_recorder, out: *mut milkglass_buffer) -> milkglass_result {
    run(|| {
        // SAFETY: this function's contract.
        let (out, recorder) = unsafe { (BufferOut::required(out)?, value(recorder)?) };
        out.put_json(&recorder.0.stats())
    })
}

/// What the host may want to know since the last call, such as that the collector refused the key: a JSON array of
/// {"code", "message"}.
///
/// # Safety
/// `recorder` must be live and `out` writable. The caller frees the buffer.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn milkglass_recorder_notices(recorder: *const milkglass_recorder, out: *mut milkglass_buffer) -> milkglass_result {
    run(|| {
        // SAFETY: this function's contract.
        let (out, recorder) = unsafe { (BufferOut::required(out)?, value(recorder)?) };
        out.put_json(&recorder.0.notices())
    })
}

/// Stops delivering; events are still taken in.
///
/// # Safety
/// `recorder` must be live.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn milkglass_recorder_pause(recorder: *const milkglass_recorder) -> milkglass_result {
    run(|| {
        // SAFETY: this function's contract.
        unsafe { value(recorder)? }.0.pause()
    })
}

/// Goes on delivering.
///
/// # Safety
/// `recorder` must be live.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn milkglass_recorder_unpause(recorder: *const milkglass_recorder) -> milkglass_result {
    run(|| {
        // SAFETY: this function's contract.
        unsafe { value(recorder)? }.0.unpause()
    })
}

/// The fingerprint of the recorder's configuration; each upload carries it.
///
/// # Safety
/// `recorder` must be live and `out` writable. The caller frees the buffer.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn milkglass_recorder_fingerprint(
    recorder: *const milkglass_recorder,
    out: *mut milkglass_buffer,
) -> milkglass_result {
    run(|| {
        // SAFETY: this function's contract.
        let (out, recorder) = unsafe { (BufferOut::required(out)?, value(recorder)?) };
        out.put(recorder.0.fingerprint());
        Ok(())
    })
}

/// Delivers what waits, for at most `timeout_ms` milliseconds, and stops. What is left stays in the spool for the next
/// process. `out` as for milkglass_recorder_flush.
///
/// # Safety
/// `recorder` must be live and `out` NULL or writable. The caller frees the buffer, and the recorder all the same.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn milkglass_recorder_close(
    recorder: *const milkglass_recorder,
    timeout_ms: u64,
    out: *mut milkglass_buffer,
) -> milkglass_result {
    run(|| {
        // SAFETY: this function's contract.
        let (out, recorder) = unsafe { (BufferOut::optional(out), value(recorder)?) };
        out.put_json(&recorder.0.close(Duration::from_millis(timeout_ms))?)
    })
}

/// Frees a recorder. NULL is allowed. Its sessions go on until they are freed too.
///
/// # Safety
/// No other call may use it at the same time or later.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn milkglass_recorder_free(recorder: *mut milkglass_recorder) {
    // SAFETY: this function's contract.
    run_free(|| unsafe { free(recorder) });
}

/// One visitor's session. Any number of threads may use it at a time; events are taken in the order of the calls.
pub struct milkglass_session(milkglass::Session);

/// The id that the host gave.
///
/// # Safety
/// `session` must be live and `out` writable. The caller frees the buffer.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn milkglass_session_id(session: *const milkglass_session, out: *mut milkglass_buffer) -> milkglass_result {
    run(|| {
        // SAFETY: this function's contract.
        let (out, session) = unsafe { (BufferOut::required(out)?, value(session)?) };
        out.put(session.0.id());
        Ok(())
    })
}

/// Names the visitor, so that milkglass_recorder_erase_visitor finds the session at the collector. Give a pseudonym, not a
/// name.
///
/// # Safety
/// `session` must be live and `id` readable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn milkglass_session_visitor(session: *const milkglass_session, id: milkglass_slice) -> milkglass_result {
    run(|| {
        // SAFETY: this function's contract.
        let (session, id) = unsafe { (value(session)?, id.text()?) };
        session.0.visitor(id)
    })
}

/// Tells what the host knows of the visitor: it is hidden wherever it appears. Keyed hashes are kept, no values.
///
/// `kind`: "name", "email", "phone", "address", "secret" or "other".
///
/// # Safety
/// `session` must be live and the slices readable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn milkglass_session_know(
    session: *const milkglass_session,
    kind: milkglass_slice,
    known: milkglass_slice,
) -> milkglass_result {
    run(|| {
        // SAFETY: this function's contract.
        let (session, kind, known) = unsafe { (value(session)?, kind.text()?, known.text()?) };
        let known = serde_json::json!({ "kind": kind, "value": known }).to_string();
        session.0.know(read::<KnownValue>("a known value", known.as_bytes())?)
    })
}

/// Redacts events and puts them in the spool: one event, an array, NDJSON, gzip or zstd.
///
/// `out_receipt` receives {"verdict": "accepted" | "full" | "gated", "events": n, "report": {...}}; NULL if it is not
/// wanted. With "full" (the spool has no room) and "gated" (no consent) nothing was kept.
///
/// # Safety
/// `session` must be live, `events` readable and `out_receipt` NULL or writable. The caller frees the buffer.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn milkglass_session_record(
    session: *const milkglass_session,
    events: milkglass_slice,
    out_receipt: *mut milkglass_buffer,
) -> milkglass_result {
    run(|| {
        // SAFETY: this function's contract.
        let (out, session, events) = unsafe { (BufferOut::optional(out_receipt), value(session)?, events.bytes()?) };
        out.put_json(&session.0.record(events)?)
    })
}

/// The sealed state of the page, for milkglass_recorder_resume in another process. Holds no visitor data.
///
/// # Safety
/// `session` must be live and `out` writable. The caller frees the buffer.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn milkglass_session_save(session: *const milkglass_session, out: *mut milkglass_buffer) -> milkglass_result {
    run(|| {
        // SAFETY: this function's contract.
        let (out, session) = unsafe { (BufferOut::required(out)?, value(session)?) };
        out.put(session.0.save()?);
        Ok(())
    })
}

/// The visitor withdrew consent: stops, destroys what waits and has the collector erase what it holds.
///
/// # Safety
/// `session` must be live.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn milkglass_session_withdraw(session: *const milkglass_session) -> milkglass_result {
    run(|| {
        // SAFETY: this function's contract.
        unsafe { value(session)? }.0.withdraw()
    })
}

/// Frees a session. NULL is allowed. What it recorded is delivered all the same.
///
/// # Safety
/// No other call may use it at the same time or later.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn milkglass_session_free(session: *mut milkglass_session) {
    // SAFETY: this function's contract.
    run_free(|| unsafe { free(session) });
}
