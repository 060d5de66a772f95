//! The one error of the crate: what went wrong as a stable code, where in the input, and whether a retry can help.
//!
//! In: a [`Code`] and a message that holds no visitor data. Out: [`Error`], opaque but for its accessors.

use std::error::Error as StdError;
use std::fmt;

/// What every fallible function of this crate returns.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// An error with a stable code.
///
/// Its message never holds visitor data: it names keys of the configuration, byte offsets and counts, and no value that
/// came from an event. The code is the contract; the wording may change.
///
/// ```
/// let error = milkglass::Config::from_toml("schema = 99").unwrap_err();
/// assert_eq!(error.kind(), milkglass::ErrorKind::Config);
/// assert!(error.code().starts_with("config."));
/// ```
pub struct Error(Box<Inner>);

struct Inner {
    code: Code,
    message: String,
    offset: Option<u64>,
    source: Option<Box<dyn StdError + Send + Sync>>,
}

/// The family an error belongs to; bindings make one exception class of each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ErrorKind {
    /// The configuration is wrong; nothing was started.
    Config,
    /// The events, page or text handed in can't be read.
    Input,
    /// A consent signal or record can't be used.
    Consent,
    /// The spool, the key file or another file failed.
    Storage,
    /// The network or the TLS session failed.
    Network,
    /// The server answered, and refused.
    Remote,
    /// The call does not fit the state: closed, withdrawn, foreign.
    State,
    /// A fault of this library.
    Internal,
}

impl ErrorKind {
    /// The kind as it is written in JSON and in `docs/errors.md`.
    pub fn as_str(self) -> &'static str {
        match self {
            ErrorKind::Config => "config",
            ErrorKind::Input => "input",
            ErrorKind::Consent => "consent",
            ErrorKind::Storage => "storage",
            ErrorKind::Network => "network",
            ErrorKind::Remote => "remote",
            ErrorKind::State => "state",
            ErrorKind::Internal => "internal",
        }
    }
}

macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $name:ident = $number:literal, $text:literal, $kind:ident, $retry:literal;)+) => {
        /// Stable error codes: the text for people and logs, the number for C. Neither is ever reused.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        #[repr(u32)]
        pub enum Code { $($(#[doc = $doc])+ $name = $number,)+ }

        impl Code {
            /// Every code, in the order of the table.
            pub const ALL: &'static [Code] = &[$(Code::$name,)+];
            /// The code as text, `family.what`.
            pub fn as_str(self) -> &'static str { match self { $(Code::$name => $text,)+ } }
            /// The code as a number, for C.
            pub fn number(self) -> u32 { match self { $(Code::$name => $number,)+ } }
            /// The family of the code.
            pub fn kind(self) -> ErrorKind { match self { $(Code::$name => ErrorKind::$kind,)+ } }
            /// Whether the same call may succeed later without a change by the caller.
            pub fn is_retryable(self) -> bool { match self { $(Code::$name => $retry,)+ } }
            /// One sentence on when it happens.
            pub fn meaning(self) -> &'static str { match self { $(Code::$name => concat!($($doc),+),)+ } }
        }
    };
}

codes! {
    /// The configuration is not valid TOML or JSON.
    ConfigSyntax = 101, "config.syntax", Config, false;
    /// The configuration has a key that does not exist.
    ConfigUnknownKey = 102, "config.unknown_key", Config, false;
    /// A value of the configuration has the wrong type or is out of range.
    ConfigValue = 103, "config.value", Config, false;
    /// The configuration lacks a value that this call needs.
    ConfigMissing = 104, "config.missing", Config, false;
    /// A CSS selector of the configuration is malformed or not supported.
    ConfigSelector = 105, "config.selector", Config, false;
    /// A pattern of the host's own detectors is malformed or too large.
    ConfigPattern = 106, "config.pattern", Config, false;
    /// The configuration asks for something that this build does not hold.
    ConfigUnsupported = 107, "config.unsupported", Config, false;
    /// The configuration file can't be read.
    ConfigRead = 108, "config.read", Config, false;
    /// The input is not valid JSON.
    InputJson = 201, "input.json", Input, false;
    /// The input is not valid UTF-8.
    InputUtf8 = 202, "input.utf8", Input, false;
    /// The input is nested deeper than the limit.
    InputDepth = 203, "input.depth", Input, false;
    /// One event is larger than the limit.
    InputTooLarge = 204, "input.too_large", Input, false;
    /// A compressed input is truncated or corrupt, or expands beyond the limit.
    InputCompressed = 205, "input.compressed", Input, false;
    /// The input is JSON but holds no rrweb events.
    InputNotEvents = 206, "input.not_events", Input, false;
    /// A file or stream can't be read.
    InputRead = 207, "input.read", Input, false;
    /// A consent signal is malformed.
    ConsentMalformed = 301, "consent.malformed", Consent, false;
    /// A consent record was altered, cut or reordered.
    ConsentBroken = 302, "consent.broken", Consent, false;
    /// No notice exists in that language.
    NoticeLanguage = 351, "notice.language", Config, false;
    /// A notice message lacks a variable or does not exist.
    NoticeMessage = 352, "notice.message", Internal, false;
    /// A file of the spool can't be written or read.
    StorageIo = 401, "storage.io", Storage, true;
    /// The disk or the quota is full.
    StorageFull = 402, "storage.full", Storage, true;
    /// A file of the spool is corrupt; it was set aside.
    StorageCorrupt = 403, "storage.corrupt", Storage, false;
    /// The key that seals the spool is missing, malformed or does not fit.
    StorageKey = 404, "storage.key", Storage, false;
    /// An output file can't be written.
    OutputWrite = 405, "output.write", Storage, true;
    /// The collector can't be reached.
    NetworkUnreachable = 501, "network.unreachable", Network, true;
    /// The TLS session was refused: certificate, host name, version or pin.
    NetworkTls = 502, "network.tls", Network, true;
    /// The deadline passed.
    NetworkTimeout = 503, "network.timeout", Network, true;
    /// The collector refused the key.
    RemoteUnauthorized = 601, "remote.unauthorized", Remote, false;
    /// The collector refused the data.
    RemoteRefused = 602, "remote.refused", Remote, false;
    /// The collector is busy.
    RemoteBusy = 603, "remote.busy", Remote, true;
    /// The recorder is closed.
    StateClosed = 701, "state.closed", State, false;
    /// The session was withdrawn; nothing of it is recorded any more.
    StateWithdrawn = 702, "state.withdrawn", State, false;
    /// The saved state is corrupt, of another version, or sealed for another key or configuration.
    StateForeign = 703, "state.foreign", State, false;
    /// An argument of the call is not valid, for example an empty session id.
    StateArgument = 704, "state.argument", State, false;
    /// A session was called from inside the host's own callback, which it is waiting for.
    StateReentrant = 705, "state.reentrant", State, false;
    /// A fault of this library; please report it.
    Internal = 901, "internal.fault", Internal, false;
    /// A panic was caught at the language boundary; please report it.
    InternalPanic = 902, "internal.panic", Internal, false;
}

impl Error {
    /// Makes an error. The message must not hold visitor data.
    pub fn new(code: Code, message: impl Into<String>) -> Self {
        Error(Box::new(Inner { code, message: message.into(), offset: None, source: None }))
    }

    /// Adds where in the input it happened, in bytes from its start.
    #[must_use]
    pub fn at(mut self, offset: usize) -> Self {
        self.0.offset = u64::try_from(offset).ok();
        self
    }

    /// Adds the cause.
    #[must_use]
    pub fn with_source(mut self, source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        self.0.source = Some(source.into());
        self
    }

    /// The family of the error.
    pub fn kind(&self) -> ErrorKind {
        self.0.code.kind()
    }

    /// The stable code, `family.what`.
    pub fn code(&self) -> &'static str {
        self.0.code.as_str()
    }

    /// The stable code as a number, for C.
    pub fn number(&self) -> u32 {
        self.0.code.number()
    }

    /// The message without the code and the offset.
    pub fn message(&self) -> &str {
        &self.0.message
    }

    /// Where in the input it happened, in bytes, where that is known.
    pub fn offset(&self) -> Option<u64> {
        self.0.offset
    }

    /// Whether the same call may succeed later without a change by the caller.
    pub fn is_retryable(&self) -> bool {
        self.0.code.is_retryable()
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.code(), self.0.message)?;
        match self.0.offset {
            Some(offset) => write!(f, " (at byte {offset})"),
            None => Ok(()),
        }
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.0.source.as_deref().map(|s| s as &(dyn StdError + 'static))
    }
}

/// The table of all codes as JSON, from which `docs/errors.md` and the tests of the bindings are made.
pub fn table_json() -> serde_json::Value {
    Code::ALL
        .iter()
        .map(|code| {
            serde_json::json!({
                "code": code.as_str(), "number": code.number(), "kind": code.kind().as_str(),
                "retryable": code.is_retryable(), "meaning": code.meaning().trim(),
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn codes_and_numbers_are_unique() {
        let texts: HashSet<_> = Code::ALL.iter().map(|c| c.as_str()).collect();
        let numbers: HashSet<_> = Code::ALL.iter().map(|c| c.number()).collect();
        assert_eq!((texts.len(), numbers.len()), (Code::ALL.len(), Code::ALL.len()));
    }

    #[test]
    fn display_names_code_message_and_offset() {
        let error = Error::new(Code::InputJson, "expected a value").at(7);
        assert_eq!(error.to_string(), "input.json: expected a value (at byte 7)");
        assert!(!error.is_retryable());
    }
}
