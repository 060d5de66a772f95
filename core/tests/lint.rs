//! Twenty pages with faults, each line of which names the findings that belong to it, and their twins without.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use milkglass::Config;
use milkglass::lint::{self, Severity};

fn pages(ending: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/lint_pages");
    let mut found: Vec<_> =
        fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).filter(|p| p.to_string_lossy().ends_with(ending)).collect();
    found.sort();
    assert_eq!(found.len(), 20, "*{ending}");
    found
}

fn config() -> Config {
    Config::from_toml("[site]\nurl = \"https://www.shop.example\"").unwrap()
}

/// Lines and rules from comments `expect RULE`.
fn expected(html: &str) -> BTreeSet<(u32, String)> {
    html.lines()
        .zip(1..)
        .flat_map(|(line, number)| line.split("<!-- expect ").skip(1).map(move |rest| (number, rest.split(' ').next().unwrap().to_owned())))
        .collect()
}

#[test]
fn every_fault_is_found_and_nothing_else() {
    for path in pages(".bad.html") {
        let html = fs::read_to_string(&path).unwrap();
        let findings = lint::page(&html, &config()).unwrap();
        let found: BTreeSet<_> = findings.iter().map(|f| (f.line, f.rule.clone())).collect();
        assert_eq!(found, expected(&html), "{}", path.display());
        assert_eq!(found.len(), findings.len(), "{}: the same twice", path.display());
        for finding in &findings {
            let line = html.lines().nth(finding.line as usize - 1).unwrap();
            let at: String = line.chars().skip(finding.column as usize - 1).take(1).collect();
            assert_eq!(at, "<", "{}: {finding:?}", path.display());
            assert!(!finding.why.is_empty() && !finding.fix.is_empty());
        }
    }
}

#[test]
fn the_good_twins_are_clean() {
    for path in pages(".good.html") {
        let html = fs::read_to_string(&path).unwrap();
        assert_eq!(lint::page(&html, &config()).unwrap(), [], "{}", path.display());
    }
}

#[test]
fn every_rule_is_met_by_a_page() {
    let met: BTreeSet<String> =
        pages(".bad.html").iter().flat_map(|p| expected(&fs::read_to_string(p).unwrap())).map(|(_, rule)| rule).collect();
    let all: BTreeSet<String> = lint::RULES.iter().map(|r| r.id.to_owned()).collect();
    assert_eq!(met, all);
}

#[test]
fn findings_hold_no_values() {
    for path in pages(".bad.html") {
        let html = fs::read_to_string(&path).unwrap();
        let text = serde_json::to_string(&lint::page(&html, &config()).unwrap()).unwrap();
        for secret in ["erika", "geheim", "4111", "hunter2x", "c2VjcmV0", "123456", "1A2B3C", "abcdef0123"] {
            assert!(!text.contains(secret), "{}: {secret}", path.display());
        }
    }
}

#[test]
fn the_configuration_counts() {
    let html = "<div class=\"secret-area\"><input name=\"password\"></div><input name=\"iban\" class=\"fs-mask\">";
    let rules = |toml: &str| lint::page(html, &Config::from_toml(toml).unwrap()).unwrap().into_iter().map(|f| f.rule).collect::<Vec<_>>();
    assert_eq!(rules(""), ["unmarked-password"]);
    assert_eq!(rules("[privacy]\nmask = [\".secret-area\"]"), [""; 0]);
    assert_eq!(rules("[privacy]\nvendor_markers = false"), ["unmarked-password", "unmarked-bank"]);
    let strict = lint::page("<input name=\"email\">", &Config::from_toml("[privacy]\nprofile = \"strict\"").unwrap()).unwrap();
    assert_eq!(strict[0].severity, Severity::Note);
}

#[test]
fn sarif_has_the_form_of_its_schema() {
    let findings = lint::page("<p>é</p>\n  <input name=\"password\">", &Config::default()).unwrap();
    let log = lint::to_sarif(&[("a b.html", findings), ("clean.html", Vec::new())]);
    assert_eq!(log["version"], "2.1.0");
    let result = &log["runs"][0]["results"][0];
    assert_eq!(result["level"], "error");
    let place = &result["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "a%20b.html");
    assert_eq!((place["region"]["startLine"].as_u64(), place["region"]["startColumn"].as_u64()), (Some(2), Some(3)));
    let rule = result["ruleIndex"].as_u64().and_then(|i| usize::try_from(i).ok()).unwrap();
    assert_eq!(log["runs"][0]["tool"]["driver"]["rules"][rule]["id"], result["ruleId"]);
}

#[test]
fn a_script_that_marks_elements_starts_no_recorder() {
    let rules = |script: &str| {
        let page = format!("<p>x</p><script>{script}</script>");
        lint::page(&page, &Config::default()).unwrap().into_iter().map(|f| f.rule).collect::<Vec<_>>()
    };
    for marking in [
        "box.setAttribute('data-openreplay-masked', '')",
        "box.setAttribute('DATA-Milkglass', 'mask')",
        "box.classList.add('smartlook-hide')",
        "if (box.closest('.inspectlet-sensitive')) skip()",
    ] {
        assert_eq!(rules(marking), [""; 0], "{marking}");
    }
    for starting in
        ["new OpenReplay({ projectKey: key }).start()", "load('/js/openreplay-assist.js')", "import('https://cdn.smartlook.com/r.js')"]
    {
        assert_eq!(rules(starting), ["no-consent-hook", "no-notice-link"], "{starting}");
    }
}

#[test]
fn any_text_is_read_to_its_end() {
    let mut seed = 7u64;
    let mut random = |limit: usize| {
        seed = seed.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        usize::try_from(seed >> 33).unwrap() % limit
    };
    let whole: Vec<String> = pages(".bad.html").iter().map(|p| fs::read_to_string(p).unwrap()).collect();
    for _ in 0..200 {
        let (one, other) = (&whole[random(20)], &whole[random(20)]);
        let cut = |text: &str, at: usize| text.char_indices().map(|(i, _)| i).take_while(|i| *i <= at).last().unwrap_or(0);
        let (a, b) = (cut(one, random(one.len())), cut(other, random(other.len())));
        lint::page(&format!("{}{}", &one[..a], &other[b..]), &config()).unwrap();
    }
    lint::page(&"<div>".repeat(20_000), &config()).unwrap();
    lint::page(&"<table><tr><td>".repeat(4_000), &config()).unwrap();
    lint::page(&"<label><input name=password>".repeat(2_000), &config()).unwrap();
    assert_eq!(lint::page("", &config()).unwrap(), []);
}
