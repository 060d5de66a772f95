//! Changes to a text, collected in any order and applied in one run: ranges and replacements in, the new text out.
//!
//! Unchanged bytes between the changes are copied as they stand.

use crate::event::text;

/// Changes to one text. Reused, so that it allocates nothing in the steady state.
#[derive(Default)]
pub(crate) struct Edits {
    list: Vec<Edit>,
    bytes: Vec<u8>,
    sorted: bool,
    latest: usize,
}

#[derive(Clone, Copy)]
struct Edit {
    start: usize,
    end: usize,
    from: usize,
    to: usize,
}

impl Edits {
    pub(crate) fn clear(&mut self) {
        self.list.clear();
        self.bytes.clear();
        self.sorted = true;
        self.latest = 0;
    }

    /// How many changes there are so far.
    pub(crate) fn len(&self) -> usize {
        self.list.len()
    }

    /// Replaces `start..end` by bytes that are JSON already.
    pub(crate) fn raw(&mut self, start: usize, end: usize, replacement: &[u8]) {
        let from = self.bytes.len();
        self.bytes.extend_from_slice(replacement);
        self.push(start, end, from);
    }

    /// Replaces what stands between the quotes of a string by `replacement`, which is escaped here.
    pub(crate) fn string(&mut self, start: usize, end: usize, replacement: &str) {
        let from = self.bytes.len();
        text::escape(replacement, &mut self.bytes);
        self.push(start, end, from);
    }

    fn push(&mut self, start: usize, end: usize, from: usize) {
        self.sorted &= start >= self.latest;
        self.latest = end.max(start);
        self.list.push(Edit { start, end, from, to: self.bytes.len() });
    }

    /// Appends `source[from..to]` with the changes that lie in it to `out`. A change inside a range that was replaced
    /// as a whole has no effect.
    pub(crate) fn apply(&mut self, source: &[u8], from: usize, to: usize, out: &mut Vec<u8>) {
        if !self.sorted {
            // Of two changes that start together the larger one stands first, and so wins.
            self.list.sort_by_key(|edit| (edit.start, usize::MAX - edit.end));
            self.sorted = true;
        }
        let mut at = from;
        for edit in &self.list {
            if edit.start >= to && edit.end > to {
                break;
            }
            if edit.start < at {
                continue;
            }
            out.extend_from_slice(source.get(at..edit.start).unwrap_or_default());
            out.extend_from_slice(self.bytes.get(edit.from..edit.to).unwrap_or_default());
            at = edit.end;
        }
        out.extend_from_slice(source.get(at..to).unwrap_or_default());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changes_apply_in_order_of_place() {
        let mut edits = Edits::default();
        edits.clear();
        edits.string(8, 9, "\"");
        edits.raw(1, 3, b"");
        edits.raw(5, 7, b"XY");
        edits.raw(6, 7, b"lost");
        let mut out = Vec::new();
        edits.apply(b"abcdefghij", 0, 10, &mut out);
        assert_eq!(out, b"adeXYh\\\"j");
    }
}
