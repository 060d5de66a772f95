//! Goes through one event that was written and asks the host about every text in it.
//!
//! In: the event and its tokens. Out: the changes that the host wants. Not asked: keys, numbers, what is empty or nothing
//! but masks, and what rrweb itself wrote (tag names, types, sizes, names of plugins and canvas calls).

use std::ops::Range;
use std::sync::Arc;

use super::{Examine, Found, Seen, ask, name_of};
use crate::event::doc::Doc;
use crate::event::tape::{Kind, Tape, Token};
use crate::redact::attributes::BLANK_PICTURE;
use crate::redact::edits::Edits;
use crate::redact::items::kind;
use crate::redact::page::{Flags, Page};
use crate::redact::report::{Channel, Counts, Reason};
use crate::redact::scan::Scan;
use crate::redact::write::text_channel;
use crate::redact::{css, markers, mask, url};

/// What stands for an address that the host wants hidden as a whole.
const BLANK_PAGE: &str = "about:blank";

/// How a text is hidden so that what it is part of stays valid.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Words,
    /// A style sheet, a rule or a value of one: asked in its readable places.
    Css,
    Url,
    /// The address or the pixels of a picture.
    Picture,
    /// An argument of a console line, which is JSON again.
    Argument,
    /// A value of `content` in a style: strings of CSS.
    Shown,
}

/// Where a text stands.
#[derive(Clone, Copy)]
struct Place<'p> {
    channel: Channel,
    tag: Option<&'p str>,
    name: Option<&'p str>,
    form: Form,
}

/// Asks about a text that was written; true if there are changes.
pub(super) type Entry = fn(&dyn Examine, Doc<'_>, &mut Page, &mut Counts, &mut Edits) -> bool;

/// Asks about a whole event.
pub(super) fn event(host: &dyn Examine, doc: Doc<'_>, page: &mut Page, counts: &mut Counts, edits: &mut Edits) -> bool {
    let mut walk = Walk { host, doc, page, counts, edits, changed: false };
    walk.event();
    walk.changed
}

/// Asks about what stands around a recording.
pub(super) fn shell(host: &dyn Examine, doc: Doc<'_>, page: &mut Page, counts: &mut Counts, edits: &mut Edits) -> bool {
    let mut walk = Walk { host, doc, page, counts, edits, changed: false };
    walk.payload(0, Channel::Other);
    walk.changed
}

struct Walk<'w> {
    host: &'w dyn Examine,
    doc: Doc<'w>,
    page: &'w mut Page,
    counts: &'w mut Counts,
    edits: &'w mut Edits,
    changed: bool,
}

impl<'w> Walk<'w> {
    fn event(&mut self) {
        let doc = self.doc;
        let kind = doc.member(0, b"type").and_then(|i| doc.number(i));
        for member in doc.members(0) {
            match doc.raw(member.key) {
                b"type" | b"timestamp" | b"delay" => {}
                b"data" => match kind {
                    Some(2) => self.snapshot(member.value),
                    Some(3) => self.incremental(member.value),
                    Some(4) => self.payload(member.value, Channel::Meta),
                    Some(5) => self.payload(member.value, Channel::Custom),
                    Some(6) => self.plugin(member.value),
                    Some(7) => self.asset(member.value),
                    _ => self.payload(member.value, Channel::Other),
                },
                key => self.member(member.value, key, Channel::Other),
            }
        }
    }

    fn snapshot(&mut self, data: usize) {
        self.page.tags.clear();
        for member in self.doc.members(data) {
            match self.doc.raw(member.key) {
                b"node" => self.tree(member.value, None),
                key => self.member(member.value, key, Channel::Other),
            }
        }
    }

    fn incremental(&mut self, data: usize) {
        let doc = self.doc;
        let source = doc.member(data, b"source").and_then(|i| doc.number(i));
        match source {
            Some(0) => self.mutation(data),
            Some(5) => self.input(data),
            Some(8 | 15) => self.payload_as(data, Channel::Css, Form::Css),
            Some(9) => self.payload(data, Channel::Canvas),
            Some(10) => self.payload_as(data, Channel::Css, Form::Css),
            Some(11) => self.payload(data, Channel::Console),
            Some(13) => self.declaration(data),
            // Names of custom elements are tag names.
            Some(16) => {}
            Some(1 | 2 | 6 | 12 | 14) => self.payload(data, Channel::Pointer),
            _ => self.payload(data, Channel::Other),
        }
    }

    fn mutation(&mut self, data: usize) {
        let doc = self.doc;
        for member in doc.members(data) {
            match doc.raw(member.key) {
                b"adds" => {
                    for add in doc.items(member.value) {
                        let parent = doc.member(add, b"parentId").and_then(|i| doc.number(i)).and_then(|id| self.page.tags.get(id));
                        if let Some(node) = doc.member(add, b"node") {
                            self.tree(node, parent);
                        }
                    }
                }
                b"texts" => {
                    for change in doc.items(member.value) {
                        let id = doc.member(change, b"id").and_then(|i| doc.number(i));
                        let parent = id.and_then(|id| self.page.node(id)).and_then(|node| self.page.tags.get(node.parent));
                        if let Some(value) = doc.member(change, b"value") {
                            self.text(value, id, parent.as_deref());
                        }
                    }
                }
                b"attributes" => {
                    for change in doc.items(member.value) {
                        let id = doc.member(change, b"id").and_then(|i| doc.number(i));
                        let tag = id.and_then(|id| self.page.tags.get(id));
                        if let Some(attributes) = doc.member(change, b"attributes") {
                            self.attributes(attributes, id, tag.as_deref());
                        }
                    }
                }
                key => self.member(member.value, key, Channel::Other),
            }
        }
    }

    /// A node and all below it. The children still to come stand on a list, so that depth costs no stack.
    fn tree(&mut self, root: usize, parent: Option<Arc<str>>) {
        let doc = self.doc;
        let tag = self.node(root, parent.as_deref());
        let mut open = vec![self.children(root, tag)];
        while let Some((next, end, parent)) = open.last_mut() {
            if *next >= *end {
                open.pop();
                continue;
            }
            let child = *next;
            *next = doc.token(child).map_or(*end, |t| t.next as usize);
            let parent = parent.clone();
            let tag = self.node(child, parent.as_deref());
            open.push(self.children(child, tag));
        }
    }

    /// First child, the token after the last, and the tag of their parent.
    fn children(&self, node: usize, tag: Option<Arc<str>>) -> (usize, usize, Option<Arc<str>>) {
        let list = self.doc.member(node, b"childNodes").filter(|i| self.doc.kind(*i) == Some(Kind::Array));
        let (first, end) = list.and_then(|i| Some((i + 1, self.doc.token(i)?.next as usize))).unwrap_or((0, 0));
        (first, end, tag)
    }

    /// One node. Returns its tag name.
    fn node(&mut self, node: usize, parent: Option<&str>) -> Option<Arc<str>> {
        let doc = self.doc;
        let id = doc.member(node, b"id").and_then(|i| doc.number(i));
        let of = doc.member(node, b"type").and_then(|i| doc.number(i)).and_then(|n| u8::try_from(n).ok()).unwrap_or(u8::MAX);
        let mut tag = None;
        if of == kind::ELEMENT
            && let Some(name) = doc.member(node, b"tagName").and_then(|i| doc.token(i)).filter(|t| t.is_string())
        {
            let mut scratch = String::new();
            tag = id.and_then(|id| self.page.tags.enter(id, doc.string(name, &mut scratch)));
        }
        for member in doc.members(node) {
            match doc.raw(member.key) {
                b"type" | b"id" | b"tagName" | b"childNodes" | b"rootId" | b"compatMode" => {}
                b"name" | b"publicId" | b"systemId" if of == kind::DOCTYPE => {}
                b"attributes" => self.attributes(member.value, id, tag.as_deref()),
                b"textContent" if of == kind::COMMENT => self.member(member.value, b"", Channel::Code),
                b"textContent" => self.text(member.value, id, parent),
                key => self.member(member.value, key, Channel::Other),
            }
        }
        tag
    }

    fn text(&mut self, value: usize, id: Option<u32>, parent: Option<&str>) {
        let Some(token) = self.doc.token(value).filter(|t| t.is_string()) else { return };
        let flags = id.and_then(|id| self.page.flags(id)).unwrap_or_default();
        let form = if flags.has(Flags::STYLE) { Form::Css } else { Form::Words };
        let changed = self.string(token, Place { channel: text_channel(flags), tag: parent, name: None, form });
        // As where the engine masks a text: offsets of later selections in it would tell its length.
        if changed && let Some(node) = id.and_then(|id| self.page.node_mut(id)) {
            node.flags = node.flags.with(Flags::TEXT_MASKED);
        }
    }

    fn attributes(&mut self, attributes: usize, id: Option<u32>, tag: Option<&str>) {
        let doc = self.doc;
        let control = id.and_then(|id| self.page.flags(id)).is_some_and(|f| f.has(Flags::CONTROL));
        let (mut scratch, mut value) = (String::new(), String::new());
        for member in doc.members(attributes) {
            let name = doc.string(member.key, &mut scratch);
            let Some(token) = doc.token(member.value) else { continue };
            if !token.is_string() {
                let channel = if name == "style" { Channel::Css } else { Channel::Attribute };
                if name == "style" {
                    self.declarations(member.value, tag);
                } else {
                    self.member(member.value, name.as_bytes(), channel);
                }
                continue;
            }
            let text = doc.string(token, &mut value);
            if is_structure(name, text) {
                continue;
            }
            let form = form_of(name, tag, text);
            let channel = match form {
                Form::Css => Channel::Css,
                Form::Picture if name == "rr_dataURL" => Channel::Media,
                Form::Url | Form::Picture => Channel::Url,
                _ if control && name == "value" => Channel::Value,
                _ => Channel::Attribute,
            };
            self.string(token, Place { channel, tag, name: Some(name), form });
        }
    }

    /// A style object of a mutation: property to value, or to value and priority.
    fn declarations(&mut self, object: usize, tag: Option<&str>) {
        let doc = self.doc;
        let mut scratch = String::new();
        for member in doc.members(object) {
            let value = if doc.kind(member.value) == Some(Kind::Array) { doc.items(member.value).next() } else { Some(member.value) };
            let Some(token) = value.and_then(|i| doc.token(i)).filter(|t| t.is_string()) else { continue };
            let name = Some(doc.string(member.key, &mut scratch));
            self.value_of_style(token, Place { channel: Channel::Css, tag, name, form: Form::Css });
        }
    }

    /// Source 13: one property set or removed.
    fn declaration(&mut self, data: usize) {
        let doc = self.doc;
        let Some(set) = doc.member(data, b"set") else { return };
        let Some(token) = doc.member(set, b"value").and_then(|i| doc.token(i)).filter(|t| t.is_string()) else { return };
        let mut scratch = String::new();
        let name = doc.member(set, b"property").and_then(|i| doc.token(i)).map(|t| doc.string(t, &mut scratch));
        self.value_of_style(token, Place { channel: Channel::Css, tag: None, name, form: Form::Css });
    }

    /// The value of a custom property or of `content` may be any text, the others are style.
    fn value_of_style(&mut self, token: Token, place: Place<'_>) {
        let form = match place.name {
            Some("content" | "quotes") => Form::Shown,
            Some(name) if name.starts_with("--") => Form::Words,
            _ => place.form,
        };
        self.string(token, Place { form, ..place });
    }

    fn input(&mut self, data: usize) {
        let doc = self.doc;
        let tag = doc.member(data, b"id").and_then(|i| doc.number(i)).and_then(|id| self.page.tags.get(id));
        for member in doc.members(data) {
            match (doc.raw(member.key), doc.token(member.value)) {
                (b"text", Some(token)) if token.is_string() => {
                    let tag = tag.as_deref();
                    self.string(token, Place { channel: Channel::Input, tag, name: None, form: Form::Words });
                }
                (key, _) => self.member(member.value, key, Channel::Input),
            }
        }
    }

    fn plugin(&mut self, data: usize) {
        let doc = self.doc;
        let name = doc.member(data, b"plugin").and_then(|i| doc.token(i)).map(|t| doc.raw(t)).unwrap_or_default();
        let is = |part: &[u8]| memchr::memmem::find(name, part).is_some();
        let channel = if is(b"console") {
            Channel::Console
        } else if is(b"network") {
            Channel::Network
        } else {
            Channel::Plugin
        };
        for member in doc.members(data) {
            match doc.raw(member.key) {
                b"plugin" => {}
                key => self.member(member.value, key, channel),
            }
        }
    }

    fn asset(&mut self, data: usize) {
        for member in self.doc.members(data) {
            match self.doc.raw(member.key) {
                b"url" => self.member(member.value, b"url", Channel::Url),
                key => self.member(member.value, key, Channel::Media),
            }
        }
    }

    fn payload(&mut self, root: usize, channel: Channel) {
        self.payload_as(root, channel, Form::Words);
    }

    fn payload_as(&mut self, root: usize, channel: Channel, form: Form) {
        self.values(root, None, channel, form);
    }

    /// The value of a member whose key is given as it stands in the text.
    fn member(&mut self, value: usize, key: &[u8], channel: Channel) {
        self.values(value, std::str::from_utf8(key).ok().filter(|k| !k.is_empty()), channel, Form::Words);
    }

    /// Every string of a value, each with the nearest key above it. The tape is flat, so depth costs no stack.
    fn values(&mut self, root: usize, name: Option<&str>, channel: Channel, form: Form) {
        let doc = self.doc;
        let Some(whole) = doc.token(root) else { return };
        let end = whole.next as usize;
        // Open containers: where each ends, whether it is an object, and the key that it is the value of.
        let mut open: Vec<(usize, bool, Option<Token>)> = Vec::new();
        let mut key: Option<Token> = None;
        let mut scratch = String::new();
        let mut at = root;
        while let Some(token) = doc.token(at).filter(|_| at < end) {
            while open.last().is_some_and(|(end, ..)| at >= *end) {
                open.pop();
            }
            let (in_object, above) = open.last().map_or((false, None), |(_, object, key)| (*object, *key));
            if in_object && key.is_none() {
                key = Some(token);
                at += 1;
                continue;
            }
            let own = key.take().or(above);
            match token.kind() {
                Kind::Object | Kind::Array => open.push((token.next as usize, token.kind() == Kind::Object, own)),
                Kind::Plain | Kind::Escaped => {
                    let name = own.map(|key| doc.string(key, &mut scratch)).or(name);
                    self.leaf(token, name, channel, form);
                }
                Kind::Number | Kind::Literal => {}
            }
            at += 1;
        }
    }

    fn leaf(&mut self, token: Token, name: Option<&str>, channel: Channel, form: Form) {
        // What rrweb's player reads to know what to do.
        let constant = match channel {
            Channel::Canvas => matches!(name, Some("rr_type" | "property")),
            Channel::Console => matches!(name, Some("level")),
            Channel::Css => matches!(name, Some("family")),
            _ => false,
        };
        if constant {
            return;
        }
        let mut scratch = String::new();
        let text = self.doc.string(token, &mut scratch);
        let form = match form {
            Form::Words if url::looks_like_url(text) => Form::Url,
            Form::Words if channel == Channel::Console => Form::Argument,
            // The source of a font may be an address alone.
            Form::Css if name == Some("fontSource") && url::looks_like_url(text) => Form::Url,
            form => form,
        };
        self.string(token, Place { channel, tag: None, name, form });
    }

    /// Asks about one string and notes what is to stand in its place. Returns whether it changes.
    fn string(&mut self, token: Token, place: Place<'_>) -> bool {
        let mut scratch = String::new();
        let text = self.doc.string(token, &mut scratch);
        if mask::is_mask(text) {
            return false;
        }
        let mut out = String::new();
        let mut asked = Asked { host: self.host, place, fault: false };
        match place.form {
            Form::Css => {
                if !css::rewrite(text, false, &mut asked, &mut out) {
                    text.clone_into(&mut out);
                }
            }
            form => match asked.ask(text) {
                Found::Nothing => return false,
                Found::All | Found::Fault => whole(text, form, &mut out),
                Found::Parts(parts) => {
                    let with: fn(&str, &mut String) = if form == Form::Url || form == Form::Picture { hide_part } else { mask::push_words };
                    cut(text, &parts, with, &mut out);
                    let broken = match form {
                        Form::Argument => is_json(text) && !is_json(&out),
                        Form::Shown => unquoted(text).is_some() && unquoted(&out).is_none(),
                        _ => false,
                    };
                    if broken {
                        out.clear();
                        whole(text, form, &mut out);
                    }
                }
            },
        }
        let changed = out != text;
        if asked.fault {
            self.counts.mask(place.channel, Reason::HostFault);
        } else if changed {
            self.counts.mask(place.channel, Reason::Host);
        }
        if changed {
            self.changed = true;
            self.edits.string(token.start(), token.end(), &out);
        }
        changed
    }
}

/// The host as the rewriter of style sheets asks it.
struct Asked<'a> {
    host: &'a dyn Examine,
    place: Place<'a>,
    fault: bool,
}

impl Asked<'_> {
    fn ask(&mut self, text: &str) -> Found {
        let seen = Seen { channel: name_of(self.place.channel), tag: self.place.tag, name: self.place.name, text };
        let found = ask(self.host, &seen);
        self.fault |= matches!(found, Found::Fault);
        found
    }
}

impl Scan for Asked<'_> {
    fn scan(&mut self, text: &str, spans: &mut Vec<(usize, usize)>) {
        if mask::is_mask(text) {
            return;
        }
        match self.ask(text) {
            Found::Nothing => {}
            Found::All | Found::Fault => spans.push((0, text.len())),
            Found::Parts(parts) => spans.extend(parts.iter().map(|part| (part.start, part.end))),
        }
    }
}

/// What stands for a text as a whole.
fn whole(text: &str, form: Form, out: &mut String) {
    match form {
        Form::Words | Form::Css => mask::push_words(text, out),
        Form::Url => out.push_str(BLANK_PAGE),
        Form::Picture => out.push_str(BLANK_PICTURE),
        // The player of console lines parses each argument.
        Form::Argument if is_json(text) => {
            out.push('"');
            mask::push_words(unquoted(text).map_or(text, |(_, inside)| inside), out);
            out.push('"');
        }
        Form::Shown if let Some((quote, inside)) = unquoted(text) => {
            out.push(quote);
            mask::push_words(inside, out);
            out.push(quote);
        }
        Form::Argument | Form::Shown => mask::push_words(text, out),
    }
}

/// The quote around a text and what is in it.
fn unquoted(text: &str) -> Option<(char, &str)> {
    let quote = text.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    Some((quote, text.get(1..)?.strip_suffix(quote)?))
}

fn hide_part(_: &str, out: &mut String) {
    out.push_str(url::MASK);
}

/// Appends `text` with each part replaced.
fn cut(text: &str, parts: &[Range<usize>], with: fn(&str, &mut String), out: &mut String) {
    let mut at = 0;
    for part in parts {
        out.push_str(text.get(at..part.start).unwrap_or_default());
        with(text.get(part.clone()).unwrap_or_default(), out);
        at = part.end;
    }
    out.push_str(text.get(at..).unwrap_or_default());
}

fn is_json(text: &str) -> bool {
    Tape::default().read(text.as_bytes()).is_ok()
}

/// Attributes that rrweb wrote itself, and markers: they say what to do with the element and nothing of the visitor.
fn is_structure(name: &str, value: &str) -> bool {
    match name {
        "rr_src" | "rr_dataURL" | "rr_captured_src" => false,
        "data-rr-is-password" => true,
        _ if name.starts_with("rr_") => true,
        // A marker whose value was masked would mean something else to the next reader.
        _ => !markers::attribute_actions(name, value).is_empty() || !markers::attribute_actions(name, "").is_empty(),
    }
}

fn form_of(name: &str, tag: Option<&str>, text: &str) -> Form {
    let page = tag.is_some_and(|tag| matches!(tag, "iframe" | "frame" | "embed" | "object" | "script" | "a" | "area" | "link" | "base"));
    match name {
        "_cssText" | "style" => Form::Css,
        "rr_dataURL" => Form::Picture,
        "src" | "srcset" | "imagesrcset" | "poster" | "background" | "rr_captured_src" | "lowsrc" | "dynsrc" if !page => Form::Picture,
        "href" | "xlink:href" if tag.is_some_and(|tag| matches!(tag, "image" | "feImage")) => Form::Picture,
        "src" | "href" | "xlink:href" | "action" | "formaction" | "cite" | "ping" | "manifest" | "rr_src" | "data" => Form::Url,
        _ if url::looks_like_url(text) => Form::Url,
        _ => Form::Words,
    }
}
