//! The host's keys: they wrap the data key of each session and hash what must be found again without being readable.
//!
//! In: `MILKGLASS_SPOOL_KEY`, or a file `key` (mode 0600) in the spool directory, made at first use. Out: [`HostKeys`].

use std::fmt;
use std::fs::{self, File};
use std::io::{ErrorKind, Write};
use std::path::Path;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use hkdf::Hkdf;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use uuid::Uuid;
use zeroize::Zeroizing;

use super::seal::{self, DataKey};
use crate::error::{Code, Error, Result};

/// The variable that holds the host's key: 32 bytes as base64, several separated by commas, the first one seals.
pub(crate) const KEY_VARIABLE: &str = "MILKGLASS_SPOOL_KEY";

const KEY_FILE: &str = "key";

/// A keyed hash of a session's or visitor's id: equal ids are found, and no id can be read or guessed from it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Tag(pub(crate) [u8; 16]);

impl fmt::Debug for Tag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Tag")
    }
}

/// Names a host key without telling anything about it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct KeyId(pub(crate) [u8; 8]);

/// All keys the host gave: the first seals, the others only open what waits from before a rotation.
pub(crate) struct HostKeys {
    current: HostKey,
    older: Vec<HostKey>,
    tag_key: DataKey,
}

struct HostKey {
    id: KeyId,
    wrap: DataKey,
}

impl fmt::Debug for HostKeys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "HostKeys({})", self.older.len() + 1)
    }
}

impl HostKeys {
    /// Takes the keys from the environment, or from the file in the spool directory, making it where there is none.
    ///
    /// # Errors
    /// `storage.key` for a malformed key or a key file that others may read; `storage.io` where the file can't be made.
    pub(crate) fn load(spool: &Path) -> Result<Self> {
        let text = match std::env::var(KEY_VARIABLE) {
            Ok(text) => Zeroizing::new(text),
            Err(std::env::VarError::NotUnicode(_)) => return Err(malformed(KEY_VARIABLE)),
            Err(std::env::VarError::NotPresent) => read_or_make(&spool.join(KEY_FILE))?,
        };
        Self::parse(&text)
    }

    /// A key that lives as long as the process, for a spool in memory.
    ///
    /// # Errors
    /// `internal.fault` where the system has no random bytes.
    pub(crate) fn ephemeral() -> Result<Self> {
        let key = DataKey::generate()?;
        Self::derive(&[key])
    }

    fn parse(text: &str) -> Result<Self> {
        let mut keys = Vec::new();
        for part in text.split([',', '\n']).map(str::trim).filter(|part| !part.is_empty()) {
            let bytes = Zeroizing::new(BASE64_STANDARD.decode(part).map_err(|_| malformed("a spool key"))?);
            keys.push(DataKey::from_bytes(&bytes).ok_or_else(|| malformed("a spool key"))?);
        }
        Self::derive(&keys)
    }

    fn derive(keys: &[DataKey]) -> Result<Self> {
        let derived = keys.iter().map(HostKey::derive).collect::<Result<Vec<_>>>()?;
        // Ids are hashed under the oldest key: a rotation must not make a withdrawn session unknown.
        let tag_key = keys.last().map(|key| expand(key, "milkglass spool tag v1")).ok_or_else(|| malformed("a spool key"))??;
        let mut derived = derived.into_iter();
        let current = derived.next().ok_or_else(|| malformed("a spool key"))?;
        Ok(HostKeys { current, older: derived.collect(), tag_key })
    }

    /// The keyed hash of an id; `kind` keeps a session and a visitor of the same name apart.
    pub(crate) fn tag(&self, kind: &str, id: &str) -> Tag {
        let mut short = [0_u8; 16];
        // HMAC takes a key of any length, so the error never comes; a constant tag would be caught by the tests.
        if let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(self.tag_key.as_bytes()) {
            mac.update(kind.as_bytes());
            mac.update(&[0]);
            mac.update(id.as_bytes());
            let whole = mac.finalize().into_bytes();
            short.iter_mut().zip(whole.iter()).for_each(|(to, from)| *to = *from);
        }
        Tag(short)
    }

    /// Which key wraps now.
    pub(crate) fn current(&self) -> KeyId {
        self.current.id
    }

    /// Seals something small under the current key.
    ///
    /// # Errors
    /// `internal.fault` where the system has no random bytes.
    pub(crate) fn wrap(&self, purpose: &str, owner: &[u8], plain: &[u8]) -> Result<Vec<u8>> {
        seal::seal(&self.current.wrap, &seal::binding(purpose, owner, &[]), plain)
    }

    /// Opens what [`wrap`](Self::wrap) sealed under this or an older key.
    pub(crate) fn unwrap(&self, purpose: &str, owner: &[u8], sealed: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
        let bound = seal::binding(purpose, owner, &[]);
        std::iter::once(&self.current).chain(&self.older).find_map(|key| seal::open(&key.wrap, &bound, sealed)).map(Zeroizing::new)
    }
}

impl HostKey {
    fn derive(key: &DataKey) -> Result<Self> {
        let name = expand(key, "milkglass spool key id v1")?;
        let mut id = [0_u8; 8];
        id.iter_mut().zip(name.as_bytes()).for_each(|(to, from)| *to = *from);
        Ok(HostKey { id: KeyId(id), wrap: expand(key, "milkglass spool wrap v1")? })
    }
}

fn expand(key: &DataKey, purpose: &str) -> Result<DataKey> {
    let mut out = Zeroizing::new([0_u8; 32]);
    Hkdf::<Sha256>::new(None, key.as_bytes())
        .expand(purpose.as_bytes(), out.as_mut_slice())
        .map_err(|_| Error::new(Code::Internal, "a key could not be derived"))?;
    DataKey::from_bytes(out.as_slice()).ok_or_else(|| Error::new(Code::Internal, "a key could not be derived"))
}

fn malformed(what: &str) -> Error {
    Error::new(Code::StorageKey, format!("{what} must be 32 bytes as base64"))
}

fn read_or_make(path: &Path) -> Result<Zeroizing<String>> {
    match read(path) {
        Err(e) if e.kind() == ErrorKind::NotFound => make(path)?,
        read => return read.map_err(key_file),
    }
    read(path).map_err(key_file)
}

fn read(path: &Path) -> std::io::Result<Zeroizing<String>> {
    let text = Zeroizing::new(fs::read_to_string(path)?);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        if fs::metadata(path)?.permissions().mode() & 0o077 != 0 {
            return Err(std::io::Error::new(ErrorKind::PermissionDenied, "the key file is open to others"));
        }
    }
    Ok(text)
}

/// Writes a new key beside its place and links it there: of several processes that start at once one wins, and none
/// ever reads half a key.
fn make(path: &Path) -> Result<()> {
    let key = DataKey::generate()?;
    let mut text = Zeroizing::new(BASE64_STANDARD.encode(key.as_bytes()));
    text.push('\n');
    let beside = path.with_file_name(format!("{}.tmp", Uuid::now_v7_unshared()));
    let written = write_private(&beside, text.as_bytes()).and_then(|()| match fs::hard_link(&beside, path) {
        Err(e) if e.kind() == ErrorKind::AlreadyExists => Ok(()),
        linked => linked,
    });
    let removed = fs::remove_file(&beside);
    written.and(removed).map_err(key_file)
}

fn write_private(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let mut options = File::options();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    let mut file = options.open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

fn key_file(e: std::io::Error) -> Error {
    let (code, message) = match e.kind() {
        ErrorKind::PermissionDenied => (Code::StorageKey, "the spool's key file can't be used: it must be the owner's alone (mode 0600)"),
        ErrorKind::StorageFull => (Code::StorageFull, "there is no room to make the spool's key file"),
        _ => (Code::StorageIo, "the spool's key file can't be read or made"),
    };
    Error::new(code, message).with_source(e)
}

/// UUIDv7 without the crate's shared counter, whose lock a fork could catch.
pub(crate) trait Unshared {
    /// A new UUIDv7.
    fn now_v7_unshared() -> Uuid;
}

impl Unshared for Uuid {
    fn now_v7_unshared() -> Uuid {
        Uuid::new_v7(uuid::Timestamp::now(uuid::NoContext))
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    const A: &str = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    const B: &str = "HwECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    #[test]
    fn a_rotated_key_opens_what_the_older_one_sealed() {
        let before = HostKeys::parse(A).unwrap();
        let after = HostKeys::parse(&format!("{B},{A}")).unwrap();
        let sealed = before.wrap("p", b"o", b"secret").unwrap();
        assert_eq!(after.unwrap("p", b"o", &sealed).unwrap().as_slice(), b"secret");
        assert_ne!(before.current(), after.current());
        assert_eq!(before.tag("session", "s-1"), after.tag("session", "s-1"));
        assert!(HostKeys::parse(B).unwrap().unwrap("p", b"o", &sealed).is_none());
    }

    #[test]
    fn tags_differ_by_kind_id_and_key() {
        let (a, b) = (HostKeys::parse(A).unwrap(), HostKeys::parse(B).unwrap());
        assert_ne!(a.tag("session", "x"), a.tag("visitor", "x"));
        assert_ne!(a.tag("session", "x"), a.tag("session", "y"));
        assert_ne!(a.tag("session", "x"), b.tag("session", "x"));
    }

    #[test]
    fn malformed_keys_are_refused_and_never_shown() {
        for text in ["", "short", "AAAA", &format!("{A},zz")] {
            let error = HostKeys::parse(text).unwrap_err();
            assert_eq!(error.code(), "storage.key");
            assert!(text.is_empty() || !error.to_string().contains(text));
        }
    }

    #[cfg(unix)]
    #[test]
    fn the_key_file_is_the_owners_alone_and_stays_the_same() {
        use std::os::unix::fs::PermissionsExt;
        let dir = std::env::temp_dir().join(Uuid::now_v7_unshared().to_string());
        fs::create_dir(&dir).unwrap();
        let path = dir.join(KEY_FILE);
        let first = read_or_make(&path).unwrap();
        assert_eq!(first, read_or_make(&path).unwrap());
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).unwrap();
        assert_eq!(read_or_make(&path).unwrap_err().code(), "storage.key");
        fs::remove_dir_all(&dir).unwrap();
    }
}
