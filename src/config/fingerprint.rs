//! One name for everything a configuration decides: a [`Config`] in, `mg1-` and 32 hexadecimal digits out.

use sha2::{Digest, Sha256};

use super::Config;

/// Raised whenever the same configuration begins to mean something else, so that recordings made under other rules
/// carry another fingerprint.
pub(crate) const RULES_VERSION: u32 = 1;

impl Config {
    /// The fingerprint that engine, notice, assessment, snippet and uploads share.
    ///
    /// It covers every setting with its defaults filled in, but not where this machine keeps files and keys
    /// (`upload.spool`, `key_env`, `ca_bundle`, `proxy`, `client_cert`, `client_key`), so that two machines of one
    /// site agree.
    pub fn fingerprint(&self) -> String {
        let mut shared = self.clone();
        let local = super::Upload::default();
        shared.upload.spool = local.spool;
        shared.upload.key_env = local.key_env;
        shared.upload.ca_bundle = local.ca_bundle;
        shared.upload.proxy = local.proxy;
        shared.upload.client_cert = local.client_cert;
        shared.upload.client_key = local.client_key;
        // serde_json's map is a BTreeMap: going through a Value sorts the keys, which makes the text canonical.
        let canonical = serde_json::to_value(&shared).map(|v| v.to_string()).unwrap_or_default();
        let mut hash = Sha256::new();
        hash.update(RULES_VERSION.to_be_bytes());
        hash.update(canonical.as_bytes());
        let digest = hash.finalize();
        let mut name = String::with_capacity(36);
        name.push_str("mg1-");
        for byte in digest.iter().take(16) {
            for nibble in [byte >> 4, byte & 15] {
                name.push(char::from_digit(u32::from(nibble), 16).unwrap_or('0'));
            }
        }
        name
    }
}

#[cfg(test)]
mod tests {
    use crate::Config;

    #[test]
    fn settings_change_it_and_machine_paths_do_not() {
        let base = Config::default();
        let mut other = base.clone();
        other.upload.spool = Some("/elsewhere".into());
        assert_eq!(base.fingerprint(), other.fingerprint());
        other.privacy.vendor_markers = false;
        assert_ne!(base.fingerprint(), other.fingerprint());
        assert!(base.fingerprint().starts_with("mg1-") && base.fingerprint().len() == 36);
    }
}
