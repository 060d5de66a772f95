//! The walk over a recording: one event after another in, findings and masks out.
//!
//! It shares no code with the engine: what it knows of events is what rrweb's type definitions say, and what it expects of a
//! redacted recording is what `docs/redaction.md` promises.

use super::address;
use super::joined::{Boxes, Keypad};
use super::json::{Doc, Kind as Json, Value};
use super::labelled::Heads;
use super::look::{Hit, Looker};
use super::marks::Marks;
use super::mask::{self, Reason};
use super::page::Page;
use super::report::{self, Channel, Finding, Mask, Report};
use super::selector::Selectors;
use super::style::{self, Piece};
use crate::Config;
use crate::config::{Console, CustomEvents, Network, Privacy, Profile};
use crate::detect::Kind;
use crate::detect::labels::FieldClass;
use crate::error::Result;

/// Where something stands.
#[derive(Clone, Copy)]
pub(super) struct Place {
    pub channel: Channel,
    pub node: Option<i64>,
    pub part: Option<&'static str>,
}

impl Place {
    pub(super) fn new(channel: Channel) -> Place {
        Place { channel, node: None, part: None }
    }

    pub(super) fn at(channel: Channel, node: i64) -> Place {
        Place { channel, node: Some(node), part: None }
    }

    pub(super) fn part(self, part: &'static str) -> Place {
        Place { part: Some(part), ..self }
    }
}

/// Reads one recording.
pub(super) struct Auditor<'c> {
    pub privacy: &'c Privacy,
    pub looker: Looker,
    pub page: Page,
    pub heads: Heads,
    pub boxes: Boxes,
    pub keypad: Keypad,
    pub report: Report,
    /// Whether the page is one of the host's sensitive pages.
    sensitive_page: bool,
    /// Time of the first event.
    start: Option<i64>,
    /// Milliseconds from there to the current one.
    now: i64,
}

impl<'c> Auditor<'c> {
    /// Compiles what the configuration asks for.
    ///
    /// # Errors
    /// `config.value` and `config.pattern`, as for the detectors.
    pub(super) fn new(config: &'c Config) -> Result<Auditor<'c>> {
        let privacy = &config.privacy;
        let mut report = Report { fingerprint: config.fingerprint(), profile: privacy.profile.as_str(), ..Report::default() };
        let selectors = Selectors::compile(privacy, &mut report.unchecked);
        Ok(Auditor {
            privacy,
            looker: Looker::compile(privacy)?,
            page: Page::new(privacy.vendor_markers, selectors),
            heads: Heads::default(),
            boxes: Boxes::default(),
            keypad: Keypad::default(),
            report,
            sensitive_page: false,
            start: None,
            now: 0,
        })
    }

    /// The profile that holds for the current page.
    pub(super) fn profile(&self) -> Profile {
        if self.sensitive_page { Profile::Strict } else { self.privacy.profile }
    }

    /// Reads one event. Returns whether it is one at all.
    pub(super) fn event(&mut self, doc: &Doc) -> bool {
        let event = doc.root();
        if event.kind() != Json::Object {
            self.report.events += 1;
            return false;
        }
        if let Some(time) = event.get("timestamp").and_then(Value::rounded) {
            let start = *self.start.get_or_insert(time);
            self.now = time.saturating_sub(start);
            self.report.duration_ms = self.report.duration_ms.max(self.now);
        }
        for (key, value) in event.members() {
            if !matches!(key, "type" | "data" | "timestamp" | "delay") {
                self.payload(value, Place::new(Channel::Other), None);
            }
        }
        self.data(doc, event.get("type").and_then(Value::integer), event.get("data"));
        self.report.events += 1;
        true
    }

    fn data(&mut self, doc: &Doc, kind: Option<i64>, data: Option<Value<'_>>) {
        let Some(data) = data else { return };
        match kind {
            Some(0 | 1 | 8) => self.payload(data, Place::new(Channel::Other), None),
            Some(2) => self.snapshot(doc, data),
            Some(3) => self.incremental(doc, data),
            Some(4) => self.meta(data),
            Some(5) => self.custom(data),
            Some(6) => self.plugin(data),
            Some(7) => self.asset(data),
            _ => self.unknown(data),
        }
    }

    pub(super) fn unknown(&mut self, data: Value<'_>) {
        let before = self.report.total;
        self.payload(data, Place::new(Channel::Other), None);
        if self.report.total == before {
            self.found(report::UNKNOWN, Place::new(Channel::Other), None, 0.5, "", false);
        }
    }

    fn meta(&mut self, data: Value<'_>) {
        for (key, value) in data.members() {
            match value.string() {
                Some(href) if key == "href" => {
                    self.arrive(href);
                    self.address(href, Place::new(Channel::Meta).part("href"));
                }
                _ => self.payload(value, Place::new(Channel::Meta), None),
            }
        }
    }

    /// Whether the page at this address is one of the host's sensitive pages.
    fn arrive(&mut self, href: &str) {
        let rest = href.split_once("://").map_or(href, |(_, rest)| rest.find('/').map_or("/", |at| rest.get(at..).unwrap_or("/")));
        let path = rest.split(['?', '#']).next().unwrap_or("/");
        self.sensitive_page = self.privacy.sensitive_pages.iter().any(|pattern| fits(pattern, path) || fits(pattern, rest));
    }

    fn custom(&mut self, data: Value<'_>) {
        let place = Place::new(Channel::Custom);
        if self.privacy.custom_events == CustomEvents::Drop {
            self.found(report::SETTING, place, None, 0.9, "", false);
        }
        if let Some(href) = data.get("payload").and_then(|payload| payload.get("href")).and_then(Value::string) {
            self.arrive(href);
        }
        for (key, value) in data.members() {
            match value.string() {
                Some(tag) if key == "tag" => self.text(tag, place.part("tag"), None),
                _ => self.payload(value, place, None),
            }
        }
    }

    fn plugin(&mut self, data: Value<'_>) {
        let name = data.get("plugin").map(Value::text).unwrap_or_default();
        let (channel, dropped) = if name.contains("console") {
            (Channel::Console, self.privacy.console == Console::Drop)
        } else if name.contains("network") {
            (Channel::Network, self.privacy.network == Network::Drop)
        } else {
            (Channel::Plugin, false)
        };
        let place = Place::new(channel);
        if dropped {
            self.found(report::SETTING, place, None, 0.9, "", false);
        }
        self.text(name, place.part("plugin"), None);
        for (key, value) in data.members().filter(|(key, _)| *key != "plugin") {
            if channel == Channel::Network && self.privacy.network == Network::Urls {
                self.bodies(value, place);
            }
            self.payload(value, place, (key != "payload").then_some(key));
        }
    }

    /// Headers and bodies of requests, where addresses alone may stay.
    fn bodies(&mut self, value: Value<'_>, place: Place) {
        let mut open = vec![value];
        while let Some(value) = open.pop() {
            open.extend(value.items());
            for (key, value) in value.members() {
                let key = key.to_ascii_lowercase();
                let carries = ["body", "header", "cookie"].iter().any(|word| key.contains(word));
                if carries && !matches!(value.kind(), Json::Null | Json::Bool) && !(value.kind() == Json::String && value.text().is_empty())
                {
                    self.found(report::SETTING, place.part("body or header"), None, 0.8, value.text(), true);
                } else {
                    open.push(value);
                }
            }
        }
    }

    /// A text of any kind: an address as a whole, or words in which addresses may stand.
    pub(super) fn text(&mut self, text: &str, place: Place, class: Option<FieldClass>) {
        if text.is_empty() {
            return;
        }
        self.note(text, place);
        if address::is_address(text) {
            return self.address(text, place);
        }
        let mut known = self.hits(text, place, class);
        for url in addresses(text) {
            self.parts(url, place, &mut known);
        }
    }

    /// Findings for everything that looks personal in a text. Returns what was found.
    pub(super) fn hits(&mut self, text: &str, place: Place, class: Option<FieldClass>) -> Vec<Hit> {
        let hits = self.looker.through(text, class);
        for hit in &hits {
            let kind = self.looker.name(hit.kind);
            self.found(hit.rule, place, Some(kind), hit.confidence, &hit.text, is_secret(hit.kind));
        }
        hits
    }

    /// An address: its parts that should not be readable, and what else looks personal in it.
    pub(super) fn address(&mut self, url: &str, place: Place) {
        if url.contains(mask::URL_PART) {
            self.mask(Reason::UrlPart, place);
        }
        let mut known = Vec::new();
        self.parts(url, place, &mut known);
        if let Some(drawing) = address::drawing(url) {
            self.hits(&drawing, place.part("drawing"), None);
        } else if !url.get(..5).is_some_and(|scheme| scheme.eq_ignore_ascii_case("data:")) {
            for hit in self.looker.through(url, None) {
                if !known.iter().any(|part| part.text.contains(&hit.text) || hit.text.contains(&part.text)) {
                    let kind = self.looker.name(hit.kind);
                    self.found(hit.rule, place, Some(kind), hit.confidence, &hit.text, is_secret(hit.kind));
                }
            }
        }
    }

    fn parts(&mut self, url: &str, place: Place, known: &mut Vec<Hit>) {
        for part in address::judge(url, self.profile() == Profile::Strict) {
            let inside = self.looker.through(&part.text, None);
            let sure = inside.iter().map(|hit| hit.confidence).fold(part.confidence, f32::max);
            let kind = inside.first().map(|hit| self.looker.name(hit.kind));
            if !known.iter().any(|hit| hit.text.contains(&part.text)) {
                self.found(report::URL_PART, place.part(part.name), kind, sure, &part.text, true);
            }
            known.push(Hit { rule: report::URL_PART, kind: Kind::UrlSecret, confidence: sure, text: part.text, range: None });
        }
    }

    /// A style sheet, a rule or a declaration.
    pub(super) fn style(&mut self, css: &str, place: Place) {
        for piece in style::pieces(css) {
            match piece {
                Piece::Address(url) => self.address(&url, place.part("url()")),
                Piece::Text(text) => self.text(&text, place.part("string"), None),
                Piece::Comment(text) => {
                    self.hits(&text, place.part("comment"), None);
                }
                Piece::Custom(text) => {
                    self.note(&text, place);
                    self.hits(&text, place.part("custom property"), None);
                }
            }
        }
    }

    /// Adds a finding. `text` stays here: the report gets its length and shape.
    pub(super) fn found(&mut self, rule: &'static str, place: Place, kind: Option<String>, confidence: f32, text: &str, secret: bool) {
        let path = place.node.map(|node| self.page.path(node)).unwrap_or_default();
        self.report.add(Finding {
            rule,
            channel: place.channel,
            kind,
            event: self.report.events,
            at_ms: self.now,
            node: place.node,
            path,
            part: place.part,
            confidence: (confidence * 100.0).round() / 100.0,
            length: if text.is_empty() { 0 } else { report::length(text, secret) },
            sample: if text.is_empty() { String::new() } else { report::sample(text, secret) },
        });
    }

    /// Notes the mask that a text is or holds.
    pub(super) fn note(&mut self, text: &str, place: Place) {
        let Some(reason) = mask::found(text) else { return };
        let blocked = place.node.and_then(|id| self.page.node(id)).is_some_and(|node| node.marks().has(Marks::BLOCK));
        self.mask(
            match (reason, place.channel) {
                (Reason::Words, _) if blocked => Reason::Blocked,
                (Reason::Words, Channel::Value | Channel::Input) => Reason::Typed,
                (reason, _) => reason,
            },
            place,
        );
    }

    pub(super) fn mask(&mut self, reason: Reason, place: Place) {
        let document = u32::try_from(self.report.snapshots.len()).unwrap_or(u32::MAX);
        self.report.add_mask(Mask { at_ms: self.now, channel: place.channel, reason, node: place.node, document });
    }

    /// A new document has come.
    pub(super) fn document(&mut self) {
        self.page.reset();
        self.heads.forget();
        self.boxes.forget();
        self.keypad.forget();
        self.report.snapshots.push(self.now);
    }
}

/// Kinds of which not even the length is told.
pub(super) fn is_secret(kind: Kind) -> bool {
    matches!(kind, Kind::CreditCard | Kind::Password | Kind::ApiKey | Kind::Jwt | Kind::UrlSecret)
}

/// Addresses inside a text.
fn addresses(text: &str) -> impl Iterator<Item = &str> {
    text.match_indices("://").filter_map(|(mark, _)| {
        let before = text.get(..mark)?;
        let start = before
            .rfind(|c: char| !c.is_ascii_alphanumeric())
            .map_or(0, |at| at + before.get(at..).and_then(|r| r.chars().next()).map_or(1, char::len_utf8));
        let rest = text.get(mark..)?;
        let end = rest.find(|c: char| c.is_whitespace() || "\"'`()<>[]{}|\\^•".contains(c)).unwrap_or(rest.len());
        let mut url = text.get(start..mark + end)?.trim_end_matches(['.', ',', ';', '!', ':']);
        // A place in a script stands behind an address as `:line:column`.
        for _ in 0..2 {
            let head = url.trim_end_matches(|c: char| c.is_ascii_digit());
            url = if head.len() < url.len() { head.strip_suffix(':').unwrap_or(url) } else { url };
        }
        Some(url)
    })
}

/// Whether a text fits a pattern in which `*` stands for anything.
fn fits(pattern: &str, text: &str) -> bool {
    let Some((first, rest)) = pattern.split_once('*') else { return pattern == text };
    let Some(mut left) = text.strip_prefix(first) else { return false };
    let mut parts: Vec<&str> = rest.split('*').collect();
    let last = parts.pop().unwrap_or_default();
    for part in parts {
        match left.find(part) {
            Some(at) => left = left.get(at + part.len()..).unwrap_or_default(),
            None => return false,
        }
    }
    left.ends_with(last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_of_pages() {
        assert!(fits("/account/*", "/account/a/b") && fits("*/pay*", "/de/payment") && fits("/a", "/a") && fits("*", ""));
        assert!(!fits("/a", "/ab") && !fits("/account/*", "/accounts") && !fits("*x*y", "/y/x"));
    }

    #[test]
    fn addresses_in_texts() {
        let found: Vec<_> = addresses("see (https://a.example/x?y=1), or ftp://b.example. at https://c.example/app.js:12:3").collect();
        assert_eq!(found, ["https://a.example/x?y=1", "ftp://b.example", "https://c.example/app.js"]);
    }
}
