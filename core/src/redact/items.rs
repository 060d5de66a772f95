//! The nodes of one event in document order: a full snapshot or the adds of a mutation in, a flat list out.
//!
//! A full snapshot nests its nodes; a mutation lists them one by one with parent and next sibling. Both become the same
//! list, parents before children and siblings in order, so that what depends on neighbours is written once.

use std::collections::HashMap;

use super::page::Flags;
use crate::event::doc::Doc;

/// Stands for "no item".
pub(crate) const NONE: u32 = u32::MAX;

/// Kinds of nodes as rrweb numbers them.
pub(crate) mod kind {
    pub(crate) const DOCTYPE: u8 = 1;
    pub(crate) const ELEMENT: u8 = 2;
    pub(crate) const TEXT: u8 = 3;
    pub(crate) const CDATA: u8 = 4;
    pub(crate) const COMMENT: u8 = 5;
}

/// One node of an event. Tokens are indices into the tape; 0 means the node has none.
#[derive(Clone, Copy)]
pub(crate) struct Item {
    pub token: u32,
    pub id: u32,
    /// Id of the parent node; 0 for none.
    pub parent_id: u32,
    /// The parent among the items of this event, or [`NONE`].
    pub parent: u32,
    /// The nearest block-level element among the items, or [`NONE`]: text of one block is read as one.
    pub block: u32,
    pub kind: u8,
    pub tag: Tag,
    pub flags: Flags,
    pub class: u8,
    /// Whether a member that the engine does not know holds text.
    pub extra: bool,
    pub attributes: u32,
    pub text: u32,
    pub children: u32,
    pub tag_token: u32,
}

/// Elements that the engine treats in their own way.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Tag {
    /// Not an element.
    None,
    /// An element that flows with the text around it.
    Inline,
    /// Any other element.
    Block,
    Input,
    Textarea,
    Select,
    Option,
    Button,
    Label,
    Table,
    Row,
    Head,
    Cell,
    Term,
    Details,
    Style,
    Script,
    Title,
    Meta,
    Link,
    Media,
    Frame,
    Svg,
}

impl Tag {
    pub(crate) fn of(name: &[u8]) -> Tag {
        match name {
            b"a" | b"abbr" | b"b" | b"bdi" | b"bdo" | b"cite" | b"code" | b"data" | b"del" | b"dfn" | b"em" | b"font" | b"i" | b"ins"
            | b"kbd" | b"mark" | b"q" | b"s" | b"samp" | b"small" | b"span" | b"strong" | b"sub" | b"sup" | b"time" | b"tspan" | b"tt"
            | b"u" | b"var" | b"wbr" => Tag::Inline,
            b"input" => Tag::Input,
            b"textarea" => Tag::Textarea,
            b"select" => Tag::Select,
            b"option" => Tag::Option,
            b"button" => Tag::Button,
            b"label" | b"legend" => Tag::Label,
            b"table" => Tag::Table,
            b"tr" => Tag::Row,
            b"th" => Tag::Head,
            b"td" => Tag::Cell,
            b"dt" => Tag::Term,
            b"dd" => Tag::Details,
            b"style" => Tag::Style,
            b"script" | b"noscript" | b"template" => Tag::Script,
            b"title" => Tag::Title,
            b"meta" => Tag::Meta,
            b"link" => Tag::Link,
            b"img" | b"video" | b"audio" | b"source" | b"picture" | b"canvas" | b"object" | b"embed" | b"track" | b"image" => Tag::Media,
            b"iframe" | b"frame" => Tag::Frame,
            b"svg" => Tag::Svg,
            _ if name.iter().any(u8::is_ascii_uppercase) && name.len() <= 16 => {
                let mut lower = [0u8; 16];
                for (to, from) in lower.iter_mut().zip(name) {
                    *to = from.to_ascii_lowercase();
                }
                Tag::of(lower.get(..name.len()).unwrap_or_default())
            }
            _ => Tag::Block,
        }
    }

    pub(crate) fn is_inline(self) -> bool {
        matches!(self, Tag::Inline | Tag::None)
    }
}

/// The part of a table that an element plays by its ARIA role.
pub(crate) fn by_role(role: &str) -> Option<Tag> {
    match role {
        "row" => Some(Tag::Row),
        "columnheader" | "rowheader" => Some(Tag::Head),
        "cell" | "gridcell" => Some(Tag::Cell),
        "term" => Some(Tag::Term),
        "definition" => Some(Tag::Details),
        _ => None,
    }
}

/// A node as its members say, before the page is asked.
pub(crate) fn read(doc: Doc<'_>, token: u32) -> Option<Item> {
    let mut item = Item {
        token,
        id: 0,
        parent_id: 0,
        parent: NONE,
        block: NONE,
        kind: u8::MAX,
        tag: Tag::None,
        flags: Flags::default(),
        class: 0,
        extra: false,
        attributes: 0,
        text: 0,
        children: 0,
        tag_token: 0,
    };
    let mut seen = 0u32;
    for member in doc.members(token as usize) {
        let value = u32::try_from(member.value).ok()?;
        let bit = match doc.raw(member.key) {
            b"type" => {
                item.kind = u8::try_from(doc.number(member.value)?).ok().filter(|k| *k <= kind::COMMENT)?;
                1
            }
            b"id" => {
                item.id = doc.number(member.value)?;
                2
            }
            b"tagName" => {
                item.tag_token = value;
                item.tag = Tag::of(doc.raw(doc.token(member.value)?));
                4
            }
            b"attributes" => {
                item.attributes = value;
                8
            }
            b"childNodes" => {
                item.children = value;
                16
            }
            b"textContent" => {
                if doc.is_string(member.value) {
                    item.text = value;
                }
                32
            }
            // Constants of rrweb and names of document types; a string in any other member is walked later.
            b"rootId" | b"isStyle" | b"isSVG" | b"isShadow" | b"isShadowHost" | b"isCustom" | b"needBlock" | b"compatMode" => 0,
            b"name" | b"publicId" | b"systemId" if item.kind == kind::DOCTYPE => 0,
            _ => {
                item.extra |= !matches!(doc.kind(member.value), Some(crate::event::tape::Kind::Number | crate::event::tape::Kind::Literal));
                0
            }
        };
        // A key that stands twice may mean one thing here and another in the player.
        if seen & bit != 0 {
            return None;
        }
        seen |= bit;
    }
    (seen & 3 == 3 && (item.kind != kind::ELEMENT || seen & 4 != 0)).then_some(item)
}

/// The adds of a mutation in document order, as (parent id, token of the node).
pub(crate) fn in_document_order(doc: Doc<'_>, adds: usize, out: &mut Vec<(u32, u32)>) -> Option<()> {
    struct Add {
        parent: u32,
        next: Option<u32>,
        node: u32,
        id: u32,
    }
    out.clear();
    let mut list = Vec::new();
    for index in doc.items(adds) {
        let (mut parent, mut next, mut node) = (None, None, None);
        for member in doc.members(index) {
            match doc.raw(member.key) {
                b"parentId" => parent = doc.number(member.value),
                b"nextId" => next = doc.number(member.value),
                b"node" => node = Some(member.value),
                _ => {}
            }
        }
        let node = node?;
        let id = doc.number(doc.member(node, b"id")?)?;
        list.push(Add { parent: parent.unwrap_or(0), next, node: u32::try_from(node).ok()?, id });
    }
    if list.len() < 2 {
        out.extend(list.iter().map(|add| (add.parent, add.node)));
        return Some(());
    }
    let own: HashMap<u32, usize> = list.iter().enumerate().map(|(i, add)| (add.id, i)).collect();
    // Children of each parent with the last sibling first, found by following "next" backwards.
    let mut before: HashMap<(u32, u32), Vec<usize>> = HashMap::new();
    let mut last: HashMap<u32, Vec<usize>> = HashMap::new();
    let mut parents = Vec::new();
    for (i, add) in list.iter().enumerate() {
        let sibling = add.next.filter(|n| own.get(n).is_some_and(|&j| j != i && list.get(j).is_some_and(|o| o.parent == add.parent)));
        match sibling {
            Some(next) => before.entry((add.parent, next)).or_default().push(i),
            None => {
                let group = last.entry(add.parent).or_default();
                if group.is_empty() {
                    parents.push(add.parent);
                }
                group.push(i);
            }
        }
    }
    let mut placed = vec![false; list.len()];
    let mut stack: Vec<usize> = Vec::new();
    let mut siblings: Vec<usize> = Vec::new();
    // Roots: parents that are not themselves among the adds.
    let children_of = |parent: u32, siblings: &mut Vec<usize>| {
        siblings.clear();
        let mut chain: Vec<usize> = last.get(&parent).cloned().unwrap_or_default();
        while let Some(i) = chain.pop() {
            siblings.push(i);
            if siblings.len() > list.len() {
                return;
            }
            if let Some(add) = list.get(i) {
                chain.extend(before.get(&(parent, add.id)).into_iter().flatten());
            }
        }
    };
    for &parent in parents.iter().filter(|p| !own.contains_key(p)) {
        children_of(parent, &mut siblings);
        // `siblings` runs backwards and a stack pops from its end, so the first sibling comes out first.
        stack.extend(siblings.iter());
        while let Some(i) = stack.pop() {
            let Some(slot) = placed.get_mut(i).filter(|p| !**p) else { continue };
            *slot = true;
            let Some(add) = list.get(i) else { continue };
            out.push((add.parent, add.node));
            children_of(add.id, &mut siblings);
            stack.extend(siblings.iter());
        }
    }
    // Nodes in a ring of parents or siblings: no order, but none is lost.
    out.extend(list.iter().zip(&placed).filter(|(_, placed)| !**placed).map(|(add, _)| (add.parent, add.node)));
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::event::tape::Tape;

    #[test]
    fn adds_come_out_in_document_order() {
        let text = br#"[{"parentId":1,"nextId":null,"node":{"id":9,"type":3}},{"parentId":1,"nextId":9,"node":{"id":8,"type":2}},
            {"parentId":8,"nextId":null,"node":{"id":11,"type":3}},{"parentId":8,"nextId":11,"node":{"id":10,"type":3}}]"#;
        let mut tape = Tape::default();
        tape.read(text).unwrap();
        let doc = Doc { text, tokens: &tape.tokens };
        let mut order = Vec::new();
        in_document_order(doc, 0, &mut order).unwrap();
        let ids: Vec<u32> = order.iter().map(|&(_, node)| doc.number(doc.member(node as usize, b"id").unwrap()).unwrap()).collect();
        assert_eq!(ids, [8, 10, 11, 9]);
    }

    #[test]
    fn a_node_with_a_key_twice_is_not_read() {
        for (text, fits) in [
            (r#"{"type":3,"id":1,"textContent":"a"}"#, true),
            (r#"{"type":3,"id":1,"id":2}"#, false),
            (r#"{"type":9,"id":1}"#, false),
            (r#"{"type":2,"id":1}"#, false),
        ] {
            let mut tape = Tape::default();
            tape.read(text.as_bytes()).unwrap();
            assert_eq!(read(Doc { text: text.as_bytes(), tokens: &tape.tokens }, 0).is_some(), fits, "{text}");
        }
    }
}
