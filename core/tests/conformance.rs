//! Runs the vectors of `tests/conformance`, whose README says what each key means.

// A test may panic; that is how it fails. One variable of the environment is set before any thread runs.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout, unsafe_code)]

use std::path::PathBuf;
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use milkglass::consent::Signals;
use milkglass::error::table_json;
use milkglass::{Code, Config, Error, Recorder, Redactor, consent, lint, notice, snippet};
use serde_json::{Value, json};

const KEYS: &[&str] = &["name", "area", "config", "input", "input_b64", "signals", "expect"];

/// What a call left, and what it found wrong besides.
type Outcome = Result<Vec<u8>, Error>;

fn vectors() -> Vec<Value> {
    let folder = std::env::var_os("MILKGLASS_VECTORS")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../tests/conformance/vectors"), PathBuf::from);
    let mut files: Vec<_> = std::fs::read_dir(&folder)
        .unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|e| e == "json"))
        .collect();
    files.sort();
    files
        .iter()
        .flat_map(|path| {
            let text = std::fs::read_to_string(path).unwrap();
            serde_json::from_str::<Vec<Value>>(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
        })
        .collect()
}

#[test]
fn every_vector_holds() {
    // SAFETY: the only test of this program that reads the environment, before any thread of its own.
    unsafe { std::env::set_var("MILKGLASS_KEY", "conformance") };
    let vectors = vectors();
    assert!(!vectors.is_empty(), "no vectors");
    let mut names: Vec<&str> = vectors.iter().map(|v| v["name"].as_str().unwrap()).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), vectors.len(), "names are unique");

    let mut failures = Vec::new();
    for vector in &vectors {
        let mut wrong = Vec::new();
        run(vector, &mut wrong);
        failures.extend(wrong.iter().map(|what| format!("{}: {what}", vector["name"].as_str().unwrap())));
    }
    println!("conformance: rust ran {} vectors, {} failed", vectors.len(), failures.len());
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

/// A number that has a vector can't change its meaning unseen.
#[test]
fn every_error_code_has_a_vector() {
    let vectors = vectors();
    let pinned: Vec<&Value> = vectors.iter().filter(|v| v["area"] == "error").map(|v| &v["input"]["number"]).collect();
    for entry in table_json().as_array().unwrap() {
        assert!(pinned.contains(&&entry["number"]), "no vector for {}", entry["code"]);
    }
}

fn run(vector: &Value, wrong: &mut Vec<String>) {
    let expect = &vector["expect"];
    for key in vector.as_object().unwrap().keys() {
        if !KEYS.contains(&key.as_str()) {
            wrong.push(format!("the key {key} is not known"));
        }
    }
    let outcome = read_config(vector.get("config")).and_then(|config| call(vector, config, wrong));
    match (outcome, expect["error"].as_str()) {
        (Ok(_), Some(code)) => wrong.push(format!("succeeded instead of {code}")),
        (Err(error), None) => wrong.push(error.to_string()),
        (Err(error), Some(code)) => check_error(&error, code, expect, wrong),
        (Ok(output), None) => check_output(&output, expect, wrong),
    }
}

fn call(vector: &Value, config: Config, wrong: &mut Vec<String>) -> Outcome {
    let (input, expect) = (input(vector), &vector["expect"]);
    let text = || String::from_utf8(input.clone()).unwrap();
    match vector["area"].as_str().unwrap() {
        "redact" => {
            let redacted = Redactor::new(&config)?.redact(&input)?;
            check(expect, "report", &json!(redacted.report), wrong);
            Ok(redacted.bytes)
        }
        "consent" => {
            let signals = Signals::from_json(&text())?;
            let decision = json!(Recorder::open(config)?.decide(&signals));
            check(expect, "decision", &decision, wrong);
            Ok(decision.to_string().into_bytes())
        }
        "session" => {
            let recorder = Recorder::open(config)?;
            recorder.pause()?;
            let decision = recorder.decide(&Signals::from_json(&vector["signals"].to_string())?);
            let receipt = recorder.session("conformance", decision)?.record(&input);
            let stats = recorder.stats();
            recorder.close(Duration::ZERO)?;
            check(expect, "receipt", &json!(receipt?), wrong);
            check(expect, "stats", &json!(stats), wrong);
            Ok(Vec::new())
        }
        "notice" => {
            let asked = |key: &str, otherwise: &str| vector["input"][key].as_str().unwrap_or(otherwise).to_owned();
            let (format, length) = (asked("format", "html").parse()?, asked("length", "full").parse()?);
            Ok(notice::render(&config, &asked("language", ""), format, length)?.into_bytes())
        }
        "assess" => {
            let places = vector["input"]["jurisdictions"].as_array().unwrap();
            let places: Vec<&str> = places.iter().map(|place| place.as_str().unwrap()).collect();
            let assessment = json!(notice::assess(&config, &places)?);
            check(expect, "assessment", &assessment, wrong);
            Ok(assessment.to_string().into_bytes())
        }
        "accountability" => {
            let papers = json!(notice::accountability(&config));
            check(expect, "papers", &papers, wrong);
            Ok(papers.to_string().into_bytes())
        }
        "check" => check_notice(vector, &config, wrong),
        "renewal" => {
            let renewal = json!(notice::requires_renewal(&config, &read_config(vector.get("input"))?));
            check(expect, "renewal", &renewal, wrong);
            Ok(renewal.to_string().into_bytes())
        }
        "record" => consent_record(vector, &config, wrong),
        "locales" => {
            let locales = json!(notice::locales()?);
            check(expect, "count", &json!(locales.as_array().unwrap().len()), wrong);
            Ok(locales.to_string().into_bytes())
        }
        "sarif" => {
            let pages = vector["input"]["pages"].as_object().unwrap();
            let pages: Vec<(&str, &str)> = pages.iter().map(|(path, html)| (path.as_str(), html.as_str().unwrap())).collect();
            let log = lint::sarif(&pages, &config)?;
            check(expect, "sarif", &log, wrong);
            Ok(log.to_string().into_bytes())
        }
        "lint" => {
            let findings = json!(lint::page(&text(), &config)?);
            check(expect, "findings", &findings, wrong);
            check(expect, "count", &json!(findings.as_array().unwrap().len()), wrong);
            Ok(findings.to_string().into_bytes())
        }
        "snippet" => {
            let format = vector["input"]["format"].as_str().unwrap_or("js").parse()?;
            let endpoint = vector["input"]["endpoint"].as_str().unwrap_or(snippet::ENDPOINT);
            Ok(snippet::render(&config, format, endpoint)?.into_bytes())
        }
        "scan" => {
            check(expect, "spans", &scan(&text(), &config)?, wrong);
            Ok(Vec::new())
        }
        "config" => {
            let fingerprint = config.fingerprint();
            check(expect, "fingerprint", &json!(fingerprint), wrong);
            if expect.get("same_as").is_some() && read_config(expect.get("same_as"))?.fingerprint() != fingerprint {
                wrong.push("the fingerprints differ".to_owned());
            }
            if expect.get("differs_from").is_some() && read_config(expect.get("differs_from"))?.fingerprint() == fingerprint {
                wrong.push("the fingerprints are the same".to_owned());
            }
            Ok(Vec::new())
        }
        "error" => {
            let number = vector["input"]["number"].as_u64();
            match Code::ALL.iter().find(|code| Some(u64::from(code.number())) == number) {
                Some(&code) => Err(Error::new(code, "raised on purpose").at(7)),
                None => Ok(Vec::new()),
            }
        }
        other => {
            wrong.push(format!("the area {other} is not known"));
            Ok(Vec::new())
        }
    }
}

/// The text of `text` with what the vector's `replace` says.
fn replaced(vector: &Value, text: String) -> String {
    match vector["input"].get("replace") {
        Some(pair) => text.replace(pair[0].as_str().unwrap(), pair[1].as_str().unwrap()),
        None => text,
    }
}

fn check_notice(vector: &Value, config: &Config, wrong: &mut Vec<String>) -> Outcome {
    let asked = |key: &str| vector["input"][key].as_str();
    let (language, length) = (asked("language").unwrap(), asked("length").unwrap_or("full").parse()?);
    let published = match asked("published") {
        Some(text) => text.to_owned(),
        None => replaced(vector, notice::render(config, language, notice::Format::Html, length)?),
    };
    let result = json!(notice::check_length(config, language, length, &published)?);
    check(&vector["expect"], "check", &result, wrong);
    Ok(result.to_string().into_bytes())
}

fn consent_record(vector: &Value, config: &Config, wrong: &mut Vec<String>) -> Outcome {
    let input = &vector["input"];
    let mut record = consent::new_record("r-1", "v-1")?;
    for event in input["events"].as_array().unwrap() {
        record = consent::append_event(&record, &event.to_string(), config)?;
    }
    let record = replaced(vector, record);
    let standing = json!(consent::standing(&record, input["head"].as_str(), input["now"].as_u64())?);
    check(&vector["expect"], "standing", &standing, wrong);
    Ok(consent::export(&record)?.to_string().into_bytes())
}

/// The spans with their texts, and with offsets in code points instead of bytes.
fn scan(text: &str, config: &Config) -> Result<Value, Error> {
    let detector = milkglass::detector(config)?;
    let mut spans = Vec::new();
    detector.scan(text, &mut spans);
    let points = |byte: usize| text[..byte].chars().count();
    Ok(spans
        .iter()
        .map(|span| {
            json!({
                "type": detector.kind_name(span.kind), "text": &text[span.start..span.end],
                "start": points(span.start), "end": points(span.end),
            })
        })
        .collect())
}

fn read_config(value: Option<&Value>) -> Result<Config, Error> {
    match value {
        None => Ok(Config::default()),
        Some(Value::String(toml)) => Config::from_toml(toml),
        Some(value) => Config::from_json(&value.to_string()),
    }
}

fn input(vector: &Value) -> Vec<u8> {
    match (vector.get("input_b64"), vector.get("input")) {
        (Some(encoded), _) => BASE64.decode(encoded.as_str().unwrap()).unwrap(),
        (None, Some(Value::String(text))) => text.clone().into_bytes(),
        (None, Some(value)) => value.to_string().into_bytes(),
        (None, None) => Vec::new(),
    }
}

fn matches(pattern: &Value, value: &Value) -> bool {
    match (pattern, value) {
        (Value::Object(pattern), Value::Object(value)) => {
            pattern.iter().all(|(key, part)| value.get(key).is_some_and(|value| matches(part, value)))
        }
        (Value::Array(pattern), Value::Array(value)) => {
            pattern.len() == value.len() && pattern.iter().zip(value).all(|(part, value)| matches(part, value))
        }
        (Value::Number(pattern), Value::Number(value)) => pattern.as_f64() == value.as_f64(),
        _ => pattern == value,
    }
}

fn check(expect: &Value, key: &str, value: &Value, wrong: &mut Vec<String>) {
    if let Some(pattern) = expect.get(key)
        && !matches(pattern, value)
    {
        wrong.push(format!("{key} is {value}"));
    }
}

fn check_error(error: &Error, code: &str, expect: &Value, wrong: &mut Vec<String>) {
    if error.code() != code {
        wrong.push(format!("failed with {error}"));
    }
    check(expect, "offset", &json!(error.offset()), wrong);
    check(expect, "kind", &json!(error.kind().as_str()), wrong);
    check(expect, "retryable", &json!(error.is_retryable()), wrong);
    if !error.message().contains(expect["message_contains"].as_str().unwrap_or_default()) {
        wrong.push(format!("the message is: {}", error.message()));
    }
}

fn check_output(output: &[u8], expect: &Value, wrong: &mut Vec<String>) {
    let text = String::from_utf8_lossy(output);
    check(expect, "output", &json!(text), wrong);
    if let Some(pattern) = expect.get("output_json") {
        match serde_json::from_slice(output) {
            Ok(value) if matches(pattern, &value) => {}
            _ => wrong.push(format!("output is {text}")),
        }
    }
    let texts = |key: &str| expect[key].as_array().cloned().unwrap_or_default();
    for part in texts("contains") {
        if !text.contains(part.as_str().unwrap()) {
            wrong.push(format!("the output lacks {part}"));
        }
    }
    for part in texts("absent") {
        if text.contains(part.as_str().unwrap()) {
            wrong.push(format!("the output has {part}"));
        }
    }
}
