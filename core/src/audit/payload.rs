//! Payloads of custom events, plugins and anything else that is plain JSON: a value in, findings out.

use super::field::is_number_of_a_person;
use super::json::{Kind, Value};
use super::mask;
use super::report;
use super::report::Channel;
use super::walk::{Auditor, Place, is_secret};
use crate::config::{Media, Profile};
use crate::detect::labels::{self, FieldClass};

impl Auditor<'_> {
    /// A value and all that it holds. `key` is what it is called, where that says something of it.
    pub(super) fn payload(&mut self, value: Value<'_>, place: Place, key: Option<&str>) {
        let mut open: Vec<(Value<'_>, Option<FieldClass>)> = vec![(value, key.and_then(class_of_key))];
        while let Some((value, class)) = open.pop() {
            match value.kind() {
                Kind::Object => {
                    let from = open.len();
                    for (key, value) in value.members() {
                        if key.len() > 5 {
                            self.text(key, place.part("key"), None);
                        }
                        let class = class_of_key(key);
                        if class.is_some_and(FieldClass::is_sensitive) {
                            self.secret(value, place, class);
                        } else {
                            open.push((value, class));
                        }
                    }
                    if let Some(fresh) = open.get_mut(from..) {
                        fresh.reverse();
                    }
                }
                Kind::Array => {
                    let from = open.len();
                    open.extend(value.items().map(|item| (item, class)));
                    if let Some(fresh) = open.get_mut(from..) {
                        fresh.reverse();
                    }
                }
                Kind::String => self.leaf(value.text(), place, class),
                Kind::Number => self.number(value.text(), place, class),
                Kind::Null | Kind::Bool => {}
            }
        }
    }

    /// What stands behind a key that names a secret.
    fn secret(&mut self, value: Value<'_>, place: Place, class: Option<FieldClass>) {
        let text = match value.kind() {
            Kind::Null | Kind::Bool => return,
            Kind::String if value.text().is_empty() => return,
            Kind::String | Kind::Number => value.text(),
            Kind::Object if value.members().next().is_none() => return,
            Kind::Array if value.items().next().is_none() => return,
            Kind::Object | Kind::Array => "",
        };
        self.note(text, place);
        if text.is_empty() || mask::is_readable(text) {
            self.found(report::SENSITIVE_KEY, place.part("value"), class.map(|c| c.as_str().to_owned()), 0.9, text, true);
        }
    }

    fn leaf(&mut self, text: &str, place: Place, class: Option<FieldClass>) {
        let word = text.len() <= 16 && text.bytes().all(|b| b.is_ascii_alphabetic() || matches!(b, b'_' | b'-' | b'.'));
        let strict = self.profile() == Profile::Strict && !word && place.part.is_none();
        if strict && mask::is_readable(text) && !super::address::is_address(text) {
            return self.found(report::STRICT_TEXT, place, None, 0.7, text, false);
        }
        self.text(text, place, class);
    }

    /// A number may be a card, a telephone number or a code as well.
    fn number(&mut self, number: &str, place: Place, class: Option<FieldClass>) {
        let personal = class.is_some_and(is_number_of_a_person);
        if number.len() < 7 && !personal {
            return;
        }
        for hit in self.looker.plain(number, class) {
            let kind = self.looker.name(hit.kind);
            self.found(hit.rule, place.part("number"), Some(kind), hit.confidence, &hit.text, is_secret(hit.kind));
        }
    }

    /// What was loaded, and from where.
    pub(super) fn asset(&mut self, data: Value<'_>) {
        let place = Place::new(Channel::Asset);
        for (key, value) in data.members() {
            match (key, value.kind()) {
                ("url", Kind::String) => self.address(value.text(), place.part("url")),
                ("payload", Kind::Null) => {}
                ("payload", _) if self.privacy.media == Media::Block => {
                    self.found(report::MEDIA, place.part("payload"), None, 0.8, "", false);
                }
                _ => self.payload(value, place, None),
            }
        }
    }
}

fn class_of_key(key: &str) -> Option<FieldClass> {
    if (2..=64).contains(&key.len()) { labels::classify(key) } else { None }
}
