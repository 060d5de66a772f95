//! `POST /v1/batches` and the two erasures: protocol v1 as `docs/protocol.md` describes it.
//!
//! In: requests with a write key. Out: verdicts or problem details. The steps of a batch read like
//! the protocol: headers, key, share, body, digest, events, store.

mod body;
mod headers;

use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{Path, Request, State};
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::{delete, get, post};
use http_body_util::BodyExt;
use serde::Serialize;

use crate::app::App;
use crate::problem::{Code, Problem};
use crate::secret;
use crate::store::{Erase, Stored};

pub(crate) use body::stored_events;
pub(crate) use headers::is_key;

/// A sender that needs longer than this for one batch is cut off with 408 and may try again.
const BODY_DEADLINE: Duration = Duration::from_secs(60);

/// How long a request waits for one of the places in which batches are unpacked.
const QUEUE_DEADLINE: Duration = Duration::from_secs(10);

/// Bytes that are read and thrown away after a refusal. A client that is still sending would otherwise
/// see a reset connection in place of the refusal, and 413 asks it to do something else than retry.
const DRAIN_BYTES: usize = 64 << 20;

/// The routes of the protocol.
pub fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/v1/batches", post(receive))
        .route("/v1/sessions/{id}", delete(erase_session))
        .route("/v1/visitors/{id}", delete(erase_visitor))
        .route("/v1/health", get(health))
}

#[derive(Serialize)]
struct Reply {
    batch: String,
    verdicts: Verdicts,
}

#[derive(Default, Serialize)]
struct Verdicts {
    stored: usize,
    duplicate: usize,
    rejected: Vec<Rejected>,
}

/// An event that was not stored, by its place in the batch, counted from 0.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize)]
pub(crate) struct Rejected {
    index: usize,
    code: &'static str,
}

async fn receive(State(app): State<Arc<App>>, request: Request) -> Result<Response, Problem> {
    let (parts, body) = request.into_parts();
    let admitted = async {
        let site = site_of(&app, &parts.headers).await?;
        let envelope = headers::Envelope::read(&parts.headers, app.settings.max_batch_bytes)?;
        Ok((site, envelope))
    };
    let (site, envelope) = match admitted.await {
        Ok(admitted) => admitted,
        Err(problem) => {
            drain(body).await;
            return Err(problem);
        }
    };
    let bytes = collect(body, app.settings.max_batch_bytes).await?;

    // Unpacking takes memory up to the limit of a batch: only a few at once.
    let place = tokio::time::timeout(QUEUE_DEADLINE, app.unpacking.acquire()).await;
    let Ok(Ok(_place)) = place else {
        return Err(Problem::new(Code::ServiceBusy).retry_after(Duration::from_secs(5)));
    };
    let max_raw = app.settings.max_raw_bytes;
    let id = envelope.batch.clone();
    let (batch, rejected, count) =
        tokio::task::spawn_blocking(move || body::read(&envelope, &bytes, max_raw)).await.map_err(crate::failure::Failure::from)??;
    let stored = count.saturating_sub(rejected.len());
    let verdicts = match app.store.put_batch(site, batch).await? {
        Stored::New => Verdicts { stored, duplicate: 0, rejected },
        Stored::Duplicate => Verdicts { stored: 0, duplicate: stored, rejected },
        Stored::Conflict => return Err(Problem::new(Code::BatchConflict)),
        Stored::Erased => {
            Verdicts { rejected: (0..count).map(|index| Rejected { index, code: "session.erased" }).collect(), ..Verdicts::default() }
        }
    };
    Ok(json(&Reply { batch: id, verdicts }))
}

async fn erase_session(
    State(app): State<Arc<App>>,
    id: Result<Path<String>, axum::extract::rejection::PathRejection>,
    request: Request,
) -> Result<StatusCode, Problem> {
    erase(&app, id, request, Erase::Session).await
}

async fn erase_visitor(
    State(app): State<Arc<App>>,
    id: Result<Path<String>, axum::extract::rejection::PathRejection>,
    request: Request,
) -> Result<StatusCode, Problem> {
    erase(&app, id, request, Erase::Visitor).await
}

async fn erase(
    app: &App,
    id: Result<Path<String>, axum::extract::rejection::PathRejection>,
    request: Request,
    what: fn(String) -> Erase,
) -> Result<StatusCode, Problem> {
    let (parts, body) = request.into_parts();
    drain(body).await;
    let site = site_of(app, &parts.headers).await?;
    let Path(id) = id.map_err(|_| Problem::new(Code::IdInvalid))?;
    if !body::is_id(&id) {
        return Err(Problem::new(Code::IdInvalid));
    }
    app.store.erase(site, what(id)).await?;
    Ok(StatusCode::NO_CONTENT)
}

#[derive(Serialize)]
struct Health {
    status: &'static str,
}

async fn health(State(app): State<Arc<App>>) -> Result<Response, Problem> {
    app.store.read(|connection| Ok(connection.query_row("SELECT 1", [], |_| Ok(()))?)).await?;
    Ok(json(&Health { status: "ok" }))
}

/// The site of the write key, after counting the request.
async fn site_of(app: &App, headers: &HeaderMap) -> Result<i64, Problem> {
    let unknown = || Problem::new(Code::KeyUnknown);
    let key = secret::hash(headers::bearer(headers).ok_or_else(unknown)?);
    let site = app.store.site_of(key).await?.ok_or_else(unknown)?;
    app.per_key.take(key, Instant::now()).map_err(|wait| Problem::new(Code::RateLimited).retry_after(wait))?;
    Ok(site)
}

/// Reads the whole body, up to `limit` bytes.
async fn collect(mut body: Body, limit: usize) -> Result<Bytes, Problem> {
    let mut bytes = Vec::new();
    let read = async {
        while let Some(frame) = body.frame().await {
            let frame = frame.map_err(|_| Problem::new(Code::BatchMalformed).because("The body ended too early."))?;
            if let Ok(data) = frame.into_data() {
                if bytes.len().saturating_add(data.len()) > limit {
                    drain(std::mem::take(&mut body)).await;
                    return Err(Problem::new(Code::BatchTooLarge));
                }
                bytes.extend_from_slice(&data);
            }
        }
        Ok(())
    };
    match tokio::time::timeout(BODY_DEADLINE, read).await {
        Ok(Ok(())) => Ok(Bytes::from(bytes)),
        Ok(Err(problem)) => Err(problem),
        Err(_) => Err(Problem::new(Code::RequestTimeout)),
    }
}

/// Reads and drops what the client still sends, within bounds.
async fn drain(mut body: Body) {
    let mut left = DRAIN_BYTES;
    let read = async {
        while let Some(Ok(frame)) = body.frame().await {
            let size = frame.data_ref().map_or(0, Bytes::len);
            if size > left {
                break;
            }
            left = left.saturating_sub(size);
        }
    };
    let _ = tokio::time::timeout(Duration::from_secs(10), read).await;
}

fn json(value: &impl Serialize) -> Response {
    // The replies are plain structs with string keys; serialising them cannot fail.
    let text = serde_json::to_string(value).unwrap_or_default();
    ([(CONTENT_TYPE, "application/json")], text).into_response()
}
