//! The bytes of a file that other programs may write at the same time.

use std::fs;
use std::io::{self, Read as _};
use std::path::Path;
use std::time::{Duration, SystemTime};

use crate::format::Progress;

/// Bytes read between two looks at the wish to cancel.
const CHUNK_BYTES: usize = 8 << 20;
/// What was written this short a time ago may still be in the writing.
const STILL_WARM: Duration = Duration::from_secs(2);

/// What a file looked like when it was read: enough to see that another program changed it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp {
    len: u64,
    modified: Option<SystemTime>,
}

impl Stamp {
    /// A stamp with these parts.
    #[cfg(test)]
    pub(super) fn new(len: u64, modified: Option<SystemTime>) -> Self {
        Self { len, modified }
    }

    /// The stamp of a file as it is now.
    pub fn of(path: &Path) -> io::Result<Self> {
        fs::metadata(path).map(|meta| Self::from(&meta))
    }

    /// How many bytes the file has.
    pub(super) fn len(&self) -> u64 {
        self.len
    }

    /// When the file was changed last, as far as the system says.
    pub(super) fn modified(&self) -> Option<SystemTime> {
        self.modified
    }

    /// Whether another program may not be done with writing it.
    pub(super) fn is_warm(&self) -> bool {
        // A time to come is a clock that disagrees, and no reason to wait.
        let age = self.modified.and_then(|at| at.elapsed().ok());
        age.is_some_and(|age| age < STILL_WARM)
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

/// What has become of the open file since it was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OnDisk {
    /// It is there and looks so.
    File(Stamp),
    /// It was moved or deleted, or something else stands in its place.
    Gone,
}

impl OnDisk {
    /// What stands at a path now.
    pub fn at(path: &Path) -> Self {
        match fs::metadata(path) {
            Ok(meta) if meta.is_file() => Self::File(Stamp::from(&meta)),
            _ => Self::Gone,
        }
    }
}

/// A file's bytes.
pub(super) struct Contents {
    pub(super) bytes: Vec<u8>,
    /// What the file looked like before the first byte was read.
    pub(super) stamp: Stamp,
    /// Nothing was written while it was read, so that the bytes belong together.
    pub(super) is_whole: bool,
}

/// All bytes of a file; none when the reader was asked to stop.
pub(super) fn read(path: &Path, progress: &Progress) -> io::Result<Option<Contents>> {
    let mut file = fs::File::open(path)?;
    let stamp = Stamp::from(&file.metadata()?);
    let mut bytes = Vec::new();
    let len = usize::try_from(stamp.len).map_err(|_| io::ErrorKind::OutOfMemory)?;
    // More than the memory holds is refused here, where it is no end of the program.
    bytes
        .try_reserve_exact(len)
        .map_err(|_| io::ErrorKind::OutOfMemory)?;
    progress.start(stamp.len);
    // A file that grows while it is read is not followed for ever; some systems call every file empty.
    let most = len.max(CHUNK_BYTES);
    loop {
        if progress.is_cancelled() {
            return Ok(None);
        }
        let wanted = most.saturating_sub(bytes.len()).min(CHUNK_BYTES);
        let read = (&mut file).take(wanted as u64).read_to_end(&mut bytes)?;
        progress.advance(read as u64);
        if read < wanted || wanted == 0 || !may_be_json(&bytes) {
            break;
        }
    }
    let is_whole = Stamp::from(&file.metadata()?) == stamp;
    Ok(Some(Contents {
        bytes,
        stamp,
        is_whole,
    }))
}

/// Whether JSON may begin so: a film that was dropped on the window is refused by its beginning.
fn may_be_json(bytes: &[u8]) -> bool {
    let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    match text.trim_ascii_start().first() {
        None => true,
        Some(first) => b"{[\"-tfn".contains(first) || first.is_ascii_digit(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_all(path: &Path) -> io::Result<Contents> {
        read(path, &Progress::new()).map(|contents| contents.expect("nobody cancelled"))
    }

    #[test]
    fn a_file_is_read_to_its_end_and_known_again() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a.json");
        fs::write(&path, "{}").expect("written");
        let contents = read_all(&path).expect("read");
        assert_eq!(contents.bytes, b"{}");
        assert!(contents.is_whole);
        assert_eq!(OnDisk::at(&path), OnDisk::File(contents.stamp));
        fs::remove_file(&path).expect("removed");
        assert_eq!(OnDisk::at(&path), OnDisk::Gone);
        fs::create_dir(&path).expect("a folder in its place");
        assert_eq!(OnDisk::at(&path), OnDisk::Gone);
    }

    #[test]
    fn a_film_is_refused_by_its_beginning() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("film.mkv");
        fs::write(&path, vec![0x1A; 3 * CHUNK_BYTES]).expect("written");
        assert_eq!(read_all(&path).expect("read").bytes.len(), CHUNK_BYTES);
    }

    #[cfg(unix)]
    #[test]
    fn a_file_larger_than_the_memory_is_an_error_and_not_the_end() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("hole.json");
        let file = fs::File::create(&path).expect("made");
        // A hole takes no room on the disk; some file systems refuse one that large.
        if file.set_len(1 << 43).is_ok() {
            let error = read_all(&path).err().expect("no memory is that large");
            assert_eq!(error.kind(), io::ErrorKind::OutOfMemory);
        }
    }
}
