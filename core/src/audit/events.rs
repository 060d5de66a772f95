//! Incremental snapshots but for mutations: input, pointer, style, canvas, font, selection and console events in, findings out.

use super::address;
use super::field::Field;
use super::json::{Doc, Kind as Json, Value};
use super::marks::Marks;
use super::mask;
use super::page::{Node, Zone};
use super::report::{self, Channel};
use super::walk::{Auditor, Place};
use crate::config::{Canvas, Console, Profile};

/// Clicks and what comes with them, as rrweb numbers mouse interactions.
const CLICK: i64 = 2;

impl Auditor<'_> {
    pub(super) fn incremental(&mut self, doc: &Doc, data: Value<'_>) {
        match data.get("source").and_then(Value::integer) {
            Some(0) => self.mutation(doc, data),
            Some(2) => self.interaction(data),
            Some(5) => self.input(data),
            Some(8 | 15) => self.rules(data),
            Some(9) => self.canvas(data),
            Some(10) => self.font(data),
            Some(11) => {
                if self.privacy.console == Console::Drop {
                    self.found(report::SETTING, Place::new(Channel::Console), None, 0.9, "", false);
                }
                self.payload(data, Place::new(Channel::Console), None);
            }
            Some(13) => self.declaration(data),
            Some(14) => self.selection(data),
            Some(1 | 3 | 4 | 6 | 7 | 12 | 16) => self.payload(data, Place::new(Channel::Other), None),
            _ => self.unknown(data),
        }
    }

    fn interaction(&mut self, data: Value<'_>) {
        self.payload(data, Place::new(Channel::Pointer), None);
        let (kind, id) = (data.get("type").and_then(Value::integer), data.get("id").and_then(Value::integer));
        if let (Some(CLICK), Some(id)) = (kind, id) {
            self.press(id);
        }
    }

    fn input(&mut self, data: Value<'_>) {
        let id = data.get("id").and_then(Value::integer).unwrap_or(0);
        let place = Place::at(Channel::Input, id);
        let (marks, known, choice) = match self.page.node(id) {
            Some(node) => (node.marks(), true, node.tag == "select"),
            None => (Marks::NONE, false, false),
        };
        let field = if known { self.page.field(id) } else { Field::default() };
        for (key, value) in data.members() {
            match (key, value.kind()) {
                ("source" | "id" | "userTriggered", _) => {}
                ("text", Json::String) => {
                    let text = value.text();
                    let hidden = [Marks::MASK, Marks::BLOCK, Marks::IGNORE, Marks::NEVER].iter().any(|m| marks.has(*m));
                    if (choice || field.checkable) && !field.sensitive {
                        self.choice(text, place, hidden);
                    } else if hidden && !field.sensitive && mask::is_readable(text) {
                        self.named(report::MARKED, place, 0.9, text, None);
                    } else {
                        self.typed(text, place, field, report::FORM_INPUT, report::SENSITIVE_INPUT);
                    }
                    self.type_one(id, text);
                }
                ("isChecked", Json::Bool) => {
                    if value.is_true() && (field.sensitive || self.profile() != Profile::Forms) {
                        self.found(report::CHOICE, place.part("checked"), None, 0.8, "", false);
                    }
                }
                ("isChecked", _) => {}
                _ => self.payload(value, place, Some(key)),
            }
        }
    }

    /// The text of a choice: one of the page's own words, which tells what was chosen.
    fn choice(&mut self, text: &str, place: Place, hidden: bool) {
        self.note(text, place);
        if !mask::is_readable(text) {
            return;
        }
        if hidden {
            self.found(report::MARKED, place, None, 0.9, text, false);
        } else if self.profile() != Profile::Forms {
            self.found(report::CHOICE, place.part("value"), None, 0.7, text, false);
        } else {
            self.text(text, place, None);
        }
    }

    /// Inserted rules and adopted style sheets.
    fn rules(&mut self, data: Value<'_>) {
        let place = Place::new(Channel::Css);
        let mut open = vec![data];
        while let Some(value) = open.pop() {
            open.extend(value.items());
            for (key, value) in value.members() {
                match (key, value.kind()) {
                    ("rule" | "replace" | "replaceSync" | "cssText", Json::String) => self.style(value.text(), place.part("rule")),
                    (_, Json::String) => self.text(value.text(), place, None),
                    _ => open.push(value),
                }
            }
        }
    }

    fn declaration(&mut self, data: Value<'_>) {
        let place = Place::new(Channel::Css).part("declaration");
        for part in ["set", "remove"] {
            let Some(object) = data.get(part) else { continue };
            let property = object.get("property").map(Value::text).unwrap_or_default();
            if let Some(value) = object.get("value").and_then(Value::string) {
                self.style(&format!("{property}:{value}"), place);
                if property == "content" || property == "quotes" {
                    self.text(value, place, None);
                }
            }
        }
    }

    /// Canvas commands: to be dropped, or kept without those that draw text or pictures.
    fn canvas(&mut self, data: Value<'_>) {
        let id = data.get("id").and_then(Value::integer);
        let place = Place { node: id, ..Place::new(Channel::Canvas) };
        if self.privacy.canvas == Canvas::Drop || self.profile() == Profile::Strict {
            self.found(report::CANVAS, place.part("kept"), None, 0.7, "", false);
        }
        let mut open = vec![data];
        while let Some(value) = open.pop() {
            open.extend(value.items());
            let property = value.get("property").map(Value::text).unwrap_or_default();
            if let Some(arguments) = value.get("args") {
                if draws(property) && arguments.items().next().is_some() {
                    let text = arguments.items().next().and_then(Value::string).unwrap_or_default();
                    self.named(report::CANVAS, place.part("drawn"), 0.8, text, None);
                } else {
                    self.payload(arguments, place, None);
                }
            }
            open.extend(value.members().filter(|(key, _)| *key != "args").map(|(_, inner)| inner));
        }
    }

    fn font(&mut self, data: Value<'_>) {
        let place = Place::new(Channel::Css);
        for (key, value) in data.members() {
            match (key, value.string()) {
                ("source", _) | ("buffer", None) => {}
                ("fontSource", Some(source)) if address::is_address(source) => self.address(source, place.part("font")),
                ("fontSource", Some(source)) => self.style(source, place.part("font")),
                _ => self.payload(value, place, None),
            }
        }
    }

    /// Offsets inside masked text tell of its length.
    fn selection(&mut self, data: Value<'_>) {
        for (key, value) in data.members().filter(|(key, _)| *key != "source") {
            if key != "ranges" {
                self.payload(value, Place::new(Channel::Selection), None);
                continue;
            }
            for range in value.items() {
                for (node, offset) in [("start", "startOffset"), ("end", "endOffset")] {
                    let (Some(id), Some(offset)) = (range.get(node).and_then(Value::integer), range.get(offset).and_then(Value::integer))
                    else {
                        continue;
                    };
                    if offset > 0 && self.page.node(id).is_some_and(is_masked) {
                        self.found(report::SELECTION, Place::at(Channel::Selection, id), None, 0.6, "", false);
                    }
                }
            }
        }
    }
}

/// Whether the text of a node is hidden, in part or as a whole.
fn is_masked(node: &Node) -> bool {
    let marks = node.marks();
    marks.has(Marks::MASK) || marks.has(Marks::BLOCK) || node.zone.has(Zone::EDITABLE) || mask::found(&node.text).is_some()
}

fn draws(property: &str) -> bool {
    matches!(property, "fillText" | "strokeText" | "drawImage" | "putImageData" | "createPattern" | "texImage2D" | "texSubImage2D")
}
