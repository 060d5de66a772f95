//! The files of rrweb-player, as npm delivers them.
//!
//! In: the package's `dist` directory. Out: its script and style sheet in memory, unchanged. No
//! other file of the directory can be asked for.

use std::path::Path;

use axum::body::Bytes;

use crate::failure::{Failure, Result};
use crate::secret;

/// Names that the script had or has in rrweb-player 2.x, the best first.
const SCRIPTS: [&str; 4] = ["rrweb-player.umd.min.cjs", "rrweb-player.umd.cjs", "rrweb-player.umd.min.js", "rrweb-player.umd.js"];

/// Names of the style sheet.
const STYLES: [&str; 2] = ["style.min.css", "style.css"];

/// Script and style sheet of the player.
#[derive(Clone)]
pub struct Player {
    /// The UMD build, which defines `rrwebPlayer`.
    pub script: Bytes,
    /// Its style sheet.
    pub style: Bytes,
    /// Changes when either file changes; part of their addresses.
    pub version: String,
}

impl std::fmt::Debug for Player {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Player({})", self.version)
    }
}

impl Player {
    /// Reads the two files.
    ///
    /// # Errors
    /// When one of them is not there.
    pub fn load(directory: &Path) -> Result<Self> {
        let script = first(directory, &SCRIPTS)?;
        let style = first(directory, &STYLES)?;
        let version = version(&[&script, &style]);
        Ok(Self { script, style, version })
    }
}

/// A short name for the content of files, for addresses that may be cached for ever.
pub(crate) fn version(files: &[&[u8]]) -> String {
    let key = secret::ServerKey::new([0; 32]);
    let digest = key.pseudonym(files);
    digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

fn first(directory: &Path, names: &[&str]) -> Result<Bytes> {
    names.iter().find_map(|name| std::fs::read(directory.join(name)).ok()).map(Bytes::from).ok_or_else(|| {
        Failure::System(format!(
            "the player directory holds none of: {} (install rrweb-player and give its dist directory)",
            names.join(", ")
        ))
    })
}
