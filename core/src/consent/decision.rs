//! The answer: what was decided, until when, and one verdict for each signal that was looked at.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

/// Whether a visitor may be recorded, until when, and why.
///
/// Keep it for the time of a visit; after [`expires`](Decision::expires) decide again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// Whether recording is allowed. Ask [`Decision::is_valid_at`] rather than this field once time has passed.
    pub allow: bool,
    /// One verdict for each signal that was there or was waited for.
    pub reasons: Vec<Reason>,
    /// When it was decided, in seconds since 1970.
    pub decided_at: u64,
    /// When the permission ends, in seconds since 1970; `None` where there is no permission.
    pub expires: Option<u64>,
    /// Fingerprint of the configuration that it was decided under.
    pub fingerprint: String,
}

/// What one signal says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reason {
    /// Name of the source, one of [`SOURCES`](super::SOURCES), or `age` or `rule`.
    pub source: Cow<'static, str>,
    /// What it comes to.
    pub verdict: Verdict,
    /// Why, as a stable code.
    pub reason: Cow<'static, str>,
}

/// What a signal comes to. The order is that of precedence when one source speaks more than once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// It permits recording.
    Grant,
    /// It says nothing that counts.
    Absent,
    /// It is there and can't be read, which refuses.
    Unknown,
    /// It forbids recording.
    Refuse,
}

impl Decision {
    /// Whether recording is allowed at this moment (seconds since 1970).
    ///
    /// The reasons are judged again, so that a decision that was stored and edited allows nothing that its reasons don't.
    pub fn is_valid_at(&self, now: u64) -> bool {
        self.allow && permits(&self.reasons) && self.expires.is_some_and(|end| now < end)
    }
}

/// The one rule: something grants, and nothing refuses or is unreadable.
pub(super) fn permits(reasons: &[Reason]) -> bool {
    reasons.iter().any(|r| r.verdict == Verdict::Grant) && reasons.iter().all(|r| r.verdict <= Verdict::Absent)
}

/// A verdict with its code, as a reader gives it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Reading {
    pub verdict: Verdict,
    pub reason: &'static str,
}

impl Reading {
    pub const fn grant(reason: &'static str) -> Self {
        Reading { verdict: Verdict::Grant, reason }
    }

    pub const fn absent(reason: &'static str) -> Self {
        Reading { verdict: Verdict::Absent, reason }
    }

    pub const fn unknown(reason: &'static str) -> Self {
        Reading { verdict: Verdict::Unknown, reason }
    }

    pub const fn refuse(reason: &'static str) -> Self {
        Reading { verdict: Verdict::Refuse, reason }
    }

    /// The more restrictive of two readings of one source, as with a cookie that was sent twice.
    pub fn stricter(self, other: Reading) -> Reading {
        if other.verdict > self.verdict { other } else { self }
    }

    /// The same as an entry of a decision.
    pub fn of(self, source: &'static str) -> Reason {
        Reason { source: Cow::Borrowed(source), verdict: self.verdict, reason: Cow::Borrowed(self.reason) }
    }
}
