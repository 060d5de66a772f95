//! Generated pages and what happens to them: choices in; chunks of events out, with secrets in places that must be masked,
//! and facts about what must stay.
//!
//! The page is a tree that grows, shrinks, moves and is marked in any order (`steps`); full snapshots come in between.

use std::collections::HashMap;

use base64::Engine as _;
use serde_json::{Map, Value, json};

use super::choices::Choices;

/// Typed into sensitive fields, and then repeated by the page in many places.
pub(super) const TYPED: &str = "Zk9#vörtigern&Xw4";
/// Stands only in places that are marked.
pub(super) const MARKED: &str = "Quendelmoor-7/ä Ost";
pub(super) const WORDS: &[&str] =
    &["glass", "lamp", "kitchen", "window", "returns", "shipping", "blue", "garden", "wooden", "kettle", "shelf", "large"];
/// What visitors type into ordinary fields; none of it stands in the page, so that no text of the page repeats it by chance.
pub(super) const ANSWERS: &[&str] =
    &["amber", "marble", "cotton", "velvet", "copper", "linen", "walnut", "granite", "ivory", "denim", "suede", "zinc"];
pub(super) const TAGS: &[&str] = &["div", "p", "span", "b", "section", "li", "h2", "em"];
pub(super) const MARKERS: &[(&str, &str)] =
    &[("class", "rr-mask"), ("data-milkglass", "mask"), ("class", "box rr-block"), ("data-private", ""), ("data-milkglass", "block")];
pub(super) const SENSITIVE: &[&str] = &[
    r#"{"type":"password"}"#,
    r#"{"type":"text","autocomplete":"billing cc-number"}"#,
    r#"{"type":"tel","autocomplete":"one-time-code"}"#,
    r#"{"placeholder":"Kartenprüfnummer"}"#,
    r#"{"aria-label":"Mot de passe"}"#,
    r#"{"style":"-webkit-text-security: disc"}"#,
    r#"{"data-recording-sensitive":""}"#,
];

#[derive(Default)]
pub(super) struct Node {
    pub(super) parent: usize,
    pub(super) children: Vec<usize>,
    /// Detached nodes keep their parent, as the engine may.
    pub(super) attached: bool,
    pub(super) tag: &'static str,
    pub(super) attributes: Map<String, Value>,
    /// Of a text node.
    pub(super) text: Option<String>,
    pub(super) is_marked: bool,
    /// Protected at some time in this document.
    pub(super) is_tainted: bool,
    /// A field that must never be recorded; a field once sensitive stays so.
    pub(super) is_sensitive: bool,
    /// Sensitive by a type that it had for a while. The next document does not know it by its name yet.
    pub(super) was_password: bool,
}

/// Something that must come out as it went in, in the profile that keeps what is harmless.
pub(super) struct Fact {
    pub(super) node: usize,
    pub(super) time: u64,
    pub(super) id: u64,
    pub(super) text: String,
}

pub(super) struct Page<'c> {
    pub(super) choices: Choices<'c>,
    pub(super) nodes: Vec<Node>,
    /// Ids of the current document.
    pub(super) ids: HashMap<usize, u64>,
    pub(super) next_id: u64,
    pub(super) time: u64,
    pub(super) typed: bool,
    /// What was typed into masked fields: hidden where it appears again.
    pub(super) hidden: Vec<String>,
    pub(super) chunk: Vec<Value>,
    pub(super) chunks: Vec<Vec<Value>>,
    /// Facts of the current run; a marker that comes later in it still protects.
    pub(super) pending: Vec<Fact>,
    pub(super) facts: HashMap<(u64, u64), String>,
}

impl<'c> Page<'c> {
    pub(super) fn generate(choices: Choices<'c>) -> (Vec<Vec<Value>>, HashMap<(u64, u64), String>) {
        let mut page = Page {
            choices,
            nodes: Vec::new(),
            ids: HashMap::new(),
            next_id: 1,
            time: 1,
            typed: false,
            hidden: Vec::new(),
            chunk: Vec::new(),
            chunks: Vec::new(),
            pending: Vec::new(),
            facts: HashMap::new(),
        };
        let body = page.element(0, "body");
        page.nodes[body].attached = true;
        for _ in 0..3 + page.choices.below(8) {
            page.grow();
        }
        page.snapshot();
        while !page.choices.is_empty() && page.time < 120 {
            page.step();
        }
        page.end_chunk();
        (page.chunks, page.facts)
    }

    pub(super) fn step(&mut self) {
        match self.choices.below(16) {
            0..4 => self.mutation(),
            4 | 5 => self.mark(),
            6 => self.toggle_type(),
            7..10 => self.type_text(),
            10 | 11 => self.echo(),
            12 => self.pointer(),
            13 => self.move_node(),
            14 if self.choices.one_in(2) => self.snapshot(),
            14 => self.unmark(),
            _ => self.end_chunk(),
        }
    }

    pub(super) fn event(&mut self, kind: u8, data: Value) {
        self.chunk.push(json!({"type": kind, "data": data, "timestamp": self.time}));
        self.time += 1;
    }

    pub(super) fn change(&mut self, removes: Value, adds: Value, texts: Value, attributes: Value) {
        self.event(3, json!({"source": 0, "removes": removes, "adds": adds, "texts": texts, "attributes": attributes}));
    }

    /// What came before is settled: markers that come now are in another run.
    pub(super) fn settle(&mut self) {
        let late = self.pending.iter().filter(|f| self.nodes[f.node].text.is_none() && self.nodes[f.node].is_tainted);
        let late: Vec<String> = late.map(|f| f.text.clone()).collect();
        self.hidden.extend(late);
        for fact in std::mem::take(&mut self.pending) {
            // What is typed may repeat what is hidden, or be its beginning, as the keystrokes after it show.
            let repeats = self.hidden.iter().any(|h| fact.text.contains(h) || h.as_bytes().first() == fact.text.as_bytes().first());
            let typed = self.nodes[fact.node].text.is_none();
            if !self.nodes[fact.node].is_tainted && !(typed && repeats) {
                self.facts.insert((fact.time, fact.id), fact.text);
            }
        }
    }

    pub(super) fn end_chunk(&mut self) {
        self.settle();
        if !self.chunk.is_empty() {
            self.chunks.push(std::mem::take(&mut self.chunk));
        }
    }

    pub(super) fn words(&mut self) -> String {
        (0..2 + self.choices.below(4)).map(|_| self.choices.pick(WORDS)).collect::<Vec<_>>().join(" ")
    }

    /// A secret as pages show it: alone, among words, encoded.
    pub(super) fn disguised(&mut self, secret: &str) -> String {
        match self.choices.below(4) {
            0 => secret.to_owned(),
            1 => format!("{} {secret} {}", self.choices.pick(WORDS), self.choices.pick(WORDS)),
            2 => percent(secret),
            _ => base64(secret),
        }
    }

    pub(super) fn element(&mut self, parent: usize, tag: &'static str) -> usize {
        self.nodes.push(Node { parent, tag, ..Node::default() });
        self.nodes.len() - 1
    }

    pub(super) fn above(&self, node: usize) -> impl Iterator<Item = usize> {
        std::iter::successors(Some(node), |&at| (at != 0).then(|| self.nodes[at].parent))
    }

    /// Whether a marker stands over this node now.
    pub(super) fn is_masked(&self, node: usize) -> bool {
        self.above(node).any(|at| self.nodes[at].is_marked)
    }

    /// Whether the engine may protect this node for what was there before.
    pub(super) fn is_tainted(&self, node: usize) -> bool {
        self.above(node).any(|at| self.nodes[at].is_tainted)
    }

    pub(super) fn attached(&self, wanted: impl Fn(&Node) -> bool) -> Vec<usize> {
        (0..self.nodes.len()).filter(|&n| self.nodes[n].attached && wanted(&self.nodes[n])).collect()
    }

    pub(super) fn any(&mut self, wanted: impl Fn(&Node) -> bool) -> Option<usize> {
        let list = self.attached(wanted);
        list.get(self.choices.below(list.len())).copied()
    }

    /// A new node somewhere in the page.
    pub(super) fn grow(&mut self) -> usize {
        let parent = self.any(|n| n.text.is_none() && n.tag != "input").unwrap();
        let masked = self.is_masked(parent);
        let node = match self.choices.below(6) {
            0..3 => {
                let node = self.element(parent, "");
                let text = if masked && !self.choices.one_in(3) { self.disguised(MARKED) } else { self.words() };
                self.nodes[node].text = Some(text);
                node
            }
            3 => {
                let node = self.element(parent, "input");
                let (attributes, sensitive) = if self.choices.one_in(2) {
                    (serde_json::from_str(self.choices.pick(SENSITIVE)).unwrap(), true)
                } else {
                    (Map::from_iter([("type".to_owned(), json!("text"))]), false)
                };
                self.nodes[node].attributes = attributes;
                self.nodes[node].attributes.insert("name".to_owned(), json!(format!("q{node}")));
                self.nodes[node].is_sensitive = sensitive;
                if sensitive && self.choices.one_in(3) {
                    self.nodes[node].attributes.insert("value".to_owned(), json!(TYPED));
                    self.typed = true;
                }
                node
            }
            _ => {
                let tag = TAGS[self.choices.below(TAGS.len())];
                let node = self.element(parent, tag);
                if self.choices.one_in(4) {
                    self.set_marker(node);
                }
                if self.is_masked(node) && self.choices.one_in(2) {
                    let name = self.choices.pick(&["title", "aria-label", "data-note", "alt"]);
                    let secret = self.disguised(MARKED);
                    self.nodes[node].attributes.insert(name.to_owned(), json!(secret));
                }
                node
            }
        };
        self.nodes[node].attached = true;
        self.nodes[node].is_tainted = self.is_tainted(parent) || self.is_masked(node);
        let at = self.choices.below(self.nodes[parent].children.len() + 1);
        self.nodes[parent].children.insert(at, node);
        node
    }

    pub(super) fn set_marker(&mut self, node: usize) {
        let (name, value) = MARKERS[self.choices.below(MARKERS.len())];
        self.nodes[node].attributes.insert(name.to_owned(), json!(value));
        self.nodes[node].is_marked = true;
    }

    pub(super) fn id(&mut self, node: usize) -> u64 {
        *self.ids.entry(node).or_insert_with(|| {
            self.next_id += 1;
            self.next_id - 1
        })
    }

    /// A node as rrweb writes it; with all below it, or alone.
    pub(super) fn serialised(&mut self, node: usize, deep: bool) -> Value {
        let id = self.id(node);
        if let Some(text) = self.nodes[node].text.clone() {
            if !self.is_tainted(node) && !self.is_masked(node) && WORDS.iter().any(|word| text.starts_with(word)) && !text.contains('#') {
                self.pending.push(Fact { node, time: self.time, id, text: text.clone() });
            }
            return json!({"type": 3, "textContent": text, "id": id});
        }
        let children: Vec<Value> = if deep {
            self.nodes[node].children.clone().into_iter().map(|child| self.serialised(child, true)).collect()
        } else {
            Vec::new()
        };
        let node = &self.nodes[node];
        json!({"type": 2, "tagName": node.tag, "attributes": node.attributes, "childNodes": children, "id": id})
    }

    /// A new document: ids restart, and what a marker that is gone has protected is not shown any more.
    pub(super) fn snapshot(&mut self) {
        self.settle();
        self.ids.clear();
        self.next_id = 1;
        for node in 0..self.nodes.len() {
            self.nodes[node].is_tainted = false;
        }
        for node in 0..self.nodes.len() {
            let (masked, sensitive) = (self.is_masked(node), self.nodes[node].is_sensitive);
            self.nodes[node].is_tainted = masked || sensitive;
            if self.nodes[node].was_password {
                // A document that shows it as a password makes its name known for good.
                let is_password = self.nodes[node].attributes.get("type") == Some(&json!("password"));
                self.nodes[node].is_sensitive = is_password;
                self.nodes[node].was_password = !is_password;
            }
            let plain = "plain shelf".to_owned();
            match &mut self.nodes[node].text {
                Some(text) if !masked && !WORDS.iter().any(|word| text.starts_with(word)) => *text = plain,
                Some(text) if !masked && holds(text, MARKED) => *text = plain,
                _ => {}
            }
            if !masked {
                self.nodes[node].attributes.retain(|_, value| value.as_str().is_none_or(|v| !holds(v, MARKED)));
            }
        }
        let document = self.next_id;
        self.next_id += 1;
        let body = self.serialised(0, true);
        let node = json!({"type": 0, "childNodes": [{"type": 1, "name": "html", "publicId": "", "systemId": "", "id": self.next_id},
            {"type": 2, "tagName": "html", "attributes": {}, "childNodes": [body], "id": self.next_id + 1}], "id": document});
        self.next_id += 2;
        self.event(4, json!({"href": "https://shop.example/kettles?page=2", "width": 800, "height": 600}));
        self.time -= 1;
        self.event(2, json!({"node": node, "initialOffset": {"left": 0, "top": 0}}));
    }
}

pub(super) fn percent(text: &str) -> String {
    text.bytes().map(|b| if b.is_ascii_alphanumeric() { char::from(b).to_string() } else { format!("%{b:02X}") }).collect()
}

pub(super) fn base64(text: &str) -> String {
    base64::engine::general_purpose::STANDARD_NO_PAD.encode(text)
}

pub(super) fn holds(text: &str, secret: &str) -> bool {
    [secret.to_owned(), percent(secret), base64(secret)].iter().any(|form| text.contains(form))
}
