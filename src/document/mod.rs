//! An open record: what was read, where it came from and what the file looked like then, so that
//! one can see whether it has changed since.
//!
//! Here also is what edits are made of: [`Change`]s that know their opposites, and the [`History`]
//! that takes them back and makes them again, on a [`Timeline`] in memory.
//!
//! And what keeps them: every finished edit goes to the [`journal`], from where it comes back after
//! a kill or a power cut; [`save`] puts the record in its file's place in one step, [`backup`]
//! keeps what was there, and a [`lock`] lets one window at a time do so; a [`keeper`] does all of
//! this on threads of its own, and [`left`] finds what one that died had not saved. They ask a
//! [`storage`] for the disk and their caller for folders and times.
//!
//! Events go to the clipboard and come from there by [`clip`].
//!
//! Where another program changes the file meanwhile, [`merge`] brings the two together.

pub mod backup;
pub mod bulk;
pub mod clip;
mod digest;
pub mod draft;
mod edit;
mod history;
pub mod journal;
pub mod keeper;
#[cfg(test)]
mod killed;
mod label;
pub mod left;
pub mod lock;
pub mod merge;
mod named;
pub mod pictures;
mod removal;
#[cfg(test)]
mod sample;
pub mod save;
pub mod storage;
pub mod unite;

pub use digest::Digest;
pub use edit::{Change, Edit, EditError, Made, make};
pub use history::{Entry, History, Point, Revision, Walked};
pub use label::{Label, What};
pub use named::{Name, Named};
pub use removal::removal;

mod disk;

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use thiserror::Error;

pub use disk::{OnDisk, Stamp};

use crate::format::{OpenError, Opened, Progress, native};
use crate::record::{Report, Timeline};

/// The record that comes with the program.
const BUNDLED: &str = include_str!("../../data/east-asia.json");
/// How often a file is read that is written each time.
const TRIES: usize = 10;
/// How often a file is read that was just written and is no record: it may be half done, or emptied.
const TRIES_WHEN_REFUSED: usize = 4;
/// How long another program is given to end its writing before the next try.
const PAUSE: Duration = Duration::from_millis(150);

/// Where a record came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The program brought it.
    Bundled,
    /// A file of the user's.
    File(PathBuf),
}

impl Origin {
    /// The file's path; none for the bundled record.
    pub fn path(&self) -> Option<&Path> {
        match self {
            Self::Bundled => None,
            Self::File(path) => Some(path),
        }
    }

    /// The file's name for a reader.
    pub fn name(&self) -> String {
        match self {
            Self::Bundled => "east-asia.json (bundled)".to_owned(),
            Self::File(path) => path.file_name().map_or_else(
                || path.display().to_string(),
                |name| name.to_string_lossy().into_owned(),
            ),
        }
    }
}

/// An open record.
#[derive(Clone, Debug)]
pub struct Document {
    /// What was read.
    pub timeline: Arc<Timeline>,
    /// What was found wrong in it.
    pub report: Arc<Report>,
    /// Where it came from.
    pub origin: Origin,
    /// What the file looked like then.
    pub stamp: Option<Stamp>,
}

/// Why a file did not open.
#[derive(Debug, Error)]
pub enum OpenFileError {
    /// Nothing is there.
    #[error("{} is not there; it may have been moved, renamed or deleted", path.display())]
    Missing {
        /// Where it should be.
        path: PathBuf,
    },
    /// The user may not read it.
    #[error("{} may not be read by you; ask its owner, or change its permissions", path.display())]
    Forbidden {
        /// The file.
        path: PathBuf,
    },
    /// The memory does not hold it.
    #[error("{} is too large for the memory of this machine", path.display())]
    TooLarge {
        /// The file.
        path: PathBuf,
    },
    /// The system did not give the file.
    #[error("{} could not be read: {source}", path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// Another program is writing it.
    #[error("{} is being written by another program; open it when that is done", path.display())]
    InTheWriting {
        /// The file.
        path: PathBuf,
    },
    /// It is a folder.
    #[error("{} is a folder; choose a file", path.display())]
    Folder {
        /// The folder.
        path: PathBuf,
    },
    /// It is a device, a pipe or the like, which may never end or never begin.
    #[error("{} is no plain file, but a pipe or a device; save what comes from it to a file and open that", path.display())]
    NotAFile {
        /// What was named.
        path: PathBuf,
    },
    /// It is no record.
    #[error("{}: {source}", path.display())]
    Format {
        /// The file.
        path: PathBuf,
        /// What is wrong and where.
        source: OpenError,
    },
    /// The user stopped it.
    #[error("opening was cancelled")]
    Cancelled,
}

impl Document {
    /// The bundled record.
    ///
    /// # Errors
    /// Never with the data that is shipped, which a test opens; a broken build says so.
    pub fn bundled() -> Result<Self, OpenError> {
        native::read(BUNDLED).map(|opened| Self::of(opened, Origin::Bundled, None))
    }

    /// Reads a file. Meant for a job's thread.
    ///
    /// A file that another program writes meanwhile is read anew until its bytes belong together.
    pub fn open(path: &Path, progress: &Progress) -> Result<Self, OpenFileError> {
        let mut tries = 0;
        loop {
            tries += 1;
            let contents = plain_file(path)
                .and_then(|()| disk::read(path, progress).map_err(|source| refused(path, source)))?
                .ok_or(OpenFileError::Cancelled)?;
            let (stamp, is_whole) = (contents.stamp, contents.is_whole);
            if tries < TRIES && !is_whole {
                std::thread::sleep(PAUSE);
                continue;
            }
            let error = match native::read_with(contents.bytes, progress) {
                Ok(opened) => {
                    return Ok(Self::of(opened, Origin::File(path.to_owned()), Some(stamp)));
                }
                Err(OpenError::Cancelled) => return Err(OpenFileError::Cancelled),
                Err(error @ OpenError::Refused(_)) => error,
            };
            let path = path.to_owned();
            if !is_whole {
                return Err(OpenFileError::InTheWriting { path });
            }
            if tries >= TRIES_WHEN_REFUSED || !stamp.is_warm() {
                return Err(OpenFileError::Format {
                    path,
                    source: error,
                });
            }
            std::thread::sleep(PAUSE);
        }
    }

    fn of(opened: Opened, origin: Origin, stamp: Option<Stamp>) -> Self {
        Self {
            timeline: Arc::new(opened.timeline),
            report: Arc::new(opened.report),
            origin,
            stamp,
        }
    }
}

/// Refuses what is no file, before it is opened: to open a pipe is to wait for its other end.
fn plain_file(path: &Path) -> Result<(), OpenFileError> {
    let meta = std::fs::metadata(path).map_err(|source| refused(path, source))?;
    let path = || path.to_owned();
    if meta.is_dir() {
        return Err(OpenFileError::Folder { path: path() });
    }
    if !meta.is_file() {
        return Err(OpenFileError::NotAFile { path: path() });
    }
    Ok(())
}

fn refused(path: &Path, source: io::Error) -> OpenFileError {
    let path = path.to_owned();
    match source.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => OpenFileError::Missing { path },
        io::ErrorKind::PermissionDenied => OpenFileError::Forbidden { path },
        io::ErrorKind::OutOfMemory => OpenFileError::TooLarge { path },
        _ => OpenFileError::Io { path, source },
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn the_bundled_record_opens_without_errors() {
        let document = Document::bundled().expect("the bundled record is a record");
        assert_eq!(
            document.report.errors(),
            0,
            "{:?}",
            document.report.diagnostics.first()
        );
        assert!(document.timeline.len() >= 258);
    }

    #[test]
    fn a_missing_file_a_folder_and_a_bad_file_say_what_they_are() {
        let folder = tempfile::tempdir().expect("a folder");
        let progress = Progress::new();
        let missing = Document::open(&folder.path().join("none.json"), &progress);
        assert!(matches!(missing, Err(OpenFileError::Missing { .. })));
        let not_a_file = Document::open(folder.path(), &progress);
        assert!(matches!(not_a_file, Err(OpenFileError::Folder { .. })));
        let bad = folder.path().join("bad.json");
        fs::write(&bad, "{\"format\": ").expect("written");
        let error = Document::open(&bad, &progress).expect_err("not JSON");
        assert!(error.to_string().contains("line 1"), "{error}");
    }

    #[cfg(unix)]
    #[test]
    fn a_pipe_and_a_device_are_refused_and_not_waited_for() {
        let folder = tempfile::tempdir().expect("a folder");
        let pipe = folder.path().join("pipe");
        let made = std::process::Command::new("mkfifo").arg(&pipe).status();
        assert!(made.expect("mkfifo runs").success());
        for path in [&*pipe, Path::new("/dev/zero")] {
            let refused = Document::open(path, &Progress::new());
            let Err(error @ OpenFileError::NotAFile { .. }) = refused else {
                panic!("{refused:?}")
            };
            assert!(error.to_string().contains("is no plain file"), "{error}");
        }
    }

    #[test]
    fn a_cancelled_load_opens_nothing() {
        let progress = Progress::new();
        progress.cancel();
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("record.json");
        fs::write(&path, BUNDLED).expect("written");
        assert!(matches!(
            Document::open(&path, &progress),
            Err(OpenFileError::Cancelled)
        ));
    }
}
