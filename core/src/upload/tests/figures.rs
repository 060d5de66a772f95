//! Figures, printed on demand: `cargo test --profile fast upload::tests::figures -- --ignored --nocapture --test-threads=1`.

use std::time::{Duration, Instant};

use super::processes::{acknowledged_lines, spawn_with};
use super::server::{Act, Server};
use super::*;

/// An event of 2 kB, different each time and as compressible as a mutation.
pub fn two_kilobytes(n: u64) -> String {
    let mut text = format!(r#"{{"type":3,"timestamp":{},"data":{{"source":0,"texts":["#, 1_790_000_000_000 + n);
    let mut state = n.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
    while text.len() < 1960 {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        text.push_str(&format!(r#"{{"id":{},"value":"item {:x} in stock"}},"#, state % 10_000, state >> 40));
    }
    text.push_str(r#"{"id":0,"value":""}],"attributes":[]}}"#);
    text
}

/// The sending side, in a process of its own: prints one line of figures.
pub fn measure(delivery: &Delivery, role: &str, count: u64) {
    let events: Vec<String> = (0..512).map(two_kilobytes).collect();
    let accept = |n: u64| {
        let event = &events[(n % 512) as usize];
        let start = Instant::now();
        while delivery.accept("s-1", None, Some(n), event.as_bytes()).unwrap() != Accept::Accepted {
            std::thread::sleep(Duration::from_millis(1));
        }
        start.elapsed()
    };
    let start = Instant::now();
    match role {
        "figure-latency" => {
            let mut took: Vec<Duration> = (0..count)
                .map(|n| {
                    let due = start + Duration::from_millis(n);
                    std::thread::sleep(due.saturating_duration_since(Instant::now()));
                    accept(n)
                })
                .collect();
            took.sort();
            let at = |share: f64| took[((took.len() - 1) as f64 * share) as usize].as_secs_f64() * 1e6;
            println!(
                "\nack p50 {:.0} µs, p90 {:.0} µs, p99 {:.0} µs, p99.9 {:.0} µs, max {:.0} µs",
                at(0.5),
                at(0.9),
                at(0.99),
                at(0.999),
                at(1.0)
            );
        }
        "figure-rate" => {
            (0..count).for_each(|n| _ = accept(n));
            let accepted = start.elapsed();
            let pending = delivery.flush(Duration::from_secs(120)).unwrap().pending;
            let (wall, cpu) = (start.elapsed().as_secs_f64(), cpu_seconds());
            println!(
                "\nack accepted {:.0}/s, delivered {:.0}/s, {:.1} µs of processor time an event ({:.0} events a core-second), pending {pending}, peak {} kB",
                count as f64 / accepted.as_secs_f64(),
                count as f64 / wall,
                cpu / count as f64 * 1e6,
                count as f64 / cpu,
                peak_kb()
            );
        }
        _ => {
            for n in 0..count {
                let event = &events[(n % 512) as usize];
                let session = format!("s-{}", n % 200);
                while delivery.accept(&session, None, Some(n), event.as_bytes()).unwrap() != Accept::Accepted {
                    std::thread::sleep(Duration::from_millis(1));
                }
            }
            let stats = delivery.stats();
            println!(
                "\nack {} waiting after {:.1} s, {} MB on disk, peak {} kB",
                stats.pending,
                start.elapsed().as_secs_f64(),
                stats.bytes_on_disk >> 20,
                peak_kb()
            );
        }
    }
}

fn cpu_seconds() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap();
    let fields: Vec<&str> = stat.rsplit(')').next().unwrap().split_whitespace().collect();
    (fields[11].parse::<f64>().unwrap() + fields[12].parse::<f64>().unwrap()) / 100.0
}

fn peak_kb() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    status.lines().find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB")?.parse().ok()).unwrap()
}

#[test]
#[ignore = "prints figures"]
fn figures() {
    for (role, count, durability, act) in [
        ("figure-latency", 5_000, "process", Act::Count),
        ("figure-latency", 2_000, "durable", Act::Count),
        ("figure-rate", 100_000, "process", Act::Count),
        ("figure-waiting", 1_000_000, "process", Act::Say(503, "", "")),
    ] {
        if std::env::var("MILKGLASS_FIGURE").is_ok_and(|wanted| wanted != format!("{role} {durability}")) {
            continue;
        }
        let (server, dir) = (Server::start(), Dir::new());
        server.always(act);
        let mut child = spawn_with(role, &server, &dir, 0, count, durability);
        let lines = acknowledged_lines(&mut child);
        println!("{role} {durability} {count}: {}", lines.join(" "));
        assert!(child.wait().unwrap().success());
    }
}
