//! What a save asks of a disk, one call at a time, so that a test can let each of them fail.
//!
//! The calls are those of POSIX that a file needs to be replaced safely. What they promise, and
//! what they do not, is told in Dan Luu's "Files are hard" (<https://danluu.com/file-consistency/>)
//! and in `SQLite`'s "Atomic Commit" (<https://sqlite.org/atomiccommit.html>): bytes are on the disk
//! only after [`OpenFile::sync`], a name only after [`Storage::sync_folder`], and in between a
//! power cut may keep either without the other.

mod disk;
#[cfg(test)]
pub(crate) mod faulty;
#[cfg(test)]
pub(crate) mod slow;

use std::ffi::OsString;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

pub use disk::Disk;

use super::disk::Stamp;

/// A place for files.
pub trait Storage: fmt::Debug + Send + Sync {
    /// Where a path leads in the end: symbolic links followed, also one whose target is not there
    /// (yet), and the folder's name made whole.
    ///
    /// # Errors
    /// The folder is not there, or links lead in a circle.
    fn follow(&self, path: &Path) -> io::Result<PathBuf>;

    /// What stands at a path, links followed; `None` where nothing does.
    fn look(&self, path: &Path) -> io::Result<Option<Found>>;

    /// Whether the file may be written by this user; an error says why not. Changes nothing.
    fn may_write(&self, path: &Path) -> io::Result<()>;

    /// All bytes of a file.
    fn read(&self, path: &Path) -> io::Result<Vec<u8>>;

    /// Makes a file that was not there.
    fn create(&self, path: &Path, readers: Readers) -> io::Result<Box<dyn OpenFile>>;

    /// Opens a file to write after its end.
    fn append(&self, path: &Path) -> io::Result<Box<dyn OpenFile>>;

    /// Gives a file another name in one step; what had that name is gone (POSIX `rename`).
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;

    /// Waits until the names in a folder are on the disk. Where folders are no files, as on
    /// Windows, or where the file system cannot do it, there is nothing to wait for.
    fn sync_folder(&self, folder: &Path) -> io::Result<()>;

    /// Removes a file.
    fn remove(&self, path: &Path) -> io::Result<()>;

    /// The names in a folder, in any order.
    fn list(&self, folder: &Path) -> io::Result<Vec<OsString>>;

    /// Makes a folder, and those above it where they are missing, and waits until they are on the
    /// disk. One that is there is left as it is.
    fn create_folder(&self, folder: &Path, readers: Readers) -> io::Result<()>;
}

/// A file that is being written.
pub trait OpenFile: fmt::Debug + Send {
    /// Writes all of the bytes after those that were written. After an error some of them may
    /// stand there.
    fn write(&mut self, bytes: &[u8]) -> io::Result<()>;

    /// Waits until what was written is on the disk. After an error it is not known what is, and
    /// another try would say nothing: the system may have dropped what it could not write
    /// (<https://lwn.net/Articles/752063/>).
    fn sync(&mut self) -> io::Result<()>;

    /// Gives the file the rights of another, as far as this user may.
    fn keep_rights(&mut self, rights: Rights) -> io::Result<()>;

    /// What the file looks like now.
    fn stamp(&self) -> io::Result<Stamp>;
}

/// Who may read a file or a folder that is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Readers {
    /// Whom the user lets read new files.
    Usual,
    /// The owner only.
    Owner,
}

/// What stands at a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    /// What it is.
    pub kind: Kind,
    /// What it looks like.
    pub stamp: Stamp,
    /// It is marked as not to be written, by anybody.
    pub is_read_only: bool,
    /// Who may do what with it; none where the system has no such rights.
    pub rights: Option<Rights>,
}

/// What sort of thing stands at a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A plain file.
    File,
    /// A folder.
    Folder,
    /// A device, a pipe or the like.
    Other,
}

/// Who may do what with a file, as Unix says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rights {
    /// The permission bits.
    pub mode: u32,
    /// The owner's number.
    pub owner: u32,
    /// The group's number.
    pub group: u32,
}

#[cfg(test)]
mod tests;
