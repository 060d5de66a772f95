//! What may happen to a generated page: a choice in, events that a recorder would write out.

use serde_json::{Map, Value, json};

use super::page::{ANSWERS, Fact, MARKED, Page, TYPED, percent};

impl Page<'_> {
    pub(super) fn mutation(&mut self) {
        match self.choices.below(3) {
            0 => {
                let node = self.grow();
                let add = self.add_of(node);
                self.change(json!([]), json!([add]), json!([]), json!([]));
            }
            1 => {
                if let Some(node) = self.any(|n| n.text.is_some()) {
                    let masked = self.is_masked(node);
                    let text = if masked { self.disguised(MARKED) } else { self.words() };
                    let id = self.id(node);
                    if !masked && !self.is_tainted(node) {
                        self.pending.push(Fact { node, time: self.time, id, text: text.clone() });
                    }
                    self.nodes[node].text = Some(text.clone());
                    self.change(json!([]), json!([]), json!([{"id": id, "value": text}]), json!([]));
                }
            }
            _ => {
                if let Some(node) = self.any(|n| n.tag != "body") {
                    let remove = self.detach(node);
                    self.change(json!([remove]), json!([]), json!([]), json!([]));
                }
            }
        }
    }

    pub(super) fn add_of(&mut self, node: usize) -> Value {
        let parent = self.nodes[node].parent;
        let next = self.nodes[parent].children.iter().skip_while(|&&n| n != node).nth(1).copied();
        let next = next.map(|next| self.id(next));
        json!({"parentId": self.id(parent), "nextId": next, "node": self.serialised(node, false)})
    }

    pub(super) fn detach(&mut self, node: usize) -> Value {
        let parent = self.nodes[node].parent;
        self.nodes[parent].children.retain(|&n| n != node);
        let mut below = vec![node];
        while let Some(node) = below.pop() {
            self.nodes[node].attached = false;
            below.extend(self.nodes[node].children.clone());
        }
        json!({"parentId": self.id(parent), "id": self.id(node)})
    }

    /// Takes a leaf out and puts it in elsewhere, with its id: what was protected once stays so.
    pub(super) fn move_node(&mut self) {
        let Some(node) = self.any(|n| n.text.is_some()) else { return };
        let Some(parent) = self.any(|n| n.text.is_none() && n.tag != "input") else { return };
        let tainted = self.is_tainted(node) || self.is_masked(node);
        let remove = self.detach(node);
        self.nodes[node].parent = parent;
        self.nodes[node].attached = true;
        self.nodes[node].is_tainted = tainted || self.is_tainted(parent) || self.is_masked(parent);
        self.nodes[parent].children.push(node);
        let add = self.add_of(node);
        self.change(json!([remove]), json!([add]), json!([]), json!([]));
    }

    /// A marker that arrives by mutation covers what stands below.
    pub(super) fn mark(&mut self) {
        let Some(node) = self.any(|n| n.text.is_none() && n.tag != "body") else { return };
        self.set_marker(node);
        let mut attributes = self.nodes[node].attributes.clone();
        attributes.retain(|name, _| matches!(name.as_str(), "class" | "data-milkglass" | "data-private"));
        for below in 0..self.nodes.len() {
            if self.above(below).any(|at| at == node) {
                self.nodes[below].is_tainted = true;
            }
        }
        let id = self.id(node);
        self.change(json!([]), json!([]), json!([]), json!([{"id": id, "attributes": attributes}]));
    }

    /// A marker that goes lifts nothing from what it has protected.
    pub(super) fn unmark(&mut self) {
        let Some(node) = self.any(|n| n.is_marked) else { return };
        self.nodes[node].is_marked = false;
        let mut removed = Map::new();
        for name in ["class", "data-milkglass", "data-private"] {
            if self.nodes[node].attributes.remove(name).is_some() {
                removed.insert(name.to_owned(), Value::Null);
            }
        }
        let id = self.id(node);
        self.change(json!([]), json!([]), json!([]), json!([{"id": id, "attributes": removed}]));
    }

    pub(super) fn toggle_type(&mut self) {
        let Some(node) = self.any(|n| n.tag == "input") else { return };
        let kind = if self.nodes[node].is_sensitive { "text" } else { "password" };
        self.nodes[node].attributes.insert("type".to_owned(), json!(kind));
        self.nodes[node].was_password |= !self.nodes[node].is_sensitive;
        self.nodes[node].is_sensitive = true;
        self.nodes[node].is_tainted = true;
        let id = self.id(node);
        self.change(json!([]), json!([]), json!([]), json!([{"id": id, "attributes": {"type": kind}}]));
    }

    pub(super) fn type_text(&mut self) {
        let Some(node) = self.any(|n| n.tag == "input") else { return };
        let id = self.id(node);
        if !self.nodes[node].is_sensitive {
            let text = format!("{} {}", self.choices.pick(ANSWERS), self.choices.pick(ANSWERS));
            if self.is_tainted(node) || self.is_masked(node) {
                self.hidden.push(text.clone());
            } else {
                self.pending.push(Fact { node, time: self.time, id, text: text.clone() });
            }
            return self.event(3, json!({"source": 5, "text": text, "isChecked": false, "id": id}));
        }
        let letters: Vec<char> = TYPED.chars().collect();
        for length in (1..=letters.len()).step_by(1 + self.choices.below(6)).chain([letters.len()]) {
            let typed: String = letters.iter().take(length).collect();
            self.event(3, json!({"source": 5, "text": typed, "isChecked": false, "id": id}));
            if self.choices.one_in(3) {
                self.change(json!([]), json!([]), json!([]), json!([{"id": id, "attributes": {"value": typed, "data-dirty": typed}}]));
            }
        }
        self.typed = true;
    }

    /// The page repeats what was typed.
    pub(super) fn echo(&mut self) {
        if !self.typed {
            return;
        }
        let words = self.words();
        match self.choices.below(6) {
            0 => self.event(5, json!({"tag": "search", "payload": {"shown": format!("{words} {TYPED}"), "count": 3}})),
            1 => self.event(6, json!({"plugin": "rrweb/console@1", "payload": {"level": "log", "trace": [], "payload": [TYPED]}})),
            2 => self.event(4, json!({"href": format!("https://shop.example/s?q={}", percent(TYPED)), "width": 800, "height": 600})),
            3 => {
                let Some(node) = self.any(|n| n.text.is_none() && n.tag != "input") else { return };
                let id = self.id(node);
                let title = format!("{words} {TYPED}");
                self.change(json!([]), json!([]), json!([]), json!([{"id": id, "attributes": {"title": title}}]));
            }
            _ => {
                let Some(parent) = self.any(|n| n.text.is_none() && n.tag != "input") else { return };
                let node = self.element(parent, "");
                // A dash, so that the text is none of the harmless ones.
                self.nodes[node].text = Some(format!("– {words} {TYPED}"));
                self.nodes[node].attached = true;
                self.nodes[parent].children.push(node);
                let add = self.add_of(node);
                self.change(json!([]), json!([add]), json!([]), json!([]));
            }
        }
    }

    pub(super) fn pointer(&mut self) {
        let Some(node) = self.any(|_| true) else { return };
        let id = self.id(node);
        let kind = self.choices.below(11);
        match self.choices.below(4) {
            0 => self.event(3, json!({"source": 1, "positions": [{"x": 1, "y": 2, "id": id, "timeOffset": -10}]})),
            1 => self.event(3, json!({"source": 2, "type": kind, "id": id, "x": 1, "y": 2})),
            2 => self.event(3, json!({"source": 3, "id": id, "x": 0, "y": 40})),
            _ => self.event(3, json!({"source": 14, "ranges": [{"start": id, "startOffset": 2, "end": id, "endOffset": 5}]})),
        }
    }
}
