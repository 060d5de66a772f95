//! What makes a form field sensitive or personal: its attributes and labels in, flags and class out.
//!
//! The vocabulary is `detect::labels`, shared with the detectors, and the autofill tokens of the HTML standard.

use super::autocomplete::{self, Autofill};
use super::page::Flags;
use crate::detect::labels::{self, FieldClass};

/// What is known of a form control from its attributes.
#[derive(Clone, Copy, Default)]
pub(crate) struct Field {
    pub flags: Flags,
    pub class: Option<FieldClass>,
    /// A hint came from the control's own attributes, so that text before it need not be asked.
    pub own_hint: bool,
}

impl Field {
    /// Takes one attribute into account. Harmless hints never take back what another hint has found.
    pub(crate) fn attribute(&mut self, name: &[u8], value: &str) {
        match name {
            b"type" => self.input_type(value),
            b"data-rr-is-password" => self.sensitive(),
            b"autocomplete" | b"x-autocompletetype" | b"autocompletetype" => match autocomplete::parse(value) {
                Autofill::Sensitive => self.sensitive(),
                Autofill::Personal(_) => {
                    self.flags = self.flags.with(Flags::PERSONAL);
                    self.own_hint = true;
                }
                _ => {}
            },
            b"name" | b"id" | b"placeholder" | b"aria-label" | b"title" | b"data-name" | b"data-field" | b"data-label"
            | b"formcontrolname" | b"ng-model" | b"v-model" | b"label" => self.label(value, true),
            b"class" if value.len() < 200 => {
                for token in value.split_ascii_whitespace().filter(|t| t.len() >= 3) {
                    if labels::classify(token).is_some_and(FieldClass::is_sensitive) {
                        self.label(token, true);
                    }
                }
            }
            b"maxlength" if value.trim() == "1" => self.sensitive(),
            b"style" if masks_characters(value) => self.sensitive(),
            _ => {}
        }
    }

    /// Takes the text of a label into account.
    pub(crate) fn label(&mut self, text: &str, own: bool) {
        if let Some(class) = labels::classify(text) {
            self.class(class);
            self.own_hint |= own;
        }
    }

    pub(crate) fn class(&mut self, class: FieldClass) {
        if class.is_sensitive() {
            self.sensitive();
        }
        if class.is_personal() {
            self.flags = self.flags.with(Flags::PERSONAL);
        }
        // A class that must be hidden wins over one that need not.
        if self.class.is_none_or(|old| is_hidden_in_forms(class) && !is_hidden_in_forms(old)) {
            self.class = Some(class);
        }
    }

    fn sensitive(&mut self) {
        self.flags = self.flags.with(Flags::SENSITIVE);
        self.own_hint = true;
    }

    fn input_type(&mut self, value: &str) {
        let kind = value.trim().to_ascii_lowercase();
        let flag = match kind.as_str() {
            "password" => return self.sensitive(),
            "hidden" => Flags::HIDDEN,
            "radio" | "checkbox" => Flags::CHECKABLE,
            "submit" | "button" | "reset" | "image" => Flags::BUTTON,
            "file" => Flags::FILE,
            "email" | "tel" => {
                self.class(if kind == "tel" { FieldClass::Phone } else { FieldClass::Email });
                self.own_hint = true;
                Flags::PERSONAL
            }
            _ => return,
        };
        self.flags = self.flags.with(flag);
    }
}

/// Whether a style makes typed characters unreadable, as pages do that use a text field for a password.
fn masks_characters(style: &str) -> bool {
    style.contains("text-security") && !style.contains("text-security:none") && !style.contains("text-security: none")
}

/// Classes that are hidden even where form recording keeps typed text: what identifies a person by a number or reaches
/// them directly. Names and places stay, as the host has chosen by switching form recording on.
pub(crate) fn is_hidden_in_forms(class: FieldClass) -> bool {
    class.is_sensitive()
        || matches!(
            class,
            FieldClass::Email
                | FieldClass::Phone
                | FieldClass::BankAccount
                | FieldClass::NationalId
                | FieldClass::TaxId
                | FieldClass::HealthInsuranceNo
                | FieldClass::PassportOrId
                | FieldClass::Dob
                | FieldClass::LicensePlate
                | FieldClass::Health
                | FieldClass::IpAddress
                | FieldClass::MacAddress
                | FieldClass::Wallet
        )
}

/// A class as one byte, for the page state; 0 is none.
pub(crate) fn class_code(class: Option<FieldClass>) -> u8 {
    class.map_or(0, |class| FieldClass::ALL.iter().position(|c| *c == class).and_then(|i| u8::try_from(i + 1).ok()).unwrap_or(0))
}

/// Marks a class that comes from the head of a column: cells of one column hold different things more often than the
/// value of one label does.
pub(crate) const COLUMN: u8 = 0x80;

/// The class of a byte made by [`class_code`].
pub(crate) fn class_of(code: u8) -> Option<FieldClass> {
    FieldClass::ALL.get(usize::from(code & !COLUMN).checked_sub(1)?).copied()
}

/// The class to read a text with. Payees and customers of a column are companies as well as persons, so that the head of a
/// column alone makes no name: there the detectors decide by the given names that they know.
pub(crate) fn reading_class(code: u8) -> Option<FieldClass> {
    let class = class_of(code)?;
    let name = matches!(class, FieldClass::PersonName | FieldClass::GivenName | FieldClass::FamilyName | FieldClass::CardHolder);
    (code & COLUMN == 0 || !name).then_some(class)
}

/// The class of a key or the name of an attribute. A title says nothing of what it holds: the title of a page is as often the name
/// of a customer as that of a product.
pub(crate) fn classify_key(name: &str) -> u8 {
    let end = name.len().checked_sub(5).and_then(|at| name.get(at..));
    if end.is_some_and(|end| end.eq_ignore_ascii_case("title")) { 0 } else { classify_label(name) }
}

/// The class of a visible label.
pub(crate) fn classify_label(text: &str) -> u8 {
    class_code(labels::classify(text))
}
