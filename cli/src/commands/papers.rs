//! `milkglass assess --document`: a configuration in, one of the papers that go with its notice out.

use std::fmt::{Display, Write};
use std::process::ExitCode;

use milkglass::Config;
use milkglass::notice::{self, Accountability, Dpia, ProcessingRecord};

use super::word;
use crate::arguments::{Paper, TableFormat};
use crate::failure::Failure;
use crate::files;

pub fn run(config: &Config, paper: Paper, format: TableFormat) -> Result<ExitCode, Failure> {
    let papers = notice::accountability(config);
    if format == TableFormat::Json {
        match paper {
            Paper::Record => files::print_json(&papers.record)?,
            Paper::Dpia => files::print_json(&papers.dpia)?,
            Paper::Storage => files::print_json(&papers.storage)?,
            Paper::Processors => files::print_json(&papers.processors)?,
        }
        return Ok(ExitCode::SUCCESS);
    }
    let mut text = String::new();
    match paper {
        Paper::Record => record(&mut text, &papers.record),
        Paper::Dpia => dpia(&mut text, &papers.dpia),
        Paper::Storage => storage(&mut text, &papers),
        Paper::Processors => processors(&mut text, &papers),
    }
    // Writing to a string can't fail, here and below.
    let _ = writeln!(text, "\n{} Configuration {}.", papers.no_legal_advice, papers.fingerprint);
    files::print(&text)?;
    Ok(ExitCode::SUCCESS)
}

fn record(text: &mut String, record: &ProcessingRecord) {
    text.push_str("# Record of processing activities (Art. 30(1) GDPR): session recording\n");
    list(text, "Controller", &record.controller);
    list(text, "Representative in the Union", record.representative.as_slice());
    list(text, "Data protection officer", record.dpo.as_slice());
    list(text, "Purposes", &record.purposes);
    list(text, "Legal basis", &[record.legal_basis]);
    list(text, "Data subjects", &[record.data_subjects]);
    list(text, "Categories of data", &record.data_categories);
    list(text, "Recipients", &record.recipients);
    list(text, "Transfers to third countries", &record.transfers);
    list(text, "Time limits for erasure", &record.erasure);
    list(text, "Technical and organisational measures", &record.measures);
    list(text, "Still to be answered", &record.open);
}

fn dpia(text: &mut String, dpia: &Dpia) {
    text.push_str("# Data protection impact assessment (Art. 35 GDPR): a start\n");
    let _ = writeln!(text, "\n{}", cell(&dpia.description));
    list(text, "Signs that one is needed", &dpia.criteria);
    let reasons: Vec<&str> = dpia.personal_data.reasons.iter().map(|reason| reason.why).collect();
    list(text, &format!("Personal data: {}", word(&dpia.personal_data.finding)), &reasons);
    text.push_str("\n## Risks\n\n| Risk | Measures | A stricter setting |\n|---|---|---|\n");
    for risk in &dpia.risks {
        let _ = writeln!(text, "| {} | {} | {} |", risk.risk, risk.measures.join("; "), risk.stricter.unwrap_or("-"));
    }
    list(text, "Still to be answered", &dpia.open);
}

fn storage(text: &mut String, papers: &Accountability) {
    text.push_str("# What is stored\n\n| What | Where | What for | How long | Third parties |\n|---|---|---|---|---|\n");
    for stored in &papers.storage {
        let third = if stored.third_parties { "yes" } else { "no" };
        let _ = writeln!(text, "| {} | {} | {} | {} | {third} |", stored.what, stored.place, stored.purpose, stored.lifetime);
    }
}

fn processors(text: &mut String, papers: &Accountability) {
    text.push_str(
        "# Recipients of recordings\n\n| Legal name | VAT id | Country | Role | Transfer | Contract |\n|---|---|---|---|---|---|\n",
    );
    for recipient in &papers.processors {
        let transfer = recipient.transfer.map_or_else(|| "-".to_owned(), |transfer| word(&transfer));
        let _ = writeln!(
            text,
            "| {} | {} | {} | {} | {transfer} | {} |",
            cell(&recipient.legal_name),
            cell(recipient.vat_id.as_deref().unwrap_or("-")),
            cell(&recipient.country),
            word(&recipient.role),
            recipient.contract
        );
    }
}

fn list(text: &mut String, heading: &str, items: &[impl Display]) {
    let _ = writeln!(text, "\n## {heading}\n");
    if items.is_empty() {
        text.push_str("- none\n");
    }
    for item in items {
        let _ = writeln!(text, "- {}", cell(&item.to_string()));
    }
}

/// A value of the configuration as one line that ends no cell of a table.
fn cell(value: &str) -> String {
    value.replace(['\r', '\n'], " ").replace('|', "\\|")
}
