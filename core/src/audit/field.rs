//! What a form field holds, read anew: its attributes and the texts that name it in, what must happen to its value out.

use crate::detect::labels::{self, FieldClass};

/// What the audit knows of a control.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Field {
    /// Never recordable.
    pub sensitive: bool,
    /// Told by the type, an autofill token or a marker, not by wording alone.
    pub sure: bool,
    /// A radio button or check box.
    pub checkable: bool,
    /// Its value is its label.
    pub button: bool,
    /// `<input type=hidden>`.
    pub hidden: bool,
    pub class: Option<FieldClass>,
}

impl Field {
    /// Takes an attribute of the control into account.
    pub(super) fn attribute(&mut self, name: &str, value: &str) {
        match name {
            "type" => self.kind(value),
            "data-rr-is-password" | "data-recording-sensitive" => self.never(),
            "autocomplete" | "x-autocompletetype" | "autocompletetype" => self.autofill(value),
            "name" | "id" | "placeholder" | "aria-label" | "title" | "data-name" | "data-field" | "formcontrolname" => self.label(value),
            "maxlength" if value.trim() == "1" => self.never(),
            "style" if value.contains("text-security") && !value.replace(' ', "").contains("text-security:none") => self.never(),
            _ => {}
        }
    }

    fn kind(&mut self, value: &str) {
        match value.trim().to_ascii_lowercase().as_str() {
            "password" => self.never(),
            "radio" | "checkbox" => self.checkable = true,
            "submit" | "button" | "reset" | "image" => self.button = true,
            "hidden" => self.hidden = true,
            "email" => self.class(FieldClass::Email),
            "tel" => self.class(FieldClass::Phone),
            _ => {}
        }
    }

    /// The tokens of the HTML standard that stand for something never recordable; a section and words like `billing` may stand before.
    fn autofill(&mut self, value: &str) {
        for token in value.to_ascii_lowercase().split(|c: char| c.is_ascii_whitespace() || c == ',') {
            if token.starts_with("section-") {
                continue;
            }
            if token.starts_with("cc-") || token.ends_with("password") || token == "one-time-code" {
                self.never();
            }
            match token {
                "email" => self.class(FieldClass::Email),
                _ if token == "tel" || token.starts_with("tel-") => self.class(FieldClass::Phone),
                _ if token == "bday" || token.starts_with("bday-") => self.class(FieldClass::Dob),
                _ => {}
            }
        }
    }

    /// Takes a text that names the control into account.
    pub(super) fn label(&mut self, text: &str) {
        if let Some(class) = labels::classify(text) {
            self.class(class);
        }
    }

    fn class(&mut self, class: FieldClass) {
        self.sensitive |= class.is_sensitive();
        if self.class.is_none_or(|old| is_number_of_a_person(class) && !is_number_of_a_person(old)) {
            self.class = Some(class);
        }
    }

    fn never(&mut self) {
        self.sensitive = true;
        self.sure = true;
    }
}

/// Classes that stay hidden even where form recording is on: what identifies a person or reaches them directly.
pub(super) fn is_number_of_a_person(class: FieldClass) -> bool {
    use FieldClass::*;
    class.is_sensitive()
        || matches!(
            class,
            Email
                | Phone
                | BankAccount
                | NationalId
                | TaxId
                | HealthInsuranceNo
                | PassportOrId
                | Dob
                | LicensePlate
                | Health
                | IpAddress
                | MacAddress
                | Wallet
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn field(attributes: &[(&str, &str)]) -> Field {
        let mut field = Field::default();
        for (name, value) in attributes {
            field.attribute(name, value);
        }
        field
    }

    #[test]
    fn what_is_never_recordable() {
        for attributes in [
            [("type", "Password")],
            [("autocomplete", "section-x billing cc-number")],
            [("autocomplete", "one-time-code")],
            [("autocomplete", "new-password")],
            [("name", "card_number")],
            [("placeholder", "Passwort")],
            [("maxlength", "1")],
            [("data-rr-is-password", "")],
            [("style", "-webkit-text-security: disc")],
        ] {
            assert!(field(&attributes).sensitive, "{attributes:?}");
        }
        for attributes in
            [[("type", "text")], [("name", "comment")], [("autocomplete", "section-cc-x off")], [("style", "text-security:none")]]
        {
            assert!(!field(&attributes).sensitive, "{attributes:?}");
        }
    }

    #[test]
    fn kinds_and_classes() {
        assert!(field(&[("type", "checkbox")]).checkable && field(&[("type", "submit")]).button && field(&[("type", "hidden")]).hidden);
        assert_eq!(field(&[("type", "email")]).class, Some(FieldClass::Email));
        assert_eq!(field(&[("name", "city"), ("autocomplete", "tel-national")]).class, Some(FieldClass::Phone));
        let mut named = Field::default();
        named.label("Kartenprüfnummer");
        assert!(named.sensitive && !named.sure);
    }
}
