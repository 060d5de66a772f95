//! A recording of any length: its bytes in, piece by piece, the redacted bytes out, in constant memory.

use std::sync::Arc;

use super::Redactor;
use super::engine::{Between, Engine};
use super::report::Report;
use crate::error::{Code, Error, Result};
use crate::event::tape::Frame;

/// Redacts a JSON array of events or NDJSON that arrives in pieces.
///
/// What comes out of [`RedactStream::push`] is final, and nothing comes out for an event that is not whole yet. After
/// an error the stream gives nothing more. Compressed and packed recordings are for [`Redactor::redact`].
pub struct RedactStream {
    engine: Engine,
    fingerprint: Arc<str>,
    buffer: Vec<u8>,
    /// Length of the buffer at which it is read next.
    due: usize,
    form: Option<Frame>,
    closed: bool,
    /// Bytes of the recording before `buffer`, for offsets in errors.
    before: usize,
    written: usize,
}

/// Bytes that are gathered before a window is read.
const GATHER: usize = 2 << 20;

impl RedactStream {
    pub(super) fn new(redactor: &Redactor) -> Self {
        RedactStream {
            engine: redactor.engine(),
            fingerprint: Arc::from(redactor.fingerprint()),
            buffer: Vec::new(),
            due: GATHER,
            form: None,
            closed: false,
            before: 0,
            written: 0,
        }
    }

    /// Takes a piece of the recording and appends what is ready to `out`.
    ///
    /// # Errors
    /// `input.json`, `input.utf8`, `input.depth` and `input.too_large` with the offset in the whole recording.
    pub fn push(&mut self, piece: &[u8], out: &mut Vec<u8>) -> Result<()> {
        let mut rest = piece;
        while !rest.is_empty() {
            let (now, later) = rest.split_at_checked(self.due.saturating_sub(self.buffer.len())).unwrap_or((rest, &[]));
            self.buffer.extend_from_slice(now);
            rest = later;
            if self.buffer.len() < self.due {
                break;
            }
            let from = out.len();
            let result = self.read(false, out);
            self.written += out.len() - from;
            // At places that depend on the recording alone, so that its pieces do not matter; an event that is not whole
            // yet is read again at twice its length.
            self.due = self.buffer.len() + self.buffer.len().max(GATHER);
            result?;
        }
        Ok(())
    }

    /// Ends the recording and appends the rest to `out`.
    ///
    /// # Errors
    /// As [`RedactStream::push`]; `input.not_events` if there was nothing but white space.
    pub fn finish(&mut self, out: &mut Vec<u8>) -> Result<Report> {
        let from = out.len();
        self.read(true, out)?;
        if self.form.is_none() {
            return Err(Error::new(Code::InputNotEvents, "the input is empty"));
        }
        if matches!(self.form, Some(Frame::Items { .. })) {
            if !self.closed {
                return Err(Error::new(Code::InputJson, "the text ends inside the array").at(self.before));
            }
            out.push(b']');
        }
        check_events(&self.engine)?;
        self.written += out.len() - from;
        Ok(self.engine.counts.report(&self.fingerprint, self.before, self.written))
    }

    fn read(&mut self, last: bool, out: &mut Vec<u8>) -> Result<()> {
        let mut at = 0;
        if self.form.is_none() {
            let Some(start) = self.buffer.iter().position(|b| !b.is_ascii_whitespace()) else {
                if last {
                    self.before += self.buffer.len();
                    self.buffer.clear();
                }
                return Ok(());
            };
            at = start;
            self.form = Some(if self.buffer.get(start) == Some(&b'[') {
                out.push(b'[');
                at += 1;
                Frame::Items { first: true }
            } else {
                Frame::Lines
            });
        }
        let between = if self.form == Some(Frame::Lines) { Between::Lines } else { Between::Commas };
        let result = loop {
            let text = self.buffer.get(at..).unwrap_or_default();
            let Some(form) = self.form else { break Ok(()) };
            if self.closed {
                match text.iter().position(|b| !b.is_ascii_whitespace()) {
                    Some(offset) => {
                        break Err(Error::new(Code::InputJson, "text after the closing bracket").at(self.before + at + offset));
                    }
                    None => at = self.buffer.len(),
                }
                break Ok(());
            }
            match self.engine.window(text, form, last, between, out) {
                Err(error) => break Err(shifted(error, self.before + at)),
                Ok(window) => {
                    at += window.consumed;
                    self.closed = window.closed;
                    if window.consumed == 0 {
                        break Ok(());
                    }
                    if form != Frame::Lines {
                        self.form = Some(Frame::Items { first: false });
                    }
                    if at >= self.buffer.len() {
                        break Ok(());
                    }
                }
            }
        };
        self.before += at;
        self.buffer.drain(..at.min(self.buffer.len()));
        result
    }
}

/// Redacts a whole recording that is at hand; what comes out has the form of what came in.
///
/// # Errors
/// As [`RedactStream::push`] and [`RedactStream::finish`].
pub(super) fn whole(engine: &mut Engine, text: &[u8], out: &mut Vec<u8>) -> Result<()> {
    let is_array = text.iter().find(|b| !b.is_ascii_whitespace()) == Some(&b'[');
    if !is_array {
        return lines(engine, text, out);
    }
    out.push(b'[');
    events(engine, text, Between::Commas, out)?;
    out.push(b']');
    Ok(())
}

/// Redacts a whole array of events that is at hand, as one of several that one engine reads.
///
/// # Errors
/// As [`RedactStream::push`] and [`RedactStream::finish`].
pub(super) fn array(engine: &mut Engine, text: &[u8]) -> Result<Vec<u8>> {
    let mut out = vec![b'['];
    engine.wrote = false;
    events(engine, text, Between::Commas, &mut out)?;
    out.push(b']');
    Ok(out)
}

/// Redacts a whole chunk that is at hand and appends one event a line.
///
/// # Errors
/// As [`RedactStream::push`] and [`RedactStream::finish`].
pub(super) fn lines(engine: &mut Engine, text: &[u8], out: &mut Vec<u8>) -> Result<()> {
    events(engine, text, Between::Lines, out)
}

fn events(engine: &mut Engine, text: &[u8], between: Between, out: &mut Vec<u8>) -> Result<()> {
    let Some(start) = text.iter().position(|b| !b.is_ascii_whitespace()) else {
        return Err(Error::new(Code::InputNotEvents, "the input is empty"));
    };
    let array = text.get(start) == Some(&b'[');
    let (mut at, mut form) = if array { (start + 1, Frame::Items { first: true }) } else { (start, Frame::Lines) };
    loop {
        let rest = text.get(at..).unwrap_or_default();
        let window = engine.window(rest, form, true, between, out).map_err(|error| shifted(error, at))?;
        at += window.consumed;
        if window.closed || (!array && at >= text.len()) {
            return check_events(engine);
        }
        if window.consumed == 0 {
            return Err(Error::new(Code::InputJson, "the text ends inside the array").at(at));
        }
        if array {
            form = Frame::Items { first: false };
        }
    }
}

/// Values of which none is an object are no recording: the caller has sent something else.
fn check_events(engine: &Engine) -> Result<()> {
    let counts = &engine.counts;
    if counts.events_in > 0 && counts.not_objects == counts.events_in {
        return Err(Error::new(Code::InputNotEvents, "JSON without a single event"));
    }
    Ok(())
}

/// An error whose offset counts from the start of the recording.
pub(super) fn shifted(error: Error, by: usize) -> Error {
    match error.offset().and_then(|offset| usize::try_from(offset).ok()) {
        Some(offset) => error.at(offset + by),
        None => error,
    }
}
