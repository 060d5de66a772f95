//! The ingest protocol, against the whole router.
#![allow(missing_docs, dead_code, clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may stop at once")]

mod stage;

use axum::body::Body;
use axum::http::{Request, StatusCode};
use milkglass_collector::app::Settings;
use serde_json::{Value, json};
use stage::{Batch, FINGERPRINT, KEY, OTHER_KEY, START, Stage, event};

async fn events(stage: &Stage, id: i64) -> Vec<Value> {
    let bytes = stage.store.events(id).await.unwrap();
    serde_json::from_slice(&bytes).unwrap()
}

#[tokio::test]
async fn a_batch_is_stored_and_read_back_in_the_order_of_time() {
    let stage = Stage::new();
    let reply = stage.put(&Batch::new("s-1", 2)).await;
    assert_eq!(reply.status, StatusCode::OK, "{}", reply.text);
    assert_eq!(reply.json(), json!({"batch": Batch::new("s-1", 2).id, "verdicts": {"stored": 2, "duplicate": 0, "rejected": []}}));
    assert_eq!(stage.put(&Batch::new("s-1", 1)).await.status, 200);

    let page = stage.store.recordings(1).await.unwrap();
    let recording = &page.recordings[0];
    assert_eq!((page.total, recording.events), (1, 4));
    assert_eq!(recording.started, START + 1000);
    assert_eq!(recording.ended, START + 2500);
    assert_eq!(recording.fingerprint, FINGERPRINT);
    let times: Vec<i64> = events(&stage, recording.id).await.iter().map(|event| event["timestamp"].as_i64().unwrap() - START).collect();
    assert_eq!(times, [1000, 1500, 2000, 2500]);
}

#[tokio::test]
async fn an_uncompressed_batch_is_taken_too() {
    let stage = Stage::new();
    let batch = Batch::new("s-1", 0);
    let body = batch.text();
    for encoding in [None, Some("identity")] {
        let mut batch = batch.clone().raw(body.as_bytes()).header("content-encoding", encoding);
        batch.id = batch.id.replace("aea5", if encoding.is_some() { "aea6" } else { "aea7" });
        assert_eq!(stage.put(&batch).await.json()["verdicts"]["stored"], 2);
    }
    assert_eq!(events(&stage, 1).await.len(), 4);
}

#[tokio::test]
async fn pages_come_from_meta_events() {
    let stage = Stage::new();
    let mut batch = Batch::new("s-1", 0);
    for (at, href) in [(3, "https://shop.example/b"), (1, "https://shop.example/a"), (4, "https://shop.example/a")] {
        batch.lines.push(json!({"type": 4, "timestamp": START + at, "data": {"href": href, "width": 1, "height": 1}}).to_string());
    }
    stage.put(&batch).await;
    let recording = stage.store.recording(1).await.unwrap().unwrap();
    assert_eq!(recording.pages, 2);
    assert_eq!(recording.entry.as_deref(), Some("https://shop.example/a"));
}

#[tokio::test]
async fn only_known_keys_may_write() {
    let stage = Stage::new();
    let batch = Batch::new("s-1", 0);
    for value in [None, Some("Bearer unknown-key-0123456789"), Some("Bearer "), Some("Basic Zmlyc3Q6a2V5"), Some(KEY)] {
        let reply = stage.put(&batch.clone().header("authorization", value)).await;
        reply.is_problem(401, "key.unknown");
        assert!(reply.header("www-authenticate").starts_with("Bearer"));
    }
    let request = Request::delete("/v1/sessions/s-1").body(Body::empty()).unwrap();
    stage.send(request).await.is_problem(401, "key.unknown");
    assert_eq!(stage.store.recordings(1).await.unwrap().total, 0);

    stage.store.revoke_site("First").unwrap();
    stage.put(&batch).await.is_problem(401, "key.unknown");
}

#[tokio::test]
async fn headers_must_be_there_and_right() {
    let stage = Stage::new();
    let batch = Batch::new("s-1", 0);
    let cases: [(&'static str, Option<&str>, u16, &str); 16] = [
        ("content-type", None, 415, "batch.media_type"),
        ("content-type", Some("application/json"), 415, "batch.media_type"),
        ("content-encoding", Some("gzip"), 415, "batch.encoding"),
        ("content-encoding", Some("zstd, zstd"), 415, "batch.encoding"),
        ("idempotency-key", None, 400, "header.missing"),
        ("idempotency-key", Some("1"), 400, "header.invalid"),
        // Version 4, and version 7 without hyphens.
        ("idempotency-key", Some("0190163d-8694-439b-aea5-966c26f8ad91"), 400, "header.invalid"),
        ("idempotency-key", Some("0190163d8694739baea5966c26f8ad91"), 400, "header.invalid"),
        ("content-digest", None, 400, "header.missing"),
        ("content-digest", Some("sha-512=:AAAA:"), 400, "header.invalid"),
        ("content-digest", Some("sha-256=AAAA"), 400, "header.invalid"),
        ("content-digest", Some("sha-256=:AAAA:"), 400, "header.invalid"),
        ("content-digest", Some("nonsense"), 400, "header.invalid"),
        ("milkglass-fingerprint", None, 400, "header.missing"),
        ("milkglass-fingerprint", Some("mg1-XYZ"), 400, "header.invalid"),
        ("content-length", Some("99999999999999999999"), 413, "batch.too_large"),
    ];
    for (name, value, status, code) in cases {
        let reply = stage.put(&batch.clone().header(name, value)).await;
        reply.is_problem(status, code);
    }
    assert_eq!(stage.store.recordings(1).await.unwrap().total, 0);
}

#[tokio::test]
async fn a_batch_may_be_older_than_the_configuration_of_its_sender() {
    let stage = Stage::new();
    let batch = Batch::new("s-1", 0).header("milkglass-fingerprint", Some("mg1-fedcba9876543210"));
    assert_eq!(stage.put(&batch).await.status, 200);
    let recording = stage.store.recording(1).await.unwrap().unwrap();
    assert_eq!(recording.fingerprint, FINGERPRINT);
}

#[tokio::test]
async fn the_digest_is_of_the_bytes_as_sent() {
    let stage = Stage::new();
    let wrong = format!("sha-256=:{}=:", "A".repeat(43));
    let batch = Batch::new("s-1", 0).header("content-digest", Some(&wrong));
    stage.put(&batch).await.is_problem(400, "batch.digest");
}

#[tokio::test]
async fn a_batch_has_a_largest_size_in_both_forms() {
    let stage = Stage::with(Settings { max_batch_bytes: 2000, max_raw_bytes: 20_000, ..Settings::default() });
    let mut long = Batch::new("s-1", 0);
    long.lines = (0..2000).map(|index| event(START + index)).collect();
    let compressed = zstd::encode_all(long.text().as_bytes(), 19).unwrap();
    assert!(compressed.len() < 20_000);
    let text = long.text().into_bytes();
    let as_sent = long.clone().raw(&text).header("content-encoding", None);
    stage.put(&as_sent).await.is_problem(413, "batch.too_large");

    let mut bomb = Batch::new("s-1", 0);
    bomb.lines = vec![json!({"type": 3, "timestamp": START, "data": " ".repeat(1 << 20)}).to_string()];
    let body = zstd::encode_all(bomb.text().as_bytes(), 19).unwrap();
    assert!(body.len() < 2000);
    stage.put(&bomb).await.is_problem(413, "batch.too_large");
}

#[tokio::test]
async fn broken_bodies_are_refused_whole() {
    let stage = Stage::new();
    let good = Batch::new("s-1", 0);
    let zstd = zstd::encode_all(good.text().as_bytes(), 3).unwrap();
    let plain = |text: String| good.clone().raw(text.as_bytes()).header("content-encoding", None);
    let replaced = |from: &str, to: &str| plain(good.text().replace(from, to));
    let cases = [
        good.clone().raw(b""),
        good.clone().raw(b"not zstd"),
        good.clone().raw(&zstd[..zstd.len() - 5]),
        good.clone().raw(&[0xff, 0xfe]).header("content-encoding", None),
        plain(String::new()),
        plain("{}\n".to_owned()),
        plain(good.text().lines().next().unwrap().to_owned()),
        plain(format!("{}{}\n", good.text(), event(START))),
        replaced(r#""milkglass":1"#, r#""milkglass":2"#),
        replaced(r#""milkglass":1"#, r#""milkglass":1,"more":1"#),
        replaced(r#""milkglass":1"#, r#""milkglass":1,"milkglass":1"#),
        replaced(r#""session":"s-1""#, r#""session":"""#),
        replaced(r#""session":"s-1""#, r#""session":"a\u0000b""#),
        replaced(r#""session":"s-1","#, ""),
        replaced(r#""fingerprint":"mg1-"#, r#""fingerprint":"mg2-"#),
        replaced(r#""first":0"#, r#""first":-1"#),
        replaced(r#""first":0"#, r#""first":18446744073709551615"#),
        replaced(r#""type":3"#, r#""type":"#),
    ];
    for batch in cases {
        stage.put(&batch).await.is_problem(400, "batch.malformed");
    }
    assert_eq!(stage.store.recordings(1).await.unwrap().total, 0);
}

#[tokio::test]
async fn single_events_that_are_none_are_rejected_by_index() {
    let stage = Stage::new();
    let mut batch = Batch::new("s-1", 0);
    batch.lines.insert(1, r#"{"type":3,"data":{}}"#.to_owned());
    batch.lines.push("[]".to_owned());
    let verdicts = json!({"stored": 2, "duplicate": 0, "rejected": [
        {"index": 1, "code": "event.invalid"}, {"index": 3, "code": "event.invalid"}]});
    assert_eq!(stage.put(&batch).await.json()["verdicts"], verdicts);
    assert_eq!(events(&stage, 1).await.len(), 2);
    let again = stage.put(&batch).await.json();
    assert_eq!((&again["verdicts"]["stored"], &again["verdicts"]["duplicate"]), (&json!(0), &json!(2)));
}

#[tokio::test]
async fn a_batch_counts_once_however_often_it_comes() {
    let stage = Stage::new();
    let batch = Batch::new("s-1", 0);
    stage.put(&batch).await;
    let again = stage.put(&batch).await;
    assert_eq!(again.status, StatusCode::OK);
    assert_eq!(again.json()["verdicts"], json!({"stored": 0, "duplicate": 2, "rejected": []}));
    assert_eq!(events(&stage, 1).await.len(), 2);

    let mut other_body = batch.clone();
    other_body.lines.push(event(START + 9));
    stage.put(&other_body).await.is_problem(422, "batch.conflict");

    // The ids of one site say nothing about another site.
    let mut other_site = other_body;
    other_site.key = OTHER_KEY.to_owned();
    assert_eq!(stage.put(&other_site).await.json()["verdicts"]["stored"], 3);
    assert_eq!(stage.store.recordings(1).await.unwrap().total, 2);
}

#[tokio::test]
async fn copies_that_arrive_together_count_once() {
    let stage = Stage::new();
    let batch = Batch::new("s-1", 0);
    let (a, b, c) = tokio::join!(stage.put(&batch), stage.put(&batch), stage.put(&batch));
    let stored: i64 = [a, b, c].iter().map(|reply| reply.json()["verdicts"]["stored"].as_i64().unwrap()).sum();
    assert_eq!(stored, 2);
}

#[tokio::test]
async fn an_erased_session_stays_erased() {
    let stage = Stage::new();
    stage.put(&Batch::new("s-1", 0)).await;
    stage.put(&Batch::new("s-2", 1)).await;
    let mut other_site = Batch::new("s-1", 0);
    other_site.key = OTHER_KEY.to_owned();
    stage.put(&other_site).await;

    for _ in 0..2 {
        assert_eq!(stage.erase("/v1/sessions/s-1").await.status, StatusCode::NO_CONTENT);
    }
    let rejected = json!([{"index": 0, "code": "session.erased"}, {"index": 1, "code": "session.erased"}]);
    for late in [Batch::new("s-1", 0), Batch::new("s-1", 7)] {
        let reply = stage.put(&late).await;
        assert_eq!(reply.status, StatusCode::OK);
        assert_eq!(reply.json()["verdicts"], json!({"stored": 0, "duplicate": 0, "rejected": rejected}));
    }
    let left: Vec<(String, String)> =
        stage.store.recordings(1).await.unwrap().recordings.into_iter().map(|recording| (recording.site, recording.session)).collect();
    assert_eq!(left.len(), 2);
    assert!(!left.contains(&("First".to_owned(), "s-1".to_owned())));
}

#[tokio::test]
async fn an_erasure_may_come_before_the_batch() {
    let stage = Stage::new();
    assert_eq!(stage.erase("/v1/sessions/s%20%C3%A4%2F1").await.status, 204);
    let reply = stage.put(&Batch::new("s ä/1", 0)).await;
    assert_eq!(reply.json()["verdicts"]["rejected"][0]["code"], "session.erased");
    stage.erase("/v1/sessions/%FF").await.is_problem(400, "id.invalid");
    stage.erase("/v1/sessions/a%0Ab").await.is_problem(400, "id.invalid");
    stage.erase(&format!("/v1/visitors/{}", "x".repeat(257))).await.is_problem(400, "id.invalid");
}

#[tokio::test]
async fn an_erased_visitor_loses_every_session_so_far() {
    let stage = Stage::new();
    stage.put(&Batch::new("s-1", 0).visitor("v-1")).await;
    // The visitor is known in one batch of this session only.
    stage.put(&Batch::new("s-2", 1)).await;
    stage.put(&Batch::new("s-2", 2).visitor("v-1")).await;
    stage.put(&Batch::new("s-3", 3).visitor("v-2")).await;
    assert_eq!(stage.erase("/v1/visitors/v-1").await.status, 204);
    let left = stage.store.recordings(1).await.unwrap();
    assert_eq!((left.total, left.recordings[0].session.as_str()), (1, "s-3"));

    let on = &stage;
    let late = |batch: Batch| async move { on.put(&batch).await.json()["verdicts"]["stored"].clone() };
    assert_eq!(late(Batch::new("s-1", 4)).await, 0, "known session");
    assert_eq!(late(Batch::new("s-4", 5).visitor("v-1")).await, 0, "session that began before");
    assert_eq!(late(Batch::new("s-4", 6)).await, 0, "and what follows of it");
    let mut new = Batch::new("s-5", 7).visitor("v-1");
    new.lines = vec![event(4_000_000_000_000)];
    assert_eq!(late(new).await, 1, "a session that starts later");
}

#[tokio::test]
async fn erased_data_is_gone_from_the_files() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("collector.db");
    let store = milkglass_collector::store::Store::open(&path).unwrap();
    store.add_site_key("First", KEY).unwrap();
    let app = milkglass_collector::app::App::new(store, Settings::default(), None);
    let router = milkglass_collector::app::router(app);
    let batch = Batch::new("needle-in-a-session", 0).visitor("needle-of-a-visitor");
    let send = |request| tower::ServiceExt::oneshot(router.clone(), request);
    assert_eq!(send(batch.request()).await.unwrap().status(), 200);
    let holds_needle = || {
        std::fs::read_dir(directory.path()).unwrap().any(|entry| {
            let bytes = std::fs::read(entry.unwrap().path()).unwrap();
            String::from_utf8_lossy(&bytes).contains("needle")
        })
    };
    assert!(holds_needle());
    let erase =
        Request::delete("/v1/visitors/needle-of-a-visitor").header("authorization", format!("Bearer {KEY}")).body(Body::empty()).unwrap();
    assert_eq!(send(erase).await.unwrap().status(), 204);
    assert!(!holds_needle());
}

#[tokio::test]
async fn a_key_has_its_share() {
    let stage = Stage::with(Settings { rate: 6, ..Settings::default() });
    assert_eq!(stage.put(&Batch::new("s-1", 0)).await.status, 200);
    let limited = stage.put(&Batch::new("s-1", 1)).await;
    limited.is_problem(429, "rate.limited");
    let wait: u64 = limited.header("retry-after").parse().unwrap();
    assert!((1..=10).contains(&wait));
    let mut other = Batch::new("s-1", 1);
    other.key = OTHER_KEY.to_owned();
    assert_eq!(stage.put(&other).await.status, 200);
}

#[tokio::test]
async fn every_failure_is_a_problem_document() {
    let stage = Stage::new();
    let ask = |method: &str, path: &str| Request::builder().method(method).uri(path).body(Body::empty()).unwrap();
    for path in ["/v1/nothing", "/v1/sessions/", "/v1/sessions/a/b", "/nothing"] {
        stage.send(ask("DELETE", path)).await.is_problem(404, "route.unknown");
    }
    for (method, path, allow) in
        [("GET", "/v1/batches", "POST"), ("PATCH", "/v1/sessions/s-1", "DELETE"), ("POST", "/v1/health", "GET,HEAD")]
    {
        let reply = stage.send(ask(method, path)).await;
        reply.is_problem(405, "method.not_allowed");
        assert_eq!(reply.header("allow"), allow);
    }
}

#[tokio::test]
async fn a_problem_never_repeats_what_was_sent() {
    let stage = Stage::new();
    let needle = "needle-4111111111111111";
    let mut batch = Batch::new(needle, 0).visitor(needle);
    batch.lines.push(format!("{{\"type\":{needle}"));
    let reply = stage.put(&batch).await;
    reply.is_problem(400, "batch.malformed");
    assert!(!reply.text.contains("needle"));
    let reply = stage.put(&Batch::new("s-1", 0).header("idempotency-key", Some(needle))).await;
    assert!(!reply.text.contains("needle"));
}

#[tokio::test]
async fn old_recordings_go() {
    let stage = Stage::new();
    stage.put(&Batch::new("s-1", 0)).await;
    stage.put(&Batch::new("s-2", 10)).await;
    assert_eq!(stage.store.drop_recordings(START + 5000).await.unwrap(), 1);
    assert_eq!(stage.store.recordings(1).await.unwrap().recordings[0].session, "s-2");
}

#[tokio::test]
async fn health_needs_no_key() {
    let stage = Stage::new();
    let reply = stage.send(Request::get("/v1/health").body(Body::empty()).unwrap()).await;
    assert_eq!((reply.status, reply.json()), (StatusCode::OK, json!({"status": "ok"})));
}
