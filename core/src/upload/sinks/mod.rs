//! Sinks: where batches go. Each knows one receiver's protocol and maps its replies to the same few outcomes.
//!
//! In: a body to send, or a subject to erase. Out: an [`Outcome`] that the worker acts on.

mod collector;

use std::time::Duration;

use uuid::Uuid;

pub(crate) use collector::Collector;

use super::spool::{Subject, Verdict};
use crate::error::Result;

/// One protocol of a receiver.
pub(crate) trait Sink: Send + Sync {
    /// Turns a plain body into the bytes that will be sent, once for all attempts.
    ///
    /// # Errors
    /// `internal.fault` where it can't be compressed.
    fn encode(&self, plain: &[u8]) -> Result<Vec<u8>>;

    /// The plain body of bytes that [`encode`](Self::encode) made.
    fn decode(&self, body: &[u8]) -> Option<Vec<u8>>;

    /// Sends a batch. Blocks until there is an outcome, for no longer than the deadlines.
    fn send(&self, batch: Uuid, events: u64, body: &[u8]) -> Outcome;

    /// Asks the receiver to erase a session or a visitor.
    fn erase(&self, subject: &Subject) -> Outcome;

    /// Ends what is being sent: nothing more of it leaves once this returns.
    fn abort(&self);
}

/// What became of a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// The receiver answered for every event.
    Verdict(Verdict),
    /// The receiver has erased this session before: nothing of it may wait here either.
    Erased,
    /// Done; for an erasure.
    Done,
    /// Try again, not before the given time.
    Retry { after: Option<Duration>, cause: Cause, server_ms: Option<i64> },
    /// Too large for the receiver.
    TooLarge,
    /// The write key is refused.
    Unauthorized(u16),
    /// Will never be taken.
    Refused(u16),
}

impl Outcome {
    /// A word for the log.
    pub(crate) fn word(&self) -> &'static str {
        match self {
            Outcome::Verdict(_) => "verdict",
            Outcome::Erased => "erased",
            Outcome::Done => "done",
            Outcome::Retry { .. } => "retry",
            Outcome::TooLarge => "too large",
            Outcome::Unauthorized(_) => "unauthorized",
            Outcome::Refused(_) => "refused",
        }
    }
}

/// Why a request must be tried again; a stable word for the log, with nothing of the request in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Cause {
    Unreachable,
    Timeout,
    Tls,
    Busy,
    ServerFault,
    /// The reply is not the receiver's: a captive portal, a proxy's page, a cut reply.
    NotTheReceiver,
}

impl Cause {
    pub(crate) fn code(self) -> &'static str {
        use crate::error::Code;
        match self {
            Cause::Unreachable | Cause::NotTheReceiver => Code::NetworkUnreachable.as_str(),
            Cause::Timeout => Code::NetworkTimeout.as_str(),
            Cause::Tls => Code::NetworkTls.as_str(),
            Cause::Busy | Cause::ServerFault => Code::RemoteBusy.as_str(),
        }
    }
}
