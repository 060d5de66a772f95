//! Where something was found. In: hits of the scanners, in any order. Out: spans in order, without overlap.

use super::Kind;
use std::fmt;

/// A stretch of text that holds personal data. It holds no text itself.
#[derive(Clone, Copy, PartialEq, serde::Serialize)]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
    /// What it holds.
    pub kind: Kind,
    /// How sure, from 0 to 1: 0.9 and more for what a check sum or a label proves, below 0.7 for what only the form suggests.
    pub confidence: f32,
    /// Which rule found it.
    pub reason: &'static str,
}

impl fmt::Debug for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}[{}..{} {} {:.2}]", self.kind, self.start, self.end, self.reason, self.confidence)
    }
}

/// Sorts hits, keeps the wanted ones and removes overlap: the surer hit stays whole, the rest of the other one stays too.
pub(crate) fn settle(hits: &mut Vec<Span>, out: &mut Vec<Span>, wanted: impl Fn(&Span) -> bool) {
    hits.retain(|h| h.start < h.end && wanted(h));
    hits.sort_unstable_by(|a, b| a.start.cmp(&b.start).then(b.end.cmp(&a.end)).then(b.confidence.total_cmp(&a.confidence)));
    for &hit in hits.iter() {
        let Some(last) = out.last_mut() else {
            out.push(hit);
            continue;
        };
        if hit.start >= last.end {
            out.push(hit);
        } else if hit.end <= last.end {
            // Inside: the outer one covers it. Where both cover the same, the surer one names it.
            if (hit.start, hit.end) == (last.start, last.end) && hit.confidence > last.confidence {
                *last = hit;
            }
        } else if hit.confidence > last.confidence {
            last.end = hit.start;
            if last.start >= last.end {
                *last = hit;
            } else {
                out.push(hit);
            }
        } else {
            let start = last.end;
            out.push(Span { start, ..hit });
        }
    }
}

/// Takes invisible marks at the edges of a span into it, so that none is left behind alone.
pub(crate) fn widen_over_marks(text: &str, out: &mut [Span]) {
    let mark = |c: char| matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}');
    let mut floor = 0;
    for span in out.iter_mut() {
        while let Some(c) = text.get(floor..span.start).and_then(|t| t.chars().next_back()).filter(|c| mark(*c)) {
            span.start -= c.len_utf8();
        }
        floor = span.end;
    }
    // What closes an embedding goes with what opened it.
    let closes = |c: char| matches!(c, '\u{202c}' | '\u{2069}');
    for i in 0..out.len() {
        let next = out.get(i + 1).map_or(text.len(), |s| s.start);
        if let Some(span) = out.get_mut(i)
            && let Some(c) = text.get(span.end..next).and_then(|t| t.chars().next()).filter(|c| closes(*c))
        {
            span.end += c.len_utf8();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hit(start: usize, end: usize, confidence: f32) -> Span {
        Span { start, end, kind: Kind::Phone, confidence, reason: "test" }
    }

    #[test]
    fn overlap_keeps_every_byte_once() {
        let mut out = Vec::new();
        settle(&mut vec![hit(5, 9, 0.9), hit(0, 6, 0.6), hit(2, 3, 0.9), hit(8, 12, 0.6)], &mut out, |_| true);
        assert_eq!(out.iter().map(|s| (s.start, s.end)).collect::<Vec<_>>(), [(0, 5), (5, 9), (9, 12)]);
    }
}
