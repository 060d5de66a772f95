//! The nodes of one event in document order: a full snapshot or the adds of a mutation in, a flat list out.
//!
//! A full snapshot nests its nodes; a mutation lists them one by one (see [`order`](super::order)). Both become the same
//! list, parents before children and siblings in order, so that what depends on neighbours is written once.

use super::page::Flags;
use crate::event::doc::Doc;
use crate::event::tape::Kind;

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

impl Item {
    fn new(token: u32) -> Item {
        Item {
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
        }
    }
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

/// ARIA roles by which an element is a part of a table or of a list of terms.
const ROLES: &[(&str, Tag)] = &[
    ("row", Tag::Row),
    ("columnheader", Tag::Head),
    ("rowheader", Tag::Head),
    ("cell", Tag::Cell),
    ("gridcell", Tag::Cell),
    ("term", Tag::Term),
    ("definition", Tag::Details),
];

/// A role as a number, 0 where it is none of a table's.
pub(crate) fn role(role: &str) -> u8 {
    ROLES.iter().position(|(name, _)| *name == role).and_then(|at| u8::try_from(at + 1).ok()).unwrap_or(0)
}

/// What an element with a role, given as its number, is read as.
pub(crate) fn tag_of_role(role: u8) -> Option<Tag> {
    ROLES.get(usize::from(role).checked_sub(1)?).map(|(_, tag)| *tag)
}

/// A node as its members say, before the page is asked.
pub(crate) fn read(doc: Doc<'_>, token: u32) -> Option<Item> {
    read_in_order(doc, token).or_else(|| read_members(doc, token))
}

/// An element or a text with the members that rrweb gives it in the order in which it writes them, and no other.
#[inline]
fn read_in_order(doc: Doc<'_>, token: u32) -> Option<Item> {
    let (tokens, first) = (doc.tokens, token as usize);
    let &[node, kind_key, kind_value, name_key, name, key, value] = tokens.get(first..)?.first_chunk::<7>()?;
    if !doc.is(kind_key, b"type") {
        return None;
    }
    let mut item = Item::new(token);
    match (doc.raw(kind_value), key) {
        (b"2", _) if doc.is(name_key, b"tagName") && doc.is(key, b"attributes") && value.kind() == Kind::Object => {
            let &[children_key, children] = tokens.get(value.next as usize..)?.first_chunk::<2>()?;
            let &[id_key, id] = tokens.get(children.next as usize..)?.first_chunk::<2>()?;
            if !doc.is(children_key, b"childNodes") || children.kind() != Kind::Array || !doc.is(id_key, b"id") || id.next != node.next {
                return None;
            }
            item.kind = kind::ELEMENT;
            item.id = doc.number_of(id)?;
            item.tag = Tag::of(doc.raw(name));
            item.tag_token = token + 4;
            item.attributes = token + 6;
            item.children = value.next + 1;
        }
        (b"3", _) if doc.is(name_key, b"textContent") && name.is_string() && doc.is(key, b"id") && value.next == node.next => {
            item.kind = kind::TEXT;
            item.id = doc.number_of(value)?;
            item.text = token + 4;
        }
        _ => return None,
    }
    Some(item)
}

/// A node whatever the order of its members.
fn read_members(doc: Doc<'_>, token: u32) -> Option<Item> {
    let mut item = Item::new(token);
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
                item.extra |= !matches!(doc.kind(member.value), Some(Kind::Number | Kind::Literal));
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::event::tape::Tape;

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
            assert_eq!(read(Doc::new(text, tape.tokens()), 0).is_some(), fits, "{text}");
        }
    }
}
