//! Judges an address: the text of a URL in, its parts that may hold a token or personal data out.
//!
//! Read from the documentation of what may stay: the names of parameters, short values of a list of harmless ones, plain words of
//! paths and anchors, pictures and fonts inside `data:`.

use super::decode;
use super::mask::URL_PART;

/// A part of an address that should not be readable.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Part {
    /// Which part it is.
    pub name: &'static str,
    /// As a reader sees it, decoded.
    pub text: String,
    pub confidence: f32,
}

/// Whether a text is an address as a whole.
pub(super) fn is_address(text: &str) -> bool {
    let text = text.trim();
    if text.len() < 2 || text.contains(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '{' | '}' | '"')) {
        return OPAQUE
            .iter()
            .any(|scheme| has_scheme(text, scheme) && !text.get(scheme.len() + 1..).is_some_and(|rest| rest.starts_with(' ')));
    }
    text.contains("://")
        || text.starts_with(['/', '?'])
        || text.starts_with("./")
        || text.starts_with("../")
        || text.starts_with("#/")
        || OPAQUE.iter().any(|scheme| has_scheme(text, scheme))
        // `index.html?token=…`
        || text.split_once(['?', '#']).is_some_and(|(head, rest)| rest.contains('=') && head.contains(['.', '/']))
}

/// Schemes whose whole content is personal.
const OPAQUE: &[&str] =
    &["mailto", "tel", "sms", "callto", "skype", "whatsapp", "sip", "sips", "xmpp", "otpauth", "geo", "facetime", "bitcoin"];

fn has_scheme(text: &str, scheme: &str) -> bool {
    text.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme)) && text.as_bytes().get(scheme.len()) == Some(&b':')
}

/// Parameters whose short, plain values may stay: how a page is shown, and where a visit came from.
#[rustfmt::skip]
const HARMLESS: &[&str] = &[
    "auto", "brand", "build", "cat", "category", "color", "colour", "columns", "country", "crop", "currency", "desc", "device", "dir",
    "direction", "display", "dpr", "family", "fit", "fm", "format", "gravity", "h", "height", "hl", "lang", "language", "layout",
    "limit", "locale", "mode", "offset", "order", "order_by", "orderby", "p", "page", "page_size", "paged", "pageno", "pagesize",
    "per_page", "perpage", "platform", "quality", "rev", "section", "size", "sort", "sort_by", "sort_dir", "sortby", "step", "subset",
    "tab", "theme", "type", "v", "ver", "version", "view", "w", "weight", "width",
];

/// Words of a path after which a code stands that opens something.
#[rustfmt::skip]
const KEEPERS: &[&str] = &[
    "activate", "activation", "confirm", "invite", "invitation", "magic", "magic-link", "recover", "reset", "reset-password", "token",
    "unsubscribe", "verify", "verification",
];

/// Endings of files that pages load to be shown; a hash in their names is one of their content.
#[rustfmt::skip]
const ASSETS: &[&str] = &[
    "apng", "avif", "bmp", "css", "cur", "eot", "gif", "ico", "jpeg", "jpg", "js", "json", "map", "mjs", "otf", "png", "svg", "ttf",
    "wasm", "webmanifest", "webp", "woff", "woff2",
];

/// Parts of an address that should not be readable. `strict` asks for all values of a query.
pub(super) fn judge(url: &str, strict: bool) -> Vec<Part> {
    let mut out = Vec::new();
    let url = url.trim();
    if let Some(scheme) = OPAQUE.iter().find(|scheme| has_scheme(url, scheme)) {
        let content = url.get(scheme.len() + 1..).unwrap_or_default();
        if !content.is_empty() && content != URL_PART {
            out.push(Part { name: "address", text: decoded(content), confidence: 0.9 });
        }
        return out;
    }
    if has_scheme(url, "data") {
        if let Some(document) = document(url) {
            out.push(Part { name: "document", text: document, confidence: 0.7 });
        }
        return out;
    }
    if has_scheme(url, "javascript") {
        let code = url.get(11..).unwrap_or_default().trim().trim_end_matches(';');
        if !matches!(code, "" | "void(0)" | "void 0" | "false" | "undefined") {
            out.push(Part { name: "script", text: decoded(code), confidence: 0.5 });
        }
        return out;
    }
    let (before, fragment) = url.split_once('#').unwrap_or((url, ""));
    let (path, query) = before.split_once('?').unwrap_or((before, ""));
    authority(path, &mut out);
    segments(path, "path", &mut out);
    pairs(query, "query", strict, &mut out);
    match fragment.strip_prefix('!').unwrap_or(fragment) {
        "" => {}
        route if route.starts_with('/') => {
            let (path, query) = route.split_once('?').unwrap_or((route, ""));
            segments(path, "fragment", &mut out);
            pairs(query, "fragment", strict, &mut out);
        }
        some if some.contains('=') => pairs(some, "fragment", strict, &mut out),
        some if is_token(some) || some.contains('@') || some.len() > 64 => {
            out.push(Part { name: "fragment", text: decoded(some), confidence: 0.7 });
        }
        _ => {}
    }
    out
}

/// User name and password before the host.
fn authority(path: &str, out: &mut Vec<Part>) {
    let Some(rest) = path.split_once("//").map(|(_, rest)| rest) else { return };
    let host = rest.split(['/', '\\']).next().unwrap_or_default();
    if let Some((user, _)) = host.rsplit_once('@') {
        out.push(Part { name: "user info", text: decoded(user), confidence: 0.9 });
    }
}

fn segments(path: &str, name: &'static str, out: &mut Vec<Part>) {
    let path = path.split_once("//").map_or(path, |(_, rest)| rest.split_once('/').map_or("", |(_, path)| path));
    let last = path.rsplit('/').next().unwrap_or_default();
    let is_asset = last.rsplit_once('.').is_some_and(|(_, ending)| ASSETS.contains(&ending.to_ascii_lowercase().as_str()));
    let mut kept = false;
    for segment in path.split(['/', ';']) {
        let value = segment.split_once('=').map_or(segment, |(_, value)| value);
        let code = kept && value.len() >= 6 && value.bytes().any(|b| b.is_ascii_digit());
        if value != URL_PART && !is_asset && (code || is_token(value)) {
            out.push(Part { name, text: decoded(value), confidence: if code { 0.8 } else { 0.6 } });
        }
        kept = KEEPERS.contains(&segment.to_ascii_lowercase().as_str());
    }
}

fn pairs(query: &str, name: &'static str, strict: bool, out: &mut Vec<Part>) {
    for pair in query.split('&') {
        let (key, value) = match pair.split_once('=') {
            Some((key, value)) => (key, value),
            None if is_token(pair) => ("", pair),
            None => continue,
        };
        if value.is_empty() || value == URL_PART {
            continue;
        }
        let base = key.split('[').next().unwrap_or_default().to_ascii_lowercase();
        let base = base.strip_prefix("amp;").unwrap_or(&base);
        let harmless = HARMLESS.contains(&base) || base.starts_with("utm_");
        let text = decoded(value);
        if !harmless || strict || !is_plain(&text) {
            out.push(Part { name, confidence: if is_token(&text) { 0.8 } else { 0.5 }, text });
        }
    }
}

/// As short and plain as values of harmless parameters are.
fn is_plain(value: &str) -> bool {
    value.chars().count() <= 40
        && value.bytes().filter(u8::is_ascii_digit).count() <= 8
        && !value.contains(['@', '/', '\\', '{', '"'])
        && !is_token(value)
}

/// Whether a word is one that only a machine makes, and so opens something or stands for somebody.
pub(super) fn is_token(word: &str) -> bool {
    if word.len() < 16 || !word.is_ascii() {
        return false;
    }
    if word.starts_with("eyJ") {
        return true;
    }
    let uuid = word.len() == 36
        && word.bytes().enumerate().all(|(i, b)| if matches!(i, 8 | 13 | 18 | 23) { b == b'-' } else { b.is_ascii_hexdigit() });
    uuid || word.split(|c: char| !c.is_ascii_alphanumeric()).any(|part| {
        let digits = part.bytes().filter(u8::is_ascii_digit).count();
        let upper = part.bytes().filter(u8::is_ascii_uppercase).count();
        let lower = part.bytes().filter(u8::is_ascii_lowercase).count();
        let hex = part.bytes().all(|b| b.is_ascii_hexdigit());
        // Random letters and digits are mixed; words end in their numbers.
        let changes = part.as_bytes().windows(2).filter(|w| matches!(w, [a, b] if a.is_ascii_digit() != b.is_ascii_digit())).count();
        (part.len() >= 20 && hex && digits >= 3 && upper + lower >= 3 && changes >= 4)
            || (part.len() >= 16 && digits >= 2 && upper >= 2 && lower >= 2 && changes >= 3)
    })
}

/// The readable text of a `data:` address; nothing where it holds pixels, glyphs or nothing.
fn document(url: &str) -> Option<String> {
    let (head, body) = url.get(5..)?.split_once(',')?;
    let mime = head.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    if body.is_empty() {
        return None;
    }
    if mime.starts_with("image/svg") {
        // An icon holds shapes; its texts are looked through, and are no document by themselves.
        return None;
    }
    let harmless = mime.starts_with("image/") || mime.starts_with("font/") || mime.contains("font");
    (!harmless).then(|| decoded(body))
}

/// The text that an SVG inside a `data:` address shows: what stands between its tags, and its labels.
pub(super) fn drawing(url: &str) -> Option<String> {
    if !has_scheme(url.trim(), "data") {
        return None;
    }
    let (head, body) = url.trim().get(5..)?.split_once(',')?;
    if !head.trim().get(..9)?.eq_ignore_ascii_case("image/svg") {
        return None;
    }
    let source = if head.to_ascii_lowercase().contains("base64") {
        decode::layers(body).into_iter().map(|layer| layer.text).find(|text| text.contains('<'))?
    } else {
        decode::percent(body).unwrap_or_else(|| body.to_owned())
    };
    let mut out = String::new();
    for piece in source.split('<') {
        let (tag, text) = piece.split_once('>').unwrap_or(("", piece));
        for label in ["aria-label=", "title=", "id=\"", "data-"] {
            if let Some((_, value)) = tag.split_once(label) {
                out.push_str(value.split(['"', '\'']).find(|v| v.len() > 1).unwrap_or_default());
                out.push('\n');
            }
        }
        if !text.trim().is_empty() && !tag.starts_with("style") {
            out.push_str(text.trim());
            out.push('\n');
        }
    }
    Some(out)
}

fn decoded(part: &str) -> String {
    let once = decode::percent(part).unwrap_or_else(|| part.to_owned());
    decode::percent(&once).unwrap_or(once)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(url: &str) -> Vec<&'static str> {
        judge(url, false).into_iter().map(|part| part.name).collect()
    }

    #[test]
    fn parts_that_should_not_be_readable() {
        for (url, name) in [
            ("https://mia:pw@shop.example/", "user info"),
            ("https://shop.example/?q=blue+lamps", "query"),
            ("/x?page=2&user=77", "query"),
            ("/x?page=mia%40shop.example", "query"),
            ("/x#access_token=abc", "fragment"),
            ("/x#/list?id=4", "fragment"),
            ("/x#aZ3kQ9xLm2aZ3kQ9xLm2", "fragment"),
            ("/reset/8f14e45f", "path"),
            ("/files/3b241101-e2bb-4255-8caf-4136c566a962/raw", "path"),
            ("/x;jsessionid=A1B2C3D4e5f6g7H8i9/y", "path"),
            ("mailto:mia@shop.example", "address"),
            ("TEL:+4930901820", "address"),
            ("data:text/csv,name;iban", "document"),
            ("javascript:go('mia')", "script"),
        ] {
            assert_eq!(names(url), [name], "{url}");
        }
    }

    #[test]
    fn what_may_stay_and_what_is_masked() {
        for url in [
            "https://shop.example/lamps/blue?page=2&sort=price&utm_source=newsletter#reviews",
            "/css/app.9f86d081884c7d659a2feaa0c55ad015.css?v=1.2.3",
            "/x?token=xxxx&q=#xxxx",
            "/reset/xxxx",
            "mailto:xxxx",
            "tel:",
            "data:,",
            "data:image/png;base64,AAAA",
            "data:font/woff2;base64,AAAA",
            "javascript:void(0)",
            "#top",
            "#/settings/list",
            "",
        ] {
            assert_eq!(names(url), [""; 0], "{url}");
        }
        assert_eq!(judge("/x?page=2", true).len(), 1);
    }

    #[test]
    fn addresses_are_told_from_texts() {
        for text in ["https://x.example", "/a/b", "?a=b", "./a", "mailto:mia@shop.example", "#/route", "a.html?x=1"] {
            assert!(is_address(text), "{text}");
        }
        for text in ["", "/", "hello", "a / b", "tel: call us", "{\"a\":\"/b\"}", "#top"] {
            assert!(!is_address(text), "{text}");
        }
    }

    #[test]
    fn drawings_are_read() {
        let text =
            drawing("data:image/svg+xml,%3Csvg%20aria-label='For%20Mia'%3E%3Ctext%3EMia Wong%3C/text%3E%3Cpath d='M1'/%3E%3C/svg%3E")
                .unwrap();
        assert!(text.contains("Mia Wong") && text.contains("For Mia") && !text.contains("M1"));
        assert_eq!(drawing("data:image/png;base64,AAAA"), None);
    }
}
