//! An open record: what was read, where it came from, whether the file changed since, and the
//! edits that were made to it.

mod edit;
mod history;
mod label;

pub use edit::{Change, Edit, EditError, Made, make};
pub use history::{Entry, History, Point, Revision, Walked};
pub use label::{Label, What};

use std::fs;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

use thiserror::Error;

use crate::format::{OpenError, Opened, Progress, native};
use crate::record::{Report, Timeline};

/// The record that comes with the program.
const BUNDLED: &str = include_str!("../../data/east-asia.json");
/// Bytes read between two looks at the wish to cancel.
const CHUNK_BYTES: usize = 8 << 20;

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

/// What a file looked like when it was read: enough to see that another program changed it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp {
    len: u64,
    modified: Option<SystemTime>,
}

impl Stamp {
    /// The stamp of a file as it is now.
    pub fn of(path: &Path) -> io::Result<Self> {
        fs::metadata(path).map(|meta| Self::from(&meta))
    }
}

impl From<&fs::Metadata> for Stamp {
    fn from(meta: &fs::Metadata) -> Self {
        Self {
            len: meta.len(),
            modified: meta.modified().ok(),
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
    /// The system did not give the file.
    #[error("{} could not be read: {source}. Check that it exists and that you may read it", path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
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
    pub fn open(path: &Path, progress: &Progress) -> Result<Self, OpenFileError> {
        let io = |source| OpenFileError::Io {
            path: path.to_owned(),
            source,
        };
        let meta = fs::metadata(path).map_err(io)?;
        if !meta.is_file() {
            let path = path.to_owned();
            return Err(if meta.is_dir() {
                OpenFileError::Folder { path }
            } else {
                OpenFileError::NotAFile { path }
            });
        }
        let stamp = Stamp::from(&meta);
        let bytes = read_file(path, stamp.len, progress)
            .map_err(io)?
            .ok_or(OpenFileError::Cancelled)?;
        let opened = native::read_with(bytes, progress).map_err(|source| match source {
            OpenError::Cancelled => OpenFileError::Cancelled,
            source @ OpenError::Refused(_) => OpenFileError::Format {
                path: path.to_owned(),
                source,
            },
        })?;
        Ok(Self::of(opened, Origin::File(path.to_owned()), Some(stamp)))
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

/// All bytes of a file; none when the reader was asked to stop.
fn read_file(path: &Path, len: u64, progress: &Progress) -> io::Result<Option<Vec<u8>>> {
    let mut file = fs::File::open(path)?;
    let mut bytes = Vec::with_capacity(usize::try_from(len).unwrap_or(0));
    loop {
        if progress.is_cancelled() {
            return Ok(None);
        }
        let read = (&mut file)
            .take(CHUNK_BYTES as u64)
            .read_to_end(&mut bytes)?;
        if read < CHUNK_BYTES {
            return Ok(Some(bytes));
        }
    }
}

#[cfg(test)]
mod tests {
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
        assert!(matches!(missing, Err(OpenFileError::Io { .. })));
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
