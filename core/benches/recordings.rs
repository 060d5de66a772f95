//! Throughput of the engine beside JSON libraries on the same bytes in one run. CPU time of one thread; the ratios count.
//!
//! `cargo bench -p milkglass --bench recordings -- FOLDER` takes the recordings of a folder; two more sessions are
//! generated: one heavy with mutations, one that is mostly style sheets.

#![allow(clippy::print_stdout)]

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use milkglass::config::Profile;
use milkglass::{Config, Redactor};

fn main() {
    let folder = std::env::args().skip(1).find(|a| !a.starts_with('-'));
    let mut sets: Vec<(String, Vec<Vec<u8>>)> = Vec::new();
    if let Some(folder) = folder {
        sets.push(("corpus".to_owned(), recordings(&folder)));
    }
    sets.push(("mutations".to_owned(), vec![mutations(36 << 20)]));
    sets.push(("style sheets".to_owned(), vec![sheets(16 << 20)]));
    println!("{:<14} {:>9} {:>14} {:>10} {:>8}", "recordings", "MB", "what", "MB/s", "ratio");
    for (name, set) in &sets {
        let bytes: usize = set.iter().map(Vec::len).sum();
        let megabytes = bytes as f64 / 1e6;
        let sonic = measure(set, |text| {
            let value: sonic_rs::Value = sonic_rs::from_slice(text).unwrap();
            sonic_rs::to_vec(&value).unwrap().len()
        });
        let row = |what: &str, time: Duration| {
            let speed = megabytes / time.as_secs_f64();
            println!("{name:<14} {megabytes:>9.1} {what:>14} {speed:>10.0} {:>8.2}", sonic.as_secs_f64() / time.as_secs_f64());
        };
        row("sonic-rs", sonic);
        row(
            "serde_json",
            measure(set, |text| {
                let value: serde_json::Value = serde_json::from_slice(text).unwrap();
                serde_json::to_vec(&value).unwrap().len()
            }),
        );
        for profile in [Profile::Strict, Profile::Balanced, Profile::Forms] {
            let mut config = Config::default();
            config.privacy.profile = profile;
            let redactor = Redactor::new(&config).unwrap();
            row(profile.as_str(), measure(set, |text| redactor.redact(text).unwrap().bytes.len()));
        }
    }
}

/// The best of several rounds over the set, in CPU time of this thread.
fn measure(set: &[Vec<u8>], mut work: impl FnMut(&[u8]) -> usize) -> Duration {
    let mut best = Duration::MAX;
    let start = Instant::now();
    for round in 0..12 {
        let before = cpu_time();
        for text in set {
            std::hint::black_box(work(text));
        }
        best = best.min(cpu_time() - before);
        if round >= 2 && start.elapsed() > Duration::from_secs(6) {
            break;
        }
    }
    best
}

fn cpu_time() -> Duration {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    Duration::new(u64::try_from(time.tv_sec).unwrap(), u32::try_from(time.tv_nsec).unwrap())
}

fn recordings(folder: &str) -> Vec<Vec<u8>> {
    let mut names: Vec<_> = std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).collect();
    names.sort();
    names
        .iter()
        .map(|path| {
            let bytes = std::fs::read(path).unwrap();
            if !bytes.starts_with(&[0x1f, 0x8b]) {
                return bytes;
            }
            let mut plain = Vec::new();
            std::io::Read::read_to_end(&mut flate2::read::GzDecoder::new(bytes.as_slice()), &mut plain).unwrap();
            plain
        })
        .collect()
}

const WORDS: [&str; 12] = ["glass", "lamp", "Order", "shipping", "today", "blue", "window", "returns", "kitchen", "total", "open", "cart"];

/// A page of many rows whose cells are replaced again and again, as dashboards do.
fn mutations(size: usize) -> Vec<u8> {
    let mut text = snapshot("");
    let mut id = 100u32;
    let mut random = 1u64;
    let mut word = || {
        random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        WORDS[usize::try_from(random >> 40).unwrap() % WORDS.len()]
    };
    while text.len() < size {
        text.push_str(r#",{"type":3,"data":{"source":0,"texts":[],"attributes":[],"removes":[],"adds":["#);
        for row in 0..20 {
            if row > 0 {
                text.push(',');
            }
            let _ = write!(
                text,
                r#"{{"parentId":5,"nextId":null,"node":{{"type":2,"tagName":"div","attributes":{{"class":"row {}","data-index":"{row}","style":"top: {row}px"}},"childNodes":[],"id":{}}}}},{{"parentId":{},"nextId":null,"node":{{"type":3,"textContent":"{} {} {} {}","id":{}}}}}"#,
                word(),
                id,
                id,
                word(),
                word(),
                row,
                word(),
                id + 1
            );
            id = if id > 200_000 { 100 } else { id + 2 };
        }
        let _ = write!(text, r#"]}},"timestamp":{}}}"#, 1_790_000_000_000u64 + u64::from(id));
    }
    text.push(']');
    text.into_bytes()
}

/// A visit over many pages, most of each page style sheets.
fn sheets(size: usize) -> Vec<u8> {
    let mut sheet = String::new();
    for n in 0..1500 {
        let _ = write!(
            sheet,
            r#".c{n} > .item:hover, .btn-{n} {{ color: rgb({}, 20, 30); padding: {}px 1rem; background: url(\"/img/{n}.png\") no-repeat; transition: color .2s ease-in-out }}\n"#,
            n % 255,
            n % 40
        );
    }
    let mut text = String::from("[");
    while text.len() < size {
        if text.len() > 1 {
            text.push(',');
        }
        text.push_str(snapshot(&sheet).trim_start_matches('['));
    }
    text.push(']');
    text.into_bytes()
}

/// The start of an array with a full snapshot of a page with some text.
fn snapshot(sheet: &str) -> String {
    let mut body = String::new();
    for n in 0..400u32 {
        if n > 0 {
            body.push(',');
        }
        let word = WORDS[usize::try_from(n).unwrap() % WORDS.len()];
        let _ = write!(
            body,
            r#"{{"type":2,"tagName":"p","attributes":{{"class":"text text-{n}"}},"childNodes":[{{"type":3,"textContent":"{word} number {n} of the {word} list","id":{}}}],"id":{}}}"#,
            1000 + n * 2,
            1001 + n * 2
        );
    }
    format!(
        r#"[{{"type":2,"data":{{"node":{{"type":0,"childNodes":[{{"type":2,"tagName":"html","attributes":{{}},"childNodes":[{{"type":2,"tagName":"head","attributes":{{}},"childNodes":[{{"type":2,"tagName":"style","attributes":{{"_cssText":"{sheet}"}},"childNodes":[],"id":4}}],"id":3}},{{"type":2,"tagName":"body","attributes":{{}},"childNodes":[{body}],"id":5}}],"id":2}}],"id":1}},"initialOffset":{{"left":0,"top":0}}}},"timestamp":1790000000000}}"#
    )
}
