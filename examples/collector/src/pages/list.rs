//! The recordings list and the deletion of a recording.
//!
//! In: a page number, or the number of a recording. Out: a table of figures; on a phone each row is a card.

use std::sync::Arc;

use axum::extract::rejection::{PathRejection, QueryRejection};
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};
use serde::Deserialize;

use super::{Frame, form_token, message, page};
use crate::app::App;
use crate::i18n::{self, Language, Texts};
use crate::problem::{Code, Problem};
use crate::session::{Form, Visit};
use crate::store::{PAGE_SIZE, Recording};

/// What the address of the list may say.
#[derive(Default, Deserialize)]
pub(super) struct Asked {
    page: Option<i64>,
    /// Set after a deletion.
    deleted: Option<String>,
}

pub(super) async fn show(
    State(app): State<Arc<App>>,
    visit: Visit,
    asked: Result<Query<Asked>, QueryRejection>,
) -> Result<Response, Problem> {
    let unknown = || Problem::new(Code::RouteUnknown);
    let Query(asked) = asked.map_err(|_| unknown())?;
    let number = asked.page.unwrap_or(1);
    let found = app.store.recordings(number.max(1)).await?;
    let last = (found.total.saturating_add(PAGE_SIZE - 1) / PAGE_SIZE).max(1);
    if !(1..=last).contains(&number) {
        return Err(unknown());
    }
    let language = visit.language;
    let texts = language.texts();
    let content = html! {
        div.heading {
            h1 { (texts.recordings) }
            @if found.total > 0 { span.count { (language.number(found.total)) } }
        }
        @if asked.deleted.is_some() { (message("good", texts.deleted)) }
        @if found.recordings.is_empty() {
            section.card.empty {
                h2 { (texts.no_recordings) }
                p.quiet { (texts.no_recordings_hint) }
            }
        } @else {
            (table(language, &found.recordings))
            @if last > 1 { (pager(language, number, last)) }
        }
    };
    Ok(page(&visit, &Frame::new(texts.recordings, "/recordings"), &content))
}

pub(super) async fn ask_delete(
    State(app): State<Arc<App>>,
    visit: Visit,
    id: Result<Path<i64>, PathRejection>,
) -> Result<Response, Problem> {
    let recording = find(&app, id).await?;
    let texts = visit.language.texts();
    let content = html! {
        section.card.narrow {
            h1 { (texts.delete_question) }
            p { strong { (recording.site) } " · " (moment(visit.language, recording.started)) }
            p { (texts.delete_explained) }
            form.actions method="post" action=(format!("/recordings/{}/delete", recording.id)) {
                (form_token(&visit))
                button.danger type="submit" { (texts.delete_for_good) }
                a.button href=(format!("/recordings/{}", recording.id)) { (texts.cancel) }
            }
        }
    };
    Ok(page(&visit, &Frame::new(texts.delete_question, "/recordings"), &content))
}

pub(super) async fn delete(State(app): State<Arc<App>>, id: Result<Path<i64>, PathRejection>, _form: Form) -> Result<Response, Problem> {
    let recording = find(&app, id).await?;
    app.store.erase_recording(recording.id).await?;
    Ok(Redirect::to("/recordings?deleted=1").into_response())
}

/// The recording with the number in the address.
pub(super) async fn find(app: &App, id: Result<Path<i64>, PathRejection>) -> Result<Recording, Problem> {
    let unknown = || Problem::new(Code::RouteUnknown);
    let Path(id) = id.map_err(|_| unknown())?;
    app.store.recording(id).await?.ok_or_else(unknown)
}

/// A moment that the script may turn into the reader's time zone.
pub(super) fn moment(language: Language, millis: i64) -> Markup {
    html! {
        time datetime=(i18n::machine_moment(millis)) title="UTC" { (language.moment(millis)) }
    }
}

/// The first characters of a fingerprint, with all of it on demand.
pub(super) fn fingerprint(texts: &Texts, text: &str) -> Markup {
    let short = text.get(..12).unwrap_or(text);
    html! { code title=(format!("{text} · {}", texts.fingerprint_hint)) { (short) } }
}

fn table(language: Language, recordings: &[Recording]) -> Markup {
    let texts = language.texts();
    html! {
        div.card.flush {
            table.recordings {
                caption.hidden { (texts.list_caption) }
                thead { tr {
                    th scope="col" { (texts.column_start) }
                    th scope="col" { (texts.column_site) }
                    th scope="col" { (texts.column_entry) }
                    th.figure scope="col" { (texts.column_duration) }
                    th.figure scope="col" { (texts.column_pages) }
                    th.figure scope="col" { (texts.column_events) }
                    th.figure scope="col" { (texts.column_size) }
                    th scope="col" { (texts.column_fingerprint) }
                    th scope="col" { span.hidden { (texts.column_actions) } }
                } }
                tbody { @for recording in recordings { (row(language, recording)) } }
            }
        }
    }
}

fn row(language: Language, recording: &Recording) -> Markup {
    let texts = language.texts();
    let path = format!("/recordings/{}", recording.id);
    let label = format!("{}: {}, {}", texts.play, recording.site, language.moment(recording.started));
    html! {
        tr {
            th.start scope="row" {
                a href=(path) aria-label=(label) { (play_sign()) (moment(language, recording.started)) }
            }
            td data-label=(texts.column_site) { (recording.site) }
            td.entry data-label=(texts.column_entry) title=[recording.entry.as_deref()] {
                (recording.entry.as_deref().map_or("–", path_of))
            }
            td.figure data-label=(texts.column_duration) {
                (i18n::duration(recording.ended.saturating_sub(recording.started)))
            }
            td.figure data-label=(texts.column_pages) { (language.number(recording.pages)) }
            td.figure data-label=(texts.column_events) { (language.number(recording.events)) }
            td.figure data-label=(texts.column_size) { (language.size(recording.stored_bytes)) }
            td data-label=(texts.column_fingerprint) { (fingerprint(texts, &recording.fingerprint)) }
            td.act {
                a.quiet href=(format!("{path}/delete")) { (texts.delete) }
            }
        }
    }
}

fn play_sign() -> Markup {
    html! {
        svg.play viewBox="0 0 16 16" aria-hidden="true" { path d="M4 2.5v11l9-5.5z" {} }
    }
}

/// An address without its scheme, which says little in a narrow column.
pub(super) fn address(href: &str) -> &str {
    href.split_once("://").map_or(href, |(_, rest)| rest)
}

/// The path alone: the host is the same in most rows, and the query says little.
fn path_of(href: &str) -> &str {
    let rest = address(href);
    let path = rest.find('/').and_then(|at| rest.get(at..)).unwrap_or(rest);
    path.split(['?', '#']).next().unwrap_or(path)
}

fn pager(language: Language, number: i64, last: i64) -> Markup {
    let texts = language.texts();
    let to = |page: i64| format!("/recordings?page={page}");
    html! {
        nav.pager aria-label=(texts.list_pages) {
            @if number > 1 { a.button rel="prev" href=(to(number.saturating_sub(1))) { "← " (texts.newer) } } @else { span {} }
            span.quiet { ((texts.page_of)(&language.number(number), &language.number(last))) }
            @if number < last { a.button rel="next" href=(to(number.saturating_add(1))) { (texts.older) " →" } } @else { span {} }
        }
    }
}
