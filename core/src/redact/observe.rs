//! First pass over a run of events: page state, field classes and typed values in; nothing is written yet.
//!
//! Everything that decides how an event is written (markers, types, labels, what was typed) may stand after it in the
//! same run, so it is all gathered before the second pass writes.

use super::echo::TaintClass;
use super::engine::Engine;
use super::fields::{self, Field};
use super::items::{self, Item, NONE, Tag, kind};
use super::markers::{self, Marks};
use super::memo::Note;
use super::page::{Flags, Node};
use super::selector::{Actions, Element, State};
use crate::config::Profile;
use crate::event::doc::Doc;
use crate::event::tape::{Kind, Token};

/// Longest text that can be a label.
const LABEL_LENGTH: usize = 80;
/// Most nodes that a label is made of.
const LABEL_ITEMS: usize = 24;

/// What the nodes of one event ask to be related, so that most events pass without a second look.
#[derive(Clone, Copy, Default)]
pub(super) struct Interest {
    labels: bool,
    fields: bool,
    cells: bool,
    texts: bool,
}

/// What the attributes of an element that is no form control say of it, whatever stands around it.
#[derive(Clone, Copy, Default)]
struct Told {
    flags: Flags,
    class: u8,
    /// The part that it plays by its role: one more than the place in [`items::ROLES`]; 0 for none.
    role: u8,
}

impl Told {
    /// As the number that a memo keeps.
    fn packed(self) -> u64 {
        u64::from(self.flags.0) | u64::from(self.class) << 32 | u64::from(self.role) << 40
    }

    fn unpacked(value: u64) -> Told {
        // Each half was made from a number of its size.
        #[allow(clippy::cast_possible_truncation)]
        Told { flags: Flags(value as u32), class: (value >> 32) as u8, role: (value >> 40) as u8 }
    }
}

/// What an input event has typed into a field.
#[derive(Clone, Copy)]
pub(super) struct Typed {
    pub(super) value: Token,
    flags: Flags,
    class: u8,
}

/// An element as the host's selectors ask for it.
struct View<'a> {
    doc: Doc<'a>,
    tag: &'a str,
    attributes: u32,
}

impl Element for View<'_> {
    fn tag(&self) -> &str {
        self.tag
    }

    fn attribute(&self, name: &str) -> Option<&str> {
        // Attributes with escapes in them are not read here: a selector that would protect them does not match, and one
        // that would allow them does not either, so both ends stay closed by the caller's default.
        let member = self.doc.members(self.attributes as usize).find(|m| self.doc.raw(m.key) == name.as_bytes())?;
        std::str::from_utf8(self.doc.raw(self.doc.token(member.value)?)).ok()
    }
}

impl Engine {
    /// Enters the nodes of a full snapshot. Returns false if the tree can't be understood.
    pub(super) fn observe_snapshot(&mut self, doc: Doc<'_>, root: usize) -> bool {
        self.page.reset();
        self.states.clear();
        let from = self.items.len();
        let known = u32::try_from(root).is_ok_and(|root| self.enter_tree(doc, root, 0));
        self.relate(doc, from);
        known
    }

    /// Enters added nodes and changed attributes of a mutation. Returns false if it can't be understood.
    pub(super) fn observe_mutation(&mut self, doc: Doc<'_>, data: usize) -> bool {
        let from = self.items.len();
        let mut known = true;
        for member in doc.members(data) {
            match doc.raw(member.key) {
                b"adds" => {
                    let mut order = std::mem::take(&mut self.order);
                    known &= order.sort(doc, member.value).is_some();
                    let added = self.items.len();
                    for &(parent, node) in &order.sorted {
                        let entered = self.items.len();
                        known &= self.enter_tree(doc, node, parent);
                        for index in entered..self.items.len() {
                            if let (Some(item), Ok(index)) = (self.items.get(index), u32::try_from(index)) {
                                self.added.set(item.id, index);
                            }
                        }
                    }
                    for item in self.items.get(added..).unwrap_or_default() {
                        self.added.unset(item.id);
                    }
                    self.order = order;
                }
                b"attributes" => {
                    for change in doc.items(member.value) {
                        self.observe_attributes(doc, change);
                    }
                }
                b"texts" => {
                    for change in doc.items(member.value) {
                        self.observe_text(doc, change);
                    }
                }
                _ => {}
            }
        }
        self.relate(doc, from);
        known
    }

    /// Enters a node and all below it, parents first.
    fn enter_tree(&mut self, doc: Doc<'_>, root: u32, parent_id: u32) -> bool {
        let mut stack = std::mem::take(&mut self.stack);
        stack.clear();
        let mut known = true;
        let parent_item = self.added.find(parent_id).unwrap_or(NONE);
        match self.enter_node(doc, root, parent_id, parent_item) {
            Some(item) => stack.push((self.first_child(doc, item), item)),
            None => known = false,
        }
        while let Some((next, item)) = stack.last_mut() {
            let Some(parent) = self.items.get(*item as usize).copied() else { break };
            let end = doc.token(parent.children as usize).map_or(0, |t| t.next);
            if *next == 0 || *next >= end {
                stack.pop();
                continue;
            }
            let child = *next;
            *next = doc.token(child as usize).map_or(0, |t| t.next);
            let parent_index = *item;
            match self.enter_node(doc, child, parent.id, parent_index) {
                Some(entered) => {
                    let first = self.first_child(doc, entered);
                    if first != 0 {
                        stack.push((first, entered));
                    }
                }
                None => known = false,
            }
        }
        self.stack = stack;
        known
    }

    fn first_child(&self, doc: Doc<'_>, item: u32) -> u32 {
        match self.items.get(item as usize) {
            Some(item) if item.children != 0 && doc.kind(item.children as usize) == Some(Kind::Array) => item.children + 1,
            _ => 0,
        }
    }

    /// Enters one node and returns its index among the items.
    fn enter_node(&mut self, doc: Doc<'_>, token: u32, parent_id: u32, parent: u32) -> Option<u32> {
        let mut item = items::read(doc, token)?;
        item.parent_id = parent_id;
        item.parent = parent;
        let index = u32::try_from(self.items.len()).ok()?;
        let (inherited, parent_class) = match self.page.node(parent_id) {
            Some(node) => (node.flags.only(Flags::INHERITED), if item.kind == kind::TEXT { node.class } else { 0 }),
            // The parent is not known: fail closed, unless this is the document itself.
            None if parent_id != 0 => (Flags::MASK, 0),
            None => (Flags::default(), 0),
        };
        item.flags = inherited;
        item.class = parent_class;
        item.block = match self.items.get(parent as usize) {
            Some(above) if above.kind == kind::ELEMENT && !above.tag.is_inline() => parent,
            Some(above) => above.block,
            None => NONE,
        };
        if item.kind == kind::ELEMENT {
            self.element(doc, &mut item);
        } else if item.kind == kind::TEXT {
            item.flags = item.flags.with(Flags::TEXT);
            self.interest.texts = true;
            self.note_single_character(doc, &item);
        }
        item.flags = self.page.enter(item.id, Node { parent: parent_id, flags: item.flags, class: item.class, column: 0 });
        self.items.push(item);
        Some(index)
    }

    /// Flags of an element from its tag and attributes.
    fn element(&mut self, doc: Doc<'_>, item: &mut Item) {
        let mut flags = item.flags;
        let control = matches!(item.tag, Tag::Input | Tag::Textarea | Tag::Select);
        flags = flags.with(match item.tag {
            Tag::Style => Flags::STYLE,
            Tag::Script => Flags::SCRIPT,
            Tag::Title => Flags::TITLE,
            Tag::Textarea => Flags::CONTROL.with(Flags::TEXTAREA),
            Tag::Select => Flags::CONTROL.with(Flags::SELECT),
            Tag::Input => Flags::CONTROL,
            Tag::Option => Flags::OPTION,
            Tag::Button => Flags::BUTTON,
            Tag::Media | Tag::Frame => Flags::MEDIA,
            _ => Flags::default(),
        });
        if control {
            let mut field = Field::default();
            let told = self.told(doc, item, Some(&mut field));
            flags = flags.with(told.flags).with(field.flags);
            item.class = fields::class_code(field.class);
        } else {
            let told = self.told_before(doc, item);
            flags = flags.with(told.flags);
            item.class = told.class;
            item.tag = items::tag_of_role(told.role).unwrap_or(item.tag);
        }
        match item.tag {
            Tag::Label => self.interest.labels = true,
            Tag::Row | Tag::Head | Tag::Cell | Tag::Term | Tag::Details => self.interest.cells = true,
            _ => {}
        }
        if item.tag == Tag::Title && self.inside_svg(item) {
            flags = flags.without(Flags::TITLE);
        }
        if !self.rules.selectors.is_empty() {
            flags = self.select(doc, item, flags);
        }
        self.interest.fields |= flags.has(Flags::CONTROL.with(Flags::EDITABLE));
        self.interest.cells |= item.class != 0;
        item.flags = flags;
    }

    /// What the attributes of an element tell, from the memo where the same were read before.
    fn told_before(&mut self, doc: Doc<'_>, item: &Item) -> Told {
        let Some(attributes) = doc.token(item.attributes as usize) else { return Told::default() };
        let raw = doc.raw(attributes);
        if raw.len() <= 2 {
            return Told::default();
        }
        let about = item.tag as u64;
        let Some((place, known)) = self.memo.find(about, raw) else { return self.told(doc, item, None) };
        match known {
            Some(note) => Told::unpacked(note.value),
            None => {
                let told = self.told(doc, item, None);
                self.memo.put(place, about, raw, Note { value: told.packed(), ..Note::default() });
                told
            }
        }
    }

    /// What the attributes of an element tell; those of a form control also fill `field`.
    fn told(&mut self, doc: Doc<'_>, item: &Item, mut field: Option<&mut Field>) -> Told {
        let control = field.is_some();
        let mut flags = Flags::default();
        let (mut class, mut role) = (0, 0);
        let mut marks = Marks::default();
        let mut scratch = std::mem::take(&mut self.scratch);
        for member in doc.members(item.attributes as usize) {
            let name = doc.raw(member.key);
            let Some(value) = doc.token(member.value) else { continue };
            if !value.is_string() {
                // rrweb writes attributes without a value as true.
                if doc.raw(value) == b"true" {
                    let mut none = Field::default();
                    self.boolean_attribute(name, &mut flags, field.as_deref_mut().unwrap_or(&mut none), &mut marks);
                }
                continue;
            }
            if !self.is_telling(name, control) {
                continue;
            }
            let text = doc.string(value, &mut scratch);
            marks = marks.union(self.marks(name, text));
            if let Some(field) = field.as_deref_mut() {
                field.attribute(name, text);
            }
            match name {
                b"contenteditable" if !text.eq_ignore_ascii_case("false") => flags = flags.with(Flags::EDITABLE),
                b"role" if matches!(text, "textbox" | "searchbox" | "combobox") && !control => flags = flags.with(Flags::EDITABLE),
                b"role" if !control => role = items::role(text),
                b"rel" if item.tag == Tag::Link => flags = flags.with(Flags::SHEET),
                b"name" | b"property" | b"itemprop" | b"http-equiv" if item.tag == Tag::Meta => {
                    class = fields::classify_key(text);
                    if text.to_ascii_lowercase().contains("csrf") || fields::class_of(class).is_some_and(|c| c.is_sensitive()) {
                        flags = flags.with(Flags::TOKEN);
                    }
                }
                b"itemprop" | b"data-label" | b"data-th" | b"data-title" if !control && class == 0 => class = fields::classify_label(text),
                _ => {}
            }
        }
        self.scratch = scratch;
        Told { flags: self.mark(flags, marks), class, role }
    }

    fn inside_svg(&self, item: &Item) -> bool {
        let mut at = item.parent;
        while let Some(above) = self.items.get(at as usize) {
            if above.tag == Tag::Svg {
                return true;
            }
            at = above.parent;
        }
        false
    }

    /// Whether an attribute says something about its element, rather than being shown.
    fn is_telling(&self, name: &[u8], control: bool) -> bool {
        match name {
            b"class" | b"contenteditable" | b"role" | b"rel" | b"name" | b"property" | b"itemprop" | b"http-equiv" => true,
            _ if name.starts_with(b"data-") => true,
            _ => control || name.first().is_some_and(|b| !b.is_ascii_lowercase()),
        }
    }

    fn boolean_attribute(&self, name: &[u8], flags: &mut Flags, field: &mut Field, marks: &mut Marks) {
        *marks = marks.union(self.marks(name, ""));
        field.attribute(name, "");
        if name == b"contenteditable" {
            *flags = flags.with(Flags::EDITABLE);
        }
    }

    pub(super) fn marks(&self, name: &[u8], value: &str) -> Marks {
        let Ok(name) = std::str::from_utf8(name) else { return Marks::default() };
        let marks = if name == "class" { markers::class_actions(value) } else { markers::attribute_actions(name, value) };
        if self.rules.vendor_markers || name.starts_with("data-milkglass") { marks } else { Marks::default() }
    }

    /// Flags that markers of the page add.
    fn mark(&self, flags: Flags, marks: Marks) -> Flags {
        let mut flags = flags;
        if marks.is_empty() {
            return flags;
        }
        if marks.mask() {
            flags = flags.with(Flags::MASK).with(Flags::MARKED);
        }
        if marks.block() {
            flags = flags.with(Flags::BLOCK).with(Flags::MARKED);
        }
        if marks.ignore() {
            flags = flags.with(Flags::IGNORE).with(Flags::MARKED);
        }
        if marks.sensitive() {
            flags = flags.with(Flags::SENSITIVE).with(Flags::MASK).with(Flags::MARKED);
        }
        // The page's own "allow" counts only where the host's configuration allows the same element, see `select`.
        flags
    }

    /// Flags that the host's selectors add.
    fn select(&mut self, doc: Doc<'_>, item: &Item, flags: Flags) -> Flags {
        let Some(tag) = doc.token(item.tag_token as usize).and_then(|t| std::str::from_utf8(doc.raw(t)).ok()) else { return flags };
        let parent: State = self.states.get(&item.parent_id).copied().unwrap_or_default();
        let (state, actions) = self.rules.selectors.advance(parent, &View { doc, tag, attributes: item.attributes });
        self.states.insert(item.id, state);
        let mut flags = flags;
        for (action, flag) in [(Actions::MASK, Flags::MASK), (Actions::BLOCK, Flags::BLOCK), (Actions::IGNORE, Flags::IGNORE)] {
            if actions.has(action) {
                flags = flags.with(flag).with(Flags::MARKED);
            }
        }
        if actions.has(Actions::ALLOW) {
            flags = flags.with(Flags::ALLOW);
        }
        flags
    }

    /// A text of one letter or digit makes its parent a key of a keypad.
    fn note_single_character(&mut self, doc: Doc<'_>, item: &Item) {
        let Some(text) = doc.token(item.text as usize).filter(|t| t.end() - t.start() <= 12) else { return };
        // Two letters or digits in a row, and it is no single one.
        if let [a, b, ..] = doc.raw(text)
            && a.is_ascii_alphanumeric()
            && b.is_ascii_alphanumeric()
        {
            return;
        }
        let mut scratch = String::new();
        let mut characters = doc.string(text, &mut scratch).trim().chars();
        if let (Some(only), None) = (characters.next(), characters.next())
            && only.is_alphanumeric()
        {
            if let Some(parent) = self.page.node_mut(item.parent_id) {
                parent.flags = parent.flags.with(Flags::ONE_CHARACTER);
            }
        }
    }

    /// Changed attributes: markers and types that arrive late, and what they mean for what is below.
    fn observe_attributes(&mut self, doc: Doc<'_>, change: usize) {
        let Some(id) = doc.member(change, b"id").and_then(|i| doc.number(i)) else { return };
        let Some(attributes) = doc.member(change, b"attributes") else { return };
        let Some(node) = self.page.node(id).copied() else { return };
        let mut field = Field::default();
        let mut marks = Marks::default();
        let mut added = Flags::default();
        let mut scratch = std::mem::take(&mut self.scratch);
        for member in doc.members(attributes) {
            let Some(value) = doc.token(member.value) else { continue };
            let name = doc.raw(member.key);
            if !value.is_string() {
                self.boolean_attribute(name, &mut added, &mut field, &mut marks);
                continue;
            }
            let text = doc.string(value, &mut scratch);
            marks = marks.union(self.marks(name, text));
            field.attribute(name, text);
            if name == b"contenteditable" && !text.eq_ignore_ascii_case("false") {
                added = added.with(Flags::EDITABLE);
            }
        }
        self.scratch = scratch;
        added = self.mark(added, marks);
        if node.flags.has(Flags::CONTROL) {
            added = added.with(field.flags.only(Flags::SENSITIVE.with(Flags::PERSONAL)));
        }
        let fresh = added.without(node.flags);
        if let Some(node) = self.page.node_mut(id) {
            node.flags = node.flags.with(added);
            if node.class == 0 && node.flags.has(Flags::CONTROL) {
                node.class = fields::class_code(field.class);
            }
        }
        if fresh.has(Flags::SENSITIVE)
            && let Some(names) = self.page.names.get(&id)
        {
            self.page.sensitive_names.extend(names.iter().filter(|n| **n != 0));
        }
        let inherited = fresh.only(Flags::INHERITED);
        if inherited != Flags::default() {
            self.page.spread(id, inherited);
        }
        // A value that the page writes into a field is as good as typed.
        if node.flags.has(Flags::CONTROL)
            && let Some(value) = doc.member(attributes, b"value").and_then(|i| doc.token(i)).filter(|t| t.is_string())
        {
            let flags = self.page.flags(id).unwrap_or(node.flags);
            let class = self.page.node(id).map_or(0, |n| n.class);
            self.taint_value(doc, value, flags, class, true);
        }
    }

    /// Changed text: what is typed into an editable element is remembered.
    fn observe_text(&mut self, doc: Doc<'_>, change: usize) {
        let Some(id) = doc.member(change, b"id").and_then(|i| doc.number(i)) else { return };
        let Some(value) = doc.member(change, b"value").and_then(|i| doc.token(i)).filter(|t| t.is_string()) else { return };
        let Some(node) = self.page.node(id).copied() else { return };
        if node.flags.has(Flags::EDITABLE.with(Flags::TEXTAREA)) {
            self.taint_value(doc, value, node.flags, node.class, false);
            self.typing.insert(id, Typed { value, flags: node.flags, class: node.class });
        }
    }

    /// An input event: remembers what was typed.
    pub(super) fn observe_input(&mut self, doc: Doc<'_>, data: usize) {
        let id = doc.member(data, b"id").and_then(|i| doc.number(i));
        let node = id.and_then(|id| self.page.node(id).copied());
        let text = doc.member(data, b"text").and_then(|i| doc.token(i)).filter(|t| t.is_string());
        let Some(text) = text else { return };
        let typed = Typed { value: text, flags: node.map_or(Flags::default(), |n| n.flags), class: node.map_or(0, |n| n.class) };
        // Only the last of a row of keystrokes is what the visitor meant.
        let Some(before) = self.typing.insert(id.unwrap_or(0), typed) else { return };
        // A field that is cleared or filled anew held a whole value before; one that loses a letter is still being typed into.
        if doc.raw(text).len() + 2 <= doc.raw(before.value).len() {
            self.taint_value(doc, before.value, before.flags, before.class, false);
            self.replaced.push((id.unwrap_or(0), before));
        } else if !doc.raw(text).is_empty() {
            self.taint_value(doc, before.value, before.flags, before.class, true);
        }
    }

    /// The end of a run: what was typed last into each field is whole.
    pub(super) fn observe_end(&mut self, doc: Doc<'_>) {
        let typing = std::mem::take(&mut self.typing);
        self.scanner.forget_typing();
        let mut scratch = String::new();
        let replaced = std::mem::take(&mut self.replaced);
        for typed in typing.values().chain(replaced.iter().map(|(_, typed)| typed)) {
            self.taint_value(doc, typed.value, typed.flags, typed.class, false);
            let masked = self.profile() != Profile::Forms || fields::class_of(typed.class).is_some_and(fields::is_hidden_in_forms);
            if typed.flags.has(Flags::SENSITIVE) || (typed.flags.has(Flags::PERSONAL) && masked) {
                self.scanner.type_into(doc.string(typed.value, &mut scratch), typed.flags.has(Flags::SENSITIVE));
            }
        }
        self.typing = typing;
        self.replaced = replaced;
    }

    /// Remembers a typed or prefilled value if it is one that the second pass will hide. The beginning of a value
    /// (`partial`) may be an ordinary word, so it counts only where it has the look of a value.
    fn taint_value(&mut self, doc: Doc<'_>, value: Token, flags: Flags, class: u8, partial: bool) {
        if flags.has(Flags::CHECKABLE.with(Flags::BUTTON).with(Flags::SELECT)) || value.end() == value.start() {
            return;
        }
        let hidden_in_forms = fields::class_of(class).is_some_and(fields::is_hidden_in_forms);
        let taint = if flags.has(Flags::SENSITIVE) {
            TaintClass::Sensitive
        } else if self.profile() == Profile::Forms && !hidden_in_forms && !flags.has(Flags::MASK.with(Flags::BLOCK).with(Flags::IGNORE)) {
            return;
        } else if flags.has(Flags::PERSONAL) {
            TaintClass::Personal
        } else {
            TaintClass::Typed
        };
        let mut scratch = std::mem::take(&mut self.scratch);
        let text = doc.string(value, &mut scratch);
        // File names come with a made-up path.
        let text = if flags.has(Flags::FILE) { text.rsplit(['\\', '/']).next().unwrap_or(text) } else { text };
        let telling = text.len() >= 6 && text.bytes().any(|b| !b.is_ascii_alphabetic());
        if !super::mask::is_mask(text) {
            match taint {
                TaintClass::Sensitive if partial && !telling => {}
                TaintClass::Personal if partial => self.echo.taint(text, TaintClass::Typed),
                TaintClass::Sensitive => {
                    self.echo.taint(text, TaintClass::Sensitive);
                    // Pages show the end of a card to tell it from others; it is a part of what must not be recorded.
                    let digits = text.bytes().filter(u8::is_ascii_digit).count();
                    if digits >= 12 && !partial {
                        let end: String = text.chars().filter(char::is_ascii_digit).skip(digits - 4).collect();
                        self.echo.taint(&end, TaintClass::Sensitive);
                    }
                }
                taint => self.echo.taint(text, taint),
            }
        }
        self.scratch = scratch;
    }

    /// Second look at the nodes of one event: labels, table heads and the fields and texts that they speak of.
    fn relate(&mut self, doc: Doc<'_>, from: usize) {
        let interest = std::mem::take(&mut self.interest);
        if interest.labels {
            self.label_texts(doc, from);
        }
        // Cells before controls: the head of a column is the label of the fields below it.
        if interest.cells {
            self.cells(doc, from);
        }
        if interest.fields {
            self.classify_controls(doc, from);
        }
        // Where all text is masked there is no need to know what it is.
        if interest.texts && self.profile() != Profile::Strict {
            self.pairs(doc, from);
        }
    }

    /// The text below an item, if it is short enough to be a label. Looks at no more items than a label has.
    fn short_text(&self, doc: Doc<'_>, index: usize, out: &mut String) -> bool {
        out.clear();
        let mut scratch = String::new();
        for (step, item) in self.items.get(index..).unwrap_or_default().iter().enumerate() {
            // A parent that stands before `index` ends the subtree.
            if step > 0 && (item.parent == NONE || (item.parent as usize) < index) {
                break;
            }
            if step > LABEL_ITEMS {
                return false;
            }
            let Some(token) = doc.token(item.text as usize).filter(|_| item.kind == kind::TEXT && item.text != 0) else { continue };
            if out.len() + (token.end() - token.start()) > LABEL_LENGTH {
                return false;
            }
            out.push_str(doc.string(token, &mut scratch));
            out.push(' ');
        }
        !out.trim().is_empty()
    }

    /// Index after the last item below `index`. Items below an item follow it directly.
    fn subtree_end(&self, index: usize) -> usize {
        let mut end = index + 1;
        while let Some(item) = self.items.get(end) {
            // A parent that stands before `index` ends the subtree.
            if item.parent == NONE || (item.parent as usize) < index {
                break;
            }
            end += 1;
        }
        end
    }

    /// Reads `<label>`s: those with `for` by its hash, those that wrap a field by the page state.
    fn label_texts(&mut self, doc: Doc<'_>, from: usize) {
        let mut text = String::new();
        for index in from..self.items.len() {
            let Some(item) = self.items.get(index).copied() else { break };
            if item.tag != Tag::Label || !self.short_text(doc, index, &mut text) {
                continue;
            }
            let class = fields::classify_label(&text);
            if class == 0 {
                continue;
            }
            if let Some(node) = self.page.node_mut(item.id) {
                node.class = class;
            }
            if let Some(target) = doc.member(item.attributes as usize, b"for").and_then(|i| doc.token(i)) {
                let name = self.name_hash(doc.raw(target));
                self.page.labels.insert(name, class);
            }
        }
    }

    /// Gives each form control the class of the label that speaks of it, and the sensitivity of its name.
    fn classify_controls(&mut self, doc: Doc<'_>, from: usize) {
        // Where the text before a field may begin: behind the field before it.
        let mut since = from;
        let mut text = String::new();
        let mut scratch = String::new();
        for index in from..self.items.len() {
            let Some(item) = self.items.get(index) else { break };
            if item.kind != kind::ELEMENT || !item.flags.has(Flags::CONTROL.with(Flags::EDITABLE)) {
                continue;
            }
            let item = *item;
            let editable = item.kind == kind::ELEMENT && item.flags.has(Flags::EDITABLE) && !item.flags.has(Flags::CONTROL);
            if !item.flags.has(Flags::CONTROL) && !editable {
                continue;
            }
            // A name that says nothing secret ("answer") does not silence a text before it that does.
            let own_hint = fields::class_of(item.class).is_some_and(fields::is_hidden_in_forms);
            let mut field = Field { flags: item.flags, class: fields::class_of(item.class), own_hint };
            let mut names = [0u64; 2];
            for member in doc.members(item.attributes as usize) {
                let Some(value) = doc.token(member.value).filter(|t| t.is_string()) else { continue };
                match doc.raw(member.key) {
                    b"id" => {
                        let hash = self.name_hash(doc.raw(value));
                        if let Some(&class) = self.page.labels.get(&hash) {
                            if let Some(class) = fields::class_of(class) {
                                field.class(class);
                            }
                            field.own_hint = true;
                        }
                        if let Some(slot) = names.first_mut() {
                            *slot = hash;
                        }
                    }
                    b"name" => {
                        let hash = self.name_hash(doc.raw(value));
                        if let Some(slot) = names.last_mut() {
                            *slot = hash;
                        }
                    }
                    b"aria-labelledby" | b"aria-describedby" => {
                        let ids = doc.string(value, &mut scratch).to_owned();
                        for id in ids.split_ascii_whitespace() {
                            if self.text_of_dom_id(doc, from, id, &mut text) {
                                field.label(&text, true);
                            }
                        }
                    }
                    _ => {}
                }
            }
            // A label around the field.
            let around = self.page.ancestor(item.parent_id, 4, |_, node| node.class != 0);
            if let Some(class) = around.and_then(|id| self.page.node(id)).and_then(|n| fields::class_of(n.class)) {
                field.class(class);
                field.own_hint |= fields::is_hidden_in_forms(class);
            }
            if !field.own_hint
                && let Some(label) = self.text_before(doc, since, index, &mut scratch)
                && let Some(parent) = self.items.get(label).map(|t| t.parent)
                && (item.class == 0 || self.items.get(parent as usize).is_none_or(|p| doc.member(p.attributes as usize, b"for").is_none()))
                && self.short_text(doc, if parent == NONE { label } else { parent as usize }, &mut text)
            {
                field.label(&text, false);
            }
            since = index;
            if names.iter().any(|n| *n != 0 && self.page.sensitive_names.contains(n)) {
                field.flags = field.flags.with(Flags::SENSITIVE);
            }
            if names.iter().any(|n| *n != 0) {
                self.page.names.insert(item.id, names);
            }
            if field.flags.has(Flags::SENSITIVE) {
                self.page.sensitive_names.extend(names.iter().filter(|n| **n != 0));
            }
            let class = fields::class_code(field.class);
            let flags = field.flags.with(self.page.flags(item.id).unwrap_or_default());
            if let Some(node) = self.page.node_mut(item.id) {
                node.flags = flags;
                node.class = class;
            }
            if let Some(slot) = self.items.get_mut(index) {
                slot.flags = flags;
                slot.class = class;
            }
            if editable {
                self.give_class(index, class);
            }
            if let Some(value) = doc.member(item.attributes as usize, b"value").and_then(|i| doc.token(i)).filter(|t| t.is_string())
                && !flags.has(Flags::HIDDEN)
            {
                self.taint_value(doc, value, flags, class, false);
            }
            if flags.has(Flags::TEXTAREA.with(Flags::EDITABLE)) {
                self.taint_children(doc, index, flags, class);
            }
        }
    }

    /// Whether one of the nearest elements around an item has this tag.
    fn is_inside(&self, index: usize, tag: Tag) -> bool {
        let mut at = self.items.get(index).map_or(NONE, |item| item.parent);
        for _ in 0..4 {
            let Some(above) = self.items.get(at as usize) else { return false };
            if above.tag == tag {
                return true;
            }
            at = above.parent;
        }
        false
    }

    /// The nearest text with something in it among the items from `since` up to `index`.
    fn text_before(&self, doc: Doc<'_>, since: usize, index: usize, scratch: &mut String) -> Option<usize> {
        // A field in a cell has the head of its own column or row; the text of the last head is that of another one.
        let in_cell = self.is_inside(index, Tag::Cell);
        (since..index).rev().find(|&at| {
            if in_cell && self.is_inside(at, Tag::Head) {
                return false;
            }
            self.items.get(at).is_some_and(|item| {
                // Text of options and buttons says nothing of the field that follows.
                item.kind == kind::TEXT
                    && item.text != 0
                    && !item.flags.has(Flags::OPTION.with(Flags::STYLE).with(Flags::SCRIPT))
                    && doc.token(item.text as usize).is_some_and(|t| !doc.string(t, scratch).trim().is_empty())
            })
        })
    }

    /// Text inside a text area or an editable element was typed or prefilled.
    fn taint_children(&mut self, doc: Doc<'_>, index: usize, flags: Flags, class: u8) {
        for child in index + 1..self.subtree_end(index) {
            let Some(item) = self.items.get_mut(child) else { break };
            item.flags = item.flags.with(flags.only(Flags::SENSITIVE));
            let (id, text, kind_of) = (item.id, item.text, item.kind);
            if let Some(node) = self.page.node_mut(id) {
                node.flags = node.flags.with(flags.only(Flags::SENSITIVE.with(Flags::EDITABLE)));
            }
            if kind_of == kind::TEXT
                && let Some(token) = doc.token(text as usize).filter(|t| text != 0 && t.is_string())
            {
                self.taint_value(doc, token, flags, class, false);
            }
        }
    }

    /// The text of the element of this event with the given `id` attribute.
    fn text_of_dom_id(&self, doc: Doc<'_>, from: usize, id: &str, out: &mut String) -> bool {
        (from..self.items.len()).any(|index| {
            self.items.get(index).is_some_and(|item| {
                item.attributes != 0
                    && doc.member(item.attributes as usize, b"id").and_then(|i| doc.token(i)).is_some_and(|t| doc.raw(t) == id.as_bytes())
            }) && self.short_text(doc, index, out)
        })
    }

    /// Table cells and description details get the class of their head or term.
    fn cells(&mut self, doc: Doc<'_>, from: usize) {
        let mut text = String::new();
        let mut term = 0u8;
        let mut row = Row::default();
        for index in from..self.items.len() {
            let Some(item) = self.items.get(index).copied() else { break };
            match item.tag {
                Tag::Row => row = Row { table: self.table_of(item.parent_id), parent: item.id, ..Row::default() },
                Tag::Head | Tag::Cell if item.parent_id == row.parent => {
                    let column = row.column;
                    row.column = row.column.saturating_add(1);
                    if item.tag == Tag::Head {
                        let class = if self.short_text(doc, index, &mut text) { fields::classify_label(&text) } else { 0 };
                        if column == 0 {
                            row.head = class;
                            row.first_is_head = true;
                        }
                        row.set_head(&mut self.page.heads, column, class);
                        continue;
                    }
                    row.has_cells = true;
                    let mut class = if row.first_is_head { row.head } else { 0 };
                    if class == 0 {
                        class = self.page.heads.get(&row.table).and_then(|h| h.get(usize::from(column))).copied().unwrap_or(0);
                    }
                    if column == 0 && class == 0 && self.page.heads.get(&row.table).is_none_or(Vec::is_empty) {
                        // The first cell of a row without heads may be its label.
                        row.head = if self.short_text(doc, index, &mut text) { fields::classify_label(&text) } else { 0 };
                        row.first_is_head = row.head != 0;
                        continue;
                    }
                    self.give_class(index, if class == 0 { 0 } else { class | fields::COLUMN });
                }
                Tag::Term => term = if self.short_text(doc, index, &mut text) { fields::classify_label(&text) } else { 0 },
                Tag::Details => self.give_class(index, term),
                _ if item.class != 0 && !item.flags.has(Flags::CONTROL) && item.kind == kind::ELEMENT && item.tag != Tag::Meta => {
                    self.give_class(index, item.class)
                }
                _ => {}
            }
        }
    }

    /// The table that a row belongs to.
    fn table_of(&self, parent: u32) -> u32 {
        // thead, tbody and tfoot stand between; the table is the parent of one of them, or the parent itself.
        self.page.node(parent).map_or(parent, |node| if node.parent != 0 { node.parent } else { parent })
    }

    fn give_class(&mut self, index: usize, class: u8) {
        if class == 0 {
            return;
        }
        for below in index..self.subtree_end(index) {
            let Some(item) = self.items.get_mut(below) else { break };
            if item.flags.has(Flags::CONTROL) || (item.class != 0 && below != index) {
                continue;
            }
            item.class = class;
            let id = item.id;
            if let Some(node) = self.page.node_mut(id) {
                node.class = class;
            }
        }
    }
}

/// A row of a table while its cells are read.
#[derive(Default)]
struct Row {
    table: u32,
    parent: u32,
    column: u8,
    head: u8,
    first_is_head: bool,
    has_cells: bool,
}

impl Row {
    /// Remembers a column head; a head before data cells is the head of its row instead.
    fn set_head(&self, heads: &mut std::collections::HashMap<u32, Vec<u8>>, column: u8, class: u8) {
        if self.has_cells {
            return;
        }
        let list = heads.entry(self.table).or_default();
        let column = usize::from(column);
        // Two heads in a row begin a table. Grids made of other elements may share what their rows take for the table.
        if column == 1 && list.len() > 1 {
            list.clear();
            list.push(self.head);
        }
        // The first column of a body row may be a head too; it does not replace the heads of the columns.
        if list.len() <= column {
            list.resize(column + 1, 0);
            if let Some(slot) = list.get_mut(column) {
                *slot = class;
            }
        }
    }
}
