//! Reads a page by tokens: HTML in, a [`Document`] out.
//!
//! The tokenizer is html5gum: it follows the standard, has no dependencies, gives the byte offset of each tag and reads
//! well above 100 MB/s. There is no tree; open elements are kept on a stack and closed as browsers do in the cases that
//! forms and tables meet, so that labels, table heads and marks reach the right fields.

use std::convert::Infallible;

use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};
use html5gum::{Emitter, ForwardingEmitter, Span, Tokenizer};

use super::document::{Document, Element, Kind, Named, Range};
use super::notice;
use super::protection::{Marks, Protection};
use super::start_tag::{Told, View};
use super::suppress::Silence;
use super::tables::Tables;
use super::tags::{
    A, BLOCK, BUTTON, FORM, HEADINGS, INLINE, LABEL, LI, OL, OPTION, P, SAYING, SCRIPT, SELECT, STYLE, TABLE, TD, TEMPLATE, TEXTAREA, TH,
    TITLE, TR, Tag, UL, VOID, tag,
};
use crate::redact::selector;

/// Deeper elements are read, but not kept open.
const MAX_DEPTH: usize = 512;

pub(super) fn read(html: &str, protection: &Protection) -> Document {
    let mut reader = Reader::new(protection);
    let mut emitter = CallbackEmitter::new(|event: CallbackEvent<'_>, span: Span<usize>| -> Option<Infallible> {
        reader.event(event, span.start);
        None
    });
    emitter.naively_switch_states(true);
    // The callback takes everything, so that no token is left for the loop.
    let mut tokens = Tokenizer::new_with_emitter(html, Quiet(emitter));
    while tokens.next().is_some() {}
    reader.finish()
}

/// An emitter without the tokenizer's own complaints, whose checks of each character take a fifth of its time.
struct Quiet<E>(E);

impl<E: Emitter> ForwardingEmitter for Quiet<E> {
    type Token = E::Token;

    fn inner(&mut self) -> &mut impl Emitter<Token = E::Token> {
        &mut self.0
    }

    #[inline]
    fn should_emit_errors(&mut self) -> bool {
        false
    }
}

/// An open element.
#[derive(Clone, Copy)]
struct Open {
    tag: Tag,
    /// Tells two elements of one tag apart.
    serial: u32,
    marks: Marks,
    state: selector::State,
    text_from: usize,
    /// Silences in force outside.
    silences: usize,
    /// Index of the element that its text belongs to.
    element: Option<usize>,
    /// Index of the entry of [`Document::named`].
    named: Option<usize>,
    /// Where the fields of a label begin in `Reader::labelled`.
    labelled: usize,
    form: Option<usize>,
}

struct Reader<'p> {
    protection: &'p Protection,
    document: Document,
    stack: Vec<Open>,
    serial: u32,
    tables: Tables,
    /// Indexes of the fields inside open labels.
    labelled: Vec<usize>,
    silences: Vec<usize>,
    /// From comments, for the next element.
    next_silences: Vec<usize>,
    form: Option<usize>,
    /// The last text that stood alone, and the innermost elements around it.
    before: Range,
    before_path: [u32; 3],
    before_is_old: bool,
    /// The tag that is being read: its name, its attributes one after the other, and where each ends.
    offset: usize,
    name: Vec<u8>,
    buffer: String,
    parts: Vec<(usize, usize, usize)>,
}

impl<'p> Reader<'p> {
    fn new(protection: &'p Protection) -> Self {
        Reader {
            protection,
            document: Document::default(),
            stack: Vec::with_capacity(64),
            serial: 0,
            tables: Tables::default(),
            labelled: Vec::new(),
            silences: Vec::new(),
            next_silences: Vec::new(),
            form: None,
            before: Range::default(),
            before_path: [0; 3],
            before_is_old: true,
            offset: 0,
            name: Vec::new(),
            buffer: String::new(),
            parts: Vec::new(),
        }
    }

    fn event(&mut self, event: CallbackEvent<'_>, offset: usize) {
        match event {
            CallbackEvent::OpenStartTag { name } => {
                self.offset = offset;
                self.name.clear();
                self.name.extend_from_slice(name);
                self.buffer.clear();
                self.parts.clear();
            }
            CallbackEvent::AttributeName { name } => {
                let start = self.buffer.len();
                self.buffer.push_str(std::str::from_utf8(name).unwrap_or_default());
                self.parts.push((start, self.buffer.len(), self.buffer.len()));
            }
            CallbackEvent::AttributeValue { value } => {
                self.buffer.push_str(std::str::from_utf8(value).unwrap_or_default());
                if let Some(last) = self.parts.last_mut() {
                    last.2 = self.buffer.len();
                }
            }
            CallbackEvent::CloseStartTag { .. } => self.start_tag(),
            CallbackEvent::EndTag { name } => self.end_tag(tag(name)),
            CallbackEvent::String { value } => self.text(std::str::from_utf8(value).unwrap_or_default()),
            CallbackEvent::Comment { value } => self.comment(std::str::from_utf8(value).unwrap_or_default()),
            CallbackEvent::Doctype { .. } | CallbackEvent::Error(_) => {}
        }
    }

    fn start_tag(&mut self) {
        let name = std::mem::take(&mut self.name);
        let buffer = std::mem::take(&mut self.buffer);
        let parts = std::mem::take(&mut self.parts);
        self.open(tag(&name), &View { name: std::str::from_utf8(&name).unwrap_or_default(), buffer: &buffer, parts: &parts });
        (self.name, self.buffer, self.parts) = (name, buffer, parts);
    }

    fn open(&mut self, tag: Tag, view: &View<'_>) {
        self.close_implied(tag);
        self.boundary(tag);
        let above = self.stack.last().copied();
        let mut marks = above.map_or_else(Marks::default, |open| open.marks);
        let told = view.ask(self.protection, &mut marks);
        let (state, selected) = self.protection.select(above.map_or_else(Default::default, |open| open.state), view);
        marks = marks.and(selected);
        let silences = self.silences.len();
        self.silence(told.silence);
        let is_other = told.is_suspect || self.silences.len() > silences;
        let kind = view.kind(told.is_editable).or(is_other.then_some(Kind::Other));
        let element = kind.map(|kind| self.keep(kind, view, marks));
        self.tables.open(tag, told.columns);
        let outer_form = self.form;
        if tag == FORM {
            self.form = element;
        }
        if VOID.contains(&tag) || self.stack.len() >= MAX_DEPTH {
            self.silences.truncate(silences);
            self.form = outer_form;
            return;
        }
        self.serial = self.serial.wrapping_add(1);
        let named = self.name_of(tag, &told);
        self.stack.push(Open {
            tag,
            serial: self.serial,
            marks,
            state,
            text_from: self.document.text.len(),
            silences,
            element,
            named,
            labelled: self.labelled.len(),
            form: outer_form,
        });
    }

    /// Keeps an element for the rules.
    fn keep(&mut self, kind: Kind, view: &View<'_>, marks: Marks) -> usize {
        let index = self.document.elements.len();
        let mut element = Element {
            kind,
            tag: view.name.to_owned(),
            source: view.buffer.into(),
            parts: view.parts.into(),
            offset: self.offset,
            marks,
            text: Range::default(),
            label: Range::default(),
            before: Range::default(),
            column: Range::default(),
            form: self.form,
            silences: self.silences.clone(),
        };
        if kind == Kind::Field {
            if self.is_near() {
                element.before = self.before;
            }
            self.before = Range::default();
            element.column = self.tables.head();
            if self.stack.iter().rev().any(|open| open.tag == LABEL) {
                self.labelled.push(index);
            }
        }
        if kind == Kind::Script {
            notice::note_source(
                &mut self.document.scripts,
                index,
                element.get("src").unwrap_or_default(),
                element.get("type").unwrap_or_default(),
            );
        }
        self.document.elements.push(element);
        index
    }

    /// Whether the last text stands in the same place as the element that is being read: they share one of the three
    /// innermost elements.
    fn is_near(&self) -> bool {
        let here = self.path();
        self.before_path.iter().any(|serial| *serial != 0 && here.contains(serial))
    }

    /// The serials of the three innermost open elements.
    fn path(&self) -> [u32; 3] {
        let mut path = [0; 3];
        for (slot, open) in path.iter_mut().zip(self.stack.iter().rev().filter(|open| !INLINE.contains(&open.tag))) {
            *slot = open.serial;
        }
        path
    }

    fn silence(&mut self, order: Option<&str>) {
        self.silences.append(&mut self.next_silences);
        if let Some(silence) = order.and_then(Silence::parse) {
            self.silences.push(self.document.silences.len());
            self.document.silences.push(silence);
        }
    }

    /// Prepares the entry of an element that can be asked for by id, or of a label for another.
    fn name_of(&mut self, tag: Tag, told: &Told<'_>) -> Option<usize> {
        let (id, is_label) = match told.speaks_for.filter(|_| tag == LABEL) {
            Some(id) => (id, true),
            None if SAYING.contains(&tag) => (told.id?, false),
            None => return None,
        };
        self.document.named.push(Named::new(id, is_label));
        Some(self.document.named.len() - 1)
    }

    /// Closes what a start tag ends without an end tag of its own.
    fn close_implied(&mut self, tag: Tag) {
        let (ends, scope): (&[Tag], &[Tag]) = match tag {
            TD | TH => (&[TD, TH], &[TR, TABLE]),
            TR => (&[TR], &[TABLE]),
            LI => (&[LI], &[UL, OL, TD, TABLE]),
            OPTION => (&[OPTION], &[SELECT]),
            _ if BLOCK.contains(&tag) => (&[P], &[BUTTON, TD, TH, TABLE, LABEL, LI]),
            _ => return,
        };
        let found = self.stack.iter().rposition(|open| ends.contains(&open.tag) || scope.contains(&open.tag));
        if let Some(depth) = found.filter(|depth| self.stack.get(*depth).is_some_and(|open| ends.contains(&open.tag))) {
            self.close_to(depth);
        }
    }

    fn end_tag(&mut self, tag: Tag) {
        self.boundary(tag);
        // What a cell holds can't close what is around it.
        let is_structure = [TD, TH, TR, TABLE].contains(&tag);
        for depth in (0..self.stack.len()).rev() {
            let Some(open) = self.stack.get(depth) else { return };
            if open.tag == tag {
                return self.close_to(depth);
            }
            if !is_structure && [TD, TH, TABLE, TEMPLATE].contains(&open.tag) {
                return;
            }
        }
    }

    /// Closes open elements until so many are left.
    fn close_to(&mut self, depth: usize) {
        while self.stack.len() > depth {
            let Some(open) = self.stack.pop() else { return };
            let text = Range { start: open.text_from, end: self.document.text.len() };
            self.silences.truncate(open.silences);
            self.form = open.form;
            if let Some(element) = open.element.and_then(|index| self.document.elements.get_mut(index)) {
                element.text = text;
            }
            self.demote_wrapper(open.element);
            if let Some(named) = open.named.and_then(|index| self.document.named.get_mut(index)) {
                named.text = text;
            }
            match open.tag {
                LABEL => {
                    for index in self.labelled.split_off(open.labelled.min(self.labelled.len())) {
                        if let Some(field) = self.document.elements.get_mut(index) {
                            field.label = text;
                        }
                    }
                }
                TH => self.tables.name_column(text),
                TABLE => self.tables.close(),
                _ => {}
            }
        }
    }

    /// A custom element around a field is a wrapper and no field.
    fn demote_wrapper(&mut self, element: Option<usize>) {
        let Some(index) = element else { return };
        let is_wrapper = |e: &Element| e.kind == Kind::Field && e.tag.contains('-');
        if self.document.elements.get(index).is_some_and(is_wrapper)
            && self.document.elements.get(index + 1..).is_some_and(|inside| inside.iter().any(|e| e.kind == Kind::Field))
            && let Some(wrapper) = self.document.elements.get_mut(index)
        {
            wrapper.kind = Kind::Other;
        }
    }

    /// A tag between two texts: a space between their words, and a new text unless the tag is one that text runs through.
    fn boundary(&mut self, tag: Tag) {
        if !INLINE.contains(&tag) {
            self.before_is_old = true;
        }
        if !self.document.text.ends_with(' ') {
            self.document.text.push(' ');
        }
    }

    fn text(&mut self, text: &str) {
        match self.stack.last().map(|open| open.tag) {
            Some(SCRIPT) => return notice::note_text(&mut self.document.scripts, self.stack.last().and_then(|open| open.element), text),
            Some(STYLE | TITLE | OPTION | TEXTAREA | SELECT) => return,
            _ => {}
        }
        let start = self.document.text.len();
        self.document.text.push_str(text);
        if !text.chars().any(char::is_alphanumeric) {
            return;
        }
        let aside = |open: &Open| HEADINGS.contains(&open.tag) || matches!(open.tag, A | BUTTON);
        if self.stack.iter().rev().take(4).any(aside) {
            self.before = Range::default();
            return;
        }
        if self.before_is_old {
            self.before.start = start;
            self.before_path = self.path();
            self.before_is_old = false;
        }
        self.before.end = self.document.text.len();
    }

    fn comment(&mut self, text: &str) {
        if let Some(silence) = Silence::parse_comment(text) {
            self.next_silences.push(self.document.silences.len());
            self.document.silences.push(silence);
        }
    }

    fn finish(mut self) -> Document {
        self.close_to(0);
        self.document.named.sort_by_key(|named| named.key);
        self.document
    }
}
