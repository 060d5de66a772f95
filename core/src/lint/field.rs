//! Form fields: what each is for, by its labels and attributes, and whether anything protects it.

use std::cmp::Reverse;

use super::document::{Document, Element, Kind};
use super::finding::{Report, Severity};
use super::protection::autofill;
use crate::config::{Config, Profile};
use crate::detect::labels::{self, FieldClass};
use crate::redact::autocomplete::{Autofill, FieldGroup};

/// Types of input that hold nothing typed.
const UNTYPED: &[&str] = &["hidden", "checkbox", "radio", "file", "range", "color", "submit", "button", "reset", "image"];

/// Attributes that name a field, in the order in which they are believed.
const NAMING: &[&str] = &[
    "aria-label",
    "label",
    "placeholder",
    "name",
    "id",
    "formcontrolname",
    "data-name",
    "data-field",
    "data-label",
    "x-autocompletetype",
    "autocompletetype",
    "title",
];

/// Attributes that bind a field to a variable, whose last part names it.
const BINDING: &[&str] = &["ng-model", "v-model", "wire:model", "x-model", "[(ngmodel)]", "data-bind"];

/// What is known of each element of a page, if it is a field: in the order of [`Document::elements`].
pub(super) fn all(document: &Document) -> Vec<Option<Field<'_>>> {
    let mut fields: Vec<Option<Field<'_>>> = document.elements.iter().map(|element| Field::of(document, element)).collect();
    let mut before: Option<(Option<usize>, FieldClass)> = None;
    for field in fields.iter_mut().flatten() {
        // Whatever its label says, a field for three or four characters beside a card's number is for the card's code.
        let is_beside_card = before
            .is_some_and(|(form, class)| form == field.element.form && matches!(class, FieldClass::CardNumber | FieldClass::CardExpiry));
        if field.class.is_none() && is_beside_card && field.is_short() {
            field.class = Some(FieldClass::CardCode);
        }
        before = field.class.map(|class| (field.element.form, class));
    }
    fields
}

pub(super) fn check(fields: &[Option<Field<'_>>], config: &Config, report: &mut Report<'_>) {
    for field in fields.iter().flatten() {
        if let Some(class) = field.class
            && !field.is_protected(class)
        {
            unmarked(field.element, class, config, report);
        }
        contradictions(field.element, field, report);
    }
}

/// What is known of a field.
pub(super) struct Field<'d> {
    element: &'d Element,
    kind: String,
    autofill: Autofill,
    /// What its labels say.
    label: Option<FieldClass>,
    /// What it is for, by everything that names it.
    class: Option<FieldClass>,
}

impl<'d> Field<'d> {
    /// `None` for a control that nothing is typed into.
    fn of(document: &'d Document, element: &'d Element) -> Option<Field<'d>> {
        if element.kind != Kind::Field {
            return None;
        }
        let kind = if element.tag == "input" || element.tag.contains('-') { element.lower("type") } else { String::new() };
        if UNTYPED.contains(&kind.as_str()) {
            return None;
        }
        let label = document.labels(element).find_map(labels::classify);
        let named = NAMING.iter().filter_map(|name| labels::classify(element.get(name)?));
        let bound = BINDING.iter().filter_map(|name| labels::classify(element.get(name)?.rsplit(['.', ' ']).next()?));
        let classes = element.get("class").unwrap_or_default().split_ascii_whitespace().filter(|t| t.len() > 3).take(12);
        let styled = classes.filter_map(labels::classify).filter(|class| class.is_sensitive());
        // Of what the attributes say, that which must be hidden most; of two alike the first.
        let own = named.chain(bound).chain(styled).chain(by_type(&kind)).min_by_key(|class| Reverse(rank(*class)));
        let mut class = match (label, own) {
            // What the page shows beats a name, unless the name speaks of something that must never be recorded.
            (Some(label), Some(own)) if rank(own) <= 1 || rank(label) >= rank(own) => Some(label),
            (label, own) => own.or(label),
        };
        if class.is_none() {
            // Text beside a field may be anything, so it must be a label and nothing else.
            let beside = [element.before, element.column].map(|range| document.text(range));
            class =
                beside.into_iter().filter(|text| !text.is_empty()).find_map(|text| labels::find(text).filter(|m| m.whole).map(|m| m.class));
        }
        let autofill = element.get("autocomplete").map_or(Autofill::None, autofill);
        if element.tag == "select" {
            // A list of towns or countries is no address book; a list of months on a card form is a card's.
            class = class.filter(|c| c.is_sensitive() || matches!(c, FieldClass::Dob | FieldClass::Health | FieldClass::Demographic));
        }
        Some(Field { element, kind, autofill, label, class })
    }

    /// Whether it has room for four characters at most.
    fn is_short(&self) -> bool {
        ["maxlength", "size"]
            .iter()
            .filter_map(|name| self.element.get(name)?.trim().parse::<u32>().ok())
            .any(|room| (3..=4).contains(&room))
    }

    /// Whether something keeps what is typed here out of every recording.
    fn is_protected(&self, class: FieldClass) -> bool {
        let Some(group) = Group::of(class) else { return true };
        if self.element.marks.hidden || self.kind == "password" || matches!(self.autofill, Autofill::Sensitive) {
            return true;
        }
        group == Group::Identity
            && (self.element.marks.allowed
                || matches!(self.kind.as_str(), "email" | "tel")
                || matches!(self.autofill, Autofill::Personal(_)))
    }

    /// Whether what is typed here is secret or tells of a person.
    pub fn group(&self) -> Option<Group> {
        if self.kind == "password" {
            return Some(Group::Password);
        }
        if matches!(self.autofill, Autofill::Sensitive) && self.class.and_then(Group::of).is_none_or(|g| g == Group::Identity) {
            return Some(Group::Secret);
        }
        self.class.and_then(Group::of)
    }
}

/// How much a class must be hidden: 0 not at all, 1 personal, 2 numbers and health, 3 secrets.
fn rank(class: FieldClass) -> u8 {
    match Group::of(class) {
        None => 0,
        Some(Group::Identity) => 1,
        Some(Group::Bank | Group::Id | Group::Health) => 2,
        Some(_) => 3,
    }
}

fn by_type(kind: &str) -> Option<FieldClass> {
    match kind {
        "password" => Some(FieldClass::Password),
        "email" => Some(FieldClass::Email),
        "tel" => Some(FieldClass::Phone),
        _ => None,
    }
}

/// Families of classes, one rule each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Group {
    Password,
    Card,
    Code,
    Secret,
    Bank,
    Id,
    Health,
    Identity,
}

impl Group {
    pub fn of(class: FieldClass) -> Option<Group> {
        Some(match class {
            FieldClass::Password => Group::Password,
            FieldClass::CardNumber | FieldClass::CardCode | FieldClass::CardExpiry | FieldClass::CardHolder => Group::Card,
            FieldClass::OneTimeCode | FieldClass::Pin => Group::Code,
            FieldClass::Secret => Group::Secret,
            FieldClass::BankAccount => Group::Bank,
            FieldClass::NationalId | FieldClass::TaxId | FieldClass::PassportOrId | FieldClass::HealthInsuranceNo => Group::Id,
            FieldClass::Health => Group::Health,
            other if other.is_personal() => Group::Identity,
            _ => return None,
        })
    }

    pub fn rule(self) -> &'static str {
        match self {
            Group::Password => "unmarked-password",
            Group::Card => "unmarked-card",
            Group::Code => "unmarked-code",
            Group::Secret => "unmarked-secret",
            Group::Bank => "unmarked-bank",
            Group::Id => "unmarked-id",
            Group::Health => "unmarked-health",
            Group::Identity => "unmarked-identity",
        }
    }

    pub fn words(self) -> &'static str {
        match self {
            Group::Password => "a password",
            Group::Card => "payment card data",
            Group::Code => "a one-time code or PIN",
            Group::Secret => "a secret",
            Group::Bank => "a bank account",
            Group::Id => "an identity, tax or insurance number",
            Group::Health => "something about health",
            Group::Identity => "personal data",
        }
    }
}

fn unmarked(element: &Element, class: FieldClass, config: &Config, report: &mut Report<'_>) {
    let Some(group) = Group::of(class) else { return };
    let severity = match (group, config.privacy.profile) {
        (Group::Identity, Profile::Strict) => Severity::Note,
        (Group::Identity, _) => Severity::Warning,
        _ => Severity::Error,
    };
    let why = match group {
        Group::Identity => format!("the field takes {} ({}) and only its wording says so", group.words(), class.as_str()),
        _ => {
            format!("the field takes {} ({}) and nothing but its wording says so; it must never be recorded", group.words(), class.as_str())
        }
    };
    report.add(element, group.rule(), severity, why, fix(element, class));
}

/// The change that protects a field of this class.
fn fix(element: &Element, class: FieldClass) -> String {
    let add = |attributes: &str| format!("add {attributes} to the element");
    let is_input = element.tag == "input";
    match class {
        FieldClass::Password if is_input => {
            "set type=\"password\" and add autocomplete=\"current-password\" (\"new-password\" where one is chosen)".to_owned()
        }
        FieldClass::CardNumber => add("autocomplete=\"cc-number\""),
        FieldClass::CardCode => add("autocomplete=\"cc-csc\""),
        FieldClass::CardExpiry => add("autocomplete=\"cc-exp\" (\"cc-exp-month\" and \"cc-exp-year\" where they are apart)"),
        FieldClass::CardHolder => add("autocomplete=\"cc-name\""),
        FieldClass::OneTimeCode => add("autocomplete=\"one-time-code\""),
        FieldClass::Email if is_input => "set type=\"email\" and add autocomplete=\"email\"".to_owned(),
        FieldClass::Phone if is_input => "set type=\"tel\" and add autocomplete=\"tel\"".to_owned(),
        FieldClass::GivenName => add("autocomplete=\"given-name\""),
        FieldClass::FamilyName => add("autocomplete=\"family-name\""),
        FieldClass::PersonName => add("autocomplete=\"name\""),
        FieldClass::Username => add("autocomplete=\"username\""),
        FieldClass::Address => add("autocomplete=\"street-address\""),
        FieldClass::Postcode => add("autocomplete=\"postal-code\""),
        FieldClass::City => add("autocomplete=\"address-level2\""),
        FieldClass::Dob => add("autocomplete=\"bday\""),
        _ => add("data-milkglass=\"mask\""),
    }
}

/// A type or an autocomplete that says something else than the label.
fn contradictions(element: &Element, field: &Field<'_>, report: &mut Report<'_>) {
    let Some(label) = field.label.and_then(|class| Group::of(class).map(|group| (class, group))) else { return };
    let by_type = match (field.kind.as_str(), label) {
        // Any secret may be typed unseen; a name or an address typed unseen is a slip.
        ("password", (class, Group::Identity)) => !matches!(class, FieldClass::Dob | FieldClass::Wallet),
        ("email", (class, _)) => !matches!(class, FieldClass::Email | FieldClass::Username),
        // Type tel is in use for whatever is typed on a number pad.
        ("tel", (class, _)) => matches!(
            class,
            FieldClass::Password
                | FieldClass::Email
                | FieldClass::PersonName
                | FieldClass::GivenName
                | FieldClass::FamilyName
                | FieldClass::CardHolder
                | FieldClass::Address
        ),
        ("search" | "url", (_, group)) => group != Group::Identity,
        _ => false,
    };
    if by_type {
        let why = format!("the label speaks of {} ({}), the type is {}", label.1.words(), label.0.as_str(), field.kind);
        report.add(element, "label-contradicts-type", severity(label.1), why, format!("{}; or correct the label", fix(element, label.0)));
    }
    if field.kind != "password" && autofill_contradicts(label, field.autofill) {
        let why = format!("the label speaks of {} ({}), autocomplete of something else", label.1.words(), label.0.as_str());
        report.add(element, "label-contradicts-type", severity(label.1), why, format!("{}; or correct the label", fix(element, label.0)));
    }
}

/// Whether browsers would offer, and recorders keep, something else than the label asks for.
fn autofill_contradicts((class, group): (FieldClass, Group), autofill: Autofill) -> bool {
    match autofill {
        // A label "name" beside a card is often the name on the card.
        Autofill::Sensitive => matches!(
            class,
            FieldClass::Email | FieldClass::Phone | FieldClass::Address | FieldClass::Postcode | FieldClass::City | FieldClass::Dob
        ),
        Autofill::Personal(offered) => match class {
            FieldClass::Email => matches!(offered, FieldGroup::Phone | FieldGroup::Address | FieldGroup::Birth | FieldGroup::Sex),
            FieldClass::Phone => matches!(offered, FieldGroup::Email | FieldGroup::Address | FieldGroup::Birth | FieldGroup::Sex),
            _ => !matches!(group, Group::Identity | Group::Id),
        },
        Autofill::Harmless | Autofill::None => false,
    }
}

fn severity(group: Group) -> Severity {
    if group == Group::Identity { Severity::Warning } else { Severity::Error }
}
