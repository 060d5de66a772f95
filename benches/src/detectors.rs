//! The detectors beside those of others: on dense text, on the text nodes of recordings in bulk, and on short nodes.

use std::process::Command;
use std::time::Duration;

use milkglass::Config;
use serde_json::Value;

use super::{Options, clock, report::Report, sets};

/// Nodes up to this many bytes are short.
const SHORT: usize = 40;

pub fn run(options: &Options, report: &mut Report) {
    let mut nodes = Vec::new();
    match &options.corpus {
        Some(folder) => {
            for recording in sets::folder(folder) {
                collect(&serde_json::from_slice(&recording).unwrap(), &mut nodes);
            }
        }
        None => collect(&serde_json::from_slice(&sets::mutations(8 << 20)).unwrap(), &mut nodes),
    }
    let dense: Vec<String> = match &options.texts {
        Some(path) => {
            let lines = std::fs::read_to_string(path).unwrap();
            lines.lines().filter_map(|line| serde_json::from_str::<Value>(line).unwrap()["text"].as_str().map(str::to_owned)).collect()
        }
        None => {
            report.skipped.push("dense text of a file: none was given, so a generated one is measured".to_owned());
            generated()
        }
    };
    let short: Vec<String> = nodes.iter().filter(|text| text.len() <= SHORT && !text.trim().is_empty()).cloned().collect();
    for (name, what, texts) in
        [("dense", "dense text", &dense), ("nodes", "text nodes in bulk", &nodes), ("short", "short text nodes", &short)]
    {
        let bytes: usize = texts.iter().map(String::len).sum();
        let hash = clock::hash(texts.iter().map(String::as_bytes));
        let mut times = Vec::new();
        let mut row = |peer: &str, limit: u64, work: &mut dyn FnMut(&str) -> usize| {
            // Some peers take seconds for what others do in one round.
            let time = clock::best(Duration::from_secs(limit), || {
                for text in texts {
                    std::hint::black_box(work(text));
                }
            });
            times.push((peer.to_owned(), time.as_secs_f64()));
        };
        let detector = milkglass::detector(&Config::default()).unwrap();
        let mut spans = Vec::new();
        row("milkglass", 3, &mut |text| {
            detector.scan(text, &mut spans);
            spans.len()
        });
        peers(&mut row);
        times.extend(python(options, texts, report));
        report.detectors(name, what, texts.len(), bytes, &hash, times);
    }
    if !cfg!(feature = "peers") {
        report.skipped.push("datafog-core, leakguard: could not be fetched from the Rust registry".to_owned());
    }
}

#[cfg(feature = "peers")]
fn peers(row: &mut dyn FnMut(&str, u64, &mut dyn FnMut(&str) -> usize)) {
    let leakguard = leakguard::Redactor::new();
    row("leakguard", 3, &mut |text| leakguard.find(text).len());
    row("datafog-core", 3, &mut |text| datafog_core::scan(text).len());
}

#[cfg(not(feature = "peers"))]
fn peers(_: &mut dyn FnMut(&str, u64, &mut dyn FnMut(&str) -> usize)) {}

/// The peers in Python measure themselves: the texts go in as JSON, CPU seconds of their best round come out.
fn python(options: &Options, texts: &[String], report: &mut Report) -> Vec<(String, f64)> {
    let Some(python) = &options.python else { return Vec::new() };
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/peers.py");
    let input = std::env::temp_dir().join(format!("milkglass-texts-{}.json", std::process::id()));
    // As many texts as a slow peer can read in a moment; its time is scaled to all of them.
    let mut sample: Vec<&String> = texts.iter().step_by((texts.len() / 2000).max(1)).collect();
    sample.truncate(2000);
    let share = sample.iter().map(|text| text.len()).sum::<usize>() as f64 / texts.iter().map(String::len).sum::<usize>() as f64;
    std::fs::write(&input, serde_json::to_vec(&sample).unwrap()).unwrap();
    let output = Command::new(python).arg(script).arg(&input).output();
    let _ = std::fs::remove_file(&input);
    let Ok(output) = output else { return Vec::new() };
    let lines = String::from_utf8_lossy(&output.stdout).into_owned();
    let mut times = Vec::new();
    for line in lines.lines() {
        match line.split_once('\t') {
            Some((peer, seconds)) => match seconds.parse::<f64>() {
                Ok(seconds) => times.push((peer.to_owned(), seconds / share)),
                Err(_) => report.skipped.push(format!("{peer}: {seconds}")),
            },
            None => report.skipped.push(line.to_owned()),
        }
    }
    times
}

fn collect(value: &Value, out: &mut Vec<String>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| collect(item, out)),
        Value::Object(members) => {
            if let (Some(3), Some(text)) = (members.get("type").and_then(Value::as_u64), members.get("textContent").and_then(Value::as_str))
            {
                // Text of style sheets is for another room.
                if !members.contains_key("isStyle") && text.len() < 20_000 {
                    out.push(text.to_owned());
                }
            }
            members.values().for_each(|member| collect(member, out));
        }
        _ => {}
    }
}

/// Lines of forms, chats and logs in which every second word is something to find.
fn generated() -> Vec<String> {
    let mut random = sets::Random::new(9);
    (0..5000)
        .map(|n| match random.below(5) {
            0 => format!("Contact: anna.{n}@mail.example, phone +49 30 {:07}", random.below(9_999_999)),
            1 => format!(
                "{{\"ip\":\"10.{}.{}.7\",\"token\":\"eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIx{n}In0.c2lnbmF0dXJl\"}}",
                random.below(255),
                random.below(255)
            ),
            2 => format!("IBAN: DE89 3704 0044 0532 0130 00, order no. {n}, total {} EUR", random.below(900)),
            3 => format!(
                "Dear Ms Example, your parcel 00340434{:012} arrives on 12.0{}.2026 between 10 and 12.",
                random.below(99_999),
                1 + random.below(9)
            ),
            _ => format!("user{n} logged in from 2001:db8::{:x} with password: Glass{n}!", random.below(65_535)),
        })
        .collect()
}
