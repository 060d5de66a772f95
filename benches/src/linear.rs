//! How the cost grows: with the length of the recording, with the number of the host's selectors, and with the number of
//! values that the session knows.

use std::fmt::Write as _;
use std::time::Duration;

use milkglass::config::{Consent, Durability, Required};
use milkglass::consent::Signals;
use milkglass::{Config, KnownValue, Recorder, Redactor};

use super::{clock, report::Report, sets};

/// Any key does: nothing is ever sent.
const KEY: &str = "MILKGLASS_BENCH_KEY";

pub fn run(report: &mut Report) {
    let piece = sets::mutations(4 << 20);
    let events = &piece[1..piece.len() - 1];
    let redactor = Redactor::new(&Config::default()).unwrap();
    let lengths = [1usize, 10, 100, 1000].map(|megabytes| {
        let time = clock::once(|| {
            let (mut stream, mut out, mut written) = (redactor.stream(), Vec::new(), 0);
            stream.push(b"[", &mut out).unwrap();
            while written < megabytes * 1_000_000 {
                let rest = (megabytes * 1_000_000 - written).min(events.len());
                // A whole event, so that what follows is one, too.
                let end = if rest < events.len() { last_event(&events[..rest.max(200_000)]) } else { rest };
                if written > 0 {
                    stream.push(b",", &mut out).unwrap();
                }
                stream.push(&events[..end], &mut out).unwrap();
                written += end;
                out.clear();
            }
            stream.push(b"]", &mut out).unwrap();
            stream.finish(&mut out).unwrap();
        });
        (megabytes as f64, time.as_secs_f64() * 1000.0 / megabytes as f64)
    });
    report.linear("length", "Length of the recording", "MB", "ms a MB", &lengths);

    let session = sets::mutations(8 << 20);
    let selectors = [1usize, 3, 10, 30, 100].map(|count| {
        let mut config = Config::default();
        config.privacy.mask = (0..count).map(|n| format!(".panel-{n} > .value[data-kind='{n}']")).collect();
        let redactor = Redactor::new(&config).unwrap();
        let time = clock::best(Duration::from_secs(3), || drop(redactor.redact(&session).unwrap()));
        (count as f64, time.as_secs_f64() * 1000.0 / (session.len() as f64 / 1e6))
    });
    report.linear("selectors", "Selectors of the host", "selectors", "ms a MB", &selectors);

    if std::env::var_os(KEY).is_none() {
        return report.skipped.push(format!("known values: {KEY} is not set"));
    }
    let values = [1usize, 10, 100, 1000, 10_000].map(|count| {
        let time = known(count, &session);
        (count as f64, time.as_secs_f64() * 1000.0 / (session.len() as f64 / 1e6))
    });
    report.linear("known", "Values that the session knows", "values", "ms a MB", &values);
}

/// The end of the last whole event.
fn last_event(events: &[u8]) -> usize {
    events.windows(10).rposition(|w| w == b",{\"type\":3").unwrap_or(events.len())
}

/// A session that knows so many values. What the recorder does beside redacting is the same for each number.
fn known(count: usize, events: &[u8]) -> Duration {
    let mut config = Config { consent: Consent { required: Required::Never, ..Consent::default() }, ..Config::default() };
    config.upload.endpoint = Some("http://127.0.0.1:9/v1/batches".to_owned());
    config.upload.durability = Durability::Memory;
    config.upload.key_env = KEY.to_owned();
    let recorder = Recorder::open(config).unwrap();
    let decision = recorder.decide(&Signals::default());
    let session = recorder.session("bench", decision).unwrap();
    let mut name = String::new();
    for n in 0..count {
        name.clear();
        let _ = write!(name, "Customer{} Number{}", letters(n), letters(n * 7 + 3));
        session.know(KnownValue::name(name.clone())).unwrap();
    }
    let time = clock::best(Duration::from_secs(3), || assert!(session.record(events).unwrap().report.events_in > 0));
    let _ = recorder.close(Duration::from_millis(10));
    time
}

/// A number in letters, as names have no digits.
fn letters(mut number: usize) -> String {
    let mut out = String::new();
    for _ in 0..5 {
        out.push(char::from(b'a' + u8::try_from(number % 26).unwrap()));
        number /= 26;
    }
    out
}
