//! Payloads of custom events, plugins and anything else that is plain JSON: values in, changes to them out.
//!
//! Keys that name secrets lose their value, strings are read as addresses or as text, keys are read as text.

use super::attributes::is_address;
use super::engine::Engine;
use super::fields;
use super::page::Flags;
use super::report::{Channel, Reason};

use super::write::Treatment;
use crate::config::{Console, CustomEvents, Network, Profile};
use crate::error::{Code, Error, Result};
use crate::event::doc::Doc;
use crate::event::tape::{Kind, Tape, Token};

impl Engine {
    /// JSON that is no event: what stands around the recordings of a parcel.
    ///
    /// # Errors
    /// `input.json`, `input.utf8` and `input.too_large` as for events.
    pub(super) fn shell(&mut self, text: &[u8]) -> Result<Vec<u8>> {
        let mut tape = Tape::default();
        tape.read(text)?;
        self.edits.clear();
        let doc = Doc::new(crate::event::text::utf8(text)?, tape.tokens());
        self.write_payload(doc, 0, Channel::Other);
        let mut out = Vec::with_capacity(text.len());
        self.edits.apply(text, 0, text.len(), &mut out);
        if let Some(desk) = &mut self.desk
            && !desk.shell(&mut self.page, &mut self.counts, &mut out)
        {
            return Err(Error::new(Code::InputTooLarge, "what stands around a recording is too large"));
        }
        Ok(out)
    }

    /// All members of an object as payload.
    pub(super) fn write_payload_object(&mut self, doc: Doc<'_>, object: usize, channel: Channel) {
        if object != 0 {
            self.write_payload(doc, object, channel);
        }
    }

    /// A value and all that it holds.
    pub(super) fn write_payload(&mut self, doc: Doc<'_>, root: usize, channel: Channel) {
        self.walk(doc, root, channel, 0);
    }

    /// Walks the tokens of a value in a row: the tape is flat, so depth costs no stack.
    fn walk(&mut self, doc: Doc<'_>, root: usize, channel: Channel, class: u8) {
        let Some(token) = doc.token(root) else { return };
        if token.is_string() {
            return self.write_leaf(doc, token, channel, class, false);
        }
        let end = token.next as usize;
        // Ends of the open objects: whether the next token is a key depends on the innermost container.
        let mut open: Vec<(usize, bool)> = vec![(end, token.kind() == Kind::Object)];
        let mut at = root + 1;
        let mut key: Option<Token> = None;
        while at < end {
            while open.last().is_some_and(|(end, _)| at >= *end) {
                open.pop();
            }
            let Some(token) = doc.token(at) else { return };
            let in_object = open.last().is_some_and(|(_, object)| *object);
            if in_object && key.is_none() {
                self.write_key(doc, token, channel);
                key = Some(token);
                at += 1;
                continue;
            }
            let shown = key.is_some_and(|key| is_shown_key(doc.raw(key)));
            let label = key.take().map_or(0, |key| self.key_class(doc, key));
            if fields::class_of(label).is_some_and(|c| c.is_sensitive()) && !is_empty(doc, token) {
                self.edits.raw(token.outer_start(), token.outer_end(), b"\"[removed]\"");
                self.counts.mask(channel, Reason::Sensitive);
                at = token.next as usize;
                continue;
            }
            if doc.raw(token) == REMOVED {
                at = token.next as usize;
                continue;
            }
            match token.kind() {
                Kind::Object | Kind::Array => {
                    open.push((token.next as usize, token.kind() == Kind::Object));
                    at += 1;
                }
                Kind::Plain | Kind::Escaped => {
                    self.write_leaf(doc, token, channel, label, shown);
                    at += 1;
                }
                Kind::Number => {
                    self.write_number(doc, token, channel, label);
                    at += 1;
                }
                Kind::Literal => at += 1,
            }
        }
    }

    fn key_class(&mut self, doc: Doc<'_>, key: Token) -> u8 {
        let mut scratch = String::new();
        let text = doc.string(key, &mut scratch);
        if text.len() < 2 || text.len() > 64 { 0 } else { fields::classify_key(text) }
    }

    fn write_key(&mut self, doc: Doc<'_>, key: Token, channel: Channel) {
        if key.end() - key.start() > 5 {
            self.write_scanned(doc, key, channel, 0, None);
        }
    }

    /// A string of a payload. `shown`: its key says that it is text of the page.
    fn write_leaf(&mut self, doc: Doc<'_>, token: Token, channel: Channel, class: u8, shown: bool) {
        if token.end() == token.start() {
            return;
        }
        let raw = doc.raw(token);
        if self.profile() == Profile::Strict && (shown || !is_word(raw)) {
            if is_address(raw) {
                return self.write_url(doc, token, Flags::MASK, channel);
            }
            return self.write_whole(doc, token, Treatment::Mask(Reason::Strict), channel, None);
        }
        if is_address(raw) {
            return self.write_url(doc, token, Flags::default(), channel);
        }
        self.scanner.reads_data = true;
        self.write_scanned(doc, token, channel, class, None);
        self.scanner.reads_data = false;
    }

    /// A number may be a card, a phone number or a code as well.
    fn write_number(&mut self, doc: Doc<'_>, token: Token, channel: Channel, class: u8) {
        let raw = doc.raw(token);
        let personal = fields::class_of(class).is_some_and(fields::is_hidden_in_forms);
        if raw.len() < 7 && !personal {
            return;
        }
        let Ok(text) = std::str::from_utf8(raw) else { return };
        if personal || self.scanner.scan_labelled(text, fields::class_of(class), &self.echo).iter().any(|h| h.start == 0) {
            self.edits.raw(token.start(), token.end(), b"0");
            self.counts.mask(channel, Reason::Detected);
        }
    }

    /// Every member but the named ones must hold numbers only; strings elsewhere are walked.
    pub(super) fn check_numbers(&mut self, doc: Doc<'_>, root: usize) {
        let Some(token) = doc.token(root) else { return };
        let holds_text = (root..token.next as usize).any(|i| doc.token(i).is_some_and(|t| t.is_string() && !is_structural_key(doc.raw(t))));
        if holds_text {
            self.write_payload(doc, root, Channel::Other);
        }
    }

    /// Members of the event beside type, data and time. The version of a packed form stays: without it nobody unpacks.
    pub(super) fn write_envelope(&mut self, doc: Doc<'_>, event: &super::engine::Seen) {
        for member in doc.members(event.token) {
            let version = matches!(doc.raw(member.key), b"v" | b"cv") && doc.token(member.value).is_some_and(|v| is_version(doc.raw(v)));
            if !matches!(doc.raw(member.key), b"type" | b"data" | b"timestamp" | b"delay")
                && !matches!(doc.kind(member.value), Some(Kind::Number | Kind::Literal))
                && !version
            {
                self.write_payload(doc, member.value, Channel::Other);
            }
        }
    }

    pub(super) fn write_meta(&mut self, doc: Doc<'_>, data: usize) {
        for member in doc.members(data) {
            match doc.token(member.value) {
                Some(token) if doc.raw(member.key) == b"href" => self.write_url(doc, token, Flags::default(), Channel::Meta),
                Some(token) if token.kind() == Kind::Number => {}
                _ => self.write_payload(doc, member.value, Channel::Meta),
            }
        }
    }

    pub(super) fn write_custom(&mut self, doc: Doc<'_>, data: usize) -> bool {
        if self.rules.custom_events == CustomEvents::Drop {
            self.counts.drop_event(Channel::Custom, Reason::Setting);
            return false;
        }
        for member in doc.members(data) {
            match doc.token(member.value) {
                Some(token) if doc.raw(member.key) == b"tag" => self.write_scanned(doc, token, Channel::Custom, 0, None),
                _ => self.write_payload(doc, member.value, Channel::Custom),
            }
        }
        true
    }

    pub(super) fn write_plugin(&mut self, doc: Doc<'_>, data: usize) -> bool {
        let name = doc.member(data, b"plugin").and_then(|i| doc.token(i)).map(|t| doc.raw(t)).unwrap_or_default();
        let channel = if contains(name, b"console") {
            Channel::Console
        } else if contains(name, b"network") {
            Channel::Network
        } else {
            Channel::Plugin
        };
        let dropped = match channel {
            Channel::Console => self.rules.console == Console::Drop,
            Channel::Network => self.rules.network == Network::Drop,
            _ => false,
        };
        if dropped {
            self.counts.drop_event(channel, Reason::Setting);
            return false;
        }
        for member in doc.members(data) {
            match doc.raw(member.key) {
                b"plugin" => {}
                _ if channel == Channel::Network && self.rules.network == Network::Urls => self.write_request_urls(doc, member.value),
                _ => self.write_payload(doc, member.value, channel),
            }
        }
        true
    }

    /// Network requests with headers and bodies removed.
    fn write_request_urls(&mut self, doc: Doc<'_>, root: usize) {
        let Some(token) = doc.token(root) else { return };
        let mut at = root;
        while at < token.next as usize {
            for member in doc.members(at) {
                let Some(value) = doc.token(member.value) else { continue };
                let name = doc.raw(member.key);
                if contains_ignoring_case(name, b"body")
                    || contains_ignoring_case(name, b"header")
                    || contains_ignoring_case(name, b"cookie")
                {
                    self.edits.raw(value.outer_start(), value.outer_end(), b"null");
                    self.counts.mask(Channel::Network, Reason::Setting);
                }
            }
            at += 1;
        }
        self.write_payload(doc, root, Channel::Network);
    }

    /// Assets: the address is kept as an address, what was loaded is dropped.
    pub(super) fn write_asset(&mut self, doc: Doc<'_>, data: usize) -> bool {
        for member in doc.members(data) {
            let Some(value) = doc.token(member.value) else { continue };
            match doc.raw(member.key) {
                b"url" => self.write_url(doc, value, Flags::default(), Channel::Url),
                b"payload" | b"failed" if self.rules.media == crate::config::Media::Block => {
                    self.edits.raw(value.outer_start(), value.outer_end(), b"null");
                    self.counts.mask(Channel::Media, Reason::Setting);
                }
                _ => self.write_payload(doc, member.value, Channel::Media),
            }
        }
        true
    }
}

/// What stands for the value of a key that names a secret, between its quotes.
const REMOVED: &[u8] = b"[removed]";

fn is_empty(doc: Doc<'_>, token: Token) -> bool {
    match token.kind() {
        Kind::Literal => true,
        Kind::Plain | Kind::Escaped => token.start() == token.end() || doc.raw(token) == REMOVED,
        _ => false,
    }
}

/// The version of a packed form: `v1` of rrweb, `2024-10` of PostHog.
fn is_version(raw: &[u8]) -> bool {
    raw.len() <= 7 && raw.strip_prefix(b"v").unwrap_or(raw).iter().all(|b| b.is_ascii_digit() || *b == b'-')
}

/// One short word as levels, kinds and methods are: all small or all capital. Names and buttons begin with a capital.
fn is_word(raw: &[u8]) -> bool {
    let small = |b: &u8| b.is_ascii_lowercase() || matches!(b, b'_' | b'-' | b'.');
    raw.len() <= 16 && (raw.iter().all(small) || raw.len() <= 8 && raw.iter().all(u8::is_ascii_uppercase))
}

/// Keys under which recorders repeat what the page shows: breadcrumbs of clicks hold the text of the element.
fn is_shown_key(raw: &[u8]) -> bool {
    matches!(
        raw,
        b"textContent"
            | b"innerText"
            | b"text"
            | b"value"
            | b"label"
            | b"title"
            | b"alt"
            | b"placeholder"
            | b"aria-label"
            | b"content"
            | b"message"
    )
}

fn contains(haystack: &[u8], needle: &[u8]) -> bool {
    memchr::memmem::find(haystack, needle).is_some()
}

fn contains_ignoring_case(haystack: &[u8], needle: &[u8]) -> bool {
    haystack.windows(needle.len()).any(|w| w.eq_ignore_ascii_case(needle))
}

/// Keys of events that hold numbers only.
fn is_structural_key(raw: &[u8]) -> bool {
    matches!(
        raw,
        b"source"
            | b"positions"
            | b"x"
            | b"y"
            | b"id"
            | b"timeOffset"
            | b"type"
            | b"pointerType"
            | b"width"
            | b"height"
            | b"parentId"
            | b"isShadow"
            | b"currentTime"
            | b"volume"
            | b"muted"
            | b"playbackRate"
            | b"loop"
            | b"ranges"
            | b"start"
            | b"end"
            | b"startOffset"
            | b"endOffset"
            | b"styleIds"
            | b"styleId"
            | b"index"
            | b"adds"
            | b"removes"
    )
}
