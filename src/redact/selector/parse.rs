//! Reads the host's selectors with Servo's parser and keeps what streaming matching can do.
//!
//! In: a selector list. Out: chains of compounds, left to right, or an error that names what is not supported. A stream knows an
//! element's ancestors but neither its later siblings nor its children, so selectors that ask for those are refused, not ignored.

use std::borrow::Borrow;
use std::fmt;

use cssparser::{ParseError, Parser as CssParser, ToCss};
use precomputed_hash::PrecomputedHash;
use selectors::attr::{AttrSelectorOperator, NamespaceConstraint, ParsedAttrSelectorOperation, ParsedCaseSensitivity};
use selectors::parser::{
    Combinator, Component, NonTSPseudoClass, ParseRelative, Parser, PseudoElement, Selector, SelectorImpl, SelectorList,
    SelectorParseErrorKind,
};

use crate::error::{Code, Error, Result};

/// How a compound relates to the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Relation {
    Descendant,
    Child,
}

/// Compounds from left to right; the relation is to the compound before, and means nothing for the first.
pub(super) type Chain = Vec<(Relation, Compound)>;

/// What one element must fulfil at once.
pub(super) type Compound = Vec<Simple>;

/// One condition.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Simple {
    /// A tag name, in lower case.
    Tag(Box<str>),
    Id(Box<str>),
    Class(Box<str>),
    Attribute(Box<str>, Test),
    Root,
    AnyOf(Vec<Compound>),
    NoneOf(Vec<Compound>),
}

/// What the value of an attribute must fulfil.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Test {
    Exists,
    Equal(Box<str>, Case),
    Includes(Box<str>, Case),
    DashMatch(Box<str>, Case),
    Prefix(Box<str>, Case),
    Substring(Box<str>, Case),
    Suffix(Box<str>, Case),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Case {
    Sensitive,
    AsciiInsensitive,
}

/// The chains of a selector list.
///
/// # Errors
/// `config.selector` names the selector, and what of it is malformed or not supported.
pub(super) fn parse(text: &str) -> Result<Vec<Chain>> {
    let refuse = |why: String| Error::new(Code::ConfigSelector, format!("the selector `{text}` {why}"));
    let mut input = CssParser::new(text);
    let list = SelectorList::parse(&Dialect, &mut input, ParseRelative::No).map_err(|e| refuse(explain(e)))?;
    if !input.is_exhausted() {
        return Err(refuse("is malformed".to_owned()));
    }
    list.slice().iter().map(|selector| chain(selector).map_err(|what| refuse(format!("uses {what}, which is not supported")))).collect()
}

fn explain(error: ParseError<Fault>) -> String {
    use cssparser::ParseErrorKind::{Basic, Custom};
    match error.kind {
        Custom(Fault::Unsupported(what)) => format!("uses {what}, which is not supported"),
        Custom(Fault::Malformed(SelectorParseErrorKind::EmptySelector)) => {
            "is malformed: it or a part of it is empty, or begins with a combinator".to_owned()
        }
        Custom(Fault::Malformed(SelectorParseErrorKind::DanglingCombinator)) => "ends with a combinator".to_owned(),
        Custom(Fault::Malformed(SelectorParseErrorKind::ExpectedNamespace)) => "uses a namespace, which is not supported".to_owned(),
        Custom(Fault::Malformed(SelectorParseErrorKind::UnsupportedPseudoClassOrElement)) => {
            "uses a pseudo-class or pseudo-element that is not supported".to_owned()
        }
        Custom(Fault::Malformed(_)) | Basic(_) => "is malformed".to_owned(),
    }
}

fn chain(selector: &Selector<Dialect>) -> Result<Chain, &'static str> {
    let mut chain = vec![(Relation::Descendant, Compound::new())];
    for component in selector.iter_raw_parse_order_from(0) {
        if let Component::Combinator(combinator) = component {
            let relation = match combinator {
                Combinator::Descendant => Relation::Descendant,
                Combinator::Child => Relation::Child,
                Combinator::NextSibling => return Err("the sibling combinator `+`"),
                Combinator::LaterSibling => return Err("the sibling combinator `~`"),
                _ => return Err("a pseudo-element"),
            };
            chain.push((relation, Compound::new()));
        } else if let Some((_, compound)) = chain.last_mut() {
            compound.extend(simple(component)?);
        }
    }
    Ok(chain)
}

/// The condition of a component; none for those that every element fulfils.
fn simple(component: &Component<Dialect>) -> Result<Option<Simple>, &'static str> {
    Ok(Some(match component {
        Component::LocalName(name) => Simple::Tag(name.lower_name.0.clone()),
        Component::ID(id) => Simple::Id(id.0.clone()),
        Component::Class(class) => Simple::Class(class.0.clone()),
        Component::AttributeInNoNamespaceExists { local_name_lower, .. } => Simple::Attribute(local_name_lower.0.clone(), Test::Exists),
        Component::AttributeInNoNamespace { local_name, operator, value, case_sensitivity } => {
            Simple::Attribute(local_name.0.clone(), test(*operator, &value.0, *case_sensitivity))
        }
        Component::AttributeOther(other) => {
            if matches!(other.namespace, Some(NamespaceConstraint::Specific(_))) {
                return Err("a namespace");
            }
            let test = match &other.operation {
                ParsedAttrSelectorOperation::Exists => Test::Exists,
                ParsedAttrSelectorOperation::WithValue { operator, case_sensitivity, value } => {
                    test(*operator, &value.0, *case_sensitivity)
                }
            };
            Simple::Attribute(other.local_name_lower.0.clone(), test)
        }
        Component::ExplicitUniversalType | Component::ExplicitAnyNamespace | Component::ExplicitNoNamespace => return Ok(None),
        Component::Root => Simple::Root,
        Component::Is(list) | Component::Where(list) => Simple::AnyOf(alternatives(list)?),
        Component::Negation(list) => Simple::NoneOf(alternatives(list)?),
        Component::Empty => return Err(":empty"),
        Component::Nth(_) | Component::NthOf(_) => return Err("a pseudo-class that counts siblings (:nth-child() and its like)"),
        Component::Has(_) => return Err(":has()"),
        Component::Scope | Component::ImplicitScope | Component::ParentSelector => return Err("a scope"),
        Component::DefaultNamespace(_) | Component::Namespace(..) => return Err("a namespace"),
        _ => return Err("a pseudo-class or pseudo-element of another kind"),
    }))
}

fn alternatives(list: &SelectorList<Dialect>) -> Result<Vec<Compound>, &'static str> {
    list.slice()
        .iter()
        .map(|selector| {
            let mut chain = chain(selector)?;
            match (chain.pop(), chain.is_empty()) {
                (Some((_, compound)), true) => Ok(compound),
                _ => Err("a combinator inside :is(), :where() or :not()"),
            }
        })
        .collect()
}

fn test(operator: AttrSelectorOperator, value: &str, case: ParsedCaseSensitivity) -> Test {
    let case = match case {
        ParsedCaseSensitivity::ExplicitCaseSensitive | ParsedCaseSensitivity::CaseSensitive => Case::Sensitive,
        // Attributes like `type`, whose values HTML compares without regard to case.
        ParsedCaseSensitivity::AsciiCaseInsensitive | ParsedCaseSensitivity::AsciiCaseInsensitiveIfInHtmlElementInHtmlDocument => {
            Case::AsciiInsensitive
        }
    };
    let value = value.into();
    match operator {
        AttrSelectorOperator::Equal => Test::Equal(value, case),
        AttrSelectorOperator::Includes => Test::Includes(value, case),
        AttrSelectorOperator::DashMatch => Test::DashMatch(value, case),
        AttrSelectorOperator::Prefix => Test::Prefix(value, case),
        AttrSelectorOperator::Substring => Test::Substring(value, case),
        AttrSelectorOperator::Suffix => Test::Suffix(value, case),
    }
}

/// The kinds of text and the pseudo-classes that the parser is asked for.
#[derive(Clone, Debug)]
struct Dialect;

enum Fault {
    Malformed(SelectorParseErrorKind),
    Unsupported(String),
}

impl From<SelectorParseErrorKind> for Fault {
    fn from(kind: SelectorParseErrorKind) -> Self {
        Fault::Malformed(kind)
    }
}

fn unsupported<T>(what: String) -> Result<T, ParseError<Fault>> {
    Err(ParseError::custom(Fault::Unsupported(what)))
}

impl<'i> Parser<'i> for Dialect {
    type Impl = Dialect;
    type Error = Fault;

    fn parse_is_and_where(&self) -> bool {
        true
    }

    fn parse_has(&self) -> bool {
        true
    }

    fn allow_forgiving_selectors(&self) -> bool {
        false
    }

    fn parse_non_ts_pseudo_class(&self, name: &str) -> Result<Never, ParseError<Fault>> {
        unsupported(format!(":{name}"))
    }

    fn parse_non_ts_functional_pseudo_class(&self, name: &str, _: &mut CssParser<'i>, _: bool) -> Result<Never, ParseError<Fault>> {
        unsupported(format!(":{name}()"))
    }

    fn parse_pseudo_element(&self, name: &str) -> Result<Never, ParseError<Fault>> {
        unsupported(format!("::{name}"))
    }

    fn parse_functional_pseudo_element(&self, name: &str, _: &mut CssParser<'i>) -> Result<Never, ParseError<Fault>> {
        unsupported(format!("::{name}()"))
    }
}

impl SelectorImpl for Dialect {
    type ExtraMatchingData<'a> = ();
    type AttrValue = Text;
    type Identifier = Text;
    type LocalName = Text;
    type NamespaceUrl = Text;
    type NamespacePrefix = Text;
    type BorrowedNamespaceUrl = str;
    type BorrowedLocalName = str;
    type NonTSPseudoClass = Never;
    type PseudoElement = Never;
}

/// A text of a selector.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Text(Box<str>);

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        Text(text.into())
    }
}

impl Borrow<str> for Text {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl PrecomputedHash for Text {
    /// Only the matching of that library uses it, and this one has its own.
    fn precomputed_hash(&self) -> u32 {
        0
    }
}

impl ToCss for Text {
    fn to_css<W: fmt::Write>(&self, dest: &mut W) -> fmt::Result {
        dest.write_str(&self.0)
    }
}

/// A pseudo-class or pseudo-element that is supported: there is none.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Never {}

impl ToCss for Never {
    fn to_css<W: fmt::Write>(&self, _: &mut W) -> fmt::Result {
        match *self {}
    }
}

impl NonTSPseudoClass for Never {
    fn is_active_or_hover(&self) -> bool {
        match *self {}
    }

    fn is_user_action_state(&self) -> bool {
        match *self {}
    }
}

impl PseudoElement for Never {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_stream_can_not_match_is_refused_by_name() {
        for (selector, why) in [
            ("a + b", "`+`"),
            ("a ~ b", "`~`"),
            ("li:nth-child(2)", ":nth-child()"),
            ("li:first-child", "counts siblings"),
            ("a:hover", ":hover"),
            ("p::before", "::before"),
            ("a:has(b)", ":has()"),
            (":is(a b)", "inside :is()"),
            ("a:not(b > c)", "inside :is()"),
            ("svg|a", "namespace"),
            (":empty", ":empty"),
            ("a:dir(rtl)", ":dir()"),
            ("::part(x)", "::part()"),
            ("", "empty"),
            ("a,", "empty"),
            ("> a", "combinator"),
            ("a >", "combinator"),
            ("a[", "malformed"),
            (".1a", "malformed"),
            ("a{}", "malformed"),
            ("a]b", "malformed"),
        ] {
            let error = parse(selector).unwrap_err();
            assert_eq!(error.code(), "config.selector");
            assert!(error.message().contains(selector) && error.message().contains(why), "{selector}: {}", error.message());
        }
    }

    #[test]
    fn lists_and_relations_become_chains() {
        let chains = parse("a > .b  #c, *").unwrap();
        let relations: Vec<_> = chains[0].iter().map(|(relation, _)| *relation).collect();
        assert_eq!(relations[1..], [Relation::Child, Relation::Descendant]);
        assert_eq!(chains[1], [(Relation::Descendant, vec![])]);
    }
}
