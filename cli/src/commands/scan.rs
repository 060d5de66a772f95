//! `milkglass scan`: text in, where personal data stands in it out. The text itself is never printed.

use std::io::Write;
use std::process::ExitCode;

use milkglass::detect::{Detector, Span};
use serde_json::{Map, Value, json};

use crate::arguments::Scan;
use crate::failure::Failure;
use crate::files;

pub fn run(arguments: &Scan) -> Result<ExitCode, Failure> {
    let config = files::config(arguments.config.as_deref())?;
    let detector = milkglass::detector(&config)?;
    let input = files::text(&arguments.input)?;
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    let mut spans = Vec::new();
    if !arguments.jsonl {
        let list = scan(&detector, &input, true, &mut spans);
        writeln!(out, "{}", serde_json::to_string_pretty(&list).map_err(|error| Failure::new(error.to_string()))?)?;
        out.flush()?;
        return Ok(ExitCode::SUCCESS);
    }
    for (number, line) in input.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let bad = || Failure::new(format!("{}: line {} is not JSON with a member `text`", arguments.input, number + 1));
        let value: Value = serde_json::from_str(line).map_err(|_| bad())?;
        let text = value.get("text").and_then(Value::as_str).ok_or_else(bad)?;
        let mut answer = Map::new();
        if let Some(id) = value.get("id") {
            answer.insert("id".into(), id.clone());
        }
        answer.insert("spans".into(), scan(&detector, text, false, &mut spans));
        writeln!(out, "{}", Value::Object(answer))?;
    }
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}

/// The spans of a text in code points, each with the rule that found it where a person reads them.
fn scan(detector: &Detector, text: &str, reasons: bool, spans: &mut Vec<Span>) -> Value {
    detector.scan(text, spans);
    let (mut at, mut points) = (0usize, 0usize);
    let mut to_points = |byte: usize| {
        points += text.get(at..byte).map_or(0, |between| between.chars().count());
        at = byte;
        points
    };
    spans
        .iter()
        .map(|span| {
            let (start, end) = (to_points(span.start), to_points(span.end));
            let confidence = (f64::from(span.confidence) * 1000.0).round() / 1000.0;
            let mut value = json!({"start": start, "end": end, "type": detector.kind_name(span.kind), "confidence": confidence});
            if let Some(members) = value.as_object_mut().filter(|_| reasons) {
                members.insert("reason".into(), span.reason.into());
            }
            value
        })
        .collect()
}
