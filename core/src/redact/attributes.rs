//! Attributes of elements: names and values with the flags of their element in, changes to the values out.

use super::engine::Engine;
use super::fields;
use super::items::{Item, Tag};
use super::memo::Note;
use super::page::Flags;
use super::report::{Channel, Reason};
use super::scanner::Probe;
use super::url;
use super::write::Treatment;
use crate::config::{Media, Profile};
use crate::event::doc::Doc;
use crate::event::tape::{Kind, Token};

/// A picture of one transparent pixel: what stands for a picture that is not shown, so that layouts keep its box.
pub(super) const BLANK_PICTURE: &str = "data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==";

/// What an attribute holds.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Holds {
    /// Names for style sheets and scripts, shapes, sizes.
    Names,
    /// A style sheet.
    Sheet,
    /// Declarations.
    Style,
    /// An address.
    Url,
    /// The address of a picture, sound or film.
    MediaUrl,
    /// Several addresses.
    UrlSet,
    /// The value of a form control or of another element.
    Value,
    /// Checked or selected.
    State,
    /// Text that is shown or read out, or any data.
    Text,
    /// Code or a document.
    Code,
    /// Pixels.
    Picture,
    /// `content` of `<meta>`.
    Content,
}

fn holds(name: &[u8], tag: Tag) -> Holds {
    match name {
        b"class"
        | b"id"
        | b"for"
        | b"type"
        | b"role"
        | b"rel"
        | b"d"
        | b"points"
        | b"transform"
        | b"viewBox"
        | b"width"
        | b"height"
        | b"fill"
        | b"stroke"
        | b"lang"
        | b"dir"
        | b"tabindex"
        | b"colspan"
        | b"rowspan"
        | b"method"
        | b"target"
        | b"autocomplete"
        | b"inputmode"
        | b"maxlength"
        | b"minlength"
        | b"pattern"
        | b"x"
        | b"y"
        | b"cx"
        | b"cy"
        | b"r"
        | b"rx"
        | b"ry"
        | b"x1"
        | b"x2"
        | b"y1"
        | b"y2"
        | b"xmlns"
        | b"crossorigin"
        | b"charset"
        | b"media"
        | b"sizes"
        | b"loading"
        | b"rr_width"
        | b"rr_height"
        | b"rr_left"
        | b"rr_top"
        | b"rr_scrollLeft"
        | b"rr_scrollTop"
        | b"rr_mediaState"
        | b"rr_currentTime"
        | b"data-rr-is-password" => Holds::Names,
        b"_cssText" => Holds::Sheet,
        b"style" => Holds::Style,
        b"href" | b"xlink:href" if tag == Tag::Media || tag == Tag::Svg => Holds::MediaUrl,
        b"href" | b"xlink:href" | b"action" | b"formaction" | b"cite" | b"longdesc" | b"ping" | b"manifest" | b"codebase" | b"profile"
        | b"usemap" | b"classid" | b"archive" | b"rr_src" => Holds::Url,
        b"src" | b"poster" | b"background" | b"data" | b"rr_captured_src" | b"lowsrc" | b"dynsrc" => Holds::MediaUrl,
        b"srcset" | b"imagesrcset" | b"data-srcset" => Holds::UrlSet,
        b"value" => Holds::Value,
        b"checked" | b"selected" => Holds::State,
        b"rr_dataURL" => Holds::Picture,
        b"srcdoc" | b"nonce" | b"integrity" => Holds::Code,
        b"content" => Holds::Content,
        [b'o', b'n', rest @ ..] if rest.len() >= 3 && rest.iter().all(u8::is_ascii_lowercase) => Holds::Code,
        _ => Holds::Text,
    }
}

impl Engine {
    /// Changes what the attributes of an element give away. With `change` set they are changes to an element that is
    /// known already.
    pub(super) fn write_attributes(&mut self, doc: Doc<'_>, item: &Item, flags: Flags, attributes: usize, change: bool) {
        let Some(object) = doc.token(attributes).filter(|token| token.kind() == Kind::Object) else { return };
        let raw = doc.raw(object);
        if raw.len() <= 2 {
            return;
        }
        // The same attributes under the same flags, found harmless since anything was typed, are harmless again.
        let context = u64::from(flags.0) | u64::from(item.class) << 32 | u64::from(self.strict) << 40 | u64::from(change) << 41;
        let about = item.tag as u64;
        let epoch = self.scanner.epoch();
        let found = if change { None } else { self.memo.find(about, raw) };
        let known = found.and_then(|(_, note)| note);
        if known.is_some_and(|note| note.context == context && note.epoch == epoch) {
            return;
        }
        let changes = self.edits.len();
        self.write_each_attribute(doc, item, flags, attributes, change);
        if let (Some((place, _)), Some(note)) = (found, known)
            && self.edits.len() == changes
        {
            self.memo.put(place, about, raw, Note { context, epoch, ..note });
        }
    }

    fn write_each_attribute(&mut self, doc: Doc<'_>, item: &Item, flags: Flags, attributes: usize, change: bool) {
        for member in doc.members(attributes) {
            let Some(value) = doc.token(member.value) else { continue };
            let name = doc.raw(member.key);
            let holds = holds(name, item.tag);
            if !value.is_string() {
                self.write_other(doc, member.value, value, name, holds, flags);
                continue;
            }
            if value.end() == value.start() {
                continue;
            }
            let hidden = flags.has(Flags::BLOCK) || flags.has(Flags::MASK);
            match holds {
                Holds::Names => self.write_names(doc, value),
                Holds::Sheet => self.write_css(doc, value, Channel::Css),
                Holds::Style => self.write_css(doc, value, Channel::Attribute),
                Holds::Url => self.write_url(doc, value, flags, Channel::Url),
                Holds::MediaUrl => self.write_media_url(doc, value, item, flags),
                Holds::UrlSet => self.write_url_set(doc, value, flags),
                Holds::Value => self.write_value(doc, value, item, flags),
                Holds::State => self.write_state(value, flags),
                Holds::Code => self.write_whole(doc, value, Treatment::Empty, Channel::Code, None),
                Holds::Picture => self.write_picture(doc, value, flags),
                Holds::Content if flags.has(Flags::TOKEN) => self.write_whole(doc, value, Treatment::Constant, Channel::Attribute, None),
                // What the page itself wrote beside an unmarked field, such as its placeholder, tells what to type there.
                Holds::Content | Holds::Text
                    if flags.has(Flags::SENSITIVE) && !is_hint(name) && (change || flags.has(Flags::MARKED) || !is_shown(name)) =>
                {
                    self.write_whole(doc, value, Treatment::Constant, Channel::Attribute, None);
                }
                // A marker says what to do with the element and nothing of the visitor.
                Holds::Text if flags.has(Flags::MARKED) && !self.marks(name, doc.written(value)).is_empty() => {}
                Holds::Content | Holds::Text if hidden && !is_hint(name) => {
                    let reason = if flags.has(Flags::BLOCK) {
                        Reason::Block
                    } else if flags.has(Flags::MARKED) {
                        Reason::Mask
                    } else {
                        Reason::Unknown
                    };
                    self.write_whole(doc, value, Treatment::Mask(reason), Channel::Attribute, None);
                }
                Holds::Content | Holds::Text => self.write_text_attribute(doc, value, name, item, flags, change),
            }
        }
    }

    /// Names for style sheets: only what has the form of an address for mail, or was typed, is personal there.
    fn write_names(&mut self, doc: Doc<'_>, value: Token) {
        let raw = doc.raw(value);
        if memchr::memchr(b'@', raw).is_some() {
            return self.write_scanned(doc, value, Channel::Attribute, 0, None);
        }
        // Shapes and sizes hold more digits than any number of a person, and no letter beside their commands.
        if !self.echo.is_empty() && raw.len() >= 4 && !is_geometry(raw) {
            self.write_echoes(doc, value, Channel::Attribute);
        }
    }

    /// Text that is shown, read out or kept for scripts.
    fn write_text_attribute(&mut self, doc: Doc<'_>, value: Token, name: &[u8], item: &Item, flags: Flags, change: bool) {
        let raw = doc.raw(value);
        if (raw.len() < 3 && self.profile() != Profile::Strict) || (is_shape(name) && is_geometry(raw)) {
            return;
        }
        // Hidden mirrors of a typed value, such as data-value of the field itself.
        let mirror = flags.has(Flags::CONTROL) && !flags.has(Flags::BUTTON) && name.starts_with(b"data-") && change;
        if mirror && self.profile() != Profile::Forms {
            return self.write_whole(doc, value, Treatment::Mask(Reason::Form), Channel::Attribute, None);
        }
        let own = name.strip_prefix(b"data-").or_else(|| name.strip_prefix(b"aria-"));
        let class = own.and_then(|n| std::str::from_utf8(n).ok()).map_or(0, fields::classify_key);
        if fields::class_of(class).is_some_and(|c| c.is_sensitive()) {
            return self.write_whole(doc, value, Treatment::Constant, Channel::Attribute, None);
        }
        if self.profile() == Profile::Strict
            && !flags.has(Flags::ALLOW)
            && (is_shown(name) || name.starts_with(b"data-") || name.starts_with(b"aria-") && !is_hint(name))
            && !is_hint(name)
        {
            return self.write_whole(doc, value, Treatment::Mask(Reason::Strict), Channel::Attribute, None);
        }
        if is_address(raw) {
            return self.write_url(doc, value, flags, Channel::Attribute);
        }
        let class = if class != 0 {
            class
        } else if item.tag == Tag::Meta {
            item.class
        } else {
            0
        };
        self.scanner.reads_data = name.starts_with(b"data-") || item.tag == Tag::Meta;
        self.write_scanned(doc, value, Channel::Attribute, class, None);
        self.scanner.reads_data = false;
    }

    /// An address.
    pub(super) fn write_url(&mut self, doc: Doc<'_>, value: Token, flags: Flags, channel: Channel) {
        if !value.is_string() || value.end() == value.start() {
            return;
        }
        let strict = flags.has(Flags::BLOCK.with(Flags::MASK).with(Flags::SENSITIVE)) || self.profile() == Profile::Strict;
        let mut scratch = std::mem::take(&mut self.scratch);
        let mut output = std::mem::take(&mut self.output);
        output.clear();
        let text = doc.string(value, &mut scratch);
        let mut probe = Probe { scanner: &mut self.scanner, echo: &self.echo, reason: None };
        let changed = url::rewrite(text, strict, &mut probe, &mut output);
        if !changed.is_empty() {
            let reason = probe.reason.unwrap_or(Reason::UrlPart);
            self.edits.string(value.start(), value.end(), &output);
            self.counts.mask(channel, reason);
        }
        self.scratch = scratch;
        self.output = output;
    }

    fn write_url_set(&mut self, doc: Doc<'_>, value: Token, flags: Flags) {
        if self.media_hidden(flags) {
            return self.replace(value, BLANK_PICTURE, Channel::Media, Reason::Block, doc);
        }
        let mut scratch = std::mem::take(&mut self.scratch);
        let mut output = std::mem::take(&mut self.output);
        output.clear();
        let text = doc.string(value, &mut scratch);
        let mut probe = Probe { scanner: &mut self.scanner, echo: &self.echo, reason: None };
        let changed = url::rewrite_srcset(text, self.rules.profile == Profile::Strict, &mut probe, &mut output);
        if !changed.is_empty() {
            let reason = probe.reason.unwrap_or(Reason::UrlPart);
            self.edits.string(value.start(), value.end(), &output);
            self.counts.mask(Channel::Url, reason);
        }
        self.scratch = scratch;
        self.output = output;
    }

    /// Whether media of an element are replaced by a blank.
    fn media_hidden(&self, flags: Flags) -> bool {
        flags.has(Flags::BLOCK.with(Flags::MASK).with(Flags::SENSITIVE))
            || (self.profile() == Profile::Strict && self.rules.media == Media::Block && !flags.has(Flags::ALLOW))
    }

    fn write_media_url(&mut self, doc: Doc<'_>, value: Token, item: &Item, flags: Flags) {
        if item.tag == Tag::Media && flags.has(Flags::MEDIA) && self.media_hidden(flags) {
            let reason = if flags.has(Flags::BLOCK.with(Flags::MASK)) { Reason::Block } else { Reason::Strict };
            return self.replace(value, BLANK_PICTURE, Channel::Media, reason, doc);
        }
        self.write_url(doc, value, flags, Channel::Url);
    }

    /// Pixels of a picture or canvas.
    fn write_picture(&mut self, doc: Doc<'_>, value: Token, flags: Flags) {
        if self.rules.media == Media::Block || self.media_hidden(flags) {
            self.replace(value, BLANK_PICTURE, Channel::Media, Reason::Setting, doc);
        }
    }

    pub(super) fn replace(&mut self, value: Token, with: &str, channel: Channel, reason: Reason, doc: Doc<'_>) {
        if doc.raw(value) != with.as_bytes() {
            self.edits.string(value.start(), value.end(), with);
            self.counts.mask(channel, reason);
        }
    }

    /// `value`: of a field what was typed or prefilled, of a button its label, of anything else data.
    fn write_value(&mut self, doc: Doc<'_>, value: Token, item: &Item, flags: Flags) {
        if flags.has(Flags::SENSITIVE) {
            return self.write_whole(doc, value, Treatment::Constant, Channel::Value, None);
        }
        if flags.has(Flags::BLOCK.with(Flags::MASK)) {
            let reason = if flags.has(Flags::BLOCK) { Reason::Block } else { Reason::Mask };
            return self.write_whole(doc, value, Treatment::Mask(reason), Channel::Value, None);
        }
        if !flags.has(Flags::CONTROL) || flags.has(Flags::BUTTON) {
            return self.write_scanned(doc, value, Channel::Attribute, 0, None);
        }
        // The value of a radio button or check box is one of the page's own words; whether it is chosen is the secret.
        if flags.has(Flags::CHECKABLE) {
            return self.write_scanned(doc, value, Channel::Value, item.class, None);
        }
        if flags.has(Flags::HIDDEN) {
            return self.write_whole(doc, value, Treatment::Mask(Reason::Form), Channel::Value, None);
        }
        let hidden_in_forms = fields::class_of(item.class).is_some_and(fields::is_hidden_in_forms);
        match self.profile() {
            Profile::Forms if hidden_in_forms => self.write_whole(doc, value, Treatment::Mask(Reason::Personal), Channel::Value, None),
            Profile::Forms => self.write_typed(doc, value, Channel::Value, None),
            _ => self.write_whole(doc, value, Treatment::Mask(Reason::Form), Channel::Value, None),
        }
    }

    fn write_state(&mut self, value: Token, flags: Flags) {
        if self.profile() != Profile::Forms || flags.has(Flags::SENSITIVE.with(Flags::BLOCK).with(Flags::MASK)) {
            // A boolean attribute holds in any writing; rrweb takes false as "not set".
            self.edits.raw(value.outer_start(), value.outer_end(), b"false");
            self.counts.mask(Channel::Value, Reason::Form);
        }
    }

    /// Values that are not strings: numbers, true and false, style objects.
    fn write_other(&mut self, doc: Doc<'_>, index: usize, value: Token, name: &[u8], holds: Holds, flags: Flags) {
        match value.kind() {
            Kind::Literal if holds == Holds::State && doc.raw(value) == b"true" => self.write_state(value, flags),
            Kind::Number if holds == Holds::Value => {
                self.edits.raw(value.start(), value.end(), b"0");
                self.counts.mask(Channel::Value, Reason::Form);
            }
            Kind::Object if name == b"style" => self.write_style_object(doc, index),
            Kind::Object | Kind::Array => self.write_payload(doc, index, Channel::Attribute),
            _ => {}
        }
    }

    /// A style object of a mutation: property to value, or to value and priority.
    fn write_style_object(&mut self, doc: Doc<'_>, object: usize) {
        for member in doc.members(object) {
            match doc.kind(member.value) {
                Some(Kind::Plain | Kind::Escaped) => {
                    if let Some(token) = doc.token(member.value) {
                        self.write_declaration(doc, member.key, token);
                    }
                }
                Some(Kind::Array) => {
                    if let Some(token) = doc.items(member.value).next().and_then(|i| doc.token(i)) {
                        self.write_declaration(doc, member.key, token);
                    }
                }
                _ => {}
            }
        }
    }

    /// The value of one declaration; that of a custom property or of `content` is text.
    pub(super) fn write_declaration(&mut self, doc: Doc<'_>, property: Token, value: Token) {
        let name = doc.raw(property);
        if name.starts_with(b"--") || name == b"content" || name == b"quotes" {
            self.write_scanned(doc, value, Channel::Css, 0, None);
        }
        self.write_css(doc, value, Channel::Css);
    }
}

/// Attributes of SVG that hold coordinates, lists of numbers and transformations.
fn is_shape(name: &[u8]) -> bool {
    matches!(
        name,
        b"d" | b"points"
            | b"transform"
            | b"gradientTransform"
            | b"patternTransform"
            | b"viewBox"
            | b"values"
            | b"keyTimes"
            | b"keySplines"
            | b"keyPoints"
            | b"from"
            | b"to"
            | b"by"
            | b"begin"
            | b"dur"
            | b"offset"
            | b"stroke-dasharray"
            | b"stroke-dashoffset"
            | b"stroke-width"
            | b"dx"
            | b"dy"
            | b"rotate"
            | b"path"
            | b"origin"
            | b"fx"
            | b"fy"
            | b"refX"
            | b"refY"
            | b"markerWidth"
            | b"markerHeight"
            | b"orient"
            | b"textLength"
            | b"kernelMatrix"
            | b"tableValues"
            | b"stdDeviation"
            | b"baseFrequency"
    )
}

/// More digits than letters, and nothing but the commands of a path, the names of transformations and what stands between
/// numbers: no word of a person.
fn is_geometry(raw: &[u8]) -> bool {
    let (mut digits, mut letters) = (0usize, 0usize);
    for &byte in raw {
        match byte {
            b'0'..=b'9' => digits += 1,
            b'+' | b'-' | b'.' | b',' | b' ' | b'(' | b')' | b';' | b'%' => {}
            b'a'..=b'z' | b'A'..=b'Z' => letters += 1,
            _ => return false,
        }
    }
    digits > letters
}

/// Whether a string as it stands in JSON is an address.
pub(super) fn is_address(raw: &[u8]) -> bool {
    let slash = raw.starts_with(b"\\/") || memchr::memmem::find(raw, b":\\/\\/").is_some();
    slash || std::str::from_utf8(raw).is_ok_and(url::looks_like_url)
}

/// Attributes that say what a field is, not what is in it, and states that tools for the blind read out.
fn is_hint(name: &[u8]) -> bool {
    matches!(
        name,
        b"name"
            | b"aria-hidden"
            | b"aria-expanded"
            | b"aria-controls"
            | b"aria-labelledby"
            | b"aria-describedby"
            | b"aria-live"
            | b"aria-haspopup"
            | b"aria-selected"
            | b"aria-disabled"
            | b"aria-current"
            | b"aria-modal"
            | b"aria-orientation"
            | b"aria-invalid"
            | b"aria-required"
            | b"aria-pressed"
            | b"aria-checked"
            | b"aria-atomic"
            | b"aria-busy"
            | b"data-milkglass"
            | b"http-equiv"
            | b"property"
            | b"itemprop"
            | b"disabled"
            | b"readonly"
            | b"required"
            | b"multiple"
            | b"hidden"
            | b"open"
    ) || name.starts_with(b"rr_")
}

/// Attributes whose text is shown or read out.
fn is_shown(name: &[u8]) -> bool {
    matches!(
        name,
        b"title"
            | b"alt"
            | b"placeholder"
            | b"label"
            | b"summary"
            | b"abbr"
            | b"content"
            | b"download"
            | b"aria-label"
            | b"aria-description"
    )
}
