//! Snapshots and mutations: nodes, texts and attributes in, findings out.

use std::collections::{HashMap, HashSet, VecDeque};

use super::address;
use super::field::{Field, is_number_of_a_person};
use super::json::{Doc, Kind as Json, Value};
use super::marks::{self, Marks};
use super::mask::{self, Reason};
use super::page::{CDATA, COMMENT, ELEMENT, Node, Page, TEXT, Zone};
use super::report::{self, Channel};
use super::style::{self, Piece};
use super::walk::{Auditor, Place, is_secret};
use crate::config::{Media, Profile};
use crate::detect::Kind;
use crate::detect::labels::{self, FieldClass};

/// What rrweb writes for the text of a script.
const SCRIPT_PLACEHOLDER: &str = "SCRIPT_PLACEHOLDER";

impl Auditor<'_> {
    pub(super) fn snapshot(&mut self, doc: &Doc, data: Value<'_>) {
        self.document();
        let mut entered = Vec::new();
        for (key, value) in data.members() {
            if key == "node" {
                self.page.enter(value, 0, None, &mut entered);
            } else {
                self.payload(value, Place::new(Channel::Other), None);
            }
        }
        self.nodes(doc, &entered);
    }

    pub(super) fn mutation(&mut self, doc: &Doc, data: Value<'_>) {
        self.heads.forget();
        for removed in data.get("removes").into_iter().flat_map(Value::items) {
            if let Some(id) = removed.get("id").and_then(Value::integer) {
                self.page.remove(id);
            }
        }
        let entered = self.adds(data);
        self.nodes(doc, &entered);
        let mut changed = Vec::new();
        for (key, list) in data.members() {
            match key {
                "texts" => {
                    for change in list.items() {
                        changed.extend(self.changed_text(change));
                    }
                }
                "attributes" => list.items().for_each(|change| self.changed_attributes(change)),
                "adds" => {}
                "removes" | "source" | "isAttachIframe" => self.payload(list, Place::new(Channel::Other), None),
                _ => self.payload(list, Place::new(Channel::Other), Some(key)),
            }
        }
        self.join(&changed);
    }

    /// Enters added nodes: each after its parent and its next sibling, whatever their order.
    fn adds(&mut self, data: Value<'_>) -> Vec<(i64, usize)> {
        let mut entered = Vec::new();
        let adds: Vec<(Value<'_>, i64, Option<i64>)> = data
            .get("adds")
            .into_iter()
            .flat_map(Value::items)
            .filter_map(|add| {
                let parent = add.get("parentId").and_then(Value::integer).unwrap_or(0);
                Some((add.get("node")?, parent, add.get("nextId").and_then(Value::integer)))
            })
            .collect();
        let id_of = |node: Value<'_>| node.get("id").and_then(Value::integer).unwrap_or(0);
        let coming: HashSet<i64> = adds.iter().map(|(node, ..)| id_of(*node)).collect();
        let mut waiting: HashMap<i64, Vec<usize>> = HashMap::new();
        let mut blockers: Vec<usize> = vec![0; adds.len()];
        let mut ready: VecDeque<usize> = VecDeque::new();
        for (index, (node, parent, next)) in adds.iter().enumerate() {
            let neighbours = [Some(*parent), *next].into_iter().flatten().filter(|id| coming.contains(id) && *id != id_of(*node));
            for neighbour in neighbours {
                waiting.entry(neighbour).or_default().push(index);
                if let Some(count) = blockers.get_mut(index) {
                    *count += 1;
                }
            }
            if blockers.get(index) == Some(&0) {
                ready.push_back(index);
            }
        }
        let mut done = vec![false; adds.len()];
        // Nodes in a ring of parents and siblings come at the end, as they stand.
        let mut rest = 0..adds.len();
        while let Some(index) = ready.pop_front().or_else(|| rest.next()) {
            let (Some((node, parent, next)), Some(slot)) = (adds.get(index), done.get_mut(index)) else { continue };
            if std::mem::replace(slot, true) {
                continue;
            }
            self.page.enter(*node, *parent, *next, &mut entered);
            for woken in waiting.remove(&id_of(*node)).unwrap_or_default() {
                if let Some(count) = blockers.get_mut(woken) {
                    *count = count.saturating_sub(1);
                    if *count == 0 {
                        ready.push_back(woken);
                    }
                }
            }
        }
        entered
    }

    /// Checks nodes that have been entered.
    fn nodes(&mut self, doc: &Doc, entered: &[(i64, usize)]) {
        let mut texts = Vec::new();
        for &(id, place) in entered {
            let value = doc.at(place);
            let kind = value.get("type").and_then(Value::integer).unwrap_or(-1);
            for (key, member) in value.members() {
                match key {
                    "tagName" => self.name(id, member.text()),
                    "attributes" if kind == ELEMENT => self.attributes(id, member, false),
                    "textContent" if member.kind() == Json::String => self.node_text(id, kind, member.text()),
                    "type" | "id" | "childNodes" | "rootId" | "isStyle" | "isSVG" | "isShadow" | "isShadowHost" | "isCustom"
                    | "needBlock" | "compatMode" | "attributes" => {}
                    _ => self.payload(member, Place::at(Channel::Other, id), None),
                }
            }
            if kind == TEXT || kind == CDATA {
                texts.push(id);
            }
        }
        self.join(&texts);
    }

    fn changed_text(&mut self, change: Value<'_>) -> Option<i64> {
        let id = change.get("id").and_then(Value::integer)?;
        let text = change.get("value").and_then(Value::string)?;
        self.page.change_text(id, text);
        let kind = self.page.node(id).map_or(TEXT, |node| node.kind);
        self.node_text(id, kind, text);
        Some(id)
    }

    /// The text of a text node or a comment.
    fn node_text(&mut self, id: i64, kind: i64, text: &str) {
        let Some(node) = self.page.node(id) else { return self.text(text, Place::at(Channel::Text, id), None) };
        let (zone, marks) = (node.zone, node.marks());
        if kind == COMMENT || zone.has(Zone::SCRIPT) {
            let place = Place::at(Channel::Code, id).part(if kind == COMMENT { "comment" } else { "script" });
            return self.code(text, place);
        }
        if zone.has(Zone::STYLE) {
            return self.style(text, Place::at(Channel::Css, id));
        }
        if text.trim().is_empty() {
            return;
        }
        let channel = match () {
            () if zone.has(Zone::TITLE) => Channel::Title,
            () if zone.has(Zone::EDITABLE) => Channel::Value,
            () => Channel::Text,
        };
        let place = Place::at(channel, id);
        if marks.has(Marks::MASK) || marks.has(Marks::BLOCK) || marks.has(Marks::NEVER) {
            self.note(text, place);
            if mask::is_readable(text) {
                self.named(report::MARKED, place, 0.9, text, None);
            }
            return;
        }
        if zone.has(Zone::EDITABLE) {
            let field = self.editable_field(id);
            return self.typed(text, place, field, report::FORM_VALUE, report::SENSITIVE_VALUE);
        }
        if self.profile() == Profile::Strict && !zone.has(Zone::ALLOWED) {
            self.note(text, place);
            if mask::is_readable(text) {
                self.named(report::STRICT_TEXT, place, 0.9, text, None);
            }
            return;
        }
        let class = self.heads.class_of(&self.page, id);
        self.text(text, place, class);
    }

    /// The field of the editable element around a text node.
    fn editable_field(&mut self, id: i64) -> Field {
        let own = |name: &str, value: Option<&str>| value.is_some() && matches!(name, "contenteditable" | "role");
        let around = self
            .page
            .upwards(id)
            .find(|(_, node)| node.tag == "textarea" || ["contenteditable", "role"].iter().any(|name| own(name, node.attribute(name))));
        match around.map(|(id, _)| id) {
            Some(around) => self.page.field(around),
            None => Field::default(),
        }
    }

    /// What was typed or prefilled, in an attribute, a text or an input event.
    pub(super) fn typed(&mut self, text: &str, place: Place, field: Field, form: &'static str, sensitive: &'static str) {
        self.note(text, place);
        if !mask::is_readable(text) {
            return;
        }
        let class = field.class.map(|class| class.as_str().to_owned());
        if field.sensitive {
            self.found(sensitive, place, class, if field.sure { 0.99 } else { 0.9 }, text, true);
        } else if self.profile() != Profile::Forms || field.hidden {
            self.named(form, place, 0.9, text, field.class);
        } else if field.class.is_some_and(is_number_of_a_person) {
            self.found(report::PERSONAL_FIELD, place, class, 0.8, text, false);
        } else {
            // Names and places are what a host keeps that records forms.
            for hit in self.looker.through(text, None) {
                if !matches!(hit.kind, Kind::Person | Kind::Address) {
                    let kind = self.looker.name(hit.kind);
                    self.found(hit.rule, place, Some(kind), hit.confidence, &hit.text, is_secret(hit.kind));
                }
            }
        }
    }

    /// A finding for a text as a whole, with the kind that the detectors would give it.
    pub(super) fn named(&mut self, rule: &'static str, place: Place, confidence: f32, text: &str, class: Option<FieldClass>) {
        let hits = self.looker.through(text, class);
        let secret = hits.iter().any(|hit| is_secret(hit.kind));
        let kind = hits.first().map(|hit| self.looker.name(hit.kind)).or(class.map(|class| class.as_str().to_owned()));
        self.found(rule, place, kind, confidence, text, secret);
    }

    /// Code and comments: they are to be empty.
    pub(super) fn code(&mut self, text: &str, place: Place) {
        if text.is_empty() || mask::is_hidden(text) || text == SCRIPT_PLACEHOLDER {
            if text.is_empty() {
                self.mask(Reason::Emptied, place);
            }
            return;
        }
        self.named(report::CODE, place, 0.6, text, None);
    }

    fn changed_attributes(&mut self, change: Value<'_>) {
        let Some(id) = change.get("id").and_then(Value::integer) else { return };
        let Some(attributes) = change.get("attributes") else { return };
        let mut fresh = false;
        for (name, value) in attributes.members() {
            let text = if value.kind() == Json::Bool { Some("") } else { value.string() };
            fresh |= self.page.change_attribute(id, name, text);
        }
        self.attributes(id, attributes, true);
        if fresh {
            // What stood below before its marker came.
            for below in self.page.below(id) {
                let Some(node) = self.page.node(below) else { continue };
                let marks = node.marks();
                if (marks.has(Marks::MASK) || marks.has(Marks::BLOCK))
                    && node.kind == TEXT
                    && !node.zone.has(Zone::STYLE)
                    && !node.zone.has(Zone::SCRIPT)
                    && mask::is_readable(&node.text)
                {
                    let text = node.text.clone();
                    self.named(report::MARKED, Place::at(Channel::Text, below), 0.7, &text, None);
                }
            }
        }
    }

    /// The attributes of an element, or those that have changed.
    fn attributes(&mut self, id: i64, attributes: Value<'_>, change: bool) {
        let control = self.page.node(id).is_some_and(Node::is_control);
        let field = if control { self.page.field(id) } else { Field::default() };
        for (name, value) in attributes.members() {
            self.name(id, name);
            match value.kind() {
                Json::String => self.attribute(id, name, value.text(), field, change),
                Json::Bool if value.is_true() && matches!(name, "checked" | "selected") => self.chosen(id, name),
                Json::Number if name == "value" && control && value.text() != "0" => {
                    self.typed(
                        value.text(),
                        Place::at(Channel::Value, id).part("value"),
                        field,
                        report::FORM_VALUE,
                        report::SENSITIVE_VALUE,
                    );
                }
                Json::Object if name == "style" => self.style_object(id, value),
                Json::Object | Json::Array => self.payload(value, Place::at(Channel::Attribute, id), None),
                _ => {}
            }
        }
    }

    /// The name of a tag or attribute. Pages make them up, and few of them hold what a person is known by.
    fn name(&mut self, id: i64, name: &str) {
        if name.contains(['@', '%']) || name.bytes().filter(u8::is_ascii_digit).count() >= 6 {
            self.hits(name, Place::at(Channel::Attribute, id).part("name"), None);
        }
    }

    /// Properties of a style, each with its value, or with value and priority.
    fn style_object(&mut self, id: i64, object: Value<'_>) {
        let place = Place::at(Channel::Css, id).part("style");
        for (property, value) in object.members() {
            let value = value.items().next().unwrap_or(value);
            if value.kind() == Json::String {
                self.style(&format!("{property}:{}", value.text()), place);
            }
        }
    }

    pub(super) fn chosen(&mut self, id: i64, name: &str) {
        if self.profile() != Profile::Forms {
            self.found(report::CHOICE, Place::at(Channel::Value, id).part(part(name)), None, 0.8, "", false);
        }
    }

    fn attribute(&mut self, id: i64, name: &str, value: &str, field: Field, change: bool) {
        let place = Place::at(Channel::Attribute, id).part(part(name));
        let Some(node) = self.page.node(id) else { return self.text(value, place, None) };
        let (marks, zone, control) = (node.marks(), node.zone, node.is_control());
        let tag = node.tag.clone();
        let hidden = marks.has(Marks::MASK) || marks.has(Marks::BLOCK) || marks.has(Marks::NEVER);
        match name {
            "_cssText" => return self.style(value, Place { channel: Channel::Css, ..place }),
            "style" => {
                // What a blocked element shows must not come in by its background.
                let shows = style::pieces(value).iter().any(|piece| matches!(piece, Piece::Address(url) if !mask::is_blank_picture(url)));
                if shows && marks.has(Marks::BLOCK) {
                    self.found(report::MEDIA, Place { channel: Channel::Media, ..place }, None, 0.6, "", false);
                }
                return self.style(value, place);
            }
            "rr_dataURL" => return self.picture(value, Place { channel: Channel::Media, ..place }),
            "srcdoc" | "nonce" | "integrity" => return self.code(value, Place { channel: Channel::Code, ..place }),
            "checked" | "selected" if value != "false" => return self.chosen(id, name),
            "value" if control && !field.button && !field.checkable => {
                let place = Place { channel: Channel::Value, ..place };
                if hidden && !field.sensitive {
                    return self.covered(value, place);
                }
                return self.typed(value, place, field, report::FORM_VALUE, report::SENSITIVE_VALUE);
            }
            _ if is_handler(name) => return self.code(value, Place { channel: Channel::Code, ..place }),
            _ if marks::is_marker(name) || value.is_empty() => return,
            _ if is_drawn(name) && is_geometry(value) => return,
            _ => {}
        }
        if let Some(media) = media(name, &tag)
            && (marks.has(Marks::BLOCK)
                || (self.profile() == Profile::Strict && self.privacy.media == Media::Block && !zone.has(Zone::ALLOWED)))
        {
            return self.picture(
                if media == "srcset" { value.split_whitespace().next().unwrap_or_default() } else { value },
                Place { channel: Channel::Media, ..place },
            );
        }
        if is_url(name) {
            return self.address(value, Place { channel: Channel::Url, ..place });
        }
        if matches!(name, "srcset" | "imagesrcset" | "data-srcset") {
            for candidate in value.split(", ").filter_map(|c| c.split_whitespace().next()) {
                self.address(candidate, Place { channel: Channel::Url, ..place });
            }
            return;
        }
        if tag == "meta" && name == "content" && node_is(&self.page, id, "http-equiv", "refresh") {
            let url = value.split_once('=').map_or("", |(_, url)| url.trim_matches(['"', '\'', ' ']));
            return self.address(url, Place { channel: Channel::Url, ..place });
        }
        let shown = is_shown(name);
        let data = name.starts_with("data-");
        if field.sensitive && (data || name == "aria-valuetext" || (change && shown)) && mask::is_readable(value) {
            return self.found(report::SENSITIVE_VALUE, place, field.class.map(|c| c.as_str().to_owned()), 0.8, value, true);
        }
        if hidden && (shown || data || name == "value") {
            return self.covered(value, place);
        }
        let host = change && matches!(name, "value" | "data-value") && !control && self.hosts_a_control(id);
        if (host || control && change && data) && value.len() >= 3 && self.profile() != Profile::Forms && mask::is_readable(value) {
            return self.named(report::FORM_VALUE, place, 0.5, value, field.class);
        }
        if self.profile() == Profile::Strict && shown && name != "content" && !zone.has(Zone::ALLOWED) && mask::is_readable(value) {
            return self.named(report::STRICT_TEXT, place, 0.8, value, None);
        }
        let class = self.class_of_attribute(id, name, &tag, value);
        if class.is_some_and(FieldClass::is_sensitive) && value.len() >= 3 && mask::is_readable(value) {
            return self.found(report::SENSITIVE_KEY, place, class.map(|c| c.as_str().to_owned()), 0.7, value, true);
        }
        self.text(value, place, class);
    }

    /// Whether an element of a component library wraps one control: its value mirrors what is typed there.
    fn hosts_a_control(&self, id: i64) -> bool {
        self.page.node(id).is_some_and(|node| node.tag.contains('-'))
            && self.page.below(id).iter().filter(|below| self.page.node(**below).is_some_and(Node::is_control)).count() == 1
    }

    /// What the name of an attribute says of its value.
    fn class_of_attribute(&self, id: i64, name: &str, tag: &str, value: &str) -> Option<FieldClass> {
        if tag == "meta" && name == "content" {
            let node = self.page.node(id)?;
            let called = ["name", "property", "itemprop", "http-equiv"].iter().find_map(|n| node.attribute(n))?;
            let token = called.to_ascii_lowercase().contains("csrf");
            return if token { Some(FieldClass::Secret) } else { labels::classify(called) };
        }
        let own = name.strip_prefix("data-").or_else(|| name.strip_prefix("aria-"))?;
        // A short word behind such a name is one of a component library.
        labels::classify(own).filter(|class| !class.is_sensitive() || !matches!(value, "true" | "false"))
    }

    /// Something in an element that is marked.
    fn covered(&mut self, value: &str, place: Place) {
        self.note(value, place);
        if mask::is_readable(value) && !address::is_address(value) {
            self.named(report::MARKED, place, 0.8, value, None);
        } else if address::is_address(value) {
            self.address(value, place);
        }
    }

    /// A picture that is to be blank.
    fn picture(&mut self, value: &str, place: Place) {
        if mask::is_blank_picture(value) {
            self.mask(Reason::Picture, place);
        } else if self.privacy.media == Media::Block || place.part != Some("rr_dataURL") {
            self.found(report::MEDIA, place, None, 0.7, "", false);
        }
    }
}

/// The name of an attribute as a report may say it.
fn part(name: &str) -> &'static str {
    const KNOWN: &[&str] = &[
        "action",
        "alt",
        "aria-label",
        "checked",
        "class",
        "content",
        "download",
        "for",
        "formaction",
        "href",
        "id",
        "label",
        "name",
        "placeholder",
        "poster",
        "rr_dataURL",
        "selected",
        "src",
        "srcdoc",
        "srcset",
        "style",
        "summary",
        "title",
        "value",
        "_cssText",
    ];
    match KNOWN.iter().find(|known| **known == name) {
        Some(known) => known,
        None if name.starts_with("data-") => "data-*",
        None if name.starts_with("aria-") => "aria-*",
        None if is_handler(name) => "on*",
        None => "attribute",
    }
}

fn node_is(page: &Page, id: i64, name: &str, value: &str) -> bool {
    page.node(id).and_then(|node| node.attribute(name)).is_some_and(|found| found.eq_ignore_ascii_case(value))
}

fn is_handler(name: &str) -> bool {
    name.len() >= 5 && name.strip_prefix("on").is_some_and(|rest| rest.bytes().all(|b| b.is_ascii_lowercase()))
}

fn is_url(name: &str) -> bool {
    matches!(
        name,
        "href"
            | "xlink:href"
            | "src"
            | "action"
            | "formaction"
            | "cite"
            | "data"
            | "ping"
            | "poster"
            | "background"
            | "longdesc"
            | "manifest"
            | "rr_src"
            | "rr_captured_src"
    )
}

/// The attribute by which an element shows a picture, sound or film.
fn media<'n>(name: &'n str, tag: &str) -> Option<&'n str> {
    let shows = matches!(tag, "img" | "video" | "audio" | "source" | "track" | "embed" | "object" | "image");
    (shows && matches!(name, "src" | "srcset" | "poster" | "data" | "href" | "xlink:href")).then_some(name)
}

/// Attributes whose text is shown or read out.
fn is_shown(name: &str) -> bool {
    matches!(name, "title" | "alt" | "placeholder" | "label" | "summary" | "aria-label" | "aria-description" | "content" | "download")
}

/// Attributes that draw.
fn is_drawn(name: &str) -> bool {
    matches!(
        name,
        "d" | "points"
            | "transform"
            | "viewBox"
            | "viewbox"
            | "values"
            | "from"
            | "to"
            | "offset"
            | "path"
            | "keyTimes"
            | "keySplines"
            | "gradientTransform"
            | "patternTransform"
            | "tableValues"
            | "rotate"
            | "dur"
            | "begin"
            | "sizes"
    ) || name.starts_with("stroke")
        || name.len() <= 2
}

/// Numbers, commands of a path and names of transformations: no word of a person.
fn is_geometry(value: &str) -> bool {
    let digits = value.bytes().filter(u8::is_ascii_digit).count();
    let letters = value.bytes().filter(u8::is_ascii_alphabetic).count();
    digits >= letters && value.bytes().all(|b| b.is_ascii_alphanumeric() || b.is_ascii_whitespace() || b"+-.,();%".contains(&b))
}
