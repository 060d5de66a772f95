//! Incremental snapshots but for mutations: pointer, scroll, input, media, style, canvas, font and selection events in,
//! changes to them, or their end, out.

use super::engine::{Engine, Seen};
use super::fields;
use super::page::Flags;
use super::report::{Channel, Reason};
use super::{mask, url};
use crate::config::{Canvas, Console, Profile};
use crate::event::doc::Doc;
use crate::event::tape::{Kind, Token};

/// Mouse interactions as rrweb numbers them.
const FOCUS: u32 = 5;
const BLUR: u32 = 6;

impl Engine {
    /// Returns whether the event is kept.
    pub(super) fn write_incremental(&mut self, doc: Doc<'_>, event: &Seen, source: u8) -> bool {
        match source {
            0 => return self.write_mutation(doc, event),
            1 | 6 | 12 => self.write_positions(doc, event.data),
            2 => self.write_interaction(doc, event.data),
            5 => return self.write_input(doc, event.data),
            8 | 15 => self.write_rules(doc, event.data),
            9 => return self.write_canvas(doc, event.data),
            10 => self.write_font(doc, event.data),
            11 => {
                if self.rules.console == Console::Drop {
                    self.counts.drop_event(Channel::Console, Reason::Setting);
                    return false;
                }
                self.write_payload(doc, event.data, Channel::Console);
            }
            13 => self.write_style_declaration(doc, event.data),
            14 => self.write_selection(doc, event.data),
            // Scroll, viewport and media hold numbers, custom elements a name.
            _ => self.check_numbers(doc, event.data),
        }
        true
    }

    /// Pointer positions: those over elements that must not be told apart lose their target.
    fn write_positions(&mut self, doc: Doc<'_>, data: usize) {
        self.check_numbers(doc, data);
        let Some(positions) = doc.member(data, b"positions") else { return };
        for position in doc.items(positions) {
            if let Some(id) = doc.member(position, b"id") {
                self.hide_target(doc, id);
            }
        }
    }

    fn write_interaction(&mut self, doc: Doc<'_>, data: usize) {
        self.check_numbers(doc, data);
        let kind = doc.member(data, b"type").and_then(|i| doc.number(i));
        let Some(target) = doc.member(data, b"id") else { return };
        if let (Some(FOCUS | BLUR), Some(id)) = (kind, doc.number(target))
            && let Some(node) = self.page.node_mut(id)
        {
            node.flags = node.flags.without(Flags::REPORTED);
        }
        self.hide_target(doc, target);
    }

    /// A target inside a blocked or ignored element, or a key of an on-screen keypad, becomes "no node".
    fn hide_target(&mut self, doc: Doc<'_>, index: usize) {
        let (Some(token), Some(id)) = (doc.token(index), doc.number(index)) else { return };
        let Some(flags) = self.page.flags(id) else { return };
        let reason = if flags.has(Flags::BLOCK) {
            Reason::Block
        } else if flags.has(Flags::IGNORE) && !flags.has(Flags::CONTROL) {
            Reason::Ignore
        } else if flags.has(Flags::ONE_CHARACTER)
            || self.page.node(id).and_then(|n| self.page.flags(n.parent)).is_some_and(|f| f.has(Flags::ONE_CHARACTER))
        {
            Reason::Sensitive
        } else {
            return;
        };
        self.edits.raw(token.start(), token.end(), b"-1");
        self.counts.mask(Channel::Pointer, reason);
    }

    /// An input event. Returns whether it is kept.
    fn write_input(&mut self, doc: Doc<'_>, data: usize) -> bool {
        let id = doc.member(data, b"id").and_then(|i| doc.number(i));
        let node = id.and_then(|id| self.page.node(id).copied());
        let flags = node.map_or(Flags::default(), |n| n.flags);
        let class = node.map_or(0, |n| n.class);
        if flags.has(Flags::IGNORE.with(Flags::BLOCK)) {
            self.counts.drop_event(Channel::Input, if flags.has(Flags::BLOCK) { Reason::Block } else { Reason::Ignore });
            return false;
        }
        if flags.has(Flags::SENSITIVE) {
            if flags.has(Flags::REPORTED) {
                self.counts.drop_event(Channel::Input, Reason::Repeat);
                return false;
            }
            if let Some(node) = id.and_then(|id| self.page.node_mut(id)) {
                node.flags = node.flags.with(Flags::REPORTED);
            }
        }
        let reason = if node.is_none() {
            Some(Reason::Unknown)
        } else if flags.has(Flags::SENSITIVE) {
            Some(Reason::Sensitive)
        } else if flags.has(Flags::MASK) {
            Some(Reason::Mask)
        } else if self.profile() != Profile::Forms {
            Some(Reason::Form)
        } else if fields::class_of(class).is_some_and(fields::is_hidden_in_forms) || flags.has(Flags::HIDDEN) {
            Some(Reason::Personal)
        } else {
            None
        };
        for member in doc.members(data) {
            let Some(value) = doc.token(member.value) else { continue };
            match doc.raw(member.key) {
                b"source" | b"id" => {}
                b"text" => self.write_input_text(doc, value, reason, flags, id),
                b"isChecked" => {
                    if reason.is_some() && doc.raw(value) == b"true" {
                        self.edits.raw(value.start(), value.end(), b"false");
                        self.counts.mask(Channel::Input, Reason::Form);
                    }
                }
                b"userTriggered" => {}
                _ => self.write_payload(doc, member.value, Channel::Input),
            }
        }
        true
    }

    fn write_input_text(&mut self, doc: Doc<'_>, value: Token, reason: Option<Reason>, flags: Flags, id: Option<u32>) {
        if !value.is_string() {
            if reason.is_some() {
                self.edits.raw(value.outer_start(), value.outer_end(), b"\"\"");
                self.counts.mask(Channel::Input, Reason::Unknown);
            }
            return;
        }
        // A sensitive field gives the same mask whether it was filled or emptied.
        if reason == Some(Reason::Sensitive) {
            self.edits.string(value.start(), value.end(), mask::SENSITIVE);
            self.counts.mask(Channel::Input, Reason::Sensitive);
            return;
        }
        if value.end() == value.start() {
            return;
        }
        let Some(reason) = reason else {
            return self.write_typed(doc, value, Channel::Input, id);
        };
        let mut scratch = String::new();
        let text = doc.string(value, &mut scratch);
        // A choice is told by its text: every choice gets the same mask.
        let mut masked = String::new();
        mask::push_words(if flags.has(Flags::SELECT.with(Flags::CHECKABLE)) { "choice" } else { text }, &mut masked);
        if masked != text {
            self.edits.string(value.start(), value.end(), &masked);
            self.counts.mask(Channel::Input, reason);
        }
    }

    /// Inserted rules and adopted style sheets: every string under `rule`, `replace` or `replaceSync` is a style sheet.
    fn write_rules(&mut self, doc: Doc<'_>, root: usize) {
        let Some(token) = doc.token(root) else { return };
        for index in root..token.next as usize {
            for member in doc.members(index) {
                let Some(value) = doc.token(member.value).filter(|t| t.is_string()) else { continue };
                match doc.raw(member.key) {
                    b"rule" | b"replace" | b"replaceSync" | b"cssText" => self.write_css(doc, value, Channel::Css),
                    _ => self.write_scanned(doc, value, Channel::Css, 0, None),
                }
            }
        }
    }

    fn write_style_declaration(&mut self, doc: Doc<'_>, data: usize) {
        for part in [b"set".as_slice(), b"remove"] {
            let Some(object) = doc.member(data, part) else { continue };
            let property = doc.member(object, b"property").and_then(|i| doc.token(i));
            let value = doc.member(object, b"value").and_then(|i| doc.token(i)).filter(|t| t.is_string());
            if let (Some(property), Some(value)) = (property, value) {
                self.write_declaration(doc, property, value);
            }
        }
    }

    /// Canvas commands: dropped, or kept without those that draw text or pictures.
    fn write_canvas(&mut self, doc: Doc<'_>, data: usize) -> bool {
        let hidden = doc
            .member(data, b"id")
            .and_then(|i| doc.number(i))
            .and_then(|id| self.page.flags(id))
            .is_none_or(|f| f.has(Flags::BLOCK.with(Flags::MASK).with(Flags::SENSITIVE)));
        if self.rules.canvas == Canvas::Drop || hidden || self.profile() == Profile::Strict {
            self.counts.drop_event(Channel::Canvas, Reason::Setting);
            return false;
        }
        let Some(token) = doc.token(data) else { return false };
        for index in data..token.next as usize {
            if doc.kind(index) != Some(Kind::Object) {
                continue;
            }
            let (Some(property), Some(arguments)) = (doc.member(index, b"property").and_then(|i| doc.token(i)), doc.member(index, b"args"))
            else {
                continue;
            };
            if draws_content(doc.raw(property)) {
                if let Some(arguments) = doc.token(arguments) {
                    self.edits.raw(arguments.outer_start(), arguments.outer_end(), b"[]");
                    self.counts.mask(Channel::Canvas, Reason::Setting);
                }
            } else {
                self.write_payload(doc, arguments, Channel::Canvas);
            }
        }
        true
    }

    fn write_font(&mut self, doc: Doc<'_>, data: usize) {
        for member in doc.members(data) {
            let Some(value) = doc.token(member.value) else { continue };
            match doc.raw(member.key) {
                b"fontSource" => {
                    let mut scratch = String::new();
                    let is_sheet = {
                        let text = doc.string(value, &mut scratch);
                        !url::looks_like_url(text)
                    };
                    if is_sheet {
                        self.write_css(doc, value, Channel::Css)
                    } else {
                        self.write_url(doc, value, Flags::default(), Channel::Css)
                    }
                }
                b"source" | b"buffer" => {}
                _ => self.write_payload(doc, member.value, Channel::Css),
            }
        }
    }

    /// Selections: offsets inside masked text would tell its length.
    fn write_selection(&mut self, doc: Doc<'_>, data: usize) {
        self.check_numbers(doc, data);
        let Some(ranges) = doc.member(data, b"ranges") else { return };
        for range in doc.items(ranges) {
            for (node, offset) in [(b"start".as_slice(), b"startOffset".as_slice()), (b"end", b"endOffset")] {
                let id = doc.member(range, node).and_then(|i| doc.number(i));
                let Some(token) = doc.member(range, offset).and_then(|i| doc.token(i)) else { continue };
                let secret = id.and_then(|id| self.page.flags(id)).is_none_or(|f| {
                    f.has(
                        Flags::TEXT_MASKED
                            .with(Flags::MASK)
                            .with(Flags::BLOCK)
                            .with(Flags::SENSITIVE)
                            .with(Flags::EDITABLE)
                            .with(Flags::TEXTAREA),
                    )
                });
                if secret && doc.raw(token) != b"0" {
                    self.edits.raw(token.outer_start(), token.outer_end(), b"0");
                    self.counts.mask(Channel::Pointer, Reason::Mask);
                }
            }
        }
    }
}

/// Canvas calls that draw text or pictures.
fn draws_content(property: &[u8]) -> bool {
    matches!(
        property,
        b"fillText"
            | b"strokeText"
            | b"drawImage"
            | b"putImageData"
            | b"createPattern"
            | b"texImage2D"
            | b"texSubImage2D"
            | b"bufferData"
            | b"shaderSource"
            | b"font"
    )
}
