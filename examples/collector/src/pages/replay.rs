//! The page that plays a recording, and its events.
//!
//! In: the number of a recording. Out: a page with rrweb-player, whose policy lets a replay show
//! its styles and inline images but run nothing, and the events as JSON.

use std::sync::Arc;

use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::http::HeaderValue;
use axum::http::header::{CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::list::{address, find, fingerprint, moment};
use super::{Frame, assets, page};
use crate::app::App;
use crate::i18n;
use crate::problem::{Code, Problem};
use crate::session::Visit;
use crate::store::Recording;

/// Largest recording that is handed to a browser, unpacked. It is put together in memory.
const PLAYABLE_BYTES: i64 = 256 << 20;

pub(super) async fn show(State(app): State<Arc<App>>, visit: Visit, id: Result<Path<i64>, PathRejection>) -> Result<Response, Problem> {
    let recording = find(&app, id).await?;
    let pages = app.store.pages(recording.id).await?;
    let language = visit.language;
    let texts = language.texts();
    let mut frame = Frame::new(texts.recording, "/recordings");
    if app.player.is_some() {
        frame.head = html! {
            link rel="stylesheet" href=(assets::player_style_path(&app));
            script src=(assets::player_script_path(&app)) defer {}
            script src=(assets::replay_path()) defer {}
        };
    }
    let content = html! {
        p.back { a href="/recordings" { "← " (texts.back_to_list) } }
        div.heading {
            h1 { (recording.site) " · " (moment(language, recording.started)) }
        }
        (stage(&app, &visit, &recording))
        (details(&visit, &recording, &pages))
    };
    let mut response = page(&visit, &frame, &content);
    if let Ok(policy) = HeaderValue::from_str(&policy(&app.settings.replay_origins)) {
        response.headers_mut().insert(CONTENT_SECURITY_POLICY, policy);
    }
    Ok(response)
}

pub(super) async fn events(State(app): State<Arc<App>>, id: Result<Path<i64>, PathRejection>) -> Result<Response, Problem> {
    let recording = find(&app, id).await?;
    if recording.raw_bytes > PLAYABLE_BYTES {
        return Err(Problem::new(Code::RecordingTooLarge));
    }
    let events = app.store.events(recording.id).await?;
    Ok(([(CONTENT_TYPE, "application/json")], events).into_response())
}

/// What a replay may do. The player's iframe inherits this policy; its sandbox forbids scripts a second
/// time. Recorded styles are inline by nature. Images and fonts come from the recording itself, or from the
/// origins that the operator named: everything else would tell other servers who watches what.
fn policy(origins: &[String]) -> String {
    let more: String = origins.iter().map(|origin| format!(" {origin}")).collect();
    format!(
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'{more}; \
         img-src 'self' data: blob:{more}; font-src data:{more}; media-src data: blob:{more}; \
         connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
    )
}

fn stage(app: &App, visit: &Visit, recording: &Recording) -> Markup {
    let texts = visit.language.texts();
    if app.player.is_none() {
        return html! { section.card.empty { p { (texts.player_missing) } } };
    }
    if recording.raw_bytes > PLAYABLE_BYTES {
        return html! { section.card.empty { p { (texts.too_large) } } };
    }
    html! {
        section.stage aria-label=(texts.player_label)
            data-events=(format!("/recordings/{}/events", recording.id))
            data-empty=(texts.player_empty) data-failed=(texts.player_failed) {
            // rrweb-player speaks English only.
            div.player lang="en" {}
            p.wait role="status" { (texts.player_loading) }
            noscript { p.message.error { (texts.player_needs_script) } }
            div.controls role="group" aria-label=(texts.controls) hidden {
                button type="button" data-act="back" { "−5 s" span.hidden { " (" (texts.back_5) ")" } }
                button.primary type="button" data-act="toggle" { (texts.play_pause) }
                button type="button" data-act="forward" { "+5 s" span.hidden { " (" (texts.forward_5) ")" } }
                button type="button" data-act="restart" { (texts.restart) }
                span.hint { (texts.keyboard_hint) }
            }
        }
    }
}

fn details(visit: &Visit, recording: &Recording, pages: &[String]) -> Markup {
    let language = visit.language;
    let texts = language.texts();
    html! {
        div.columns {
            section.card {
                h2 { (texts.details) }
                dl {
                    dt { (texts.column_duration) }
                    dd { (i18n::duration(recording.ended.saturating_sub(recording.started))) }
                    dt { (texts.column_events) }
                    dd { (language.number(recording.events)) }
                    dt { (texts.column_size) }
                    dd { (language.size(recording.stored_bytes)) }
                    dt { (texts.raw_size) }
                    dd { (language.size(recording.raw_bytes)) }
                    dt { (texts.session) }
                    dd { code { (recording.session) } }
                    dt { (texts.column_fingerprint) }
                    dd { (fingerprint(texts, &recording.fingerprint)) }
                }
                p.end { a.button.danger href=(format!("/recordings/{}/delete", recording.id)) { (texts.delete) } }
            }
            @if !pages.is_empty() {
                section.card {
                    h2 { (texts.pages_visited) " (" (language.number(recording.pages)) ")" }
                    ol.pages { @for href in pages { li { (address(href)) } } }
                }
            }
        }
    }
}
