//! Reads a style sheet: its text in, what of it can hold words of a person out.
//!
//! Comments, strings, addresses and the values of custom properties; selectors, numbers and keywords say nothing of a visitor.

/// A piece of a style sheet.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Piece {
    Comment(String),
    /// A string, its escapes undone.
    Text(String),
    /// What stands in `url(…)` or behind `@import`.
    Address(String),
    /// The value of a custom property, without its strings.
    Custom(String),
}

/// The pieces of a style sheet, a rule or a declaration.
pub(super) fn pieces(css: &str) -> Vec<Piece> {
    let mut out = Vec::new();
    let bytes = css.as_bytes();
    let mut at = 0;
    while let Some(found) = bytes.get(at..).and_then(|rest| rest.iter().position(|b| matches!(b, b'"' | b'\'' | b'/' | b'(' | b'-'))) {
        at += found;
        let rest = css.get(at..).unwrap_or_default();
        match bytes.get(at) {
            Some(b'/') if rest.starts_with("/*") => {
                let end = rest.find("*/").unwrap_or(rest.len());
                out.push(Piece::Comment(rest.get(2..end).unwrap_or_default().to_owned()));
                at += end.max(2) + 2;
            }
            Some(&quote @ (b'"' | b'\'')) => {
                let (text, length) = string(rest, quote);
                let before = css.get(..at).unwrap_or_default().trim_end();
                out.push(if before.ends_with("@import") { Piece::Address(text) } else { Piece::Text(text) });
                at += length;
            }
            Some(b'(') if css.get(..at).is_some_and(|before| ends_with_word(before, "url")) => {
                let inside = rest.get(1..).unwrap_or_default();
                let start = inside.len() - inside.trim_start().len();
                match inside.as_bytes().get(start) {
                    Some(&quote @ (b'"' | b'\'')) => {
                        let (text, length) = string(inside.get(start..).unwrap_or_default(), quote);
                        out.push(Piece::Address(text));
                        at += 1 + start + length;
                    }
                    _ => {
                        let end = inside.find(')').unwrap_or(inside.len());
                        out.push(Piece::Address(unescape(inside.get(..end).unwrap_or_default().trim())));
                        at += end + 2;
                    }
                }
            }
            Some(b'-') if rest.starts_with("--") && starts_declaration(css.get(..at).unwrap_or_default()) => {
                let name = rest.find(|c: char| !(c.is_alphanumeric() || matches!(c, '-' | '_'))).unwrap_or(rest.len());
                let after = rest.get(name..).unwrap_or_default();
                at += name;
                if let Some(value) = after.trim_start().strip_prefix(':') {
                    let end = value.find([';', '}', '"', '\'']).unwrap_or(value.len());
                    let value = value.get(..end).unwrap_or_default().trim();
                    // An address inside is found by itself.
                    if !value.contains('(') && value.contains(char::is_alphanumeric) {
                        out.push(Piece::Custom(unescape(value)));
                    }
                }
            }
            _ => at += 1,
        }
    }
    out
}

fn ends_with_word(before: &str, word: &str) -> bool {
    let start = before.len().saturating_sub(word.len());
    before.get(start..).is_some_and(|end| end.eq_ignore_ascii_case(word))
        && before.get(..start).is_some_and(|rest| !rest.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '-' | '_')))
}

fn starts_declaration(before: &str) -> bool {
    before.trim_end().is_empty() || before.trim_end().ends_with(['{', ';', '}', '/'])
}

/// The string at the start of `text`, and its length with its quotes.
fn string(text: &str, quote: u8) -> (String, usize) {
    let bytes = text.as_bytes();
    let mut at = 1;
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'\\' => at += 2,
            b'\n' => break,
            _ if byte == quote => break,
            _ => at += 1,
        }
    }
    let end = at.min(text.len());
    (unescape(text.get(1..end).unwrap_or_default()), (end + 1).min(text.len()).max(1))
}

/// Undoes the escapes of CSS.
fn unescape(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(slash) = rest.find('\\') {
        out.push_str(rest.get(..slash).unwrap_or_default());
        rest = rest.get(slash + 1..).unwrap_or_default();
        let digits = rest.bytes().take(6).take_while(u8::is_ascii_hexdigit).count();
        if digits > 0 {
            let code = rest.get(..digits).and_then(|hex| u32::from_str_radix(hex, 16).ok()).unwrap_or(0);
            out.push(char::from_u32(code).filter(|c| *c != '\0').unwrap_or(char::REPLACEMENT_CHARACTER));
            rest = rest.get(digits..).unwrap_or_default();
            rest = rest.strip_prefix([' ', '\n', '\t']).unwrap_or(rest);
        } else {
            let mut characters = rest.chars();
            // A line end after a backslash is nothing.
            out.extend(characters.next().filter(|c| *c != '\n'));
            rest = characters.as_str();
        }
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::Piece::*;
    use super::*;

    #[test]
    fn what_can_hold_words_is_read() {
        let css = "@import 'a.css?u=1';/* by Mia */ a::after{content:\"Mi\\61  Wong\" attr(x)} :root{--owner: Mia;--n:1px;--u:url(x.png)}\
                   b{background:URL( \"/p?u=2\" )}c{background:url(/q?u=3)} .a--b{color:red}";
        assert_eq!(
            pieces(css),
            [
                Address("a.css?u=1".into()),
                Comment(" by Mia ".into()),
                Text("Mia Wong".into()),
                Custom("Mia".into()),
                Custom("1px".into()),
                Address("x.png".into()),
                Address("/p?u=2".into()),
                Address("/q?u=3".into()),
            ]
        );
        assert_eq!(pieces("--x: 'Mia'"), [Text("Mia".into())]);
    }

    #[test]
    fn broken_sheets_end() {
        for css in ["/*", "'", "\"\\", "url(", "url('", "--", "--x", "--x:", "a{content:'x\n}", "\\", "(", "é'é\\"] {
            pieces(css);
        }
    }
}
