//! `milkglass lint`: pages in, form fields that should be marked sensitive and are not out.

use std::fmt::Write;
use std::process::ExitCode;

use milkglass::lint;

use crate::arguments::{Lint, LintFormat};
use crate::failure::Failure;
use crate::files;

pub fn run(arguments: &Lint) -> Result<ExitCode, Failure> {
    let config = files::config(arguments.config.as_deref())?;
    let mut found = Vec::new();
    for name in &arguments.pages {
        let findings = lint::page(&files::text(name)?, &config).map_err(|error| Failure::from(error).about(name))?;
        found.push((name.as_str(), findings));
    }
    let total: usize = found.iter().map(|(_, findings)| findings.len()).sum();
    match arguments.format {
        LintFormat::Sarif => files::print_json(&lint::to_sarif(&found))?,
        LintFormat::Json => {
            let pages: Vec<_> = found.iter().map(|(page, findings)| serde_json::json!({"page": page, "findings": findings})).collect();
            files::print_json(&pages)?;
        }
        LintFormat::Table => {
            let mut text = String::new();
            for (page, findings) in &found {
                for f in findings {
                    // Writing to a string can't fail.
                    let _ = writeln!(
                        text,
                        "{page}:{}:{} {} {}\n    {}\n    why: {}\n    fix: {}",
                        f.line,
                        f.column,
                        severity(f.severity),
                        f.rule,
                        f.element,
                        f.why,
                        f.fix
                    );
                }
            }
            let _ = writeln!(text, "{total} findings in {} pages", found.len());
            files::print(&text)?;
        }
    }
    Ok(if total == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn severity(severity: lint::Severity) -> &'static str {
    match severity {
        lint::Severity::Note => "note",
        lint::Severity::Warning => "warning",
        lint::Severity::Error => "error",
    }
}
