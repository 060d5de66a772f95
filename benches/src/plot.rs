//! Plots as SVG: series in, a picture with axes and labels out. They read in light and in dark.

use std::fmt::Write as _;

const COLOURS: [&str; 8] = ["#8a9199", "#b5893a", "#c46a4a", "#4c78a8", "#2e8b57", "#7a5aa6", "#3aa3a3", "#a64f7a"];
const FONT: &str = "font-family='system-ui,Segoe UI,Helvetica,Arial,sans-serif'";

/// Bars side by side: for each group a bar of each series.
pub fn bars(title: &str, axis: &str, groups: &[(String, Vec<(String, f64)>)]) -> String {
    let series: Vec<&str> = longest(groups).iter().map(|(name, _)| name.as_str()).collect();
    let row = 22.0;
    let (left, width) = (310.0, 840.0);
    let height = 70.0 + groups.iter().map(|(_, bars)| bars.len() as f64 * row + 34.0).sum::<f64>();
    let most = groups.iter().flat_map(|(_, bars)| bars.iter().map(|(_, v)| *v)).fold(1.0, f64::max);
    let step = nice(most / 5.0);
    let scale = (width - left - 90.0) / (most / step).ceil() / step;
    let mut out = open(title, width, height);
    let mut tick = 0.0;
    while tick <= most + step * 0.999 {
        let x = left + tick * scale;
        let _ = write!(out, "<path d='M{x:.1} 50V{:.1}' stroke='#8886' stroke-width='1'/>", height - 34.0);
        label(&mut out, x, height - 18.0, "middle", 12, &figure(tick));
        tick += step;
    }
    label(&mut out, left + (width - left) / 2.0, height - 3.0, "middle", 12, axis);
    let mut y = 54.0;
    for (group, bars) in groups {
        label(&mut out, 12.0, y + 14.0, "start", 14, group);
        y += 22.0;
        for (name, value) in bars {
            let colour = COLOURS[series.iter().position(|s| s == name).unwrap_or(0) % COLOURS.len()];
            let length = (value * scale).max(1.0);
            label(&mut out, left - 8.0, y + 14.0, "end", 13, name);
            let _ = write!(out, "<rect x='{left}' y='{:.1}' width='{length:.1}' height='16' rx='2' fill='{colour}'/>", y + 2.0);
            label(&mut out, left + length + 6.0, y + 14.0, "start", 12, &figure(*value));
            y += row;
        }
        y += 12.0;
    }
    out.push_str("</svg>\n");
    out
}

fn longest(groups: &[(String, Vec<(String, f64)>)]) -> &[(String, f64)] {
    groups.iter().max_by_key(|(_, bars)| bars.len()).map_or(&[], |(_, bars)| bars)
}

/// A line over a logarithmic axis from left to right; the other axis begins at nought.
pub fn line(title: &str, axis: &str, unit: &str, points: &[(f64, f64)]) -> String {
    let (width, height, left, bottom, top) = (560.0, 320.0, 72.0, 260.0, 56.0);
    let most = points.iter().map(|(_, y)| *y).fold(0.0, f64::max) * 1.2;
    let step = nice(most / 4.0);
    let first = points.first().map_or(1.0, |(x, _)| x.log10());
    let last = points.last().map_or(1.0, |(x, _)| x.log10()).max(first + 1e-9);
    let x = |value: f64| left + (value.log10() - first) / (last - first) * (width - left - 40.0);
    let y = |value: f64| bottom - value / (step * (most / step).ceil()) * (bottom - top);
    let mut out = open(title, width, height);
    let mut tick = 0.0;
    while tick <= step * (most / step).ceil() + step * 0.001 {
        let _ = write!(out, "<path d='M{left} {0:.1}H{1}' stroke='#8886' stroke-width='1'/>", y(tick), width - 30.0);
        label(&mut out, left - 8.0, y(tick) + 4.0, "end", 12, &figure(tick));
        tick += step;
    }
    let path: Vec<String> = points.iter().map(|(a, b)| format!("{:.1} {:.1}", x(*a), y(*b))).collect();
    let _ = write!(out, "<path d='M{}' fill='none' stroke='{}' stroke-width='2.5'/>", path.join("L"), COLOURS[4]);
    for (a, b) in points {
        let _ = write!(out, "<circle cx='{:.1}' cy='{:.1}' r='4' fill='{}'/>", x(*a), y(*b), COLOURS[4]);
        label(&mut out, x(*a), bottom + 20.0, "middle", 12, &figure(*a));
        label(&mut out, x(*a), y(*b) - 10.0, "middle", 12, &figure(*b));
    }
    label(&mut out, (left + width) / 2.0, bottom + 46.0, "middle", 13, axis);
    let _ = write!(
        out,
        "<text {FONT} font-size='13' fill='#777' text-anchor='middle' transform='translate(18 {:.1}) rotate(-90)'>{unit}</text>",
        (top + bottom) / 2.0
    );
    out.push_str("</svg>\n");
    out
}

fn open(title: &str, width: f64, height: f64) -> String {
    let mut out = format!(
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {width} {height}' width='{width}' height='{height}' role='img' aria-label='{title}'>"
    );
    let _ = write!(out, "<text {FONT} font-size='17' font-weight='600' fill='#777' x='12' y='28'>{title}</text>");
    out
}

fn label(out: &mut String, x: f64, y: f64, anchor: &str, size: u32, text: &str) {
    let text = text.replace('&', "&amp;").replace('<', "&lt;");
    let _ = write!(out, "<text {FONT} font-size='{size}' fill='#777' x='{x:.1}' y='{y:.1}' text-anchor='{anchor}'>{text}</text>");
}

/// The next step that reads well: 1, 2 or 5 with noughts.
fn nice(step: f64) -> f64 {
    let power = 10f64.powf(step.max(1e-9).log10().floor());
    [1.0, 2.0, 5.0, 10.0].into_iter().map(|n| n * power).find(|n| *n >= step).unwrap_or(step)
}

/// A number as people write it: three figures, thousands apart.
pub fn figure(value: f64) -> String {
    let digits = if value == 0.0 || value >= 100.0 || value.fract() == 0.0 {
        0
    } else if value >= 10.0 {
        1
    } else {
        2
    };
    let text = format!("{value:.digits$}");
    let (whole, part) = text.split_once('.').map_or((text.as_str(), None), |(whole, part)| (whole, Some(part)));
    let mut out = String::new();
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    if let Some(part) = part {
        out.push('.');
        out.push_str(part);
    }
    out
}
