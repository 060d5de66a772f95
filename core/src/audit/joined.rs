//! What is personal only together: neighbouring texts, one-character boxes and runs of keypad clicks in, findings out.

use std::collections::BTreeSet;

use super::mask;
use super::page::{CDATA, ELEMENT, Node, Page, TEXT, Zone};
use super::report::{self, Channel};
use super::signs;
use super::walk::{Auditor, Place, is_secret};
use crate::detect::Kind;

/// Elements that flow with the text around them.
const INLINE: &[&str] = &[
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "mark", "q", "s", "samp",
    "small", "span", "strong", "sub", "sup", "time", "tspan", "tt", "u", "var", "wbr",
];
/// Elements whose children are things side by side, not pieces of one.
const TABLES: &[&str] = &["table", "thead", "tbody", "tfoot", "tr", "dl", "select", "datalist", "nav", "menu"];
/// A block with more texts than this is no line of writing.
const MOST: usize = 400;
/// Fewer characters than this are no code.
const SHORTEST_CODE: usize = 4;

impl Auditor<'_> {
    /// Reads the texts around changed text nodes as one.
    pub(super) fn join(&mut self, changed: &[i64]) {
        let mut blocks = BTreeSet::new();
        for &id in changed {
            let parent = self.page.node(id).map_or(0, |node| node.parent);
            blocks.extend(self.page.upwards(parent).find(|(_, node)| !INLINE.contains(&node.tag.as_str())).map(|(block, _)| block));
        }
        for block in blocks {
            for run in runs(&self.page, block) {
                self.join_run(&run);
            }
            self.join_short(block);
        }
    }

    fn join_run(&mut self, run: &[i64]) {
        let mut joined = String::new();
        let mut pieces: Vec<(i64, usize, usize)> = Vec::new();
        for &id in run {
            let Some(node) = self.page.node(id) else { continue };
            let from = joined.len();
            joined.push_str(if node.tag == "br" { "\n" } else { &node.text });
            if node.text.chars().any(char::is_alphanumeric) {
                pieces.push((id, from, joined.len()));
            }
        }
        if pieces.len() < 2 || pieces.len() > MOST {
            return;
        }
        for hit in self.looker.plain(&joined, None) {
            let Some((from, to)) = hit.range else { continue };
            let inside: Vec<&(i64, usize, usize)> = pieces
                .iter()
                .filter(|(_, start, end)| *start < to && *end > from)
                .filter(|(_, start, end)| joined.get(from.max(*start)..to.min(*end)).is_some_and(mask::is_readable))
                .collect();
            if inside.len() < 2 {
                continue;
            }
            // What one of the pieces tells by itself was found with it.
            let alone = inside.iter().any(|(_, start, end)| {
                joined.get(*start..*end).is_some_and(|text| self.looker.plain(text, None).iter().any(|own| own.kind == hit.kind))
            });
            // Two things side by side read like a name or an address more often than one that is cut in two.
            let contextual = matches!(hit.kind, Kind::Person | Kind::Address);
            if !alone && !contextual {
                let node = inside.first().map_or(0, |(id, ..)| *id);
                let kind = self.looker.name(hit.kind);
                let place = Place::at(Channel::Text, node);
                self.found(report::JOINED_TEXT, place, Some(kind), hit.confidence, &hit.text, is_secret(hit.kind));
            }
        }
    }

    /// Sibling elements of a few characters each: a number in groups, a code in boxes.
    fn join_short(&mut self, block: i64) {
        let Some(parent) = self.page.node(block).map(|node| node.parent) else { return };
        let Some(around) = self.page.node(parent) else { return };
        if TABLES.contains(&around.tag.as_str()) || around.children.len() > MOST {
            return;
        }
        let mut row = Vec::new();
        let mut first = None;
        for &child in &around.children {
            let Some(node) = self.page.node(child) else { continue };
            let text = if node.kind == ELEMENT { self.page.short_text(child) } else { Some(node.text.trim().to_owned()) };
            let text = text.unwrap_or_default();
            if node.kind != ELEMENT && text.is_empty() {
                continue;
            }
            if text.len() > 6 || !text.chars().all(|c| c.is_ascii_alphanumeric()) || text.is_empty() {
                row.clear();
                first = None;
                continue;
            }
            first.get_or_insert(child);
            row.push(text);
        }
        let total: usize = row.iter().map(String::len).sum();
        if row.len() < 3
            || total < 13
            || first != around.children.iter().copied().find(|c| self.page.node(*c).is_some_and(|n| n.kind == ELEMENT))
        {
            return;
        }
        // Reported where the row begins, and so once.
        if first != Some(block) {
            return;
        }
        for sign in signs::look(&row.join(" ")) {
            let kind = self.looker.name(sign.kind);
            let place = Place::at(Channel::Text, block);
            self.found(report::JOINED_TEXT, place, Some(kind), sign.confidence, &sign.text, is_secret(sign.kind));
        }
    }
}

/// The runs of text nodes in a block that no other block interrupts.
fn runs(page: &Page, block: i64) -> Vec<Vec<i64>> {
    let mut out = vec![Vec::new()];
    let mut open: Vec<i64> = page.node(block).map(|node| node.children.iter().rev().copied().collect()).unwrap_or_default();
    while let Some(id) = open.pop() {
        let Some(node) = page.node(id) else { continue };
        if node.kind == TEXT || node.kind == CDATA {
            if !node.zone.has(Zone::SCRIPT) && !node.zone.has(Zone::STYLE) && !node.zone.has(Zone::EDITABLE) {
                if let Some(run) = out.last_mut() {
                    run.push(id);
                }
            }
        } else if node.tag == "br" {
            // A line goes on after it.
            if let Some(run) = out.last_mut() {
                run.push(id);
            }
        } else if node.kind == ELEMENT && !INLINE.contains(&node.tag.as_str()) {
            out.push(Vec::new());
        } else {
            open.extend(node.children.iter().rev());
        }
    }
    out.retain(|run| run.len() > 1);
    out
}

/// What was typed into boxes of one character, one box after another.
#[derive(Default)]
pub(super) struct Boxes {
    /// Parent of the boxes, and each box with its character.
    parent: i64,
    typed: Vec<(i64, char)>,
    said: bool,
}

impl Boxes {
    pub(super) fn forget(&mut self) {
        *self = Boxes::default();
    }
}

/// A run of clicks on keys of one character.
#[derive(Default)]
pub(super) struct Keypad {
    pressed: String,
    last: i64,
    said: bool,
}

impl Keypad {
    pub(super) fn forget(&mut self) {
        *self = Keypad::default();
    }
}

impl Auditor<'_> {
    /// An input event of a field whose value is one readable character.
    pub(super) fn type_one(&mut self, id: i64, text: &str) {
        let mut characters = text.trim().chars();
        let (Some(only), None) = (characters.next(), characters.next()) else {
            if !text.is_empty() && !mask::is_hidden(text) {
                self.boxes.forget();
            }
            return;
        };
        if !only.is_alphanumeric() {
            return;
        }
        // Boxes stand side by side, each perhaps in an element of its own.
        let parent = self.page.node(id).map_or(0, |node| node.parent);
        let above = self.page.node(parent).map_or(0, |node| node.parent);
        let known = |p: i64| self.boxes.parent == p;
        if !(known(parent) || known(above)) {
            self.boxes.forget();
            let alone = self
                .page
                .node(parent)
                .is_some_and(|node| node.children.iter().filter(|c| self.page.node(**c).is_some_and(Node::is_control)).count() < 2);
            self.boxes.parent = if alone { above } else { parent };
        }
        self.boxes.typed.retain(|(box_id, _)| *box_id != id);
        self.boxes.typed.push((id, only));
        if self.boxes.typed.len() >= SHORTEST_CODE && !self.boxes.said {
            self.boxes.said = true;
            let code: String = self.boxes.typed.iter().map(|(_, c)| *c).collect();
            self.found(report::JOINED_INPUTS, Place::at(Channel::Input, id), None, 0.9, &code, true);
        }
    }

    /// A click on a node.
    pub(super) fn press(&mut self, id: i64) {
        let Some(key) = self.key(id) else {
            // A click elsewhere ends the run.
            return self.keypad.forget();
        };
        self.keypad.pressed.push(key);
        self.keypad.last = id;
        if self.keypad.pressed.chars().count() >= SHORTEST_CODE && !self.keypad.said {
            self.keypad.said = true;
            let code = self.keypad.pressed.clone();
            self.found(report::KEYPAD, Place::at(Channel::Pointer, id), None, 0.8, &code, true);
        }
    }

    /// The one character that a node shows, or is called by.
    fn key(&self, id: i64) -> Option<char> {
        let named = |node: &Node| {
            let value = if node.tag == "input" { node.attribute("value") } else { None };
            value.or(node.attribute("aria-label")).or(node.attribute("title")).map(str::to_owned)
        };
        let text = self.page.short_text(id).or_else(|| self.page.node(id).and_then(named))?;
        let mut characters = text.chars();
        let only = characters.next().filter(|c| c.is_alphanumeric())?;
        characters.next().is_none().then_some(only)
    }
}
