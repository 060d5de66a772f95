//! The rewriter for style sheets: everything personal in them goes, and their look stays.
//!
//! In: a style sheet, a rule or the value of a `style` attribute. Out: the same with its URLs rewritten and what was found in
//! strings, comments, custom properties and selectors masked, or nothing where it stands as it was. Style sheets are most of the
//! bytes of real recordings, so [`needs_look`] passes over those that hold nothing to read without even undoing JSON escapes.

use std::cell::Cell;

use crate::redact::scan::Scan;
use crate::redact::{mask, url};

mod candidates;
mod spots;
mod words;

use spots::{Kind, Spot, Spots};

/// Texts of one rewriting, kept a thread so that the steady state allocates nothing.
#[derive(Default)]
struct Scratch {
    text: String,
    masked: String,
    spans: Vec<(usize, usize)>,
}

thread_local! {
    static SCRATCH: Cell<Scratch> = Cell::default();
}

/// Whether a style sheet, given as it stands between the quotes of a JSON string, holds anything that [`rewrite`] would read.
///
/// False is certain: the bytes may be copied as they are. True only means that it must be read.
pub(crate) fn needs_look(raw_json_escaped: &[u8]) -> bool {
    Spots::<true>::new(raw_json_escaped).next().is_some()
}

/// Rewrites `css` onto the end of `out`. Where nothing changed the result is false and `out` is as it was.
///
/// `strict` masks every shown string that holds a letter, and URLs as strictly.
pub(crate) fn rewrite(css: &str, strict: bool, scan: &mut dyn Scan, out: &mut String) -> bool {
    let mut spots = Spots::<false>::new(css.as_bytes());
    let mut scratch = SCRATCH.take();
    let mut copied = 0;
    let mut changed = false;
    while let Some(spot) = spots.next() {
        if replacement(css, spot, strict, scan, &mut scratch) {
            changed = true;
            out.push_str(css.get(copied..spot.start).unwrap_or_default());
            out.push_str(&scratch.masked);
            copied = spot.end;
        }
    }
    SCRATCH.set(scratch);
    if changed {
        out.push_str(css.get(copied..).unwrap_or_default());
    }
    changed
}

/// Puts what is to stand for the spot into `scratch.masked`; false where the spot stays.
fn replacement(css: &str, spot: Spot, strict: bool, scan: &mut dyn Scan, scratch: &mut Scratch) -> bool {
    let Scratch { text, masked, spans } = scratch;
    let Some(written) = css.get(spot.start..spot.end) else { return false };
    masked.clear();
    spans.clear();
    if spot.kind == Kind::Mail {
        masked.push_str(url::MASK);
        return true;
    }
    if spot.kind == Kind::Comment {
        // A source map holds the sources themselves, encoded, and a replay needs neither.
        let map = memchr::memmem::find(written.as_bytes(), b"sourceMappingURL=data:").is_some();
        if !map {
            scan.scan(written, spans);
        }
        return map || !spans.is_empty();
    }
    let escaped = memchr::memchr(b'\\', written.as_bytes()).is_some();
    if escaped {
        text.clear();
        unescape(written, text);
    }
    let read = if escaped { text.as_str() } else { written };
    if spot.kind == Kind::Url || (spot.quote != 0 && url::looks_like_url(read)) {
        if url::rewrite(read, strict, scan, masked).is_empty() {
            return false;
        }
    } else if strict && spot.kind == Kind::Shown && read.chars().any(char::is_alphanumeric) {
        mask::push_words(read, masked);
    } else {
        scan.scan(read, spans);
        // Inside quotes, or as the whole value of a custom property; a selector without quotes matches what a build tool made.
        let text = spot.quote != 0 || css.get(..spot.start).is_some_and(|before| before.trim_end().ends_with(':'));
        if spans.is_empty() && text && url::is_token(read) {
            spans.push((0, read.len()));
        }
        if spans.is_empty() {
            return false;
        }
        hide(read, spans, masked);
    }
    escape(spot, masked, text);
    masked != written
}

/// Appends `text` with each span masked.
fn hide(text: &str, spans: &mut [(usize, usize)], out: &mut String) {
    spans.sort_unstable();
    let mut at = 0;
    for &mut (start, end) in spans {
        if end <= at {
            continue;
        }
        let start = start.max(at);
        let (Some(before), Some(inside)) = (text.get(at..start), text.get(start..end)) else {
            // A range off the bounds of characters can't be cut out: hide all that is left.
            mask::push_words(text.get(at..).unwrap_or_default(), out);
            return;
        };
        out.push_str(before);
        mask::push_words(inside, out);
        at = end;
    }
    out.push_str(text.get(at..).unwrap_or_default());
}

/// Undoes the escapes of CSS: up to six hex digits and one white space, any other character, or a line end, which vanishes.
fn unescape(written: &str, out: &mut String) {
    let mut rest = written;
    while let Some((before, after)) = rest.split_once('\\') {
        out.push_str(before);
        let digits = after.bytes().take(6).take_while(u8::is_ascii_hexdigit).count();
        let (hex, tail) = after.split_at_checked(digits).unwrap_or(("", after));
        rest = tail;
        if let Ok(code) = u32::from_str_radix(hex, 16) {
            out.push(char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER));
            rest = tail.strip_prefix("\r\n").or_else(|| tail.strip_prefix([' ', '\n', '\t', '\r', '\u{c}'])).unwrap_or(tail);
        } else if let Some(character) = tail.chars().next() {
            if character != '\n' {
                out.push(character);
            }
            rest = tail.get(character.len_utf8()..).unwrap_or_default();
        }
    }
    out.push_str(rest);
}

/// Escapes `masked` for the place of the spot: inside its quotes, or as part of a bare URL or word. `spare` is overwritten.
fn escape(spot: Spot, masked: &mut String, spare: &mut String) {
    let needs = |c: char| match (spot.quote, spot.kind) {
        (0, Kind::Url) => matches!(c, '"' | '\'' | '(' | ')' | '\\' | ' ' | '\n' | '\t'),
        (0, _) => matches!(c, '"' | '\'' | '\\' | '\n'),
        (quote, _) => c == char::from(quote) || c == '\\' || c == '\n',
    };
    if !masked.contains(needs) {
        return;
    }
    spare.clear();
    std::mem::swap(masked, spare);
    for character in spare.chars() {
        if character == '\n' {
            masked.push_str("\\a ");
            continue;
        }
        if needs(character) {
            masked.push('\\');
        }
        masked.push(character);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Finds given words and anything with `@`, as the engine's detectors and echoes would.
    struct Words(&'static [&'static str]);

    impl Scan for Words {
        fn scan(&mut self, text: &str, spans: &mut Vec<(usize, usize)>) {
            for word in self.0 {
                spans.extend(text.match_indices(word).map(|(at, found)| (at, at + found.len())));
            }
        }
    }

    fn json(css: &str) -> String {
        let quoted = serde_json::to_string(css).unwrap();
        quoted[1..quoted.len() - 1].to_owned()
    }

    fn with(css: &str, strict: bool) -> String {
        let scan = &mut Words(&["Anna Muster", "anna@example.com", "2025550143"]);
        let mut out = String::from("before ");
        let changed = rewrite(css, strict, scan, &mut out);
        let text = out.strip_prefix("before ").unwrap().to_owned();
        if !changed {
            assert_eq!(text, "");
            return css.to_owned();
        }
        assert!(needs_look(json(css).as_bytes()), "needs_look missed {css}");
        let mut again = String::new();
        assert!(!rewrite(&text, strict, scan, &mut again), "twice changes: {css} -> {text} -> {again}");
        text
    }

    #[test]
    fn what_is_found_is_masked_wherever_css_carries_text() {
        for (css, expected) in [
            (r#"a::before{content:"anna@example.com";color:red}"#, r#"a::before{content:"••••••••••••••";color:red}"#),
            (r#"a{content:"for Anna Muster" "x"}"#, r#"a{content:"for ••••• •••••" "x"}"#),
            (r"a{content:'\41nna Muster\'s'}", r"a{content:'••••• •••••\'s'}"),
            (r#"a{content:"\61 nna@example.com"}"#, r#"a{content:"••••••••••••••"}"#),
            (r#"body{--mail:"anna@example.com"}"#, r#"body{--mail:"••••••••••••••"}"#),
            (r#"body{--ref:"q7Lw0xRt9ZpK"}"#, r#"body{--ref:"••••••••••"}"#),
            ("body{ --name: Anna Muster ;}", "body{ --name: ••••• ••••• ;}"),
            ("body{--a:red \"x\" Anna Muster}", "body{--a:red \"x\" ••••• •••••}"),
            ("body{--phone:2025550143}", "body{--phone:••••••••••}"),
            ("body{--t:4f1c7d0be2a94c6fb1d28e3a}", "body{--t:••••••••••••••••••••••}"),
            (r#"[data-user="Anna Muster"]{}"#, r#"[data-user="••••• •••••"]{}"#),
            (r"[data-user=anna\@example\.com]{}", "[data-user=xxxx]{}"),
            (r".mail-anna\@example\.com{top:0}", ".xxxx{top:0}"),
            ("/* by Anna Muster */a{}", "/**/a{}"),
            ("a{}/*# sourceMappingURL=data:application/json;base64,e30= */", "a{}/**/"),
            (r#"a{background:url("/img?sig=abc")}"#, r#"a{background:url("/img?sig=xxxx")}"#),
            ("a{background:URL( /img?sig=abc )}", "a{background:URL( /img?sig=xxxx )}"),
            (r"a{background:url(/img\?sig=abc)}", "a{background:url(/img?sig=xxxx)}"),
            (r#"a{src:url('https://u:p@x.example/f.woff2')}"#, r#"a{src:url('https://x.example/f.woff2')}"#),
            (r#"@import "theme.css?token=abc";"#, r#"@import "theme.css?token=xxxx";"#),
            (
                r#"a{background:image-set("a.png?k=v" 1x,"b.png?k=v" 2x)}"#,
                r#"a{background:image-set("a.png?k=xxxx" 1x,"b.png?k=xxxx" 2x)}"#,
            ),
            (r#"a{background:url("data:image/svg+xml,%3Ctext%3EAnna Muster%3C/text%3E")}"#, r#"a{background:url("data:,")}"#),
            ("a{background:url(data:text/html,x)}", "a{background:url(data:,)}"),
        ] {
            assert_eq!(with(css, false), expected);
        }
    }

    #[test]
    fn ordinary_style_sheets_stay_and_need_no_look() {
        for css in [
            "",
            "a{color:red}",
            "a::before{content:\"\\f101\"}",
            "a{content:''}",
            "a{font-family:\"Segoe UI\",'Noto Sans',Arial}",
            ":root{--bs-blue:#0d6efd;--bs-rgb:13, 110, 253;--x:var(--y,0.5rem)}",
            "[type=\"button\"],[type=button]:not(:disabled){cursor:pointer}",
            ".block--modifier{margin:0 auto}",
            "@media (min-width:576px){.a{transition:opacity .15s linear}}",
            ".uk-width\\@m{width:50%}",
            "@charset \"UTF-8\";",
            "a{src:url(data:font/woff2;base64,d09GMg==) format(\"woff2\")}",
            "a{background:url(\"data:image/png;base64,AA==\")}",
            "[class^=\"icon-\"]{}",
            "a\n{\n  --x: none;\n}\n@media print{}",
            "a{grid-template-areas:\"head head\" \"nav main\"}",
            "/**/a{}",
            ":root{--font-sans:system-ui,\"Segoe UI\",\"Noto Sans\"}",
            "a{content:\"→\" counter(x) \". \"}",
            "a{width:calc(100% - -2px)}",
        ] {
            assert_eq!(with(css, false), css);
            assert!(!needs_look(json(css).as_bytes()), "looks at {css}");
        }
        for css in ["a{background:url(../img/a.png)}", "/* reset */a{}", "[data-x=\"Some Thing\"]{}", "a{content:\"New\"}"] {
            assert_eq!(with(css, false), css);
        }
    }

    #[test]
    fn strict_masks_shown_strings_with_letters_and_keeps_icons() {
        assert_eq!(with("a{content:\"New\" \"\\f101\"}b{content:\"→\"}", true), "a{content:\"•••\" \"\\f101\"}b{content:\"→\"}");
        assert_eq!(with("a{--label:\"Sold out\";font-family:\"Sold out\"}", true), "a{--label:\"••• •••\";font-family:\"Sold out\"}");
    }

    #[test]
    fn escapes_are_undone_as_css_says() {
        for (written, read) in [
            (r"\65 x", "ex"),
            (r"\000065x", "ex"),
            (
                r"a\
b", "ab",
            ),
            (r"\@\.", "@."),
            (r"\110000", "\u{fffd}"),
            ("x\\", "x"),
            (r"\e9 t\e9", "été"),
        ] {
            let mut out = String::new();
            unescape(written, &mut out);
            assert_eq!(out, read);
        }
    }

    #[test]
    fn json_of_other_writers_is_looked_at() {
        assert!(needs_look(br"a{content:\u0022Anna\u0022}"));
        assert!(needs_look(br"a{background:url(img\/a.png?x=y)}"));
        assert!(!needs_look(br"a\u003eb{color:red}"));
    }

    #[test]
    fn any_text_is_survived_and_the_fast_look_misses_nothing() {
        let pieces = [
            "a{",
            "}",
            ";",
            "content:",
            "\"",
            "'",
            "\\",
            "url(",
            ")",
            "Anna Muster",
            "anna@example.com",
            "--x:",
            "/*",
            "*/",
            "[data-u=",
            "]",
            "\n",
            "é",
            "=",
            " ",
            "@import ",
            "data:image/png,",
            "\\41 ",
            "2025550143",
            "--",
            "?k=v",
            "/",
            "red",
            "@",
        ];
        let mut state = 99u64;
        for _ in 0..20_000 {
            let mut css = String::new();
            for _ in 0..(state >> 40) % 14 {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                css.push_str(pieces[usize::try_from(state >> 33).unwrap() % pieces.len()]);
            }
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            let mut out = String::new();
            let changed = rewrite(&css, false, &mut Words(&["Anna Muster", "anna@example.com", "2025550143"]), &mut out);
            if changed {
                assert!(needs_look(json(&css).as_bytes()), "{css}");
            }
        }
    }
}
