//! Allocations of a stream in its steady state, counted: events that need no change cost none, however many there are.
//!
//! MILKGLASS_ALLOCATION_SITES=1 prints where the others come from.

#![allow(unsafe_code, clippy::unwrap_used, clippy::print_stdout, missing_docs)]

use std::alloc::{GlobalAlloc, Layout, System};
use std::backtrace::Backtrace;
use std::cell::Cell;
use std::collections::HashMap;
use std::fmt::Write as _;

use milkglass::config::Profile;
use milkglass::{Config, Redactor};

struct Counting;

thread_local! {
    static COUNT: Cell<Option<u64>> = const { Cell::new(None) };
    static SITES: Cell<Option<HashMap<String, u64>>> = const { Cell::new(None) };
}

fn count() {
    let Ok(Some(count)) = COUNT.try_with(Cell::get) else { return };
    COUNT.with(|cell| cell.set(None));
    if let Some(mut sites) = SITES.take() {
        let trace = Backtrace::force_capture().to_string();
        let site: Vec<&str> = trace.lines().map(str::trim).filter(|l| l.contains("milkglass::")).take(3).collect();
        *sites.entry(site.join(" < ")).or_default() += 1;
        SITES.set(Some(sites));
    }
    COUNT.with(|cell| cell.set(Some(count + 1)));
}

// SAFETY: every call goes on to the system's allocator unchanged; counting allocates only while it is switched off.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        count();
        // SAFETY: as the caller promises.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        // SAFETY: as the caller promises.
        unsafe { System.dealloc(pointer, layout) }
    }

    unsafe fn realloc(&self, pointer: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        count();
        // SAFETY: as the caller promises.
        unsafe { System.realloc(pointer, layout, size) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

const PAGE: &str = r#"{"type":2,"data":{"node":{"type":0,"id":1,"childNodes":[{"type":2,"tagName":"html","attributes":{},"id":2,"childNodes":[{"type":2,"tagName":"body","attributes":{},"id":3,"childNodes":[{"type":2,"tagName":"ul","attributes":{},"childNodes":[],"id":4},{"type":2,"tagName":"input","attributes":{"name":"note"},"childNodes":[],"id":5},{"type":2,"tagName":"input","attributes":{"type":"password"},"childNodes":[],"id":6},{"type":2,"tagName":"p","attributes":{},"childNodes":[{"type":3,"textContent":"cart","id":8}],"id":7},{"type":2,"tagName":"p","attributes":{"class":"rr-mask"},"childNodes":[{"type":3,"textContent":"cart","id":10}],"id":9}]}]}]},"initialOffset":{"left":0,"top":0}},"timestamp":1}"#;

/// A kind of stream: its name, an event by its number, and the allocations that an event may cost at most.
type Kind = (&'static str, fn(u32) -> String, f64);

const KINDS: &[Kind] = &[
    (
        "pointer",
        |n| format!(r#"{{"source":1,"positions":[{{"x":{n},"y":2,"id":7,"timeOffset":-10}},{{"x":1,"y":2,"id":4,"timeOffset":0}}]}}"#),
        0.0,
    ),
    ("click", |n| format!(r#"{{"source":2,"type":2,"id":7,"x":{n},"y":2,"pointerType":0}}"#), 0.0),
    ("scroll", |n| format!(r#"{{"source":3,"id":4,"x":0,"y":{n}}}"#), 0.0),
    ("selection", |n| format!(r#"{{"source":14,"ranges":[{{"start":8,"startOffset":0,"end":8,"endOffset":{}}}]}}"#, n % 4), 0.0),
    (
        "adds",
        |n| {
            change(
                "",
                "",
                "",
                &format!(
                    r#"{{"parentId":4,"nextId":null,"node":{{"type":3,"textContent":"glass lamp {}","id":{}}}}}"#,
                    n % 100,
                    100 + n % 500
                ),
            )
        },
        0.0,
    ),
    (
        "elements",
        |n| {
            change(
                "",
                "",
                "",
                &format!(
                    r#"{{"parentId":4,"nextId":null,"node":{{"type":2,"tagName":"li","attributes":{{"class":"row","data-index":"{}","style":"top: 4px"}},"childNodes":[],"id":{}}}}}"#,
                    n % 100,
                    1000 + n % 500
                ),
            )
        },
        0.0,
    ),
    ("removes", |n| change("", "", &format!(r#"{{"parentId":4,"id":{}}}"#, 100 + n % 500), ""), 0.0),
    (
        "attributes",
        |n| change("", &format!(r#"{{"id":7,"attributes":{{"class":"row r{}","style":{{"top":"{}px"}}}}}}"#, n % 7, n % 900), "", ""),
        0.0,
    ),
    ("texts", |n| change(&format!(r#"{{"id":8,"value":"{} lamps in the cart"}}"#, n % 90), "", "", ""), 0.0),
    ("masked texts", |n| change(&format!(r#"{{"id":10,"value":"{n} lamps in the cart"}}"#), "", "", ""), 0.0),
    ("found texts", |n| change(&format!(r#"{{"id":8,"value":"write to visitor{n}@mail.example today"}}"#), "", "", ""), 0.0),
    ("addresses", |n| change("", &format!(r#"{{"id":7,"attributes":{{"href":"/lamps/{}?token=a{n}b&page=2"}}}}"#, n % 9), "", ""), 0.0),
    // Each value is new to the session and remembered as hashes of its parts, which are cut out of it.
    ("typing", |n| format!(r#"{{"source":5,"text":"glass {}","isChecked":false,"id":5}}"#, n % 90), 4.1),
    ("passwords", |n| format!(r#"{{"source":5,"text":"Xk{n}!","isChecked":false,"id":6}}"#), 0.0),
];

/// The bytes of a stream that are counted. They are read four mebibytes at once.
const STEADY: std::ops::Range<usize> = 9 << 20..13 << 20;

fn change(texts: &str, attributes: &str, removes: &str, adds: &str) -> String {
    format!(r#"{{"source":0,"texts":[{texts}],"attributes":[{attributes}],"removes":[{removes}],"adds":[{adds}]}}"#)
}

/// Allocations per event in the steady state, from the fourth window of the stream on.
fn measure(redactor: &Redactor, event: fn(u32) -> String, sites: bool) -> (f64, Vec<(String, u64)>) {
    let mut stream = redactor.stream();
    let mut out = Vec::with_capacity(32 << 20);
    stream.push(PAGE.as_bytes(), &mut out).unwrap();
    let mut piece = String::new();
    let (mut total, mut allocations, mut events, mut number) = (0usize, 0u64, 0u64, 0u32);
    if sites {
        SITES.set(Some(HashMap::new()));
    }
    while total < STEADY.end {
        piece.clear();
        let mut count = 0;
        while piece.len() < 1 << 16 {
            number += 1;
            count += 1;
            let _ = write!(piece, "{{\"type\":3,\"data\":{},\"timestamp\":{}}}\n", event(number), 1000 + number);
        }
        out.clear();
        let steady = total > STEADY.start;
        COUNT.set(steady.then_some(0));
        stream.push(piece.as_bytes(), &mut out).unwrap();
        let counted = COUNT.take();
        total += piece.len();
        if steady {
            allocations += counted.unwrap();
            events += count;
        }
    }
    let mut sites: Vec<_> = SITES.take().unwrap_or_default().into_iter().collect();
    sites.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    #[allow(clippy::cast_precision_loss)]
    (allocations as f64 / events as f64, sites)
}

#[test]
fn the_steady_state_allocates_nothing() {
    let config = |profile| {
        let mut config = Config::default();
        config.privacy.profile = profile;
        Redactor::new(&config).unwrap()
    };
    let sites = std::env::var("MILKGLASS_ALLOCATION_SITES").is_ok();
    let mut beyond = Vec::new();
    for profile in [Profile::Strict, Profile::Balanced, Profile::Forms] {
        let redactor = config(profile);
        for (name, event, limit) in KINDS {
            let (each, found) = measure(&redactor, *event, sites);
            println!("{:<9} {name:<13} {each:.4} an event", profile.as_str());
            for (site, count) in found.iter().take(8) {
                println!("    {count:>8} {site}");
            }
            // A buffer that grows once in thousands of events is no cost of an event.
            if each > limit + 0.001 {
                beyond.push(format!("{} {name} {each:.4}", profile.as_str()));
            }
        }
    }
    assert!(beyond.is_empty(), "more allocations an event than allowed: {beyond:#?}");
}
