//! The delivery against a scripted collector, a clock that the test moves, and processes that die.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::print_stdout)]
#![allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss)]

mod figures;
mod forgetting;
mod matrix;
mod processes;
mod replies;
mod server;
mod storage;
mod tls;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::time::{Duration, Instant};

use super::clock::Clock;
use super::settings::{Deadlines, Settings};
use super::{Accept, Delivery, Stats};
use crate::config::{Durability, Upload};
use server::Server;

/// A variable that is set in every test run and looks like a key.
const KEY_ENV: &str = "MILKGLASS_TEST_KEY";

/// A clock that moves only when told, and with it every wait.
#[derive(Debug)]
pub struct TestClock {
    monotonic_ms: AtomicU64,
    unix_ms: AtomicI64,
}

impl TestClock {
    fn new() -> Arc<Self> {
        Arc::new(TestClock { monotonic_ms: AtomicU64::new(1_000_000), unix_ms: AtomicI64::new(1_790_000_000_000) })
    }

    fn advance(&self, time: Duration) {
        self.monotonic_ms.fetch_add(time.as_millis() as u64, Ordering::SeqCst);
        self.unix_ms.fetch_add(time.as_millis() as i64, Ordering::SeqCst);
    }
}

impl Clock for TestClock {
    fn monotonic(&self) -> Duration {
        Duration::from_millis(self.monotonic_ms.load(Ordering::SeqCst))
    }
    fn unix_ms(&self) -> i64 {
        self.unix_ms.load(Ordering::SeqCst)
    }
    fn correct(&self, server_ms: i64) {
        self.unix_ms.store(server_ms, Ordering::SeqCst);
    }
    fn is_real(&self) -> bool {
        false
    }
}

/// A directory that goes with the test.
pub struct Dir(PathBuf);

impl Dir {
    fn new() -> Self {
        use super::keys::Unshared;
        let path = std::env::temp_dir().join(format!("milkglass-test-{}", uuid::Uuid::now_v7_unshared()));
        std::fs::create_dir(&path).unwrap();
        Dir(path)
    }

    fn files(&self) -> Vec<PathBuf> {
        std::fs::read_dir(&self.0).unwrap().map(|entry| entry.unwrap().path()).collect()
    }

    /// Whether any file holds these bytes.
    fn holds(&self, needle: &[u8]) -> bool {
        self.files().iter().any(|path| std::fs::read(path).is_ok_and(|bytes| memchr::memmem::find(&bytes, needle).is_some()))
    }
}

impl Drop for Dir {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn upload(endpoint: &str, spool: &Path) -> Upload {
    set_key();
    Upload {
        endpoint: Some(endpoint.to_owned()),
        key_env: KEY_ENV.to_owned(),
        spool: Some(spool.to_owned()),
        max_batch_age_ms: 10,
        ..Upload::default()
    }
}

#[expect(unsafe_code, reason = "the write key comes from the environment alone")]
fn set_key() {
    static ONCE: std::sync::Once = std::sync::Once::new();
    // SAFETY: set once, to the same value in every test; the standard library's own lock covers its readers here.
    ONCE.call_once(|| unsafe { std::env::set_var(KEY_ENV, "test-write-key") });
}

fn settings(upload: &Upload) -> Settings {
    let mut settings = Settings::new(upload, "mg1-test").unwrap();
    settings.deadlines =
        Deadlines { connect: Duration::from_millis(500), reply: Duration::from_millis(500), whole: Duration::from_millis(900) };
    settings
}

fn open(server: &Server, dir: &Dir) -> Delivery {
    Delivery::open(&upload(&server.endpoint(), &dir.0), "mg1-test").unwrap()
}

fn open_with_clock(server: &Server, dir: &Dir, change: impl FnOnce(&mut Upload)) -> (Delivery, Arc<TestClock>) {
    let mut upload = upload(&server.endpoint(), &dir.0);
    change(&mut upload);
    let clock = TestClock::new();
    (Delivery::with(settings(&upload), clock.clone()).unwrap(), clock)
}

fn event(n: u64) -> String {
    format!(r#"{{"type":3,"timestamp":{n},"data":{{"source":2,"id":{n},"note":"readable words that must not be on a disk"}}}}"#)
}

fn put(delivery: &Delivery, session: &str, n: u64) -> Accept {
    delivery.accept(session, None, None, event(n).as_bytes()).unwrap()
}

fn events(numbers: std::ops::Range<u64>) -> Vec<String> {
    let mut events: Vec<String> = numbers.map(event).collect();
    events.sort();
    events
}

/// Waits for figures; the time is real, the wait ends as soon as they are there.
fn await_stats(delivery: &Delivery, done: impl Fn(&Stats) -> bool) -> Stats {
    let deadline = Instant::now() + Duration::from_secs(20);
    loop {
        let stats = delivery.stats();
        assert!(stats.is_balanced(), "{stats:?}");
        if done(&stats) {
            return stats;
        }
        assert!(Instant::now() < deadline, "the figures never came: {stats:?} {:?}", delivery.drain_notices());
        std::thread::sleep(Duration::from_millis(2));
    }
}

const LONG: Duration = Duration::from_secs(20);
