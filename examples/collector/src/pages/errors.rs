//! Error pages.
//!
//! In: a problem that some handler returned. Out: the same status as a page in the reader's language.

use axum::http::HeaderValue;
use axum::http::header::RETRY_AFTER;
use axum::response::Response;
use maud::html;

use super::{Frame, page as whole_page, with_status};
use crate::problem::{Code, Problem};
use crate::session::Visit;

/// The page for a problem.
pub(crate) fn page(visit: &Visit, problem: &Problem) -> Response {
    let texts = visit.language.texts();
    let (title, text) = match problem.code {
        Code::FormRefused => (texts.refused, texts.refused_text),
        Code::RateLimited => (texts.busy, texts.too_many_attempts),
        Code::ServiceBusy => (texts.busy, texts.busy_text),
        Code::ServiceFailed => (texts.failed, texts.failed_text),
        Code::RecordingTooLarge => (texts.failed, texts.too_large),
        _ => (texts.not_found, texts.not_found_text),
    };
    let content = html! {
        section.card.narrow.center {
            p.status aria-hidden="true" { (problem.status().as_u16()) }
            h1 { (title) }
            p { (text) }
            p { a.button href="/" { (texts.to_start) } }
        }
    };
    let mut response = with_status(problem.status(), whole_page(visit, &Frame::new(title, ""), &content));
    if let Some(wait) = problem.wait() {
        response.headers_mut().insert(RETRY_AFTER, HeaderValue::from(wait.as_secs().saturating_add(1)));
    }
    response
}
