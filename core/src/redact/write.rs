//! Second pass: full snapshots and mutations with what the first pass gathered in, changes to their bytes out.

use super::engine::{Engine, Seen};
use super::fields;
use super::items::{Item, NONE, Tag, kind};
use super::mask;
use super::page::Flags;
use super::report::{Channel, Reason};
use super::scanner::{self, Hidden, Probe};
use super::{css, edits::Edits};
use crate::config::Profile;
use crate::event::doc::Doc;
use crate::event::tape::{Kind, Token};

/// What happens to a text as a whole.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Treatment {
    /// Scanned; what is personal is masked.
    Scan,
    /// Masked word by word.
    Mask(Reason),
    /// Replaced by the constant mask.
    Constant,
    /// Emptied.
    Empty,
    /// A style sheet.
    Css,
}

impl Engine {
    pub(super) fn write_snapshot(&mut self, doc: Doc<'_>, event: &Seen) {
        for member in doc.members(event.data) {
            match doc.raw(member.key) {
                b"node" => {}
                b"initialOffset" => self.write_payload(doc, member.value, Channel::Other),
                _ => self.write_payload(doc, member.value, Channel::Other),
            }
        }
        self.write_items(doc, event.from, event.to);
    }

    /// A mutation. Returns whether anything is left of it.
    pub(super) fn write_mutation(&mut self, doc: Doc<'_>, event: &Seen) -> bool {
        self.scanner.follows_typing = true;
        let left = self.write_changes(doc, event);
        self.scanner.follows_typing = false;
        left
    }

    fn write_changes(&mut self, doc: Doc<'_>, event: &Seen) -> bool {
        self.write_items(doc, event.from, event.to);
        let (mut changes, mut left) = (0usize, 0usize);
        for member in doc.members(event.data) {
            match doc.raw(member.key) {
                b"adds" | b"removes" => {
                    let count = doc.items(member.value).count();
                    changes += count;
                    left += count;
                    if doc.raw(member.key) == b"removes" {
                        self.check_numbers(doc, member.value);
                    }
                }
                b"texts" => {
                    for change in doc.items(member.value) {
                        changes += 1;
                        left += 1;
                        self.write_text_change(doc, change);
                    }
                }
                b"attributes" => {
                    let total = doc.items(member.value).count();
                    changes += total;
                    left += self.write_attribute_changes(doc, member.value);
                }
                b"source" | b"isAttachIframe" => {}
                _ => self.write_payload(doc, member.value, Channel::Other),
            }
        }
        if changes > 0 && left == 0 {
            self.counts.drop_event(Channel::Value, Reason::Repeat);
            return false;
        }
        true
    }

    /// Attributes and texts of entered nodes.
    fn write_items(&mut self, doc: Doc<'_>, from: usize, to: usize) {
        let mut run: Vec<u32> = std::mem::take(&mut self.run);
        run.clear();
        let mut block = NONE;
        for index in from..to {
            let Some(item) = self.items.get(index).copied() else { break };
            // The state at the end of the run: a marker that came later protects what came before, too.
            let flags = item.flags.with(self.page.flags(item.id).unwrap_or(Flags::MASK).only(Flags::STICKY.with(Flags::INHERITED)));
            if item.extra {
                self.write_extra_members(doc, item.token as usize);
            }
            match item.kind {
                kind::ELEMENT => {
                    if !item.tag.is_inline() {
                        self.write_run(doc, &run);
                        run.clear();
                    }
                    self.write_attributes(doc, &item, flags, item.attributes as usize, false);
                }
                kind::TEXT | kind::CDATA if item.text != 0 => {
                    let Some(token) = doc.token(item.text as usize) else { continue };
                    if token.end() == token.start() {
                        continue;
                    }
                    match self.treatment(flags, item.class) {
                        Treatment::Scan => {
                            if item.block != block {
                                self.write_run(doc, &run);
                                run.clear();
                                block = item.block;
                            }
                            // The index fits: items are counted in 32 bits.
                            run.extend(u32::try_from(index));
                        }
                        treatment => self.write_whole(doc, token, treatment, text_channel(flags), Some(item.id)),
                    }
                }
                kind::COMMENT if item.text != 0 => {
                    if let Some(token) = doc.token(item.text as usize) {
                        self.write_whole(doc, token, Treatment::Empty, Channel::Code, None);
                    }
                }
                kind::DOCTYPE => self.write_doctype(doc, item.token as usize),
                _ => {}
            }
        }
        self.write_run(doc, &run);
        self.run = run;
    }

    /// What happens to the text of a node.
    pub(super) fn treatment(&self, flags: Flags, class: u8) -> Treatment {
        if flags.has(Flags::SCRIPT) {
            return Treatment::Empty;
        }
        if flags.has(Flags::STYLE) {
            return Treatment::Css;
        }
        if flags.has(Flags::SENSITIVE) {
            return Treatment::Constant;
        }
        if flags.has(Flags::BLOCK) {
            return Treatment::Mask(Reason::Block);
        }
        if flags.has(Flags::MASK) {
            return Treatment::Mask(if flags.has(Flags::MARKED) { Reason::Mask } else { Reason::Unknown });
        }
        let typed = flags.has(Flags::EDITABLE.with(Flags::TEXTAREA));
        match self.profile() {
            Profile::Strict if typed => Treatment::Mask(Reason::Form),
            Profile::Strict if !flags.has(Flags::ALLOW) => Treatment::Mask(Reason::Strict),
            Profile::Balanced if typed => Treatment::Mask(Reason::Form),
            Profile::Forms if typed && fields::class_of(class).is_some_and(fields::is_hidden_in_forms) => Treatment::Mask(Reason::Personal),
            _ => Treatment::Scan,
        }
    }

    /// A text that is not scanned but treated as a whole.
    pub(super) fn write_whole(&mut self, doc: Doc<'_>, token: Token, treatment: Treatment, channel: Channel, node: Option<u32>) {
        if !token.is_string() || token.end() == token.start() {
            return;
        }
        let mut output = std::mem::take(&mut self.output);
        let mut scratch = std::mem::take(&mut self.scratch);
        output.clear();
        let reason = match treatment {
            Treatment::Empty => Some(Reason::Unsafe),
            Treatment::Css => {
                self.write_css(doc, token, channel);
                None
            }
            Treatment::Constant => {
                output.push_str(mask::SENSITIVE);
                Some(Reason::Sensitive)
            }
            Treatment::Mask(reason) => {
                let text = doc.string(token, &mut scratch);
                mask::push_words(text, &mut output);
                (output != text).then_some(reason)
            }
            Treatment::Scan => None,
        };
        if let Some(reason) = reason {
            self.edits.string(token.start(), token.end(), &output);
            self.counts.mask(channel, reason);
            self.text_masked(node);
        }
        self.output = output;
        self.scratch = scratch;
    }

    fn text_masked(&mut self, node: Option<u32>) {
        if let Some(node) = node.and_then(|id| self.page.node_mut(id)) {
            node.flags = node.flags.with(Flags::TEXT_MASKED);
        }
    }

    /// The texts of one block: each is scanned, and where there are several also all of them as one.
    fn write_run(&mut self, doc: Doc<'_>, run: &[u32]) {
        if run.len() > 1 && self.write_joined(doc, run) {
            return;
        }
        for &index in run {
            if let Some(item) = self.items.get(index as usize).copied()
                && let Some(token) = doc.token(item.text as usize)
            {
                self.write_scanned(doc, token, text_channel(item.flags), item.class, Some(item.id));
            }
        }
    }

    /// Scans the texts of a block as one. Returns false if each is to be scanned by itself alone.
    fn write_joined(&mut self, doc: Doc<'_>, run: &[u32]) -> bool {
        let mut joined = std::mem::take(&mut self.joined);
        let mut parts = std::mem::take(&mut self.parts);
        let mut scratch = std::mem::take(&mut self.scratch);
        joined.clear();
        parts.clear();
        let mut filled = 0;
        for &index in run {
            let from = joined.len();
            if let Some(token) = self.items.get(index as usize).and_then(|item| doc.token(item.text as usize)) {
                joined.push_str(doc.string(token, &mut scratch));
            }
            filled += usize::from(joined.get(from..).is_some_and(|t| !t.trim().is_empty()));
            parts.push((from, joined.len()));
        }
        self.scratch = scratch;
        let useful = filled > 1;
        let mut across: Vec<Hidden> = std::mem::take(&mut self.pieces);
        across.clear();
        if useful {
            across.extend_from_slice(self.scanner.scan(&joined, &self.echo));
        }
        if !across.is_empty() {
            let mut output = std::mem::take(&mut self.output);
            let mut own: Vec<Hidden> = Vec::new();
            for (&index, &(from, to)) in run.iter().zip(&parts) {
                let (Some(item), Some(text)) = (self.items.get(index as usize).copied(), joined.get(from..to)) else { continue };
                let Some(token) = doc.token(item.text as usize) else { continue };
                own.clear();
                // A name or an address that seems to run on into the next element is two things side by side.
                own.extend(across.iter().filter(|h| h.start < to && h.end > from && (!h.contextual || h.start >= from)).map(|h| Hidden {
                    start: h.start.max(from) - from,
                    end: h.end.min(to) - from,
                    ..*h
                }));
                own.extend_from_slice(self.scanner.scan_labelled(text, fields::reading_class(item.class), &self.echo));
                scanner::merge(&mut own);
                own.retain(|h| text.get(h.start..h.end).is_some_and(|t| !mask::is_mask(t)));
                if own.is_empty() {
                    continue;
                }
                output.clear();
                scanner::push_masked(text, &own, &mut output);
                self.edits.string(token.start(), token.end(), &output);
                for hidden in &own {
                    self.counts.mask(text_channel(item.flags), hidden.reason);
                }
                self.text_masked(Some(item.id));
            }
            self.output = output;
        }
        let done = !across.is_empty();
        self.joined = joined;
        self.parts = parts;
        self.pieces = across;
        done
    }

    /// A text whose personal parts are masked.
    pub(super) fn write_scanned(&mut self, doc: Doc<'_>, token: Token, channel: Channel, class: u8, node: Option<u32>) {
        if !token.is_string() || token.end() == token.start() {
            return;
        }
        let mut scratch = std::mem::take(&mut self.scratch);
        let mut output = std::mem::take(&mut self.output);
        let text = doc.string(token, &mut scratch);
        let hidden = self.scanner.scan_labelled(text, fields::reading_class(class), &self.echo);
        let mut changed = false;
        if !hidden.is_empty() {
            output.clear();
            scanner::push_masked(text, hidden, &mut output);
            if output != text {
                changed = true;
                self.edits.string(token.start(), token.end(), &output);
                for hidden in hidden {
                    self.counts.mask(channel, hidden.reason);
                }
            }
        }
        self.scratch = scratch;
        self.output = output;
        if changed {
            self.text_masked(node);
        }
    }

    /// A text in which only what was typed or is known is hidden.
    pub(super) fn write_echoes(&mut self, doc: Doc<'_>, token: Token, channel: Channel) {
        let mut scratch = std::mem::take(&mut self.scratch);
        let mut output = std::mem::take(&mut self.output);
        let text = doc.string(token, &mut scratch);
        let hidden = self.scanner.echoes(text, &self.echo);
        if !hidden.is_empty() {
            output.clear();
            scanner::push_masked(text, hidden, &mut output);
            self.edits.string(token.start(), token.end(), &output);
            self.counts.mask(channel, Reason::Echo);
        }
        self.scratch = scratch;
        self.output = output;
    }

    /// Typed text that is kept. What turns out to be personal once it is typed out is masked in the keystrokes before, too.
    pub(super) fn write_typed(&mut self, doc: Doc<'_>, token: Token, channel: Channel, node: Option<u32>) {
        let mut scratch = std::mem::take(&mut self.scratch);
        let text = doc.string(token, &mut scratch);
        let mut hidden: Vec<Hidden> = self.scanner.scan_typed(text, &self.echo).to_vec();
        if let Some(whole) = node.and_then(|id| self.typed_out(id, token)) {
            let mut buffer = String::new();
            let whole = doc.string(whole, &mut buffer);
            let common = text.bytes().zip(whole.bytes()).take_while(|(a, b)| a == b).count();
            for span in self.scanner.scan_typed(whole, &self.echo).iter().filter(|span| span.start < common) {
                // Up to the end of the word: its last strokes may have been corrected later.
                let rest = text.get(common..).map_or(0, |rest| rest.find(char::is_whitespace).unwrap_or(rest.len()));
                hidden.push(Hidden { end: if span.end <= common { span.end } else { common + rest }, ..*span });
            }
            hidden.retain(|h| h.start < h.end && text.is_char_boundary(h.start) && text.is_char_boundary(h.end));
            if hidden.len() > 1 {
                scanner::merge(&mut hidden);
            }
        }
        if !hidden.is_empty() {
            let mut output = String::new();
            scanner::push_masked(text, &hidden, &mut output);
            if output != text {
                self.edits.string(token.start(), token.end(), &output);
                for hidden in &hidden {
                    self.counts.mask(channel, hidden.reason);
                }
                self.text_masked(node);
            }
        }
        self.scratch = scratch;
    }

    /// The value that stood in a field when what this event tells of was typed out, unless it is this one.
    fn typed_out(&self, id: u32, token: Token) -> Option<Token> {
        let later = self.replaced.iter().find(|(of, typed)| *of == id && typed.value.start() >= token.start());
        let last = later.map(|(_, typed)| typed).or_else(|| self.typing.get(&id))?;
        (last.value.start() != token.start()).then_some(last.value)
    }

    /// A style sheet, or a part of one.
    pub(super) fn write_css(&mut self, doc: Doc<'_>, token: Token, channel: Channel) {
        if !token.is_string() || !css::needs_look(doc.raw(token)) {
            return;
        }
        let strict = self.profile() == Profile::Strict;
        let mut scratch = String::new();
        let mut output = std::mem::take(&mut self.css_output);
        output.clear();
        let text = doc.string(token, &mut scratch);
        let mut probe = Probe { scanner: &mut self.scanner, echo: &self.echo, reason: None };
        if css::rewrite(text, strict, &mut probe, &mut output) {
            let reason = probe.reason.unwrap_or(Reason::UrlPart);
            self.edits.string(token.start(), token.end(), &output);
            self.counts.mask(channel, reason);
        }
        self.css_output = output;
    }

    /// A changed text node.
    fn write_text_change(&mut self, doc: Doc<'_>, change: usize) {
        let id = doc.member(change, b"id").and_then(|i| doc.number(i));
        let node = id.and_then(|id| self.page.node(id).copied());
        for member in doc.members(change) {
            match doc.raw(member.key) {
                b"id" => {}
                b"value" => {
                    let Some(token) = doc.token(member.value) else { continue };
                    let treatment = node.map_or(Treatment::Mask(Reason::Unknown), |n| self.treatment(n.flags, n.class));
                    let flags = node.map_or(Flags::default(), |n| n.flags);
                    match treatment {
                        Treatment::Scan if flags.has(Flags::EDITABLE.with(Flags::TEXTAREA)) => {
                            self.write_typed(doc, token, Channel::Value, id)
                        }
                        Treatment::Scan => self.write_scanned(doc, token, text_channel(flags), node.map_or(0, |n| n.class), id),
                        treatment => self.write_whole(doc, token, treatment, text_channel(flags), id),
                    }
                }
                _ => self.write_payload(doc, member.value, Channel::Other),
            }
        }
    }

    /// Changed attributes. Returns how many changes are left; those of sensitive fields that tell of typing are removed.
    fn write_attribute_changes(&mut self, doc: Doc<'_>, list: usize) -> usize {
        let mut kept = std::mem::take(&mut self.kept);
        kept.clear();
        for change in doc.items(list) {
            let id = doc.member(change, b"id").and_then(|i| doc.number(i));
            let attributes = doc.member(change, b"attributes");
            let (Some(attributes), Some(id)) = (attributes, id) else {
                self.write_payload(doc, change, Channel::Other);
                kept.push(true);
                continue;
            };
            let node = self.page.node(id).copied();
            let flags = node.map_or(Flags::MASK, |n| n.flags);
            if flags.has(Flags::SENSITIVE) && self.remove_typed_attributes(doc, attributes) {
                kept.push(false);
                continue;
            }
            kept.push(true);
            let item = Item {
                token: 0,
                id,
                parent_id: 0,
                parent: NONE,
                block: NONE,
                kind: kind::ELEMENT,
                tag: if flags.has(Flags::MEDIA) { Tag::Media } else { Tag::Block },
                flags,
                class: node.map_or(0, |n| n.class),
                extra: false,
                attributes: 0,
                text: 0,
                children: 0,
                tag_token: 0,
            };
            self.write_attributes(doc, &item, flags, attributes, true);
        }
        let left = kept.iter().filter(|k| **k).count();
        if left < kept.len() {
            remove(&mut self.edits, doc, doc.items(list).map(|i| (i, i)), &kept, list);
        }
        self.kept = kept;
        left
    }

    /// Removes what tells of typing from the changed attributes of a sensitive field. Returns whether nothing is left.
    fn remove_typed_attributes(&mut self, doc: Doc<'_>, attributes: usize) -> bool {
        let kept: Vec<bool> = doc
            .members(attributes)
            .map(|m| {
                matches!(
                    doc.raw(m.key),
                    b"type" | b"class" | b"style" | b"disabled" | b"readonly" | b"required" | b"hidden" | b"aria-invalid"
                )
            })
            .collect();
        if kept.iter().all(|k| *k) {
            return false;
        }
        self.counts.mask(Channel::Value, Reason::Sensitive);
        if !kept.iter().any(|k| *k) {
            return true;
        }
        remove(&mut self.edits, doc, doc.members(attributes).map(|m| (m.key_index, m.value)), &kept, attributes);
        false
    }

    /// Members of a node that the engine does not know.
    fn write_extra_members(&mut self, doc: Doc<'_>, node: usize) {
        for member in doc.members(node) {
            let known = matches!(
                doc.raw(member.key),
                b"type"
                    | b"id"
                    | b"tagName"
                    | b"attributes"
                    | b"childNodes"
                    | b"textContent"
                    | b"rootId"
                    | b"isStyle"
                    | b"isSVG"
                    | b"isShadow"
                    | b"isShadowHost"
                    | b"isCustom"
                    | b"needBlock"
                    | b"compatMode"
            );
            if !known {
                self.write_payload(doc, member.value, Channel::Other);
            }
        }
    }

    fn write_doctype(&mut self, doc: Doc<'_>, node: usize) {
        for member in doc.members(node) {
            if matches!(doc.raw(member.key), b"name" | b"publicId" | b"systemId")
                && let Some(token) = doc.token(member.value)
            {
                self.write_scanned(doc, token, Channel::Other, 0, None);
            }
        }
    }
}

/// The channel that a text counts for.
pub(super) fn text_channel(flags: Flags) -> Channel {
    if flags.has(Flags::STYLE) {
        Channel::Css
    } else if flags.has(Flags::SCRIPT) {
        Channel::Code
    } else if flags.has(Flags::TITLE) {
        Channel::Title
    } else if flags.has(Flags::EDITABLE.with(Flags::TEXTAREA)) {
        Channel::Value
    } else {
        Channel::Text
    }
}

/// Removes entries of a container; `entries` gives the first and last token of each.
fn remove(edits: &mut Edits, doc: Doc<'_>, entries: impl Iterator<Item = (usize, usize)>, kept: &[bool], container: usize) {
    let Some(outer) = doc.token(container) else { return };
    let opening = usize::from(matches!(outer.kind(), Kind::Object | Kind::Array));
    let bounds: Vec<(usize, usize)> = entries
        .map(|(first, last)| (doc.token(first).map_or(0, Token::outer_start), doc.token(last).map_or(0, Token::outer_end)))
        .collect();
    let mut out = Vec::new();
    // What is kept is copied with the changes that were made inside it.
    for ((start, end), _) in bounds.iter().zip(kept).filter(|(_, keep)| **keep) {
        if !out.is_empty() {
            out.push(b',');
        }
        edits.apply(doc.text.as_bytes(), *start, *end, &mut out);
    }
    edits.raw(outer.start() + opening, outer.end().saturating_sub(opening), &out);
}
