//! `milkglass assess`: a configuration in, what the law of each place asks of it out.

use std::fmt::Write;
use std::process::ExitCode;

use milkglass::notice;

use super::{papers, word};
use crate::arguments::{Assess, TableFormat};
use crate::failure::Failure;
use crate::files;

pub fn run(arguments: &Assess) -> Result<ExitCode, Failure> {
    let config = files::config(Some(&arguments.config))?;
    if let Some(paper) = arguments.document {
        return papers::run(&config, paper, arguments.format);
    }
    let codes: Vec<&str> = if arguments.jurisdiction.is_empty() {
        config.site.jurisdictions.iter().map(String::as_str).collect()
    } else {
        arguments.jurisdiction.iter().map(|code| code.trim()).collect()
    };
    let found = notice::assess(&config, &codes)?;
    if arguments.format == TableFormat::Json {
        files::print_json(&found)?;
        return Ok(ExitCode::SUCCESS);
    }
    let mut text = String::new();
    // Writing to a string can't fail.
    let _ = writeln!(
        text,
        "{}\nRules as of {}, to be reviewed by {}. Configuration {}.\n",
        found.no_legal_advice, found.as_of, found.review_by, found.fingerprint
    );
    for place in &found.jurisdictions {
        let _ = writeln!(text, "{} ({})", place.name, place.code);
        let _ = writeln!(
            text,
            "  law             {}",
            [place.device_law.as_deref(), place.personal_law.as_deref()].into_iter().flatten().collect::<Vec<_>>().join("; ")
        );
        let _ = writeln!(text, "  inform visitors {}: {}", word(&place.must_inform), place.inform_why);
        let _ = writeln!(text, "  consent         {} {}", if place.consent.needed { "needed:" } else { "not needed:" }, place.consent.why);
        if let Some(years) = place.age.years {
            let _ = writeln!(text, "  age             {years}{}", if place.age.met { "" } else { " (consent.min_age is lower)" });
        }
        let _ = writeln!(text, "  help pages      {}", place.seed_position.text);
        if !place.missing.is_empty() {
            let _ = writeln!(text, "  still to fill   {}", place.missing.join(", "));
        }
        for warning in &place.warnings {
            let _ = writeln!(text, "  warning         {}: {}", warning.field, warning.text);
        }
        for step in &place.next_steps {
            let _ = writeln!(text, "  next            {step}");
        }
        text.push('\n');
    }
    for warning in &found.warnings {
        let _ = writeln!(text, "warning: {}: {}", warning.field, warning.text);
    }
    files::print(&text)?;
    Ok(ExitCode::SUCCESS)
}
