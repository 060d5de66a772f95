//! Files and standard streams: names in, readers, texts and safe writers out.

use std::fs::File;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use milkglass::Config;

use crate::failure::Failure;

/// Opens a file or standard input, and says how long it is where that is known.
pub fn open(name: &str) -> Result<(Box<dyn Read>, Option<u64>), Failure> {
    if name == "-" {
        return Ok((Box::new(std::io::stdin().lock()), None));
    }
    let file = File::open(name).map_err(|error| Failure::file(name, &error))?;
    let length = file.metadata().ok().filter(std::fs::Metadata::is_file).map(|m| m.len());
    Ok((Box::new(file), length))
}

/// Reads all of a file or standard input.
pub fn bytes(name: &str) -> Result<Vec<u8>, Failure> {
    let mut out = Vec::new();
    open(name)?.0.read_to_end(&mut out).map_err(|error| Failure::file(name, &error))?;
    Ok(out)
}

/// Reads a text from a file or standard input.
pub fn text(name: &str) -> Result<String, Failure> {
    String::from_utf8(bytes(name)?)
        .map_err(|error| Failure::new(format!("{name}: not UTF-8 (at byte {})", error.utf8_error().valid_up_to())))
}

/// The configuration of a file, or the default.
pub fn config(file: Option<&Path>) -> Result<Config, Failure> {
    match file {
        Some(path) => Config::from_file(path).map_err(|error| Failure::from(error).about(&path.display().to_string())),
        None => Ok(Config::default()),
    }
}

/// Writes a text to standard output.
pub fn print(text: &str) -> Result<(), Failure> {
    let mut out = std::io::stdout().lock();
    out.write_all(text.as_bytes())?;
    if !text.ends_with('\n') {
        out.write_all(b"\n")?;
    }
    out.flush()?;
    Ok(())
}

/// Writes a value as JSON to standard output.
pub fn print_json(value: &impl serde::Serialize) -> Result<(), Failure> {
    let text = serde_json::to_string_pretty(value).map_err(|error| Failure::new(error.to_string()))?;
    print(&text)
}

/// Bytes that are held back before standard output sees the first, so that small unreadable inputs write nothing.
const HELD: usize = 16 << 20;

/// Where a recording goes. A file appears under its name only when it is whole.
pub enum Output {
    /// Standard output.
    Stream { held: Vec<u8>, released: bool },
    /// A file under a temporary name beside the final one.
    File { file: std::io::BufWriter<File>, temporary: PathBuf, name: PathBuf },
}

impl Output {
    pub fn create(name: &str) -> Result<Self, Failure> {
        if name == "-" {
            return Ok(Output::Stream { held: Vec::new(), released: false });
        }
        let name = PathBuf::from(name);
        let mut temporary = name.clone().into_os_string();
        temporary.push(format!(".{}.part", std::process::id()));
        let temporary = PathBuf::from(temporary);
        let file = File::create(&temporary).map_err(|error| Failure::file(&name.display().to_string(), &error))?;
        Ok(Output::File { file: std::io::BufWriter::with_capacity(1 << 20, file), temporary, name })
    }

    /// Makes everything that was written appear under its name.
    pub fn commit(mut self) -> Result<(), Failure> {
        match &mut self {
            Output::Stream { held, .. } => {
                let mut out = std::io::stdout().lock();
                out.write_all(held)?;
                out.flush()?;
            }
            Output::File { file, temporary, name } => {
                file.flush()?;
                file.get_ref().sync_all()?;
                std::fs::rename(&*temporary, &*name).map_err(|error| Failure::file(&name.display().to_string(), &error))?;
                // Nothing is left to remove.
                temporary.clear();
            }
        }
        Ok(())
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        match self {
            Output::File { file, .. } => file.write(bytes),
            Output::Stream { held, released } => {
                if !*released && held.len() + bytes.len() <= HELD {
                    held.extend_from_slice(bytes);
                    return Ok(bytes.len());
                }
                *released = true;
                let mut out = std::io::stdout().lock();
                out.write_all(held)?;
                held.clear();
                out.write(bytes)
            }
        }
    }

    fn flush(&mut self) -> std::io::Result<()> {
        match self {
            Output::File { file, .. } => file.flush(),
            Output::Stream { .. } => Ok(()),
        }
    }
}

impl Drop for Output {
    fn drop(&mut self) {
        if let Output::File { temporary, .. } = self
            && !temporary.as_os_str().is_empty()
        {
            // A file that was not committed is not whole; that it stays behind would be the lesser evil.
            let _ = std::fs::remove_file(temporary);
        }
    }
}
