//! What was measured: rows in, as they come to the terminal; the document with its plots at the end.

use std::fmt::Write as _;
use std::path::Path;

use super::plot::{self, figure};
use super::sets::Set;

#[derive(Default)]
pub struct Report {
    /// Peers and inputs that could not be had, with the reason.
    pub skipped: Vec<String>,
    engine: Vec<(String, Vec<(String, f64)>)>,
    engine_rows: Vec<String>,
    inputs: Vec<String>,
    lines: Vec<(String, String)>,
    detectors: Vec<(String, Vec<(String, f64)>)>,
    detector_rows: Vec<String>,
    plots: Vec<(String, String)>,
}

impl Report {
    /// Speeds in MB/s of one set of recordings.
    pub fn engine(&mut self, set: &Set, hash: &str, speeds: Vec<(&'static str, f64)>) {
        let of = |name: &str| speeds.iter().find(|(n, _)| *n == name).map_or(f64::NAN, |(_, speed)| *speed);
        println!("\n{}: {} ({:.1} MB, input {hash})", set.name, set.what, set.megabytes());
        for (name, speed) in &speeds {
            println!(
                "  {name:<18} {speed:>8.0} MB/s  {:>6.2} × sonic-rs  {:>6.1} × serde_json + mask",
                speed / of("sonic-rs"),
                speed / of("serde_json + mask")
            );
        }
        let columns: Vec<String> = speeds.iter().map(|(_, speed)| figure(speed.round())).collect();
        self.engine_rows.push(format!(
            "| {} | {:.1} | {} | **{:.2}** | {:.2} | {:.1} |",
            set.name,
            set.megabytes(),
            columns.join(" | "),
            of("balanced") / of("sonic-rs"),
            of("strict") / of("sonic-rs"),
            of("balanced") / of("serde_json + mask"),
        ));
        self.inputs.push(format!("* **{}**: {}; {:.1} MB, FNV-1a `{hash}`", set.name, set.what, set.megabytes()));
        self.engine.push((
            format!("{} ({:.0} MB)", set.name, set.megabytes()),
            speeds.iter().map(|(n, s)| ((*n).to_owned(), s.round())).collect(),
        ));
    }

    /// How a cost grows.
    pub fn linear(&mut self, file: &str, title: &str, axis: &str, unit: &str, points: &[(f64, f64)]) {
        println!("\n{title} ({unit})");
        for (x, y) in points {
            println!("  {:>8} {axis:<10} {y:>8.2}", figure(*x));
        }
        let row: Vec<String> = points.iter().map(|(x, y)| format!("{} {axis}: {}", figure(*x), figure(*y))).collect();
        self.lines.push((file.to_owned(), format!("{title}, {unit}: {}.", row.join(", "))));
        self.plots.push((file.to_owned(), plot::line(title, axis, unit, points)));
    }

    /// CPU seconds of each peer over the same texts.
    pub fn detectors(&mut self, file: &str, what: &str, count: usize, bytes: usize, hash: &str, times: Vec<(String, f64)>) {
        let own = times.first().map_or(f64::NAN, |(_, time)| *time);
        let megabytes = bytes as f64 / 1e6;
        println!("\n{what}: {} texts, {megabytes:.2} MB, input {hash}", figure(count as f64));
        for (peer, time) in &times {
            let (speed, each) = (megabytes / time, time * 1e9 / count as f64);
            println!("  {peer:<48} {speed:>9.2} MB/s {each:>12.0} ns a text  {:>8.1} × the time of Milkglass", time / own);
            self.detector_rows.push(format!("| {what} | {peer} | {} | {} | {:.1} |", figure(speed), figure(each.round()), time / own));
        }
        self.inputs.push(format!("* **{what}**: {} texts, {megabytes:.2} MB, FNV-1a `{hash}`", figure(count as f64)));
        if file != "short" {
            self.detectors.push((what.to_owned(), times.iter().map(|(peer, time)| (peer.clone(), megabytes / time)).collect()));
        }
    }

    /// The end: what was skipped, and the document where it is asked for.
    pub fn write(mut self, folder: Option<&Path>) {
        self.skipped.dedup();
        for skipped in &self.skipped {
            println!("\nSKIPPED {skipped}");
        }
        let Some(folder) = folder else { return };
        let pictures = folder.join("bench");
        std::fs::create_dir_all(&pictures).unwrap();
        self.plots.push((
            "engine".to_owned(),
            plot::bars("Engine and JSON libraries on the same bytes", "MB/s of CPU time, one thread", &self.engine),
        ));
        self.plots.push(("detectors".to_owned(), plot::bars("Detectors", "MB/s of CPU time, one thread", &self.detectors)));
        for (name, picture) in &self.plots {
            std::fs::write(pictures.join(format!("{name}.svg")), picture).unwrap();
        }
        std::fs::write(folder.join("benchmarks.md"), self.document()).unwrap();
    }

    fn document(&self) -> String {
        let mut out = String::from(
            "# Benchmarks\n\nWritten by `make bench`; it measures Milkglass and its peers in the same run: CPU time of one thread, the best of several\nrounds. The ratios count; the speed itself depends on the machine and on what else it does.\n\n",
        );
        out.push_str("## Engine\n\n`sonic-rs` and `serde_json` parse the bytes into their values and write them back, without any rule; `serde_json + mask` also\nwalks the values and masks what looks like a mail address or a long number. `strict`, `balanced` and `forms` are the engine with\nall detectors on. Columns in MB/s, then ratios.\n\n");
        out.push_str("| Recordings | MB | sonic-rs | serde_json | serde_json + mask | strict | balanced | forms | balanced : sonic-rs | strict : sonic-rs | balanced : serde_json + mask |\n|---|---|---|---|---|---|---|---|---|---|---|\n");
        for row in &self.engine_rows {
            let _ = writeln!(out, "{row}");
        }
        out.push_str("\n![Engine and JSON libraries](bench/engine.svg)\n\n## How the cost grows\n\n");
        for (file, text) in &self.lines {
            let _ = writeln!(out, "{text}\n\n![{file}](bench/{file}.svg)\n");
        }
        out.push_str("## Detectors\n\nThe same texts for each; what they find differs (`docs/detectors.md` has the quality of Milkglass's). The peers in Python read a\nsample of at most 2,000 texts, whose time is scaled by its bytes.\n\n| Texts | Detector | MB/s | ns a text | × the time of Milkglass |\n|---|---|---|---|---|\n");
        for row in &self.detector_rows {
            let _ = writeln!(out, "{row}");
        }
        out.push_str("\n![Detectors](bench/detectors.svg)\n\n## Inputs\n\n");
        for input in &self.inputs {
            let _ = writeln!(out, "{input}");
        }
        if !self.skipped.is_empty() {
            out.push_str("\n## Skipped\n\n");
            for skipped in &self.skipped {
                let _ = writeln!(out, "* {skipped}");
            }
        }
        out
    }
}
