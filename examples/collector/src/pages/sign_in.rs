//! Signing in and out, and the one-time set-up of the first account.
//!
//! In: addresses and passwords from forms. Out: a session cookie. Wrong address and wrong password
//! look the same and take the same time.

use std::sync::Arc;
use std::time::Instant;

use axum::Extension;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderValue, StatusCode, header::RETRY_AFTER};
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};
use serde::Deserialize;

use super::{Frame, form_token, message, page, with_status};
use crate::accounts::{self, Refusal};
use crate::app::App;
use crate::limit::{self, Peer};
use crate::problem::{Code, Problem};
use crate::secret;
use crate::session::{self, Form, SignedIn, Visit, local_path};
use crate::store::Account;

/// What the address of the sign-in page may say.
#[derive(Default, Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    to: String,
    /// Set after signing out.
    bye: Option<String>,
}

type AskedQuery = Result<Query<Asked>, axum::extract::rejection::QueryRejection>;

pub(super) async fn show(visit: Visit, asked: AskedQuery) -> Response {
    let Query(asked) = asked.unwrap_or_default();
    if visit.signed_in.is_some() {
        return Redirect::to(local_path(&asked.to)).into_response();
    }
    let note = asked.bye.is_some().then(|| message("good", visit.language.texts().signed_out));
    sign_in_page(&visit, &asked.to, "", note.as_ref())
}

pub(super) async fn submit(
    State(app): State<Arc<App>>,
    visit: Visit,
    peer: Option<Extension<Peer>>,
    form: Form,
) -> Result<Response, Problem> {
    let texts = visit.language.texts();
    let (to, typed) = (form.text("to"), form.text("email"));
    let refuse = |status, text: &str| {
        let note = message("error", text);
        with_status(status, sign_in_page(&visit, to, typed, Some(&note)))
    };
    // An address that cannot exist is counted and hashed like any other, so that it stands out by nothing.
    let email = accounts::email(typed).unwrap_or_default();
    let mark = secret::hash(&email);
    let network = peer.map(|Extension(Peer(address))| limit::network(address));
    let now = Instant::now();
    let share = app.sign_in_network.take(network, now).and_then(|()| app.sign_in_account.take(mark, now));
    if let Err(wait) = share {
        let mut response = refuse(StatusCode::TOO_MANY_REQUESTS, texts.too_many_attempts);
        let seconds = HeaderValue::from(wait.as_secs().saturating_add(1));
        response.headers_mut().insert(RETRY_AFTER, seconds);
        return Ok(response);
    }
    let password = form.text("password").to_owned();
    match accounts::check(&app.store, email, password).await? {
        Some(account) => {
            app.sign_in_account.forgive(&mark);
            welcome(&app, &account, local_path(to)).await
        }
        None => Ok(refuse(StatusCode::UNPROCESSABLE_ENTITY, texts.sign_in_failed)),
    }
}

pub(super) async fn sign_out(State(app): State<Arc<App>>, signed_in: SignedIn, _form: Form) -> Result<Response, Problem> {
    app.store.sign_out(signed_in.token).await?;
    let mut response = Redirect::to("/sign-in?bye=1").into_response();
    session::end(&mut response, &app);
    Ok(response)
}

pub(super) async fn show_setup(
    State(app): State<Arc<App>>,
    visit: Visit,
    token: Result<Path<String>, PathRejection>,
) -> Result<Response, Problem> {
    let Path(token) = token.map_err(|_| Problem::new(Code::RouteUnknown))?;
    if !app.is_setup(&token) {
        return Ok(setup_over(&visit));
    }
    Ok(setup_page(&visit, &token, "", None))
}

pub(super) async fn submit_setup(
    State(app): State<Arc<App>>,
    visit: Visit,
    token: Result<Path<String>, PathRejection>,
    form: Form,
) -> Result<Response, Problem> {
    let Path(token) = token.map_err(|_| Problem::new(Code::RouteUnknown))?;
    if !app.is_setup(&token) {
        return Ok(setup_over(&visit));
    }
    let password = form.text("password");
    let checked = accounts::email(form.text("email")).and_then(|email| {
        accounts::strong(password, &email)?;
        if password == form.text("repeat") { Ok(email) } else { Err(Refusal::Differ) }
    });
    let email = match checked {
        Ok(email) => email,
        Err(refusal) => {
            let response = setup_page(&visit, &token, form.text("email"), Some(refusal));
            return Ok(with_status(StatusCode::UNPROCESSABLE_ENTITY, response));
        }
    };
    let hash = accounts::hash(password.to_owned()).await?;
    let store = app.store.clone();
    let for_store = email.clone();
    let added =
        tokio::task::spawn_blocking(move || store.add_account(&for_store, &hash, true)).await.map_err(crate::failure::Failure::from)??;
    app.close_setup();
    match app.store.account(email).await? {
        Some(account) if added => welcome(&app, &account, "/").await,
        _ => Ok(setup_over(&visit)),
    }
}

/// Starts a sign-in under a fresh token, whatever cookie the browser sent.
async fn welcome(app: &App, account: &Account, to: &str) -> Result<Response, Problem> {
    let token = secret::token()?;
    app.store.sign_in(account.id, secret::hash(&token)).await?;
    let mut response = Redirect::to(to).into_response();
    session::begin(&mut response, app, &token);
    Ok(response)
}

fn sign_in_page(visit: &Visit, to: &str, email: &str, note: Option<&Markup>) -> Response {
    let texts = visit.language.texts();
    let content = html! {
        section.card.narrow {
            h1 { (texts.sign_in) }
            p.quiet { (texts.sign_in_intro) }
            @if let Some(note) = note { (note) }
            form method="post" action="/sign-in" {
                (form_token(visit))
                input type="hidden" name="to" value=(local_path(to));
                (email_field(texts.email, email))
                label for="password" { (texts.password) }
                input #password type="password" name="password" autocomplete="current-password" required;
                button.primary type="submit" { (texts.sign_in) }
            }
        }
    };
    page(visit, &Frame::new(texts.sign_in, ""), &content)
}

fn setup_page(visit: &Visit, token: &str, email: &str, refusal: Option<Refusal>) -> Response {
    let texts = visit.language.texts();
    let content = html! {
        section.card.narrow {
            h1 { (texts.setup) }
            p.quiet { (texts.setup_intro) }
            @if let Some(refusal) = refusal { (message("error", refusal.text(texts))) }
            form method="post" action=(format!("/setup/{token}")) {
                (form_token(visit))
                (email_field(texts.email, email))
                (new_password_fields(texts.password, texts))
                button.primary type="submit" { (texts.setup_button) }
            }
        }
    };
    page(visit, &Frame::new(texts.setup, ""), &content)
}

fn setup_over(visit: &Visit) -> Response {
    let texts = visit.language.texts();
    let content = html! {
        section.card.narrow {
            h1 { (texts.setup_over) }
            p { a.button href="/sign-in" { (texts.sign_in) } }
        }
    };
    let response = page(visit, &Frame::new(texts.setup, ""), &content);
    with_status(StatusCode::NOT_FOUND, response)
}

fn email_field(label: &str, value: &str) -> Markup {
    html! {
        label for="email" { (label) }
        input #email type="email" name="email" value=(value) autocomplete="username"
            maxlength="254" required autofocus;
    }
}

/// A new password and its repetition, with the rule beside it.
pub(super) fn new_password_fields(label: &str, texts: &crate::i18n::Texts) -> Markup {
    html! {
        label for="password" { (label) }
        input #password type="password" name="password" autocomplete="new-password"
            minlength="12" maxlength="128" aria-describedby="rule" required;
        p #rule.hint { (texts.password_rule) }
        label for="repeat" { (texts.repeat_password) }
        input #repeat type="password" name="repeat" autocomplete="new-password"
            minlength="12" maxlength="128" required;
    }
}
