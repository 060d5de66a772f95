//! The web pages.
//!
//! In: a [`Visit`]. Out: HTML. The routes fall in two halves: `open` answers everybody, and all of
//! `private` stands behind [`session::require`], so that a page added there cannot forget to ask.

mod account;
pub(crate) mod assets;
pub(crate) mod errors;
mod list;
mod replay;
mod sign_in;

use std::sync::Arc;

use axum::Router;
use axum::extract::{Path, Query, State};
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderValue, StatusCode};
use axum::middleware;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use maud::{DOCTYPE, Markup, html};
use serde::Deserialize;

use crate::app::App;
use crate::i18n::Language;
use crate::problem::{Code, Problem};
use crate::session::{self, Visit, escape, local_path};

/// All routes of the pages.
pub(crate) fn routes() -> Router<Arc<App>> {
    let open = Router::new()
        .route("/sign-in", get(sign_in::show).post(sign_in::submit))
        .route("/setup/{token}", get(sign_in::show_setup).post(sign_in::submit_setup))
        .route("/language/{tag}", get(choose_language));
    let private = Router::new()
        .route("/", get(|| async { Redirect::to("/recordings") }))
        .route("/recordings", get(list::show))
        .route("/recordings/{id}", get(replay::show))
        .route("/recordings/{id}/events", get(replay::events))
        .route("/recordings/{id}/delete", get(list::ask_delete).post(list::delete))
        .route("/account", get(account::show).post(account::change_password))
        .route("/sign-out", post(sign_in::sign_out))
        .route_layer(middleware::from_fn(session::require));
    open.merge(private)
}

/// What goes around the content of a page.
pub(crate) struct Frame<'a> {
    pub(crate) title: &'a str,
    /// Elements for the head beyond the common ones.
    pub(crate) head: Markup,
    /// The path of the page's entry in the navigation.
    pub(crate) current: &'a str,
}

impl<'a> Frame<'a> {
    pub(crate) fn new(title: &'a str, current: &'a str) -> Self {
        Self { title, head: html! {}, current }
    }
}

/// A whole page.
pub(crate) fn page(visit: &Visit, frame: &Frame<'_>, content: &Markup) -> Response {
    let texts = visit.language.texts();
    let markup = html! {
        (DOCTYPE)
        html lang=(visit.language.tag()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="robots" content="noindex";
                title { (frame.title) " · Milkglass" }
                link rel="icon" href=(assets::icon_path()) type="image/svg+xml";
                link rel="stylesheet" href=(assets::style_path());
                script src=(assets::script_path()) defer {}
                (frame.head)
            }
            body {
                a.skip href="#content" { (texts.skip_to_content) }
                header.top {
                    div.bar {
                        a.brand href="/" { (assets::logo()) span { "Milkglass" } }
                        @if visit.signed_in.is_some() {
                            (navigation(visit, frame.current))
                        }
                        (language_switch(visit))
                    }
                }
                main #content tabindex="-1" { (content) }
                footer.bottom { p { (texts.footer) } }
            }
        }
    };
    let mut response = markup.into_string().into_response();
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
    response
}

/// The same with another status.
pub(crate) fn with_status(status: StatusCode, mut response: Response) -> Response {
    *response.status_mut() = status;
    response
}

/// The hidden field that proves where a form comes from.
pub(crate) fn form_token(visit: &Visit) -> Markup {
    html! { input type="hidden" name="csrf" value=(visit.form_token()); }
}

/// A sentence that tells what happened; read out by screen readers as soon as it is there.
pub(crate) fn message(kind: &str, text: &str) -> Markup {
    let role = if kind == "error" { "alert" } else { "status" };
    html! { p class=(format!("message {kind}")) role=(role) { (text) } }
}

fn navigation(visit: &Visit, current: &str) -> Markup {
    let texts = visit.language.texts();
    let entries = [("/recordings", texts.recordings), ("/account", texts.account)];
    html! {
        nav.main aria-label=(texts.main_navigation) {
            @for (path, name) in entries {
                a href=(path) aria-current=[(path == current).then_some("page")] { (name) }
            }
            form method="post" action="/sign-out" {
                (form_token(visit))
                button.link type="submit" { (texts.sign_out) }
            }
        }
    }
}

fn language_switch(visit: &Visit) -> Markup {
    let texts = visit.language.texts();
    html! {
        nav.languages aria-label=(texts.language) {
            @for language in Language::ALL {
                @let own = language == visit.language;
                a href=(format!("/language/{}?to={}", language.tag(), escape(&visit.path)))
                    lang=(language.tag()) hreflang=(language.tag()) rel="nofollow"
                    title=(language.texts().name)
                    aria-label=(language.texts().name)
                    aria-current=[own.then_some("true")] { (language.tag().to_uppercase()) }
            }
        }
    }
}

#[derive(Deserialize)]
struct Back {
    #[serde(default)]
    to: String,
}

/// Sets the language cookie and goes back. A link is enough: nothing of value changes.
async fn choose_language(
    State(app): State<Arc<App>>,
    tag: Result<Path<String>, axum::extract::rejection::PathRejection>,
    back: Result<Query<Back>, axum::extract::rejection::QueryRejection>,
) -> Result<Response, Problem> {
    let unknown = || Problem::new(Code::RouteUnknown);
    let Path(tag) = tag.map_err(|_| unknown())?;
    let Query(back) = back.map_err(|_| unknown())?;
    let language = Language::from_tag(&tag).ok_or_else(unknown)?;
    let mut response = Redirect::to(local_path(&back.to)).into_response();
    session::remember_language(&mut response, &app, language);
    Ok(response)
}
