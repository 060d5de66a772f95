//! The table of `milkglass audit`: reports in, aligned text out.

use std::collections::BTreeMap;
use std::fmt::Write;

use milkglass::audit::{Finding, Report};

use super::Audited;

/// Rows of one recording at most; JSON has the rest.
const ROWS: usize = 40;

/// Findings of one kind at one place, as one row.
struct Row<'r> {
    first: &'r Finding,
    count: u64,
    sure: f32,
}

/// Writes what was found in each recording, and a line that sums it up.
pub fn table(recordings: &[Audited]) -> String {
    let mut text = String::new();
    for recording in recordings {
        one(recording, &mut text);
    }
    let total: u64 = recordings.iter().map(|r| r.report.total).sum();
    let touched = recordings.iter().filter(|r| !r.report.is_clean()).count();
    // Writing to a string can't fail.
    let _ = match (total, recordings.len()) {
        (0, 1) => writeln!(text, "Nothing looks personal in this recording."),
        (0, n) => writeln!(text, "Nothing looks personal in {n} recordings."),
        (total, n) => writeln!(text, "{total} findings in {touched} of {n} recordings."),
    };
    text
}

fn one(recording: &Audited, text: &mut String) {
    let report = &recording.report;
    let _ = writeln!(
        text,
        "{}: {} findings in {} events, {}, profile {}",
        recording.name,
        report.total,
        report.events,
        moment(report.duration_ms),
        report.profile
    );
    let rows = rows(report);
    if !rows.is_empty() {
        let mut cells = vec![["count", "first", "rule", "channel", "kind", "where", "length", "shape", "sure"].map(str::to_owned)];
        cells.extend(rows.iter().take(ROWS).map(cells_of));
        align(&cells, text);
        if rows.len() > ROWS {
            let _ = writeln!(text, "  … and {} more rows; --format json has them", rows.len() - ROWS);
        }
        if report.total > report.findings.len() as u64 {
            let _ = writeln!(text, "  the first {} findings are listed, all are counted", report.findings.len());
        }
        let _ = writeln!(text, "  by rule: {}", counts(report.by_rule.iter().map(|(rule, count)| (*rule, *count))));
        let channels = report.by_channel.iter().map(|(channel, rules)| (*channel, rules.values().sum()));
        let _ = writeln!(text, "  by channel: {}", counts(channels));
    }
    if !report.masks.is_empty() {
        let mut reasons: BTreeMap<&str, u64> = BTreeMap::new();
        for (reason, count) in report.masks.values().flatten() {
            *reasons.entry(reason).or_default() += count;
        }
        let _ = writeln!(text, "  hidden already: {}", counts(reasons.into_iter()));
    }
    for key in &report.unchecked {
        let _ = writeln!(text, "  not checked: {key} (a selector beyond the audit's own)");
    }
    text.push('\n');
}

/// Findings that differ in their time alone are one row.
fn rows(report: &Report) -> Vec<Row<'_>> {
    let mut rows: Vec<Row<'_>> = Vec::new();
    let mut known: BTreeMap<_, usize> = BTreeMap::new();
    for finding in &report.findings {
        let key = (finding.rule, finding.channel, &finding.kind, finding.node, finding.part);
        match known.get(&key).and_then(|index| rows.get_mut(*index)) {
            Some(row) => {
                row.count += 1;
                row.sure = row.sure.max(finding.confidence);
            }
            None => {
                known.insert(key, rows.len());
                rows.push(Row { first: finding, count: 1, sure: finding.confidence });
            }
        }
    }
    rows
}

fn cells_of(row: &Row<'_>) -> [String; 9] {
    let finding = row.first;
    let place = match (finding.path.rsplit(" > ").take(3).collect::<Vec<_>>(), finding.part) {
        (tags, part) => {
            let mut path = tags.into_iter().rev().collect::<Vec<_>>().join(" > ");
            if let Some(part) = part {
                let _ = write!(path, "{}[{part}]", if path.is_empty() { "" } else { " " });
            }
            path
        }
    };
    [
        row.count.to_string(),
        moment(finding.at_ms),
        finding.rule.to_owned(),
        finding.channel.as_str().to_owned(),
        finding.kind.clone().unwrap_or_else(|| "–".to_owned()),
        place,
        if finding.length == 0 { "–".to_owned() } else { finding.length.to_string() },
        if finding.sample.is_empty() { "–".to_owned() } else { finding.sample.clone() },
        format!("{:.2}", row.sure),
    ]
}

/// Pads every column to its widest cell; numbers stand to the right.
fn align(rows: &[[String; 9]], text: &mut String) {
    const RIGHT: [bool; 9] = [true, true, false, false, false, false, true, false, true];
    let mut widths = [0usize; 9];
    for row in rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(cell.chars().count());
        }
    }
    for row in rows {
        let mut line = String::from("  ");
        for ((cell, width), right) in row.iter().zip(widths).zip(RIGHT) {
            let pad = " ".repeat(width - cell.chars().count());
            let _ = if right { write!(line, "{pad}{cell}  ") } else { write!(line, "{cell}{pad}  ") };
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
}

fn counts<'c>(counts: impl Iterator<Item = (&'c str, u64)>) -> String {
    counts.map(|(name, count)| format!("{name} {count}")).collect::<Vec<_>>().join(", ")
}

/// Minutes and seconds since the start.
pub(super) fn moment(ms: i64) -> String {
    let (sign, ms) = if ms < 0 { ("-", -ms) } else { ("", ms) };
    format!("{sign}{}:{:02}.{}", ms / 60_000, ms / 1_000 % 60, ms / 100 % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_line_up_and_rows_are_counted() {
        let events = r#"[{"type":5,"data":{"tag":"a","payload":"mia@shop.example"},"timestamp":1},
            {"type":5,"data":{"tag":"a","payload":"mia@shop.example"},"timestamp":65501}]"#;
        let report = milkglass::audit::recording(events.as_bytes(), &milkglass::Config::default()).unwrap();
        let text = table(&[Audited { name: "one.json".into(), report, events: None }]);
        assert_eq!(
            text,
            "one.json: 2 findings in 2 events, 1:05.5, profile balanced\n\
             \x20 count  first   rule      channel  kind   where  length  shape        sure\n\
             \x20     2  0:00.0  detected  custom   EMAIL              16  •••@•••.•••  1.00\n\
             \x20 by rule: detected 2\n\
             \x20 by channel: custom 2\n\
             \n\
             2 findings in 1 of 1 recordings.\n"
        );
        let report = milkglass::audit::recording(b"[]", &milkglass::Config::default()).unwrap();
        let clean = table(&[Audited { name: "b".into(), report, events: None }]);
        assert!(clean.ends_with("Nothing looks personal in this recording.\n"));
    }

    #[test]
    fn times() {
        assert_eq!([moment(0), moment(65_501), moment(-1_500)], ["0:00.0", "1:05.5", "-0:01.5"]);
    }
}
