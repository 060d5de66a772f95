//! What is known of the page while a recording is read: node ids in, tag, parent and flags out.
//!
//! Node ids restart with each document, so the nodes are forgotten at every full snapshot; which fields were once
//! sensitive lives as long as the session. Nothing here holds text of the page: names of fields and labels are kept
//! as keyed hashes.

use std::collections::{HashMap, HashSet};

use super::host::Tags;

/// Properties of a node as bits.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(crate) struct Flags(pub u32);

macro_rules! flags {
    ($($(#[doc = $doc:literal])+ $name:ident = $bit:literal;)+) => {
        impl Flags { $($(#[doc = $doc])+ pub(crate) const $name: Flags = Flags(1 << $bit);)+ }
    };
}

flags! {
    /// The node was seen.
    KNOWN = 0;
    /// Its text and its attributes are masked.
    MASK = 1;
    /// Blocked: nothing of it is shown.
    BLOCK = 2;
    /// Its input events are dropped.
    IGNORE = 3;
    /// Never recorded: a sensitive field, or marked sensitive.
    SENSITIVE = 4;
    /// The host allows it to stay readable.
    ALLOW = 5;
    /// What stands in it was typed: contenteditable, role=textbox.
    EDITABLE = 6;
    /// Inside `<style>`.
    STYLE = 7;
    /// Inside `<script>`, `<noscript>` or `<template>`.
    SCRIPT = 8;
    /// Inside `<title>` of the document.
    TITLE = 9;
    /// Inside `<textarea>`.
    TEXTAREA = 10;
    /// A form control that takes a value.
    CONTROL = 11;
    /// A radio button or check box.
    CHECKABLE = 12;
    /// A button, whose value is its label.
    BUTTON = 13;
    /// `<select>`.
    SELECT = 14;
    /// Inside `<option>`.
    OPTION = 15;
    /// Its whole text is one letter or digit: a key of an on-screen keypad.
    ONE_CHARACTER = 16;
    /// Some of its text was masked.
    TEXT_MASKED = 17;
    /// Holds personal data by its label, autocomplete or type.
    PERSONAL = 18;
    /// `<input type=hidden>`.
    HIDDEN = 19;
    /// A picture, film, sound or embedded document.
    MEDIA = 20;
    /// A text node.
    TEXT = 21;
    /// A masked input event of this sensitive field was written since it got the focus.
    REPORTED = 22;
    /// Marked by the page or selected by the host.
    MARKED = 23;
    /// `<input type=file>`.
    FILE = 24;
    /// A `<meta>` element that holds a token.
    TOKEN = 25;
    /// A link to a style sheet, whose address must stay whole enough to load.
    SHEET = 26;
}

impl Flags {
    /// What a node's children inherit.
    pub(crate) const INHERITED: Flags = Flags(
        Flags::MASK.0
            | Flags::BLOCK.0
            | Flags::IGNORE.0
            | Flags::ALLOW.0
            | Flags::EDITABLE.0
            | Flags::STYLE.0
            | Flags::SCRIPT.0
            | Flags::TITLE.0
            | Flags::TEXTAREA.0
            | Flags::OPTION.0
            | Flags::MARKED.0,
    );
    /// What a node keeps however it changes later.
    pub(crate) const STICKY: Flags = Flags(
        Flags::MASK.0
            | Flags::BLOCK.0
            | Flags::IGNORE.0
            | Flags::SENSITIVE.0
            | Flags::EDITABLE.0
            | Flags::MARKED.0
            | Flags::REPORTED.0
            | Flags::ONE_CHARACTER.0,
    );

    pub(crate) fn has(self, other: Flags) -> bool {
        self.0 & other.0 != 0
    }

    pub(crate) fn with(self, other: Flags) -> Flags {
        Flags(self.0 | other.0)
    }

    pub(crate) fn only(self, other: Flags) -> Flags {
        Flags(self.0 & other.0)
    }

    pub(crate) fn without(self, other: Flags) -> Flags {
        Flags(self.0 & !other.0)
    }
}

/// What is known of one node. 12 bytes.
#[derive(Clone, Copy, Default, Debug)]
pub(crate) struct Node {
    pub(crate) parent: u32,
    pub(crate) flags: Flags,
    /// Class of the label that says what its text or value is; 0 for none. See `fields::class_code`.
    pub(crate) class: u8,
    /// Position among the cells of its row, for cells.
    pub(crate) column: u8,
}

/// Ids up to this far beyond the number of nodes seen are kept in a list; wilder ones in a map.
const SLACK: usize = 1 << 16;
/// More nodes than any page has; what lies beyond is unknown, and so masked.
const MAX_NODES: usize = 4 << 20;

/// All nodes of the current document, and what outlives it.
#[derive(Default)]
pub(crate) struct Page {
    dense: Vec<Node>,
    sparse: HashMap<u32, Node>,
    seen: usize,
    /// Column heads of tables by the id of the table, as class codes.
    pub(crate) heads: HashMap<u32, Vec<u8>>,
    /// Keyed hashes of `id`s that a `<label for>` names, with the class of the label.
    pub(crate) labels: HashMap<u64, u8>,
    /// Keyed hashes of the `name` and `id` of each form control, 0 for none: a field may become sensitive later.
    pub(crate) names: HashMap<u32, [u64; 2]>,
    /// Keyed hashes of names of fields that were sensitive once.
    pub(crate) sensitive_names: HashSet<u64>,
    /// Whether a full snapshot was seen at all.
    pub(crate) started: bool,
    /// Whether the page itself is one of the host's sensitive pages.
    pub(crate) strict: bool,
    /// Tag names for the host's callback.
    pub(super) tags: Tags,
}

impl Page {
    /// A new document: ids restart.
    pub(crate) fn reset(&mut self) {
        self.dense.clear();
        self.sparse.clear();
        self.seen = 0;
        self.heads.clear();
        self.labels.clear();
        self.names.clear();
        self.started = true;
    }

    pub(crate) fn node(&self, id: u32) -> Option<&Node> {
        match self.dense.get(id as usize) {
            Some(node) => Some(node),
            None => self.sparse.get(&id),
        }
        .filter(|node| node.flags.has(Flags::KNOWN))
    }

    /// Flags of a node, or none if it is not known.
    pub(crate) fn flags(&self, id: u32) -> Option<Flags> {
        self.node(id).map(|node| node.flags)
    }

    pub(crate) fn node_mut(&mut self, id: u32) -> Option<&mut Node> {
        match self.dense.get_mut(id as usize) {
            Some(node) => Some(node),
            None => self.sparse.get_mut(&id),
        }
        .filter(|node| node.flags.has(Flags::KNOWN))
    }

    /// Enters a node, or enters it again; what was sticky stays.
    pub(crate) fn enter(&mut self, id: u32, mut node: Node) -> Flags {
        node.flags = node.flags.with(Flags::KNOWN);
        let index = id as usize;
        if index >= self.dense.len() {
            if index > self.seen + SLACK || index >= MAX_NODES {
                if self.sparse.len() < MAX_NODES {
                    let old = self.sparse.get(&id).map_or(Flags::default(), |n| n.flags.only(Flags::STICKY));
                    node.flags = node.flags.with(old);
                    self.sparse.insert(id, node);
                }
                return node.flags;
            }
            self.dense.resize((index + 1).next_power_of_two().max(256), Node::default());
        }
        if let Some(slot) = self.dense.get_mut(index) {
            if !slot.flags.has(Flags::KNOWN) {
                self.seen += 1;
            }
            node.flags = node.flags.with(slot.flags.only(Flags::STICKY));
            *slot = node;
        }
        node.flags
    }

    /// Every node that is known, by id.
    pub(crate) fn nodes(&self) -> Vec<(u32, Node)> {
        let dense = self.dense.iter().enumerate().filter_map(|(i, node)| u32::try_from(i).ok().map(|id| (id, *node)));
        let mut all: Vec<(u32, Node)> =
            dense.chain(self.sparse.iter().map(|(id, node)| (*id, *node))).filter(|(_, node)| node.flags.has(Flags::KNOWN)).collect();
        all.sort_unstable_by_key(|(id, _)| *id);
        all
    }

    /// Gives every descendant of `id` these flags too. Linear in the nodes of the page; called when a marker arrives late.
    pub(crate) fn spread(&mut self, id: u32, flags: Flags) {
        let mut inside: HashSet<u32> = HashSet::from([id]);
        let mut outside: HashSet<u32> = HashSet::new();
        let mut path = Vec::new();
        let ids: Vec<u32> = (0..self.dense.len()).filter_map(|i| u32::try_from(i).ok()).chain(self.sparse.keys().copied()).collect();
        for start in ids {
            let mut at = start;
            path.clear();
            let found = loop {
                if inside.contains(&at) {
                    break true;
                }
                if at == 0 || outside.contains(&at) || path.len() > 100_000 {
                    break false;
                }
                path.push(at);
                match self.node(at) {
                    Some(node) if node.parent != at => at = node.parent,
                    _ => break false,
                }
            };
            if found { inside.extend(path.iter()) } else { outside.extend(path.iter()) }
        }
        for id in inside {
            if let Some(node) = self.node_mut(id) {
                node.flags = node.flags.with(flags);
            }
        }
    }

    /// The nearest ancestor-or-self for which `test` says yes, at most `steps` up.
    pub(crate) fn ancestor(&self, id: u32, steps: usize, mut test: impl FnMut(u32, &Node) -> bool) -> Option<u32> {
        let mut at = id;
        for _ in 0..steps {
            let node = self.node(at)?;
            if test(at, node) {
                return Some(at);
            }
            at = node.parent;
        }
        None
    }
}
