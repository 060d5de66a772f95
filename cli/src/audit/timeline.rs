//! The time line of the page: masks and findings of a report in, an SVG drawing out.

use std::collections::BTreeMap;
use std::fmt::Write;

use milkglass::audit::{Channel, Reason, Report};

use super::table::moment;
use super::words::Words;

/// Stretches of time that the line is divided into.
const BINS: usize = 96;
const WIDTH: i64 = 960;
const LEFT: i64 = 128;
const ROW: i64 = 26;
const TOP: i64 = 8;

/// Draws the line. Empty where there is nothing to draw.
pub(super) fn timeline(report: &Report, words: &Words) -> String {
    let duration = report.duration_ms.max(1);
    let bin = |at: i64| usize::try_from(at.clamp(0, duration) * (BINS as i64 - 1) / duration).unwrap_or(0);
    let mut hidden: BTreeMap<Channel, Vec<BTreeMap<Reason, u64>>> = BTreeMap::new();
    for mask in &report.seen {
        let bins = hidden.entry(mask.channel).or_insert_with(|| vec![BTreeMap::new(); BINS]);
        if let Some(bin) = bins.get_mut(bin(mask.at_ms)) {
            *bin.entry(mask.reason).or_default() += 1;
        }
    }
    let mut open: BTreeMap<Channel, Vec<u64>> = BTreeMap::new();
    for finding in &report.findings {
        let bins = open.entry(finding.channel).or_insert_with(|| vec![0; BINS]);
        if let Some(count) = bins.get_mut(bin(finding.at_ms)) {
            *count += 1;
        }
    }
    let channels: Vec<Channel> = Channel::ALL.iter().copied().filter(|c| hidden.contains_key(c) || open.contains_key(c)).collect();
    if channels.is_empty() {
        return String::new();
    }
    let rows = i64::try_from(channels.len()).unwrap_or(0);
    let height = TOP + rows * ROW + 26;
    let mut out = String::new();
    // Writing to a string can't fail.
    let _ = write!(
        out,
        "<svg class=\"line\" viewBox=\"0 0 {WIDTH} {height}\" role=\"img\" aria-label=\"{}\" data-left=\"{LEFT}\" data-width=\"{WIDTH}\">",
        words.timeline_label
    );
    let span = WIDTH - LEFT - 8;
    let wide = span / BINS as i64;
    for (index, channel) in channels.iter().enumerate() {
        let base = TOP + (i64::try_from(index).unwrap_or(0) + 1) * ROW;
        let _ = write!(
            out,
            "<text class=\"name\" x=\"{}\" y=\"{}\">{}</text><path class=\"rule\" d=\"M{LEFT} {base}H{}\"/>",
            LEFT - 10,
            base - 6,
            words.channel(*channel),
            WIDTH - 8
        );
        for (at, reasons) in hidden.get(channel).into_iter().flatten().enumerate() {
            bars(&mut out, x(at, span), base, wide, reasons);
        }
        for (at, count) in open.get(channel).into_iter().flatten().enumerate().filter(|(_, count)| **count > 0) {
            let (middle, top) = (x(at, span) + wide / 2, base - ROW + 3);
            let _ = write!(
                out,
                "<path class=\"found\" d=\"M{} {top}h10l-5 8z\"><title>{} · {}</title></path>",
                middle - 5,
                moment(i64::try_from(at).unwrap_or(0) * duration / BINS as i64),
                words.count_findings(*count)
            );
        }
    }
    for part in 0..=4 {
        let anchor = match part {
            0 => "start",
            4 => "end",
            _ => "middle",
        };
        let _ = write!(
            out,
            "<text class=\"tick\" x=\"{}\" y=\"{}\" text-anchor=\"{anchor}\">{}</text>",
            LEFT + span * part / 4,
            height - 6,
            moment(report.duration_ms * part / 4)
        );
    }
    let _ = write!(out, "<path class=\"now\" d=\"M{LEFT} {TOP}V{}\"/></svg>", TOP + rows * ROW);
    out
}

fn x(bin: usize, span: i64) -> i64 {
    LEFT + i64::try_from(bin).unwrap_or(0) * span / BINS as i64
}

/// One bar: as high as the logarithm of its count, divided among its reasons.
fn bars(out: &mut String, x: i64, base: i64, wide: i64, reasons: &BTreeMap<Reason, u64>) {
    let total: u64 = reasons.values().sum();
    if total == 0 {
        return;
    }
    let room = ROW - 8;
    let log = i64::from(total.ilog2());
    let high = (4 + log * 2).min(room);
    let mut left = high;
    let last = reasons.len() - 1;
    for (index, (reason, count)) in reasons.iter().enumerate() {
        let share = if index == last { left } else { (high * i64::try_from(*count).unwrap_or(1) / i64::try_from(total).unwrap_or(1)).clamp(1, left) };
        if share > 0 {
            let _ = write!(
                out,
                "<rect class=\"{}\" x=\"{x}\" y=\"{}\" width=\"{}\" height=\"{share}\"/>",
                reason.as_str(),
                base - left,
                (wide - 1).max(2)
            );
        }
        left -= share;
    }
}

#[cfg(test)]
mod tests {
    use super::super::words::Language;
    use super::*;

    #[test]
    fn what_is_hidden_and_what_is_found_are_drawn() {
        let events = r#"[{"type":5,"data":{"tag":"a","payload":"•••••• •••"},"timestamp":1},
            {"type":5,"data":{"tag":"a","payload":"mia@shop.example"},"timestamp":9001}]"#;
        let report = milkglass::audit::recording(events.as_bytes(), &milkglass::Config::default()).unwrap();
        let svg = timeline(&report, Language::En.words());
        assert!(svg.contains("class=\"words\"") && svg.contains("class=\"found\"") && svg.contains("0:09.0"));
        assert_eq!(svg.matches("class=\"name\"").count(), 1);
        let empty = milkglass::audit::recording(b"[]", &milkglass::Config::default()).unwrap();
        assert_eq!(timeline(&empty, Language::En.words()), "");
    }
}
