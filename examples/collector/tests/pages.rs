//! Signing in and the pages behind it, against the whole router.
#![allow(missing_docs, dead_code, clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may stop at once")]

mod stage;

use axum::body::Body;
use axum::http::{Method, Request, StatusCode};
use milkglass_collector::app::Settings;
use stage::{Batch, Browser, EMAIL, PASSWORD, Stage, form_token};

const PRIVATE: [(&str, &str); 9] = [
    ("GET", "/"),
    ("GET", "/recordings"),
    ("GET", "/recordings/1"),
    ("GET", "/recordings/1/events"),
    ("GET", "/recordings/1/delete"),
    ("POST", "/recordings/1/delete"),
    ("GET", "/account"),
    ("POST", "/account"),
    ("POST", "/sign-out"),
];

async fn signed_in(stage: &Stage) -> Browser<'_> {
    let mut browser = Browser::new(stage);
    let reply = browser.sign_in(PASSWORD).await;
    assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", reply.text);
    browser
}

#[tokio::test]
async fn nobody_sees_a_recording_without_signing_in() {
    let stage = Stage::new();
    stage.add_account();
    stage.put(&Batch::new("secret-session", 0)).await;
    for (method, path) in PRIVATE {
        for cookie in ["", "milkglass=guess", "milkglass=; milkglass-form=x"] {
            let ask = |accept: &str| {
                Request::builder()
                    .method(Method::from_bytes(method.as_bytes()).unwrap())
                    .uri(path)
                    .header("accept", accept)
                    .header("cookie", cookie)
                    .header("content-type", "application/x-www-form-urlencoded")
                    .body(Body::empty())
                    .unwrap()
            };
            let page = stage.send(ask("text/html")).await;
            assert_eq!(page.status, StatusCode::SEE_OTHER, "{method} {path}");
            assert!(page.header("location").starts_with("/sign-in?to="));
            let program = stage.send(ask("application/json")).await;
            program.is_problem(401, "sign_in.required");
            assert!(!page.text.contains("secret-session"));
            assert!(!program.text.contains("secret-session"));
        }
    }
    assert_eq!(stage.store.recordings(1).await.unwrap().total, 1);
}

#[tokio::test]
async fn a_reader_signs_in_looks_and_signs_out() {
    let stage = Stage::new();
    stage.add_account();
    stage.put(&Batch::new("s-1", 0)).await;
    let mut browser = Browser::new(&stage);
    let reply = browser
        .submit(
            "/sign-in?to=%2Frecordings%2F1",
            "/sign-in",
            &[("email", " Reader@Example.com"), ("password", PASSWORD), ("to", "/recordings/1")],
        )
        .await;
    assert_eq!(reply.header("location"), "/recordings/1");
    let cookie = browser.set[0].clone();
    assert!(cookie.starts_with("milkglass="));
    assert!(cookie.ends_with("; Path=/; HttpOnly; SameSite=Strict"), "{cookie}");

    let list = browser.get("/recordings").await;
    assert!(list.text.contains("First") && list.text.contains("/recordings/1"));
    let replay = browser.get("/recordings/1").await;
    assert!(replay.text.contains(r#"data-events="/recordings/1/events""#));
    assert!(replay.text.contains("/static/rrweb-player.js"));
    let events = browser.get("/recordings/1/events").await;
    assert_eq!(events.header("content-type"), "application/json");
    assert_eq!(events.header("cache-control"), "no-store");
    assert_eq!(events.json().as_array().unwrap().len(), 2);

    let old = browser.cookies.clone();
    let out = browser.submit("/account", "/sign-out", &[]).await;
    assert_eq!(out.header("location"), "/sign-in?bye=1");
    assert!(browser.set[0].contains("Max-Age=0"));
    // The cookie is dead on the server too.
    browser.cookies = old;
    assert_eq!(browser.get("/recordings").await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn cookies_over_tls_have_the_host_prefix() {
    let stage = Stage::with(Settings { tls: true, ..Settings::default() });
    stage.add_account();
    let mut browser = signed_in(&stage).await;
    let cookie = &browser.set[0];
    assert!(cookie.starts_with("__Host-milkglass="), "{cookie}");
    assert!(cookie.ends_with("; Path=/; HttpOnly; SameSite=Strict; Secure"), "{cookie}");
    let reply = browser.get("/recordings").await;
    assert_eq!(reply.header("strict-transport-security"), "max-age=31536000");
    // A cookie without the prefix, which another host could have set, counts for nothing.
    let token = browser.cookies.remove("__Host-milkglass").unwrap();
    browser.cookies.insert("milkglass".to_owned(), token);
    assert_eq!(browser.get("/recordings").await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn forms_need_their_token_and_their_origin() {
    let stage = Stage::new();
    stage.add_account();
    stage.put(&Batch::new("s-1", 0)).await;
    let mut browser = Browser::new(&stage);
    let good = [("email", EMAIL), ("password", PASSWORD)];
    let page = browser.get("/sign-in").await.text;
    let token = form_token(&page);
    assert_eq!(browser.post("/sign-in", &good, &[]).await.status, StatusCode::FORBIDDEN);
    let with_token = [good[0], good[1], ("csrf", token.as_str())];
    for header in
        [("origin", "https://evil.example"), ("origin", "null"), ("sec-fetch-site", "cross-site"), ("sec-fetch-site", "same-site")]
    {
        let reply = browser.post("/sign-in", &with_token, &[header]).await;
        assert_eq!(reply.status, StatusCode::FORBIDDEN, "{header:?}");
    }
    // The token of another browser.
    let mut other = Browser::new(&stage);
    other.get("/sign-in").await;
    assert_eq!(other.post("/sign-in", &with_token, &[]).await.status, StatusCode::FORBIDDEN);
    let own = [("origin", "https://collector.example"), ("sec-fetch-site", "same-origin")];
    assert_eq!(browser.post("/sign-in", &with_token, &own).await.status, StatusCode::SEE_OTHER);

    // Once signed in, the token from before does not count any more.
    for path in ["/sign-out", "/account", "/recordings/1/delete"] {
        let reply = browser.post(path, &[("csrf", token.as_str())], &[]).await;
        assert_eq!(reply.status, StatusCode::FORBIDDEN, "{path}");
    }
    assert_eq!(stage.store.recordings(1).await.unwrap().total, 1);
}

#[tokio::test]
async fn wrong_passwords_and_unknown_accounts_look_the_same_and_are_limited() {
    let stage = Stage::new();
    stage.add_account();
    let mut browser = Browser::new(&stage);
    let page = browser.get("/sign-in").await.text;
    let token = form_token(&page);
    for email in [EMAIL, "nobody@example.com"] {
        let fields = [("email", email), ("password", "wrong"), ("csrf", token.as_str())];
        let mut texts = Vec::new();
        for _ in 0..10 {
            let reply = browser.post("/sign-in", &fields, &[]).await;
            assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
            texts.push(reply.text.replace(email, ""));
        }
        assert!(texts.windows(2).all(|pair| pair[0] == pair[1]));
        let limited = browser.post("/sign-in", &fields, &[]).await;
        assert_eq!(limited.status, StatusCode::TOO_MANY_REQUESTS);
        assert!(limited.header("retry-after").parse::<u64>().unwrap() > 0);
    }
    // The right password does not help while the account is limited.
    assert_eq!(browser.sign_in(PASSWORD).await.status, StatusCode::TOO_MANY_REQUESTS);
}

#[tokio::test]
async fn the_first_account_is_set_up_once() {
    let stage = Stage::new();
    let path = format!("/setup/{}", stage.app.open_setup().unwrap());
    let mut browser = Browser::new(&stage);
    assert_eq!(browser.get("/setup/guess").await.status, StatusCode::NOT_FOUND);
    for (email, password, repeat, says) in [
        (EMAIL, "short", "short", "at least 12"),
        (EMAIL, "passwordpassword", "passwordpassword", "easy to guess"),
        (EMAIL, "reader@example.com", "reader@example.com", "easy to guess"),
        (EMAIL, PASSWORD, "another one", "not the same"),
        ("nobody", PASSWORD, PASSWORD, "valid e-mail"),
    ] {
        let fields = [("email", email), ("password", password), ("repeat", repeat)];
        let reply = browser.submit(&path, &path, &fields).await;
        assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY, "{says}");
        assert!(reply.text.contains(says), "{says}");
        assert!(!reply.text.contains(r#"value="passwordpassword""#));
    }
    let fields = [("email", EMAIL), ("password", PASSWORD), ("repeat", PASSWORD)];
    let reply = browser.submit(&path, &path, &fields).await;
    assert_eq!(reply.status, StatusCode::SEE_OTHER);
    assert_eq!(browser.get("/recordings").await.status, StatusCode::OK);
    assert_eq!(Browser::new(&stage).get(&path).await.status, StatusCode::NOT_FOUND);
    assert_eq!(stage.store.accounts().unwrap(), [EMAIL]);
}

#[tokio::test]
async fn a_new_password_signs_out_everybody_else() {
    let stage = Stage::new();
    stage.add_account();
    let mut here = signed_in(&stage).await;
    let mut there = signed_in(&stage).await;
    let new = "eleven quiet lanterns drifting";
    let change = |current: &'static str, repeat: &'static str| [("current", current), ("password", new), ("repeat", repeat)];
    let reply = here.submit("/account", "/account", &change("wrong", new)).await;
    assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
    let reply = here.submit("/account", "/account", &change(PASSWORD, "other")).await;
    assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
    let weak = [("current", PASSWORD), ("password", "aaaaaaaaaaaaaaa"), ("repeat", "aaaaaaaaaaaaaaa")];
    assert_eq!(here.submit("/account", "/account", &weak).await.status, 422);
    assert_eq!(there.get("/account").await.status, StatusCode::OK);

    let reply = here.submit("/account", "/account", &change(PASSWORD, new)).await;
    assert_eq!(reply.header("location"), "/account?changed=1");
    assert_eq!(here.get("/account").await.status, StatusCode::OK);
    assert_eq!(there.get("/account").await.status, StatusCode::SEE_OTHER);
    assert_eq!(there.sign_in(PASSWORD).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(there.sign_in(new).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn a_recording_is_deleted_with_what_still_comes() {
    let stage = Stage::new();
    stage.add_account();
    stage.put(&Batch::new("s-1", 0)).await;
    let mut browser = signed_in(&stage).await;
    let ask = browser.get("/recordings/1/delete").await;
    assert_eq!(ask.status, StatusCode::OK);
    assert_eq!(stage.store.recordings(1).await.unwrap().total, 1, "asking deletes nothing");
    let reply = browser.submit("/recordings/1/delete", "/recordings/1/delete", &[]).await;
    assert_eq!(reply.header("location"), "/recordings?deleted=1");
    assert_eq!(browser.get("/recordings/1").await.status, StatusCode::NOT_FOUND);
    let late = stage.put(&Batch::new("s-1", 1)).await.json();
    assert_eq!(late["verdicts"]["rejected"][0]["code"], "session.erased");
}

#[tokio::test]
async fn pages_speak_the_readers_language() {
    let stage = Stage::new();
    for (language, tag, word) in [("de-AT,de;q=0.9,en;q=0.5", "de", "Anmelden"), ("fr-CH", "fr", "Se connecter"), ("ja", "en", "Sign in")] {
        let mut browser = Browser::new(&stage);
        browser.language = language;
        let page = browser.get("/sign-in").await.text;
        assert!(page.contains(&format!("<html lang=\"{tag}\">")) && page.contains(word));
        // The switch is stronger than the header, and comes back to the same page.
        let reply = browser.get("/language/fr?to=%2Fsign-in%3Fbye%3D1").await;
        assert_eq!(reply.header("location"), "/sign-in?bye=1");
        let page = browser.get("/sign-in?bye=1").await.text;
        assert!(page.contains("<html lang=\"fr\">") && page.contains("Vous êtes déconnecté"));
        let error = browser.get("/language/it").await;
        assert_eq!(error.status, StatusCode::NOT_FOUND);
        assert!(error.text.contains("Page introuvable"));
    }
}

#[tokio::test]
async fn nothing_leads_to_another_site() {
    let stage = Stage::new();
    stage.add_account();
    for evil in ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)"] {
        let mut browser = Browser::new(&stage);
        let fields = [("email", EMAIL), ("password", PASSWORD), ("to", evil)];
        let reply = browser.submit("/sign-in", "/sign-in", &fields).await;
        assert_eq!(reply.header("location"), "/");
        let escaped = percent_encoding::utf8_percent_encode(evil, percent_encoding::NON_ALPHANUMERIC);
        let reply = browser.get(&format!("/language/de?to={escaped}")).await;
        assert_eq!(reply.header("location"), "/");
    }
}

#[tokio::test]
async fn pages_bring_their_own_protection() {
    let stage = Stage::with(Settings { replay_origins: vec!["https://shop.example".to_owned()], ..Settings::default() });
    stage.add_account();
    stage.put(&Batch::new("s-1", 0)).await;
    let mut browser = signed_in(&stage).await;
    for path in ["/recordings", "/recordings/1", "/account", "/nothing"] {
        let reply = browser.get(path).await;
        let policy = reply.header("content-security-policy");
        assert!(policy.starts_with("default-src 'none'; script-src 'self';"), "{policy}");
        assert!(policy.contains("frame-ancestors 'none'"));
        assert_eq!(policy.contains("unsafe-inline"), path == "/recordings/1");
        assert_eq!(policy.contains("https://shop.example"), path == "/recordings/1");
        assert_eq!(reply.header("cache-control"), "no-store");
        assert_eq!(reply.header("x-content-type-options"), "nosniff");
        assert_eq!(reply.header("x-frame-options"), "DENY");
        // Every script is a file of ours.
        assert!(!reply.text.contains("<script>") && !reply.text.contains(" onclick"));
        assert!(!reply.text.contains(" style=\""));
    }
}

#[tokio::test]
async fn what_a_recording_says_is_text() {
    let stage = Stage::new();
    stage.add_account();
    let markup = "<img src=x onerror=alert(1)>\"'";
    let mut batch = Batch::new(markup, 0);
    batch.lines.push(
        serde_json::json!({"type": 4, "timestamp": stage::START, "data": {"href": format!("https://shop.example/{markup}")}}).to_string(),
    );
    assert_eq!(stage.put(&batch).await.status, 200);
    let mut browser = signed_in(&stage).await;
    for path in ["/recordings", "/recordings/1", "/recordings/1/delete"] {
        assert!(!browser.get(path).await.text.contains("<img"), "{path}");
    }
}

#[tokio::test]
async fn a_long_list_has_pages() {
    let stage = Stage::new();
    stage.add_account();
    for number in 0..30 {
        stage.put(&Batch::new(&format!("s-{number}"), number)).await;
    }
    let mut browser = signed_in(&stage).await;
    let rows = |text: &str| text.matches("data-label=\"Site\"").count();
    let first = browser.get("/recordings").await.text;
    let second = browser.get("/recordings?page=2").await.text;
    assert_eq!((rows(&first), rows(&second)), (25, 5));
    assert!(first.contains("rel=\"next\"") && !first.contains("rel=\"prev\""));
    assert!(second.contains("rel=\"prev\"") && !second.contains("rel=\"next\""));
    for bad in ["3", "0", "-1", "x"] {
        let reply = browser.get(&format!("/recordings?page={bad}")).await;
        assert_eq!(reply.status, StatusCode::NOT_FOUND, "{bad}");
    }
}

#[tokio::test]
async fn assets_may_be_cached_and_pages_may_not() {
    let stage = Stage::new();
    let mut browser = Browser::new(&stage);
    for (path, kind) in [
        ("/static/app.css", "text/css; charset=utf-8"),
        ("/static/app.js", "text/javascript; charset=utf-8"),
        ("/static/replay.js", "text/javascript; charset=utf-8"),
        ("/static/icon.svg", "image/svg+xml"),
        ("/static/rrweb-player.js", "text/javascript; charset=utf-8"),
        ("/static/rrweb-player.css", "text/css; charset=utf-8"),
    ] {
        let reply = browser.get(path).await;
        assert_eq!(reply.status, StatusCode::OK, "{path}");
        assert_eq!(reply.header("content-type"), kind);
        assert!(reply.header("cache-control").contains("immutable"));
    }
    assert_eq!(browser.get("/static/..%2Fapp.rs").await.status, StatusCode::NOT_FOUND);
}
