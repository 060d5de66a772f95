//! Findings for code hosts and editors: pages with their findings in, SARIF 2.1.0 out.

use serde_json::{Value, json};

use super::finding::{Finding, RULES, Severity};

/// The findings of several pages as one SARIF 2.1.0 log. Each page is its path and its findings.
///
/// ```
/// use milkglass::{Config, lint};
/// let findings = lint::page("<input name=\"password\">", &Config::default())?;
/// let log = lint::to_sarif(&[("login.html", findings)]);
/// assert_eq!(log["runs"][0]["results"][0]["ruleId"], "unmarked-password");
/// # Ok::<(), milkglass::Error>(())
/// ```
pub fn to_sarif(pages: &[(&str, Vec<Finding>)]) -> Value {
    let rules: Vec<Value> = RULES
        .iter()
        .map(|rule| {
            json!({
                "id": rule.id,
                "shortDescription": {"text": rule.about},
                "defaultConfiguration": {"level": level(rule.severity)},
            })
        })
        .collect();
    let results: Vec<Value> = pages.iter().flat_map(|(path, findings)| findings.iter().map(|finding| result(path, finding))).collect();
    json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {
                "name": "milkglass",
                "version": env!("CARGO_PKG_VERSION"),
                "informationUri": "https://milkglass.dev",
                "rules": rules,
            }},
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    })
}

fn result(path: &str, finding: &Finding) -> Value {
    let mut result = json!({
        "ruleId": finding.rule,
        "level": level(finding.severity),
        "message": {"text": format!("{}: {}. Fix: {}.", finding.element, finding.why, finding.fix)},
        "locations": [{"physicalLocation": {
            "artifactLocation": {"uri": uri(path)},
            "region": {"startLine": finding.line, "startColumn": finding.column},
        }}],
    });
    if let (Some(index), Some(object)) = (RULES.iter().position(|rule| rule.id == finding.rule), result.as_object_mut()) {
        object.insert("ruleIndex".to_owned(), json!(index));
    }
    result
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Note => "note",
        Severity::Warning => "warning",
        Severity::Error => "error",
    }
}

/// A path as a reference to a URI: what it may not hold is escaped.
fn uri(path: &str) -> String {
    let mut text = String::with_capacity(path.len());
    for byte in path.replace('\\', "/").bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => text.push(char::from(byte)),
            _ => text.push_str(&format!("%{byte:02X}")),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_become_references() {
        assert_eq!(uri("pages\\über uns.html"), "pages/%C3%BCber%20uns.html");
    }
}
