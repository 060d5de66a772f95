//! What is left of a page for the rules: the elements they look at, with what surrounds them.

use std::hash::{DefaultHasher, Hasher};

use super::protection::Marks;
use super::suppress::Silence;

/// A page as the reader leaves it.
#[derive(Default)]
pub(super) struct Document {
    /// The elements that a rule may look at, in the order of the page.
    pub elements: Vec<Element>,
    /// All visible text, of which elements keep ranges.
    pub text: String,
    /// What labels and elements with an id hold, ordered by the key of the id that they speak for.
    pub named: Vec<Named>,
    /// Reasons to be silent, by index.
    pub silences: Vec<Silence>,
    /// What the scripts do.
    pub scripts: Scripts,
}

/// A part of [`Document::text`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Range {
    pub start: usize,
    pub end: usize,
}

/// Text that can be asked for by id.
pub(super) struct Named {
    /// The hash of the id.
    pub key: u64,
    pub id: String,
    /// Whether a `<label for>` says it, and not the element of that id itself.
    pub is_label: bool,
    pub text: Range,
}

/// What the scripts of a page do.
#[derive(Default)]
pub(super) struct Scripts {
    /// Index of the script that starts a recorder.
    pub recorder: Option<usize>,
    /// Whether the script that is being read runs by itself; `None` if it is no program.
    pub is_running: Option<bool>,
    /// Whether a script asks for consent or knows a consent manager.
    pub asks_consent: bool,
    /// Whether a consent manager starts the recorder: a script of another type waits until then.
    pub is_held: bool,
}

/// What the rules tell apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A form control that takes text or a choice.
    Field,
    Form,
    /// A button that may send a form elsewhere.
    Button,
    Link,
    Frame,
    Script,
    /// Anything else with a data attribute or an address.
    Other,
}

/// One element with what surrounds it.
pub(super) struct Element {
    pub kind: Kind,
    pub tag: String,
    /// Names and values one after the other, as the reader's buffer had them.
    pub source: Box<str>,
    /// Where in it each name begins, each value begins, and each value ends.
    pub parts: Box<[(usize, usize, usize)]>,
    /// Of the start tag, in bytes.
    pub offset: usize,
    /// Marks of the element and of what it is inside, by the page or by the configuration.
    pub marks: Marks,
    /// Its own text, for links.
    pub text: Range,
    /// The label around it.
    pub label: Range,
    /// The text just before it in the same place.
    pub before: Range,
    /// The head of its table column.
    pub column: Range,
    /// Index of the form around it.
    pub form: Option<usize>,
    /// Indexes into [`Document::silences`], as far as they hold for this element.
    pub silences: Vec<usize>,
}

/// Names and values of a start tag, of which `parts` says where they stand.
pub(super) fn attributes<'s>(source: &'s str, parts: &'s [(usize, usize, usize)]) -> impl Iterator<Item = (&'s str, &'s str)> {
    parts
        .iter()
        .map(move |(start, name, value)| (source.get(*start..*name).unwrap_or_default(), source.get(*name..*value).unwrap_or_default()))
}

impl Named {
    pub fn new(id: &str, is_label: bool) -> Named {
        Named { key: key(id), id: id.to_owned(), is_label, text: Range::default() }
    }
}

/// What ids are ordered by: numbers compare faster than texts.
fn key(id: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    hasher.write(id.as_bytes());
    hasher.finish()
}

impl Document {
    pub fn text(&self, range: Range) -> &str {
        self.text.get(range.start..range.end).unwrap_or_default().trim()
    }

    pub fn is_silenced(&self, element: &Element, rule: &str) -> bool {
        element.silences.iter().filter_map(|index| self.silences.get(*index)).any(|silence| silence.covers(rule))
    }

    /// Every text that labels an element: by `for`, around it, by `aria-labelledby`.
    pub fn labels<'d>(&'d self, element: &'d Element) -> impl Iterator<Item = &'d str> {
        let by_for = self.named(element.get("id").unwrap_or_default(), true);
        let ids = element.get("aria-labelledby").unwrap_or_default().split_ascii_whitespace();
        let by_aria = ids.flat_map(|id| self.named(id, false));
        by_for.chain(by_aria).map(|n| self.text(n.text)).chain(Some(self.text(element.label))).filter(|text| !text.is_empty())
    }

    /// What is said by or for an id. The reader sorts by key.
    fn named<'d>(&'d self, id: &'d str, is_label: bool) -> impl Iterator<Item = &'d Named> {
        let key = key(id);
        let first = if id.is_empty() { self.named.len() } else { self.named.partition_point(|n| n.key < key) };
        let same = self.named.get(first..).unwrap_or_default().iter().take_while(move |n| n.key == key);
        // An id that stands more often than this is no id.
        same.filter(move |n| n.is_label == is_label && n.id == id).take(4)
    }
}

impl Element {
    pub fn attributes(&self) -> impl Iterator<Item = (&str, &str)> {
        attributes(&self.source, &self.parts)
    }

    pub fn get(&self, name: &str) -> Option<&str> {
        self.attributes().find(|(key, _)| *key == name).map(|(_, value)| value)
    }

    /// The value of an attribute, trimmed and in lower case.
    pub fn lower(&self, name: &str) -> String {
        self.get(name).unwrap_or_default().trim().to_ascii_lowercase()
    }

    /// The tag with the attributes that name the element, each cut short; never a value.
    pub fn shown(&self) -> String {
        const SHOWN: &[&str] = &["type", "name", "id", "autocomplete", "method", "for", "role"];
        let mut text = format!("<{}", self.tag);
        for (name, value) in self.attributes().filter(|(name, _)| SHOWN.contains(name)) {
            let short: String = value.chars().filter(|c| !c.is_control()).take(48).collect();
            text.push_str(&format!(" {name}=\"{short}\""));
        }
        text.push('>');
        text
    }
}
