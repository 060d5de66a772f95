//! `data:` URLs: pictures and fonts stay, everything that can hold text goes.
//!
//! In: what follows `data:`. Out: whether it may stay as it is. SVG is text, so it is decoded and what a reader could see or
//! hear of it is scanned: text, titles, comments and attributes, but not the numbers of its shapes.

use super::decode::{base64, decode, push_text};
use super::parts::Scratch;
use crate::redact::scan::Scan;

/// What replaces a `data:` URL that may not stay.
pub(super) const EMPTY: &str = "data:,";
/// The same in a `srcset`, where an address can't end with a comma: no picture either.
pub(super) const EMPTY_CANDIDATE: &str = "data:image/png,-";

/// Attributes of SVG that hold geometry, paint or names of the format, and numbers that look like anything.
#[rustfmt::skip]
const SHAPE_ATTRIBUTES: &[&str] = &[
    "baseprofile", "clip-path", "clip-rule", "cx", "cy", "d", "dx", "dy", "fill", "fill-opacity", "fill-rule", "fx", "fy",
    "gradienttransform", "gradientunits", "height", "keytimes", "offset", "opacity", "pathlength", "points", "preserveaspectratio",
    "r", "rx", "ry", "stop-color", "stop-opacity", "stroke", "stroke-dasharray", "stroke-dashoffset", "stroke-linecap",
    "stroke-linejoin", "stroke-miterlimit", "stroke-opacity", "stroke-width", "transform", "values", "version", "viewbox", "width",
    "x", "x1", "x2", "xml:space", "xmlns", "xmlns:xlink", "y", "y1", "y2",
];

/// Whether the URL `data:` + `rest` may stay.
pub(super) fn stays(rest: &str, scan: &mut dyn Scan, scratch: &mut Scratch) -> bool {
    let Some(comma) = memchr::memchr(b',', rest.as_bytes()) else { return false };
    let (head, body) = (rest.get(..comma).unwrap_or_default(), rest.get(comma + 1..).unwrap_or_default());
    let mime = head.split(';').next().unwrap_or_default().trim();
    if head.is_empty() && body.is_empty() {
        return true;
    }
    if is_svg(mime) {
        return !svg_has_hit(body, head.len() >= 7 && ends_with(head, ";base64"), scan, scratch);
    }
    picture_or_font(mime.as_bytes())
}

/// Whether data of this type is pixels or glyph shapes, and so is nothing to read.
pub(crate) fn picture_or_font(mime: &[u8]) -> bool {
    let starts = |prefix: &[u8]| mime.get(..prefix.len()).is_some_and(|m| m.eq_ignore_ascii_case(prefix));
    (starts(b"image/") && !starts(b"image/svg"))
        || starts(b"font/")
        || starts(b"application/font-")
        || starts(b"application/x-font-")
        || starts(b"application/vnd.ms-fontobject")
}

fn is_svg(mime: &str) -> bool {
    mime.get(..9).is_some_and(|m| m.eq_ignore_ascii_case("image/svg"))
}

fn ends_with(text: &str, end: &str) -> bool {
    text.len().checked_sub(end.len()).and_then(|at| text.get(at..)).is_some_and(|t| t.eq_ignore_ascii_case(end))
}

fn svg_has_hit(body: &str, is_base64: bool, scan: &mut dyn Scan, scratch: &mut Scratch) -> bool {
    let Scratch { text, spans, buffers, bytes, source, .. } = scratch;
    source.clear();
    text.clear();
    spans.clear();
    if is_base64 {
        bytes.clear();
        base64(body, bytes);
        push_text(bytes, source);
    } else {
        decode(body, buffers, source);
    }
    readable(source, text);
    if text.bytes().any(|b| b.is_ascii_alphanumeric() || !b.is_ascii()) {
        scan.scan(text, spans);
    }
    !spans.is_empty()
}

/// Appends what of an SVG can be read, a line a piece.
fn readable(svg: &str, out: &mut String) {
    let mut rest = svg;
    while let Some(open) = memchr::memchr(b'<', rest.as_bytes()) {
        line(rest.get(..open).unwrap_or_default(), out);
        rest = rest.get(open + 1..).unwrap_or_default();
        let end = if rest.starts_with("!--") { rest.find("-->") } else { tag_end(rest.as_bytes()) };
        let inside = rest.get(..end.unwrap_or(rest.len())).unwrap_or_default();
        rest = rest.get(inside.len()..).unwrap_or_default().trim_start_matches("--").trim_start_matches('>');
        if let Some(comment) = inside.strip_prefix("!--") {
            line(comment, out);
        } else {
            attributes(inside, out);
        }
    }
    line(rest, out);
}

/// Where the tag ends: the first `>` outside quotes.
fn tag_end(tag: &[u8]) -> Option<usize> {
    let mut quote = 0u8;
    tag.iter().position(|&byte| {
        match byte {
            b'"' | b'\'' if quote == 0 => quote = byte,
            _ if byte == quote => quote = 0,
            _ => {}
        }
        byte == b'>' && quote == 0
    })
}

fn attributes(tag: &str, out: &mut String) {
    let mut rest = tag;
    while let Some(equals) = memchr::memchr(b'=', rest.as_bytes()) {
        let name = rest.get(..equals).unwrap_or_default().trim_end().rsplit(|c: char| c.is_whitespace() || c == '\'' || c == '"').next();
        let after = rest.get(equals + 1..).unwrap_or_default().trim_start();
        let (value, tail) = match after.chars().next() {
            Some(quote @ ('"' | '\'')) => after.get(1..).unwrap_or_default().split_once(quote).unwrap_or((after, "")),
            _ => after.split_once(char::is_whitespace).unwrap_or((after, "")),
        };
        if !name.is_some_and(|name| SHAPE_ATTRIBUTES.iter().any(|shape| shape.eq_ignore_ascii_case(name))) {
            line(value, out);
        }
        rest = tail;
    }
}

fn line(piece: &str, out: &mut String) {
    let piece = piece.trim();
    if !piece.is_empty() {
        out.push_str(piece);
        out.push('\n');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_svg_is_read_without_its_shapes() {
        let mut out = String::new();
        readable(
            "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16' aria-label='Für Anna'><!-- made > by hand --><path d='M7 2025550143'/>\
             <title>Kopf</title><text x=1>Guten Tag</text></svg>",
            &mut out,
        );
        assert_eq!(out, "Für Anna\nmade > by hand\nKopf\nGuten Tag\n");
    }

    #[test]
    fn types_of_pixels_and_glyphs_are_known() {
        for mime in ["image/png", "IMAGE/JPEG", "font/woff2", "application/x-font-woff", "application/font-woff2"] {
            assert!(picture_or_font(mime.as_bytes()), "{mime}");
        }
        for mime in ["image/svg+xml", "text/html", "application/json", "", "audio/wav", "application/octet-stream"] {
            assert!(!picture_or_font(mime.as_bytes()), "{mime}");
        }
    }
}
