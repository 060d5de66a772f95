//! One start tag: its attributes as they stand in the reader's buffer in, what the reader and the rules ask of it out.

use super::document::{Kind, attributes};
use super::protection::{Marks, Protection};
use super::tags::is_control_like;
use super::{mirrors, suppress};
use crate::redact::selector;

/// The attributes that the reader itself asks for, found in one pass.
#[derive(Default)]
pub(super) struct Told<'b> {
    pub id: Option<&'b str>,
    pub speaks_for: Option<&'b str>,
    pub columns: Option<&'b str>,
    pub silence: Option<&'b str>,
    pub is_editable: bool,
    pub is_suspect: bool,
}

/// A start tag with its attributes, as long as they are in the buffer.
pub(super) struct View<'b> {
    pub name: &'b str,
    pub buffer: &'b str,
    pub parts: &'b [(usize, usize, usize)],
}

impl<'b> View<'b> {
    pub fn attributes(&self) -> impl Iterator<Item = (&'b str, &'b str)> {
        attributes(self.buffer, self.parts)
    }

    /// The first of that name, which is the one that counts.
    pub fn get(&self, wanted: &str) -> Option<&'b str> {
        self.attributes().find(|(name, _)| *name == wanted).map(|(_, value)| value)
    }

    /// Looks once at each attribute, and adds what marks the element.
    pub fn ask(&self, protection: &Protection, marks: &mut Marks) -> Told<'b> {
        let mut told = Told::default();
        for (name, value) in self.attributes() {
            match name {
                "id" => told.id = told.id.or(Some(value)),
                "for" => told.speaks_for = Some(value),
                "colspan" => told.columns = Some(value),
                "contenteditable" => told.is_editable |= !value.eq_ignore_ascii_case("false"),
                "role" => told.is_editable |= matches!(value, "textbox" | "searchbox" | "combobox" | "spinbutton"),
                suppress::ATTRIBUTE => told.silence = Some(value),
                "class" => *marks = marks.and(protection.attribute(name, value)),
                _ if name.starts_with("data-") => {
                    *marks = marks.and(protection.attribute(name, value));
                    told.is_suspect |= mirrors::is_suspect(name, value);
                }
                _ => {}
            }
        }
        told
    }

    /// What the rules may want of the element; `None` if nothing but its data attributes.
    pub fn kind(&self, is_editable: bool) -> Option<Kind> {
        match self.name {
            "input" => Some(match self.get("type").unwrap_or_default().trim() {
                kind if ["submit", "image", "button", "reset"].iter().any(|b| kind.eq_ignore_ascii_case(b)) => Kind::Button,
                _ => Kind::Field,
            }),
            "textarea" | "select" => Some(Kind::Field),
            "form" => Some(Kind::Form),
            "button" => Some(Kind::Button),
            "a" | "area" => Some(Kind::Link),
            "iframe" | "frame" | "embed" | "object" => Some(Kind::Frame),
            "script" => Some(Kind::Script),
            "img" => self.get("src").filter(|src| src.contains(['?', '@'])).map(|_| Kind::Other),
            "link" => self.get("href").filter(|href| href.contains(['?', '@'])).map(|_| Kind::Other),
            _ if is_editable => Some(Kind::Field),
            name if name.contains('-') && is_control_like(name) => Some(Kind::Field),
            _ => None,
        }
    }
}

impl selector::Element for View<'_> {
    fn tag(&self) -> &str {
        self.name
    }

    fn attribute(&self, name: &str) -> Option<&str> {
        self.get(name)
    }
}
