//! `milkglass redact`: a recording in, the same form without personal data out.

use std::io::{Read, Write};
use std::process::ExitCode;

use indicatif::ProgressBar;
use milkglass::{Redactor, Report};

use crate::arguments::{Profile, Redact};
use crate::failure::Failure;
use crate::files::{self, Output};
use crate::progress;

/// Bytes of a recording that tell whether its events are packed.
const HEAD: usize = 256 << 10;

pub fn run(arguments: &Redact) -> Result<ExitCode, Failure> {
    let mut config = files::config(arguments.config.as_deref())?;
    if let Some(profile) = arguments.profile {
        config.privacy.profile = match profile {
            Profile::Strict => milkglass::config::Profile::Strict,
            Profile::Balanced => milkglass::config::Profile::Balanced,
            Profile::Forms => milkglass::config::Profile::Forms,
        };
    }
    let redactor = Redactor::new(&config)?;
    let (mut input, length) = files::open(&arguments.input)?;
    let bar = progress::bytes(length);
    let mut output = Output::create(&arguments.output)?;
    let report = recording(&redactor, &mut input, &mut output, &bar).map_err(|failure| failure.about(&arguments.input))?;
    output.commit()?;
    bar.finish_and_clear();
    if let Some(path) = &arguments.report {
        let text = serde_json::to_vec_pretty(&report).map_err(|error| Failure::new(error.to_string()))?;
        std::fs::write(path, text).map_err(|error| Failure::file(&path.display().to_string(), &error))?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Streams what can be streamed; recordings whose single events are packed are read as a whole.
fn recording(redactor: &Redactor, mut input: &mut dyn Read, output: &mut Output, bar: &ProgressBar) -> Result<Report, Failure> {
    let mut head = Vec::new();
    (&mut input).take(HEAD as u64).read_to_end(&mut head)?;
    bar.inc(head.len() as u64);
    let mut counted = Counted { input, bar };
    if head.starts_with(&[0x1f, 0x8b]) {
        let reader = flate2::read::MultiGzDecoder::new(std::io::Read::chain(head.as_slice(), &mut counted));
        let mut writer = flate2::write::GzEncoder::new(output, flate2::Compression::default());
        let report = plain(redactor, reader, &mut writer, true)?;
        writer.finish()?;
        return Ok(report);
    }
    if head.starts_with(&[0x28, 0xb5, 0x2f, 0xfd]) {
        let reader = zstd::Decoder::new(std::io::Read::chain(head.as_slice(), &mut counted))?;
        let mut writer = zstd::Encoder::new(output, 3)?;
        let report = plain(redactor, reader, &mut writer, true)?;
        writer.finish()?;
        return Ok(report);
    }
    plain(redactor, std::io::Read::chain(head.as_slice(), &mut counted), output, false)
}

/// A recording without outer compression.
fn plain(redactor: &Redactor, mut input: impl Read, output: &mut impl Write, compressed: bool) -> Result<Report, Failure> {
    let unreadable = |error: std::io::Error| {
        if compressed {
            Failure::new(format!("input.compressed: a compressed part is truncated or corrupt ({error})"))
        } else {
            Failure::from(error)
        }
    };
    let mut head = Vec::new();
    input.by_ref().take(HEAD as u64).read_to_end(&mut head).map_err(unreadable)?;
    if !Redactor::can_stream(&head) {
        input.read_to_end(&mut head).map_err(unreadable)?;
        let redacted = redactor.redact(&head)?;
        output.write_all(&redacted.bytes)?;
        return Ok(redacted.report);
    }
    let mut stream = redactor.stream();
    let mut out = Vec::new();
    stream.push(&head, &mut out)?;
    let mut piece = vec![0u8; 1 << 20];
    loop {
        let count = input.read(&mut piece).map_err(unreadable)?;
        if count == 0 {
            break;
        }
        stream.push(piece.get(..count).unwrap_or_default(), &mut out)?;
        output.write_all(&out)?;
        out.clear();
    }
    let report = stream.finish(&mut out)?;
    output.write_all(&out)?;
    Ok(report)
}

/// A reader that moves the bar.
struct Counted<'a> {
    input: &'a mut dyn Read,
    bar: &'a ProgressBar,
}

impl Read for Counted<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let count = self.input.read(buffer)?;
        self.bar.inc(count as u64);
        Ok(count)
    }
}
