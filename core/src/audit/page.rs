//! The page as the audit remembers it: nodes of snapshots and mutations in; tags, parents, texts, marks and labels out.
//!
//! A plain model of its own: ids to nodes that know their parent and children. It forgets all at a full snapshot, since ids
//! restart there.

use std::collections::{BTreeMap, HashMap};

use super::field::Field;
use super::json::{Kind, Value};
use super::marks::{self, Marks};
use super::selector::Selectors;

/// Kinds of nodes as rrweb numbers them.
const DOCUMENT: i64 = 0;
pub(super) const ELEMENT: i64 = 2;
pub(super) const TEXT: i64 = 3;
pub(super) const CDATA: i64 = 4;
pub(super) const COMMENT: i64 = 5;

/// What a node stands inside of, as bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Zone(u8);

impl Zone {
    pub(super) const SCRIPT: Zone = Zone(1);
    pub(super) const STYLE: Zone = Zone(2);
    pub(super) const TITLE: Zone = Zone(4);
    /// What stands here was typed.
    pub(super) const EDITABLE: Zone = Zone(8);
    pub(super) const SVG: Zone = Zone(16);
    /// Its place in the page is not known.
    pub(super) const LOST: Zone = Zone(32);
    /// The host allows it to stay readable.
    pub(super) const ALLOWED: Zone = Zone(64);

    pub(super) fn has(self, other: Zone) -> bool {
        self.0 & other.0 != 0
    }

    fn with(self, other: Zone) -> Zone {
        Zone(self.0 | other.0)
    }
}

/// One node.
#[derive(Default)]
pub(super) struct Node {
    pub parent: i64,
    pub kind: i64,
    pub tag: String,
    pub children: Vec<i64>,
    /// Of a text node.
    pub text: String,
    pub attributes: Vec<(String, String)>,
    /// What its own markers ask for, or asked for once.
    own: Marks,
    /// What the markers around it ask for, or asked for once.
    around: Marks,
    pub zone: Zone,
    /// Was a field that must never be recorded, however it looks now.
    never: bool,
    /// The document or the host of the shadow tree that it stands in: an `id` is one of its tree alone.
    scope: i64,
}

impl Node {
    pub(super) fn marks(&self) -> Marks {
        self.own.with(self.around)
    }

    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    pub(super) fn is_control(&self) -> bool {
        matches!(self.tag.as_str(), "input" | "textarea" | "select")
    }
}

/// Longest attribute value that is remembered: names, labels and markers are shorter.
const LONGEST_VALUE: usize = 256;
/// Longest text that can be a label.
const LONGEST_LABEL: usize = 80;

/// All nodes of the current document.
pub(super) struct Page {
    nodes: HashMap<i64, Node>,
    /// Labels by the scope and `id` that they name.
    labels: BTreeMap<(i64, String), i64>,
    /// Elements by their scope and `id`.
    ids: BTreeMap<(i64, String), i64>,
    /// Names and ids of fields that were never recordable once: they live as long as the recording.
    never: std::collections::HashSet<String>,
    vendors: bool,
    selectors: Selectors,
}

impl Page {
    pub(super) fn new(vendors: bool, selectors: Selectors) -> Page {
        Page {
            nodes: HashMap::new(),
            labels: BTreeMap::new(),
            ids: BTreeMap::new(),
            never: std::collections::HashSet::new(),
            vendors,
            selectors,
        }
    }

    /// A new document.
    pub(super) fn reset(&mut self) {
        self.nodes.clear();
        self.labels.clear();
        self.ids.clear();
    }

    pub(super) fn node(&self, id: i64) -> Option<&Node> {
        self.nodes.get(&id)
    }

    /// Enters a node and all below it, parents first; appends id and place of each to `entered`.
    pub(super) fn enter(&mut self, root: Value<'_>, parent: i64, next: Option<i64>, entered: &mut Vec<(i64, usize)>) {
        let mut open = vec![(root, parent, next)];
        while let Some((value, parent, next)) = open.pop() {
            let Some(id) = value.get("id").and_then(Value::integer) else { continue };
            entered.push((id, value.place()));
            self.enter_one(value, id, parent, next);
            let children: Vec<_> =
                value.get("childNodes").map(|list| list.items().map(|child| (child, id, None)).collect()).unwrap_or_default();
            open.extend(children.into_iter().rev());
        }
    }

    fn enter_one(&mut self, value: Value<'_>, id: i64, parent: i64, next: Option<i64>) {
        let mut node = Node { parent, kind: value.get("type").and_then(Value::integer).unwrap_or(-1), ..Node::default() };
        node.tag = value.get("tagName").map(|tag| tag.text().to_ascii_lowercase()).unwrap_or_default();
        if let Some(text) = value.get("textContent").and_then(Value::string) {
            node.text = text.to_owned();
        }
        for (name, value) in value.get("attributes").into_iter().flat_map(Value::members) {
            if matches!(value.kind(), Kind::String | Kind::Bool) {
                remember(&mut node, name, if value.kind() == Kind::Bool { "" } else { value.text() });
            }
        }
        match self.nodes.get(&parent) {
            Some(above) => {
                node.around = above.marks();
                node.zone = above.zone;
                let new = above.kind == DOCUMENT || value.get("isShadow").is_some_and(Value::is_true);
                node.scope = if new { parent } else { above.scope };
            }
            None if parent != 0 => node.zone = Zone::LOST,
            None => {}
        }
        if let Some(old) = self.nodes.get(&id) {
            // Whoever was protected stays so wherever it is moved.
            node.own = old.own;
            node.around = node.around.with(old.around);
            node.never = old.never;
            if node.kind != ELEMENT {
                node.zone = Zone(node.zone.0 | old.zone.0 & Zone::EDITABLE.0);
            }
            self.unlink(id);
        }
        if node.kind == ELEMENT {
            self.read_element(id, &mut node);
        }
        if let Some(above) = self.nodes.get_mut(&parent) {
            let at = next.and_then(|next| above.children.iter().position(|child| *child == next)).unwrap_or(above.children.len());
            above.children.insert(at, id);
        }
        self.nodes.insert(id, node);
    }

    /// Marks, zone and names of an element.
    fn read_element(&mut self, id: i64, node: &mut Node) {
        let zone = match node.tag.as_str() {
            "script" | "noscript" | "template" => Zone::SCRIPT,
            "style" => Zone::STYLE,
            "title" if !node.zone.has(Zone::SVG) => Zone::TITLE,
            "textarea" => Zone::EDITABLE,
            "svg" => Zone::SVG,
            _ => Zone::default(),
        };
        node.zone = node.zone.with(zone);
        for (name, value) in &node.attributes {
            node.own = node.own.with(marks::of(name, value, self.vendors));
            node.zone = node.zone.with(editable(name, value, &node.tag));
        }
        if !self.selectors.is_empty() {
            let (marks, allowed) = self.selectors.ask(self, node);
            node.own = node.own.with(marks);
            if allowed {
                node.zone = node.zone.with(Zone::ALLOWED);
            }
        }
        if let Some(name) = node.attribute("id") {
            self.ids.insert((node.scope, name.to_owned()), id);
        }
        if node.tag == "label"
            && let Some(target) = node.attribute("for")
        {
            self.labels.insert((node.scope, target.to_owned()), id);
        }
    }

    fn unlink(&mut self, id: i64) {
        let parent = self.nodes.get(&id).map_or(0, |node| node.parent);
        if let Some(above) = self.nodes.get_mut(&parent) {
            above.children.retain(|child| *child != id);
        }
    }

    /// Takes a node out of its parent. It stays known: what was removed may come back elsewhere.
    pub(super) fn remove(&mut self, id: i64) {
        self.unlink(id);
    }

    /// A changed text.
    pub(super) fn change_text(&mut self, id: i64, text: &str) {
        if let Some(node) = self.nodes.get_mut(&id) {
            text.clone_into(&mut node.text);
        }
    }

    /// A changed or removed attribute. Returns whether it brought a new marker.
    pub(super) fn change_attribute(&mut self, id: i64, name: &str, value: Option<&str>) -> bool {
        let Some(node) = self.nodes.get_mut(&id) else { return false };
        node.attributes.retain(|(known, _)| known != name);
        let Some(value) = value else { return false };
        remember(node, name, value);
        let marks = marks::of(name, value, self.vendors);
        let zone = editable(name, value, &node.tag);
        let fresh = node.own.with(marks) != node.own;
        node.own = node.own.with(marks);
        node.zone = node.zone.with(zone);
        let scope = node.scope;
        if fresh || zone != Zone::default() {
            for below in self.below(id) {
                if let Some(node) = self.nodes.get_mut(&below) {
                    node.around = node.around.with(marks);
                    node.zone = node.zone.with(zone);
                }
            }
        }
        if name == "id" {
            self.ids.insert((scope, value.to_owned()), id);
        }
        fresh
    }

    /// All nodes below a node in document order.
    pub(super) fn below(&self, id: i64) -> Vec<i64> {
        let mut out = Vec::new();
        let mut open: Vec<i64> = self.nodes.get(&id).map(|n| n.children.iter().rev().copied().collect()).unwrap_or_default();
        while let Some(next) = open.pop() {
            out.push(next);
            if out.len() > self.nodes.len() {
                break;
            }
            open.extend(self.nodes.get(&next).into_iter().flat_map(|node| node.children.iter().rev()));
        }
        out
    }

    /// The node and its ancestors, the nearest first.
    pub(super) fn upwards(&self, id: i64) -> impl Iterator<Item = (i64, &Node)> {
        let mut at = id;
        // A ring of parents ends here.
        (0..4_096).map_while(move |_| {
            let node = self.nodes.get(&at)?;
            let found = (at, node);
            at = node.parent;
            Some(found)
        })
    }

    /// The text below a node, if it is short enough to be a label.
    pub(super) fn short_text(&self, id: i64) -> Option<String> {
        let mut out = String::new();
        for below in std::iter::once(id).chain(self.below(id)).take(40) {
            let node = self.nodes.get(&below)?;
            if node.kind == TEXT && !node.zone.has(Zone::SCRIPT) && !node.zone.has(Zone::STYLE) {
                out.push_str(&node.text);
                out.push(' ');
            }
            if out.len() > LONGEST_LABEL * 2 {
                return None;
            }
        }
        let text = out.split_whitespace().collect::<Vec<_>>().join(" ");
        (!text.is_empty() && text.len() <= LONGEST_LABEL).then_some(text)
    }

    /// Tags of the nearest ancestors, the node's own last.
    pub(super) fn path(&self, id: i64) -> String {
        let mut tags: Vec<&str> =
            self.upwards(id).filter(|(_, node)| node.kind == ELEMENT).take(5).map(|(_, node)| shown(&node.tag)).collect();
        tags.reverse();
        tags.join(" > ")
    }

    /// What is known of a form control, from its attributes and from what names it.
    pub(super) fn field(&mut self, id: i64) -> Field {
        let mut field = Field::default();
        let Some(node) = self.nodes.get(&id) else { return field };
        for (name, value) in &node.attributes {
            field.attribute(name, value);
        }
        let key = |name: &str| (node.scope, name.to_owned());
        let mut around: Vec<i64> = node.attribute("id").and_then(|name| self.labels.get(&key(name))).into_iter().copied().collect();
        for name in ["aria-labelledby", "aria-describedby"] {
            let named = node.attribute(name).unwrap_or_default().split_ascii_whitespace();
            around.extend(named.filter_map(|target| self.ids.get(&key(target))));
        }
        around.extend(self.upwards(node.parent).take(4).find(|(_, above)| above.tag == "label").map(|(above, _)| above));
        for text in around.iter().filter_map(|label| self.short_text(*label)) {
            field.label(&text);
        }
        if field.class.is_none()
            && !field.sensitive
            && let Some(text) = self.text_before(id).and_then(|before| self.short_text(before))
        {
            field.label(&text);
        }
        // In a shadow tree many fields have the same id.
        let in_document = self.nodes.get(&node.scope).is_none_or(|root| root.kind == DOCUMENT);
        let named: &[&str] = if in_document { &["name", "id"] } else { &["name"] };
        let names: Vec<String> = named.iter().filter_map(|name| node.attribute(name)).map(str::to_owned).collect();
        let marked = node.marks().has(Marks::NEVER);
        field.sensitive |= node.never || marked || names.iter().any(|name| self.never.contains(name));
        field.sure |= marked;
        if field.sensitive {
            self.never.extend(names);
            if let Some(node) = self.nodes.get_mut(&id) {
                node.never = true;
            }
        }
        field
    }

    /// The nearest thing with text that stands before a control, and no other control between.
    fn text_before(&self, id: i64) -> Option<i64> {
        let mut at = id;
        for _ in 0..3 {
            let parent = self.nodes.get(&at)?.parent;
            let siblings = &self.nodes.get(&parent)?.children;
            let own = siblings.iter().position(|child| *child == at)?;
            for &before in siblings.get(..own)?.iter().rev() {
                let node = self.nodes.get(&before)?;
                if node.is_control() || self.below(before).iter().any(|b| self.nodes.get(b).is_some_and(Node::is_control)) {
                    return None;
                }
                if self.short_text(before).is_some() {
                    return Some(before);
                }
            }
            at = parent;
        }
        None
    }
}

fn remember(node: &mut Node, name: &str, value: &str) {
    if value.len() <= LONGEST_VALUE {
        node.attributes.push((name.to_owned(), value.to_owned()));
    }
}

/// Whether an attribute makes its element one that is typed into.
fn editable(name: &str, value: &str, tag: &str) -> Zone {
    let typed = match name {
        "contenteditable" => !value.eq_ignore_ascii_case("false"),
        "role" => matches!(value, "textbox" | "searchbox" | "combobox") && !matches!(tag, "input" | "textarea" | "select"),
        _ => false,
    };
    if typed { Zone::EDITABLE } else { Zone::default() }
}

/// A tag as it may stand in a report: names of elements alone, since a recording may be made by anybody.
fn shown(tag: &str) -> &str {
    let plain = tag.len() <= 32 && tag.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    // A word with many digits may be a number of somebody.
    if plain && tag.bytes().filter(u8::is_ascii_digit).count() <= 2 { tag } else { "?" }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audit::json::Doc;

    fn page(html: &serde_json::Value) -> Page {
        let mut page = Page::new(true, Selectors::default());
        page.enter(Doc::read(&html.to_string()).unwrap().root(), 0, None, &mut Vec::new());
        page
    }

    fn element(id: i64, tag: &str, attributes: serde_json::Value, children: Vec<serde_json::Value>) -> serde_json::Value {
        serde_json::json!({"type": 2, "id": id, "tagName": tag, "attributes": attributes, "childNodes": children})
    }

    fn text(id: i64, text: &str) -> serde_json::Value {
        serde_json::json!({"type": 3, "id": id, "textContent": text})
    }

    #[test]
    fn marks_and_zones_are_inherited_and_stay() {
        let none = serde_json::json!({});
        let mut page = page(&element(
            1,
            "body",
            none.clone(),
            vec![
                element(2, "div", serde_json::json!({"class": "rr-mask"}), vec![text(3, "x")]),
                element(4, "p", none.clone(), vec![text(5, "y")]),
            ],
        ));
        assert!(page.node(3).unwrap().marks().has(Marks::MASK) && !page.node(5).unwrap().marks().has(Marks::MASK));
        page.remove(3);
        page.enter(Doc::read(&text(3, "x").to_string()).unwrap().root(), 4, Some(5), &mut Vec::new());
        assert!(page.node(3).unwrap().marks().has(Marks::MASK), "moved out, still masked");
        assert_eq!(page.node(4).unwrap().children, [3, 5]);
        assert!(page.change_attribute(4, "data-milkglass", Some("block")));
        assert!(page.node(5).unwrap().marks().has(Marks::BLOCK));
        assert!(!page.change_attribute(4, "data-milkglass", Some("block")));
        page.enter(Doc::read(&element(9, "script", none, vec![text(10, "z")]).to_string()).unwrap().root(), 1, None, &mut Vec::new());
        assert!(page.node(10).unwrap().zone.has(Zone::SCRIPT));
        assert_eq!(page.path(10), "body > script");
        page.reset();
        assert!(page.node(1).is_none());
    }

    #[test]
    fn fields_are_named_by_what_stands_around_them() {
        let none = serde_json::json!({});
        let input = |id: i64, attributes: serde_json::Value| element(id, "input", attributes, vec![]);
        let mut page = page(&element(
            1,
            "form",
            none.clone(),
            vec![
                element(2, "label", serde_json::json!({"for": "a"}), vec![text(3, "Passwort")]),
                input(4, serde_json::json!({"id": "a"})),
                element(5, "label", none.clone(), vec![text(6, "Card number"), input(7, none.clone())]),
                element(8, "span", serde_json::json!({"id": "l"}), vec![text(9, "CVV")]),
                input(10, serde_json::json!({"aria-labelledby": "l"})),
                element(11, "div", none.clone(), vec![element(12, "b", none.clone(), vec![text(13, "PIN")])]),
                element(14, "div", none.clone(), vec![input(15, none.clone())]),
                element(16, "div", none.clone(), vec![text(17, "Comment")]),
                input(18, none.clone()),
                input(19, none),
            ],
        ));
        for id in [4, 7, 10, 15] {
            assert!(page.field(id).sensitive, "{id}");
        }
        for id in [18, 19] {
            assert!(!page.field(id).sensitive, "{id}");
        }
        page.change_attribute(4, "id", Some("b"));
        assert!(page.field(4).sensitive, "once never, always never");
    }

    #[test]
    fn tags_of_a_report_are_tags() {
        for (tag, said) in [("div", "div"), ("x-card", "x-card"), ("h1", "h1"), ("mia@shop.example", "?"), ("a1b2c3", "?"), ("", "")] {
            assert_eq!(shown(tag), said);
        }
    }
}
