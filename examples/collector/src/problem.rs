//! Errors as RFC 9457 problem details.
//!
//! In: a code of the table below. Out: an `application/problem+json` response with the code, its
//! status and a title; never a value that the client sent.

use std::time::Duration;

use axum::http::header::{CONTENT_TYPE, RETRY_AFTER, WWW_AUTHENTICATE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use serde::Serialize;

use crate::failure::Failure;

/// Where each code is explained.
const BASE: &str = "https://milkglass.dev/problems/";

/// The code of a problem. A code is never reused for something else.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Code {
    /// A request header that must be there is missing.
    HeaderMissing,
    /// A request header is there, but not in the form that the protocol asks for.
    HeaderInvalid,
    /// The body does not have the digest that the header promised.
    BatchDigest,
    /// The body is not a batch.
    BatchMalformed,
    /// The same batch id came before with another body.
    BatchConflict,
    /// The batch is larger than this collector takes, compressed or decompressed.
    BatchTooLarge,
    /// The body is not NDJSON.
    BatchMediaType,
    /// The body is compressed in a way that this collector does not read.
    BatchEncoding,
    /// The id in the address is not a session or visitor id.
    IdInvalid,
    /// There is no write key, or nobody knows it.
    KeyUnknown,
    /// The body did not arrive in time.
    RequestTimeout,
    /// Too many requests.
    RateLimited,
    /// There is nothing at this address.
    RouteUnknown,
    /// The address does not take this method.
    MethodNotAllowed,
    /// The page needs an account.
    SignInRequired,
    /// The form token or the origin of the request is wrong.
    FormRefused,
    /// The recording is too large to play.
    RecordingTooLarge,
    /// The collector is busy or its disk is full.
    ServiceBusy,
    /// The collector failed.
    ServiceFailed,
}

impl Code {
    /// The code as it is sent, its status and its title.
    #[must_use]
    pub fn describe(self) -> (&'static str, StatusCode, &'static str) {
        use StatusCode as S;
        match self {
            Self::HeaderMissing => ("header.missing", S::BAD_REQUEST, "A request header is missing"),
            Self::HeaderInvalid => ("header.invalid", S::BAD_REQUEST, "A request header is not valid"),
            Self::BatchDigest => ("batch.digest", S::BAD_REQUEST, "The body does not match its digest"),
            Self::BatchMalformed => ("batch.malformed", S::BAD_REQUEST, "The body is not a valid batch"),
            Self::BatchConflict => ("batch.conflict", S::UNPROCESSABLE_ENTITY, "This batch id was used for another body"),
            Self::BatchTooLarge => ("batch.too_large", S::PAYLOAD_TOO_LARGE, "The batch is too large"),
            Self::BatchMediaType => ("batch.media_type", S::UNSUPPORTED_MEDIA_TYPE, "The content type must be application/x-ndjson"),
            Self::BatchEncoding => ("batch.encoding", S::UNSUPPORTED_MEDIA_TYPE, "The content encoding must be zstd or identity"),
            Self::IdInvalid => ("id.invalid", S::BAD_REQUEST, "The id is not valid"),
            Self::KeyUnknown => ("key.unknown", S::UNAUTHORIZED, "The write key is not known"),
            Self::RequestTimeout => ("request.timeout", S::REQUEST_TIMEOUT, "The request took too long"),
            Self::RateLimited => ("rate.limited", S::TOO_MANY_REQUESTS, "Too many requests, wait a little"),
            Self::RouteUnknown => ("route.unknown", S::NOT_FOUND, "There is nothing here"),
            Self::MethodNotAllowed => ("method.not_allowed", S::METHOD_NOT_ALLOWED, "This address does not take this method"),
            Self::SignInRequired => ("sign_in.required", S::UNAUTHORIZED, "Sign in to see recordings"),
            Self::FormRefused => ("form.refused", S::FORBIDDEN, "The form has expired or came from another site"),
            Self::RecordingTooLarge => ("recording.too_large", S::UNPROCESSABLE_ENTITY, "The recording is too large to play"),
            Self::ServiceBusy => ("service.busy", S::SERVICE_UNAVAILABLE, "The collector is busy, try again"),
            Self::ServiceFailed => ("service.failed", S::INTERNAL_SERVER_ERROR, "The collector failed"),
        }
    }
}

/// A code with what the client may need to go on.
#[derive(Clone, Debug)]
pub struct Problem {
    /// What is wrong.
    pub code: Code,
    detail: Option<&'static str>,
    retry_after: Option<Duration>,
}

impl Problem {
    /// A problem with nothing but its code.
    #[must_use]
    pub fn new(code: Code) -> Self {
        Self { code, detail: None, retry_after: None }
    }

    /// Adds a sentence; it is a constant, so that no value of the request can get into it.
    #[must_use]
    pub fn because(mut self, detail: &'static str) -> Self {
        self.detail = Some(detail);
        self
    }

    /// Adds when to try again, in whole seconds, at least one.
    #[must_use]
    pub fn retry_after(mut self, wait: Duration) -> Self {
        self.retry_after = Some(wait);
        self
    }

    /// The status of the response.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        self.code.describe().1
    }

    /// How long to wait before the next try, if the problem says so.
    #[must_use]
    pub fn wait(&self) -> Option<Duration> {
        self.retry_after
    }
}

impl From<Failure> for Problem {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Busy => Self::new(Code::ServiceBusy).retry_after(Duration::from_secs(2)),
            Failure::Full => Self::new(Code::ServiceBusy).retry_after(Duration::from_secs(60)),
            Failure::Database(_) | Failure::System(_) => {
                crate::journal::note(&failure);
                Self::new(Code::ServiceFailed)
            }
        }
    }
}

#[derive(Serialize)]
struct Body {
    r#type: String,
    title: &'static str,
    status: u16,
    code: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    detail: Option<&'static str>,
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let (code, status, title) = self.code.describe();
        let body = Body { r#type: format!("{BASE}{code}"), title, status: status.as_u16(), code, detail: self.detail };
        // The body is five plain fields; serialising them cannot fail.
        let text = serde_json::to_string(&body).unwrap_or_default();
        let mut response = (status, text).into_response();
        let headers = response.headers_mut();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        if let Some(wait) = self.retry_after {
            let seconds = wait.as_secs().saturating_add(u64::from(wait.subsec_nanos() > 0));
            headers.insert(RETRY_AFTER, HeaderValue::from(seconds.max(1)));
        }
        if self.code == Code::KeyUnknown {
            headers.insert(WWW_AUTHENTICATE, HeaderValue::from_static("Bearer realm=\"milkglass\""));
        }
        // The fallback pages look at the code, see `pages::errors`.
        response.extensions_mut().insert(self);
        response
    }
}
