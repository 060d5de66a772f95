//! A collector on a stage: a fresh database, the whole router, and somebody to talk to it.

use std::collections::BTreeMap;
use std::net::{IpAddr, Ipv4Addr};
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Method, Request, StatusCode, header};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use http_body_util::BodyExt;
use milkglass_collector::app::{App, Settings, router};
use milkglass_collector::limit::Peer;
use milkglass_collector::player::Player;
use milkglass_collector::store::Store;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use tempfile::TempDir;
use tower::ServiceExt;

pub const KEY: &str = "first-site-key-0123456789";
pub const OTHER_KEY: &str = "other-site-key-0123456789";
pub const EMAIL: &str = "reader@example.com";
pub const PASSWORD: &str = "mostly purple tractor hymns";
pub const FINGERPRINT: &str = "mg1-0123456789abcdef";
pub const START: i64 = 1_790_000_000_000;

pub struct Stage {
    pub app: Arc<App>,
    pub store: Store,
    router: Router,
    _directory: TempDir,
}

pub struct Reply {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub text: String,
}

impl Reply {
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_else(|_| panic!("no JSON: {}", self.text))
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    /// Checks that this is a problem document with this status and code.
    #[track_caller]
    pub fn is_problem(&self, status: u16, code: &str) {
        assert_eq!(self.status.as_u16(), status, "{}", self.text);
        assert_eq!(self.header("content-type"), "application/problem+json");
        let body = self.json();
        assert_eq!(body["code"], code);
        assert_eq!(body["status"], status);
        assert_eq!(body["type"], format!("https://milkglass.dev/problems/{code}"));
        assert!(body["title"].as_str().is_some_and(|title| !title.is_empty()));
    }
}

impl Stage {
    pub fn new() -> Self {
        Self::with(Settings::default())
    }

    pub fn with(settings: Settings) -> Self {
        let directory = tempfile::tempdir().unwrap();
        let store = Store::open(&directory.path().join("collector.db")).unwrap();
        store.add_site_key("First", KEY).unwrap();
        store.add_site_key("Other", OTHER_KEY).unwrap();
        let player = Player { script: "rrwebPlayer".into(), style: "player".into(), version: "1".to_owned() };
        let app = App::new(store.clone(), settings, Some(player));
        Self { router: router(app.clone()), app, store, _directory: directory }
    }

    pub fn add_account(&self) {
        let hash = milkglass_collector::accounts::hash_now(PASSWORD).unwrap();
        assert!(self.store.add_account(EMAIL, &hash, false).unwrap());
    }

    pub async fn send(&self, mut request: Request<Body>) -> Reply {
        request.extensions_mut().insert(Peer(IpAddr::V4(Ipv4Addr::LOCALHOST)));
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let bytes = body.collect().await.unwrap().to_bytes();
        Reply { status: parts.status, headers: parts.headers, text: String::from_utf8(bytes.to_vec()).unwrap() }
    }

    pub async fn put(&self, batch: &Batch) -> Reply {
        self.send(batch.request()).await
    }

    pub async fn erase(&self, path: &str) -> Reply {
        self.send(Request::delete(path).header(header::AUTHORIZATION, format!("Bearer {KEY}")).body(Body::empty()).unwrap()).await
    }
}

/// A batch as the SDK sends it; tests bend it.
#[derive(Clone)]
pub struct Batch {
    pub key: String,
    pub id: String,
    pub session: String,
    pub visitor: Option<String>,
    pub first: u64,
    pub lines: Vec<String>,
    /// Headers to set, or with `None` to leave out.
    pub headers: BTreeMap<&'static str, Option<String>>,
    /// The body in place of the lines.
    pub body: Option<Vec<u8>>,
}

impl Batch {
    /// Batch number `number`, with two events from second `number` on.
    pub fn new(session: &str, number: u64) -> Self {
        let at = START + i64::try_from(number).unwrap() * 1000;
        Self {
            key: KEY.to_owned(),
            id: format!("0190163d-8694-739b-aea5-{number:012x}"),
            session: session.to_owned(),
            visitor: None,
            first: number * 2,
            lines: vec![event(at), event(at + 500)],
            headers: BTreeMap::new(),
            body: None,
        }
    }

    pub fn visitor(mut self, visitor: &str) -> Self {
        self.visitor = Some(visitor.to_owned());
        self
    }

    pub fn header(mut self, name: &'static str, value: Option<&str>) -> Self {
        self.headers.insert(name, value.map(str::to_owned));
        self
    }

    pub fn raw(mut self, body: &[u8]) -> Self {
        self.body = Some(body.to_vec());
        self
    }

    pub fn text(&self) -> String {
        let header = json!({
            "milkglass": 1, "session": self.session, "visitor": self.visitor, "first": self.first,
            "events": self.lines.len(), "fingerprint": FINGERPRINT,
        });
        format!("{header}\n{}\n", self.lines.join("\n"))
    }

    pub fn request(&self) -> Request<Body> {
        let body = self.body.clone().unwrap_or_else(|| zstd::encode_all(self.text().as_bytes(), 3).unwrap());
        let digest = STANDARD.encode(Sha256::digest(&body));
        let mut headers: BTreeMap<&str, Option<String>> = BTreeMap::from([
            ("authorization", Some(format!("Bearer {}", self.key))),
            ("content-type", Some("application/x-ndjson".to_owned())),
            ("content-encoding", Some("zstd".to_owned())),
            ("idempotency-key", Some(self.id.clone())),
            ("content-digest", Some(format!("sha-256=:{digest}:"))),
            ("milkglass-fingerprint", Some(FINGERPRINT.to_owned())),
        ]);
        headers.extend(self.headers.clone());
        let mut request = Request::post("/v1/batches");
        for (name, value) in headers {
            if let Some(value) = value {
                request = request.header(name, value);
            }
        }
        request.body(Body::from(body)).unwrap()
    }
}

pub fn event(at: i64) -> String {
    json!({"type": 3, "timestamp": at, "data": {"source": 1, "positions": []}}).to_string()
}

/// A browser: keeps cookies and asks for pages.
pub struct Browser<'a> {
    stage: &'a Stage,
    pub cookies: BTreeMap<String, String>,
    pub language: &'static str,
    /// The lines of `set-cookie` of the last reply.
    pub set: Vec<String>,
}

impl<'a> Browser<'a> {
    pub fn new(stage: &'a Stage) -> Self {
        Self { stage, cookies: BTreeMap::new(), language: "en", set: Vec::new() }
    }

    pub async fn get(&mut self, path: &str) -> Reply {
        self.ask(Method::GET, path, "", &[]).await
    }

    /// Sends a form; `csrf` is filled in from the page at `page`.
    pub async fn submit(&mut self, page: &str, action: &str, fields: &[(&str, &str)]) -> Reply {
        let html = self.get(page).await.text;
        let token = form_token(&html);
        let mut fields = fields.to_vec();
        fields.push(("csrf", &token));
        self.post(action, &fields, &[]).await
    }

    pub async fn post(&mut self, path: &str, fields: &[(&str, &str)], headers: &[(&str, &str)]) -> Reply {
        let body: Vec<String> = fields
            .iter()
            .map(|(name, value)| {
                let value = percent_encoding::utf8_percent_encode(value, percent_encoding::NON_ALPHANUMERIC);
                format!("{name}={value}")
            })
            .collect();
        self.ask(Method::POST, path, &body.join("&"), headers).await
    }

    pub async fn sign_in(&mut self, password: &str) -> Reply {
        self.submit("/sign-in", "/sign-in", &[("email", EMAIL), ("password", password)]).await
    }

    async fn ask(&mut self, method: Method, path: &str, body: &str, headers: &[(&str, &str)]) -> Reply {
        let cookies: Vec<String> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let mut request = Request::builder()
            .method(&method)
            .uri(path)
            .header(header::HOST, "collector.example")
            .header(header::ACCEPT, "text/html,application/xhtml+xml")
            .header(header::ACCEPT_LANGUAGE, self.language)
            .header(header::COOKIE, cookies.join("; "));
        if method == Method::POST {
            request = request.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let reply = self.stage.send(request.body(Body::from(body.to_owned())).unwrap()).await;
        self.set = reply.headers.get_all(header::SET_COOKIE).iter().map(|value| value.to_str().unwrap().to_owned()).collect();
        for line in &self.set {
            let (name, value) = line.split(';').next().unwrap().split_once('=').unwrap();
            self.cookies.insert(name.to_owned(), value.to_owned());
        }
        reply
    }
}

pub fn form_token(html: &str) -> String {
    let rest = html.split_once(r#"name="csrf" value=""#).map_or("", |(_, rest)| rest);
    rest.split('"').next().unwrap_or_default().to_owned()
}
