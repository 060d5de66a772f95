//! The spool directory: who owns which database, and what the directory takes and leaves free.
//!
//! In: a path. Out: [`Claim`]s, each the sole right to one database for as long as it lives.

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use uuid::Uuid;

use crate::error::{Code, Error, Result};
use crate::upload::fork;
use crate::upload::keys::Unshared;

/// A directory of spool databases.
pub(crate) struct Directory {
    root: PathBuf,
}

/// The sole right to a database, held through its lock file; the kernel gives it back when the process dies.
pub(crate) struct Claim {
    pub(crate) id: Uuid,
    pub(crate) database: PathBuf,
    lock_path: PathBuf,
    lock: File,
}

impl Directory {
    /// Takes the directory, making it (for the owner alone) where there is none.
    ///
    /// # Errors
    /// `storage.io` where it can't be made.
    pub(crate) fn open(root: &Path) -> Result<Self> {
        let mut builder = fs::DirBuilder::new();
        builder.recursive(true);
        #[cfg(unix)]
        {
            use std::os::unix::fs::DirBuilderExt;
            builder.mode(0o700);
        }
        builder.create(root).map_err(|e| failed("can't be made", e))?;
        Ok(Directory { root: root.to_owned() })
    }

    /// Names a directory without making it.
    pub(crate) fn existing(root: &Path) -> Option<Self> {
        root.is_dir().then(|| Directory { root: root.to_owned() })
    }

    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// A claim on a new database.
    ///
    /// # Errors
    /// `storage.io` where the directory can't be written.
    pub(crate) fn create(&self) -> Result<Claim> {
        loop {
            let id = Uuid::now_v7_unshared();
            // Locked before the database exists: nobody can adopt what is being made.
            if let Some(claim) = self.claim(id).map_err(|e| failed("can't be written", e))? {
                private(&claim.database, true).map_err(|e| failed("can't be written", e))?;
                return Ok(claim);
            }
        }
    }

    /// Claims on databases that no living process owns.
    pub(crate) fn orphans(&self, mine: &[Uuid]) -> Vec<Claim> {
        let ids = self.ids("db").into_iter().chain(self.ids("lock"));
        let mut claims: Vec<Claim> = Vec::new();
        for id in ids {
            if mine.contains(&id) || claims.iter().any(|claim| claim.id == id) {
                continue;
            }
            match self.claim(id) {
                Ok(Some(claim)) if claim.database.exists() => claims.push(claim),
                // A lock without a database is what a process left that died between the two.
                Ok(Some(claim)) => drop(fs::remove_file(&claim.lock_path)),
                Ok(None) | Err(_) => {}
            }
        }
        claims
    }

    /// The ids of all databases, owned or not.
    pub(crate) fn databases(&self) -> Vec<(Uuid, PathBuf)> {
        self.ids("db").into_iter().map(|id| (id, self.path(id, "db"))).collect()
    }

    /// Whether a database of that id is there.
    pub(crate) fn holds(&self, id: Uuid) -> bool {
        self.path(id, "db").exists()
    }

    /// How many databases were set aside as corrupt.
    pub(crate) fn set_aside(&self) -> u64 {
        u64::try_from(self.ids("corrupt").len()).unwrap_or(u64::MAX)
    }

    /// Bytes that all files of the directory take.
    pub(crate) fn bytes(&self) -> u64 {
        self.entries().iter().filter_map(|path| fs::metadata(path).ok()).map(|found| found.len()).sum()
    }

    /// Free and total bytes of the file system, where it tells.
    pub(crate) fn room(&self) -> Option<(u64, u64)> {
        #[cfg(unix)]
        {
            let found = rustix::fs::statvfs(&self.root).ok()?;
            Some((found.f_bavail.saturating_mul(found.f_frsize), found.f_blocks.saturating_mul(found.f_frsize)))
        }
        #[cfg(not(unix))]
        None
    }

    /// Keeps a damaged database out of the way, for whoever wants to look at it.
    ///
    /// # Errors
    /// The file system's.
    pub(crate) fn put_aside(database: &Path) -> io::Result<()> {
        fs::rename(database, database.with_extension("corrupt"))?;
        remove_rest(database)
    }

    fn claim(&self, id: Uuid) -> io::Result<Option<Claim>> {
        let lock_path = self.path(id, "lock");
        let lock = private(&lock_path, false)?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Ok(None),
            Err(TryLockError::Error(e)) => return Err(e),
        }
        // Whoever removed the file between our open and our lock leaves us with a lock on nothing.
        if !is_same(&lock, &lock_path) {
            return Ok(None);
        }
        Ok(Some(Claim { id, database: self.path(id, "db"), lock_path, lock }.announced()))
    }

    fn path(&self, id: Uuid, extension: &str) -> PathBuf {
        self.root.join(format!("{id}.{extension}"))
    }

    fn entries(&self) -> Vec<PathBuf> {
        fs::read_dir(&self.root).into_iter().flatten().flatten().map(|entry| entry.path()).collect()
    }

    fn ids(&self, extension: &str) -> Vec<Uuid> {
        let mut ids: Vec<Uuid> = self
            .entries()
            .iter()
            .filter(|path| path.extension().is_some_and(|found| found == extension))
            .filter_map(|path| path.file_stem()?.to_str()?.parse().ok())
            .collect();
        ids.sort_unstable();
        ids
    }
}

impl Drop for Claim {
    fn drop(&mut self) {
        #[cfg(unix)]
        fork::let_go(std::os::fd::AsRawFd::as_raw_fd(&self.lock));
        let _ = self.lock.unlock();
    }
}

impl Claim {
    /// A child of this process shall not keep the lock.
    fn announced(self) -> Self {
        #[cfg(unix)]
        fork::hold(std::os::fd::AsRawFd::as_raw_fd(&self.lock));
        self
    }

    /// Where SQLite keeps what is not yet in the database file.
    pub(crate) fn wal(&self) -> PathBuf {
        with_suffix(&self.database, "-wal")
    }

    /// Makes the names of the database and of the file beside it survive a power loss.
    ///
    /// # Errors
    /// The file system's.
    pub(crate) fn sync_names(&self) -> io::Result<()> {
        self.database.parent().map_or(Ok(()), sync_dir)
    }

    /// Removes the database and, last, the lock.
    ///
    /// # Errors
    /// The file system's.
    pub(crate) fn remove(&self) -> io::Result<()> {
        fs::remove_file(&self.database)?;
        remove_rest(&self.database)
    }
}

fn remove_rest(database: &Path) -> io::Result<()> {
    for path in [with_suffix(database, "-wal"), with_suffix(database, "-shm"), database.with_extension("lock")] {
        match fs::remove_file(&path) {
            Err(e) if e.kind() != io::ErrorKind::NotFound => return Err(e),
            _ => {}
        }
    }
    Ok(())
}

fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}

/// Opens a file that only its owner may read.
fn private(path: &Path, new: bool) -> io::Result<File> {
    let mut options = File::options();
    options.write(true).create(true).create_new(new).truncate(false);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    options.open(path)
}

fn is_same(file: &File, path: &Path) -> bool {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        matches!((file.metadata(), fs::metadata(path)), (Ok(a), Ok(b)) if (a.dev(), a.ino()) == (b.dev(), b.ino()))
    }
    #[cfg(not(unix))]
    {
        let _ = file;
        path.exists()
    }
}

/// Makes new names survive a power loss.
pub(super) fn sync_dir(path: &Path) -> io::Result<()> {
    if cfg!(unix) { File::open(path)?.sync_all() } else { Ok(()) }
}

fn failed(what: &str, e: io::Error) -> Error {
    let full = matches!(e.kind(), io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded);
    let code = if full { Code::StorageFull } else { Code::StorageIo };
    Error::new(code, format!("the spool directory (upload.spool) {what}")).with_source(e)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_claim_excludes_and_a_dropped_one_is_an_orphan() {
        let root = std::env::temp_dir().join(Uuid::now_v7_unshared().to_string());
        let directory = Directory::open(&root).unwrap();
        let claim = directory.create().unwrap();
        let id = claim.id;
        assert!(directory.orphans(&[]).is_empty());
        drop(claim);
        let orphans = directory.orphans(&[]);
        assert_eq!(orphans.iter().map(|claim| claim.id).collect::<Vec<_>>(), [id]);
        assert!(directory.orphans(&[id]).is_empty());
        orphans.first().unwrap().remove().unwrap();
        drop(orphans);
        assert_eq!(fs::read_dir(&root).unwrap().count(), 0);
        fs::remove_dir(&root).unwrap();
    }

    #[test]
    fn a_lock_without_a_database_is_cleared_away() {
        let root = std::env::temp_dir().join(Uuid::now_v7_unshared().to_string());
        let directory = Directory::open(&root).unwrap();
        fs::write(root.join(format!("{}.lock", Uuid::now_v7_unshared())), "").unwrap();
        assert!(directory.orphans(&[]).is_empty());
        assert_eq!(fs::read_dir(&root).unwrap().count(), 0);
        fs::remove_dir(&root).unwrap();
    }
}
