//! Why a file was not saved, and what to do.

use std::io;
use std::path::{Path, PathBuf};

use thiserror::Error;

/// Why a file was not saved.
#[derive(Debug, Error)]
pub enum SaveError {
    /// The disk, or the user's share of it, is full.
    #[error("{} was not saved: the disk is full; make room on it, or save to another place", path.display())]
    NoRoom {
        /// The file.
        path: PathBuf,
    },
    /// The folder is not there.
    #[error("{} was not saved: its folder is not there; make the folder, or save to another place", path.display())]
    FolderGone {
        /// The file.
        path: PathBuf,
    },
    /// Files may not be made in the folder.
    #[error("{} was not saved: you may not write to its folder; change the folder's permissions, or save to another place", path.display())]
    Forbidden {
        /// The file.
        path: PathBuf,
    },
    /// The file is not to be written, by anybody or by this user.
    #[error("{} was not saved: you may only read it; change its permissions, or save under another name", path.display())]
    ReadOnly {
        /// The file.
        path: PathBuf,
    },
    /// Nothing can be written to the disk.
    #[error("{} was not saved: its disk can only be read; save to another place", path.display())]
    ReadOnlyDisk {
        /// The file.
        path: PathBuf,
    },
    /// A folder has the name.
    #[error("{} was not saved: it is a folder now; save under another name", path.display())]
    Folder {
        /// The folder.
        path: PathBuf,
    },
    /// It is a device, a pipe or the like.
    #[error("{} was not saved: it is no plain file, but a pipe or a device; save under another name", path.display())]
    NotAFile {
        /// What was named.
        path: PathBuf,
    },
    /// The file system does not take the name.
    #[error("{} was not saved: the disk does not take this name; save under a shorter or simpler one", path.display())]
    Name {
        /// The file.
        path: PathBuf,
    },
    /// The new file is in its place, but the system did not say that it will still be there after
    /// a power cut.
    #[error("{} was saved, but the system did not confirm that it is on the disk ({source}); save again, or to another place", path.display())]
    Unsettled {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The system did not do it.
    #[error("{} was not saved: {source}; try again, or save to another place", path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
}

impl SaveError {
    /// The error for what the system said while a file was being saved.
    pub(in crate::document) fn new(path: &Path, source: io::Error) -> Self {
        use io::ErrorKind as Kind;
        let path = path.to_owned();
        match source.kind() {
            Kind::StorageFull | Kind::QuotaExceeded => Self::NoRoom { path },
            Kind::NotFound | Kind::NotADirectory => Self::FolderGone { path },
            Kind::PermissionDenied => Self::Forbidden { path },
            Kind::ReadOnlyFilesystem => Self::ReadOnlyDisk { path },
            Kind::IsADirectory => Self::Folder { path },
            Kind::InvalidFilename => Self::Name { path },
            _ => Self::Io { path, source },
        }
    }

    /// The file that was not saved.
    pub fn path(&self) -> &Path {
        match self {
            Self::NoRoom { path }
            | Self::FolderGone { path }
            | Self::Forbidden { path }
            | Self::ReadOnly { path }
            | Self::ReadOnlyDisk { path }
            | Self::Folder { path }
            | Self::NotAFile { path }
            | Self::Name { path }
            | Self::Unsettled { path, .. }
            | Self::Io { path, .. } => path,
        }
    }
}
