//! Who asks for a page.
//!
//! In: cookies and headers of a request. Out: a [`Visit`] (language, who is signed in, the token for
//! forms), and the three gates: [`require`] for private pages, [`Form`] for everything that changes
//! something, and the error page in the reader's language.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use axum::extract::{FromRequest, FromRequestParts, Request, State};
use axum::http::header::{ACCEPT, ACCEPT_LANGUAGE, COOKIE, HOST, ORIGIN, SET_COOKIE};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};

use crate::app::App;
use crate::i18n::Language;
use crate::problem::{Code, Problem};
use crate::secret::{self, Hash};
use crate::store::Account;
use crate::{clock, pages};

/// A sign-in ends after this time without a request.
const IDLE: Duration = Duration::from_secs(2 * 60 * 60);

/// A sign-in ends after this time in any case.
const LONGEST: Duration = Duration::from_secs(12 * 60 * 60);

/// A request is noted in the database at most this often.
const NOTE_EVERY: Duration = Duration::from_secs(60);

/// The names of our cookies, without prefix.
const SESSION: &str = "milkglass";
const FORM: &str = "milkglass-form";
const LANGUAGE: &str = "milkglass-language";

/// One request for a page.
#[derive(Clone)]
pub(crate) struct Visit {
    pub(crate) language: Language,
    /// Path and query, for the language switch and the way back after signing in.
    pub(crate) path: String,
    pub(crate) signed_in: Option<SignedIn>,
    /// The cookie that forms of people who are not signed in are bound to.
    form_cookie: String,
    form_token: String,
}

/// Somebody who signed in.
#[derive(Clone)]
pub(crate) struct SignedIn {
    pub(crate) account: Account,
    pub(crate) token: Hash,
}

impl Visit {
    /// What a form must send back as `csrf`.
    pub(crate) fn form_token(&self) -> &str {
        &self.form_token
    }

    async fn read(app: &App, parts: &Parts) -> Result<(Self, bool), Problem> {
        let tls = app.settings.tls;
        let headers = &parts.headers;
        let raw = cookie(headers, &cookie_name(tls, SESSION));
        let signed_in = match &raw {
            Some(raw) => find(app, secret::hash(raw)).await?,
            None => None,
        };
        let known = cookie(headers, &cookie_name(tls, FORM)).filter(|value| value.len() == 43);
        let fresh = known.is_none();
        let form_cookie = match known {
            Some(known) => known,
            None => secret::token()?,
        };
        let bound = match (&signed_in, &raw) {
            (Some(_), Some(raw)) => raw,
            _ => &form_cookie,
        };
        let visit = Self {
            language: language(headers, tls),
            path: parts.uri.path_and_query().map_or("/", |path| path.as_str()).to_owned(),
            form_token: app.store.key().form_token(bound),
            signed_in,
            form_cookie,
        };
        Ok((visit, fresh))
    }
}

/// Reads the visit, runs the page, and turns a problem into a page where a person asked.
pub(crate) async fn visit(State(app): State<Arc<App>>, request: Request, next: Next) -> Response {
    let path = request.uri().path();
    if path.starts_with("/v1/") || path.starts_with("/static/") {
        return next.run(request).await;
    }
    let wants_page = accepts_html(request.headers());
    let (mut parts, body) = request.into_parts();
    let (visit, fresh) = match Visit::read(&app, &parts).await {
        Ok(read) => read,
        Err(problem) => return problem.into_response(),
    };
    parts.extensions.insert(visit.clone());
    let mut response = next.run(Request::from_parts(parts, body)).await;
    if wants_page && let Some(problem) = response.extensions_mut().remove::<Problem>() {
        let allow = response.headers_mut().remove(axum::http::header::ALLOW);
        response = pages::errors::page(&visit, &problem);
        if let Some(allow) = allow {
            response.headers_mut().insert(axum::http::header::ALLOW, allow);
        }
    }
    if fresh && visit.signed_in.is_none() && wants_page {
        set_cookie(&mut response, &app, FORM, &visit.form_cookie, None);
    }
    response
}

/// Lets only signed-in people through. A person is sent to the sign-in page, a program gets 401.
pub(crate) async fn require(request: Request, next: Next) -> Response {
    let visit = request.extensions().get::<Visit>();
    match visit {
        Some(visit) if visit.signed_in.is_some() => next.run(request).await,
        Some(visit) if accepts_html(request.headers()) => {
            let back = if request.method() == axum::http::Method::GET { visit.path.as_str() } else { "/" };
            Redirect::to(&format!("/sign-in?to={}", escape(back))).into_response()
        }
        _ => Problem::new(Code::SignInRequired).into_response(),
    }
}

impl<S: Sync> FromRequestParts<S> for Visit {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        parts.extensions.get::<Self>().cloned().ok_or_else(|| Problem::new(Code::ServiceFailed))
    }
}

impl<S: Sync> FromRequestParts<S> for SignedIn {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        parts.extensions.get::<Visit>().and_then(|visit| visit.signed_in.clone()).ok_or_else(|| Problem::new(Code::SignInRequired))
    }
}

/// The fields of a form that was sent by one of our own pages in this browser.
pub(crate) struct Form(HashMap<String, String>);

impl Form {
    /// A field; empty if it was not sent.
    pub(crate) fn text(&self, name: &str) -> &str {
        self.0.get(name).map_or("", String::as_str)
    }
}

impl FromRequest<Arc<App>> for Form {
    type Rejection = Problem;

    async fn from_request(request: Request, app: &Arc<App>) -> Result<Self, Problem> {
        let refused = || Problem::new(Code::FormRefused);
        if !same_origin(request.headers()) {
            return Err(refused());
        }
        let visit = request.extensions().get::<Visit>().cloned();
        let visit = visit.ok_or_else(|| Problem::new(Code::ServiceFailed))?;
        let bound = match &visit.signed_in {
            Some(_) => cookie(request.headers(), &cookie_name(app.settings.tls, SESSION)),
            None => Some(visit.form_cookie),
        };
        let axum::Form(fields) = axum::Form::<HashMap<String, String>>::from_request(request, app).await.map_err(|_| refused())?;
        let given = fields.get("csrf").map_or("", String::as_str);
        match bound {
            Some(cookie) if app.store.key().accepts_form_token(&cookie, given) => Ok(Self(fields)),
            _ => Err(refused()),
        }
    }
}

/// Gives the browser a new session cookie.
pub(crate) fn begin(response: &mut Response, app: &App, token: &str) {
    set_cookie(response, app, SESSION, token, None);
}

/// Takes the session cookie away.
pub(crate) fn end(response: &mut Response, app: &App) {
    set_cookie(response, app, SESSION, "", Some(0));
}

/// Remembers the language for a year.
pub(crate) fn remember_language(response: &mut Response, app: &App, language: Language) {
    set_cookie(response, app, LANGUAGE, language.tag(), Some(31_536_000));
}

/// A path of our own to go to, or `/` for anything that could lead elsewhere.
pub(crate) fn local_path(path: &str) -> &str {
    let own = path.starts_with('/') && !path.starts_with("//") && path.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\');
    if own { path } else { "/" }
}

/// A path as the value of a query parameter.
pub(crate) fn escape(text: &str) -> String {
    percent_encoding::utf8_percent_encode(text, percent_encoding::NON_ALPHANUMERIC).to_string()
}

async fn find(app: &App, token: Hash) -> Result<Option<SignedIn>, Problem> {
    let Some(row) = app.store.signed_in(token).await? else {
        return Ok(None);
    };
    let now = clock::now();
    let over = |since: i64, limit: Duration| now.saturating_sub(since) > clock::millis(limit);
    if over(row.seen, IDLE) || over(row.created, LONGEST) {
        app.store.sign_out(token).await?;
        return Ok(None);
    }
    if over(row.seen, NOTE_EVERY) {
        app.store.touch_sign_in(token, now).await?;
    }
    Ok(Some(SignedIn { account: row.account, token }))
}

/// Ends every sign-in that is over; for the hourly round.
///
/// # Errors
/// When the database fails.
pub(crate) async fn sweep(app: &App) -> crate::failure::Result<()> {
    let now = clock::now();
    app.store.drop_old_sign_ins(now.saturating_sub(clock::millis(LONGEST)), now.saturating_sub(clock::millis(IDLE))).await
}

/// `__Host-` makes the browser refuse the cookie unless it is Secure, host-only and for `/`. Plain http,
/// which exists on loopback alone, cannot have it.
fn cookie_name(tls: bool, name: &str) -> String {
    if tls { format!("__Host-{name}") } else { name.to_owned() }
}

fn set_cookie(response: &mut Response, app: &App, name: &str, value: &str, max_age: Option<u32>) {
    let tls = app.settings.tls;
    let mut text = format!("{}={value}; Path=/; HttpOnly; SameSite=Strict", cookie_name(tls, name));
    if tls {
        text.push_str("; Secure");
    }
    if let Some(seconds) = max_age {
        text.push_str(&format!("; Max-Age={seconds}"));
    }
    if let Ok(value) = HeaderValue::from_str(&text) {
        response.headers_mut().append(SET_COOKIE, value);
    }
}

fn cookie(headers: &HeaderMap, name: &str) -> Option<String> {
    headers
        .get_all(COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(key, _)| *key == name)
        .map(|(_, value)| value.to_owned())
}

fn language(headers: &HeaderMap, tls: bool) -> Language {
    let chosen = cookie(headers, &cookie_name(tls, LANGUAGE));
    let chosen = chosen.and_then(|tag| Language::from_tag(&tag));
    chosen.unwrap_or_else(|| {
        let header = headers.get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
        Language::negotiate(header.unwrap_or_default())
    })
}

fn accepts_html(headers: &HeaderMap) -> bool {
    headers.get(ACCEPT).and_then(|value| value.to_str().ok()).is_some_and(|value| value.contains("text/html"))
}

/// Whether the browser says that the form is on one of our own pages. A browser that says neither is
/// still held by the form token and by SameSite.
fn same_origin(headers: &HeaderMap) -> bool {
    let text = |value: &HeaderValue| value.to_str().ok().map(str::to_owned);
    let site = headers.get("sec-fetch-site").and_then(text);
    if site.is_some_and(|site| site != "same-origin" && site != "none") {
        return false;
    }
    let Some(origin) = headers.get(ORIGIN) else {
        return true;
    };
    let host = headers.get(HOST).and_then(text);
    match (text(origin), host) {
        (Some(origin), Some(host)) => origin.split_once("://").is_some_and(|(_, authority)| authority.eq_ignore_ascii_case(&host)),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_own_paths_are_followed() {
        assert_eq!(local_path("/recordings/1?page=2"), "/recordings/1?page=2");
        for bad in ["", "https://shop.example/", "//shop.example", "/\\shop.example", "/a\r\nb"] {
            assert_eq!(local_path(bad), "/", "{bad:?}");
        }
    }

    #[test]
    fn cookies_are_found_by_their_whole_name() {
        let mut headers = HeaderMap::new();
        headers.insert(COOKIE, HeaderValue::from_static("xmilkglass=1; milkglass-form=2; milkglass=3"));
        assert_eq!(cookie(&headers, "milkglass").as_deref(), Some("3"));
        assert_eq!(cookie(&headers, "glass"), None);
    }
}
