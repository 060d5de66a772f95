//! Personal data and echoes in one text: text in, ranges to hide with their reasons out.
//!
//! Detectors and the session's echoes are asked together, so that every channel hides the same.

use std::sync::Arc;

use super::echo::{Echo, Hit};
use super::fields;
use super::mask;
use super::memo::{Memo, Note};
use super::report::Reason;
use super::scan::Scan;
use super::secrets;
use super::url::{self, Changed};
use crate::detect::labels::FieldClass;
use crate::detect::{Detector, Kind, Span};

/// A range to hide.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Hidden {
    pub start: usize,
    pub end: usize,
    /// Its mask must not depend on it.
    pub sensitive: bool,
    /// Found by what stands around it (a name, an address), not by its form.
    pub contextual: bool,
    pub reason: Reason,
}

/// Detectors with the buffers that they need.
pub(crate) struct Scanner {
    detector: Arc<Detector>,
    spans: Vec<Span>,
    hits: Vec<Hit>,
    hidden: Vec<Hidden>,
    rewritten: String,
    /// What is being typed into personal fields in the current run; forgotten at its end.
    growing: Vec<Growing>,
    /// Whether texts are read that the page has changed in the current run.
    pub(crate) follows_typing: bool,
    /// Whether data of scripts is read, in which what a machine made is a secret.
    pub(crate) reads_data: bool,
    /// Texts without anything to hide.
    harmless: Memo,
    /// Changes whenever another value may have become an echo.
    epoch: u64,
}

/// The latest value of a personal field whose keystrokes the page may repeat one by one.
struct Growing {
    value: String,
    sensitive: bool,
}

/// Beginnings shorter than this tell nothing, and begin too many words.
const SHORTEST_BEGINNING: usize = 4;

/// Finds nothing: what the detectors find in a text is hidden beside what the URL rules find.
struct Nothing;

impl Scan for Nothing {
    fn scan(&mut self, _: &str, _: &mut Vec<(usize, usize)>) {}
}

impl Scanner {
    pub(crate) fn new(detector: Arc<Detector>) -> Self {
        Scanner {
            detector,
            spans: Vec::new(),
            hits: Vec::new(),
            hidden: Vec::new(),
            rewritten: String::new(),
            growing: Vec::new(),
            follows_typing: false,
            reads_data: false,
            harmless: Memo::default(),
            epoch: 1,
        }
    }

    /// Says that other values than before may be echoes now.
    pub(crate) fn new_epoch(&mut self) {
        self.epoch += 1;
    }

    /// When the echoes changed last, for what others remember of texts.
    pub(crate) fn epoch(&self) -> u64 {
        self.epoch
    }

    /// What must be hidden in `text`, sorted, without overlaps.
    pub(crate) fn scan(&mut self, text: &str, echo: &Echo) -> &[Hidden] {
        self.find(text, None, echo)
    }

    /// As [`Scanner::scan`], for a text whose class is known from the structure of the page.
    pub(crate) fn scan_labelled(&mut self, text: &str, class: Option<FieldClass>, echo: &Echo) -> &[Hidden] {
        self.find(text, class, echo)
    }

    /// What must be hidden in text that was typed and may be kept: names and addresses are what the host has chosen to keep.
    pub(crate) fn scan_typed(&mut self, text: &str, echo: &Echo) -> &[Hidden] {
        self.find(text, None, echo);
        self.hidden.retain(|h| !h.contextual);
        &self.hidden
    }

    fn find(&mut self, text: &str, class: Option<FieldClass>, echo: &Echo) -> &[Hidden] {
        self.hidden.clear();
        let about = u64::from(fields::class_code(class)) | u64::from(self.reads_data) << 8;
        let found = self.harmless.find(about, text.as_bytes());
        let known = found.and_then(|(_, note)| note);
        if known.is_none() {
            self.read(text, class);
        }
        let plain = self.hidden.is_empty();
        if known.is_none_or(|note| note.epoch != self.epoch) {
            self.add_echoes(text, echo);
        }
        if let Some((place, _)) = found
            && plain
            && known.is_none_or(|note| note.epoch != self.epoch)
        {
            let epoch = if self.hidden.is_empty() { self.epoch } else { 0 };
            self.harmless.put(place, about, text.as_bytes(), Note { epoch, ..Note::default() });
        }
        if self.follows_typing && !self.growing.is_empty() {
            self.add_beginnings(text);
        }
        if self.hidden.len() > 1 {
            merge(&mut self.hidden);
        }
        &self.hidden
    }

    /// What a text holds whatever was typed or is known.
    fn read(&mut self, text: &str, class: Option<FieldClass>) {
        self.spans.clear();
        self.detector.scan_as(text, class, &mut self.spans);
        // Illnesses have no form of their own: their label alone tells.
        if class == Some(FieldClass::Health) && text.chars().any(char::is_alphabetic) {
            self.hidden.push(Hidden { start: 0, end: text.len(), sensitive: false, contextual: true, reason: Reason::Detected });
        }
        for span in &self.spans {
            self.hidden.push(Hidden {
                start: span.start,
                end: span.end,
                sensitive: is_secret(span.kind),
                contextual: matches!(span.kind, Kind::Person | Kind::Address),
                reason: Reason::Detected,
            });
        }
        if self.reads_data && secrets::may_hold(text.as_bytes()) {
            let hidden = &mut self.hidden;
            secrets::find(text, |start, end| {
                hidden.push(Hidden { start, end, sensitive: true, contextual: false, reason: Reason::Detected });
            });
        }
        if memchr::memmem::find(text.as_bytes(), b"://").is_some() {
            self.addresses(text);
        }
    }

    /// What was typed or is known, and nothing else.
    pub(crate) fn echoes(&mut self, text: &str, echo: &Echo) -> &[Hidden] {
        self.hidden.clear();
        self.add_echoes(text, echo);
        if self.hidden.len() > 1 {
            merge(&mut self.hidden);
        }
        &self.hidden
    }

    /// Each echo up to the end of its word: what a page shows may be a keystroke ahead of what is known to be typed.
    fn add_echoes(&mut self, text: &str, echo: &Echo) {
        if echo.is_empty() {
            return;
        }
        self.hits.clear();
        echo.scan(text, &mut self.hits);
        for hit in &self.hits {
            let rest = text.get(hit.end..).unwrap_or_default();
            let end = hit.end + rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
            self.hidden.push(Hidden { start: hit.start, end, sensitive: hit.sensitive, contextual: false, reason: Reason::Echo });
        }
    }

    /// Forgets what was being typed.
    pub(crate) fn forget_typing(&mut self) {
        self.growing.clear();
        self.follows_typing = false;
    }

    /// Remembers, for the current run alone, what is being typed into a personal field.
    pub(crate) fn type_into(&mut self, value: &str, sensitive: bool) {
        if value.len() >= SHORTEST_BEGINNING {
            self.growing.push(Growing { value: value.to_owned(), sensitive });
        }
    }

    /// Beginnings of what is being typed: a page that repeats each keystroke shows them before the value is whole.
    fn add_beginnings(&mut self, text: &str) {
        let mut boundary = true;
        for (at, character) in text.char_indices() {
            if boundary && character.is_alphanumeric() {
                for growing in &self.growing {
                    let rest = text.get(at..).unwrap_or_default();
                    let common = common_beginning(rest, &growing.value);
                    let whole = rest.get(common..).is_none_or(|r| !r.starts_with(char::is_alphanumeric));
                    if common >= SHORTEST_BEGINNING && whole {
                        let sensitive = growing.sensitive;
                        self.hidden.push(Hidden { start: at, end: at + common, sensitive, contextual: false, reason: Reason::Echo });
                    }
                }
            }
            boundary = !character.is_alphanumeric();
        }
    }

    /// Addresses inside a text: those that the URL rules would change lose what follows their host or path.
    fn addresses(&mut self, text: &str) {
        let bytes = text.as_bytes();
        for mark in memchr::memmem::find_iter(bytes, b"://") {
            let start = bytes.get(..mark).unwrap_or_default().iter().rposition(|b| !b.is_ascii_alphanumeric()).map_or(0, |i| i + 1);
            let rest = bytes.get(mark..).unwrap_or_default();
            let length = rest.iter().position(|b| b.is_ascii_whitespace() || b"\"'`()<>[]{}|\\^".contains(b)).unwrap_or(rest.len());
            let Some(address) = text.get(start..mark + length) else { continue };
            // A place in a script stands behind an address as `:line:column`.
            let address = address.trim_end_matches(|c: char| c.is_ascii_digit() || c == ':');
            self.rewritten.clear();
            let changed = url::rewrite(address, false, &mut Nothing, &mut self.rewritten);
            if changed.is_empty() {
                continue;
            }
            let whole = changed.contains(Changed::PATH) || changed.contains(Changed::USERINFO) || changed.contains(Changed::DATA);
            let from = if whole { Some(mark - start + 3) } else { address.find(['?', '#']).map(|i| i + 1) };
            let end = start + address.len();
            if let Some(from) = from.map(|from| start + from).filter(|from| *from < end) {
                self.hidden.push(Hidden { start: from, end, sensitive: true, contextual: false, reason: Reason::UrlPart });
            }
        }
    }
}

/// Bytes of `text` that are the beginning of `value`, in any case.
fn common_beginning(text: &str, value: &str) -> usize {
    let same = |a: char, b: char| a == b || a.to_lowercase().eq(b.to_lowercase());
    text.chars().zip(value.chars()).take_while(|(a, b)| same(*a, *b)).map(|(a, _)| a.len_utf8()).sum()
}

/// Kinds whose mask is a constant.
fn is_secret(kind: Kind) -> bool {
    matches!(kind, Kind::CreditCard | Kind::Password | Kind::ApiKey | Kind::Jwt | Kind::UrlSecret)
}

/// Sorts ranges and joins those that overlap.
pub(crate) fn merge(hidden: &mut Vec<Hidden>) {
    hidden.sort_unstable_by_key(|h| (h.start, h.end));
    let mut kept = 0usize;
    for i in 1..hidden.len() {
        let Some(next) = hidden.get(i).copied() else { break };
        match hidden.get_mut(kept) {
            Some(last) if next.start < last.end => {
                last.end = last.end.max(next.end);
                last.sensitive |= next.sensitive;
            }
            _ => {
                kept += 1;
                if let Some(slot) = hidden.get_mut(kept) {
                    *slot = next;
                }
            }
        }
    }
    hidden.truncate(kept + 1);
}

/// Appends `text` to `out` with each range replaced by its mask.
pub(crate) fn push_masked(text: &str, hidden: &[Hidden], out: &mut String) {
    let mut at = 0;
    for range in hidden {
        let (Some(before), Some(inside)) = (text.get(at..range.start), text.get(range.start..range.end)) else {
            // A range off the bounds of characters can't be cut out: hide all that is left.
            mask::push_words(text.get(at..).unwrap_or_default(), out);
            return;
        };
        out.push_str(before);
        if range.sensitive {
            out.push_str(mask::SENSITIVE)
        } else {
            mask::push_words(inside, out)
        }
        at = range.end;
    }
    out.push_str(text.get(at..).unwrap_or_default());
}

/// The scanner as the URL and style sheet rewriters ask for it; remembers why it found something.
pub(crate) struct Probe<'a> {
    pub scanner: &'a mut Scanner,
    pub echo: &'a Echo,
    pub reason: Option<Reason>,
}

impl Scan for Probe<'_> {
    fn scan(&mut self, text: &str, spans: &mut Vec<(usize, usize)>) {
        let echo = self.echo;
        for hidden in self.scanner.scan(text, echo) {
            self.reason = Some(hidden.reason);
            spans.push((hidden.start, hidden.end));
        }
    }
}
