//! The host's CSS selectors, matched anew: the lists of the configuration and an element in, what they ask for out.
//!
//! Compounds of tag, class, id and attribute, with the descendant and child combinators. What is beyond that is not guessed at:
//! the report names the key of the configuration that was not checked.

use super::marks::Marks;
use super::page::{Node, Page};
use crate::config::Privacy;

#[derive(Clone, Debug, PartialEq)]
enum Test {
    Tag(String),
    Class(String),
    Id(String),
    /// Name, operator (0 for presence) and value.
    Attribute(String, u8, String),
}

/// What is asked of one element.
type Compound = Vec<Test>;

/// A selector from its right end: the element itself, then its ancestors; true where the next one must be the parent.
#[derive(Clone, Debug, PartialEq)]
struct Selector {
    subject: Compound,
    above: Vec<(bool, Compound)>,
}

/// The selectors of a configuration.
#[derive(Default)]
pub(super) struct Selectors {
    list: Vec<(Marks, Selector)>,
    allow: Vec<Selector>,
}

impl Selectors {
    /// Reads the selectors; keys of those that are beyond this room are appended to `unchecked`.
    pub(super) fn compile(privacy: &Privacy, unchecked: &mut Vec<String>) -> Selectors {
        let mut out = Selectors::default();
        let lists = [
            ("privacy.mask", &privacy.mask, Some(Marks::MASK)),
            ("privacy.block", &privacy.block, Some(Marks::BLOCK)),
            ("privacy.ignore", &privacy.ignore, Some(Marks::IGNORE)),
            ("privacy.allow", &privacy.allow, None),
        ];
        for (key, list, marks) in lists {
            for (index, text) in list.iter().enumerate() {
                let Some(selectors) = text.split(',').map(parse).collect::<Option<Vec<_>>>() else {
                    unchecked.push(format!("{key}[{index}]"));
                    continue;
                };
                for selector in selectors {
                    match marks {
                        Some(marks) => out.list.push((marks, selector)),
                        None => out.allow.push(selector),
                    }
                }
            }
        }
        out
    }

    pub(super) fn is_empty(&self) -> bool {
        self.list.is_empty() && self.allow.is_empty()
    }

    /// What the selectors ask for an element that is about to stand in the page, and whether it is allowed to be read.
    pub(super) fn ask(&self, page: &Page, node: &Node) -> (Marks, bool) {
        let marks = self.list.iter().filter(|(_, s)| matches(page, node, s)).fold(Marks::NONE, |marks, (more, _)| marks.with(*more));
        (marks, self.allow.iter().any(|s| matches(page, node, s)))
    }
}

fn matches(page: &Page, node: &Node, selector: &Selector) -> bool {
    if !fits(node, &selector.subject) {
        return false;
    }
    let mut parent = node.parent;
    'each: for (direct, compound) in &selector.above {
        loop {
            let Some(above) = page.node(parent) else { return false };
            parent = above.parent;
            if fits(above, compound) {
                // The nearest that fits: with child combinators further up this may miss a farther one, which only makes the audit quiet.
                continue 'each;
            }
            if *direct {
                return false;
            }
        }
    }
    true
}

fn fits(node: &Node, compound: &Compound) -> bool {
    compound.iter().all(|test| match test {
        Test::Tag(tag) => tag == "*" || *tag == node.tag,
        Test::Class(class) => node.attribute("class").is_some_and(|all| all.split_ascii_whitespace().any(|one| one == class)),
        Test::Id(id) => node.attribute("id") == Some(id),
        Test::Attribute(name, operator, wanted) => node.attribute(name).is_some_and(|value| match operator {
            0 => true,
            b'=' => value == wanted,
            b'~' => value.split_ascii_whitespace().any(|word| word == wanted),
            b'|' => value == wanted || value.strip_prefix(wanted.as_str()).is_some_and(|rest| rest.starts_with('-')),
            b'^' => !wanted.is_empty() && value.starts_with(wanted.as_str()),
            b'$' => !wanted.is_empty() && value.ends_with(wanted.as_str()),
            _ => !wanted.is_empty() && value.contains(wanted.as_str()),
        }),
    })
}

/// Reads one selector; none where it is beyond this room.
fn parse(text: &str) -> Option<Selector> {
    let mut parts: Vec<(bool, Compound)> = Vec::new();
    let mut rest = text.trim();
    let mut direct = false;
    while !rest.is_empty() {
        let (compound, after) = compound(rest)?;
        parts.push((direct, compound));
        let trimmed = after.trim_start();
        direct = trimmed.starts_with('>');
        if !direct && trimmed.len() == after.len() && !after.is_empty() {
            return None;
        }
        rest = if direct { trimmed.get(1..)?.trim_start() } else { trimmed };
    }
    if direct {
        return None;
    }
    let mut above = Vec::new();
    let (mut next_direct, subject) = parts.pop()?;
    while let Some((direct, compound)) = parts.pop() {
        above.push((next_direct, compound));
        next_direct = direct;
    }
    Some(Selector { subject, above })
}

fn compound(text: &str) -> Option<(Compound, &str)> {
    let mut out = Compound::new();
    let mut rest = text;
    loop {
        let first = rest.chars().next();
        match first {
            Some('*') if out.is_empty() => {
                out.push(Test::Tag("*".to_owned()));
                rest = rest.get(1..)?;
            }
            Some(mark @ ('.' | '#')) => {
                let (name, after) = name(rest.get(1..)?)?;
                out.push(if mark == '.' { Test::Class(name.to_owned()) } else { Test::Id(name.to_owned()) });
                rest = after;
            }
            Some('[') => {
                let (inside, after) = rest.get(1..)?.split_once(']')?;
                let (attribute, condition) = name(inside.trim())?;
                let condition = condition.trim();
                let (operator, wanted) = match condition.as_bytes() {
                    [] => (0, ""),
                    [b'=', ..] => (b'=', condition.get(1..)?),
                    [operator @ (b'~' | b'|' | b'^' | b'$' | b'*'), b'=', ..] => (*operator, condition.get(2..)?),
                    _ => return None,
                };
                let wanted = wanted.trim();
                let quoted = ['"', '\''].iter().find_map(|q| wanted.strip_prefix(*q)?.strip_suffix(*q));
                if quoted.is_none() && wanted.contains([' ', '"', '\'']) {
                    return None;
                }
                out.push(Test::Attribute(attribute.to_ascii_lowercase(), operator, quoted.unwrap_or(wanted).to_owned()));
                rest = after;
            }
            Some(c) if out.is_empty() && c.is_ascii_alphabetic() => {
                let (tag, after) = name(rest)?;
                out.push(Test::Tag(tag.to_ascii_lowercase()));
                rest = after;
            }
            _ => break,
        }
    }
    (!out.is_empty()).then_some((out, rest))
}

fn name(text: &str) -> Option<(&str, &str)> {
    let end = text.find(|c: char| !(c.is_alphanumeric() || matches!(c, '-' | '_'))).unwrap_or(text.len());
    (end > 0).then(|| text.split_at_checked(end)).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audit::json::Doc;

    fn asked(selectors: &[&str]) -> (Vec<i64>, Vec<String>) {
        let mut unchecked = Vec::new();
        let privacy = Privacy { mask: selectors.iter().map(|s| (*s).to_owned()).collect(), ..Privacy::default() };
        let compiled = Selectors::compile(&privacy, &mut unchecked);
        let mut page = Page::new(true, compiled);
        let tree = serde_json::json!({"type": 2, "id": 1, "tagName": "body", "attributes": {}, "childNodes": [
            {"type": 2, "id": 2, "tagName": "div", "attributes": {"class": "card wide", "id": "me"}, "childNodes": [
                {"type": 2, "id": 3, "tagName": "p", "attributes": {"data-kind": "mail-private", "title": "a b"}, "childNodes": []}]},
            {"type": 2, "id": 4, "tagName": "P", "attributes": {"hidden": true}, "childNodes": []}]});
        page.enter(Doc::read(&tree.to_string()).unwrap().root(), 0, None, &mut Vec::new());
        let hit = (1..5).filter(|id| page.node(*id).is_some_and(|n| n.marks().has(Marks::MASK))).collect();
        (hit, unchecked)
    }

    #[test]
    fn compounds_and_combinators() {
        for (selector, hit) in [
            ("p", vec![3, 4]),
            (".card", vec![2, 3]),
            ("#me > p", vec![3]),
            ("body p", vec![3, 4]),
            ("body > p", vec![4]),
            ("div.card.wide", vec![2, 3]),
            ("[data-kind^=mail]", vec![3]),
            ("p[data-kind$='private']", vec![3]),
            ("[title~=b]", vec![3]),
            ("[data-kind|=mail]", vec![3]),
            ("p[hidden], .none", vec![4]),
            ("*", vec![1, 2, 3, 4]),
            ("span p", vec![]),
        ] {
            assert_eq!(asked(&[selector]), (hit, vec![]), "{selector}");
        }
    }

    #[test]
    fn what_is_beyond_it_is_named() {
        let (hit, unchecked) = asked(&[".card", "p:not(.x)", "a + b", "[x=", "p >"]);
        assert_eq!(hit, [2, 3]);
        assert_eq!(unchecked, ["privacy.mask[1]", "privacy.mask[2]", "privacy.mask[3]", "privacy.mask[4]"]);
    }
}
