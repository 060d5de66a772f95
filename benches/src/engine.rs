//! The engine in its three profiles beside JSON libraries on the same bytes.

use std::time::Duration;

use milkglass::config::Profile;
use milkglass::{Config, Redactor};
use serde_json::Value;

use super::sets::{self, Set};
use super::{Options, clock, report::Report};

pub fn run(options: &Options, report: &mut Report) {
    let mut list = Vec::new();
    match &options.corpus {
        Some(folder) => {
            list.push(Set { name: "recorded visits", what: "recordings of a folder, mostly text", recordings: sets::folder(folder) })
        }
        None => report.skipped.push("recorded visits: no folder of recordings was given".to_owned()),
    }
    list.push(Set {
        name: "mutations",
        what: "generated: a dashboard whose rows come and go",
        recordings: vec![sets::mutations(36 << 20)],
    });
    list.push(Set {
        name: "pages",
        what: "generated: a visit over many pages, 70 % of the bytes minified style sheets",
        recordings: vec![sets::pages(24 << 20)],
    });
    list.push(Set {
        name: "addresses",
        what: "generated: pages whose style sheets have an address in every rule",
        recordings: vec![sets::addresses(12 << 20)],
    });
    for set in &list {
        let hash = clock::hash(set.recordings.iter().map(Vec::as_slice));
        let mut speeds = Vec::new();
        let mut row = |what: &'static str, work: &mut dyn FnMut(&[u8]) -> usize| {
            let time = clock::best(Duration::from_secs(5), || {
                for text in &set.recordings {
                    std::hint::black_box(work(text));
                }
            });
            speeds.push((what, set.megabytes() / time.as_secs_f64()));
        };
        row("sonic-rs", &mut |text| sonic_rs::to_vec(&sonic_rs::from_slice::<sonic_rs::Value>(text).unwrap()).unwrap().len());
        row("serde_json", &mut |text| serde_json::to_vec(&serde_json::from_slice::<Value>(text).unwrap()).unwrap().len());
        row("serde_json + mask", &mut |text| {
            let mut value: Value = serde_json::from_slice(text).unwrap();
            mask(&mut value);
            serde_json::to_vec(&value).unwrap().len()
        });
        for profile in [Profile::Strict, Profile::Balanced, Profile::Forms] {
            let mut config = Config::default();
            config.privacy.profile = profile;
            let redactor = Redactor::new(&config).unwrap();
            row(profile.as_str(), &mut |text| redactor.redact(text).unwrap().bytes.len());
        }
        report.engine(set, &hash, speeds);
    }
}

/// What a small program of one's own would do: in every string what looks like a mail address or a long number is masked.
fn mask(value: &mut Value) {
    match value {
        Value::String(text) => mask_text(text),
        Value::Array(items) => items.iter_mut().for_each(mask),
        Value::Object(members) => members.values_mut().for_each(mask),
        _ => {}
    }
}

fn mask_text(text: &mut String) {
    let word = |b: u8| b.is_ascii_alphanumeric() || b"._%+-".contains(&b);
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut digits = 0;
    for (at, &byte) in bytes.iter().enumerate() {
        if byte.is_ascii_digit() {
            digits += 1;
        } else if byte != b' ' && byte != b'-' {
            digits = 0;
        }
        if digits == 9 {
            found.push((at - 8, at + 1));
        }
        if byte == b'@' {
            let start = at - bytes[..at].iter().rev().take_while(|b| word(**b)).count();
            let end = at + 1 + bytes[at + 1..].iter().take_while(|b| word(**b)).count();
            if start < at && bytes[at..end].contains(&b'.') {
                found.push((start, end));
            }
        }
    }
    for (start, end) in found.into_iter().rev() {
        if text.is_char_boundary(start) && text.is_char_boundary(end) {
            text.replace_range(start..end, &"*".repeat(end - start));
        }
    }
}
