//! The table of faults: what was acknowledged, what arrived, once, twice or never, and what could be read on the disk.
//!
//! `tests/faults/run` prints it. Each cell runs the sending side in processes of its own.

use std::collections::{BTreeMap, BTreeSet};
use std::process::{Child, Command};
use std::time::Duration;

use super::processes::{acknowledged_lines, command};
use super::server::{Act, Server};
use super::*;

/// What one cell of the table found.
#[derive(Default)]
struct Found {
    sent: usize,
    once: usize,
    twice: usize,
    lost: usize,
    counted: u64,
    readable: usize,
}

struct Cell {
    server: Server,
    dir: Dir,
    durability: &'static str,
    sent: BTreeSet<u64>,
}

impl Cell {
    fn child(&self, role: &str, from: u64, count: u64) -> Child {
        command(role, &self.server.endpoint(), &self.dir.0, from, count, self.durability).spawn().unwrap()
    }

    fn run(&mut self, role: &str, from: u64, count: u64) {
        let mut child = self.child(role, from, count);
        self.hear(&mut child);
        child.wait().unwrap();
    }

    fn hear(&mut self, child: &mut Child) {
        self.sent.extend(acknowledged_lines(child).iter().filter_map(|line| line.parse::<u64>().ok()));
    }

    fn kill_after(&mut self, role: &str, from: u64, wait: Duration) {
        let mut child = self.child(role, from, 1_000_000);
        let id = child.id().to_string();
        let killing = std::thread::spawn(move || {
            std::thread::sleep(wait);
            Command::new("kill").args(["-9", &id]).status().unwrap();
        });
        self.hear(&mut child);
        killing.join().unwrap();
        child.wait().unwrap();
    }

    /// Delivers what is left as the next process would, and counts.
    fn settle(self) -> Found {
        let mut found = Found { readable: self.readable(), sent: self.sent.len(), ..Found::default() };
        if self.durability != "memory" {
            let next = open(&self.server, &self.dir);
            next.flush(Duration::from_secs(60)).unwrap();
            let stats = next.stats();
            assert!(stats.is_balanced() && stats.pending == 0, "{stats:?} {:?}", next.drain_notices());
            found.counted = stats.dropped.values().sum();
        }
        let mut seen: BTreeMap<String, usize> = BTreeMap::new();
        self.server.stored().into_iter().for_each(|event| *seen.entry(event).or_default() += 1);
        for n in &self.sent {
            match seen.get(&event(*n)) {
                None => found.lost += 1,
                Some(1) => found.once += 1,
                Some(_) => found.twice += 1,
            }
        }
        found.readable += self.readable();
        found
    }

    fn readable(&self) -> usize {
        [b"readable words".as_slice(), b"timestamp", b"s-1"].iter().filter(|word| self.dir.holds(word)).count()
    }
}

type Scenario = (&'static str, fn(&mut Cell));

fn scripted(acts: &[Act]) -> impl Fn(&mut Cell) {
    let acts = acts.to_vec();
    move |cell| {
        cell.server.script(acts.clone());
        cell.run("whole", 0, 200);
    }
}

const SCENARIOS: &[Scenario] = &[
    ("nothing wrong", |cell| cell.run("whole", 0, 500)),
    // Twice over each; where every call syncs, the disk alone would take minutes for that.
    ("10,000 sessions at once", |cell| cell.run("many", 0, if cell.durability == "durable" { 10_000 } else { 20_000 })),
    ("408, 425, 500, 502", |cell| {
        scripted(&[Act::Say(408, "", ""), Act::Say(425, "", ""), Act::Say(500, "", ""), Act::Say(502, "", "x")])(cell)
    }),
    ("429, 503 with Retry-After", |cell| {
        scripted(&[Act::Say(429, "retry-after: 1\r\n", ""), Act::Say(503, "retry-after: 1\r\n", "")])(cell)
    }),
    ("reply lost after storing", |cell| scripted(&[Act::StoreAndHangUp, Act::StoreAndHangUp])(cell)),
    ("reply cut in the middle", |cell| scripted(&[Act::StoreAndCut])(cell)),
    ("reset in the request's body", |cell| scripted(&[Act::HangUpEarly, Act::HangUpEarly])(cell)),
    ("silence, then the end", |cell| scripted(&[Act::Silence(Duration::from_secs(2))])(cell)),
    ("a byte at a time", |cell| scripted(&[Act::Drip])(cell)),
    ("captive portal: 200, HTML", |cell| scripted(&[Act::Say(200, "content-type: text/html\r\n", "<html>Sign in</html>")])(cell)),
    ("redirect loop", |cell| {
        scripted(&[Act::Say(307, "location: /v1/batches\r\n", ""), Act::Say(302, "location: /v1/batches\r\n", "")])(cell)
    }),
    ("another batch's verdict", |cell| scripted(&[Act::WrongBatch, Act::WrongCount])(cell)),
    ("413: at most 7 events", |cell| {
        cell.server.always(Act::AtMost(7));
        cell.run("whole", 0, 100);
    }),
    ("400: digest refused, once", |cell| scripted(&[Act::Say(400, "", "")])(cell)),
    ("401, then a good key", |cell| {
        cell.server.always(Act::Say(401, "", ""));
        cell.run("try", 0, 200);
        cell.server.always(Act::Store);
    }),
    ("503, exit, restart", |cell| {
        cell.server.always(Act::Say(503, "", ""));
        cell.run("write", 0, 2000);
        cell.server.always(Act::Store);
    }),
    ("kill -9, 100 ms round trips", |cell| {
        cell.server.memory.0.lock().unwrap().delay = Duration::from_millis(100);
        let kills = std::env::var("MILKGLASS_KILLS").ok().and_then(|text| text.parse().ok()).unwrap_or(20);
        for n in 0..kills {
            let mut random = [0; 2];
            crate::upload::seal::random(&mut random).unwrap();
            cell.kill_after("paced", n * 1_000_000, Duration::from_millis(30 + u64::from(u16::from_le_bytes(random) % 270)));
        }
        cell.server.memory.0.lock().unwrap().delay = Duration::ZERO;
    }),
    ("8 processes, one directory", |cell| {
        let mut children: Vec<Child> = (0..8).map(|n| cell.child("whole", n * 10_000, 200)).collect();
        children.iter_mut().for_each(|child| cell.hear(child));
        children.iter_mut().for_each(|child| assert!(child.wait().unwrap().success()));
    }),
    ("fork: parent and 3 children", |cell| cell.run("forks", 0, 250)),
    ("disk full (4 MB)", |cell| {
        let is_mounted = Command::new("mount")
            .args(["-t", "tmpfs", "-o", "size=4m", "tmpfs"])
            .arg(&cell.dir.0)
            .status()
            .is_ok_and(|status| status.success());
        if !is_mounted {
            return println!("  (disk full: no right to mount a file system here; not run)");
        }
        cell.server.always(Act::Say(503, "", ""));
        cell.run("until-full", 0, 100_000);
        cell.server.always(Act::Store);
    }),
    ("disk full, filled by others", |cell| {
        let is_mounted = Command::new("mount")
            .args(["-t", "tmpfs", "-o", "size=4m", "tmpfs"])
            .arg(&cell.dir.0)
            .status()
            .is_ok_and(|status| status.success());
        if !is_mounted {
            return println!("  (disk full: no right to mount a file system here; not run)");
        }
        cell.server.always(Act::Say(503, "", ""));
        cell.run("write", 0, 400);
        cell.server.always(Act::Store);
        let mut filler = std::fs::File::create(cell.dir.0.join("filler")).unwrap();
        while std::io::Write::write_all(&mut filler, &[0; 512]).is_ok() {}
    }),
    ("power loss", power_loss),
];

/// Kills the process and puts back what was synced, no more.
fn power_loss(cell: &mut Cell) {
    let shim = cell.dir.0.with_extension("so");
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/faults/powerloss.c");
    let is_built =
        Command::new("cc").args(["-shared", "-fPIC", "-O1", "-o"]).arg(&shim).arg(&source).status().is_ok_and(|status| status.success());
    if !is_built {
        return println!("  (power loss: no C compiler; not run)");
    }
    let shadow = Dir::new();
    cell.server.always(Act::Say(503, "", ""));
    let mut child = command("paced", &cell.server.endpoint(), &cell.dir.0, 0, 1_000_000, cell.durability)
        .env("LD_PRELOAD", &shim)
        .env("POWERLOSS_DIR", &cell.dir.0)
        .env("POWERLOSS_SHADOW", &shadow.0)
        .spawn()
        .unwrap();
    let id = child.id().to_string();
    let killing = std::thread::spawn(move || {
        std::thread::sleep(Duration::from_millis(3300));
        Command::new("kill").args(["-9", &id]).status().unwrap();
    });
    let started = Instant::now();
    let mut heard: Vec<(u64, Duration)> = Vec::new();
    for line in std::io::BufRead::lines(std::io::BufReader::new(child.stdout.take().unwrap())).map_while(Result::ok) {
        heard.extend(line.strip_prefix("ack ").and_then(|n| n.parse().ok()).map(|n| (n, started.elapsed())));
    }
    killing.join().unwrap();
    child.wait().unwrap();
    let end = heard.last().map_or(Duration::ZERO, |(_, at)| *at);
    // What the promise covers: everything in `durable`, all but the last second in `process`.
    let covered = if cell.durability == "durable" { end } else { end.saturating_sub(Duration::from_secs(1)) };
    cell.sent.extend(heard.iter().filter(|(_, at)| *at <= covered).map(|(n, _)| *n));
    cell.dir.files().iter().for_each(|path| std::fs::remove_file(path).unwrap());
    for line in std::fs::read_to_string(shadow.0.join("names")).unwrap_or_default().lines() {
        let Some((inode, name)) = line.split_once(' ') else { continue };
        let bytes = std::fs::read(shadow.0.join(inode)).unwrap_or_default();
        std::fs::write(cell.dir.0.join(name), bytes).unwrap();
        let mode = <std::fs::Permissions as std::os::unix::fs::PermissionsExt>::from_mode(0o600);
        std::fs::set_permissions(cell.dir.0.join(name), mode).unwrap();
    }
    std::fs::remove_file(&shim).unwrap();
    cell.server.always(Act::Store);
}

/// What a durability doesn't promise, and so isn't tried.
fn is_promised(scenario: &str, durability: &str) -> bool {
    durability != "memory" || !["restart", "kill", "power", "disk", "good key", "refused"].iter().any(|word| scenario.contains(word))
}

#[test]
#[ignore = "prints the table of faults; tests/faults/run"]
fn matrix() {
    let wanted = std::env::var("MILKGLASS_FAULT").unwrap_or_default();
    let unwanted = std::env::var("MILKGLASS_FAULT_NOT").unwrap_or_else(|_| "\0".to_owned());
    println!(
        "\n{:<30} {:<8} {:>7} {:>7} {:>6} {:>5} {:>8} {:>9}",
        "fault", "mode", "acked", "once", "twice", "lost", "counted", "readable"
    );
    let mut failures = Vec::new();
    for (name, act) in SCENARIOS.iter().filter(|(name, _)| name.contains(&wanted) && !name.contains(&unwanted)) {
        for durability in ["durable", "process", "memory"].into_iter().filter(|durability| is_promised(name, durability)) {
            let mut cell = Cell { server: Server::start(), dir: Dir::new(), durability, sent: BTreeSet::new() };
            act(&mut cell);
            let place = cell.dir.0.clone();
            let found = cell.settle();
            if name.starts_with("disk full") {
                let _ = Command::new("umount").arg(&place).status();
                let _ = std::fs::remove_dir_all(&place);
            }
            println!(
                "{name:<30} {durability:<8} {:>7} {:>7} {:>6} {:>5} {:>8} {:>9}",
                found.sent, found.once, found.twice, found.lost, found.counted, found.readable
            );
            // A refused batch isn't lost but counted and kept; everything else must arrive.
            if found.twice + found.readable > 0 || found.lost as u64 > found.counted {
                failures.push(format!("{name}, {durability}"));
            }
        }
    }
    assert!(failures.is_empty(), "{failures:?}");
}
