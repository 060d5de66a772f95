//! `milkglass redact -` holds its memory however long the recording is: a stream is generated into it, and the kernel's high-water
//! mark of the process is read before the stream ends.
//!
//! MILKGLASS_STREAM_MB makes the stream longer: 10240 is the ten gigabytes of the promise.

#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::print_stdout, missing_docs)]

use std::io::{Read, Write};
use std::process::{Command, Stdio};

/// Resident memory that any recording fits in, the state of its page included. An unoptimised program is itself three times as large.
const LIMIT_KB: u64 = if cfg!(debug_assertions) { 96 * 1024 } else { 64 * 1024 };

#[test]
fn a_stream_of_any_length_stays_under_64_mb() {
    let default = if cfg!(debug_assertions) { 24 } else { 300 };
    let megabytes: usize = std::env::var("MILKGLASS_STREAM_MB").ok().map_or(default, |text| text.parse().unwrap());
    let mut child =
        Command::new(env!("CARGO_BIN_EXE_milkglass")).args(["redact", "-"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let mut out = child.stdout.take().unwrap();
    let reader = std::thread::spawn(move || {
        let (mut buffer, mut total) = (vec![0; 1 << 16], 0u64);
        loop {
            match out.read(&mut buffer).unwrap() {
                0 => return total,
                read => total += read as u64,
            }
        }
    });
    let mut input = child.stdin.take().unwrap();
    let mut session = Session::default();
    let (mut written, mut piece) = (0, String::new());
    while written < megabytes << 20 {
        piece.clear();
        session.next(&mut piece);
        input.write_all(piece.as_bytes()).unwrap();
        written += piece.len();
    }
    let high_water = high_water(child.id());
    drop(input);
    assert!(child.wait().unwrap().success());
    let out = reader.join().unwrap();
    println!("{} MB in, {} MB out, {} kB resident at most", written >> 20, out >> 20, high_water);
    assert!(out > written as u64 / 2, "what needs no change came out");
    assert!(high_water < LIMIT_KB, "{high_water} kB resident");
}

fn high_water(process: u32) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    line.trim().trim_end_matches(" kB").parse().unwrap()
}

/// A visit that never ends: pages of a few hundred nodes, rows that come and go with new ids, typing, clicks, scrolling.
#[derive(Default)]
struct Session {
    time: u64,
    id: u32,
}

impl Session {
    fn event(&mut self, out: &mut String, kind: u8, data: &str) {
        self.time += 16;
        out.push_str(&format!("{{\"type\":{kind},\"data\":{data},\"timestamp\":{}}}\n", 1_790_000_000_000 + self.time));
    }

    fn next(&mut self, out: &mut String) {
        // A recorder takes a full snapshot now and then, and ids restart there.
        if self.id == 0 || self.id > 200_000 {
            self.snapshot(out);
        }
        let id = self.id;
        self.id += 2;
        self.event(
            out,
            3,
            &format!(
                r#"{{"source":0,"texts":[{{"id":8,"value":"{} lamps in the cart, write to visitor{}@mail.example"}}],"attributes":[{{"id":7,"attributes":{{"class":"row r{}","style":{{"top":"{}px"}}}}}}],"removes":[{}],"adds":[{{"parentId":5,"nextId":null,"node":{{"type":2,"tagName":"li","attributes":{{"class":"item"}},"childNodes":[],"id":{id}}}}},{{"parentId":{id},"nextId":null,"node":{{"type":3,"textContent":"glass lamp number {}","id":{}}}}}]}}"#,
                id % 9,
                id,
                id % 7,
                id % 900,
                if id > 600 { format!(r#"{{"parentId":5,"id":{}}}"#, id - 200) } else { String::new() },
                id,
                id + 1
            ),
        );
        self.event(out, 3, &format!(r#"{{"source":1,"positions":[{{"x":{},"y":9,"id":7,"timeOffset":-40}}]}}"#, id % 800));
        self.event(out, 3, &format!(r#"{{"source":5,"text":"typed {id}","isChecked":false,"id":6}}"#));
        self.event(out, 3, &format!(r#"{{"source":3,"id":1,"x":0,"y":{}}}"#, id % 3000));
    }

    fn snapshot(&mut self, out: &mut String) {
        self.event(out, 4, r#"{"href":"https://shop.example/lamps?page=2","width":1200,"height":800}"#);
        let items: Vec<String> = (0..200)
            .map(|n| {
                format!(
                    r#"{{"type":2,"tagName":"li","attributes":{{"class":"item"}},"childNodes":[{{"type":3,"textContent":"lamp {n}","id":{}}}],"id":{}}}"#,
                    11 + n * 2,
                    10 + n * 2
                )
            })
            .collect();
        self.event(
            out,
            2,
            &format!(
                r#"{{"node":{{"type":0,"id":1,"childNodes":[{{"type":2,"tagName":"html","attributes":{{}},"id":2,"childNodes":[{{"type":2,"tagName":"head","attributes":{{}},"childNodes":[],"id":3}},{{"type":2,"tagName":"body","attributes":{{}},"id":4,"childNodes":[{{"type":2,"tagName":"ul","attributes":{{}},"childNodes":[{}],"id":5}},{{"type":2,"tagName":"input","attributes":{{"name":"note"}},"childNodes":[],"id":6}},{{"type":2,"tagName":"p","attributes":{{}},"childNodes":[{{"type":3,"textContent":"cart","id":8}}],"id":7}}]}}]}}]}},"initialOffset":{{"left":0,"top":0}}}}"#,
                items.join(",")
            ),
        );
        self.id = 500;
    }
}
