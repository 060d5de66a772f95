//! Sealing a session's saved state under the host's key, so that only processes of the same host can open it.

use super::Delivery;
use super::keys::{HostKeys, KEY_VARIABLE};
use super::spool::Directory;
use crate::error::{Code, Error, Result};

/// What the sealed bytes are for; a key of another purpose does not open them.
const PURPOSE: &str = "session-state";

impl Delivery {
    /// Seals a saved state; it opens under the same key and configuration alone.
    ///
    /// # Errors
    /// `storage.key` where there is no key that another process could have too.
    pub(crate) fn seal(&self, fingerprint: &str, plain: &[u8]) -> Result<Vec<u8>> {
        self.host_keys()?.wrap(PURPOSE, fingerprint.as_bytes(), plain)
    }

    /// Opens what [`Delivery::seal`] made; `None` if it was altered or sealed under another key or configuration.
    ///
    /// # Errors
    /// As [`Delivery::seal`].
    pub(crate) fn unseal(&self, fingerprint: &str, sealed: &[u8]) -> Result<Option<Vec<u8>>> {
        Ok(self.host_keys()?.unwrap(PURPOSE, fingerprint.as_bytes(), sealed).map(|plain| plain.to_vec()))
    }

    fn host_keys(&self) -> Result<HostKeys> {
        match &self.settings.spool {
            Some(spool) => HostKeys::load(Directory::open(spool)?.root()),
            None if std::env::var_os(KEY_VARIABLE).is_some() => HostKeys::load(std::path::Path::new("")),
            None => Err(Error::new(Code::StorageKey, format!("with durability = \"memory\" a saved state needs a key in {KEY_VARIABLE}"))),
        }
    }
}
