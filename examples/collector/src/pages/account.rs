//! The account page.
//!
//! In: the old and a new password. Out: every other sign-in of the account ends, this one goes on
//! under a fresh token.

use std::sync::Arc;
use std::time::Instant;

use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};
use serde::Deserialize;

use super::sign_in::new_password_fields;
use super::{Frame, form_token, message, page, with_status};
use crate::accounts::{self, Refusal};
use crate::app::App;
use crate::problem::{Code, Problem};
use crate::secret;
use crate::session::{self, Form, SignedIn, Visit};

/// What the address of the page may say.
#[derive(Default, Deserialize)]
pub(super) struct Asked {
    /// Set after the password was changed.
    changed: Option<String>,
}

pub(super) async fn show(
    visit: Visit,
    signed_in: SignedIn,
    asked: Result<Query<Asked>, axum::extract::rejection::QueryRejection>,
) -> Response {
    let Query(asked) = asked.unwrap_or_default();
    let note = asked.changed.is_some().then(|| message("good", visit.language.texts().password_changed));
    account_page(&visit, &signed_in, note.as_ref())
}

pub(super) async fn change_password(
    State(app): State<Arc<App>>,
    visit: Visit,
    signed_in: SignedIn,
    form: Form,
) -> Result<Response, Problem> {
    let texts = visit.language.texts();
    let refuse = |text: &str| {
        let note = message("error", text);
        let response = account_page(&visit, &signed_in, Some(&note));
        Ok(with_status(StatusCode::UNPROCESSABLE_ENTITY, response))
    };
    // An unlocked device must not become a place to try passwords.
    let mark = secret::hash(&signed_in.account.email);
    let share = app.sign_in_account.take(mark, Instant::now());
    share.map_err(|wait| Problem::new(Code::RateLimited).retry_after(wait))?;
    let current = form.text("current").to_owned();
    if !accounts::verify(Some(signed_in.account.password.clone()), current).await? {
        return refuse(texts.password_wrong);
    }
    app.sign_in_account.forgive(&mark);
    let password = form.text("password");
    if let Err(refusal) = accounts::strong(password, &signed_in.account.email) {
        return refuse(refusal.text(texts));
    }
    if password != form.text("repeat") {
        return refuse(Refusal::Differ.text(texts));
    }
    let hash = accounts::hash(password.to_owned()).await?;
    let token = secret::token()?;
    app.store.change_password(signed_in.account.id, hash, secret::hash(&token)).await?;
    let mut response = Redirect::to("/account?changed=1").into_response();
    session::begin(&mut response, &app, &token);
    Ok(response)
}

fn account_page(visit: &Visit, signed_in: &SignedIn, note: Option<&Markup>) -> Response {
    let texts = visit.language.texts();
    let email = &signed_in.account.email;
    let content = html! {
        div.heading { h1 { (texts.account) } }
        p.quiet { ((texts.account_intro)(email)) }
        @if let Some(note) = note { (note) }
        div.columns {
            section.card {
                h2 { (texts.change_password) }
                form method="post" action="/account" {
                    (form_token(visit))
                    // Password managers want to know whose password it is.
                    input.hidden type="text" name="email" value=(email) autocomplete="username"
                        readonly tabindex="-1" aria-hidden="true";
                    label for="current" { (texts.current_password) }
                    input #current type="password" name="current" autocomplete="current-password" required;
                    (new_password_fields(texts.new_password, texts))
                    button.primary type="submit" { (texts.change_password) }
                }
            }
            section.card {
                h2 { (texts.sign_out) }
                p.quiet { (texts.sign_out_intro) }
                form method="post" action="/sign-out" {
                    (form_token(visit))
                    button type="submit" { (texts.sign_out) }
                }
            }
        }
    };
    page(visit, &Frame::new(texts.account, "/account"), &content)
}
