//! A URL in parts: where each stands, and what it says decoded, in buffers that are kept.
//!
//! In: a host, path or query as written. Out: one decoded text for the scan, and for each part where it is in both.

use super::decode;
use crate::redact::scan::Scan;

/// Texts and ranges of one rewriting, kept a thread so that the steady state allocates nothing.
#[derive(Default)]
pub(super) struct Scratch {
    pub text: String,
    pub spans: Vec<(usize, usize)>,
    pub parts: Vec<Part>,
    pub buffers: decode::Buffers,
    pub bytes: Vec<u8>,
    pub source: String,
}

/// One part between separators: where it stands in the URL, and where decoded in the text that was scanned.
#[derive(Clone, Copy)]
pub(super) struct Part {
    pub raw: (usize, usize),
    pub text: (usize, usize),
}

/// The ranges between two kinds of separator, which may be the same.
pub(super) fn pieces(text: &str, [one, two]: [u8; 2]) -> impl Iterator<Item = (usize, usize)> {
    let mut from = Some(0);
    std::iter::from_fn(move || {
        let start = from?;
        let found = memchr::memchr2(one, two, text.as_bytes().get(start..)?);
        from = found.map(|length| start + length + 1);
        Some((start, found.map_or(text.len(), |length| start + length)))
    })
}

impl Scratch {
    pub(super) fn begin(&mut self) {
        self.text.clear();
        self.spans.clear();
        self.parts.clear();
    }

    pub(super) fn part(&mut self, start: usize, end: usize, scanned: &str) {
        let from = self.text.len();
        decode::decode(scanned, &mut self.buffers, &mut self.text);
        self.parts.push(Part { raw: (start, end), text: (from, self.text.len()) });
    }

    pub(super) fn split(&mut self, path: &str, separators: [u8; 2]) {
        for (start, end) in pieces(path, separators) {
            if start > 0 {
                self.text.push('/');
            }
            self.part(start, end, path.get(start..end).unwrap_or_default());
        }
    }

    pub(super) fn look(&mut self, scan: &mut dyn Scan) {
        if self.text.bytes().any(|b| b.is_ascii_alphanumeric() || !b.is_ascii()) {
            scan.scan(&self.text, &mut self.spans);
        }
    }

    pub(super) fn decoded(&self, part: Part) -> &str {
        self.text.get(part.text.0..part.text.1).unwrap_or_default()
    }

    pub(super) fn is_hit(&self, part: Part) -> bool {
        self.overlaps(part.text.0, part.text.1)
    }

    pub(super) fn overlaps(&self, start: usize, end: usize) -> bool {
        self.spans.iter().any(|&(from, to)| from < end && start < to)
    }
}
