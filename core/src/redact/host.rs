//! The host's own callback: each text that is about to be written in, what more of it must go out.
//!
//! It is asked after the engine's own rules and sees what they let through, so it can tighten and never loosen, and it
//! never sees a value that the engine has masked. A callback that fails masks what it was asked about.

mod walk;

use std::cell::Cell;
use std::collections::{HashMap, HashSet};
use std::fmt;
use std::ops::Range;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use super::edits::Edits;
use super::page::Page;
use super::report::{Channel, Counts};
use crate::event::doc::Doc;
use crate::event::tape::Tape;

/// A callback of the host that may hide more than the engine does.
///
/// It is called on the thread that called the engine, once for each text node, attribute value, input text, readable
/// place of a style sheet, address and string of a payload that stays readable, wholly or in part. Several threads may
/// call it at once. Its answer should depend on what it is shown alone: then redacting twice changes nothing.
///
/// A closure is one:
///
/// ```
/// use milkglass::{Answer, Config, Redactor, Seen};
///
/// let redactor = Redactor::new(&Config::default())?.with_host(|seen: &Seen<'_>| match seen.text.find("K-") {
///     Some(at) => Answer::Hide(vec![at..seen.text.len()]),
///     None => Answer::Keep,
/// });
/// let event = br#"{"type":5,"timestamp":1,"data":{"tag":"order","payload":{"of":"customer K-1204"}}}"#;
/// let redacted = redactor.redact(event)?;
/// assert!(String::from_utf8_lossy(&redacted.bytes).contains("customer \u{2022}"));
/// assert_eq!(redacted.report.masked["custom"]["host"], 1);
/// # Ok::<(), milkglass::Error>(())
/// ```
pub trait Examine: Send + Sync {
    /// What of this text must be hidden.
    ///
    /// A panic is caught; it counts as [`Answer::Failed`]. A call of a [`Session`](crate::Session) in here is refused
    /// with `state.reentrant`, because the session waits for this very call.
    fn examine(&self, seen: &Seen<'_>) -> Answer;
}

impl<F> Examine for F
where
    F: Fn(&Seen<'_>) -> Answer + Send + Sync,
{
    fn examine(&self, seen: &Seen<'_>) -> Answer {
        self(seen)
    }
}

/// One text that is about to be written.
///
/// Its `Debug` prints the size of the text only.
#[derive(Clone, Copy)]
#[non_exhaustive]
pub struct Seen<'a> {
    /// The channel, by the names of [`Report::masked`](crate::Report::masked): `text`, `attribute`, `url`, `input`, ...
    pub channel: &'static str,
    /// Tag name of the element that the text belongs to, as it is recorded. None where there is no element, or where it
    /// is not known because its snapshot was not seen by this session in this process.
    pub tag: Option<&'a str>,
    /// Name of the attribute, of the style property or of the nearest key of a payload.
    pub name: Option<&'a str>,
    /// The text, with the engine's masks in it.
    pub text: &'a str,
}

impl fmt::Debug for Seen<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Seen").field("channel", &self.channel).field("text", &self.text.len()).finish_non_exhaustive()
    }
}

/// What the host says to a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Write it as it is.
    Keep,
    /// Mask all of it.
    Mask,
    /// Mask these ranges of bytes, in any order; they may overlap. A range that is out of bounds, backwards or inside a
    /// character counts as [`Answer::Failed`].
    Hide(Vec<Range<usize>>),
    /// The host could not tell: all of it is masked, and counted as `host_fault`.
    Failed,
}

thread_local! {
    static ASKING: Cell<bool> = const { Cell::new(false) };
}

/// Whether this thread is inside a callback of the host.
pub(crate) fn is_asking() -> bool {
    ASKING.get()
}

/// What of a text is to be hidden.
enum Found {
    Nothing,
    All,
    /// Sorted, without overlaps, on the bounds of characters.
    Parts(Vec<Range<usize>>),
    Fault,
}

/// Asks the host about one text; whatever is not an answer is a fault.
fn ask(host: &dyn Examine, seen: &Seen<'_>) -> Found {
    struct Restore(bool);
    impl Drop for Restore {
        fn drop(&mut self) {
            ASKING.set(self.0);
        }
    }
    // A callback may call another redactor that has a callback of its own.
    let restore = Restore(ASKING.replace(true));
    let answer = catch_unwind(AssertUnwindSafe(|| host.examine(seen)));
    drop(restore);
    match answer {
        Ok(Answer::Keep) => Found::Nothing,
        Ok(Answer::Mask) => Found::All,
        Ok(Answer::Hide(ranges)) => parts(seen.text, ranges),
        Ok(Answer::Failed) | Err(_) => Found::Fault,
    }
}

fn parts(text: &str, mut ranges: Vec<Range<usize>>) -> Found {
    if ranges.iter().any(|range| text.get(range.clone()).is_none()) {
        return Found::Fault;
    }
    ranges.retain(|range| !range.is_empty());
    ranges.sort_unstable_by_key(|range| (range.start, range.end));
    let mut merged: Vec<Range<usize>> = Vec::with_capacity(ranges.len());
    for range in ranges {
        match merged.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => merged.push(range),
        }
    }
    if merged.is_empty() { Found::Nothing } else { Found::Parts(merged) }
}

/// Where the host is asked about each event that was written: its callback, and buffers.
pub(crate) struct Desk {
    host: Arc<dyn Examine>,
    tape: Tape,
    edits: Edits,
    changed: Vec<u8>,
}

impl Desk {
    pub(crate) fn new(host: Arc<dyn Examine>) -> Desk {
        Desk { host, tape: Tape::default(), edits: Edits::default(), changed: Vec::new() }
    }

    /// Asks about the event `out[from..]` and puts what is left of it in its place. Returns false if it can't be read
    /// again, which only an event that grew beyond the largest can't: then it must not go out.
    pub(super) fn examine(&mut self, page: &mut Page, counts: &mut Counts, from: usize, out: &mut Vec<u8>) -> bool {
        self.look(page, counts, from, out, walk::event)
    }

    /// As [`Desk::examine`], for JSON that is no event.
    pub(super) fn shell(&mut self, page: &mut Page, counts: &mut Counts, out: &mut Vec<u8>) -> bool {
        self.look(page, counts, 0, out, walk::shell)
    }

    fn look(&mut self, page: &mut Page, counts: &mut Counts, from: usize, out: &mut Vec<u8>, walk: walk::Entry) -> bool {
        let written = out.get(from..).unwrap_or_default();
        let Ok(text) = std::str::from_utf8(written) else { return false };
        if self.tape.read(written).is_err() {
            return false;
        }
        self.edits.clear();
        if walk(&*self.host, Doc::new(text, self.tape.tokens()), page, counts, &mut self.edits) {
            self.changed.clear();
            self.edits.apply(written, 0, written.len(), &mut self.changed);
            out.truncate(from);
            out.extend_from_slice(&self.changed);
        }
        true
    }
}

/// Tag names by node id, kept for the host alone: empty where there is no callback.
#[derive(Default)]
pub(super) struct Tags {
    by_id: HashMap<u32, Arc<str>>,
    names: HashSet<Arc<str>>,
}

/// More nodes than any page has, and more names: what lies beyond has no tag.
const MAX_TAGS: usize = 4 << 20;
const MAX_NAMES: usize = 4_096;

impl Tags {
    fn clear(&mut self) {
        self.by_id.clear();
    }

    fn get(&self, id: u32) -> Option<Arc<str>> {
        self.by_id.get(&id).cloned()
    }

    fn enter(&mut self, id: u32, name: &str) -> Option<Arc<str>> {
        let known = match self.names.get(name) {
            Some(known) => Arc::clone(known),
            None if self.names.len() < MAX_NAMES => {
                let new: Arc<str> = Arc::from(name);
                self.names.insert(Arc::clone(&new));
                new
            }
            None => return None,
        };
        if self.by_id.len() < MAX_TAGS {
            self.by_id.insert(id, Arc::clone(&known));
        }
        Some(known)
    }
}

/// The channel as the host and the report name it.
fn name_of(channel: Channel) -> &'static str {
    Channel::NAMES.get(channel as usize).copied().unwrap_or("other")
}
