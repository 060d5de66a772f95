//! Orders to forget, shared by every process of a spool directory.
//!
//! In: a withdrawal or erasure in one process. Out: a line in the file `orders` that every other process reads before
//! its next send. A line holds a keyed hash and a time, nothing readable.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use super::dir::sync_dir;
use crate::upload::keys::Tag;

/// Whose data is to go.
#[derive(Clone, PartialEq, Eq)]
pub(crate) enum Subject {
    Session(String),
    Visitor(String),
}

impl Subject {
    /// `session` or `visitor`.
    pub(crate) fn kind(&self) -> &'static str {
        match self {
            Subject::Session(_) => "session",
            Subject::Visitor(_) => "visitor",
        }
    }

    pub(crate) fn id(&self) -> &str {
        match self {
            Subject::Session(id) | Subject::Visitor(id) => id,
        }
    }

    pub(crate) fn new(kind: &str, id: String) -> Option<Self> {
        match kind {
            "session" => Some(Subject::Session(id)),
            "visitor" => Some(Subject::Visitor(id)),
            _ => None,
        }
    }
}

/// One line of the file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Order {
    pub(crate) is_visitor: bool,
    pub(crate) tag: Tag,
    pub(crate) at: i64,
}

/// The file, and how far this process has read it.
pub(crate) struct Orders {
    path: PathBuf,
    read: Mutex<u64>,
}

impl Orders {
    pub(crate) fn new(directory: &Path) -> Self {
        Orders { path: directory.join("orders"), read: Mutex::new(0) }
    }

    /// Makes an order known to every process, across a power loss too.
    ///
    /// # Errors
    /// The file system's.
    pub(crate) fn publish(&self, order: Order) -> io::Result<()> {
        let mut options = File::options();
        options.append(true).create(true);
        #[cfg(unix)]
        {
            use std::os::unix::fs::OpenOptionsExt;
            options.mode(0o600);
        }
        let is_new = !self.path.exists();
        let mut file = options.open(&self.path)?;
        // One write, and a line end before it: a line that a dying process left torn spoils no other.
        file.write_all(order.line().as_bytes())?;
        file.sync_data()?;
        match self.path.parent() {
            Some(directory) if is_new => sync_dir(directory),
            _ => Ok(()),
        }
    }

    /// Reads from the start again.
    pub(crate) fn rewind(&self) {
        *self.read.lock().unwrap_or_else(PoisonError::into_inner) = 0;
    }

    /// What was ordered since the last call.
    ///
    /// # Errors
    /// The file system's; a missing file is no orders.
    pub(crate) fn news(&self) -> io::Result<Vec<Order>> {
        let mut read = self.read.lock().unwrap_or_else(PoisonError::into_inner);
        let length = match std::fs::metadata(&self.path) {
            Err(e) if e.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            found => found?.len(),
        };
        if length <= *read {
            return Ok(Vec::new());
        }
        let mut file = File::open(&self.path)?;
        file.seek(SeekFrom::Start(*read))?;
        let mut text = Vec::new();
        file.take(length - *read).read_to_end(&mut text)?;
        // A line under way is read next time.
        let whole = memchr::memrchr(b'\n', &text).map_or(0, |end| end + 1);
        text.truncate(whole);
        *read += u64::try_from(whole).unwrap_or(0);
        Ok(text.split(|byte| *byte == b'\n').filter_map(Order::parse).collect())
    }
}

impl Order {
    fn line(self) -> String {
        let tag: String = self.tag.0.iter().map(|byte| format!("{byte:02x}")).collect();
        format!("\n{} {tag} {}\n", if self.is_visitor { 'v' } else { 's' }, self.at)
    }

    fn parse(line: &[u8]) -> Option<Self> {
        let mut parts = std::str::from_utf8(line).ok()?.split(' ');
        let is_visitor = match parts.next()? {
            "v" => true,
            "s" => false,
            _ => return None,
        };
        let hex = parts.next().filter(|hex| hex.len() == 32 && hex.is_ascii())?;
        let tag = u128::from_str_radix(hex, 16).ok()?.to_be_bytes();
        Some(Order { is_visitor, tag: Tag(tag), at: parts.next()?.parse().ok()? })
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn orders_reach_another_reader_once_and_survive_a_torn_line() {
        let dir = std::env::temp_dir().join(uuid::Uuid::new_v7(uuid::Timestamp::now(uuid::NoContext)).to_string());
        std::fs::create_dir(&dir).unwrap();
        let (writer, reader) = (Orders::new(&dir), Orders::new(&dir));
        assert!(reader.news().unwrap().is_empty());
        let first = Order { is_visitor: false, tag: Tag([7; 16]), at: 12 };
        writer.publish(first).unwrap();
        assert_eq!(reader.news().unwrap(), [first]);
        assert!(reader.news().unwrap().is_empty());
        std::fs::File::options().append(true).open(dir.join("orders")).unwrap().write_all(b"\ns 0707").unwrap();
        let second = Order { is_visitor: true, tag: Tag([9; 16]), at: 13 };
        writer.publish(second).unwrap();
        assert_eq!(reader.news().unwrap(), [second]);
        std::fs::remove_dir_all(&dir).unwrap();
    }
}
