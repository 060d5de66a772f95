//! Style sheets, scripts and the icon.
//!
//! In: the files beside this crate, built in, and the player's. Out: responses that may be cached
//! for ever, since each address carries the version of its content.

use std::sync::{Arc, LazyLock};

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use maud::{Markup, PreEscaped};

use crate::app::App;
use crate::player;
use crate::problem::{Code, Problem};

const STYLE: &str = include_str!("../../assets/app.css");
const SCRIPT: &str = include_str!("../../assets/app.js");
const REPLAY: &str = include_str!("../../assets/replay.js");
const ICON: &str = include_str!("../../assets/icon.svg");

const CSS: &str = "text/css; charset=utf-8";
const JS: &str = "text/javascript; charset=utf-8";
const SVG: &str = "image/svg+xml";

static VERSION: LazyLock<String> =
    LazyLock::new(|| player::version(&[STYLE.as_bytes(), SCRIPT.as_bytes(), REPLAY.as_bytes(), ICON.as_bytes()]));

/// The routes under `/static/`.
pub(crate) fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/static/app.css", get(|| async { file(CSS, STYLE) }))
        .route("/static/app.js", get(|| async { file(JS, SCRIPT) }))
        .route("/static/replay.js", get(|| async { file(JS, REPLAY) }))
        .route("/static/icon.svg", get(|| async { file(SVG, ICON) }))
        .route("/static/rrweb-player.js", get(player_script))
        .route("/static/rrweb-player.css", get(player_style))
}

pub(crate) fn style_path() -> String {
    format!("/static/app.css?v={}", *VERSION)
}

pub(crate) fn script_path() -> String {
    format!("/static/app.js?v={}", *VERSION)
}

pub(crate) fn replay_path() -> String {
    format!("/static/replay.js?v={}", *VERSION)
}

pub(crate) fn icon_path() -> String {
    format!("/static/icon.svg?v={}", *VERSION)
}

pub(crate) fn player_script_path(app: &App) -> String {
    format!("/static/rrweb-player.js?v={}", player_version(app))
}

pub(crate) fn player_style_path(app: &App) -> String {
    format!("/static/rrweb-player.css?v={}", player_version(app))
}

/// The icon as part of a page.
pub(crate) fn logo() -> Markup {
    PreEscaped(ICON.to_owned())
}

fn player_version(app: &App) -> &str {
    app.player.as_ref().map_or("", |player| &player.version)
}

async fn player_script(State(app): State<Arc<App>>) -> Result<Response, Problem> {
    let player = app.player.as_ref();
    let player = player.ok_or_else(|| Problem::new(Code::RouteUnknown))?;
    Ok(file(JS, player.script.clone()))
}

async fn player_style(State(app): State<Arc<App>>) -> Result<Response, Problem> {
    let player = app.player.as_ref();
    let player = player.ok_or_else(|| Problem::new(Code::RouteUnknown))?;
    Ok(file(CSS, player.style.clone()))
}

fn file(kind: &'static str, content: impl Into<Bytes>) -> Response {
    let headers = [(CONTENT_TYPE, kind), (CACHE_CONTROL, "public, max-age=31536000, immutable")];
    (headers, content.into()).into_response()
}
