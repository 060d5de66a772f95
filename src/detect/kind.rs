//! The kinds of personal data. In: a name as it is written in settings and results. Out: a [`Kind`].

use std::fmt;

macro_rules! kinds {
    ($($(#[doc = $doc:literal])+ $name:ident = $text:literal;)+) => {
        /// What a span holds.
        #[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[non_exhaustive]
        pub enum Kind {
            $($(#[doc = $doc])+ $name,)+
            /// A kind of the host's own: the index into [`Detector::custom_names`](super::Detector::custom_names).
            Custom(u16),
        }

        impl Kind {
            /// Every built-in kind.
            pub const ALL: &'static [Kind] = &[$(Kind::$name,)+];

            /// The kind as text, for example `CREDIT_CARD`; `CUSTOM` for the host's own ones.
            pub fn as_str(self) -> &'static str {
                match self { $(Kind::$name => $text,)+ Kind::Custom(_) => "CUSTOM" }
            }

            /// The built-in kind of a name such as `CREDIT_CARD` or `credit-card`.
            pub fn from_name(name: &str) -> Option<Kind> {
                let same = |text: &str| {
                    text.len() == name.len()
                        && text.bytes().zip(name.bytes()).all(|(a, b)| a == b.to_ascii_uppercase() || (a == b'_' && b == b'-'))
                };
                Kind::ALL.iter().copied().find(|k| same(k.as_str()))
            }

            pub(crate) fn bit(self) -> u32 {
                let mut bit = 1u32;
                $(if self == Kind::$name { return bit; } bit <<= 1;)+
                bit
            }
        }
    };
}

kinds! {
    /// An e-mail address.
    Email = "EMAIL";
    /// A telephone or fax number.
    Phone = "PHONE";
    /// A payment card number.
    CreditCard = "CREDIT_CARD";
    /// A bank account number.
    Iban = "IBAN";
    /// A bank code next to an account.
    Bic = "BIC";
    /// A national identity, social security, tax, health, passport or driving licence number of a person.
    NationalId = "NATIONAL_ID";
    /// A VAT or employer number.
    VatId = "VAT_ID";
    /// An IPv4 or IPv6 address.
    Ip = "IP";
    /// A hardware address.
    Mac = "MAC";
    /// The address of a wallet.
    Crypto = "CRYPTO";
    /// A key or token of a service.
    ApiKey = "API_KEY";
    /// A JSON Web Token.
    Jwt = "JWT";
    /// A password.
    Password = "PASSWORD";
    /// A credential or token inside a URL.
    UrlSecret = "URL_SECRET";
    /// The name of a person.
    Person = "PERSON";
    /// A street line, or a postal code with its town.
    Address = "ADDRESS";
    /// A date of birth.
    Dob = "DOB";
    /// The plate of a vehicle.
    LicensePlate = "LICENSE_PLATE";
}

impl fmt::Debug for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Kind::Custom(n) => write!(f, "CUSTOM({n})"),
            _ => f.write_str(self.as_str()),
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl serde::Serialize for Kind {
    fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.serialize_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_round_trip() {
        for kind in Kind::ALL {
            assert_eq!(Kind::from_name(kind.as_str()), Some(*kind));
        }
        assert_eq!(Kind::from_name("credit-card"), Some(Kind::CreditCard));
        assert_eq!(Kind::from_name("default"), None);
    }
}
