//! The one rewriter for URLs: attributes, style sheets, `srcset`, network calls, page addresses and JSON payloads.
//!
//! In: a URL as it stands, and a [`Scan`] for its decoded texts. Out: the same URL with user name, query values, fragments,
//! token-like path parts and everything else that may be personal replaced by [`MASK`], or nothing where it stands as it was.
//! Rewriting twice changes nothing. What pages load to be shown (pictures, fonts, scripts with a hash in their name) keeps its
//! address, so that a replay looks right.

use std::cell::Cell;

use crate::redact::scan::Scan;

mod data;
mod decode;
mod judge;
mod parts;
mod route;

pub(crate) use data::picture_or_font;
use parts::{Scratch, pieces};
use route::{Route, Verdict};

/// What stands for a hidden part: a plain word, so that the URL stays valid and a second pass finds nothing.
pub(crate) const MASK: &str = "xxxx";

/// Which parts of a URL were replaced or removed.
#[derive(Clone, Copy, Default, Debug, PartialEq, Eq)]
pub(crate) struct Changed(u8);

impl Changed {
    /// User name and password before the host, removed.
    pub(crate) const USERINFO: Changed = Changed(1);
    /// Names or values of the query.
    pub(crate) const QUERY: Changed = Changed(2);
    /// The fragment, or parts of a hash route.
    pub(crate) const FRAGMENT: Changed = Changed(4);
    /// Parts of the path, matrix parameters, or labels of the host.
    pub(crate) const PATH: Changed = Changed(8);
    /// The content of a `data:`, `mailto:`, `tel:`, `javascript:` or other URL that has no path.
    pub(crate) const DATA: Changed = Changed(16);

    /// Whether the URL stands as it was.
    pub(crate) fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether one of `other`'s parts was changed.
    pub(crate) fn contains(self, other: Changed) -> bool {
        self.0 & other.0 != 0
    }

    fn add(&mut self, other: Changed) {
        self.0 |= other.0;
    }
}

thread_local! {
    static SCRATCH: Cell<Scratch> = Cell::default();
}

/// Above this many bytes the buffers are given back instead of kept: an inlined SVG may be large, the next URL is not.
const KEEP: usize = 1 << 16;

/// Rewrites `url` onto the end of `out`. Where nothing changed the result is empty and `out` is as it was.
///
/// `strict` masks the values of harmless query parameters and numbers in paths, too.
pub(crate) fn rewrite(url: &str, strict: bool, scan: &mut dyn Scan, out: &mut String) -> Changed {
    let start = out.len();
    let mut scratch = SCRATCH.take();
    let changed = Rewriter { strict, scan, out, scratch: &mut scratch, changed: Changed::default() }.url(url);
    if scratch.text.capacity() + scratch.source.capacity() + scratch.bytes.capacity() < KEEP {
        SCRATCH.set(scratch);
    }
    if changed.is_empty() {
        out.truncate(start);
    }
    changed
}

/// Rewrites every URL of a `srcset` attribute; widths, densities and spaces stay.
pub(crate) fn rewrite_srcset(srcset: &str, strict: bool, scan: &mut dyn Scan, out: &mut String) -> Changed {
    let (start, mut changed, mut rest) = (out.len(), Changed::default(), srcset);
    while !rest.is_empty() {
        let url_at = rest.find(|c: char| !c.is_ascii_whitespace() && c != ',').unwrap_or(rest.len());
        out.push_str(rest.get(..url_at).unwrap_or_default());
        rest = rest.get(url_at..).unwrap_or_default();
        let word = rest.get(..rest.find(|c: char| c.is_ascii_whitespace()).unwrap_or(rest.len())).unwrap_or_default();
        let url = word.trim_end_matches(',');
        let from = out.len();
        let part = rewrite(url, strict, scan, out);
        if part.is_empty() {
            out.push_str(url);
        } else if out.get(from..) == Some(data::EMPTY) {
            out.truncate(from);
            out.push_str(data::EMPTY_CANDIDATE);
        }
        changed.add(part);
        rest = rest.get(url.len()..).unwrap_or_default();
        if url.len() == word.len() {
            let descriptor = rest.find(',').unwrap_or(rest.len());
            out.push_str(rest.get(..descriptor).unwrap_or_default());
            rest = rest.get(descriptor..).unwrap_or_default();
        }
    }
    if changed.is_empty() {
        out.truncate(start);
    }
    changed
}

/// Schemes without `//` whose content is personal or code.
#[rustfmt::skip]
const OPAQUE: &[&str] = &[
    "about", "bitcoin", "blob", "callto", "cid", "data", "facetime", "filesystem", "geo", "im", "intent", "javascript", "magnet",
    "mailto", "maps", "mid", "otpauth", "otpauth-migration", "sip", "sips", "skype", "sms", "smsto", "tel", "tg", "urn", "vbscript",
    "view-source", "viber", "whatsapp", "xmpp",
];

/// Whether a text of unknown meaning is to be treated as a URL: an absolute one, or one that starts with `/`, `?`, `./`, `www.`, or
/// has a query.
pub(crate) fn looks_like_url(text: &str) -> bool {
    let text = text.trim_ascii();
    let bytes = text.as_bytes();
    if bytes.len() < 2 {
        return false;
    }
    if let Some((scheme, rest)) = split_scheme(text)
        && OPAQUE.iter().any(|known| known.eq_ignore_ascii_case(scheme))
        && !rest.starts_with(' ')
    {
        return true;
    }
    if bytes.iter().any(|b| b.is_ascii_whitespace() || b"<>{}\"".contains(b)) {
        return false;
    }
    if matches!(bytes, [b'/' | b'?', ..] | [b'.', b'/', ..] | [b'.', b'.', b'/', ..] | [b'#', b'/' | b'!', ..]) {
        return true;
    }
    let head = text.split(['?', '#']).next().unwrap_or_default();
    if head.get(..4).is_some_and(|w| w.eq_ignore_ascii_case("www.")) {
        return true;
    }
    match split_scheme(text) {
        Some((_, rest)) if rest.starts_with("//") => true,
        // `index.html?token=…`, `shop.example/cart#step=2`
        _ => text.len() > head.len() && head.len() > 1 && head.bytes().any(|b| b == b'.' || b == b'/') && text.contains('='),
    }
}

/// The scheme and what follows its colon. A host name with a port is no scheme.
fn split_scheme(url: &str) -> Option<(&str, &str)> {
    let colon = url.bytes().position(|b| !(b.is_ascii_alphanumeric() || b"+-.".contains(&b)))?;
    let (scheme, rest) = url.split_at_checked(colon)?;
    let rest = rest.strip_prefix(':')?;
    let host = (scheme.contains('.') || scheme.eq_ignore_ascii_case("localhost")) && rest.starts_with(|c: char| c.is_ascii_digit());
    (scheme.starts_with(|c: char| c.is_ascii_alphabetic()) && !host).then_some((scheme, rest))
}

struct Rewriter<'a> {
    strict: bool,
    scan: &'a mut dyn Scan,
    out: &'a mut String,
    scratch: &'a mut Scratch,
    changed: Changed,
}

impl Rewriter<'_> {
    fn url(mut self, url: &str) -> Changed {
        let trimmed = url.trim_matches(|c: char| c <= ' ');
        let breaks = |c: char| matches!(c, '\t' | '\n' | '\r');
        // Browsers ignore tabs and line ends anywhere in a URL; in data they are common and mean nothing.
        if trimmed.contains(breaks) && !trimmed.get(..5).is_some_and(|scheme| scheme.eq_ignore_ascii_case("data:")) {
            self.trimmed(&trimmed.replace(breaks, ""));
        } else {
            self.trimmed(trimmed);
        }
        self.changed
    }

    fn trimmed(&mut self, trimmed: &str) {
        match split_scheme(trimmed) {
            None => self.hierarchical(trimmed),
            Some((scheme, rest)) if scheme.eq_ignore_ascii_case("data") => {
                if !data::stays(rest, self.scan, self.scratch) {
                    self.out.push_str(data::EMPTY);
                    self.changed.add(Changed::DATA);
                }
            }
            Some((scheme, rest)) => self.scheme(scheme, rest),
        }
    }

    fn scheme(&mut self, scheme: &str, rest: &str) {
        let is = |names: &[&str]| names.iter().any(|name| name.eq_ignore_ascii_case(scheme));
        if is(&["javascript", "vbscript"]) {
            let empty = matches!(rest.trim_ascii().trim_end_matches(';'), "" | "void(0)" | "void 0" | "false" | "undefined");
            self.opaque(scheme, if empty { rest } else { "" }, empty);
        } else if is(&["blob", "filesystem", "view-source"]) {
            self.out.push_str(scheme);
            self.out.push(':');
            let inner = split_scheme(rest).map_or(rest, |(inner, rest)| {
                self.out.push_str(inner);
                self.out.push(':');
                rest
            });
            self.hierarchical(inner);
        } else if is(&["about"]) {
            let page = rest.split(['?', '#']).next().unwrap_or_default();
            self.opaque(scheme, page, page.len() == rest.len());
        } else if is(&["file"]) {
            self.opaque(scheme, "///xxxx", rest == "///xxxx" || rest.is_empty());
        } else if (rest.starts_with(['/', '\\']) && !is(&["otpauth", "otpauth-migration"])) || is(&["http", "https"]) {
            self.out.push_str(scheme);
            self.out.push(':');
            self.hierarchical(rest);
        } else {
            self.opaque(scheme, MASK, rest == MASK || rest.is_empty());
        }
    }

    /// A URL without parts: the scheme and a constant.
    fn opaque(&mut self, scheme: &str, content: &str, unchanged: bool) {
        if !unchanged {
            self.out.push_str(scheme);
            self.out.push(':');
            self.out.push_str(content);
            self.changed.add(Changed::DATA);
        }
    }

    /// What follows the scheme: `//host/path?query#fragment`, or a part of it.
    fn hierarchical(&mut self, rest: &str) {
        let hash = memchr::memchr(b'#', rest.as_bytes()).unwrap_or(rest.len());
        let (before, fragment) = rest.split_at_checked(hash).unwrap_or((rest, ""));
        let mark = memchr::memchr(b'?', before.as_bytes()).unwrap_or(before.len());
        let (path, query) = before.split_at_checked(mark).unwrap_or((before, ""));
        self.authority_and_path(path);
        if let Some(query) = query.strip_prefix('?') {
            self.out.push('?');
            self.query(query, Changed::QUERY);
        }
        if let Some(fragment) = fragment.strip_prefix('#') {
            self.out.push('#');
            self.fragment(fragment);
        }
    }

    fn authority_and_path(&mut self, path: &str) {
        let slashes = if path.starts_with("//") || path.starts_with("\\\\") { 2 } else { 0 };
        let (prefix, rest) = path.split_at_checked(slashes).unwrap_or(("", path));
        self.out.push_str(prefix);
        let end = if slashes == 0 { 0 } else { rest.find(['/', '\\']).unwrap_or(rest.len()) };
        let mut authority = rest.get(..end).unwrap_or_default();
        if let Some((_, host)) = authority.rsplit_once('@') {
            authority = host;
            self.changed.add(Changed::USERINFO);
        }
        self.path(authority, rest.get(end..).unwrap_or_default());
    }

    /// Scans host and path as one text, and writes them part by part.
    fn path(&mut self, host: &str, path: &str) {
        self.scratch.begin();
        self.scratch.text.push_str(host);
        self.scratch.split(path, *b"/\\");
        self.scratch.look(self.scan);
        self.host(host);
        let last = self.scratch.parts.len().saturating_sub(1);
        let is_asset = self.scratch.parts.get(last).is_some_and(|part| judge::asset_ending(self.scratch.decoded(*part)).is_some());
        let mut route = Route::new(is_asset, self.strict);
        for i in 0..self.scratch.parts.len() {
            let Some(&part) = self.scratch.parts.get(i) else { break };
            let raw = path.get(part.raw.0..part.raw.1).unwrap_or_default();
            let verdict = route.judge(self.scratch.decoded(part), raw, self.scratch.is_hit(part), i == last);
            let kept = match verdict {
                Verdict::Keep => self.matrix(raw),
                Verdict::Mask => {
                    self.out.push_str(MASK);
                    raw == MASK
                }
                Verdict::MaskName => {
                    let ending = raw.get(judge::asset_ending(raw).unwrap_or(raw.len())..).unwrap_or_default();
                    self.out.push_str(MASK);
                    self.out.push_str(ending);
                    raw.strip_suffix(ending) == Some(MASK)
                }
            };
            if !kept {
                self.changed.add(Changed::PATH);
            }
            self.out.push_str(path.get(part.raw.1..part.raw.1 + usize::from(part.raw.1 < path.len())).unwrap_or_default());
        }
    }

    /// Writes the host; labels in which something was found are masked, the port stays.
    fn host(&mut self, host: &str) {
        let mut at = 0;
        for label in host.split_inclusive('.') {
            let name = label.trim_end_matches('.');
            let name = name.split_once(':').map_or(name, |(name, _)| name);
            if self.scratch.overlaps(at, at + name.len()) && name != MASK && !name.is_empty() {
                self.out.push_str(MASK);
                self.changed.add(Changed::PATH);
            } else {
                self.out.push_str(name);
            }
            self.out.push_str(label.get(name.len()..).unwrap_or_default());
            at += label.len();
        }
    }

    /// Writes a path part that stays, without the values of its matrix parameters (`;jsessionid=…`). False where one went.
    fn matrix(&mut self, raw: &str) -> bool {
        let mut kept = true;
        for (i, piece) in raw.split(';').enumerate() {
            if i > 0 {
                self.out.push(';');
            }
            match piece.split_once('=').filter(|(_, value)| !value.is_empty() && *value != MASK) {
                Some((name, value)) if self.strict || !harmless_pairs(name, value) => {
                    self.out.push_str(if judge::token(name) { MASK } else { name });
                    self.out.push('=');
                    self.out.push_str(MASK);
                    kept = false;
                }
                _ => self.out.push_str(piece),
            }
        }
        kept
    }

    /// Writes a query: names stay, values go, but for short values of harmless names.
    fn query(&mut self, query: &str, kind: Changed) {
        if query.is_empty() {
            return;
        }
        self.scratch.begin();
        // Values that will be masked whatever they hold need no scan, and would only give their neighbours a context.
        for (start, end) in pieces(query, *b"&&") {
            let piece = query.get(start..end).unwrap_or_default();
            let (name, value) = piece.split_once('=').unwrap_or((piece, ""));
            let scanned = if judge::harmless_name(name) && value != MASK { piece } else { name };
            self.scratch.part(start, end, scanned);
            self.scratch.text.push('&');
        }
        self.scratch.look(self.scan);
        for i in 0..self.scratch.parts.len() {
            let Some(&part) = self.scratch.parts.get(i) else { break };
            let piece = query.get(part.raw.0..part.raw.1).unwrap_or_default();
            if i > 0 {
                self.out.push('&');
            }
            let (name, value) = match piece.split_once('=') {
                Some((name, value)) => (name, Some(value)),
                None => (piece, None),
            };
            let (text, hit) = (self.scratch.decoded(part), self.scratch.is_hit(part));
            let harmless = judge::harmless_name(name);
            let text_value = text.split_once('=').map_or("", |(_, value)| value);
            let value_stays =
                value.is_none_or(|v| v.is_empty() || v == MASK) || (harmless && !hit && !self.strict && judge::plain_value(text_value));
            let text_name = text.split('=').next().unwrap_or_default();
            let name_stays = name.is_empty()
                || name == MASK
                || harmless
                || (!hit && value.is_some() && name.len() <= 64 && !judge::token(text_name) && !text_name.contains(['@', '/', '?']));
            self.out.push_str(if name_stays { name } else { MASK });
            if let Some(value) = value {
                self.out.push('=');
                self.out.push_str(if value_stays { value } else { MASK });
            }
            if !(name_stays && value_stays) {
                self.changed.add(kind);
            }
        }
    }

    fn fragment(&mut self, fragment: &str) {
        let route = fragment.starts_with('/') || fragment.starts_with("!/");
        if route {
            let (path, query) = fragment.split_once('?').map_or((fragment, None), |(path, query)| (path, Some(query)));
            self.hash_route(path);
            if let Some(query) = query {
                self.out.push('?');
                self.query(query, Changed::FRAGMENT);
            }
        } else if fragment.contains(['=', '&']) {
            self.query(fragment, Changed::FRAGMENT);
        } else if !fragment.is_empty() && fragment != MASK {
            self.scratch.begin();
            self.scratch.part(0, fragment.len(), fragment);
            self.scratch.look(self.scan);
            let kept = self.scratch.spans.is_empty() && judge::plain_anchor(&self.scratch.text);
            self.out.push_str(if kept { fragment } else { MASK });
            if !kept {
                self.changed.add(Changed::FRAGMENT);
            }
        }
    }

    fn hash_route(&mut self, path: &str) {
        self.scratch.begin();
        self.scratch.split(path, *b"//");
        self.scratch.look(self.scan);
        let mut route = Route::new(false, self.strict);
        for i in 0..self.scratch.parts.len() {
            let Some(&part) = self.scratch.parts.get(i) else { break };
            let raw = path.get(part.raw.0..part.raw.1).unwrap_or_default();
            let text = self.scratch.decoded(part);
            let verdict = route.judge(text, raw, self.scratch.is_hit(part), false);
            let kept = raw == MASK || (verdict == Verdict::Keep && (matches!(raw, "" | "!" | ".") || judge::plain_route(text)));
            if i > 0 {
                self.out.push('/');
            }
            self.out.push_str(if kept { raw } else { MASK });
            if !kept {
                self.changed.add(Changed::FRAGMENT);
            }
        }
    }
}

/// Whether `name=value` in a path is the setting of a picture service: `width=300,quality=75`.
fn harmless_pairs(name: &str, value: &str) -> bool {
    judge::harmless_name(name)
        && value.split(',').enumerate().all(|(i, pair)| match pair.split_once('=') {
            Some((name, value)) if i > 0 => judge::harmless_name(name) && judge::plain_value(value),
            _ => judge::plain_value(pair),
        })
}

/// Whether a text is one word that a machine made to be unguessable.
pub(crate) fn is_token(text: &str) -> bool {
    judge::token(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Finds given words, as the engine's detectors and echoes would.
    struct Words(&'static [&'static str]);

    impl Scan for Words {
        fn scan(&mut self, text: &str, spans: &mut Vec<(usize, usize)>) {
            for word in self.0 {
                spans.extend(text.match_indices(word).map(|(at, found)| (at, at + found.len())));
            }
        }
    }

    fn with(words: &'static [&'static str], strict: bool, url: &str) -> (String, Changed) {
        let mut out = String::from("before ");
        let changed = rewrite(url, strict, &mut Words(words), &mut out);
        let text = out.strip_prefix("before ").unwrap().to_owned();
        if changed.is_empty() {
            assert_eq!(text, "", "out is untouched: {url}");
            return (url.to_owned(), changed);
        }
        let mut again = String::new();
        assert!(rewrite(&text, strict, &mut Words(words), &mut again).is_empty(), "twice changes: {url} -> {text} -> {again}");
        (text, changed)
    }

    fn one(url: &str) -> String {
        with(&[], false, url).0
    }

    fn table(cases: &[(&str, &str)]) {
        for (url, expected) in cases {
            assert_eq!(&one(url), expected, "{url}");
        }
    }

    #[test]
    fn harmless_urls_stand_as_they_were() {
        for url in [
            "https://shop.example/products/lamps?page=2&sort=price&lang=en&utm_source=newsletter&utm_campaign=spring_sale_2025",
            "/css/app.3f9c2b1a8d.css?v=1.2.3",
            "../fonts/Inter-Regular.woff2",
            "#top",
            "#section-2",
            "#/settings/list",
            "#!/inbox",
            "https://cdn.example/npm/@scope/core@2.11.8/dist/umd/core.min.js",
            "/_next/static/chunks/9f86d081884c7d659a2feaa0c55ad015.js",
            "https://fonts.example/css2?family=Roboto:wght@400;700&display=swap",
            "/",
            "",
            "?",
            "#",
            "//cdn.example/a.png",
            "about:blank",
            "javascript:void(0)",
            "javascript:;",
            "data:,",
            "/img/9f86d081884c7d65.png",
            "http://localhost:8080/index.html",
            "mailto:",
            "?page=2",
            "/auth/password/reset",
            "/users/me/settings",
            "/search/results",
            "shop.example:8080/cart",
            "/orders/10-4471",
            "/2025/01/03/news",
            "/cdn-cgi/image/width=300,quality=75/lamp.jpg",
            "/p/summer2025",
            "/a/contact",
        ] {
            assert_eq!(with(&[], false, url), (url.to_owned(), Changed::default()), "{url}");
        }
    }

    #[test]
    fn user_name_goes_and_query_values_are_masked() {
        table(&[
            ("https://anna:pw@shop.example/x", "https://shop.example/x"),
            ("//anna@shop.example/x", "//shop.example/x"),
            ("/x?token=abc&page=2", "/x?token=xxxx&page=2"),
            ("?q=blue+lamp", "?q=xxxx"),
            ("/x?q=&a=1#", "/x?q=&a=xxxx#"),
            ("/x?page=4111111111111111", "/x?page=xxxx"),
            ("/x?utm_content=a%40example.com", "/x?utm_content=xxxx"),
            ("/x?v=9f86d081884c7d659a2feaa0c55ad015", "/x?v=xxxx"),
            ("/x?a@example.com=1", "/x?xxxx=xxxx"),
            ("/x?aZ3kQ9xLm2", "/x?xxxx"),
            ("/x?a=AT&T", "/x?a=xxxx&xxxx"),
            ("index.php?/list/anna", "index.php?xxxx"),
            ("/x?filter[colour]=red", "/x?filter[colour]=xxxx"),
        ]);
        let (_, changed) = with(&[], false, "https://a:b@shop.example/?x=1#y=2");
        assert!(changed.contains(Changed::USERINFO) && changed.contains(Changed::QUERY) && changed.contains(Changed::FRAGMENT));
        assert!(!changed.contains(Changed::PATH) && !changed.contains(Changed::DATA));
    }

    #[test]
    fn fragments_with_values_or_tokens_are_masked() {
        table(&[
            ("/x#access_token=abc&state=1", "/x#access_token=xxxx&state=xxxx"),
            ("/x#/invite/tR8vW1yB5n", "/x#/invite/xxxx"),
            ("/x#/list?id=7&page=2", "/x#/list?id=xxxx&page=2"),
            ("/x#aZ3kQ9xLm2", "/x#xxxx"),
            ("/x#:~:text=secret%20words", "/x#:~:text=xxxx"),
            ("/x#/items/12345678", "/x#/items/xxxx"),
        ]);
    }

    #[test]
    fn path_parts_that_are_tokens_people_or_secrets_are_masked() {
        table(&[
            ("/contacts/anna.muster@example.com/edit", "/contacts/xxxx/edit"),
            ("/contacts/anna%2540example.com/edit", "/contacts/xxxx/edit"),
            ("/reset-password/abcdef", "/reset-password/xxxx"),
            ("/verify/a@example.com/77123", "/verify/xxxx/xxxx"),
            ("/f/3b241101-e2bb-4255-8caf-4136c566a962/raw", "/f/xxxx/raw"),
            ("/api/aZ3kQ9xLm2", "/api/xxxx"),
            ("/users/harriet/orders", "/users/xxxx/orders"),
            ("/avatars/anna.png", "/avatars/xxxx.png"),
            ("/avatar/9f86d081884c7d659a2feaa0c55ad015.jpg?s=80", "/avatar/xxxx.jpg?s=xxxx"),
            ("/search/blue%20lamp", "/search/xxxx"),
            ("/x;jsessionid=1A2B3C/y", "/x;jsessionid=xxxx/y"),
            ("/redirect/https%3A%2F%2Fx.example%2F%3Ftoken%3Dabc", "/redirect/xxxx"),
            ("/call/2025550143", "/call/xxxx"),
            ("https:\\\\a:b@shop.example\\reset\\abc", "https:\\\\shop.example\\reset\\xxxx"),
            ("https://shop.example/re\nset/a b", "https://shop.example/reset/xxxx"),
            ("/@anna", "/xxxx"),
            ("/j/8fk2m9qa", "/j/xxxx"),
            ("/s/2025sale", "/s/xxxx"),
            ("/av/9f86d081884c7d659a2feaa0c55ad015.png", "/av/xxxx.png"),
        ]);
    }

    #[test]
    fn what_the_scan_finds_is_masked_in_every_writing() {
        let names = &["Anna Muster", "anna"];
        for (url, expected) in [
            ("/a/Anna%20Muster/b", "/a/xxxx/b"),
            ("/a/Anna+Muster.png", "/a/xxxx.png"),
            ("/a/Anna%2520Muster", "/a/xxxx"),
            ("/x?page=Anna+Muster", "/x?page=xxxx"),
            ("/x?anna=1", "/x?xxxx=xxxx"),
            ("#anna", "#xxxx"),
            ("https://anna.example:8080/x", "https://xxxx.example:8080/x"),
            ("#/list/anna", "#/list/xxxx"),
        ] {
            assert_eq!(with(names, false, url).0, expected, "{url}");
        }
    }

    #[test]
    fn schemes_without_a_path_keep_the_scheme_alone() {
        table(&[
            ("mailto:a@example.com?subject=Hi there", "mailto:xxxx"),
            ("TEL:+1-555-0100", "TEL:xxxx"),
            ("sms:+15550100?body=x", "sms:xxxx"),
            ("otpauth://totp/Shop:anna?secret=JBSW", "otpauth:xxxx"),
            ("javascript:alert('anna')", "javascript:"),
            ("blob:https://shop.example/3b241101-e2bb-4255-8caf-4136c566a962", "blob:https://shop.example/xxxx"),
            ("file:///home/anna/notes.html", "file:///xxxx"),
            ("geo:52.5,13.4", "geo:xxxx"),
            (" mailto:a@example.com ", "mailto:xxxx"),
        ]);
    }

    #[test]
    fn data_urls_keep_pictures_and_fonts_alone() {
        table(&[
            ("data:text/html,<b>anna</b>", "data:,"),
            ("data:text/csv;base64,YQ==", "data:,"),
            ("data:application/octet-stream;base64,AAAA", "data:,"),
            ("data:image/png;base64,iVBORw0KGgo=", "data:image/png;base64,iVBORw0KGgo="),
            ("data:font/woff2;base64,d09GMg==", "data:font/woff2;base64,d09GMg=="),
            ("data:anything", "data:,"),
        ]);
        for url in [
            "data:image/svg+xml,%3Csvg%3E%3Ctext%3EAnna Muster%3C/text%3E%3C/svg%3E",
            "data:image/svg+xml;base64,PHN2Zz48dGV4dD5Bbm5hIE11c3RlcjwvdGV4dD48L3N2Zz4=",
            "data:image/svg+xml;utf8,<svg aria-label='Anna Muster'/>",
        ] {
            assert_eq!(with(&["Anna Muster"], false, url), ("data:,".to_owned(), Changed::DATA), "{url}");
            assert!(with(&["Bernd"], false, url).1.is_empty());
        }
    }

    #[test]
    fn strict_masks_harmless_values_and_numbers() {
        assert_eq!(with(&[], true, "/orders/8841?page=2&q=").0, "/orders/xxxx?page=xxxx&q=");
        assert_eq!(with(&[], true, "/img/a1.png#top").0, "/img/a1.png#top");
    }

    #[test]
    fn srcset_keeps_its_descriptors() {
        let mut out = String::new();
        let changed = rewrite_srcset("/a.png?key=aZ3kQ9xLm2 1x, /b.png 2x,/c,d.png?x=1", false, &mut Words(&[]), &mut out);
        assert_eq!(out, "/a.png?key=xxxx 1x, /b.png 2x,/c,d.png?x=xxxx");
        assert_eq!(changed, Changed::QUERY);
        out.clear();
        assert!(rewrite_srcset("/a.png 1x, data:image/png;base64,AA== 2x, ", false, &mut Words(&[]), &mut out).is_empty());
        assert_eq!(out, "");
    }

    #[test]
    fn texts_that_are_urls_are_recognised() {
        for text in [
            "https://x.example",
            "/a?b=c",
            "?a=b",
            "//x.example/y",
            "mailto:a@example.com",
            "data:text/plain,hello there",
            "www.x.example/a",
            "./a",
            "../b",
            "#/route",
            "index.html?token=abc",
            "blob:https://x.example/1",
            "custom+scheme://x",
        ] {
            assert!(looks_like_url(text), "{text}");
        }
        for text in
            ["", "/", "hello", "12:30", "note: x", "a / b", "10/12", "and/or", "tel: call us", "#top", "C:\\x", "1+1=2", "Data: all of it"]
        {
            assert!(!looks_like_url(text), "{text}");
        }
    }

    #[test]
    fn any_text_is_survived_and_rewriting_twice_changes_nothing() {
        let alphabet: Vec<char> = "ab1Z9:/\\?#&=;@%+.,-_~ é\n2Fxdata%40javascript".chars().collect();
        let mut state = 0x9e37_79b9_7f4a_7c15_u64;
        for _ in 0..20_000 {
            let mut url = String::new();
            for _ in 0..(state >> 33) % 40 {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                url.push(alphabet[usize::try_from(state >> 40).unwrap() % alphabet.len()]);
            }
            state = state.wrapping_add(0x1234_5678_9abc_def1).wrapping_mul(3);
            with(&["ab", "Z9"], state & 1 == 0, &url);
        }
    }
}
