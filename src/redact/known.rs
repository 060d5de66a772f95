//! What the host knows of a visitor: values in, keyed hashes in the session's memory out.

use serde::{Deserialize, Serialize};

use super::echo::TaintClass;
use super::engine::Memory;

/// Something that the host knows of the visitor and that must be hidden wherever it appears.
///
/// The session keeps keyed hashes of it, never the value. `Debug` prints the kind only.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KnownValue {
    /// What it is.
    pub kind: KnownKind,
    /// The value as people write it.
    pub value: String,
}

/// What a known value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum KnownKind {
    /// A person's name; its parts are hidden too.
    Name,
    /// An e-mail address.
    Email,
    /// A telephone number.
    Phone,
    /// A postal address or a part of one.
    Address,
    /// A secret: its mask does not depend on it.
    Secret,
    /// Anything else, such as a customer number.
    Other,
}

impl KnownValue {
    /// A person's name.
    pub fn name(value: impl Into<String>) -> Self {
        KnownValue { kind: KnownKind::Name, value: value.into() }
    }

    /// An e-mail address.
    pub fn email(value: impl Into<String>) -> Self {
        KnownValue { kind: KnownKind::Email, value: value.into() }
    }

    /// A telephone number.
    pub fn phone(value: impl Into<String>) -> Self {
        KnownValue { kind: KnownKind::Phone, value: value.into() }
    }

    /// Anything else.
    pub fn other(value: impl Into<String>) -> Self {
        KnownValue { kind: KnownKind::Other, value: value.into() }
    }
}

impl std::fmt::Debug for KnownValue {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("KnownValue").field("kind", &self.kind).finish_non_exhaustive()
    }
}

/// Enters a known value into a session's memory.
pub(crate) fn taint(memory: &mut Memory, known: &KnownValue) {
    let class = if known.kind == KnownKind::Secret { TaintClass::Sensitive } else { TaintClass::Personal };
    memory.echo.taint(&known.value, class);
    if known.kind == KnownKind::Name {
        memory.echo.taint_parts(&known.value);
    }
}
