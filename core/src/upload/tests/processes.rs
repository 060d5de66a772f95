//! Processes that die, fork and share a directory. Each scenario runs this test program again as its own process.

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use super::server::{Act, Server};
use super::*;
use crate::upload::spool_status;

const ROLE: &str = "MILKGLASS_TEST_ROLE";

/// Starts this program again; it runs [`actor`] alone.
fn spawn(role: &str, server: &Server, dir: &Dir, from: u64, count: u64) -> Child {
    spawn_with(role, server, dir, from, count, "process")
}

pub fn spawn_with(role: &str, server: &Server, dir: &Dir, from: u64, count: u64, durability: &str) -> Child {
    command(role, &server.endpoint(), &dir.0, from, count, durability).spawn().unwrap()
}

pub fn command(role: &str, endpoint: &str, dir: &Path, from: u64, count: u64, durability: &str) -> Command {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command
        .args(["--exact", "upload::tests::processes::actor", "--ignored", "--nocapture", "--test-threads=1"])
        .env(ROLE, format!("{role} {endpoint} {} {from} {count} {durability}", dir.display()))
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    command
}

/// What the child says on its standard output until it ends.
pub fn acknowledged_lines(child: &mut Child) -> Vec<String> {
    let lines = BufReader::new(child.stdout.take().unwrap()).lines().map_while(Result::ok);
    lines.filter_map(|line| line.strip_prefix("ack ").map(str::to_owned)).collect()
}

/// Numbers of the events that the child had accepted.
fn acknowledged(child: &mut Child) -> Vec<u64> {
    acknowledged_lines(child).iter().filter_map(|line| line.parse().ok()).collect()
}

/// The other end: does its part in a process of its own, and says "ack n" once event n is accepted.
#[test]
#[ignore = "runs in a process of its own, for the other tests"]
fn actor() {
    let Ok(role) = std::env::var(ROLE) else { return };
    let words: Vec<&str> = role.split(' ').collect();
    let [role, endpoint, dir, from, count, durability] = words[..] else { panic!("{role}") };
    let (from, count): (u64, u64) = (from.parse().unwrap(), count.parse().unwrap());
    let mut upload = upload(endpoint, Path::new(dir));
    if role.starts_with("figure-") {
        (upload.max_batch_age_ms, upload.quota_bytes) = (2_000, 1 << 40);
    }
    upload.durability = match durability {
        "durable" => Durability::Durable,
        "memory" => Durability::Memory,
        _ => Durability::Process,
    };
    let delivery = Delivery::open(&upload, "mg1-test").unwrap();
    let accept = |n: u64| {
        let session = format!("s-{}", n % 7);
        while delivery.accept(&session, None, Some(n), event(n).as_bytes()).unwrap() != Accept::Accepted {
            std::thread::sleep(Duration::from_millis(1));
        }
        say(n);
    };
    match role {
        "write" => (from..from + count).for_each(accept),
        "many" => {
            (from..from + count).for_each(|n| {
                while delivery.accept(&format!("s-{}", n % 10_000), None, Some(n), event(n).as_bytes()).unwrap() != Accept::Accepted {}
                say(n);
            });
            assert_eq!(delivery.flush(Duration::from_secs(120)).unwrap().pending, 0);
        }
        "until-full" => {
            for n in from..from + count {
                match delivery.accept("s", None, Some(n), event(n).as_bytes()) {
                    Ok(Accept::Accepted) => say(n),
                    Ok(_) => break,
                    Err(e) => panic!("{e}"),
                }
            }
            std::thread::sleep(Duration::from_millis(1500));
        }
        "try" => {
            (from..from + count).for_each(accept);
            delivery.flush(Duration::from_secs(2)).unwrap();
        }
        "paced" => (from..from + count).for_each(|n| {
            accept(n);
            std::thread::sleep(Duration::from_micros(300));
        }),
        "whole" => {
            (from..from + count).for_each(accept);
            assert_eq!(delivery.flush(LONG).unwrap().pending, 0);
        }
        "withdraw" => {
            delivery.pause().unwrap();
            (from..from + count).for_each(|n| assert_eq!(put(&delivery, "gone", n), Accept::Accepted));
            say(0);
            delivery.withdraw("gone").unwrap();
            say(1);
            std::thread::sleep(Duration::from_secs(5));
        }
        role if role.starts_with("figure-") => super::figures::measure(&delivery, role, count),
        "parent" => {
            delivery.pause().unwrap();
            (from..from + count).for_each(accept);
            if fork() == 0 {
                // A worker that lives on after its parent and never calls us.
                std::thread::sleep(Duration::from_secs(8));
            }
        }
        "forks" => forks(&delivery, from, count),
        "storm" => storm(&delivery, from, count),
        _ => panic!("{role}"),
    }
    // No flush, no close, no exit handlers: a process may end at any moment.
    leave(0);
}

pub fn say(n: u64) {
    // The test harness leaves a line unended.
    let mut out = std::io::stdout().lock();
    writeln!(out, "\nack {n}").and_then(|()| out.flush()).unwrap_or(());
}

#[expect(unsafe_code, reason = "_exit")]
fn leave(status: i32) -> ! {
    // SAFETY: ends the process at once.
    unsafe { libc::_exit(status) }
}

#[expect(unsafe_code, reason = "fork")]
fn fork() -> i32 {
    // SAFETY: the child uses nothing of the test harness and leaves with _exit.
    unsafe { libc::fork() }
}

#[expect(unsafe_code, reason = "waitpid, alarm")]
fn join(pid: i32) -> i32 {
    let mut status = 0;
    // SAFETY: status outlives the call.
    unsafe { libc::waitpid(pid, &raw mut status, 0) };
    status
}

#[expect(unsafe_code, reason = "alarm")]
fn die_after(seconds: u32) {
    // SAFETY: the default action of SIGALRM ends the process.
    unsafe { libc::alarm(seconds) };
}

/// A preforking server: events before the fork, in three children, and in the parent after it.
fn forks(delivery: &Delivery, from: u64, count: u64) {
    let part = count / 5;
    let accept = |which: u64| {
        (from + which * part..from + (which + 1) * part).for_each(|n| {
            assert_eq!(delivery.accept("s", None, Some(n), event(n).as_bytes()).unwrap(), Accept::Accepted);
            say(n);
        })
    };
    accept(0);
    let children: Vec<i32> = (1..4)
        .map(|which| match fork() {
            0 => {
                die_after(15);
                accept(which);
                let clean = delivery.flush(LONG).unwrap().pending == 0 && delivery.stats().is_balanced();
                leave(i32::from(!clean));
            }
            pid => pid,
        })
        .collect();
    accept(4);
    let failed = children.into_iter().filter(|pid| join(*pid) != 0).count();
    assert_eq!(failed, 0);
    assert_eq!(delivery.flush(LONG).unwrap().pending, 0);
}

/// Forks while other threads are in the middle of a call and the worker is busy: no child may ever hang.
fn storm(delivery: &Delivery, from: u64, count: u64) {
    let is_over = std::sync::atomic::AtomicBool::new(false);
    let over = &is_over;
    std::thread::scope(|scope| {
        for thread in 0..2 {
            scope.spawn(move || {
                let mut n = from + (thread + 1) * 1_000_000;
                while !over.load(Ordering::SeqCst) {
                    if delivery.accept("busy", None, Some(n), event(n).as_bytes()).unwrap() == Accept::Accepted {
                        say(n);
                    }
                    n += 1;
                }
            });
        }
        let mut hung = 0;
        for n in from..from + count {
            match fork() {
                0 => {
                    die_after(5);
                    let taken = delivery.accept("child", None, Some(n), event(n).as_bytes()).is_ok_and(|accept| accept == Accept::Accepted);
                    leave(i32::from(!taken));
                }
                pid => {
                    if join(pid) == 0 {
                        say(n);
                    } else {
                        hung += 1;
                    }
                }
            }
        }
        is_over.store(true, Ordering::SeqCst);
        assert_eq!(hung, 0, "children hung");
    });
}

/// Delivers all that is left in the directory and compares.
fn settle(server: &Server, dir: &Dir, acknowledged: &BTreeSet<u64>) {
    let last = open(server, dir);
    let flushed = last.flush(Duration::from_secs(60)).unwrap();
    assert_eq!(flushed.pending, 0, "{:?} {:?}", last.stats(), last.drain_notices());
    let stored = server.stored();
    let once: BTreeSet<&String> = stored.iter().collect();
    assert_eq!(once.len(), stored.len(), "{} events came twice", stored.len() - once.len());
    let lost = acknowledged.iter().filter(|n| !once.contains(&event(**n))).count();
    assert_eq!(lost, 0, "of {}", acknowledged.len());
    let stats = last.stats();
    assert!(stats.is_balanced() && stats.dropped.is_empty(), "{stats:?}");
    assert!(!dir.holds(b"readable words"));
}

/// Kills of a writing process at random moments; `MILKGLASS_KILLS` asks for more of them.
#[test]
fn a_kill_at_any_moment_loses_and_repeats_nothing() {
    let kills: u64 = std::env::var("MILKGLASS_KILLS").ok().and_then(|text| text.parse().ok()).unwrap_or(12);
    for durability in ["process", "durable"] {
        let (server, dir) = (Server::start(), Dir::new());
        server.memory.0.lock().unwrap().delay = Duration::from_millis(20);
        let mut all = BTreeSet::new();
        for round in 0..kills {
            let mut random = [0; 2];
            crate::upload::seal::random(&mut random).unwrap();
            let mut child = spawn_with("paced", &server, &dir, round * 1_000_000, 1_000_000, durability);
            let killer = child.id();
            let wait = Duration::from_millis(20 + u64::from(u16::from_le_bytes(random) % 250));
            let killing = std::thread::spawn(move || {
                std::thread::sleep(wait);
                Command::new("kill").args(["-9", &killer.to_string()]).status().unwrap();
            });
            all.extend(acknowledged(&mut child));
            killing.join().unwrap();
            child.wait().unwrap();
        }
        settle(&server, &dir, &all);
        println!(
            "{durability}: {kills} kills, {} acknowledged, lost 0, stored twice 0, duplicates offered {}",
            all.len(),
            server.memory.0.lock().unwrap().duplicates
        );
    }
}

#[test]
fn a_process_that_ends_during_an_outage_leaves_everything_to_the_next() {
    let (server, dir) = (Server::start(), Dir::new());
    server.always(Act::Say(503, "", ""));
    let mut child = spawn("write", &server, &dir, 0, 500);
    let all: BTreeSet<u64> = acknowledged(&mut child).into_iter().collect();
    child.wait().unwrap();
    assert_eq!(all.len(), 500);
    assert_eq!(spool_status(&dir.0).unwrap().stats.pending, 500);
    server.always(Act::Store);
    settle(&server, &dir, &all);
}

#[test]
fn eight_processes_share_a_directory_and_a_dead_ones_data_is_adopted_by_the_living() {
    let (server, dir) = (Server::start(), Dir::new());
    server.memory.0.lock().unwrap().delay = Duration::from_millis(5);
    let mut children: Vec<Child> = (0..8).map(|n| spawn(if n == 0 { "write" } else { "whole" }, &server, &dir, n * 10_000, 300)).collect();
    let all: BTreeSet<u64> = children.iter_mut().flat_map(acknowledged).collect();
    let clean = children.iter_mut().filter_map(|child| child.wait().ok()).filter(std::process::ExitStatus::success).count();
    assert_eq!((clean, all.len()), (8, 2400));
    settle(&server, &dir, &all);
}

#[test]
fn a_forked_child_abandons_what_it_inherited_and_starts_afresh() {
    let (server, dir) = (Server::start(), Dir::new());
    let mut child = spawn("forks", &server, &dir, 0, 250);
    let all: BTreeSet<u64> = acknowledged(&mut child).into_iter().collect();
    assert!(child.wait().unwrap().success());
    assert_eq!(all.len(), 250);
    settle(&server, &dir, &all);
}

#[test]
fn a_dead_parents_data_is_adopted_while_its_child_lives_on() {
    let (server, dir) = (Server::start(), Dir::new());
    let mut child = spawn("parent", &server, &dir, 0, 50);
    child.wait().unwrap();
    settle(&server, &dir, &(0..50).collect());
}

#[test]
fn a_fork_in_the_middle_of_everything_never_hangs_a_child() {
    let (server, dir) = (Server::start(), Dir::new());
    let forks = std::env::var("MILKGLASS_FORKS").ok().and_then(|text| text.parse().ok()).unwrap_or(60);
    let mut child = spawn("storm", &server, &dir, 0, forks);
    let all: BTreeSet<u64> = acknowledged(&mut child).into_iter().collect();
    assert!(child.wait().unwrap().success());
    assert_eq!(all.iter().filter(|n| **n < forks).count() as u64, forks);
    settle(&server, &dir, &all);
}

/// Kills during a withdrawal: once the call has returned, the order holds; before, either nothing or all has happened.
#[test]
fn an_order_survives_a_kill_at_every_step() {
    for wait in [0, 200, 500, 1000, 2000, 4000, 8000, 50_000] {
        let (server, dir) = (Server::start(), Dir::new());
        let mut child = spawn("withdraw", &server, &dir, 0, 300);
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines().map_while(Result::ok);
        assert!(lines.any(|line| line == "ack 0"));
        std::thread::sleep(Duration::from_micros(wait));
        child.kill().unwrap();
        child.wait().unwrap();
        let has_returned = lines.any(|line| line == "ack 1");
        let next = open(&server, &dir);
        assert_eq!(next.flush(LONG).unwrap().pending, 0);
        let (stored, stats) = (server.stored().len(), next.stats());
        let is_erased = server.memory.0.lock().unwrap().erased.contains("/v1/sessions/gone");
        assert!(stats.is_balanced());
        assert!((stored, is_erased) == (0, true) || (!has_returned && (stored, is_erased) == (300, false)), "{wait}: {stored} {is_erased}");
    }
}
