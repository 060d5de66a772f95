//! The table of replies, line by line.

use std::time::Duration;

use super::server::{Act, Server};
use super::*;

#[test]
fn events_are_delivered_once_and_the_figures_add_up() {
    let (server, dir) = (Server::start(), Dir::new());
    let delivery = open(&server, &dir);
    for n in 0..100 {
        assert_eq!(put(&delivery, if n % 2 == 0 { "s-1" } else { "s-2" }, n), Accept::Accepted);
    }
    let flushed = delivery.flush(LONG).unwrap();
    assert_eq!(flushed.pending, 0);
    let stats = delivery.stats();
    assert_eq!((stats.accepted, stats.delivered, stats.pending), (100, 100, 0));
    assert_eq!(server.stored(), events(0..100));
    for batch in server.batches() {
        let header: serde_json::Value = serde_json::from_str(&batch.lines()[0]).unwrap();
        assert_eq!(header["milkglass"], 1);
        assert_eq!(header["fingerprint"], "mg1-test");
        assert_eq!(header["events"], batch.events().len());
        assert_eq!(batch.header("authorization"), "Bearer test-write-key");
        assert_eq!(batch.header("content-type"), "application/x-ndjson");
        assert_eq!(batch.header("content-encoding"), "zstd");
        assert_eq!(batch.header("milkglass-fingerprint"), "mg1-test");
        assert_eq!(batch.path, "/v1/batches");
        let digest = base64::Engine::encode(&base64::prelude::BASE64_STANDARD, <sha2::Sha256 as sha2::Digest>::digest(&batch.body));
        assert_eq!(batch.header("content-digest"), format!("sha-256=:{digest}:"));
    }
    assert_eq!(delivery.close(LONG).unwrap().pending, 0);
    assert_eq!(delivery.accept("s-1", None, None, b"{}").unwrap_err().code(), "state.closed");
    assert_eq!(delivery.stats().delivered, 100);
}

#[test]
fn memory_durability_delivers_without_a_directory() {
    let server = Server::start();
    let mut upload = upload(&server.endpoint(), Path::new("/nonexistent"));
    upload.durability = Durability::Memory;
    let delivery = Delivery::open(&upload, "mg1-test").unwrap();
    (0..10).for_each(|n| assert_eq!(put(&delivery, "s", n), Accept::Accepted));
    assert_eq!(delivery.flush(LONG).unwrap().delivered, 10);
    assert_eq!(server.stored(), events(0..10));
}

/// One failure of each kind: the same bytes under the same key come again, and are stored once.
#[test]
fn every_failure_that_may_pass_is_tried_again_with_the_same_bytes() {
    let acts = [
        Act::Say(408, "", ""),
        Act::Say(425, "", ""),
        Act::Say(500, "", ""),
        Act::Say(502, "", "<html>"),
        Act::Say(503, "", ""),
        Act::Say(429, "", ""),
        Act::Say(302, "location: http://127.0.0.1:1/elsewhere\r\n", ""),
        Act::Say(307, "location: /v1/batches\r\n", ""),
        Act::Say(200, "content-type: text/html\r\n", "<html>Welcome to the hotel</html>"),
        Act::Say(204, "", ""),
        Act::Say(200, "", "{}"),
        Act::StoreAndHangUp,
        Act::StoreAndCut,
        Act::HangUpEarly,
        Act::Silence(Duration::from_millis(1200)),
        Act::Drip,
        Act::WrongBatch,
        Act::WrongCount,
    ];
    for act in acts {
        let (server, dir) = (Server::start(), Dir::new());
        server.script([act.clone()]);
        let (delivery, clock) = open_with_clock(&server, &dir, |_| {});
        put(&delivery, "s", 1);
        put(&delivery, "s", 2);
        clock.advance(Duration::from_millis(20));
        await_stats(&delivery, |stats| stats.retry_in_ms.is_some());
        assert_eq!(delivery.stats().pending, 2, "{act:?}");
        clock.advance(Duration::from_secs(2));
        let stats = await_stats(&delivery, |stats| stats.pending == 0);
        assert_eq!((stats.delivered, stats.dropped.len()), (2, 0), "{act:?}");
        assert_eq!(server.stored(), events(1..3), "{act:?}");
        let sent = server.batches();
        let whole: Vec<_> = sent.iter().filter(|seen| !seen.body.is_empty()).collect();
        assert!(
            whole.windows(2).all(|two| two[0].body == two[1].body && two[0].header("idempotency-key") == two[1].header("idempotency-key")),
            "{act:?}"
        );
        assert_eq!(delivery.drain_notices().len(), 1, "{act:?}");
    }
}

#[test]
fn retry_after_is_a_minimum_even_for_a_flush() {
    for status in [429, 503] {
        let (server, dir) = (Server::start(), Dir::new());
        server.script([Act::Say(status, "retry-after: 120\r\n", "")]);
        let (delivery, clock) = open_with_clock(&server, &dir, |_| {});
        put(&delivery, "s", 1);
        clock.advance(Duration::from_millis(20));
        await_stats(&delivery, |stats| stats.retry_in_ms.is_some());
        clock.advance(Duration::from_secs(119));
        assert_eq!(delivery.flush(Duration::from_millis(100)).unwrap().pending, 1);
        assert_eq!(server.batches().len(), 1);
        clock.advance(Duration::from_secs(2));
        await_stats(&delivery, |stats| stats.delivered == 1);
    }
}

#[test]
fn an_outage_costs_nothing_however_long_within_the_age() {
    let (server, dir) = (Server::start(), Dir::new());
    server.always(Act::Say(503, "", ""));
    let (delivery, clock) = open_with_clock(&server, &dir, |_| {});
    for n in 0..50 {
        put(&delivery, "s", n);
        clock.advance(Duration::from_secs(3600));
        std::thread::sleep(Duration::from_millis(3));
    }
    assert_eq!(delivery.stats().pending, 50);
    server.always(Act::Store);
    clock.advance(Duration::from_secs(3600));
    let stats = await_stats(&delivery, |stats| stats.pending == 0);
    assert_eq!(stats.delivered, 50);
    assert_eq!(server.stored(), events(0..50));
}

#[test]
fn a_batch_that_is_too_large_is_split_and_one_event_goes_to_the_dead_letters() {
    let (server, dir) = (Server::start(), Dir::new());
    server.always(Act::AtMost(3));
    let (delivery, clock) = open_with_clock(&server, &dir, |_| {});
    let lines: Vec<String> = (0..20).map(event).collect();
    delivery.accept("s", None, Some(40), lines.join("\n").as_bytes()).unwrap();
    clock.advance(Duration::from_millis(20));
    let stats = await_stats(&delivery, |stats| stats.pending == 0);
    assert_eq!(stats.delivered, 20);
    assert_eq!(server.stored(), events(0..20));
    let mut firsts: Vec<u64> = server
        .batches()
        .iter()
        .filter(|seen| seen.events().len() <= 3)
        .map(|seen| serde_json::from_str::<serde_json::Value>(&seen.lines()[0]).unwrap()["first"].as_u64().unwrap())
        .collect();
    firsts.sort_unstable();
    assert_eq!((firsts.first(), firsts.last().is_some_and(|last| *last < 60)), (Some(&40), true));
    server.always(Act::AtMost(0));
    put(&delivery, "s", 99);
    clock.advance(Duration::from_millis(20));
    let stats = await_stats(&delivery, |stats| stats.pending == 0);
    assert_eq!((stats.dropped.get("too_large"), stats.dead_letters), (Some(&1), 1));
}

#[test]
fn a_refused_key_pauses_and_keeps_the_data_until_the_host_goes_on() {
    for status in [401, 403] {
        let (server, dir) = (Server::start(), Dir::new());
        server.script([Act::Say(status, "", "")]);
        let (delivery, clock) = open_with_clock(&server, &dir, |_| {});
        put(&delivery, "s", 1);
        clock.advance(Duration::from_millis(20));
        await_stats(&delivery, |stats| stats.paused);
        put(&delivery, "s", 2);
        clock.advance(Duration::from_secs(7200));
        assert_eq!(delivery.flush(Duration::from_millis(50)).unwrap().pending, 2);
        assert_eq!(server.batches().len(), 1);
        let notices = delivery.drain_notices();
        assert!(
            notices.iter().any(|notice| notice.code == "remote.unauthorized" && notice.message.starts_with(&format!("paused: {status}")))
        );
        delivery.unpause().unwrap();
        await_stats(&delivery, |stats| stats.delivered == 2 && !stats.paused);
    }
}

#[test]
fn what_is_refused_for_good_is_kept_as_a_dead_letter_and_the_rest_goes_on() {
    for status in [400, 404, 415, 422] {
        let (server, dir) = (Server::start(), Dir::new());
        server.script([Act::Say(status, "", "")]);
        let (delivery, clock) = open_with_clock(&server, &dir, |_| {});
        put(&delivery, "s", 1);
        clock.advance(Duration::from_millis(20));
        await_stats(&delivery, |stats| stats.dead_letters == 1);
        put(&delivery, "s", 2);
        clock.advance(Duration::from_millis(20));
        let stats = await_stats(&delivery, |stats| stats.delivered == 1);
        assert_eq!((stats.dropped.get("refused"), stats.pending), (Some(&1), 0));
        assert!(!dir.holds(b"readable words"));
    }
}

#[test]
fn a_poisoned_batch_does_not_hold_up_the_others() {
    let (server, dir) = (Server::start(), Dir::new());
    let (delivery, clock) = open_with_clock(&server, &dir, |_| {});
    delivery.pause().unwrap();
    put(&delivery, "a", 1);
    put(&delivery, "b", 2);
    server.script([Act::Say(500, "", "")]);
    clock.advance(Duration::from_millis(20));
    delivery.unpause().unwrap();
    await_stats(&delivery, |stats| stats.retry_in_ms.is_some());
    clock.advance(Duration::from_secs(1));
    await_stats(&delivery, |stats| stats.pending == 0);
    assert_eq!(server.stored(), events(1..3));
}

#[test]
fn a_pause_by_the_host_holds_everything_back() {
    let (server, dir) = (Server::start(), Dir::new());
    let delivery = open(&server, &dir);
    delivery.pause().unwrap();
    (0..5).for_each(|n| assert_eq!(put(&delivery, "s", n), Accept::Accepted));
    assert_eq!(delivery.flush(LONG).unwrap().pending, 5);
    assert!(server.seen().is_empty());
    assert!(delivery.stats().paused);
    delivery.unpause().unwrap();
    assert_eq!(delivery.flush(LONG).unwrap().pending, 0);
}
