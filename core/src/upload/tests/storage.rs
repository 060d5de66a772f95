//! What is on the disk: sealed, within its limits, and worth more than the process that wrote it.

use std::time::Duration;

use super::server::{Act, Server};
use super::*;
use crate::upload::{spool_purge, spool_status, spool_verify};

/// A delivery that holds everything back.
fn paused(server: &Server, dir: &Dir) -> Delivery {
    let delivery = open(server, dir);
    delivery.pause().unwrap();
    delivery
}

/// Ends a delivery as a crash would: without a flush.
fn abandon(delivery: Delivery) {
    delivery.close(Duration::ZERO).unwrap();
}

#[test]
fn nothing_readable_is_ever_on_the_disk() {
    let (server, dir) = (Server::start(), Dir::new());
    server.script([Act::Say(400, "", ""), Act::Say(503, "retry-after: 60\r\n", "")]);
    let delivery = open(&server, &dir);
    let secrets: [&[u8]; 5] = [b"readable words", b"session-of-erika", b"visitor-erika", b"mg1-test", b"timestamp"];
    let look = |when: &str| secrets.iter().for_each(|secret| assert!(!dir.holds(secret), "{when}: {}", String::from_utf8_lossy(secret)));
    for n in 0..50 {
        delivery.accept("session-of-erika", Some("visitor-erika"), None, event(n).as_bytes()).unwrap();
        look("as pieces");
    }
    await_stats(&delivery, |stats| stats.dead_letters == 1);
    look("as a dead letter");
    (50..100).for_each(|n| assert_eq!(put(&delivery, "session-of-erika", n), Accept::Accepted));
    await_stats(&delivery, |stats| stats.retry_in_ms.is_some());
    look("as batches");
    delivery.withdraw("session-of-erika").unwrap();
    look("as an erasure request");
    for path in dir.files() {
        assert!(!path.to_string_lossy().contains("erika"));
    }
}

#[test]
fn what_waits_and_all_figures_survive_a_restart() {
    let (server, dir) = (Server::start(), Dir::new());
    let first = open(&server, &dir);
    (0..10).for_each(|n| assert_eq!(put(&first, "a", n), Accept::Accepted));
    first.flush(LONG).unwrap();
    first.pause().unwrap();
    (10..30).for_each(|n| assert_eq!(put(&first, "b", n), Accept::Accepted));
    abandon(first);
    let second = open(&server, &dir);
    put(&second, "c", 30);
    assert_eq!(second.flush(LONG).unwrap().pending, 0);
    assert_eq!(server.stored(), events(0..31));
    // The first database is drained, its figures are with the second, its files are gone.
    let stats = await_stats(&second, |stats| stats.accepted == 31);
    assert_eq!(stats.delivered, 31);
    second.flush(LONG).unwrap();
    assert_eq!(dir.files().iter().filter(|path| path.extension().is_some_and(|found| found == "db")).count(), 1);
    abandon(second);
    let third = open(&server, &dir);
    third.flush(LONG).unwrap();
    assert_eq!(third.stats().accepted, 31);
    assert!(third.stats().is_balanced());
}

#[test]
fn the_quota_takes_whole_oldest_sessions_first() {
    let (server, dir) = (Server::start(), Dir::new());
    server.always(Act::Say(503, "", ""));
    let (delivery, _clock) = open_with_clock(&server, &dir, |upload| upload.quota_bytes = 40_000);
    let large = format!(r#"{{"type":3,"pad":"{}"}}"#, "x".repeat(3000));
    for session in ["a", "b", "c"] {
        (0..3).for_each(|_| assert_eq!(delivery.accept(session, None, None, large.as_bytes()).unwrap(), Accept::Accepted));
    }
    // Nine pages are taken; the tenth doesn't fit, so session a goes as a whole.
    assert_eq!(delivery.accept("d", None, None, large.as_bytes()).unwrap(), Accept::Accepted);
    let stats = delivery.stats();
    assert_eq!((stats.dropped.get("quota"), stats.pending, stats.accepted), (Some(&3), 7, 10));
    // One session alone can't push itself out.
    let mut taken = 0;
    while delivery.accept("d", None, None, large.as_bytes()).unwrap() == Accept::Accepted {
        taken += 1;
        assert!(taken < 20);
    }
    let stats = delivery.stats();
    assert_eq!((stats.dropped.get("quota"), stats.pending), (Some(&9), 9));
    assert!(stats.is_balanced());
    server.always(Act::Store);
    assert_eq!(delivery.accept("e", None, None, large.as_bytes()).unwrap(), Accept::Accepted);
}

#[test]
fn a_chunk_larger_than_a_batch_becomes_several() {
    let (server, dir) = (Server::start(), Dir::new());
    let (delivery, clock) = open_with_clock(&server, &dir, |upload| upload.max_batch_bytes = 1024);
    let lines: Vec<String> = (0..100).map(event).collect();
    delivery.accept("s", None, None, lines.join("\n").as_bytes()).unwrap();
    let huge = format!(r#"{{"type":2,"pad":"{}"}}"#, "y".repeat(100_000));
    delivery.accept("s", None, None, huge.as_bytes()).unwrap();
    clock.advance(Duration::from_millis(20));
    let stats = await_stats(&delivery, |stats| {
        clock.advance(Duration::from_millis(20));
        stats.pending == 0
    });
    assert_eq!(stats.delivered, 101);
    assert_eq!(server.stored().len(), 101);
    assert!(server.batches().len() > 10);
    let mut next = 0;
    let mut headers: Vec<serde_json::Value> = server.batches().iter().map(|seen| serde_json::from_str(&seen.lines()[0]).unwrap()).collect();
    headers.sort_by_key(|header| header["first"].as_u64());
    for header in headers {
        assert_eq!(header["first"], next);
        next += header["events"].as_u64().unwrap();
    }
}

#[test]
fn a_damaged_database_is_set_aside_and_counted() {
    let damages: [fn(&Path); 3] = [
        |path| std::fs::write(path, b"this was a database once".repeat(400)).unwrap(),
        |path| std::fs::File::options().write(true).open(path).unwrap().set_len(5000).unwrap(),
        |path| {
            let mut bytes = std::fs::read(path).unwrap();
            bytes[100..2100].fill(0x55);
            std::fs::write(path, bytes).unwrap();
        },
    ];
    for (n, damage) in damages.iter().enumerate() {
        let (server, dir) = (Server::start(), Dir::new());
        let first = paused(&server, &dir);
        (0..20).for_each(|n| assert_eq!(put(&first, "a", n), Accept::Accepted));
        abandon(first);
        let path = dir.files().into_iter().find(|path| path.extension().is_some_and(|found| found == "db")).unwrap();
        checkpoint(&path);
        damage(&path);
        let second = open(&server, &dir);
        put(&second, "b", 100);
        assert_eq!(second.flush(LONG).unwrap().pending, 0, "{n}");
        assert_eq!(second.stats().corrupt_files, 1, "{n}");
        assert!(second.drain_notices().iter().any(|notice| notice.code == "storage.corrupt"));
        assert_eq!(server.stored(), events(100..101));
        assert_eq!(dir.files().iter().filter(|path| path.extension().is_some_and(|found| found == "corrupt")).count(), 1);
    }
}

#[test]
fn a_batch_whose_bytes_changed_is_dropped_and_counted_and_the_rest_goes_on() {
    let (server, dir) = (Server::start(), Dir::new());
    let first = paused(&server, &dir);
    put(&first, "a", 1);
    put(&first, "b", 2);
    abandon(first);
    let path = dir.files().into_iter().find(|path| path.extension().is_some_and(|found| found == "db")).unwrap();
    let connection = rusqlite::Connection::open(&path).unwrap();
    let sealed: Vec<u8> = connection.query_row("SELECT sealed FROM piece WHERE ordinal = 0", [], |row| row.get(0)).unwrap();
    let mut flipped = sealed.clone();
    flipped[30] ^= 1;
    connection.execute("UPDATE piece SET sealed = ?1 WHERE ordinal = 0", [flipped]).unwrap();
    drop(connection);
    assert_eq!(spool_status(&dir.0).unwrap().stats.pending, 2);
    let second = open(&server, &dir);
    second.flush(LONG).unwrap();
    let stats = second.stats();
    assert_eq!((stats.accepted, stats.delivered, stats.dropped.get("corrupt")), (2, 1, Some(&1)));
    assert_eq!(server.stored(), events(2..3));
}

#[test]
fn a_directory_that_can_not_be_written_is_an_error_of_the_call_and_nothing_else() {
    let server = Server::start();
    let dir = Dir::new();
    std::fs::write(dir.0.join("file"), "").unwrap();
    for place in [dir.0.join("file"), dir.0.join("file/below"), PathBuf::from("/proc/milkglass")] {
        let delivery = Delivery::open(&upload(&server.endpoint(), &place), "mg1-test").unwrap();
        for _ in 0..2 {
            let error = delivery.accept("s", None, None, b"{}").unwrap_err();
            assert_eq!(error.code(), "storage.io", "{}", place.display());
        }
        assert_eq!(delivery.stats(), Stats::default());
    }
}

#[test]
fn data_ends_with_its_age_and_no_jump_of_the_clock_ends_it_sooner() {
    let (server, dir) = (Server::start(), Dir::new());
    server.always(Act::Say(503, "retry-after: 3600\r\n", ""));
    let (delivery, clock) = open_with_clock(&server, &dir, |_| {});
    put(&delivery, "old", 1);
    for jump in [86_400_000, -2 * 86_400_000, 86_400_000] {
        clock.unix_ms.fetch_add(jump, Ordering::SeqCst);
        clock.monotonic_ms.fetch_add(20_000, Ordering::SeqCst);
        std::thread::sleep(Duration::from_millis(20));
        assert_eq!(delivery.stats().pending, 1);
    }
    for _ in 0..6 {
        clock.advance(Duration::from_secs(86_400));
        std::thread::sleep(Duration::from_millis(20));
    }
    assert_eq!(delivery.stats().pending, 1);
    clock.advance(Duration::from_secs(2 * 86_400));
    let stats = await_stats(&delivery, |stats| stats.pending == 0);
    assert_eq!(stats.dropped.get("age"), Some(&1));
}

#[test]
fn a_directory_is_looked_at_verified_and_purged_from_outside() {
    let (server, dir) = (Server::start(), Dir::new());
    let first = paused(&server, &dir);
    (0..10).for_each(|n| assert_eq!(put(&first, "a", n), Accept::Accepted));
    let status = spool_status(&dir.0).unwrap();
    assert_eq!((status.databases, status.owned, status.stats.pending, status.stats.accepted), (1, 1, 10, 10));
    assert!(status.stats.is_balanced());
    assert_eq!(spool_verify(&dir.0).unwrap().checked, 0);
    abandon(first);
    let verified = spool_verify(&dir.0).unwrap();
    assert_eq!((verified.checked, verified.is_sound()), (1, true));
    assert_eq!(spool_purge(&dir.0).unwrap(), 10);
    let status = spool_status(&dir.0).unwrap();
    assert_eq!((status.stats.pending, status.stats.dropped.get("purged"), status.owned), (0, Some(&10), 0));
    assert!(status.stats.is_balanced());
    assert_eq!(spool_status(&dir.0.join("nothing")).unwrap_err().code(), "storage.io");
}

#[test]
fn another_key_leaves_what_waits_alone() {
    let (server, dir) = (Server::start(), Dir::new());
    let first = paused(&server, &dir);
    (0..3).for_each(|n| assert_eq!(put(&first, "a", n), Accept::Accepted));
    abandon(first);
    std::fs::rename(dir.0.join("key"), dir.0.join("kept")).unwrap();
    let second = open(&server, &dir);
    put(&second, "b", 10);
    second.flush(Duration::from_millis(300)).unwrap();
    assert!(second.drain_notices().iter().any(|notice| notice.code == "storage.key"));
    assert_eq!(server.stored(), events(10..11));
    abandon(second);
    std::fs::rename(dir.0.join("kept"), dir.0.join("key")).unwrap();
    let third = open(&server, &dir);
    third.flush(LONG).unwrap();
    let mut all = events(0..3);
    all.extend(events(10..11));
    all.sort();
    assert_eq!(server.stored(), all);
}

fn checkpoint(path: &Path) {
    let connection = rusqlite::Connection::open(path).unwrap();
    connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).unwrap();
}
