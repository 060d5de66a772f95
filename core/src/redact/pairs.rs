//! Labels and values that stand side by side outside tables and forms: `<small>Born on</small><div>…</div>`.
//!
//! In: the nodes of one event in document order. Out: each value with the class of the label in front of it.

use super::engine::Engine;
use super::fields;
use super::items::{Item, NONE, Tag, kind};
use super::memo::Note;
use super::page::Flags;
use crate::detect::labels::{self, FieldClass};
use crate::event::doc::Doc;

/// The longest label, and the longest value that a short label speaks of, in bytes as they stand in the recording.
const LABEL: usize = 48;
const VALUE: usize = 240;
/// The most nodes of a value. A list of codes has three a code.
const NODES: usize = 64;
/// How many elements may wrap a label: `<div><span><b>Label</b></span></div>`.
const WRAPPERS: usize = 3;
/// What the memo is asked about, beside the tags of elements.
const LABELS: u64 = 1 << 32;

impl Engine {
    /// Gives the values of this event the classes of their labels.
    pub(super) fn pairs(&mut self, doc: Doc<'_>, from: usize) {
        let mut scratch = String::new();
        for index in from..self.items.len() {
            let Some(item) = self.items.get(index).copied() else { break };
            if item.kind != kind::TEXT || item.text == 0 || item.class != 0 || item.flags.has(UNREAD) {
                continue;
            }
            let Some(token) = doc.token(item.text as usize) else { continue };
            if token.end() - token.start() > LABEL || !labels::may_be(doc.raw(token)) {
                continue;
            }
            let Some((value, alone)) = self.beside(doc, index) else { continue };
            let label = doc.string(token, &mut scratch).trim();
            let Some(class) = self.label_before(label).filter(|c| c.is_personal()) else { continue };
            // A short word such as "Name" heads things as well as persons: names there are what the detectors know as such.
            let trusted = alone && (label.len() >= 7 || label.contains(' '));
            // Lists, menus and articles have such words, too.
            if !alone && matches!(class, FieldClass::Health | FieldClass::Address) {
                continue;
            }
            self.pair(doc, value, class, trusted);
        }
    }

    /// The class of a label, from the memo where the same text was asked before.
    fn label_before(&mut self, label: &str) -> Option<FieldClass> {
        let Some((place, known)) = self.memo.find(LABELS, label.as_bytes()) else { return labels::classify_whole(label) };
        if let Some(note) = known {
            return u8::try_from(note.value).ok().and_then(fields::class_of);
        }
        let class = labels::classify_whole(label);
        let value = u64::from(fields::class_code(class));
        self.memo.put(place, LABELS, label.as_bytes(), Note { value, ..Note::default() });
        class
    }

    /// The item that follows the text at `index`, or the element that the text fills, under the same parent. Also whether the two
    /// are a pair by their structure: of different kinds, or all that their parent holds.
    fn beside(&self, doc: Doc<'_>, index: usize) -> Option<(usize, bool)> {
        let next = index + 1;
        let mut label = index;
        for _ in 0..=WRAPPERS {
            let parent = self.items.get(label)?.parent;
            let above = self.items.get(parent as usize)?;
            if matches!(
                above.tag,
                Tag::Button | Tag::Option | Tag::Select | Tag::Head | Tag::Cell | Tag::Row | Tag::Term | Tag::Details | Tag::Title
            ) {
                return None;
            }
            let follower = self.items.get(next)?;
            if follower.parent == parent {
                // Blank text between two elements says nothing.
                let blank = follower.kind == kind::TEXT && doc.token(follower.text as usize).is_none_or(|t| is_blank(doc.raw(t)));
                let value = if blank { next + 1 } else { next };
                let found = self.items.get(value)?;
                if found.parent != parent || (found.kind == kind::TEXT && label == index) {
                    return None;
                }
                let tag = |at: usize| self.items.get(at).and_then(|i| doc.token(i.tag_token as usize)).map_or(&b""[..], |t| doc.raw(t));
                let heading = matches!(tag(label), [b'h' | b'H', b'1'..=b'6']);
                let only = label == parent as usize + 1 && self.ends(doc, value, parent);
                let listed = matches!(tag(label), b"li" | b"a" | b"option" | b"summary");
                return Some((value, !heading && !listed && (only || tag(label) != tag(value))));
            }
            // The text must be all that is in the element, which then is the label.
            let inside = follower.parent != NONE && follower.parent > parent;
            if inside || label != parent as usize + 1 {
                return None;
            }
            label = parent as usize;
        }
        None
    }

    /// Whether nothing but blank text and buttons follows the item at `index` under its parent.
    fn ends(&self, doc: Doc<'_>, index: usize, parent: u32) -> bool {
        let mut at = index + 1;
        for _ in 0..NODES {
            let Some(item) = self.items.get(at) else { return true };
            if item.parent == NONE || item.parent < parent {
                return true;
            }
            let blank = item.kind == kind::TEXT && doc.token(item.text as usize).is_none_or(|t| is_blank(doc.raw(t)));
            if item.parent == parent && item.tag != Tag::Button && !blank {
                return false;
            }
            at += 1;
        }
        false
    }

    /// Gives the texts of a value the class of its label, where they have the look of such a value.
    fn pair(&mut self, doc: Doc<'_>, value: usize, class: FieldClass, trusted: bool) {
        let mut scratch = String::new();
        let mut texts: [usize; NODES] = [0; NODES];
        let (mut count, mut bytes) = (0usize, 0usize);
        for index in value..value + NODES {
            let Some(item) = self.items.get(index) else { break };
            if index > value && (item.parent == NONE || (item.parent as usize) < value) {
                break;
            }
            if is_other(item) || index + 1 == value + NODES {
                return;
            }
            let Some(token) = doc.token(item.text as usize).filter(|_| item.kind == kind::TEXT && item.text != 0) else { continue };
            bytes += token.end() - token.start();
            if bytes > VALUE {
                return;
            }
            let text = doc.string(token, &mut scratch).trim();
            if text.is_empty() || item.class != 0 {
                continue;
            }
            // Two labels in a row are the head of something, not a label and its value.
            if !fits(class, text) || is_reference(text) || (labels::may_be(text.as_bytes()) && labels::classify(text).is_some()) {
                return;
            }
            if let Some(slot) = texts.get_mut(count) {
                *slot = index;
                count += 1;
            }
        }
        let code = fields::class_code(Some(class)) | if trusted { 0 } else { fields::COLUMN };
        for &index in texts.iter().take(count) {
            let Some(item) = self.items.get_mut(index) else { continue };
            item.class = code;
            let id = item.id;
            if let Some(node) = self.page.node_mut(id) {
                node.class = code;
            }
        }
    }
}

/// Texts that are no labels.
const UNREAD: Flags = Flags(
    Flags::STYLE.0
        | Flags::SCRIPT.0
        | Flags::TITLE.0
        | Flags::OPTION.0
        | Flags::TEXTAREA.0
        | Flags::EDITABLE.0
        | Flags::MASK.0
        | Flags::BLOCK.0,
);

/// Elements that hold something of their own, so that what stands around them is no value.
fn is_other(item: &Item) -> bool {
    item.flags.has(Flags::CONTROL.with(Flags::SCRIPT).with(Flags::STYLE))
        || matches!(
            item.tag,
            Tag::Button | Tag::Label | Tag::Table | Tag::Row | Tag::Head | Tag::Cell | Tag::Term | Tag::Details | Tag::Frame | Tag::Title
        )
}

fn is_blank(raw: &[u8]) -> bool {
    raw.iter().all(|b| matches!(b, b' ' | b'\\' | b'n' | b't' | b'r'))
}

/// Whether a text has the look of a value of this class. What stands beside a label in the structure of a page may be a button's
/// word or an explanation as well.
fn fits(class: FieldClass, text: &str) -> bool {
    use FieldClass::*;
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let word = !text.contains(char::is_whitespace);
    match class {
        Password | Secret | Pin | OneTimeCode | CardCode => word && digits > 0,
        CardExpiry | City | Username | Demographic => false,
        CardHolder | PersonName => text.contains(' ') && text.split(' ').count() <= 6 && is_written_as_a_name(text),
        GivenName | FamilyName => text.split(' ').count() <= 3 && is_written_as_a_name(text),
        Address => digits > 0,
        Health => text.len() >= 4,
        _ => true,
    }
}

/// Whether a value says of itself that it is the number of an order or another thing: "Order no. 4711".
fn is_reference(text: &str) -> bool {
    let words = text.split(|c: char| c.is_ascii_digit()).next().unwrap_or_default();
    words.len() < text.len() && matches!(labels::classify(words.trim()), Some(FieldClass::Reference | FieldClass::Amount))
}

/// Whether every word begins with a capital, but for short ones in between such as "van der".
fn is_written_as_a_name(text: &str) -> bool {
    text.starts_with(char::is_uppercase)
        && text.split([' ', '-']).all(|word| word.starts_with(|c: char| !c.is_lowercase()) || word.chars().count() <= 4)
        && text.rsplit(' ').next().is_some_and(|last| last.starts_with(|c: char| !c.is_lowercase()))
}

#[cfg(test)]
mod tests {
    use crate::{Config, Redactor};

    fn redacted(body: &str) -> String {
        let event = format!(
            r#"[{{"type":2,"data":{{"node":{{"type":0,"id":1,"childNodes":[{body}]}},"initialOffset":{{"top":0,"left":0}}}},"timestamp":1}}]"#
        );
        let redactor = Redactor::new(&Config::default()).unwrap();
        String::from_utf8(redactor.redact(event.as_bytes()).unwrap().bytes).unwrap()
    }

    fn element(id: u32, tag: &str, children: &[String]) -> String {
        format!(r#"{{"type":2,"tagName":"{tag}","attributes":{{}},"id":{id},"childNodes":[{}]}}"#, children.join(","))
    }

    fn text(id: u32, text: &str) -> String {
        format!(r#"{{"type":3,"id":{id},"textContent":"{text}"}}"#)
    }

    fn pair(label: &str, value: &str) -> String {
        let label = element(3, "small", &[text(4, label)]);
        let value = element(5, "div", &[text(6, value)]);
        redacted(&element(2, "div", &[label, text(7, "\\n  "), value]))
    }

    #[test]
    fn a_value_is_read_with_the_label_in_front_of_it() {
        for (label, value) in [
            ("Geburtsdatum", "03.07.1961"),
            ("Insured person", "Zyrkel Vamplonde"),
            ("Diagnosis", "Acute grumpiness"),
            ("Anschrift", "Am Hagelkamp 3"),
            ("Recovery code", "k3mq-77zt"),
            ("Date de naissance :", "03/07/1961"),
        ] {
            assert!(!pair(label, value).contains(value), "{label}: {value}");
        }
        let wrapped = element(3, "div", &[element(4, "b", &[text(5, "Date of birth")])]);
        assert!(!redacted(&element(2, "li", &[wrapped, element(6, "p", &[text(7, "07/03/1961")])])).contains("1961"));
        let loose = [element(3, "b", &[text(4, "Diagnose")]), text(5, " Wanderzeh links")];
        assert!(!redacted(&element(2, "li", &loose)).contains("Wanderzeh"));
    }

    #[test]
    fn what_only_stands_beside_a_label_stays() {
        for (label, value) in [
            ("Password", "Forgot it?"),
            ("Password", "At least 8 characters"),
            ("Name", "Alder Desk Lamp"),
            ("Date of birth", "Date of issue"),
            ("Address", "Change"),
            ("Full name", "E-mail address"),
            ("Backup codes", "Print"),
            ("Shipping", "Express 24 h"),
            ("Delivery to your address", "Order no. 20260417-881"),
            ("Assigned to", "Refund request"),
        ] {
            assert!(pair(label, value).contains(value), "{label}: {value}");
        }
        let list = ["Allergies", "Vitamins"].map(|word| element(u32::try_from(word.len()).unwrap() * 10, "a", &[text(99, word)]));
        assert!(redacted(&element(2, "nav", &list)).contains("Vitamins"));
        let article = [element(3, "h3", &[text(4, "Symptoms")]), element(5, "p", &[text(6, "Fever and a dry cough")])];
        assert!(redacted(&element(2, "section", &article)).contains("Fever and a dry cough"));
        let button = [element(3, "button", &[text(4, "Diagnosis")]), element(5, "div", &[text(6, "Open the list")])];
        assert!(redacted(&element(2, "div", &button)).contains("Open the list"));
    }
}
