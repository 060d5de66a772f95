//! The service as one router.
//!
//! In: a store, settings, the player's files. Out: the router with every route, limit and response
//! header, ready for a socket or for a test.

use std::sync::Arc;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use axum::extract::{Request, State};
use axum::http::header::{
    ALLOW, CACHE_CONTROL, CONTENT_SECURITY_POLICY, HOST, HeaderName, REFERRER_POLICY, STRICT_TRANSPORT_SECURITY, X_CONTENT_TYPE_OPTIONS,
    X_FRAME_OPTIONS,
};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::{Router, http::Uri};
use tokio::sync::Semaphore;

use crate::limit::Limiter;
use crate::player::Player;
use crate::problem::{Code, Problem};
use crate::secret::{self, Hash};
use crate::store::Store;
use crate::{accounts, ingest, pages};

/// Batches unpacked at the same time; each may take `max_raw_bytes` of memory.
const UNPACKING: usize = 4;

/// Requests that a write key may make at once, as a share of a minute's.
const BURST_DIVISOR: u32 = 6;

/// What the command line decides.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Whether the pages are served over TLS: decides the names and the `Secure` of cookies.
    pub tls: bool,
    /// Largest batch as sent.
    pub max_batch_bytes: usize,
    /// Largest batch after decompression.
    pub max_raw_bytes: usize,
    /// Requests a minute for each write key.
    pub rate: u32,
    /// Origins that a replay may load images, fonts and style sheets from.
    pub replay_origins: Vec<String>,
}

impl Default for Settings {
    fn default() -> Self {
        Self { tls: false, max_batch_bytes: 8 << 20, max_raw_bytes: 64 << 20, rate: 1200, replay_origins: Vec::new() }
    }
}

/// Everything that a request may need.
#[derive(Debug)]
pub struct App {
    pub(crate) store: Store,
    pub(crate) settings: Settings,
    pub(crate) player: Option<Player>,
    pub(crate) per_key: Limiter<Hash>,
    pub(crate) sign_in_account: Limiter<Hash>,
    pub(crate) sign_in_network: Limiter<Option<std::net::IpAddr>>,
    pub(crate) unpacking: Semaphore,
    setup: Mutex<Option<Hash>>,
}

impl App {
    /// Puts the parts together.
    #[must_use]
    pub fn new(store: Store, settings: Settings, player: Option<Player>) -> Arc<Self> {
        accounts::warm_up();
        let rate = settings.rate.max(1);
        Arc::new(Self {
            store,
            player,
            per_key: Limiter::new(Duration::from_secs(60) / rate, (rate / BURST_DIVISOR).max(1)),
            // Ten tries for an account, thirty for a network, then one more every 90 or 30 seconds.
            sign_in_account: Limiter::new(Duration::from_secs(90), 10),
            sign_in_network: Limiter::new(Duration::from_secs(30), 30),
            unpacking: Semaphore::new(UNPACKING),
            setup: Mutex::new(None),
            settings,
        })
    }

    /// Opens the set-up page until the first account is made, and returns the secret part of its address.
    ///
    /// # Errors
    /// When the system gives no random numbers.
    pub fn open_setup(&self) -> crate::failure::Result<String> {
        let token = secret::token()?;
        *self.setup.lock().unwrap_or_else(PoisonError::into_inner) = Some(secret::hash(&token));
        Ok(token)
    }

    /// Whether this is the secret part of the set-up address. Hashes are compared, so the time tells nothing.
    pub(crate) fn is_setup(&self, token: &str) -> bool {
        let open = self.setup.lock().unwrap_or_else(PoisonError::into_inner);
        *open == Some(secret::hash(token))
    }

    pub(crate) fn close_setup(&self) {
        *self.setup.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }
}

/// The whole service.
pub fn router(app: Arc<App>) -> Router {
    Router::new()
        .merge(ingest::routes())
        .merge(pages::assets::routes())
        .merge(pages::routes())
        .fallback(|| async { Problem::new(Code::RouteUnknown) })
        .layer(middleware::from_fn_with_state(app.clone(), crate::session::visit))
        .layer(middleware::from_fn(name_refused_method))
        .layer(middleware::from_fn_with_state(app.clone(), protect))
        .with_state(app)
}

/// The router answers a wrong method with an empty 405; the protocol promises problem details.
async fn name_refused_method(request: Request, next: Next) -> Response {
    let response = next.run(request).await;
    if response.status() != StatusCode::METHOD_NOT_ALLOWED || response.extensions().get::<Problem>().is_some() {
        return response;
    }
    let mut named = Problem::new(Code::MethodNotAllowed).into_response();
    if let Some(allow) = response.headers().get(ALLOW) {
        named.headers_mut().insert(ALLOW, allow.clone());
    }
    named
}

/// A policy that lets nothing in but our own files; pages that need more set their own.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; \
    connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

/// Headers that every response carries unless its handler set them.
async fn protect(State(app): State<Arc<App>>, request: Request, next: Next) -> Response {
    let host = host_of(request.headers(), request.uri());
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    let fixed: [(HeaderName, &'static str); 7] = [
        (CONTENT_SECURITY_POLICY, POLICY),
        (X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (X_FRAME_OPTIONS, "DENY"),
        // Not `no-referrer`: browsers would then send `Origin: null` with our own forms.
        (REFERRER_POLICY, "same-origin"),
        (CACHE_CONTROL, "no-store"),
        (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
        (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    ];
    for (name, value) in fixed {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    }
    headers.insert(
        HeaderName::from_static("permissions-policy"),
        HeaderValue::from_static("camera=(), geolocation=(), microphone=(), payment=()"),
    );
    // For localhost the header would force TLS on every other program that listens there.
    if app.settings.tls && host.as_deref() != Some("localhost") {
        headers.insert(STRICT_TRANSPORT_SECURITY, HeaderValue::from_static("max-age=31536000"));
    }
    response
}

/// The name in the request's address, without its port.
fn host_of(headers: &HeaderMap, uri: &Uri) -> Option<String> {
    let authority =
        headers.get(HOST).and_then(|value| value.to_str().ok()).or_else(|| uri.authority().map(axum::http::uri::Authority::as_str))?;
    let name = authority.rsplit_once(':').map_or(authority, |(name, _)| name);
    Some(name.to_ascii_lowercase())
}
