//! The engine: a chunk of JSON text in, the same events with nothing personal in them out.
//!
//! A chunk is read in windows, a window in runs that end before the next full snapshot. Each run is passed over twice:
//! [`observe`](super::observe) gathers, [`write`](super::write) changes. Between calls it keeps the page state and the
//! keyed hashes of what was typed, and no text.

use std::collections::HashMap;
use std::sync::Arc;

use sha2::{Digest, Sha256};

use super::by_id::ById;
use super::echo::Echo;
use super::edits::Edits;
use super::host::{Desk, Examine};
use super::items::Item;
use super::memo::Memo;
use super::observe::{Interest, Typed};
use super::order::Order;
use super::page::Page;
use super::report::{Channel, Counts, Reason};
use super::rules::Rules;
use super::scanner::{Hidden, Scanner};
use super::selector::State;
use crate::config::Profile;
use crate::error::Result;
use crate::event::doc::Doc;
use crate::event::tape::{Frame, Kind, Tape, Window};
use crate::event::text;

/// Bytes of a window: large enough that what is typed is known before it is echoed, small enough to stay in memory.
const WINDOW: usize = 2 << 20;

/// What the first pass has seen of one event.
#[derive(Clone, Copy)]
pub(super) struct Seen {
    /// Token of the event.
    pub token: usize,
    pub kind: What,
    /// Token of its `data`; 0 for none.
    pub data: usize,
    /// Its items.
    pub from: usize,
    pub to: usize,
    pub strict: bool,
}

/// What an event is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum What {
    /// Types 0 and 1: no data.
    Load,
    FullSnapshot,
    /// Type 3 with its source.
    Incremental(u8),
    Meta,
    Custom,
    Plugin,
    Asset,
    Annotation,
    /// Not understood: dropped.
    Unknown,
}

/// What an engine remembers of a session between calls: no text, only flags and keyed hashes.
pub(crate) struct Memory {
    pub(super) page: Page,
    pub(super) echo: Echo,
    /// Selector states by node id; empty where the host has no selectors.
    pub(super) states: HashMap<u32, State>,
    pub(super) key: [u8; 32],
}

impl Memory {
    /// The memory of a session that begins. `key` keys the hashes in it.
    pub(crate) fn new(key: [u8; 32]) -> Memory {
        Memory { page: Page::default(), echo: Echo::new(key), states: HashMap::new(), key }
    }
}

/// Memory of one session, and buffers that serve one session after another.
pub(crate) struct Engine {
    pub(super) rules: Arc<Rules>,
    pub(super) page: Page,
    pub(super) echo: Echo,
    pub(super) scanner: Scanner,
    pub(super) counts: Counts,
    pub(super) edits: Edits,
    /// Items of the current run.
    pub(super) items: Vec<Item>,
    /// Selector states by node id; empty where the host has no selectors.
    pub(super) states: HashMap<u32, State>,
    /// Items of the current mutation by node id.
    pub(super) added: ById,
    /// What the items of the current event ask to be related.
    pub(super) interest: Interest,
    pub(super) stack: Vec<(u32, u32)>,
    pub(super) order: Order,
    /// Attributes of elements that were read before.
    pub(super) memo: Memo,
    /// The latest value of each field in the current run.
    pub(super) typing: HashMap<u32, Typed>,
    /// Values of fields that were cleared or replaced as a whole in the current run, in their order.
    pub(super) replaced: Vec<(u32, Typed)>,
    pub(super) scratch: String,
    pub(super) output: String,
    pub(super) joined: String,
    pub(super) parts: Vec<(usize, usize)>,
    pub(super) pieces: Vec<Hidden>,
    pub(super) run: Vec<u32>,
    /// Which changes of a list stay.
    pub(super) kept: Vec<bool>,
    pub(super) css_output: String,
    pub(super) strict: bool,
    /// Asks the host about what is written; none where it has no callback.
    pub(super) desk: Option<Box<Desk>>,
    /// Whether an event of the current array was written, so that a comma goes before the next.
    pub(crate) wrote: bool,
    key: [u8; 32],
    tape: Tape,
    seen: Vec<Seen>,
}

impl Engine {
    /// An engine for a session with this memory.
    pub(crate) fn new(rules: Arc<Rules>, memory: Memory) -> Engine {
        let scanner = Scanner::new(Arc::clone(&rules.detector));
        let Memory { page, echo, states, key } = memory;
        Engine {
            rules,
            page,
            echo,
            scanner,
            counts: Counts::default(),
            edits: Edits::default(),
            items: Vec::new(),
            states,
            added: ById::default(),
            interest: Interest::default(),
            stack: Vec::new(),
            order: Order::default(),
            memo: Memo::default(),
            typing: HashMap::new(),
            replaced: Vec::new(),
            scratch: String::new(),
            output: String::new(),
            joined: String::new(),
            parts: Vec::new(),
            pieces: Vec::new(),
            run: Vec::new(),
            kept: Vec::new(),
            css_output: String::new(),
            strict: false,
            desk: None,
            wrote: false,
            key,
            tape: Tape::default(),
            seen: Vec::new(),
        }
    }

    /// Puts the memory of another session in place and gives back the one before; counts begin anew.
    pub(crate) fn swap(&mut self, memory: Memory) -> Memory {
        self.counts = Counts::default();
        self.wrote = false;
        self.strict = memory.page.strict;
        self.scanner.new_epoch();
        Memory {
            page: std::mem::replace(&mut self.page, memory.page),
            echo: std::mem::replace(&mut self.echo, memory.echo),
            states: std::mem::replace(&mut self.states, memory.states),
            key: std::mem::replace(&mut self.key, memory.key),
        }
    }

    /// Whether its buffers are small enough to be kept for the next recording.
    pub(crate) fn is_small(&self) -> bool {
        self.tape.room() <= WINDOW && self.items.capacity() <= WINDOW / 16
    }

    /// Sets the callback that is asked about what is written.
    pub(crate) fn set_host(&mut self, host: Option<&Arc<dyn Examine>>) {
        self.desk = host.map(|host| Box::new(Desk::new(Arc::clone(host))));
    }

    /// The profile that holds for the current page.
    pub(super) fn profile(&self) -> Profile {
        if self.strict { Profile::Strict } else { self.rules.profile }
    }

    pub(super) fn name_hash(&self, name: &[u8]) -> u64 {
        let mut hash = Sha256::new();
        hash.update(self.key);
        hash.update(name);
        hash.finalize().iter().take(8).fold(0u64, |n, b| n << 8 | u64::from(*b))
    }

    /// Redacts the whole events at the start of `text` and appends them to `out`. Returns what was consumed; with `last`
    /// set that is everything.
    ///
    /// # Errors
    /// `input.*` if the text is not UTF-8 or not JSON; `out` then holds what was written before.
    pub(crate) fn window(&mut self, text: &[u8], frame: Frame, last: bool, between: Between, out: &mut Vec<u8>) -> Result<Window> {
        let mut tape = std::mem::take(&mut self.tape);
        let window = tape.read_window(text, frame, WINDOW, last).and_then(|window| {
            let read = text.get(..window.consumed).unwrap_or_default();
            let text = text::utf8(read)?;
            let mended = if tape.surrogates { mended(read) } else { None };
            let text = match &mended {
                Some(mended) => text::utf8(mended)?,
                None => text,
            };
            self.redact(Doc::new(text, tape.tokens()), between, out);
            Ok(window)
        });
        self.tape = tape;
        window
    }

    /// Redacts every top-level value.
    fn redact(&mut self, doc: Doc<'_>, between: Between, out: &mut Vec<u8>) {
        let mut next = 0usize;
        let mut events = 0;
        while next < doc.tokens.len() {
            let mut seen = std::mem::take(&mut self.seen);
            seen.clear();
            self.items.clear();
            self.typing.clear();
            self.replaced.clear();
            while let Some(token) = doc.token(next) {
                let mut event = classify(doc, next);
                // Node ids restart there: what comes before is judged by the nodes of its own document.
                if event.kind == What::FullSnapshot && !seen.is_empty() {
                    break;
                }
                if token.kind() != Kind::Object {
                    self.counts.not_objects += 1;
                }
                self.observe(doc, &mut event);
                seen.push(event);
                events += 1;
                next = token.next as usize;
            }
            self.observe_end(doc);
            self.scanner.new_epoch();
            for event in &seen {
                self.strict = event.strict;
                self.edits.clear();
                let token = doc.token(event.token);
                let (Some(token), true) = (token, self.write(doc, event)) else { continue };
                let mark = out.len();
                if between == Between::Commas && self.wrote {
                    out.push(b',');
                }
                let from = out.len();
                self.edits.apply(doc.text.as_bytes(), token.outer_start(), token.outer_end(), out);
                if let Some(desk) = &mut self.desk
                    && !desk.examine(&mut self.page, &mut self.counts, from, out)
                {
                    out.truncate(mark);
                    self.counts.drop_event(Channel::Other, Reason::Unknown);
                    continue;
                }
                self.wrote = true;
                if between == Between::Lines {
                    out.push(b'\n');
                }
                self.counts.events_out += 1;
            }
            self.seen = seen;
        }
        self.counts.events_in += events;
    }

    /// First pass over one event.
    fn observe(&mut self, doc: Doc<'_>, event: &mut Seen) {
        event.from = self.items.len();
        let understood = match event.kind {
            What::Meta => {
                self.note_address(doc, event.data, b"href");
                true
            }
            What::Custom => {
                if let Some(payload) = doc.member(event.data, b"payload") {
                    self.note_address(doc, payload, b"href");
                }
                true
            }
            What::FullSnapshot => match doc.member(event.data, b"node") {
                Some(node) => self.observe_snapshot(doc, node),
                None => false,
            },
            What::Incremental(0) => self.observe_mutation(doc, event.data),
            What::Incremental(5) => {
                self.observe_input(doc, event.data);
                true
            }
            _ => true,
        };
        if !understood {
            event.kind = What::Unknown;
        }
        event.to = self.items.len();
        event.strict = self.page.strict;
    }

    /// Whether the page is one of the host's sensitive pages, from an address in the stream.
    fn note_address(&mut self, doc: Doc<'_>, object: usize, key: &[u8]) {
        let Some(href) = doc.member(object, key).and_then(|i| doc.token(i)).filter(|t| t.is_string()) else { return };
        let mut scratch = std::mem::take(&mut self.scratch);
        let strict = self.rules.is_sensitive_page(doc.string(href, &mut scratch));
        self.scratch = scratch;
        self.page.strict = strict;
        self.strict = strict;
    }

    /// Second pass over one event. Returns whether it is kept.
    fn write(&mut self, doc: Doc<'_>, event: &Seen) -> bool {
        self.write_envelope(doc, event);
        match event.kind {
            What::Load => self.write_payload_object(doc, event.data, Channel::Other),
            What::FullSnapshot => self.write_snapshot(doc, event),
            What::Incremental(source) => return self.write_incremental(doc, event, source),
            What::Meta => self.write_meta(doc, event.data),
            What::Custom => return self.write_custom(doc, event.data),
            What::Plugin => return self.write_plugin(doc, event.data),
            What::Asset => return self.write_asset(doc, event.data),
            What::Annotation => self.write_payload_object(doc, event.data, Channel::Other),
            What::Unknown => {
                self.counts.drop_event(Channel::Other, Reason::Unknown);
                return false;
            }
        }
        true
    }
}

/// What stands between two events that are written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Between {
    /// A comma, as in an array.
    Commas,
    /// A line feed after each event.
    Lines,
}

/// The text with halves of surrogate pairs replaced, if there are any.
fn mended(text: &[u8]) -> Option<Vec<u8>> {
    let mut copy = text.to_vec();
    text::mend_surrogates(&mut copy).then_some(copy)
}

/// Reads type and source of an event. Whatever is missing, doubled or out of range makes it unknown.
fn classify(doc: Doc<'_>, token: usize) -> Seen {
    let mut seen = Seen { token, kind: What::Unknown, data: 0, from: 0, to: 0, strict: false };
    if doc.kind(token) != Some(Kind::Object) {
        return seen;
    }
    let Some(kind) = doc.member(token, b"type").and_then(|i| doc.number(i)) else { return seen };
    let data = doc.member(token, b"data");
    let time = doc.member(token, b"timestamp").and_then(|i| doc.kind(i));
    if time != Some(Kind::Number) {
        return seen;
    }
    if let Some(data) = data.filter(|d| doc.kind(*d) == Some(Kind::Object)) {
        seen.data = data;
    } else if kind > 1 {
        return seen;
    }
    seen.kind = match kind {
        0 | 1 => What::Load,
        2 => What::FullSnapshot,
        3 => match doc.member(seen.data, b"source").and_then(|i| doc.number(i)) {
            Some(source @ 0..=16) => What::Incremental(u8::try_from(source).unwrap_or(u8::MAX)),
            _ => What::Unknown,
        },
        4 => What::Meta,
        5 => What::Custom,
        6 => What::Plugin,
        7 => What::Asset,
        8 => What::Annotation,
        _ => What::Unknown,
    };
    seen
}
