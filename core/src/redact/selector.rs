//! The host's CSS selectors, matched while elements stream by.
//!
//! In: selectors with what to do where they match, then elements, each with its parent's [`State`]. Out: the element's own state and
//! the actions that apply to it. The state says which left-hand parts of selectors have matched above, and is all that a node keeps.
//! Selectors are found by the id, class, attribute or tag that they ask for, so that many cost little more than few.

use std::collections::HashMap;

use crate::error::{Code, Error, Result};

mod parse;

use parse::{Case, Compound, Relation, Simple, Test};

/// What to do with the elements that a selector matches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Action {
    Mask,
    Block,
    Ignore,
    Allow,
}

/// A set of actions.
#[derive(Clone, Copy, Default, Debug, PartialEq, Eq)]
pub(crate) struct Actions(u8);

impl Actions {
    pub(crate) const MASK: Actions = Actions(1);
    pub(crate) const BLOCK: Actions = Actions(2);
    pub(crate) const IGNORE: Actions = Actions(4);
    pub(crate) const ALLOW: Actions = Actions(8);

    /// Whether one of `other`'s actions is in the set.
    pub(crate) fn has(self, other: Actions) -> bool {
        self.0 & other.0 != 0
    }

    fn with(self, other: Actions) -> Actions {
        Actions(self.0 | other.0)
    }
}

impl From<Action> for Actions {
    fn from(action: Action) -> Self {
        match action {
            Action::Mask => Actions::MASK,
            Action::Block => Actions::BLOCK,
            Action::Ignore => Actions::IGNORE,
            Action::Allow => Actions::ALLOW,
        }
    }
}

/// An element as selectors ask for it.
pub(crate) trait Element {
    /// The tag name; its case does not matter.
    fn tag(&self) -> &str;
    /// The value of an attribute, whose name is given in lower case.
    fn attribute(&self, name: &str) -> Option<&str>;
}

/// Which left-hand parts of selectors matched an element or something above it. The state of no element is the default.
#[derive(Clone, Copy, Default, Debug, PartialEq, Eq)]
pub(crate) struct State {
    /// Matched by the element or one above it.
    within: u128,
    /// Matched by the element itself.
    here: u128,
}

/// Different left-hand parts in all selectors together: a bit each in the state of every node.
const PARTS: usize = 128;

/// Compiled selectors.
#[derive(Clone, Default)]
pub(crate) struct Selectors {
    steps: Vec<Step>,
    by_id: HashMap<Box<str>, Vec<usize>>,
    by_class: HashMap<Box<str>, Vec<usize>>,
    by_tag: HashMap<Box<str>, Vec<usize>>,
    by_attribute: HashMap<Box<str>, ByAttribute>,
    always: Vec<usize>,
}

/// A compound and what came before it.
#[derive(Clone)]
struct Step {
    compound: Compound,
    before: Option<(Relation, u128)>,
    /// The bit that says that this step matched; none where nothing follows it.
    bit: u128,
    actions: Actions,
}

#[derive(Clone, Default)]
struct ByAttribute {
    by_value: HashMap<Box<str>, Vec<usize>>,
    others: Vec<usize>,
}

/// What an element must have for a compound to be worth a try.
enum Key<'a> {
    Id(&'a str),
    Class(&'a str),
    Value(&'a str, &'a str),
    Attribute(&'a str),
    Tag(&'a str),
}

impl Selectors {
    /// Compiles selectors, each of which may be a list.
    ///
    /// # Errors
    /// `config.selector` names a selector that is malformed or not supported, or says that there are too many left-hand parts.
    pub(crate) fn compile(list: &[(Action, &str)]) -> Result<Selectors> {
        let mut this = Selectors::default();
        let mut known: HashMap<(Option<(Relation, usize)>, Compound), usize> = HashMap::new();
        let mut bits = 0;
        for (action, text) in list {
            for chain in parse::parse(text)? {
                let mut above: Option<usize> = None;
                for (relation, compound) in chain {
                    // Selectors that begin alike share their steps.
                    let before = above.map(|step| (relation, step));
                    let next = this.steps.len();
                    let step = *known.entry((before, compound.clone())).or_insert(next);
                    if step == next {
                        let before = match before {
                            Some((relation, step)) => Some((relation, this.bit(step, &mut bits, text)?)),
                            None => None,
                        };
                        this.steps.push(Step { compound, before, bit: 0, actions: Actions::default() });
                    }
                    above = Some(step);
                }
                if let Some(step) = above.and_then(|step| this.steps.get_mut(step)) {
                    step.actions = step.actions.with(Actions::from(*action));
                }
            }
        }
        this.index();
        Ok(this)
    }

    /// Whether there are no selectors, so that no state need be kept.
    pub(crate) fn is_empty(&self) -> bool {
        self.steps.is_empty()
    }

    /// Matches an element below one whose state is `parent`: its own state, and what applies to it.
    pub(crate) fn advance(&self, parent: State, element: &dyn Element) -> (State, Actions) {
        let mut matching =
            Matching { parent, state: State { within: parent.within, here: 0 }, actions: Actions::default(), selectors: self, element };
        matching.all(&self.always);
        if !self.by_tag.is_empty() {
            matching.tag();
        }
        if !self.by_id.is_empty() {
            matching.found(&self.by_id, element.attribute("id"));
        }
        if !self.by_class.is_empty() {
            for class in element.attribute("class").unwrap_or_default().split_ascii_whitespace() {
                matching.found(&self.by_class, Some(class));
            }
        }
        for (name, attribute) in &self.by_attribute {
            if let Some(value) = element.attribute(name) {
                matching.all(&attribute.others);
                matching.found(&attribute.by_value, Some(value));
            }
        }
        (matching.state, matching.actions)
    }

    /// The bit of a step that something follows.
    fn bit(&mut self, step: usize, bits: &mut usize, text: &str) -> Result<u128> {
        let Some(step) = self.steps.get_mut(step) else { return Ok(0) };
        if step.bit == 0 {
            if *bits == PARTS {
                let message = format!(
                    "the selector `{text}` is one too many: all selectors together may have {PARTS} different parts before a combinator"
                );
                return Err(Error::new(Code::ConfigSelector, message));
            }
            step.bit = 1 << *bits;
            *bits += 1;
        }
        Ok(step.bit)
    }

    fn index(&mut self) {
        for (place, step) in self.steps.iter().enumerate() {
            let Some(keys) = keys(&step.compound) else {
                self.always.push(place);
                continue;
            };
            for key in keys {
                let list = match key {
                    Key::Id(id) => self.by_id.entry(id.into()).or_default(),
                    Key::Class(class) => self.by_class.entry(class.into()).or_default(),
                    Key::Tag(tag) => self.by_tag.entry(tag.into()).or_default(),
                    Key::Attribute(name) => &mut attribute(&mut self.by_attribute, name).others,
                    Key::Value(name, value) => attribute(&mut self.by_attribute, name).by_value.entry(value.into()).or_default(),
                };
                if list.last() != Some(&place) {
                    list.push(place);
                }
            }
        }
    }
}

fn attribute<'a>(map: &'a mut HashMap<Box<str>, ByAttribute>, name: &str) -> &'a mut ByAttribute {
    map.entry(name.into()).or_default()
}

/// The rarest things of which an element must have one for the compound to match; none where it may match any element.
fn keys(compound: &Compound) -> Option<Vec<Key<'_>>> {
    let mut best: Option<(u8, Vec<Key<'_>>)> = None;
    for simple in compound {
        let found = match simple {
            Simple::Id(id) => Some((4, vec![Key::Id(id)])),
            Simple::Class(class) => Some((3, vec![Key::Class(class)])),
            Simple::Attribute(name, Test::Equal(value, Case::Sensitive)) => Some((2, vec![Key::Value(name, value)])),
            Simple::Attribute(name, _) => Some((1, vec![Key::Attribute(name)])),
            Simple::Tag(tag) => Some((0, vec![Key::Tag(tag)])),
            Simple::Root => Some((0, vec![Key::Tag("html")])),
            Simple::AnyOf(list) => list.iter().map(keys).collect::<Option<Vec<_>>>().map(|all| (0, all.into_iter().flatten().collect())),
            Simple::NoneOf(_) => None,
        };
        if let Some(found) = found
            && best.as_ref().is_none_or(|best| found.0 > best.0)
        {
            best = Some(found);
        }
    }
    best.map(|(_, keys)| keys)
}

struct Matching<'a> {
    parent: State,
    state: State,
    actions: Actions,
    selectors: &'a Selectors,
    element: &'a dyn Element,
}

impl Matching<'_> {
    fn tag(&mut self) {
        let tag = self.element.tag();
        let mut lower = [0u8; 64];
        if let Some(lower) = lower.get_mut(..tag.len()) {
            lower.copy_from_slice(tag.as_bytes());
            lower.make_ascii_lowercase();
            let steps = std::str::from_utf8(lower).ok();
            self.found(&self.selectors.by_tag, steps);
        } else {
            // A longer name is a custom element's; those are rare.
            self.found(&self.selectors.by_tag, Some(&tag.to_ascii_lowercase()));
        }
    }

    fn found(&mut self, index: &HashMap<Box<str>, Vec<usize>>, key: Option<&str>) {
        if let Some(steps) = key.and_then(|key| index.get(key)) {
            self.all(steps);
        }
    }

    fn all(&mut self, steps: &[usize]) {
        for step in steps.iter().filter_map(|&place| self.selectors.steps.get(place)) {
            let reached = match step.before {
                None => true,
                Some((Relation::Descendant, bit)) => self.parent.within & bit != 0,
                Some((Relation::Child, bit)) => self.parent.here & bit != 0,
            };
            if reached && matches(&step.compound, self.element) {
                self.state.here |= step.bit;
                self.state.within |= step.bit;
                self.actions = self.actions.with(step.actions);
            }
        }
    }
}

fn matches(compound: &Compound, element: &dyn Element) -> bool {
    compound.iter().all(|simple| match simple {
        Simple::Tag(tag) => element.tag().eq_ignore_ascii_case(tag),
        Simple::Id(id) => element.attribute("id") == Some(id),
        Simple::Class(class) => element.attribute("class").is_some_and(|all| all.split_ascii_whitespace().any(|c| *c == **class)),
        Simple::Attribute(name, test) => element.attribute(name).is_some_and(|value| passes(value, test)),
        Simple::Root => element.tag().eq_ignore_ascii_case("html"),
        Simple::AnyOf(list) => list.iter().any(|compound| matches(compound, element)),
        Simple::NoneOf(list) => !list.iter().any(|compound| matches(compound, element)),
    })
}

fn passes(value: &str, test: &Test) -> bool {
    let equal = |a: &[u8], b: &[u8], case: Case| if case == Case::Sensitive { a == b } else { a.eq_ignore_ascii_case(b) };
    let bytes = value.as_bytes();
    let starts = |wanted: &str, case| bytes.get(..wanted.len()).is_some_and(|start| equal(start, wanted.as_bytes(), case));
    match test {
        Test::Exists => true,
        Test::Equal(wanted, case) => equal(bytes, wanted.as_bytes(), *case),
        Test::Includes(wanted, case) => value.split_ascii_whitespace().any(|word| equal(word.as_bytes(), wanted.as_bytes(), *case)),
        Test::DashMatch(wanted, case) => starts(wanted, *case) && matches!(bytes.get(wanted.len()), None | Some(b'-')),
        // An empty text is in every other, and CSS says that such a selector matches nothing.
        Test::Prefix(wanted, case) => !wanted.is_empty() && starts(wanted, *case),
        Test::Suffix(wanted, case) => {
            let end = bytes.len().checked_sub(wanted.len()).and_then(|at| bytes.get(at..));
            !wanted.is_empty() && end.is_some_and(|end| equal(end, wanted.as_bytes(), *case))
        }
        Test::Substring(wanted, Case::Sensitive) => !wanted.is_empty() && value.contains(&**wanted),
        Test::Substring(wanted, case) => {
            !wanted.is_empty() && bytes.windows(wanted.len()).any(|part| equal(part, wanted.as_bytes(), *case))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Node(&'static str, &'static [(&'static str, &'static str)]);

    impl Element for Node {
        fn tag(&self) -> &str {
            self.0
        }

        fn attribute(&self, name: &str) -> Option<&str> {
            self.1.iter().find(|(n, _)| *n == name).map(|(_, v)| *v)
        }
    }

    /// Whether the last of a line of nested elements matches.
    fn matches_last(selector: &str, line: &[Node]) -> bool {
        let selectors = Selectors::compile(&[(Action::Mask, selector)]).unwrap();
        let mut state = State::default();
        let mut last = Actions::default();
        for node in line {
            (state, last) = selectors.advance(state, node);
        }
        last.has(Actions::MASK)
    }

    const PAGE: [Node; 4] = [
        Node("html", &[]),
        Node("div", &[("id", "main"), ("class", "box wide")]),
        Node("UL", &[("data-list", "A-b")]),
        Node("li", &[("class", "item first"), ("data-user", "Anna Muster"), ("lang", "de-AT"), ("type", "Square")]),
    ];

    #[test]
    fn supported_selectors_match_as_css_says() {
        for selector in [
            "li",
            "*",
            "LI",
            ".item",
            ".item.first",
            "li.first[lang]",
            "#main li",
            "#main > ul > li",
            "div.box .item",
            "html li",
            ":root li",
            "[data-user]",
            "[data-user='Anna Muster']",
            "[data-user~=Muster]",
            "[lang|=de]",
            "[data-user^=Anna]",
            "[data-user$=Muster]",
            "[data-user*='a M']",
            "[data-user='anna muster' i]",
            "[data-user*=MUSTER i]",
            "[type=square]",
            "li:not(.second)",
            "li:not(.x, #y)",
            ":is(.x, .item)",
            ":where(li, p).first",
            "ul[data-list] > li",
            "p, li",
            ":not(p)",
            "div li:is(.item):not([hidden])",
            "[data-list=A-b] > *",
        ] {
            assert!(matches_last(selector, &PAGE), "{selector}");
        }
        for selector in [
            "ul",
            ".Item",
            ".ite",
            "#main > li",
            "li li",
            "html > li",
            ":root > li",
            "[data-user=Anna]",
            "[data-user='anna muster']",
            "[lang|=d]",
            "[data-user^='']",
            "[data-user*='']",
            "[data-user$='']",
            "li:not(.item)",
            ":is(.x, p)",
            "[data-list='a-b' s] li",
            "li > *",
            "[id]",
            "p li",
        ] {
            assert!(!matches_last(selector, &PAGE), "{selector}");
        }
    }

    #[test]
    fn actions_add_up_and_children_come_from_the_parent_state() {
        let selectors =
            Selectors::compile(&[(Action::Mask, ".a"), (Action::Block, ".a > .b, .c"), (Action::Allow, ".a"), (Action::Ignore, "p")])
                .unwrap();
        let (above, actions) = selectors.advance(State::default(), &Node("div", &[("class", "a")]));
        assert!(actions.has(Actions::MASK) && actions.has(Actions::ALLOW) && !actions.has(Actions::BLOCK));
        // Two children of one parent don't know of each other.
        let (_, first) = selectors.advance(above, &Node("p", &[("class", "b c")]));
        let (_, second) = selectors.advance(above, &Node("p", &[("class", "d")]));
        assert!(first.has(Actions::BLOCK) && first.has(Actions::IGNORE) && !second.has(Actions::BLOCK) && second.0 != 0);
        assert!(Selectors::compile(&[]).unwrap().is_empty() && !selectors.is_empty());
    }

    #[test]
    fn too_many_parts_are_refused_and_shared_ones_count_once() {
        let texts: Vec<String> = (0..=PARTS).map(|i| format!(".p{i} .x")).collect();
        let list: Vec<(Action, &str)> = texts.iter().map(|t| (Action::Mask, t.as_str())).collect();
        assert!(Selectors::compile(&list[..PARTS]).is_ok());
        let error = Selectors::compile(&list).err().unwrap();
        assert!(error.message().contains(".p128 .x") && error.message().contains("128"));
        let texts: Vec<String> = (0..1000).map(|i| format!("#page .x{i}")).collect();
        let list: Vec<(Action, &str)> = texts.iter().map(|t| (Action::Mask, t.as_str())).collect();
        assert!(Selectors::compile(&list).is_ok());
    }

    /// Compares streaming matches with a plain reading of descendant and child relations over random lines of elements.
    #[test]
    fn random_chains_agree_with_a_plain_search() {
        const CLASSES: [&str; 4] = ["a", "b", "a b", "c"];
        let mut seed = 11u64;
        let mut random = |n: usize| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            usize::try_from(seed >> 33).unwrap() % n
        };
        let attributes: [&'static [(&'static str, &'static str)]; 4] =
            [&[("class", CLASSES[0])], &[("class", CLASSES[1])], &[("class", CLASSES[2])], &[("class", CLASSES[3])]];
        for _ in 0..4_000 {
            let parts: Vec<(char, char)> = (0..1 + random(4)).map(|_| (['a', 'b', 'c'][random(3)], [' ', '>'][random(2)])).collect();
            let selector: String =
                parts.iter().enumerate().map(|(i, (c, r))| if i == 0 { format!(".{c}") } else { format!("{r}.{c}") }).collect();
            let line: Vec<usize> = (0..1 + random(6)).map(|_| random(4)).collect();
            fn plain(parts: &[(char, char)], line: &[usize], classes: &[&str]) -> bool {
                let (Some(&(class, relation)), Some((&last, above))) = (parts.last(), line.split_last()) else { return false };
                let before = &parts[..parts.len() - 1];
                classes[last].contains(class)
                    && (before.is_empty()
                        || (relation == '>' && plain(before, above, classes))
                        || (relation == ' ' && (0..=above.len()).any(|n| plain(before, &above[..n], classes))))
            }
            let nodes: Vec<Node> = line.iter().map(|&i| Node("i", attributes[i])).collect();
            assert_eq!(matches_last(&selector, &nodes), plain(&parts, &line, &CLASSES), "{selector} {line:?}");
        }
    }
}
