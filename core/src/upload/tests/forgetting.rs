//! Orders to forget: nothing leaves after the call's return, nothing is left, and the collector is told.

use std::time::Duration;

use super::server::{Act, Server};
use super::*;

/// Every sealed blob of the databases in a directory.
fn sealed_bytes(dir: &Dir) -> Vec<Vec<u8>> {
    let mut all = Vec::new();
    for path in dir.files().iter().filter(|path| path.extension().is_some_and(|found| found == "db")) {
        let connection = rusqlite::Connection::open(path).unwrap();
        for sql in [
            "SELECT sealed FROM piece",
            "SELECT sealed FROM batch",
            "SELECT sealed FROM dead",
            "SELECT wrapped FROM session",
            "SELECT about FROM session",
        ] {
            let mut statement = connection.prepare(sql).unwrap();
            all.extend(statement.query_map([], |row| row.get::<_, Vec<u8>>(0)).unwrap().map(Result::unwrap));
        }
    }
    all
}

#[test]
fn key_and_rows_are_gone_from_the_disk_and_the_collector_is_asked_to_erase() {
    let (server, dir) = (Server::start(), Dir::new());
    let delivery = open(&server, &dir);
    put(&delivery, "gone", 0);
    delivery.flush(LONG).unwrap();
    delivery.pause().unwrap();
    let large: String = (0..200).map(|n| event(n) + "\n").collect();
    for n in 0..40 {
        put(&delivery, "gone", n);
        delivery.accept("gone", None, None, large.as_bytes()).unwrap();
    }
    let doomed = sealed_bytes(&dir);
    assert!(doomed.len() >= 10);
    put(&delivery, "stays", 1000);
    delivery.withdraw("gone").unwrap();
    for bytes in &doomed {
        for part in bytes.chunks(1000).filter(|part| part.len() >= 24) {
            assert!(!dir.holds(&part[..24]), "sealed bytes are still on the disk");
        }
    }
    let stats = delivery.stats();
    assert_eq!((stats.pending, stats.dropped.get("withdrawn"), stats.erasures), (1, Some(&(40 * 201)), 1));
    assert_eq!(put(&delivery, "gone", 5), Accept::Gated);
    delivery.unpause().unwrap();
    delivery.flush(LONG).unwrap();
    assert!(server.wait_for(|memory| memory.erased.contains("/v1/sessions/gone")));
    let mut expected = events(0..1);
    expected.extend(events(1000..1001));
    expected.sort();
    assert_eq!(server.stored(), expected);
    assert_eq!(await_stats(&delivery, |stats| stats.erasures == 0).pending, 0);
}

#[test]
fn batches_already_closed_go_as_well() {
    let (server, dir) = (Server::start(), Dir::new());
    server.script([Act::Say(503, "retry-after: 600\r\n", "")]);
    let (delivery, clock) = open_with_clock(&server, &dir, |upload| upload.max_batch_bytes = 2048);
    for n in 0..100 {
        put(&delivery, "gone", n);
    }
    clock.advance(Duration::from_millis(20));
    await_stats(&delivery, |stats| stats.retry_in_ms.is_some());
    std::thread::sleep(Duration::from_millis(50));
    let doomed = sealed_bytes(&dir);
    delivery.withdraw("gone").unwrap();
    assert!(doomed.iter().all(|bytes| !dir.holds(&bytes[..24])));
    assert_eq!(delivery.stats().dropped.get("withdrawn"), Some(&100));
    clock.advance(Duration::from_secs(700));
    assert!(server.wait_for(|memory| memory.erased.contains("/v1/sessions/gone")));
    assert!(server.stored().is_empty());
}

#[test]
fn a_send_in_flight_is_cut_off() {
    // A small window, so that most of the batch is still here when the order comes, in the kernel's hands if not in ours.
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    rustix::net::sockopt::set_socket_recv_buffer_size(&listener, 8192).unwrap();
    let (server, dir) = (Server::on(listener), Dir::new());
    server.script([Act::SlowRead(Duration::from_millis(5))]);
    let delivery = open(&server, &dir);
    let noise: String = (0..4000_u64)
        .map(|n| format!("{{\"n\":\"{:x}\"}}\n", n.wrapping_mul(0x9E37_79B9_7F4A_7C15).rotate_left(17).wrapping_mul(n | 1)))
        .collect();
    for _ in 0..60 {
        delivery.accept("gone", None, None, noise.as_bytes()).unwrap();
    }
    assert!(wait(|| delivery.life().lock_core().is_some_and(|core| core.flight().current.is_some())));
    std::thread::sleep(Duration::from_millis(30));
    delivery.withdraw("gone").unwrap();
    assert!(server.wait_for(|memory| memory.erased.contains("/v1/sessions/gone")));
    assert!(server.wait_for(|memory| memory.seen.iter().any(|seen| seen.method == "CUT")));
    assert!(server.stored().is_empty(), "{} events arrived", server.stored().len());
    assert_eq!(delivery.stats().pending, 0);
}

#[test]
fn an_erasure_request_is_delivered_when_the_quota_is_full() {
    let (server, dir) = (Server::start(), Dir::new());
    server.always(Act::Say(503, "", ""));
    let (delivery, clock) = open_with_clock(&server, &dir, |upload| upload.quota_bytes = 20_000);
    let large = format!(r#"{{"pad":"{}"}}"#, "x".repeat(3000));
    while delivery.accept("a", None, None, large.as_bytes()).unwrap() == Accept::Accepted {}
    delivery.withdraw("elsewhere/ü").unwrap();
    assert_eq!(delivery.stats().erasures, 1);
    server.always(Act::Store);
    assert!(wait(|| {
        clock.advance(Duration::from_secs(10));
        delivery.stats().erasures == 0
    }));
    assert!(server.wait_for(|memory| memory.erased.contains("/v1/sessions/elsewhere%2F%C3%BC")));
}

#[test]
fn a_visitor_is_erased_with_all_sessions_and_may_come_back_in_a_new_one() {
    let (server, dir) = (Server::start(), Dir::new());
    let delivery = open(&server, &dir);
    delivery.pause().unwrap();
    for (session, visitor) in [("s-1", Some("v-1")), ("s-2", Some("v-1")), ("s-3", Some("v-2")), ("s-4", None)] {
        delivery.accept(session, visitor, None, event(1).as_bytes()).unwrap();
    }
    delivery.erase_visitor("v-1").unwrap();
    assert_eq!((delivery.stats().pending, delivery.stats().dropped.get("withdrawn")), (2, Some(&2)));
    assert_eq!(delivery.accept("s-1", Some("v-1"), None, event(2).as_bytes()).unwrap(), Accept::Gated);
    assert_eq!(delivery.accept("s-5", Some("v-1"), None, event(3).as_bytes()).unwrap(), Accept::Accepted);
    delivery.unpause().unwrap();
    assert_eq!(delivery.flush(LONG).unwrap().pending, 0);
    assert!(server.wait_for(|memory| memory.erased.contains("/v1/visitors/v-1")));
    assert_eq!(server.stored().len(), 3);
}

#[test]
fn a_session_that_the_collector_has_erased_is_forgotten_here() {
    let (server, dir) = (Server::start(), Dir::new());
    server.script([Act::Erased]);
    let delivery = open(&server, &dir);
    put(&delivery, "s", 1);
    let stats = await_stats(&delivery, |stats| stats.pending == 0);
    assert_eq!((stats.delivered, stats.dropped.get("erased")), (0, Some(&1)));
    assert_eq!(put(&delivery, "s", 2), Accept::Gated);
}

#[test]
fn an_order_in_one_process_holds_in_all_and_after_a_restart() {
    let (server, dir) = (Server::start(), Dir::new());
    let (one, two) = (open(&server, &dir), open(&server, &dir));
    two.pause().unwrap();
    put(&two, "s", 1);
    put(&two, "t", 2);
    one.withdraw("s").unwrap();
    two.unpause().unwrap();
    assert_eq!(two.flush(LONG).unwrap().pending, 0);
    assert_eq!(server.stored(), events(2..3));
    assert_eq!(two.stats().dropped.get("withdrawn"), Some(&1));
    assert_eq!(put(&two, "s", 3), Accept::Gated);
    let three = open(&server, &dir);
    assert_eq!(put(&three, "s", 4), Accept::Gated);
}

fn wait(done: impl Fn() -> bool) -> bool {
    let deadline = Instant::now() + LONG;
    while !done() {
        if Instant::now() > deadline {
            return false;
        }
        std::thread::sleep(Duration::from_millis(2));
    }
    true
}

impl super::super::Life {
    fn lock_core(&self) -> Option<Arc<super::super::Core>> {
        match &*self.lock() {
            super::super::Running::Yes(core) => Some(core.clone()),
            _ => None,
        }
    }
}
